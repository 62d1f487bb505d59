"""What the home page says first: exact, about the figures alone."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from lxml import html

from generator.pages import Context
from generator.pages.opening import change, headline, weakest

MakeContext = Callable[..., Context]
Tree = Any  # an lxml element


def scores(*values: str | None, grade: str = "", overall: str = "") -> dict[str, str]:
    """scores.yml of 2568 with these indicators, the first being number 1."""
    head = (f"overall: {overall}\n" if overall else "") + (f"grade: {grade}\n" if grade else "")
    rows = "".join(f"  {n}: {value}\n" for n, value in enumerate(values, start=1) if value)
    return {"2568/scores.yml": f"{head}indicators:\n{rows}"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (scores(*["85.00"] * 10, grade="ผ่านดี"), "อยู่ในระดับผ่านดี ทุกตัวชี้วัดไม่ต่ำกว่าเกณฑ์ 85 ของคะแนนรวม"),
        (
            scores(*["85.00"] * 9, "84.99", overall="85.00", grade="ผ่านดี"),
            "อยู่ในระดับผ่านดี แต่การป้องกันการทุจริตต่ำกว่าเกณฑ์ 85 ของคะแนนรวม",
        ),
        (
            scores(*["85.00"] * 9, "84.99", overall="84.99", grade="ผ่าน"),
            "อยู่ในระดับผ่าน โดยการป้องกันการทุจริตต่ำกว่าเกณฑ์ 85 ของคะแนนรวม",
        ),
        (
            scores("84.99", *["90"] * 8, "0", grade="ระดับผ่าน"),
            "อยู่ในระดับผ่าน โดยการปฏิบัติหน้าที่ และการป้องกันการทุจริตต่ำกว่าเกณฑ์ 85 ของคะแนนรวม",
        ),
        (
            scores(*["84"] * 3, *["90"] * 7, overall="88.00", grade="ผ่าน"),
            "อยู่ในระดับผ่าน แต่ 3 ตัวชี้วัดต่ำกว่าเกณฑ์ 85 ของคะแนนรวม",
        ),
        (scores(*["90"] * 10, overall="90", grade="A"), "อยู่ในระดับ A ทุกตัวชี้วัดไม่ต่ำกว่าเกณฑ์ 85 ของคะแนนรวม"),
        (scores(*["0"] * 10, overall="0", grade="ผ่าน"), "อยู่ในระดับผ่าน โดยทุกตัวชี้วัดต่ำกว่าเกณฑ์ 85 ของคะแนนรวม"),
        (scores(*["90"] * 9, "84"), "การป้องกันการทุจริตต่ำกว่าเกณฑ์ 85 ของคะแนนรวม"),
        (scores(*["90"] * 9, None, grade="ผ่านดี"), "อยู่ในระดับผ่านดี ตัวชี้วัดที่มีคะแนนไม่ต่ำกว่าเกณฑ์ 85 ของคะแนนรวม"),
        ({"2568/scores.yml": "overall: 90.90\ngrade: ผ่านดี\nindicators: {}\n"}, "อยู่ในระดับผ่านดี"),
        ({"2568/scores.yml": "overall: 90.90\nindicators: {}\n"}, "ยังไม่มีคะแนนตัวชี้วัดที่ใช้ได้"),
    ],
)
def test_the_headline_says_grade_and_bar(context: MakeContext, files: Mapping[str, str], told: str) -> None:
    assert headline(context(files).assessments[-1]) == told


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (None, "ไม่มีผลการประเมินปี 2567 ในเว็บไซต์นี้ให้เปรียบเทียบ"),
        ("90.90", "คะแนนรวมเท่ากับปี 2567 (90.90)"),
        ("90.9", "คะแนนรวมเท่ากับปี 2567 (90.9)"),
        ("90.89", "เพิ่มขึ้น 0.01 คะแนนจากปี 2567 (90.89)"),
        ("90.91", "ลดลง 0.01 คะแนนจากปี 2567 (90.91)"),
    ],
)
def test_the_change_on_last_year(context: MakeContext, before: str | None, told: str) -> None:
    earlier = {"2567/scores.yml": f"overall: {before}\nindicators: {{1: 80}}\n"} if before else {}
    made = context({**scores("90", overall="90.90"), **earlier})

    shown = change(made, made.assessments[-1], "")

    assert shown.striptags() == told
    hrefs = html.fragment_fromstring(shown, create_parent="p").xpath(".//a/@href")
    assert hrefs == (["scores/2568/#comparison"] if before else [])


def test_a_year_without_an_overall_cannot_be_compared(context: MakeContext) -> None:
    made = context({**scores("90", overall="90.90"), "2567/scores.yml": "indicators: {1: 80}\n"})

    assert change(made, made.assessments[-1], "").striptags() == "ยังเทียบคะแนนรวมกับปี 2567 ไม่ได้"


@pytest.mark.parametrize(
    ("values", "first"),
    [
        (["85"] * 10, []),
        (["85"] * 9 + ["86"], [1, 2, 3]),
        (["86"] * 9 + ["85"], [10]),
        (["84.99", "85", "80"] + ["85"] * 7, [3, 1]),
        (["80"] * 10, [1, 2, 3]),
        (["86"] * 8 + ["90"], []),
        (["84"] + ["90"] * 8, [1]),
    ],
)
def test_what_to_look_at_first(context: MakeContext, values: list[str], first: list[int]) -> None:
    assert [*weakest(context(scores(*values)).assessments[-1], 3)] == first
