"""Pictures of every kind of page in six combinations, for looking at: `make screenshots`.

    python -m tests.browser.screenshots [FOLDER]

Builds the repository's agencies and the fictional one with a full OIT year, and writes PNG files named for page, width
and colour scheme into FOLDER, build/screenshots/ without it.
"""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, sync_playwright

from generator.pipeline.addresses import hold_vanished
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.browser.kinds import FULL_YEAR, REAL, SCHEMES, WIDTHS
from tests.conftest import ROOT, launched, served

_TALLEST = 12_000  # pixels: a longer page is cut there


def _built(data: Path, out: Path) -> Path:
    workspace = Workspace.of(ROOT, out)
    build(hold_vanished(examine(data), workspace.hand_written().keys()), workspace)
    return out / "site"


def _take(browser: Browser, root: str, kinds: Mapping[str, str], target: Path) -> None:
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        for name, address in kinds.items():
            page.goto(root + address, wait_until="networkidle")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                page.evaluate("document.fonts.ready")
                height = min(page.evaluate("document.documentElement.scrollHeight"), _TALLEST)
                whole: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
                page.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True, clip=whole)
        context.close()


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launched(playwright)
        for kinds, data in ((REAL, ROOT / "data"), (FULL_YEAR, ROOT / "tests" / "sites" / "full-year" / "data")):
            site = _built(data, Path(folder) / data.parent.name)
            below = f"{next(site.glob('*/manifest.json')).parent.name}/" if kinds is FULL_YEAR else ""
            with served(site) as address:
                _take(browser, address + below, kinds, target)
        browser.close()
    print(f"{len(list(target.glob('*.png')))} pictures in {target}")


if __name__ == "__main__":
    main()
