"""generator.finish.portable: the copy that opens from a folder; its links name files, its indexes are scripts too."""

import json
import zipfile
from pathlib import Path

import pytest

from generator.finish.portable import with_names, write_copy


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../..", "../../index.html"),
        ("scores/2568/", "scores/2568/index.html"),
        ("scores/2568/#ranking", "scores/2568/index.html#ranking"),
        ("../measures/?year=2568#list", "../measures/index.html?year=2568#list"),
        ("&#46;&#46;&#47;scores&#47;", "../scores/index.html"),
        ("#top", "#top"),
        ("", ""),
        ("files/2568/map.pdf#page=2", "files/2568/map.pdf#page=2"),
        ("assets/stylesheets/main.css", "assets/stylesheets/main.css"),
        ("https://example.go.th/", "https://example.go.th/"),
        ("mailto:a@example.go.th", "mailto:a@example.go.th"),
        ("tel:1205", "tel:1205"),
    ],
)
def test_a_link_to_a_folder_names_its_page(address: str, named: str) -> None:
    assert with_names(f'<a class="x" href="{address}">ไป</a>') == f'<a class="x" href="{named}">ไป</a>'
    assert with_names(f'<link rel="next" href="{address}">') == f'<link rel="next" href="{named}">'


def test_an_old_address_leads_on_to_a_file() -> None:
    page = '<meta http-equiv="refresh" content="0; url=../new/#a">'

    assert with_names(page) == '<meta http-equiv="refresh" content="0; url=../new/index.html#a">'


@pytest.mark.parametrize(
    "text", ['<p>href="../"</p>', "<script>x='<b href=\"../\">'</script>", '<use data-href="../"/>']
)
def test_what_only_looks_like_a_link_stays(text: str) -> None:
    assert with_names(text) == text


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": '<a href="ban/">บ้าน</a>',
        "404.html": '<a href="/ban/">บ้าน</a>',
        "ban/index.html": '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="x">\n'
        '<link rel="preload" href="assets/fonts/a.woff2" as="font" crossorigin><a href="../">กลับ</a>',
        "ban/files/2568/map.pdf": '%PDF <a href="../">',
        "compare/summaries.json": '{"format":1}',
        "search/index.json": json.dumps({"pages": []}),
        "ban/search/index.json": json.dumps({"pages": [["", "บ้าน\u2028", -1, 0, 1, []]]}, ensure_ascii=False),
    }
    for name, content in files.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(content, encoding="utf-8")
    return tmp_path / "site"


def test_the_copy_has_every_file_and_the_indexes_as_scripts(site: Path) -> None:
    write_copy(site, site.parent / "site.zip")

    copy = zipfile.ZipFile(site.parent / "site.zip")
    assert sorted(copy.namelist()) == [
        "ban/files/2568/map.pdf",
        "ban/index.html",
        "ban/search/index.js",
        "ban/search/index.json",
        "ban/search/search_index.js",
        "compare/summaries.js",
        "compare/summaries.json",
        "index.html",
        "search/index.js",
        "search/index.json",
        "search/search_index.js",
    ]
    assert copy.read("index.html").decode() == '<a href="ban/index.html">บ้าน</a>'
    # in a folder nothing is of the site's own origin: a policy would forbid everything
    assert copy.read("ban/index.html").decode() == '<meta charset="utf-8"><a href="../index.html">กลับ</a>'
    assert copy.read("ban/files/2568/map.pdf") == (site / "ban/files/2568/map.pdf").read_bytes()
    assert copy.read("compare/summaries.js") == b'summaries={"format":1};\n'
    script = copy.read("ban/search/index.js").decode()
    assert script.startswith("searchIndex={")
    assert json.loads(script.removeprefix("searchIndex=").removesuffix(";\n"))["pages"][0][1] == "บ้าน\u2028"
    assert not (site.parent / "site.draft").exists()


def test_the_same_site_gives_the_same_bytes(site: Path) -> None:
    write_copy(site, site.parent / "one.zip")
    for path in site.rglob("*.html"):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
    write_copy(site, site.parent / "two.zip")

    assert (site.parent / "one.zip").read_bytes() == (site.parent / "two.zip").read_bytes()
