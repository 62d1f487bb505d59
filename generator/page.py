"""What presenting and rendering hand on: pages to be rendered, files to be written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page before rendering: `address` below its site's root, e.g. `scores/2568/`, and a `view` for `template`."""

    address: str
    title: str
    description: str
    template: str
    view: object
    nav: tuple[str, ...] = ()
    wide: bool = False  # without the columns for navigation and contents beside it


@dataclass(frozen=True)
class File:
    """A file to be written; `path` is relative, with forward slashes, e.g. `pages/scores/2568/index.md`."""

    path: str
    content: bytes
