"""One person's data is erased: no byte of it is left, and everything else stays as it was."""

import shutil
import unicodedata
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.person import ERASED, name_pattern
from desktop_app.domain.text import fold
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import (
    drafting,
    erasing,
    handover,
    inbox,
    likenesses,
    listing,
    persons,
    progress,
    quarantine,
    queue,
    receipts,
    relaying,
    review,
    setup,
)
from desktop_app.storage import initiatives, tombstones
from desktop_app.workspace import Workspace
from tests.samples import answers, ready
from tests.services.test_the_loop import export, state

WHO = "Ma Văn Chiến"
BIRTH = "1993-02-05"
GOLDEN = Path(__file__).parents[1] / "golden"


def forms_of(name):
    """Return a name as bytes in every form it may stand in."""
    plain = fold(name)
    shapes = {name, name.upper(), name.lower(), plain, plain.upper(), plain.title()}
    both = {unicodedata.normalize(form, shape) for shape in shapes for form in ("NFC", "NFD")}
    wide = {shape.encode("utf-16-le") for shape in both}
    return {shape.encode("utf-8") for shape in both} | wide


def files_naming(folder, *names):
    """Return the files of a folder in which a name stands, also inside of archives."""
    wanted = set().union(*(forms_of(name) for name in names))
    patterns = [name_pattern(name) for name in names]
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        held = any(form in content for form in wanted)
        if content.startswith(b"PK"):
            with zipfile.ZipFile(path) as archive:
                for entry in archive.namelist():
                    told = archive.read(entry).decode("utf-8", "replace")
                    held = held or any(p.search(told) for p in patterns)
        if held:
            found.append(path.relative_to(folder).as_posix())
    return found


def erase(workspace, name=WHO, **chosen):
    """Erase the one person of a name."""
    found = persons.find(workspace, name)
    places = persons.group_matching(found, **chosen)
    return erasing.erase(workspace, erasing.choose(found, places))


def spread(team):
    """Let a person stand in everything a team's book has; return the reports."""
    plain, decomposed = "ma van chien", unicodedata.normalize("NFD", WHO.upper())
    more = {
        "necessity": f"Anh {plain} và {decomposed} nêu vấn đề với tổ trong ca đêm ngày 3. Cả tổ bàn hai buổi rồi mới làm thử trên máy số 2."
    }
    queued = ready(team, 1, **more)
    handed = ready(team, 1, initiative_title="Làm giá treo khuôn để đổi khuôn trong hai phút")
    handover.plan_export(team)
    bundle = handover.export_bundle(team, team.folder.parent / "carried", [handed])
    handover.mark_handed_over(team, bundle.bundle_id)
    draft = drafting.new_initiative(team, None, answers(1, initiative_title="Bản nháp của tổ"))
    opened = drafting.open_draft(team, draft)
    for word in ("một", "hai"):
        said = f"{WHO} nói {word}"
        opened.history.note(("essence",), opened.answers.get("essence"), said)
        opened.answers["essence"] = said
        drafting.save_draft(
            team, draft, opened.answers, {("novelty",): f"{WHO} gõ"}, opened.history
        )
    thrown = drafting.new_initiative(team, None, answers(1, initiative_title="Bản bỏ đi"))
    drafting.delete_draft(team, thrown)
    likenesses.look_for_likenesses(team)
    return queued, handed, draft, thrown, bundle


