"""From the application to the certificate: filing, council, decision, what travels, what is due."""

import io
import json
import shutil
import subprocess
import zipfile
from datetime import date

import pytest

from desktop_app.domain.recognition import Member
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.resource_files import resource_path
from desktop_app.services import (
    cards,
    councils,
    drafting,
    filing,
    handover,
    inbox,
    listing,
    portal,
    recognition,
    recognition_papers,
    review,
    setup,
    targets,
    time_limits,
)
from desktop_app.services import council_sessions as sessions
from desktop_app.services.listing import Query
from desktop_app.storage import desk_tables
from tests.samples import answers, ready

MEMBERS = (
    Member("Nguyễn Văn Bình", "chair"),
    Member("Trần Thị Hạnh", "vice_chair", union=True),
    Member("Lê Thu Hà", "secretary"),
    Member("Phạm Quốc Toản", "expert"),
    Member("Đỗ Minh Khôi", "other"),
)
MET, DECIDED = date(2026, 11, 10), date(2026, 11, 12)


def council(book, **changes):
    given = {"name": "Hội đồng sáng kiến", "body": "Công ty May", "members": MEMBERS} | changes
    return councils.keep_council(book, **given)


def meeting(key, *, present=(0, 1, 2, 3, 4), **changes):
    return sessions.Meeting(key, MET, present, **{"minutes_no": "02/BB"} | changes)


def decision(**changes):
    return sessions.Decided(**{"no": "118/QĐ", "on": DECIDED, "by": "Hoàng Đức Long"} | changes)


def code_of(call, *given, **more):
    with pytest.raises(BadInput) as raised:
        call(*given, **more)
    return raised.value.code


@pytest.fixture
def heard(team):
    """Two initiatives that were filed and voted on: the second did not pass."""
    ids = [ready(team, 1), ready(team, 2)]
    filing.file_applications(team, ids, on=date(2026, 11, 2), received_by="Lê Thu Hà")
    outcomes = sessions.hold_session(
        team,
        meeting(council(team)),
        [sessions.Vote(ids[0], 4, 5), sessions.Vote(ids[1], 3, 5, "Chưa có số liệu")],
    )
    assert [one.passed for one in outcomes] == [True, False]
    return ids


# Filing


def test_the_register_runs_through_a_year_and_begins_anew(team, clock):
    one, two, three = ready(team, 1), ready(team, 2), ready(team, 3)
    filed = filing.file_applications(team, [one, two], on=date(2026, 11, 19))
    assert [(line.receipt_no, line.due) for line in filed] == [
        ("01", date(2027, 2, 19)),
        ("02", date(2027, 2, 19)),
    ]
    clock.now = clock.now.replace(year=2027, month=1, day=5)
    (third,) = filing.file_applications(team, [three])
    assert third.receipt_no == "01"
    assert [line.id for line in filing.register(team, 2026)] == [one, two]
    assert [line.receipt_no for line in filing.register(team, 2027)] == ["01"]


def test_a_number_given_by_hand_is_never_given_twice(team):
    one, two, three = ready(team, 1), ready(team, 2), ready(team, 3)
    filing.file_applications(team, [one], first_no="1")
    assert code_of(filing.file_applications, team, [two], first_no="01") == "SSK-865"
    assert code_of(filing.file_applications, team, [two], first_no="mới") == "SSK-865"
    filed = filing.file_applications(team, [two, three])
    assert [line.receipt_no for line in filed] == ["02", "03"]


def test_several_are_filed_together_or_none(team):
    one, draft = ready(team, 1), drafting.new_initiative(team, None, answers(2))
    assert code_of(filing.file_applications, team, [one, draft]) == "SSK-874"
    assert recognition.history(team, one) == ()
    (line,) = filing.file_applications(team, [one])
    assert line.receipt_no == "01"
    assert code_of(filing.file_applications, team, [one]) == "SSK-873"
    assert code_of(filing.file_applications, team, []) == "SSK-868"


