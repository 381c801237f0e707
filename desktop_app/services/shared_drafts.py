"""Drafts between two computers of one team: carried in a file, merged by hand, nothing dropped.

A draft that is new here is taken over; one that was changed on both computers is kept beside ours
until a person has looked at what differs. What is not chosen stays in the steps of undo.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.identifiers import dossier_code, parts_of_code
from desktop_app.domain.initiative import attachments_in
from desktop_app.errors import AppError, BadFile, NotAllowed
from desktop_app.services import carrying, drafting, templates
from desktop_app.services.steps import Step, no_step
from desktop_app.services.taken_item import TakenItem
from desktop_app.storage import audit, drafts, initiatives, units
from desktop_app.storage.settings import count_from, next_number
from desktop_app.storage.times import from_text, to_text
from desktop_app.storage.units import KeyRecord
from desktop_app.workspace import Workspace

DRAFT = "draft"
MINE, THEIRS, BOTH = "mine", "theirs", "both"
_LARGEST_JSON = 5_000_000


@dataclass(frozen=True)
class Difference:
    """One question that two computers answer differently; None where it is not answered."""

    name: str
    mine: Any
    theirs: Any

    @property
    def can_join(self) -> bool:
        """Whether both answers can be kept one after the other: texts, and lines of a table."""
        texts = isinstance(self.mine, str) and isinstance(self.theirs, str)
        return texts or (isinstance(self.mine, list) and isinstance(self.theirs, list))


@dataclass(frozen=True)
class WaitingMerge:
    """A draft that another computer changed too."""

    id: str
    device: str
    differences: tuple[Difference, ...]


# Out


def export_drafts(
    workspace: Workspace, ids: Sequence[str], to: Path, *, step: Step = no_step
) -> carrying.ExportedBundle:
    """Write drafts for another computer of the team.

    Sealed to the computers of the team that are known; the first time none is, then the file is
    open to everyone (``sealed`` says so). Raises NotAllowed SSK-510 for none, SSK-506 for a frozen
    one.
    """
    if not ids:
        raise NotAllowed("SSK-510")
    own, now = workspace.own, workspace.now()
    with workspace.database.read() as session:
        sisters = [k for k in units.keys_of(session, own.unit_id) if k.state == "known"]
    sender = carrying.own_card(workspace)
    recipient = {"unit": sender["unit"], "sign_key": None}
    document = carrying.begin_document(workspace, DRAFT, recipient, now)
    parts, items = [], []
    for initiative_id in ids:
        draft = drafting.open_draft(workspace, initiative_id)
        if draft.read_only:
            raise NotAllowed("SSK-506", dossier=draft.code)
        parts += _parts(workspace, draft)
        items.append({"id": draft.id, "code": draft.code, "title": draft.title})
    document["items"] = items
    keys = [workspace.keys.public.age, *(key.age_recipient for key in sisters)]
    letter = carrying.Letter(
        DRAFT,
        document,
        tuple({part.path: part for part in parts}.values()),
        tuple(dict.fromkeys(keys)) if sisters else (),
        own.code,
        own.unit_id,
    )
    written = carrying.write_letter(workspace, letter, to, step)
    with workspace.database.write() as session:
        carrying.keep_letter(session, letter, written, now)
        audit.note(session, now, "export", letter.bundle_id, count=len(items))
    return written


def _parts(workspace: Workspace, draft: drafting.OpenDraft) -> list[carrying.Part]:
    folder = f"data/drafts/{draft.id}"
    with workspace.database.read() as session:
        record = initiatives.get(session, draft.id)
    described = {
        "id": draft.id,
        "code": draft.code,
        "title": draft.title,
        "template": {"id": record.template_id, "version": record.template_version},
        "answers": draft.answers,
        "saved_at": to_text(draft.saved_at),
        "created_at": record.created_at,
    }
    files = {file.sha256: file for file in attachments_in(draft.answers)}
    return [
        carrying.json_part(workspace, f"{folder}/draft.json", described),
        *(
            carrying.kept_part(workspace, f"{folder}/attachments/{sha256}", sha256)
            for sha256 in files
        ),
    ]


@dataclass(frozen=True)
class Computer:
    """Another computer that says it is this team's; ``words`` are read out to compare."""

    sign_key: str
    device: str
    words: str
    known: bool


def computers(workspace: Workspace) -> tuple[Computer, ...]:
    """Return the other computers of the team that drafts came from."""
    from desktop_app.exchange.key_words import fingerprint_of

    with workspace.database.read() as session:
        keys = units.keys_of(session, workspace.own.unit_id)
    return tuple(
        Computer(key.sign_key, key.device, fingerprint_of(key.sign_key), key.state == "known")
        for key in keys
        if key.sign_key != workspace.keys.public.sign and key.state in ("asked", "known")
    )


def trust_computer(workspace: Workspace, sign_key: str) -> None:
    """Seal drafts to another computer from now on: a person compared the four words."""
    with workspace.database.write() as session:
        units.set_key_state(session, [sign_key], "known")
        audit.note(session, workspace.now(), "trust", workspace.own.unit_id)


# In


