"""One editor class per kind of question. An editor shows and reports; answers live elsewhere.

Free text is never completed, corrected or refused while it is typed: an input method such as
UniKey rewrites words with backspaces and must find them as it left them.
"""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QInputMethodEvent, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.dates import display_date, parts
from desktop_app.domain.numbers import format_number
from desktop_app.domain.text import nfc
from desktop_app.forms.form import Choice, Question, QuestionKind
from desktop_app.windows.theme import em

MOST_BUTTONS = 6


class QuestionEditor(QWidget):
    """What every editor of a question can do."""

    changed = Signal()
    entered = Signal()
    left = Signal()

    def answer(self) -> Any:
        """Return the answer as it is kept, None for none."""
        raise NotImplementedError

    def show_answer(self, value: Any) -> None:
        """Show an answer, None for none, without reporting a change."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Let the person look but not change."""
        self.setEnabled(not read_only)

    def pending(self) -> str | None:
        """Return text with what an input method has not committed yet, None when nothing is."""
        return None

    def main_widget(self) -> QWidget:
        """Return the widget that takes the focus."""
        return self


class _Line(QLineEdit):
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.composing = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = event.preeditString()
        super().inputMethodEvent(event)
        self.textEdited.emit(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Lines(QPlainTextEdit):
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.composing = ""
        self.setTabChangesFocus(True)
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Grow with the text, from three lines to fourteen."""
        lines = max(3, min(14, int(self.document().size().height()) + 1))
        height = QFontMetricsF(self.font()).lineSpacing() * lines * 1.05
        self.setFixedHeight(int(height + em(1)))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = event.preeditString()
        super().inputMethodEvent(event)
        self.textChanged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextEditor(QuestionEditor):
    """Free text, on one line or several."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._field: _Line | _Lines = _Lines() if "multiline" in question.appearance else _Line()
        if isinstance(self._field, _Line):
            self._field.textEdited.connect(lambda _text: self.changed.emit())
        else:
            self._field.textChanged.connect(self._typed)
        self._showing = False
        self._field.entered.connect(self.entered)
        self._field.left.connect(self.left)
        _alone(self, self._field)

    def _typed(self) -> None:
        if not self._showing:
            self.changed.emit()

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, _Line) else field.toPlainText()

    def answer(self) -> str | None:
        return nfc(self._text()) if self._text().strip() else None

    def show_answer(self, value: Any) -> None:
        if self.answer() == value:
            return
        self._showing = True
        text = "" if value is None else str(value)
        if isinstance(self._field, _Line):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
        self._showing = False

    def set_read_only(self, read_only: bool) -> None:
        self._field.setReadOnly(read_only)

    def pending(self) -> str | None:
        if not self._field.composing:
            return None
        if isinstance(self._field, _Line):
            place = self._field.cursorPosition()
        else:
            place = self._field.textCursor().position()
        text = self._text()
        return nfc(text[:place] + self._field.composing + text[place:])

    def main_widget(self) -> QWidget:
        return self._field


class _TypedEditor(QuestionEditor):
    """Text that means something else: a number or a date. What it means is echoed below."""

    def __init__(self) -> None:
        super().__init__()
        self.field = _Line()
        self.field.setMaximumWidth(em(16))
        self.echo = QLabel()
        self.field.textEdited.connect(lambda _text: self._typed())
        self.field.entered.connect(self.entered)
        self.field.left.connect(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.echo)
        self.echo.hide()

    def read(self, text: str) -> Any:
        """Return what a text means; ValueError when it means nothing."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """Return how an answer is written."""
        raise NotImplementedError

    def not_understood(self) -> str:
        """Return what to say of a text that means nothing."""
        raise NotImplementedError

    def answer(self) -> Any:
        text = self.field.text().strip()
        if not text:
            return None
        try:
            return self.read(text)
        except ValueError:
            return None

    def show_answer(self, value: Any) -> None:
        if value != self.answer() or (value is None and not self.field.text()):
            self.field.setText("" if value is None else self.write(value))

    def set_read_only(self, read_only: bool) -> None:
        self.field.setReadOnly(read_only)

    def main_widget(self) -> QWidget:
        return self.field

    def _typed(self) -> None:
        self.echo.hide()
        self.changed.emit()

    def _left(self) -> None:
        text = self.field.text().strip()
        if text and self.answer() is None:
            self.echo.setText(self.not_understood())
            self.echo.show()
        elif text:
            self.field.setText(self.write(self.answer()))
        self.left.emit()


class NumberEditor(_TypedEditor):
    """A number as Vietnamese papers write it: 1.234.567,89."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._whole = question.kind is QuestionKind.INTEGER

    def read(self, text: str) -> int | float:
        plain = text.replace(" ", "").replace("\u00a0", "")
        whole, comma, fraction = plain.partition(",")
        groups = whole.lstrip("-").split(".")
        grouped = len(groups) > 1 and all(len(g) == 3 for g in groups[1:])
        if len(groups) > 1 and not (grouped and 0 < len(groups[0]) <= 3):
            raise ValueError(text)
        try:
            number = Decimal(whole.replace(".", "") + ("." + fraction if comma else ""))
        except InvalidOperation as error:
            raise ValueError(text) from error
        if not number.is_finite() or abs(number) > 2**53 - 1:
            raise ValueError(text)
        if number == number.to_integral_value():
            return int(number)
        if self._whole:
            raise ValueError(text)
        return float(number)

    def write(self, value: Any) -> str:
        return format_number(value)

    def not_understood(self) -> str:
        return self.tr("Not understood as a number. Write for example 1.200.000 or 12,5.")


