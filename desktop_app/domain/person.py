"""A person in what was written: names found in any form, rows about them, and both taken away.

A name is looked for without case and marks, in NFC or NFD, however many spaces stand in it. Who
it is a person says: two people of one name are told apart by the rows they stand in.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from desktop_app.domain.text import fold, tidy

ERASED = "Đã xóa theo yêu cầu"
"""What stands where a name stood."""
ERASED_LATER = "Đã xóa khi hết thời hạn lưu"
"""What stands there when the rule of keeping asked for it, not a person."""
KEPT_CELLS = frozenset({"contribution_percent", "is_member", "is_contact", "signs", "consent"})
"""What stays of a row about a person: shares and counts need it, and it names nobody."""
NAME, BIRTH, WORK = "full_name", "birth_date", "workplace"
_MARKS = "[\u0300-\u036f]*"
_SHORTEST_NUMBER = 8
_ANYBODY = re.compile(r"(?s).+")


@cache
def _variants() -> Mapping[str, str]:
    """Return each plain letter with every letter that is folded to it."""
    found: dict[str, str] = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        plain = fold(letter)
        if len(plain) == 1 and plain.isalnum():
            found[plain] = found.get(plain, "") + letter
    return found


@cache
def name_pattern(name: str) -> re.Pattern[str]:
    r"""Return what finds a name in a text, or in JSON where line ends stand as ``\n``."""
    words = []
    for word in fold(name).split():
        letters = [f"[{_variants().get(one, '') or re.escape(one)}]{_MARKS}" for one in word]
        words.append("".join(letters))
    together = r"(?:\s|\\n)+".join(words) or r"(?!)"
    # What stands before is looked at after the first letter: a pattern that begins with letters is
    # searched for many times quicker.
    first, rest = together[: together.find("]") + 1], together[together.find("]") + 1 :]
    return re.compile(rf"{first}(?<![^\W_].){rest}(?![\u0300-\u036f])(?![^\W_])")


def same_name(one: str, other: str) -> bool:
    """Return whether two names are written the same, but for case, form and spaces."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", tidy(name)).casefold()


@dataclass(frozen=True)
class PersonRow:
    """A row of some answers that is about a person: in which repeat, and what tells them apart."""

    question: str
    name: str
    birth: str
    work: str
    cells: Mapping[str, Any] = field(repr=False)

    @property
    def key(self) -> str:
        """What names the row in every version of a report: repeat, name, birth date."""
        return f"{self.question}/{_plain(self.name)}/{self.birth}"


def person_rows(answers: Any, name: str = "") -> Iterator[PersonRow]:
    """Return the rows about people of a name, or about anybody: those of a list that has names."""
    pattern = name_pattern(name) if name else _ANYBODY
    for question, value, row in _walk(answers):
        if row is not None and value is row and _is_about(row, pattern):
            yield PersonRow(
                question,
                tidy(str(row[NAME])),
                str(row.get(BIRTH, "")),
                str(row.get(WORK, "")),
                row,
            )


def mentions(answers: Any, name: str) -> Iterator[tuple[str, str]]:
    """Return where a name stands outside the rows about that person: question, the words around."""
    pattern = name_pattern(name)
    for question, value, row in _walk(answers):
        if isinstance(value, str) and (row is None or not _is_about(row, pattern)):
            found = pattern.search(value)
            if found:
                yield question, around(value, found)


def texts_of(value: Any) -> Iterator[str]:
    """Return every text of a JSON value."""
    return (text for _question, text, _row in _walk(value) if isinstance(text, str))


def _walk(
    value: Any, question: str = "", row: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, Any, Mapping[str, Any] | None]]:
    """Return every row and every text of a JSON value with its question and the row it is in.

    A question is the name of the first list on the way, else of the last object.
    """
    if isinstance(value, str):
        yield question, value, row
    elif isinstance(value, Mapping):
        if row is not None:
            row = value
            yield question, value, row
        for name, inner in value.items():
            yield from _walk(inner, question if row is not None else str(name), row)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _walk(inner, question, inner if isinstance(inner, Mapping) else row)


