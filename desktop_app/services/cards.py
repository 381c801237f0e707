"""Setup cards: what a team needs from its officer, in one small signed file.

A card names the unit, the office with its keys (the desk's and the escrow's of the level above),
programmes, phases and targets, and carries the templates in use. It holds no personal data and is
not sealed: the office does not know the team's key yet.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.targets import Base, Target, effective_targets
from desktop_app.errors import BadFile, BadInput, NotAllowed
from desktop_app.services import carrying, templates
from desktop_app.services.carrying import Letter, Part
from desktop_app.services.enrolment import free_code, is_trusted
from desktop_app.services.officers import allowed
from desktop_app.services.own_unit import become
from desktop_app.services.progress_scope import scopes_of
from desktop_app.services.setup import DIRECT_SUPERIOR, OFFICE, TEAM
from desktop_app.services.taken_item import TakenItem
from desktop_app.services.units import GRASSROOTS, find_unit
from desktop_app.storage import audit, programmes, relayed, units
from desktop_app.storage import templates as stored_templates
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.workspace import Own, Workspace


@allowed("export", alone="letters")
def export_card(workspace: Workspace, unit_code: str, to: Path) -> Path:
    """Write the card of a unit into a folder."""
    if workspace.own.role != OFFICE:
        raise NotAllowed("SSK-570")
    unit = find_unit(workspace, unit_code)
    now = workspace.now()
    recipient = {
        "unit": {"id": unit.id, "code": unit.code, "name": unit.name},
        "sign_key": None,
    }
    document = carrying.begin_document(workspace, carrying.SETUP, recipient, now)
    document |= {
        "items": [],
        "counts": None,
        "setup": setup_of(workspace, unit.id, unit.code, unit.name),
    }
    parts = template_parts(workspace)
    letter = Letter(carrying.SETUP, document, tuple(parts), (), unit.code, unit.id)
    written = carrying.write_letter(workspace, letter, to)
    with (
        carrying.taken_away_unless_kept(written.path),
        workspace.database.write() as session,
    ):
        carrying.keep_letter(session, letter, written, now)
        audit.note(session, now, "card", unit.id)
    return written.path


def escrow_recipient(workspace: Workspace) -> str:
    """Return the public key of the level above; this office's own spare key where there is none.

    Bundles are sealed to it as well, so that a lost desk key is not lost data.
    """
    given = workspace.setting("escrow")
    if given:
        return str(given)
    from desktop_app.exchange.keys import load_or_make_keys

    spare = load_or_make_keys(*workspace.key_places.spare, now=workspace.now())
    workspace.set_setting("escrow", spare.public.age)
    return spare.public.age


def setup_of(workspace: Workspace, unit_id: str, code: str, name: str) -> dict[str, Any]:
    """Return what a card tells a unit: office and keys, programmes, phases, targets, size."""
    own, public = workspace.own, workspace.keys.public
    with workspace.database.read() as session:
        by_id = {unit.id: unit for unit in units.all_units(session, workspace.today())}
        # A rule of the unit's group travels as its own target: the team needs no other's rules.
        targets = targets_of(session, by_id, unit_id)
        listed = {
            "programmes": [p.__dict__ for p in programmes.all_programmes(session)],
            "phases": [p.__dict__ for p in programmes.all_phases(session)],
            "targets": [
                {"scope": scope, "count": t.count, "percent": t.percent, "base": t.base}
                for scope, t in sorted(targets.items())
            ],
        }
    people = by_id[unit_id].people
    parent = by_id[own.unit_id].parent_id
    return listed | {
        "unit": {"id": unit_id, "code": code, "name": name},
        "people": None
        if people is None
        else {
            "as_of": people.as_of.isoformat(),
            "members": people.members,
            "workers": people.workers,
        },
        "office": {"unit": {"id": own.unit_id, "code": own.code, "name": own.name}},
        "above": None
        if parent is None
        else {"id": parent, "code": by_id[parent].code, "name": by_id[parent].name},
        "sign_key": public.sign,
        "recipients": [public.age],
        "escrow": [escrow_recipient(workspace)],
    }


def targets_of(
    session: Session, by_id: Mapping[str, units.UnitRecord], unit_id: str
) -> dict[str, Target]:
    """Return what a unit is to reach per phase or programme, rules filled in."""
    phases = programmes.all_phases(session)
    scopes = [scopes_of(row, phases) for row in programmes.all_programmes(session)]
    scopes += [(row.code,) for row in phases if row.peak]
    own = {
        scope: target
        for (unit, scope), target in programmes.all_targets(session).items()
        if unit == unit_id
    }
    unit = by_id[unit_id]
    lowest = all(other.parent_id != unit_id for other in by_id.values())
    rules = programmes.all_rules(session) if unit.closed_on is None else {}
    return effective_targets(own, rules, unit.group, scopes, lowest=lowest)


def template_parts(workspace: Workspace) -> list[Part]:
    """Return the parts of all templates that are offered."""
    with workspace.database.read() as session:
        known = [t for t in stored_templates.all_templates(session) if not t.withdrawn]
    return sorted(
        (
            carrying.keep_part(workspace, f"data/templates/{t.id}-{t.version}/{name}", content)
            for t in known
            for name, content in templates.pack_of(workspace, t.id, t.version).files.items()
        ),
        key=lambda part: part.path,
    )


# At the team


def take_card(workspace: Workspace, path: Path, trusted: Collection[str] = ()) -> Own:
    """Take in a card: at the first start it says whose book this is.

    ``trusted`` are keys whose four words a person compared. Raises BadFile SSK-571 when the file
    is no card, SSK-572 when it is for another unit, SSK-573 for a key that has changed.
    """
    from desktop_app.exchange.bundle_file import open_bundle

    workspace.temporary_folder.mkdir(exist_ok=True)
    with open_bundle(path, identities=[], temp_dir=workspace.temporary_folder) as opened:
        if opened.document["kind"] != carrying.SETUP:
            raise BadFile("SSK-571", file=path.name)
        if opened.signer is None or opened.signer != opened.document["sender"]["sign_key"]:
            raise BadFile("SSK-544")
        take_opened_card(workspace, opened, path.name, trusted)
    return workspace.own


def take_opened_card(
    workspace: Workspace, opened: Any, _file_name: str, trusted: Collection[str] = ()
) -> tuple[TakenItem, ...]:
    """Take in an opened card. A known office's key must not change silently (SSK-573)."""
    setup = opened.document["setup"]
    if workspace.started and workspace.own.role == OFFICE:
        _take_card_from_above(workspace, opened, setup, trusted)
        return ()
    _refuse_strange(workspace, opened, setup, trusted)
    take_setup(workspace, opened, setup)
    _ = workspace.keys
    return ()


