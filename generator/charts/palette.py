"""Colours of charts as custom properties of the stylesheet, so that light and dark need no second picture; as plain
colours, those of the light scheme, where a picture leaves the site."""

import re

INK = "var(--ps-ink)"
MUTED = "var(--ps-muted)"
GRID = "var(--ps-line)"
SURFACE = "var(--ps-surface)"
ACCENT = "var(--ps-accent)"
BAR = "var(--ps-bar)"
UP = "var(--ps-up)"
DOWN = "var(--ps-down)"
MARK = "var(--ps-mark)"
PAPER = "#ffffff"
INSTRUMENTS = {"IIT": "iit", "EIT": "eit", "OIT": "oit"}

# The same as in the stylesheet; a test compares them.
LIGHT = {
    "ink": "#18212f",
    "muted": "#566070",
    "line": "#d8d9d5",
    "surface": "#f0efe9",
    "accent": "#0f4c5c",
    "bar": "#7a5200",
    "up": "#1d6f42",
    "down": "#a4280f",
    "mark": "#8a2a10",
    "iit": "#1f63a8",
    "eit": "#a34f10",
    "oit": "#23734a",
}
_PROPERTY = re.compile(r"var\(--ps-([a-z]+)\)")


def instrument_class(code: str) -> str:
    """The class that gives rows of an instrument their colour; one neutral class for instruments of other years."""
    return INSTRUMENTS.get(code, "other")


def instrument(code: str) -> str:
    """The colour of an instrument."""
    return f"var(--ps-{INSTRUMENTS[code]})" if code in INSTRUMENTS else ACCENT


def plain(svg: str) -> str:
    """A picture with plain colours."""
    return _PROPERTY.sub(lambda found: LIGHT[found[1]], svg)
