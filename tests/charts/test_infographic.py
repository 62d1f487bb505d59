"""The infographic and the card: all that they tell stands inside, whatever it is."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from generator.charts import infographic, letters
from generator.charts.infographic import CARD, SIZE, Result, Score

SVG = "{http://www.w3.org/2000/svg}"
LONG = "องค์การบริหารส่วนตำบลบ้านหนองหญ้าปล้องพัฒนาสามัคคีธรรมประชาร่วมใจเฉลิมพระเกียรติ"
ABOUT = "ITA วัดการรับรู้และการเปิดเผยข้อมูล ไม่ใช่ผลการตรวจสอบว่ามีการทุจริตหรือไม่"
PLAIN = Result(
    owner="เทศบาลตำบลตัวอย่าง",
    year="ปีงบประมาณ พ.ศ. 2568",
    overall="90.90",
    has_overall=True,
    grade="ผ่านดี",
    has_grade=True,
    change="เพิ่มขึ้น 1.21 คะแนน จากปี 2567",
    bar=Decimal(85),
    scores=tuple(Score(f"{n} การใช้อำนาจ", "IIT", Decimal(80 + n), f"{80 + n}.00") for n in range(1, 11)),
    about=ABOUT,
    notes=("ที่มา: เอกสาร", "เว็บไซต์ตัวอย่าง"),
)
CASES = {
    "plain": PLAIN,
    "long": replace(PLAIN, owner=LONG, grade="ต้องปรับปรุงโดยด่วน", change="เท่ากับปี 2567"),
    "longer": replace(PLAIN, owner=LONG * 3, grade=LONG, change=LONG, notes=(LONG * 2,) * 3),
    "hostile": replace(PLAIN, owner='<script>alert(1)</script> & "ก"', grade="</svg>", notes=("]]>",)),
    "nothing": replace(
        PLAIN,
        overall="ยังตัดสินไม่ได้",
        has_overall=False,
        grade="ไม่มีในเอกสาร",
        has_grade=False,
        change="",
        scores=tuple(Score(f"{n} {LONG}", "XYZ", None, "ยังตัดสินไม่ได้ *") for n in range(1, 11)),
    ),
    "extremes": replace(
        PLAIN, scores=tuple(replace(one, value=Decimal(v)) for one, v in zip(PLAIN.scores, (0, 100) * 5, strict=True))
    ),
    "none": replace(PLAIN, scores=(), notes=()),
}


def words(tree: Any) -> list[str]:
    return [one.text or "" for one in tree.iter(f"{SVG}text")]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("draw", "size"), [(infographic.draw, SIZE), (infographic.card, CARD)])
def test_every_text_and_every_bar_stands_inside(case: str, draw: Any, size: tuple[int, int]) -> None:
    tree: Any = etree.fromstring(draw(CASES[case]))

    assert (tree.get("width"), tree.get("height")) == tuple(map(str, size))
    for one in tree.iter(f"{SVG}text"):
        font = float(one.get("font-size"))
        wide = letters.width(one.text or "", font, bold=one.get("font-weight") == "700")
        share = {"start": 0, "middle": 0.5}[one.get("text-anchor", "start")]
        left = float(one.get("x")) - share * wide
        assert left >= 0, one.text
        assert left + wide <= size[0], one.text
        assert font <= float(one.get("y")) <= size[1] - font * 0.3, one.text
    for one in tree.iter(f"{SVG}rect"):
        assert float(one.get("x", 0)) + float(one.get("width")) <= size[0]
    assert {one.tag.removeprefix(SVG) for one in tree.iter()} <= set("svg title desc rect line circle text".split())
    assert "var(" not in draw(CASES[case])


@pytest.mark.parametrize("case", ["plain", "long", "hostile", "nothing"])
def test_lines_of_text_do_not_lie_on_each_other(case: str) -> None:
    tree: Any = etree.fromstring(infographic.draw(CASES[case]))
    boxes = []
    for one in tree.iter(f"{SVG}text"):
        font, x, y = (float(one.get(key)) for key in ("font-size", "x", "y"))
        wide = letters.width(one.text or "", font, bold=one.get("font-weight") == "700")
        left = x - (wide / 2 if one.get("text-anchor") else 0)
        boxes.append((left, left + wide, y - font * 0.75, y + font * 0.1, one.text))

    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
            assert apart, (one[4], other[4])


def test_it_tells_all_of_the_result() -> None:
    shown = words(etree.fromstring(infographic.draw(PLAIN)))

    for text in (PLAIN.owner, PLAIN.year, "90.90", "ผ่านดี", PLAIN.change, ABOUT, *PLAIN.notes, "เกณฑ์ 85 ของคะแนนรวม"):
        assert text in shown
    for score in PLAIN.scores:
        assert {score.label, score.shown, score.code} <= set(shown)


def test_bars_are_as_long_as_their_scores() -> None:
    svg = infographic.draw(replace(PLAIN, scores=(replace(PLAIN.scores[0], value=Decimal(50)), PLAIN.scores[1])))
    tracks = [float(one) for one in re.findall(r'x="448" y="[0-9.]+" width="([0-9.]+)"', svg)]

    assert tracks == pytest.approx([406, 203, 406, 406 * 0.82])


def test_a_score_of_zero_and_none_have_no_bar_but_say_what_they_are() -> None:
    scores = (Score("ก", "IIT", Decimal(0), "0.00"), Score("ข", "IIT", None, "ไม่มีในเอกสาร"))
    svg = infographic.draw(replace(PLAIN, scores=scores))

    assert len(re.findall(r'x="448"', svg)) == 2  # the tracks alone
    assert {"0.00", "ไม่มีในเอกสาร"} <= set(words(etree.fromstring(svg)))


def test_words_for_those_who_do_not_see_it() -> None:
    assert infographic.in_words(replace(PLAIN, scores=PLAIN.scores[:2])) == (
        "คะแนนรวม 90.90 ระดับ ผ่านดี เพิ่มขึ้น 1.21 คะแนน จากปี 2567 คะแนนรายตัวชี้วัด: 1 การใช้อำนาจ 81.00, 2 การใช้อำนาจ 82.00"
    )
    assert "จากปี" not in infographic.in_words(replace(PLAIN, change=""))


def test_the_same_result_gives_the_same_bytes() -> None:
    assert infographic.draw(PLAIN) == infographic.draw(replace(PLAIN))
    assert infographic.card(PLAIN) == infographic.card(replace(PLAIN))
