"""How figures are made: the frameworks themselves, and every check, printed from the objects that enforce them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, findings, links, markup
from generator.assess.items import period_words, wanted_of
from generator.frameworks import newest
from generator.markup import Column, Row, join, table, text
from generator.model import Component, Framework, ItemPeriod, OitItem, Previous, Record, StageKind
from generator.page import ABOUT, Page
from generator.pages.context import CONFIDENCE, Context, spans
from generator.pages.days import day
from generator.pages.terms import listed_all, terms_of
from generator.thai import FiscalYear


@dataclass(frozen=True)
class FrameworkView:
    anchor: Markup
    heading: str
    title: str
    standing: str
    instruments: Markup
    instruments_source: Markup
    formula: Markup
    grades: Markup
    grades_source: Markup
    bounds: str
    notes: tuple[str, ...]
    indicators: Markup
    indicators_source: Markup
    items: Markup
    items_source: Markup
    calendar: Markup
    sources: tuple[Markup, ...]


@dataclass(frozen=True)
class MethodologyView:
    told: str
    frameworks: tuple[FrameworkView, ...]
    terms: Markup
    checks: Markup


def present(context: Context) -> list[Page]:
    """One page with the framework of each year whose result or answers to items the agency has; without any, with the
    one that explains its words."""
    name = context.agency.name
    if not _years(context):
        told = f"ยังไม่ได้บันทึกผลการประเมินของ{name} หน้านี้จึงแสดงเกณฑ์ปี {rules(context).fiscal_year} เป็นข้อมูลประกอบ"
        return [page(used(context), f"เกณฑ์การประเมินและวิธีคำนวณ ITA: {name}", told)]
    return [page(used(context), f"เกณฑ์การประเมินและวิธีคำนวณที่ใช้กับ{name}")]


def used(context: Context) -> list[Framework]:
    """Those frameworks, the latest first."""
    years = _years(context)
    return [context.frameworks[year] for year in sorted(years, reverse=True)] if years else [rules(context)]


def rules(context: Context) -> Framework:
    """Whose words pages explain that are of no year: of the latest result, without one of the latest list of items,
    else of the latest result that measures follow from, else the newest there is."""
    years = [one.fiscal_year for one in context.assessments] or [one.year for one in context.disclosed]
    years = years or [one.assessed for one in context.acted]
    return context.frameworks[max(years)] if years else newest()


def _years(context: Context) -> set[FiscalYear]:
    """The years whose result or answers to items the agency has."""
    return {one.fiscal_year for one in context.assessments} | {one.year for one in context.disclosed}


def page(frameworks: Sequence[Framework], description: str, told: str = "") -> Page:
    """The frameworks, the latest first; words are explained as it has them. `told` says why they stand there, where
    that is not plain."""
    view = MethodologyView(told, tuple(_framework(one) for one in frameworks), _terms(frameworks), _checks())
    title, made = "เกณฑ์และวิธีคำนวณ", tuple(one.source.file for one in frameworks)
    return Page(links.METHODOLOGY, title, description, "methodology.md.jinja", view, (ABOUT, title), made_of=made)


def _terms(frameworks: Sequence[Framework]) -> Markup:
    """Every word; without rules nothing can be said of them."""
    return listed_all(terms_of(frameworks[0])) if frameworks else Markup("")


def _framework(framework: Framework) -> FrameworkView:
    year = framework.fiscal_year
    formula = join(
        [
            f"{figures.printed(instrument.weight)} × ค่าเฉลี่ยของตัวชี้วัดที่ "
            + ", ".join(str(indicator.number) for indicator in framework.indicators_of(instrument.code))
            for instrument in framework.instruments
        ],
        " + ",
    )
    scoring = framework.scoring
    bounds = (
        f"ค่าที่คำนวณกับค่าที่พิมพ์ไว้ถือว่าตรงกันเมื่อต่างกันไม่เกิน {scoring.tolerance} "
        f"เกณฑ์ของคะแนนรวม {scoring.bar} เส้นแบ่งจุดแข็งและจุดที่ควรพัฒนา {scoring.threshold} ({CONFIDENCE[scoring.confidence]})"
    )
    return FrameworkView(
        anchor=markup.anchor(f"framework-{year}"),
        heading=f"ปีงบประมาณ พ.ศ. {year}",
        title=framework.title,
        standing=framework.standing,
        instruments=_instruments(framework),
        instruments_source=_note(framework.instruments),
        formula=formula,
        grades=_grades(framework),
        grades_source=_note(framework.grades),
        bounds=bounds,
        notes=scoring.notes,
        indicators=_indicators(framework),
        indicators_source=_note(framework.indicators),
        items=_items(framework),
        items_source=_note(framework.items),
        calendar=_calendar(framework),
        sources=tuple(_source(name, place) for name, place in sorted(framework.sources.items())),
    )


def _source(name: str, place: str) -> Markup:
    return Markup("<code>{}</code> {}").format(text(name), text(place))


def _note(records: Iterable[Record]) -> Markup:
    """Which lines of the framework's file a table was made from."""
    shown = join([Markup("<code>{}</code>").format(text(label)) for _, label in spans(one.source for one in records)])
    return Markup('<p class="source" data-search-exclude>ที่มา: {}</p>').format(shown)


