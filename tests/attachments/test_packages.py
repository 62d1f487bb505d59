"""generator.attachments.packages, sheets, plain: macros, locks, bombs; tables of workbooks and of texts."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.model import AttachedTable

if TYPE_CHECKING:
    from tests.attachments.conftest import Inspect, Samples

_OVERRIDE = '<Override PartName="/x/{}" ContentType="application/{}"/>'


# --- macros and objects


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize(
    ("part", "types", "code"),
    [
        ("word/vbaProject.bin", "", "attachment-macro"),
        ("xl/VBAPROJECT.BIN", "", "attachment-macro"),
        ("xl/macrosheets/sheet1.xml", "", "attachment-macro"),
        ("x/p.bin", _OVERRIDE.format("p.bin", "vnd.ms-office.vbaProject"), "attachment-macro"),
        ("x/p.bin", _OVERRIDE.format("p.bin", "vnd.ms-excel.sheet.macroEnabled.main+xml"), "attachment-macro"),
        ("word/embeddings/oleObject1.bin", "", "attachment-active"),
        ("xl/activeX/activeX1.xml", "", "attachment-active"),
        ("x/o.dat", _OVERRIDE.format("o.dat", "vnd.openxmlformats-officedocument.oleObject"), "attachment-active"),
        ("xl/media/image1.png", "", ""),
        ("word/embeddings/a.png", "", ""),
        ("xl/printerSettings/printerSettings1.bin", "", ""),
    ],
)
def test_programs_in_office_files(  # noqa: PLR0917 -- a table
    inspected: Inspect, samples: type[Samples], kind: str, part: str, types: str, code: str
) -> None:
    plain = samples.docx(["ก"]) if kind == "docx" else samples.xlsx({"ก": [["ก"]]})

    assert inspected({f"a.{kind}": samples.repacked(plain, {part: b"x"}, types)}).codes == ([code] if code else [])


def test_programs_in_the_workbook_behind_a_chart(inspected: Inspect, samples: type[Samples]) -> None:
    inner = samples.repacked(samples.xlsx({"ก": [["ก"]]}), {"xl/vbaProject.bin": b"x"})

    assert inspected({"a.docx": samples.docx(["ก"], {"word/embeddings/a.xlsx": inner})}).codes == ["attachment-macro"]


@pytest.mark.parametrize(("stream", "code"), [("EncryptedPackage", "attachment-encrypted"), ("", "attachment-macro")])
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_old_containers(inspected: Inspect, samples: type[Samples], kind: str, stream: str, code: str) -> None:
    assert inspected({f"a.{kind}": samples.ole(stream)}).codes == [code]


@pytest.mark.parametrize("main", ["wordprocessingml.template.main", "presentationml.presentation.main"])
def test_other_office_files(inspected: Inspect, samples: type[Samples], main: str) -> None:
    assert inspected({"a.docx": samples.docx(["ก"], main=main)}).codes == ["attachment-content"]


# --- archives that are traps


def _entries(content: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(content)).infolist()


def test_bombs(inspected: Inspect, samples: type[Samples]) -> None:
    steep = samples.docx(["ก"], {"word/media/a.bmp": bytes(6_000_000)})
    many = samples.docx(["ก"], {f"word/media/{number}": b"" for number in range(5_001)})
    fine = samples.docx(["ก"], {"word/media/a.bmp": bytes(4_000_000)})

    found = inspected({"a.docx": steep, "b.docx": many, "c.docx": fine})

    assert [one.code for one in found.problems] == ["attachment-broken"] * 2
    assert [file.name for file in found.files] == ["c.docx"]


def test_too_much_in_all(inspected: Inspect, samples: type[Samples]) -> None:
    part = b"".join(number.to_bytes(4, "big") * 50 for number in range(500_000))

    assert len(part) == 100_000_000
    content = samples.docx(["ก"], {"word/a": part, "word/b": part})
    assert len(content) < 20_000_000
    assert inspected({"a.docx": content}).codes == ["attachment-broken"]


def test_an_archive_that_lies(inspected: Inspect, samples: type[Samples]) -> None:
    """It claims sizes that readers who trust it would not check."""
    content = samples.docx(["ก"], {"word/media/a.bmp": b"a" * 1000})
    entry = next(one for one in _entries(content) if one.filename.endswith("bmp"))
    size, crc = (1000).to_bytes(4, "little"), entry.CRC.to_bytes(4, "little")

    for old, new in ((size, (10).to_bytes(4, "little")), (size, (2000).to_bytes(4, "little")), (crc, b"abcd")):
        assert inspected({"a.docx": content.replace(old, new)}).codes == ["attachment-broken"]


def test_two_parts_of_one_name(inspected: Inspect, samples: type[Samples]) -> None:
    content = io.BytesIO(samples.docx(["ก"]))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("WORD/document.xml", samples.word("document", ""))

    assert inspected({"a.docx": content.getvalue()}).codes == ["attachment-broken"]


def test_a_locked_archive(inspected: Inspect, samples: type[Samples]) -> None:
    content = bytearray(samples.docx(["ก"]))
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1

    assert inspected({"a.docx": bytes(content)}).codes == ["attachment-encrypted"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack(inspected: Inspect, samples: type[Samples], method: int) -> None:
    content = io.BytesIO(samples.docx(["ก"]))
    with zipfile.ZipFile(content, "a", method) as archive:
        archive.writestr("word/a.xml", "<a/>")

    assert inspected({"a.docx": content.getvalue()}).codes == ["attachment-broken"]


@pytest.mark.parametrize(
    "part",
    [
        '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        "<a>",
        "",
        "<a>" * 1000 + "</a>" * 1000,
        "ก",
    ],
)
def test_parts_that_cannot_be_read(inspected: Inspect, samples: type[Samples], part: str) -> None:
    assert inspected({"a.docx": samples.docx(["ก"], {"word/header1.xml": part})}).codes == ["attachment-broken"]


def test_two_cells_far_apart_do_not_fill_the_memory(inspected: Inspect, samples: type[Samples]) -> None:
    far = samples.xlsx({"ก": [["ก"]]})
    with zipfile.ZipFile(io.BytesIO(far)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    cells = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    kept = {"xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", cells)}

    assert inspected({"a.xlsx": samples.repacked(far, kept)}).codes == ["attachment-broken"]


# --- workbooks


def test_tables_of_a_workbook(inspected: Inspect, samples: type[Samples]) -> None:
    rows: list[list[object]] = [["รายการ", "ปี", "งบ"], ["ถนน", 2568, 1250000.5], ["", "", ""], ["รวม", None, 0.1 + 0.2]]

    file = inspected({"a.xlsx": samples.xlsx({"แผน": rows, "ว่าง": [], "ซ่อน": [["ก"]]}, hidden=["ซ่อน"])}).file

    assert file.tables == (
        AttachedTable(
            "แผน",
            (("รายการ", "ปี", "งบ"), ("ถนน", "2568", "1250000.5"), ("", "", ""), ("รวม", "", "0.3")),
        ),
    )


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_table_begins_where_it_says_something(inspected: Inspect, samples: type[Samples], kind: str) -> None:
    cells = [["", "", ""], ["", "ปี", ""], ["", "", ""], ["", "2568", "1"], ["", "", ""]]
    content = samples.xlsx({"ก": cells}) if kind == "xlsx" else samples.csv("\n".join(",".join(row) for row in cells))

    (table,) = inspected({f"a.{kind}": content}).file.tables

    assert table.rows == (("ปี", ""), ("", ""), ("2568", "1"))
    assert not table.cut


def test_cells_turn_no_reading_direction(inspected: Inspect, samples: type[Samples]) -> None:
    text = "ก\u202eข\u2066ค,\x0cง\x0b\x85\ufeff\n1,2\n"

    assert inspected({"a.csv": samples.csv(text)}).file.tables[0].rows[0] == ("ก ข ค", " ง   ")


def test_values_of_cells(inspected: Inspect, samples: type[Samples]) -> None:
    row: list[object] = [
        2568.0,
        -3,
        True,
        False,
        datetime.date(2025, 9, 30),
        datetime.date(2568, 9, 30),
        1e20,
        "  ก\nข ",
    ]
    row += [datetime.datetime(2025, 9, 30, 8, 30)]  # noqa: DTZ001 -- spreadsheets know no zones

    file = inspected({"a.xlsx": samples.xlsx({"ก": [row]})}).file

    assert file.tables[0].rows == (
        ("2568", "-3", "TRUE", "FALSE", "30 กันยายน 2568", "30 กันยายน 2568", "1e+20", "ก\nข", "30 กันยายน 2568 08:30 น."),
    )


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("rows", "columns", "cut"),
    [(200, 20, False), (201, 20, True), (200, 21, True), (1, 1, False)],
)
def test_large_tables_are_cut(
    inspected: Inspect, samples: type[Samples], kind: str, rows: int, columns: int, *, cut: bool
) -> None:
    cells = [[f"{row}ก{column}" for column in range(columns)] for row in range(rows)]
    content = samples.xlsx({"ก": cells}) if kind == "xlsx" else samples.csv("\n".join(",".join(row) for row in cells))

    (table,) = inspected({f"a.{kind}": content}).file.tables

    assert (len(table.rows), len(table.rows[-1]), table.cut) == (min(rows, 200), min(columns, 20), cut)


def test_personal_numbers_beyond_the_cut_are_found(inspected: Inspect, samples: type[Samples]) -> None:
    rows = [["ก"]] * 300 + [[""] * 30 + ["1103702071226"]]

    found = inspected({"a.xlsx": samples.xlsx({"ก": rows})})

    assert [one.details["where"] for one in found.problems] == ["ชีต ก เซลล์ AE301"]


def test_a_workbook_without_sheets_is_broken(inspected: Inspect, samples: type[Samples]) -> None:
    content = samples.repacked(samples.xlsx({"ก": [["ก"]]}), {"xl/workbook.xml": "<a"})

    assert inspected({"a.xlsx": content}).codes == ["attachment-broken"]


# --- CSV


@pytest.mark.parametrize(
    "text",
    [
        "ชื่อ,งบ\nถนน,100\n",
        "\ufeffชื่อ,งบ\r\nถนน,100\r\n",
        "ชื่อ;งบ\nถนน;100",
        "ชื่อ\tงบ\nถนน\t100\n",
        '"ชื่อ","งบ"\n"ถนน","100"\n\n\n',
    ],
)
def test_tables_of_text(inspected: Inspect, samples: type[Samples], text: str) -> None:
    file = inspected({"a.csv": samples.csv(text)}).file

    assert file.tables == (AttachedTable("", (("ชื่อ", "งบ"), ("ถนน", "100"))),)


def test_ragged_rows_and_quoted_lines(inspected: Inspect, samples: type[Samples]) -> None:
    file = inspected({"a.csv": samples.csv('ก,"ข\nค; ง",\n1\n')}).file

    assert file.tables[0].rows == (("ก", "ข\nค; ง"), ("1", ""))


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("ชื่อ,ก\nถนน,1\n".encode("cp874"), "file-encoding", 1),
        ("a,b\nถนน,1\n".encode("cp874"), "file-encoding", 2),
        ("ชื่อ,ก\n".encode("utf-16"), "file-utf16", 1),
        (b"a,b\n\x00\x01", "attachment-content", 1),
        (b"\xff\x00\x80", "attachment-content", 1),
        (b"<html><body>", "attachment-content", 1),
        (b"  <?xml version='1.0'?>", "attachment-content", 1),
        (b"\n \n", "attachment-empty", 1),
        (b"\xef\xbb\xbf", "attachment-empty", 1),
        (b'a,b\nc,"d\ne\n', "attachment-broken", 3),
        (b'a,"b"c\n', "attachment-broken", 1),
    ],
)
def test_texts_that_are_no_tables(inspected: Inspect, content: bytes, code: str, line: int) -> None:
    found = inspected({"a.csv": content})

    assert [(one.code, one.source.line) for one in found.problems] == [(code, line)]
