"""All rules together: whose problems they are, by which framework somebody is judged, and that each rule speaks."""

from collections.abc import Callable, Mapping
from inspect import getmembers, isfunction

import pytest

from generator.frameworks import packaged
from generator.model import (
    Acknowledgements,
    Agency,
    AgencyProfile,
    AgencyYear,
    Dataset,
    Framework,
    Layout,
    MeasureSet,
    ScoreSet,
    Site,
)
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import (
    AGENCY_RULES,
    DOCUMENT_RULES,
    FRAMEWORK_RULES,
    MEASURE_RULES,
    YEAR_RULES,
    agencies,
    frameworks,
    measures,
    narrative,
    scores,
    validate,
)

Tell = Callable[[Mapping[str, str]], list[tuple[str, str, str]]]

YEAR, BEFORE = FiscalYear(2568), FiscalYear(2567)
SITE = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")
PROFILE = AgencyProfile(name="เทศบาลตำบลตัวอย่าง", type="เทศบาลตำบล", province="จังหวัดทดสอบ")

# two indicators where the packaged ones have ten
SMALL = """\
fiscal_year: 2568
title: เกณฑ์
standing: ร่าง
scoring: {tolerance: 0.01, bar: 85, threshold: 70, confidence: confirmed}
instruments:
  - {code: IIT, name: ก, short_name: ก, name_en: a, confidence: confirmed, weight: 1}
indicators:
  - {number: 1, name: หนึ่ง, name_en: one, instrument: IIT, confidence: confirmed}
  - {number: 2, name: สอง, name_en: two, instrument: IIT, confidence: confirmed}
grades:
  - {label: ผ่าน, overall_min: 0.00, confidence: confirmed}
"""


def _framework(year: FiscalYear, text: str = SMALL) -> Framework:
    return parse(read(text.encode(), f"data/frameworks/{year}.yml"), Framework)


def _year(year: FiscalYear, scores: str) -> AgencyYear:
    return AgencyYear(year, parse(read(scores.encode(), f"data/tua-yang/{year}/scores.yml"), ScoreSet))


def _acting(year: FiscalYear, text: str) -> AgencyYear:
    return AgencyYear(year, measures=parse(read(text.encode(), f"data/tua-yang/{year}/measures.yml"), MeasureSet))


def _seen(years: tuple[AgencyYear, ...], known: Mapping[FiscalYear, Framework]) -> list[tuple[str, str, str]]:
    problems = validate(Dataset(SITE, (Agency("tua-yang", PROFILE, years),), dict(known)))
    return [(one.code, one.source.file.removeprefix("data/"), one.found) for one in problems]


def test_the_problems_of_all_agencies_and_frameworks_come_sorted() -> None:
    entry = "{code: a, fiscal_year: 2568, values: [1], state: corrected, reason: r, by: b, date: 1 ตุลาคม 2568}"
    named = []
    for slug in ("zz", "aa"):
        result = parse(read(b"grade: g\n", f"data/{slug}/2568/scores.yml"), ScoreSet)
        looked = read(f"acknowledged: [{entry}]\n".encode(), f"data/{slug}/acknowledged.yml")
        known = parse(looked, Acknowledgements).acknowledged
        named.append(Agency(slug, PROFILE, (AgencyYear(YEAR, result),), known))

    problems = validate(Dataset(SITE, tuple(named), {YEAR: packaged(YEAR), BEFORE: _framework(BEFORE)}))

    assert [(str(one.source), one.code, one.agency) for one in problems] == [
        ("data/aa/2568/scores.yml:1:1", "nothing-printed", "aa"),
        ("data/aa/acknowledged.yml:1:16", "acknowledgement-document", "aa"),
        ("data/frameworks/2567.yml:1:1", "framework-year", None),
        ("data/zz/2568/scores.yml:1:1", "nothing-printed", "zz"),
        ("data/zz/acknowledged.yml:1:16", "acknowledgement-document", "zz"),
    ]


def test_by_a_broken_framework_nobody_is_judged() -> None:
    """What is right cannot be told by rules that are wrong."""
    broken = _framework(YEAR, SMALL.replace("number: 2, name", "number: 1, name"))

    seen = _seen((_year(YEAR, "indicators: {1: 9, 2: 9}\n"),), {YEAR: broken})

    assert {file for _, file, _ in seen} == {"frameworks/2568.yml"}