def test_no_byte_of_the_person_is_left_and_the_numbers_stay(team, files):
    # As SQLite is built for Windows: what is deleted stays in the file until it is written anew.
    event.listen(
        team.database.engine,
        "connect",
        lambda connection, _record: connection.execute("PRAGMA secure_delete=OFF"),
    )
    team.database.engine.dispose()
    queued, handed, draft, thrown, bundle = spread(team)
    assert files_naming(team.folder, WHO)
    before = progress.progress(team), listing.list_initiatives(team).total
    done = erase(team)
    assert (done.reports, done.revisions) == (4, 2)
    team.close()
    assert files_naming(team.folder, WHO) == []
    assert b"chien" not in (team.folder / "book.sqlite3").read_bytes()  # nor in the word index
    with Workspace(team.folder, clock=team.clock) as again:
        assert (progress.progress(again), listing.list_initiatives(again).total) == before
        kept = drafting.open_draft(again, handed).answers["authors"]
        assert [row["contribution_percent"] for row in kept] == [60, 40]
        assert kept[0]["full_name"] == "Đặng Văn Quyết"
        assert kept[1] == {
            "full_name": ERASED,
            "contribution_percent": 40,
            "is_member": "yes",
            "is_contact": "no",
            "signs": "yes",
            "consent": "yes",
        }
        assert state(again, handed) == "handed_over"
        assert listing.list_initiatives(again, listing.Query(search="ma van chien")).total == 0
        found = listing.list_initiatives(again, listing.Query(search="dang van quyet"))
        assert found.total == 3
        drafting.restore_draft(again, thrown)
        assert drafting.open_draft(again, draft).answers["authors"][1]["full_name"] == ERASED
        with pytest.raises(BadInput) as raised:
            erase(again)
        assert raised.value.code == "SSK-967"
        # What left cannot be made again; what waits is held back until it is completed anew.
        with pytest.raises(NotAllowed) as raised:
            handover.export_again(again, bundle.bundle_id, files)
        assert raised.value.code == "SSK-969"
        (item,) = queue.list_queue(again)
        assert (item.id, [f.code for f in item.held_back]) == (queued, ["SSK-970"])
        assert not erasing.is_unfinished(again)


def test_somebody_else_of_the_same_name_is_left_alone(team):
    own = answers(1)
    other = [dict(own["authors"][0]), dict(own["authors"][1], birth_date="1961-01-01")]
    elsewhere = drafting.new_initiative(team, None, own | {"authors": other})
    together = drafting.new_initiative(
        team,
        None,
        own
        | {
            "authors": [own["authors"][1], dict(own["authors"][1], birth_date="1961-01-01")],
            "essence": f"{WHO} vẽ bản vẽ.",
        },
    )
    alone = drafting.new_initiative(team, None, own)
    with pytest.raises(BadInput) as raised:
        erase(team)
    assert raised.value.code == "SSK-968"
    found = persons.find(team, "ma văn CHIẾN")
    assert sorted(group.birth for group in found.groups) == ["1961-01-01", BIRTH]
    seen = erasing.preview(team, found, persons.group_matching(found, birth=BIRTH))
    assert {report.id: report.unsure for report in seen.reports} == {together: True, alone: False}
    erase(team, birth=BIRTH)
    names = {
        one: [row["full_name"] for row in drafting.open_draft(team, one).answers["authors"]]
        for one in (elsewhere, together, alone)
    }
    assert names == {
        elsewhere: ["Đặng Văn Quyết", WHO],
        together: [ERASED, WHO],
        alone: ["Đặng Văn Quyết", ERASED],
    }
    assert drafting.open_draft(team, together).answers["essence"].startswith(WHO)
    assert drafting.open_draft(team, alone).answers["steps"][1]["person"] == ERASED


def test_a_longer_name_and_other_marks_are_somebody_else():
    found = name_pattern("Nguyễn Văn An").findall("Nguyễn Văn Anh, NGUYEN  VAN AN, Nguyễn Văn Ân.")
    assert found == ["NGUYEN  VAN AN", "Nguyễn Văn Ân"]


