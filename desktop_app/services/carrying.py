"""What every file that leaves has in common: parts kept by hash, a number, a seal, a record.

A bundle is kept as the list of its parts, so the same inner ZIP can be made again at any time
(clarification 3); only the seal around it is new.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop_app.domain.canonical import canonical_json
from desktop_app.domain.identifiers import uuid7
from desktop_app.errors import NotAllowed
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import bundles, heights
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.workspace import PROGRAM, Workspace

FORMAT, FORMAT_VERSION = "so-sang-kien-bundle", 1
PROFILE = "urn:uuid:2a16e717-c3f2-4be2-b808-f06dbb011eda"
"""The BagIt profile bundles follow: docs/bagit-profile.json."""
SUBMISSION, RECEIPT, SETUP, RELAY = "submission", "receipt", "setup", "relay"
_PARTS = 1000
_FLOOR = "least_number"


@dataclass(frozen=True)
class Part:
    """One file inside a bundle: its path in the bag and where its content is kept."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Letter:
    """A bundle before it is written: what it says, what it carries, for whom it is sealed."""

    kind: str
    document: Mapping[str, Any]
    parts: tuple[Part, ...]
    recipients: tuple[str, ...]
    unit_code: str
    recipient_unit: str
    items: tuple[BundleItemRecord, ...] = ()
    by_passphrase: bool = False

    @property
    def bundle_id(self) -> str:
        """The identifier of the bundle."""
        return str(self.document["bundle_id"])


@dataclass(frozen=True)
class ExportedBundle:
    """A file that was written, read back and compared."""

    bundle_id: str
    kind: str
    sequence: int
    path: Path
    size: int
    count: int
    inner_sha256: str
    sealed: bool


def keep_part(workspace: Workspace, path: str, content: bytes) -> Part:
    """Keep the content of a part and return it."""
    return Part(path, workspace.attachments.put(content), len(content))


def kept_part(workspace: Workspace, path: str, sha256: str) -> Part:
    """Return a part whose content is kept already."""
    return Part(path, sha256, workspace.attachments.size(sha256))


def json_part(workspace: Workspace, path: str, value: Any) -> Part:
    """Keep a JSON value as a part, in its one canonical form."""
    return keep_part(workspace, path, canonical_json(value))


def own_card(workspace: Workspace) -> dict[str, Any]:
    """Return how this workspace signs its letters: unit, role, public keys."""
    own, public = workspace.own, workspace.keys.public
    return {
        "unit": {"id": own.unit_id, "code": own.code, "name": own.name},
        "role": own.role,
        "sign_key": public.sign,
        "age_recipient": public.age,
    }


def begin_document(
    workspace: Workspace,
    kind: str,
    recipient: Mapping[str, Any] | None,
    now: datetime,
    previous: ExportedBundle | None = None,
) -> dict[str, Any]:
    """Return the common head of bundle.json with the next number of this chain.

    ``previous`` was written just now and is not recorded yet.
    """
    recipient_unit = recipient["unit"]["id"] if recipient else ""
    last: BundleRecord | ExportedBundle | None = previous
    if last is None:
        with workspace.database.read() as session:
            last = bundles.last_in_chain(session, workspace.keys.public.sign, recipient_unit, "out")
    number, mark = (last.sequence, last.inner_sha256) if last else (0, None)
    if previous is None and workspace.link is None:
        # A book that was put back to an earlier day does not know what left since.
        known = heights.remembered(workspace.folder / "keys").chains
        left = known.get(heights.chain_name(workspace.keys.public.sign, recipient_unit))
        if left is not None and left[0] > number:
            number, mark = left[0], left[1] or None
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "kind": kind,
        "bundle_id": uuid7(now),
        "sequence": max(number + 1, _least_number(workspace, kind)),
        "device": workspace.keys.mark,
        "previous": mark,
        "created_at": now.isoformat(timespec="seconds"),
        "program": PROGRAM,
        "profile": PROFILE,
        "sender": own_card(workspace),
        "recipient": None if recipient is None else dict(recipient),
    }


def begin_above(workspace: Workspace) -> None:
    """Number cards and answers from a height nothing written before can have reached.

    For a desk whose key was restored without its book: units refuse what has a lower number than
    they know. Nobody counts gaps in these chains, and order by number still holds.
    """
    days = (workspace.today() - date(2020, 1, 1)).days
    workspace.set_setting(_FLOOR, days * 100)


def _least_number(workspace: Workspace, kind: str) -> int:
    return int(workspace.setting(_FLOOR, 1)) if kind in (SETUP, RECEIPT) else 1


