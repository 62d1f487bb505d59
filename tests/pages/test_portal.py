"""The portal of a network: its home, its years, and what the comparison reads; by the network of seven of tests/sites
and by summaries made for a case."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
from lxml import html
from mkdocs.utils.meta import get_data

from generator import frameworks
from generator.charts.vega import Drawing
from generator.model import Framework
from generator.page import Page
from generator.pages import compare, portal
from generator.pages.summaries import Result, Summary, rules_of, summarise
from generator.pipeline.addresses import context_of
from generator.pipeline.examine import examine
from generator.render import render
from generator.thai import FiscalYear, collation
from tests.pages.conftest import EXTENSIONS, FRAME, Tree

NETWORK = Path(__file__).parent.parent / "sites" / "network-of-seven" / "data"
Y67, Y68 = FiscalYear(2567), FiscalYear(2568)
RULES: Mapping[FiscalYear, Framework] = {year: frameworks.packaged(year) for year in (Y67, Y68)}
TEN = {str(n): "90.00" for n in range(1, 11)}
LONG = "องค์การบริหารส่วนตำบลดอนจันทร์ที่มีชื่อยาวมากเพื่อดูว่าชื่อยาวตัดบรรทัดได้"
HOSTILE = 'อบต. <b>โคก</b> & "งาม" {{ 7*7 }} | *ดี* [x](javascript:alert(1))'


class Blank:
    def svg(self, drawing: Drawing) -> str:
        return drawing.name

    def png(self, svg: str, scale: int) -> bytes:  # noqa: ARG002 -- nothing is drawn
        return b""


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


def rendered(pages: list[Page]) -> dict[str, Tree]:
    trees = {}
    for file in render(pages, (), {"methodology": ""}, FRAME)[1:]:
        body, _ = get_data(file.content.decode())
        address = file.path.removeprefix("pages/").removesuffix("index.md")
        trees[address] = html.fromstring(f"<div>{markdown.markdown(body, extensions=EXTENSIONS)}</div>")
    return trees


@pytest.fixture(scope="module")
def seven() -> tuple[Summary, ...]:
    examined = examine(NETWORK)
    assert examined.problems == ()
    assert examined.dataset is not None
    found = [summarise(context_of(examined, examined.dataset, one, Blank())) for one in examined.results]
    return tuple(sorted(found, key=lambda one: collation(one.name)))


@pytest.fixture(scope="module")
def pages(seven: tuple[Summary, ...]) -> dict[str, Tree]:
    return rendered(portal.present("เครือข่าย", seven, RULES))


def agency(slug: str, overall: str | None = "90.00", **more: Any) -> Summary:
    """An agency with one result of 2568."""
    of_result = {key: more.pop(key) for key in ("values", "rules", "inferred", "disputed", "doubts") if key in more}
    values = of_result.pop("values", TEN) | ({"overall": overall, "grade": "ผ่าน"} if overall else {})
    of_result.setdefault("rules", rules_of(RULES[Y68]))
    result = Result(2568, values=values, **of_result)
    return Summary(slug, slug, 2568, type="เทศบาลตำบล", results=(result,), **more)


def year_of(*agencies: Summary, year: str = "years/2568/") -> Tree:
    return rendered(portal.present("เครือข่าย", agencies, RULES))[year]


def table_of(tree: Tree, caption: str) -> dict[str, list[str]]:
    """The rows of the one table whose caption begins so, by their headings."""
    (found,) = [one for one in tree.iter("table") if said(one.find("caption")).startswith(caption)]
    return {said(row[0]): [said(cell) for cell in row[1:]] for row in found.xpath("./tbody/tr")}


def captions(tree: Tree) -> list[str]:
    return [said(one) for one in tree.iter("caption")]


# --- home


def test_the_home_says_what_it_is_and_how_many(pages: dict[str, Tree]) -> None:
    home = said(pages[""])

    assert "ITA วัดการรับรู้และการเปิดเผยข้อมูล ไม่ใช่ผลการตรวจสอบว่ามีการทุจริตหรือไม่" in home
    assert "7 หน่วยงาน 2 จังหวัด · ผลปี 2567–2568" in home
    ways = [(said(a), a.get("href")) for a in pages[""].xpath(".//ul[@class='ways']//a")]
    assert ways == [("ปี 2568", "years/2568/"), ("ปี 2567", "years/2567/"), ("เปรียบเทียบหน่วยงาน", "compare/")]
    assert [said(one) for one in pages[""].xpath(".//ul[@class='ways']//small")] == ["6 หน่วยงาน", "2 หน่วยงาน"]


def test_agencies_are_grouped_by_province_district_and_type(pages: dict[str, Tree]) -> None:
    home = pages[""]

    found = {}
    for heading in home.xpath(".//div[@id='groups']/h3"):
        found[said(heading)] = [said(one) for one in heading.getnext().iter("li")]
    assert found["จังหวัดสมมุติเหนือ 4 หน่วยงาน"] == ["เทศบาลตำบลนากลาง", "เทศบาลตำบลบ้านบน", "เทศบาลตำบลห้วยใหญ่", LONG]
    assert found["จังหวัดสมมุติใต้ 3 หน่วยงาน"][-1] == HOSTILE
    assert found["องค์การบริหารส่วนตำบล 2 หน่วยงาน"] == [LONG, HOSTILE]
    # two provinces have a district of one name
    assert found["อำเภอเมือง จังหวัดสมมุติเหนือ 1 หน่วยงาน"] == ["เทศบาลตำบลบ้านบน"]
    assert found["อำเภอเมือง จังหวัดสมมุติใต้ 1 หน่วยงาน"] == ["เทศบาลตำบลบ้านล่าง"]


def test_filters_lead_to_the_groups_and_have_the_keys_of_the_entries(pages: dict[str, Tree]) -> None:
    home = pages[""]
    ids = set(home.xpath(".//@id"))

    for link in home.xpath(".//div[@id='filters']//a"):
        anchor = link.get("href").removeprefix("#")
        assert anchor in ids
        (group,) = home.xpath(f".//h3[@id='{anchor}']")
        entries = home.xpath(f".//ul[@id='agency-list']/li[@data-{anchor.split('-')[0]}]")
        mine = [one for one in entries if one.get(f"data-{anchor.split('-')[0]}") == link.get("data-key")]
        assert len(mine) == len(group.getnext().findall("li")) > 0


def test_an_agency_without_place_and_type_has_its_groups_too() -> None:
    bare = Summary("a", "ก", 2568)

    home = rendered(portal.present("เครือข่าย", (bare, agency("b", province="จังหวัด|ข")), RULES))[""]

    headings = [said(one) for one in home.iter("h3")]
    assert headings == [
        "จังหวัด|ข 1 หน่วยงาน", "ไม่ได้ระบุจังหวัด 1 หน่วยงาน", "เทศบาลตำบล 1 หน่วยงาน", "ไม่ได้ระบุประเภท 1 หน่วยงาน",
    ]  # fmt: skip
    assert home.xpath(".//ul[@id='agency-list']/li/@data-province") == ["ไม่ได้ระบุจังหวัด", "จังหวัด/ข"]


def test_hostile_names_are_words(pages: dict[str, Tree]) -> None:
    for address in ("", "years/2568/", "compare/"):
        assert HOSTILE in said(pages[address])
        assert pages[address].xpath(".//b | .//i | .//em | .//script") == []
        assert [href for href in pages[address].xpath(".//@href") if "javascript" in href] == []


def test_an_agency_published_by_an_earlier_program_links_to_no_result() -> None:
    """Which pages it has is not known beyond its home and the findings of its latest year."""
    old = Summary.of_json(
        {"slug": "a", "name": "ก", "fiscal_year": 2567, "overall": "90.90", "waiting": 2, "source": "x"}
    )

    found = rendered(portal.present("เครือข่าย", (old,), RULES))

    hrefs = {href for tree in found.values() for href in tree.xpath(".//a/@href") if re.search(r"(^|/)a/", href)}
    assert hrefs == {"a/", "a/findings/2567/", "../../a/", "../a/"}
    assert "เผยแพร่ไว้ก่อนที่เว็บไซต์จะมีหน้านี้" in said(found["years/2567/"])


# --- what a manifest says


NEWCOMER = Summary("mai", "อบต. นาใหม่", type="เทศบาลตำบล", province="จังหวัดสมมุติ")


def test_an_agency_without_a_result_is_listed_under_its_place() -> None:
    home = rendered(portal.present("เครือข่าย", (NEWCOMER, agency("mi")), RULES))[""]

    new, other = home.xpath(".//ul[@id='agency-list']/li")
    assert said(new) == "อบต. นาใหม่เทศบาลตำบลยังไม่มีผลการประเมิน"
    assert new.get("data-province") == "จังหวัดสมมุติ"
    assert "ยังไม่มีผลการประเมิน" not in said(other)
    assert [said(one) for one in home.xpath(".//ul[@class='ways']//small")] == ["1 หน่วยงาน"]


def test_an_agency_without_a_result_counts_and_is_absent_from_the_year() -> None:
    tree = year_of(NEWCOMER, agency("mi"), agency("mee"))

    assert "มีผลการประเมินของปีนี้ 2 จาก 3 หน่วยงานในเว็บไซต์" in said(tree)
    assert [one for one in captions(tree) if "ที่มีข้อมูล" in one]
    assert all("2 จาก 3 หน่วยงานที่มีข้อมูล" in one for one in captions(tree) if "ที่มีข้อมูล" in one)
    assert "ไม่มีผลของปีนี้ในเว็บไซต์ 1 จาก 3 หน่วยงาน" in said(tree)
    assert all(NEWCOMER.name not in said(one) for one in tree.iter("table"))


def test_an_agency_without_a_result_is_not_offered_for_comparison() -> None:
    (page,) = compare.present((NEWCOMER, agency("mi")))
    tree = rendered([page])["compare/"]
    value = json.loads(compare.data((NEWCOMER, agency("mi")), RULES))

    assert captions(tree) == ["หน่วยงานที่มีผล 1 จาก 2 หน่วยงาน และปีที่มีผล"]
    assert NEWCOMER.name not in said(tree)
    assert page.script != ""
    assert [one["slug"] for one in value["agencies"]] == ["mi"]


@pytest.mark.parametrize("known", [RULES, {}])
def test_a_network_where_nobody_has_a_result_says_so(known: Mapping[FiscalYear, Framework]) -> None:
    pages = portal.present("เครือข่าย", (NEWCOMER,), known)
    trees = rendered(pages)

    assert [*trees] == ["", "compare/", "methodology/"]
    assert "1 หน่วยงาน 1 จังหวัด · ยังไม่มีหน่วยงานใดบันทึกผลการประเมิน" in said(trees[""])
    assert trees[""].xpath(".//ul[@class='ways']") == []
    assert said(trees["compare/"]) == "เปรียบเทียบหน่วยงาน ยังไม่มีหน่วยงานใดที่มีผลการประเมินให้เปรียบเทียบ"
    assert [page.script for page in pages if page.script] == []
    assert trees["methodology/"].xpath(".//dl[@class='glossary']/dt")


def test_a_summary_without_a_result_comes_back_from_its_manifest() -> None:
    assert Summary.of_json(json.loads(json.dumps(NEWCOMER.as_json()))) == NEWCOMER


def test_a_summary_comes_back_from_its_manifest(seven: tuple[Summary, ...]) -> None:
    for one in seven:
        assert Summary.of_json(json.loads(json.dumps(one.as_json(), sort_keys=True))) == one
        # as it is published
        assert len(json.dumps(one.as_json(), ensure_ascii=False, indent=1).encode()) <= 2048 * len(one.results)


def test_what_another_program_wrote_more_is_ignored_and_less_is_empty() -> None:
    result = {"fiscal_year": 2568, "values": {"overall": "90.00"}, "colour": "red"}

    found = Summary.of_json({"slug": "a", "name": "ก", "fiscal_year": 2568, "results": [result], "more": 1})

    assert found == Summary("a", "ก", 2568, results=(Result(2568, values={"overall": "90.00"}),))


# --- years


def test_a_year_ranks_each_type_apart(pages: dict[str, Tree]) -> None:
    page = pages["years/2568/"]

    assert [said(one) for one in page.iter("h2")] == ["เทศบาลตำบล", "องค์การบริหารส่วนตำบล"]
    ranking = table_of(page, "อันดับตามคะแนนรวม คะแนนเท่ากันอยู่อันดับเดียวกัน ปี 2568 (3 จาก 5 หน่วยงานที่มีข้อมูล)")
    assert {name: row[:3] for name, row in ranking.items()} == {
        "เทศบาลตำบลบ้านบน": ["1", "90.90", "ผ่านดี"],
        "เทศบาลตำบลบ้านล่าง": ["1", "90.90", "ผ่านดี"],
        "เทศบาลตำบลนากลาง": ["3", "80.92", "ต้องปรับปรุง"],
        "ค่าเฉลี่ยของหน่วยงานที่จัดอันดับ": ["", "87.57", ""],
        "ค่าเฉลี่ยระดับประเทศ (ทุกประเภทหน่วยงาน) – ยืนยันจากสองแหล่งขึ้นไป": ["", "93.82", ""],
    }
    assert table_of(page, "มีผลของปีนี้ แต่ไม่อยู่ในการจัดอันดับ 1 หน่วยงาน") == {
        "เทศบาลตำบลหนองสอง": ["คะแนนรวมยังตัดสินไม่ได้ เพราะเอกสารพิมพ์ไว้ไม่ตรงกัน"]
    }
    (absent,) = page.iter("details")
    assert said(absent.find("summary")) == "ไม่มีผลของปีนี้ในเว็บไซต์ 1 จาก 5 หน่วยงาน"
    assert [said(one) for one in absent.iter("li")] == ["เทศบาลตำบลห้วยใหญ่"]


def test_a_year_says_the_finding_in_words(pages: dict[str, Tree]) -> None:
    findings = [said(one) for one in pages["years/2568/"].xpath(".//p[@class='finding']")]

    complete = "หน่วยงานที่มีข้อมูล นับเฉพาะที่มีคะแนนครบทุกตัวชี้วัด"
    two = "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล และตัวชี้วัดที่ 10 การป้องกันการทุจริต"
    assert findings == [
        f"ค่าเฉลี่ยต่ำสุดคือ{two} เฉลี่ย 90.00 (2 จาก 5 {complete})",
        "คะแนนรวมตั้งแต่ 80.92 ถึง 90.90 เฉลี่ย 87.57 (3 จาก 5 หน่วยงานที่มีข้อมูล)",
        f"ค่าเฉลี่ยต่ำสุดคือตัวชี้วัดที่ 9 การเปิดเผยข้อมูล เฉลี่ย 87.00 (2 จาก 2 {complete})",
        "คะแนนรวมตั้งแต่ 80.90 ถึง 96.00 เฉลี่ย 88.45 (2 จาก 2 หน่วยงานที่มีข้อมูล)",
    ]


def test_the_heat_map_shows_every_number_and_why_there_is_none(pages: dict[str, Tree]) -> None:
    cells = table_of(pages["years/2568/"], "คะแนนรายตัวชี้วัด ปี 2568 (4 จาก 5 หน่วยงานที่มีข้อมูล)")

    assert cells["เทศบาลตำบลนากลาง"][8:] == ["75.00", "– ไม่มีในเอกสาร"]
    assert cells["เทศบาลตำบลหนองสอง"] == [
        "95.00", "94.99", "ยังตัดสินไม่ได้", "69.99", "85.00", "84.99", "60.00", "59.99", "100.00", "100.00",
    ]  # fmt: skip
    assert cells["ค่าเฉลี่ย (2 จาก 5 หน่วยงานที่มีข้อมูล)"][8:] == ["90.00", "90.00"]
    steps = {
        said(one): one.get("class")
        for one in pages["years/2568/"].xpath(".//td/span[starts-with(@class, 'heat heat-')]")
    }
    assert [steps[n] for n in ("59.99", "60.00", "69.99", "75.00", "84.99", "85.00", "94.99", "95.00", "100.00")] == [
        f"heat heat-{n}" for n in (1, 2, 2, 3, 3, 4, 4, 5, 5)
    ]


def test_a_mean_has_the_colour_of_the_figure_that_is_shown() -> None:
    one = agency("a", values=TEN | {"1": "84.99"})
    other = agency("b", values=TEN | {"1": "85.00"})

    page = year_of(one, other)  # the exact mean is 84.995

    (mean,) = page.xpath(".//tr[th[starts-with(., 'ค่าเฉลี่ย ')]]/td[1]/span")
    assert (said(mean), mean.get("class")) == ("85.00", "heat heat-4")


def test_years_lead_to_their_neighbours(pages: dict[str, Tree]) -> None:
    def neighbours(address: str) -> list[str]:
        return [said(a) for a in pages[address].xpath("(.//ul[@class='ways'])[last()]/li/a")]

    assert neighbours("years/2568/") == ["← ปี 2567"]
    assert neighbours("years/2567/") == ["ปี 2568 →"]


def test_inferred_years_are_marked(pages: dict[str, Tree]) -> None:
    ranking = table_of(pages["years/2567/"], "อันดับ")

    assert [name for name in ranking if "ปีอนุมาน" in name] == ["เทศบาลตำบลห้วยใหญ่ (ปีอนุมาน)"]


@pytest.mark.parametrize("count", [1, 2, 4, 5])
def test_a_distribution_needs_five(count: int) -> None:
    page = year_of(*(agency(f"a{n}", f"9{n}.00") for n in range(count)))

    spread = [one for one in captions(page) if one.startswith("การกระจาย")]
    assert spread == [f"การกระจายของคะแนนรวม ปี 2568 ({count} จาก {count} หน่วยงานที่มีข้อมูล)"] * (count >= 5)
    assert ("จึงไม่แสดงการกระจายของคะแนน" in said(page)) is (2 <= count < 5)


def test_the_step_of_the_national_average_is_marked_in_the_distribution() -> None:
    page = year_of(*(agency(f"a{n}", f"9{n}.00") for n in range(6)))

    assert [*table_of(page, "การกระจาย")] == ["95 ถึง 100", "90 ถึงต่ำกว่า 95 ช่วงของค่าเฉลี่ยระดับประเทศ 93.82"]


@pytest.mark.parametrize(
    ("agencies", "why"),
    [
        ([agency("a")], "เว็บไซต์นี้มีหน่วยงานประเภทนี้หน่วยงานเดียว จึงไม่จัดอันดับและไม่หาค่าเฉลี่ย"),
        ([agency("a"), agency("b", None)], "คะแนนรวมที่ใช้ได้มี 1 จาก 2 หน่วยงานที่มีข้อมูล จึงไม่จัดอันดับและไม่หาค่าเฉลี่ย"),
        ([agency("a", None), agency("b", None)], "คะแนนรวมที่ใช้ได้มี 0 จาก 2 หน่วยงานที่มีข้อมูล"),
    ],
)
def test_one_overall_makes_no_ranking(agencies: list[Summary], why: str) -> None:
    page = year_of(*agencies)

    assert why in said(page)
    assert not any(one.startswith("อันดับ") for one in captions(page))
    assert "อันดับ" not in [said(one) for one in page.xpath(".//th[@scope='col']")]


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        (("90.00", "90.0"), "คะแนนรวมเท่ากันทุกหน่วยงาน 90.00 (2 จาก 2 หน่วยงานที่มีข้อมูล)"),
        (("90.00", "90.01"), "คะแนนรวมตั้งแต่ 90.00 ถึง 90.01 เฉลี่ย 90.01 (2 จาก 2 หน่วยงานที่มีข้อมูล)"),
    ],
)
def test_equal_overalls_are_told_as_such(scores: tuple[str, str], sentence: str) -> None:
    assert sentence in said(year_of(*(agency(slug, one) for slug, one in zip("ab", scores, strict=True))))


def test_equal_means_are_told_as_such() -> None:
    assert "ทุกตัวชี้วัดมีค่าเฉลี่ยเท่ากัน 90.00 (2 จาก 2 " in said(year_of(agency("a"), agency("b")))


def test_a_doubtful_overall_keeps_its_mark() -> None:
    page = year_of(agency("a", doubts={"overall": "รอตรวจสอบ"}), agency("b", "80.00"))

    (mark,) = page.xpath(".//a[@class='mark']")
    assert (said(mark), mark.get("href")) == ("รอตรวจสอบ", "../../a/findings/2568/")


def test_a_year_whose_rules_are_not_there_compares_nobody() -> None:
    page = rendered(portal.present("เครือข่าย", (agency("a"), agency("b")), {}))["years/2568/"]

    assert {tuple(row) for row in table_of(page, "มีผลของปีนี้").values()} == {("เว็บไซต์นี้ไม่มีเกณฑ์การประเมินของปีนี้",)}
    assert len(captions(page)) == 1


# --- the comparison


def test_the_comparison_says_who_can_be_compared(pages: dict[str, Tree]) -> None:
    rows = table_of(pages["compare/"], "หน่วยงานทั้งหมด 7 หน่วยงาน และปีที่มีผล")

    assert rows["เทศบาลตำบลบ้านบน"] == ["เทศบาลตำบล", "อำเภอเมือง จังหวัดสมมุติเหนือ", "2568 2567"]
    assert rows["เทศบาลตำบลห้วยใหญ่"][2] == "2567"
    assert "ต้องใช้ JavaScript" in said(pages["compare/"])


@pytest.fixture
def read(seven: tuple[Summary, ...]) -> Callable[..., Any]:
    return lambda *agencies: json.loads(compare.data(agencies or seven, RULES))


def test_what_the_comparison_reads(read: Callable[..., Any]) -> None:
    value = read()

    assert [*value["years"]] == ["2567", "2568"]
    assert value["years"]["2568"][:3] == ["คะแนนรวม", "ระดับ", "1 การปฏิบัติหน้าที่"]
    by_slug = {one["slug"]: one for one in value["agencies"]}
    assert by_slug["nong-song"]["results"]["2568"][:5] == [
        "ยังตัดสินไม่ได้ (รอตรวจสอบ)", "ผ่าน", "95.00", "94.99", "ยังตัดสินไม่ได้ (รอตรวจสอบ)",
    ]  # fmt: skip
    assert by_slug["na-klang"]["results"]["2568"][-1] == "ไม่มีในเอกสาร"
    assert [*by_slug["huai-yai"]["results"]] == ["2567"]
    assert by_slug["huai-yai"]["inferred"] == ["2567"]
    assert by_slug["khok-ngam"]["name"] == HOSTILE
    for one in value["agencies"]:
        for year, texts in one["results"].items():
            assert len(texts) == len(value["years"][year])


def test_results_under_other_rules_cannot_be_compared(read: Callable[..., Any]) -> None:
    value = read(agency("a"), agency("b", rules="IIT 50 1; OIT 50 2"))

    assert [[*one["results"]] for one in value["agencies"]] == [["2568"], []]
