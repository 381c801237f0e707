import io
import json
import random
import shutil
import subprocess
import zipfile

import pytest

from desktop_app.errors import BadFile, Cancelled, Failed
from desktop_app.exchange import bundle_file, signing
from desktop_app.exchange import payload as payloads
from desktop_app.exchange.bundle_document import bundle_name, read_document
from desktop_app.exchange.bundle_file import BundlePayload, open_bundle, verify_bundle, write_bundle
from desktop_app.exchange.keys import fingerprint_of, load_or_make_keys, make_keys

ITEM = "018f0000-0000-7000-8000-000000000001"
UNIT = {"id": ITEM, "code": "MSC", "name": "CĐCS May"}
SENDER, OFFICE, STRANGER = make_keys(), make_keys(), make_keys()


def document(**changes):
    return {
        "format": "so-sang-kien-bundle",
        "format_version": 1,
        "kind": "submission",
        "bundle_id": "018f0000-0000-7000-8000-000000000002",
        "sequence": 7,
        "device": SENDER.mark,
        "previous": None,
        "created_at": "2026-11-20T10:00:00+07:00",
        "program": "test",
        "sender": {
            "unit": UNIT,
            "role": "team",
            "sign_key": SENDER.public.sign,
            "age_recipient": SENDER.public.age,
        },
        "recipient": None,
        "items": [
            {"id": ITEM, "code": "MSC-2026-0001", "revision": 1, "hash": "0" * 64, "title": "Đồ gá",
             "path": f"data/initiatives/{ITEM}"}
        ],
        "counts": None,
    } | changes  # fmt: skip


def payload(content=b"hello", size=None):
    return [
        BundlePayload(
            f"data/initiatives/{ITEM}/a.txt",
            len(content) if size is None else size,
            None,
            lambda: io.BytesIO(content),
        ),
        BundlePayload("data/summary.txt", 3, None, lambda: io.BytesIO(b"sum")),
    ]


def write(folder, *, sealed=True, name=None, doc=None, parts=None, step=lambda _d, _w: None):
    folder.mkdir(exist_ok=True)
    return write_bundle(
        folder,
        name or bundle_name("MSC", SENDER.mark, "submission", 7),
        doc or document(),
        parts or payload(),
        keys=SENDER,
        recipients=[OFFICE.public.age] if sealed else [],
        bagging_date="2026-11-20",
        step=step,
    )


def opened(path, tmp_path, keys=OFFICE):
    return open_bundle(path, identities=[keys.age_identity], temp_dir=tmp_path)


def code_of(path, tmp_path, keys=OFFICE):
    with pytest.raises(BadFile) as raised, opened(path, tmp_path, keys):
        pass
    return raised.value.code


def test_what_goes_in_comes_out(tmp_path):
    written = write(tmp_path / "out")
    assert written.path.name == f"MSC-{SENDER.mark}-submission-0007.zip.age"
    with opened(written.path, tmp_path) as bundle:
        assert bundle.document == document()
        assert bundle.signer == SENDER.public.sign
        assert bundle.sealed
        assert not bundle.damaged_items
        assert bundle.read(f"data/initiatives/{ITEM}/a.txt", 10) == b"hello"
    assert list((tmp_path / "out").iterdir()) == [written.path]


def test_the_same_content_gives_the_same_inner_zip(tmp_path):
    first, second = write(tmp_path / "a"), write(tmp_path / "b")
    plain = write(tmp_path / "c", sealed=False)
    assert first.inner_sha256 == second.inner_sha256 == plain.inner_sha256 == plain.file_sha256
    assert first.file_sha256 != second.file_sha256


def test_large_files_are_streamed(tmp_path, monkeypatch):
    monkeypatch.setattr(payloads, "_SMALL", 1000)
    content = random.Random(1).randbytes(300_000)
    written = write(tmp_path / "out", parts=payload(content))
    with opened(written.path, tmp_path) as bundle:
        assert bundle.read(f"data/initiatives/{ITEM}/a.txt", 10**6) == content


