"""The pages of the OIT list: facts with their evidence, in the handbook's order, and no verdict."""

import datetime
import hashlib
import html
import json
from collections.abc import Callable
from typing import Any

import pytest

from generator import frameworks, links
from generator.history import Change, History
from generator.links import Origins
from generator.pages import Context, present
from generator.pages.items import ARRANGED
from generator.thai import FiscalYear

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]
MakeContext = Callable[..., Context]

# Report of 2567, about 2566 and 2567, a plan of five years, and what an item of 2567 says.
ITEMS = """\
path: [หน้าแรก, ข้อมูลหน่วยงาน]
items:
  - item: O7
    unit: กองยุทธศาสตร์
    evidence:
      - {link: "https://www.example.go.th/plan", title: แผนพัฒนาท้องถิ่น, year: 2566, until: 2570, whole: true, format: PDF,
         published: 15 ตุลาคม 2566, note: ฉบับทบทวน, annexes: [{link: "https://www.example.go.th/a", title: ภาคผนวก ก}]}
  - item: O9
    evidence:
      - {link: "https://www.example.go.th/old", title: รายงานปีเก่า, year: 2565, components: [1, 2]}
      - {link: "https://www.example.go.th/new", title: รายงานปีใหม่, year: 2566, components: [1]}
      - {link: "https://www.example.go.th/loose", title: เอกสารลอย, year: 2566}
  - item: O24
    nothing: {date: 31 มีนาคม 2567}
  - item: O21
  - item: O13
    exempt: หน้า 12 ข้อ 3
    path: [หน้าแรก, เมนูบริการ]
    result: {credit: partial, reason: ขาดคู่มือ, clarification: เพิ่มคู่มือแล้ว, date: 1 มิถุนายน 2567}
"""


@pytest.fixture
def year(pages: Pages) -> dict[str, Tree]:
    return pages({"2567/disclosure.yml": ITEMS}, only="oit/")


def words(tree: Tree) -> str:
    return " ".join(tree.text_content().split())


def component(tree: Tree, number: int) -> Tree:
    return tree.xpath("//ol[@class='components']/li")[number - 1]


@pytest.mark.parametrize("packaged", frameworks.packaged_years(), ids=str)
def test_every_item_of_every_packaged_year_has_its_page(pages: Pages, packaged: FiscalYear) -> None:
    framework = frameworks.packaged(packaged)
    made = pages({f"{packaged}/disclosure.yml": "items: [{item: O1, exempt: ก}]"}, only=f"oit/{packaged}/")

    expected = {links.oit_item(packaged, item.code): item for item in framework.items}

    assert set(made) == {*expected, links.oit(packaged), links.oit_all(packaged)}
    for address, item in expected.items():
        tree = made[address]
        assert words(tree.xpath("//h1")[0]) == f"ข้อ {item.code} {item.title} (ITA ปี {packaged})"
        asked = [one.xpath("strong") or [one] for one in tree.xpath("//ol[@class='components']/li")]
        assert [words(name) for (name,) in asked] == [" ".join(c.name.split()) for c in item.asked]
        assert tree.xpath("//@data-oit") == [f"{packaged}-{item.code.lower()}"]
        assert ARRANGED in words(tree)


def test_the_list_says_the_fact_of_each_item_in_words(year: dict[str, Tree]) -> None:
    facts = {words(row[0]).split()[0]: words(row[1]) for row in year["oit/2567/"].xpath("//tbody/tr[td]")}

    assert {code: facts[code] for code in ("O7", "O9", "O24", "O21", "O13", "O1")} == {
        "O7": "เผยแพร่แล้ว",
        "O9": "เผยแพร่แล้ว",
        "O24": "เผยแพร่แล้ว",
        "O21": "ยังไม่ได้เผยแพร่",
        "O13": "ได้รับยกเว้นตามคู่มือ",
        "O1": "ยังไม่ได้นำเข้าข้อมูล",
    }
    assert "เผยแพร่แล้ว 3 จาก 34 ข้อ (ได้รับยกเว้นตามคู่มือ 1 ข้อ · ยังไม่ได้นำเข้าข้อมูล 30 ข้อ)" in words(year["oit/2567/"])
    assert "เผยแพร่แล้ว 3 จาก 34 ข้อ" in words(year["oit/"])


def test_the_list_leads_to_every_page_and_to_the_one_for_print(year: dict[str, Tree]) -> None:
    led = set(year["oit/2567/"].xpath("//a/@href"))

    assert {"o1/", "o35/", "all/", "../"} <= led


def test_no_page_pronounces_a_verdict(year: dict[str, Tree]) -> None:
    for address, tree in year.items():
        assert "ครบตามองค์ประกอบ" not in words(tree), address


