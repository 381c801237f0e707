"""Seals: age v1 files, opened whole and checked before any of it is looked at.

Any office can open one with ``age -d``. The header is checked before pyrage sees it: several
kinds of lock in one file, or a passphrase beside keys, are refused (clarification 17).
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyrage

from desktop_app.errors import BadFile

_MAGIC = b"age-encryption.org/v1\n"
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_LONGEST_HEADER = 64_000
_MOST_RECIPIENTS = 200


def make_identity() -> str:
    """Return a new secret key as age writes it."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public key of a secret one: ``age1…``."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_sealed(head: bytes) -> bool:
    """Return whether a file's first bytes are those of a seal."""
    return head.startswith((b"age-encryption.org/", _ARMOUR))


@contextmanager
def sealing(target: BinaryIO, recipients: Sequence[str]) -> Iterator[BinaryIO]:
    """Give a stream; what is written to it goes sealed into the target, piece by piece.

    Raises BadFile SSK-440 for a recipient that is none.
    """
    try:
        keys = [pyrage.x25519.Recipient.from_str(text) for text in dict.fromkeys(recipients)]
    except pyrage.RecipientError as error:
        raise BadFile("SSK-440") from error
    reading, writing = os.pipe()
    failed: list[BaseException] = []

    def seal() -> None:
        with os.fdopen(reading, "rb", buffering=1 << 20) as source:
            try:
                pyrage.encrypt_io(source, target, keys)
            except BaseException as error:
                failed.append(error)
                while source.read(1 << 20):  # let the writer come to its end
                    pass

    worker = threading.Thread(target=seal, name="seal", daemon=True)
    worker.start()
    try:
        with os.fdopen(writing, "wb", buffering=1 << 20) as sink:
            yield sink
    finally:
        worker.join()
    if failed:
        raise failed[0]


def open_seal(source: Path, identities: Sequence[str], target: BinaryIO) -> None:
    """Open a sealed file into another; the target holds nothing of use when this raises.

    Raises BadFile: SSK-441 no seal, SSK-442 sealed for somebody else, SSK-443 cut short,
    SSK-444 damaged, SSK-445 sealed with a passphrase, SSK-446 a kind of lock not in use here.
    """
    _check_header(source)
    keys = [pyrage.x25519.Identity.from_str(text) for text in identities]
    if not keys:
        raise BadFile("SSK-442")
    with source.open("rb") as sealed:
        try:
            pyrage.decrypt_io(sealed, target, keys)
        except pyrage.DecryptError as error:
            said = str(error)
            if "No matching keys" in said:
                raise BadFile("SSK-442") from error
            if "fill whole buffer" in said or "end of file" in said or "truncated" in said:
                raise BadFile("SSK-443") from error
            raise BadFile("SSK-444") from error
        except OSError as error:
            if error.errno is not None:
                raise
            raise BadFile("SSK-444") from error


def _check_header(source: Path) -> None:
    """Refuse what pyrage lets through: mixed locks, too many, lines that are not age's."""
    with source.open("rb") as file:
        head = file.read(_LONGEST_HEADER)
    if head.startswith(_ARMOUR):
        raise BadFile("SSK-446")
    if not head.startswith(b"age-encryption.org/"):
        raise BadFile("SSK-441")
    if not head.startswith(_MAGIC):
        raise BadFile("SSK-446")
    end = head.find(b"\n--- ")
    if end < 0:
        raise BadFile("SSK-443" if len(head) < _LONGEST_HEADER else "SSK-444")
    kinds = [line.split(b" ")[1:2] for line in head[:end].split(b"\n") if line.startswith(b"-> ")]
    names = {kind[0] for kind in kinds if kind}
    if b"scrypt" in names:
        raise BadFile("SSK-445" if len(kinds) == 1 else "SSK-446")
    if len(kinds) > _MOST_RECIPIENTS or not kinds:
        raise BadFile("SSK-446")
