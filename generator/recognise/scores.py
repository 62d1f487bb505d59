"""A plain table of scores: a row per indicator with its name and score, in any order of rows and columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator import thai
from generator.grids import Cell, Grid, Kind
from generator.model import Framework, Indicator
from generator.problems import Problem
from generator.recognise.names import (
    Amount,
    Match,
    Row,
    figure,
    first_text,
    is_figure,
    key,
    match,
    numbered,
    says_nothing,
)
from generator.recognise.outcome import Confirmation, Outcome
from generator.recognise.summaries import Place, summary_of

_INDICATORS: Final = 10
_MOST: Final = 300  # rows that say something; a list of persons or answers has more
_LEAST: Final = 3  # named rows that make a table of scores
_SCORE: Final = re.compile("คะแนน|ร้อยละ|score")
_NOT_SCORE: Final = re.compile("เต็ม|น้ำหนัก|ผลต่าง|เปลี่ยนแปลง|เพิ่ม|ลด|พัฒนา|ปีก่อน|ปีที่ผ่านมา|ลำดับ|อันดับ|เกณฑ์|เป้าหมาย")
_RANK: Final = re.compile("ลำดับ|อันดับ|ที่|rank|no")
_YEAR: Final = re.compile("25[0-9]{2}")


@dataclass(frozen=True)
class ScoreRow:
    """One row; `number` is what is printed before the name, its number or its rank."""

    indicator: int
    score: Amount
    name: Cell
    number: Cell | None = None


@dataclass(frozen=True)
class ScoreTable:
    """The scores in the order of the table; `ranked` says that its numbers are ranks."""

    rows: tuple[ScoreRow, ...]
    overall: Amount | None = None
    grade: Cell | None = None
    instruments: tuple[tuple[str, Amount], ...] = ()
    ranked: bool = False

    @property
    def scores(self) -> dict[int, Decimal]:
        return {row.indicator: row.score.value for row in self.rows}


@dataclass(frozen=True)
class _Named:
    row: Row
    cell: Cell
    match: Match


@dataclass(frozen=True)
class _Columns:
    """`headings` are those of all columns that may hold scores."""

    names: int
    numbers: int | None
    scores: int
    headings: dict[int, Cell]


def score_table(grid: Grid, framework: Framework) -> Outcome[ScoreTable]:
    """The table of a grid; None where fewer than three rows name an indicator."""
    if sum(1 for row in grid.rows if first_text(row)) > _MOST:
        return Outcome(None)
    column = _name_column(grid, framework)
    named = [] if column is None else list(_named(grid, column, framework))
    if column is None or len(named) < _LEAST:
        return Outcome(None)
    numbers = _number_column(named, column)
    candidates = [at for at in range(len(named[0].row)) if at not in {column, numbers} and _is_scores(named, at)]
    if not candidates:
        return Outcome(None)
    headings = {at: _heading(grid, named[0], at) for at in candidates}
    chosen = _chosen(headings, framework)
    if chosen is None:
        listed = ", ".join(thai.shortened(headings[at].text) or f"{at + 1}" for at in candidates)
        return Outcome(
            None, (Problem("score-columns", named[0].cell.source, listed, {"year": str(framework.fiscal_year)}),)
        )
    return _read(grid, framework, named, _Columns(column, numbers, chosen, headings))


# --- which column is which


def _name_column(grid: Grid, framework: Framework) -> int | None:
    """The column with the most cells that name different indicators."""
    width = max(map(len, grid.rows), default=0)
    counts = []
    for at in range(width):
        cells = [row[at].text for row in grid.rows if not row[at].inherited]
        found = {one.indicator.number for text in cells if (one := _match(text, framework))}
        counts.append((len(found), -at))
    best = max(counts, default=(0, 0))
    return -best[1] if best[0] >= _LEAST else None


def _match(text: str, framework: Framework) -> Match | None:
    """A name, or a number with its word: a number alone may be anything."""
    if found := match(text, framework):
        return found
    known = numbered(text, framework) if "ตัวชี้วัด" in text else None
    return Match(known, known.number) if known else None


def _named(grid: Grid, column: int, framework: Framework) -> Iterator[_Named]:
    for row in grid.rows:
        if not row[column].inherited and (found := _match(row[column].text, framework)):
            yield _Named(row, row[column], found)


def _number_column(named: list[_Named], column: int) -> int | None:
    """The column whose cells are whole numbers up to the number of rows, each once."""
    for at in range(len(named[0].row)):
        values = {_whole(one.row[at]) for one in named if at != column}
        if len(values) == len(named) and values <= {*range(1, max(_INDICATORS, len(named)) + 1)}:
            return at
    return None


def _whole(cell: Cell) -> int | None:
    text = key(cell.text).strip("().")
    return int(text) if re.fullmatch("[0-9]{1,2}", text) else None


def _is_scores(named: list[_Named], at: int) -> bool:
    """Whether what stands in a column is figures, as far as it says something."""
    cells = [one.row[at] for one in named if not says_nothing(one.row[at])]
    figures = [cell for cell in cells if is_figure(cell) or cell.kind in {Kind.DAY, Kind.ERROR}]
    return len(figures) * 2 > len(cells) and len(figures) > 0


def _heading(grid: Grid, first: _Named, at: int) -> Cell:
    """What stands lowest above the first score of a column, but for a title over the whole table."""
    above = [row[at] for row in grid.rows if row[at].source.line < first.cell.source.line and row[at].text]
    return above[-1] if above else Cell("", Kind.EMPTY, first.row[at].source)


def _chosen(headings: dict[int, Cell], framework: Framework) -> int | None:
    """The one column of scores; of several the one of this year, or the one that alone is called so."""
    if len(headings) < 2:  # noqa: PLR2004 -- several
        return next(iter(headings), None)
    keys = {at: key(cell.text) for at, cell in headings.items()}
    for wanted in (
        [at for at, text in keys.items() if str(framework.fiscal_year) in text and not _NOT_SCORE.search(text)],
        [at for at, text in keys.items() if _SCORE.search(text) and not _NOT_SCORE.search(text)
         and not _other_year(text, framework)],
    ):  # fmt: skip
        if len(wanted) == 1:
            return wanted[0]
    return None


def _other_year(text: str, framework: Framework) -> bool:
    return any(year != str(framework.fiscal_year) for year in _YEAR.findall(text))


# --- its rows


def _read(grid: Grid, framework: Framework, named: list[_Named], columns: _Columns) -> Outcome[ScoreTable]:
    problems: list[Problem] = []
    told: list[Confirmation] = []
    rows: dict[int, ScoreRow] = {}
    chosen, numbers = columns.scores, columns.numbers
    if others := [cell for at, cell in columns.headings.items() if at != chosen]:
        listed = ", ".join(f"“{thai.shortened(cell.text)}”" for cell in others)
        told.append(Confirmation("column-chosen", columns.headings[chosen], {"others": listed}))
    ranked = numbers is not None and any(_whole(one.row[numbers]) != one.match.indicator.number for one in named)
    if ranked and numbers is not None:
        told.append(Confirmation("ranked", _heading(grid, named[0], numbers)))
    for one in named:
        indicator = one.match.indicator
        told += _doubts(one, indicator)
        cell = one.row[chosen]
        if says_nothing(cell):
            told.append(Confirmation("score-empty", cell, {"meant": indicator.label}))
            continue
        read = figure(cell)
        problems += [read.problem] if read.problem else []
        told += [read.confirmation] if read.confirmation else []
        if indicator.number in rows:
            details = {"first": str(rows[indicator.number].name.source)}
            problems.append(Problem("score-twice", one.cell.source, thai.shortened(one.cell.text), details))
        elif read.amount:
            number = one.row[numbers] if numbers is not None else None
            rows[indicator.number] = ScoreRow(indicator.number, read.amount, one.cell, number)
    there = {one.match.indicator.number for one in named}
    if missing := [one for one in framework.indicators if one.number not in there]:
        listed = ", ".join(one.label for one in missing)
        told.append(Confirmation("scores-missing", named[0].cell, {"count": str(len(there)), "missing": listed}))
    place = Place(columns.names, chosen, frozenset(one.cell.source.line for one in named))
    found = summary_of(grid, framework, place, {number: row.score.value for number, row in rows.items()})
    table = ScoreTable(tuple(rows.values()), found.overall, found.grade, tuple(found.instruments.items()), ranked)
    return Outcome(table if rows else None, (*problems, *found.problems), (*told, *found.told))


def _doubts(one: _Named, indicator: Indicator) -> Iterator[Confirmation]:
    if one.match.guessed:
        yield Confirmation("indicator-guess", one.cell, {"meant": indicator.label})
    # a bare number before the name may be a rank
    if one.match.number not in {None, indicator.number} and "ตัวชี้วัด" in one.cell.text:
        details = {"number": str(one.match.number), "meant": indicator.label}
        yield Confirmation("indicator-number", one.cell, details)
