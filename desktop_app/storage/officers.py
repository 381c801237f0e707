"""Officers of a book on a server, and what each of them looks at."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import DateTime, delete, func, select, update
from sqlalchemy.orm import Session

from desktop_app.errors import NotAllowed
from desktop_app.storage.copying import MOVED_AWAY
from desktop_app.storage.desk_tables import Officer, Presence
from desktop_app.storage.settings import read_setting
from desktop_app.storage.times import from_text, to_text

HEAD, OFFICER, READER = "head", "officer", "reader"
ROLES = (HEAD, OFFICER, READER)
ASKED, KNOWN, REVOKED = "asked", "known", "revoked"


@dataclass(frozen=True)
class OfficerRecord:
    """An officer with the computer they use; ``wrapped`` is the desk's keys sealed to it."""

    id: str
    name: str
    role: str
    recipient: str
    wrapped: str
    state: str
    added_at: datetime


@dataclass(frozen=True)
class Look:
    """Somebody looks at an initiative; ``at`` by the server's clock."""

    officer: str
    initiative_id: str
    at: datetime


def add_officer(session: Session, record: OfficerRecord) -> None:
    """Add an officer."""
    session.add(Officer(**(record.__dict__ | {"added_at": to_text(record.added_at)})))
    session.flush()


def find_officer(session: Session, officer_id: str) -> OfficerRecord | None:
    """Return an officer, None when there is none."""
    row = session.get(Officer, officer_id)
    return None if row is None else _record(row)


def all_officers(session: Session) -> tuple[OfficerRecord, ...]:
    """Return every officer, the first one first."""
    rows = session.scalars(select(Officer).order_by(Officer.added_at, Officer.id))
    return tuple(_record(row) for row in rows)


def change_officer(session: Session, officer_id: str, **columns: str) -> None:
    """Change what is known of an officer."""
    session.execute(update(Officer).where(Officer.id == officer_id).values(columns))


def _record(row: Officer) -> OfficerRecord:
    return OfficerRecord(
        row.id,
        row.name,
        row.role,
        row.recipient,
        row.wrapped,
        row.state,
        from_text(row.added_at),
    )


def check_writing(session: Session, officer_id: str) -> OfficerRecord:
    """Return who makes a change, or refuse who may not make any: asked before every one.

    Raises NotAllowed: SSK-892 the book was taken back from the server, SSK-893 not an officer of
    it any more, SSK-890 not confirmed yet, SSK-891 a reader.
    """
    away = read_setting(session, MOVED_AWAY)
    if away is not None:
        raise NotAllowed("SSK-892", computer=away["computer"], day=away["at"][:10])
    record = find_officer(session, officer_id)
    if record is None or record.state == REVOKED:
        raise NotAllowed("SSK-893")
    if record.state != KNOWN:
        raise NotAllowed("SSK-890")
    if record.role == READER:
        raise NotAllowed("SSK-891", name=record.name)
    return record


# Who looks at what


def note_look(session: Session, officer_id: str, initiative_id: str) -> None:
    """Say that an officer looks at an initiative now; "" for none."""
    session.execute(delete(Presence).where(Presence.officer_id == officer_id))
    if initiative_id:
        at = to_text(_server_time(session))
        session.add(Presence(officer_id=officer_id, initiative_id=initiative_id, at=at))


def looks(session: Session, *, besides: str, within: timedelta) -> tuple[Look, ...]:
    """Return who looks at what since so long ago by the server's clock, but for one officer."""
    since = to_text(_server_time(session) - within)
    rows = session.execute(
        select(Officer.name, Presence.initiative_id, Presence.at)
        .join(Officer, Officer.id == Presence.officer_id)
        .where(Presence.at >= since, Presence.officer_id != besides, Officer.state == KNOWN)
        .order_by(Officer.name)
    )
    return tuple(Look(name, initiative, from_text(at)) for name, initiative, at in rows)


def _server_time(session: Session) -> datetime:
    moment = session.execute(select(func.now(type_=DateTime(timezone=True)))).scalar_one()
    assert isinstance(moment, datetime)
    return moment
