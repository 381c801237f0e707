"""What takes space in a data folder, and what can be tidied up without loss.

Nothing a report, a draft, a bundle or a template needs is ever tidied up, nor a file that waits
to be taken in.
"""

import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from desktop_app.errors import BadInput, Failed
from desktop_app.services.data_checks.check import ASIDE, Book
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit
from desktop_app.storage.inspection import needed_files, space
from desktop_app.storage.settings import write_setting
from desktop_app.workspace import Workspace

_DAY = 24 * 3600.0
_ASIDE_DAYS = 90
_SETTLED_DAYS = 30
_COPIES_KEPT = 3
_FREE_WORTH_IT = 1_000_000
_KINDS = {
    "attachment": "files",
    "comment": "files",
    "document": "documents",
    "template": "templates",
    "part": "carried",
    "origin": "carried",
}


@dataclass(frozen=True)
class SpacePart:
    """What takes space: its name, how many bytes, how many files."""

    name: str
    size: int
    number: int


@dataclass(frozen=True)
class Space:
    """What a data folder holds, what of it can be tidied up, and how much the disk has left."""

    parts: tuple[SpacePart, ...]
    tidy: tuple[SpacePart, ...]
    free: int

    @property
    def size(self) -> int:
        """How many bytes everything takes."""
        return sum(part.size for part in self.parts)

    @property
    def tidy_size(self) -> int:
        """How many bytes can be tidied up."""
        return sum(part.size for part in self.tidy)


@dataclass
class _Pile:
    """Files that belong together, and settings that go with them."""

    files: list[Path] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    inside: int = 0

    def part(self, name: str) -> SpacePart:
        """Return how much it is."""
        return SpacePart(name, sum(map(_size, self.files)) + self.inside, len(self.files))


def name_code(name: str) -> str:
    """Return the code of the sentence that names a part."""
    return f"SPACE-{name.replace('_', '-')}"


def look(workspace: Workspace, step: Step = no_step) -> Space:
    """Return what takes space, the largest first, and what can be tidied up."""
    step(0, 3)
    parts = _parts(workspace)
    step(1, 3)
    tidy = [pile.part(name) for name, pile in _piles(workspace).items()]
    step(2, 3)
    free = shutil.disk_usage(workspace.folder).free
    return Space(
        tuple(sorted(parts, key=lambda part: -part.size)),
        tuple(part for part in tidy if part.size or part.number),
        free,
    )


def tidy_up(
    workspace: Workspace, names: Sequence[str] | None = None, step: Step = no_step
) -> tuple[SpacePart, ...]:
    """Tidy up all that can be, or what is named; return what was done.

    What that is is looked up anew. Raises BadInput SSK-956 for a name there is not, Failed
    SSK-957 when some files could not be deleted; the others are gone then.
    """
    piles = _piles(workspace)
    unknown = sorted(set(names or ()) - piles.keys())
    if unknown:
        raise BadInput("SSK-956", name=unknown[0], names=", ".join(piles))
    chosen = {name: pile for name, pile in piles.items() if names is None or name in names}
    whole = sum(len(pile.files) for pile in chosen.values()) + 1
    done: list[SpacePart] = []
    failed = place = 0
    for name, pile in chosen.items():
        part = pile.part(name)
        if not part.size and not part.number:
            continue
        for path in pile.files:
            step(place, whole)
            place += 1
            failed += not _delete(path)
        if pile.inside:
            space.give_back(workspace.database)
        done.append(part)
        with workspace.database.write() as session:
            for setting in pile.settings:
                write_setting(session, setting, None)
            audit.note(session, workspace.now(), "tidy up", what=name, size=part.size)
    _drop_empty(workspace.folder / ASIDE)
    if failed:
        raise Failed("SSK-957", number=failed)
    return tuple(done)


# What takes space


