"""Whoever reads with the keyboard, larger letters or without scripts gets all of it: what axe-core does not look at."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.kinds import SCHEMES, WIDTHS, every_page


def _open(browser: Browser, **settings: Any) -> BrowserContext:
    return browser.new_context(reduced_motion="reduce", **settings)


_CONTRAST = """(selector) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const channel = (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const box = document.querySelector(selector);
    const layers = [getComputedStyle(box, '::placeholder').color];
    for (let one = box; one; one = one.parentElement) layers.push(getComputedStyle(one).backgroundColor);
    const drawn = (colours) => {
        canvas.fillStyle = '#fff';
        canvas.fillRect(0, 0, 1, 1);
        for (const colour of colours.reverse()) {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        }
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    };
    const [a, b] = [drawn([...layers]), drawn(layers.slice(1))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_the_placeholder_of_the_search_box_can_be_read(width: int, scheme: str, browser: Browser, address: str) -> None:
    """Where it is seen: in the box of a wide screen while it is closed, on a phone when it is open."""
    context = _open(browser, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}about/")
    if width == WIDTHS[0]:
        page.locator("label[for='__search']").first.click()
        page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))")

    assert page.locator(".md-search__input").is_visible()
    assert page.evaluate(_CONTRAST, ".md-search__input") >= 4.5
    context.close()


# --- the keyboard


_STOP = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const one = at.matches('.md-option') ? at.form.querySelector('label:not([hidden])') : at;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    const ringed = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1.5 && !/, 0\\)$/.test(outlineColor);
    const { width, height, top, left } = one.getBoundingClientRect();
    const seen = width > 0 && height > 0 && top < innerHeight && top + height > 0 && left < innerWidth
        && left + width > 0 && getComputedStyle(one).opacity > 0;
    return [one.className || one.tagName, (one.textContent || one.getAttribute('aria-label') || '').trim().slice(0, 40),
        ringed, seen];
}"""


@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_the_first_stop_leads_to_the_content(width: int, browser: Browser, address: str) -> None:
    context = _open(browser, viewport={"width": width, "height": 900})
    page = context.new_page()
    for kind in ("", "mueang-khong/", "muang-mu/scores/2567/", "muang-mu/measures/"):
        page.goto(address + kind)
        page.keyboard.press("Tab")
        name, text, ringed, seen = page.evaluate(_STOP)

        assert (name.split()[0], text) == ("md-skip", "ข้ามไปที่เนื้อหา"), kind
        assert ringed, kind
        assert seen, kind

        page.keyboard.press("Enter")
        expect(page.locator("article:target, article :target")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_every_stop_is_seen(width: int, scheme: str, browser: Browser, address: str) -> None:
    """Whoever goes through a page with the tab key sees where he is, at every stop."""
    context = _open(browser, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    blind = []
    for kind in ("", "muang-mu/", "muang-mu/scores/2567/", "muang-mu/measures/", "years/2565/"):
        page.goto(address + kind)
        stops = 0
        for _ in range(60):
            page.keyboard.press("Tab")
            page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))")
            stop = page.evaluate(_STOP)
            if stop is None:
                break
            stops += 1
            if not (stop[2] and stop[3]):
                blind.append((kind, *stop))
        assert stops > 15, kind
    context.close()

    assert blind == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_way_back_to_the_top_is_no_stop_while_hidden(scripts: bool, browser: Browser, address: str) -> None:
    """As it is until a page is scrolled, and for ever where no script runs."""
    context = _open(browser, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}years/2565/")
    expect(page.locator(".md-top[hidden]")).to_have_count(1)
    page.evaluate("document.querySelector('.md-top').focus()")

    assert page.evaluate("document.activeElement === document.body")
    context.close()


# --- letters and screens


# Elements with text that cut off what does not fit in them; what is hidden from sight on purpose is one pixel large.
_CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((one) => {
    const look = getComputedStyle(one);
    if (!/hidden|clip/.test(look.overflowX + look.overflowY)) return false;
    if (one.clientHeight < 2 || one.clientWidth < 2) return false;
    if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    if (!one.innerText?.trim() || one.closest('.md-dialog, .md-search__output, .md-skip')) return false;
    const { left, right } = one.getBoundingClientRect();
    if (right <= 0 || left >= innerWidth) return false; // the drawer, closed
    return one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
}).map((one) => `${one.tagName}.${one.className}: ${one.innerText.trim().slice(0, 60)}`)"""
_WIDER = "document.documentElement.scrollWidth - innerWidth"
# The values of WCAG 1.4.12; a sheet that is made by a script is not held to the page's policy.
_SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_nothing_is_wider_than_a_small_screen(scripts: bool, browser: Browser, address: str, full_year: str) -> None:
    """320 pixels: a small phone, or a desktop at 400 %."""
    context = _open(browser, viewport={"width": 320, "height": 700}, java_script_enabled=scripts)
    page = context.new_page()
    wide = []
    for name, url in every_page(address, full_year):
        page.goto(url, wait_until="load")
        if page.evaluate(_WIDER) > 0:
            wide.append(name)
    context.close()

    assert wide == []


