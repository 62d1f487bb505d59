"""generator.audit: a sound site passes; each fault, planted alone in a copy of it, is found by its code and place."""

import ast
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.audit import audit, look_at
from generator.keep import Kept
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace

ROOT = Path(__file__).parent.parent
AUDIT = tuple((ROOT / "generator" / "audit").glob("*.py"))

DATA = {
    "site.yml": "format: 1\nlayout: network\ntitle: เครือข่ายทดสอบ\nurl: https://ita.example.go.th/\nofficial: false\n",
    "ban-suan/agency.yml": """\
name: องค์การบริหารส่วนตำบลบ้านสวน
type: องค์การบริหารส่วนตำบล
province: จังหวัดทดสอบ
main_website: https://www.bansuan.example.go.th/
contact: {phone: 073-202200, email: saraban@bansuan.example.go.th, facebook: https://www.facebook.com/bansuan}
complaints: {form: https://www.bansuan.example.go.th/form, steps: [เขียน, ส่ง]}
""",
    **{
        f"ban-suan/{year}/scores.yml": f"""\
overall: 90.90
grade: {grade}
indicators: {{1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}}
"""
        for year, grade in (("2567", "ผ่านดี"), ("2568", "ผ่านดี"))
    },
}

LOOK = Kept()(look_at)  # the pages without a fault are those of every other test
PAGE = "ban-suan/scores/2568/index.html"  # the page that faults are planted in
OTHER = "ban-suan/contact/index.html"


@dataclass(frozen=True)
class Sound:
    """A built site without fault, and the addresses of its pages."""

    folder: Path
    addresses: tuple[str, ...]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    folder = tmp_path_factory.mktemp("audit")
    for name, content in DATA.items():
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(content, encoding="utf-8")
    build(examine(folder / "data"), Workspace.of(ROOT, folder / "out"))
    lists = [json.loads(path.read_text(encoding="utf-8")) for path in (folder / "out" / "site").rglob("urls.json")]
    return Sound(folder / "out" / "site", tuple(address for addresses in lists for address in addresses))


class Copy:
    """A copy of the sound site to plant a fault in."""

    def __init__(self, sound: Sound, folder: Path) -> None:
        # links are enough: a file is replaced, never written into
        shutil.copytree(sound.folder, folder, copy_function=os.link)
        self.folder = folder
        self.addresses = sound.addresses

    def text(self, name: str = PAGE) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, content: str) -> None:
        path = self.folder / name
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def replace(self, old: str, new: str, name: str = PAGE) -> int:
        """Puts one text in the place of another that stands there once; returns the line."""
        before, found, after = self.text(name).partition(old)
        assert found, f"{old} is not in {name}"
        assert old not in after, f"{old} is in {name} more than once"
        self.write(name, before + new + after)
        return before.count("\n") + 1

    def plant(self, html: str, end: str = "</article>", name: str = PAGE) -> int:
        """Puts HTML before an end tag, on a line of its own; returns the line."""
        return self.replace(end, f"\n{html}\n{end}", name) + 1

    def attach(self, name: str) -> None:
        """An attached file of the agency, listed as it must be."""
        self.write(f"ban-suan/{name}", "x")
        self.addresses = (*self.addresses, f"ban-suan/{name}")

    def pages(self) -> list[str]:
        return [address for address in self.addresses if not address or address.endswith("/")]

    def faults(self, *, policy: bool = False) -> list[tuple[str, str, int, str]]:
        """All faults but those of the policy, which is broken by much that is planted and has tests of its own; or
        those alone."""
        return [
            (problem.code, problem.source.file, problem.source.line, problem.found)
            for problem in audit(self.folder, self.addresses, look=LOOK)
            if (problem.code == "audit-policy") is policy
        ]


@pytest.fixture
def copy(sound: Sound, tmp_path: Path) -> Copy:
    return Copy(sound, tmp_path / "site")


def test_a_sound_site_has_no_fault(sound: Sound) -> None:
    assert audit(sound.folder, sound.addresses) == ()


def test_the_sound_site_has_what_faults_are_planted_beside(copy: Copy) -> None:
    """What the tests below rest on: charts, tables, external links, anchors, settings, inline scripts."""
    text = copy.text()
    for needed in ("<svg", "<table", "<script>", 'type="application/json"', "</article>", "</main>", "</head>"):
        assert needed in text
    assert 'href="https://' in copy.text(OTHER)
    assert len(copy.addresses) > 20


def test_copies_do_not_change_the_sound_site(sound: Sound, copy: Copy) -> None:
    copy.plant("<iframe></iframe>")

    assert "<iframe>" not in (sound.folder / PAGE).read_text(encoding="utf-8")


# --- files and pages


def test_a_missing_page(copy: Copy) -> None:
    (copy.folder / "ban-suan/scores/2567/index.html").unlink()

    faults = copy.faults()

    assert ("audit-missing", "ban-suan/scores/2567/index.html", 1, "") in faults
    # and every link that now leads nowhere, nothing else
    assert {code for code, *_ in faults} == {"audit-missing", "audit-link"}
    assert all(found.endswith(("2567/", "../")) for code, _, _, found in faults if code == "audit-link")


def test_an_address_that_nobody_links_to_must_be_there_too(copy: Copy) -> None:
    copy.addresses = (*copy.addresses, "ban-suan/oit/2568/o1/")

    assert copy.faults() == [("audit-missing", "ban-suan/oit/2568/o1/index.html", 1, "")]


@pytest.mark.parametrize(
    "name",
    [
        "casino/index.html",
        "ban-suan/scores/2568/old.html",
        "ban-suan/.hidden/index.html",
        "index2.html",
        "ban-suan/404.html",
        "ban-suan/scores/casino-404.html",
        "casino404.html",
        "x.htm",
        "x.HTML",
        "x.xhtml",
        "x.svg",
        "x.js",
        "assets/javascripts/evil.js",
        "assets/javascripts/prongsai.min.js",
        "assets/javascripts/prongsai.js.js",
        "assets/javascripts/prongsai-js",
        "assets/javascripts/Prongsai.js",
        "assets/javascripts/workers/prongsai.js",
        "assets/javascripts/prongsai.0a1b2c3d.min.js",
        "assets/javascripts/bundle.js",
        "assets/prongsai.js",
        "ban-suan/scores/assets/javascripts/prongsai.js",
        "prongsai.js",
        "sw.js",
        "compare/other.json",
        "compare/summaries.js",
        "summaries.json",
        "ban-suan/compare/summaries.json",
        "assets/javascripts/search/compare.js",
        ".htaccess",
        "CNAME",
    ],
)
def test_an_unexpected_page(name: str, copy: Copy) -> None:
    copy.write(name, "<!doctype html><html><body><p>x</p></body></html>")

    assert copy.faults() == [("audit-unexpected", name, 1, "")]


