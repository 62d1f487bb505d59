"""The agencies' sites with the theme's own search, to compare with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import served
from tests.search.driver import build_stock

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where they are served, with a slash at the end."""
    folder = tmp_path_factory.mktemp("stock")
    with served(build_stock(ROOT, ROOT / "data", folder)) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
