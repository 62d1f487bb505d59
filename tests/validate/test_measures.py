"""Rules of the measures of one year: one table per rule, the last row that is right beside the first that is wrong."""

from collections.abc import Callable, Mapping

import pytest

from generator.problems import Problem

Breaches = list[tuple[str, str, str]]
Tell = Callable[[Mapping[str, str]], Breaches]
Judge = Callable[[Mapping[str, str]], tuple[Problem, ...]]

FILE = "2568/measures.yml"  # so that 2567 was assessed: O1 to O35


def rows(*measures: str) -> str:
    """A file whose measures begin in column 5 from line 2 on, each with a number and steps unless it has its own."""
    lines = []
    for number, measure in enumerate(measures, start=1):
        own = "" if measure.startswith("no: ") else f"no: {number}, steps: ก, "
        lines.append(f"  - {{{own}{measure}}}\n".replace(", }", "}"))
    return f"measures:\n{''.join(lines)}"


def one(*lines: str) -> str:
    """A file with one measure over several lines, these from line 4 on."""
    return "measures:\n  - no: 1\n    steps: ก\n" + "".join(f"    {line}\n" for line in lines)


# --- measures_differ


@pytest.mark.parametrize(
    ("numbers", "breaches"),
    [
        (["1", "2"], []),
        (["2", "1"], []),
        (["1", "10", "100"], []),
        (["1", "1"], [("2:5", "1"), ("3:5", "1")]),
        (["1", "2", "๑"], [("2:5", "1"), ("4:5", "1")]),
        (["1", "01"], [("2:5", "1"), ("3:5", "1")]),
    ],
)
def test_measures_differ(told: Tell, numbers: list[str], breaches: list[tuple[str, str]]) -> None:
    text = rows(*(f"no: {number}, steps: ก" for number in numbers))

    assert told({FILE: text}) == [("duplicate-measure", f"{FILE}:{at}", found) for at, found in breaches]


def test_measures_of_different_years_may_have_one_number(told: Tell) -> None:
    assert told({FILE: rows(""), "2567/measures.yml": rows("")}) == []


# --- steps_or_a_result


@pytest.mark.parametrize(
    ("measure", "breach"),
    [
        ("steps: ก", False),
        ("result: ก", False),
        ("not_done: ก", False),
        ("steps: ก, result: ก, outcome: ก", False),
        ("title: ก", True),
        ("outcome: ก", True),
        ("analysis: ก, follow_up: ก", True),
        ("progress: [{round: year-end, text: ก}]", True),
        ("continues: true", True),
    ],
)
def test_steps_or_a_result(told: Tell, measure: str, breach: bool) -> None:
    text = rows("", f"no: 7, {measure}")

    assert told({FILE: text}) == ([("measure-empty", f"{FILE}:3:5", "7")] if breach else [])


# --- served_indicators_are_known


@pytest.mark.parametrize(
    ("served", "breaches"),
    [
        ("whole: true", []),
        ("indicators: []", []),
        ("indicators: [1, 10]", []),
        ("indicators: [10, 11]", [("unknown-indicator", "11")]),
        ("indicators: [0, 1, ๑๑]", [("unknown-indicator", "0"), ("unknown-indicator", "11")]),
        ("sub_indicators: [9.1, 10.2]", []),
        ("sub_indicators: [10.2, 10.3]", [("unknown-code", "10.3")]),
        # of the year that was assessed, not of the folder's: there it would be O28
        ("items: [O1, O35]", []),
        ("items: [O35, O36]", [("unknown-code", "O36")]),
        ("items: [x], sub_indicators: [y]", [("unknown-code", "x"), ("unknown-code", "y")]),
    ],
)
def test_served_indicators_are_known(told: Tell, served: str, breaches: list[tuple[str, str]]) -> None:
    assert told({FILE: rows("", served)}) == [(code, f"{FILE}:3:5", found) for code, found in breaches]


@pytest.mark.parametrize(("assessed", "last"), [(2565, 43), (2567, 35), (2568, 28)])
def test_items_are_those_of_the_year_assessed(told: Tell, assessed: int, last: int) -> None:
    text = f"assessed: {assessed}\n{rows(f'items: [O{last}]', f'items: [O{last + 1}]')}"

    assert told({FILE: text}) == [("unknown-code", f"{FILE}:4:5", f"O{last + 1}")]


# --- merged_cells_have_a_row_above

GIVEN = {"responsible": "responsible: [{unit: ก}]", "period": "period: ตลอดปี", "follow_up": "follow_up: ก"}


