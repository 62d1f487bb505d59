"""How the cells of a measure look, in the table of its year and on its own page."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.assess.measures import Acted
from generator.markup import join, text
from generator.model import Cell, PrintedSpan, Prose, Remark, Responsible, Round
from generator.pages.days import day
from generator.pages.passages import passage

ROUNDS = {Round.SIX_MONTHS: "รอบ 6 เดือน", Round.YEAR_END: "สิ้นปีงบประมาณ", Round.OTHER: "รายงานความก้าวหน้า"}
INHERITED = "ใช้ร่วมกับแถวบน"


def shown(prose: Prose | None, remarks: Iterable[Remark] = ()) -> Markup:
    return passage(prose, remarks) if prose else text("")


def inherited(one: Acted, cell: Cell) -> Markup:
    return (
        Markup(' <small class="inherited">({})</small>').format(text(INHERITED)) if cell in one.inherited else text("")
    )


def responsible(names: tuple[Responsible, ...]) -> Markup:
    """One name as text, several as a list."""
    if len(names) < 2:  # noqa: PLR2004 -- a list has two at least
        return join([one.name for one in names])
    return Markup("<ul>{}</ul>").format(join([Markup("<li>{}</li>").format(text(one.name)) for one in names]))


def period(period: PrintedSpan | None) -> Markup:
    return text(period.text) if period else text("")


def progress(one: Acted) -> Markup:
    """Reports in their order, each with its round and date."""
    parts = []
    for report in one.measure.progress:
        reported = Markup(" {}").format(day(report.date)) if report.date else Markup("")
        parts.append(
            Markup("<li><strong>{}{}</strong>: {}</li>").format(
                text(ROUNDS[report.round]), reported, passage(report.text, one.measure.remarks)
            )
        )
    return Markup("<ul>{}</ul>").format(join(parts)) if parts else text("")