def test_a_folder_that_stays_as_published_keeps_the_files_of_its_time(copy: Copy) -> None:
    """An agency that is held back after an upgrade has the scripts of the program that published it."""
    copy.write("ban-suan/assets/javascripts/workers/search.0a1b2c3d.min.js", "0")
    (copy.folder / "ban-suan/search/index.json").unlink()

    assert [code for code, *_ in copy.faults()] == ["audit-unexpected"]
    assert audit(copy.folder, copy.addresses, {"ban-suan"}) == ()


def test_a_page_that_is_no_longer_expected(copy: Copy) -> None:
    copy.addresses = tuple(address for address in copy.addresses if address != "ban-suan/privacy/")

    assert copy.faults() == [("audit-unexpected", "ban-suan/privacy/index.html", 1, "")]


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "index.html", "nowhere", "."])
def test_a_symlink(target: str, copy: Copy) -> None:
    (copy.folder / "ban-suan" / "link").symlink_to(target)

    assert copy.faults() == [("audit-file", "ban-suan/link", 1, "symlink")]


def test_a_page_that_is_a_symlink(copy: Copy) -> None:
    (copy.folder / "ban-suan/privacy/index.html").unlink()
    (copy.folder / "ban-suan/privacy/index.html").symlink_to("../about/index.html")

    codes = {(code, name) for code, name, *_ in copy.faults() if code != "audit-link"}

    assert codes == {
        ("audit-file", "ban-suan/privacy/index.html"),
        ("audit-missing", "ban-suan/privacy/index.html"),
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_neither_a_file_nor_a_folder(copy: Copy) -> None:
    os.mkfifo(copy.folder / "pipe.html")

    assert copy.faults() == [("audit-file", "pipe.html", 1, "symlink")]


# --- elements and attributes


@pytest.mark.parametrize(
    ("html", "element"),
    [
        ("<iframe></iframe>", "iframe"),
        ("<object></object>", "object"),
        ("<embed>", "embed"),
        ("<style>p{color:red}</style>", "style"),
        ("<form></form>", "form"),
        ('<input type="text">', "input"),
        ('<button type="button">x</button>', "button"),
        ("<aside>x</aside>", "aside"),
        ("<select></select>", "select"),
        ("<picture></picture>", "picture"),
        ("<video></video>", "video"),
        ('<meta name="x" content="y">', "meta"),
        ("<base>", "base"),
        ("<script></script>", "script"),
        ("<template></template>", "template"),
        ("<noscript></noscript>", "noscript"),
        ("<marquee>x</marquee>", "marquee"),
        ("<x-own>x</x-own>", "x-own"),
        ("<math></math>", "math"),
        ("<svg><foreignObject></foreignObject></svg>", "foreignobject"),
        ("<svg><animate></animate></svg>", "animate"),
        ("<svg><set></set></svg>", "set"),
        ("<svg><use></use></svg>", "use"),
        ("<svg><image></image></svg>", "image"),
    ],
)
def test_an_unknown_element_in_the_article(html: str, element: str, copy: Copy) -> None:
    line = copy.plant(html)

    assert copy.faults() == [("audit-element", PAGE, line, element)]


def test_an_example_of_a_file_may_stand_in_the_article(copy: Copy) -> None:
    copy.plant('<pre><code class="language-yaml">a: 1\nb: 2</code></pre>')

    assert copy.faults() == []


def test_a_way_to_the_pages_beside_it_may_stand_in_the_article(copy: Copy) -> None:
    copy.plant('<nav class="neighbours" aria-label="ก" data-search-exclude><p>ก</p></nav>')

    assert copy.faults() == []


@pytest.mark.parametrize(
    ("end", "html", "element"),
    [
        ("</main>", "<iframe></iframe>", "iframe"),
        ("</main>", "<object></object>", "object"),
        ("</main>", "<img>", "img"),
        ("</head>", "<style>p{color:red}</style>", "style"),
        ("</head>", "<base>", "base"),
    ],
)
def test_an_unknown_element_around_it(end: str, html: str, element: str, copy: Copy) -> None:
    line = copy.plant(html, end)

    assert copy.faults() == [("audit-element", PAGE, line, element)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p style="color:red">x</p>', "p style"),
        ('<p onclick="x()">x</p>', "p onclick"),
        ('<svg><rect onload="x()"></rect></svg>', "rect onload"),
        ('<svg><path style="fill:red"></path></svg>', "path style"),
        ('<p srcset="x.png 2x">x</p>', "p srcset"),
        ('<a href="./" target="_blank">x</a>', "a target"),
        ('<a href="./" ping="x">x</a>', "a ping"),
        ('<a href="./" download="x">x</a>', "a download"),
        ('<p data-md-component="search">x</p>', "p data-md-component"),
        ('<p data-x="1">x</p>', "p data-x"),
        ('<p data-key="1">x</p>', "p data-key"),
        ('<p data-oit="1">x</p>', "p data-oit"),
        ('<p data-value="1">x</p>', "p data-value"),
        ('<p data-digits="thai">x</p>', "p data-digits"),
        ('<a href="./" data-year="1">x</a>', "a data-year"),
        ('<p contenteditable="true">x</p>', "p contenteditable"),
        ('<p aria-describedby="x">x</p>', "p aria-describedby"),
        ('<td width="3">x</td>', "td width"),
        ('<p http-equiv="refresh">x</p>', "p http-equiv"),
    ],
)
def test_an_unknown_attribute_in_the_article(html: str, found: str, copy: Copy) -> None:
    line = copy.plant(html)

    assert copy.faults() == [("audit-attribute", PAGE, line, found)]


@pytest.mark.parametrize(
    ("end", "html", "found"),
    [
        ("</head>", '<meta http-equiv="content-language" content="en">', "meta http-equiv"),
        ("</head>", '<meta property="fb:app_id" content="x">', "meta fb:app_id"),
        ("</head>", '<meta property="og:video" content="https://a.go.th/x">', "meta og:video"),
        ("</head>", '<meta property="og:image" content="http://a.go.th/x.png">', "meta og:image"),
        ("</head>", '<meta property="og:image" content="card.png">', "meta og:image"),
        ("</head>", '<meta property="og:url" content="javascript:x()">', "meta og:url"),
        ("</main>", '<p property="og:title">x</p>', "p property"),
        ("</head>", '<link rel="icon" href="../../assets/images/favicon.png" onload="x()">', "link onload"),
        ("</main>", '<p style="color:red">x</p>', "p style"),
        ("</main>", '<p onclick="x()">x</p>', "p onclick"),
        ("</main>", '<p data-other="x">x</p>', "p data-other"),
        ("</main>", '<p data-digits="thai">x</p>', "p data-digits"),
    ],
)
def test_an_unknown_attribute_around_it(end: str, html: str, found: str, copy: Copy) -> None:
    line = copy.plant(html, end)

    assert copy.faults() == [("audit-attribute", PAGE, line, found)]


