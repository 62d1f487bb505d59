"""Every indicator in every year as a heat map, for a page and for a sheet: the figures stand in the cells."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.charts import heatmap, letters, palette, sheet
from generator.markup import text

WORDS = f"สีเข้มขึ้นตามคะแนน: {' · '.join(heatmap.step_names())}"


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
    """The cells of each line are in the order of `years`."""

    caption: str
    years: tuple[str | Markup, ...]
    lines: tuple[Line, ...]


def draw(chart: Heat) -> Markup:
    rows = tuple(heatmap.HeatRow(line.label, tuple(map(_cell, line.cells))) for line in chart.lines)
    return heatmap.draw(heatmap.Heatmap(chart.caption, "ตัวชี้วัด", chart.years, rows))


def _cell(cell: Cell) -> Markup:
    if cell.value is None:
        return Markup('<span class="heat none">{}</span>').format(text(cell.shown))
    return heatmap.cell(cell.value, cell.shown)


_LABELS, _ROW, _SIZE = 250, 34, 15
# on paper, from the lowest step to the highest: colour, and what can be read on it
_FILLS = (
    ("#eff4f6", palette.INK),
    ("#cfe2e8", palette.INK),
    ("#9cc5d0", palette.INK),
    ("#24708a", palette.PAPER),
    ("#0b3d4b", palette.PAPER),
)


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
        for n, one in enumerate(line.cells):
            x = _LABELS + n * cell
            ink = palette.INK
            if one.value is not None:
                fill, ink = _FILLS[heatmap.step(one.value) - 1]
                parts.append(sheet.box(x + 1, y + 1, cell - 2, _ROW - 2, fill, radius=2))
            middle = (x + cell / 2, y + _ROW / 2)
            parts.append(
                sheet.cell(
                    one.shown, middle, (14, 12, 11, 10, 9, 8, 6), cell - 5, colour=ink, anchor="middle", asides=False
                )
            )
        y += _ROW
    return sheet.Sketch("".join(parts), y + 4)
