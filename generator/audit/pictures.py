"""Pictures that stand as files of their own: an SVG is a document that a browser opens, so that it may hold nothing but
shapes and text."""

import re
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from generator.problems import Problem, Source

_NAMESPACE = "{http://www.w3.org/2000/svg}"
# What has no name of another namespace, no script, no address and no style beyond the lists of the pages.
_OWN = frozenset({"id", "role", "aria-labelledby", "version", "viewBox", "font-family"})
_INNER_REFERENCE = re.compile(r"url\(#[A-Za-z0-9_-]+\)")


def faults_of_picture(
    name: str, content: bytes, elements: Collection[str], shape: Collection[str]
) -> Iterator[Problem]:
    """What an SVG file has that is on no list: `elements` and attributes in `shape` are those of pages, in small
    letters."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        yield Problem("audit-file", Source(name), "unreadable")
        return
    if root.tag != f"{_NAMESPACE}svg" or b"<!" in content or b"<?" in content:
        yield Problem("audit-file", Source(name), "not a picture alone")
    for element in root.iter():
        tag = str(element.tag)
        place = Source(name, int(str(element.sourceline or 1)))
        if not isinstance(element.tag, str) or tag.removeprefix(_NAMESPACE).lower() not in elements:
            yield Problem("audit-element", place, tag)
            continue
        found = {str(key): str(value) for key, value in element.attrib.items()}
        yield from _attributes(tag.removeprefix(_NAMESPACE), found, place, shape)


def _attributes(tag: str, found: Mapping[str, str], source: Source, shape: Collection[str]) -> Iterator[Problem]:
    for attribute, value in found.items():
        if attribute not in _OWN and attribute.lower() not in shape:
            yield Problem("audit-attribute", source, f"{tag} {attribute}")
        if "url(" in value and not _INNER_REFERENCE.fullmatch(value):
            yield Problem("audit-address", source, value)
