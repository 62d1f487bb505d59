"""Texts of the page of `check`: safe as HTML, and lines of files as they stand there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from generator import markup, thai
from generator.commands.report import clean
from generator.personal import masked
from generator.problems import SHOWN, Source

Lines = Callable[[Source], str]

_QUOTED = frozenset({".yml", ".lock"})
_LONGEST_LINE = 300


def reader(folder: Path) -> Lines:
    """What reads the line that a place is in, out of the files that people write."""
    files: dict[str, list[str]] = {}

    def lines_of(file: str) -> list[str]:
        path = folder / file.removeprefix(f"{SHOWN}/")
        if path.suffix not in _QUOTED or not file.startswith(f"{SHOWN}/") or path.is_symlink() or not path.is_file():
            return []
        lines = path.read_bytes().decode("utf-8-sig", errors="replace").split("\n")
        # as one text without indentation, so that a number of a person is known that goes over two lines
        bare = masked("\n".join(line.strip() for line in lines)).split("\n")
        return [line[: len(line) - len(line.lstrip())] + shown for line, shown in zip(lines, bare, strict=True)]

    def line(source: Source) -> str:
        if source.file not in files:
            files[source.file] = lines_of(source.file)
        lines = files[source.file]
        return thai.cut(lines[source.line - 1], _LONGEST_LINE) if source.line <= len(lines) else ""

    return line


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("\n").join(parts)


def safe(value: str) -> Markup:
    """Safe, without a number of a person, and without what cannot be seen."""
    return markup.title(clean(value))


def coded(text: str) -> Markup:
    """A text whose names stand between backticks."""
    return Markup("").join(_code(text.split("`")))


def _code(parts: Sequence[str]) -> Iterator[Markup]:
    for number, part in enumerate(parts):
        yield Markup("<code>{}</code>").format(safe(part)) if number % 2 else safe(part)
