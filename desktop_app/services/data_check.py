"""Looking through a whole book for damage, and mending what can be mended without loss.

Every check has a name, a code whose sentences say what it looks for and what to do, and a way to
mend where there is a safe one. Nothing is deleted that could be needed: it is set aside by day.
Before the first thing is mended the book is backed up.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import AppError, Failed
from desktop_app.messages import sentence
from desktop_app.services.data_checks import book_file, files, numbers, others, reports, texts
from desktop_app.services.data_checks.check import Book, Check, Hit
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, copying, schema
from desktop_app.storage.database import Database
from desktop_app.workspace import Workspace

_EXAMPLES = 5
_PARTS = 1000

CHECKS: tuple[Check, ...] = (
    *book_file.CHECKS,
    *texts.CHECKS,
    *files.CHECKS,
    *reports.CHECKS,
    *numbers.CHECKS,
    *others.CHECKS,
)
"""In the order they run: what others stand on first."""


@dataclass(frozen=True)
class CheckResult:
    """What a check found: how much, how much of it was mended, and what is left.

    ``code`` names its sentences; ``mendable``: something of it can be mended here, or was;
    ``examples`` are codes and identifiers, never what people wrote.
    """

    check: str
    code: str
    count: int
    mended: int
    left: int
    mendable: bool
    examples: tuple[str, ...]


@dataclass(frozen=True)
class DataCheck:
    """What a run found: the checks with findings, how many ran, and the backup made before."""

    found: tuple[CheckResult, ...]
    ran: int
    quick: bool
    backup: str = ""

    @property
    def left(self) -> int:
        """How many findings are left."""
        return sum(result.left for result in self.found)


def check_data(
    workspace: Workspace, *, mend: bool = False, quick: bool = False, step: Step = no_step
) -> DataCheck:
    """Run every check of this book, and mend what each found when asked to.

    ``quick`` leaves out reading every file. Damaged pages and lost tables of the database end the
    run: nothing behind them can be trusted. Raises Failed SSK-955 when no backup could be made;
    Cancelled leaves what was mended so far. On a server one officer mends at a time.
    """
    with workspace.database.alone("mend") if mend else nullcontext():
        return _run(Book(workspace, quick, step), mend)


def _run(book: Book, mend: bool) -> DataCheck:
    workspace, step = book.workspace, book.step
    checks = [c for c in CHECKS if (c.sqlite if book.is_sqlite else c.server)]
    whole = sum(check.weight for check in checks)
    found: list[CheckResult] = []
    backup = ""
    done = ran = 0
    for check in checks:
        step(done * _PARTS, whole * _PARTS)
        book.part = _part_of(step, done, check.weight, whole)
        hits = list(check.find(book))
        ran += 1
        done += check.weight
        if hits:
            can = [hit for hit in hits if hit.mendable] if check.mendable else []
            left = [hit for hit in hits if not (hit.mendable and check.mendable)]
            mendable = bool(can)
            if mend and can:
                backup = backup or str(before_mending(workspace))
                can = list(_mend(book, check, can))
            left += can
            found.append(_result(check, hits, left, mendable))
            if any(hit.final for hit in left):
                break
    step(whole * _PARTS, whole * _PARTS)
    return DataCheck(tuple(found), ran, book.quick, backup)


def _part_of(step: Step, before: int, weight: int, whole: int) -> Step:
    def part(done: int, all_: int) -> None:
        step(before * _PARTS + done * weight * _PARTS // max(1, all_), whole * _PARTS)

    return part


def _mend(book: Book, check: Check, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Mend what a check found in one transaction, and note it; return what is left."""
    left = check.mend_alone(book, hits) if check.mend_alone is not None else hits
    with book.workspace.database.write() as session:
        if check.mend is not None:
            left = check.mend(book, session, hits)
        if len(left) < len(hits):
            mended = len(hits) - len(left)
            audit.note(session, book.workspace.now(), "mend", check=check.code, count=mended)
    return left


def _result(check: Check, hits: Sequence[Hit], left: Sequence[Hit], mendable: bool) -> CheckResult:
    examples = dict.fromkeys(hit.example for hit in (left or hits) if hit.example)
    return CheckResult(
        check.name,
        check.code,
        len(hits),
        len(hits) - len(left),
        len(left),
        mendable,
        tuple(examples)[:_EXAMPLES],
    )


def told(result: CheckResult, language: str, part: str = "text") -> str:
    """Return a sentence about what a check found: ``name``, ``text``, ``lost`` or ``action``."""
    return sentence(result.code, language, part, number=result.count)


# Before anything is mended


def before_mending(workspace: Workspace) -> Path:
    """Back the book up and look at the copy; return where it is. Raises Failed SSK-955.

    The one place that says how: a copy of the database beside the backups. Files are not in it,
    none is deleted by mending.
    """
    stamp = f"{workspace.now():%Y%m%d-%H%M%S}"
    target = workspace.folder / "backups" / f"before-mending-{stamp}.sqlite3"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        if workspace.database.is_sqlite:
            _vacuum_into(workspace.database, target)
        else:
            _copy_from_server(workspace.database, target)
    except (OSError, sqlite3.Error, AppError) as error:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise Failed("SSK-955") from error
    return target


def _vacuum_into(database: Database, target: Path) -> None:
    # Past SQLAlchemy, which would begin a transaction: a copy is made outside of any.
    with closing(database.engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as copy:
        said = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if said != "ok" or copy.execute("SELECT count(*) FROM alembic_version").fetchone() != (1,):
            raise sqlite3.DatabaseError(said)


def _copy_from_server(database: Database, target: Path) -> None:
    book = Database(target)
    try:
        schema.bring_up_to_date(book)
        with database.read() as source, book.write() as copied:
            there = copying.copy(source, copied, lambda _rows: None)
            if copying.digest(copied) != there:
                raise Failed("SSK-955")
    finally:
        book.close()
