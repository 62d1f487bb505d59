"""Figures derived from printed scores, in exact decimals: means, overall, grade by rule, ranks, changes, distances.

A datum is `overall`, `grade`, an instrument's code or an indicator's number as text. Where places print it differently
and nothing is chosen it has no value, and every figure that needs it says which data stand in the way.

Modules from the top: disclosure; measures, printings, holdings, items.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property

from generator import figures, thai
from generator.assess.printings import (
    GRADE,
    OVERALL,
    Datum,
    Listing,
    Printing,
    Value,
    listings_of,
    printings_of,
)
from generator.model import Agency, AgencyYear, Chosen, Framework, Reading
from generator.problems import NOWHERE, Source
from generator.thai import FiscalYear

__all__ = [
    "GRADE",
    "OVERALL",
    "Assessment",
    "Datum",
    "Derived",
    "Listing",
    "Printing",
    "Settled",
    "State",
    "Value",
    "assess",
    "grade_label",
    "is_chosen",
    "possible_grades",
    "weighted_overall",
]


class State(Enum):
    MISSING = "missing"
    AGREED = "agreed"
    CHOSEN = "chosen"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Settled:
    """A datum with all its printings, and the value that figures may use, if there is one."""

    datum: Datum
    state: State
    printings: tuple[Printing, ...]
    value: Value | None = None
    text: str = ""
    source: Source = NOWHERE
    chosen: Chosen | None = None

    @property
    def number(self) -> Decimal | None:
        return self.value if isinstance(self.value, Decimal) else None


@dataclass(frozen=True)
class Derived:
    """A computed figure, or the data that are missing or disputed so that it cannot be computed."""

    value: Decimal | None
    missing: tuple[Datum, ...] = ()
    disputed: tuple[Datum, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """สรุปคะแนน (คำนวณโดยระบบ) of one agency and year."""

    agency: str
    fiscal_year: FiscalYear
    framework: Framework
    listings: tuple[Listing, ...]
    data: Mapping[Datum, Settled]

    def settled(self, datum: Datum) -> Settled:
        return self.data.get(datum) or Settled(datum, State.MISSING, ())

    def indicator(self, number: int) -> Settled:
        return self.settled(str(number))

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The official numbers of the framework's indicators, in order."""
        return tuple(indicator.number for indicator in self.framework.indicators)

    @cached_property
    def scores(self) -> dict[int, Decimal]:
        """The indicators that have a value."""
        return {n: value for n in self.numbers if (value := self.indicator(n).number) is not None}

    def mean(self, code: str) -> Derived:
        """The exact mean of an instrument's indicators."""
        return self._derive(
            tuple(indicator.number for indicator in self.framework.indicators_of(code)),
            lambda: figures.mean([self.scores[i.number] for i in self.framework.indicators_of(code)]),
        )

    @cached_property
    def overall(self) -> Derived:
        """The overall recomputed from the indicators by the weights of the year."""
        return self._derive(self.numbers, lambda: weighted_overall(self.framework, self.scores))

    def _derive(self, numbers: tuple[int, ...], compute: Callable[[], Decimal]) -> Derived:
        lacking = [self.indicator(n) for n in numbers if self.indicator(n).number is None]
        if not lacking:
            return Derived(compute())
        return Derived(
            None,
            tuple(s.datum for s in lacking if s.state is State.MISSING),
            tuple(s.datum for s in lacking if s.state is State.DISPUTED),
        )

    def instrument(self, code: str) -> Decimal | None:
        """The score that the grade's rule looks at: as printed, else the mean rounded half up."""
        printed = self.settled(code)
        if printed.state is not State.MISSING:
            return printed.number
        exact = self.mean(code).value
        return None if exact is None else figures.rounded(exact)

    @cached_property
    def overall_agrees(self) -> bool:
        """Whether the printed overall can be recomputed and is borne out."""
        printed, computed = self.settled(OVERALL).number, self.overall.value
        if printed is None or computed is None:
            return False
        return self.framework.scoring.agree(printed, computed)

    @cached_property
    def grade_by_rule(self) -> str | None:
        """The grade that the year's ladder gives the printed overall; None where a figure it needs is missing."""
        overall = self.settled(OVERALL).number
        if overall is None:
            return None
        instruments = {i.code: self.instrument(i.code) for i in self.framework.instruments}
        possible = possible_grades(self.framework, overall, instruments)
        return possible[0] if len(possible) == 1 else None

    @cached_property
    def ranks(self) -> dict[int, int]:
        """Rank by score, highest first, equal scores sharing a rank, among the indicators that have a value."""
        ordered = sorted(self.scores.values(), reverse=True)
        return {n: ordered.index(score) + 1 for n, score in self.scores.items()}

    @cached_property
    def highest(self) -> tuple[int, ...]:
        return tuple(n for n, score in self.scores.items() if score == max(self.scores.values()))

    @cached_property
    def lowest(self) -> tuple[int, ...]:
        return tuple(n for n, score in self.scores.items() if score == min(self.scores.values()))

    @cached_property
    def complete(self) -> bool:
        return len(self.scores) == len(self.numbers)

    def change(self, before: "Assessment", datum: Datum) -> Decimal | None:
        """The difference on another year, where both have a value."""
        now, then = self.settled(datum).number, before.settled(datum).number
        return None if now is None or then is None else now - then

    @property
    def rests_on_ocr(self) -> bool:
        return any(listing.reading is Reading.OCR for listing in self.listings)


