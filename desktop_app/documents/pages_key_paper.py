"""The keys of a desk on one page: words large enough to type from, a square code, advice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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

_MARGIN = 54.0
_RIGHT = WIDTH - _MARGIN
_TITLE = Looks(size=21, bold=True)
_LOUD = Looks(size=13, bold=True)
_PLAIN = Looks(size=12.5)
_BOLD = Looks(size=12.5, bold=True)
_HEADING = Looks(size=14, bold=True)
_WORD = Looks(size=16.5, bold=True)
_NUMBER = Looks(size=11.5)
_ROW = 28.0
_SQUARE = 112.0


@dataclass(frozen=True)
class KeyPaper:
    """What the page says: its sentences by name, whose key, the lines and the square code."""

    texts: Mapping[str, str]
    unit: str
    code: str
    printed_on: str
    words: str
    lines: Sequence[Sequence[str]] = field(repr=False)
    square: str = field(repr=False)


def key_paper(paper: KeyPaper) -> SheetDocument:
    """Return the page."""
    return SheetDocument(paper.texts["title"], lambda sheet: _draw(sheet, paper))


def _draw(sheet: SheetPainter, paper: KeyPaper) -> None:
    texts = paper.texts
    y = 46.0
    sheet.line(texts["title"], WIDTH / 2, y, _TITLE, "center")
    y += line_height(_TITLE) + 8
    y = _warning(sheet, texts["warning"], y) + 12
    for label, value in (
        (texts["unit"], f"{paper.unit} ({paper.code})"),
        (texts["printed"], paper.printed_on),
        (texts["words"], paper.words),
        (texts["opens-label"], texts["opens"]),
    ):
        y = _fact(sheet, label, value, y)
    y += 9
    y = _words(sheet, paper, y) + 11
    for heading, kind in ((texts["keep"], "keep"), (texts["use"], "use")):
        sheet.line(heading, _MARGIN, y, _HEADING)
        y += line_height(_HEADING) + 1
        for name in sorted(name for name in texts if name.startswith(f"{kind}-")):
            y = _point(sheet, texts[name], y)
        y += 6
    _foot(sheet, texts["signed-by"], texts["signed-on"])


def _warning(sheet: SheetPainter, text: str, y: float) -> float:
    room = _RIGHT - _MARGIN - 20
    lines = [line for part in text.split("\n") for line in wrapped(part, room, _LOUD)]
    height = len(lines) * line_height(_LOUD) + 14
    sheet.box(_MARGIN, y, _RIGHT - _MARGIN, height, 232)
    sheet.lines(lines, WIDTH / 2, y + 7, _LOUD, "center")
    return y + height


def _fact(sheet: SheetPainter, label: str, value: str, y: float) -> float:
    sheet.line(label, _MARGIN, y, _PLAIN)
    left = _MARGIN + 128
    return sheet.lines(wrapped(value, _RIGHT - left, _BOLD, 3), left, y, _BOLD) + 2


def _words(sheet: SheetPainter, paper: KeyPaper, y: float) -> float:
    sheet.line(paper.texts["lines"], _MARGIN, y, _HEADING)
    y += line_height(_HEADING) + 3
    first = _MARGIN + 28
    wide = max(width_of(word, _WORD) for line in paper.lines for word in line)
    column = min(wide + 12, (_RIGHT - _SQUARE - 18 - first) / 5)
    right = first + 5 * column
    # The word that checks its line stands on grey, so that nobody takes it for something else.
    sheet.box(first + 4 * column - 5, y, column + 2, len(paper.lines) * _ROW, 236)
    for number, line in enumerate(paper.lines, start=1):
        sheet.line(f"{number}.", first - 9, y + 8.5, _NUMBER, "right")
        for place, word in enumerate(line):
            sheet.line(word, first + place * column, y + 4, _WORD)
        y += _ROW
        sheet.rule(_MARGIN, y, right - 3, y, 0.35)
    top = y - len(paper.lines) * _ROW
    sheet.square_code(paper.square, _RIGHT - _SQUARE, top + 4, _SQUARE)
    note = Looks(size=10.5)
    sheet.lines(
        wrapped(paper.texts["square"], _SQUARE, note), _RIGHT - _SQUARE, top + _SQUARE + 10, note
    )
    return y


def _point(sheet: SheetPainter, text: str, y: float) -> float:
    sheet.line("•", _MARGIN + 2, y, _PLAIN)
    return sheet.lines(wrapped(text, _RIGHT - _MARGIN - 14, _PLAIN), _MARGIN + 14, y, _PLAIN) + 2


def _foot(sheet: SheetPainter, kept_by: str, sealed_on: str) -> None:
    y = HEIGHT - 62
    sheet.line(sealed_on, _RIGHT, y, _PLAIN, "right")
    sheet.line(kept_by, _MARGIN, y, _PLAIN)
    left, right = width_of(kept_by, _PLAIN) + 6, width_of(sealed_on, _PLAIN) + 24
    y += _PLAIN.size
    sheet.rule(_MARGIN + left, y, _RIGHT - right, y, 0.4)