# Other programs


@pytest.mark.oracle
def test_age_unzip_bagit_and_minisign_accept_a_bundle(tmp_path):
    import bagit

    written = write(tmp_path / "out")
    identity = tmp_path / "identity.txt"
    identity.write_text(OFFICE.age_identity + "\n")
    plain = tmp_path / "plain.zip"
    subprocess.run(["age", "-d", "-i", identity, "-o", plain, written.path], check=True)
    subprocess.run(["unzip", "-q", plain, "-d", tmp_path / "bag"], check=True)
    subprocess.run(["7z", "t", plain], check=True, capture_output=True)
    (folder,) = (tmp_path / "bag").iterdir()
    assert bagit.Bag(str(folder)).is_valid()
    tags = folder / "tagmanifest-sha256.txt"
    subprocess.run(
        ["minisign", "-V", "-P", SENDER.public.sign, "-m", tags], check=True, capture_output=True
    )
    assert verify_bundle(folder, identities=[], temp_dir=tmp_path).valid


@pytest.mark.oracle
def test_what_other_programs_made_opens(tmp_path):
    plain = write(tmp_path / "out", sealed=False)
    subprocess.run(["unzip", "-q", plain.path, "-d", tmp_path / "bag"], check=True)
    (folder,) = (tmp_path / "bag").iterdir()
    again = tmp_path / "again.zip"
    subprocess.run(
        ["7z", "a", "-tzip", again, folder.name],
        cwd=tmp_path / "bag",
        check=True,
        capture_output=True,
    )
    sealed = tmp_path / "again.bin"  # chat programs rename files
    subprocess.run(["age", "-r", OFFICE.public.age, "-o", sealed, again], check=True)
    with opened(sealed, tmp_path) as bundle:
        assert bundle.signer == SENDER.public.sign


@pytest.mark.oracle
def test_a_signature_of_minisign_is_accepted(tmp_path):
    file = tmp_path / "f"
    file.write_bytes(b"content")
    subprocess.run(
        ["minisign", "-G", "-W", "-p", tmp_path / "p", "-s", tmp_path / "s"],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        ["minisign", "-S", "-s", tmp_path / "s", "-m", file], check=True, capture_output=True
    )
    public = (tmp_path / "p").read_text().splitlines()[1]
    signing.verify(public, b"content", (tmp_path / "f.minisig").read_bytes())
    with pytest.raises(BadFile):
        signing.verify(public, b"Content", (tmp_path / "f.minisig").read_bytes())


# Damage


def test_every_flipped_bit_of_a_sealed_bundle_is_found(tmp_path):
    written = write(tmp_path / "out")
    raw, bad = written.path.read_bytes(), tmp_path / "bad"
    for place in range(0, len(raw), 37):
        changed = bytearray(raw)
        changed[place] ^= 1 << place % 8
        bad.write_bytes(changed)
        assert code_of(bad, tmp_path)


def test_every_changed_payload_or_tag_byte_is_found(tmp_path):
    written = write(tmp_path / "out", sealed=False)
    raw, bad = written.path.read_bytes(), tmp_path / "bad.zip"
    with zipfile.ZipFile(written.path) as archive:
        spans = [(e.header_offset + 30 + len(e.filename), e.file_size) for e in archive.infolist()]
    for start, size in spans:
        for place in range(start, start + size, 3):
            changed = bytearray(raw)
            changed[place] ^= 4
            bad.write_bytes(changed)
            assert not verify_bundle(bad, identities=[], temp_dir=tmp_path).valid, place


