"""Newer versions of a template offered to drafts: what changes, moving over and moving back.

A draft stays with its version until a person moves it. Answers the other version does not ask
for are kept aside with the initiative and come back when a version asks for them again, so moving
back undoes a move.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.domain import tracks
from desktop_app.domain.findings import Path
from desktop_app.domain.versions import version_order
from desktop_app.errors import NotAllowed
from desktop_app.services import templates
from desktop_app.storage import audit, drafts, initiatives
from desktop_app.storage import templates as stored
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.differences import QuestionDifference
    from desktop_app.forms.fitting import Aside


@dataclass(frozen=True)
class Offer:
    """A draft whose template has a newer version; ``kept`` once a person said to stay."""

    initiative_id: str
    code: str
    title: str
    template_id: str
    version: str
    newer: str
    kept: bool


@dataclass(frozen=True)
class Differences:
    """What changes between two versions: questions, and documents by name."""

    questions: "tuple[QuestionDifference, ...]"
    documents_added: tuple[str, ...]
    documents_removed: tuple[str, ...]
    documents_changed: tuple[str, ...]


@dataclass(frozen=True)
class Move:
    """What a move does to a draft: answers it puts aside, and answers that come back."""

    initiative_id: str
    before: str
    after: str
    put_aside: "tuple[Aside, ...]"
    came_back: "tuple[Aside, ...]"


@dataclass(frozen=True)
class _Prepared:
    """A move and what it would write."""

    move: Move
    record: InitiativeRecord
    answers: dict[str, Any]
    pending: dict[Path, str]
    aside: "tuple[Aside, ...]"


def offers(workspace: Workspace) -> tuple[Offer, ...]:
    """Return the drafts whose template has a newer version that is not withdrawn."""
    with workspace.database.read() as session:
        newest = _newest(stored.all_templates(session))
        found: list[Offer] = []
        for pinned in stored.pinned_drafts(session):
            best = newest.get(pinned.template_id)
            if best is None or version_order(best) <= version_order(pinned.version):
                continue
            kept = read_setting(session, _setting(pinned.initiative_id), {}).get("kept")
            found.append(Offer(**asdict(pinned), newer=best, kept=kept == best))
    return tuple(found)


def offer_for(workspace: Workspace, initiative_id: str) -> Offer | None:
    """Return what is offered to one draft; None when nothing is, or it was told to stay."""
    found = (offer for offer in offers(workspace) if offer.initiative_id == initiative_id)
    return next((offer for offer in found if not offer.kept), None)


def version_differences(
    workspace: Workspace, template_id: str, before: str, after: str
) -> Differences:
    """Return what changes from one version of a template to another."""
    from desktop_app.forms.differences import differences

    old, new = (templates.form_of(workspace, template_id, v) for v in (before, after))
    was, now = (templates.pack_of(workspace, template_id, v).documents for v in (before, after))
    return Differences(
        differences(old, new),
        tuple(name for name in now if name not in was),
        tuple(name for name in was if name not in now),
        tuple(name for name in now if name in was and now[name] != was[name]),
    )


def plan_move(workspace: Workspace, initiative_id: str, version: str) -> Move:
    """Return what moving a draft to a version would do; nothing is changed."""
    return _prepared(workspace, initiative_id, version).move


def move_draft(workspace: Workspace, initiative_id: str, version: str) -> Move:
    """Pin a draft to another version of its template; moving back undoes it.

    Raises NotAllowed SSK-506 when the initiative is frozen, BadInput SSK-223 for a version that
    is not known, NotAllowed SSK-105 when it was changed meanwhile.
    """
    made = _prepared(workspace, initiative_id, version)
    move, record, now = made.move, made.record, workspace.now()
    with workspace.database.write() as session:
        drafts.write_draft(session, initiative_id, made.answers, made.pending, now)
        initiatives.change(
            session,
            record,
            now,
            template_version=version,
            **initiatives.summary_columns(made.answers, record.code),
        )
        _keep_aside(session, initiative_id, made.aside)
        audit.note(
            session, now, "template moved", initiative_id, before=move.before, after=move.after
        )
    return move


def keep_version(workspace: Workspace, initiative_id: str, newer: str) -> None:
    """Let a draft stay with its version: this newer one is offered in the editor no more."""
    with workspace.database.write() as session:
        known = read_setting(session, _setting(initiative_id), {})
        write_setting(session, _setting(initiative_id), known | {"kept": newer})


def set_aside(workspace: Workspace, initiative_id: str) -> "tuple[Aside, ...]":
    """Return the answers of an initiative that its version does not ask for."""
    with workspace.database.read() as session:
        return _aside(read_setting(session, _setting(initiative_id), {}))


def _prepared(workspace: Workspace, initiative_id: str, version: str) -> _Prepared:
    from desktop_app.forms.beginning import initial_answers
    from desktop_app.forms.fitting import brought_back, carried, named
    from desktop_app.forms.form import QuestionKind

    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        draft = drafts.read_draft(session, initiative_id)
        known = read_setting(session, _setting(initiative_id), {})
    if record.writing != tracks.Writing.DRAFT or draft is None:
        raise NotAllowed("SSK-506", dossier=record.code)
    old, new = (
        templates.form_of(workspace, record.template_id, v)
        for v in (record.template_version, version)
    )
    # Text an input method still held when it was saved belongs to its question.
    typed = {
        str(path[0]): text
        for path, text in draft.pending.items()
        if len(path) == 1 and old.question((str(path[0]),)).kind is QuestionKind.TEXT
    }
    kept, put_aside = carried(old, new, draft.answers | typed)
    whole, came_back, waiting = brought_back(new, kept, _aside(known))
    asked_before = named(old.children)
    for name, value in initial_answers(new, today=workspace.today()).items():
        if name not in asked_before:
            whole.setdefault(name, value)
    asked_now = named(new.children)
    pending = {
        path: text
        for path, text in draft.pending.items()
        if path[0] not in typed and path[0] in asked_now
    }
    move = Move(initiative_id, record.template_version, version, put_aside, came_back)
    return _Prepared(move, record, whole, pending, (*waiting, *put_aside))


def _newest(records: "tuple[stored.TemplateRecord, ...]") -> dict[str, str]:
    newest: dict[str, str] = {}
    for record in records:
        best = newest.get(record.id)
        if not record.withdrawn and (
            best is None or version_order(record.version) > version_order(best)
        ):
            newest[record.id] = record.version
    return newest


def _setting(initiative_id: str) -> str:
    return f"template of {initiative_id}"


def _keep_aside(session: Any, initiative_id: str, aside: "tuple[Aside, ...]") -> None:
    known = read_setting(session, _setting(initiative_id), {})
    known["aside"] = [asdict(kept) for kept in aside]
    write_setting(session, _setting(initiative_id), known)


def _aside(known: Mapping[str, Any]) -> "tuple[Aside, ...]":
    from desktop_app.forms.fitting import Aside

    return tuple(
        Aside(tuple(kept["path"]), kept["value"], kept["kind"], kept["labels"], tuple(kept["rows"]))
        for kept in known.get("aside", ())
    )
