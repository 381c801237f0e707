"""Units, the index of words, marks of likeness, keys and templates."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop_app.errors import AppError
from desktop_app.services import templates
from desktop_app.services.data_checks.check import Book, Check, Hit
from desktop_app.services.pack_check import form_in
from desktop_app.storage import heights
from desktop_app.storage import templates as stored
from desktop_app.storage.bundles import own_sign_keys
from desktop_app.storage.inspection import search_rows, unit_rows
from desktop_app.storage.settings import read_setting
from desktop_app.storage.unit_history import Fact, drop_fact, put_fact

if TYPE_CHECKING:
    from desktop_app.exchange.keys import Keys, Safe

_OPEN_TO_OTHERS = 0o077
_USUAL_KIND = "grassroots"


# Units


def _bare(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [Hit(f"{row.code} {row.subject}", row) for row in unit_rows.bare_units(session)]


def _mend_bare(_book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Say what the unit last called itself, else its code; the usual kind; no unit above."""
    try:
        own = dict(read_setting(session, "own") or {})
    except ValueError:
        own = {}
    for hit in hits:
        row = hit.data
        value: str | None = None
        if row.subject == "name":
            mine = own.get("name", "") if own.get("unit_id") == row.unit_id else ""
            value = mine or unit_rows.name_as_sent(session, row.unit_id) or row.code
        elif row.subject == "kind":
            value = _USUAL_KIND
        put_fact(session, Fact(row.subject, row.unit_id, row.since, value))
    return ()


def _circles(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [Hit(row.code, row) for row in unit_rows.circles(session)]


def _mend_circles(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Take out the row that closes the circle: what the unit belonged to before holds on."""
    book.keep_rows("circles", [hit.data.__dict__ for hit in hits])
    for hit in hits:
        row = hit.data
        drop_fact(session, "parent", row.unit_id, row.since)
    for bare in unit_rows.bare_units(session):
        if bare.subject == "parent" and any(bare.unit_id == hit.data.unit_id for hit in hits):
            put_fact(session, Fact("parent", bare.unit_id, bare.since, None))
    return ()


# Words and likeness


def _search(book: Book) -> list[Hit]:
    with book.workspace.database.write() as session:
        return [Hit(code) for code in search_rows.stale_search(session, quick=book.quick)]


def _mend_search(_book: Book, session: Session, _hits: Sequence[Hit]) -> Sequence[Hit]:
    search_rows.rebuild_search(session)
    return ()


def _marks(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [Hit(str(row), row) for row in search_rows.marks_of_nobody(session)]


def _mend_marks(_book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    for hit in hits:
        search_rows.drop_marks(session, hit.data)
    return ()


# Keys


def _keys(book: Book) -> list[Hit]:
    """Look whether the keys can be read, are there at all, and belong to their owner alone."""
    workspace = book.workspace
    try:
        places = workspace.key_places
        desk, spare = places.desk, places.spare
    except ValueError:
        return []  # the folder's own name cannot be read: told by the check of settings
    found = []
    for folder, safe in (desk, spare):
        try:
            _load(folder, safe)
        except AppError as error:
            found.append(Hit(f"{folder.name}: {error.code}", mendable=False))
    with workspace.database.read() as session:
        used = own_sign_keys(session)
    # Nothing is made silently here: new keys in place of lost ones could open nothing.
    if workspace.link is None and not found and used - _known(*desk):
        found.append(Hit("keys.json", mendable=False))
    if os.name == "posix":
        found += [Hit(path.name, path) for path in _open_to_others(places.folder)]
    return found


def _load(folder: Path, safe: "Safe") -> "Keys | None":
    from desktop_app.exchange.keys import load_keys

    return load_keys(folder, safe)


def _known(folder: Path, safe: "Safe") -> frozenset[str]:
    """Return the public keys of the sets in use and of those that were replaced."""
    from desktop_app.exchange.keys import known_sign_keys

    keys = _load(folder, safe)
    return known_sign_keys(folder) | ({keys.public.sign} if keys else set())


def _open_to_others(folder: Path) -> Iterator[Path]:
    """Return the key files others on this computer may read.

    A file system that keeps no such rights, as on a stick, is left alone.
    """
    if not folder.is_dir():
        return
    with suppress(OSError), tempfile.NamedTemporaryFile(dir=folder) as tried:
        if os.stat(tried.name).st_mode & _OPEN_TO_OTHERS:
            return
    for path in sorted(folder.rglob("*.json")):
        # How far numbers went is no secret, and lies there because it outlives the book.
        if path.name != heights.FILE and path.stat().st_mode & _OPEN_TO_OTHERS:
            yield path


def _mend_keys(_book: Book, _session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    left = []
    for hit in hits:
        try:
            hit.data.chmod(0o600)
        except OSError:
            left.append(hit)
    return left


# Templates


def _templates(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        pinned = stored.drafts_by_template(session)
        known = {(row.id, row.version) for row in stored.all_templates(session)}
    return [Hit(f"{name}@{version}", (name, version)) for name, version in pinned.keys() - known]


def _mend_templates(book: Book, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Add the built-in form again where it is the one; another comes from whoever has it."""
    form = form_in(templates.built_in_pack())
    wanted = {hit.data for hit in hits}
    if (form.id, form.version) in wanted:
        templates.add_built_in(book.workspace)
        wanted.discard((form.id, form.version))
    book.workspace.forms.clear()
    return [hit for hit in hits if hit.data in wanted]


CHECKS = (
    Check("templates of drafts", "DATA-24", _templates, mend_alone=_mend_templates),
    Check("units without a name", "DATA-20", _bare, _mend_bare),
    Check("units in a circle", "DATA-21", _circles, _mend_circles),
    Check("index of words", "DATA-10", _search, _mend_search, server=False),
    Check("marks of likeness", "DATA-22", _marks, _mend_marks),
    Check("keys", "DATA-23", _keys, _mend_keys),
)
