"""Workbooks: what every kind of cell is read as, and what is told about what nobody sees."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from generator.grids import Cell, Grid, Kind, Read, read_grids
from generator.problems import Source

NAME = "คะแนน.xlsx"
Packed = Callable[..., bytes]
Draw = Callable[[Any, Any], object]


def drawn(draw: Draw, **options: object) -> Read:
    """What a workbook is read as that has the sheet ข้อมูล, which `draw` fills."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **options}) as book:
        draw(book, book.add_worksheet("ข้อมูล"))
    return read_grids(content.getvalue(), NAME)


def cells(read: Read, number: int = 0) -> list[list[tuple[str, Kind]]]:
    assert read.problems == ()
    return [[(cell.text, cell.kind) for cell in row] for row in read.grids[number].rows]


def one(read: Read) -> tuple[str, Kind]:
    ((cell,),) = cells(read)
    return cell


def told(read: Read) -> list[tuple[str, str, str]]:
    return [(notice.code, str(notice.source), notice.found) for notice in read.notices]


# --- values, each in A1


NUMBERS = [
    (2568, None, "2568"),
    (2568.0, None, "2568"),
    (88.5, None, "88.5"),
    (88.5, "0.00", "88.50"),
    (74.670000000000002, None, "74.67"),
    (74.67 + 1e-14, None, "74.67"),
    (0.1 + 0.2, None, "0.3"),
    (74.666666666666667, "0.00", "74.6666666666667"),
    (88.534, "0.00", "88.534"),
    (100, "0.00", "100.00"),
    (100, "0", "100"),
    (0, "0.00", "0.00"),
    (0, None, "0"),
    (-1.47, "0.00", "-1.47"),
    (0.8853, "0.00%", "88.53%"),
    (0.885, "0.00%", "88.50%"),
    (0.88534, "0.00%", "88.534%"),
    (1, "0%", "100%"),
    (0.07, "0%", "7%"),
    (0.29, "0.00%", "29.00%"),
    (1234.5, "#,##0.00", "1234.50"),
    (88.53, '0.00" คะแนน"', "88.53"),
    (88.53, "[Red]0.00;[Blue]-0.00", "88.53"),
    (88.53, "# ?/?", "88.53"),
    (88.53, "0.00E+00", "88.53"),
    (0.0000001, None, "0.0000001"),
    (1234567890123, None, "1234567890123"),
    (999999999999999, None, "999999999999999"),
    (1e30, None, "1e+30"),
]


@pytest.mark.parametrize(("number", "code", "text"), NUMBERS)
def test_numbers_as_they_are_read(number: float, code: str | None, text: str) -> None:
    read = drawn(lambda book, sheet: sheet.write(0, 0, number, code and book.add_format({"num_format": code})))

    assert one(read) == (text, Kind.NUMBER)


@pytest.mark.parametrize(
    ("number", "text", "codes"),
    [
        (999_999_999_999_999, "999999999999999", []),
        (1_000_000_000_000_000, "1000000000000000", ["grid-digits"]),
        (1_234_567_890_123_456, "1234567890123460", ["grid-digits"]),
        (1.23457e12, "1234570000000", []),
        (1.23457e22, "1.23457e+22", ["grid-digits"]),
    ],
)
def test_a_number_that_lost_its_last_digits_is_told(number: float, text: str, codes: list[str]) -> None:
    read = drawn(lambda _, sheet: sheet.write_number(0, 0, number))

    assert (one(read)[0], [notice.code for notice in read.notices]) == (text, codes)


DAYS = [
    ("2025-09-30", "dd/mm/yyyy", "30 กันยายน 2568", []),
    ("2568-09-30", "dd/mm/yyyy", "30 กันยายน 2568", []),
    ("2026-05-01", "d-mmm", "1 พฤษภาคม 2569", []),
    ("2025-09-30T08:30", "dd/mm/yyyy hh:mm", "30 กันยายน 2568 08:30 น.", []),
    ("1968-09-30", "dd/mm/yy", "30 กันยายน 2511", ["grid-century"]),
    ("1999-12-31", "dd/mm/yy", "31 ธันวาคม 2542", ["grid-century"]),
    ("2000-01-01", "dd/mm/yy", "1 มกราคม 2543", []),
    ("1930-01-01", "dd/mm/yy", "1 มกราคม 2473", ["grid-century"]),
    ("1929-12-31", "dd/mm/yy", "31 ธันวาคม 2472", []),
]


