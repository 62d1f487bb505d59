"""One file or folder at a time: what may be opened, what a file says, and every Problem that it has."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generator import personal
from generator.model import Record
from generator.problems import InvalidData, Problem, Source, nearest
from generator.reader import Mapping, Sequence, Text, parse, read
from generator.thai import FiscalYear, NotReadable, parse_year

# Where the telephone of an office stands: a mobile number may be one.
_OFFICE = frozenset({"phone"})

R = TypeVar("R", bound=Record)


@dataclass
class Found:
    """Problems gathered on the way, what is only to be told (`notices`), and the agencies that cannot be built because
    of others' files."""

    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    held: set[str] = field(default_factory=set)

    def add(self, problems: Iterable[Problem], agency: str | None = None) -> None:
        self.problems += [replace(problem, agency=agency) for problem in problems]
        if agency:
            self.held.add(agency)

    def tell(self, notices: Iterable[Problem], agency: str | None = None) -> None:
        self.notices += [replace(notice, agency=agency) for notice in notices]


def stray(name: str, source: Source, known: list[str]) -> Problem:
    return Problem("stray-name", source, name, {"known": ", ".join(known), "guess": nearest(name, known)})


def irregular(path: Path) -> str:
    """Why a path is not to be opened: a link, a device; empty for a file or folder."""
    if path.is_symlink():
        return "symlink"
    return "" if path.is_file() or path.is_dir() else "special"


def no_file(path: Path) -> str:
    """Why a path is no file to be read; empty where it is one."""
    return irregular(path) or ("directory" if path.is_dir() else "")


def year_of(name: str) -> FiscalYear:
    """The year that a folder or file is named for, in the digits that its address has."""
    year = parse_year(name)
    if name != str(year):
        raise NotReadable("year-invalid", str(year))
    return year


def record(path: Path, shown: str, model: type[R], found: Found, agency: str | None) -> R | None:
    """The record in a file; where there is none, its Problems are in `found`."""
    name = f"{shown}/{path.name}"
    if irregular(path) or not path.is_file():
        if not path.is_symlink() and not path.exists():
            found.add([Problem("missing-file", Source(shown), details={"name": path.name})], agency)
        return None
    problems: list[Problem] = []
    try:
        tree = read(path.read_bytes(), name)
        problems, notices = _personal(tree)
        found.tell(notices, agency)
        if problems:
            found.add(problems, agency)
        record = parse(tree, model)
    except InvalidData as invalid:
        found.add(_unquoted(invalid.problems, problems), agency)
        return None
    return None if problems else record


def _unquoted(problems: Iterable[Problem], personal: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that would quote a part of a text with a personal number, which is told already."""
    told = {problem.source for problem in personal}
    for problem in problems:
        if problem.code == "file-encoding":  # nobody looked for numbers in what is quoted here
            yield replace(problem, found=re.sub(r"\d", "x", problem.found))
        elif problem.source not in told:
            yield problem


def _personal(tree: Mapping) -> tuple[list[Problem], list[Problem]]:
    """Personal numbers anywhere in a file: those that stop it, and those that only look as if a number was lost."""
    problems: list[Problem] = []
    notices: list[Problem] = []
    for key, value in _texts(tree):
        for hit in personal.find_personal(value):
            if hit.kind == "mobile" and key in _OFFICE:
                continue
            source = value.source
            if value.first:
                source = replace(value.first, line=value.first.line + hit.line - 1)
            problem = Problem(personal.CODES[hit.kind], source, details={"where": "บรรทัดนี้"})
            (notices if hit.kind == "excel-number" else problems).append(problem)
    return problems, notices


def _texts(node: object, key: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of a tree, with the key that it stands behind."""
    if isinstance(node, Text):
        yield key, node
    elif isinstance(node, Mapping):
        for name, value in node.items():
            yield from _texts(value, name)
    elif isinstance(node, Sequence):
        for item in node:
            yield from _texts(item, key)
