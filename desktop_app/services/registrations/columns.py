"""The columns of a unit's list: which question each goes to, and what a team said the last time."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.documents.list_table import Cell, ListTable
from desktop_app.domain.text import fold, tidy
from desktop_app.forms.form import Form
from desktop_app.resource_files import resource_path
from desktop_app.workspace import Workspace

NOT_TAKEN = ""
_LIKE = 88
_HEADER_ROWS = 25


@dataclass(frozen=True)
class Column:
    """A column: its heading, the question it goes to (empty for none), some of its values."""

    heading: str
    target: str
    examples: tuple[str, ...]


def targets(form: Form) -> tuple[str, ...]:
    """Return the questions a column can go to; those of an author as ``authors.name``."""
    found = []
    for path, question in form.questions():
        if question.readonly or str(question.kind) in ("note", "calculate", "image", "file"):
            continue
        if not path:
            found.append(question.name)
        elif path == ("authors",):
            found.append(f"authors.{question.name}")
    return tuple(found)


def columns_of(
    workspace: Workspace, table: ListTable, form: Form
) -> tuple[int, tuple[Column, ...]]:
    """Return the place of the header and the columns as they are matched; none without a header."""
    place, headings = _header(table, form)
    remembered = workspace.setting(f"columns {_signature(headings)}") or {}
    body = table.rows[place + 1 :]
    return place, tuple(
        Column(heading, target, _examples(body, number))
        for number, (heading, target) in enumerate(
            zip(headings, _targets(form, headings, remembered), strict=True)
        )
    )


def remember_columns(workspace: Workspace, columns: Sequence[Column]) -> None:
    """Keep where the columns of lists with these headings go."""
    mark = _signature([column.heading for column in columns])
    workspace.set_setting(f"columns {mark}", {column.heading: column.target for column in columns})


def _signature(headings: Sequence[str]) -> str:
    said = json.dumps([fold(heading) for heading in headings])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


@cache
def _known() -> Mapping[str, Any]:
    path = resource_path("excel_import", "columns.json")
    known: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return known


def _phrases(form: Form) -> dict[str, str]:
    """Return the headings that are known, folded, with their targets."""
    possible = set(targets(form))
    found: dict[str, str] = {fold(phrase): NOT_TAKEN for phrase in _known()["passed_over"]}
    for path, question in form.questions():
        name = ".".join((*path, question.name))
        if name in possible:
            found |= {fold(label): name for label in question.labels.values()}
    for name, phrases in _known()["columns"].items():
        if name in possible:
            found |= {fold(phrase): name for phrase in phrases}
    return found


def _header(table: ListTable, form: Form) -> tuple[int, list[str]]:
    """Return the place of the header and its texts: the row whose cells are known best."""
    known = _phrases(form)
    best: tuple[int, int, list[str]] = (0, 0, [])
    for place in range(min(_HEADER_ROWS, len(table.rows))):
        own = [text_of(cell) for cell in table.rows[place][1]]
        above = [text_of(cell) for cell in table.rows[place - 1][1]] if place else []
        both = _two_lines(above, own)
        for cells in (own, both):
            fit = sum(_likeness(cell, known)[0] >= _LIKE for cell in cells if cell)
            if fit > best[0]:
                best = (fit, place, cells)
    return (best[1], best[2]) if best[0] >= 2 else (0, [])


def _two_lines(above: list[str], own: list[str]) -> list[str]:
    """Return a header of two lines as one: a cell without its own text has the one above."""
    wide = max(len(above), len(own))
    above, own = above + [""] * (wide - len(above)), own + [""] * (wide - len(own))
    return [low or high for high, low in zip(above, own, strict=True)]


def _likeness(heading: str, known: Mapping[str, str]) -> tuple[float, str]:
    from rapidfuzz import fuzz, process

    plain = fold(heading.replace("\n", " ")).strip(" .:*")
    if plain in known:
        return 100.0, known[plain]
    found = process.extractOne(plain, known.keys(), scorer=fuzz.ratio)
    return (found[1], known[found[0]]) if found else (0.0, NOT_TAKEN)


def _targets(form: Form, headings: Sequence[str], remembered: Mapping[str, str]) -> list[str]:
    known, possible = _phrases(form), set(targets(form))
    scored = [_likeness(heading, known) if heading else (0.0, NOT_TAKEN) for heading in headings]
    taken: dict[str, int] = {}
    for number, (likeness, target) in enumerate(scored):
        best = taken.get(target)
        if target and likeness >= _LIKE and (best is None or likeness > scored[best][0]):
            taken[target] = number
    found = []
    for number, heading in enumerate(headings):
        if remembered.get(heading) in (*possible, NOT_TAKEN):
            found.append(remembered[heading])
        else:
            found.append(scored[number][1] if taken.get(scored[number][1]) == number else NOT_TAKEN)
    return found


def _examples(rows: Iterable[tuple[int, tuple[Cell, ...]]], column: int) -> tuple[str, ...]:
    said: list[str] = []
    for _number, cells in rows:
        text = text_of(cells[column]) if column < len(cells) else ""
        if text and text not in said:
            said.append(text)
        if len(said) == 3:
            break
    return tuple(said)


def text_of(cell: Cell) -> str:
    """Return a cell as text, empty for none."""
    return "" if cell is None else tidy(str(cell))
