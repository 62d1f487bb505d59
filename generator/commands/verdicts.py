"""Words of verdicts on the items of an ITA year, which pages do not pass: states, why a component is open, what to do
first, the days that are left."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from generator import thai
from generator.assess.items import (
    HELD,
    PERIODS,
    Answer,
    Disclosed,
    DisclosedYear,
    ItemState,
    Lack,
    LackKind,
    Predecessor,
    Wanted,
)
from generator.commands.report import clean
from generator.model import Credit, Framework, Holding, OfficialResult, OitItem, PeriodKind
from generator.problems import Language

FIRST = 5  # how many things to do a summary names

_STATES: dict[Language, dict[ItemState, str]] = {
    "th": {
        ItemState.COMPLETE: "ครบตามองค์ประกอบด้านข้อมูล",
        ItemState.INCOMPLETE: "ไม่ครบตามองค์ประกอบด้านข้อมูล",
        ItemState.UNPUBLISHED: "ยังไม่ได้เผยแพร่",
        ItemState.EXEMPT: "ได้รับยกเว้นตามคู่มือ",
        ItemState.NOT_IMPORTED: "ยังไม่ได้นำเข้าข้อมูล",
    },
    "en": {
        ItemState.COMPLETE: "has all its components",
        ItemState.INCOMPLETE: "lacks components",
        ItemState.UNPUBLISHED: "not published",
        ItemState.EXEMPT: "exempt by the handbook",
        ItemState.NOT_IMPORTED: "not imported yet",
    },
}
_CREDITS: dict[Language, dict[Credit, str]] = {
    "th": {Credit.FULL: "ได้คะแนนเต็ม", Credit.PARTIAL: "ได้คะแนนบางส่วน", Credit.NONE: "ไม่ได้คะแนน"},
    "en": {Credit.FULL: "full credit", Credit.PARTIAL: "partial credit", Credit.NONE: "no credit"},
}
_PERIODS: dict[Language, dict[PeriodKind, str]] = {
    "th": PERIODS,
    "en": {
        PeriodKind.YEAR: "fiscal year {year}",
        PeriodKind.WHOLE_YEAR: "the whole of fiscal year {year}",
        PeriodKind.FIRST_HALF: "the first six months of fiscal year {year}",
        PeriodKind.COVERS: "a term that covers fiscal year {year}",
    },
}
_LACKS: dict[Language, dict[LackKind, str]] = {
    "th": {
        LackKind.NO_EVIDENCE: "ยังไม่มีหลักฐาน",
        LackKind.OTHER_YEAR: "หลักฐานเป็นของปี {found} แต่ต้องเป็นของ{wanted}",
        LackKind.NO_YEAR: "หลักฐานไม่ได้ระบุปี ต้องเป็นของ{wanted}",
        LackKind.HALF_ONLY: "หลักฐานเป็นของช่วง 6 เดือนแรกของปี {found} แต่ต้องเป็นของ{wanted}",
        LackKind.NOT_HALF: "หลักฐานของปี {found} ไม่ได้ระบุว่าเป็นของช่วง 6 เดือนแรก ต้องเป็นของ{wanted}",
        LackKind.DRAFT: "หลักฐานเป็นฉบับร่างที่ยังไม่ได้ลงนาม",
    },
    "en": {
        LackKind.NO_EVIDENCE: "no evidence",
        LackKind.OTHER_YEAR: "the evidence is about {found}, it must be about {wanted}",
        LackKind.NO_YEAR: "the evidence does not say its year, it must be about {wanted}",
        LackKind.HALF_ONLY: "the evidence is about the first six months of {found}, it must be about {wanted}",
        LackKind.NOT_HALF: "the evidence of {found} does not say which six months; it must be about {wanted}",
        LackKind.DRAFT: "the evidence is a draft that nobody has signed",
    },
}
_HELD: dict[Language, Mapping[Holding, str]] = {
    "th": HELD,
    "en": {holding: holding.value.replace("-", " ") for holding in Holding},
}
_OF_EACH_MEASURE = frozenset(
    {Holding.STEPS, Holding.RESPONSIBLE, Holding.PERIOD, Holding.FOLLOW_UP, Holding.RESULT, Holding.OUTCOME}
)
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "some-measures": "{without} จาก {total} มาตรการยังไม่ได้ระบุ{missing}",
        "no-measure": "ยังไม่มีมาตรการใดที่ระบุ{missing}",
        "not-held": "ข้อมูลในเว็บไซต์นี้ยังไม่มี{missing}",
        "left": "เหลือ {days} วัน",
        "last-day": "ครบกำหนดวันนี้",
        "late": "เลยกำหนดมาแล้ว {days} วัน",
        "due": "กำหนดส่งข้อมูล {date}: {left}",
        "counts": "การเปิดเผยข้อมูลสาธารณะ (OIT) ปี {year} จำนวน {total} ข้อ: {counts}",
        "count": "{state} {count} ข้อ",
        "first": "ข้อที่ควรดำเนินการก่อน",
        "more": "และอีก {count} ข้อ",
        "faulted": "ปี {year} {credit}",
    },
    "en": {
        "some-measures": "{without} of {total} measures do not give their {missing}",
        "no-measure": "no measure gives its {missing}",
        "not-held": "this site does not hold: {missing}",
        "left": "{days} days left",
        "last-day": "due today",
        "late": "{days} days late",
        "due": "due {date}: {left}",
        "counts": "OIT {year}, {total} items: {counts}",
        "count": "{count} {state}",
        "first": "do first",
        "more": "and {count} more",
        "faulted": "{credit} in {year}",
    },
}


def state_words(state: ItemState, language: Language = "th") -> str:
    return _STATES[language][state]


def credit_words(credit: Credit, language: Language = "th") -> str:
    return _CREDITS[language][credit]


def wanted_words(wanted: Wanted, language: Language = "th") -> str:
    """The year that evidence must be about, like ทั้งปีงบประมาณ พ.ศ. 2567."""
    return _PERIODS[language][wanted.kind].format(year=wanted.year)


def lack_words(answer: Answer, lack: Lack, language: Language = "th") -> str:
    """Why a component is open: the year found and the year needed, or what our own records lack."""
    if lack.missing is not None:
        kind = "some-measures" if lack.total else "no-measure" if lack.missing in _OF_EACH_MEASURE else "not-held"
        named = {"without": lack.without, "total": lack.total, "missing": _HELD[language][lack.missing]}
        return _WORDS[language][kind].format(**named)
    wanted = wanted_words(answer.wanted, language) if answer.wanted else ""
    return _LACKS[language][lack.kind].format(found=_term(answer, lack), wanted=wanted)


def _term(answer: Answer, lack: Lack) -> str:
    """The year, or the term of years, of the evidence that does not fit."""
    until = next((one.until for one in answer.unfit if one.year == lack.year and not one.draft), None)
    return f"{lack.year}–{until}" if until and until != lack.year else str(lack.year or "")


def reasons(answer: Answer, language: Language = "th") -> str:
    """Everything for which a component is open, like หลักฐานเป็นของปี 2567 แต่ต้องเป็นของปีงบประมาณ พ.ศ. 2568."""
    return " · ".join(dict.fromkeys(lack_words(answer, lack, language) for lack in answer.lacks))


def open_components(one: Disclosed, language: Language = "th") -> tuple[str, ...]:
    """A sentence for each open component; none where the item is exempt."""
    if one.state is ItemState.EXEMPT:
        return ()
    return tuple(
        f"{answer.component.name}: {reasons(answer, language)}" for answer in one.answers if not answer.answered
    )


# --- what to do first


def faults(one: Disclosed) -> tuple[tuple[Predecessor, OfficialResult], ...]:
    """Where the assessor of the year before gave less than full credit for the same duty."""
    return tuple((earlier, result) for earlier, result in one.earlier_results if result.credit is not Credit.FULL)


def weight(framework: Framework, item: OitItem) -> Fraction:
    """The share of an item in its indicator, were a sub-indicator the mean of its items and an indicator that of its
    sub-indicators, as results of 2563–2565 are made. It orders what to do; no score follows from it."""
    group = next((one for one in framework.sub_indicators if one.code == item.sub_indicator), None)
    if group is None:
        return Fraction(0)
    items = sum(one.sub_indicator == group.code for one in framework.items)
    groups = sum(one.indicator == group.indicator for one in framework.sub_indicators)
    return Fraction(1, items * groups)


_RANKS = {ItemState.UNPUBLISHED: 1, ItemState.INCOMPLETE: 2, ItemState.NOT_IMPORTED: 3}


def to_do(year: DisclosedYear) -> tuple[Disclosed, ...]:
    """The items that are open, what to do first at the head: those that the assessor of the year before faulted, then
    by state, then those that weigh more, then in the handbook's order."""

    def rank(one: Disclosed) -> tuple[int, Fraction]:
        return 0 if faults(one) else _RANKS[one.state], -weight(year.framework, one.item)

    return tuple(sorted((one for one in year.items if one.state in _RANKS), key=rank))


