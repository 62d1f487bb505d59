"""Tables of measures: headings, rows that belong together, and what is asked."""

from collections.abc import Callable, Sequence

import pytest

from generator.grids import Grid
from generator.model import Framework, Held
from generator.recognise import Confirmation, MeasureTable, Outcome, measure_table

MakeGrid = Callable[..., Grid]
Told = Callable[[Sequence[Confirmation]], list[tuple[str, str]]]

HEAD = ["ตัวชี้วัด", "มาตรการ", "ขั้นตอนการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"]
ONE = ["๑. การปฏิบัติหน้าที่", "มาตรการเผยแพร่ขั้นตอน", "๑. จัดทำคู่มือ\n๒. เผยแพร่คู่มือ", "สำนักปลัด", "ต.ค. 68 - ก.ย. 69"]
TWO = ["๒. การใช้งบประมาณ", "มาตรการเปิดเผยงบประมาณ", "๑. ประชุม", "กองคลัง", "ต.ค. 68 - มี.ค. 69"]


def record(outcome: Outcome[MeasureTable]) -> MeasureTable:
    assert outcome.record is not None
    return outcome.record


def texts(table: MeasureTable, held: Held) -> list[str]:
    return [one.texts[held].text if held in one.texts else "" for one in table.measures]


def test_two_measures(grid: MakeGrid, framework: Framework) -> None:
    outcome = measure_table([grid(HEAD, ONE, TWO)], framework)
    table = record(outcome)

    assert (outcome.problems, outcome.confirmations) == ((), ())
    assert [column.holds for column in table.columns] == [
        Held.SUBJECT,
        Held.TITLE,
        Held.STEPS,
        Held.RESPONSIBLE,
        Held.PERIOD,
    ]
    assert [one.indicators for one in table.measures] == [(1,), (2,)]
    assert texts(table, Held.STEPS) == ["๑. จัดทำคู่มือ\n๒. เผยแพร่คู่มือ", "๑. ประชุม"]
    assert str(table.measures[1].texts[Held.PERIOD].source) == "ก.xlsx › ชีต › E3"
    assert [one.merged for one in table.measures] == [(), ()]


HEADINGS = [
    ("ตัวชี้วัด", Held.SUBJECT, False),
    ("ประเด็นการประเมิน", Held.SUBJECT, True),
    ("มาตรการ/โครงการ/กิจกรรม", Held.TITLE, False),
    ("โครงการ/กิจกรรม", Held.TITLE, True),
    ("แนวทาง", Held.TITLE, True),
    ("ขั้นตอน/วิธีการดำเนินการ", Held.STEPS, False),
    ("วิธีการดำเนินการ", Held.STEPS, False),
    ("แนวทางการดำเนินการ", Held.STEPS, True),
    ("ผู้รับผิดชอบ", Held.RESPONSIBLE, False),
    ("หน่วยงานที่รับผิดชอบ", Held.RESPONSIBLE, False),
    ("ระยะเวลาดำเนินการ", Held.PERIOD, False),
    ("กำหนดการ", Held.PERIOD, True),
    ("การติดตามผล", Held.FOLLOW_UP, False),
    ("การกำกับติดตาม", Held.FOLLOW_UP, False),
    ("ความก้าวหน้า", Held.PROGRESS, False),
    ("ผลการดำเนินงาน", Held.RESULT, False),
    ("ผลการดำเนินงานตามมาตรการ", Held.RESULT, False),
    ("สรุปผลการดำเนินการ", Held.RESULT, False),
    ("ผลลัพธ์/ความสำเร็จ", Held.OUTCOME, False),
    ("ผลลัพธ์ของมาตรการ", Held.OUTCOME, False),
    ("ผลการวิเคราะห์ตัวชี้วัด", Held.ANALYSIS, False),
    ("ผลการวิเคราะห์ของหน่วยงาน", Held.OWN_ANALYSIS, False),
    ("ประเด็นที่ต้องพัฒนา", Held.ANALYSIS, True),
]


@pytest.mark.parametrize(("heading", "held", "asked"), HEADINGS)
def test_headings(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid, framework: Framework, told: Told, heading: str, held: Held, asked: bool
) -> None:
    others = [one for one in HEAD if one not in {"ตัวชี้วัด", "มาตรการ", "ขั้นตอนการดำเนินการ"}]
    name = ["ชื่อ" if held is Held.SUBJECT else "ตัวชี้วัด", *([] if held is Held.TITLE else ["มาตรการ"])]
    kept = [one for one in others if (one == "ผู้รับผิดชอบ") != (held is Held.RESPONSIBLE) or held is not Held.PERIOD]
    kept = [one for one in kept if not (held is Held.RESPONSIBLE and one == "ผู้รับผิดชอบ")]
    kept = [one for one in kept if not (held is Held.PERIOD and one.startswith("ระยะเวลา"))]
    heads = [heading, *name[1:], *kept] if held is Held.SUBJECT else [*name, heading, *kept]
    outcome = measure_table([grid(heads, ["ข้อความ"] * len(heads))], framework)
    at = heads.index(heading)

    assert {column.heading.text: column.holds for column in record(outcome).columns}[heading] is held
    assert told(outcome.confirmations) == ([("heading-read", f"{'ABCDE'[at]}1")] if asked else [])


