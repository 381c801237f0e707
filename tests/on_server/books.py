"""What a book on a server is filled with, and what is read of it to compare two."""

from datetime import date
from typing import Any

from desktop_app.domain.targets import Base
from desktop_app.services import listing, progress, review, similar, targets, units, weeks
from desktop_app.services.listing import Query
from desktop_app.storage import copying, initiatives
from desktop_app.workspace import Workspace

SEARCHES = ("do ga", "ĐỒ GÁ", "MSC-2026-0001", "2026-0001", "0002", "sang kien 3", "“", "x" * 70)


def enter(office: Workspace, unit: str, number: int, state: str = "received") -> tuple[str, ...]:
    """Enter initiatives that came in, without their reports; return their identifiers."""
    row = units.find_unit(office, unit)
    ids = []
    with office.database.write() as session:
        for place in range(number):
            ids.append(f"{row.id[:24]}{state[:3]}{place:09}")
            initiatives.insert_initiative(
                session,
                initiative_id=ids[-1],
                code=f"{row.code}-2026-9{place:03}",
                unit_id=row.id,
                template_id="t",
                template_version="1",
                answers={"initiative_title": f"Sáng kiến {place} “đồ gá” {'x' * 3000}"},
                states={
                    "writing": "ready",
                    "recognition": "recognised",
                    "submission": state,
                    "portal": "none",
                },
                now=office.now(),
                revision=1,
                revision_hash="0" * 64,
            )
    return tuple(ids)


def fill(office: Workspace) -> None:
    """Units, people, a phase with targets, initiatives in several states, decisions."""
    units.add_unit(office, name="CĐCS Công ty Cơ khí Phổ Yên", code="CKPY")
    units.add_unit(office, name="CĐCS Công ty Điện tử Đại Từ", code="DTDT")
    day = date(2026, 1, 1)
    for code, members in (("MSC", 300), ("CKPY", 120)):
        row = units.find_unit(office, code)
        units.set_people(office, row.id, members=members, workers=17, as_of=day)
    targets.add_phase(
        office, code="GD2", name="Giai đoạn 2", programme="1M", date_from=day,
        date_to=date(2026, 12, 31),
    )  # fmt: skip
    targets.set_target(office, "MSC", "GD2", count=40)
    targets.set_target(office, "CKPY", "GD2", percent=12.5, base=Base.MEMBERS)
    ids = enter(office, "MSC", 5)
    enter(office, "CKPY", 3, "accepted")
    review.decide(office, ids[0], "accepted")
    review.decide(office, ids[1], "returned", "Thiếu cách tính số tiền làm lợi.")
    review.decide(office, ids[1], "accepted", "Đã đủ.")


def board(office: Workspace) -> dict[str, Any]:
    """Return every figure and list of a book, to compare it with another."""
    lists = {}
    for words in SEARCHES:
        found = listing.list_initiatives(office, Query(search=words))
        lists[words] = [row.id for row in found.rows]
    return {
        "progress": progress.progress(office),
        "in the phase": progress.progress(office, phase="GD2"),
        "weekly": weeks.weekly(office, office.own.unit_id),
        "counts": listing.counts_by_state(office),
        "units": units.list_units(office),
        "review": review.list_for_review(office),
        "searches": lists,
        "alike": similar.similar_titles(office, "Sáng kiến đồ gá"),
    }


def dump(office: Workspace) -> dict[str, copying.Contents]:
    """Return what every table holds, but for what moving itself notes."""
    with office.database.read() as session:
        found = dict(copying.digest(session))
    found.pop("audit")
    return found
