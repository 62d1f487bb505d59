"""Last year's list of items of the OIT list and their addresses."""

import re
from dataclasses import dataclass, replace
from typing import Final

from pydantic import TypeAdapter, ValidationError

from generator import thai
from generator.grids import Cell, Grid
from generator.model import Framework, Https, ItemCode
from generator.problems import Problem
from generator.recognise.names import key
from generator.recognise.outcome import Confirmation, Outcome

_SEARCHED: Final = 20  # rows from the top
_LEAST: Final = 2  # rows with an item and an address
_CODE: Final = TypeAdapter(ItemCode)
_HTTPS: Final = TypeAdapter(Https)
_LINK: Final = re.compile(r"https?://\S+|www\.\S+|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.go\.th\S*", re.IGNORECASE)
_LEADING: Final = re.compile(r"\s*((?:ข้อ)?\s*(?:O|โอ)\s*[0-9๐-๙]{1,2})(?![0-9๐-๙])[.:)]?\s*", re.IGNORECASE)
_HEADING: Final = re.compile("(?:ลำดับ)?(?:ข้อ|รายการ|oit|o|ที่)(?:ที่|oit|o)?")


@dataclass(frozen=True)
class AddressEntry:
    """One address of one item; `title` is what stands beside its number."""

    item: str
    code: Cell
    address: Cell
    title: Cell | None = None


@dataclass(frozen=True)
class AddressList:
    entries: tuple[AddressEntry, ...]


@dataclass(frozen=True)
class _Item:
    code: str
    cell: Cell
    title: Cell | None


def address_list(grid: Grid, framework: Framework) -> Outcome[AddressList]:
    """The addresses of a grid; None where fewer than two rows have an item and an address."""
    column = _code_column(grid)
    if column is None:
        return Outcome(None)
    headed = _is_headed(grid, column)
    problems: list[Problem] = []
    told: list[Confirmation] = []
    entries: list[AddressEntry] = []
    known = {item.code for item in framework.items}
    last: _Item | None = None
    for row in grid.rows:
        item = _item(row, column, headed=headed)
        cells = [cell for cell in row if not cell.inherited and _LINK.search(cell.text)]
        here = item or last
        if item and item.cell.text.strip().isdecimal():
            told.append(Confirmation("item-without-letter", item.cell, {"item": item.code}))
        if item and known and item.code not in known:
            told.append(Confirmation("item-unknown", item.cell, {"item": item.code}))
        if item and not cells:
            beside = next(
                (cell for cell in row if cell is not item.cell and cell is not item.title and cell.text), item.cell
            )
            told.append(Confirmation("item-without-address", beside, {"item": item.code}))
        for cell, text in ((one, found) for one in cells for found in _LINK.findall(one.text)):
            address = Cell(text.rstrip(".,;)"), cell.kind, cell.source)
            if here is None:
                problems.append(Problem("address-without-item", cell.source, thai.shortened(text)))
                continue
            if item is None:
                told.append(Confirmation("item-joined", address, {"item": here.code}))
            if not _is_https(address.text):
                problems.append(Problem("address-invalid", cell.source, thai.shortened(address.text)))
            elif any((one.item, one.address.text) == (here.code, address.text) for one in entries):
                told.append(Confirmation("address-repeated", address, {"item": here.code}))
            else:
                entries.append(AddressEntry(here.code, here.cell, address, here.title))
        last = here
    return Outcome(AddressList(tuple(entries)) if entries else None, tuple(problems), tuple(told))


def _code_column(grid: Grid) -> int | None:
    """The column with the most items beside an address."""
    rows = [row for row in grid.rows if any(_LINK.search(cell.text) for cell in row)]
    columns = [(at, _is_headed(grid, at)) for at in range(len(rows[0]) if rows else 0)]
    counts = [(sum(1 for row in rows if _code(row[at], headed=headed)), -at) for at, headed in columns]
    best = max(counts, default=(0, 0))
    return -best[1] if best[0] >= _LEAST else None


def _is_headed(grid: Grid, column: int) -> bool:
    """Whether a heading says that the column numbers items."""
    return any(_HEADING.fullmatch(key(row[column].text)) for row in grid.rows[:_SEARCHED])


def _code(cell: Cell, *, headed: bool) -> str | None:
    """The item that a cell begins with; a number alone counts below a heading that says what it numbers."""
    if cell.inherited or not cell.text:
        return None
    found = _LEADING.match(cell.text)
    text = found[1] if found else ""
    if not found and headed and re.fullmatch("[0-9]{1,2}", key(cell.text)):
        text = f"O{cell.text}"
    try:
        return _CODE.validate_python(text) if text else None
    except ValidationError:
        return None


def _item(row: tuple[Cell, ...], column: int, *, headed: bool) -> _Item | None:
    cell = row[column]
    code = _code(cell, headed=headed)
    if code is None:
        return None
    found = _LEADING.match(cell.text)
    rest = cell.text[found.end() :].strip() if found else ""
    beside = [other for other in row[column + 1 :] if other.text and not other.inherited]
    title = next((other for other in beside if not _LINK.search(other.text)), None)
    return _Item(code, cell, replace(cell, text=rest) if rest else title)


def _is_https(text: str) -> bool:
    try:
        _HTTPS.validate_python(text)
    except ValidationError:
        return False
    return True
