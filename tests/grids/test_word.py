"""Tables of Word documents: what Word lets people make, read cell by cell."""

import io
import re
import zipfile

import docx
import pytest
from docx.table import Table

from generator.grids import Kind, Read, read_grids
from generator.problems import Source

NAME = "มาตรการ.docx"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def packed(body: str, *, numbering: str = "", styles: str = "", types: str = "") -> bytes:
    """A document with this body, and nothing else that a document has."""
    content = io.BytesIO()
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("numbering", "numbering"), ("styles", "styles"))
    )
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types or overrides}</Types>',
        )
        for name, root, part in (
            ("document", "document", f"<w:body>{body}</w:body>"),
            ("numbering", "numbering", numbering),
            ("styles", "styles", styles),
        ):
            archive.writestr(f"word/{name}.xml", f'<w:{root} xmlns:w="{_W}" xmlns:mc="mc">{part}</w:{root}>')
    return content.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if '<' in inner else p(inner)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def texts(read: Read, number: int = 0) -> list[list[str]]:
    assert read.problems == ()
    return [[cell.text for cell in row] for row in read.grids[number].rows]


def inherited(read: Read, number: int = 0) -> list[list[bool]]:
    return [[cell.inherited for cell in row] for row in read.grids[number].rows]


def told(read: Read) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.source), one.found) for one in (*read.problems, *read.notices)]


def made(rows: list[list[str]]) -> tuple[docx.document.Document, Table]:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, line in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    return document, table


def saved(document: docx.document.Document) -> Read:
    content = io.BytesIO()
    document.save(content)
    return read_grids(content.getvalue(), NAME)


def test_tables_in_their_order_with_places() -> None:
    document, _ = made([["ลำดับ", "ชื่อ"], ["1", "ก\nข"]])
    document.add_paragraph("ระหว่างตาราง")
    document.add_table(1, 1).cell(0, 0).text = "ค"
    read = saved(document)

    assert [grid.name for grid in read.grids] == ["ตารางที่ 1", "ตารางที่ 2"]
    assert texts(read) == [["ลำดับ", "ชื่อ"], ["1", "ก\nข"]]
    assert texts(read, 1) == [["ค"]]
    assert read.grids[0].rows[1][1].source == Source(NAME, 2, 2, "ตารางที่ 1")
    assert read.grids[0].rows[1][1].kind is Kind.TEXT
    assert told(read) == []


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    document, table = made([["๑. ก"]])
    table.cell(0, 0).add_paragraph("๒. ข")
    table.cell(0, 0).add_paragraph("")

    assert texts(saved(document)) == [["๑. ก\n๒. ข"]]


def test_merged_cells_inherit_the_first() -> None:
    document, table = made([["หัว", "", "ค"], ["ก", "ข", ""], ["ง", "จ", ""]])
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 2).merge(table.cell(2, 2))
    read = saved(document)

    assert texts(read) == [["หัว", "หัว", "ค"], ["ก", "ข", "ค"], ["ง", "จ", "ค"]]
    assert inherited(read) == [[False, True, False], [False, False, True], [False, False, True]]


def test_cells_merged_both_ways() -> None:
    document, table = made([["ก", "", "ข"], ["", "", "ค"]])
    table.cell(0, 0).merge(table.cell(1, 1))
    read = saved(document)

    assert texts(read) == [["ก", "ก", "ข"], ["ก", "ก", "ค"]]
    assert inherited(read) == [[False, True, False], [True, True, False]]


def test_a_table_in_a_cell_is_a_grid_of_its_own() -> None:
    document, table = made([["นอก"], ["อื่น"]])
    table.cell(0, 0).add_table(1, 1).cell(0, 0).text = "ใน"
    document.add_table(1, 1).cell(0, 0).text = "หลัง"
    read = saved(document)

    assert [texts(read, number) for number in range(3)] == [[["นอก"], ["อื่น"]], [["ใน"]], [["หลัง"]]]
    assert read.grids[1].rows[0][0].source == Source(NAME, 1, 1, "ตารางที่ 2")


