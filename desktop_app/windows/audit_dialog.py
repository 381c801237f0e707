"""The log in a window: filtered by days, action and what it is about; written as Excel or CSV."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget

from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.form_dialog import DayField
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.theme import em
from desktop_app.windows.working import Working


class AuditDialog(ListDialog):
    """Lists the log page by page, newest first."""

    help_subject = "audit"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("When"), lambda line: f"{line.at:%d/%m/%Y %H:%M}", width=11),
            Column(self.tr("What"), lambda line: line.what, width=19),
            Column(self.tr("About"), lambda line: line.about, stretch=True),
            Column(self.tr("By"), lambda line: line.by, width=9, extra=True),
        )
        super().__init__(
            context,
            parent,
            self.tr("Log of the book"),
            self.tr("Who did what when. It holds no content and cannot be changed."),
            columns,
            size=(72, 42),
        )
        self.from_edit, self.to_edit = DayField(), DayField()
        self.action_box, self.about_edit = QComboBox(), QLineEdit()
        self.action_box.addItem(self.tr("Every action"), "")
        self.action_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.action_box.setMinimumContentsLength(16)
        self.about_edit.setPlaceholderText(self.tr("Dossier, unit or file"))
        self.about_edit.setMaximumWidth(em(16))
        line = FlowLayout()
        for text, field in (
            (self.tr("F&rom"), self.from_edit),
            (self.tr("&Until"), self.to_edit),
            (self.tr("&Action"), self.action_box),
            (self.tr("A&bout"), self.about_edit),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            line.addWidget(label)
            line.addWidget(field)
        self.above.addLayout(line)
        self.working = Working(context, self)
        self.above.addWidget(self.working)
        for edit in (self.from_edit, self.to_edit, self.about_edit):
            edit.returnPressed.connect(self.refresh)
            edit.editingFinished.connect(self._look)
        self.action_box.activated.connect(lambda _place: self.refresh())
        self.export_button = self.add_button(
            self.tr("&Write to a file…"), self.choose_file, allowed=lambda row: row is not None
        )
        self.model.near_end.connect(self._more)
        self._next: int | None = None
        self._shown: Any = None
        self._asked = False
        self.empty.setText(self.tr("No line fits."))
        self._fill_actions()
        self.refresh()

    def _fill_actions(self) -> None:
        from desktop_app.services import audit_log

        book, language = self.context.workspace, self.context.language
        self.context.tasks.start(
            self, lambda _step: audit_log.actions(book, language), on_success=self._show_actions
        )

    def _show_actions(self, actions: tuple[tuple[str, str], ...]) -> None:
        for code, text in actions:
            self.action_box.addItem(text, code)

    def wanted(self) -> Any:
        """Return the filter; a day that is not understood is left out and said."""
        from desktop_app.services.audit_log import LogFilter

        days = []
        for field in (self.from_edit, self.to_edit):
            try:
                days.append(field.day())
            except ValueError:
                days.append(None)
                self.detail.setText(
                    self.tr("“{day}” is not understood. Write for example 05/03/2026.").format(
                        day=field.text()
                    )
                )
        about = self.about_edit.text()
        return LogFilter(days[0], days[1], self.action_box.currentData() or "", about)

    def _look(self) -> None:
        if self.wanted() != self._shown:
            self.refresh()

    def refresh(self) -> None:
        """Read the first page again."""
        self._shown, self._asked = self.wanted(), True
        self._read(None, self._show)

    def _read(self, before: int | None, then: Any) -> None:
        from desktop_app.services import audit_log

        book, language, wanted = self.context.workspace, self.context.language, self._shown
        self.context.tasks.start(
            self,
            lambda _step: audit_log.page(book, wanted, before=before, language=language),
            on_success=then,
        )

    def _show(self, page: Any) -> None:
        self._next, self._asked = page.next_row, False
        self.show_rows(page.lines)

    def _more(self) -> None:
        if self._next is not None and not self._asked:
            self._asked = True
            self._read(self._next, self._add)

    def _add(self, page: Any) -> None:
        self._next, self._asked = page.next_row, False
        self.model.add(page.lines)

    def detail_of(self, line: Any) -> str:
        """Return the whole line, for where the list has no room."""
        parts = (f"{line.at:%d/%m/%Y %H:%M:%S}", line.what, line.about, line.by, line.facts)
        return " · ".join(part for part in parts if part)

    def choose_file(self) -> None:
        """Ask for a file and write the log into it."""
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Write the log"), "nhat-ky.xlsx", "Excel (*.xlsx);;CSV (*.csv)"
        )
        if name:
            self.write(Path(name))

    def write(self, place: Path) -> None:
        """Write the lines that fit the filter, beside the window."""
        from desktop_app.services import audit_log

        book, language, wanted = self.context.workspace, self.context.language, self.wanted()
        self.working.run(
            self.tr("Writing…"),
            lambda step: audit_log.export(book, place, wanted, language=language, step=step),
            on_success=self._written,
            on_failure=self.context.tell,
        )

    def _written(self, written: Any) -> None:
        box = QMessageBox(self)
        text = self.tr("{number} lines were written: {file}")
        box.setText(text.format(number=written.count, file=written.file))
        box.open()