def take_setup(workspace: Workspace, opened: Any, setup: Mapping[str, Any]) -> None:
    """Take over what a card, or an answer a card rides along with, says: all of it or nothing."""
    _take_templates(workspace, opened, setup)
    now = workspace.now()
    with workspace.database.write() as session:
        office = setup["office"]["unit"]
        above = setup.get("above")
        if above is not None:
            _keep_unit(session, above, "LDLD_TINH", None, now)
        _keep_unit(session, office, "CD_KCN", above["id"] if above else None, now)
        unit = setup["unit"]
        become(
            session,
            Own(TEAM, unit["id"], unit["code"], unit["name"]),
            lambda: _keep_unit(session, unit, GRASSROOTS, office["id"], now),
        )
        # A card replaces the one before it as a whole: what it no longer names is gone.
        named = {programme["code"] for programme in setup["programmes"]}
        phases = {phase["code"] for phase in setup["phases"]}
        for programme in programmes.all_programmes(session):
            if programme.code not in named:
                programmes.delete_programme(session, programme.code)
        for phase in programmes.all_phases(session):
            if phase.code not in phases:
                programmes.delete_phase(session, phase.code)
        _keep_programmes(session, setup)
        if setup.get("people"):
            _keep_people(session, setup)
        _remember_former(session, setup)
        write_setting(session, "office", _office(setup, opened.document["sequence"]))
        audit.note(session, now, "card taken", setup["unit"]["id"])


def _office(setup: Mapping[str, Any], sequence: int) -> dict[str, Any]:
    return {
        "unit": setup["office"]["unit"],
        "sign_key": setup["sign_key"],
        "recipients": setup["recipients"],
        "escrow": setup["escrow"],
        "sequence": sequence,
    }


def _remember_former(session: Any, setup: Mapping[str, Any]) -> None:
    """Keep the key of the office before: its answers to what it was given still count."""
    before = read_setting(session, "office")
    if before is not None and before["sign_key"] != setup["sign_key"]:
        former = read_setting(session, "former_offices", [])
        kept = [f for f in former if f["sign_key"] != before["sign_key"]]
        known = {"sign_key": before["sign_key"], "unit": before["unit"]}
        write_setting(session, "former_offices", [*kept, known])


def _take_templates(workspace: Workspace, opened: Any, setup: Mapping[str, Any]) -> None:
    office = str(setup["office"]["unit"]["name"])
    for files in templates.packs_in(opened):
        try:
            templates.take_files(workspace, files, kind="card", by=office)
        except BadInput as error:
            # The same version with other content: what is here stays, drafts are pinned to it.
            if error.code != "SSK-221":
                raise


