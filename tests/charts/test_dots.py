"""Dots by their distance from the bar: on one axis, told apart by shape, with the figures beside them."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import html

from generator.charts.dots import Dot, Dots, Group, axis_start, draw


@pytest.mark.parametrize(
    ("values", "start"),
    [
        ([], 90), (["100"], 90), (["90.01"], 90), (["90"], 80), (["85", "99"], 80), (["80.01"], 80), (["80"], 70),
        (["74.67", "85"], 70), (["43.75"], 40), (["40"], 30), (["10.01"], 10), (["10"], 0), (["0.5"], 0), (["0"], 0),
    ],
)  # fmt: skip
def test_the_axis_begins_at_a_round_number_below_everything(values: list[str], start: int) -> None:
    assert axis_start([Decimal(value) for value in values]) == start


def rows(*dots: Dot) -> list[Any]:
    drawn = draw(Dots("คะแนน", Decimal(85), (Group("EIT", "ความเห็น", "เฉลี่ย 1", dots),)))
    tree: Any = html.fromstring(str(drawn))
    found: list[Any] = tree.xpath(".//tr[not(@class)][td]")
    return found


@pytest.mark.parametrize(("value", "side", "at"), [("84.99", "below", "24.95%"), ("85", "above", "25.00%")])
def test_a_dot_lies_on_its_side_of_the_bar(value: str, side: str, at: str) -> None:
    (row,) = rows(Dot("ก", Decimal(value), value))

    (circle,) = row.xpath(".//circle")
    (stem,) = row.xpath(".//line[starts-with(@class, 'stem')]")
    # the axis of a score below the bar by a hair is that of the bar: both lie above 80
    assert (circle.get("class"), circle.get("cx")) == (f"dot {side}", at)
    assert (stem.get("x1"), stem.get("x2")) == ("25.00%", at)


def test_what_has_no_value_has_no_dot_but_its_words() -> None:
    known, missing = rows(Dot("ก", Decimal(90), "90"), Dot("ข", None, "ไม่มีในเอกสาร"))

    assert len(known.xpath(".//circle")) == 1
    assert missing.xpath(".//circle | .//line[starts-with(@class, 'stem')]") == []
    assert len(missing.xpath(".//line[@class='line']")) == 1
    assert missing.xpath("string(td[last()])") == "ไม่มีในเอกสาร"


def test_a_marked_row_is_told_by_weight_and_not_by_colour_alone() -> None:
    plain, marked = rows(Dot("ก", Decimal(90), "90"), Dot("ข", Decimal(80), "80", marked=True))

    assert plain.xpath(".//strong") == []
    assert marked.xpath("string(.//strong[@class='lowest'])") == "ข"
