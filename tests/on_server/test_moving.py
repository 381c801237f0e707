from desktop_app.services import office_server
from tests.samples import ready


def test_there_and_back(office):
    assert not office.database.is_sqlite
    assert office.own.code == "KCNTN"
    moved = office_server.move_back(office)
    assert office.database.is_sqlite
    assert moved.rows
