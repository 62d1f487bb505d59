"""What reading a file comes to, whatever its kind, and the form in which texts of cells are kept."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator import thai
from generator.grids.cells import Cell, Grid, Kind
from generator.problems import Problem, Source

MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 4_000_000
# What Excel itself can hold in a cell; longer is a quotation mark that nobody closed.
LONGEST: Final = 32_767

# A list of a thousand hidden rows is one mistake.
_MOST_NOTICES: Final = 20
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]"
)
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_APOSTROPHE: Final = re.compile(r"\A'(?=[0-9๐-๙+=@-])")
_ERRORS: Final = frozenset(
    "#REF! #DIV/0! #VALUE! #NAME? #N/A #NUM! #NULL! #SPILL! #CALC! #FIELD! #BLOCKED! #UNKNOWN! #GETTING_DATA".split()
)
_EXPONENT: Final = re.compile(r"[0-9](?:[.][0-9]+)?[Ee][+]?[0-9]+")


@dataclass(frozen=True)
class Read:
    """The grids of a file in its order. Where there is a Problem, nothing was read; notices are about what was read
    and should be looked at."""

    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


class Refused(Exception):
    """A file that nothing is read from."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def tidied(text: str) -> str:
    """The text in its normal form line by line, without empty lines around it and the apostrophe that keeps a
    spreadsheet from reading a number."""
    lines = (thai.normalise(_UNSEEN.sub("", line)) for line in _BREAKS.sub("\n", text).split("\n"))
    return re.sub(_APOSTROPHE, "", "\n".join(lines).strip("\n"))


def text_cell(raw: str, source: Source) -> tuple[Cell, tuple[Problem, ...]]:
    """The cell of a text, and what should be looked at. Raises Refused."""
    if len(raw) > LONGEST:
        raise Refused(Problem("grid-long", source, str(len(raw)), {"limit": str(LONGEST)}))
    text = tidied(raw)
    notices = []
    if _TURNING.search(raw):
        notices.append(Problem("grid-reversed", source, text))
    if _EXPONENT.fullmatch(text):
        notices.append(Problem("grid-digits", source, text))
    if text in _ERRORS:
        return Cell(text, Kind.ERROR, source), tuple(notices)
    return Cell(text, Kind.TEXT if text else Kind.EMPTY, source), tuple(notices)


def few(notices: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first of every code."""
    counts: Counter[str] = Counter()
    kept = []
    for notice in notices:
        counts[notice.code] += 1
        if counts[notice.code] <= _MOST_NOTICES:
            kept.append(notice)
    return tuple(kept)
