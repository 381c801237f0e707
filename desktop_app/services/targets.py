"""Programmes, phases and targets: dated data, entered or carried by a card."""

from datetime import date

from desktop_app.domain.lengths import LONGEST_CODE, check_length
from desktop_app.domain.targets import Base, Rounding, Target
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput
from desktop_app.services.officers import allowed
from desktop_app.services.units import find_unit
from desktop_app.storage import programmes
from desktop_app.storage.programmes import PhaseRecord, ProgrammeRecord
from desktop_app.workspace import Workspace

COUNTED = ("uploaded", "valid", "accepted", "received", "recognised")
"""The counts a programme may hold against its targets; ``uploaded`` is the portal's total."""


@allowed("targets")
def add_programme(
    workspace: Workspace,
    *,
    code: str,
    name: str,
    date_from: date | None = None,
    date_to: date | None = None,
    counting: str = "uploaded",
    rounding: Rounding = Rounding.UP,
) -> None:
    """Add a programme, or put it right. Raises BadInput SSK-595 for dates the wrong way round."""
    if date_from and date_to and date_from > date_to:
        raise BadInput("SSK-595")
    if counting not in COUNTED:
        raise BadInput("SSK-596", name=counting)
    record = ProgrammeRecord(
        check_length(tidy(code), LONGEST_CODE, code[:40]),
        check_length(tidy(name), 250, name[:40]),
        date_from.isoformat() if date_from else None,
        date_to.isoformat() if date_to else None,
        counting,
        rounding,
    )
    with workspace.database.write() as session:
        programmes.keep_programme(session, record)


@allowed("targets")
def add_phase(
    workspace: Workspace,
    *,
    code: str,
    name: str,
    programme: str,
    date_from: date,
    date_to: date,
    peak: bool = False,
) -> None:
    """Add a phase or a peak period; a programme not known yet is begun with it."""
    if date_from > date_to:
        raise BadInput("SSK-595")
    known = {row.code for row in list_programmes(workspace)}
    if programme not in known:
        add_programme(workspace, code=programme, name=programme)
    record = PhaseRecord(
        tidy(code), programme, tidy(name), date_from.isoformat(), date_to.isoformat(), peak
    )
    with workspace.database.write() as session:
        programmes.keep_phase(session, record)


@allowed("targets")
def set_target(
    workspace: Workspace,
    unit: str,
    scope: str,
    *,
    count: int | None = None,
    percent: float | None = None,
    base: Base | None = None,
) -> None:
    """Keep what a unit set out to reach in a phase or a whole programme.

    A registered number and a rule may stand side by side. Raises BadInput SSK-597 for a number
    or a share that cannot be, SSK-598 for a phase or programme that is not known.
    """
    if (count is None) == (percent is None) or (count is not None and count < 0):
        raise BadInput("SSK-597")
    if percent is not None and (base is None or not 0 < percent <= 1000):
        raise BadInput("SSK-597")
    known = {row.code for row in list_phases(workspace)}
    known |= {row.code for row in list_programmes(workspace)}
    if scope not in known:
        raise BadInput("SSK-598", name=scope)
    unit_id = find_unit(workspace, unit).id
    with workspace.database.write() as session:
        programmes.keep_target(session, unit_id, scope, Target(count, percent, base))


def list_programmes(workspace: Workspace) -> tuple[ProgrammeRecord, ...]:
    """Return the programmes, oldest first."""
    with workspace.database.read() as session:
        return programmes.all_programmes(session)


def list_phases(workspace: Workspace) -> tuple[PhaseRecord, ...]:
    """Return the phases, oldest first."""
    with workspace.database.read() as session:
        return programmes.all_phases(session)