def take_drafts(workspace: Workspace, opened: Any, _file_name: str) -> tuple[TakenItem, ...]:
    """Take in the drafts of a file another computer of the team wrote.

    What became of each: new, same, to_merge, frozen (completed here), quarantined.

    Raises NotAllowed SSK-575 for a file of another unit.
    """
    sender = opened.document["sender"]
    own, now = workspace.own, workspace.now()
    if sender["unit"]["id"] != own.unit_id and sender["unit"]["code"] != own.code:
        raise NotAllowed("SSK-575", unit=sender["unit"]["name"])
    device = str(opened.document["device"])
    if sender["sign_key"] != workspace.keys.public.sign:
        with workspace.database.write() as session:
            if units.find_key(session, sender["sign_key"]) is None:
                key = KeyRecord(
                    sender["sign_key"], own.unit_id, sender["age_recipient"], device, "asked"
                )
                units.keep_key(session, key, now)
                audit.note(session, now, "enrol", own.unit_id, state="asked")
    return tuple(_take_draft(workspace, opened, item, device) for item in opened.document["items"])


def _take_draft(
    workspace: Workspace, opened: Any, item: Mapping[str, Any], device: str
) -> TakenItem:
    from desktop_app.exchange.bundle_document import read_json

    title = str(item.get("title", ""))
    try:
        folder = f"data/drafts/{item['id']}"
        content = read_json(opened.read(f"{folder}/draft.json", _LARGEST_JSON), "draft.json")
        answers, template = content["answers"], content["template"]
        if content["id"] != item["id"] or not isinstance(answers, dict):
            raise BadFile("SSK-480", field="drafts")
        templates.form_of(workspace, template["id"], template["version"])
        for file in attachments_in(answers):
            kept = workspace.attachments.put(
                opened.read(f"{folder}/attachments/{file.sha256}", 100_000_000)
            )
            if kept != file.sha256:
                raise BadFile("SSK-480", field="attachments")
        intake = _keep(workspace, content, device)
    except AppError as error:
        return TakenItem(str(item["id"]), 0, title, "quarantined", error.code, error.facts)
    except (KeyError, TypeError, ValueError):
        return TakenItem(str(item["id"]), 0, title, "quarantined", "SSK-480", {"field": "drafts"})
    return TakenItem(content["id"], 0, title, intake)


def _keep(workspace: Workspace, content: Mapping[str, Any], device: str) -> str:
    initiative_id, answers, now = content["id"], content["answers"], workspace.now()
    with workspace.database.write() as session:
        record = initiatives.find(session, initiative_id)
        if record is None:
            own = workspace.own
            code = content["code"]
            if initiatives.code_taken(session, code):
                number = next_number(session, f"number {own.code} {now.year}")
                code = dossier_code(own.code, now.year, number)
            parts = parts_of_code(code)
            if parts is not None and parts[0] == own.code:
                # The other computer gave this number: it is not to be given here again.
                count_from(session, f"number {own.code} {parts[1]}", parts[2])
            initiatives.insert_initiative(
                session,
                initiative_id=initiative_id,
                code=code,
                unit_id=own.unit_id,
                template_id=content["template"]["id"],
                template_version=content["template"]["version"],
                answers=answers,
                states=drafting.first_states(),
                now=now,
                created_at=from_text(content["created_at"]),
            )
            drafts.write_draft(session, initiative_id, answers, {}, now)
            audit.note(session, now, "new", initiative_id)
            return "new"
        if record.writing != tracks.Writing.DRAFT:
            return "frozen"
        mine = drafts.read_draft(session, initiative_id)
        if mine is not None and mine.answers == answers:
            drafts.drop_copy(session, initiative_id)
            return "same"
        drafts.write_copy(
            session, initiative_id, answers, device, from_text(content["saved_at"]), now
        )
    return "to_merge"


# Merge


def waiting_merge(workspace: Workspace, initiative_id: str) -> WaitingMerge | None:
    """Return what another computer changed in a draft, None when nothing waits."""
    with workspace.database.read() as session:
        copy = drafts.read_copy(session, initiative_id)
        mine = drafts.read_draft(session, initiative_id)
    if copy is None or mine is None:
        return None
    return WaitingMerge(initiative_id, copy.device, differences(mine.answers, copy.answers))


def differences(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return the questions two drafts answer differently, as the first has them, then the rest."""
    names = [*mine, *(name for name in theirs if name not in mine)]
    return tuple(
        Difference(name, mine.get(name), theirs.get(name))
        for name in names
        if mine.get(name) != theirs.get(name)
    )


def joined(difference: Difference) -> Any:
    """Return both answers one after the other; a line of a table that is in both stands once."""
    if isinstance(difference.mine, list):
        return [*difference.mine, *(row for row in difference.theirs if row not in difference.mine)]
    return f"{difference.mine}\n{difference.theirs}"


def merge(workspace: Workspace, initiative_id: str, choices: Mapping[str, str]) -> None:
    """Merge a draft with its copy: for every differing question mine, theirs or both.

    Every difference needs a choice, else NotAllowed SSK-576. The answer that was not chosen is a
    step of undo.
    """
    waiting = waiting_merge(workspace, initiative_id)
    if waiting is None:
        return
    if {each.name for each in waiting.differences} - choices.keys():
        raise NotAllowed("SSK-576")
    draft = drafting.open_draft(workspace, initiative_id)
    answers = dict(draft.answers)
    for each in waiting.differences:
        choice = choices[each.name]
        chosen = {MINE: each.mine, THEIRS: each.theirs}.get(choice)
        if choice == BOTH:
            chosen = joined(each)
        path = (each.name,)
        draft.history.note(path, each.mine, each.theirs)
        draft.history.note(path, each.theirs, chosen)
        draft.history.forget_below(path)
        if chosen is None:
            answers.pop(each.name, None)
        else:
            answers[each.name] = chosen
    drafting.save_draft(workspace, initiative_id, answers, draft.pending, draft.history)
    with workspace.database.write() as session:
        drafts.drop_copy(session, initiative_id)
        audit.note(session, workspace.now(), "merge", initiative_id)
