"""Dates of ours on pages: in words for readers, as numbers for machines."""

from datetime import date

from markupsafe import Markup

from generator import thai
from generator.markup import text


def day(shown: date) -> Markup:
    """Like 30 กันยายน 2568."""
    return Markup('<time datetime="{}">{}</time>').format(text(shown.isoformat()), text(thai.format_date(shown)))


def day_or_dash(shown: date | None) -> Markup:
    return day(shown) if shown else text("–")