def test_days_that_cannot_follow_one_another_are_refused(team):
    one = ready(team)
    tomorrow = date(2026, 11, 21)
    assert code_of(filing.file_applications, team, [one], on=tomorrow) == "SSK-864"
    filing.file_applications(team, [one], on=date(2026, 11, 10))
    early = date(2026, 11, 9)
    with pytest.raises(BadInput) as refused:
        filing.accept_applications(team, [one], early)
    assert refused.value.code == "SSK-864"
    assert refused.value.facts == {"first": "10/11/2026", "second": "09/11/2026"}
    filing.tell_defects(team, one, date(2026, 11, 11), "Thiếu chữ ký")
    filing.accept_applications(team, [one], date(2026, 11, 15))
    said = recognition.status(team, one).said
    assert said["answer_due_date"] == "2027-02-15"


# Councils


def test_a_council_needs_a_name_members_and_roles_that_are_known(team):
    assert code_of(council, team, name=" ") == "SSK-860"
    assert code_of(council, team, members=[]) == "SSK-860"
    assert code_of(council, team, members=[Member("A", "king")]) == "SSK-869"
    assert code_of(council, team, threshold_code="none") == "SSK-862"
    key = council(team)
    assert code_of(council, team) == "SSK-870"
    council(team, council_id=key, members=MEMBERS[:3])
    assert [m.name for m in councils.find_council(team, key).members] == [
        m.name for m in MEMBERS[:3]
    ]
    councils.close_council(team, key)
    assert councils.list_councils(team) == ()
    assert councils.list_councils(team, closed=True)[0].closed


def test_a_rule_of_ones_own_is_used(team):
    code = councils.add_threshold(team, name="Ba phần tư", votes=3, of=4, source="Quy chế 01")
    assert code in {rule.code for rule in councils.list_thresholds(team)}
    key = council(team, threshold_code=code)
    one = ready(team)
    votes = [sessions.Vote(one, 3, 5, "Chưa đủ phiếu")]
    (outcome,) = sessions.hold_session(team, meeting(key), votes)
    assert not outcome.passed
    assert recognition.status(team, one).said["threshold"]["source"] == "Quy chế 01"
    assert code_of(councils.add_threshold, team, name="x", votes=5, of=4, source="y") == "SSK-862"


# Sessions


def test_a_failed_vote_needs_a_reason_and_nothing_is_kept_without(team):
    one, two, key = ready(team, 1), ready(team, 2), council(team)
    votes = [sessions.Vote(one, 5, 5), sessions.Vote(two, 1, 5)]
    assert code_of(sessions.hold_session, team, meeting(key), votes) == "SSK-866"
    assert recognition.history(team, one) == ()


@pytest.mark.parametrize("votes", [(6, 5), (-1, 5), (0, 0), (5, 6)])
def test_votes_that_cannot_be(team, votes):
    one, key = ready(team), council(team)
    given = [sessions.Vote(one, *votes, "x")]
    assert code_of(sessions.hold_session, team, meeting(key), given) == "SSK-863"


def test_nobody_there_and_minutes_numbered_twice(team, heard):
    three = ready(team, 3)
    key = councils.list_councils(team)[0].id
    votes = [sessions.Vote(three, 5, 5)]
    assert code_of(sessions.hold_session, team, meeting(key, present=()), votes) == "SSK-876"
    assert code_of(sessions.hold_session, team, meeting(key), votes) == "SSK-872"
    sessions.hold_session(team, meeting(key, minutes_no="03/BB"), votes)


def test_an_author_on_the_council_and_no_union_are_told(team):
    one = ready(team)
    author = drafting.open_draft(team, one).answers["authors"][0]["full_name"]
    key = council(team, members=[Member(author, "chair"), Member("B", "secretary")])
    (line,) = sessions.agenda(team, [one], key)
    assert {f.code for f in line.findings} == {"SSK-743", "SSK-744"}
    sessions.hold_session(team, meeting(key, present=(0, 1)), [sessions.Vote(one, 2, 2)])
    assert {f.code for f in recognition.status(team, one).findings} >= {"SSK-743", "SSK-744"}


