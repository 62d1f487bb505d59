"""One value of a data file as one cell of the form: what the cell shows, and what a filled cell says.

A cell that still shows what the form would show stands for the value as the file has it, however it is written there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from generator import thai
from generator.model import is_post
from generator.reader.rewrite import Node
from generator.thai import NotReadable

DITTO = "〃"
YES = "ใช่"
_DITTOS = frozenset({DITTO, "″", "“", "”", '"', "''", "-”-", "-“-", '-"-', "ช่องเดียวกับแถวบน"})
_SEPARATORS = re.compile(r"\s*(?:,|;|และ|\s|\n)\s*")
_TWO_DECIMALS = re.compile(r"\d{1,3}(\.\d)?")

Show: TypeAlias = "Callable[[Node | None], str]"
Read: TypeAlias = "Callable[[str, Node | None], Node]"


class NotOffered(ValueError):
    """A text that is none of the choices of its cell."""


class Shape(StrEnum):
    """How a cell looks and what Excel lets a person type into it: text of one or many lines, a score, a whole number, a
    day."""

    LINE = "line"
    LINES = "lines"
    SCORE = "score"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True)
class Field:
    """A value at `path` of a record. `label` heads its column or stands before its cell, `note` says how to fill it in;
    `choices` are all that may be chosen. `read` gets the cell's text and the value as it was; it raises NotReadable or
    NotOffered."""

    path: tuple[str, ...]
    label: str
    show: Show
    read: Read
    note: str = ""
    shape: Shape = Shape.LINE
    width: int = 18
    choices: tuple[str, ...] = ()

    def same(self, text: str, old: Node | None) -> bool:
        """Whether a cell with this text says what the file says."""
        shown = self.show(old)
        if self.shape in {Shape.SCORE, Shape.NUMBER} and text and shown:
            try:
                return thai.parse_decimal(text) == thai.parse_decimal(shown)
            except NotReadable:
                pass
        return _lines(text) == _lines(shown)


def _lines(text: str) -> list[str]:
    return [thai.normalise(line) for line in text.strip().splitlines()]


def _show_text(node: Node | None) -> str:
    return node.strip("\n") if isinstance(node, str) else ""


def line(path: str, label: str, note: str = "", width: int = 18, choices: tuple[str, ...] = ()) -> Field:
    """A text of one line."""
    return Field(
        _path(path), label, _show_text, lambda text, _: " ".join(text.split()), note, Shape.LINE, width, choices
    )


def lines(path: str, label: str, note: str = "", width: int = 44) -> Field:
    """A passage: a text of many lines."""
    return Field(_path(path), label, _show_text, _read_lines, note, Shape.LINES, width)


def _read_lines(text: str, _: Node | None) -> str:
    shown = [line.rstrip() for line in text.strip("\n").splitlines()]
    return "".join(f"{line}\n" for line in shown).lstrip("\n")


def score(path: str, label: str, note: str = "") -> Field:
    """A score; a whole number or one decimal from a spreadsheet gets the two decimals that results are printed with."""
    return Field(_path(path), label, _show_text, _read_score, note, Shape.SCORE, 12)


def _read_score(text: str, _: Node | None) -> str:
    compact = thai.to_arabic(text.strip())
    if _TWO_DECIMALS.fullmatch(compact):
        whole, _dot, decimals = compact.partition(".")
        return f"{whole}.{decimals:0<2}"
    return text.strip()


def number(path: str, label: str, note: str = "", width: int = 10) -> Field:
    return Field(_path(path), label, _show_text, lambda text, _: text.strip(), note, Shape.NUMBER, width)


def day(path: str, label: str, note: str = "เช่น 31 มีนาคม 2569") -> Field:
    return Field(_path(path), label, _show_text, lambda text, _: text.strip(), note, Shape.DAY, 18)


def flag(path: str, label: str, note: str = "") -> Field:
    """ใช่, or nothing."""

    def show(node: Node | None) -> str:
        return YES if node == "true" else ""

    def read(text: str, _: Node | None) -> Node:
        if text.strip() != YES:
            raise NotOffered
        return "true"

    return Field(_path(path), label, show, read, note, Shape.LINE, 10, (YES,))


def choice(path: str, label: str, words: Mapping[str, str], note: str = "", width: int = 18) -> Field:
    """One of some values, each by what a person reads."""
    known = MappingProxyType(dict(words))
    back = {thai.normalise(word): value for value, word in known.items()}

    def show(node: Node | None) -> str:
        return known.get(node, node) if isinstance(node, str) else ""

    def read(text: str, _: Node | None) -> Node:
        value = back.get(thai.normalise(text))
        if value is None:
            raise NotOffered
        return value

    return Field(_path(path), label, show, read, note, Shape.LINE, width, tuple(known.values()))


def numbers(path: str, label: str, note: str = "เลขที่ คั่นด้วยจุลภาค เช่น 1, 4") -> Field:
    """A list of whole numbers."""

    def show(node: Node | None) -> str:
        return ", ".join(str(one) for one in node) if isinstance(node, list) else ""

    def read(text: str, _: Node | None) -> Node:
        return [part for part in _SEPARATORS.split(text.strip()) if part]

    return Field(_path(path), label, show, read, note, Shape.LINE, 14)


def names(path: str, label: str, note: str = "ชื่อละบรรทัด", width: int = 22) -> Field:
    """A list of texts, a line each."""

    def show(node: Node | None) -> str:
        return "\n".join(str(one) for one in node) if isinstance(node, list) else ""

    def read(text: str, _: Node | None) -> Node:
        return [" ".join(part.split()) for part in text.splitlines() if part.strip()]

    return Field(_path(path), label, show, read, note, Shape.LINES, width)


def steps(path: str, label: str, note: str = "", width: int = 30) -> Field:
    """A list of texts in one line, like หน้าหลัก → ข้อมูลสาธารณะ."""

    def show(node: Node | None) -> str:
        return " → ".join(str(one) for one in node) if isinstance(node, list) else ""

    def read(text: str, _: Node | None) -> Node:
        return [part.strip() for part in re.split(r"\s*(?:→|->|>)\s*", " ".join(text.split())) if part.strip()]

    return Field(_path(path), label, show, read, note, Shape.LINE, width)


def responsible(path: str, label: str, note: str = "ชื่อหน่วยงานหรือตำแหน่ง ชื่อละบรรทัด") -> Field:
    """Who is responsible: units and posts, a line each."""

    def name(one: object) -> str:
        return str(one.get("unit") or one.get("post") or "") if isinstance(one, dict) else ""

    def show(node: Node | None) -> str:
        return "\n".join(map(name, node)) if isinstance(node, list) else ""

    def read(text: str, old: Node | None) -> Node:
        known = {name(one): one for one in (old if isinstance(old, list) else ()) if isinstance(one, dict)}
        given = [" ".join(part.split()) for part in text.splitlines() if part.strip()]
        return [known.get(one) or {"post" if is_post(one) else "unit": one} for one in given]

    return Field(_path(path), label, show, read, note, Shape.LINES, 24)


def pages(path: str, label: str, note: str = "องค์ประกอบ:หน้า เช่น 1:3, 2:8") -> Field:
    """Pages of a PDF by component."""

    def show(node: Node | None) -> str:
        return ", ".join(f"{key}:{value}" for key, value in node.items()) if isinstance(node, dict) else ""

    def read(text: str, _: Node | None) -> Node:
        pairs = [part.split(":") for part in re.split(r"\s*[,;\n]\s*", thai.to_arabic(text).strip()) if part]
        if not all(len(pair) == 2 and all(one.strip().isdigit() for one in pair) for pair in pairs):  # noqa: PLR2004
            raise NotReadable("form-pages")
        return {key.strip(): value.strip() for key, value in pairs}

    return Field(_path(path), label, show, read, note, Shape.LINE, 16)


def is_ditto(text: str) -> bool:
    """Whether a cell says that it is one with the cell above."""
    return text.strip() in _DITTOS


def _path(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))
