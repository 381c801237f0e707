"""BM1, the list of initiatives: one line each, of those a count of the board is of."""

from typing import Any

from desktop_app.domain.report_content import Kind, Report, Row, Table
from desktop_app.errors import BadInput
from desktop_app.services.portal import portal_states
from desktop_app.services.reports.making import report
from desktop_app.services.reports.reading import AUTHORS, Forms, Walked, dated, ordered_rows
from desktop_app.services.reports.scope import COUNTS, Scope
from desktop_app.services.reports.wording import column, report_words, say, state_word
from desktop_app.storage.reporting import Told
from desktop_app.workspace import Workspace


def initiatives(workspace: Workspace, scope: Scope, count: str = "ready") -> Report:
    """Return BM1. ``count`` names the count of the board whose initiatives are listed.

    Birth year and gender have a column only where a form asks for them. Raises BadInput SSK-836
    for a count reports do not list.
    """
    if count not in COUNTS:
        raise BadInput("SSK-836", count=count, names=", ".join(COUNTS))
    forms = Forms(workspace)
    personal = [
        name
        for name, asked in (("birth_year", "birth_date"), ("gender", "gender"))
        if forms.asked_anywhere(AUTHORS, asked)
    ]
    columns = [
        column("stt", Kind.COUNT, 5),
        column("authors", width=19),
        *(column(name, width=8) for name in personal),
        column("unit", width=19),
        column("title", width=32),
        column("solution_type", width=13),
        column("field", width=15),
        column("applied_on", Kind.DATE, 12),
        column("decision", width=14),
        column("benefit", Kind.MONEY, 16, total=True),
        column("portal", width=10),
        column("note", width=11),
        column("code", width=15),
    ]
    labels = {state.code: state.labels["vi"] for state in portal_states()}
    make = _Line(forms, scope, labels, tuple(c.name for c in columns))
    rows = Walked(workspace, ordered_rows(workspace, scope, scope.counted(count)), make)
    table = Table("rows", report_words("initiatives")["sheet"], tuple(columns), rows)
    notes = (say("counted", state=state_word(count)),)
    return report("initiatives", scope, (table,), notes)


class _Line:
    """Makes the line of an initiative."""

    def __init__(
        self, forms: Forms, scope: Scope, portal: dict[str, str], names: tuple[str, ...]
    ) -> None:
        self._forms, self._scope, self._portal, self._names = forms, scope, portal, names

    def __call__(self, number: int, told: Told) -> Row:
        record, forms = told.record, self._forms
        authors = forms.authors(told)
        unit = self._scope.units.get(record.unit_id)
        hidden = forms.hidden((record.template_id, record.template_version), AUTHORS, "full_name")
        benefit = forms.told(record, record.benefit, "benefit_value")
        known: dict[str, Any] = {
            "stt": number,
            "authors": say("confidential") if hidden else record.authors.replace(", ", "\n"),
            "birth_year": "\n".join(str(author.get("birth_date", ""))[:4] for author in authors),
            "gender": "\n".join(
                forms.label(
                    (record.template_id, record.template_version),
                    str(author.get("gender", "")),
                    AUTHORS,
                    "gender",
                )
                for author in authors
            ),
            "unit": unit.name if unit else "",
            "title": forms.told(record, record.title, "initiative_title"),
            "solution_type": forms.choice(record, record.solution_type, "solution_type"),
            "field": forms.choice(record, record.field, "application_field"),
            "applied_on": forms.told(record, dated(record.applied_on), "first_applied_date"),
            "decision": decision(told),
            "benefit": benefit if isinstance(benefit, int) else None,
            "portal": self._portal.get(record.portal, ""),
            "note": state_word(record.submission),
            "code": record.code,
        }
        return tuple(known[name] for name in self._names)


def decision(told: Told) -> str:
    """Return number and date of the decision of a recognised initiative."""
    number = str(told.recognition.get("decision_no", ""))
    if told.record.recognition != "recognised" or not number:
        return ""
    on = dated(str(told.recognition.get("decision_date", "")))
    if not on:
        return number
    text = on.strftime("%d/%m/%Y") if not isinstance(on, str) else on
    return say("decision", number=number, day=text)
