"""What a row of a unit's list answers; what is no clear number or date stays text."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from desktop_app.documents.list_table import Cell
from desktop_app.domain.text import clean, tidy
from desktop_app.forms.form import Form, Question
from desktop_app.services.registrations.columns import Column, text_of
from desktop_app.services.word_import.values import as_answer, author_in

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of Excel's counted dates."""


def answers_of(
    form: Form, columns: Sequence[Column], lines: Sequence[tuple[Cell, ...]]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the answers of a row with the lines below it, and the texts that are none."""
    answers: dict[str, Any] = {}
    unread: dict[str, str] = {}
    for number, column in enumerate(columns):
        cell = lines[0][number] if number < len(lines[0]) else None
        if column.target and "." not in column.target and cell is not None:
            question = form.question((column.target,))
            value, left = _read(question, cell)
            if value is not None:
                answers[column.target] = value
            elif left:
                unread[column.target] = left
    people: list[dict[str, Any]] = []
    for line in lines:
        found, left_over = _people(form, columns, line)
        place = len(people)
        unread |= {f"authors.{place}.{name}": text for name, text in left_over.items()}
        people += found
    for place, person in enumerate(people):
        # 1 is one percent, or all of it in a cell that Excel shows as a percentage.
        if person.get("contribution_percent") == 1:
            del person["contribution_percent"]
            if len(people) > 1:
                unread[f"authors.{place}.contribution_percent"] = "1"
    if len(people) == 1:
        names = {q.name for path, q in form.questions() if path == ("authors",)}
        alone = {"contribution_percent": 100, "is_contact": "yes"}
        people[0] = {n: v for n, v in alone.items() if n in names} | people[0]
    if people:
        answers["authors"] = people
    return answers, unread


def _people(
    form: Form, columns: Sequence[Column], line: tuple[Cell, ...]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the authors a line names, and texts that are no answer of the first of them.

    Several may stand in one cell: all of them work where the line says, the rest of it is about
    the first.
    """
    own: dict[str, Any] = {}
    unread: dict[str, str] = {}
    names = ""
    for number, column in enumerate(columns):
        cell = line[number] if number < len(line) else None
        if not column.target.startswith("authors.") or cell is None:
            continue
        name = column.target.removeprefix("authors.")
        if name == "full_name":
            names = str(cell)
            continue
        value, left = _read(form.question(("authors", name)), cell)
        if value is not None:
            own[name] = value
        elif left:
            unread[name] = left
    parts = [part for part in names.replace("\n", ";").split(";") if part.strip()]
    if len(parts) == 1 and parts[0].count("%") > 1:
        parts = [f"{part})" for part in parts[0].split(")") if part.strip(" ,")]
    if len(parts) == 1 and "," in parts[0] and "%" not in parts[0]:
        several = [part for part in parts[0].split(",") if len(part.split()) >= 2]
        parts = several if len(several) > 1 and len(several) == parts[0].count(",") + 1 else parts
    if not names.strip():
        return [], unread
    if len(parts) < 2:
        return [{"full_name": tidy(names)} | (author_in(names) or {}) | own], unread
    named = [author_in(part.strip(" ,")) or {"full_name": tidy(part)} for part in parts]
    shared = {name: own[name] for name in ("workplace",) if name in own}
    return [own | named[0], *(shared | person for person in named[1:])], unread


def _read(question: Question, cell: Cell) -> tuple[Any, str]:
    """Return the answer of a cell, or the text that is none."""
    kind = str(question.kind)
    if kind == "date" and isinstance(cell, int | float):
        if 1900 <= cell <= 2100:
            return str(int(cell)), ""
        if 7_000 <= cell <= 80_000:
            return (_FIRST_DAY + timedelta(days=int(cell))).isoformat(), ""
        return None, text_of(cell)
    if kind == "date" and _ISO_DAY.fullmatch(str(cell)):
        try:
            return date.fromisoformat(str(cell)).isoformat(), ""
        except ValueError:
            return None, text_of(cell)
    if kind == "integer" and isinstance(cell, int | float):
        return (int(cell), "") if cell == int(cell) else (None, text_of(cell))
    if kind == "decimal" and isinstance(cell, int | float):
        # Excel keeps 60 % as 0.6 where the cell is formatted as a percentage.
        share = question.name == "contribution_percent" and 0 < cell < 1
        return (round(cell * 100, 2) if share else cell), ""
    read = as_answer(question, clean(str(cell)))
    if read.value is None and kind == "select_one":
        return None, text_of(cell)
    return read.value, read.unread