@pytest.mark.parametrize(("day", "code", "text", "codes"), DAYS)
def test_days_in_whichever_era(day: str, code: str, text: str, codes: list[str]) -> None:
    moment = datetime.datetime.fromisoformat(day)
    read = drawn(lambda book, sheet: sheet.write_datetime(0, 0, moment, book.add_format({"num_format": code})))

    assert (one(read), [notice.code for notice in read.notices]) == ((text, Kind.DAY), codes)


def test_a_time_of_day_is_a_text() -> None:
    read = drawn(
        lambda book, sheet: sheet.write_datetime(0, 0, datetime.time(8, 30), book.add_format({"num_format": "hh:mm"}))
    )

    assert one(read) == ("08:30 น.", Kind.TEXT)


@pytest.mark.parametrize(
    ("raw", "text", "kind"),
    [
        ("88.53", "88.53", Kind.TEXT),
        ("๘๘.๕๓", "๘๘.๕๓", Kind.TEXT),
        ("89.69%", "89.69%", Kind.TEXT),
        ("1,234.50", "1,234.50", Kind.TEXT),
        ("30/9/2568", "30/9/2568", Kind.TEXT),
        ("0737202200", "0737202200", Kind.TEXT),
        ("'0737202200", "0737202200", Kind.TEXT),
        ("'=1+1", "=1+1", Kind.TEXT),
        ("'คำ' ในเครื่องหมาย", "'คำ' ในเครื่องหมาย", Kind.TEXT),
        ("  ผู้รับผิดชอบ  กองคลัง ", "ผู้รับผิดชอบ กองคลัง", Kind.TEXT),
        ("สํานักปลัด", "สำนักปลัด", Kind.TEXT),
        ("เเผน", "แผน", Kind.TEXT),
        ("กอง\u00a0คลัง", "กอง คลัง", Kind.TEXT),
        ("กอง\u200bคลัง\ufeff", "กองคลัง", Kind.TEXT),
        ("\u200e073", "073", Kind.TEXT),
        ("๑. ก\n๒. ข", "๑. ก\n๒. ข", Kind.TEXT),
        ("๑. ก\r\n๒. ข", "๑. ก\n๒. ข", Kind.TEXT),
        ("๑. ก\r๒. ข", "๑. ก\n๒. ข", Kind.TEXT),
        ("ก\u2028ข", "ก\nข", Kind.TEXT),
        ("ก\x0bข", "ก\nข", Kind.TEXT),
        ("\n\nก\n\nข\n", "ก\n\nข", Kind.TEXT),
        ("ก\tข", "ก ข", Kind.TEXT),
        ("ก \n ข", "ก\nข", Kind.TEXT),
        ("#REF!", "#REF!", Kind.ERROR),
        ("#ไม่ใช่ความผิดพลาด", "#ไม่ใช่ความผิดพลาด", Kind.TEXT),
        ("_x0041_", "_x0041_", Kind.TEXT),
        ("=1+1 เป็นข้อความ", "=1+1 เป็นข้อความ", Kind.TEXT),
    ],
)
def test_texts(raw: str, text: str, kind: Kind) -> None:
    assert one(drawn(lambda _, sheet: sheet.write_string(0, 0, raw))) == (text, kind)


@pytest.mark.parametrize(("text", "codes"), [("1.23457E+12", ["grid-digits"]), ("1.23457E+12 บาท", []), ("E+12", [])])
def test_a_text_that_was_a_long_number_is_told(text: str, codes: list[str]) -> None:
    read = drawn(lambda _, sheet: sheet.write_string(0, 0, text))

    assert (one(read), [notice.code for notice in read.notices]) == ((text, Kind.TEXT), codes)


