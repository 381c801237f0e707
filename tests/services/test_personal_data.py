"""One person's data as JSON and PDF, the rule of keeping, the log in words, the lock's note."""

import ast
import json
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.person import ERASED_LATER
from desktop_app.errors import BadInput, Failed, NotAllowed
from desktop_app.messages import LANGUAGES, catalogue
from desktop_app.services import (
    audit_log,
    drafting,
    handover,
    home,
    inbox,
    personal_data,
    persons,
    portal,
    retention,
    review,
    screen_lock,
)
from desktop_app.storage import audit, tombstones
from tests.samples import ready
from tests.services.test_erasing import WHO, files_naming
from tests.services.test_the_loop import export

ROOT = Path(__file__).resolve().parents[2] / "desktop_app"


def data_of(workspace):
    found = persons.find(workspace, WHO)
    return personal_data.gather(workspace, found, found.places)


def test_the_copy_says_what_why_since_when_and_given_to_whom(team, files, tmp_path):
    ready(team, 1)
    bundle = handover.export_bundle(team, files)
    handover.mark_handed_over(team, bundle.bundle_id)
    written = personal_data.write(team, data_of(team), tmp_path / "ra")
    held = json.loads(written.files[0].read_text(encoding="utf-8"))
    (report,) = held["reports"]
    assert report["rows"][0]["cells"]["birth_date"] == "1993-02-05"
    assert report["mentions"] == [f"steps: {WHO}"]
    (given,) = held["given_to"]
    assert (given["recipient"], given["file"]) == (
        "Công đoàn các KCN tỉnh Thái Nguyên",
        bundle.path.name,
    )
    assert given["handed_over_at"]
    assert "91/2025/QH15" in held["legal_basis"]
    # A person nobody asked about does not come along.
    assert "1986-07-12" not in json.dumps(held)
    letter = personal_data.letter(team, data_of(team), given["recipient"])
    assert WHO in letter
    assert bundle.path.name in letter


@pytest.mark.oracle
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is missing")
def test_the_pdf_is_text_with_its_marks_over_several_pages(team, tmp_path):
    for _turn in range(4):
        drafting.new_initiative(team, None, _long_answers())
    written = personal_data.write(team, data_of(team), tmp_path)
    pdf = str(written.files[1])
    said = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    for words in (
        WHO,
        "Bản dữ liệu cá nhân",
        "05/02/1993",
        "ký trên giấy",
        "Nghị định 356/2025/NĐ-CP",
    ):
        assert words in said
    assert said.count("\f") > 1
    assert "Trang 2/" in said


def _long_answers():
    from tests.samples import answers

    own = answers(1)
    steps = [dict(own["steps"][0], person=f"{WHO} và tổ số {n}") for n in range(8)]
    return own | {"steps": steps}


def accepted_on_the_portal(team, office, files, number=1):
    """Hand a report in, accept it, and record its final state of the portal."""
    one = ready(team, number)
    inbox.take_in(office, [export(team, files)])
    review.decide(office, one, "accepted")
    portal.record_portal(office, one, code="SK-1", state="valid", on=office.today())
    return one


def test_the_rule_is_off_until_somebody_switches_it_on(team, office, files, clock):
    one = accepted_on_the_portal(team, office, files)
    assert retention.rule(office).months is None
    assert retention.rule(office).source["vi"]
    clock.now += timedelta(days=400)
    assert retention.due(office) == ()
    for months in (0, 5, 601):
        with pytest.raises(BadInput) as raised:
            retention.set_rule(office, months)
        assert raised.value.code == "SSK-972"
    retention.set_rule(office, 24)
    assert retention.due(office) == ()
    retention.set_rule(office, 12)
    assert [report.id for report in retention.due(office)] == [one]
    assert "retention" in [todo.kind for todo in home.summary(office).todos]
    done = retention.apply(office, (one, "01a1f6e5-0000-7000-8000-000000000000"))
    assert (done.reports, done.revisions) == (1, 1)
    rows = review.open_review(office, one).answers["authors"]
    assert {row["full_name"] for row in rows} == {ERASED_LATER}
    assert retention.due(office) == ()
    assert retention.apply(office, (one,)) is None
    assert files_naming(office.folder, WHO, "Đặng Văn Quyết") == []
    with office.database.read() as session:
        assert {t.reason for t in tombstones.of_initiative(session, one)} == {"retention"}


# The log


