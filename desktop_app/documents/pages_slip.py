"""The slip that goes with a handed-over file: always one page, however many reports it lists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.documents.pages_blocks import Looks
from desktop_app.documents.pages_sheet import (
    HEIGHT,
    WIDTH,
    SheetDocument,
    SheetPainter,
    line_height,
    width_of,
    wrapped,
)

_MARGIN = 50.0
_RIGHT = WIDTH - _MARGIN
_TITLE = Looks(size=17, bold=True)
_PLAIN = Looks(size=12)
_BOLD = Looks(size=12, bold=True)
_ITALIC = Looks(size=11, italic=True)
_MARK = Looks(size=13, bold=True)
_SQUARE = 104.0
_SIGNED = 116.0  # the height of the two blocks for signatures
_PAD = 4.0
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.5)
_TITLE_LINES = 2
_LIGHT = 0.5


@dataclass(frozen=True)
class SlipSheet:
    """Every text of the slip in its language; ``rest`` says how many more there are.

    ``facts`` are (label, value); ``rows`` have number, code, title, authors, revision;
    ``signatures`` are who signs on the left and on the right.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    mark_label: str
    mark: str
    square: str
    square_note: str
    columns: tuple[str, str, str, str, str]
    rows: Sequence[tuple[str, str, str, str, str]]
    rest: Callable[[int], str]
    signatures: tuple[str, str]
    sign_here: str
    sign_date: str


@dataclass(frozen=True)
class _Table:
    """Rows cut into lines of one size of letters, as many as fit."""

    looks: Looks
    lefts: tuple[float, ...]
    heads: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[tuple[str, ...], ...], ...]


def slip_page(slip: SlipSheet) -> SheetDocument:
    """Return the page."""
    return SheetDocument(slip.title, lambda sheet: _draw(sheet, slip))


def _draw(sheet: SheetPainter, slip: SlipSheet) -> None:
    y = 44.0
    y = sheet.lines(
        wrapped(slip.title, _RIGHT - _MARGIN, _TITLE, 2), WIDTH / 2, y, _TITLE, "center"
    )
    y = _facts(sheet, slip, y + 14) + 12
    bottom = HEIGHT - 40 - _SIGNED
    if slip.rows:
        table, left_out = _fitted(slip, bottom - y - 8)
        y = _paint(sheet, table, y)
        if left_out:
            y += 4
            sheet.line(slip.rest(left_out), _MARGIN, y, _ITALIC)
            y += line_height(_ITALIC)
    # Close below a short list: the names then belong to what stands above them.
    _signatures(sheet, slip, min(bottom, y + 20) + 10)


def _facts(sheet: SheetPainter, slip: SlipSheet, y: float) -> float:
    top, right = y, _RIGHT - _SQUARE - 18
    labels = [label for label, _value in slip.facts] + [slip.mark_label]
    left = _MARGIN + max(width_of(label, _PLAIN) for label in labels) + 12
    for label, value in slip.facts:
        sheet.line(label, _MARGIN, y, _PLAIN)
        y = sheet.lines(wrapped(value, right - left, _BOLD, 2), left, y, _BOLD) + 3
    sheet.line(slip.mark_label, _MARGIN, y, _PLAIN)
    sheet.line(slip.mark, left, y - 0.5, _MARK)
    y += line_height(_MARK)
    sheet.square_code(slip.square, _RIGHT - _SQUARE, top, _SQUARE)
    note = Looks(size=9)
    under = sheet.lines(
        wrapped(slip.square_note, _SQUARE, note), _RIGHT - _SQUARE, top + _SQUARE + 4, note
    )
    return max(y, under)


# The table


def _fitted(slip: SlipSheet, room: float) -> tuple[_Table, int]:
    """Return the table in the largest letters with which every row fits, or as many as fit."""
    for size in _SIZES:
        table = _cut(slip, size, room)
        if len(table.cells) == len(slip.rows):
            return table, 0
    smaller = room - line_height(_ITALIC) - 6
    table = _cut(slip, _SIZES[-1], smaller)
    return table, len(slip.rows) - len(table.cells)


