"""Rules of a framework in itself."""

from collections.abc import Sequence

import pytest

from generator.model import Dataset, Framework, Layout, Site
from generator.problems import InvalidData, Problem
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import validate

YEAR = FiscalYear(2568)
SITE = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")

# code, line:column, found
Breach = tuple[str, str, str]


def _breaches(problems: Sequence[Problem]) -> list[Breach]:
    return [(one.code, f"{one.source.line}:{one.source.column}", one.found) for one in problems]


def _problems(framework: Framework) -> tuple[Problem, ...]:
    return validate(Dataset(SITE, (), {YEAR: framework}))


# --- frameworks: one that keeps every rule, broken in one way at a time

GOOD = """\
fiscal_year: 2568
title: เกณฑ์
standing: ร่าง
scoring: {tolerance: 0.01, bar: 85, threshold: 70, confidence: confirmed}
instruments:
  - {code: IIT, name: ก, short_name: ก, name_en: a, confidence: confirmed, weight: 0.60}
  - {code: OIT, name: ข, short_name: ข, name_en: b, confidence: confirmed, weight: 0.40}
indicators:
  - {number: 1, name: หนึ่ง, name_en: one, instrument: IIT, confidence: confirmed}
  - {number: 2, name: สอง, name_en: two, instrument: OIT, confidence: confirmed}
grades:
  - {label: สูง, overall_min: 85.00, instrument_min: 85.00, confidence: confirmed}
  - {label: กลาง, overall_min: 85.00, confidence: confirmed}
  - {label: ต่ำ, overall_min: 0.00, confidence: confirmed}
sub_indicators:
  - {code: 2.1, indicator: 2, name: ย่อย, items: [O1, O2], confidence: confirmed}
items:
  - {code: O1, title: ข้อหนึ่ง, sub_indicator: 2.1, confidence: confirmed}
  - {code: O2, title: ข้อสอง, sub_indicator: 2.1, confidence: confirmed}
"""
FILE = "data/frameworks/2568.yml"


def _of_framework(old: str, new: str) -> list[Breach]:
    """What is wrong with the good framework after one change."""
    assert GOOD.count(old) == 1, old
    framework = parse(read(GOOD.replace(old, new).encode(), FILE), Framework)
    problems = _problems(framework)
    assert {(one.source.file, one.agency) for one in problems} <= {(FILE, None)}
    return _breaches(problems)


@pytest.mark.parametrize(
    ("old", "new", "breaches"),
    [
        ("fiscal_year: 2568", "fiscal_year: ๒๕๖๘", []),
        ("fiscal_year: 2568", "fiscal_year: 2567", [("framework-year", "1:1", "2567")]),
        ("fiscal_year: 2568", "fiscal_year: 2569", [("framework-year", "1:1", "2569")]),
    ],
)
def test_a_framework_stands_in_the_file_of_its_year(old: str, new: str, breaches: list[Breach]) -> None:
    assert _of_framework(old, new) == breaches


def test_the_year_that_a_framework_should_have_is_named() -> None:
    framework = parse(read(GOOD.replace("fiscal_year: 2568", "fiscal_year: 2567").encode(), FILE), Framework)

    assert [one.details for one in _problems(framework)] == [{"name": "2568"}]


@pytest.mark.parametrize(
    ("old", "new", "breaches"),
    [
        ("weight: 0.60", "weight: 0.6", []),
        ("weight: 0.60", "weight: 0.59", [("framework-weights", "6:5", "0.99")]),
        ("weight: 0.60", "weight: 0.61", [("framework-weights", "6:5", "1.01")]),
        ("weight: 0.60", "weight: 0.600000001", [("framework-weights", "6:5", "1.000000001")]),
        ("weight: 0.60", "weight: 60", [("framework-weights", "6:5", "60.40")]),
        ("weight: 0.40", "weight: 0", [("framework-weights", "6:5", "0.60")]),
    ],
)
def test_the_weights_add_up_to_one(old: str, new: str, breaches: list[Breach]) -> None:
    assert _of_framework(old, new) == breaches


