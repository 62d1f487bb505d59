"""A sheet of the form: what stands in its cells, and what a person wrote into them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.assess import Assessment
from generator.assess.items import DisclosedYear
from generator.findings import Finding
from generator.forms.fields import Field
from generator.grids import Cell
from generator.model import Agency, Framework
from generator.reader.rewrite import Node
from generator.thai import FiscalYear

EXAMPLE = "ตัวอย่าง"
FIRST_WIDTH = 9

Tree: TypeAlias = dict[str, Node]


@dataclass(frozen=True)
class Material:
    """What the form of an ITA year is made of. `trees` are the files as they are written, by their path below the
    agency's folder (`2568/scores.yml`), `rules` that of the framework; a file that is not there has none. `assessed`
    and `result` are of the year before: its rules, and its result where there is one. `begun` says that the answers in
    `trees` are in no file yet: they are what the year before begins."""

    agency: Agency
    year: FiscalYear
    framework: Framework
    assessed: Framework
    trees: Mapping[str, Tree]
    rules: Tree
    findings: tuple[Finding, ...] = ()
    disclosed: DisclosedYear | None = None
    result: Assessment | None = None
    begun: bool = False


@dataclass(frozen=True)
class Line:
    """A single value above the table: label and cell side by side."""

    field: Field
    shown: str = ""
    locked: bool = False


@dataclass(frozen=True)
class Row:
    """A row of the table: what its cells show by the label of their column; those in `locked` are not to be changed."""

    shown: Mapping[str, str] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sheet:
    """A sheet as it is written. `told` are the sentences at its head; `spare` the blank rows at its end."""

    name: str
    told: tuple[str, ...]
    lines: tuple[Line, ...]
    columns: tuple[Field, ...]
    rows: tuple[Row, ...]
    example: Mapping[str, str] = field(default_factory=dict)
    spare: int = 0


# A label above the table needs this much room, and its cell at least as much; columns are counted from 0.
_ROOM, _CELL = 30, 56


def columns_of_lines(sheet: Sheet) -> tuple[int, int]:
    """The first and last column of the cells above the table: their labels begin in the first column of the sheet."""
    widths = [FIRST_WIDTH, *(field.width for field in sheet.columns)]
    first = next((number for number in range(1, len(widths)) if sum(widths[:number]) >= _ROOM), len(widths))
    last = next((number for number in range(first, len(widths)) if sum(widths[first : number + 1]) >= _CELL), first)
    return first, last


@dataclass(frozen=True)
class FilledRow:
    """A row that a person left behind; cells by the label of their column."""

    cells: Mapping[str, Cell]

    def text(self, label: str) -> str:
        cell = self.cells.get(label)
        return cell.text if cell else ""

    @property
    def blank(self) -> bool:
        return not any(cell.text for cell in self.cells.values())


@dataclass(frozen=True)
class Filled:
    """A sheet as it came back: the cells above the table by their label, the rows with anything in them."""

    lines: Mapping[str, Cell]
    rows: tuple[FilledRow, ...]
