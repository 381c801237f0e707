"""The central system on the command line: what waits, a sheet, the mapping."""

import json

import openpyxl
import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import review


@pytest.fixture
def run(office):
    """Return a way to run a command on the office's book, which is closed meanwhile."""
    folder = office.folder

    def call(*words, code=0, text=False):
        given = ["--data", str(folder), *map(str, words)]
        done = CliRunner().invoke(command_line, given if text else [*given, "--json"])
        assert done.exit_code == code, (words, done.output, done.exception)
        return done.output if text else json.loads(done.stdout)

    return call


@pytest.fixture
def ids(office, handed_in):
    review.decide(office, handed_in[0], "accepted")
    office.close()
    return handed_in


def test_what_waits_and_its_sheet(run, ids, tmp_path):
    listed = run("portal", "list")
    assert listed["counts"] == {"waiting": 1, "up": 0, "done": 0}
    (row,) = listed["rows"]
    assert (row["id"], row["state"], row["blocked"]) == (ids[0], "waiting", [])
    sheet = run("portal", "sheet", row["code"], "--files", tmp_path / "tệp")
    assert sheet["code"] == row["code"]
    fields = {each["code"]: each for each in sheet["fields"]}
    assert fields["title"]["text"] == row["title"]
    assert fields["title"]["limit"] == 250
    assert fields["author_email"]["by_hand"]
    assert fields["decision_no"]["problem"]["code"] == "SSK-907"
    told = run("portal", "sheet", row["code"], text=True)
    assert f"Tên sáng kiến ({fields['title']['length']}/250):" in told
    run("portal", "record", row["code"], "--code", "SK-1", "--state", "reviewing")
    assert run("portal", "list", "--unit", "MSC")["counts"]["up"] == 1
    assert run("portal", "list", "--state", "done")["rows"] == []


def test_a_blocked_sheet_says_why_and_what_to_do(run, ids):
    sheet = run("portal", "sheet", ids[1], code=1)
    (note,) = sheet["blocked"]
    assert note["code"] == "SSK-902"
    assert "Thẩm định" in note["action"]
    assert "! Chưa được xét đạt" in run("portal", "sheet", ids[1], code=1, text=True)


def test_the_mapping_goes_out_is_checked_and_comes_in(run, ids, tmp_path):
    place = run("portal", "mapping", "export", tmp_path / "a.xlsx")["file"]
    assert run("portal", "mapping", "check", place) == {"usable": True, "findings": []}
    book = openpyxl.load_workbook(place)
    book["Trường"]["F5"] = "chữ"
    book.save(place)
    (finding,) = run("portal", "mapping", "check", place, code=1)["findings"]
    assert (finding["sheet"], finding["row"], finding["column"]) == ("Trường", 5, "Kiểu")
    assert "“chữ”" in finding["message"]
    run("portal", "mapping", "add", place, code=2, text=True)
    book["Trường"]["F5"] = "một dòng"
    book["Tệp đính kèm"]["B2"] = "Bản của tỉnh"
    book.save(place)
    assert run("portal", "mapping", "add", place)["name"] == "Bản của tỉnh"
    assert run("portal", "mapping", "reset")["name"] == "Bản đối chiếu dựng sẵn"
