"""The central system: which code and state an initiative has there. The list of states is data."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.lengths import LONGEST_CODE, check_length
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.resource_files import resource_path
from desktop_app.services.moving import move
from desktop_app.services.officers import allowed
from desktop_app.storage import audit, initiatives, programmes, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class PortalState:
    """A state of the central system."""

    code: str
    labels: Mapping[str, str]


@cache
def portal_states() -> tuple[PortalState, ...]:
    """Return the states of the central system, in order."""
    path = resource_path("portal", "states.json")
    listed = json.loads(path.read_text(encoding="utf-8"))
    return tuple(PortalState(state["code"], state["labels"]) for state in listed)


def take_portal(
    session: Session, record: InitiativeRecord, portal: Mapping[str, str], now: datetime, on: date
) -> InitiativeRecord:
    """Take over what an answer from above says of the central system: uploaded, code, state."""
    record = move(session, record, tracks.SUBMISSION, tracks.Submission.UPLOADED, now, on=on)
    return initiatives.change(
        session,
        record,
        now,
        portal=portal["state"],
        portal_code=portal["code"],
        portal_on=portal["date"],
    )


def record_portal(
    workspace: Workspace,
    initiative_id: str,
    *,
    code: str,
    state: str,
    on: date | None = None,
) -> None:
    """Keep an initiative's code and state at the central system; it is uploaded by then.

    The next receipt tells the team. Raises BadInput SSK-590 for a state that is not listed,
    NotAllowed SSK-501 when the initiative was not accepted, SSK-867 when it is not recognised
    and its programme asks for that.
    """
    now = workspace.now()
    if state not in {known.code for known in portal_states()}:
        raise BadInput("SSK-590", state=state)
    code = check_length(tidy(code), LONGEST_CODE, code[:40])
    day = on or workspace.today()
    with workspace.database.write() as session:
        row = _go_up(session, initiatives.get(session, initiative_id), now, day)
        initiatives.change(
            session, row, now, portal=state, portal_code=code, portal_on=day.isoformat()
        )
        verdicts.add_verdict(
            session,
            verdicts.VerdictRecord(uuid7(now), row.id, row.revision_hash or "", None, "", {}, now),
        )
        audit.note(session, now, "portal", row.id, state=state)


@dataclass(frozen=True)
class HeldBack:
    """An initiative of a package that is not taken as uploaded, and the code why."""

    initiative_id: str
    dossier: str
    code: str


def mark_uploaded(
    session: Session, items: Iterable[tuple[str, str]], now: datetime, on: date
) -> tuple[tuple[str, ...], tuple[HeldBack, ...]]:
    """Take initiatives, each with the revision that was sent, as uploaded on a day.

    The central system has given them no code and state yet; ``record_portal`` keeps those, and
    then the next receipt tells the teams. Return which are uploaded now and which are held back:
    SSK-501 when one was not accepted or has a newer revision since, SSK-867 when it is not
    recognised and its programme asks for that.
    """
    uploaded, held = [], []
    for initiative_id, revision_hash in items:
        row = initiatives.find(session, initiative_id)
        if row is None or row.submission == tracks.Submission.UPLOADED:
            continue
        try:
            if row.revision_hash != revision_hash:
                raise NotAllowed("SSK-501")
            row = _go_up(session, row, now, on)
        except NotAllowed as error:
            held.append(HeldBack(row.id, row.code, error.code))
            continue
        audit.note(session, now, "uploaded", row.id)
        uploaded.append(row.id)
    return tuple(uploaded), tuple(held)


def _go_up(session: Session, row: InitiativeRecord, now: datetime, day: date) -> InitiativeRecord:
    """Take an initiative as uploaded on a day. Raises NotAllowed SSK-501, SSK-867."""
    # What is there already may change its state there, whatever became of the recognition.
    going_up = row.submission != tracks.Submission.UPLOADED
    recognised = row.recognition == tracks.Recognition.RECOGNISED
    if going_up and not recognised and _asks_for_recognition(session, day):
        tracks.SUBMISSION.check(row.submission, tracks.Submission.UPLOADED)
        raise NotAllowed("SSK-867", dossier=row.code)
    return move(session, row, tracks.SUBMISSION, tracks.Submission.UPLOADED, now, on=day)


def _asks_for_recognition(session: Session, day: date) -> bool:
    """Return whether only recognised initiatives may go up on a day.

    The programmes that run on the day say so, else the newest; one that takes the others too is
    enough, since no initiative says to which of them it goes. Without a programme nobody asks.
    """
    every = programmes.all_programmes(session)
    at = day.isoformat()
    running = [p for p in every if (p.date_from or "") <= at <= (p.date_to or "9999-12-31")]
    chosen = running or every[-1:]
    return bool(chosen) and all(programme.needs_recognition for programme in chosen)


@allowed("targets")
def ask_recognition(workspace: Workspace, programme: str, needed: bool) -> None:
    """Say whether only recognised initiatives may go up in a programme; cards tell it on.

    Raises BadInput SSK-879 for a programme that is not known.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        known = {record.code: record for record in programmes.all_programmes(session)}
        if programme not in known:
            raise BadInput("SSK-879", name=programme)
        record = replace(known[programme], needs_recognition=needed)
        programmes.keep_programme(session, record)
        audit.note(session, now, "programme", needs_recognition=needed)
