"""What proves where a report came from, kept so that it can be passed on with its signature.

Of every bundle that came in a small archive is kept: its tag files with the sender's signature,
its bundle.json and the data of its items, byte for byte; documents and attachments are kept by
their hashes anyway.
"""

import io
import tempfile
import zipfile
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from desktop_app.errors import BadFile
from desktop_app.storage import bundles, tombstones
from desktop_app.workspace import Workspace

_ITEM_FILE = "/initiative.json"
_LARGEST = 40_000_000


@dataclass(frozen=True)
class KeptOrigin:
    """The kept archive of one bundle."""

    bundle_id: str
    archive: zipfile.ZipFile

    def files(self, folder: str = "") -> dict[str, bytes]:
        """Return the files of the proof by name: of the bundle itself, or below a folder."""
        return {
            name.removeprefix(folder): self.archive.read(name)
            for name in self.archive.namelist()
            if name.startswith(folder) and (folder or not _belongs(name))
        }

    def item(self, initiative_id: str) -> bytes:
        """Return the data of one item as its writer wrote it; KeyError when it is not there."""
        return self.archive.read(f"data/initiatives/{initiative_id}{_ITEM_FILE}")


def keep_origin(workspace: Workspace, opened: Any) -> str:
    """Keep what proves the origin of an opened bundle; return the SHA-256 it is kept under."""
    from desktop_app.exchange.bundle_opening import PROOF

    left_out = _erased(workspace, opened)
    names = [*PROOF, *(n for n in opened.names() if _belongs(n) and n not in left_out)]
    with tempfile.TemporaryFile(dir=workspace.temporary_folder) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in dict.fromkeys(names):
                if name in opened.names():
                    archive.writestr(zipfile.ZipInfo(name), opened.read(name, _LARGEST))
        file.seek(0)
        sha256, _size = workspace.attachments.put_stream(cast(BinaryIO, file))
    return sha256


def _erased(workspace: Workspace, opened: Any) -> set[str]:
    """Return the data of reports people were erased from here: it must not come back."""
    with workspace.database.read() as session:
        listed = {str(item["hash"]): str(item["id"]) for item in opened.document["items"]}
        gone = tombstones.erased_among(session, listed, tombstones.REVISION)
    return {f"data/initiatives/{listed[mark]}{_ITEM_FILE}" for mark in gone}


def _belongs(name: str) -> bool:
    """Return whether a file is the data of an item, or an origin's proof that came along."""
    is_item = name.startswith("data/initiatives/") and name.endswith(_ITEM_FILE)
    return is_item or name.startswith("data/origins/")


def kept_origin(workspace: Workspace, bundle_id: str) -> KeptOrigin:
    """Return what is kept of a bundle. Raises BadFile SSK-556 when nothing is."""
    with workspace.database.read() as session:
        try:
            content = bundles.content_of(session, bundle_id)
            sha256 = content["origin"]
        except KeyError as error:
            raise BadFile("SSK-556") from error
    return KeptOrigin(
        bundle_id, zipfile.ZipFile(io.BytesIO(workspace.attachments.read(str(sha256))))
    )
