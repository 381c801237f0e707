"""What a text of a report means as an answer; what is not clear stays text to look at."""

import re
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.dates import parts
from desktop_app.domain.numbers import read_amount, read_number
from desktop_app.domain.text import fold, tidy
from desktop_app.forms.form import Question, QuestionKind
from desktop_app.services.word_import.headings import words_of_reports

_DOTS = re.compile(r"[.…_]{4,}|…+")
_DAY = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", re.IGNORECASE)
_LONG_DAY = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"(?:tháng\s*)?(\d{1,2})\s*(?:[/.\-]|năm)\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s*)?((?:19|20)\d{2})", re.IGNORECASE)
_COUNTED = re.compile(r"\s*(?P<number>-?[\d.,\u00a0 ]*\d)\s*(?P<unit>[^\d\s].*)?\Z", re.DOTALL)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*%")
_PER_YEAR = re.compile(r"\s*/?\s*(?:một\s+)?năm\s*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Read:
    """An answer, or a text that is none yet."""

    value: Any = None
    unread: str = ""


def without_dots(text: str) -> str:
    """Return a text without the dotted lines of a form."""
    return _DOTS.sub("", text).strip()


def read_date(text: str) -> str | None:
    """Return the one date a text is, in ISO with its own precision; None for anything else."""
    plain = tidy(text).strip(" .;,")
    for pattern, order in (
        (_LONG_DAY, (3, 2, 1)),
        (_DAY, (3, 2, 1)),
        (_MONTH, (2, 1)),
        (_YEAR, (1,)),
    ):
        found = pattern.fullmatch(plain)
        if found:
            numbers = [int(found[place]) for place in order]
            said = "-".join([f"{numbers[0]:04}", *(f"{each:02}" for each in numbers[1:])])
            try:
                parts(said)
            except ValueError:
                return None
            return said
    return None


def as_answer(question: Question, text: str) -> Read:
    """Return what a text answers to a question."""
    text = without_dots(text)
    if not text:
        return Read()
    if question.kind is QuestionKind.TEXT:
        return Read(text if "multiline" in question.appearance else tidy(text))
    if question.kind is QuestionKind.DATE:
        said = read_date(text)
        return Read(said) if said else Read(unread=tidy(text))
    if question.kind is QuestionKind.INTEGER:
        number = read_amount(_PER_YEAR.sub("", tidy(text).rstrip("."))).value
        whole = number is not None and number == int(number)
        return Read(int(number)) if number is not None and whole else Read(unread=tidy(text))
    if question.kind is QuestionKind.DECIMAL:
        return _decimal(text)
    if question.kind is QuestionKind.SELECT_ONE:
        return Read(_choice(question, text))
    return Read()


def _decimal(text: str) -> Read:
    found = _COUNTED.match(tidy(text).removesuffix("%"))
    number = read_number(found["number"]).value if found else None
    if number is None:
        return Read(unread=tidy(text))
    return Read(int(number) if number == int(number) else float(number))


def unit_of(text: str) -> str:
    """Return the unit written behind a number: ``40 giây`` is counted in ``giây``."""
    found = _COUNTED.match(tidy(text))
    return (found["unit"] or "") if found else ""


def _choice(question: Question, text: str) -> str | None:
    """Return the choice a text names, beyond doubt."""
    from rapidfuzz import fuzz

    plain = fold(text)
    scored = sorted(
        (
            (max(fuzz.ratio(plain, fold(label)) for label in choice.labels.values()), choice.name)
            for choice in question.choices
            if choice.labels
        ),
        reverse=True,
    )
    return scored[0][1] if scored and scored[0][0] >= 90 else None


# Authors as lines


def author_label(line: str) -> tuple[str, str] | None:
    """Return the question and the value of a line such as ``Chức vụ: Tổ trưởng``."""
    label, colon, value = line.partition(":")
    plain = fold(label).strip(" -–+*.0123456789")
    if not colon:
        return None
    for name, phrases in words_of_reports()["authors_lines"].items():
        if plain in {fold(phrase) for phrase in phrases}:
            return name, without_dots(value)
    return None


_ADDRESS = re.compile(r"(?:\d+\s*[.)]\s*)?(?:(?:ông|bà|anh|chị|đ/c)\s+)?", re.IGNORECASE)


def author_in(line: str) -> dict[str, Any] | None:
    """Return the author a free line names: ``Nguyễn Văn An – tổ trưởng bảo trì – 60 %``."""
    pieces = [piece.strip(" .)") for piece in re.split(r"\s[-–]\s|[,;(]", line.strip(" -–+*•)"))]
    pieces = [piece for piece in pieces if piece]
    name = pieces[0][_end_of_address(pieces[0]) :] if pieces else ""
    words = name.split()
    if not 2 <= len(words) <= 6 or not all(word[0].isupper() for word in words):
        return None
    if name.isupper():
        name = " ".join(word.capitalize() for word in words)
    author: dict[str, Any] = {"full_name": name}
    share = _PERCENT.search(line)
    number = read_number(share[1].replace(".", ",")).value if share else None
    if number is not None:
        author["contribution_percent"] = int(number) if number == int(number) else float(number)
    rest = [piece for piece in pieces[1:] if not _PERCENT.search(piece)]
    labelled = {found[0]: found[1] for piece in rest if (found := author_label(piece))}
    plain = [piece for piece in rest if not author_label(piece)]
    return author | dict(zip(("job_title", "workplace"), plain, strict=False)) | labelled


def _end_of_address(name: str) -> int:
    found = _ADDRESS.match(name)
    return found.end() if found else 0
