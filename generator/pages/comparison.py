"""Years beside each other: one and the year before as rows with dots, as slopes and in words; all in words."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from generator import figures, links, thai
from generator.assess import OVERALL, Assessment
from generator.charts import axis, dumbbell, slope, trend
from generator.charts.vega import NARROW
from generator.markup import text
from generator.pages import headlines
from generator.pages.context import UNDECIDED, Context, numbered, sources_of, value
from generator.pages.figure import Figure, Rows
from generator.pages.headlines import Points
from generator.problems import Source
from generator.thai import FiscalYear

_COLUMNS = ("indicator", "name", "instrument", "year_before", "score_before", "year", "score", "change")


_NO_CHANGE = Markup('<span class="absent">{}</span>').format(text(UNDECIDED))


def rows(context: Context, before: Assessment, now: Assessment, address: str) -> Figure:
    """Both years of each indicator as dots on one line."""
    pairs, written = [], []
    for n in now.numbers:
        change = now.change(before, str(n))
        indicator = now.framework.indicator(n)
        then, score = before.indicator(n).number, now.indicator(n).number
        pairs.append(
            dumbbell.Pair(
                numbered(indicator, address),
                then,
                score,
                value(context, before.fiscal_year, str(n), address),
                value(context, now.fiscal_year, str(n), address),
                figures.signed(change) if change is not None else _NO_CHANGE,
            )
        )
        years = (before.fiscal_year, then, now.fiscal_year, score, change)
        written.append((n, indicator.name, indicator.instrument, *years))
    caption = f"คะแนนรายตัวชี้วัด ปี {before.fiscal_year} เทียบกับปี {now.fiscal_year}"
    chart = dumbbell.Dumbbell(caption, f"ปี {before.fiscal_year}", f"ปี {now.fiscal_year}", tuple(pairs))
    begins = axis.described(dumbbell.axis_start(chart.pairs))
    return Figure(
        place=f"{links.scores(now.fiscal_year)}comparison",
        finding=headlines.of_changes(changes(before, now), len(now.numbers)),
        shown=f"{caption} {begins} ทุกแถวใช้แกนเดียวกัน วงกลมโปร่งคือปี {before.fiscal_year} วงกลมทึบคือปี {now.fiscal_year}",
        picture=dumbbell.draw(chart),
        sketch=lambda: dumbbell.sketch(chart),
        sources=_sources(before, now),
        year=now.fiscal_year,
        rows=Rows(_COLUMNS, written),
    )


def _sources(before: Assessment, now: Assessment) -> tuple[Source, ...]:
    numbers = [str(n) for n in now.numbers]
    return (*sources_of(now, numbers), *sources_of(before, numbers))


def changes(before: Assessment, now: Assessment) -> dict[int, Decimal]:
    """The difference of each indicator that has a value in both years."""
    return {n: change for n in now.numbers if (change := now.change(before, str(n))) is not None}


def described(before: Assessment, now: Assessment) -> str:
    """Up, down and unchanged, and the largest change each way, in words."""
    found = changes(before, now)
    if not found:
        return "ยังเทียบกันไม่ได้ เพราะไม่มีตัวชี้วัดใดที่มีคะแนนใช้ได้ทั้งสองปี"
    counts = {
        "เพิ่มขึ้น": sum(change > 0 for change in found.values()),
        "ลดลง": sum(change < 0 for change in found.values()),
        "คงเดิม": sum(change == 0 for change in found.values()),
    }
    parts = [f"{word} {count} ตัวชี้วัด" for word, count in counts.items() if count]
    described = f"เมื่อเทียบกับปี {before.fiscal_year}: " + " ".join(parts)
    extremes = (("เพิ่มขึ้นมากที่สุด", max(found.values()), 1), ("ลดลงมากที่สุด", min(found.values()), -1))
    for word, extreme, sign in extremes:
        if extreme * sign > 0:
            names = [now.framework.indicator(n).name for n, change in found.items() if change == extreme]
            described += f" {word}คือ{thai.listed(names)} ({figures.signed(extreme)})"
    missing = len(now.numbers) - len(found)
    return described + (f" เทียบไม่ได้ {missing} ตัวชี้วัด" if missing else "")


def note(context: Context, before: Assessment | None, now: Assessment, address: str) -> str | Markup:
    """The overall of both years and its difference, or why there is none."""
    if before is None:
        return f"ไม่มีผลการประเมินปี {now.fiscal_year.before()} ในเว็บไซต์นี้ จึงไม่มีการเปรียบเทียบ"
    change = now.change(before, OVERALL)
    if change is None:
        return f"คะแนนรวม: {UNDECIDED} เพราะปีใดปีหนึ่งไม่มีคะแนนรวมที่ใช้ได้"
    shown = [value(context, one.fiscal_year, OVERALL, address) for one in (before, now)]
    return Markup("คะแนนรวม: {} → {} ({})").format(*shown, text(figures.signed(change)))


def lines(context: Context, before: Assessment, now: Assessment) -> Figure:
    """Each indicator as a line from the year before; without a picture for the page where none has a value in both."""
    found = changes(before, now)
    drawn = tuple(slope.Line(now.framework.indicator(n).name, str(n), before.scores[n], now.scores[n]) for n in found)
    title = f"คะแนนรายตัวชี้วัด ปี {before.fiscal_year} ถึงปี {now.fiscal_year}"
    chart = slope.Slope(
        "slope", title, described(before, now), f"ปี {before.fiscal_year}", f"ปี {now.fiscal_year}", drawn
    )
    begins = axis.described(axis.start([*(one.before for one in drawn), *(one.after for one in drawn)]))
    return Figure(
        place=f"{links.scores(now.fiscal_year)}slope",
        finding=headlines.of_extremes(now, found),
        shown=f"{title} {begins}",
        note="ตัวเลขของแต่ละเส้นอยู่ในตารางข้างบน",
        picture=slope.draw(chart, context.easel) if drawn else Markup(""),
        sketch=lambda: slope.sketch(chart, context.easel),
        sources=_sources(before, now),
        year=now.fiscal_year,
    )


def every_year(points: Points) -> Points:
    """The same with the years between the first and the last that have no result."""
    known = dict(points)
    years = sorted(known)
    if not years:
        return ()
    return [(year, known.get(year)) for year in map(FiscalYear, range(years[0].number, years[-1].number + 1))]


def through_years(points: Sequence[tuple[FiscalYear, Decimal | None]], subject: str, how: str) -> str:
    """What a line through the years shows, in words; empty where fewer than two years have a value."""
    known = [(year, score) for year, score in points if score is not None]
    if len(known) < 2:  # noqa: PLR2004 -- a line has two ends
        return ""
    told = ", ".join(f"ปี {year} ได้ {figures.printed(score)}" for year, score in known)
    unknown = ", ".join(str(year) for year, score in points if score is None)
    without = f" (ปี {unknown} ไม่มี{subject}ที่ใช้ได้)" if unknown else ""
    return f"แผนภูมิเส้นแสดง{subject}{how}: {told}{without}"


def shown_of(chart: trend.Trend, what: str) -> str:
    """What a line through the years shows: its axis, its bar, and years without a value."""
    begins = axis.described(axis.start([*(value for _, value in chart.points), chart.bar]))
    unknown = ", ".join(str(year) for year, value in chart.points if value is None)
    parts = [what, begins, f"แถบสีคือช่วงตั้งแต่{chart.bar_label} ของคะแนนรวม"]
    if unknown:
        parts.append(f"เส้นขาดตอนที่ปี {unknown} ซึ่งไม่มีค่าที่ใช้ได้")
    if trend.shortened(len(chart.points), NARROW):
        parts.append("บนจอแคบแสดงปีสองหลักท้าย")
    return " ".join(parts)
