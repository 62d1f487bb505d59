"""What the tables say that clerks have: scores of one agency, scores of a province, measures, addresses of items.

Whatever their shape, values stay cells with their places, and what was concluded rather than read is a confirmation.
Modules from the top: scores, provinces, measures, addresses; agencies, summaries, headings; names; outcome.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator import thai
from generator.grids import Cell, Grid
from generator.model import Framework
from generator.problems import Problem
from generator.recognise.addresses import AddressEntry, AddressList, address_list
from generator.recognise.measures import Column, MeasureTable, TableMeasure, Who, goes_on, measure_table
from generator.recognise.names import Amount, first_text
from generator.recognise.outcome import Confirmation, Outcome
from generator.recognise.provinces import AgencyRow, ProvinceTable, province_table
from generator.recognise.scores import ScoreRow, ScoreTable, score_table

__all__ = [
    "AddressEntry",
    "AddressList",
    "AgencyRow",
    "Amount",
    "Column",
    "Confirmation",
    "MeasureTable",
    "Outcome",
    "ProvinceTable",
    "Recognised",
    "ScoreRow",
    "ScoreTable",
    "Shape",
    "TableMeasure",
    "Taken",
    "Who",
    "address_list",
    "measure_table",
    "province_table",
    "recognise",
    "score_table",
]

Table = ScoreTable | ProvinceTable | MeasureTable | AddressList


class Shape(StrEnum):
    SCORES = "scores"
    PROVINCE = "province"
    MEASURES = "measures"
    ADDRESSES = "addresses"

    @property
    def label(self) -> str:
        """What it is called to a person."""
        return _LABELS[self]


_LABELS = {
    Shape.SCORES: "ตารางคะแนนรายตัวชี้วัด",
    Shape.PROVINCE: "ตารางคะแนนของหลายหน่วยงาน",
    Shape.MEASURES: "ตารางมาตรการ",
    Shape.ADDRESSES: "รายการที่อยู่เว็บของข้อ OIT",
}


@dataclass(frozen=True)
class Taken:
    """A table, or several that go on from each other, and what it was taken for. `table` is None where it has
    Problems that leave nothing to write."""

    shape: Shape
    grids: tuple[Grid, ...]
    table: Table | None
    problems: tuple[Problem, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()


@dataclass(frozen=True)
class Recognised:
    """All tables in their order; what is said about those that are of no known shape."""

    taken: tuple[Taken, ...]
    problems: tuple[Problem, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()


def recognise(grids: Sequence[Grid], framework: Framework, agencies: Mapping[str, str]) -> Recognised:
    """What the visible grids of a file are. `agencies` has the slug of every name of an agency."""
    left = [grid for grid in grids if not grid.hidden and any(first_text(row) for row in grid.rows)]
    taken: list[Taken] = []
    unknown: list[Cell] = []
    at = 0
    while at < len(left):
        one = _taken(left[at:], framework, agencies)
        if one:
            taken.append(one)
        elif cell := next((cell for row in left[at].rows if (cell := first_text(row))), None):
            unknown.append(cell)
        at += len(one.grids) if one else 1
    if not taken and unknown:
        problems = tuple(Problem("table-unknown", cell.source, thai.shortened(cell.text)) for cell in unknown)
        return Recognised((), problems)
    told = tuple(
        Confirmation("table-left-out", cell, {"table": cell.source.sheet or cell.source.file}) for cell in unknown
    )
    return Recognised(tuple(taken), (), told)


def _alone(grid: Grid, framework: Framework) -> bool:
    """Whether a table without headings of measures is one of another shape, and goes on from none."""
    return bool(score_table(grid, framework).record or address_list(grid, framework).record)


def _taken(grids: Sequence[Grid], framework: Framework, agencies: Mapping[str, str]) -> Taken | None:
    """What the first of the grids is. A list of agencies may name indicators, and so may measures; so the wider shape
    is asked first."""
    first = grids[0]
    going_on = tuple(itertools.takewhile(lambda grid: goes_on(first, grid) and not _alone(grid, framework), grids[1:]))
    asked: tuple[tuple[Shape, tuple[Grid, ...], Callable[[], Outcome[Table]]], ...] = (
        (Shape.PROVINCE, (first,), lambda: province_table(first, framework, agencies)),
        (Shape.ADDRESSES, (first,), lambda: address_list(first, framework)),
        (Shape.MEASURES, (first, *going_on), lambda: measure_table((first, *going_on), framework)),
        (Shape.SCORES, (first,), lambda: score_table(first, framework)),
    )
    refused: Taken | None = None
    for shape, whole, ask in asked:
        outcome = ask()
        taken = Taken(shape, whole, outcome.record, outcome.problems, outcome.confirmations)
        if outcome.record is not None:
            return taken
        # a shape that only has Problems waits for one that can be read
        refused = refused or (taken if outcome.problems else None)
    return refused
