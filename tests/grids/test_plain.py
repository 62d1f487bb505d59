"""Tables of text, in whichever encoding and with whatever between the cells: the exact outcome of each odd one."""

import codecs

import pytest

from generator.grids import Kind, Read, read_grids
from generator.problems import Source

NAME = "คะแนน.csv"


def rows(read: Read) -> list[list[str]]:
    assert read.problems == ()
    (grid,) = read.grids
    assert (grid.name, grid.hidden) == ("", False)
    return [[cell.text for cell in row] for row in grid.rows]


def told(read: Read) -> list[tuple[str, int, int, str]]:
    return [(one.code, one.source.line, one.source.column, one.found) for one in (*read.problems, *read.notices)]


TABLE = [["ลำดับ", "ชื่อ"], ["1", "ก"]]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("ลำดับ,ชื่อ\n1,ก\n".encode(), TABLE),
        ("ลำดับ,ชื่อ\n1,ก".encode(), TABLE),
        ("ลำดับ,ชื่อ\r\n1,ก\r\n".encode(), TABLE),
        ("ลำดับ,ชื่อ\r1,ก\r".encode(), TABLE),
        (codecs.BOM_UTF8 + "ลำดับ,ชื่อ\n1,ก\n".encode(), TABLE),
        ("ลำดับ,ชื่อ\n1,ก\n".encode("utf-16"), TABLE),
        (codecs.BOM_UTF16_BE + "ลำดับ,ชื่อ\n1,ก\n".encode("utf-16-be"), TABLE),
        (codecs.BOM_UTF16_LE + "ลำดับ\tชื่อ\r\n1\tก\r\n".encode("utf-16-le"), TABLE),
        ("ลำดับ;ชื่อ\n1;ก\n".encode(), TABLE),
        ("ลำดับ\tชื่อ\n1\tก\n".encode(), TABLE),
        ("sep=;\nลำดับ;ชื่อ\n1;ก\n".encode(), TABLE),
        ("sep=,\r\nลำดับ,ชื่อ\r\n1,ก\r\n".encode(), TABLE),
        ('"ลำดับ","ชื่อ"\n"1","ก"\n'.encode(), TABLE),
        ('"ลำดับ", "ชื่อ"\n"1", "ก"\n'.encode(), TABLE),
        ("ลำดับ , ชื่อ \n 1 ,\tก\n".encode(), TABLE),
        # what separates is what all lines have
        ("ชื่อ;คะแนน\nก;88,53\nข;90,10\n".encode(), [["ชื่อ", "คะแนน"], ["ก", "88,53"], ["ข", "90,10"]]),
        ("ชื่อ\tที่\nก\tหนึ่ง, สอง\nข\tสาม, สี่, ห้า\n".encode(), [["ชื่อ", "ที่"], ["ก", "หนึ่ง, สอง"], ["ข", "สาม, สี่, ห้า"]]),
        ("ชื่อ,หมายเหตุ\nก,หนึ่ง; สอง\nข,สาม\n".encode(), [["ชื่อ", "หมายเหตุ"], ["ก", "หนึ่ง; สอง"], ["ข", "สาม"]]),
        ("ผลการ; 2568\n\nลำดับ,ชื่อ\n1,ก\n2,ข\n".encode(), [["ผลการ; 2568", ""], ["", ""], *TABLE, ["2", "ข"]]),
        ("คอลัมน์เดียว\nก\n".encode(), [["คอลัมน์เดียว"], ["ก"]]),
        # quotation marks
        ('ก,"ข,ค"\n1,2\n'.encode(), [["ก", "ข,ค"], ["1", "2"]]),
        ('ก,"ข\nค"\n1,2\n'.encode(), [["ก", "ข\nค"], ["1", "2"]]),
        ('ก,"ข\r\nค"\r\n1,2\r\n'.encode(), [["ก", "ข\nค"], ["1", "2"]]),
        ('ก,"ข\rค"\n1,2\n'.encode(), [["ก", "ข\nค"], ["1", "2"]]),
        ('ก,"คำว่า ""ดี"""\n1,2\n'.encode(), [["ก", 'คำว่า "ดี"'], ["1", "2"]]),
        ('ก,"ดี" มาก\n1,2\n'.encode(), [["ก", '"ดี" มาก'], ["1", "2"]]),
        ('ก,คำว่า "ดี"\n1,2\n'.encode(), [["ก", 'คำว่า "ดี"'], ["1", "2"]]),
        ('ก,"" \n1,2\n'.encode(), [["ก", ""], ["1", "2"]]),
        ('"","ก"\n1,2\n'.encode(), [["", "ก"], ["1", "2"]]),
        # rows of other lengths, blank rows and columns
        ("ก,ข,ค\n1\n1,2\n1,2,3\n".encode(), [["ก", "ข", "ค"], ["1", "", ""], ["1", "2", ""], ["1", "2", "3"]]),
        ("\n\nก,ข\n,,\n1,2\n".encode(), [["", "", ""], ["", "", ""], ["ก", "ข", ""], ["", "", ""], ["1", "2", ""]]),
        (",,\nก,ข,\n1,2,\n".encode(), [["", "", ""], ["ก", "ข", ""], ["1", "2", ""]]),
        ("ก,ก\n1,2\n".encode(), [["ก", "ก"], ["1", "2"]]),
        # figures as they stand
        ("ก,89.69%\n'0737202200,๘๘.๕๓\n".encode(), [["ก", "89.69%"], ["0737202200", "๘๘.๕๓"]]),
        ('ก,30/9/2568\n1,"1,234.50"\n'.encode(), [["ก", "30/9/2568"], ["1", "1,234.50"]]),
        ("ก,00123\n1,TRUE\n".encode(), [["ก", "00123"], ["1", "TRUE"]]),
        ("สํานัก,เเผน\n1,ก\u00a0ข\n".encode(), [["สำนัก", "แผน"], ["1", "ก ข"]]),
        # a line within a cell, where other lines end otherwise
        ("ก,ข\rค\n1,2\n".encode(), [["ก", "ข\nค"], ["1", "2"]]),
    ],
)  # fmt: skip
def test_read_without_a_word(content: bytes, wanted: list[list[str]]) -> None:
    read = read_grids(content, NAME)

    assert (rows(read), told(read)) == (wanted, [])


