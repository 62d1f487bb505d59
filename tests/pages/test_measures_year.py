"""The measures of one year: the table of their document, and what stands around it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]

ADDRESS = "measures/2569/"


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


@pytest.fixture
def page(pages: Pages) -> Callable[..., Tree]:
    """The page of 2569 with this measures file; other files by name."""

    def make(measures: str, files: dict[str, str] | None = None, as_of: date | None = None) -> Tree:
        return pages({"2569/measures.yml": measures, **(files or {})}, as_of, only=ADDRESS)[ADDRESS]

    return make


def table(tree: Tree) -> list[list[str]]:
    """The cells of the table of measures, its headings first."""
    (found,) = [one for one in tree.iter("table") if said(one.find("caption")).startswith("มาตรการปี")]
    return [[said(cell) for cell in row] for row in found.iter("tr")]


def cell(tree: Tree, row: int, column: int) -> Tree:
    (found,) = [one for one in tree.iter("table") if said(one.find("caption")).startswith("มาตรการปี")]
    return found.xpath("./tbody/tr")[row][column]


def test_each_year_with_measures_has_a_page(pages: Pages) -> None:
    rows = "measures: [{no: 1, title: ก, steps: ข}]\n"

    found = pages({"2567/measures.yml": rows, "2569/measures.yml": rows}, only="measures/")
    assert [one for one in found if re.fullmatch(r"measures/\d+/", one)] == ["measures/2569/", "measures/2567/"]
    assert "measures/2568/" not in found


# --- columns

FULL = """\
  - {no: 1, number: ๑., title: ก, subject: ช่อง, indicators: [1], analysis: วิเคราะห์, steps: ขั้นตอน,
     responsible: [{unit: กองคลัง}], period: ตลอดปี, follow_up: ติดตาม, result: ผล, outcome: สำเร็จ,
     progress: [{round: six-months, text: ครึ่งทาง}]}
