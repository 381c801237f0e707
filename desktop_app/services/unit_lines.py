"""One line of a list of units: what its cells mean, or why they mean nothing."""

from dataclasses import dataclass
from datetime import date

from desktop_app.documents.unit_list import UnitLine
from desktop_app.domain.dates import read_day
from desktop_app.domain.numbers import read_number
from desktop_app.domain.targets import PeopleCount
from desktop_app.errors import BadInput
from desktop_app.services.unit_kinds import kind_from
from desktop_app.services.units import check_code, check_name, check_word

_MOST_PEOPLE = 100_000_000


@dataclass(frozen=True)
class WantedUnit:
    """What a line says of a unit; None or "" where its cell is empty: nothing is changed then."""

    number: int
    code: str
    name: str
    kind: str
    parent: str
    group: str
    officer: str
    people: PeopleCount | None
    dated: bool
    day: date | None


def read_line(line: UnitLine, today: date) -> WantedUnit:
    """Return what a line says. A size without a day is that of today.

    Raises BadInput SSK-521, 522, 801, 811, 813, 816 for what a cell cannot mean.
    """
    cells = line.values
    name, kind = cells.get("name", ""), cells.get("kind", "")
    return WantedUnit(
        line.number,
        check_code(cells.get("code", "")),
        check_name(name) if name else "",
        kind_from(kind) if kind else "",
        check_code(cells["parent"]) if cells.get("parent") else "",
        check_word(cells.get("group", "")),
        check_word(cells.get("officer", "")),
        _people(cells, today),
        bool(cells.get("as_of")),
        _day(cells.get("valid_from", "")),
    )


def _people(cells: dict[str, str], today: date) -> PeopleCount | None:
    if not cells.get("members") and not cells.get("workers"):
        return None
    members, workers = (_number(cells.get(name, "")) for name in ("members", "workers"))
    return PeopleCount(_day(cells.get("as_of", "")) or today, members, workers)


def _number(text: str) -> int:
    if not text:
        return 0
    value = read_number(text, whole=True).value
    if value is None or not 0 <= value <= _MOST_PEOPLE:
        raise BadInput("SSK-813", value=text[:60])
    return int(value)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        found = read_day(text)
    except ValueError as error:
        raise BadInput("SSK-811", value=text[:60]) from error
    if not 1900 <= found.year <= 2200:
        raise BadInput("SSK-811", value=text[:60])
    return found
