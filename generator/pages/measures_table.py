"""The table of the measures of one year, with the columns of its document."""

from markupsafe import Markup

from generator import links
from generator.assess.measures import Acted
from generator.findings.passages import PARTS
from generator.markup import Column, Row, join, link, table, text
from generator.model import AgencyYear, Cell, Held, MeasureSet, Prose
from generator.pages.cells import inherited, period, progress, responsible, shown
from generator.pages.chain import measure_link, state_badge
from generator.pages.context import Context

HEADINGS = {
    Held.SUBJECT: "ตัวชี้วัด",
    Held.TITLE: "มาตรการ",
    Held.PERCEPTION: PARTS["perception"],
    Held.OWN_ANALYSIS: PARTS["own_analysis"],
    Held.ANALYSIS: "ผลการวิเคราะห์",
    Held.STEPS: "ขั้นตอนหรือวิธีการ",
    Held.RESPONSIBLE: "ผู้รับผิดชอบ",
    Held.PERIOD: "ระยะเวลา",
    Held.FOLLOW_UP: "การกำกับติดตาม",
    Held.PROGRESS: "ความก้าวหน้า",
    Held.RESULT: "สรุปผลการดำเนินการ",
    Held.OUTCOME: "ผลลัพธ์หรือความสำเร็จ",
}


def measures_table(context: Context, entry: AgencyYear, measures: MeasureSet, address: str) -> Markup:
    """A row for each measure acted in the year of `entry`, which leads to its page."""
    columns = _columns(measures)
    acted = context.acted_in(entry.fiscal_year)
    rows = [
        Row(
            (
                _heading_cell(context, one, columns[0][0], address),
                *(_cell(context, one, held) for held, _ in columns[1:]),
            )
        )
        for one in acted
    ]
    caption = f"มาตรการปี {entry.fiscal_year} ({len(rows)} มาตรการ)"
    return table(caption, [Column(heading) for _, heading in columns], rows, style="cards plan")


def _columns(measures: MeasureSet) -> tuple[tuple[Held, str], ...]:
    """The document's columns with its headings; where it names none, those that hold something. The first one names
    the measure."""
    columns = [(column.holds, column.heading) for column in measures.columns]
    if not columns:
        rows = measures.measures
        filled = [held for held in Held if any(getattr(row, held.value, None) for row in rows)]
        columns = [(held, HEADINGS[held]) for held in filled]
    if not columns or columns[0][0] not in (Held.SUBJECT, Held.TITLE):
        columns.insert(0, (Held.TITLE, HEADINGS[Held.TITLE]))
    return tuple(columns)


def _heading_cell(context: Context, one: Acted, held: Held, address: str) -> Markup:
    """The first cell leads to the measure's page and says its state, and why nothing was done."""
    measure = one.measure
    name = measure.subject.value if held is Held.SUBJECT and measure.subject else None
    if name is None:
        name_link = measure_link(context, one, address)
    else:
        name_link = link(links.relative(address, links.measure(one.fiscal_year, one.no)), name)
    why = shown(measure.not_done, measure.remarks)
    reason = Markup("<br>เหตุผล: {}").format(why) if why else Markup("")
    return Markup("{}<br>{}{}").format(name_link, state_badge(one), reason)


def _cell(context: Context, one: Acted, held: Held) -> Markup:
    """What a column holds for a measure, a real list where the document has one."""
    measure = one.measure
    match held:
        case Held.SUBJECT:
            return text(measure.subject.value if measure.subject else "")
        case Held.TITLE:
            return text(" ".join(part for part in (measure.number, measure.title) if part))
        case Held.RESPONSIBLE:
            body = responsible(one.responsible) + inherited(one, Cell.RESPONSIBLE)
        case Held.PERIOD:
            body = period(one.period) + inherited(one, Cell.PERIOD)
        case Held.FOLLOW_UP:
            body = shown(one.follow_up, measure.remarks) + inherited(one, Cell.FOLLOW_UP)
        case Held.PROGRESS:
            body = progress(one)
        case Held.PERCEPTION | Held.OWN_ANALYSIS:
            body = _of_analysis(context, one, held)
        case _:
            part: Prose | None = getattr(measure, held.value)
            body = shown(part, measure.remarks)
    return body


def _of_analysis(context: Context, one: Acted, held: Held) -> Markup:
    """What the analysis of the year assessed says about the measure's indicators."""
    entry = context.entry(one.assessed)
    analysed = entry.analysis.indicators() if entry and entry.analysis else ()
    framework = context.frameworks[one.assessed]
    found = [x for x in analysed if framework.number_of(x) in one.measure.indicators]
    return join([shown(x.passages().get(held.value), x.remarks) for x in found])
