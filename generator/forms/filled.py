"""A form as it came back: which form it is, and what stands in its cells."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import thai
from generator.forms.fields import Field
from generator.forms.sheets import EXAMPLE, Filled, FilledRow, Sheet, columns_of_lines
from generator.forms.workbook import HEAD, HINT, LISTS, TITLE
from generator.grids import Cell, Grid
from generator.problems import Problem, Source, nearest
from generator.thai import FiscalYear

_TITLED = re.compile(TITLE.format(year="([0-9๐-๙]{4})", sheet="(.+)"))
_AGENCY = re.compile(r".*\(([a-z][a-z0-9-]{1,39})\)")


@dataclass(frozen=True)
class Recognised:
    """Whose form of which year a workbook is; `sheets` are its grids by the name that stands in their first cell."""

    year: FiscalYear
    slug: str
    sheets: dict[str, Grid]


def recognise(grids: Sequence[Grid]) -> tuple[Recognised | None, tuple[Problem, ...]]:
    """The form that a workbook is, None where it is none; and why it cannot be read as one."""
    problems: list[Problem] = []
    sheets: dict[str, Grid] = {}
    titled: list[Grid] = []
    years: dict[str, Cell] = {}
    slugs: dict[str, Cell] = {}
    for grid in grids:
        if grid.name == LISTS or not grid.rows:
            continue
        first = grid.rows[0][0]
        found = _TITLED.fullmatch(thai.normalise(first.text))
        if not found:
            continue
        titled.append(grid)
        if grid.hidden:
            problems.append(Problem("form-sheet-hidden", first.source, grid.name))
        if found[2] in sheets:
            problems.append(Problem("form-sheet-twice", first.source, found[2]))
        years.setdefault(thai.to_arabic(found[1]), first)
        sheets.setdefault(found[2], grid)
        second = grid.rows[min(1, len(grid.rows) - 1)][0]
        if agency := _AGENCY.fullmatch(thai.normalise(second.text)):
            slugs.setdefault(agency[1], second)
    if not sheets:
        return None, ()
    for known in (years, slugs):
        named = next(iter(known), "")
        problems += [Problem("form-mixed", known[one].source, one, {"known": named}) for one in [*known][1:]]
    if not slugs:
        problems.append(Problem("form-agency-missing", next(iter(years.values())).source))
        return None, tuple(problems)
    strange = [grid for grid in grids if grid not in titled and grid.name != LISTS and _holds_something(grid)]
    problems += [
        Problem("form-sheet-unknown", _start(grid), grid.name, {"known": ", ".join(sheets)}) for grid in strange
    ]
    return Recognised(thai.parse_year(next(iter(years))), next(iter(slugs)), sheets), tuple(problems)


def _holds_something(grid: Grid) -> bool:
    return any(cell.text for row in grid.rows for cell in row)


def _start(grid: Grid) -> Source:
    return grid.rows[0][0].source


def filled(sheet: Sheet, grid: Grid) -> tuple[Filled, tuple[Problem, ...]]:
    """What stands in a sheet of the form, by its labels, wherever they stand now."""
    heads = [number for number, row in enumerate(grid.rows) if row[0].text.strip() == HEAD]
    if not heads:
        problem = Problem("form-head-missing", _start(grid), details={"known": HEAD})
        return Filled({}, ()), (problem,)
    lines, missing = _lines(sheet, grid, heads[0])
    columns, faults = _columns(sheet.columns, grid.rows[heads[0]])
    rows = []
    for row in grid.rows[heads[0] + 1 :]:
        if row[0].text.strip() in {HINT, EXAMPLE, HEAD}:
            continue
        cells = {label: row[column] for label, column in columns.items()}
        one = FilledRow(cells)
        if not one.blank:
            rows.append(one)
        stray = [cell for column, cell in enumerate(row) if column and column not in columns.values() and cell.text]
        if stray and not faults:
            faults = [Problem("form-column-unnamed", stray[0].source, thai.shortened(stray[0].text))]
    return Filled(lines, tuple(rows)), (*missing, *faults)


def _lines(sheet: Sheet, grid: Grid, head: int) -> tuple[dict[str, Cell], list[Problem]]:
    """The cells above the table, each in the row of its label."""
    found: dict[str, Cell] = {}
    wanted = {thai.normalise(line.field.label): line.field.label for line in sheet.lines}
    column, _ = columns_of_lines(sheet)
    for row in grid.rows[:head]:
        label = wanted.get(thai.normalise(row[0].text))
        if label and column < len(row):
            found[label] = row[column]
    lacking = [label for label in wanted.values() if label not in found]
    return found, [Problem("form-label-missing", _start(grid), details={"name": label}) for label in lacking]


def _columns(fields: Iterable[Field], head: tuple[Cell, ...]) -> tuple[dict[str, int], list[Problem]]:
    """The position of each column by its label."""
    labels = [field.label for field in fields]
    known = {thai.normalise(label): label for label in labels}
    found: dict[str, int] = {}
    strange: list[Cell] = []
    problems: list[Problem] = []
    for number, cell in enumerate(head[1:], start=1):
        label = known.get(thai.normalise(cell.text))
        if label in found:
            problems.append(Problem("form-column-twice", cell.source, cell.text))
        elif label:
            found[label] = number
        elif cell.text:
            strange.append(cell)
    lacking = [label for label in labels if label not in found]
    problems += [
        Problem(
            "form-column-unknown",
            cell.source,
            cell.text,
            {"known": ", ".join(labels), "guess": nearest(cell.text, lacking)},
        )
        for cell in strange
    ]
    if not strange:
        problems += [Problem("form-column-missing", head[0].source, details={"name": label}) for label in lacking]
    return found, problems
