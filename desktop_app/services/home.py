"""The home page: what needs doing now, and where the unit stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain import tracks
from desktop_app.services import (
    chains,
    conflicts,
    erasing,
    handover,
    placing,
    progress,
    quarantine,
    queue,
    receipts,
    retention,
    time_limits,
    unit_keys,
)
from desktop_app.services.enrolment import ASKED, UNPLACED
from desktop_app.services.listing import Query, list_initiatives
from desktop_app.services.progress import UnitProgress
from desktop_app.services.setup import OFFICE
from desktop_app.storage import initiatives
from desktop_app.workspace import Workspace

OVERDUE_DAYS = 5
"""After so many days without a receipt a bundle is worth asking about."""


@dataclass(frozen=True)
class Todo:
    """One thing to do: ``kind`` names its sentence, ``page`` and ``arguments`` where to go."""

    kind: str
    weight: str
    facts: Mapping[str, Any]
    page: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class HomeSummary:
    """What the home page shows; ``progress`` is this unit's line of the board."""

    todos: tuple[Todo, ...]
    counts: Mapping[str, Mapping[str, int]]
    progress: UnitProgress | None


_MOST_LIMITS = 3
NEEDS_YOU, INFO = "needs_you", "info"


def summary(workspace: Workspace) -> HomeSummary:
    """Return what needs doing now, returned reports first."""
    own = workspace.own
    with workspace.database.read() as session:
        counts = initiatives.counts_by_state(session)
    todos = _office(workspace, counts) if own.role == OFFICE else _team(workspace, counts)
    todos += _matters(workspace, "inbox" if own.role == OFFICE else "queue")
    todos += _limits(workspace)
    todos += _keeping(workspace)
    lines = {line.unit_id: line for line in progress.progress(workspace)}
    if own.role == OFFICE and set(lines) <= {own.unit_id}:
        todos.append(Todo("no_units", INFO, {}, "units"))
    return HomeSummary(tuple(todos), counts, lines.get(own.unit_id))


def matters(workspace: Workspace) -> Mapping[str, int]:
    """Return how many things about what came in have to be looked at, by kind.

    ``unplaced`` senders whose unit nobody named yet, ``keys`` to confirm, ``conflicts`` to choose,
    ``quarantine`` other files set aside, ``numbers`` to ask about; a team has only files set aside.
    """
    office = workspace.own.role == OFFICE
    keys = unit_keys.list_keys(workspace) if office else ()
    return {
        "unplaced": placing.count_unplaced(workspace) if office else 0,
        "keys": sum(key.state == ASKED for key in keys),
        "conflicts": conflicts.count_conflicts(workspace) if office else 0,
        "quarantine": sum(row.code != UNPLACED for row in quarantine.list_quarantine(workspace)),
        "numbers": len(chains.list_troubles(workspace)) if office else 0,
    }


def _matters(workspace: Workspace, page: str) -> list[Todo]:
    return [
        Todo(name, NEEDS_YOU, {"number": number}, page, {"matter": name})
        for name, number in matters(workspace).items()
        if number
    ]


def _keeping(workspace: Workspace) -> list[Todo]:
    """Return what the rule of keeping wants done, and an erasure that was interrupted."""
    todos = []
    number = len(retention.due(workspace))
    if number:
        todos.append(Todo("retention", INFO, {"number": number}, "settings", {"part": "retention"}))
    if erasing.is_unfinished(workspace):
        todos.append(Todo("erasing", NEEDS_YOU, {}, "settings", {"part": "person"}))
    return todos


def _limits(workspace: Workspace) -> list[Todo]:
    """Return what the law on recognition wants done soon, or wanted done already."""
    office = workspace.own.role == OFFICE
    todos = []
    for line in time_limits.due(workspace, most=_MOST_LIMITS):
        facts = {
            "title": line.title,
            "names": line.limit.names,
            "due": line.due,
            "source": line.limit.source,
        }
        arguments: dict[str, Any] = {"recognition": line.initiative_id}
        if office:
            arguments = {"open": line.initiative_id, "recognition": True}
        weight = NEEDS_YOU if line.days_left < 0 else INFO
        todos.append(Todo("limit", weight, facts, "review" if office else "initiatives", arguments))
    return todos


def _team(workspace: Workspace, counts: Mapping[str, Mapping[str, int]]) -> list[Todo]:
    todos: list[Todo] = []
    returned = list_initiatives(workspace, Query(submission=tracks.Submission.RETURNED), limit=5)
    for row in returned.rows:
        if row.writing == tracks.Writing.READY:
            facts = {"title": row.title, "code": row.code}
            todos.append(Todo("returned", NEEDS_YOU, facts, "initiatives", {"open": row.id}))
    today = workspace.today()
    for bundle in handover.list_bundles(workspace):
        if bundle.direction == "out" and bundle.state == "handed_over" and bundle.handed_over_at:
            days = (today - bundle.handed_over_at.astimezone(workspace.now().tzinfo).date()).days
            kind, weight = ("answer_overdue", NEEDS_YOU)
            if days < OVERDUE_DAYS:
                kind, weight = ("answer_awaited", INFO)
            late = {"sequence": bundle.sequence, "days": days}
            todos.append(Todo(kind, weight, late, "queue"))
        elif bundle.direction == "out" and bundle.state == "bundled" and bundle.count:
            todos.append(Todo("not_handed_over", INFO, {"sequence": bundle.sequence}, "queue"))
    waiting = len(queue.list_queue(workspace))
    if waiting:
        todos.append(Todo("ready_to_export", NEEDS_YOU, {"number": waiting}, "queue"))
    drafts = counts["writing"].get(tracks.Writing.DRAFT, 0)
    if drafts:
        arguments = {"writing": str(tracks.Writing.DRAFT)}
        todos.append(Todo("drafts", INFO, {"number": drafts}, "initiatives", arguments))
    if handover.recipient(workspace) is None:
        todos.append(Todo("no_card", INFO, {}, "queue"))
    return todos


def _office(workspace: Workspace, counts: Mapping[str, Mapping[str, int]]) -> list[Todo]:
    todos: list[Todo] = []
    to_review = counts["submission"].get(tracks.Submission.RECEIVED, 0)
    if to_review:
        todos.append(Todo("to_review", NEEDS_YOU, {"number": to_review}, "review"))
    waiting = receipts.list_answers(workspace)
    if waiting:
        facts = {"number": sum(row.waiting for row in waiting), "units": len(waiting)}
        todos.append(Todo("to_answer", NEEDS_YOU, facts, "answers"))
    going_up = counts["submission"].get(tracks.Submission.ACCEPTED, 0)
    if going_up:
        todos.append(Todo("to_portal", INFO, {"number": going_up}, "portal"))
    return todos
