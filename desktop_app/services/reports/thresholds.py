"""From which benefit on an author is suggested for the Bằng Lao động sáng tạo.

The amounts ship as data with their source and day (``resources/reports/award_thresholds.json``)
and are put right in a setting of the book: the rule was changed several times.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from desktop_app.domain.text import fold, tidy
from desktop_app.errors import BadInput
from desktop_app.resource_files import resource_path
from desktop_app.workspace import Workspace

SETTING = "award_thresholds"
_MOST = 10**15


@dataclass(frozen=True)
class Threshold:
    """What a group of authors is held to, in đồng; ``three_years`` None where no such rule is.

    Who belongs to the group is guessed by words of job and qualification, the first group that
    fits; the last one takes the rest. ``management_levels`` name the levels whose recognition of
    a management solution is enough by itself. ``source_date`` is as exact as it is known: 2014.
    """

    id: str
    label: str
    one_year: int
    three_years: int | None
    source: str
    source_date: str
    job_words: tuple[str, ...]
    qualification_words: tuple[str, ...]
    management_levels: tuple[str, ...]
    changed: bool = False

    def fits(self, job_title: str, qualification: str) -> bool:
        """Return whether words of a person's job or qualification belong to this group."""
        return _begins(job_title, self.job_words) or _has(qualification, self.qualification_words)


def _begins(text: str, words: tuple[str, ...]) -> bool:
    """A title begins with its rank: «giám đốc», but not «thư ký giám đốc»."""
    return any(f"{fold(text)} ".startswith(f"{fold(word)} ") for word in words)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(f" {fold(word)} " in f" {fold(text)} ".replace(",", " ") for word in words)


@cache
def _shipped() -> tuple[Threshold, ...]:
    path = resource_path("reports", "award_thresholds.json")
    kept = json.loads(path.read_text(encoding="utf-8"))["groups"]
    lists = ("job_words", "qualification_words", "management_levels")
    return tuple(
        Threshold(
            **{
                **group,
                **{name: tuple(group[name]) for name in lists},
            }
        )
        for group in kept
    )


def thresholds(workspace: Workspace) -> tuple[Threshold, ...]:
    """Return the thresholds in force in this book."""
    own: Mapping[str, Mapping[str, Any]] = workspace.setting(SETTING, {})
    found = []
    for group in _shipped():
        put: Mapping[str, Any] = own.get(group.id, {})
        found.append(replace(group, **put, changed=True) if put else group)
    return tuple(found)


def group_of(groups: tuple[Threshold, ...], job_title: str, qualification: str) -> Threshold:
    """Return the group an author is held to; the last one for who fits nowhere."""
    return next((g for g in groups if g.fits(job_title, qualification)), groups[-1])


def set_threshold(
    workspace: Workspace,
    group_id: str,
    *,
    one_year: int,
    three_years: int | None,
    source: str,
    source_date: date | None = None,
) -> Threshold:
    """Put the amounts of a group right, with where they come from.

    Raises BadInput SSK-834 for a group that is not known, an amount that is none, or no source.
    """
    known = {group.id: group for group in _shipped()}
    amounts = [one_year] if three_years is None else [one_year, three_years]
    usable = all(0 < amount <= _MOST for amount in amounts)
    if group_id not in known or not usable or not tidy(source):
        raise BadInput("SSK-834", group=group_id, names=", ".join(known))
    own = dict(workspace.setting(SETTING, {}))
    own[group_id] = {
        "one_year": one_year,
        "three_years": three_years,
        "source": tidy(source),
        "source_date": (source_date or workspace.today()).isoformat(),
    }
    workspace.set_setting(SETTING, own)
    return next(group for group in thresholds(workspace) if group.id == group_id)


def forget_thresholds(workspace: Workspace) -> None:
    """Go back to the amounts the program ships with."""
    workspace.set_setting(SETTING, None)
