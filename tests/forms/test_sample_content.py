"""The sample profile's initiatives fit the built-in form and add up."""

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.checks import CheckContext, check_answers
from desktop_app.forms.answer_values import read_answers
from desktop_app.forms.evaluation import evaluate
from desktop_app.forms.workbook import read_form
from desktop_app.resource_files import resource_path

TODAY = date(2026, 11, 20)
FOLDER = resource_path("sample", "initiatives")
NAMES = sorted(path.name for path in FOLDER.glob("*.json"))
STATES = {"draft", "ready", "queued", "handed_over", "received", "accepted", "returned", "declined"}
PUBLISHED = [
    "Chế tạo xe chuyên dụng để di chuyển các ống và trục bơm của bơm cứu hỏa 1-P-481A/B",
    "Chế tạo bộ thử kín Seal gas cho máy nén cao áp và thấp áp",
    "Cải tạo bơm ngầm ЭЦВ6-6,3 dùng để bơm sản phẩm dầu từ bình Slop Caisson",
    "Cải tiến chất lượng khuôn và giảm chi phí sửa khuôn bằng cải tiến bản vẽ thiết kế khuôn"
    " của nhà cung cấp",
    "Đào lò kéo dài dọc vỉa than V7 CB tầng -25/+30 để tận thu tài nguyên",
]


@pytest.fixture(scope="module")
def form():
    return read_form(resource_path("templates", "sang-kien", "form.xlsx"))


def sample(name: str) -> dict:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def attached(value, files: list[Path]):
    """Return answers as they stand once the files are taken in; collect the files."""
    if isinstance(value, dict):
        if set(value) == {"file"} and isinstance(value["file"], str):
            files.append((FOLDER / value["file"]).resolve())
            return {"sha256": "0" * 64, "name": "a.png", "size": 1, "media_type": "image/png"}
        return {name: attached(inner, files) for name, inner in value.items()}
    return [attached(inner, files) for inner in value] if isinstance(value, list) else value


def leaves(value):
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("name", [name for name in NAMES if sample(name)["state"] != "draft"])
def test_what_goes_out_has_nothing_blocking(form, name):
    answers = read_answers(form, attached(sample(name)["answers"], []))
    seen = evaluate(form, answers, today=TODAY)
    assert seen.problems == ()
    names = frozenset(node.name for _path, node in form.walk())
    found = check_answers(seen.visible_answers(), CheckContext(TODAY, names, {}))
    assert [finding for finding in found if finding.blocking] == []
    assert len(seen.visible_answers()) >= len(answers)


@pytest.mark.parametrize("name", [name for name in NAMES if sample(name)["state"] == "draft"])
def test_drafts_are_valid_as_far_as_they_go(form, name):
    answers = read_answers(form, attached(sample(name)["answers"], []))
    assert evaluate(form, answers, today=TODAY).problems != ()


@pytest.mark.parametrize("name", NAMES)
def test_answers_have_no_empty_values_and_composed_text(name):
    for leaf in leaves(sample(name)["answers"]):
        assert leaf not in ("", None)
        if isinstance(leaf, str):
            assert leaf == unicodedata.normalize("NFC", leaf).strip()


@pytest.mark.parametrize("name", NAMES)
def test_calculations_add_up(name):
    answers = sample(name)["answers"]
    for row in answers.get("benefit_calc", ()):
        assert row["amount"] == row["unit_price"] * row["quantity"], row["item"]
    if "benefit_calc" in answers and "benefit_value_reason" not in answers:
        total = sum(row["amount"] for row in answers["benefit_calc"])
        assert answers["benefit_value"] == total - answers["implementation_cost"]


@pytest.mark.parametrize("name", NAMES)
def test_things_happen_in_their_order(name):
    kept = sample(name)
    answers, decided = kept["answers"], kept.get("meta", {}).get("recognition")
    signed = answers.get("sign_date", "2026-11-20")
    assert answers["first_applied_date"] <= signed
    for row in answers.get("benefit_users", ()):
        assert row["opinion_date"] <= signed
    for author in answers["authors"]:
        assert author.get("consent_date", signed) <= signed
    if decided:
        assert signed <= decided["decision_date"]


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_there_and_small(name):
    files: list[Path] = []
    attached(sample(name)["answers"], files)
    for file in files:
        assert file.stat().st_size < 60_000


def test_every_state_and_the_awkward_cases_are_there():
    samples = [sample(name) for name in NAMES]
    everything = [kept["answers"] for kept in samples]
    people = [author for answers in everything for author in answers["authors"]]
    assert len(samples) >= 14
    assert {kept["state"] for kept in samples} == STATES
    assert any(len(answers["authors"]) == 3 for answers in everything)
    assert any(answers.get("is_trade_secret") == "yes" for answers in everything)
    assert any(len(answers.get("solution_overview", "")) > 4000 for answers in everything)
    assert "Y Blôk Êban" in {author["full_name"] for author in people}
    assert "2025-03" in {answers["first_applied_date"] for answers in everything}


def test_published_titles_are_written_right():
    titles = [sample(name)["answers"]["initiative_title"] for name in NAMES]
    assert set(PUBLISHED) <= set(titles)
    assert len(set(titles)) == len(titles)
    cyrillic = [word for title in titles for word in title.split() if re.search("[а-яА-ЯЁё]", word)]
    assert cyrillic == ["ЭЦВ6-6,3"]


def test_every_question_is_answered_somewhere(form):
    seen: set[tuple[str, ...]] = set()
    for name in NAMES:
        for question, value in sample(name)["answers"].items():
            seen.add((question,))
            rows = value if isinstance(value, list) else ()
            seen.update((question, column) for row in rows for column in row)
    columns = {(*path, node.name) for path, node in form.walk() if path}
    computed = {("measures", "difference"), ("measures", "percent_change")}
    assert columns - seen == computed
