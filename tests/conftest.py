"""Shared by all tests: books with a clock that stands still, never the person's own keyring.

No test speaks with a network, and none of the program's code may try to: whoever does fails, but
for tests marked ``network``, which speak with servers of their own on this computer.
"""

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from desktop_app.services import cards, handover, inbox, setup, units, watching
from desktop_app.workspace import Workspace
from tests.faults import findings
from tests.samples import ready


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send what was tried and found in this process to the one that tells it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["findings"] = findings.counts()


class _Workers:
    """Gathers what the processes of a run found."""

    @staticmethod
    def pytest_testnodedown(node: Any) -> None:
        """Take over what one process found."""
        for subject, outcomes in getattr(node, "workeroutput", {}).get("findings", {}).items():
            for outcome, count in outcomes.items():
                findings.note(subject, outcome, count)


def pytest_configure(config: pytest.Config) -> None:
    """Ask to hear of the processes a run is made by."""
    if config.pluginmanager.hasplugin("xdist"):
        config.pluginmanager.register(_Workers())


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say at the end of a run what the fault tests tried and found."""
    lines = findings.lines()
    if lines:
        terminalreporter.section("faults tried and found")
        for line in lines:
            terminalreporter.line(line)


class _Network:
    """Watches every socket of this process; Qt's and libpq's own do not pass by Python.

    Nothing of ``QtNetwork`` is imported (``tests/test_house.py``), and libpq is given an address
    only by an office that set up its server.
    """

    EVENTS = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")

    def __init__(self) -> None:
        self.open, self.tried = True, list[str]()

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.open or event not in self.EVENTS:
            return
        first = arguments[0]
        if isinstance(first, socket.socket) and first.family not in (
            socket.AF_INET,
            socket.AF_INET6,
        ):
            return
        self.tried.append(event)
        raise RuntimeError(f"the network is forbidden here: {event}")


_network = _Network()
sys.addaudithook(_network)


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail whoever reaches for a network, even if the error was swallowed."""
    _network.open = request.node.get_closest_marker("network") is not None
    _network.tried.clear()
    yield
    _network.open = True
    assert _network.tried == [], "the program reached for the network"


HANOI = timezone(timedelta(hours=7))


class Clock:
    """A clock the test turns."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 10, 0, tzinfo=HANOI)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be opened is looked at again at once, not after a pause."""
    monkeypatch.setattr(watching, "pause", lambda: None)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def prepared_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Books begun once for all tests: an office, the same once it wrote a card, its team."""
    root = tmp_path_factory.mktemp("prepared")
    clock, carried = Clock(), root / "carried"
    clock.now -= timedelta(minutes=1)
    carried.mkdir()
    with Workspace(root / "office", clock=clock) as workspace:
        setup.start_office(workspace, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        units.add_unit(workspace, name="CĐCS Công ty May Sông Công", code="MSC")
    copy_book(root / "office", root / "office with a team")
    with Workspace(root / "office with a team", clock=clock) as workspace:
        card = cards.export_card(workspace, "MSC", carried)
    with Workspace(root / "team", clock=clock) as workspace:
        setup.start_team_with_card(workspace, card)
    return root


def copy_book(source: Path, target: Path) -> Path:
    """Copy the folder of a closed book."""
    skipped = shutil.ignore_patterns("workspace.lock*", "logs")
    return Path(shutil.copytree(source, target, ignore=skipped))


@pytest.fixture
def office(
    tmp_path: Path, clock: Clock, prepared_books: Path, request: pytest.FixtureRequest
) -> Iterator[Workspace]:
    name = "office with a team" if "team" in request.fixturenames else "office"
    source = prepared_books / name
    if "handed_in" in request.fixturenames:
        source = request.getfixturevalue("prepared_reports") / "office"
    with Workspace(copy_book(source, tmp_path / "office"), clock=clock) as workspace:
        yield workspace


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "carried"
    folder.mkdir()
    return folder


@pytest.fixture
def team(
    tmp_path: Path,
    clock: Clock,
    office: Workspace,
    files: Path,
    prepared_books: Path,
    request: pytest.FixtureRequest,
) -> Iterator[Workspace]:
    """A team that took its officer's card."""
    assert office.own.code == "KCNTN"
    source = prepared_books
    if "handed_in" in request.fixturenames:
        source = request.getfixturevalue("prepared_reports")
    shutil.copytree(source / "carried", files, dirs_exist_ok=True)
    with Workspace(copy_book(source / "team", tmp_path / "team"), clock=clock) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def prepared_reports(prepared_books: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same office and team once two reports were handed in; their ids in ``ids``."""
    root = tmp_path_factory.mktemp("handed in")
    clock = Clock()
    clock.now -= timedelta(seconds=30)
    shutil.copytree(prepared_books / "carried", root / "carried")
    team = copy_book(prepared_books / "team", root / "team")
    office = copy_book(prepared_books / "office with a team", root / "office")
    with Workspace(team, clock=clock) as sender, Workspace(office, clock=clock) as receiver:
        ids = [ready(sender, 1), ready(sender, 2)]
        bundle = handover.export_bundle(sender, root / "carried")
        handover.mark_handed_over(sender, bundle.bundle_id)
        assert inbox.take_in(receiver, [bundle.path]).all_well
    (root / "ids").write_text("\n".join(ids), encoding="ascii")
    return root


@pytest.fixture
def handed_in(team: Workspace, prepared_reports: Path) -> list[str]:
    """Two reports of the team that lie on the officer's desk."""
    assert team.own.code == "MSC"
    return (prepared_reports / "ids").read_text(encoding="ascii").split()
