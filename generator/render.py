"""Pages in, Markdown files and the configuration of one MkDocs build out. The one Jinja environment is here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import links, markup
from generator.page import ABOUT, NOTICE, File, Page

__all__ = [
    "BRAND",
    "COLOUR",
    "COMMON_CSS",
    "NOTICE",
    "PAGES",
    "FootLine",
    "Frame",
    "SiteFrame",
    "brand",
    "environment",
    "keep_compiled",
    "render",
]

PAGES = "pages"  # the docs_dir of a build, beside its mkdocs.yml
# Our own index stands in the place of the theme's, which would read every page for nothing.
NOT_INDEXED = "search: {exclude: true}"
_ENDS_A_SCRIPT = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufeff]")
COLOUR = "#0f4c5c"  # of a site whose agency names none, as in the common stylesheet
COMMON_CSS = ("assets/stylesheets/prongsai.css",)  # a list of an inherited mkdocs.yml is replaced, not added to
BRAND = "assets/stylesheets/brand.css"


@dataclass(frozen=True)
class Frame:
    """A hand-written page of `content/`: trusted Markdown that begins with its title. `section` is the label of the
    navigation that it stands under."""

    address: str
    markdown: str
    section: str = ABOUT

    @property
    def title(self) -> str:
        heading = next(line for line in self.markdown.splitlines() if line.startswith("# "))
        return heading.removeprefix("# ").partition("{#")[0].strip()


@dataclass(frozen=True)
class FootLine:
    """A line of the footer: what it is, and how it reads; `href` where it can be called or opened."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True)
