"""Tables of scores as agencies keep them, and what each odd one is read as."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from generator.grids import Grid
from generator.model import Framework
from generator.recognise import Confirmation, Outcome, ScoreTable, score_table

MakeGrid = Callable[..., Grid]
Told = Callable[[Sequence[Confirmation]], list[tuple[str, str]]]

NAMES = [
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
]
SCORES = ["88.53", "91.20", "97.87", "74.67", "88.13", "93.75", "90.94", "91.00", "93.50", "85.00"]
WANTED = {number: Decimal(score) for number, score in enumerate(SCORES, start=1)}
HEAD = ["ที่", "ตัวชี้วัด", "คะแนน"]
ROWS = [[str(number), name, score] for number, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), start=1)]
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def changed(at: int, column: int, text: str, rows: list[list[str]] = ROWS) -> list[list[str]]:
    """The rows with another text in one of their cells."""
    return [[text if (line, place) == (at, column) else cell for place, cell in enumerate(row)]
            for line, row in enumerate(rows)]  # fmt: skip


def ranked() -> list[list[str]]:
    listed = sorted(ROWS, key=lambda row: -Decimal(row[2]))
    return [[str(rank), name, score] for rank, (_, name, score) in enumerate(listed, start=1)]


def scores(outcome: Outcome[ScoreTable]) -> dict[int, Decimal]:
    assert outcome.record is not None
    return outcome.record.scores


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *ROWS],
        ROWS,
        [row[1:] for row in ROWS],
        [["ตัวชี้วัด", "คะแนน"], *(row[1:] for row in ROWS)],
        [["คะแนน", "ตัวชี้วัด", "ที่"], *(row[::-1] for row in ROWS)],
        [["ผลการประเมิน ITA ปี 2568", "<", "<"], ["", "", ""], HEAD, *ROWS],
        [HEAD, *(row for pair in ROWS for row in (pair, ["", "", ""]))],
        [["", *HEAD], *(["", *row] for row in ROWS)],
        [HEAD, *([number.translate(THAI), name, score.translate(THAI)] for number, name, score in ROWS)],
        [HEAD, *([number, name, f"{score}%"] for number, name, score in ROWS)],
        [HEAD, *([number, name, f"ร้อยละ {score}"] for number, name, score in ROWS)],
        [HEAD, *([number, name, f"{score} คะแนน"] for number, name, score in ROWS)],
        [HEAD, *([number, f"ตัวชี้วัดที่ {number} {name}", score] for number, name, score in ROWS)],
        [HEAD, *([number, f"{number}. {name}", score] for number, name, score in ROWS)],
        [HEAD, *([number, f"ตัวชี้วัดที่ {number}: {name}", score] for number, name, score in ROWS)],
        [HEAD, *([number, f"ตัวชี้วัดที่ {number}", score] for number, name, score in ROWS)],
        [HEAD, *([number, " ".join(name), score] for number, name, score in ROWS)],
        [HEAD, *([number, f"{name} (IIT)", score] for number, name, score in ROWS)],
        [["แบบวัด", *HEAD], *([["IIT", "<"][0] if row[0] == "1" else "^", *row] for row in ROWS)],
        [HEAD, *ROWS[::-1]],
        changed(7, 1, "การปรับปรุงการทำงาน"),
    ],
)
def test_ten_scores_however_they_stand(grid: MakeGrid, framework: Framework, rows: list[list[str]]) -> None:
    outcome = score_table(grid(*rows), framework)

    assert (scores(outcome), outcome.problems, outcome.confirmations) == (WANTED, (), ())


def test_scores_keep_their_cells_and_printed_decimals(grid: MakeGrid, framework: Framework) -> None:
    record = score_table(grid(HEAD, *ROWS), framework).record

    assert record is not None
    row = record.rows[7]
    assert (str(row.score.value), str(row.score.cell.source)) == ("91.00", "ก.xlsx › ชีต › C9")
    assert (row.name.text, row.number and row.number.text) == ("การปรับปรุงระบบการทำงาน", "8")
    assert not record.ranked


def test_ranks_are_no_numbers(grid: MakeGrid, framework: Framework, told: Told) -> None:
    outcome = score_table(grid(["อันดับ", *HEAD[1:]], *ranked()), framework)

    assert scores(outcome) == WANTED
    assert outcome.record is not None
    assert outcome.record.ranked
    assert told(outcome.confirmations) == [("ranked", "A1")]


SUMS = [
    (["", "คะแนนรวม", "89.69"], "89.69", []),
    (["", "คะแนนรวม", "89.70"], "89.70", []),
    (["", "คะแนนรวม", "89.71"], "89.71", [("overall-differs", "C12")]),
    (["", "คะแนนภาพรวม", "๘๙.๖๙"], "89.69", []),
    (["คะแนนภาพรวม", "<", "89.69"], "89.69", []),
    (["", "รวม", "89.69"], None, [("total-left-out", "C12")]),
    (["", "รวม", "894.59"], None, [("total-left-out", "C12")]),
    (["", "รวม", "894.69"], None, [("total-differs", "C12")]),
    (["", "เฉลี่ย", "89.46"], None, [("total-left-out", "C12")]),
    (["", "ค่าเฉลี่ย", "80.00"], None, [("total-differs", "C12")]),
    (["", "คะแนนภาพรวม 89.69 คะแนน ระดับ ผ่านดี", ""], "89.69", []),
]


@pytest.mark.parametrize(("row", "overall", "confirmed"), SUMS)
def test_rows_that_sum_up(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid,
    framework: Framework,
    told: Told,
    row: list[str],
    overall: str | None,
    confirmed: list[tuple[str, str]],
) -> None:
    outcome = score_table(grid(HEAD, *ROWS, row), framework)

    assert scores(outcome) == WANTED
    assert outcome.record is not None
    found = outcome.record.overall
    assert (found and str(found.value), told(outcome.confirmations), outcome.problems) == (overall, confirmed, ())


@pytest.mark.parametrize(
    ("row", "grade", "codes"),
    [
        (["", "ระดับ", "ผ่านดี"], "ผ่านดี", []),
        (["", "ระดับผลการประเมิน", "ผ่าน"], "ผ่าน", []),
        (["ระดับ", "<", "ผ่านดี"], "ผ่านดี", []),
        (["", "ระดับ", "AA"], "AA", ["grade-unknown"]),
        (["ได้คะแนนรวม 89.69 อยู่ในระดับ “ผ่านดี”", "<", "<"], "ผ่านดี", []),
        (["หมายเหตุ อยู่ในระดับ ประเทศ", "<", "<"], None, []),
        (["", "ระดับ", "-"], None, []),
    ],
)
def test_the_grade_where_it_is_said(
    grid: MakeGrid, framework: Framework, row: list[str], grade: str | None, codes: list[str]
) -> None:
    outcome = score_table(grid(HEAD, *ROWS, row), framework)

    assert outcome.record is not None
    assert (outcome.record.grade and outcome.record.grade.text) == grade
    assert [one.code for one in outcome.confirmations] == codes


@pytest.mark.parametrize(
    ("row", "instruments", "codes"),
    [
        (["", "IIT", "88.08"], {"IIT": "88.08"}, []),
        (["", "คะแนน IIT", "88.08"], {"IIT": "88.08"}, []),
        (["", "IIT", "88.20"], {"IIT": "88.20"}, ["instrument-differs"]),
        (["", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "91.90"], {"EIT": "91.90"}, []),
        (["", "แบบวัดการเปิดเผยข้อมูลสาธารณะ", "89.25"], {"OIT": "89.25"}, []),
    ],
)
def test_scores_of_instruments(
    grid: MakeGrid, framework: Framework, row: list[str], instruments: dict[str, str], codes: list[str]
) -> None:
    outcome = score_table(grid(HEAD, *ROWS, row), framework)

    assert outcome.record is not None
    assert {code: str(amount.value) for code, amount in outcome.record.instruments} == instruments
    assert [one.code for one in outcome.confirmations] == codes


NAMED = [
    ("การแก้ปัญหาคาการทุจริต", 4, "indicator-guess"),
    ("การแก้ไขปัญหาการทูจจริต", 4, "indicator-guess"),
    ("การใช้ทรัพยสินของราชการ", 3, "indicator-guess"),
    ("ตัวชี้วัดที่ 3 การใช้งบประมาณ", 1, "indicator-number"),
]


@pytest.mark.parametrize(("name", "at", "code"), NAMED)
def test_names_that_are_only_alike_are_asked(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid, framework: Framework, told: Told, name: str, at: int, code: str
) -> None:
    outcome = score_table(grid(HEAD, *changed(at, 1, name)), framework)

    assert scores(outcome) == WANTED
    assert told(outcome.confirmations) == [(code, f"B{at + 2}")]


def test_what_is_asked_is_said(grid: MakeGrid, framework: Framework) -> None:
    (one,) = score_table(grid(HEAD, *changed(4, 1, "การแก้ปัญหาคาการทุจริต")), framework).confirmations

    assert one.says() == "อ่าน “การแก้ปัญหาคาการทุจริต” เป็น ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต"
    assert one.says("en") == "read “การแก้ปัญหาคาการทุจริต” as ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต"


@pytest.mark.parametrize(
    ("at", "column", "text", "problem", "place"),
    [
        (3, 1, "ความพึงพอใจของประชาชน", "score-name", "B5"),
        (3, 1, "การใช้", "score-name", "B5"),
        (3, 1, "การใช้อำนาจ", "score-twice", "B5"),
        (3, 2, "174.67", "score-range", "C5"),
        (3, 2, "100.01", "score-range", "C5"),
        (3, 2, "-0.01", "score-range", "C5"),
        (3, 2, "74,67", "number-comma", "C5"),
        (3, 2, "1,234.50", "number-invalid", "C5"),
        (3, 2, "74.6๗", "number-mixed-digits", "C5"),
        (3, 2, "เจ็ดสิบสี่", "number-invalid", "C5"),
        (3, 2, "7.467E+01", "number-invalid", "C5"),
        (3, 2, "74..67", "number-invalid", "C5"),
        (3, 2, "!#REF!", "table-error", "C5"),
        (3, 2, "@15 มีนาคม 2569", "table-day", "C5"),
    ],
)
def test_scores_that_cannot_be_read(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid, framework: Framework, at: int, column: int, text: str, problem: str, place: str
) -> None:
    outcome = score_table(grid(HEAD, *changed(at, column, text)), framework)

    assert [(one.code, str(one.source)) for one in outcome.problems] == [(problem, f"ก.xlsx › ชีต › {place}")]
    assert 4 not in scores(outcome)


@pytest.mark.parametrize("text", ["100.00", "100", "0", "0.00", "๗๔.๖๗", "74.67 %"])
def test_scores_at_the_ends_are_read(grid: MakeGrid, framework: Framework, text: str) -> None:
    outcome = score_table(grid(HEAD, *changed(3, 2, text)), framework)

    assert outcome.problems == ()
    assert len(scores(outcome)) == 10


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("74.6666666666667", "74.67", ["score-rounded"]),
        ("74.665", "74.67", ["score-rounded"]),
        ("74.664", "74.66", ["score-rounded"]),
        ("74.670", "74.670", []),
        ("74.7", "74.7", []),
    ],
)
def test_more_than_two_decimals_are_told(
    grid: MakeGrid, framework: Framework, text: str, value: str, codes: list[str]
) -> None:
    outcome = score_table(grid(HEAD, *changed(3, 2, text)), framework)

    assert (str(scores(outcome)[4]), [one.code for one in outcome.confirmations]) == (value, codes)


@pytest.mark.parametrize("text", ["", "-", "–", "N/A"])
def test_an_empty_score_is_no_zero(grid: MakeGrid, framework: Framework, told: Told, text: str) -> None:
    outcome = score_table(grid(HEAD, *changed(3, 2, text)), framework)

    assert 4 not in scores(outcome)
    assert told(outcome.confirmations) == [("score-empty", "C5")]
    assert outcome.problems == ()


@pytest.mark.parametrize("kept", [3, 9])
def test_fewer_than_ten_are_told(grid: MakeGrid, framework: Framework, kept: int) -> None:
    outcome = score_table(grid(HEAD, *ROWS[:kept]), framework)

    assert len(scores(outcome)) == kept
    (one,) = outcome.confirmations
    assert one.code == "scores-missing"
    assert one.details["count"] == str(kept)
    assert "ตัวชี้วัดที่ 10 การป้องกันการทุจริต" in one.says()


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:2],
        [["การปฏิบัติหน้าที่", "ดี"], ["การใช้งบประมาณ", "ดี"], ["การใช้อำนาจ", "พอใช้"]],
        [["1", "88.53"], ["2", "91.20"], ["3", "97.87"], ["4", "74.67"]],
        [["ก"]],
    ],
)
def test_what_is_no_table_of_scores(grid: MakeGrid, framework: Framework, rows: list[list[str]]) -> None:
    assert score_table(grid(*rows), framework) == Outcome(None)


WIDE = [[*row, f"{Decimal(row[2]) - 1}"] for row in ROWS]


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        (["คะแนนปี 2568", "คะแนนปี 2567"], 0),
        (["คะแนนปี 2567", "คะแนนปี 2568"], 1),
        (["คะแนนปี ๒๕๖๗", "คะแนนปี ๒๕๖๘"], 1),
        (["คะแนน", "ผลต่าง"], 0),
        (["คะแนนปีก่อน", "คะแนน"], 1),
        (["คะแนน", "คะแนนปี 2567"], 0),
        (["คะแนนเต็ม", "คะแนนที่ได้"], 1),
    ],
)
def test_which_of_two_columns(grid: MakeGrid, framework: Framework, heads: list[str], kept: int) -> None:
    outcome = score_table(grid([*HEAD[:2], *heads], *WIDE), framework)

    assert scores(outcome) == {number: score - kept for number, score in WANTED.items()}
    (one,) = outcome.confirmations
    assert (one.code, one.cell.text, one.details["others"]) == ("column-chosen", heads[kept], f"“{heads[1 - kept]}”")


@pytest.mark.parametrize(
    "heads", [["คะแนน", "คะแนน"], ["", ""], ["คะแนน 1", "คะแนน 2"], ["คะแนนปี 2566", "คะแนนปี 2567"]]
)
def test_two_columns_that_nothing_tells_apart(grid: MakeGrid, framework: Framework, heads: list[str]) -> None:
    outcome = score_table(grid([*HEAD[:2], *heads], *WIDE), framework)

    assert outcome.record is None
    assert [one.code for one in outcome.problems] == ["score-columns"]
    assert "2568" in outcome.problems[0].what()


@pytest.mark.parametrize(("more", "read"), [(289, True), (290, False)])
def test_a_long_list_is_no_table_of_scores(grid: MakeGrid, framework: Framework, more: int, read: bool) -> None:
    outcome = score_table(grid(HEAD, *ROWS, *[["", "หมายเหตุ", ""]] * more), framework)

    assert (outcome.record is not None) == read