@pytest.mark.parametrize("name", ["คะแนน.txt", "คะแนน.tsv", "คะแนน.CSV"])
def test_by_whichever_name(name: str) -> None:
    assert rows(read_grids("ลำดับ\tชื่อ\n1\tก\n".encode(), name)) == TABLE


@pytest.mark.parametrize(
    ("content", "wanted", "notices"),
    [
        (
            "ลำดับ,ชื่อ\r\n1,ก\r\n".encode("cp874"),
            TABLE,
            [("grid-encoding-read", 1, 1, "ลำดับ,ชื่อ")],
        ),
        (
            "\r\nอเนกประสงค์,เธอ\r\n1,เนก\r\n".encode("cp874"),
            [["", ""], ["อเนกประสงค์", "เธอ"], ["1", "เนก"]],
            [("grid-encoding-read", 1, 1, "อเนกประสงค์,เธอ")],
        ),
        (
            "ก,1,234.50\nข,2\nค,3\n".encode(),
            [["ก", "1", "234.50"], ["ข", "2", ""], ["ค", "3", ""]],
            [("grid-ragged", 1, 3, "3")],
        ),
        ("ก,1.23457E+12\n1,2\n".encode(), [["ก", "1.23457E+12"], ["1", "2"]], [("grid-digits", 1, 2, "1.23457E+12")]),
        ("ก,\u202e1\u202c\n1,2\n".encode(), [["ก", "1"], ["1", "2"]], [("grid-reversed", 1, 2, "1")]),
    ],
)
def test_read_with_a_word(content: bytes, wanted: list[list[str]], notices: list[tuple[str, int, int, str]]) -> None:
    read = read_grids(content, NAME)

    assert (rows(read), told(read)) == (wanted, notices)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ("grid-empty", 1, 1, "")),
        (b"\n \r\n\t\n", ("grid-empty", 1, 1, "")),
        (codecs.BOM_UTF8, ("grid-empty", 1, 1, "")),
        (b",,,\n,,,\n", ("grid-empty", 1, 1, "")),
        ("ก,ข\n1,\x002\n".encode(), ("grid-content", 1, 1, NAME)),
        ("ก,ข\n1,\x1b[31m\n".encode(), ("grid-content", 1, 1, NAME)),
        ("ก,ข\n".encode("utf-16-le"), ("grid-content", 1, 1, NAME)),
        (b"\x81\x82\x00\xff", ("grid-content", 1, 1, NAME)),
        (b"PK\x03\x04rest", ("grid-content", 1, 1, NAME)),
        (b"<html><table><tr><td>1</td></tr></table></html>", ("grid-content", 1, 1, NAME)),
        (b"{\\rtf1 x}", ("grid-content", 1, 1, NAME)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", ("grid-old", 1, 1, ".csv")),
        (b"%PDF-1.7", ("grid-picture", 1, 1, ".csv")),
        (b"\x89PNG\r\n", ("grid-picture", 1, 1, ".csv")),
        # letters that are lost
        ("ผลการประเมินคุณธรรม,1\n".encode() + b"\xe0\xb8,2\n", ("grid-encoding", 1, 1, "")),
        (b"\x81\x82\xff,1\n", ("grid-encoding", 1, 1, "")),
        (codecs.BOM_UTF8 + b"\xa1,1\n", ("grid-encoding", 1, 1, "")),
        (codecs.BOM_UTF16_LE + b"\x01", ("grid-encoding", 1, 1, "")),
        (("เธกเธฒเธ•เธฃเธเธฒเธฃ" * 3 + ",1\n").encode(), ("grid-encoding", 1, 1, "")),
        # quotation marks
        ('ก,"ข\n1,2\n3,4\n'.encode(), ("grid-quote", 1, 2, '"ข')),
        ('ก,ข\n1,"2\n3,"4\n'.encode(), ("grid-quote", 2, 2, '"2 3,"4')),
        ('ก;ข\n"1;2\n3;"4;5\n'.encode(), ("grid-quote", 2, 1, '"1;2 3;"4')),
        (('ก,"' + "ข" * 70_000 + '"\n').encode(), ("grid-long", 1, 2, "70002")),
        (("ก,ข\n1," + "2" * 40_000 + "\n").encode(), ("grid-long", 2, 2, "40000")),
        (("ก,ข\n" * 20_001).encode(), ("grid-rows", 20_001, 1, "20,001")),
        (("ก,ข\n" * 100_000).encode(), ("grid-rows", 100_000, 1, "100,000")),
        (b"," * 999 + b"1\n" + b"1\n" * 4000, ("grid-cells", 1, 1, "4,001,000")),
        (b"1" * 20_000_001, ("file-too-large", 1, 1, "20000001")),
    ],
)
def test_refused(content: bytes, problem: tuple[str, int, int, str]) -> None:
    read = read_grids(content, NAME)

    assert (read.grids, read.notices, told(read)) == ((), (), [problem])


