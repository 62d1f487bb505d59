"""Running text: which line is a paragraph and which an item, how lists nest, and that no word of the text is lost."""

import random
import re

import pytest

from generator import thai
from generator.model import DEEPEST_LIST, LONGEST_TEXT, Analysis, Block, Item, Items, Prose, prose
from generator.problems import InvalidData, Source
from generator.reader import Text, parse, read
from generator.thai import NotReadable


def bullets(*texts: str) -> Items:
    return Items(tuple(Item("", text) for text in texts))


# --- one line


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("- ก", "", "ก"),
        ("-ก", "", "ก"),
        ("– ก", "", "ก"),
        ("–ก", "", "ก"),
        ("• ก", "", "ก"),
        ("•ก", "", "ก"),
        ("  -   ก  ", "", "ก"),
        ("\t- ก", "", "ก"),
        ("-\u00a0ก", "", "ก"),
        ("-\u200bก", "", "ก"),
        ("- ๑.๓๖", "", "๑.๓๖"),
        ("•๕ คน", "", "๕ คน"),
        ("- - ก", "", "- ก"),
        ("-(๑) ก", "", "(๑) ก"),
        ("-“ก”", "", "“ก”"),
        ("๑. ก", "๑.", "ก"),
        ("๑.ก", "๑.", "ก"),
        ("1. ก", "1.", "ก"),
        ("99. ก", "99.", "ก"),
        ("๑๐.ก", "๑๐.", "ก"),
        ("๑) ก", "๑)", "ก"),
        ("๑)ก", "๑)", "ก"),
        ("(๑) ก", "(๑)", "ก"),
        ("(๑)ก", "(๑)", "ก"),
        ("(๑). ก", "(๑).", "ก"),
        ("๑). ก", "๑).", "ก"),
        ("1.) ก", "1.)", "ก"),
        ("๒.๑. ก", "๒.๑.", "ก"),
        ("๒.๑) ก", "๒.๑)", "ก"),
        ("(๒.๑) ก", "(๒.๑)", "ก"),
        ("๒.๑.๓. ก", "๒.๑.๓.", "ก"),
        ("๑. ......", "๑.", "......"),
        ("๑. ๒๕๖๕", "๑.", "๒๕๖๕"),
    ],
)
def test_an_item(line: str, marker: str, text: str) -> None:
    assert prose(line).blocks == (Items((Item(marker, text),)),)


@pytest.mark.parametrize(
    "line",
    [
        "ก",
        "ก - ข",
        "ก. ข",
        "(ก) ข",
        # a year or another figure
        "๒๕๖๕ ก",
        "๒๕๖๕. ก",
        "100. ก",
        "๑๐๐) ก",
        "๓ ตัวชี้วัด",
        "3.03 คะแนน",
        "๙๗.๗๒ ผ่านดี",
        "๙.๓ การเปิดเผยข้อมูล",
        "๒.๑ ก",
        "๑๐.๓๐ น.",
        "(๓ คะแนน)",
        "(๙๒.๕๑ คะแนน)",
        "๕/๒๕๖๖",
        "๑,๐๐๐ บาท",
        "85% ขึ้นไป",
        # a minus
        "-๑.๓๖",
        "-1.36 คะแนน",
        "–๒",
        # nothing behind the mark
        "-",
        "•",
        "๑.",
        "(๑)",
        "๑).",
        "๑......",
        # marks of Markdown
        "--- ก",
        "---",
        "-- ก",
        "* ก",
        "+ ก",
        "# ก",
        "> ก",
        "| ก | ข |",
        "```",
        "===",
        # other digits
        "१. ก",
        "１. ก",
    ],
)
def test_a_paragraph(line: str) -> None:
    assert prose(line).blocks == (line,)
    assert prose(f"  {line} ").blocks == (line,)


# --- several lines

