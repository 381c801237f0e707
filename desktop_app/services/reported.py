"""Figures that travel upwards: what an office says of its units beside the reports it passes on.

Reports that were not accepted stay at the office, and the level above decides anew on those that
came: counted there alone, its figures would differ. So each relay carries the office's own board,
with its day; the level above shows it unit by unit and adds it up (clarification 4).
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.services.enrolment import Sender, place_below
from desktop_app.services.progress import BELOW, COUNTS, UnitProgress, progress
from desktop_app.storage import programmes, units
from desktop_app.storage.reported import (
    ReportedRecord,
    any_reported,
    keep_report,
    newest_report,
)
from desktop_app.storage.settings import write_setting
from desktop_app.workspace import Workspace

_TOLD = "figures_told"


def figures(workspace: Workspace) -> dict[str, Any]:
    """Return the office's board as a bundle carries it: units, and per scope their numbers.

    Numbers are of a unit alone, in the order of ``COUNTS``, then its trend; units that have
    neither numbers nor a target in a scope are left out of it.
    """
    with workspace.database.read() as session:
        codes = [each.code for each in programmes.all_programmes(session)]
        phases = [each.code for each in programmes.all_phases(session)]
    scopes: dict[str, Any] = {}
    lines: tuple[UnitProgress, ...] = ()
    for name in ("", *codes, *phases):
        phase = name if name in phases else None
        lines = progress(workspace, programme=name if name and not phase else None, phase=phase)
        scopes[name] = _alone(lines)
    return {
        "as_of": workspace.today().isoformat(),
        "units": [
            {
                "id": line.unit_id,
                "code": line.code,
                "name": line.unit,
                "kind": line.kind,
                "parent": line.parent_id,
            }
            for line in _downwards(lines, workspace.own.unit_id)
        ],
        "scopes": scopes,
    }


def _alone(lines: tuple[UnitProgress, ...]) -> dict[str, Any]:
    """Return each line's numbers without those of the units below it."""
    names = (*COUNTS, "new", "new_before")
    numbers = {line.unit_id: [getattr(line, name) for name in names] for line in lines}
    alone = {unit_id: list(row) for unit_id, row in numbers.items()}
    for line in lines:
        if line.parent_id in alone:
            above = alone[line.parent_id]
            alone[line.parent_id] = [
                a - b for a, b in zip(above, numbers[line.unit_id], strict=True)
            ]
    told = {}
    for line in lines:
        target = line.target if line.target_from != BELOW else None
        if any(alone[line.unit_id]) or target is not None or line.base is not None:
            told[line.unit_id] = {
                "numbers": alone[line.unit_id],
                "base": line.base,
                "target": target,
            }
    return told


def _downwards(lines: tuple[UnitProgress, ...], top: str) -> list[UnitProgress]:
    """Return the office's own line and all below it, parents before their children."""
    children: dict[str | None, list[UnitProgress]] = {}
    for line in lines:
        children.setdefault(line.parent_id, []).append(line)
    found = [line for line in lines if line.unit_id == top]
    for line in found:  # grows while it is walked
        found += [each for each in children.get(line.unit_id, ()) if each not in found]
    return found


def mark_of(board: Mapping[str, Any]) -> str:
    """Return a mark that changes with the figures, not with the day they are told on."""
    without = {name: value for name, value in board.items() if name != "as_of"}
    return hashlib.sha256(json.dumps(without, sort_keys=True).encode()).hexdigest()


def have_changed(workspace: Workspace, board: Mapping[str, Any]) -> bool:
    """Return whether the level above was told other figures, or none."""
    return bool(workspace.setting(_TOLD) != mark_of(board))


def remember_told(session: Session, board: Mapping[str, Any]) -> None:
    """Remember which figures the level above was told."""
    write_setting(session, _TOLD, mark_of(board))


def told_from_below(workspace: Workspace) -> bool:
    """Return whether an office below told its figures."""
    with workspace.database.read() as session:
        return any_reported(session)


def take_figures(
    session: Session, workspace: Workspace, document: Mapping[str, Any], sender: Sender
) -> None:
    """Keep the board a relay carries; units that were not known are listed below its office.

    An older report than the one that is kept changes nothing.
    """
    board = document.get("board")
    if not board:
        return
    day = date.fromisoformat(board["as_of"])
    kept = newest_report(session, sender.unit_id)
    if kept is not None and kept > day:
        return
    known = {unit.id for unit in units.all_units(session, workspace.today())}
    here: dict[str, str] = {}
    for unit in board["units"]:
        if unit["id"] == document["sender"]["unit"]["id"]:
            here[unit["id"]] = sender.unit_id
            continue
        parent = here.get(unit["parent"] or "", sender.unit_id)
        # Where a known unit stands here is this office's to say.
        here[unit["id"]] = (
            unit["id"]
            if unit["id"] in known
            else place_below(session, workspace, unit, parent, str(document["sender"]["sign_key"]))
        )
    keep_report(
        session,
        sender.unit_id,
        (
            ReportedRecord(
                scope,
                here[unit_id],
                sender.unit_id,
                day,
                tuple(told["numbers"]),
                told["base"],
                told["target"],
            )
            for scope, lines in board["scopes"].items()
            for unit_id, told in lines.items()
            if unit_id in here
        ),
    )
