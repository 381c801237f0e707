"""The central system's answers as a list: looked at line by line first, then recorded.

Looking writes nothing. Recording looks once more, at the book as it stands then, and writes all
lines in one transaction. What is in doubt is recorded only as somebody chose.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.documents.headed_list import HeadedLine
from desktop_app.domain import tracks
from desktop_app.domain.dates import read_day
from desktop_app.domain.lengths import LONGEST_CODE, LONGEST_NOTE
from desktop_app.domain.text import fold
from desktop_app.errors import AppError, BadInput, NotAllowed
from desktop_app.services.officers import allowed
from desktop_app.services.portal import (
    check_recordable,
    final_states,
    keep_portal,
    portal_states,
)
from desktop_app.services.portal_matching import BY_PORTAL_CODE, Match, Matching, code_key
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, initiatives, packages, units
from desktop_app.storage.packages import AtPortal
from desktop_app.workspace import Workspace


class Verdict(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    CONFLICT = "conflict"
    DOUBLE = "double"
    UNKNOWN = "unknown"
    REFUSED = "refused"


TAKEN = (Verdict.NEW, Verdict.CHANGED)
ASKED = (Verdict.DOUBTFUL, Verdict.CONFLICT)
OPEN = (*ASKED, Verdict.UNKNOWN, Verdict.REFUSED)
"""What is recorded by itself, what only as somebody chose, and what somebody has to look at."""


@dataclass(frozen=True)
class Candidate:
    """An initiative a line may be about, and how near it is in percent."""

    id: str
    code: str
    title: str
    authors: str
    unit: str
    portal: str
    portal_code: str
    percent: int


@dataclass(frozen=True)
class AnswerLine:
    """A line of the list and what becomes of it.

    ``title``, ``author``, ``code`` and ``state_text`` are the list's; ``state`` is ours, "" when
    it was not understood. ``known`` is the initiative it is about. ``reason`` is a code with facts
    where something has to be said. ``recorded`` once it was.
    """

    row_number: int
    verdict: Verdict
    code: str = ""
    dossier: str = ""
    title: str = ""
    author: str = ""
    state: str = ""
    state_text: str = ""
    note: str = ""
    on: date | None = None
    by: str = ""
    known: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    recorded: bool = False

    @property
    def id(self) -> str:
        """What names this line in a list."""
        return str(self.row_number)


@dataclass(frozen=True)
class PortalAnswers:
    """What became of a list of answers, or would."""

    file: str
    lines: tuple[AnswerLine, ...]
    read: tuple[HeadedLine, ...] = field(default=(), repr=False)

    def count(self, *verdicts: Verdict) -> int:
        """Return how many lines have one of some verdicts."""
        return sum(line.verdict in verdicts for line in self.lines)

    @property
    def recorded(self) -> int:
        """How many lines were recorded."""
        return sum(line.recorded for line in self.lines)


def preview(workspace: Workspace, path: Path, step: Step = no_step) -> PortalAnswers:
    """Return what recording a list would do; nothing is written.

    Raises BadFile as ``read_answer_list``.
    """
    from desktop_app.documents.portal_answer_list import read_answer_list

    read = read_answer_list(workspace.filler.child, path)
    with workspace.database.read() as session:
        lines = _looked_at(session, workspace, read, {}, step)
    return PortalAnswers(path.name, lines, read)


@allowed("decide")
def apply(
    workspace: Workspace,
    looked_at: PortalAnswers,
    choices: Mapping[int, str | None] | None = None,
    step: Step = no_step,
) -> PortalAnswers:
    """Record a list that was looked at; return what became of each line.

    ``choices`` says by row which initiative a line in doubt or against what is known is about;
    None leaves it out. Without a choice such a line is left out. A refused line stops no other.
    Raises BadInput SSK-913 for a choice the line did not offer.
    """
    chosen = dict(choices or {})
    _check_choices(looked_at, chosen)
    now = workspace.now()
    shown = {line.row_number: line for line in looked_at.lines}
    with workspace.database.write() as session:
        lines = _looked_at(session, workspace, looked_at.read, chosen, step)
        done = tuple(
            _record(session, workspace, line) if _agreed(line, shown, chosen) else line
            for line in lines
        )
        count = sum(line.recorded for line in done)
        if count:
            audit.note(session, now, "portal answers", "", rows=len(done), recorded=count)
    return replace(looked_at, lines=done)


def decide(
    workspace: Workspace, looked_at: PortalAnswers, choices: Mapping[int, str | None]
) -> PortalAnswers:
    """Return what recording would do with some choices; nothing is written.

    Raises BadInput SSK-913 for a choice the line did not offer.
    """
    _check_choices(looked_at, choices)
    with workspace.database.read() as session:
        lines = _looked_at(session, workspace, looked_at.read, choices, no_step)
    return replace(looked_at, lines=lines)


def _check_choices(looked_at: PortalAnswers, chosen: Mapping[int, str | None]) -> None:
    offered = {line.row_number: line for line in looked_at.lines}
    for row, initiative_id in chosen.items():
        line = offered.get(row)
        known = {each.id for each in (line.candidates if line else ())}
        if line is not None and line.known is not None:
            known.add(line.known.id)
        if line is None or (initiative_id is not None and initiative_id not in known):
            raise BadInput("SSK-913", row=row)


def _agreed(
    line: AnswerLine, shown: Mapping[int, AnswerLine], chosen: Mapping[int, str | None]
) -> bool:
    """Return whether a line is recorded: as it was shown, or as somebody chose it to be."""
    if line.known is None:
        return False
    before = shown[line.row_number]
    same = before.known is not None and before.known.id == line.known.id
    if line.row_number not in chosen:
        return line.verdict in TAKEN and same
    if chosen[line.row_number] != line.known.id:
        return False
    # What goes against the book is agreed to only once it was shown as such.
    against = line.verdict is Verdict.CONFLICT
    return line.verdict in TAKEN or (against and same and before.verdict is Verdict.CONFLICT)


def _record(session: Session, workspace: Workspace, line: AnswerLine) -> AnswerLine:
    assert line.known is not None
    try:
        keep_portal(
            session,
            initiatives.get(session, line.known.id),
            workspace.now(),
            code=line.code or line.known.portal_code,
            state=line.state,
            on=line.on or workspace.today(),
            note=line.note or None,
        )
    except AppError as error:
        return replace(line, verdict=Verdict.REFUSED, reason=error.code, facts=error.facts)
    return replace(line, recorded=True)


# Looking


def _looked_at(
    session: Session,
    workspace: Workspace,
    read: tuple[HeadedLine, ...],
    chosen: Mapping[int, str | None],
    step: Step,
) -> tuple[AnswerLine, ...]:
    """Return every line with its verdict; two lines about one initiative are told of each other."""
    look = _Look(session, workspace, read)
    lines: list[AnswerLine] = []
    for place, each in enumerate(read):
        step(place, len(read))
        lines.append(look.at(each, chosen))
    step(len(read), len(read))
    return _doubles(lines)


class _Look:
    """The book as it stands, and what a line says about it."""

    def __init__(
        self, session: Session, workspace: Workspace, read: tuple[HeadedLine, ...]
    ) -> None:
        self._session, self._workspace = session, workspace
        known = list(packages.comparable(session))
        self._by_id = {each.id: each for each in known}
        self._matching = Matching(known)
        listed = units.all_units(session, workspace.today())
        self._units = {unit.id: unit.name for unit in listed}
        # Those that are in the book but not accepted: to say so instead of "unknown".
        codes = {each.values.get(name, "") for each in read for name in ("dossier", "portal_code")}
        others = packages.by_codes(session, sorted(codes - {""}))
        self._others = Matching(each for each in others if each.id not in self._by_id)
        self._words = _state_words()

    def at(self, read: HeadedLine, chosen: Mapping[int, str | None]) -> AnswerLine:
        """Return a line with its verdict."""
        values = read.values
        line = AnswerLine(
            read.number,
            Verdict.UNKNOWN,
            code=values.get("portal_code", ""),
            dossier=values.get("dossier", ""),
            title=values.get("title", ""),
            author=values.get("author", ""),
            state_text=values.get("state", ""),
            note=values.get("note", "")[:LONGEST_NOTE],
        )
        match = self._matching.match(values)
        wanted = chosen.get(read.number)
        if wanted is not None and wanted in self._by_id:
            match = Match(self._by_id[wanted], match.by, match.candidates)
        if match.by and match.by != BY_PORTAL_CODE and match.known is not None:
            line = self._without_our_code(line, match.known)
        line = replace(
            line,
            by=match.by,
            known=self._candidate(match.known, 100) if match.known else None,
            candidates=tuple(self._candidate(*pair) for pair in match.candidates),
        )
        try:
            return self._judged(self._read_texts(line, values), match)
        except BadInput as error:
            return replace(line, verdict=Verdict.REFUSED, reason=error.code, facts=error.facts)

    @staticmethod
    def _without_our_code(line: AnswerLine, known: AtPortal) -> AnswerLine:
        """Our dossier code in the column of the central system's code is no code of theirs."""
        return replace(line, code="") if code_key(line.code) == code_key(known.code) else line

    def _read_texts(self, line: AnswerLine, values: Mapping[str, str]) -> AnswerLine:
        if len(line.code) > LONGEST_CODE:
            raise BadInput("SSK-526", name=line.code[:40], length=len(line.code), most=LONGEST_CODE)
        state = self._words.get(_plain_state(line.state_text), "")
        if not state:
            raise BadInput("SSK-911", state=line.state_text[:60] or "–")
        return replace(line, state=state, on=self._day(values.get("date", "")))

    def _day(self, text: str) -> date | None:
        """Return the day of a line; a time beside it is passed over."""
        if not text:
            return None
        words = [word for word in text.split() if ":" not in word]
        try:
            day = read_day(words[0] if words else text)
        except ValueError as error:
            raise BadInput("SSK-912", text=text[:40]) from error
        if day > self._workspace.today():
            raise BadInput("SSK-912", text=text[:40])
        return day

    def _judged(self, line: AnswerLine, match: Match) -> AnswerLine:
        known = match.known
        if known is None and match.candidates:
            return replace(line, verdict=Verdict.DOUBTFUL)
        if known is None:
            other = self._others.match({"dossier": line.dossier, "portal_code": line.code}).known
            if other is not None:
                raise NotAllowed("SSK-917", dossier=other.code)
            return line
        row = initiatives.get(self._session, known.id)
        check_recordable(self._session, row, line.state, line.on or self._workspace.today())
        return self._compared(line, known)

    def _compared(self, line: AnswerLine, known: AtPortal) -> AnswerLine:
        same_code = not line.code or code_key(line.code) == code_key(known.portal_code)
        same_note = not line.note or line.note == known.portal_note
        if known.portal == line.state and same_code and same_note:
            return replace(line, verdict=Verdict.SAME)
        if known.portal_code and not same_code:
            facts = {"known": known.portal_code, "told": line.code}
            return replace(line, verdict=Verdict.CONFLICT, reason="SSK-914", facts=facts)
        if known.portal != tracks.PORTAL_NONE and known.portal != line.state:
            backwards = known.portal in final_states()
            older = line.on is not None and line.on.isoformat() < known.portal_on
            if backwards or older:
                facts = {"known": _label(known.portal), "told": _label(line.state)}
                return replace(line, verdict=Verdict.CONFLICT, reason="SSK-915", facts=facts)
        first = known.portal == tracks.PORTAL_NONE
        return replace(line, verdict=Verdict.NEW if first else Verdict.CHANGED)

    def _candidate(self, each: AtPortal, percent: int) -> Candidate:
        return Candidate(
            each.id,
            each.code,
            each.title,
            each.authors,
            self._units.get(each.unit_id, ""),
            each.portal,
            each.portal_code,
            percent,
        )


