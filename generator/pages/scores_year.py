"""The result of one year: instruments, indicators, ranking, comparison, bar and threshold, and all that is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator import figures, links
from generator.assess import GRADE, OVERALL, Assessment, Derived, grade_label
from generator.markup import Column, Row, link, table, text
from generator.model import Confidence
from generator.page import Page
from generator.pages import comparison, figure, score_bars
from generator.pages.chain import chain_links, years_line
from generator.pages.conclusions import conclusions
from generator.pages.context import (
    CONFIDENCE,
    UNDECIDED,
    Context,
    derived,
    findings_line,
    indicator_link,
    short_year,
    source_note,
    sources_of,
    value,
    year_label,
)
from generator.pages.grades import badge
from generator.pages.made import made_of
from generator.pages.neighbours import neighbours
from generator.pages.opening import summary
from generator.pages.printings import choices, document_lines, printed_sources, printed_table
from generator.thai import FiscalYear


@dataclass(frozen=True)
class YearView:
    heading: str
    inferred: str
    waiting: Markup
    overall: Markup
    has_overall: bool
    grade: Markup
    summary: Markup
    results: Markup
    results_source: Markup
    infographic: Markup
    bars: Markup
    indicators_source: Markup
    ranking: Markup
    bar: Markup
    average: str
    comparison: tuple[Markup, ...]
    comparison_note: str | Markup
    conclusions: tuple[Markup, ...]
    years: tuple[Markup, ...]
    chain: tuple[Markup, ...]
    acted: Markup
    printed: Markup
    chosen: tuple[Markup, ...]
    printed_source: Markup
    document: tuple[Markup, ...]
    neighbours: Markup


def present(context: Context) -> list[Page]:
    """One page for each year, the latest first in the navigation."""
    return [_page(context, assessment) for assessment in reversed(context.assessments)]


def _page(context: Context, assessment: Assessment) -> Page:
    year = assessment.fiscal_year
    address = links.scores(year)
    before = context.before(assessment)
    bars = score_bars.figure(context, assessment, address)
    compared = _compared(context, before, assessment, address)
    numbers = [str(n) for n in assessment.numbers]
    view = YearView(
        heading=f"ผลการประเมิน ITA {year_label(context, year)}",
        inferred=context.inferred(year) or "",
        waiting=findings_line(context, year, address),
        overall=value(context, year, OVERALL, address),
        has_overall=assessment.settled(OVERALL).number is not None,
        grade=badge(context, assessment, address),
        summary=summary(context, assessment, address),
        results=_results(context, assessment, address),
        results_source=source_note(context, sources_of(assessment, [OVERALL, GRADE, *numbers])),
        infographic=link(links.relative(address, links.infographic(year)), "อินโฟกราฟิกผลการประเมิน หนึ่งหน้า"),
        bars=figure.block(context, bars, address),
        indicators_source=source_note(context, sources_of(assessment, numbers)),
        ranking=_ranking(context, assessment, address),
        bar=_bar(context, assessment, address),
        average=_average(assessment),
        comparison=tuple(figure.block(context, one, address) for one in compared if one.picture),
        comparison_note=comparison.note(context, before, assessment, address),
        conclusions=tuple(conclusions(context, year, address)),
        years=tuple(_years(context, year, address)),
        chain=chain_links(context, year, address),
        acted=_acted(context, year, address),
        printed=printed_table(context, assessment),
        chosen=choices(assessment),
        printed_source=source_note(context, printed_sources(assessment)),
        document=document_lines(context, assessment),
        neighbours=neighbours(
            [one.fiscal_year for one in context.assessments],
            year,
            lambda one: link(links.relative(address, links.scores(one)), f"ผลการประเมิน{short_year(context, one)}"),
            "ผลการประเมินของปี",
        ),
    )
    title = f"ผลการประเมิน{short_year(context, year)}"
    description = f"ผลการประเมิน ITA {year_label(context, year)} ของ{context.agency.name}"
    return Page(
        address,
        title,
        description,
        "scores_year.md.jinja",
        view,
        ("คะแนน", short_year(context, year)),
        downloads=tuple(file for one in (bars, *compared) for file in figure.downloads(context, one)),
        made_of=made_of(context, "scores", "analysis", "measures", years=[year.before(), year]),
    )


def _compared(
    context: Context, before: Assessment | None, assessment: Assessment, address: str
) -> tuple[figure.Figure, ...]:
    """The pictures of this year beside the year before."""
    if before is None:
        return ()
    return comparison.rows(context, before, assessment, address), comparison.lines(context, before, assessment)


def _years(context: Context, year: FiscalYear, address: str) -> Iterator[Markup]:
    """The three years of each chain that begins with this result."""
    for acted in sorted({one.fiscal_year for one in context.following(year)}):
        yield years_line(context, year, acted, address)


def _acted(context: Context, year: FiscalYear, address: str) -> Markup:
    """Back along the chain: the measures that were acted in the year that the scores are about."""
    count = len(context.acted_in(year))
    if not count:
        return Markup("")
    return link(links.relative(address, links.measures(year)), f"มาตรการที่ดำเนินการในปี {year} ({count} มาตรการ)")


def _results(context: Context, assessment: Assessment, address: str) -> Markup:
    """Overall and instruments: printed beside recomputed."""
    year = assessment.fiscal_year
    columns = [
        Column("รายการ"),
        Column("น้ำหนัก", "number"),
        Column("ตามเอกสาร", "number"),
        Column("คำนวณโดยระบบ", "number"),
        Column("ผลการเทียบ"),
    ]
    rows = []
    for instrument in assessment.framework.instruments:
        settled = assessment.settled(instrument.code)
        label = Markup("{} <small>{}</small>").format(text(instrument.code), text(instrument.name))
        rows.append(
            Row(
                (
                    label,
                    f"{figures.percent(instrument.weight)}%",
                    value(context, year, instrument.code, address),
                    derived(assessment.mean(instrument.code)),
                    _agreement(assessment, settled.number, assessment.mean(instrument.code)),
                )
            )
        )
    overall = assessment.settled(OVERALL)
    rows += [
        Row(
            (
                "คะแนนรวม",
                "100%",
                value(context, year, OVERALL, address),
                derived(assessment.overall),
                _agreement(assessment, overall.number, assessment.overall),
            )
        ),
        Row(
            (
                "ระดับผลการประเมิน",
                "–",
                value(context, year, GRADE, address),
                assessment.grade_by_rule or UNDECIDED,
                _grade_agreement(assessment),
            )
        ),
    ]
    return table("คะแนนรายเครื่องมือ คะแนนรวม และระดับ เทียบค่าที่พิมพ์ไว้กับค่าที่คำนวณ", columns, rows, style="cards")


def _agreement(assessment: Assessment, printed: Decimal | None, computed: Derived) -> str:
    if printed is None or computed.value is None:
        return "เทียบไม่ได้"
    if assessment.framework.scoring.agree(printed, computed.value):
        return "ตรงกัน"
    return f"ต่างกัน {figures.exact(abs(printed - computed.value))}"


def _grade_agreement(assessment: Assessment) -> str:
    printed = assessment.settled(GRADE).value
    if printed is None or assessment.grade_by_rule is None:
        return "เทียบไม่ได้"
    return "ตรงกัน" if grade_label(str(printed)) == grade_label(assessment.grade_by_rule) else "ไม่ตรงกัน"


def _ranking(context: Context, assessment: Assessment, address: str) -> Markup:
    """Indicators from the highest score to the lowest, equal scores sharing a rank; only where all have a value."""
    if not assessment.complete:
        return Markup("")
    columns = [Column("ตัวชี้วัด"), Column("อันดับ", "number"), Column("คะแนน", "number"), Column("แบบวัด")]
    ranks = assessment.ranks
    rows = [
        Row(
            (
                indicator_link(assessment.framework.indicator(n), address),
                str(ranks[n]),
                value(context, assessment.fiscal_year, str(n), address),
                assessment.framework.indicator(n).instrument,
            )
        )
        for n in sorted(ranks, key=lambda n: (ranks[n], n))
    ]
    return table("ลำดับตัวชี้วัดตามคะแนน จากสูงไปต่ำ", columns, rows)


def _bar(context: Context, assessment: Assessment, address: str) -> Markup:
    """Each indicator's distance from the bar of the overall and from the threshold of weakness."""
    scoring = assessment.framework.scoring
    columns = [
        Column("ตัวชี้วัด"),
        Column("คะแนน", "number"),
        Column(f"ห่างจากเกณฑ์ {scoring.bar} ของคะแนนรวม", "number"),
        Column(f"ห่างจากเส้นแบ่งจุดที่ควรพัฒนา {scoring.threshold}", "number"),
    ]
    rows = [
        Row(
            (
                Markup("{} {}").format(text(str(n)), text(assessment.framework.indicator(n).name)),
                value(context, assessment.fiscal_year, str(n), address),
                figures.signed(score - scoring.bar),
                figures.signed(score - scoring.threshold),
            )
        )
        for n, score in assessment.scores.items()
    ]
    caption = "ระยะห่างจากเกณฑ์ของคะแนนรวม และจากเส้นแบ่งจุดแข็งกับจุดที่ควรพัฒนา"
    return table(caption, columns, rows, style="cards") if rows else Markup("")


def _average(assessment: Assessment) -> str:
    average = assessment.framework.national_average
    if average is None:
        return ""
    shown = f"ค่าเฉลี่ยระดับประเทศของปีนี้คือ {figures.printed(average.value.value)} คะแนน"
    if average.confidence is not Confidence.CONFIRMED:
        shown += f" ({CONFIDENCE[average.confidence]})"
    printed = assessment.settled(OVERALL).number
    if printed is None:
        return shown
    difference = printed - average.value.value
    if difference == 0:
        return f"{shown} คะแนนรวมของหน่วยงานเท่ากับค่าเฉลี่ย"
    word = "สูงกว่า" if difference > 0 else "ต่ำกว่า"
    return f"{shown} คะแนนรวมของหน่วยงาน{word}ค่าเฉลี่ย {figures.computed(abs(difference))} คะแนน"
