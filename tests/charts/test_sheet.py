"""Sheets: pictures that leave the site are whole by themselves, with plain colours and every text inside."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from markupsafe import Markup

from generator.charts import bars, counts, dumbbell, heat, letters, palette, sheet, slope, trend
from generator.charts.vega import Drawing
from generator.thai import FiscalYear

STYLESHEET = Path(__file__).parent.parent.parent / "overrides" / "assets" / "stylesheets" / "prongsai.css"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>&amp;\"'{{ a }}"
LONG = "ตัวชี้วัดที่มีชื่อยาวมากเกินกว่าที่จะวางลงในช่องของภาพได้โดยไม่ย่อหรือขึ้นบรรทัดใหม่"


class Engine:
    def svg(self, drawing: Drawing) -> str:
        return f'<svg viewBox="0 0 720 256" width="720" role="img"><title>{drawing.title}</title></svg>'


def sketches(label: str, shown: str | Markup) -> dict[str, sheet.Sketch]:
    value = Decimal("43.75")
    years = (FiscalYear(2567), FiscalYear(2568))
    cells = (heat.Cell(value, shown), heat.Cell(None, shown))
    drawn = trend.Trend("trend", label, label, ((years[0], value), (years[1], None)), Decimal(85), "เกณฑ์ 85")
    lines = (slope.Line(label, "1", value, Decimal(99)),)
    return {
        "bars": bars.sketch(
            bars.Bars("ก", Decimal(85), (bars.Group(label, "IIT", shown, (bars.Bar(label, value, shown),)),))
        ),
        "dumbbell": dumbbell.sketch(
            dumbbell.Dumbbell("ก", "ปี 2567", "ปี 2568", (dumbbell.Pair(label, value, Decimal(99), shown, shown, shown),))
        ),
        "heat": heat.sketch(heat.Heat("ก", ("2567", "2568"), (heat.Line(label, cells),))),
        "counts": counts.sketch(
            counts.Counts("ก", ("ก", "ข", "ค"), (counts.Group(label, tuple(counts.Square), str(shown)),))
        ),
        "trend": trend.sketch(drawn, Engine()),
        "slope": slope.sketch(slope.Slope("slope", label, label, "ปี 2567", "ปี 2568", lines), Engine()),
    }


def composed(sketch: sheet.Sketch, words: str = "การใช้อำนาจต่ำสุด 43.75 คะแนน") -> Any:
    return etree.fromstring(sheet.compose(sheet.Sheet(words, words, words, (words, words), sketch)))


@pytest.mark.parametrize("kind", ["bars", "dumbbell", "heat", "counts", "trend", "slope"])
@pytest.mark.parametrize("words", ["การใช้อำนาจ", HOSTILE, LONG, "=1+1", ""])
def test_every_picture_is_well_formed_and_shows_texts_as_texts(kind: str, words: str) -> None:
    tree = composed(sketches(words, words)[kind], words or "ก")

    tags = {one.tag.removeprefix(SVG) for one in tree.iter()}
    assert tags <= {"svg", "g", "title", "desc", "rect", "text", "line", "circle"}
    values = [value for one in tree.iter() for value in one.attrib.values()]
    assert not any("var(" in value or "NaN" in value for value in values)
    if words and kind in {"bars", "dumbbell", "heat", "counts"}:
        begins = letters.drawable(words)[:6]
        assert any((one.text or "").startswith(begins) for one in tree.iter(f"{SVG}text"))


@pytest.mark.parametrize("kind", ["bars", "dumbbell", "heat", "counts"])
@pytest.mark.parametrize("words", ["ก", LONG, LONG * 3, "ยังตัดสินไม่ได้ (พิมพ์ไว้ 98.47, 94.47) รอตรวจสอบ", "100.00"])
def test_no_text_leaves_the_paper(kind: str, words: str) -> None:
    tree = composed(sketches(words, words)[kind])

    for one in tree.iter(f"{SVG}text"):
        move = re.search(r"translate\(([0-9.]+),", one.getparent().get("transform", "translate(0,"))
        assert move is not None
        bold = one.get("font-weight") == "700"
        wide = letters.width(one.text or "", float(one.get("font-size")), bold=bold)
        share = {"start": 0, "middle": 0.5, "end": 1}[one.get("text-anchor", "start")]
        left = float(move[1]) + float(one.get("x")) - share * wide
        assert left >= 0, one.text
        assert left + wide <= sheet.WIDTH, one.text


def test_a_sheet_says_what_whose_and_where_from() -> None:
    drawn = sheet.Sheet(
        "ต่ำสุด 74.67 คะแนน", "คะแนนปี 2568", "เทศบาลตำบลตัวอย่าง", ("ที่มา: เอกสาร", "หมายเหตุ"), sheet.Sketch("", 10)
    )
    tree = etree.fromstring(sheet.compose(drawn))

    words = [one.text for one in tree.iter(f"{SVG}text")]
    assert words == ["ต่ำสุด 74.67 คะแนน", "เทศบาลตำบลตัวอย่าง", "คะแนนปี 2568", "ที่มา: เอกสาร", "หมายเหตุ"]
    assert tree.findtext(f"{SVG}title") == "ต่ำสุด 74.67 คะแนน – เทศบาลตำบลตัวอย่าง"
    assert tree.findtext(f"{SVG}desc") == "คะแนนปี 2568"
    assert tree.get("width") == str(sheet.WIDTH)
    assert sheet.compose(drawn) == sheet.compose(drawn)


def test_a_number_stays_on_its_line_and_words_go_on_in_a_second() -> None:
    assert sheet.cell("100.00", (0, 0), (14, 12, 6), 20).count("<text") == 1
    assert sheet.cell("ไม่มี ในเอกสาร", (0, 0), (14, 12), 40).count("<text") == 2


def test_asides_can_be_left_out() -> None:
    shown = Markup('<span>ยังตัดสินไม่ได้</span> <small>(พิมพ์ไว้ 1, 2)</small> <a href="#">รอตรวจสอบ</a>')

    assert sheet.plain_text(shown) == "ยังตัดสินไม่ได้ (พิมพ์ไว้ 1, 2) รอตรวจสอบ"
    assert sheet.plain_text(shown, asides=False) == "ยังตัดสินไม่ได้ รอตรวจสอบ"
    assert sheet.plain_text("<small>") == "<small>"


def test_an_easel_that_draws_nothing_leaves_room_for_nothing() -> None:
    assert sheet.of_drawing("") == sheet.Sketch("", 0)
    assert sheet.of_drawing('<svg viewBox="0 0 720 360" width="720" role="img"></svg>').height == sheet.INNER / 2


def test_plain_colours_are_those_of_the_light_scheme() -> None:
    light = STYLESHEET.read_text(encoding="utf-8").split("[data-md-color-scheme] {")[1].split("}")[0]
    said = dict(re.findall(r"--ps-([a-z]+): (#[0-9a-f]{6});", light))

    assert {name: said.get(name) for name in palette.LIGHT} == palette.LIGHT
