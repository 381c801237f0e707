"""Kiểm tra dữ liệu of an office's book on a server: sound, damaged, mended."""

import os

from sqlalchemy import delete, text, update

from desktop_app.services import data_check, inbox, storage_space
from desktop_app.storage.desk_tables import StoredPiece
from desktop_app.storage.tables import Initiative, Revision, TrackStep
from tests.samples import ready


def found(book, **options):
    return {each.code: each for each in data_check.check_data(book, **options).found}


def hand_in(team, office, files):
    from desktop_app.services import handover

    ready(team, 1)
    bundle = handover.export_bundle(team, files)
    assert inbox.take_in(office, [bundle.path]).all_well


def test_a_sound_book_has_nothing_and_damage_is_mended(office, team, files):
    hand_in(team, office, files)
    assert found(office) == {}
    with office.database.write() as session:
        session.execute(update(Initiative).values(title="Tên khác", applied_on="1999-01-01"))
        session.execute(delete(TrackStep).where(TrackStep.track == "submission"))
        session.execute(text("ALTER TABLE revision DISABLE TRIGGER USER"))
        session.execute(update(Revision).values(answers="{}"))
        session.execute(text("ALTER TABLE revision ENABLE TRIGGER USER"))
    assert found(office).keys() == {"DATA-11", "DATA-12", "DATA-15"}
    mended = found(office, mend=True)
    assert [each.left for each in mended.values()] == [0, 0, 0]
    assert found(office) == {}
    assert list((office.folder / "backups").glob("before-mending-*.sqlite3"))


def test_files_in_the_database_come_back_from_this_computer(office, team, files):
    hand_in(team, office, files)
    with office.database.write() as session:
        session.execute(delete(StoredPiece))
    assert found(office).keys() == {"DATA-26"}
    assert found(office, mend=True)["DATA-26"].left == 0
    assert found(office) == {}


def test_a_damaged_copy_is_fetched_again(office, team, files):
    hand_in(team, office, files)
    mark = sorted(office.attachments.all_kept())[0]
    path = office.attachments.path(mark)
    os.truncate(path, 1)
    assert "DATA-07" in found(office)
    assert found(office, mend=True)["DATA-07"].left == 0
    assert office.attachments.size(mark) > 1
    assert found(office) == {}


def test_space_is_told(office):
    parts = {part.name: part.size for part in storage_space.look(office).parts}
    assert parts["database"] > 1_000_000
