"""How many of each group are there, one square a thing: a table that is its own picture."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from generator.charts import palette, sheet
from generator.markup import Column, Row, table, text


class Square(StrEnum):
    """Full, empty, crossed out, or only its place: no two differ by colour alone."""

    FULL = "full"
    EMPTY = "empty"
    CROSSED = "crossed"
    PLACE = "place"


@dataclass(frozen=True)
class Group:
    """`shown` are its numbers in words."""

    label: str
    squares: tuple[Square, ...]
    shown: str


@dataclass(frozen=True)
class Counts:
    """`heads` are the headings of the groups, of the picture and of the numbers."""

    caption: str
    heads: tuple[str, str, str]
    groups: tuple[Group, ...]


_SIDE, _STEP = 11, 15


def draw(chart: Counts) -> Markup:
    columns = [Column(chart.heads[0]), Column(chart.heads[1], "chart"), Column(chart.heads[2], "number")]
    rows = [Row((group.label, _picture(group.squares), group.shown)) for group in chart.groups]
    return table(chart.caption, columns, rows, style="bars counts")


def _picture(squares: tuple[Square, ...]) -> Markup:
    width = len(squares) * _STEP
    drawn = Markup("").join(_square(square, n * _STEP + 1.5) for n, square in enumerate(squares))
    return Markup(
        '<svg class="squares" viewBox="0 0 {} 14" width="{}" height="14" aria-hidden="true" focusable="false">{}</svg>'
    ).format(text(str(width)), text(str(width)), drawn)


def _square(square: Square, x: float) -> Markup:
    drawn = Markup('<rect class="{}" x="{}" y="1.5" width="{}" height="{}"></rect>').format(
        text(square.value), _at(x), _at(_SIDE), _at(_SIDE)
    )
    if square is Square.CROSSED:
        drawn += Markup('<line class="cross" x1="{}" y1="{}" x2="{}" y2="1.5"></line>').format(
            _at(x), _at(1.5 + _SIDE), _at(x + _SIDE)
        )
    return drawn


def _at(value: float) -> Markup:
    return Markup(sheet.number(value))  # noqa: S704 -- a number


_LABELS, _FIGURES, _ROW, _WIDE, _SMALLEST = 300, 130, 38, 20, 6


def sketch(chart: Counts) -> sheet.Sketch:
    """The same as a picture for a sheet."""
    parts: list[str] = []
    room = sheet.INNER - _LABELS - _FIGURES
    most = max((len(group.squares) for group in chart.groups), default=1)
    step = max(_SMALLEST, min(_WIDE, room / max(1, most)))
    side = step * 0.75
    y = 0.0
    for group in chart.groups:
        middle = y + _ROW / 2
        parts.append(sheet.cell(group.label, (0, middle), (15, 13, 12, 11), _LABELS - 12))
        for n, square in enumerate(group.squares):
            parts.append(_shape(square, (_LABELS + n * step, middle - side / 2), side))
        parts.append(
            sheet.cell(group.shown, (sheet.INNER, middle), (15, 13, 11), _FIGURES - 8, bold=True, anchor="end")
        )
        y += _ROW
    return sheet.Sketch("".join(parts), y + 4)


def _shape(square: Square, corner: tuple[float, float], side: float) -> str:
    x, y = corner
    place, size = f'x="{sheet.number(x)}" y="{sheet.number(y)}"', sheet.number(side)
    fill = palette.ACCENT if square is Square.FULL else "none"
    dash = ' stroke-dasharray="2 2"' if square is Square.PLACE else ""
    line = f'stroke="{palette.ACCENT}" stroke-width="1.5"{dash}'
    drawn = f'<rect {place} width="{size}" height="{size}" fill="{fill}" {line}/>'
    if square is Square.CROSSED:
        drawn += sheet.line((x, y + side), (x + side, y), palette.ACCENT, width=1.5)
    return drawn
