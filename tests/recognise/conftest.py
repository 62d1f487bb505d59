"""Grids made of rows of texts, and the frameworks of the cases."""

from collections.abc import Callable, Sequence

import pytest

from generator.frameworks import packaged
from generator.grids import Cell, Grid, Kind
from generator.model import Framework
from generator.problems import Source
from generator.recognise import Confirmation
from generator.thai import FiscalYear

MakeGrid = Callable[..., Grid]


def _grid(*rows: Sequence[str], name: str = "ชีต", hidden: bool = False) -> Grid:
    """A grid of texts. `<` is merged with the cell to the left, `^` with the one above, `!` begins an error and `@` a
    day."""
    width = max(map(len, rows))
    made: list[list[Cell]] = []
    for number, row in enumerate(rows, start=1):
        line: list[Cell] = []
        for column, text in enumerate([*row, *[""] * (width - len(row))], start=1):
            source = Source("ก.xlsx", number, column, name)
            origin = {"<": line[-1:], "^": made[-1][column - 1 : column] if made else []}.get(text)
            if origin:
                line.append(Cell(origin[0].text, origin[0].kind, source, inherited=True))
                continue
            kind = {"!": Kind.ERROR, "@": Kind.DAY}.get(text[:1], Kind.TEXT if text else Kind.EMPTY)
            line.append(Cell(text[1:] if kind in {Kind.ERROR, Kind.DAY} else text, kind, source))
        made.append(line)
    return Grid(name, tuple(map(tuple, made)), hidden)


@pytest.fixture(scope="session")
def grid() -> MakeGrid:
    return _grid


@pytest.fixture(scope="session")
def framework() -> Framework:
    return packaged(FiscalYear(2568))


def _told(confirmations: Sequence[Confirmation]) -> list[tuple[str, str]]:
    """Codes and cells, like `ranked A1`."""
    return [(one.code, str(one.cell.source).rsplit(" ", 1)[1]) for one in confirmations]


@pytest.fixture(scope="session")
def told() -> Callable[[Sequence[Confirmation]], list[tuple[str, str]]]:
    return _told
