"""The schema's version: created, brought up to date, or refused untouched when it is newer."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from desktop_app.errors import Failed
from desktop_app.storage.database import Database

VERSIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every step known to this program, oldest first: the files of ``migrations/versions``."""


def version_of(database: Database) -> str | None:
    """Return the schema version, None for an empty database."""
    with database.told_errors(), database.engine.connect() as connection:
        return _version(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_current(database: Database) -> bool:
    """Return whether nothing has to be done.

    Raises Failed SSK-107 for a database made by a newer program, which stays untouched.
    """
    version = version_of(database)
    if version is not None and version not in VERSIONS:
        raise Failed("SSK-107", version=version)
    return version == VERSIONS[-1]


def check_quickly(database: Database) -> None:
    """Look through the pages of an embedded database. Raises Failed SSK-106 for a damaged one."""
    with database.told_errors(), database.engine.connect() as connection:
        if connection.execute(text("PRAGMA quick_check(1)")).scalar() != "ok":
            raise Failed("SSK-106")


def bring_up_to_date(database: Database) -> None:
    """Run the missing steps in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = database.engine.execution_options(writes=True)
    with database.told_errors(), engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if not database.is_sqlite:
            _plain_texts(connection)


def _plain_texts(connection: Connection) -> None:
    """Let texts on a server be of any length and sort by their bytes, as in SQLite.

    So the same book gives the same lists in both, whatever locale the server was set up with,
    and nothing that fits into one is refused by the other. Done again after every step, for what
    the step added; columns that are so already are left alone.
    """
    columns = connection.execute(
        text(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND (data_type = 'character varying' "
            "OR (data_type = 'text' AND collation_name IS DISTINCT FROM 'C'))"
        )
    ).all()
    quote = connection.dialect.identifier_preparer.quote
    for table in sorted({table for table, _column in columns}):
        changes = ", ".join(
            f'ALTER COLUMN {quote(column)} TYPE text COLLATE "C"'
            for of, column in columns
            if of == table
        )
        connection.execute(text(f"ALTER TABLE {quote(table)} {changes}"))
