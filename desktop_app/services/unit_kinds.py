"""Kinds of union bodies: data with a role, words and days of validity, never names in code.

The seeds are those of domain.md 4.3; the level "công đoàn cấp trên trực tiếp cơ sở" is a role that
different kinds of body fill, and kinds come and go with the law.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop_app.domain.text import fold
from desktop_app.errors import BadInput
from desktop_app.resource_files import resource_path

GRASSROOTS_ROLE, SUPERIOR_ROLE = "grassroots", "direct_superior"


@dataclass(frozen=True)
class UnitKindInfo:
    """A kind; ``level_role`` is central, province_or_sector, direct_superior, grassroots …

    ``valid_from`` and ``valid_to`` are its first and last day, None without a bound.
    """

    code: str
    level_role: str
    labels: Mapping[str, str]
    valid_from: date | None
    valid_to: date | None

    def stands_on(self, day: date) -> bool:
        """Return whether there were bodies of this kind on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@cache
def all_kinds() -> Mapping[str, UnitKindInfo]:
    """Return every kind by its code, highest level first."""
    listed = json.loads(resource_path("units", "kinds.json").read_text(encoding="utf-8"))
    return {
        each["code"]: UnitKindInfo(
            each["code"],
            each["level_role"],
            each["labels"],
            _day(each["valid_from"]),
            _day(each["valid_to"]),
        )
        for each in listed["kinds"]
    }


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def role_of(code: str) -> str:
    """Return the level a kind stands for, "" for a kind that is not known."""
    known = all_kinds().get(code)
    return known.level_role if known else ""


def label_of(code: str, language: str) -> str:
    """Return what a kind is called; the code itself for one that is not known."""
    known = all_kinds().get(code)
    return known.labels[language] if known else code


def check_kind(code: str, day: date | None = None) -> str:
    """Return a kind's code. Raises BadInput SSK-801 for one unknown, or none on a day."""
    known = all_kinds().get(code)
    if known is None or (day is not None and not known.stands_on(day)):
        raise BadInput("SSK-801", name=code, day="" if day is None else f"{day:%d/%m/%Y}")
    return code


@cache
def _by_word() -> Mapping[str, str]:
    words = {fold(label): kind.code for kind in all_kinds().values() for label in _labels(kind)}
    return words | {fold(code): code for code in all_kinds()}


def _labels(kind: UnitKindInfo) -> tuple[str, ...]:
    return tuple(kind.labels.values())


def kind_from(text: str) -> str:
    """Return the kind a code or a word in either language names. Raises BadInput SSK-801."""
    found = _by_word().get(fold(text))
    if found is None:
        raise BadInput("SSK-801", name=text[:60], day="")
    return found
