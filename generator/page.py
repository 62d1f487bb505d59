"""What presenting and rendering hand on: pages to be rendered, files to be written."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """A page before rendering. `address` is below the site's root, e.g. `scores/2568/`; `view` belongs to `template`."""

    address: str
    title: str
    description: str
    template: str
    view: object
    nav: tuple[str, ...] = ()
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written; `path` is relative, with forward slashes, e.g. `pages/scores/2568/index.md`."""

    path: str
    content: bytes


__all__ = ["File", "Markup", "Page"]
