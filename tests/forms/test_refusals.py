"""What is not supported is refused: with sheet, row, column, and what to use instead."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from desktop_app.forms.checking import APPEARANCES
from desktop_app.forms.workbook import FormRefused, read_form
from tests.forms.books import book, form, refused

CHOICES = "| list_name | name | label |\n| l | a | A |"


def places(refusals):
    return [(refusal.place, refusal.reason_code) for refusal in refusals]


@pytest.mark.parametrize(
    "kind",
    [
        "time",
        "dateTime",
        "geopoint",
        "geotrace",
        "geoshape",
        "audio",
        "video",
        "barcode",
        "range",
        "rank l",
        "acknowledge",
        "hidden",
        "start",
        "end",
        "today",
        "deviceid",
        "username",
        "select_one_from_file a.csv",
        "select_one_external l",
        "csv-external",
        "xml-external",
        "background-audio",
        "start-geopoint",
        "select_one ${a}",
    ],
)
def test_types(kind):
    found = refused([["type", "name", "label"], ["text", "a", "A"], [kind, "b", "B"]], CHOICES)
    assert places(found) == [("survey A3", "SSK-206")]
    assert found[0].facts["instead"] in found[0].told("vi")
    assert "survey A3" in found[0].told("en")


def test_every_refusal_is_found_at_once():
    found = refused(
        """
        | type | name | label | relevant | appearance | trigger | parameters | media::image |
        | text | a | A | ${nowhere} = 1 | w4 | | | |
        | select_one l or_other | s | S | | | | | |
        | select_one missing | t | T | | | | randomize=true | |
        | text | a | A | | | ${s} | | x.png |
        | text | 1st | A | | | | | |
        | begin_group | g | | | | | | |
        """,
        CHOICES,
    )
    assert places(found) == [
        ("survey E2", "SSK-208"),
        ("survey A3", "SSK-207"),
        ("survey A4", "SSK-218"),
        ("survey G4", "SSK-209"),
        ("survey F5", "SSK-209"),
        ("survey H5", "SSK-209"),
        ("survey B5", "SSK-217"),
        ("survey B6", "SSK-216"),
        ("survey A7", "SSK-242"),
        ("survey D2", "SSK-219"),
    ]
    for refusal in found:
        assert "{" not in refusal.told("vi") + refusal.told("en")


def test_expressions():
    found = refused(
        """
        | type | name | label | relevant | constraint | calculation | readonly | required | default |
        | text | a | A | | nonsense(1) | | | | |
        | text | b | B | 1 + | | | | | |
        | text | c | C | | regex(., '(') | | | | |
        | calculate | d | | | | /data/zz + 1 | | | |
        | text | e | E | | | | if(1) | | |
        | text | f | F | | | | | uuid() = 1 | |
        | text | h | H | | | | | | random() |
        """
    )
    assert places(found) == [
        ("survey E2", "SSK-253"),
        ("survey D3", "SSK-250"),
        ("survey E4", "SSK-254"),
        ("survey F5", "SSK-219"),
        ("survey G6", "SSK-253"),
        ("survey H7", "SSK-253"),
        ("survey I8", "SSK-253"),
    ]


def test_the_count_of_a_repeat_is_refused_at_its_own_cell():
    found = refused(
        """
        | type | name | label | repeat_count |
        | begin_repeat | r | R | nonsense(1) |
        | text | a | A | |
        | end_repeat | | | |
        """
    )
    assert places(found) == [("survey D2", "SSK-253")]


def test_circles():
    found = refused(
        """
        | type | name | label | relevant | calculation |
        | calculate | a | | | ${b} + 1 |
        | calculate | b | | | ${c} + 1 |
        | calculate | c | | | ${a} + 1 |
        | text | d | D | ${d} = 1 | |
        | begin_group | g | G | ${e} = 1 | |
        | text | e | E | | |
        | end_group | | | | |
        | text | f | F | ${a} = 1 | |
        """
    )
    assert {place for place, _code in places(found)} == {
        "survey E2",
        "survey E3",
        "survey E4",
        "survey D5",
        "survey D6",
    }
    assert {code for _place, code in places(found)} == {"SSK-252"}


def test_looking_at_other_lines_is_no_circle():
    form(
        """
        | type | name | label | calculation |
        | begin_repeat | r | R | |
        | integer | x | X | |
        | calculate | t | | ${x} + coalesce(indexed-repeat(${t}, ${r}, position(..) - 1), 0) |
        | end_repeat | | | |
        """
    )


@pytest.mark.parametrize("word", sorted(APPEARANCES))
def test_supported_appearances(word):
    group = word == "table-list"
    rows = [
        ["type", "name", "label", "appearance"],
        ["begin_group", "g", "G", word if group else None],
        ["select_one l", "a", "A", None if group else word],
        ["end_group"],
    ]
    assert not refused(rows, CHOICES)


def test_sheets_that_are_missing_or_not_supported():
    assert places(refused("| kind | name |\n| text | a |")) == [("survey 1", "SSK-205")]
    workbook = Workbook()
    workbook.active.title = "a"
    workbook.create_sheet("b")
    buffer = io.BytesIO()
    workbook.save(buffer)
    with pytest.raises(FormRefused) as error:
        read_form(io.BytesIO(buffer.getvalue()))
    assert error.value.code == "SSK-204"
    workbook = Workbook()
    workbook.active.title = "survey"
    workbook.active.append(["type", "name", "label"])
    workbook.active.append(["text", "a", "A"])
    entities = workbook.create_sheet("entities")
    entities.append(["dataset", "label"])
    entities.append(["trees", "x"])
    buffer = io.BytesIO()
    workbook.save(buffer)
    with pytest.raises(FormRefused) as error:
        read_form(io.BytesIO(buffer.getvalue()))
    assert places(error.value.refusals) == [("entities A2", "SSK-215")]


def test_the_parsers_own_refusals_name_the_row():
    (found,) = refused(
        "| type | name | label |\n| select_one l | a | A |",
        "| list_name | name | label |\n| l | a | A |\n| l | a | B |",
    )
    assert (found.sheet, found.row, found.reason_code) == ("choices", 3, "SSK-202")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no workbook", b"\xd0\xcf\x11\xe0" * 300])
def test_other_files(data):
    with pytest.raises(FormRefused) as error:
        read_form(io.BytesIO(data))
    assert error.value.code == "SSK-200"


def test_a_bomb_is_refused_before_it_is_unpacked():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b" " * 80_000_000)
    with pytest.raises(FormRefused) as error:
        read_form(io.BytesIO(buffer.getvalue()))
    assert error.value.code == "SSK-203"


@pytest.mark.parametrize("claimed", [b"A1:XFD1048576", b"A1", b"B2:B2"])
def test_claimed_dimensions_are_not_believed(claimed):
    data = book("| type | name | label |\n| text | a | A |").getvalue()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                assert b'<dimension ref="A1:C2"' in content
                content = content.replace(b'ref="A1:C2"', b'ref="' + claimed + b'"')
                content = content.replace(b"</sheetData>", b'<row r="1048576"/></sheetData>')
            package.writestr(entry, content)
    read = read_form(io.BytesIO(target.getvalue()))
    assert [question.name for _path, question in read.questions()] == ["a"]


WHOLE = book("| type | name | label |\n| text | a | A |").getvalue()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4_000), st.integers(0, 255)), max_size=5), st.integers())
def test_a_damaged_workbook_is_read_or_refused(changes, cut):
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[place % len(data)] = byte
    with contextlib.suppress(FormRefused):
        read_form(io.BytesIO(bytes(data if changes else data[: cut % len(data)])))


WORDS = st.sampled_from(
    [
        "text",
        "select_one l",
        "begin_group",
        "end_group",
        "begin_repeat",
        "end_repeat",
        "calculate",
        "a",
        "b",
        "g",
        "${a} + 1",
        "${b}",
        "1 = ",
        "yes",
        "today()",
        "concat(",
        "..",
        "",
        "<&>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS), max_size=6))
def test_any_survey_is_read_or_refused(rows):
    table = [["type", "name", "label", "relevant", "calculation"], *map(list, rows)]
    for refusal in refused(table, CHOICES):
        assert refusal.told("vi")
        assert refusal.told("en")


def test_answers_of_another_time_are_not_taken():
    found = refused(
        """
        | type | name | label | default |
        | text | a | A | ${last-saved#a} |
        """
    )
    assert places(found) == [("survey D2", "SSK-243")]
