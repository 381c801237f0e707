"""One person's data as JSON and as a PDF: what is kept, why, since when, whom it was given to.

Asked for by the person it is about; the law gives two working days (Luật 91/2025/QH15, Nghị định
356/2025/NĐ-CP). Only what a person picked as theirs goes in.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.domain.dates import display_date
from desktop_app.domain.person import person_rows as rows_of
from desktop_app.domain.text import ascii_name
from desktop_app.errors import AppError
from desktop_app.messages import catalogue, sentence
from desktop_app.services import erasing, templates
from desktop_app.services.erasing import LeftBundle
from desktop_app.services.persons import ROW, TEXT, Found, Place
from desktop_app.storage import audit, initiatives, person_rows
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class KeptRow:
    """A row about the person as one version of a report has it: cell → value."""

    version: str
    question: str
    cells: Mapping[str, Any]


@dataclass(frozen=True)
class KeptReport:
    """What one report holds of the person."""

    id: str
    code: str
    title: str
    unit: str
    kept_since: datetime | None
    roles: tuple[str, ...]
    rows: tuple[KeptRow, ...]
    said: tuple[str, ...]


@dataclass(frozen=True)
class PersonalData:
    """Everything kept about one person."""

    name: str
    made_at: datetime
    unit: str
    unit_code: str
    reports: tuple[KeptReport, ...]
    others: tuple[Place, ...]
    given: tuple[LeftBundle, ...]
    came_from: tuple[str, ...]
    signed: int


@dataclass(frozen=True)
class WrittenData:
    """The files that were written."""

    name: str
    files: tuple[Path, ...]


def gather(workspace: Workspace, found: Found, places: Sequence[Place]) -> PersonalData:
    """Return everything the picked places hold of the person. Raises BadInput SSK-967."""
    seen = erasing.preview(workspace, found, places)
    chosen = erasing.choose(found, places)
    keys = {place.key for place in places}
    reports = []
    with workspace.database.read() as session:
        for report in seen.reports:
            mine = [p for p in found.places if p.initiative_id == report.id]
            record = initiatives.find(session, report.id)
            rows = {
                (row.version, row.question, json.dumps(row.cells, sort_keys=True)): row
                for row in _rows(session, found.name, report.id, keys)
            }
            texts = all(erasure.texts for erasure in chosen.reports[report.id])
            reports.append(
                KeptReport(
                    report.id,
                    report.code,
                    report.title,
                    report.unit,
                    from_text(record.created_at) if record else None,
                    tuple(dict.fromkeys(p.kind for p in mine if p.key in keys)),
                    tuple(rows.values()),
                    tuple(s for p in mine if p.kind == TEXT and texts for s in p.said),
                )
            )
    own = workspace.own
    return PersonalData(
        places[0].name if places else found.name,
        workspace.now(),
        own.name,
        own.code,
        tuple(reports),
        seen.others,
        seen.left,
        seen.came_from,
        seen.signed,
    )


def _rows(session: Any, name: str, initiative_id: str, keys: set[str]) -> Iterator[KeptRow]:
    for cell in person_rows.cells(session, [initiative_id]):
        if cell.is_json and cell.source in ("draft", "copy", "frozen"):
            for row in rows_of(cell.value(), name):
                if f"initiative/{initiative_id}/{row.key}" in keys:
                    yield KeptRow(cell.source, row.question, dict(row.cells))


def write(
    workspace: Workspace, data: PersonalData, to: Path, *, language: str = "vi"
) -> WrittenData:
    """Write the JSON and the PDF into a folder. Raises Failed SSK-412 and following."""
    from desktop_app.exchange.delivery import write_file

    stem = f"{_say('file', language)}-{ascii_name(data.name, 40)}-{data.made_at:%Y%m%d}"
    content = json.dumps(as_json(data), ensure_ascii=False, indent=1).encode("utf-8")
    files = (
        write_file(to / f"{stem}.json", content),
        write_file(to / f"{stem}.pdf", pages(workspace, data, language).pdf()),
    )
    with workspace.database.write() as session:
        audit.note(session, workspace.now(), "person data", reports=len(data.reports))
    return WrittenData(data.name, files)


def as_json(data: PersonalData) -> dict[str, Any]:
    """Return everything as JSON a program of somebody else can read."""
    return {
        "name": data.name,
        "made_at": data.made_at.isoformat(timespec="seconds"),
        "kept_by": {"name": data.unit, "code": data.unit_code},
        "purpose": _say("purpose", "vi"),
        "legal_basis": _say("law", "vi"),
        "rights": _say("rights", "vi"),
        "reports": [
            {
                "id": report.id,
                "code": report.code,
                "title": report.title,
                "unit": report.unit,
                "kept_since": report.kept_since and report.kept_since.isoformat(),
                "roles": list(report.roles),
                "rows": [
                    {"version": row.version, "question": row.question, "cells": dict(row.cells)}
                    for row in report.rows
                ],
                "mentions": list(report.said),
            }
            for report in data.reports
        ],
        "elsewhere": [{"kind": place.kind, "text": list(place.said)} for place in data.others],
        "given_to": [
            {
                "kind": each.kind,
                "sequence": each.sequence,
                "file": each.file_name,
                "recipient": each.recipient,
                "written_at": each.written_at.isoformat(),
                "handed_over_at": each.handed_over_at and each.handed_over_at.isoformat(),
                "reports": list(each.codes),
            }
            for each in data.given
        ],
        "came_from": list(data.came_from),
        "lines_of_the_log": data.signed,
    }


def pages(workspace: Workspace, data: PersonalData, language: str = "vi") -> Any:
    """Lay everything out on pages to print, in words."""
    from desktop_app.documents.pages_listing import ListingDocument

    items = list(_items(workspace, data, language))
    return ListingDocument(_say("title", language), items, _raw("page", language))


def _items(workspace: Workspace, data: PersonalData, language: str) -> Iterator[Any]:
    from desktop_app.documents.pages_listing import Item

    def say(part: str, /, **facts: Any) -> str:
        return _say(part, language, **facts)

    yield Item("title", say("title"))
    yield Item("text", say("about", name=data.name))
    made = f"{data.made_at:%d/%m/%Y}"
    yield Item("text", say("made", day=made, unit=data.unit, unit_code=data.unit_code))
    yield Item("heading", say("why"))
    for name in ("purpose", "law", "rights"):
        yield Item("text", say(name))
    yield Item("heading", say("kept"))
    for report in data.reports:
        yield Item("heading", say("report", dossier=report.code, title=report.title))
        yield Item("fact", report.unit, say("unit"))
        if report.kept_since is not None:
            since = report.kept_since.astimezone(workspace.now().tzinfo)
            yield Item("fact", f"{since:%d/%m/%Y}", say("since"))
        roles = ", ".join(kind_word(kind, language) for kind in report.roles)
        yield Item("fact", roles, say("role"))
        labels = _labels(workspace, report.id, language)
        for row in report.rows:
            yield Item("fact", version_word(row.version, language), say("where"))
            for cell, value in row.cells.items():
                yield Item("fact", _shown(value, language), _cell(cell, labels, language))
        for said in report.said:
            yield Item("fact", said, say("said"))
    for place in data.others:
        yield Item("fact", "; ".join(place.said) or place.title, kind_word(place.kind, language))
    if data.signed:
        yield Item("text", say("signed", number=data.signed))
    yield Item("heading", say("given"))
    for each in data.given:
        handed = say("not-handed")
        if each.handed_over_at:
            handed = say("handed", day=f"{each.handed_over_at:%d/%m/%Y}")
        facts = {
            "sequence": each.sequence,
            "day": f"{each.written_at:%d/%m/%Y}",
            "recipient": each.recipient or say("nobody"),
            "handed": handed,
            "file": each.file_name,
        }
        yield Item("text", say("bundle", **facts))
    if not data.given:
        yield Item("text", say("given-none"))
    yield Item("text", say("printed"))
    if data.came_from:
        yield Item("fact", ", ".join(data.came_from), say("came"))


def _labels(workspace: Workspace, initiative_id: str, language: str) -> dict[str, str]:
    """Return the questions' names of the form a report was written with."""
    with workspace.database.read() as session:
        record = initiatives.find(session, initiative_id)
    if record is None:
        return {}
    try:
        form = templates.form_of(workspace, record.template_id, record.template_version)
    except AppError:
        return {}
    found = {}
    for path, node in form.walk():
        label = getattr(node, "label", None)
        if path and isinstance(label, Mapping):
            found[node.name] = str(label.get(language) or next(iter(label.values()), node.name))
    return found


