"""What the code host makes of texts from data: nothing but text."""

import re

import pytest
from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.commands.hosted import LONGEST, code, safe, shortened

HOSTILE = [
    "@octocat",
    "นาย@octocat",
    "@org/team",
    "#12",
    "owner/repo#12",
    "GH-12",
    "gh-12",
    "www.evil.example",
    "WWW.evil.example",
    "https://evil.example/x",
    "a@evil.example",
    "mailto:a@evil.example",
    ":tada:",
    ":100:",
    "$x^2$",
    "[a](https://evil.example)",
    "![a](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "<!-- -->",
    "</code><b>x</b>",
    "a | b",
    "`code`",
    "**x** _y_ ~~z~~",
    "# heading",
    "1. x",
    "- x",
    "> x",
    "a\n\nb",
    "\\@octocat",
    "&lt;b&gt; &#64;octocat",
    "    four",
    "---",
]
# What the code host looks for in the text of what is rendered already.
LIVE = re.compile(r"(?<!\w)@\w|#\d|(?i:\bgh-\d)|(?i:\bwww\.)|://|\w@\w|:[\w+-]+:|\$[^\u2060]")


def _text(html: str) -> str:
    return str(Markup(html).striptags())  # noqa: S704 -- made here


def _shown(markdown: str) -> tuple[str, str]:
    """The HTML of a paragraph as CommonMark makes it, and the text in it."""
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    return html, _text(html)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_text_stays_text(value: str) -> None:
    html, text = _shown(safe(value))

    assert re.fullmatch(r"<p>[^<]*</p>\n", html)
    assert not LIVE.search(text)
    assert text.replace("\u2060", "") == " ".join(value.split())


@pytest.mark.parametrize("value", HOSTILE)
def test_letter_by_letter_too(value: str) -> None:
    html, text = _shown(code(value))

    assert re.fullmatch(r"<p><code>[^<]*</code></p>\n", html)
    assert text.replace("\u2060", "") == " ".join(value.split())
    assert not re.search(r"@\w|://|(?i:www\.)", text)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_cell_of_a_table_stays_one(value: str) -> None:
    html, _ = _shown(f"| a | b |\n| --- | --- |\n| {safe(value)} | {code(value)} |")

    assert html.count("<td>") == 2


@pytest.mark.parametrize("value", ["ผ่านดี 89", "เวลา 10 – 12 น.", "ราคา 5%"])
def test_ordinary_text_is_as_it_was(value: str) -> None:
    assert "\u2060" not in safe(value)
    assert _text(safe(value)) == value


def test_a_place_in_a_file_can_be_copied() -> None:
    assert _text(code("data/a/2568/scores.yml:100:5")) == "data/a/2568/scores.yml:100:5"


def test_what_steers_a_terminal_or_hides_is_spelt_out() -> None:
    assert "\x1b" not in safe("\x1b[31m")
    assert "\u202e" not in safe("\u202e")


def test_a_personal_number_is_masked() -> None:
    assert "0812345678" not in safe("โทร 0812345678")


@pytest.mark.parametrize(("length", "cut"), [(LONGEST, False), (LONGEST + 1, True)])
def test_what_is_too_long_is_cut_and_says_so(length: int, cut: bool) -> None:
    whole = ("ก" * 99 + "\n") * (length // 100) + "ข" * (length % 100)
    told = shortened(whole, "ตัดแล้ว")

    assert ("ตัดแล้ว" in told) is cut
    assert len(told) <= LONGEST + 100
    assert cut or told == whole
    assert all(len(line) in {0, 99, len("ตัดแล้ว")} for line in told.split("\n"))
