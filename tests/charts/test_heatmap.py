"""Heat maps: five fixed steps, each cell with its number or the word for what is not there."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import html

from generator.charts import heatmap
from generator.charts.heatmap import Heatmap, HeatRow, cell, empty, step, step_names


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("0", 1), ("0.00", 1), ("59.99", 1), ("59.999", 1), ("60", 2), ("60.00", 2), ("69.99", 2), ("70.00", 3),
        ("84.99", 3), ("85", 4), ("85.00", 4), ("94.99", 4), ("95.00", 5), ("100.00", 5),
    ],
)  # fmt: skip
def test_both_sides_of_every_step(score: str, expected: int) -> None:
    assert step(Decimal(score)) == expected
    assert f'class="heat heat-{expected}"' in cell(Decimal(score), score)


def test_the_steps_in_words() -> None:
    assert step_names() == ("ต่ำกว่า 60", "60 ถึงต่ำกว่า 70", "70 ถึงต่ำกว่า 85", "85 ถึงต่ำกว่า 95", "95 ขึ้นไป")
    shown: Any = html.fromstring(str(heatmap.legend(step_names())))
    assert [str(one.text_content()) for one in shown.iter("span")] == [*step_names()]
    assert [one.get("class") for one in shown.iter("span")] == [f"heat heat-{n}" for n in range(1, 6)]


@pytest.mark.parametrize(("missing", "said"), [(True, "– ไม่มีในเอกสาร"), (False, "ไม่มีในเอกสาร")])
def test_a_cell_without_a_score_has_no_colour_and_says_why(missing: bool, said: str) -> None:
    found: Any = html.fromstring(str(empty("ไม่มีในเอกสาร", missing=missing)))

    assert found.text_content() == said
    assert found.get("class") == "heat none"


def test_the_table_is_its_own_picture() -> None:
    rows = (HeatRow("<b>ก</b>", (cell(Decimal("59.99"), "59.99"), empty("ยังตัดสินไม่ได้", missing=False))),)
    found: Any = html.fromstring(str(heatmap.draw(Heatmap("ตาราง <i>", "หน่วยงาน", ("1", "2"), rows))))

    assert found.xpath("string(.//caption)") == "ตาราง <i>"
    assert [one.text_content() for one in found.xpath(".//th[@scope='col']")] == ["หน่วยงาน", "1", "2"]
    assert [one.text_content() for one in found.xpath(".//th[@scope='row']")] == ["<b>ก</b>"]
    assert [one.text_content() for one in found.iter("td")] == ["59.99", "ยังตัดสินไม่ได้"]
    assert found.xpath(".//b | .//i") == []
