"""Sentences for codes: errors, findings and command output, as data in two languages.

Files ``resources/messages/*.json`` map a code to ``{"vi": {...}, "en": {...}}``. An error has
``what`` (happened), ``safe`` (is) and ``do`` (next); a finding or a line of output has ``text``
and may have ``action``. Facts are filled in with ``str.format``; no fact is ever a format itself.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from desktop_app.errors import AppError
from desktop_app.resource_files import resource_path

LANGUAGES = ("vi", "en")


@cache
def catalogue() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return every code of every message file: code → language → part → sentence."""
    merged: dict[str, Mapping[str, Mapping[str, str]]] = {}
    for path in sorted(resource_path("messages").glob("*.json")):
        for code, sentences in json.loads(path.read_text(encoding="utf-8")).items():
            if code in merged:
                raise ValueError(f"{code} stands in two message files")
            merged[code] = sentences
    return merged


def sentence(code: str, language: str, part: str = "text", **facts: Any) -> str:
    """Return one sentence of a code with its facts filled in."""
    return catalogue()[code][language][part].format(**facts)


def word(code: str, language: str, of: str = "state") -> str:
    """Return the word for a code such as a state; the code itself where there is none.

    ``of`` says what the code is of, as the names ``WORD-of-code`` have it: state, intake, bundle,
    likeness, unit, computer.
    """
    known = catalogue().get(f"WORD-{of}-{code}")
    return known[language]["text"] if known else code


def parts_of(error: AppError, language: str) -> dict[str, str]:
    """Return what happened, what is safe and what to do for an error, in one language."""
    sentences = catalogue()[error.code][language]
    facts = {name: "" if value is None else value for name, value in error.facts.items()}
    return {part: text.format(**facts) for part, text in sentences.items()}


def told(error: AppError, language: str) -> str:
    """Return an error as one paragraph, its code small at the end."""
    parts = parts_of(error, language)
    spoken = " ".join(parts[part] for part in ("what", "safe", "do") if parts.get(part))
    return f"{spoken} ({error.code})"
