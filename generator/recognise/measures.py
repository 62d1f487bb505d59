"""A table of measures: columns told by their headings, rows joined to the measure that they belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator import thai
from generator.grids import Cell, Grid, Kind
from generator.model import Cell as Mergeable
from generator.model import Framework, Held, is_post
from generator.problems import Problem
from generator.recognise.headings import (
    OF_A_MEASURE,
    WORDS,
    Columns,
    columns_of,
    names_by_number,
    of_headings,
    with_subject,
    without_headings,
)
from generator.recognise.names import Row, first_text, is_band, key, match, within
from generator.recognise.outcome import Confirmation, Outcome

_MERGEABLE: Final = {
    Held.RESPONSIBLE: Mergeable.RESPONSIBLE,
    Held.PERIOD: Mergeable.PERIOD,
    Held.FOLLOW_UP: Mergeable.FOLLOW_UP,
}
_PRINTED_NUMBER: Final = re.compile(r"\s*([(]?[0-9๐-๙]{1,2}[.)]+(?![0-9๐-๙]))\s*(?=\S)")
_SUB_INDICATOR: Final = re.compile(r"วัดย่อย(?:ที่)?([0-9]{1,2}[.][0-9])")
_MARK: Final = re.compile(r"^\s*(?:[-•–]|[(]?[0-9๐-๙]{1,2}[.)]+)\s*")


@dataclass(frozen=True)
class Column:
    """A column of the table, with its heading as printed."""

    holds: Held
    heading: Cell


@dataclass(frozen=True)
class Who:
    """A unit that is responsible, or the holder of a post."""

    cell: Cell
    post: bool = False


@dataclass(frozen=True)
class TableMeasure:
    """One measure. `texts` are its cells by what their column holds, rows that were joined as lines of one text;
    `number` is what is printed before its title, `merged` the cells that a row above holds for this one too."""

    texts: dict[Held, Cell]
    number: Cell | None = None
    indicators: tuple[int, ...] = ()
    sub_indicators: tuple[str, ...] = ()
    responsible: tuple[Who, ...] = ()
    merged: tuple[Mergeable, ...] = ()


@dataclass(frozen=True)
class MeasureTable:
    columns: tuple[Column, ...]
    measures: tuple[TableMeasure, ...]


@dataclass
class _Growing:
    """A measure while its rows are read."""

    parts: dict[Held, list[Cell]]
    number: Cell | None
    merged: list[Held] = field(default_factory=list)

    @property
    def name(self) -> str:
        parts = self.parts.get(Held.TITLE) or self.parts.get(Held.SUBJECT) or []
        return thai.shortened(parts[0].text) if parts else ""


def measure_table(grids: Sequence[Grid], framework: Framework) -> Outcome[MeasureTable]:
    """The measures of a table and of those that it goes on in; None where the first has no known headings."""
    columns = columns_of(grids[0])
    if columns is None:
        return Outcome(None, tuple(without_headings(grids[0], framework)))
    columns = with_subject(grids[0], columns)
    told = list(of_headings(grids[0], columns))
    growing: list[_Growing] = []
    for number, grid in enumerate(grids):
        rows = grid.rows[columns.line + 1 :] if number == 0 else grid.rows
        if number:
            first = next((cell for row in grid.rows if (cell := first_text(row))), None)
            if first:
                told.append(Confirmation("table-joined", first, {"table": grid.name, "first": grids[0].name}))
        told += _grow(growing, rows, columns, framework)
    found = [_finished(one, framework) for one in growing]
    for one, measure in zip(growing, found, strict=True):
        told += _doubts(one, measure, columns, framework)
    listed = tuple(Column(held, columns.row[at]) for at, held in sorted(columns.holds.items()))
    failed = [row[at] for grid in grids for row in grid.rows for at in columns.holds if row[at].kind is Kind.ERROR]
    problems = tuple(Problem("table-error", cell.source, cell.text) for cell in failed if not cell.inherited)
    return Outcome(MeasureTable(listed, tuple(found)) if found else None, problems, tuple(told))


def goes_on(first: Grid, following: Grid) -> bool:
    """Whether a table is the rest of one before it: as many columns, and the same headings or none."""
    columns, other = columns_of(first), columns_of(following)
    if columns is None or len(following.rows) == 0 or len(first.rows[0]) != len(following.rows[0]):
        return False
    return other is None or other.holds == columns.holds


# --- rows


def _grow(
    growing: list[_Growing], rows: Sequence[Row], columns: Columns, framework: Framework
) -> Iterator[Confirmation]:
    band: Cell | None = None
    for row in rows:
        name = first_text(row)
        if name is None or _is_heading(row, columns):
            continue
        if is_band(row):
            if match(name.text, framework) or names_by_number(name.text):
                band = name
                yield Confirmation("band-read", name)
            else:
                yield Confirmation("row-left-out", name)
            continue
        cells = {held: row[at] for at, held in columns.holds.items()}
        begins = [held for held in OF_A_MEASURE if held in cells and cells[held].text and not cells[held].inherited]
        if begins or not growing:
            one = _Growing({}, _number(row, columns))
            if band and Held.SUBJECT not in cells:
                one.parts[Held.SUBJECT] = [band]
            for held, cell in cells.items():
                if cell.text:
                    one.parts[held] = [cell]
                if _from_above(cell, growing, held):
                    one.merged.append(held)
            growing.append(one)
            continue
        one = growing[-1]
        added = {held: cell for held, cell in cells.items() if cell.text and not cell.inherited}
        for held, cell in added.items():
            one.parts.setdefault(held, []).append(cell)
        if added:
            first = next(iter(added.values()))
            yield Confirmation("row-joined", first, {"measure": one.name})


def _is_heading(row: Row, columns: Columns) -> bool:
    """Whether the headings are repeated, as on every page, or go down over this row too."""
    cells = [(row[at], columns.row[at]) for at in columns.holds]
    return all(key(cell.text) == key(heading.text) for cell, heading in cells)


def _from_above(cell: Cell, growing: list[_Growing], held: Held) -> bool:
    """Whether a merged cell belongs to that of the measure before."""
    before = growing[-1].parts.get(held, []) if growing else []
    return cell.inherited and bool(before) and before[-1].text == cell.text


def _number(row: Row, columns: Columns) -> Cell | None:
    cell = row[columns.number] if columns.number is not None else None
    return cell if cell is not None and cell.text and not cell.inherited else None


def _joined(parts: Sequence[Cell]) -> Cell:
    return replace(parts[0], text="\n".join(part.text for part in parts))


def _finished(one: _Growing, framework: Framework) -> TableMeasure:
    texts = {held: _joined(parts) for held, parts in one.parts.items()}
    number = one.number
    if (title := texts.get(Held.TITLE)) and (found := _PRINTED_NUMBER.match(title.text)):
        number = replace(title, text=found[1])
        texts[Held.TITLE] = replace(title, text=title.text[found.end() :])
    about = texts.get(Held.SUBJECT) or texts.get(Held.TITLE)
    found_sub = _SUB_INDICATOR.findall(key(about.text)) if about else []
    return TableMeasure(
        texts,
        number,
        _indicators(about.text, framework) if about else (),
        tuple(dict.fromkeys(found_sub)),
        _responsible(texts.get(Held.RESPONSIBLE)),
        tuple(_MERGEABLE[held] for held in _MERGEABLE if held in one.merged),
    )


def _indicators(text: str, framework: Framework) -> tuple[int, ...]:
    """By name, else by the names that it holds, else by number with its word."""
    if found := match(text, framework):
        return (found.indicator.number,)
    if held := within(text, framework):
        return tuple(one.number for one in held)
    numbers = [int(number) for number in re.findall("ตัวชี้วัดที่([0-9]{1,2})(?![0-9.])", key(text))]
    known = {one.number for one in framework.indicators}
    return tuple(dict.fromkeys(number for number in numbers if number in known))


def _responsible(cell: Cell | None) -> tuple[Who, ...]:
    """One a line, or between commas."""
    if cell is None:
        return ()
    names = (_MARK.sub("", line).strip() for line in re.split(r"[\n,]", cell.text))
    return tuple(Who(replace(cell, text=name), is_post(name)) for name in names if name)


# --- what should be looked at


def _doubts(one: _Growing, measure: TableMeasure, columns: Columns, framework: Framework) -> Iterator[Confirmation]:
    about = measure.texts.get(Held.SUBJECT) or measure.texts.get(Held.TITLE)
    if about:
        found = match(about.text, framework)
        if found and found.guessed:
            yield Confirmation("indicator-guess", about, {"meant": found.indicator.label})
        elif not found:
            code = "indicator-within" if within(about.text, framework) else "indicator-by-number"
            for number in measure.indicators:
                yield Confirmation(code, about, {"meant": framework.indicator(number).label})
    for held in one.merged:
        cell = one.parts[held][0]
        at = next((at for at, holds in columns.holds.items() if holds is held), None)
        heading = thai.shortened(columns.row[at].text) if at is not None else WORDS[held]
        yield Confirmation("cell-inherited", cell, {"heading": heading, "measure": one.name})
