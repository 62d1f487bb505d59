"""Every indicator in every year as a table whose cells are darker the lower the score: the figures stand in them."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.charts import letters, palette, sheet
from generator.markup import Column, Row, table, text

_STEP = Decimal(10)
WORDS = "สีเข้มขึ้นเมื่อคะแนนต่ำลงทีละ 10 คะแนนจากเกณฑ์ ตัวหนาคือต่ำกว่าเกณฑ์"


@dataclass(frozen=True)
class Cell:
    """`value` decides the colour (None has none), `shown` is what stands in it."""

    value: Decimal | None
    shown: str | Markup


@dataclass(frozen=True)
class Line:
    label: str | Markup
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Heat:
    """`bars` are what scores of each year are compared with, in the order of `years`."""

    caption: str
    years: tuple[str | Markup, ...]
    bars: tuple[Decimal, ...]
    lines: tuple[Line, ...]


def level(value: Decimal | None, bar: Decimal) -> int:
    """0 where ten points or more lie above the bar, 1 above, 2 below, 3 more than ten below; −1 without a value."""
    if value is None:
        return -1
    if value >= bar:
        return 0 if value >= bar + _STEP else 1
    return 2 if value >= bar - _STEP else 3


def draw(chart: Heat) -> Markup:
    columns = [Column("ตัวชี้วัด"), *(Column(year, "number") for year in chart.years)]
    rows = [
        Row((line.label, *(_cell(cell, bar) for cell, bar in zip(line.cells, chart.bars, strict=True))))
        for line in chart.lines
    ]
    return table(chart.caption, columns, rows, style="heat")


def _cell(cell: Cell, bar: Decimal) -> Markup:
    found = level(cell.value, bar)
    if found < 0:
        return text(cell.shown)
    return Markup('<span class="heat-{}">{}</span>').format(text(str(found)), text(cell.shown))


_LABELS, _ROW, _SIZE = 250, 34, 15
_FILLS = (palette.PAPER, "#eef3f5", "#cfdde3", "#86a9b6")


def sketch(chart: Heat) -> sheet.Sketch:
    """The same as a picture for a sheet."""
    cell = (sheet.INNER - _LABELS) / max(1, len(chart.years))
    parts: list[str] = []
    for n, year in enumerate(chart.years):
        words = sheet.plain_text(year)
        size, lines = letters.fitted(words, (14, 12, 11, 10, 8), cell - 9, 1)
        at = (_LABELS + (n + 0.5) * cell, 16)
        parts.append(sheet.label(lines[0], at, size, colour=palette.MUTED, bold=True, anchor="middle"))
    y = 24.0
    for line in chart.lines:
        parts.append(sheet.cell(line.label, (0, y + _ROW / 2), (_SIZE, 13, 11), _LABELS - 8))
        for n, (one, bar) in enumerate(zip(line.cells, chart.bars, strict=True)):
            found = level(one.value, bar)
            x = _LABELS + n * cell
            if found >= 0:
                parts.append(sheet.box(x + 1, y + 1, cell - 2, _ROW - 2, _FILLS[found], radius=2))
            below = found >= 2  # noqa: PLR2004 -- the levels below the bar
            middle = (x + cell / 2, y + _ROW / 2)
            parts.append(
                sheet.cell(
                    one.shown, middle, (14, 12, 11, 10, 9, 8, 6), cell - 5, bold=below, anchor="middle", asides=False
                )
            )
        y += _ROW
    return sheet.Sketch("".join(parts), y + 4)
