"""Going back to a backup: looked at first, the book of now backed up first, undone again.

Secret keys stay those of this computer. Numbers of bundles, dossiers and papers go on above the
highest that is known from the book of now, from what lies beside it and from every backup.
"""

import contextlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError, BadFile, BadInput, Failed, NotAllowed
from desktop_app.exchange import reading_back
from desktop_app.services import backups, carrying
from desktop_app.services.backups import BackupRow
from desktop_app.services.steps import Step, no_step, part_of
from desktop_app.storage import backup_making, backup_places, heights, restoring, schema
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.backup_places import Backup
from desktop_app.storage.heights import Heights
from desktop_app.storage.restoring import Carried, Proven
from desktop_app.storage.server_link import LOCAL_SETTINGS
from desktop_app.workspace import STORES, Clock, Workspace, hold_folder, system_clock

_UNSURE = 10
"""Numbers left out in a chain when nobody knows what left since: a team hands in once a week."""
_SHOWN = 50


@dataclass(frozen=True)
class Change:
    """An initiative that is another one in the backup; ``kind``: gone, back, other."""

    kind: str
    code: str
    title: str
    updated_at: str


@dataclass(frozen=True)
class Preview:
    """What going back to a backup would change.

    ``gone``, ``back`` and ``other`` count initiatives that are only in the book of now, only in the
    backup, and in both but not the same; ``changes`` names the newest of them. ``keys``: same,
    other, unknown: whether the keys of this computer are those of the backup.
    """

    backup: BackupRow
    now: Mapping[str, int]
    then: Mapping[str, int]
    gone: int
    back: int
    other: int
    changes: tuple[Change, ...]
    keys: str


@dataclass(frozen=True)
class Restored:
    """What was done: ``before`` is the backup that takes it back, "" where there was no book.

    ``sure`` is False when nothing tells which numbers of bundles were used since the backup.
    """

    backup: BackupRow
    before: str
    files: int
    sure: bool
    damaged_kept: str = ""


# Looking


def preview(workspace: Workspace, key: str) -> Preview:
    """Return what restoring would change; nothing is changed. Raises as ``backups.find``."""
    backup = backups.find(workspace.folder, key)
    _check_known(backup)
    path = backup.path / backup_places.BOOK
    then = _initiatives(path, backup)
    now: dict[str, tuple[Any, ...]] = {}
    counts: dict[str, int] = {}
    if workspace.link is None and workspace.database.path is not None:
        now = _initiatives(workspace.database.path, backup)
        with workspace.database.read() as session:
            counts = _counts(session)
    gone = [now[each] for each in now.keys() - then.keys()]
    back = [then[each] for each in then.keys() - now.keys()]
    other = [now[each] for each in now.keys() & then.keys() if now[each] != then[each]]
    changes = [
        Change(kind, code, title, at)
        for kind, rows in (("gone", gone), ("back", back), ("other", other))
        for code, title, at, *_ in rows
    ]
    newest = sorted(changes, key=lambda each: each.updated_at, reverse=True)[:_SHOWN]
    then_counts = {name: backup.about.counts.get(name, 0) for name in _COUNTED}
    return Preview(
        backups.row_of(backup),
        counts,
        then_counts,
        len(gone),
        len(back),
        len(other),
        tuple(newest),
        _keys(workspace, backup),
    )


_COUNTED = ("initiative", "revision", "bundle", "unit")


def _counts(session: Any) -> dict[str, int]:
    from sqlalchemy import text

    return {
        name: int(session.scalar(text(f"SELECT count(*) FROM {name}")) or 0) for name in _COUNTED
    }


