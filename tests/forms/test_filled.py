"""What a filled form says: each edit with the file that it gives, each fault with the cell that it names."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.commands import form, imports
from generator.pipeline import imports as pipeline
from generator.thai import FiscalYear
from tests.conftest import AGENCY, SCORES
from tests.forms import filling
from tests.forms.conftest import ROOT, Office

Make = Callable[..., Office]

MEASURES = """\
# มาตรการของหน่วยงานตัวอย่าง
measures:
  - no: 1
    title: มาตรการแรก   # ชื่อตามประกาศ
    indicators: [4]
    steps: |
      1. จัดทำคู่มือ
      2. แจ้งเวียน
    responsible: [{unit: สำนักปลัด}]
    period: ตุลาคม 2568 - กันยายน 2569
  # มาตรการที่สองยังไม่มีขั้นตอน
  - no: 2
    title: มาตรการที่สอง
    steps: ทำต่อเนื่อง
"""
DISCLOSURE = """\
items:
  - item: O7
    unit: กองคลัง
    evidence:
      - {link: "https://tua-yang.go.th/o7", title: รายงานประจำปี, year: 2568, whole: true}
"""
SCORES_SHEET, MEASURES_SHEET, OIT_SHEET = "ผลคะแนนปี 2568", "มาตรการปี 2569", "OIT ปี 2569"
ANALYSIS_SHEET, ITEMS_SHEET = "บทวิเคราะห์ผลปี 2568", "รายการ OIT ตามคู่มือ"


FILES = {
    "agency.yml": AGENCY,
    "2568/scores.yml": SCORES,
    "2569/measures.yml": MEASURES,
    "2569/disclosure.yml": DISCLOSURE,
}


@pytest.fixture
def here(office: Make) -> Office:
    return office(slug="tua-yang", **FILES)


def put(sheet: str, row: str, label: str, value: object) -> Callable[[Workbook], None]:
    """Types into the first row whose first column of data holds `row`; an empty `row` is the first blank one."""

    def edit(book: Workbook) -> None:
        page = filling.sheet(book, sheet)
        at = filling.columns(page)
        first = next(iter(at.values()))
        found = (one for one in filling.data_rows(page) if str(page.cell(one, first).value or "") == row)
        page.cell(next(found), at[label]).value = value  # type: ignore[assignment]

    return edit


def line(sheet: str, label: str, value: object) -> Callable[[Workbook], None]:
    return lambda book: filling.type_line(filling.sheet(book, sheet), label, value)


def both(*edits: Callable[[Workbook], None]) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        for one in edits:
            one(book)

    return edit


def _filled(here: Office, edit: Callable[[Workbook], None], year: int = 2569) -> bytes:
    book = filling.opened(here.form(year))
    edit(book)
    return filling.saved(book)


# --- edits

NEW_ROW = both(
    *(
        put(MEASURES_SHEET, "", label, value) if label == "เลขที่" else put(MEASURES_SHEET, "3", label, value)
        for label, value in (
            ("เลขที่", 3),
            ("มาตรการ", "มาตรการใหม่: ทดลอง"),
            ("ตัวชี้วัดที่", "4, 7"),
            ("ขั้นตอน/วิธีการ", "1. ทำ\n2. ตรวจ"),
            ("ผู้รับผิดชอบ", "กองคลัง\nปลัดเทศบาล"),
            ("ระยะเวลา", "ตลอดปี"),
        )
    )
)

ADDED = """\
    steps: ทำต่อเนื่อง
  - no: 3
    title: "มาตรการใหม่: ทดลอง"
    indicators: [4, 7]
    steps: |
      1. ทำ
      2. ตรวจ
    responsible:
      - unit: กองคลัง
      - post: ปลัดเทศบาล
    period: ตลอดปี
