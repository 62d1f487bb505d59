"""How result, measures and disclosure hang together: the three years, and links along the chain."""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from generator import links
from generator.assess.measures import Acted, MeasureState
from generator.markup import join, link, text
from generator.model import AgencyYear, Framework, Measure, OfficialDocument, RecordKind
from generator.pages.context import Context, short_year
from generator.thai import FiscalYear

STATES = {
    MeasureState.NOT_STARTED: "ยังไม่เริ่ม",
    MeasureState.ONGOING: "อยู่ระหว่างดำเนินการ",
    MeasureState.DONE: "ดำเนินการแล้วเสร็จ",
    MeasureState.NOT_DONE: "ไม่ได้ดำเนินการ",
    MeasureState.CONTINUES: "ดำเนินการต่อเนื่อง",
    MeasureState.UNREPORTED: "ครบกำหนดแล้ว ยังไม่มีรายงานผล",
}
UNKNOWN_STATE = "ยังระบุสถานะไม่ได้"
WHOLE = "ผลการประเมินทั้งหมด"


def state(one: Acted) -> str:
    return STATES[one.state] if one.state else UNKNOWN_STATE


def state_badge(one: Acted) -> Markup:
    kind = one.state.value if one.state else "unknown"
    return Markup('<span class="status {}">{}</span>').format(text(kind), text(state(one)))


def states_note(context: Context) -> str:
    """By what the states were told."""
    day = "" if context.as_of else " และยังไม่ทราบวันที่ของข้อมูล จึงระบุได้เฉพาะรายการที่มีรายงานผล"
    return f"สถานะคำนวณจากรายงานและช่วงเวลาที่มีในเว็บไซต์นี้ ณ วันที่ของข้อมูลท้ายหน้า{day}"


def counted(measures: Iterable[Acted]) -> str:
    """Like `ดำเนินการแล้วเสร็จ 6 มาตรการ`, one part a state."""
    counts = Counter(state(one) for one in measures)
    return " ".join(f"{name} {counts[name]} มาตรการ" for name in [*STATES.values(), UNKNOWN_STATE] if counts[name])


def label(measure: Measure, framework: Framework) -> str:
    """What a measure is called: its title, else what its document puts in its place, else its indicators."""
    if measure.title or measure.subject:
        return measure.title or (measure.subject.value if measure.subject else "")
    return " ".join(framework.indicator(n).label for n in measure.indicators) or WHOLE


def measure_link(context: Context, one: Acted, address: str) -> Markup:
    name = label(one.measure, context.frameworks[one.assessed])
    number = f"{one.measure.number} " if one.measure.number else ""
    return link(links.relative(address, links.measure(one.fiscal_year, one.no)), f"{number}{name}")


def papers(context: Context, year: FiscalYear) -> tuple[tuple[AgencyYear, OfficialDocument], ...]:
    """The official documents that contain the measures of a year, each with the year of its file."""
    return tuple(
        (entry, document)
        for entry in context.agency.years
        for document in entry.documents
        if any(one.record is RecordKind.MEASURES and one.year == year for one in document.contains)
    )


def disclosed(context: Context, year: FiscalYear) -> tuple[FiscalYear, str, bool]:
    """The ITA year in which the measures of a year are disclosed, the item, and whether that is inferred: as their
    document says, else by the year's framework."""
    for entry, document in papers(context, year):
        if document.item:
            return document.ita_year or entry.fiscal_year, document.item, bool(document.item_inferred)
    for item in context.frameworks[year].items:
        if item.assessed == -1 and item.acted == 0:
            return year, item.code, False
    return year, "", False


def item_link(context: Context, year: FiscalYear, code: str, label: str, address: str) -> Markup:
    """An OIT item, leading to its page where it has one."""
    if any(one.year == year for one in context.disclosed):
        return link(links.relative(address, links.oit_item(year, code)), label)
    return text(label)


def years_line(context: Context, assessed: FiscalYear, acted: FiscalYear, address: str) -> Markup:
    """คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569, each linked where the site has it."""
    result = f"คะแนน{short_year(context, assessed)}"
    scores = links.relative(address, links.scores(assessed))
    measures = f"มาตรการปี {acted}"
    ita, item, inferred = disclosed(context, acted)
    filed = f"เปิดเผยใน ITA ปี {ita}{f' (ข้อ {item}' if item else ''}{' อนุมาน' if inferred else ''}{')' if item else ''}"
    parts = [
        link(scores, result) if context.assessment(assessed) else text(result),
        link(links.relative(address, links.measures(acted)), measures) if context.acted_in(acted) else text(measures),
        item_link(context, ita, item, filed, address) if item else text(filed),
    ]
    return Markup('<p class="years" data-search-exclude>{}</p>').format(join(parts, " → "))


def analysed(context: Context, year: FiscalYear) -> frozenset[int]:
    """The indicators that the analysis of a year writes about; none where the year has no result, and so no page."""
    entry = context.entry(year)
    if not entry or not entry.analysis or not context.assessment(year):
        return frozenset()
    return frozenset(entry.analysis.by_indicator(context.frameworks[year]))


def chain_links(context: Context, assessed: FiscalYear, address: str) -> tuple[Markup, ...]:
    """From the result of a year onwards: its analysis, the measures that follow from it, and their papers."""
    found = []
    entry = context.entry(assessed)
    if entry and entry.analysis and context.assessment(assessed):
        href = links.relative(address, links.analysis(assessed))
        found.append(link(href, f"การวิเคราะห์ผลการประเมิน{short_year(context, assessed)}"))
    for year in sorted({one.fiscal_year for one in context.following(assessed)}):
        count = len(context.acted_in(year))
        found.append(link(links.relative(address, links.measures(year)), f"มาตรการปี {year} ({count} มาตรการ)"))
        found += [paper_link(one, paper, address) for one, paper in papers(context, year)]
    if context.acted:
        found.append(link(links.relative(address, links.MEASURES), "ค้นดูมาตรการทุกปี"))
    return tuple(found)


def paper_link(entry: AgencyYear, paper: OfficialDocument, address: str) -> Markup:
    return link(links.relative(address, links.document(entry.fiscal_year, paper.kind)), paper.name)


def served(context: Context, one: Acted, address: str) -> Markup:
    """What a measure serves: its indicators, linked, with sub-indicators and items, or the whole result; and whether
    that is inferred."""
    framework, measure = context.frameworks[one.assessed], one.measure
    if measure.whole:
        return text(WHOLE)
    parts: list[str | Markup] = [
        link(links.relative(address, links.indicator(number)), framework.indicator(number).label)
        for number in measure.indicators
    ]
    parts += [framework.sub_indicator(code).label for code in measure.sub_indicators]
    parts += [f"ข้อ {code}" for code in measure.items]
    inferred = " (อนุมาน)" if measure.inferred else ""
    return join(parts, ", ") + text(inferred) if parts else text("เอกสารไม่ได้ระบุตัวชี้วัด")
