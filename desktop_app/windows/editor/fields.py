"""The fields of a form: questions, groups under a heading, repeats as lines that come and go."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.findings import Path
from desktop_app.domain.initiative import even_shares
from desktop_app.domain.numbers import exact, format_percent
from desktop_app.forms.form import Group, Node, Question, Repeat
from desktop_app.windows.editor.editor_base import is_redo, is_undo
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.question_field import QuestionField, finding_label, quiet_label
from desktop_app.windows.theme import QUESTION, scaled_font, tokens

__all__ = ["Field", "GroupField", "QuestionField", "RepeatField", "all_fields", "build"]


class RepeatField(QWidget):
    """A repeat: one card per line, a button for another; what was done to lines can be undone."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, repeat: Repeat, path: Path, draft: FormDraft) -> None:
        super().__init__()
        self.repeat, self.path, self._draft = repeat, path, draft
        self.fields: list[Field] = []
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
        self.fields = []
        for number in range(len(self._rows())):
            self._lines.addWidget(self._card(number))
        self._tell()
        self.rebuilt.emit()

    def _card(self, number: int) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(QLabel(f"{number + 1}"))
        head.addStretch(1)
        if not self._draft.read_only and not self._counted:
            remove = QPushButton(self.tr("Remove"))
            remove.setAccessibleName(self.tr("Remove line {number}").format(number=number + 1))
            remove.clicked.connect(lambda: self.remove(number))
            head.addWidget(remove)
        column.addLayout(head)
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

    def remove(self, number: int) -> None:
        """Take a line away; undo brings it back."""
        rows = list(self._rows())
        del rows[number]
        self._change(rows)
        self.undo_button.setFocus()

    def _share(self) -> None:
        shares = even_shares(len(self._rows()))
        self._change(
            [
                row | {"contribution_percent": share}
                for row, share in zip(self._rows(), shares, strict=True)
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._draft.read_only or not (is_undo(event) or is_redo(event)):
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


class GroupField(QWidget):
    """Questions that belong together below a heading."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, group: Group, path: Path, draft: FormDraft) -> None:
        super().__init__()
        self.group, self.path, self._draft = group, path, draft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self._heading = QLabel(draft.text(group.labels, path))
        self._heading.setFont(scaled_font(QUESTION, bold=True))
        self._heading.setWordWrap(True)
        self._heading.setVisible(bool(self._heading.text()))
        column.addWidget(self._heading)
        self.fields = list(build(group.children, path[:-1], draft, column))
        for made in self.fields:
            made.changed.connect(self.changed)
            if not isinstance(made, QuestionField):
                made.rebuilt.connect(self.rebuilt)

    def show_finding(self, text: str) -> None:
        """A group has no answer of its own; its questions say what is wrong."""

    def refresh(self) -> None:
        """Show the heading with the answers it names."""
        self._heading.setText(self._draft.text(self.group.labels, self.path))


Field = QuestionField | RepeatField | GroupField


def build(
    nodes: Sequence[Node], at: Path, draft: FormDraft, column: QVBoxLayout
) -> Iterator[Field]:
    """Put the fields of some nodes into a column and give them."""
    for node in nodes:
        path = (*at, node.name)
        if isinstance(node, Question):
            made: Field = QuestionField(node, path, draft)
            column.addWidget(made)
            yield made
        elif isinstance(node, Repeat):
            made = RepeatField(node, path, draft)
            column.addWidget(made)
            yield made
        else:
            made = GroupField(node, path, draft)
            column.addWidget(made)
            yield made


def all_fields(fields: Sequence[Field]) -> Iterator[Field]:
    """Give fields and those inside repeats and groups."""
    for made in fields:
        yield made
        if not isinstance(made, QuestionField):
            yield from all_fields(made.fields)
