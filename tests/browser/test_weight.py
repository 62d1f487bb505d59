"""What a phone fetches before it shows a page for the first time, while nobody searches."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, Route

from generator.finish.sheets import _PARTS
from tests.browser.kinds import FULL_YEAR, REAL
from tests.conftest import ROOT

BYTES = 110_000  # of the bodies, compressed as a host does it
REQUESTS = 12
SHIFT = 0.01  # of the screen
_PACKED = (".woff2", ".png", ".jpg")


def _weight(browser: Browser, url: str) -> dict[str, int]:
    """The bytes of every answer, by its address."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    found = {}
    for answer in answers:
        assert answer.status == 200, answer.url
        body = answer.body()
        found[answer.url] = len(body if answer.url.endswith(_PACKED) else gzip.compress(body, 9))
    assert len(found) == len(answers)  # nothing is fetched twice
    icon = page.locator("link[rel=icon]").evaluate("one => one.href")
    if icon not in found:  # a Chromium without windows does not ask for it
        found[icon] = len(page.request.get(icon).body())
    context.close()
    return found


@pytest.mark.parametrize("kind", ["portal", "home", "year", "measures", "measure", "infographic"])
def test_a_page_is_light(kind: str, browser: Browser, address: str) -> None:
    """The infographic's own picture is what its reader came for."""
    found = _weight(browser, address + REAL[kind])
    own = {url: size for url, size in found.items() if not url.endswith("/infographic.png")}

    assert sum(own.values()) <= BYTES, own
    assert len(found) <= REQUESTS


@pytest.mark.parametrize("kind", ["full-home", "oit-year", "item-files"])
def test_a_page_of_items_is_light(kind: str, browser: Browser, full_year: str) -> None:
    found = _weight(browser, full_year + FULL_YEAR[kind])

    assert sum(found.values()) <= BYTES, found
    assert len(found) <= REQUESTS


_SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 100);
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_scripts_are_on_their_way(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()

    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/prongsai.js", late)
    moved = {}
    for kind in ("portal", "home", "year", "measures", "measures-year", "measure", "findings"):
        page.goto(address + REAL[kind], wait_until="networkidle")
        moved[kind] = page.evaluate(_SHIFTS)
    context.close()

    assert {kind: shift for kind, shift in moved.items() if shift > SHIFT} == {}


def test_a_page_fetches_what_it_needs_and_nothing_else(browser: Browser, address: str) -> None:
    """One stylesheet, a font file a weight, the theme's script and two of ours, its stub of a search, an icon."""
    found = _weight(browser, address + REAL["measure"])

    names = sorted(url.rsplit("/", 1)[1] for url in found)
    assert [name for name in names if name.endswith(".css")] == [one for one in names if one.startswith("site.")]
    assert [name for name in names if name.endswith(".woff2")] == ["sarabun-400.woff2", "sarabun-700.woff2"]
    assert len([name for name in names if name.endswith(".js")]) == 3
    assert len(names) == 9


def test_no_page_has_a_part_that_the_stylesheet_leaves_out(real_site: Path, full_year_site: Path) -> None:
    """Nor do our scripts make one."""
    pages = [path for site in (real_site, full_year_site) for path in site.rglob("*.html") if path.is_file()]
    scripts = (ROOT / "overrides/assets/javascripts").rglob("*.js")
    named = [found for path in pages for found in re.findall('class="([^"]*)"', path.read_text(encoding="utf-8"))]
    named += [found for path in scripts for found in re.findall('"([^"]*)"', path.read_text(encoding="utf-8"))]
    classes = {f".{name}" for found in named for name in re.split(r"[\s.]+", found) if re.fullmatch(r"[\w-]+", name)}

    assert len(classes) > 200
    assert {name for name in classes if _PARTS.match(name)} == set()
