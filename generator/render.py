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
from generator.page import File, Page

PAGES = "pages"  # the docs_dir of a build, beside its mkdocs.yml
# What no reader looks for, as the search of the theme takes it.
_NOT_SEARCHED = "search: {exclude: true}"
_ENDS_A_SCRIPT = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufeff]")
NOTICE = "เว็บไซต์ตัวอย่าง จัดทำจากเอกสารที่เผยแพร่ ไม่ใช่เว็บไซต์ทางการของหน่วยงาน"


@dataclass(frozen=True)
class Frame:
    """A hand-written page of `content/`: trusted Markdown that begins with its title."""

    address: str
    markdown: str

    @property
    def title(self) -> str:
        heading = next(line for line in self.markdown.splitlines() if line.startswith("# "))
        return heading.removeprefix("# ").partition("{#")[0].strip()


@dataclass(frozen=True)
class SiteFrame:
    """What is the same on every page of one build. Paths are relative to the folder of its mkdocs.yml."""

    name: str
    common: str
    overrides: str
    official: bool
    footer: str
    url: str | None = None
    portal: str | None = None


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
    """The Markdown of every page and the mkdocs.yml that builds them. `frames` are trusted texts by template name."""
    files = [
        File(f"{PAGES}/{links.markdown_path(page.address)}", _markdown(page, frames.get(page.template, "")))
        for page in pages
    ]
    files += [File(f"{PAGES}/{links.markdown_path(one.address)}", one.markdown.encode()) for one in static]
    entries = [(page.nav, page.address) for page in pages]
    entries += [((one.title,), one.address) for one in static]
    return (File("mkdocs.yml", _config(site, entries)), *files)


def _markdown(page: Page, frame: str) -> bytes:
    front = "\n".join(
        [
            "---",
            f"title: {markup.quoted(str(markup.title(page.title)))}",
            f"description: {markup.quoted(str(markup.title(page.description)))}",
            *(["hide: [navigation, toc]"] if page.wide else []),
            *([f"redirect: {markup.quoted(str(markup.title(page.redirect)))}", _NOT_SEARCHED] if page.redirect else []),
            *([f"json_ld: {markup.quoted(_inside_script(page.json_ld))}"] if page.json_ld else []),
            "---",
            "",
        ]
    )
    trusted = Markup(frame)  # noqa: S704 -- content/ is written by the site's makers
    body = environment().get_template(page.template).render(view=page.content(), frame=trusted).rstrip("\n")
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
        "copyright": str(markup.title(site.footer)),
        "extra": {
            "notice": "" if site.official else NOTICE,
            "noindex": not site.official,
            "portal": site.portal or "",
        },
        "nav": _nav(entries),
    }
    if unlisted := [f"/{links.markdown_path(address)}" for labels, address in entries if not labels]:
        config["not_in_nav"] = "\n".join(unlisted)
    if site.url:
        config["site_url"] = site.url
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10_000).encode()


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