def test_a_component_is_answered_by_what_covers_it_in_its_year(year: dict[str, Tree]) -> None:
    tree = year["oit/2567/o9/"]

    first, second = component(tree, 1), component(tree, 2)

    assert [words(one) for one in first.xpath(".//a")] == ["รายงานปีใหม่ (www.example.go.th)"]
    assert "ยังไม่ได้เผยแพร่" not in words(first)
    assert "ยังไม่ได้เผยแพร่ (ข้อมูลที่มีเป็นของปีงบประมาณ พ.ศ. 2565)" in words(second)
    assert [words(one) for one in second.xpath(".//a")] == ["รายงานปีเก่า (www.example.go.th)"]
    assert words(component(tree, 3)).endswith("ยังไม่ได้เผยแพร่")
    assert "ยังไม่ได้ระบุว่าเป็นข้อมูลขององค์ประกอบใด: เอกสารลอย" in words(tree)


def test_a_document_says_its_format_year_dates_and_annexes(year: dict[str, Tree]) -> None:
    rows = year["oit/2567/o7/"].xpath("//section//tbody/tr | //h2[@id='documents']/following-sibling::div[1]//tbody/tr")

    cells = [[words(cell) for cell in row] for row in rows]

    assert cells == [
        ["แผนพัฒนาท้องถิ่น (www.example.go.th)ฉบับทบทวน", "PDF", "–", "2566–2570", "15 ตุลาคม 2566", "–"],
        ["ภาคผนวก ก (www.example.go.th)", "ลิงก์ภายนอก", "–", "–", "–", "–"],
    ]


@pytest.mark.parametrize(
    ("count", "links_shown", "more"), [(3, 3, ""), (4, 3, "และอีก 2 รายการ"), (25, 3, "และอีก 23 รายการ")]
)
def test_many_documents_of_a_component_stand_in_the_table(
    pages: Pages, count: int, links_shown: int, more: str
) -> None:
    rows = ", ".join(f'{{link: "https://www.go.th/{n}", title: ที่ {n}, year: 2567}}' for n in range(count))

    tree = pages({"2567/disclosure.yml": f"items: [{{item: O12, evidence: [{rows}]}}]"}, only="oit/2567/o12/")
    page = tree["oit/2567/o12/"]

    shown = component(page, 1).xpath(".//a")
    assert len(shown) == links_shown
    assert (words(shown[-1]) == more) == bool(more)
    assert shown[-1].get("href") == ("#documents" if more else f"https://www.go.th/{count - 1}")
    assert len(page.xpath("//h2[@id='documents']/following-sibling::div[1]//tbody/tr")) == count


def test_the_statement_that_nothing_occurred_stands_at_the_first_component(year: dict[str, Tree]) -> None:
    tree = year["oit/2567/o24/"]

    first, *others = [words(one) for one in tree.xpath("//ol[@class='components']/li/div")]

    assert "31 มีนาคม 2567" in first
    assert others == ["ตามข้อความในองค์ประกอบที่ 1"] * 2
    assert words(tree).count("31 มีนาคม 2567") == 1


def test_what_is_to_be_known_beside_the_evidence(year: dict[str, Tree]) -> None:
    def line(address: str, label: str) -> str:
        (found,) = year[address].xpath(f"//dt[. = '{label}']/following-sibling::dd[1]")
        return words(found)

    assert line("oit/2567/o7/", "ผู้รับผิดชอบ") == "กองยุทธศาสตร์"
    assert line("oit/2567/o7/", "เส้นทางการเข้าถึง") == ("หน้าแรก → ข้อมูลหน่วยงาน → ข้อ O7 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน")
    assert line("oit/2567/o13/", "เส้นทางการเข้าถึง") == "หน้าแรก → เมนูบริการ"
    assert line("oit/2567/o13/", "ผลการตรวจ") == "ได้คะแนนบางส่วน"
    assert line("oit/2567/o13/", "คำชี้แจงของหน่วยงาน") == "เพิ่มคู่มือแล้ว"
    assert "ข้อยกเว้น: หน้า 12 ข้อ 3" in words(year["oit/2567/o13/"])


@pytest.mark.parametrize(
    ("code", "before", "after"), [("o1", None, "O2"), ("o2", "O1", "O3"), ("o34", "O33", "O35"), ("o35", "O34", None)]
)
def test_an_item_leads_to_those_before_and_after(
    year: dict[str, Tree], code: str, before: str | None, after: str | None
) -> None:
    shown = [words(one) for one in year[f"oit/2567/{code}/"].xpath("//nav[@class='neighbours']/p")]

    wanted = [f"ก่อนหน้า: ข้อ {before} " if before else "", f"ถัดไป: ข้อ {after} " if after else ""]
    assert [one[: len(start)] for one, start in zip(shown, filter(None, wanted), strict=True)] == [
        *filter(None, wanted)
    ]


