"""Lists of initiatives: filtered, searched, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.initiative import InitiativeRow
from desktop_app.storage import initiatives, search, units
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.search import Cursor
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace

__all__ = ["Cursor", "Listing", "Query", "counts_by_state", "list_initiatives", "row_of"]


@dataclass(frozen=True)
class Query:
    """What a list should show; None leaves a track alone."""

    search: str = ""
    writing: str | None = None
    recognition: str | None = None
    submission: str | None = None
    portal: str | None = None
    unit_id: str | None = None
    template_id: str | None = None

    @property
    def states(self) -> Mapping[str, str | None]:
        """Return the wanted value per column."""
        return {name: value for name, value in self.__dict__.items() if name != "search"}


@dataclass(frozen=True)
class Listing:
    """One page, newest first, and where the next begins; no cursor at the end."""

    rows: tuple[InitiativeRow, ...]
    next: Cursor | None
    total: int


def list_initiatives(
    workspace: Workspace,
    query: Query | None = None,
    after: Cursor | None = None,
    limit: int = 200,
) -> Listing:
    """Return a page of the initiatives that fit, and how many there are in all."""
    query = query or Query()
    with workspace.database.read() as session:
        records, following = search.page(
            session, search=query.search, states=query.states, after=after, limit=limit
        )
        total = search.count(session, search=query.search, states=query.states)
        shown = {record.unit_id for record in records}
        names = units.names_of(session, shown, workspace.today())
    return Listing(tuple(row_of(record, names) for record in records), following, total)


def row_of(record: InitiativeRecord, unit_names: Mapping[str, str]) -> InitiativeRow:
    """Return the line of a list for a stored row."""
    return InitiativeRow(
        record.id,
        record.code,
        record.title,
        unit_names.get(record.unit_id, ""),
        record.unit_id,
        record.authors,
        record.field,
        record.revision,
        record.writing,
        record.recognition,
        record.submission,
        record.portal,
        from_text(record.updated_at),
    )


def counts_by_state(workspace: Workspace) -> Mapping[str, Mapping[str, int]]:
    """Return how many initiatives stand in each state of each track."""
    with workspace.database.read() as session:
        return initiatives.counts_by_state(session)
