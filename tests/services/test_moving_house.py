"""A book carried to a new computer in one sealed file: whole, with its keys, its numbers going on."""

import os
import subprocess
import zipfile
from pathlib import Path

import pyrage
import pytest

from desktop_app.errors import BadFile, BadInput, NotAllowed
from desktop_app.services import cards, chains, drafting, handover, inbox, listing, moving_house
from desktop_app.storage import copying
from desktop_app.workspace import STORES, Workspace
from tests.samples import ready

WORDS = "bốn từ chẳng liên quan"


def rows(book):
    with book.database.read() as session:
        found = {name: each.mark for name, each in copying.digest(session).items()}
    return {name: mark for name, mark in found.items() if name not in ("audit", "setting")}


@pytest.fixture
def file(tmp_path):
    (tmp_path / "USB").mkdir()
    return tmp_path / "USB" / "MSC-chuyen-may.zip"


@pytest.fixture
def new(tmp_path, clock):
    with Workspace(tmp_path / "new", clock=clock) as workspace:
        yield workspace


def test_everything_arrives_and_numbers_go_on(team, office, new, file, files):
    ready(team, 1)
    handover.export_bundle(team, files)
    wanted, keys = rows(team), team.keys
    kept = {name: getattr(team, name).all_kept() for name in STORES}
    done = moving_house.export_book(team, file, WORDS)
    assert done.path == file
    assert keys.age_identity.encode() not in file.read_bytes()
    moving_house.import_book(new, file, WORDS)
    assert rows(new) == wanted
    assert {name: getattr(new, name).all_kept() for name in STORES} == kept
    assert (new.keys, new.own, new.identity) == (keys, team.own, team.identity)
    ready(new, 2)
    assert handover.export_bundle(new, files).sequence == 2
    assert inbox.take_in(office, sorted(files.glob("*submission*"))).all_well
    assert chains.list_troubles(office) == ()


def test_an_office_takes_its_spare_key_along(office, team, new, file):
    cards.escrow_recipient(office)
    secret = office.identities
    moving_house.export_book(office, file, WORDS)
    moving_house.import_book(new, file, WORDS)
    assert new.identities == secret
    assert new.own == office.own


def test_the_old_computer_may_only_read_until_it_is_taken_back(team, file, clock):
    initiative_id = drafting.new_initiative(team)
    moving_house.export_book(team, file, WORDS)
    for again in range(2):
        assert len(listing.list_initiatives(team).rows) == 1
        with pytest.raises(NotAllowed) as raised:
            drafting.edit(team, initiative_id, {"initiative_title": "Viết tiếp ở máy cũ"})
        assert raised.value.code == "SSK-953"
        assert raised.value.facts["day"] == "20/11/2026"
        with pytest.raises(NotAllowed):
            moving_house.export_book(team, file, WORDS)
        if not again:
            team.close()
            team.__init__(team.folder, clock=clock)
    moving_house.take_back(team)
    drafting.edit(team, initiative_id, {"initiative_title": "Viết tiếp ở máy cũ"})


def test_only_into_an_empty_folder(team, office, file):
    moving_house.export_book(team, file, WORDS)
    before = rows(office)
    with pytest.raises(NotAllowed) as raised:
        moving_house.import_book(office, file, WORDS)
    assert raised.value.code == "SSK-952"
    assert rows(office) == before


def test_a_weak_or_wrong_passphrase(team, new, file):
    with pytest.raises(BadInput) as raised:
        moving_house.export_book(team, file, "ngắn")
    assert raised.value.code == "SSK-600"
    assert not file.exists()
    assert team.moved is None
    moving_house.export_book(team, file, WORDS)
    with pytest.raises(BadFile) as raised:
        moving_house.import_book(new, file, WORDS + "x")
    assert raised.value.code == "SSK-605"
    assert not new.started
    assert not list(Path(new.folder).rglob("move.tar"))


def test_damaged_cut_and_foreign_files_change_nothing(team, new, file, tmp_path):
    moving_house.export_book(team, file, WORDS)
    whole = file.read_bytes()
    middle = len(whole) // 2
    broken = {
        "cut": whole[:middle],
        "bit": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "empty": b"",
        "foreign": b"PK\x05\x06" + bytes(18),
    }
    for name, content in broken.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(BadFile) as raised:
            moving_house.import_book(new, path, WORDS)
        assert raised.value.code == "SSK-954", name
        assert not new.started
        assert not (new.folder / "keys").exists()
    moving_house.import_book(new, file, WORDS)


def sealed_by_a_stranger(path, entries):
    """Make a file with what somebody else put into its tar, sealed as ours are."""
    from desktop_app.exchange import move_file

    made = [move_file.bytes_entry(name, content) for name, content in entries.items()]
    return move_file.write_move_file(path, made, WORDS, 1000, lambda _done, _whole: None)


LONG = pytest.mark.skipif(
    not os.environ.get("TORTURE"), reason="each seal takes seconds on purpose: in the long run"
)


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param({}, marks=LONG),
        pytest.param({"move.json": b"[]"}, marks=LONG),
        pytest.param({"move.json": b'{"format": "x"}'}, marks=LONG),
        {"../../evil": b"x"},
        pytest.param({"/etc/evil": b"x"}, marks=LONG),
        {"files/" + "0" * 64: b"another content"},
        {
            "move.json": b'{"format": "so-sang-kien-move", "format_version": 1, "backup": "../../x"}',
        },
        {"keys.json": b"not json"},
    ],
    ids=str,
)
def test_what_a_stranger_sealed_is_refused(new, tmp_path, entries):
    path = sealed_by_a_stranger(tmp_path / "stranger.zip", entries)
    with pytest.raises(BadFile):
        moving_house.import_book(new, path, WORDS)
    assert not new.started
    assert not list(tmp_path.rglob("evil"))


def test_common_tools_open_it(team, file, tmp_path):
    ready(team)
    moving_house.export_book(team, file, WORDS)
    with zipfile.ZipFile(file) as outer:
        assert outer.namelist()[0] == "DOC-TRUOC.txt"
        assert "age -d" in outer.read("DOC-TRUOC.txt").decode("utf-8")
        outer.extractall(tmp_path)
    key = tmp_path / "key.txt"
    key.write_bytes(pyrage.passphrase.decrypt((tmp_path / "key.age").read_bytes(), WORDS))
    done = subprocess.run(
        f"age -d -i {key} {tmp_path / 'book.tar.age'} | tar -x -C {tmp_path}",
        shell=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "backup" / "book.sqlite3").read_bytes().startswith(b"SQLite format 3")
