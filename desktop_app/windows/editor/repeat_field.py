"""A repeat as lines that come and go: added, removed, carried, undone; files become lines."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.domain.findings import Path
from desktop_app.domain.initiative import even_shares
from desktop_app.domain.numbers import exact, format_percent
from desktop_app.forms.form import Question, QuestionKind, Repeat
from desktop_app.windows.editor.editor_base import is_redo, is_undo
from desktop_app.windows.editor.file_lines import FileLinesFoot
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.incoming_files import (
    IncomingFile,
    files_in,
    how_many,
    pasted,
)
from desktop_app.windows.editor.line_grip import LINE, LineGrip, carry, place_at
from desktop_app.windows.editor.question_field import QuestionField, finding_label, quiet_label
from desktop_app.windows.theme import QUESTION, scaled_font, tokens

if TYPE_CHECKING:
    from desktop_app.windows.editor.fields import Field

_ALT = Qt.KeyboardModifier.AltModifier
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RepeatField(QWidget):
    """A repeat: one card per line, a button for another; what was done to lines can be undone."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, repeat: Repeat, path: Path, draft: FormDraft) -> None:
        super().__init__()
        self.repeat, self.path, self._draft = repeat, path, draft
        self.fields: list[Field] = []
        self._cards: list[QWidget] = []
        self._file_foot: FileLinesFoot | None = None
        self._file = next(
            (
                node.name
                for node in repeat.children
                if isinstance(node, Question)
                and node.kind in (QuestionKind.IMAGE, QuestionKind.FILE)
            ),
            None,
        )
        self._carried: int | None = None
        self._let_go_at: int | None = None
        self.setAcceptDrops(not draft.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        self._label = QLabel(draft.text(repeat.labels, path) or repeat.name)
        self._label.setFont(scaled_font(QUESTION, bold=True))
        self._label.setWordWrap(True)
        column.addWidget(self._label)
        self._hint = quiet_label(column)
        self._hint.setText(draft.text(repeat.hints, path))
        self._hint.setVisible(bool(self._hint.text()))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addLayout(self._lines)
        self._finding = finding_label(column)
        if self._file is not None and not draft.read_only and not self._counted:
            self._file_foot = FileLinesFoot()
            self._file_foot.chosen.connect(self.take)
            self._file_foot.scan_wanted.connect(lambda: draft.files.scan(self.add_files))
            column.addWidget(self._file_foot)
        column.addLayout(self._foot())
        self._build()

    @property
    def _counted(self) -> bool:
        """Whether the form itself says how many lines there are."""
        return self.repeat.count is not None

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self.add_button = QPushButton(self.tr("Add a line"))
        self.add_button.setAccessibleName(
            self.tr("Add a line: {name}").format(name=self._draft.text(self.repeat.labels))
        )
        self.add_button.clicked.connect(self.add)
        self.add_button.setVisible(not self._draft.read_only and not self._counted)
        self.undo_button = QPushButton(self.tr("Undo"))
        self.undo_button.setAccessibleName(
            self.tr("Undo in {name}").format(name=self._draft.text(self.repeat.labels))
        )
        self.undo_button.clicked.connect(lambda: self._go(self._draft.undo(self.path)))
        foot.addWidget(self.add_button)
        foot.addWidget(self.undo_button)
        if self.repeat.name == "authors":
            share = QPushButton(self.tr("Share evenly"))
            share.clicked.connect(self._share)
            share.setVisible(not self._draft.read_only)
            self._total = QLabel()
            foot.addWidget(share)
            foot.addWidget(self._total)
        foot.addStretch(1)
        return foot

    def _rows(self) -> list[Any]:
        rows = self._draft.at(self.path)
        return rows if isinstance(rows, list) else []

    def _build(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.fields, self._cards = [], []
        for number in range(len(self._rows())):
            self._cards.append(self._card(number))
            self._lines.addWidget(self._cards[-1])
        self._tell()
        self.rebuilt.emit()

    def _card(self, number: int) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        if not self._draft.read_only and len(self._rows()) > 1:
            grip = LineGrip()
            grip.pulled.connect(lambda: self._carry(card, number))
            head.addWidget(grip)
        head.addWidget(QLabel(f"{number + 1}"))
        head.addStretch(1)
        if not self._draft.read_only:
            for by, sign in ((-1, "↑"), (1, "↓")):
                head.addWidget(self._mover(number, by, sign))
        if not self._draft.read_only and not self._counted:
            remove = QPushButton(self.tr("Remove"))
            remove.setAccessibleName(self.tr("Remove line {number}").format(number=number + 1))
            remove.clicked.connect(lambda: self.remove(number))
            head.addWidget(remove)
        column.addLayout(head)
        from desktop_app.windows.editor.fields import build

        for made in build(self.repeat.children, (*self.path, number), self._draft, column):
            made.changed.connect(self._inner_changed)
            if not isinstance(made, QuestionField):
                made.rebuilt.connect(self.rebuilt)
            self.fields.append(made)
        return card

    def _inner_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _change(self, rows: list[Any]) -> None:
        self._draft.change_rows(self.path, rows)
        self._build()
        self.changed.emit()

    def add(self) -> None:
        """Add a line and put the cursor in it."""
        rows = [*self._rows(), self._draft.new_row(self.repeat, self.path[:-1])]
        if self.repeat.name == "authors" and len(rows) == 1:
            # The only author has the whole share and is the one to call.
            names = {node.name for node in self.repeat.children}
            only = {"contribution_percent": 100, "is_contact": "yes"}
            rows[0] |= {name: value for name, value in only.items() if name in names}
        self._change(rows)
        last = [f for f in self.fields if f.path[len(self.path)] == len(rows) - 1]
        if last and isinstance(last[0], QuestionField):
            last[0].setFocus()

    # Order

    def _mover(self, number: int, by: int, sign: str) -> QPushButton:
        button = QPushButton(sign)
        button.setProperty("flat-link", True)
        text = self.tr("Move line {number} up") if by < 0 else self.tr("Move line {number} down")
        button.setAccessibleName(text.format(number=number + 1))
        button.setToolTip(self.tr("Alt+Up and Alt+Down move the line."))
        button.setVisible(0 <= number + by < len(self._rows()))
        button.clicked.connect(lambda: self.move_line(number, by))
        return button

    def move_line(self, number: int, by: int) -> None:
        """Move a line up or down; the cursor goes with it."""
        rows = list(self._rows())
        if not (0 <= number < len(rows) and 0 <= number + by < len(rows)):
            return
        rows.insert(number + by, rows.pop(number))
        self._change(rows)
        moved = [f for f in self.fields if f.path[len(self.path)] == number + by]
        if moved and isinstance(moved[0], QuestionField):
            moved[0].setFocus()

    def _carry(self, card: QFrame, number: int) -> None:
        self._carried, self._let_go_at = number, None
        carry(card)
        # The lines are built anew only now: the one that was pulled had to live until here.
        if isValid(self):
            self._carried = None
            if self._let_go_at not in (None, number):
                self.move_line(number, self._let_go_at - number)

    def _line_with_cursor(self) -> int | None:
        for made in self.fields:
            if made.isAncestorOf(self.window().focusWidget() or self):
                return int(made.path[len(self.path)])
        return None

    # Lines of files

    def take(self, incoming: list[IncomingFile]) -> None:
        """Take files in; each becomes a line of its own."""
        if incoming and not self._draft.read_only:
            self._draft.files.take(incoming, self.add_files)

    def add_files(self, values: list[dict[str, Any]]) -> None:
        """Add a line for each file that is not there yet."""
        from desktop_app.services.attaching import said_of

        assert self._file is not None
        rows = list(self._rows())
        there = {row[self._file]["sha256"] for row in rows if row.get(self._file)}
        fresh = [value for value in values if value["sha256"] not in there]
        for value in fresh:
            begun = self._draft.new_row(self.repeat, self.path[:-1])
            said = said_of(self._draft.form, self.repeat.name, value)
            rows.append(begun | said | {self._file: value})
        if len(fresh) < len(values):
            self._draft.files.tell(self.tr("The same file is in the list already"))
        if not fresh:
            return
        if isValid(self):
            self._change(rows)
        else:  # the page was built anew meanwhile; the answers are the same
            self._draft.change_rows(self.path, rows)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasFormat(LINE):
            wanted = self._carried is not None
        else:
            wanted = self._file is not None and how_many(data) > 0
        event.setAccepted(wanted)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self._carried is None:
            self.take(files_in(event.mimeData()))
            return
        y = int(event.position().y())
        self._let_go_at = place_at(y, self._cards, self._carried)

    def remove(self, number: int) -> None:
        """Take a line away; undo brings it back."""
        rows = list(self._rows())
        del rows[number]
        self._change(rows)
        self.undo_button.setFocus()
        if self._file is not None:
            self._draft.files.tell(self.tr("Line removed. Undo brings it back."))

    def _share(self) -> None:
        shares = even_shares(len(self._rows()))
        self._change(
            [
                row | {"contribution_percent": share}
                for row, share in zip(self._rows(), shares, strict=True)
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        incoming = pasted(event) if self._file is not None else []
        line = self._line_with_cursor() if event.modifiers() == _ALT else None
        if incoming:
            self.take(incoming)
        elif line is not None and event.key() in _MOVES and not self._draft.read_only:
            self.move_line(line, _MOVES[Qt.Key(event.key())])
        elif self._draft.read_only or not (is_undo(event) or is_redo(event)):
            super().keyPressEvent(event)
        elif is_undo(event):
            self._go(self._draft.undo(self.path))
        else:
            self._go(self._draft.redo(self.path))

    def _go(self, done: bool) -> None:
        if done:
            self._draft.history.forget_below(self.path)
            self._build()
            self.changed.emit()

    def _tell(self) -> None:
        can = self._draft.history.can_undo(self.path)
        self.undo_button.setVisible(can and not self._draft.read_only)
        if self._file_foot is not None:
            held = (row.get(self._file) for row in self._rows())
            self._file_foot.show_weight([file for file in held if file])
        if self.repeat.name != "authors":
            return
        total = sum(exact(row.get("contribution_percent", 0)) for row in self._rows())
        self._total.setText(self.tr("Total {total}").format(total=format_percent(total)))
        right = total == 100 or not self._rows()
        self._total.setStyleSheet(f"color: {tokens().green if right else tokens().amber}")

    def show_finding(self, text: str) -> None:
        """Say below the lines what is wrong with them as a whole."""
        self._finding.setText(text)
        self._finding.setVisible(bool(text))

    def refresh(self) -> None:
        """Show the label with the answers it names; as many lines as the form counts."""
        self._label.setText(self._draft.text(self.repeat.labels, self.path) or self.repeat.name)
        looked = self._draft.evaluation
        if not self._counted or looked is None:
            return
        rows: Any = looked.answers
        try:
            for step in self.path:
                rows = rows[step]
        except (KeyError, IndexError):
            rows = []
        mine = self._rows()
        if len(rows) > len(mine):
            # Lines beyond the count stay in the draft, irrelevant, and come back with it.
            self._draft.put(self.path, [*mine, *(dict(row) for row in rows[len(mine) :])])
            self._build()
