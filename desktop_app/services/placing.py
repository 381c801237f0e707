"""Senders nobody placed yet: whose bundles wait, and taking them in once their unit is known.

A bundle of a unit that is not in the list is kept like a file set aside. An officer says where it
belongs: as a new unit, or as one that stands here under another name. Then everything that waits
of it is taken in at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import quarantine
from desktop_app.services.carrying import RELAY
from desktop_app.services.enrolment import ASKED, KNOWN, PLACED, UNPLACED, free_code
from desktop_app.services.officers import allowed
from desktop_app.services.setup import DIRECT_SUPERIOR
from desktop_app.services.steps import Step, no_step
from desktop_app.services.unit_kinds import check_kind
from desktop_app.services.units import GRASSROOTS, check_code, check_name
from desktop_app.storage import audit, units
from desktop_app.storage import quarantine as stored
from desktop_app.storage.quarantine import QuarantineRecord
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.storage.units import KeyRecord
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.services.inbox import Agreed, IntakeResult


@dataclass(frozen=True)
class UnplacedSender:
    """A computer of a unit that is not in the list; name and code are what it says of itself.

    ``words`` are compared over the phone; ``files`` wait, the first since ``since``. ``kind`` is
    the kind it would be added as.
    """

    sign_key: str
    unit: str
    code: str
    device: str
    words: str
    files: int
    kind: str
    since: datetime

    @property
    def id(self) -> str:
        """What names this row in a list."""
        return self.sign_key


def list_unplaced(workspace: Workspace) -> tuple[UnplacedSender, ...]:
    """Return the senders that wait to be placed, those waiting longest first."""
    from desktop_app.exchange.key_words import fingerprint_of

    found = []
    for sign_key, records in _waiting(workspace).items():
        facts = records[0].facts
        passes_on = any(record.facts.get("kind") == RELAY for record in records)
        found.append(
            UnplacedSender(
                sign_key,
                str(facts["unit"]),
                str(facts["unit_code"]),
                str(facts["device"]),
                fingerprint_of(sign_key),
                len(records),
                DIRECT_SUPERIOR if passes_on else GRASSROOTS,
                min(record.at for record in records),
            )
        )
    return tuple(sorted(found, key=lambda sender: sender.since))


def count_unplaced(workspace: Workspace) -> int:
    """Return how many senders wait to be placed."""
    return len(_waiting(workspace))


def _waiting(workspace: Workspace) -> Mapping[str, Sequence[QuarantineRecord]]:
    found: dict[str, list[QuarantineRecord]] = {}
    with workspace.database.read() as session:
        for record in stored.all_records(session):
            if record.code == UNPLACED and record.sender_key:
                found.setdefault(record.sender_key, []).append(record)
    return found


def find_unplaced(workspace: Workspace, text: str) -> UnplacedSender:
    """Return a sender by its four words, its device mark, its code or its key.

    Raises BadInput SSK-815 when none fits, or several do.
    """
    wanted = " ".join(text.split()).lower()
    found = [
        sender
        for sender in list_unplaced(workspace)
        if wanted in (sender.words, sender.device.lower(), sender.code.lower())
        or text.strip() == sender.sign_key
    ]
    if len(found) != 1:
        raise BadInput("SSK-815", name=text)
    return found[0]


@allowed("units")
def place_as(
    workspace: Workspace,
    sign_key: str,
    unit_id: str,
    *,
    compared: bool = False,
    step: Step = no_step,
    agreed: "Agreed | None" = None,
) -> "IntakeResult | None":
    """Take a sender as a unit that stands here, and take in what waits of it.

    Where the unit has a computer already this is a further one: it replaces nothing until its
    four words were ``compared``. Returned is what became of the files that waited. Raises
    BadInput SSK-815 when it waits no longer, SSK-520 for no unit, NotAllowed SSK-819 for this
    office or one above it.
    """
    records, own = _of_key(workspace, sign_key), workspace.own.unit_id
    with workspace.database.write() as session:
        listed = {unit.id: unit for unit in units.all_units(session, workspace.today())}
        if unit_id not in listed:
            raise BadInput("SSK-520", name=unit_id)
        if unit_id in (own, listed[own].parent_id):
            raise NotAllowed("SSK-819", unit=listed[unit_id].name)
        further = bool(units.keys_of(session, unit_id)) and not compared
        _keep(session, workspace, records, unit_id, ASKED if further else KNOWN)
    return quarantine.retry_unplaced(workspace, sign_key, _claimed(records), step, agreed)


@allowed("units")
def place_new(
    workspace: Workspace,
    sign_key: str,
    parent_id: str,
    *,
    name: str = "",
    code: str = "",
    kind: str = "",
    step: Step = no_step,
    agreed: "Agreed | None" = None,
) -> "IntakeResult | None":
    """Add a sender as a new unit below another, and take in what waits of it.

    Name, code and kind are what it says of itself unless given. Raises BadInput SSK-815 when it
    waits no longer, SSK-520 for no parent, SSK-523 for a code given that is taken.
    """
    records = _of_key(workspace, sign_key)
    facts, claimed = records[0].facts, _claimed(records)
    sender = next(row for row in list_unplaced(workspace) if row.sign_key == sign_key)
    kind = check_kind(kind or sender.kind)
    with workspace.database.write() as session:
        listed = units.all_units(session, workspace.today())
        taken = {unit.code for unit in listed}
        if parent_id not in {unit.id for unit in listed}:
            raise BadInput("SSK-520", name=parent_id)
        if code and check_code(code) in taken:
            raise BadInput("SSK-523", name=check_code(code))
        units.insert_unit(
            session,
            unit_id=claimed,
            code=free_code(check_code(code or str(facts["unit_code"])), taken),
            name=check_name(name or str(facts["unit"])),
            kind=kind,
            parent_id=parent_id,
            now=workspace.now(),
        )
        session.flush()
        _keep(session, workspace, records, claimed, KNOWN)
    return quarantine.retry_unplaced(workspace, sign_key, claimed, step, agreed)


@allowed("units")
def drop(workspace: Workspace, sign_key: str) -> None:
    """Drop everything that waits of a sender; a bundle of it that comes again waits again."""
    for record in _of_key(workspace, sign_key):
        quarantine.drop(workspace, record.id)


def _of_key(workspace: Workspace, sign_key: str) -> Sequence[QuarantineRecord]:
    records = _waiting(workspace).get(sign_key)
    if not records:
        raise BadInput("SSK-815", name=sign_key[:20])
    return records


def _claimed(records: Sequence[QuarantineRecord]) -> str:
    """Return the identifier a sender gives its unit."""
    return str(records[0].facts["unit_id"])


def _keep(
    session: Session,
    workspace: Workspace,
    records: Sequence[QuarantineRecord],
    unit_id: str,
    state: str,
) -> None:
    """Remember the sender's key, and which unit of this book its identifier stands for."""
    now, facts = workspace.now(), records[0].facts
    if units.find_key(session, records[0].sender_key) is None:
        units.keep_key(
            session,
            KeyRecord(
                records[0].sender_key,
                unit_id,
                str(facts["age_recipient"]),
                str(facts["device"]),
                state,
            ),
            now,
        )
    placed = read_setting(session, PLACED, {})
    if facts["unit_id"] != unit_id:
        write_setting(session, PLACED, {**placed, str(facts["unit_id"]): unit_id})
    audit.note(session, now, "placed", unit_id, state=state)
