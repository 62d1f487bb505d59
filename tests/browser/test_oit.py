"""What an assessor sees who opens the address of one item."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

# many files, tables in place, our own pages in place, a statement, an exemption, nothing at all
ITEMS = ("o21", "o18", "o42", "o43", "o29", "o41", "o35", "o32")
WIDTHS = (360, 768, 1280)


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("item", ITEMS)
def test_an_item_fits_the_screen_and_asks_nobody_else(browser: Browser, full_year: str, item: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark")
    opened = context.new_page()
    errors: list[str] = []
    foreign: list[str] = []
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    here = urlsplit(full_year).netloc
    opened.on("request", lambda one: foreign.append(one.url) if urlsplit(one.url).netloc != here else None)

    opened.goto(f"{full_year}oit/2566/{item}/", wait_until="networkidle")

    assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert (errors, foreign) == ([], [])
    context.close()


@pytest.mark.parametrize("item", ITEMS)
def test_the_first_screen_says_item_year_and_the_first_component(page: Page, full_year: str, item: str) -> None:
    page.goto(f"{full_year}oit/2566/{item}/")

    heading = page.locator("h1").inner_text().replace("\u00a0", " ")
    first = page.locator("ol.components > li").first.bounding_box()

    assert heading.startswith(f"ข้อ {item.upper()} ")
    assert heading.endswith("(ITA ปี 2566)")
    assert page.locator("[data-oit]").get_attribute("data-oit") == f"2566-{item}"
    assert first is not None
    assert first["y"] < 800


def test_a_document_opens_where_its_component_stands(page: Page, full_year: str) -> None:
    page.goto(f"{full_year}oit/2566/o4/")
    (href, *_) = [one.get_attribute("href") or "" for one in page.locator("ol.components a").all()]

    answer = page.request.get(page.evaluate("href => new URL(href, location.href).href", href))

    assert href.endswith("#page=1")
    assert answer.ok
    assert answer.body().startswith(b"%PDF-")


def test_every_attached_file_that_the_year_names_is_there(browser: Browser, full_year: str) -> None:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{full_year}oit/2566/all/")
    pages = opened.eval_on_selector_all("h3 + p a", "all => all.map(one => one.href)")
    files: set[str] = set()
    for one in pages:
        opened.goto(one)
        files |= set(opened.eval_on_selector_all("main a", "all => all.map(one => one.href.split('#')[0])"))
    files = {one for one in files if "/files/2566/" in one}

    answers = {one: opened.request.head(one).status for one in files}

    assert len(pages) == 43
    assert len(files) > 100
    assert set(answers.values()) == {200}
    context.close()


def test_machines_find_the_item_in_the_head_of_the_page(page: Page, full_year: str) -> None:
    page.goto(f"{full_year}oit/2566/o21/")

    told = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")

    assert told["identifier"] == "2566-o21"
    assert len(told["hasPart"]) >= 24


def test_an_old_address_leads_to_the_item(browser: Browser, full_year: str) -> None:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{full_year}ita2566.html/", wait_until="commit")  # it leads on at once

    opened.wait_for_url(f"{full_year}oit/2566/**")

    assert "2566" in opened.locator("h1").inner_text()
    context.close()


def test_a_picture_and_tables_of_attached_files_stand_on_the_page(page: Page, full_year: str) -> None:
    page.goto(f"{full_year}oit/2566/o18/")

    assert page.locator("h2#files ~ .table table").count() >= 1

    page.goto(f"{full_year}oit/2566/o40/")
    pictures = page.locator("main img")
    assert pictures.count() >= 1
    assert pictures.first.get_attribute("alt")
    pictures.first.scroll_into_view_if_needed()
    size = pictures.first.bounding_box()
    assert size is not None
    assert 0 < size["width"] <= 360
