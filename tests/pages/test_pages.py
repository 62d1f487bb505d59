"""The pages of an agency and of the portal: their addresses, their links, and what they may and may not say."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from lxml import html
from mkdocs.utils.meta import get_data

from generator.charts.vega import Drawing
from generator.findings import CHECKS
from generator.history import Change, History
from generator.links import Origins
from generator.page import Page
from generator.pages import PAGE_TYPES, Context, comparison, eit, portal, present, redirects
from generator.pages.summaries import Summary, summarise
from generator.pipeline.build import _Work
from generator.pipeline.examine import Examined, examine
from generator.render import SiteFrame, render
from generator.thai import FiscalYear

Examine = Callable[[Mapping[str, str | bytes]], Examined]
Tree = Any  # an lxml element

ROOT = Path(__file__).parent.parent.parent
SLUGS = ("din-daeng", "muang-mu", "mueang-khong", "nong-ya-plong", "sateng-nok")
NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip
UNDECIDED = "ยังตัดสินไม่ได้"


class Sketchbook:
    def svg(self, drawing: Drawing) -> str:
        return f'<svg role="img"><title id="{drawing.name}-title">{drawing.title}</title></svg>'

    def png(self, svg: str, scale: int) -> bytes:
        return f"{scale} {svg}".encode()


def context_of(examined: Examined, slug: str = "tua-yang", origins: Origins | None = None) -> Context:
    assert examined.dataset is not None
    (result,) = [one for one in examined.results if one.agency.slug == slug]
    return Context(
        agency=result.agency,
        official=False,
        frameworks=examined.dataset.frameworks,
        assessments=result.assessments,
        findings=result.findings,
        as_of=None,
        origins=origins or Origins(None, History()),
        easel=Sketchbook(),
    )


@cache
def extensions() -> tuple[str, ...]:
    configured = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    return tuple(one if isinstance(one, str) else next(iter(one)) for one in configured)


def rendered(pages: Iterable[Page]) -> dict[str, Tree]:
    """Each page's HTML by its address, as Python-Markdown makes it with the extensions of mkdocs.yml."""
    files = render(
        list(pages), (), {"hotlines": "", "methodology": ""}, SiteFrame("ชื่อ", "a", "b", official=True, footer="ท้าย")
    )
    trees = {}
    for file in files[1:]:
        body, _ = get_data(file.content.decode())
        address = file.path.removeprefix("pages/").removesuffix("index.md")
        trees[address] = html.fromstring(f"<div>{markdown.markdown(body, extensions=list(extensions()))}</div>")
    return trees


def said(tree: Tree) -> str:
    """What a reader reads, one space between words."""
    return " ".join(str(tree.text_content()).split())


@pytest.fixture(scope="module")
def real() -> Examined:
    return examine(ROOT / "data")


@pytest.fixture(scope="module")
def sites(real: Examined) -> dict[str, dict[str, Tree]]:
    """The pages of every agency of the repository, by slug and address."""
    return {slug: rendered(present(context_of(real, slug))) for slug in SLUGS}


@pytest.fixture(scope="module")
def portal_pages(real: Examined) -> list[Page]:
    assert real.dataset is not None
    summaries = tuple(summarise(context_of(real, slug)) for slug in SLUGS)
    return portal.present("เครือข่าย", summaries, real.dataset.frameworks)


def two_years(examined: Examine) -> Examined:
    rows = "\n".join(f"  {n}: {90 + n / 2}" for n in range(1, 11))
    text = f"overall: 93.40\ngrade: ผ่านดี\nindicators:\n{rows}\n"
    return examined({"tua-yang/2567/scores.yml": text, "tua-yang/2568/scores.yml": text.replace("93.40", "93.41")})


# --- addresses


def test_an_agency_with_two_years_has_these_pages_in_this_order(examined: Examine) -> None:
    pages = present(context_of(two_years(examined)))

    assert [page.address for page in pages] == [
        "",
        "scores/", "scores/2568/", "scores/2567/", "scores/2568/infographic/", "scores/2567/infographic/",
        "measures/",
        *(f"indicators/{n}/" for n in range(1, 11)),
        "oit/", "documents/",
        "complaints/", "contact/",
        "findings/2568/", "findings/2567/",
        "methodology/", "changes/",
    ]  # fmt: skip


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_has_an_address_a_title_and_a_place_in_the_navigation_of_its_own(real: Examined, slug: str) -> None:
    pages = present(context_of(real, slug))

    listed = [page.nav for page in pages if page.nav]
    for values in ([page.address for page in pages], [page.title for page in pages], listed):
        assert len(set(values)) == len(values)
    for page in pages:
        assert re.fullmatch(r"([a-z0-9-]+/)*", page.address)
        assert page.title.strip() == page.title != ""
        assert page.description.strip() == page.description != ""
        # single measures, documents, items and infographics are reached from their lists, the history from every page
        single = re.fullmatch(
            r"(changes|measures/\d{4}/\d+|documents/\d{4}/[a-z0-9-]+|oit/\d{4}/(o\d+|all)|scores/\d{4}/infographic)/",
            page.address,
        )
        assert 1 - bool(single) <= len(page.nav) <= 2 * (not single)
    agency = context_of(real, slug).agency
    addresses = {page.address for page in pages}
    assert {one for one in addresses if re.fullmatch(r"scores/\d+/", one)} == {
        f"scores/{entry.fiscal_year}/" for entry in agency.scored
    }
    assert {one for one in addresses if one.startswith("findings/")} == {
        f"findings/{entry.fiscal_year}/" for entry in agency.years
    }


def test_each_page_type_brings_pages_and_presenting_brings_them_all(real: Examined) -> None:
    context = context_of(real, "mueang-khong")

    parts = [page_type(context) for page_type in PAGE_TYPES]

    # it invites nobody and has moved nothing
    without = [one for one, part in zip(PAGE_TYPES, parts, strict=True) if not part]
    assert without == [eit.present, redirects.present]
    together = [(page.address, page.content()) for page in present(context)]
    assert together == [(page.address, page.content()) for part in parts for page in part]


def test_the_portal_has_these_pages_in_this_order(portal_pages: list[Page]) -> None:
    assert [page.address for page in portal_pages] == [
        "",
        *(f"years/{year}/" for year in (2568, 2567, 2566, 2565, 2564)),
        "compare/",
        "methodology/",
    ]
    assert [page.nav for page in portal_pages] == [
        ("หน้าแรก",),
        *(("รายปี", f"ปี {year}") for year in (2568, 2567, 2566, 2565, 2564)),
        ("เปรียบเทียบ",),
        ("เกี่ยวกับ", "เกณฑ์และวิธีคำนวณ"),
    ]


# --- links and headings


def broken_links(trees: Mapping[str, Tree], files: Collection[str] = ()) -> list[tuple[str, str]]:
    """The links from these pages that lead to none of them and to none of these files, or to a place that the page does
    not have."""
    root = "https://site.test/root/"
    ids = {address: set(tree.xpath(".//@id")) for address, tree in trees.items()}
    broken = []
    for address, tree in trees.items():
        for href in tree.xpath(".//a/@href"):
            if urlsplit(href).scheme in {"tel", "mailto", "https"}:
                continue
            target, _, anchor = re.sub(r"\?[^#]*", "", urljoin(root + address, href)).partition("#")
            page = target.removeprefix(root)
            if page in files and not anchor:
                continue
            if not target.startswith(root) or page not in ids or (anchor and anchor not in ids[page]):
                broken.append((address, href))
    return broken


