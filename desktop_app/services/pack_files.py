"""The files of a template pack: from a folder, from a ZIP of any tool, and as one ZIP kept here.

Packs come from outside. Only ``form.xlsx`` and ``documents/*.docx`` are ever read, by name, into
memory and within limits; nothing is unpacked onto the disk.
"""

import contextlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from desktop_app.domain.text import ascii_name, nfc
from desktop_app.errors import BadFile

FORM, DOCUMENTS = "form.xlsx", "documents/"

_MOST_ENTRIES, _MOST_FILES, _MOST_BYTES = 2_000, 60, 30_000_000
_UTF8 = 0x800
# A pack may lie in one folder; deeper down it belongs to something else, such as a bundle.
_DEEPEST = 1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,  # a password
    NotImplementedError,
    EOFError,
    ValueError,
)
_NOTES = (".txt", ".md", ".pdf")
# What macOS, Windows and Word leave beside the files of a person.
_LEFTOVERS = (".ds_store", "thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Pack:
    """The files of a pack by their names inside it; ``left_out`` are names that mean nothing."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()

    @property
    def documents(self) -> Mapping[str, bytes]:
        """Return the Word documents by name without folder and ending, in order."""
        return {
            name.removeprefix(DOCUMENTS).removesuffix(".docx"): content
            for name, content in sorted(self.files.items())
            if name.startswith(DOCUMENTS) and name.endswith(".docx")
        }


@dataclass(frozen=True)
class _Entry:
    """A file somewhere: its name with slashes, its size, and how to read it."""

    name: str
    size: int
    read: Callable[[], bytes]


def read_pack(path: Path) -> Pack:
    """Read a pack from a folder or a ZIP; nothing is written anywhere.

    The form may lie in one folder inside. Raises BadFile: SSK-220 when there is no form, SSK-373
    when there are several, SSK-374 when it is too large, SSK-375 for a ZIP that is broken or has
    a password, SSK-376 when two documents have the same name.
    """
    try:
        if path.is_dir():
            return _pack(_in_folder(path), path.name)
        return zipped_pack(path.read_bytes(), path.name)
    except OSError as error:
        raise BadFile("SSK-220", file=path.name) from error


def zipped_pack(packed: bytes, name: str = "") -> Pack:
    """Read a pack from the bytes of a ZIP; raises as ``read_pack`` does."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = [
                _Entry(_entry_name(entry), entry.file_size, partial(archive.read, entry))
                for entry in archive.infolist()
                if not entry.is_dir()
            ]
            return _pack(entries, name)
    except _BROKEN as error:
        raise BadFile("SSK-375", file=name) from error


def packed(pack: Pack) -> bytes:
    """Return a pack as one ZIP, the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(pack.files):
            archive.writestr(zipfile.ZipInfo(name), pack.files[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


@lru_cache(maxsize=8)
def unpacked(kept: bytes) -> Pack:
    """Return the pack that ``packed`` made a ZIP of; kept names are not looked at again."""
    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        return Pack({name: archive.read(name) for name in archive.namelist()})


def _in_folder(folder: Path) -> list[_Entry]:
    """Return the files of a folder and one folder further down, as a ZIP of it would have them."""
    found: list[_Entry] = []
    for pattern in ("*", "*/*", "*/*/*"):
        for place in sorted(folder.glob(pattern)):
            if place.is_file():
                name = place.relative_to(folder).as_posix()
                found.append(_Entry(nfc(name), place.stat().st_size, place.read_bytes))
            if len(found) > _MOST_ENTRIES:
                raise BadFile("SSK-374", file=folder.name)
    return found


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """Return a name as its maker meant it: macOS writes UTF-8 unmarked, Windows backslashes."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return nfc(name.replace("\\", "/"))


def _pack(entries: Iterable[_Entry], name: str) -> Pack:
    own = [entry for entry in entries if not _is_leftover(entry.name)]
    if len(own) > _MOST_ENTRIES:
        raise BadFile("SSK-374", file=name)
    forms = [
        entry
        for entry in own
        if PurePosixPath(entry.name).name.lower() == FORM and entry.name.count("/") <= _DEEPEST
    ]
    if not forms:
        raise BadFile("SSK-220", file=name)
    depth = min(entry.name.count("/") for entry in forms)
    nearest = [entry for entry in forms if entry.name.count("/") == depth]
    if len(nearest) > 1:
        raise BadFile("SSK-373", file=name, number=len(nearest))
    top = nearest[0].name[: -len(FORM)]
    wanted: dict[str, _Entry] = {FORM: nearest[0]}
    left_out: list[str] = []
    for entry in own:
        inside = entry.name.removeprefix(top)
        if entry is nearest[0] or not entry.name.startswith(top):
            continue
        place = _document_place(inside)
        if place is None:
            if not inside.lower().endswith(_NOTES):
                left_out.append(inside[:120])
        elif place in wanted:
            raise BadFile("SSK-376", file=name, document=inside[:120])
        else:
            wanted[place] = entry
    if len(wanted) > _MOST_FILES or sum(entry.size for entry in wanted.values()) > _MOST_BYTES:
        raise BadFile("SSK-374", file=name)
    return Pack({place: entry.read() for place, entry in wanted.items()}, tuple(left_out))


def _is_leftover(name: str) -> bool:
    last = PurePosixPath(name).name.lower()
    return name.startswith("__MACOSX/") or last in _LEFTOVERS or last.startswith(("~$", "._", ".~"))


def _document_place(name: str) -> str | None:
    """Return where a Word document is kept: in plain ASCII, as bundles name their files."""
    folder, _slash, last = name.rpartition("/")
    stem, dot, ending = last.rpartition(".")
    if folder.lower() + "/" != DOCUMENTS or not dot or ending.lower() != "docx":
        return None
    return f"{DOCUMENTS}{ascii_name(stem) or 'van-ban'}.docx"
