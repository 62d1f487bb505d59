"""The analysis of one year: which side of the threshold each indicator is on, what is written, and what follows."""

import re
from collections.abc import Callable
from typing import Any

import pytest

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]

ADDRESS = "scores/2568/analysis/"
ANALYSIS = "sections: [{title: ก, text: ข}]\n"
NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


@pytest.fixture
def page(pages: Pages) -> Callable[..., Tree]:
    def make(analysis: str = ANALYSIS, scores: list[str] | None = None, files: dict[str, str] | None = None) -> Tree:
        named = dict(files or {})
        if scores:
            rows = "".join(f"  {n}: {score}\n" for n, score in enumerate(scores, start=1) if score)
            named["2568/scores.yml"] = f"indicators:\n{rows}"
        return pages({"2568/analysis.yml": analysis, **named}, only=ADDRESS)[ADDRESS]

    return make


def overview(tree: Tree) -> list[list[str]]:
    (table,) = [one for one in tree.iter("table") if said(one.find("caption")).startswith("จุดแข็งและจุด")]
    return [[said(cell) for cell in row] for row in table.xpath("./tbody/tr")]


def threshold(tree: Tree) -> str:
    return next(said(one) for one in tree.iter("p") if said(one).startswith("ตามเส้นแบ่ง"))


def test_an_agency_without_an_analysis_or_without_its_result_has_no_page(pages: Pages) -> None:
    assert pages({}, only=ADDRESS) == {}
    found = pages({"2567/analysis.yml": ANALYSIS})
    assert [one for one in found if "analysis" in one] == []


def test_each_year_with_both_has_a_page(pages: Pages) -> None:
    found = pages(
        {"2567/scores.yml": "overall: 90\n", "2567/analysis.yml": ANALYSIS, "2568/analysis.yml": ANALYSIS},
        only="scores/",
    )

    assert [one for one in found if "analysis" in one] == [ADDRESS, "scores/2567/analysis/"]


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        pytest.param(
            ["70.00"] * 9 + ["69.99"],
            f"ตามเส้นแบ่ง 70 คะแนน: จุดแข็ง 9 ตัวชี้วัด จุดที่ควรพัฒนา 1 ตัวชี้วัด ได้แก่ {NAMES[9]} คะแนนต่ำสุดคือ {NAMES[9]} 69.99 คะแนน",
            id="both sides of the threshold",
        ),
        pytest.param(
            ["70"] + ["70.01"] * 9,
            f"ตามเส้นแบ่ง 70 คะแนน: จุดแข็ง 10 ตัวชี้วัด ไม่มีตัวชี้วัดที่ต่ำกว่าเส้นแบ่ง คะแนนต่ำสุดคือ {NAMES[0]} 70 คะแนน",
            id="at the threshold",
        ),
        pytest.param(
            ["60", "0.00", "0", *["90"] * 7],
            f"ตามเส้นแบ่ง 70 คะแนน: จุดแข็ง 7 ตัวชี้วัด จุดที่ควรพัฒนา 3 ตัวชี้วัด ได้แก่ {NAMES[0]} {NAMES[1]} "
            f"และ{NAMES[2]} คะแนนต่ำสุดคือ {NAMES[1]} และ{NAMES[2]} 0.00 คะแนน",
            id="two share the lowest",
        ),
        pytest.param(
            ["80"] * 10,
            "ตามเส้นแบ่ง 70 คะแนน: จุดแข็ง 10 ตัวชี้วัด ไม่มีตัวชี้วัดที่ต่ำกว่าเส้นแบ่ง",
            id="all the same",
        ),
        pytest.param(
            ["60", *["80"] * 7],
            f"ตามเส้นแบ่ง 70 คะแนน: จุดแข็ง 7 ตัวชี้วัด จุดที่ควรพัฒนา 1 ตัวชี้วัด ได้แก่ {NAMES[0]} ไม่มีคะแนนที่ใช้ได้ 2 ตัวชี้วัด",
            id="incomplete",
        ),
    ],
)
def test_the_threshold_divides_strengths_from_points_to_develop(
    page: Callable[..., Tree], scores: list[str], sentence: str
) -> None:
    tree = page(scores=scores)

    assert threshold(tree) == sentence
    sides = [row[2] for row in overview(tree)]
    assert sides == ["จุดแข็ง" if float(score) >= 70 else "จุดที่ควรพัฒนา" for score in scores] + ["–"] * (10 - len(scores))


def test_a_score_that_is_not_decided_is_on_no_side(page: Callable[..., Tree]) -> None:
    place = "places: [{id: a, kind: text, where: ข, scores: [{indicator: 1, score: 91}]}]\n"
    tree = page(files={"2568/scores.yml": f"indicators: {{1: 60, 2: 60}}\n{place}"})

    assert overview(tree)[0][:3] == ["1 การปฏิบัติหน้าที่", "ยังตัดสินไม่ได้ (พิมพ์ไว้ 60, 91) รอตรวจสอบ", "–"]
    assert overview(tree)[1][2] == "จุดที่ควรพัฒนา"
    assert threshold(tree).endswith("ไม่มีคะแนนที่ใช้ได้ 9 ตัวชี้วัด")


