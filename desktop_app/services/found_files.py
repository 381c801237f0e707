"""Which files of a folder or a stick are ours: content decides, not names."""

import os
from pathlib import Path

_ZIP = b"PK\x03\x04"
_OFFICE_FILES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".jar")
_BEING_WRITTEN = ".ssk-"


def files_below(path: Path) -> list[Path]:
    """Return a file itself, or what looks like ours in a folder and below it.

    Links to folders are not followed, folders that cannot be read are passed over.
    """
    try:
        if not path.is_dir():
            return [path]
    except OSError:
        return [path]  # what is wrong with it is told when it is opened
    found = (Path(root) / name for root, _folders, names in os.walk(path) for name in names)
    return sorted(file for file in found if looks_like_ours(file))


def looks_like_ours(file: Path) -> bool:
    """Return whether a file begins as a seal or an archive does; Office files are none."""
    from desktop_app.exchange.sealing import is_sealed

    if file.name.startswith(_BEING_WRITTEN) or file.suffix.lower() in _OFFICE_FILES:
        return False
    try:
        if not file.is_file():
            return False
        with file.open("rb") as opened:
            head = opened.read(64)
    except OSError:
        return False
    return head.startswith(_ZIP) or is_sealed(head)