def write_letters(
    workspace: Workspace,
    letters: Sequence[Callable[[ExportedBundle | None], Letter]],
    to: Path,
    *,
    passphrase: str = "",
    step: Step = no_step,
    kept: Callable[[Any, Letter, ExportedBundle], None],
) -> tuple[ExportedBundle, ...]:
    """Write bundles that belong together, then record all of them in one transaction.

    Each letter is made from what was written before it, for its place in the chain. ``kept`` is
    called with the session for what else changes. When anything fails, or the person stops it,
    nothing of it is left: neither a file nor a record.
    """
    done: list[tuple[Letter, ExportedBundle]] = []
    with contextlib.ExitStack() as stack:
        for place, make in enumerate(letters):
            letter = make(done[-1][1] if done else None)
            part = _part_of(step, place, len(letters))
            written = write_letter(workspace, letter, to, part, passphrase=passphrase)
            stack.enter_context(taken_away_unless_kept(written.path))
            done.append((letter, written))
        now = workspace.now()
        with workspace.database.write() as session:
            for letter, written in done:
                keep_letter(session, letter, written, now)
                kept(session, letter, written)
    return tuple(written for _letter, written in done)


@contextlib.contextmanager
def taken_away_unless_kept(path: Path) -> Iterator[None]:
    """Take a file that was written away again when what follows fails: its number is not used."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _part_of(step: Step, place: int, count: int) -> Step:
    """Return a step that stands for one of several bundles."""
    return lambda done, whole: step(place * _PARTS + done * _PARTS // max(whole, 1), count * _PARTS)


def write_letter(
    workspace: Workspace,
    letter: Letter,
    to: Path,
    step: Step = no_step,
    *,
    passphrase: str = "",
) -> ExportedBundle:
    """Write a bundle into a folder: sealed, flushed, read back, compared, then renamed.

    A letter sealed with a passphrase needs it again each time it is written (NotAllowed SSK-514).
    """
    if letter.by_passphrase and not passphrase:
        raise NotAllowed("SSK-514")
    from desktop_app.exchange.bundle_document import bundle_name
    from desktop_app.exchange.bundle_file import BundlePayload, write_bundle

    document = letter.document
    payload = (
        BundlePayload(part.path, part.size, part.sha256, _opener(workspace, part.sha256))
        for part in letter.parts
    )
    written = write_bundle(
        to,
        bundle_name(
            letter.unit_code, str(document["device"]), letter.kind, int(document["sequence"])
        ),
        dict(document),
        payload,
        keys=workspace.keys,
        recipients=letter.recipients,
        passphrase=passphrase if letter.by_passphrase else "",
        bagging_date=str(document["created_at"])[:10],
        step=step,
    )
    return ExportedBundle(
        letter.bundle_id,
        letter.kind,
        int(document["sequence"]),
        written.path,
        written.size,
        len(letter.items),
        written.inner_sha256,
        bool(letter.recipients) or letter.by_passphrase,
    )


def _opener(workspace: Workspace, sha256: str) -> Any:
    return lambda: workspace.attachments.open(sha256)


def content_of(letter: Letter) -> dict[str, Any]:
    """Return what is kept of a letter so that it can be written again."""
    return {
        "document": dict(letter.document),
        "parts": [[part.path, part.sha256, part.size] for part in letter.parts],
        "recipients": list(letter.recipients),
        "by_passphrase": letter.by_passphrase,
        "unit_code": letter.unit_code,
        "recipient_unit": letter.recipient_unit,
    }


def letter_from(content: Mapping[str, Any], items: Sequence[BundleItemRecord] = ()) -> Letter:
    """Return the letter that was kept."""
    return Letter(
        content["document"]["kind"],
        content["document"],
        tuple(Part(path, sha256, size) for path, sha256, size in content["parts"]),
        tuple(content["recipients"]),
        content["unit_code"],
        content["recipient_unit"],
        tuple(items),
        bool(content.get("by_passphrase")),
    )


def keep_letter(
    session: Any, letter: Letter, written: ExportedBundle, now: datetime, items: Iterable[Any] = ()
) -> None:
    """Record a letter that left."""
    document = letter.document
    record = BundleRecord(
        id=letter.bundle_id,
        direction="out",
        kind=letter.kind,
        sender_key=document["sender"]["sign_key"],
        sender_unit=document["sender"]["unit"]["id"],
        recipient_unit=letter.recipient_unit,
        sequence=int(document["sequence"]),
        previous=document["previous"],
        inner_sha256=written.inner_sha256,
        file_name=written.path.name,
        size=written.size,
        created_at=now,
        handed_over_at=None,
    )
    bundles.insert_bundle(session, record, content_of(letter), items or letter.items)
