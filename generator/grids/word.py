"""Tables of Word documents (DOCX).

Read from the XML with our own hands: a library for making documents (python-docx was tried) leaves out the text of
tracked insertions and content controls, and stops at a picture that is no longer there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generator import thai
from generator.attachments.packages import Unsafe, package_parts, parsed
from generator.grids.cells import Cell, Grid, Kind
from generator.grids.numbering import Numbering, Unreadable, value
from generator.grids.reading import MOST_CELLS, MOST_ROWS, Read, Refused, few, text_cell
from generator.model import FileKind
from generator.problems import Problem, Source

TABLE: Final = "ตารางที่ {}"

_LARGEST_PART: Final = 50_000_000
_WIDEST: Final = 63  # columns that Word makes
_TYPE: Final = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document\.main|numbering|styles)\+xml"
)
# What a person does not read, or does not read here.
_UNREAD: Final = frozenset(
    "pPr rPr sdtPr del moveFrom delText instrText fldChar drawing pict object Fallback txbxContent rt tbl"
    " footnoteReference endnoteReference commentReference annotationRef softHyphen sym".split()
)
_SHOWN: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_REVISED: Final = frozenset("ins del moveFrom moveTo".split())


@dataclass
class _Document:
    """What is known while a document is read: the label of every paragraph, None where it has one that we cannot
    write."""

    name: str
    labels: dict[etree._Element, str | None]
    notices: list[Problem] = field(default_factory=list)
    revised: list[Problem] = field(default_factory=list)


def read(content: bytes, name: str) -> Read:
    """Raises Refused, Unsafe."""
    parts = _parts(package_parts(content, FileKind.DOCX))
    if any(len(part) > _LARGEST_PART for part in parts.values()):
        raise Unsafe("attachment-broken")
    trees = {kind: parsed(part) for kind, part in parts.items()}
    if "document.main" not in trees:
        raise Unsafe("attachment-broken")
    root = trees["document.main"]
    numbering = Numbering(trees.get("numbering"), trees.get("styles"))
    document = _Document(name, {one: _label(numbering, one) for one in _seen(root, "p")})
    tables = list(_seen(root, "tbl"))
    if not tables:
        raise Refused(Problem("grid-no-table", Source(name)))
    grids = tuple(_grid(document, table, TABLE.format(number)) for number, table in enumerate(tables, start=1))
    if not any(cell.text for grid in grids for row in grid.rows for cell in row):
        raise Refused(Problem("grid-empty", Source(name)))
    return Read(grids, notices=few([*document.revised[:1], *document.notices]))


def _parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that are read, wherever the document says that they lie. Raises Unsafe."""
    lower = {name.lower(): part for name, part in parts.items()}
    found = {}
    for one in parsed(lower["[content_types].xml"]).iterfind("{*}Override"):
        kind = _TYPE.fullmatch(one.get("ContentType", ""))
        part = lower.get(one.get("PartName", "").lstrip("/").lower())
        if kind and part is not None:
            found[kind[1]] = part
    return found


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _seen(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """All of a name below, in their order; what is written twice, for newer and older programs, once."""
    for child in node:
        local = _local(child)
        if local == "Fallback":
            continue
        if local == name:
            yield child
        yield from _seen(child, name)


def _label(numbering: Numbering, paragraph: etree._Element) -> str | None:
    try:
        return numbering.label(paragraph)
    except Unreadable:
        return None


# --- a table


def _grid(document: _Document, table: etree._Element, name: str) -> Grid:
    """Raises Refused."""
    rows: list[list[Cell]] = []
    lines = [row for row in _inner(table, "tr") if row.find("{*}trPr/{*}del") is None]
    if len(lines) > MOST_ROWS:
        place = Source(document.name, len(lines), 1, name)
        raise Refused(Problem("grid-rows", place, f"{len(lines):,}", {"limit": f"{MOST_ROWS:,}"}))
    for number, line in enumerate(lines, start=1):
        rows.append(_row(document, line, rows[-1] if rows else [], Source(document.name, number, 1, name)))
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        place = Source(document.name, 1, 1, name)
        raise Refused(Problem("grid-cells", place, f"{width * len(rows):,}", {"limit": f"{MOST_CELLS:,}"}))
    return Grid(
        name,
        tuple(
            (*row, *(_empty(document, number, column + 1, name) for column in range(len(row), width)))
            for number, row in enumerate(rows, start=1)
        ),
    )


def _empty(document: _Document, row: int, column: int, table: str) -> Cell:
    return Cell("", Kind.EMPTY, Source(document.name, row, column, table))


def _inner(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those that stand in a content control or a tracked insertion."""
    for child in node:
        local = _local(child)
        if local == name:
            yield child
        elif local in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _inner(child, name)


def _row(document: _Document, line: etree._Element, above: list[Cell], place: Source) -> list[Cell]:
    cells: list[Cell] = []

    def source() -> Source:
        return Source(place.file, place.line, len(cells) + 1, place.sheet)

    while len(cells) < _span(line.find("{*}trPr/{*}gridBefore"), 0):
        cells.append(Cell("", Kind.EMPTY, source()))
    for node in _inner(line, "tc"):
        merged = node.find("{*}tcPr/{*}vMerge")
        beside = node.find("{*}tcPr/{*}hMerge")
        origin: Cell | None = None
        if merged is not None and value(merged) != "restart" and len(cells) < len(above):
            origin = above[len(cells)]
        elif beside is not None and value(beside) != "restart" and cells:
            origin = cells[-1]
        first = origin or _cell(document, node, source())
        for number in range(_span(node.find("{*}tcPr/{*}gridSpan"), 1)):
            inherited = bool(first.text) and (origin is not None or number > 0)
            cells.append(Cell(first.text, first.kind, source(), inherited))
    return cells


def _span(node: etree._Element | None, least: int) -> int:
    text = value(node)
    return min(max(int(text), least), _WIDEST) if re.fullmatch("[0-9]{1,9}", text) else least


def _cell(document: _Document, node: etree._Element, source: Source) -> Cell:
    lines = []
    for paragraph in _paragraphs(node):
        text = "".join(_said(paragraph))
        label = document.labels.get(paragraph, "")
        if label is None:
            document.notices.append(Problem("grid-numbering", source, thai.shortened(text)))
        lines.append(f"{label} {text}" if label else text)
    cell, notices = text_cell("\n".join(lines), source)
    document.notices += notices
    if any(_local(one) in _REVISED for one in node.iter()):
        document.revised.append(Problem("grid-revisions", source, thai.shortened(cell.text)))
    return cell


def _paragraphs(node: etree._Element) -> Iterator[etree._Element]:
    """Of a cell, without those of a table within it, which is a grid of its own."""
    for child in node:
        local = _local(child)
        if local == "p":
            yield child
        elif local not in {"tbl", "Fallback", "del", "moveFrom"}:
            yield from _paragraphs(child)


def _said(node: etree._Element) -> Iterator[str]:
    for child in node:
        local = _local(child)
        if local == "t":
            # what is only there to indent the XML is no text
            yield (child.text or "").replace("\n", " ")
        elif local in _SHOWN:
            yield _SHOWN[local]
        elif local == "r" and _is_hidden(child):
            continue
        elif local not in _UNREAD:
            yield from _said(child)


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find("{*}rPr/{*}vanish")
    return vanish is not None and value(vanish) not in {"0", "false", "off"}
