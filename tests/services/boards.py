"""A small board to look at: three levels, every track, states that were left again."""

from datetime import date, datetime, time

from desktop_app.domain import tracks
from desktop_app.services import targets, units
from desktop_app.services.moving import move
from desktop_app.storage import initiatives

STATES = (
    ("draft", "not_filed", "none", "none"),
    ("ready", "not_filed", "queued", "none"),
    ("ready", "filed", "received", "none"),
    ("ready", "recognised", "accepted", "none"),
    ("ready", "refused", "declined", "none"),
    ("ready", "recognised", "uploaded", "reviewing"),
    ("ready", "recognised", "uploaded", "valid"),
    ("ready", "recognised", "returned", "none"),
)


def enter(office, unit_id, mark, states, on):
    """Enter an initiative that stands in some states of the four tracks since a day."""
    now = datetime.combine(on, time(9), office.now().tzinfo)
    initiative_id = f"{unit_id[-12:]}-{mark}"[-36:]
    with office.database.write() as session:
        initiatives.insert_initiative(
            session,
            initiative_id=initiative_id,
            code=f"{mark}-{unit_id[-6:]}"[:60],
            unit_id=unit_id,
            template_id="t",
            template_version="1",
            answers={"initiative_title": f"Sáng kiến {mark}"},
            states=dict(
                zip(("writing", "recognition", "submission", "portal"), states, strict=True)
            ),
            now=now,
        )
    return initiative_id


def step(office, initiative_id, track, state, on):
    """Take a step on a day."""
    now = datetime.combine(on, time(10), office.now().tzinfo)
    with office.database.write() as session:
        move(session, initiatives.get(session, initiative_id), track, state, now, on=on)


def sample_board(office):
    """Fill an office with a commune union, three unions below it and one beside it.

    Two phases with a peak period in the second; targets of all kinds.
    """
    upper = units.add_unit(office, name="Công đoàn phường Sông Công", code="PSC", kind="CD_PHUONG")
    below = [
        units.add_unit(office, name=f"CĐCS Xưởng {letter}", code=f"X{letter}", parent_id=upper.id)
        for letter in "ABC"
    ]
    for code, name, begin, end, peak in (
        ("G1", "Giai đoạn 1", date(2026, 7, 1), date(2026, 9, 30), False),
        ("G2", "Giai đoạn 2", date(2026, 10, 1), date(2026, 12, 31), False),
        ("CD", "Đợt cao điểm", date(2026, 11, 9), date(2026, 11, 15), True),
    ):
        targets.add_phase(
            office, code=code, name=name, programme="CT", date_from=begin, date_to=end, peak=peak
        )
    targets.set_target(office, "XA", "G1", count=6)
    targets.set_target(office, "XA", "G2", count=9)
    targets.set_target(office, "XB", "G2", count=4)
    targets.set_rule(office, "G2", count=5)
    days = (date(2026, 8, 3), date(2026, 10, 12), date(2026, 11, 10), date(2026, 11, 19))
    made = []
    for place, unit in enumerate([*below, units.find_unit(office, "MSC")]):
        for number, states in enumerate(STATES[: 8 - place]):
            on = days[(number + place) % len(days)]
            made.append(enter(office, unit.id, f"{number}", states, on))
    # One left the portal's list again, one was received and accepted later.
    step(office, made[5], tracks.SUBMISSION, "accepted", date(2026, 11, 18))
    step(office, made[2], tracks.SUBMISSION, "accepted", date(2026, 11, 20))
    return upper, below, made
