"""An independent reader of the finished tree: what is on no list here does not get published.

It knows nothing of how pages are made. It gets a folder and the addresses that must be there, parses every page,
and reports elements, attributes, addresses and scripts that it does not know, links that lead nowhere, and files that
should not be there. Every report is a fault of the program, not of the data.
Modules from the top: head, ways; index, pictures, policy, scripts.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html
from lxml.html import HtmlElement

from generator.audit.head import unknown_in_head
from generator.audit.index import NAME, faults_of_index
from generator.audit.pictures import faults_of_picture
from generator.audit.policy import faults_of_policy
from generator.audit.scripts import unknown_script
from generator.audit.ways import NOT_FOUND, Tree, Way, faults_of_ways, ways_of
from generator.problems import Problem, Source

_GLOBAL = frozenset({"class", "id", "lang", "dir", "hidden", "title", "tabindex", "role", "data-search-exclude"})
_SVG_SHAPE = frozenset(
    """aria-hidden aria-labelledby clip-path cx cy d display dominant-baseline dx dy fill fill-opacity focusable
    font-size font-weight height opacity r rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width text-anchor transform viewbox width x x1 x2 xmlns y y1 y2""".split()
)
_SVG = """svg g path rect line circle text tspan title desc defs clippath""".split()
# What a page's own content may be made of: element, and its attributes beyond those of _GLOBAL.
_ARTICLE: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        """article h1 h2 h3 h4 p ul ol li dl dt dd div span strong em small code br hr details summary table caption
        thead tbody blockquote nav pre""".split(),
        frozenset[str](),
    ),
    "tr": frozenset(),
    "th": frozenset({"scope", "colspan"}),
    "td": frozenset({"data-label", "data-value"}),
    "li": frozenset({"data-year", "data-indicator", "data-instrument", "data-unit", "data-state"})
    | {"data-province", "data-district", "data-type"},
    "div": frozenset({"data-oit"}),
    "time": frozenset({"datetime"}),
    "a": frozenset({"href", "rel", "data-key"}),
    **dict.fromkeys(_SVG, _SVG_SHAPE),
}
# Pictures are attached files of the site, and say what they show.
_PICTURE = {"img": frozenset({"src", "alt", "width", "height", "loading"})}
# What the theme puts around it.
_SHELL: dict[str, frozenset[str]] = {
    **_ARTICLE,
    **dict.fromkeys("html head body header main nav aside footer section".split(), frozenset[str]()),
    "html": frozenset({"data-digits"}),
    "title": frozenset(),
    "meta": frozenset({"charset", "name", "content", "http-equiv", "property"}),
    "link": frozenset({"rel", "href", "as", "type", "crossorigin"}),
    "script": frozenset({"src", "type", "defer"}),
    "form": frozenset({"name", "autocomplete"}),
    "input": frozenset(
        """type name checked autocomplete placeholder autocapitalize autocorrect spellcheck required
        aria-label form""".split()
    ),
    "label": frozenset({"for"}),
    "button": frozenset({"type", "aria-label"}),
}
_ANY_DATA = re.compile("data-md-[a-z-]+")
_ARIA = frozenset({"aria-label", "aria-hidden", "aria-labelledby", "aria-expanded", "aria-live"})
# parsers differ in what they read inside a title: nothing but text may stand there
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.DOTALL | re.IGNORECASE)
_REFERENCE = re.compile(r"url\(([^)]*)\)")
# Every file of a site that is no page, at its root or at an agency's.
_FILES = re.compile(
    r"""([a-z][a-z0-9-]{1,39}/)?
    (assets/(fonts|images|stylesheets)/[A-Za-z0-9._-]+\.(css|woff2|png|txt)
    |assets/javascripts/(bundle\.[0-9a-f]+\.min|prongsai|compare|search|search/(box|close|marks|scanner|words))\.js
    |assets/images/emblem\.jpg
    |search/(search_)?index\.json|sitemap\.xml(\.gz)?|urls\.json|manifest\.json)
    |robots\.txt|compare/summaries\.json|handbook/[a-z0-9-]+\.webp""",
    re.VERBOSE,
)
_ATTACHED = re.compile(
    r"([a-z][a-z0-9-]{1,39}/)?files/[0-9]{4}/[A-Za-z0-9][A-Za-z0-9._-]*\.(pdf|xlsx|docx|csv|png|jpe?g)", re.IGNORECASE
)
_EMBLEM_HERE = re.compile(r"(\.\./)*assets/images/emblem\.(png|jpg)|/.*/assets/images/emblem\.(png|jpg)")
_LOGO = frozenset({"src", "alt"})
# Pictures and tables that pages offer, each below the page it belongs to, and the card beside links.
_OFFERED = re.compile(
    r"""([a-z][a-z0-9-]{1,39}/)?
    ((scores/([0-9]{4}/(infographic/)?)?|indicators/[0-9]{1,2}/|oit/[0-9]{4}/)[a-z][a-z-]*\.(svg|png|csv)|card\.png)""",
    re.VERBOSE,
)
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|%\}|\}\}")
_SCRIPT_ELEMENT = re.compile(r"<script\b.*?</script>", re.DOTALL)


@dataclass(frozen=True)
class Look:
    """What a page has, whatever lies around it: faults of its own, its ids, and where it leads."""

    faults: tuple[Problem, ...]
    ids: Counter[str]
    ways: tuple[Way, ...]


def look_at(name: str, content: str, *, passed: bool) -> Look | None:
    """What a page has; None where nobody can read it. Of one that `passed` before, the lists are not asked again."""
    try:
        page = html.document_fromstring(content)
    except (ValueError, etree.ParserError):
        return None
    faults, ids = [*_leftovers(name, content)], _ids(page)
    if not passed:
        faults += [*_vocabulary(name, page), *faults_of_policy(name, page), *_references(name, page, ids)]
    faults += [Problem("audit-duplicate-id", Source(name), known) for known, count in ids.items() if count > 1]
    return Look(tuple(faults), ids, tuple(ways_of(page)))


def audit(
    folder: Path,
    addresses: Collection[str],
    passed: Collection[str] = (),
    look: Callable[..., Look | None] = look_at,
) -> tuple[Problem, ...]:
    """Everything that is wrong with the tree, sorted; `addresses` are the pages and attached files that must be there,
    and all of them: those of pages are empty or end with a slash.

    Folders in `passed` stay as they were published: they passed the lists of their own time, and only what ties them
    to the rest, links and addresses, is looked at again. `look` does as `look_at`, and may know a page already.
    """
    problems: list[Problem] = []
    pages: dict[str, Look] = {}
    files: set[str] = set()
    attached = {address for address in addresses if address and not address.endswith("/")}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            problems.append(Problem("audit-file", Source(name), "symlink"))
        elif path.is_file():
            files.add(name)
            before = name.split("/")[0] in passed
            if path.suffix == ".html":
                if page := _seen(path, name, look, passed=before):
                    pages[name] = page
                    problems += page.faults
                else:
                    problems.append(Problem("audit-file", Source(name), "unreadable"))
            elif not before and not (
                _FILES.fullmatch(name) or (name in attached and (_ATTACHED.fullmatch(name) or _OFFERED.fullmatch(name)))
            ):
                problems.append(Problem("audit-unexpected", Source(name)))
            elif path.suffix == ".svg":
                problems += faults_of_picture(name, path.read_bytes(), _SVG, _SVG_SHAPE)
    expected = {f"{address}index.html" for address in {*addresses} - attached}
    found = pages.keys() - {NOT_FOUND}
    problems += [Problem("audit-missing", Source(name)) for name in (expected - found) | (attached - files)]
    problems += [Problem("audit-unexpected", Source(name)) for name in found - expected]
    anchors = {name: page.ids for name, page in pages.items()}
    for name in files:
        if name == NAME or name.endswith(f"/{NAME}"):
            problems += faults_of_index(name, (folder / name).read_bytes(), files, anchors)
    tree = Tree(files, attached & files, anchors)
    for name, page in pages.items():
        problems += faults_of_ways(name, page.ways, tree)
    return tuple(sorted(problems, key=lambda problem: (problem.source, problem.code, problem.found)))


def _seen(path: Path, name: str, look: Callable[..., Look | None], *, passed: bool) -> Look | None:
    try:
        return look(name, path.read_text(encoding="utf-8"), passed=passed)
    except ValueError:
        return None


def _leftovers(name: str, content: str) -> Iterator[Problem]:
    without_scripts = _SCRIPT_ELEMENT.sub(lambda found: "\n" * found.group().count("\n"), content)
    for title in _TITLE.finditer(content):
        if "<" in title[1]:
            line = content.count("\n", 0, title.start()) + 1
            yield Problem("audit-element", Source(name, line), " ".join(title[1].split()))
    for found in _TEMPLATE.finditer(without_scripts):
        yield Problem("audit-template", Source(name, without_scripts.count("\n", 0, found.start()) + 1), found.group())


def _references(name: str, page: HtmlElement, ids: Counter[str]) -> Iterator[Problem]:
    """What the content's pictures and labels refer to: only ids of their own page."""
    for element in (one for article in page.iter("article") for one in article.iter()):
        if not isinstance(element.tag, str):
            continue
        source = Source(name, element.sourceline or 1)
        for known in str(element.get("aria-labelledby", "")).split():
            if known not in ids:
                yield Problem("audit-anchor", source, f"aria-labelledby {known}")
        for value in map(str, element.attrib.values()):
            for target in _REFERENCE.findall(value):
                if not target.startswith("#") or target[1:] not in ids:
                    yield Problem("audit-address", source, value)


