"""Bundles of every released format version keep opening, and can be taken in."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop_app.exchange.bundle_file import BundlePayload, open_bundle, write_bundle
from desktop_app.services import (
    cards,
    drafting,
    inbox,
    listing,
    quarantine,
    relaying,
    review,
    setup,
    shared_drafts,
    submissions,
    units,
)
from desktop_app.storage import programmes, verdicts
from desktop_app.workspace import Workspace
from tests.exchange import golden, independent_reader
from tests.exchange.golden import EVERY, FOLDER, KNOWN, keys_of, path_of


@pytest.mark.parametrize(
    ("name", "identity", "kind"),
    [
        ("card", None, "setup"),
        ("submission", "office_identity", "submission"),
        ("receipt", "team_identity", "receipt"),
    ],
)
def test_a_golden_file_opens(tmp_path, name, identity, kind):
    identities = [KNOWN[identity]] if identity else []
    with open_bundle(FOLDER / KNOWN[name], identities=identities, temp_dir=tmp_path) as opened:
        assert opened.document["kind"] == kind
        assert opened.document["format_version"] == 1
        assert opened.signer == opened.document["sender"]["sign_key"]
        assert not opened.damaged_items
        if kind == "submission":
            assert opened.inner_sha256 == KNOWN["submission_inner_sha256"]


def test_a_team_begins_with_the_golden_card(tmp_path, clock):
    with Workspace(tmp_path / "team", clock=clock) as team:
        own = setup.start_team_with_card(team, FOLDER / KNOWN["card"])
        assert (own.code, own.unit_id) == ("MSC", KNOWN["team_unit"])


def test_an_office_takes_in_the_golden_submission(tmp_path, clock):
    from desktop_app.exchange.keys import Keys

    with Workspace(tmp_path / "office", clock=clock) as office:
        setup.start_office(office, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        units.add_unit(office, name="CĐCS Công ty May Sông Công", code="MSC")
        office.__dict__["keys"] = Keys(office.keys.sign_seed, KNOWN["office_identity"])
        (file,) = inbox.take_in(office, [FOLDER / KNOWN["submission"]]).files
        assert [item.intake for item in file.items] == ["new"]
        assert [row.id for row in listing.list_initiatives(office).rows] == [KNOWN["initiative"]]


# Every kind


def test_every_kind_and_every_seal_has_a_golden_file(tmp_path):
    kinds, sealed = set(), set()
    for name in golden.NAMES:
        if name == "by_passphrase":
            continue  # the same kind as another one, and opening it takes seconds
        with golden.opened(name, tmp_path) as opened:
            kinds.add(opened.document["kind"])
            sealed.add((opened.document["kind"], opened.sealed))
    assert kinds == {"setup", "submission", "receipt", "relay", "draft"}
    assert {("submission", True), ("submission", False), ("draft", True), ("draft", False)} < sealed


@pytest.mark.parametrize("name", golden.NAMES)
def test_every_golden_file_opens_and_is_still_written_as_the_same_bytes(tmp_path, name):
    """Format version 1 is frozen: an earlier bundle written again has its old inner ZIP."""
    with golden.opened(name, tmp_path) as opened:
        assert opened.signer == opened.document["sender"]["sign_key"]
        assert opened.inner_sha256 == EVERY["inner_sha256"][name]
        assert not opened.damaged_items
        assert opened.sealed == (path_of(name).suffix == ".age")
        document = opened.document
        payload = [
            BundlePayload(path, len(content), None, lambda content=content: io.BytesIO(content))
            for path in reversed(opened.names())
            if path.startswith("data/") and path != "data/bundle.json"
            for content in [opened.read(path, 10**8)]
        ]
    (keys,) = (
        keys
        for keys in map(keys_of, EVERY["keys"])
        if keys.public.sign == document["sender"]["sign_key"]
    )
    written = write_bundle(
        tmp_path,
        path_of(name).name.partition(".")[0],
        document,
        payload,
        keys=keys,
        recipients=[],
        bagging_date=document["created_at"][:10],
    )
    assert written.inner_sha256 == EVERY["inner_sha256"][name]


@pytest.fixture
def book(tmp_path, clock):
    """Begin a book with the keys of one of the golden ones."""
    begun = []

    def begin(name, start):
        workspace = Workspace(tmp_path / name, clock=clock)
        begun.append(workspace)
        start(workspace)
        workspace.__dict__["keys"] = keys_of(name)
        return workspace

    yield begin
    for workspace in begun:
        workspace.close()


def begin_office(workspace):
    setup.start_office(workspace, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
    for code in ("MSC", "MDSC"):
        units.add_unit(workspace, name=f"CĐCS {code}", code=code)


def begin_province(workspace):
    setup.start_office(workspace, "Liên đoàn Lao động tỉnh Thái Nguyên", "TNG")
    units.add_unit(workspace, name="Công đoàn các KCN", code="KCNTN", kind="CD_KCN")


@pytest.fixture
def office(book):
    return book("office", begin_office)


@pytest.fixture
def province(book):
    return book("province", begin_province)


def with_card(workspace):
    setup.start_team_with_card(workspace, path_of("card"))


def taken(workspace, name, **agreed):
    (file,) = inbox.take_in(workspace, [path_of(name)], agreed=inbox.Agreed(**agreed)).files
    assert file.error is None, file.error
    return [item.intake for item in file.items]


def test_an_office_takes_in_what_its_units_write(office):
    assert taken(office, "submission") == ["new"]
    assert taken(office, "unsealed") == ["new"]
    (asked,) = inbox.take_in(office, [path_of("by_passphrase")]).files
    assert asked.error.code == "SSK-445"
    assert taken(office, "by_passphrase", passphrase=EVERY["passphrase"]) == ["new"]
    detail = review.open_review(office, EVERY["initiatives"]["first"])
    assert detail.row.revision == 2
    (figure,) = detail.answers["figures"]
    assert office.attachments.holds(figure["file"]["sha256"])
    with office.database.read() as session:
        (entry,) = verdicts.recognitions_of(session, EVERY["initiatives"]["first"])
    assert (entry.state, entry.content["decision_no"]) == ("recognised", "12/QĐ-SC")


def test_an_office_is_told_that_a_report_is_withdrawn(office):
    taken(office, "submission")
    assert taken(office, "withdrawal") == ["new", "withdrawn"]
    first = drafting.open_draft(office, EVERY["initiatives"]["first"])
    assert first.submission == "withdrawn"


def test_a_team_takes_in_the_answer_with_its_file_and_the_card_that_rides_along(book, tmp_path):
    team, initiative_id = book("team", with_card), EVERY["initiatives"]["first"]
    with golden.opened("submission", tmp_path) as opened:
        # Its own report, put back from the bundle: the team's book is not kept as a golden file.
        submissions.take_submission(team, opened, "put back")
    assert taken(team, "receipt") == ["returned"]
    draft = drafting.open_draft(team, initiative_id)
    assert draft.submission == "returned"
    assert [(q.question, q.comment) for q in draft.comment.questions] == [
        ("measures", "Thiếu nguồn số liệu.")
    ]
    with team.database.read() as session:
        decided = [v for v in verdicts.verdicts_of(session, initiative_id) if v.verdict]
        targets = programmes.all_targets(session)
    (file,) = decided[-1].files
    assert file.name == "trang 2.pdf"
    assert team.attachments.holds(file.sha256)
    assert targets[team.own.unit_id, "SK2026"].percent == 12.5
    assert taken(team, "receipt") == ["same"]


def test_the_level_above_takes_in_a_relay_and_its_answer_comes_down(office, province, tmp_path):
    assert taken(province, "relay") == ["new"]
    assert listing.list_initiatives(province).rows[0].unit == "CĐCS Công ty May Sông Công"
    cards.take_card(office, path_of("card_above"), {province.keys.public.sign})
    taken(office, "future")  # the report that went up
    initiative_id = EVERY["initiatives"]["other"]
    review.decide(office, initiative_id, "accepted")
    relaying.export_relay(office, tmp_path)
    assert taken(office, "receipt_above") == ["accepted"]
    draft = drafting.open_draft(office, initiative_id)
    assert (draft.submission, draft.portal) == ("uploaded", "valid")


def test_the_other_computer_takes_in_drafts(book):
    second = book("second", with_card)
    assert taken(second, "draft") == ["new"]
    assert taken(second, "draft_sealed") == ["same"]
    drafting.edit(second, EVERY["initiatives"]["draft"], {"necessity": "Khác ở máy này."})
    assert taken(second, "draft_sealed") == ["to_merge"]
    waiting = shared_drafts.waiting_merge(second, EVERY["initiatives"]["draft"])
    assert [each.name for each in waiting.differences] == ["necessity"]


# What comes after version 1


def content(name, temp_dir, path):
    with golden.opened(name, temp_dir) as opened:
        return opened.read(path, 10**8)


def test_unknown_fields_are_taken_in_and_go_up_byte_for_byte(office, province, tmp_path):
    cards.take_card(office, path_of("card_above"), {province.keys.public.sign})
    assert taken(office, "future") == ["new", "withdrawn"]
    initiative_id = EVERY["initiatives"]["other"]
    review.decide(office, initiative_id, "accepted")
    (written,) = relaying.export_relay(office, tmp_path)
    data = f"data/initiatives/{initiative_id}/initiative.json"
    with open_bundle(
        written.path, identities=[province.keys.age_identity], temp_dir=tmp_path
    ) as opened:
        (item,) = opened.document["items"]
        first = opened.read(f"data/origins/{item['origin']}/data/bundle.json", 10**7)
        passed_on = opened.read(data, 10**7)
    assert first == content("future", tmp_path, "data/bundle.json")
    assert passed_on == content("future", tmp_path, data)
    said = json.loads(first)
    for place in (
        said,
        said["sender"],
        said["sender"]["unit"],
        said["recipient"],
        said["items"][0],
        said["withdrawals"][0],
    ):
        assert place["future"]["values"] == [1, 2.5, None, True]
    report = json.loads(passed_on)
    for place in (report, report["template"], report["history"][0], report["documents"][0]):
        assert place["future"]["values"] == [1, 2.5, None, True]
    (file,) = inbox.take_in(province, [written.path]).files
    assert [i.intake for i in file.items] == ["new"]


def test_a_card_with_unknown_fields_is_taken(book):
    team = book("team", lambda w: setup.start_team_with_card(w, path_of("card_future")))
    with team.database.read() as session:
        assert [p.code for p in programmes.all_programmes(session)] == ["SK2026"]
        assert [p.code for p in programmes.all_phases(session)] == ["DOT2"]
        assert programmes.all_targets(session)[team.own.unit_id, "DOT2"].count == 40


def dump(workspace):
    """Return every row of every table, and every kept file."""
    with workspace.database.read() as session:
        tables = session.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ).scalars()
        rows = {
            table: [tuple(row) for row in session.execute(text(f'SELECT * FROM "{table}"'))]
            for table in tables
        }
    kept = sorted(p.name for p in (workspace.folder / "attachments").rglob("*") if p.is_file())
    return rows | {"attachments": kept}


def test_a_newer_version_is_refused_and_nothing_changes(office):
    taken(office, "submission")
    before = dump(office)
    assert before["initiative"], "there is something that could change"
    (file,) = inbox.take_in(office, [path_of("newer")]).files
    assert (file.error.code, file.error.facts["version"], file.items) == ("SSK-481", 2, ())
    after = dump(office)
    changed = {table for table in after if after[table] != before.get(table)}
    # Only that the file is set aside, until a program comes that can read it.
    assert changed == {"quarantined", "audit"}
    (row,) = quarantine.list_quarantine(office)
    assert (row.code, row.file_name, row.kept) == ("SSK-481", EVERY["newer"], True)
    assert len(after["audit"]) == len(before["audit"]) + 1


# A reader somebody else could write


@pytest.fixture
def key_files(tmp_path):
    """The secret keys as age wants them: in one file."""
    path = tmp_path / "keys.txt"
    known = [kept["age_identity"] for kept in EVERY["keys"].values()]
    path.write_text("\n".join([*known, KNOWN["office_identity"], KNOWN["team_identity"], ""]))
    return path


@pytest.mark.oracle
@pytest.mark.parametrize("name", golden.NAMES)
def test_a_reader_written_from_the_document_reads_the_same(tmp_path, key_files, name):
    words = EVERY["passphrase"] if name == "by_passphrase" else None
    assert independent_reader.read(path_of(name), key_files, words) == golden.document_of(
        name, tmp_path
    )


@pytest.mark.oracle
@pytest.mark.parametrize("name", ["card", "submission", "receipt"])
def test_it_reads_the_first_golden_files(tmp_path, key_files, name):
    identities = [KNOWN["office_identity"], KNOWN["team_identity"]]
    path = FOLDER / KNOWN[name]
    with open_bundle(path, identities=identities, temp_dir=tmp_path) as opened:
        assert independent_reader.read(path, key_files) == opened.document


@pytest.mark.oracle
def test_it_prints_the_items(key_files):
    said = subprocess.run(
        [sys.executable, independent_reader.__file__, path_of("relay"), key_files],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    kind, number, item = said.strip().split(" ", 2)
    assert (kind, number) == ("relay", "1")
    assert json.loads(item)["id"] == EVERY["initiatives"]["other"]


@pytest.mark.oracle
@pytest.mark.parametrize("change", ["data/README.txt", "bag-info.txt", "initiative.json"])
def test_it_finds_what_was_changed(tmp_path, change):
    import zipfile

    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(path_of("unsealed")) as old, zipfile.ZipFile(bad, "w") as new:
        for entry in old.infolist():
            more = b" " if entry.filename.endswith(change) else b""
            new.writestr(entry.filename, old.read(entry) + more)
    with pytest.raises(AssertionError):
        independent_reader.read(bad)


@pytest.mark.oracle
def test_it_refuses_a_newer_version():
    with pytest.raises(AssertionError):
        independent_reader.read(path_of("newer"))


def test_the_reader_uses_none_of_our_code():
    lines = Path(independent_reader.__file__).read_text(encoding="utf-8")
    assert "desktop_app" not in lines
