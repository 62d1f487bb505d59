"""Scores as dots by their distance from the bar, in groups: a table that is its own picture.

One axis for all rows: it begins at a round number below the lowest score and the bar, and the caption says so.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from markupsafe import Markup

from generator import figures
from generator.charts.palette import instrument_class
from generator.markup import Column, Row, table, text

_STEP = Decimal(10)


@dataclass(frozen=True)
class Dot:
    """One row; `shown` is what stands in the score's cell, `value` where the dot is (None draws none)."""

    label: str | Markup
    value: Decimal | None
    shown: str | Markup
    marked: bool = False


@dataclass(frozen=True)
class Group:
    code: str
    label: str
    shown: str | Markup
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Dots:
    caption: str | Markup
    bar: Decimal
    groups: tuple[Group, ...]


def axis_start(values: list[Decimal]) -> Decimal:
    """The multiple of ten just below the lowest value, at least ten below the end of the scale; never below 0."""
    lowest = min(values, default=figures.FULL_SCORE)
    start = ((lowest / _STEP).to_integral_value(rounding=ROUND_CEILING) - 1) * _STEP
    return max(Decimal(0), min(start, figures.FULL_SCORE - _STEP))


def start_of(chart: Dots) -> Decimal:
    """Where its axis begins."""
    values = [dot.value for group in chart.groups for dot in group.dots if dot.value is not None]
    return axis_start([*values, chart.bar])


def draw(chart: Dots) -> Markup:
    """A table with a dot a row; the figures stand in its last column."""
    start = start_of(chart)
    columns = [Column("ตัวชี้วัด"), Column("กราฟ", "chart"), Column("คะแนน", "number")]
    rows: list[Row] = []
    for group in chart.groups:
        colour = instrument_class(group.code)
        heading = Markup('<span class="instrument {}">{}</span> {} <span class="mean">{}</span>').format(
            colour, text(group.code), text(group.label), text(group.shown)
        )
        rows.append(Row((heading,), group=True))
        rows += [
            Row(
                (
                    Markup('<strong class="lowest">{}</strong>').format(text(dot.label)) if dot.marked else dot.label,
                    _picture(dot.value, chart.bar, start, colour),
                    dot.shown,
                )
            )
            for dot in group.dots
        ]
    return table(chart.caption, columns, rows, style="bars distances")


def _picture(value: Decimal | None, bar: Decimal, start: Decimal, colour: str) -> Markup:
    at = figures.length(bar, start)
    dot = Markup("")
    if value is not None:
        place = figures.length(value, start)
        side = "below" if value < bar else "above"
        dot = Markup(
            '<line class="stem {side}" x1="{at}" x2="{place}" y1="9" y2="9"></line>'
            '<circle class="dot {side}" cx="{place}" cy="9" r="5"></circle>'
        ).format(side=side, at=at, place=place)
    return Markup(
        '<svg class="distance {colour}" width="100%" height="18" aria-hidden="true" focusable="false">'
        '<line class="track" x1="0%" x2="100%" y1="9" y2="9"></line>'
        '<line class="line" x1="{at}" x2="{at}" y1="0" y2="18"></line>{dot}</svg>'
    ).format(colour=colour, at=at, dot=dot)
