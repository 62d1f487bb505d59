"""Thai digits, Buddhist-era years, dates and periods, and Thai text in one normal form, read and written."""

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

BUDDHIST_OFFSET = 543
FIRST_YEAR, LAST_YEAR = 2400, 2699

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_MINUS_SIGNS = str.maketrans("\u2212\u2013\u2010\u2011", "----")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u00ad\u2060"))
# libraries of Thai fonts draw these the same, readers search for the second
_NIKHAHIT_AA = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_AA_BEFORE_TONE = re.compile("\u0e33([\u0e48-\u0e4b])")
_STANDS_ON_A_LETTER = re.compile("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
_MARK_BEFORE_VOWEL = re.compile("([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e39])")

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_LONGEST_PROPOSAL = 12
_MONTH_BY_NAME = {name: number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, start=1)}
_MONTH = "|".join(re.escape(name) for name in sorted(_MONTH_BY_NAME, key=len, reverse=True))
_DAY_MONTH_YEAR = re.compile(rf"(?:วันที่)?([0-9]{{1,2}})({_MONTH})(?:พ\.ศ\.)?([0-9]{{2}}|[0-9]{{4}})")
_MONTH_YEAR = re.compile(rf"(?:เดือน)?({_MONTH})(?:พ\.ศ\.)?([0-9]{{2}}|[0-9]{{4}})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{2}|[0-9]{4})")


