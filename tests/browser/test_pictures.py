"""Pictures in a browser: files can be fetched, the sheet prints on one page, a phone shows what a desk shows."""

import io
from urllib.parse import urljoin

import pypdf
import pytest
from playwright.sync_api import Browser

INFOGRAPHIC = "mueang-khong/scores/2568/infographic/"
KINDS = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv"}


def test_what_is_offered_can_be_fetched(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    fetched = set()
    for place in ("muang-mu/scores/", "muang-mu/scores/2567/", "muang-mu/indicators/4/", INFOGRAPHIC):
        page.goto(address + place)
        links = page.locator("article a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        for href in links:
            ending = href.rpartition(".")[2]
            if ending in KINDS:
                got = context.request.get(urljoin(address + place, href))
                assert got.status == 200, href
                assert got.headers["content-type"].startswith(KINDS[ending])
                fetched.add(ending)
    assert fetched == set(KINDS)
    context.close()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_infographic_is_whole_at_every_width(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + INFOGRAPHIC)

    shown = page.locator(".sheet img").evaluate("one => [one.naturalWidth, one.naturalHeight, one.clientWidth]")
    assert shown[:2] == [1080, 1350]
    assert shown[2] <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_the_infographic_prints_on_one_page(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + INFOGRAPHIC)

    printed = page.pdf(format="A4", margin={"top": "1cm", "bottom": "1cm", "left": "1cm", "right": "1cm"})
    (only,) = pypdf.PdfReader(io.BytesIO(printed)).pages
    assert len(only.images) == 1
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_dots_of_two_years_are_seen_on_a_phone_too(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}muang-mu/scores/2567/")

    dots = page.locator("table.dumbbell svg.dots")
    assert dots.count() == 10
    for n in range(10):
        box = dots.nth(n).bounding_box()
        assert box is not None
        assert 60 < box["width"] <= width
    assert page.get_by_role("group", name="คะแนนเพิ่มขึ้น 4 ลดลง 2 คงเดิม 4 ตัวชี้วัด").count() == 1
    context.close()
