"""The officer's list: order, filters, counts, pages, and that no page reads the whole book."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, insert, select

from desktop_app.domain.identifiers import uuid7
from desktop_app.services import review_list, review_notes, units
from desktop_app.services.review_list import ReviewFilter
from desktop_app.storage import units as stored_units
from desktop_app.storage.tables import Bundle, BundleItem, Initiative, TrackStep


def fill(office, rows):
    """Put reports in the book as they would stand after intake: dictionaries of columns."""
    (unit,) = [u for u in units.list_units(office) if u.code == "MSC"]
    now = office.now()
    with office.database.write() as session:
        for number, row in enumerate(rows):
            values = {
                "id": uuid7(now),
                "code": f"MSC-{number:05}",
                "unit_id": unit.id,
                "title": f"Sáng kiến {number}",
                "authors": "Trần Thị Bình",
                "field": "Cơ khí",
                "folded": f"sang kien {number} tran thi binh msc-{number:05}",
                "template_id": "sang-kien",
                "template_version": "1",
                "revision": 1,
                "revision_hash": f"{number:064}",
                "writing": "ready",
                "recognition": "not_filed",
                "submission": "received",
                "portal": "none",
                "portal_code": "",
                "writing_on": "2026-11-01",
                "recognition_on": "2026-11-01",
                "submission_on": "2026-11-18",
                "portal_on": "2026-11-01",
                "created_at": "2026-11-01T00:00:00.000Z",
                "updated_at": f"2026-11-18T00:{number // 60 % 60:02}:{number % 60:02}.000Z",
                "version": 1,
                **row,
            }
            came = values.pop("came", values["submission_on"])
            key = session.scalar(insert(Initiative).values(values).returning(Initiative.row))
            step = {"initiative_row": key, "track": "submission", "state": "received", "day": came}
            session.execute(insert(TrackStep).values(step))
    with office.database.read() as session:
        return list(session.scalars(select(Initiative.id).order_by(Initiative.row)))


def listed(office, limit=100, **wanted):
    """Return every title of the list, page by page."""
    found, after = [], None
    while True:
        page = review_list.page(office, ReviewFilter(**wanted), after, limit)
        found += [row.title.removeprefix("Sáng kiến ") for row in page.rows]
        if page.next is None:
            return found
        after = page.next


STATES = ("received", "accepted", "returned", "declined", "uploaded", "withdrawn")


@pytest.mark.parametrize("limit", [1, 3, 7, 100])
def test_undecided_first_then_the_newest_whatever_the_page(office, limit):
    fill(office, [{"submission": STATES[n % 6]} for n in range(20)])
    shown = listed(office, limit)
    assert len(shown) == len(set(shown)) == 20
    waiting = ["18", "12", "6", "0"]
    assert shown[:4] == waiting
    assert shown[4:] == [str(n) for n in reversed(range(20)) if str(n) not in waiting]


def test_same_moments_are_neither_lost_nor_doubled_at_a_page_end(office):
    fill(office, [{"updated_at": "2026-11-18T00:00:00.000Z"} for _ in range(9)])
    assert listed(office, 2) == [str(n) for n in reversed(range(9))]


def test_drafts_and_what_never_came_are_not_listed(office):
    fill(office, [{"revision": 0}, {"submission": "none"}, {"submission": "queued"}, {}])
    assert listed(office) == ["3"]


def test_states_and_their_counts_agree(office):
    old = (office.today() - timedelta(days=11)).isoformat()
    edge = (office.today() - timedelta(days=10)).isoformat()
    ids = fill(
        office,
        [
            {},
            {"revision": 2},
            {"submission_on": old},
            {"submission_on": edge},
            {"submission": "accepted", "submission_on": old},
            {"submission": "uploaded", "revision": 3},
        ],
    )
    review_notes.keep_note(office, ids[5], "Hỏi lại phòng kỹ thuật.")
    wanted = {
        "": ["3", "2", "1", "0", "5", "4"],
        "waiting": ["3", "2", "1", "0"],
        "new": ["3", "2", "0"],
        "changed": ["1"],
        "overdue": ["2"],
        "similar": [],
        "conflict": [],
        "noted": ["5"],
        "decided": ["5", "4"],
    }
    assert set(wanted) == set(review_list.STATES)
    counts = review_list.counts(office)
    for state, titles in wanted.items():
        assert listed(office, state=state) == titles, state
        assert counts[state] == len(titles), state
    page = review_list.page(office, ReviewFilter(state="overdue"))
    assert page.rows[0].overdue_days == 11
    office.set_setting(review_list.OVERDUE_SETTING, 9)
    assert listed(office, state="overdue") == ["3", "2"]


def test_a_note_and_two_versions_are_seen_in_the_row(office):
    first, second = fill(office, [{}, {}])
    review_notes.keep_note(office, first, "x")
    with office.database.write() as session:
        session.execute(
            insert(Bundle).values(
                id="b",
                direction="in",
                kind="submission",
                sender_key="k",
                sender_unit="u",
                recipient_unit="r",
                sequence=1,
                inner_sha256="0" * 64,
                file_name="x",
                size=1,
                content="{}",
                created_at="2026-11-18T00:00:00.000Z",
            )
        )
        session.execute(
            insert(BundleItem).values(
                bundle_id="b",
                initiative_id=second,
                revision=1,
                revision_hash="f" * 64,
                title="x",
                intake="conflict",
                reason="",
            )
        )
    rows = {row.id: row for row in review_list.page(office).rows}
    assert (rows[first].noted, rows[first].conflict) == (True, False)
    assert (rows[second].noted, rows[second].conflict) == (False, True)
    assert listed(office, state="conflict") == ["1"]
    assert review_list.counts(office)["conflict"] == 1


def test_units_below_and_the_officer_who_follows(office):
    (own,) = [u for u in units.list_units(office) if u.code == "MSC"]
    below = units.add_unit(office, name="Phân xưởng 1", code="PX1", parent_id=own.id)
    other = units.add_unit(office, name="CĐCS Khác", code="KH")
    with office.database.write() as session:
        stored_units.set_officer(session, below.id, "Phạm Thị Dung")
        stored_units.set_officer(session, other.id, "Phạm Thị Dung")
    fill(office, [{}, {"unit_id": below.id}, {"unit_id": other.id}])
    assert listed(office, unit_id=own.id) == ["1", "0"]
    assert listed(office, unit_id=below.id) == ["1"]
    assert listed(office, officer="Phạm Thị Dung") == ["2", "1"]
    assert listed(office, officer="Phạm Thị Dung", unit_id=own.id) == ["1"]
    assert listed(office, officer="Không có") == []
    assert review_list.counts(office, ReviewFilter(unit_id=own.id, state="changed"))[""] == 2
    choices = review_list.choices(office)
    assert choices.officers == ("Phạm Thị Dung",)
    depths = {unit.name: unit.depth for unit in choices.units}
    assert depths["Phân xưởng 1"] == depths["CĐCS Công ty May Sông Công"] + 1


def test_field_template_days_and_search_without_marks(office):
    fill(
        office,
        [
            {"field": "Điện"},
            {"template_id": "khac"},
            {"came": "2026-11-02", "submission": "accepted"},
            {"title": "Sáng kiến Đồ gá", "folded": "sang kien do ga"},
        ],
    )
    assert listed(office, field="Điện") == ["0"]
    assert listed(office, template_id="khac") == ["1"]
    # The day it came in counts, not the day it was decided.
    assert listed(office, until=date(2026, 11, 2)) == ["2"]
    assert listed(office, since=date(2026, 11, 2), until=date(2026, 11, 17)) == ["2"]
    assert listed(office, since=date(2026, 11, 3)) == ["Đồ gá", "1", "0"]
    assert listed(office, search="đồ GÁ") == ["Đồ gá"]
    assert review_list.choices(office).fields == ("Cơ khí", "Điện")
    (row,) = review_list.page(office, ReviewFilter(until=date(2026, 11, 2))).rows
    assert row.received_on == date(2026, 11, 2)


# A page must not read, nor sort, the whole book


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"state": "waiting"},
        {"state": "decided"},
        {"state": "changed"},
        {"field": "Cơ khí"},
        {"since": date(2026, 11, 1), "until": date(2026, 11, 30)},
        {"search": "sang kien"},
    ],
    ids=str,
)
def test_a_page_is_read_along_an_index(office, wanted):
    fill(office, [{"submission": STATES[n % 6]} for n in range(300)])
    seen = []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        seen.append((statement, parameters))

    first = review_list.page(office, ReviewFilter(**wanted), limit=10)
    event.listen(office.database.engine, "before_cursor_execute", note)
    try:
        review_list.page(office, ReviewFilter(**wanted), first.next, limit=10)
    finally:
        event.remove(office.database.engine, "before_cursor_execute", note)
    pages = [(s, p) for s, p in seen if "ORDER BY initiative.updated_at DESC" in s]
    assert pages
    with office.database.engine.connect() as connection:
        for statement, parameters in pages:
            plan = [
                row[3]
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]
            lines = " | ".join(plan)
            assert "initiative_by_submission" in lines, lines
            assert "TEMP B-TREE FOR ORDER BY" not in lines, lines
            assert "SCAN initiative" not in lines.replace("SCAN initiative_search", ""), lines


def test_the_next_page_costs_what_the_first_did(office):
    """Rows are counted by the steps SQLite takes: a later page must not walk over earlier ones."""
    fill(office, [{} for _ in range(1500)])

    def steps(after):
        taken = 0

        def step():
            nonlocal taken
            taken += 1

        with office.database.engine.connect() as connection:
            connection.connection.driver_connection.set_progress_handler(step, 50)
            try:
                page = review_list.page(office, ReviewFilter(state="waiting"), after, 20)
            finally:
                connection.connection.driver_connection.set_progress_handler(None, 50)
        return taken, page.next

    first, after = steps(None)
    for _page in range(60):
        last, after = steps(after)
    assert last <= first * 1.5 + 2
