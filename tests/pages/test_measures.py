"""Browsing measures: one list, and the same measures by year, indicator, instrument, who is responsible, and state."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.pages import Context, measures

Tree = Any  # an lxml element
Pages = Callable[..., dict[str, Tree]]
MakeContext = Callable[..., Context]

EARLIER = """\
measures:
  - {no: 7, number: ๗., title: มาตรการเก่า, indicators: [8, 1], result: ทำแล้ว, period: ตลอดปี,
     responsible: [{unit: สำนัก ปลัด}, {unit: กองคลัง}]}
"""
LATER = """\
measures:
  - {no: 1, title: หนึ่ง, indicators: [1, 10], steps: ก, responsible: [{unit: เกษตร}, {post: ปลัดเทศบาล}]}
  - {no: 2, title: สอง, whole: true, not_done: เหตุผล, responsible: [{unit: สำนักปลัด}], period: ต.ค.๖๘ - ก.ย.๖๙}
  - {no: 3, title: สาม, indicators: [9], steps: ก, merged: [responsible, period]}
  - {no: 4, title: สี่, steps: ก, continues: true, responsible: [{unit: แผนงาน}, {unit: กองคลัง}]}
"""
FILES = {"2568/measures.yml": EARLIER, "2569/measures.yml": LATER}
DAY = date(2026, 10, 1)


def said(tree: Tree) -> str:
    return " ".join(str(tree.text_content()).split())


@pytest.fixture
def page(pages: Pages) -> Callable[..., Tree]:
    return lambda files=FILES, as_of=DAY: pages(files, as_of, only="measures/")["measures/"]


def groups(tree: Tree, dimension: str) -> dict[str, list[str]]:
    """The groups of a dimension as they are headed, each with its lines."""
    (heading,) = tree.xpath(f".//h2[@id='by-{dimension}']")
    found = {}
    for one in heading.itersiblings():
        if one.tag == "h2":
            break
        if one.tag == "ul":
            found[said(one.getprevious())] = [said(item) for item in one.iter("li")]
    return found


def keys(tree: Tree, dimension: str) -> list[str]:
    return [str(one.get(f"data-{dimension}")) for one in tree.xpath(".//ul[@id='measure-list']/li")]


def test_without_measures_the_page_says_so(pages: Pages) -> None:
    found = pages({}, only="measures/")

    assert list(found) == ["measures/"]
    assert "ยังไม่ได้บันทึกมาตรการของหน่วยงานนี้" in " ".join(found["measures/"].text_content().split())
    assert found["measures/"].xpath(".//ul[@id='measure-list']") == []


def test_the_list_has_every_measure_once_those_of_the_latest_year_first(page: Callable[..., Tree]) -> None:
    tree = page()

    entries = tree.xpath(".//ul[@id='measure-list']/li")
    assert [one.xpath(".//span[@class='name']/a/@href")[0] for one in entries] == [
        "2569/1/", "2569/2/", "2569/3/", "2569/4/", "2568/7/",
    ]  # fmt: skip
    assert [said(one) for one in entries] == [
        "หนึ่ง ครบกำหนดแล้ว ยังไม่มีรายงานผลปี 2569 · ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่, ตัวชี้วัดที่ 10 การป้องกันการทุจริต · เกษตร, ปลัดเทศบาล",
        "สอง ไม่ได้ดำเนินการปี 2569 · ผลการประเมินทั้งหมด · สำนักปลัด · ต.ค.๖๘ - ก.ย.๖๙",
        "สาม ครบกำหนดแล้ว ยังไม่มีรายงานผลปี 2569 · ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล · สำนักปลัด · ต.ค.๖๘ - ก.ย.๖๙",
        "สี่ ดำเนินการต่อเนื่องปี 2569 · เอกสารไม่ได้ระบุตัวชี้วัด · แผนงาน, กองคลัง",
        "๗. มาตรการเก่า ดำเนินการแล้วเสร็จปี 2568 · ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน, ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ · สำนัก ปลัด, กองคลัง · ตลอดปี",  # noqa: E501
    ]
    assert "เว็บไซต์นี้มีมาตรการของหน่วยงาน 5 มาตรการ ได้แก่ ปี 2569 4 มาตรการ และปี 2568 1 มาตรการ สถานะ: " in said(tree)
    assert said(tree).count("ดำเนินการแล้วเสร็จ 1 มาตรการ ไม่ได้ดำเนินการ 1 มาตรการ ดำเนินการต่อเนื่อง 1 มาตรการ") == 1
    assert tree.xpath("./ul[1]/li/a/@href") == ["2569/", "2568/"]


GROUPS = {
    "year": [("ปี 2569", 4), ("ปี 2568", 1)],
    "indicator": [
        ("ผลการประเมินทั้งหมด", 1),
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", 2),
        ("ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน", 1),
        ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", 1),
        ("ตัวชี้วัดที่ 10 การป้องกันการทุจริต", 1),
    ],
    "instrument": [("EIT", 1), ("IIT", 2), ("OIT", 2)],
    # in the order of a Thai dictionary: ก, เก after กอ, แผ under ผ, ส; spaces do not make two units
    "unit": [("กองคลัง", 2), ("เกษตร", 1), ("แผนงาน", 1), ("สำนักปลัด", 3)],
    "state": [
        ("ดำเนินการแล้วเสร็จ", 1),
        ("ไม่ได้ดำเนินการ", 1),
        ("ดำเนินการต่อเนื่อง", 1),
        ("ครบกำหนดแล้ว ยังไม่มีรายงานผล", 2),
    ],
}


@pytest.mark.parametrize("dimension", GROUPS)
def test_measures_are_grouped_counted_and_ordered(page: Callable[..., Tree], dimension: str) -> None:
    found = groups(page(), dimension)

    counts = [(heading, len(lines)) for heading, lines in found.items()]
    assert len(counts) == len(GROUPS[dimension])
    for (heading, count), (name, expected) in zip(counts, GROUPS[dimension], strict=True):
        assert heading.startswith(name)
        assert heading.endswith(f" {expected} มาตรการ")
        assert count == expected


def test_a_group_lists_its_measures_the_latest_first_with_year_and_state(page: Callable[..., Tree]) -> None:
    lines = next(lines for name, lines in groups(page(), "indicator").items() if "ตัวชี้วัดที่ 1 " in name)

    assert lines == ["หนึ่ง ปี 2569 ครบกำหนดแล้ว ยังไม่มีรายงานผล", "๗. มาตรการเก่า ปี 2568 ดำเนินการแล้วเสร็จ"]


def test_every_state_has_its_place_and_the_unknown_one_the_last(page: Callable[..., Tree]) -> None:
    rows = "".join(f"  - {{no: {n}, title: ก, {row}}}\n" for n, row in enumerate(("steps: ก", "result: ก"), start=1))

    tree = page({"2569/measures.yml": f"measures:\n{rows}"}, None)
    assert [name.partition(" ")[0] for name in groups(tree, "state")] == ["ดำเนินการแล้วเสร็จ", "ยังระบุสถานะไม่ได้"]
    assert keys(tree, "state") == ["unknown", "done"]
    assert measures._STATE_ORDER == ["not-started", "ongoing", "done", "not-done", "continues", "unreported", "unknown"]


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("year", ["2569", "2569", "2569", "2569", "2568"]),
        ("indicator", ["1|10", "0", "9", "", "8|1"]),
        ("instrument", ["IIT|OIT", "", "OIT", "", "EIT|IIT"]),
        ("unit", ["เกษตร", "สำนักปลัด", "สำนักปลัด", "แผนงาน|กองคลัง", "สำนักปลัด|กองคลัง"]),
        ("state", ["unreported", "not-done", "unreported", "continues", "done"]),
    ],
)
def test_an_entry_says_its_keys_to_the_script(page: Callable[..., Tree], dimension: str, expected: list[str]) -> None:
    assert keys(page(), dimension) == expected


def test_filters_lead_to_the_groups_with_the_same_keys_names_and_counts(page: Callable[..., Tree]) -> None:
    tree = page()

    filters = tree.xpath(".//div[@id='filters']/div[@class='filter']")
    assert [said(one.find("p")) for one in filters] == ["ปี", "ตัวชี้วัด", "แบบวัด", "ผู้รับผิดชอบ", "สถานะ"]
    for one, dimension in zip(filters, GROUPS, strict=True):
        choices = one.xpath(".//a")
        assert [said(item) for item in one.iter("li")] == list(groups(tree, dimension))
        # every key of the list has its choice, and the other way round
        told = {key for entry in keys(tree, dimension) for key in entry.split("|") if key}
        assert [choice.get("data-key") for choice in choices] == sorted(
            told, key=[choice.get("data-key") for choice in choices].index
        )
        for choice in choices:
            anchor = choice.get("href").removeprefix("#")
            # the script reads the dimension from the first word
            assert anchor.startswith(f"{dimension}-")
            (heading,) = tree.xpath(f".//h3[@id='{anchor}']")
            assert said(heading).startswith(said(choice))


def test_a_dimension_that_no_measure_has_is_left_out(page: Callable[..., Tree]) -> None:
    tree = page({"2569/measures.yml": "measures: [{no: 1, title: ก, steps: ข}]\n"})

    assert [one.get("id") for one in tree.iter("h2")][1:] == ["by-year", "by-state"]
    assert len(tree.xpath(".//div[@class='filter']")) == 2


# --- anchors


def anchors(tree: Tree) -> dict[str, str]:
    return {said(one).rpartition(" ")[0].rpartition(" ")[0]: one.get("id") for one in tree.iter("h3")}


def test_anchors_are_ascii_and_stay_when_measures_are_added(page: Callable[..., Tree]) -> None:
    few = anchors(page({"2568/measures.yml": EARLIER}))
    many = anchors(page())

    assert all(re.fullmatch("[a-z][a-z0-9-]*", one) for one in many.values())
    assert len(set(many.values())) == len(many)
    same = {name: anchor for name, anchor in many.items() if name in few}
    assert len(same) >= 6
    assert same == {name: few[name] for name in same}
    assert {"year-2569", "indicator-0", "indicator-10", "instrument-eit", "state-not-done"} <= set(many.values())


@pytest.mark.parametrize("units", [["R&D", "R & D (2)", "ฝ่าย IT"], ["it", "IT", "It"], ["-", "1", "by-year", "กขค|งจ"]])
def test_a_unit_may_have_any_name(page: Callable[..., Tree], units: list[str]) -> None:
    responsible = ", ".join(f"{{unit: '{unit}'}}" for unit in units)

    tree = page({"2569/measures.yml": f"measures: [{{no: 1, title: ก, steps: ข, responsible: [{responsible}]}}]\n"})
    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("[a-z][a-z0-9-]*", one) for one in ids)
    expected = {unit.replace(" ", "") for unit in units}
    assert {one.replace(" ", "").removesuffix("1มาตรการ") for one in groups(tree, "unit")} == expected


def test_an_inferred_indicator_is_said_in_the_list(page: Callable[..., Tree]) -> None:
    measures = "measures:\n  - {no: 1, title: ก, indicators: [6], inferred: ตามคะแนน, steps: ข}\n"
    measures += "  - {no: 2, title: ค, indicators: [6], steps: ข}\n"

    inferred, printed = page({"2569/measures.yml": measures}).xpath(".//ul[@id='measure-list']/li")
    assert "การดำเนินงาน (อนุมาน)" in said(inferred)
    assert "อนุมาน" not in said(printed)
