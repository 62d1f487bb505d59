"""The disclosure of a year as squares: every item once, under its group, and the numbers that the list has."""

from collections.abc import Callable
from typing import Any

from generator.pages import Context, disclosed
from generator.pages.oit import groups

DISCLOSURE = (
    "items:\n  - {item: O1, evidence: [{link: 'https://www.go.th/a', title: ก, whole: true}]}\n"
    "  - {item: O2, exempt: ไม่มีผู้บริหาร}\n"
)


def test_every_item_has_its_square(pages: Callable[..., dict[str, Any]], context: Callable[..., Context]) -> None:
    files = {"2568/disclosure.yml": DISCLOSURE}
    (year,) = context(files).disclosed
    tree = pages(files, only="oit/2568/")["oit/2568/"]

    (block,) = tree.xpath(".//div[@class='picture']")
    squares = block.xpath(".//svg[@class='squares']/*[name()='rect']/@class")
    assert len(squares) == len(year.items)
    assert squares[:3] == ["full", "crossed", squares[2]]
    assert squares.count("full") == 1 + sum(one.published for one in year.items if one.item.code not in {"O1", "O2"})
    (finding,) = block.xpath("./p[@class='finding']")
    (counted,) = tree.xpath(".//p[@class='states']")
    assert finding.text_content() == counted.text_content()
    first = block.xpath(".//tbody/tr[1]/*")
    assert first[0].text_content() == "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน"
    assert " จาก " in first[2].text_content()


def test_only_looks_that_occur_are_explained(context: Callable[..., Context]) -> None:
    (with_exempt,) = context({"2568/disclosure.yml": DISCLOSURE}).disclosed
    (without,) = context({"2568/disclosure.yml": DISCLOSURE.partition("  - {item: O2")[0]}).disclosed

    assert "สี่เหลี่ยมมีเส้นขีดคือได้รับยกเว้น" in disclosed.figure(with_exempt, groups(with_exempt)).shown
    assert "ยกเว้น" not in disclosed.figure(without, groups(without)).shown
