"""What waits to go up to the central system, and what waits for its answer there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.portal_mapping import PortalNote
from desktop_app.domain.recognition import said_together
from desktop_app.domain.tracks import Submission
from desktop_app.domain.unit_tree import children_by_parent, family_of
from desktop_app.services.portal import final_states, programmes_on
from desktop_app.services.portal_gate import standing_against
from desktop_app.storage import portal_list as stored
from desktop_app.storage import recognitions, units
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.portal_list import DONE, STATES, UP, WAITING, Place
from desktop_app.storage.units import UnitRecord
from desktop_app.workspace import Workspace

__all__ = ["DONE", "STATES", "UP", "WAITING", "Place"]


@dataclass(frozen=True)
class PortalFilter:
    """What the list shows: ``state`` one of STATES, "" for waiting and up."""

    state: str = ""
    search: str = ""
    unit_id: str = ""


@dataclass(frozen=True)
class PortalRow:
    """An initiative of the list; ``since`` is the day it was accepted, or went up."""

    id: str
    code: str
    title: str
    unit: str
    authors: str
    state: str
    portal: str
    portal_code: str
    since: date
    blocked: tuple[PortalNote, ...] = ()


@dataclass(frozen=True)
class PortalPage:
    """Some rows and where the next begin; None at the end."""

    rows: tuple[PortalRow, ...]
    next: Place | None


def page(
    workspace: Workspace,
    wanted: PortalFilter | None = None,
    after: Place | None = None,
    limit: int = 100,
) -> PortalPage:
    """Return the next initiatives that wait to go up, or for the answer; longest waiting first."""
    wanted, today = wanted or PortalFilter(), workspace.today()
    final = final_states()
    with workspace.database.read() as session:
        asked = _asked(wanted, units.all_units(session, today) if wanted.unit_id else ())
        records, following = stored.page(session, asked, after=after, limit=limit)
        names = units.names_of(session, {record.unit_id for record in records}, today)
        entries = recognitions.entries_of(session, [record.id for record in records])
        chosen = programmes_on(session, today)
    rows = tuple(
        PortalRow(
            record.id,
            record.code,
            record.title,
            names.get(record.unit_id, ""),
            record.authors,
            _state(record, final),
            record.portal,
            record.portal_code,
            date.fromisoformat(record.submission_on),
            standing_against(record, said_together(entries.get(record.id, ())), chosen),
        )
        for record in records
    )
    return PortalPage(rows, following)


def counts(workspace: Workspace, wanted: PortalFilter | None = None) -> Mapping[str, int]:
    """Return how many there are in each of STATES, the other parts of the filter kept."""
    wanted = wanted or PortalFilter()
    with workspace.database.read() as session:
        records = units.all_units(session, workspace.today()) if wanted.unit_id else ()
        return stored.counts(session, _asked(wanted, records))


def _state(record: InitiativeRecord, final: tuple[str, ...]) -> str:
    if record.submission != Submission.UPLOADED:
        return WAITING
    return DONE if record.portal in final else UP


def _asked(wanted: PortalFilter, records: Sequence[UnitRecord]) -> stored.Wanted:
    among: set[str] | None = None
    if wanted.unit_id:
        children = children_by_parent((unit.id, unit.parent_id) for unit in records)
        among = family_of(wanted.unit_id, children)
    states = (wanted.state,) if wanted.state else (WAITING, UP)
    return stored.Wanted(states, wanted.search, among, final_states())