@pytest.mark.parametrize(
    ("old", "new", "breaches"),
    [
        # an indicator's instrument; then OIT is an instrument without an indicator
        (
            "two, instrument: OIT",
            "two, instrument: EIT",
            [("framework-unused", "7:5", "OIT"), ("framework-reference", "10:5", "EIT")],
        ),
        ("two, instrument: OIT", "two, instrument: IIT", [("framework-unused", "7:5", "OIT")]),
        # a sub-indicator's indicator
        ("indicator: 2, name: ย่อย", "indicator: 1, name: ย่อย", []),
        ("indicator: 2, name: ย่อย", "indicator: 3, name: ย่อย", [("framework-reference", "16:5", "3")]),
        # a sub-indicator's items
        ("items: [O1, O2]", "items: [O1, O2, O3]", [("framework-reference", "16:5", "O3")]),
        ("items: [O1, O2]", "items: [O2, O1]", []),
        # an item's sub-indicator
        (
            "ข้อสอง, sub_indicator: 2.1",
            "ข้อสอง, sub_indicator: 2.2",
            [("framework-reference", "19:5", "2.2")],
        ),
    ],
)
def test_references_exist(old: str, new: str, breaches: list[Breach]) -> None:
    assert _of_framework(old, new) == breaches


@pytest.mark.parametrize(
    ("old", "new", "known"),
    [
        ("one, instrument: IIT", "one, instrument: X", ["IIT, OIT"]),
        ("indicator: 2, name: ย่อย", "indicator: 3, name: ย่อย", ["1, 2"]),
        ("items: [O1, O2]", "items: [O1, O2, O3]", ["O1, O2"]),
        ("ข้อสอง, sub_indicator: 2.1", "ข้อสอง, sub_indicator: X", ["2.1"]),
    ],
)
def test_what_a_reference_could_be(old: str, new: str, known: list[str]) -> None:
    framework = parse(read(GOOD.replace(old, new).encode(), FILE), Framework)
    references = [one for one in _problems(framework) if one.code == "framework-reference"]

    assert [one.details["known"] for one in references] == known


@pytest.mark.parametrize(
    ("old", "new", "breaches"),
    [
        (
            "code: OIT, name: ข",
            "code: IIT, name: ข",
            [
                ("framework-duplicate", "6:5", "IIT"),
                ("framework-duplicate", "7:5", "IIT"),
                ("framework-reference", "10:5", "OIT"),
            ],
        ),
        (
            "number: 1, name: หนึ่ง",
            "number: 2, name: หนึ่ง",
            [("framework-duplicate", "9:5", "2"), ("framework-duplicate", "10:5", "2")],
        ),
        (
            "sub_indicators:\n",
            "sub_indicators:\n  - {code: 2.1, indicator: 2, name: ซ้ำ, items: [O1], confidence: confirmed}\n",
            [("framework-duplicate", "16:5", "2.1"), ("framework-duplicate", "17:5", "2.1")],
        ),
        (
            "code: O2, title",
            "code: O1, title",
            [
                ("framework-reference", "16:5", "O2"),
                ("framework-duplicate", "18:5", "O1"),
                ("framework-duplicate", "19:5", "O1"),
            ],
        ),
    ],
)
def test_codes_are_unique(old: str, new: str, breaches: list[Breach]) -> None:
    assert _of_framework(old, new) == breaches


