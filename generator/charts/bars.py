"""Scores as bars from zero, in groups, with the bar that they are compared with: a table that is its own picture."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.charts import letters, palette, sheet
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
    """`bar` is drawn as a dashed line through every row; the caption explains it."""

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


_LABELS, _FIGURES, _ROW, _HEAD, _SIZE = 280, 150, 32, 40, 16


def sketch(chart: Bars) -> sheet.Sketch:
    """The same as a picture for a sheet."""
    plot = sheet.INNER - _LABELS - _FIGURES
    parts: list[str] = []
    y = 0.0
    for group in chart.groups:
        y += _HEAD
        parts.append(sheet.label(group.code, (0, y - 10), _SIZE, colour=palette.instrument(group.code), bold=True))
        beside = letters.width(f"{group.code} ", _SIZE, bold=True) + 4
        words = f"{group.label} {sheet.plain_text(group.shown)}".strip()
        size, lines = letters.fitted(words, (14, 12, 10), sheet.INNER - beside, 1)
        parts.append(sheet.label(lines[0], (beside, y - 10), size, colour=palette.MUTED))
        for bar in group.bars:
            middle = y + _ROW / 2
            parts.append(sheet.cell(bar.label, (0, middle), (_SIZE, 14, 12), _LABELS - 12))
            parts.append(sheet.box(_LABELS, middle - 9, plot, 18, palette.SURFACE, radius=3))
            if bar.value:
                length = float(bar.value) / 100 * plot
                parts.append(sheet.box(_LABELS, middle - 9, length, 18, palette.instrument(group.code), radius=3))
            known = bar.value is not None
            ink = palette.INK if known else palette.MUTED
            at = (_LABELS + plot + 12, middle)
            parts.append(sheet.cell(bar.shown, at, (_SIZE, 13, 11, 9), _FIGURES - 12, colour=ink, bold=known))
            y += _ROW
    line = _LABELS + float(chart.bar) / 100 * plot
    parts.append(sheet.line((line, _HEAD - 6), (line, y), palette.INK, width=1.5, dash="4 3"))
    name = f"เกณฑ์ {figures.printed(chart.bar)}"
    parts.append(sheet.label(name, (line, y + 16), 13, colour=palette.BAR, bold=True, anchor="middle"))
    return sheet.Sketch("".join(parts), y + 22)
