"""What tests share: small sites made of texts, the repository's own site built once, and a real Chromium over it."""

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Playwright, sync_playwright

from generator.drawings import Drawings
from generator.pipeline.build import Outcome, build
from generator.pipeline.examine import Examined, examine
from generator.pipeline.workspace import Workspace

ROOT = Path(__file__).parent.parent

SITE = "format: 1\nlayout: network\ntitle: เครือข่ายทดสอบ\nofficial: true\n"
AGENCY = "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"
# IIT 92, EIT 91, OIT 90: overall 90.90, every instrument above 85
SCORES = """\
overall: 90.90
grade: ผ่านดี
indicators:
  1: 90.00
  2: 91.00
  3: 92.00
  4: 93.00
  5: 94.00
  6: 90.00
  7: 91.00
  8: 92.00
  9: 88.00
  10: 92.00
"""

Texts = Mapping[str, str | bytes]
MadeOnce = Callable[[str, Callable[[Path], None]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what tests/sites/ cases produce as their expectation")


@pytest.fixture(scope="session")
def common(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all processes of a run."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if hasattr(request.config, "workerinput") else folder


@pytest.fixture(scope="session")
def made_once(common: Path) -> MadeOnce:
    """Has a folder filled by the first process of a run that asks for it, for all the others."""

    def made_once(name: str, make: Callable[[Path], None]) -> Path:
        folder, made = common / name, common / f"{name}.made"
        with FileLock(common / f"{name}.lock"):
            if not made.exists():
                make(folder)
                made.touch()
        return folder

    return made_once


@pytest.fixture(scope="session", autouse=True)
def drawings(common: Path) -> Iterator[Path]:
    """Where every site that a test builds keeps its drawn pictures: what another test drew is not drawn again."""
    folder = common / "charts"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Workspace, "drawings", lambda _: Drawings(folder))
        yield folder


@pytest.fixture
def make_data(tmp_path: Path) -> Callable[[Texts], Path]:
    """Writes a data folder: the files given, over the agency `tua-yang` with 2568; an empty text leaves one out."""

    def make(files: Texts) -> Path:
        base: dict[str, str | bytes] = {
            "site.yml": SITE,
            "tua-yang/agency.yml": AGENCY,
            "tua-yang/2568/scores.yml": SCORES,
        }
        for name, content in {**base, **files}.items():
            path = tmp_path / "data" / name
            if content == "":
                path.unlink(missing_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "data"

    return make


@pytest.fixture
def examined(make_data: Callable[[Texts], Path]) -> Callable[[Texts], Examined]:
    """What the stages before the pages find in a data folder made of these files."""
    return lambda files: examine(make_data(files))


@pytest.fixture
def built(make_data: Callable[[Texts], Path], tmp_path: Path) -> Callable[[Texts], Outcome]:
    """Builds a data folder made of these files into `out` below tmp_path, again and again in the same place."""
    workspace = Workspace.of(ROOT, tmp_path / "out")
    return lambda files: build(examine(make_data(files)), workspace)


@pytest.fixture(scope="session")
def real_site(made_once: MadeOnce) -> Path:
    """The five agencies of the repository and their portal, built and published."""

    def make(out: Path) -> None:
        build(examine(ROOT / "data"), Workspace.of(ROOT, out))

    return made_once("real", make) / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: the test's own output is enough."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Where a folder is served as a host would serve it, with a slash at the end."""
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
    with served(real_site) as address:
        yield address


def launched(playwright: Playwright) -> Browser:
    """The system's Chromium where there is one, if it can be without a window of its own; else Playwright's."""
    system = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    sandbox = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return playwright.chromium.launch(executable_path=system, args=[*sandbox, *quiet])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launched(playwright)
        yield started
        started.close()
