"""Official documents: the list of all, and each paper with its head, text, signers and what it contains."""

from collections.abc import Callable
from typing import Any

import pytest

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]

MEMO = """\
documents:
  - kind: memo
    title: บันทึกข้อความ
    number: ทย 1/2569
    date: 5 ตุลาคม 2568
    revision: ครั้งที่ 2
    memo:
      office: งานนิติการ
      phone: 073-202200
      subject: รายงานผล
      to: นายกเทศมนตรี
      body: |
        ย่อหน้าแรก
        ๑. ข้อหนึ่ง
      closing: จึงเรียนมาเพื่อโปรดทราบ
    item: O26
    ita_year: 2569
    item_inferred: เพราะตรงกัน
    signers:
      - {note: ลงชื่อ, name: ก. ข., post: ปลัดเทศบาล}
      - {post: นายกเทศมนตรี}
    contains:
      - {record: measures, year: 2569}
      - {record: scores, year: 2568}
      - {record: analysis, year: 2568}
    events:
      - {kind: event, date: 10 ตุลาคม 2568, what: ประชุม, where: ย่อหน้าแรก}
    sections:
      - {number: ๑., title: เกริ่น, text: ความ}
    remarks:
      - {passage: ย่อหน้า, note: อ่านไม่ชัด}
      - {passage: ปลัด, note: รองปลัด}
"""
FILES = {
    "2569/documents.yml": MEMO,
    "2569/measures.yml": "measures: [{no: 1, title: ก, steps: ข}]\n",
    "2568/analysis.yml": "sections: [{title: ก, text: ข}]\n",
}
ADDRESS = "documents/2569/memo/"


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


@pytest.fixture
def memo(pages: Pages) -> Tree:
    return pages(FILES, only=ADDRESS)[ADDRESS]


def below(tree: Tree, anchor: str) -> list[Tree]:
    return list(tree.xpath(f".//h2[@id='{anchor}']/following-sibling::ul[1]/li"))


def test_without_documents_the_page_says_so(pages: Pages) -> None:
    found = pages({}, only="documents/")

    assert list(found) == ["documents/"]
    assert "ยังไม่ได้บันทึกเอกสารฉบับทางการของหน่วยงานนี้" in said(found["documents/"])
    assert [*found["documents/"].iter("table")] == []


def test_the_list_has_every_document_the_latest_year_first(pages: Pages) -> None:
    earlier = (
        "documents:\n  - {kind: b, title: หลัง, item: O1}\n"
        "  - {kind: a, title: ก่อน, date: 1/10/2567, item: O2, ita_year: 2569}\n"
    )
    found = pages({**FILES, "2568/documents.yml": earlier}, only="documents/")

    assert list(found) == ["documents/", ADDRESS, "documents/2568/b/", "documents/2568/a/"]
    (table,) = found["documents/"].iter("table")
    assert [[said(cell) for cell in row] for row in table.iter("tr")] == [
        ["เอกสาร", "ปีงบประมาณ", "เลขที่", "วันที่", "ข้อ OIT"],
        ["บันทึกข้อความ: รายงานผล", "2569", "ทย 1/2569", "5 ตุลาคม 2568", "ข้อ O26 ของ ITA ปี 2569 (อนุมาน)"],
        ["หลัง", "2568", "–", "–", "ข้อ O1 ของ ITA ปี 2568"],
        ["ก่อน", "2568", "–", "1 ตุลาคม 2567", "ข้อ O2 ของ ITA ปี 2569"],
    ]
    assert table.xpath(".//tbody//a/@href") == [
        "2569/memo/",
        "../oit/2569/o26/",
        "2568/b/",
        "../oit/2568/o1/",
        "2568/a/",
        "../oit/2569/o2/",
    ]


def test_the_head_of_a_paper_stands_line_by_line(memo: Tree) -> None:
    (head,) = memo.xpath(".//div[@class='paper']/dl[@class='lines']")
    lines = list(zip(map(said, head.iter("dt")), map(said, head.iter("dd")), strict=True))

    assert lines == [
        ("ส่วนราชการ", "งานนิติการ โทร 073-202200"),
        ("ที่", "ทย 1/2569"),
        ("วันที่", "5 ตุลาคม 2568"),
        ("เรื่อง", "รายงานผล"),
        ("เรียน", "นายกเทศมนตรี"),
        ("ฉบับปรับปรุง", "ครั้งที่ 2"),
        ("ข้อที่เผยแพร่", "ข้อ O26 ของ ITA ปี 2569 (อนุมาน)"),
        ("เหตุที่อนุมานข้อ", "เพราะตรงกัน"),
    ]
    assert said(memo.find("h1")) == "บันทึกข้อความ: รายงานผล"


