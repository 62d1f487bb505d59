"""A figure through the years as a line, with the bar it is compared with."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.charts import palette, vega
from generator.thai import FiscalYear


@dataclass(frozen=True)
class Trend:
    """`points` in the order of years; a year without a value is left out of the line and named in the description."""

    name: str
    title: str
    description: str
    points: tuple[tuple[FiscalYear, Decimal | None], ...]
    bar: Decimal
    bar_label: str


def draw(chart: Trend, easel: vega.Easel) -> Markup:
    return vega.picture(chart.name, chart.title, chart.description, lambda width: _specify(chart, width), easel)


def _specify(chart: Trend, width: int) -> vega.Spec:
    known = [(year, value) for year, value in chart.points if value is not None]
    start = min([*(value for _, value in known), chart.bar])
    low = max(Decimal(0), (start / 10).to_integral_value(rounding="ROUND_FLOOR") * 10 - 10)
    values: list[dict[str, object]] = [
        {"year": f"ปี {year}", "value": float(value), "shown": figures.printed(value)} for year, value in known
    ]
    inner = width - 60
    padding: vega.Padding = {"top": 24, "right": 12, "bottom": 28, "left": 48}
    spec = vega.base((inner, 200 if width == vega.WIDE else 180), padding, values)
    year: vega.Spec = {
        "field": "year",
        "type": "ordinal",
        "axis": {"labelAngle": 0},
        "scale": {"padding": 0.5},
        "sort": None,
    }
    value: vega.Spec = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [float(low), 100], "nice": False},
        "axis": {"tickCount": 4, "title": None},
    }
    bar = {"field": "bar", "type": "quantitative", "scale": value["scale"]}
    spec["layer"] = [
        {
            "mark": {"type": "rule", "strokeDash": [5, 4], "color": palette.BAR},
            "data": {"values": [{"bar": float(chart.bar)}]},
            "encoding": {"y": bar},
        },
        {
            "mark": {"type": "text", "align": "right", "baseline": "bottom", "dy": -3, "color": palette.BAR},
            "data": {"values": [{"bar": float(chart.bar), "label": chart.bar_label}]},
            "encoding": {
                "y": bar,
                "x": {"value": inner - 2},
                "text": {"field": "label"},
            },
        },
        {
            "mark": {"type": "line", "color": palette.ACCENT, "strokeWidth": 2.5},
            "encoding": {"x": year, "y": value},
        },
        {
            "mark": {"type": "point", "filled": True, "color": palette.ACCENT, "size": 90, "opacity": 1},
            "encoding": {"x": year, "y": value},
        },
        {
            "mark": {"type": "text", "dy": -14, "fontWeight": "bold"},
            "encoding": {"x": year, "y": value, "text": {"field": "shown"}},
        },
    ]
    return spec
