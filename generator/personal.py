"""Personal numbers in texts: where one stands, never which one it is."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["thai-id", "mobile", "excel-number"]
# The code of the Problem that each kind is.
CODES: Final[dict[Kind, str]] = {
    "thai-id": "personal-id",
    "mobile": "personal-mobile",
    "excel-number": "excel-number",
}
# Nothing is a number across this: whoever joins rows of a table to one text puts it between them.
BOUNDARY: Final = "\x1e"


@dataclass(frozen=True)
class Hit:
    """A personal number in a text: the offset of its first digit, its line from 1, and the offset behind it.

    `thai-id` is a เลขประจำตัวประชาชน, `mobile` a mobile number, `excel-number` the rest of a number of 13 digits whose
    last ones a spreadsheet has dropped (1.23457E+12).
    """

    kind: Kind
    start: int
    line: int
    end: int


def find_personal(text: str) -> tuple[Hit, ...]:
    """The personal numbers of a text in their order; the time is linear in its length.

    A Thai ID has 13 digits of any script, the last of them a valid check digit: in one run, in groups of 1-4-5-2-1,
    or each digit for itself between equal separators; behind its name (เลขประจำตัวประชาชน) in any groups. Numbers
    that begin with 0 belong to companies and offices. Landline numbers are not personal, addresses of the web are not
    looked at.
    """
    plain, dropped = _plain(text)
    hits = []
    line, counted = 1, 0
    ends = {(start, kind): end for start, end, kind in sorted(_numbers(plain))}
    for (start, kind), end in sorted(ends.items()):
        line += plain.count("\n", counted, start)
        counted = start
        hits.append(Hit(kind, start + bisect_left(dropped, start + 1), line, end + bisect_left(dropped, end)))
    return tuple(hits)


def masked(text: str) -> str:
    """The text with an x for each digit of its personal numbers."""
    for hit in find_personal(text) if _MANY_DIGITS.search(text) else ():
        if hit.kind != "excel-number":
            text = text[: hit.start] + _DIGIT.sub("x", text[hit.start : hit.end]) + text[hit.end :]
    return text


# Few texts have as many as a mobile number.
_MANY_DIGITS: Final = re.compile(r"(?:\d\D*){9}")
_DIGIT: Final = re.compile(r"\d")


# --- one spelling of digits, dashes and spaces

_UNSEEN: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_FOREIGN_DIGIT: Final = re.compile("[^\\D0-9]")
_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        **dict.fromkeys("\u202f\u205f\u3000\r\x0b\x0c\u2028\u2029", " "),
        **dict.fromkeys("\u2022\u00b7\uff0e\u30fb", "."),
        **dict.fromkeys("\u2502\u2503\uff5c\u00a6", "|"),
        "\uff0b": "+",
    }
)
# Names of uploaded files and pages are often moments in milliseconds, 13 digits like a Thai ID.
_ADDRESS: Final = re.compile(r"https?://[!#-&(-+\--:=?-{}~]+")


def _plain(text: str) -> tuple[str, list[int]]:
    """The text without what nobody sees, in Arabic digits and plain signs; and for each character left out the offset,
    in what is returned, of the next one that is not."""
    digits = {ord(digit): str(unicodedata.decimal(digit)) for digit in set(_FOREIGN_DIGIT.findall(text))}
    dropped = [found.start() - before for before, found in enumerate(_UNSEEN.finditer(text))]
    plain = (_UNSEEN.sub("", text) if dropped else text).translate({**_SIGNS, **digits})
    return _ADDRESS.sub(lambda found: "x" * len(found[0]), plain), dropped


# --- numbers

_BETWEEN: Final = r"[-./|_,;:\[\]() \t\n]{1,4}"
# Fractions and thousands: 88.5333333333333, 1,103,702,071,221 and 1103702071221.00 are amounts.
_BEFORE: Final = r"(?<![0-9])(?<![0-9][.,])"
_AFTER: Final = r"(?![0-9])(?![.,][0-9])"

_RUN: Final = re.compile(_BEFORE + "[1-9][0-9]{12}" + _AFTER)
# Only looked at, not taken: the last digit of one may be the first of the next.
_GROUPS: Final = re.compile(
    f"(?<![0-9])(?=([1-9]({_BETWEEN})[0-9]{{4}}{_BETWEEN}[0-9]{{5}}{_BETWEEN}[0-9]{{2}}{_BETWEEN}[0-9])(?![0-9]))"
)
_GAP: Final = f"[^0-9A-Za-z\u0e00-\u0e7f{BOUNDARY}]{{1,4}}"
_BOXES: Final = re.compile(f"(?<![0-9])[0-9]({_GAP})[0-9](?![0-9])(?:\\1[0-9](?![0-9])){{11,}}")
_NAMED: Final = re.compile(
    "(?:ประจ[^0-9\n]{1,3}ตัว|บัตรประชาชน|เลขบัตร|เลขประชาชน|13 ?หลัก)[^0-9]{0,30}([1-9](?:[- \n]{0,3}[0-9]){12})(?![0-9])"
)
_MOBILE_GAP: Final = r"(?:[-. ]{1,3}\n?)"
_MOBILE: Final = re.compile(
    f"{_BEFORE}(?:0|(?:00|[+])66[-. ]{{0,2}}(?:[(]?0[)]?)?[-. ]{{0,2}})[689](?:[0-9]{{8}}"
    f"|[0-9]{_MOBILE_GAP}[0-9]{{3}}{_MOBILE_GAP}?[0-9]{{2}}{_MOBILE_GAP}?[0-9]{{2}}"
    f"|[0-9]{_MOBILE_GAP}[0-9]{{4}}{_MOBILE_GAP}[0-9]{{3}}"
    f"|[0-9][)][-. ]{{0,2}}[0-9]{{3}}{_MOBILE_GAP}?[0-9]{{4}}"
    f"|{_MOBILE_GAP}[0-9]{{4}}{_MOBILE_GAP}?[0-9]{{4}}){_AFTER}"
)
_MONTH_OF_YEARS: Final = re.compile("0[689][-. \n]+2[456][0-9]{2}[-. \n]+2[456][0-9]{2}")
_EXCEL: Final = re.compile(r"(?<![0-9.,])[1-9](?:[.][0-9]{1,15})?[Ee][+]?12(?![0-9])")

_LENGTH: Final = 13
_BOOKS: Final = ("978", "979")
# Beside the number of a row stand years and amounts, as in 1 2568 15000 12 4. No district has such a code.
_YEARS: Final = range(2555, 2581)
_FEWEST_DIGITS, _MOST_ALIKE = 4, 7


def _numbers(plain: str) -> Iterator[tuple[int, int, Kind]]:
    """Where a number begins and ends, and its kind; one that is written in two ways at once twice."""
    for found in _RUN.finditer(plain):
        if not found[0].startswith(_BOOKS) and _checks(found[0]):
            yield found.start(), found.end(), "thai-id"
    for found in _GROUPS.finditer(plain):
        digits = _digits(found[1])
        if _checks(digits) and not (found[2].strip("-.") and int(digits[1:5]) in _YEARS):
            yield found.start(1), found.end(1), "thai-id"
    for found in _BOXES.finditer(plain):
        if _is_boxed(plain, found):
            yield found.start(), found.end(), "thai-id"
    for found in _NAMED.finditer(plain):
        if _checks(_digits(found[1])):
            yield found.start(1), found.end(1), "thai-id"
    for found in _MOBILE.finditer(plain):
        if not _MONTH_OF_YEARS.fullmatch(found[0]):
            yield found.start(), found.end(), "mobile"
    for found in _EXCEL.finditer(plain):
        yield found.start(), found.end(), "excel-number"


def _is_boxed(plain: str, found: re.Match[str]) -> bool:
    """Whether a chain of single digits is one number. A row of counts is not: it goes on with longer ones, one of its
    ends is the sum of the others, few digits occur in it or one of them again and again."""
    digits, gap = _digits(found[0]), found[1]
    before = plain[max(found.start() - len(gap) - 1, 0) : found.start()]
    after = plain[found.end() : found.end() + len(gap) + 1]
    goes_on = re.fullmatch("[0-9]" + re.escape(gap), before) or re.fullmatch(re.escape(gap) + "[0-9]", after)
    adds_up = sum(map(int, digits)) in {2 * int(digits[0]), 2 * int(digits[-1])}
    counts = [digits.count(digit) for digit in set(digits)]
    sparse = len(counts) < _FEWEST_DIGITS or max(counts) > _MOST_ALIKE
    return not goes_on and not adds_up and not sparse and _checks(digits)


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _checks(digits: str) -> bool:
    """Whether these are the 13 digits of a person: the first is not 0, the last follows from the others."""
    if len(digits) != _LENGTH or digits[0] == "0":
        return False
    weighted = sum(int(digit) * (_LENGTH - place) for place, digit in enumerate(digits[:-1]))
    return (11 - weighted % 11) % 10 == int(digits[-1])
