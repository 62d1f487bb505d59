"""Nothing in a text becomes markup: hostile texts in every place of a page, links, anchors, tables."""

import string
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from lxml import html
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from generator.markup import Column, Row, anchor, join, link, quoted, table, text, title

# MkDocs adds these to what mkdocs.yml names.
BUILT_IN = ("tables", "fenced_code")
CONFIG = yaml.safe_load((Path(__file__).parent.parent / "mkdocs.yml").read_text(encoding="utf-8"))
HARMLESS = "คำ"

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.example/x.js>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '"><b onmouseover="alert(1)">',
    "' onclick='alert(1)",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>1</script>'>",
    "<style>*{display:none}</style>",
    "<div markdown='1'>",
    "</table></div></p><h1>x",
    "</title></head><body>",
    "<!-- comment",
    "--> after",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "{ onclick=alert(1) }",
    "{: onclick=alert(1) }",
    "{: .hidden #top }",
    "{#indicators}",
    "{{ config.site_name }}",
    "{% include '/etc/passwd' %}",
    "{# comment #}",
    "[x](javascript:alert(1))",
    "[x](https://evil.example 'title')",
    "![x](https://evil.example/p.png)",
    "[x][y]",
    "[y]: https://evil.example",
    "[^1]",
    "[^1]: note",
    "*[HTML]: x",
    "[TOC]",
    "<http://evil.example>",
    "<a@evil.example>",
    "http://evil.example/",
    "a@evil.example",
    "---",
    "---\ntitle: x\n---",
    "***",
    "===",
    "x\n===",
    "x\n---",
    "# x",
    "## x {#y}",
    "> x",
    "- x",
    "+ x",
    "* x",
    "1. x",
    "| a | b |",
    "a | b\n--|--\nc | d",
    "x\n\n    code",
    "```\nx\n```",
    "~~~ js\nx\n~~~",
    "`x`",
    "**x** __x__ *x* _x_",
    "~~x~~ ==x== ^^x^^",
    ":smile: :material-home:",
    "$x$ \\(x\\)",
    "\\*x\\* \\\\ \\",
    "x  \ny",
    "x\r\n\r\ny",
    '--8<-- "/etc/passwd"',
    "; --8<--",
    "!!! note\n    x",
    '??? note "x"',
    "&lt;script&gt;",
    "&#60;b&#62;",
    "&#x3c;b&#x3e;",
    "&amp;amp; &copy &nosuch;",
    "&",
    "<",
    "\\",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "%3Cscript%3E",
    "a\u2028---\u2028b",
    "a\u2029---\u2029b",
    "a\x85---\x85b",
    "    code",
    "\t\tcode",
    "ผลการประเมิน <b>ปี</b> 2568 & {x}",
]

Shape = list[tuple[str, list[tuple[str, str]]]]
Writer = Callable[[str], str | Markup]


def rendered(source: str) -> tuple[str, str]:
    """The HTML of a page and of its table of contents."""
    extensions: list[str] = list(BUILT_IN)
    options: dict[str, dict[str, object]] = {}
    for entry in CONFIG["markdown_extensions"]:
        if isinstance(entry, dict):
            options.update(entry)
        extensions += entry if isinstance(entry, dict) else [entry]
    page = markdown.Markdown(extensions=extensions, extension_configs=options)
    return page.convert(source), page.toc


def elements(fragment: str, path: str) -> list[html.HtmlElement]:
    return list(html.fragment_fromstring(fragment, create_parent="root").iterfind(path))


def shape(fragment: str) -> Shape:
    """Every element with its attributes, in order; `data-label` repeats text and has a test of its own."""
    root = html.fragment_fromstring(fragment, create_parent="root")
    return [
        (str(element.tag), [(name, value) for name, value in element.attrib.items() if name != "data-label"])
        for element in root.iter()
    ]


def seen(fragment: str) -> str:
    return folded(html.fragment_fromstring(fragment, create_parent="root").text_content())


