"""What pages of this site hold of what items ask for."""

from collections.abc import Mapping
from typing import TypeVar

import pytest

from generator.assess.holdings import Held, holdings
from generator.model import (
    Agency,
    AgencyProfile,
    AgencyYear,
    Analysis,
    Holding,
    MeasureSet,
    Record,
    ScoreSet,
)
from generator.reader import parse, read
from generator.thai import FiscalYear

R = TypeVar("R", bound=Record)
ASSESSED, ACTED = FiscalYear(2567), FiscalYear(2568)


def _record(text: str | None, model: type[R]) -> R | None:
    return parse(read(text.encode(), "x.yml"), model) if text else None


def _agency(files: Mapping[str, str], profile: str = "") -> Agency:
    """An agency with these files, like `2567/scores`."""
    years = [
        AgencyYear(
            FiscalYear(int(year)),
            scores=_record(files.get(f"{year}/scores"), ScoreSet) or ScoreSet(),
            analysis=_record(files.get(f"{year}/analysis"), Analysis),
            measures=_record(files.get(f"{year}/measures"), MeasureSet),
        )
        for year in sorted({name.split("/")[0] for name in files})
    ]
    text = f"name: ก\ntype: ข\nprovince: ค\n{profile}"
    return Agency("tua-yang", parse(read(text.encode(), "agency.yml"), AgencyProfile), tuple(years))


def _held(files: Mapping[str, str], profile: str = "") -> dict[Holding, Held]:
    found = list(holdings(_agency(files, profile), ASSESSED, ACTED))
    assert len({one.holding for one in found}) == len(found)
    return {one.holding: one for one in found}


# --- about the result of the year assessed

SCORES = "overall: 90\n"
ENTRY = "sections: [{{indicators: [{{name: การใช้อำนาจ, {}}}]}}]"


@pytest.mark.parametrize(
    ("files", "held"),
    [
        ({}, set()),
        ({"2567/scores": SCORES}, {Holding.SCORES}),
        # of another year
        ({"2566/scores": SCORES, "2568/scores": SCORES}, set()),
        ({"2567/analysis": ENTRY.format("defects: ก")}, set()),
        ({"2567/scores": SCORES, "2568/analysis": ENTRY.format("defects: ก")}, {Holding.SCORES}),
        ({"2567/scores": SCORES, "2567/analysis": "sections: [{text: ก}]"}, {Holding.SCORES, Holding.ANALYSIS}),
        (
            {"2567/scores": SCORES, "2567/analysis": ENTRY.format("strengths: ก")},
            {Holding.SCORES, Holding.ANALYSIS},
        ),
        (
            {"2567/scores": SCORES, "2567/analysis": ENTRY.format("defects: ก")},
            {Holding.SCORES, Holding.ANALYSIS, Holding.DEFECTS},
        ),
        (
            {"2567/scores": SCORES, "2567/analysis": ENTRY.format("points_to_develop: ก")},
            {Holding.SCORES, Holding.ANALYSIS, Holding.POINTS_TO_DEVELOP},
        ),
        (
            {"2567/scores": SCORES, "2567/analysis": ENTRY.format("points_to_develop: ก, defects: ข")},
            {Holding.SCORES, Holding.ANALYSIS, Holding.DEFECTS, Holding.POINTS_TO_DEVELOP},
        ),
    ],
)
def test_what_is_held_of_a_result(files: Mapping[str, str], held: set[Holding]) -> None:
    assert _held(files).keys() == held


def test_the_pages_about_a_result() -> None:
    held = _held({"2567/scores": SCORES, "2567/analysis": ENTRY.format("defects: ก, points_to_develop: ข")})

    pages = {holding: (one.page.page, one.page.year) for holding, one in held.items()}
    analysis = ("scores/2567/analysis/", ASSESSED)
    assert pages == {
        Holding.SCORES: ("scores/2567/", ASSESSED),
        Holding.ANALYSIS: analysis,
        Holding.DEFECTS: analysis,
        Holding.POINTS_TO_DEVELOP: analysis,
    }
    assert {(one.without, one.total) for one in held.values()} == {(0, 0)}


# --- about the measures of the year acted

CELLS = {
    Holding.STEPS: "steps: ก",
    Holding.RESPONSIBLE: "responsible: [{unit: ก}]",
    Holding.PERIOD: "period: ตลอดปี",
    Holding.FOLLOW_UP: "follow_up: ก",
    Holding.RESULT: "result: ก",
    Holding.OUTCOME: "outcome: ก",
}


def _measures(*rows: str) -> Mapping[str, str]:
    lines = "".join(f"- {{no: {number}, {row}}}\n" for number, row in enumerate(rows, start=1))
    return {"2568/measures": f"measures:\n{lines}"}


