"""Rules across records: one table per rule, the last row that is right beside the first that is wrong."""

from collections.abc import Mapping, Sequence

import pytest

from generator.frameworks import packaged
from generator.model import (
    Acknowledgement,
    Acknowledgements,
    Agency,
    AgencyProfile,
    AgencyYear,
    Dataset,
    Framework,
    Layout,
    ScoreSet,
    Site,
)
from generator.problems import InvalidData, Problem
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import FRAMEWORK_RULES, YEAR_RULES, validate

YEAR = FiscalYear(2568)
SITE = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")
PROFILE = AgencyProfile(name="เทศบาลตำบลตัวอย่าง", type="เทศบาลตำบล", province="จังหวัดทดสอบ")

# code, line:column, found
Breach = tuple[str, str, str]


def _agency(scores: str, acknowledged: str = "", slug: str = "tua-yang") -> Agency:
    entries: tuple[Acknowledgement, ...] = ()
    if acknowledged:
        file = f"data/{slug}/acknowledged.yml"
        entries = parse(read(acknowledged.encode(), file), Acknowledgements).acknowledged
    record = parse(read(scores.encode(), f"data/{slug}/2568/scores.yml"), ScoreSet)
    return Agency(slug, PROFILE, (AgencyYear(YEAR, record),), entries)


def _problems(*agencies: Agency, framework: Framework | None = None) -> tuple[Problem, ...]:
    return validate(Dataset(SITE, agencies, {YEAR: framework or packaged(YEAR)}))


def _breaches(problems: Sequence[Problem]) -> list[Breach]:
    return [(one.code, f"{one.source.line}:{one.source.column}", one.found) for one in problems]


def _of_scores(scores: str) -> list[Breach]:
    problems = _problems(_agency(scores))
    assert {one.agency for one in problems} <= {"tua-yang"}
    assert {one.source.file for one in problems} <= {"data/tua-yang/2568/scores.yml"}
    return _breaches(problems)


# --- something_is_printed


@pytest.mark.parametrize(
    ("scores", "breaches"),
    [
        ("grade: ผ่าน\n", [("nothing-printed", "1:1", "")]),
        ("# a note\nreading: ocr\n", [("nothing-printed", "2:1", "")]),
        ("places:\n  - {id: t, kind: table, where: w}\n", [("nothing-printed", "1:1", "")]),
        ("places:\n  - {id: t, kind: table, where: w, scores: [{number: 1}]}\n", [("nothing-printed", "1:1", "")]),
        (
            "places:\n  - {id: t, kind: table, where: w, previous_year: 2567, scores: [{number: 1, previous: 9}]}\n",
            [("nothing-printed", "1:1", "")],
        ),
        ("overall: 90.90\n", []),
        ("overall: 0\n", []),
        ("overall: 0.00\n", []),
        ("indicators: {10: 0.00}\n", []),
        ("instruments: {IIT: 0.00}\n", []),
        ("places:\n  - {id: t, kind: table, where: w, overall: 0}\n", []),
        ("places:\n  - {id: t, kind: table, where: w, instruments: [{code: OIT, score: 0}]}\n", []),
        ("places:\n  - {id: t, kind: table, where: w}\n  - {id: u, kind: text, where: w, overall: 1}\n", []),
        ("places:\n  - {id: t, kind: table, where: w, scores: [{number: 1}, {number: 2, score: 0}]}\n", []),
    ],
)
def test_something_is_printed(scores: str, breaches: list[Breach]) -> None:
    assert _of_scores(scores) == breaches


# --- indicators_are_known


def _rows(*rows: str) -> str:
    """A file whose rows begin in column 9 from line 6 on."""
    lines = "".join(f"      - {row}\n" for row in rows)
    return f"places:\n  - id: table\n    kind: table\n    where: w\n    scores:\n{lines}"


