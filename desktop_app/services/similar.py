"""What the book holds that is like an initiative: titles while writing, whole reports afterwards.

Candidates for a title come from the search index by its rarest words, those for a report by the
marks of its word pairs (``likenesses``); then they are compared folded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.domain.likeness import Likeness, Said, compare, said_in, titles_alike
from desktop_app.errors import NotAllowed
from desktop_app.services.likenesses import common_now, find_alike
from desktop_app.storage import initiatives, likenesses, links, search, units
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace

ALIKE = 75
"""Percent from which two titles are shown as similar."""
NEARLY_THE_SAME = 90
"""Percent from which the checklist asks whether it is the same initiative."""
SAME_UNIT, OTHER_UNIT, EARLIER_YEAR = "same_unit", "other_unit", "earlier_year"
_CANDIDATES = 200


@dataclass(frozen=True)
class SimilarTitle:
    """A title that is like another, with how much, 0 to 100."""

    id: str
    code: str
    title: str
    percent: int


def similar_titles(
    workspace: Workspace, title: str, not_this: str = "", most: int = 5
) -> tuple[SimilarTitle, ...]:
    """Return the titles of the book that are like a title, the most similar first."""
    mine = search.words_of(title)
    if len(mine) < 3:
        return ()
    with workspace.database.read() as session:
        candidates = search.sharing_rare_words(session, mine, limit=_CANDIDATES)
    found = [
        SimilarTitle(row.id, row.code, row.title, _alike(mine, search.words_of(row.title)))
        for row in candidates
        if row.id != not_this
    ]
    found = [each for each in found if each.percent >= ALIKE]
    return tuple(sorted(found, key=lambda each: (-each.percent, each.code))[:most])


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Return how alike two titles are, whatever the order of their words."""
    return round(titles_alike(" ".join(first), " ".join(second)))


# Whole reports


@dataclass(frozen=True)
class SimilarInitiative:
    """An initiative that is like another: how much in percent, where from, what was said of it.

    ``relation``: same_unit, other_unit, or earlier_year when it was begun in an earlier year.
    ``said``: "" or same.
    """

    id: str
    code: str
    title: str
    unit: str
    year: int
    relation: str
    percent: int
    title_percent: int
    body_percent: int
    said: str
    submission: str


def similar_initiatives(
    workspace: Workspace, initiative_id: str, most: int = 10
) -> tuple[SimilarInitiative, ...]:
    """Return the initiatives of the whole book that are like one, the most alike first.

    Those an officer called different ones are left out; linked ones are always among them.
    Raises BadInput SSK-108 for one that is not here, NotAllowed SSK-852 for one that was never
    completed.
    """
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        if record.revision_hash is None:
            raise NotAllowed("SSK-852", dossier=record.code)
        answers = initiatives.one_revision(session, record.id, record.revision_hash).answers
        mine = said_in(answers)
        common = common_now(session)
        said = links.said_of(session, record.id)
        row = initiatives.row_of(session, record.id)
        matches = find_alike(session, mine, not_row=row, most=most + len(said), common=common)
        percents = {match.row: match.likeness for match in matches}
        found = {
            known.id: (known, percents[number])
            for number, known in initiatives.by_rows(session, list(percents))
            if said.get(known.id) != links.DIFFERENT
        }
        shown = sorted(found, key=lambda each: -found[each][1].percent)[:most]
        chosen = [found[each] for each in shown]
        for other_id in (each for each, word in said.items() if word == links.SAME):
            if other_id not in shown:
                other = initiatives.get(session, other_id)
                chosen.append((other, _against(session, mine, other, common)))
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
    zone = workspace.now().tzinfo
    mine_year = _year(record, zone)
    rows = [
        SimilarInitiative(
            other.id,
            other.code,
            other.title,
            names.get(other.unit_id, ""),
            _year(other, zone),
            _relation(record, other, mine_year, _year(other, zone)),
            likeness.percent,
            likeness.title,
            likeness.body,
            said.get(other.id, ""),
            other.submission,
        )
        for other, likeness in chosen
    ]
    return tuple(sorted(rows, key=lambda each: (-each.percent, each.code)))


def similar_ids(workspace: Workspace) -> tuple[str, ...]:
    """Return the undecided initiatives strikingly like another, where nobody said what of it.

    Read from what ``look_for_likenesses`` found: cheap enough for a list's filter.
    """
    with workspace.database.read() as session:
        return likenesses.ids_alike(session, tracks.Submission.RECEIVED)


def _against(
    session: Session, mine: Said, other: InitiativeRecord, common: Mapping[int, float]
) -> Likeness:
    """Return how alike a linked initiative is, whether or not it would have been found."""
    if other.revision_hash is None:
        return Likeness(0, 0, 0)
    answers = initiatives.one_revision(session, other.id, other.revision_hash).answers
    return compare(mine, said_in(answers), common)


def _year(record: InitiativeRecord, zone: tzinfo | None) -> int:
    return from_text(record.created_at).astimezone(zone).year


def _relation(mine: InitiativeRecord, other: InitiativeRecord, my_year: int, year: int) -> str:
    if year < my_year:
        return EARLIER_YEAR
    return SAME_UNIT if mine.unit_id == other.unit_id else OTHER_UNIT
