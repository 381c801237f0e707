"""The answers of a report, each with room for the officer's comment on it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
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

from desktop_app.windows.answer_text import answered
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
    ) -> None:
        """Show the answers of a report with the comments so far."""
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
                box = _AnswerBox(label, text, comments.get(name, ""))
                box.changed.connect(self.changed)
                self._boxes[name] = box
                column.addWidget(box)
        column.addStretch(1)
        self.setWidget(body)

    def begin_comment(self, name: str) -> None:
        """Open the comment box of a question."""
        box = self._boxes.get(name)
        if box is not None:
            box.begin()
            self.ensureWidgetVisible(box)


class _AnswerBox(QFrame):
    """One answer and its comment."""

    changed = Signal()

    def __init__(self, label: str, text: str, comment: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        name = _plain(label)
        name.setFont(scaled_font(0.92))
        tint(name, "quiet")
        self._value = _plain(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        self._value.setToolTip(text if len(text) > _LONGEST else "")
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._edit = QPlainTextEdit(comment)
        self._edit.setAccessibleName(self.tr("Comment on: {question}").format(question=label))
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(em(3.6))
        self._edit.textChanged.connect(self.changed)
        self._edit.setVisible(bool(comment))
        self._begin = QPushButton(self.tr("Comment"))
        self._begin.setProperty("flat-link", True)
        self._begin.setAccessibleName(self._edit.accessibleName())
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
        column.addWidget(self._edit)

    @property
    def comment(self) -> str:
        """What was written about this answer."""
        return self._edit.toPlainText().strip()

    def begin(self) -> None:
        """Open the comment box."""
        self._begin.hide()
        self._edit.show()
        self._edit.setFocus()


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
