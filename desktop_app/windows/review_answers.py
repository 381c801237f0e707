"""The answers of a report, each with room for the officer's comment on it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.answer_text import answered, label_of, node_named
from desktop_app.windows.looks import tint
from desktop_app.windows.theme import em, scaled_font

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

_LONGEST = 400


class AnswersView(QScrollArea):
    """Answers by section; a comment box opens under the answer it is about."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Answers"))
        self._boxes: dict[str, _AnswerBox] = {}

    @property
    def comments(self) -> dict[str, str]:
        """What the officer wrote about single questions."""
        return {name: box.comment for name, box in self._boxes.items() if box.comment}

    def show_answers(
        self,
        form: "Form | None",
        answers: Mapping[str, Any],
        comments: Mapping[str, str],
        language: str,
        left_out: Sequence[str] = (),
        missed: Sequence[str] = (),
    ) -> None:
        """Show the answers of a report with the comments so far.

        ``missed`` are questions the check speaks of: without an answer they stand at the end, to
        be commented on. ``left_out`` are questions a redacted view does not answer: it says how
        many, not what.
        """
        self._boxes = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(em(0.5), em(0.5), em(0.5), em(0.5))
        column.setSpacing(em(0.5))
        if form is None:
            note = QLabel(self.tr("Its form is not known here. The pages show everything."))
            note.setWordWrap(True)
            column.addWidget(note)
        for section, entries in answered(form, answers, language) if form is not None else ():
            if section:
                head = QLabel(section)
                head.setFont(scaled_font(1.1, bold=True))
                head.setWordWrap(True)
                column.addWidget(head)
            for name, label, text in entries:
                self._add(column, name, label, text, comments)
        for name in dict.fromkeys([*missed, *comments]):
            node = node_named(form, name) if form is not None else None
            if node is not None and name not in self._boxes and name not in left_out:
                label = label_of(node, language)
                self._add(column, name, label, self.tr("(not answered)"), comments)
        if left_out:
            hidden = QLabel(
                self.tr("{number} confidential answers are left out.").format(number=len(left_out))
            )
            hidden.setWordWrap(True)
            tint(hidden, "amber")
            column.addWidget(hidden)
        column.addStretch(1)
        self.setWidget(body)

    def _add(
        self, column: QVBoxLayout, name: str, label: str, text: str, comments: Mapping[str, str]
    ) -> None:
        box = _AnswerBox(label, text, comments.get(name, ""))
        box.changed.connect(self.changed)
        self._boxes[name] = box
        column.addWidget(box)

    def begin_comment(self, name: str) -> None:
        """Open the comment box of a question."""
        box = self._boxes.get(name)
        if box is not None:
            box.begin()
            self.ensureWidgetVisible(box)

    def comment_box(self, name: str) -> QPlainTextEdit | None:
        """Open the comment box of a question and return it, None where it is not answered."""
        self.begin_comment(name)
        box = self._boxes.get(name)
        return box.edit if box is not None else None

    def go_to(self, name: str) -> bool:
        """Put the cursor on an answer; False where it is not answered."""
        box = self._boxes.get(name)
        if box is None:
            return False
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(box, em(1), em(6))
        return True

    def focus_first(self) -> None:
        """Put the cursor on the first answer."""
        for name in self._boxes:
            self.go_to(name)
            return
        self.setFocus()

    def step(self, by: int) -> None:
        """Go to the next or previous answer from the one the cursor is on."""
        names, here = list(self._boxes), self.current
        number = names.index(here) + by if here in names else 0
        if 0 <= number < len(names):
            self.go_to(names[number])

    @property
    def current(self) -> str:
        """The question the cursor is on, or in whose comment it stands; "" without one."""
        widget = self.window().focusWidget()
        for name, box in self._boxes.items():
            if widget is box or (widget is not None and box.isAncestorOf(widget)):
                return name
        return ""


class _AnswerBox(QFrame):
    """One answer and its comment."""

    changed = Signal()

    def __init__(self, label: str, text: str, comment: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{label}: {text[:_LONGEST]}")
        self._label = name = _plain(label)
        name.setFont(scaled_font(0.92))
        tint(name, "quiet")
        self._value = _plain(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        self._value.setToolTip(text if len(text) > _LONGEST else "")
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = QPlainTextEdit(comment)
        self.edit.setAccessibleName(self.tr("Comment on: {question}").format(question=label))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(em(3.6))
        self.edit.textChanged.connect(self.changed)
        self.edit.setVisible(bool(comment))
        self._begin = QPushButton(self.tr("Comment (C)"))
        self._begin.setProperty("flat-link", True)
        self._begin.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._begin.setAccessibleName(self.edit.accessibleName())
        self._begin.clicked.connect(self.begin)
        self._begin.setVisible(not comment)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.6), em(0.4), em(0.6), em(0.3))
        column.setSpacing(em(0.2))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._value)
        column.addWidget(self.edit)

    @property
    def comment(self) -> str:
        """What was written about this answer."""
        return self.edit.toPlainText().strip()

    def begin(self) -> None:
        """Open the comment box."""
        self._begin.hide()
        self.edit.show()
        self.edit.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the answer the cursor is on by its ground and a bold label."""
        super().focusInEvent(event)
        self._mark(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark away."""
        super().focusOutEvent(event)
        self._mark(on=False)

    def _mark(self, *, on: bool) -> None:
        self._label.setFont(scaled_font(0.92, bold=on))
        self._label.setText(f"▸ {self._label.text()}" if on else self._label.text()[2:])
        tint(self._label, "accent" if on else "quiet")


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