class NotReadable(ValueError):
    """Text that is not what its field holds; `code` says why, `reading` what was probably meant, `line` which of its
    lines it is, the first being 0."""

    def __init__(self, code: str, reading: str = "", line: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.reading = reading
        self.line = line


@dataclass(frozen=True, order=True)
class FiscalYear:
    """A Thai fiscal year by its Buddhist-era number: 2568 runs from 1 October 2567 to 30 September 2568."""

    number: int

    def __str__(self) -> str:
        return str(self.number)

    def before(self) -> "FiscalYear":
        return FiscalYear(self.number - 1)

    def after(self) -> "FiscalYear":
        return FiscalYear(self.number + 1)


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both included."""

    start: datetime.date
    end: datetime.date


def normalise(text: str) -> str:
    """The text in one normal form: ํา is ำ, เเ is แ, marks in order, nothing invisible, single spaces."""
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE).replace("\u00a0", " ")
    text = _NIKHAHIT_AA.sub("\\1\u0e33", text)
    text = _AA_BEFORE_TONE.sub("\\1\u0e33", text)
    text = _MARK_BEFORE_VOWEL.sub(r"\2\1", text)
    text = text.replace("\u0e40\u0e40", "\u0e41")
    return re.sub(r"[ \t]+", " ", text).strip()


def to_arabic(text: str) -> str:
    return text.translate(_TO_ARABIC)


def without_spaces(text: str) -> str:
    """Thai names are compared without the spaces that line ends and columns put into them."""
    return re.sub(r"\s+", "", text)


def parse_decimal(text: str) -> Decimal:
    """The number as it is written: `88.50` keeps its two decimals, `๘๘.๕๐` is the same number.

    Digits of one script only. Commas, exponents, signs of percent and words are not numbers of a score.
    """
    shown = text.strip()
    compact = re.sub(r"(?<=^[+-])\s+", "", shown.translate(_MINUS_SIGNS))
    if any(c.isnumeric() and c not in "0123456789๐๑๒๓๔๕๖๗๘๙" for c in compact):
        raise NotReadable("number-foreign-digits")
    reading = to_arabic(compact)
    if _NUMBER.fullmatch(reading):
        if re.search("[0-9]", compact) and re.search("[๐-๙]", compact):
            raise NotReadable("number-mixed-digits", reading)
        return Decimal(reading)
    if len(compact) > _LONGEST_PROPOSAL:
        raise NotReadable("number-invalid")
    plain = reading.replace("%", "").replace(",", ".")
    if "," in compact and _NUMBER.fullmatch(plain):
        raise NotReadable("number-comma", plain)
    raise NotReadable("number-invalid", _proposal(plain))


def _proposal(text: str) -> str:
    """The plain spelling of a number in another form, like 80 for 8e1; nothing where there is none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return ""
    return format(number, "f") if number.is_finite() and abs(number.adjusted()) < _LONGEST_PROPOSAL else ""


def parse_year(text: str) -> FiscalYear:
    """A fiscal year of the Buddhist era, four digits."""
    digits = to_arabic(text.strip())
    if not re.fullmatch("[0-9]{4}", digits):
        raise NotReadable("year-invalid")
    if re.search("[0-9]", text) and re.search("[๐-๙]", text):
        raise NotReadable("number-mixed-digits", digits)
    if FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return FiscalYear(int(digits))
    if FIRST_YEAR <= int(digits) + BUDDHIST_OFFSET <= LAST_YEAR:
        raise NotReadable("year-common-era", str(int(digits) + BUDDHIST_OFFSET))
    raise NotReadable("year-invalid")


def _calendar_year(digits: str) -> int:
    """The year of the common era for a Buddhist year of two or four digits (68 is 2568)."""
    year = int(digits) + 2500 if len(digits) == 2 else int(digits)  # noqa: PLR2004 -- two digits
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year - BUDDHIST_OFFSET
    if FIRST_YEAR <= year + BUDDHIST_OFFSET <= LAST_YEAR:
        raise NotReadable("date-common-era", str(year + BUDDHIST_OFFSET))
    raise NotReadable("date-invalid")


def _date(year: str, month: int, day: int) -> datetime.date:
    calendar_year = _calendar_year(year)
    try:
        return datetime.date(calendar_year, month, day)
    except ValueError:
        raise NotReadable("date-invalid") from None


def parse_date(text: str) -> datetime.date:
    """A day, written `31 มีนาคม 2566`, `๓๐ ก.ย. ๖๘`, `30/9/2568` or `2568-09-30`, the year always Buddhist."""
    compact = to_arabic(without_spaces(text))
    if found := _DAY_MONTH_YEAR.fullmatch(compact):
        return _date(found[3], _MONTH_BY_NAME[found[2]], int(found[1]))
    if found := _SLASHES.fullmatch(compact):
        return _date(found[3], int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(compact):
        return _date(found[1], int(found[2]), int(found[3]))
    raise NotReadable("date-invalid")


def _month_span(text: str) -> Period:
    compact = to_arabic(without_spaces(text))
    if found := _MONTH_YEAR.fullmatch(compact):
        first = _date(found[2], _MONTH_BY_NAME[found[1]], 1)
        following = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        return Period(first, following - datetime.timedelta(days=1))
    day = parse_date(text)
    return Period(day, day)


def parse_period(text: str) -> Period:
    """A span of days or whole months: `ต.ค.๖๖- ก.ย.๖๗`, `ตุลาคม 2568 - กันยายน 2569`, or one day or month."""
    plain = text.translate(_MINUS_SIGNS)
    try:
        return _month_span(plain)
    except NotReadable as not_one:
        fault = not_one
    for hyphen in (found.start() for found in re.finditer("-", plain)):
        try:
            start, end = _month_span(plain[:hyphen]), _month_span(plain[hyphen + 1 :])
        except NotReadable as not_here:
            fault = max(fault, not_here, key=lambda reason: reason.reading)
            continue
        if end.end < start.start:
            raise NotReadable("period-order")
        return Period(start.start, end.end)
    raise fault


def fiscal_period(year: FiscalYear) -> Period:
    """The days of a fiscal year: from 1 October of the year before to 30 September."""
    ends_in = year.number - BUDDHIST_OFFSET
    return Period(datetime.date(ends_in - 1, 10, 1), datetime.date(ends_in, 9, 30))


def format_date(day: datetime.date) -> str:
    """Like 5 ตุลาคม 2565."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"


def listed(parts: Sequence[str]) -> str:
    """Like `ก ข และค`, with a space after the word where no Thai follows: `O1 และ O2`."""
    if len(parts) < 2:  # noqa: PLR2004 -- a list has two at least
        return "".join(parts)
    return f"{' '.join(parts[:-1])} และ{' ' if parts[-1][:1].isascii() else ''}{parts[-1]}"


def width(text: str) -> int:
    """How many letters stand side by side: marks above and below a letter take no room."""
    return sum(unicodedata.category(mark) != "Mn" for mark in text)


def shortened(text: str, most: int = 60) -> str:
    """A text on one line, for a message, cut where it is longer."""
    return cut(" ".join(text.split()), most)


def cut(line: str, most: int) -> str:
    """A line as it is; what is longer ends with `…`, after a whole letter with its marks."""
    if len(line) <= most:
        return line
    while most and _STANDS_ON_A_LETTER.match(line[most]):
        most -= 1
    return f"{line[:most].rstrip()}…"


def collation(name: str) -> tuple[str, str]:
    """A key that sorts Thai words as a dictionary does: a vowel written before its consonant counts after it."""
    return re.sub("([\u0e40-\u0e44])([\u0e01-\u0e2e])", r"\2\1", name), name
