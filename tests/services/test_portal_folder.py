"""The hand-over by file: whole or absent, validates with public tools, says nothing confidential."""

import csv
import errno
import hashlib
import html
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import PureWindowsPath

import openpyxl
import pytest
from PIL import Image

from desktop_app.domain.text import fold
from desktop_app.errors import Cancelled, Failed, NotAllowed
from desktop_app.exchange import package_places
from desktop_app.services import attaching, drafting, handover, inbox, portal_folder, review
from desktop_app.storage import packages
from tests.samples import answers, ready


def accept(office, team, files, *ids):
    """Hand reports in and accept them."""
    bundle = handover.export_bundle(team, files)
    assert inbox.take_in(office, [bundle.path]).all_well
    for initiative_id in ids:
        review.decide(office, initiative_id, "accepted")
    return list(ids)


@pytest.fixture
def accepted(office, team, handed_in):
    for initiative_id in handed_in:
        review.decide(office, initiative_id, "accepted")
    return handed_in


@pytest.fixture
def to(tmp_path):
    place = tmp_path / "USB"
    place.mkdir()
    return place


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def valid(folder):
    """Return what the public validator says of a package."""
    run = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ""},
    )
    report = json.loads(run.stdout)
    return report["valid"], report["warnings"], report["tasks"], run.returncode


@pytest.mark.oracle
def test_a_folder_validates_with_frictionless_and_sha256sum(office, accepted, to):
    done = portal_folder.export_folder(office, to)
    assert done.path == to / "KCNTN-len-cong-0001"
    assert (done.count, done.number, done.held_back) == (2, 1, ())
    assert os.listdir(to) == [done.path.name]
    ok, warnings, tasks, code = valid(done.path)
    assert (ok, warnings, code) == (True, [], 0)
    assert [(task["name"], task["stats"]["rows"]) for task in tasks] == [
        ("danh-sach", 2),
        ("tep", len(rows(done.path / "tep.csv"))),
    ]
    subprocess.run(
        ["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"], cwd=done.path, check=True
    )
    listed = (done.path / "SHA256SUMS").read_text().splitlines()
    there = {p.relative_to(done.path).as_posix() for p in done.path.rglob("*") if p.is_file()}
    assert {line[66:] for line in listed} == there - {"SHA256SUMS"}
    assert hashlib.sha256((done.path / "SHA256SUMS").read_bytes()).hexdigest() == done.sha256
    with office.database.read() as session:
        (kept,) = packages.all_packages(session)
        assert (kept.id, kept.number, kept.sha256) == (done.package_id, 1, done.sha256)
        assert {item[0] for item in packages.items_of(session, kept.id)} == set(accepted)


@pytest.mark.oracle
def test_the_validator_finds_what_was_changed(office, accepted, to):
    """A validator that accepts everything would prove nothing."""
    folder = portal_folder.export_folder(office, to).path
    path = folder / "danh-sach.csv"
    path.write_bytes(path.read_bytes().replace(b"MSC-2026", b"MSC-2027", 1))
    ok, _warnings, tasks, _code = valid(folder)
    assert not ok
    assert "hash-count" in {error["type"] for task in tasks for error in task["errors"]}


