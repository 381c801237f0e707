"""The period summary to the level above: an official letter with the figures of the board.

Layout: Nghị định 30/2020/NĐ-CP, Phụ lục I (domain.md 5.2). What only people know (place, number,
who signs) is a setting; empty, there is room to write.
"""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.dates import long_date
from desktop_app.domain.numbers import amount_in_words, format_number, format_percent
from desktop_app.domain.report_content import Report, percent_of, totals_of
from desktop_app.domain.text import nfc
from desktop_app.services.reports.making import report
from desktop_app.services.reports.scope import COUNTS, Scope
from desktop_app.services.reports.units import phase_table, unit_table
from desktop_app.services.reports.weekly import last_day
from desktop_app.services.reports.wording import say, state_word
from desktop_app.services.weeks import weekly
from desktop_app.workspace import Workspace

SETTING = "report_letter"
FIELDS = ("number", "place", "authority", "title", "name")
_LONGEST = 120


def letter_facts(workspace: Workspace) -> dict[str, str]:
    """Return number, place, authority, title and name of who signs, as last used."""
    kept: Mapping[str, str] = workspace.setting(SETTING, {})
    return _usual() | {name: kept[name] for name in FIELDS if kept.get(name)}


def _usual() -> dict[str, str]:
    return {
        "number": say("letter_number"),
        "place": say("letter_place"),
        "authority": say("letter_authority"),
        "title": say("letter_title"),
        "name": "",
    }


def keep_letter_facts(workspace: Workspace, facts: Mapping[str, str]) -> None:
    """Keep what only people know of the letter; an empty field goes back to the usual."""
    usual = _usual()
    # Not tidied: the room left for a number to be written in by hand is meant.
    told = {name: nfc(facts.get(name, "")).replace("\n", " ").strip() for name in FIELDS}
    kept = {name: text[:_LONGEST] for name, text in told.items() if text != usual[name]}
    workspace.set_setting(SETTING, {name: text for name, text in kept.items() if text})


def summary(workspace: Workspace, scope: Scope) -> Report:
    """Return the period summary: the numbers as sentences need them, by units, by phases."""
    units = unit_table(workspace, scope)
    phases = phase_table(workspace, scope)
    totals = totals_of(units)
    benefit = int(totals["benefit_sum"] or 0)
    own = scope.own
    week = weekly(workspace, own.unit_id, until=last_day(scope), weeks=1)[-1]
    percent = percent_of(own.reached, scope.target)
    facts: dict[str, Any] = {
        "letter": letter_facts(workspace),
        "date_line": long_date(scope.as_of.isoformat()),
        "counts": {name: format_number(getattr(own, name)) for name in COUNTS},
        "week_new": {name: format_number(number) for name, number in week.new.items()},
        "counting": state_word(own.counting).lower(),
        "reached": format_number(own.reached),
        "target": "" if scope.target is None else format_number(scope.target),
        "percent": "" if percent is None else format_percent(percent),
        "shortfall": "" if scope.shortfall is None else format_number(scope.shortfall),
        "benefit": format_number(benefit),
        "benefit_words": amount_in_words(benefit),
    }
    notes = (say("counting", state=state_word(own.counting)), say("benefit_basis"))
    return report("summary", scope, (units, phases), notes, facts)
