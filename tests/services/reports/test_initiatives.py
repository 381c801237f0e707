"""BM1: labels of the form, personal data only where asked, nothing confidential."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.services import templates
from desktop_app.services.reports.catalogue import Asked, make_report
from desktop_app.services.reports.reading import Forms, shares
from tests.services.reports.book import cells, person, put, unit_of


@pytest.fixture
def msc(office):
    return unit_of(office, "MSC")


def listed(office, **asked):
    (table,) = make_report(office, "initiatives", Asked(**asked)).tables
    return table


def changed_form(office, change):
    """Make a version of the usual form whose questions are changed; return how it is named."""
    form = templates.form_of(office, *templates.default_template(office))

    def walk(nodes):
        made = []
        for node in nodes:
            if hasattr(node, "children"):
                node = replace(node, children=walk(node.children))
            else:
                node = change(node)
            if node is not None:
                made.append(node)
        return tuple(made)

    key = ("other", "1")
    office.forms[key] = replace(form, id="other", version="1", children=walk(form.children))
    return key


def test_a_line(office, msc):
    authors = [
        person("Đặng Văn Quyết", birth_date="1986-07-12", contribution_percent=60),
        person("Ma Văn Chiến", birth_date="1993", contribution_percent=40),
    ]
    put(
        office,
        msc,
        recognised=date(2026, 11, 9),
        submission="uploaded",
        portal="valid",
        authors=authors,
        recognition={"decision_no": "118/QĐ-MSC"},
    )
    table = listed(office)
    line = dict(zip((c.name for c in table.columns), next(iter(table.rows)), strict=True))
    assert line["authors"] == "Đặng Văn Quyết\nMa Văn Chiến"
    assert line["birth_year"] == "1986\n1993"
    assert line["solution_type"] == "Giải pháp kỹ thuật"
    assert line["field"] == "Cơ khí, xây dựng, giao thông vận tải"
    assert line["applied_on"] == date(2026, 3, 16)
    assert line["decision"] == "118/QĐ-MSC ngày 09/11/2026"
    assert line["benefit"] == 34_452_000
    assert (line["portal"], line["note"]) == ("Hợp lệ", "Đã lên cổng")
    assert "gender" not in line


def test_a_month_stays_a_month(office, msc):
    put(office, msc, first_applied_date="2026-02")
    assert cells(listed(office), "applied_on") == ["tháng 2/2026"]


def test_a_decision_shows_only_while_recognised(office, msc):
    put(office, msc)
    assert cells(listed(office), "decision") == [""]


def test_birth_year_and_gender_stand_only_where_a_form_asks(office, msc):
    def without_birth(node):
        if node.name == "birth_date" and "/authors/" in node.xpath:
            return replace(node, name="gender", kind="text")
        return node

    put(
        office,
        msc,
        template=changed_form(office, without_birth),
        authors=[person("A B", birth_date=None, gender="Nữ")],
    )
    table = listed(office)
    names = [column.name for column in table.columns]
    assert "gender" in names
    assert "birth_year" not in names
    assert cells(table, "gender") == ["Nữ"]


def test_confidential_answers_never_appear(office, msc):
    hidden = {"birth_date", "full_name", "benefit_value", "application_field"}

    def secret(node):
        return replace(node, confidential=node.name in hidden)

    template = changed_form(office, secret)
    put(office, msc, template=template, authors=[person("Trần Thị Kín", birth_date="1977-05-05")])
    put(office, msc)
    table = listed(office)
    first, second = list(table.rows)
    told = " ".join(map(str, first))
    assert "Trần Thị Kín" not in told
    assert "1977" not in told
    assert "34452000" not in told
    assert "Cơ khí" not in told
    assert first[table.place("field")] == "(bảo mật)"
    assert second[table.place("benefit")] == 34_452_000
    kinds = make_report(office, "kinds").tables[0]
    assert cells(kinds, "value") == ["(bảo mật)", "Cơ khí, xây dựng, giao thông vận tải"]


def test_a_form_that_is_not_known_any_more_shows_codes(office, msc):
    put(office, msc, template=("gone", "9"))
    table = listed(office)
    assert cells(table, "solution_type") == ["technical"]
    assert Forms(office).of("gone", "9") is None


def test_the_order_is_by_unit_then_code(office, msc):
    from desktop_app.services import units

    first = units.add_unit(office, name="CĐCS Ấp Bắc", code="AB")
    put(office, msc)
    put(office, first.id)
    put(office, msc)
    table = listed(office)
    assert cells(table, "unit") == [
        "CĐCS Ấp Bắc",
        "CĐCS Công ty May Sông Công",
        "CĐCS Công ty May Sông Công",
    ]
    assert cells(table, "stt") == [1, 2, 3]
    assert cells(table, "code")[1:] == sorted(cells(table, "code")[1:])


def test_shares_are_exact_and_even_where_not_known():
    from decimal import Decimal

    assert shares([{"contribution_percent": 0.1}, {"contribution_percent": 99.9}]) == (
        Decimal("0.001"),
        Decimal("0.999"),
    )
    assert shares([{}, {"contribution_percent": 50}, {}]) == (
        Decimal("0.3334"),
        Decimal("0.3333"),
        Decimal("0.3333"),
    )
