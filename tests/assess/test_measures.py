"""Measures in their year: cells that hold for several rows, and the state that reports and days give."""

import datetime

import pytest

from generator.assess.measures import Acted, MeasureState, acted
from generator.model import AgencyYear, Cell, MeasureSet
from generator.reader import parse, read
from generator.thai import FiscalYear

YEAR = FiscalYear(2568)  # 1 October 2567 to 30 September 2568
Day = datetime.date


def year(text: str, assessed: str = "") -> AgencyYear:
    return AgencyYear(YEAR, measures=parse(read(f"{assessed}{text}".encode(), "data/a/2568/measures.yml"), MeasureSet))


def rows(*measures: str, as_of: Day | None = None) -> tuple[Acted, ...]:
    """Measures, numbered in order."""
    lines = "".join(f"  - {{no: {number}, {row}}}\n" for number, row in enumerate(measures, start=1))
    return acted(year(f"measures:\n{lines}"), as_of)


# --- cells


def cells(measure: Acted) -> tuple[str, str, str]:
    """Responsible, period and follow-up as they hold for a measure."""
    return (
        " ".join(one.name for one in measure.responsible),
        measure.period.text if measure.period else "",
        measure.follow_up.plain if measure.follow_up else "",
    )


ALL = "merged: [responsible, period, follow_up]"
FILLED = "responsible: [{unit: ก}, {post: ข}], period: ตลอดปี, follow_up: ทุกเดือน"
HELD = ("ก ข", "ตลอดปี", "ทุกเดือน")
NOTHING = ("", "", "")


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ([FILLED], [HELD]),
        (["steps: ก"], [NOTHING]),
        ([FILLED, ALL], [HELD, HELD]),
        # over several rows
        ([FILLED, ALL, ALL, ALL], [HELD] * 4),
        # only what is said to be merged
        ([FILLED, "steps: ก"], [HELD, NOTHING]),
        ([FILLED, "merged: [period]"], [HELD, ("", "ตลอดปี", "")]),
        ([FILLED, "merged: [responsible, follow_up]"], [HELD, ("ก ข", "", "ทุกเดือน")]),
        # a chain that is broken stays so
        ([FILLED, "steps: ก", ALL], [HELD, NOTHING, NOTHING]),
        ([FILLED, "merged: [period]", ALL], [HELD, ("", "ตลอดปี", ""), ("", "ตลอดปี", "")]),
        ([ALL, FILLED, ALL], [NOTHING, HELD, HELD]),
        # a cell of its own begins another one
        (
            [FILLED, "period: ตุลาคม 2567, merged: [responsible, follow_up]", ALL],
            [HELD, ("ก ข", "ตุลาคม 2567", "ทุกเดือน"), ("ก ข", "ตุลาคม 2567", "ทุกเดือน")],
        ),
        ([FILLED, "responsible: [{unit: ค}]", ALL], [HELD, ("ค", "", ""), ("ค", "", "")]),
    ],
)
def test_merged_cells_hold_for_the_rows_below(measures: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert [cells(one) for one in rows(*measures)] == expected


def test_which_cells_stand_in_a_row_above() -> None:
    measures = rows(FILLED, "merged: [period]", ALL, "steps: ก")

    assert [one.inherited for one in measures] == [frozenset(), {Cell.PERIOD}, {*Cell}, frozenset()]


def test_a_measure_knows_its_years_and_its_number() -> None:
    entry = year("measures: [{no: 7}, {no: 2}]\n")

    assert [(one.no, one.fiscal_year.number, one.assessed.number) for one in acted(entry, None)] == [
        (7, 2568, 2567),
        (2, 2568, 2567),
    ]


def test_measures_may_follow_from_an_older_result() -> None:
    (measure,) = acted(year("measures: [{no: 1}]\n", "assessed: 2566\n"), None)

    assert measure.assessed == FiscalYear(2566)


def test_a_year_without_measures_has_none() -> None:
    assert acted(AgencyYear(YEAR), None) == ()


# --- state

NOT_STARTED, ONGOING, DONE = MeasureState.NOT_STARTED, MeasureState.ONGOING, MeasureState.DONE
NOT_DONE, CONTINUES, UNREPORTED = MeasureState.NOT_DONE, MeasureState.CONTINUES, MeasureState.UNREPORTED

SIX = "progress: [{round: six-months, text: ก}]"
OTHER = "progress: [{round: other, text: ก}]"
YEAR_END = "progress: [{round: year-end, text: ก}]"
BOTH = "progress: [{round: six-months, text: ก}, {round: year-end, text: ข}]"


@pytest.mark.parametrize(
    ("measure", "state"),
    [
        ("result: ก", DONE),
        ("outcome: ก", DONE),
        (YEAR_END, DONE),
        (BOTH, DONE),
        ("continues: true", CONTINUES),
        ("continues: true, result: ก, outcome: ข", CONTINUES),
        (f"continues: true, {YEAR_END}", CONTINUES),
        ("continues: false, result: ก", DONE),
        ("not_done: ก", NOT_DONE),
        ("not_done: ก, result: ข", NOT_DONE),
        ("not_done: ก, continues: true", NOT_DONE),
        (f"not_done: ก, {YEAR_END}", NOT_DONE),
    ],
)
@pytest.mark.parametrize("as_of", [None, Day(2024, 1, 1), Day(2025, 3, 1), Day(2026, 1, 1)])
def test_what_is_reported_decides_whatever_the_day(measure: str, state: MeasureState, as_of: Day | None) -> None:
    (one,) = rows(measure, as_of=as_of)

    assert one.state is state


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        # no days: the whole year
        ("", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("ตลอดปี", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("ต.ค.๖๗- ก.ย.๖๘", Day(2024, 10, 1), Day(2025, 9, 30)),
        ("เมษายน 2568", Day(2025, 4, 1), Day(2025, 4, 30)),
        ("15 เมษายน 2568", Day(2025, 4, 15), Day(2025, 4, 15)),
        ("ธันวาคม 2567 - กุมภาพันธ์ 2568", Day(2024, 12, 1), Day(2025, 2, 28)),
        # over the ends of the year
        ("กรกฎาคม 2567 - ธันวาคม 2568", Day(2024, 7, 1), Day(2025, 12, 31)),
    ],
)
@pytest.mark.parametrize(("report", "before"), [("steps: ก", NOT_STARTED), (SIX, ONGOING), (OTHER, ONGOING)])
def test_without_a_report_the_day_decides(period: str, start: Day, end: Day, report: str, before: MeasureState) -> None:
    measure = f"{report}, period: {period}" if period else report
    day = datetime.timedelta(days=1)
    on = {as_of: rows(measure, as_of=as_of)[0].state for as_of in (start - day, start, end, end + day)}

    assert on == {start - day: before, start: ONGOING, end: ONGOING, end + day: UNREPORTED}


@pytest.mark.parametrize(
    ("measure", "state"),
    [("steps: ก", None), ("steps: ก, period: เมษายน 2500", None), (SIX, ONGOING), (OTHER, ONGOING)],
)
def test_without_a_day_only_reports_are_known(measure: str, state: MeasureState | None) -> None:
    (one,) = rows(measure, as_of=None)

    assert one.state is state


def test_a_merged_period_decides_as_one_of_its_own() -> None:
    measures = rows("period: เมษายน 2568", "merged: [period]", "steps: ก", as_of=Day(2025, 3, 31))

    assert [one.state for one in measures] == [NOT_STARTED, NOT_STARTED, ONGOING]


def test_words_of_the_states() -> None:
    """They are parts of class names and of addresses."""
    assert [state.value for state in MeasureState] == [
        "not-started",
        "ongoing",
        "done",
        "not-done",
        "continues",
        "unreported",
    ]
