"""Reading a Word file for a form and taking the chosen pieces into a draft."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from desktop_app.documents.word_text import MOST_BYTES, Remark, read_text
from desktop_app.domain.findings import Path
from desktop_app.domain.text import clean
from desktop_app.errors import AppError, BadFile, BadInput
from desktop_app.services import drafting, templates
from desktop_app.services.word_import.pieces import WordPiece
from desktop_app.services.word_import.proposal import is_old, propose
from desktop_app.storage import initiatives
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.documents.word_text import WordText
    from desktop_app.forms.form import Form


@dataclass(frozen=True)
class WordDraft:
    """A Word file read for a form.

    ``remarks`` are tracked changes that were accepted, and comments; ``old`` whether some text is
    in an old encoding; ``taken_before`` the dossier code it was taken into already.
    """

    name: str
    mark: str
    form: "Form"
    word: "WordText"
    old: bool
    taken_before: str = ""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Tracked changes that were accepted, and comments."""
        return self.word.remarks

    def pieces(self, *, readable: bool = True) -> tuple[WordPiece, ...]:
        """Return what would answer what; ``readable``: old encodings as Unicode."""
        return propose(self.form, self.word, readable=readable)


@dataclass(frozen=True)
class Taken:
    """What was taken: the draft, the paths, what was passed over as answered already."""

    id: str
    code: str
    paths: tuple[Path, ...]
    kept: tuple[Path, ...]
    refused: tuple[tuple[str, str], ...]
    """Pictures that are not taken: name and SSK code."""


def read_word(workspace: Workspace, file: FilePath, initiative_id: str | None = None) -> WordDraft:
    """Read a Word file for a draft, or for a new report of the default template.

    Raises BadFile SSK-342 to SSK-345, SSK-325, SSK-326 for a file that is not taken.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise BadFile("SSK-343", file=file.name)
        data = file.read_bytes()
    except OSError as error:
        raise BadFile("SSK-345", file=file.name) from error
    try:
        word = read_text(workspace.filler.child, data)
    except BadFile as error:
        raise BadFile(error.code, **{**error.facts, "file": file.name}) from error
    if initiative_id is None:
        form = templates.form_of(workspace, *templates.default_template(workspace))
    else:
        form = drafting.open_draft(workspace, initiative_id).form
    mark = hashlib.sha256(data).hexdigest()
    return WordDraft(file.name, mark, form, word, is_old(word), _taken_before(workspace, mark))


def _taken_before(workspace: Workspace, mark: str) -> str:
    known = workspace.setting(f"word taken {mark}")
    if not known:
        return ""
    with workspace.database.read() as session:
        try:
            return initiatives.get(session, known).code
        except AppError:  # the draft was thrown away since
            return ""


def take(
    workspace: Workspace,
    draft: WordDraft,
    chosen: Sequence[WordPiece],
    initiative_id: str | None = None,
    *,
    replace: frozenset[str] = frozenset(),
) -> Taken:
    """Take chosen pieces into a draft, or into a new one.

    A question that has an answer keeps it unless it is named in ``replace``; lines of a repeat are
    added. Old text is taken as it stands first, so that undo leads back to it.
    """
    new = initiative_id is None
    if initiative_id is None:
        initiative_id = drafting.new_initiative(workspace)
    opened = drafting.open_draft(workspace, initiative_id)
    if opened.read_only:
        raise BadInput("SSK-506", dossier=opened.code)
    answers, pending = dict(opened.answers), dict(opened.pending)
    # What a new report begins with is no answer of a person.
    before = {} if new else dict(answers)
    old: dict[str, str] = {}
    taken: list[Path] = []
    kept: list[Path] = []
    refused: list[tuple[str, str]] = []
    for piece in chosen:
        if piece.path is None:
            continue
        name = str(piece.path[0])
        if piece.picture is not None:
            try:
                answers = _with_picture(workspace, opened.form, answers, piece)
            except AppError as error:
                refused.append((piece.picture.name, error.code))
                continue
        elif isinstance(piece.value, list):
            rows = [] if new and name not in taken_names(taken) else list(answers.get(name, ()))
            rows = [] if name in replace and name not in taken_names(taken) else rows
            for place, text in piece.pending.items():
                pending[(name, len(rows) + int(place[0]), *place[1:])] = text
            answers[name] = [*rows, *_cleaned(piece.value)]
        elif name in before and name not in replace:
            kept.append(piece.path)
            continue
        else:
            _put(answers, pending, piece, again=name in taken_names(taken))
            if piece.before and piece.value is not None:
                old[name] = piece.before
        taken.append(piece.path)
    history = opened.history
    for name in dict.fromkeys(taken_names(taken)):
        first = old.get(name, answers.get(name))
        history.note((name,), opened.answers.get(name), first)
        if first != answers.get(name):
            history.note((name,), first, answers.get(name))
        history.forget_below((name,))
    drafting.save_draft(workspace, initiative_id, answers, pending, history)
    workspace.set_setting(f"word taken {draft.mark}", initiative_id)
    return Taken(
        initiative_id, opened.code, tuple(dict.fromkeys(taken)), tuple(kept), tuple(refused)
    )


def taken_names(taken: Sequence[Path]) -> list[str]:
    """Return the names of the questions paths are of."""
    return [str(path[0]) for path in taken]


def _put(
    answers: dict[str, Any], pending: dict[Path, str], piece: WordPiece, *, again: bool
) -> None:
    assert piece.path is not None
    name = str(piece.path[0])
    if piece.value is None:
        pending.update({(name, *place): text for place, text in piece.pending.items()})
        answers.pop(name, None)
    elif again and isinstance(piece.value, str) and isinstance(answers.get(name), str):
        answers[name] = f"{answers[name]}\n\n{clean(piece.value)}"
    else:
        answers[name] = _cleaned(piece.value)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [{name: _cleaned(each) for name, each in row.items()} for row in value]
    return value


def _with_picture(
    workspace: Workspace, form: "Form", answers: dict[str, Any], piece: WordPiece
) -> dict[str, Any]:
    from desktop_app.services.attaching import attach_data, place_file

    assert piece.picture is not None
    assert piece.path is not None
    repeat = str(piece.path[0])
    value = attach_data(workspace, piece.picture.data, piece.picture.name).value
    placed = place_file(form, answers, repeat, value)
    rows = list(placed[repeat])
    if "caption" in rows[-1]:
        rows[-1] = {**rows[-1], "caption": piece.text or ""}
        if not piece.text:
            del rows[-1]["caption"]
    return {**placed, repeat: rows}