def test_a_text_that_turns_the_reading_is_told_as_it_is_read() -> None:
    read = drawn(lambda _, sheet: sheet.write_string(0, 0, "คะแนน \u202e35.88\u202c"))

    assert one(read) == ("คะแนน 35.88", Kind.TEXT)
    assert told(read) == [("grid-reversed", "คะแนน.xlsx › ข้อมูล › A1", "คะแนน 35.88")]


def test_rich_text_is_one_text() -> None:
    read = drawn(lambda book, sheet: sheet.write_rich_string(0, 0, "กอง", book.add_format({"bold": True}), "คลัง"))

    assert one(read) == ("กองคลัง", Kind.TEXT)


@pytest.mark.parametrize(
    ("formula", "value", "text", "kind"),
    [
        ("=AVERAGE(B1:B5)", 88.53, "88.53", Kind.FORMULA),
        ('="ก"&"ข"', "กข", "กข", Kind.FORMULA),
        ("=B1", "", "", Kind.FORMULA),
        ("=1/0", "#DIV/0!", "#DIV/0!", Kind.ERROR),
        ("=ชื่อ", "#NAME?", "#NAME?", Kind.ERROR),
        ("=TRUE()", True, "TRUE", Kind.FORMULA),
    ],
)
def test_formulas_have_their_last_result(formula: str, value: object, text: str, kind: Kind) -> None:
    read = drawn(lambda _, sheet: (sheet.write_string(0, 1, "ก"), sheet.write_formula(0, 0, formula, None, value)))

    assert cells(read)[0][0] == (text, kind)


def test_a_formula_that_makes_a_day_is_a_formula() -> None:
    read = drawn(
        lambda book, sheet: sheet.write_formula(0, 0, "=TODAY()", book.add_format({"num_format": "dd/mm/yyyy"}), 45930)
    )

    assert one(read) == ("30 กันยายน 2568", Kind.FORMULA)


def test_every_cell_of_a_rectangle_has_its_place() -> None:
    read = drawn(lambda _, sheet: (sheet.write_string("C2", "ก"), sheet.write_string("B3", "ข")))

    assert cells(read) == [
        [("", Kind.EMPTY)] * 3,
        [("", Kind.EMPTY), ("", Kind.EMPTY), ("ก", Kind.TEXT)],
        [("", Kind.EMPTY), ("ข", Kind.TEXT), ("", Kind.EMPTY)],
    ]
    assert read.grids[0].rows[1][2].source == Source(NAME, 2, 3, "ข้อมูล")
    assert str(read.grids[0].rows[0][0].source) == "คะแนน.xlsx › ข้อมูล › A1"


# --- merged, hidden


def test_merged_cells_inherit_the_first() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.merge_range("A1:B2", "ต.ค. 68 - ก.ย. 69")
        sheet.write_string("A3", "ก")
        sheet.write_string("B3", "ข")

    grid = drawn(draw).grids[0]

    assert [[cell.text for cell in row] for row in grid.rows] == [["ต.ค. 68 - ก.ย. 69"] * 2] * 2 + [["ก", "ข"]]
    assert [[cell.inherited for cell in row] for row in grid.rows] == [[False, True], [True, True], [False, False]]
    assert grid.rows[1][1].source == Source(NAME, 2, 2, "ข้อมูล")


def test_a_merged_range_without_a_value_is_empty() -> None:
    read = drawn(lambda _, sheet: (sheet.merge_range("A1:A2", ""), sheet.write_string("B2", "ก")))

    assert read.grids[0].rows[1][0] == Cell("", Kind.EMPTY, Source(NAME, 2, 1, "ข้อมูล"))


def test_a_merged_range_that_ends_far_away_does_not() -> None:
    read = drawn(lambda _, sheet: (sheet.write_string("A3", "ก"), sheet.merge_range("A1:XFD2", "หัวเรื่อง")))

    assert [[cell.text for cell in row] for row in read.grids[0].rows] == [["หัวเรื่อง"], ["หัวเรื่อง"], ["ก"]]


