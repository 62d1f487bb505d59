"""What presenting and rendering hand on: pages to be rendered, files to be written or copied."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# The tab of the navigation for what stands behind a site: how to reach who keeps it, its rules, its open questions.
ABOUT = "เกี่ยวกับ"
# That of the handbook, on the product's own site.
HANDBOOK = "คู่มือ"
# What a site says of itself that is not the agencies' own.
NOTICE = "เว็บไซต์ตัวอย่าง จัดทำจากเอกสารที่เผยแพร่ ไม่ใช่เว็บไซต์ทางการของหน่วยงาน"


@dataclass(frozen=True)
class Download:
    """A file that a page offers, at an `address` below its site's root like `scores/2568/indicators.png`; `make` is
    called where the file is wanted, not where only its address is."""

    address: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Page:
    """A page before rendering: `address` below its site's root, e.g. `scores/2568/`, and a `view` for `template`, or
    what makes one: addresses alone are asked for too, and the items of a year are many.

    `redirect` is where a browser is led on to, relative to the page; `json_ld` what the page is about, as JSON text for
    machines. `downloads` are files of its own, `script` a script that this page alone has, from its site's root.
    `made_of` names the data files that it shows, as messages name them; `foot` is safe text for its end, made from its
    own rendered text.
    """

    address: str
    title: str
    description: str
    template: str
    view: object
    nav: tuple[str, ...] = ()
    wide: bool = False  # without the columns for navigation and contents beside it
    redirect: str = ""
    json_ld: str = ""
    downloads: tuple[Download, ...] = ()
    script: str = ""
    made_of: tuple[str, ...] = ()
    foot: Callable[[str], str] | None = None

    def content(self) -> object:
        """The view."""
        return self.view() if callable(self.view) else self.view


@dataclass(frozen=True)
class File:
    """A file to be written; `path` is relative, with forward slashes, e.g. `pages/scores/2568/index.md`."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Copy:
    """A file that is there already, to be put at `path` as it is."""

    path: str
    source: Path
