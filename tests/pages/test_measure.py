"""One measure with its chain, from the score assessed to that of the next year."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.pages.measure import NO_PROOF

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]

ADDRESS = "measures/2569/{}/"
NEXT = {"2569/scores.yml": "overall: 92.95\nindicators: {1: 85.50, 2: 91.00, 3: 92.01}\n"}


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


@pytest.fixture
def page(pages: Pages) -> Callable[..., Tree]:
    """The page of one measure of 2569; other files by name."""

    def make(measures: str, no: int = 1, files: dict[str, str] | None = None, as_of: date | None = None) -> Tree:
        address = ADDRESS.format(no)
        return pages({"2569/measures.yml": f"measures:\n{measures}", **(files or {})}, as_of, only=address)[address]

    return make


def steps(tree: Tree) -> dict[str, Tree]:
    """The links of the chain by their heading, in order."""
    return {said(one): one.getnext() for one in tree.iter("h2")}


FIRST, LAST = "ตัวชี้วัดและคะแนนปี 2568 ที่นำมาวิเคราะห์", "คะแนนปี 2569"
EVERYTHING = """\
  - {no: 1, number: ๑., title: ก, subject: ช่อง, indicators: [1], analysis: วิเคราะห์, steps: ขั้นตอน,
     responsible: [{unit: กองคลัง}], period: ตลอดปี, follow_up: ติดตาม, result: ผล, outcome: สำเร็จ,
     progress: [{round: six-months, text: ครึ่งทาง}]}