@pytest.mark.parametrize(
    ("scores", "breaches"),
    [
        (_rows("{indicator: 1, score: 9}"), []),
        (_rows("{indicator: 10, score: 9}"), []),
        (_rows("{indicator: 11, score: 9}"), [("unknown-indicator", "6:9", "11")]),
        (_rows("{indicator: ๑๑, score: 9}"), [("unknown-indicator", "6:9", "11")]),
        (_rows("{number: 10, score: 9}"), []),
        (_rows("{number: 11, score: 9}"), [("unknown-indicator", "6:9", "11")]),
        (_rows("{name: การใช้อำนาจ, score: 9}"), []),
        (_rows("{name: การ ใช้ อำนาจ, score: 9}"), []),
        (_rows("{name: การปรับปรุงการทำงาน, score: 9}"), []),  # an alias
        (_rows("{name: การใช้อำนาด, score: 9}"), [("unknown-indicator", "6:16", "การใช้อำนาด")]),
        (_rows("{score: 9, name: การใช้อำนาด}"), [("unknown-indicator", "6:26", "การใช้อำนาด")]),
        # a printed number never says which indicator an unknown name is; the official one does
        (_rows("{name: การใช้อำนาด, number: 3, score: 9}"), [("unknown-indicator", "6:16", "การใช้อำนาด")]),
        (_rows("{name: การใช้อำนาด, indicator: 3, score: 9}"), []),
        (_rows("{name: การใช้อำนาจ, indicator: 11, score: 9}"), [("unknown-indicator", "6:9", "11")]),
        (
            _rows("{number: 0, name: ก, score: 9}", "{number: 12, score: 9}", "{number: 1, score: 9}"),
            [("unknown-indicator", "6:27", "ก"), ("unknown-indicator", "7:9", "12")],
        ),
        ("indicators: {1: 9, 10: 9}\n", []),
        ("indicators: {1: 9, ๑๐: 9}\n", []),
        # there is no indicator 0, which is something else than no indicator
        (_rows("{indicator: 0, score: 9}"), [("unknown-indicator", "6:9", "0")]),
        (_rows("{number: 0, score: 9}"), [("unknown-indicator", "6:9", "0")]),
        (_rows("{score: 9}"), [("row-of-nothing", "6:9", "")]),
        (_rows("{rank: 1, score: 9}", "{number: 1, score: 9}"), [("row-of-nothing", "6:9", "")]),
    ],
)
def test_indicators_are_known(scores: str, breaches: list[Breach]) -> None:
    assert _of_scores(scores) == breaches


def test_an_indicator_of_the_short_form_is_unknown() -> None:
    assert [(code, found) for code, _, found in _of_scores("indicators: {1: 9, 11: 9}\n")] == [
        ("unknown-indicator", "11")
    ]


@pytest.mark.parametrize(
    ("names", "breaches"),
    [
        ("[การใช้อำนาจ]", []),
        ("[การปรับปรุงการทำงาน, การใช้งบประมาณ]", []),
        ("[]", []),
        ("[การใช้อำนาด]", [("unknown-indicator", "7:9", "การใช้อำนาด")]),
        ("[การใช้อำนาจ, ข้อ 3]", [("unknown-indicator", "7:9", "ข้อ 3")]),
    ],
)
def test_indicators_in_sentences_are_known(names: str, breaches: list[Breach]) -> None:
    place = "places:\n  - id: text\n    kind: text\n    where: w\n    overall: 9\n    claims:\n"

    assert _of_scores(f"{place}      - {{claim: highest, names: {names}, printed: p}}\n") == breaches


@pytest.mark.parametrize(
    ("row", "known", "guess"),
    [
        ("{indicator: 11, score: 9}", "1–10", ""),
        ("{number: 11, score: 9}", "1–10", ""),
        ("{name: การใช้อำนาด, score: 9}", None, "การใช้อำนาจ"),
        ("{name: การแก้ปัญหาการทุจริต, score: 9}", None, "การแก้ไขปัญหาการทุจริต"),
        ("{name: zzz, score: 9}", None, ""),
    ],
)
def test_what_an_unknown_indicator_of_a_row_may_be(row: str, known: str | None, guess: str) -> None:
    names = ", ".join(indicator.name for indicator in packaged(YEAR).indicators)

    (problem,) = _problems(_agency(_rows(row)))

    assert problem.details == {"known": known or names, "guess": guess}


