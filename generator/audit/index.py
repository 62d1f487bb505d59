"""Search indexes: where their results lead."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from generator.problems import Problem, Source

NAME = "search/index.json"


def faults_of_index(
    name: str, content: bytes, files: Collection[str], anchors: Mapping[str, Counter[str]]
) -> Iterator[Problem]:
    """What is wrong with an index: its shape, pages that are not among the `files`, places that are not on their page.
    `anchors` are the ids of every page that can be read, by the name of its file."""
    below = name.removesuffix(NAME)
    try:
        pages = [(page[0], page[1], page[5]) for page in json.loads(content)["pages"]]
        texts = [text for address, title, sections in pages for text in (address, title, *chain(*sections))]
    except (ValueError, KeyError, IndexError, TypeError):
        texts = [None]
    if not all(isinstance(text, str) for text in texts):
        yield Problem("audit-file", Source(name), "unreadable")
        return
    for address, _, sections in pages:
        page = f"{below}{address}index.html"
        if page not in files:
            yield Problem("audit-link", Source(name), address)
        for anchor, *_ in sections if page in anchors else ():
            if anchor and anchor not in anchors[page]:
                yield Problem("audit-anchor", Source(name), f"{address}#{anchor}")
