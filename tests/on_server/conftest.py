"""The same tests as for a book on one computer, with the office's book on a PostgreSQL server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.services import office_server, officers, setup, units
from desktop_app.storage.server import parse_address
from desktop_app.workspace import Workspace
from tests.conftest import Clock
from tests.postgres import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture
def address(server: Server) -> str:
    """A database with all tables and nothing in them."""
    return server.new_database()


@pytest.fixture
def office(tmp_path: Path, clock: Clock, address: str) -> Iterator[Workspace]:
    """An office whose book was moved to the server by its head, Hà."""
    with Workspace(tmp_path / "office", clock=clock) as workspace:
        setup.start_office(workspace, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        office_server.move_to_server(workspace, parse_address(address), "Hà")
        units.add_unit(workspace, name="CĐCS Công ty May Sông Công", code="MSC")
        yield workspace


@pytest.fixture
def second(tmp_path: Path, clock: Clock, address: str, office: Workspace) -> Iterator[Workspace]:
    """Another officer, Bình, with a computer of his own, confirmed by the head."""
    with Workspace(tmp_path / "second", clock=clock) as workspace:
        office_server.join(workspace, parse_address(address), "Bình")
        officers.confirm(office, officers.find_officer(office, "Bình").id)
        workspace.reopen()
        yield workspace