@pytest.mark.parametrize(("name", "guess"), [("การใช้อำนาด", "การใช้อำนาจ"), ("zzz", "")])
def test_what_an_unknown_indicator_of_a_sentence_may_be(name: str, guess: str) -> None:
    names = ", ".join(indicator.name for indicator in packaged(YEAR).indicators)
    claim = f"{{claim: lowest, names: [{name}], printed: p}}"

    (problem,) = _problems(_agency(f"places: [{{id: t, kind: text, where: w, overall: 9, claims: [{claim}]}}]\n"))

    assert problem.details == {"known": names, "guess": guess}


# --- indicators_stand_once


@pytest.mark.parametrize(
    ("scores", "breaches"),
    [
        (_rows("{number: 1, score: 9}", "{number: 2, score: 9}"), []),
        (_rows("{number: 1, score: 9}", "{number: 1, score: 9}"), [("duplicate-indicator", "7:9", "1")]),
        (
            _rows("{number: 1, score: 9}", "{name: การปฏิบัติหน้าที่, score: 8}"),
            [("duplicate-indicator", "7:9", "1")],
        ),
        (
            _rows("{name: การปรับปรุงการทำงาน, score: 9}", "{name: การปรับปรุงระบบการทำงาน, score: 8}"),
            [("duplicate-indicator", "7:9", "8")],
        ),
        # matched by name, whatever number is printed
        (_rows("{number: 1, name: การใช้อำนาจ, score: 9}", "{number: 1, name: การใช้งบประมาณ, score: 8}"), []),
        (
            _rows("{number: 1, score: 9}", "{number: 1, score: 8}", "{number: 1, score: 7}"),
            [("duplicate-indicator", "7:9", "1"), ("duplicate-indicator", "8:9", "1")],
        ),
        # what nobody knows is not the same
        (
            _rows("{name: ก, score: 9}", "{name: ข, score: 9}"),
            [("unknown-indicator", "6:16", "ก"), ("unknown-indicator", "7:16", "ข")],
        ),
        (
            _rows("{number: 1, score: 9}") + "  - {id: u, kind: text, where: w, scores: [{number: 1, score: 8}]}\n",
            [],  # another place
        ),
        ("indicators: {1: 9}\n" + _rows("{number: 1, score: 8}"), []),
    ],
)
def test_indicators_stand_once(scores: str, breaches: list[Breach]) -> None:
    assert _of_scores(scores) == breaches


# --- places_differ


@pytest.mark.parametrize(
    ("short", "ids", "breaches"),
    [
        ("", ["t", "u"], []),
        ("", ["t", "t"], [("duplicate-place", "2:5", "t"), ("duplicate-place", "3:5", "t")]),
        ("", ["t", "u", "t"], [("duplicate-place", "2:5", "t"), ("duplicate-place", "4:5", "t")]),
        ("", ["result"], []),
        # the short form is a place of its own, called result
        ("overall: 9\n", ["t"], []),
        ("overall: 9\n", ["result"], [("duplicate-place", "3:5", "result")]),
        ("grade: ผ่าน\n", ["result"], [("duplicate-place", "3:5", "result")]),
        ("instruments: {IIT: 9}\n", ["result"], [("duplicate-place", "3:5", "result")]),
        ("indicators: {1: 9}\n", ["result"], [("duplicate-place", "3:5", "result")]),
    ],
)
def test_places_differ(short: str, ids: list[str], breaches: list[Breach]) -> None:
    places = "".join(f"  - {{id: {one}, kind: table, where: w, overall: 9}}\n" for one in ids)

    assert _of_scores(f"{short}places:\n{places}") == breaches


# --- instruments_are_known


@pytest.mark.parametrize(
    ("codes", "breaches"),
    [
        (["IIT"], []),
        (["IIT", "EIT", "OIT"], []),
        (["MOIT"], [("unknown-instrument", "6:9", "MOIT")]),
        (["IIT", "iit"], [("unknown-instrument", "7:9", "iit")]),
        (["1", "EIT", "O1"], [("unknown-instrument", "6:9", "1"), ("unknown-instrument", "8:9", "O1")]),
    ],
)
def test_instruments_are_known(codes: list[str], breaches: list[Breach]) -> None:
    rows = "".join(f"      - {{code: {code}, score: 9}}\n" for code in codes)
    scores = f"places:\n  - id: t\n    kind: table\n    where: w\n    instruments:\n{rows}"

    assert _of_scores(scores) == breaches
    assert {one.details["known"] for one in _problems(_agency(scores))} <= {"IIT, EIT, OIT"}


