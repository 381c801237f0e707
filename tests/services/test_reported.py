"""A province that receives many offices sees the figures they see, each with its day.

Sixty of them in the long run, a dozen every day.
"""

import json
import os

import pytest

from desktop_app.errors import BadFile, BadInput, NotAllowed
from desktop_app.exchange.bundle_document import read_document
from desktop_app.services import (
    cards,
    drafting,
    handover,
    inbox,
    portal,
    relaying,
    reported,
    review,
    setup,
    targets,
    units,
)
from desktop_app.services.inbox import Agreed
from desktop_app.services.progress import COUNTS, progress
from desktop_app.workspace import Workspace
from tests.faults.small_books import Clock, copy_book, quick

OFFICES = 60 if os.environ.get("TORTURE") else 12
VERDICTS = ("accepted", "accepted", "returned", None)


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    """Offices, each with a team of its own, and the province they passed everything on to.

    What each office sees of its units stands beside.
    """
    root = tmp_path_factory.mktemp("province")
    clock, seen = Clock(), {}
    Workspace(root / "empty", clock=clock).close()
    with quick(), Workspace(root / "province", clock=clock) as above:
        setup.start_office(above, "Liên đoàn Lao động tỉnh Thái Nguyên", "TNG")
        targets.add_programme(above, code="CT", name="Chương trình năm 2026")
        agreed = Agreed(frozenset({above.keys.public.sign}))
        for number in range(OFFICES):
            office, team = _begin(root, clock, above, number, agreed)
            with office, team:
                _work(root, office, team, number)
                sent = relaying.export_relay(office, root)
                assert inbox.take_in(above, [one.path for one in sent]).files[0].opened
                seen |= {line.code: line for line in progress(office) if line.code != "TNG"}
    with Workspace(root / "province", clock=clock) as above:
        yield above, seen


def _begin(root, clock, above, number, agreed):
    code = f"O{number}"
    units.add_unit(above, name=f"Công đoàn phường {number}", code=code)
    office = _book(root, code, clock)
    setup.start_office(office, f"Công đoàn phường {number}", code)
    inbox.take_in(office, [cards.export_card(above, code, root)], agreed=agreed)
    units.add_unit(office, name=f"CĐCS Công ty số {number}", code=f"C{number}")
    targets.set_target(office, f"C{number}", "CT", count=5)
    team = _book(root, f"C{number}", clock)
    setup.start_team_with_card(team, cards.export_card(office, f"C{number}", root))
    return office, team


def _book(root, name, clock):
    """Open an empty book; its tables were made once for all."""
    if (root / "empty").is_dir():
        copy_book(root / "empty", root / name)
    return Workspace(root / name, clock=clock)


def _work(root, office, team, number):
    """Write two to five reports, decide, and enter the first in the central system."""
    ids = []
    for place in range(2 + number % 4):
        title = f"Cải tiến số {number}.{place} cho chuyền may"
        ids.append(drafting.new_initiative(team, None, {"initiative_title": title}))
        drafting.make_ready(team, ids[-1])
    inbox.take_in(office, [handover.export_bundle(team, root).path])
    for one, verdict in zip(ids, VERDICTS, strict=False):
        if verdict:
            review.decide(office, one, verdict, "Thiếu cách tính." if verdict != "accepted" else "")
    portal.ask_recognition(office, "CT", False)
    portal.record_portal(office, ids[0], code=f"SK{number}", state="valid")


def numbers(line):
    wanted = (*COUNTS, "base", "target", "reached", "shortfall", "new")
    return {name: getattr(line, name) for name in wanted}


def test_the_province_sees_what_the_offices_see(province):
    above, seen = province
    board = {line.code: line for line in progress(above, reported=True)}
    assert len(seen) == 2 * OFFICES
    for code, line in seen.items():
        assert numbers(board[code]) == numbers(line), code
        assert board[code].as_of == line.as_of
    whole = board["TNG"]
    assert whole.ready == sum(2 + number % 4 for number in range(OFFICES))
    assert (whole.valid, whole.target, whole.shortfall) == (OFFICES, 5 * OFFICES, 4 * OFFICES)
    # Counted from what came, the province sees what it decided itself: nothing yet.
    counted = {line.code: line for line in progress(above)}["TNG"]
    assert (counted.received, counted.accepted, counted.valid) == (2 * OFFICES, 0, 0)


def test_figures_are_told_for_a_programme_and_not_for_a_week(province):
    above, seen = province
    board = {line.code: line for line in progress(above, programme="CT", reported=True)}
    assert numbers(board["C7"]) == numbers(seen["C7"])
    with pytest.raises(BadInput, match="SSK-825"):
        progress(above, as_of=above.today(), reported=True)


def test_new_figures_go_alone_and_old_ones_change_nothing(tmp_path, clock):
    with (
        quick(),
        Workspace(tmp_path / "province", clock=clock) as above,
    ):
        setup.start_office(above, "LĐLĐ tỉnh Thái Nguyên", "TNG")
        targets.add_programme(above, code="CT", name="Chương trình năm 2026")
        agreed = Agreed(frozenset({above.keys.public.sign}))
        office, team = _begin(tmp_path, clock, above, 3, agreed)
        with office, team:
            _work(tmp_path, office, team, 3)
            (first,) = relaying.export_relay(office, tmp_path)
            with pytest.raises(NotAllowed, match="SSK-510"):
                relaying.export_relay(office, tmp_path)
            targets.set_target(office, "C3", "CT", count=9)
            assert relaying.plan_relay(office).bundles[0].count == 0
            (second,) = relaying.export_relay(office, tmp_path)
            inbox.take_in(above, [second.path])
            inbox.take_in(above, [first.path])
        (line,) = [line for line in progress(above, reported=True) if line.code == "C3"]
        assert line.target in (9, 5)


def test_a_board_that_is_none_is_refused(province):
    above, _seen = province
    board = reported.figures(above)
    document = json.loads(json.dumps(_document(above, board)))
    assert read_document(json.dumps(document).encode())
    for spoil in (
        {"as_of": "hôm qua"},
        {"units": [{"id": "x"}]},
        {"scopes": {"": {"u": {"numbers": [1], "base": None, "target": None}}}},
        {"scopes": {"": {"u": {"numbers": [-1] * 18, "base": None, "target": None}}}},
        {"scopes": {"": {"u": {"numbers": [10**9] * 18, "base": None, "target": None}}}},
    ):
        with pytest.raises(BadFile, match="SSK-480"):
            read_document(json.dumps(document | {"board": board | spoil}).encode())


def _document(workspace, board):
    from desktop_app.services import carrying

    begun = carrying.begin_document(workspace, carrying.RELAY, None, workspace.now(), None)
    return begun | {"items": [], "counts": None, "board": board}
