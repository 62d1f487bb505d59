"""Pages become Markdown with front matter and one mkdocs.yml, whatever the names in them."""

import html as entities
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from jinja2 import UndefinedError
from lxml import html
from mkdocs.config.config_options import PathSpec
from mkdocs.utils.meta import get_data

from generator import markup
from generator.page import ABOUT, File, Page
from generator.render import BRAND, COLOUR, COMMON_CSS, NOTICE, FootLine, Frame, SiteFrame, environment, render
from generator.write import TwoFiles, write

HOSTILE = [
    "เทศบาลตำบลเมืองคง",
    "a \"b\" 'c' \\ d",
    "a: b",
    "# a",
    "- a",
    "---",
    "a\n---\nb",
    "a\r\nb\tc",
    "<script>alert(1)</script>",
    "</title><b>",
    "a &amp; b & c",
    "!!python/object:os.system a",
    "*alias",
    "&anchor a",
    "%TAG",
    "@a `b`",
    "? a",
    "| a",
    "> a",
    "[a](https://example.com)",
    "no",
    "null",
    "2568",
    "1e3",
    "~",
    " a ",
    "😀 ก็",
    "ก" * 500,
]
SITE = SiteFrame("เครือข่าย", "../../../mkdocs.yml", "../../../overrides", official=True, footer="ท้ายหน้า")


class View:
    """A view of any template: this heading, and nothing else."""

    def __init__(self, heading: str) -> None:
        self.heading = heading

    def __getattr__(self, name: str) -> str:
        return ""


def page(address: str = "", title: str = "ชื่อ", *, heading: str = "หัวเรื่อง", **more: Any) -> Page:
    more = {"nav": ("หน้าแรก",), **more}
    return Page(address, title, f"เกี่ยวกับ {title}", "portal.md.jinja", View(heading), **more)


def written(*pages: Page, static: tuple[Frame, ...] = (), site: SiteFrame = SITE) -> dict[str, str]:
    files = render(pages, static, {}, site)
    found = {file.path: file.content.decode() for file in files}
    assert len(found) == len(files)
    return found


def config(*pages: Page, static: tuple[Frame, ...] = (), site: SiteFrame = SITE) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(written(*pages, static=static, site=site)["mkdocs.yml"])
    return read


def one_line(text: str) -> str:
    return text.translate(str.maketrans("\n\r\t", "   "))


# --- front matter and Markdown


@pytest.mark.parametrize("name", HOSTILE)
def test_front_matter_gives_back_the_escaped_title(name: str) -> None:
    text = written(page(title=name))["pages/index.md"]

    body, front = get_data(text)
    assert front == yaml.safe_load(text.split("\n---\n")[0])
    shown = {"title": str(markup.title(name)), "description": str(markup.title(f"เกี่ยวกับ {name}"))}
    assert front == {**shown, "hide": ["navigation"], "search": {"exclude": True}}
    assert entities.unescape(front["title"]) == one_line(name)
    assert "<" not in front["title"]
    assert body.lstrip().startswith("# ")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_heading_shows_exactly_what_is_in_the_view(name: str) -> None:
    body, _ = get_data(written(page(heading=name))["pages/index.md"])

    tree: Any = html.fromstring(f"<div>{markdown.markdown(body, extensions=['attr_list', 'toc'])}</div>")
    (heading,) = tree.xpath("./h1")
    assert heading.get("id") == "home"
    assert heading.text_content().split() == name.split()
    assert tree.xpath(".//script | .//b | ./h1//a | ./h1//*") == []


@pytest.mark.parametrize(
    "name", [*HOSTILE, "</script><script>alert(1)</script>", "\u2028\u2029\x85\x7f\ufeff", "{{ x }}"]
)
def test_facts_for_machines_are_the_same_json_and_end_no_script(name: str) -> None:
    told = json.dumps({"@context": "https://schema.org", "name": name}, ensure_ascii=False)
    text = written(page(json_ld=told))["pages/index.md"]

    _, front = get_data(text)
    assert front == yaml.safe_load(text.split("\n---\n")[0])
    assert json.loads(front["json_ld"]) == {"@context": "https://schema.org", "name": name}
    assert not set("<>&\u2028\u2029\x85\n") & set(front["json_ld"])


