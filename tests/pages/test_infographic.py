"""The infographic: a page for each year, with everything it tells in words too."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.pages import Context, infographic
from generator.pages.figure import ABOUT_ITA

MakeContext = Callable[..., Context]
Pages = Callable[..., dict[str, Any]]
PLACES = "places: [{id: a, kind: text, where: ก, overall: 80, scores: [{indicator: 1, score: 80}]}]\n"


def test_the_picture_has_an_alternative_that_says_all_of_it(pages: Pages) -> None:
    tree = pages({}, only="scores/2568/infographic/")["scores/2568/infographic/"]

    (image,) = tree.xpath(".//img")
    assert (image.get("src"), image.get("width"), image.get("height")) == ("infographic.png", "1080", "1350")
    for words in ("เทศบาลตำบลตัวอย่าง", "ปีงบประมาณ พ.ศ. 2568", "คะแนนรวม 90.90", "ระดับ ผ่านดี", "9 การเปิดเผยข้อมูล 88.00"):
        assert words in image.get("alt")
    assert ABOUT_ITA in image.get("alt")
    assert [one.get("href") for one in tree.xpath(".//li/a")] == ["infographic.png", "infographic.svg", "../"]


def test_the_year_leads_to_it(pages: Pages) -> None:
    tree = pages({}, only="scores/2568/")["scores/2568/"]

    assert tree.xpath("count(.//a[@href='infographic/'])") == 1


def test_the_card_is_of_the_latest_year(context: MakeContext) -> None:
    pages = infographic.present(context({"2567/scores.yml": "overall: 80\n"}))

    assert [[one.address for one in page.downloads] for page in pages] == [
        ["scores/2568/infographic/infographic.svg", "scores/2568/infographic/infographic.png", "card.png"],
        ["scores/2567/infographic/infographic.svg", "scores/2567/infographic/infographic.png"],
    ]
    assert b"2568" in pages[0].downloads[2].make()


@pytest.mark.parametrize(
    ("text", "overall", "first", "notes"),
    [
        ("overall: 90\nindicators: {1: 90}\n", "90", "90", 0),
        (f"overall: 90\nindicators: {{1: 90}}\n{PLACES}", "ยังตัดสินไม่ได้", "ยังตัดสินไม่ได้ *", 2),
        ("grade: ผ่าน\nindicators: {2: 90}\n", "ไม่มีในเอกสาร", "ไม่มีในเอกสาร", 0),
    ],
)
def test_what_waits_is_marked(text: str, overall: str, first: str, notes: int, context: MakeContext) -> None:
    made = context({"2568/scores.yml": text})
    told = infographic.result(made, made.assessments[-1])

    assert (told.overall, told.has_overall) == (overall, overall == "90")
    assert told.scores[0].shown == first
    assert sum("รอตรวจสอบ:" in one or ": รอตรวจสอบ" in one for one in told.notes) == notes
    assert told.notes[-1].startswith("ที่มา:")
