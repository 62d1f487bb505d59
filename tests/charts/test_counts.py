"""Counts: one square a thing, told apart by form, with the numbers beside them."""

from typing import Any

from lxml import html

from generator.charts import counts
from generator.charts.counts import Counts, Group, Square


def drawn(*groups: Group) -> Any:
    return html.fromstring(str(counts.draw(Counts("ข้อ", ("กลุ่ม", "ข้อ", "เผยแพร่แล้ว"), groups))))


def test_a_square_for_each_thing_in_its_order() -> None:
    tree = drawn(Group("ก", tuple(Square), "1 จาก 3 ข้อ"), Group("ข", (), "ไม่มี"))

    first, second = tree.xpath(".//svg")
    assert [one.get("class") for one in first.xpath("./rect")] == ["full", "empty", "crossed", "place"]
    assert [one.get("x") for one in first.xpath("./rect")] == ["1.5", "16.5", "31.5", "46.5"]
    assert len(first.xpath("./line")) == 1
    assert (first.get("width"), first.get("aria-hidden")) == ("60", "true")
    assert second.xpath("./*") == []
    assert [[cell.text_content() for cell in row] for row in tree.xpath(".//tbody/tr")] == [
        ["ก", "", "1 จาก 3 ข้อ"],
        ["ข", "", "ไม่มี"],
    ]
    assert tree.xpath(".//@style") == []


def test_many_squares_stay_on_the_paper() -> None:
    svg = counts.sketch(Counts("ข้อ", ("ก", "ข", "ค"), (Group("ก", (Square.FULL,) * 43, "43"),))).svg
    lefts = [float(part.split('"')[1]) for part in svg.split("<rect ")[1:]]

    assert len(lefts) == 43
    assert max(lefts) < 712 - 130
