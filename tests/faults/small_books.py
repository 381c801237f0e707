"""Books that are quick to begin: one small form without Word documents, nothing forced to disk.

What is tried with them is who knows what after which files came; that files reach the disk whole
is the subject of the kills and of the failing calls.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop_app.documents import summary_workbook
from desktop_app.services import cards, inbox, pack_check, setup, templates, units, watching
from desktop_app.services.pack_files import Pack
from desktop_app.storage import database
from desktop_app.workspace import Workspace
from tests.services.packs import form_bytes

UNIT = "CĐCS Công ty May Sông Công"
SURVEY = """
| type | name | label |
| text | initiative_title | Tên sáng kiến |
| text | recommendation | Đề nghị |
"""


class Clock:
    """A clock of one computer: runs on by itself, and is put forward and back by people."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 10, 0, tzinfo=timezone(timedelta(hours=7)))

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@cache
def small_pack() -> Pack:
    """Return a pack of two questions and no document."""
    return Pack({"form.xlsx": form_bytes(SURVEY, form_id="nho")})


@cache
def _form(files: tuple[tuple[str, bytes], ...]) -> Any:
    """Return the form of a pack, read once instead of with every file that carries it."""
    return pack_check.form_in(Pack(dict(files)))


@contextmanager
def quick(durable: bool = False) -> Iterator[pytest.MonkeyPatch]:
    """Begin books with the small pack; unless ``durable``, nothing waits for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "built_in_pack", small_pack)
        patch.setattr(watching, "pause", lambda: None)
        patch.setattr(templates, "form_in", lambda pack: _form(tuple(sorted(pack.files.items()))))
        patch.setattr(summary_workbook, "summary_workbook", lambda *_of: b"a list for people")
        if not durable:
            pragmas = database.sqlite_pragmas()
            lazy = tuple(p.replace("synchronous=FULL", "synchronous=OFF") for p in pragmas)
            assert lazy != pragmas
            patch.setattr(database, "sqlite_pragmas", lambda: lazy)
            patch.setattr(os, "fsync", lambda _file: None)
        yield patch


def make_books(root: Path) -> None:
    """Begin an office, the level above it, two computers of one team, and one without a card."""
    clock = Clock()
    for folder in ("cards", "above"):
        (root / folder).mkdir(parents=True)
    with Workspace(root / "office", clock=clock) as office:
        setup.start_office(office, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        units.add_unit(office, name=UNIT, code="MSC")
        card = cards.export_card(office, "MSC", root / "cards")
        with Workspace(root / "province", clock=clock) as province:
            setup.start_office(province, "LĐLĐ tỉnh Thái Nguyên", "TNG")
            units.add_unit(province, name=office.own.name, code="KCNTN")
            above = cards.export_card(province, "KCNTN", root / "above")
            agreed = inbox.Agreed(frozenset({province.keys.public.sign}))
        assert inbox.take_in(office, [above], agreed=agreed).files[0].opened
    for name in ("first", "second", "spare"):
        with Workspace(root / name, clock=clock) as team:
            setup.start_team_with_card(team, card)
    with Workspace(root / "alone", clock=clock) as alone:
        setup.start_team(alone, UNIT, "MSC")


def copy_book(source: Path, target: Path) -> None:
    """Copy a closed book, as a person copies its folder."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.lock", "logs"))
