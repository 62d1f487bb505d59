"""The words of ITA: which stand in a text, what the rules of a year say of them, and that each is explained once."""

import html
import re
from typing import Any

import pytest
from lxml import html as tree

from generator import frameworks
from generator.pages.terms import anchor_of, in_place, listed_all, occurring, terms_of
from generator.thai import FiscalYear

YEAR = FiscalYear(2568)
TERMS = terms_of(frameworks.packaged(YEAR))


@pytest.mark.parametrize("year", frameworks.packaged_years(), ids=str)
def test_every_year_fills_every_meaning(year: FiscalYear) -> None:
    terms = terms_of(frameworks.packaged(year))

    assert len({one.key for one in terms}) == len(terms)
    assert {"ita", "overall", "bar", "measure"} < {one.key for one in terms}
    for one in terms:
        assert anchor_of(one) == f"term-{one.key}"
        assert not re.search("[{}&;]", one.name + one.meaning), one.key
        assert one.meaning.strip() == one.meaning


def test_names_weights_and_levels_are_those_of_the_year() -> None:
    older = {one.key: one for one in terms_of(frameworks.packaged(FiscalYear(2564)))}
    newer = {one.key: one for one in TERMS}

    assert "แบบตรวจการเปิดเผยข้อมูลสาธารณะ" in older["oit"].meaning
    assert "แบบวัดการเปิดเผยข้อมูลสาธารณะ" in newer["oit"].meaning
    assert "ตัวชี้วัดที่ 9, 10 มีน้ำหนัก 40% ของคะแนนรวม" in newer["oit"].meaning
    assert "AA A B C D E และ F" in older["grade"].meaning
    assert "ผ่านดีเยี่ยม ผ่านดี ผ่าน" in newer["grade"].meaning
    assert "IIT 30% EIT 30% และ OIT 40%" in newer["overall"].meaning
    assert (newer["bar"].name, "70 คะแนน" in newer["threshold"].meaning) == ("เกณฑ์ 85", True)


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        ("ผล ITA ปี 2568", ["ita"]),
        ("ผลITAปี", ["ita"]),
        ("VITAL", []),
        ('<a href="ITA/">ลิงก์</a>', []),
        ("ตัวชี้วัดย่อย", ["sub-indicator"]),
        ("ตัวชี้วัดที่ 4", ["indicator"]),
        ("ตัวชี้วัดย่อย ตัวชี้วัด", ["indicator", "sub-indicator"]),
        ("เกณฑ์ 85 ของคะแนนรวม", ["overall", "bar"]),
        ("เกณฑ์ 85&#46;5", []),
        ("เกณฑ์ 850", []),
        ("ข้อ O27", ["item"]),
        ("ข้อ O", []),
        ("O2O", []),
        ("แบบตรวจการเปิดเผยข้อมูล", ["instrument"]),
        ("IIT กับ EIT", ["iit", "eit"]),
        ("No Gift Policy", ["no-gift"]),
        ("No&#32;Gift", ["no-gift"]),
        ("เรื่องอื่น", []),
        ("", []),
    ],
)
def test_words_are_found_in_what_a_reader_reads(body: str, keys: list[str]) -> None:
    assert [one.key for one in occurring(TERMS, body)] == keys


def test_in_place_each_word_leads_to_the_list_of_all() -> None:
    found = occurring(TERMS, "ITA มาตรการ")
    details: Any
    (details,) = tree.fragments_fromstring(in_place(found, "scores/2568/"))

    assert details.find("summary").text_content() == "คำที่ใช้ในหน้านี้ (2 คำ)"
    assert details.xpath("./dl/dt/a/@href") == [
        "../../methodology/#term-ita",
        "../../methodology/#term-measure",
    ]
    assert [one.text_content() for one in details.xpath("./dl/dd")] == [one.meaning for one in found]
    assert in_place((), "scores/") == ""


def test_the_list_has_every_word_under_its_id() -> None:
    whole: Any = tree.fromstring(listed_all(TERMS))

    assert whole.xpath("./dt/@id") == [f"term-{one.key}" for one in TERMS]
    assert [html.unescape(one.text_content()) for one in whole.xpath("./dd")] == [one.meaning for one in TERMS]


def test_a_code_that_is_no_id_gets_one_by_its_place() -> None:
    framework = frameworks.packaged(YEAR)
    renamed = framework.instruments[0].model_copy(update={"code": "แบบ ก"})
    changed = framework.model_copy(update={"instruments": (renamed, *framework.instruments[1:])})

    keys = [one.key for one in terms_of(changed)]

    assert keys[3:6] == ["instrument-1", "eit", "oit"]
