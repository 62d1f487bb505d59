"""Workbooks (XLSX), read with calamine."""

import datetime
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from generator import thai
from generator.attachments.cells import cell_hits, tables_of
from generator.attachments.examined import Examined, personal_faults, refused
from generator.personal import Hit, find_personal, masked
from generator.problems import letters

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

# The reader makes a full rectangle of every sheet: two cells in opposite corners would fill the memory.
_MOST_CELLS: Final = 4_000_000
_LONGEST_STRING: Final = 1_000_000
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_REFERENCE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_LARGEST_WHOLE: Final = 10**15
_FIRST_BUDDHIST: Final = thai.FIRST_YEAR
_OFFSET: Final = thai.BUDDHIST_OFFSET


def examine_sheets(parts: Mapping[str, bytes], content: bytes) -> Examined:
    """The visible sheets as tables, and the personal numbers of all, hidden ones too."""
    if any(_area(part) > _MOST_CELLS for name, part in parts.items() if _SHEET.fullmatch(name)):
        return refused("attachment-broken", kind="XLSX")
    strings = next((part for name, part in parts.items() if name.lower() == "xl/sharedstrings.xml"), b"")
    if max(map(len, strings.split(b"si>"))) > _LONGEST_STRING:
        return refused("attachment-broken", kind="XLSX")
    hits: list[tuple[Hit, str, int]] = []
    visible: list[tuple[str, list[list[str]]]] = []
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for sheet in book.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet:
                rows = _rows(book.get_sheet_by_name(sheet.name))
                hits += _hits(sheet.name, rows, hidden=sheet.visible is not SheetVisibleEnum.Visible)
                if sheet.visible is SheetVisibleEnum.Visible:
                    visible.append((sheet.name, rows))
    except (CalamineError, ValueError, OverflowError):
        return refused("attachment-broken", kind="XLSX")
    return Examined(tables=tables_of(visible), faults=personal_faults(hits))


def _area(part: bytes) -> int:
    """How many cells lie between A1 and the last column and row that a sheet names."""
    column = row = 1
    for name, digits in set(_REFERENCE.findall(part)):
        number = 0
        for letter in name.upper():
            number = number * 26 + letter - 64
        column, row = max(column, number), max(row, int(digits))
    return column * row


def _rows(sheet: CalamineSheet) -> list[list[str]]:
    return [[shown(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def _hits(name: str, rows: list[list[str]], *, hidden: bool) -> Iterator[tuple[Hit, str, int]]:
    kind = "ชีตที่ซ่อนไว้" if hidden else "ชีต"
    for hit in find_personal(name):
        yield hit, "ชื่อชีต", 1
    for hit, row, column in cell_hits(rows):
        yield hit, f"{kind} {masked(name)} เซลล์ {letters(column + 1)}{row + 1}", 1


def shown(cell: Cell) -> str:  # noqa: PLR0911 -- one per kind of value
    """A cell as a reader writes it: 2568.0 is 2568, days are Thai whichever era the spreadsheet thinks of."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer() and abs(cell) < _LARGEST_WHOLE:
            return str(int(cell))
        case float():
            return f"{cell:.15g}"
        case datetime.datetime():
            moment = "" if cell.time() == datetime.time() else f" {cell:%H:%M} น."
            return _day(cell.date()) + moment
        case datetime.date():
            return _day(cell)
        case datetime.time():
            return f"{cell:%H:%M} น."
        case datetime.timedelta():
            minutes = round(cell.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case _:
            return str(cell).strip()


def _day(day: datetime.date) -> str:
    """Whoever types 30/9/2568 into a spreadsheet gets a day of the year 2568 of the common era."""
    if day.year < _FIRST_BUDDHIST:
        return thai.format_date(day)
    return f"{day.day} {thai.MONTHS[day.month - 1]} {day.year}"