class DateEditor(_TypedEditor):
    """A date as far as it is known: 05/03/2026, 03/2026 or 2026."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        looks = question.appearance
        self._least = 1 if looks & {"any-precision", "year"} else 2 if "month-year" in looks else 3
        self.field.setPlaceholderText(
            self.tr("day/month/year, or month/year, or year")
            if self._least == 1
            else self.tr("day/month/year")
        )

    def read(self, text: str) -> str:
        pieces = text.replace("-", "/").replace(".", "/").replace(" ", "").split("/")
        if not self._least <= len(pieces) <= 3 or not all(p.isascii() for p in pieces):
            raise ValueError(text)
        numbers = [int(piece) for piece in pieces]
        if len(str(numbers[-1])) != 4:
            raise ValueError(text)
        iso = "-".join([f"{numbers[-1]:04}", *(f"{n:02}" for n in reversed(numbers[:-1]))])
        parts(iso)
        return iso

    def write(self, value: Any) -> str:
        return display_date(value).removeprefix("tháng ")

    def not_understood(self) -> str:
        return self.tr("Not understood as a date. Write for example 05/03/2026.")


class ChoiceEditor(QuestionEditor):
    """One choice: buttons for a few, a list for many; never chosen beforehand."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        self._language = language
        self._buttons: dict[str, QPushButton] = {}
        self._box: QComboBox | None = None
        few = len(question.choices) <= MOST_BUTTONS and "minimal" not in question.appearance
        if few:
            self._make_buttons(question.choices)
        else:
            self._make_box(question.choices)

    def _label(self, choice: Choice) -> str:
        return choice.labels.get(self._language) or choice.name

    def _make_buttons(self, choices: tuple[Choice, ...]) -> None:
        short = sum(len(self._label(choice)) for choice in choices) <= 60
        line = QHBoxLayout(self) if short else QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        group = QButtonGroup(self)
        group.setExclusive(False)
        for choice in choices:
            button = QPushButton(self._label(choice))
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.clicked.connect(lambda _on, name=choice.name: self._pressed(name))
            self._buttons[choice.name] = button
            line.addWidget(button)
        if short:
            line.addStretch(1)

    def _pressed(self, name: str) -> None:
        # Pressing the chosen one again takes the answer back.
        for other, button in self._buttons.items():
            button.setChecked(other == name and button.isChecked())
        self.entered.emit()
        self.changed.emit()
        self.left.emit()

    def _make_box(self, choices: tuple[Choice, ...]) -> None:
        self._box = QComboBox()
        self._box.addItem(self.tr("— choose —"), None)
        for choice in choices:
            self._box.addItem(self._label(choice), choice.name)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(20)
        self._box.activated.connect(lambda _index: self.changed.emit())
        self._box.activated.connect(lambda _index: self.left.emit())
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        _alone(self, self._box)

    def answer(self) -> str | None:
        if self._box is not None:
            value = self._box.currentData()
            return None if value is None else str(value)
        return next((name for name, b in self._buttons.items() if b.isChecked()), None)

    def show_answer(self, value: Any) -> None:
        if self._box is not None:
            self._box.setCurrentIndex(max(0, self._box.findData(value)))
        for name, button in self._buttons.items():
            button.setChecked(name == value)

    def main_widget(self) -> QWidget:
        return self._box or next(iter(self._buttons.values()), self)