def test_a_redirect_is_escaped_and_not_searched() -> None:
    _, front = get_data(written(page(redirect='../a/"><script>'))["pages/index.md"])

    assert front["redirect"] == "../a/&#34;&gt;&lt;script&gt;"
    assert front["search"] == {"exclude": True}


def test_a_page_that_stays_says_nothing_of_it() -> None:
    _, front = get_data(written(page(nav=("ก", "ข")))["pages/index.md"])

    assert set(front) == {"title", "description", "search"}


@pytest.mark.parametrize("expression", ["{{ 7*7 }}", "{% if 1 %}", "{%# a #%}", "{#a}", "{: .b }"])
def test_data_is_never_a_template_nor_an_attribute_list(expression: str) -> None:
    text = written(page(heading=expression, title=expression))["pages/index.md"]

    assert expression not in text
    body, _ = get_data(text)
    tree: Any = html.fromstring(f"<div>{markdown.markdown(body, extensions=['attr_list'])}</div>")
    assert tree.xpath("string(./h1)").strip() == expression
    assert tree.xpath("./h1")[0].attrib == {"id": "home"}


def test_a_page_lies_at_its_address_and_ends_with_one_line_end() -> None:
    files = written(page(), page("scores/2568/", nav=("ผล", "ปี 2568")))

    assert sorted(files) == ["mkdocs.yml", "pages/index.md", "pages/scores/2568/index.md"]
    for text in files.values():
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\r" not in text


def test_a_page_hides_the_columns_that_it_has_no_use_for() -> None:
    """A wide page both; one that belongs to no section has nothing to navigate."""
    files = written(
        page(wide=True),
        page("a/", nav=("ก",)),
        page("a/1/", nav=("ก", "1")),
        page("a/1/b/", nav=()),
        page("c/", nav=("ค",)),
        page("about/", nav=(ABOUT,)),
    )
    hidden = {path: get_data(text)[1].get("hide") for path, text in files.items() if path.endswith(".md")}

    assert hidden == {
        "pages/index.md": ["navigation", "toc"],
        "pages/a/index.md": None,
        "pages/a/1/index.md": None,
        "pages/a/1/b/index.md": ["navigation"],
        "pages/c/index.md": ["navigation"],
        "pages/about/index.md": None,  # hand-written pages stand there too
    }


def test_a_frame_is_trusted_markdown_where_a_template_names_it() -> None:
    methodology = Page("methodology/", "เกณฑ์", "เกณฑ์", "methodology.md.jinja", View(""), ("เกณฑ์",))

    frames = {"methodology": "## หัวข้อ {#a}\n\n- [1205](tel:1205)", "hotlines": "<ul></ul>"}
    files = {file.path: file.content.decode() for file in render([methodology], (), frames, SITE)}

    assert frames["methodology"] in files["pages/methodology/index.md"]
    assert frames["hotlines"] not in files["pages/methodology/index.md"]


def test_a_view_that_lacks_a_field_is_refused() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ view.missing }}").render(view=object())


@pytest.mark.parametrize("value", [5, 2.5, None, True])
def test_what_is_no_text_is_shown_and_escaped_as_text(value: object) -> None:
    shown = environment().from_string("{{ value }}").render(value=value)

    assert entities.unescape(shown) == str(value)


def test_a_hand_written_page_is_left_as_it_is_and_named_by_its_heading() -> None:
    about = Frame("about/", "# เกี่ยวกับ {#about}\n\nเนื้อหา *เน้น*\n")

    files = written(page(), static=(about,))

    assert files["pages/about/index.md"] == about.markdown
    assert about.title == "เกี่ยวกับ"
    assert Frame("a/", "คำนำ\n\n## รอง {#b}\n\n# หัวเรื่อง\n").title == "หัวเรื่อง"
    assert config(page(), static=(about,))["nav"] == [
        {"หน้าแรก": "index.md"},
        {ABOUT: [{"เกี่ยวกับ": "about/index.md"}]},
    ]


# --- mkdocs.yml