def _cell(name: str, labels: Mapping[str, str], language: str) -> str:
    code = f"PERSON-cell-{name}"
    return sentence(code, language) if code in catalogue() else labels.get(name, name)


def _shown(value: Any, language: str) -> str:
    if value in ("yes", "no"):
        return _say(f"consent-{value}", language)
    code = f"PERSON-value-{value}"
    if code in catalogue():
        return sentence(code, language)
    text = str(value)
    if len(text) in (4, 7, 10) and text[:4].isdigit():
        try:
            return display_date(text)
        except ValueError:
            return text
    return text


def kind_word(kind: str, language: str) -> str:
    """Return what a kind of place is called."""
    code = f"PERSON-kind-{kind}"
    return sentence(code if code in catalogue() else f"PERSON-kind-{ROW}", language)


def version_word(version: str, language: str) -> str:
    """Return what a version of a report is called."""
    return sentence(f"PERSON-version-{version}", language)


def _say(part: str, language: str, /, **facts: Any) -> str:
    return sentence(f"PERSON-{part}", language, **facts)


def _raw(name: str, language: str) -> str:
    return catalogue()[f"PERSON-{name}"][language]["text"]


def letter(workspace: Workspace, data: PersonalData, recipient: str, language: str = "vi") -> str:
    """Return the text of the letter that asks a recipient to erase the person as well."""
    mine = [each for each in data.given if each.recipient == recipient]
    carried = "; ".join(
        _say(
            "letter-bundle",
            language,
            sequence=each.sequence,
            day=f"{each.written_at:%d/%m/%Y}",
            file=each.file_name,
        )
        for each in mine
    )
    return _say(
        "letter",
        language,
        recipient=recipient or _say("letter-nobody", language),
        unit=workspace.own.name,
        bundles=carried,
        name=data.name,
        codes=", ".join(dict.fromkeys(code for each in mine for code in each.codes)),
        day=f"{workspace.today():%d/%m/%Y}",
    )
