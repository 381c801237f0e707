"""Rows of an edited mapping as a PortalMapping, and what is wrong with them, cell by cell."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.portal_mapping import (
    CHOICE,
    CONTACT,
    KEEP,
    KINDS,
    LEAVE_OUT,
    OTHER_SOURCES,
    AttachmentRules,
    PortalField,
    PortalMapping,
    source_of,
)
from desktop_app.domain.text import fold

FIELDS, VALUES, ATTACHMENTS = "fields", "values", "attachments"
NAME, VERSION, MAX_MB, ENDINGS, MOST = RULES = ("name", "version", "max_mb", "endings", "most")

MOST_FIELDS, MOST_VALUES, LONGEST_LIMIT, LONGEST_LABEL = 200, 2_000, 1_000_000, 200
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_ENDING = re.compile(r"[a-z0-9]{1,8}\Z")


@dataclass(frozen=True)
class MappingFinding:
    """What is wrong with a cell; ``reason`` is the sentence of SSK-901 that says it.

    ``sheet`` and ``column`` are as the workbook calls them; ``row`` is 0 for a whole sheet.
    """

    reason: str
    sheet: str
    row: int
    column: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class MappingLine:
    """A row of a sheet: its number, its cells by the name of their column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class MappingSheet:
    """A sheet as it was found: its own name, its lines, what the workbook calls each column."""

    title: str
    lines: Sequence[MappingLine]
    headings: Mapping[str, str]


@dataclass(frozen=True)
class MappingWords:
    """The words of a workbook, folded: of kinds, of yes, of no, of keep and of leave out."""

    kinds: Mapping[str, str]
    yes: Collection[str]
    no: Collection[str]
    keep: Collection[str]
    leave_out: Collection[str]


@dataclass(frozen=True)
class KnownSources:
    """Which questions the forms of the book ask: loose ones, and columns of each table."""

    questions: Collection[str]
    columns: Mapping[str, Collection[str]]

    def has(self, source: str) -> bool:
        """Return whether a field can be taken from a source."""
        head, names = source_of(source)
        if head == "":
            return True
        if head == CONTACT:
            return names[0] in self.columns.get("authors", ())
        if head in OTHER_SOURCES:
            return names[0] in OTHER_SOURCES[head]
        if len(names) == 2:
            return names[1] in self.columns.get(names[0], ())
        return len(names) == 1 and (names[0] in self.questions or names[0] in self.columns)


def read_mapping(
    sheets: Mapping[str, MappingSheet], words: MappingWords, known: KnownSources
) -> tuple[PortalMapping, tuple[MappingFinding, ...]]:
    """Return the mapping some sheets are, as far as they can be read, and what is wrong."""
    found: list[MappingFinding] = []
    values = _values(sheets[VALUES], found)
    name, version, rules = _rules(sheets[ATTACHMENTS], found)
    fields = _Fields(sheets[FIELDS], words, known, values, found).read()
    return PortalMapping(name, version, fields, values, rules), tuple(found)


