"""A real PostgreSQL server for the tests: made, started and stopped here, reached by a socket.

The programs come from the system's package (packaging/system_packages.sh installs it). Each test
process has a server of its own, in a short-lived folder, without network; each test a database of
its own, copied from one that has all tables already.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, text

from desktop_app.storage import schema
from desktop_app.storage.database import Database

# What was committed stays when a test stops the server at once: only the power must not go.
_OPTIONS = "-c fsync=off -c full_page_writes=off -c max_connections=60"


ASKED = "asked_for_a_password"
"""A user, made by who needs it, whom the server asks for a password at the socket too."""


def programs() -> Path:
    """Return the folder of initdb and pg_ctl."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    beside = shutil.which("initdb")
    if not found and beside is None:
        raise RuntimeError("PostgreSQL is missing: install it (apt-get install postgresql)")
    return found[-1].parent if found else Path(str(beside)).resolve().parent


class Server:
    """A server with one superuser, ``postgres``, who needs no password at the socket."""

    def __init__(self) -> None:
        # A socket's whole path has about a hundred letters at most: not below pytest's folder.
        self.folder = Path(tempfile.mkdtemp(prefix="ssk-pg-", dir="/tmp"))
        self.data = self.folder / "data"
        self._number = 0
        self._running = False
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self._run(
            "initdb",
            *("-D", str(self.data), "-U", "postgres", "-A", "trust", "--no-sync"),
            *("-E", "UTF8", "--locale", "C.UTF-8"),
        )
        rules = self.data / "pg_hba.conf"
        before = rules.read_text(encoding="utf-8")
        rules.write_text(f"local all {ASKED} scram-sha-256\n{before}", encoding="utf-8")
        self.start()
        self._make("migrated", "template0")
        database = Database(self.url("migrated"))
        schema.bring_up_to_date(database)
        database.close()

    def _run(self, program: str, *arguments: str) -> None:
        # As root the server refuses to run: the package's own user does.
        as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        done = subprocess.run(
            [*as_user, str(programs() / program), *arguments],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}")

    def start(self) -> None:
        """Start the server and wait until it answers."""
        if self._running:
            return
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} {_OPTIONS}"
        log = ("-l", str(self.folder / "log"))
        self._run("pg_ctl", "-D", str(self.data), "-w", "-s", *log, "-o", options, "start")
        self._running = True

    def stop(self, mode: str = "immediate") -> None:
        """Stop it; ``immediate`` is as if the power went."""
        if not self._running:
            return
        self._run("pg_ctl", "-D", str(self.data), "-w", "-s", "-m", mode, "stop")
        self._running = False

    def close(self) -> None:
        """Stop it for good."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str, user: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def new_database(self, template: str = "migrated") -> str:
        """Make a database and return its address; ``template0`` gives one without tables."""
        self._number += 1
        name = f"book{self._number}"
        self._make(name, template)
        return self.url(name)

    def execute(self, statement: str, database: str = "postgres") -> None:
        """Run a statement outside of any transaction."""
        address = self.url(database).replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def _make(self, name: str, template: str) -> None:
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
