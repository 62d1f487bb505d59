"""How long after a save the open page is the new one, and how long until it says what must be mended.

    .venv/bin/python benchmarks/serve.py

A real Chromium looks at a page of a site that `prongsai serve` serves. Every figure is the median of its runs, with the
fastest beside it, and its share of the bound. Machines differ and are shared: compare with MkDocs alone, measured in
the same run.
"""

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import launched  # noqa: E402 -- the folder above is not on the path of a script

PRONGSAI = (sys.executable, "-c", "from generator.cli import main; main()")
SITES = ROOT / "tests" / "sites"
REAL = "sateng-nok"
RUNS = 5
FAULTS = "document.getElementById('prongsai-panel')?.shadowRoot.querySelectorAll('li').length ?? 0"


def real(folder: Path) -> Path:
    """A real agency and its portal. Returns the agency's folder."""
    shutil.copytree(ROOT / "data" / REAL, folder / REAL)
    shutil.copy(ROOT / "data" / "site.yml", folder)
    return folder / REAL


def large(folder: Path) -> Path:
    """An agency with a full OIT year and over a hundred files, and with a year of a hundred measures."""
    shutil.copytree(SITES / "full-year" / "data", folder, dirs_exist_ok=True)
    (agency,) = (path.parent for path in folder.glob("*/agency.yml"))
    (measures,) = (path.parent for path in (SITES / "hundred-measures" / "data").glob("*/agency.yml"))
    for year in measures.glob("25*"):
        shutil.copytree(year, agency / year.name)
    return agency


@contextmanager
def serving(data: Path, out: Path) -> Iterator[str]:
    command = [*PRONGSAI, "serve", "--data", str(data), "--out", str(out), "--port", "0"]
    child = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    log = child.stdout
    if log is None:
        raise OSError
    try:
        said = ""
        while "http://" not in said:
            said = log.readline()
        # what it says later fits into the pipe
        yield next(word for word in said.split() if word.startswith("http://"))
    finally:
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=60)


def until(page: Page, wanted: str) -> None:
    """Waits until something is so, whatever page is there by then."""
    for _ in range(6000):
        try:
            if page.evaluate(wanted):
                return
        except Error:  # a page was just left
            pass
        time.sleep(0.01)
    raise TimeoutError(wanted)


def seconds(work: Callable[[], object], page: Page, wanted: str) -> float:
    begun = time.perf_counter()
    work()
    until(page, wanted)
    return time.perf_counter() - begun


def reloaded(page: Page, file: Path, word: re.Pattern[str]) -> list[float]:
    """Seconds from a save that changes a word until the page is there with it."""
    good = file.read_text(encoding="utf-8")
    figures = []
    for run in range(RUNS):
        time.sleep(1)
        page.evaluate("window.before = true")
        changed = word.sub(rf"\g<0> {run}", good, count=1)
        save = partial(file.write_text, changed, encoding="utf-8")
        figures.append(seconds(save, page, "!window.before && document.readyState === 'complete'"))
    return figures


def told(page: Page, file: Path) -> list[float]:
    """Seconds from a save that breaks a file until the page says so."""
    good = file.read_text(encoding="utf-8")
    figures = []
    for _ in range(RUNS):
        time.sleep(1)
        figures.append(seconds(partial(file.write_text, f"{good}broken: [\n", encoding="utf-8"), page, f"{FAULTS} > 0"))
        seconds(partial(file.write_text, good, encoding="utf-8"), page, f"{FAULTS} === 0")
    return figures


def measured(browser: Browser, address: str, agency: Path) -> tuple[list[float], ...]:
    page = browser.new_page()
    page.goto(address)
    until(page, "document.querySelector('.md-content') && document.readyState === 'complete'")
    file = max(agency.glob("*/measures.yml"))
    page.goto(f"{address}{agency.name}/measures/{file.parent.name}/")
    one = reloaded(page, file, re.compile("(?<=title: )[^,\n]+"))
    every = reloaded(page, agency / "agency.yml", re.compile("(?<=\nprovince: )[^\n]+"))
    message = told(page, file)
    page.close()
    return one, every, message


def main() -> None:
    os.environ["PYTHONPATH"] = str(ROOT)
    print(f"{'':44}{'median s':>9}{'fastest':>9}{'bound s':>9}{'of it':>7}{'× MkDocs':>10}")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for make, bound in ((real, 2.5), (large, 4.5)):
            scratch = Path(tempfile.mkdtemp(prefix="prongsai-bench-"))
            try:
                (scratch / "data").mkdir()
                agency = make(scratch / "data")
                with serving(scratch / "data", scratch / "out") as address:
                    one, every, message = measured(browser, address, agency)
                    pages = sum(1 for _ in (scratch / "out" / "site").rglob("index.html"))
                source = scratch / "out" / "docs" / agency.name / "mkdocs.yml"
                begun = time.perf_counter()
                subprocess.run(
                    [sys.executable, "-m", "mkdocs", "build", "-q", "-f", source, "-d", scratch / "alone"],
                    env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                    check=True,
                )
                alone = time.perf_counter() - begun
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
            for name, figures, limit in (
                (f"{pages} pages: save, a word of a measure", one, bound),
                (f"{pages} pages: save, a word of every page", every, bound),
                (f"{pages} pages: broken file to message", message, 0.5),
            ):
                median = statistics.median(figures)
                print(
                    f"{name:44}{median:9.2f}{min(figures):9.2f}{limit:9.1f}{median / limit:7.0%}{median / alone:10.2f}"
                )
        browser.close()


if __name__ == "__main__":
    main()
