"""Wide tables of many agencies: their headings, rows, and what is recomputed."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from generator.grids import Grid
from generator.model import Framework
from generator.recognise import AgencyRow, Confirmation, Outcome, ProvinceTable, province_table

MakeGrid = Callable[..., Grid]
Told = Callable[[Sequence[Confirmation]], list[tuple[str, str]]]

AGENCIES = {
    "เทศบาลตำบลเมืองคง": "mueang-khong",
    "ทต.เมืองคง": "mueang-khong",
    "องค์การบริหารส่วนตำบลม่วงหมู": "muang-mu",
}
SCORES = ["88.53", "91.20", "97.87", "74.67", "88.13", "93.75", "90.94", "91.00", "93.50", "85.00"]
NUMBERS = [str(number) for number in range(1, 11)]
POINTS = ["26.42", "27.57", "35.70"]
HEAD = ["หน่วยงาน", *NUMBERS, "IIT/30", "EIT/30", "OIT/40", "คะแนน", "ระดับ"]
ROW = ["เทศบาลตำบลเมืองคง", *SCORES, *POINTS, "89.69", "ผ่านดี"]
OTHER = ["อบต.ม่วงหมู", *["100.00"] * 10, "30.00", "30.00", "40.00", "100.00", "ผ่านดีเยี่ยม"]
WANTED = {number: Decimal(score) for number, score in enumerate(SCORES, start=1)}
NAMES = [
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
]


def with_text(column: str, text: str) -> list[str]:
    return [text if head == column else cell for head, cell in zip(HEAD, ROW, strict=True)]


def first(outcome: Outcome[ProvinceTable]) -> AgencyRow:
    assert outcome.record is not None
    return outcome.record.rows[0]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ROW],
        [["ผลการประเมิน ITA จังหวัดนครราชสีมา", *["<"] * 15], [""], HEAD, ROW],
        [["ลำดับ", *HEAD], ["1", *ROW]],
        [["หน่วยงาน", *(f"i{number}" for number in NUMBERS), *HEAD[11:]], ROW],
        [["ชื่อหน่วยงาน", *(f"ตัวชี้วัดที่ {number}" for number in NUMBERS), *HEAD[11:]], ROW],
        [["หน่วยงาน", *NAMES, *HEAD[11:]], ROW],
        [["หน่วยงาน", *(f"{number}. {name}" for number, name in enumerate(NAMES, start=1)), *HEAD[11:]], ROW],
        [["อปท.", *NUMBERS, "IIT (30)", "EIT (30)", "OIT (40)", "คะแนน ITA", "ระดับผลการประเมิน"], ROW],
        [["หน่วยงาน", *NUMBERS, "IIT 30%", "EIT 30%", "OIT 40%", "คะแนนรวม", "ผลการประเมิน"], ROW],
        [["หน่วยงาน", *NUMBERS, "IIT", "EIT", "OIT", "รวม", "ระดับ"], ROW],
        [
            ["หน่วยงาน", "ตัวชี้วัด", *["<"] * 9, "คะแนนถ่วงน้ำหนัก", "<", "<", "คะแนน", "ระดับ"],
            ["^", *NUMBERS, "IIT/30", "EIT/30", "OIT/40", "^", "^"],
            ROW,
        ],
        [
            ["หน่วยงาน", "IIT", *["<"] * 4, "EIT", "<", "<", "OIT", "<", "คะแนน", "<", "<", "คะแนน", "ระดับ"],
            ["^", *NUMBERS, "IIT/30", "EIT/30", "OIT/40", "^", "^"],
            ROW,
        ],
        [HEAD, ["ทต. เมืองคง", *ROW[1:]]],
        [HEAD, ["ทต.เมืองคง", *ROW[1:]]],
        [HEAD, HEAD, ROW],
        [HEAD, ROW, [""], HEAD],
        [HEAD[::-1], ROW[::-1]],
    ],
)  # fmt: skip
def test_a_row_however_its_table_is_headed(grid: MakeGrid, framework: Framework, rows: list[list[str]]) -> None:
    outcome = province_table(grid(*rows), framework, AGENCIES)
    row = first(outcome)

    assert (row.slug, {number: amount.value for number, amount in row.scores.items()}) == ("mueang-khong", WANTED)
    assert [str(amount.value) for amount in row.points.values()] == POINTS
    assert (row.overall and str(row.overall.value), row.grade and row.grade.text) == ("89.69", "ผ่านดี")
    assert (row.instruments, outcome.problems, outcome.confirmations) == ({}, (), ())


def test_what_else_is_said_about_an_agency(grid: MakeGrid, framework: Framework) -> None:
    row = first(
        province_table(
            grid(["จังหวัด", "อำเภอ", "ประเภท", *HEAD], ["นครราชสีมา", "คง", "เทศบาลตำบล", *ROW]), framework, AGENCIES
        )
    )

    assert [cell and cell.text for cell in (row.province, row.district, row.type)] == ["นครราชสีมา", "คง", "เทศบาลตำบล"]


def test_one_row_an_agency(grid: MakeGrid, framework: Framework, told: Told) -> None:
    outcome = province_table(grid(HEAD, ROW, OTHER, ["เฉลี่ย", *SCORES]), framework, AGENCIES)

    assert outcome.record is not None
    assert [row.slug for row in outcome.record.rows] == ["mueang-khong", "muang-mu"]
    assert told(outcome.confirmations) == [("row-left-out", "A4")]
    assert outcome.problems == ()


def test_agencies_that_nobody_knows_are_listed(grid: MakeGrid, framework: Framework) -> None:
    unknown = [[name, *ROW[1:]] for name in ("ทต.เมืองคงง", "อบต.หนองหญ้าปล้อง")]
    outcome = province_table(grid(HEAD, *unknown, ROW), framework, AGENCIES)

    assert outcome.record is not None
    assert len(outcome.record.rows) == 1
    near, others = outcome.confirmations
    assert near.says() == "ไม่รู้จักหน่วยงาน “ทต.เมืองคงง” จึงไม่ได้อ่านแถวนี้ อาจหมายถึง เทศบาลตำบลเมืองคง"
    assert others.says() == "ไม่ได้อ่าน 1 แถวของหน่วยงานที่ไม่อยู่ในเว็บไซต์นี้ ได้แก่ อบต.หนองหญ้าปล้อง"


@pytest.mark.parametrize(("count", "end"), [(10, "อบต.ญ"), (11, "อบต.ญ …")])
def test_a_whole_province_of_strangers_is_told_at_once(
    grid: MakeGrid, framework: Framework, count: int, end: str
) -> None:
    rows = [[f"อบต.{letter}", *ROW[1:]] for letter in "กขคฆงจฉชซญฐ"[:count]]
    (one,) = province_table(grid(HEAD, *rows, ROW), framework, AGENCIES).confirmations

    assert (one.details["count"], one.details["names"].split(", ")[-1]) == (str(count), end)


def test_a_table_of_strangers_says_so(grid: MakeGrid, framework: Framework) -> None:
    outcome = province_table(grid(HEAD, ROW), framework, {})

    assert outcome.record == ProvinceTable(())
    assert [one.code for one in outcome.confirmations] == ["agencies-left-out"]


def test_an_agency_twice(grid: MakeGrid, framework: Framework) -> None:
    outcome = province_table(grid(HEAD, ROW, ["ทต.เมืองคง", *ROW[1:]]), framework, AGENCIES)

    (problem,) = outcome.problems
    assert (problem.code, problem.found, str(problem.source)) == ("agency-twice", "ทต.เมืองคง", "ก.xlsx › ชีต › A3")
    assert problem.details["first"] == "ก.xlsx › ชีต › A2"


@pytest.mark.parametrize(
    ("column", "text", "confirmed"),
    [
        ("IIT/30", "26.43", []),
        ("IIT/30", "26.41", [("points-differ", "L2")]),
        ("IIT/30", "26.44", [("points-differ", "L2")]),
        ("OIT/40", "35.60", [("points-differ", "N2")]),
        ("คะแนน", "89.70", []),
        ("คะแนน", "89.68", [("overall-differs", "O2")]),
        ("คะแนน", "98.69", [("overall-differs", "O2")]),
        ("ระดับ", "AA", [("grade-unknown", "P2")]),
        ("4", "", [("scores-missing", "A2")]),
        ("4", "74.66666", [("score-rounded", "E2")]),
        ("4", "47.67", [("points-differ", "L2"), ("overall-differs", "O2")]),
    ],
)
def test_what_does_not_follow_is_told(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid, framework: Framework, told: Told, column: str, text: str, confirmed: list[tuple[str, str]]
) -> None:
    outcome = province_table(grid(HEAD, with_text(column, text)), framework, AGENCIES)

    assert told(outcome.confirmations) == confirmed
    assert outcome.problems == ()
    assert first(outcome).slug == "mueang-khong"


def test_the_difference_is_said_in_figures(grid: MakeGrid, framework: Framework) -> None:
    (one,) = province_table(grid(HEAD, with_text("IIT/30", "26.44")), framework, AGENCIES).confirmations

    assert one.says() == "คะแนนถ่วงน้ำหนัก IIT พิมพ์ 26.44 แต่คำนวณได้ 26.42 (ค่าเฉลี่ย 88.08 × 0.30)"


def test_a_total_is_compared_with_points_where_scores_are_missing(
    grid: MakeGrid, framework: Framework, told: Told
) -> None:
    rows = [["" if head == "4" else cell for head, cell in zip(HEAD, with_text("คะแนน", text), strict=True)]
            for text in ("89.69", "89.80")]  # fmt: skip
    found = [told(province_table(grid(HEAD, row), framework, AGENCIES).confirmations) for row in rows]

    assert found == [[("scores-missing", "A2")], [("scores-missing", "A2"), ("overall-differs", "O2")]]


def test_scores_of_instruments_out_of_a_hundred(grid: MakeGrid, framework: Framework) -> None:
    row = ["เทศบาลตำบลเมืองคง", *SCORES, "88.08", "91.90", "89.25", "89.69", "ผ่านดี"]
    outcome = province_table(grid([*HEAD[:11], "IIT", "EIT", "OIT", *HEAD[14:]], row), framework, AGENCIES)

    assert {code: str(amount.value) for code, amount in first(outcome).instruments.items()} == {
        "IIT": "88.08",
        "EIT": "91.90",
        "OIT": "89.25",
    }
    assert (first(outcome).points, outcome.confirmations) == ({}, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("174.67", "score-range"),
        ("1,234.50", "number-invalid"),
        ("!#N/A", "table-error"),
        ("@4 มกราคม 2569", "table-day"),
    ],
)
def test_cells_that_cannot_be_read(grid: MakeGrid, framework: Framework, text: str, code: str) -> None:
    outcome = province_table(grid(HEAD, with_text("4", text)), framework, AGENCIES)

    assert [(one.code, str(one.source)) for one in outcome.problems] == [(code, "ก.xlsx › ชีต › E2")]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD[1:], ROW[1:]],
        [["หน่วยงาน", "1", "2", "3", "4"], ROW[:5]],
        [["ตัวชี้วัด", "คะแนน"], ["การปฏิบัติหน้าที่", "88.53"]],
        [["หน่วยงาน", "เรื่อง"], ["กองคลัง", "การใช้งบประมาณ"]],
    ],
)
def test_what_is_no_such_table(grid: MakeGrid, framework: Framework, rows: list[list[str]]) -> None:
    assert province_table(grid(*rows), framework, AGENCIES) == Outcome(None)
