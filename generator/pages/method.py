"""The way from a computed figure to how it is made: the rules of its year on the page about methods."""

from collections.abc import Iterable

from markupsafe import Markup

from generator import links
from generator.markup import join, link
from generator.thai import FiscalYear


def method(years: Iterable[FiscalYear], address: str) -> Markup:
    """A line that leads to the rules of these years, which are those of results; empty without a year."""
    ways = [
        link(links.relative(address, f"{links.METHODOLOGY}#framework-{year}"), f"เกณฑ์และวิธีคำนวณปี {year}")
        for year in years
    ]
    if not ways:
        return Markup("")
    return Markup('<p class="method" data-search-exclude>วิธีคำนวณ: {}</p>').format(join(ways, ", "))
