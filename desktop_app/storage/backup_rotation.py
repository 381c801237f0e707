"""Which backups are kept, by age; the others go, and the files nothing refers to any more.

How many: ``resources/backups/rotation.json``. The clock of a PC may jump: so many of the newest
stay whatever their age says, the last good one among them.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path
from desktop_app.storage.backup_places import (
    GONE,
    Backup,
    list_backups,
    read_backup,
    read_list,
    store_of,
)


@dataclass(frozen=True)
class Rotation:
    """How long backups are kept; ``longer_days`` is for reasons that are kept all as long."""

    all_days: int
    daily_days: int
    weekly_weeks: int
    monthly_months: int
    longer_days: dict[str, int]
    at_least: int


@cache
def rotation() -> Rotation:
    """Return the rule this program comes with."""
    path = resource_path("backups", "rotation.json")
    return Rotation(**json.loads(path.read_text(encoding="utf-8")))


def to_keep(backups: Sequence[Backup], now: datetime, rule: Rotation) -> frozenset[str]:
    """Return the names of the backups that stay; each day, week and month keeps its newest."""
    newest = sorted(backups, key=lambda each: each.about.made_at, reverse=True)
    kept = {each.id for each in newest[: rule.at_least]}
    kept |= {
        each.id
        for each in newest
        if now - each.made_at
        <= timedelta(days=max(rule.all_days, rule.longer_days.get(each.about.reason, 0)))
    }
    spans: tuple[tuple[timedelta, Callable[[datetime], tuple[int, ...]]], ...] = (
        (timedelta(days=rule.daily_days), lambda day: (day.toordinal(),)),
        (timedelta(weeks=rule.weekly_weeks), lambda day: tuple(day.isocalendar()[:2])),
        (timedelta(days=31 * rule.monthly_months), lambda day: (day.year, day.month)),
    )
    for longest, bucket in spans:
        seen = set[tuple[int, ...]]()
        for each in newest:
            made = each.made_at.astimezone(now.tzinfo)
            if now - each.made_at <= longest and bucket(made) not in seen:
                seen.add(bucket(made))
                kept.add(each.id)
    return frozenset(kept)


def rotate(place: Path, now: datetime, rule: Rotation, spared: frozenset[str] = frozenset()) -> int:
    """Take away the backups of a place that are not kept; return how many.

    What cannot be deleted today stays for the next time.
    """
    backups = list_backups(place)
    kept = to_keep(backups, now, rule) | spared
    gone = 0
    for each in backups:
        if each.id in kept:
            continue
        leaving = place / f"{GONE}{each.id}"
        with contextlib.suppress(OSError):
            os.replace(each.path, leaving)  # no list shows it from here on, whatever follows
            shutil.rmtree(leaving, ignore_errors=True)
            gone += 1
    if gone:
        collect(place)
    return gone


def collect(place: Path) -> int:
    """Delete the files of a place no backup refers to; return how many.

    While there is one folder whose list cannot be read, nothing is deleted: it may refer to any.
    """
    wanted = set[str]()
    for folder in place.iterdir():
        if folder.name.startswith(".") or folder.name == store_of(place).folder.name:
            continue
        if folder.is_dir():
            try:
                wanted |= {file.sha256 for file in read_list(read_backup(folder))}
            except BadFile:
                return 0
    store, gone = store_of(place), 0
    for sha256 in store.all_kept():
        if sha256 not in wanted:
            store.discard(sha256)
            gone += 1
    return gone
