"""The server gone at the start and in the middle: the action fails whole, and works again later."""

import pytest
from sqlalchemy import text

from desktop_app.errors import Failed
from desktop_app.services import handover, inbox, review
from desktop_app.storage import audit, verdicts
from desktop_app.workspace import Workspace
from tests.on_server.books import enter
from tests.samples import ready


@pytest.fixture
def stopping(server, monkeypatch):
    """Stop the server, as if its power went, when a function is called the next time."""

    def when(module, name):
        real = getattr(module, name)

        def gone(*given, **named):
            monkeypatch.setattr(module, name, real)
            done = real(*given, **named)
            server.stop("immediate")
            return done

        monkeypatch.setattr(module, name, gone)

    yield when
    server.start()


def number(workspace, table):
    with workspace.database.read() as session:
        return session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()


def test_gone_in_the_middle_of_a_decision(office, server, stopping):
    (initiative_id,) = enter(office, "MSC", 1)
    stopping(verdicts, "add_verdict")
    with pytest.raises(Failed) as raised:
        review.decide(office, initiative_id, "accepted")
    assert raised.value.code == "SSK-882"
    with pytest.raises(Failed) as raised:
        review.list_for_review(office)
    assert raised.value.code == "SSK-882"
    server.start()
    assert number(office, "verdict") == 0
    assert review.list_for_review(office)[0].verdict == ""
    review.decide(office, initiative_id, "accepted")
    assert review.list_for_review(office)[0].verdict == "accepted"


def test_gone_in_the_middle_of_an_import(office, team, files, server, stopping):
    ready(team)
    path = handover.export_bundle(team, files).path
    before = number(office, "audit")
    stopping(audit, "note")
    with pytest.raises(Failed) as raised:
        inbox.take_in(office, [path])
    assert raised.value.code == "SSK-882"
    server.start()
    assert number(office, "initiative") == 0
    assert number(office, "revision") == 0
    assert number(office, "audit") == before
    (again,) = inbox.take_in(office, [path]).files
    assert [item.intake for item in again.items] == ["new"]


def test_gone_while_a_name_is_held(office, server, stopping):
    with pytest.raises(RuntimeError, match="on the way"), office.database.alone("letters"):
        server.stop()
        raise RuntimeError("on the way")
    server.start()
    with office.database.alone("letters"):
        pass


def test_not_there_at_the_start_is_told_and_breaks_nothing(office, server, stopping):
    folder = office.folder
    office.close()
    server.stop()
    with pytest.raises(Failed) as raised:
        Workspace(folder)
    assert raised.value.code == "SSK-882"
    server.start()
    with Workspace(folder) as again:
        assert again.own.code == "KCNTN"
        assert again.officer_name == "Hà"
