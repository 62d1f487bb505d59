"""The built site looked at from inside: every link of a page leads to a page or file that is there, at a place that is
there; attached files are what their names say; what is locked has an address."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from generator import links
from generator.linkcheck.records import Fault, Verdict
from generator.model import Dataset, Layout
from generator.problems import SHOWN, Source

_HEAD = 1024  # bytes among which a PDF begins; all others begin at once
_PDF, _PACKAGE, _JPEG = b"%PDF-", b"PK\x03\x04", b"\xff\xd8\xff"
_BEGINNINGS = {
    ".pdf": _PDF,
    ".xlsx": _PACKAGE,
    ".docx": _PACKAGE,
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
}
_MARKS = {"a": "href", "link": "href", "img": "src", "script": "src"}


def inside(site: Path, dataset: Dataset) -> tuple[int, tuple[Fault, ...]]:
    """How many different addresses of the site were looked at, and what is wrong with them."""
    looked, faults = _links(site, dataset.site.url or "")
    return looked, (*faults, *_files(site, dataset), *_locked(site, dataset))


def _links(site: Path, url: str) -> tuple[int, list[Fault]]:
    names: dict[str, frozenset[str]] = {}
    wanted: dict[str, str] = {}  # each address with the first page that leads there
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        names[page] = frozenset(_names(tree))
        for target in _targets(tree):
            if page != "404.html" and (address := _address(target, page, url)) is not None:
                wanted.setdefault(address, page)
    faults = [fault for address, page in sorted(wanted.items()) for fault in _missing(site, address, page, names)]
    return len(wanted), faults


def _names(tree: html.HtmlElement) -> Iterator[str]:
    """Where a link may lead within a page."""
    for element in tree.iter():
        yield from (name for name in (element.get("id"), element.tag == "a" and element.get("name")) if name)


def _targets(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter(*_MARKS):
        if (target := element.get(_MARKS[element.tag])) is not None:
            yield target


def _address(target: str, page: str, url: str) -> str | None:
    """From the site's root, like `scores/2568/#ranking`; None for what leads away."""
    root = url.rstrip("/") + "/" if url else ""
    if root and (target + "/").startswith(root):
        target = "/" + target.removeprefix(root.rstrip("/")).lstrip("/")
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(f"/{page}", "..", unquote(parts.path))) if parts.path else f"/{page}"
    anchor = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    return path.lstrip("/") + anchor


def _missing(site: Path, address: str, page: str, names: dict[str, frozenset[str]]) -> Iterator[Fault]:
    path, _, anchor = address.partition("#")
    file = path if (site / path).is_file() else f"{path}/index.html".lstrip("/")
    slug = page.partition("/")[0] if "/" in page else ""
    if not (site / file).is_file():
        yield Fault(slug, f"ลิงก์ในหน้า {page}", Source(page), path, Verdict("page-gone"))
    elif anchor and file in names and anchor not in names[file]:
        yield Fault(slug, f"ลิงก์ในหน้า {page}", Source(page), address, Verdict("anchor-gone"))


def _files(site: Path, dataset: Dataset) -> Iterator[Fault]:
    alone = dataset.site.layout is Layout.AGENCY
    for path in sorted(one for one in site.rglob("*") if one.suffix.lower() in _BEGINNINGS and one.is_file()):
        name, begins = path.relative_to(site).as_posix(), _BEGINNINGS[path.suffix.lower()]
        with path.open("rb") as file:
            head = file.read(_HEAD)
        good = begins in head if begins == _PDF else head.startswith(begins)
        if not good:
            kind = "file-html" if head.lstrip()[:1] == b"<" else "file-kind"
            slug = dataset.agencies[0].slug if alone and dataset.agencies else name.partition("/")[0]
            yield Fault(slug, "แฟ้มแนบในเว็บไซต์", Source(name), name, Verdict(kind))


def _locked(site: Path, dataset: Dataset) -> Iterator[Fault]:
    for agency in dataset.agencies:
        root = site if dataset.site.layout is Layout.AGENCY else site / agency.slug
        for one in agency.locked:
            there = root / one.value / "index.html" if links.is_page(one.value) else root / one.value
            if not there.is_file():
                source = one.source if one.source.file else Source(f"{SHOWN}/{agency.slug}/urls.lock")
                yield Fault(agency.slug, "ที่อยู่ถาวรใน urls.lock", source, one.value, Verdict("lock-gone"))
