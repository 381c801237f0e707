"""Letters that look right and are not: found in the answers, shown before and after.

Nothing is changed here; a person says yes to each suggestion.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from desktop_app.domain.findings import Path
from desktop_app.domain.legacy_text import Encoding, convert_parts
from desktop_app.domain.look_alikes import look_alikes, with_latin


class Reason(StrEnum):
    """Why a text had better be changed."""

    LEGACY = "legacy"
    LOOK_ALIKE = "look_alike"


@dataclass(frozen=True)
class Suggestion:
    """A text before and after, and an example of what is wrong in it."""

    path: Path
    before: str
    after: str
    reason: Reason
    word: str
    encoding: Encoding | None


def suggestions(answers: Mapping[str, Any]) -> tuple[Suggestion, ...]:
    """Return what had better be changed in the texts of a report, in the order of the answers."""
    found = []
    for path, text in _texts(answers, ()):
        if not text.isascii():
            changed = _change(text)
            if changed is not None:
                found.append(Suggestion(path, text, *changed))
    return tuple(found)


@lru_cache(maxsize=1024)
def _change(text: str) -> tuple[str, Reason, str, Encoding | None] | None:
    """Return the better text, why, an example, and its encoding."""
    legacy = next((part for part in convert_parts(text) if part.encoding is not None), None)
    if legacy is not None:
        after = "".join(part.after for part in convert_parts(text))
        return with_latin(after), Reason.LEGACY, legacy.before.strip(), legacy.encoding
    found = look_alikes(text)
    if found:
        return with_latin(text), Reason.LOOK_ALIKE, found[0].word, None
    return None


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        if "sha256" not in value:
            for name, inner in value.items():
                yield from _texts(inner, (*path, name))
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*path, place))