@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_of_an_agency_leads_to_one_of_its_pages(
    real: Examined, sites: dict[str, dict[str, Tree]], slug: str
) -> None:
    assert sum(len(tree.xpath(".//a")) for tree in sites[slug].values()) > 50
    assert broken_links(sites[slug], offered(real, slug)) == []


def offered(real: Examined, slug: str) -> set[str]:
    """The files that the agency's pages have of their own."""
    return {one.address for page in present(context_of(real, slug)) for one in page.downloads}


def test_every_link_of_the_portal_leads_to_a_page_of_the_network(
    real: Examined, sites: dict[str, dict[str, Tree]], portal_pages: list[Page]
) -> None:
    network = rendered(portal_pages)
    network |= {f"{slug}/{address}": tree for slug, pages in sites.items() for address, tree in pages.items()}

    assert len(network[""].xpath(".//a")) >= 2 * len(SLUGS)
    assert broken_links(network, {f"{slug}/{one}" for slug in SLUGS for one in offered(real, slug)}) == []


def test_a_link_that_leads_nowhere_would_be_found() -> None:
    pages = {"": html.fromstring('<p><a href="a/">a</a><a href="#x">b</a><a href="../">c</a><a href="./">d</a></p>')}

    assert broken_links(pages) == [("", "a/"), ("", "#x"), ("", "../")]


@pytest.mark.parametrize("slug", SLUGS)
def test_headings_have_ascii_ids_that_are_unique_on_their_page(sites: dict[str, dict[str, Tree]], slug: str) -> None:
    for address, tree in sites[slug].items():
        headings = tree.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6")
        assert [heading.tag for heading in headings].count("h1") == 1, address
        assert headings[0].tag == "h1"
        assert all(re.fullmatch("[a-z][a-z0-9-]*", heading.get("id") or "") for heading in headings), address
        ids = tree.xpath(".//@id")
        assert len(set(ids)) == len(ids), address


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_is_styled_or_scripted_in_place(sites: dict[str, dict[str, Tree]], slug: str) -> None:
    for address, tree in sites[slug].items():
        assert tree.xpath(".//@style | .//style | .//script | .//@onclick") == [], address


# --- what is disputed


def row_of(tree: Tree, caption: str, heading: str) -> Tree:
    """The row with this heading in the table whose caption begins so."""
    (table,) = [one for one in tree.iter("table") if said(one.find("caption")).startswith(caption)]
    (row,) = [one for one in table.iter("tr") if heading in said(one[0])]
    return row


DISPUTED = {"1": "1", "3": "3", "5": "5", "6": "6", "7": "7", "8": "8", "9": "9"}


@pytest.mark.parametrize("address", ["", "scores/", "scores/2565/", *(f"indicators/{n}/" for n in DISPUTED)])
def test_every_page_of_sateng_nok_says_what_is_undecided_and_leads_to_why(
    sites: dict[str, dict[str, Tree]], address: str
) -> None:
    tree = sites["sateng-nok"][address]

    assert UNDECIDED in said(tree)
    marks = tree.xpath(".//a[@class='mark']")
    assert marks
    assert {said(mark) for mark in marks} == {"รอตรวจสอบ"}
    assert all(re.search(r"findings/256[45]/#[a-z-]+-\d+$", mark.get("href")) for mark in marks)


PLACES = {
    "": ("คะแนน 10 ตัวชี้วัด", "{number} {name}"),
    "scores/2565/": ("คะแนน 10 ตัวชี้วัด", "{number} {name}"),
    "indicators/{number}/": ("คะแนนตัวชี้วัดที่ {number} รายปี", "2565"),
}


@pytest.mark.parametrize("number", range(1, 11))
@pytest.mark.parametrize("place", PLACES)
def test_a_disputed_score_is_marked_wherever_it_stands_and_others_are_not(
    real: Examined, sites: dict[str, dict[str, Tree]], place: str, number: int
) -> None:
    named = {"number": str(number), "name": NAMES[number - 1]}
    caption, heading = PLACES[place]
    address = place.format(**named)

    row = row_of(sites["sateng-nok"][address], caption.format(**named), heading.format(**named))

    marks = row.xpath(".//a[@class='mark']")
    disputed = str(number) in DISPUTED
    assert (UNDECIDED in said(row)) is disputed
    assert len(marks) == disputed
    found = dict(context_of(real, "sateng-nok").findings_of(FiscalYear(2565)))
    for mark in marks:
        finding = found[mark.get("href").partition("#")[2]]
        assert (finding.code, finding.indicator) == ("value-conflict", number)
        assert all(value.value in said(row) for value in finding.values)


def test_a_comparison_marks_the_disputed_side(sites: dict[str, dict[str, Tree]]) -> None:
    tree = sites["sateng-nok"]["scores/2565/"]
    caption = "คะแนนรายตัวชี้วัด ปี 2564 เทียบกับปี 2565"

    marked = {n: row_of(tree, caption, f"{n} {name}").xpath(".//a[@class='mark']/@href") for n, name in
              enumerate(NAMES, start=1)}  # fmt: skip

    assert {n: len(hrefs) for n, hrefs in marked.items()} == {
        1: 1, 2: 0, 3: 2, 4: 0, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 0,
    }  # fmt: skip
    assert {href.split("#")[0] for href in marked[3]} == {"../../findings/2564/", "../../findings/2565/"}
    assert said(row_of(tree, caption, NAMES[2]))[-len(UNDECIDED) :] == UNDECIDED
    assert said(row_of(tree, caption, NAMES[1])).endswith("+22.64")


def test_an_undecided_overall_has_no_figure_of_its_own(sites: dict[str, dict[str, Tree]]) -> None:
    pages = sites["sateng-nok"]

    hero = said(pages[""].xpath(".//p[@class='overall']")[0])
    assert hero == f"{UNDECIDED} (พิมพ์ไว้ 91.03, 91.30) รอตรวจสอบ"
    row = said(row_of(pages["scores/"], "คะแนนรวมและระดับ", "2565"))
    assert UNDECIDED in row
    assert "91.03, 91.30" in row
    results = row_of(pages["scores/2565/"], "คะแนนรายเครื่องมือ", "คะแนนรวม")
    assert said(results[-1]) == "เทียบไม่ได้"
    assert "ตัวชี้วัดที่ 1, 3, 5, 6, 7, 8, 9 พิมพ์ไว้ไม่ตรงกัน" in said(results)


def test_a_chosen_score_is_shown_with_its_mark(sites: dict[str, dict[str, Tree]]) -> None:
    pages = sites["mueang-khong"]
    for address, caption in (("", "คะแนน 10"), ("scores/2568/", "คะแนน 10"), ("scores/2568/", "ลำดับตัวชี้วัด")):
        for number, score in ((1, "88.53"), (4, "74.67"), (6, "93.75")):
            row = row_of(pages[address], caption, NAMES[number - 1])
            assert score in said(row)
            assert UNDECIDED not in said(row)
            assert [said(mark) for mark in row.xpath(".//a[@class='mark']")] == ["รอตรวจสอบ"]
        assert row_of(pages[address], caption, NAMES[1]).xpath(".//a[@class='mark']") == []
    for number, score in ((1, "88.53"), (2, "91.20")):
        row = row_of(pages[f"indicators/{number}/"], "คะแนนตัวชี้วัด", "2568")
        assert score in said(row)
        assert len(row.xpath(".//a[@class='mark']")) == (number == 1)


