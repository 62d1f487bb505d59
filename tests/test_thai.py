"""Thai digits, numbers, years, dates and periods: what is read, what is refused with which reading, and back again."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import pytest

from generator.thai import (
    SHORT_MONTHS,
    FiscalYear,
    NotReadable,
    Period,
    collation,
    fiscal_period,
    format_date,
    listed,
    normalise,
    parse_date,
    parse_decimal,
    parse_period,
    parse_year,
    shortened,
    to_arabic,
    width,
    without_spaces,
)

Day = datetime.date


def refusal(parse: Callable[[str], object], text: str) -> tuple[str, str]:
    with pytest.raises(NotReadable) as refused:
        parse(text)
    return refused.value.code, refused.value.reading


def _in_thai_digits(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


# --- digits and text


@pytest.mark.parametrize(
    ("thai", "arabic"),
    [
        ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
        ("๘๘.๕๓", "88.53"),
        ("ข้อ ๓ ของ ๑๐", "ข้อ 3 ของ 10"),
        ("ไม่มีตัวเลข", "ไม่มีตัวเลข"),
        ("", ""),
    ],
)
def test_thai_digits_are_read(thai: str, arabic: str) -> None:
    assert to_arabic(thai) == arabic
    assert to_arabic(arabic) == arabic


def test_digits_of_other_scripts_stay() -> None:
    assert to_arabic("៨ ໘ ８") == "៨ ໘ ８"


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("น\u0e4d\u0e32", "น\u0e33"),
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
        ("น\u0e33\u0e49", "น\u0e49\u0e33"),
        ("น\u0e49\u0e33", "น\u0e49\u0e33"),
        ("ท\u0e4d\u0e48\u0e32", "ท\u0e48\u0e33"),
        ("ท\u0e4d\u0e4b\u0e32", "ท\u0e4b\u0e33"),
        ("\u0e40\u0e40ม\u0e48", "\u0e41ม\u0e48"),
        ("\u0e40\u0e40ล้ว\u0e40\u0e40ต่", "\u0e41ล้ว\u0e41ต่"),
        ("เก\u0e40ก", "เก\u0e40ก"),
        ("ก\u0e48\u0e35", "ก\u0e35\u0e48"),
        ("ก\u0e48\u0e31", "ก\u0e31\u0e48"),
        ("ก\u0e4b\u0e39", "ก\u0e39\u0e4b"),
        ("ก\u0e49\u0e34", "ก\u0e34\u0e49"),
        ("ก\u0e35\u0e48", "ก\u0e35\u0e48"),
        ("สิทธ\u0e4c\u0e34", "สิทธ\u0e34\u0e4c"),
        ("สิทธ\u0e34\u0e4c", "สิทธ\u0e34\u0e4c"),
        ("เทศ\u200bบาล", "เทศบาล"),
        ("น\u0e4d\u200b\u0e32", "น\u0e33"),
        ("เทศ\u00adบาล", "เทศบาล"),
        ("เทศ\u2060บาล", "เทศบาล"),
        ("ปี\u00a02568", "ปี 2568"),
        ("ปี \u00a0 2568", "ปี 2568"),
        ("ปี  2568", "ปี 2568"),
        ("ปี\t2568", "ปี 2568"),
        ("  ปี 2568 ", "ปี 2568"),
        ("บรรทัด\nใหม่", "บรรทัด\nใหม่"),
        ("e\u0301", "\u00e9"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_normalise(written: str, normal: str) -> None:
    assert normalise(written) == normal
    assert normalise(normal) == normal


@pytest.mark.parametrize(
    ("text", "compact"),
    [("การ ใช้ อำนาจ", "การใช้อำนาจ"), ("การใช้\n\tอำนาจ", "การใช้อำนาจ"), ("ก\u00a0ข", "กข"), (" ", "")],
)
def test_without_spaces(text: str, compact: str) -> None:
    assert without_spaces(text) == compact


# --- numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("88.53", "88.53"),
        ("๘๘.๕๓", "88.53"),
        ("100", "100"),
        ("100.00", "100.00"),
        ("๑๐๐.๐๐", "100.00"),
        ("88.50", "88.50"),
        ("0", "0"),
        ("010", "10"),
        (" 5 ", "5"),
        ("-1.36", "-1.36"),
        ("- ๑.๓๖", "-1.36"),
        ("\u2212๑.๓๖", "-1.36"),
        ("\u2013 1.36", "-1.36"),
        ("\u20111.36", "-1.36"),
        ("+2.5", "2.5"),
        ("+ ๒.๕", "2.5"),
        ("1" * 15, "1" * 15),
        ("0." + "1" * 15, "0." + "1" * 15),
    ],
)
def test_decimal(text: str, number: str) -> None:
    assert str(parse_decimal(text)) == number


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("๘๙.69", "number-mixed-digits", "89.69"),
        ("8๙.69", "number-mixed-digits", "89.69"),
        ("- ๑.36", "number-mixed-digits", "-1.36"),
        ("៨៩", "number-foreign-digits", ""),
        ("៨៩.69", "number-foreign-digits", ""),
        ("໘໙.໖໙", "number-foreign-digits", ""),
        ("８９.６９", "number-foreign-digits", ""),
        ("٨٩", "number-foreign-digits", ""),
        ("८९", "number-foreign-digits", ""),
        ("½", "number-foreign-digits", ""),
        ("8²", "number-foreign-digits", ""),
        ("๘๙.៦", "number-foreign-digits", ""),
        ("88,53", "number-comma", "88.53"),
        ("๘๙,๖๙", "number-comma", "89.69"),
        ("- ๑,๓๖", "number-comma", "-1.36"),
        ("1,234.50", "number-invalid", ""),
        ("8e1", "number-invalid", "80"),
        ("8E+1", "number-invalid", "80"),
        (".nan", "number-invalid", ""),
        ("nan", "number-invalid", ""),
        ("inf", "number-invalid", ""),
        ("-Infinity", "number-invalid", ""),
        ("89.69 %", "number-invalid", "89.69"),
        ("๘๙.๖๙%", "number-invalid", "89.69"),
        ("", "number-invalid", ""),
        ("  ", "number-invalid", ""),
        ("1_000", "number-invalid", "1000"),
        ("0x10", "number-invalid", ""),
        ("--3", "number-invalid", ""),
        ("- -3", "number-invalid", ""),
        ("+-3", "number-invalid", ""),
        (".5", "number-invalid", "0.5"),
        ("5.", "number-invalid", "5"),
        ("88 .53", "number-invalid", ""),
        ("1.2.3", "number-invalid", ""),
        ("-", "number-invalid", ""),
        ("1e11", "number-invalid", "100000000000"),
        ("1e12", "number-invalid", ""),
        ("12345678901%", "number-invalid", "12345678901"),
        ("123456789012%", "number-invalid", ""),
        ("1e999999999", "number-invalid", ""),
        ("1E+99999999999999999", "number-invalid", ""),
        ("1" * 16, "number-invalid", ""),
        ("0." + "1" * 16, "number-invalid", ""),
        ("๑" * 5000, "number-invalid", ""),
        ("ไม่มี", "number-invalid", ""),
    ],
)
def test_decimal_refused(text: str, code: str, reading: str) -> None:
    assert refusal(parse_decimal, text) == (code, reading)


def test_equal_as_numbers_different_as_text() -> None:
    short, long = parse_decimal("100"), parse_decimal("100.00")

    assert short == long == Decimal(100)
    assert str(short) != str(long)


# --- years


@pytest.mark.parametrize(
    ("text", "year"),
    [("2400", 2400), ("2568", 2568), ("๒๕๖๘", 2568), (" 2568 ", 2568), ("2699", 2699), ("๒๖๙๙", 2699)],
)
def test_year(text: str, year: int) -> None:
    assert parse_year(text) == FiscalYear(year)


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("2399", "year-invalid", ""),
        ("2700", "year-invalid", ""),
        ("1856", "year-invalid", ""),
        ("1857", "year-common-era", "2400"),
        ("2025", "year-common-era", "2568"),
        ("๒๐๒๕", "year-common-era", "2568"),
        ("2156", "year-common-era", "2699"),
        ("2157", "year-invalid", ""),
        ("68", "year-invalid", ""),
        ("568", "year-invalid", ""),
        ("02568", "year-invalid", ""),
        ("25 68", "year-invalid", ""),
        ("+2568", "year-invalid", ""),
        ("2568.0", "year-invalid", ""),
        ("២៥៦៨", "year-invalid", ""),
        ("２５６８", "year-invalid", ""),
        ("พ.ศ. 2568", "year-invalid", ""),
        ("ปีนี้", "year-invalid", ""),
        ("", "year-invalid", ""),
    ],
)
def test_year_refused(text: str, code: str, reading: str) -> None:
    assert refusal(parse_year, text) == (code, reading)


def test_years_are_ordered() -> None:
    years = [FiscalYear(2568), FiscalYear(2563), FiscalYear(2567)]

    assert sorted(years) == [FiscalYear(2563), FiscalYear(2567), FiscalYear(2568)]
    assert FiscalYear(2567) < FiscalYear(2568)
    assert not FiscalYear(2568) < FiscalYear(2568)


def test_years_and_periods_are_keys() -> None:
    assert {FiscalYear(2568): "ก"}[FiscalYear(2568)] == "ก"
    assert {parse_period("ตุลาคม 2567"): "ก"}[Period(Day(2024, 10, 1), Day(2024, 10, 31))] == "ก"


def test_years_before_and_after() -> None:
    assert FiscalYear(2568).before() == FiscalYear(2567)
    assert FiscalYear(2568).after() == FiscalYear(2569)
    assert FiscalYear(2568).after().before() == FiscalYear(2568)
    assert str(FiscalYear(2568)) == "2568"


# --- days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 มีนาคม 2566", Day(2023, 3, 31)),
        ("๓๑ มีนาคม ๒๕๖๖", Day(2023, 3, 31)),
        ("31มีนาคม2566", Day(2023, 3, 31)),
        ("๓๐ ก.ย. ๖๘", Day(2025, 9, 30)),
        ("30 ก.ย. 2568", Day(2025, 9, 30)),
        ("30/9/2568", Day(2025, 9, 30)),
        ("30/09/68", Day(2025, 9, 30)),
        ("๓๐/๙/๒๕๖๘", Day(2025, 9, 30)),
        ("1/2/2568", Day(2025, 2, 1)),
        ("2568-09-30", Day(2025, 9, 30)),
        ("2568-9-5", Day(2025, 9, 5)),
        ("๒๕๖๘-๐๙-๓๐", Day(2025, 9, 30)),
        ("วันที่ ๓๐ กันยายน พ.ศ.๒๕๖๖", Day(2023, 9, 30)),
        ("วันที่ 30 กันยายน พ.ศ. 2566", Day(2023, 9, 30)),
        ("31 ม.ค. 2566", Day(2023, 1, 31)),
        ("31 มี.ค. 2566", Day(2023, 3, 31)),
        ("29 ก.พ. 2567", Day(2024, 2, 29)),
        ("2567-02-29", Day(2024, 2, 29)),
        ("28 ก.พ. 2568", Day(2025, 2, 28)),
        ("30 เมษายน 2568", Day(2025, 4, 30)),
        ("1 มกราคม 2400", Day(1857, 1, 1)),
        ("31 ธันวาคม 2699", Day(2156, 12, 31)),
        ("1 มกราคม 00", Day(1957, 1, 1)),
        ("31 ธันวาคม 99", Day(2056, 12, 31)),
    ],
)
def test_date(text: str, day: Day) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("29 ก.พ. 2568", "date-invalid", ""),
        ("2568-02-29", "date-invalid", ""),
        ("29/2/2568", "date-invalid", ""),
        ("31 เมษายน 2568", "date-invalid", ""),
        ("31 เมษายน", "date-invalid", ""),
        ("0 มกราคม 2568", "date-invalid", ""),
        ("32 มกราคม 2568", "date-invalid", ""),
        ("2568-00-01", "date-invalid", ""),
        ("2568-13-01", "date-invalid", ""),
        ("1/13/2568", "date-invalid", ""),
        ("31 ธันวาคม 2399", "date-invalid", ""),
        ("1 มกราคม 2700", "date-invalid", ""),
        ("31 มีนาคม 566", "date-invalid", ""),
        ("31 มีนาคม 2023", "date-common-era", "2566"),
        ("๓๑ มีนาคม ๒๐๒๓", "date-common-era", "2566"),
        ("31/3/2023", "date-common-era", "2566"),
        ("2023-03-31", "date-common-era", "2566"),
        ("29 ก.พ. 2024", "date-common-era", "2567"),
        ("1 มกราคม 1857", "date-common-era", "2400"),
        ("1 มกราคม 1856", "date-invalid", ""),
        ("31 ธันวาคม 2156", "date-common-era", "2699"),
        ("1 มกราคม 2157", "date-invalid", ""),
        ("2568/09/30", "date-invalid", ""),
        ("30-9-2568", "date-invalid", ""),
        ("30.9.2568", "date-invalid", ""),
        ("31 March 2566", "date-invalid", ""),
        ("๓๐ กย ๖๘", "date-invalid", ""),
        ("2568-09-30T00:00", "date-invalid", ""),
        ("กันยายน 2568", "date-invalid", ""),
        ("៣១ มีนาคม 2566", "date-invalid", ""),
        ("31 มีนาคม ២៥៦៦", "date-invalid", ""),
        ("３０/９/２５６８", "date-invalid", ""),
        ("២៥៦៨-០៩-៣០", "date-invalid", ""),
        ("", "date-invalid", ""),
    ],
)
def test_date_refused(text: str, code: str, reading: str) -> None:
    assert refusal(parse_date, text) == (code, reading)


def _spellings(day: Day) -> tuple[str, ...]:
    year = day.year + 543
    return (
        format_date(day),
        _in_thai_digits(f"{day.day} {SHORT_MONTHS[day.month - 1]} {year % 100:02}"),
        f"{day.day}/{day.month}/{year}",
        f"{year}-{day.month:02}-{day.day:02}",
    )


@pytest.mark.parametrize("year", [1957, 2000, 2024, 2025, 2056])
def test_every_day_in_every_spelling(year: int) -> None:
    first = Day(year, 1, 1)
    days = [first + datetime.timedelta(days=n) for n in range((Day(year + 1, 1, 1) - first).days)]

    read = [[parse_date(spelling) for spelling in _spellings(day)] for day in days]

    assert read == [[day] * 4 for day in days]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (Day(2022, 10, 5), "5 ตุลาคม 2565"),
        (Day(2024, 2, 29), "29 กุมภาพันธ์ 2567"),
        (Day(2025, 12, 31), "31 ธันวาคม 2568"),
        (Day(2026, 1, 1), "1 มกราคม 2569"),
    ],
)
def test_format_date(day: Day, text: str) -> None:
    assert format_date(day) == text


@pytest.mark.parametrize(
    ("number", "name", "short"),
    [
        (1, "มกราคม", "ม.ค."),
        (2, "กุมภาพันธ์", "ก.พ."),
        (3, "มีนาคม", "มี.ค."),
        (4, "เมษายน", "เม.ย."),
        (5, "พฤษภาคม", "พ.ค."),
        (6, "มิถุนายน", "มิ.ย."),
        (7, "กรกฎาคม", "ก.ค."),
        (8, "สิงหาคม", "ส.ค."),
        (9, "กันยายน", "ก.ย."),
        (10, "ตุลาคม", "ต.ค."),
        (11, "พฤศจิกายน", "พ.ย."),
        (12, "ธันวาคม", "ธ.ค."),
    ],
)
def test_names_of_months(number: int, name: str, short: str) -> None:
    first = Day(2025, number, 1)

    assert format_date(first) == f"1 {name} 2568"
    assert [parse_date(f"1 {written} พ.ศ. 2568") for written in (name, short)] == [first] * 2
    assert [parse_period(f"เดือน{written} พ.ศ. 2568").start for written in (name, short)] == [first] * 2


# --- periods


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ต.ค.๖๖- ก.ย.๖๗", Day(2023, 10, 1), Day(2024, 9, 30)),
        ("ตุลาคม ๒๕๖๘ - กันยายน ๒๕๖๙", Day(2025, 10, 1), Day(2026, 9, 30)),
        ("เดือน ตุลาคม พ.ศ.๒๕๖๕ - กันยายน พ.ศ.๒๕๖๖", Day(2022, 10, 1), Day(2023, 9, 30)),
        ("เดือนตุลาคม พ.ศ.๒๕๖๕ - วันที่ ๓๐ กันยายน พ.ศ.๒๕๖๖", Day(2022, 10, 1), Day(2023, 9, 30)),
        ("ตุลาคม 2567 \u2013 กันยายน 2568", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("ตุลาคม 2567 \u2212 กันยายน 2568", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("2567-10-01 - 2568-09-30", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("2567-10-01-2568-09-30", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("2567-10-01 - กันยายน 2568", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("1/10/2567 - 30/9/2568", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("15 ตุลาคม 2567 - ตุลาคม 2567", Day(2024, 10, 15), Day(2024, 10, 31)),
        ("ตุลาคม 2567 - ตุลาคม 2567", Day(2024, 10, 1), Day(2024, 10, 31)),
        ("1 ตุลาคม 2567 - 1 ตุลาคม 2567", Day(2024, 10, 1), Day(2024, 10, 1)),
        ("1 ตุลาคม 2567", Day(2024, 10, 1), Day(2024, 10, 1)),
        ("2567-10-01", Day(2024, 10, 1), Day(2024, 10, 1)),
        ("ตุลาคม 2567", Day(2024, 10, 1), Day(2024, 10, 31)),
        ("ก.พ. ๖๗", Day(2024, 2, 1), Day(2024, 2, 29)),
        ("ก.พ. ๖๘", Day(2025, 2, 1), Day(2025, 2, 28)),
        ("ธันวาคม 2567", Day(2024, 12, 1), Day(2024, 12, 31)),
        ("เมษายน 2568", Day(2025, 4, 1), Day(2025, 4, 30)),
    ],
)
def test_period(text: str, start: Day, end: Day) -> None:
    assert parse_period(text) == Period(start, end)


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("ก.ย.๖๗ - ต.ค.๖๖", "period-order", ""),
        ("2568-09-30 - 2567-10-01", "period-order", ""),
        ("2 ตุลาคม 2567 - 1 ตุลาคม 2567", "period-order", ""),
        ("ตุลาคม 2024", "date-common-era", "2567"),
        ("2024-10-01", "date-common-era", "2567"),
        ("2024-10-01 - 2025-09-30", "date-common-era", "2567"),
        ("ตุลาคม 2567 - กันยายน 2025", "date-common-era", "2568"),
        ("31 เมษายน 2568 - 1 พฤษภาคม 2568", "date-invalid", ""),
        ("1 เมษายน 2568 - 31 เมษายน 2568", "date-invalid", ""),
        ("ตุลาคม - ธันวาคม 2567", "date-invalid", ""),
        ("ตุลาคม 2567 -", "date-invalid", ""),
        ("- ตุลาคม 2567", "date-invalid", ""),
        ("ต.ค. 66 - ก.ย. 67 - ก.ย. 68", "date-invalid", ""),
        ("-", "date-invalid", ""),
        ("ตลอดปี", "date-invalid", ""),
        ("มีนาคม ២៥៦៦", "date-invalid", ""),
        ("", "date-invalid", ""),
    ],
)
def test_period_refused(text: str, code: str, reading: str) -> None:
    assert refusal(parse_period, text) == (code, reading)


@pytest.mark.parametrize(
    ("year", "start", "end"),
    [
        (2568, Day(2024, 10, 1), Day(2025, 9, 30)),
        (2567, Day(2023, 10, 1), Day(2024, 9, 30)),
        (2400, Day(1856, 10, 1), Day(1857, 9, 30)),
        (2699, Day(2155, 10, 1), Day(2156, 9, 30)),
    ],
)
def test_days_of_a_fiscal_year(year: int, start: Day, end: Day) -> None:
    assert fiscal_period(FiscalYear(year)) == Period(start, end)


def test_fiscal_years_follow_each_other_without_a_gap() -> None:
    periods = [fiscal_period(FiscalYear(year)) for year in range(2400, 2700)]

    assert all(one.end + datetime.timedelta(days=1) == two.start for one, two in pairwise(periods))


def test_what_is_not_readable_says_why() -> None:
    assert [(one.code, one.reading, one.line) for one in (NotReadable("a"), NotReadable("a", "b", 3))] == [
        ("a", "", 0),
        ("a", "b", 3),
    ]


# --- texts of messages


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        (" ก\n  ข ", "ก ข"),
        ("กขค", "กขค"),
        ("กขคง", "กขค…"),
        ("กข งจ", "กข…"),
        ("กขคี้ง", "กข…"),  # no letter without its vowel and tone mark
        ("กขค์", "กข…"),
        ("กขคำ", "กข…"),
        ("กขคา", "กขค…"),
        ("ก้ำน", "ก้ำ…"),
        ("ี้ี้", "…"),
    ],
)
def test_shortened(text: str, shown: str) -> None:
    assert shortened(text, 3) == shown


@pytest.mark.parametrize(("length", "whole"), [(60, True), (61, False)])
def test_a_message_has_room_for_sixty(length: int, whole: bool) -> None:
    assert (shortened("ก" * length) == "ก" * length) is whole


# --- order of words


@pytest.mark.parametrize(
    "names",
    [
        ["กา", "เก", "ขา"],
        ["กอ", "เกาะ", "แก", "โก", "ใกล้", "ไก่", "ขอ"],
        ["นาทวี", "เนินทราย", "บางกล่ำ", "โพธาราม", "มะนัง", "เมือง"],
        ["A", "B", "ก"],
    ],
)
def test_collation(names: list[str]) -> None:
    assert sorted(sorted(names), key=collation) == names


def test_collation_keeps_different_names_apart() -> None:
    assert collation("เก") != collation("กเ")


@pytest.mark.parametrize("text", ["2๕68", "๒๕๖8"])
def test_a_year_in_two_scripts_is_refused(text: str) -> None:
    with pytest.raises(NotReadable) as refused:
        parse_year(text)

    assert (refused.value.code, refused.value.reading) == ("number-mixed-digits", "2568")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("", 0), ("กา", 2), ("ที่", 1), ("ก็", 1), ("น้ำ", 2), ("การใช้งบประมาณ", 13), ("การแก้ไขปัญหาการทุจริต", 18), ("a b", 3)],
)
def test_marks_take_no_room(text: str, wanted: int) -> None:
    assert width(text) == wanted


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [([], ""), (["ก"], "ก"), (["ก", "ข"], "ก และข"), (["ก", "ข", "ค"], "ก ข และค"), (["O1", "O2"], "O1 และ O2")],
)
def test_a_list_in_words(parts: list[str], wanted: str) -> None:
    assert listed(parts) == wanted
