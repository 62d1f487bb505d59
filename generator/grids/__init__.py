"""Tables as people keep them – workbooks, CSV, tables of a Word document – read into grids of cells with positions.

What a cell holds is kept as it stands; what it means is for the reader of a form or a table to say.
Modules from the top: workbook, plain, word; marks, numbering; reading; cells.
"""

import importlib
from pathlib import PurePath
from typing import Final

from generator.attachments.packages import Unsafe
from generator.grids.cells import Cell, Grid, Kind
from generator.grids.reading import Read, Refused
from generator.problems import Problem, Source

__all__ = ["Cell", "Grid", "Kind", "Read", "read_grids"]

# Loaded when a file of the kind is first read: opening Word documents takes a library of its own, and whoever imports
# an Excel form does not wait for it.
_READERS: Final = {".xlsx": "workbook", ".csv": "plain", ".txt": "plain", ".tsv": "plain", ".docx": "word"}
_KNOWN: Final = ".xlsx, .csv, .docx"
_OLD: Final = frozenset(".xls .xlt .doc .dot".split())
_MACROS: Final = frozenset(".xlsm .xltm .xlsb .xlam .docm .dotm".split())
_SEEN_ONLY: Final = frozenset(".pdf .png .jpg .jpeg .gif .bmp .tif .tiff .webp .heic .heif .svg".split())
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PICTURES: Final = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")


def read_grids(content: bytes, name: str) -> Read:
    """The grids of a file of this name, or the one Problem for which nothing is read."""
    source = Source(name)
    suffix = PurePath(name).suffix.lower()
    if problem := _of_name(suffix, source) or _of_content(content, suffix, source):
        return Read((), (problem,))
    try:
        module = importlib.import_module(f"generator.grids.{_READERS[suffix]}")
        read: Read = module.read(content, name)
    except Refused as refused:
        return Read((), (refused.problem,))
    except Unsafe as unsafe:
        return Read((), (_of_package(unsafe.code, suffix, source),))
    return read


def _of_name(suffix: str, source: Source) -> Problem | None:
    if PurePath(source.file).name.startswith("~$"):
        return Problem("grid-lock", source)
    if suffix in _OLD:
        return Problem("grid-old", source, suffix)
    if suffix in _MACROS:
        return Problem("grid-macro", source)
    if suffix in _SEEN_ONLY:
        return Problem("grid-picture", source, suffix)
    if suffix not in _READERS:
        return Problem("grid-kind", source, suffix, {"known": _KNOWN})
    return None


def _of_content(content: bytes, suffix: str, source: Source) -> Problem | None:
    if not content:
        return Problem("grid-empty", source)
    if content.startswith(_PICTURES):
        return Problem("grid-picture", source, suffix)
    if content.startswith(_OLE):
        # A password puts the archive into a container of the old form.
        return Problem("grid-encrypted", source) if _ENCRYPTED in content else Problem("grid-old", source, suffix)
    return None


def _of_package(code: str, suffix: str, source: Source) -> Problem:
    """What is wrong with an Office file, said to somebody who wants it read rather than published."""
    kind = suffix.removeprefix(".").upper()
    match code:
        case "attachment-encrypted":
            return Problem("grid-encrypted", source)
        case "attachment-macro":
            return Problem("grid-macro", source)
        case "attachment-content":
            return Problem("grid-content", source, source.file, {"kind": kind})
        case _:
            return Problem("grid-broken", source, details={"kind": kind})
