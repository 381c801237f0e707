"""Update files: only whole ones the makers signed, holding nothing but the program."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from desktop_app.errors import BadFile
from desktop_app.exchange import signing, update_file
from desktop_app.exchange.update_file import MANIFEST, SIGNATURE, read_update, unpack

SEED, OTHER = b"1" * 32, b"2" * 32
KEY = signing.public_key(SEED)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as a build leaves it."""
    folder = tmp_path / "built"
    (folder / "_internal/mẫu").mkdir(parents=True)
    (folder / "so-sang-kien").write_bytes(b"program 2")
    (folder / "_internal/mẫu/Đơn.docx").write_bytes(b"paper" * 1000)
    (folder / "_internal/base.zip").write_bytes(bytes(range(256)) * 40)
    return folder


def update(built: Path, seed: bytes = SEED, change=lambda value: None) -> bytes:
    manifest = update_file.manifest_of(built, "0.2.0", "linux-x64", "Sửa lỗi nhỏ.")
    value = json.loads(manifest)
    change(value)
    manifest = json.dumps(value).encode()
    target = built.parent / "update.zip"
    names = set(value["files"])
    value["files"] = {n: v for n, v in value["files"].items() if (built / n).is_file()}
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(MANIFEST, manifest)
        archive.writestr(SIGNATURE, signing.sign(seed, manifest, MANIFEST))
        for name in sorted(names):
            content = (built / name).read_bytes() if (built / name).is_file() else b"evil"
            archive.writestr(update_file.PAYLOAD + name, content)
    return target.read_bytes()


def code_of(content: bytes, key: str = KEY) -> str:
    with pytest.raises(BadFile) as error:
        read_update(io.BytesIO(content), key)
    return error.value.code


def test_written_read_and_unpacked(built, tmp_path):
    # Libraries may be mostly nothing: a real build has one of 2 MB that packs to 9 kB.
    (built / "_internal/libXau.so.6").write_bytes(bytes(3_000_000))
    manifest = update_file.manifest_of(built, "0.2.0", "linux-x64", "Sửa lỗi nhỏ.")
    target = tmp_path / "u.zip"
    update_file.write_update(target, built, manifest, signing.sign(SEED, manifest, MANIFEST))
    steps = []
    with target.open("rb") as file:
        found = read_update(file, KEY)
        unpack(file, found, tmp_path / "new", lambda done, whole: steps.append((done, whole)))
    assert (found.version, found.platform, found.notes) == ("0.2.0", "linux-x64", "Sửa lỗi nhỏ.")
    for path in built.rglob("*"):
        if path.is_file():
            other = tmp_path / "new" / path.relative_to(built)
            assert other.read_bytes() == path.read_bytes()
    assert (tmp_path / "new/so-sang-kien").stat().st_mode & 0o111
    assert not (tmp_path / "new/_internal/base.zip").stat().st_mode & 0o111
    assert steps[-1] == (found.size, found.size)


def test_signed_by_another_key(built):
    assert code_of(update(built, OTHER)) == "SSK-981"
    assert code_of(update(built), signing.public_key(OTHER)) == "SSK-981"


def test_a_changed_list_is_not_what_was_signed(built):
    with zipfile.ZipFile(io.BytesIO(update(built))) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries[MANIFEST] = entries[MANIFEST].replace(b"0.2.0", b"9.2.0")
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    assert code_of(changed.getvalue()) == "SSK-981"


def test_cut_anywhere(built):
    content = update(built)
    for end in {0, 1, 40, len(content) // 2, len(content) - 1}:
        assert code_of(content[:end]) == "SSK-980"


def test_what_is_no_update(built, tmp_path):
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("bagit.txt", "BagIt-Version: 1.0")
    assert code_of(other.getvalue()) == "SSK-980"
    assert code_of(b"MZ" + b"\0" * 500) == "SSK-980"


def test_a_flipped_byte_of_the_payload_is_found_before_anything_is_in_use(built, tmp_path):
    content = bytearray(update(built))
    place = content.index(b"program 2")
    content[place] ^= 1
    file = io.BytesIO(bytes(content))
    found = read_update(file, KEY)
    with pytest.raises(BadFile) as error:
        unpack(file, found, tmp_path / "new", lambda _done, _whole: None)
    assert error.value.code == "SSK-982"


def test_another_content_of_the_same_length_is_found(built, tmp_path):
    manifest = update_file.manifest_of(built, "0.2.0", "linux-x64", "")
    (built / "so-sang-kien").write_bytes(b"program 3")
    target = tmp_path / "u.zip"
    update_file.write_update(target, built, manifest, signing.sign(SEED, manifest, MANIFEST))
    with target.open("rb") as file, pytest.raises(BadFile) as error:
        unpack(file, read_update(file, KEY), tmp_path / "new", lambda _done, _whole: None)
    assert error.value.code == "SSK-982"


def test_more_files_than_the_list_names(built):
    content = io.BytesIO(update(built))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("payload/_internal/more.so", b"x")
    assert code_of(content.getvalue()) == "SSK-980"


@pytest.mark.parametrize(
    "name", ["data/book.sqlite3", "portable.txt", "uninstall.exe", "../x", "so-sang-kien/x"]
)
def test_only_the_program_is_replaced(built, name):
    def change(value):
        value["files"][name] = {"sha256": "0" * 64, "size": 4, "runs": False}

    assert code_of(update(built, change=change)) == "SSK-980"


def test_a_newer_kind_of_update(built):
    assert code_of(update(built, change=lambda v: v.update(format_version=2))) == "SSK-988"


@pytest.mark.parametrize("version", ["", "1", "1.2", "1.2.3.4", "1.2.x", "01.2.3", "1.2.3-rc1"])
def test_what_is_no_version(built, version):
    assert code_of(update(built, change=lambda v: v.update(version=version))) == "SSK-980"


def test_any_changed_byte_is_told_or_harmless(built, tmp_path):
    """Whatever a stick did to it: the program as signed comes out, or an error with a code."""
    (built / "_internal/base.zip").write_bytes(b"z" * 40)
    (built / "_internal/mẫu/Đơn.docx").write_bytes(b"paper")
    content = update(built)
    outcomes = set()
    for place in range(0, len(content), 3):
        changed = bytearray(content)
        changed[place] ^= 0x55
        file, folder = io.BytesIO(bytes(changed)), tmp_path / f"new-{place}"
        try:
            found = read_update(file, KEY)
            unpack(file, found, folder, lambda _done, _whole: None)
        except BadFile as error:
            outcomes.add(error.code)
        else:
            outcomes.add("whole")
            for name in found.files:
                assert (folder / name).read_bytes() == (built / name).read_bytes()
    assert outcomes == {"SSK-980", "SSK-982", "whole"}