def test_an_instrument_of_the_short_form_is_unknown() -> None:
    found = [(code, found) for code, _, found in _of_scores("instruments: {OIT: 9, MOIT: 9}\n")]

    assert found == [("unknown-instrument", "MOIT")]


# --- comparisons_name_a_year_before


@pytest.mark.parametrize(
    ("previous_year", "rest", "breaches"),
    [
        # which year
        (2567, "{scores: [{number: 1, score: 9, previous: 8}]}", []),
        (2566, "{scores: [{number: 1, score: 9, previous: 8}]}", []),
        (2568, "{scores: [{number: 1, score: 9, previous: 8}]}", [("previous-year", "2:5", "2568")]),
        (2569, "{overall: 9}", [("previous-year", "2:5", "2569")]),
        # what needs a year
        (None, "{overall: 9, scores: [{number: 1, score: 9}]}", []),
        (None, "{scores: [{number: 1, score: 9, previous: 8}]}", [("previous-without-year", "2:5", "")]),
        (None, "{scores: [{number: 1, score: 9, previous: 0}]}", [("previous-without-year", "2:5", "")]),
        (None, "{scores: [{number: 1, score: 9, difference: 1}]}", [("previous-without-year", "2:5", "")]),
        (None, "{scores: [{number: 1, score: 9, difference: 0}]}", [("previous-without-year", "2:5", "")]),
        (
            None,
            "{scores: [{number: 1, score: 9}, {number: 2, score: 9, difference: 0}]}",
            [("previous-without-year", "2:5", "")],
        ),
        (None, "{instruments: [{code: IIT, score: 9}]}", []),
        (None, "{instruments: [{code: IIT, score: 9, previous: 8}]}", [("previous-without-year", "2:5", "")]),
        (None, "{instruments: [{code: IIT, score: 9, difference: 1}]}", [("previous-without-year", "2:5", "")]),
        (None, "{overall: 9, overall_change: {previous: 8}}", [("previous-without-year", "2:5", "")]),
        (None, "{overall: 9, overall_change: {difference: 1}}", [("previous-without-year", "2:5", "")]),
        (2567, "{overall: 9, overall_change: {previous: 8, difference: 1}}", []),
        (2567, "{instruments: [{code: IIT, score: 9, previous: 8, difference: 1}]}", []),
    ],
)
def test_comparisons_name_a_year_before(previous_year: int | None, rest: str, breaches: list[Breach]) -> None:
    year = f", previous_year: {previous_year}" if previous_year else ""
    scores = f"places:\n  - {{id: t, kind: comparison, where: w{year}, {rest[1:-1]}}}\noverall: 9\n"

    assert _of_scores(scores) == breaches


def test_the_year_that_a_comparison_must_lie_before_is_named() -> None:
    scores = "overall: 9\nplaces:\n  - {id: t, kind: comparison, where: w, previous_year: 2568, overall: 9}\n"

    assert [one.details for one in _problems(_agency(scores))] == [{"year": "2568"}]


# --- choices_stand_once


@pytest.mark.parametrize(
    ("data", "breaches"),
    [
        (["1"], []),
        (["1", "2", "overall", "IIT"], []),
        (["1", "1"], [("duplicate-choice", "4:5", "1")]),
        (["1", "๑"], [("duplicate-choice", "4:5", "1")]),
        (["overall", "1", "overall"], [("duplicate-choice", "5:5", "overall")]),
        (["1", "1", "1"], [("duplicate-choice", "4:5", "1"), ("duplicate-choice", "5:5", "1")]),
    ],
)
def test_choices_stand_once(data: list[str], breaches: list[Breach]) -> None:
    chosen = "".join(f"  - {{datum: {datum}, value: 9, reason: r}}\n" for datum in data)

    assert _of_scores(f"overall: 9\nchosen:\n{chosen}") == breaches


