"""Initiatives as plain values: what lists show, what an editor opens, what was frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Answers = Mapping[str, Any]
"""Answers keyed by question name; repeats are lists of such objects; no answer, no key."""


@dataclass(frozen=True)
class InitiativeRow:
    """One line of a list: the contract of ``initiative list --json`` and a little more."""

    id: str
    code: str
    title: str
    unit: str
    unit_id: str
    authors: str
    field: str
    revision: int
    writing: str
    recognition: str
    submission: str
    portal: str
    updated_at: datetime


@dataclass(frozen=True)
class Attachment:
    """A file of an answer, kept under its SHA-256."""

    sha256: str
    name: str
    size: int
    media_type: str


@dataclass(frozen=True)
class Revision:
    """A frozen report; its bytes and its hash stay the same for ever."""

    initiative_id: str
    number: int
    hash: str
    template_id: str
    template_version: str
    answers: Answers
    frozen_at: datetime


def attachments_in(answers: Answers) -> tuple[Attachment, ...]:
    """Return every attached file of the answers, each once, in the order of the questions."""
    found: dict[str, Attachment] = {}

    def look(value: Any) -> None:
        if isinstance(value, Mapping):
            if "sha256" in value:
                found.setdefault(
                    value["sha256"],
                    Attachment(value["sha256"], value["name"], value["size"], value["media_type"]),
                )
            else:
                for inner in value.values():
                    look(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                look(inner)

    look(answers)
    return tuple(found.values())


def author_names(answers: Answers) -> tuple[str, ...]:
    """Return the names of the authors as written."""
    names = (author.get("full_name", "") for author in answers.get("authors", ()))
    return tuple(name for name in names if name)


def even_shares(number: int) -> tuple[int | float, ...]:
    """Return 100 percent shared evenly in hundredths; the first take what is left over."""
    if number == 0:
        return ()
    each, left = divmod(10_000, number)
    shares = [(each + (place < left)) / 100 for place in range(number)]
    return tuple(int(share) if share == int(share) else share for share in shares)