@pytest.mark.parametrize("name", HOSTILE)
def test_mkdocs_yml_gives_back_the_escaped_names(name: str) -> None:
    site = SiteFrame(name, "../mkdocs.yml", "../overrides", official=True, footer=name)

    read = config(page(nav=(name,)), page("a/", nav=("ส่วน", name)), site=site)

    escaped = str(markup.title(name))
    assert (read["site_name"], read["copyright"]) == (escaped, escaped)
    assert read["nav"] == [{escaped: "index.md"}, {"ส่วน": [{escaped: "a/index.md"}]}]


def test_the_navigation_has_sections_whose_own_page_comes_without_a_label() -> None:
    pages = [
        page("", nav=("หน้าแรก",)),
        page("scores/", nav=("ผล",)),
        page("scores/2568/", nav=("ผล", "ปี 2568")),
        page("indicators/1/", nav=("ตัวชี้วัด", "1 ก")),
        page("scores/2567/", nav=("ผล", "ปี 2567")),
        page("indicators/2/", nav=("ตัวชี้วัด", "2 ข")),
        page("contact/", nav=("ติดต่อ",)),
    ]

    assert config(*pages, static=(Frame("about/", "# เกี่ยวกับ"),))["nav"] == [
        {"หน้าแรก": "index.md"},
        {"ผล": ["scores/index.md", {"ปี 2568": "scores/2568/index.md"}, {"ปี 2567": "scores/2567/index.md"}]},
        {"ตัวชี้วัด": [{"1 ก": "indicators/1/index.md"}, {"2 ข": "indicators/2/index.md"}]},
        {"ติดต่อ": "contact/index.md"},
        {ABOUT: [{"เกี่ยวกับ": "about/index.md"}]},
    ]


def test_every_page_is_in_the_navigation_once() -> None:
    pages = [page("", nav=("หน้าแรก",)), page("a/", nav=("ก",)), page("a/b/", nav=("ก", "ข")), page("c/", nav=("ค",))]
    paths = []
    nodes = list(config(*pages, static=(Frame("about/", "# เกี่ยวกับ"),))["nav"])
    while nodes:
        node = nodes.pop()
        values = node.values() if isinstance(node, dict) else [node]
        paths += [value for value in values if isinstance(value, str)]
        nodes += [inner for value in values if isinstance(value, list) for inner in value]

    assert sorted(paths) == ["a/b/index.md", "a/index.md", "about/index.md", "c/index.md", "index.md"]


def test_pages_without_a_label_are_written_and_reached_by_links_only() -> None:
    pages = [
        page("", nav=("หน้าแรก",)),
        page("measures/2568/", nav=("มาตรการ",)),
        page("measures/2568/1/", nav=()),
        page("measures/2568/2/", nav=()),
        page("documents/2568/memo/", nav=()),
    ]
    unlisted = ["measures/2568/1/index.md", "measures/2568/2/index.md", "documents/2568/memo/index.md"]

    assert config(*pages)["nav"] == [{"หน้าแรก": "index.md"}, {"มาตรการ": "measures/2568/index.md"}]
    assert config(*pages)["not_in_nav"].split("\n") == [f"/{path}" for path in unlisted]
    assert {f"pages/{path}" for path in unlisted} < {*written(*pages)}


def test_pages_without_a_label_make_no_section() -> None:
    pages = [page("", nav=()), page("a/", nav=("ก",)), page("a/1/", nav=())]

    assert config(*pages)["nav"] == [{"ก": "a/index.md"}]
    assert config(*pages)["not_in_nav"] == "/index.md\n/a/1/index.md"


def test_where_every_page_has_a_label_nothing_is_unlisted() -> None:
    assert "not_in_nav" not in config(page(), page("a/"), static=(Frame("about/", "# เกี่ยวกับ"),))


def test_unlisted_pages_are_known_to_mkdocs_by_their_whole_path() -> None:
    """Of two pages of one name only the one that has no label."""
    read = config(page("", nav=("ก",)), page("a/", nav=("ข",)), page("b/a/", nav=()))
    unlisted: Any = PathSpec().validate(read["not_in_nav"])

    assert [path for path in ("index.md", "a/index.md", "b/a/index.md") if unlisted.match_file(path)] == [
        "b/a/index.md"
    ]


