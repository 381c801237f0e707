"""Two officers on one book at the same time: told, shown, nothing overwritten, numbered once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import text

from desktop_app.errors import Failed, NotAllowed
from desktop_app.services import (
    handover,
    inbox,
    presence,
    receipts,
    review,
    second_writer,
    units,
)
from desktop_app.services.drafting import QuestionComment
from desktop_app.storage.settings import next_number
from tests.on_server.books import enter
from tests.samples import ready


def at_once(*verbs: Callable[[], object]) -> list[object]:
    """Do several things in threads that begin together; return what came of each, or its error."""
    gate = Barrier(len(verbs))

    def run(verb: Callable[[], object]) -> object:
        gate.wait()
        try:
            return verb()
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(verbs)) as pool:
        return list(pool.map(run, verbs))


def test_the_second_is_told_and_shown_and_nothing_is_overwritten(office, second):
    (initiative_id,) = enter(office, "MSC", 1)
    seen = second_writer.version_of(office, initiative_id)
    assert second_writer.version_of(second, initiative_id) == seen
    assert second_writer.difference(second, initiative_id, seen) is None
    comments = [QuestionComment("measures", "Ghi rõ đo bằng gì.")]
    review.decide(office, initiative_id, "returned", "Thiếu số liệu.", comments, seen=seen)
    with pytest.raises(NotAllowed) as raised:
        review.decide(second, initiative_id, "accepted", seen=seen)
    assert raised.value.code == second_writer.CHANGED
    shown = second_writer.difference(second, initiative_id, seen)
    assert (shown.verdict, len(shown.changes)) == ("returned", 1)
    (change,) = shown.changes
    assert (change.by, change.action, change.verdict) == ("Hà", "decide", "returned")
    assert (change.comment, change.questions) == ("Thiếu số liệu.", tuple(comments))
    # On top of it, knowing it: both stay.
    review.decide(second, initiative_id, "accepted", "Đã có.", seen=shown.version)
    with office.database.read() as session:
        said = session.execute(text('SELECT verdict, by FROM verdict ORDER BY "row"')).all()
    assert said == [("returned", "Hà"), ("accepted", "Bình")]


def test_the_same_verdict_twice_is_told_as_well(office, second):
    (initiative_id,) = enter(office, "MSC", 1)
    review.decide(office, initiative_id, "accepted")
    seen = second_writer.version_of(second, initiative_id)
    review.decide(office, initiative_id, "accepted", "Rất tốt.")
    with pytest.raises(NotAllowed):
        review.decide(second, initiative_id, "accepted", seen=seen)
    review.undo_decision(office, initiative_id)
    actions = [c.action for c in second_writer.difference(second, initiative_id, seen).changes]
    assert actions[0] == "decide"


def test_of_two_decisions_at_the_same_moment_one_is_told(office, second):
    for initiative_id in enter(office, "MSC", 3):
        seen = second_writer.version_of(office, initiative_id)
        came = at_once(
            lambda: review.decide(office, initiative_id, "accepted", seen=seen),  # noqa: B023
            lambda: review.decide(second, initiative_id, "declined", "Trùng.", seen=seen),  # noqa: B023
        )
        assert sorted(type(one).__name__ for one in came) == ["NoneType", "NotAllowed"]
    with office.database.read() as session:
        assert session.execute(text("SELECT count(*) FROM verdict")).scalar_one() == 3


def test_numbers_are_given_once(office, second):
    def take(workspace):
        numbers = []
        for _turn in range(12):
            with workspace.database.write() as session:
                numbers.append(next_number(session, "counter"))
        return numbers

    first, other = at_once(lambda: take(office), lambda: take(second))
    assert sorted([*first, *other]) == list(range(1, 25))


def test_the_same_file_taken_in_twice_at_once_comes_in_once(office, second, team, files):
    initiative_id = ready(team)
    path = handover.export_bundle(team, files).path
    came = at_once(lambda: inbox.take_in(office, [path]), lambda: inbox.take_in(second, [path]))
    intakes = sorted(item.intake for result in came for file in result.files for item in file.items)
    assert intakes == ["new", "same"]
    with office.database.read() as session:
        for table in ("initiative", "revision", "bundle"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() >= 1
        assert session.execute(text("SELECT id FROM initiative")).scalars().all() == [initiative_id]
        keys = session.execute(text("SELECT count(*) FROM unit_key")).scalar_one()
    assert keys == 1


def test_two_answering_at_once_write_one_answer(office, second, team, files):
    initiative_id = ready(team)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    review.decide(office, initiative_id, "accepted")
    for folder in ("a", "b"):
        (files / folder).mkdir()
    came = at_once(
        lambda: receipts.export_receipts(office, files / "a"),
        lambda: receipts.export_receipts(second, files / "b"),
    )
    assert sorted(getattr(one, "code", "") for one in came) == ["", "SSK-560"]
    assert len([*files.rglob("*receipt*")]) == 1
    with office.database.read() as session:
        numbers = session.execute(
            text("SELECT sequence FROM bundle WHERE direction = 'out' AND kind = 'receipt'")
        ).scalars()
        assert len(numbers.all()) == 1


def test_a_name_is_held_by_one_and_given_back(office, second):
    with office.database.alone("letters"), office.database.alone("letters"):
        pass
    order = []

    def first():
        with office.database.alone("letters"):
            order.append("in")
            order.append("out")

    def other():
        with second.database.alone("letters"):
            order.append("in")
            order.append("out")

    assert at_once(first, other) == [None, None]
    assert order == ["in", "out", "in", "out"]
    with pytest.raises(RuntimeError), office.database.alone("letters"):
        raise RuntimeError
    with second.database.alone("letters"):
        pass


def test_a_writer_that_does_not_end_lets_the_other_be_told(office, second, monkeypatch):
    monkeypatch.setattr("desktop_app.storage.server._WAIT", "50ms")
    with office.database.write(), pytest.raises(Failed) as raised, second.database.write():
        pass
    assert raised.value.code == "SSK-884"
    units.list_units(second)


def test_a_reader_sees_one_state_from_its_first_question_to_its_last(office, second):
    enter(office, "MSC", 1)
    count = text("SELECT count(*) FROM initiative")
    with second.database.read() as session:
        before = session.execute(count).scalar_one()
        enter(office, "MSC", 1, "accepted")
        assert session.execute(count).scalar_one() == before
    with second.database.read() as session:
        assert session.execute(count).scalar_one() == before + 1


def test_who_looks_at_what(office, second):
    first, other = enter(office, "MSC", 2)
    presence.look_at(second, first)
    (look,) = presence.others(office)
    assert (look.officer, look.initiative_id) == ("Bình", first)
    assert presence.others(office, [other]) == ()
    assert presence.others(second) == (), "nobody is told of themselves"
    presence.look_at(second, other)
    assert [look.initiative_id for look in presence.others(office, [first, other])] == [other]
    presence.look_at(second, "")
    assert presence.others(office) == ()


def test_who_was_not_heard_of_for_two_minutes_is_gone(office, second):
    (initiative_id,) = enter(office, "MSC", 1)
    presence.look_at(second, initiative_id)
    with office.database.jot() as session:
        session.execute(
            text(
                "UPDATE presence SET at = to_char((now() - interval '119 s') at time zone 'utc', "
                '\'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\')'
            )
        )
    assert len(presence.others(office)) == 1
    with office.database.jot() as session:
        session.execute(
            text(
                "UPDATE presence SET at = to_char((now() - interval '121 s') at time zone 'utc', "
                '\'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\')'
            )
        )
    assert presence.others(office) == ()


def test_both_keep_the_same_file_at_once(office, second):
    content = b"the same" * 400_000
    marks = at_once(
        lambda: office.attachments.put(content), lambda: second.attachments.put(content)
    )
    assert marks[0] == marks[1]
    for workspace in (office, second):
        workspace.attachments.path(marks[0]).unlink()
        assert workspace.attachments.read(marks[0]) == content
