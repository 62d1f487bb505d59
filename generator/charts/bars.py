"""Scores as bars from zero, in groups, with the bar that they are compared with: a table that is its own picture."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.charts.palette import instrument_class
from generator.markup import Column, Row, table, text


@dataclass(frozen=True)
class Bar:
    """One row; `shown` is what stands in the score's cell, `value` how long the bar is (None draws none)."""

    label: str | Markup
    value: Decimal | None
    shown: str | Markup


@dataclass(frozen=True)
class Group:
    label: str
    code: str
    shown: str | Markup
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Bars:
    """`bar` is drawn as a dashed line through every row; `bar_label` explains it."""

    caption: str
    bar: Decimal
    groups: tuple[Group, ...]


def draw(chart: Bars) -> Markup:
    """A table with caption and one bar a row; the figures stand in its last column."""
    columns = [Column("ตัวชี้วัด"), Column("กราฟ", "chart"), Column("คะแนน", "number")]
    rows: list[Row] = []
    for group in chart.groups:
        heading = Markup('<span class="instrument {}">{}</span> {} <span class="mean">{}</span>').format(
            instrument_class(group.code), text(group.code), text(group.label), text(group.shown)
        )
        rows.append(Row((heading,), group=True))
        rows += [
            Row((bar.label, _picture(bar, chart.bar, instrument_class(group.code)), bar.shown)) for bar in group.bars
        ]
    return table(chart.caption, columns, rows, style="bars")


def _picture(bar: Bar, line: Decimal, colour: str) -> Markup:
    at = figures.length(line)
    length = figures.length(bar.value) if bar.value is not None else "0%"
    below = " below" if bar.value is not None and bar.value < line else ""
    return Markup(
        '<svg class="bar {colour}{below}" width="100%" height="14" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100%" height="14" rx="3"></rect>'
        '<rect class="value" width="{length}" height="14" rx="3"></rect>'
        '<line class="line" x1="{at}" x2="{at}" y1="0" y2="14"></line></svg>'
    ).format(colour=colour, below=below, length=length, at=at)
