"""One template on the page "Mẫu": what it is, what a check says, how it looks when used."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.services import pack_check, template_preview, templates
from desktop_app.windows.designed.ui_templates_page import Ui_TemplatesPage
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.template_check import TemplateCheck
from desktop_app.windows.template_tryout import DocumentsTryout, QuestionsTryout
from desktop_app.windows.theme import QUESTION, scaled_font
from desktop_app.windows.words import day

if TYPE_CHECKING:
    from desktop_app.services.pack_check import PackCheck
    from desktop_app.services.template_preview import SampleDocument
    from desktop_app.services.templates import TemplateRow


@dataclass
class Entry:
    """A version known here, or a pack at ``path`` that could not be added yet.

    A version never changes: what was found out about it is kept while the window is open.
    """

    row: "TemplateRow | None" = None
    path: Path | None = None
    check: "PackCheck | None" = None
    documents: "Sequence[SampleDocument] | None" = None
    asked: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """What names it in the list."""
        return f"{self.row.id}@{self.row.version}" if self.row else "not added"

    def name(self, language: str) -> str:
        """Return the title of the form, or the name of the file."""
        if self.row is None:
            return self.path.name if self.path else ""
        return self.row.titles.get(language) or self.row.id


class TemplateDetail(QObject):
    """Fills the right side of the page; long work runs beside the window, once per version."""

    def __init__(self, form: Ui_TemplatesPage, page: QWidget, context: WindowContext) -> None:
        super().__init__(page)
        self._form, self._context = form, context
        self._entry: Entry | None = None
        self.check = TemplateCheck(form, page, context.language)
        self.questions = QuestionsTryout(form, page, context)
        self.documents = DocumentsTryout(form, page, context.language)
        form.tabs.currentChanged.connect(lambda _tab: self._show_tab())

    def show(self, entry: Entry) -> None:
        """Show a template; a pack that is not added shows its check only."""
        self._entry = entry
        form, row = self._form, entry.row
        # Here and not once at the start: being taken into the window sets labels back.
        form.nameLabel.setFont(scaled_font(QUESTION, bold=True))
        tint(form.factsLabel, "quiet")
        form.nameLabel.setText(entry.name(self._context.language))
        facts = (
            self._facts(row)
            if row is not None
            else self.tr("Not added yet. Mend what stands below, then check again.")
        )
        form.factsLabel.setText(facts)
        form.nameLabel.setToolTip(facts)
        form.againButton.setVisible(row is None)
        form.withdrawButton.setText(
            self.tr("&Dismiss")
            if row is None
            else self.tr("Use &again")
            if row.withdrawn
            else self.tr("Use &no longer")
        )
        for part in (form.questionsPart, form.documentsPart):
            form.tabs.setTabEnabled(form.tabs.indexOf(part), row is not None)
        self._show_tab()

    def _facts(self, row: "TemplateRow") -> str:
        source = {
            "built_in": self.tr("comes with the program"),
            "file": self.tr("added from {name}"),
            "card": self.tr("from the card of {name}"),
            "bundle": self.tr("from a bundle of {name}"),
        }.get(row.source.get("kind", ""), "")
        said = [
            self.tr("Version {version}").format(version=row.version),
            source.format(name=row.source.get("name", "")),
            day(row.added_at),
            self.tr("{number} drafts").format(number=row.drafts),
            self.tr("no longer in use") if row.withdrawn else "",
        ]
        return " · ".join(part for part in said if part)

    def _show_tab(self) -> None:
        """Fill the tab that is open."""
        entry, tab = self._entry, self._form.tabs.currentWidget()
        if entry is None:
            return
        if tab is self._form.checkPart:
            self._show_check(entry)
        elif entry.row is not None and tab is self._form.questionsPart:
            self._show_questions(entry.row)
        elif entry.row is not None and tab is self._form.documentsPart:
            self._show_documents(entry, entry.row)

    def _show_check(self, entry: Entry) -> None:
        row = entry.row
        if entry.check is not None:
            self.check.show(entry.check)
        elif row is not None:
            self.check.wait()

            def look(_step: Any) -> None:
                pack = templates.pack_of(self._context.workspace, row.id, row.version)
                entry.check = pack_check.check_files(self._context.workspace, pack)

            self._once(entry, "check", look, self.check.fail)

    def _show_questions(self, row: "TemplateRow") -> None:
        try:
            self.questions.show(templates.form_of(self._context.workspace, row.id, row.version))
        except AppError as error:
            self._context.tell(error)

    def _show_documents(self, entry: Entry, row: "TemplateRow") -> None:
        if entry.documents is not None:
            self.documents.show(entry.documents)
            return
        self.documents.wait()

        def fill(step: Any) -> None:
            workspace = self._context.workspace
            asked = templates.form_of(workspace, row.id, row.version)
            pack = templates.pack_of(workspace, row.id, row.version)
            entry.documents = template_preview.sample_documents(workspace, pack, asked, step)

        self._once(entry, "documents", fill, self.documents.fail)

    def _once(
        self,
        entry: Entry,
        what: str,
        work: Callable[[Any], None],
        fail: Callable[[AppError], None],
    ) -> None:
        """Find something out beside the window; show it if the person is still there."""
        if what in entry.asked:
            return
        entry.asked.add(what)
        tab = self._form.tabs.currentWidget()

        def still_there() -> bool:
            return self._entry is entry and self._form.tabs.currentWidget() is tab

        def done(_nothing: None) -> None:
            if still_there():
                self._show_tab()

        def failed(error: AppError) -> None:
            entry.asked.discard(what)
            if still_there():
                fail(error)

        self._context.tasks.start(self, work, on_success=done, on_failure=failed)
