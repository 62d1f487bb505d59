"""What the search of a site looks through: its finished articles, section by section.

Texts are in one normal form and keep their own digits. A line of a text is a block of the page, so that the words of
two cells never run together. What stands in `data-search-exclude`, in drawings and in examples of files is not
searched.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import html
from lxml.html import HtmlElement

from generator import links, thai
from generator.keep import Keep, anew

INDEX = "search/index.json"
_FORMAT = 1
_ARTICLE = re.compile(rb"<article\b.*?</article>", re.DOTALL)
_LEADS_ON = b'<meta http-equiv="refresh"'
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_INLINE = frozenset("a abbr code em mark small span strong sub sup time".split())
_UNREAD = frozenset({"svg", "script", "style", "pre"})
_BREAK = "\n"
# Characters of pages in the index of a network, and the fewest of one page: its agency, place and year.
_WHOLE, _LEAST = 1_000_000, 200


class Section(NamedTuple):
    """A part of a page. `anchor` is the id of its heading; what stands before the first heading has neither."""

    anchor: str
    heading: str
    text: str


class Entry(NamedTuple):
    """A page as the index has it; `kind` is its place in links.KINDS or −1, `year` 0 where it has none."""

    address: str
    title: str
    kind: int
    year: int
    weight: int
    sections: list[Section]


def read_articles(folder: Path, addresses: Collection[str], keep: Keep = anew) -> list[Entry]:
    """The pages of a finished folder at these addresses below it, sorted, without those that only lead on. A page that
    is not there is for the audit to report."""
    entry_of = keep(_entry)
    paths = ((address, folder / address / "index.html") for address in sorted(addresses))
    found = (entry_of(address, path.read_bytes()) for address, path in paths if path.is_file())
    return [entry for entry in found if entry]


def of_network(indexes: Mapping[str, bytes]) -> list[Entry]:
    """What the search of a network has of its agencies, from their own indexes by slug: homes, measures and OIT items,
    each under its agency's name. The more there are, the less of a page's text is in it, so that one phone can load
    it: whole pages while they are few."""
    chosen = []
    for slug, index in sorted(indexes.items()):
        entries = [Entry(*row) for row in json.loads(index)["pages"]]
        name = next((entry.title for entry in entries if entry.address == links.HOME), slug)
        chosen += [(slug, name, entry) for entry in entries if links.is_of_network(entry.address)]
    most = max(_LEAST, _WHOLE // max(1, len(chosen)))
    made = []
    for slug, name, entry in chosen:
        text = _BREAK.join([name, *(f"{heading}{_BREAK}{text}" for _, heading, text in entry.sections)])
        shown = text if len(text) <= most else text[: text.rfind(_BREAK, 0, most)]
        made.append(entry._replace(address=links.agency(slug) + entry.address, sections=[Section("", "", shown)]))
    return made


def index_of(entries: Iterable[Entry]) -> bytes:
    """The index as it is published: UTF-8 JSON."""
    value = {"format": _FORMAT, "kinds": links.KINDS, "pages": list(entries)}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(address: str, page: bytes) -> Entry | None:
    found = None if _LEADS_ON in page else _ARTICLE.search(page)
    sections = list(_sections(html.fragment_fromstring(found.group().decode()))) if found else []
    if len(sections) < 2:  # noqa: PLR2004 -- what stands before the title, and the title's own
        return None
    _, (_, title, lead), *rest = sections
    kept = [one for one in (Section("", "", lead), *rest) if one.heading or one.text]
    return Entry(address, title, links.kind(address), links.year(address), links.weight(address), kept)


def _sections(article: HtmlElement) -> Iterator[Section]:
    """Everything in reading order, cut at the headings."""
    anchor, heading, texts = "", "", list[str]()
    for start, text in _pieces(article):
        if start is None:
            texts.append(text)
            continue
        yield Section(anchor, heading, _joined(texts))
        anchor, heading, texts = start.get("id", ""), text, []
    yield Section(anchor, heading, _joined(texts))


def _pieces(element: HtmlElement) -> Iterator[tuple[HtmlElement | None, str]]:
    """Texts and the ends of blocks in reading order; a heading comes whole, with its element."""
    edge = "" if element.tag in _INLINE else _BREAK
    yield None, edge + _flat(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD and child.get("data-search-exclude") is None:
            inner = _pieces(child)
            if child.tag in _HEADINGS:
                yield child, _joined(text for _, text in inner)
            else:
                yield from inner
        yield None, _flat(child.tail)
    yield None, edge


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _joined(texts: Iterable[str]) -> str:
    lines = (thai.normalise(line) for line in "".join(texts).split(_BREAK))
    return _BREAK.join(line for line in lines if line)
