"""What every row of a unit's list is to the book: new, the same, changed, unclear, empty.

A row is known by its title, its first author and that person's year of birth, so the same list
again makes no doubles. A row that changed is offered for the draft it became, never silently.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop_app.documents.list_table import Cell, read_list_table
from desktop_app.domain import tracks
from desktop_app.domain.text import fold
from desktop_app.errors import AppError, BadFile
from desktop_app.forms.form import Form
from desktop_app.services import drafting, templates
from desktop_app.services.registrations.answers import answers_of
from desktop_app.services.registrations.columns import Column, columns_of, text_of
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import initiatives, search
from desktop_app.workspace import Workspace


class Verdict(StrEnum):
    """What a row of the list is to the book."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    UNCLEAR = "unclear"
    EMPTY = "empty"


@dataclass(frozen=True)
class RegistrationList:
    """A list that was read: sheets to choose from, columns as matched, rows below the header."""

    name: str
    form: Form
    sheets: tuple[str, ...]
    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


@dataclass(frozen=True)
class Row:
    """A row and what it is: ``unread`` are texts that are no clear number or date, by question."""

    number: int
    title: str
    verdict: Verdict
    answers: Mapping[str, Any] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    dossier: str = ""
    initiative_id: str = ""
    like_row: int = 0
    key: str = ""


def read_registrations(
    workspace: Workspace, file: Path, sheet: str | None = None
) -> RegistrationList:
    """Read a list for the default template, its columns matched as far as they are known.

    Raises BadFile SSK-351 to SSK-355 for a file that is not taken.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadFile("SSK-355", file=file.name) from error
    table = read_list_table(workspace.filler.child, data, file.name, sheet)
    form = templates.form_of(workspace, *templates.default_template(workspace))
    place, columns = columns_of(workspace, table, form)
    if not columns:
        raise BadFile("SSK-354", file=file.name, sheet=table.sheet or file.name)
    body = table.rows[place + 1 :]
    return RegistrationList(file.name, form, table.sheets, table.sheet, columns, body)


def judge(
    workspace: Workspace, listed: RegistrationList, columns: Sequence[Column], step: Step = no_step
) -> tuple[Row, ...]:
    """Return every row with its verdict; lines with a further author belong to the row above."""
    rows: list[Row] = []
    seen: dict[str, int] = {}
    groups = _grouped(listed, columns)
    book = _titles(workspace)
    for place, (number, lines) in enumerate(groups):
        step(place, len(groups))
        answers, unread = answers_of(listed.form, columns, lines)
        title = str(answers.get("initiative_title", ""))
        if not title:
            rows.append(Row(number, "", Verdict.EMPTY, answers, unread))
            continue
        key = _key(answers)
        if key in seen:
            rows.append(Row(number, title, Verdict.SAME, answers, unread, like_row=seen[key]))
            continue
        seen[key] = number
        rows.append(_judged(workspace, book, number, title, key, answers, unread))
    return tuple(rows)


def _grouped(
    listed: RegistrationList, columns: Sequence[Column]
) -> list[tuple[int, list[tuple[Cell, ...]]]]:
    """Return rows with the lines below them that only name a further author."""
    title = next((n for n, c in enumerate(columns) if c.target == "initiative_title"), None)
    name = next((n for n, c in enumerate(columns) if c.target == "authors.full_name"), None)
    groups: list[tuple[int, list[tuple[Cell, ...]]]] = []
    for number, cells in listed.rows:
        titled = title is not None and title < len(cells) and text_of(cells[title])
        named = name is not None and name < len(cells) and text_of(cells[name])
        if groups and named and not titled:
            groups[-1][1].append(cells)
        else:
            groups.append((number, [cells]))
    return groups


def _titles(workspace: Workspace) -> dict[str, list[tuple[str, str]]]:
    """Return identifiers and dossier codes of the book by folded title."""
    found: dict[str, list[tuple[str, str]]] = {}
    with workspace.database.read() as session:
        for initiative_id, code, title in search.titles(session):
            found.setdefault(fold(title), []).append((initiative_id, code))
    return found


def _judged(
    workspace: Workspace,
    book: Mapping[str, list[tuple[str, str]]],
    number: int,
    title: str,
    key: str,
    answers: Mapping[str, Any],
    unread: Mapping[str, str],
) -> Row:
    known = workspace.setting(f"registration {key}")
    record = _record(workspace, known["id"]) if known else None
    if known and record is not None:
        same = known["mark"] == mark_of(answers, unread)
        draft = record.writing == tracks.Writing.DRAFT
        verdict = Verdict.SAME if same or not draft else Verdict.CHANGED
        return Row(number, title, verdict, answers, unread, record.code, record.id, key=key)
    for theirs, code in book.get(fold(title), ()):
        if _same_author(workspace, theirs, answers):
            return Row(number, title, Verdict.SAME, answers, unread, code, theirs, key=key)
    verdict = Verdict.UNCLEAR if unread else Verdict.NEW
    return Row(number, title, verdict, answers, unread, key=key)


def _record(workspace: Workspace, initiative_id: str) -> Any:
    with workspace.database.read() as session:
        try:
            return initiatives.get(session, initiative_id)
        except AppError:  # the draft was thrown away since
            return None


def _same_author(workspace: Workspace, initiative_id: str, answers: Mapping[str, Any]) -> bool:
    theirs = drafting.open_draft(workspace, initiative_id).answers
    return _first_author(theirs) == _first_author(answers)


def _first_author(answers: Mapping[str, Any]) -> str:
    people = answers.get("authors") or [{}]
    return fold(str(people[0].get("full_name", "")))


def _key(answers: Mapping[str, Any]) -> str:
    people = answers.get("authors") or [{}]
    year = str(people[0].get("birth_date", ""))[:4]
    said = "\n".join((fold(str(answers["initiative_title"])), _first_author(answers), year))
    return hashlib.sha256(said.encode()).hexdigest()


def mark_of(answers: Mapping[str, Any], unread: Mapping[str, str]) -> str:
    """Return a mark of what a row says, to see later whether it changed."""
    said = json.dumps([answers, unread], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
