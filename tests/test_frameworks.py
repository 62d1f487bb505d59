"""The packaged frameworks: complete, consistent, in one normal form, and the only place that knows items and years."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import frameworks, thai
from generator.model import Agency, AgencyProfile, AgencyYear, Dataset, Framework, Layout, ScoreSet, Site
from generator.thai import FiscalYear
from generator.validate import validate

PROGRAM = Path(__file__).parent.parent / "generator"
ITEMS = {2562: 48, 2563: 43, 2564: 43, 2565: 43, 2566: 43, 2567: 35, 2568: 28, 2569: 26}
YEARS = [FiscalYear(number) for number in ITEMS]

INDICATORS = [
    (1, "การปฏิบัติหน้าที่", "IIT"),
    (2, "การใช้งบประมาณ", "IIT"),
    (3, "การใช้อำนาจ", "IIT"),
    (4, "การใช้ทรัพย์สินของราชการ", "IIT"),
    (5, "การแก้ไขปัญหาการทุจริต", "IIT"),
    (6, "คุณภาพการดำเนินงาน", "EIT"),
    (7, "ประสิทธิภาพการสื่อสาร", "EIT"),
    (8, "การปรับปรุงระบบการทำงาน", "EIT"),
    (9, "การเปิดเผยข้อมูล", "OIT"),
    (10, "การป้องกันการทุจริต", "OIT"),
]
LETTERS = [
    ("AA", "95.00", None),
    ("A", "85.00", None),
    ("B", "75.00", None),
    ("C", "65.00", None),
    ("D", "55.00", None),
    ("E", "50.00", None),
    ("F", "0.00", None),
]
WORDS = [
    ("ผ่านดีเยี่ยม", "95.00", "95.00"),
    ("ผ่านดี", "85.00", "85.00"),
    ("ผ่าน", "85.00", None),
    ("ต้องปรับปรุง", "70.00", None),
    ("ต้องปรับปรุงโดยด่วน", "0.00", None),
]
FIRST_YEAR_OF_WORDS = 2566
# What each year's measures document and its report are about: (item, assessed, acted).
MEASURES = {
    2562: [],
    2563: [("O42", -1, 0), ("O43", -1, 0)],
    2564: [("O42", -1, 0), ("O43", -1, 0)],
    2565: [("O42", -1, 0), ("O43", -1, 0)],
    2566: [("O42", -1, 0), ("O43", -1, 0)],
    2567: [("O34", -1, 0), ("O35", -2, -1)],
    2568: [("O27", -1, 0), ("O28", -2, -1)],
    2569: [("O25", -1, 0), ("O26", -2, -1)],
}


@pytest.fixture(params=YEARS, ids=str)
def framework(request: pytest.FixtureRequest) -> Framework:
    year = request.param
    assert isinstance(year, FiscalYear)
    return frameworks.packaged(year)


def test_the_years_that_ship_with_the_program() -> None:
    assert frameworks.packaged_years() == tuple(YEARS)


def test_it_is_the_framework_of_its_year(framework: Framework) -> None:
    assert framework.source.file == f"generator/frameworks/{framework.fiscal_year}.yml"
    assert framework.title.endswith(f"ประจำปีงบประมาณ พ.ศ. {framework.fiscal_year}")
    assert framework.standing


def test_it_breaks_no_rule(framework: Framework) -> None:
    year = framework.fiscal_year
    site = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")
    profile = AgencyProfile(name="ก", type="ก", province="ก")
    scores = ScoreSet.model_validate({"overall": "9", "indicators": {str(n): "9" for n in range(1, 11)}})
    agency = Agency("tua-yang", profile, (AgencyYear(year, scores),))

    assert validate(Dataset(site, (agency,), {year: framework})) == ()


def test_the_weights_of_the_instruments(framework: Framework) -> None:
    weights = {instrument.code: instrument.weight for instrument in framework.instruments}

    assert weights == {"IIT": Decimal("0.30"), "EIT": Decimal("0.30"), "OIT": Decimal("0.40")}
    assert sum(weights.values()) == 1


def test_what_citizens_read_for_the_instruments(framework: Framework) -> None:
    assert {instrument.code: instrument.short_name for instrument in framework.instruments} == {
        "IIT": "ความเห็นของบุคลากรภายใน",
        "EIT": "ความเห็นของผู้รับบริการ",
        "OIT": "การเปิดเผยบนเว็บไซต์",
    }


def test_the_ten_indicators(framework: Framework) -> None:
    assert [(one.number, one.name, one.instrument) for one in framework.indicators] == INDICATORS


def test_no_two_indicators_share_a_name(framework: Framework) -> None:
    names = [thai.without_spaces(name) for one in framework.indicators for name in (one.name, *one.aliases)]

    assert len(set(names)) == len(names)
    assert framework.named("การปรับปรุงการทำงาน") == framework.indicator(8)


def test_the_items_are_numbered_through(framework: Framework) -> None:
    count = ITEMS[framework.fiscal_year.number]

    assert [item.code for item in framework.items] == [f"O{n}" for n in range(1, count + 1)]
    assert all(item.title for item in framework.items)


def test_sub_indicators_and_items_agree(framework: Framework) -> None:
    """Each item stands in the list of its sub-indicator, once, and the lists run through the items in order."""
    listed = {group.code: list(group.items) for group in framework.sub_indicators}
    by_item = {
        group.code: [item.code for item in framework.items if item.sub_indicator == group.code]
        for group in framework.sub_indicators
    }

    assert listed == by_item
    assert [code for codes in listed.values() for code in codes] == [item.code for item in framework.items]


def test_the_sub_indicators_belong_to_the_oit(framework: Framework) -> None:
    groups = [(group.code, group.indicator) for group in framework.sub_indicators]

    assert groups == [("9.1", 9), ("9.2", 9), ("9.3", 9), ("9.4", 9), ("9.5", 9), ("10.1", 10), ("10.2", 10)]
    assert {framework.indicator(number).instrument for _, number in groups} == {"OIT"}


def _named_sources(framework: Framework) -> set[str]:
    named = {name for instrument in framework.instruments for name in instrument.sources}
    named |= {name for item in framework.items for name in item.sources}
    return named | set(framework.national_average.sources if framework.national_average else ())


def test_every_source_that_is_named_is_listed(framework: Framework) -> None:
    assert _named_sources(framework) - set(framework.sources) == set()


def test_every_source_that_is_listed_is_named(framework: Framework) -> None:
    """A source that nothing rests on is a leftover."""
    assert set(framework.sources) - _named_sources(framework) == set()


def test_the_grades_of_the_year(framework: Framework) -> None:
    ladder = [
        (grade.label, str(grade.overall_min), None if grade.instrument_min is None else str(grade.instrument_min))
        for grade in framework.grades
    ]

    assert ladder == (WORDS if framework.fiscal_year.number >= FIRST_YEAR_OF_WORDS else LETTERS)


def test_how_scores_are_compared(framework: Framework) -> None:
    scoring = framework.scoring

    assert (str(scoring.tolerance), str(scoring.bar), str(scoring.threshold)) == ("0.01", "85", "70")


def test_which_years_the_measures_are_about(framework: Framework) -> None:
    about = [(item.code, item.assessed, item.acted) for item in framework.items if item.assessed is not None]

    assert about == MEASURES[framework.fiscal_year.number]
    assert all((item.assessed is None) == (item.acted is None) for item in framework.items)


def test_national_averages() -> None:
    averages = {
        year.number: str(average.value.value)
        for year in YEARS
        if (average := frameworks.packaged(year).national_average) is not None
    }

    assert averages == {2564: "81.25", 2565: "87.57", 2566: "90.19", 2567: "93.05", 2568: "93.82"}


def _scalars(year: FiscalYear) -> Iterator[tuple[int, str]]:
    for event in yaml.parse(frameworks.packaged_bytes(year).decode(), Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            mark: Any = event.start_mark
            yield mark.line + 1, event.value


@pytest.mark.parametrize("year", YEARS, ids=str)
def test_every_text_is_in_normal_form(year: FiscalYear) -> None:
    texts = list(_scalars(year))

    assert len(texts) > 300
    assert [(line, text) for line, text in texts if thai.normalise(text) != text] == []


@pytest.mark.parametrize("year", YEARS, ids=str)
def test_a_file_is_written_as_the_reader_wants_it(year: FiscalYear) -> None:
    content = frameworks.packaged_bytes(year)

    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert b"\t" not in content
    assert content.endswith(b"\n")
    # Arabic digits, so that what is printed can be searched for
    assert not re.search("[๐-๙]", content.decode())


def test_nothing_but_frameworks_lies_beside_the_code() -> None:
    names = {entry.name for entry in resources.files("generator.frameworks").iterdir()} - {"__pycache__"}

    assert names == {"__init__.py", *(f"{year}.yml" for year in YEARS)}


def test_the_years_stand_in_order() -> None:
    assert all(one < other for one, other in pairwise(frameworks.packaged_years()))


# --- the engine knows no item number and no year

_YEAR_OR_ITEM = re.compile(r"(?<![0-9])2[45][0-9]{2}(?![0-9])|[๒][๔๕][๐-๙]{2}|\bO ?[1-9][0-9]?\b")
_FIRST, _LAST = 2400, 2700

# Where a year or an item may stand in code, and why.
_ALLOWED = {
    ("thai.py", "2400"): "the earliest Buddhist year that a document can have",
    ("thai.py", "2699"): "the latest; tells them from years of the common era",
    ("thai.py", "2500"): "the century of a year of two digits: 68 is 2568",
    ("cli.py", "2569"): "an example of a date in the help of --as-of",
    ("problems/messages.py", "2566"): "an example of a date in a message",
    ("problems/messages.py", "2568"): "an example of a year in a message",
}


def _docstrings(tree: ast.Module) -> set[int]:
    """Bare strings at the beginning of modules, classes and functions: they speak to developers."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def _years_and_items(code: str) -> Iterator[str]:
    tree = ast.parse(code)
    docstrings = _docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str | bytes):
            text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
            yield from _YEAR_OR_ITEM.findall(text)
        elif isinstance(node.value, int | float) and _FIRST <= node.value < _LAST:
            yield str(node.value)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("x = 2568", ["2568"]),
        ("x = 2399, 2700, 12568, 85, 1.5, True", []),
        ("if year >= FiscalYear(2566): pass", ["2566"]),
        ("x = 'ปี 2568'", ["2568"]),
        ("x = f'{a} ๒๕๖๘ {b}'", ["๒๕๖๘"]),
        ("x = 'O42', 'ข้อ O 7', b'O1'", ["O42", "O 7", "O1"]),
        ("x = 'O100', 'CO2', 'OIT', '125680'", []),
        ("def f():\n    '''Since 2566, O42.'''\n    return 1", []),
        ("def f():\n    x = '''Since 2566, O42.'''", ["2566", "O42"]),
        ("x = 1  # O42 of 2566", []),
    ],
)
def test_what_counts_as_a_year_or_an_item(code: str, found: list[str]) -> None:
    assert list(_years_and_items(code)) == found


def test_the_engine_knows_no_item_and_no_year() -> None:
    found = {
        (path.relative_to(PROGRAM).as_posix(), text)
        for path in PROGRAM.rglob("*.py")
        for text in _years_and_items(path.read_text(encoding="utf-8"))
    }

    assert found == set(_ALLOWED)