"""


def test_the_columns_are_those_of_the_document_in_its_order(page: Callable[..., Tree]) -> None:
    tree = page(
        "columns:\n  - {holds: subject, heading: ประเด็น}\n  - {holds: outcome, heading: ผลที่ได้}\n"
        f"  - {{holds: steps, heading: วิธี}}\n  - {{holds: title, heading: ชื่อ}}\nmeasures:\n{FULL}"
    )

    assert table(tree) == [["ประเด็น", "ผลที่ได้", "วิธี", "ชื่อ"], ["ช่องดำเนินการแล้วเสร็จ", "สำเร็จ", "ขั้นตอน", "๑. ก"]]
    (link,) = cell(tree, 0, 0).xpath(".//a/@href")
    assert link == "1/"


def test_where_the_document_names_no_columns_those_that_hold_something_stand_in_a_fixed_order(
    page: Callable[..., Tree],
) -> None:
    assert table(page(f"measures:\n{FULL}"))[0] == [
        "ตัวชี้วัด", "มาตรการ", "ผลการวิเคราะห์", "ขั้นตอนหรือวิธีการ", "ผู้รับผิดชอบ", "ระยะเวลา", "การกำกับติดตาม",
        "ความก้าวหน้า", "สรุปผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ",
    ]  # fmt: skip
    tree = page("measures: [{no: 1, title: ก, steps: ข}, {no: 2, title: ค, result: ง}]\n")
    assert table(tree) == [
        ["มาตรการ", "ขั้นตอนหรือวิธีการ", "สรุปผลการดำเนินการ"],
        ["กยังระบุสถานะไม่ได้", "ข", ""],
        ["คดำเนินการแล้วเสร็จ", "", "ง"],
    ]


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        pytest.param(
            "measures: [{no: 1, indicators: [1], steps: ข}]\n",
            [["มาตรการ", "ขั้นตอนหรือวิธีการ"], ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ยังระบุสถานะไม่ได้", "ข"]],
            id="neither title nor subject",
        ),
        pytest.param(
            "measures: [{no: 1, indicators: [1], not_done: ข}]\n",
            [["มาตรการ"], ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ไม่ได้ดำเนินการเหตุผล: ข"]],
            id="nothing that is a column",
        ),
        pytest.param(
            "columns: [{holds: steps, heading: วิธี}]\nmeasures: [{no: 1, title: ก, steps: ข}]\n",
            [["มาตรการ", "วิธี"], ["กยังระบุสถานะไม่ได้", "ข"]],
            id="a document whose first column is another",
        ),
    ],
)
def test_the_first_column_always_names_the_measure(
    page: Callable[..., Tree], measures: str, expected: list[list[str]]
) -> None:
    tree = page(measures)

    assert table(tree) == expected
    assert cell(tree, 0, 0).xpath(".//a/@href") == ["1/"]


def test_the_first_cell_leads_to_the_measure_and_tells_its_state(page: Callable[..., Tree]) -> None:
    rows = "[{no: 12, number: ๕, title: ก, subject: ช, steps: ข}, {no: 3, title: ค, steps: ง}]"
    by_title = page(f"columns: [{{holds: title, heading: ก}}]\nmeasures: {rows}\n", as_of=date(2026, 1, 1))
    by_subject = page(f"columns: [{{holds: subject, heading: ก}}]\nmeasures: {rows}\n", as_of=date(2026, 1, 1))

    for tree, names in ((by_title, ["๕ ก", "ค"]), (by_subject, ["ช", "ค"])):
        for row, (name, no) in enumerate(zip(names, (12, 3), strict=True)):
            (link,) = cell(tree, row, 0).iter("a")
            assert (said(link), link.get("href")) == (name, f"{no}/")
            assert said(cell(tree, row, 0).xpath(".//span[@class='status ongoing']")[0]) == "อยู่ระหว่างดำเนินการ"


def test_why_nothing_was_done_stands_beside_the_state_with_its_remark(page: Callable[..., Tree]) -> None:
    tree = page(
        "measures:\n  - {no: 1, title: ก, not_done: ไม่มีงบ, remarks: [{passage: งบ, note: งบประมาณ}]}\n"
        "  - {no: 2, title: ค, steps: ง}\n"
    )

    assert said(cell(tree, 0, 0)) == "กไม่ได้ดำเนินการเหตุผล: ไม่มีงบหมายเหตุผู้ถอดความ: “งบ” – งบประมาณ"
    assert "เหตุผล" not in said(cell(tree, 1, 0))


# --- cells


def test_merged_cells_stand_in_every_row_that_shares_them(page: Callable[..., Tree]) -> None:
    tree = page(
        "columns:\n  - {holds: title, heading: ก}\n  - {holds: responsible, heading: ข}\n"
        "  - {holds: period, heading: ค}\n  - {holds: follow_up, heading: ง}\nmeasures:\n"
        "  - {no: 1, title: ก, steps: ข, responsible: [{unit: กองคลัง}], period: ตลอดปี, follow_up: รายงาน}\n"
        "  - {no: 2, title: ข, steps: ข, merged: [responsible, period, follow_up]}\n"
        "  - {no: 3, title: ค, steps: ข, responsible: [{post: ปลัด}, {unit: กองช่าง}], merged: [period]}\n"
        "  - {no: 4, title: ง, steps: ข, merged: [responsible]}\n"
    )

    assert [row[1:] for row in table(tree)[1:]] == [
        ["กองคลัง", "ตลอดปี", "รายงาน"],
        ["กองคลัง (ใช้ร่วมกับแถวบน)", "ตลอดปี (ใช้ร่วมกับแถวบน)", "รายงาน (ใช้ร่วมกับแถวบน)"],
        ["ปลัดกองช่าง", "ตลอดปี (ใช้ร่วมกับแถวบน)", ""],
        ["ปลัดกองช่าง (ใช้ร่วมกับแถวบน)", "", ""],
    ]
    assert [said(item) for item in cell(tree, 2, 1).xpath("./ul/li")] == ["ปลัด", "กองช่าง"]
    assert len(tree.xpath(".//small[@class='inherited']")) == 5


def test_reports_of_progress_tell_their_round_and_day(page: Callable[..., Tree]) -> None:
    tree = page(
        "measures:\n  - no: 1\n    title: ก\n    steps: ข\n    progress:\n"
        "      - {round: six-months, date: 31 มีนาคม 2569, text: ครึ่งทาง}\n"
        "      - {round: other, text: ระหว่างทาง}\n"
        "      - {round: year-end, date: 30/9/2569, text: ครบ}\n"
    )

    assert [said(item) for item in cell(tree, 0, 2).xpath("./ul/li")] == [
        "รอบ 6 เดือน 31 มีนาคม 2569: ครึ่งทาง",
        "รายงานความก้าวหน้า: ระหว่างทาง",
        "สิ้นปีงบประมาณ 30 กันยายน 2569: ครบ",
    ]


def test_lists_in_cells_are_real_lists(page: Callable[..., Tree]) -> None:
    tree = page('measures: [{no: 1, title: ก, steps: "๑. หนึ่ง\\n๒. สอง", result: "- ก\\n- ข"}]\n')

    assert [said(item) for item in cell(tree, 0, 1).xpath("./ol[@class='printed']/li")] == ["๑. หนึ่ง", "๒. สอง"]
    assert len(cell(tree, 0, 2).xpath("./ul/li")) == 2


ANALYSED = """\
sections:
  - indicators:
      - {indicator: 1, perception: สะท้อนหนึ่ง, own_analysis: เห็นหนึ่ง}
      - {indicator: 2, perception: สะท้อนสอง}
      - {name: การปฏิบัติหน้าที่, perception: สะท้อนอีก,
         remarks: [{passage: อีก, note: ไม่ชัด}]}
