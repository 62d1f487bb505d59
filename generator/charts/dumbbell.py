"""Two years of each indicator as two dots on one line: a table that is its own picture.

The axis need not start at zero: it begins at a round number below the lowest score, the same for every row.
"""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from markupsafe import Markup

from generator import figures
from generator.markup import Column, Row, table

_STEP = Decimal(10)


@dataclass(frozen=True)
class Pair:
    label: str | Markup
    before: Decimal | None
    after: Decimal | None
    before_shown: str | Markup
    after_shown: str | Markup
    change_shown: str | Markup


@dataclass(frozen=True)
class Dumbbell:
    caption: str
    before: str
    after: str
    pairs: tuple[Pair, ...]


def axis_start(pairs: tuple[Pair, ...]) -> Decimal:
    """The round number below the lowest score, at most 90."""
    values = [value for pair in pairs for value in (pair.before, pair.after) if value is not None]
    lowest = min(values, default=Decimal(0))
    return min((lowest / _STEP).to_integral_value(rounding=ROUND_FLOOR) * _STEP, figures.FULL_SCORE - _STEP)


def draw(chart: Dumbbell) -> Markup:
    """A table: the year before, the picture, the year, the change."""
    start = axis_start(chart.pairs)
    axis = f"{figures.printed(start)}–{figures.printed(figures.FULL_SCORE)}"
    columns = [
        Column("ตัวชี้วัด"),
        Column(chart.before, "number"),
        Column(f"กราฟ (แกน {axis})", "chart"),
        Column(chart.after, "number"),
        Column("ผลต่าง", "number"),
    ]
    rows = [
        Row((pair.label, pair.before_shown, _picture(pair, start), pair.after_shown, pair.change_shown))
        for pair in chart.pairs
    ]
    return table(chart.caption, columns, rows, style="dumbbell")


def _picture(pair: Pair, start: Decimal) -> Markup:
    shapes = Markup("")
    if pair.before is not None and pair.after is not None:
        direction = "down" if pair.after < pair.before else "up"
        shapes += Markup('<line class="link {}" x1="{}" x2="{}" y1="9" y2="9"></line>').format(
            direction, figures.length(pair.before, start), figures.length(pair.after, start)
        )
    if pair.before is not None:
        shapes += Markup('<circle class="before" cx="{}" cy="9" r="4"></circle>').format(
            figures.length(pair.before, start)
        )
    if pair.after is not None:
        shapes += Markup('<circle class="after" cx="{}" cy="9" r="5"></circle>').format(
            figures.length(pair.after, start)
        )
    return Markup(
        '<svg class="dots" width="100%" height="18" aria-hidden="true" focusable="false">'
        '<line class="track" x1="0%" x2="100%" y1="9" y2="9"></line>{}</svg>'
    ).format(shapes)
