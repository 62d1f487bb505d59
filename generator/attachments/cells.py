"""Rows of cells as text, from whatever kind of file."""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from generator.model import AttachedTable
from generator.personal import BOUNDARY, Hit, find_personal

MOST_ROWS, MOST_COLUMNS = 200, 20
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]"
)
_END: Final = f"\n{BOUNDARY}"

Rows = Sequence[Sequence[str]]


def tables_of(sheets: Iterable[tuple[str, Rows]]) -> tuple[AttachedTable, ...]:
    """The named sheets that hold something, without empty rows and columns around it, up to 200 × 20 cells, and without
    characters that nobody sees or that turn the reading direction."""
    return tuple(_table(name, rows) for name, rows in sheets if any(any(row) for row in rows))


def _table(name: str, rows: Rows) -> AttachedTable:
    said = [number for number, row in enumerate(rows) if any(row)]
    rows = rows[said[0] : said[-1] + 1]
    filled = [number for row in rows for number, cell in enumerate(row) if cell]
    left, width = min(filled), max(filled) - min(filled) + 1
    shown = min(width, MOST_COLUMNS)
    parts = (row[left : left + shown] for row in rows[:MOST_ROWS])
    cells = tuple((*map(_seen, part), *[""] * (shown - len(part))) for part in parts)
    return AttachedTable(_seen(name), cells, cut=len(rows) > MOST_ROWS or width > MOST_COLUMNS)


def _seen(text: str) -> str:
    return _UNSEEN.sub(" ", text)


def cell_hits(rows: Rows) -> Iterator[tuple[Hit, int, int]]:
    """Personal numbers, each with its row and column from 0. Their digits may stand in cells side by side, but never
    in two rows."""
    text = _END.join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    starts: list[int] = []
    for hit in find_personal(text):
        starts = starts or [0, *accumulate(len(part) + len(_END) for part in text.split(_END))]
        start = starts[bisect.bisect_right(starts, hit.start) - 1]
        yield hit, hit.line - 1, text.count("\t", start, hit.start)
