"""The measures of one year as the table of their document."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.markup import link
from generator.model import AgencyYear, MeasureSet
from generator.page import Page
from generator.pages.chain import paper_link, papers, years_line
from generator.pages.contents import MeasuresBody, measures_body
from generator.pages.context import Context
from generator.pages.made import made_of
from generator.pages.neighbours import neighbours
from generator.pages.overviews import measures_of_year
from generator.thai import FiscalYear


@dataclass(frozen=True)
class MeasuresYearView:
    heading: str
    years: Markup
    summary: str
    body: MeasuresBody
    papers: tuple[Markup, ...]
    neighbours: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """One page for each year with measures, the latest first in the navigation."""
    return [_year(context, entry, entry.measures) for entry in reversed(context.agency.years) if entry.measures]


def _year(context: Context, entry: AgencyYear, measures: MeasureSet) -> Page:
    year = entry.fiscal_year
    address = links.measures(year)
    view = MeasuresYearView(
        heading=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. {year}",
        years=years_line(context, entry.assessed, year, address),
        summary=measures_of_year(year, entry.assessed, context.acted_in(year)),
        body=measures_body(context, entry, measures, address),
        papers=tuple(paper_link(one, paper, address) for one, paper in papers(context, year)),
        neighbours=_neighbours(context, year, address),
        back=link(links.relative(address, links.MEASURES), "มาตรการทุกปี"),
    )
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปี {year}"
    description = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี {year} ของ{context.agency.name}"
    return Page(
        address,
        title,
        description,
        "measures_year.md.jinja",
        view,
        ("มาตรการ", f"ปี {year}"),
        wide=True,
        made_of=made_of(context, "measures", years=[year]),
    )


def _neighbours(context: Context, year: FiscalYear, address: str) -> Markup:
    """The years with measures before and after."""
    years = [entry.fiscal_year for entry in context.agency.years if entry.measures]
    return neighbours(
        years, year, lambda one: link(links.relative(address, links.measures(one)), f"มาตรการปี {one}"), "มาตรการของปี"
    )
