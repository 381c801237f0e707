"""portal export and portal import on the command line."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import review
from desktop_app.storage import initiatives


@pytest.fixture
def run(office, team, handed_in):
    """Run a command in the office's book, where both reports are accepted."""
    for initiative_id in handed_in:
        review.decide(office, initiative_id, "accepted")
    with office.database.read() as session:
        records = [initiatives.get(session, each) for each in handed_in]
    office.close()

    def ran(*given):
        result = CliRunner().invoke(command_line, ["--data", str(office.folder), *given])
        return result.exit_code, result.stdout, result.stderr

    ran.records = records
    return ran


def test_out_and_back_on_the_command_line(run, tmp_path):
    first, second = run.records
    code, out, _err = run("portal", "export", "--to", str(tmp_path / "USB"), "--plan", "--json")
    assert code == 0
    assert [item["code"] for item in json.loads(out)["items"]] == [first.code, second.code]
    assert not (tmp_path / "USB").exists()
    code, out, _err = run("portal", "export", "--to", str(tmp_path / "USB"), first.code, "--json")
    told = json.loads(out)
    assert (code, told["count"], told["number"], told["held_back"]) == (0, 1, 1, [])
    assert (tmp_path / "USB" / "KCNTN-len-cong-0001" / "datapackage.json").is_file()
    code, out, _err = run("portal", "export", "--to", str(tmp_path / "USB"), "--zip")
    assert code == 0
    assert out.splitlines()[0].endswith("KCNTN-len-cong-0002.zip")

    answers = tmp_path / "tra-loi.csv"
    lines = ["Mã trên cổng;Mã hồ sơ;Tên sáng kiến;Tác giả;Trạng thái;Ghi chú"]
    lines += [f"A-1;{first.code};;;Hợp lệ;Đã duyệt", f"A-2;;{second.title};;Hợp lệ;"]
    answers.write_text("\n".join(lines), encoding="utf-8")
    code, out, _err = run("portal", "import", str(answers), "--preview", "--json")
    rows = json.loads(out)["rows"]
    assert (code, [row["verdict"] for row in rows]) == (1, ["new", "doubtful"])
    assert rows[1]["candidates"][0]["code"] == second.code
    code, out, _err = run("portal", "import", str(answers), "--json")
    assert (code, json.loads(out)["recorded"]) == (1, 1)
    code, out, _err = run(
        "portal", "import", str(answers), "--choose", f"3={second.code}", "--json"
    )
    assert (code, json.loads(out)["recorded"]) == (0, 1)
    code, out, _err = run("portal", "import", str(answers))
    assert code == 0
    assert "same" in out


def test_what_cannot_be_is_said_with_its_code(run, tmp_path):
    empty = tmp_path / "rong.csv"
    empty.write_text("Một,Hai\n1,2\n", encoding="utf-8")
    code, _out, err = run("portal", "import", str(empty))
    assert (code, err.split(":")[0]) == (2, "SSK-910")
    code, _out, err = run("portal", "import", str(empty), "--choose", "x=1")
    assert (code, err.split(":")[0]) == (2, "SSK-913")
