"""What a page says first, by rules from its figures: for none, one, many, and for what is missing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.findings import Finding
from generator.findings.messages import MESSAGES
from generator.findings.records import Contradiction, Severity
from generator.pages import Context, overviews
from generator.pages.items import FACTS, fact
from generator.problems import NOWHERE
from generator.thai import FiscalYear

YEAR, BEFORE = FiscalYear(2569), FiscalYear(2568)


# --- measures


def measures(context: Callable[..., Context], *units: Sequence[str]) -> Any:
    rows = "".join(
        f"  - {{no: {n}, title: ก{n}, steps: ข, responsible: [{', '.join(f'{{unit: {one}}}' for one in names)}]}}\n"
        if names
        else f"  - {{no: {n}, title: ก{n}, steps: ข}}\n"
        for n, names in enumerate(units, start=1)
    )
    return context({"2569/measures.yml": f"measures:\n{rows}"}).acted


@pytest.mark.parametrize(
    ("units", "wanted"),
    [
        ([[]], "เอกสารไม่ได้ระบุผู้รับผิดชอบ"),
        ([["ก"]], "ผู้รับผิดชอบตามเอกสารมี 1 ราย คือ ก (1 มาตรการ)"),
        ([["ก"], ["ก"], []], "ผู้รับผิดชอบตามเอกสารมี 1 ราย คือ ก (2 มาตรการ) ไม่ได้ระบุผู้รับผิดชอบ 1 มาตรการ"),
        ([["ก", "ก"]], "ผู้รับผิดชอบตามเอกสารมี 1 ราย คือ ก (1 มาตรการ)"),
        ([["ก", "ข"], ["ข"]], "ผู้รับผิดชอบตามเอกสารมี 2 ราย คือ ก (1 มาตรการ) และข (2 มาตรการ)"),
        (
            [["ก"], ["ข"], ["ค"], ["ง"]],
            "ผู้รับผิดชอบตามเอกสารมี 4 ราย คือ ก (1 มาตรการ) ข (1 มาตรการ) ค (1 มาตรการ) และง (1 มาตรการ)",
        ),
        # of more than four only who has most
        (
            [["ก"], ["ข"], ["ค"], ["ง"], ["จ", "ก"]],
            "ผู้รับผิดชอบตามเอกสารมี 5 ราย ที่มีมาตรการมากที่สุดคือ ก (2 มาตรการ)",
        ),
        (
            [["ก", "ข"], ["ก", "ข"], ["ค"], ["ง"], ["จ"]],
            "ผู้รับผิดชอบตามเอกสารมี 5 ราย ที่มีมาตรการมากที่สุดคือ ก และข (2 มาตรการ)",
        ),
        # nor those, where too many have as many
        ([["ก"], ["ข"], ["ค"], ["ง"], ["จ"]], "ผู้รับผิดชอบตามเอกสารมี 5 ราย"),
    ],
)
def test_measures_of_a_year(units: list[list[str]], wanted: str, context: Callable[..., Context]) -> None:
    said = overviews.measures_of_year(YEAR, BEFORE, measures(context, *units))

    assert said == f"ปี 2569 หน่วยงานมี {len(units)} มาตรการ ซึ่งจัดทำจากผลการประเมินปี 2568 {wanted}"


def test_a_year_without_measures() -> None:
    assert overviews.measures_of_year(YEAR, BEFORE, ()) == "แฟ้มข้อมูลมาตรการปี 2569 ยังไม่มีมาตรการ"


def test_measures_of_all_years(context: Callable[..., Context]) -> None:
    (one,) = measures(context, [])
    later = replace(one, fiscal_year=FiscalYear(2570))

    assert overviews.all_measures([one]) == (
        "เว็บไซต์นี้มีมาตรการของหน่วยงาน 1 มาตรการ ทั้งหมดเป็นของปี 2569 สถานะ: ยังระบุสถานะไม่ได้ 1 มาตรการ"
    )
    assert overviews.all_measures([one, one, later]) == (
        "เว็บไซต์นี้มีมาตรการของหน่วยงาน 3 มาตรการ ได้แก่ ปี 2570 1 มาตรการ และปี 2569 2 มาตรการ สถานะ: ยังระบุสถานะไม่ได้ 3 มาตรการ"
    )


# --- items

EVIDENCE = "evidence: [{link: 'https://a.go.th/', title: ก, year: 2569}]"


@pytest.mark.parametrize(
    ("answers", "groups", "wanted"),
    [
        ({"O1": EVIDENCE}, [["O1"]], "เผยแพร่แล้วทุกข้อที่ต้องเปิดเผย ทั้ง 1 กลุ่ม"),
        ({"O1": EVIDENCE, "O2": "exempt: ข"}, [["O1"], ["O2"]], "เผยแพร่แล้วทุกข้อที่ต้องเปิดเผย ทั้ง 2 กลุ่ม"),
        ({}, [["O1"]], "กลุ่มที่ข้อมูลยังไม่ครบทุกข้อมี 1 กลุ่ม ได้แก่ (1) ก0: {0} 1 ข้อ คือ O1"),
        (
            {"O1": EVIDENCE},
            [["O1"], ["O2", "O3", "O4"]],
            "เผยแพร่ครบทุกข้อที่ต้องเปิดเผย 1 กลุ่ม กลุ่มที่ข้อมูลยังไม่ครบทุกข้อมี 1 กลุ่ม ได้แก่ (1) ก1: {0} 3 ข้อ คือ O2 O3 และ O4",
        ),
        (
            {"O1": EVIDENCE},
            [["O1"], ["O2"], ["O3"], ["O4"], ["O5"]],
            "เผยแพร่ครบทุกข้อที่ต้องเปิดเผย 1 กลุ่ม กลุ่มที่ข้อมูลยังไม่ครบทุกข้อมี 4 กลุ่ม ดูได้ทีละข้อในตารางด้านล่าง",
        ),
        (
            {},
            [["O2"], ["O3"], ["O4"]],
            "กลุ่มที่ข้อมูลยังไม่ครบทุกข้อมี 3 กลุ่ม ได้แก่ (1) ก0: {0} 1 ข้อ คือ O2 (2) ก1: {0} 1 ข้อ คือ O3 (3) ก2: {0} 1 ข้อ คือ O4",
        ),
        ({"O1": EVIDENCE}, [], ""),
    ],
)
def test_items_of_a_year(
    answers: dict[str, str], groups: list[list[str]], wanted: str, context: Callable[..., Context]
) -> None:
    rows = ", ".join(f"{{item: {code}, {said}}}" for code, said in (answers or {"O9": EVIDENCE}).items())
    (year,) = context({"2569/disclosure.yml": f"items: [{rows}]"}).disclosed
    named = [(f"ก{n}", [year.item(code) for code in codes]) for n, codes in enumerate(groups)]

    # what nobody answered is not said to be unpublished where only a part has been entered
    open_word = FACTS[fact(year.item("O4"))]
    assert overviews.items_of_year(named) == wanted.format(open_word)


# --- findings


def finding(code: str) -> Finding:
    return Finding(code, Severity.LOW, "a", YEAR, Contradiction(NOWHERE))


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        ([], ""),
        (["rank-order"], "เป็นเรื่อง{rank}"),
        (["rank-order"] * 2, "ทั้งหมดเป็นเรื่อง{rank}"),
        (["rank-order", "copied-text", "copied-text"], "จำแนกเป็น {copied} 2 จุด และ{rank} 1 จุด"),
    ],
)
def test_findings_of_a_year(codes: list[str], wanted: str) -> None:
    names = {"rank": MESSAGES["rank-order"]["th"][0], "copied": MESSAGES["copied-text"]["th"][0]}

    assert overviews.findings_of_year([finding(code) for code in codes]) == wanted.format(**names)


# --- documents and analysis

INDICATOR = "{{indicator: {}, strengths: ข}}"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["{kind: memo, title: ก}"], "มีเอกสารฉบับทางการ 1 ฉบับ จากแฟ้มของ ปี 2569 1 ฉบับ ไม่มีวันที่ในข้อมูล 1 ฉบับ"),
        (
            ["{kind: memo, title: ก, date: 2568-10-05}"],
            "มีเอกสารฉบับทางการ 1 ฉบับ จากแฟ้มของ ปี 2569 1 ฉบับ ฉบับที่ลงวันที่ล่าสุดคือวันที่ 5 ตุลาคม 2568",
        ),
        (
            ["{kind: a, title: ก, date: 2568-10-05}", "{kind: b, title: ก, date: 2568-11-01}", "{kind: c, title: ก}"],
            "มีเอกสารฉบับทางการ 3 ฉบับ จากแฟ้มของ ปี 2569 3 ฉบับ ฉบับที่ลงวันที่ล่าสุดคือวันที่ 1 พฤศจิกายน 2568 ไม่มีวันที่ในข้อมูล 1 ฉบับ",
        ),
    ],
)
def test_documents(rows: list[str], wanted: str, context: Callable[..., Context]) -> None:
    known = context({"2569/documents.yml": f"documents: [{', '.join(rows)}]"})
    papers = [(entry.fiscal_year, one) for entry in known.agency.years for one in entry.documents]

    assert overviews.documents(papers) == wanted


def test_documents_of_several_years(context: Callable[..., Context]) -> None:
    known = context({f"{year}/documents.yml": "documents: [{kind: memo, title: ก}]" for year in (2568, 2569)})
    papers = [(entry.fiscal_year, one) for entry in known.agency.years for one in entry.documents]

    assert "2 ฉบับ จากแฟ้มของ ปี 2569 1 ฉบับ และปี 2568 1 ฉบับ" in overviews.documents(papers)


@pytest.mark.parametrize(
    ("section", "following", "wanted"),
    [
        (
            "title: ก, text: ข",
            0,
            "หน่วยงานไม่ได้เขียนบทวิเคราะห์แยกตามตัวชี้วัด เอกสารไม่มีข้อเสนอแนะที่แยกเป็นข้อ และยังไม่มีมาตรการที่ตามมาในเว็บไซต์นี้",
        ),
        (
            f"title: ก, indicators: [{INDICATOR.format(1)}, {INDICATOR.format(1)}, {INDICATOR.format(2)}]",
            1,
            "หน่วยงานเขียนบทวิเคราะห์ 2 จาก 10 ตัวชี้วัด เอกสารไม่มีข้อเสนอแนะที่แยกเป็นข้อ และมีมาตรการที่ตามมา 1 มาตรการ",
        ),
        (
            "title: ก, recommendations: [{origin: agency, text: ข}, {origin: agency, text: ค}]",
            2,
            "หน่วยงานไม่ได้เขียนบทวิเคราะห์แยกตามตัวชี้วัด เอกสารมีข้อเสนอแนะ 2 ข้อ และมีมาตรการที่ตามมา 2 มาตรการ",
        ),
    ],
)
def test_analysis(section: str, following: int, wanted: str, context: Callable[..., Context]) -> None:
    known = context({"2568/analysis.yml": f"sections: [{{{section}}}]"})
    written = known.agency.years[0].analysis
    assert written is not None

    assert overviews.analysis(written, known.assessments[-1].framework, following) == wanted
