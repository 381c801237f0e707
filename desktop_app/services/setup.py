"""The first start: whose book this is; everything else has a default."""

from pathlib import Path

from desktop_app.domain.identifiers import uuid7
from desktop_app.errors import NotAllowed
from desktop_app.services import templates
from desktop_app.services.units import GRASSROOTS, check_code, check_name, code_from
from desktop_app.storage import audit, unit_history, units
from desktop_app.storage.settings import write_setting
from desktop_app.workspace import Own, Workspace

TEAM, OFFICE = "team", "office"
DIRECT_SUPERIOR = "CD_KCN"


def start_team(workspace: Workspace, name: str, code: str = "") -> Own:
    """Begin the book of a grassroots union's support team."""
    return _start(workspace, TEAM, name, code, GRASSROOTS)


def start_office(workspace: Workspace, name: str, code: str = "") -> Own:
    """Begin the book of an upper-level officer."""
    return _start(workspace, OFFICE, name, code, DIRECT_SUPERIOR)


def start_team_with_card(workspace: Workspace, card: Path) -> Own:
    """Begin the book of a team from its officer's setup card: unit, targets, templates, keys."""
    from desktop_app.services.cards import own_from_card, take_card

    if workspace.started:
        raise NotAllowed("SSK-505")
    templates.add_built_in(workspace)
    take_card(workspace, card)
    return own_from_card(workspace)


def rename_own(workspace: Workspace, name: str) -> Own:
    """Put the name right of the unit this book belongs to; a dated one keeps its day."""
    own = workspace.own
    renamed = Own(own.role, own.unit_id, own.code, check_name(name))
    with workspace.database.write() as session:
        today = workspace.today().isoformat()
        dated = unit_history.all_facts(session, ("name",))["name"][own.unit_id]
        held = [since for since, _name in dated if since <= today]
        units.set_name(session, own.unit_id, renamed.name, held[-1] if held else units.ALWAYS)
        write_setting(session, "own", renamed.__dict__)
        audit.note(session, workspace.now(), "rename", own.unit_id)
    return renamed


def _start(workspace: Workspace, role: str, name: str, code: str, kind: str) -> Own:
    if workspace.started:
        raise NotAllowed("SSK-505")
    now = workspace.now()
    name = check_name(name)
    own = Own(role, uuid7(now), check_code(code or code_from(name)), name)
    # Made now, silently, so that a first hand-over never waits for keys; and before anything is
    # written, so that a portable book whose passphrase was not given stays as it was.
    _ = workspace.keys
    templates.add_built_in(workspace)
    with workspace.database.write() as session:
        units.insert_unit(
            session,
            unit_id=own.unit_id,
            code=own.code,
            name=own.name,
            kind=kind,
            parent_id=None,
            now=now,
        )
        write_setting(session, "own", own.__dict__)
        audit.note(session, now, "start", own.unit_id, role=role)
    return own
