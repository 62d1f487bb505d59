"""Vega-Lite specifications to SVG for a page, kept in a store so that the same chart is drawn once.

A chart is drawn in two widths, of which the stylesheet shows one. The engine (a JavaScript machine of 100 MB) is
loaded only when a chart is not in the store.
"""

import hashlib
import importlib
import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypedDict

from markupsafe import Markup

from generator import markup
from generator.charts import palette

WIDE, NARROW = 720, 360
_VERSION = "1"  # of what drawing does to a picture; a change of it redraws all

Spec = dict[str, Any]  # a Vega-Lite specification is JSON by nature


class Padding(TypedDict):
    """Room around a plot, in pixels."""

    top: int
    right: int
    bottom: int
    left: int


class Store(Protocol):
    """Where drawn pictures are kept between builds."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, value: str) -> None: ...


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


def picture(name: str, title: str, description: str, specify: Callable[[int], Spec], store: Store) -> Markup:
    """One block of HTML with the chart in both widths. `name` is an ASCII id, unique on its page."""
    drawn = Markup("\n").join(
        Markup('<div class="{size}">{svg}</div>').format(
            size=size, svg=_draw(f"{name}-{size}", title, description, specify(width), store)
        )
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return Markup('<div class="chart" data-search-exclude>\n{}\n</div>').format(drawn)


def _draw(name: str, title: str, description: str, spec: Mapping[str, Any], store: Store) -> Markup:
    content = json.dumps([_VERSION, name, title, description, spec], ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256(content.encode()).hexdigest()
    svg = store.get(key)
    if svg is None:
        engine = importlib.import_module("generator.charts.engine")  # its import is what the store saves
        svg = str(engine.svg(name, str(markup.title(title)), str(markup.title(description)), spec))
        store.put(key, svg)
    return Markup(svg)  # noqa: S704 -- drawn by the engine, texts escaped above and by it