def folded(value: str) -> str:
    return " ".join(value.split())


def in_paragraph(value: str, write: Writer = text) -> str:
    return f"ก่อน {write(value)} หลัง"


def alone(value: str, write: Writer = text) -> str:
    return f"# หัวเรื่อง {{#top}}\n\n{write(value)}\n\nย่อหน้าถัดไป"


def in_item(value: str, write: Writer = text) -> str:
    return f"- {write(value)}\n- อีกรายการ"


def in_heading(value: str, write: Writer = text) -> str:
    return f"## {write(value)} {{#indicators}}\n\nย่อหน้า"


def in_table(value: str, write: Writer = text) -> str:
    cell = write(value)
    rows = [Row((cell,), group=True), Row((cell, cell)), Row(("ก", "ข"))]
    return f"ก่อน\n\n{table(cell, [Column('ก'), Column(cell, 'number')], rows, style='cards')}\n\nหลัง"


def in_link(value: str, write: Writer = text) -> str:
    return f"ก่อน {link('../scores/', write(value))} หลัง"


PLACES = (in_paragraph, alone, in_item, in_heading, in_table, in_link)


def harmless(page: str, contents: str, payload: str, place: Callable[..., str]) -> bool:
    """Whether a page with the payload has the elements of one with a plain word, and shows the payload itself."""
    plain_page, plain_contents = rendered(place(HARMLESS))
    return (
        shape(page) == shape(plain_page)
        and shape(contents) == shape(plain_contents)
        and seen(page) == folded(seen(plain_page).replace(HARMLESS, payload))
        and seen(contents) == folded(seen(plain_contents).replace(HARMLESS, payload))
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", HOSTILE)
def test_text_stays_text(payload: str, place: Callable[..., str]) -> None:
    page, contents = rendered(place(payload))

    assert harmless(page, contents, payload, place), page


def test_payloads_are_active_where_nothing_escapes_them() -> None:
    active = set()
    for payload in HOSTILE:
        for place in PLACES:
            page, contents = rendered(place(payload, Markup))
            if not harmless(page, contents, payload, place):
                active.add(payload)

    assert len(active) >= 40


@pytest.mark.parametrize("payload", HOSTILE)
def test_table_in_a_page_repeats_headings_as_text(payload: str) -> None:
    page, _ = rendered(in_table(payload))

    assert [folded(cell.get("data-label", "")) for cell in elements(page, ".//td")] == [folded(payload)] * 2


@pytest.mark.parametrize("payload", HOSTILE)
def test_title_stays_text(payload: str) -> None:
    body, front = get_data(f"---\ntitle: {quoted(str(title(payload)))}\n---\n\nเนื้อหา\n")
    head = f'<h1 title="{front["title"]}">{front["title"]}</h1>'
    (heading,) = elements(head, "./h1")

    assert body.strip() == "เนื้อหา"
    assert set(front) == {"title"}
    assert [name for name, _ in shape(head)] == ["root", "h1"]
    assert heading.attrib.keys() == ["title"]
    assert folded(heading.text_content()) == folded(heading.get("title", "")) == folded(payload)


@pytest.mark.parametrize("payload", ["{{ config.site_name }}", "{% raw %}", "{# x #}", "{ onclick=alert(1) }"])
def test_title_has_no_template(payload: str) -> None:
    assert not set("{}") & set(title(payload))


def test_title_is_one_line() -> None:
    assert title("ก\r\nข\tค\u2028ง\x85จ") == "ก  ข ค ง จ"


@pytest.mark.parametrize("mark", string.punctuation)
def test_text_encodes_every_mark(mark: str) -> None:
    assert text(f"ก{mark}ข") == f"ก&#{ord(mark)};ข"
    assert html.fragment_fromstring(f"<p>{text(mark)}</p>").text == mark


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("ผ่านดี 90", "ผ่านดี 90"),
        ("ก\nข\rค\tง", "ก ข ค ง"),
        ("๘๘.๕๓", "๘๘&#46;๕๓"),
        (Markup("<b>ก</b>"), "<b>ก</b>"),
        ("", ""),
    ],
)
def test_text(value: str, written: str) -> None:
    assert text(value) == written
    assert isinstance(text(value), Markup)


