"""Where a page leads: addresses of a kind that is allowed, to what is there."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from generator.audit.scripts import HTTPS
from generator.problems import Problem, Source

_OTHER_SCHEMES = frozenset({"tel", "mailto"})
_EMBLEM = re.compile(r"([a-z][a-z0-9-]{1,39}/)?assets/images/emblem\.(png|jpg)")
_OF_HANDBOOK = re.compile(r"handbook/[a-z0-9-]+\.webp")
_IMAGE = (".png", ".jpg", ".jpeg")
_PAGE_OF_FILE = re.compile("page=[1-9][0-9]*")
NOT_FOUND = "404.html"


class Way(NamedTuple):
    """An address in a page, and where it stands."""

    line: int
    tag: str
    rel: str | None
    address: str


@dataclass(frozen=True)
class Tree:
    """What addresses may lead to: files, those among them that are attached, and the ids of each page."""

    files: set[str]
    attached: set[str]
    anchors: dict[str, Counter[str]]

    def is_picture(self, name: str) -> bool:
        attached = name in self.attached and name.lower().endswith(_IMAGE)
        own = _EMBLEM.fullmatch(name) or _OF_HANDBOOK.fullmatch(name)
        return attached or bool(name in self.files and own)

    def is_end(self, name: str) -> bool:
        """Whether a page may lead on to it: a page or an attached file."""
        return name in self.anchors or name in self.attached

    def is_place(self, fragment: str, name: str) -> bool:
        """Whether a page has such an id; of a PDF it may be a page."""
        if name in self.anchors:
            return unquote(fragment) in self.anchors[name]
        return name in self.attached and name.lower().endswith(".pdf") and bool(_PAGE_OF_FILE.fullmatch(fragment))


def ways_of(page: HtmlElement) -> Iterator[Way]:
    """Every address that an attribute has."""
    for element, attribute, address, _ in page.iterlinks():
        if isinstance(element.tag, str) and attribute is not None and not address.startswith("url("):
            yield Way(element.sourceline or 1, element.tag, element.get("rel"), address)


def faults_of_ways(name: str, ways: Collection[Way], tree: Tree) -> Iterator[Problem]:
    """Addresses of a kind that is not allowed, and internal ones that lead nowhere."""
    for line, tag, rel, address in ways:
        source = Source(name, line)
        try:
            parts = urlsplit(address)
        except ValueError:
            yield Problem("audit-address", source, address)
            continue
        if parts.scheme or parts.netloc or address != address.strip():
            canonical = tag == "link" and rel == "canonical"
            safe = HTTPS.fullmatch(address) or (tag == "a" and parts.scheme in _OTHER_SCHEMES)
            if not safe or not (tag == "a" or canonical):
                yield Problem("audit-address", source, address)
            continue
        if name == NOT_FOUND:
            continue  # served for any address, so that its links are absolute to the site's root
        target = _resolve(name, parts.path)
        if target is None or target not in tree.files:
            yield Problem("audit-link", source, address)
        elif (tag == "img" and not tree.is_picture(target)) or (tag == "meta" and not tree.is_end(target)):
            yield Problem("audit-address", source, address)
        elif parts.fragment and not tree.is_place(parts.fragment, target):
            yield Problem("audit-anchor", source, address)


def _resolve(name: str, path: str) -> str | None:
    """The file that a relative address means from a page; None where it leaves the site."""
    if not path:
        return name
    if path.startswith("/"):
        return None
    steps = name.split("/")[:-1]
    for step in unquote(path).split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    is_folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    return "/".join([*steps, "index.html"] if is_folder else steps)