@pytest.mark.parametrize(
    ("added", "breaches"),
    [
        ("nothing: 'ไม่มีใน{period} ณ {date} และ {date}'", []),
        ("nothing: ไม่มี", []),
        ("nothing: 'ไม่มีใน{periods}'", [("framework-sentence", "18:5", "O1")]),
        ("nothing: 'ไม่มีใน{0}'", [("framework-sentence", "18:5", "O1")]),
        ("nothing: 'ไม่มีใน{period'", [("framework-sentence", "18:5", "O1")]),
        ("nothing: 'ไม่มีใน{{period}}'", [("framework-sentence", "18:5", "O1")]),
        ("assessed: 0, acted: -10", []),
        ("assessed: 1, acted: -11", [("framework-offset", "18:5", "-11"), ("framework-offset", "18:5", "1")]),
        ("period: {kind: year, offset: -1, confidence: confirmed}", []),
        ("period: {kind: year, offset: 1, confidence: confirmed}", [("framework-offset", "18:5", "1")]),
    ],
)
def test_what_an_item_says_can_be_shown(added: str, breaches: list[Breach]) -> None:
    assert _of_framework("title: ข้อหนึ่ง,", f"title: ข้อหนึ่ง, {added},") == breaches


LADDER = GOOD[GOOD.index("  - {label: สูง") : GOOD.index("sub_indicators:")]


@pytest.mark.parametrize(
    ("grades", "breaches"),
    [
        # label, overall_min, instrument_min
        ([("ก", "0", "")], []),
        ([("ก", "0.01", "")], [("framework-ladder", "12:5", "ก")]),
        ([("ก", "0", "0")], [("framework-ladder", "12:5", "ก")]),
        ([("ก", "0", "85")], [("framework-ladder", "12:5", "ก")]),
        ([("ก", "50.01", ""), ("ข", "50", ""), ("ค", "0", "")], []),
        ([("ก", "50", ""), ("ข", "50", ""), ("ค", "0", "")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", ""), ("ข", "50.01", ""), ("ค", "0", "")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", ""), ("ข", "0", ""), ("ค", "0", "")], [("framework-ladder", "14:5", "ค")]),
        ([("ก", "50", "50"), ("ข", "50", ""), ("ค", "0", "")], []),
        ([("ก", "50", ""), ("ข", "50", "50"), ("ค", "0", "")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", "50"), ("ข", "50", "49.99"), ("ค", "0", "")], []),
        # no bound of an instrument is a bound of 0
        ([("ก", "50", "0.01"), ("ข", "50", ""), ("ค", "0", "")], []),
        ([("ก", "50", ""), ("ข", "50", "0.01"), ("ค", "0", "")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", ""), ("ข", "50", "0"), ("ค", "0", "")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", "50"), ("ข", "50", "50"), ("ค", "0", "")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", "50"), ("ข", "50", "50.01"), ("ค", "0", "")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", ""), ("ข", "0", "50")], [("framework-ladder", "13:5", "ข")]),
        ([("ก", "50", ""), ("ข", "1", "")], [("framework-ladder", "13:5", "ข")]),
    ],
)
def test_the_ladder_descends(grades: list[tuple[str, str, str]], breaches: list[Breach]) -> None:
    lines = "".join(
        f"  - {{label: {label}, overall_min: {overall}, confidence: confirmed"
        f"{f', instrument_min: {instrument}' if instrument else ''}}}\n"
        for label, overall, instrument in grades
    )

    assert _of_framework(LADDER, lines) == breaches


@pytest.mark.parametrize("key", ["instruments", "indicators", "grades"])
def test_a_framework_has_at_least_one_of_each(key: str) -> None:
    """So that no rule meets an empty list."""
    lines = GOOD.splitlines()
    first = lines.index(f"{key}:")
    last = next(n for n, line in enumerate(lines[first + 1 :], first + 1) if not line.startswith(" "))
    text = "\n".join([*lines[:first], f"{key}: []", *lines[last:]])

    with pytest.raises(InvalidData) as refused:
        parse(read(text.encode(), FILE), Framework)

    assert [(one.code, str(one.source)) for one in refused.value.problems] == [("empty-value", f"{FILE}:{first + 1}:1")]


def test_the_good_framework_is_good() -> None:
    assert _of_framework("standing: ร่าง", "standing: ร่าง") == []
