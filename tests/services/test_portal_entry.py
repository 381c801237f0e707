"""Bản để nhập cổng: what stands in it, what never does, and what stops it."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from desktop_app.domain.portal_mapping import AttachmentRules, counted
from desktop_app.errors import BadInput
from desktop_app.services import (
    drafting,
    handover,
    home,
    inbox,
    portal,
    portal_attachments,
    portal_entry,
    portal_list,
    portal_mapping,
    recognition,
    review,
    targets,
)
from desktop_app.services.portal_gate import standing_against
from desktop_app.services.portal_list import DONE, UP, WAITING, PortalFilter
from desktop_app.storage import initiatives
from tests.samples import answers

TODAY = date(2026, 11, 20)

SECRET = "Nhiệt độ ủ khuôn là 812 độ trong 40 phút"
SIDE = "chỉ hai tổ của xưởng cơ điện được biết cách pha"


def sent(team, office, files, **changes):
    """Hand in a report with these answers; return its identifier."""
    number = changes.pop("number", 1)
    initiative_id = drafting.new_initiative(team, None, answers(number, **changes))
    drafting.make_ready(team, initiative_id)
    bundle = handover.export_bundle(team, files)
    assert inbox.take_in(office, [bundle.path]).all_well
    return initiative_id


def accepted(team, office, files, **changes):
    initiative_id = sent(team, office, files, **changes)
    review.decide(office, initiative_id, "accepted")
    return initiative_id


def texts(sheet):
    return {each.field.code: each.text for each in sheet.fields}


def problems(sheet):
    return {each.field.code: each.problem.part for each in sheet.fields if each.problem is not None}


def codes(sheet):
    return [note.code for note in sheet.blocked]


def use(office, **changes):
    """Use the mapping that ships with some parts changed."""
    made = replace(portal_mapping.built_in_mapping(), **changes)
    kept = {"mapping": portal_mapping._plain(made), "file": "a.xlsx", "on": "2026-11-20"}
    office.set_setting(portal_mapping.SETTING, kept)


def limited(**limits):
    return tuple(
        replace(each, limit=limits.get(each.code, each.limit))
        for each in portal_mapping.built_in_mapping().fields
    )


def programme(office, since=date(2020, 1, 1), until=date(2027, 12, 31), **changes):
    name = "Chương trình thử"
    targets.add_programme(office, code="CT", name=name, date_from=since, date_to=until, **changes)


# What stands in it


def test_a_sheet_has_the_fields_in_the_portals_order(office, handed_in):
    review.decide(office, handed_in[0], "accepted")
    sheet = portal_entry.entry_sheet(office, handed_in[0])
    assert [each.field for each in sheet.fields] == list(portal_mapping.mapping(office).fields)
    said = texts(sheet)
    assert said["title"] == sheet.title
    assert said["grassroots_unit"] == "CĐCS Công ty May Sông Công"
    assert said["direct_superior_unit"] == "Công đoàn các KCN tỉnh Thái Nguyên"
    assert said["note"] == sheet.code
    assert said["solution_type"].startswith("Giải pháp")
    assert said["is_member"] in ("Có", "Không")
    assert "/" in said["first_applied_date"]
    assert all(each.length == counted(each.text) for each in sheet.fields)
    assert not sheet.blocked


def test_money_is_digits_tables_are_lines_and_authors_stand_together(team, office, files):
    rewards = [
        {"form": "Giấy khen", "reward_amount": 500000, "reward_date": "2026-03-05"},
        {"form": "Thưởng nóng"},
    ]
    one = accepted(team, office, files, rewards=rewards)
    said = texts(portal_entry.entry_sheet(office, one))
    assert said["rewards"] == "Giấy khen, 500000, 05/03/2026\nThưởng nóng"
    assert said["benefit_value"] == str(answers(1)["benefit_value"])
    names = [author["full_name"] for author in answers(1)["authors"]]
    assert said["co_authors"] == ", ".join(names)
    contact = next(a for a in answers(1)["authors"] if a["is_contact"] == "yes")
    assert said["author_name"] == contact["full_name"]


def test_the_record_of_recognition_stands_in_it(office, handed_in):
    review.decide(office, handed_in[0], "accepted")
    assert problems(portal_entry.entry_sheet(office, handed_in[0]))["decision_no"] == "missing"
    recognition.record(
        office,
        handed_in[0],
        "recognised",
        decision_no="118/QĐ-MSC",
        decision_date=date(2026, 11, 9),
        decision_by="L",
    )
    said = texts(portal_entry.entry_sheet(office, handed_in[0]))
    assert (said["decision_no"], said["decision_date"]) == ("118/QĐ-MSC", "09/11/2026")


def test_limits_are_counted_as_a_browser_does(office, handed_in):
    assert counted("ế\nb😀") == 5
    whole = texts(portal_entry.entry_sheet(office, handed_in[0]))["summary"]
    use(office, fields=limited(summary=len(whole)))
    assert "summary" not in problems(portal_entry.entry_sheet(office, handed_in[0]))
    use(office, fields=limited(summary=len(whole) - 7))
    sheet = portal_entry.entry_sheet(office, handed_in[0])
    assert problems(sheet)["summary"] == "long"
    note = next(each.problem for each in sheet.fields if each.field.code == "summary")
    assert note.facts == {"over": 7, "most": len(whole) - 7}
    assert texts(sheet)["summary"] == whole  # said, never cut off


def test_a_choice_without_a_label_of_the_portal_is_said(office, handed_in):
    values = {**portal_mapping.built_in_mapping().values, "solution_type": {}}
    use(office, values=values)
    assert problems(portal_entry.entry_sheet(office, handed_in[0]))["solution_type"] == "label"


# What never stands in it


def everything(sheet):
    return repr(sheet)


def test_nothing_confidential_is_in_the_sheet(team, office, files):
    told_again = f"Khuôn bền hơn ba lần. {SECRET}. Không còn phế phẩm."
    one = accepted(
        team,
        office,
        files,
        has_confidential="yes",
        confidential_info=f"{SECRET}; {SIDE}",
        portal_summary=told_again,
    )
    fields = portal_mapping.built_in_mapping().fields
    asks = replace(fields[0], code="secret", source="confidential_info", required=False)
    use(office, fields=(*fields, asks))
    sheet = portal_entry.entry_sheet(office, one)
    assert sheet.redacted
    said = texts(sheet)
    assert said["secret"] == ""
    assert said["summary"] == ""
    assert problems(sheet)["summary"] == "secret"
    for part in (SECRET, SIDE, "812"):
        assert part not in everything(sheet)
    assert said["title"]


def test_a_short_confidential_answer_is_left_out_too(team, office, files):
    one = accepted(team, office, files, has_confidential="yes", confidential_info="Axit HF 3 %")
    fields = portal_mapping.built_in_mapping().fields
    asks = replace(fields[0], code="secret", source="confidential_info", required=True)
    use(office, fields=(*fields, asks))
    sheet = portal_entry.entry_sheet(office, one)
    assert problems(sheet)["secret"] == "missing"
    assert "Axit HF" not in everything(sheet)


def test_of_a_trade_secret_only_title_effect_and_reward_go_up(team, office, files, picture):
    one = accepted(
        team,
        office,
        files,
        is_trade_secret="yes",
        rewards=[{"form": "Giấy khen"}],
        attachments=[{"file": picture(team), "kind": "photo"}],
    )
    sheet = portal_entry.entry_sheet(office, one)
    assert sheet.secret
    assert sheet.redacted
    assert list(texts(sheet)) == ["title", "summary", "rewards"]
    assert sheet.attachments == ()
    assert sheet.authors == ""
    for name in ("essence", "solution_overview", "novelty", "conditions"):
        assert answers(1)[name][:40] not in everything(sheet)


# Files


@pytest.fixture
def picture(tmp_path):
    """Return a way to take a picture into a book."""
    from PIL import Image

    from desktop_app.services import attaching

    place = tmp_path / "Ảnh trước khi cải tiến.png"
    Image.new("RGB", (64, 48), "red").save(place)
    return lambda workspace: attaching.attach_file(workspace, place).value


def test_files_have_readable_names_and_are_laid_out_as_they_are(
    team, office, files, picture, tmp_path
):
    kept = [{"file": picture(team), "kind": "photo"}]
    one = accepted(team, office, files, attachments=kept)
    sheet = portal_entry.entry_sheet(office, one)
    (file,) = sheet.attachments
    assert file.name.isascii()
    assert file.name.startswith(f"{sheet.code}_01_anh-truoc-khi-cai-tien.")
    assert file.problem is None
    (copy,) = portal_attachments.copy_attachments(office, sheet)
    assert copy.read_bytes() == office.attachments.read(file.sha256)
    assert office.temporary_folder in copy.parents
    portal_attachments.drop_copies(office, sheet.code)
    assert not copy.exists()
    (saved,) = portal_attachments.save_attachments(office, sheet, tmp_path / "cổng")
    assert portal_attachments.save_attachments(office, sheet, tmp_path / "cổng") == (saved,)


@pytest.mark.parametrize(
    ("rules", "part"),
    [
        (AttachmentRules(max_bytes=10), "size"),
        (AttachmentRules(kinds=("pdf",)), "kind"),
        (AttachmentRules(most=0), "most"),
    ],
)
def test_what_the_portal_would_not_take_is_said(team, office, files, picture, rules, part):
    kept = [{"file": picture(team), "kind": "photo"}]
    one = accepted(team, office, files, attachments=kept)
    use(office, attachments=rules)
    (file,) = portal_entry.entry_sheet(office, one).attachments
    assert file.problem.part == part


# What stops it


def test_without_a_verdict_it_is_blocked(office, handed_in):
    assert codes(portal_entry.entry_sheet(office, handed_in[0])) == ["SSK-902"]


def test_the_programme_asks_for_recognition_with_its_decision(office, handed_in):
    one = handed_in[0]
    review.decide(office, one, "accepted")
    programme(office)
    assert codes(portal_entry.entry_sheet(office, one)) == ["SSK-903"]
    recognition.record(
        office,
        one,
        "recognised",
        decision_no="1",
        decision_date=date(2026, 11, 9),
        decision_by="Nguyễn Văn B",
    )
    assert codes(portal_entry.entry_sheet(office, one)) == []
    with office.database.read() as session:
        record, chosen = initiatives.get(session, one), portal.programmes_on(session, TODAY)
    # A record that came in a bundle may lack what is asked for here.
    for said in ({"decision_no": "1"}, {"decision_date": "2026-11-09"}, {"decision_no": " "}):
        assert [note.code for note in standing_against(record, said, chosen)] == ["SSK-904"]
    portal.ask_recognition(office, "CT", False)
    two = handed_in[1]
    review.decide(office, two, "accepted")
    assert codes(portal_entry.entry_sheet(office, two)) == []


def test_the_first_use_lies_inside_the_programmes_window(team, office, files):
    one = accepted(team, office, files, first_applied_date="2026-03")
    programme(office, date(2026, 3, 20), date(2026, 12, 31), needs_recognition=False)
    assert codes(portal_entry.entry_sheet(office, one)) == []  # it may have been the 25th
    programme(office, date(2026, 4, 1), date(2026, 12, 31), needs_recognition=False)
    (note,) = portal_entry.entry_sheet(office, one).blocked
    assert note.code == "SSK-905"
    assert (note.facts["day"], note.facts["since"]) == ("tháng 3/2026", "01/04/2026")


def test_without_its_form_nobody_can_say_what_is_confidential(office, handed_in):
    review.decide(office, handed_in[0], "accepted")
    with office.database.write() as session:
        record = initiatives.get(session, handed_in[0])
        initiatives.change(session, record, template_version="99")
    sheet = portal_entry.entry_sheet(office, handed_in[0])
    assert codes(sheet) == ["SSK-906"]
    assert (sheet.fields, sheet.attachments, sheet.title) == ((), (), sheet.code)


def test_an_initiative_that_is_not_known_is_refused(office):
    with pytest.raises(BadInput):
        portal_entry.entry_sheet(office, "khong-co")


# Many


def test_the_list_counts_and_pages(office, handed_in):
    first, second = handed_in
    for each in handed_in:
        review.decide(office, each, "accepted")
    assert portal_list.counts(office) == {WAITING: 2, UP: 0, DONE: 0}
    page = portal_list.page(office, limit=1)
    rest = portal_list.page(office, after=page.next, limit=1)
    assert [row.id for row in (*page.rows, *rest.rows)] == [first, second]
    assert rest.next is None
    portal.record_portal(office, first, code="SK-1", state="reviewing")
    assert portal_list.counts(office) == {WAITING: 1, UP: 1, DONE: 0}
    assert [row.state for row in portal_list.page(office).rows] == [WAITING, UP]
    portal.record_portal(office, first, code="SK-1", state="valid")
    assert portal_list.counts(office) == {WAITING: 1, UP: 0, DONE: 1}
    (row,) = portal_list.page(office, PortalFilter(state=DONE)).rows
    assert (row.id, row.portal, row.portal_code) == (first, "valid", "SK-1")
    unit = portal_entry.entry_sheet(office, second).unit
    assert portal_list.page(office, PortalFilter(search="khong co chu nay")).rows == ()
    assert [r.unit for r in portal_list.page(office, PortalFilter(state=WAITING)).rows] == [unit]


def queries(office, work):
    """Return how many statements some work sends."""
    sent_ = []
    engine = office.database.engine
    note = lambda *given: sent_.append(given[2])  # noqa: E731
    event.listen(engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(sent_)


def test_many_sheets_ask_no_more_than_one(office, handed_in):
    for each in handed_in:
        review.decide(office, each, "accepted")
    list(portal_entry.entry_sheets(office, handed_in))  # forms are opened once
    one = queries(office, lambda: list(portal_entry.entry_sheets(office, handed_in[:1])))
    two = queries(office, lambda: list(portal_entry.entry_sheets(office, handed_in)))
    assert one == two
    waiting = PortalFilter(state=WAITING)
    short = queries(office, lambda: portal_list.page(office, waiting, limit=1))
    assert queries(office, lambda: portal_list.page(office, waiting, limit=2)) == short
    order = [sheet.initiative_id for sheet in portal_entry.entry_sheets(office, handed_in[::-1])]
    assert order == handed_in[::-1]


def test_the_first_page_counts_what_waits_to_go_up(office, handed_in):
    def waiting():
        return [todo.facts for todo in home.summary(office).todos if todo.page == "portal"]

    assert waiting() == []
    for each in handed_in:
        review.decide(office, each, "accepted")
    assert waiting() == [{"number": 2}]
    portal.record_portal(office, handed_in[0], code="SK-1", state="reviewing")
    assert waiting() == [{"number": 1}]
