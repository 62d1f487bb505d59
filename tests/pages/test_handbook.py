"""The list of the handbook's pages."""

import pytest

from generator.pages.handbook import Chapter, HandbookView, present


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
