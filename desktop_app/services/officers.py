"""Officers who share a book on their office's server: who they are, what each of them may do.

A reader reads and prints; an officer takes in, decides and answers; a head also looks after
units, targets and officers. The program holds this so that nobody does by mistake what is not
theirs; against who speaks to the server without the program stand the server's own rights
(docs/may-chu.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.storage import audit
from desktop_app.storage import officers as stored
from desktop_app.storage.officers import (
    ASKED,
    HEAD,
    KNOWN,
    OFFICER,
    READER,
    REVOKED,
    ROLES,
    OfficerRecord,
)
from desktop_app.workspace import Workspace

__all__ = ["HEAD", "OFFICER", "READER", "ROLES", "OfficerRow", "allow", "allowed", "list_officers"]

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

_VERBS = {
    "units": (HEAD,),
    "targets": (HEAD,),
    "officers": (HEAD,),
    "keys": (HEAD,),
    "move": (HEAD,),
    "erase": (HEAD,),
    "decide": (HEAD, OFFICER),
    "import": (HEAD, OFFICER),
    "export": (HEAD, OFFICER),
}
"""What is done, and who may. What is not here any officer may, and no reader."""


@dataclass(frozen=True)
class OfficerRow:
    """An officer as a list shows them; ``words`` stand for their computer's key, ``own`` is me.

    ``has_keys``: whether the desk's keys were given to that computer.
    """

    id: str
    name: str
    role: str
    state: str
    words: str
    added_at: datetime
    own: bool
    has_keys: bool


def allow(workspace: Workspace, verb: str) -> None:
    """Refuse a verb to an officer whose role does not have it; a book of one person has no roles.

    Raises NotAllowed SSK-895, or as ``storage.officers.check_writing``.
    """
    if workspace.link is None:
        return
    with workspace.database.read() as session:
        record = stored.check_writing(session, workspace.link.officer)
    if record.role not in _VERBS[verb]:
        raise NotAllowed("SSK-895", name=record.name)


def allowed(
    verb: str, *, alone: str = ""
) -> Callable[
    [Callable[Concatenate[Workspace, _Given], _Result]],
    Callable[Concatenate[Workspace, _Given], _Result],
]:
    """Hold a verb of the services to the officers it belongs to (``allow``).

    With ``alone`` it is done by one officer at a time, for it reads first and writes later.
    """

    def hold(
        do: Callable[Concatenate[Workspace, _Given], _Result],
    ) -> Callable[Concatenate[Workspace, _Given], _Result]:
        @wraps(do)
        def held(workspace: Workspace, /, *given: _Given.args, **named: _Given.kwargs) -> _Result:
            if workspace.link is None:
                return do(workspace, *given, **named)
            allow(workspace, verb)
            if not alone:
                return do(workspace, *given, **named)
            with workspace.database.alone(alone):
                return do(workspace, *given, **named)

        return held

    return hold


def list_officers(workspace: Workspace) -> tuple[OfficerRow, ...]:
    """Return who shares this book, those to be confirmed first; nobody without a server."""
    if workspace.link is None:
        return ()
    own = workspace.link.officer
    with workspace.database.read() as session:
        records = stored.all_officers(session)
    rows = [_row(record, own) for record in records]
    return tuple(sorted(rows, key=lambda row: row.state != ASKED))


def find_officer(workspace: Workspace, text: str) -> OfficerRow:
    """Return an officer by name, four words or identifier. Raises BadInput SSK-896."""
    wanted = tidy(text).casefold()
    found = [
        row
        for row in list_officers(workspace)
        if wanted in (row.name.casefold(), row.words, row.id)
    ]
    if len(found) != 1:
        raise BadInput("SSK-896", name=text)
    return found[0]


def new_officer(
    workspace: Workspace, name: str, *, role: str, state: str, wrapped: str = ""
) -> OfficerRecord:
    """Return an officer at this computer, not kept yet. Raises BadInput SSK-522 without a name."""
    from desktop_app.exchange.desk_keys import computer_recipient

    name = tidy(name)
    if not 1 <= len(name) <= 120:
        raise BadInput("SSK-522", length=len(name))
    now = workspace.now()
    recipient = computer_recipient(workspace.key_places, now)
    return OfficerRecord(uuid7(now), name, role, recipient, wrapped, state, now)


def confirm(workspace: Workspace, officer_id: str, role: str = OFFICER) -> None:
    """Take in an officer whose four words were compared, and hand their computer the desk's keys.

    A reader gets none: without them nothing can be opened or signed. Raises NotAllowed SSK-895
    for who is no head.
    """
    from desktop_app.exchange.desk_keys import wrap

    allow(workspace, "officers")
    _check_role(role)
    record = _get(workspace, officer_id)
    _ = workspace.keys  # the newest set, before it is handed on
    wrapped = "" if role == READER else wrap(workspace.key_places, record.recipient)
    with workspace.database.write() as session:
        stored.change_officer(session, officer_id, state=KNOWN, role=role, wrapped=wrapped)
        audit.note(session, workspace.now(), "confirm officer", officer_id, role=role)


def set_role(workspace: Workspace, officer_id: str, role: str) -> None:
    """Give a confirmed officer another role. The last head stays one (NotAllowed SSK-898)."""
    allow(workspace, "officers")
    record = _get(workspace, officer_id)
    if record.state != KNOWN:
        raise NotAllowed("SSK-890")
    _check_role(role)
    if role != HEAD:
        _keep_a_head(workspace, officer_id)
    confirm(workspace, officer_id, role)


def revoke(workspace: Workspace, officer_id: str) -> None:
    """Let somebody be no officer of this book any more; what they decided stays with their name.

    Raises NotAllowed SSK-898 for the last head.
    """
    allow(workspace, "officers")
    _get(workspace, officer_id)
    _keep_a_head(workspace, officer_id)
    with workspace.database.write() as session:
        stored.change_officer(session, officer_id, state=REVOKED, wrapped="")
        stored.note_look(session, officer_id, "")
        audit.note(session, workspace.now(), "revoke officer", officer_id)


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise ValueError(role)


def _get(workspace: Workspace, officer_id: str) -> OfficerRecord:
    with workspace.database.read() as session:
        record = stored.find_officer(session, officer_id)
    if record is None:
        raise BadInput("SSK-896", name=officer_id)
    return record


def _keep_a_head(workspace: Workspace, officer_id: str) -> None:
    with workspace.database.read() as session:
        records = stored.all_officers(session)
    if not any(r.role == HEAD and r.state == KNOWN and r.id != officer_id for r in records):
        raise NotAllowed("SSK-898")


def _row(record: OfficerRecord, own: str) -> OfficerRow:
    from desktop_app.exchange.key_words import fingerprint_of

    return OfficerRow(
        record.id,
        record.name,
        record.role,
        record.state,
        fingerprint_of(record.recipient),
        record.added_at,
        record.id == own,
        bool(record.wrapped),
    )
