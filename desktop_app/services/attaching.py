"""Files and pictures on their way into a report: checked, cleaned, kept under their hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.text import nfc
from desktop_app.errors import BadInput
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

MOST_BYTES = 10_000_000
"""The largest file taken, by default 10 MB; setting ``largest_attachment`` changes it."""


@dataclass(frozen=True)
class AttachedFile:
    """The answer a file became, and how many bytes cleaning saved."""

    value: dict[str, Any]
    saved: int


def attach_file(workspace: Workspace, file: Path) -> AttachedFile:
    """Take a file in: a picture is turned upright, its location and other data removed.

    Raises BadFile or BadInput SSK-3xx for a kind or a size that is not taken.
    """
    try:
        size = file.stat().st_size
        if size > int(workspace.setting("largest_attachment", MOST_BYTES)):
            raise BadInput("SSK-531", file=file.name, most=f"{MOST_BYTES // 10**6} MB")
        data = file.read_bytes()
    except OSError as error:
        raise BadInput("SSK-530", file=file.name) from error
    return attach_data(workspace, data, file.name)


def attach_data(workspace: Workspace, data: bytes, name: str) -> AttachedFile:
    """Take in what was pasted or dropped, under a name."""
    from desktop_app.documents.pictures import clean_picture, file_kind

    kind = file_kind(data, name)
    kept = data
    if kind.startswith("image/"):
        picture = clean_picture(data)
        kept, kind = picture.data, picture.media_type
    value = {
        "sha256": workspace.attachments.put(kept),
        "name": nfc(Path(name).name),
        "size": len(kept),
        "media_type": kind,
    }
    return AttachedFile(value, max(0, len(data) - len(kept)))


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
            row = {node.name: dict(value)} | _said_of(form, path[0], value)
            return {**answers, path[0]: [*answers.get(path[0], ()), row]}
    raise BadInput("SSK-532", name=question)


def _said_of(form: "Form", repeat: str, value: Mapping[str, Any]) -> dict[str, Any]:
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
