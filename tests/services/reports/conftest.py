"""An office with units on two levels, targets, phases, and initiatives in every state."""

from datetime import date

import pytest

from desktop_app.services import targets, units
from tests.services.reports.book import put, unit_of


@pytest.fixture
def filled(office):
    """Return an office whose figures differ in every column."""
    ward = units.add_unit(office, name="Công đoàn phường Bách Quang", code="BQ")
    below = units.add_unit(office, name="CĐCS Công ty Ánh Dương", code="AD", parent_id=ward.id)
    units.add_unit(office, name="CĐCS Công ty Đại Từ", code="DT")
    units.set_people(office, below.id, members=300, workers=20, as_of=date(2026, 1, 1))
    for code, name, first, last in (
        ("P1", "Giai đoạn 1", date(2026, 1, 1), date(2026, 6, 30)),
        ("P2", "Giai đoạn 2", date(2026, 7, 1), date(2026, 12, 31)),
    ):
        targets.add_phase(
            office, code=code, name=name, programme="CT", date_from=first, date_to=last
        )
    targets.set_target(office, "MSC", "P2", count=4)
    targets.set_target(office, "BQ", "P2", count=2)
    msc, own = unit_of(office, "MSC"), office.own.unit_id
    spring, autumn = date(2026, 3, 2), date(2026, 11, 17)
    put(office, msc, on=spring, recognised=date(2026, 3, 9), submission="uploaded", portal="valid")
    put(office, msc, on=autumn, recognised=autumn, submission="uploaded", portal="reviewing")
    put(office, msc, on=autumn, submission="accepted", benefit_value=12_000_000)
    put(office, ward.id, on=date(2026, 11, 9), submission="returned", benefit_value=None)
    put(
        office,
        below.id,
        on=date(2026, 11, 10),
        recognised=autumn,
        submission="uploaded",
        portal="invalid",
        solution_type="management",
        application_field="textile",
    )
    put(office, own, on=autumn, solution_type="operational", benefit_value=5_000_001)
    return office
