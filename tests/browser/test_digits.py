"""A site in Thai digits beside the same in Arabic ones, in a real Chromium: what a reader sees, sorting, searching."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import ROOT, served

_DAY = date(2023, 3, 15)
SLUG = "sateng-nok"  # of the repository's own: three years, charts of every kind, measures
FULL = "thong-fah-sai"  # of the test cases: a year of OIT with attached tables
TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
EIT = "eit: {year: 2566, link: 'https://itas.nacc.go.th/go/eit/a2566', opens: 1 มีนาคม 2566, closes: 31 มีนาคม 2566}\n"
CONTACT = "contact: {phone: 045-681-234 ต่อ 12, email: s05330901@dla.go.th, address: เลขที่ 99 หมู่ 5}\n"
STEPS = "complaints: {phone: '1567', steps: [รับเรื่อง, แจ้งผลภายใน 15 วัน], days: 15}\n"

Sites = dict[str, Path]
Open = Callable[[str, str], Page]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The same network, built with either setting."""
    made = {}
    for digits in ("arabic", "thai"):
        folder = tmp_path_factory.mktemp(digits)
        shutil.copytree(ROOT / "data" / SLUG, folder / "data" / SLUG)
        shutil.copytree(ROOT / "tests" / "sites" / "full-year" / "data" / FULL, folder / "data" / FULL)
        profile = folder / "data" / SLUG / "agency.yml"
        text = profile.read_text(encoding="utf-8")
        profile.write_text(text.replace("contact:\n  phone: 073-202200\n", EIT + CONTACT + STEPS), encoding="utf-8")
        site = f"format: 1\nlayout: network\ntitle: เครือข่ายปี 2566\nofficial: true\ndigits: {digits}\n"
        (folder / "data" / "site.yml").write_text(site, encoding="utf-8")
        outcome = build(examine(folder / "data", _DAY), Workspace.of(ROOT, folder / "out"))
        assert set(outcome.built) == {SLUG, FULL}
        made[digits] = folder / "out" / "site"
    return made


@pytest.fixture(scope="module")
def addresses(sites: Sites) -> Iterator[dict[str, str]]:
    with served(sites["arabic"]) as arabic, served(sites["thai"]) as thai:
        yield {"arabic": arabic, "thai": thai}


@pytest.fixture
def opened(browser: Browser, addresses: dict[str, str]) -> Iterator[Open]:
    """Opens a page of one of both sites."""
    context = browser.new_context()

    def go(digits: str, address: str) -> Page:
        page = context.new_page()
        page.goto(addresses[digits] + address)
        return page

    yield go
    context.close()


def _pages(site: Path) -> dict[str, str]:
    return {str(path.relative_to(site)): path.read_text(encoding="utf-8") for path in sorted(site.rglob("index.html"))}


# --- every page


def test_both_are_the_same_bytes_but_for_the_digits(sites: Sites) -> None:
    arabic, thai = _pages(sites["arabic"]), _pages(sites["thai"])

    assert arabic.keys() == thai.keys()
    assert len(thai) > 150
    for name, page in thai.items():
        assert '<html lang="th" class="no-js" data-digits="thai">' in page
        assert "data-digits" not in arabic[name]
        folded = page.replace(' data-digits="thai"', "", 1).translate(TO_ARABIC)
        assert folded == arabic[name].translate(TO_ARABIC), name


# What a reader sees or hears of a page outside of a document's own words, code, sources and English.
VISIBLE = """() => {
    const said = [document.title, document.querySelector("meta[name=description]")?.content ?? ""];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const kept = "script, style, code, .printed, .source, [lang=en]";
    while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (!parentElement.closest(kept)) said.push(data);
    }
    for (const one of document.querySelectorAll("[title], [alt], [aria-label], [placeholder], [data-label]")) {
        if (one.closest(kept)) continue;
        for (const name of ["title", "alt", "aria-label", "placeholder", "data-label"]) {
            said.push(one.getAttribute(name) ?? "");
        }
    }
    return said.filter((text) => /[0-9๐-๙]/.test(text));
}"""
# Addresses, and letters and digits in one: codes of items, files, hosts, mailboxes.
ALLOWED = re.compile(r"https?://\S+|[\w./@~-]*[A-Za-z][\w./@~-]*", re.ASCII)


def test_a_reader_sees_no_other_digit_on_any_page(opened: Open, sites: Sites) -> None:
    page = opened("thai", "")
    shown = 0
    root = page.url
    for name, text in _pages(sites["thai"]).items():
        if 'http-equiv="refresh"' in text:
            continue
        page.goto(root + name.removesuffix("index.html"), wait_until="domcontentloaded")
        said = page.evaluate(VISIBLE)
        left = [one for one in said if re.search("[0-9]", ALLOWED.sub("", one))]
        assert left == [], name
        shown += sum(bool(re.search("[๐-๙]", one)) for one in said)

    assert shown > 5000


