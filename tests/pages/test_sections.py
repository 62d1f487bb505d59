"""Sections of a document: their order, headings and anchors, tables of scores, recommendations, and entries."""

import re
from collections.abc import Callable
from typing import Any

import pytest

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]

ADDRESS = "scores/2568/analysis/"
ENTRY = "{indicator: 1, strengths: ก}"


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


@pytest.fixture
def page(pages: Pages) -> Callable[..., Tree]:
    """The analysis page of 2568 with these sections; other files by name."""

    def make(sections: str, **files: str) -> Tree:
        named = {f"2568/{name}.yml": text for name, text in files.items()}
        return pages({"2568/analysis.yml": f"sections:\n{sections}", **named}, only=ADDRESS)[ADDRESS]

    return make


def headings(tree: Tree) -> list[tuple[str, str, str]]:
    """Those of the sections: level, anchor, words."""
    found = tree.xpath(".//h2 | .//h3 | .//div[@id]")
    return [
        (one.tag, one.get("id"), said(one) if one.tag != "div" else "")
        for one in found
        if one.get("id").startswith("section")
    ]


def body(tree: Tree, anchor: str) -> Tree:
    """What stands below a section's heading, or the section without one."""
    (found,) = tree.xpath(f".//*[@id='{anchor}']")
    return found if found.tag == "div" else found.getnext()


# --- headings, order, anchors


def test_sections_stand_in_the_order_of_their_document_at_the_level_of_their_number(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - {number: ๒., title: ข, text: หนึ่ง}\n"
        "  - {number: ๒.๑, title: ค}\n"
        "  - {number: 2.1., title: ง}\n"
        "  - {number: ๑, title: ก}\n"
        "  - {title: ไม่มีเลข}\n"
        "  - {number: ๓.}\n"
        "  - {text: ไม่มีหัวข้อ}\n"
        "  - {id: last, number: ๓.๑.๒, title: ท้าย}\n"
    )

    assert headings(tree) == [
        ("h2", "section-1", "๒. ข"),
        ("h3", "section-2", "๒.๑ ค"),
        ("h3", "section-3", "2.1. ง"),
        ("h2", "section-4", "๑ ก"),
        ("h2", "section-5", "ไม่มีเลข"),
        ("h2", "section-6", "๓."),
        ("div", "section-7", ""),
        ("h3", "section-last", "๓.๑.๒ ท้าย"),
    ]
    assert said(body(tree, "section-1")) == "หนึ่ง"
    assert said(body(tree, "section-7")) == "ไม่มีหัวข้อ"


def test_a_section_without_anything_but_a_heading_has_no_empty_block(page: Callable[..., Tree]) -> None:
    tree = page("  - {title: ก}\n  - {title: ข, text: ค}\n")

    assert body(tree, "section-1").tag == "h2"
    assert [said(one) for one in tree.xpath(".//div[@class='prose']")] == ["ค"]


def test_anchors_are_unique_whatever_ids_sections_have(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - {id: overview, title: ก}\n"
        "  - {id: analysis, title: ข}\n"
        "  - {id: measures, title: ค}\n"
        "  - {id: indicator-1, title: ง}\n"
        "  - {id: section-6, title: จ}\n"
        f"  - {{text: ฉ, indicators: [{ENTRY}]}}\n"
        f"  - {{title: ช, indicators: [{ENTRY}, {{indicator: 10, strengths: ก}}]}}\n"
        "  - {id: section, text: ซ}\n",
    )

    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert {"section-overview", "section-indicator-1", "section-section-6", "section-6", "indicator-1"} <= set(ids)
    assert all(re.fullmatch("[a-z][a-z0-9-]*", one) for one in ids)


def test_everything_of_a_section_stands_in_the_order_of_the_document(page: Callable[..., Tree]) -> None:
    place = "{id: t, kind: table, where: ตาราง, overall: 90.90, scores: [{indicator: 1, score: 90.00}]}"
    tree = page(
        "  - title: ก\n    after: หลังสุด\n"
        f"    indicators: [{ENTRY}]\n"
        "    recommendations: [{text: แนะนำ, origin: agency}]\n"
        "    places: [t]\n    target: {text: เป้า, share: 84, bar: 85, year: 2570}\n    text: แรก\n",
        scores=f"overall: 90.90\nindicators: {{1: 90.00}}\nplaces: [{place}]\n",
    )

    words = said(body(tree, "section-1"))
    parts = ["แรก", "เป้าหมาย", "เป้า", "ตาราง", "ข้อเสนอแนะของหน่วยงาน", "แนะนำ", "ตัวชี้วัดที่ 1", "จุดแข็ง", "หลังสุด"]
    found = [words.index(part) for part in parts[:1]]
    at = 0
    for part in parts:
        at = words.index(part, at)
        found.append(at)
    assert found == sorted(found)


