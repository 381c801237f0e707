"""The list of what came in: undecided first, filtered, a page at a time, and how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop_app.domain import tracks
from desktop_app.domain.text import sort_key
from desktop_app.domain.unit_tree import children_by_parent, family_of
from desktop_app.services.similar import similar_ids
from desktop_app.storage import review_list as stored
from desktop_app.storage import templates, units
from desktop_app.storage.review_list import Place
from desktop_app.storage.units import UnitRecord
from desktop_app.workspace import Workspace

__all__ = ["STATES", "Place", "ReviewFilter", "ReviewRow"]

STATES = (
    "",
    "waiting",
    "new",
    "changed",
    "overdue",
    "similar",
    "conflict",
    "noted",
    "decided",
)
"""What can be shown: everything; undecided, of these the first revisions, the changed ones, those
waiting too long; those like another; those with two versions; those with a note; decided ones."""

OVERDUE_SETTING = "overdue_days"
OVERDUE_DAYS = 10
"""Days after which a report that waits is overdue, where the setting does not say otherwise."""


@dataclass(frozen=True)
class ReviewFilter:
    """What the list shows; "" and None leave a part alone. ``unit_id`` counts units below it."""

    state: str = ""
    search: str = ""
    unit_id: str = ""
    officer: str = ""
    field: str = ""
    template_id: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def narrowed(self) -> int:
        """How many parts beside state and search are set."""
        parts = (self.unit_id, self.officer, self.field, self.template_id, self.since, self.until)
        return sum(bool(part) for part in parts)


@dataclass(frozen=True)
class ReviewRow:
    """An initiative as the review list shows it; ``verdict`` is "" while undecided.

    ``overdue_days``: how long it has waited, 0 while that is not too long. ``received_on``: the
    day its newest revision came in.
    """

    id: str
    code: str
    title: str
    unit: str
    authors: str
    revision: int
    submission: str
    verdict: str
    received_on: date
    changed: bool
    overdue_days: int = 0
    noted: bool = False
    similar: bool = False
    conflict: bool = False


@dataclass(frozen=True)
class ReviewPage:
    """Some rows and where the next begin; None at the end."""

    rows: tuple[ReviewRow, ...]
    next: Place | None


@dataclass(frozen=True)
class UnitChoice:
    """A unit to filter by; ``depth`` counts the units above it."""

    id: str
    name: str
    depth: int


@dataclass(frozen=True)
class ReviewChoices:
    """What can be filtered by: units in tree order, officers, fields, templates by name."""

    units: tuple[UnitChoice, ...]
    officers: tuple[str, ...]
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]


def overdue_days(workspace: Workspace) -> int:
    """Return after how many days a report that waits is overdue."""
    return max(1, int(workspace.setting(OVERDUE_SETTING, OVERDUE_DAYS)))


def page(
    workspace: Workspace,
    wanted: ReviewFilter | None = None,
    after: Place | None = None,
    limit: int = 100,
) -> ReviewPage:
    """Return the next rows that fit: undecided first, then the newest."""
    wanted, days = wanted or ReviewFilter(), overdue_days(workspace)
    alike = frozenset(similar_ids(workspace))
    with workspace.database.read() as session:
        by_unit = bool(wanted.unit_id or wanted.officer)
        records = units.all_units(session, workspace.today()) if by_unit else ()
        asked = _asked(wanted, records, _first_day(workspace, days), alike)
        lines, following = stored.page(session, asked, after=after, limit=limit)
        shown = {line.record.unit_id for line in lines}
        names = units.names_of(session, shown, workspace.today())
    today = workspace.today()
    return ReviewPage(tuple(row_of(line, names, today, days, alike) for line in lines), following)


def one_row(workspace: Workspace, initiative_id: str) -> ReviewRow | None:
    """Return the row of one initiative, None when there is none."""
    with workspace.database.read() as session:
        line = stored.one(session, initiative_id)
        if line is None:
            return None
        names = units.names_of(session, (line.record.unit_id,), workspace.today())
    days, alike = overdue_days(workspace), frozenset(similar_ids(workspace))
    return row_of(line, names, workspace.today(), days, alike)


def row_of(
    line: stored.Line,
    unit_names: Mapping[str, str],
    today: date,
    days: int,
    alike: frozenset[str] = frozenset(),
) -> ReviewRow:
    """Return the row of a stored line."""
    record = line.record
    decided = record.submission in tracks.VERDICTS
    waits = record.submission == tracks.Submission.RECEIVED
    waited = (today - date.fromisoformat(record.submission_on)).days
    return ReviewRow(
        record.id,
        record.code,
        record.title,
        unit_names.get(record.unit_id, ""),
        record.authors,
        record.revision,
        record.submission,
        record.submission if decided else "",
        date.fromisoformat(line.received_on),
        record.revision > 1,
        waited if waits and waited > days else 0,
        line.noted,
        record.id in alike,
        line.conflict,
    )


def counts(workspace: Workspace, wanted: ReviewFilter | None = None) -> Mapping[str, int]:
    """Return how many there are in each of STATES, the other parts of the filter kept."""
    wanted = replace(wanted or ReviewFilter(), state="")
    first = _first_day(workspace, overdue_days(workspace))
    alike = frozenset(similar_ids(workspace))
    with workspace.database.read() as session:
        records = units.all_units(session, workspace.today())
        asked = _asked(wanted, records, first, alike)
        said = stored.counts(session, asked, overdue_before=first)
        if alike:
            few = _asked(replace(wanted, state="similar"), records, first, alike)
            return {**said, "similar": stored.count(session, few)}
    return {**said, "similar": 0}


def choices(workspace: Workspace) -> ReviewChoices:
    """Return what the list can be filtered by."""
    with workspace.database.read() as session:
        records = units.all_units(session, workspace.today())
        fields, used = stored.fields(session), stored.templates(session)
        titles = {row.id: row.titles.get("vi", row.id) for row in templates.all_templates(session)}
    officers = {unit.officer for unit in records if unit.officer}
    return ReviewChoices(
        _tree(records),
        tuple(sorted(officers, key=sort_key)),
        tuple(sorted(fields, key=sort_key)),
        tuple(sorted(((name, titles.get(name, name)) for name in used), key=lambda t: t[1])),
    )


def _tree(records: tuple[UnitRecord, ...]) -> tuple[UnitChoice, ...]:
    """Return the units in tree order, each level in Vietnamese order."""
    by_id = {unit.id: unit for unit in records}
    children = children_by_parent(
        (unit.id, unit.parent_id if unit.parent_id in by_id else None) for unit in records
    )
    found: list[UnitChoice] = []
    seen: set[str] = set()

    def add(ids: list[str], depth: int) -> None:
        for unit_id in sorted(ids, key=lambda each: sort_key(by_id[each].name)):
            if unit_id not in seen:
                seen.add(unit_id)
                found.append(UnitChoice(unit_id, by_id[unit_id].name, depth))
                add(children.get(unit_id, []), depth + 1)

    add(children.get("", []), 0)
    return tuple(found)


def _first_day(workspace: Workspace, days: int) -> str:
    """Return the day before which what still waits came in too long ago."""
    return (workspace.today() - timedelta(days=days)).isoformat()


def _asked(
    wanted: ReviewFilter, records: tuple[UnitRecord, ...], first: str, alike: frozenset[str]
) -> stored.Wanted:
    state = wanted.state
    among: set[str] | None = None
    if wanted.unit_id:
        among = family_of(
            wanted.unit_id, children_by_parent((unit.id, unit.parent_id) for unit in records)
        )
    if wanted.officer:
        followed = {unit.id for unit in records if unit.officer == wanted.officer}
        among = followed if among is None else among & followed
    return stored.Wanted(
        search=wanted.search,
        undecided=state in ("waiting", "new", "changed", "overdue", "similar"),
        decided=state == "decided",
        changed={"new": False, "changed": True}.get(state),
        before=first if state == "overdue" else "",
        noted=state == "noted",
        conflict=state == "conflict",
        units=among,
        ids=alike if state == "similar" else None,
        field=wanted.field,
        template_id=wanted.template_id,
        since=wanted.since.isoformat() if wanted.since else "",
        until=wanted.until.isoformat() if wanted.until else "",
    )
