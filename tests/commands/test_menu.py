"""menu.html: plain links to the items of the latest year, for the website that an agency has."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from generator import cli
from generator.commands.menu import BEGIN, END
from tests.conftest import AGENCY, SCORES

Make = Callable[[Mapping[str, str | bytes]], Path]
URL = "https://own.github.io/ita/"
ALONE = f"format: 1\nlayout: agency\ntitle: ก\nofficial: true\nurl: {URL}\n"
ITEMS = "items: [{item: O1, exempt: ก}]\n"


@pytest.fixture
def run(make_data: Make, tmp_path: Path) -> Callable[..., Result]:
    def command(files: Mapping[str, str], *more: str) -> Result:
        folders = ["--data", str(make_data(files)), "--out", str(tmp_path / "out")]
        return CliRunner().invoke(cli.app, ["build", *folders, *more])

    return command


def test_the_items_of_the_latest_year(run: Callable[..., Result], tmp_path: Path) -> None:
    years = {f"tua-yang/{year}/disclosure.yml": ITEMS for year in (2567, 2568)}
    done = run({"site.yml": ALONE, **years}, "--zip")
    text = (tmp_path / "out" / "menu.html").read_text(encoding="utf-8")
    tree: Any = html.fromstring(text)

    assert done.exit_code == 0
    assert "menu.html" in done.stdout
    addresses = tree.xpath("//a/@href")
    assert addresses[0] == f"{URL}oit/2568/"
    assert addresses[1:] == [f"{URL}oit/2568/o{number}/" for number in range(1, len(addresses))]
    assert len(addresses) == 1 + 28
    for address in addresses:
        assert (tmp_path / "out" / "site" / address.removeprefix(URL) / "index.html").is_file()
    assert tree.xpath("string(//h2)").endswith("2568 เทศบาลตำบลตัวอย่าง")
    assert tree.xpath("string((//li//a)[1])").startswith("ข้อ O1 ")


def test_it_is_plain(run: Callable[..., Result], tmp_path: Path) -> None:
    run({"site.yml": ALONE, "tua-yang/2568/disclosure.yml": ITEMS}, "--zip")
    pasted = (tmp_path / "out" / "menu.html").read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]

    assert {*re.findall(r"<(\w+)", pasted)} == {"h2", "ul", "li", "a"}
    assert {*re.findall(r" (\w+)=", pasted)} == {"href"}


def test_a_network_has_one_for_each_agency(run: Callable[..., Result], tmp_path: Path) -> None:
    second = {"song/agency.yml": AGENCY.replace("ตัวอย่าง", "<b>"), "song/2568/scores.yml": SCORES}
    years = {f"{slug}/2568/disclosure.yml": ITEMS for slug in ("song", "tua-yang")}
    run({"site.yml": ALONE.replace("layout: agency", "layout: network"), **second, **years}, "--zip")
    menus = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out" / "menu").iterdir()}

    assert menus.keys() == {"song.html", "tua-yang.html"}
    assert f'"{URL}song/oit/2568/o1/"' in menus["song.html"]
    assert "<b>" not in menus["song.html"]
    assert not (tmp_path / "out" / "menu.html").exists()


def test_without_an_address_or_a_year_there_is_none(run: Callable[..., Result], tmp_path: Path) -> None:
    told = run({"site.yml": ALONE.partition("url:")[0], "tua-yang/2568/disclosure.yml": ITEMS}, "--zip")
    assert "site.yml ยังไม่ได้ระบุ url" in told.stdout
    assert not (tmp_path / "out" / "menu.html").exists()


def test_without_zip_there_is_none(run: Callable[..., Result], tmp_path: Path) -> None:
    run({"site.yml": ALONE, "tua-yang/2568/disclosure.yml": ITEMS})
    assert not (tmp_path / "out" / "menu.html").exists()
