"""A site of an agency that has recorded nothing yet, in a real Chromium: whole on a phone and on a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.browser.axe import AXE, TAGS
from tests.conftest import ROOT, served

CASE = Path(__file__).parent.parent / "sites" / "nothing-yet" / "data"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("newborn")
    build(examine(CASE), Workspace.of(ROOT, out))
    with served(out / "site") as found:
        yield found


@pytest.mark.parametrize("width", [360, 1280])
def test_a_newborn_site_has_no_fault_and_no_empty_place(address: str, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)

    for place in ("", "scores/", "measures/", "oit/", "documents/", "contact/", "methodology/"):
        page.goto(f"{address}{place}")
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        told = page.evaluate(
            "async (tags) => (await axe.run(document, { runOnly: tags })).violations.map((one) => one.id)", TAGS
        )
        assert (place, wide, faults, told) == (place, 0, [], [])

    page.goto(address)
    assert page.locator("h2#result").inner_text() == "ยังไม่ได้บันทึกผลการประเมินของหน่วยงานนี้"
    # what a citizen can do stands beside what is not there, or right below it
    ways, tiles = page.locator("h2#ways").bounding_box(), page.locator(".tiles").bounding_box()
    assert ways
    assert tiles
    assert ways["y"] + ways["height"] < tiles["y"]
    assert page.locator("meta[property='og:image']").count() == 0
    for link in page.locator(".md-tabs__link").all():
        assert page.request.get(link.evaluate("one => one.href")).ok
    context.close()
