"""One step of an initiative on one of its tracks."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop_app.domain.tracks import Track
from desktop_app.storage import initiatives
from desktop_app.storage.initiatives import InitiativeRecord


def move(
    session: Session,
    record: InitiativeRecord,
    track: Track,
    state: str,
    now: datetime,
    *,
    on: date | None = None,
) -> InitiativeRecord:
    """Take a step and return the row as it is now; staying where it is changes nothing.

    Raises NotAllowed SSK-501 for a step the track does not allow.
    """
    current = getattr(record, track.name)
    if current == state:
        return record
    track.check(current, state)
    day = (on or now.date()).isoformat()
    return initiatives.change(
        session, record, now, **{track.name: str(state), f"{track.name}_on": day}
    )
