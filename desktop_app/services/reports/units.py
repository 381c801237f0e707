"""BM2 by units, BM4 by field and kind, and the phases of the programme."""

from dataclasses import dataclass, field

from desktop_app.domain.numbers import format_number
from desktop_app.domain.report_content import Column, Kind, Report, Row, Table, percent_of
from desktop_app.domain.text import sort_key
from desktop_app.services.reports.making import report
from desktop_app.services.reports.reading import Forms
from desktop_app.services.reports.scope import Scope, scope_of
from desktop_app.services.reports.wording import column, report_words, say, state_word
from desktop_app.storage import reporting
from desktop_app.workspace import Workspace

_SHOWN = ("ready", "recognised", "uploaded", "valid", "reviewing", "invalid")


def by_unit(workspace: Workspace, scope: Scope) -> Report:
    """Return BM2: the board's lines, so that they add up to our own line."""
    table = unit_table(workspace, scope)
    return report("units", scope, (table,), _notes(scope))


def unit_table(workspace: Workspace, scope: Scope) -> Table:
    """Return the table of BM2. ``reached`` stands in it when no shown count is held to targets."""
    with workspace.database.read() as session:
        benefit = reporting.benefit_by_unit(session, scope.counted("ready"))
    counting = scope.own.counting
    reached = counting if counting in _SHOWN else "reached"
    extra = () if counting in _SHOWN else ("reached",)
    columns: tuple[Column, ...] = (
        column("stt", Kind.COUNT, 6),
        column("unit", width=44),
        column("members", Kind.COUNT, 11, total=True),
        column("target", Kind.COUNT, 10, total=True),
        *(column(name, Kind.COUNT, 11, total=True) for name in _SHOWN),
        *(column(name, Kind.COUNT, 11, total=True, heading=state_word(counting)) for name in extra),
        column("percent", Kind.PERCENT, 10, ratio=(reached, "target")),
        column("benefit_sum", Kind.MONEY, 20, total=True),
    )
    rows: list[Row] = [
        (
            number,
            part.name,
            part.members,
            part.target,
            *(part.numbers[name] for name in (*_SHOWN, *extra)),
            percent_of(part.numbers["reached"], part.target),
            sum(benefit.get(unit, 0) for unit in part.unit_ids),
        )
        for number, part in enumerate(scope.parts, start=1)
    ]
    return Table("rows", report_words("units")["sheet"], columns, tuple(rows))


def _notes(scope: Scope) -> tuple[str, ...]:
    notes = [say("counting", state=state_word(scope.own.counting)), say("benefit_basis")]
    targets = [part.target for part in scope.parts if part.target is not None]
    if scope.own.target is not None and sum(targets) != scope.own.target:
        said = say(
            "own_target",
            unit=scope.own.unit,
            target=format_number(scope.own.target),
            sum=format_number(sum(targets)),
        )
        notes.insert(1, said)
    return tuple(notes)


# By field and kind

_KINDS = ("ready", "recognised", "uploaded", "valid")


@dataclass
class _Sum:
    numbers: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_KINDS, 0))
    benefit: int = 0


def by_kind(workspace: Workspace, scope: Scope) -> Report:
    """Return BM4: by field, and by kind of solution; labels as the forms have them."""
    forms = Forms(workspace)
    tables = (
        _kind_table(workspace, scope, forms, "field", "application_field"),
        _kind_table(workspace, scope, forms, "solution_type", "solution_type"),
    )
    return report("kinds", scope, tables, (say("benefit_basis"),))


def _kind_table(
    workspace: Workspace, scope: Scope, forms: Forms, name: str, question: str
) -> Table:
    inside = frozenset().union(*(part.unit_ids for part in scope.parts))
    sums: dict[str, _Sum] = {}
    for count in _KINDS:
        with workspace.database.read() as session:
            found = reporting.sums_by(session, name, scope.counted(count))
        for line in found:
            if line.unit_id not in inside:
                continue
            template = (line.template_id, line.template_version)
            label = forms.label(template, line.value, question) or say("unknown")
            if forms.hidden(template, question):
                label = say("confidential")
            one = sums.setdefault(label, _Sum())
            one.numbers[count] += line.number
            one.benefit += line.benefit if count == "ready" else 0
    columns = (
        column("stt", Kind.COUNT, 6),
        column("value", width=52, heading=state_word(name)),
        *(column(count, Kind.COUNT, 13, total=True) for count in _KINDS),
        column("benefit_sum", Kind.MONEY, 22, total=True),
    )
    rows = tuple(
        (number, label, *(sums[label].numbers[count] for count in _KINDS), sums[label].benefit)
        for number, label in enumerate(sorted(sums, key=sort_key), start=1)
    )
    return Table(f"by_{name}", state_word(name), columns, rows)


# By phase

_PHASES = ("ready", "recognised", "received", "uploaded", "valid")


def by_phase(workspace: Workspace, scope: Scope) -> Report:
    """Return what our own unit reached in each phase of the programme."""
    return report("phases", scope, (phase_table(workspace, scope),), _notes(scope)[:1])


def phase_table(workspace: Workspace, scope: Scope) -> Table:
    """Return the table of the phases; peak periods stand with them, and are not summed twice."""
    columns = (
        column("stt", Kind.COUNT, 6),
        column("phase", width=34),
        column("date_from", Kind.DATE, 12),
        column("date_to", Kind.DATE, 12),
        column("target", Kind.COUNT, 11),
        *(column(name, Kind.COUNT, 12) for name in _PHASES),
        column("percent", Kind.PERCENT, 11),
        column("shortfall", Kind.COUNT, 11),
    )
    rows: list[Row] = []
    for number, phase in enumerate(scope.phases, start=1):
        part = scope_of(workspace, phase=phase.code)
        line = part.own
        rows.append(
            (
                number,
                phase.name,
                part.date_from,
                part.date_to,
                part.target,
                *(getattr(line, name) for name in _PHASES),
                percent_of(line.reached, part.target),
                part.shortfall,
            )
        )
    return Table("phases", report_words("phases")["sheet"], columns, tuple(rows))
