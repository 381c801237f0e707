"""The keys of a desk put away and brought back: backup file, paper, drill, restore.

Whether a backup was made and tried is remembered with the key it was of: after a change of keys
nobody is told that a backup of the old ones is enough.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.canonical import canonical_json
from desktop_app.domain.text import fold
from desktop_app.errors import AppError, NotAllowed
from desktop_app.exchange.key_backup import KeyBackup, KeyOwner
from desktop_app.messages import catalogue
from desktop_app.services import cards, carrying, setup
from desktop_app.services.own_unit import become
from desktop_app.storage import audit, units
from desktop_app.storage.settings import read_setting
from desktop_app.storage.times import from_text, to_text
from desktop_app.workspace import Own, Workspace

if TYPE_CHECKING:
    from desktop_app.documents.pages import PagedDocument
    from desktop_app.exchange.keys import Keys

SETTING = "key_backup"
PUBLIC_KIND = "so-sang-kien-public-keys"


@dataclass(frozen=True)
class KeyCard:
    """Whose key this is, how it is named over the phone, and what is known of its backup."""

    role: str
    unit_id: str
    unit_code: str
    unit_name: str
    mark: str
    words: str
    sign_key: str
    age_recipient: str
    made_at: datetime | None
    proven_at: datetime | None


@dataclass(frozen=True)
class Drill:
    """What trying a backup showed.

    ``spare``: whether the backup also holds this office's spare key; None where there is none.
    """

    proven_at: datetime
    made_at: datetime | None
    spare: bool | None


# Showing


def key_card(workspace: Workspace) -> KeyCard:
    """Return what may be said of this desk's key. Raises NotAllowed SSK-010 before the start."""
    from desktop_app.exchange.keys import fingerprint_of

    own, public = workspace.own, workspace.keys.public
    kept = _remembered(workspace)
    return KeyCard(
        own.role,
        own.unit_id,
        own.code,
        own.name,
        workspace.keys.mark,
        fingerprint_of(public.sign),
        public.sign,
        public.age,
        _moment(kept.get("made_at")),
        _moment(kept.get("proven_at")),
    )


def export_public(workspace: Workspace, target: Path) -> Path:
    """Write the public keys into a small JSON file; nothing in it is secret."""
    from desktop_app.exchange.delivery import write_file

    shown = key_card(workspace)
    value = {
        "kind": PUBLIC_KIND,
        "format_version": 1,
        "unit": {"id": shown.unit_id, "code": shown.unit_code, "name": shown.unit_name},
        "role": shown.role,
        "sign_key": shown.sign_key,
        "age_recipient": shown.age_recipient,
        "words": shown.words,
    }
    return write_file(target, canonical_json(value))


# Putting away


def back_up(workspace: Workspace, target: Path, passphrase: str) -> Path:
    """Write the keys into a file sealed with a passphrase; return where it is.

    An office's spare key goes along. Takes about a second. Raises BadInput SSK-600, SSK-601 for
    a weak passphrase, Failed SSK-412 and following when the file cannot be written.
    """
    from desktop_app.exchange.key_backup import check_passphrase, seal_backup, write_secret

    check_passphrase(passphrase)
    own, now = workspace.own, workspace.now()
    if own.role == setup.OFFICE:
        # Made now if it is not there yet: what will be sealed to it is then in this backup too.
        cards.escrow_recipient(workspace)
    backup = KeyBackup(
        workspace.keys,
        _spare(workspace),
        KeyOwner(own.role, own.unit_id, own.code, own.name),
        now,
    )
    written = write_secret(target, seal_backup(backup, passphrase))
    _remember(workspace, made_at=now, proven_at=None)
    _note(workspace, "key backup")
    return written


