"""What has a page of its own stands in place on another one too: the same words and links, ids of its own, headings one
level lower."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from lxml import html

from generator import links
from generator.drawings import Drawings
from generator.history import History
from generator.links import Origins
from generator.pages import Context
from generator.pages.contents import analysis_body, complaints_body, contact_body, measures_body
from generator.pipeline.examine import examine
from generator.render import environment
from generator.thai import FiscalYear

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]
Bodies = dict[str, object]  # by the name of their partial

ROOT = Path(__file__).parent.parent.parent
CONFIGURED = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
EXTENSIONS = [one if isinstance(one, str) else next(iter(one)) for one in CONFIGURED]
SITE = "https://a.test/"
ADDRESS = "oit/2569/o26/"
RESULT, ACTED = FiscalYear(2568), FiscalYear(2569)
OWN = {
    "analysis": "scores/2568/analysis/",
    "measures": "measures/2569/",
    "contact": "contact/",
    "complaints": "complaints/",
}
ENTRIES = (
    "indicators: [{indicator: 1, strengths: ก}, {indicator: 1, defects: ข}, "
    "{name: การใช้อำนาจหน้าที่, indicator: 3, defects: ค}]"
)
FILES = {
    "agency.yml": (
        "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\nmain_website: https://tua-yang.go.th/\n"
        "contact: {address: 1 หมู่ 2, phone: 0-7320-2200 ต่อ 12, email: saraban@tua-yang.go.th}\n"
        "complaints: {phone: '1567', email: saraban@tua-yang.go.th, days: 15, steps: [แจ้ง, ตรวจ], protection: ปกปิด}\n"
        "units: [{name: กองคลัง, phone: 073-202201}, {name: กองช่าง}]\n"
    ),
    "2568/scores.yml": (
        "overall: 90.90\nindicators: {1: 60.00, 3: 92.00}\n"
        "places: [{id: all, kind: table, where: ตาราง, scores: [{indicator: 1, score: 61.00}]}]\n"
    ),
    "2568/analysis.yml": (
        f"title: การวิเคราะห์\nsections:\n  - {{title: ก, text: ข, places: [all], {ENTRIES}}}\n"
        f"  - {{number: ๑.๑, title: ค, {ENTRIES}}}\n  - {{id: bare, text: ง}}\n"
    ),
    "2569/measures.yml": (
        f"title: มาตรการ\nintroduction:\n  - {{title: ก, {ENTRIES}}}\n  - {{number: ๑.๑, title: ข, text: ค}}\n"
        "measures:\n  - {no: 1, title: ง, indicators: [1], steps: จ}\n"
        "  - {no: 2, subject: ฉ, whole: true, not_done: ช, remarks: [{passage: ฉ, note: ซ}]}\n"
        f"conclusion:\n  - {{title: ก, {ENTRIES}}}\n"
    ),
}


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


def rendered(bodies: Bodies) -> Tree:
    """A page whose parts are these bodies, each below a heading."""
    parts = [
        f'## {name} {{#{name}}}\n\n{{% with body = bodies.{name} %}}{{% include "_{name}.md.jinja" %}}{{% endwith %}}\n'
        for name in bodies
    ]
    text = environment().from_string("# ข้อ {#item}\n\n" + "\n".join(parts)).render(bodies=bodies)
    return html.fromstring(f"<div>{markdown.markdown(text, extensions=EXTENSIONS)}</div>")


def bodies_of(context: Context, result: FiscalYear, acted: FiscalYear) -> Bodies:
    """All of them, to stand on the page of an item."""
    profile = context.agency.profile
    bodies: Bodies = {
        "contact": contact_body(profile, "contact", lower=True),
        "complaints": complaints_body(profile, "complaints", lower=True),
    }
    assessment, entry, later = context.assessment(result), context.entry(result), context.entry(acted)
    if assessment and entry and entry.analysis:
        bodies["analysis"] = analysis_body(context, assessment, entry.analysis, ADDRESS, "analysis", lower=True)
    if later and later.measures:
        bodies["measures"] = measures_body(context, later, later.measures, ADDRESS, "measures", lower=True)
    return bodies


def headings(tree: Tree) -> list[tuple[int, str]]:
    return [(int(one.tag[1]), said(one)) for one in tree.xpath(".//h2 | .//h3 | .//h4 | .//h5")]


def leads(address: str, tree: Tree) -> list[str]:
    """Where its links lead, as a browser on the page at `address` follows them."""
    return [urljoin(SITE + address, href) for href in tree.xpath(".//a/@href")]


@pytest.fixture
def bodies(context: Callable[..., Context]) -> Bodies:
    found = bodies_of(context(FILES), RESULT, ACTED)
    assert set(found) == set(OWN)
    return found


@pytest.fixture
def own(pages: Pages) -> dict[str, Tree]:
    """The pages of their own by the name of the partial."""
    found = pages(FILES)
    return {name: found[address] for name, address in OWN.items()}


def test_ids_are_unique_where_all_stand_on_one_page(bodies: Bodies) -> None:
    tree = rendered(bodies)

    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert {one.partition("-")[0] for one in ids} == {"item", *OWN}
    assert {
        "analysis-overview", "analysis-section-1", "analysis-section-bare", "analysis-indicator-1-2",
        "measures-table", "measures-introduction-2", "measures-indicator-1-2-conclusion",
        "contact-units", "complaints-channels", "complaints-steps", "complaints-protection",
    } <= set(ids)  # fmt: skip


def test_a_prefix_keeps_two_bodies_of_a_kind_apart(bodies: Bodies, context: Callable[..., Context]) -> None:
    made = context(FILES)
    entry = made.entry(ACTED)
    assert entry
    assert entry.measures
    again = rendered({"measures": measures_body(made, entry, entry.measures, ADDRESS, "again", lower=True)})

    both = {*rendered({"measures": bodies["measures"]}).xpath(".//@id")} & {*again.xpath(".//@id")}
    assert both == {"item", "measures"}  # those of the page


def test_links_to_the_page_itself_resolve(bodies: Bodies) -> None:
    tree = rendered(bodies)

    here = [href.partition("#")[2] for href in leads(ADDRESS, tree) if href.partition("#")[0] == SITE + ADDRESS]
    expected = ["analysis-indicator-1", "analysis-indicator-1-2", "analysis-indicator-3"]
    assert {*expected} <= {*here} <= {*tree.xpath(".//@id")}
    assert all(href.startswith("#") for href in tree.xpath(".//a/@href") if "analysis-indicator" in href)


@pytest.mark.parametrize("name", OWN)
def test_the_words_are_those_of_its_own_page(name: str, bodies: Bodies, own: dict[str, Tree]) -> None:
    words = said(rendered({name: bodies[name]})).removeprefix(f"ข้อ {name} ")

    before, found, after = said(own[name]).partition(words)
    around = own[name].xpath("./h1 | ./p[@class='years' or @class='summary']")
    assert found
    assert before.strip() == " ".join(map(said, around))
    # what follows from it, and the way back, belong to the page
    followed = {"analysis": "มาตรการที่ตามมา", "measures": "กลับไปที่", "contact": "", "complaints": "ช่องทางระดับประเทศ"}
    assert after.strip().startswith(followed[name])
    assert bool(after) == bool(followed[name])


@pytest.mark.parametrize("name", OWN)
def test_the_links_lead_where_those_of_its_own_page_lead(name: str, bodies: Bodies, own: dict[str, Tree]) -> None:
    def apart(one: str) -> str:
        return one.replace(f"{SITE}{ADDRESS}#{name}-", f"{SITE}{OWN[name]}#")

    placed = [apart(one) for one in leads(ADDRESS, rendered({name: bodies[name]}))]

    assert placed
    all_of_page = leads(OWN[name], own[name])
    start = all_of_page.index(placed[0], len(own[name].xpath("./p[@class='years']//a")))
    assert all_of_page[start : start + len(placed)] == placed


@pytest.mark.parametrize("name", OWN)
def test_headings_stand_one_level_lower(name: str, bodies: Bodies, own: dict[str, Tree]) -> None:
    placed = headings(rendered({name: bodies[name]}))[1:]

    there = [(level + 1, words) for level, words in headings(own[name])]
    page_only = there[len(placed) :]
    assert there[: len(placed)] == placed
    assert min(level for level, _ in placed) == 3
    own = {"analysis": ["มาตรการที่ตามมา"], "complaints": ["ช่องทางระดับประเทศ"]}
    assert [words for _, words in page_only] == own.get(name, [])


def test_what_waits_to_be_checked_is_announced_in_place(bodies: Bodies) -> None:
    tree = rendered({"analysis": bodies["analysis"]})

    (line,) = tree.xpath(".//p[@class='note']")
    assert said(line).startswith("มีข้อมูลในเอกสารที่รอตรวจสอบ")
    assert line.xpath("./a/@href") == [f"../../../{links.findings(RESULT)}"]
    assert tree.xpath(".//ul[@class='doubts']")


def test_where_agency_yml_says_nothing_the_body_says_so(context: Callable[..., Context]) -> None:
    profile = context({}).agency.profile
    tree = rendered({"contact": contact_body(profile), "complaints": complaints_body(profile, lower=True)})

    assert [said(one) for one in tree.iter("p")] == [
        "หน่วยงานยังไม่ได้ให้ข้อมูลช่องทางติดต่อไว้ในเว็บไซต์นี้",
        "หน่วยงานยังไม่ได้ให้ข้อมูลช่องทางแจ้งเรื่องร้องเรียนไว้ในเว็บไซต์นี้",
    ]
    assert [one.get("id") for one in tree.iter("h3")] == ["channels"]


def test_no_page_made_of_real_records_repeats_an_id(tmp_path: Path) -> None:
    found = examine(ROOT / "data")
    assert found.dataset
    placed = 0
    with Drawings(tmp_path) as easel:
        for result in found.results:
            context = Context(
                result.agency, False, found.dataset.frameworks, result.assessments, result.findings, None,
                Origins(None, History()), easel,
            )  # fmt: skip
            for entry in result.agency.years:
                bodies = bodies_of(context, entry.assessed, entry.fiscal_year)
                tree = rendered(bodies)
                ids = tree.xpath(".//@id")
                here = [href[1:] for href in tree.xpath(".//a/@href") if href.startswith("#")]

                assert len(ids) == len(set(ids)), (result.agency.slug, entry.fiscal_year)
                assert {*here} <= {*ids}, (result.agency.slug, entry.fiscal_year)
                placed += len(bodies) - 2
    assert placed