def test_text_is_escaped_once() -> None:
    assert text(text("<b>")) == text("<b>") == "&#60;b&#62;"


@pytest.mark.parametrize(
    ("parts", "separator", "joined"),
    [
        (["<b>", Markup("<i>x</i>")], "", "&#60;b&#62;<i>x</i>"),
        (["ก", "ข"], ", ", "ก, ข"),
        (["ก"], "<br>", "ก"),
        (["ก", "&"], "<br>", "ก<br>&#38;"),
        ([], ", ", ""),
    ],
)
def test_join(parts: list[str | Markup], separator: str, joined: str) -> None:
    assert join(parts, separator) == joined


def test_quoted_keeps_thai_readable() -> None:
    assert quoted("ก “ข” \\") == '"ก “ข” \\\\"'


@pytest.mark.parametrize("value", ['"', "\\", "a: b", "# x", "- x", "ก\nข", "null", "2568", "'", "{a: 1}"])
def test_quoted_is_one_scalar(value: str) -> None:
    assert "\n" not in quoted(value)
    assert yaml.safe_load(f"title: {quoted(value)}") == {"title": value}


# --- links


def only_link(href: str, label: str | Markup) -> html.HtmlElement:
    (found,) = elements(link(href, label), "./a")
    return found


@pytest.mark.parametrize(
    "href",
    [
        "../scores/2568/",
        "scores/",
        "#indicators",
        "../#indicators",
        "./",
        "",
        "tel:0737202200",
        "mailto:a@example.go.th",
    ],
)
def test_link_inside(href: str) -> None:
    found = only_link(href, "ป้าย <b>")

    assert (found.attrib.items(), found.text_content()) == ([("href", href)], "ป้าย <b>")
    assert seen(link(href, "ป้าย")) == "ป้าย"


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://example.go.th", "example.go.th"),
        ("https://example.go.th/a?b=1&c=2#d", "example.go.th"),
        ("https://EXAMPLE.GO.TH/", "EXAMPLE.GO.TH"),
        ("https://www.facebook.com/x", "www.facebook.com"),
        ('https://example.go.th/"><script>', "example.go.th"),
    ],
)
def test_link_to_the_outside_names_its_host(href: str, host: str) -> None:
    found = only_link(href, "ป้าย")

    assert found.attrib.items() == [("href", href), ("rel", "noopener noreferrer")]
    assert found.text_content() == seen(link(href, "ป้าย")) == f"ป้าย ({host})"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>1</script>",
        "blob:x",
        "file:///etc/passwd",
        "about:blank",
        "ftp://example.go.th",
        "http://example.go.th",
        "//evil.example",
        "//evil.example/x",
        " //evil.example",
        " \\\\evil.example",
        "\n\\\\evil.example",
        "\x01\\\\evil.example",
        "\u00a0//evil.example",
        "scores /",
        "https:",
        "https://",
        "https:/evil.example",
        "https:evil.example",
        "https://a@b",
        "https://a:b@evil.example/",
        "https://example.go.th@evil.example/",
        "https://example.go.th\\@evil.example/",
        "https://example.go.th:443/",
        "https://example.go.th:8080",
        "https://example.go.th:99999/",
        "https://example.go.th:0/",
        "https://example.go.th:/",
        "https://@evil.example",
        "https://:x@evil.example/",
        "https://[::1",
        "https://[::1]/",
        "https://localhost/",
        "https://evil。example/",
        "https://example.go.th/a b",
        "HTTPS://example.go.th/",
        "/",
        "/scores/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
    ],
)
def test_link_refused(href: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        link(href, "ป้าย")


# --- anchors


@pytest.mark.parametrize("name", ["a", "o27", "indicator-1", "a-", "table-2-b"])
def test_anchor(name: str) -> None:
    assert anchor(name) == name
    assert isinstance(anchor(name), Markup)


@pytest.mark.parametrize(
    "name", ["", "1", "2568", "-a", "A", "oA", "a_b", "a b", "a.b", "a\n", "ก", "oก", 'a"', "a>", "a{", "é"]
)
def test_anchor_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not an anchor"):
        anchor(name)


# --- tables

COLUMNS = [Column("ตัวชี้วัด"), Column("คะแนน", "number"), Column("แผนภูมิ", "chart")]


def parsed(markup: Markup) -> html.HtmlElement:
    (found,) = elements(markup, "./div/table")
    return found


def test_table_has_caption_and_scope() -> None:
    found = parsed(table("คะแนน & ระดับ", COLUMNS, [Row(("ก", "1", "-"))]))

    assert [caption.text_content() for caption in found.findall("./caption")] == ["คะแนน & ระดับ"]
    assert [(head.get("scope"), head.get("class")) for head in found.findall("./thead/tr/th")] == [
        ("col", "text"),
        ("col", "number"),
        ("col", "chart"),
    ]
    assert [(head.get("scope"), head.get("class")) for head in found.findall("./tbody/tr/th")] == [("row", "text")]
    assert [cell.get("class") for cell in found.findall("./tbody/tr/td")] == ["number", "chart"]


def test_table_keeps_rows_and_cells_in_order() -> None:
    found = parsed(table("ก", COLUMNS, [Row(("ก", "1", "a")), Row(("ข", "2", "b"))]))

    assert [[cell.text_content() for cell in row] for row in found.findall("./tbody/tr")] == [
        ["ก", "1", "a"],
        ["ข", "2", "b"],
    ]


def test_cells_carry_the_name_of_their_column() -> None:
    columns = [Column("ก"), Column(Markup("<b>ปี</b> <abbr title='x'>A&amp;B</abbr>")), Column("<i>")]
    found = parsed(table("ก", columns, [Row(("ก", "1", "2"))]))

    assert [cell.get("data-label") for cell in found.findall("./tbody/tr/td")] == ["ปี A&B", "<i>"]
    assert [head.text_content() for head in found.findall("./thead/tr/th")] == ["ก", "ปี A&B", "<i>"]


GROUP_A, GROUP_B = Row(("IIT",), group=True), Row(("EIT",), group=True)
ROW = Row(("ก", "1", "-"))


@pytest.mark.parametrize(
    ("rows", "bodies"),
    [
        ([ROW], [["row"]]),
        ([ROW, ROW], [["row", "row"]]),
        ([GROUP_A, ROW], [["rowgroup", "row"]]),
        ([GROUP_A, ROW, GROUP_B, ROW, ROW], [["rowgroup", "row"], ["rowgroup", "row", "row"]]),
        ([ROW, GROUP_A, ROW], [["row"], ["rowgroup", "row"]]),
        ([GROUP_A, GROUP_B, ROW], [["rowgroup"], ["rowgroup", "row"]]),
        ([], [[]]),
    ],
)
def test_group_rows_open_their_own_body(rows: list[Row], bodies: list[list[str]]) -> None:
    found = parsed(table("ก", COLUMNS, rows))

    assert [[head.get("scope") for head in body.findall("./tr/th")] for body in found.findall("./tbody")] == bodies


def test_group_row_spans_every_column() -> None:
    found = parsed(table("ก", COLUMNS, [GROUP_A, ROW]))
    (head,) = found.findall("./tbody/tr[@class='group']/th")

    assert (head.get("colspan"), head.text_content()) == ("3", "IIT")


@pytest.mark.parametrize(
    ("style", "classes"),
    [("", "data"), ("compact", "data compact"), ("bars", "data bars"), ("cards sortable", "data cards sortable")],
)
def test_a_table_is_one_by_its_elements_alone(style: str, classes: str) -> None:
    """An HTML checker refuses roles that say the same; a script adds them where the look takes rows apart."""
    found = parsed(table("ก", COLUMNS, [GROUP_A, ROW, GROUP_B, ROW], style=style))

    assert [element.tag for element in found.iter() if element.get("role")] == []
    assert found.get("class") == classes


def test_table_in_full() -> None:
    rows = [Row(("A",), group=True), Row(("ค", "1")), Row(("B",), group=True)]

    assert table("คะแนน", [Column("ก"), Column("ข", "number")], rows) == (
        '<div class="table"><table class="data">\n'
        "<caption>คะแนน</caption>\n"
        '<thead><tr><th scope="col" class="text">ก</th><th scope="col" class="number">ข</th></tr></thead>\n'
        "<tbody>\n"
        '<tr class="group"><th scope="rowgroup" colspan="2">A</th></tr>\n'
        '<tr><th scope="row" class="text">ค</th><td class="number" data-label="ข" data-value="1">1</td></tr>\n'
        "</tbody>\n"
        "<tbody>\n"
        '<tr class="group"><th scope="rowgroup" colspan="2">B</th></tr>\n'
        "</tbody>\n"
        "</table></div>"
    )


FIGURE = Markup('<span class="figure">{}</span>{}')
DAY = Markup('<time datetime="{}">30 กันยายน 2568</time>')


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("number", "88.50", "88.50"),
        ("number", "1,250,000.50", "1250000.50"),
        ("number", "+2.50", "2.50"),
        ("number", "−2.86", "-2.86"),
        ("number", "-3", "-3"),
        ("number", "30%", "30"),
        ("number", text("88.50"), "88.50"),
        ("number", FIGURE.format("88.50", ""), "88.50"),
        ("number", FIGURE.format(text("88.50"), Markup('<a class="mark" href="2/">รอตรวจสอบ 2</a>')), "88.50"),
        # no figure, or more than one
        ("number", "", None),
        ("number", "–", None),
        ("number", "3 จุด", None),
        ("number", "1.2\u00a0MB", None),
        ("number", "2564 (ปีอนุมาน)", None),
        ("number", "1.2.3", None),
        ("number", "1,25", None),
        ("number", "๘", None),
        ("number", Markup('<span class="absent">ยังตัดสินไม่ได้</span> <small>(พิมพ์ไว้ 1, 2)</small>'), None),
        ("number", FIGURE.format("ผ่าน", ""), None),
        ("text", "88.50", None),
        ("text", FIGURE.format("88.50", ""), None),
        # a date alone
        ("text", DAY.format("2025-09-30"), "2025-09-30"),
        ("text", DAY.format(text("2025-09-30")), "2025-09-30"),
        ("text", Markup("{} – {}").format(DAY.format("2025-09-30"), DAY.format("2025-10-01")), None),
        ("text", str(DAY.format("2025-09-30")), None),  # text of data
    ],
)
def test_a_figure_or_a_date_has_its_plain_value_beside_it(
    kind: Literal["text", "number"], cell: str | Markup, value: str | None
) -> None:
    made: Any = html.fromstring(table("ก", [Column("ก"), Column("ข", kind)], [Row(("ค", cell))]))

    (shown,) = made.iter("td")
    assert shown.get("data-value") == value
    assert shown.get("data-label") == "ข"


@pytest.mark.parametrize("count", [0, 2, 3])
def test_wrong_number_of_cells_of_a_group(count: int) -> None:
    with pytest.raises(ValueError, match=f"{count} cells in a group row"):
        table("ก", COLUMNS, [Row(("ก",) * count, group=True)])


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_wrong_number_of_cells(count: int) -> None:
    with pytest.raises(ValueError, match=f"{count} cells for 3 columns"):
        table("ก", COLUMNS, [Row(("ก",) * count)])


def test_table_is_one_block() -> None:
    written = table("ก\n\nข", COLUMNS, [GROUP_A, Row(("ก\n\nค", "1", "\n")), GROUP_B, ROW], style="cards")

    assert "\n\n" not in written
    assert not written.startswith((" ", "\n"))