@pytest.mark.parametrize(
    "html",
    [
        '<p id="own" class="x" lang="en" dir="ltr" hidden title="x" tabindex="0" role="note" aria-label="x">x</p>',
        "<ul><li><strong>x</strong> <em>y</em> <code>z</code><br></li></ul>",
        '<ul><li data-year="1" data-indicator="1" data-instrument="1" data-unit="1" data-state="1">x</li></ul>',
        '<ul><li data-province="1" data-district="1" data-type="1">x</li></ul>',
        '<a href="./" data-key="1">x</a>',
        '<table><tbody><tr><td data-label="x" data-value="1">x</td></tr></tbody></table>',
        '<div data-oit="O27 published"><p>x</p></div>',
        '<details><summary>x</summary><time datetime="2568">x</time></details>',
        '<svg viewBox="0 0 1 1"><g fill="red"><title>x</title><rect width="88.53%" height="1"></rect></g></svg>',
    ],
)
def test_what_a_page_may_be_made_of(html: str, copy: Copy) -> None:
    copy.plant(html)

    assert copy.faults() == []


@pytest.mark.parametrize(
    ("attribute", "faults"),
    [("data-digits", []), ("data-other", [("audit-attribute", "html data-other")])],
)
def test_the_root_element_may_say_which_digits_a_page_has(
    attribute: str, faults: list[tuple[str, str]], copy: Copy
) -> None:
    copy.replace("<html ", f'<html {attribute}="thai" ')

    assert [(code, found) for code, _, _, found in copy.faults()] == faults


@pytest.mark.parametrize("where", ["same page", "twice more"])
def test_a_duplicate_id(where: str, copy: Copy) -> None:
    copy.plant('<p id="own">x</p><p id="own">y</p>' + ('<p id="own">z</p>' if where == "twice more" else ""))

    assert copy.faults() == [("audit-duplicate-id", PAGE, 1, "own")]


def test_the_same_id_on_two_pages_is_no_fault(copy: Copy) -> None:
    copy.plant('<p id="own">x</p>')
    copy.plant('<p id="own">x</p>', name=OTHER)

    assert copy.faults() == []


# --- addresses


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "&#x6a;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "blob:https://www.example.go.th/x",
        "file:///etc/passwd",
        "ftp://www.example.go.th/",
        "http://www.example.go.th/",
        "//www.example.go.th/",
        "//www.example.go.th",
        "https:www.example.go.th/",
        "https:///www.example.go.th/",
        "https://nacc.go.th@evil.example/",
        "https://user:word@www.example.go.th/",
        "https://www.example.go.th:8443/",
        "https://www.example.go.th:443/",
        "https://:nacc.go.th@evil.example/",
        "https://@evil.example/",
        "https://www.example.go.th:0/",
        "https://www.example.go.th:99999/",
        "https://[evil",
    ],
)
def test_an_address_of_a_kind_that_is_not_allowed(href: str, copy: Copy) -> None:
    line = copy.plant(f'<a href="{href}">x</a>')

    found = href.replace("&#10;", "\n").replace("&#x6a;", "j")
    assert copy.faults() == [("audit-address", PAGE, line, found)]


@pytest.mark.parametrize(
    "href",
    [
        "https://www.example.go.th/",
        "https://www.example.go.th",
        "https://www.example.go.th/a?b=c#d",
        "tel:073202200",
        "mailto:saraban@example.go.th",
    ],
)
def test_an_address_that_is_allowed(href: str, copy: Copy) -> None:
    copy.plant(f'<a href="{href}" rel="noopener noreferrer">x</a>')

    assert copy.faults() == []


@pytest.mark.parametrize(
    ("end", "html", "address"),
    [
        ("</head>", '<script src="https://cdn.example/x.js"></script>', "https://cdn.example/x.js"),
        ("</head>", '<script src="//cdn.example/x.js"></script>', "//cdn.example/x.js"),
        ("</head>", '<script src="data:text/javascript,x"></script>', "data:text/javascript,x"),
        ("</head>", '<link rel="stylesheet" href="https://cdn.example/x.css">', "https://cdn.example/x.css"),
        ("</head>", '<link rel="preconnect" href="https://fonts.example">', "https://fonts.example"),
        ("</head>", '<link rel="icon" href="http://www.example.go.th/x.png">', "http://www.example.go.th/x.png"),
    ],
)
def test_a_resource_of_another_host(end: str, html: str, address: str, copy: Copy) -> None:
    line = copy.plant(html, end)

    assert copy.faults() == [("audit-address", PAGE, line, address)]


def test_a_page_that_sends_its_reader_away(copy: Copy) -> None:
    line = copy.plant('<meta http-equiv="refresh" content="0;url=https://evil.example/">', "</head>")

    assert copy.faults() == [
        ("audit-address", PAGE, line, "https://evil.example/"),
        ("audit-attribute", PAGE, line, "meta http-equiv"),
    ]


@pytest.mark.parametrize(
    ("html", "end", "found"),
    [
        ('<meta http-equiv="refresh" content="0; url=../2567/">', "</head>", []),
        ('<meta http-equiv="refresh" content="0; url=../../files/2568/plan.pdf">', "</head>", []),
        ('<meta http-equiv="refresh" content="0; url=../nowhere/">', "</head>", [("audit-link", "../nowhere/")]),
        ('<meta http-equiv="refresh" content="0; url=/ban-suan/">', "</head>", [("audit-link", "/ban-suan/")]),
        (
            '<meta http-equiv="refresh" content="0; url=../../urls.json">',
            "</head>",
            [("audit-address", "../../urls.json")],
        ),
        ('<meta http-equiv="refresh" content="5; url=../2567/">', "</head>", [("audit-attribute", "meta http-equiv")]),
        ('<meta http-equiv="refresh" content="0;url=../2567/">', "</head>", [("audit-attribute", "meta http-equiv")]),
        ('<meta http-equiv="Refresh" content="0; url=../2567/">', "</head>", [("audit-attribute", "meta http-equiv")]),
        ('<meta http-equiv="refresh" content="0; url=../2567/">', "</main>", [("audit-attribute", "meta http-equiv")]),
        ('<meta http-equiv="refresh">', "</head>", [("audit-attribute", "meta http-equiv")]),
        ('<meta http-equiv="set-cookie" content="a=b">', "</head>", [("audit-attribute", "meta http-equiv")]),
        (
            '<meta http-equiv="refresh" content="0; url=../2567/">',
            "</article>",
            [("audit-attribute", "meta content"), ("audit-attribute", "meta http-equiv"), ("audit-element", "meta")],
        ),
    ],
)
def test_where_a_page_may_lead_at_once(html: str, end: str, found: list[tuple[str, str]], copy: Copy) -> None:
    copy.attach("files/2568/plan.pdf")
    line = copy.plant(html, end)

    told = copy.faults()
    assert {(code, what) for code, _, _, what in told} <= set(found)
    assert bool(told) is bool(found)
    assert {where for _, _, where, _ in told} <= {line}


