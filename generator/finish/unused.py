"""Files of the theme and of ours that no page of a site needs."""

import re
from collections.abc import Collection
from pathlib import Path

from generator.keep import Keep, anew

_FOLDER = "assets"
_LICENCES = ".txt"
_TEXTS = frozenset({".css", ".js"})
_NAME = re.compile(rb"[A-Za-z0-9._-]+\.[a-z0-9]+")


def unused(folder: Path, pages: Collection[bytes], keep: Keep = anew) -> list[Path]:
    """Files below `assets` that neither a page nor a file in use names, sorted. A name anywhere in a text is use of
    every file of that name; licences stay with what they are for."""
    files = {path for path in (folder / _FOLDER).rglob("*") if path.is_file() and path.suffix != _LICENCES}
    names = keep(_names)
    fresh = {name for page in pages for name in names(page)}
    while named := {path for path in files if path.name.encode() in fresh}:
        files -= named
        fresh = {name for path in named if path.suffix in _TEXTS for name in names(path.read_bytes())}
    return sorted(files)


def _names(text: bytes) -> frozenset[bytes]:
    return frozenset(_NAME.findall(text))
