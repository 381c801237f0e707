"""Text that means a number, an amount or a date; what it means is echoed, never guessed."""

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout

from desktop_app.domain.dates import display_date, parts
from desktop_app.domain.numbers import (
    NumberText,
    format_number,
    number_in_words,
    read_amount,
    read_number,
)
from desktop_app.forms.form import Question, QuestionKind
from desktop_app.windows.editor.editor_base import QuestionEditor
from desktop_app.windows.editor.text_editors import Line
from desktop_app.windows.theme import em, tokens

_LARGEST = 2**53 - 1


class TypedEditor(QuestionEditor):
    """A line of text with what it means below."""

    def __init__(self) -> None:
        super().__init__()
        self.field = Line()
        self.field.setMaximumWidth(em(16))
        self.echo = QLabel()
        self.echo.setWordWrap(True)
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

    def said(self, value: Any) -> str:
        """Return what to say of an answer while it is typed; nothing by default."""
        return ""

    def not_understood(self, text: str) -> str:
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
        self._tell()

    def set_read_only(self, read_only: bool) -> None:
        self.field.setReadOnly(read_only)

    def pending(self) -> str | None:
        text = self.field.text().strip()
        return self.field.text() if text and self.answer() is None else None

    def show_pending(self, text: str) -> None:
        self.field.setText(text)
        self._tell(left=True)
        self.changed.emit()

    def main_widget(self) -> Line:
        return self.field

    def _typed(self) -> None:
        self._tell()
        self.changed.emit()

    def _left(self) -> None:
        value = self.answer()
        if value is not None:
            self.field.setText(self.write(value))
        self._tell(left=True)
        self.left.emit()

    def _tell(self, *, left: bool = False) -> None:
        """Say what the text means; that it means nothing only once it is left."""
        text, value = self.field.text().strip(), self.answer()
        said, colour = self.said(value) if value is not None else "", tokens().quiet
        if left and text and value is None:
            said, colour = self.not_understood(text), tokens().amber
        self.echo.setText(said)
        self.echo.setStyleSheet(f"color: {colour}")
        self.echo.setVisible(bool(said))
        self.field.setAccessibleDescription(said)


class NumberEditor(TypedEditor):
    """A number as Vietnamese papers write it: 1.234.567,89."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._whole = question.kind is QuestionKind.INTEGER

    def understood(self, text: str) -> NumberText:
        """Return what a text means."""
        return read_number(text, whole=self._whole)

    def read(self, text: str) -> int | float:
        number = self.understood(text).value
        if number is None or abs(number) > _LARGEST:
            raise ValueError(text)
        return int(number) if number == number.to_integral_value() else float(number)

    def write(self, value: Any) -> str:
        return format_number(value)

    def not_understood(self, text: str) -> str:
        read = self.understood(text)
        if read.doubt == "ambiguous":
            return self.tr("This may be {first} or {second}. Write it without the comma.").format(
                first=format_number(read.readings[0]), second=format_number(read.readings[1])
            )
        return self.tr("Not understood as a number. Write for example 1.200.000 or 12,5.")


class AmountEditor(NumberEditor):
    """An amount of money in đồng; "35 triệu" and "1,2 tỷ" are understood."""

    def understood(self, text: str) -> NumberText:
        return read_amount(text)

    def said(self, value: Any) -> str:
        if not isinstance(value, int) or abs(value) < 1000:
            return ""
        return f"= {format_number(value)} ({number_in_words(value)})"

    def not_understood(self, text: str) -> str:
        if read_amount(text).doubt == "ambiguous":
            return super().not_understood(text)
        return self.tr(
            "Not understood as an amount. Write for example 35.000.000, 35 triệu or 1,2 tỷ."
        )


class DateEditor(TypedEditor):
    """A date as far as it is known: 05/03/2026, 03/2026 or 2026."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        looks = question.appearance
        self._least = 1 if looks & {"any-precision", "year"} else 2 if "month-year" in looks else 3
        self.field.setPlaceholderText(
            self.tr("day/month/year, or month/year, or year")
            if self._least == 1
            else self.tr("month/year")
            if self._least == 2
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

    def not_understood(self, text: str) -> str:
        return self.tr("Not understood as a date. Write for example 05/03/2026.")