class SiteFrame:
    """What is the same on every page of one build. Paths are relative to the folder of its mkdocs.yml.

    `foot` says who keeps the site; `ways` are addresses below its root with their labels; `colour` is the agency's own,
    as #rrggbb, `emblem` the address of its picture; `card` is the whole address of what other sites show beside a link.
    """

    name: str
    common: str
    overrides: str
    official: bool
    footer: str | Markup
    url: str | None = None
    portal: str | None = None
    foot: tuple[FootLine, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()
    colour: str | None = None
    emblem: str | None = None
    card: str | None = None


@cache
def environment() -> Environment:
    """Every expression goes through `markup.text`: what is not `Markup` already is escaped for Markdown."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 -- finalize escapes, and for Markdown HTML escaping would not do
        finalize=lambda value: markup.text(str(value)) if not isinstance(value, Markup) else value,
        comment_start_string="{%#",  # not {#, which begins the ids of headings
        comment_end_string="#%}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def keep_compiled(folder: Path) -> None:
    """Keeps compiled templates in a folder for the next run; one that cannot be read is compiled again."""
    folder.mkdir(parents=True, exist_ok=True)
    environment().bytecode_cache = FileSystemBytecodeCache(str(folder))


def render(
    pages: Sequence[Page], static: Sequence[Frame], frames: Mapping[str, str], site: SiteFrame
) -> tuple[File, ...]:
    """The Markdown of every page and the mkdocs.yml that builds them. `frames` are trusted texts by name."""
    sections = {page.nav[0] for page in pages if len(page.nav) > 1} | {ABOUT, *(one.section for one in static)}
    files = [
        File(
            f"{PAGES}/{links.markdown_path(page.address)}",
            _markdown(page, frames, alone=not page.nav or page.nav[0] not in sections),
        )
        for page in pages
    ]
    files += [File(f"{PAGES}/{links.markdown_path(one.address)}", one.markdown.encode()) for one in static]
    entries = [(page.nav, page.address) for page in pages]
    entries += [((one.section, one.title), one.address) for one in static]
    if site.colour:
        files.append(brand(site.colour))
    return (File("mkdocs.yml", _config(site, entries)), *files)


def _markdown(page: Page, frames: Mapping[str, str], *, alone: bool) -> bytes:
    """`alone` says that it is a page of no section, so that a column for navigation would be empty."""
    hidden = "[navigation, toc]" if page.wide else "[navigation]" if alone else ""
    front = "\n".join(
        [
            "---",
            f"title: {markup.quoted(str(markup.title(page.title)))}",
            f"description: {markup.quoted(str(markup.title(page.description)))}",
            *([f"hide: {hidden}"] if hidden else []),
            *([f"redirect: {markup.quoted(str(markup.title(page.redirect)))}"] if page.redirect else []),
            *([f"script: {markup.quoted(page.script)}"] if page.script else []),
            *([f"json_ld: {markup.quoted(_inside_script(page.json_ld))}"] if page.json_ld else []),
            NOT_INDEXED,
            "---",
            "",
        ]
    )
    trusted = {name: Markup(one) for name, one in frames.items()}  # noqa: S704 -- content/ is by the site's makers
    body = environment().get_template(page.template).render(view=page.content(), frames=trusted).rstrip("\n")
    foot = f"\n\n{page.foot(body)}" if page.foot else ""
    return f"{front}{body}{foot}\n".encode()


def _inside_script(json_text: str) -> str:
    """JSON that ends no script and no line: what could is written as its code, which means the same in a JSON text."""
    return _ENDS_A_SCRIPT.sub(lambda mark: f"\\u{ord(mark.group()):04x}", json_text)


def _config(site: SiteFrame, entries: Sequence[tuple[tuple[str, ...], str]]) -> bytes:
    """mkdocs.yml of one build. MkDocs prints names and labels raw, so they are escaped here."""
    config: dict[str, Any] = {
        "INHERIT": site.common,
        "site_name": str(markup.title(site.name)),
        "docs_dir": PAGES,
        "theme": {"custom_dir": site.overrides},
        "copyright": str(site.footer if isinstance(site.footer, Markup) else markup.title(site.footer)),
        "extra": {
            "notice": "" if site.official else NOTICE,
            "noindex": not site.official,
            "portal": site.portal or "",
            "colour": site.colour or COLOUR,
            "foot": {
                "lines": [
                    {"label": _shown(line.label), "text": _shown(line.text), "href": _shown(line.href)}
                    for line in site.foot
                ],
                "links": [{"to": address, "label": _shown(label)} for address, label in site.ways],
            },
            "card": site.card or "",
        },
        "nav": _nav(entries),
    }
    if unlisted := [f"/{links.markdown_path(address)}" for labels, address in entries if not labels]:
        config["not_in_nav"] = "\n".join(unlisted)
    if site.url:
        config["site_url"] = site.url
    if site.emblem:
        config["theme"] |= {"logo": site.emblem, "favicon": site.emblem}
    if site.colour:
        config["extra_css"] = [*COMMON_CSS, BRAND]
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10_000).encode()


def _shown(value: str) -> str:
    return str(markup.title(value))


def brand(colour: str) -> File:
    """The stylesheet of a build whose agency has a colour of its own, #rrggbb: with black or white on it, whichever
    differs more."""
    return File(
        f"{PAGES}/{BRAND}",
        f":root {{ --ps-brand: {colour}; --ps-on-brand: {'#000' if _is_light(colour) else '#fff'}; }}\n".encode(),
    )


def _is_light(colour: str) -> bool:
    """Whether black differs more from a colour than white does, by the contrast ratio of WCAG 2."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- of sRGB


def _nav(entries: Iterable[tuple[tuple[str, ...], str]]) -> list[dict[str, Any]]:
    """Labels of one word are pages; of two, pages of a section, whose own page is the one with its label alone; pages
    without labels are reached by links only."""
    nav: list[dict[str, Any]] = []
    sections: dict[str, list[dict[str, Any] | str]] = {}
    listed = [(labels, address) for labels, address in entries if labels]
    parents = {labels[0] for labels, _ in listed if len(labels) > 1}
    for labels, address in listed:
        section, path = str(markup.title(labels[0])), links.markdown_path(address)
        if labels[0] not in parents:
            nav.append({section: path})
            continue
        if section not in sections:
            sections[section] = []
            nav.append({section: sections[section]})
        sections[section].append(path if len(labels) == 1 else {str(markup.title(labels[1])): path})
    return nav