def paper(workspace: Workspace, language: str) -> "PagedDocument":
    """Return the keys as one page to print: words and a square code."""
    from desktop_app.documents.pages_key_paper import KeyPaper, key_paper
    from desktop_app.exchange.key_paper_words import paper_code, paper_lines

    shown = key_card(workspace)
    return key_paper(
        KeyPaper(
            texts=_paper_texts(language, shown.role),
            unit=shown.unit_name,
            code=shown.unit_code,
            printed_on=workspace.today().strftime("%d/%m/%Y"),
            words=shown.words,
            lines=paper_lines(workspace.keys),
            square=paper_code(workspace.keys),
        )
    )


def write_paper(workspace: Workspace, target: Path, language: str) -> Path:
    """Write the page of the keys as a PDF for its owner alone; return where it is."""
    from desktop_app.exchange.key_backup import write_secret

    written = write_secret(target, paper(workspace, language).pdf())
    note_paper(workspace)
    return written


def note_paper(workspace: Workspace) -> None:
    """Remember that the paper was printed or saved."""
    _remember(workspace, made_at=workspace.now(), proven_at=None)
    _note(workspace, "key paper")


# Bringing back


def open_file(path: Path, passphrase: str) -> KeyBackup:
    """Return what a backup file holds. Raises BadFile as ``open_backup`` does."""
    from desktop_app.exchange.delivery import told_errors
    from desktop_app.exchange.key_backup import open_backup

    with told_errors(path), path.open("rb") as file:
        content = file.read(1_000_000)
    return open_backup(content, passphrase)


def open_words(text: str) -> KeyBackup:
    """Return the keys typed from paper. Raises BadInput as ``keys_from_paper`` does."""
    from desktop_app.exchange.key_paper_words import keys_from_paper

    return KeyBackup(keys_from_paper(text))


def drill(workspace: Workspace, backup: KeyBackup) -> Drill:
    """Prove that a backup opens what is sealed to this desk and signs as this desk.

    Nothing is changed but the day it was proven. Raises NotAllowed SSK-619 when it does not.
    """
    from desktop_app.exchange.key_backup import prove

    public, folder = workspace.keys.public, workspace.temporary_folder
    if not prove(backup.keys, public, folder):
        raise NotAllowed("SSK-619")
    spare, proven = _spare(workspace), None
    if spare is not None:
        proven = backup.spare is not None and prove(backup.spare, spare.public, folder)
    now = workspace.now()
    made_at = backup.made_at or _moment(_remembered(workspace).get("made_at"))
    _remember(workspace, made_at=made_at, proven_at=now)
    _note(workspace, "key drill")
    return Drill(now, made_at, proven)


def restore(workspace: Workspace, backup: KeyBackup, *, other_unit: bool = False) -> KeyCard:
    """Put a backup's keys in place of the present ones, which are kept to open older files.

    In a new data folder the backup file says whose desk this becomes. A desk begun anew under the
    same name and code becomes the old one. Raises NotAllowed: SSK-616 a team's keys at an office
    or the other way round, SSK-617 another unit's backup, SSK-620 keys from paper this desk never
    had; the last two unless ``other_unit`` was agreed to; SSK-889 for keys several officers share.
    """
    from desktop_app.exchange.keys import replace_keys

    if workspace.link is not None:
        raise NotAllowed("SSK-889")
    begins = not workspace.started and backup.owner is not None
    if not begins:
        _refuse_other(workspace, backup, other_unit=other_unit)
    now = workspace.now()
    replace_keys(*workspace.key_places.desk, backup.keys, now)
    with contextlib.suppress(AttributeError):
        del workspace.keys  # the workspace reads them again
    if begins:
        _begin(workspace, backup)
    if backup.owner is not None and (begins or _same_unit(workspace.own, backup.owner)):
        _become(workspace, backup.owner)
    _restore_spare(workspace, backup, now)
    _remember(workspace, made_at=backup.made_at, proven_at=now)
    carrying.begin_above(workspace)
    _note(workspace, "key restore")
    return key_card(workspace)


