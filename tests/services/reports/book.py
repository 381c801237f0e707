"""Initiatives put into an office's book as if they had arrived, decided and entered."""

from datetime import date
from itertools import count
from typing import Any

from desktop_app.domain.canonical import revision_hash
from desktop_app.domain.initiative import Revision
from desktop_app.services import templates
from desktop_app.storage import initiatives, verdicts
from desktop_app.storage.verdicts import RecognitionEntry
from tests.samples import answers

_NUMBERS = count(1)
USUAL = answers(1)


def person(name: str, **more: Any) -> dict[str, Any]:
    """Return an author of a report."""
    usual = {
        "full_name": name,
        "birth_date": "1990-01-02",
        "job_title": "Công nhân",
        "qualification": "Trung cấp cơ khí",
        "contribution_percent": 100,
        "is_member": "yes",
    }
    return usual | more


def put(
    office: Any,
    unit_id: str,
    *,
    on: date | None = None,
    recognised: date | None = None,
    submission: str = "received",
    portal: str = "none",
    template: tuple[str, str] | None = None,
    recognition: dict[str, Any] | None = None,
    **changed: Any,
) -> str:
    """Put one initiative into a book; return its identifier."""
    number = next(_NUMBERS)
    now = office.now()
    day = now if on is None else now.replace(year=on.year, month=on.month, day=on.day)
    name, version = template or templates.default_template(office)
    written = {k: v for k, v in (USUAL | changed).items() if v is not None}
    mark = revision_hash(written, name, version, ())
    initiative_id = f"{number:08x}-0000-7000-8000-{number:012x}"
    with office.database.write() as session:
        initiatives.insert_initiative(
            session,
            initiative_id=initiative_id,
            code=f"MSC-{number:05}",
            unit_id=unit_id,
            template_id=name,
            template_version=version,
            answers=written,
            states={
                "writing": "ready",
                "recognition": "not_filed",
                "submission": submission,
                "portal": portal,
            },
            now=day,
            revision=1,
            revision_hash=mark,
        )
        initiatives.insert_revision(
            session, Revision(initiative_id, 1, mark, name, version, written, now)
        )
        if recognised is not None:
            record = initiatives.get(session, initiative_id)
            initiatives.change(
                session,
                record,
                now,
                recognition="recognised",
                recognition_on=recognised.isoformat(),
            )
            content = {
                "decision_no": f"{number}/QĐ",
                "decision_date": recognised.isoformat(),
                "decision_by": "Giám đốc",
                **(recognition or {}),
            }
            verdicts.add_recognition(
                session,
                RecognitionEntry(
                    f"{number:08x}-0000-7000-8000-aaaaaaaaaaaa",
                    initiative_id,
                    mark,
                    "recognised",
                    content,
                    now,
                ),
            )
    return initiative_id


def unit_of(office: Any, code: str) -> str:
    """Return the identifier of a unit by its code."""
    from desktop_app.services.units import find_unit

    return find_unit(office, code).id


def cells(table: Any, name: str) -> list[Any]:
    """Return a column of a table."""
    place = table.place(name)
    return [row[place] for row in table.rows]
