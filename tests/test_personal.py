"""generator.personal: personal numbers in every writing that a reader understands, and nothing else."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.personal import BOUNDARY, find_personal, masked

ROOT = Path(__file__).parent.parent
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def _check(first: str) -> str:
    """The check digit that follows from twelve digits."""
    return str((11 - sum(int(digit) * (13 - place) for place, digit in enumerate(first)) % 11) % 10)


def _number(chance: random.Random, first: str = "") -> str:
    """A valid ID as offices give them: kind of person, province, district, running number."""
    head = first or f"{chance.randint(1, 8)}{chance.randint(10, 96)}{chance.choice([*range(1, 30), 98, 99]):02}"
    head += "".join(str(chance.randint(0, 9)) for _ in range(12 - len(head)))
    return head + _check(head)


def _numbers(count: int, first: str = "") -> list[str]:
    chance = random.Random(f"2569{first}")  # noqa: S311 -- the same samples every time
    return [_number(chance, first) for _ in range(count)]


def _grouped(number: str, *gaps: str) -> str:
    """In groups of 1-4-5-2-1, between them these gaps in turn, or one that is always the same."""
    groups = (number[:1], number[1:5], number[5:10], number[10:12], number[12:])
    inner = gaps * 4 if len(gaps) == 1 else gaps
    return "".join(a + b for a, b in zip(groups, (*inner, ""), strict=True))


WRITINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "dashes": lambda number: _grouped(number, "-"),
    "spaces": lambda number: _grouped(number, " "),
    "thai digits": lambda number: number.translate(THAI),
    "no-break spaces": lambda number: _grouped(number, "\u00a0"),
    "en dashes": lambda number: _grouped(number, "\u2013"),
    "line break": lambda number: _grouped(number, "-", "-\n", "-", "-"),
    "zero-width spaces": lambda number: "\u200b".join((number[:4], number[4:9], number[9:])),
    "full width": lambda number: number.translate(FULL_WIDTH),
    "dots": lambda number: _grouped(number, "."),
    "boxes": " ".join,
    "cells": lambda number: _grouped(number, "\t"),
    "bars": lambda number: f"|{'|'.join(number)}|",
}


def kinds(text: str) -> list[str]:
    return [hit.kind for hit in find_personal(text)]


# --- Thai IDs


@pytest.mark.parametrize("writing", WRITINGS)
def test_five_hundred_numbers_in_every_writing(writing: str) -> None:
    written = [WRITINGS[writing](number) for number in _numbers(500)]

    assert [kinds(f"นายสมชาย ใจดี {text} ผู้เสนอราคา") for text in written] == [["thai-id"]] * 500
    assert [kinds(text) for text in written] == [["thai-id"]] * 500
    assert kinds("\n".join(f"{text} ก" for text in written)) == ["thai-id"] * 500


def test_a_number_that_a_spreadsheet_has_cut_is_known_by_its_shape() -> None:
    cut = [f"{int(number):.5E}" for number in _numbers(500)]

    assert [kinds(text) for text in cut] == [["excel-number"]] * 500


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_wrong_check_digit_is_no_number_of_a_person(writing: str) -> None:
    wrong = [number[:-1] + str((int(number[-1]) + 1 + step % 9) % 10) for step, number in enumerate(_numbers(500))]

    assert not [number for number in wrong if kinds(WRITINGS[writing](number))]


@pytest.mark.parametrize("writing", WRITINGS)
def test_numbers_of_companies_and_offices_are_not_personal(writing: str) -> None:
    assert not [number for number in _numbers(200, "09940") if kinds(WRITINGS[writing](number))]


VALID = "1103702071226"


def test_the_number_of_the_tables_is_valid() -> None:
    assert _check(VALID[:12]) == VALID[12]


@pytest.mark.parametrize(
    "text",
    [
        VALID,
        "1103702071226/2568",
        "ก1103702071226ข",
        "1-1037-02071-22-6",
        "๑-๑๐๓๗-๐๒๐๗๑-๒๒-๖",
        "1 - 1037 - 02071 - 22 - 6",
        "1-1037 02071-22 6",
        "1/1037/02071/22/6",
        "1_1037_02071_22_6",
        "1\u20111037\u201102071\u201122\u20116",
        "1,1037,02071,22,6",
        "1 | 1037 | 02071 | 22 | 6",
        "1\n1037\n02071\n22\n6",
        "1-1037-02071-\r\n22-6",
        "12 1 1037 02071 22 6",
        "87.50 1 1037 02071 22 6",
        "1-1037-02071-22-6-1037-02071-22-1",
        "[1][1][0][3][7][0][2][0][7][1][2][2][6]",
        "1  1  0  3  7  0  2  0  7  1  2  2  6",
        "1\n1\n0\n3\n7\n0\n2\n0\n7\n1\n2\n2\n6",
        "11\u00ad0370\u20602071226",
        "เลขประจำตัวประชาชน 110370\n2071226",
        "เลขประจ าตัวประชาชน 1103 7020 71226",
        "เลขบัตรประชาชน: 1103-702-071-226",
        "(เลข 13 หลัก) 110 370 207 1226",
    ],
)
def test_writings_of_a_number(text: str) -> None:
    assert kinds(text) == ["thai-id"]


@pytest.mark.parametrize(
    "text",
    [
        "110370207122",
        "11037020712260",
        "01103702071226",
        "1103702071226๐",
        "1 103702071226",
        "110-3702071-226",
        "11-037-02071-22-6",
        "1-103-702071-22-6",
        "1-1037-02071-226",
        "1-1037-02071-22-60",
        "01-1037-02071-22-6",
        "110370\n2071226",
        "11037020712\n26",
        "1-10-3-7-0-2-0-7-1-2-2-6",
        "3 1 1 0 3 7 0 2 0 7 1 2 2 6",
        "1 1 0 3 7 0 2 0 7 1 2 2 6 8",
        "10 1 1 0 3 7 0 2 0 7 1 2 2 6",
        "1 1 0 3 7 0 2 0 7 1 2 2 6 10",
        "1 1 0 3 7 0 2 0 7 1 2|2|6",
        "1.1103702071226",
        "88.1103702071226",
        "1103702071226.50",
        "1,103,702,071,225.00",
        "https://example.go.th/files/1103702071226.pdf",
        f"1-1037-{BOUNDARY}02071-22-6",
        f"1103702{BOUNDARY}071226",
        "",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert not kinds(text)


def test_a_row_with_the_year_is_not_a_number() -> None:
    """Its number, year, amount, and two counts: as valid as one in ten of all rows."""
    rows = [f"1\t{year}\t{amount}\t12\t{count}" for year in (2566, 2568) for amount in (15000, 20500)
            for count in range(10)]  # fmt: skip

    assert sum(_check(text[:12]) == text[12] for text in (row.replace("\t", "") for row in rows)) >= 3
    assert not kinds("\n".join(rows))
    assert kinds("1-2568-15000-12-" + _check("125681500012")) == ["thai-id"]


def test_a_row_of_counts_is_not_a_number() -> None:
    months = "10200001000"

    rows = [f"{months}{last}" for last in range(10)]

    assert not kinds("\n".join(f"เรื่อง {' '.join(row + _check(row))} ครั้ง" for row in rows))
    assert not kinds(" ".join("1002003100007"))


def test_isbn_are_not_numbers_of_persons() -> None:
    assert not [number for number in _numbers(100, "978") if kinds(number)]


# --- mobile numbers


@pytest.mark.parametrize(
    "text",
    [
        "0812345678",
        "๐๘๑๒๓๔๕๖๗๘",
        "081-234-5678",
        "081 234 5678",
        "081.234.5678",
        "081-2345678",
        "081-2345-678",
        "08-1234-5678",
        "08 1234 5678",
        "08-12345678",
        "(081) 234-5678",
        "(081)2345678",
        "๐๘๑–๒๓๔–๕๖๗๘",
        "081-234-56-78",
        "061-234-5678",
        "091-234-5678",
        "+66812345678",
        "+66 81 234 5678",
        "+66-81-234-5678",
        "+66 (0) 81 234 5678",
        "0066812345678",
        "โทร.0812345678-9",
        "081-234-\n5678",
        "081\u200b2345678",
    ],
)
def test_mobile_numbers(text: str) -> None:
    assert kinds(text) == kinds(f"โทร. {text} ต่อ 1") == ["mobile"]


@pytest.mark.parametrize(
    "text",
    [
        "073202200",
        "๐๗๓-๒๐๒๒๐๐",
        "0 7320 2200",
        "02-123-4567",
        "0-2123-4567",
        "034567890",
        "0512345678",
        "0712345678",
        "0012345678",
        "08123",
        "081-234",
        "081234567",
        "08123456789",
        "10812345678",
        "1.0812345678",
        "081-234-56789",
        "08 2567 2568",
        "09-2568-2569",
        "1-0812-34567-89-0",
        "66812345678",
        "812345678",
        "0812.3/4567",
        "นย 0812.3/ว 5678",
        "https://example.go.th/0812345678",
        "+66 2 123 4567",
        "1323",
    ],
)
def test_what_is_no_mobile_number(text: str) -> None:
    assert not kinds(text)


# --- what a spreadsheet leaves


@pytest.mark.parametrize("text", ["1.23457E+12", "3.5e+12", "1E+12", "1.10370E12", "๑.๒๓๔๕๗E+๑๒"])
def test_shapes_of_a_spreadsheet(text: str) -> None:
    assert kinds(f"เลขที่ {text} ก") == ["excel-number"]


@pytest.mark.parametrize("text", ["1.23457E+11", "1.23457E+13", "1.23457E-12", "0.5E+12", "1.23457E+120", "E+12"])
def test_other_numbers_with_an_exponent(text: str) -> None:
    assert not kinds(text)


# --- places


def test_a_hit_says_where() -> None:
    text = f"ก\u200b\nข\u200b {VALID}\nโทร. 081-234-5678\r\n\n1.23457E+12"

    places = [(hit.kind, hit.line, hit.start) for hit in find_personal(text)]

    assert places == [
        ("thai-id", 2, text.index(VALID)),
        ("mobile", 3, text.index("081")),
        ("excel-number", 5, text.index("1.23")),
    ]


def test_a_hit_never_says_which_number() -> None:
    hits = find_personal(f"{VALID} / {' '.join(VALID)} / 081-234-5678 1.23457E+12")

    assert len(hits) == 4
    assert not any(part in repr(hits) for part in ("1103", "2071", "234", "5678", "23457"))


# --- false stops


def _office_lines(chance: random.Random) -> Iterator[str]:
    """Lines as lists of projects, contracts, money and telephones have them."""
    baht = chance.randint(1, 900_000_000)
    year = chance.randint(2560, 2570)
    number = chance.randint(1, 400)
    egp = f"{year % 100}{chance.randint(1, 12):02}{chance.randint(0, 9_999_999):07}"
    contract = f"{year % 100}{chance.randint(1, 12):02}{chance.randint(0, 99_999_999):08}"
    landline = f"0{chance.choice('234567')}{chance.randint(1_000_000, 9_999_999)}"
    yield f"{number} โครงการก่อสร้างถนน คสล. หมู่ที่ {number % 15} งบประมาณ {baht:,}.00 บาท"
    yield f"{number}\t{year}\t{baht}\t{chance.randint(1, 99)}\t{chance.randint(1, 9)}"
    yield f"{number},{egp},{contract},{baht:.2f},{baht * 0.97:.2f},{year}"
    yield f"สัญญาเลขที่ {number}/{year} ลงวันที่ {number % 28 + 1}/{number % 12 + 1}/{year} เลขคุมสัญญา {contract}"
    yield f"{egp} {number % 28 + 1} ม.ค. {year} - 30 ก.ย. {year + 1} {baht}"
    yield f"โทร. {landline} โทรสาร {landline[:2]}-{landline[2:5]}-{landline[5:]} ต่อ {number}"
    yield f"ที่ นย {landline[1:6]}/{number} ลงวันที่ {number % 28 + 1} กันยายน {year} รหัสหน่วยงาน 1{baht:09}"
    yield f"{contract}\n{number % 9 + 1} ค่าเฉลี่ย {chance.random() * 100} ร้อยละ {chance.random() * 100:.13f}"
    yield f"ปี {year}-{year + 2} หน้า {number}-{number + 9} รหัสไปรษณีย์ {chance.randint(10_000, 96_999)}"
    yield f"เลขประจำตัวผู้เสียภาษี {_number(chance, '09940')} บริษัท ก จำกัด {baht:,}"


def test_lists_of_offices_stop_nothing() -> None:
    chance = random.Random(2569)  # noqa: S311 -- the same samples every time
    lines = [line.translate(THAI) if number % 3 else line
             for _ in range(2000) for number, line in enumerate(_office_lines(chance))]  # fmt: skip

    assert len(lines) == 20_000
    assert not [line for line in lines if kinds(line)]
    assert not kinds("\n".join(lines))


def test_rows_of_scores_stop_nothing() -> None:
    chance = random.Random(2569)  # noqa: S311 -- the same samples every time
    rows = []
    for number in range(500):
        scores = [f"{chance.uniform(60, 100):.2f}" for _ in range(13)]
        rows += [
            " ".join(scores),
            f"{number}\t" + "\t".join(scores),
            " ".join(str(chance.randint(0, 100)) for _ in range(14)),
            f"{number} " + " ".join(str(chance.randint(1, 5)) for _ in range(20)),
        ]

    assert len(rows) == 2000
    assert not [row for row in rows if kinds(row)]
    assert not kinds("\n".join(rows))


def test_the_data_of_this_repository_stops_nothing() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").rglob("*.yml"))}

    assert len(texts) > 20
    assert not [path for path, text in texts.items() if kinds(text)]


# --- time


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1 ",
        "1\n",
        "1    ",
        "1\u200b",
        "๑",
        "1 " * 12 + "22 ",
        "1 1 0 3 7 0 2 0 7 1 2 2 6 ",
        "1-1037-02071-22-6 ",
        "081 234 5678 ",
        "ประจำตัว" + "1 " * 11,
        "https://",
        "1.5E+",
        "+66 ",
        "ข้อความภาษาไทยที่ยาว ",
    ],
)
def test_a_megabyte_takes_no_time(text: str) -> None:
    """Measured below half a second each; the bound leaves room for a busy machine."""
    long = text * (1_000_000 // len(text))
    started = time.perf_counter()

    find_personal(long)

    assert time.perf_counter() - started < 3


@pytest.mark.parametrize("writing", WRITINGS)
def test_nothing_is_left_of_a_masked_number(writing: str) -> None:
    number = _numbers(1)[0]

    shown = masked(f"ปี 2568 เลข {WRITINGS[writing](number)} ข้อ 7")

    assert sum(letter.isdecimal() for letter in shown) == len("25687")
    assert shown.count("x") == len(number)
    assert shown.startswith("ปี 2568 เลข ")
    assert shown.endswith(" ข้อ 7")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("data/0812345678.txt:12:3: โทร 081-234-5678 ต่อ 9", "data/xxxxxxxxxx.txt:12:3: โทร xxx-xxx-xxxx ต่อ 9"),
        ("โทร 02-123-4567 และ 1.23457E+12", "โทร 02-123-4567 และ 1.23457E+12"),
        ("", ""),
    ],
)
def test_only_personal_numbers_are_masked(text: str, shown: str) -> None:
    assert masked(text) == shown
