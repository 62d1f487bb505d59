"""Dumbbells: two dots on an axis that begins at a round number, the same for every row."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import html

from generator.charts import dumbbell
from generator.charts.dumbbell import Dumbbell, Pair, axis_start


def pair(before: str | None, after: str | None, label: str = "การใช้อำนาจ") -> Pair:
    values = [None if value is None else Decimal(value) for value in (before, after)]
    return Pair(label, values[0], values[1], before or "–", after or "–", "ผลต่าง")


def drawn(*pairs: Pair) -> Any:
    return html.fromstring(str(dumbbell.draw(Dumbbell("สองปี", "ปี 2566", "ปี 2567", pairs))))


@pytest.mark.parametrize(
    ("lowest", "start"),
    [
        ("0.00", 0), ("9.99", 0), ("10.00", 10), ("10.01", 10), ("43.75", 40), ("69.99", 60), ("70.00", 70),
        ("70.01", 70), ("79.99", 70), ("80.00", 80), ("89.99", 80), ("90.00", 80), ("99.99", 80), ("100.00", 80),
    ],
)  # fmt: skip
@pytest.mark.parametrize("side", ["before", "after", "other row"])
def test_the_axis_begins_at_the_round_number_below_the_lowest_score(lowest: str, start: int, side: str) -> None:
    pairs = {
        "before": (pair(lowest, "100.00"),),
        "after": (pair("100.00", lowest),),
        "other row": (pair(None, None), pair("100.00", "100.00"), pair(None, lowest)),
    }[side]

    assert axis_start(pairs) == start
    assert drawn(*pairs).xpath(".//thead//th")[2].text_content() == f"กราฟ (แกน {start}–100)"


def test_without_scores_the_axis_is_whole() -> None:
    assert axis_start(()) == 0
    assert axis_start((pair(None, None),)) == 0


@pytest.mark.parametrize(
    ("before", "after", "dots", "link"),
    [
        ("70.00", "100.00", ["0.00%", "100.00%"], ("up", "0.00%", "100.00%")),
        ("100.00", "76.67", ["100.00%", "22.23%"], ("down", "100.00%", "22.23%")),
        ("85.00", "85.01", ["50.00%", "50.03%"], ("up", "50.00%", "50.03%")),
        ("85.01", "85.00", ["50.03%", "50.00%"], ("down", "50.03%", "50.00%")),
        ("85.00", "85.0", ["50.00%", "50.00%"], ("up", "50.00%", "50.00%")),
        ("85.00", None, ["50.00%", None], None),
        (None, "85.00", [None, "50.00%"], None),
        (None, None, [None, None], None),
    ],
)
def test_dots_stand_at_their_scores(
    before: str | None, after: str | None, dots: list[str | None], link: tuple[str, str, str] | None
) -> None:
    picture = drawn(pair("70.00", "70.00"), pair(before, after)).xpath(".//svg")[1]

    at = {name: [dot.get("cx") for dot in picture.xpath(f".//circle[@class='{name}']")] for name in ("before", "after")}
    assert at == {"before": [dots[0]] if dots[0] else [], "after": [dots[1]] if dots[1] else []}
    lines = [
        (line.get("class").split()[1], line.get("x1"), line.get("x2"))
        for line in picture.xpath(".//line[starts-with(@class, 'link ')]")
    ]
    assert lines == ([link] if link else [])


def test_a_chart_is_a_table_with_both_years_and_the_change() -> None:
    tree = drawn(pair("99.45", "100.00", "ก"), pair("92.51", None, "ข"))

    assert tree.xpath(".//caption")[0].text_content() == "สองปี"
    assert [cell.text_content() for cell in tree.xpath(".//thead//th[@scope='col']")] == [
        "ตัวชี้วัด", "ปี 2566", "กราฟ (แกน 80–100)", "ปี 2567", "ผลต่าง",
    ]  # fmt: skip
    rows = [[cell.text_content() for cell in row] for row in tree.xpath(".//tbody/tr")]
    assert rows == [["ก", "99.45", "", "100.00", "ผลต่าง"], ["ข", "92.51", "", "–", "ผลต่าง"]]
    assert {svg.get("aria-hidden") for svg in tree.xpath(".//svg")} == {"true"}


def test_nothing_is_styled_in_place_and_texts_are_escaped() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    tree = drawn(pair("90", "91", hostile))

    assert tree.xpath(".//@style | .//style | .//img") == []
    assert tree.xpath(".//th[@scope='row']")[0].text_content() == hostile
