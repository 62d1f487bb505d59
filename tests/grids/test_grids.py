"""Files that nothing is read from, and what the clerk is told to do."""

import io
import re
import subprocess
import sys
import zipfile

import pytest
import xlsxwriter

from generator.grids import read_grids
from generator.problems import Problem, Source


def _book() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("ก").write("A1", "ก")
    return content.getvalue()


def _changed(parts: dict[str, bytes | None], *, book: bytes | None = None) -> bytes:
    """A workbook with other parts; None takes one away."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book or BOOK)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {name: old.read(name) for name in old.namelist()} | parts
        for name, part in kept.items():
            if part is not None:
                new.writestr(name, part)
    return content.getvalue()


BOOK = _book()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
TYPES = b"[Content_Types].xml"


def _types(old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        return archive.read("[Content_Types].xml").replace(old, new)


MACRO_TYPES = _types(b"spreadsheetml.sheet.main", b"spreadsheet.macroEnabled.main")
WORD_TYPES = _types(b"spreadsheetml.sheet.main", b"wordprocessingml.document.main")


def _bomb() -> bytes:
    return _changed({"xl/worksheets/sheet1.xml": b"0" * 50_000_000})


def _flagged() -> bytes:
    """An archive whose first entry says that it is encrypted."""
    content = bytearray(BOOK)
    start = content.find(b"PK\x01\x02")
    content[start + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("ก.xlsx", BOOK, None),
        ("ก.XLSX", BOOK, None),
        ("~$ก.xlsx", b"\x05user", "grid-lock"),
        ("inbox/~$ก.xlsx", b"\x05user", "grid-lock"),
        ("ก~$.xlsx", BOOK, None),
        ("ก.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "grid-encrypted"),
        ("ก.xlsx", _flagged(), "grid-encrypted"),
        ("ก.xlsx", OLE, "grid-old"),
        ("ก.xls", OLE, "grid-old"),
        ("ก.xls", b"<html><table></table></html>", "grid-old"),
        ("ก.doc", OLE, "grid-old"),
        ("ก.docx", OLE, "grid-old"),
        ("ก.xlsm", BOOK, "grid-macro"),
        ("ก.xlsb", BOOK, "grid-macro"),
        ("ก.docm", BOOK, "grid-macro"),
        ("ก.xlsx", _changed({"xl/vbaProject.bin": b"x"}), "grid-macro"),
        ("ก.xlsx", _changed({"[Content_Types].xml": MACRO_TYPES}), "grid-macro"),
        ("ก.xlsx", _changed({"[Content_Types].xml": WORD_TYPES}), "grid-content"),
        ("ก.docx", BOOK, "grid-content"),
        ("ก.xlsx", b"<html><table></table></html>", "grid-content"),
        ("ก.xlsx", "ลำดับ,ชื่อ".encode(), "grid-content"),
        ("ก.csv", BOOK, "grid-content"),
        ("ก.xlsx", b"", "grid-empty"),
        ("ก.docx", b"", "grid-empty"),
        ("ก.xlsx", BOOK[: len(BOOK) // 2], "grid-broken"),
        ("ก.xlsx", b"PK\x03\x04" + b"\x00" * 100, "grid-broken"),
        ("ก.xlsx", BOOK.replace(b"worksheets", b"wurksheets"), "grid-broken"),
        ("ก.xlsx", _changed({"xl/workbook.xml": None}), "grid-broken"),
        ("ก.xlsx", _changed({"xl/workbook.xml": b"<workbook"}), "grid-broken"),
        ("ก.xlsx", _changed({"xl/_rels/workbook.xml.rels": None}), "grid-broken"),
        ("ก.xlsx", _changed({"xl/styles.xml": b"<styleSheet>"}), "grid-broken"),
        ("ก.xlsx", _changed({"xl/worksheets/sheet1.xml": b"<worksheet/>"}), "grid-empty"),
        ("ก.xlsx", _bomb(), "grid-broken"),
        ("ก.pdf", b"%PDF-1.7", "grid-picture"),
        ("ก.xlsx", b"%PDF-1.7", "grid-picture"),
        ("ก.jpg", b"\xff\xd8\xff", "grid-picture"),
        ("ก.png", b"", "grid-picture"),
        ("ก.HEIC", b"x", "grid-picture"),
        ("ก.ods", BOOK, "grid-kind"),
        ("ก.numbers", BOOK, "grid-kind"),
        ("ก", BOOK, "grid-kind"),
        ("xlsx", BOOK, "grid-kind"),
        ("ก.zip", BOOK, "grid-kind"),
    ],
)
def test_what_is_refused(name: str, content: bytes, code: str | None) -> None:
    read = read_grids(content, name)

    assert [problem.code for problem in read.problems] == ([code] if code else [])
    assert (len(read.grids), read.notices) == (code is None, ())
    assert all(problem.source == Source(name) for problem in read.problems)


def test_any_half_of_a_workbook_is_refused_and_nothing_else_happens() -> None:
    for cut in range(1, len(BOOK), 97):
        assert len(read_grids(BOOK[:cut], "ก.xlsx").problems) == 1


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem("grid-lock", Source("~$ก.xlsx")), "บันทึกและปิด"),
        (Problem("grid-encrypted", Source("ก.xlsx")), "ลบรหัสผ่าน"),
        (Problem("grid-old", Source("ก.xls"), ".xls"), "บันทึกเป็น"),
        (Problem("grid-picture", Source("ก.pdf"), ".pdf"), "พิมพ์ตัวเลขและข้อความ"),
        (Problem("grid-no-table", Source("ก.docx")), "แทรก > ตาราง"),
    ],
)
def test_every_refusal_says_what_to_do(problem: Problem, words: str) -> None:
    assert re.search(words, problem.hint())


def test_word_is_not_loaded_without_a_word_document() -> None:
    script = "import sys, generator.grids as g; g.read_grids(b'1,2', 'a.csv'); print('docx' in sys.modules)"

    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )
