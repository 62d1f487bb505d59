"""Heat: a table whose cells are darker the lower the score; the figures stand in them."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import html
from markupsafe import Markup

from generator.charts import heat
from generator.charts.heat import Cell, Heat, Line


@pytest.mark.parametrize(
    ("value", "bar", "level"),
    [
        ("100", "85", 0), ("95.00", "85", 0), ("94.99", "85", 1), ("85", "85", 1),
        ("84.99", "85", 2), ("75.00", "85", 2),
        ("74.99", "85", 3), ("0", "85", 3), (None, "85", -1), ("84.99", "80", 1), ("90", "80", 0),
    ],
)  # fmt: skip
def test_levels_are_ten_points_wide_around_the_bar(value: str | None, bar: str, level: int) -> None:
    assert heat.level(None if value is None else Decimal(value), Decimal(bar)) == level


def test_a_row_for_each_indicator_and_a_column_for_each_year() -> None:
    lines = (
        Line(Markup('<a href="a/">ก</a>'), (Cell(Decimal("74.99"), "74.99"), Cell(None, "ไม่มีในเอกสาร"))),
        Line("<b>", (Cell(Decimal(100), "100.00"), Cell(Decimal(85), "85"))),
    )
    tree: Any = html.fromstring(str(heat.draw(Heat("คะแนน", ("2567", "2568"), (Decimal(85), Decimal(90)), lines))))

    assert [cell.text_content() for cell in tree.xpath(".//thead//th")] == ["ตัวชี้วัด", "2567", "2568"]
    assert [[cell.text_content() for cell in row] for row in tree.xpath(".//tbody/tr")] == [
        ["ก", "74.99", "ไม่มีในเอกสาร"],
        ["<b>", "100.00", "85"],
    ]
    assert tree.xpath(".//td/span/@class") == ["heat-3", "heat-0", "heat-2"]
    assert tree.xpath(".//@style | .//b") == []


def test_years_and_bars_belong_together() -> None:
    with pytest.raises(ValueError, match="shorter"):
        heat.draw(Heat("ก", ("2567", "2568"), (Decimal(85),), (Line("ก", (Cell(None, ""), Cell(None, ""))),)))
