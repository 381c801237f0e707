"""Who sent it: the unit found, its key remembered, a changed key asked about.

A unit this office does not know is not added by what a file says of itself: its bundle is set
aside until an officer placed it (``placing``). The first key of a unit is taken as known; every
other waits until somebody compared its four words. Until then it may bring what is new, but
replaces nothing another key brought.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.unit_tree import children_by_parent, family_of
from desktop_app.errors import BadFile
from desktop_app.services.units import GRASSROOTS
from desktop_app.storage import audit, units
from desktop_app.storage.settings import read_setting
from desktop_app.storage.units import KeyRecord, UnitRecord
from desktop_app.workspace import Workspace

KNOWN, ASKED, REVOKED = "known", "asked", "revoked"
UNPLACED = "SSK-800"
"""The code of a bundle that waits until its unit was placed."""
PLACED = "placed_units"
"""The setting that keeps which unit of this book an identifier of a sender stands for."""


@dataclass(frozen=True)
class Sender:
    """The unit a bundle came from, as it stands in this book, and the state of its key."""

    unit_id: str
    sign_key: str
    key_state: str


def refuse_unknown(workspace: Workspace, document: Mapping[str, Any]) -> None:
    """Raise BadFile SSK-800 for a bundle of a unit nobody placed yet; nothing is changed."""
    sender = document["sender"]
    with workspace.database.read() as session:
        if units.find_key(session, sender["sign_key"]) is None:
            _unit_of(session, workspace, document)


def enrol(workspace: Workspace, document: Mapping[str, Any]) -> Sender:
    """Find the sending unit and remember its key.

    Raises BadFile SSK-554 for a key that was revoked, SSK-800 for a unit that is not known;
    nothing is changed then.
    """
    now, sender = workspace.now(), document["sender"]
    with workspace.database.write() as session:
        key = units.find_key(session, sender["sign_key"])
        if key is not None and key.state == REVOKED:
            raise BadFile("SSK-554", unit=sender["unit"]["name"])
        if key is not None:
            return Sender(key.unit_id, key.sign_key, key.state)
        unit_id = _unit_of(session, workspace, document)
        state = ASKED if units.keys_of(session, unit_id) else KNOWN
        device = document["device"]
        record = KeyRecord(sender["sign_key"], unit_id, sender["age_recipient"], device, state)
        units.keep_key(session, record, now)
        audit.note(session, now, "enrol", unit_id, state=state)
    return Sender(unit_id, sender["sign_key"], state)


def _unit_of(session: Session, workspace: Workspace, document: Mapping[str, Any]) -> str:
    """Return our identifier for the unit a bundle says it comes from, as it was placed or listed.

    Raises BadFile SSK-800 with what is needed to place it.
    """
    unit = document["sender"]["unit"]
    placed = read_setting(session, PLACED, {}).get(str(unit["id"]))
    found = units.match_unit(
        session,
        unit_id=placed or unit["id"],
        code=unit["code"],
        name=unit["name"],
        on=workspace.today(),
    )
    if found is None:
        raise BadFile(
            UNPLACED,
            unit=str(unit["name"])[:250],
            unit_code=str(unit["code"])[:20],
            unit_id=str(unit["id"])[:36],
            kind=str(document["kind"]),
            device=str(document["device"])[:8],
            age_recipient=str(document["sender"]["age_recipient"])[:80],
        )
    return found.id


def is_trusted(sign_key: str, trusted: Collection[str]) -> bool:
    """Return whether a person compared a key: named by itself or by its four words."""
    from desktop_app.exchange.key_words import fingerprint_of

    words = {" ".join(text.lower().split()) for text in trusted}
    return sign_key in trusted or fingerprint_of(sign_key) in words


def place_below(
    session: Session,
    workspace: Workspace,
    unit: Mapping[str, Any],
    parent_id: str,
    origin_key: str,
) -> str:
    """Find or make a unit that another office follows; return our identifier for it.

    Codes are unique below one office only, so a code alone identifies nothing here. Raises
    BadFile SSK-535 for a unit that belongs elsewhere, unless its own key signed the report.
    """
    known = units.all_units(session, workspace.today())
    found = next((u for u in known if u.id == unit["id"]), None)
    children = children_by_parent((each.id, each.parent_id) for each in known)
    if found is not None and found.id not in family_of(parent_id, children):
        own = {k.sign_key for k in units.keys_of(session, found.id) if k.state == KNOWN}
        if origin_key not in own:
            raise BadFile("SSK-535")
    if found is None:
        found = next((u for u in known if _same_below(u, unit, parent_id)), None)
    return found.id if found else _add(session, workspace, unit, parent_id)


def _same_below(known: UnitRecord, unit: Mapping[str, Any], parent_id: str) -> bool:
    """Return whether a unit below an office bears a code, as it is or as ``free_code`` made it."""
    code = re.escape(str(unit["code"])[:16])
    return known.parent_id == parent_id and (
        known.code == unit["code"] or re.fullmatch(rf"{code}X\d+", known.code) is not None
    )


def _add(session: Session, workspace: Workspace, unit: Mapping[str, Any], parent_id: str) -> str:
    taken = {known.code for known in units.all_units(session, workspace.today())}
    units.insert_unit(
        session,
        unit_id=str(unit["id"]),
        code=free_code(str(unit["code"]), taken),
        name=str(unit["name"])[:250],
        kind=GRASSROOTS,
        parent_id=parent_id,
        now=workspace.now(),
    )
    return str(unit["id"])


def free_code(code: str, taken: set[str]) -> str:
    """Return a code, with ``X2``, ``X3`` … behind it where another unit of this book has it."""
    number, free = 2, code
    while free in taken:
        free = f"{code[:16]}X{number}"
        number += 1
    return free
