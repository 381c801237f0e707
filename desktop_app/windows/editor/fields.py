"""Questions on the page: label, hint, editor, finding; repeats as lines that come and go."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.findings import Path
from desktop_app.domain.numbers import exact, format_percent
from desktop_app.forms.form import Form, Group, Node, Question, QuestionKind, Repeat, Texts
from desktop_app.windows.editor.question_editors import QuestionEditor, make_editor
from desktop_app.windows.theme import QUESTION, scaled_font, tokens


@dataclass
class FormDraft:
    """The answers being written; the only place where they live while the editor is open."""

    form: Form
    answers: dict[str, Any]
    language: str
    read_only: bool
    take: Callable[[str], Any]
    read: Callable[[str], bytes]
    new_row: Callable[[Repeat], dict[str, Any]]
    comments: dict[str, str] = field(default_factory=dict)

    def at(self, path: Path) -> Any:
        """Return the answer at a path, None for none."""
        value: Any = self.answers
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def put(self, path: Path, value: Any) -> None:
        """Put an answer at a path; None takes it away."""
        holder: Any = self.answers
        for step in path[:-1]:
            holder = holder[step]
        if value is None:
            holder.pop(path[-1], None)
        else:
            holder[path[-1]] = value

    def text(self, texts: Texts) -> str:
        """Return a text in the language of the window."""
        return texts.get(self.language) or next(iter(texts.values()), "")


class QuestionField(QWidget):
    """A question with its label, hint, editor and what is wrong with its answer."""

    changed = Signal()
    entered = Signal(object)

    def __init__(self, question: Question, path: Path, draft: FormDraft) -> None:
        super().__init__()
        self.question, self.path, self._draft = question, path, draft
        self._touched = False
        label = draft.text(question.labels) or question.name
        self.editor: QuestionEditor = make_editor(question, draft.language, draft.take, draft.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        self._label = QLabel(label)
        self._label.setFont(scaled_font(QUESTION if not len(path) > 1 else 1, bold=True))
        self._label.setWordWrap(True)
        column.addWidget(self._label)
        hint = draft.text(question.hints)
        if hint:
            below = QLabel(hint)
            below.setWordWrap(True)
            below.setStyleSheet(f"color: {tokens().quiet}")
            column.addWidget(below)
        comment = draft.comments.get(question.name)
        if comment:
            said = QLabel(self.tr("Officer: {comment}").format(comment=comment))
            said.setWordWrap(True)
            said.setStyleSheet(
                f"color: {tokens().amber}; background: {tokens().amber_soft}; padding: 0.4em"
            )
            column.addWidget(said)
        column.addWidget(self.editor)
        self._finding = QLabel()
        self._finding.setWordWrap(True)
        self._finding.setStyleSheet(f"color: {tokens().amber}")
        self._finding.hide()
        column.addWidget(self._finding)
        main = self.editor.main_widget()
        self._label.setBuddy(main)
        main.setAccessibleName(label)
        main.setAccessibleDescription(hint)
        self.setFocusProxy(main)
        self.editor.show_answer(draft.at(path))
        self.editor.set_read_only(draft.read_only or question.readonly)
        self.editor.changed.connect(self._changed)
        self.editor.entered.connect(lambda: self.entered.emit(self))
        self.editor.left.connect(self._left)

    def _changed(self) -> None:
        self._draft.put(self.path, self.editor.answer())
        self.changed.emit()

    def _left(self) -> None:
        self._touched = True

    @property
    def touched(self) -> bool:
        """Whether the person has been here and left."""
        return self._touched

    def show_finding(self, text: str) -> None:
        """Say under the field what is wrong; an empty text says nothing."""
        self._finding.setText(text)
        self._finding.setVisible(bool(text))

    def refresh(self) -> None:
        """Show the answer again: a calculation may have changed it."""
        if self.question.kind in (QuestionKind.CALCULATE, QuestionKind.NOTE):
            self.editor.show_answer(self._draft.at(self.path))


class RepeatField(QWidget):
    """A repeat: one card per line, a button for another, undo for a removed one."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, repeat: Repeat, path: Path, draft: FormDraft) -> None:
        super().__init__()
        self.repeat, self.path, self._draft = repeat, path, draft
        self._removed: tuple[int, Any] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(8)
        label = QLabel(draft.text(repeat.labels) or repeat.name)
        label.setFont(scaled_font(QUESTION, bold=True))
        label.setWordWrap(True)
        self._column.addWidget(label)
        hint = draft.text(repeat.hints)
        if hint:
            below = QLabel(hint)
            below.setWordWrap(True)
            below.setStyleSheet(f"color: {tokens().quiet}")
            self._column.addWidget(below)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._column.addLayout(self._lines)
        self._finding = QLabel()
        self._finding.setWordWrap(True)
        self._finding.setStyleSheet(f"color: {tokens().amber}")
        self._finding.hide()
        self._column.addWidget(self._finding)
        self._column.addLayout(self._foot())
        self.fields: list[QuestionField | RepeatField] = []
        self._build()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self.add_button = QPushButton(self.tr("Add a line"))
        self.add_button.setAccessibleName(
            self.tr("Add a line: {name}").format(name=self._draft.text(self.repeat.labels))
        )
        self.add_button.clicked.connect(self.add)
        self._undo = QPushButton(self.tr("Bring the removed line back"))
        self._undo.clicked.connect(self._bring_back)
        self._undo.hide()
        foot.addWidget(self.add_button)
        foot.addWidget(self._undo)
        if self.repeat.name == "authors":
            share = QPushButton(self.tr("Share evenly"))
            share.clicked.connect(self._share)
            share.setVisible(not self._draft.read_only)
            self._total = QLabel()
            foot.addWidget(share)
            foot.addWidget(self._total)
        foot.addStretch(1)
        self.add_button.setVisible(not self._draft.read_only)
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
        self._tell_total()
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
        if not self._draft.read_only:
            remove = QPushButton(self.tr("Remove"))
            remove.setAccessibleName(self.tr("Remove line {number}").format(number=number + 1))
            remove.clicked.connect(lambda: self.remove(number))
            head.addWidget(remove)
        column.addLayout(head)
        for made in build(self.repeat.children, (*self.path, number), self._draft, column):
            made.changed.connect(self._inner_changed)
            self.fields.append(made)
        return card

    def _inner_changed(self) -> None:
        self._tell_total()
        self.changed.emit()

    def add(self) -> None:
        """Add a line and put the cursor in it."""
        rows = [*self._rows(), self._draft.new_row(self.repeat)]
        if self.repeat.name == "authors" and len(rows) == 1:
            # The only author has the whole share and is the one to call.
            names = {node.name for node in self.repeat.children}
            only = {"contribution_percent": 100, "is_contact": "yes"}
            rows[0] |= {name: value for name, value in only.items() if name in names}
        self._draft.put(self.path, rows)
        self._build()
        self.changed.emit()
        last = [f for f in self.fields if f.path[len(self.path)] == len(rows) - 1]
        if last and isinstance(last[0], QuestionField):
            last[0].setFocus()

    def remove(self, number: int) -> None:
        """Take a line away; it can be brought back."""
        rows = list(self._rows())
        self._removed = (number, rows.pop(number))
        self._draft.put(self.path, rows or None)
        self._undo.show()
        self._build()
        self.changed.emit()

    def _bring_back(self) -> None:
        if self._removed is not None:
            number, row = self._removed
            rows = list(self._rows())
            rows.insert(number, row)
            self._draft.put(self.path, rows)
            self._removed = None
            self._undo.hide()
            self._build()
            self.changed.emit()

    def _share(self) -> None:
        """Share 100 evenly in hundredths; the first take what is left over."""
        rows = self._rows()
        if rows:
            each, left = divmod(10_000, len(rows))
            for number, row in enumerate(rows):
                share = (each + (number < left)) / 100
                row["contribution_percent"] = int(share) if share == int(share) else share
            self._build()
            self.changed.emit()

    def _tell_total(self) -> None:
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
        """Show calculations again."""
        for inner in self.fields:
            inner.refresh()


Field = QuestionField | RepeatField


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
        elif isinstance(node, Group):
            yield from build(node.children, at, draft, column)


def all_fields(fields: Sequence[Field]) -> Iterator[Field]:
    """Give fields and those inside repeats."""
    for made in fields:
        yield made
        if isinstance(made, RepeatField):
            yield from all_fields(made.fields)