def _cut(slip: SlipSheet, size: float, room: float) -> _Table:
    looks, bold = Looks(size=size), Looks(size=size, bold=True)
    lefts = _columns(slip, looks, bold)
    widths = [
        after - left - 2 * _PAD for left, after in zip(lefts, [*lefts[1:], _RIGHT], strict=True)
    ]
    heads = tuple(
        tuple(wrapped(text, width, bold)) for text, width in zip(slip.columns, widths, strict=True)
    )
    used = _row_height(heads, looks)
    cells: list[tuple[tuple[str, ...], ...]] = []
    for row in slip.rows:
        cut = tuple(
            tuple(wrapped(text, width, looks, _TITLE_LINES))
            for text, width in zip(row, widths, strict=True)
        )
        used += _row_height(cut, looks)
        if used > room:
            break
        cells.append(cut)
    return _Table(looks, lefts, heads, tuple(cells))


def _columns(slip: SlipSheet, looks: Looks, bold: Looks) -> tuple[float, ...]:
    """Return where the columns begin: number, code and revision as wide as needed."""
    shown = slip.rows[:60]
    number = max(width_of(row[0], looks) for row in shown)
    number = max(number, width_of(slip.columns[0], bold)) + 2 * _PAD
    code = min(124.0, max(width_of(row[1], looks) for row in shown) + 2 * _PAD)
    code = max(code, width_of(slip.columns[1], bold) + 2 * _PAD)
    revision = max(width_of(word, bold) for word in slip.columns[4].split()) + 2 * _PAD
    rest = _RIGHT - _MARGIN - number - code - revision
    title = rest * 0.64
    widths = (number, code, title, rest - title, revision)
    return tuple(_MARGIN + sum(widths[:place]) for place in range(len(widths)))


def _row_height(cells: Sequence[Sequence[str]], looks: Looks) -> float:
    return max(len(lines) for lines in cells) * line_height(looks) + 4


def _paint(sheet: SheetPainter, table: _Table, y: float) -> float:
    bold = Looks(size=table.looks.size, bold=True)
    top = y
    height = _row_height(table.heads, table.looks)
    sheet.box(_MARGIN, y, _RIGHT - _MARGIN, height, 232)
    y = _row(sheet, table, table.heads, bold, y, all_centred=True)
    for cells in table.cells:
        y = _row(sheet, table, cells, table.looks, y)
    sheet.rule(_MARGIN, top, _RIGHT, top, _LIGHT)
    for left in (*table.lefts, _RIGHT):
        sheet.rule(left, top, left, y, _LIGHT)
    return y


def _row(
    sheet: SheetPainter,
    table: _Table,
    cells: Sequence[Sequence[str]],
    looks: Looks,
    y: float,
    *,
    all_centred: bool = False,
) -> float:
    after = [*table.lefts[1:], _RIGHT]
    height = _row_height(cells, looks)
    for place, lines in enumerate(cells):
        left = table.lefts[place]
        top = y + (height - len(lines) * line_height(looks)) / 2 - 0.5
        if all_centred or place in (0, 4):
            sheet.lines(lines, (left + after[place]) / 2, top, looks, "center")
        else:
            sheet.lines(lines, left + _PAD, top, looks)
    y += height
    sheet.rule(_MARGIN, y, _RIGHT, y, _LIGHT)
    return y


def _signatures(sheet: SheetPainter, slip: SlipSheet, y: float) -> None:
    quarter = (_RIGHT - _MARGIN) / 4
    for name, middle in zip(slip.signatures, (_MARGIN + quarter, _RIGHT - quarter), strict=True):
        sheet.line(slip.sign_date, middle, y, _ITALIC, "center")
        sheet.line(name, middle, y + 17, _BOLD, "center")
        sheet.line(slip.sign_here, middle, y + 33, _ITALIC, "center")
