"""One measure with its chain: from the score assessed to that of the next year."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import figures, links, markup
from generator.assess import OVERALL, Assessment
from generator.assess.measures import Acted
from generator.markup import join, link, text
from generator.model import Cell
from generator.page import Page
from generator.pages.cells import inherited, period, progress, responsible, shown
from generator.pages.chain import WHOLE, analysed, label, measure_link, served, state_badge, years_line
from generator.pages.context import Context, doubts, numbered, short_year, source_note, value
from generator.pages.made import made_of
from generator.pages.method import method
from generator.pages.neighbours import neighbours
from generator.pages.passages import beside, notes
from generator.pages.sections import indicator_anchor

NO_PROOF = "คะแนนที่เปลี่ยนไปไม่ได้พิสูจน์ว่าเกิดจากมาตรการนี้ มาตรการและคะแนนเป็นเพียงข้อมูลที่อยู่ในปีต่อเนื่องกัน"


@dataclass(frozen=True)
class Link:
    """One link of the chain under its heading; `anchor` stays when others come in."""

    anchor: Markup
    name: str
    body: Markup


@dataclass(frozen=True)
class MeasureView:
    heading: str
    number: str
    year: str
    state: Markup
    reason: Markup
    years: Markup
    chain: tuple[Link, ...]
    doubts: Markup
    remarks: Markup
    source: Markup
    method: Markup
    neighbours: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """One page for each measure; they are reached from the table of their year, not from the navigation."""
    pages = []
    for entry in context.agency.years:
        rows = context.acted_in(entry.fiscal_year)
        pages += [_measure(context, one, rows) for one in rows]
    return pages


def _measure(context: Context, one: Acted, rows: tuple[Acted, ...]) -> Page:
    """One of the measures of a year."""
    measure, year = one.measure, one.fiscal_year
    address = links.measure(year, one.no)
    framework = context.frameworks[one.assessed]
    name = label(measure, framework)
    view = MeasureView(
        heading=name,
        number=measure.number or "",
        year=f"มาตรการปี {year}",
        state=state_badge(one),
        reason=shown(measure.not_done, measure.remarks),
        years=years_line(context, one.assessed, year, address),
        chain=tuple(_chain(context, one, address)),
        doubts=doubts(context, measure.source, address),
        remarks=notes(beside(measure.remarks, measure.passages().values())),
        source=source_note(context, [measure.source]),
        method=method([one.assessed.after()] if context.assessment(one.assessed.after()) else [], address),
        neighbours=neighbours(rows, one, lambda other: measure_link(context, other, address), "มาตรการ"),
        back=link(links.relative(address, links.measures(year)), f"มาตรการปี {year} ทั้งหมด"),
    )
    description = f"มาตรการปี {year} ของ{context.agency.name}: {name}"
    made = made_of(context, "measures", years=[year]) + made_of(
        context, "scores", years=[one.assessed, one.assessed.after()]
    )
    return Page(address, f"{name} (มาตรการปี {year})", description, "measure.md.jinja", view, made_of=made)


def _chain(context: Context, one: Acted, address: str) -> list[Link]:
    """From the result assessed to the score of the next year, link by link; what the document does not have is left
    out."""
    measure, remarks = one.measure, one.measure.remarks
    reported = measure.result or measure.outcome or measure.progress or measure.not_done
    chain = [
        (
            "assessed",
            f"ตัวชี้วัดและคะแนน{short_year(context, one.assessed)} ที่นำมาวิเคราะห์",
            _assessed(context, one, address),
        ),
        ("analysis", "ผลการวิเคราะห์", shown(measure.analysis, remarks)),
        ("steps", "ขั้นตอนหรือวิธีการ", shown(measure.steps, remarks)),
        ("responsible", "ผู้รับผิดชอบ", responsible(one.responsible) + inherited(one, Cell.RESPONSIBLE)),
        ("period", "ระยะเวลา", period(one.period) + inherited(one, Cell.PERIOD)),
        ("follow-up", "การกำกับติดตาม", shown(one.follow_up, remarks) + inherited(one, Cell.FOLLOW_UP)),
        ("progress", "ความก้าวหน้า", progress(one)),
        ("result", "สรุปผลการดำเนินการ", shown(measure.result, remarks)),
        ("outcome", "ผลลัพธ์หรือความสำเร็จ", shown(measure.outcome, remarks)),
        ("report", "ผลการดำเนินการ", text("" if reported else "ยังไม่มีรายงานผลในเว็บไซต์นี้")),
        (
            "next",
            f"คะแนน{short_year(context, one.assessed.after())}",
            _next_score(context, one, address),
        ),
    ]
    return [Link(markup.anchor(anchor), name, body) for anchor, name, body in chain if body]


def _assessed(context: Context, one: Acted, address: str) -> Markup:
    """The indicators served with their scores, leading to what is written about them."""
    measure = one.measure
    scores = _scores(context, one, context.assessment(one.assessed), address)
    parts = [Markup("<p>{}</p>").format(scores)] if scores else []
    if measure.sub_indicators or measure.items or not (measure.indicators or measure.whole):
        parts.append(Markup("<p>{}</p>").format(served(context, one, address)))
    if measure.subject:
        parts.append(Markup('<p class="printed-name">ตามเอกสาร: {}</p>').format(text(measure.subject.value)))
    if measure.inferred:
        parts.append(Markup('<p class="note">ตัวชี้วัดเป็นการอนุมาน: {}</p>').format(text(measure.inferred)))
    written = analysed(context, one.assessed)
    for number in measure.indicators:
        if number in written:
            href = links.relative(address, links.analysis(one.assessed, indicator_anchor(number)))
            parts.append(Markup("<p>{}</p>").format(link(href, f"บทวิเคราะห์ตัวชี้วัดที่ {number} ปี {one.assessed}")))
    return join(parts)


def _scores(context: Context, one: Acted, assessment: Assessment | None, address: str) -> Markup:
    """The scores of what a measure serves in one year."""
    if one.measure.whole:
        overall = value(context, assessment.fiscal_year, OVERALL, address) if assessment else text("–")
        return Markup("{}: คะแนนรวม {}").format(text(WHOLE), overall)
    framework = context.frameworks[one.assessed]
    parts = []
    for number in one.measure.indicators:
        score = value(context, assessment.fiscal_year, str(number), address) if assessment else text("–")
        parts.append(Markup("{}: {}").format(numbered(framework.indicator(number), address), score))
    return join(parts, Markup("<br>"))


def _next_score(context: Context, one: Acted, address: str) -> Markup:
    """The same scores a year later with their change, and that this proves nothing; or that there are none."""
    before, now = context.assessment(one.assessed), context.assessment(one.assessed.after())
    if now is None:
        return text(f"ไม่มีผลการประเมินปี {one.assessed.after()} ในเว็บไซต์นี้")
    data = [OVERALL] if one.measure.whole else [str(number) for number in one.measure.indicators]
    if not data:
        return text("เอกสารไม่ได้ระบุตัวชี้วัด จึงไม่มีคะแนนที่เทียบได้")
    lines = []
    for datum in data:
        change = now.change(before, datum) if before else None
        name = "คะแนนรวม" if datum == OVERALL else f"ตัวชี้วัดที่ {datum}"
        told = f"เปลี่ยนไป {figures.signed(change)}" if change is not None else "เทียบกับปีก่อนไม่ได้"
        score = value(context, now.fiscal_year, datum, address)
        lines.append(Markup("{}: {} ({})").format(text(name), score, text(told)))
    proof = Markup('<p class="note">{}</p>').format(text(NO_PROOF))
    return Markup("<p>{}</p>{}").format(join(lines, Markup("<br>")), proof)