def _is_about(row: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    name = row.get(NAME)
    return isinstance(name, str) and pattern.fullmatch(name.strip()) is not None


def around(text: str, found: re.Match[str], most: int = 60) -> str:
    """Return some words before and after what was found."""
    begin, end = max(0, found.start() - most), min(len(text), found.end() + most)
    shown = tidy(text[begin:end])
    return f"{'…' if begin else ''}{shown}{'…' if end < len(text) else ''}"


@dataclass(frozen=True)
class Erasure:
    """What is to be taken away: the name, what is written instead, which rows stay.

    ``others`` are keys of rows of the same name that are somebody else; a name written like theirs
    stays in running text. ``numbers`` are phone numbers and addresses of the person; ``files`` the
    SHA-256 of attachments that go. ``texts`` False leaves running text alone, ``rows`` the rows.
    """

    name: str
    written: str = ERASED
    others: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()
    texts: bool = True
    rows: bool = True

    def in_text(self, text: str) -> str:
        """Return a text without the name."""
        stays = {key.split("/")[1] for key in self.others}

        def instead(found: re.Match[str]) -> str:
            return found[0] if _plain(found[0]) in stays else self.written

        if self.texts:
            text = name_pattern(self.name).sub(instead, text)
        for number in self.numbers:
            text = re.sub(_spaced(number), self.written, text)
        return text

    def in_value(self, value: Any) -> Any:
        """Return a JSON value without the person: rows emptied, names replaced, files gone."""
        return self._value(value, "")

    def _value(self, value: Any, question: str) -> Any:
        if isinstance(value, str):
            return self.in_text(value)
        if isinstance(value, Mapping):
            if value.get("sha256") in self.files and _is_file(value):
                return None
            if self.rows and self._is_theirs(value, question):
                return self._emptied(value)
            kept = {}
            for name, inner in value.items():
                if name == "sha256":
                    kept[name] = inner
                    continue
                begins = isinstance(inner, list) and not question
                after = self._value(inner, str(name) if begins else question)
                if after is not None or inner is None:
                    kept[name] = after
            return kept
        if isinstance(value, list | tuple):
            return [self._value(inner, question) for inner in value]
        return value

    def _is_theirs(self, row: Mapping[str, Any], question: str) -> bool:
        if not _is_about(row, name_pattern(self.name)):
            return False
        return f"{question}/{_plain(str(row[NAME]))}/{row.get(BIRTH, '')}" not in self.others

    def _emptied(self, row: Mapping[str, Any]) -> dict[str, Any]:
        kept = {
            name: value
            for name, value in row.items()
            if name in KEPT_CELLS or (isinstance(value, int | float))
        }
        return {NAME: self.written, **kept}


def _is_file(value: Mapping[str, Any]) -> bool:
    return "media_type" in value and "size" in value


def _spaced(number: str) -> str:
    """Return what finds a phone number however it is spaced, or an address as it stands."""
    if "@" in number:
        return rf"(?i)(?<![\w.]){re.escape(number)}(?![\w])"
    digits = [one for one in number if one.isdigit()]
    return r"(?<!\d)" + r"[\s.-]?".join(digits) + r"(?!\d)"


def numbers_of(rows: Collection[PersonRow]) -> tuple[str, ...]:
    """Return the phone numbers and addresses that stand in rows, to be found elsewhere too."""
    found: dict[str, None] = {}
    for row in rows:
        for value in row.cells.values():
            if isinstance(value, str) and ("@" in value or _is_number(value)):
                found[value.strip()] = None
    return tuple(found)


def _is_number(value: str) -> bool:
    digits = sum(one.isdigit() for one in value)
    return digits >= _SHORTEST_NUMBER and not re.sub(r"[\d\s.()+-]", "", value) and "-" not in value