def test_the_average_of_the_score_sheets_is_taken(team):
    one, key = ready(team), council(team)
    mark = drafting.open_draft(team, one)
    with team.database.write() as session:
        from desktop_app.storage import initiatives

        row = initiatives.get(session, mark.id)
        for member, points in (("A", {"moi": 30, "ich": 50}), ("B", {"moi": 25, "ich": 50.5})):
            session.add(
                desk_tables.ScoreSheet(
                    initiative_id=one,
                    revision_hash=row.revision_hash,
                    member=member,
                    rubric="{}",
                    points=json.dumps(points),
                    note="",
                    updated_at="",
                )
            )
    assert sessions.agenda(team, [one])[0].score == "77,75"
    sessions.hold_session(team, meeting(key), [sessions.Vote(one, 5, 5)])
    said = recognition.status(team, one).said
    assert (said["score_avg"], said["score_sheets"]) == ("77,75", "2")


# Decisions


def test_one_decision_on_many_with_certificates_for_every_author(team, heard):
    one, two = heard
    sessions.decide(team, decision(), [one], {two: "Chưa có số liệu"}, number_certificates=True)
    first, second = recognition.status(team, one), recognition.status(team, two)
    assert (first.state, second.state) == ("recognised", "refused")
    assert first.said["certificate_no"] == [f"{n:02}/2026" for n in (1, 2)]
    assert len(first.authors) == 2
    assert second.said["reason"] == "Chưa có số liệu"
    assert sessions.decision_of(team, one) == tuple(heard)
    assert recognition.status(team, one).revision == 1
    # Recorded once more it uses up no other numbers.
    sessions.decide(team, decision(), [one], number_certificates=True)
    assert recognition.status(team, one).said["certificate_no"] == ["01/2026", "02/2026"]


def test_what_a_decision_cannot_be(team, heard):
    one, two = heard
    assert code_of(sessions.decide, team, decision(), []) == "SSK-868"
    assert code_of(sessions.decide, team, decision(no=" "), [one]) == "SSK-580"
    assert code_of(sessions.decide, team, decision(), [one], {two: " "}) == "SSK-866"
    assert code_of(sessions.decide, team, decision(on=date(2026, 11, 9)), [one]) == "SSK-581"
    assert code_of(sessions.decide, team, decision(), [one], certificates={one: ["1"]}) == "SSK-871"
    numbers = {one: ["7", "8"], two: ["8", "9", "10"]}
    assert code_of(sessions.decide, team, decision(), heard, certificates=numbers) == "SSK-877"
    assert recognition.status(team, one).state == "filed"


def test_numbers_given_by_hand_are_passed_over(team, heard):
    one, two = heard
    sessions.decide(team, decision(), [one], certificates={one: ["01/2026", "03/2026"]})
    sessions.decide(team, decision(), [two], number_certificates=True)
    assert recognition.status(team, two).said["certificate_no"] == [
        "02/2026",
        "04/2026",
        "05/2026",
    ]


def test_a_correction_adds_and_keeps_what_was_there(team, heard):
    one, _two = heard
    sessions.decide(team, decision(), [one])
    before = recognition.history(team, one)
    assert code_of(recognition.amend, team, one, {"decision_no": "119/QĐ"}, why=" ") == "SSK-866"
    assert code_of(recognition.amend, team, one, {"decision_no": "118/QĐ"}, why="x") == "SSK-868"
    assert code_of(recognition.amend, team, one, {"decision_no": ""}, why="x") == "SSK-580"
    recognition.amend(team, one, {"decision_no": "119/QĐ"}, why="Chép nhầm số")
    after = recognition.history(team, one)
    assert after[: len(before)] == before
    status = recognition.status(team, one)
    assert (status.said["decision_no"], status.state) == ("119/QĐ", "recognised")


