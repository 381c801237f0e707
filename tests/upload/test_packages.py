"""Hand-over packages go up: their initiatives count as uploaded once the server confirmed it."""

import json
import zipfile

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.errors import AppError, NotAllowed
from desktop_app.services import package_upload, portal, progress, review, uploading
from desktop_app.services.upload_sending import send_next
from desktop_app.storage import audit, initiatives
from desktop_app.workspace import Workspace
from tests.conftest import copy_book
from tests.upload.servers import TOKEN


@pytest.fixture
def accepted(office, team, handed_in):
    for initiative_id in handed_in:
        review.decide(office, initiative_id, "accepted")
    return handed_in


def submission(book, initiative_id):
    with book.database.read() as session:
        row = initiatives.get(session, initiative_id)
        return row.submission, row.submission_on, row.portal


def test_uploaded_only_after_the_confirmation(office, accepted, tus_server, proxy, file, around):
    assert file.is_file()
    row = package_upload.add_package(office, proxy.url())
    assert row.file.parent == office.folder / "uploads"
    assert package_upload.add_package(office, proxy.url()).id == row.id
    proxy.strike("500", 1)
    with pytest.raises(AppError):
        send_next(office, around)
    assert submission(office, accepted[0])[0] == "accepted"
    proxy.strike("", 0)
    uploading.resume(office, row.id)
    sent = send_next(office, around)
    assert sorted(sent.initiatives) == sorted(accepted) and sent.not_marked == ()
    today = office.today().isoformat()
    assert submission(office, accepted[0]) == ("uploaded", today, "none")
    assert max(line.uploaded for line in progress.progress(office)) == 2
    assert not row.file.exists()
    with zipfile.ZipFile(tus_server.file(sent.upload.place)) as arrived:
        assert arrived.testzip() is None
    with office.database.read() as session:
        assert [line.action for line in audit.lines_about(session, accepted[0])][-1] == "uploaded"
    # Code and state come back later, as for what was entered by hand.
    portal.record_portal(office, accepted[0], code="VN-1", state="reviewing")
    assert submission(office, accepted[0])[2] == "reviewing"
    with pytest.raises(NotAllowed, match="SSK-918"):
        package_upload.add_package(office, proxy.url())


def test_what_changed_meanwhile_is_not_marked(office, accepted, proxy, file, around):
    row = package_upload.add_package(office, proxy.url())
    review.decide(office, accepted[0], "returned", "Thiếu ảnh")
    sent = send_next(office, around)
    assert sent.upload.id == row.id
    assert sent.initiatives == (accepted[1],)
    assert [(left.initiative_id, left.code) for left in sent.not_marked] == [
        (accepted[0], "SSK-501")
    ]
    assert submission(office, accepted[0])[0] == "returned"


@pytest.fixture
def run(tmp_path, monkeypatch, clock, prepared_reports):
    folder = copy_book(prepared_reports / "office", tmp_path / "book")
    monkeypatch.setattr("desktop_app.workspace.system_clock", clock)
    monkeypatch.setattr(Workspace.__init__, "__kwdefaults__", {"clock": clock})
    monkeypatch.setattr(
        "desktop_app.services.upload_sending.Surroundings.pause", lambda _self, _seconds: None
    )

    def call(*words, code=0):
        given = ["--data", str(folder), *map(str, words), "--json"]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.strip() else done.stderr

    return call


def test_on_the_command_line(run, tmp_path, tus_server, proxy, file, prepared_reports):
    token = tmp_path / "ma.txt"
    token.write_text(f"\ufeff{TOKEN}\r\n", encoding="utf-8")
    address = proxy.url("/guarded/")
    assert "SSK-925" in run("portal", "upload", address, file, code=2)
    (left,) = run("portal", "uploads", "list")
    assert (left["state"], left["reason"]) == ("failed", "SSK-925")
    assert run("portal", "address", address, "--token-file", token, "--try")["has_token"]
    run("portal", "uploads", "retry", "1")
    assert run("portal", "uploads", "send")["files"][0]["state"] == "done"
    for initiative_id in (prepared_reports / "ids").read_text().split():
        run("review", "decide", initiative_id, "accepted")
    (up,) = run("portal", "upload", address)["files"]
    assert len(up["initiatives"]) == 2 and up["checked"] == "whole"
    again = tmp_path / "hai.zip"
    again.write_bytes(b"hai")
    files = run("portal", "upload", address, again, file, tmp_path / "hai.zip")["files"]
    assert {one["state"] for one in files} == {"done"}
    assert "SSK-921" in run("portal", "upload", "http://cong.example.vn/", file, code=2)
    assert "SSK-922" in run("portal", "upload", address, tmp_path / "khong co", code=2)
    assert "SSK-918" in run("portal", "upload", address, code=2)
    proxy.strike("refuse", 1)
    third = tmp_path / "ba.zip"
    third.write_bytes(b"ba")
    assert "SSK-923" in run("portal", "upload", address, third, code=3)
    assert run("portal", "uploads", "move", "ba.zip", "1")[0]["file"] == str(third)
    run("portal", "uploads", "resume", "ba.zip")
    run("portal", "uploads", "pause", "ba.zip")
    assert run("portal", "uploads", "send") == {"files": []}
    run("portal", "uploads", "remove", "ba.zip")
    assert run("portal", "address", "--forget") is None