def weighted_overall(framework: Framework, scores: Mapping[int, Decimal]) -> Decimal:
    """The sum of each instrument's weight times the mean of its indicators, exact."""
    return sum(
        (
            instrument.weight * figures.mean([scores[i.number] for i in framework.indicators_of(instrument.code)])
            for instrument in framework.instruments
        ),
        Decimal(0),
    )


def possible_grades(
    framework: Framework, overall: Decimal, instruments: Mapping[str, Decimal | None]
) -> tuple[str, ...]:
    """The grades that the ladder allows, highest first: one where every bound can be tested, more where an
    instrument's score is not known."""
    possible: list[str] = []
    for grade in framework.grades:
        if overall < grade.overall_min:
            continue
        if grade.instrument_min is None:
            return (*possible, grade.label)
        known = [score for score in instruments.values() if score is not None]
        if all(score >= grade.instrument_min for score in known):
            possible.append(grade.label)
            if len(known) == len(instruments):
                break
    return tuple(possible)


def assess(agency: Agency, frameworks: Mapping[FiscalYear, Framework]) -> tuple[Assessment, ...]:
    """One assessment for each year of the agency that has a result, oldest first."""
    listings = [listing for year in agency.years for listing in listings_of(year, frameworks[year.fiscal_year])]
    return tuple(_assess_year(agency, year, frameworks[year.fiscal_year], listings) for year in agency.scored)


def _assess_year(agency: Agency, year: AgencyYear, framework: Framework, listings: list[Listing]) -> Assessment:
    mine = tuple(listing for listing in listings if listing.fiscal_year == year.fiscal_year)
    printings: dict[Datum, list[Printing]] = {}
    for listing in mine:
        for datum, printing in printings_of(listing):
            printings.setdefault(datum, []).append(printing)
    chosen = {choice.datum: choice for choice in year.scores.chosen}
    order = [OVERALL, GRADE, *(i.code for i in framework.instruments), *(str(i.number) for i in framework.indicators)]
    data = {datum: _settle(datum, tuple(printings[datum]), chosen.get(datum)) for datum in order if datum in printings}
    return Assessment(agency.slug, year.fiscal_year, framework, mine, data)


def _settle(datum: Datum, printings: tuple[Printing, ...], chosen: Chosen | None) -> Settled:
    first = printings[0]
    if all(_same(printing.value, first.value) for printing in printings):
        return Settled(datum, State.AGREED, printings, first.value, first.text, first.source)
    for printing in printings:
        if chosen and is_chosen(chosen, printing):
            return Settled(datum, State.CHOSEN, printings, printing.value, printing.text, printing.source, chosen)
    return Settled(datum, State.DISPUTED, printings)


def is_chosen(chosen: Chosen, printing: Printing) -> bool:
    """Whether this printing has the chosen value."""
    if isinstance(printing.value, str):
        return _same(printing.value, chosen.value.value)
    try:
        return printing.value == thai.parse_decimal(chosen.value.value)
    except thai.NotReadable:
        return False


def grade_label(grade: str) -> str:
    """The grade as its ladder names it: documents put the word for level before it, and spaces."""
    return thai.without_spaces(grade).removeprefix("ระดับ")


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return grade_label(one) == grade_label(other)
    return one == other