def test_a_form_that_sends_its_content_away(copy: Copy) -> None:
    line = copy.plant('<form action="https://evil.example/"></form>')

    assert copy.faults() == [
        ("audit-address", PAGE, line, "https://evil.example/"),
        ("audit-element", PAGE, line, "form"),
    ]


def test_an_image_of_another_host(copy: Copy) -> None:
    line = copy.plant('<img src="https://counter.example/x.png">')

    assert copy.faults() == [
        ("audit-address", PAGE, line, "https://counter.example/x.png"),
        ("audit-attribute", PAGE, line, "img without src or alt"),
    ]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<img src="../../files/2568/map.png" alt="แผนที่" width="3" height="4" loading="lazy">', []),
        ('<img src="../../files/2568/photo.JPG" alt="">', []),
        ('<img src="../../files/2568/map.png">', [("audit-attribute", "img without src or alt")]),
        ('<img alt="x">', [("audit-attribute", "img without src or alt")]),
        ("<img>", [("audit-attribute", "img without src or alt")]),
        ('<img src="../../files/2568/absent.png" alt="">', [("audit-link", "../../files/2568/absent.png")]),
        ('<img src="../../files/2568/plan.pdf" alt="">', [("audit-address", "../../files/2568/plan.pdf")]),
        (
            '<img src="../../assets/images/favicon.png" alt="">',
            [("audit-address", "../../assets/images/favicon.png")],
        ),
        ('<img src="data:image/png;base64,x" alt="">', [("audit-address", "data:image/png;base64,x")]),
        ('<img src="../../files/2568/map.png" alt="" srcset="x.png 2x">', [("audit-attribute", "img srcset")]),
        ('<img src="../../files/2568/map.png" alt="" onerror="x()">', [("audit-attribute", "img onerror")]),
    ],
)
def test_what_an_image_may_be(html: str, found: list[tuple[str, str]], copy: Copy) -> None:
    for name in ("map.png", "photo.JPG", "plan.pdf"):
        copy.attach(f"files/2568/{name}")
    line = copy.plant(html)

    assert copy.faults() == [(code, PAGE, line, what) for code, what in found]


def test_outside_of_articles_stands_the_emblem_alone_where_the_theme_puts_a_logo(copy: Copy) -> None:
    copy.attach("files/2568/map.png")
    (copy.folder / "ban-suan/assets/images/emblem.png").write_bytes(b"")
    copy.plant('<a data-md-component="logo"><img src="../../assets/images/emblem.png" alt=""></a>', "</main>")
    assert copy.faults() == []

    lines = [
        copy.plant('<a data-md-component="logo"><img src="../../files/2568/map.png" alt=""></a>', "</main>"),
        copy.plant('<p><img src="../../assets/images/emblem.png" alt=""></p>', "</main>"),
    ]

    assert copy.faults() == [("audit-element", PAGE, line, "img") for line in lines]


# --- attached files


@pytest.mark.parametrize(
    "name",
    [
        "files/2568/plan.pdf",
        "files/2568/Plan.v2_final.PDF",
        "files/2568/a.xlsx",
        "files/2568/a.docx",
        "files/2568/a.csv",
        "files/2568/a.png",
        "files/2568/a.jpg",
        "files/2568/a.jpeg",
    ],
)
def test_an_attached_file_is_there_if_and_only_if_it_is_listed(name: str, copy: Copy) -> None:
    copy.attach(name)
    assert copy.faults() == []

    listed, copy.addresses = copy.addresses, copy.addresses[:-1]
    assert copy.faults() == [("audit-unexpected", f"ban-suan/{name}", 1, "")]

    copy.addresses = listed
    (copy.folder / "ban-suan" / name).unlink()
    assert copy.faults() == [("audit-missing", f"ban-suan/{name}", 1, "")]


@pytest.mark.parametrize(
    "name",
    [
        "files/2568/page.svg",
        "files/2568/macro.xlsm",
        "files/2568/plan.pdf.exe",
        "files/2568/.htaccess",
        "files/2568/.pdf",
        "files/plan.pdf",
        "files/2568/more/plan.pdf",
        "scores/2568/plan.pdf",
        "plan.pdf",
    ],
)
def test_what_is_no_attached_file_is_unexpected_though_listed(name: str, copy: Copy) -> None:
    copy.attach(name)

    assert copy.faults() == [("audit-unexpected", f"ban-suan/{name}", 1, "")]


@pytest.mark.parametrize(
    ("href", "code"),
    [
        ("../../files/2568/plan.pdf", ""),
        ("../../files/2568/plan.pdf#page=3", ""),
        ("../../files/2568/plan.pdf#page=0", "audit-anchor"),
        ("../../files/2568/plan.pdf#page=x", "audit-anchor"),
        ("../../files/2568/plan.pdf#nameddest=x", "audit-anchor"),
        ("../../files/2568/list.csv", ""),
        ("../../files/2568/list.csv#page=3", "audit-anchor"),
        ("../../urls.json#page=3", "audit-anchor"),
        ("../../files/2568/plan.pdf/", "audit-link"),
        ("../../files/2568/absent.pdf", "audit-link"),
        ("../../files/2568/", "audit-link"),
    ],
)
def test_a_link_to_an_attached_file(href: str, code: str, copy: Copy) -> None:
    copy.attach("files/2568/plan.pdf")
    copy.attach("files/2568/list.csv")
    line = copy.plant(f'<a href="{href}">x</a>')

    assert copy.faults() == ([(code, PAGE, line, href)] if code else [])


