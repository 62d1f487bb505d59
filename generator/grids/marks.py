"""What the XML of a workbook says beside the values: formulas, errors, formats of numbers, what is hidden."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import Final

from lxml import etree

from generator.attachments.packages import Unsafe, parsed

_REFERENCE: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_RELATION: Final = "relationships}id"
# The first part of a format's code that is only a number, with its decimals and sign of percent.
_FIXED: Final = re.compile(r"[#,0]*0(?:\.(0+))?(%?)")
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^]]*\]|\\.|_.|\*.')
_BUILT_IN: Final = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
_ENTRY: Final = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")


@dataclass(frozen=True)
class Format:
    """How a number is shown: with so many decimals, as a percentage."""

    decimals: int = 0
    percent: bool = False

    def of(self, number: Decimal) -> str:
        """No digit is lost: a number that has more decimals than its cell shows keeps them."""
        shown = number * 100 if self.percent else number
        exponent = shown.normalize().as_tuple().exponent
        decimals = max(self.decimals, -exponent if isinstance(exponent, int) else 0)
        return f"{shown:.{decimals}f}" + ("%" if self.percent else "")


@dataclass
class Marks:
    """Of one sheet; places are (row, column) from 1. `last` is the last cell that holds something."""

    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formats: dict[tuple[int, int], Format] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    letters: int = 0


def parts_of_sheets(parts: Mapping[str, bytes]) -> tuple[bytes | None, ...]:
    """The part of every sheet in the order of the workbook; None where it is not there. Raises Unsafe."""
    lower = {name.lower(): part for name, part in parts.items()}
    if "xl/workbook.xml" not in lower or "xl/_rels/workbook.xml.rels" not in lower:
        raise Unsafe("attachment-broken")
    targets = {one.get("Id"): one.get("Target", "") for one in parsed(lower["xl/_rels/workbook.xml.rels"])}
    found = []
    for sheet in parsed(lower["xl/workbook.xml"]).iterfind("{*}sheets/{*}sheet"):
        relation = next((value for key, value in sheet.attrib.items() if str(key).endswith(_RELATION)), None)
        path = posixpath.normpath(posixpath.join("/xl", str(targets.get(str(relation), "")))).lstrip("/")
        found.append(lower.get(path.lower()))
    return tuple(found)


def formats_of(parts: Mapping[str, bytes]) -> tuple[Format | None, ...]:
    """The format of numbers of every style; None where it is not a plain one. Raises Unsafe."""
    part = next((part for name, part in parts.items() if name.lower() == "xl/styles.xml"), None)
    if part is None:
        return ()
    root = parsed(part)
    codes = dict(_BUILT_IN)
    codes |= {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iterfind("{*}numFmts/{*}numFmt")}
    return tuple(_format(codes.get(one.get("numFmtId", ""), "")) for one in root.iterfind("{*}cellXfs/{*}xf"))


def _format(code: str) -> Format | None:
    fixed = _FIXED.fullmatch(_QUOTED.sub("", code).split(";")[0].strip())
    return Format(len(fixed[1] or ""), bool(fixed[2])) if fixed else None


def lengths_of_strings(parts: Mapping[str, bytes]) -> tuple[int, ...]:
    """How long the shared strings are, with their marks."""
    part = next((part for name, part in parts.items() if name.lower() == "xl/sharedstrings.xml"), b"")
    return tuple(map(len, _ENTRY.split(part)))


def marks_of(part: bytes, formats: tuple[Format | None, ...], strings: tuple[int, ...]) -> Marks:
    """Read one by one, so that a sheet of any size takes little memory. Raises Unsafe."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Unsafe("attachment-broken")
    marks = Marks()
    row = column = 0
    events = etree.iterparse(
        BytesIO(part),
        events=("start", "end"),
        tag=("{*}row", "{*}c", "{*}col"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for event, element in events:
            name = str(element.tag).rpartition("}")[2]
            if event == "start":
                if name == "row":
                    row, column = int(element.get("r") or row + 1), 0
                    if element.get("hidden") in {"1", "true"}:
                        marks.hidden_rows.add(row)
                continue
            if name == "col" and element.get("hidden") in {"1", "true"}:
                marks.hidden_columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
            if name == "c":
                row, column = _place(element.get("r"), row, column + 1)
                _mark(marks, element, (row, column), formats, strings)
            _forget(element)
    except (etree.XMLSyntaxError, ValueError):
        raise Unsafe("attachment-broken") from None
    return marks


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Where a cell stands: where it says, else beside the one before. Raises ValueError."""
    if reference is not None:
        found = _REFERENCE.fullmatch(reference.upper())
        if not found:
            raise ValueError(reference)
        row, column = int(found[2]), 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
    if not (1 <= row <= _LAST_ROW and 1 <= column <= _LAST_COLUMN):
        raise ValueError(reference)
    return row, column


def _mark(
    marks: Marks,
    cell: etree._Element,
    place: tuple[int, int],
    formats: tuple[Format | None, ...],
    strings: tuple[int, ...],
) -> None:
    inner = {str(child.tag).rpartition("}")[2]: child for child in cell}
    if not inner.keys() & {"v", "f", "is"}:
        return
    marks.rows, marks.columns = max(marks.rows, place[0]), max(marks.columns, place[1])
    if "f" in inner:
        marks.formulas.add(place)
    value = (inner["v"].text or "") if "v" in inner else ""
    kind = cell.get("t", "n")
    if kind == "e":
        marks.errors[place] = value
    elif kind == "s":
        number = int(value or "0")
        marks.letters += strings[number] if 0 <= number < len(strings) else 0
    elif kind == "n":
        style = int(cell.get("s", "0"))
        if 0 <= style < len(formats) and (known := formats[style]):
            marks.formats[place] = known
