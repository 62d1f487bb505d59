"""generator.finish.shell: what is mended in the theme's part of a page, and that nothing else changes."""

import pytest

from generator.finish.shell import mended

OWNER = '<form id="__shell" autocomplete="off" hidden></form>'
ARTICLE = '<article class="x"><h1 id="a">ก</h1></article>'


@pytest.mark.parametrize(
    ("shell", "changed"),
    [
        (
            '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
            f'{OWNER}<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" form="__shell">',
        ),
        (
            '<p></p><input type="radio" name="p" autocomplete="off" id="p"><input autocomplete="off" type="checkbox">',
            f'<p></p>{OWNER}<input type="radio" name="p" form="__shell" id="p"><input form="__shell" type="checkbox">',
        ),
        ('<script src="a.js"></script>', '<script defer src="a.js"></script>'),
        ("<p>ก</p>\n  \n\n    <p> ข  ค</p>", "<p>ก</p>\n<p> ข  ค</p>"),
        ('<a><img src="emblem.png" alt="logo"></a>', '<a><img src="emblem.png" alt=""></a>'),
        (
            '<i></i><aside class="md-banner">\n<div class="md-banner__inner md-grid md-typeset">\n\n</div></aside><b>',
            "<i></i><b>",
        ),
        ('<label id="n" tabindex="">', '<label id="n">'),
        ('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">'),
        (
            '<div class="md-search" data-md-component="search" role="dialog">',
            '<div class="md-search" data-md-component="search" role="dialog" aria-label="ค้นหาในเว็บไซต์">',
        ),
    ],
)
def test_what_a_checker_refuses_is_mended(shell: str, changed: str) -> None:
    assert mended(f"<body>{shell}{ARTICLE}</body>") == f"<body>{changed}{ARTICLE}</body>"
    assert mended(f"<body>{ARTICLE}{shell}</body>") == f"<body>{ARTICLE}{changed}</body>"


@pytest.mark.parametrize(
    "shell",
    [
        '<input type="text" name="query" autocomplete="off" required>',
        '<input type="checkbox" id="__toc"><label for="__toc">',
        '<label id="n" tabindex="0">',
        '<div tabindex="">',
        "<script>a()</script>",
        '<script type="application/json">{}</script>',
        '<div role="dialog">',
        '<aside class="md-banner"><div class="md-banner__inner md-grid md-typeset"><p>ก</p></div></aside>',
        '<img src="a.png" alt="ก">',
    ],
)
def test_what_is_sound_stays(shell: str) -> None:
    assert mended(f"{shell}{ARTICLE}") == f"{shell}{ARTICLE}"


def test_the_article_stays_as_it_is() -> None:
    article = '<article>\n\n  <input type="checkbox" autocomplete="off"><label for="x" tabindex=""></label></article>'

    assert mended(f'<label tabindex="">{article}') == f"<label>{article}"


@pytest.mark.parametrize(
    ("content", "changed"),
    [
        ('<p><img alt="ก > ข /> ค" src="a.webp" /></p>', '<p><img alt="ก > ข /> ค" src="a.webp"></p>'),
        ("ก<br />ข<hr/>", "ก<br>ข<hr>"),
        ('<img src="a/">', '<img src="a/">'),
        ("<svg><path d='M0'/></svg>", "<svg><path d='M0'/></svg>"),
        ("<code>&lt;br /&gt;</code>", "<code>&lt;br /&gt;</code>"),
        ("<broken />", "<broken />"),
    ],
)
def test_an_element_without_an_end_needs_no_slash(content: str, changed: str) -> None:
    assert mended(f"<article>{content}</article>") == f"<article>{changed}</article>"


def test_a_page_without_an_article_stays_as_it_is() -> None:
    assert mended('<label tabindex="">') == '<label tabindex="">'
