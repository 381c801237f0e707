"""The proof an item carries when its bundle is passed on: who wrote it, and that nothing changed.

The first writer's tag files, signature and bundle.json travel with it; the manifest among them
names the SHA-256 of every file, and the signature covers the manifest.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.errors import BadFile
from desktop_app.exchange.bundle_document import read_document
from desktop_app.exchange.bundle_opening import (
    DOCUMENT,
    MANIFEST,
    SIGNATURE,
    TAG_MANIFEST,
    check_signature,
    listed_in,
)


@dataclass(frozen=True)
class Origin:
    """The bundle an item was first written in: its document, and path → SHA-256 of its files."""

    document: Mapping[str, Any]
    files: Mapping[str, str]


def check_origin(proof: Mapping[str, bytes]) -> Origin:
    """Check the proof of an origin: files by their names in the first bag.

    Raises BadFile SSK-433 when a file of the proof is missing or does not fit the signature.
    """
    try:
        document = read_document(proof[DOCUMENT])
        key = str(document["sender"]["sign_key"])
        tags = check_signature(key, proof[TAG_MANIFEST], proof[SIGNATURE])
        files = listed_in(proof[MANIFEST])
        sound = all(
            name in proof and hashlib.sha256(proof[name]).hexdigest() == mark
            for name, mark in tags.items()
        )
        if not sound or files[DOCUMENT] != hashlib.sha256(proof[DOCUMENT]).hexdigest():
            raise BadFile("SSK-433")
    except (KeyError, BadFile) as error:
        raise BadFile("SSK-433") from error
    return Origin(document, files)
