"""Where a secret is kept: the system's keyring, else a file only its owner can read."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.errors import Failed
from desktop_app.exchange.reading_back import flush_to_device, sync_folder


def from_keyring(service_name: str, entry: str) -> str | None:
    """Return a secret of the keyring; None when it has none, or gives none today."""
    import keyring

    try:
        return keyring.get_password(service_name, entry)
    except Exception:  # every backend has errors of its own; none of them is the end here
        return None


def to_keyring(service_name: str, entry: str, written: str) -> bool:
    """Put a secret into the keyring; False where there is none that keeps it."""
    import keyring

    try:
        keyring.set_password(service_name, entry, written)
        return bool(keyring.get_password(service_name, entry) == written)
    except Exception:  # as above: then a file keeps it
        return False


def forget_in_keyring(service_name: str, entry: str) -> None:
    """Take a secret out of the keyring, if it is there."""
    import keyring

    with contextlib.suppress(Exception):  # as above; what is not there needs no taking out
        keyring.delete_password(service_name, entry)


def to_own_file(path: Path, record: Mapping[str, Any], code: str = "SSK-450") -> None:
    """Write a small file whole or not at all, for its owner alone. Raises Failed with the code."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            path.parent.chmod(0o700)
        temporary = path.with_suffix(".new")
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(record))
            file.flush()
            flush_to_device(file.buffer)  # type: ignore[arg-type]
        os.replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise Failed(code, file=path.name) from error
