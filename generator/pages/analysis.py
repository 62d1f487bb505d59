"""What an agency wrote about one year's result: strengths and points to develop, indicator by indicator."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, links
from generator.assess import Assessment
from generator.findings.passages import PARTS
from generator.markup import Column, Row, join, link, listed, table, text
from generator.model import Analysis, IndicatorAnalysis
from generator.page import Page
from generator.pages.chain import measure_link, years_line
from generator.pages.context import (
    Context,
    findings_line,
    indicator_link,
    numbered,
    short_year,
    source_note,
    value,
    year_label,
)
from generator.pages.passages import passage
from generator.pages.sections import SectionView, indicator_anchor, sections


@dataclass(frozen=True)
class AnalysisView:
    heading: str
    title: Markup
    years: tuple[Markup, ...]
    waiting: Markup
    threshold: Markup
    overview: Markup
    source: Markup
    sections: tuple[SectionView, ...]
    analysis_source: Markup
    measures: tuple[Markup, ...]
    back: Markup


def present(context: Context) -> list[Page]:
    """One page for each year with an analysis, the latest first in the navigation."""
    years = [(entry.fiscal_year, entry.analysis) for entry in reversed(context.agency.years)]
    return [
        _page(context, assessment, analysis)
        for year, analysis in years
        if analysis and (assessment := context.assessment(year))
    ]


def _page(context: Context, assessment: Assessment, analysis: Analysis) -> Page:
    year = assessment.fiscal_year
    address = links.analysis(year)
    entry = next(one for one in context.agency.years if one.fiscal_year == year)
    following = context.following(year)
    view = AnalysisView(
        heading=f"การวิเคราะห์ผลการประเมิน {year_label(context, year)}",
        title=passage(analysis.title) if analysis.title else Markup(""),
        years=tuple(
            years_line(context, year, acted, address) for acted in sorted({one.fiscal_year for one in following})
        ),
        waiting=findings_line(context, year, address),
        threshold=_by_threshold(assessment, address),
        overview=_overview(context, assessment, analysis, address),
        source=source_note(context, [one.source for one in analysis.indicators()]),
        sections=sections(context, entry, analysis.sections, address),
        analysis_source=source_note(context, [one.source for one in analysis.sections]),
        measures=tuple(measure_link(context, one, address) for one in following),
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
        ("ผลการประเมิน", f"การวิเคราะห์{short_year(context, year)}"),
    )


def _by_threshold(assessment: Assessment, address: str) -> Markup:
    """Strengths and points to develop as the threshold of the year divides them, and the lowest indicator."""
    threshold = assessment.framework.scoring.threshold
    weak = [n for n, score in assessment.scores.items() if score < threshold]
    strong = [n for n in assessment.scores if n not in weak]
    sentences = [text(f"ตามเส้นแบ่ง {figures.printed(threshold)} คะแนน: จุดแข็ง {len(strong)} ตัวชี้วัด")]
    names = [indicator_link(assessment.framework.indicator(n), address) for n in weak]
    sentences.append(
        Markup("จุดที่ควรพัฒนา {} ตัวชี้วัด ได้แก่ {}").format(len(weak), listed(names)) if weak else text("ไม่มีตัวชี้วัดที่ต่ำกว่าเส้นแบ่ง")
    )
    if not assessment.complete:
        lacking = len(assessment.numbers) - len(assessment.scores)
        sentences.append(text(f"ไม่มีคะแนนที่ใช้ได้ {lacking} ตัวชี้วัด"))
    elif assessment.highest != assessment.lowest:
        lowest = [indicator_link(assessment.framework.indicator(n), address) for n in assessment.lowest]
        score = assessment.indicator(assessment.lowest[0]).text
        sentences.append(Markup("คะแนนต่ำสุดคือ {} {} คะแนน").format(listed(lowest), text(score)))
    return join(sentences, " ")


_TOLD = ("strengths", "points_to_develop", "defects", "suggestions", "own_analysis")


def _overview(context: Context, assessment: Assessment, analysis: Analysis, address: str) -> Markup:
    """Each indicator: its score, on which side of the threshold, what the agency writes about it."""
    framework, year = assessment.framework, assessment.fiscal_year
    written = analysis.by_indicator(framework)
    columns = [
        Column("ตัวชี้วัด"),
        Column("คะแนน", "number"),
        Column("ตามเส้นแบ่ง"),
        Column("ที่หน่วยงานเขียนไว้"),
        Column("มาตรการ", "number"),
    ]
    rows = []
    for indicator in framework.indicators:
        number = indicator.number
        score = assessment.scores.get(number)
        side = "–" if score is None else "จุดที่ควรพัฒนา" if score < framework.scoring.threshold else "จุดแข็ง"
        measures = sum(number in one.measure.indicators for one in context.following(year))
        rows.append(
            Row(
                (
                    numbered(indicator, address),
                    value(context, year, str(number), address),
                    side,
                    _told(written.get(number, ()), number, address),
                    str(measures) if measures else "–",
                )
            )
        )
    caption = f"จุดแข็งและจุดที่ควรพัฒนา {year_label(context, year)} ตามคะแนนและตามที่หน่วยงานเขียน"
    return table(caption, columns, rows, style="cards")


def _told(entries: tuple[IndicatorAnalysis, ...], number: int, address: str) -> Markup:
    """Which parts are written, leading to them."""
    if not entries:
        return text("–")
    parts = []
    for occurrence, one in enumerate(entries, start=1):
        names = [PARTS[part] for part in _TOLD if part in one.passages()] or ["บทวิเคราะห์"]
        level = f" (ระดับตามเอกสาร: {one.level.value})" if one.level else ""
        href = links.relative(address, f"{address}#{indicator_anchor(number, occurrence)}")
        parts.append(link(href, f"{' · '.join(names)}{level}"))
    return join(parts, Markup("<br>"))