DELETED = "<w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (tbl(tr(tc("ก"), tc("ข")), tr(tc("ค"))), [["ก", "ข"], ["ค", ""]]),
        (tbl(tr(tc("ก"), tc("ข")), tr(tc("ค"), properties='<w:gridBefore w:val="1"/>')), [["ก", "ข"], ["", "ค"]]),
        (tbl(tr(tc("ก", '<w:gridSpan w:val="2"/>'), tc("ข"))), [["ก", "ก", "ข"]]),
        (tbl(tr(tc("ก", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("ข"))), [["ก", "ก", "ข"]]),
        (tbl(tr(tc("ก", "<w:vMerge/>")), tr(tc("ข", "<w:vMerge/>"))), [["ก"], ["ก"]]),
        (tbl(tr(tc("ก", '<w:vMerge w:val="restart"/>')), tr(tc("", '<w:vMerge w:val="continue"/>'))), [["ก"], ["ก"]]),
        (tbl(tr(tc("ก", '<w:gridSpan w:val="0"/>'), tc("ข", '<w:gridSpan w:val="x"/>'))), [["ก", "ข"]]),
        (tbl(tr(f"<w:sdt><w:sdtContent>{tc('ก')}</w:sdtContent></w:sdt>", tc("ข"))), [["ก", "ข"]]),
        (f"<w:sdt><w:sdtContent>{tbl(tr(tc('ก')))}</w:sdtContent></w:sdt>", [["ก"]]),
        (tbl(f"<w:sdt><w:sdtContent>{tr(tc('ก'))}</w:sdtContent></w:sdt>"), [["ก"]]),
        (tbl(tr(tc(f"<w:sdt><w:sdtContent>{p('ก')}</w:sdtContent></w:sdt>"))), [["ก"]]),
        (tbl(tr(tc("<w:p><w:sdt><w:sdtContent><w:r><w:t>ก</w:t></w:r></w:sdtContent></w:sdt></w:p>"))), [["ก"]]),
        (tbl(tr(tc("<w:p><w:hyperlink><w:r><w:t>ก</w:t></w:r></w:hyperlink></w:p>"))), [["ก"]]),
        (tbl(tr(tc("<w:p><w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:tab/><w:t>ค</w:t></w:r></w:p>"))), [["ก\nข ค"]]),
        (tbl(tr(tc("<w:p><w:r><w:t>073</w:t><w:noBreakHyphen/><w:t>202</w:t></w:r></w:p>"))), [["073-202"]]),
        (tbl(tr(tc("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r><w:r><w:t>ก</w:t></w:r></w:p>"))), [["ก"]]),
        (tbl(tr(tc('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>ก</w:t></w:r></w:p>'))), [["ก"]]),
        (tbl(tr(tc("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r></w:p>"))), [["1"]]),
        (tbl(tr(tc("ก\u00a0ข"), tc("สํานัก"))), [["ก ข", "สำนัก"]]),
        (
            (
                f"<mc:AlternateContent><mc:Choice>{tbl(tr(tc('ก')))}</mc:Choice>"
                f"<mc:Fallback>{tbl(tr(tc('ซ้ำ')))}</mc:Fallback></mc:AlternateContent>"
            ),
            [["ก"]],
        ),
        (
            tbl(tr(tc(f"<w:p><w:r><w:drawing><w:txbxContent>{p('กล่อง')}</w:txbxContent></w:drawing><w:t>ก</w:t></w:r></w:p>"))),
            [["ก"]],
        ),
    ],
)  # fmt: skip
def test_what_word_writes(body: str, wanted: list[list[str]]) -> None:
    read = read_grids(packed(body), NAME)

    assert (len(read.grids), texts(read), told(read)) == (1, wanted, [])


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (f"<w:p>{DELETED}<w:r><w:t>ก</w:t></w:r></w:p>", "ก"),
        ("<w:p><w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins></w:p>", "เพิ่ม"),
        ("<w:p><w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom><w:r><w:t>ก</w:t></w:r></w:p>", "ก"),
        ("<w:p><w:moveTo><w:r><w:t>ย้าย</w:t></w:r></w:moveTo></w:p>", "ย้าย"),
    ],
)
def test_changes_that_nobody_accepted_are_told(paragraph: str, text: str) -> None:
    read = read_grids(packed(tbl(tr(tc("ก")), tr(tc(paragraph)), tr(tc(paragraph)))), NAME)

    assert texts(read) == [["ก"], [text], [text]]
    assert told(read) == [("grid-revisions", f"{NAME} › ตารางที่ 1 › A2", text)]


