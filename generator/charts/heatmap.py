"""Scores of many rows and few columns as a table that is its own picture: each cell shows its number on the colour of
one of five fixed steps, in one hue from pale to strong, so that no reader has to tell two hues apart.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from generator.markup import Column, Row, join, table, text

# Where a step begins; below the first is one more. 85 is the bar of the overall.
BOUNDS = (60, 70, 85, 95)


@dataclass(frozen=True)
class HeatRow:
    """`cells` in the order of the columns, as `cell` makes them."""

    label: str | Markup
    cells: tuple[Markup, ...]


@dataclass(frozen=True)
class Heatmap:
    caption: str
    first: str
    columns: tuple[str | Markup, ...]
    rows: tuple[HeatRow, ...]


def step(value: Decimal) -> int:
    """The step of a score, from 1 for the lowest to 5: 59.99 is 1, 60 is 2."""
    return bisect_right(BOUNDS, value) + 1


def step_names() -> tuple[str, ...]:
    """The steps in words, lowest first."""
    between = [f"{low} ถึงต่ำกว่า {high}" for low, high in pairwise(BOUNDS)]
    return (f"ต่ำกว่า {BOUNDS[0]}", *between, f"{BOUNDS[-1]} ขึ้นไป")


def cell(value: Decimal, shown: str | Markup) -> Markup:
    """A score on its colour; `value` is the figure that is shown."""
    return Markup('<span class="heat heat-{}">{}</span>').format(step(value), text(shown))


def empty(words: str, *, missing: bool) -> Markup:
    """A cell without a score, in words; a dash leads what is missing."""
    dash = Markup("– ") if missing else Markup("")
    return Markup('<span class="heat none">{}<small>{}</small></span>').format(dash, text(words))


def legend(names: Sequence[str]) -> Markup:
    """What the colours mean; `names` are the steps in words."""
    items = [
        Markup('<li><span class="heat heat-{}">{}</span></li>').format(number, text(name))
        for number, name in enumerate(names, start=1)
    ]
    return Markup('<ul class="heat-legend" aria-label="ความหมายของสี">{}</ul>').format(join(items))


def draw(chart: Heatmap) -> Markup:
    columns = [Column(chart.first), *(Column(heading, "number") for heading in chart.columns)]
    rows = [Row((row.label, *row.cells)) for row in chart.rows]
    return table(chart.caption, columns, rows, style="heatmap")
