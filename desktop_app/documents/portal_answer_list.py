"""The central system's list of answers, Excel or CSV: its columns found by their names."""

import json
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.documents.headed_list import HeadedLine, read_headed_list
from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path

_KNOWN_BY = ("portal_code", "dossier", "title")


@cache
def answer_columns() -> Mapping[str, Mapping[str, Any]]:
    """Return the columns of a list: the words each may be headed by, and its usual heading."""
    path = resource_path("portal", "answer_columns.json")
    known: Mapping[str, Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return known


def read_answer_list(child: LimitedChild, path: Path) -> tuple[HeadedLine, ...]:
    """Return the lines of a list with a state and something to know an initiative by.

    Raises BadFile SSK-355 for what cannot be opened, SSK-910 without the columns, SSK-351
    to SSK-353 for what is no list, has a password or is too large.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadFile("SSK-355", file=path.name) from error
    words = {name: column["words"] for name, column in answer_columns().items()}
    lines = read_headed_list(child, data, path.name, words, _is_head)
    if lines is None:
        raise BadFile("SSK-910", file=path.name)
    return lines


def _is_head(found: Collection[str]) -> bool:
    return "state" in found and any(name in found for name in _KNOWN_BY)
