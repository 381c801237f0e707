"""Keys put in place of others: nothing that could open something is lost."""

import json
from datetime import UTC, datetime

import pytest

from desktop_app.errors import Failed
from desktop_app.exchange import keys as module
from desktop_app.exchange.keys import (
    known_sign_keys,
    load_keys,
    load_or_make_keys,
    make_keys,
    old_identities,
    replace_keys,
)

NOW = datetime(2026, 11, 20, tzinfo=UTC)
SERVICE = "test"


class Keyring:
    """A keyring in memory that can be locked."""

    def __init__(self):
        self.held, self.locked = {}, False

    def get_password(self, service, entry):
        if self.locked:
            raise RuntimeError("locked")
        return self.held.get((service, entry))

    def set_password(self, service, entry, written):
        if self.locked:
            raise RuntimeError("locked")
        self.held[service, entry] = written


@pytest.fixture(params=["file", "keyring"])
def keyring(request, monkeypatch):
    import keyring as real

    made = Keyring()
    made.locked = request.param == "file"
    monkeypatch.setattr(real, "get_password", made.get_password)
    monkeypatch.setattr(real, "set_password", made.set_password)
    return made


def test_replaced_keys_stay_to_open_what_was_sealed_to_them(tmp_path, keyring):
    first = load_or_make_keys(tmp_path, SERVICE, NOW)
    assert old_identities(tmp_path, SERVICE) == ()
    second, third = make_keys(), make_keys()
    replace_keys(tmp_path, SERVICE, second, NOW)
    replace_keys(tmp_path, SERVICE, third, NOW)
    assert load_keys(tmp_path, SERVICE) == third
    assert load_or_make_keys(tmp_path, SERVICE, NOW) == third
    old = old_identities(tmp_path, SERVICE)
    assert set(old) == {first.age_identity, second.age_identity}
    assert known_sign_keys(tmp_path) == {key.public.sign for key in (first, second, third)}
    written = "".join(path.read_text() for path in tmp_path.glob("*.json"))
    assert (first.age_identity in written) == keyring.locked, "secrets stay where they belong"


def test_the_same_keys_again_change_nothing(tmp_path, keyring):
    keys = load_or_make_keys(tmp_path, SERVICE, NOW)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    replace_keys(tmp_path, SERVICE, keys, NOW)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_keys_go_into_an_empty_folder(tmp_path, keyring):
    keys = make_keys()
    assert load_keys(tmp_path / "new", SERVICE) is None
    replace_keys(tmp_path / "new", SERVICE, keys, NOW)
    assert load_or_make_keys(tmp_path / "new", SERVICE, NOW) == keys
    assert old_identities(tmp_path / "new", SERVICE) == ()


@pytest.mark.parametrize("keyring", ["keyring"], indirect=True)
def test_what_a_locked_keyring_holds_is_not_overwritten(tmp_path, keyring):
    first = load_or_make_keys(tmp_path, SERVICE, NOW)
    keyring.locked = True
    with pytest.raises(Failed) as raised:
        load_or_make_keys(tmp_path, SERVICE, NOW)
    assert raised.value.code == "SSK-451"
    assert known_sign_keys(tmp_path) == {first.public.sign}
    second = make_keys()
    replace_keys(tmp_path, SERVICE, second, NOW)
    assert load_or_make_keys(tmp_path, SERVICE, NOW) == second
    assert first.age_identity in keyring.held[SERVICE, "keys"]


@pytest.mark.parametrize("keyring", ["file"], indirect=True)
def test_a_broken_file_is_set_aside(tmp_path, keyring):
    (tmp_path / "keys.json").write_text('{"sign_seed": "')
    with pytest.raises(Failed):
        load_or_make_keys(tmp_path, SERVICE, NOW)
    keys = make_keys()
    replace_keys(tmp_path, SERVICE, keys, NOW)
    assert load_keys(tmp_path, SERVICE) == keys
    (broken,) = tmp_path.glob("broken-*.json")
    assert broken.read_text() == '{"sign_seed": "'


@pytest.mark.parametrize("keyring", ["file"], indirect=True)
def test_an_old_set_that_is_broken_does_not_hide_the_others(tmp_path, keyring):
    first = load_or_make_keys(tmp_path, SERVICE, NOW)
    replace_keys(tmp_path, SERVICE, make_keys(), NOW)
    (tmp_path / "old-AAAA-00000000.json").write_text(json.dumps({"age_identity": "x"}))
    assert old_identities(tmp_path, SERVICE) == (first.age_identity,)


@pytest.mark.parametrize("keyring", ["file"], indirect=True)
def test_keys_that_cannot_be_kept_leave_the_present_ones(tmp_path, keyring, monkeypatch):
    first = load_or_make_keys(tmp_path, SERVICE, NOW)

    def fail(*_names):
        raise OSError(28, "full")

    monkeypatch.setattr(module.os, "replace", fail)
    with pytest.raises(Failed) as raised:
        replace_keys(tmp_path, SERVICE, make_keys(), NOW)
    assert raised.value.code == "SSK-450"
    monkeypatch.undo()
    assert json.loads((tmp_path / "keys.json").read_text())["age_identity"] == first.age_identity