@pytest.mark.parametrize("sealed", [True, False])
def test_a_cut_file_is_found_everywhere(tmp_path, sealed):
    written = write(tmp_path / "out", sealed=sealed)
    raw, bad = written.path.read_bytes(), tmp_path / "bad"
    for length in (0, 1, 30, 200, len(raw) // 2, len(raw) - 1):
        bad.write_bytes(raw[:length])
        assert code_of(bad, tmp_path) in ("SSK-420", "SSK-424", "SSK-441", "SSK-443", "SSK-444")


def test_a_cut_file_and_a_wrong_key_say_different_things(tmp_path):
    written = write(tmp_path / "out")
    assert code_of(written.path, tmp_path, STRANGER) == "SSK-442"
    bad = tmp_path / "bad"
    bad.write_bytes(written.path.read_bytes()[:-20])
    assert code_of(bad, tmp_path) in ("SSK-443", "SSK-444")


def rezip(source, target, change):
    """Write an archive again with other contents, order or names."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name, content in change([(e.filename, old.read(e)) for e in old.infolist()]):
            new.writestr(name, content)


def test_one_damaged_item_does_not_stop_the_rest(tmp_path):
    written = write(tmp_path / "out", sealed=False)
    bad = tmp_path / "bad.zip"
    rezip(
        written.path,
        bad,
        lambda files: [(n, b"HELLO" if n.endswith("a.txt") else c) for n, c in files],
    )
    with opened(bad, tmp_path) as bundle:
        assert bundle.damaged_items == {f"data/initiatives/{ITEM}"}
    rezip(written.path, bad, lambda files: [(n, c) for n, c in files if not n.endswith("a.txt")])
    with opened(bad, tmp_path) as bundle:
        assert bundle.damaged_items == {f"data/initiatives/{ITEM}"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda files: [(n, c.replace(b"MSC", b"XSC")) for n, c in files], None),
        (lambda files: [*files, ("top/../../evil.txt", b"x")], "SSK-422"),
        (lambda files: [*files, ("/etc/passwd", b"x")], "SSK-422"),
        (lambda files: [*files, ("top/CON.txt", b"x")], "SSK-422"),
        (lambda files: [*files, ("top/a\\b", b"x")], "SSK-422"),
        (lambda files: [*files, (files[0][0].upper(), b"x")], "SSK-423"),
        (lambda files: [*files, (files[0][0].rsplit("/")[0] + "/extra.txt", b"x")], "SSK-483"),
        (lambda files: [f for f in files if not f[0].endswith("bagit.txt")], "SSK-482"),
        (
            lambda files: [
                (n, c[:-10] if n.endswith("manifest-sha256.txt") else c) for n, c in files
            ],
            None,
        ),
        (lambda files: [("a.txt", b"just a zip")], "SSK-482"),
    ],
)
def test_hostile_or_foreign_archives_are_refused(tmp_path, change, code):
    written = write(tmp_path / "out", sealed=False)
    bad = tmp_path / "bad.zip"
    rezip(written.path, bad, change)
    found = code_of(bad, tmp_path)
    assert code in (None, found)


def test_a_zip_bomb_is_refused(tmp_path):
    bad = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("top/bagit.txt", b"\0" * 50_000_000)
    assert code_of(bad, tmp_path) == "SSK-421"


def test_a_link_is_refused(tmp_path):
    bad = tmp_path / "link.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        entry = zipfile.ZipInfo("top/bagit.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    assert code_of(bad, tmp_path) == "SSK-422"


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04", b"age-encryption.org/v1\n", b"\0" * 5000]
)
def test_any_bytes_end_with_a_code(tmp_path, content):
    bad = tmp_path / "any"
    bad.write_bytes(content)
    assert code_of(bad, tmp_path)


def test_random_bytes_end_with_a_code(tmp_path):
    source, bad = random.Random(7), tmp_path / "any"
    for _round in range(60):
        head = source.choice(
            [b"", b"PK\x03\x04", b"age-encryption.org/v1\n-> X25519 ", b"PK\x05\x06"]
        )
        bad.write_bytes(head + source.randbytes(source.randrange(400)))
        assert code_of(bad, tmp_path)


def test_a_newer_format_is_refused(tmp_path):
    with pytest.raises(BadFile) as raised:
        read_document(json.dumps(document(format_version=2)).encode())
    assert raised.value.code == "SSK-481"


def test_unknown_fields_are_carried_through():
    assert read_document(json.dumps(document(future={"a": 1})).encode())["future"] == {"a": 1}


@pytest.mark.parametrize(
    "change",
    [{"kind": "other"}, {"sequence": 0}, {"bundle_id": "../x"}, {"items": "x"}, {"device": "x"},
     {"items": [{"id": ITEM}]}, {"created_at": "yesterday"}, {"format": "other"}],
)  # fmt: skip
def test_a_wrong_document_is_refused(change):
    with pytest.raises(BadFile):
        read_document(json.dumps(document(**change)).encode())


def test_an_unsigned_bundle_is_said_to_be_unsigned(tmp_path):
    written = write(tmp_path / "out", sealed=False)
    bare = tmp_path / "bare.zip"
    rezip(written.path, bare, lambda files: [f for f in files if not f[0].endswith(".minisig")])
    with opened(bare, tmp_path) as bundle:
        assert bundle.signer is None
    report = verify_bundle(bare, identities=[], temp_dir=tmp_path)
    assert [note.code for note in report.warnings] == ["SSK-496"]


def test_a_forged_signature_is_refused(tmp_path):
    forged = document()
    written = write_bundle(
        tmp_path, "x", forged, payload(), keys=STRANGER, recipients=[], bagging_date="2026-11-20"
    )
    assert code_of(written.path, tmp_path) == "SSK-432"


# Delivery


def test_nothing_is_left_when_it_is_cancelled(tmp_path):
    folder = tmp_path / "out"

    def stop(done, _whole):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(folder, step=stop)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "replace", "write", "open"])
def test_nothing_is_left_when_the_disk_fails(tmp_path, monkeypatch, call):
    import errno
    import os

    from desktop_app.exchange import delivery

    folder = tmp_path / "out"
    folder.mkdir()

    def fail(*_a, **_k):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        if call == "write":
            patch.setattr(bundle_file._Counted, "write", fail)
        elif call == "open":
            patch.setattr(delivery.tempfile, "mkstemp", fail)
        else:
            patch.setattr(os, call, fail)
        with pytest.raises(Failed) as raised:
            write(folder, sealed=False)
    assert raised.value.code == "SSK-412"
    assert list(folder.iterdir()) == []
    assert write(folder).path.exists()


def test_what_is_read_back_must_be_what_was_written(tmp_path, monkeypatch):
    from desktop_app.exchange import delivery

    monkeypatch.setattr(delivery, "_read_back", lambda *_a: "0" * 64)
    with pytest.raises(Failed) as raised:
        write(tmp_path / "out")
    assert raised.value.code == "SSK-418"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_different_file_of_that_name_is_never_replaced(tmp_path):
    first = write(tmp_path / "out")
    second = write(tmp_path / "out", parts=payload(b"other"))
    assert first.path != second.path
    assert second.path.name.endswith("_2.zip.age")
    plain = write(tmp_path / "plain", sealed=False)
    assert write(tmp_path / "plain", sealed=False).path == plain.path


@pytest.mark.skipif(shutil.which("mount") is None, reason="needs to mount a small file system")
def test_a_full_device_is_told(tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "x", small], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("may not mount here: not root")
    try:
        with pytest.raises(Failed) as raised:
            write(small, parts=payload(random.Random(2).randbytes(200_000)))
        assert raised.value.code == "SSK-412"
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", small], check=True)


# Keys


def test_keys_are_made_once_and_kept_to_their_owner(tmp_path):
    from datetime import UTC, datetime

    now = datetime(2026, 11, 20, tzinfo=UTC)
    keys = load_or_make_keys(tmp_path / "keys", "test", now)
    assert load_or_make_keys(tmp_path / "keys", "test", now) == keys
    (file,) = (tmp_path / "keys").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    file.write_text("broken")
    with pytest.raises(Failed):
        load_or_make_keys(tmp_path / "keys", "test", now)


def test_fingerprints_are_four_words_and_differ():
    words = {fingerprint_of(make_keys().public.sign) for _ in range(20)}
    assert len(words) == 20
    assert all(len(text.split()) == 4 for text in words)
