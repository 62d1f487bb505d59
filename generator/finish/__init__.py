"""From the files that MkDocs wrote to those that are published: the only code that changes a built site.

Modules from the top: portable; index, digits, unbroken, shell, sheets, policy, unused.
"""

import json
import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from generator import links
from generator.finish.digits import with_thai_digits
from generator.finish.index import INDEX, index_of, of_network, read_articles
from generator.finish.policy import with_policy
from generator.finish.sheets import FOLDER, joined, linked, with_one
from generator.finish.shell import mended
from generator.finish.unbroken import unbroken
from generator.finish.unused import unused
from generator.keep import Keep, anew
from generator.model import Digits

# The theme's own search and the word splitters that it has for many languages: ours stands in their place.
_UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")
# What the theme still asks for on every page.
_STUB = "search/search_index.json"


def finish(
    folder: Path,
    addresses: Sequence[str],
    manifest: Mapping[str, object],
    *,
    below: str,
    root: bool,
    digits: Digits = Digits.ARABIC,
    keep: Keep = anew,
) -> None:
    """Drops what no page uses, mends the theme's part of the pages, keeps pairs of words on one line, sets the
    digits and says what they may load; adds the search index, which has the digits too, `urls.json` and
    `manifest.json`. Addresses are below the site's root, the folder itself is at the address `below`. `root` says
    that it is the site's own root: only there can a server find 404.html. `keep` may know what the same page became
    before."""
    for name in _UNUSED:
        shutil.rmtree(folder / name, ignore_errors=True)
    for source_map in folder.rglob("*.map"):
        source_map.unlink()
    if not root:
        (folder / "404.html").unlink()
    _finish_pages(folder, digits, keep)
    own = [address.removeprefix(below) for address in addresses if links.is_page(address)]
    _write(folder / INDEX, index_of(read_articles(folder, own, keep)))
    _write_json(folder / _STUB, {"config": {}, "docs": []}, indent=None)
    write_addresses(folder, addresses)
    _write_json(folder / "manifest.json", manifest)


def _finish_pages(folder: Path, digits: Digits, keep: Keep) -> None:
    held, completed = keep(_held), keep(_completed)
    sheets = {path.name: path.read_text(encoding="utf-8") for path in (folder / FOLDER).glob("*.css")}
    made: dict[tuple[str, ...], str] = {}
    pages = []
    # an old address that leads on may be a folder with such a name
    for path in sorted(path for path in folder.rglob("*.html") if path.is_file()):
        page, names = held(path.read_bytes())
        if names and names not in made:
            made[names], text = joined(names, sheets)
            _write(folder / FOLDER / made[names], text.encode())
        content = completed(page, made[names] if names else "", digits)
        _write(path, content)
        pages.append(content)
    for path in unused(folder, pages, keep):
        path.unlink()


def _held(page: bytes) -> tuple[str, tuple[str, ...]]:
    """A page that is mended and held together, and its stylesheets."""
    held = unbroken(mended(page.decode()))
    return held, linked(held)


def _completed(page: str, sheet: str, digits: Digits) -> bytes:
    """A page with its one stylesheet, its digits and its policy, in this order: nothing may change after the last."""
    if sheet:
        page = with_one(page, sheet)
    if digits is Digits.THAI:
        page = with_thai_digits(page)
    return with_policy(page).encode()


def write_addresses(folder: Path, addresses: Sequence[str]) -> None:
    """Lists in `urls.json` the addresses of pages and attached files that a folder stands for."""
    _write_json(folder / "urls.json", sorted(addresses))


def write_robots(site: Path, url: str | None, slugs: Collection[str], *, official: bool) -> None:
    """What crawlers are told: they may read everything, since only a page itself can say that it is not to be found;
    and, of a site of the agencies' own whose address is known, where all its pages are listed."""
    lines = ["User-agent: *", "Allow: /"]
    if official and url:
        root = url.rstrip("/")
        lines += ["", *(f"Sitemap: {root}/{below}sitemap.xml" for below in ("", *(f"{one}/" for one in sorted(slugs))))]
    _write(site / "robots.txt", ("\n".join(lines) + "\n").encode())


def write_network_index(site: Path, own: Collection[str], slugs: Collection[str]) -> None:
    """The index at the root of a network: its `own` pages, and of each agency what the agency's index has of use to
    all. An agency that was published without an index is not searched."""
    published = {slug: site / slug / INDEX for slug in slugs}
    indexes = {slug: path.read_bytes() for slug, path in published.items() if path.is_file()}
    # who searches a network looks for what is in it
    shared = [entry._replace(weight=min(entry.weight, -1)) for entry in read_articles(site, own)]
    _write(site / INDEX, index_of([*shared, *of_network(indexes)]))


def _write_json(path: Path, value: object, indent: int | None = 1) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=True)
    _write(path, f"{text}\n".encode())


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)  # it may be a published file under another name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