@pytest.mark.parametrize(("holding", "cell"), CELLS.items())
@pytest.mark.parametrize(("filled", "rows"), [(0, 1), (1, 1), (0, 3), (1, 3), (2, 3), (3, 3)])
def test_how_many_measures_are_without_a_cell(holding: Holding, cell: str, filled: int, rows: int) -> None:
    held = _held(_measures(*[cell] * filled, *["title: ก"] * (rows - filled)))

    one = held.get(holding)
    assert (one and (one.without, one.total)) == ((rows - filled, rows) if filled else None)
    assert held.keys() == {Holding.MEASURES} | ({holding} if filled else set())


@pytest.mark.parametrize(
    ("holding", "cell"),
    [(Holding.RESPONSIBLE, "responsible"), (Holding.PERIOD, "period"), (Holding.FOLLOW_UP, "follow_up")],
)
def test_a_merged_cell_is_filled(holding: Holding, cell: str) -> None:
    held = _held(_measures(CELLS[holding], f"merged: [{cell}]", f"merged: [{cell}]", "title: ก"))

    assert (held[holding].without, held[holding].total) == (1, 4)
    assert held.keys() == {Holding.MEASURES, holding}


@pytest.mark.parametrize(
    ("row", "held"),
    [
        ("not_done: งบประมาณไม่พอ", {Holding.RESULT, Holding.OUTCOME}),
        ("not_done: งบประมาณไม่พอ, steps: ก", {Holding.RESULT, Holding.OUTCOME, Holding.STEPS}),
        ("continues: true", set()),
        ("progress: [{round: six-months, text: ก}]", set()),
    ],
)
def test_why_nothing_was_done_stands_for_a_result(row: str, held: set[Holding]) -> None:
    assert _held(_measures(row)).keys() == {Holding.MEASURES, *held}


def test_measures_with_and_without_an_excuse() -> None:
    held = _held(_measures("result: ก, outcome: ข", "not_done: ก", "result: ก", "steps: ก"))

    counts = {holding: (one.without, one.total) for holding, one in held.items()}
    assert counts == {
        Holding.MEASURES: (0, 0),
        Holding.STEPS: (3, 4),
        Holding.RESULT: (1, 4),
        Holding.OUTCOME: (2, 4),
    }


def test_the_page_about_measures() -> None:
    held = _held(_measures(", ".join(CELLS.values())))

    assert held.keys() == {Holding.MEASURES, *CELLS}
    assert {(one.page.page, one.page.year) for one in held.values()} == {("measures/2568/", ACTED)}


@pytest.mark.parametrize("year", ["2567", "2569"])
def test_measures_of_another_year_are_not_held(year: str) -> None:
    assert _held({f"{year}/measures": "measures: [{no: 1, steps: ก}]"}) == {}


# --- about the office


@pytest.mark.parametrize(
    ("profile", "held", "page"),
    [
        ("contact: {address: ก}", {Holding.ADDRESS}, "contact/"),
        ("contact: {phone: 0 2000 4500}", {Holding.PHONE}, "contact/"),
        ("contact: {email: a@a.th}", {Holding.EMAIL}, "contact/"),
        ("contact: {map: 'https://a.th'}", {Holding.MAP}, "contact/"),
        ("contact: {facebook: 'https://a.th', line: ก, hours: ข}", set(), ""),
        ("complaints: {form: 'https://a.th'}", {Holding.COMPLAINT_CHANNEL}, "complaints/"),
        ("complaints: {email: a@a.th}", {Holding.COMPLAINT_CHANNEL}, "complaints/"),
        ("complaints: {phone: 0 2000 4500}", {Holding.COMPLAINT_CHANNEL}, "complaints/"),
        ("complaints: {address: ก, protection: ข}", set(), ""),
        ("complaints: {steps: [ก]}", {Holding.COMPLAINT_STEPS}, "complaints/"),
        ("complaints: {steps: []}", set(), ""),
        ("complaints: {days: 1}", {Holding.COMPLAINT_DAYS}, "complaints/"),
        ("main_website: https://a.th", set(), ""),
    ],
)
def test_what_is_held_about_the_office(profile: str, held: set[Holding], page: str) -> None:
    found = _held({}, profile)

    assert found.keys() == held
    assert {(one.page.page, one.page.year) for one in found.values()} == ({(page, None)} if held else set())


def test_the_three_pages_together() -> None:
    agency = _agency(
        {"2567/scores": SCORES, "2568/measures": "measures: [{no: 1, steps: ก}]"}, "contact: {email: a@a.th}"
    )

    def kinds(assessed: FiscalYear | None, acted: FiscalYear | None) -> list[Holding]:
        return [one.holding for one in holdings(agency, assessed, acted)]

    assert kinds(ASSESSED, ACTED) == [Holding.SCORES, Holding.MEASURES, Holding.STEPS, Holding.EMAIL]
    assert kinds(None, ACTED) == [Holding.MEASURES, Holding.STEPS, Holding.EMAIL]
    assert kinds(ASSESSED, None) == [Holding.SCORES, Holding.EMAIL]
    assert kinds(None, None) == [Holding.EMAIL]
    assert kinds(ACTED, ASSESSED) == [Holding.EMAIL]
