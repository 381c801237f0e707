"""Keys on a stick: never in a keyring, never open, and the passphrase opens them anywhere."""

import json
import shutil
from datetime import UTC, datetime

import keyring
import pytest

from desktop_app.errors import BadFile, BadInput, Failed
from desktop_app.exchange.keys import (
    known_sign_keys,
    load_keys,
    load_or_make_keys,
    make_keys,
    old_keys,
    replace_keys,
)
from desktop_app.exchange.portable_keys import FILE, Wrapping, open_with, set_passphrase
from desktop_app.services import cards, setup
from desktop_app.workspace import Workspace
from tests.conftest import Clock

NOW = datetime(2026, 11, 21, tzinfo=UTC)
PASSPHRASE = "bốn chiếc xe đạp xanh"


@pytest.fixture
def no_keyring(monkeypatch):
    """A keyring that tells when somebody comes to it."""

    def asked(*_arguments):
        raise AssertionError("the keyring of this computer was asked")

    for name in ("get_password", "set_password"):
        monkeypatch.setattr(keyring, name, asked)


@pytest.fixture
def stick(tmp_path):
    """A portable folder: the program with its note, the data beside it."""
    folder = tmp_path / "SoSangKien"
    folder.mkdir()
    (folder / "portable.txt").touch()
    return folder / "data"


def test_kept_sealed_and_opened_again(tmp_path, no_keyring):
    wrapping = set_passphrase(tmp_path, PASSPHRASE)
    keys = load_or_make_keys(tmp_path, wrapping, NOW)
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert keys.age_identity.encode() not in written
    assert wrapping.identity.encode() not in written
    assert b"sign_seed" not in written
    assert load_keys(tmp_path, open_with(tmp_path, PASSPHRASE)) == keys
    assert known_sign_keys(tmp_path) == {keys.public.sign}
    newer = make_keys()
    replace_keys(tmp_path, wrapping, newer, NOW)
    assert load_keys(tmp_path, wrapping) == newer
    assert old_keys(tmp_path, wrapping) == (keys,)


def test_another_passphrase_and_damage_are_told_apart(tmp_path):
    set_passphrase(tmp_path, PASSPHRASE)
    for wrong in ("bốn chiếc xe đạp đỏ", ""):
        with pytest.raises(BadFile) as error:
            open_with(tmp_path, wrong)
        assert error.value.code == "SSK-605"
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:60])
    with pytest.raises(BadFile) as error:
        open_with(tmp_path, PASSPHRASE)
    assert error.value.code == "SSK-606"


def test_a_passphrase_that_is_soon_guessed(tmp_path):
    with pytest.raises(BadInput):
        set_passphrase(tmp_path, "12345678")
    assert not (tmp_path / FILE).exists()


def test_unopened_keys_are_neither_used_nor_replaced(tmp_path, no_keyring):
    keys = load_or_make_keys(tmp_path, set_passphrase(tmp_path, PASSPHRASE), NOW)
    for safe in (Wrapping(), "a computer"):
        with pytest.raises(Failed) as error:
            load_or_make_keys(tmp_path, safe, NOW)
        assert error.value.code == "SSK-985"
    assert load_keys(tmp_path, open_with(tmp_path, PASSPHRASE)) == keys


def test_a_portable_book_from_one_computer_to_another(stick, no_keyring):
    with Workspace(stick, clock=Clock()) as book:
        assert book.portable
        assert not book.unlocked
        with pytest.raises(Failed) as error:
            setup.start_office(book, "Công đoàn Khu công nghiệp Thái Nguyên", "KCNTN")
        assert error.value.code == "SSK-985"
        assert not book.started
        book.unlock(PASSPHRASE)
        setup.start_office(book, "Công đoàn Khu công nghiệp Thái Nguyên", "KCNTN")
        sign, spare = book.keys.public.sign, cards.escrow_recipient(book)
    moved = stick.parent.parent / "Máy khác"
    shutil.copytree(stick.parent, moved)
    with Workspace(moved / "data", clock=Clock()) as book:
        assert not book.unlocked
        book.unlock(PASSPHRASE)
        assert book.keys.public.sign == sign
        assert cards.escrow_recipient(book) == spare


def test_keys_that_lay_open_are_sealed_when_the_folder_becomes_portable(stick):
    with Workspace(stick, clock=Clock()):
        pass
    (stick.parent / "portable.txt").unlink()
    with Workspace(stick, clock=Clock()) as book:
        assert book.unlocked
        sign = book.keys.public.sign
    assert "sign_seed" in json.loads((stick / "keys/keys.json").read_text())
    (stick.parent / "portable.txt").touch()
    with Workspace(stick, clock=Clock()) as book:
        book.unlock(PASSPHRASE)
        assert book.keys.public.sign == sign
    assert "sign_seed" not in json.loads((stick / "keys/keys.json").read_text())
