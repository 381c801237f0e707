from datetime import date

import pytest

from desktop_app.domain.checks import CheckContext, check_answers
from tests.samples import answers

NAMES = frozenset(answers()) | {"full_name", "contribution_percent", "is_contact", "signs", "consent",
                                "figures", "novelty_table"}  # fmt: skip


def codes(changed, earlier=None):
    context = CheckContext(date(2026, 11, 20), NAMES, earlier or {})
    return {finding.code: finding for finding in check_answers(changed, context)}


def test_a_complete_report_has_nothing_blocking():
    assert not [f for f in codes(answers()).values() if f.blocking]


def authors(**changes):
    people = [dict(person) for person in answers()["authors"]]
    people[0] |= changes
    return answers(authors=people)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (answers(authors=[]), "SSK-701"),
        (authors(contribution_percent=50), "SSK-703"),
        (authors(is_contact="no"), "SSK-704"),
        (authors(consent="no"), "SSK-706"),
        (answers(initiative_title="CẢI TIẾN ĐỒ GÁ KHOAN LỖ"), "SSK-707"),
        (answers(first_applied_date="2026-12-01"), "SSK-708"),
        (answers(sign_date="2027-01-01"), "SSK-709"),
        (answers(decl_new_applied="false"), "SSK-710"),
        (answers(benefit_calc=[]), "SSK-712"),
        (answers(benefit_value=1), "SSK-713"),
        (answers(measures=[]), "SSK-714"),
        (answers(steps=[]), "SSK-715"),
    ],
)
def test_blocking_rules(changed, code):
    assert codes(changed)[code].blocking


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (authors(full_name="Quyết"), "SSK-721"),
        (authors(birth_date="1986"), "SSK-722"),
        (answers(initiative_title="Sáng kiến khoan lỗ nhanh hơn"), "SSK-723"),
        (answers(first_applied_date="2025-06-01"), "SSK-725"),
        (answers(current_cons="Chậm, mệt và hay sai, phải làm lại nhiều lần trong ca."), "SSK-729"),
        (answers(novelty=answers()["current_state"]), "SSK-732"),
        (answers(decl_new_filed="unsure"), "SSK-727"),
        (answers(purpose="Gi¶m thêi gian thay ph«i tõ 40 gi©y xuèng 12."), "SSK-736"),
        (authors(full_name="Nguyễn Văn Аn"), "SSK-737"),
    ],
)
def test_advice(changed, code):
    assert not codes(changed)[code].blocking


def test_the_same_title_is_pointed_at():
    found = codes(answers(), {"MSC-2025-0001": answers()["initiative_title"].upper()})
    assert found["SSK-724"].facts == {"dossier": "MSC-2025-0001"}


def test_a_title_that_is_nearly_the_same_is_asked_about():
    found = codes(answers(), {"MSC-2025-0001": answers()["initiative_title"] + " mới"})
    assert found["SSK-738"].facts == {"dossier": "MSC-2025-0001"}


def test_the_least_share_counts_only_where_it_is_set():
    context = CheckContext(date(2026, 11, 20), NAMES, {}, 20)
    people = [dict(answers()["authors"][0], contribution_percent=share) for share in (90, 10)]
    said = [f for f in check_answers(answers(authors=people), context) if f.code == "SSK-739"]
    assert [f.path for f in said] == [("authors", 1, "contribution_percent")]
    assert "SSK-739" not in codes(answers(authors=people))


def test_shares_of_a_third_add_up():
    people = [dict(answers()["authors"][0]) for _ in range(3)]
    for person, share in zip(people, (33.33, 33.33, 33.34), strict=True):
        person["contribution_percent"] = share
        person["is_contact"] = "no"
    people[0]["is_contact"] = "yes"
    assert "SSK-703" not in codes(answers(authors=people))
