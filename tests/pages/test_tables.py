"""CSV: opens in Excel as it is, numbers are numbers, and no text is a formula."""

import csv
import io
from decimal import Decimal

import pytest

from generator.pages.tables import Value, as_csv
from generator.thai import FiscalYear


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("เทศบาล", "เทศบาล"), ("ก,ข", "ก,ข"), ('ก"ข"', 'ก"ข"'), ("", ""), (None, ""), (0, "0"), (-3, "-3"),
        (Decimal("100.00"), "100.00"), (Decimal("-2.50"), "-2.50"), (Decimal(0), "0"), (FiscalYear(2568), "2568"),
        ("=1+1", "'=1+1"), ("+66", "'+66"), ("-2.50", "'-2.50"), ("@a", "'@a"), ("\ta", "'\ta"), (" =1", "' =1"),
        ("＝1", "'＝1"), ("a=1", "a=1"), ("2567-2568", "2567-2568"),
    ],
)  # fmt: skip
def test_how_a_value_is_written(value: Value, written: str) -> None:
    assert read(as_csv(["a"], [[value], ["x"]])) == [["a"], [written], ["x"]]


def test_it_begins_with_the_mark_that_excel_looks_for() -> None:
    assert as_csv(["fiscal_year", "name"], [[2568, "ก"]]) == b"\xef\xbb\xbffiscal_year,name\r\n2568,\xe0\xb8\x81\r\n"
