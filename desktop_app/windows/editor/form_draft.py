"""The answers being written: the only place where they live while the editor is open."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.domain.findings import Path
from desktop_app.domain.history import AnswerHistory
from desktop_app.forms.form import Form, Repeat, Texts
from desktop_app.windows.editor.incoming_files import IncomingFile

if TYPE_CHECKING:
    from desktop_app.forms.evaluation import Evaluation


Taken = Callable[[list[dict[str, Any]]], None]


class DraftFiles(Protocol):
    """What can be done with the files of a draft; nothing here makes the window wait."""

    def take(self, files: Sequence[IncomingFile], then: Taken) -> None:
        """Take files in, then give their answers; what is not taken is told."""

    def take_whole(self, value: dict[str, Any], then: Taken) -> None:
        """Make a picture anew from its original, at full size."""

    def has_original(self, value: dict[str, Any]) -> bool:
        """Return whether the original of a picture is still kept."""

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a kept file."""

    def see(self, value: dict[str, Any]) -> None:
        """Show a file as large as the window."""

    def scan(self, then: Taken) -> None:
        """Let a person choose from the folder of the scanner, then give the answers."""

    def tell(self, text: str) -> None:
        """Say something in passing."""


@dataclass
class FormDraft:
    """A draft in the editor.

    ``files`` takes files in and shows them, ``new_row`` is what a line begins with, ``pending``
    text that was no answer yet when it was kept.
    """

    form: Form
    answers: dict[str, Any]
    language: str
    read_only: bool
    files: DraftFiles
    new_row: Callable[[Repeat, Path], dict[str, Any]]
    comments: dict[str, str] = field(default_factory=dict)
    history: AnswerHistory = field(default_factory=AnswerHistory)
    pending: dict[Path, str] = field(default_factory=dict)
    evaluation: "Evaluation | None" = None

    def at(self, path: Path) -> Any:
        """Return the answer at a path, None for none."""
        value: Any = self.answers
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def put(self, path: Path, value: Any) -> None:
        """Put an answer at a path; None takes it away. No step for undo."""
        holder: Any = self.answers
        for step in path[:-1]:
            holder = holder[step]
        if value is None:
            holder.pop(path[-1], None)
        else:
            holder[path[-1]] = value

    def change(self, path: Path, value: Any, *, typed: bool = False) -> None:
        """Put an answer as the person changed it; what is typed in one go is one step."""
        moment = time.monotonic() if typed else None
        self.history.note(path, self.at(path), value, moment)
        self.put(path, value)

    def change_rows(self, path: Path, rows: list[Any]) -> None:
        """Put the lines of a repeat as the person changed them."""
        self.change(path, rows or None)
        self.history.forget_below(path)

    def undo(self, path: Path) -> bool:
        """Go one step back; return whether there was one."""
        if not self.history.can_undo(path):
            return False
        self.put(path, self.history.undo(path, self.at(path)))
        return True

    def redo(self, path: Path) -> bool:
        """Take back an undo; return whether there was one."""
        if not self.history.can_redo(path):
            return False
        self.put(path, self.history.redo(path))
        return True

    def text(self, texts: Texts, path: Path | None = None) -> str:
        """Return a text in the language of the window; answers it names are filled in at a path."""
        if path is not None and self.evaluation is not None:
            texts = self.evaluation.filled(texts, path)
        return texts.get(self.language) or next(iter(texts.values()), "")