"""

EDITS: dict[str, tuple[Callable[[Workbook], None], str, str, str]] = {
    "a score": (put(SCORES_SHEET, "4", "คะแนน", 74.5), "2568/scores.yml", "  4: 93.00\n", "  4: 74.50\n"),
    "a score in Thai digits": (
        put(SCORES_SHEET, "4", "คะแนน", "๗๔.๖๗"), "2568/scores.yml", "  4: 93.00\n", "  4: ๗๔.๖๗\n",
    ),
    "a score typed as text": (
        put(SCORES_SHEET, "4", "คะแนน", "74.6"), "2568/scores.yml", "  4: 93.00\n", "  4: 74.60\n",
    ),
    "a score that is no more": (put(SCORES_SHEET, "4", "คะแนน", None), "2568/scores.yml", "  4: 93.00\n", ""),
    "the overall": (line(SCORES_SHEET, "คะแนนรวม", 90.91), "2568/scores.yml", "overall: 90.90\n", "overall: 90.91\n"),
    "a title beside its comment": (
        put(MEASURES_SHEET, "1", "มาตรการ", "มาตรการที่หนึ่ง"),
        "2569/measures.yml",
        "    title: มาตรการแรก   # ชื่อตามประกาศ\n",
        "    title: มาตรการที่หนึ่ง   # ชื่อตามประกาศ\n",
    ),
    "a block of lines": (
        put(MEASURES_SHEET, "1", "ขั้นตอน/วิธีการ", "1. จัดทำคู่มือ\n2. แจ้งเวียน\n3. ติดตาม"),
        "2569/measures.yml",
        "      2. แจ้งเวียน\n",
        "      2. แจ้งเวียน\n      3. ติดตาม\n",
    ),
    "a value more": (
        put(MEASURES_SHEET, "2", "การติดตามผล", "รายงานทุกเดือน"),
        "2569/measures.yml",
        "    steps: ทำต่อเนื่อง\n",
        "    steps: ทำต่อเนื่อง\n    follow_up: |\n      รายงานทุกเดือน\n",
    ),
    "a measure more": (
        NEW_ROW,
        "2569/measures.yml",
        "    steps: ทำต่อเนื่อง\n",
        ADDED,
    ),
    "evidence changed": (
        put(OIT_SHEET, "O7", "ชื่อหลักฐาน", "รายงานผล"),
        "2569/disclosure.yml",
        "title: รายงานประจำปี,",
        "title: รายงานผล,",
    ),
    "nothing occurred": (
        put(OIT_SHEET, "O18", "ไม่มีเหตุการณ์ ณ วันที่", datetime.datetime(2026, 3, 31)),  # noqa: DTZ001 -- Excel has no zone
        "2569/disclosure.yml",
        "whole: true}\n",
        "whole: true}\n  - item: O18\n    nothing:\n      date: 31 มีนาคม 2569\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_its_place_alone(here: Office, name: str) -> None:
    edit, file, before, after = EDITS[name]
    texts = here.texts()
    content = _filled(here, edit)
    code, said = here.bring(content)
    changed = here.texts()

    assert (code, said[-1]) == (0, f"บันทึกแล้ว: data/tua-yang/{file}"), said
    expected = texts[f"tua-yang/{file}"].decode()
    assert expected.count(before) == 1
    assert changed.pop(f"tua-yang/{file}").decode() == expected.replace(before, after)
    assert changed.items() <= texts.items()
    assert here.bring(content)[1] == ["ตรงกับข้อมูลที่มีอยู่ ไม่มีสิ่งใดเปลี่ยน"]


def test_a_measure_goes_when_its_row_is_cleared(here: Office) -> None:
    def clear(book: Workbook) -> None:
        page = filling.sheet(book, MEASURES_SHEET)
        row = next(one for one in filling.data_rows(page) if page.cell(one, 2).value == "2")
        for column in range(3, page.max_column + 1):
            page.cell(row, column).value = None

    code, said = here.bring(_filled(here, clear))

    assert code == 0
    assert "  มาตรการปี 2569 › B24: มาตรการที่ 2 – ทั้งรายการ: มาตรการที่สอง → (ว่าง)" in said
    kept = MEASURES[: MEASURES.index("  # มาตรการที่สอง")]
    assert here.texts()["tua-yang/2569/measures.yml"].decode() == kept


def test_a_value_of_its_own_group_takes_the_group_along_when_it_is_cleared(here: Office) -> None:
    """`nothing:` has no other value than its day, and nothing stands behind an empty key."""
    day, label = "31 มีนาคม 2569", "ไม่มีเหตุการณ์ ณ วันที่"
    given = both(put(OIT_SHEET, "O18", "ผู้รับผิดชอบ", "กองคลัง"), put(OIT_SHEET, "O18", label, day))
    first, told = here.bring(_filled(here, given))
    assert first == 0, "\n".join(told)
    added = f"  - item: O18\n    unit: กองคลัง\n    nothing:\n      date: {day}\n"
    assert here.texts()["tua-yang/2569/disclosure.yml"].decode() == DISCLOSURE + added

    code, said = here.bring(_filled(here, put(OIT_SHEET, "O18", label, None)))

    assert code == 0, "\n".join(said)
    cleared = "  - item: O18\n    unit: กองคลัง\n"
    assert here.texts()["tua-yang/2569/disclosure.yml"].decode() == DISCLOSURE + cleared


def test_what_changes_is_shown_before_it_is_written(here: Office) -> None:
    edit = both(put(SCORES_SHEET, "4", "คะแนน", 74.5), line(SCORES_SHEET, "คะแนนรวม", 88.91), NEW_ROW)

    _, said = here.bring(_filled(here, edit))

    assert said[:4] == [
        "สิ่งที่จะเปลี่ยน 8 จุด",
        "  ผลคะแนนปี 2568 › D8: คะแนนรวม: 90.90 → 88.91",
        "  ผลคะแนนปี 2568 › E19: ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ – คะแนน: 93.00 → 74.50",
        "  มาตรการปี 2569 › B25: มาตรการที่ 3: เพิ่ม 6 ช่อง (เลขที่, มาตรการ, ตัวชี้วัดที่, ขั้นตอน/วิธีการ, ผู้รับผิดชอบ, ระยะเวลา)",
    ]
    assert said[4] == "จุดที่ข้อมูลไม่ตรงกันซึ่งพบใหม่ 1 จุด"
    assert said[5].startswith("  แบบกรอก.xlsx › ผลคะแนนปี 2568 › D8: ")
    assert said[6].strip().startswith("พิมพ์ไว้: 88.91")
    assert said[7].strip().startswith("ค่าที่ใช้เทียบ: ")
    assert "หน่วยงานนี้จะยังเผยแพร่ข้อมูลใหม่ไม่ได้" in said[8]


def test_named_files_come_along(here: Office) -> None:
    (here.folder / "inbox").mkdir()
    pdf = ROOT / "tests/sites/full-year/data/thong-fah-sai/2566/files"
    source = next(iter(sorted(pdf.glob("*.pdf"))))
    (here.folder / "inbox" / "รายงาน.pdf").write_bytes(source.read_bytes())
    edit = both(put(OIT_SHEET, "O8", "ชื่อหลักฐาน", "รายงาน"), put(OIT_SHEET, "O8", "ชื่อแฟ้ม", "รายงาน.pdf"))

    code, said = here.bring(_filled(here, edit))

    assert code == 0, "\n".join(said)
    assert "  data/tua-yang/2569/files/รายงาน.pdf" in said
    assert here.texts()["tua-yang/2569/files/รายงาน.pdf"] == source.read_bytes()


# --- faults


def cell(sheet: str, at: str, value: Any) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        filling.sheet(book, sheet)[at].value = value

    return edit


def page(sheet: str, change: Callable[[Worksheet], object]) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        change(filling.sheet(book, sheet))

    return edit


def twice(book: Workbook) -> None:
    book.copy_worksheet(filling.sheet(book, SCORES_SHEET))


def without_agency(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet["A2"].value = None


FAULTS: dict[str, tuple[Callable[[Workbook], None], list[tuple[str, str]]]] = {
    "a formula": (put(SCORES_SHEET, "4", "คะแนน", "=SUM(1,2)"), [("cell-formula", "ผลคะแนนปี 2568 › E19")]),
    "a score in words": (put(SCORES_SHEET, "4", "คะแนน", "เจ็ดสิบ"), [("number-invalid", "ผลคะแนนปี 2568 › E19")]),
    "a score out of range": (put(SCORES_SHEET, "4", "คะแนน", 174.67), [("score-range", "ผลคะแนนปี 2568 › E19")]),
    "a date that Excel made of a score": (
        put(SCORES_SHEET, "4", "คะแนน", datetime.datetime(2026, 2, 1)),  # noqa: DTZ001
        [("cell-invented-day", "ผลคะแนนปี 2568 › E19")],
    ),
    "digits lost": (
        put(OIT_SHEET, "O8", "หมายเหตุ", "1.23457E+12"), [("cell-digits-lost", "OIT ปี 2569 › T23")],
    ),
    "an indicator that is none": (
        put(MEASURES_SHEET, "1", "ตัวชี้วัดที่", "11"), [("unknown-indicator", "มาตรการปี 2569 › E23")],
    ),
    "a measure without a number": (
        put(MEASURES_SHEET, "", "มาตรการ", "ไม่มีเลขที่"), [("form-measure-number", "มาตรการปี 2569 › D25")],
    ),
    "an item that is none": (
        put(OIT_SHEET, "", "ข้อ", "O99"), [("form-item-unknown", "OIT ปี 2569 › B42")],
    ),
    "a file that is not there": (
        both(put(OIT_SHEET, "O8", "ชื่อหลักฐาน", "ก"), put(OIT_SHEET, "O8", "ชื่อแฟ้ม", "ไม่มี.pdf")),
        [("evidence-missing", "OIT ปี 2569 › H23")],
    ),
    "a link that is none": (
        both(put(OIT_SHEET, "O8", "ชื่อหลักฐาน", "ก"), put(OIT_SHEET, "O8", "ลิงก์", "www.example.go.th")),
        [("address-invalid", "OIT ปี 2569 › I23")],
    ),
    "a choice that is none": (
        both(put(OIT_SHEET, "O7", "ยังไม่ลงนาม", "มั้ง")), [("form-choice", "OIT ปี 2569 › R22")],
    ),
    "pages that are none": (put(OIT_SHEET, "O7", "หน้าในแฟ้ม", "หน้า 3"), [("form-pages", "OIT ปี 2569 › P22")]),
    "a renamed column": (
        cell(SCORES_SHEET, "E14", "คะเเนนที่ได้"), [("form-column-unknown", "ผลคะแนนปี 2568 › E14")],
    ),
    "a column that is gone": (
        page(MEASURES_SHEET, lambda one: one.delete_cols(10)), [("form-column-missing", "มาตรการปี 2569 › A19")],
    ),
    "a column of one's own": (
        cell(SCORES_SHEET, "F19", "ดูหน้า 3"), [("form-column-unnamed", "ผลคะแนนปี 2568 › F19")],
    ),
    "a label that is gone": (cell(SCORES_SHEET, "A8", "รวม"), [("form-label-missing", "ผลคะแนนปี 2568 › A1")]),
    "headings that are gone": (cell(SCORES_SHEET, "A14", None), [("form-head-missing", "ผลคะแนนปี 2568 › A1")]),
    "a sheet of another year": (
        cell(MEASURES_SHEET, "A1", "แบบกรอก ITA ปี 2568 – มาตรการปี 2568"),
        [("form-mixed", "มาตรการปี 2569 › A1"), ("form-sheet-unknown", "มาตรการปี 2569 › A1")],
    ),
    "a sheet of another agency": (
        cell(MEASURES_SHEET, "A2", "เทศบาลอื่น (uen)"), [("form-mixed", "มาตรการปี 2569 › A2")],
    ),
    "an error of Excel": (put(SCORES_SHEET, "4", "คะแนน", "#REF!"), [("cell-error", "ผลคะแนนปี 2568 › E19")]),
    "a number of an indicator that is none": (
        cell(SCORES_SHEET, "B19", "14"), [("form-row-unknown", "ผลคะแนนปี 2568 › B19")],
    ),
    "no agency": (without_agency, [("form-agency-missing", "ผลคะแนนปี 2568 › A1")]),
    "a column twice": (cell(MEASURES_SHEET, "K19", "มาตรการ"), [("form-column-twice", "มาตรการปี 2569 › K19")]),
    "a sheet twice": (
        twice,
        [("form-sheet-twice", "ผลคะแนนปี 2568 Copy › A1")],
    ),
    "a document without a title": (
        line(MEASURES_SHEET, "เอกสารนี้ตอบ OIT ข้อ", "O25"), [("form-document-title", "มาตรการปี 2569 › D12")],
    ),
    "a handbook without a name": (
        line(ITEMS_SHEET, "เทียบกับคู่มือครบทุกข้อแล้ว", "ใช่"), [("form-handbook", "รายการ OIT ตามคู่มือ › D8")],
    ),
    "an item of two units": (
        both(cell(OIT_SHEET, "B42", "O7"), cell(OIT_SHEET, "F42", "สำนักปลัด")),
        [("form-item-twice", "OIT ปี 2569 › F42")],
    ),
    "what came of a measure that is not there": (
        cell("ผลตามมาตรการปี 2568", "H10", "ทำแล้ว"), [("form-measure-unknown", "ผลตามมาตรการปี 2568 › H10")],
    ),
    "a hidden sheet": (
        page(MEASURES_SHEET, lambda one: setattr(one, "sheet_state", "hidden")),
        [("form-sheet-hidden", "มาตรการปี 2569 › A1")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_its_cell_and_nothing_is_written(here: Office, name: str) -> None:
    edit, expected = FAULTS[name]
    before = here.texts()

    code, said = here.bring(_filled(here, edit))

    told = [one.strip() for one in said if one.endswith("]") and ".xlsx › " in one]
    found = [(one.rsplit("[", 1)[1].rstrip("]"), one.split(": ", 1)[0].removeprefix("แบบกรอก.xlsx › ")) for one in told]
    assert (code, found) == (1, expected), said
    assert said[-1] == "ยังไม่ได้บันทึกสิ่งใด แก้จุดข้างต้นแล้วนำเข้าใหม่"
    assert here.texts() == before


def test_every_fault_is_told_at_once(here: Office) -> None:
    names = ["a score in words", "an indicator that is none", "an item that is none", "a link that is none"]

    _, said = here.bring(_filled(here, both(*(FAULTS[name][0] for name in names))))

    assert "จุดที่ต้องแก้ไข 4 จุด" in said


def test_a_form_of_a_year_that_is_over_is_asked_for_by_name(office: Make) -> None:
    here = office(ROOT / "data", "sateng-nok")
    old = here.form(2565)

    code, said = here.bring(old)

    assert code == 1
    assert any("[form-other-year]" in one for one in said)
    assert here.bring(old, year=2565)[0] == 0


def test_a_merged_cell_is_one_with_the_cell_above_and_asked_about(here: Office) -> None:
    def merge(book: Workbook) -> None:
        page = filling.sheet(book, MEASURES_SHEET)
        page.merge_cells("I23:I24")

    code, said = here.bring(_filled(here, merge))

    assert code == 0, said
    assert any("มาตรการปี 2569 › I24: " in one and "[cell-inherited]" in one for one in said)
    assert "    merged: [period]\n" in here.texts()["tua-yang/2569/measures.yml"].decode()


def test_scores_that_stand_in_several_places_are_not_changed_by_a_form(office: Make) -> None:
    here = office(ROOT / "data", "mueang-khong")

    code, said = here.bring(_filled(here, put(SCORES_SHEET, "4", "คะแนน", 75)))

    assert code == 1
    assert any("ผลคะแนนปี 2568 › E17" in one and "[form-several-places]" in one for one in said), "\n".join(said)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("แบบกรอก.xlsx", b"", "grid-empty"),
        ("แบบกรอก.xlsx", b"PK\x03\x04 broken", "grid-broken"),
        ("แบบกรอก.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "grid-old"),
        ("~$แบบกรอก.xlsx", b"\x08user", "grid-lock"),
        ("รายชื่อ.csv", "ชื่อ,อายุ\nก,1\n".encode(), "table-year"),
    ],
)
def test_a_file_that_is_no_form_is_refused(here: Office, name: str, content: bytes, code: str) -> None:
    before = here.texts()

    ended, said = here.bring(content, name)

    assert (ended, here.texts()) == (1, before)
    assert any(one.endswith(f"[{code}]") for one in said), said


def test_a_year_without_rules_gets_a_draft_of_them(office: Make) -> None:
    here = office(slug="tua-yang", **FILES)
    content = _filled(here, put("มาตรการปี 2571", "", "เลขที่", "1"), 2571)
    book = filling.opened(content)
    put("มาตรการปี 2571", "1", "มาตรการ", "มาตรการใหม่")(book)
    put("มาตรการปี 2571", "1", "ขั้นตอน/วิธีการ", "ทำ")(book)

    code, said = here.bring(filling.saved(book))

    assert code == 0, said
    assert {"frameworks/2570.yml", "frameworks/2571.yml", "tua-yang/2571/measures.yml"} <= here.texts().keys()


# --- files that another program holds


def test_a_form_that_excel_holds_is_asked_to_be_closed(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    content = here.form(2569)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    said: list[str] = []
    (here.folder / "inbox").mkdir()
    (here.folder / "inbox" / "แบบกรอก.xlsx").write_bytes(content)
    code = imports.run(here.options(), said.append, file=here.folder / "inbox" / "แบบกรอก.xlsx", yes=True)

    assert code == 3
    assert "โปรแกรมอื่นเปิดแฟ้ม แบบกรอก.xlsx อยู่" in said[0]


def test_a_data_file_that_cannot_be_written_leaves_all_as_they_were(
    here: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = both(put(SCORES_SHEET, "4", "คะแนน", 74.5), put(MEASURES_SHEET, "1", "มาตรการ", "อื่น"))
    content, before = _filled(here, edit), here.texts()

    def refuse(path: Path, text: bytes) -> None:
        if path.name == "measures.yml":
            raise PermissionError(13, "in use", str(path))
        path.write_bytes(text)

    monkeypatch.setattr(pipeline, "write_whole", refuse)
    code, said = here.bring(content)

    assert code == 3
    assert "measures.yml อยู่ ให้ปิดแฟ้มนั้น" in said[-1]
    assert here.texts() == before


def test_a_form_that_is_open_is_not_written_over(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _: bytes) -> None:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(form, "write_whole", refuse)
    said: list[str] = []

    assert form.run(here.options(), said.append, year=FiscalYear(2569)) == 3
    assert "ถ้าเปิดแฟ้มนี้ไว้ใน Excel ให้ปิดแล้วสั่งใหม่" in said[-1]
