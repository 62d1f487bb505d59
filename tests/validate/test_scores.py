"""Rules of what a scores file prints: one table per rule, the last row that is right beside the first that is wrong."""

from collections.abc import Sequence

import pytest

from generator.frameworks import packaged
from generator.model import Agency, AgencyProfile, AgencyYear, Dataset, Layout, ScoreSet, Site
from generator.problems import Problem
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import validate

YEAR = FiscalYear(2568)
SITE = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")
PROFILE = AgencyProfile(name="เทศบาลตำบลตัวอย่าง", type="เทศบาลตำบล", province="จังหวัดทดสอบ")
FILE = "data/tua-yang/2568/scores.yml"

# code, line:column, found
Breach = tuple[str, str, str]


def _breaches(problems: Sequence[Problem]) -> list[Breach]:
    return [(one.code, f"{one.source.line}:{one.source.column}", one.found) for one in problems]


def _problems(scores: str) -> tuple[Problem, ...]:
    """What is wrong with the agency that has this file."""
    year = AgencyYear(YEAR, parse(read(scores.encode(), FILE), ScoreSet))
    return validate(Dataset(SITE, (Agency("tua-yang", PROFILE, (year,)),), {YEAR: packaged(YEAR)}))


def _of_scores(scores: str) -> list[Breach]:
    problems = _problems(scores)
    assert {(one.source.file, one.agency) for one in problems} <= {(FILE, "tua-yang")}
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

    (problem,) = _problems(_rows(row))

    assert problem.details == {"known": known or names, "guess": guess}


@pytest.mark.parametrize(("name", "guess"), [("การใช้อำนาด", "การใช้อำนาจ"), ("zzz", "")])
def test_what_an_unknown_indicator_of_a_sentence_may_be(name: str, guess: str) -> None:
    names = ", ".join(indicator.name for indicator in packaged(YEAR).indicators)
    claim = f"{{claim: lowest, names: [{name}], printed: p}}"

    (problem,) = _problems(f"places: [{{id: t, kind: text, where: w, overall: 9, claims: [{claim}]}}]\n")

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
    assert {one.details["known"] for one in _problems(scores)} <= {"IIT, EIT, OIT"}


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

    assert [one.details for one in _problems(scores)] == [{"year": "2568"}]


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
