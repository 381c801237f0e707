"""Councils of an establishment: kept once, used for every session; roles and thresholds are data.

Điều 8 Thông tư 18/2013/TT-BKHCN says who sits on a council and how many of them have to agree;
other places ask for more. A rule of one's own can be kept beside those that ship.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.lengths import check_length
from desktop_app.domain.recognition import MEMBERS, PRESENT, Council, Member, Threshold
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput
from desktop_app.resource_files import resource_path
from desktop_app.storage import audit, councils
from desktop_app.workspace import Workspace

USUAL_THRESHOLD = "tt18-2-3"
OWN_THRESHOLDS = "recognition_thresholds"
MOST_MEMBERS = 60
_LONGEST = 250


@cache
def _data(name: str) -> tuple[Mapping[str, Any], ...]:
    return tuple(json.loads(resource_path("recognition", f"{name}.json").read_text("utf-8")))


def roles() -> Mapping[str, Mapping[str, str]]:
    """Return what members are on a council: code → name in each language, the chair first."""
    return {row["code"]: row["names"] for row in _data("roles")}


def role_name(role: str, language: str = "vi") -> str:
    """Return what a role is called; a role not known here is called what it was sent as."""
    names = roles().get(role)
    return names.get(language, names["vi"]) if names else role


def list_thresholds(workspace: Workspace, on: date | None = None) -> tuple[Threshold, ...]:
    """Return the rules in force on a day (today), the usual one first, own ones last."""
    day = on or workspace.today()
    rows = [*_data("thresholds"), *workspace.setting(OWN_THRESHOLDS, [])]
    every = (Threshold(**row) for row in rows)
    return tuple(threshold for threshold in every if threshold.holds_on(day))


def threshold(workspace: Workspace, code: str = "") -> Threshold:
    """Return a rule by its code; without one the usual rule. Raises BadInput SSK-862."""
    wanted = code or USUAL_THRESHOLD
    rows = [*_data("thresholds"), *workspace.setting(OWN_THRESHOLDS, [])]
    for row in rows:
        if row["code"] == wanted:
            return Threshold(**row)
    raise BadInput("SSK-862", name=wanted)


def usual_threshold() -> Threshold:
    """Return the rule of the law, which holds where no other was chosen."""
    row = next(row for row in _data("thresholds") if row["code"] == USUAL_THRESHOLD)
    return Threshold(**row)


def add_threshold(
    workspace: Workspace,
    *,
    name: str,
    votes: int,
    of: int,
    source: str,
    count_present: bool = False,
) -> str:
    """Keep a rule of one's own and return its code; ``votes`` of ``of`` members have to agree.

    Raises BadInput SSK-862 for a share that cannot be, SSK-860 without name or source.
    """
    name, source = tidy(name), tidy(source)
    if not name or not source:
        raise BadInput("SSK-860")
    if not 0 < votes <= of <= 10_000:
        raise BadInput("SSK-862", name=f"{votes}/{of}")
    own = workspace.setting(OWN_THRESHOLDS, [])
    code = f"own-{len(own) + 1}"
    row = {
        "code": code,
        "names": {"vi": check_length(name, 200, name[:40])},
        "votes": votes,
        "of": of,
        "base": PRESENT if count_present else MEMBERS,
        "source": check_length(source, 200, source[:40]),
    }
    workspace.set_setting(OWN_THRESHOLDS, [*own, row])
    return code


# Councils


def keep_council(
    workspace: Workspace,
    *,
    name: str,
    members: Sequence[Member],
    body: str = "",
    threshold_code: str = "",
    state_funded: bool = False,
    council_id: str = "",
) -> str:
    """Add a council, or put one right, and return its identifier.

    What was recorded of earlier sessions stays as it was. Raises BadInput SSK-860 without a name
    or members, SSK-869 for a role that is not known, SSK-870 for a name another council has.
    """
    name, body = tidy(name), tidy(body)
    kept = tuple(
        Member(
            check_length(tidy(member.name), _LONGEST, member.name[:40]), member.role, member.union
        )
        for member in members
        if member.name.strip()
    )
    if not name or not kept or len(kept) > MOST_MEMBERS:
        raise BadInput("SSK-860")
    for member in kept:
        if member.role not in roles():
            raise BadInput("SSK-869", name=member.role, names=", ".join(roles()))
    rule = threshold(workspace, threshold_code)
    now = workspace.now()
    with workspace.database.write() as session:
        known = councils.all_councils(session)
        council_id = council_id or uuid7(now)
        if any(c.name == name and c.id != council_id and not c.closed for c in known):
            raise BadInput("SSK-870", name=name)
        council = Council(
            council_id,
            check_length(name, _LONGEST, name[:40]),
            check_length(body, _LONGEST, body[:40]),
            rule.code,
            state_funded,
            kept,
        )
        councils.keep_council(session, council, now)
        audit.note(session, now, "council", council_id, members=len(kept))
    return council_id


def list_councils(workspace: Workspace, *, closed: bool = False) -> tuple[Council, ...]:
    """Return the councils that still meet; with ``closed`` the others too."""
    with workspace.database.read() as session:
        return tuple(c for c in councils.all_councils(session) if closed or not c.closed)


def find_council(workspace: Workspace, key: str) -> Council:
    """Return a council by its identifier or its name. Raises BadInput SSK-861."""
    for council in list_councils(workspace, closed=True):
        if key in (council.id, council.name):
            return council
    raise BadInput("SSK-861", name=key)


def close_council(workspace: Workspace, key: str) -> None:
    """Let a council meet no more; what it decided stays. Raises BadInput SSK-861."""
    from dataclasses import replace

    council = find_council(workspace, key)
    now = workspace.now()
    with workspace.database.write() as session:
        councils.keep_council(session, replace(council, closed=True), now)
        audit.note(session, now, "council closed", council.id)
