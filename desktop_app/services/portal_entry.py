"""Bản để nhập cổng: one initiative's fields in the central system's order, files with them.

Nothing confidential is in a sheet: such answers are left out before a field is filled, files of
theirs too; a text that repeats their words is left empty and said. Of a trade secret only the
fields the mapping keeps go up, without files (domain.md 3.2).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from desktop_app.domain.checks import repeats, telling_parts
from desktop_app.domain.initiative import Attachment, attachments_in
from desktop_app.domain.portal_mapping import (
    KEEP,
    PortalField,
    PortalMapping,
    PortalNote,
    attachment_problem,
    counted,
    over_limit,
)
from desktop_app.domain.recognition import said_together
from desktop_app.domain.text import ascii_name
from desktop_app.errors import BadInput
from desktop_app.services.portal import programmes_on
from desktop_app.services.portal_gate import standing_against
from desktop_app.services.portal_mapping import mapping as mapping_in_use
from desktop_app.services.portal_values import Known, text_for
from desktop_app.services.redacted import redact
from desktop_app.services.review import form_or_none
from desktop_app.services.steps import Step, no_step
from desktop_app.services.unit_levels import levels_of
from desktop_app.storage import portal_list, programmes, recognitions, units
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.programmes import ProgrammeRecord
from desktop_app.storage.units import UnitRecord
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form, Node

_CHUNK = 100
_LONGEST_NAME = 40


@dataclass(frozen=True)
class EntryField:
    """A field with its text, how long it is for the limit, and what is wrong with it."""

    field: PortalField
    text: str
    length: int
    problem: PortalNote | None = None

    @property
    def by_hand(self) -> bool:
        """Whether the book does not hold it: the officer fills it in there."""
        return not self.field.source


@dataclass(frozen=True)
class EntryAttachment:
    """A file to go along; ``name`` is plain ASCII, so that every system shows it."""

    name: str
    sha256: str
    size: int
    media_type: str
    problem: PortalNote | None = None


@dataclass(frozen=True)
class EntrySheet:
    """All that is entered for one initiative; ``redacted``: something was left out.

    ``secret``: a trade secret, of which little goes up. ``blocked`` says why it cannot go up
    yet. ``portal`` and ``portal_code`` are what is known of it there already.
    """

    initiative_id: str
    code: str
    title: str
    revision: int
    revision_hash: str
    redacted: bool
    fields: tuple[EntryField, ...]
    attachments: tuple[EntryAttachment, ...]
    blocked: tuple[PortalNote, ...]
    secret: bool = False
    unit: str = ""
    authors: str = ""
    submission: str = ""
    portal: str = ""
    portal_code: str = ""

    @property
    def problems(self) -> tuple[PortalNote, ...]:
        """What is wrong with fields and files, in their order."""
        said = [each.problem for each in self.fields] + [each.problem for each in self.attachments]
        return tuple(problem for problem in said if problem is not None)


def entry_sheet(workspace: Workspace, initiative_id: str) -> EntrySheet:
    """Return the sheet of one initiative. Raises BadInput SSK-108 when there is none."""
    for sheet in entry_sheets(workspace, [initiative_id]):
        return sheet
    raise BadInput("SSK-108", name=initiative_id)


def entry_sheets(
    workspace: Workspace, ids: Sequence[str], step: Step = no_step
) -> Iterator[EntrySheet]:
    """Give the sheets of some initiatives in their order, made a hundred at a time.

    An identifier that is not in the book is passed over.
    """
    mapping, today = mapping_in_use(workspace), workspace.today()
    with workspace.database.read() as session:
        bodies = {unit.id: unit for unit in units.all_units(session, today)}
        chosen = programmes_on(session, today)
        phases = [
            phase
            for phase in programmes.all_phases(session)
            if not phase.peak and phase.date_from <= today.isoformat() <= phase.date_to
        ]
    names = {programme.code: programme.name for programme in chosen}
    said = {
        "name": "; ".join(names.values()),
        "phase": "; ".join(phase.name for phase in phases if phase.programme_code in names),
    }
    maker = _Maker(workspace, mapping, bodies, chosen, said)
    for start in range(0, len(ids), _CHUNK):
        few = ids[start : start + _CHUNK]
        with workspace.database.read() as session:
            reports = portal_list.reports(session, few)
            entries = recognitions.entries_of(session, list(reports))
        for place, initiative_id in enumerate(few, start=start):
            if initiative_id in reports:
                record, answers = reports[initiative_id]
                recognised = said_together(entries.get(initiative_id, ()))
                yield maker.sheet(record, answers, recognised)
            step(place + 1, len(ids))


@dataclass(frozen=True)
class _Maker:
    """Makes sheets; what all of them need was read once."""

    workspace: Workspace
    mapping: PortalMapping
    bodies: Mapping[str, UnitRecord]
    chosen: Sequence[ProgrammeRecord]
    programme: Mapping[str, str]
    units_said: dict[str, dict[str, str]] = field(default_factory=dict)

    def sheet(
        self, record: InitiativeRecord, answers: Mapping[str, Any], recognised: Mapping[str, Any]
    ) -> EntrySheet:
        unit = self._unit(record.unit_id)
        blocked = standing_against(record, recognised, self.chosen)
        empty = EntrySheet(
            record.id,
            record.code,
            record.title,
            record.revision,
            record.revision_hash or "",
            False,
            (),
            (),
            blocked,
            unit=unit["name"],
            authors=record.authors,
            submission=record.submission,
            portal=record.portal,
            portal_code=record.portal_code,
        )
        form = form_or_none(self.workspace, record.template_id, record.template_version)
        if form is None:
            why = (*blocked, PortalNote("SSK-906"))
            return replace(empty, title=record.code, authors="", blocked=why, redacted=True)
        kept, left_out = redact(form, answers)
        secret = answers.get("is_trade_secret") == "yes"
        hidden = Hidden(form, answers, left_out)
        known = Known(record, form, kept, recognised, unit, self.programme)
        fields = tuple(
            self._field(each, known, hidden)
            for each in self.mapping.fields
            if not secret or each.secret == KEEP
        )
        files = () if secret else hidden.public(attachments_in(kept))
        return replace(
            empty,
            title=record.code if "initiative_title" in left_out else record.title,
            authors="" if secret or hidden.names_authors else record.authors,
            redacted=secret or hidden.any,
            fields=fields,
            attachments=self._attachments(record.code, files),
            secret=secret,
        )

    def _field(self, each: PortalField, known: Known, hidden: "Hidden") -> EntryField:
        text, unknown = text_for(each, known, self.mapping)
        problem: PortalNote | None = None
        over = over_limit(text, each.limit)
        if hidden.repeated(text):
            text, problem = "", PortalNote("SSK-907", "secret")
        elif not text and each.required and each.source:
            problem = PortalNote("SSK-907", "missing")
        elif unknown:
            problem = PortalNote("SSK-907", "label", {"value": text, "list": each.values})
        elif over:
            problem = PortalNote("SSK-907", "long", {"over": over, "most": each.limit})
        return EntryField(each, text, counted(text), problem)

    def _attachments(self, code: str, files: Sequence[Attachment]) -> tuple[EntryAttachment, ...]:
        rules = self.mapping.attachments
        made: list[EntryAttachment] = []
        for number, file in enumerate(files, start=1):
            name = file_name(code, number, file.name)
            problem = attachment_problem(name, file.size, number, rules)
            made.append(EntryAttachment(name, file.sha256, file.size, file.media_type, problem))
        return tuple(made)

    def _unit(self, unit_id: str) -> dict[str, str]:
        """Return what a unit and the levels above it are called today."""
        if unit_id not in self.units_said:
            self.units_said[unit_id] = levels_of(unit_id, self.bodies)
        return self.units_said[unit_id]


class Hidden:
    """What of an initiative must not be seen: words and files of confidential answers."""

    def __init__(self, form: "Form", answers: Mapping[str, Any], left_out: Sequence[str]) -> None:
        secret = _confidential(form.children, answers)
        # What the form does not know was left out as well: nobody could say what it holds.
        secret += [answers[name] for name in left_out if name in answers]
        texts = [value for value in secret if isinstance(value, str)]
        self.any = bool(secret)
        self.names_authors = any(
            question.confidential and (*path, question.name) == ("authors", "full_name")
            for path, question in form.questions()
        )
        self._parts = tuple(part for text in texts for part in telling_parts(text))
        self._files = {file.sha256 for file in attachments_in({"": secret})}

    def repeated(self, text: str) -> bool:
        """Return whether a text says confidential words again."""
        return bool(text) and bool(self._parts) and repeats(text, self._parts)

    def may_see(self, sha256: str) -> bool:
        """Return whether a file is part of no confidential answer."""
        return sha256 not in self._files

    def public(self, files: Sequence[Attachment]) -> tuple[Attachment, ...]:
        """Return the files that are part of no confidential answer."""
        return tuple(file for file in files if self.may_see(file.sha256))


def _confidential(nodes: "tuple[Node, ...]", answers: Mapping[str, Any]) -> list[Any]:
    """Return every confidential answer, also inside tables."""
    from desktop_app.forms.form import Question, Repeat

    found: list[Any] = []
    for node in nodes:
        if isinstance(node, Question):
            if node.confidential and answers.get(node.name) not in (None, ""):
                found.append(answers[node.name])
        elif isinstance(node, Repeat):
            rows = answers.get(node.name)
            for row in rows if isinstance(rows, list) else ():
                found += _confidential(node.children, row)
        else:
            found += _confidential(node.children, answers)
    return found


def file_name(code: str, number: int, name: str) -> str:
    """Return a file's name for the portal: dossier code, number, its own name in plain ASCII."""
    path = PurePath(name)
    ending = ascii_name(path.suffix[1:])
    stem = ascii_name(path.stem, _LONGEST_NAME) or "tep"
    made = f"{code}_{number:02}_{stem}"
    return f"{made}.{ending}" if ending else made
