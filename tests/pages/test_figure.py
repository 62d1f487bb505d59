"""Figures: one order on every page, and files that say the same."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from posixpath import normpath
from typing import Any

import pytest
from lxml import etree, html

from generator.page import NOTICE, Download
from generator.pages import Context, present

Tree = Any
MakeContext = Callable[..., Context]
SVG = "{http://www.w3.org/2000/svg}"
ROWS = "indicators: {1: 90, 2: 91, 3: 92, 4: 74.67, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}\n"
DISCLOSURE = "items:\n  - {item: O1, evidence: [{link: 'https://www.go.th/a', title: ก, whole: true}]}\n"
TWO = {
    "2567/scores.yml": f"overall: 90.90\n{ROWS}",
    "2568/scores.yml": f"overall: 91\n{ROWS}",
    "2568/disclosure.yml": DISCLOSURE,
}


def files(context: Context) -> dict[str, Download]:
    return {one.address: one for page in present(context) for one in page.downloads}


def blocks(pages: dict[str, Tree]) -> list[tuple[str, Tree]]:
    return [(address, one) for address, tree in pages.items() for one in tree.xpath(".//div[@class='picture']")]


def test_which_files_an_agency_has(context: MakeContext) -> None:
    years = [f"scores/{year}/{name}" for year in (2567, 2568) for name in
             ("indicators.svg", "indicators.png", "indicators.csv", "infographic/infographic.svg",
              "infographic/infographic.png")]  # fmt: skip
    compared = [f"scores/2568/{name}" for name in
                ("comparison.svg", "comparison.png", "comparison.csv", "slope.svg", "slope.png")]  # fmt: skip
    every = [f"{place}.{kind}" for place in ("scores/trend", "scores/indicators", "oit/2568/disclosure",
             *(f"indicators/{n}/trend" for n in range(1, 11))) for kind in ("svg", "png", "csv")]  # fmt: skip

    assert sorted(files(context(TWO))) == sorted([*years, *compared, *every, "card.png"])


@pytest.mark.parametrize("values", ["overall: 90\n", "indicators: {1: 90}\n", ROWS])
def test_addresses_depend_on_the_years_and_not_on_what_they_say(values: str, context: MakeContext) -> None:
    """Else a score that comes into doubt would take away an address that is promised."""
    assert sorted(files(context({**TWO, "2568/scores.yml": values}))) == sorted(files(context(TWO)))


def test_of_one_year_nothing_is_compared(context: MakeContext) -> None:
    found = files(context({}))

    assert {one.rpartition(".")[0] for one in found} == {
        "scores/2568/indicators", "scores/2568/infographic/infographic", "card",
    }  # fmt: skip


def test_every_block_has_the_same_order_and_leads_to_files_that_are_there(
    context: MakeContext, pages: Callable[..., dict[str, Tree]]
) -> None:
    known = files(context(TWO))
    found = blocks(pages(TWO))

    assert len(found) == 2 + 10 + 2 + 2 + 1
    offered = set()
    for address, block in found:
        assert [one.get("class") for one in block[:2]] == ["finding", "shown"]
        assert block.get("aria-labelledby") == block[0].get("id")
        assert block[-1].get("class") == "offered"
        assert len(block.xpath(".//table | .//div[@class='chart']")) >= 1
        method, *links = block.xpath("./p[@class='offered']//a")
        assert method.text_content() == "วิธีคำนวณ"
        of_one_year = re.fullmatch(r"scores/([0-9]{4})/", address)
        anchor = f"#framework-{of_one_year[1]}" if of_one_year else ""
        assert normpath(f"{address}{method.get('href')}") == normpath(f"methodology/{anchor}"), address
        targets = [normpath(f"{address}{one.get('href')}") for one in links]
        assert set(targets) <= set(known), address
        offered |= set(targets)
    assert {one for one in known if "infographic" not in one and one != "card.png"} == offered


def test_a_drawing_says_what_the_block_says(context: MakeContext, pages: Callable[..., dict[str, Tree]]) -> None:
    known = files(context(TWO))
    for address, block in blocks(pages(TWO)):
        place = normpath(address + block.xpath("string(.//a[contains(@href, '.svg')]/@href)"))
        tree = etree.fromstring(known[place].make())
        finding = block[0].text_content()
        assert tree.findtext(f"{SVG}title") == f"{finding} – เทศบาลตำบลตัวอย่าง"
        words = "".join("".join(one.text or "" for one in tree.iter(f"{SVG}text")).split())
        assert "".join(finding.split()) in words
        assert "เทศบาลตำบลตัวอย่าง" in words
        assert "ที่มา:" in words


def test_a_png_is_made_of_the_same_drawing(context: MakeContext) -> None:
    known = files(context(TWO))
    for address, one in known.items():
        if address.endswith(".png") and address != "card.png":
            scale = 1 if "infographic" in address else 2
            assert one.make() == f"{scale} ".encode() + known[address.replace(".png", ".svg")].make()


def test_tables_have_english_names_and_a_row_for_each_figure(context: MakeContext) -> None:
    rows = {}
    for address, one in files(context(TWO)).items():
        if address.endswith(".csv"):
            head, *rest = csv.reader(io.StringIO(one.make().decode("utf-8-sig"), newline=""))
            assert all(name.isascii() and name.islower() for name in head), address
            assert {len(row) for row in rest} == {len(head)}, address
            rows[address] = rest
    assert len(rows["scores/2568/indicators.csv"]) == len(rows["scores/2568/comparison.csv"]) == 10
    assert rows["scores/2568/indicators.csv"][3][:6] == [
        "2568", "4", "การใช้ทรัพย์สินของราชการ", "IIT", "74.67", "agreed",
    ]  # fmt: skip
    assert rows["scores/trend.csv"] == [["2567", "90.90", "agreed", "", "85"], ["2568", "91", "agreed", "", "85"]]
    assert len(rows["scores/indicators.csv"]) == 20
    assert len(rows["indicators/4/trend.csv"]) == 2


def test_a_missing_score_is_empty_and_a_disputed_one_says_what_is_printed(context: MakeContext) -> None:
    places = "places: [{id: a, kind: text, where: ก, scores: [{indicator: 1, score: 80.00}]}]\n"
    made = context({"2568/scores.yml": f"indicators: {{1: 90, 2: 0.00}}\n{places}"})
    text = files(made)["scores/2568/indicators.csv"].make().decode("utf-8-sig")

    lines = text.splitlines()
    assert lines[1] == "2568,1,การปฏิบัติหน้าที่,IIT,,disputed,90; 80.00,85,waiting"
    assert lines[2] == "2568,2,การใช้งบประมาณ,IIT,0.00,agreed,0.00,85,"
    assert lines[3] == "2568,3,การใช้อำนาจ,IIT,,missing,,85,"


@pytest.mark.parametrize("official", [True, False])
def test_a_picture_says_of_which_day_it_is_and_that_the_site_is_not_official(
    official: bool, context: MakeContext
) -> None:
    made = replace(context(TWO, date(2026, 1, 31)), official=official)
    for address, one in files(made).items():
        if address.endswith(".svg"):
            words = "".join(one.text or "" for one in etree.fromstring(one.make()).iter(f"{SVG}text"))
            assert "ข้อมูล ณ วันที่ 31 มกราคม 2569" in words, address
            assert (NOTICE in words) is not official, address


def test_a_block_ends_where_it_should(pages: Callable[..., dict[str, Tree]]) -> None:
    for _, block in blocks(pages(TWO)):
        assert block.getparent().tag == "div"
        assert block.getparent().get("class") is None
        assert "\n\n" not in html.tostring(block, encoding="unicode").strip()