class ManyChoicesEditor(QuestionEditor):
    """Any number of choices."""

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._boxes: dict[str, QCheckBox] = {}
        for choice in question.choices:
            box = QCheckBox(choice.labels.get(language) or choice.name)
            box.clicked.connect(lambda _on: self.changed.emit())
            self._boxes[choice.name] = box
            column.addWidget(box)

    def answer(self) -> list[str] | None:
        return [name for name, box in self._boxes.items() if box.isChecked()] or None

    def show_answer(self, value: Any) -> None:
        for name, box in self._boxes.items():
            box.setChecked(name in (value or ()))

    def main_widget(self) -> QWidget:
        return next(iter(self._boxes.values()), self)


class FileEditor(QuestionEditor):
    """A picture or a file: chosen or dropped, shown with its name and a small view."""

    def __init__(
        self, question: Question, take: Callable[[str], Any], read: Callable[[str], bytes]
    ) -> None:
        super().__init__()
        self._take, self._read = take, read
        self._value: dict[str, Any] | None = None
        self._picture = QLabel()
        self._name = QLabel()
        self._name.setWordWrap(True)
        is_image = question.kind is QuestionKind.IMAGE
        text = self.tr("Choose a picture…") if is_image else self.tr("Choose a file…")
        self._choose = QPushButton(text)
        self._remove = QPushButton(self.tr("Remove"))
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._clear)
        self.setAcceptDrops(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self._picture, self._name):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._choose)
        line.addWidget(self._remove)
        self.show_answer(None)

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a file"),
            "",
            self.tr("Pictures and documents (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)"),
        )
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take a file in; what cannot be taken is told."""
        value = self._take(path)
        if value is not None:
            self.show_answer(value)
            self.changed.emit()
            self.left.emit()

    def _clear(self) -> None:
        self.show_answer(None)
        self.changed.emit()

    def dragEnterEvent(self, event: Any) -> None:
        if event.mimeData().hasUrls() and self.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.take(urls[0].toLocalFile())

    def answer(self) -> dict[str, Any] | None:
        return self._value

    def show_answer(self, value: Any) -> None:
        self._value = value
        self._picture.setVisible(False)
        self._remove.setVisible(value is not None)
        if value is None:
            self._name.setText(self.tr("Nothing chosen. A file can be dropped here."))
            return
        size = f"{max(1, round(value['size'] / 1000))} KB"
        self._name.setText(f"{value['name']} · {size}")
        if value["media_type"].startswith("image/"):
            picture = QPixmap()
            if picture.loadFromData(self._read(value["sha256"])):
                bounds = QSize(em(9), em(6))
                mode = Qt.AspectRatioMode.KeepAspectRatio
                smooth = Qt.TransformationMode.SmoothTransformation
                self._picture.setPixmap(picture.scaled(bounds, mode, smooth))
                self._picture.setVisible(True)

    def main_widget(self) -> QWidget:
        return self._choose


class ShownEditor(QuestionEditor):
    """A calculation, or a note: something to read."""

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self._label = QLabel("–")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        _alone(self, self._label)

    def answer(self) -> Any:
        return self._value

    def show_answer(self, value: Any) -> None:
        self._value = value
        shown = value if isinstance(value, str) or value is None else format_number(value)
        self._label.setText(shown or "–")


def make_editor(
    question: Question,
    language: str,
    take: Callable[[str], Any],
    read: Callable[[str], bytes],
) -> QuestionEditor:
    """Return the editor for a question."""
    kind = question.kind
    if kind is QuestionKind.TEXT:
        return TextEditor(question)
    if kind in (QuestionKind.INTEGER, QuestionKind.DECIMAL):
        return NumberEditor(question)
    if kind is QuestionKind.DATE:
        return DateEditor(question)
    if kind is QuestionKind.SELECT_ONE:
        return ChoiceEditor(question, language)
    if kind is QuestionKind.SELECT_MULTIPLE:
        return ManyChoicesEditor(question, language)
    if kind in (QuestionKind.IMAGE, QuestionKind.FILE):
        return FileEditor(question, take, read)
    return ShownEditor()


def _alone(holder: QWidget, widget: QWidget) -> None:
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(widget)
