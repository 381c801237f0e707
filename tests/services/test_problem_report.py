"""A problem report holds nothing of anybody: names are put wherever they could stand, then sought."""

import logging
import re
import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app.domain.text import fold
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import drafting, problem_report, sample, units
from desktop_app.windows.crash import CrashGuard
from desktop_app.workspace import Workspace

SECRETS = (
    *("Nguyễn Văn Bí Mật", "bimat", "Xưởng Tuyệt Mật", "0912345678", "012345678901"),
    *("tok_9f8e7d", "matkhau1", "192.168.7.77", "C:\\Users\\BiMat", "/home/bimat", "TUYETMAT"),
)


@pytest.fixture
def book(tmp_path, clock, office):
    """A book, a log, a crash and a watched folder with secrets in every place."""
    units.add_unit(office, name="Xưởng Tuyệt Mật", code="TUYETMAT")
    initiative = drafting.new_initiative(
        office, None, {"initiative_title": "Nguyễn Văn Bí Mật 0912345678"}
    )
    assert initiative
    office.set_setting("watched_folder", "/home/bimat/Zalo")
    office.set_setting("Nguyễn Văn Bí Mật", "tok_9f8e7d")
    office.set_setting("least_share", 10)
    office.set_setting("keep_originals", "Nguyễn Văn Bí Mật")
    log = logging.getLogger("desktop_app.services.inbox")
    log.info("a file was not taken in: %s", "SSK-412")
    for secret in SECRETS:
        log.warning("%s", secret)
        log.info("a file was not taken in: %s", secret)
        log.error(secret.replace(" ", "\n"))
        logging.getLogger(f"desktop_app.{fold(secret).replace(' ', '_')}").error("x")
    try:
        raise ValueError("Nguyễn Văn Bí Mật tok_9f8e7d")
    except ValueError:
        log.exception("crash %s", "bimat")
    (office.folder / "crash-earlier.log").write_text(
        "Fatal Python error: Segmentation fault bimat\n"
        'Thread 0x00007f (most recent call first) of "Nguyễn Văn Bí Mật":\n'
        '  File "C:\\Users\\BiMat\\desktop_app\\services\\inbox.py", line 181 in take_in\n'
        '  File "/home/bimat/lib/matkhau1.py", line 3 in TUYETMAT\n'
        '  File "/x/desktop_app/bimat/bimat.py", line 3 in bimat\n',
        encoding="utf-8",
    )
    return office


def test_nothing_of_anybody_is_in_the_file(book, tmp_path):
    report = problem_report.collect(book.folder, book, {"qt": "6.11"})
    written = problem_report.write(report, tmp_path / "bao-loi.zip")
    with zipfile.ZipFile(written) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert texts == dict(report.texts)
    whole = fold("\n".join(texts.values()))
    for secret in SECRETS:
        assert fold(secret) not in whole, secret
        for word in fold(secret).split():
            if len(word) > 3:
                assert word not in whole, word
    assert str(book.folder) not in report.whole
    assert str(tmp_path) not in report.whole


def test_what_helps_is_in_the_file(book):
    report = problem_report.collect(book.folder, book, {"qt": "6.11"})
    facts = report.texts["facts.txt"]
    for line in ("qt: 6.11", "role: office", "quick check: ok", "setting least_share: 10"):
        assert line in facts
    assert "setting keep_originals: set" in facts
    assert "rows initiative: 1" in facts
    log = report.texts["log.txt"]
    assert "INFO desktop_app.services.inbox a file was not taken in: SSK-412" in log
    assert "ValueError" not in log.splitlines()[0]
    crash = report.texts["crash-before.txt"]
    assert crash.splitlines() == [
        "Fatal: segmentation fault …",
        "Thread:",
        "  desktop_app/services/inbox.py:181",
        "  elsewhere",
        "  elsewhere",
    ]


def test_a_caught_crash_keeps_its_kind_and_our_places(tmp_path, monkeypatch):
    monkeypatch.setattr(CrashGuard, "_show", lambda _guard: None)
    before = sys.excepthook
    guard = CrashGuard(tmp_path)
    try:
        drafting.finding_text(None, "Nguyễn Văn Bí Mật")
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
    guard._file.flush()
    text = problem_report.collect(tmp_path).texts["crash.txt"]
    guard.close()
    sys.excepthook = before
    assert "AttributeError" in text
    assert "  desktop_app/services/drafting.py:" in text
    assert "finding" not in text  # the line of the source is not told


def test_a_book_that_cannot_be_read_is_said_so(book):
    book.database.close()
    (book.folder / "book.sqlite3").write_bytes(b"TUYETMAT" * 1000)
    report = problem_report.collect(book.folder, book)
    assert "could not be read" in report.texts["facts.txt"]
    assert "TUYETMAT" not in report.whole


def test_without_a_book_and_with_a_wrong_name(tmp_path):
    report = problem_report.collect(tmp_path / "nowhere")
    assert "book: not open" in report.texts["facts.txt"]
    with pytest.raises(BadInput) as refused:
        problem_report.write(report, tmp_path / "bao-loi.txt")
    assert refused.value.code == "SSK-991"


def test_every_word_of_our_own_log_is_known():
    """A message of the program that would come out as dots is added to the words."""
    sources = (Path(problem_report.__file__).parents[1]).rglob("*.py")
    texts = (path.read_text(encoding="utf-8") for path in sources)
    found = [said for text in texts for said in re.findall(r'_LOG\.\w+\(\s*f?"([^"]+)"', text)]
    assert found
    words = {w for text in found for w in re.findall(r"[a-z]+", re.sub(r"%s|\\n", " ", text))}
    assert words <= problem_report._KNOWN_WORDS


# The sample goes again


def test_the_sample_is_put_aside_and_an_empty_book_takes_its_place(tmp_path, clock):
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        workspace.set_setting("sample", True)
        before = workspace.identity
        workspace.attachments.put(b"a picture")
        sample.throw_away(workspace)
        assert not workspace.started
        assert not sample.is_sample(workspace)
        assert workspace.identity != before
        assert (workspace.folder / "so-mau/book.sqlite3").is_file()
        assert list((workspace.folder / "so-mau/attachments").rglob("*"))
        with pytest.raises(NotAllowed) as refused:
            sample.throw_away(workspace)
        assert refused.value.code == "SSK-992"
        workspace.set_setting("sample", True)
        sample.throw_away(workspace)  # the one put aside before makes room


def test_a_disk_that_refuses_leaves_the_sample_where_it_was(tmp_path, clock, monkeypatch):
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        workspace.set_setting("sample", True)
        workspace.attachments.put(b"a picture")
        real, seen = sample.os.replace, []

        def refuse(source, target):
            seen.append(source)
            if len(seen) == 2:
                raise PermissionError(13, "no")
            real(source, target)

        monkeypatch.setattr(sample.os, "replace", refuse)
        with pytest.raises(sample.Failed):
            sample.throw_away(workspace)
        assert sample.is_sample(workspace)
        assert (workspace.folder / "book.sqlite3").is_file()
