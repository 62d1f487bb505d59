"""How scores are spread: one row for each step of five points, with how many lie in it; a table that is its own
picture. Bars begin at zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.markup import Column, Row, table, text

_WIDTH = 5


@dataclass(frozen=True)
class Histogram:
    """`marked` is a value whose step says so in the words of `mark`."""

    caption: str
    unit: str
    values: tuple[Decimal, ...]
    marked: Decimal | None = None
    mark: str = ""


@dataclass(frozen=True)
class Step:
    """From `low` to below `low` + 5; the highest holds 100 too."""

    low: int
    count: int

    @property
    def label(self) -> str:
        if self.low + _WIDTH == figures.FULL_SCORE:
            return f"{self.low} ถึง {figures.FULL_SCORE}"
        return f"{self.low} ถึงต่ำกว่า {self.low + _WIDTH}"


def low_of(value: Decimal) -> int:
    """Where the step of a value begins: 84.99 is in 80, 85 in 85, 100 in 95."""
    return min(int(value // _WIDTH) * _WIDTH, int(figures.FULL_SCORE) - _WIDTH)


def steps(values: Sequence[Decimal]) -> tuple[Step, ...]:
    """Highest first, down to the lowest that holds a value; those between are there with none."""
    lows = [low_of(value) for value in values]
    return tuple(Step(low, lows.count(low)) for low in range(int(figures.FULL_SCORE) - _WIDTH, min(lows) - 1, -_WIDTH))


def draw(chart: Histogram) -> Markup:
    found = steps(chart.values)
    most = max(one.count for one in found)
    at = low_of(chart.marked) if chart.marked is not None else None
    rows = [
        Row((_label(one, chart.mark if one.low == at else ""), _picture(one.count, most), f"{one.count} {chart.unit}"))
        for one in found
    ]
    columns = [Column("ช่วงคะแนน"), Column("กราฟ", "chart"), Column("จำนวน", "number")]
    return table(chart.caption, columns, rows, style="bars")


def _label(one: Step, mark: str) -> Markup:
    return Markup("{} <small>{}</small>").format(text(one.label), text(mark)) if mark else text(one.label)


def _picture(count: int, most: int) -> Markup:
    return Markup(
        '<svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100%" height="14" rx="3"></rect>'
        '<rect class="value" width="{}" height="14" rx="3"></rect></svg>'
    ).format(figures.length(Decimal(count), high=Decimal(most)))
