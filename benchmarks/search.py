"""How well and how fast the search answers, beside the theme's own search in the same run.

    .venv/bin/python benchmarks/search.py

Machines differ and are shared: the ratios travel, the milliseconds do not. Quality is that of tests/search over the
repository's own site. Speed is measured over indexes of 200 and 1,000 pages made of its texts, from the key to the
first listed results, with the queries of tests/search; set-up is from the parsed index to the first answer.
"""

import gzip
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.pipeline.build import build  # noqa: E402 -- the folder above is not on the path of a script
from generator.pipeline.examine import examine  # noqa: E402
from generator.pipeline.workspace import Workspace  # noqa: E402
from tests.conftest import launched, served  # noqa: E402
from tests.search.driver import OURS, STOCK, ask, build_stock, open_box  # noqa: E402
from tests.search.judged import queries, shown_texts  # noqa: E402
from tests.search.quality import HEAD, PORTAL, measure, texts_of  # noqa: E402

HOST = "muang-mu"  # the site whose index is replaced
WORKER = ("search/words.js", "search/close.js", "search/scanner.js")
SETUP = """async (address) => {
    const index = await (await fetch(address)).text();
    const spent = [];
    for (let run = 0; run < 5; run++) {
        const parsed = JSON.parse(index);
        const begun = performance.now();
        scanner(parsed)({ query: 'มาตรการ', year: 0, kind: '' });
        spent.push(performance.now() - begun);
    }
    return spent;
}"""


@contextmanager
def chromium() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        browser.close()


def pages_of(site: Path, count: int) -> dict[str, Any]:
    """An index of so many pages, each of the sections of one page of the site among others of its kind."""
    chance = random.Random(1)  # noqa: S311 -- the same pages in every run
    indexes = [json.loads(path.read_bytes()) for path in sorted(site.glob("*/search/index.json"))]
    known = [page for index in indexes for page in index["pages"]]
    sections = [section for page in known for section in page[5]]
    pages = []
    for number in range(count):
        _, title, kind, year, weight, own = known[number % len(known)]
        mixed = own if number < len(known) else [chance.choice(sections) for _ in own]
        pages.append([f"p/{number}/", f"{title} {number}", kind, year, weight, mixed])
    return {**indexes[0], "pages": pages}


def as_stock(index: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """The same texts as the theme's own index has them, with the settings of a known one."""
    docs = []
    for address, title, _, _, _, sections in index["pages"]:
        docs.append({"location": address, "title": title, "text": ""})
        docs += [{"location": f"{address}#{a or 'x'}", "title": h or title, "text": text} for a, h, text in sections]
    return {**known, "docs": docs}


def write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def spread(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{statistics.median(ordered):9.1f}{ordered[int(len(ordered) * 0.95)]:9.1f}{ordered[-1]:9.1f}"


def speed(page: Page, site: str, status: str) -> list[float]:
    open_box(page, site, status)
    return [ask(page, site, query.text, status)[0] for query in queries()]


def main() -> None:
    scratch = Path(tempfile.mkdtemp(prefix="prongsai-bench-"))
    try:
        build(examine(ROOT / "data"), Workspace.of(ROOT, scratch / "out"))
        ours, theirs = scratch / "out" / "site", build_stock(ROOT, ROOT / "data", scratch / "stock")
        agencies = tuple(dict.fromkeys(query.site for query in queries() if query.site != PORTAL))
        with chromium() as page, served(ours) as address, served(theirs) as stock:
            texts = texts_of(page, address, ours)
            print(HEAD)
            print(measure(page, address, texts, agencies).line("agencies"))
            print(measure(page, address, texts, (PORTAL,)).line("portal"))
            print(measure(page, stock, texts, agencies, STOCK).line("theme's own search"))
            print(f"\n{'key to first results, ms':36}{'median':>9}{'p95':>9}{'most':>9}{'bound':>9}")
            for count, bound in ((200, 50), (1000, 150)):
                index = pages_of(ours, count)
                write(ours / HOST / "search/index.json", index)
                path = theirs / HOST / "search/search_index.json"
                write(path, as_stock(index, json.loads(path.read_bytes())))
                spent = speed(page, f"{address}{HOST}/", OURS)
                print(f"{f'{count} pages':36}{spread(spent)}{bound:9}")
                print(f"{f'{count} pages, the theme’s own':36}{spread(speed(page, f'{stock}{HOST}/', STOCK))}")
                page.goto(f"{address}{HOST}/")
                for script in ("search/marks.js", *WORKER):
                    page.add_script_tag(url=f"{address}assets/javascripts/{script}")
                setup = page.evaluate(SETUP, f"{address}{HOST}/search/index.json")
                print(f"{f'{count} pages, set-up':36}{spread(setup)}{'150' if count == 1000 else '':>9}")  # noqa: PLR2004
            build(examine(ROOT / "data"), Workspace.of(ROOT, scratch / "sizes"))
            sizes(page, scratch / "sizes" / "site", address)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def sizes(page: Page, site: Path, address: str) -> None:
    print(f"\n{'gzip, bytes':36}{'size':>9}{'':9}{'':9}{'bound':>9}")
    for folder in sorted(path.parent for path in site.glob("*/manifest.json")):
        below = f"{folder.name}/"
        own = [one.removeprefix(below) for one in json.loads((folder / "urls.json").read_bytes()) if one.endswith("/")]
        text = "\n".join(shown_texts(page, address + below, own).values())
        index = len(gzip.compress((folder / "search" / "index.json").read_bytes()))
        print(f"{f'index of {folder.name}':36}{index:9}{'':18}{round(1.5 * len(gzip.compress(text.encode()))):9}")
    print(f"{'index of the portal':36}{len(gzip.compress((site / 'search' / 'index.json').read_bytes())):9}")
    stub = len(gzip.compress((site / "search/search_index.json").read_bytes()))
    for name, scripts, bound in (
        ("on every page: search.js and stub", ("search.js",), 1500),
        ("worker", WORKER, 8000),
        ("marks.js", ("search/marks.js",), 1000),
        ("box.js", ("search/box.js",), ""),
    ):
        size = sum(len(gzip.compress((site / "assets/javascripts" / script).read_bytes())) for script in scripts)
        print(f"{name:36}{size + (stub if 'stub' in name else 0):9}{'':18}{bound:9}")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    main()