@pytest.mark.parametrize(
    ("address", "selector", "texts"),
    [
        ("contact/", "a[href='tel:045681234']", ["๐๔๕-๖๘๑-๒๓๔ ต่อ ๑๒"]),
        ("contact/", "a[href='mailto:s05330901@dla.go.th']", ["s05330901@dla.go.th"]),
        ("eit/2566/", "h1", ["ร่วมประเมิน EIT ปี ๒๕๖๖"]),
        ("eit/2566/", "time[datetime='2023-03-31']", ["๓๑ มีนาคม ๒๕๖๖"]),
        ("eit/2566/", ".address", ["https://itas.nacc.go.th/go/eit/a2566"]),
        ("", "time[datetime='2023-03-15']", ["๑๕ มีนาคม ๒๕๖๖"]),  # of the footer
    ],
)
def test_what_is_said_and_what_is_meant(address: str, selector: str, texts: list[str], opened: Open) -> None:
    page = opened("thai", f"{SLUG}/{address}")

    found = [
        text.replace("¶", "").replace("\u00a0", " ").strip() for text in page.locator(selector).all_text_contents()
    ]

    assert found[:1] == texts


def test_codes_of_items_and_their_addresses_stay(opened: Open) -> None:
    page = opened("thai", f"{FULL}/oit/2566/")

    shown = page.locator("article a[href='o7/']").text_content()

    assert shown is not None
    assert shown.startswith("O7 ")


def test_the_words_of_documents_are_the_same_in_both(sites: Sites) -> None:
    """As they are printed, in whatever digits."""
    words = re.compile(r'<(span|p) class="printed">(.*?)</\1>', re.DOTALL)
    arabic, thai = _pages(sites["arabic"]), _pages(sites["thai"])

    quoted = {name: words.findall(page) for name, page in thai.items()}

    assert quoted == {name: words.findall(page) for name, page in arabic.items()}
    everything = str(quoted)
    assert re.search("[๐-๙]", everything)
    assert re.search(r"(?<![#\d])\d\d?(?![\d;])", everything)


@pytest.mark.parametrize(("digits", "style"), [("arabic", "decimal"), ("thai", "thai")])
def test_our_lists_are_numbered_in_the_digits_of_the_site(digits: str, style: str, opened: Open) -> None:
    page = opened(digits, f"{SLUG}/complaints/")

    styles = page.evaluate(
        "[...document.querySelectorAll('article ol > li')].map((one) => getComputedStyle(one).listStyleType)"
    )

    assert styles == [style, style]


# --- scripts


@pytest.mark.parametrize("digits", ["arabic", "thai"])
def test_figures_sort_alike(digits: str, opened: Open) -> None:
    page = opened(digits, f"{SLUG}/scores/2565/analysis/")
    table = page.locator("table.sortable").first
    button = table.locator("th.number button").last
    column = button.evaluate("(one) => one.closest('th').cellIndex")

    def cells() -> list[str]:
        return [row.locator("th, td").nth(column).inner_text().strip() for row in table.locator("tbody tr").all()]

    before = cells()
    button.click()
    after = cells()

    assert len(before) > 5
    assert sorted(before) == sorted(after)
    assert bool(re.search("[0-9]", "".join(after))) == (digits == "arabic")
    values = [float(cell.translate(TO_ARABIC).replace("−", "-").replace("+", "")) for cell in after if cell]
    assert values == sorted(values)


@pytest.mark.parametrize(
    ("digits", "pattern"), [("arabic", r"^พบ \d+ จาก \d+ มาตรการ$"), ("thai", r"^พบ [๐-๙]+ จาก [๐-๙]+ มาตรการ$")]
)
def test_the_filters_count_in_the_digits_of_the_site(digits: str, pattern: str, opened: Open) -> None:
    page = opened(digits, f"{SLUG}/measures/")

    expect(page.locator(".filters .found")).to_have_text(re.compile(pattern))
    options = page.locator(".filters option").all_text_contents()
    assert any(re.search(r"\([0-9]+\)$", one) for one in options) == (digits == "arabic")
    assert any(re.search(r"\([๐-๙]+\)$", one) for one in options) == (digits == "thai")
    page.locator(".filters select").first.select_option(index=1)
    expect(page.locator(".filters .found")).to_have_text(re.compile(pattern))


@pytest.mark.parametrize("query", ["มาตรการ 2566", "มาตรการ ๒๕๖๖"])
@pytest.mark.parametrize("digits", ["arabic", "thai"])
def test_search_finds_both_writings_and_shows_that_of_the_site(digits: str, query: str, opened: Open) -> None:
    page = opened(digits, f"{SLUG}/")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").fill(query)
    thai = digits == "thai"

    expect(page.locator(".search-status")).to_have_text(re.compile(r"^พบ [๐-๙]+ หน้า" if thai else r"^พบ [0-9]+ หน้า"))
    first = page.locator(".md-search-result__item").first
    expect(first.locator(".search-trail")).to_have_text("มาตรการ › ปี ๒๕๖๖" if thai else "มาตรการ › ปี 2566")
    assert ("๒๕๖๖" if thai else "2566") in first.locator("mark").all_inner_texts()
    options = page.locator(".search-filters option").all_text_contents()
    assert any(one.startswith("๒๕๖๖ (" if thai else "2566 (") for one in options)
    assert page.locator(".search-filters option[value='2566']").count() == 1


def test_what_is_searched_and_found_is_marked_on_the_page(opened: Open) -> None:
    page = opened("thai", f"{SLUG}/measures/2566/?h=2566")

    expect(page.locator("article mark", has_text=re.compile("^๒๕๖๖$")).first).to_be_attached()
