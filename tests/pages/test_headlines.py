"""Headlines: what a picture says follows from the figures, and never says more than they do."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from generator.assess import Assessment
from generator.pages import Context, headlines
from generator.pages.comparison import changes, every_year
from generator.thai import FiscalYear

MakeContext = Callable[..., Context]
NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip
PRINTED_TWICE = "places: [{id: a, kind: text, where: ก, scores: [{indicator: %d, score: 12}]}]\n"
CHOSEN = "chosen: [{datum: %d, value: %s, reason: ตรงกับตาราง}]\n"


def scores(*values: str | None, overall: str = "") -> str:
    rows = ", ".join(f"{n}: {value}" for n, value in enumerate(values, start=1) if value is not None)
    return (f"overall: {overall}\n" if overall else "") + f"indicators: {{{rows}}}\n"


def of(context: Context) -> Assessment:
    return context.assessments[-1]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["90"] * 3 + ["74.67"] + ["90"] * 6, f"{NAMES[3]}ต่ำสุด 74.67 คะแนน"),
        (["90"] * 9 + ["89.99"], f"{NAMES[9]}ต่ำสุด 89.99 คะแนน"),
        (["0.00"] + ["90"] * 9, f"{NAMES[0]}ต่ำสุด 0.00 คะแนน"),
        (["80", "80.00"] + ["90"] * 8, f"{NAMES[0]} และ{NAMES[1]}ต่ำสุดเท่ากัน 80 คะแนน"),
        (["80"] * 3 + ["90"] * 7, f"{NAMES[0]} {NAMES[1]} และ{NAMES[2]}ต่ำสุดเท่ากัน 80 คะแนน"),
        (["80"] * 4 + ["90"] * 6, "4 ตัวชี้วัดได้คะแนนต่ำสุดเท่ากัน 80 คะแนน"),
        (["80"] * 9 + ["90"], "9 ตัวชี้วัดได้คะแนนต่ำสุดเท่ากัน 80 คะแนน"),
        (["100.00"] * 10, "ทุกตัวชี้วัดได้คะแนนเท่ากัน 100.00 คะแนน"),
        (["0"] * 10, "ทุกตัวชี้วัดได้คะแนนเท่ากัน 0 คะแนน"),
        (["90"] * 9 + [None], "มีคะแนนที่ใช้ได้ 9 จาก 10 ตัวชี้วัด จึงยังไม่จัดลำดับสูงสุดและต่ำสุด"),
        ([None] * 9 + ["10"], "มีคะแนนที่ใช้ได้ 1 จาก 10 ตัวชี้วัด จึงยังไม่จัดลำดับสูงสุดและต่ำสุด"),
    ],
)
def test_the_scores_of_a_year(values: list[str | None], said: str, context: MakeContext) -> None:
    made = context({"2568/scores.yml": scores(*values)})

    assert headlines.of_year(made, of(made)) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (PRINTED_TWICE % 4, "มีคะแนนที่ใช้ได้ 9 จาก 10 ตัวชี้วัด จึงยังไม่จัดลำดับสูงสุดและต่ำสุด"),
        (PRINTED_TWICE % 4 + CHOSEN % (4, "12"), f"{NAMES[3]}ต่ำสุด 12 คะแนน (รอตรวจสอบ)"),
        (PRINTED_TWICE % 3 + CHOSEN % (3, "90"), f"{NAMES[3]}ต่ำสุด 74.67 คะแนน (บางคะแนนรอตรวจสอบ)"),
    ],
)
def test_scores_that_are_printed_differently(more: str, said: str, context: MakeContext) -> None:
    text = scores(*["90"] * 3, "74.67", *["90"] * 6) + more
    made = context({"2568/scores.yml": text})

    assert headlines.of_year(made, of(made)) == said


def test_no_score_at_all(context: MakeContext) -> None:
    made = context({"2568/scores.yml": "overall: 90\n"})

    assert headlines.of_year(made, of(made)) == "ยังไม่มีคะแนนตัวชี้วัดที่ใช้ได้"


def compared(
    context: MakeContext, before: list[str | None], now: list[str | None]
) -> tuple[Assessment, dict[int, Decimal]]:
    made = context({"2567/scores.yml": scores(*before), "2568/scores.yml": scores(*now)})
    return of(made), changes(*made.assessments)


@pytest.mark.parametrize(
    ("before", "now", "counted", "extremes"),
    [
        (["80"] * 10, ["81"] * 10, "คะแนนเพิ่มขึ้นทั้ง 10 ตัวชี้วัด", "10 ตัวชี้วัดเพิ่มขึ้นมากที่สุด +1.00"),
        (["80"] * 10, ["79"] * 9 + ["78"], "คะแนนลดลงทั้ง 10 ตัวชี้วัด", f"{NAMES[9]}ลดลงมากที่สุด −2.00"),
        (["80"] * 10, ["80.00"] * 10, "คะแนนคงเดิมทั้ง 10 ตัวชี้วัด", "คะแนนทุกตัวชี้วัดที่เทียบได้คงเดิม"),
        (
            ["80"] * 10, ["80.01", "79.99", *["80"] * 8], "คะแนนเพิ่มขึ้น 1 ลดลง 1 คงเดิม 8 ตัวชี้วัด",
            f"{NAMES[0]}เพิ่มขึ้นมากที่สุด +0.01 {NAMES[1]}ลดลงมากที่สุด −0.01",
        ),
        (
            ["80"] * 9 + [None], ["90"] * 10, "คะแนนเพิ่มขึ้น 9 เทียบไม่ได้ 1 ตัวชี้วัด",
            "9 ตัวชี้วัดเพิ่มขึ้นมากที่สุด +10.00",
        ),
        (
            ["80", *[None] * 9], [None, *["80"] * 9], "ยังเทียบกันไม่ได้ เพราะไม่มีตัวชี้วัดใดที่มีคะแนนใช้ได้ทั้งสองปี",
            "ยังเทียบกันไม่ได้ เพราะไม่มีตัวชี้วัดใดที่มีคะแนนใช้ได้ทั้งสองปี",
        ),
    ],
)  # fmt: skip
def test_a_year_beside_the_year_before(
    before: list[str | None], now: list[str | None], counted: str, extremes: str, context: MakeContext
) -> None:
    assessment, found = compared(context, before, now)

    assert headlines.of_changes(found, 10) == counted
    assert headlines.of_extremes(assessment, found) == extremes


def points(*values: str | None) -> list[tuple[FiscalYear, Decimal | None]]:
    return [(FiscalYear(2565 + n), None if value is None else Decimal(value)) for n, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("80.00", "91.03"), "คะแนนรวมปี 2566 สูงกว่าปี 2565: 91.03 เทียบกับ 80.00 คะแนน"),
        (("91.03", "80.00"), "คะแนนรวมปี 2566 ต่ำกว่าปี 2565: 80.00 เทียบกับ 91.03 คะแนน"),
        (("80.00", "80"), "คะแนนรวมปี 2566 เท่ากับปี 2565: 80 คะแนน"),
        (("80", "99", "81"), "คะแนนรวมปี 2567 สูงกว่าปี 2565: 81 เทียบกับ 80 คะแนน"),
        ((None, "80", None, "79.99", None), "คะแนนรวมปี 2568 ต่ำกว่าปี 2566: 79.99 เทียบกับ 80 คะแนน"),
        ((None, "80", None), "มีคะแนนรวมที่ใช้ได้ปีเดียว: ปี 2566 80 คะแนน"),
        ((None, None), "ยังไม่มีคะแนนรวมที่ใช้ได้"),
        ((), "ยังไม่มีคะแนนรวมที่ใช้ได้"),
    ],
)
def test_a_figure_through_the_years(values: tuple[str | None, ...], said: str) -> None:
    assert headlines.of_years(points(*values), "คะแนนรวม") == said


def test_years_between_that_have_no_result_are_years_without_a_value() -> None:
    known = [(FiscalYear(2565), Decimal(80)), (FiscalYear(2568), Decimal(81))]

    assert every_year(known) == [*known[:1], (FiscalYear(2566), None), (FiscalYear(2567), None), *known[1:]]
    assert list(every_year([])) == []


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ([["90"] * 9 + ["80"]] * 3, f"{NAMES[9]}ต่ำสุดทั้ง 3 ปี"),
        ([["80"] * 2 + ["90"] * 8, ["80"] + ["90"] * 9], f"{NAMES[0]}ต่ำสุดทั้ง 2 ปี"),
        ([["80"] + ["90"] * 9, ["90"] * 9 + ["80"]], "ไม่มีตัวชี้วัดใดที่ต่ำสุดทั้ง 2 ปี"),
        ([["90"] * 9 + ["80"]] * 2 + [["90"] * 9 + [None]], f"{NAMES[9]}ต่ำสุดทั้ง 2 ปีที่มีคะแนนครบ"),
        ([["90"] * 9 + ["80"], ["90"] * 9 + [None]], "มีคะแนนครบทุกตัวชี้วัด 1 จาก 2 ปี"),
        ([["90"] * 9 + [None]] * 2, "มีคะแนนครบทุกตัวชี้วัด 0 จาก 2 ปี"),
        ([["100"] * 10, ["99"] * 10], "ทุกตัวชี้วัดได้คะแนนเท่ากันในแต่ละปีทั้ง 2 ปี"),
        ([["80"] * 4 + ["90"] * 6] * 2, "4 ตัวชี้วัดต่ำสุดเท่ากันทั้ง 2 ปี"),
    ],
)
def test_all_years(years: list[list[str | None]], said: str, context: MakeContext) -> None:
    first = 2568 - len(years) + 1
    made = context({f"{first + n}/scores.yml": scores(*values) for n, values in enumerate(years)})

    assert headlines.of_all_years(made.assessments) == said


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("80.00", "81.21", "เพิ่มขึ้น 1.21 คะแนน จากปี 2567"),
        ("81.21", "80", "ลดลง 1.21 คะแนน จากปี 2567"),
        ("80", "80.00", "เท่ากับปี 2567"),
        ("", "80", ""),
        ("80", "", ""),
    ],
)
def test_the_overall_beside_the_year_before(before: str, now: str, said: str, context: MakeContext) -> None:
    files = {f"{year}/scores.yml": scores("90", overall=value) for year, value in ((2567, before), (2568, now))}
    made = context(files)

    assert headlines.of_overall(made.assessments[0], made.assessments[-1]) == said
    assert headlines.of_overall(None, made.assessments[-1]) == ""


def test_a_sentence_is_text_for_any_place(context: MakeContext) -> None:
    made: Any = context({"2568/scores.yml": scores(*["80", "80"], *["90"] * 8)})

    assert type(headlines.of_year(made, of(made))) is str
    assert "&#" not in headlines.of_year(made, of(made))
