"""The results of all years on one page."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.assess import GRADE, OVERALL
from generator.charts import trend
from generator.markup import Column, Row, link, table
from generator.page import Page
from generator.pages.comparison import through_years
from generator.pages.context import (
    Context,
    derived,
    source_note,
    sources_of,
    value,
    year_label,
)
from generator.pages.made import made_of
from generator.pages.method import method


@dataclass(frozen=True)
class ScoresView:
    table: Markup
    source: Markup
    method: Markup
    chart: Markup
    described: str


def present(context: Context) -> list[Page]:
    """One page, `scores/`."""
    address = links.SCORES
    rows = [
        Row(
            (
                link(links.relative(address, links.scores(one.fiscal_year)), year_label(context, one.fiscal_year)),
                value(context, one.fiscal_year, OVERALL, address),
                derived(one.overall),
                value(context, one.fiscal_year, GRADE, address),
            )
        )
        for one in reversed(context.assessments)
    ]
    columns = [
        Column("ปีงบประมาณ"),
        Column("คะแนนรวม (ตามเอกสาร)", "number"),
        Column("คะแนนรวม (คำนวณโดยระบบ)", "number"),
        Column("ระดับ"),
    ]
    chart, described = _trend(context)
    sources = [source for one in context.assessments for source in sources_of(one, [OVERALL, GRADE])]
    view = ScoresView(
        table("คะแนนรวมและระดับผลการประเมินรายปี", columns, rows),
        source_note(context, sources),
        method((one.fiscal_year for one in reversed(context.assessments)), address),
        chart,
        described,
    )
    name = context.agency.name
    description, made = f"ผลการประเมิน ITA ทุกปีของ{name}", made_of(context, "scores")
    return [Page(address, "ผลการประเมินทุกปี", description, "scores.md.jinja", view, ("ผลการประเมิน",), made_of=made)]


def _trend(context: Context) -> tuple[Markup, str]:
    """The overall through the years, where two years at least have a value."""
    points = tuple((one.fiscal_year, one.settled(OVERALL).number) for one in context.assessments)
    described = through_years(points, "คะแนนรวม", "ตามที่พิมพ์ไว้")
    if not described:
        return Markup(""), ""
    years = [year for year, number in points if number is not None]
    bar = context.latest.framework.scoring.bar
    title = f"คะแนนรวม ปี {years[0]}–{years[-1]}"
    chart = trend.Trend("trend", title, described, points, bar, f"เกณฑ์ {bar}")
    return trend.draw(chart, context.easel), described