def _hide(_: Any, sheet: Any) -> None:
    for row in range(8):
        sheet.write_number(row, 0, row + 1)
    sheet.write_string("C2", "ค")
    sheet.write_string("D4", "ง")
    for row in (1, 2, 5, 20):
        sheet.set_row(row, None, None, {"hidden": True})
    sheet.set_column("B:C", None, None, {"hidden": True})
    sheet.set_column("E:F", None, None, {"hidden": True})


def test_what_is_hidden_and_holds_something_is_told() -> None:
    assert told(drawn(_hide)) == [
        ("grid-hidden-rows", "คะแนน.xlsx › ข้อมูล › A2", "2–3"),
        ("grid-hidden-rows", "คะแนน.xlsx › ข้อมูล › A6", "6"),
        ("grid-hidden-columns", "คะแนน.xlsx › ข้อมูล › C2", "B–C"),
    ]


@pytest.mark.parametrize("very", [False, True])
def test_hidden_sheets(very: bool) -> None:
    def draw(book: Any, sheet: Any) -> None:
        sheet.write_string("A1", "ก")
        other = book.add_worksheet("ซ่อน")
        other.write_string("B2", "ข")
        other.very_hidden() if very else other.hide()
        book.add_worksheet("ว่าง").hide()

    read = drawn(draw)

    assert [(grid.name, grid.hidden) for grid in read.grids] == [("ข้อมูล", False), ("ซ่อน", True), ("ว่าง", True)]
    assert told(read) == [("grid-hidden-sheet", "คะแนน.xlsx › ซ่อน › B2", "ซ่อน")]


def test_a_sheet_of_a_chart_is_no_grid() -> None:
    def draw(book: Any, sheet: Any) -> None:
        sheet.write_number("A1", 1)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=ข้อมูล!$A$1:$A$1"})
        book.add_chartsheet("แผนภูมิ").set_chart(chart)
        book.add_worksheet("อื่น").write_formula("A1", "=1", None, 1)

    read = drawn(draw)

    assert [grid.name for grid in read.grids] == ["ข้อมูล", "อื่น"]
    assert one(Read((read.grids[1],))) == ("1", Kind.FORMULA)


def test_a_thousand_hidden_rows_are_told_twenty_times() -> None:
    def draw(_: Any, sheet: Any) -> None:
        for row in range(0, 2000, 2):
            sheet.write_number(row, 0, 1)
            sheet.set_row(row, None, None, {"hidden": True})

    assert len(drawn(draw).notices) == 20


# --- how large


@pytest.mark.parametrize(
    ("row", "column", "code", "found", "place"),
    [
        (20_000, 200, None, "", ""),
        (20_001, 1, "grid-rows", "20,001", "คะแนน.xlsx › ข้อมูล › A20001"),
        (100_000, 3, "grid-rows", "100,000", "คะแนน.xlsx › ข้อมูล › A100000"),
        (20_000, 201, "grid-cells", "4,020,000", "คะแนน.xlsx › ข้อมูล › GS20000"),
        (1_048_576, 16_384, "grid-rows", "1,048,576", "คะแนน.xlsx › ข้อมูล › A1048576"),
    ],
)
def test_how_large_a_sheet_may_be(row: int, column: int, code: str | None, found: str, place: str) -> None:
    if code is None:
        row, column = 20_000, 2
    read = drawn(lambda _, sheet: sheet.write_string(row - 1, column - 1, "ก"))

    assert [(one.code, one.found, str(one.source)) for one in read.problems] == ([(code, found, place)] if code else [])
    assert len(read.grids) == (code is None)


def test_formatted_cells_without_values_do_not_count() -> None:
    def draw(book: Any, sheet: Any) -> None:
        sheet.write_string("A1", "ก")
        sheet.write_blank("XFD1048576", None, book.add_format({"bold": True}))

    assert one(drawn(draw)) == ("ก", Kind.TEXT)


@pytest.mark.parametrize(("length", "code"), [(32_767, None), (32_768, "grid-long")])
def test_how_long_a_text_may_be(packed: Packed, length: int, code: str | None) -> None:
    content = packed(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"ก" * length}</t></is></c></row>')

    assert [one.code for one in read_grids(content, NAME).problems] == ([code] if code else [])


