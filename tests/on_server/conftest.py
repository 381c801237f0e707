"""The same tests as for a book on one computer, with the office's book on a PostgreSQL server."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.services import cards, office_server, officers, setup, units
from desktop_app.storage import server_link
from desktop_app.storage.server import parse_address, shown
from desktop_app.workspace import Workspace
from tests.conftest import Clock
from tests.postgres import Server

# The long run carries everything over a server as well; every day the loop, withdrawals, the
# published figures and what only a server can do are enough.
collect_ignore = [] if os.environ.get("TORTURE") else ["test_carrying.py"]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture
def address(server: Server) -> str:
    """A database with all tables and nothing in them."""
    return server.new_database()


@pytest.fixture(scope="session")
def prepared(server: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An office whose book was moved to the server by its head, Hà: data folder and database."""
    folder, url = tmp_path_factory.mktemp("prepared"), parse_address(server.new_database())
    with Workspace(folder, clock=Clock()) as workspace:
        setup.start_office(workspace, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        office_server.move_to_server(workspace, url, "Hà")
        units.add_unit(workspace, name="CĐCS Công ty May Sông Công", code="MSC")
    return folder, str(url.database)


@pytest.fixture
def office_address(server: Server, prepared: tuple[Path, str]) -> str:
    """The database the office of this test has its book in."""
    return server.new_database(prepared[1])


@pytest.fixture
def office(
    tmp_path: Path, clock: Clock, office_address: str, prepared: tuple[Path, str]
) -> Iterator[Workspace]:
    """The prepared office with a data folder and a database of its own."""
    folder = Path(shutil.copytree(prepared[0], tmp_path / "office"))
    link = server_link.read_link(folder)
    assert link is not None
    address = shown(parse_address(office_address))
    server_link.write_link(folder, replace(link, url=address))
    clock.now += timedelta(minutes=1)
    with Workspace(folder, clock=clock) as workspace:
        yield workspace


@pytest.fixture
def second(
    tmp_path: Path, clock: Clock, office_address: str, office: Workspace
) -> Iterator[Workspace]:
    """Another officer, Bình, with a computer of his own, confirmed by the head."""
    with Workspace(tmp_path / "second", clock=clock) as workspace:
        office_server.join(workspace, parse_address(office_address), "Bình")
        officers.confirm(office, officers.find_officer(office, "Bình").id)
        workspace.reopen()
        yield workspace


@pytest.fixture
def team(tmp_path: Path, clock: Clock, office: Workspace, files: Path) -> Iterator[Workspace]:
    """A team that took the card of the office on the server."""
    card = cards.export_card(office, "MSC", files)
    with Workspace(tmp_path / "team", clock=clock) as workspace:
        setup.start_team_with_card(workspace, card)
        yield workspace
