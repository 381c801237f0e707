"""Bundles packed again by other programs open and say the same; hostile ones end with a code.

The bundle is one of the program's own, unsealed; the seal does not look inside.
"""

import io
import os
import stat
import struct
import subprocess
import unicodedata
import warnings
import zipfile

import pytest

from desktop_app.errors import BadFile
from desktop_app.exchange.archive_reading import Limits
from desktop_app.exchange.bundle_file import open_bundle, verify_bundle
from tests.exchange.bags import bag, written
from tests.exchange.test_bundle_files import write
from tests.faults import findings

CONTENT = b"".join(
    number.to_bytes(2, "big") for number in range(30_000)
)  # not to be compressed away


@pytest.fixture
def plain(tmp_path):
    """A bundle that is not sealed."""
    from tests.exchange.test_bundle_files import payload

    return write(tmp_path / "out", sealed=False, parts=payload(CONTENT)).path


def entries(path):
    with zipfile.ZipFile(path) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def unpacked(path, folder):
    """Unpack a bundle and return the folder it lies in."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def said(path, tmp_path):
    """Return all that opening and verifying say of a bundle."""
    with open_bundle(path, identities=[], temp_dir=tmp_path) as opened:
        content = {name: opened.read(name, 10**6) for name in opened.names()}
        found = opened.document, opened.signer, opened.warnings, opened.damaged_items, content
    return found, verify_bundle(path, identities=[], temp_dir=tmp_path)


def refused(path, tmp_path):
    """Return the code both opening and verifying refuse a file with."""
    with (
        pytest.raises(BadFile) as raised,
        open_bundle(path, identities=[], temp_dir=tmp_path),
    ):
        pass
    report = verify_bundle(path, identities=[], temp_dir=tmp_path)
    assert report.errors[0].code == raised.value.code
    return raised.value.code


def note_the_same():
    print("opens and says the same")
    findings.note("ZIPs of other programs and habits", "open and say the same")


# Other programs


def tool(*command, **more):
    def run(folder, target):
        words = [str(target) if word == "TARGET" else word for word in command]
        ran = subprocess.run(words, cwd=folder, capture_output=True, **more)
        assert ran.returncode == 0, ran.stderr
        if "-" in words:
            target.write_bytes(ran.stdout)

    return run


TOOLS = {
    "zip": tool("zip", "-r", "TARGET", "."),
    "zip, stored": tool("zip", "-0r", "TARGET", "."),
    "zip, smallest": tool("zip", "-9r", "TARGET", "."),
    "zip without folders and extras": tool("zip", "-rDX", "TARGET", "."),
    "zip as a stream": tool("zip", "-r", "-", "."),
    "zip as a stream, stored": tool("zip", "-0r", "-", "."),
    "zip, ZIP64": tool("zip", "-r", "-fz", "TARGET", "."),
    "zip with a comment": tool("zip", "-rz", "TARGET", ".", input="Gói hồ sơ".encode()),
    "7z": tool("7z", "a", "-tzip", "TARGET", "."),
    "7z, stored": tool("7z", "a", "-tzip", "-mx=0", "TARGET", "."),
    "7z, smallest": tool("7z", "a", "-tzip", "-mx=9", "TARGET", "."),
    "7z, times and attributes": tool("7z", "a", "-tzip", "-mtc=on", "-mcu=on", "TARGET", "."),
    "7z, all names UTF-8": tool("7z", "a", "-tzip", "-mcu=on", "TARGET", "."),
    "python -m zipfile": lambda folder, target: _python(folder, target),
}


def _python(folder, target):
    (top,) = os.listdir(folder)
    tool("python3", "-m", "zipfile", "-c", "TARGET", top)(folder, target)


@pytest.mark.oracle
@pytest.mark.parametrize("name", TOOLS)
def test_another_programs_zip_says_the_same(plain, tmp_path, name):
    target = tmp_path / "again.zip"
    TOOLS[name](unpacked(plain, tmp_path / "folder"), target)
    assert target.read_bytes() != plain.read_bytes()
    assert said(target, tmp_path) == said(plain, tmp_path)
    note_the_same()


@pytest.mark.oracle
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize("program", ["zip", "7z"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_vietnamese_names_of_other_programs_are_read(tmp_path, program, locale, form):
    """No bundle has such names, any other bag may; also where the program does not say UTF-8."""
    names = [unicodedata.normalize(form, name) for name in ("data/ảnh đồ gá.txt", "data/ầm/ỗ")]
    made = bag(dict.fromkeys(names, b"x"))
    folder, target = written(tmp_path / "folder" / "túi", made), tmp_path / "again.zip"
    words = ["zip", "-r", target, "."] if program == "zip" else ["7z", "a", "-tzip", target, "."]
    environment = {**os.environ, "LC_ALL": locale, "LANG": locale}
    subprocess.run(words, cwd=folder.parent, check=True, capture_output=True, env=environment)
    report = verify_bundle(target, identities=[], temp_dir=tmp_path, container_only=True)
    assert report.errors == ()
    note_the_same()


# Habits, made here


class Streamed(io.RawIOBase):
    """A file nobody can go back in: sizes must follow their content."""

    def __init__(self):
        self.content = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.content += bytes(data)
        return len(data)


def packed(files, target, *, method=zipfile.ZIP_DEFLATED, change=lambda entry: None, comment=b""):
    """Write files one by one; ``change`` may change each entry's description before."""
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")  # a name twice is meant
        archive.comment = comment
        for name, content in files:
            entry = zipfile.ZipInfo(name, (2026, 11, 20, 8, 30, 0))
            entry.compress_type = zipfile.ZIP_STORED if name.endswith("/") else method
            change(entry)
            archive.writestr(entry, content)


