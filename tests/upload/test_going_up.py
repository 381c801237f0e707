"""One upload from end to end, and what stands in its way."""

import hashlib
import logging
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import AppError, BadInput, Cancelled, Failed, NotAllowed
from desktop_app.exchange.upload.addresses import read_address, within
from desktop_app.exchange.upload.troubles import Refused
from desktop_app.services import portal_address, uploading
from desktop_app.services.pace import Pace
from desktop_app.services.upload_sending import Surroundings, send_next
from desktop_app.workspace import Workspace
from tests.upload.conftest import PIECE
from tests.upload.faulty_proxy import FaultyProxy
from tests.upload.servers import ROOT, TOKEN


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refusal(office, around, code):
    with pytest.raises(AppError) as raised:
        send_next(office, around)
    assert raised.value.code == code
    return raised.value


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://cong.example.vn/", "SSK-921"),
        ("ftp://cong.example.vn/", "SSK-920"),
        ("https://can-bo:mat-khau@cong.example.vn/", "SSK-920"),
        ("https://cong example.vn/", "SSK-920"),
        ("https:///nhan", "SSK-920"),
        ("https://cong.example.vn:99999/", "SSK-920"),
        ("", "SSK-920"),
    ],
)
def test_addresses_that_are_none(address, code):
    with pytest.raises(BadInput) as raised:
        read_address(address)
    assert raised.value.code == code
    assert "mat-khau" not in str(raised.value)


def test_addresses_are_written_as_they_go_over_the_line():
    assert read_address(" https://Cổng.vn/nhận tệp ".replace(" tệp", "%20tệp")).url.isascii()
    assert read_address("https://a.vn:443/x").url == "https://a.vn/x"
    assert read_address("http://127.0.0.1:9/x").url == "http://127.0.0.1:9/x"
    assert read_address("http://[::1]:9/x").url == "http://[::1]:9/x"


@pytest.mark.parametrize(
    "place", ["https://b.vn/1", "http://a.vn/1", "https://a.vn:8443/1", "//b.vn/1"]
)
def test_a_server_cannot_send_us_elsewhere(place):
    with pytest.raises(Refused) as raised:
        within(read_address("https://a.vn/files/"), place)
    assert raised.value.code == "SSK-930"


def test_places_relative_and_whole(office, tus_server, file, around):
    for name in ("files", "far"):
        uploading.add_file(office, file, tus_server.url(name))
        sent = send_next(office, around)
        assert sent.upload.place.startswith(tus_server.url(name))
        assert tus_server.digest(sent.upload.place) == digest(file)
    assert send_next(office, around) is None


def test_what_could_be_compared_is_said(office, tus_server, proxy, file, around):
    uploading.add_file(office, file, tus_server.url("silent"))
    assert send_next(office, around).upload.checked == "length"
    proxy.checks = True
    uploading.add_file(office, file, proxy.url("/silent/"))
    assert send_next(office, around).upload.checked == "pieces"


def test_a_redirect_is_not_followed(office, proxy, file, around):
    proxy.strike("307", 2)
    proxy.headers["Location"] = "https://xau.example.vn/lay-ma"
    uploading.add_file(office, file, proxy.url())
    proxy.every = 1
    assert "xau.example.vn" in str(refusal(office, around, "SSK-930").facts)


def test_too_large_is_said_before(office, proxy, tmp_path, around):
    file = tmp_path / "to.zip"
    file.write_bytes(b"x" * 100_001)
    uploading.add_file(office, file, proxy.url("/small/"))
    error = refusal(office, around, "SSK-926")
    assert (error.facts["size"], error.facts["limit"]) == ("101 KB", "100 KB")
    assert proxy.seen == ["OPTIONS"]


def test_rests_grow_and_what_the_server_asks_for_is_kept(office, proxy, file, around, rests):
    proxy.strike("refuse", 1)
    uploading.add_file(office, file, proxy.url())
    refusal(office, around, "SSK-923")
    assert rests == [1, 2, 4, 8, 16, 32, 60]
    rests.clear()
    proxy.strike("429", 1)
    proxy.headers["Retry-After"] = "17"
    uploading.resume(office, uploading.list_uploads(office)[0].id)
    refusal(office, replace(around, lot=lambda: 0), "SSK-927")
    assert rests[:6] == [17, 17, 17, 17, 17, 17] and rests[6] == 32 - 2
    proxy.headers["Retry-After"] = "9999"
    rests.clear()
    uploading.resume(office, uploading.list_uploads(office)[0].id)
    refusal(office, around, "SSK-927")
    assert rests == []


def test_a_file_that_changed_begins_again(office, tus_server, proxy, file, around):
    proxy.strike("", 0)
    uploading.add_file(office, file, proxy.url())

    def change(going):
        if going.done == 2 * PIECE and proxy.seen.count("POST") == 1:
            file.write_bytes(b"khac " * 30_000)

    sent = send_next(office, replace(around, told=change))
    assert proxy.seen.count("POST") == 2 and "DELETE" in proxy.seen
    assert sent.upload.size == 150_000
    assert sent.upload.sha256 == digest(file) == tus_server.digest(sent.upload.place)


