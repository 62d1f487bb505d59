"""Files that anything happened to: each is read or refused, and what is said about it can be said."""

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from generator.grids import Read, read_grids
from generator.model import Framework
from generator.recognise import recognise

WORD = (Path(__file__).parent / "word" / "mueang-khong.libreoffice.docx").read_bytes()
PIECES = ['"', "\r", "\n", ",", ";", "\t", "๑", "่", "\u202e", "%", "'", "1,234.50", "#REF!", "1.23E+12", "30/9/2568"]
PIECES += ["คะแนนรวม", "หน่วยงาน", "ระดับ", "O1", "https://example.go.th/"]
VALUES = ["", "0", "-1", "99999", "1e400", "NaN", "XFD1048576", "B2", "s", "e", "str", "n", "d", "x", "ก", "2025-13-45"]
VALUES += ["restart", "thaiNumbers"]


def _csv(framework: Framework) -> str:
    rows = [f"{one.number},{one.name},{80 + one.number}.5" for one in framework.indicators]
    return "\n".join(["ลำดับ,ตัวชี้วัด,คะแนน", *rows, 'รวม,"คะแนนรวม",89.69', 'หมายเหตุ,"ก\nข",ระดับ ผ่านดี'])


def _workbook(framework: Framework) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("คะแนน")
        decimals = book.add_format({"num_format": "0.00"})
        for row, one in enumerate(framework.indicators):
            sheet.write_row(row, 0, [row + 1, one.name])
            sheet.write_number(row, 2, 80.5 + row, decimals)
            sheet.write_formula(row, 3, "=1+1", None, 2)
        sheet.merge_range("F1:F5", "ต.ค. 68")
        sheet.set_row(3, None, None, {"hidden": True})
    return content.getvalue()


def _text(random_: random.Random, text: str) -> str:
    letters = list(text)
    for _ in range(random_.randint(1, 5)):
        at, other = (random_.randrange(len(letters)) for _ in range(2))
        match random_.randrange(4):
            case 0:
                del letters[at : at + random_.randint(1, 30)]
            case 1:
                letters[at:at] = random_.choice(PIECES)
            case 2:
                letters[at:at] = letters[other : other + random_.randint(1, 60)]
            case _:
                letters[at], letters[other] = letters[other], letters[at]
    return "".join(letters)


def _part(random_: random.Random, content: bytes, names: list[str]) -> bytes:
    """The archive with other values in one of its parts, which stays XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random_.choice(names)
    text = parts[name].decode()
    for _ in range(random_.randint(1, 4)):
        found = random_.choice(list(re.finditer(r'(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)', text)))
        text = text[: found.start()] + random_.choice(VALUES) + text[found.end() :]
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, part in (parts | {name: text.encode()}).items():
            archive.writestr(other, part)
    return changed.getvalue()


def _checked(read: Read, framework: Framework) -> None:
    found = recognise(read.grids, framework, {"ทต.เมืองคง": "mueang-khong"})
    problems = [*read.problems, *read.notices, *found.problems]
    confirmations = [*found.confirmations]
    for taken in found.taken:
        problems += taken.problems
        confirmations += taken.confirmations

    assert bool(read.grids) == (not read.problems)
    assert all(len({len(row) for row in grid.rows}) <= 1 for grid in read.grids)
    assert all(one.what() and one.hint() and one.expected() for one in problems)
    assert all(one.says() for one in confirmations)
    if "grid-" not in "".join(one.code for one in read.problems):
        assert found.taken or found.problems


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_to_a_file(framework: Framework, seed: int) -> None:
    random_ = random.Random(seed)  # noqa: S311 -- the same files every time
    text, book = _csv(framework), _workbook(framework)
    sheet = ["xl/worksheets/sheet1.xml"] * 3 + ["xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]
    for _ in range(60):
        _checked(read_grids(_text(random_, text).encode(), "ก.csv"), framework)
    for _ in range(25):
        _checked(read_grids(_part(random_, book, sheet), "ก.xlsx"), framework)
    for _ in range(5):
        changed = _part(random_, WORD, ["word/document.xml", "word/numbering.xml", "word/styles.xml"])
        _checked(read_grids(changed, "ก.docx"), framework)
