"""A cell and a grid of cells, from whatever kind of file."""

from dataclasses import dataclass
from enum import StrEnum

from generator.problems import Source


class Kind(StrEnum):
    """What a cell holds: nothing, text, a number, a day (whether typed as one or made of a number by a spreadsheet), a
    formula with its last result, or an error like #REF!."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    FORMULA = "formula"
    ERROR = "error"


@dataclass(frozen=True)
class Cell:
    """`text` is what a person reads: 2568 for 2568.0, a day as 30 กันยายน 2568. `inherited` says that the value stands
    in the first cell of a merged range to which this one belongs."""

    text: str
    kind: Kind
    source: Source
    inherited: bool = False


@dataclass(frozen=True)
class Grid:
    """A sheet of a workbook, a CSV file, or a table of a document: rows of equal length. `name` is empty for a CSV;
    `hidden` says that a reader of the file does not see the sheet."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
