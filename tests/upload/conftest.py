"""Servers, the proxy with its faults, and a file to send; nothing rests in a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.exchange.upload import tus
from desktop_app.services.upload_sending import Surroundings
from tests.upload.faulty_proxy import FaultyProxy
from tests.upload.servers import TusServer, WebDavServer

PIECE = 40_000
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of this folder speak with its servers."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.network)


@pytest.fixture(scope="session")
def tus_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TusServer]:
    server = TusServer(tmp_path_factory.mktemp("tus"))
    yield server
    server.close()


@pytest.fixture(scope="session")
def webdav_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDavServer]:
    folder = tmp_path_factory.mktemp("webdav")
    (folder / "nhan").mkdir()
    server = WebDavServer(folder)
    yield server
    server.close()


@pytest.fixture
def proxy(tus_server: TusServer) -> Iterator[FaultyProxy]:
    made = FaultyProxy(tus_server.port)
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of three pieces, with a Vietnamese name."""
    monkeypatch.setattr(tus, "_PIECE", PIECE)
    path = tmp_path / "Bộ hồ sơ số 7 (tháng 11).zip"
    path.write_bytes(bytes(range(256)) * 380)
    return path


@pytest.fixture
def rests() -> list[float]:
    return []


@pytest.fixture
def around(rests: list[float]) -> Surroundings:
    return Surroundings(rest=rests.append, lot=lambda: 1.0)
