"""Backup files: what a passphrase opens, what it does not, and the age program agreeing."""

import json
import os
import pty
import stat
from datetime import datetime, timedelta, timezone

import pytest

from desktop_app.errors import BadFile, BadInput
from desktop_app.exchange import sealing
from desktop_app.exchange.key_backup import (
    KeyBackup,
    KeyOwner,
    check_passphrase,
    open_backup,
    prove,
    seal_backup,
    write_secret,
)
from desktop_app.exchange.keys import Keys, make_keys
from tests.exchange.age_files import Seal, armoured, bech32_bytes, scrypt, x25519

WORDS = "bốn từ chẳng liên quan"
OWNER = KeyOwner("office", "0192f3a4-7c1b-7abc-8def-0123456789ab", "KCN", "Công đoàn các KCN")
MADE_AT = datetime(2026, 11, 20, 10, 0, tzinfo=timezone(timedelta(hours=7)))
BACKUP = KeyBackup(make_keys(), make_keys(), OWNER, MADE_AT)


@pytest.fixture(scope="module")
def sealed():
    return seal_backup(BACKUP, WORDS)


def cheap(content, passphrase=WORDS):
    """Return a file sealed by hand with little work, so that many can be tried."""
    stanza = scrypt(passphrase.encode())
    return Seal(bytes(32), content=content, stanzas=[stanza]).made()


def code_of(content, passphrase=WORDS):
    with pytest.raises(BadFile) as raised:
        open_backup(content, passphrase)
    return raised.value.code


def inside(**changes):
    keys = BACKUP.keys
    import base64

    value = {
        "format": "so-sang-kien-keys",
        "format_version": 1,
        "unit": {"id": "1", "code": "KCN", "name": "Công đoàn"},
        "role": "office",
        "made_at": MADE_AT.isoformat(),
        "sign_key": keys.public.sign,
        "age_recipient": keys.public.age,
        "sign_seed": base64.b64encode(keys.sign_seed).decode(),
        "age_identity": keys.age_identity,
        "spare": None,
    }
    return cheap(json.dumps(value | changes).encode())


def test_what_was_sealed_comes_back(sealed):
    assert open_backup(sealed, WORDS) == BACKUP
    # The same letters, typed by a keyboard that sets marks one after another.
    import unicodedata

    assert open_backup(sealed, unicodedata.normalize("NFD", WORDS)) == BACKUP


def test_nothing_secret_is_readable_or_shown(sealed):
    assert BACKUP.keys.age_identity.encode() not in sealed
    assert BACKUP.keys.age_identity not in repr(BACKUP)
    assert BACKUP.spare.age_identity not in repr(BACKUP)


def test_another_passphrase_and_a_changed_file_are_told_apart(sealed):
    assert code_of(sealed, "another passphrase") == "SSK-605"
    assert code_of(sealed[:-1]) == "SSK-606"
    changed = sealed[:-5] + bytes([sealed[-5] ^ 1]) + sealed[-4:]
    assert code_of(changed) == "SSK-606"
    assert code_of(sealed[:50]) == "SSK-606"


def test_files_that_are_no_backup_are_refused():
    assert code_of(b"") == "SSK-603"
    assert code_of(b"PK\x03\x04") == "SSK-603"
    assert code_of(sealing.seal_header.VERSION_LINE + bytes(100_000)) == "SSK-603"
    public = bech32_bytes(sealing.recipient_of(sealing.make_identity()))
    assert code_of(Seal(public, stanzas=[x25519(public)]).made()) == "SSK-604"
    too_much = cheap(b"{}").replace(b" 10\n", b" 30\n")
    assert code_of(too_much) == "SSK-608"


def test_what_is_inside_is_checked():
    assert open_backup(inside(), WORDS).keys == BACKUP.keys
    assert open_backup(armoured(inside()), WORDS).keys == BACKUP.keys
    assert code_of(inside(format="other")) == "SSK-603"
    assert code_of(inside(format_version=2)) == "SSK-607"
    other = make_keys()
    for changes in (
        {"sign_key": other.public.sign},
        {"age_identity": other.age_identity},
        {"age_identity": "AGE-SECRET-KEY-1"},
        {"sign_seed": "AAAA"},
        {"sign_seed": "?"},
        {"sign_seed": None},
        {"unit": None},
        {"role": "king"},
        {"made_at": "yesterday"},
        {"spare": {"sign_seed": ""}},
        {"spare": "x"},
    ):
        assert code_of(inside(**changes)) == "SSK-606", changes
    for content in (b"", b"[]", b"null", b"\xff", b"{}"):
        assert code_of(cheap(content)) == "SSK-606"


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [
        ("", "SSK-600"),
        ("ngắn", "SSK-600"),
        ("         a", "SSK-600"),
        ("aaaaaaaaaaaa", "SSK-601"),
        ("abababababab", "SSK-601"),
        ("0912345678", "SSK-601"),
        ("20/11/1985 09", "SSK-601"),
    ],
)
def test_weak_passphrases_are_refused(passphrase, code):
    with pytest.raises(BadInput) as raised:
        check_passphrase(passphrase)
    assert raised.value.code == code
    with pytest.raises(BadInput):
        seal_backup(BACKUP, passphrase)


@pytest.mark.parametrize("passphrase", [WORDS, "correct horse battery", "7391 5820 4416 2087"])
def test_strong_ones_are_taken(passphrase):
    check_passphrase(passphrase)


def test_keys_prove_themselves_and_others_do_not(tmp_path):
    keys, other = make_keys(), make_keys()
    assert prove(keys, keys.public, tmp_path)
    assert not prove(other, keys.public, tmp_path)
    # One half right is not enough.
    assert not prove(Keys(keys.sign_seed, other.age_identity), keys.public, tmp_path)
    assert not prove(Keys(other.sign_seed, keys.age_identity), keys.public, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_secret_files_are_for_their_owner_alone(tmp_path):
    written = write_secret(tmp_path / "new" / "khoa.age", b"secret")
    assert written.read_bytes() == b"secret"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    # Another content never replaces it.
    assert write_secret(written, b"other") == tmp_path / "new" / "khoa_2.age"
    assert written.read_bytes() == b"secret"


def opened_by_age(path, passphrase):
    """Return what ``age -d`` makes of a file, and its exit; it reads the passphrase at a terminal."""
    target = path.with_suffix(".opened")
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", "-d", "-o", str(target), str(path)])
    said = b""
    while b":" not in said:
        said += os.read(terminal, 1024)
    os.write(terminal, passphrase.encode() + b"\n")
    try:
        while os.read(terminal, 1024):
            pass
    except OSError:
        pass  # the end of a terminal, on Linux
    _pid, status = os.waitpid(child, 0)
    os.close(terminal)
    content = target.read_bytes() if target.exists() else b""
    return content, os.waitstatus_to_exitcode(status)


@pytest.mark.oracle
def test_age_opens_a_backup_with_its_passphrase(tmp_path, sealed):
    path = tmp_path / "khoa.age"
    path.write_bytes(sealed)
    content, ended = opened_by_age(path, WORDS)
    assert ended == 0
    value = json.loads(content)
    assert value["age_identity"] == BACKUP.keys.age_identity
    assert value["unit"]["name"] == "Công đoàn các KCN"
    (tmp_path / "khoa.opened").unlink()
    content, ended = opened_by_age(path, "another passphrase")
    assert content == b""
    assert ended != 0
