"""The list of the handbook's pages."""

import pytest
from lxml import html

from generator.pages.handbook import Chapter, HandbookView, as_built, present


def test_without_pages_there_is_no_list() -> None:
    assert present([]) == []


def test_the_pages_stand_in_their_order() -> None:
    chapters = [
        Chapter("handbook/start/", "เริ่ม & ต้น", "# เริ่ม & ต้น\n\nก\n"),
        Chapter("handbook/a/", "ก", "# ก\n\nข\n"),
    ]

    (page,) = present(chapters)

    assert (page.address, page.nav) == ("handbook/", ("คู่มือ",))
    assert isinstance(page.view, HandbookView)
    assert [str(one.link) for one in page.view.chapters] == [
        '<a href="start&#47;">เริ่ม &#38; ต้น</a>',
        '<a href="a&#47;">ก</a>',
    ]
    assert [one.lead for one in page.view.chapters] == ["ก", "ข"]


@pytest.mark.parametrize(
    ("markdown", "lead"),
    [
        ("# ชื่อ {#a}\n\nย่อหน้า\nแรก\n\nย่อหน้าสอง\n", "ย่อหน้า แรก"),
        ("# ชื่อ\n\n<div>ก</div>\n\n- รายการ\n\n| ก |\n\n```\nข\n```\n\nหลัง\n", "หลัง"),
        ("# ชื่อ\n\nสั่ง `prongsai check` แล้วดู **ผล** ใน [หน้านี้](messages.md#a)\n", "สั่ง prongsai check แล้วดู ผล ใน หน้านี้"),
        ("# ชื่อ\n", ""),
    ],
)
def test_the_lead_is_the_first_paragraph_as_plain_text(markdown: str, lead: str) -> None:
    assert Chapter("handbook/a/", "ชื่อ", markdown).lead == lead


# --- a page as its file has it


@pytest.mark.parametrize(
    ("written", "built"),
    [
        ("ดู [ข้อความ](messages.md#file-empty)\n", "ดู [ข้อความ](../messages/index.md#file-empty)\n"),
        ("ดู [ปี](20-year.md) [หน้า](../about.md)\n", "ดู [ปี](../year/index.md) [หน้า](../../about/index.md)\n"),
        ("![หน้าแรก](site-home.webp)\n", "![หน้าแรก](../site-home.webp){ loading=lazy }\n"),
        ("ก\n\n<!-- given: tables -->\n<!-- ends with: 1 -->\n\nข\n", "ก\n\nข\n"),
        ("```text\n<!-- ก -->\n| ข |\n[ค](form.md)\n```\n", "```text\n| ข |\n[ค](form.md)\n```\n"),
    ],
)
def test_links_pictures_and_notes(written: str, built: str) -> None:
    assert as_built(written) == built


TABLE = "**คำ & ความหมาย**\n\n| คำ | ความหมาย |{more}\n|---|---|{line}\n| {cell} | ข |{end}\n\nหลัง\n"


def _rows(cell: str, columns: int = 2) -> str:
    wide = (
        {"more": " อื่น |", "line": "---|", "end": " ค |"} if columns == 3 else dict.fromkeys(("more", "line", "end"), "")
    )
    return as_built(TABLE.format(cell=cell, **wide))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("ก", "ก"),
        ("<b>ก</b>", "&lt;b&gt;ก&lt;/b&gt;"),
        ("ใช้ `a<b` แล้ว", "ใช้ <code>a&lt;b</code> แล้ว"),
        ("**หนา** ก", "<strong>หนา</strong> ก"),
        ("ก \\| ข", "ก | ข"),
        ("[`check`](#check)", '<a href="#check"><code>check</code></a>'),
        ("[ปี](20-year.md#scores)", '<a href="../year/#scores">ปี</a>'),
        ("[ข้อความ](messages.md)", '<a href="../messages/">ข้อความ</a>'),
    ],
)
def test_a_cell_of_a_table(cell: str, shown: str) -> None:
    built = _rows(cell)
    page = html.fromstring(built)
    head = next(one for one in page.iter("th") if one.get("scope") == "row")

    said = html.tostring(head, encoding="unicode", with_tail=False)
    assert said == f'<th scope="row" class="text">{shown}</th>'
    assert page.xpath("string(//caption)") == "คำ & ความหมาย"
    assert built.endswith("</table></div>\n\nหลัง\n")


def test_a_table_that_is_wide_is_taken_apart_on_a_phone() -> None:
    assert 'class="data"' in _rows("ก")
    assert 'class="data cards"' in _rows("ก", columns=3)