def test_text_closing_signers_and_remarks_follow_in_the_paper(memo: Tree) -> None:
    (paper,) = memo.xpath(".//div[@class='paper']")

    assert [(one.tag, one.get("class")) for one in paper] == [
        ("div", "document-title"),
        ("dl", "lines"),
        ("div", "prose"),
        ("p", "printed"),
        ("p", "signer"),
        ("p", "signer"),
        ("p", "remark"),
    ]
    assert said(paper[2]) == "ย่อหน้าแรก๑. ข้อหนึ่งหมายเหตุผู้ถอดความ: “ย่อหน้า” – อ่านไม่ชัด"
    assert said(paper[3]) == "จึงเรียนมาเพื่อโปรดทราบ"
    assert [list(one.itertext()) for one in paper.xpath("./p[@class='signer']")] == [
        ["ลงชื่อ", "ก. ข.", "ปลัดเทศบาล"],
        ["นายกเทศมนตรี"],
    ]
    assert said(paper[6]) == "หมายเหตุผู้ถอดความ: “ปลัด” – รองปลัด"


def test_what_a_paper_contains_and_reports_is_linked_and_dated(memo: Tree) -> None:
    assert [(said(one), one.xpath("./a/@href")) for one in below(memo, "contains")] == [
        ("มาตรการปี 2569", ["../../../measures/2569/"]),
        ("ผลการประเมินปี 2568", ["../../../scores/2568/"]),
        ("การวิเคราะห์ผลการประเมินปี 2568", ["../../../scores/2568/analysis/"]),
    ]
    assert [said(one) for one in below(memo, "reported")] == ["ประชุม วันที่ 10 ตุลาคม 2568 (ย่อหน้าแรก)"]
    assert [said(one) for one in memo.xpath(".//p[@class='years']")] == [
        "คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569 (ข้อ O26 อนุมาน)"
    ]
    assert [one.get("id") for one in memo.xpath(".//h1 | .//h2")] == ["document", "section-1", "contains", "reported"]
    assert [one.get("href") for one in memo.iter("a") if said(one) == "เอกสารทั้งหมด"] == ["../../"]


def test_a_record_that_has_no_page_is_named_only(pages: Pages) -> None:
    files = {
        "2567/analysis.yml": "sections: [{title: ก, text: ข}]\n",
        "2568/documents.yml": "documents: [{kind: a, title: ก, contains: [{record: analysis, year: 2567}]}]\n",
    }
    found = pages(files)

    (record,) = below(found["documents/2568/a/"], "contains")
    assert (said(record), record.xpath("./a")) == ("การวิเคราะห์ผลการประเมินปี 2567", [])
    assert "scores/2567/analysis/" not in found


def test_a_paper_that_says_nothing_of_itself_has_neither_head_nor_lists(pages: Pages) -> None:
    tree = pages({"2568/documents.yml": 'documents: [{kind: a, title: "หนึ่ง\\nสอง"}]\n'}, only="documents/2568/")[
        "documents/2568/a/"
    ]

    (paper,) = tree.xpath(".//div[@class='paper']")
    assert [one.get("class") for one in paper] == ["document-title"]
    assert [said(line) for line in paper[0]] == ["หนึ่ง", "สอง"]
    assert said(tree.find("h1")) == "หนึ่ง สอง"
    assert [one.get("id") for one in tree.iter("h2")] == []
    assert tree.xpath(".//p[@class='years'] | .//div[@class='note']") == []


def test_the_paper_is_one_block_of_html_without_blank_lines(context: Callable[..., Any]) -> None:
    from generator.pages import documents  # noqa: PLC0415
    from generator.render import environment  # noqa: PLC0415

    made = context({"2568/documents.yml": "documents: [{kind: a, title: ก}]\n", **FILES})
    for page in documents.present(made)[1:]:
        text = environment().get_template(page.template).render(view=page.content(), frames={})
        block = text[text.index('<div class="paper">') :]
        assert "\n\n" not in block[: block.index("\n</div>\n") + 1]


def test_a_finding_in_a_paper_stands_on_its_page(pages: Pages) -> None:
    # it reports something that was done five days after it was written
    other = "  - {kind: other, title: อื่น}\n"
    found = pages({**FILES, "2569/documents.yml": MEMO + other}, only="documents/")

    doubts = {
        address: tree.xpath(".//div[@class='note']/ul[@class='doubts']//a/@href") for address, tree in found.items()
    }
    assert doubts == {
        "documents/": [],
        ADDRESS: ["../../../findings/2569/#date-order-1"],
        "documents/2569/other/": [],
    }