def _streamed(files, target):
    stream = Streamed()
    packed(files, stream)
    target.write_bytes(stream.content)


def _wide(files, target):
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(content)


def _mac(files, target):
    """Finder: folders, resource forks beside, sizes behind, what it keeps of each folder."""
    top = files[0][0].partition("/")[0]
    folders = {name.rpartition("/")[0] + "/" for name, _content in files}
    more = [(folder, b"") for folder in sorted(folders)]
    more += [(folder + ".DS_Store", b"\0\0\0\1Bud1") for folder in sorted(folders)]
    more += [(f"__MACOSX/{top}/._bagit.txt", b"\0\5\x16\7"), ("__MACOSX/._" + top, b"\0\5\x16\7")]
    more += [(f"__MACOSX/{unicodedata.normalize('NFD', 'gói hồ sơ')}", b""), (".DS_Store", b"x")]
    stream = Streamed()

    def change(entry):
        entry.extra = struct.pack("<HHBI", 0x5455, 5, 1, 1_763_600_000)
        entry.extra += struct.pack("<HHBBIBI", 0x7875, 11, 1, 4, 501, 4, 20)
        entry.create_system = 3
        entry.external_attr = (
            stat.S_IFDIR | 0o755 if entry.is_dir() else stat.S_IFREG | 0o644
        ) << 16

    packed([*more, *files], stream, change=change)
    # It writes UTF-8 and does not say so.
    target.write_bytes(without_utf8_flag(bytes(stream.content)))