def _initiatives(path: Path, backup: Backup) -> dict[str, tuple[Any, ...]]:
    """Return what tells an initiative's state, from a database that may be of an earlier schema."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as book:
            rows = book.execute(
                "SELECT id, code, title, updated_at, revision_hash, writing, recognition, "
                "submission, portal FROM initiative"
            )
            return {row[0]: row[1:] for row in rows}
    except sqlite3.Error as error:
        raise BadFile("SSK-944", name=backup.id) from error


def _keys(workspace: Workspace, backup: Backup) -> str:
    if not backup.about.sign_key:
        return "unknown"
    with contextlib.suppress(AppError):
        if workspace.started and workspace.keys.public.sign == backup.about.sign_key:
            return "same"
    return "other"


# Going back


def restore(workspace: Workspace, key: str, step: Step = no_step) -> Restored:
    """Go back to a backup; the book of now is backed up first, so this can be taken back.

    Raises BadFile SSK-944 for a damaged backup, SSK-946 for one of a newer program; NotAllowed
    SSK-945 for another book's, SSK-947 for a book on a server; Failed SSK-940 and following when
    the book of now cannot be backed up, SSK-949 when the disk refuses. Then nothing is changed.
    """
    if workspace.link is not None:
        raise NotAllowed("SSK-947")
    if workspace.moved is not None:
        raise NotAllowed("SSK-953", **_moved_facts(workspace))
    backup = backups.find(workspace.folder, key)
    _check_known(backup)
    _check_own(workspace, backup)
    backup_making.full_check(backup, reading_back, part_of(step, 0, 3))
    began = workspace.started
    before = ""
    if began:
        before = backups.create(workspace, backup_places.RESTORE, part_of(step, 1, 3)).backup.id
    known, sure = _heights(workspace.folder, backup)
    carried = Carried(
        {name: v for name in LOCAL_SETTINGS if (v := workspace.setting(name)) is not None}
        if began
        else {},
        known,
        restoring.erased_here(workspace.database),
    )
    stores = {name: getattr(workspace, name) for name in STORES}
    note = {"backup": backup.id, "before": before}
    files, prepared = _prepare(
        workspace.folder, stores, backup, carried, workspace.now(), note, part_of(step, 2, 3)
    )
    workspace.database.checkpoint()
    workspace.database.close()
    try:
        restoring.put_in_place(workspace.folder, prepared, reading_back)
    finally:
        workspace.reopen()
    backups.remember_restore(workspace.folder, before or None)
    if not sure:
        carrying.begin_above(workspace)
    return Restored(backups.row_of(backup), before, files, sure)


def undo(workspace: Workspace, step: Step = no_step) -> Restored:
    """Take the last restore back. Raises BadInput SSK-943 when there was none."""
    before = backups.before_last_restore(workspace.folder)
    if before is None:
        raise BadInput("SSK-943", name="before-restore")
    return restore(workspace, before, step)


def rescue(
    folder: Path, key: str, *, clock: Clock = system_clock, step: Step = no_step
) -> Restored:
    """Restore into a data folder whose book cannot be opened; the damaged one is kept aside.

    Raises as ``restore``; Failed SSK-011 while the folder is open elsewhere.
    """
    lock = hold_folder(folder)
    try:
        backup = backups.find(folder, key)
        _check_known(backup)
        backup_making.full_check(backup, reading_back, part_of(step, 0, 3))
        known, sure = _heights(folder, backup)
        stores = {name: AttachmentStore(folder / place) for name, place in STORES.items()}
        now = clock()
        note = {"backup": backup.id, "before": ""}
        files, prepared = _prepare(
            folder, stores, backup, Carried(heights=known), now, note, part_of(step, 2, 3)
        )
        kept = restoring.keep_damaged(folder, now)
        restoring.put_in_place(folder, prepared, reading_back)
        backups.remember_restore(folder, None)
    finally:
        lock.release()
    if not sure:
        with Workspace(folder, clock=clock) as workspace:
            carrying.begin_above(workspace)
    return Restored(backups.row_of(backup), "", files, sure, str(kept or ""))


def is_damaged(folder: Path, *, clock: Clock = system_clock) -> bool:
    """Return whether a data folder's book is damaged, so that only ``rescue`` helps."""
    try:
        Workspace(folder, clock=clock).close()
    except Failed as error:
        if error.code == "SSK-106":
            return True
        raise
    return False


def _prepare(
    folder: Path,
    stores: Mapping[str, AttachmentStore],
    backup: Backup,
    carried: Carried,
    now: datetime,
    note: Mapping[str, str],
    step: Step,
) -> tuple[int, Path]:
    erased = [row["hash"] for row in carried.erased]
    files = restoring.bring_files(backup, stores, erased, step)
    source = Proven(backup.path / backup_places.BOOK, backup.about.book_sha256)
    try:
        prepared = restoring.prepare_book(source, folder, carried, now, note, reading_back, step)
        heights.remember(folder / "keys", carried.heights)
    except OSError as error:
        raise Failed("SSK-949", cause=error.strerror or "") from error
    return files, prepared


def _heights(folder: Path, backup: Backup) -> tuple[Heights, bool]:
    """Return how far was numbered as far as anything tells, and whether that is sure.

    Where the folder remembers nothing, a stick or a second disk may have been put into a new PC:
    what left after its newest backup is not known, so some numbers are left out.
    """
    sure = heights.knows_heights(folder / "keys")
    places = {backup.place, backups.place_of(folder), *filter(None, [backups.second_place(folder)])}
    told = [
        each.about.numbers
        for place in places
        for each in backup_places.list_backups(place)
        if each.about.workspace_id == backup.about.workspace_id
    ]
    known = heights.higher(heights.remembered(folder / "keys"), backup.about.numbers, *told)
    if sure or not known.chains:
        return known, True
    above = {name: (number + _UNSURE, "") for name, (number, _mark) in known.chains.items()}
    return Heights(above, known.counters), False


def _check_known(backup: Backup) -> None:
    if backup.about.schema not in schema.VERSIONS:
        raise BadFile("SSK-946", program=backup.about.program)


def _check_own(workspace: Workspace, backup: Backup) -> None:
    """Refuse another book's backup; a folder without a book takes any."""
    if not workspace.started:
        return
    same_book = backup.about.workspace_id in ("", workspace.setting("workspace_id"))
    same_unit = backup.about.own.get("unit_id") in workspace.own_ids
    if not same_book and not same_unit:
        raise NotAllowed("SSK-945", unit=backup.about.own.get("name", ""))


def _moved_facts(workspace: Workspace) -> dict[str, Any]:
    from desktop_app.storage import moved_book

    return moved_book.facts(workspace.moved)
