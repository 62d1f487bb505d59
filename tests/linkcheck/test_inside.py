"""The built site, and the addresses and days that the data name."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.linkcheck.cited import cited, passed
from generator.linkcheck.inside import inside
from generator.model import Dataset
from generator.pipeline.examine import examine
from tests.conftest import AGENCY

ROOT = Path(__file__).parent.parent.parent
Make = Callable[[Mapping[str, str | bytes]], Path]
Look = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def look(make_data: Make, tmp_path: Path) -> Look:
    """What is wrong with a site of these files: kinds and addresses."""

    def command(site: Mapping[str, str | bytes], data: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
        for name, content in site.items():
            path = tmp_path / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        dataset = examine(make_data(data or {})).dataset
        assert dataset
        return [(one.verdict.kind, one.address) for one in inside(tmp_path / "site", dataset)[1]]

    return command


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("b/", []),
        ("b", []),
        ("./b/#there", []),
        ("b/#gone", [("anchor-gone", "a/b#gone")]),
        ("#here", []),
        ("#gone", [("anchor-gone", "a/index.html#gone")]),
        ("../a/", []),
        ("../", [("page-gone", "")]),
        ("x/", [("page-gone", "a/x")]),
        ("b/f.pdf", []),
        ("b/F.pdf", [("page-gone", "a/b/F.pdf")]),
        ("%E0%B8%81.txt", []),
        ("?q=1", []),
        ("https://elsewhere.go.th/x", []),
        ("//elsewhere.go.th/x", []),
        ("tel:02", []),
        ("https://own.go.th/ita/a/", []),
        ("https://own.go.th/ita/x/", [("page-gone", "x")]),
        ("https://own.go.th/italy/x/", []),
    ],
)
def test_links_within_the_site(link: str, found: list[tuple[str, str]], look: Look) -> None:
    site = {
        "a/index.html": f"<h1 id='here'>x</h1><a href='{link}'>x</a>",
        "a/b/index.html": "<a name='there'>x</a>",
        "a/b/f.pdf": b"%PDF-1.7",
        "a/ก.txt": "x",
    }
    settings = "format: 1\nlayout: network\ntitle: ก\nofficial: true\nurl: https://own.go.th/ita/\n"

    assert look(site, {"site.yml": settings}) == found


def test_pictures_scripts_and_styles_too(look: Look) -> None:
    page = "<link href='a.css'><script src='b.js'></script><img src='c.png'>"

    assert look({"index.html": page}) == [("page-gone", "a.css"), ("page-gone", "b.js"), ("page-gone", "c.png")]


def test_a_link_of_many_pages_is_told_once(look: Look) -> None:
    assert look({"a/index.html": "<a href='/x/'>", "b/index.html": "<a href='/x/'>"}) == [("page-gone", "x")]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", b"%PDF-1.7", ""),
        ("a.PDF", b"\0" * 1000 + b"%PDF-1.7", ""),
        ("a.pdf", b"\0" * 1024 + b"%PDF-1.7", "file-kind"),
        ("a.pdf", b" <html>", "file-html"),
        ("a.pdf", b"", "file-kind"),
        ("a.xlsx", b"PK\x03\x04", ""),
        ("a.xlsx", b" PK\x03\x04", "file-kind"),
        ("a.docx", b"<!doctype html>", "file-html"),
        ("a.png", b"\x89PNG\r\n\x1a\n", ""),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "file-kind"),
        ("a.csv", b"<a", ""),
    ],
)
def test_attached_files_are_what_they_are_called(name: str, content: bytes, kind: str, look: Look) -> None:
    path = f"tua-yang/files/2568/{name}"
    assert look({path: content}) == ([(kind, path)] if kind else [])


def test_what_is_locked_has_an_address(look: Look) -> None:
    lock = "about/\nfiles/2568/a.csv\nscores/2568/\n"
    site = {"tua-yang/scores/2568/index.html": "x", "tua-yang/files/2568/a.csv": "x"}

    assert look(site, {"tua-yang/urls.lock": lock}) == [("lock-gone", "about/")]


def test_the_real_site_leads_everywhere(real_site: Path) -> None:
    dataset = examine(ROOT / "data").dataset
    assert dataset
    looked, faults = inside(real_site, dataset)

    assert looked > 500
    assert faults == ()


# --- what the data name

FULL = (
    AGENCY
    + """\
main_website: https://tua-yang.go.th/
contact: {facebook: https://www.facebook.com/tua, map: https://maps.example.com/tua}
complaints: {form: https://forms.example.com/tua}
eit: {year: 2568, link: 'https://eit.example.com/tua', opens: 1 มกราคม 2568, closes: 30 เมษายน 2568}
"""
)
ITEMS = """\
due: 30 เมษายน 2568
items:
  - item: O1
    evidence:
      - link: https://tua-yang.go.th/o1
        title: โครงสร้าง
        whole: true
        annexes: [{link: 'https://tua-yang.go.th/o1b', title: ผนวก}]
"""


@pytest.fixture
def dataset(make_data: Make) -> Dataset:
    settings = "format: 1\nlayout: network\ntitle: ก\nofficial: true\nurl: https://own.go.th/ita/\n"
    files = {"tua-yang/agency.yml": FULL, "tua-yang/2568/disclosure.yml": ITEMS, "site.yml": settings}
    found = examine(make_data(files))
    assert found.dataset
    assert not found.problems
    return found.dataset


def test_every_address_that_leads_away(dataset: Dataset) -> None:
    found = cited(dataset)

    assert [one.address for one in found] == [
        "https://own.go.th/ita/",
        "https://tua-yang.go.th/",
        "https://www.facebook.com/tua",
        "https://maps.example.com/tua",
        "https://forms.example.com/tua",
        "https://eit.example.com/tua",
        "https://tua-yang.go.th/o1",
        "https://tua-yang.go.th/o1b",
    ]
    assert found[-2].about == "ข้อ O1 หลักฐาน “โครงสร้าง”"
    assert (str(found[-2].source), found[-2].item, str(found[-2].year)) == (
        "data/tua-yang/2568/disclosure.yml:5:9",
        "O1",
        "2568",
    )


@pytest.mark.parametrize(
    ("today", "kinds"),
    [(date(2025, 4, 30), []), (date(2025, 5, 1), ["eit-over", "due-over"])],
)
def test_days_that_have_passed(today: date, kinds: list[str], dataset: Dataset) -> None:
    found = [*passed(dataset, today)]

    assert [one.verdict.kind for one in found] == kinds
    assert all(one.verdict.detail == "30 เมษายน 2568" for one in found)


def test_without_answers_no_day_passes(make_data: Make) -> None:
    found = examine(make_data({})).dataset
    assert found
    assert [*passed(found, date(2100, 1, 1))] == []
