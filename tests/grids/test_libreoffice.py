"""Workbooks as LibreOffice writes them: saved.xlsx from one of Excel's, typed.xlsx from a CSV whose figures and days it
recognised in a Thai locale (--infilter=CSV:44,34,76,1,,1054,false,true)."""

from pathlib import Path

from generator.grids import Kind, Read, read_grids

FOLDER = Path(__file__).parent / "libreoffice"


def read(name: str) -> Read:
    return read_grids((FOLDER / name).read_bytes(), name)


def test_a_workbook_that_was_saved_again() -> None:
    found = read("saved.xlsx")
    title = "ผลการประเมิน ITA ปี 2568"

    assert found.problems == ()
    assert [(grid.name, grid.hidden) for grid in found.grids] == [("คะแนน", False), ("ซ่อน", True)]
    assert [[cell.text for cell in row] for row in found.grids[0].rows] == [
        [title, title, title],
        ["ที่", "ตัวชี้วัด", "คะแนน"],
        ["1", "การปฏิบัติหน้าที่", "88.50"],
        ["2", "การใช้งบประมาณ", "91.20%"],
        ["3", "ก\nข", "0.00"],
        ["30 กันยายน 2568", "0", "0737202200"],
        ["ซ่อน", "", ""],
    ]
    assert [cell.inherited for cell in found.grids[0].rows[0]] == [False, True, True]
    assert found.grids[0].rows[4][2].kind is Kind.FORMULA
    assert found.grids[0].rows[5][0].kind is Kind.DAY
    assert [(one.code, one.found) for one in found.notices] == [
        ("grid-hidden-rows", "7"),
        ("grid-hidden-sheet", "ซ่อน"),
    ]


def test_days_and_numbers_that_a_spreadsheet_made_of_a_csv() -> None:
    found = read("typed.xlsx")

    assert [[(cell.text, cell.kind.value) for cell in row[2:]] for row in found.grids[0].rows[1:]] == [
        [("30 กันยายน 2568", "day"), ("737202200", "number")],
        [("1-2", "text"), ("1234567890123460", "number")],
    ]
    assert [(one.code, str(one.source)) for one in found.notices] == [("grid-digits", "typed.xlsx › typed › D3")]
