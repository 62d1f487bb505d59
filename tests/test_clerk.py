"""The clerk's path: an empty folder, the form filled in from a real paper, and the site that comes of it.

The same figures and words are in this repository as transcribed files. A site made through the form says the same, but
for what the form does not carry: where in the files a figure stands, readings of a scan, and the printed table itself.
"""

import os
import re
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest
from lxml import html

from tests.forms import filling

ROOT = Path(__file__).parent.parent
SLUG, FORM = "mueang-khong", "แบบกรอก-ITA-2569.xlsx"
DAY = "2569-11-20"
AGENCY = """\
name: เทศบาลตำบลเมืองคง
short_name: ทต.เมืองคง
locality: เมืองคง
type: เทศบาลตำบล
district: อำเภอราษีไศล
province: จังหวัดศรีสะเกษ
"""
# What a waiting finding, a source, a transcriber's remark and the words explained (a mark is one) look like on a page.
MARKS = "mark", "remark", "waiting", "source", "finding", "terms"
# The paper as it is printed, place by place: the form has one place.
OF_THE_PAPER = {"ค่าที่พิมพ์ไว้ในเอกสาร", "เอกสารต้นทาง"}
PRINTED = {"ตารางใต้หัวข้อ “ผลการประเมินรายเครื่องมือ”", "ผลการประเมิน"}


def prongsai(*arguments: str, folder: Path, code: int = 0) -> str:
    """Runs the program as a person does, in a folder of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    program = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    ended = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after the whole way, its name with Thai letters and a space as on an office PC."""
    folder = tmp_path_factory.mktemp("เอกสาร ของ งาน") / "เว็บไซต์ ITA"
    flags = {"--name": "เทศบาลตำบลเมืองคง", "--type": "เทศบาลตำบล", "--province": "จังหวัดศรีสะเกษ"}
    flags |= {"--district": "อำเภอราษีไศล", "--slug": SLUG, "--year": "2569"}
    prongsai("new", str(folder), *(part for flag in flags.items() for part in flag), "--sample", folder=folder.parent)
    (folder / "data" / SLUG / "agency.yml").write_text(AGENCY, encoding="utf-8")
    prongsai("build", folder=folder)  # it builds at once

    _fill_in(folder)
    prongsai("import", f"inbox/{FORM}", "--yes", folder=folder)
    _answer(folder)
    prongsai("import", f"inbox/{FORM}", "--yes", folder=folder)
    prongsai("check", folder=folder)
    prongsai("build", "--as-of", DAY, folder=folder)
    return folder


def _fill_in(folder: Path) -> None:
    """Types into a fresh form what the transcription of the paper says: scores, analysis, measures."""
    prongsai("form", "2569", "--out", ".", folder=folder)
    transcribed = folder / "transcribed"
    prongsai("form", "2569", "--agency", SLUG, "--data", str(ROOT / "data"), "--out", str(transcribed), folder=folder)
    blank = filling.opened((folder / FORM).read_bytes())
    full = filling.opened((transcribed / FORM).read_bytes())
    for name in blank.sheetnames[:3]:
        source, page = filling.sheet(full, name), filling.sheet(blank, name)
        for label, value in filling.lines(source).items():
            filling.type_line(page, label, value)
        filling.type_rows(page, filling.shown_rows(source))
    (folder / "inbox").mkdir(exist_ok=True)
    (folder / "inbox" / FORM).write_bytes(filling.saved(blank))


def _answer(folder: Path) -> None:
    """Answers what does not agree, in the form that lists it."""
    prongsai("form", "2569", "--out", ".", folder=folder)
    book = filling.opened((folder / FORM).read_bytes())
    page = filling.sheet(book, "จุดที่ต้องยืนยัน")
    at = filling.columns(page)
    answer = {"ผลการตรวจ": "รอตรวจสอบ", "เหตุผล": "คงตามที่พิมพ์ไว้", "ผู้ตรวจ": "ผู้ถอดความ", "วันที่ตรวจ": "20 พฤศจิกายน 2569"}
    for row in filling.data_rows(page):
        for label, value in answer.items():
            page.cell(row, at[label]).value = value
    (folder / "inbox" / FORM).write_bytes(filling.saved(book))


@pytest.fixture(scope="module")
def transcribed(tmp_path_factory: pytest.TempPathFactory, made: Path) -> Path:
    """The site of the transcription, alone as the clerk's is."""
    folder = tmp_path_factory.mktemp("transcribed")
    (folder / "data").mkdir()
    for path in (ROOT / "data" / SLUG).rglob("*.yml"):
        target = folder / "data" / SLUG / path.relative_to(ROOT / "data" / SLUG)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        target.write_text(
            re.sub("(?m)^notice: .*\n", "", text) if path.name == "agency.yml" else text, encoding="utf-8"
        )
    (folder / "data" / "site.yml").write_bytes((made / "data" / "site.yml").read_bytes())
    prongsai("build", "--as-of", DAY, folder=folder)
    return folder


def _pages(folder: Path) -> dict[str, Path]:
    site = folder / "build" / "site"
    return {path.parent.relative_to(site).as_posix(): path for path in sorted(site.rglob("index.html"))}


def _article(path: Path) -> list[str]:
    """The words of a page, without marks of disputed readings, sources and remarks of the transcriber."""
    article = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot().find(".//article")
    assert article is not None
    for mark in MARKS:
        for element in article.find_class(mark):
            element.drop_tree()
    for element in article.xpath(".//script|.//style|.//a[span[text()='รอตรวจสอบ']]"):
        element.drop_tree()
    for caption in [*article.iter("caption")]:
        if " ".join(caption.text_content().split()) in PRINTED:
            caption.getparent().drop_tree()
    for heading in [*article.iter("h2")]:
        if " ".join(heading.text_content().split()) in OF_THE_PAPER:
            after = takewhile(lambda one: one.tag != "h2" and one.get("class") != "page-foot", heading.itersiblings())
            for element in (heading, *[*after]):
                element.drop_tree()
    for element in article.iter("td", "th", "p", "li", "h1", "h2", "h3", "div", "tr", "dt", "dd", "caption", "text"):
        element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in article.text_content().split("\n"))
    return [line.replace(" (รอตรวจสอบ)", "") for line in lines if line and not line.startswith("ที่มา:")]


def test_both_sites_have_the_same_pages(made: Path, transcribed: Path) -> None:
    assert _pages(made).keys() == _pages(transcribed).keys()


def test_the_articles_say_the_same(made: Path, transcribed: Path) -> None:
    ours, theirs = _pages(made), _pages(transcribed)
    different = {}
    for address, path in ours.items():
        if address.startswith("findings/"):
            continue  # what does not agree differs: the clerk typed the table only
        mine, other = _article(path), _article(theirs[address])
        if mine != other:
            different[address] = (sorted({*mine} - {*other})[:6], sorted({*other} - {*mine})[:6])

    assert different == {}, "\n".join(f"{address}: {both}" for address, both in different.items())