def days_left(due: datetime.date, today: datetime.date, language: Language = "th") -> str:
    """Like เหลือ 12 วัน or เลยกำหนดมาแล้ว 3 วัน."""
    days = (due - today).days
    kind = "left" if days > 0 else "late" if days < 0 else "last-day"
    return _WORDS[language][kind].format(days=abs(days))


def due_words(year: DisclosedYear, today: datetime.date, language: Language = "th") -> str:
    """The last day to file and how far it is; empty where it is not known."""
    if year.due is None:
        return ""
    date = thai.format_date(year.due) if language == "th" else year.due.isoformat()
    return _WORDS[language]["due"].format(date=date, left=days_left(year.due, today, language))


def verdict_lines(year: DisclosedYear, language: Language, today: datetime.date) -> Iterator[str]:
    """How many items are in which state, the days that are left, and what to do first. Safe to print."""
    words, waiting = _WORDS[language], to_do(year)
    counted = Counter(one.state for one in year.items)
    counts = " · ".join(
        words["count"].format(state=state_words(state, language), count=counted[state])
        for state in ItemState
        if counted[state]
    )
    yield clean(words["counts"].format(year=year.year, total=len(year.items), counts=counts))
    if waiting and (due := due_words(year, today, language)):
        yield due
    if waiting:
        yield f"{words['first']}:"
    for place, one in enumerate(waiting[:FIRST], start=1):
        yield clean(f"  {place}. {_briefly(one, language)}")
    if len(waiting) > FIRST:
        yield f"  {words['more'].format(count=len(waiting) - FIRST)}"


def _briefly(one: Disclosed, language: Language) -> str:
    """An item in one line: its title, its state, what the assessor said of it, and what it lacks."""
    words = _WORDS[language]
    said = [
        words["faulted"].format(year=earlier.year, credit=credit_words(result.credit, language))
        for earlier, result in faults(one)
    ]
    parts = [f"{one.item.code} {one.item.title}", state_words(one.state, language), *dict.fromkeys(said)]
    lacks = open_components(one, language) if one.state is ItemState.INCOMPLETE else ()
    return " ".join(" – ".join([*parts, *lacks[:1]]).split())