def noted_actions():
    """Return every action the program writes into the log, as its source says."""
    found = set()
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        notes = [call.args[2] for call in calls if ast.unparse(call.func) == "audit.note"]
        for action in notes:
            if isinstance(action, ast.Constant):
                found.add(action.value)
            elif isinstance(action, ast.JoinedStr):
                begin = action.values[0].value
                kinds = [
                    call.args[0].value
                    for other in path.parent.glob("unit_*.py")
                    for call in ast.walk(ast.parse(other.read_text(encoding="utf-8")))
                    if isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Attribute)
                    and call.func.attr == "keep"
                    and call.args
                    and isinstance(call.args[0], ast.Constant)
                ]
                found |= {begin + kind for kind in kinds}
            else:
                found |= named(tree, calls, action)
    return found


def named(tree, calls, action):
    """Return what a name can stand for: constants it is set to, or its function is called with."""
    assert isinstance(action, ast.Name), ast.dump(action)
    texts = {
        inner.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == action.id
        for inner in ast.walk(node.value)
        if isinstance(inner, ast.Constant)
    }
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        names = [argument.arg for argument in function.args.args]
        if action.id in names:
            place = names.index(action.id)
            texts |= {
                call.args[place].value
                for call in calls
                if ast.unparse(call.func) == function.name and len(call.args) > place
            }
    assert texts, action.id
    return texts


def test_every_action_of_the_log_has_words():
    actions = noted_actions()
    assert {"export", "unit merge", "key drill", "template again", "erase person"} <= actions
    for action in sorted(actions):
        sentences = catalogue()[f"AUDIT-{action.replace(' ', '-')}"]
        assert all(sentences[language]["text"] for language in LANGUAGES)


def test_the_log_is_filtered_paged_and_names_what_it_is_about(team, files, clock):
    one = ready(team, 1)
    clock.now += timedelta(days=1)
    handover.export_bundle(team, files)
    day = clock.now.date()
    wanted = audit_log.LogFilter(date_from=day, date_to=day)
    assert [line.action for line in audit_log.page(team, wanted).lines] == ["export"]
    code = drafting.open_draft(team, one).code
    about = audit_log.page(team, audit_log.LogFilter(about=code.lower()))
    assert [line.action for line in about.lines] == ["ready", "new"]
    assert about.lines[0].about.startswith(code)
    assert about.lines[0].what == "Hoàn chỉnh một lần nộp"
    assert ("ready", "Revision completed") in audit_log.actions(team, "en")
    whole = audit_log.page(team)
    first = audit_log.page(team, limit=2)
    second = audit_log.page(team, limit=1000, before=first.next_row)
    assert (*first.lines, *second.lines) == whole.lines
    assert (second.next_row, whole.total) == (None, len(whole.lines))


def test_nothing_in_a_written_log_is_a_formula(team, tmp_path):
    with team.database.write() as session:
        audit.note(session, team.now(), "=cmd|' /C calc'!A0", "", said="+1+1")
    for name in ("log.csv", "log.xlsx"):
        assert audit_log.export(team, tmp_path / name).count == audit_log.page(team).total
    said = (tmp_path / "log.csv").read_text(encoding="utf-8-sig")
    assert "'=cmd|" in said
    sheet = openpyxl.load_workbook(tmp_path / "log.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    with pytest.raises(BadInput) as raised:
        audit_log.export(team, tmp_path / "log.doc")
    assert raised.value.code == "SSK-978"


# The lock


def test_the_lock_keeps_a_slow_salted_hash_only(tmp_path):
    assert not screen_lock.state(tmp_path).on
    for first, again in (("123", "123"), ("1234", "1235"), ("", "")):
        with pytest.raises(BadInput) as raised:
            screen_lock.set_password(tmp_path, first, again, 5)
        assert raised.value.code == "SSK-974"
    screen_lock.set_password(tmp_path, "mật khẩu", "mật khẩu", 5)
    kept = (tmp_path / screen_lock.FILE).read_text(encoding="utf-8")
    screen_lock.set_password(tmp_path, "mật khẩu", "mật khẩu", 5)
    assert kept != (tmp_path / screen_lock.FILE).read_text(encoding="utf-8")
    assert "$argon2id$" in kept
    screen_lock.check(tmp_path, "mật khẩu")
    with pytest.raises(NotAllowed) as raised:
        screen_lock.check(tmp_path, "mat khau")
    assert raised.value.code == "SSK-973"
    assert screen_lock.set_minutes(tmp_path, 30) == screen_lock.LockState(True, 30)
    # A note somebody damaged keeps the window locked and says what to do.
    (tmp_path / screen_lock.FILE).write_text("{}", encoding="utf-8")
    assert screen_lock.state(tmp_path).on
    with pytest.raises(Failed) as raised:
        screen_lock.check(tmp_path, "mật khẩu")
    assert raised.value.code == "SSK-976"
    assert screen_lock.reset(tmp_path)
    assert not screen_lock.state(tmp_path).on
