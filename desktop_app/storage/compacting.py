"""Making a database forget what was deleted: no byte of it is left in its file."""

from sqlalchemy import text

from desktop_app.storage.database import Database

_REWRITTEN = (
    *("initiative", "draft", "draft_copy", "draft_step", "revision", "recognition_record"),
    *("verdict", "relayed", "bundle", "bundle_item", "review_note", "score_sheet", "setting"),
    *("unit_officer", "council_member", "unit_event", "chain_note", "quarantined", "audit"),
    *("likeness_text", "likeness_mark", "likeness", "stored_file", "stored_piece"),
)


def forget_deleted(database: Database) -> None:
    """Write the database anew, so that what was deleted or replaced is gone from it.

    SQLite: the word index is built anew, then the whole file; its journal is emptied. PostgreSQL:
    the tables that name people are written anew; its log and its own backups are the server's.
    Raises Failed as the database does; calling it again is safe.
    """
    plain = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    with database.told_errors():
        if not database.is_sqlite:
            with plain.connect() as connection:
                connection.execute(text("SET lock_timeout = '30s'"))
                for table in _REWRITTEN:
                    connection.execute(text(f"VACUUM (FULL) {table}"))
                connection.invalidate()
            return
        with database.write(asked=False) as session:
            session.execute(
                text("INSERT INTO initiative_search(initiative_search) VALUES ('rebuild')")
            )
            session.execute(
                text("INSERT INTO initiative_search(initiative_search) VALUES ('optimize')")
            )
        raw = database.engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()
            cursor.close()
        finally:
            raw.close()