def test_earlier_numbers_of_the_same_duty(pages: Pages) -> None:
    files = {f"{year}/disclosure.yml": "items: [{item: O1, exempt: ก}]" for year in (2567, 2569)}

    made = pages(files, only="oit/2569/o25/")["oit/2569/o25/"]

    rows = [[words(cell) for cell in row] for row in made.xpath("//h2[@id='earlier']/following-sibling::div//tbody/tr")]
    assert [(row[0], row[1]) for row in rows] == [
        ("2568", "O27"),
        ("2567", "O34"),
        ("2566", "O42"),
        ("2565", "O42"),
        ("2564", "O42"),
        ("2563", "O42"),
    ]
    assert made.xpath("//h2[@id='earlier']/following-sibling::div//a/@href") == ["../../2567/o34/"]
    assert all(row[3].startswith("เทียบกันโดยตรงไม่ได้") for row in rows)


MEASURES = """\
measures:
  - {no: 1, title: มาตรการหนึ่ง, indicators: [1], steps: ทำหนึ่ง, responsible: [{unit: สำนักปลัด}], period: ตลอดปี,
     result: ทำแล้ว}
  - {no: 2, title: มาตรการสอง, indicators: [9], steps: ทำสอง, period: ตลอดปี}
"""
ANALYSIS = """\
sections: [{title: บทวิเคราะห์, indicators: [{indicator: 1, points_to_develop: ควรพัฒนาการบริการ}]}]
"""


def test_our_own_pages_answer_and_stand_in_place(pages: Pages) -> None:
    files = {
        "2569/disclosure.yml": "items: [{item: O1, exempt: ก}]",
        "2569/measures.yml": MEASURES,
        "2568/analysis.yml": ANALYSIS,
    }

    tree = pages(files, only="oit/2569/o25/")["oit/2569/o25/"]

    assert [words(one) for one in component(tree, 2).xpath(".//a")] == ["การวิเคราะห์ผลการประเมิน ปี 2568 (ในหน้านี้)"]
    assert component(tree, 2).xpath(".//a/@href") == ["#analysis"]
    assert "1 จาก 2 มาตรการไม่ได้ระบุผู้รับผิดชอบ" in words(component(tree, 3))
    assert "ควรพัฒนาการบริการ" in words(tree)
    assert "ทำสอง" in words(tree)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {"analysis", "measures", "measures-table"} <= set(ids)
    for target in tree.xpath("//a/@href[starts-with(., '#')]"):
        assert target[1:] in ids


def test_without_a_list_of_answers_only_a_document_says_what_answers(pages: Pages) -> None:
    paper = (
        "documents: [{kind: results, title: รายงาน, item: O26, ita_year: 2570, "
        "contains: [{record: measures, year: 2569}]}]"
    ).replace("2570", "2569")
    plain = {"2569/measures.yml": MEASURES, "2568/analysis.yml": ANALYSIS}

    assert list(pages(plain, only="oit/")) == ["oit/"]
    made = pages({**plain, "2569/documents.yml": paper}, only="oit/")

    facts = {words(row[0]).split()[0]: words(row[1]) for row in made["oit/2569/"].xpath("//tbody/tr[td]")}
    assert facts["O26"] == "เผยแพร่แล้ว"
    assert facts["O25"] == "ยังไม่ได้นำเข้าข้อมูล"


def test_a_document_whose_item_is_inferred_says_why(pages: Pages) -> None:
    paper = "documents: [{{kind: a, title: รายงาน, item: O26{}}}]"
    inferred = paper.format(", item_inferred: ชื่อเอกสารตรงกับชื่อข้อ")

    said = {
        text: words(pages({"2569/documents.yml": text}, only="oit/2569/o26/")["oit/2569/o26/"])
        for text in (inferred, paper.format(""))
    }

    assert "เลขข้อเป็นการอนุมาน: ชื่อเอกสารตรงกับชื่อข้อ" in said[inferred]
    assert "อนุมาน:" not in said[paper.format("")]