@pytest.mark.parametrize("official", [True, False])
def test_a_site_that_is_not_the_agencys_own_says_so_and_is_not_indexed(*, official: bool) -> None:
    extra = config(page(), site=SiteFrame("ก", "a", "b", official=official, footer="ค"))["extra"]

    assert extra == {
        "notice": "" if official else NOTICE,
        "noindex": not official,
        "portal": "",
        "colour": COLOUR,
        "card": "",
        "foot": {"lines": [], "links": []},
    }
    assert "ไม่ใช่เว็บไซต์ทางการของหน่วยงาน" in NOTICE


def test_what_is_common_is_inherited_and_where_it_goes_is_left_to_the_build() -> None:
    site = SiteFrame("ก", "../../../mkdocs.yml", "../../../overrides", True, "ค", "https://a.go.th/x/", "../")
    read = config(page(), site=site)

    assert read["INHERIT"] == "../../../mkdocs.yml"
    assert (read["docs_dir"], read["theme"]) == ("pages", {"custom_dir": "../../../overrides"})
    assert read["site_url"] == "https://a.go.th/x/"
    assert read["extra"]["portal"] == "../"
    assert "site_dir" not in read
    assert "plugins" not in read
    assert "site_url" not in config(page())


@pytest.mark.parametrize("name", HOSTILE)
def test_the_footer_is_escaped(name: str) -> None:
    site = replace(SITE, foot=(FootLine(name, name, f"tel:{name}"), FootLine("", "ก")), ways=(("contact/", name),))

    escaped = str(markup.title(name))
    assert config(page(), site=site)["extra"]["foot"] == {
        "lines": [
            {"label": escaped, "text": escaped, "href": str(markup.title(f"tel:{name}"))},
            {"label": "", "text": "ก", "href": ""},
        ],
        "links": [{"to": "contact/", "label": escaped}],
    }


def test_an_emblem_is_the_logo_and_the_icon() -> None:
    theme = config(page(), site=replace(SITE, emblem="assets/images/emblem.png"))["theme"]

    assert (theme["logo"], theme["favicon"]) == ("assets/images/emblem.png", "assets/images/emblem.png")
    assert {*config(page())["theme"]} == {"custom_dir"}


# The middle grey that differs as much from black as from white is #757575 or #767676.
@pytest.mark.parametrize(
    ("colour", "on_it"),
    [
        ("#000000", "#fff"), ("#0f4c5c", "#fff"), ("#7a1f2b", "#fff"), ("#757575", "#fff"),
        ("#767676", "#000"), ("#ffcc00", "#000"), ("#ffffff", "#000"), ("#00ff00", "#000"), ("#0000ff", "#fff"),
    ],
)  # fmt: skip
def test_a_colour_of_its_own_comes_with_what_can_be_read_on_it(colour: str, on_it: str) -> None:
    site = replace(SITE, colour=colour)
    files = written(page(), site=site)

    assert files[f"pages/{BRAND}"] == f":root {{ --ps-brand: {colour}; --ps-on-brand: {on_it}; }}\n"
    assert config(page(), site=site)["extra_css"] == [*COMMON_CSS, BRAND]
    assert config(page(), site=site)["extra"]["colour"] == colour
    assert f"pages/{BRAND}" not in written(page())
    assert "extra_css" not in config(page())


def test_the_common_stylesheet_and_colour_are_those_of_the_common_files() -> None:
    root = Path(__file__).parent.parent

    assert yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["extra_css"] == [*COMMON_CSS]
    assert f"--ps-brand: {COLOUR};" in (root / "overrides" / COMMON_CSS[0]).read_text(encoding="utf-8")


# --- one address, one page


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(render([page(), page(title="อื่น")], (), {}, SITE), id="two pages"),
        pytest.param(render([page("about/")], (Frame("about/", "# ก"),), {}, SITE), id="a page and a hand-written one"),
    ],
)
def test_two_pages_at_one_address_are_refused(files: tuple[File, ...], tmp_path: Path) -> None:
    with pytest.raises(TwoFiles):
        write(files, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_the_same_pages_are_the_same_bytes() -> None:
    assert render([page(), page("a/")], (), {}, SITE) == render([page(), page("a/")], (), {}, SITE)