"""
FROM_ANALYSIS = """\
columns:
  - {holds: subject, heading: ตัวชี้วัด}
  - {holds: perception, heading: ผลสะท้อน}
  - {holds: own_analysis, heading: วิเคราะห์}
measures:
  - {no: 1, subject: หนึ่ง, indicators: [1], steps: ก}
  - {no: 2, subject: สอง, indicators: [2], steps: ก}
  - {no: 3, subject: สาม, indicators: [3], steps: ก}
"""


def test_what_the_analysis_says_stands_in_the_columns_that_hold_it(page: Callable[..., Tree]) -> None:
    tree = page(FROM_ANALYSIS, {"2568/analysis.yml": ANALYSED})

    rows = [row[1:] for row in table(tree)[1:]]
    assert rows == [
        ["สะท้อนหนึ่งสะท้อนอีกหมายเหตุผู้ถอดความ: “อีก” – ไม่ชัด", "เห็นหนึ่ง"],
        ["สะท้อนสอง", ""],
        ["", ""],
    ]


def test_the_columns_of_an_analysis_that_is_not_there_are_empty(page: Callable[..., Tree]) -> None:
    assert [row[1:] for row in table(page(FROM_ANALYSIS))[1:]] == [["", ""]] * 3


def test_remarks_stand_in_the_cell_and_those_on_names_below_the_table(page: Callable[..., Tree]) -> None:
    tree = page(
        "measures:\n  - no: 1\n    title: ชื่อพร่อง\n    steps: ทำกลับ\n    responsible: [{unit: กองคลง}]\n    remarks:\n"
        "      - {passage: กลับ, note: ตรงข้าม, caution: true}\n      - {passage: พร่อง, note: ผิด}\n"
        "      - {passage: กองคลง, note: กองคลัง}\n"
    )

    steps = cell(tree, 0, 1)
    assert said(steps.xpath(".//span[@class='suspect caution']")[0]) == "กลับ"
    assert said(steps).endswith("“กลับ” – ตรงข้าม")
    below = tree.xpath(".//h2[@id='table']/following::div[@class='prose']/p[@class='remark']")
    assert [said(one) for one in below] == [
        "หมายเหตุผู้ถอดความ: “พร่อง” – ผิด",
        "หมายเหตุผู้ถอดความ: “กองคลง” – กองคลัง",
    ]


# --- around the table


def test_the_table_has_a_caption_and_stays_a_table_where_its_cells_are_taken_apart(page: Callable[..., Tree]) -> None:
    tree = page("measures: [{no: 1, title: ก, steps: ข}, {no: 2, title: ค, steps: ง}]\n")

    (found,) = tree.iter("table")
    assert said(found.find("caption")) == "มาตรการปี 2569 (2 มาตรการ)"
    assert "cards" in found.get("class").split()
    assert {one.get("scope") for one in found.xpath(".//tbody//th")} == {"row"}
    assert [one.get("data-label") for one in found.iter("td")] == ["ขั้นตอนหรือวิธีการ"] * 2
    source = said(tree.xpath(".//p[@class='source']")[0])
    assert source == "ที่มา: data/tua-yang/2569/measures.yml:1"


def test_introduction_and_conclusion_stand_before_and_after_the_table(page: Callable[..., Tree]) -> None:
    tree = page(
        "title: |\n  มาตรการ\n  ประจำปี ๒๕๖๙\n"
        "introduction:\n  - {number: ๑., title: หลักการ, text: เหตุผล}\n  - {text: เกริ่น}\n"
        "measures: [{no: 1, title: ก, steps: ข}]\n"
        "conclusion:\n  - {id: end, title: สรุป, text: จบ}\n  - {title: ท้าย}\n"
    )

    order = tree.xpath(".//h1/@id | .//h2/@id | .//h3/@id | .//div[@class='prose']/@id | .//table/@class")
    assert order == [
        "measures", "introduction-1", "introduction-2", "table", "data cards plan", "conclusion-end", "conclusion-2",
    ]  # fmt: skip
    (title,) = tree.xpath(".//div[@class='document-title']")
    assert [said(line) for line in title] == ["มาตรการ", "ประจำปี ๒๕๖๙"]


def test_anchors_are_unique_where_introduction_and_conclusion_are_alike(page: Callable[..., Tree]) -> None:
    entries = "indicators: [{indicator: 1, strengths: ก}, {indicator: 1, defects: ข}]"
    tree = page(
        f"introduction:\n  - {{id: indicator-1, title: ก, {entries}}}\n  - {{title: table, {entries}}}\n"
        f"measures: [{{no: 1, title: ก, steps: ข}}]\nconclusion:\n  - {{title: ก, {entries}}}\n"
    )

    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert {"introduction-indicator-1", "introduction-2", "conclusion-1", "table"} <= set(ids)
    assert len(tree.xpath(".//div[@class='entry']/h3[@id]")) == 6


def test_the_page_tells_its_years_states_and_papers_and_leads_back(page: Callable[..., Tree]) -> None:
    tree = page(
        "measures: [{no: 1, title: ก, steps: ข}, {no: 2, title: ค, result: ง}]\n",
        {
            "2569/documents.yml": "documents:\n  - {kind: report, title: รายงาน, item: O26, "
            "contains: [{record: measures, year: 2569}]}\n  - {kind: other, title: อื่น}\n"
        },
        date(2026, 1, 1),
    )

    assert said(tree.xpath(".//p[@class='years']")[0]) == "คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569 (ข้อ O26)"
    states = said(tree.xpath(".//p[@class='states']")[0])
    assert states == "อยู่ระหว่างดำเนินการ 1 มาตรการ ดำเนินการแล้วเสร็จ 1 มาตรการ"
    papers = tree.xpath(".//h2[@id='documents']/following-sibling::ul[1]/li/a")
    assert [(said(one), one.get("href")) for one in papers] == [("รายงาน", "../../documents/2569/report/")]
    assert [one.get("href") for one in tree.iter("a") if said(one) == "มาตรการทุกปี"] == ["../"]


def test_without_title_papers_or_sections_nothing_is_headed(page: Callable[..., Tree]) -> None:
    tree = page("measures: [{no: 1, title: ก, steps: ข}]\n")

    assert [one.get("id") for one in tree.xpath(".//h1 | .//h2")] == ["measures", "table"]
    assert tree.xpath(".//div[@class='document-title']") == []
    assert tree.xpath(".//p[@class='note']") == []


def test_a_finding_of_the_year_is_announced_in_one_line(page: Callable[..., Tree]) -> None:
    tree = page(
        "measures:\n  - {no: 1, title: ก, indicators: [1], steps: ข, outcome: ได้ 12.00 คะแนน,\n"
        "     outcomes: [{datum: overall, year: 2568, score: 12.00}]}\n"
    )

    (line,) = tree.xpath(".//p[@class='note']")
    assert re.fullmatch(r"มีข้อมูลในเอกสารที่รอตรวจสอบ \d+ จุด", said(line))
    assert line.xpath("./a/@href") == ["../../findings/2569/"]
