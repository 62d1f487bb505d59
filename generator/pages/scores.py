"""The results of all years on one page."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.assess import GRADE, OVERALL
from generator.charts import heat, trend
from generator.markup import Column, Row, link, table, text
from generator.model import Framework
from generator.page import Page
from generator.pages import figure, headlines, nothing, score_bars
from generator.pages.comparison import every_year, shown_of, through_years
from generator.pages.context import Context, derived, numbered, source_note, sources_of, value, year_label
from generator.pages.figure import Figure, Rows
from generator.pages.grades import badge
from generator.pages.made import made_of
from generator.pages.method import method

_TITLE, _NAV = "ผลการประเมินทุกปี", ("คะแนน",)


@dataclass(frozen=True)
class ScoresView:
    table: Markup
    source: Markup
    method: Markup
    trend: Markup
    heat: Markup


def present(context: Context) -> list[Page]:
    """One page, `scores/`, also where no result is recorded: it says so."""
    address = links.SCORES
    if context.latest is None:
        return [_without_result(context, address)]
    rules = context.latest.framework
    rows = [
        Row(
            (
                link(links.relative(address, links.scores(one.fiscal_year)), year_label(context, one.fiscal_year)),
                value(context, one.fiscal_year, OVERALL, address),
                derived(one.overall),
                badge(context, one, address),
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
    figures = (_trend(context, rules), _heat(context, rules, address)) if len(context.assessments) > 1 else ()
    blocks = [figure.block(context, one, address) if one.picture else Markup("") for one in figures]
    sources = [source for one in context.assessments for source in sources_of(one, [OVERALL, GRADE])]
    view = ScoresView(
        table("คะแนนรวมและระดับผลการประเมินรายปี", columns, rows, style="cards"),
        source_note(context, sources),
        method((one.fiscal_year for one in reversed(context.assessments)), address),
        *(blocks or (Markup(""), Markup(""))),
    )
    return [
        Page(
            address,
            _TITLE,
            f"ผลการประเมิน ITA ทุกปีของ{context.agency.name}",
            "scores.md.jinja",
            view,
            _NAV,
            downloads=tuple(file for one in figures for file in figure.downloads(context, one)),
            made_of=made_of(context, "scores"),
        )
    ]


def _without_result(context: Context, address: str) -> Page:
    return nothing.page(
        context,
        address,
        _TITLE,
        _NAV,
        nothing.NO_RESULT,
        nothing.NOT_A_VERDICT,
        "เมื่อบันทึกผลแล้ว หน้านี้จะแสดงคะแนนรวม ระดับผลการประเมิน และคะแนนรายตัวชี้วัดของแต่ละปี พร้อมที่มาของทุกตัวเลข",
    )


def _trend(context: Context, rules: Framework) -> Figure:
    """The overall through the years; without a picture for the page where fewer than two years have a value."""
    points = every_year([(one.fiscal_year, one.settled(OVERALL).number) for one in context.assessments])
    described = through_years(points, "คะแนนรวม", "ตามที่พิมพ์ไว้")
    bar = rules.scoring.bar
    title = f"คะแนนรวม ปี {points[0][0]}–{points[-1][0]}"
    chart = trend.Trend("trend", title, described, tuple(points), bar, f"เกณฑ์ {bar}")
    written = [
        (one.fiscal_year, score.number, score.state.value, one.settled(GRADE).text, one.framework.scoring.bar)
        for one in context.assessments
        for score in (one.settled(OVERALL),)
    ]
    return Figure(
        place=f"{links.SCORES}trend",
        finding=headlines.of_years(points, "คะแนนรวม"),
        shown=shown_of(chart, title),
        picture=trend.draw(chart, context.easel) if described else Markup(""),
        sketch=lambda: trend.sketch(chart, context.easel),
        sources=tuple(source for one in context.assessments for source in sources_of(one, [OVERALL])),
        table=_table_of(chart),
        rows=Rows(("fiscal_year", "overall", "status", "grade", "bar"), written),
    )


def _table_of(chart: trend.Trend) -> Markup:
    """The same figures as a table, the latest year first."""
    rows = [
        Row((f"ปี {year}", text(format(value, "f")) if value is not None else "ไม่มีค่าที่ใช้ได้"))
        for year, value in reversed(chart.points)
    ]
    return table(chart.title, [Column("ปีงบประมาณ"), Column("คะแนน", "number")], rows)


def _heat(context: Context, rules: Framework, address: str) -> Figure:
    """Every indicator in every year, by official number."""
    years = context.assessments
    chart = heat.Heat(
        f"คะแนนรายตัวชี้วัด ปี {years[0].fiscal_year}–{years[-1].fiscal_year}",
        tuple(link(links.relative(address, links.scores(one.fiscal_year)), str(one.fiscal_year)) for one in years),
        tuple(
            heat.Line(
                numbered(indicator, address),
                tuple(
                    heat.Cell(
                        one.indicator(indicator.number).number,
                        value(context, one.fiscal_year, str(indicator.number), address),
                    )
                    for one in years
                ),
            )
            for indicator in rules.indicators
        ),
    )
    sources = [source for one in years for source in sources_of(one, [str(n) for n in one.numbers])]
    written = [score_bars.written(context, one, n) for one in years for n in one.numbers]
    return Figure(
        place=f"{links.SCORES}indicators",
        finding=headlines.of_all_years(years),
        shown=f"{chart.caption} {heat.WORDS}",
        picture=heat.draw(chart),
        sketch=lambda: heat.sketch(chart),
        sources=tuple(sources),
        rows=Rows(score_bars.COLUMNS, written),
    )