def _parts(workspace: Workspace) -> list[SpacePart]:
    folder = workspace.folder
    stores = Book(workspace).stores()
    seen: set[str] = set()
    parts = _by_kind(workspace)
    for name, place in (
        ("originals", stores["originals"].folder),
        ("set_aside", stores["set-aside"].folder),
        ("check", folder / ASIDE),
        ("backups", folder / "backups"),
        ("logs", folder / "logs"),
        ("temporary", workspace.temporary_folder),
    ):
        files = list(_files(place))
        seen.add(str(place))
        parts.append(SpacePart(name, sum(map(_size, files)), len(files)))
    seen.add(str(stores["attachments"].folder))
    books = list(folder.glob("book.sqlite3*"))
    inside = sum(map(_size, books)) + space.database_size(workspace.database)
    parts.append(SpacePart("database", inside, len(books)))
    others = [
        path
        for top in folder.iterdir()
        if str(top) not in seen and top not in books
        for path in (_files(top) if top.is_dir() else [top])
    ]
    parts.append(SpacePart("other", sum(map(_size, others)), len(others)))
    return [part for part in parts if part.number or part.size]


def _by_kind(workspace: Workspace) -> list[SpacePart]:
    """Return the store of attachments by what its files are for; the first use counts."""
    kinds: dict[str, str] = {}
    with workspace.database.read() as session:
        for each in needed_files.needed_files(session):
            known = kinds.get(each.sha256)
            picture = each.kind == "attachment" and each.media_type.startswith("image/")
            kind = "pictures" if picture else _KINDS[each.kind]
            if known is None or _rank(kind) < _rank(known):
                kinds[each.sha256] = kind
    totals: dict[str, list[int]] = {}
    store = workspace.attachments
    for mark in store.all_kept():
        total = totals.setdefault(kinds.get(mark, "spare"), [0, 0])
        total[0] += _size(store.path(mark))
        total[1] += 1
    return [SpacePart(kind, size, number) for kind, (size, number) in totals.items()]


_RANKS = ("pictures", "files", "documents", "templates", "carried")


def _rank(kind: str) -> int:
    return _RANKS.index(kind)


# What can be tidied up


def _piles(workspace: Workspace) -> Mapping[str, _Pile]:
    folder = workspace.folder
    return {
        "temporary": _Pile(list(_older(workspace.temporary_folder, 1))),
        "originals": _idle_originals(workspace),
        "set_aside": _settled(workspace),
        "check": _set_aside_long_ago(workspace),
        "backups": _Pile(sorted((folder / "backups").glob("before-mending-*"))[:-_COPIES_KEPT]),
        "logs": _Pile([path for path in _files(folder / "logs") if path.suffix != ".log"]),
        "database": _Pile(inside=_worth(space.free_inside(workspace.database))),
    }


def _worth(size: int) -> int:
    return size if size >= _FREE_WORTH_IT else 0


def _idle_originals(workspace: Workspace) -> _Pile:
    """Return the originals of pictures that stand in no draft: kept only until a report is
    complete, also where a team keeps originals.
    """
    with workspace.database.read() as session:
        idle = space.idle_originals(session)
    store = workspace.originals
    kept = set(store.all_kept())
    return _Pile([store.path(m) for m in sorted(set(idle.values()) & kept)], sorted(idle))


def _settled(workspace: Workspace) -> _Pile:
    """Return the copies of what was set aside when taken in and is settled for some weeks."""
    with workspace.database.read() as session:
        waiting = space.waiting_copies(session)
    store = workspace.set_aside
    paths = (store.path(mark) for mark in store.all_kept() if mark not in waiting)
    return _Pile([path for path in paths if _age(path) > _SETTLED_DAYS * _DAY])


def _set_aside_long_ago(workspace: Workspace) -> _Pile:
    """Return what the check set aside, by the day its folder is called after."""
    last = (workspace.today() - timedelta(days=_ASIDE_DAYS)).isoformat()
    days = sorted((workspace.folder / ASIDE).glob("????-??-??"))
    return _Pile([path for day in days if day.name < last for path in _files(day)])


def _older(folder: Path, days: float) -> Iterator[Path]:
    return (path for path in _files(folder) if _age(path) > days * _DAY)


# Small parts


def _files(folder: Path) -> Iterator[Path]:
    for top, _folders, names in os.walk(folder):
        yield from (Path(top) / name for name in names)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _age(path: Path) -> float:
    """Return how many seconds ago a file was put there, by the clock that stamps files."""
    try:
        found = path.stat()
    except OSError:
        return 0.0
    return time.time() - max(found.st_mtime, found.st_ctime)


def _delete(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _drop_empty(folder: Path) -> None:
    """Take away folders nothing is in any more."""
    for top, _folders, _names in os.walk(folder, topdown=False):
        if not any(Path(top).iterdir()):
            Path(top).rmdir()
