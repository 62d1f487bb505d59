"""generator.finish.sheets: several stylesheets become one that says the same on our pages."""

import re

import pytest

from generator.finish.sheets import joined, linked, with_one

LINK = '\n      <link rel="stylesheet" href="../assets/stylesheets/{}">'
PAGE = f"<head>{LINK.format('main.0a.min.css')}\n{LINK.format('brand.css')}\n<script></script></head>"


def test_links_are_read_in_their_order() -> None:
    assert linked(PAGE) == ("main.0a.min.css", "brand.css")
    assert linked('<head><link rel="icon" href="assets/images/favicon.png"></head>') == ()
    assert linked('<link rel="stylesheet" href="https://evil.example/a.css">') == ()


def test_one_link_stands_where_the_first_stood() -> None:
    assert with_one(PAGE, "site.css") == f"<head>{LINK.format('site.css')}\n<script></script></head>"


def _one(text: str) -> str:
    _, made = joined(("a.css",), {"a.css": text})
    return made.removeprefix('@charset "utf-8";').removesuffix("\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a { color: red; }\n\n  b { margin: 0 1px; }\n", "a{color: red;}b{margin: 0 1px;}"),
        ("/* why { } */ a { b: c } /**/", "a{b: c}"),
        ('a::before { content: "  ;  { /* x */ } "; }', 'a::before{content: "  ;  { /* x */ } ";}'),
        (
            '@charset "UTF-8";:root{--md-tasklist-icon--checked:url("data:image/svg+xml,<svg/>");--b:1}',
            ":root{--b:1}",
        ),
        (':root{--md-source-stars-icon:url("data:a")}', ":root{}"),
        (':root{--md-admonition-icon--tip:url("data:a")}', ":root{}"),
        (
            ':root{--md-admonition-icon--note:url("data:a");--md-details-icon:url("data:b")}',
            ':root{--md-admonition-icon--note:url("data:a");--md-details-icon:url("data:b")}',
        ),
        ("[data-md-color-primary=red]{a:b}[data-md-color-primary=custom]{c:d}", "[data-md-color-primary=custom]{c:d}"),
        ("[data-md-color-accent=red],[data-md-color-accent=blue]{a:b}p{c:d}", "p{c:d}"),
        ("[data-md-color-accent=red],p{a:b}", "[data-md-color-accent=red],p{a:b}"),
        ("@media screen{[data-md-color-scheme=slate][data-md-color-primary=pink]{a:b}i{c:d}}", "@media screen{i{c:d}}"),
        (
            "[data-md-color-primary=lime]:not([data-md-color-scheme=slate]){a:b}",
            "[data-md-color-primary=lime]:not([data-md-color-scheme=slate]){a:b}",
        ),
        (".md-typeset .admonition,.md-typeset details{a:b}", ".md-typeset .admonition,.md-typeset details{a:b}"),
        (".md-typeset .admonition>p,.highlight .k{a:b}p{c:d}", "p{c:d}"),
        (".md-typeset :not(.admonition){a:b}", ".md-typeset :not(.admonition){a:b}"),
        (".md-source__fact--stars{a:b}.md-search{c:d}", ".md-search{c:d}"),
        (".md-tags{a:b}.highlighted{c:d}.postage{e:f}", ".md-tags{a:b}.highlighted{c:d}.postage{e:f}"),
        ("@media print{.md-source{a:b}p{c:d}}", "@media print{p{c:d}}"),
        ("[data-md-color-scheme=slate]{a:b}", "[data-md-color-scheme=slate]{a:b}"),
    ],
)
def test_what_no_page_can_show_is_left_out(text: str, said: str) -> None:
    assert _one(text) == said


def test_stylesheets_keep_their_order_and_the_name_is_that_of_the_content() -> None:
    texts = {"a.css": "a{b:c}", "b.css": "d{e:f}"}
    name, text = joined(("b.css", "a.css"), texts)
    other, _ = joined(("a.css", "b.css"), texts)

    assert text == '@charset "utf-8";d{e:f}a{b:c}\n'
    assert re.fullmatch(r"site\.[0-9a-f]{12}\.css", name)
    assert name != other
    assert joined(("b.css", "a.css"), texts) == (name, text)
