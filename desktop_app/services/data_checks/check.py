"""What a check is: how damage is found, and how what can be mended is mended."""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.services.steps import Step, no_step
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.inspection import needed_files
from desktop_app.storage.inspection.needed_files import Needed
from desktop_app.storage.server_link import write_json
from desktop_app.storage.stored_files import DatabaseStore
from desktop_app.workspace import STORES, Workspace

ASIDE = "set-aside-by-check"
"""The folder below the data where the check puts what it takes away, by day."""


@dataclass(frozen=True)
class Hit:
    """One thing that is wrong: a code or an identifier for people, and what mending needs.

    ``final``: no other check can be trusted while it stands.
    """

    example: str
    data: Any = None
    mendable: bool = True
    final: bool = False


@dataclass
class Book:
    """A book under the check. ``quick`` leaves out what reads every file."""

    workspace: Workspace
    quick: bool = False
    step: Step = no_step
    part: Step = field(default=no_step)
    """How far the check that runs now is."""

    @property
    def is_sqlite(self) -> bool:
        """Whether the book is a file on this computer."""
        return self.workspace.database.is_sqlite

    @cached_property
    def aside(self) -> Path:
        """The folder of today for what the check takes away."""
        return self.workspace.folder / ASIDE / self.workspace.today().isoformat()

    def stores(self) -> dict[str, AttachmentStore]:
        """Return the three stores of files by their folder's name."""
        return {folder: getattr(self.workspace, name) for name, folder in STORES.items()}

    @cached_property
    def needed(self) -> dict[str, Needed]:
        """The files of the store of attachments the book needs, by hash; read once a run."""
        found: dict[str, Needed] = {}
        with self.workspace.database.read() as session:
            for each in needed_files.needed_files(session):
                known = found.get(each.sha256)
                if known is None or (known.size is None and each.size is not None):
                    found[each.sha256] = each
        return found

    def kept(self, store: AttachmentStore) -> set[str]:
        """Return the hashes of the files of a store, here and in the database of a server."""
        here = set(store.all_kept())
        return here | set(store.all_stored()) if isinstance(store, DatabaseStore) else here

    def put_aside(self, path: Path, name: str) -> Path:
        """Move a file into the folder of today, under a name of its own there."""
        target = self.aside / name
        number = 1
        while target.exists():
            number += 1
            target = self.aside / f"{name}.{number}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)
        return target

    def keep_rows(self, check: str, rows: Sequence[Any]) -> None:
        """Write down what rows held before they are taken out or changed."""
        self.aside.mkdir(parents=True, exist_ok=True)
        path = self.aside / f"rows-{check}.json"
        kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        write_json(path, json.loads(json.dumps([*kept, *rows], default=str)))


Find = Callable[[Book], Sequence[Hit]]
Mend = Callable[[Book, Session, Sequence[Hit]], Sequence[Hit]]
MendAlone = Callable[[Book, Sequence[Hit]], Sequence[Hit]]


@dataclass(frozen=True)
class Check:
    """A kind of damage: its name, the code of its sentences, how it is found and mended.

    ``mend`` returns what is left; ``mend_alone`` does so with transactions of its own. With neither
    only a backup helps. ``sqlite`` and ``server`` say where there is such a thing at all; the
    longer it takes the greater its ``weight``.
    """

    name: str
    code: str
    find: Find
    mend: Mend | None = None
    sqlite: bool = True
    server: bool = True
    mend_alone: MendAlone | None = None
    weight: int = 1

    @property
    def mendable(self) -> bool:
        """Whether something can be done about it here."""
        return self.mend is not None or self.mend_alone is not None
