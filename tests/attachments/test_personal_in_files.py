"""Personal numbers in every writing, in every kind of file that holds text; no message ever says one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
import vl_convert

from generator.problems import Problem

if TYPE_CHECKING:
    from tests.attachments.conftest import Inspect, Samples

NUMBER = "1103702071226"
GROUPS = ("1", "1037", "02071", "22", "6")
MOBILE = "081-234-5678"
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

WRITINGS = {
    "plain": NUMBER,
    "dashes": "-".join(GROUPS),
    "spaces": " ".join(GROUPS),
    "thai digits": NUMBER.translate(THAI),
    "no-break spaces": "\u00a0".join(GROUPS),
    "en dashes": "\u2013".join(GROUPS),
    "line break": "1-1037-\n02071-22-6",
    "zero-width spaces": "1103\u200b70207\u200b1226",
    "full width": NUMBER.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "dots": ".".join(GROUPS),
    "boxes": " ".join(NUMBER),
    "cells": "\t".join(GROUPS),
    "bars": f"|{'|'.join(NUMBER)}|",
}


def _csv(samples: type[Samples], text: str) -> bytes:
    cells = "\t".join(f'"{cell}"' for cell in ("ก", *text.split("\t"), "ข"))
    return samples.csv(f"ลำดับ\tชื่อ\tเลข\n{cells}\n")


def _xlsx(samples: type[Samples], text: str) -> bytes:
    return samples.xlsx({"รายชื่อ": [["ลำดับ", "เลข"], ["ก", *text.split("\t"), "ข"]]})


def _docx(samples: type[Samples], text: str) -> bytes:
    return samples.docx(["รายชื่อ", f"นายสมชาย {text} ผู้เสนอราคา"])


def _pdf(samples: type[Samples], text: str) -> bytes:
    return samples.pdf(["รายชื่อ", f"นายสมชาย\n{text}\nผู้เสนอราคา"])


MAKERS: dict[str, tuple[Callable[[type[Samples], str], bytes], str, int]] = {
    "csv": (_csv, "บรรทัดที่ 2 ช่องที่ 2", 2),
    "xlsx": (_xlsx, "ชีต รายชื่อ เซลล์ B2", 1),
    "docx": (_docx, "เนื้อความ ย่อหน้าที่ 2", 1),
    "pdf": (_pdf, "หน้า 2", 1),
}


def _silent(problem: Problem) -> bool:
    """Whether nothing in a Problem tells a number."""
    said = re.sub("[^0-9]", "", repr(problem).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")))
    return "1037" not in said and "2071" not in said and "234" not in said and "5678" not in said


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("kind", MAKERS)
def test_every_writing_in_every_kind(inspected: Inspect, samples: type[Samples], kind: str, writing: str) -> None:
    make, where, line = MAKERS[kind]

    found = inspected({f"a.{kind}": make(samples, WRITINGS[writing])})

    assert [(one.code, one.details["where"], one.source.line) for one in found.problems] == [
        ("personal-id", where, line)
    ]
    assert not found.files
    assert all(_silent(problem) for problem in found.problems)


@pytest.mark.parametrize("kind", MAKERS)
def test_mobile_numbers_and_what_a_spreadsheet_leaves(inspected: Inspect, samples: type[Samples], kind: str) -> None:
    make, where, _ = MAKERS[kind]

    found = inspected({f"a.{kind}": make(samples, MOBILE), f"b.{kind}": make(samples, "1.10370E+12")})

    assert [(one.code, one.details["where"]) for one in found.problems] == [("personal-mobile", where)]
    assert [(one.code, one.details["where"]) for one in found.notices] == [("excel-number", where)]
    assert [file.name for file in found.files] == [f"b.{kind}"]
    assert all(_silent(problem) for problem in found.problems)


@pytest.mark.parametrize("kind", MAKERS)
def test_offices_and_money_are_no_persons(inspected: Inspect, samples: type[Samples], kind: str) -> None:
    make, _, _ = MAKERS[kind]
    text = "โทร. 073-202200 เลขประจำตัวผู้เสียภาษี 0994000165421 สัญญา 680912345678 งบ 1,103,702,071,226.00 บาท"

    found = inspected({f"a.{kind}": make(samples, text)})

    assert not found.codes
    assert found.file.name == f"a.{kind}"


def test_a_number_that_is_one_for_the_spreadsheet_too(inspected: Inspect, samples: type[Samples]) -> None:
    found = inspected({"a.xlsx": samples.xlsx({"ก": [["เลข"], [int(NUMBER)]]})})

    assert [one.details["where"] for one in found.problems] == ["ชีต ก เซลล์ A2"]


def test_digits_in_cells_side_by_side(inspected: Inspect, samples: type[Samples]) -> None:
    rows = [["ชื่อ", *NUMBER, ""], ["", "", *map(int, NUMBER), "ก"]]
    cells = samples.csv("\n".join(",".join(map(str, row)) for row in rows))

    found = inspected({"a.xlsx": samples.xlsx({"ก": rows}), "b.csv": cells})

    assert [one.details["where"] for one in found.problems] == [
        "ชีต ก เซลล์ B1",
        "ชีต ก เซลล์ C2",
        "บรรทัดที่ 1 ช่องที่ 2",
        "บรรทัดที่ 2 ช่องที่ 3",
    ]


def test_numbers_in_two_rows_are_two_numbers(inspected: Inspect, samples: type[Samples]) -> None:
    rows = [["ก", "1-1037-"], ["02071-22-6", "1 1037"], ["02071 22 6"]]
    cells = samples.csv("\n".join(",".join(row) for row in rows))

    assert not inspected({"a.xlsx": samples.xlsx({"ก": rows}), "b.csv": cells}).codes


def test_hidden_sheets_and_comments(inspected: Inspect, samples: type[Samples]) -> None:
    sheets = {"แสดง": [["ก"]], "ซ่อน": [[NUMBER]]}

    found = inspected(
        {"a.xlsx": samples.xlsx(sheets, hidden=["ซ่อน"]), "b.xlsx": samples.xlsx({"ก": [["ก"]]}, note=NUMBER)}
    )

    assert [one.details["where"] for one in found.problems] == ["ชีตที่ซ่อนไว้ ซ่อน เซลล์ A1", "ข้อคิดเห็นในเซลล์"]


@pytest.mark.parametrize(
    ("part", "inner", "where"),
    [
        ("word/header1.xml", "<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "หัวกระดาษ"),
        ("word/footer1.xml", "<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "ท้ายกระดาษ"),
        ("word/footnotes.xml", "<w:footnote><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>", "เชิงอรรถ"),
        ("word/endnotes.xml", "<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "อ้างอิงท้ายเรื่อง"),
        (
            "word/comments.xml",
            "<w:p>\n <w:r><w:t>1103702</w:t></w:r>\n <w:r><w:t>071226</w:t></w:r>\n</w:p>",
            "ข้อคิดเห็น",
        ),
        ("docProps/core.xml", "<w:creator>{}</w:creator>", "คุณสมบัติของแฟ้ม"),
        ("customXml/item1.xml", "<w:x>{}</w:x>", "ส่วน customXml/item1.xml"),
        (
            "word/glossary/document.xml",
            "<w:p><w:r><w:delText>{}</w:delText></w:r></w:p>",
            "ส่วน word/glossary/document.xml",
        ),
    ],
)
def test_other_parts_of_a_document(
    inspected: Inspect, samples: type[Samples], part: str, inner: str, where: str
) -> None:
    found = inspected({"a.docx": samples.docx(["ก"], {part: samples.word("x", inner.format(NUMBER))})})

    assert [one.details["where"] for one in found.problems] == [where]


def test_tables_of_a_document(inspected: Inspect, samples: type[Samples]) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{group}</w:t></w:r></w:p></w:tc>" for group in ("ก", *GROUPS))

    found = inspected({"a.docx": samples.docx(["ก"], body=f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")})

    assert found.codes == ["personal-id"]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/pivotCache/pivotCacheRecords1.xml", f'<x><r><s v="{NUMBER}"/></r></x>'),
        ("xl/externalLinks/externalLink1.xml", f"<x><cell><v>{NUMBER}</v></cell></x>"),
        ("xl/drawings/drawing1.xml", f'<x xmlns:a="a"><a:p><a:r><a:t>{NUMBER}</a:t></a:r></a:p></x>'),
        ("xl/drawings/_rels/a.rels", f'<x><Relationship Target="tel:{NUMBER}"/></x>'),
    ],
)
def test_what_a_workbook_keeps_out_of_sight(
    inspected: Inspect, samples: type[Samples], part: str, content: str
) -> None:
    workbook = samples.repacked(samples.xlsx({"ก": [["ก"]]}), {part: content})

    assert inspected({"a.xlsx": workbook}).codes == ["personal-id"]


def test_the_workbook_behind_a_chart(inspected: Inspect, samples: type[Samples]) -> None:
    inner = samples.xlsx({"Sheet1": [["ก", NUMBER]]})

    found = inspected({"a.docx": samples.docx(["ก"], {"word/embeddings/Microsoft_Excel_Sheet.xlsx": inner})})

    assert [one.details["where"] for one in found.problems] == ["ตารางที่ฝังไว้กับแผนภูมิ (Microsoft_Excel_Sheet.xlsx)"]


@pytest.mark.parametrize(
    ("page", "objects", "where"),
    [
        ("/Annots[10 0 R]", [f"<</Type/Annot/Subtype/Text/Rect[0 0 1 1]/Contents({NUMBER})>>"], "หน้า 1"),
        ("/Annots[10 0 R]", [f"<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 1 1]/V({NUMBER})>>"], "หน้า 1"),
    ],
)
def test_notes_and_fields_of_a_pdf(
    inspected: Inspect, samples: type[Samples], page: str, objects: list[str], where: str
) -> None:
    found = inspected({"a.pdf": samples.pdf(["ก"], page=page, objects=objects)})

    assert [one.details["where"] for one in found.problems] == [where]


def test_the_properties_of_a_pdf(inspected: Inspect, samples: type[Samples]) -> None:
    content = samples.pdf(["ก"], objects=[f"<</Title({NUMBER})>>"]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 10 0 R")

    assert [one.details["where"] for one in inspected({"a.pdf": content}).problems] == ["คุณสมบัติของแฟ้ม"]


def test_a_pdf_of_the_chart_engine(inspected: Inspect) -> None:
    """Made by a program that we did not write, with a Thai font in it."""

    def drawn(text: str) -> bytes:
        mark = {"type": "text", "text": text, "fontSize": 20, "font": "Loma"}
        spec = {"width": 400, "data": {"values": [{}]}, "mark": mark}
        return bytes(vl_convert.vegalite_to_pdf(spec))

    found = inspected({"a.pdf": drawn(f"ผู้เสนอราคา {WRITINGS['dashes']}"), "b.pdf": drawn("ผู้เสนอราคา 2568")})

    assert [(one.code, one.source.file[-5:]) for one in found.problems] == [("personal-id", "a.pdf")]
    assert not found.file.scanned


def test_the_name_of_a_file(inspected: Inspect, samples: type[Samples]) -> None:
    found = inspected({f"บัตร-{NUMBER}.png": samples.png(), "โทร ๐๘๑-๒๓๔-๕๖๗๘.png": samples.png()})

    assert [(one.code, one.details["where"]) for one in found.problems] == [
        ("personal-id", "ชื่อแฟ้ม"),
        ("personal-mobile", "ชื่อแฟ้ม"),
    ]
    assert all(_silent(problem) for problem in found.problems)
    assert found.problems[0].source.file.endswith("/บัตร-xxxxxxxxxxxxx.png")


def test_text_in_another_encoding_is_shown_without_digits(inspected: Inspect) -> None:
    found = inspected({"a.csv": f"ชื่อ,เลข\nสมชาย,{NUMBER}\n".encode("cp874")})

    assert [(one.code, one.source.line, one.found) for one in found.problems] == [("file-encoding", 1, "ชื่อ,เลข")]
    found = inspected({"a.csv": f"a\nสมชาย,{NUMBER}\n".encode("cp874")})
    assert [(one.source.line, one.found) for one in found.problems] == [(2, "สมชาย,xxxxxxxxxxxxx")]


def test_a_list_of_many_persons_is_one_mistake(inspected: Inspect, samples: type[Samples]) -> None:
    found = inspected({"a.csv": samples.csv("ก\n" + f"{NUMBER}\n" * 1000)})

    assert len(found.problems) == 20


def test_the_name_of_a_sheet_is_looked_at(inspected: Inspect, samples: type[Samples]) -> None:
    workbook = samples.repacked(samples.xlsx({NUMBER: [[NUMBER]]}), {"docProps/app.xml": "<Properties/>"})

    found = inspected({"a.xlsx": workbook})

    assert [one.code for one in found.problems] == ["personal-id", "personal-id"]
    assert sorted(one.details["where"] for one in found.problems) == ["ชีต xxxxxxxxxxxxx เซลล์ A1", "ชื่อชีต"]
