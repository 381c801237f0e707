"""What a check of a template found, one readable line each: where, what, and what to do."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services.pack_check import PackCheck, PackProblem, missing_text, problem_text
from desktop_app.services.paper import document_title
from desktop_app.windows.designed.ui_templates_page import Ui_TemplatesPage
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.theme import em, tokens


class TemplateCheck(QObject):
    """Fills the tab "Kiểm tra"."""

    def __init__(self, form: Ui_TemplatesPage, page: QWidget, language: str) -> None:
        super().__init__(page)
        self._form, self._language = form, language
        form.findings.setIconSize(QSize(em(1.1), em(1.1)))
        soften(form.findings)

    def wait(self) -> None:
        """Say that the check is under way."""
        self._form.findings.clear()
        self._form.findings.hide()
        self._say(self.tr("Checking…"), "quiet")

    def fail(self, error: AppError) -> None:
        """Say why there was no check."""
        self._say(told(error, self._language), "red")

    def show(self, found: PackCheck) -> None:
        """Show how it went as a whole, then every problem and every missing name."""
        findings = self._form.findings
        findings.clear()
        for problem in found.problems:
            text = problem_text(problem, self._language)
            colour = "red" if problem.blocking else "amber"
            self._add("alert", colour, f"{self._place(problem)}\n{text}")
        for name in found.missing_names:
            where = self.tr("No question is named “{name}”").format(name=name)
            cost = self.tr("so {cost}").format(cost=missing_text(name, self._language))
            self._add("info", "blue", f"{where},\n{cost}")
        blocking = sum(problem.blocking for problem in found.problems)
        if blocking:
            text = self.tr("{number} things to mend before it can be used:")
            self._say(text.format(number=blocking), "amber")
        elif findings.count():
            self._say(self.tr("It can be used. Good to know:"), "green")
        else:
            self._say(self.tr("It can be used; nothing is missing."), "green")
        findings.setVisible(bool(findings.count()))
        findings.setCurrentRow(0)

    def _say(self, text: str, colour: str) -> None:
        self._form.checkLabel.setText(text)
        tint(self._form.checkLabel, colour)

    def _add(self, picture: str, colour: str, text: str) -> None:
        item = QListWidgetItem(icon(picture, getattr(tokens(), colour), 24), text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.findings.addItem(item)

    def _place(self, problem: PackProblem) -> str:
        """Return where a problem stands, as a person finds it in Excel or Word."""
        if problem.sheet and problem.row:
            cell = f"{problem.column}{problem.row}" if problem.column else f"{problem.row}"
            text = self.tr("Excel, sheet “{sheet}”, cell {cell}")
            return text.format(sheet=problem.sheet, cell=cell)
        if problem.sheet:
            return self.tr("Excel, sheet “{sheet}”").format(sheet=problem.sheet)
        if not problem.document:
            return problem.place
        said = [self.tr("Word, “{document}”").format(document=document_title(problem.document))]
        if problem.heading:
            said.append(self.tr("under “{heading}”").format(heading=problem.heading))
        if problem.paragraph:
            said.append(self.tr("paragraph {number}").format(number=problem.paragraph))
        return ", ".join(said)