def without_utf8_flag(raw):
    """Return an archive whose entries do not say their names are UTF-8."""
    changed = bytearray(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        place = archive.start_dir
        for entry in archive.infolist():
            changed[entry.header_offset + 7] &= ~0x08
            changed[place + 9] &= ~0x08
            place += 46 + sum(struct.unpack("<HHH", raw[place + 28 : place + 34]))
    return bytes(changed)


def _explorer(files, target):
    def change(entry):
        entry.create_system, entry.create_version, entry.external_attr = 0, 20, 0x20

    packed(files, target, change=change)


def _dotnet(files, target):
    """Early .NET wrote backslashes between folders."""
    slashes = target.with_suffix(".slashes")
    _explorer(files, slashes)
    target.write_bytes(swap_in_names(slashes.read_bytes(), b"/", b"\\"))


def swap_in_names(raw, old, new):
    """Return an archive with other bytes, as many, in the names of its entries."""
    changed = bytearray(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        place = archive.start_dir
        for entry in archive.infolist():
            length = len(entry.orig_filename.encode())
            for start in (entry.header_offset + 30, place + 46):
                changed[start : start + length] = changed[start : start + length].replace(old, new)
            place += 46 + sum(struct.unpack("<HHH", raw[place + 28 : place + 34]))
    return bytes(changed)


def _tidied(files, target):
    """No folder of its own: the bag lies at the top."""
    top = files[0][0].partition("/")[0] + "/"
    packed([(name.removeprefix(top), content) for name, content in files], target)


def _littered(files, target):
    """Explorer and Finder left files beside the signed and the listed ones."""
    top = files[0][0].partition("/")[0] + "/"
    names = (".DS_Store", "Thumbs.db", "data/desktop.ini", "data/initiatives/.DS_Store", "._data")
    packed([*files, *((top + name, b"x") for name in names)], target)


HABITS = {
    "stored": lambda files, target: packed(files, target, method=zipfile.ZIP_STORED),
    "other order": lambda files, target: packed(sorted(files, reverse=True), target),
    "streamed": _streamed,
    "ZIP64 forced": _wide,
    "Finder": _mac,
    "Explorer": _explorer,
    "backslashes": _dotnet,
    "no folder of its own": _tidied,
    "files systems leave": _littered,
    "a long comment": lambda files, target: packed(files, target, comment=b"PK " * 20_000),
    "extra fields": lambda files, target: packed(
        files, target, change=lambda entry: setattr(entry, "extra", struct.pack("<HH", 0xCAFE, 0))
    ),
    "folder entries": lambda files, target: packed(
        [(files[0][0].partition("/")[0] + "/", b""), *files], target
    ),
}


@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_of_other_programs_says_the_same(plain, tmp_path, habit):
    target = tmp_path / "again.zip"
    HABITS[habit](entries(plain), target)
    assert said(target, tmp_path) == said(plain, tmp_path)
    note_the_same()


# Hostile ones


def renamed(name, content=b"x"):
    return lambda files, target: packed([*files, (name(files), content)], target)


def beside(name):
    """One more file of this name in the bag's folder."""
    return renamed(lambda files: files[0][0].partition("/")[0] + "/" + name)


def patched(change, method=zipfile.ZIP_STORED):
    """An archive whose bytes are changed: ``change`` gets them and its entries."""

    def make(files, target):
        raw = io.BytesIO()
        packed(files, raw, method=method)
        with zipfile.ZipFile(raw) as archive:
            told = archive.infolist(), archive.start_dir
        target.write_bytes(change(bytearray(raw.getvalue()), *told))

    return make


def put(raw, place, form, *values):
    struct.pack_into(form, raw, place, *values)
    return bytes(raw)


def _unicode_path(files, target):
    """A name that programs which know the field read as another one."""

    def change(entry):
        if entry.filename.endswith("summary.txt"):
            import zlib

            other = entry.filename.replace("summary", "another").encode()
            crc = zlib.crc32(entry.filename.encode())
            entry.extra = struct.pack("<HHBI", 0x7075, 5 + len(other), 1, crc) + other

    packed(files, target, change=change)


def _overlapping(raw, found, start):
    """Every entry of the directory shows the same content: small on the disk, large unpacked."""
    first, place = found[0], start
    record = bytes(raw[place : place + 46 + len(first.filename)])
    many = b"".join(
        record[:46] + f"{number:0{len(first.filename)}}".encode() for number in range(2_000)
    )
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 2_000, 2_000, len(many), start, 0)
    return bytes(raw[:start]) + many + end


def _hidden(raw, found, start):
    """An entry only those see who read from the front."""
    hidden = io.BytesIO()
    packed([("hidden.txt", b"hidden")], hidden, method=zipfile.ZIP_STORED)
    with zipfile.ZipFile(hidden) as archive:
        entry = hidden.getvalue()[: archive.start_dir]
    return put(
        raw[:start] + entry + raw[start:], len(raw) + len(entry) - 6, "<I", start + len(entry)
    )


def described(change):
    """A streamed archive whose first entry's description, behind its content, is changed."""

    def make(files, target):
        _streamed(files, target)
        raw = bytearray(target.read_bytes())
        with zipfile.ZipFile(target) as archive:
            second = archive.infolist()[1].header_offset
        assert raw[second - 16 : second - 12] == b"PK\7\x08"
        target.write_bytes(change(raw, second))

    return make


def _name_in_front(files, target):
    """The entry itself, not the directory, has a second name."""
    _unicode_path(files, target)
    raw = bytearray(target.read_bytes())
    place = raw.rfind(struct.pack("<H", 0x7075))
    target.write_bytes(put(raw, place, "<H", 0x7076))


def _quine(_files, target):
    """A first entry that is the archive itself, told by sizes alone."""
    raw = io.BytesIO()
    packed([("top/bagit.txt", b"x" * 200)], raw, method=zipfile.ZIP_STORED)
    changed = bytearray(raw.getvalue())
    for place in (18, 22):
        struct.pack_into("<I", changed, place, len(changed))
    with zipfile.ZipFile(raw) as archive:
        for place in (20, 24):
            struct.pack_into("<I", changed, archive.start_dir + place, len(changed))
    target.write_bytes(changed)


def _bomb(files, target):
    top = files[0][0].partition("/")[0]
    packed([*files, (f"{top}/data/bomb", bytes(30_000_000))], target)


def _linked(files, target):
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
        link = zipfile.ZipInfo(files[0][0].partition("/")[0] + "/data/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")


def _special(files, target):
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
        pipe = zipfile.ZipInfo(files[0][0].partition("/")[0] + "/data/pipe")
        pipe.external_attr = (stat.S_IFIFO | 0o777) << 16
        archive.writestr(pipe, b"")


HOSTILE = {
    "a file in front": (patched(lambda raw, *_: b"MZ" + bytes(raw)), "SSK-424"),
    "an image in front, offsets right": (
        patched(lambda raw, found, start: _shifted(raw, found, start, 64)), "SSK-424"),
    "a file behind": (patched(lambda raw, *_: bytes(raw) + b"more"), "SSK-424"),
    "two archives, one after another": (patched(lambda raw, *_: bytes(raw) * 2), "SSK-424"),
    "an archive in the comment": (
        patched(lambda raw, *_: put(raw, len(raw) - 2, "<H", len(raw)) + bytes(raw)), "SSK-424"),
    "several disks": (patched(lambda raw, *_: put(raw, len(raw) - 18, "<H", 1)), "SSK-424"),
    "directory on another disk": (
        patched(lambda raw, *_: put(raw, len(raw) - 16, "<H", 1)), "SSK-424"),
    "fewer entries than told": (
        patched(lambda raw, found, _s: put(raw, len(raw) - 14, "<HH", *[len(found) + 1] * 2)),
        "SSK-424"),
    "more entries than told": (
        patched(lambda raw, found, _s: put(raw, len(raw) - 14, "<HH", *[len(found) - 1] * 2)),
        "SSK-424"),
    "counts that differ": (
        patched(lambda raw, found, _s: put(raw, len(raw) - 14, "<H", len(found) - 1)), "SSK-424"),
    "directory elsewhere": (
        patched(lambda raw, _f, start: put(raw, len(raw) - 6, "<I", start - 1)), "SSK-424"),
    "directory longer": (patched(lambda raw, _f, start: put(
        raw, len(raw) - 10, "<I", len(raw) - 22 - start + 1)), "SSK-424"),
    "directory at the end of all numbers": (
        patched(lambda raw, *_: put(raw, len(raw) - 6, "<I", 0xFFFFFFFE)), "SSK-424"),
    "told to be ZIP64": (
        patched(lambda raw, *_: put(raw, len(raw) - 6, "<I", 0xFFFFFFFF)), "SSK-424"),
    "another name in the entry": (
        patched(lambda raw, *_: put(raw, 30, "<B", raw[30] ^ 1)), "SSK-424"),
    "another size in the entry": (patched(lambda raw, *_: put(raw, 22, "<I", 1)), "SSK-424"),
    "another checksum in the entry": (patched(lambda raw, *_: put(raw, 14, "<I", 1)), "SSK-424"),
    "another method in the entry": (patched(lambda raw, *_: put(raw, 8, "<H", 8)), "SSK-424"),
    "an entry at another one's place": (
        patched(lambda raw, _f, start: put(raw, start + 42, "<I", 31)), "SSK-424"),
    "an entry in the directory": (
        patched(lambda raw, _f, start: put(raw, start + 42, "<I", start)), "SSK-424"),
    "an entry beyond the end": (
        patched(lambda raw, _f, start: put(raw, start + 42, "<I", len(raw) + 9)), "SSK-424"),
    "overlapping entries": (patched(_overlapping), "SSK-424"),
    "hidden between entries and directory": (patched(_hidden), "SSK-424"),
    "a description of another content": (
        described(lambda raw, second: put(raw, second - 12, "<I", 1)), "SSK-424"),
    "a description of another size": (
        described(lambda raw, second: put(raw, second - 4, "<I", 1)), "SSK-424"),
    "no description where one must be": (
        described(lambda raw, second: put(raw, second - 16, "<I", 1)), "SSK-424"),
    "a second name in front": (_name_in_front, "SSK-424"),
    "a quine": (_quine, "SSK-424"),
    "a bomb": (_bomb, "SSK-421"),
    "a name twice": (renamed(lambda files: files[1][0]), "SSK-423"),
    "a case twin": (renamed(lambda files: files[0][0].upper()), "SSK-423"),
    "a twin of full width": (renamed(lambda files: files[0][0].replace("a", "ａ")), "SSK-423"),
    "a file that is a folder too": (renamed(lambda files: files[0][0] + "/x"), "SSK-423"),
    "normalisation twins": (
        lambda files, target: packed(
            [*files, ("top/ầ", b"1"), (unicodedata.normalize("NFD", "top/ầ"), b"2")], target),
        "SSK-423"),
    "a link": (_linked, "SSK-422"),
    "a pipe": (_special, "SSK-422"),
    "two names for one file": (_unicode_path, "SSK-424"),
    **{
        f"a name: {name!r}": (renamed(lambda _files, name=name: name), "SSK-422")
        for name in (
            "../evil", "a/../../evil", "/etc/passwd", "C:/evil", "C:evil", "a//b", "./a", "a/./b",
            "a/..", "..", "~/x:y", "a\nb", "a\x7fb", "a|b", "a?b", "a*b", "a<b", 'a"b', "a ", "a.",
            "a /b", "a./b", "CON", "nul.txt", "a/Com1.docx", "lpt9", "AUX.", "con .txt", "COM¹",
            "x" * 256, "/".join("a" * 30), "a" * 401,
        )
    },
    **{
        f"beside the tag files: {name}": (beside(name), "SSK-483")
        for name in ("evil.txt", "more/evil.txt", "manifest-sha256.txt.bak", "Data.txt")
    },
    "beside the bag": (renamed(lambda _files: "evil.txt"), "SSK-483"),
    "another bag beside": (renamed(lambda _files: "a/bagit.txt"), None),
    "in the payload": (beside("data/evil.txt"), "SSK-465"),
}  # fmt: skip


def _shifted(raw, found, start, by):
    """The archive behind other bytes, all its offsets made right for it."""
    place = start
    for entry in found:
        struct.pack_into("<I", raw, place + 42, entry.header_offset + by)
        place += 46 + sum(struct.unpack_from("<HHH", raw, place + 28))
    struct.pack_into("<I", raw, len(raw) - 6, start + by)
    return b"\x89PNG".ljust(by, b"\0") + bytes(raw)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_archive_is_refused_with_a_code(plain, tmp_path, case):
    make, code = HOSTILE[case]
    target = tmp_path / "hostile.zip"
    make(entries(plain), target)
    found = refused(target, tmp_path)
    assert found == code or (code is None and found.startswith("SSK-4"))
    print("refused with", found)
    findings.note("Hostile ZIPs", f"refused with {found}")


def test_a_zero_in_a_name_is_refused(plain, tmp_path):
    target = tmp_path / "hostile.zip"
    packed([*entries(plain), ("top/a#.exe", b"x")], target)
    target.write_bytes(swap_in_names(target.read_bytes(), b"#", b"\0"))
    assert refused(target, tmp_path) == "SSK-422"


REFUSED = {
    "zip with a password": (tool("zip", "-rP", "secret", "TARGET", "."), "SSK-425"),
    "7z with a password": (tool("7z", "a", "-tzip", "-psecret", "TARGET", "."), "SSK-425"),
    "7z with AES": (tool("7z", "a", "-tzip", "-psecret", "-mem=AES256", "TARGET", "."), None),
    "zip, bzip2": (tool("zip", "-r", "-Z", "bzip2", "TARGET", "."), "SSK-424"),
    "7z, bzip2": (tool("7z", "a", "-tzip", "-mm=BZip2", "TARGET", "."), "SSK-424"),
    "7z, deflate64": (tool("7z", "a", "-tzip", "-mm=Deflate64", "TARGET", "."), "SSK-424"),
    "7z, LZMA": (tool("7z", "a", "-tzip", "-mm=LZMA", "TARGET", "."), "SSK-424"),
    "7z, PPMd": (tool("7z", "a", "-tzip", "-mm=PPMd", "TARGET", "."), "SSK-424"),
    "7z's own format": (tool("7z", "a", "-t7z", "TARGET", "."), "SSK-420"),
    "tar": (tool("tar", "-cf", "TARGET", "."), "SSK-420"),
    # Info-ZIP 3.0 says there that the directory's place is in a record it then leaves out.
    "zip, ZIP64 as a stream": (tool("zip", "-r", "-fz", "-", "."), "SSK-424"),
    "zip in parts": (tool("zip", "-0rs", "64k", "TARGET", "."), None),
}


@pytest.mark.oracle
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_refused_with_a_code(plain, tmp_path, name):
    make, code = REFUSED[name]
    target, folder = tmp_path / "again.zip", unpacked(plain, tmp_path / "folder")
    (top,) = folder.iterdir()
    (top / "data" / "more").write_bytes(CONTENT * 3)
    make(folder, target)
    found = refused(target, tmp_path)
    assert found == code or (code is None and found.startswith("SSK-42"))
    print("refused with", found)
    findings.note("Hostile ZIPs", f"refused with {found}")


def test_links_of_zip_are_refused(plain, tmp_path):
    folder, target = unpacked(plain, tmp_path / "folder"), tmp_path / "again.zip"
    (top,) = folder.iterdir()
    (top / "data" / "link").symlink_to("/etc/passwd")
    tool("zip", "-ry", "TARGET", ".")(folder, target)
    assert refused(target, tmp_path) == "SSK-422"


def test_limits_hold_before_anything_is_unpacked(plain, tmp_path):
    for limits in (
        Limits(size=1000),
        Limits(entries=3),
        Limits(unpacked=1000, free=10),
        Limits(name=20),
        Limits(depth=2),
    ):
        report = verify_bundle(plain, identities=[], temp_dir=tmp_path, limits=limits)
        assert report.errors[0].code in ("SSK-421", "SSK-422")