def _ids(page: HtmlElement) -> Counter[str]:
    return Counter(element.get("id") for element in page.iter() if element.get("id"))


def _vocabulary(name: str, page: HtmlElement) -> Iterator[Problem]:
    """Elements and attributes that are on no list, and scripts that are not the theme's."""
    inside = {element for article in page.iter("article") for element in article.iter()}
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        allowed = (_ARTICLE | _PICTURE if element in inside else _SHELL).get(element.tag)
        if _is_logo(element):
            allowed = _LOGO
        source = Source(name, element.sourceline or 1)
        if allowed is None:
            yield Problem("audit-element", source, element.tag)
            continue
        for attribute in element.attrib:
            known = attribute in allowed or attribute in _GLOBAL or attribute in _ARIA
            if not known and (element in inside or not _ANY_DATA.fullmatch(attribute)):
                yield Problem("audit-attribute", source, f"{element.tag} {attribute}")
        if element.tag == "script" and not element.get("src") and (unknown := unknown_script(element)):
            yield Problem("audit-script", source, unknown)
        if element.tag == "img" and (element.get("src") is None or element.get("alt") is None):
            yield Problem("audit-attribute", source, "img without src or alt")
        if wrong := unknown_in_head(element):
            yield Problem("audit-attribute", source, wrong)


def _is_logo(element: HtmlElement) -> bool:
    """Whether it is the agency's emblem where the theme puts a logo."""
    parent = element.getparent()
    return (
        element.tag == "img"
        and parent is not None
        and parent.get("data-md-component") == "logo"
        and bool(_EMBLEM_HERE.fullmatch(element.get("src", "")))
    )
