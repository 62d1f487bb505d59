"""Years beside each other: one and the year before as rows with dots, as slopes and in words; all in words."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from generator import figures
from generator.assess import OVERALL, Assessment
from generator.charts import dumbbell, slope
from generator.markup import listed, text
from generator.pages.context import UNDECIDED, Context, numbered, value
from generator.thai import FiscalYear


def rows(context: Context, before: Assessment, now: Assessment, address: str) -> Markup:
    pairs = []
    for n in now.numbers:
        change = now.change(before, str(n))
        pairs.append(
            dumbbell.Pair(
                numbered(now.framework.indicator(n), address),
                before.indicator(n).number,
                now.indicator(n).number,
                value(context, before.fiscal_year, str(n), address),
                value(context, now.fiscal_year, str(n), address),
                figures.signed(change) if change is not None else UNDECIDED,
            )
        )
    caption = f"คะแนนรายตัวชี้วัด ปี {before.fiscal_year} เทียบกับปี {now.fiscal_year}"
    chart = dumbbell.Dumbbell(caption, f"ปี {before.fiscal_year}", f"ปี {now.fiscal_year}", tuple(pairs))
    return dumbbell.draw(chart)


def _changes(before: Assessment, now: Assessment) -> dict[int, Decimal]:
    return {n: change for n in now.numbers if (change := now.change(before, str(n))) is not None}


def described(before: Assessment, now: Assessment) -> str:
    """Up, down and unchanged, and the largest change each way, in words."""
    changes = _changes(before, now)
    if not changes:
        return "ยังเทียบกันไม่ได้ เพราะไม่มีตัวชี้วัดใดที่มีคะแนนใช้ได้ทั้งสองปี"
    counts = {
        "เพิ่มขึ้น": sum(change > 0 for change in changes.values()),
        "ลดลง": sum(change < 0 for change in changes.values()),
        "คงเดิม": sum(change == 0 for change in changes.values()),
    }
    parts = [f"{word} {count} ตัวชี้วัด" for word, count in counts.items() if count]
    described = f"เมื่อเทียบกับปี {before.fiscal_year}: " + " ".join(parts)
    extremes = (("เพิ่มขึ้นมากที่สุด", max(changes.values()), 1), ("ลดลงมากที่สุด", min(changes.values()), -1))
    for word, extreme, sign in extremes:
        if extreme * sign > 0:
            names = [now.framework.indicator(n).name for n, change in changes.items() if change == extreme]
            described += f" {word}คือ{listed(names).unescape()} ({figures.signed(extreme)})"
    missing = len(now.numbers) - len(changes)
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


def lines(context: Context, before: Assessment, now: Assessment) -> Markup:
    drawn = tuple(
        slope.Line(now.framework.indicator(n).name, str(n), before.scores[n], now.scores[n])
        for n in _changes(before, now)
    )
    if not drawn:
        return Markup("")
    title = f"คะแนนรายตัวชี้วัด ปี {before.fiscal_year} ถึงปี {now.fiscal_year}"
    chart = slope.Slope(
        "slope", title, described(before, now), f"ปี {before.fiscal_year}", f"ปี {now.fiscal_year}", drawn
    )
    return slope.draw(chart, context.easel)


def through_years(points: Sequence[tuple[FiscalYear, Decimal | None]], subject: str, how: str) -> str:
    """What a line through the years shows, in words; empty where fewer than two years have a value."""
    known = [(year, score) for year, score in points if score is not None]
    if len(known) < 2:  # noqa: PLR2004 -- a line has two ends
        return ""
    told = ", ".join(f"ปี {year} ได้ {figures.printed(score)}" for year, score in known)
    unknown = ", ".join(str(year) for year, score in points if score is None)
    without = f" (ปี {unknown} ไม่มี{subject}ที่ใช้ได้)" if unknown else ""
    return f"แผนภูมิเส้นแสดง{subject}{how}: {told}{without}"