def _instruments(framework: Framework) -> Markup:
    columns = [Column("แบบวัด"), Column("ชื่อเต็มของปี"), Column("น้ำหนัก", "number"), Column("ความน่าเชื่อถือ")]
    rows = [
        Row((one.code, one.name, f"{figures.percent(one.weight)}%", CONFIDENCE[one.confidence]))
        for one in framework.instruments
    ]
    return table(f"แบบวัดและน้ำหนัก ปี {framework.fiscal_year}", columns, rows, style="cards")


def _grades(framework: Framework) -> Markup:
    columns = [
        Column("ระดับ"),
        Column("คะแนนรวมตั้งแต่", "number"),
        Column("ทุกแบบวัดตั้งแต่", "number"),
        Column("ความน่าเชื่อถือ"),
    ]
    rows = [
        Row(
            (
                grade.label,
                figures.printed(grade.overall_min),
                figures.printed(grade.instrument_min) if grade.instrument_min is not None else "–",
                CONFIDENCE[grade.confidence],
            )
        )
        for grade in framework.grades
    ]
    return table(f"ระดับผลการประเมิน ปี {framework.fiscal_year} (ใช้ระดับแรกที่เข้าเงื่อนไข)", columns, rows, style="cards")


def _indicators(framework: Framework) -> Markup:
    columns = [Column("ตัวชี้วัด"), Column("ชื่ออื่นที่พบ"), Column("แบบวัด"), Column("ความน่าเชื่อถือ")]
    rows = [
        Row((f"{one.number} {one.name}", ", ".join(one.aliases) or "–", one.instrument, CONFIDENCE[one.confidence]))
        for one in framework.indicators
    ]
    return table(f"ตัวชี้วัด ปี {framework.fiscal_year}", columns, rows, style="cards")


def _items(framework: Framework) -> Markup:
    """The OIT items by sub-indicator; years without a list have none."""
    if not framework.items:
        return Markup("")
    columns = [
        Column("ข้อ"),
        Column("ชื่อ"),
        Column("องค์ประกอบด้านข้อมูล"),
        Column("ปีของข้อมูล"),
        Column("ข้อของปีก่อน"),
        Column("ความน่าเชื่อถือ"),
    ]
    rows: list[Row] = []
    for group in framework.sub_indicators:
        rows.append(Row((group.label,), group=True))
        for item in framework.items:
            if item.sub_indicator == group.code:
                components = join([_component(part, framework) for part in item.components])
                listed = Markup("<ul>{}</ul>").format(components) if components else text("–")
                period = _period(item.period, framework) or "–"
                earlier = ", ".join(map(_earlier, item.previous)) or "–"
                rows.append(Row((item.code, _title(item), listed, period, earlier, CONFIDENCE[item.confidence])))
    return table(f"รายการ OIT ปี {framework.fiscal_year} ({len(framework.items)} ข้อ)", columns, rows, style="cards")


def _title(item: OitItem) -> Markup:
    notes = [note for note in (item.note, item.standing) if note]
    return text(item.title) + join([Markup("<br><small>{}</small>").format(text(note)) for note in notes])


def _component(one: Component, framework: Framework) -> Markup:
    period = _period(one.period, framework)
    return Markup("<li>{}</li>").format(text(f"{one.name} ({period})" if period else one.name))


def _period(period: ItemPeriod | None, framework: Framework) -> str:
    """The year that evidence must be about, and how sure that is."""
    wanted = wanted_of(period, framework.fiscal_year)
    return f"{period_words(wanted)} ({CONFIDENCE[period.confidence]})" if period and wanted else ""


def _earlier(one: Previous) -> str:
    return one.item if one.comparable else f"{one.item} (เทียบกันโดยตรงไม่ได้)"


STAGES = {
    StageKind.REGISTRATION: "ลงทะเบียนและนำเข้าข้อมูลพื้นฐาน",
    StageKind.DISCLOSURE: "ตอบแบบวัด OIT",
    StageKind.SCORING: "ตรวจให้คะแนน OIT",
    StageKind.CLARIFICATION: "ชี้แจงผลคะแนน OIT",
    StageKind.CONFIRMATION: "ยืนยันผลคะแนน OIT",
    StageKind.RESULT: "ประกาศผลการประเมิน",
}


def _calendar(framework: Framework) -> Markup:
    """The stages of the assessment that are known, with their days."""
    if not framework.calendar:
        return Markup("")
    columns = [Column("ขั้นตอน"), Column("วันที่"), Column("ความน่าเชื่อถือ")]
    rows = [
        Row(
            (
                STAGES[one.kind],
                join([day(one.start), day(one.end)], " – ") if one.start else day(one.end),
                CONFIDENCE[one.confidence],
            )
        )
        for one in framework.calendar
    ]
    return table(f"ปฏิทินการประเมิน ITA ปี {framework.fiscal_year} เท่าที่พบแหล่งอ้างอิง", columns, rows, style="cards")


def _checks() -> Markup:
    columns = [Column("รายการตรวจ"), Column("รหัส"), Column("ความสำคัญ")]
    rows = [
        Row(
            (
                findings.title(check.code),
                Markup("<code>{}</code>").format(text(check.code)),
                findings.severity(check.severity),
            )
        )
        for check in findings.CHECKS
    ]
    return table("รายการที่ระบบตรวจในทุกเอกสาร", columns, rows, style="cards")