ONE_IN_ONE = Items((Item("", "ก", (bullets("ข"),)),))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("ก\nข", ("ก", "ข")),
        ("ก\n\n\nข\n", ("ก", "ข")),
        ("\n  \n\u200b\nก", ("ก",)),
        ("ก\r\nข\r\n", ("ก", "ข")),
        ("- ก\r\n  - ข\r\n", (ONE_IN_ONE,)),
        ("ก\n    ข", ("ก", "ข")),  # indented below a paragraph: nothing but the next one
        ("    ก\nข", ("ก", "ข")),
        # lists
        ("- ก\n- ข", (bullets("ก", "ข"),)),
        ("- ก\n\n- ข", (bullets("ก", "ข"),)),
        ("- ก\n• ข\n–ค", (bullets("ก", "ข", "ค"),)),
        ("๑. ก\n๒. ข", (Items((Item("๑.", "ก"), Item("๒.", "ข"))),)),
        ("๒. ก\n๒. ข\n๙. ค", (Items((Item("๒.", "ก"), Item("๒.", "ข"), Item("๙.", "ค"))),)),
        ("๑. ก\n- ข", (Items((Item("๑.", "ก"), Item("", "ข"))),)),
        ("ก\n- ข\nค", ("ก", bullets("ข"), "ค")),
        ("- ก\nข\n- ค", (bullets("ก"), "ข", bullets("ค"))),
        ("ก\n  - ข\n  - ค", ("ก", bullets("ข", "ค"))),
        ("  - ก\n- ข", (bullets("ก", "ข"),)),
        # what is indented below an item
        ("- ก\n  - ข", (ONE_IN_ONE,)),
        ("- ก\n - ข", (ONE_IN_ONE,)),
        ("- ก\n\n    - ข", (ONE_IN_ONE,)),
        ("-ก\n\t-ข", (ONE_IN_ONE,)),
        ("  - ก\n\t- ข", (ONE_IN_ONE,)),  # a tab is as wide as four spaces
        ("    - ก\n\t- ข", (bullets("ก", "ข"),)),
        ("     - ก\n\t- ข", (bullets("ก", "ข"),)),
        ("- ก\n  ข", (Items((Item("", "ก", ("ข",)),)),)),
        ("- ก\n  ข\n  ค", (Items((Item("", "ก", ("ข", "ค")),)),)),
        (
            "๑. ก\n  - ข\n  - ค\n๒. ง\n  (๑) จ",
            (Items((Item("๑.", "ก", (bullets("ข", "ค"),)), Item("๒.", "ง", (Items((Item("(๑)", "จ"),)),)))),),
        ),
        # after a list inside a list
        ("- ก\n  - ข\n- ค", (Items((Item("", "ก", (bullets("ข"),)), Item("", "ค"))),)),
        ("- ก\n  - ข\n  ค\n- ง", (Items((Item("", "ก", (bullets("ข"), "ค")), Item("", "ง"))),)),
        ("- ก\n  - ข\n  ค\n  - ง", (Items((Item("", "ก", (bullets("ข"), "ค", bullets("ง"))),)),)),
        ("- ก\n  - ข\nค", (ONE_IN_ONE, "ค")),
        ("- ก\n    - ข\n  - ค", (Items((Item("", "ก", (bullets("ข", "ค"),)),)),)),
        # text of the second level may go on, a third list may not begin
        ("- ก\n  - ข\n    ค", (Items((Item("", "ก", (Items((Item("", "ข", ("ค",)),)),)),)),)),
        ("- ก\n  ข\n    - ค", (Items((Item("", "ก", ("ข", bullets("ค"))),)),)),
        # what would be Markdown, HTML or a template is text
        ("# ก\n***\n> ข", ("# ก", "***", "> ข")),
        ("| ก | ข |\n|---|---|", ("| ก | ข |", "|---|---|")),
        ("<b>ก</b> &lt; [ข](javascript:alert(1))", ("<b>ก</b> &lt; [ข](javascript:alert(1))",)),
        ("{{ 7*7 }}\n- {% raw %}", ("{{ 7*7 }}", bullets("{% raw %}"))),
        # one spelling
        ("น\u0e4d\u0e49\u0e32  ใส\n- \u0e40\u0e40ล้ว", ("น\u0e49\u0e33 ใส", bullets("\u0e41ล้ว"))),
    ],
)
def test_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    assert prose(text).blocks == blocks


def test_lists_are_those_of_the_first_level() -> None:
    text = prose("ก\n- ข\n  - ค\nง\n๑. จ")

    assert text.lists == (Items((Item("", "ข", (bullets("ค"),)),)), Items((Item("๑.", "จ"),)))
    assert prose("ก\nข").lists == ()


