"""Fills a form as a person does with another spreadsheet program: cells are typed into by sheet and label."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

HEAD, NO_DATA = "แถว", frozenset({"แถว", "วิธีกรอก", "ตัวอย่าง"})

Rows = Sequence[Mapping[str, object]]


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def head_of(page: Worksheet) -> int:
    return next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == HEAD)


def columns(page: Worksheet) -> dict[str, int]:
    """Column numbers by label."""
    head = head_of(page)
    labels = ((column, page.cell(head, column).value) for column in range(2, page.max_column + 1))
    return {str(label): column for column, label in labels if label}


def data_rows(page: Worksheet) -> Iterator[int]:
    for row in range(head_of(page) + 1, page.max_row + 1):
        if page.cell(row, 1).value not in NO_DATA:
            yield row


def type_line(page: Worksheet, label: str, value: object) -> None:
    """Types into the cell to the right of a label above the table."""
    row = next(row for row in range(1, head_of(page)) if page.cell(row, 1).value == label)
    line_cell(page, row).value = value  # type: ignore[assignment]


def line_cell(page: Worksheet, row: int) -> Cell:
    """The first cell of a row that a person may type into, or that shows a value beside its label."""
    for column in range(2, page.max_column + 1):
        cell = page.cell(row, column)
        if not isinstance(cell, MergedCell) and cell.border.left.style is not None:
            return cell
    raise LookupError(row)


def lines(page: Worksheet) -> dict[str, object]:
    """What stands above the table, by label."""
    found: dict[str, object] = {}
    for row in range(1, head_of(page)):
        label = page.cell(row, 1).value
        if label and any(page.cell(row, column).border.left.style for column in range(2, page.max_column + 1)):
            found[str(label)] = line_cell(page, row).value
    return found


def type_rows(page: Worksheet, rows: Rows) -> None:
    """Types rows into the table from its first row on; columns that a row does not name are cleared."""
    at = columns(page)
    free = data_rows(page)
    for values in rows:
        row = next(free, page.max_row + 1)
        for label, column in at.items():
            page.cell(row, column).value = values.get(label)  # type: ignore[assignment]


def shown_rows(page: Worksheet) -> list[dict[str, object]]:
    at = columns(page)
    return [{label: page.cell(row, column).value for label, column in at.items()} for row in data_rows(page)]
