"""ผลการประเมิน: what documents print about one year, place by place."""

from enum import StrEnum

from pydantic import Field

from generator import thai
from generator.model.values import (
    DatumKey,
    Day,
    Difference,
    IndicatorKey,
    Key,
    Printed,
    Record,
    Score,
    Share,
    Text,
    Whole,
    Year,
)


class Reading(StrEnum):
    """How a value got from the document into our file."""

    OCR = "ocr"
    TYPED = "typed"
    VERIFIED = "verified"


class PlaceKind(StrEnum):
    TABLE = "table"
    RANKING = "ranking"
    COMPARISON = "comparison"
    TEXT = "text"


class PrintedScore(Record):
    """One row or sentence about one indicator. `indicator` is the official number where the printed name is no
    known name; `number` is the number that is printed beside the name."""

    name: Printed | None = None
    indicator: Whole | None = None
    number: Whole | None = None
    rank: Whole | None = None
    instrument: Printed | None = None
    score: Score | None = None
    previous: Score | None = None
    difference: Difference | None = None


class PrintedInstrument(Record):
    """A score printed for a whole instrument."""

    code: Text
    score: Score
    previous: Score | None = None
    difference: Difference | None = None


class ClaimKind(StrEnum):
    HIGHEST = "highest"
    SECOND = "second"
    LOWEST = "lowest"
    ABOVE = "above"
    BELOW = "below"


class Claim(Record):
    """What a sentence says about the scores: an extreme (`names`), or how many lie above or below a bar (`count`)."""

    claim: ClaimKind
    names: tuple[Text, ...] = ()
    bar: Share | None = None
    count: Whole | None = None
    printed: Text


class PrintedDifference(Record):
    """The overall of the year before and the difference, where a comparison prints them."""

    previous: Score | None = None
    difference: Difference | None = None


class Place(Record):
    """One table, ranking, comparison or passage of the document, with everything about scores that stands in it."""

    id: Key
    kind: PlaceKind
    where: Text
    reading: Reading | None = None
    previous_year: Year | None = None
    overall: Score | None = None
    overall_change: PrintedDifference | None = None
    grade: Printed | None = None
    instruments: tuple[PrintedInstrument, ...] = ()
    scores: tuple[PrintedScore, ...] = ()
    claims: tuple[Claim, ...] = ()


class NameKind(StrEnum):
    AGENCY = "agency"
    DISTRICT = "district"
    PROVINCE = "province"
    ADDRESSEE = "addressee"


class PrintedName(Record):
    kind: NameKind
    printed: Printed
    where: Text


class DateKind(StrEnum):
    DOCUMENT = "document"
    EVENT = "event"


class PrintedDate(Record):
    """The date of the document itself, or of something that it reports as done."""

    kind: DateKind
    date: Day
    what: Text
    where: Text


class DocumentAsPrinted(Record):
    """The paper that the scores were taken from: what it calls itself, names and dates at each place."""

    title: Text
    names: tuple[PrintedName, ...] = ()
    dates: tuple[PrintedDate, ...] = ()


class Chosen(Record):
    """One of several printed values, taken for the figures. `datum` is `overall`, `grade`, an instrument's code or an
    indicator's number."""

    datum: DatumKey
    value: Printed
    reason: Text


class ScoreSet(Record):
    """ผลการประเมิน of one year, as printed. Ten scores, an overall and a grade are complete; `places` hold what a
    document prints beyond one table. `year_inferred` says why the year is not printed but inferred."""

    reading: Reading = Reading.TYPED
    year_inferred: Text | None = None
    overall: Score | None = None
    grade: Printed | None = None
    instruments: dict[str, Score] = Field(default_factory=dict)
    indicators: dict[IndicatorKey, Score] = Field(default_factory=dict)
    document: DocumentAsPrinted | None = None
    places: tuple[Place, ...] = ()
    chosen: tuple[Chosen, ...] = ()

    def all_places(self) -> tuple[Place, ...]:
        """Every place, the short form (scores at the top of the file) as one table."""
        if self.overall is None and self.grade is None and not self.indicators and not self.instruments:
            return self.places
        short = Place(
            id="result",
            kind=PlaceKind.TABLE,
            where="ผลการประเมิน",
            overall=self.overall,
            grade=self.grade,
            instruments=tuple(
                PrintedInstrument(code=code, score=score, source=score.source)
                for code, score in self.instruments.items()
            ),
            scores=tuple(
                PrintedScore(indicator=int(thai.parse_decimal(number)), score=score, source=score.source)
                for number, score in self.indicators.items()
            ),
            source=self.source,
        )
        return (short, *self.places)
