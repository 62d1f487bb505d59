"""What a page of the handbook takes as given: folders and files as its reader has them, by the names that pages use."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from docx import Document
from typer.testing import CliRunner

from generator import cli
from tests.forms import filling

NAME = "เทศบาลตำบลตัวอย่าง"
NEW = ("--name", NAME, "--type", "เทศบาลตำบล", "--province", "จังหวัดตัวอย่าง", "--slug", "tua-yang", "--year", "2570")
ADDRESS = ("--url", "https://ita.tua-yang.go.th/", "--official")
SCORES = ("92.00", "91.00", "93.00", "80.00", "89.00", "90.00", "91.00", "92.00", "88.00", "92.00")
INDICATORS = (
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
)
FORM, REPORT = "แบบกรอก-ITA-2570.xlsx", "รายงานผลการดำเนินงาน 2569.pdf"
MEASURES = (
    {
        "เลขที่": "1",
        "มาตรการ": "จัดทำคู่มือการยืมทรัพย์สินของราชการ",
        "ตัวชี้วัดที่": "4",
        "ขั้นตอน/วิธีการ": "1. จัดทำคู่มือ\n2. แจ้งเวียนให้บุคลากรทราบ",
        "ผู้รับผิดชอบ": "กองคลัง",
        "ระยะเวลา": "ตุลาคม 2569 - กันยายน 2570",
    },
    {
        "เลขที่": "2",
        "มาตรการ": "ปรับปรุงเว็บไซต์ให้ค้นหาข้อมูลได้ง่าย",
        "ตัวชี้วัดที่": "9",
        "ขั้นตอน/วิธีการ": "1. สำรวจข้อมูลที่ยังขาด\n2. จัดทำเมนูข้อมูลสาธารณะ",
        "ผู้รับผิดชอบ": "สำนักปลัด",
        "ระยะเวลา": "〃",
    },
)
EVIDENCE = {"ข้อ": "O7", "ผู้รับผิดชอบ": "กองยุทธศาสตร์", "ชื่อหลักฐาน": "รายงานผลการดำเนินงานประจำปี 2569"}


def repository(folder: Path) -> None:
    """A new repository for one agency, made in the folder itself."""
    made = CliRunner().invoke(cli.app, ["new", str(folder), *NEW, *ADDRESS])
    assert made.exit_code == 0, made.output


def filled_form(folder: Path) -> None:
    """The form of the year, filled, with the file that it names beside it."""
    _fill(folder, list(SCORES))


def wrong_form(folder: Path) -> None:
    """The same with two slips."""
    _fill(folder, [*SCORES[:3], "8000", *SCORES[4:]], {"ระยะเวลา": "ตุลาคม 2569 - กันยายน 2568"})


def _fill(folder: Path, scores: list[str], slip: dict[str, str] | None = None) -> None:
    made = CliRunner().invoke(cli.app, ["form", "2570"])
    assert made.exit_code == 0, made.output
    book = filling.opened((folder / "build" / FORM).read_bytes())
    page = filling.sheet(book, "ผลคะแนนปี 2569")
    filling.type_line(page, "คะแนนรวม", "90.00")
    filling.type_line(page, "ระดับ", "ผ่านดี")
    at = filling.columns(page)
    for row, score in zip(filling.data_rows(page), scores, strict=True):
        page.cell(row, at["คะแนน"]).value = score
    page = filling.sheet(book, "มาตรการปี 2570")
    at = filling.columns(page)
    first, *rows = filling.data_rows(page)
    assert page.cell(first, 2).value == "หัวคอลัมน์ตามเอกสาร"
    for row, measure in zip(rows, ({**MEASURES[0], **(slip or {})}, MEASURES[1]), strict=False):
        for label, value in measure.items():
            page.cell(row, at[label]).value = value
    page = filling.sheet(book, "OIT ปี 2570")
    at = filling.columns(page)
    row = next(row for row in filling.data_rows(page) if page.cell(row, at["ข้อ"]).value == "O7")
    for label, value in {**EVIDENCE, "ชื่อแฟ้ม": REPORT, "ข้อมูลของปี": "2569", "ตอบทุกองค์ประกอบ": "ใช่"}.items():
        page.cell(row, at[label]).value = value
    inbox = folder / "inbox"
    inbox.mkdir(exist_ok=True)
    (inbox / FORM).write_bytes(filling.saved(book))
    (inbox / REPORT).write_bytes(a_pdf())


def imported(folder: Path) -> None:
    """The filled form, brought in."""
    filled_form(folder)
    done = CliRunner().invoke(cli.app, ["import", f"inbox/{FORM}", "--yes"])
    assert done.exit_code == 0, done.output


def wrong_files(folder: Path) -> None:
    """A file with the number of a person, and one whose name cannot be an address."""
    files = folder / "data" / "tua-yang" / "2570" / "files"
    files.mkdir(parents=True)
    (files / "รายชื่อ.csv").write_bytes(_csv([["ชื่อ", "เลข"], ["ตัวอย่าง", "1103702071226"]]))
    (files / "แผน#1.pdf").write_bytes(a_pdf())


def tables(folder: Path) -> None:
    """Tables as offices have them: scores as CSV, a province as Excel, measures as Word, addresses as CSV."""
    inbox = folder / "inbox"
    inbox.mkdir(exist_ok=True)
    ranked = sorted(zip(INDICATORS, SCORES, strict=True), key=lambda one: one[1], reverse=True)
    rows = [["อันดับ", "ตัวชี้วัด", "คะแนน"], *([str(rank), *one] for rank, one in enumerate(ranked, start=1))]
    (inbox / "คะแนน.csv").write_bytes(_csv([*rows, ["", "คะแนนรวม", "90.00"]]))
    with xlsxwriter.Workbook(inbox / "คะแนนทั้งจังหวัด.xlsx") as book:
        sheet = book.add_worksheet("จังหวัด")
        for number, row in enumerate(
            (
                ["หน่วยงาน", *(f"ตัวชี้วัดที่ {number}" for number in range(1, 11)), "คะแนนรวม", "ระดับ"],
                ["เทศบาลตำบลข้างเคียง", *["85.00"] * 10, "85.00", "ผ่านดี"],
                [NAME, *SCORES, "90.00", "ผ่านดี"],
            )
        ):
            sheet.write_row(number, 0, row)
    word = Document()
    table = word.add_table(rows=0, cols=4)
    heads = ("มาตรการ", "ขั้นตอน/วิธีการ", "ผู้รับผิดชอบ", "ระยะเวลา")
    for texts in (heads, *(tuple(one[head] for head in heads) for one in MEASURES)):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    word.save(str(inbox / "มาตรการ.docx"))
    addresses = [
        ["ข้อ", "URL"],
        ["O1", "https://www.tua-yang.go.th/structure"],
        ["O2", "https://www.tua-yang.go.th/staff"],
    ]
    (inbox / "URL-OIT.csv").write_bytes(_csv(addresses))


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def a_pdf() -> bytes:
    """A whole document of one page with a line of text."""
    stream = b"BT /F1 12 Tf 72 720 Td (2569) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font 6 0 R >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /F1 5 0 R >>",
    ]
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


GIVEN: dict[str, Callable[[Path], None]] = {
    "repository": repository,
    "filled form": filled_form,
    "wrong form": wrong_form,
    "imported": imported,
    "wrong files": wrong_files,
    "tables": tables,
}
