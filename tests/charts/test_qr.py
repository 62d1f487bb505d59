"""generator.charts.qr: the drawing is the code, module by module, dark on white within its quiet zone."""

import re
from typing import Any

import pytest
import segno
from lxml import html

from generator.charts.qr import draw
from generator.model.agency import LONGEST_LINK

ADDRESS = "https://itas.nacc.go.th/go/eit/abc123xyz"
LONG = f"https://www.example.go.th/{'a' * (LONGEST_LINK - 26)}"
RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def _dark(path: str, side: int) -> list[list[int]]:
    """The path as a raster, row by row; every part of it is a run one module high that closes where it began."""
    raster = [[0] * side for _ in range(side)]
    assert RUN.sub("", path) == ""
    for x, y, right, back in (map(int, run) for run in RUN.findall(path)):
        assert right == back
        for at in range(x, x + right):
            raster[y][at] += 1
    return raster


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?a=1&b=<2>", LONG], ids=["short", "marks", "longest"])
def test_the_dark_modules_are_those_of_the_code_and_four_light_ones_lie_around(address: str) -> None:
    code = segno.make_qr(address, error="m")
    side = len(code.matrix) + 8

    drawn: Any = html.fromstring(draw(address, "ไปยังแบบวัด", "code"))

    assert drawn.get("viewbox") == f"0 0 {side} {side}"
    raster = _dark(drawn.find("path").get("d"), side)
    assert raster == [list(row) for row in code.matrix_iter(border=4)]


def test_it_is_black_on_white_and_says_where_it_leads() -> None:
    drawn: Any = html.fromstring(draw(ADDRESS, "ไปยัง <แบบวัด>", "code"))

    ground, modules = drawn.find("rect"), drawn.find("path")
    assert (ground.get("fill"), modules.get("fill")) == ("#fff", "#000")
    assert f"0 0 {ground.get('width')} {ground.get('height')}" == drawn.get("viewbox")
    assert [one.tag for one in drawn] == ["title", "rect", "path"]  # the ground first, the code upon it
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == drawn.find("title").get("id") == "code"
    assert drawn.find("title").text == "ไปยัง <แบบวัด>"


def test_another_address_is_another_code() -> None:
    assert draw(ADDRESS, "ก", "code") == draw(ADDRESS, "ก", "code") != draw(f"{ADDRESS}0", "ก", "code")
