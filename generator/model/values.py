"""Records in general, and the types of their fields.

Every scalar of a file arrives as text with its place (see `reader`); the annotated types below turn it into a value.
Their refusals are pydantic errors whose type is the code of a Problem.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator import thai
from generator.problems import NOWHERE, Source
from generator.thai import FiscalYear, NotReadable, Period

LONGEST_TEXT = 20_000
KEY_SOURCE = "\0source"


class Record(BaseModel):
    """A mapping of a file. `source` is where it begins; it comes from the reader, never from a key of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    source: Source = Field(default=NOWHERE, exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _with_source(cls, data: Any) -> Any:
        place = getattr(data, "source", None)
        if not isinstance(data, dict) or not isinstance(place, Source):
            return data
        # A key of that name in the file is unknown like any other; under this one, which no file can hold, it is.
        renamed = {KEY_SOURCE if key == "source" else key: value for key, value in data.items()}
        return {**renamed, "source": place}


def read_as(parse: Callable[[str], Any]) -> BeforeValidator:
    def validate(value: Any) -> Any:
        if value is None or isinstance(value, dict | list):
            raise PydanticCustomError("empty-value" if value is None else "wrong-kind", "-")
        if not isinstance(value, str):
            return value
        try:
            return parse(value)
        except NotReadable as fault:
            context = {"reading": fault.reading, "line": fault.line}
            raise PydanticCustomError(fault.code, "{reading}", context) from None

    return BeforeValidator(validate)


@dataclass(frozen=True)
class Figure:
    """A number as it is printed, and where it stands in our file."""

    value: Decimal
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True)
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


def _integer(value: str) -> int:
    number = thai.parse_decimal(value)
    if number != number.to_integral_value():
        raise NotReadable("number-whole")
    return int(number)


def _whole(value: str) -> int:
    number = _integer(value)
    if number < 0:
        raise NotReadable("number-whole")
    return number


def _phrase(value: str) -> Phrase:
    shown = thai.normalise(value)
    if not shown:
        raise NotReadable("empty-value")
    if len(shown) > LONGEST_TEXT:
        raise NotReadable("text-too-long")
    return Phrase(shown, _place(value))


@dataclass(frozen=True)
class PrintedSpan:
    """A period as it is printed, its days where they can be told, and where it stands in our file."""

    text: str
    period: Period | None
    source: Source = field(default=NOWHERE, compare=False)


def _span(value: str) -> PrintedSpan:
    """Words like ตลอดปี are a period without known days; days in the wrong order or of another era are not one."""
    shown = thai.normalise(value)
    if not shown:
        raise NotReadable("empty-value")
    try:
        period = thai.parse_period(shown.strip("() "))
    except NotReadable as fault:
        if fault.code in {"period-order", "date-common-era"}:
            raise
        period = None
    return PrintedSpan(shown, period, _place(value))


def _indicator_key(value: str) -> str:
    """As it is written: `1` and `๑` are two keys of one indicator, and a rule says so."""
    _whole(value)
    return str(value)


def _share(value: str) -> Decimal:
    number = thai.parse_decimal(value)
    if not 0 <= number <= 100:  # noqa: PLR2004 -- weights and bars lie on the scale of scores
        raise NotReadable("score-range")
    return number


def item_code(value: str) -> str:
    """O27, however it is written: o27, O๒๗, ข้อ O 27, โอ27. Raises NotReadable."""
    compact = thai.to_arabic(thai.without_spaces(thai.normalise(value))).removeprefix("ข้อ").upper()
    found = re.fullmatch("(?:O|โอ)0*([1-9][0-9]?)", compact)
    if not found:
        raise NotReadable("item-invalid")
    return f"O{found[1]}"


def matching(code: str, pattern: str, read: Callable[[str], str] = str) -> Callable[[str], str]:
    whole = re.compile(pattern)

    def parse(value: str) -> str:
        text = read(value.strip())
        if not whole.fullmatch(text):
            raise NotReadable(code)
        return text

    return parse


def _with_hash(value: str) -> str:
    """A colour code with its mark, which begins a note in a YAML file and so is often left out."""
    return f"#{value.lower().removeprefix('#')}"


Text = Annotated[str, read_as(thai.normalise), StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
Printed = Annotated[Phrase, read_as(_phrase)]
Key = Annotated[str, read_as(matching("key-invalid", r"[a-z][a-z0-9-]{0,39}"))]
Https = Annotated[str, read_as(matching("address-invalid", r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+([/?#][!-~]*)?"))]
Phone = Annotated[str, read_as(matching("phone-invalid", r"[0-9][0-9 -]{1,18}[0-9]( ต่อ [0-9-]+)?", thai.to_arabic))]
Email = Annotated[str, read_as(matching("email-invalid", r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"))]
Colour = Annotated[str, read_as(matching("colour-invalid", "#[0-9a-f]{6}", _with_hash))]
ItemCode = Annotated[str, read_as(item_code)]
# Below an agency's root; no longer than file systems take.
ADDRESS = r"(?!.{301}|.*[^/]{201})[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?"
Address = Annotated[str, read_as(matching("address-below-root", ADDRESS))]
Year = Annotated[FiscalYear, read_as(thai.parse_year)]
Day = Annotated[datetime.date, read_as(thai.parse_date)]
Score = Annotated[Figure, read_as(_score)]
Difference = Annotated[Figure, read_as(lambda value: Figure(thai.parse_decimal(value), _place(value)))]
Span = Annotated[PrintedSpan, read_as(_span)]
Whole = Annotated[int, read_as(_whole)]
Offset = Annotated[int, read_as(_integer)]
DatumKey = Annotated[str, read_as(lambda value: thai.to_arabic(thai.normalise(value)))]
Share = Annotated[Decimal, read_as(_share)]
IndicatorKey = Annotated[str, read_as(_indicator_key)]
