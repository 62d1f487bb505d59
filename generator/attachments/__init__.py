"""Attached files: what the folder files/ of one year holds, and what keeps a file from being published.

Modules from the top: packages; plain, sheets; cells, names, pdf; examined, store.
"""

import functools
import hashlib
import importlib
import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import BinaryIO, Final

from pydantic import ValidationError

from generator import thai
from generator.attachments.examined import ADAPTER, WARNINGS, Examined, Fault, personal_faults
from generator.attachments.names import KINDS, fault_of_name
from generator.attachments.store import FolderStore, NoStore, Store
from generator.model import AttachedFile, FileKind
from generator.personal import find_personal
from generator.problems import Problem, Source

__all__ = ["LARGEST", "FolderStore", "NoStore", "Store", "inspect", "is_ignored", "is_of_an_open_file"]

LARGEST: Final = 20_000_000
# What the kinds are read by; loaded when a file of the kind is first seen, so that a site without any does not wait.
_READERS: Final = {
    FileKind.PDF: "pdf",
    FileKind.XLSX: "packages",
    FileKind.DOCX: "packages",
    FileKind.CSV: "plain",
    FileKind.PNG: "plain",
    FileKind.JPG: "plain",
}
# To be raised when an inspection finds something else in the same file.
_INSPECTION: Final = "2"
_LIBRARIES: Final = ("pypdf", "python-calamine")
# Not every system has all of them: never through a link, never waiting for the other end of a pipe.
_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)
# Notes for people, and what systems leave behind without being asked.
_IGNORED: Final = frozenset({"README.md", "desktop.ini", "Thumbs.db", ".DS_Store"})
# What a program keeps beside a file as long as the file is open in it: Office, LibreOffice, vim, Kate, Emacs, our own.
_OF_AN_OPEN_FILE: Final = re.compile(
    r"~[$].*[.](?:doc|ppt|xls)[a-z]?|[.]~lock[.].*#|[.].*[.]sw[a-p]|[.].*[.]kate-swp|[.]#.*|[.].*[.]draft",
    re.IGNORECASE,
)


def is_of_an_open_file(name: str) -> bool:
    """Whether a program keeps such a file beside one that is open in it."""
    return _OF_AN_OPEN_FILE.fullmatch(name) is not None


def is_ignored(name: str) -> bool:
    """Whether nobody looks at a file of such a name, wherever it lies in the data folder."""
    return name in _IGNORED or is_of_an_open_file(name)


Findings = tuple[tuple[AttachedFile, ...], tuple[Problem, ...], tuple[Problem, ...]]


def inspect(folder: Path, shown: str, store: Store) -> Findings:
    """The files of a folder that have no Problem, the Problems that hold the agency, and those that only warn.

    `shown` is what messages call the folder, e.g. data/tua-yang/2568/files. What a file holds is read once and kept in
    `store` under its hash. No Problem says a personal number.
    """
    if _irregular(folder.lstat().st_mode, stat.S_ISDIR):
        return (), (Problem("file-kind", Source(shown), _irregular(folder.lstat().st_mode, stat.S_ISDIR)),), ()
    files: list[AttachedFile] = []
    found: list[Problem] = []
    first: dict[str, str] = {}
    for path in sorted(path for path in folder.iterdir() if not is_ignored(path.name)):
        name = thai.normalise(path.name)
        source = Source(f"{shown}/{name}")
        if kind := _irregular(path.lstat().st_mode, stat.S_ISREG):
            problem: Problem | None = Problem("file-kind", source, kind)
        else:
            problem = _problem_of_name(path.name, name, source, first.setdefault(name.casefold(), path.name))
        file, problems = (None, [problem]) if problem else _file(path, name, source, store)
        found += problems
        if file and not any(one.code not in WARNINGS for one in problems):
            files.append(file)
    held = tuple(one for one in found if one.code not in WARNINGS)
    return tuple(files), held, tuple(one for one in found if one.code in WARNINGS)


def _problem_of_name(raw: str, name: str, source: Source, first: str) -> Problem | None:
    """What is wrong with a name; `first` is the first one like it, but for capitals and forms of letters."""
    if told := personal_faults((hit, "ชื่อแฟ้ม", 1) for hit in find_personal(name) if hit.kind != "excel-number"):
        shown = source.file.removesuffix(name)
        return _problem(told[0], replace(source, file=shown + re.sub(r"\d", "x", name)))
    if first != raw:
        return Problem("attachment-twice", source, name, {"first": first})
    fault = fault_of_name(raw)
    return _problem(fault, source) if fault else None


def _problem(fault: Fault, source: Source) -> Problem:
    place = replace(source, line=fault.line, column=fault.column)
    return Problem(fault.code, place, fault.found, dict(fault.details))


def _file(path: Path, name: str, source: Source, store: Store) -> tuple[AttachedFile | None, list[Problem]]:
    """One entry of the folder, and what is wrong with it."""
    before = path.lstat()
    # A second name of a file may lie outside of the data.
    if before.st_nlink > 1:
        return None, [Problem("file-kind", source, "special")]
    if not before.st_size:
        return None, [Problem("attachment-empty", source)]
    if before.st_size > LARGEST:
        return None, [Problem("file-too-large", source, str(before.st_size), {"limit": str(LARGEST)})]
    kind = KINDS[path.suffix.lower()]
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            if not os.path.samestat(before, os.fstat(file.fileno())):
                return None, [Problem("file-kind", source, "special")]
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            examined = _examined(file, kind, f"{digest}.{kind}.{_version()}", store)
    except OSError:
        return None, [Problem("file-kind", source, "unreadable")]
    attached = AttachedFile(
        name, path, source, kind, before.st_size, digest, examined.pages, examined.scanned, examined.tables
    )
    return attached, [_problem(fault, source) for fault in examined.faults]


def _irregular(mode: int, wanted: Callable[[int], bool]) -> str:
    """What an entry is in place of a file or folder; empty where it is what is wanted."""
    if wanted(mode):
        return ""
    if stat.S_ISLNK(mode):
        return "symlink"
    return "directory" if stat.S_ISDIR(mode) else "special"


def _examined(file: BinaryIO, kind: FileKind, key: str, store: Store) -> Examined:
    """What a file says, from the store where it is known. Raises OSError."""
    if kept := store.get(key):
        try:
            return ADAPTER.validate_json(kept)
        except ValidationError:
            pass
    file.seek(0)
    reader = importlib.import_module(f"generator.attachments.{_READERS[kind]}")
    examined: Examined = reader.examine(file.read(LARGEST), kind)
    if any(fault.code not in WARNINGS for fault in examined.faults):
        # what is not published is not kept either: it may be about persons
        examined = replace(examined, tables=())
    store.put(key, ADAPTER.dump_json(examined))
    return examined


@functools.cache
def _version() -> str:
    """What decides beside the content how a file is understood."""
    return "-".join([_INSPECTION, *(metadata.version(name) for name in _LIBRARIES)])
