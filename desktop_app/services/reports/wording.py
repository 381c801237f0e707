"""What reports say: titles, headings and sentences, as data (``resources/reports/wording.json``).

Reports are papers of Vietnamese unions: they speak Vietnamese whatever the window speaks.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from desktop_app.domain.report_content import Column, Kind
from desktop_app.resource_files import resource_path


@cache
def _wording() -> Mapping[str, Mapping[str, Any]]:
    text = resource_path("reports", "wording.json").read_text(encoding="utf-8")
    known: Mapping[str, Mapping[str, Any]] = json.loads(text)
    return known


def report_words(name: str) -> Mapping[str, str]:
    """Return form, title, sheet and file of a report."""
    words: Mapping[str, str] = _wording()["reports"][name]
    return words


def say(name: str, **facts: Any) -> str:
    """Return a sentence with its facts filled in."""
    return str(_wording()["sentences"][name]).format(**facts)


def state_word(state: str) -> str:
    """Return the word for a state of a track or a count of the board; the code for a new one."""
    return str(_wording()["states"].get(state, state))


def week_word(count: str) -> str:
    """Return what happened in a week, as a message says it: «đưa lên cổng»."""
    return str(_wording()["week_words"].get(count, state_word(count)))


def column(
    name: str,
    kind: Kind = Kind.TEXT,
    width: float = 12,
    *,
    total: bool = False,
    ratio: tuple[str, str] | None = None,
    heading: str = "",
) -> Column:
    """Return a column with its heading; a count of the board bears the word of its state."""
    known = _wording()["columns"]
    return Column(name, heading or known.get(name) or state_word(name), kind, width, total, ratio)


def day(when: date) -> str:
    """Return ``05/03/2026``."""
    return when.strftime("%d/%m/%Y")