def test_the_office_erases_and_an_old_bundle_does_not_bring_it_back(team, office, files):
    one = ready(team, 1)
    path = export(team, files)
    inbox.take_in(office, [path])
    review.decide(office, one, "accepted", f"Anh {WHO} làm rất tốt.")
    figures = progress.progress(office)
    with office.database.read() as session:
        mark = initiatives.get(session, one).revision_hash
    found = persons.find(office, WHO)
    seen = erasing.preview(office, found, persons.group_matching(found))
    assert seen.came_from == (team.own.name,)
    erase(office)
    assert progress.progress(office) == figures
    assert files_naming(office.folder, WHO) == []
    (file,) = inbox.take_in(office, [path]).files
    assert [(item.intake, item.reason) for item in file.items] == [("quarantined", "SSK-965")]
    assert [row.kept for row in quarantine.list_quarantine(office)] == [False]
    assert files_naming(office.folder, WHO) == []
    with office.database.read() as session:
        (buried,) = [
            t for t in tombstones.of_initiative(session, one) if t.kind == tombstones.REVISION
        ]
        assert (buried.hash, buried.reason) == (mark, "person")
    # The answer goes out under the old hash and the team, which erased as well, knows it.
    erase(team)
    (receipt,) = receipts.export_receipts(office, files)
    (answer,) = inbox.take_in(team, [receipt.path]).files
    assert [item.intake for item in answer.items] == ["accepted"]
    assert state(team, one) == "accepted"
    assert relaying.count_relayable(office) == 0


def test_a_new_revision_after_the_erasure_comes_in(team, office, files):
    one = ready(team, 1)
    inbox.take_in(office, [export(team, files)])
    erase(team)
    drafting.back_to_draft(team, one)
    left = drafting.open_draft(team, one).answers["authors"][0]
    drafting.edit(team, one, {"authors": [left | {"contribution_percent": 100}]})
    drafting.make_ready(team, one)
    assert inbox.take_in(office, [export(team, files)]).all_well
    with office.database.read() as session:
        assert initiatives.get(session, one).authors == "Đặng Văn Quyết"


def test_pictures_go_only_when_chosen(team, files):
    shared = {
        "file": drafting_file(team, b"%PDF-1.4 anh cua anh Chien"),
        "description": f"Ảnh {WHO} đứng máy",
    }
    own = drafting_file(team, b"%PDF-1.4 chi cua ho so nay")
    one = drafting.new_initiative(
        team, None, answers(1, attachments=[shared, {"file": own, "description": "Bản vẽ"}])
    )
    two = drafting.new_initiative(team, None, answers(2, attachments=[shared]))
    found = persons.find(team, WHO)
    places = tuple(p for p in found.places if p.initiative_id == one)
    seen = erasing.preview(team, found, places)
    assert {file.sha256 for file in seen.files} == {shared["file"]["sha256"], own["sha256"]}
    marks = [file.sha256 for file in seen.files]
    erasing.erase(team, erasing.choose(found, places, files=marks))
    assert not team.attachments.holds(own["sha256"])
    assert team.attachments.holds(shared["file"]["sha256"])  # another report needs it
    rows = drafting.open_draft(team, one).answers["attachments"]
    assert [row.get("file") for row in rows] == [None, None]
    assert rows[0]["description"] == f"Ảnh {ERASED} đứng máy"
    assert drafting.open_draft(team, two).answers["attachments"][0]["file"]


def drafting_file(team, content):
    """Take a file in and return what stands in the answers."""
    from desktop_app.services.attaching import attach_data

    return attach_data(team, content, "tep.pdf").value


def test_what_was_interrupted_is_finished(team, files, monkeypatch):
    one = ready(team, 1)
    export(team, files)
    found = persons.find(team, WHO)
    chosen = erasing.choose(found, persons.group_matching(found))

    def stopped(*_arguments, **_named):
        raise KeyboardInterrupt

    monkeypatch.setattr(erasing, "finish", stopped)
    with pytest.raises(KeyboardInterrupt):
        erasing.erase(team, chosen)
    monkeypatch.undo()
    assert erasing.is_unfinished(team)
    assert drafting.open_draft(team, one).answers["authors"][1]["full_name"] == ERASED
    held = (team.folder / "attachments").glob("??/*")
    monkeypatch.setattr(type(team.attachments), "discard", lambda *_given: None)
    assert not erasing.finish(team)  # another program has the files open
    assert erasing.is_unfinished(team)
    monkeypatch.undo()
    assert any(held)
    assert erasing.finish(team)
    assert not erasing.is_unfinished(team)
    team.close()
    assert files_naming(team.folder, WHO) == []


