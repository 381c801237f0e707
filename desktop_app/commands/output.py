"""What a command prints: plain lines for people, or one JSON value with ``--json``."""

import dataclasses
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import wraps
from pathlib import Path
from typing import Any

import click

from desktop_app.errors import AppError, BadInput, Failed
from desktop_app.messages import catalogue, parts_of, sentence
from desktop_app.messages import word as word_of
from desktop_app.storage.server_link import LINK
from desktop_app.storage.times import to_text
from desktop_app.workspace import Workspace, default_folder

DONE, PARTLY, BAD_INPUT, FAILED = 0, 1, 2, 3


@dataclasses.dataclass
class Call:
    """What every command needs: where the data lies, which language, and an open workspace."""

    folder: Path | None
    language: str
    workspace: Workspace | None = None
    given_language: str | None = None
    passphrase_file: Path | None = None

    def has_book(self) -> bool:
        """Return whether the data folder holds a book already."""
        folder = self.folder or default_folder()
        return (folder / "book.sqlite3").is_file() or (folder / LINK).is_file()

    def open(self) -> Workspace:
        """Open the workspace; it is closed when the command ends."""
        if self.workspace is None:
            self.workspace = Workspace(self.folder or default_folder())
            click.get_current_context().call_on_close(self.workspace.close)
            if not self.workspace.unlocked:
                self._unlock(self.workspace)
        return self.workspace

    def _unlock(self, book: Workspace) -> None:
        """Open the keys of a portable book, where somebody can say its passphrase.

        Without one the book is read all the same; what needs its keys says so (SSK-985).
        """
        if self.passphrase_file is not None:
            book.unlock(text_of(self.passphrase_file).split("\n")[0].rstrip("\r"))
        elif sys.stdin.isatty():
            new = not book.has_passphrase
            asked = say(self, "CLI-portable-ask-new" if new else "CLI-portable-ask")
            book.unlock(
                str(click.prompt(asked, hide_input=True, confirmation_prompt=new, err=True))
            )


pass_call = click.make_pass_decorator(Call)

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")


def plain(value: Any) -> Any:
    """Return a value as JSON: dataclasses as objects, times and dates as ISO text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return to_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    return value


def show(value: Any, as_json: bool, lines: Callable[[], Sequence[str]] | None = None) -> None:
    """Print a value as JSON, or as lines for people."""
    if as_json:
        click.echo(json.dumps(plain(value), ensure_ascii=False, indent=1))
        return
    for line in lines() if lines else ():
        click.echo(line)


def say(call: Call, code: str, **facts: Any) -> str:
    """Return a sentence of the command line in the caller's language."""
    return sentence(code, call.language, **facts)


def word(call: Call, code: str, of: str = "state") -> str:
    """Return the word for a code in the caller's language, a dash for none; never in JSON."""
    return word_of(code, call.language, of) if code else "–"


def error_object(error: AppError, language: str) -> dict[str, Any]:
    """Return an error as JSON: code, what happened, what to do."""
    parts = parts_of(error, language)
    return {
        "code": error.code,
        "cause": parts.get("what", parts.get("text", "")),
        "safe": parts.get("safe", ""),
        "action": parts.get("do", ""),
    }


def note_object(code: str, facts: Mapping[str, Any], language: str) -> dict[str, str]:
    """Return a verification note as JSON: code and message."""
    known = catalogue()[code][language]
    text = known.get("what") or known.get("text") or code
    return {"code": code, "message": text.format(**{k: v for k, v in facts.items()})}


def make_folder(folder: Path) -> None:
    """Make a folder that files go into; Failed SSK-413 and following when it cannot be made."""
    from desktop_app.exchange import delivery

    with delivery.told_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)


def text_of(file: Path) -> str:
    """Return a small text file's content, with or without the mark Windows editors put first.

    Raises BadInput SSK-622 when it cannot be read or is no text in UTF-8.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(1_000_000).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("SSK-622", file=file.name) from error


def told_errors(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn an AppError into its sentences on stderr and the exit code of the contract."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> Any:
        try:
            return command(*arguments, **options)
        except AppError as error:
            call = click.get_current_context().find_object(Call)
            language = call.language if call else "vi"
            parts = error_object(error, language)
            click.echo(f"{parts['code']}: {parts['cause']}", err=True)
            for part in ("safe", "action"):
                if parts[part]:
                    click.echo(parts[part], err=True)
            for finding in getattr(error, "findings", ()):
                from desktop_app.services.drafting import finding_text

                sign = "!" if finding.blocking else "·"
                click.echo(f"  {sign} {finding_text(finding, language)}", err=True)
            click.get_current_context().exit(FAILED if isinstance(error, Failed) else BAD_INPUT)

    return run
