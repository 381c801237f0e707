"""What was new in each week, and how much there was by its end."""

from datetime import date

from desktop_app.services import units
from desktop_app.services.progress import progress
from desktop_app.services.weeks import weekly
from tests.services.test_published_figures import enter


def test_thai_nguyen_by_weeks(office):
    unit = units.add_unit(office, name="LĐLĐ tỉnh Thái Nguyên", code="TN")
    enter(office, unit.id, "reviewing", 1100, date(2022, 3, 30))
    enter(office, unit.id, "valid", 700, date(2022, 3, 31))
    enter(office, unit.id, "reviewing", 800, date(2022, 4, 8))
    enter(office, unit.id, "valid", 1182, date(2022, 4, 9))
    weeks = weekly(office, office.own.unit_id, until=date(2022, 4, 21), weeks=4)
    assert [week.monday for week in weeks] == [
        date(2022, 3, 28),
        date(2022, 4, 4),
        date(2022, 4, 11),
        date(2022, 4, 18),
    ]
    assert [week.new["uploaded"] for week in weeks] == [1800, 1982, 0, 0]
    assert [week.so_far["uploaded"] for week in weeks] == [1800, 3782, 3782, 3782]
    assert [week.so_far["valid"] for week in weeks] == [700, 1882, 1882, 1882]
    # A week seen on one of its days knows nothing of the days after.
    assert weekly(office, unit.id, until=date(2022, 4, 8), weeks=1)[0].so_far["uploaded"] == 2600


def test_the_first_day_there_is_has_no_week_before_it(office):
    first = date(1, 1, 1)
    assert progress(office, as_of=first)[0].ready == 0
    assert weekly(office, office.own.unit_id, until=first)[-1].new["uploaded"] == 0
