"""Histograms: steps of five points from the lowest that holds a value up to 100, bars from zero."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import html

from generator.charts import histogram
from generator.charts.histogram import Histogram, low_of, steps


def drawn(*values: str, marked: str | None = None) -> Any:
    mark = Decimal(marked) if marked else None
    chart = Histogram("การกระจาย", "แห่ง", tuple(map(Decimal, values)), mark, "ค่าเฉลี่ย <b>")
    return html.fromstring(str(histogram.draw(chart)))


@pytest.mark.parametrize(
    ("value", "low"),
    [
        ("0", 0), ("4.99", 0), ("5", 5), ("79.99", 75), ("80.00", 80), ("84.99", 80), ("85", 85), ("94.99", 90),
        ("95", 95), ("99.99", 95), ("100", 95), ("100.00", 95),
    ],
)  # fmt: skip
def test_both_sides_of_a_step(value: str, low: int) -> None:
    assert low_of(Decimal(value)) == low


def test_steps_without_a_value_are_there_with_none() -> None:
    found = steps([Decimal("84.99"), Decimal("100.00"), Decimal("95.00"), Decimal("80.00")])

    assert [(one.low, one.count) for one in found] == [(95, 2), (90, 0), (85, 0), (80, 2)]
    assert [one.label for one in found] == ["95 ถึง 100", "90 ถึงต่ำกว่า 95", "85 ถึงต่ำกว่า 90", "80 ถึงต่ำกว่า 85"]


def test_bars_begin_at_zero_and_counts_stand_beside_them() -> None:
    found = drawn("90", "91", "92", "96")

    assert found.xpath(".//rect[@class='value']/@width") == ["33.33%", "100.00%"]
    assert [one.text_content() for one in found.xpath(".//td[@class='number']")] == ["1 แห่ง", "3 แห่ง"]


@pytest.mark.parametrize(
    ("marked", "labels"),
    [
        (None, ["95 ถึง 100", "90 ถึงต่ำกว่า 95"]),
        ("94.99", ["95 ถึง 100", "90 ถึงต่ำกว่า 95 ค่าเฉลี่ย <b>"]),
        ("95.00", ["95 ถึง 100 ค่าเฉลี่ย <b>", "90 ถึงต่ำกว่า 95"]),
        ("80.00", ["95 ถึง 100", "90 ถึงต่ำกว่า 95"]),
    ],
)
def test_the_step_of_the_marked_value_says_so(marked: str | None, labels: list[str]) -> None:
    found = drawn("90", "96", marked=marked)

    assert [one.text_content() for one in found.xpath(".//th[@scope='row']")] == labels
