"""The keys units were seen with: shown as four words, confirmed over the phone, or revoked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.domain.identifiers import uuid7
from desktop_app.errors import BadInput
from desktop_app.services import quarantine
from desktop_app.services.enrolment import ASKED, KNOWN, REVOKED
from desktop_app.storage import audit, bundles, initiatives, units, verdicts
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.services.inbox import IntakeResult


@dataclass(frozen=True)
class KeyRow:
    """A computer of a unit; ``state``: known, asked (to be confirmed), revoked.

    ``words`` are read out over the phone and compared with those in the unit's settings.
    """

    sign_key: str
    unit_id: str
    unit_code: str
    unit: str
    device: str
    words: str
    state: str

    @property
    def id(self) -> str:
        """What names this row in a list."""
        return self.sign_key


def list_keys(workspace: Workspace, unit_id: str | None = None) -> tuple[KeyRow, ...]:
    """Return the keys of the units below, those to be confirmed first."""
    from desktop_app.exchange.key_words import fingerprint_of

    with workspace.database.read() as session:
        known = {unit.id: unit for unit in units.all_units(session, workspace.today())}
        found = [key for key in units.all_keys(session, unit_id) if key.unit_id in known]
    rows = [
        KeyRow(
            key.sign_key,
            key.unit_id,
            known[key.unit_id].code,
            known[key.unit_id].name,
            key.device,
            fingerprint_of(key.sign_key),
            key.state,
        )
        for key in found
    ]
    order = (ASKED, KNOWN, REVOKED)
    return tuple(sorted(rows, key=lambda row: (order.index(row.state), row.unit_code)))


def find_key(workspace: Workspace, text: str) -> KeyRow:
    """Return a key by its four words, its device mark or itself.

    Raises BadInput SSK-558 when none fits, or several do.
    """
    wanted = " ".join(text.split()).lower()
    found = [
        row
        for row in list_keys(workspace)
        if wanted in (row.words, row.device.lower()) or text.strip() == row.sign_key
    ]
    if len(found) != 1:
        raise BadInput("SSK-558", name=text)
    return found[0]


def confirm(workspace: Workspace, sign_key: str) -> "IntakeResult | None":
    """Take a key as the unit's own: a person compared the four words.

    What was set aside for it is taken in at once; returned is what became of that, None when
    nothing waited. The next answer tells the computer again about what it brought.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        key = units.find_key(session, sign_key)
        if key is None:
            raise BadInput("SSK-558", name=sign_key)
        units.set_key_state(session, [sign_key], KNOWN)
        if key.state != KNOWN:
            _tell_again(session, sign_key, now)
        audit.note(session, now, "key confirmed", key.unit_id)
    return quarantine.retry_of_key(workspace, sign_key)


def revoke(workspace: Workspace, sign_key: str) -> None:
    """Refuse a key from now on: a computer that was lost, or never was the unit's.

    What it brought stays; answers are no longer sealed to it.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        key = units.find_key(session, sign_key)
        if key is None:
            raise BadInput("SSK-558", name=sign_key)
        units.set_key_state(session, [sign_key], REVOKED)
        audit.note(session, now, "key revoked", key.unit_id)


def _tell_again(session: Any, sign_key: str, now: Any) -> None:
    """Let the next receipt tell what a key brought: earlier ones were not sealed to it."""
    for initiative_id, mark in _brought(bundles.items_from(session, sign_key)):
        if initiatives.bundle_of(session, initiative_id, mark) is not None:
            verdicts.add_verdict(
                session,
                verdicts.VerdictRecord(uuid7(now), initiative_id, mark, None, "", {}, now),
            )


def _brought(items: Sequence[bundles.BundleItemRecord]) -> Sequence[tuple[str, str]]:
    return sorted({(item.initiative_id, item.revision_hash) for item in items})
