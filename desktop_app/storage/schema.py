"""The schema's version: created, brought up to date, or refused untouched when it is newer."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from desktop_app.errors import Failed
from desktop_app.storage.database import Database

VERSIONS = ("0001", "0002", "0003", "0004")
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
