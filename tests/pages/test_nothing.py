"""What the pages of an agency say that has no result yet: that it is not recorded, and what can be done meanwhile."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest

from generator import frameworks
from generator.pages import Context, methodology, present
from generator.pages.summaries import summarise

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]
MakeContext = Callable[..., Context]

NOTHING = {"2568/scores.yml": ""}
MEASURES = "measures: [{no: 1, title: หนึ่ง, indicators: [3], steps: ก}]\n"
DISCLOSURE = "items: [{item: O1}]\n"
DOCUMENTS = "documents: [{kind: report, title: รายงาน}]\n"
ALL_BUT_SCORES = NOTHING | {
    "2568/analysis.yml": "sections: [{title: ก, indicators: [{indicator: 3, strengths: ข}]}]\n",
    "2569/measures.yml": MEASURES,
    "2569/documents.yml": DOCUMENTS,
    "2569/disclosure.yml": DISCLOSURE,
}
PROFILE = "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"
TOLD = {
    "": "ยังไม่ได้บันทึกผลการประเมินของหน่วยงานนี้",
    "scores/": "ยังไม่ได้บันทึกผลการประเมินของหน่วยงานนี้",
    "measures/": "ยังไม่ได้บันทึกมาตรการของหน่วยงานนี้",
    "oit/": "ยังไม่ได้บันทึกรายการเปิดเผยข้อมูลสาธารณะ (OIT) ของหน่วยงานนี้",
    "documents/": "ยังไม่ได้บันทึกเอกสารฉบับทางการของหน่วยงานนี้",
}


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


def targets(address: str, tree: Tree) -> set[str]:
    root = "https://a.test/"
    hrefs = [urljoin(root + address, href).partition("#")[0] for href in tree.xpath(".//a/@href")]
    return {href.removeprefix(root) for href in hrefs if href.startswith(root) and href.endswith("/")}


def headings(tree: Tree) -> list[str]:
    return [said(one) for one in tree.xpath(".//h1 | .//h2")]


@pytest.mark.parametrize("address", TOLD)
def test_what_is_not_recorded_is_said_and_nothing_is_drawn(pages: Pages, address: str) -> None:
    tree = pages(NOTHING)[address]

    assert TOLD[address] in headings(tree)
    assert "สิ่งที่ทำได้ระหว่างนี้" in headings(tree)
    assert tree.xpath(".//table | .//svg | .//img") == []
    assert {"complaints/", "methodology/"} <= targets(address, tree)


@pytest.mark.parametrize("address", ["scores/", "measures/", "oit/", "documents/"])
def test_where_something_is_recorded_the_page_does_not_say_so(pages: Pages, address: str) -> None:
    scored = {**ALL_BUT_SCORES, "2568/scores.yml": "overall: 90.00\n"}

    assert TOLD[address] not in said(pages(scored, only=address)[address])


@pytest.mark.parametrize("files", [NOTHING, ALL_BUT_SCORES, NOTHING | {"2569/measures.yml": MEASURES}])
def test_every_way_leads_to_a_page_and_every_page_is_reached(pages: Pages, files: dict[str, str]) -> None:
    site = pages(files)

    reached, waiting = {""}, [""]
    while waiting:
        address = waiting.pop()
        new = targets(address, site[address]) - reached
        reached |= new
        waiting += sorted(new)
    # the foot of every page leads to the history, the navigation to findings
    assert {one for one in set(site) - reached if not one.startswith("findings/")} == {"changes/"}


def test_an_agency_with_nothing_has_these_pages(context: MakeContext) -> None:
    found = present(context(NOTHING))

    assert [page.address for page in found] == [
        "", "scores/", "measures/", "oit/", "documents/", "complaints/", "contact/", "methodology/", "changes/",
    ]  # fmt: skip
    assert [page.downloads for page in found if page.downloads] == []
    assert [page.address for page in found if not page.made_of] == []


@pytest.mark.parametrize(
    ("more", "ways"),
    [
        ("", []),
        ("contact: {line: '@tua'}\n", ["ดูช่องทางติดต่อหน่วยงานทั้งหมด"]),
        (
            "contact: {phone: 0 2000 0000 ต่อ 1}\nmain_website: https://www.tua.example\n",
            [
                "โทรศัพท์สอบถามหน่วยงาน 0 2000 0000 ต่อ 1",
                "เปิดเว็บไซต์หลักของหน่วยงาน (www.tua.example)",
                "ดูช่องทางติดต่อหน่วยงานทั้งหมด",
            ],
        ),
    ],
)
def test_a_citizen_is_sent_where_somebody_answers(pages: Pages, more: str, ways: list[str]) -> None:
    site = pages({**NOTHING, "agency.yml": PROFILE + more})

    for address in TOLD:
        (listed,) = site[address].xpath(".//h2[@id='ways']/following-sibling::ul[1]")
        assert [said(item) for item in listed][:-2] == ways


def test_measures_lead_to_indicators_that_have_no_score_yet(pages: Pages) -> None:
    site = pages(NOTHING | {"2569/measures.yml": MEASURES})

    assert [one for one in site if one.startswith("indicators/")] == [f"indicators/{n}/" for n in range(1, 11)]
    third = site["indicators/3/"]
    assert "ยังไม่ได้บันทึกคะแนนของตัวชี้วัดนี้" in said(third)
    assert third.xpath(".//table") == []
    assert "measures/2569/1/" in targets("indicators/3/", third)
    assert "indicators/3/" in targets("measures/2569/1/", site["measures/2569/1/"])
    (years,) = site["measures/2569/1/"].xpath(".//p[@class='years']")
    assert said(years).startswith("คะแนนปี 2568 → มาตรการปี 2569")
    assert "scores/2568/" not in targets("measures/2569/1/", years)


@pytest.mark.parametrize(
    ("files", "year"),
    [
        ({"2567/scores.yml": "overall: 80.00\n"}, 2567),
        ({"2567/scores.yml": "overall: 80.00\n", "2569/disclosure.yml": DISCLOSURE}, 2567),
        ({"2568/disclosure.yml": DISCLOSURE, "2569/measures.yml": MEASURES}, 2568),
        ({"2568/measures.yml": MEASURES}, 2567),
        ({}, frameworks.newest().fiscal_year.number),
    ],
)
def test_whose_words_are_explained(context: MakeContext, files: dict[str, str], year: int) -> None:
    assert methodology.rules(context(NOTHING | files)).fiscal_year.number == year


@pytest.mark.parametrize(
    ("files", "years", "told"),
    [
        ({}, ["2569"], True),
        ({"2568/measures.yml": MEASURES}, ["2567"], True),
        ({"2569/disclosure.yml": DISCLOSURE}, ["2569"], False),
        ({"2567/scores.yml": "overall: 80.00\n"}, ["2567"], False),
    ],
)
def test_the_rules_of_no_result_are_shown_as_such(
    pages: Pages, files: dict[str, str], years: list[str], *, told: bool
) -> None:
    tree = pages(NOTHING | files)["methodology/"]

    shown = [one.get("id") for one in tree.xpath(".//h2") if one.get("id").startswith("framework-")]
    assert shown == [f"framework-{year}" for year in years]
    assert (f"หน้านี้จึงแสดงเกณฑ์ปี {years[0]} เป็นข้อมูลประกอบ" in said(tree)) is told
    assert tree.xpath(".//dl[@class='glossary']/dt")


def test_the_portal_knows_an_agency_without_a_result(context: MakeContext) -> None:
    found = summarise(context(ALL_BUT_SCORES))

    assert (found.fiscal_year, found.years, found.results) == (None, (), ())
    assert (found.overall, found.grade, found.waiting) == ("", "", 0)
    assert (found.name, found.province) == (context(NOTHING).agency.name, context(NOTHING).agency.profile.province)
