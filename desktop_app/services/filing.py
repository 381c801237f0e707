"""Filing: an application taken in, entered in the register, with a receipt and a day of answer.

Điều 6 Thông tư 18/2013/TT-BKHCN: the establishment may enter it in its register (Sổ tiếp nhận)
and gives the applicant a receipt that names the day of answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.domain.dates import months_later
from desktop_app.domain.recognition import day_of, whole
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import time_limits
from desktop_app.services.recognition import add_entry
from desktop_app.storage import initiatives, recognitions, verdicts
from desktop_app.storage.settings import next_number
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class Filed:
    """An application that was taken in: its number in the register and the day of answer."""

    id: str
    receipt_no: str
    due: date


@dataclass(frozen=True)
class RegisterLine:
    """A line of the register, as it was written when the application came in."""

    id: str
    code: str
    title: str
    authors: str
    receipt_no: str
    filed_date: str
    received_by: str
    answer_due_date: str


def file_applications(
    workspace: Workspace,
    initiative_ids: Sequence[str],
    *,
    on: date | None = None,
    received_by: str = "",
    first_no: str = "",
    accepted_on: date | None = None,
    answer_on: date | None = None,
    trial_end: date | None = None,
) -> tuple[Filed, ...]:
    """Take applications in, all or none, and return their numbers and days of answer.

    Numbers run on by themselves within a year; ``first_no`` begins with another one. The day of
    answer is as many months after acceptance (or filing) as the law leaves, unless ``answer_on``.
    Raises BadInput SSK-868 when nothing was chosen, SSK-865 for a number that is taken or none,
    NotAllowed SSK-874 for a report that is not complete, SSK-873 for one that is decided on.
    """
    if not initiative_ids:
        raise BadInput("SSK-868")
    day = on or workspace.today()
    begun = max(filter(None, (accepted_on or day, trial_end)))
    due = answer_on or months_later(begun, time_limits.months_to_answer())
    filed: list[Filed] = []
    with workspace.database.write() as session:
        taken = recognitions.receipt_numbers(session, day.year)
        for place, initiative_id in enumerate(dict.fromkeys(initiative_ids)):
            row = initiatives.get(session, initiative_id)
            if not row.revision_hash:
                raise NotAllowed("SSK-874", dossier=row.code)
            if row.recognition in (tracks.Recognition.FILED, tracks.Recognition.RECOGNISED):
                raise NotAllowed("SSK-873", dossier=row.code)
            number = _number(workspace, session, day.year, first_no, place, taken)
            content = {
                "receipt_no": number,
                "filed_date": day.isoformat(),
                "received_by": tidy(received_by),
                "answer_due_date": due.isoformat(),
                "accepted_date": accepted_on.isoformat() if accepted_on else "",
                "trial_end_date": trial_end.isoformat() if trial_end else "",
            }
            kept = {name: value for name, value in content.items() if value}
            filing = tracks.Recognition.FILED
            add_entry(workspace, session, row.id, filing, kept, on=day)
            filed.append(Filed(row.id, number, due))
    return tuple(filed)


def _number(
    workspace: Workspace, session: Session, year: int, first_no: str, place: int, taken: set[str]
) -> str:
    """Return the next free number of a year; one of two digits at least, as papers write it."""
    if first_no.strip():
        begin = whole(first_no.strip())
        number = f"{(begin or 0) + place:02}"
        if not begin or number in taken:
            raise BadInput("SSK-865", number=first_no.strip()[:40] if not begin else number)
    else:
        counter = f"filing {workspace.own.code} {year}"
        number = f"{next_number(session, counter):02}"
        while number in taken:
            number = f"{next_number(session, counter):02}"
    taken.add(number)
    return number


def accept_applications(workspace: Workspace, initiative_ids: Sequence[str], on: date) -> None:
    """Note that the form of applications was examined and is in order; the time to decide begins.

    Raises BadInput SSK-868 when nothing was chosen, NotAllowed SSK-875 for one not filed.
    """
    if not initiative_ids:
        raise BadInput("SSK-868")
    due = months_later(on, time_limits.months_to_answer())
    content = {"accepted_date": on.isoformat(), "answer_due_date": due.isoformat()}
    with workspace.database.write() as session:
        for initiative_id in dict.fromkeys(initiative_ids):
            _filed(session, initiative_id)
            add_entry(workspace, session, initiative_id, tracks.Recognition.FILED, content)


def tell_defects(workspace: Workspace, initiative_id: str, on: date, what: str) -> None:
    """Note which defects of an application its author was told; the time to mend begins.

    Raises BadInput SSK-866 without saying which, NotAllowed SSK-875 for one not filed.
    """
    if not what.strip():
        raise BadInput("SSK-866")
    content = {"defects_date": on.isoformat(), "defects_reason": what}
    with workspace.database.write() as session:
        _filed(session, initiative_id)
        add_entry(workspace, session, initiative_id, tracks.Recognition.FILED, content)


def _filed(session: Session, initiative_id: str) -> None:
    row = initiatives.get(session, initiative_id)
    if row.recognition != tracks.Recognition.FILED:
        raise NotAllowed("SSK-875", dossier=row.code)


def register(workspace: Workspace, year: int) -> tuple[RegisterLine, ...]:
    """Return the register of a year, by number as it was given."""
    lines: list[RegisterLine] = []
    with workspace.database.read() as session:
        entries = verdicts.recognitions_with(
            session, "filed_date", f"{year}-…", tracks.Recognition.FILED
        )
        for entry in entries:
            if not entry.content.get("receipt_no"):
                continue
            row = initiatives.get(session, entry.initiative_id)
            said = {name: str(value) for name, value in entry.content.items()}
            lines.append(
                RegisterLine(
                    row.id,
                    row.code,
                    row.title,
                    row.authors,
                    said["receipt_no"],
                    day_of(said["filed_date"]),
                    said.get("received_by", ""),
                    day_of(said.get("answer_due_date", "")),
                )
            )
    return tuple(sorted(lines, key=lambda line: (line.receipt_no.zfill(12), line.filed_date)))
