"""Two hundred initiatives of sixty teams: up to the central system by hand, by file and over a
network, and its answers back to every team."""

import hashlib
import random
import subprocess

import openpyxl
import pytest
from PySide6.QtCore import Qt

from desktop_app.documents.filling import DocumentFiller
from desktop_app.services import (
    bulk_review,
    cards,
    council_sessions,
    inbox,
    listing,
    portal_answers,
    portal_entry,
    portal_folder,
    receipts,
    setup,
    targets,
    templates,
    units,
    uploading,
)
from desktop_app.services.council_sessions import Decided
from desktop_app.services.listing import Query
from desktop_app.services.package_upload import add_package
from desktop_app.services.portal_answers import Verdict
from desktop_app.services.progress import progress
from desktop_app.services.upload_sending import Surroundings, send_next
from desktop_app.workspace import Workspace
from tests.faults.small_books import Clock, quick
from tests.journeys.afternoon import DOING, THING, WITH, report, send, shared, small_dossier
from tests.keys import type_text
from tests.upload.servers import TusServer

pytestmark = [pytest.mark.screen, pytest.mark.network]
TEAMS, REPORTS, BY_HAND, BY_FILE = 60, 200, 2, 60
STATES = ("valid", "valid", "reviewing", "invalid")
LABELS = {"valid": "Hợp lệ", "reviewing": "đang xem xét", "invalid": "KHÔNG HỢP LỆ"}


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """An office that accepted and recognised what its sixty teams sent."""
    root = tmp_path_factory.mktemp("sixty")
    clock, chance, stick = Clock(), random.Random(7), root / "stick"
    for folder in ("stick", "cards"):
        (root / folder).mkdir()
    titles = [f"{a} {b} {c}" for a in DOING for b in THING for c in WITH]
    told = [[] for _team in range(TEAMS)]
    for number, title in enumerate(chance.sample(titles, REPORTS)):
        told[number % TEAMS].append(report(chance, title))
    with quick() as patch, DocumentFiller() as filler:
        patch.setattr(templates, "built_in_pack", small_dossier)
        with shared(Workspace(root / "office", clock=clock), filler) as office:
            setup.start_office(office, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
            targets.add_programme(office, code="CT", name="Chương trình sáng kiến năm 2026")
            for number in range(TEAMS):
                units.add_unit(office, name=f"CĐCS Công ty số {number}", code=f"C{number}")
            made = [cards.export_card(office, f"C{n}", root / "cards") for n in range(TEAMS)]
        for number, reports in enumerate(told):
            send(root, stick, clock, filler, number, made[number], reports, seconds=0)
        with shared(Workspace(root / "office", clock=clock), filler) as office:
            taken = inbox.take_in(office, sorted(stick.iterdir()))
            assert all(file.opened for file in taken.files)
            ids = [row.id for row in every(office)]
            assert len(ids) == REPORTS
            assert all(line.done for line in bulk_review.decide_many(office, ids, "accepted"))
            signed = Decided("15/QĐ-SK", office.today(), "Nguyễn Văn Hòa")
            council_sessions.decide(office, signed, ids)
    return root


def every(workspace, **asked):
    """Return all initiatives of a book in a state."""
    found, after = [], None
    while True:
        page = listing.list_initiatives(workspace, Query(**asked), after=after)
        found += page.rows
        after = page.next
        if after is None:
            return found


@pytest.fixture
def officer(books, people, monkeypatch, tmp_path):
    monkeypatch.setattr(templates, "built_in_pack", small_dossier)
    (books / "office").rename(tmp_path / "office")
    yield people("office")
    (tmp_path / "office").rename(books / "office")


def test_up_by_three_ways_and_back_to_every_team(officer, books, tmp_path):
    office = officer.workspace
    by_hand(officer)
    by_file(office, tmp_path)
    over_the_network(office, tmp_path)
    assert not every(office, submission="accepted")
    told = answered(office, tmp_path)
    back_to_the_teams(office, books, tmp_path, told)
    assert officer.told == []


def by_hand(officer):
    """Copy the sheet field by field, type the code back, go on to the next one."""
    officer.window.open("portal")
    officer.idle(60_000)
    page = officer.page("portal")
    for number in range(BY_HAND):
        officer.qtbot.waitUntil(lambda: bool(page.view.sheet and page.view.sheet.fields))
        sheet = page.view.sheet
        officer.operations = 0
        officer.front()
        page.view.table.setFocus()
        page.view.table.selectRow(0)
        wanted = [field for field in sheet.fields if field.text]
        for _field in wanted:
            officer.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, page.view.table)
        type_text(page.view.code_edit, f"TAY-{number}")
        officer.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, page.view.code_edit)
        # One key for each field, one for the code and the way to the next.
        assert officer.operations == len(wanted) + 1
        officer.qtbot.waitUntil(
            lambda sheet=sheet: (
                page.view.sheet is not None and page.view.sheet.initiative_id != sheet.initiative_id
            ),
            timeout=20_000,
        )
    assert len(every(officer.workspace, submission="uploaded")) == BY_HAND