@pytest.mark.parametrize(
    "href",
    [
        "nowhere/",
        "../../nowhere/index.html",
        "../2568",  # a folder has a slash at its end
        "../../nowhere/#id",
        "files/2568/map.pdf",
        "../../../../../../etc/passwd",
        "../../../../",
        "../../../../ban-suan/",  # back in again: nobody knows what the folder above is called
        "../..%2f..%2f../",
        "%2e%2e/%2e%2e/%2e%2e/%2e%2e/",
        "/",
        "/ban-suan/",
        "/\\evil.example/",
        "\\\\evil.example",
    ],
)
def test_a_relative_link_that_leads_nowhere_or_out_of_the_tree(href: str, copy: Copy) -> None:
    line = copy.plant(f'<a href="{href}">x</a>')

    assert copy.faults() == [("audit-link", PAGE, line, href)]


def test_a_script_of_the_site_that_is_not_there(copy: Copy) -> None:
    (copy.folder / "ban-suan/assets/javascripts/prongsai.js").unlink()

    faults = copy.faults()

    assert {name for _, name, *_ in faults} == {
        f"{address}index.html" for address in copy.pages() if address.startswith("ban-suan/")
    }
    assert {code for code, *_ in faults} == {"audit-link"}
    assert all(found.endswith("assets/javascripts/prongsai.js") for *_, found in faults)


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<script src="../../assets/javascripts/absent.js"></script>', "../../assets/javascripts/absent.js"),
        ('<link rel="stylesheet" href="absent.css">', "absent.css"),
    ],
)
def test_a_resource_that_is_not_there(html: str, address: str, copy: Copy) -> None:
    line = copy.plant(html, "</head>")

    assert copy.faults() == [("audit-link", PAGE, line, address)]


@pytest.mark.parametrize(
    "href",
    [
        "",
        ".",
        "./",
        "#",
        "..",
        "../",
        "../2567/",
        "../2567/index.html",
        "../2567/./",
        "../2567/../2568/",
        "%2e%2e/2567/",
        "../../../",
        "?q=x",
        "#own",
        "?q=x#own",
        "./#own",
        "#%E0%B8%81",
        "../../manifest.json",
    ],
)
def test_a_relative_link_that_leads_somewhere(href: str, copy: Copy) -> None:
    copy.plant(f'<p id="own">x</p><p id="ก">x</p><a href="{href}">x</a>')

    assert copy.faults() == []


@pytest.mark.parametrize(
    "href",
    ["#nobody", "./#nobody", "?q=x#nobody", "../2567/#nobody", "../2567/index.html#nobody", "../../../#nobody", "#OWN"],
)
def test_a_broken_anchor(href: str, copy: Copy) -> None:
    line = copy.plant(f'<p id="own">x</p><a href="{href}">x</a>')

    assert copy.faults() == [("audit-anchor", PAGE, line, href)]


def test_an_anchor_that_another_page_lost(copy: Copy) -> None:
    line = copy.plant('<p id="target">x</p>', name=OTHER) - 1
    link = copy.plant('<a href="../../contact/#target">x</a>')
    assert copy.faults() == []

    copy.replace('<p id="target">', "<p>", OTHER)

    assert line > 0
    assert copy.faults() == [("audit-anchor", PAGE, link, "../../contact/#target")]


# --- scripts


def _inline_scripts(copy: Copy) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", copy.text(), re.DOTALL)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("change", ["a letter more", "a letter less", "another letter", "a type"])
def test_an_inline_script_that_is_not_the_themes(number: int, change: str, copy: Copy) -> None:
    script = _inline_scripts(copy)[number]
    middle = len(script) // 2
    other = {
        "a letter more": script + " ",
        "a letter less": script[:-1],
        "another letter": script[:middle] + chr(ord(script[middle]) ^ 1) + script[middle + 1 :],
        "a type": script,
    }[change]
    tag = '<script type="module">' if change == "a type" else "<script>"
    line = copy.replace(f"<script>{script}</script>", f"{tag}{other}</script>")

    [(code, name, where, digest)] = copy.faults()

    assert (code, name, where) == ("audit-script", PAGE, line)
    assert re.fullmatch("[0-9a-f]{64}", digest)


def test_a_script_of_somebody_else(copy: Copy) -> None:
    line = copy.plant("<script>alert(1)</script>", "</main>")

    [(code, name, where, _)] = copy.faults()

    assert (code, name, where) == ("audit-script", PAGE, line)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ('{"base": ".", "evil": 1}', "evil"),
        ('{"zzz": 1, "base": ".", "evil": 1}', "evil, zzz"),
        ("[]", "json"),
        ('"base"', "json"),
        ("alert(1)", "json"),
        ("", "json"),
    ],
)
def test_settings_that_the_theme_does_not_have(settings: str, found: str, copy: Copy) -> None:
    line = copy.plant(f'<script type="application/json">{settings}</script>', "</main>")

    assert copy.faults() == [("audit-script", PAGE, line, found)]


def test_settings_with_an_unknown_key_beside_the_known(copy: Copy) -> None:
    line = copy.replace('{"annotate"', '{"unknown": 1, "annotate"')

    assert copy.faults() == [("audit-script", PAGE, line, "unknown")]


# --- what a page says that it may load and run


def _policies(copy: Copy) -> list[tuple[int, str]]:
    found = copy.faults(policy=True)
    assert {name for _, name, _, _ in found} <= {PAGE}
    return [(line, what) for _, _, line, what in found]


_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def _said(copy: Copy) -> str:
    [content] = _POLICY.findall(copy.text())
    return str(content)


def test_the_sound_page_has_a_policy_with_the_hashes_of_its_scripts(copy: Copy) -> None:
    assert len(re.findall("'sha256-[A-Za-z0-9+/]{43}='", _said(copy))) == len(_inline_scripts(copy)) > 0
    assert _policies(copy) == []


@pytest.mark.parametrize("name", [PAGE, "404.html", "index.html"])
def test_a_page_without_a_policy(name: str, copy: Copy) -> None:
    copy.write(name, _POLICY.sub("", copy.text(name)))

    assert copy.faults(policy=True) == [("audit-policy", name, 1, "0 policies")]


def test_an_old_address_that_leads_on_needs_one_too(copy: Copy) -> None:
    copy.write("old/index.html", '<head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=../"></head>')
    copy.addresses = (*copy.addresses, "old/")

    assert copy.faults(policy=True) == [("audit-policy", "old/index.html", 1, "0 policies")]


