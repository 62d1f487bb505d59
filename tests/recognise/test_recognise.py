"""Which shape a table is of."""

import string
from collections.abc import Callable

import pytest

from generator.grids import Cell, Grid, Kind
from generator.model import Framework
from generator.problems import Source
from generator.recognise import Confirmation, MeasureTable, Shape, recognise
from generator.recognise.outcome import WORDS

MakeGrid = Callable[..., Grid]

SCORES = [["ตัวชี้วัด", "คะแนน"], ["การปฏิบัติหน้าที่", "88.53"], ["การใช้งบประมาณ", "91.20"], ["การใช้อำนาจ", "97.87"]]
ANALYSED = [["ตัวชี้วัด", "คะแนน", "ผลการวิเคราะห์"], *([*row, "ควรปรับปรุง"] for row in SCORES[1:])]
MEASURES = [["ตัวชี้วัด", "มาตรการ", "ขั้นตอน"], ["การใช้งบประมาณ", "เปิดเผย", "๑. ประชุม"]]
SCORED = [["ตัวชี้วัด", "คะแนน", "มาตรการ", "ผู้รับผิดชอบ"], *([*row, "เปิดเผย", "กองคลัง"] for row in SCORES[1:])]
PROVINCE = [["หน่วยงาน", *map(str, range(1, 11))], ["ทต.เมืองคง", *["88.53"] * 10]]
ADDRESSES = [["ข้อ", "URL"], ["O1", "https://example.go.th/1"], ["O2", "https://example.go.th/2"]]
NOTE = [["หมายเหตุ", "ก"]]


@pytest.mark.parametrize(
    ("rows", "shape"),
    [
        (SCORES, Shape.SCORES),
        (ANALYSED, Shape.SCORES),
        (MEASURES, Shape.MEASURES),
        (SCORED, Shape.MEASURES),
        (PROVINCE, Shape.PROVINCE),
        (ADDRESSES, Shape.ADDRESSES),
    ],
)
def test_every_shape(grid: MakeGrid, framework: Framework, rows: list[list[str]], shape: Shape) -> None:
    found = recognise([grid(*rows)], framework, {"ทต.เมืองคง": "mueang-khong"})

    assert [one.shape for one in found.taken] == [shape]
    assert found.taken[0].table is not None
    assert (found.problems, found.confirmations) == ((), ())
    assert shape.label


def test_tables_in_their_order(grid: MakeGrid, framework: Framework) -> None:
    grids = [
        grid(*rows, name=f"ชีต {number}") for number, rows in enumerate([NOTE, MEASURES, SCORES, ADDRESSES], start=1)
    ]
    found = recognise(grids, framework, {})

    assert [(one.shape, one.grids[0].name) for one in found.taken] == [
        (Shape.MEASURES, "ชีต 2"),
        (Shape.SCORES, "ชีต 3"),
        (Shape.ADDRESSES, "ชีต 4"),
    ]
    (left,) = found.confirmations
    assert left.says() == "ไม่ได้อ่านตาราง “ชีต 1” เพราะไม่รู้ว่าเป็นตารางใด แถวแรกคือ “หมายเหตุ”"


def test_measures_go_on_over_tables_of_as_many_columns(grid: MakeGrid, framework: Framework) -> None:
    more = [["การใช้อำนาจ", "มาตรการ ข", "๑. ทบทวน"]]
    found = recognise([grid(*MEASURES), grid(*more), grid(*MEASURES), grid(*NOTE), grid(*more)], framework, {})

    assert [len(one.grids) for one in found.taken] == [3]
    assert isinstance(found.taken[0].table, MeasureTable)
    assert len(found.taken[0].table.measures) == 3
    assert [one.code for one in found.confirmations] == ["table-left-out", "table-left-out"]


def test_a_table_of_another_shape_is_no_next_page(grid: MakeGrid, framework: Framework) -> None:
    scores = [[*row, "ดี"] for row in SCORES]
    found = recognise([grid(*MEASURES), grid(*scores)], framework, {})

    assert [one.shape for one in found.taken] == [Shape.MEASURES, Shape.SCORES]


def test_hidden_and_empty_sheets_are_not_asked(grid: MakeGrid, framework: Framework) -> None:
    found = recognise([grid(*SCORES, hidden=True), grid([""]), grid(*MEASURES)], framework, {})

    assert [one.shape for one in found.taken] == [Shape.MEASURES]
    assert found.confirmations == ()


def test_nothing_known_is_a_problem(grid: MakeGrid, framework: Framework) -> None:
    found = recognise([grid(*NOTE)], framework, {})

    assert [(one.code, str(one.source), one.found) for one in found.problems] == [
        ("table-unknown", "ก.xlsx › ชีต › A1", "หมายเหตุ")
    ]
    assert found.taken == ()


def test_a_table_that_has_only_problems_is_taken_with_them(grid: MakeGrid, framework: Framework) -> None:
    rows = [["ตัวชี้วัด", "", ""], *([*row, "50"] for row in SCORES[1:])]
    (one,) = recognise([grid(*rows)], framework, {}).taken

    assert (one.shape, one.table, [problem.code for problem in one.problems]) == (Shape.SCORES, None, ["score-columns"])


def test_no_grids(framework: Framework) -> None:
    found = recognise([], framework, {})

    assert (found.taken, found.problems, found.confirmations) == ((), (), ())


# --- what is said


@pytest.mark.parametrize("code", sorted(WORDS))
def test_confirmations_are_said_in_both_languages(code: str) -> None:
    names = {
        language: {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for language, text in WORDS[code].items()
    }
    cell = Cell("ก", Kind.TEXT, Source("ก.xlsx"))
    said = Confirmation(code, cell, dict.fromkeys(names["th"], "ข"))

    assert names["th"] == names["en"]
    assert said.says() != said.says("en")