def test_a_certificate_number_that_was_put_right_is_free_again(team, heard):
    one, two = heard
    sessions.decide(team, decision(), [one], certificates={one: ["7", "8"]})
    numbers = {two: ["7", "9", "10"]}
    assert code_of(sessions.decide, team, decision(), [two], certificates=numbers) == "SSK-877"
    assert code_of(recognition.amend, team, one, {"certificate_no": ["5"]}, why="x") == "SSK-871"
    recognition.amend(team, one, {"certificate_no": ["5", "8"]}, why="Chép nhầm")
    sessions.decide(team, decision(), [two], certificates=numbers)


def test_the_council_saw_an_earlier_revision(team, heard):
    one, _two = heard
    with team.database.write() as session:
        from desktop_app.storage import initiatives

        row = initiatives.get(session, one)
        frozen = initiatives.one_revision(session, one, row.revision_hash)
        from dataclasses import replace

        newer = replace(frozen, number=2, hash="f" * 64)
        initiatives.insert_revision(session, newer)
        initiatives.change(session, row, team.now(), revision=2, revision_hash=newer.hash)
    assert "SSK-749" in {f.code for f in recognition.status(team, one).findings}


# What travels


def test_everything_recorded_reaches_the_office_word_for_word(team, office, files, heard):
    one, two = heard
    sessions.decide(team, decision(), [one], {two: "Chưa có số liệu"}, number_certificates=True)
    bundle = handover.export_bundle(team, files).path
    inbox.take_in(office, [bundle])
    for initiative_id in heard:
        mine, theirs = (recognition.status(book, initiative_id) for book in (team, office))
        assert theirs.said == mine.said
        assert theirs.state == mine.state
    (row,) = listing.list_initiatives(office, Query(recognition="refused")).rows
    assert row.id == two
    # The register and the certificate numbers of an office are its own.
    with office.database.read() as session:
        from desktop_app.storage import recognitions

        assert recognitions.certificate_owners(session) == {}
        assert recognitions.receipt_numbers(session, 2026) == set()
    with team.database.read() as session:
        assert recognitions.certificate_owners(session)["01/2026"] == one
        assert recognitions.receipt_numbers(session, 2026) == {"01", "02"}


def test_an_entry_too_large_to_travel_is_refused(team):
    one = ready(team)
    more = {"council_name": "x" * 501}
    assert code_of(recognition.record, team, one, "filed", more=more) == "SSK-526"


# Limits


def test_what_is_due_stands_with_the_overdue_first(team, clock):
    one, two, three = ready(team, 1), ready(team, 2), ready(team, 3)
    clock.now = clock.now.replace(month=12, day=1)
    filing.file_applications(team, [one], on=date(2026, 8, 20), accepted_on=date(2026, 8, 25))
    filing.file_applications(team, [two], on=date(2026, 11, 20))
    lines = time_limits.due(team)
    told = [(line.initiative_id, line.limit.code, line.due, line.days_left) for line in lines]
    assert told[0] == (one, "decide", date(2026, 11, 25), -6)
    assert (two, "form_check", date(2026, 12, 20), 19) in told
    assert all(line.limit.source for line in lines)
    assert [line.due for line in lines] == sorted(line.due for line in lines)
    assert not any(line[0] == three and line[1] != "file" for line in told)
    assert "SSK-742" in {f.code for f in recognition.status(team, one).findings}
    sessions.decide(team, decision(on=date(2026, 12, 1)), [one])
    assert "SSK-740" in {f.code for f in recognition.status(team, one).findings}
    assert not any(
        line.initiative_id == one and line.limit.code == "decide" for line in time_limits.due(team)
    )


