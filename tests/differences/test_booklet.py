"""The changed pages as one file: whole, without scripts, without anything that is fetched."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from generator.differences.booklet import booklet
from generator.differences.records import AgencyChanges, Changed, Comparison, Held, Pages
from generator.model import Layout, Site

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
)
STYLE = '@font-face{src:url("../f.woff2")}@import url(x.css);.a{background:url(gone.png)}.b{background:url("data:,x")}'
PAGE = """<!doctype html><html><head><link rel="stylesheet" href="../css/s.css"></head><body>
<script>bad()</script><nav>menu</nav><article class="md-content__inner md-typeset">{}</article></body></html>"""
Files = Mapping[str, str | bytes]


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., html.HtmlElement]:
    """The file made of a site with these articles, all of whose pages changed."""

    def make(articles: Mapping[str, str], url: str | None = "https://a.go.th/ita/") -> html.HtmlElement:
        (tmp_path / "css").mkdir()
        (tmp_path / "css" / "s.css").write_text(STYLE)
        (tmp_path / "f.woff2").write_bytes(b"wOF2")
        (tmp_path / "p.png").write_bytes(PNG)
        for name, text in articles.items():
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "index.html").write_text(PAGE.format(text), encoding="utf-8")
        pages = Pages(changed=tuple(Changed(f"{name}/", f"<หน้า {name}>") for name in articles))
        settings = Site(format="1", layout=Layout.AGENCY, title="อบต. ก & ข", url=url)
        document, count = booklet(Comparison((AgencyChanges("x", "ก", pages=pages),)), tmp_path, settings)
        assert count == len(articles)
        return html.fromstring(document.decode())

    return make


def test_articles_with_a_table_of_contents(made: Callable[..., html.HtmlElement]) -> None:
    tree = made({"a": "<h1 id='t'>หนึ่ง</h1>", "b": "<h1 id='t'>สอง</h1>"})

    assert tree.xpath("//nav//a/@href") == ["#p1", "#p2"]
    assert tree.xpath("//nav//a/text()") == ["<หน้า a>", "<หน้า b>"]
    assert tree.xpath("//section/@id") == ["p1", "p2"]
    assert tree.xpath("//section//h1/@id") == ["p1-t", "p2-t"]
    assert tree.xpath("//section//h1/text()") == ["หนึ่ง", "สอง"]
    assert tree.xpath("//title/text()") == ["หน้าที่เปลี่ยนแปลง อบต. ก & ข"]
    assert "menu" not in tree.text_content()
    assert "https://a.go.th/ita/a/" in tree.text_content()


@pytest.mark.parametrize(
    "planted",
    [
        "<script>bad()</script>",
        "<p onclick='bad()'>x</p>",
        "<iframe src='https://e.example'></iframe>",
        "<form action='https://e.example'><input></form>",
        "<style>@import 'https://e.example'</style>",
        "<link rel='stylesheet' href='https://e.example'>",
        "<img src='https://e.example/x.png'>",
        "<img src='//e.example/x.png'>",
        "<img srcset='https://e.example/x.png' src='../p.png'>",
        "<a href='javascript:bad()'>x</a>",
        "<a href='//e.example'>x</a>",
        "<p style='background:url(https://e.example)'>x</p>",
        "<video src='https://e.example'></video>",
        "<div class='page-foot'>bad()</div>",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(planted: str, made: Callable[..., html.HtmlElement]) -> None:
    tree = made({"a": f"{planted}<p>ต่อไป</p>"})
    body = html.tostring(tree.find("body"), encoding="unicode")

    assert "bad()" not in body
    assert "e.example" not in body
    assert "ต่อไป" in body
    assert tree.xpath("//section//script | //section//link | //section//iframe | //section//style") == []


def test_the_text_behind_what_is_dropped_stays(made: Callable[..., html.HtmlElement]) -> None:
    tree = made({"a": "<p>ก<script>x</script>ข<b>ค</b><input>ง</p><script>y</script>จ"})

    assert tree.xpath("string(//section)").split()[1:-1] == ["กขคงจ"]


def test_links_lead_within_the_file_or_to_the_site(made: Callable[..., html.HtmlElement]) -> None:
    links = [
        "../b/",
        "../b/#t",
        "../b",
        "#t",
        "../c/#x",
        "../f/x.pdf",
        "../",
        "https://b.go.th/",
        "tel:02",
        "mailto:a@b.th",
    ]
    tree = made({"a": "".join(f"<a href='{one}'>x</a>" for one in links), "b": "<h1 id='t'>x</h1>"})

    assert tree.xpath("//section[@id='p1']/a/@href") == [
        "#p2",
        "#p2-t",
        "#p2",
        "#p1-t",
        "https://a.go.th/ita/c/#x",
        "https://a.go.th/ita/f/x.pdf",
        "https://a.go.th/ita/",
        "https://b.go.th/",
        "tel:02",
        "mailto:a@b.th",
    ]


def test_without_an_address_of_the_site_a_link_is_text(made: Callable[..., html.HtmlElement]) -> None:
    tree = made({"a": "<a href='../c/'>ค</a><a href='https://b.go.th/'>ง</a>"}, url=None)

    assert tree.xpath("//section/a/@href") == ["https://b.go.th/"]
    assert "ค" in tree.text_content()


def test_pictures_and_styles_are_inside(made: Callable[..., html.HtmlElement]) -> None:
    tree = made({"a": "<img src='../p.png' alt='x'><svg><g clip-path='url(#k)'></g><path id='k'/></svg>"})
    style = tree.xpath("string(//style)")

    assert tree.xpath("//img/@src")[0].startswith("data:image/png;base64,")
    assert tree.xpath("//section//g/@clip-path") == ["url(#p1-k)"]
    assert set(re.findall(r'url\("(\w+:\w*)', style)) == {"data:font", "data:"}
    assert "@import" not in style
    assert "gone" not in style


def test_details_are_open(made: Callable[..., html.HtmlElement]) -> None:
    assert made({"a": "<details><summary>ก</summary>ข</details>"}).xpath("//details/@open") == ["open"]


def test_held_agencies_and_pages_that_are_not_built_are_left_out(tmp_path: Path) -> None:
    pages = Pages(new=(Changed("a/", "ก"),))
    (tmp_path / "a").mkdir()
    settings = Site(format="1", layout=Layout.AGENCY, title="ก")
    held = Comparison((AgencyChanges("x", "ก", pages=pages, held=Held(problems=True)),))

    assert booklet(Comparison((AgencyChanges("x", "ก", pages=pages),)), tmp_path, settings)[1] == 0
    (tmp_path / "a" / "index.html").write_text(PAGE.format("x"), encoding="utf-8")
    assert booklet(Comparison((AgencyChanges("x", "ก", pages=pages),)), tmp_path, settings)[1] == 1
    document, count = booklet(held, tmp_path, settings)
    assert count == 0
    assert "ไม่มีหน้าที่เปลี่ยนแปลง" in document.decode()


def test_the_real_pages_on_a_telephone_and_on_paper(real_site: Path, browser: Browser, tmp_path: Path) -> None:
    below = "mueang-khong/"
    some = ["", "scores/2568/", "scores/2568/analysis/", "measures/2569/", "indicators/4/", "oit/2569/", "contact/"]
    pages = Pages(changed=tuple(Changed(below + one, one or "หน้าแรก") for one in some))
    settings = Site(format="1", layout=Layout.NETWORK, title="เครือข่าย")
    document, count = booklet(Comparison((AgencyChanges("mueang-khong", "ก", pages=pages),)), real_site, settings)
    (tmp_path / "b.html").write_bytes(document)
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: said.append(one.text))
    page.goto((tmp_path / "b.html").as_uri())

    assert count == len(some)
    assert {one.split(":")[0] for one in asked} <= {"file", "data"}
    assert len([one for one in asked if one.startswith("file:")]) == 1
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.fonts.check('16px Sarabun')")
    assert page.evaluate("getComputedStyle(document.querySelector('.bar .value')).fill") != "rgb(0, 0, 0)"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.booklet-page')).breakBefore") == "page"
    assert page.pdf(format="A4").count(b"/Type /Page\n") >= len(some)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    page.context.close()
