"""เกณฑ์การประเมิน: the published rules of one fiscal year."""

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Protocol

from pydantic import Field, model_validator

from generator import thai
from generator.model.values import Day, ItemCode, Offset, Phrase, Record, Score, Share, Text, Whole, Year


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

    @property
    def label(self) -> str:
        """Like ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ."""
        return f"ตัวชี้วัดที่ {self.number} {self.name}"


class Scoring(Record):
    """How scores are compared: tolerance of a recomputed figure, the bar of the overall, the threshold of weakness."""

    tolerance: Share
    bar: Share
    threshold: Share
    confidence: Confidence
    notes: tuple[Text, ...] = ()

    def agree(self, one: Decimal, other: Decimal) -> bool:
        """Whether two figures that should be the same are so within the tolerance."""
        return abs(one - other) <= self.tolerance


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

    @property
    def label(self) -> str:
        """Like ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน."""
        return f"ตัวชี้วัดย่อยที่ {self.code} {self.name}"


class PeriodKind(StrEnum):
    """What evidence must be about: a fiscal year, a whole one that is over, its first six months; or a term of years
    that covers it."""

    YEAR = "year"
    WHOLE_YEAR = "whole-year"
    FIRST_HALF = "first-half"
    COVERS = "covers"


class ItemPeriod(Record):
    """The year that evidence must be about: `offset` from the ITA year, 0 or negative."""

    kind: PeriodKind
    offset: Offset = 0
    confidence: Confidence


class Holding(StrEnum):
    """What the pages of this site may hold of what a component asks for: about the result of the year assessed, about
    the measures of the year acted, about the office."""

    SCORES = "scores"
    ANALYSIS = "analysis"
    DEFECTS = "defects"
    POINTS_TO_DEVELOP = "points-to-develop"
    MEASURES = "measures"
    STEPS = "steps"
    RESPONSIBLE = "responsible"
    PERIOD = "period"
    FOLLOW_UP = "follow-up"
    RESULT = "result"
    OUTCOME = "outcome"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    MAP = "map"
    COMPLAINT_CHANNEL = "complaint-channel"
    COMPLAINT_STEPS = "complaint-steps"
    COMPLAINT_DAYS = "complaint-days"


class Component(Record):
    """องค์ประกอบด้านข้อมูล; a text alone is its name. `period` where it wants another year than its item; `holds` all
    that a page of this site must hold to answer it, nothing where none can."""

    name: Text
    period: ItemPeriod | None = None
    holds: tuple[Holding, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, data: Any) -> Any:
        return {"name": data} if isinstance(data, str) else data


class Previous(Record):
    """The item of the year before that asked for the same duty; `comparable` says whether their answers compare."""

    item: Text
    comparable: bool = True
    note: Text | None = None
    confidence: Confidence


class OitItem(Record):
    """ข้อ O n. `assessed` and `acted` are the years it is about, as offsets from the ITA year (0 or negative);
    `nothing` the sentence where nothing occurred, with {period} and {date}; `law` the sections of the Official
    Information Act that ask for the same; `note` is about the duty, `standing` about how the entry was found."""

    code: ItemCode
    title: Text
    sub_indicator: Text
    group: Text | None = None
    components: tuple[Component, ...] = ()
    period: ItemPeriod | None = None
    assessed: Offset | None = None
    acted: Offset | None = None
    previous: tuple[Previous, ...] = ()
    nothing: Text | None = None
    law: tuple[Text, ...] = ()
    note: Text | None = None
    standing: Text | None = None
    confidence: Confidence
    components_confidence: Confidence | None = None
    sources: tuple[Text, ...] = ()

    @property
    def number(self) -> int:
        return int(self.code.removeprefix("O"))

    @property
    def asked(self) -> tuple[Component, ...]:
        """Its components in the handbook's order; where none is known, what its title says."""
        return self.components or (Component(name=self.title, source=self.source),)


class StageKind(StrEnum):
    REGISTRATION = "registration"
    DISCLOSURE = "disclosure"
    SCORING = "scoring"
    CLARIFICATION = "clarification"
    CONFIRMATION = "confirmation"
    RESULT = "result"


class Stage(Record):
    """A stage of the assessment's calendar, first and last day."""

    kind: StageKind
    start: Day | None = None
    end: Day
    confidence: Confidence
    sources: tuple[Text, ...] = ()


class Named(Protocol):
    """What names an indicator: by its official number, by a printed name, or by a printed number."""

    @property
    def indicator(self) -> int | None: ...
    @property
    def name(self) -> Phrase | None: ...
    @property
    def number(self) -> int | None: ...


class Framework(Record):
    """เกณฑ์การประเมิน of one fiscal year. `draft` says that its items still have to be checked against the handbook;
    `sources` maps the short names that other records use to addresses."""

    fiscal_year: Year
    title: Text
    standing: Text
    instruments: Annotated[tuple[Instrument, ...], Field(min_length=1)]
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    scoring: Scoring
    grades: Annotated[tuple[Grade, ...], Field(min_length=1)]
    national_average: Average | None = None
    sub_indicators: tuple[SubIndicator, ...] = ()
    items: tuple[OitItem, ...] = ()
    calendar: tuple[Stage, ...] = ()
    draft: bool = Field(default=False)
    sources: dict[str, Text] = Field(default_factory=dict)

    @property
    def deadline(self) -> datetime.date | None:
        """The last day on which agencies enter their items, where it is known."""
        return next((stage.end for stage in self.calendar if stage.kind is StageKind.DISCLOSURE), None)

    def item(self, code: str) -> OitItem:
        return next(item for item in self.items if item.code == code)

    def indicator(self, number: int) -> Indicator:
        return next(indicator for indicator in self.indicators if indicator.number == number)

    def sub_indicator(self, code: str) -> SubIndicator:
        return next(group for group in self.sub_indicators if group.code == code)

    def instrument(self, code: str) -> Instrument:
        return next(instrument for instrument in self.instruments if instrument.code == code)

    def indicators_of(self, code: str) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.instrument == code)

    def number_of(self, row: Named) -> int | None:
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
