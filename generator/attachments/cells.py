"""Rows of cells as text, from whatever kind of file."""

import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from generator.model import AttachedTable
from generator.personal import BOUNDARY, Hit, find_personal

MOST_ROWS, MOST_COLUMNS = 200, 20
_END: Final = f"\n{BOUNDARY}"

Rows = Sequence[Sequence[str]]


def tables_of(sheets: Iterable[tuple[str, Rows]]) -> tuple[AttachedTable, ...]:
    """The named sheets that hold something, without empty rows and columns at their ends, up to 200 × 20 cells."""
    return tuple(_table(name, rows) for name, rows in sheets if any(any(row) for row in rows))


def _table(name: str, rows: Rows) -> AttachedTable:
    height = max(number for number, row in enumerate(rows, start=1) if any(row))
    width = max(number for row in rows for number, cell in enumerate(row, start=1) if cell)
    shown = min(width, MOST_COLUMNS)
    cells = tuple((*row[:shown], *[""] * (shown - len(row))) for row in rows[: min(height, MOST_ROWS)])
    return AttachedTable(name, cells, cut=height > MOST_ROWS or width > MOST_COLUMNS)


def cell_hits(rows: Rows) -> Iterator[tuple[Hit, int, int]]:
    """Personal numbers, each with its row and column from 0. Their digits may stand in cells side by side, but never
    in two rows."""
    text = _END.join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    starts: list[int] = []
    for hit in find_personal(text):
        starts = starts or [0, *accumulate(len(part) + len(_END) for part in text.split(_END))]
        start = starts[bisect.bisect_right(starts, hit.start) - 1]
        yield hit, hit.line - 1, text.count("\t", start, hit.start)
