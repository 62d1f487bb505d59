"""A figure through the years as a line, with the bar it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.charts import axis, palette, sheet, vega
from generator.thai import FiscalYear

_AROUND = 112  # pixels beside the plot


@dataclass(frozen=True)
class Trend:
    """`points` in the order of years; at a year without a value the line is broken."""

    name: str
    title: str
    description: str
    points: tuple[tuple[FiscalYear, Decimal | None], ...]
    bar: Decimal
    bar_label: str


def draw(chart: Trend, easel: vega.Easel) -> Markup:
    return vega.picture(chart.name, chart.title, chart.description, lambda width: _specify(chart, width), easel)


def sketch(chart: Trend, easel: vega.Easel) -> sheet.Sketch:
    """The same as a picture for a sheet."""
    drawn = vega.wide(chart.name, chart.title, chart.description, lambda width: _specify(chart, width), easel)
    return sheet.of_drawing(drawn)


_WIDE_YEAR, _YEAR, _SHORT_YEAR, _FIGURE = 54, 38, 22, 46  # pixels that ปี 2568, 2568, 68 and a figure need


def shortened(count: int, width: int) -> bool:
    """Whether so many years stand on the axis by their last two digits."""
    return (width - _AROUND) / max(1, count) < _YEAR


def _named(year: FiscalYear, gap: float) -> str:
    return f"ปี {year}" if gap >= _WIDE_YEAR else str(year) if gap >= _YEAR else f"{year.number % 100:02}"


def labelled(values: Sequence[Decimal | None], gap: float) -> frozenset[int]:
    """Which points have room for their figure: the last, the lowest, the highest and the first before all others."""
    known = [n for n, value in enumerate(values) if value is not None]
    if not known:
        return frozenset()
    by_value = sorted(known, key=lambda n: (values[n], -n))
    order = dict.fromkeys([known[-1], by_value[0], by_value[-1], known[0], *known])
    chosen: list[int] = []
    for n in order:
        if all(abs(n - other) * gap >= _FIGURE for other in chosen):
            chosen.append(n)
    return frozenset(chosen)


def _hollows(values: Sequence[Decimal | None], low: Decimal) -> frozenset[int]:
    """Points that lie lower than those beside them, with room for a figure above the axis."""
    least = low + (figures.FULL_SCORE - low) / 8
    return frozenset(
        n
        for n, (before, value, after) in enumerate(zip(values, values[1:], values[2:], strict=False), start=1)
        if before is not None and value is not None and after is not None and least < value < min(before, after)
    )


def _specify(chart: Trend, width: int) -> vega.Spec:
    low = axis.start([*(value for _, value in chart.points), chart.bar])
    inner = width - _AROUND
    gap = inner / max(1, len(chart.points))
    figured = labelled([value for _, value in chart.points], gap)
    hollows = _hollows([value for _, value in chart.points], low)
    values: list[dict[str, object]] = [
        {
            "year": _named(year, gap),
            "value": None if value is None else float(value),
            "above": figures.printed(value) if value is not None and n in figured - hollows else "",
            "below": figures.printed(value) if value is not None and n in figured & hollows else "",
        }
        for n, (year, value) in enumerate(chart.points)
    ]
    padding: vega.Padding = {"top": 28, "right": 66, "bottom": 28, "left": 46}
    spec = vega.base((inner, 200 if width == vega.WIDE else 180), padding, values)
    year: vega.Spec = {
        "field": "year",
        "type": "ordinal",
        "axis": {"labelAngle": 0} | ({"values": [one["year"] for one in values[::-2]]} if gap < _SHORT_YEAR else {}),
        "scale": {"padding": 0.5},
        "sort": None,
    }
    value: vega.Spec = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [float(low), 100], "nice": False},
        "axis": {"tickCount": 4, "title": None},
    }
    there = {"transform": [{"filter": "isValid(datum.value)"}]}
    bar = {"field": "bar", "type": "quantitative", "scale": value["scale"]}
    spec["layer"] = [
        {
            "mark": {"type": "rect", "color": palette.BAR, "opacity": 0.09},
            "data": {"values": [{"bar": float(chart.bar)}]},
            "encoding": {"y": bar, "y2": {"value": 0}, "x": {"value": 0}, "x2": {"value": inner}},
        },
        {
            "mark": {"type": "rule", "strokeDash": [5, 4], "color": palette.BAR},
            "data": {"values": [{"bar": float(chart.bar)}]},
            "encoding": {"y": bar},
        },
        {
            "mark": {"type": "text", "align": "left", "baseline": "middle", "color": palette.BAR},
            "data": {"values": [{"bar": float(chart.bar), "label": chart.bar_label}]},
            "encoding": {
                "y": bar,
                "x": {"value": inner + 5},
                "text": {"field": "label"},
            },
        },
        {
            "mark": {"type": "line", "color": palette.ACCENT, "strokeWidth": 2.5},
            "encoding": {"x": year, "y": value},
        },
        {
            **there,
            "mark": {"type": "point", "filled": True, "color": palette.ACCENT, "size": 90, "opacity": 1},
            "encoding": {"x": year, "y": value},
        },
        *(
            {
                **there,
                "mark": {"type": "text", "dy": shift, "fontWeight": "bold"},
                "encoding": {"x": year, "y": value, "text": {"field": field}},
            }
            for field, shift in (("above", -14), ("below", 16))
        ),
    ]
    return spec