def test_an_attached_table_stands_on_the_page(pages: Pages) -> None:
    files = {
        "2567/disclosure.yml": "items: [{item: O12, evidence: [{file: สถิติ บริการ.csv, title: สถิติ, year: 2567}]}]",
        "2567/files/สถิติ บริการ.csv": "บริการ,จำนวน\nทะเบียนราษฎร,12\n<b>งาน</b>,3\n",
    }

    tree = pages(files, only="oit/2567/o12/")["oit/2567/o12/"]

    (shown,) = tree.xpath("//h3[@id='file-1']/following-sibling::div[1]")
    cells = [[words(cell) for cell in row] for row in shown.xpath(".//tr")]
    assert cells == [["บริการ", "จำนวน"], ["ทะเบียนราษฎร", "12"], ["<b>งาน</b>", "3"]]
    (href,) = {one for one in tree.xpath("//a/@href") if "files" in one}
    assert href.startswith("../../../files/2567/")
    assert href.isascii()


@pytest.mark.parametrize(
    ("sheet", "caption", "heads", "count"),
    [
        ("ก,ข\n1,2\n", "ชื่อ", ["ก", "ข"], 1),
        ("สรุปผล,\nอบต.,\nก,ข\n1,2\n", "ชื่อ – สรุปผล – อบต.", ["ก", "ข"], 1),
        (",,\nสรุปผล,,\nก,ข,\n1,2,3\n", "ชื่อ – สรุปผล", ["ก", "ข", "คอลัมน์ 3"], 1),
        ("ก\nข\nค\n", "ชื่อ", ["ก"], 2),
        ("สรุปผล,\nก,ข\n", "ชื่อ – สรุปผล", ["ก", "ข"], 0),
    ],
)
def test_lines_above_an_attached_table_belong_to_its_caption(
    pages: Pages, sheet: str, caption: str, heads: list[str], count: int
) -> None:
    files = {
        "2567/disclosure.yml": "items: [{item: O12, evidence: [{file: a.csv, title: ชื่อ, year: 2567}]}]",
        "2567/files/a.csv": sheet,
    }

    tree = pages(files, only="oit/2567/o12/")["oit/2567/o12/"]

    (shown,) = tree.xpath("//h3[@id='file-1']/following-sibling::div[1]/table")
    assert words(shown.find("caption")) == caption
    assert [words(one) for one in shown.xpath("./thead//th")] == heads
    assert len(shown.xpath("./tbody/tr")) == count


def test_the_day_of_the_last_change_is_that_of_the_file(context: MakeContext) -> None:
    made = context({"2569/disclosure.yml": "items: [{item: O1, exempt: ก}]", "2569/measures.yml": MEASURES})
    day = datetime.date(2026, 3, 5)
    history = History({"data/tua-yang/2569/measures.yml": Change("abc", day)})
    dated = Context(**{**made.__dict__, "origins": Origins(None, history)})

    def shown(context: Context) -> str:
        (page,) = [one for one in present(context) if one.address == "oit/2569/o25/"]
        return html.unescape(str(page.content().documents))  # type: ignore[attr-defined]

    assert "5 มีนาคม 2569" in shown(dated)
    assert "มีนาคม" not in shown(made)


def test_machines_are_told_what_the_page_is(context: MakeContext) -> None:
    made = context({"2567/disclosure.yml": ITEMS})
    (page,) = [one for one in present(made) if one.address == "oit/2567/o7/"]

    told = json.loads(page.json_ld)

    assert told["@context"] == "https://schema.org"
    assert told["identifier"] == "2567-o7"
    assert told["publisher"] == {"@type": "GovernmentOrganization", "name": "เทศบาลตำบลตัวอย่าง"}
    assert told["hasPart"][0] == {
        "@type": "DigitalDocument",
        "name": "แผนพัฒนาท้องถิ่น",
        "datePublished": "2023-10-15",
        "url": "https://www.example.go.th/plan",
    }
    assert page.title.startswith("O7 ปี 2567")


def test_machines_are_told_the_hash_of_an_attached_file(context: MakeContext) -> None:
    made = context(
        {
            "2567/disclosure.yml": "items: [{item: O12, evidence: [{file: a.csv, title: สถิติ, year: 2567}]}]",
            "2567/files/a.csv": "ก,ข\n1,2\n",
        }
    )
    (page,) = [one for one in present(made) if one.address == "oit/2567/o12/"]
    content = "ก,ข\n1,2\n".encode()

    (part,) = json.loads(page.json_ld)["hasPart"]

    assert part == {
        "@type": "MediaObject",
        "name": "สถิติ",
        "encodingFormat": "text/csv",
        "contentSize": f"{len(content)} B",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def test_an_agency_without_answers_says_so(pages: Pages) -> None:
    found = pages({}, only="oit/")

    assert list(found) == ["oit/"]
    assert "ยังไม่ได้บันทึกรายการเปิดเผยข้อมูลสาธารณะ (OIT) ของหน่วยงานนี้" in words(found["oit/"])