def _refuse_other(workspace: Workspace, backup: KeyBackup, *, other_unit: bool) -> None:
    from desktop_app.exchange.keys import known_sign_keys

    own, owner = workspace.own, backup.owner
    if owner is None:
        known = known_sign_keys(workspace.folder / "keys")
        if backup.keys.public.sign not in known and not other_unit:
            raise NotAllowed("SSK-620")
        return
    if owner.role != own.role:
        raise NotAllowed("SSK-616", unit=owner.name)
    if not _same_unit(own, owner) and not other_unit:
        raise NotAllowed("SSK-617", unit=owner.name, own=own.name)


def _same_unit(own: Own, owner: KeyOwner) -> bool:
    named_alike = own.code == owner.code and fold(own.name) == fold(owner.name)
    return own.role == owner.role and (own.unit_id == owner.unit_id or named_alike)


def _begin(workspace: Workspace, backup: KeyBackup) -> None:
    assert backup.owner is not None
    owner = backup.owner
    if owner.role == setup.OFFICE:
        setup.start_office(workspace, owner.name, owner.code)
    else:
        setup.start_team(workspace, owner.name, owner.code)


def _become(workspace: Workspace, owner: KeyOwner) -> None:
    """Take the identifier the unit had: others know it, and the numbers of bundles, by that."""
    own, now = workspace.own, workspace.now()
    if own.unit_id == owner.unit_id:
        return
    with workspace.database.write() as session:
        known = units.all_units(session, workspace.today())
        present = next(unit for unit in known if unit.id == own.unit_id)

        def keep_unit() -> None:
            if all(unit.id != owner.unit_id for unit in known):
                units.insert_unit(
                    session,
                    unit_id=owner.unit_id,
                    code=own.code,
                    name=own.name,
                    kind=present.kind,
                    parent_id=present.parent_id,
                    now=now,
                )

        become(session, Own(own.role, owner.unit_id, own.code, own.name), keep_unit)
        audit.note(session, now, "unit identifier", owner.unit_id)


def _restore_spare(workspace: Workspace, backup: KeyBackup, now: datetime) -> None:
    from desktop_app.exchange.keys import keep_old_keys, replace_keys

    if backup.spare is None or workspace.own.role != setup.OFFICE:
        return
    used, here = workspace.setting("escrow"), _spare(workspace)
    if used is None or (here is not None and used == here.public.age):
        replace_keys(*workspace.key_places.spare, backup.spare, now)
        workspace.set_setting("escrow", backup.spare.public.age)
    elif here != backup.spare:
        # The level above gave its key since: the spare only opens what was sealed to it.
        keep_old_keys(*workspace.key_places.spare, backup.spare, now)


# Where keys lie, and what is remembered


def _spare(workspace: Workspace) -> "Keys | None":
    """Return the office's spare key, None where it does not lie on this computer."""
    from desktop_app.exchange.keys import load_keys

    with contextlib.suppress(AppError):
        return load_keys(*workspace.key_places.spare)
    return None


def _remembered(workspace: Workspace) -> Mapping[str, Any]:
    kept = workspace.setting(SETTING) or {}
    return kept if kept.get("sign_key") == workspace.keys.public.sign else {}


def _remember(
    workspace: Workspace, *, made_at: datetime | None, proven_at: datetime | None
) -> None:
    value = {
        "sign_key": workspace.keys.public.sign,
        "made_at": made_at and to_text(made_at),
        "proven_at": proven_at and to_text(proven_at),
    }
    workspace.set_setting(SETTING, value)


def _moment(text: Any) -> datetime | None:
    return from_text(text) if text else None


def _note(workspace: Workspace, action: str) -> None:
    with workspace.database.write() as session:
        own = read_setting(session, "own")
        audit.note(session, workspace.now(), action, own["unit_id"])


def _paper_texts(language: str, role: str) -> dict[str, str]:
    texts = {
        code.removeprefix("KEY-paper-"): sentences[language]["text"]
        for code, sentences in catalogue().items()
        if code.startswith("KEY-paper-")
    }
    return texts | {"opens": texts[f"opens-{role}"]}