def test_an_office_hears_what_waits_long_at_other_councils(team, office, files, clock):
    one, two = ready(team, 1), ready(team, 2)
    filing.file_applications(team, [one], on=date(2026, 8, 20))
    filing.file_applications(team, [two], on=date(2026, 11, 15))
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    lines = [(line.initiative_id, line.limit.code) for line in time_limits.due(office, within=90)]
    assert lines == [(one, "decide")]


def test_an_application_filed_too_late_is_told_with_its_article(team):
    one = ready(team, 1, first_applied_date="2025-06-30", applied_from="2025-06-30")
    filing.file_applications(team, [one], on=date(2026, 7, 1))
    found = recognition.status(team, one).findings
    (finding,) = [f for f in found if f.facts.get("limit") == "file"]
    said = drafting.finding_text(finding, "vi")
    assert "Điều 5 khoản 2" in said
    assert "quá 1 ngày" in said


def test_every_limit_has_its_source_and_says_if_nobody_read_it():
    for limit in time_limits.limits():
        assert limit.source
        assert set(limit.names) == {"vi", "en"}
    assert {limit.code for limit in time_limits.limits() if not limit.checked} == {
        "form_check",
        "mend",
    }


# The gate of the portal


@pytest.fixture
def accepted(team, office, files):
    """A report the office accepted, not recognised, in a programme that runs."""
    one = ready(team)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    review.decide(office, one, "accepted")
    targets.add_programme(
        office, code="CT", name="Chương trình", date_from=date(2026, 1, 1), date_to=None
    )
    return one


def upload(office, one, **more):
    portal.record_portal(office, one, code="SK-1", state="reviewing", **more)


def test_only_the_recognised_go_up_when_the_programme_says_so(office, accepted):
    assert code_of(upload, office, accepted) == "SSK-867"
    (row,) = listing.list_initiatives(office, Query()).rows
    assert (row.submission, row.portal) == ("accepted", "none")
    recognition.record(
        office,
        accepted,
        "recognised",
        decision_no="1",
        decision_date=DECIDED,
        decision_by="Hoàng Đức Long",
    )
    upload(office, accepted)
    # What is there already goes on, whatever becomes of the recognition.
    recognition.record(office, accepted, "refused", more={"reason": "Hủy quyết định"})
    portal.record_portal(office, accepted, code="SK-1", state="invalid")


def test_a_programme_may_take_the_others_too(office, accepted):
    assert code_of(portal.ask_recognition, office, "KHONG", False) == "SSK-879"
    portal.ask_recognition(office, "CT", False)
    upload(office, accepted)


def test_a_programme_of_another_year_does_not_ask(office, accepted):
    targets.add_programme(
        office,
        code="MOI",
        name="Năm nay",
        date_from=date(2026, 11, 1),
        date_to=date(2026, 12, 31),
        needs_recognition=False,
    )
    assert code_of(upload, office, accepted, on=date(2026, 10, 1)) == "SSK-867"
    upload(office, accepted, on=date(2026, 11, 15))


def test_the_step_itself_is_refused_before_the_gate(team, office, files, accepted):
    two = ready(team, 2)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    with pytest.raises(NotAllowed) as raised:
        upload(office, two)
    assert raised.value.code == "SSK-501"


@pytest.mark.parametrize("said", [False, None, "false", 0])
def test_a_card_tells_what_the_programme_asks(office, tmp_path, clock, said):
    targets.add_programme(
        office, code="CT", name="Chương trình", needs_recognition=said is not False
    )
    with type(office)(tmp_path / "team", clock=clock) as team:
        setup.start_team_with_card(team, cards.export_card(office, "MSC", tmp_path))
        (programme,) = targets.list_programmes(team)
    assert programme.needs_recognition is (said is not False)


# Papers


def text_of(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        import re

        xml = package.read("word/document.xml").decode("utf-8")
        return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml))


