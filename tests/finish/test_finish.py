"""generator.finish: what MkDocs wrote, less what no page uses, with the search index and the two lists for machines."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.finish import finish, write_addresses, write_robots
from generator.model import Digits

_LEFT = """index.html scores/index.html assets/javascripts/bundle.min.js
    sitemap.xml files/2568/map.pdf""".split()
_DROPPED = """404.html assets/javascripts/workers/search.min.js assets/images/social.png assets/stylesheets/main.min.css
    assets/javascripts/bundle.min.js.map assets/stylesheets/main.min.css.map
    assets/javascripts/lunr/wordcut.js assets/javascripts/lunr/min/lunr.th.min.js""".split()

# What every page of the tree needs.
_NEEDED = ' <script src="assets/javascripts/bundle.min.js"></script>'
_ADDED = {"urls.json", "manifest.json", "search/index.json", "search/search_index.json"}


@pytest.fixture
def make_tree(tmp_path: Path) -> Callable[..., Path]:
    """A folder as MkDocs leaves it, less the files that are named."""

    def make(*absent: str) -> Path:
        for name in (*_LEFT, *_DROPPED):
            path = tmp_path / "site" / name
            if not any(name.startswith(start) for start in absent):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"content of {name}{_NEEDED if name.endswith('.html') else ''}", encoding="utf-8")
        return tmp_path / "site"

    return make


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("root", "not_found"), [(True, {"404.html"}), (False, set[str]())], ids=["root-of-the-site", "below-it"]
)
def test_what_no_page_uses_goes(root: bool, not_found: set[str], make_tree: Callable[..., Path]) -> None:
    folder = make_tree()

    finish(folder, [""], {}, below="", root=root)

    assert _names(folder) == {*_LEFT, *not_found, *_ADDED}
    for name in _LEFT:
        assert (folder / name).read_text(encoding="utf-8").startswith(f"content of {name}")


def test_a_page_gets_one_stylesheet_and_then_a_policy_that_names_its_scripts(make_tree: Callable[..., Path]) -> None:
    folder = make_tree()
    links = "".join(f'<link rel="stylesheet" href="../assets/stylesheets/{name}.css">' for name in ("b", "a"))
    page = f'<head><meta charset="utf-8">{links}<script>1</script></head><article><label tabindex=""></article>'
    for name in ("a", "b"):
        (folder / f"assets/stylesheets/{name}.css").write_text(f"{name} {{ c: d; }}", encoding="utf-8")
    (folder / "scores/index.html").write_text(page, encoding="utf-8")

    finish(folder, [], {}, below="", root=True)

    text = (folder / "scores/index.html").read_text(encoding="utf-8")
    (sheet,) = (folder / "assets/stylesheets").iterdir()
    assert text.count("stylesheet") == 2  # the word of the link, and the folder
    assert f'<link rel="stylesheet" href="../assets/stylesheets/{sheet.name}">' in text
    assert sheet.read_text(encoding="utf-8") == '@charset "utf-8";b{c: d;}a{c: d;}\n'
    assert text.index("Content-Security-Policy") < text.index("<link")
    assert "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='" in text


def test_a_theme_without_word_splitters_is_finished_too(make_tree: Callable[..., Path]) -> None:
    folder = make_tree("assets/javascripts/lunr")

    finish(folder, [], {}, below="", root=True)

    assert not (folder / "assets/javascripts/lunr").exists()


@pytest.mark.parametrize(
    ("addresses", "text"),
    [
        ([], "[]\n"),
        ([""], '[\n ""\n]\n'),
        (["scores/", "", "about/"], '[\n "",\n "about/",\n "scores/"\n]\n'),
    ],
)
def test_the_addresses_are_published_in_order(addresses: list[str], text: str, make_tree: Callable[..., Path]) -> None:
    folder = make_tree()

    finish(folder, addresses, {}, below="", root=True)

    assert (folder / "urls.json").read_bytes() == text.encode()


def test_the_manifest_is_the_same_bytes_whatever_its_order(make_tree: Callable[..., Path]) -> None:
    manifest = {"parts": {"site": "1", "data": "2"}, "format": 1, "summary": {"name": "เทศบาล", "grade": "ผ่าน"}}
    written = []
    for value in (manifest, dict(reversed(list(manifest.items())))):
        folder = make_tree()
        finish(folder, [], value, below="", root=True)
        written.append((folder / "manifest.json").read_bytes())

    assert written[0] == written[1]
    assert json.loads(written[0]) == manifest
    assert "เทศบาล".encode() in written[0]
    assert b"\r" not in written[0]
    assert written[0].endswith(b"}\n")


def test_what_the_theme_asks_for_on_every_page_is_small(make_tree: Callable[..., Path]) -> None:
    """Its own index has nothing in it; ours is asked for by who searches."""
    folder = make_tree()

    finish(folder, [], {}, below="", root=True)

    stub = (folder / "search/search_index.json").read_bytes()
    scripts = Path(__file__).parent.parent.parent / "overrides/assets/javascripts"
    assert json.loads(stub) == {"config": {}, "docs": []}
    assert len(gzip.compress(stub)) + len(gzip.compress((scripts / "search.js").read_bytes())) <= 1500
    assert len(gzip.compress((scripts / "search/marks.js").read_bytes())) <= 1000
    worker = sum(
        len(gzip.compress((scripts / f"search/{name}.js").read_bytes())) for name in ("scanner", "words", "close")
    )
    assert worker <= 8000


def test_addresses_of_the_index_are_below_its_own_root(make_tree: Callable[..., Path]) -> None:
    folder = make_tree()
    (folder / "index.html").write_text("<article><h1 id='a'>หน้าแรก</h1></article>", encoding="utf-8")
    (folder / "scores/index.html").write_text("<article><h1>คะแนน</h1></article>", encoding="utf-8")

    finish(folder, ["ban/", "ban/scores/", "ban/files/2568/map.pdf"], {}, below="ban/", root=False)

    pages = json.loads((folder / "search/index.json").read_bytes())["pages"]
    assert [page[0] for page in pages] == ["", "scores/"]


def test_a_list_that_is_published_under_another_name_stays_as_it_is(tmp_path: Path) -> None:
    published, staged = tmp_path / "published", tmp_path / "staged"
    for folder in (published, staged):
        folder.mkdir()
    write_addresses(published, ["about/"])
    os.link(published / "urls.json", staged / "urls.json")

    write_addresses(staged, ["files/2568/plan.pdf", ""])

    assert (published / "urls.json").read_bytes() == b'[\n "about/"\n]\n'
    assert (staged / "urls.json").read_bytes() == b'[\n "",\n "files/2568/plan.pdf"\n]\n'


@pytest.mark.parametrize(
    ("digits", "title"), [(Digits.ARABIC, "ปี 2568"), (Digits.THAI, "ปี ๒๕๖๘")], ids=["arabic", "thai"]
)
def test_every_page_and_the_index_have_the_digits_of_the_site(
    digits: Digits, title: str, make_tree: Callable[..., Path]
) -> None:
    folder = make_tree()
    page = '<html lang="th"><article><h1 id="a2568">ปี 2568</h1></article></html>'
    names = ("index.html", "scores/index.html", "404.html", "old.html/index.html")
    (folder / "old.html").mkdir()
    for name in names:
        (folder / name).write_text(page, encoding="utf-8")

    finish(folder, ["", "scores/"], {"as_of": "2568"}, below="", root=True, digits=digits)

    arabic = digits is Digits.ARABIC
    for name in names:
        made = (folder / name).read_text(encoding="utf-8")
        assert f'<h1 id="a2568">{title}</h1>'.replace(" 2", "\u00a02").replace(" ๒", "\u00a0๒") in made
        assert (made.replace("\u00a0", " ") == page) == arabic
        assert ('<html lang="th" data-digits="thai">' in made) != arabic
    pages = json.loads((folder / "search/index.json").read_bytes())["pages"]
    assert [page[1] for page in pages] == [title, title]
    assert json.loads((folder / "manifest.json").read_bytes()) == {"as_of": "2568"}
    assert (folder / "files/2568/map.pdf").read_text(encoding="utf-8") == "content of files/2568/map.pdf"


ROBOTS = "User-agent: *\nAllow: /\n"


@pytest.mark.parametrize(
    ("url", "slugs", "official", "told"),
    [
        (None, (), True, ROBOTS),
        ("https://a.go.th/ita/", (), False, ROBOTS),
        ("https://a.go.th/ita/", (), True, f"{ROBOTS}\nSitemap: https://a.go.th/ita/sitemap.xml\n"),
        (
            "https://a.go.th",
            ("b", "a"),
            True,
            f"{ROBOTS}\n" + "".join(f"Sitemap: https://a.go.th/{one}sitemap.xml\n" for one in ("", "a/", "b/")),
        ),
    ],
)
def test_crawlers_are_told_where_pages_are_listed(
    tmp_path: Path, url: str | None, slugs: tuple[str, ...], official: bool, told: str
) -> None:
    write_robots(tmp_path, url, slugs, official=official)

    assert (tmp_path / "robots.txt").read_text(encoding="utf-8") == told
