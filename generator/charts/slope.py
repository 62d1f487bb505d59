"""Every indicator of two years as a line from the one to the other, labels kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.charts import palette, sheet, vega
from generator.charts.dumbbell import Pair, axis_start

_COLOURS = {-1: palette.DOWN, 0: palette.MUTED, 1: palette.UP}
_LINE = 17.0  # the least distance between two labels, in pixels
_HEIGHT = {vega.WIDE: 340, vega.NARROW: 320}


@dataclass(frozen=True)
class Line:
    """`label` is the full name, `number` the official number that stands for it on a phone."""

    label: str
    number: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True)
class Slope:
    name: str
    title: str
    description: str
    before: str
    after: str
    lines: tuple[Line, ...]


def draw(chart: Slope, easel: vega.Easel) -> Markup:
    return vega.picture(chart.name, chart.title, chart.description, lambda width: _specify(chart, width), easel)


def sketch(chart: Slope, easel: vega.Easel) -> sheet.Sketch:
    """The same as a picture for a sheet."""
    drawn = vega.wide(chart.name, chart.title, chart.description, lambda width: _specify(chart, width), easel)
    return sheet.of_drawing(drawn)


def dodged(wanted: Sequence[float], height: float) -> list[float]:
    """Positions at least one line apart, in the order wanted, moved as little as that allows, within the height."""
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    placed = [0.0] * len(wanted)
    lowest = 0.0
    for index in order:
        placed[index] = lowest = max(wanted[index], lowest)
        lowest += _LINE
    highest = height
    for index in reversed(order):
        placed[index] = highest = min(placed[index], highest)
        highest -= _LINE
    return placed


def _specify(chart: Slope, width: int) -> vega.Spec:
    height, inner = _HEIGHT[width], width - (340 if width == vega.WIDE else 190)
    pairs = tuple(Pair(x.label, x.before, x.after, "", "", "") for x in chart.lines)
    start = float(axis_start(pairs))
    at = {
        side: [height * (1 - (float(getattr(x, side)) - start) / (100 - start)) for x in chart.lines]
        for side in ("before", "after")
    }
    label_at = {side: dodged(positions, height) for side, positions in at.items()}
    values: list[dict[str, object]] = [
        {
            "before": at["before"][n],
            "after": at["after"][n],
            "left": label_at["before"][n],
            "right": label_at["after"][n],
            "left_label": figures.printed(x.before),
            "right_label": f"{figures.printed(x.after)}  {x.label if width == vega.WIDE else f'({x.number})'}",
            "colour": _COLOURS[(x.after > x.before) - (x.after < x.before)],
        }
        for n, x in enumerate(chart.lines)
    ]
    colour = {"field": "colour", "type": "nominal", "scale": None}
    padding: vega.Padding = {"top": 36, "right": width - inner - 70, "bottom": 12, "left": 70}
    spec = vega.base((inner, height), padding, values)
    spec["layer"] = [
        _line((0, "before"), (inner, "after"), {"color": colour}, strokeWidth=2),
        _line((-8, "left"), (-2, "before"), {}, color=palette.GRID),
        _line((inner + 2, "after"), (inner + 8, "right"), {}, color=palette.GRID),
        _layer({"type": "point", "filled": True, "size": 60, "opacity": 1}, 0, "before", {"color": colour}),
        _layer({"type": "point", "filled": True, "size": 60, "opacity": 1}, inner, "after", {"color": colour}),
        _layer(_label("right"), -11, "left", {"text": {"field": "left_label"}}),
        _layer(_label("left"), inner + 11, "right", {"text": {"field": "right_label"}}),
        *(
            {
                "mark": {"type": "text", "fontWeight": "bold", "color": palette.MUTED},
                "data": {"values": [{"label": label}]},
                "encoding": {"x": {"value": x}, "y": {"value": -24}, "text": {"field": "label"}},
            }
            for x, label in ((0, chart.before), (inner, chart.after))
        ),
    ]
    return spec


def _y(field: str) -> dict[str, object]:
    """A position in pixels: labels and lines share one axis that is ours."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _layer(mark: dict[str, object], x: int, y: str, more: dict[str, object]) -> vega.Spec:
    return {"mark": mark, "encoding": {"x": {"value": x}, "y": _y(y), **more}}


def _line(start: tuple[int, str], end: tuple[int, str], more: dict[str, object], **mark: object) -> vega.Spec:
    encoding = {"x": {"value": start[0]}, "x2": {"value": end[0]}, "y": _y(start[1]), "y2": {"field": end[1]}, **more}
    return {"mark": {"type": "rule", **mark}, "encoding": encoding}


def _label(align: str) -> dict[str, object]:
    return {"type": "text", "align": align, "baseline": "middle"}