def test_an_agency_is_held_to_the_framework_of_each_year() -> None:
    """Ten indicators in one year, two in another."""
    years = (_year(BEFORE, "indicators: {2: 9, 3: 9}\n"), _year(YEAR, "indicators: {2: 9, 3: 9}\n"))

    assert _seen(years, {BEFORE: packaged(BEFORE), YEAR: _framework(YEAR)}) == [
        ("unknown-indicator", "tua-yang/2568/scores.yml", "3")
    ]


@pytest.mark.parametrize(
    ("measures", "breaches"),
    [
        # ten indicators in the year before, two in the year of the folder
        ("measures: [{no: 1, steps: ก, indicators: [10]}]\n", []),
        (
            "assessed: 2568\nmeasures: [{no: 1, steps: ก, indicators: [10]}]\n",
            [("unknown-indicator", "tua-yang/2568/measures.yml", "10")],
        ),
        ("assessed: 2567\nmeasures: [{no: 1, steps: ก, indicators: [10]}]\n", []),
        (
            "measures: [{no: 1, steps: ก, indicators: [11]}]\n",
            [("unknown-indicator", "tua-yang/2568/measures.yml", "11")],
        ),
    ],
)
def test_measures_are_held_to_the_framework_that_was_assessed(
    measures: str, breaches: list[tuple[str, str, str]]
) -> None:
    known = {BEFORE: packaged(BEFORE), YEAR: _framework(YEAR)}

    assert _seen((_acting(YEAR, measures),), known) == breaches


@pytest.mark.parametrize("broken", [BEFORE, YEAR])
def test_measures_are_not_judged_by_a_broken_framework(broken: FiscalYear) -> None:
    """That of the year assessed: with that of the folder's year measures have nothing to do."""
    known = {year: packaged(year) for year in (BEFORE, YEAR)}
    known[broken] = _framework(broken, SMALL.replace("weight: 1", "weight: 0.5"))
    acting = _acting(YEAR, "measures: [{no: 1, indicators: [11]}]\n")

    seen = [code for code, file, _ in _seen((acting,), known) if file.endswith("measures.yml")]

    assert seen == ([] if broken == BEFORE else ["measure-empty", "unknown-indicator"])


def test_an_agency_that_keeps_every_rule(told: Tell) -> None:
    """Every file, and in it every kind of record that a rule looks at."""
    files = {
        "2567/scores.yml": """\
places:
  - {id: table, kind: table, where: ตาราง, overall: 90.90, instruments: [{code: OIT, score: 90.00}]}
""",
        "2567/analysis.yml": """\
sections:
  - id: indicators
    places: [table]
    recommendations: [{text: ก, origin: agency, indicators: [10]}]
    indicators:
      - {name: การใช้อำนาจ, level: ดีมาก, strengths: อยู่ในระดับดีมาก, remarks: [{passage: ระดับ, note: ก}]}
      - {indicator: 9, sub_indicator: 9.1, items: [O1], purpose: ก}
""",
        "2568/measures.yml": """\
columns: [{holds: steps, heading: ก}, {holds: result, heading: ข}]
measures:
  - {no: 1, steps: ก, indicators: [10], sub_indicators: [10.2], items: [O35], responsible: [{unit: ก}, {post: ข}]}
  - no: 2
    merged: [responsible]
    result: ก
    outcomes: [{datum: OIT, previous_year: 2567, previous: 90.00, year: 2568, score: 91.00, difference: 1.00}]
    outcome: ปี ๒๕๖๗ ๙๐.๐๐ คะแนน ปี ๒๕๖๘ ๙๑.๐๐ คะแนน เพิ่มขึ้น ๑.๐๐
  - {no: 3, not_done: ก}
""",
        "2568/documents.yml": """\
documents:
  - {kind: report, title: ก, item: O27, contains: [{record: scores, year: 2567}, {record: measures, year: 2568}]}
  - {kind: report-2, title: ก, item: O27, remarks: [{passage: ก, note: ข}]}
""",
    }

    assert told(files) == []


RULES = [*FRAMEWORK_RULES, *AGENCY_RULES, *YEAR_RULES, *MEASURE_RULES, *DOCUMENT_RULES]


def test_each_rule_says_what_it_is() -> None:
    said = [(rule.__doc__ or "").strip() for rule in RULES]

    assert len({rule.__name__ for rule in RULES}) == len(RULES) == 43
    assert all(one.endswith(".") for one in said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("module", [frameworks, scores, narrative, measures, agencies])
def test_every_rule_of_a_module_stands_in_a_table(module: object) -> None:
    own = {
        function
        for name, function in getmembers(module, isfunction)
        if function.__module__ == getattr(module, "__name__", "") and not name.startswith("_")
    }

    assert own
    assert own <= {*RULES}
