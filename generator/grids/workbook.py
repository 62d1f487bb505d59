"""Workbooks (XLSX): values from calamine, the rest from their XML."""

import datetime
import math
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import groupby
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from generator.attachments import sheets
from generator.attachments.packages import Unsafe, package_parts
from generator.grids.cells import Cell, Grid, Kind
from generator.grids.marks import Format, Marks, formats_of, lengths_of_strings, marks_of, parts_of_sheets
from generator.grids.reading import MOST_CELLS, MOST_ROWS, Read, Refused, few, text_cell
from generator.model import FileKind
from generator.problems import Problem, Source, letters

_MOST_LETTERS: Final = 100_000_000
_KEPT: Final = 15  # digits, in a spreadsheet
_LONGEST_PLAIN: Final = 21
# Two digits of a year: 30 to 99 become 1930 to 1999 in a spreadsheet, so 30/9/68 is not 2568.
_GUESSED_YEARS: Final = range(1930, 2000)


def read(content: bytes, name: str) -> Read:
    """Raises Refused, Unsafe."""
    parts = package_parts(content, FileKind.XLSX)
    formats, strings = formats_of(parts), lengths_of_strings(parts)
    marks = [marks_of(part, formats, strings) if part else Marks() for part in parts_of_sheets(parts)]
    if sum(one.letters for one in marks) > _MOST_LETTERS:
        raise Unsafe("attachment-broken")
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        told = book.sheets_metadata
        _refuse_large(name, [one.name for one in told], marks)
        grids: list[Grid] = []
        notices: list[Problem] = []
        for number, sheet in enumerate(told):
            if sheet.typ is SheetTypeEnum.WorkSheet:
                found = _Sheet(name, sheet.name, marks[number], book.get_sheet_by_index(number))
                hidden = sheet.visible is not SheetVisibleEnum.Visible
                grids.append(Grid(sheet.name, found.rows(), hidden))
                notices += found.notices(hidden=hidden)
    except (CalamineError, ValueError, OverflowError, IndexError):
        raise Unsafe("attachment-broken") from None
    if not any(cell.text for grid in grids for row in grid.rows for cell in row):
        raise Refused(Problem("grid-empty", Source(name)))
    return Read(tuple(grids), notices=few(notices))


def _refuse_large(name: str, names: Sequence[str], marks: Sequence[Marks]) -> None:
    for sheet, one in zip(names, marks, strict=True):
        if one.rows > MOST_ROWS:
            last = Source(name, one.rows, 1, sheet)
            raise Refused(Problem("grid-rows", last, f"{one.rows:,}", {"limit": f"{MOST_ROWS:,}"}))
    cells = sum(one.rows * one.columns for one in marks)
    if cells > MOST_CELLS:
        largest = max(range(len(marks)), key=lambda number: marks[number].rows * marks[number].columns)
        last = Source(name, marks[largest].rows, marks[largest].columns, names[largest])
        raise Refused(Problem("grid-cells", last, f"{cells:,}", {"limit": f"{MOST_CELLS:,}"}))


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, file: str, name: str, marks: Marks, sheet: CalamineSheet) -> None:
        self.place: Callable[[int, int], Source] = lambda row, column: Source(file, row, column, name)
        self.marks = marks
        self.found: list[Problem] = []
        values = sheet.to_python(skip_empty_area=False)
        self.cells = [
            [self._cell(values, row, column) for column in range(1, marks.columns + 1)]
            for row in range(1, marks.rows + 1)
        ]
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            self._merge(range(top, min(bottom + 1, marks.rows)), range(left, min(right + 1, marks.columns)))

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(map(tuple, self.cells))

    def notices(self, *, hidden: bool) -> Iterator[Problem]:
        if hidden and (cell := next((cell for row in self.cells for cell in row if cell.text), None)):
            yield Problem("grid-hidden-sheet", cell.source, cell.source.sheet)
        yield from self.found
        yield from self._hidden_rows()
        yield from self._hidden_columns()

    def _cell(self, values: Sequence[Sequence[sheets.Cell]], row: int, column: int) -> Cell:
        place = (row, column)
        source = self.place(row, column)
        if error := self.marks.errors.get(place):
            return Cell(error, Kind.ERROR, source)
        inside = row <= len(values) and column <= len(values[row - 1])
        value = values[row - 1][column - 1] if inside else ""
        if isinstance(value, str):
            cell, notices = text_cell(value, source)
            self.found += notices
        else:
            cell = Cell(self._text(value, place), _kind(value), source)
        if isinstance(value, datetime.date) and value.year in _GUESSED_YEARS:
            self.found.append(Problem("grid-century", source, cell.text, {"year": str(value.year)}))
        if place in self.marks.formulas and cell.kind is not Kind.ERROR:
            return Cell(cell.text, Kind.FORMULA, source)
        return cell

    def _text(self, value: sheets.Cell, place: tuple[int, int]) -> str:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return sheets.shown(value)
        number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
        plain = abs(number.adjusted()) < _LONGEST_PLAIN
        text = self.marks.formats.get(place, Format()).of(number) if plain else f"{value:.15g}"
        if number.adjusted() >= _KEPT:
            self.found.append(Problem("grid-digits", self.place(*place), text))
        return text

    def _merge(self, rows: range, columns: range) -> None:
        if not rows or not columns:
            return
        first = self.cells[rows[0]][columns[0]]
        for row in rows:
            for column in columns:
                cell = self.cells[row][column]
                if cell is not first and first.text:
                    self.cells[row][column] = Cell(first.text, first.kind, cell.source, inherited=True)

    # --- what a reader of the file does not see

    def _hidden_rows(self) -> Iterator[Problem]:
        filled = [
            (number, cell)
            for number in sorted(self.marks.hidden_rows)
            if number <= len(self.cells) and (cell := _first(self.cells[number - 1]))
        ]
        # rows that follow each other are one gap
        for _, run in groupby(enumerate(filled), key=lambda one: one[1][0] - one[0]):
            entries = [entry for _, entry in run]
            first, last = entries[0][0], entries[-1][0]
            shown = str(first) if first == last else f"{first}–{last}"
            yield Problem("grid-hidden-rows", entries[0][1].source, shown, {"text": entries[0][1].text})

    def _hidden_columns(self) -> Iterator[Problem]:
        for first, last in self.marks.hidden_columns:
            shown = letters(first) if first == last else f"{letters(first)}–{letters(min(last, self.marks.columns))}"
            cell = next(filter(None, (_first(row[first - 1 : last]) for row in self.cells)), None)
            if cell:
                yield Problem("grid-hidden-columns", cell.source, shown, {"text": cell.text})


def _first(cells: Sequence[Cell]) -> Cell | None:
    return next((cell for cell in cells if cell.text and not cell.inherited), None)


def _kind(value: sheets.Cell) -> Kind:
    match value:
        case datetime.date():
            return Kind.DAY
        case bool() | datetime.time() | datetime.timedelta():
            return Kind.TEXT
        case float() if not math.isfinite(value):
            return Kind.ERROR
        case _:
            return Kind.NUMBER
