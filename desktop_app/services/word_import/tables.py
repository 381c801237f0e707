"""Tables of a worker's report: which repeat they are, what their rows answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.documents.word_text import WordParagraph, WordTable
from desktop_app.domain.findings import Path
from desktop_app.domain.text import fold, tidy
from desktop_app.forms.form import Form
from desktop_app.services.word_import.headings import Headings, bare, words_of_reports
from desktop_app.services.word_import.values import as_answer, unit_of

_COUNTING = re.compile(r"(?:stt|tt|so tt|\d+[.)]?|[ivx]+[.)]?)?\Z")
_SUMS = ("tong", "tong cong", "cong")
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class TableRows:
    """The rows of a repeat, texts that are no answer yet by place, how sure that is, 0 to 1."""

    repeat: str
    rows: tuple[dict[str, Any], ...]
    pending: Mapping[Path, str]
    confidence: float


def texts_of(table: WordTable, *, readable: bool) -> list[list[str]]:
    """Return the texts of the cells."""
    return [[cell_text(cell, readable=readable) for cell in row] for row in table.rows]


def cell_text(cell: Sequence[WordParagraph], *, readable: bool) -> str:
    """Return the text of a cell, its paragraphs as lines."""
    return "\n".join(each.readable if readable else each.text for each in cell)


def as_rows(form: Form, table: Rows, header_from: Rows | None = None) -> TableRows | None:
    """Return the rows of the repeat a table is, None when it is none.

    ``header_from`` is the same table in readable letters, where ``table`` is as it stands.
    """
    heads = header_from or table
    best: tuple[float, int, str, dict[int, str]] | None = None
    for name, spec in words_of_reports()["tables"].items():
        columns = _columns_of(form, name, spec)
        if not columns:
            continue
        for place, head in _headers(heads):
            matched = _matched(head, columns)
            found = set(matched.values())
            if len(found) < 2 or not found >= set(spec["needs"]) or found & set(spec["not"]):
                continue
            named = sum(not _COUNTING.match(bare(cell)) for cell in dict.fromkeys(head))
            score = len(found) + len(found) / max(1, named)
            if best is None or score > best[0]:
                best = (score, place, name, matched)
    if best is None:
        return None
    _score, place, name, matched = best
    named = len({cell for cell in heads[place] if not _COUNTING.match(bare(cell))})
    confidence = min(1.0, 0.55 + 0.45 * len(set(matched.values())) / max(1, named))
    return _read_rows(form, name, matched, table[place + 1 :], round(confidence, 2))


def _columns_of(form: Form, repeat: str, spec: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the headings of the columns a form's repeat has."""
    questions = {q.name: q for path, q in form.questions() if path == (repeat,)}
    return {
        name: tuple(bare(each) for each in (*phrases, *questions[name].labels.values()))
        for name, phrases in spec["columns"].items()
        if name in questions
    }


def _headers(table: Rows) -> list[tuple[int, list[str]]]:
    """Return rows that may be the header with their place; two of them together as well."""
    found = [(place, list(table[place])) for place in range(min(3, len(table) - 1))]
    for place in range(min(2, len(table) - 2)):
        above, below = table[place], table[place + 1]
        if len(above) == len(below):
            found.append(
                (place + 1, [b if b.strip() else a for a, b in zip(above, below, strict=True)])
            )
    return found


def _matched(head: Sequence[str], columns: Mapping[str, tuple[str, ...]]) -> dict[int, str]:
    """Return which column each cell of a header names, every column once."""
    from rapidfuzz import fuzz

    scored = sorted(
        (
            (max(fuzz.ratio(bare(cell), phrase) for phrase in phrases), -place, name)
            for place, cell in enumerate(head)
            for name, phrases in columns.items()
            if bare(cell)
        ),
        reverse=True,
    )
    matched: dict[int, str] = {}
    for score, place, name in scored:
        if score >= 82 and -place not in matched and name not in matched.values():
            matched[-place] = name
    return matched


def _read_rows(
    form: Form, repeat: str, matched: Mapping[int, str], body: Rows, confidence: float
) -> TableRows | None:
    if repeat == "measures" and not _mostly_numbers(matched, body):
        # Before and after told in words is a comparison of the old way and the new.
        names = {"indicator": "criterion", "before": "old", "after": "new"}
        known = {q.name for path, q in form.questions() if path == ("novelty_table",)}
        if known >= set(names.values()):
            repeat = "novelty_table"
            matched = {place: names[name] for place, name in matched.items() if name in names}
    rows: list[dict[str, Any]] = []
    pending: dict[Path, str] = {}
    for cells in body:
        texts = {name: cells[place] for place, name in matched.items() if place < len(cells)}
        if not any(text.strip() for text in texts.values()) or _is_sum(cells):
            continue
        row: dict[str, Any] = {}
        for name, text in texts.items():
            read = as_answer(form.question((repeat, name)), text)
            if read.value is not None:
                row[name] = read.value
            if read.unread:
                pending[(len(rows), name)] = read.unread
        if repeat == "measures" and "unit" not in row and unit_of(texts.get("before", "")):
            row["unit"] = unit_of(texts["before"])
        rows.append(row)
    return TableRows(repeat, tuple(rows), pending, confidence) if rows else None


def _mostly_numbers(matched: Mapping[int, str], body: Rows) -> bool:
    cells = [
        row[place]
        for row in body
        for place, name in matched.items()
        if name in ("before", "after") and place < len(row) and row[place].strip()
    ]
    starting = sum(tidy(cell)[:1].isdigit() or tidy(cell)[:1] in "-~≈" for cell in cells)
    return bool(cells) and starting * 2 >= len(cells)


def _is_sum(cells: Sequence[str]) -> bool:
    return any(fold(cell).strip(" :.") in _SUMS for cell in cells[:3])


def as_labels(headings: Headings, table: Rows) -> list[tuple[str, str]] | None:
    """Return a table that is a form: label and value of each row; None when it is none."""
    found: list[tuple[str, str]] = []
    known = 0
    for row in table:
        cells = [cell for cell in dict.fromkeys(row) if cell.strip()]
        if cells and _COUNTING.match(bare(cells[0]) or fold(cells[0])) and len(cells) > 1:
            cells = cells[1:]
        if not 1 <= len(cells) <= 2:
            return None
        match = headings.match(cells[0])
        known += match is not None and match.likeness >= 0.8
        found.append((cells[0], cells[1] if len(cells) == 2 else ""))
    return found if known >= 2 and known * 2 >= len(found) else None