def test_all_that_is_printed_stands_on_the_page_of_its_year(real: Examined, sites: dict[str, dict[str, Tree]]) -> None:
    for result in real.results:
        for one in result.assessments:
            tree = sites[result.agency.slug][f"scores/{one.fiscal_year}/"]
            (table,) = [t for t in tree.iter("table") if said(t.find("caption")).startswith("ค่าที่พิมพ์ไว้")]
            cells = [said(cell) for cell in table.iter("td")]
            for settled in one.data.values():
                for printing in settled.printings:
                    assert printing.text in cells
            places = [said(item) for item in tree.xpath(".//ol[@class='places']/li")]
            assert len(places) == len(table.xpath("./thead//th")) - 1


# --- what is missing


SENTENCE = "เอกสารไม่ได้พิมพ์ปีของคะแนน"


@pytest.mark.parametrize("address", ["", "scores/2564/"])
def test_an_inferred_year_is_said_beside_the_scores(sites: dict[str, dict[str, Tree]], address: str) -> None:
    tree = sites["din-daeng"][address]

    text = said(tree)
    assert text.index("75.28") < text.index(SENTENCE) < text.index("86.39")
    assert "(ปีอนุมาน)" in text
    (note,) = tree.xpath(".//p[@class='note'][contains(., 'อนุมาน')]")
    assert SENTENCE in said(note)


@pytest.mark.parametrize("address", ["scores/", *(f"indicators/{n}/" for n in range(1, 11)), "findings/2564/"])
def test_an_inferred_year_is_labelled_where_it_is_named(sites: dict[str, dict[str, Tree]], address: str) -> None:
    assert "2564 (ปีอนุมาน)" in said(sites["din-daeng"][address])


def test_a_printed_year_is_not_called_inferred(sites: dict[str, dict[str, Tree]]) -> None:
    for slug in set(SLUGS) - {"din-daeng"}:
        for address, tree in sites[slug].items():
            assert not re.search("ปีอนุมาน|ปีของคะแนนชุดนี้เป็นการอนุมาน", said(tree)), (slug, address)


def test_scores_that_are_not_printed_are_absent_and_not_zero(sites: dict[str, dict[str, Tree]]) -> None:
    pages = sites["din-daeng"]
    for address in ("", "scores/2564/"):
        for number in (9, 10):
            row = row_of(pages[address], "คะแนน 10", f"{number} {NAMES[number - 1]}")
            assert said(row[-1]) == "ไม่มีในเอกสาร"
            assert row.xpath(".//*[@class='value']/@width") == ([] if address == "" else ["0%"])
            assert row.xpath(".//*[local-name()='circle']") == []
            assert "0.00" not in said(row)
    for number in (9, 10):
        row = row_of(pages[f"indicators/{number}/"], "คะแนนตัวชี้วัด", "2564")
        assert [said(cell) for cell in row[1:]] == ["ไม่มีในเอกสาร", "–", "–", "–"]
    results = row_of(pages["scores/2564/"], "คะแนนรายเครื่องมือ", "คะแนนรวม")
    assert "เอกสารไม่ได้พิมพ์คะแนนตัวชี้วัดที่ 9, 10" in said(results)
    assert said(results[-1]) == "เทียบไม่ได้"


@pytest.mark.parametrize(
    ("slug", "year", "known"), [("din-daeng", 2564, 8), ("sateng-nok", 2564, 9), ("sateng-nok", 2565, 3)]
)
def test_without_every_score_nothing_is_called_highest_or_lowest(
    sites: dict[str, dict[str, Tree]], slug: str, year: int, known: int
) -> None:
    tree = sites[slug][f"scores/{year}/"]

    text = said(tree)
    assert not re.search("คะแนน(สูงสุด|ต่ำสุด)คือ", text)
    assert f"มีคะแนนที่ใช้ได้ {known} จาก 10 ตัวชี้วัด" in text
    rankings = [said(one) for one in tree.iter("caption") if said(one).startswith("ลำดับตัวชี้วัด")]
    assert all(f"เฉพาะ {known} จาก 10 ตัวชี้วัด" in ranking for ranking in rankings)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_indicator_has_a_rank_only_where_all_have_scores(
    real: Examined, sites: dict[str, dict[str, Tree]], slug: str
) -> None:
    for one in context_of(real, slug).assessments:
        for number in range(1, 11):
            row = row_of(sites[slug][f"indicators/{number}/"], "คะแนนตัวชี้วัด", str(one.fiscal_year))
            if one.complete:
                assert said(row[3]) == f"{one.ranks[number]} จาก 10"
            else:
                assert not re.search("[0-9]", said(row[3]))


def test_extremes_are_named_with_every_indicator_that_shares_them(sites: dict[str, dict[str, Tree]]) -> None:
    text = said(sites["muang-mu"][""])

    assert "คะแนนสูงสุดคือ 100.00 คะแนน (7 ตัวชี้วัด)" in text
    assert f"คะแนนต่ำสุดคือ {NAMES[9]} 76.67 คะแนน" in text
    ranking = sites["muang-mu"]["scores/2567/"]
    assert [said(row_of(ranking, "ลำดับตัวชี้วัด", NAMES[n - 1])[1]) for n in (1, 8, 6, 9, 10)] == ["1", "1", "8", "9", "10"]


@pytest.mark.parametrize(
    ("scores", "below"),
    [
        (["85.00"] * 10, None),
        (["85.00"] * 9 + ["84.99"], 1),
        (["85"] * 5 + ["84.99"] * 4 + ["100"], 4),
        (["0.00"] + ["90"] * 9, 1),
    ],
)
def test_how_many_lie_below_the_bar_is_said(examined: Examine, scores: list[str], below: int | None) -> None:
    rows = "\n".join(f"  {n}: {score}" for n, score in enumerate(scores, start=1))

    text = said(rendered(present(context_of(examined({"tua-yang/2568/scores.yml": f"indicators:\n{rows}\n"}))))[""])

    found = re.search(r"ตัวชี้วัดที่ต่ำกว่าเกณฑ์ 85 ของคะแนนรวม.*?(\d+)", text)
    assert (int(found[1]) if found else None) == below


def test_an_extreme_carries_the_mark_of_its_score(sites: dict[str, dict[str, Tree]]) -> None:
    text = said(sites["mueang-khong"][""])

    assert f"คะแนนสูงสุดคือ {NAMES[2]} 97.87 คะแนน คะแนนต่ำสุดคือ {NAMES[3]} 74.67 คะแนน รอตรวจสอบ" in text


def test_a_mean_stands_beside_an_instrument_where_there_is_one(sites: dict[str, dict[str, Tree]]) -> None:
    means = {
        (slug, address): [said(mean) for mean in sites[slug][address].xpath(".//span[@class='mean']")]
        for slug, address in (("mueang-khong", ""), ("din-daeng", ""), ("sateng-nok", "scores/2565/"))
    }

    assert means == {
        ("mueang-khong", ""): [f"เฉลี่ย {mean} (คำนวณโดยระบบ)" for mean in ("88.08", "91.90", "89.25")],
        ("din-daeng", ""): ["เฉลี่ย 75.23 (คำนวณโดยระบบ)", "เฉลี่ย 68.01 (คำนวณโดยระบบ)", ""],
        ("sateng-nok", "scores/2565/"): ["", "", ""],
    }


