"""The pictures of the handbook, of a fictional agency: pages of its site, the form's sheets, what is printed.

    python -m tests.browser.handbook_screenshots

Writes WebP files into content/handbook/, none above 60 kB. Needs Chromium, git, LibreOffice and Poppler (`soffice`,
`pdftotext`, `pdftoppm`); the form looks as LibreOffice prints it.
"""

import base64
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from typer.testing import CliRunner

from generator import cli
from tests.conftest import ROOT, launched, served
from tests.handbook.given import FORM, filled_form, imported, repository

TARGET = ROOT / "content" / "handbook"
LARGEST = 60_000
WIDTH, HEIGHT = 1000, 640
SHOWN = 800  # pixels: the width of a picture as it is kept
DAYS = ("2026-11-02T09:00:00+07:00", "2026-11-09T09:00:00+07:00", "2026-11-16T09:00:00+07:00")
ANALYSIS = """\
sections:
  - title: ผลการวิเคราะห์รายตัวชี้วัด
    indicators:
      - indicator: 4
        strengths: บุคลากรทราบแนวปฏิบัติในการยืมทรัพย์สินของราชการ
        points_to_develop: ควรประชาสัมพันธ์ขั้นตอนการยืมให้ทั่วถึง
"""
UNITS = """\
main_website: https://www.tua-yang.go.th/
units:
  - name: สำนักปลัด
  - name: กองคลัง
  - name: กองยุทธศาสตร์
"""
# A picture as WebP: a part of it, in the width that pages show.
_SMALL = """async ([source, left, top, width, height, shown]) => {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  const from = [left * picture.width, top * picture.height, width * picture.width, height * picture.height];
  const canvas = document.createElement("canvas");
  canvas.width = shown;
  canvas.height = Math.round(shown * from[3] / from[2]);
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, ...from, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/webp", 0.82);
}"""


@dataclass(frozen=True)
class Part:
    """A part of a picture, in fractions of its width and height."""

    left: float = 0
    top: float = 0
    width: float = 1
    height: float = 1


def _keep(page: Page, name: str, content: bytes, part: Part = Part()) -> None:
    source = f"data:image/png;base64,{base64.b64encode(content).decode()}"
    blank = page.context.new_page()  # the policy of a page of ours would refuse it
    made = blank.evaluate(_SMALL, [source, part.left, part.top, part.width, part.height, SHOWN])
    blank.close()
    found = base64.b64decode(made.partition(",")[2])
    if len(found) > LARGEST:
        sys.exit(f"{name}: {len(found)} bytes")
    (TARGET / f"{name}.webp").write_bytes(found)


# --- the agency


def _run(*command: str) -> None:
    done = CliRunner().invoke(cli.app, command)
    if done.exit_code:
        sys.exit(done.output)


def _commit(folder: Path, day: str) -> None:
    who = ["-c", "user.name=-", "-c", "user.email=-@example.org", "-c", "commit.gpgsign=false"]
    dated = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "-"]):
        subprocess.run(["git", "-C", folder, *arguments], env=dated, check=True)


def _agency(folder: Path) -> None:
    """A year of work in three commits, the last of which corrects a score."""
    repository(folder)
    profile, scores = folder / "data/tua-yang/agency.yml", folder / "data/tua-yang/2569/scores.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + UNITS, encoding="utf-8")
    imported(folder)
    right = scores.read_text(encoding="utf-8")
    scores.write_text(right.replace("4: 80.00", "4: 80.10"), encoding="utf-8")
    _commit(folder, DAYS[0])
    (scores.parent / "analysis.yml").write_text(ANALYSIS, encoding="utf-8")
    _commit(folder, DAYS[1])
    scores.write_text(right, encoding="utf-8")
    _commit(folder, DAYS[2])
    _run("build")
    _run("handover", "--as-of", "2569-11-20")


# --- its pages


def _pages(page: Page, folder: Path) -> None:
    with served(folder / "build" / "site") as address:
        for name, below, height in (
            ("site-home", "", HEIGHT),
            ("site-item", "oit/2570/o7/", HEIGHT),
            ("site-changes", "changes/", HEIGHT),
        ):
            page.set_viewport_size({"width": WIDTH, "height": height})
            page.goto(address + below, wait_until="networkidle")
            page.evaluate("document.fonts.ready")
            _keep(page, name, page.screenshot())
    page.set_viewport_size({"width": 820, "height": 620})
    page.goto((folder / "build" / "handover.html").as_uri())
    _keep(page, "handover", page.screenshot())


def _panel(page: Page, folder: Path) -> None:
    """What `prongsai serve` shows on a page when a file has a fault."""
    scores = folder / "data/tua-yang/2569/scores.yml"
    right = scores.read_text(encoding="utf-8")
    with _serving(folder) as address:
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        page.goto(address)
        scores.write_text(right.replace("4: 80.00", "4: 8000"), encoding="utf-8")
        page.locator("#prongsai-panel li").first.wait_for()
        page.evaluate("document.fonts.ready")
        _keep(page, "serve-panel", page.screenshot())
    scores.write_text(right, encoding="utf-8")


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve", "--port", "0"]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=folder, env=known, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            line = next(line for line in child.stdout if "http://" in line)
            yield next(word for word in line.split() if word.startswith("http://"))
        finally:
            child.terminate()


# --- the sheets of the form


def _form(page: Page, folder: Path) -> None:
    filled_form(folder)
    printed = folder / "printed"
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", printed, folder / "inbox" / FORM],
        check=True,
        capture_output=True,
    )
    [pdf] = printed.glob("*.pdf")
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
    for name, sheet, across, part in (
        ("form-scores", "ผลคะแนนปี 2569", 0, Part(0.02, 0.03, 0.72, 0.66)),
        ("form-measures", "มาตรการปี 2570", 1, Part(0.02, 0.49, 0.76, 0.44)),
        ("form-oit", "OIT ปี 2570", 0, Part(0.245, 0.24, 0.735, 0.42)),
    ):
        heads = [at for at, text in enumerate(pages.split("\f"), start=1) if re.search(f"– *{sheet}", text)]
        number = heads[across]  # a wide sheet goes on to the right on later pages, which have its title too
        drawn = subprocess.run(
            ["pdftoppm", "-png", "-r", "150", "-f", str(number), "-l", str(number), pdf],
            check=True,
            capture_output=True,
        )
        _keep(page, name, drawn.stdout, part)


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder, browser = Path(name), launched(playwright)
        page = _page(browser)
        os.chdir(folder)
        _agency(folder)
        _pages(page, folder)
        _panel(page, folder)
        _form(page, folder)
        browser.close()
        os.chdir(ROOT)


def _page(browser: Browser) -> Page:
    return browser.new_context(color_scheme="light", reduced_motion="reduce", device_scale_factor=1).new_page()


if __name__ == "__main__":
    main()