def _take_card_from_above(
    workspace: Workspace, opened: Any, setup: Mapping[str, Any], trusted: Collection[str]
) -> None:
    """Take the card of the level above: where to pass on, the escrow key, programmes, targets."""
    own, above = workspace.own, workspace.setting("above")
    if opened.signer != setup["sign_key"]:
        raise BadFile("SSK-544")
    if setup["unit"]["id"] != own.unit_id and setup["unit"]["code"] != own.code:
        raise BadFile("SSK-572", unit=setup["unit"]["name"])
    changed = above is None or above["sign_key"] != setup["sign_key"]
    if changed:
        # Also the first one: it says to whom everything is sealed from now on.
        _ask_about_key(setup["office"]["unit"]["name"], setup["sign_key"], above, trusted)
    elif above["sequence"] > opened.document["sequence"]:
        raise BadFile("SSK-574")
    _take_templates(workspace, opened, setup)
    now = workspace.now()
    with workspace.database.write() as session:
        unit = setup["office"]["unit"]
        _keep_unit(session, unit, "LDLD_TINH", None, now)
        units.set_parent(session, own.unit_id, unit["id"])
        if setup["unit"]["id"] != own.unit_id:
            below, above_id = setup["unit"], unit["id"]
            become(
                session,
                Own(OFFICE, below["id"], below["code"], below["name"]),
                lambda: _keep_unit(session, below, DIRECT_SUPERIOR, above_id, now),
            )
        _keep_programmes(session, setup)
        if changed:
            relayed.begin_anew(session)
        write_setting(session, "above", _office(setup, opened.document["sequence"]))
        # What is sealed from now on can be opened by the level above as well.
        write_setting(session, "escrow", setup["recipients"][0] if setup["recipients"] else None)
        audit.note(session, now, "card taken", unit["id"])


def _ask_about_key(
    unit: str, sign_key: str, known: Mapping[str, Any] | None, trusted: Collection[str]
) -> None:
    """Ask about a key, SSK-573 a changed or SSK-536 a first one, unless a person compared it."""
    from desktop_app.exchange.key_words import fingerprint_of

    if is_trusted(sign_key, trusted):
        return
    words = fingerprint_of(sign_key)
    if known is None:
        raise BadFile("SSK-536", unit=unit, words=words, sign_key=sign_key)
    before = fingerprint_of(known["sign_key"])
    raise BadFile("SSK-573", unit=unit, words=words, before=before, sign_key=sign_key)


def own_from_card(workspace: Workspace) -> Own:
    """Return whose book this became."""
    return workspace.own


def _refuse_strange(
    workspace: Workspace, opened: Any, setup: Mapping[str, Any], trusted: Collection[str]
) -> None:
    if opened.signer != setup["sign_key"]:
        raise BadFile("SSK-544")
    if not workspace.started:
        return
    own, office = workspace.own, workspace.setting("office")
    if office is None:
        return
    changed = office["sign_key"] != setup["sign_key"]
    # A unit that began without a card bears an identifier of its own, but the office's code.
    if own.unit_id != setup["unit"]["id"] and own.code != setup["unit"]["code"]:
        raise BadFile("SSK-572", unit=setup["unit"]["name"])
    if changed:
        _ask_about_key(setup["office"]["unit"]["name"], setup["sign_key"], office, trusted)
    elif office["sequence"] > opened.document["sequence"]:
        raise BadFile("SSK-574")


def _keep_unit(
    session: Any, unit: Mapping[str, str], kind: str, parent_id: str | None, now: Any
) -> None:
    known = units.all_units(session, now.date())
    if all(unit["id"] != row.id for row in known):
        codes = {row.code for row in known}
        code = free_code(unit["code"], codes)
        units.insert_unit(
            session,
            unit_id=unit["id"],
            code=code,
            name=unit["name"],
            kind=kind,
            parent_id=parent_id,
            now=now,
        )
    else:
        units.set_name(session, unit["id"], unit["name"])
        units.set_parent(session, unit["id"], parent_id)


def _fields(kind: Any, value: Mapping[str, Any]) -> Any:
    """Return a record of the fields known here; an earlier program says less, a later one more."""
    return kind(**{name: value[name] for name in kind.__dataclass_fields__ if name in value})


def _keep_programmes(session: Any, setup: Mapping[str, Any]) -> None:
    for programme in setup["programmes"]:
        record = _fields(programmes.ProgrammeRecord, programme)
        # Nobody says so, or in a way not understood: what is recognised may go up, nothing else.
        needed = programme.get("needs_recognition") is not False
        programmes.keep_programme(session, replace(record, needs_recognition=needed))
    session.flush()
    for phase in setup["phases"]:
        programmes.keep_phase(session, _fields(programmes.PhaseRecord, phase))
    session.flush()
    told = {target["scope"]: target for target in setup["targets"]}
    rows = (*setup["programmes"], *setup["phases"])
    for scope in dict.fromkeys((*(row["code"] for row in rows), *told)):
        target = told.get(scope)
        # What the card no longer says is no target any more.
        kept = None
        if target is not None:
            base = Base(target["base"]) if target["base"] else None
            kept = Target(target["count"], target["percent"], base)
        programmes.put_target(session, setup["unit"]["id"], scope, kept)


def _keep_people(session: Any, setup: Mapping[str, Any]) -> None:
    from datetime import date

    from desktop_app.domain.targets import PeopleCount

    people = setup["people"]
    units.set_people(
        session,
        setup["unit"]["id"],
        PeopleCount(date.fromisoformat(people["as_of"]), people["members"], people["workers"]),
    )
