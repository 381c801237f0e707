"""What each author made: recognised initiatives and their benefit by share, per year.

An author is known by name, date of birth and unit. Benefit that is only expected is not counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from desktop_app.domain.text import fold, tidy
from desktop_app.services.reports.reading import Forms, ordered_rows, shares, walk
from desktop_app.services.reports.scope import Scope
from desktop_app.services.reports.wording import say
from desktop_app.services.steps import Step, no_step
from desktop_app.storage.reporting import Counted, Told
from desktop_app.workspace import Workspace


@dataclass
class Author:
    """A person's recognised initiatives; job and qualification as the newest one has them."""

    name: str
    birth: str
    unit_id: str
    job_title: str = ""
    qualification: str = ""
    member: str = ""
    newest: str = ""
    numbers: dict[int, int] = field(default_factory=dict)
    benefit: dict[int, Decimal] = field(default_factory=dict)
    checks: dict[str, None] = field(default_factory=dict)
    management: list[tuple[int, str]] = field(default_factory=list)

    def number(self, years: Iterable[int]) -> int:
        """Return how many initiatives the years brought."""
        return sum(self.numbers.get(year, 0) for year in years)

    def value(self, years: Iterable[int]) -> int:
        """Return the benefit of the years in whole đồng, the rest of a đồng left out."""
        whole = sum((self.benefit.get(year, Decimal(0)) for year in years), Decimal(0))
        return int(whole.to_integral_value(ROUND_FLOOR))


def authors_of(
    workspace: Workspace, scope: Scope, first: date | None, last: date | None, step: Step = no_step
) -> tuple[Author, ...]:
    """Return the authors of what was recognised in a period, in the order they were met."""
    counted = Counted("recognition", "recognised", first, last)
    forms = Forms(workspace)
    found: dict[tuple[str, str, str], Author] = {}
    for told in walk(workspace, ordered_rows(workspace, scope, counted), step):
        people = forms.authors(told)
        for person, share in zip(people, shares(people), strict=True):
            name = tidy(str(person.get("full_name", "")))
            if name:
                birth = str(person.get("birth_date", ""))
                key = (fold(name), birth, told.record.unit_id)
                author = found.setdefault(key, Author(name, birth, told.record.unit_id))
                _count(author, forms, told, person, share)
    return tuple(found.values())


def _count(
    author: Author, forms: Forms, told: Told, person: Mapping[str, Any], share: Decimal
) -> None:
    record, answers = told.record, told.answers
    template = (record.template_id, record.template_version)
    year = int(record.recognition_on[:4])
    author.numbers[year] = author.numbers.get(year, 0) + 1
    if record.recognition_on >= author.newest:
        author.newest = record.recognition_on
        author.job_title = tidy(str(person.get("job_title", "")))
        author.qualification = tidy(str(person.get("qualification", "")))
        author.member = str(person.get("is_member", ""))
    if record.solution_type == "management" and told.recognition.get("decision_level"):
        author.management.append((year, str(told.recognition["decision_level"])))
    if not record.benefit or forms.hidden(template, "benefit_value"):
        return
    status = str(answers.get("benefit_status", ""))
    if status == "expected":
        return
    if status != "obtained":
        author.checks[say("check_both" if status == "both" else "check_status")] = None
    author.benefit[year] = author.benefit.get(year, Decimal(0)) + record.benefit * share
