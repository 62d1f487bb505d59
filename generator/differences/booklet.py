"""The pages that change as one file, to look at on a telephone and to print: no script, nothing fetched from anywhere.

What the built site shows is taken as it is: its articles under its own stylesheet.
"""

import base64
import mimetypes
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html
from markupsafe import Markup

from generator import links
from generator.differences.records import Changed, Comparison
from generator.markup import title as escaped
from generator.model import Site

_TITLE = "หน้าที่เปลี่ยนแปลง"
_NOTHING = "ไม่มีหน้าที่เปลี่ยนแปลง"
_CONTENTS = "สารบัญ"
_BACK = "กลับสารบัญ"
# What a page has for those who go on from it, and what works with a script only.
_LEFT_OUT = "page-foot headerlink neighbours filters filter back".split()
_DROPPED = frozenset(
    "base button embed form iframe input link meta object script select style template textarea".split()
)
_NAMES = ("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
_OWN = re.compile(r"url\(\s*['\"]?#([^)'\"]*)['\"]?\s*\)")
_FETCHED = re.compile(r"url\(\s*(\"[^\"]*\"|'[^']*'|[^)\"']*)\s*\)")
_IMPORT = re.compile(r"@import[^;]*;")
_POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
_STYLE = """
.md-typeset { max-width: 52rem; margin: 0 auto; padding: .6rem; }
.booklet-page { border-top: 2px solid currentColor; margin-top: 1.5rem; padding-top: .6rem; overflow-wrap: anywhere; }
.booklet-page .table { overflow-x: auto; }
.booklet-page img, .booklet-page svg { max-width: 100%; }
main > nav > ol { margin-left: 2.2em; }
.booklet-address { font-size: .8em; }
@page { size: A4; margin: 15mm; }
@media print {
  .booklet-page { break-before: page; border-top: 0; margin-top: 0; }
  .booklet-back { display: none; }
}
"""


@dataclass(frozen=True)
class _Book:
    """What every page of the file needs to know: where the site lies, and which of its addresses are in the file."""

    site: Path
    url: str
    numbers: Mapping[str, int]


def booklet(comparison: Comparison, site: Path, settings: Site) -> tuple[bytes, int]:
    """The file, and how many pages are in it: those of the comparison that the built site in folder `site` has."""
    there = [one for one in comparison.shown() if links.is_page(one.address) and _file(site, one.address).is_file()]
    numbers = {one.address: number for number, one in enumerate(there, start=1)}
    book = _Book(site, settings.url.rstrip("/") + "/" if settings.url else "", numbers)
    style, parts = "", []
    for one in there:
        page = html.fromstring(_file(site, one.address).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        style = style or _style(page, book, one.address)
        parts.append(_part(page, one, book))
    name = f"{_TITLE} {settings.title}"
    document = (
        '<!doctype html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(name)}</title>\n<style>{style}{_STYLE}</style>\n</head>\n"
        f'<body data-md-color-scheme="default">\n<main class="md-typeset" id="top">\n<h1>{escaped(name)}</h1>\n'
        f"{_contents(there)}{''.join(parts)}</main>\n</body>\n</html>\n"
    )
    return document.encode(), len(there)


def _file(site: Path, address: str) -> Path:
    return site / address / "index.html"


def _contents(there: Iterable[Changed]) -> str:
    lines = "".join(f'<li><a href="#p{n}">{escaped(one.title)}</a></li>\n' for n, one in enumerate(there, start=1))
    if not lines:
        return f"<p>{_NOTHING}</p>\n"
    return f'<nav aria-label="{_CONTENTS}">\n<h2>{_CONTENTS}</h2>\n<ol>\n{lines}</ol>\n</nav>\n'


def _part(page: html.HtmlElement, one: Changed, book: _Book) -> str:
    number = book.numbers[one.address]
    articles = page.xpath("//article")
    shown = "".join(_article(article, one.address, book) for article in articles[:1])
    where = escaped(book.url + one.address) if book.url else escaped(f"/{one.address}")
    return (
        f'<section class="booklet-page" id="p{number}" aria-label="{Markup.escape(one.title)}">\n'
        f'<p class="booklet-address"><code>{where}</code></p>\n{shown}\n'
        f'<p class="booklet-back"><a href="#top">{_BACK}</a></p>\n</section>\n'
    )


def _article(article: html.HtmlElement, address: str, book: _Book) -> str:
    number = book.numbers[address]
    for element in [*article.iter()]:
        if not isinstance(element.tag, str) or element.tag in _DROPPED or _left_out(element):
            _drop(element)
            continue
        for name, value in [*element.attrib.items()]:
            if name.startswith("on") or name == "style" or name in {"srcset", "action", "formaction", "ping"}:
                del element.attrib[name]
            elif name in _NAMES:
                element.set(name, " ".join(f"p{number}-{part}" for part in value.split()))
            elif "url(" in value:
                element.set(name, _OWN.sub(rf"url(#p{number}-\1)", value))
        if element.tag == "details":
            element.set("open", "open")
        _led(element, address, book)
    return "".join(html.tostring(child, encoding="unicode") for child in article) if article is not None else ""


def _left_out(element: html.HtmlElement) -> bool:
    return not {*(element.get("class") or "").split()}.isdisjoint(_LEFT_OUT)


def _drop(element: etree._Element) -> None:
    """Away with it, but not with the text that follows."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _led(element: html.HtmlElement, address: str, book: _Book) -> None:
    """Where a link leads from here, and a picture as what it is made of."""
    for name in ("href", "xlink:href"):
        if (target := element.get(name)) is None:
            continue
        if leads := _leads(target, address, book):
            element.set(name, leads)
        else:
            del element.attrib[name]
    if element.tag == "img":
        path = _local(element.get("src") or "", address, book.site)
        if path is None:
            _drop(element)
        else:
            element.set("src", _as_data(path))
    elif element.get("src") is not None:
        del element.attrib["src"]


def _leads(target: str, address: str, book: _Book) -> str:
    """Within this file, to the site as it is published, or away from it; empty where nobody can say."""
    parts = urlsplit(target)
    if parts.scheme in {"https", "tel", "mailto"}:
        return target
    if parts.scheme or parts.netloc:
        return ""
    path = posixpath.normpath(posixpath.join(f"/{address}", unquote(parts.path))).lstrip("/") if parts.path else address
    page = f"{path}/" if path and not path.endswith("/") else path
    for one in (path, page):
        if one in book.numbers:
            return f"#p{book.numbers[one]}{f'-{parts.fragment}' if parts.fragment else ''}"
    slash = "/" if parts.path.endswith("/") and path else ""
    return f"{book.url}{path}{slash}{f'#{parts.fragment}' if parts.fragment else ''}" if book.url else ""


# --- what is fetched otherwise


def _local(source: str, address: str, site: Path) -> Path | None:
    """A file of the built site; None for anything else."""
    parts = urlsplit(source)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(posixpath.join(f"/{address}", unquote(parts.path))).lstrip("/")
    return site / path if (site / path).is_file() else None


def _as_data(path: Path) -> str:
    kind = {".woff2": "font/woff2"}.get(path.suffix) or mimetypes.types_map.get(path.suffix, "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _style(page: html.HtmlElement, book: _Book, address: str) -> str:
    """The site's own stylesheets with everything in them that they fetch."""
    found = ""
    for link in page.xpath('//link[@rel="stylesheet"]/@href'):
        path = _local(str(link), address, book.site)
        if path is not None:
            below = path.parent.relative_to(book.site).as_posix() + "/"
            sheet = _IMPORT.sub("", path.read_text(encoding="utf-8")).replace("</", "<\\/")
            found += _FETCHED.sub(partial(_inlined, below=below, site=book.site), sheet)
    return found


def _inlined(found: re.Match[str], below: str, site: Path) -> str:
    target = found[1].strip("\"' ")
    if target.startswith(("data:", "#")):
        return found[0]
    path = _local(target, below, site)
    return f'url("{_as_data(path)}")' if path else 'url("data:,")'
