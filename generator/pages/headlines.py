"""What a picture says in one sentence, made from the figures by fixed rules. A sentence compares only what has a value,
says how much has none, and names no reason."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator import figures, thai
from generator.assess import OVERALL, Assessment, Datum
from generator.pages.context import STATES, Context, doubt
from generator.thai import FiscalYear

_NAMED = 3  # more indicators than these are counted, not named
WAITING = STATES[None]
Points = Sequence[tuple[FiscalYear, Decimal | None]]


def is_waiting(context: Context, assessment: Assessment, datum: Datum) -> bool:
    """Whether a finding that nobody has settled puts this value in doubt."""
    return doubt(context, assessment.fiscal_year, datum) == WAITING


def of_year(context: Context, assessment: Assessment) -> str:
    """The lowest of the scores, where all are there; ties, equal scores and what waits to be checked are said."""
    known, all_of_them = len(assessment.scores), len(assessment.numbers)
    if not known:
        return "ยังไม่มีคะแนนตัวชี้วัดที่ใช้ได้"
    if not assessment.complete:
        return f"มีคะแนนที่ใช้ได้ {known} จาก {all_of_them} ตัวชี้วัด จึงยังไม่จัดลำดับสูงสุดและต่ำสุด"
    waiting = {n for n in assessment.numbers if is_waiting(context, assessment, str(n))}
    lowest = assessment.lowest
    shown = assessment.indicator(lowest[0]).text
    if len(lowest) == all_of_them:
        said = f"ทุกตัวชี้วัดได้คะแนนเท่ากัน {shown} คะแนน"
    elif len(lowest) == 1:
        said = f"{assessment.framework.indicator(lowest[0]).name}ต่ำสุด {shown} คะแนน"
    elif len(lowest) <= _NAMED:
        said = f"{_names(assessment, lowest)}ต่ำสุดเท่ากัน {shown} คะแนน"
    else:
        said = f"{len(lowest)} ตัวชี้วัดได้คะแนนต่ำสุดเท่ากัน {shown} คะแนน"
    if waiting.intersection(lowest):
        return f"{said} ({WAITING})"
    return f"{said} (บางคะแนน{WAITING})" if waiting else said


def _names(assessment: Assessment, numbers: Sequence[int]) -> str:
    return thai.listed([assessment.framework.indicator(n).name for n in numbers])


def of_changes(changes: Mapping[int, Decimal], count: int) -> str:
    """How many of `count` indicators rose, fell and stayed."""
    if not changes:
        return "ยังเทียบกันไม่ได้ เพราะไม่มีตัวชี้วัดใดที่มีคะแนนใช้ได้ทั้งสองปี"
    counts = {
        "เพิ่มขึ้น": sum(change > 0 for change in changes.values()),
        "ลดลง": sum(change < 0 for change in changes.values()),
        "คงเดิม": sum(change == 0 for change in changes.values()),
    }
    for word, found in counts.items():
        if found == count:
            return f"คะแนน{word}ทั้ง {count} ตัวชี้วัด"
    parts = [f"{word} {found}" for word, found in counts.items() if found]
    missing = f" เทียบไม่ได้ {count - len(changes)}" if len(changes) < count else ""
    return f"คะแนน{' '.join(parts)}{missing} ตัวชี้วัด"


def of_extremes(now: Assessment, changes: Mapping[int, Decimal]) -> str:
    """The largest change each way."""
    if not changes:
        return of_changes(changes, len(now.numbers))
    found = []
    extremes = (("เพิ่มขึ้นมากที่สุด", max(changes.values()), 1), ("ลดลงมากที่สุด", min(changes.values()), -1))
    for word, extreme, sign in extremes:
        if extreme * sign > 0:
            numbers = [n for n, change in changes.items() if change == extreme]
            who = _names(now, numbers) if len(numbers) <= _NAMED else f"{len(numbers)} ตัวชี้วัด"
            found.append(f"{who}{word} {figures.signed(extreme)}")
    return " ".join(found) if found else "คะแนนทุกตัวชี้วัดที่เทียบได้คงเดิม"


def of_years(points: Points, subject: str) -> str:
    """The last year that has a value against the first; nothing is said of those between."""
    known = [(year, value) for year, value in points if value is not None]
    if not known:
        return f"ยังไม่มี{subject}ที่ใช้ได้"
    (first, then), (last, now) = known[0], known[-1]
    if first == last:
        return f"มี{subject}ที่ใช้ได้ปีเดียว: ปี {first} {figures.printed(then)} คะแนน"
    if now == then:
        return f"{subject}ปี {last} เท่ากับปี {first}: {figures.printed(now)} คะแนน"
    word = "สูงกว่า" if now > then else "ต่ำกว่า"
    return f"{subject}ปี {last} {word}ปี {first}: {figures.printed(now)} เทียบกับ {figures.printed(then)} คะแนน"


def of_all_years(assessments: Sequence[Assessment]) -> str:
    """The indicator that is lowest in every year that has all its scores, where there is one."""
    complete = [one for one in assessments if one.complete]
    if len(complete) < 2:  # noqa: PLR2004 -- of one year nothing repeats
        return f"มีคะแนนครบทุกตัวชี้วัด {len(complete)} จาก {len(assessments)} ปี"
    years = f"ทั้ง {len(complete)} ปี" + ("" if len(complete) == len(assessments) else "ที่มีคะแนนครบ")
    if all(len(one.lowest) == len(one.numbers) for one in complete):
        return f"ทุกตัวชี้วัดได้คะแนนเท่ากันในแต่ละปี{years}"
    always = [n for n in complete[-1].numbers if all(n in one.lowest for one in complete)]
    if not always:
        return f"ไม่มีตัวชี้วัดใดที่ต่ำสุด{years}"
    if len(always) > _NAMED:
        return f"{len(always)} ตัวชี้วัดต่ำสุดเท่ากัน{years}"
    return f"{_names(complete[-1], always)}ต่ำสุด{years}"


def of_overall(before: Assessment | None, now: Assessment) -> str:
    """The change of the overall on the year before; empty where there is none to tell."""
    change = now.change(before, OVERALL) if before else None
    if before is None or change is None:
        return ""
    if change == 0:
        return f"เท่ากับปี {before.fiscal_year}"
    word = "เพิ่มขึ้น" if change > 0 else "ลดลง"
    return f"{word} {figures.computed(abs(change))} คะแนน จากปี {before.fiscal_year}"