def test_the_bars_are_headed_by_what_they_say(sites: dict[str, dict[str, Tree]]) -> None:
    def finding(slug: str, address: str) -> str:
        return said(sites[slug][address].xpath(".//p[@id='figure-indicators']")[0])

    assert finding("sateng-nok", "scores/2565/") == "มีคะแนนที่ใช้ได้ 3 จาก 10 ตัวชี้วัด จึงยังไม่จัดลำดับสูงสุดและต่ำสุด"
    assert finding("mueang-khong", "scores/2568/").startswith(f"{NAMES[3]}ต่ำสุด")


def test_a_notice_is_shown_where_there_is_one(examined: Examine, sites: dict[str, dict[str, Tree]]) -> None:
    assert "ถอดความจากเอกสาร" in said(sites["din-daeng"][""].xpath("./p[@class='note'][last()]")[0])
    assert rendered(present(context_of(examined({}))))[""].xpath("./p[@class='note']") == []


def test_where_every_score_is_the_same_there_is_no_extreme(examined: Examine) -> None:
    rows = "\n".join(f"  {n}: 90.0" for n in range(1, 11))

    text = said(rendered(present(context_of(examined({"tua-yang/2568/scores.yml": f"indicators:\n{rows}\n"}))))[""])

    assert "ทุกตัวชี้วัดได้คะแนนเท่ากัน 90.0 คะแนน" in text
    assert not re.search("คะแนน(สูงสุด|ต่ำสุด)คือ", text)


@pytest.mark.parametrize(
    ("grade", "said_of_it"),
    [("ผ่านดี", "ตรงกัน"), ("ผ่าน ดี", "ตรงกัน"), ("ระดับผ่านดี", "ตรงกัน"), ("ผ่าน", "ไม่ตรงกัน"), ("ระดับ ผ่าน", "ไม่ตรงกัน")],
)
def test_a_grade_is_compared_as_its_ladder_names_it(examined: Examine, grade: str, said_of_it: str) -> None:
    rows = "\n".join(f"  {n}: 90.00" for n in range(1, 11))
    found = examined({"tua-yang/2568/scores.yml": f"overall: 90.00\ngrade: {grade}\nindicators:\n{rows}\n"})

    row = row_of(rendered(present(context_of(found)))["scores/2568/"], "คะแนนรายเครื่องมือ", "ระดับผลการประเมิน")

    assert [said(row[2]).split()[0], said(row[-1])] == [grade.split(maxsplit=1)[0], said_of_it]


def test_the_bar_is_that_of_the_overall_and_not_of_indicators(sites: dict[str, dict[str, Tree]]) -> None:
    for slug, pages in sites.items():
        for address, tree in pages.items():
            if not address.startswith(("methodology/", "findings/")):
                for found in re.finditer("เกณฑ์ 85", said(tree)):
                    after = said(tree)[found.end() :]
                    assert after.startswith((" ของคะแนนรวม", ")")), (slug, address)


# --- years beside each other


def test_a_year_is_compared_with_the_very_year_before_only(examined: Examine) -> None:
    found = examined({"tua-yang/2566/scores.yml": "overall: 80.00\nindicators: {1: 80}\n"})

    pages = rendered(present(context_of(found)))

    for year in (2566, 2568):
        text = said(pages[f"scores/{year}/"])
        assert f"ไม่มีผลการประเมินปี {year - 1} ในเว็บไซต์นี้" in text
        assert f"ปี {year - 1} เทียบกับ" not in text
    row = row_of(pages["indicators/1/"], "คะแนนตัวชี้วัดที่ 1 รายปี", "2568")
    assert said(row[2]) == "–"


def test_muang_mu_is_compared_in_rows_and_words(sites: dict[str, dict[str, Tree]]) -> None:
    tree = sites["muang-mu"]["scores/2567/"]

    text = said(tree)
    assert "คะแนนรวม: 97.72 รอตรวจสอบ → 94.69 (−3.03)" in text
    assert "คะแนนเพิ่มขึ้น 4 ลดลง 2 คงเดิม 4 ตัวชี้วัด" in text
    assert f"{NAMES[7]}เพิ่มขึ้นมากที่สุด +8.64 {NAMES[9]}ลดลงมากที่สุด −23.33" in text
    assert said(row_of(tree, "คะแนนรายตัวชี้วัด ปี 2566", NAMES[8])).endswith("−2.86")


@pytest.mark.parametrize(
    ("before", "now", "said_of_it"),
    [
        (["80"] * 10, ["81"] * 9 + ["82.50"], f"เพิ่มขึ้น 10 ตัวชี้วัด เพิ่มขึ้นมากที่สุดคือ{NAMES[9]} (+2.50)"),
        (["80"] * 10, ["79"] * 9 + ["78.50"], f"ลดลง 10 ตัวชี้วัด ลดลงมากที่สุดคือ{NAMES[9]} (−1.50)"),
        (["80"] * 10, ["80.00"] * 10, "คงเดิม 10 ตัวชี้วัด"),
        (
            ["80"] * 10,
            ["80.01", "79.99", *["80"] * 8],
            f"เพิ่มขึ้น 1 ตัวชี้วัด ลดลง 1 ตัวชี้วัด คงเดิม 8 ตัวชี้วัด เพิ่มขึ้นมากที่สุดคือ{NAMES[0]} (+0.01) ลดลงมากที่สุดคือ{NAMES[1]} (−0.01)",
        ),
        (["80"] * 9, ["80"] * 10, "คงเดิม 9 ตัวชี้วัด เทียบไม่ได้ 1 ตัวชี้วัด"),
        (["80"] * 10, ["80"] * 3, "คงเดิม 3 ตัวชี้วัด เทียบไม่ได้ 7 ตัวชี้วัด"),
    ],
)
def test_a_comparison_in_words(examined: Examine, before: list[str], now: list[str], said_of_it: str) -> None:
    files = {
        f"tua-yang/{year}/scores.yml": "indicators:\n" + "".join(f"  {n}: {x}\n" for n, x in enumerate(scores, start=1))
        for year, scores in ((2567, before), (2568, now))
    }
    context = context_of(examined(files))

    assert comparison.described(*context.assessments) == f"เมื่อเทียบกับปี 2567: {said_of_it}"


def test_years_that_share_no_score_are_not_drawn(examined: Examine) -> None:
    files = {2567: "overall: 80\nindicators: {1: 80}\n", 2568: "overall: 81\nindicators: {2: 80}\n"}
    found = examined({f"tua-yang/{year}/scores.yml": text for year, text in files.items()})

    tree = rendered(present(context_of(found)))["scores/2568/"]

    assert tree.xpath(".//svg[@role='img']") == []
    assert "ยังเทียบกันไม่ได้" in said(tree)
    assert "(+1.00)" in said(tree)


def test_a_trend_is_drawn_where_two_years_have_a_value(sites: dict[str, dict[str, Tree]]) -> None:
    drawn = {
        (slug, address)
        for slug, pages in sites.items()
        for address, tree in pages.items()
        if tree.xpath(".//*[@id='trend-wide-title']")
    }

    assert drawn == {
        ("muang-mu", "scores/"),
        *(("muang-mu", f"indicators/{n}/") for n in range(1, 11)),
        # in 2565 only three of Sateng Nok's scores have a value
        *(("sateng-nok", f"indicators/{n}/") for n in (2, 4, 10)),
    }


