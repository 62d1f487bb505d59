"""Two years of each indicator as two dots on one line: a table that is its own picture.

The axis need not start at zero: it begins at a round number, the same for every row, and the table says where.
"""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.charts import axis, palette, sheet
from generator.markup import Column, Row, table


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
    """Where the axis of these pairs begins."""
    return axis.start(value for pair in pairs for value in (pair.before, pair.after))


def draw(chart: Dumbbell) -> Markup:
    """A table: the year before, the picture, the year, the change."""
    start = axis_start(chart.pairs)
    ends = f"{figures.printed(start)}–{figures.printed(figures.FULL_SCORE)}"
    columns = [
        Column("ตัวชี้วัด"),
        Column(chart.before, "number"),
        Column(f"กราฟ (แกน {ends})", "chart"),
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


_LABELS, _CELL, _ROW, _SIZE = 250, 76, 34, 15


def sketch(chart: Dumbbell) -> sheet.Sketch:
    """The same as a picture for a sheet."""
    start = float(axis_start(chart.pairs))
    left = _LABELS + _CELL + 14
    plot = sheet.INNER - left - 14 - 2 * _CELL
    columns = (_LABELS + _CELL - 4, left + plot + 14 + _CELL - 4, sheet.INNER)
    parts = [
        sheet.label(words, (x, 16), 13, colour=palette.MUTED, bold=True, anchor="end")
        for words, x in zip((chart.before, chart.after, "ผลต่าง"), columns, strict=True)
    ]
    for end, anchor in ((start, "start"), (100.0, "end")):
        x = left if anchor == "start" else left + plot
        parts.append(sheet.label(sheet.number(end), (x, 16), 13, colour=palette.MUTED, anchor=anchor))
    y = 24.0
    for pair in chart.pairs:
        middle = y + _ROW / 2
        parts.append(sheet.cell(pair.label, (0, middle), (_SIZE, 13, 11), _LABELS - 8))
        for shown, x in zip((pair.before_shown, pair.after_shown, pair.change_shown), columns, strict=True):
            parts.append(sheet.cell(shown, (x, middle), (_SIZE, 12, 10, 8), _CELL - 6, anchor="end", asides=False))
        parts.append(sheet.line((left, middle), (left + plot, middle), palette.GRID))
        at = [
            None if v is None else left + (float(v) - start) / (100 - start) * plot for v in (pair.before, pair.after)
        ]
        if at[0] is not None and at[1] is not None:
            colour = palette.DOWN if at[1] < at[0] else palette.UP
            parts.append(sheet.line((at[0], middle), (at[1], middle), colour, width=3))
        if at[0] is not None:
            parts.append(sheet.dot(at[0], middle, 4.5, palette.PAPER, palette.MUTED))
        if at[1] is not None:
            parts.append(sheet.dot(at[1], middle, 5.5, palette.INK))
        y += _ROW
    key = f"วงกลมโปร่ง: {chart.before}  วงกลมทึบ: {chart.after}"
    parts.append(sheet.label(key, (left + plot / 2, y + 14), 13, colour=palette.MUTED, anchor="middle"))
    return sheet.Sketch("".join(parts), y + 20)
