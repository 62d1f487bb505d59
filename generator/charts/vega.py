"""What our Vega-Lite specifications share, and how a picture stands on a page.

A chart is drawn in two widths, of which the stylesheet shows one. An easel that the pipeline hands in draws it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypedDict

from markupsafe import Markup

from generator import markup
from generator.charts import palette

WIDE, NARROW = 720, 360

Spec = dict[str, Any]  # a Vega-Lite specification is JSON by nature


class Padding(TypedDict):
    """Room around a plot, in pixels."""

    top: int
    right: int
    bottom: int
    left: int


@dataclass(frozen=True)
class Drawing:
    """What an engine is asked to draw: texts are HTML-escaped already, ids in the picture begin with `name`."""

    name: str
    title: str
    description: str
    spec: Spec

    def order(self) -> dict[str, Any]:
        """The drawing as JSON values."""
        return {"name": self.name, "title": self.title, "description": self.description, "spec": self.spec}


class Easel(Protocol):
    """Where pictures come from: drawn now, or kept from an earlier build."""

    def svg(self, drawing: Drawing) -> str: ...


class Press(Easel, Protocol):
    """An easel that makes pixels of a picture too."""

    def png(self, svg: str, scale: int) -> bytes: ...


def base(size: tuple[int, int], padding: Padding, values: list[dict[str, object]]) -> Spec:
    """What all our specifications share: size of the plot, room around it, data, colours of axes, no background.

    The size is fixed: fitting it to the labels would measure text, with the fonts of whatever machine builds.
    """
    width, height = size
    return {
        "autosize": "none",
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": height,
        "background": "transparent",
        "padding": dict(padding),
        "data": {"values": values},
        "config": {
            "font": "Sarabun",
            "view": {"stroke": None},
            "axis": {
                "aria": False,
                "domainColor": palette.GRID,
                "gridColor": palette.GRID,
                "labelColor": palette.MUTED,
                "labelFontSize": 13,
                "labelOverlap": False,
                "tickColor": palette.GRID,
                "title": None,
            },
            "text": {"fontSize": 13, "color": palette.INK},
        },
    }


def wide(name: str, title: str, description: str, specify: Callable[[int], Spec], easel: Easel) -> str:
    """The wide picture alone, as SVG text."""
    told = str(markup.title(title)), str(markup.title(description))
    return easel.svg(Drawing(f"{name}-wide", *told, specify(WIDE)))


def picture(name: str, title: str, description: str, specify: Callable[[int], Spec], easel: Easel) -> Markup:
    """One block of HTML with the chart in both widths. `name` is an ASCII id, unique on its page."""
    told = str(markup.title(title)), str(markup.title(description))
    drawn = Markup("\n").join(
        Markup('<div class="{}">{}</div>').format(
            size,
            Markup(easel.svg(Drawing(f"{name}-{size}", *told, specify(width)))),  # noqa: S704 -- texts escaped above
        )
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return Markup('<div class="chart" data-search-exclude>\n{}\n</div>').format(drawn)
