"""Pictures and tables of text (CSV)."""

import codecs
import csv
import re
import zipfile
from io import BytesIO, StringIO
from typing import Final

from generator import thai
from generator.attachments.cells import cell_hits, tables_of
from generator.attachments.examined import Examined, Fault, personal_faults, refused
from generator.model import FileKind

_PNG: Final = (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"IEND\xaeB`\x82")
_JPEG: Final = (b"\xff\xd8\xff", b"\xff\xd9")
_BINARY: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_OTHER: Final = re.compile(r"\s*<(?:[!?]|html|head|body|script|svg|table|div)|%PDF-|\{\\rtf", re.IGNORECASE)
_PREVIEW: Final = 30


def examine(content: bytes, kind: FileKind) -> Examined:
    """What a picture or a CSV says."""
    if kind is FileKind.CSV:
        return _csv(content)
    start, end = _PNG if kind is FileKind.PNG else _JPEG
    # A file that begins as a picture and ends as an archive is both.
    if not content.startswith(start) or zipfile.is_zipfile(BytesIO(content)):
        return refused("attachment-content", kind=kind.upper())
    return Examined() if end in content else refused("attachment-broken", kind=kind.upper())


def _csv(content: bytes) -> Examined:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return refused("file-utf16")
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        return _undecoded(content, fault.start)
    if _BINARY.search(text) or _OTHER.match(text):
        return refused("attachment-content", kind="CSV")
    if not text.strip():
        return refused("attachment-empty")
    lines: list[int] = []
    rows: list[list[str]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        before = 0
        for row in reader:
            lines.append(before + 1)
            rows.append(row)
            before = reader.line_num
    except csv.Error:
        return Examined(faults=(Fault("attachment-broken", reader.line_num or 1, details={"kind": "CSV"}),))
    hits = ((hit, f"บรรทัดที่ {lines[row]} ช่องที่ {column + 1}", lines[row]) for hit, row, column in cell_hits(rows))
    return Examined(tables=tables_of([("", rows)]), faults=personal_faults(hits))


def _undecoded(content: bytes, start: int) -> Examined:
    """The refusal of bytes that are not UTF-8: text of Windows-874, or no text at all."""
    if b"\x00" in content:
        return refused("attachment-content", kind="CSV")
    line = content[content.rfind(b"\n", 0, start) + 1 :].split(b"\n", 1)[0].decode("cp874", errors="replace")
    # The line may hold the number of a person.
    preview = thai.shortened(re.sub("[0-9๐-๙]", "x", line), _PREVIEW)
    return Examined(faults=(Fault("file-encoding", content.count(b"\n", 0, start) + 1, found=preview),))


def _delimiter(text: str) -> str:
    """What stands between the cells of the first row that says something."""
    header = re.sub('"[^"]*"', "", next(line for line in text.splitlines() if line.strip()))
    return max(",;\t", key=header.count)