class _Fields:
    """The sheet of fields, line by line."""

    def __init__(
        self,
        sheet: MappingSheet,
        words: MappingWords,
        known: KnownSources,
        values: Mapping[str, Mapping[str, str]],
        found: list[MappingFinding],
    ) -> None:
        self._sheet, self._words, self._known = sheet, words, known
        self._values, self._found = values, found

    def read(self) -> tuple[PortalField, ...]:
        fields: list[PortalField] = []
        rows: dict[str, int] = {}
        columns: dict[str, int] = {}
        for line in self._sheet.lines[:MOST_FIELDS]:
            made = self._field(line)
            self._once(line, "code", made.code, rows)
            self._once(line, "column", made.column, columns)
            fields.append(made)
        if not fields:
            self._found.append(MappingFinding("empty", self._sheet.title, 0, ""))
        if len(self._sheet.lines) > MOST_FIELDS:
            line = self._sheet.lines[MOST_FIELDS]
            self._say(line, "code", "many", most=MOST_FIELDS)
        return tuple(fields)

    def _once(self, line: MappingLine, column: str, value: str, rows: dict[str, int]) -> None:
        key = fold(value)
        if value and rows.setdefault(key, line.number) != line.number:
            self._say(line, column, "twice", value=value[:60], other=rows[key])

    def _field(self, line: MappingLine) -> PortalField:
        cells = line.cells
        code = cells.get("code", "")
        if not _CODE.match(code):
            self._say(line, "code", "code", value=code[:40])
        label = cells.get("label_vi", "")
        if not label or len(label) > LONGEST_LABEL:
            self._say(line, "label_vi", "label", value=label[:40])
        source = cells.get("source", "")
        if not self._known.has(source):
            self._say(line, "source", "source", value=source[:60])
        kind = self._word(line, "kind", self._words.kinds)
        return PortalField(
            code,
            {"vi": label, "en": cells.get("label_en", "") or label},
            cells.get("column", "") or label,
            source,
            kind,
            self._limit(line),
            self._yes(line),
            self._list(line, kind),
            self._secret(line),
        )

    def _word(self, line: MappingLine, column: str, words: Mapping[str, str]) -> str:
        word = fold(line.cells.get(column, ""))
        if word in words:
            return words[word]
        self._say(line, column, column, value=line.cells.get(column, "")[:40])
        return KINDS[0]

    def _limit(self, line: MappingLine) -> int | None:
        text = line.cells.get("limit", "")
        if not text:
            return None
        if text.isascii() and text.isdigit() and len(text) < 9 and 0 < int(text) <= LONGEST_LIMIT:
            return int(text)
        self._say(line, "limit", "limit", value=text[:40])
        return None

    def _yes(self, line: MappingLine) -> bool:
        word = fold(line.cells.get("required", ""))
        if word and word not in self._words.yes and word not in self._words.no:
            self._say(line, "required", "required", value=line.cells["required"][:40])
        return word in self._words.yes

    def _list(self, line: MappingLine, kind: str) -> str:
        name = line.cells.get("values", "")
        if name and (kind != CHOICE or name not in self._values):
            self._say(line, "values", "values", value=name[:40])
        return name

    def _secret(self, line: MappingLine) -> str:
        word = fold(line.cells.get("secret", ""))
        if word and word not in self._words.keep and word not in self._words.leave_out:
            # What cannot be understood is left out: the other way would give a secret away.
            self._say(line, "secret", "secret", value=line.cells["secret"][:40])
        return KEEP if word in self._words.keep else LEAVE_OUT

    def _say(self, line: MappingLine, column: str, reason: str, **facts: Any) -> None:
        self._found.append(_finding(self._sheet, line, column, reason, **facts))


def _finding(
    sheet: MappingSheet, line: MappingLine, column: str, reason: str, **facts: Any
) -> MappingFinding:
    return MappingFinding(
        reason, sheet.title, line.number, sheet.headings.get(column, column), facts
    )


def _values(sheet: MappingSheet, found: list[MappingFinding]) -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = {}
    if len(sheet.lines) > MOST_VALUES:
        found.append(_finding(sheet, sheet.lines[MOST_VALUES], "list", "many", most=MOST_VALUES))
    for line in sheet.lines[:MOST_VALUES]:
        name, code = line.cells.get("list", ""), line.cells.get("value", "")
        label = line.cells.get("label", "")
        for column, value in (("list", name), ("value", code), ("label", label)):
            if not value or len(value) > LONGEST_LABEL:
                found.append(_finding(sheet, line, column, "label", value=value[:40]))
        if code in lists.setdefault(name, {}):
            found.append(_finding(sheet, line, "value", "twice", value=code, other=name))
        lists[name][code] = label
    return lists


def _rules(sheet: MappingSheet, found: list[MappingFinding]) -> tuple[str, str, AttachmentRules]:
    said = {line.cells.get("rule", ""): line for line in sheet.lines}
    texts = {name: said[name].cells.get("said", "") if name in said else "" for name in RULES}
    for name in (NAME, VERSION):
        if not texts[name] or len(texts[name]) > LONGEST_LABEL:
            row = said[name].number if name in said else 0
            facts = {"value": texts[name][:40]}
            column = sheet.headings.get("said", "said")
            found.append(MappingFinding("label", sheet.title, row, column, facts))
    numbers: dict[str, float | None] = dict.fromkeys((MAX_MB, MOST))
    for name in numbers:
        text = texts[name].replace(",", ".")
        if not text:
            continue
        try:
            numbers[name] = float(text)
        except ValueError:
            numbers[name] = None
        number = numbers[name]
        whole = name == MAX_MB or (number is not None and number == int(number))
        if number is None or not 0 < number <= 10_000 or not whole:
            found.append(_finding(sheet, said[name], "said", "limit", value=texts[name][:40]))
            numbers[name] = None
    endings = [part.strip(" .").lower() for part in re.split(r"[,;\s]+", texts[ENDINGS]) if part]
    if any(not _ENDING.match(ending) for ending in endings):
        found.append(_finding(sheet, said[ENDINGS], "said", "endings", value=texts[ENDINGS][:60]))
        endings = []
    most, size = numbers[MOST], numbers[MAX_MB]
    rules = AttachmentRules(
        None if size is None else round(size * 1_000_000),
        tuple(dict.fromkeys(endings)),
        None if most is None else int(most),
    )
    return texts[NAME], texts[VERSION], rules