def test_a_trend_names_its_years_and_those_without_a_value(examined: Examine) -> None:
    found = examined(
        {
            "tua-yang/2565/scores.yml": "overall: 80.00\n",
            "tua-yang/2566/scores.yml": "indicators: {1: 80}\n",
            "tua-yang/2567/scores.yml": "overall: 81.5\n",
            "tua-yang/2568/scores.yml": "indicators: {1: 80}\n",
        }
    )

    tree = rendered(present(context_of(found)))["scores/"]

    assert [said(title) for title in tree.iter("title")] == ["คะแนนรวม ปี 2565–2568"] * 2
    (figure,) = tree.xpath(".//div[@aria-labelledby='figure-trend']")
    assert said(figure).startswith("คะแนนรวมปี 2567 สูงกว่าปี 2565: 81.5 เทียบกับ 80.00 คะแนน")
    assert "เส้นขาดตอนที่ปี 2566, 2568 ซึ่งไม่มีค่าที่ใช้ได้" in said(figure)
    rows = [[said(cell) for cell in row] for row in figure.xpath(".//details//tbody/tr")]
    assert rows == [
        ["ปี 2568", "ไม่มีค่าที่ใช้ได้"], ["ปี 2567", "81.5"], ["ปี 2566", "ไม่มีค่าที่ใช้ได้"], ["ปี 2565", "80.00"],
    ]  # fmt: skip


def test_an_indicator_has_its_neighbours(sites: dict[str, dict[str, Tree]]) -> None:
    for number in range(1, 11):
        (line,) = sites["muang-mu"][f"indicators/{number}/"].xpath(".//nav[@class='neighbours']")
        wanted = [f"../{n}/" for n in (number - 1, number + 1) if 1 <= n <= 10]
        assert line.xpath(".//a/@href") == wanted
        assert said(line).startswith("ถัดไป" if number == 1 else "ก่อนหน้า")


# --- one year in detail


def year_page(examined: Examine, text: str, year: int = 2568) -> Tree:
    found = examined({"tua-yang/2568/scores.yml": "", f"tua-yang/{year}/scores.yml": text})
    return rendered(present(context_of(found)))[f"scores/{year}/"]


FULL = "indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}\n"  # 90.90; EIT 91


@pytest.mark.parametrize(
    ("overall", "eit", "agreement"),
    [
        ("90.90", "91.00", ["ตรงกัน", "ตรงกัน"]),
        ("90.91", "90.99", ["ตรงกัน", "ตรงกัน"]),
        ("90.89", "91.01", ["ตรงกัน", "ตรงกัน"]),
        ("90.9101", "90.9899", ["ต่างกัน 0.0101", "ต่างกัน 0.0101"]),
        ("90.88", "91.02", ["ต่างกัน 0.02", "ต่างกัน 0.02"]),
        ("95.90", "50", ["ต่างกัน 5.00", "ต่างกัน 41.00"]),
    ],
)
def test_printed_and_computed_are_compared_within_the_tolerance(
    examined: Examine, overall: str, eit: str, agreement: list[str]
) -> None:
    tree = year_page(examined, f"overall: {overall}\ninstruments: {{EIT: {eit}}}\n{FULL}")

    rows = [row_of(tree, "คะแนนรายเครื่องมือ", heading) for heading in ("คะแนนรวม", "EIT", "IIT")]
    assert [said(row[-1]) for row in rows] == [*agreement, "เทียบไม่ได้"]
    assert [said(row[1]) for row in rows] == ["100%", "30%", "30%"]
    assert [said(row[3]) for row in rows] == ["90.90", "91.00", "92.00"]


def test_distances_are_those_from_the_bar_and_from_the_threshold(examined: Examine) -> None:
    tree = year_page(examined, "indicators: {1: 85, 2: 84.99, 3: 70.00, 4: 69.99, 5: 100}\n")

    (heading,) = tree.xpath(".//h2[@id='bar']")
    (table,) = heading.getnext().iter("table")
    assert [[said(cell) for cell in row[-2:]] for row in table.xpath("./tbody/tr")] == [
        ["0.00", "+15.00"],
        ["−0.01", "+14.99"],
        ["−15.00", "0.00"],
        ["−15.01", "−0.01"],
        ["+15.00", "+30.00"],
    ]


def test_without_scores_there_is_neither_ranking_nor_distance(examined: Examine) -> None:
    tree = year_page(examined, "overall: 90.00\n")

    assert tree.xpath(".//h2[@id='ranking'] | .//h2[@id='bar']") == []


@pytest.mark.parametrize(
    ("year", "text", "average", "difference"),
    [
        (2565, "overall: 91.03\n", "87.57", "สูงกว่าค่าเฉลี่ย 3.46 คะแนน"),
        (2565, "overall: 87.58\n", "87.57", "สูงกว่าค่าเฉลี่ย 0.01 คะแนน"),
        (2565, "overall: 87.57\n", "87.57", "เท่ากับค่าเฉลี่ย"),
        (2565, "overall: 87.56\n", "87.57", "ต่ำกว่าค่าเฉลี่ย 0.01 คะแนน"),
        (2565, "overall: 0.00\n", "87.57", "ต่ำกว่าค่าเฉลี่ย 87.57 คะแนน"),
        (2567, "overall: 94.69\n", "93.05", "สูงกว่าค่าเฉลี่ย 1.64 คะแนน"),
        (2565, "indicators: {1: 90}\n", "87.57", ""),
        (2562, "overall: 91.03\n", "", ""),
    ],
)
def test_the_national_average_stands_beside_the_overall(
    examined: Examine, year: int, text: str, average: str, difference: str
) -> None:
    lines = [said(line) for line in year_page(examined, text, year).iter("p") if "ค่าเฉลี่ยระดับประเทศ" in said(line)]

    assert len(lines) == bool(average)
    for line in lines:
        assert re.search(r"\d+\.\d+", line.replace(difference, "")) is not None
        assert average in line
        assert line.endswith(difference)
        assert ("ของหน่วยงาน" in line) is bool(difference)
        assert ("อนุมาน" in line) is (year == 2567)


@pytest.mark.parametrize(("overall", "shown"), [("overall: 0.00", True), ("overall: 90", True), ("grade: A", False)])
def test_only_a_figure_is_out_of_a_hundred(examined: Examine, overall: str, shown: bool) -> None:
    pages = rendered(present(context_of(examined({"tua-yang/2568/scores.yml": f"{overall}\nindicators: {{1: 90}}\n"}))))

    for address in ("", "scores/2568/"):
        (hero,) = pages[address].xpath(".//p[@class='overall']")
        assert ("จากคะแนนเต็ม 100" in said(hero)) is shown


def test_places_that_print_no_score_are_no_column(sites: dict[str, dict[str, Tree]]) -> None:
    tree = sites["nong-ya-plong"]["scores/2565/"]

    listed = [said(item) for item in tree.xpath(".//ol[@class='places']/li")]
    assert len(listed) == 5
    assert not any("๔. ข้อเสนอแนะ" in item or "๕. ประเด็น" in item for item in listed)


