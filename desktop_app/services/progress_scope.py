"""What a board is about: which programme or phase, its targets' scopes, and the period."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.targets import COUNTED, Rounding
from desktop_app.errors import BadInput
from desktop_app.storage.programmes import PhaseRecord, ProgrammeRecord


@dataclass(frozen=True)
class Scope:
    """``scopes`` are the codes whose targets count, a whole programme's first.

    ``date_from`` and ``date_to`` bound what is counted; ``begin`` and ``end`` are the days the
    targets are meant for. A programme without days of its own counts without bounds.
    """

    scopes: tuple[str, ...]
    programme: ProgrammeRecord | None
    phase: PhaseRecord | None
    date_from: date | None
    date_to: date | None
    begin: date | None
    end: date | None

    @property
    def counting(self) -> str:
        """The count held against the targets; the portal's total by default.

        Another office's card may name one that is not known here.
        """
        named = self.programme.counting if self.programme else ""
        return named if named in COUNTED else "uploaded"

    @property
    def rounding(self) -> Rounding:
        """How a share of people becomes a number."""
        return Rounding(self.programme.rounding) if self.programme else Rounding.UP


def choose_scope(
    programmes: tuple[ProgrammeRecord, ...],
    phases: tuple[PhaseRecord, ...],
    *,
    phase: str | None,
    programme: str | None,
    on: date,
) -> Scope:
    """Return what a board is about: a phase, a programme, or the newest programme begun by a day.

    Raises BadInput SSK-598 for a code that is not known.
    """
    by_code = {row.code: row for row in programmes}
    if phase is not None:
        for row in phases:
            if row.code == phase:
                days = date.fromisoformat(row.date_from), date.fromisoformat(row.date_to)
                return Scope((row.code,), by_code[row.programme_code], row, *days, *days)
        raise BadInput("SSK-598", name=phase)
    if programme is not None and programme not in by_code:
        raise BadInput("SSK-598", name=programme)
    chosen = by_code[programme] if programme is not None else _newest(programmes, phases, on)
    if chosen is None:
        return Scope((), None, None, None, None, None, None)
    begin, end = span(chosen, phases)
    # What entered its state before a programme began is not held against its targets.
    since = date.fromisoformat(chosen.date_from) if chosen.date_from else None
    until = date.fromisoformat(chosen.date_to) if chosen.date_to else None
    return Scope(scopes_of(chosen, phases), chosen, None, since, until, begin, end)


def scopes_of(programme: ProgrammeRecord, phases: tuple[PhaseRecord, ...]) -> tuple[str, ...]:
    """Return the codes a programme's targets stand under: its own, then its phases'.

    Peak periods lie inside phases; what is set for them is not added up.
    """
    inside = (p.code for p in phases if p.programme_code == programme.code and not p.peak)
    return (programme.code, *inside)


def span(
    programme: ProgrammeRecord, phases: tuple[PhaseRecord, ...]
) -> tuple[date | None, date | None]:
    """Return the first and last day of a programme: its own, else those of its phases."""
    inside = [p for p in phases if p.programme_code == programme.code]
    begin = programme.date_from or min((p.date_from for p in inside), default=None)
    end = programme.date_to or max((p.date_to for p in inside), default=None)
    return (
        date.fromisoformat(begin) if begin else None,
        date.fromisoformat(end) if end else None,
    )


def _newest(
    programmes: tuple[ProgrammeRecord, ...], phases: tuple[PhaseRecord, ...], on: date
) -> ProgrammeRecord | None:
    """Return the programme that began last by a day; where none had, the first to begin."""
    begins = [(span(row, phases)[0] or date.min, place) for place, row in enumerate(programmes)]
    if not begins:
        return None
    begun = [begin for begin in begins if begin[0] <= on]
    return programmes[(max(begun) if begun else min(begins))[1]]
