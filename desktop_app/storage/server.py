"""An office's own PostgreSQL server: its address, how it is spoken to, what its errors mean.

The driver (psycopg) is loaded only when an address of a server is opened: a team never needs it.
Errors are told by their SQLSTATE, which does not depend on the server's language:
https://www.postgresql.org/docs/current/errcodes-appendix.html
"""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from desktop_app.errors import BadInput, Failed, NotAllowed

WRITER_LOCK = 7_031_964_001
"""The number of the lock every writing transaction takes first: one writer at a time."""
_WAIT = "15s"
_NAMES = ("postgresql", "postgres", "postgresql+psycopg")


def parse_address(written: str) -> URL:
    """Return the address of a server, as ``postgresql://user@host:5432/book?sslmode=require``.

    Raises BadInput SSK-881 for what is none.
    """
    try:
        url = make_url(written.strip())
    except (ArgumentError, ValueError) as error:
        raise BadInput("SSK-881") from error
    if url.drivername not in _NAMES or not url.database:
        raise BadInput("SSK-881")
    given = url.query.get("password")
    if given is not None:  # libpq takes it there as well
        url = url.difference_update_query(["password"]).set(password=str(given))
    return url.set(drivername="postgresql")


def shown(url: URL) -> str:
    """Return an address as it may be shown and kept: without its password."""
    bare = URL.create(
        url.drivername,
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query=url.query,
    )
    return bare.render_as_string(hide_password=False)


def engine_for(url: URL) -> Engine:
    """Return an engine for a server; nothing is sent yet. Raises Failed SSK-880 without driver.

    Without a password in the address libpq looks for it itself: PGPASSFILE, ~/.pgpass.
    """
    options = {"connect_timeout": "8", "client_encoding": "utf8", "application_name": "SoSangKien"}
    # The server notices within a minute that a computer lost its power, and gives its locks free.
    seen = " ".join(f"-c tcp_keepalives_{n}" for n in ("idle=30", "interval=10", "count=3"))
    options["options"] = seen
    quiet = {"keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3"}
    given = {name: value for name, value in (options | quiet).items() if name not in url.query}
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            pool_size=4,
            connect_args=given,
        )
    except ImportError as error:
        raise Failed("SSK-880") from error
    event.listen(engine, "begin", _begin)
    return engine


def about_server(connection: Connection) -> tuple[str, bool, str]:
    """Return a server's version, whether what is said to it is encrypted, and its encoding."""
    version = connection.execute(text("SHOW server_version")).scalar_one()
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    own = text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    return str(version).split()[0], bool(connection.execute(own).scalar()), str(encoding)


def _begin(connection: Any) -> None:
    """Let one transaction write at a time, as with the embedded database.

    Each then sees everything the one before it wrote, so numbers are given once and a row that
    is looked for before it is added is not added twice. Readers never wait.
    """
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_WAIT}'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


_STATES = {
    "53100": Failed("SSK-883"),  # disk full
    "55P03": Failed("SSK-884"),  # lock not available
    "40P01": Failed("SSK-884"),  # deadlock
    "40001": Failed("SSK-884"),  # serialization failure
    "57014": Failed("SSK-884"),  # cancelled by a time limit of the server
    "28P01": BadInput("SSK-885"),  # password
    "28000": BadInput("SSK-885"),  # user, or the server's list of who may come from where
    "3D000": BadInput("SSK-886"),  # no such database
    "42501": NotAllowed("SSK-887"),  # privilege
    "25006": NotAllowed("SSK-887"),  # a server that only reads
    "23505": NotAllowed("SSK-105"),  # somebody else added the same
}
_GONE = ("08", "57P", "53", "58")  # connection, shut down, no resources, system error


def told(error: DBAPIError) -> Exception | None:
    """Return the told error for a trouble with a server, None when it is our bug."""
    state = getattr(error.orig, "sqlstate", None)
    if state in _STATES:
        known = _STATES[state]
        return type(known)(known.code)
    if error.connection_invalidated or (state or "").startswith(_GONE):
        return Failed("SSK-882")
    if state is None and type(error.orig).__name__ in ("OperationalError", "InterfaceError"):
        return _of_connecting(str(error.orig))
    if type(error.orig).__name__ == "ConnectionTimeout":
        return Failed("SSK-882")
    return None


def _of_connecting(said: str) -> Exception:
    """Return what kept a connection from being made: libpq gives words only, no SQLSTATE.

    The words are those of the server's messages in English; in another language everything is
    told as a server that does not answer.
    """
    if "password authentication failed" in said or "no password supplied" in said:
        return BadInput("SSK-885")
    if "no pg_hba.conf entry" in said or ("role " in said and "does not exist" in said):
        return BadInput("SSK-885")
    if "database " in said and "does not exist" in said:
        return BadInput("SSK-886")
    return Failed("SSK-882")
