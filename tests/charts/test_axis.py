"""Axes of comparisons: one beginning for all, in fixed steps, said in words."""

from decimal import Decimal

import pytest

from generator.charts import axis


@pytest.mark.parametrize(
    ("values", "begins"),
    [
        (("100",), 80), (("80.00",), 80), (("79.99",), 70), (("70",), 70), (("69.99", "99"), 60), (("43.75", "99"), 40),
        (("10.00",), 10), (("9.99",), 0), (("0", "100"), 0), ((None, "91", None), 80), ((None,), 0), ((), 0),
    ],
)  # fmt: skip
def test_it_begins_at_eighty_or_the_step_that_holds_the_lowest(values: tuple[str | None, ...], begins: int) -> None:
    assert axis.start(None if value is None else Decimal(value) for value in values) == begins


@pytest.mark.parametrize(
    ("begins", "said"),
    [("0", "แกน 0–100 คะแนน"), ("10", "แกน 10–100 คะแนน (ไม่ได้เริ่มที่ 0)"), ("80", "แกน 80–100 คะแนน (ไม่ได้เริ่มที่ 0)")],
)
def test_it_says_where_it_begins(begins: str, said: str) -> None:
    assert axis.described(Decimal(begins)) == said