def test_the_last_row_that_is_read() -> None:
    assert len(rows(read_grids(("ก,ข\n" * 20_000).encode(), NAME))) == 20_000


@pytest.mark.parametrize("length", [32_767, 32_768])
def test_the_longest_text_that_is_read(length: int) -> None:
    read = read_grids(f"ก,{'ข' * length}\n".encode(), NAME)

    assert [one.code for one in read.problems] == ([] if length == 32_767 else ["grid-long"])


def test_a_cell_has_the_line_its_record_begins_in() -> None:
    read = read_grids('หัวเรื่อง\n"ก\nข",1\nค,2\n'.encode(), NAME)

    assert [[str(cell.source) for cell in row] for row in read.grids[0].rows] == [
        ["คะแนน.csv:1:1", "คะแนน.csv:1:2"],
        ["คะแนน.csv:2:1", "คะแนน.csv:2:2"],
        ["คะแนน.csv:4:1", "คะแนน.csv:4:2"],
    ]


def test_the_line_that_names_the_separator_counts() -> None:
    assert read_grids(b"sep=;\n1;2\n", NAME).grids[0].rows[0][1].source == Source(NAME, 2, 2)


@pytest.mark.parametrize(("text", "kind"), [("88.53", Kind.TEXT), ("", Kind.EMPTY), ("#N/A", Kind.ERROR)])
def test_kinds(text: str, kind: Kind) -> None:
    assert read_grids(f"ก,{text}\n1,2\n".encode(), NAME).grids[0].rows[0][1].kind is kind


@pytest.mark.parametrize(("usual", "count"), [(3, 1), (2, 0)])
def test_longer_than_most_is_only_told_where_most_agree(usual: int, count: int) -> None:
    lines = ["ก,ข"] * usual + ["ก,ข,ค"] * 2
    read = read_grids("\n".join(lines).encode(), NAME)

    assert len(read.notices) == count * 2
