"""The board's lines in words: the columns, what each cell says, and the filters' choices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.numbers import format_number, format_percent
from desktop_app.domain.targets import percent_reached
from desktop_app.windows.board_table import BoardColumn
from desktop_app.windows.words import day, word

translate = QCoreApplication.translate

_STANDINGS = {
    "behind": str(QT_TRANSLATE_NOOP("Board", "Behind")),
    "on_track": str(QT_TRANSLATE_NOOP("Board", "On track")),
    "reached": str(QT_TRANSLATE_NOOP("Board", "Reached")),
    "none": str(QT_TRANSLATE_NOOP("Board", "No target")),
}
_SOURCES = {
    "own": str(QT_TRANSLATE_NOOP("Board", "the unit's own target")),
    "group": str(QT_TRANSLATE_NOOP("Board", "by the rule of its group")),
    "below": str(QT_TRANSLATE_NOOP("Board", "sum of the units below")),
}
_SIGNS = {"behind": "▼", "on_track": "►", "reached": "✓", "none": "–"}


def standing_word(standing: str) -> str:
    """Return how a unit stands, in a word."""
    return translate("Board", _STANDINGS[str(standing)])


@dataclass(frozen=True)
class ShownRow:
    """A line as the table shows it: the figures in words."""

    id: str
    line: Any
    depth: int
    has_below: bool
    opened: bool

    @property
    def tip(self) -> str:
        """What more is known of the unit; made when it is asked for."""
        return (
            translate("Board", "Units below a line count once")
            if self.id == "total"
            else _tip(self.line)
        )

    @property
    def standing(self) -> str:
        """How the unit stands."""
        return str(self.line.standing)

    @property
    def share(self) -> float:
        """How far the unit got: 1 is the target."""
        return self.line.reached / self.line.target if self.line.target else 0.0


@dataclass(frozen=True)
class TotalLine:
    """The sums, with the fields of a line that the columns show."""

    numbers: Any
    unit: str
    as_of: date
    standing: str = "none"
    last_receipt_at: None = None
    target_from: str = ""

    def __getattr__(self, name: str) -> Any:
        try:
            return self.numbers[name]
        except KeyError as error:
            raise AttributeError(name) from error


def shown_rows(rows: Sequence[Any]) -> list[ShownRow]:
    """Return arranged rows for the table."""
    return [ShownRow(r.id, r.line, r.depth, r.has_below, r.opened) for r in rows]


def total_row(numbers: Any, units: int, as_of: date) -> ShownRow:
    """Return the line of sums."""
    name = translate("Board", "Total of {number} lines").format(number=units)
    line = TotalLine(numbers, name, as_of)
    return ShownRow("total", line, 0, False, False)


def _tip(line: Any) -> str:
    parts = [f"{line.unit} ({line.code})"]
    if line.officer:
        parts.append(translate("Board", "Followed by {name}").format(name=line.officer))
    if line.closed_on:
        parts.append(translate("Board", "Closed on {day}").format(day=day(line.closed_on)))
    if line.target_from:
        parts.append(
            translate("Board", "Target {number}: {source}").format(
                number=format_number(line.target),
                source=translate("Board", _SOURCES[line.target_from]),
            )
        )
    if line.target_gap is not None:
        parts.append(
            translate("Board", "Registered {registered}, by the rule {rule}").format(
                registered=format_number(line.registered_target),
                rule=format_number(line.rule_target),
            )
        )
    return "\n".join(parts)


def _unit(row: ShownRow) -> str:
    sign = ("▾ " if row.opened else "▸ ") if row.has_below else "    " if row.depth else ""
    closed = translate("Board", " (closed)") if getattr(row.line, "closed_on", None) else ""
    name: str = row.line.unit
    return "    " * row.depth + sign + name + closed


def _number(name: str) -> Callable[[ShownRow], str]:
    def text(row: ShownRow) -> str:
        value = getattr(row.line, name)
        return "–" if value is None else format_number(value)

    return text


def _percent(row: ShownRow) -> str:
    share = percent_reached(row.line.target, row.line.reached)
    if share is None or row.id == "total":
        return "–" if share is None else format_percent(share)
    # The sign says what the bar's colour says, also where its word has no room.
    return f"{_SIGNS[row.standing]} {format_percent(share)}"


def _standing(row: ShownRow) -> str:
    if row.id == "total":
        return ""
    return f"{_SIGNS[row.standing]} {standing_word(row.standing)}"


def _trend(row: ShownRow) -> str:
    new, before = row.line.new, row.line.new_before
    sign = "↑" if new > before else "↓" if new < before else "="
    return translate("Board", "{sign} {new} (before {before})").format(
        sign=sign, new=format_number(new), before=format_number(before)
    )


def _heard(row: ShownRow) -> str:
    at = row.line.last_receipt_at
    if at is None:
        return "" if row.id == "total" else "–"
    days = max(0, (row.line.as_of - at.astimezone().date()).days)
    return translate("Board", "{day}, {days} days").format(day=day(at.astimezone()), days=days)


def detail(row: ShownRow) -> str:
    """Return what is said of a unit below the table: its target, its trend, its last bundle."""
    days, bundle = translate("Board", "7 days"), translate("Board", "Last bundle")
    trend, heard = f"{days}: {_trend(row)}", f"{bundle}: {_heard(row)}"
    return " · ".join([*row.tip.split("\n"), trend, heard])


def columns() -> tuple[BoardColumn, ...]:
    """Return the columns of the board: the four tracks apart, then the target."""
    writing, submission = translate("Board", "Writing"), translate("Board", "Submission")
    recognition, portal, target = (
        translate("Board", "Recognition"),
        translate("Board", "Portal"),
        translate("Board", "Target and trend"),
    )
    tracks = (
        (writing, "drafted", translate("Board", "Draft"), word("draft"), 3.5, False),
        (writing, "ready", translate("Board", "Done"), word("ready"), 3.3, True),
        (recognition, "filed", translate("Board", "Council"), word("filed"), 4.4, False),
        (recognition, "recognised", translate("Board", "Recog."), word("recognised"), 5, True),
        (recognition, "refused", translate("Board", "Refused"), word("refused"), 4, False),
        (submission, "queued", translate("Board", "Waiting"), word("queued"), 3.4, False),
        (submission, "bundled", translate("Board", "Bundle"), word("bundled"), 3.4, False),
        (submission, "handed_over", translate("Board", "Given"), word("handed_over"), 3.5, False),
        (submission, "received", translate("Board", "Recv."), word("received"), 3.6, True),
        (submission, "accepted", translate("Board", "Acc."), word("accepted"), 3.3, True),
        (submission, "returned", translate("Board", "Ret."), word("returned"), 4.3, True),
        (submission, "declined", translate("Board", "Decl."), word("declined"), 4, False),
        (submission, "uploaded", translate("Board", "Portal"), word("uploaded"), 3.7, True),
        (portal, "reviewing", translate("Board", "Looked"), word("reviewing"), 3.4, False),
        (portal, "valid", translate("Board", "Valid"), word("valid"), 4.2, True),
        (portal, "invalid", translate("Board", "Invalid"), word("invalid"), 4, False),
    )
    found = [
        BoardColumn(
            "unit", translate("Board", "Unit"), translate("Board", "Unit"), _unit, kind="unit"
        )
    ]
    found += [
        BoardColumn(name, heading, tip, _number(name), group, drill=name, width=width, main=main)
        for group, name, heading, tip, width, main in tracks
    ]
    goal = [
        (
            "target",
            translate("Board", "Target"),
            translate("Board", "What the unit is to reach"),
            _number("target"),
            "number",
            4.6,
        ),
        (
            "reached",
            translate("Board", "Reached"),
            translate("Board", "Counts for the target"),
            _number("reached"),
            "number",
            4,
        ),
        (
            "shortfall",
            translate("Board", "Missing"),
            translate("Board", "Still missing"),
            _number("shortfall"),
            "number",
            5.4,
        ),
        (
            "percent",
            translate("Board", "Per cent"),
            translate("Board", "Share of the target"),
            _percent,
            "bar",
            8.6,
        ),
    ]
    found += [
        BoardColumn(name, heading, tip, text, target, kind, width=width, main=name != "reached")
        for name, heading, tip, text, kind, width in goal
    ]
    found += [
        BoardColumn(
            "standing",
            translate("Board", "Stands"),
            translate("Board", "Held against the days gone by"),
            _standing,
            target,
            "standing",
            width=7,
            main=False,
            spare=True,
        ),
        BoardColumn(
            "trend",
            translate("Board", "7 days"),
            translate("Board", "New in the last seven days, and in the seven before"),
            _trend,
            target,
            "trend",
            "new",
            width=8,
            main=False,
            spare=True,
        ),
        BoardColumn(
            "last_receipt_at",
            translate("Board", "Last bundle"),
            translate("Board", "When the unit was last heard of, and how many days ago"),
            _heard,
            target,
            "day",
            width=9,
            main=False,
            spare=True,
        ),
    ]
    return tuple(found)