@pytest.mark.parametrize("cell", GIVEN)
@pytest.mark.parametrize(
    ("cells", "breaches"),
    [
        ([""], []),
        (["given", "merged"], []),
        (["given", "merged", "merged"], []),
        (["given", "merged", "given", "merged"], []),
        (["given", "", "given", "merged"], []),
        # nothing above
        (["merged"], [("nothing-to-inherit", 2)]),
        (["", "merged"], [("nothing-to-inherit", 3)]),
        (["merged", "merged"], [("nothing-to-inherit", 2), ("nothing-to-inherit", 3)]),
        (["merged", "given"], [("nothing-to-inherit", 2)]),
        # a row without the cell in between: a cell is not merged over it
        (["given", "", "merged"], [("nothing-to-inherit", 4)]),
        (["given", "merged", "", "merged"], [("nothing-to-inherit", 5)]),
        (["given", "", "merged", "merged"], [("nothing-to-inherit", 4), ("nothing-to-inherit", 5)]),
        # both
        (["both"], [("merged-and-given", 2)]),
        (["given", "both"], [("merged-and-given", 3)]),
        (["both", "merged"], [("merged-and-given", 2)]),
    ],
)
def test_merged_cells_have_a_row_above(
    told: Tell, cell: str, cells: list[str], breaches: list[tuple[str, int]]
) -> None:
    states = {"": "", "given": GIVEN[cell], "merged": f"merged: [{cell}]", "both": f"{GIVEN[cell]}, merged: [{cell}]"}
    text = rows(*(states[state] for state in cells))

    assert told({FILE: text}) == [(code, f"{FILE}:{line}:5", cell) for code, line in breaches]


def test_each_cell_is_merged_for_itself(told: Tell) -> None:
    text = rows("period: ก, follow_up: ก", "merged: [period, responsible, follow_up]", "merged: [responsible]")

    assert told({FILE: text}) == [
        ("nothing-to-inherit", f"{FILE}:3:5", "responsible"),
        ("nothing-to-inherit", f"{FILE}:4:5", "responsible"),
    ]


# --- responsible_is_a_unit_or_a_post


@pytest.mark.parametrize(
    ("responsible", "breaches"),
    [
        ("[]", []),
        ("[{unit: กองคลัง}]", []),
        ("[{post: ปลัดเทศบาล}]", []),
        ("[{unit: กองคลัง}, {post: ปลัดเทศบาล}]", []),
        ("[{unit: กองคลัง, post: ปลัดเทศบาล}]", ["4:19"]),
        ("[{}]", ["4:19"]),
        ("[{unit: กองคลัง}, {}]", ["4:36"]),
    ],
)
def test_responsible_is_a_unit_or_a_post(told: Tell, responsible: str, breaches: list[str]) -> None:
    text = one(f"responsible: {responsible}")

    assert told({FILE: text}) == [("responsible-unclear", f"{FILE}:{at}", "") for at in breaches]


# --- outcomes_are_printed


def outcome(claim: str, text: str) -> str:
    return one(
        f"outcomes: [{{datum: overall, year: 2567, {claim}}}]", "outcome: |", *(f"  {x}" for x in text.split("\n"))
    )


@pytest.mark.parametrize(
    ("claim", "text", "missing"),
    [
        ("score: 94.69", "ได้คะแนน 94.69", []),
        ("score: 94.69", "ได้คะแนน ๙๔.๖๙ ผ่านดี", []),
        ("score: ๙๔.๖๙", "94.69", []),
        ("score: 94.69", "ปี ๒๕๖๖=๙๔.๖๙คะแนน", []),
        ("score: 94.69", "(๙๔.๖๙)", []),
        ("score: 94.69", "๙๔.๖๙.", []),
        ("score: 100", "๑๐๐ คะแนน", []),
        ("score: 94.69", "ก\n- ๙๔.๖๙", []),
        # no part of another number, and with the decimals that are printed
        ("score: 4.69", "๙๔.๖๙", ["4.69"]),
        ("score: 94.6", "๙๔.๖๙", ["94.6"]),
        ("score: 94", "๙๔.๖๙", ["94"]),
        ("score: 69", "๙๔.๖๙", ["69"]),
        ("score: 100", "๑๐๐.๐๐", ["100"]),
        ("score: 100.00", "๑๐๐", ["100.00"]),
        ("score: 94.69", "๙๔. ๖๙", ["94.69"]),
        ("score: 94.69", "๒๕๖๖ ๙๔.๖๙", []),
        # the other values; a difference without its sign
        ("score: 1, previous: 97.72, previous_year: 2566", "1 ๙๗.๗๒", []),
        ("score: 1, previous: 97.72, previous_year: 2566", "1 ๙๗.๗๓", ["97.72"]),
        ("score: 1, difference: -3.03, previous_year: 2566", "1 ผลต่าง ๓.๐๓", []),
        ("score: 1, difference: 3.03, previous_year: 2566", "1 ผลต่าง -๓.๐๓", []),
        ("score: 1, difference: -3.03, previous_year: 2566", "1 ผลต่าง ๓.๐๔", ["3.03"]),
        ("score: 0", "1", ["0"]),
        ("score: 0.00", "๐.๐๐", []),
        # words, whatever blanks and digits stand in them
        ("score: 1, label: ผลการประเมิน ITA", "ผลการประเมินITA 1", []),
        ("score: 1, label: ตัวชี้วัดที่ 6", "ตัวชี้วัดที่ ๖ 1", []),
        ("score: 1, label: คะแนน OIT", "คะแนน EIT 1", ["คะแนน OIT"]),
        ("score: 1, grade: ผ่านดี", "1 ผ่าน ดี", []),
        ("score: 1, grade: ผ่านดี", "1 ผ่าน", ["ผ่านดี"]),
        ("score: 2, grade: ก, label: ข", "1", ["2", "ก", "ข"]),
    ],
)
def test_outcomes_are_printed(told: Tell, claim: str, text: str, missing: list[str]) -> None:
    assert told({FILE: outcome(claim, text)}) == [("outcome-not-printed", f"{FILE}:4:16", one) for one in missing]