def test_a_remark_marks_the_text_and_one_on_the_heading_is_told_too(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - title: หัวข้อพร่อง\n    text: ข้อความ\n    remarks:\n"
        "      - {passage: ข้อพร่อง, note: น่าจะเป็นข้อบกพร่อง}\n      - {passage: ความ, note: ชัด}\n"
    )

    shown = body(tree, "section-1")
    assert [said(one) for one in shown.xpath(".//p[@class='remark']")] == [
        "หมายเหตุผู้ถอดความ: “ข้อพร่อง” – น่าจะเป็นข้อบกพร่อง",
        "หมายเหตุผู้ถอดความ: “ความ” – ชัด",
    ]
    assert [said(one) for one in shown.xpath(".//span[@class='suspect']")] == ["ความ"]


# --- recommendations


def test_recommendations_are_told_by_who_gives_them_with_their_numbers(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - title: ข้อเสนอแนะ\n    recommendations:\n"
        "      - {number: (๒), text: ของเรา, origin: agency, indicators: [10, 2]}\n"
        "      - {number: ๑., text: ของเขา, origin: assessor}\n"
        '      - {text: "- ย่อย\\n- ย่อยสอง", origin: agency}\n'
    )

    blocks = tree.xpath(".//div[@class='recommendations']")
    assert [said(one.find("p")) for one in blocks] == ["ข้อเสนอแนะจากผู้ประเมิน", "ข้อเสนอแนะของหน่วยงาน"]
    assert [[said(item) for item in one.xpath("./ol[@class='printed']/li")] for one in blocks] == [
        ["๑. ของเขา"],
        ["(๒) ของเรา (ตัวชี้วัดที่ 10, ตัวชี้วัดที่ 2)", "ย่อยย่อยสอง"],
    ]
    assert blocks[1].xpath(".//a/@href") == ["../../../indicators/10/", "../../../indicators/2/"]
    assert len(blocks[1].xpath("./ol/li/ul/li")) == 2


# --- entries


