"""One page an indicator: its score through the years, what is written about it, and the measures that serve it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, links
from generator.assess import Assessment
from generator.charts import trend
from generator.markup import Column, Row, link, table, text
from generator.model import Framework, Indicator
from generator.page import Page
from generator.pages import figure, headlines, score_bars
from generator.pages.chain import analysed, measure_link, state_badge
from generator.pages.comparison import every_year, shown_of, through_years
from generator.pages.context import UNDECIDED, Context, short_year, source_note, sources_of, value, year_label
from generator.pages.figure import Figure, Rows
from generator.pages.made import made_of
from generator.pages.method import method
from generator.pages.neighbours import neighbours
from generator.pages.sections import indicator_anchor


@dataclass(frozen=True)
class IndicatorView:
    heading: str
    english: str
    instrument: Markup
    table: Markup
    source: Markup
    method: Markup
    trend: Markup
    measures: tuple[Markup, ...]
    analyses: tuple[Markup, ...]
    neighbours: Markup


def present(context: Context) -> list[Page]:
    """A page for each indicator of the latest year's framework. Without a result those of the result that the latest
    measures follow from, which lead to them; without measures too there is nothing to say."""
    if context.latest:
        framework = context.latest.framework
    elif context.acted:
        framework = context.frameworks[max(one.assessed for one in context.acted)]
    else:
        return []
    return [_page(context, framework, indicator) for indicator in framework.indicators]


def _page(context: Context, framework: Framework, indicator: Indicator) -> Page:
    number = indicator.number
    address = links.indicator(number)
    instrument = framework.instrument(indicator.instrument)
    drawn = _trend(context, framework, number) if len(context.assessments) > 1 else None
    sources = [printing.source for one in context.assessments for printing in one.indicator(number).printings]
    view = IndicatorView(
        heading=indicator.label,
        english=indicator.name_en,
        instrument=Markup("{} {}").format(text(instrument.code), text(instrument.name)),
        table=_table(context, number, address) if context.assessments else Markup(""),
        source=source_note(context, sources),
        method=method((one.fiscal_year for one in reversed(context.assessments)), address),
        trend=figure.block(context, drawn, address) if drawn and drawn.picture else Markup(""),
        measures=tuple(
            Markup("{} <small>ปี {}</small> {}").format(
                measure_link(context, one, address), text(str(one.fiscal_year)), state_badge(one)
            )
            for one in context.acted
            if number in one.measure.indicators
        ),
        analyses=tuple(_analyses(context, number, address)),
        neighbours=neighbours(
            framework.indicators,
            indicator,
            lambda one: link(links.relative(address, links.indicator(one.number)), f"{one.number} {one.name}"),
            "ตัวชี้วัด",
        ),
    )
    title = indicator.label
    description = f"คะแนน{title}ของ{context.agency.name}" if context.latest else f"{title}: {context.agency.name}"
    return Page(
        address,
        title,
        description,
        "indicator.md.jinja",
        view,
        ("คะแนน", f"ตัวชี้วัดที่ {number} {indicator.name}"),
        downloads=figure.downloads(context, drawn) if drawn else (),
        made_of=made_of(context, "scores", "analysis", "measures"),
    )


def _analyses(context: Context, number: int, address: str) -> Iterator[Markup]:
    """What is written about the indicator, the latest year first."""
    for entry in reversed(context.agency.years):
        if number in analysed(context, entry.fiscal_year):
            href = links.relative(address, links.analysis(entry.fiscal_year, indicator_anchor(number)))
            yield link(href, f"บทวิเคราะห์{short_year(context, entry.fiscal_year)}")


def _table(context: Context, number: int, address: str) -> Markup:
    columns = [
        Column("ปีงบประมาณ"),
        Column("คะแนน", "number"),
        Column("เทียบปีก่อน", "number"),
        Column("อันดับในหน่วยงาน", "number"),
        Column("ห่างจากเกณฑ์ของคะแนนรวม", "number"),
    ]
    rows = [Row(_cells(context, one, number, address)) for one in reversed(context.assessments)]
    return table(f"คะแนนตัวชี้วัดที่ {number} รายปี", columns, rows, style="cards")


def _cells(context: Context, one: Assessment, number: int, address: str) -> tuple[str | Markup, ...]:
    year, score = one.fiscal_year, one.scores.get(number)
    before = context.before(one)
    change = one.change(before, str(number)) if before else None
    bar = one.framework.scoring.bar
    return (
        link(links.relative(address, links.scores(year)), year_label(context, year)),
        value(context, year, str(number), address),
        figures.signed(change) if change is not None else ("–" if before is None else UNDECIDED),
        _rank(one, number),
        f"{figures.signed(score - bar)} (เกณฑ์ {bar})" if score is not None else "–",
    )


def _rank(one: Assessment, number: int) -> str:
    """The place among the indicators, where all of them have a value."""
    if number not in one.ranks:
        return "–"
    if not one.complete:
        return "ยังไม่จัดอันดับ เพราะคะแนนไม่ครบ"
    return f"{one.ranks[number]} จาก {len(one.scores)}"


def _trend(context: Context, framework: Framework, number: int) -> Figure:
    """Its score through the years; without a picture for the page where fewer than two years have a value."""
    points = every_year([(one.fiscal_year, one.scores.get(number)) for one in context.assessments])
    described = through_years(points, "คะแนน", "รายปี")
    bar = framework.scoring.bar
    title = f"คะแนนตัวชี้วัดที่ {number} รายปี"
    chart = trend.Trend("trend", title, described, tuple(points), bar, f"เกณฑ์ {bar}")
    name = framework.indicator(number).name
    return Figure(
        place=f"{links.indicator(number)}trend",
        finding=headlines.of_years(points, "คะแนน"),
        shown=shown_of(chart, f"{title} {name}"),
        picture=trend.draw(chart, context.easel) if described else Markup(""),
        sketch=lambda: trend.sketch(chart, context.easel),
        sources=tuple(source for one in context.assessments for source in sources_of(one, [str(number)])),
        rows=Rows(score_bars.COLUMNS, [score_bars.written(context, one, number) for one in context.assessments]),
    )
