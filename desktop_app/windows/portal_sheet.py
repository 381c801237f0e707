"""Bản để nhập cổng: the fields in the portal's order, copied one key each, and what came of it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.lengths import LONGEST_CODE
from desktop_app.domain.numbers import format_number
from desktop_app.domain.portal_mapping import counted, limit_place
from desktop_app.services.portal import portal_states
from desktop_app.services.portal_words import note_action, note_text
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.portal_files import PortalFiles
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import QUESTION, em, scaled_font, tokens

if TYPE_CHECKING:
    from desktop_app.services.portal_entry import EntryField, EntrySheet

_COPYING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class FieldRow:
    """A field as the table shows it."""

    id: str
    entry: "EntryField"
    label: str
    copied: bool = False


class PortalSheetView(QWidget):
    """One initiative: why it cannot go up, its fields, its files, its code and state there."""

    save_files = Signal()
    record = Signal(str, str)
    """Code and state that were typed back."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.sheet: EntrySheet | None = None
        self._done: dict[tuple[str, str], frozenset[str]] = {}
        self._typed: dict[tuple[str, str], tuple[str, str]] = {}
        self.copies = 0
        """How many fields of this sheet were copied."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self._build_head(column)
        self._build_fields(column)
        self._build_files(column)
        self._build_foot(column)
        self.area.setWidget(inside)
        outer.addWidget(self.area)
        self.show_sheet(None)

    # Building

    def _build_head(self, column: QVBoxLayout) -> None:
        self.title = QLabel()
        self.title.setFont(scaled_font(QUESTION, bold=True))
        self.whose = QLabel()
        tint(self.whose, "quiet")
        self.note = QLabel()
        self.note.setMargin(em(0.5))
        self.note.setAutoFillBackground(True)
        for label in (self.title, self.whose, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)

    def _build_fields(self, column: QVBoxLayout) -> None:
        columns = (
            Column(self.tr("Field on the portal"), lambda row: row.label, width=9.5),
            Column(self.tr("What to enter"), lambda row: _one_line(row.entry.text), stretch=True),
            Column(self.tr("Length"), _length, width=6, extra=True),
            Column(self.tr("State"), self._word, _state, width=7.8),
        )
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Fields in the portal's order"))
        self.model = RowsModel(columns)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.table.setMinimumHeight(em(9))
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _index: self.copy_current())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_field())
        column.addWidget(self.table, 1)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The whole text of the field"))
        self.text.setFixedHeight(em(5.5))
        line = QHBoxLayout()
        self.fit_button = QPushButton(self.tr("Select what &fits"))
        self.fit_button.setAutoDefault(False)
        self.fit_button.clicked.connect(self.select_what_fits)
        self.copy_button = QPushButton(self.tr("Copy (Ctrl+C)"))
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy_current)
        line.addWidget(self.said, 1)
        line.addWidget(self.fit_button)
        line.addWidget(self.copy_button)
        column.addLayout(line)
        column.addWidget(self.text)

    def _build_files(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        self.files_label = QLabel()
        self.files_label.setWordWrap(True)
        self.save_button = QPushButton(self.tr("&Save files (Ctrl+S)"))
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save_files)
        line.addWidget(self.files_label, 1)
        line.addWidget(self.save_button)
        self.files = PortalFiles()
        self.files_label.setBuddy(self.files)
        column.addLayout(line)
        column.addWidget(self.files)

    def _build_foot(self, column: QVBoxLayout) -> None:
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 8, 12, 8)
        place = QWidget()
        line = FlowLayout(place)
        inside.addWidget(place)
        self.code_edit = QLineEdit()
        self.code_edit.setMaxLength(LONGEST_CODE)
        self.state_box = QComboBox()
        for state in portal_states():
            self.state_box.addItem(state.labels[self._language], state.code)
        parts = (
            (self.tr("&Code on the portal"), self.code_edit),
            (self.tr("S&tate there"), self.state_box),
        )
        for text, field in parts:
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            field.setMinimumWidth(em(9))
            line.addWidget(label)
            line.addWidget(field)
        self.record_button = QPushButton(self.tr("&Record, next (Ctrl+Enter)"))
        self.record_button.setProperty("primary", True)
        self.record_button.setAutoDefault(False)
        self.record_button.clicked.connect(self.send)
        inside.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(card)

    # Showing

    def show_sheet(self, sheet: "EntrySheet | None") -> None:
        """Show a sheet from its first field on; None while there is none.

        What was copied of it and typed back before is shown again as it was.
        """
        self._remember()
        self.sheet, self.copies = sheet, 0
        self.setEnabled(sheet is not None)
        rows: list[FieldRow] = []
        if sheet is not None:
            done = self._done.get(_key(sheet), frozenset())
            rows = [
                FieldRow(
                    each.field.code,
                    each,
                    each.field.labels.get(self._language, ""),
                    each.field.code in done,
                )
                for each in sheet.fields
            ]
            self.copies = sum(row.copied for row in rows)
            self.title.setText(sheet.title)
            self.whose.setText(" · ".join(p for p in (sheet.code, sheet.unit, sheet.authors) if p))
        else:
            self.title.clear()
            self.whose.clear()
        self._show_note(sheet)
        self.model.show(rows)
        self._show_files(sheet)
        code, state = (sheet.portal_code, sheet.portal) if sheet is not None else ("", "")
        if sheet is not None:
            code, state = self._typed.get(_key(sheet), (code, state))
        self.code_edit.setText(code)
        self.state_box.setCurrentIndex(max(0, self.state_box.findData(state)))
        going = sheet is not None and (not sheet.blocked or sheet.submission == "uploaded")
        self.record_button.setEnabled(going)
        self.code_edit.setEnabled(going)
        self.state_box.setEnabled(going)
        if rows:
            self.table.selectRow(self._to_copy(0))
        self._show_field()

    def _remember(self) -> None:
        """Keep what was copied and typed of the sheet shown, while the window is open."""
        sheet = self.sheet
        if sheet is None:
            return
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        self._done[_key(sheet)] = frozenset(row.id for row in rows if row.copied)
        if self.code_edit.text() != sheet.portal_code:
            typed = (self.code_edit.text(), str(self.state_box.currentData()))
            self._typed[_key(sheet)] = typed

    def recorded(self, sheet: "EntrySheet") -> None:
        """Forget what was typed for a sheet: it is kept in the book now."""
        if self.sheet is not None and self.sheet.initiative_id == sheet.initiative_id:
            code, state = self.code_edit.text().strip(), str(self.state_box.currentData())
            self.sheet = replace(self.sheet, portal_code=code, portal=state, submission="uploaded")
            self.code_edit.setText(code)
        self._typed.pop(_key(sheet), None)

    def _show_note(self, sheet: "EntrySheet | None") -> None:
        lines: list[str] = []
        for note in sheet.blocked if sheet is not None else ():
            said = f"{note_text(note, self._language)} {note_action(note, self._language)}"
            lines.append("⚠ " + said.strip())
        if sheet is not None and sheet.secret:
            text = self.tr("Trade secret: only title, summary of effect and reward go up.")
            lines.append(f"ⓘ {text}")
        elif sheet is not None and sheet.redacted and sheet.fields:
            lines.append("ⓘ " + self.tr("What is confidential was left out."))
        blocked = sheet is not None and bool(sheet.blocked)
        palette = self.note.palette()
        soft = tokens().amber_soft if blocked else tokens().blue_soft
        palette.setColor(self.note.backgroundRole(), QColor(soft))
        self.note.setPalette(palette)
        tint(self.note, "amber" if blocked else "blue")
        self.note.setText("\n".join(lines))
        self.note.setVisible(bool(lines))

    def _show_files(self, sheet: "EntrySheet | None") -> None:
        files = sheet.attachments if sheet is not None else ()
        self.files.show_files(files, self._language)
        text = self.tr("No files go along.")
        if files:
            text = self.tr("{number} files: drag them to the portal, or save them.")
        self.files_label.setText(text.format(number=format_number(len(files))))
        self.save_button.setVisible(bool(files))

    def _show_field(self) -> None:
        row = current_row(self.table) if self.model.rowCount() else None
        entry = row.entry if row is not None else None
        self.text.setPlainText(entry.text if entry is not None else "")
        limit = entry.field.limit if entry is not None else None
        place = limit_place(entry.text, limit) if entry is not None and limit else None
        over = entry is not None and place is not None and place < len(entry.text)
        marked: list[QTextEdit.ExtraSelection] = []
        if over and place is not None:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(counted(self.text.toPlainText()[:place]))
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setBackground(QColor(tokens().amber_soft))
            selection.format.setFontStrikeOut(True)
            marked.append(selection)
        self.text.setExtraSelections(marked)
        self.fit_button.setVisible(over)
        self.copy_button.setEnabled(bool(entry is not None and entry.text))
        self.said.setText(self._field_words(row))
        tint(self.said, "amber" if entry is not None and entry.problem is not None else "quiet")

    def _field_words(self, row: FieldRow | None) -> str:
        if row is None:
            return ""
        if row.entry.problem is not None:
            return f"⚠ {row.label}: {note_text(row.entry.problem, self._language)}"
        if row.entry.by_hand:
            return self.tr("{field}: not in the book, fill it in on the portal.").format(
                field=row.label
            )
        return row.label

    def _word(self, row: FieldRow) -> str:
        entry = row.entry
        if row.copied:
            return self.tr("Copied")
        if entry.by_hand:
            return self.tr("By hand")
        if entry.problem is not None:
            return {
                "long": self.tr("Too long"),
                "missing": self.tr("Missing"),
                "secret": self.tr("Left out"),
            }.get(entry.problem.part, self.tr("To check"))
        return self.tr("To copy") if entry.text else self.tr("Empty")

    # Copying

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that copy the current field; everything else goes its way."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.matches(QKeySequence.StandardKey.Copy) or (plain and event.key() in _COPYING):
                self.copy_current()
                return True
        return super().eventFilter(watched, event)

    def copy_current(self) -> None:
        """Copy the current field and go to the next one with text; after the last, to the code."""
        row = current_row(self.table) if self.model.rowCount() else None
        if row is None:
            return
        number = self.table.currentIndex().row()
        if row.entry.text:
            QGuiApplication.clipboard().setText(row.entry.text)
            self.copies += 0 if row.copied else 1
            self.model.put(replace(row, copied=True))
        following = self._to_copy(number + 1)
        if following > number:
            self.table.selectRow(following)
            self.table.scrollTo(self.model.index(following, 0))
            self.table.setFocus()
        else:
            self._show_field()
            self.code_edit.setFocus()
            self.area.ensureWidgetVisible(self.record_button)

    def _to_copy(self, number: int) -> int:
        """Return the next field with text not copied yet from a place on, 0 after the last."""
        for place in range(number, self.model.rowCount()):
            row = self.model.row(place)
            if row.entry.text and not row.copied:
                return place
        return 0

    def select_what_fits(self) -> None:
        """Select as much of the text as the portal takes; Ctrl+C there copies that alone."""
        row = current_row(self.table)
        limit = row.entry.field.limit if row is not None else None
        if limit is None:
            return
        text = self.text.toPlainText()
        cursor = self.text.textCursor()
        cursor.setPosition(0)
        end = counted(text[: limit_place(text, limit)])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.setFocus()

    def send(self) -> None:
        """Hand code and state to whoever records them."""
        if self.record_button.isEnabled():
            self.record.emit(self.code_edit.text(), str(self.state_box.currentData()))


def _key(sheet: "EntrySheet") -> tuple[str, str]:
    return sheet.initiative_id, sheet.revision_hash


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _length(row: FieldRow) -> str:
    if row.entry.field.limit is None:
        return ""
    return f"{row.entry.length}/{row.entry.field.limit}"


def _state(row: FieldRow) -> str:
    if row.entry.problem is not None and not row.copied:
        return "returned"
    if row.copied:
        return "accepted"
    return "received" if row.entry.text else "draft"