def test_a_page_with_two_policies(copy: Copy) -> None:
    """A browser holds to both, but nobody meant it."""
    copy.plant('<meta http-equiv="content-security-policy" content="default-src *">', "</head>")

    assert _policies(copy) == [(1, "2 policies")]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("default-src 'none'", "default-src 'self'", "not the strict one"),
        ("default-src 'none'; ", "", "not the strict one"),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'", "not the strict one"),
        ("img-src 'self' data:", "img-src 'self' data: https:", "not the strict one"),
        ("img-src 'self' data:", "img-src *", "not the strict one"),
        ("connect-src 'self'", "connect-src 'self' https://evil.example", "not the strict one"),
        ("base-uri 'none'; ", "", "not the strict one"),
        ("; form-action 'none'", "", "not the strict one"),
        ("form-action 'none'", "form-action 'none'; frame-src *", "not the strict one"),
        ("form-action 'none'", "form-action 'none';", "not the strict one"),
        ("form-action 'none'", "form-action 'none'; form-action 'none'", "not the strict one"),
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'", "scripts"),
        ("script-src 'self'", "script-src 'self' 'unsafe-eval'", "scripts"),
        ("script-src 'self'", "script-src 'self' 'strict-dynamic'", "scripts"),
        ("script-src 'self'", "script-src 'self' https://evil.example", "scripts"),
        ("script-src 'self'", "script-src 'self' 'sha256-" + "A" * 43 + "='", "scripts"),
        ("script-src 'self'", "script-src 'none'", "scripts"),
        ("script-src 'self'", "script-src 'self' 'self'", "scripts"),
        ("'sha256-", "'sha384-", "scripts"),
    ],
)
def test_a_policy_that_is_not_the_strict_one(old: str, new: str, found: str, copy: Copy) -> None:
    said = _said(copy)
    line = copy.replace(said, said.replace(old, new, 1))

    assert _policies(copy) == [(line, found)]


@pytest.mark.parametrize("script", ["<script>alert(1)</script>", "<script></script>"])
def test_a_script_that_the_policy_does_not_name(script: str, copy: Copy) -> None:
    """A browser would not run it: whoever put it there expects otherwise."""
    copy.plant(script, "</main>")
    line = copy.text()[: copy.text().index("Content-Security-Policy")].count("\n") + 1

    assert _policies(copy) == [(line, "scripts")]


def test_a_script_that_the_policy_names_for_nothing(copy: Copy) -> None:
    script = _inline_scripts(copy)[0]
    copy.replace(f"<script>{script}</script>", "")

    assert [what for _, what in _policies(copy)] == ["scripts"]


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ('<script src="../../assets/javascripts/search.js"></script>', "a script"),
        ('<link rel="stylesheet" href="../../assets/stylesheets/x.css">', "a stylesheet"),
        ("<title>x</title>", "anything else"),
    ],
)
def test_what_stands_before_the_policy_is_not_held_to_it(before: str, why: str, copy: Copy) -> None:
    line = copy.replace("<meta http-equiv=", f"{before}<meta http-equiv=")

    assert _policies(copy) == [(line, "not first in the head")], why


def test_a_policy_in_the_body_is_none(copy: Copy) -> None:
    [policy] = [found[0] for found in _POLICY.finditer(copy.text())]
    copy.replace(policy, "")
    line = copy.plant(policy, "</main>")

    assert _policies(copy) == [(line, "not first in the head")]


def test_a_policy_with_another_attribute(copy: Copy) -> None:
    line = copy.replace("<meta http-equiv=", '<meta name="description" http-equiv=')

    assert _policies(copy) == [(line, "attributes")]


@pytest.mark.parametrize("other", ["", '<meta name="referrer" content="unsafe-url">'])
def test_where_a_reader_came_from_is_told_to_nobody(other: str, copy: Copy) -> None:
    line = copy.replace('<meta name="referrer" content="no-referrer">', other)

    assert _policies(copy) == [(line - 1, "referrer")]


_PRELOAD = '<link rel="preload" href="../../assets/fonts/sarabun-400.woff2" as="font" type="font/woff2" crossorigin>'


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        ('as="font"', 'as="script"', ["link as crossorigin type"]),
        ('"preload"', '"modulepreload"', ["link as crossorigin type"]),
        (' type="font/woff2" crossorigin', "", ["link as"]),
        ("crossorigin", 'crossorigin="use-credentials"', ["link as crossorigin type"]),
        ("fonts/sarabun-400.woff2", "images/favicon.png", ["link as crossorigin type"]),
    ],
)
def test_only_fonts_are_asked_for_early(old: str, new: str, found: list[str], copy: Copy) -> None:
    line = copy.plant(_PRELOAD.replace(old, new), "</head>")

    assert copy.faults() == [("audit-attribute", PAGE, line, what) for what in found]


def _facts(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


_ABOUT = '"@context": "https://schema.org"'


@pytest.mark.parametrize(
    "text",
    [
        f"{{{_ABOUT}}}",
        f'{{{_ABOUT}, "@type": "Dataset", "name": "O27: แผน", "url": "https://www.example.go.th/a"}}',
        f'{{{_ABOUT}, "name": "http://www.example.go.th/", "description": "javascript:x"}}',
        f'{{{_ABOUT}, "hasPart": [{{"@type": "DigitalDocument", "text": "//x"}}], "n": [1, true, null]}}',
        f'{{{_ABOUT}, "url": "../", "name": "\\u003c/script\\u003e {{{{ x }}}}"}}',
    ],
)
def test_facts_for_machines(text: str, copy: Copy) -> None:
    copy.plant(_facts(text), "</head>")

    assert copy.faults() == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "json"),
        ("alert(1)", "json"),
        (f"[{{{_ABOUT}}}]", "json"),
        ("{}", "json"),
        ('{"@context": "http://schema.org"}', "json"),
        ('{"@context": ["https://schema.org"]}', "json"),
        (f'{{{_ABOUT}, "name": "<!-- a"}}', "json"),
        (f'{{{_ABOUT}, "name": "a & b"}}', "json"),
        (f'{{{_ABOUT}, "url": "http://www.example.go.th/"}}', "http://www.example.go.th/"),
        (f'{{{_ABOUT}, "url": "//evil.example/"}}', "//evil.example/"),
        (f'{{{_ABOUT}, "sameAs": ["javascript:alert(1)"]}}', "javascript:alert(1)"),
        (f'{{{_ABOUT}, "x": {{"y": " JavaScript : a"}}}}', " JavaScript : a"),
        (f'{{{_ABOUT}, "image": "data:text/html,x"}}', "data:text/html,x"),
        (f'{{{_ABOUT}, "url": "https://user@evil.example/"}}', "https://user@evil.example/"),
        (f'{{{_ABOUT}, "name": ["ftp://a"], "url": "blob:x"}}', "blob:x, ftp://a"),
    ],
)
def test_facts_for_machines_that_nobody_may_publish(text: str, found: str, copy: Copy) -> None:
    line = copy.plant(_facts(text), "</head>")

    assert copy.faults() == [("audit-script", PAGE, line, found)]


