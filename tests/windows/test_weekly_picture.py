"""The weekly picture: its sizes, bars as long as what was reached, letters that fit."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage

from desktop_app.domain.report_content import percent_of
from desktop_app.services.reports.weekly import Bar, WeeklyFigures
from desktop_app.services.weeks import TRACK_OF
from desktop_app.windows.theme import LIGHT, apply_theme
from desktop_app.windows.weekly_picture import TALL, WIDE, _broken, draw, png_of

NUMBERS = dict.fromkeys(TRACK_OF, 7)
FIGURES = WeeklyFigures(
    unit="Công đoàn các khu công nghiệp tỉnh Thái Nguyên",
    title="Tiến độ sáng kiến",
    programme="Giai đoạn 2",
    first=date(2026, 11, 16),
    last=date(2026, 11, 22),
    as_of=date(2026, 11, 20),
    counting="uploaded",
    counting_word="Đã lên cổng",
    reached=38,
    target=60,
    percent=Decimal("63.3"),
    shortfall=22,
    new=NUMBERS,
    before=NUMBERS,
    words={name: name for name in TRACK_OF},
    bars=(Bar("CĐCS Một", 10, 10), Bar("CĐCS Hai", 5, 20)),
)


def longest(image, colour, left, right):
    """Return the longest run of a colour in any line between two columns."""
    wanted, most = QColor(colour).rgb(), 0
    for y in range(20, image.height(), 4):  # below the band at the top
        run = 0
        for x in range(left, right):
            run = run + 1 if image.pixel(x, y) == wanted else 0
            most = max(most, run)
    return most


@pytest.mark.parametrize("size", [TALL, WIDE])
def test_size_and_file(qapp, size):
    content = png_of(draw(FIGURES, size))
    image = QImage.fromData(content, "PNG")
    assert (image.width(), image.height()) == size
    assert len(content) < 300_000


def test_bars_are_as_long_as_what_was_reached(qapp):
    half = replace(FIGURES, reached=30, percent=Decimal("50.0"), bars=())
    whole = TALL[0] - 2 * 56
    drawn = longest(draw(half), LIGHT.accent, 56, TALL[0] - 56)
    assert abs(drawn - whole / 2) < 42  # the ends are round
    # Who has reached the target is drawn in another colour, over the whole length.
    done = longest(draw(FIGURES), LIGHT.green, 56, TALL[0] - 56)
    assert done > whole / 2
    assert longest(draw(half), LIGHT.green, 56, TALL[0] - 56) == 0


def test_it_looks_the_same_in_the_dark(qapp):
    light = draw(FIGURES)
    apply_theme(qapp, "dark", 200)
    try:
        assert draw(FIGURES) == light
    finally:
        apply_theme(qapp, "light")


def test_many_units_leave_the_foot_alone(qapp):
    bars = tuple(Bar(f"Công đoàn cơ sở {n}", n, 40) for n in range(60, 0, -1))
    many = draw(replace(FIGURES, bars=bars))
    few = draw(FIGURES)
    foot = few.rect().adjusted(0, TALL[1] - 70, 0, 0)
    assert many.copy(foot) == few.copy(foot)


def test_without_a_target_there_is_no_bar(qapp):
    none = replace(FIGURES, target=None, percent=None, shortfall=None, bars=())
    assert longest(draw(none), LIGHT.line, 0, TALL[0]) == 0


def test_long_names_are_cut_with_dots(qapp):
    font = QFont()
    font.setPixelSize(46)
    metrics = QFontMetricsF(font)
    lines = _broken("Liên đoàn Lao động " * 8, metrics, 900, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 900 for line in lines)


def test_percent_of_nothing_is_not_told():
    assert percent_of(3, 0) is None
    assert percent_of(1, 3) == Decimal("33.3")