def test_a_file_that_was_only_touched_goes_on(office, proxy, file, around):
    uploading.add_file(office, file, proxy.url())
    os.utime(file, ns=(1, 1))
    send_next(office, around)
    assert proxy.seen.count("POST") == 1


def test_a_file_that_is_gone_is_said_and_waits(office, tus_server, file, around):
    row = uploading.add_file(office, file, tus_server.url())
    away = file.rename(file.with_name("cho khac.zip"))
    refusal(office, around, "SSK-922")
    away.rename(file)
    uploading.resume(office, row.id)
    assert send_next(office, around).upload.state == "done"


def test_an_upload_that_expired_begins_again(office, tus_server, file, around):
    row = uploading.add_file(office, file, tus_server.url())
    stop = replace(around, told=lambda going: stopped.append(1) if going.done > PIECE else None)
    stopped = []
    with pytest.raises(Cancelled):
        send_next(office, replace(stop, should_stop=lambda: bool(stopped)))
    kept = uploading.find_upload(office, row.id)
    assert kept.state == "paused" and kept.sent >= PIECE
    tus_server.file(kept.place).unlink()
    tus_server.file(kept.place).with_name(tus_server.file(kept.place).name + ".json").unlink()
    uploading.resume(office, row.id)
    sent = send_next(office, around)
    assert sent.upload.place != kept.place
    assert tus_server.digest(sent.upload.place) == digest(file)


def test_killed_in_the_middle_it_goes_on(tmp_path, office, tus_server, proxy, file, around, clock):
    folder = office.folder
    row = uploading.add_file(office, file, proxy.url())
    office.close()
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.upload.killed_child", folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    with child:
        for line in child.stdout:
            if int(line.split()[1]) >= 2 * PIECE:
                break
        child.kill()
    with Workspace(folder, clock=clock) as book:
        left = uploading.find_upload(book, row.id)
        assert left.state == "sending" and left.sent >= PIECE
        proxy.strike("", 0)
        sent = send_next(book, around)
    assert proxy.seen[:2] == ["OPTIONS", "HEAD"] and "POST" not in proxy.seen
    assert proxy.seen.count("PATCH") < 3
    assert tus_server.digest(sent.upload.place) == digest(file)


def test_the_token_is_kept_beside_the_book_and_nowhere_else(office, proxy, file, around, caplog):
    caplog.set_level(logging.DEBUG)
    address = proxy.url("/guarded/")
    uploading.add_file(office, file, address)
    error = refusal(office, around, "SSK-925")
    assert error.facts["status"] == 401
    portal_address.set_portal_address(office, address)
    portal_address.keep_token(office, address, f" {TOKEN}\n")
    assert portal_address.portal_address(office).has_token
    uploading.resume(office, uploading.list_uploads(office)[0].id)
    assert send_next(office, around).upload.checked == "whole"
    holding = [
        path.relative_to(office.folder).as_posix()
        for path in office.folder.rglob("*")
        if path.is_file() and TOKEN.encode() in path.read_bytes()
    ]
    assert holding == ["keys/upload-tokens.json"]  # this test has no keyring
    assert (office.folder / holding[0]).stat().st_mode & 0o077 == 0
    assert TOKEN not in caplog.text and TOKEN not in str(error)
    portal_address.forget_portal_address(office)
    assert TOKEN not in (office.folder / holding[0]).read_text()
    assert portal_address.portal_address(office) is None


def test_the_token_is_in_the_keyring_where_there_is_one(office, monkeypatch):
    import keyring

    kept = {}
    monkeypatch.setattr(keyring, "set_password", lambda s, e, t: kept.update({(s, e): t}))
    monkeypatch.setattr(keyring, "get_password", lambda s, e: kept.get((s, e)))
    monkeypatch.setattr(keyring, "delete_password", lambda s, e: kept.pop((s, e)))
    address = "https://cong.example.vn/nhan/"
    portal_address.keep_token(office, address, TOKEN)
    assert list(kept.values()) == [TOKEN]
    assert TOKEN not in (office.folder / "keys" / "upload-tokens.json").read_text()
    assert portal_address.token_of(office, read_address(address)) == TOKEN
    there = dict(kept)
    kept.clear()  # locked today
    with pytest.raises(Failed) as raised:
        portal_address.token_of(office, read_address(address))
    assert raised.value.code == "SSK-933"
    kept.update(there)
    portal_address.forget_token(office, address)
    assert not kept
    for token in ("", "mã", "a\nb", "x" * 5000):
        with pytest.raises(BadInput, match="SSK-939"):
            portal_address.keep_token(office, address, token)