def test_scores_of_instruments_are_listed_where_they_are_printed(examined: Examine) -> None:
    place = "{id: a, kind: text, where: ข้อความ, overall: 90.90, instruments: [{code: OIT, score: 89.99}]}"
    tree = year_page(examined, f"instruments: {{EIT: 91.00}}\n{FULL}places:\n  - {place}\n")

    (table,) = [one for one in tree.iter("table") if said(one.find("caption")).startswith("ค่าที่พิมพ์ไว้")]
    cells = {said(row[0]).split(" ")[0]: [said(cell) for cell in row[1:]] for row in table.xpath("./tbody/tr")}
    assert cells["EIT"] == ["91.00", ""]
    assert cells["OIT"] == ["", "89.99"]
    assert "IIT" not in cells


def test_the_document_is_named_with_its_own_date_and_not_with_those_of_events(examined: Examine) -> None:
    dates = "".join(
        f"    - {{kind: {kind}, date: {day} ตุลาคม 2568, what: {what}, where: หน้าแรก}}\n"
        for kind, day, what in (("event", 10, "ประชุม"), ("document", 5, "ลงวันที่"))
    )
    tree = year_page(examined, f"{FULL}document:\n  title: รายงานผล\n  dates:\n{dates}")

    assert [said(item) for item in tree.xpath(".//h2[@id='document']/following::li")] == [
        "รายงานผล",
        "ลงวันที่: 5 ตุลาคม 2568",
    ]


def test_the_document_is_named_where_there_is_one(sites: dict[str, dict[str, Tree]]) -> None:
    lines = {
        (slug, year): [
            said(item) for item in sites[slug][f"scores/{year}/"].xpath(".//h2[@id='document']/following::li")
        ]
        for slug, year in (("sateng-nok", 2564), ("muang-mu", 2567))
    }

    assert lines["sateng-nok", 2564] == []
    assert lines["muang-mu", 2567] == [
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลม่วงหมู่ ประจำปีงบประมาณ พ.ศ.๒๕๖๗"
    ]


# --- findings


def test_the_findings_of_a_year_stand_on_its_page_in_order(real: Examined, sites: dict[str, dict[str, Tree]]) -> None:
    for slug in SLUGS:
        context = context_of(real, slug)
        for one in context.assessments:
            tree = sites[slug][f"findings/{one.fiscal_year}/"]
            found = context.findings_of(one.fiscal_year)
            assert [heading.get("id") for heading in tree.iter("h2")] == [anchor for anchor, _ in found]
            assert len(tree.xpath(".//p[@class='state']")) == len(found)
            assert len(tree.xpath(".//p[@class='note']")) == sum(finding.contradiction.ocr for _, finding in found)
            assert len(tree.xpath(".//p[@class='reason']")) == sum(bool(f.acknowledgement) for _, f in found)
            for finding in (finding for _, finding in found):
                assert all(value.value in said(tree) for value in finding.values)


def test_an_acknowledged_finding_says_by_whom_and_when(sites: dict[str, dict[str, Tree]]) -> None:
    (reason,) = sites["din-daeng"]["findings/2564/"].xpath(".//p[@class='reason']")

    assert "ผู้ถอดความ" in said(reason)
    assert "20 พฤศจิกายน 2569" in said(reason)


def test_a_finding_is_headed_by_its_kind_and_what_it_is_about(
    real: Examined, sites: dict[str, dict[str, Tree]]
) -> None:
    headings = {
        heading.get("id"): said(heading)
        for slug, year in (("muang-mu", 2567), ("sateng-nok", 2565), ("mueang-khong", 2568))
        for heading in sites[slug][f"findings/{year}/"].iter("h2")
    }

    assert headings["sign-missing-1"].endswith(": คะแนนรวม")
    assert headings["difference-mismatch-1"].endswith(": ตัวชี้วัดที่ 10")
    named = {a: f for a, f in context_of(real, "mueang-khong").findings_of(FiscalYear(2568)) if f.code == "agency-name"}
    assert named
    for anchor, finding in named.items():
        assert headings[anchor].endswith(f": {finding.values[0].value}")


def test_a_finding_names_its_lines_and_the_document_that_corrects_it(examined: Examine) -> None:
    missing = ["ระดับผลการประเมิน", *(f"ตัวชี้วัดที่ {n} {name}" for n, name in enumerate(NAMES, start=1))]
    acknowledged = (
        f"acknowledged:\n  - {{code: missing-score, fiscal_year: 2568, values: [{', '.join(missing)}], "
        "state: corrected, reason: เทียบแล้ว, by: ผู้ตรวจ, date: 1/10/2568, document: หนังสือที่ 7}\n"
    )
    found = examined(
        {"tua-yang/2568/scores.yml": "overall: 95.00\n", "tua-yang/acknowledged.yml": acknowledged},
    )

    tree = rendered(present(context_of(found)))["findings/2568/"]

    assert "เอกสาร: หนังสือที่ 7" in said(tree.xpath(".//p[@class='reason']")[0])
    assert [said(note) for note in tree.xpath(".//p[@class='source']")] == ["ที่มา: data/tua-yang/2568/scores.yml:1"]


def test_without_a_correcting_document_none_is_announced(sites: dict[str, dict[str, Tree]]) -> None:
    for reason in sites["sateng-nok"]["findings/2565/"].xpath(".//p[@class='reason']"):
        assert "เอกสาร:" not in said(reason)


def test_a_year_without_findings_says_how_much_was_checked(examined: Examine) -> None:
    pages = rendered(present(context_of(two_years(examined))))

    assert f"ตรวจ {len(CHECKS)} รายการแล้ว" in said(pages["findings/2568/"])
    assert "รอตรวจสอบ" not in said(pages[""])


def test_the_home_page_leads_to_what_waits(real: Examined, sites: dict[str, dict[str, Tree]]) -> None:
    for slug in SLUGS:
        context = context_of(real, slug)
        year = context.assessments[-1].fiscal_year
        (line,) = [a for a in sites[slug][""].iter("a") if "ที่รอตรวจสอบ" in said(a)]
        assert line.get("href") == f"findings/{year}/"
        assert f" {len(context.findings_of(year))} จุด" in said(line)


# --- sources


COMMIT = "0123456789abcdef0123456789abcdef01234567"


def test_figures_name_the_lines_they_come_from(sites: dict[str, dict[str, Tree]]) -> None:
    for address, file in (
        ("", "data/mueang-khong/2568/scores.yml"),
        ("scores/", "data/mueang-khong/2568/scores.yml"),
        ("scores/2568/", "data/mueang-khong/2568/scores.yml"),
        ("indicators/4/", "data/mueang-khong/2568/scores.yml"),
        ("findings/2568/", "data/mueang-khong/2568/(scores|analysis).yml"),
        ("scores/2568/analysis/", "data/mueang-khong/2568/(scores|analysis).yml"),
        ("measures/2569/", "data/mueang-khong/2569/measures.yml"),
        ("measures/2569/1/", "data/mueang-khong/2569/measures.yml"),
        ("documents/2569/measures/", "data/mueang-khong/2569/documents.yml"),
    ):
        notes = [said(note) for note in sites["mueang-khong"][address].xpath(".//p[@class='source']")]
        assert notes
        for note in notes:
            assert re.fullmatch(rf"ที่มา: ({file}:\d+(–\d+)?(, )?)+ \(อ่านจากไฟล์สแกน ยังไม่ได้เทียบกับต้นฉบับ\)", note)
    (source,) = sites["mueang-khong"]["indicators/4/"].xpath(".//p[@class='source']/code")
    file = "data/mueang-khong/2568/scores.yml"
    lines = enumerate((ROOT / file).read_text(encoding="utf-8").splitlines(), start=1)
    first, last = [number for number, line in lines if "score: 74.6" in line]
    assert said(source) == f"{file}:{first}–{last}"


