"""The initiatives behind a number of the board: asked exactly as the number was counted."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.unit_tree import children_by_parent, family_of
from desktop_app.errors import BadInput
from desktop_app.services.progress import COUNTS, trend_periods
from desktop_app.services.progress_scope import choose_scope
from desktop_app.storage import board, programmes, units
from desktop_app.storage.board import Place
from desktop_app.workspace import Workspace

REACHED, NEW, NEW_BEFORE = "reached", "new", "new_before"
DRILLED = (*COUNTS, REACHED, NEW, NEW_BEFORE)
"""The numbers of a line that initiatives stand behind."""


@dataclass(frozen=True)
class BehindRow:
    """An initiative behind a number: the state counted and the day it entered it."""

    id: str
    code: str
    title: str
    unit: str
    state: str
    day: date


@dataclass(frozen=True)
class Behind:
    """One page of the initiatives behind a number, newest first; ``total`` is the number."""

    rows: tuple[BehindRow, ...]
    next: Place | None
    total: int


def initiatives_behind(
    workspace: Workspace,
    unit_id: str,
    number: str,
    *,
    phase: str | None = None,
    programme: str | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
    as_of: date | None = None,
    after: Place | None = None,
    limit: int = 200,
) -> Behind:
    """Return the initiatives behind a number of a unit's line, with those of units below it.

    ``number`` names one of DRILLED; the rest is what ``progress`` was asked with. Raises BadInput
    SSK-598 for an unknown phase or programme, SSK-829 for a number nothing stands behind.
    """
    if number not in DRILLED:
        raise BadInput("SSK-829", name=number)
    today = workspace.today()
    day = min(as_of or today, today)
    with workspace.database.read() as session:
        listed = units.all_units(session, day)
        scope = choose_scope(
            programmes.all_programmes(session),
            programmes.all_phases(session),
            phase=phase,
            programme=programme,
            on=day,
        )
        children = children_by_parent((unit.id, unit.parent_id) for unit in listed)
        family = family_of(unit_id, children)
        of_units = None if len(family) == len(listed) else family
        counted = scope.counting if number in (REACHED, NEW, NEW_BEFORE) else number
        track, state = COUNTS[counted]
        if number in (NEW, NEW_BEFORE):
            before, last = trend_periods(day)
            first_in = last if number == NEW else before
            wanted = board.Wanted(track, state, of_units, first_in=first_in)
        else:
            wanted = board.Wanted(
                track,
                state,
                of_units,
                date_from or scope.date_from,
                date_to or scope.date_to,
                day if day < today else None,
            )
        found, following = board.page(session, wanted, after, limit)
        total = board.count(session, wanted)
    names = {unit.id: unit.name for unit in listed}
    rows = (
        BehindRow(
            row.id,
            row.code,
            row.title,
            names.get(row.unit_id, ""),
            row.state,
            date.fromisoformat(row.day),
        )
        for row in found
    )
    return Behind(tuple(rows), following, total)