def _doubles(lines: list[AnswerLine]) -> tuple[AnswerLine, ...]:
    """Leave the first of several lines about one initiative that say the same.

    When they say different things none is taken by itself: nobody can tell which is right.
    """
    by_id: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if line.known is not None and line.verdict is not Verdict.REFUSED:
            by_id.setdefault(line.known.id, []).append(place)
    for places in by_id.values():
        said = {(lines[p].state, code_key(lines[p].code), lines[p].note) for p in places}
        verdict = Verdict.DOUBLE if len(said) == 1 else Verdict.CONFLICT
        first, *others = places
        for place in others if len(said) == 1 else places if others else ():
            told = lines[first if place != first else others[0]].row_number
            lines[place] = replace(
                lines[place], verdict=verdict, reason="SSK-916", facts={"row": told}
            )
    return tuple(lines)


@cache
def _state_words() -> Mapping[str, str]:
    """Return what lists call the states, as compared, with our codes."""
    found: dict[str, str] = {}
    for state in portal_states():
        for word in (state.code, *state.labels.values(), *state.words):
            found.setdefault(_plain_state(word), state.code)
    return found


def _plain_state(text: str) -> str:
    return "".join(c if c.isalnum() else " " for c in fold(text)).strip().replace("  ", " ")


def _label(state: str) -> str:
    return next((s.labels["vi"] for s in portal_states() if s.code == state), state)
