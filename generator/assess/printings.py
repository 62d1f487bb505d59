"""What stands where: the places of a document as listings of one year, and every printing of a datum."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator import figures
from generator.model import AgencyYear, Figure, Framework, Phrase, Place, PrintedScore, Reading
from generator.problems import Source
from generator.thai import FiscalYear

OVERALL, GRADE = "overall", "grade"
Datum = str
Value = Decimal | str


@dataclass(frozen=True)
class Listing:
    """What one place prints about one year: the year it stands under, or the year before in a comparison."""

    place: Place
    fiscal_year: FiscalYear
    reading: Reading
    rows: tuple[tuple[int, PrintedScore], ...]
    scores: Mapping[int, Figure]
    instruments: Mapping[str, Figure]
    overall: Figure | None
    grade: Phrase | None

    @property
    def where(self) -> str:
        return self.place.where


@dataclass(frozen=True)
class Printing:
    """ค่าที่พิมพ์ไว้: one value of a datum in one place."""

    value: Value
    text: str
    place: str
    reading: Reading
    source: Source


def listings_of(year: AgencyYear, framework: Framework) -> Iterator[Listing]:
    for place in year.scores.all_places():
        reading = place.reading or year.scores.reading
        rows = tuple((n, row) for row in place.scores if (n := framework.number_of(row)) is not None)
        yield Listing(
            place,
            year.fiscal_year,
            reading,
            rows,
            {n: row.score for n, row in rows if row.score},
            {printed.code: printed.score for printed in place.instruments},
            place.overall,
            place.grade,
        )
        if place.previous_year:
            change = place.overall_change
            yield Listing(
                place,
                place.previous_year,
                reading,
                rows,
                {n: row.previous for n, row in rows if row.previous},
                {printed.code: printed.previous for printed in place.instruments if printed.previous},
                change.previous if change else None,
                None,
            )


def printings_of(listing: Listing) -> Iterator[tuple[Datum, Printing]]:
    figures_of: dict[Datum, Figure | None] = {OVERALL: listing.overall}
    figures_of |= {str(number): score for number, score in listing.scores.items()}
    figures_of |= dict(listing.instruments)
    for datum, figure in figures_of.items():
        if figure:
            text = figures.printed(figure.value)
            yield datum, Printing(figure.value, text, listing.where, listing.reading, figure.source)
    if listing.grade:
        grade = listing.grade.value
        yield GRADE, Printing(grade, grade, listing.where, listing.reading, listing.grade.source)
