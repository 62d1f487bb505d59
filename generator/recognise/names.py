"""What cells of tables call indicators and grades, and what figures they hold, however they are written."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from generator import thai
from generator.grids import Cell, Kind
from generator.model import Framework, Indicator
from generator.problems import Problem
from generator.recognise.outcome import Confirmation

Row = Sequence[Cell]

_LEADING: Final = re.compile(r"(?:ตัวชี้วัด)?(?:ที่)?[(]?([0-9]{1,2})[).:]*(?:[:–-])?")
_WORD: Final = re.compile(r"(?:ตัวชี้วัด|ด้าน)(?:ที่)?[:–-]?")
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]$")
_NUMBER_ONLY: Final = re.compile(r"(?:ตัวชี้วัด(?:ที่)?|i|ตชว\.?)?[(]?([0-9]{1,2})[).]?", re.IGNORECASE)
_UNITS: Final = re.compile(r"^(?:ร้อยละ|=|:)|(?:%|คะแนน|ร้อยละ)$")
_LEAST_ALIKE, _LEAST_APART = 0.8, 0.08
_SHORTEST, _LONGER = 6, 12  # letters
_NOTHING: Final = frozenset({"", "-", "–", "—", "n/a", "ไม่มี"})
CENT: Final = Decimal("0.01")


def key(text: str) -> str:
    """A text as texts are compared: Arabic digits, no spaces, small Latin letters."""
    return thai.to_arabic(thai.without_spaces(thai.normalise(text))).lower()


@dataclass(frozen=True)
class Match:
    """The indicator that a text names. `number` is printed beside the name, `guessed` says that the name is only
    alike."""

    indicator: Indicator
    number: int | None = None
    guessed: bool = False


def match(text: str, framework: Framework) -> Match | None:
    """By its name or an alias, or one that is clearly more alike than the others; a number alone is no name."""
    compact = key(text)
    found = _LEADING.match(compact)
    number = int(found[1]) if found else None
    rest = compact[found.end() :] if found else _WORD.sub("", compact, count=1)
    for name in (rest, _BRACKETS.sub("", rest)):
        if known := framework.named(name):
            return Match(known, number)
    alike = _alike(_BRACKETS.sub("", rest), framework)
    return Match(alike, number, guessed=True) if alike else None


def _alike(name: str, framework: Framework) -> Indicator | None:
    if len(name) < _SHORTEST:
        return None
    best = sorted((_ratio(name, one), -one.number) for one in framework.indicators)
    (second, _), (first, number) = ([(0.0, 0), *best])[-2:]
    if first < _LEAST_ALIKE or first - second < _LEAST_APART:
        return None
    return framework.indicator(-number)


def _ratio(name: str, indicator: Indicator) -> float:
    """How much alike a text is to the nearest name of an indicator; of another length it is none at all."""
    known = (key(one) for one in (indicator.name, *indicator.aliases))
    return max(
        (difflib.SequenceMatcher(None, name, one).ratio() for one in known if abs(len(one) - len(name)) <= _LONGER),
        default=0.0,
    )


def numbered(text: str, framework: Framework) -> Indicator | None:
    """The indicator of a heading that is only its number: 4, i4, ตัวชี้วัดที่ ๔."""
    found = _NUMBER_ONLY.fullmatch(key(text))
    return next((one for one in framework.indicators if found and one.number == int(found[1])), None)


def within(text: str, framework: Framework) -> tuple[Indicator, ...]:
    """The indicators whose name or alias a text holds."""
    compact = key(text)
    return tuple(one for one in framework.indicators if any(key(name) in compact for name in (one.name, *one.aliases)))


# --- figures


@dataclass(frozen=True)
class Amount:
    """A figure, and the cell it stands in."""

    value: Decimal
    cell: Cell


@dataclass(frozen=True)
class Figures:
    """Amounts with what is to be said about them."""

    amount: Amount | None
    problem: Problem | None = None
    confirmation: Confirmation | None = None


def says_nothing(cell: Cell) -> bool:
    return key(cell.text) in _NOTHING


def bare(text: str) -> str:
    """A figure without the words around it: ร้อยละ 88.53, 88.53 %, 88.53 คะแนน."""
    shown = thai.normalise(text)
    for _ in range(2):
        shown = _UNITS.sub("", shown).strip()
    return shown


def is_figure(cell: Cell) -> bool:
    """Whether the cell can only be meant as a figure."""
    return bool(re.fullmatch(r"[+-]?[0-9๐-๙][0-9๐-๙.,]*", bare(cell.text)))


def figure(cell: Cell, most: Decimal = Decimal(100)) -> Figures:
    """A score of a cell, to two decimals; more are rounded, and told."""
    if cell.kind is Kind.ERROR:
        return Figures(None, Problem("table-error", cell.source, cell.text))
    if cell.kind is Kind.DAY:
        return Figures(None, Problem("table-day", cell.source, cell.text))
    try:
        value = thai.parse_decimal(bare(cell.text))
    except thai.NotReadable as fault:
        # of 1,234.50 no spelling with a point is meant
        code = "number-invalid" if fault.reading.count(".") > 1 else fault.code
        details = {"reading": fault.reading, "guess": "" if code != fault.code else fault.reading}
        return Figures(None, Problem(code, cell.source, thai.shortened(cell.text), details))
    if not 0 <= value <= most:
        return Figures(None, Problem("score-range", cell.source, thai.shortened(cell.text)))
    rounded = value.quantize(CENT, ROUND_HALF_UP)
    if rounded != value:
        told = Confirmation("score-rounded", cell, {"rounded": str(rounded)})
        return Figures(Amount(rounded, cell), confirmation=told)
    return Figures(Amount(value, cell))


# --- what follows from scores


def means(scores: Mapping[int, Decimal], framework: Framework) -> dict[str, Decimal]:
    """The exact mean of every instrument all of whose indicators have a score."""
    found = {}
    for instrument in framework.instruments:
        numbers = [one.number for one in framework.indicators_of(instrument.code)]
        if numbers and all(number in scores for number in numbers):
            found[instrument.code] = sum((scores[number] for number in numbers), Decimal()) / len(numbers)
    return found


def overall_of(scores: Mapping[int, Decimal], framework: Framework) -> Decimal | None:
    """The weighted overall, where every instrument has a mean."""
    by_code = means(scores, framework)
    if len(by_code) < len(framework.instruments):
        return None
    return sum((by_code[one.code] * one.weight for one in framework.instruments), Decimal())


def shown(value: Decimal) -> str:
    return str(value.quantize(CENT, ROUND_HALF_UP))


# --- rows


def first_text(row: Iterable[Cell]) -> Cell | None:
    return next((cell for cell in row if cell.text and not cell.inherited), None)


def is_band(row: Row) -> bool:
    """Whether a row is one cell merged over its width."""
    filled = [cell for cell in row if cell.text]
    return len(filled) > 1 and all(cell.inherited and cell.text == filled[0].text for cell in filled[1:])