# --- what is refused


def refusal(text: str) -> tuple[str, str, int]:
    with pytest.raises(NotReadable) as refused:
        prose(text)
    return refused.value.code, refused.value.reading, refused.value.line


@pytest.mark.parametrize(
    ("text", "line", "item"),
    [
        ("- ก\n  - ข\n    - ค", 2, "ค"),
        ("๑. ก\n  (๑) ข\n    - ค\n    - ง", 2, "ค"),
        ("\n- ก\n\n  - ข\n\n   ๑. ค", 5, "ค"),
        ("- ก\n\t- ข\n\t\t- ค", 2, "ค"),
        ("ก\n- ข\n  - ค\n    ง\n    - จ", 4, "จ"),
        ("- ก\n  - ข\n- ค\n  - ง\n      - จ", 4, "จ"),
    ],
)
def test_a_list_of_a_third_level_is_refused(text: str, line: int, item: str) -> None:
    assert DEEPEST_LIST == 2
    assert refusal(text) == ("list-too-deep", item, line)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", " \u00a0\n\t\r\n"])
def test_no_text_is_refused(text: str) -> None:
    assert refusal(text) == ("empty-value", "", 0)


@pytest.mark.parametrize("lines", [1, 100])
def test_as_long_as_allowed(lines: int) -> None:
    """The lines are counted as they are shown, ends and marks not."""
    assert LONGEST_TEXT == 20_000
    text = "\n".join(["  - " + "ก" * (LONGEST_TEXT // lines)] * lines)

    assert len(prose(text).plain.replace("\n", "")) == LONGEST_TEXT
    assert refusal(f"{text}\nข") == ("text-too-long", "", 0)
    assert refusal(f"{text}ข") == ("text-too-long", "", 0)


def test_a_text_of_many_lines_is_read_at_once() -> None:
    """Ten thousand items below ten thousand others, and the deepest indentation a file can have."""
    text = "\n".join(["- ก", "  - ข"] * 10_000)

    assert len(prose(text).lists[0].items) == 10_000
    assert prose(" " * 100_000 + "- ก").blocks == (bullets("ก"),)


# --- where it stands

FILE = "data/tua-yang/2568/analysis.yml"


def faults(content: str) -> list[tuple[str, str, str]]:
    with pytest.raises(InvalidData) as invalid:
        parse(read(content.encode(), FILE), Analysis)
    return [
        (one.code, str(one.source).removeprefix(f"{FILE}:"), one.details.get("reading", ""))
        for one in invalid.value.problems
    ]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("sections:\n  - text: |\n      - ก\n        - ข\n          - ค\n", "5:11"),
        ("sections:\n  - text: |\n\n      - ก\n        - ข\n          - ค\n", "6:11"),  # the first line is blank
        ("sections:\n  - text: |\n \n\n      - ก\n        - ข\n\n          - ค\n", "8:11"),
        ("sections:\n  - text: |\n      - ก\n      \t- ข\n      \t\t- ค\n", "5:9"),
        ("sections:\n  - text: |2\n      \t- ก\n      \t\t- ข\n      \t\t\t- ค\n", "5:10"),
        ("sections:\n  - text: |2\n         - ก\n           - ข\n             - ค\n", "5:14"),
        ("sections:\n  - text: |- # แนวทาง\n      ก\n      - ข\n       - ค\n        - ง\n", "6:9"),
        ("sections:\r\n  - text: |\r\n      - ก\r\n        - ข\r\n          - ค\r\n", "5:11"),
        ("sections:\r  - text: |\r      - ก\r        - ข\r          - ค\r", "5:11"),
        ("\ufeffsections:\n  - text: |\n      - ก\n        - ข\n          - ค", "5:11"),
        # in quotes there is no line to point at
        ('sections:\n  - text: "- ก\\n  - ข\\n    - ค"\n', "2:11"),
    ],
)
def test_the_item_that_is_too_deep_is_pointed_at(content: str, place: str) -> None:
    assert faults(content) == [("list-too-deep", place, "ง" if "แนวทาง" in content else "ค")]


def test_every_text_with_a_list_too_deep_is_told() -> None:
    block = "|\n      - ก\n        - ข\n          - ค\n"

    assert faults(f"title: {block}sections:\n  - text: {block}    after: {block}") == [
        ("list-too-deep", "4:11", "ค"),
        ("list-too-deep", "9:11", "ค"),
        ("list-too-deep", "13:11", "ค"),
    ]


@pytest.mark.parametrize("content", ["|", "|\n", "|-\n", "|\n\n\n", "|+\n\n", "''", '" \\n "', ""])
def test_a_block_without_text_is_empty_where_it_begins(content: str) -> None:
    key = {"": "2:5"}.get(content, "2:11")

    assert faults(f"sections:\n  - text: {content}") == [("empty-value", key, "")]


def test_a_text_that_is_too_long_is_pointed_at() -> None:
    assert faults(f"sections:\n  - text: |\n      {'ก' * 20_001}\n") == [("text-too-long", "3:7", "")]


@pytest.mark.parametrize("value", ["[ก]", "{ก: ข}"])
def test_a_text_is_no_list_and_no_mapping(value: str) -> None:
    assert [code for code, *_ in faults(f"sections:\n  - text: {value}\n")] == ["wrong-kind"]


def test_a_text_knows_its_place_and_is_equal_wherever_it_stands() -> None:
    (section,) = parse(read("sections:\n  - text: |\n      ก\n".encode(), FILE), Analysis).sections

    assert section.text == prose("ก") == Prose(("ก",))
    assert section.text is not None
    assert section.text.source == Source(FILE, 2, 11)


def test_a_text_of_no_file_has_no_place() -> None:
    scalar = Text("ก")
    scalar.source = Source(FILE, 7, 13)

    assert prose(scalar).source == Source(FILE, 7, 13)
    assert prose("ก").source == Source("")


# --- no word is lost


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ก", "ก"),
        ("ก\n\nข", "ก\nข"),
        ("- ก\n  - ข\n  ค\n- ง\nจ", "ก\nข\nค\nง\nจ"),
        ("๑.ก\n  (๑)ข\n๒) ค", "๑. ก\n(๑) ข\n๒) ค"),
        ("-๑.๓๖\n๙.๓ ก", "-๑.๓๖\n๙.๓ ก"),
    ],
)
def test_plain(text: str, plain: str) -> None:
    assert prose(text).plain == plain