@pytest.mark.parametrize(("width", "spaced"), [(360, True), (1280, True), (640, False), (320, False)], ids=str)
def test_no_text_is_cut_off(width: int, spaced: bool, browser: Browser, address: str, full_year: str) -> None:
    """With the text spacing of WCAG 1.4.12; and at 200 % and 400 % of a screen that is 1,280 wide."""
    context = _open(browser, viewport={"width": width, "height": 900})
    page = context.new_page()
    cut = []
    for name, url in every_page(address, full_year):
        page.goto(url, wait_until="load")
        page.evaluate("document.fonts.ready")
        if spaced:
            page.evaluate(_SPACED)
        cut += [(name, one) for one in page.evaluate(_CUT_OFF)]
        if page.evaluate(_WIDER) > 0:
            cut.append((name, "wider than the screen"))
    context.close()

    assert cut == []


def test_what_is_cut_off_is_found(browser: Browser, address: str) -> None:
    context = _open(browser)
    page: Page = context.new_page()
    page.goto(f"{address}about/")
    before = page.evaluate(_CUT_OFF)
    page.evaluate("Object.assign(document.querySelector('article p').style, { overflow: 'hidden', height: '8px' })")

    assert before == []
    assert len(page.evaluate(_CUT_OFF)) == 1
    context.close()


# --- the pages as files: what is there without scripts


def _documents(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(path for path in site.rglob("*.html") if path.is_file()):
        yield path.relative_to(site).as_posix(), html.document_fromstring(path.read_bytes().decode())


def test_every_page_says_its_language_and_every_table_what_it_shows(real_site: Path) -> None:
    faults = []
    tables = 0
    for name, page in _documents(real_site):
        if page.get("lang") != "th":
            faults.append((name, "lang"))
        for table in page.iter("table"):
            tables += 1
            caption = table.find("caption")
            if caption is None or not caption.text_content().strip():
                faults.append((name, "caption"))
            if any(not head.get("scope") for head in table.iter("th")):
                faults.append((name, "scope"))

    assert faults == []
    assert tables > 300


def _links(page: html.HtmlElement) -> Iterator[str]:
    """Where the links of a page lead that are there without scripts."""
    for link in page.iter("a"):
        hidden = any(one.get("hidden") is not None for one in (link, *link.iterancestors()))
        if link.get("href") and not hidden:
            yield str(link.get("href"))


@pytest.mark.parametrize("site", ["real", "full-year"])
def test_every_page_of_an_agency_is_three_clicks_from_its_home(
    site: str, real_site: Path, full_year_site: Path
) -> None:
    """Without scripts. An old address that leads on is none to be found."""
    folder = real_site if site == "real" else full_year_site
    pages = {name.removesuffix("index.html"): page for name, page in _documents(folder)}
    agencies = [path.parent.name for path in folder.glob("*/manifest.json")]
    for slug in agencies:
        home = f"{slug}/"
        clicks = {home: 0}
        waiting = deque([home])
        while waiting:
            at = waiting.popleft()
            for link in _links(pages[at]):
                parts = urlsplit(urljoin(f"https://here/{at}", link))
                to = unquote(parts.path)[1:]
                if parts.netloc == "here" and to in pages and to not in clicks and to.startswith(home):
                    clicks[to] = clicks[at] + 1
                    waiting.append(to)
        own = {
            at for at, page in pages.items() if at.startswith(home) and not page.xpath("//meta[@http-equiv='refresh']")
        }

        assert {at: count for at, count in clicks.items() if count > 3} == {}
        assert own - clicks.keys() == set()
        assert len(own) > 50
    assert agencies