def test_an_entry_stands_under_its_official_name_with_its_score(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - indicators:\n"
        "      - {name: การใช้อำนาจ, number: 1, strengths: ก, perception: ข}\n"
        "      - {name: การปรับปรุงการทำงาน, defects: ค}\n"
        "      - {number: 4, suggestions: ง}\n"
        "      - {indicator: 5, name: ชื่ออื่น, number: 9, own_analysis: จ}\n"
    )

    entries = tree.xpath(".//div[@class='entry']")
    assert [(one.find("h3").get("id"), said(one.find("h3"))) for one in entries] == [
        ("indicator-3", "ตัวชี้วัดที่ 3 การใช้อำนาจ"),
        ("indicator-8", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"),
        ("indicator-4", "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ"),
        ("indicator-5", "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต"),
    ]
    assert [one.xpath("./h3/a/@href") for one in entries] == [[f"../../../indicators/{n}/"] for n in (3, 8, 4, 5)]
    assert [[said(p) for p in one.xpath("./p[@class='printed-name']")] for one in entries] == [
        ["ตามเอกสาร: ตัวชี้วัดที่ 1 การใช้อำนาจ"],
        ["ตามเอกสาร: การปรับปรุงการทำงาน"],
        [],
        ["ตามเอกสาร: ตัวชี้วัดที่ 9 ชื่ออื่น"],
    ]
    assert [said(one.xpath("./p[@class='score']")[0]) for one in entries] == [
        "คะแนน 92.00",
        "คะแนน 92.00",
        "คะแนน 93.00",
        "คะแนน 94.00",
    ]
    # in the order in which parts are always told, only those that are written
    assert [[said(term) for term in one.iter("dt")] for one in entries] == [
        ["ผลสะท้อน", "จุดแข็ง"],
        ["ข้อบกพร่อง"],
        ["ข้อเสนอแนะ"],
        ["ผลการวิเคราะห์ของหน่วยงาน"],
    ]
    assert [said(one) for one in entries[0].iter("dd")] == ["ข", "ก"]


def test_a_second_entry_about_an_indicator_has_an_anchor_of_its_own(page: Callable[..., Tree]) -> None:
    tree = page(
        f"  - {{title: ก, indicators: [{ENTRY}, {{indicator: 2, strengths: ข}}]}}\n"
        "  - {title: ข, indicators: [{name: การปฏิบัติหน้าที่, points_to_develop: ค}, {number: 1, defects: ง}]}\n"
    )

    assert [one.get("id") for one in tree.xpath(".//div[@class='entry']/h3")] == [
        "indicator-1",
        "indicator-2",
        "indicator-1-2",
        "indicator-1-3",
    ]


def test_an_entry_names_its_sub_indicator_and_items(page: Callable[..., Tree]) -> None:
    tree = page("  - indicators: [{indicator: 9, sub_indicator: 9.1, items: [O1, O2], strengths: ก}]\n")

    name = said(tree.xpath(".//div[@class='entry']/h3")[0])
    assert re.fullmatch("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล · ตัวชี้วัดย่อยที่ 9.1 .+ · ข้อ O1, O2", name)


@pytest.mark.parametrize(
    ("scores", "shown"),
    [
        ("overall: 90\n", "คะแนน ไม่มีในเอกสาร"),
        (
            "indicators: {1: 90}\nplaces: [{id: a, kind: text, where: ข, scores: [{indicator: 1, score: 91}]}]\n",
            "คะแนน ยังตัดสินไม่ได้ (พิมพ์ไว้ 90, 91) รอตรวจสอบ",
        ),
    ],
)
def test_an_entry_says_where_there_is_no_score(page: Callable[..., Tree], scores: str, shown: str) -> None:
    tree = page(f"  - indicators: [{ENTRY}]\n", scores=scores)

    assert said(tree.xpath(".//p[@class='score']")[0]) == shown


def test_a_remark_on_an_entry_marks_the_part_in_which_it_stands(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - indicators:\n      - {indicator: 1, strengths: กข, defects: คง, "
        "remarks: [{passage: ค, note: กลับกัน, caution: true}]}\n"
    )

    strengths, defects = tree.iter("dd")
    assert [one.get("class") for one in strengths.iter()][1:] == ["printed"]
    assert said(defects.xpath("./p/span[@class='suspect caution']")[0]) == "ค"
    assert said(defects).endswith("“ค” – กลับกัน")


def test_a_finding_is_told_at_the_section_or_entry_in_which_it_stands(page: Callable[..., Tree]) -> None:
    long = "บุคลากรในหน่วยงานมีการปฏิบัติงานอย่างโปร่งใสเป็นไปตามขั้นตอนและระยะเวลาที่กำหนดไว้อย่างเคร่งครัดทุกคน"
    tree = page(
        "  - title: ก\n    indicators:\n"
        f"      - {{indicator: 1, strengths: {long}}}\n      - {{indicator: 2, strengths: อื่น}}\n"
        "      - {indicator: 5, name: การแก้ปัญหาคาการทุจริต, strengths: คนละคำ}\n"
        "  - {title: ข, text: ค}\n"
    )

    entries = tree.xpath(".//div[@class='entry']")
    doubts = [one.xpath("./ul[@class='doubts']/li/a/@href") for one in entries]
    assert doubts == [[], [], ["../../../findings/2568/#indicator-name-1"]]
    assert said(entries[2].xpath("./ul[@class='doubts']")[0]).endswith("รอตรวจสอบ")
    assert len(tree.xpath(".//ul[@class='doubts']")) == 1


# --- tables of scores

TABLE = """\
overall: 90.90
indicators: {1: 90.00, 2: 91.00, 9: 88.00}
instruments: {EIT: 91.00}
places:
  - id: all
    kind: comparison
    where: ตารางเปรียบเทียบ
    previous_year: 2567
    overall: 90.90
    overall_change: {previous: 93.93, difference: 3.03}
    scores:
      - {name: การปฏิบัติหน้าที่, number: 4, rank: 2, instrument: IIT, previous: 80.00, score: 90.00, difference: 10.00}
      - {indicator: 2, score: 91.00, previous: 91.00}
      - {number: 9, score: 88.00}
    instruments: [{code: EIT, score: 91.00, previous: 92.50, difference: -1.50}]
  - {id: bare, kind: table, where: ตารางสั้น, scores: [{indicator: 1, score: 90.00}]}
"""


def cells(table: Tree) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in table.iter("tr")]


def test_a_printed_table_stands_in_its_section_with_the_computed_differences(page: Callable[..., Tree]) -> None:
    tree = page("  - {title: ก, places: [all]}\n", scores=TABLE)

    (table,) = body(tree, "section-1").iter("table")
    assert said(table.find("caption")) == "ตารางเปรียบเทียบ"
    assert cells(table) == [
        [
            "ตัวชี้วัด", "อันดับ", "เลขที่พิมพ์ไว้", "แบบวัด",
            "คะแนนปี 2567", "คะแนนปี 2568", "ผลต่างที่พิมพ์ไว้", "ผลต่างที่คำนวณ",
        ],
        ["การปฏิบัติหน้าที่", "2", "4", "IIT", "80.00", "90.00", "10.00", "+10.00"],
        ["การใช้งบประมาณ", "", "", "", "91.00", "91.00", "", "0.00"],
        ["การเปิดเผยข้อมูล", "", "9", "", "", "88.00", "", ""],
        ["EIT", "", "", "", "92.50", "91.00", "-1.50", "−1.50"],
        ["คะแนนรวม", "", "", "", "93.93", "90.90", "3.03", "−3.03"],
    ]  # fmt: skip
    assert "sortable" in table.get("class").split()
    source = said(body(tree, "section-1").xpath(".//p[@class='source']")[0])
    assert re.fullmatch(r"ที่มา: data/tua-yang/2568/scores\.yml:\d+–\d+", source)


def test_a_printed_table_has_only_the_columns_that_it_prints(page: Callable[..., Tree]) -> None:
    tree = page("  - {title: ก, places: [bare, result]}\n", scores=TABLE)

    bare, result = body(tree, "section-1").iter("table")
    assert cells(bare) == [["ตัวชี้วัด", "คะแนนปี 2568"], ["การปฏิบัติหน้าที่", "90.00"]]
    assert cells(result)[0] == ["ตัวชี้วัด", "คะแนนปี 2568"]
    assert [row[0] for row in cells(result)][-2:] == ["EIT", "คะแนนรวม"]