"""
ANCHORS = {  # they stay when other links of the chain come in
    FIRST: "assessed", "ผลการวิเคราะห์": "analysis", "ขั้นตอนหรือวิธีการ": "steps", "ผู้รับผิดชอบ": "responsible",
    "ระยะเวลา": "period", "การกำกับติดตาม": "follow-up", "ความก้าวหน้า": "progress", "สรุปผลการดำเนินการ": "result",
    "ผลลัพธ์หรือความสำเร็จ": "outcome", "ผลการดำเนินการ": "report", LAST: "next",
}  # fmt: skip
UNREPORTED = ("ผลการดำเนินการ", "ยังไม่มีรายงานผลในเว็บไซต์นี้")


@pytest.mark.parametrize(
    ("measure", "between"),
    [
        pytest.param(
            EVERYTHING,
            [
                ("ผลการวิเคราะห์", "วิเคราะห์"),
                ("ขั้นตอนหรือวิธีการ", "ขั้นตอน"),
                ("ผู้รับผิดชอบ", "กองคลัง"),
                ("ระยะเวลา", "ตลอดปี"),
                ("การกำกับติดตาม", "ติดตาม"),
                ("ความก้าวหน้า", "รอบ 6 เดือน: ครึ่งทาง"),
                ("สรุปผลการดำเนินการ", "ผล"),
                ("ผลลัพธ์หรือความสำเร็จ", "สำเร็จ"),
            ],
            id="everything",
        ),
        pytest.param("  - {no: 1, steps: ก}\n", [("ขั้นตอนหรือวิธีการ", "ก"), UNREPORTED], id="only steps"),
        pytest.param("  - {no: 1, result: ก}\n", [("สรุปผลการดำเนินการ", "ก")], id="only a result"),
        pytest.param(
            "  - {no: 1, steps: ก, outcome: ข}\n",
            [("ขั้นตอนหรือวิธีการ", "ก"), ("ผลลัพธ์หรือความสำเร็จ", "ข")],
            id="an outcome",
        ),
        pytest.param(
            "  - {no: 1, steps: ก, progress: [{round: six-months, date: 31/3/2569, text: ข}]}\n",
            [("ขั้นตอนหรือวิธีการ", "ก"), ("ความก้าวหน้า", "รอบ 6 เดือน 31 มีนาคม 2569: ข")],
            id="progress is a report",
        ),
        pytest.param("  - {no: 1, not_done: ก}\n", [], id="not done"),
    ],
)
def test_the_chain_has_the_parts_of_the_document_in_their_order(
    page: Callable[..., Tree], measure: str, between: list[tuple[str, str]]
) -> None:
    tree = page(measure)

    found = [(name, said(body)) for name, body in steps(tree).items()]
    assert (found[0][0], found[-1][0]) == (FIRST, LAST)
    assert found[1:-1] == between
    assert [one.get("id") for one in tree.iter("h2")] == [ANCHORS.get(name, "") for name, _ in found]


def test_a_measure_tells_its_year_number_and_state(page: Callable[..., Tree]) -> None:
    tree = page("  - {no: 7, number: ๑., title: ก, steps: ข}\n  - {no: 8, title: ค, steps: ง}\n", 7)

    assert said(tree.find("h1")) == "ก"
    place = tree.xpath(".//p[@class='place']")[0]
    assert said(place) == "มาตรการปี 2569 · ลำดับตามเอกสาร ๑. · ยังระบุสถานะไม่ได้"
    assert place.xpath("./span/@class") == ["status unknown"]
    assert "ลำดับตามเอกสาร" not in said(page("  - {no: 8, title: ค, steps: ง}\n", 8))
    assert said(tree.xpath(".//p[@class='years']")[0]).startswith("คะแนนปี 2568 → มาตรการปี 2569")
    assert said(tree.xpath(".//p[@class='source']")[0]) == "ที่มา: data/tua-yang/2569/measures.yml:2"


def test_why_nothing_was_done_is_said_first_with_its_remarks(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - {no: 1, title: ก, not_done: ไม่มีงบ, remarks: [{passage: งบ, note: งบประมาณ}]}\n  - {no: 2, steps: ก}\n"
    )

    (note,) = tree.xpath(".//div[@class='note']")
    assert said(note) == "เหตุผลที่ไม่ได้ดำเนินการ: ไม่มีงบหมายเหตุผู้ถอดความ: “งบ” – งบประมาณ"
    assert said(tree.xpath(".//span[@class='status not-done']")[0]) == "ไม่ได้ดำเนินการ"
    assert page("  - {no: 2, steps: ก}\n", 2).xpath(".//div[@class='note']") == []


def test_merged_cells_are_told_with_the_measure(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - {no: 1, steps: ก, responsible: [{unit: กองคลัง}, {unit: กองช่าง}], period: ตลอดปี, follow_up: ทุกเดือน}\n"
        "  - {no: 2, steps: ก, merged: [responsible, period, follow_up]}\n",
        2,
    )

    assert {
        name: said(body) for name, body in steps(tree).items() if name in {"ผู้รับผิดชอบ", "ระยะเวลา", "การกำกับติดตาม"}
    } == {
        "ผู้รับผิดชอบ": "กองคลังกองช่าง (ใช้ร่วมกับแถวบน)",
        "ระยะเวลา": "ตลอดปี (ใช้ร่วมกับแถวบน)",
        "การกำกับติดตาม": "ทุกเดือน (ใช้ร่วมกับแถวบน)",
    }


# --- what was assessed


def test_the_indicators_served_stand_with_their_scores(page: Callable[..., Tree]) -> None:
    body = steps(page("  - {no: 1, title: ก, indicators: [9, 2], steps: ข}\n"))[FIRST]

    assert said(body) == "9 การเปิดเผยข้อมูล: 88.002 การใช้งบประมาณ: 91.00"
    assert body.xpath(".//a/@href") == ["../../../indicators/9/", "../../../indicators/2/"]
    assert len(body.xpath(".//br")) == 1


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("whole: true", "ผลการประเมินทั้งหมด: คะแนนรวม 90.90"),
        ("title: ก", "เอกสารไม่ได้ระบุตัวชี้วัด"),
        ("subject: การใช้อำนาจ, indicators: [3]", "3 การใช้อำนาจ: 92.00ตามเอกสาร: การใช้อำนาจ"),
        ("indicators: [3], inferred: ตรงกัน", "3 การใช้อำนาจ: 92.00ตัวชี้วัดเป็นการอนุมาน: ตรงกัน"),
        ("indicators: [9], items: [O3]", "9 การเปิดเผยข้อมูล: 88.00ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล, ข้อ O3"),
        ("items: [O3]", "ข้อ O3"),
    ],
)
def test_what_was_assessed_is_told_as_far_as_it_is_known(page: Callable[..., Tree], row: str, shown: str) -> None:
    body = steps(page(f"  - {{no: 1, {row}, steps: ข}}\n"))[FIRST]

    assert said(body) == shown
    assert [one for one in body.iter("p") if not said(one)] == []


def test_an_inferred_indicator_is_a_note_of_its_own(page: Callable[..., Tree]) -> None:
    body = steps(page("  - {no: 1, indicators: [3], inferred: เพราะ, steps: ข}\n"))[FIRST]

    assert [said(one) for one in body.xpath("./p[@class='note']")] == ["ตัวชี้วัดเป็นการอนุมาน: เพราะ"]


def test_without_a_result_of_the_year_assessed_no_score_is_told(page: Callable[..., Tree]) -> None:
    rows = "assessed: 2567\nmeasures:\n  - {no: 1, indicators: [3], steps: ข}\n  - {no: 2, whole: true, steps: ข}\n"
    analysis = {"2567/analysis.yml": "sections: [{indicators: [{indicator: 3, strengths: ก}]}]\n"}

    first = page("  - {no: 1, steps: ข}\n", 1, {"2569/measures.yml": rows, **analysis})
    body = steps(first)["ตัวชี้วัดและคะแนนปี 2567 ที่นำมาวิเคราะห์"]
    assert said(body) == "3 การใช้อำนาจ: –"
    # an analysis without a result has no page
    assert body.xpath(".//a/@href") == ["../../../indicators/3/"]
    second = page("  - {no: 1, steps: ข}\n", 2, {"2569/measures.yml": rows})
    assert said(steps(second)["ตัวชี้วัดและคะแนนปี 2567 ที่นำมาวิเคราะห์"]) == "ผลการประเมินทั้งหมด: คะแนนรวม –"


def test_the_indicators_that_are_analysed_lead_to_it(page: Callable[..., Tree]) -> None:
    analysis = {"2568/analysis.yml": "sections: [{indicators: [{name: การใช้อำนาจ, number: 1, strengths: ก}]}]\n"}

    body = steps(page("  - {no: 1, indicators: [1, 3], steps: ข}\n", 1, analysis))[FIRST]
    assert [(said(one), one.get("href")) for one in body.iter("a")][2:] == [
        ("บทวิเคราะห์ตัวชี้วัดที่ 3 ปี 2568", "../../../scores/2568/analysis/#indicator-3")
    ]


def test_a_disputed_score_is_undecided_with_its_mark(page: Callable[..., Tree]) -> None:
    disputed = "places: [{{id: a, kind: text, where: ก, scores: [{{indicator: 1, score: {0}}}]}}]\n"
    files = {
        "2568/scores.yml": "indicators: {1: 90, 2: 80}\n" + disputed.format(91),
        "2569/scores.yml": "indicators: {1: 92, 2: 81}\n" + disputed.format(93),
    }

    found = steps(page("  - {no: 1, indicators: [1, 2], steps: ข}\n", 1, files))
    for name, printed, year in ((FIRST, "90, 91", 2568), (LAST, "92, 93", 2569)):
        assert f"ยังตัดสินไม่ได้ (พิมพ์ไว้ {printed}) รอตรวจสอบ" in said(found[name])
        marks = found[name].xpath(".//a[@class='mark']/@href")
        assert marks == [f"../../../findings/{year}/#value-conflict-1"]
    assert "(เทียบกับปีก่อนไม่ได้)" in said(found[LAST])
    assert "ตัวชี้วัดที่ 2: 81 (เปลี่ยนไป +1.00)" in said(found[LAST])


# --- the next year


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ("indicators: [1]", ["ตัวชี้วัดที่ 1: 85.50 (เปลี่ยนไป −4.50)"]),
        ("indicators: [2]", ["ตัวชี้วัดที่ 2: 91.00 (เปลี่ยนไป 0.00)"]),
        (
            "indicators: [3, 1]",
            ["ตัวชี้วัดที่ 3: 92.01 (เปลี่ยนไป +0.01)", "ตัวชี้วัดที่ 1: 85.50 (เปลี่ยนไป −4.50)"],
        ),
        ("whole: true", ["คะแนนรวม: 92.95 (เปลี่ยนไป +2.05)"]),
        ("indicators: [4]", ["ตัวชี้วัดที่ 4: ไม่มีในเอกสาร (เทียบกับปีก่อนไม่ได้)"]),
    ],
)
def test_the_next_score_stands_with_its_change_and_that_it_proves_nothing(
    page: Callable[..., Tree], row: str, lines: list[str]
) -> None:
    body = steps(page(f"  - {{no: 1, {row}, steps: ข}}\n", 1, NEXT))[LAST]

    assert said(body) == "".join(lines) + NO_PROOF
    assert said(body.xpath("./p[@class='note']")[0]) == NO_PROOF
    assert "ไม่ได้พิสูจน์" in NO_PROOF


def test_without_a_result_of_the_next_year_it_is_said(page: Callable[..., Tree]) -> None:
    for row in ("indicators: [1]", "whole: true", "title: ก"):
        body = steps(page(f"  - {{no: 1, {row}, steps: ข}}\n"))[LAST]
        assert said(body) == "ไม่มีผลการประเมินปี 2569 ในเว็บไซต์นี้"


def test_without_an_indicator_there_is_no_score_to_compare(page: Callable[..., Tree]) -> None:
    body = steps(page("  - {no: 1, title: ก, steps: ข}\n", 1, NEXT))[LAST]

    assert said(body) == "เอกสารไม่ได้ระบุตัวชี้วัด จึงไม่มีคะแนนที่เทียบได้"


def test_the_next_year_is_that_after_the_year_assessed(page: Callable[..., Tree]) -> None:
    rows = "assessed: 2567\nmeasures: [{no: 1, indicators: [1], steps: ข}]\n"
    files = {"2567/scores.yml": "indicators: {1: 80}\n", "2569/measures.yml": rows}

    assert list(steps(page("  - {no: 1, steps: ก}\n", 1, files)))[-1] == "คะแนนปี 2568"
    assert "ตัวชี้วัดที่ 1: 90.00 (เปลี่ยนไป +10.00)" in said(page("  - {no: 1, steps: ก}\n", 1, files))


# --- neighbours, remarks, findings

ROWS = "".join(f"  - {{no: {no}, number: {no}., title: ชื่อ{no}, steps: ข}}\n" for no in (5, 2, 9))


@pytest.mark.parametrize(
    ("no", "line", "targets"),
    [
        (5, "ถัดไป: 2. ชื่อ2", ["../2/"]),
        (2, "ก่อนหน้า: 5. ชื่อ5ถัดไป: 9. ชื่อ9", ["../5/", "../9/"]),
        (9, "ก่อนหน้า: 2. ชื่อ2", ["../2/"]),
    ],
)
def test_a_measure_has_its_neighbours_in_the_order_of_the_document(
    page: Callable[..., Tree], no: int, line: str, targets: list[str]
) -> None:
    (found,) = page(ROWS, no, {"2568/measures.yml": "measures: [{no: 1, steps: ก}]\n"}).xpath(
        ".//nav[@class='neighbours']"
    )

    assert said(found) == line
    assert found.xpath(".//a/@href") == targets


def test_a_single_measure_has_none_and_leads_back(page: Callable[..., Tree]) -> None:
    tree = page("  - {no: 1, title: ก, steps: ข}\n")

    assert tree.xpath(".//*[@class='neighbours']") == []
    (back,) = [one for one in tree.iter("a") if said(one) == "มาตรการปี 2569 ทั้งหมด"]
    assert back.get("href") == "../"


def test_remarks_on_names_are_told_and_those_on_texts_stand_there(page: Callable[..., Tree]) -> None:
    tree = page(
        "  - no: 1\n    title: ชื่อพร่อง\n    steps: ทำกลับ\n    result: ดี\n    remarks:\n"
        "      - {passage: กลับ, note: ตรงข้าม}\n      - {passage: พร่อง, note: ผิด}\n"
    )

    above = tree.xpath("./div[@class='prose']")[0]
    assert said(above) == "หมายเหตุผู้ถอดความ: “พร่อง” – ผิด"
    assert said(steps(tree)["ขั้นตอนหรือวิธีการ"]) == "ทำกลับหมายเหตุผู้ถอดความ: “กลับ” – ตรงข้าม"
    assert said(steps(tree)["สรุปผลการดำเนินการ"]) == "ดี"


def test_only_its_own_findings_stand_on_a_measure(pages: Pages) -> None:
    rows = (
        "measures:\n  - {no: 1, title: ก, steps: ข}\n"
        "  - {no: 2, title: ค, subject: การแก้ปัญหาคาการทุจริต, indicators: [5], steps: ง}\n"
        "  - {no: 3, title: จ, steps: ฉ}\n"
    )
    found = pages({"2569/measures.yml": rows}, only="measures/2569/")

    doubts = {no: found[ADDRESS.format(no)].xpath(".//ul[@class='doubts']//a/@href") for no in (1, 2, 3)}
    assert doubts == {1: [], 2: ["../../../findings/2569/#indicator-name-1"], 3: []}
    (note,) = found[ADDRESS.format(2)].xpath(".//div[@class='note']")
    assert re.fullmatch("ข้อมูลที่ควรตรวจสอบในมาตรการนี้: .+ รอตรวจสอบ", said(note))
