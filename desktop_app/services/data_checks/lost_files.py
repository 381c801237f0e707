"""Where a lost file may still lie: backups, what was set aside, other stores, templates."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import AppError
from desktop_app.services import templates
from desktop_app.services.data_checks.check import ASIDE, Book
from desktop_app.services.pack_files import packed
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.inspection.needed_files import Needed

_TEMPLATES = "data/templates/"


def bring_back(
    book: Book, store: AttachmentStore, sha256: str, needed: Needed | None = None
) -> bool:
    """Put a file back in its store from wherever the same bytes are still found.

    What stood in its place before is replaced. Returns whether it was found.
    """
    for path in _places(book, store, sha256):
        with suppress(OSError), path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                continue
            file.seek(0)
            _put(store, sha256, file)
            return True
    content = _made_again(book, needed) if needed else None
    if content is None or hashlib.sha256(content).hexdigest() != sha256:
        return False
    _put(store, sha256, io.BytesIO(content))
    return True


def _put(store: AttachmentStore, sha256: str, source: BinaryIO) -> None:
    store.discard(sha256)  # also from a server's database, which keeps what it has
    store.put_stream(source)


def _places(book: Book, store: AttachmentStore, sha256: str) -> Iterator[Path]:
    folder = book.workspace.folder
    yield folder / "backups" / "files" / sha256[:2] / sha256
    for other in book.stores().values():
        if other.folder != store.folder:
            yield other.path(sha256)
    for path in sorted((folder / ASIDE).glob(f"*/*/{sha256}*")):
        if path.is_file():
            yield path


def _made_again(book: Book, needed: Needed) -> bytes | None:
    """Return a template's files as they ship with the program, or as another copy has them."""
    workspace = book.workspace
    if needed.kind == "template":
        return packed(templates.built_in_pack())
    if needed.path.startswith(_TEMPLATES):
        version, _, name = needed.path.removeprefix(_TEMPLATES).partition("/")
        with suppress(AppError):
            for row in templates.list_templates(workspace):
                if f"{row.id}-{row.version}" == version:
                    return templates.pack_of(workspace, row.id, row.version).files.get(name)
    return None
