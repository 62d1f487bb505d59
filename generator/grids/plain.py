"""Tables of text: CSV, and what a spreadsheet saves as text with tabs."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from generator import thai
from generator.grids.cells import Cell, Grid, Kind
from generator.grids.reading import LONGEST, MOST_CELLS, MOST_ROWS, Read, Refused, few, text_cell
from generator.problems import Problem, Source

_LARGEST: Final = 20_000_000
_DELIMITERS: Final = "\t;,"  # from what stands least in prose
_LOOKED_AT: Final = 100  # records
_BINARY: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_OTHER: Final = re.compile(r"\s*<(?:[!?]|html|head|body|script|svg|table|div)|%PDF-|\{\\rtf|PK\x03\x04", re.IGNORECASE)
# A letter of Thai in UTF-8, and what two thirds of them look like when they are read as Windows-874.
_THAI_LETTER: Final = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
_ASCII: Final = bytes(range(128))
_THAI: Final = re.compile("[ก-๛]")
_GARBLED: Final = re.compile("[เ][ธน]")
_SEPARATOR_LINE: Final = re.compile("sep=(.)\r?\n?", re.IGNORECASE)

_Record = tuple[int, list[str]]


def read(content: bytes, name: str) -> Read:
    """Raises Refused."""
    source = Source(name)
    if len(content) > _LARGEST:
        raise Refused(Problem("file-too-large", source, str(len(content)), {"limit": str(_LARGEST)}))
    text, encoding = _decoded(content, source)
    if _BINARY.search(text) or _OTHER.match(text):
        raise Refused(Problem("grid-content", source, name, {"kind": "CSV"}))
    if not text.strip():
        raise Refused(Problem("grid-empty", source))
    # Old systems end a line with CR alone; where other lines end otherwise, it is a line within a cell.
    text = text.replace("\r\n", "\n")
    text = text if "\n" in text else text.replace("\r", "\n")
    notices: list[Problem] = []
    if encoding == "cp874":
        line = next(line for line in text.split("\n") if line.strip())
        notices.append(Problem("grid-encoding-read", source, thai.shortened(line)))
    first = 1
    if said := _SEPARATOR_LINE.match(text):
        text, delimiter, first = text[said.end() :], said[1], 2
    else:
        delimiter = _delimiter(text, name)
    records = list(_records(text, delimiter, name, first))
    width = max((len(cells) for _, cells in records), default=0)
    if width * len(records) > MOST_CELLS:
        raise Refused(Problem("grid-cells", Source(name), f"{width * len(records):,}", {"limit": f"{MOST_CELLS:,}"}))
    rows = [(line, [text_cell(raw, Source(name, line, column)) for column, raw in enumerate(cells, start=1)])
            for line, cells in records]  # fmt: skip
    notices += [notice for _, cells in rows for _, found in cells for notice in found]
    notices += _ragged(rows, name)
    padded = tuple(
        (
            *(cell for cell, _ in cells),
            *(Cell("", Kind.EMPTY, Source(name, line, column + 1)) for column in range(len(cells), width)),
        )
        for line, cells in rows
    )
    if not any(cell.text for row in padded for cell in row):
        raise Refused(Problem("grid-empty", source))
    return Read((Grid("", padded),), notices=few(notices))


def _decoded(content: bytes, source: Source) -> tuple[str, str]:
    """The text, and in which encoding it was. Raises Refused."""
    encodings = ["utf-8-sig"]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif not content.startswith(codecs.BOM_UTF8) and not _mostly_utf8(content):
        encodings.append("cp874")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_GARBLED.findall(text)) * 4 > max(40, len(_THAI.findall(text))):
            break
        return text, encoding
    if b"\x00" in content and encodings[0] != "utf-16":
        raise Refused(Problem("grid-content", source, source.file, {"kind": "CSV"}))
    raise Refused(Problem("grid-encoding", source))


def _mostly_utf8(content: bytes) -> bool:
    """Whether a content that is not sound was UTF-8 before something broke it: reading it as another encoding would
    make one wrong letter of every byte."""
    return len(_THAI_LETTER.findall(content)) * 6 > len(content.translate(None, _ASCII))


def _delimiter(text: str, name: str) -> str:
    """What stands equally often in the most records."""
    best = (0.0, "")
    for delimiter in _DELIMITERS:
        widths: list[int] = []
        # what is wrong is told where it is read
        with suppress(Refused):
            for _, cells in _records(text, delimiter, name, 1):
                if any(cells):
                    widths.append(len(cells))
                if len(widths) == _LOOKED_AT:
                    break
        common = Counter(width for width in widths if width > 1).most_common(1)
        share = common[0][1] / len(widths) if common else 0.0
        if share > best[0]:
            best = (share, delimiter)
    return best[1] or ","


def _records(text: str, delimiter: str, name: str, first: int) -> Iterator[_Record]:
    """The records with the lines that they begin in. A cell in quotation marks may hold lines; marks inside of a cell
    that does not begin with one are letters like others. Raises Refused."""
    mark = re.escape(delimiter)
    token = re.compile(rf'[ ]*"([^"]*(?:""[^"]*)*)"([^{mark}\n]*)|([^{mark}\n]*)')
    line, position, count = first, 0, 0
    while position < len(text):
        begin, cells, end = line, list[str](), ""
        while end in {"", delimiter}:
            source = Source(name, line, len(cells) + 1)
            found = token.match(text, position)
            raw = found[0] if found else ""
            open_end = found is not None and found[1] is None and raw.lstrip(" ").startswith('"')
            glued = found is not None and found[1] is not None and "\n" in found[1] and bool(found[2].strip())
            if open_end or glued:
                raise Refused(Problem("grid-quote", source, thai.shortened(raw)))
            if found is None or len(raw) > 2 * LONGEST:
                raise Refused(Problem("grid-long", source, str(len(raw)), {"limit": str(LONGEST)}))
            cells.append(found[1].replace('""', '"') if found[1] is not None and not found[2].strip() else raw)
            line += raw.count("\n")
            position = found.end()
            end = text[position : position + 1] or "\n"
            position += 1
        line += 1
        count += 1
        yield begin, cells
    if count > MOST_ROWS:
        raise Refused(Problem("grid-rows", Source(name, count), f"{count:,}", {"limit": f"{MOST_ROWS:,}"}))


def _ragged(rows: list[tuple[int, list[tuple[Cell, tuple[Problem, ...]]]]], name: str) -> Iterator[Problem]:
    """Records that have more cells than most: a comma that nobody put into quotation marks."""
    widths = Counter(len(cells) for _, cells in rows if any(cell.text for cell, _ in cells))
    ((usual, count),) = widths.most_common(1) or [(0, 0)]
    if count * 2 <= widths.total():
        return
    for line, cells in rows:
        if usual < sum(1 for _ in _trimmed(cells)):
            yield Problem("grid-ragged", Source(name, line, usual + 1), str(len(cells)), {"usual": str(usual)})


def _trimmed(cells: list[tuple[Cell, tuple[Problem, ...]]]) -> list[Cell]:
    """Without empty cells at the end."""
    kept = [cell for cell, _ in cells]
    while kept and not kept[-1].text:
        kept.pop()
    return kept
