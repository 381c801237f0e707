"""The central system's answers read back: in many disguises, matched by code, title and author."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from desktop_app.errors import BadFile, BadInput
from desktop_app.services import drafting, handover, inbox, portal, portal_answers, receipts, review
from desktop_app.services.portal_answers import Verdict
from desktop_app.services.portal_matching import Matching
from desktop_app.storage import initiatives, verdicts
from desktop_app.storage.packages import AtPortal
from tests.samples import ready


@pytest.fixture
def accepted(office, team, handed_in):
    """Two reports the officer accepted and their unit recognised."""
    for initiative_id in handed_in:
        review.decide(office, initiative_id, "accepted")
    return handed_in


def record(workspace, initiative_id):
    with workspace.database.read() as session:
        return initiatives.get(session, initiative_id)


def note(workspace, initiative_id):
    with workspace.database.read() as session:
        return initiatives.portal_note(session, initiative_id)


def sheet(path, *rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place in merged:
        book.active.merge_cells(place)
    book.save(path)
    return path


def text(path, encoding, delimiter, *rows):
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    path.write_bytes(made.getvalue().encode(encoding))
    return path


def told(result):
    return [(line.verdict, line.reason) for line in result.lines]


HEAD = ("Mã trên cổng", "Tên sáng kiến", "Tác giả", "Trạng thái", "Ghi chú")


def rows_of(office, ids):
    """Rows by title and author alone, as the central system has them before it was told a code."""
    first, second = (record(office, each) for each in ids)
    return (
        ("CDVN-001", first.title, first.authors, "Hợp lệ", "Đã duyệt đợt 2"),
        ("CDVN-002", second.title.upper(), second.authors, "Đang xem xét", ""),
    )


def test_looking_writes_nothing_and_recording_twice_changes_nothing(office, accepted, tmp_path):
    path = sheet(tmp_path / "ket-qua.xlsx", HEAD, *rows_of(office, accepted))
    before = [record(office, each) for each in accepted]
    looked = portal_answers.preview(office, path)
    assert told(looked) == [("new", ""), ("new", "")]
    assert [record(office, each) for each in accepted] == before
    done = portal_answers.apply(office, looked)
    assert done.recorded == 2
    first = record(office, accepted[0])
    assert (first.portal, first.portal_code, first.submission) == ("valid", "CDVN-001", "uploaded")
    assert note(office, accepted[0]) == "Đã duyệt đợt 2"
    after = [record(office, each) for each in accepted]
    again = portal_answers.apply(office, portal_answers.preview(office, path))
    assert told(again) == [("same", ""), ("same", "")]
    assert again.recorded == 0
    assert [record(office, each) for each in accepted] == after


def test_states_and_notes_reach_the_team_with_the_next_receipt_once(
    office, team, accepted, tmp_path, files
):
    path = sheet(tmp_path / "k.xlsx", HEAD, *rows_of(office, accepted))
    portal_answers.apply(office, portal_answers.preview(office, path))
    (answer,) = receipts.export_receipts(office, files)
    assert inbox.take_in(team, [answer.path]).all_well
    mine = record(team, accepted[0])
    assert (mine.portal, mine.portal_code, mine.submission) == ("valid", "CDVN-001", "uploaded")
    assert note(team, accepted[0]) == "Đã duyệt đợt 2"
    assert record(team, accepted[1]).portal == "reviewing"
    opened = drafting.open_draft(team, accepted[0])
    assert (opened.portal_code, opened.portal_note) == ("CDVN-001", "Đã duyệt đợt 2")
    # The same list again: nobody waits for an answer.
    portal_answers.apply(office, portal_answers.preview(office, path))
    assert receipts.list_answers(office) == ()


def disguises(rows):
    first, second = rows
    swapped = [(r[4], r[3], r[1], r[0], r[2]) for r in rows]
    other = ("Ghi chú", "Tình trạng hồ sơ", "Tên giải pháp", "Mã số sáng kiến", "Họ và tên")
    return {
        "utf8.csv": lambda p: text(p, "utf-8-sig", ",", HEAD, *rows),
        "semicolon.csv": lambda p: text(p, "utf-8", ";", HEAD, *rows),
        "tabs.txt": lambda p: text(p, "utf-16", "\t", HEAD, *rows),
        "order.xlsx": lambda p: sheet(p, other, *swapped),
        "merged.xlsx": lambda p: sheet(
            p,
            ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",),
            ("KẾT QUẢ XÉT DUYỆT ĐỢT 2 (cập nhật 20/11/2026)",),
            (),
            ("STT", "Mã", "Sáng kiến", None, "Kết quả xét duyệt", None),
            (None, None, "Tên sáng kiến (*)", "Họ tên tác giả", "Trạng thái", "Lý do"),
            (1, *first[:3], "HỢP LỆ.", first[4]),
            (2, *second[:3], "đang thẩm định", ""),
            merged=("A1:F1", "A4:A5", "B4:B5", "C4:D4", "E4:F4"),
        ),
    }


@pytest.mark.parametrize(
    "name", ["utf8.csv", "semicolon.csv", "tabs.txt", "order.xlsx", "merged.xlsx"]
)
def test_the_same_list_in_five_disguises(office, accepted, tmp_path, name):
    path = disguises(rows_of(office, accepted))[name](tmp_path / name)
    looked = portal_answers.preview(office, path)
    assert told(looked) == [("new", ""), ("new", "")]
    assert [line.state for line in looked.lines] == ["valid", "reviewing"]
    assert [line.code for line in looked.lines] == ["CDVN-001", "CDVN-002"]
    assert [line.note for line in looked.lines] == ["Đã duyệt đợt 2", ""]


def test_an_old_encoding_of_windows_is_read(office, accepted, tmp_path):
    first = record(office, accepted[0])
    rows = (("Mã hồ sơ", "Trạng thái", "Ghi chú"), (first.code, "Không hợp lệ", "Thiếu quyết định"))
    # cp1258 writes a letter and its tone apart, as Excel on Windows does.
    apart = [[_apart(cell) for cell in row] for row in rows]
    path = text(tmp_path / "old.csv", "cp1258", ";", *apart)
    (line,) = portal_answers.preview(office, path).lines
    assert (line.verdict, line.state, line.note) == ("new", "invalid", "Thiếu quyết định")


def _apart(said):
    import unicodedata

    made = ""
    for letter in said:
        whole = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in whole if c in "\u0300\u0309\u0303\u0301\u0323")
        base = unicodedata.normalize("NFC", "".join(c for c in whole if c not in tones))
        made += base + tones
    return made


def test_what_is_in_doubt_is_shown_and_recorded_only_as_chosen(office, accepted, tmp_path):
    first, second = (record(office, each) for each in accepted)
    path = sheet(
        tmp_path / "k.xlsx",
        HEAD,
        ("A-1", first.title + " (bản sửa)", first.authors, "Hợp lệ", ""),
        ("A-2", second.title, "", "Hợp lệ", ""),  # nobody named: the title alone is not enough
        ("A-3", "Một việc hoàn toàn khác ở nơi khác", "Người Lạ", "Hợp lệ", ""),
    )
    looked = portal_answers.preview(office, path)
    assert [line.verdict for line in looked.lines] == ["doubtful", "doubtful", "unknown"]
    assert [line.candidates[0].id for line in looked.lines[:2]] == accepted
    assert portal_answers.apply(office, looked).recorded == 0
    assert record(office, accepted[0]).portal == "none"
    with pytest.raises(BadInput) as raised:
        portal_answers.apply(office, looked, {4: accepted[0]})
    assert raised.value.code == "SSK-913"
    done = portal_answers.apply(office, looked, {2: accepted[0], 3: None})
    assert done.recorded == 1
    assert record(office, accepted[0]).portal_code == "A-1"
    assert record(office, accepted[1]).portal == "none"
    # The next list has the code, and nothing is asked.
    again = sheet(tmp_path / "l.xlsx", HEAD, ("A-1", "", "", "Không hợp lệ", "Trùng"))
    (line,) = portal_answers.preview(office, again).lines
    assert (line.verdict, line.by) == ("conflict", "portal_code")


def test_what_goes_against_the_book_is_asked(office, accepted, tmp_path):
    first, second = (record(office, each) for each in accepted)
    portal.record_portal(office, first.id, code="A-1", state="valid")
    portal.record_portal(office, second.id, code="A-2", state="reviewing")
    path = sheet(
        tmp_path / "k.xlsx",
        (*HEAD, "Mã hồ sơ", "Ngày"),
        ("A-1", first.title, "", "Đang xem xét", "", "", ""),
        ("B-9", second.title, second.authors, "Hợp lệ", "", second.code, ""),
        ("A-2", second.title, "", "Hợp lệ", "", "", "01/01/2020"),
    )
    looked = portal_answers.preview(office, path)
    assert told(looked)[0] == ("conflict", "SSK-915")
    assert {line.verdict for line in looked.lines} == {Verdict.CONFLICT}
    assert portal_answers.apply(office, looked).recorded == 0
    assert portal_answers.apply(office, looked, {2: first.id}).recorded == 1
    assert record(office, first.id).portal == "reviewing"


def test_a_choice_that_turns_out_to_go_against_the_book_is_shown_first(office, accepted, tmp_path):
    first = record(office, accepted[0])
    portal.record_portal(office, first.id, code="A-1", state="valid")
    path = sheet(tmp_path / "k.xlsx", HEAD, ("B-1", first.title, "", "Hợp lệ", ""))
    looked = portal_answers.preview(office, path)
    assert looked.lines[0].verdict == "doubtful"
    done = portal_answers.apply(office, looked, {2: first.id})
    assert told(done) == [("conflict", "SSK-914")]
    assert done.recorded == 0
    shown = portal_answers.decide(office, looked, {2: first.id})
    assert portal_answers.apply(office, shown, {2: first.id}).recorded == 1
    assert record(office, first.id).portal_code == "B-1"


def test_lines_that_cannot_be_stop_no_other(office, team, accepted, tmp_path, files):
    waiting = ready(team, 3)
    assert inbox.take_in(office, [handover.export_bundle(team, files).path]).all_well
    first, second = (record(office, each) for each in accepted)
    path = sheet(
        tmp_path / "k.xlsx",
        ("Mã", "Mã hồ sơ", "Trạng thái", "Ngày", "Ghi chú"),
        ("A-1", first.code, "Hợp lệ", date(2026, 11, 19), "@SUM(A1)"),
        ("A-1", first.code, "Hợp lệ", date(2026, 11, 19), "@SUM(A1)"),
        ("A-2", second.code, "Chẳng rõ", "", ""),
        ("A-2", second.code, "Hợp lệ", "01/01/2199", ""),
        ("A-3", record(office, waiting).code, "Hợp lệ", "", ""),
        ("X" * 41, second.code, "Hợp lệ", "", ""),
    )
    done = portal_answers.apply(office, portal_answers.preview(office, path))
    assert told(done) == [
        ("new", ""),
        ("double", "SSK-916"),
        ("refused", "SSK-911"),
        ("refused", "SSK-912"),
        ("refused", "SSK-917"),
        ("refused", "SSK-526"),
    ]
    assert done.recorded == 1
    assert record(office, first.id).portal_on == "2026-11-19"
    assert note(office, first.id) == "@SUM(A1)"
    with office.database.read() as session:
        said = verdicts.verdicts_of(session, first.id)
    assert len([v for v in said if v.verdict is None and v.receipt_id is None]) == 1 + 1


def test_two_lines_that_disagree_are_not_taken(office, accepted, tmp_path):
    first = record(office, accepted[0])
    path = sheet(
        tmp_path / "k.xlsx",
        ("Mã hồ sơ", "Trạng thái"),
        (first.code, "Hợp lệ"),
        (first.code, "Không hợp lệ"),
    )
    looked = portal_answers.preview(office, path)
    assert told(looked) == [("conflict", "SSK-916"), ("conflict", "SSK-916")]
    assert portal_answers.apply(office, looked, {3: first.id}).recorded == 1
    assert record(office, first.id).portal == "invalid"


@pytest.mark.parametrize("rows", [[("Một", "Hai"), (1, 2)], [("Trạng thái",), ("Hợp lệ",)], []])
def test_a_list_without_its_columns_is_refused(office, tmp_path, rows):
    with pytest.raises(BadFile) as raised:
        portal_answers.preview(office, sheet(tmp_path / "k.xlsx", *rows))
    assert raised.value.code in ("SSK-910", "SSK-352")
    with pytest.raises(BadFile) as raised:
        portal_answers.preview(office, tmp_path / "gone.xlsx")
    assert raised.value.code == "SSK-355"


# How sure matching is

_TITLES = (
    "Cải tiến gá khoan bản lề tủ điện",
    "Cải tiến gá khoan bản lề tủ điện loại 2",
    "Cải tiến gá khoan bản lề tủ bếp",
    "Xe bơm nước cứu hỏa dùng trong kho",
    "Xe bơm nước cứu hỏa dùng ngoài bãi",
    "Chuyền may cơ túi",
    "Chuyền may cơ cổ",
)


def book():
    return [
        AtPortal(
            str(n),
            f"MSC-2026-{n:04}",
            "u",
            title,
            f"Nguyễn Văn {n}",
            "accepted",
            "none",
            "",
            "",
            "",
        )
        for n, title in enumerate(_TITLES)
    ] + [
        AtPortal(
            "twin", "MSC-2026-0099", "u", _TITLES[0], "Trần Thị Hai", "accepted", "none", "", "", ""
        )
    ]


def test_nothing_is_taken_as_sure_but_the_same_title_and_author():
    matching = Matching(book())
    for each in book():
        spelled = {
            "title": each.title.upper().replace("Ả", "ả") + " ",
            "author": f"{each.authors} và cộng sự",
        }
        assert matching.match(spelled).known == each
        for values in (
            {"title": each.title},
            {"title": each.title, "author": "Người Khác"},
            {"title": each.title[:-1] + "k", "author": each.authors},
            {"title": each.title.replace("Cải tiến ", "Cải tiến chiếc "), "author": ""},
        ):
            match = matching.match(values)
            if values["title"] != each.title or "author" not in values:
                assert match.known is None
                assert each.id in [candidate.id for candidate, _percent in match.candidates]
            else:
                assert match.known is None
    assert (
        matching.match({"title": "Bếp ăn tập thể sạch", "author": "Nguyễn Văn 1"}).candidates == ()
    )


def test_a_code_that_names_another_title_is_in_doubt():
    matching = Matching(book())
    assert matching.match({"dossier": "msc-2026-0005", "title": ""}).known is not None
    match = matching.match(
        {"dossier": "MSC-2026-0005", "title": _TITLES[3], "author": "Nguyễn Văn 3"}
    )
    assert match.known is None
    assert [c.id for c, _p in match.candidates] == ["5"]
