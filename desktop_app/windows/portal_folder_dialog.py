"""Going up by file: what goes and what stays back, where, progress, and where it lies then."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import format_number, size_text
from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.services.portal_words import note_action, note_text
from desktop_app.windows.carried_words import initiatives_text
from desktop_app.windows.destination import Destination
from desktop_app.windows.looks import fit_window, soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import TITLE, em, scaled_font
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.domain.portal_mapping import PortalNote
    from desktop_app.services.portal_folder import Exported, HeldBack, Plan
    from desktop_app.services.portal_lists import ToCheck

_WHAT, _WHERE, _DONE = range(3)
_MOST_SHOWN = 4


@dataclass(frozen=True)
class _Row:
    """An initiative of the list: it goes along, or it stays back for these reasons."""

    id: str
    code: str
    title: str
    unit: str
    size: int
    to_check: "tuple[ToCheck, ...]"
    package: int | None
    reasons: "tuple[PortalNote, ...]"


class PortalFolderDialog(QDialog):
    """Choose, where, progress, done; nothing is written before the last button but one."""

    help_subject = "portal-folder"

    def __init__(
        self, context: WindowContext, parent: QWidget, ids: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Up by file"))
        self._context, self._ids = context, ids
        self._plan: Plan | None = None
        self.exported: Exported | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        self.title = QLabel(self.tr("Hand-over folder for the portal"))
        self.title.setFont(scaled_font(TITLE, bold=True))
        self.title.setWordWrap(True)
        column.addWidget(self.title)
        self._stack = QStackedWidget()
        for part in (self._what_part(), self._where_part(), self._done_part()):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        self.working = Working(context)
        column.addWidget(self.working)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._foot())
        fit_window(self, parent, 60, 40)
        self._go_to(_WHAT)
        self._look()

    # The parts

    def _what_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        said = QLabel(
            self.tr(
                "A list, papers and files of each ticked initiative. What must be kept "
                "confidential is left out."
            )
        )
        said.setWordWrap(True)
        column.addWidget(said)
        columns = (
            Column(self.tr("Initiative"), lambda row: row.title, stretch=True),
            Column(self.tr("Unit"), lambda row: row.unit, width=13, extra=True),
            Column(self.tr("What becomes of it"), self._fate, _fate_state, width=15),
            Column(self.tr("Size"), self._size, width=8, extra=True),
        )
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("What goes up"))
        self.model = RowsModel(columns, checkable=True)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.table.setMinimumHeight(em(7))
        self.model.checks_changed.connect(self._count)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_detail())
        column.addWidget(self.table, 1)
        self.detail = _text()
        tint(self.detail, "quiet")
        column.addWidget(self.detail)
        self.counts = _text()
        column.addWidget(self.counts)
        return part

    def _where_part(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self.what = _text()
        self.what.setFont(scaled_font(1.1, bold=True))
        column.addWidget(self.what)
        self.destination = Destination(self._context)
        self.destination.changed.connect(self._allow)
        column.addWidget(self.destination)
        self.zip_box = QCheckBox(self.tr("As one &ZIP file, for mail or chat"))
        self.zip_box.toggled.connect(self._allow)
        column.addWidget(self.zip_box)
        self.limit = _text()
        tint(self.limit, "amber")
        column.addWidget(self.limit)
        column.addStretch(1)
        return _scrolled(inside)

    def _done_part(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self.done_title = _text()
        self.done_title.setFont(scaled_font(1.3, bold=True))
        tint(self.done_title, "green")
        self.done_text = _text()
        self.held = _text()
        tint(self.held, "amber")
        for label in (self.done_title, self.done_text, self.held):
            column.addWidget(label)
        column.addStretch(1)
        return _scrolled(inside)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.back_button = QPushButton(self.tr("&Back"))
        self.back_button.clicked.connect(lambda: self._go_to(_WHAT))
        self.folder_button = QPushButton(self.tr("&Open the folder"))
        self.folder_button.clicked.connect(self._open_folder)
        self.next_button = QPushButton(self.tr("&Where to…"))
        self.next_button.clicked.connect(lambda: self._go_to(_WHERE))
        self.write_button = QPushButton(self.tr("&Write"))
        self.write_button.clicked.connect(self.write)
        self.close_button = QPushButton(self.tr("&Finish"))
        self.close_button.clicked.connect(self.accept)
        for button in (self.next_button, self.write_button, self.close_button):
            button.setProperty("primary", True)
        for button in (
            self.cancel_button,
            self.back_button,
            self.folder_button,
            self.next_button,
            self.write_button,
            self.close_button,
        ):
            button.setAutoDefault(False)
            foot.addWidget(button)
        return foot

    def _go_to(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.cancel_button.setVisible(part != _DONE)
        self.back_button.setVisible(part == _WHERE)
        self.next_button.setVisible(part == _WHAT)
        self.write_button.setVisible(part == _WHERE)
        self.folder_button.setVisible(part == _DONE)
        self.close_button.setVisible(part == _DONE)
        self.problem.hide()
        self._allow()
        primary = (self.next_button, self.write_button, self.close_button)[part]
        primary.setDefault(True)
        if part == _WHAT:
            self.table.setFocus()
        else:
            primary.setFocus()

    # What goes

    def _look(self) -> None:
        from desktop_app.services import portal_folder

        workspace, ids = self._context.workspace, self._ids
        self.working.run(
            self.tr("Looking at what waits…"),
            lambda step: portal_folder.plan(workspace, ids, step),
            on_success=self._show_plan,
            on_failure=self._failed,
        )
        self._allow()

    def _show_plan(self, plan: "Plan") -> None:
        self._plan = plan
        rows = [
            _Row(i.id, i.code, i.title, i.unit, i.size, i.to_check, i.package, ())
            for i in plan.items
        ]
        rows += [_Row(h.id, h.code, h.title, "", 0, (), None, h.reasons) for h in plan.held_back]
        # What went along before is not sent a second time unless somebody ticks it.
        self.model.show(rows, [row.id for row in rows if not row.reasons and row.package is None])
        if rows:
            self.table.selectRow(0)
        self._count()
        self.table.setFocus()

    def _ticked(self) -> list[_Row]:
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        checked = set(self.model.checked)
        return [row for row in rows if row.id in checked and not row.reasons]

    def _count(self) -> None:
        plan = self._plan
        if plan is None:
            return
        going = self._ticked()
        size = sum(row.size for row in going)
        parts = [f"{initiatives_text(len(going))}, {size_text(size)}"]
        if plan.held_back:
            number = format_number(len(plan.held_back))
            parts.append(self.tr("{number} stay back").format(number=number))
        if any(row.to_check for row in going):
            number = format_number(sum(bool(row.to_check) for row in going))
            parts.append(
                self.tr("{number} have fields the portal may not take").format(number=number)
            )
        text = " · ".join(parts)
        if not (plan.items or plan.held_back):
            text = self.tr("Nothing waits. What is accepted under Review stands here.")
        self.counts.setText(text)
        self.what.setText(f"{initiatives_text(len(going))}, {size_text(size)}")
        self.destination.need(size)
        self._allow()

    def _show_detail(self) -> None:
        from desktop_app.services.portal_lists import check_text

        row = current_row(self.table)
        lines: list[str] = []
        if row is not None:
            language = self._context.language
            lines = [f"{row.code} · {row.title}"]
            for note in row.reasons:
                lines.append(f"{note_text(note, language)} {note_action(note, language)}".strip())
            lines += [f"• {check_text(each, language)}" for each in row.to_check[:_MOST_SHOWN]]
        self.detail.setText("\n".join(lines))

    def _fate(self, row: _Row) -> str:
        if row.reasons:
            return self.tr("Stays back")
        if row.package is not None:
            return self.tr("Went with number {number}").format(number=row.package)
        return (
            self.tr("To look at: {number}").format(number=len(row.to_check))
            if row.to_check
            else (self.tr("Goes along"))
        )

    def _size(self, row: _Row) -> str:
        return "" if row.reasons else size_text(row.size)

    # Writing

    def _allow(self) -> None:
        if not hasattr(self, "write_button"):
            return
        busy, going = self.working.busy, self._ticked()
        self.next_button.setEnabled(bool(going) and not busy)
        largest, size = self.destination.largest_file, sum(row.size for row in going)
        too_large = self.zip_box.isChecked() and largest is not None and size > largest
        self.limit.setVisible(too_large)
        if too_large:
            text = self.tr("This stick holds files up to {size} only: write a folder.")
            self.limit.setText(text.format(size=size_text(largest or 0)))
        self.write_button.setEnabled(bool(going) and not busy and not too_large)
        for part in (self.destination, self.zip_box, self.back_button):
            part.setEnabled(not busy)

    def write(self) -> None:
        """Write into the chosen place as a background job; without a place, ask for one."""
        from desktop_app.services import portal_folder

        if self.destination.folder is None:
            self.destination.choose_folder()
        folder = self.destination.folder
        ids = [row.id for row in self._ticked()]
        if folder is None or not ids or self.working.busy:
            return
        self.destination.remember()
        workspace, as_zip = self._context.workspace, self.zip_box.isChecked()
        self.problem.hide()
        self.working.run(
            self.tr("Writing into {folder}").format(folder=folder),
            lambda step: portal_folder.export_folder(workspace, folder, ids, step, as_zip=as_zip),
            on_success=self._done,
            on_failure=self._failed,
        )
        self._allow()

    def _failed(self, error: AppError) -> None:
        tint(self.problem, "text" if isinstance(error, Cancelled) else "red")
        self.problem.setText(told(error, self._context.language))
        self.problem.show()
        self._allow()

    def _done(self, exported: "Exported") -> None:
        self.exported = exported
        on_stick = self.destination.on_stick
        self.done_title.setText(
            self.tr("The stick can be taken out") if on_stick else self.tr("The hand-over is there")
        )
        said = self.tr(
            "{name}: {what}, {files} files, {size}. Everything was written, read back and compared."
        )
        lines = [
            said.format(
                name=exported.path.name,
                what=initiatives_text(exported.count),
                files=format_number(exported.files),
                size=size_text(exported.size),
            )
        ]
        if exported.to_check:
            lines.append(
                self.tr(
                    "{number} of them have fields the portal may not take as they are: they stand "
                    "in the last column of the list."
                ).format(number=format_number(exported.to_check))
            )
        lines.append(
            self.tr(
                "When the portal's answers come as a list, read it under Answers of the portal."
            )
        )
        self.done_text.setText("\n\n".join(lines))
        self.held.setVisible(bool(exported.held_back))
        self.held.setText("\n".join(self._held_lines(exported.held_back)))
        self.title.setText(self.tr("Hand-over number {number}").format(number=exported.number))
        self._go_to(_DONE)

    def _held_lines(self, held: "Sequence[HeldBack]") -> list[str]:
        language = self._context.language
        return [
            self.tr("Stay back:"),
            *(
                f"• {each.code} · {each.title}: "
                + " ".join(note_text(note, language) for note in each.reasons)
                for each in held
            ),
        ]

    def _open_folder(self) -> None:
        if self.exported is not None:
            place: Path = self.exported.path
            shown = place if place.is_dir() else place.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))

    # Leaving

    def reject(self) -> None:
        """Esc and Cancel: while writing they stop the work first."""
        if self.working.busy:
            self.working.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window that still writes is not closed under the work."""
        if self.working.busy:
            self.working.stop()
            event.ignore()
        else:
            super().closeEvent(event)


def _fate_state(row: Any) -> str:
    if row.reasons:
        return "returned"
    if row.package is not None:
        return "same"
    return "conflict" if row.to_check else "new"


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _scrolled(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    return scroll
