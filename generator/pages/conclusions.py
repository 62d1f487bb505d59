"""Where the documents of a year draw a conclusion from a comparison with another one."""

from collections.abc import Iterator

from markupsafe import Markup

from generator import links
from generator.markup import link
from generator.model import PlaceKind
from generator.pages.context import Context
from generator.pages.sections import section_anchor
from generator.thai import FiscalYear


def conclusions(context: Context, year: FiscalYear, address: str) -> Iterator[Markup]:
    """Links to the sections that hold a printed comparison of the year's scores."""
    entry = context.entry(year)
    if entry is None:
        return
    comparisons = {place.id for place in entry.scores.all_places() if place.kind is PlaceKind.COMPARISON}
    analysis = entry.analysis.sections if entry.analysis else ()
    groups = [(links.analysis(year), analysis, "section")]
    if entry.measures:
        groups.append((links.measures(year), entry.measures.introduction, "introduction"))
        groups.append((links.measures(year), entry.measures.conclusion, "conclusion"))
    for page, sections, prefix in groups:
        for number, section in enumerate(sections, start=1):
            if comparisons & {*section.places}:
                href = links.relative(address, f"{page}#{section_anchor(section, number, prefix)}")
                title = f": {section.heading}" if section.heading else ""
                yield link(href, f"การเปรียบเทียบและข้อสรุปในเอกสาร{title}")
