"""The golden bundles of format version 1, with the keys that open them."""

import base64
import json
from pathlib import Path

from desktop_app.exchange.bundle_file import open_bundle
from desktop_app.exchange.keys import Keys

FOLDER = Path(__file__).parents[1] / "golden" / "bundle-v1"
KNOWN = json.loads((FOLDER / "known.json").read_text(encoding="utf-8"))
EVERY = KNOWN["every_kind"]
NEWER = "newer"
NAMES = [name for name in EVERY["inner_sha256"] if name != NEWER]
"""The golden bundles that open, by what they are."""


def path_of(name, known=EVERY, folder=FOLDER):
    return folder / known[name]


def keys_of(book, known=EVERY):
    kept = known["keys"][book]
    return Keys(base64.b64decode(kept["sign_seed"]), kept["age_identity"])


def opened(name, temp_dir, known=EVERY, folder=FOLDER):
    """Open a golden bundle with whichever key or words it was sealed with."""
    return open_bundle(
        path_of(name, known, folder),
        identities=[kept["age_identity"] for kept in known["keys"].values()],
        passphrase=known["passphrase"] if name == "by_passphrase" else "",
        temp_dir=temp_dir,
    )


def document_of(name, temp_dir, known=EVERY, folder=FOLDER):
    with opened(name, temp_dir, known, folder) as bundle:
        return bundle.document
