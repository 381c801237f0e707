"""What officers said of pairs of initiatives: the same one, or different ones."""

from datetime import datetime

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import InitiativeLink
from desktop_app.storage.times import to_text

SAME, DIFFERENT = "same", "different"


def say(session: Session, one: str, other: str, said: str | None, now: datetime) -> str | None:
    """Keep what was said of a pair, None takes it back; return what had been said before."""
    first, second = sorted((one, other))
    pair = (InitiativeLink.first_id == first) & (InitiativeLink.second_id == second)
    before = session.scalar(select(InitiativeLink.said).where(pair))
    session.execute(delete(InitiativeLink).where(pair))
    if said is not None:
        session.execute(
            insert(InitiativeLink).values(
                first_id=first, second_id=second, said=said, at=to_text(now)
            )
        )
    return before


def said_of(session: Session, initiative_id: str) -> dict[str, str]:
    """Return what was said of an initiative and others: the other's id → same or different."""
    query = select(InitiativeLink.first_id, InitiativeLink.second_id, InitiativeLink.said).where(
        or_(InitiativeLink.first_id == initiative_id, InitiativeLink.second_id == initiative_id)
    )
    return {
        second if first == initiative_id else first: said
        for first, second, said in session.execute(query)
    }


def group_of(session: Session, initiative_id: str) -> frozenset[str]:
    """Return an initiative with all it is linked to, also by way of others."""
    found, new = {initiative_id}, [initiative_id]
    while new:
        one = new.pop()
        same = {other for other, said in said_of(session, one).items() if said == SAME} - found
        found |= same
        new += same
    return frozenset(found)