@pytest.mark.parametrize(
    ("end", "code", "found"),
    [
        ("</main>", "audit-script", "application/ld+json outside of the head"),
        ("</article>", "audit-element", "script"),
    ],
)
def test_facts_for_machines_stand_in_the_head(end: str, code: str, found: str, copy: Copy) -> None:
    line = copy.plant(_facts(f"{{{_ABOUT}}}"), end)

    assert copy.faults() == [(code, PAGE, line, found)]


def test_facts_for_machines_have_no_attribute_more(copy: Copy) -> None:
    line = copy.plant(f'<script type="application/ld+json" id="own">{{{_ABOUT}}}</script>', "</head>")

    assert copy.faults() == [("audit-script", PAGE, line, "application/ld+json outside of the head")]


def test_facts_that_end_their_script_early(copy: Copy) -> None:
    copy.plant(_facts(f'{{{_ABOUT}, "name": "</script><script>alert(1)//"}}'), "</head>")

    assert "audit-script" in {code for code, *_ in copy.faults()}


# --- templates


@pytest.mark.parametrize(
    ("left", "found"),
    [
        ("{{ page.title", "{{"),
        ("{% if page", "{%"),
        ("{# a remark", "{#"),
        ("page.title }}", "}}"),
        ("endif %}", "%}"),
    ],
)
@pytest.mark.parametrize("place", ["article", "main", "head"])
def test_a_leftover_of_a_template(left: str, found: str, place: str, copy: Copy) -> None:
    html = f'<meta name="description" content="{left}">' if place == "head" else f"<p>{left}</p>"
    line = copy.plant(html, f"</{place}>")

    assert copy.faults() == [("audit-template", PAGE, line, found)]


def test_a_leftover_after_a_script_of_several_lines_has_its_own_line(copy: Copy) -> None:
    line = copy.plant('<script type="application/json">\n{\n\n}\n</script>\n<p>{{ x</p>', "</main>") + 5

    assert copy.faults() == [("audit-template", PAGE, line, "{{")]


# --- what hides behind something else


@pytest.mark.parametrize(
    ("html", "code"),
    [
        # only the canonical address of a head may be of the site itself
        ('<a rel="canonical" href="javascript:alert(1)">x</a>', "audit-address"),
        ('<a rel="canonical" href="nowhere/">x</a>', "audit-link"),
        ('<img rel="canonical" src="https://evil.example/x.png">', "audit-address"),
        ('<svg><rect fill="url(https://evil.example/x.svg#a)"></rect></svg>', "audit-address"),
        ('<p aria-labelledby="nobody">x</p>', "audit-anchor"),
        # text for a parser of XML, elements for a browser: HTML begins again in the title of an SVG
        ("<svg><title><script>alert(1)</script></title></svg>", "audit-element"),
        ("<svg><title><iframe></iframe></title></svg>", "audit-element"),
    ],
)
def test_what_hides_in_an_attribute_or_a_title(html: str, code: str, copy: Copy) -> None:
    copy.plant(html)

    assert code in {found for found, *_ in copy.faults()}


def test_a_canonical_address_that_runs(copy: Copy) -> None:
    copy.plant('<link rel="canonical" href="javascript:alert(1)">', "</head>")

    assert "audit-address" in {code for code, *_ in copy.faults()}


def test_a_setting_that_fetches_from_elsewhere(copy: Copy) -> None:
    text = copy.text()
    changed = re.sub(r'"search": "[^"]*"', '"search": "https://evil.example/worker.js"', text)
    assert changed != text
    copy.write(PAGE, changed)

    assert [code for code, *_ in copy.faults()] == ["audit-script"]


@pytest.mark.parametrize("content", [b"", b"   ", b"<!-- -->", b"<html>\xff</html>"])
def test_a_page_that_cannot_be_read(content: bytes, copy: Copy) -> None:
    (copy.folder / PAGE).unlink()
    (copy.folder / PAGE).write_bytes(content)

    # the home page leads to a place on it
    assert {name for _, name, *_ in copy.faults()} == {PAGE, "ban-suan/index.html"}


# --- search indexes

INDEX = "ban-suan/search/index.json"


@pytest.mark.parametrize(
    ("planted", "faults"),
    [
        (["nowhere/", "ก", -1, 0, 0, []], [("audit-link", "nowhere/")]),
        (["https://evil.example/", "ก", -1, 0, 0, []], [("audit-link", "https://evil.example/")]),
        (["contact/", "ก", -1, 0, 0, [["not-there", "ข", "ค"]]], [("audit-anchor", "contact/#not-there")]),
        (["contact/", "ก", -1, 0, 0, [["", "ข", "ค"]]], []),
        (["contact/", ["ก"], -1, 0, 0, []], [("audit-file", "unreadable")]),
        (["contact/", "ก", -1, 0, 0, [["", "ข", 5]]], [("audit-file", "unreadable")]),
        (["contact/", "ก"], [("audit-file", "unreadable")]),
        (7, [("audit-file", "unreadable")]),
    ],
)
def test_results_of_a_search_lead_to_pages_and_places(
    planted: object, faults: list[tuple[str, str]], copy: Copy
) -> None:
    index = json.loads(copy.text(INDEX))
    index["pages"].append(planted)
    copy.write(INDEX, json.dumps(index))

    assert [(code, found) for code, _, _, found in copy.faults()] == faults


@pytest.mark.parametrize("content", ["", "[]", '{"pages": 1}', "searchIndex={}"])
def test_an_index_that_is_none(content: str, copy: Copy) -> None:
    copy.write("search/index.json", content)

    assert [(code, name) for code, name, *_ in copy.faults()] == [("audit-file", "search/index.json")]


# --- the whole


def test_every_page_is_read(copy: Copy) -> None:
    pages = [f"{address}index.html" for address in copy.pages()] + ["404.html"]
    planted = {(name, copy.plant("<iframe></iframe>", "</body>", name)) for name in pages}

    assert {(name, line) for code, name, line, _ in copy.faults() if code == "audit-element"} == planted