def test_papers_of_a_whole_recognition_leave_no_placeholder(team, heard):
    one, two = heard
    sessions.decide(team, decision(), [one], {two: "Chưa có số liệu"}, number_certificates=True)
    papers = {p.name: text_of(p.docx) for p in recognition_papers.fill_papers(team, heard)}
    assert tuple(papers) == tuple(recognition_papers.PAPERS)
    for text in papers.values():
        assert "{" not in text
        assert "}" not in text
        assert "None" not in text
    titles = [recognition.status(team, each).title for each in heard]
    for name in ("bien-ban-hop", "bang-tong-hop", "giay-bien-nhan"):
        assert all(title in papers[name] for title in titles), name
    assert "4/5" in papers["bien-ban-hop"]
    assert "3/5" in papers["bien-ban-hop"]
    assert "Lý do: Chưa có số liệu." in papers["bien-ban-hop"]
    assert "có mặt: 05/05" in papers["bien-ban-hop"]
    assert titles[1] not in papers["quyet-dinh"]
    assert "118/QĐ" in papers["quyet-dinh"]
    assert "ngày 02 tháng 02 năm 2027" in papers["giay-bien-nhan"]
    for author, number in zip(recognition.status(team, one).authors, ("01", "02"), strict=True):
        assert author in papers["giay-chung-nhan"]
        assert f"Số: {number}/2026" in papers["giay-chung-nhan"]


def test_minutes_are_of_the_whole_session_whoever_asks(team, heard):
    minutes = recognition_papers.fill_papers(team, heard[1:], ["bien-ban-hop"])
    assert len(minutes) == 1
    assert recognition.status(team, heard[0]).title in text_of(minutes[0].docx)


def test_papers_before_anything_was_recorded_have_room_to_write(team):
    one = ready(team)
    names = ["giay-bien-nhan", "bien-ban-hop", "bang-tong-hop", "quyet-dinh"]
    for paper in recognition_papers.fill_papers(team, [one], names):
        text = text_of(paper.docx)
        assert "……" in text or "… tháng …" in text
        assert "{" not in text
    assert recognition_papers.fill_papers(team, [one]) == ()
    assert code_of(recognition_papers.fill_papers, team, [one], ["khong"]) == "SSK-878"
    assert code_of(recognition_papers.fill_papers, team, []) == "SSK-868"


def test_a_secret_is_not_on_the_certificate(team):
    secret = "Nhiệt độ ủ 812 độ"
    one = ready(team, 1, has_confidential="yes", confidential_info=secret, portal_summary="")
    with team.database.read() as session:
        from desktop_app.storage import initiatives

        row = initiatives.get(session, one)
        kept = initiatives.one_revision(session, one, row.revision_hash).answers
    recognition.record(
        team, one, "recognised", decision_no="1", decision_date=DECIDED, decision_by="L"
    )
    (paper,) = recognition_papers.fill_papers(team, [one], ["giay-chung-nhan"])
    assert secret not in text_of(paper.docx)
    assert str(kept.get("purpose", "?"))[:40] not in text_of(paper.docx)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_paper(team, heard, tmp_path):
    sessions.decide(team, decision(), heard[:1], {heard[1]: "x"}, number_certificates=True)
    written = recognition_papers.write_papers(team, heard, tmp_path / "out")
    home = f"-env:UserInstallation=file://{tmp_path / 'office-home'}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *written],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for path in written:
        assert (tmp_path / f"{path.stem}.pdf").stat().st_size > 5_000


def test_the_papers_shipped_are_those_their_maker_makes():
    import sys

    folder = resource_path("recognition").parents[1] / "packaging/template_pack"
    sys.path.insert(0, str(folder))
    try:
        import layout
        import recognition as maker

        for name, (called, make) in maker.PAPERS.items():
            shipped = resource_path("recognition", "papers", f"{name}.docx").read_bytes()
            assert layout.same_bytes(make(), called) == shipped, name
        assert set(maker.PAPERS) == set(recognition_papers.PAPERS)
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop("recognition", None)
