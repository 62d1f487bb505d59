"""What can be wrong in a file, and where."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.problems.messages import MESSAGES, SPOKEN, WORDS

Language = Literal["th", "en"]
SHOWN = "data"  # how the data folder is called in messages and on pages, wherever it lies


@dataclass(frozen=True, order=True)
class Source:
    """A place in a file; line and column start at 1, e.g. data/mueang-khong/2568/scores.yml:7:13. In a workbook they
    are those of a cell of `sheet`, e.g. แบบกรอก-ITA-2570.xlsx › ผลคะแนนปี 2569 › C7."""

    file: str
    line: int = 1
    column: int = 1
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file} › {self.sheet} › {letters(self.column)}{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


def letters(column: int) -> str:
    """The name of a column counted from 1, as a spreadsheet has it: A, Z, AA."""
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


NOWHERE = Source("")


@dataclass(frozen=True)
class Problem:
    """One fault of a file, with a stable code; `agency` is the slug it holds back, None where it holds everything."""

    code: str
    source: Source
    found: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    agency: str | None = None

    def what(self, language: Language = "th") -> str:
        return self._say(0, language)

    def expected(self, language: Language = "th") -> str:
        return self._say(1, language)

    def hint(self, language: Language = "th") -> str:
        return self._say(2, language)

    def _say(self, part: int, language: Language) -> str:
        words = WORDS[language]
        named = {"found": self.found, **self.details}
        if self.code in SPOKEN:
            named = {name: words.get(value, words.get("otherwise", value)) for name, value in named.items()}
        if near := named.get("guess"):
            named["guess"] = words["guess"].format(near)
        return MESSAGES[self.code][language][part].format_map(named)


class InvalidData(Exception):
    """The data cannot be used; carries every Problem that was found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("; ".join(f"{p.source}: {p.code}" for p in self.problems))


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that `name` was probably meant to be, or nothing: the detail `guess` of a Problem."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column, each once."""
    seen = {(p.source, p.code, p.found, tuple(sorted(p.details.items()))): p for p in problems}
    return tuple(seen[key] for key in sorted(seen))
