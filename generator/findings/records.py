"""What a check sees and what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from generator.assess import GRADE, OVERALL, Assessment, Datum, Listing, Printing, Settled
from generator.model import Acknowledgement, Agency, AgencyYear, Framework, Reading
from generator.problems import NOWHERE, Source
from generator.thai import FiscalYear


class Severity(StrEnum):
    """high: a reader would take away a wrong score, overall, grade, year or agency; medium: something printed does not
    follow from the printed scores; low: spelling; info: absent, or for a person to judge."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


@dataclass(frozen=True)
class Value:
    """One side of a contradiction: what a place prints, or what the program computes."""

    role: Literal["printed", "computed"]
    value: str
    place: str | None = None
    source: Source | None = None


@dataclass(frozen=True)
class Contradiction:
    """What a check yields. `details` fill the wording of its code; `ocr` says that it rests on a scanned reading."""

    source: Source
    values: tuple[Value, ...] = ()
    indicator: int | None = None
    item: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    ocr: bool = False


@dataclass(frozen=True)
class Finding:
    """จุดที่ข้อมูลไม่ตรงกัน: a contradiction with its stable code, and who looked at it."""

    code: str
    severity: Severity
    agency: str
    fiscal_year: FiscalYear
    contradiction: Contradiction
    acknowledgement: Acknowledgement | None = None

    @property
    def source(self) -> Source:
        return self.contradiction.source

    @property
    def indicator(self) -> int | None:
        return self.contradiction.indicator

    @property
    def values(self) -> tuple[Value, ...]:
        return self.contradiction.values

    @property
    def holds(self) -> bool:
        """Whether it keeps the agency from being published."""
        return self.severity is Severity.HIGH and self.acknowledgement is None


@dataclass(frozen=True)
class Case:
    """One year of one agency, as a check sees it. A year without a result has an assessment without data;
    `assessments` are those of the years that have one, `frameworks` those of every year that is named."""

    agency: Agency
    year: AgencyYear
    framework: Framework
    assessment: Assessment
    assessments: Mapping[FiscalYear, Assessment] = field(default_factory=dict)
    frameworks: Mapping[FiscalYear, Framework] = field(default_factory=dict)

    def framework_of(self, year: FiscalYear) -> Framework:
        """The rules of another year, those of this year where they are not known."""
        return self.frameworks.get(year, self.framework)

    def complete(self) -> tuple[Listing, ...]:
        """The places that print every indicator of the year."""
        numbers = self.assessment.numbers
        return tuple(x for x in self.assessment.listings if all(n in x.scores for n in numbers))

    def own(self) -> tuple[Listing, ...]:
        """The places of the year's own file; a comparison in the file of another year is not among them."""
        places = self.year.scores.all_places()
        return tuple(x for x in self.assessment.listings if x.place in places)

    def subject(self, datum: Datum) -> str:
        """How a datum is called on pages, e.g. ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ."""
        if datum == OVERALL:
            return "คะแนนรวม"
        if datum == GRADE:
            return "ระดับผลการประเมิน"
        for indicator in self.framework.indicators:
            if datum == str(indicator.number):
                return indicator.label
        return f"คะแนนแบบวัด {datum}"


def is_ocr(listing: Listing) -> bool:
    return listing.reading is Reading.OCR


def as_value(printing: Printing) -> Value:
    return Value("printed", printing.text, printing.place, printing.source)


def of_settled(settled: Settled) -> Value:
    """The value that figures use, where it is printed."""
    return as_value(next(one for one in settled.printings if one.source == settled.source))


def where_of(values: tuple[Value, ...]) -> Source:
    """Where the first value with a place in our files stands."""
    return next((value.source for value in values if value.source and value.source is not NOWHERE), NOWHERE)