def test_a_deleted_row_is_not_read() -> None:
    assert texts(read_grids(packed(tbl(tr(tc("ก")), tr(tc("ข"), properties="<w:del/>"))), NAME)) == [["ก"]]


# --- automatic numbers


def level(kind: str, text: str, number: int = 0, start: int = 1) -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{inner}</w:lvl>'


def lists(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'


def item(text: str, number: int = 1, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("decimal", "%1.", ["1. ก", "2. ข", "3. ค"]),
        ("decimal", "(%1)", ["(1) ก", "(2) ข", "(3) ค"]),
        ("decimalZero", "%1", ["01 ก", "02 ข", "03 ค"]),
        ("thaiNumbers", "%1.", ["๑. ก", "๒. ข", "๓. ค"]),
        ("thaiLetters", "%1)", ["ก) ก", "ข) ข", "ค) ค"]),
        ("lowerLetter", "%1.", ["a. ก", "b. ข", "c. ค"]),
        ("upperRoman", "%1.", ["I. ก", "II. ข", "III. ค"]),
        ("bullet", "\uf0b7", ["- ก", "- ข", "- ค"]),
        ("none", "", ["ก", "ข", "ค"]),
    ],
)
def test_numbers_that_stand_in_no_text(kind: str, text: str, wanted: list[str]) -> None:
    body = tbl(tr(tc(item("ก") + item("ข"))), tr(tc(item("ค"))))
    read = read_grids(packed(body, numbering=lists(level(kind, text))), NAME)

    assert texts(read) == [["\n".join(wanted[:2])], [wanted[2]]]
    assert told(read) == []


@pytest.mark.parametrize(("start", "label"), [(24, "z"), (25, "aa"), (52, "bbb")])
def test_letters_are_doubled_after_the_last(start: int, label: str) -> None:
    numbering = lists(level("lowerLetter", "%1", start=start))
    body = tbl(tr(tc(item("ก") + item("ข") + item("ค"))))

    assert texts(read_grids(packed(body, numbering=numbering), NAME))[0][0].split("\n")[2] == f"{label} ค"


@pytest.mark.parametrize(("start", "label"), [(2, "iv"), (7, "ix"), (38, "xl"), (1987, "mcmlxxxix")])
def test_roman_numbers(start: int, label: str) -> None:
    numbering = lists(level("lowerRoman", "%1", start=start))
    body = tbl(tr(tc(item("ก") + item("ข") + item("ค"))))

    assert texts(read_grids(packed(body, numbering=numbering), NAME))[0][0].split("\n")[2] == f"{label} ค"


def test_deeper_levels_begin_anew() -> None:
    numbering = lists(level("thaiNumbers", "%1."), level("thaiNumbers", "%1.%2", 1))
    body = tbl(tr(tc(item("ก") + item("ก๑", depth=1) + item("ก๒", depth=1) + item("ข") + item("ข๑", depth=1))))

    assert texts(read_grids(packed(body, numbering=numbering), NAME)) == [["๑. ก\n๑.๑ ก๑\n๑.๒ ก๒\n๒. ข\n๒.๑ ข๑"]]


def test_numbers_count_through_the_document_until_a_list_begins_anew() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("นอกตาราง") + tbl(
        tr(tc(item("ก"))), tr(tc(item("ข", 2))), tr(tc(item("ค", 3))), tr(tc(item("ง", 3))), tr(tc(p("ไม่มีเลข")))
    )
    read = read_grids(packed(body, numbering=lists(level("decimal", "%1."), numbers=numbers)), NAME)

    assert texts(read) == [["2. ก"], ["3. ข"], ["1. ค"], ["2. ง"], ["ไม่มีเลข"]]


def test_a_number_alone_in_its_cell() -> None:
    body = tbl(tr(tc(item("")), tc("ก")), tr(tc(item("")), tc("ข")))

    assert texts(read_grids(packed(body, numbering=lists(level("decimal", "%1"))), NAME)) == [["1", "ก"], ["2", "ข"]]


