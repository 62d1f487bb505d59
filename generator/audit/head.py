"""What the head of a page says to browsers and machines: only what is known, and only in the one form that is meant."""

import re

from lxml.html import HtmlElement

from generator.audit.policy import HEADER
from generator.audit.scripts import HTTPS

_TOLD_ADDRESSES = frozenset({"og:image", "og:url"})
_TOLD = _TOLD_ADDRESSES | frozenset(
    "og:type og:locale og:site_name og:title og:description og:image:width og:image:height og:image:alt".split()
)
_ONWARD = re.compile("0; url=[A-Za-z0-9._/#-]+")
_EARLY = frozenset({"as", "type", "crossorigin"})
_PRELOAD = {"rel": "preload", "as": "font", "type": "font/woff2", "crossorigin": ""}
_FONT = re.compile(r"((\.\./)*|/(.*/)?)assets/fonts/[a-z0-9-]+\.woff2")


def unknown_in_head(element: HtmlElement) -> str:
    """What is not known about a `meta` or `link`, wherever it stands; nothing about any other element."""
    if element.tag == "meta":
        if element.get("http-equiv") not in {None, HEADER} and not _leads_on(element):
            return "meta http-equiv"
        if element.get("property") is not None and not _is_told(element):
            return f"meta {element.get('property')}"
    if element.tag == "link" and (early := _EARLY.intersection(element.attrib)) and not _is_font(element):
        return f"link {' '.join(sorted(early))}"
    return ""


def _leads_on(meta: HtmlElement) -> bool:
    """Whether it leads on: in the head, to a relative address at once."""
    parent = meta.getparent()
    in_head = parent is not None and parent.tag == "head"
    return in_head and meta.get("http-equiv") == "refresh" and bool(_ONWARD.fullmatch(meta.get("content", "")))


def _is_told(meta: HtmlElement) -> bool:
    """Whether it is one of the facts that other sites show beside a link; those that are addresses are whole ones."""
    known, content = meta.get("property", ""), meta.get("content", "")
    return known in _TOLD and (known not in _TOLD_ADDRESSES or bool(HTTPS.fullmatch(content)))


def _is_font(link: HtmlElement) -> bool:
    """Whether it asks for a font of the site before the stylesheet does."""
    said = {str(name): str(value) for name, value in link.attrib.items() if name != "href"}
    return said == _PRELOAD and bool(_FONT.fullmatch(link.get("href", "")))
