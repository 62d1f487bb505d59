"""A real Chromium over the real site, served as a host would serve it."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.pipeline.addresses import hold_vanished
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
FULL_YEAR = ROOT / "tests" / "sites" / "full-year" / "data"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: the test's own output is enough."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    with _served(real_site) as served:
        yield served


@pytest.fixture(scope="session")
def full_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the agency with a full OIT year is served, with a slash at the end."""
    out = tmp_path_factory.mktemp("full-year")
    workspace = Workspace.of(ROOT, out)
    examined = hold_vanished(examine(FULL_YEAR), workspace.hand_written().keys())
    (slug,) = build(examined, workspace).built
    with _served(out / "site") as served:
        yield f"{served}{slug}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium where there is one, else Playwright's."""
    sandbox = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*sandbox, *quiet])
        yield started
        started.close()