WRITTEN = """\
sections:
  - indicators:
      - {indicator: 1, purpose: ก, strengths: ดีมาก, suggestions: ค, level: ดีมาก}
      - {indicator: 2, perception: ง}
      - {indicator: 1, points_to_develop: จ, defects: ฉ}
      - {indicator: 10, own_analysis: ช}
"""


def test_the_overview_leads_to_what_is_written_about_each_indicator(page: Callable[..., Tree]) -> None:
    tree = page(WRITTEN)

    told = {row[0].split()[0]: row[3] for row in overview(tree)}
    assert told == {
        **dict.fromkeys(map(str, range(1, 11)), "–"),
        "1": "จุดแข็ง · ข้อเสนอแนะ (ระดับตามเอกสาร: ดีมาก)ประเด็นที่ควรพัฒนา · ข้อบกพร่อง",
        "2": "บทวิเคราะห์",
        "10": "ผลการวิเคราะห์ของหน่วยงาน",
    }
    hrefs = [href for href in tree.xpath(".//table//a/@href") if href.startswith("#")]
    assert hrefs == ["#indicator-1", "#indicator-1-2", "#indicator-2", "#indicator-10"]
    assert {href[1:] for href in hrefs} <= set(tree.xpath(".//@id"))


def test_the_overview_has_every_indicator_with_its_score_and_measures(page: Callable[..., Tree]) -> None:
    measures = "measures:\n" + "".join(
        f"  - {{no: {n}, {row}, steps: ก}}\n"
        for n, row in enumerate(("indicators: [1, 9]", "indicators: [9]", "whole: true"), start=1)
    )
    later = "assessed: 2567\n" + measures
    tree = page(files={"2569/measures.yml": measures, "2567/measures.yml": "assessed: 2566\n" + measures})

    rows = overview(tree)
    assert [row[0] for row in rows] == [f"{n} {name}" for n, name in enumerate(NAMES, start=1)]
    assert [row[1] for row in rows][:2] == ["90.00", "91.00"]
    assert [row[4] for row in rows] == ["1", "–", "–", "–", "–", "–", "–", "–", "2", "–"]
    again = page(files={"2569/measures.yml": later})
    assert {row[4] for row in overview(again)} == {"–"}


def test_the_measures_that_follow_are_listed(page: Callable[..., Tree]) -> None:
    measures = "measures: [{no: 2, number: ๑., title: ก, steps: ข}, {no: 1, indicators: [3], steps: ง}]\n"
    tree = page(files={"2569/measures.yml": measures, "2568/measures.yml": measures})

    listed = tree.xpath(".//h2[@id='measures']/following-sibling::ul[1]/li/a")
    assert [(said(one), one.get("href")) for one in listed] == [
        ("๑. ก", "../../../measures/2569/2/"),
        ("ตัวชี้วัดที่ 3 การใช้อำนาจ", "../../../measures/2569/1/"),
    ]
    assert [said(one) for one in tree.xpath(".//p[@class='years']")] == [
        "คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569 (ข้อ O25)"
    ]


def test_without_measures_nothing_follows(page: Callable[..., Tree]) -> None:
    tree = page()

    assert tree.xpath(".//h2[@id='measures'] | .//p[@class='years'] | .//p[@class='note']") == []
    assert [one.get("href") for one in tree.iter("a") if said(one) == "ผลการประเมินปี 2568"] == ["../"]


def test_title_sections_and_sources_are_those_of_the_document(page: Callable[..., Tree]) -> None:
    tree = page("title: |\n  การวิเคราะห์\n  ปี ๒๕๖๘\n" + WRITTEN)

    (title,) = tree.xpath(".//div[@class='document-title']")
    assert [said(line) for line in title] == ["การวิเคราะห์", "ปี ๒๕๖๘"]
    notes = [said(one) for one in tree.xpath(".//p[@class='source']")]
    assert [re.sub(r":.*", "", note.removeprefix("ที่มา: ")) for note in notes] == ["data/tua-yang/2568/analysis.yml"] * 2
    assert page().xpath(".//div[@class='document-title']") == []


def test_findings_of_the_year_are_announced_in_one_line(page: Callable[..., Tree]) -> None:
    tree = page(files={"2568/scores.yml": "overall: 90\n"})

    (note,) = tree.xpath(".//p[@class='note']")
    assert re.fullmatch(r"มีข้อมูลในเอกสารที่รอตรวจสอบ \d+ จุด", said(note))
    assert note.xpath("./a/@href") == ["../../../findings/2568/"]


def test_an_inferred_year_is_said(page: Callable[..., Tree]) -> None:
    tree = page(files={"2568/scores.yml": "year_inferred: เพราะ\noverall: 90\n"})

    assert said(tree.find("h1")) == "การวิเคราะห์ผลการประเมิน ปีงบประมาณ พ.ศ. 2568 (ปีอนุมาน)"