def test_sources_are_links_where_repository_and_commit_are_known(real: Examined) -> None:
    files = [f"data/muang-mu/{year}/scores.yml" for year in (2566, 2567)]
    changes = {files[1]: Change(COMMIT, date(2026, 11, 20))}  # the other has unsaved edits
    origins = Origins("https://github.com/a/b", History(changes=changes, prefix="data/"))

    pages = rendered(present(context_of(real, "muang-mu", origins)))

    notes = pages["scores/2566/"].xpath(".//p[@class='source']")
    assert {code.text.partition(":")[0] for note in notes for code in note.iter("code")} == {files[0]}
    hrefs = {a.get("href") for note in notes for a in note.iter("a")}
    assert hrefs
    for href in hrefs:
        assert re.fullmatch(rf"https://github\.com/a/b/blob/{COMMIT}/{files[1]}#L\d+", href)
    for note in notes:
        for a in note.iter("a"):
            line = a.get("href").rpartition("#L")[2]
            assert re.match(rf"{files[1]}:{line}(–\d+)? ", said(a))


@pytest.mark.parametrize("slug", SLUGS)
def test_no_source_is_announced_where_there_is_none(sites: dict[str, dict[str, Tree]], slug: str) -> None:
    for address, tree in sites[slug].items():
        for note in tree.xpath(".//p[@class='source']"):
            assert re.search(r"[a-z0-9]\.yml:\d", said(note)), address
    assert "ที่มา:" not in said(sites["din-daeng"]["indicators/9/"])


# --- the portal


ALPHABETICAL = [
    "เทศบาลตำบลเมืองคง",
    "เทศบาลเมืองสะเตงนอก",
    "สำนักงานเขตดินแดง",
    "องค์การบริหารส่วนตำบลม่วงหมู่",
    "องค์การบริหารส่วนตำบลหนองหญ้าปล้อง",
]


@pytest.mark.parametrize("backwards", [False, True])
def test_agencies_stand_in_thai_alphabetical_order_and_not_by_score(real: Examined, *, backwards: bool) -> None:
    summaries = sorted((summarise(context_of(real, slug)) for slug in SLUGS), key=lambda s: s.slug, reverse=backwards)
    plans = [_Planned(one) for one in summaries]
    assert real.dataset is not None

    ordered = _Work(plans=cast("Any", plans)).summaries()
    page = rendered(portal.present("เครือข่าย", ordered, real.dataset.frameworks))[""]

    assert [said(name) for name in page.xpath(".//ul[@id='agency-list']/li/p[@class='name']")] == ALPHABETICAL
    assert not any("อันดับ" in said(label) for label in page.iter("dt"))
    assert "จึงไม่จัดอันดับข้ามปี" in said(page)