def by_file(office, tmp_path):
    """Write a folder for some of them; it is whole by the checker everybody has."""
    ids = [row.id for row in every(office, submission="accepted")][:BY_FILE]
    made = portal_folder.export_folder(office, tmp_path, ids)
    assert (made.count, made.held_back) == (BY_FILE, ())
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=made.path, check=True)
    assert len(every(office, submission="uploaded")) == BY_HAND


def over_the_network(office, tmp_path):
    """Send everything that waits; only the server's word makes it count as up."""
    server = TusServer(tmp_path / "tus")
    try:
        queued = add_package(office, server.url("files"))
        assert hashlib.sha256(queued.file.read_bytes()).hexdigest() == queued.sha256
        assert len(every(office, submission="uploaded")) == BY_HAND
        sent = send_next(office, Surroundings(rest=lambda _seconds: None))
        assert server.digest(sent.upload.place) == queued.sha256
    finally:
        server.close()
    assert [row.state for row in uploading.list_uploads(office)] == ["done"]


def answered(office, tmp_path):
    """The central system answers with a list of its own; returns code and state of each report."""
    rows = every(office)
    told = {
        row.id: (f"VN-{number:04}", STATES[number % len(STATES)]) for number, row in enumerate(rows)
    }
    for row in rows:
        if row.id in told and (code := portal_entry.entry_sheet(office, row.id).portal_code):
            told[row.id] = (code, told[row.id][1])
    book = openpyxl.Workbook()
    book.active.append(["KẾT QUẢ XÉT DUYỆT SÁNG KIẾN"])
    book.active.append(["Trạng thái", "Mã trên cổng", "Mã hồ sơ", "Tên sáng kiến", "Ghi chú"])
    for row in rows:
        code, state = told[row.id]
        note = "Thiếu quyết định công nhận." if state == "invalid" else ""
        book.active.append([LABELS[state], code, row.code, row.title, note])
    path = tmp_path / "kết quả.xlsx"
    book.save(path)
    looked_at = portal_answers.preview(office, path)
    assert looked_at.count(Verdict.UNKNOWN, Verdict.DOUBTFUL) == 0
    done = portal_answers.apply(office, looked_at)
    again = portal_answers.apply(office, portal_answers.preview(office, path))
    assert done.recorded + done.count(Verdict.SAME) == REPORTS
    assert again.recorded == 0
    return told


def back_to_the_teams(office, books, tmp_path, told):
    """Every team reads its own states; together they are the office's figures."""
    out = tmp_path / "answers"
    out.mkdir()
    made = receipts.export_receipts(office, out)
    assert len(made) == TEAMS
    seen = {}
    for receipt in made:
        number = receipt.unit_code.removeprefix("C")
        with quick(), Workspace(books / f"team{number}", clock=Clock()) as team:
            assert inbox.take_in(team, [receipt.path]).files[0].opened, receipt.unit
            seen |= {row.id: (row.submission, row.portal) for row in every(team)}
    assert seen == {one: ("uploaded", state) for one, (_code, state) in told.items()}
    whole = next(line for line in progress(office) if line.unit_id == office.own.unit_id)
    states = [state for _code, state in told.values()]
    assert (whole.valid, whole.reviewing, whole.invalid) == tuple(
        states.count(state) for state in ("valid", "reviewing", "invalid")
    )
    assert whole.uploaded == REPORTS