def test_numbers_of_a_style() -> None:
    styles = (
        '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="M"><w:basedOn w:val="L"/></w:style>'
        '<w:style w:styleId="N"><w:basedOn w:val="N"/></w:style>'
    )
    body = tbl(
        tr(tc("".join(p(text, f'<w:pStyle w:val="{style}"/>') for text, style in zip("กขค", "LMN", strict=True))))
    )
    off = tbl(tr(tc(p("ก", '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'))))
    numbering = lists(level("thaiNumbers", "%1."))

    assert texts(read_grids(packed(body, numbering=numbering, styles=styles), NAME)) == [["๑. ก\n๒. ข\nค"]]
    assert texts(read_grids(packed(off, numbering=numbering, styles=styles), NAME)) == [["ก"]]


def test_the_level_of_a_style_is_the_one_that_names_it() -> None:
    named = level("thaiLetters", "%2)", 1).replace("<w:start", '<w:pStyle w:val="L"/><w:start')
    styles = '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = tbl(tr(tc(p("x", '<w:pStyle w:val="L"/>'))))

    assert texts(read_grids(packed(body, numbering=lists(level("decimal", "%1."), named), styles=styles), NAME)) == [
        ["ก) x"]
    ]


def test_numbers_that_we_cannot_write_are_told() -> None:
    body = tbl(tr(tc(item("ก"))), tr(tc(item("ข"))))
    read = read_grids(packed(body, numbering=lists(level("thaiCounting", "%1."))), NAME)

    assert texts(read) == [["ก"], ["ข"]]
    assert told(read) == [
        ("grid-numbering", f"{NAME} › ตารางที่ 1 › A1", "ก"),
        ("grid-numbering", f"{NAME} › ตารางที่ 1 › A2", "ข"),
    ]


def test_a_list_that_is_nowhere_has_no_numbers() -> None:
    assert texts(read_grids(packed(tbl(tr(tc(item("ก", 7))))), NAME)) == [["ก"]]


def test_lists_of_the_library_for_making_documents() -> None:
    document, table = made([["ก"]])
    table.cell(0, 0).paragraphs[0].style = "List Number"
    table.cell(0, 0).add_paragraph("ข", style="List Number")
    table.cell(0, 0).add_paragraph("ค", style="List Bullet")

    assert texts(saved(document)) == [["1. ก\n2. ข\n- ค"]]


# --- refused


MAIN = f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed(tbl(tr(tc("ก"))), types=MAIN), None),
        (packed(tbl(tr(tc("ก"))), types=MAIN.replace("/word/document", "/word/other")), "grid-broken"),
        (packed(p("ไม่มีตาราง")), "grid-no-table"),
        (packed(tbl(tr(tc("")))), "grid-empty"),
        (packed(tbl()), "grid-empty"),
        (packed("<w:p>"), "grid-broken"),
        (packed(tbl(tr(tc("ก"))), numbering="<w:num>"), "grid-broken"),
        (packed("<w:tbl>" + "<w:tr/>" * 20_001 + "</w:tbl>"), "grid-rows"),
        (packed(tbl(tr(tc("ก")), *["<w:tr/>"] * 19_999)), None),
        (packed("<w:sdt>" * 300 + "</w:sdt>" * 300), "grid-broken"),
        (packed(tbl(tr(tc("ก" * 32_768)))), "grid-long"),
    ],
)
def test_refused(content: bytes, code: str | None) -> None:
    read = read_grids(content, NAME)

    assert [one.code for one in read.problems] == ([code] if code else [])
    assert bool(read.grids) == (code is None)


def test_a_document_that_lost_its_picture_is_read() -> None:
    """Word itself leaves such references behind."""
    document, _ = made([["ก"]])
    content = io.BytesIO()
    document.save(content)
    broken = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/_rels/document.xml.rels":
                part = re.sub(
                    b"</Relationships>",
                    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
                    b' Target="NULL"/></Relationships>',
                    part,
                )
            new.writestr(name, part)

    assert texts(read_grids(broken.getvalue(), NAME)) == [["ก"]]
    with pytest.raises(KeyError):
        docx.Document(broken)