class _Planned:
    """What the order looks at in a plan."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary


def _latest_findings(real: Examined, slug: str) -> tuple[Any, ...]:
    context = context_of(real, slug)
    return context.findings_of(context.assessments[-1].fiscal_year)


def test_the_portal_shows_the_latest_year_and_leaves_undecided_what_is(
    real: Examined, portal_pages: list[Page]
) -> None:
    page = rendered(portal_pages)[""]

    cards = {said(one[0]): one for one in page.xpath(".//ul[@id='agency-list']/li")}
    cells = {name: [said(value) for value in one.iter("dd")] for name, one in cards.items()}
    assert {name: row[0] for name, row in cells.items()} == {
        "เทศบาลตำบลเมืองคง": "ปี 2568",
        "เทศบาลเมืองสะเตงนอก": "ปี 2565",
        "สำนักงานเขตดินแดง": "ปี 2564 (ปีอนุมาน)",
        "องค์การบริหารส่วนตำบลม่วงหมู่": "ปี 2567",
        "องค์การบริหารส่วนตำบลหนองหญ้าปล้อง": "ปี 2565",
    }
    assert cells["เทศบาลเมืองสะเตงนอก"][1] == f"{UNDECIDED} รอตรวจสอบ"
    assert cells["เทศบาลตำบลเมืองคง"][1:] == ["89.69", "ผ่านดี"]
    assert cells["องค์การบริหารส่วนตำบลหนองหญ้าปล้อง"][1:] == ["79.64", "B"]
    for name, slug in (("เทศบาลตำบลเมืองคง", "mueang-khong"), ("องค์การบริหารส่วนตำบลหนองหญ้าปล้อง", "nong-ya-plong")):
        (waiting,) = cards[name].xpath("./p[@class='waiting']")
        assert said(waiting) == f"รอตรวจสอบ {len(_latest_findings(real, slug))} จุด"
    assert "5 หน่วยงาน" in said(page)


def test_the_portal_says_what_an_agency_does_not_print(examined: Examine) -> None:
    found = examined({"tua-yang/2568/scores.yml": "indicators: {1: 90}\n"})

    summary = summarise(context_of(found))

    assert (summary.overall, summary.grade, summary.fiscal_year) == ("ไม่มีในเอกสาร", "ไม่มีในเอกสาร", 2568)
    assert Summary.of_json(json.loads(json.dumps(summary.as_json()))) == summary


# --- methodology, contact, complaints


@pytest.mark.parametrize("slug", SLUGS)
def test_the_methodology_prints_the_framework_of_each_year_and_every_check(
    real: Examined, sites: dict[str, dict[str, Tree]], slug: str
) -> None:
    tree = sites[slug]["methodology/"]
    context = context_of(real, slug)
    shown = {one.fiscal_year for one in context.assessments} | {one.year for one in context.disclosed}
    years = [str(year) for year in sorted(shown, reverse=True)]

    assert [heading.get("id") for heading in tree.iter("h2")] == [
        *(f"framework-{year}" for year in years),
        "terms",
        "checks",
    ]
    text = said(tree)
    assert text.count("0.30 × ค่าเฉลี่ยของตัวชี้วัดที่ 1, 2, 3, 4, 5") == len(years)
    assert text.count("+ 0.40 × ค่าเฉลี่ยของตัวชี้วัดที่ 9, 10") == len(years)
    assert {said(code) for code in tree.iter("code")} >= {check.code for check in CHECKS}


def test_the_methodology_lists_names_and_items(sites: dict[str, dict[str, Tree]]) -> None:
    tree = sites["nong-ya-plong"]["methodology/"]

    names = {n: said(row_of(tree, "ตัวชี้วัด ปี 2565", f"{n} {name}")[1]) for n, name in enumerate(NAMES, start=1)}
    assert names == {n: "การปรับปรุงการทำงาน" if n == 8 else "–" for n in range(1, 11)}
    (table,) = [one for one in tree.iter("table") if said(one.find("caption")) == "รายการ OIT ปี 2565 (43 ข้อ)"]
    codes = [
        [said(row[0]) for row in body.xpath("./tr[not(contains(@class, 'group'))]")] for body in table.iter("tbody")
    ]
    assert [len(group) for group in codes] == [9, 8, 7, 4, 5, 8, 2]
    assert [code for group in codes for code in group] == [f"O{n}" for n in range(1, 44)]
    components = {said(row[0]): len(row.xpath(".//li")) for row in table.xpath(".//tbody/tr") if len(row) > 1}
    assert components["O1"] > 0
    for row in table.xpath(".//tbody/tr"):
        assert len(row) == 1 or row.xpath(".//li") or said(row[2]) == "–"


def test_the_methodology_says_which_year_an_item_wants_and_its_number_before(sites: dict[str, dict[str, Tree]]) -> None:
    (table,) = [
        one for one in sites["muang-mu"]["methodology/"].iter("table")
        if said(one.find("caption")) == "รายการ OIT ปี 2568 (28 ข้อ)"
    ]  # fmt: skip
    rows = {said(row[0]): row for row in table.iter("tr") if len(row) > 1}

    def of(code: str) -> list[str]:
        return [said(cell) for cell in rows[code][3:5]]

    assert of("O7") == ["ทั้งปีงบประมาณ พ.ศ. 2567 (อนุมาน)", "O9"]
    assert of("O1") == ["–", "O1 (เทียบกันโดยตรงไม่ได้), O3 (เทียบกันโดยตรงไม่ได้)"]
    assert of("O27")[1] == "O34"
    parts = [said(one) for one in rows["O6"].xpath(".//li")]
    assert parts[1].endswith("(ช่วง 6 เดือนแรกของปีงบประมาณ พ.ศ. 2568 (อนุมาน))")


def test_the_methodology_has_the_calendar_where_it_is_known(sites: dict[str, dict[str, Tree]]) -> None:
    tree = sites["din-daeng"]["methodology/"]

    captions = [said(one) for one in tree.iter("caption") if "ปฏิทิน" in said(one)]

    assert captions == [f"ปฏิทินการประเมิน ITA ปี {year} เท่าที่พบแหล่งอ้างอิง" for year in (2565, 2564)]
    row = row_of(tree, captions[0], "ตอบแบบวัด OIT")
    assert said(row[1]) == "1 มีนาคม 2565 – 30 เมษายน 2565"


def test_an_indicator_says_how_far_it_is_from_the_bar(sites: dict[str, dict[str, Tree]]) -> None:
    rows = [row_of(sites["muang-mu"][f"indicators/{n}/"], "คะแนนตัวชี้วัด", "2567") for n in (10, 9)]

    assert [[said(cell) for cell in row[1:]] for row in rows] == [
        ["76.67", "−23.33", "10 จาก 10", "−8.33 (เกณฑ์ 85)"],
        ["97.14", "−2.86", "9 จาก 10", "+12.14 (เกณฑ์ 85)"],
    ]


CONTACT = """\
name: เทศบาลตำบลตัวอย่าง
type: เทศบาลตำบล
province: จังหวัดทดสอบ
main_website: https://tua-yang.go.th/
contact: {phone: 0-7320-2200 ต่อ 12, email: saraban@tua-yang.go.th, hours: 8.30–16.30 น., line: "@tuayang"}
complaints: {phone: "1567", days: 15, steps: [แจ้งเรื่อง, ตรวจสอบ], protection: ปกปิดชื่อ}
units: [{name: กองคลัง, phone: 073-202201}, {name: กองช่าง}]
"""


def test_contact_and_complaints_show_what_agency_yml_says(examined: Examine) -> None:
    pages = rendered(present(context_of(examined({"tua-yang/agency.yml": CONTACT}))))

    contact, complaints = pages["contact/"], pages["complaints/"]
    assert {a.get("href"): said(a) for a in contact.iter("a")} == {
        "tel:073202200": "0-7320-2200 ต่อ 12",
        "mailto:saraban@tua-yang.go.th": "saraban@tua-yang.go.th",
        "https://tua-yang.go.th/": next(
            said(a) for a in contact.iter("a") if a.get("href").startswith("https") and "(tua-yang.go.th)" in said(a)
        ),
        "tel:073202201": "073-202201",
    }
    assert [said(term) for term in contact.iter("dt")] == [
        "โทรศัพท์",
        "อีเมล",
        "เว็บไซต์หลัก",
        "ไลน์",
        "เวลาทำการ",
        "กองคลัง",
        "กองช่าง",
    ]
    assert "ภายใน 15 วัน" in said(complaints)
    assert [said(step) for step in complaints.xpath(".//ol/li")] == ["แจ้งเรื่อง", "ตรวจสอบ"]
    assert "ปกปิดชื่อ" in said(complaints)


def test_where_agency_yml_says_nothing_the_pages_say_so(examined: Examine) -> None:
    pages = rendered(present(context_of(examined({}))))

    assert "หน่วยงานยังไม่ได้ให้ข้อมูลช่องทางติดต่อ" in said(pages["contact/"])
    assert "หน่วยงานยังไม่ได้ให้ข้อมูลช่องทางแจ้งเรื่องร้องเรียน" in said(pages["complaints/"])
    assert list(pages["contact/"].iter("dt")) == []


# --- texts of others


HOSTILE = "<script>alert(1)</script> **a** [b](https://c.example) {: onclick=d } {{ e }} `f` | g & h _i_ <img src=j>"


def test_whatever_a_file_says_is_shown_and_never_obeyed(examined: Examine) -> None:
    quoted = f"'{HOSTILE}'"
    agency = (
        f"name: {quoted}\ntype: {quoted}\nprovince: {quoted}\ndistrict: {quoted}\nnotice: {quoted}\n"
        f"contact: {{address: {quoted}, line: {quoted}}}\ncomplaints: {{steps: [{quoted}], protection: {quoted}}}\n"
        f"units: [{{name: {quoted}}}]\n"
    )
    scores = (
        f"year_inferred: {quoted}\noverall: 90\ngrade: {quoted}\nindicators: {{1: 90}}\n"
        f"document:\n  title: {quoted}\n  names: [{{kind: agency, printed: {quoted}x, where: {quoted}}}]\n"
        f"  dates: [{{kind: document, date: 1/10/2568, what: {quoted}, where: {quoted}}}]\n"
        f"places:\n  - {{id: a, kind: text, where: {quoted}, scores: [{{indicator: 1, name: {quoted}, score: 91}}]}}\n"
        "chosen:\n  - {datum: 1, value: 91, reason: " + quoted + "}\n"
    ).replace(f"{quoted}x", quoted.replace("g &", "ก &"))
    acknowledged = (
        "acknowledged:\n  - {code: value-conflict, fiscal_year: 2568, indicator: 1, values: [90, 91], "
        f"state: corrected, reason: {quoted}, by: {quoted}, date: 1/10/2568, document: {quoted}}}\n"
    )
    found = examined(
        {
            "tua-yang/agency.yml": agency,
            "tua-yang/2568/scores.yml": scores,
            "tua-yang/acknowledged.yml": acknowledged,
        }
    )
    assert [problem.code for problem in found.problems] == []

    context = context_of(found)
    assert found.dataset is not None
    pages = rendered([*present(context)])
    pages |= {f"portal/{a}": t for a, t in rendered(portal.present(HOSTILE, (summarise(context),), {})).items()}

    assert {"portal/years/2568/", "portal/compare/"} <= set(pages)
    for address, tree in pages.items():
        assert tree.xpath(".//script | .//img[not(@src='infographic.png')] | .//em | .//@onclick") == [], address
        assert [a for a in tree.iter("a") if "c.example" in a.get("href")] == [], address
    shown = [address for address, tree in pages.items() if HOSTILE in said(tree)]
    assert {"", "scores/2568/", "findings/2568/", "contact/", "complaints/", "portal/", "portal/years/2568/"} <= set(
        shown
    )
    assert said(pages["findings/2568/"]).count(HOSTILE) >= 4
