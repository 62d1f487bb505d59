"""The way of a reader: from a result to what follows from it and back, and never to a page that is not there."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin

import pytest

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]

FILES = {
    "2567/scores.yml": "overall: 80.00\nindicators: {1: 80.00, 3: 81.00}\n",
    "2568/analysis.yml": (
        "sections:\n  - {title: ก, places: [compared], "
        "indicators: [{indicator: 3, strengths: ข}, {indicator: 1, defects: ค}, {indicator: 3, defects: ง}]}\n"
    ),
    "2568/scores.yml": (
        "overall: 90.90\ngrade: ผ่านดี\nindicators: {1: 90.00, 3: 92.00}\nplaces:\n"
        "  - {id: compared, kind: comparison, where: ตาราง, previous_year: 2567, "
        "scores: [{indicator: 1, previous: 80.00, score: 90.00, difference: 10.00}]}\n"
    ),
    "2569/measures.yml": (
        "measures:\n  - {no: 5, title: หนึ่ง, indicators: [3], steps: ข}\n"
        "  - {no: 2, title: สอง, indicators: [1, 3], result: ข}\n  - {no: 3, title: สาม, whole: true, steps: ข}\n"
    ),
    "2569/documents.yml": (
        "documents:\n  - {kind: report, title: รายงาน, contains: [{record: measures, year: 2569}, "
        "{record: analysis, year: 2568}, {record: scores, year: 2568}]}\n"
    ),
}


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


def below(tree: Tree, anchor: str) -> list[tuple[str, str]]:
    """The links of the list below a heading, each with the words of its line."""
    items = tree.xpath(f".//h2[@id='{anchor}']/following-sibling::ul[1]/li")
    return [(said(item), item.xpath(".//a/@href")[0]) for item in items]


def targets(address: str, tree: Tree) -> set[str]:
    """The pages of the site that a page leads to; files that it offers are no pages."""
    hrefs = tree.xpath(".//a[not(starts-with(@href, 'tel:'))]/@href[not(ancestor::p[@class='offered'])]")
    found = {urljoin(f"https://a.test/{address}", href).removeprefix("https://a.test/").split("#")[0] for href in hrefs}
    return {one for one in found if not one.endswith((".png", ".svg"))}


@pytest.fixture
def site(pages: Pages) -> dict[str, Tree]:
    return pages(FILES)


CHAIN = [
    ("การวิเคราะห์ผลการประเมินปี 2568", "scores/2568/analysis/"),
    ("มาตรการปี 2569 (3 มาตรการ)", "measures/2569/"),
    ("รายงาน", "documents/2569/report/"),
    ("ค้นดูมาตรการทุกปี", "measures/"),
]


def test_the_home_page_leads_along_the_chain(site: dict[str, Tree]) -> None:
    home = site[""]

    assert said(home.xpath(".//p[@class='years']")[0]) == "คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569 (ข้อ O25)"
    assert below(home, "measures") == CHAIN
    assert "มาตรการปี 2569: ดำเนินการแล้วเสร็จ 1 มาตรการ ยังระบุสถานะไม่ได้ 2 มาตรการ" in said(home)


def test_the_home_page_tells_the_latest_measures_only(pages: Pages) -> None:
    rows = "measures: [{no: 1, title: ก, result: ข}]\n"
    home = pages({**FILES, "2568/measures.yml": rows}, only="")[""]

    assert "มาตรการปี 2569: ดำเนินการแล้วเสร็จ 1 มาตรการ ยังระบุสถานะไม่ได้ 2 มาตรการ" in said(home)
    assert "มาตรการปี 2568" not in said(home)


def test_without_measures_the_home_page_says_so(pages: Pages) -> None:
    home = pages({})[""]

    assert home.xpath(".//p[@class='years']") == []
    (tile,) = home.xpath(".//h2[@id='measures']/..")
    assert "หน่วยงานยังไม่ได้ให้ข้อมูลมาตรการไว้ในเว็บไซต์นี้" in said(tile)


def test_a_result_leads_to_what_follows_from_it(site: dict[str, Tree]) -> None:
    assert below(site["scores/2568/"], "chain") == [
        (name, href.replace("scores/2568/", "") if "analysis" in href else f"../../{href}") for name, href in CHAIN
    ]


def test_a_result_that_nothing_follows_leads_to_browsing_only(site: dict[str, Tree]) -> None:
    assert [name for name, _ in below(site["scores/2567/"], "chain")] == ["ค้นดูมาตรการทุกปี"]


def test_without_measures_and_analysis_there_is_no_chain(pages: Pages) -> None:
    assert pages({}, only="scores/2568/")["scores/2568/"].xpath(".//h2[@id='chain']") == []


def test_an_indicator_leads_to_its_analyses_and_measures(site: dict[str, Tree]) -> None:
    third, first, fourth = (site[f"indicators/{n}/"] for n in (3, 1, 4))

    assert below(third, "analyses") == [("บทวิเคราะห์ปี 2568", "../../scores/2568/analysis/#indicator-3")]
    assert below(third, "measures") == [
        ("หนึ่ง ปี 2569 ยังระบุสถานะไม่ได้", "../../measures/2569/5/"),
        ("สอง ปี 2569 ดำเนินการแล้วเสร็จ", "../../measures/2569/2/"),
    ]
    assert [href for _, href in below(first, "measures")] == ["../../measures/2569/2/"]
    assert [one.get("id") for one in fourth.iter("h2")] == []


def test_an_analysis_without_its_result_is_nowhere_led_to(pages: Pages) -> None:
    files = {**FILES, "2566/analysis.yml": "sections: [{indicators: [{indicator: 3, strengths: ก}]}]\n"}
    found = pages({**files, "2567/measures.yml": "measures: [{no: 1, indicators: [3], steps: ก}]\n"})

    led = set().union(*(targets(address, tree) for address, tree in found.items()))
    assert "scores/2566/analysis/" not in led
    assert led <= set(found)


# --- conclusions, and values that were chosen


def conclusions(tree: Tree) -> list[tuple[str, str]]:
    below = tree.xpath(".//h2[@id='comparison']/following::a")
    return [(said(one), one.get("href")) for one in below if said(one).startswith("การเปรียบเทียบและข้อสรุป")]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("analysis", "sections: [{title: ก}, {number: ๒., title: ข, places: [compared]}]\n", "analysis/#section-2"),
        ("analysis", "sections: [{id: end, number: ๒., title: ข, places: [compared]}]\n", "analysis/#section-end"),
        (
            "measures",
            "introduction: [{number: ๒., title: ข, places: [compared]}]\nmeasures: [{no: 1, steps: ก}]\n",
            "../../measures/2568/#introduction-1",
        ),
        (
            "measures",
            "measures: [{no: 1, steps: ก}]\nconclusion: [{title: ก}, {number: ๒., title: ข, places: [compared]}]\n",
            "../../measures/2568/#conclusion-2",
        ),
    ],
)
def test_a_result_leads_to_where_its_documents_compare_it(pages: Pages, name: str, text: str, expected: str) -> None:
    files = {"2568/scores.yml": FILES["2568/scores.yml"], f"2568/{name}.yml": text}
    found = pages(files)

    assert conclusions(found["scores/2568/"]) == [("การเปรียบเทียบและข้อสรุปในเอกสาร: ๒. ข", expected)]
    page, anchor = urljoin("https://a.test/scores/2568/", expected).removeprefix("https://a.test/").split("#")
    assert anchor in found[page].xpath(".//@id")


@pytest.mark.parametrize("place", ["result", "plain"])
def test_a_table_that_compares_nothing_is_no_conclusion(pages: Pages, place: str) -> None:
    plain = "places: [{id: plain, kind: table, where: ตาราง, scores: [{indicator: 1, score: 90}]}]\n"
    files = {
        "2568/scores.yml": f"indicators: {{1: 90}}\n{plain}",
        "2568/analysis.yml": f"sections: [{{title: ก, places: [{place}]}}]\n",
    }

    assert conclusions(pages(files, only="scores/2568/")["scores/2568/"]) == []


def test_a_chosen_value_is_told_with_the_reason(pages: Pages) -> None:
    places = "places:\n  - {id: a, kind: text, where: ข, overall: 91, scores: [{indicator: 3, score: 91}]}\n"
    chosen = "chosen:\n  - {datum: 3, value: 91, reason: ตรงกับตาราง}\n  - {datum: overall, value: 90, reason: หน้าแรก}\n"
    scores = f"overall: 90\nindicators: {{3: 90}}\n{places}"

    tree = pages({"2568/scores.yml": scores + chosen}, only="scores/2568/")["scores/2568/"]
    assert [said(one) for one in tree.xpath(".//h2[@id='printed']/following-sibling::ul[1]/li")] == [
        "คะแนนรวม: 90 – หน้าแรก",
        "ตัวชี้วัดที่ 3 การใช้อำนาจ: 91 – ตรงกับตาราง",
    ]
    without = pages({"2568/scores.yml": scores}, only="scores/2568/")["scores/2568/"]
    assert "ค่าที่ใช้คำนวณเมื่อเอกสารพิมพ์ไว้ไม่ตรงกัน" not in said(without)


# --- years without a result


@pytest.mark.parametrize(
    ("files", "name", "href"),
    [
        ({}, "ผลการประเมินปี 2568", "../../scores/2568/"),
        ({"2568/measures.yml": "measures: [{no: 1, steps: ก}]\n"}, "ผลการประเมินปี 2568", "../../scores/2568/"),
        ({"2569/measures.yml": "measures: [{no: 1, steps: ก}]\n"}, "มาตรการปี 2569", "../../measures/2569/"),
        (
            {
                "2569/measures.yml": "measures: [{no: 1, steps: ก}]\n",
                "2569/documents.yml": "documents: [{kind: a, title: ก}]\n",
            },
            "มาตรการปี 2569",
            "../../measures/2569/",
        ),
        ({"2569/documents.yml": "documents: [{kind: a, title: ก}]\n"}, "เอกสารทั้งหมด", "../../documents/"),
        ({"2569/analysis.yml": "sections: [{title: ก}]\n"}, "หน้าแรก", "../../"),
    ],
)
def test_findings_lead_back_to_what_they_are_about(pages: Pages, files: dict[str, str], name: str, href: str) -> None:
    found = pages(files)
    year = max(address.split("/")[1] for address in found if address.startswith("findings/"))

    last = found[f"findings/{year}/"].xpath("./p[last()]/a")
    assert [(said(one), one.get("href")) for one in last] == [(name, href)]


def test_a_year_that_has_only_measures_has_a_page_of_findings(pages: Pages) -> None:
    rows = "measures: [{no: 1, subject: การแก้ปัญหาคาการทุจริต, indicators: [5], steps: ก}]\n"
    found = pages({"2569/measures.yml": rows})

    assert [one for one in found if one.startswith("findings/")] == ["findings/2569/", "findings/2568/"]
    assert "scores/2569/" not in found
    tree = found["findings/2569/"]
    assert "indicator-name-1" in tree.xpath(".//h2/@id")
    (source,) = {said(one).partition(":1")[0] for one in tree.xpath(".//h2[@id='indicator-name-1']/following::code[1]")}
    assert source == "data/tua-yang/2569/measures.yml"


# --- the whole site


def test_no_page_leads_to_one_that_is_not_there(site: dict[str, Tree]) -> None:
    for address, tree in site.items():
        ids = set(tree.xpath(".//@id"))
        assert targets(address, tree) <= set(site), address
        for href in tree.xpath(".//a/@href[starts-with(., '#')]"):
            assert href[1:] in ids, (address, href)


def test_every_page_can_be_reached_by_links_from_the_home_page(site: dict[str, Tree]) -> None:
    # but for the history of the data, which the foot of every page leads to
    assert set(site) - _reached(site) == {"changes/"}


def _reached(site: Mapping[str, Tree]) -> set[str]:
    reached, waiting = {""}, [""]
    while waiting:
        address = waiting.pop()
        new = targets(address, site[address]) - reached
        reached |= new
        waiting += sorted(new)
    return reached


def test_the_chain_can_be_walked_in_both_directions(site: dict[str, Tree]) -> None:
    ways = {
        ("scores/2568/", "scores/2568/analysis/"),
        ("scores/2568/analysis/", "measures/2569/5/"),
        ("scores/2568/analysis/", "indicators/3/"),
        ("measures/", "measures/2569/"),
        ("measures/2569/", "measures/2569/5/"),
        ("measures/2569/", "documents/2569/report/"),
        ("measures/2569/", "scores/2568/"),
        ("measures/2569/5/", "scores/2568/analysis/"),
        ("measures/2569/5/", "indicators/3/"),
        ("documents/", "documents/2569/report/"),
    }

    for one, other in ways:
        assert other in targets(one, site[one]), (one, other)
        assert one in targets(other, site[other]), (other, one)


def test_every_address_is_a_promised_one(site: dict[str, Tree]) -> None:
    promised = re.compile(
        r"""|scores/(\d{4}/((analysis|infographic)/)?)?|measures/(\d{4}/(\d+/)?)?|documents/(\d{4}/[a-z][a-z0-9-]*/)?
        |oit/|indicators/([1-9]|10)/|findings/\d{4}/|methodology/|contact/|complaints/|changes/""",
        re.VERBOSE,
    )

    assert [one for one in site if not promised.fullmatch(one)] == []
