"""Files and pictures on their way into a report: checked, cleaned, kept under their hash."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any

from desktop_app.domain.initiative import attachments_in
from desktop_app.domain.numbers import format_number
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

MOST_BYTES = 10_000_000
"""The largest file taken, by default 10 MB; setting ``largest_attachment`` changes it."""

WHOLE = 5_000
"""The longest side of a picture at full size: an A3 sheet at 300 dots an inch."""


@dataclass(frozen=True)
class AttachedFile:
    """The answer a file became, how many bytes cleaning saved, and of how many."""

    value: dict[str, Any]
    saved: int
    whole: int


def attach_file(workspace: Workspace, file: Path) -> AttachedFile:
    """Take a file in: a picture is turned upright, its location and other data removed.

    Raises BadFile or BadInput SSK-3xx for a kind or a size that is not taken.
    """
    from desktop_app.documents.pictures import MOST_PICTURE_BYTES

    try:
        if file.stat().st_size > MOST_PICTURE_BYTES:
            raise BadInput("SSK-531", file=file.name, most=_megabytes(_most_bytes(workspace)))
        data = file.read_bytes()
    except OSError as error:
        raise BadInput("SSK-530", file=file.name) from error
    return attach_data(workspace, data, file.name)


def _most_bytes(workspace: Workspace) -> int:
    return int(workspace.setting("largest_attachment", MOST_BYTES))


def _megabytes(size: int) -> str:
    return f"{format_number(round(Decimal(size) / 10**6, 1))} MB"


def attach_data(workspace: Workspace, data: bytes, name: str) -> AttachedFile:
    """Take in what was pasted or dropped, under a name; a picture is opened in the child.

    A picture may come larger than files may be: what counts is what is kept of it.
    """
    from desktop_app.documents.pictures import LONGEST, clean_picture, file_kind

    kind = file_kind(data, name)
    kept = data
    if kind.startswith("image/"):
        longest = int(workspace.setting("longest_picture", LONGEST))
        picture = clean_picture(data, longest=longest, child=workspace.filler.child)
        kept, kind = picture.data, picture.media_type
    if len(kept) > _most_bytes(workspace):
        raise BadInput("SSK-531", file=name, most=_megabytes(_most_bytes(workspace)))
    sha256 = workspace.attachments.put(kept)
    value = {
        "sha256": sha256,
        "name": clean_name(name, kind),
        "size": len(kept),
        "media_type": kind,
    }
    if kept != data and workspace.setting("keep_originals", False):
        keep_original(workspace, sha256, data)
    return AttachedFile(value, max(0, len(data) - len(kept)), len(data))


_ENDINGS = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "application/pdf": (".pdf",),
}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_MOST_LETTERS = 100


def clean_name(name: str, media_type: str) -> str:
    """Return a file's name as every system takes it, with the ending of what it is.

    Reserved names and signs: "Naming Files, Paths, and Namespaces", Microsoft Learn.
    """
    plain = tidy(_FORBIDDEN.sub(" ", PureWindowsPath(name.replace("\x00", "")).name))
    stem, dot, ending = plain.rpartition(".")
    usual = _ENDINGS.get(media_type, ())
    if not dot or (usual and f".{ending.casefold()}" not in usual):
        stem, ending = (stem if dot and len(ending) <= 5 else plain), usual[0][1:] if usual else ""
    stem = stem.strip(" .")[:_MOST_LETTERS].strip(" .") or "tep"
    if PureWindowsPath(stem).is_reserved():
        stem = f"{stem}_"
    return f"{stem}.{ending}" if ending else stem


# Originals, kept until the report is complete where a team wants that


def keep_original(workspace: Workspace, sha256: str, data: bytes) -> None:
    """Keep a picture as it came beside the one made from it."""
    workspace.set_setting(f"original {sha256}", workspace.originals.put(data))


def has_original(workspace: Workspace, value: Mapping[str, Any]) -> bool:
    """Return whether a picture's original is still kept."""
    known = workspace.setting(f"original {value['sha256']}")
    return bool(known) and workspace.originals.holds(known)


def at_full_size(workspace: Workspace, value: Mapping[str, Any]) -> AttachedFile:
    """Return a picture made anew from its original, as large as print can use, still
    without its data.

    Raises Failed SSK-110 when the original is gone.
    """
    from desktop_app.documents.pictures import clean_picture

    data = workspace.originals.read(workspace.setting(f"original {value['sha256']}") or "0" * 64)
    picture = clean_picture(data, longest=WHOLE, child=workspace.filler.child)
    whole = {
        **value,
        "sha256": workspace.attachments.put(picture.data),
        "size": len(picture.data),
        "media_type": picture.media_type,
    }
    return AttachedFile(whole, max(0, len(data) - len(picture.data)), len(data))


def drop_originals(workspace: Workspace, answers: Mapping[str, Any]) -> None:
    """Forget the originals of a report's pictures: it is complete, or thrown away."""
    for file in attachments_in(answers):
        name = f"original {file.sha256}"
        known = workspace.setting(name)
        if known:
            workspace.set_setting(name, None)
            workspace.originals.discard(known)


def place_file(
    form: "Form", answers: Mapping[str, Any], question: str, value: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the answers with a file put in its place.

    ``question`` is a file question, or a repeat with one: there the file becomes a new line.
    Raises BadInput SSK-532 when the form has no such place.
    """
    files = {"image", "file"}
    for path, node in form.walk():
        kind = str(getattr(node, "kind", ""))
        if kind not in files:
            continue
        if not path and node.name == question:
            return {**answers, question: dict(value)}
        if len(path) == 1 and question in (path[0], node.name, f"{path[0]}.{node.name}"):
            row = {node.name: dict(value)} | said_of(form, path[0], value)
            return {**answers, path[0]: [*answers.get(path[0], ()), row]}
    raise BadInput("SSK-532", name=question)


def said_of(form: "Form", repeat: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return what can be said of a file by itself: its name as caption, a photo as its kind."""
    beside = {node.name for path, node in form.walk() if path == (repeat,)}
    said = {"caption": Path(str(value["name"])).stem}
    if str(value["media_type"]).startswith("image/"):
        said["kind"] = "photo"
    return {name: text for name, text in said.items() if name in beside}


def resolve_files(workspace: Workspace, answers: Any) -> Any:
    """Return answers with every ``{"file": path}`` taken in and replaced by what it became."""
    if isinstance(answers, Mapping):
        if set(answers) == {"file"} and isinstance(answers["file"], str):
            return attach_file(workspace, Path(answers["file"])).value
        return {name: resolve_files(workspace, value) for name, value in answers.items()}
    if isinstance(answers, list):
        return [resolve_files(workspace, value) for value in answers]
    return answers
