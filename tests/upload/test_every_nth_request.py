"""Whatever goes wrong at every n-th request, the file arrives whole, or it is said and waits."""

import hashlib
from pathlib import Path

import pytest

from desktop_app.errors import AppError
from desktop_app.exchange.upload import line
from desktop_app.services import portal_address, uploading
from desktop_app.services.upload_sending import Surroundings, Uploaded, send_next
from desktop_app.workspace import Workspace
from tests.upload.faulty_proxy import FaultyProxy
from tests.upload.servers import TOKEN, TusServer, WebDavServer

STATUSES = ("400", "401", "403", "404", "409", "410", "413", "429", "460", "500", "503", "507")
FAULTS = ("refuse", "cut", "mute", "late", "twice", "half", *STATUSES)


def send(office: Workspace, around: Surroundings) -> Uploaded | AppError:
    try:
        sent = send_next(office, around)
    except AppError as error:
        return error
    assert sent is not None
    return sent


def send_with_faults(
    office: Workspace,
    proxy: FaultyProxy,
    file: Path,
    around: Surroundings,
    fault: str,
    every: int,
    connector: str = "tus",
    path: str = "/files/",
) -> tuple[Uploaded, bool]:
    """Send a file; when it does not pass, look at the queue and go on over a line that is whole."""
    proxy.strike(fault, every)
    row = uploading.add_file(office, file, proxy.url(path), connector)
    sent = send(office, around)
    if isinstance(sent, Uploaded):
        return sent, True
    (left,) = (r for r in uploading.list_uploads(office) if r.state != "done")
    assert (left.id, left.state, left.reason) == (row.id, "failed", sent.code)
    assert left.file == file and file.is_file()
    assert every == 1 or fault == "flip", f"{every} {sent} {proxy.seen[:99]!s}"
    proxy.strike("", 0)
    uploading.resume(office, row.id)
    sent = send(office, around)
    assert isinstance(sent, Uploaded)
    return sent, False


@pytest.mark.parametrize("fault", FAULTS)
def test_tus(
    office: Workspace,
    tus_server: TusServer,
    proxy: FaultyProxy,
    file: Path,
    around: Surroundings,
    fault: str,
) -> None:
    whole = hashlib.sha256(file.read_bytes()).hexdigest()
    send_with_faults(office, proxy, file, around, "", 0)
    number = proxy.count
    assert number == 7  # what it can do, begin, three pieces, how far, read back
    for every in range(1, number + 1):
        sent, passed = send_with_faults(office, proxy, file, around, fault, every)
        assert passed or every == 1, f"every {every}th: {proxy.seen}"
        assert sent.upload.state == "done"
        assert tus_server.digest(sent.upload.place) == whole
        assert sent.upload.checked == "whole"
        assert proxy.struck or not passed
    assert {row.state for row in uploading.list_uploads(office)} == {"done"}


@pytest.mark.parametrize(
    "fault", ["refuse", "cut", "mute", "late", "twice", "half", "404", "412", "503"]
)
def test_webdav(
    office: Workspace,
    webdav_server: WebDavServer,
    file: Path,
    around: Surroundings,
    fault: str,
) -> None:
    proxy = FaultyProxy(webdav_server.port)
    whole = hashlib.sha256(file.read_bytes()).hexdigest()
    file.rename(file.with_name(f"{fault}.zip"))
    file = file.with_name(f"{fault}.zip")
    portal_address.keep_token(office, proxy.url("/nhan/"), f"can-bo:{TOKEN}")
    try:
        send_with_faults(office, proxy, file, around, "", 0, "webdav", "/nhan/")
        number = proxy.count
        assert number == 4, proxy.seen  # what it can do, put, read back, rename
        for every in range(1, number + 1):
            (webdav_server.folder / "nhan" / file.name).unlink(missing_ok=True)
            sent, passed = send_with_faults(
                office, proxy, file, around, fault, every, "webdav", "/nhan/"
            )
            assert passed or every == 1, f"every {every}th: {proxy.seen}"
            name = sent.upload.place.rpartition("/")[2]
            arrived = (webdav_server.folder / "nhan" / name).read_bytes()
            assert hashlib.sha256(arrived).hexdigest() == whole
            assert sent.upload.checked == "whole"
    finally:
        proxy.close()


def test_a_changed_byte_never_counts_as_up(
    office: Workspace,
    tus_server: TusServer,
    proxy: FaultyProxy,
    file: Path,
    around: Surroundings,
) -> None:
    whole = hashlib.sha256(file.read_bytes()).hexdigest()
    for every in range(1, 8):
        sent, passed = send_with_faults(office, proxy, file, around, "flip", every)
        assert tus_server.digest(sent.upload.place) == whole
        # Of three pieces in a row none can be kept out of the way of every third request.
        assert not passed or every > 3


def test_a_checksum_finds_the_changed_piece_at_once(
    office: Workspace,
    tus_server: TusServer,
    proxy: FaultyProxy,
    file: Path,
    around: Surroundings,
) -> None:
    proxy.checks = True
    whole = hashlib.sha256(file.read_bytes()).hexdigest()
    for every in range(2, 8):
        sent, passed = send_with_faults(office, proxy, file, around, "flip", every)
        assert passed, proxy.seen
        assert tus_server.digest(sent.upload.place) == whole
        assert proxy.seen.count("POST") == 1


@pytest.mark.parametrize("every", [2, 3, 7])
def test_a_server_that_does_not_answer(
    office: Workspace,
    tus_server: TusServer,
    proxy: FaultyProxy,
    file: Path,
    around: Surroundings,
    monkeypatch: pytest.MonkeyPatch,
    every: int,
) -> None:
    monkeypatch.setattr(line, "_SECONDS_TO_ANSWER", 0.5)
    sent, passed = send_with_faults(office, proxy, file, around, "hang", every)
    assert passed
    assert tus_server.digest(sent.upload.place) == hashlib.sha256(file.read_bytes()).hexdigest()
