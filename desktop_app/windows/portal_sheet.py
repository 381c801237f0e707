"""Bản để nhập cổng: the fields in the portal's order, copied one key each, and what came of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.lengths import LONGEST_CODE
from desktop_app.domain.numbers import format_number
from desktop_app.services.portal import portal_states
from desktop_app.services.portal_words import note_action, note_text
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.looks import tint
from desktop_app.windows.portal_fields import PortalFields
from desktop_app.windows.portal_files import PortalFiles
from desktop_app.windows.theme import QUESTION, em, scaled_font, tokens

if TYPE_CHECKING:
    from desktop_app.services.portal_entry import EntrySheet


class PortalSheetView(QWidget):
    """One initiative: why it cannot go up, its fields, its files, its code and state there."""

    save_files = Signal()
    mend = Signal()
    """Wants to go where it can be mended what stands against going up."""
    record = Signal(str, str)
    """Code and state that were typed back."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.sheet: EntrySheet | None = None
        self._done: dict[tuple[str, str], frozenset[str]] = {}
        self._typed: dict[tuple[str, str], tuple[str, str]] = {}
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
        self.fields = PortalFields(language)
        self.table, self.model = self.fields.table, self.fields.model
        self.fields.ended.connect(self._to_the_code)
        column.addWidget(self.fields, 1)
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
        self.mend_button = QPushButton(self.tr("Open under Re&view"))
        self.mend_button.setAutoDefault(False)
        self.mend_button.clicked.connect(self.mend)
        column.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_files(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        self.files_label = QLabel()
        self.files_label.setWordWrap(True)
        self.save_button = QPushButton(self.tr("&Save files in…"))
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
        self.sheet = sheet
        self.setEnabled(sheet is not None)
        self.fields.setVisible(sheet is not None)
        if sheet is not None:
            self.title.setText(sheet.title)
            self.whose.setText(" · ".join(p for p in (sheet.code, sheet.unit, sheet.authors) if p))
        else:
            self.title.clear()
            self.whose.clear()
        self._show_note(sheet)
        done = self._done.get(_key(sheet), frozenset()) if sheet is not None else ()
        self.fields.show_fields(sheet, done)
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

    def _remember(self) -> None:
        """Keep what was copied and typed of the sheet shown, while the window is open."""
        sheet = self.sheet
        if sheet is None:
            return
        self._done[_key(sheet)] = self.fields.copied
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
        self.mend_button.setVisible(blocked)

    def _show_files(self, sheet: "EntrySheet | None") -> None:
        files = sheet.attachments if sheet is not None else ()
        self.files.show_files(files, self._language)
        text = self.tr("No files go along.")
        if files:
            text = self.tr("{number} files: drag them to the portal, or save them (Ctrl+S).")
        self.files_label.setText(text.format(number=format_number(len(files))))
        self.save_button.setVisible(bool(files))

    def _to_the_code(self) -> None:
        self.code_edit.setFocus()
        self.area.ensureWidgetVisible(self.record_button)

    def send(self) -> None:
        """Hand code and state to whoever records them; without a code ask for it."""
        if not self.record_button.isEnabled():
            return
        code = self.code_edit.text().strip()
        if code:
            self.record.emit(code, str(self.state_box.currentData()))
        else:
            self.code_edit.setPlaceholderText(self.tr("Enter the code first"))
            self._to_the_code()


def _key(sheet: "EntrySheet") -> tuple[str, str]:
    return sheet.initiative_id, sheet.revision_hash