def test_all_faults_are_told_at_once_in_order(copy: Copy) -> None:
    copy.plant('<iframe></iframe><p style="x">{{</p><a href="nowhere/">x</a>')
    copy.plant("<object></object>", name=OTHER)
    copy.write("casino/index.html", "<!doctype html><html><body><p>x</p></body></html>")

    faults = copy.faults()

    assert [code for code, *_ in faults] == [
        "audit-element",  # contact/ comes before scores/
        "audit-attribute",
        "audit-element",
        "audit-link",
        "audit-template",
        "audit-unexpected",
    ]
    assert faults == sorted(faults, key=lambda fault: (fault[1], fault[2], fault[0]))


def test_every_code_has_a_test_that_plants_it() -> None:
    tested = set(re.findall(r'"(audit-[a-z-]+)"', Path(__file__).read_text(encoding="utf-8")))
    told = {code for path in AUDIT for code in re.findall(r'"(audit-[a-z-]+)"', path.read_text(encoding="utf-8"))}

    assert told == tested
    assert len(told) > 10


def test_it_imports_nothing_of_ours_but_problems() -> None:
    imported = {
        name
        for path in AUDIT
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "."]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    ours = {name for name in imported if name.startswith((".", "generator"))}
    inner = {f"generator.audit.{name}" for name in ("head", "index", "pictures", "policy", "scripts", "ways")}
    assert ours == {"generator.problems"} | inner


# --- pictures and tables that pages offer


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("card.png", True), ("scores/trend.svg", True), ("scores/2568/a-b.csv", True),
        ("indicators/10/trend.png", True),
        ("oit/2568/disclosure.csv", True), ("scores/2568/infographic/infographic.svg", True),
        ("card.svg", False), ("card.csv", False), ("scores/2568/x.html.svg", False), ("scores/2568/.png", False),
        ("scores/2568/x.js", False), ("scores/2568/x.pdf", False), ("measures/2568/x.png", False), ("x.svg", False),
        ("scores/2568/analysis/x.png", False), ("indicators/x.png", False), ("oit/2568/o1/x.svg", False),
        ("scores/2568/X.png", False),
    ],
)  # fmt: skip
def test_where_files_of_pages_may_lie(name: str, known: bool, copy: Copy) -> None:
    path = f"ban-suan/{name}"
    if path not in copy.addresses:
        copy.addresses = (*copy.addresses, path)
    copy.write(path, DRAWN.format(""))

    assert copy.faults() == ([] if known else [("audit-unexpected", path, 1, "")])


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("handbook/form-oit.webp", True),
        ("handbook/form-oit.svg", False),
        ("handbook/form.min.js", False),
        ("handbook/start/form.webp", False),
        ("ban-suan/handbook/form.webp", False),
        ("form.webp", False),
    ],
)
def test_where_pictures_of_the_handbook_may_lie(name: str, known: bool, copy: Copy) -> None:
    copy.write(name, "x")

    assert copy.faults() == ([] if known else [("audit-unexpected", name, 1, "")])


def test_a_picture_of_the_handbook_may_be_shown(copy: Copy) -> None:
    copy.write("handbook/home.webp", "x")
    copy.plant('<img src="../../../handbook/home.webp" alt="หน้าแรก" loading="lazy">')
    assert copy.faults() == []

    line = copy.plant('<img src="../../../handbook/absent.webp" alt="หน้าแรก">')
    assert copy.faults() == [("audit-link", PAGE, line, "../../../handbook/absent.webp")]


def test_a_file_of_a_page_is_there_if_and_only_if_it_is_listed(copy: Copy) -> None:
    (copy.folder / "ban-suan/card.png").unlink()
    copy.write("ban-suan/scores/more.csv", "a")

    assert [fault[:2] for fault in copy.faults()] == [
        ("audit-missing", "ban-suan/card.png"),
        ("audit-unexpected", "ban-suan/scores/more.csv"),
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (DRAWN.format('<g transform="translate(1,2)"><rect width="1" rx="2"/><text x="1">ก</text></g>'), []),
        (DRAWN.format('<defs><clipPath id="a"><rect/></clipPath></defs><g clip-path="url(#a)"/>'), []),
        (DRAWN.format("<title>ก</title><desc>ข</desc>"), []),
        (DRAWN.format("<script>x()</script>"), [("audit-element", "{http://www.w3.org/2000/svg}script")]),
        (DRAWN.format("<foreignObject/>"), [("audit-element", "{http://www.w3.org/2000/svg}foreignObject")]),
        (DRAWN.format("<style>*{}</style>"), [("audit-element", "{http://www.w3.org/2000/svg}style")]),
        (DRAWN.format('<image href="https://x.go.th/a.png"/>'), [("audit-element", "{http://www.w3.org/2000/svg}image")]),
        (DRAWN.format('<a xmlns="http://www.w3.org/1999/xhtml"/>'), [("audit-element", "{http://www.w3.org/1999/xhtml}a")]),
        (DRAWN.format('<rect onload="x()"/>'), [("audit-attribute", "rect onload")]),
        (DRAWN.format('<rect style="fill:red"/>'), [("audit-attribute", "rect style")]),
        (DRAWN.format('<g xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>'),
         [("audit-attribute", "g {http://www.w3.org/1999/xlink}href")]),
        (DRAWN.format('<rect fill="url(https://x.go.th/a)"/>'), [("audit-address", "url(https://x.go.th/a)")]),
        (DRAWN.format("<!-- a -->"), [("audit-element", ""), ("audit-file", "not a picture alone")]),
        ('<?xml-stylesheet href="a.css"?>' + DRAWN.format(""), [("audit-file", "not a picture alone")]),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWN.format(""), [("audit-file", "not a picture alone")]),
        ("<html></html>", [("audit-element", "html"), ("audit-file", "not a picture alone")]),
        ("<svg", [("audit-file", "unreadable")]),
        ("", [("audit-file", "unreadable")]),
    ],
)  # fmt: skip
def test_what_a_picture_may_hold(content: str, found: list[tuple[str, str]], copy: Copy) -> None:
    copy.write("ban-suan/scores/trend.svg", content)

    faults = [(code, what) for code, _, _, what in copy.faults()]
    assert [code for code, _ in faults] == [code for code, _ in found]
    assert all(known in what for (_, what), (_, known) in zip(faults, found, strict=True))


def test_facts_beside_links_are_told(copy: Copy) -> None:
    told = re.findall(r'<meta property="(og:[a-z:_]+)" content="([^"]*)">', copy.text())

    assert ("og:image", "https://ita.example.go.th/ban-suan/card.png") in told
    assert ("og:url", "https://ita.example.go.th/ban-suan/scores/2568/") in told
    assert {name for name, _ in told} == {
        "og:type", "og:locale", "og:site_name", "og:title", "og:description", "og:url", "og:image", "og:image:width",
        "og:image:height",
    }  # fmt: skip
