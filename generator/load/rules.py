"""The rules that a data folder would lack for a year."""

from pathlib import Path

from generator import frameworks
from generator.frameworks.derived import derived
from generator.load.files import no_file, year_of
from generator.model import Framework
from generator.problems import SHOWN
from generator.reader import parse, read
from generator.thai import FiscalYear, NotReadable

RULES = "frameworks"


class NoEarlierRules(Exception):
    """There is no year before this one whose rules are known."""


def known_years(folder: Path) -> tuple[FiscalYear, ...]:
    """The years with rules, oldest first: those that ship with the program, and the folder's own."""
    return tuple(sorted({*frameworks.packaged_years(), *_own(folder)}))


def lacking(folder: Path, year: FiscalYear) -> bytes | None:
    """What frameworks/<year>.yml is to hold: a draft from the newest rules before it. None where the year has rules.
    Raises InvalidData where those cannot be used, NoEarlierRules where there are none."""
    years = known_years(folder)
    if year in years:
        return None
    earlier = [one for one in years if one < year]
    if not earlier:
        raise NoEarlierRules(str(year))
    newest = earlier[-1]
    return derived(written_rules(folder, newest), newest, year)


def written_rules(folder: Path, year: FiscalYear) -> bytes:
    """The rules of a year that has some, as they are written: the folder's own, else those of the program."""
    own = _own(folder).get(year)
    return own.read_bytes() if own else frameworks.packaged_bytes(year)


def rules_of(folder: Path, year: FiscalYear) -> Framework:
    """The rules of a year that has some. Raises InvalidData."""
    own = _own(folder).get(year)
    if own is None:
        return frameworks.packaged(year)
    return parse(read(own.read_bytes(), f"{SHOWN}/{RULES}/{own.name}"), Framework)


def _own(folder: Path) -> dict[FiscalYear, Path]:
    found = {}
    for path in sorted((folder / RULES).glob("*.yml")):
        try:
            year = year_of(path.stem)
        except NotReadable:
            continue
        if not no_file(path):
            found[year] = path
    return found
