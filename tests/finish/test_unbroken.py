"""Which blanks hold together, and which stay as they are."""

import re

import pytest

from generator.finish.unbroken import unbroken


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        # a number and its unit
        ("74.67 คะแนน", "74.67_คะแนน"),
        ("74&#46;67 คะแนน", "74&#46;67_คะแนน"),
        ("10 ตัวชี้วัด", "10_ตัวชี้วัด"),
        ("ภายใน ๓๐ วัน", "ภายใน ๓๐_วัน"),
        ("<strong>98&#46;5</strong> คะแนน", "<strong>98&#46;5</strong>_คะแนน"),
        ("5 <b>ข้อ</b>", "5_<b>ข้อ</b>"),
        ("ได้ คะแนน", "ได้ คะแนน"),
        ("5 ช้าง", "5 ช้าง"),
        ("</p> คะแนน", "</p> คะแนน"),
        ("5</td> <td>คะแนน", "5</td> <td>คะแนน"),
        # years
        ("ปี 2566", "ปี_2566"),
        ("พ.ศ. 2566", "พ.ศ._2566"),
        ("ปีงบประมาณ พ&#46;ศ&#46; ๒๕๖๖", "ปีงบประมาณ_พ&#46;ศ&#46;_๒๕๖๖"),
        ("ปี <strong>2568</strong>", "ปี_<strong>2568</strong>"),
        ("ปี ต่อไป", "ปี ต่อไป"),
        ("พ.ศ. นั้น", "พ.ศ. นั้น"),
        # a year counts nothing
        ("ปี 2568 มาตรการ 5 มาตรการ", "ปี_2568 มาตรการ 5_มาตรการ"),
        ("๒๕๖๘ มาตรการ", "๒๕๖๘ มาตรการ"),
        ("12568 มาตรการ", "12568 มาตรการ"),
        ("2468 มาตรการ", "2468_มาตรการ"),
        # what is numbered, and dates
        ("ตัวชี้วัดที่ 4 การใช้", "ตัวชี้วัดที่_4 การใช้"),
        ("ข้อ O27 และ", "ข้อ_O27 และ"),
        ("ข้อ Oa", "ข้อ Oa"),
        ("เกณฑ์ 85 ของ", "เกณฑ์_85 ของ"),
        ("วันที่ 5 ตุลาคม 2565 ถึง", "วันที่_5_ตุลาคม_2565 ถึง"),
        ("5 ต&#46;ค&#46; 65", "5_ต&#46;ค&#46;_65"),
        # what is left as it is
        ("<code>ปี 2566</code> ปี 2566", "<code>ปี 2566</code> ปี_2566"),
        ("<pre>\nปี 2566\n</pre>ปี 1", "<pre>\nปี 2566\n</pre>ปี_1"),
        ('<script>{"a": "ปี 2566"}</script>', '<script>{"a": "ปี 2566"}</script>'),
        ("<svg><title>ปี 2566</title></svg>", "<svg><title>ปี 2566</title></svg>"),
        ("<head><title>ปี 2566</title></head>", "<head><title>ปี 2566</title></head>"),
        ("<header>ปี 2566</header>", "<header>ปี_2566</header>"),
        ("", ""),
    ],
)
def test_pairs(html: str, wanted: str) -> None:
    held = unbroken(html)

    assert re.sub('<span class="whole">(.*?)</span>', r"\1", held).replace("\u00a0", "_") == wanted
    assert unbroken(held) == held


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("มี 2 ตัวชี้วัด", "มี 2_[ตัวชี้วัด]"),
        ("ตัวชี้วัดที่ 4 และตัวชี้วัดย่อยที่ 9.1", "[ตัวชี้วัดที่]_4 และ[ตัวชี้วัดย่อยที่]_9.1"),
        ("ตัวชี้นำ", "ตัวชี้นำ"),
        ("ณ วันที่ 20 พฤศจิกายน", "ณ [วันที่]_20_พฤศจิกายน"),
        ('วันที่ <time datetime="x">20</time>', '[วันที่]_<time datetime="x">20</time>'),
        ("วันที่เผยแพร่", "วันที่เผยแพร่"),
        ('<a class="mark">รอตรวจสอบ</a>', '<a class="mark">[รอตรวจสอบ]</a>'),
        ('<td data-label="ตัวชี้วัด">ก</td>', '<td data-label="ตัวชี้วัด">ก</td>'),
        ("<code>ตัวชี้วัด</code>", "<code>ตัวชี้วัด</code>"),
    ],
)
def test_words(html: str, wanted: str) -> None:
    held = unbroken(html)

    assert re.sub('<span class="whole">(.*?)</span>', r"[\1]", held).replace("\u00a0", "_") == wanted
    assert unbroken(held) == held
