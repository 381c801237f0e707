"""Rules over a whole report that no single question can hold: blocking ("cần") and advice ("nên").

Sources: domain.md 7 (constraints), 8 (check rules) and the reviewers' checks at the end of 2.1.
Each rule takes the answers and says nothing when the questions it needs are not in the form.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.domain.cleaning import Reason, suggestions
from desktop_app.domain.dates import first_day, last_day, years_later
from desktop_app.domain.findings import Finding, Path, Weight
from desktop_app.domain.initiative import Answers
from desktop_app.domain.numbers import exact, format_number, format_percent
from desktop_app.domain.text import fold

MOST_AUTHORS = 10
LARGE_BENEFIT = 1_000_000_000
OVERLAP = 0.4


@dataclass(frozen=True)
class CheckContext:
    """What a check needs to know beside the answers.

    ``names`` are the questions and repeats of the form, ``earlier_titles`` those of the same
    book that are the same or nearly the same, by dossier code, ``least_share`` the percent each
    co-author must have at least where a province asks for it, 0 for none.
    """

    today: date
    names: frozenset[str]
    earlier_titles: Mapping[str, str]
    least_share: float = 0


Rule = Callable[[Answers, CheckContext], Iterable[Finding]]


def check_answers(answers: Answers, context: CheckContext) -> tuple[Finding, ...]:
    """Return what the rules find, blocking findings first, each in the order of the rules."""
    found = [finding for rule in _RULES for finding in rule(answers, context)]
    return tuple(sorted(found, key=lambda finding: not finding.blocking))


def _blocking(code: str, path: Path, **facts: Any) -> Finding:
    return Finding(code, Weight.BLOCKING, path, facts)


def _advice(code: str, path: Path, **facts: Any) -> Finding:
    return Finding(code, Weight.ADVICE, path, facts)


def _rows(answers: Answers, name: str) -> Sequence[Mapping[str, Any]]:
    rows = answers.get(name, ())
    return rows if isinstance(rows, list | tuple) else ()


def _authors(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    if "authors" not in context.names:
        return
    authors = _rows(answers, "authors")
    if not authors:
        yield _blocking("SSK-701", ("authors",))
        return
    if len(authors) > MOST_AUTHORS:
        yield _blocking("SSK-702", ("authors",), most=MOST_AUTHORS, number=len(authors))
    if "contribution_percent" in context.names:
        total = sum((exact(a.get("contribution_percent", 0)) for a in authors), Decimal(0))
        if total != 100:
            yield _blocking("SSK-703", ("authors",), total=format_percent(total))
        for place, author in enumerate(authors if context.least_share else ()):
            share = exact(author.get("contribution_percent", 0))
            if share < exact(context.least_share):
                yield _advice(
                    "SSK-739",
                    ("authors", place, "contribution_percent"),
                    least=format_percent(exact(context.least_share)),
                    name=author.get("full_name") or f"#{place + 1}",
                )
    if "is_contact" in context.names:
        contacts = sum(author.get("is_contact") == "yes" for author in authors)
        if contacts != 1:
            yield _blocking("SSK-704", ("authors", 0, "is_contact"), number=contacts)
    if "signs" in context.names and not any(author.get("signs") == "yes" for author in authors):
        yield _blocking("SSK-705", ("authors", 0, "signs"))


def _consent(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    """Consent is asked of each author and never taken for granted (Luật 91/2025/QH15)."""
    if "consent" not in context.names:
        return
    for place, author in enumerate(_rows(answers, "authors")):
        if author.get("consent") != "yes":
            name = author.get("full_name") or f"#{place + 1}"
            yield _blocking("SSK-706", ("authors", place, "consent"), name=name)


def _names_and_births(answers: Answers, _context: CheckContext) -> Iterator[Finding]:
    for place, author in enumerate(_rows(answers, "authors")):
        name = author.get("full_name", "")
        if name and len(name.split()) < 2:
            yield _advice("SSK-721", ("authors", place, "full_name"), name=name)
        birth = author.get("birth_date", "")
        if birth and len(birth) < 10:
            yield _advice("SSK-722", ("authors", place, "birth_date"), name=name)


def _title(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    title = answers.get("initiative_title", "")
    if not title:
        return
    if title.isupper():
        yield _blocking("SSK-707", ("initiative_title",))
    if fold(title).startswith(("sang kien", "mot so ")):
        yield _advice("SSK-723", ("initiative_title",))
    folded = fold(title)
    for code, earlier in context.earlier_titles.items():
        same = fold(earlier) == folded
        yield _advice("SSK-724" if same else "SSK-738", ("initiative_title",), dossier=code)


def _dates(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    applied = answers.get("first_applied_date")
    if not applied:
        return
    if first_day(applied) > context.today:
        yield _blocking("SSK-708", ("first_applied_date",))
    signed = answers.get("sign_date")
    filing = first_day(signed) if signed else context.today
    # Điều 5 khoản 2 Điều lệ Sáng kiến: within one year of the first application.
    if filing > years_later(last_day(applied), 1):
        yield _advice("SSK-725", ("first_applied_date",))
    if signed and first_day(signed) > context.today:
        yield _blocking("SSK-709", ("sign_date",))
    if signed and last_day(signed) < first_day(applied):
        yield _advice("SSK-726", ("sign_date",))


def _declarations(answers: Answers, _context: CheckContext) -> Iterator[Finding]:
    for name in ("decl_new_filed", "decl_new_disclosed", "decl_new_applied", "decl_new_mandatory"):
        if answers.get(name) == "false":
            yield _blocking("SSK-710", (name,))
        elif answers.get(name) == "unsure":
            yield _advice("SSK-727", (name,))


def _benefit(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    value = answers.get("benefit_value")
    if "benefit_economic" in context.names and not (
        answers.get("benefit_economic") or answers.get("benefit_social")
    ):
        yield _blocking("SSK-711", ("benefit_economic",))
    if not value:
        return
    rows = _rows(answers, "benefit_calc")
    if "benefit_calc" in context.names and not rows:
        yield _blocking("SSK-712", ("benefit_calc",))
        return
    total = sum(row.get("amount", 0) for row in rows) - answers.get("implementation_cost", 0)
    if rows and total != value and not answers.get("benefit_value_reason"):
        yield _blocking(
            "SSK-713",
            ("benefit_value",),
            value=format_number(value),
            total=format_number(total),
        )
    if value > LARGE_BENEFIT:
        yield _advice("SSK-728", ("benefit_value",), value=format_number(value))


_DIGIT = re.compile(r"\d")


def _figures_in_words(answers: Answers, _context: CheckContext) -> Iterator[Finding]:
    for name, code in (("current_cons", "SSK-729"), ("benefit_author", "SSK-730")):
        text = answers.get(name, "")
        if text and not _DIGIT.search(text):
            yield _advice(code, (name,))


def _measures(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    if "measures" not in context.names:
        return
    rows = _rows(answers, "measures")
    if not rows and not answers.get("measures_reason"):
        yield _blocking("SSK-714", ("measures",))
    for place, row in enumerate(rows):
        if "before" in row and row.get("before") == row.get("after"):
            yield _advice("SSK-731", ("measures", place, "after"), name=row.get("indicator", ""))


def _novelty(answers: Answers, _context: CheckContext) -> Iterator[Finding]:
    old, new = answers.get("current_state", ""), answers.get("novelty", "")
    if old and new and overlap(old, new) > OVERLAP:
        yield _advice("SSK-732", ("novelty",), percent=round(100 * overlap(old, new)))


def _confidential(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    """Words marked confidential must not stand in a public field as well."""
    secret = answers.get("confidential_info", "")
    if answers.get("has_confidential") != "yes" or not secret:
        return
    parts = telling_parts(secret)
    for name in ("essence", "solution_overview", "novelty", "portal_summary"):
        if repeats(str(answers.get(name, "")), parts):
            yield _advice("SSK-733", (name,))


def telling_parts(secret: str) -> tuple[str, ...]:
    """Return the sentences of a confidential text that would be known again, folded."""
    parts = re.split(r"[.;\n]", secret)
    return tuple(fold(part) for part in parts if len(part.split()) >= 5)


def repeats(public: str, parts: Iterable[str]) -> bool:
    """Return whether a text says one of some confidential parts again."""
    folded = fold(public)
    return any(part in folded for part in parts)


def _pictures_and_steps(answers: Answers, context: CheckContext) -> Iterator[Finding]:
    if "figures" in context.names and not _rows(answers, "figures"):
        yield _advice("SSK-734", ("figures",))
    if "steps" in context.names:
        steps = _rows(answers, "steps")
        if not steps:
            yield _blocking("SSK-715", ("steps",))
        elif len(steps) < 2:
            yield _advice("SSK-735", ("steps",))


def _letters(answers: Answers, _context: CheckContext) -> Iterator[Finding]:
    """Text in an old encoding, Cyrillic or Greek letters inside a word: shown, never changed."""
    for found in suggestions(answers):
        code = "SSK-736" if found.reason is Reason.LEGACY else "SSK-737"
        yield _advice(code, found.path, word=found.word[:40])


def overlap(first: str, second: str, words: int = 3) -> float:
    """Return which share of the second text's word triples stands in the first, 0 to 1."""

    def pieces(text: str) -> set[tuple[str, ...]]:
        said = fold(text).split()
        return {tuple(said[i : i + words]) for i in range(len(said) - words + 1)}

    mine = pieces(second)
    return len(mine & pieces(first)) / len(mine) if mine else 0.0


_RULES: tuple[Rule, ...] = (
    _title,
    _authors,
    _consent,
    _names_and_births,
    _dates,
    _declarations,
    _pictures_and_steps,
    _measures,
    _benefit,
    _figures_in_words,
    _novelty,
    _confidential,
    _letters,
)