@pytest.mark.parametrize(
    "rows",
    [
        [["มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "<", "<", "<", "<"], [""], HEAD, ONE, TWO],
        [HEAD, ONE, [""], TWO],
        [HEAD, ONE, HEAD, TWO],
        [HEAD, ["^"] * 5, ONE, TWO],
        [[*HEAD[:2], "การดำเนินการ", *HEAD[3:]], ["^", "^", *HEAD[2:3], "^", "^"], ONE, TWO],
    ],
)
def test_rows_that_say_nothing_of_their_own(grid: MakeGrid, framework: Framework, rows: list[list[str]]) -> None:
    assert record(measure_table([grid(*rows)], framework)).measures[1].texts[Held.TITLE].text == "มาตรการเปิดเผยงบประมาณ"


SPLIT = [
    (["", "", "๓. ติดตาม", "", ""], "๑. จัดทำคู่มือ\n๒. เผยแพร่คู่มือ\n๓. ติดตาม", "สำนักปลัด", "C3"),
    (["^", "^", "๓. ติดตาม", "^", "^"], "๑. จัดทำคู่มือ\n๒. เผยแพร่คู่มือ\n๓. ติดตาม", "สำนักปลัด", "C3"),
    (["", "", "๓. ติดตาม", "กองคลัง", ""], "๑. จัดทำคู่มือ\n๒. เผยแพร่คู่มือ\n๓. ติดตาม", "สำนักปลัด\nกองคลัง", "C3"),
    (["", "", "", "กองคลัง", ""], "๑. จัดทำคู่มือ\n๒. เผยแพร่คู่มือ", "สำนักปลัด\nกองคลัง", "D3"),
]


@pytest.mark.parametrize(("row", "steps", "responsible", "place"), SPLIT)
def test_rows_without_a_name_belong_to_the_measure_above(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid, framework: Framework, told: Told, row: list[str], steps: str, responsible: str, place: str
) -> None:
    outcome = measure_table([grid(HEAD, ONE, row, TWO)], framework)
    table = record(outcome)

    assert texts(table, Held.STEPS) == [steps, "๑. ประชุม"]
    assert texts(table, Held.RESPONSIBLE) == [responsible, "กองคลัง"]
    assert [who.cell.text for who in table.measures[0].responsible] == responsible.split("\n")
    assert told(outcome.confirmations) == [("row-joined", place)]
    assert table.measures[0].merged == ()


def test_what_is_joined_is_said(grid: MakeGrid, framework: Framework) -> None:
    (one,) = measure_table([grid(HEAD, ONE, ["", "", "๓. ติดตาม", "", ""])], framework).confirmations

    assert one.says() == ("รวมแถวนี้เข้ากับมาตรการก่อนหน้า “มาตรการเผยแพร่ขั้นตอน” เพราะช่องชื่อมาตรการว่างหรือผสานไว้: “๓. ติดตาม”")


@pytest.mark.parametrize(("column", "merged"), [(3, ["responsible"]), (4, ["period"]), (2, []), (0, [])])
def test_cells_that_a_row_above_holds(
    grid: MakeGrid, framework: Framework, told: Told, column: int, merged: list[str]
) -> None:
    row = [*TWO[:column], "^", *TWO[column + 1 :]]
    outcome = measure_table([grid(HEAD, ONE, row)], framework)
    table = record(outcome)
    held = table.columns[column].holds

    assert texts(table, held) == [ONE[column]] * 2
    assert [one.value for one in table.measures[1].merged] == merged
    assert told(outcome.confirmations) == [("cell-inherited", f"{'ABCDE'[column]}3")]


def test_a_merged_cell_goes_down_over_rows_of_steps(grid: MakeGrid, framework: Framework) -> None:
    rows = [ONE, ["^", "^", "๓. ติดตาม", "^", "^"], [*TWO[:4], "^"], ["^", "^", "๒. สรุป", "^", "^"]]
    table = record(measure_table([grid(HEAD, *rows)], framework))

    assert [[one.value for one in measure.merged] for measure in table.measures] == [[], ["period"]]
    assert texts(table, Held.PERIOD) == [ONE[4], ONE[4]]
    assert texts(table, Held.STEPS)[1] == "๑. ประชุม\n๒. สรุป"


def test_cells_merged_sideways_are_none_of_a_row_above(grid: MakeGrid, framework: Framework) -> None:
    table = record(measure_table([grid(HEAD, ONE, [*TWO[:3], "กองคลัง", "<"])], framework))

    assert table.measures[1].merged == ()
    assert texts(table, Held.PERIOD)[1] == "กองคลัง"


@pytest.mark.parametrize(
    ("row", "code", "indicators"),
    [
        (["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "<", "<", "<"], "band-read", (2,)),
        (["รายละเอียดมาตรการของหน่วยงาน", "<", "<", "<"], "row-left-out", ()),
    ],
)
def test_a_row_that_is_one_cell_heads_those_below(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid, framework: Framework, told: Told, row: list[str], code: str, indicators: tuple[int, ...]
) -> None:
    outcome = measure_table([grid(HEAD[1:], row, ["มาตรการ ก", *TWO[2:]])], framework)

    assert told(outcome.confirmations) == [(code, "A2")]
    assert record(outcome).measures[0].indicators == indicators


@pytest.mark.parametrize(
    ("title", "number", "left"),
    [
        ("๑. การเปิดเผยข้อมูล", "๑.", "การเปิดเผยข้อมูล"),
        ("๑.การเปิดเผยข้อมูล", "๑.", "การเปิดเผยข้อมูล"),
        ("(2) เปิดเผย", "(2)", "เปิดเผย"),
        ("1) เปิดเผย", "1)", "เปิดเผย"),
        ("1.5 เท่าของงบ", None, "1.5 เท่าของงบ"),
        ("5 ส", None, "5 ส"),
        ("เปิดเผย", None, "เปิดเผย"),
    ],
)
def test_the_number_before_a_title(
    grid: MakeGrid, framework: Framework, title: str, number: str | None, left: str
) -> None:
    (measure,) = record(measure_table([grid(HEAD[1:], [title, *TWO[2:]])], framework)).measures

    assert (measure.number and measure.number.text, measure.texts[Held.TITLE].text) == (number, left)


def test_a_column_of_numbers(grid: MakeGrid, framework: Framework) -> None:
    outcome = measure_table([grid(["ที่", *HEAD], ["1", *ONE], ["", "", "", "๓. ติดตาม"], ["2", *TWO])], framework)
    table = record(outcome)

    assert [one.number and one.number.text for one in table.measures] == ["1", "2"]
    assert [one.code for one in outcome.confirmations] == ["row-joined"]


@pytest.mark.parametrize(
    ("subject", "indicators", "codes"),
    [
        ("ตัวชี้วัดที่ ๒ การใช้งบประมาณ", (2,), []),
        ("การใช้งบประมาณ", (2,), []),
        ("๒", (), []),
        ("ตัวชี้วัดที่ ๒", (2,), ["indicator-by-number"]),
        ("ตัวชี้วัดที่ ๒ และตัวชี้วัดที่ ๑๐", (2, 10), ["indicator-by-number", "indicator-by-number"]),
        ("การใช้งบประมาณ และการใช้อำนาจ", (2, 3), ["indicator-within", "indicator-within"]),
        ("การใช้งบประมาน", (2,), ["indicator-guess"]),
        ("ตัวชี้วัดที่ ๑๑", (), []),
        ("ทุกตัวชี้วัด", (), []),
    ],
)
def test_the_indicators_of_a_measure(
    grid: MakeGrid, framework: Framework, subject: str, indicators: tuple[int, ...], codes: list[str]
) -> None:
    outcome = measure_table([grid(HEAD, [subject, *TWO[1:]])], framework)

    assert record(outcome).measures[0].indicators == indicators
    assert [one.code for one in outcome.confirmations] == codes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("กองคลัง", [("กองคลัง", False)]),
        ("กองคลัง\nผู้อำนวยการกองคลัง", [("กองคลัง", False), ("ผู้อำนวยการกองคลัง", True)]),
        ("สำนักปลัด, กองช่าง", [("สำนักปลัด", False), ("กองช่าง", False)]),
        ("งานพัสดุ/กองคลัง", [("งานพัสดุ/กองคลัง", False)]),
        ("- นักทรัพยากรบุคคล\n- หัวหน้าสำนักปลัด", [("นักทรัพยากรบุคคล", True), ("หัวหน้าสำนักปลัด", True)]),
        ("๑. ปลัดเทศบาล\n\n๒. สำนักปลัดเทศบาล", [("ปลัดเทศบาล", True), ("สำนักปลัดเทศบาล", False)]),
        ("", []),
    ],
)
def test_who_is_responsible(grid: MakeGrid, framework: Framework, text: str, who: list[tuple[str, bool]]) -> None:
    (measure,) = record(measure_table([grid(HEAD, [*TWO[:3], text, TWO[4]])], framework)).measures

    assert [(one.cell.text, one.post) for one in measure.responsible] == who


def test_a_column_called_measures_that_names_indicators(grid: MakeGrid, framework: Framework, told: Told) -> None:
    rows = [[f"ตัวชี้วัดที่ {number} {name}", *TWO[2:]] for number, name in ((1, "การปฏิบัติหน้าที่"), (2, "การใช้งบประมาณ"))]
    outcome = measure_table([grid(["มาตรการ/แนวทาง", *HEAD[2:]], *rows)], framework)

    assert record(outcome).columns[0].holds is Held.SUBJECT
    assert told(outcome.confirmations) == [("heading-read", "A1")]


@pytest.mark.parametrize(
    ("head", "code"),
    [("งบประมาณ", "column-left-out"), ("ผู้รับผิดชอบร่วม", "column-repeated"), ("", "column-left-out")],
)
def test_columns_that_are_not_read_are_told(
    grid: MakeGrid, framework: Framework, told: Told, head: str, code: str
) -> None:
    outcome = measure_table([grid([*HEAD, head], [*ONE, "ไม่ใช้งบประมาณ"])], framework)

    assert told(outcome.confirmations) == [(code, "F1")]
    assert told(measure_table([grid([*HEAD, head], [*ONE, ""])], framework).confirmations) == []


def test_headings_in_two_rows(grid: MakeGrid, framework: Framework) -> None:
    heads = [["มาตรการ", "ผู้รับผิดชอบ", "ผลการดำเนินงาน", "<"], ["^", "^", "ความก้าวหน้ารอบ 6 เดือน", "ผลลัพธ์"]]
    table = record(measure_table([grid(*heads, ["เปิดเผย", "กองคลัง", "ทำแล้ว", "ดี"])], framework))

    assert [column.holds for column in table.columns] == [Held.TITLE, Held.RESPONSIBLE, Held.PROGRESS, Held.OUTCOME]
    assert [one.texts[Held.PROGRESS].text for one in table.measures] == ["ทำแล้ว"]


# --- going on


def test_a_table_on_the_next_page_goes_on(grid: MakeGrid, framework: Framework, told: Told) -> None:
    rest = ["", "", "๓. ติดตาม", "", ""]
    outcome = measure_table([grid(HEAD, ONE, name="ตารางที่ 1"), grid(rest, TWO, name="ตารางที่ 2")], framework)

    assert texts(record(outcome), Held.STEPS) == ["๑. จัดทำคู่มือ\n๒. เผยแพร่คู่มือ\n๓. ติดตาม", "๑. ประชุม"]
    assert told(outcome.confirmations) == [("table-joined", "C1"), ("row-joined", "C1")]
    assert outcome.confirmations[0].details == {"table": "ตารางที่ 2", "first": "ตารางที่ 1"}


def test_a_formula_that_fails(grid: MakeGrid, framework: Framework) -> None:
    outcome = measure_table([grid(HEAD, [*TWO[:3], "!#REF!", TWO[4]], ["", "", "๒. สรุป", "^", ""])], framework)

    assert [(one.code, str(one.source), one.found) for one in outcome.problems] == [
        ("table-error", "ก.xlsx › ชีต › D2", "#REF!")
    ]


# --- no headings


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["๑. การปฏิบัติหน้าที่", "มาตรการเผยแพร่ขั้นตอน", "๑. จัดทำคู่มือการปฏิบัติงานให้ครบทุกภารกิจของหน่วยงาน"]], "measures-headings"),
        ([["๑. การปฏิบัติหน้าที่", "มาตรการเผยแพร่ขั้นตอน", "จัดทำ"]], None),
        ([["ก", "ข"]], None),
        ([["ตัวชี้วัด", "คะแนน"], ["การปฏิบัติหน้าที่", "88.53"]], None),
        ([["ตัวชี้วัด", "ผลการวิเคราะห์"], ["การปฏิบัติหน้าที่", "ดี"]], None),
        ([["ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"], ["กองคลัง", "ตลอดปี"]], None),
    ],
)  # fmt: skip
def test_without_headings_nothing_is_guessed(
    grid: MakeGrid, framework: Framework, rows: list[list[str]], code: str | None
) -> None:
    outcome = measure_table([grid(*rows)], framework)

    assert outcome.record is None
    assert [(one.code, str(one.source)) for one in outcome.problems] == ([(code, "ก.xlsx › ชีต › A1")] if code else [])
    assert all("ตัวชี้วัด | ชื่อมาตรการ" in one.expected() for one in outcome.problems)


def test_headings_without_rows(grid: MakeGrid, framework: Framework) -> None:
    assert measure_table([grid(HEAD)], framework) == Outcome(None)
