"""The copy that opens without a server: every link leads to a file, and its search answers. In a real Chromium."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser, Page, expect

from generator.finish.portable import write_copy
from tests.conftest import served

INPUT = ".md-search__input"
RESULT = ".md-search-result__item"


@pytest.fixture(scope="module")
def copy(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the real site, unpacked."""
    folder = tmp_path_factory.mktemp("สำเนา")
    write_copy(real_site, folder / "site.zip")
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which no script may fail and from which nothing goes to a network."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    opened.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else faults.append(asked.url))
    yield opened
    context.close()
    assert faults == []


def test_every_internal_link_names_a_file(copy: Path) -> None:
    pages = sorted(copy.rglob("*.html"))
    seen = 0
    for path in pages:
        page: HtmlElement = html.document_fromstring(path.read_text(encoding="utf-8"))
        for _, attribute, link, _ in page.iterlinks():
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path or link.startswith("url("):
                continue
            seen += 1
            target = path.parent.joinpath(unquote(parts.path)).resolve()
            assert target.is_file(), f"{path.relative_to(copy)}: {attribute} {link}"
            assert target.is_relative_to(copy), link
    assert len(pages) > 300
    assert seen > 10_000


def test_it_opens_from_a_folder_and_its_search_answers(page: Page, copy: Path) -> None:
    page.goto((copy / "index.html").as_uri())
    page.get_by_role("link", name="องค์การบริหารส่วนตำบลม่วงหมู่").click()
    page.locator(INPUT).click()
    page.keyboard.type("ข้อร้องเรียน", delay=10)
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^พบ \d+ หน้า"))
    page.locator(".search-filters [name=kind]").select_option("OIT")

    first = page.locator(RESULT).first.locator("a").first
    expect(first).to_have_attribute("href", re.compile(r"/oit/2568/o\d+/index\.html\?h="))
    first.click()

    expect(page.locator("article mark").first).to_have_text("ข้อร้องเรียน")


def test_nothing_found_leads_on_to_files(page: Page, copy: Path) -> None:
    page.goto((copy / "din-daeng" / "scores" / "index.html").as_uri())
    page.locator(INPUT).click()
    page.keyboard.type("ฟหกดฟหกด")
    page.locator(".search-extra a", has_text="มาตรการทั้งหมด").click()

    page.wait_for_url("**/din-daeng/measures/index.html")
    page.locator("#filter-year").select_option(index=1)
    expect(page.locator(".found")).to_have_text(re.compile(r"^พบ \d+ จาก \d+ มาตรการ$"))


def test_the_search_of_the_network_answers_too(page: Page, copy: Path) -> None:
    page.goto((copy / "index.html").as_uri())
    page.locator(INPUT).click()
    page.keyboard.type("สะเตงนอก")
    page.locator(RESULT).first.locator("a").first.click()

    page.wait_for_url("**/sateng-nok/index.html?h=*")


def test_it_works_on_any_hosting(browser: Browser, copy: Path) -> None:
    """Even one that does not look for index.html in a folder: links name files."""
    context = browser.new_context()
    opened = context.new_page()
    with served(copy) as address:
        opened.goto(f"{address}muang-mu/index.html?q=ร้องเรียน")
        opened.locator(RESULT).first.locator("a").first.click()
        opened.wait_for_url("**/muang-mu/complaints/index.html?h=*")
    context.close()
