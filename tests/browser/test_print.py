"""On paper: dark on white whatever the screen, numbered pages, repeated heads of tables, nothing to click."""

import io

import pypdf
import pytest
from playwright.sync_api import Browser

A4 = (595, 842)


def _paper(browser: Browser, url: str, scheme: str = "light") -> tuple[pypdf.PdfReader, str, str]:
    """The sheets, the colour of the heading and that behind everything."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    look = "one => getComputedStyle(document.querySelector(one)).{}"
    colours = page.evaluate(look.format("color"), "h1"), page.evaluate(look.format("backgroundColor"), "body")
    context.close()
    return sheets, *colours


def _said(sheet: pypdf.PageObject) -> str:
    return " ".join(sheet.extract_text().split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["mueang-khong/", "muang-mu/scores/2567/", "sateng-nok/oit/2566/all/"])
def test_a_page_is_dark_on_white_and_numbered(kind: str, scheme: str, browser: Browser, address: str) -> None:
    sheets, ink, paper = _paper(browser, address + kind, scheme)

    assert (ink, paper) == ("rgb(24, 33, 47)", "rgb(255, 255, 255)")
    count = len(sheets.pages)
    assert count > 1
    for number, sheet in enumerate(sheets.pages, start=1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
        assert f"{number} / {count}" in _said(sheet)
    words = " ".join(map(_said, sheets.pages))
    for click in ("ค้นหา", "คัดลอกที่อยู่", "หน่วยงานทั้งหมด", "สารบัญ"):
        assert click not in words


def test_the_table_of_measures_lies_across_and_repeats_its_head(browser: Browser, address: str) -> None:
    """One document, as offices print it: the text upright, the table across."""
    sheets, *_ = _paper(browser, f"{address}din-daeng/measures/2565/")

    across = [one for one in sheets.pages if one.mediabox.width > one.mediabox.height]
    assert len(across) > 1
    assert sheets.pages[0] not in across
    # words whose letters come back from a PDF as they are
    assert all("ผลการวิเคราะห์ของหน่วยงาน" in _said(one) for one in across)
