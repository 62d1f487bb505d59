"""Heat: a table whose cells are darker the higher the score; the figures stand in them."""

from decimal import Decimal
from typing import Any

from lxml import html
from markupsafe import Markup

from generator.charts import heat
from generator.charts.heat import Cell, Heat, Line


def test_a_row_for_each_indicator_and_a_column_for_each_year() -> None:
    lines = (
        Line(Markup('<a href="a/">ก</a>'), (Cell(Decimal("74.99"), "74.99"), Cell(None, "ไม่มีในเอกสาร"))),
        Line("<b>", (Cell(Decimal(100), "100.00"), Cell(Decimal(85), "85"))),
    )
    tree: Any = html.fromstring(str(heat.draw(Heat("คะแนน", ("2567", "2568"), lines))))

    assert [cell.text_content() for cell in tree.xpath(".//thead//th")] == ["ตัวชี้วัด", "2567", "2568"]
    assert [[cell.text_content() for cell in row] for row in tree.xpath(".//tbody/tr")] == [
        ["ก", "74.99", "ไม่มีในเอกสาร"],
        ["<b>", "100.00", "85"],
    ]
    assert tree.xpath(".//td/span/@class") == ["heat heat-3", "heat none", "heat heat-5", "heat heat-4"]
    assert tree.xpath(".//@style | .//b") == []
