"""Councils and who sits on them; closed ones stay, old minutes name them."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.domain.recognition import Council, Member
from desktop_app.storage import desk_tables
from desktop_app.storage.times import to_text


def keep_council(session: Session, council: Council, now: datetime) -> None:
    """Add a council, or put it and its list of members right."""
    row = session.get(desk_tables.Council, council.id)
    if row is None:
        row = desk_tables.Council(id=council.id, created_at=to_text(now))
        session.add(row)
    row.name, row.body, row.threshold = council.name, council.body, council.threshold
    row.state_funded, row.closed = council.state_funded, council.closed
    session.flush()
    members = desk_tables.CouncilMember
    session.execute(delete(members).where(members.council_id == council.id))
    session.add_all(
        members(
            council_id=council.id,
            place=place,
            name=member.name,
            role=member.role,
            speaks_for_union=member.union,
        )
        for place, member in enumerate(council.members)
    )
    session.flush()


def all_councils(session: Session) -> tuple[Council, ...]:
    """Return the councils, those that still meet first, by name."""
    members: dict[str, list[Member]] = {}
    query = select(desk_tables.CouncilMember).order_by(
        desk_tables.CouncilMember.council_id, desk_tables.CouncilMember.place
    )
    for row in session.scalars(query):
        member = Member(row.name, row.role, row.speaks_for_union)
        members.setdefault(row.council_id, []).append(member)
    rows = session.scalars(
        select(desk_tables.Council).order_by(
            desk_tables.Council.closed, desk_tables.Council.name, desk_tables.Council.created_at
        )
    )
    return tuple(
        Council(
            row.id,
            row.name,
            row.body,
            row.threshold,
            row.state_funded,
            tuple(members.get(row.id, ())),
            row.closed,
        )
        for row in rows
    )