def test_without_an_outcome_nothing_is_printed(told: Tell) -> None:
    text = one("result: ได้คะแนน 9", "outcomes: [{datum: overall, year: 2567, score: 9}]")

    assert told({FILE: text}) == [("outcome-not-printed", f"{FILE}:5:16", "9")]


@pytest.mark.parametrize(
    ("datum", "known"),
    [
        ("overall", True),
        ("IIT", True),
        ("OIT", True),
        ("1", True),
        ("10", True),
        ("๑๐", True),
        ("11", False),
        ("0", False),
        ("oit", False),
        ("grade", False),
        ("O1", False),
    ],
)
def test_an_outcome_is_about_a_known_score(judged: Judge, datum: str, known: bool) -> None:
    text = one(f"outcomes: [{{datum: {datum}, year: 2567, score: 9}}]", "outcome: ได้ 9")

    found = [(problem.code, problem.found, problem.details) for problem in judged({FILE: text})]

    could = {"known": "overall, IIT, EIT, OIT, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"}
    assert found == ([] if known else [("unknown-datum", datum, could)])


# --- outcomes_compare_with_a_year_before


@pytest.mark.parametrize(
    ("claim", "breach"),
    [
        ("previous_year: 2566, previous: 9, difference: 9", None),
        ("previous_year: 2560, previous: 9", None),
        ("previous_year: 2567, previous: 9", ("previous-year", "2567")),
        ("previous_year: 2568, previous: 9", ("previous-year", "2568")),
        ("previous_year: 2566", None),
        ("previous_year: 2567", ("previous-year", "2567")),
        ("grade: 9", None),
        ("previous: 9", ("previous-without-year", "")),
        ("difference: 9", ("previous-without-year", "")),
        ("previous: 0", ("previous-without-year", "")),
        ("difference: 0", ("previous-without-year", "")),
    ],
)
def test_outcomes_compare_with_a_year_before(told: Tell, claim: str, breach: tuple[str, str] | None) -> None:
    text = outcome(f"score: 9, {claim}", "9 0")

    assert told({FILE: text}) == ([(breach[0], f"{FILE}:4:16", breach[1])] if breach else [])


def test_the_year_that_an_outcome_must_lie_before_is_named(judged: Judge) -> None:
    (problem,) = judged({FILE: outcome("score: 9, previous_year: 2567", "9")})

    assert problem.details == {"year": "2567"}


# --- columns_differ


@pytest.mark.parametrize(
    ("held", "breaches"),
    [
        (["steps"], []),
        (["steps", "result", "outcome"], []),
        (["steps", "steps"], [("2:5", "steps"), ("3:5", "steps")]),
        (["period", "steps", "period"], [("2:5", "period"), ("4:5", "period")]),
    ],
)
def test_columns_differ(told: Tell, held: list[str], breaches: list[tuple[str, str]]) -> None:
    columns = "".join(f"  - {{holds: {one}, heading: ก}}\n" for one in held)

    assert told({FILE: f"columns:\n{columns}{rows('')}"}) == [
        ("duplicate-column", f"{FILE}:{at}", found) for at, found in breaches
    ]