def test_a_text_that_is_meant_a_million_times_is_not_unpacked(packed: Packed) -> None:
    row = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 2))
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    strings = f"<si><t>{'ก' * 30_000}</t></si>"

    assert read_grids(packed(f"<row>{row}</row>", strings=strings), NAME).problems == ()
    assert [one.code for one in read_grids(packed(rows, strings=strings), NAME).problems] == ["grid-broken"]


# --- what XlsxWriter does not write


STYLES = '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="0" quotePrefix="1"/></cellXfs>'


@pytest.mark.parametrize(
    ("cell", "text", "kind"),
    [
        ('<c r="A1" s="1"><v>45930</v></c>', "30 กันยายน 2568", Kind.DAY),
        ('<c r="A1" t="d" s="1"><v>2025-09-30</v></c>', "30 กันยายน 2568", Kind.DAY),
        ('<c r="A1" s="1"><v>244257</v></c>', "30 กันยายน 2568", Kind.DAY),
        ('<c r="A1" t="s" s="2"><v>0</v></c>', "0737202200", Kind.TEXT),
        ('<c r="A1" t="s"><v>1</v></c>', "กองคลัง", Kind.TEXT),
        ('<c r="A1" t="s"><v>2</v></c>', "ก\nข", Kind.TEXT),
        ('<c r="A1" t="str"><f>B1</f><v>88.53</v></c>', "88.53", Kind.FORMULA),
        ('<c r="A1"><f t="shared" si="0"/><v>1</v></c>', "1", Kind.FORMULA),
        ('<c r="A1"><f>SUM(B1)</f></c><c r="B1"><v>1</v></c>', "", Kind.FORMULA),
        ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A", Kind.ERROR),
        ('<c r="A1" t="e"><f>#REF!+1</f><v>#REF!</v></c>', "#REF!", Kind.ERROR),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE", Kind.TEXT),
        ("<c><v>74.670000000000002</v></c>", "74.67", Kind.NUMBER),
        ('<c r="A1"><v>7.467E1</v></c>', "74.67", Kind.NUMBER),
        ('<c r="A1" s="99"><v>1</v></c>', "1", Kind.NUMBER),
    ],
)
def test_cells_made_by_hand(packed: Packed, cell: str, text: str, kind: Kind) -> None:
    strings = (
        "<si><t>0737202200</t></si>"
        "<si><r><t>กอง</t></r><r><rPr><b/></rPr><t>คลัง</t></r><rPh sb='0' eb='1'><t>ไม่อ่าน</t></rPh></si>"
        "<si><t>ก_x000D_\nข</t></si>"
    )
    read = read_grids(packed(f"<row>{cell}</row>", styles=STYLES, strings=strings), NAME)

    assert cells(read)[0][0] == (text, kind)


@pytest.mark.parametrize(
    ("rows", "after"),
    [
        ('<row r="1"><c r="A0"><v>1</v></c></row>', ""),
        ('<row r="1"><c r="XFE1"><v>1</v></c></row>', ""),
        ('<row r="1048577"><c r="A1048577"><v>1</v></c></row>', ""),
        ('<row r="x"><c><v>1</v></c></row>', ""),
        ('<row r="1"><c r="A1"><v>1</v></row>', ""),
        ('<row r="1"><c r="A1" s="x"><v>1</v></c></row>', ""),
    ],
)
def test_cells_that_are_nowhere(packed: Packed, rows: str, after: str) -> None:
    read = read_grids(packed(rows, after=after), NAME)

    assert [one.code for one in read.problems] == ["grid-broken"]


def test_names_and_entities_from_elsewhere_are_not_read(packed: Packed) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    sheet = f'{bomb}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    content = packed("", **{"xl/worksheets/sheet1.xml": sheet})

    assert [one.code for one in read_grids(content, NAME).problems] == ["grid-broken"]


def test_grids_are_named_and_frozen() -> None:
    grid = drawn(lambda _, sheet: sheet.write_string(0, 0, "ก")).grids[0]

    assert grid == Grid("ข้อมูล", ((Cell("ก", Kind.TEXT, Source(NAME, 1, 1, "ข้อมูล")),),))
