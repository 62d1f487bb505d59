"""The checkers that need Java and Node, over a site as a host would serve it: `make test-heavy`.

    python tools/heavy.py [--out build/heavy]

- The Nu HTML checker over every page of the repository's own site and of a fictional one: no error.
- Lighthouse for phones, the median of five runs, on four kinds of pages of a fictional official agency's site.

What it needs comes from npm into the folder, in the versions below, and runs no script of its own while installing.
Java and Chromium are Debian's. Prints every figure; ends with 1 where one is below its bar.
"""

import argparse
import functools
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PACKAGES = ("vnu-jar@26.9.27", "lighthouse@12.8.2")
OFFICIAL = ROOT / "tests" / "sites" / "full-year" / "data"
PAGES = {
    "home": "",
    "year": "scores/2566/",
    "measures": "measures/",
    "item": "oit/2566/o21/",
}
RUNS = 5
# The least of each score, and the most that a page may move while it loads.
BARS = {"performance": 0.98, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
SHIFT = 0.01
# The checker takes a folder for a server and finds nothing of its own origin there.
_OF_A_FOLDER = "Content Security Policy (meta tag)"
_TEXTS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt")


class _Host(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: texts compressed, ten minutes in the cache."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = 200 if path.is_file() else 404
        content = path.read_bytes() if status == 200 else b"404"  # noqa: PLR2004 -- found
        self.send_response(status)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Last-Modified", formatdate(path.stat().st_mtime if path.is_file() else 0, usegmt=True))
        if path.suffix in _TEXTS and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = _compressed(content)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if body:
            self.wfile.write(content)


@functools.cache
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, 6)


@contextmanager
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def installed(folder: Path) -> Path:
    """The folder with the checkers in it."""
    wanted = {package.split("@")[0]: package.split("@")[1] for package in PACKAGES}
    found = {
        name: json.loads(path.read_bytes())["version"]
        for name in wanted
        if (path := folder / "node_modules" / name / "package.json").is_file()
    }
    if found != wanted:
        print(f"installing {', '.join(PACKAGES)} into {folder}")
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--save-exact"]
        _run("npm", "install", "--prefix", str(folder), *options, *PACKAGES)
    return folder


def _run(program: str, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    found = shutil.which(program)
    if not found:
        sys.exit(f"{program} is not installed")
    return subprocess.run([found, *arguments], check=True, encoding="utf-8", **more)


def built(data: Path, out: Path, *more: str) -> Path:
    program = "from generator.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-c", program, "build", "--data", str(data), "--out", str(out), *more]
    done = subprocess.run(arguments, check=False, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    if not (out / "site").is_dir():
        sys.exit(done.stdout + done.stderr)
    return out / "site"


def faults_of_html(tools: Path, site: Path) -> list[str]:
    """Errors and warnings of the Nu HTML checker, each kind once with how often and where first."""
    jar = tools / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        [shutil.which("java") or "java", "-Xss8m", "-jar", str(jar), "--format", "json", "--skip-non-html", str(site)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    messages = [one for one in json.loads(done.stderr)["messages"] if _OF_A_FOLDER not in one["message"]]
    first: dict[str, str] = {}
    for one in messages:
        first.setdefault(one["message"], f"{one['url'].split('/site/')[-1]}:{one.get('lastLine', '')}")
    counts = Counter(one["message"] for one in messages)
    return [f"{count} × {message} ({first[message]})" for message, count in counts.most_common()]


def measured(tools: Path, url: str, report: Path) -> dict[str, Any]:
    """What Lighthouse says about a page, once."""
    script = tools / "node_modules" / "lighthouse" / "cli" / "index.js"
    options = ["--quiet", "--output=json", f"--output-path={report}", "--chrome-flags=--headless=new --no-sandbox"]
    chromium = shutil.which("chromium") or shutil.which("chromium-headless-shell") or ""
    _run("node", str(script), url, *options, env={**os.environ, "CHROME_PATH": chromium}, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(report.read_bytes())
    return found


def faults_of_pages(tools: Path, root: str, reports: Path) -> list[str]:
    """Figures that are below their bar; all of them are printed."""
    faults = []
    for kind, address in PAGES.items():
        runs = [measured(tools, root + address, reports / f"{kind}-{n}.json") for n in range(RUNS)]
        scores = {name: statistics.median(run["categories"][name]["score"] for run in runs) for name in BARS}
        shift = statistics.median(run["audits"]["cumulative-layout-shift"]["numericValue"] for run in runs)
        paint, largest = (
            statistics.median(run["audits"][name]["numericValue"] for run in runs) / 1000
            for name in ("first-contentful-paint", "largest-contentful-paint")
        )
        weight = statistics.median(run["audits"]["total-byte-weight"]["numericValue"] for run in runs) / 1000
        said = " · ".join(f"{name} {score:.2f}" for name, score in scores.items())
        print(
            f"{kind}: {said} · CLS {shift:.3f} · FCP {paint:.2f} s · LCP {largest:.2f} s · {weight:.0f} kB", flush=True
        )
        faults += [f"{kind}: {name} {scores[name]} < {bar}" for name, bar in BARS.items() if scores[name] < bar]
        faults += [f"{kind}: CLS {shift:.3f} > {SHIFT}"] if shift > SHIFT else []
        for name, bar in BARS.items():
            below = [one["id"] for one in runs[0]["categories"][name]["auditRefs"] if _lost(runs[0], one)]
            if below and (name != "performance" or scores[name] < bar):
                print(f"  {name}: {', '.join(below)}")
    return faults


def _lost(run: dict[str, Any], one: dict[str, Any]) -> bool:
    score = run["audits"][one["id"]]["score"]
    return bool(one["weight"]) and score is not None and score < 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "heavy")
    out = parser.parse_args().out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    tools = installed(out)
    (out / "reports").mkdir(exist_ok=True)
    faults = []
    official = built(OFFICIAL, out / "official")
    for name, site in (("own", built(ROOT / "data", out / "own")), ("official", official)):
        found = faults_of_html(tools, site)
        print(f"{name} site: {len(list(site.rglob('*.html')))} pages, {len(found)} kinds of HTML faults")
        faults += [f"{name}: {one}" for one in found]
    (slug,) = (path.parent.name for path in official.glob("*/manifest.json"))
    with served(official) as root:
        faults += faults_of_pages(tools, f"{root}{slug}/", out / "reports")
    print("\n".join(faults) or "every figure is at its bar or above")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
