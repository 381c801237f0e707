"""Finding initiatives that are alike over the whole book: looked up by marks, then compared.

What comes in only notes that it waits; ``look_for_likenesses`` compares it afterwards, beside the
window, so that taking in a stick is as fast as before and lists read what was found.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

from sqlalchemy.orm import Session

from desktop_app.domain.likeness import (
    ALIKE,
    STRIKING,
    Likeness,
    Said,
    common_pairs,
    compare,
    marks_of,
    said_in,
    words_of,
)
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import likenesses
from desktop_app.storage.likenesses import DueRow, FoundPair
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.workspace import Workspace

_COMMON = "common_pairs"
_SAMPLE = 300
_MOST_BEARING = 400
"""A mark more initiatives bear tells too little to be worth reading them all."""
_COMPARED = 60
_MOST_FOUND = 20
_AT_A_TIME = 20


@dataclass(frozen=True)
class Match:
    """An initiative, by row, that is like the one asked about."""

    row: int
    likeness: Likeness


def find_alike(
    session: Session,
    said: Said,
    *,
    not_row: int | None = None,
    least: int = ALIKE,
    most: int = _MOST_FOUND,
    common: Mapping[int, float] | None = None,
) -> tuple[Match, ...]:
    """Return the initiatives of the book at least so much like one, the most alike first.

    ``common`` is what the common word pairs tell just now; found out when not given.
    """
    if common is None:
        common = common_now(session)
    rows = _candidates(session, marks_of(said), not_row)
    found = []
    for text in likenesses.kept_texts(session, rows) if rows else ():
        other = Said(" ".join(words_of(text.title)), text.pairs)
        likeness = compare(said, other, common)
        if likeness.percent >= least:
            found.append(Match(text.row, likeness))
    return tuple(sorted(found, key=lambda match: (-match.likeness.percent, match.row))[:most])


def common_now(session: Session) -> dict[int, float]:
    """Return what the common word pairs of the newest reports tell: little, as many say them.

    As it was found when reports were last compared; looking anew takes longer than a query.
    """
    kept = read_setting(session, _COMMON, None)
    if kept is None:
        return _common_anew(session)
    return {int(pair): told for pair, told in kept.items()}


def _common_anew(session: Session) -> dict[int, float]:
    return common_pairs(likenesses.newest_pairs(session, _SAMPLE))


def _candidates(session: Session, marks: Collection[int], not_row: int | None) -> list[int]:
    """Return the initiatives that share most of the marks few others bear."""
    weights: defaultdict[int, float] = defaultdict(float)
    for rows in likenesses.bearing(session, sorted(marks), _MOST_BEARING).values():
        weight = 1 / (1 + log(len(rows)))
        for row in rows:
            weights[row] += weight
    weights.pop(not_row or 0, None)
    return sorted(weights, key=lambda row: (-weights[row], -row))[:_COMPARED]


def count_waiting(workspace: Workspace) -> int:
    """Return how many reports were not compared with the book yet."""
    with workspace.database.read() as session:
        return likenesses.count_due(session)


def look_for_likenesses(
    workspace: Workspace, step: Step = no_step, *, most: int | None = None
) -> int:
    """Compare reports that came in with the whole book; return how many were compared.

    At most ``most`` of them: what is left waits for the next time. Some at a time, so that
    another writer never waits long; what was stopped or killed half-way is done again.
    """
    whole = count_waiting(workspace)
    whole = whole if most is None else min(whole, most)
    done = 0
    while done < whole:
        step(done, whole)
        compared = _compare_some(workspace, min(_AT_A_TIME, whole - done))
        if not compared:
            break
        done += compared
    return done


def _compare_some(workspace: Workspace, most: int) -> int:
    with workspace.database.read() as session:
        waiting = likenesses.due(session, most)
    said = {each.row: _said(each) for each in waiting}
    with workspace.database.write() as session:
        for row, one in said.items():
            likenesses.keep_text(session, row, one.pairs, marks_of(one))
    with workspace.database.read() as session:
        common = _common_anew(session)
        found = {
            row: _pairs(row, find_alike(session, one, not_row=row, least=STRIKING, common=common))
            for row, one in said.items()
        }
    with workspace.database.write() as session:
        for row in said:
            likenesses.forget_found(session, row)
        likenesses.keep_found(session, {pair for pairs in found.values() for pair in pairs})
        likenesses.set_done(session, waiting)
        write_setting(session, _COMMON, common)
    return len(waiting)


def _said(waiting: DueRow) -> Said:
    return said_in(json.loads(waiting.answers))


def _pairs(row: int, matches: tuple[Match, ...]) -> tuple[FoundPair, ...]:
    return tuple(
        FoundPair(
            min(row, match.row),
            max(row, match.row),
            match.likeness.title,
            match.likeness.body,
            match.likeness.percent,
        )
        for match in matches
    )
