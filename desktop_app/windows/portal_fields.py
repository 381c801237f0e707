"""The fields of a sheet in the portal's order: each copied with one key, the whole text below."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.portal_mapping import counted, limit_place
from desktop_app.services.portal_words import note_text
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import em, tokens

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


class PortalFields(QWidget):
    """A table of fields; Ctrl+C, Enter or Space copies the current one and goes to the next."""

    ended = Signal()
    """The last field was copied."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
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

    def show_fields(self, sheet: "EntrySheet | None", copied: Collection[str] = ()) -> None:
        """Show the fields of a sheet; ``copied`` names those that were copied before."""
        fields = sheet.fields if sheet is not None else ()
        self.model.show(
            [
                FieldRow(
                    each.field.code,
                    each,
                    each.field.labels.get(self._language, ""),
                    each.field.code in copied,
                )
                for each in fields
            ]
        )
        if fields:
            self.table.selectRow(self._to_copy(0))
        self._show_field()

    @property
    def copied(self) -> frozenset[str]:
        """The codes of the fields that were copied."""
        rows = [self.model.row(number) for number in range(self.model.rowCount())]
        return frozenset(row.id for row in rows if row.copied)

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
            self.model.put(replace(row, copied=True))
        following = self._to_copy(number + 1)
        if following > number:
            self.table.selectRow(following)
            self.table.scrollTo(self.model.index(following, 0))
            self.table.setFocus()
        else:
            self._show_field()
            self.ended.emit()

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
