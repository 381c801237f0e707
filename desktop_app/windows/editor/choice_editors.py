"""Choices: buttons for a few, a list for more, a list with a search for many.

Nothing is chosen beforehand. Which choices are offered can change with other answers; a chosen one
that is no longer offered stays to be seen until the person takes another.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.text import fold
from desktop_app.forms.form import Choice, Question, Texts
from desktop_app.windows.editor.editor_base import QuestionEditor, put_alone
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.theme import em, tokens

MOST_BUTTONS, MOST_IN_A_LIST = 6, 15


def choice_editor(question: Question, language: str) -> QuestionEditor:
    """Return the editor for a question with one choice."""
    number = len(question.choices)
    if number > MOST_IN_A_LIST or "autocomplete" in question.appearance:
        return SearchedChoiceEditor(question, language)
    if number > MOST_BUTTONS or "minimal" in question.appearance:
        return ListedChoiceEditor(question, language)
    return ButtonsEditor(question, language)


def _label(choice: Choice, language: str) -> str:
    return _text(choice.labels, language) or choice.name


def _text(texts: Texts, language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")


class ButtonsEditor(QuestionEditor):
    """A button for each choice; pressing the chosen one again takes the answer back."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        labels = [_label(choice, language) for choice in question.choices]
        across = "likert" in question.appearance or sum(map(len, labels)) <= 60
        line: QLayout = FlowLayout(self) if across else QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        group = QButtonGroup(self)
        group.setExclusive(False)
        for choice, label in zip(question.choices, labels, strict=True):
            button = QPushButton(label.replace("&", "&&"))
            button.setAccessibleName(label)
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.clicked.connect(lambda _on, name=choice.name: self._pressed(name))
            self.buttons[choice.name] = button
            line.addWidget(button)

    def _pressed(self, name: str) -> None:
        for other, button in self.buttons.items():
            button.setChecked(other == name and button.isChecked())
        self.entered.emit()
        self.changed.emit()
        self.left.emit()

    def answer(self) -> str | None:
        return next((name for name, b in self.buttons.items() if b.isChecked()), None)

    def show_answer(self, value: Any) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == value)

    def offer(self, choices: Sequence[Choice]) -> None:
        offered = {choice.name for choice in choices}
        for name, button in self.buttons.items():
            button.setVisible(name in offered or button.isChecked())

    def main_widget(self) -> QWidget:
        return next(iter(self.buttons.values()), self)


class ListedChoiceEditor(QuestionEditor):
    """A list that opens; its wheel does not change it while the page is scrolled."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        self._language = language
        self.box = QComboBox()
        self._all = {choice.name: choice for choice in question.choices}
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(20)
        self.box.activated.connect(lambda _index: self.changed.emit())
        self.box.activated.connect(lambda _index: self.left.emit())
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        put_alone(self, self.box)
        self.offer(question.choices)

    def answer(self) -> str | None:
        value = self.box.currentData()
        return None if value is None else str(value)

    def show_answer(self, value: Any) -> None:
        if value is not None and self.box.findData(value) < 0 and value in self._all:
            self.box.addItem(_label(self._all[value], self._language), value)
        self.box.setCurrentIndex(max(0, self.box.findData(value)))

    def offer(self, choices: Sequence[Choice]) -> None:
        names = [choice.name for choice in choices]
        if names == [self.box.itemData(row) for row in range(1, self.box.count())]:
            return
        chosen = self.answer()
        self.box.clear()
        self.box.addItem(self.tr("— choose —"), None)
        for choice in choices:
            self.box.addItem(_label(choice, self._language), choice.name)
        self.show_answer(chosen)

    def main_widget(self) -> QWidget:
        return self.box


class _Search(QLineEdit):
    """A line whose arrow keys move in the list below it."""

    def __init__(self, found: QListWidget) -> None:
        super().__init__()
        self._found = found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = self._found.currentRow() + (1 if event.key() == Qt.Key.Key_Down else -1)
            self._found.setCurrentRow(min(max(row, 0), self._found.count() - 1))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self._found.currentItem() or self._found.item(0)
            if item is not None:
                self._found.itemActivated.emit(item)
            return
        super().keyPressEvent(event)


class SearchedChoiceEditor(QuestionEditor):
    """Many choices: what is typed without marks finds them, Enter takes one."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        self._language = language
        self._value: str | None = None
        self._all = {choice.name: choice for choice in question.choices}
        self._offered = tuple(question.choices)
        self._chosen = QLabel()
        self._chosen.setWordWrap(True)
        self._chosen.setStyleSheet(f"color: {tokens().text}; font-weight: bold")
        self._clear = QPushButton(self.tr("Choose again"))
        self._clear.clicked.connect(lambda: self._take(None))
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Choices"))
        self.found.setFixedHeight(em(9))
        self.search = _Search(self.found)
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(_text(question.labels, language))
        self.search.setPlaceholderText(self.tr("Type to find, marks are not needed"))
        self.search.textChanged.connect(lambda _text: self._list())
        for signal in (self.found.itemActivated, self.found.itemClicked):
            signal.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self._chosen, 1)
        line.addWidget(self._clear)
        column.addLayout(line)
        column.addWidget(self.search)
        column.addWidget(self.found)
        self._list()
        self._show()

    def _list(self) -> None:
        words = fold(self.search.text()).split()
        self.found.clear()
        for choice in self._offered:
            label = _label(choice, self._language)
            folded = fold(label)
            if all(word in folded for word in words):
                item = QListWidgetItem(label)
                item.setData(Qt.ItemDataRole.UserRole, choice.name)
                self.found.addItem(item)
        if words and self.found.count():
            self.found.setCurrentRow(0)

    def _take(self, name: str | None) -> None:
        self._value = name
        self.search.clear()
        self._show()
        (self._clear if name else self.search).setFocus()
        self.entered.emit()
        self.changed.emit()
        self.left.emit()

    def _show(self) -> None:
        chosen = self._value is not None
        self._chosen.setText(
            _label(self._all[self._value], self._language) if self._value in self._all else ""
        )
        self._chosen.setVisible(chosen)
        self._clear.setVisible(chosen)
        self.search.setVisible(not chosen)
        self.found.setVisible(not chosen)
        self.setFocusProxy(self._clear if chosen else self.search)

    def answer(self) -> str | None:
        return self._value

    def show_answer(self, value: Any) -> None:
        self._value = value
        self._show()

    def offer(self, choices: Sequence[Choice]) -> None:
        if tuple(choices) != self._offered:
            self._offered = tuple(choices)
            self._list()


class ManyChoicesEditor(QuestionEditor):
    """Any number of choices."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._boxes: dict[str, QCheckBox] = {}
        for choice in question.choices:
            label = _label(choice, language)
            box = QCheckBox(label.replace("&", "&&"))
            box.setAccessibleName(label)
            box.clicked.connect(lambda _on: self.changed.emit())
            box.clicked.connect(lambda _on: self.left.emit())
            self._boxes[choice.name] = box
            column.addWidget(box)

    def answer(self) -> list[str] | None:
        return [name for name, box in self._boxes.items() if box.isChecked()] or None

    def show_answer(self, value: Any) -> None:
        for name, box in self._boxes.items():
            box.setChecked(name in (value or ()))

    def offer(self, choices: Sequence[Choice]) -> None:
        offered = {choice.name for choice in choices}
        for name, box in self._boxes.items():
            box.setVisible(name in offered or box.isChecked())

    def main_widget(self) -> QWidget:
        return next(iter(self._boxes.values()), self)
