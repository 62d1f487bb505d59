"""generator.commands.verdicts: the words of states and reasons, and what to do first."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from generator.assess.items import Answer, Disclosed, DisclosedYear, ItemState, Lack, LackKind, Predecessor, Wanted
from generator.commands import verdicts
from generator.frameworks import packaged
from generator.model import (
    Component,
    Confidence,
    Credit,
    Evidence,
    Framework,
    Holding,
    OfficialResult,
    OitItem,
    PeriodKind,
    SubIndicator,
)
from generator.problems import Language
from generator.thai import FiscalYear

Y2567, Y2568 = FiscalYear(2567), FiscalYear(2568)
YEAR = Wanted(PeriodKind.YEAR, Y2568)
DUE = datetime.date(2025, 4, 30)


def _answer(
    *lacks: Lack, wanted: Wanted | None = YEAR, unfit: tuple[Evidence, ...] = (), name: str = "ขั้นตอน"
) -> Answer:
    return Answer(1, Component(name=name), wanted, unfit=unfit, lacks=lacks)


# --- words


def test_states_are_said_in_both_languages() -> None:
    assert [verdicts.state_words(state) for state in ItemState] == [
        "ครบตามองค์ประกอบด้านข้อมูล",
        "ไม่ครบตามองค์ประกอบด้านข้อมูล",
        "ยังไม่ได้เผยแพร่",
        "ได้รับยกเว้นตามคู่มือ",
        "ยังไม่ได้นำเข้าข้อมูล",
    ]
    assert [verdicts.state_words(state, "en") for state in ItemState] == [
        "has all its components",
        "lacks components",
        "not published",
        "exempt by the handbook",
        "not imported yet",
    ]


@pytest.mark.parametrize("language", ["th", "en"])
def test_everything_has_its_words(language: Language) -> None:
    assert verdicts._STATES[language].keys() == set(ItemState)
    assert verdicts._CREDITS[language].keys() == set(Credit)
    assert verdicts._PERIODS[language].keys() == set(PeriodKind)
    assert verdicts._LACKS[language].keys() == set(LackKind) - {LackKind.NOT_HELD}
    assert verdicts._HELD[language].keys() == set(Holding)
    assert verdicts._WORDS[language].keys() == verdicts._WORDS["en"].keys()


@pytest.mark.parametrize(
    ("wanted", "thai", "english"),
    [
        (PeriodKind.YEAR, "ปีงบประมาณ พ.ศ. 2568", "fiscal year 2568"),
        (PeriodKind.WHOLE_YEAR, "ทั้งปีงบประมาณ พ.ศ. 2568", "the whole of fiscal year 2568"),
        (PeriodKind.FIRST_HALF, "ช่วง 6 เดือนแรกของปีงบประมาณ พ.ศ. 2568", "the first six months of fiscal year 2568"),
        (PeriodKind.COVERS, "ช่วงปีที่ครอบคลุมปีงบประมาณ พ.ศ. 2568", "a term that covers fiscal year 2568"),
    ],
)
def test_the_year_that_is_needed(wanted: PeriodKind, thai: str, english: str) -> None:
    assert verdicts.wanted_words(Wanted(wanted, Y2568)) == thai
    assert verdicts.wanted_words(Wanted(wanted, Y2568), "en") == english


_PLAN = Evidence(title="แผน", link="https://x.go.th", year=FiscalYear(2561), until=FiscalYear(2565))
_ONE_YEAR = Evidence(title="แผน", link="https://x.go.th", year=Y2567, until=Y2567)
_DRAFT = Evidence(title="แผน", link="https://x.go.th", year=Y2567, until=FiscalYear(2570), draft=True)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_answer(Lack(LackKind.NO_EVIDENCE)), "ยังไม่มีหลักฐาน"),
        (
            _answer(Lack(LackKind.OTHER_YEAR, Y2567)),
            "หลักฐานเป็นของปี 2567 แต่ต้องเป็นของปีงบประมาณ พ.ศ. 2568",
        ),
        (
            _answer(
                Lack(LackKind.OTHER_YEAR, FiscalYear(2561)), wanted=Wanted(PeriodKind.COVERS, Y2568), unfit=(_PLAN,)
            ),
            "หลักฐานเป็นของปี 2561–2565 แต่ต้องเป็นของช่วงปีที่ครอบคลุมปีงบประมาณ พ.ศ. 2568",
        ),
        (
            _answer(Lack(LackKind.OTHER_YEAR, Y2567), unfit=(_DRAFT, _ONE_YEAR)),
            "หลักฐานเป็นของปี 2567 แต่ต้องเป็นของปีงบประมาณ พ.ศ. 2568",
        ),
        (_answer(Lack(LackKind.NO_YEAR)), "หลักฐานไม่ได้ระบุปี ต้องเป็นของปีงบประมาณ พ.ศ. 2568"),
        (
            _answer(Lack(LackKind.HALF_ONLY, Y2567), wanted=Wanted(PeriodKind.WHOLE_YEAR, Y2567)),
            "หลักฐานเป็นของช่วง 6 เดือนแรกของปี 2567 แต่ต้องเป็นของทั้งปีงบประมาณ พ.ศ. 2567",
        ),
        (
            _answer(Lack(LackKind.NOT_HALF, Y2568), wanted=Wanted(PeriodKind.FIRST_HALF, Y2568)),
            "หลักฐานของปี 2568 ไม่ได้ระบุว่าเป็นของช่วง 6 เดือนแรก ต้องเป็นของช่วง 6 เดือนแรกของปีงบประมาณ พ.ศ. 2568",
        ),
        (_answer(Lack(LackKind.DRAFT, Y2568)), "หลักฐานเป็นฉบับร่างที่ยังไม่ได้ลงนาม"),
        (
            _answer(Lack(LackKind.NOT_HELD, missing=Holding.RESPONSIBLE, without=2, total=7)),
            "2 จาก 7 มาตรการยังไม่ได้ระบุผู้รับผิดชอบ",
        ),
        (_answer(Lack(LackKind.NOT_HELD, missing=Holding.STEPS)), "ยังไม่มีมาตรการใดที่ระบุขั้นตอนหรือวิธีการ"),
        (_answer(Lack(LackKind.NOT_HELD, missing=Holding.MAP)), "ข้อมูลในเว็บไซต์นี้ยังไม่มีแผนที่ตั้ง"),
        (
            _answer(Lack(LackKind.DRAFT), Lack(LackKind.NO_YEAR), Lack(LackKind.DRAFT, Y2568)),
            "หลักฐานเป็นฉบับร่างที่ยังไม่ได้ลงนาม · หลักฐานไม่ได้ระบุปี ต้องเป็นของปีงบประมาณ พ.ศ. 2568",
        ),
        (_answer(), ""),
    ],
)
def test_why_a_component_is_open(answer: Answer, said: str) -> None:
    assert verdicts.reasons(answer) == said


def test_why_a_component_is_open_in_english() -> None:
    answer = _answer(
        Lack(LackKind.OTHER_YEAR, Y2567),
        Lack(LackKind.NOT_HELD, missing=Holding.FOLLOW_UP, without=1, total=3),
    )

    assert verdicts.reasons(answer, "en") == (
        "the evidence is about 2567, it must be about fiscal year 2568 · 1 of 3 measures do not give their follow up"
    )


@pytest.mark.parametrize(
    ("today", "thai", "english"),
    [
        (datetime.date(2025, 4, 18), "เหลือ 12 วัน", "12 days left"),
        (datetime.date(2025, 4, 29), "เหลือ 1 วัน", "1 days left"),
        (DUE, "ครบกำหนดวันนี้", "due today"),
        (datetime.date(2025, 5, 1), "เลยกำหนดมาแล้ว 1 วัน", "1 days late"),
        (datetime.date(2025, 5, 3), "เลยกำหนดมาแล้ว 3 วัน", "3 days late"),
    ],
)
def test_days_that_are_left(today: datetime.date, thai: str, english: str) -> None:
    assert verdicts.days_left(DUE, today) == thai
    assert verdicts.days_left(DUE, today, "en") == english


# --- order


def _framework(groups: dict[str, int]) -> Framework:
    """Items numbered through sub-indicators of these sizes."""
    items: list[OitItem] = []
    subs = []
    for code, size in groups.items():
        own = tuple(f"O{len(items) + number}" for number in range(1, size + 1))
        subs.append(
            SubIndicator(
                code=code, indicator=int(code.split(".")[0]), name=code, items=own, confidence=Confidence.CONFIRMED
            )
        )
        items += [OitItem(code=one, title=one, sub_indicator=code, confidence=Confidence.CONFIRMED) for one in own]
    return packaged(Y2568).model_copy(update={"sub_indicators": tuple(subs), "items": tuple(items)})


def _year(
    groups: dict[str, int], states: Mapping[str, ItemState | Credit], due: datetime.date | None = None
) -> DisclosedYear:
    """Items in these states, the others complete; a credit is that of the year before, the item being incomplete."""
    framework = _framework(groups)
    items = []
    for item in framework.items:
        said = states.get(item.code, ItemState.COMPLETE)
        state = said if isinstance(said, ItemState) else ItemState.INCOMPLETE
        earlier = Predecessor(Y2567, item, comparable=True, note=None)
        faulted = ((earlier, OfficialResult(credit=said)),) if isinstance(said, Credit) else ()
        answer = Answer(1, Component(name="ขั้นตอน"), None, lacks=() if state is ItemState.COMPLETE else (_NOTHING,))
        items.append(
            Disclosed(
                year=Y2568,
                item=item,
                state=state,
                answers=(answer,),
                entry=None,
                papers=(),
                own=(),
                assessed=None,
                acted=None,
                wanted=None,
                predecessors=(),
                earlier_results=faulted,
            )
        )
    return DisclosedYear(Y2568, framework, tuple(items), due)


_NOTHING = Lack(LackKind.NO_EVIDENCE)
OPEN = ItemState.INCOMPLETE, ItemState.UNPUBLISHED, ItemState.NOT_IMPORTED


@pytest.mark.parametrize(
    ("groups", "states", "order"),
    [
        pytest.param({"9.1": 2}, {"O1": ItemState.EXEMPT}, [], id="nothing-open"),
        pytest.param({"9.1": 3}, dict(zip(("O1", "O2", "O3"), OPEN, strict=True)), ["O2", "O1", "O3"], id="states"),
        pytest.param(
            {"9.1": 4},
            {"O1": ItemState.UNPUBLISHED, "O3": Credit.PARTIAL, "O4": Credit.NONE},
            ["O3", "O4", "O1"],
            id="faulted-first",
        ),
        pytest.param(
            {"9.1": 2}, {"O1": Credit.FULL, "O2": ItemState.UNPUBLISHED}, ["O2", "O1"], id="full-credit-is-no-fault"
        ),
        pytest.param({"9.1": 1, "9.2": 1}, dict.fromkeys(("O1", "O2"), OPEN[0]), ["O1", "O2"], id="same-weight"),
        pytest.param({"9.1": 2, "9.2": 1}, dict.fromkeys(("O1", "O3"), OPEN[0]), ["O3", "O1"], id="small-group-first"),
        pytest.param(
            {"9.1": 1, "9.2": 1, "9.3": 1, "10.1": 2},
            dict.fromkeys(("O1", "O4"), OPEN[0]),
            ["O4", "O1"],
            id="few-groups-first",
        ),
        pytest.param({"9.1": 1, "9.2": 1, "10.1": 2}, dict.fromkeys(("O1", "O3"), OPEN[0]), ["O1", "O3"], id="equal"),
        pytest.param({"9.1": 2, "9.2": 1}, {"O1": OPEN[1], "O3": OPEN[0]}, ["O1", "O3"], id="state-before-weight"),
        pytest.param({"9.1": 12}, {f"O{n}": OPEN[2] for n in (10, 9, 2)}, ["O2", "O9", "O10"], id="by-number"),
    ],
)
def test_what_to_do_first(groups: dict[str, int], states: dict[str, ItemState | Credit], order: list[str]) -> None:
    assert [one.item.code for one in verdicts.to_do(_year(groups, states))] == order


def test_a_faulted_item_that_is_complete_now_is_done() -> None:
    year = _year({"9.1": 1}, {"O1": Credit.NONE})
    [one] = year.items
    done = replace(one, state=ItemState.COMPLETE)

    assert verdicts.to_do(DisclosedYear(Y2568, year.framework, (done,), None)) == ()


@pytest.mark.parametrize(
    ("groups", "weight"),
    [
        ({"9.1": 1}, Fraction(1)),
        ({"9.1": 9, "9.2": 8}, Fraction(1, 18)),
        ({"10.1": 8, "10.2": 2, "9.1": 1}, Fraction(1, 16)),
    ],
)
def test_how_much_an_item_weighs(groups: dict[str, int], weight: Fraction) -> None:
    framework = _framework(groups)

    assert verdicts.weight(framework, framework.items[0]) == weight


def test_an_item_of_no_known_group_weighs_nothing() -> None:
    item = OitItem(code="O1", title="O1", sub_indicator="9.9", confidence=Confidence.CONFIRMED)

    assert verdicts.weight(_framework({"9.1": 1}), item) == 0


# --- a summary


def test_a_summary_counts_and_names_the_first_five() -> None:
    states: dict[str, ItemState | Credit] = {f"O{n}": ItemState.NOT_IMPORTED for n in range(5, 9)}
    states |= {"O1": ItemState.EXEMPT, "O2": Credit.PARTIAL, "O3": ItemState.INCOMPLETE, "O4": ItemState.UNPUBLISHED}
    year = _year({"9.1": 10}, states, DUE)
    counts = "ครบตามองค์ประกอบด้านข้อมูล 2 ข้อ · ไม่ครบตามองค์ประกอบด้านข้อมูล 2 ข้อ · ยังไม่ได้เผยแพร่ 1 ข้อ"
    counts += " · ได้รับยกเว้นตามคู่มือ 1 ข้อ · ยังไม่ได้นำเข้าข้อมูล 4 ข้อ"

    assert list(verdicts.verdict_lines(year, "th", datetime.date(2025, 4, 18))) == [
        f"การเปิดเผยข้อมูลสาธารณะ (OIT) ปี 2568 จำนวน 10 ข้อ: {counts}",
        "กำหนดส่งข้อมูล 30 เมษายน 2568: เหลือ 12 วัน",
        "ข้อที่ควรดำเนินการก่อน:",
        "  1. O2 O2 – ไม่ครบตามองค์ประกอบด้านข้อมูล – ปี 2567 ได้คะแนนบางส่วน – ขั้นตอน: ยังไม่มีหลักฐาน",
        "  2. O4 O4 – ยังไม่ได้เผยแพร่",
        "  3. O3 O3 – ไม่ครบตามองค์ประกอบด้านข้อมูล – ขั้นตอน: ยังไม่มีหลักฐาน",
        "  4. O5 O5 – ยังไม่ได้นำเข้าข้อมูล",
        "  5. O6 O6 – ยังไม่ได้นำเข้าข้อมูล",
        "  และอีก 2 ข้อ",
    ]


def test_five_things_are_not_more_than_five() -> None:
    year = _year({"9.1": 5}, dict.fromkeys(("O1", "O2", "O3", "O4", "O5"), ItemState.UNPUBLISHED))

    lines = list(verdicts.verdict_lines(year, "en", DUE))

    assert lines[:2] == ["OIT 2568, 5 items: 5 not published", "do first:"]  # no deadline is known
    assert lines[-1] == "  5. O5 O5 – not published"


def test_of_a_year_that_is_done_only_counts_are_said() -> None:
    year = _year({"9.1": 2}, {"O1": ItemState.EXEMPT}, DUE)

    assert list(verdicts.verdict_lines(year, "en", DUE)) == [
        "OIT 2568, 2 items: 1 has all its components · 1 exempt by the handbook"
    ]


def test_nothing_in_a_summary_steers() -> None:
    year = _year({"9.1": 1}, {"O1": ItemState.UNPUBLISHED})
    [one] = year.items
    hostile = replace(one, item=one.item.model_copy(update={"title": "\x1b[2J\n::set-output\u202e"}))

    *_, line = verdicts.verdict_lines(DisclosedYear(Y2568, year.framework, (hostile,), None), "en", DUE)

    assert line == "  1. O1 \\u001b[2J ::set-output\\u202e – not published"
