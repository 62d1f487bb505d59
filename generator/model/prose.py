"""Running text of a document: paragraphs and lists. Plain text in, never Markdown or HTML.

One line is one paragraph. A line that begins with a dash or a bullet, or with a number as documents print them (`๑.`,
`1)`, `(๑)`), is an item of a list. A line that is indented below an item belongs to it: a list of its own, or text that
goes on. Lists go two levels deep.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Union

from generator import thai
from generator.model.values import LONGEST_TEXT, read_as
from generator.problems import NOWHERE, Source
from generator.thai import NotReadable

DEEPEST_LIST = 2
# A minus before a figure is no dash, and the point inside a figure ends no number.
_MARKER = re.compile(
    r"(?P<dash>•(?=\s*\S)|[-–](?=\s+\S|[^\s0-9๐-๙–-]))"
    r"|(?P<number>\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*(?:\)\.?|\.\)?)(?![0-9๐-๙.)]))\s*(?=\S)"
)


@dataclass(frozen=True)
class Item:
    """One item; `marker` is the number as it is printed, empty where a dash or bullet stands."""

    marker: str
    text: str
    blocks: tuple["Block", ...] = ()


@dataclass(frozen=True)
class Items:
    items: tuple[Item, ...]


Block = Union[str, Items]  # noqa: UP007 -- the name is used before it is whole


@dataclass(frozen=True)
class Prose:
    """A passage as it is printed, and where it stands in our file."""

    blocks: tuple[Block, ...]
    source: Source = field(default=NOWHERE, compare=False)

    @property
    def plain(self) -> str:
        """All its words in order, a line for each paragraph and item, numbers as printed."""
        return "\n".join(_lines(self.blocks))

    @property
    def lists(self) -> tuple[Items, ...]:
        """The lists of its first level."""
        return tuple(block for block in self.blocks if isinstance(block, Items))


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield block
            continue
        for item in block.items:
            yield f"{item.marker} {item.text}".strip()
            yield from _lines(item.blocks)


@dataclass(frozen=True)
class _Line:
    number: int
    indent: int
    marker: str | None
    text: str


def prose(value: str) -> Prose:
    """The paragraphs and lists of a text. Raises NotReadable: empty, too long, or lists nested too deep."""
    lines = [line for number, raw in enumerate(value.split("\n")) if (line := _line(number, raw))]
    if not lines:
        raise NotReadable("empty-value")
    if sum(len(line.text) for line in lines) > LONGEST_TEXT:
        raise NotReadable("text-too-long")
    place = getattr(value, "source", NOWHERE)
    return Prose(_blocks(lines, 1), place if isinstance(place, Source) else NOWHERE)


def _line(number: int, raw: str) -> _Line | None:
    widened = raw.expandtabs(4)
    shown = thai.normalise(widened)
    if not shown:
        return None
    indent = len(widened) - len(widened.lstrip())
    found = _MARKER.match(shown)
    if found is None:
        return _Line(number, indent, None, shown)
    return _Line(number, indent, found["number"] or "", shown[found.end() :].strip())


def _blocks(lines: list[_Line], level: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    items: list[Item] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        while line.marker is not None and end < len(lines) and lines[end].indent > line.indent:
            end += 1
        if line.marker is None:
            if items:
                blocks.append(Items(tuple(items)))
                items = []
            blocks.append(line.text)
        elif level > DEEPEST_LIST:
            raise NotReadable("list-too-deep", line.text, line.number)
        else:
            items.append(Item(line.marker, line.text, _blocks(lines[at + 1 : end], level + 1)))
        at = end
    if items:
        blocks.append(Items(tuple(items)))
    return tuple(blocks)


Passage = Annotated[Prose, read_as(prose)]
