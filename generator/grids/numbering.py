"""Automatic numbers of Word: they stand in no text, only in what numbering.xml says about a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

_THAI_DIGITS: Final = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_THAI_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST: Final = 9_999


class Unreadable(ValueError):
    """A number in a script that we do not write."""


@dataclass(frozen=True)
class _Level:
    start: int
    kind: str
    text: str
    style: str


@dataclass(frozen=True)
class _List:
    """A numbered list: `counts` names what it counts together with, `starts` where it begins anew."""

    counts: str
    levels: dict[int, _Level]
    starts: dict[int, int]


def value(node: etree._Element | None, name: str = "val") -> str:
    """An attribute of Word, whose names all stand in a namespace."""
    if node is None:
        return ""
    return str(next((text for key, text in node.attrib.items() if str(key).rpartition("}")[2] == name), ""))


class Numbering:
    """The numbers of a document's paragraphs, asked for in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._of_style = dict(_styles(styles))
        self._based = {value(style, "styleId"): value(style.find("{*}basedOn")) for style in _children(styles, "style")}
        self._lists = _lists(numbering, self._of_style)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """The number of the next paragraph, nothing where it has none. Raises Unreadable."""
        number, level = self._place(paragraph)
        known = self._lists.get(number)
        if known is None or level not in known.levels:
            return ""
        counts = self._counts.setdefault(known.counts, {})
        if level in known.starts and (number, level) not in self._begun:
            self._begun.add((number, level))
            counts[level] = known.starts[level]
        else:
            counts[level] = counts.get(level, known.levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _shown(known.levels, counts, level)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """Its list and level: its own, else of its style."""
        style = value(paragraph.find("{*}pPr/{*}pStyle"))
        own = paragraph.find("{*}pPr/{*}numPr")
        number, level = "", ""
        if own is not None:
            number, level = value(own.find("{*}numId")), value(own.find("{*}ilvl"))
        seen: set[str] = set()
        while style and not (number and level) and style not in seen:
            seen.add(style)
            of_style = self._of_style.get(style, ("", ""))
            number = number or of_style[0]
            level = level or of_style[1] or (_level_of_style(self._lists.get(number), style) if of_style[0] else "")
            style = self._based.get(style, "")
        return number, int(level) if level.isdecimal() else 0


def _level_of_style(known: _List | None, style: str) -> str:
    levels = known.levels if known else {}
    return next((str(number) for number, level in levels.items() if level.style == style), "")


def _children(node: etree._Element | None, name: str) -> Iterator[etree._Element]:
    yield from node.iterfind(f"{{*}}{name}") if node is not None else ()


def _styles(styles: etree._Element | None) -> Iterator[tuple[str, tuple[str, str]]]:
    for style in _children(styles, "style"):
        properties = style.find("{*}pPr/{*}numPr")
        if properties is not None:
            number, level = properties.find("{*}numId"), properties.find("{*}ilvl")
            yield value(style, "styleId"), (value(number), value(level))


def _lists(numbering: etree._Element | None, of_style: dict[str, tuple[str, str]]) -> dict[str, _List]:
    abstract = {value(one, "abstractNumId"): one for one in _children(numbering, "abstractNum")}
    meant = {value(one, "numId"): value(one.find("{*}abstractNumId")) for one in _children(numbering, "num")}
    lists = {}
    for number in _children(numbering, "num"):
        key = meant[value(number, "numId")]
        if key in abstract and (style := value(abstract[key].find("{*}numStyleLink"))):
            key = meant.get(of_style.get(style, ("", ""))[0], key)
        levels = dict(map(_level, _children(abstract.get(key), "lvl")))
        starts = {}
        for override in _children(number, "lvlOverride"):
            levels |= dict(map(_level, _children(override, "lvl")))
            if start := value(override.find("{*}startOverride")):
                starts[_whole(value(override, "ilvl"))] = _whole(start)
        lists[value(number, "numId")] = _List(key, levels, starts)
    return lists


def _level(node: etree._Element) -> tuple[int, _Level]:
    start = value(node.find("{*}start"))
    return _whole(value(node, "ilvl")), _Level(
        _whole(start) if start else 1,
        value(node.find("{*}numFmt")) or "decimal",
        value(node.find("{*}lvlText")),
        value(node.find("{*}pStyle")),
    )


def _whole(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,4}", text) else 0


def _shown(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    kind = levels[level].kind
    if kind == "bullet":
        return "-"
    if kind == "none":
        return ""

    def number(found: re.Match[str]) -> str:
        other = int(found[1]) - 1
        if other not in levels:
            return ""
        return _figure(counts.get(other, levels[other].start), levels[other].kind)

    return re.sub(r"%([1-9])", number, levels[level].text)


def _figure(count: int, kind: str) -> str:
    if not 0 < count <= _MOST:
        raise Unreadable(kind)
    match kind:
        case "decimal" | "decimalZero":
            return f"{count:02}" if kind == "decimalZero" else str(count)
        case "thaiNumbers":
            return str(count).translate(_THAI_DIGITS)
        case "thaiLetters":
            return _lettered(count, _THAI_LETTERS)
        case "lowerLetter" | "upperLetter":
            shown = _lettered(count, _LATIN)
        case "lowerRoman" | "upperRoman":
            shown = _roman(count)
        case _:
            raise Unreadable(kind)
    return shown.upper() if kind.startswith("upper") else shown


def _lettered(count: int, letters: str) -> str:
    """After the last letter they are doubled, as Word does."""
    times, place = divmod(count - 1, len(letters))
    return letters[place] * (times + 1)


def _roman(count: int) -> str:
    shown = ""
    for worth, letters in _ROMAN:
        shown += letters * (count // worth)
        count %= worth
    return shown
