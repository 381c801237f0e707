"""The central system: which code and state an initiative has there. The list of states is data."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.lengths import LONGEST_CODE, LONGEST_NOTE, check_length
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.resource_files import resource_path
from desktop_app.services.moving import move
from desktop_app.services.officers import allowed
from desktop_app.storage import audit, initiatives, programmes, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.programmes import ProgrammeRecord
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class PortalState:
    """A state of the central system; nothing more is awaited after a ``final`` one."""

    code: str
    labels: Mapping[str, str]
    final: bool = False
    words: tuple[str, ...] = ()
    """What else lists of the central system call it."""


@cache
def portal_states() -> tuple[PortalState, ...]:
    """Return the states of the central system, in order."""
    path = resource_path("portal", "states.json")
    listed = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        PortalState(
            state["code"],
            state["labels"],
            state.get("final", False),
            tuple(state.get("words", ())),
        )
        for state in listed
    )


def final_states() -> tuple[str, ...]:
    """Return the states after which nothing more is awaited."""
    return tuple(state.code for state in portal_states() if state.final)


def take_portal(
    session: Session, record: InitiativeRecord, portal: Mapping[str, str], now: datetime, on: date
) -> InitiativeRecord:
    """Take over what an answer from above says of the central system: uploaded, code, state, note.

    The note is a field version 1 of the format does not know; who does not say one says none.
    """
    note = portal.get("note", "")
    record = move(session, record, tracks.SUBMISSION, tracks.Submission.UPLOADED, now, on=on)
    return initiatives.change(
        session,
        record,
        now,
        portal=portal["state"],
        portal_code=portal["code"],
        portal_on=portal["date"],
        portal_note=note[:LONGEST_NOTE] if isinstance(note, str) else "",
    )


def record_portal(
    workspace: Workspace,
    initiative_id: str,
    *,
    code: str,
    state: str,
    on: date | None = None,
    note: str | None = None,
) -> None:
    """Keep an initiative's code, state and note at the central system; it is uploaded by then.

    The next receipt tells the team. Without a note the one before it stands. Raises BadInput
    SSK-590 for a state that is not listed, NotAllowed SSK-501 when the initiative was not
    accepted, SSK-867 when it is not recognised and its programme asks for that.
    """
    now, day = workspace.now(), on or workspace.today()
    with workspace.database.write() as session:
        row = initiatives.get(session, initiative_id)
        keep_portal(session, row, now, code=code, state=state, on=day, note=note)


def keep_portal(
    session: Session,
    row: InitiativeRecord,
    now: datetime,
    *,
    code: str,
    state: str,
    on: date,
    note: str | None = None,
) -> None:
    """Do what ``record_portal`` says inside a transaction; what it refuses it has not touched."""
    check_recordable(session, row, state, on)
    code = check_length(tidy(code), LONGEST_CODE, code[:40])
    said = {} if note is None else {"portal_note": check_length(note, LONGEST_NOTE, "…")}
    row = move(session, row, tracks.SUBMISSION, tracks.Submission.UPLOADED, now, on=on)
    initiatives.change(
        session, row, now, portal=state, portal_code=code, portal_on=on.isoformat(), **said
    )
    verdicts.add_verdict(
        session,
        verdicts.VerdictRecord(uuid7(now), row.id, row.revision_hash or "", None, "", {}, now),
    )
    audit.note(session, now, "portal", row.id, state=state)


def check_recordable(session: Session, row: InitiativeRecord, state: str, on: date) -> None:
    """Refuse a state an initiative cannot have at the central system, as ``record_portal`` says."""
    if state not in {known.code for known in portal_states()}:
        raise BadInput("SSK-590", state=state)
    check_going_up(session, row, on)


def check_going_up(session: Session, row: InitiativeRecord, on: date) -> None:
    """Refuse what may not go up on a day: NotAllowed SSK-501, SSK-867, as ``record_portal``."""
    # What is there already may change its state there, whatever became of the recognition.
    if row.submission == tracks.Submission.UPLOADED:
        return
    tracks.SUBMISSION.check(row.submission, tracks.Submission.UPLOADED)
    recognised = row.recognition == tracks.Recognition.RECOGNISED
    if not recognised and ask_for_recognition(programmes_on(session, on)):
        raise NotAllowed("SSK-867", dossier=row.code)


@dataclass(frozen=True)
class NotMarked:
    """An initiative of a package that does not count as uploaded, and the code why."""

    initiative_id: str
    dossier: str
    code: str


def mark_uploaded(
    session: Session, items: Iterable[tuple[str, str]], now: datetime, on: date
) -> tuple[tuple[str, ...], tuple[NotMarked, ...]]:
    """Take initiatives, each with the revision that was sent, as uploaded on a day.

    The central system has given them no code and state yet; ``record_portal`` keeps those, and
    then the next receipt tells the teams. Return which are uploaded now and which are not:
    SSK-501 when one was not accepted or has a newer revision since, SSK-867 when it is not
    recognised and its programme asks for that.
    """
    uploaded, left = [], []
    for initiative_id, revision_hash in items:
        row = initiatives.find(session, initiative_id)
        if row is None or row.submission == tracks.Submission.UPLOADED:
            continue
        try:
            if row.revision_hash != revision_hash:
                raise NotAllowed("SSK-501")
            check_going_up(session, row, on)
        except NotAllowed as error:
            left.append(NotMarked(row.id, row.code, error.code))
            continue
        move(session, row, tracks.SUBMISSION, tracks.Submission.UPLOADED, now, on=on)
        audit.note(session, now, "uploaded", row.id)
        uploaded.append(row.id)
    return tuple(uploaded), tuple(left)


def programmes_on(session: Session, day: date) -> tuple[ProgrammeRecord, ...]:
    """Return the programmes an initiative may go up in on a day: those running, else the newest."""
    every = programmes.all_programmes(session)
    at = day.isoformat()
    running = tuple(p for p in every if (p.date_from or "") <= at <= (p.date_to or "9999-12-31"))
    return running or every[-1:]


def ask_for_recognition(chosen: Sequence[ProgrammeRecord]) -> bool:
    """Return whether only recognised initiatives may go up in some programmes.

    One that takes the others too is enough, since no initiative says to which of them it goes.
    Without a programme nobody asks.
    """
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
