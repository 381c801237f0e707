"""Numbers of bundles that are missing or stand twice, told until somebody explained them.

Chains run per sender key and recipient (clarification 11): a gap is a bundle that was written and
never came; a number twice, or one that does not follow the one before, tells of a book that was
put back to an earlier state.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop_app.errors import BadInput
from desktop_app.services.setup import TEAM
from desktop_app.storage import audit, bundles, units
from desktop_app.storage.bundles import ChainTrouble
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class MissingNumber:
    """A bundle of a unit that never came in, though a later one did."""

    unit: str
    sequence: int


@dataclass(frozen=True)
class ChainRow:
    """What to ask a unit about; ``kind``: missing, repeated, broken."""

    kind: str
    unit_id: str
    unit: str
    device: str
    sequence: int
    explanation: str
    sender_key: str
    recipient_unit: str

    @property
    def id(self) -> str:
        """What names this row in a list."""
        return f"{self.sender_key} {self.recipient_unit} {self.sequence}"


def list_troubles(workspace: Workspace, *, explained: bool = False) -> tuple[ChainRow, ...]:
    """Return what the units are to be asked about, with ``explained`` also what they answered."""
    with workspace.database.read() as session:
        found = _troubles(session, workspace)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        keys = {t.sender_key: units.find_key(session, t.sender_key) for t in found}
    return tuple(
        ChainRow(
            trouble.kind,
            trouble.sender_unit,
            names.get(trouble.sender_unit, ""),
            key.device if (key := keys[trouble.sender_key]) else "",
            trouble.sequence,
            trouble.explanation,
            trouble.sender_key,
            trouble.recipient_unit,
        )
        for trouble in found
        if explained or not trouble.explanation
    )


def missing_numbers(workspace: Workspace) -> tuple[MissingNumber, ...]:
    """Return the numbers that are missing and not explained; a team awaits none."""
    if workspace.own.role == TEAM:
        return ()  # cards are in the chain too and may have been made without being carried
    return tuple(
        MissingNumber(row.unit, row.sequence)
        for row in list_troubles(workspace)
        if row.kind == "missing"
    )


def explain(workspace: Workspace, unit_id: str, sequence: int, explanation: str) -> None:
    """Keep why a number is missing or stands twice. Raises BadInput SSK-525 when nothing is."""
    text = explanation.strip()[:500]
    now = workspace.now()
    with workspace.database.write() as session:
        found = [
            trouble
            for trouble in _troubles(session, workspace)
            if trouble.sender_unit == unit_id and trouble.sequence == sequence
        ]
        if not found or not text:
            raise BadInput("SSK-525", number=sequence)
        for each in found:
            bundles.explain_number(
                session, each.sender_key, each.recipient_unit, sequence, text, now
            )
        audit.note(session, now, "explain number", unit_id, sequence=sequence)


def _troubles(session: Session, workspace: Workspace) -> tuple[ChainTrouble, ...]:
    return bundles.chain_troubles(session, ("", *workspace.own_ids))