def test_a_server_that_speaks_otherwise(office, tus_server, webdav_server, file, around):
    uploading.add_file(office, file, tus_server.url(), "webdav")
    refusal(office, around, "SSK-928")
    uploading.remove(office, uploading.list_uploads(office)[0].id)
    portal_address.keep_token(office, webdav_server.url(), f"can-bo:{TOKEN}")
    uploading.add_file(office, file, webdav_server.url(), "tus")
    refusal(office, around, "SSK-928")
    with pytest.raises(BadInput, match="SSK-928"):
        portal_address.try_address(office, webdav_server.url(), "tus-2")
    tried = portal_address.try_address(office, tus_server.url("small"), "tus")
    assert tried.largest == 100_000


def test_another_file_of_the_name_stays(office, webdav_server, file, around):
    portal_address.keep_token(office, webdav_server.url(), f"can-bo:{TOKEN}")
    uploading.add_file(office, file, webdav_server.url(), "webdav")
    first = send_next(office, around)
    file.write_bytes(b"khac")
    uploading.add_file(office, file, webdav_server.url(), "webdav")
    second = send_next(office, around)
    assert first.upload.place.endswith("/nhan/bo-ho-so-so-7-thang-11.zip")
    assert second.upload.place.endswith("/nhan/bo-ho-so-so-7-thang-11_2.zip")
    uploading.add_file(office, file, webdav_server.url(), "webdav")
    assert send_next(office, around).upload.place == second.upload.place
    assert not list((webdav_server.folder / "nhan").glob(".ssk*"))


def test_order_pause_and_removal(office, tus_server, tmp_path, around):
    rows = []
    for number in range(4):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(b"x" * (number + 1))
        rows.append(uploading.add_file(office, path, tus_server.url()))
    assert uploading.add_file(office, tmp_path / "0.zip", tus_server.url()).id == rows[0].id
    uploading.move(office, rows[3].id, -9)
    uploading.move(office, rows[0].id, 1)
    uploading.pause(office, rows[3].id)
    uploading.remove(office, rows[2].id)
    names = [row.file.name for row in uploading.list_uploads(office)]
    assert names == ["3.zip", "1.zip", "0.zip"]
    assert send_next(office, around).upload.file.name == "1.zip"
    assert send_next(office, around).upload.file.name == "0.zip"
    assert send_next(office, around) is None
    with pytest.raises(NotAllowed, match="SSK-931"):
        uploading.resume(office, rows[1].id)
    assert uploading.find_upload(office, "3.zip").id == rows[3].id
    with pytest.raises(BadInput, match="SSK-932"):
        uploading.find_upload(office, "khong co")
    empty = tmp_path / "trong.zip"
    empty.touch()
    with pytest.raises(BadInput, match="SSK-938"):
        uploading.add_file(office, empty, tus_server.url())
    with pytest.raises(BadInput, match="SSK-935"):
        uploading.add_file(office, tmp_path / "0.zip")


def test_paused_by_somebody_it_stops_before_the_next_piece(office, proxy, file, around):
    row = uploading.add_file(office, file, proxy.url())

    def told(going):
        if going.done == PIECE:
            uploading.pause(office, row.id)

    with pytest.raises(Cancelled):
        send_next(office, replace(around, told=told))
    assert proxy.seen.count("PATCH") == 1
    assert uploading.find_upload(office, row.id).state == "paused"


def test_nobody_writes_less_while_a_file_is_sent(office, proxy, file, around):
    """No transaction is open while the network is waited for: others write in between."""
    uploading.add_file(office, file, proxy.url())

    def change(request, answer):
        office.set_setting("written", request.method)
        return answer

    proxy.change = change
    assert send_next(office, around).upload.state == "done"
    assert office.setting("written") == "GET"


def test_pace():
    pace = Pace()
    pace.see(0, 0)
    assert pace.rate is None and pace.seconds_left(10) is None
    for second in range(1, 60):
        pace.see(second, second * 100)
    assert pace.rate == 100
    assert pace.seconds_left(6900) == 10
    pace.see(61, 0)
    assert pace.rate is None


@pytest.mark.parametrize("flood", ["headers", "content", "lines"])
def test_a_server_that_says_too_much(office, proxy: FaultyProxy, file, around, flood):
    def change(request, answer):
        status, headers, content = answer
        if flood == "headers":
            headers = [*headers, *((f"X-{n}", "x") for n in range(300))]
        elif flood == "lines":
            headers = [*headers, ("X-Long", "x" * 70_000)]
        elif request.method in ("POST", "GET"):
            content += b"x" * 3_000_000
        return status, headers, content

    proxy.change = change
    uploading.add_file(office, file, proxy.url())
    if flood == "content":
        assert send_next(office, around).upload.checked == "length"
    else:
        refusal(office, around, "SSK-923")


def test_stopping_wakes_a_line_that_waits(office, proxy, file, around):
    proxy.strike("hang", 2)
    uploading.add_file(office, file, proxy.url())
    with pytest.raises(Cancelled):
        send_next(office, Surroundings(should_stop=lambda: proxy.struck > 0))
    assert uploading.list_uploads(office)[0].state == "paused"


def test_a_file_keeps_its_path(office, tus_server, file):
    row = uploading.add_file(office, Path(os.path.relpath(file)), tus_server.url())
    assert row.file == file
