"""Colours of charts as custom properties of the stylesheet, so that light and dark need no second picture."""

INK = "var(--ps-ink)"
MUTED = "var(--ps-muted)"
GRID = "var(--ps-line)"
ACCENT = "var(--ps-accent)"
BAR = "var(--ps-bar)"
UP = "var(--ps-up)"
DOWN = "var(--ps-down)"
INSTRUMENTS = {"IIT": "iit", "EIT": "eit", "OIT": "oit"}


def instrument_class(code: str) -> str:
    """The class that gives rows of an instrument their colour; one neutral class for instruments of other years."""
    return INSTRUMENTS.get(code, "other")
