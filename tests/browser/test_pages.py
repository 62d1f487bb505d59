"""Every kind of page at three widths, light and dark; the way through the site with and without JavaScript."""

from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.kinds import REAL, SCHEMES, WIDTHS

NOTICE = "เว็บไซต์ตัวอย่าง จัดทำจากเอกสารที่เผยแพร่ ไม่ใช่เว็บไซต์ทางการของหน่วยงาน"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_are_whole(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    """No error, no request to anybody else, nothing wider than the screen, the notice and noindex on every page."""
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    opened = context.new_page()
    errors: list[str] = []
    foreign: list[str] = []

    def look(request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(address).netloc:
            foreign.append(request.url)

    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    # the index that the theme asks for on every page may still be on its way when the page is left
    opened.on("requestfailed", lambda one: errors.append(one.url) if one.failure != "net::ERR_ABORTED" else None)
    opened.on("request", look)
    for kind in REAL.values():
        response = opened.goto(address + kind)

        assert response is not None
        assert response.status == 200, kind
        for width in WIDTHS:
            opened.set_viewport_size({"width": width, "height": 900})
            assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (kind, width)
        assert opened.locator(".notice").inner_text() == NOTICE, kind
        assert opened.locator("meta[name=robots]").get_attribute("content") == "noindex, nofollow", kind
        assert opened.locator("html").get_attribute("lang") == "th", kind
        assert opened.locator("article h1").count() == 1, kind
        expected = "slate" if scheme == "dark" else "default"
        assert opened.locator("body").get_attribute("data-md-color-scheme") == expected, kind

    opened.wait_for_load_state("networkidle")
    context.close()
    assert errors == []
    assert foreign == []


def test_thai_has_room_and_its_font(page: Page, address: str) -> None:
    """Lines are high enough for stacked marks wherever text can be cut off, and Sarabun is what is drawn."""
    page.goto(address + "mueang-khong/scores/2568/")
    page.evaluate("document.fonts.ready")

    low = page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, p, th, td, caption, .md-tabs__link, .md-nav__link')]
        .filter(e => e.offsetParent && /[ก-๙]/.test(e.textContent))
        .map(e => [e.className || e.tagName, parseFloat(getComputedStyle(e).lineHeight)
                   / parseFloat(getComputedStyle(e).fontSize)])
        .filter(([, ratio]) => ratio < 1.3)"""
    )
    clipped = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => e.offsetParent && e.children.length === 0
            && /[ก-๙]/.test(e.textContent) && getComputedStyle(e).overflowY === 'hidden'
            && e.scrollHeight > e.clientHeight + 1).map(e => e.className + ' ' + e.textContent)"""
    )

    assert low == []
    assert clipped == []
    assert page.evaluate("document.fonts.check('16px Sarabun', 'ผลการประเมิน 89.69')")
    assert page.evaluate("getComputedStyle(document.querySelector('article p')).fontFamily").startswith("Sarabun")


@pytest.mark.parametrize(("width", "shown", "hidden"), [(360, "narrow", "wide"), (1280, "wide", "narrow")])
def test_charts_fit_the_screen(browser: Browser, address: str, width: int, shown: str, hidden: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    opened = context.new_page()
    opened.goto(address + "muang-mu/scores/2567/")

    assert opened.locator(f"article div.chart .{shown} svg").first.is_visible()
    assert not opened.locator(f"article div.chart .{hidden} svg").first.is_visible()
    context.close()


def test_a_bar_is_as_long_as_its_score(page: Page, address: str) -> None:
    page.goto(address + "mueang-khong/scores/2568/")
    row = page.locator("table.bars tbody tr:not(.group)").nth(3)
    track, value, line = (row.locator(f"svg .{part}").bounding_box() for part in ("track", "value", "line"))

    assert track
    assert value
    assert line
    assert value["width"] / track["width"] == pytest.approx(0.7467, abs=0.005)
    assert (line["x"] - track["x"]) / track["width"] == pytest.approx(0.85, abs=0.01)
    assert "74.67" in row.inner_text()


def test_a_dot_lies_where_its_score_does(page: Page, address: str) -> None:
    """On the home page, on an axis from 70 to 100."""
    page.goto(address + "mueang-khong/")
    row = page.locator("table.distances tbody tr:not(.group)").nth(3)
    track, dot, line = (row.locator(f"svg .{part}").bounding_box() for part in ("track", "dot", "line"))

    assert track
    assert dot
    assert line
    assert (dot["x"] + dot["width"] / 2 - track["x"]) / track["width"] == pytest.approx(4.67 / 30, abs=0.01)
    assert (line["x"] - track["x"]) / track["width"] == pytest.approx(0.5, abs=0.02)
    assert "74.67" in row.inner_text()
    assert "แกน 70–100" in page.locator("table.distances caption").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_the_portal_to_a_disputed_value(browser: Browser, address: str, scripts: bool) -> None:
    """A citizen finds an agency, its year, and why a value is marked, by links alone."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts)
    opened = context.new_page()
    opened.goto(address)
    agencies = opened.locator("#agency-list")
    names = agencies.locator(".name a").all_inner_texts()

    agencies.get_by_role("link", name="เทศบาลเมืองสะเตงนอก").click()
    opened.get_by_role("link", name="ผลการประเมินปี 2565 โดยละเอียด").click()
    undecided = opened.locator("article .hero").inner_text()
    opened.locator("article .hero a.mark").first.click()

    assert names == [
        "เทศบาลตำบลเมืองคง",
        "เทศบาลเมืองสะเตงนอก",
        "สำนักงานเขตดินแดง",
        "องค์การบริหารส่วนตำบลม่วงหมู่",
        "องค์การบริหารส่วนตำบลหนองหญ้าปล้อง",
    ]
    assert "ยังตัดสินไม่ได้" in undecided
    assert "91.03" in undecided
    assert "91.30" in undecided
    expect(opened).to_have_url(f"{address}sateng-nok/findings/2565/#value-conflict-1")
    expect(opened.locator("#value-conflict-1")).to_be_visible()
    context.close()


def test_every_agency_leads_back_to_the_portal(page: Page, address: str) -> None:
    page.goto(address + "din-daeng/scores/2564/")

    page.get_by_role("link", name="หน่วยงานทั้งหมด").click()

    expect(page).to_have_url(address)


def test_a_table_keeps_its_meaning_on_a_phone(browser: Browser, address: str) -> None:
    """Rows that are taken apart by the stylesheet are still rows for assistive technology."""
    context = browser.new_context(viewport={"width": 360, "height": 900})
    opened = context.new_page()
    opened.goto(address + "mueang-khong/")
    table = opened.get_by_role("table").first

    assert table.get_by_role("row").count() == 14
    assert table.get_by_role("rowheader", name="การใช้อำนาจ").count() == 1
    assert table.get_by_role("cell", name="97.87").count() == 1
    context.close()


def test_long_cells_become_cards_with_the_names_of_their_columns(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 900})
    opened = context.new_page()
    opened.goto(address + "muang-mu/measures/2567/")
    table = opened.locator("table.cards").first
    cell = table.locator("td[data-label='ผลลัพธ์/ความสำเร็จ']").first

    name = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert name.replace('" "', "") == '"ผลลัพธ์/ความสำเร็จ: "'
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "block"
    assert table.get_by_role("row").count() == 7
    context.close()


def test_on_paper_the_measures_are_a_table_whose_head_repeats(page: Page, address: str) -> None:
    """A row longer than what is left of a page goes on on the next one instead of leaving it empty."""
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(address + "muang-mu/measures/2567/")
    page.emulate_media(media="print")

    table = page.locator("table.cards").first
    styles = {
        part: table.locator(part).first.evaluate(
            "one => [getComputedStyle(one).display, getComputedStyle(one).breakInside]"
        )
        for part in ("thead", "tbody tr", "td")
    }
    assert styles["thead"][0] == "table-header-group"
    assert styles["tbody tr"] == ["table-row", "auto"]
    assert styles["td"][0] == "table-cell"