def _shown(text: str) -> str:
    """All characters of a text in one spelling but for blanks."""
    return re.sub(r"\s", "", "".join(thai.normalise(line) for line in text.split("\n")))


def _is_kept(text: str) -> None:
    """Line by line the same characters in the same order, without at most one dash or bullet at the start."""
    lines = [line for line in (_shown(raw) for raw in text.split("\n")) if line]
    kept = [_shown(line) for line in prose(text).plain.split("\n")]

    assert len(kept) == len(lines)
    for line, shown in zip(lines, kept, strict=True):
        assert shown == line or (line[0] in "-–•" and shown == line[1:]), (line, shown)


def _code(text: str) -> str | None:
    try:
        prose(text)
    except NotReadable as refused:
        return refused.code
    return None


PIECES = (
    *("ก", "น\u0e4d\u0e49\u0e32", "\u0e40\u0e40", " ", "  ", "\t", "\u00a0", "\u200b"),
    *("\n", "\n", "\n  ", "\n  ", "\n    ", "\n\t", "\r\n"),
    *("-", "–", "•", "- ", "๑", "2", "๒๕๖๘", ".", ")", "(", "๑.", "(๑)", "๒.๑.", "1.)", "-๑", "–5"),
    *("*", "#", "|", "<b>", "{{", "}}", "{%", "[", "](", "&", "`", "\\", "---", ":", "/", "%", ","),
)  # fmt: skip


def test_nothing_but_blanks_and_bullets_is_lost() -> None:
    """Three thousand texts, put together at random and always the same."""
    dice = random.Random(2568)  # noqa: S311 -- nothing secret
    texts = ["".join(dice.choice(PIECES) for _ in range(dice.randint(1, 40))) for _ in range(3000)]
    readable = [text for text in texts if _code(text) is None]
    for text in readable:
        _is_kept(text)

    assert len(readable) > 2000
    assert {_code(text) for text in texts} == {None, "empty-value", "list-too-deep"}
