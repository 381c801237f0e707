"""Every document of the built-in pack: filled with what is usual, awkward, and hardly anything."""

import unicodedata

import pytest

from desktop_app.documents.context import build_context
from desktop_app.documents.filling import DocumentFiller
from desktop_app.documents.pages import lay_out
from desktop_app.resource_files import resource_path
from desktop_app.services.printed_facts import recognition_facts, rubric, sample_facts
from tests.documents.conftest import (
    built_in_form,
    built_in_template,
    sample_context,
    text_of,
)

NAMES = sorted(
    path.stem for path in resource_path("templates", "sang-kien", "documents").glob("*.docx")
)
REPORTS = [name for name in NAMES if name.startswith("bao-cao")]
LONG = "Đồ gá kẹp phôi. " * 600


def test_the_pack_has_what_a_dossier_needs():
    assert len(REPORTS) == 5
    assert {
        "don-yeu-cau",
        "xac-nhan-hieu-qua",
        "xac-nhan-ty-le",
        "phieu-cham-diem",
        "bien-ban-hoi-dong",
        "quyet-dinh",
        "giay-chung-nhan",
        "bien-nhan-don",
        "phieu-dong-y",
    } == set(NAMES) - set(REPORTS)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_recorded_yet_leaves_room_to_write(filler: DocumentFiller, name: str) -> None:
    facts = {"recognition": recognition_facts({}), "rubric": rubric("")}
    context = build_context(built_in_form(), {}, system=sample_facts() | facts)
    docx = filler.fill(built_in_template(name), context)
    assert "{{" not in text_of(docx)
    assert "None" not in text_of(docx)
    assert lay_out(docx).page_count >= 1


@pytest.mark.parametrize("name", NAMES)
def test_awkward_text_arrives_as_it_is(filler: DocumentFiller, name: str) -> None:
    title = unicodedata.normalize("NFD", "Giảm < & > 40 % “phế phẩm” 🙂 {{ 7*7 }}")
    context = sample_context("02", initiative_title=title, solution_overview=LONG)
    said = text_of(filler.fill(built_in_template(name), context))
    assert unicodedata.normalize("NFC", title) in unicodedata.normalize("NFC", said)
    if name in REPORTS:
        assert LONG.strip() in said


@pytest.mark.parametrize("name", REPORTS)
def test_every_variant_tells_the_same_content_once(filler: DocumentFiller, name: str) -> None:
    context = sample_context("01")
    said = text_of(filler.fill(built_in_template(name), context))
    for question in ("current_state", "solution_overview", "novelty", "applicability"):
        assert said.count(context[question]) == 1, question


def test_recorded_facts_are_printed(filler: DocumentFiller) -> None:
    context = sample_context("02") | {
        "recognition": recognition_facts(
            {"decision_no": "118/QĐ-MSC", "decision_date": "2026-11-09", "votes_for": 5,
             "votes_total": 6, "certificate_no": ["01/GCN", "02/GCN"]}
        )
    }  # fmt: skip
    decision = text_of(filler.fill(built_in_template("quyet-dinh"), context))
    assert "118/QĐ-MSC" in decision
    certificates = text_of(filler.fill(built_in_template("giay-chung-nhan"), context))
    for author in context["authors"]:
        assert author["full_name"] in certificates
    assert "01/GCN" in certificates
    assert "02/GCN" in certificates


@pytest.mark.parametrize(
    "path", sorted(resource_path("rubrics").glob("*.json")), ids=lambda p: p.stem
)
def test_every_score_sheet_adds_up_to_a_hundred(path):
    assert rubric(path.stem)["total"] == 100
