"""The database of a backup: copied by SQLite itself, opened again, checked and counted."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.errors import BadFile, Cancelled, Failed
from desktop_app.storage.backup_places import Step
from desktop_app.storage.database import Database, told_by_sqlite
from desktop_app.storage.heights import Heights, chain_name
from desktop_app.storage.schema import VERSIONS
from desktop_app.storage.settings import COUNTERS

_TRIES = 3
_EVERY = 200_000  # steps of SQLite's own machine between two questions whether to go on


@dataclass(frozen=True)
class BookFacts:
    """What a database holds: its schema, rows of each table, whose book, how far it numbered."""

    schema: str
    counts: Mapping[str, int]
    workspace_id: str
    own: Mapping[str, str]
    heights: Heights


def copy_book(database: Database, target: Path, step: Step) -> BookFacts:
    """Copy the database of a book with VACUUM INTO and return what it held.

    Nobody has to stop for it: when something was written meanwhile it is done once more, the last
    time while writers wait. Raises Failed SSK-106 for a damaged one, Cancelled.
    """
    with database.told_errors():
        for attempt in range(_TRIES):
            if attempt == _TRIES - 1:
                with database.write(asked=False):
                    facts = _copied(database, target, step)
            else:
                facts = _copied(database, target, step)
            if facts is not None:
                return facts
    raise Failed("SSK-102")


def _copied(database: Database, target: Path, step: Step) -> BookFacts | None:
    """Copy once; None when somebody wrote meanwhile."""
    target.unlink(missing_ok=True)
    # Past SQLAlchemy: VACUUM may not stand in a transaction, and every one of its own begins one.
    try:
        connection = database.engine.raw_connection()
    except sqlite3.DatabaseError as error:
        raise told_by_sqlite(error) or error from error
    try:
        raw: Any = connection.driver_connection
        # Closed at once: a cursor an error holds on to would keep the file open.
        with _asked(raw, step), closing(raw.cursor()) as cursor:
            ask = _asking(cursor)
            before = ask("PRAGMA data_version")
            facts = _facts(ask)
            cursor.execute("VACUUM INTO ?", (str(target),))
            return facts if ask("PRAGMA data_version") == before else None
    except sqlite3.DatabaseError as error:
        told = told_by_sqlite(error)
        if told is None:
            raise
        raise told from error
    finally:
        connection.close()


@contextmanager
def _asked(connection: Any, step: Step) -> Iterator[None]:
    """Ask now and then, while SQLite works, whether to go on; raises what the step raised."""
    stopped: list[BaseException] = []

    def stop() -> int:
        try:
            step(0, 0)
        except Cancelled as error:
            stopped.append(error)
        return len(stopped)

    connection.set_progress_handler(stop, _EVERY)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _asking(cursor: Any) -> Callable[[str], list[Any]]:
    def ask(sql: str) -> list[Any]:
        cursor.execute(sql)
        return list(cursor.fetchall())

    return ask


def check_book(path: Path, step: Step) -> BookFacts:
    """Open a copied database for reading alone, look through all of it, return what it holds.

    Raises BadFile SSK-944 for one that is damaged, SSK-946 for one of a newer program; Cancelled.
    """
    try:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with (
            closing(sqlite3.dbapi2.connect(address, uri=True)) as connection,
            _asked(connection, step),
            closing(connection.cursor()) as cursor,
        ):
            ask = _asking(cursor)
            if ask("PRAGMA integrity_check(1)") != [("ok",)]:
                raise BadFile("SSK-944", name=path.parent.name)
            facts = _facts(ask)
    except (sqlite3.Error, ValueError, TypeError, KeyError, IndexError) as error:
        raise BadFile("SSK-944", name=path.parent.name) from error
    if facts.schema not in VERSIONS:
        raise BadFile("SSK-946", program=facts.schema)
    return facts


def _facts(ask: Any) -> BookFacts:
    found = ask("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    tables = [name for name, sql in found if sql and not sql.upper().startswith("CREATE VIRTUAL")]
    counts = {
        name: int(ask(f'SELECT count(*) FROM "{name}"')[0][0])
        for name in tables
        if not name.startswith("sqlite_")
    }
    (schema,) = ask("SELECT version_num FROM alembic_version")[0]
    settings = {name: _json(value) for name, value in ask("SELECT name, value FROM setting")}
    own = settings.get("own")
    chains = ask(
        "SELECT sender_key, recipient_unit, max(sequence), inner_sha256 FROM bundle "
        "WHERE direction = 'out' GROUP BY sender_key, recipient_unit"
    )
    return BookFacts(
        str(schema),
        counts,
        str(settings.get("workspace_id", "")),
        {name: str(value) for name, value in own.items()} if isinstance(own, dict) else {},
        Heights(
            {chain_name(key, unit): (int(number), str(mark)) for key, unit, number, mark in chains},
            {
                name: number
                for name, number in settings.items()
                if name.startswith(COUNTERS) and isinstance(number, int)
            },
        ),
    )


def _json(text: str) -> Any:
    """Return a setting's value; a broken one is not what keeps the others from being backed up."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