# --- corrected_names_its_document


@pytest.mark.parametrize(
    ("state", "document", "breaches"),
    [
        ("waiting", "", []),
        ("confirmed", "", []),
        ("corrected", ", document: หนังสือที่ 1", []),
        ("corrected", "", [("acknowledgement-document", "2:5", "value-conflict")]),
        ("waiting", ", document: หนังสือที่ 1", []),
    ],
)
def test_corrected_names_its_document(state: str, document: str, breaches: list[Breach]) -> None:
    entry = (
        f"  - {{code: value-conflict, fiscal_year: 2568, values: [1], state: {state}, reason: r, by: b, "
        f"date: 1 ตุลาคม 2568{document}}}\n"
    )

    problems = _problems(_agency("overall: 9\n", f"acknowledged:\n{entry}"))

    assert _breaches(problems) == breaches
    assert {(one.source.file, one.agency) for one in problems} <= {("data/tua-yang/acknowledged.yml", "tua-yang")}


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
    problems = _problems(framework=framework)
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

    assert [one.details for one in _problems(framework=framework)] == [{"name": "2568"}]


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
    references = [one for one in _problems(framework=framework) if one.code == "framework-reference"]

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


# --- all rules together


def test_the_good_framework_is_good() -> None:
    assert _of_framework("standing: ร่าง", "standing: ร่าง") == []


def test_the_problems_of_all_agencies_and_frameworks_come_sorted() -> None:
    other = parse(read(GOOD.encode(), "data/frameworks/2567.yml"), Framework)
    entry = "{code: a, fiscal_year: 2568, values: [1], state: corrected, reason: r, by: b, date: 1 ตุลาคม 2568}"
    agencies = tuple(_agency("grade: ก\n", f"acknowledged: [{entry}]\n", slug) for slug in ("zz", "aa"))

    problems = validate(Dataset(SITE, agencies, {YEAR: packaged(YEAR), FiscalYear(2567): other}))

    assert [(str(one.source), one.code, one.agency) for one in problems] == [
        ("data/aa/2568/scores.yml:1:1", "nothing-printed", "aa"),
        ("data/aa/acknowledged.yml:1:16", "acknowledgement-document", "aa"),
        ("data/frameworks/2567.yml:1:1", "framework-year", None),
        ("data/zz/2568/scores.yml:1:1", "nothing-printed", "zz"),
        ("data/zz/acknowledged.yml:1:16", "acknowledgement-document", "zz"),
    ]


def test_by_a_broken_framework_nobody_is_judged() -> None:
    """What is right cannot be told by rules that are wrong."""
    framework = parse(read(GOOD.replace("number: 2, name", "number: 1, name").encode(), FILE), Framework)

    problems = _problems(_agency("indicators: {1: 9, 2: 9}\n"), framework=framework)

    assert {one.source.file for one in problems} == {FILE}


def test_an_agency_is_held_to_the_framework_of_each_year() -> None:
    """Ten indicators in one year, two in another."""
    small = parse(read(GOOD.encode(), FILE), Framework)
    scores = [
        parse(read(b"indicators: {2: 9, 3: 9}\n", f"data/tua-yang/{year}/scores.yml"), ScoreSet)
        for year in (2567, 2568)
    ]
    years = tuple(AgencyYear(FiscalYear(year), one) for year, one in zip((2567, 2568), scores, strict=True))
    frameworks: Mapping[FiscalYear, Framework] = {FiscalYear(2567): packaged(FiscalYear(2567)), YEAR: small}

    problems = validate(Dataset(SITE, (Agency("tua-yang", PROFILE, years),), dict(frameworks)))

    assert [(one.code, one.source.file, one.found) for one in problems] == [
        ("unknown-indicator", "data/tua-yang/2568/scores.yml", "3")
    ]


def test_each_rule_says_what_it_is() -> None:
    rules = [*FRAMEWORK_RULES, *YEAR_RULES]

    assert len({rule.__name__ for rule in rules}) == len(rules) == 13
    assert all((rule.__doc__ or "").strip().endswith(".") for rule in rules)
