"""The records that files are read into: frozen, complete, in the words of the field.

Every scalar of a file arrives as text with its place (see `reader`); the annotated types below turn it into a value.
Their refusals are pydantic errors whose type is the code of a Problem.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator import thai
from generator.problems import NOWHERE, Source
from generator.thai import FiscalYear, NotReadable

LONGEST_TEXT = 20_000


class Record(BaseModel):
    """A mapping of a file. `source` is where it begins; it comes from the reader, never from a key of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    source: Source = Field(default=NOWHERE, exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _with_source(cls, data: Any) -> Any:
        place = getattr(data, "source", None)
        if not isinstance(data, dict) or not isinstance(place, Source):
            return data
        if "source" in data:
            raise PydanticCustomError("unknown-key", "source", {"key": "source"})
        return {**data, "source": place}


def _read(parse: Callable[[str], Any]) -> BeforeValidator:
    def validate(value: Any) -> Any:
        if not isinstance(value, str):
            return value if value is not None else _refuse("empty-value")
        try:
            return parse(value)
        except NotReadable as fault:
            raise PydanticCustomError(fault.code, "{reading}", {"reading": fault.reading}) from None

    return BeforeValidator(validate)


def _refuse(code: str) -> None:
    raise PydanticCustomError(code, "-", {"reading": ""})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is printed, and where it stands in our file."""

    value: Decimal
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A short text as it is printed, and where it stands in our file."""

    value: str
    source: Source = field(default=NOWHERE, compare=False)


def _place(value: str) -> Source:
    place = getattr(value, "source", NOWHERE)
    return place if isinstance(place, Source) else NOWHERE


def _score(value: str) -> Figure:
    number = thai.parse_decimal(value)
    if not 0 <= number <= 100:  # noqa: PLR2004 -- the scale of every ITA score
        raise NotReadable("score-range")
    return Figure(number, _place(value))


def _whole(value: str) -> int:
    number = thai.parse_decimal(value)
    if number != number.to_integral_value() or number < 0:
        raise NotReadable("number-whole")
    return int(number)


def _share(value: str) -> Decimal:
    number = thai.parse_decimal(value)
    if not 0 <= number <= 100:  # noqa: PLR2004 -- weights and bars lie on the scale of scores
        raise NotReadable("score-range")
    return number


def _matching(code: str, pattern: str) -> Callable[[str], str]:
    whole = re.compile(pattern)

    def parse(value: str) -> str:
        text = thai.to_arabic(value.strip())
        if not whole.fullmatch(text):
            raise NotReadable(code)
        return text

    return parse


Text = Annotated[str, _read(thai.normalise), StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
Printed = Annotated[Phrase, _read(lambda value: Phrase(thai.normalise(value), _place(value)))]
Key = Annotated[str, _read(_matching("key-invalid", r"[a-z][a-z0-9-]{0,39}"))]
Https = Annotated[str, _read(_matching("address-invalid", r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[!-~]*)?"))]
Phone = Annotated[str, _read(_matching("phone-invalid", r"[0-9][0-9 -]{1,18}[0-9]( ต่อ [0-9-]+)?"))]
Email = Annotated[str, _read(_matching("email-invalid", r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"))]
Year = Annotated[FiscalYear, _read(thai.parse_year)]
Day = Annotated[datetime.date, _read(thai.parse_date)]
Score = Annotated[Figure, _read(_score)]
Difference = Annotated[Figure, _read(lambda value: Figure(thai.parse_decimal(value), _place(value)))]
Whole = Annotated[int, _read(_whole)]
Share = Annotated[Decimal, _read(_share)]
IndicatorKey = Annotated[str, _read(lambda value: str(_whole(value)))]


# --- the framework: the published rules of one fiscal year


class Confidence(StrEnum):
    CONFIRMED = "confirmed"
    ONE_SOURCE = "one-source"
    INFERENCE = "inference"


class Instrument(Record):
    """แบบวัด: `name` is the year's full name, `short_name` what a citizen reads."""

    code: Text
    name: Text
    short_name: Text
    name_en: Text
    weight: Share
    confidence: Confidence
    sources: tuple[Text, ...] = ()


class Indicator(Record):
    """ตัวชี้วัด by its official number; `aliases` are other names that mean the same indicator."""

    number: Whole
    name: Text
    name_en: Text
    aliases: tuple[Text, ...] = ()
    instrument: Text
    confidence: Confidence


class Scoring(Record):
    """How scores are compared: tolerance of a recomputed figure, the bar of the overall, the threshold of weakness."""

    tolerance: Share
    bar: Share
    threshold: Share
    confidence: Confidence
    notes: tuple[Text, ...] = ()


class Average(Record):
    """The published national average of the year."""

    value: Score
    confidence: Confidence
    sources: tuple[Text, ...]


class Grade(Record):
    """ระดับ: the first of the ladder whose bounds are all met; `instrument_min` binds each instrument."""

    label: Text
    overall_min: Share
    instrument_min: Share | None = None
    confidence: Confidence


class SubIndicator(Record):
    code: Text
    indicator: Whole
    name: Text
    items: tuple[Text, ...]
    confidence: Confidence


class OitItem(Record):
    """ข้อ O n. `assessed` and `acted` are the years it is about, as offsets from the ITA year (0 or negative)."""

    code: Text
    title: Text
    sub_indicator: Text
    group: Text | None = None
    components: tuple[Text, ...] = ()
    assessed: Annotated[int, _read(lambda value: int(thai.parse_decimal(value)))] | None = None
    acted: Annotated[int, _read(lambda value: int(thai.parse_decimal(value)))] | None = None
    note: Text | None = None
    confidence: Confidence
    components_confidence: Confidence | None = None
    sources: tuple[Text, ...] = ()


class Framework(Record):
    """เกณฑ์การประเมิน of one fiscal year. `sources` maps the short names that other records use to addresses."""

    fiscal_year: Year
    title: Text
    standing: Text
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    scoring: Scoring
    grades: tuple[Grade, ...]
    national_average: Average | None = None
    sub_indicators: tuple[SubIndicator, ...] = ()
    items: tuple[OitItem, ...] = ()
    sources: dict[str, Text] = Field(default_factory=dict)

    def indicator(self, number: int) -> Indicator:
        return next(indicator for indicator in self.indicators if indicator.number == number)

    def instrument(self, code: str) -> Instrument:
        return next(instrument for instrument in self.instruments if instrument.code == code)

    def indicators_of(self, code: str) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.instrument == code)

    def number_of(self, row: "PrintedScore") -> int | None:
        """The official number of what a row is about: what the row says, else by its name, else by its number."""
        if row.indicator is not None:
            return row.indicator
        if row.name is not None:
            known = self.named(row.name.value)
            return known.number if known else None
        return row.number

    def named(self, name: str) -> Indicator | None:
        """The indicator with this name or alias, spaces not counted."""
        wanted = thai.without_spaces(name)
        for indicator in self.indicators:
            if wanted in {thai.without_spaces(known) for known in (indicator.name, *indicator.aliases)}:
                return indicator
        return None


# --- scores as printed


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

    datum: Text
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
                PrintedScore(indicator=int(number), score=score, source=score.source)
                for number, score in self.indicators.items()
            ),
            source=self.source,
        )
        return (short, *self.places)


# --- the agency


class Unit(Record):
    name: Text
    phone: Phone | None = None


class Contact(Record):
    """ช่องทางติดต่อ: only what the agency publishes for its office."""

    address: Text | None = None
    phone: Phone | None = None
    email: Email | None = None
    facebook: Https | None = None
    line: Text | None = None
    map: Https | None = None
    hours: Text | None = None


class Complaints(Record):
    """ช่องทางแจ้งเรื่องร้องเรียน."""

    phone: Phone | None = None
    form: Https | None = None
    email: Email | None = None
    address: Text | None = None
    steps: tuple[Text, ...] = ()
    days: Whole | None = None
    protection: Text | None = None


class AgencyProfile(Record):
    """agency.yml. `locality` is the part of the name that an addressee must contain; `aliases` other right names."""

    name: Text
    short_name: Text | None = None
    aliases: tuple[Text, ...] = ()
    locality: Text | None = None
    type: Text
    district: Text | None = None
    province: Text
    main_website: Https | None = None
    contact: Contact = Field(default_factory=Contact)
    complaints: Complaints = Field(default_factory=Complaints)
    units: tuple[Unit, ...] = ()
    notice: Text | None = None


class AcknowledgementState(StrEnum):
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


class Acknowledgement(Record):
    """Somebody looked at a finding. It holds for exactly the values named; it lapses when they change."""

    code: Text
    fiscal_year: Year
    indicator: Whole | None = None
    item: Text | None = None
    values: tuple[Text, ...]
    state: AcknowledgementState
    reason: Text
    by: Text
    date: Day
    document: Text | None = None


class Acknowledgements(Record):
    acknowledged: tuple[Acknowledgement, ...]


class Layout(StrEnum):
    AGENCY = "agency"
    NETWORK = "network"


class Site(Record):
    """site.yml. `official` says whether the site is the agencies' own."""

    format: Annotated[str, _read(_matching("format-invalid", "1"))]
    layout: Layout
    title: Text
    url: Https | None = None
    repository: Https | None = None
    official: bool = Field(default=False)


# --- what load returns


@dataclass(frozen=True, slots=True)
class AgencyYear:
    fiscal_year: FiscalYear
    scores: ScoreSet


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency with its years, oldest first."""

    slug: str
    profile: AgencyProfile
    years: tuple[AgencyYear, ...]
    acknowledgements: tuple[Acknowledgement, ...] = ()

    @property
    def name(self) -> str:
        return self.profile.name


@dataclass(frozen=True, slots=True)
class Dataset:
    """Checked input: the site, its agencies by slug, and the frameworks of their years."""

    site: Site
    agencies: tuple[Agency, ...]
    frameworks: dict[FiscalYear, Framework]
