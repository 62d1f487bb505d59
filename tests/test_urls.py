"""A site works wherever it is published: below a path, at a domain of its own, as a page of a user."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace

ROOT = Path(__file__).parent.parent
Make = Callable[[Mapping[str, str | bytes]], Path]

KINDS = {
    "below-a-path": "https://own.github.io/ita/",
    "below-a-path-without-slash": "https://own.github.io/ita",
    "of-a-user": "https://own.github.io/",
    "own-domain": "https://ita.example.go.th/",
    "own-domain-without-slash": "https://ita.example.go.th",
    "deep": "https://www.example.go.th/oit/2570/ita/",
}


@pytest.fixture
def built(make_data: Make, tmp_path: Path) -> Callable[[str, str], Path]:
    def make(url: str, layout: str) -> Path:
        settings = f"format: 1\nlayout: {layout}\ntitle: ก\nofficial: true\nurl: {url}\n"
        items = "items: [{item: O1, exempt: ก}]\n"
        folder = make_data({"site.yml": settings, "tua-yang/2568/disclosure.yml": items})
        build(examine(folder), Workspace.of(ROOT, tmp_path / "out"))
        return tmp_path / "out" / "site"

    return make


def _fetched(page: Path) -> Iterator[str]:
    """Everything that a page leads to or takes."""
    tree = html.fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    for element in tree.iter("a", "link", "img", "script"):
        yield from (target for name in ("href", "src") if (target := element.get(name)) is not None)


def _there(site: Path, root: str, address: str) -> bool:
    """Whether an address of the site, as a browser asks for it, is a file of it."""
    below = unquote(urlsplit(address).path).removeprefix(urlsplit(root).path)
    return (site / below).is_file() or (site / below / "index.html").is_file()


@pytest.mark.parametrize("layout", ["agency", "network"])
@pytest.mark.parametrize("url", KINDS.values(), ids=KINDS)
def test_every_link_leads_to_a_page_of_the_site(url: str, layout: str, built: Callable[[str, str], Path]) -> None:
    root = url.rstrip("/") + "/"
    site = built(url, layout)
    host = urlsplit(root).netloc
    looked = 0
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        # what is not found may have been asked for at any depth
        asked = "scores/none/at/all/" if name == "404.html" else name.removesuffix("index.html")
        for target in _fetched(page):
            address = urljoin(root + asked, target)
            if urlsplit(address).netloc == host:
                assert address.startswith(root), (name, target)
                assert _there(site, root, address), (name, target)
                looked += 1
    assert looked > 100


@pytest.mark.parametrize("url", KINDS.values(), ids=KINDS)
def test_what_is_said_to_machines_is_whole(url: str, built: Callable[[str, str], Path]) -> None:
    root = url.rstrip("/") + "/"
    site = built(url, "network")
    listed: Any = html.fromstring((site / "sitemap.xml").read_bytes()).xpath("//loc/text()")
    page: Any = html.fromstring((site / "tua-yang" / "scores" / "index.html").read_bytes())

    assert listed
    assert all(one.startswith(root) and _there(site, root, one) for one in listed)
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{root}tua-yang/scores/"]
    assert f"{root}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    # the domain is a setting of the code host, which takes no notice of such a file where a workflow publishes
    assert not (site / "CNAME").exists()