def test_backups_and_books_put_aside_forget_too(team, files, tmp_path):
    one = ready(team, 1)
    export(team, files)
    stamp = team.folder / "backups" / "20261120-1000-close"
    stamp.mkdir(parents=True)
    raw = team.database.engine.raw_connection()
    raw.cursor().execute("VACUUM INTO ?", (str(stamp / "book.sqlite3"),))
    raw.close()
    with team.database.read() as session:
        record = initiatives.get(session, one)
        (document, *_rest) = initiatives.documents_of(session, one, record.revision_hash)
    kept = team.folder / "backups" / "files" / document["sha256"][:2] / document["sha256"]
    kept.parent.mkdir(parents=True)
    kept.write_bytes(team.attachments.read(document["sha256"]))
    (stamp / "backup.json").write_text('{"reason": "close"}', encoding="utf-8")
    damaged = team.folder / "backups" / "20261119-1000-close" / "book.sqlite3"
    damaged.parent.mkdir()
    damaged.write_bytes(f"no database any more, {WHO}".encode())
    old = team.folder / "backups" / "20250101-1000-close" / "book.sqlite3"
    old.parent.mkdir()
    shutil.copy(GOLDEN / "database-0003" / "book.sqlite3", old)
    assert len(files_naming(team.folder / "backups", WHO)) == 4
    assert erase(team).copies == 3
    assert not damaged.exists()
    assert old.exists()
    assert files_naming(team.folder, WHO) == []


def test_what_only_undo_still_knows_is_found_and_forgotten(team):
    one = drafting.new_initiative(team, None, answers(2, initiative_title="Xe chở khuôn"))
    authors = drafting.open_draft(team, one).answers["authors"]
    drafting.edit(team, one, {"authors": [dict(authors[0], full_name=WHO)]})
    drafting.edit(team, one, {"authors": authors})
    found = persons.find(team, WHO)
    assert {place.versions for place in found.places} == {("draft",)}
    assert erasing.erase(team, erasing.choose(found, found.places)).drafts == 1
    team.close()
    assert files_naming(team.folder, WHO) == []


def test_what_is_frozen_changes_only_where_somebody_was_erased(team):
    one, other = ready(team, 1), ready(team, 2)
    erase(team)
    for said in (
        f"UPDATE revision SET answers = '{{}}' WHERE initiative_id = '{other}'",
        f"UPDATE revision SET number = 9 WHERE initiative_id = '{one}'",
        f"UPDATE audit SET action = 'x' WHERE subject = '{one}'",
        f"DELETE FROM revision WHERE initiative_id = '{one}'",
    ):
        with pytest.raises(IntegrityError), team.database.write() as session:
            session.execute(text(said))


def test_what_is_no_name_is_refused(team):
    for name in ("", "An", "  ", ERASED, "a b"):
        with pytest.raises(BadInput) as raised:
            persons.find(team, name)
        assert raised.value.code == "SSK-966"


def test_a_file_set_aside_is_found_and_dropped(office, files, tmp_path, clock):
    with Workspace(tmp_path / "strangers", clock=clock) as strangers:
        setup.start_team(strangers, "CĐCS Công ty Lạ", "LAX")
        ready(strangers, 1)
        path = handover.export_bundle(strangers, files, unsealed=True).path
    inbox.take_in(office, [path])
    assert [row.kept for row in quarantine.list_quarantine(office)] == [True]
    found = persons.find(office, WHO)
    (place,) = found.others
    assert place.kind == "set_aside"
    erasing.erase(office, erasing.choose(found, (place,)))
    assert quarantine.list_quarantine(office) == ()
    assert office.set_aside.all_kept() == ()
