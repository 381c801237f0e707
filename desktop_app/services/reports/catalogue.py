"""Which reports there are, what they can be written as, and how each is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.report_content import Report
from desktop_app.errors import BadInput
from desktop_app.services.reports.awards import awards
from desktop_app.services.reports.honours import honours
from desktop_app.services.reports.initiatives import initiatives
from desktop_app.services.reports.letter import summary
from desktop_app.services.reports.scope import Scope, scope_of
from desktop_app.services.reports.units import by_kind, by_phase, by_unit
from desktop_app.services.reports.weekly import by_week
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace

_PAPERS = ("xlsx", "docx")
FORMATS: Mapping[str, tuple[str, ...]] = {
    "weekly": ("png", "txt", *_PAPERS),
    "units": (*_PAPERS, "png", "txt"),
    "initiatives": _PAPERS,
    "kinds": _PAPERS,
    "phases": _PAPERS,
    "summary": ("docx", "xlsx"),
    "honours": _PAPERS,
    "awards": _PAPERS,
}
"""The reports, each with what it can be written as; the usual one first."""


@dataclass(frozen=True)
class Asked:
    """What a report is asked of: a phase or days; ``count`` says what BM1 lists."""

    phase: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    count: str = "ready"


def check_name(name: str) -> str:
    """Return the name of a report. Raises BadInput SSK-830 for one there is not."""
    if name not in FORMATS:
        raise BadInput("SSK-830", name=name, names=", ".join(FORMATS))
    return name


def asked_scope(workspace: Workspace, asked: Asked) -> Scope:
    """Return the scope of what is asked; raises as ``scope_of`` does."""
    return scope_of(workspace, phase=asked.phase, date_from=asked.date_from, date_to=asked.date_to)


def make_report(
    workspace: Workspace, name: str, asked: Asked | None = None, step: Step = no_step
) -> Report:
    """Return the content of a report.

    Raises BadInput SSK-830 for an unknown report, SSK-598 an unknown phase, SSK-835 a period that
    ends before it begins, SSK-836 an unknown count.
    """
    check_name(name)
    asked = asked or Asked()
    scope = asked_scope(workspace, asked)
    if name == "initiatives":
        return initiatives(workspace, scope, asked.count)
    if name == "awards":
        return awards(workspace, scope, step)
    if name == "honours":
        return honours(workspace, scope, step)
    plain = {
        "weekly": by_week,
        "units": by_unit,
        "kinds": by_kind,
        "phases": by_phase,
        "summary": summary,
    }
    return plain[name](workspace, scope)