def test_lists_say_what_goes_up_in_the_columns_of_the_mapping(office, accepted, to):
    folder = portal_folder.export_folder(office, to).path
    sheet = openpyxl.load_workbook(folder / "danh-sach.xlsx").worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert heads[0] == "Họ và tên tác giả" and heads[-3:] == ["Mã hồ sơ", "Thư mục", "Cần xem lại"]
    listed = rows(folder / "danh-sach.csv")
    places = {head: place for place, head in enumerate(heads)}
    for row, line in zip(sheet.iter_rows(min_row=2, values_only=True), listed, strict=True):
        assert row[places["Tên sáng kiến"]] == line["title"]
        assert row[places["Mã hồ sơ"]] == line["ma-ho-so"]
        assert (folder / line["thu-muc"]).is_dir()
    for file in rows(folder / "tep.csv"):
        content = (folder / file["duong-dan"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file["sha256"]
        assert len(content) == int(file["kich-thuoc"])
    assert "2 sáng kiến" in (folder / "DOC-TRUOC.txt").read_text(encoding="utf-8-sig")


def test_once_more_makes_the_next_number_and_the_plan_says_so(office, accepted, to):
    assert [item.package for item in portal_folder.plan(office).items] == [None, None]
    first = portal_folder.export_folder(office, to, accepted)
    assert [item.package for item in portal_folder.plan(office).items] == [1, 1]
    again = portal_folder.export_folder(office, to, accepted[:1])
    assert (again.number, again.count) == (2, 1)
    assert sorted(os.listdir(to)) == [first.path.name, again.path.name]


# Confidential


SECRET = "Nhiệt độ ép chính xác là một trăm bảy mươi hai độ trong bốn mươi giây"


@pytest.mark.parametrize("trade_secret", ["no", "yes"])
def test_no_confidential_byte_is_anywhere_in_the_folder(office, team, files, to, trade_secret):
    draft = drafting.new_initiative(
        team,
        None,
        answers(
            1,
            has_confidential="yes",
            confidential_info=SECRET + ". Danh sách khách hàng mua nhiều nhất của nhà máy.",
            is_trade_secret=trade_secret,
            # A careless public answer says it again.
            essence=answers(1)["essence"] + " " + SECRET + ". Hết.",
        ),
    )
    drafting.make_ready(team, draft)
    accept(office, team, files, draft)
    done = portal_folder.export_folder(office, to)
    assert done.count == 1
    said = [SECRET, "khách hàng mua nhiều nhất"]
    seen = 0
    for path in done.path.rglob("*"):
        if path.is_file():
            seen += 1
            texts = fold(" ".join(texts_in(path)) + " " + path.relative_to(to).as_posix())
            assert not [s for s in said if fold(s) in texts], path
    papers = [path.suffix for path in done.path.rglob("*/*.*")]
    assert bool(papers) is (trade_secret == "no")
    assert seen == 6 + len(papers)
    (line,) = rows(done.path / "danh-sach.csv")
    assert (line["description"] == "") and line["title"]
    assert bool(line["author_name"]) is (trade_secret == "no")


def texts_in(path):
    """Give every text a file holds, also inside Word, Excel and PDF."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                yield html.unescape(
                    re.sub(r"<[^>]+>", "", package.read(name).decode("utf-8", "replace"))
                )
    elif path.suffix == ".pdf":
        yield subprocess.run(
            ["pdftotext", path, "-"], check=True, capture_output=True, text=True
        ).stdout.replace("\n", " ")
    else:
        yield content.decode("utf-8", "replace")


def test_the_search_for_secrets_finds_them_where_they_are(office, team, files, to):
    """The same words in a public answer alone are found in every kind of file."""
    draft = ready(team, 1, essence=answers(1)["essence"] + " " + SECRET + ". Hết.")
    accept(office, team, files, draft)
    done = portal_folder.export_folder(office, to)
    found = {
        path.suffix
        for path in done.path.rglob("*")
        if path.is_file() and fold(SECRET) in fold(" ".join(texts_in(path)))
    }
    assert found == {".xlsx", ".csv", ".docx", ".pdf"}


# Names


def test_names_are_ascii_short_and_apart_whatever_titles_say(office, team, files, to, tmp_path):
    titles = [
        "con prn aux nul",
        '=HYPERLINK("http://x")+1 cải tiến',
        "@SUM(A1) " + "rất dài " * 25,
        "Trùng tên với sáng kiến khác",
        "Trùng tên với sáng kiến khác",
        "../../thoát ra ngoài",
    ]
    ids = [ready(team, 1, initiative_title=title[:200]) for title in titles]
    accept(office, team, files, *ids)
    done = portal_folder.export_folder(office, to)
    folders = sorted(p.name for p in done.path.iterdir() if p.is_dir())
    assert len({name.lower() for name in folders}) == len(titles)
    for path in done.path.rglob("*"):
        inner = path.relative_to(done.path).as_posix()
        assert inner.isascii() and len(inner) < 150
        assert not any(PureWindowsPath(part).is_reserved() for part in path.parts[1:])
        assert not re.search(r'[<>:"|?*\\ ]|\.\.|\.$', inner)
    book = openpyxl.load_workbook(done.path / "danh-sach.xlsx")
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert {t[:200].strip() for t in titles} <= {cell.value for cell in cells}
    assert valid(done.path)[0]


# Held back


def test_what_may_not_go_up_stays_back_with_its_reason_and_stops_no_other(
    office, team, accepted, files, to
):
    waiting = ready(team, 3)
    accept(office, team, files)
    asked = [*accepted, waiting]
    planned = portal_folder.plan(office, asked)
    assert [item.id for item in planned.items] == accepted
    (held,) = planned.held_back
    assert (held.id, [note.code for note in held.reasons]) == (waiting, ["SSK-902"])
    done = portal_folder.export_folder(office, to, asked)
    assert (done.count, len(done.held_back)) == (2, 1)
    with pytest.raises(NotAllowed) as raised:
        portal_folder.export_folder(office, to, [waiting])
    assert raised.value.code == "SSK-918"
    assert len(os.listdir(to)) == 1


# Faults


@pytest.mark.parametrize("as_zip", [False, True])
def test_a_full_stick_leaves_nothing_and_says_so(office, accepted, to, monkeypatch, as_zip):
    earlier = to / "KCNTN-len-cong-0001"
    earlier.mkdir()
    (earlier / "x").write_text("của người khác")

    def full(*_given):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(
            package_places
            if not as_zip
            else __import__("desktop_app.exchange.delivery", fromlist=["x"]),
            "flush_to_device",
            full,
        )
        with pytest.raises(Failed) as raised:
            portal_folder.export_folder(office, to, as_zip=as_zip)
    assert raised.value.code == "SSK-412"
    assert os.listdir(to) == [earlier.name]
    with office.database.read() as session:
        assert packages.all_packages(session) == ()
    # It works afterwards, beside what stands there under the same name.
    done = portal_folder.export_folder(office, to, as_zip=as_zip)
    assert done.path.name == ("KCNTN-len-cong-0001.zip" if as_zip else "KCNTN-len-cong-0001_2")
    assert (earlier / "x").read_text() == "của người khác"
    assert list(office.temporary_folder.iterdir()) == []


def test_a_refused_rename_a_stop_and_a_book_that_refuses_leave_nothing(
    office, accepted, to, monkeypatch
):
    def refused(*_given):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", refused)
        with pytest.raises(Failed) as raised:
            portal_folder.export_folder(office, to)
    assert raised.value.code == "SSK-413"
    assert os.listdir(to) == []

    for most in (1, 700, 1500):

        def stop(done, _whole, most=most):
            if done >= most:
                raise Cancelled

        with pytest.raises(Cancelled):
            portal_folder.export_folder(office, to, step=stop)
        assert os.listdir(to) == []

    def no_room(*_given):
        raise Failed("SSK-106")

    with monkeypatch.context() as patch:
        patch.setattr(packages, "insert_package", no_room)
        with pytest.raises(Failed):
            portal_folder.export_folder(office, to)
    assert os.listdir(to) == []


def test_what_is_read_back_otherwise_is_refused(office, accepted, to, monkeypatch):
    real = package_places.digest_on_device

    def changed(path, step):
        return "0" * 64 if path.name == "tep.csv" else real(path, step)

    monkeypatch.setattr(package_places, "digest_on_device", changed)
    with pytest.raises(Failed) as raised:
        portal_folder.export_folder(office, to)
    assert raised.value.code == "SSK-418"
    assert os.listdir(to) == []


def test_too_little_room_and_a_place_that_is_gone_are_said_before_anything_is_written(
    office, accepted, to, tmp_path, monkeypatch
):
    import shutil

    monkeypatch.setattr(shutil, "disk_usage", lambda _place: shutil._ntuple_diskusage(10, 10, 10))
    with pytest.raises(Failed) as raised:
        portal_folder.export_folder(office, to)
    assert raised.value.code == "SSK-412"
    monkeypatch.undo()
    with pytest.raises(Failed) as raised:
        portal_folder.export_folder(office, tmp_path / "gone")
    assert raised.value.code == "SSK-414"


# One ZIP


def test_the_same_content_gives_the_same_zip_and_the_same_files_as_the_folder(
    office, accepted, to, tmp_path
):
    office.clock = lambda now=office.clock.now: now
    made = []
    for name in ("one", "two", "three"):
        place = tmp_path / name
        place.mkdir()
        done = (
            portal_folder.export_package_file(office, place)
            if name != "three"
            else portal_folder.export_folder(office, place)
        )
        made.append(done)
        with office.database.write() as session:
            for table in (packages.PackageItem, packages.Package):
                session.query(table).delete()
    first, second, folder = made
    assert first.path.read_bytes() == second.path.read_bytes()
    assert hashlib.sha256(first.path.read_bytes()).hexdigest() == first.file_sha256
    assert first.sha256 == folder.sha256
    subprocess.run(["unzip", "-q", first.path, "-d", to], check=True)
    subprocess.run(
        ["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"], cwd=to / first.name, check=True
    )
    with zipfile.ZipFile(first.path) as package:
        assert {entry.compress_type for entry in package.infolist()} == {zipfile.ZIP_STORED}


def test_attachments_go_along_once_each_and_a_damaged_one_is_told(
    office, team, files, to, tmp_path
):
    picture = tmp_path / "Ảnh chụp = máy khoan.png"
    with Image.new("RGB", (400, 300), "white") as image:
        image.save(picture)
    kept = attaching.attach_file(team, picture)
    figure = {"file": kept.value, "caption": "Máy khoan"}
    draft = ready(team, 1, figures=[figure, figure])
    accept(office, team, files, draft)
    done = portal_folder.export_folder(office, to)
    (file,) = (row for row in rows(done.path / "tep.csv") if row["loai"] == "dinh-kem")
    assert re.fullmatch(
        r"MSC-2026-\d+_[a-z0-9-]+/MSC-2026-\d+_01_anh-chup-may-khoan\.png", file["duong-dan"]
    )
    assert file["sha256"] == kept.value["sha256"]
    assert valid(done.path)[0]
    office.attachments.path(file["sha256"]).write_bytes(b"x" * kept.value["size"])
    with pytest.raises(Failed) as raised:
        portal_folder.export_folder(office, to)
    assert raised.value.code == "SSK-110"
    assert os.listdir(to) == [done.path.name]
