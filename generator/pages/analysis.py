"""What an agency wrote about one year's result: strengths and points to develop, indicator by indicator."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.assess import Assessment
from generator.markup import link
from generator.model import Analysis
from generator.page import Page
from generator.pages.chain import measure_link, years_line
from generator.pages.contents import AnalysisBody, analysis_body
from generator.pages.context import Context, short_year, year_label
from generator.pages.made import made_of
from generator.pages.method import method
from generator.pages.neighbours import neighbours
from generator.pages.overviews import analysis as summary


@dataclass(frozen=True)
class AnalysisView:
    heading: str
    years: tuple[Markup, ...]
    summary: str
    body: AnalysisBody
    measures: tuple[Markup, ...]
    method: Markup
    neighbours: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """One page for each year with an analysis, the latest first in the navigation."""
    years = [(entry.fiscal_year, entry.analysis) for entry in reversed(context.agency.years)]
    shown = [
        (assessment, analysis) for year, analysis in years if analysis and (assessment := context.assessment(year))
    ]
    row = [assessment for assessment, _ in reversed(shown)]
    return [_page(context, assessment, analysis, row) for assessment, analysis in shown]


def _page(context: Context, assessment: Assessment, analysis: Analysis, row: list[Assessment]) -> Page:
    year = assessment.fiscal_year
    address = links.analysis(year)
    following = context.following(year)
    view = AnalysisView(
        heading=f"การวิเคราะห์ผลการประเมิน {year_label(context, year)}",
        years=tuple(
            years_line(context, year, acted, address) for acted in sorted({one.fiscal_year for one in following})
        ),
        summary=summary(analysis, assessment.framework, len(following)),
        body=analysis_body(context, assessment, analysis, address),
        measures=tuple(measure_link(context, one, address) for one in following),
        method=method([year], address),
        neighbours=neighbours(
            row,
            assessment,
            lambda one: link(
                links.relative(address, links.analysis(one.fiscal_year)),
                f"การวิเคราะห์{short_year(context, one.fiscal_year)}",
            ),
            "การวิเคราะห์ของปี",
        ),
        back=link(links.relative(address, links.scores(year)), f"ผลการประเมิน{short_year(context, year)}"),
    )
    title = f"การวิเคราะห์ผลการประเมิน{short_year(context, year)}"
    description = f"จุดแข็งและประเด็นที่ควรพัฒนาจากผลการประเมิน ITA ปี {year} ของ{context.agency.name}"
    return Page(
        address,
        title,
        description,
        "analysis.md.jinja",
        view,
        ("คะแนน", f"การวิเคราะห์{short_year(context, year)}"),
        made_of=made_of(context, "analysis", "scores", years=[year]),
    )
