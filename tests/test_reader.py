"""Every fault of a file at its line and column, what stays text, and records with all their faults at once."""

import re
import time
from typing import Any

import pytest

from generator.model import (
    Acknowledgements,
    AgencyProfile,
    Analysis,
    Digits,
    Documents,
    Framework,
    MeasureSet,
    Record,
    ScoreSet,
    Site,
)
from generator.problems import InvalidData, Problem, Source
from generator.reader import DEEPEST, Mapping, Sequence, Text, parse, read

FILE = "data/a/2568/scores.yml"
Fault = tuple[str, int, int, str]


def tree(content: str | bytes) -> Mapping:
    return read(content.encode() if isinstance(content, str) else content, FILE)


def problems(content: str | bytes, model: type[Record] | None = None) -> tuple[Problem, ...]:
    with pytest.raises(InvalidData) as invalid:
        parse(tree(content), model) if model else tree(content)
    return invalid.value.problems


def faults(content: str | bytes, model: type[Record] | None = None) -> list[Fault]:
    """Code, line, column and text of every Problem, in the order in which they are reported."""
    found = problems(content, model)
    assert {problem.source.file for problem in found} == {FILE}
    return [(problem.code, problem.source.line, problem.source.column, problem.found) for problem in found]


def plain(node: Any) -> Any:
    """The tree as plain values, every text marked as such by its type."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, Sequence):
        return [plain(value) for value in node]
    assert node is None or isinstance(node, Text)
    return node


# --- bytes


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"name: \xa1\xd2\xc3\xb7\xb4\xca\xcd\xba\n", ("file-encoding", 1, 7, "name: การทดสอบ")),
        ("name: ก\nplace: ".encode() + b"\xe0\xb8", ("file-encoding", 2, 8, "place: เธ")),
        ("ชื่อ: ".encode() + b"\xa1\n", ("file-encoding", 1, 7, "เธ\ufffdเธทเน\ufffdเธญ: ก")),
        (b"a: 1\r\nb: \xa1\r\nc: 2\r\n", ("file-encoding", 2, 4, "b: ก")),
        (b"a: " + b"x" * 40 + b"\xa1\n", ("file-encoding", 1, 44, "a: " + "x" * 27 + "…")),
        (b"\xa1", ("file-encoding", 1, 1, "ก")),
        (b"\xef\xbb\xbfabcdef: \xa1", ("file-encoding", 1, 9, "abcdef: ก")),
        ("\ufeffก: ".encode() + b"\xa1", ("file-encoding", 1, 4, "เธ\ufffd: ก")),
        (b"a: \xc0\x80\n", ("file-encoding", 1, 4, "a: ภ€")),
        (b"a: \xed\xa0\x80\n", ("file-encoding", 1, 4, "a: ํ €")),
        ("a: ก".encode("utf-16"), ("file-utf16", 1, 1, "")),
        (b"\xfe\xff" + "a: ก".encode("utf-16-be"), ("file-utf16", 1, 1, "")),
        ("a: ก".encode("utf-32"), ("file-utf16", 1, 1, "")),
    ],
)
def test_encoding(content: bytes, expected: Fault) -> None:
    assert faults(content) == [expected]


def test_utf16_without_mark_is_refused() -> None:
    assert {code for code, *_ in faults("a: 1".encode("utf-16-le"))} == {"control-character"}


def test_byte_order_mark_in_front_is_dropped() -> None:
    marked = tree("\ufeffname: ก\n")

    assert plain(marked) == {"name": "ก"}
    assert marked.keys_at == {"name": Source(FILE, 1, 1)}


def _sized(size: int) -> bytes:
    return b"a: 1\n" + b"#" * (size - 5)


@pytest.mark.parametrize("size", [999_999, 1_000_000])
def test_as_large_as_allowed(size: int) -> None:
    assert plain(tree(_sized(size))) == {"a": "1"}


def test_too_large() -> None:
    (problem,) = problems(_sized(1_000_001))

    assert (problem.code, problem.source) == ("file-too-large", Source(FILE, 1, 1))
    assert (problem.found, problem.details) == ("1000001", {"limit": "1000000"})


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *(
            (character, "control-character")
            for character in "\x00\x01\x07\x08\x0b\x0c\x0e\x1b\x1f\x7f\x80\x85\x9f\ufffe\uffff"
        ),
        *((character, "bidi-character") for character in "\u061c\u200e\u200f\u202a\u202e\u2066\u2069"),
        *(
            (character, "invisible-character")
            for character in "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180e\u200c\u200d\u2028\u2029\u2061\u2065"
            "\u3164\ue000\uf8ff\ufeff\uffa0\ufff0\ufffb\U0001fffe\U000e0001\U000e0041\U000f0000\U0010ffff"
        ),
    ],
)
def test_suspect_characters(character: str, code: str) -> None:
    found = f"U+{ord(character):04X}"

    assert faults(f"a: 1\nชื่อ: ก{character}ข\n") == [(code, 2, 8, found)]
    assert faults(f"\n{character}") == [(code, 2, 1, found)]
    assert faults(f"a: 1\n# {character}\nb: {character}{character}\n") == [
        (code, 2, 3, found),
        (code, 3, 4, found),
        (code, 3, 5, found),
    ]


@pytest.mark.parametrize(
    ("escape", "expected"),
    [
        ("\\0", ("control-character", 2, 7, "U+0000")),
        ("\\x07", ("control-character", 2, 7, "U+0007")),
        ("\\u202e", ("bidi-character", 2, 7, "U+202E")),
        ("\\uFEFF", ("invisible-character", 2, 7, "U+FEFF")),
        ("\\L", ("invisible-character", 2, 7, "U+2028")),
        ("\\U000E0041", ("invisible-character", 2, 7, "U+E0041")),
    ],
)
def test_escapes_bring_nothing_in(escape: str, expected: Fault) -> None:
    assert faults(f'a: 1\nชื่อ: "ก{escape}{escape}"\n') == [expected]
    assert faults(f'a: 1\nชื่อ: "ก{escape}\\x02\\x03"\n') == [expected]
    assert faults(f'a: 1\n"ชื่อ{escape}": 1\n') == [(expected[0], 2, 1, expected[3])]


def test_the_first_twenty_suspect_characters_are_shown() -> None:
    assert faults("a: " + "\u202e" * 50) == [("bidi-character", 1, column, "U+202E") for column in range(4, 24)]


def test_every_missing_key_is_named() -> None:
    missing = problems("name: ก\nunits:\n  - {}\n", AgencyProfile)

    assert [(problem.source.line, problem.details["name"]) for problem in missing] == [
        (1, "province"),
        (1, "type"),
        (3, "name"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "%FOO x\n---\na: 1\n",
        "a: |x\n",
        "a: !e!x 1\n",
        "a: ? b\n",
        "a: &\n",
        'a: "\\x1"\n',
        "a: 1\n...\nb: 2\n",
        "[a]]\n",
    ],
)
def test_rare_faults_are_said_in_thai_too(content: str) -> None:
    (problem,) = problems(content)

    assert problem.code == "yaml-syntax"
    assert not re.search("[a-z]{3}", problem.what("th"))


@pytest.mark.parametrize(
    "character",
    list(" \t~\u00a0\u0e00\u0e5b\u200b\u2010\u2027\u202f\u2060\u206a\uf900\ufffc\ufffd\U0001f600\U0001fffd\U00020000"),
)
def test_other_characters_pass(character: str) -> None:
    assert plain(tree(f"a: 'x{character}y'\n")) == {"a": f"x{character}y"}


# --- documents


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [("file-empty", 1, 1, "")]),
        ("\n\n", [("file-empty", 1, 1, "")]),
        ("# คำอธิบาย\n", [("file-empty", 1, 1, "")]),
        ("---\n", [("file-empty", 1, 1, "")]),
        ("\ufeff", [("file-empty", 1, 1, "")]),
        ("ข้อความ\n", [("wrong-kind", 1, 1, "scalar")]),
        ("name:ก\n", [("wrong-kind", 1, 1, "scalar")]),
        ("5", [("wrong-kind", 1, 1, "scalar")]),
        ("''", [("wrong-kind", 1, 1, "scalar")]),
        ("- a\n- b\n", [("wrong-kind", 1, 1, "sequence")]),
        ("[]", [("wrong-kind", 1, 1, "sequence")]),
        ("a: 1\n---\nb: 2\n", [("yaml-documents", 2, 1, "")]),
        ("a: 1\n---\n", [("yaml-documents", 2, 1, "")]),
        ("a: 1\n\n--- # x\n{\n", [("yaml-documents", 3, 1, "")]),
    ],
)
def test_what_is_no_record(content: str, expected: list[Fault]) -> None:
    assert faults(content) == expected


@pytest.mark.parametrize("content", ["x\n", "- a\n", "''"])
def test_a_record_is_a_mapping(content: str) -> None:
    (problem,) = problems(content)

    assert problem.details == {"kind": "mapping"}


@pytest.mark.parametrize(
    "content", ["a: 1\n", "---\na: 1\n", "# x\n\na: 1\n", "a: 1", "{a: 1}", "a: 1\n...\n", "\"a\": '1'"]
)
def test_what_is_one_record(content: str) -> None:
    assert plain(tree(content)) == {"a": "1"}


def test_empty_mapping_is_a_record() -> None:
    assert plain(tree("{}")) == {}


# --- YAML that is refused


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: &x 1\n", [("yaml-alias", 1, 4, "&x")]),
        ("a: &x 1\nb: *x\n", [("yaml-alias", 1, 4, "&x"), ("yaml-alias", 2, 4, "*x")]),
        ("a: *x\n", [("yaml-alias", 1, 4, "*x")]),
        ("a:\n  - &x {b: 1}\n  - *x\n", [("yaml-alias", 2, 5, "&x"), ("yaml-alias", 3, 5, "*x")]),
        ("&x a: 1\n", [("yaml-alias", 1, 1, "&x")]),
        ("a: 1\n*x : 2\n", [("yaml-alias", 2, 1, "*x")]),
        ("a: 1\n*x : 2\n*y : 3\n", [("yaml-alias", 2, 1, "*x"), ("yaml-alias", 3, 1, "*y")]),
        ("&x\na: 1\n", [("yaml-alias", 1, 1, "&x")]),
        ("a: &x\n  b: 1\n", [("yaml-alias", 1, 4, "&x")]),
        ("<<: *x\n", [("yaml-alias", 1, 5, "*x")]),
        ("a: !!str 1\n", [("yaml-tag", 1, 4, "!!str")]),
        ("a: !x 1\n", [("yaml-tag", 1, 4, "!x")]),
        ("a: ! 1\n", [("yaml-tag", 1, 4, "!")]),
        ("a:\n  - !x [1]\n  - !y {b: 1}\n", [("yaml-tag", 2, 5, "!x"), ("yaml-tag", 3, 5, "!y")]),
        ("!x a: 1\n", [("yaml-tag", 1, 1, "!x")]),
        ("!x\na: 1\n", [("yaml-tag", 1, 1, "!x")]),
        ("a: !!python/object:os.system x\n", [("yaml-tag", 1, 4, "!!python/object:os.system")]),
        ("? [a]\n: 1\n", [("yaml-syntax", 1, 3, "key-not-text")]),
        ("[a]: 1\n", [("yaml-syntax", 1, 1, "key-not-text")]),
        ("a:\n  {b: 1}: 2\n", [("yaml-syntax", 2, 3, "key-not-text")]),
        ("a: 1\n? \n: 2\n", [("yaml-syntax", 2, 2, "key-not-text")]),
    ],
)
def test_refused(content: str, expected: list[Fault]) -> None:
    assert faults(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("\ta: 1\n", ("yaml-tab", 1, 1, "")),
        ("a:\n\t- b\n", ("yaml-tab", 2, 1, "")),
        ("a:\n  b: 1\n\tc: 2\n", ("yaml-tab", 3, 1, "")),
        ("a:\n  b: 1\n \tc: 2\n", ("yaml-tab", 3, 2, "")),
        ("a: b: c\n", ("yaml-syntax", 1, 5, "mapping values are not allowed in this context")),
        ("a:\tb: c\n", ("yaml-syntax", 1, 5, "mapping values are not allowed in this context")),
        ("ชื่อ: ก: ข\n", ("yaml-syntax", 1, 8, "mapping values are not allowed in this context")),
        ("a: 1\n b: 2\n", ("yaml-syntax", 2, 3, "mapping values are not allowed in this context")),
        ("a: 1\nb 2\nc: 3\n", ("yaml-syntax", 3, 1, "could not find expected ':'")),
        ("a: 1\nb\n", ("yaml-syntax", 3, 1, "could not find expected ':'")),
        ("a: [1\n", ("yaml-syntax", 2, 1, "did not find expected ',' or ']'")),
        ("a: {b\n", ("yaml-syntax", 2, 1, "did not find expected ',' or '}'")),
        ("a: ]\n", ("yaml-syntax", 1, 4, "did not find expected node content")),
        ('a: "x\nb: 1\n', ("yaml-syntax", 1, 4, "found unexpected end of stream")),
        ("a: 'x\n---\n", ("yaml-syntax", 1, 4, "found unexpected document indicator")),
        ("a: @x\n", ("yaml-syntax", 1, 4, "found character that cannot start any token")),
        ('a: "\\q"\n', ("yaml-syntax", 1, 5, "found unknown escape character")),
        ("- a\nb: 1\n", ("yaml-syntax", 2, 1, "did not find expected '-' indicator")),
        ("a:\n  b: 1\n c: 2\n", ("yaml-syntax", 3, 2, "did not find expected key")),
        ("a: - b\n", ("yaml-syntax", 1, 4, "block sequence entries are not allowed in this context")),
        (": 1\n", ("yaml-syntax", 1, 1, "did not find expected key")),
    ],
)
def test_syntax(content: str, expected: Fault) -> None:
    (problem,) = problems(content)

    assert (problem.code, problem.source.line, problem.source.column, problem.found) == expected
    assert not re.search("[a-z]{3}", problem.what("th"))


@pytest.mark.parametrize("content", ["a:\tb\n", "a: b\t# x\n", "a: 'x\ty'\n", "a: [1,\n\t2]\n"])
def test_tabs_elsewhere_are_no_fault(content: str) -> None:
    assert list(tree(content)) == ["a"]


@pytest.mark.parametrize(
    ("content", "line", "column", "name", "first"),
    [
        ("a: 1\na: 2\n", 2, 1, "a", "1"),
        ("a: 1\nb: 2\n\n# x\n'a': 3\n", 5, 1, "a", "1"),
        ("ชื่อ: ก\nชื่อ: ข\n", 2, 1, "ชื่อ", "1"),
        ("{ชื่อ: ก, ชื่อ: ข}\n", 1, 11, "ชื่อ", "1"),
        ("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", 5, 3, "c", "3"),
        ("a:\n  - b: 1\n    b: 2\n  - b: 3\n", 3, 5, "b", "2"),
        ("a: 1\r\na: 2\r\n", 2, 1, "a", "1"),
        ("a:\na: 1\n", 2, 1, "a", "1"),
        ("a:\n  - 1\na: 1\n", 3, 1, "a", "1"),
        ("a: 😀\nb: 1\nb: 2\n", 3, 1, "b", "2"),
        ("{a: 😀, a: 1}\n", 1, 8, "a", "1"),
    ],
)
def test_duplicate_key_names_both_lines(content: str, line: int, column: int, name: str, first: str) -> None:
    (problem,) = problems(content)

    assert (problem.code, problem.source, problem.found) == ("duplicate-key", Source(FILE, line, column), name)
    assert problem.details == {"first": first}
    assert first in problem.what("th")


def test_every_repetition_names_the_first() -> None:
    repeated = problems("a: 1\na: 2\nb: 1\na: 3\n")

    assert [(problem.source.line, problem.details["first"]) for problem in repeated] == [(2, "1"), (4, "1")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: {b: 1}\nc: {b: 1}\n", {"a": {"b": "1"}, "c": {"b": "1"}}),
        ("a:\n  - b: 1\n  - b: 1\n", {"a": [{"b": "1"}, {"b": "1"}]}),
        ("a: {a: {a: 1}}\n", {"a": {"a": {"a": "1"}}}),
        ("a: 1\nA: 2\n", {"a": "1", "A": "2"}),
        ("1: a\n01: b\n", {"1": "a", "01": "b"}),
    ],
)
def test_the_same_key_in_different_mappings(content: str, expected: dict[str, object]) -> None:
    assert plain(tree(content)) == expected


def test_all_faults_at_once_and_sorted() -> None:
    content = "a: 1\nb: {c: *x, a: 1, a: 2}\nd: !t 1\na: &y 2\n[k]: 1\ne: [\n"

    assert faults(content) == [
        ("yaml-alias", 2, 8, "*x"),
        ("duplicate-key", 2, 18, "a"),
        ("yaml-tag", 3, 4, "!t"),
        ("duplicate-key", 4, 1, "a"),
        ("yaml-alias", 4, 4, "&y"),
        ("yaml-syntax", 5, 1, "key-not-text"),
        ("yaml-syntax", 7, 1, "did not find expected node content"),
    ]


# --- depth


def _flow(depth: int) -> str:
    """A mapping with lists in it, so many levels deep."""
    return f"a: {'[' * (depth - 1)}{']' * (depth - 1)}\n"


def _block(depth: int) -> str:
    return "".join(f"{'  ' * level}k:\n" for level in range(depth - 1)) + f"{'  ' * (depth - 1)}k: v\n"


@pytest.mark.parametrize("nested", [_flow, _block])
def test_as_deep_as_allowed(nested: Any) -> None:
    assert len(tree(nested(DEEPEST))) == 1


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [(_flow(DEEPEST + 1), 1, DEEPEST + 3), (_block(DEEPEST + 1), DEEPEST + 1, 2 * DEEPEST + 1)],
)
def test_too_deep(content: str, line: int, column: int) -> None:
    (problem,) = problems(content)

    assert (problem.code, problem.source) == ("too-deep", Source(FILE, line, column))
    assert problem.details == {"limit": "12"}


@pytest.mark.parametrize(
    "content",
    [
        "[" * 60_000,
        "a: " + "[" * 60_000,
        "{a: " * 60_000,
        "- " * 60_000,
        "[{a: " * 30_000,
        "? " * 60_000,
        "[" * 999_999,
    ],
    ids=["lists", "list in key", "mappings", "block lists", "both", "keys", "as large as allowed"],
)
def test_bottomless_files_are_refused_at_once(content: str) -> None:
    started = time.perf_counter()
    codes = {code for code, *_ in faults(content)}

    assert "too-deep" in codes
    assert codes <= {"too-deep", "yaml-syntax"}
    assert time.perf_counter() - started < 2


# --- what stays text


@pytest.mark.parametrize(
    "value",
    [
        "no", "yes", "on", "true", "~", "null", "Null", "010", "0o10", "0x10", "8:30", "0737202200", "2567-02-29",
        "1_000", "1e3", ".nan", ".inf", "=", "<<", "88.50", "100.00", "๘๘.๕๓", "2568-09-30T08:30:00Z", "+1",
    ],
)  # fmt: skip
def test_every_scalar_stays_text(value: str) -> None:
    assert plain(tree(f"a: {value}\n")) == {"a": value}
    assert plain(tree(f"a: [{value}]\n")) == {"a": [value]}


@pytest.mark.parametrize("key", ["no", "~", "null", "1", "01", "๑", "2568", "<<", "=", "''", "a b"])
def test_every_key_stays_text(key: str) -> None:
    assert list(tree(f"{key}: x\n")) == [key.strip("'")]


@pytest.mark.parametrize("empty", ["''", '""', "|\n", ">\n"])
def test_quoted_empty_text_is_a_text(empty: str) -> None:
    assert plain(tree(f"a: {empty}\n")) == {"a": ""}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a:\n", {"a": None}),
        ("a: # x\n", {"a": None}),
        ("a:\n  -\n  - b\n", {"a": [None, "b"]}),
        ("{a, b: }", {"a": None, "b": None}),
    ],
)
def test_no_value_is_none(content: str, expected: dict[str, object]) -> None:
    assert plain(tree(content)) == expected


def test_block_texts() -> None:
    assert plain(tree("a: |\n  บรรทัด 1\n  บรรทัด 2\nb: >-\n  พับ\n  บรรทัด\n")) == {
        "a": "บรรทัด 1\nบรรทัด 2\n",
        "b": "พับ บรรทัด",
    }


@pytest.mark.parametrize(
    ("content", "first"),
    [
        ("a: |\n  ก\n  ข\n", (2, 3)),
        ("a: |\n  ก", (2, 3)),
        ("a: |-\n      ก\n", (2, 7)),
        ("a: |+ # ข\n  ก\n\n", (2, 3)),
        ("a: |1\n   ก\n", (2, 2)),
        ("a: |\n\n \n  ก\n", (2, 3)),  # blank lines belong to it
        ("a: |2\n  \tก\n", (2, 3)),
        ("b: 1\na:\n  - |\n    ก\n", (4, 5)),
        ("b: 1\na:\n- |\n  ก\n", (4, 3)),
        ("a: |\r\n  ก\r\n", (2, 3)),
        ("a: |\r  ก\r", (2, 3)),
        ("\ufeffa: |\n  ก\n", (2, 3)),
        # nothing to point at
        ("a: |", None),
        ("a: |\n", None),
        ("a: |-", None),
        ("a: |\n\n\n", None),
        ("a: |+\n  \n", None),
        ("a: |\nb: 1\n", None),
        # lines of the file that are not those of the text
        ("a: >\n  ก\n  ข\n", None),
        ("a: ก\n  ข\n", None),
        ("a: 'ก\n\n  ข'\n", None),
        ('a: "ก\\nข"\n', None),
    ],
)
def test_where_the_lines_of_a_block_begin(content: str, first: tuple[int, int] | None) -> None:
    node = tree(content)["a"]
    while isinstance(node, Sequence):
        (node,) = node

    assert node.first == (Source(FILE, *first) if first else None)


def test_many_blocks_are_read_at_once() -> None:
    started = time.perf_counter()
    content = "".join(f"k{number}: |\n  ก\n" for number in range(50_000))

    assert len(tree(content)) == 50_000
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_positions(end: str) -> None:
    read_tree = tree(end.join(["ชื่อ: ก", "รายการ:", "  - {a: 1, ข: 2}", "  - 'x'", ""]))
    items = read_tree["รายการ"]

    assert read_tree.source == Source(FILE, 1, 1)
    assert read_tree.keys_at == {"ชื่อ": Source(FILE, 1, 1), "รายการ": Source(FILE, 2, 1)}
    assert read_tree["ชื่อ"].source == Source(FILE, 1, 7)
    assert items.source == Source(FILE, 3, 3)
    assert items[0].source == Source(FILE, 3, 5)
    assert items[0].keys_at == {"a": Source(FILE, 3, 6), "ข": Source(FILE, 3, 12)}
    assert items[0]["ข"].source == Source(FILE, 3, 15)
    assert items[1].source == Source(FILE, 4, 5)
    assert plain(read_tree) == {"ชื่อ": "ก", "รายการ": [{"a": "1", "ข": "2"}, "x"]}


# --- records

AGENCY = "name: ก\ntype: ข\nprovince: ค\n"
SITE = "format: 1\nlayout: network\ntitle: ก\n"
SECTION = "sections:\n  - title: ก\n"
MEASURE = "measures:\n  - no: 1\n"
PLACE = "places:\n  - id: table-1\n    kind: table\n    where: หน้า 3\n"


@pytest.mark.parametrize(
    ("content", "model", "expected"),
    [
        # missing: at the parent
        ("{}", AgencyProfile, [("missing-key", 1, 1, "")] * 3),
        ("name: ก\ntype: ข\n", AgencyProfile, [("missing-key", 1, 1, "")]),
        ("# x\n\nname: ก\ntype: ข\n", AgencyProfile, [("missing-key", 3, 1, "")]),
        (AGENCY + "units:\n  - name: ก\n  - phone: 191\n", AgencyProfile, [("missing-key", 6, 5, "")]),
        (PLACE + "    claims:\n      - claim: highest\n", ScoreSet, [("missing-key", 6, 9, "")]),
        ("document:\n  names: []\n", ScoreSet, [("missing-key", 1, 1, "")]),
        # unknown: at the key
        ("source: x\nplaces: 5\n", ScoreSet, [("unknown-key", 1, 1, "source"), ("wrong-kind", 2, 9, "scalar")]),
        ("'source ': x\n", ScoreSet, [("unknown-key", 1, 1, "source ")]),
        ("instruments: {source: 101}\n", ScoreSet, [("score-range", 1, 23, "101")]),
        (AGENCY + "nmae: x\n", AgencyProfile, [("unknown-key", 4, 1, "nmae")]),
        (AGENCY + "contact:\n  phone: 191\n  fax: 191\n", AgencyProfile, [("unknown-key", 6, 3, "fax")]),
        (AGENCY + "units:\n  - {name: ก, fone: 191}\n", AgencyProfile, [("unknown-key", 5, 15, "fone")]),
        (AGENCY + "'': x\n", AgencyProfile, [("unknown-key", 4, 1, "")]),
        (AGENCY + "source: x\n", AgencyProfile, [("unknown-key", 4, 1, "source")]),
        (PLACE + "    source: x\n", ScoreSet, [("unknown-key", 5, 5, "source")]),
        (AGENCY + "contact: {a: 1, b: 2}\n", AgencyProfile, [("unknown-key", 4, 11, "a"), ("unknown-key", 4, 17, "b")]),
        # values: where they stand
        ("overall: 100.01\n", ScoreSet, [("score-range", 1, 10, "100.01")]),
        ("overall:   ๘๙.69\n", ScoreSet, [("number-mixed-digits", 1, 12, "๘๙.69")]),
        ("overall: '88,53'\n", ScoreSet, [("number-comma", 1, 10, "88,53")]),
        ("overall: ''\n", ScoreSet, [("number-invalid", 1, 10, "")]),
        ("indicators:\n  1: 90\n  2: x\n", ScoreSet, [("number-invalid", 3, 6, "x")]),
        ("indicators: {1: 90, 2: 101}\n", ScoreSet, [("score-range", 1, 24, "101")]),
        ("instruments:\n  IIT: -1\n", ScoreSet, [("score-range", 2, 8, "-1")]),
        (PLACE + "    scores:\n      - score: 90\n      - score: 900\n", ScoreSet, [("score-range", 7, 16, "900")]),
        (PLACE + "    previous_year: 2024\n", ScoreSet, [("year-common-era", 5, 20, "2024")]),
        (AGENCY + "contact:\n  map: http://x.go.th\n", AgencyProfile, [("address-invalid", 5, 8, "http://x.go.th")]),
        (SITE.replace("1", "2"), Site, [("format-invalid", 1, 9, "2")]),
        (SITE + "official: maybe\n", Site, [("invalid-choice", 4, 11, "maybe")]),
        (SITE + "digits: roman\n", Site, [("invalid-choice", 4, 9, "roman")]),
        (SITE.replace("network", "netwrk"), Site, [("invalid-choice", 2, 9, "netwrk")]),
        (PLACE.replace("table\n", "tabel\n"), ScoreSet, [("invalid-choice", 3, 11, "tabel")]),
        ("reading: OCR\n", ScoreSet, [("invalid-choice", 1, 10, "OCR")]),
        ("overall: >\n  ยาว\n  มาก\n", ScoreSet, [("number-invalid", 1, 10, "ยาว มาก")]),
        ("overall: |\n  ยาว\n  มาก\n", ScoreSet, [("number-invalid", 2, 3, "ยาว มาก")]),
        ("overall: |", ScoreSet, [("number-invalid", 1, 10, "")]),
        ("grade: |\n", ScoreSet, [("empty-value", 1, 8, "")]),
        ("overall: " + "ก" * 30, ScoreSet, [("number-invalid", 1, 10, "ก" * 30)]),
        ("overall: " + "ก" * 31, ScoreSet, [("number-invalid", 1, 10, "ก" * 30 + "…")]),
        ("grade: " + "ก" * 20_001, ScoreSet, [("text-too-long", 1, 8, "ก" * 30 + "…")]),
        ("year_inferred: " + "ก" * 20_001, ScoreSet, [("text-too-long", 1, 16, "ก" * 30 + "…")]),
        # keys: where they stand
        ("indicators:\n  abc: 90\n", ScoreSet, [("number-invalid", 2, 3, "abc")]),
        ("indicators:\n  '[key]': 90\n", ScoreSet, [("number-invalid", 2, 3, "[key]")]),
        (
            "indicators:\n  abc: {a: 1}\n",
            ScoreSet,
            [("number-invalid", 2, 3, "abc"), ("wrong-kind", 2, 3, "mapping")],
        ),
        ("indicators:\n  1.5: 90\n", ScoreSet, [("number-whole", 2, 3, "1.5")]),
        (
            "indicators:\n  ? abc\n  : 200\n",
            ScoreSet,
            [("number-invalid", 2, 5, "abc"), ("score-range", 3, 5, "200")],
        ),
        ("instruments:\n  '[key]': 200\n", ScoreSet, [("score-range", 2, 12, "200")]),
        # no value: at the key, in a list where the item stands
        (AGENCY + "aliases:\n  - ก\n  -\n  - ข\n", AgencyProfile, [("empty-value", 6, 4, "")]),
        ("name: ''\ntype: ' '\nprovince: ค\n", AgencyProfile, [("empty-value", 1, 7, ""), ("empty-value", 2, 7, "")]),
        ("grade: ''\n", ScoreSet, [("empty-value", 1, 8, "")]),
        ("reading:\n", ScoreSet, [("empty-value", 1, 1, "")]),
        ("name:\ntype: ข\nprovince: ค\n", AgencyProfile, [("empty-value", 1, 1, "")]),
        (AGENCY + "units:\n  - name:\n", AgencyProfile, [("empty-value", 5, 5, "")]),
        (AGENCY + "units:\n", AgencyProfile, [("empty-value", 4, 1, "")]),
        ("indicators:\n  1: 90\n  2:\n", ScoreSet, [("empty-value", 3, 3, "")]),
        # the wrong kind: a text where it stands, a collection at its key or, in a list, where it begins
        (AGENCY + "contact: x\n", AgencyProfile, [("wrong-kind", 4, 10, "scalar")]),
        (AGENCY + "contact:\n  - x\n", AgencyProfile, [("wrong-kind", 4, 1, "sequence")]),
        (AGENCY + "units: x\n", AgencyProfile, [("wrong-kind", 4, 8, "scalar")]),
        (AGENCY + "units:\n  a: 1\n", AgencyProfile, [("wrong-kind", 4, 1, "mapping")]),
        (AGENCY + "units:\n  - name: ก\n  - x\n", AgencyProfile, [("wrong-kind", 6, 5, "scalar")]),
        (AGENCY + "units:\n  - [x]\n", AgencyProfile, [("wrong-kind", 5, 5, "sequence")]),
        (AGENCY + "aliases: [[x]]\n", AgencyProfile, [("wrong-kind", 4, 11, "sequence")]),
        ("name: [ก]\ntype: ข\nprovince: ค\n", AgencyProfile, [("wrong-kind", 1, 1, "sequence")]),
        ("indicators: []\n", ScoreSet, [("wrong-kind", 1, 1, "sequence")]),
        ("reading: [ocr]\n", ScoreSet, [("wrong-kind", 1, 1, "sequence")]),
        ("reading: {a: 1}\n", ScoreSet, [("wrong-kind", 1, 1, "mapping")]),
        ("overall: {value: 1000}\n", ScoreSet, [("wrong-kind", 1, 1, "mapping")]),
        ("grade: {value: ดี}\n", ScoreSet, [("wrong-kind", 1, 1, "mapping")]),
        ("indicators: {1: {value: -5}}\n", ScoreSet, [("wrong-kind", 1, 14, "mapping")]),
        (PLACE + "    previous_year: {number: 99999}\n", ScoreSet, [("wrong-kind", 5, 5, "mapping")]),
        ("indicators: {1: [90]}\n", ScoreSet, [("wrong-kind", 1, 14, "sequence")]),
        # what is written
        ("{}", Analysis, [("missing-key", 1, 1, "")]),
        ("sections: []\n", Analysis, [("empty-value", 1, 1, "")]),
        (SECTION + "    issues: {claimed: 3}\n", Analysis, [("unknown-key", 3, 5, "issues")]),
        (SECTION + "    indicators:\n      - strength: ก\n", Analysis, [("unknown-key", 4, 9, "strength")]),
        (SECTION + "    indicators:\n      - issues: {claimed: 3}\n", Analysis, [("missing-key", 4, 9, "")]),
        (SECTION + "    indicators:\n      - strengths: [ก]\n", Analysis, [("wrong-kind", 4, 9, "sequence")]),
        (
            SECTION + "    recommendations: [{text: ก, origin: us}]\n",
            Analysis,
            [("invalid-choice", 3, 41, "us")],
        ),
        (SECTION + "    target: {text: ก, share: 101, bar: 85}\n", Analysis, [("score-range", 3, 30, "101")]),
        (SECTION + "    remarks: [{passage: ก}]\n", Analysis, [("missing-key", 3, 15, "")]),
        (SECTION + "    id: Outcome\n", Analysis, [("key-invalid", 3, 9, "Outcome")]),
        ("measures: []\n", MeasureSet, [("empty-value", 1, 1, "")]),
        ("measures: [{title: ก}]\n", MeasureSet, [("missing-key", 1, 12, "")]),
        ("measures: [{no: หนึ่ง}]\n", MeasureSet, [("number-invalid", 1, 17, "หนึ่ง")]),
        (MEASURE + "    period: ก.ย.๖๗ - ต.ค.๖๖\n", MeasureSet, [("period-order", 3, 13, "ก.ย.๖๗ - ต.ค.๖๖")]),
        (
            MEASURE + "    period: ตุลาคม 2023 - กันยายน 2024\n",
            MeasureSet,
            [("date-common-era", 3, 13, "ตุลาคม 2023 - กันยายน 2024")],
        ),
        (MEASURE + "    merged: [steps]\n", MeasureSet, [("invalid-choice", 3, 14, "steps")]),
        (MEASURE + "    responsible: [{name: ก}]\n", MeasureSet, [("unknown-key", 3, 20, "name")]),
        (MEASURE + "    progress: [{round: half, text: ก}]\n", MeasureSet, [("invalid-choice", 3, 24, "half")]),
        (MEASURE + "    outcomes: [{datum: overall, year: 2567}]\n", MeasureSet, [("missing-key", 3, 16, "")]),
        (MEASURE + "columns: [{holds: result}]\n", MeasureSet, [("missing-key", 3, 11, "")]),
        (MEASURE + "fiscal_year: 2567\n", MeasureSet, [("unknown-key", 3, 1, "fiscal_year")]),
        ("documents: []\n", Documents, [("empty-value", 1, 1, "")]),
        ("documents: [{kind: memo}]\n", Documents, [("missing-key", 1, 13, "")]),
        ("documents: [{kind: บันทึก, title: ก}]\n", Documents, [("key-invalid", 1, 20, "บันทึก")]),
        ("documents: [{kind: a, title: ก, memo: {to: ก}}]\n", Documents, [("missing-key", 1, 33, "")] * 2),
        (
            "documents: [{kind: a, title: ก, contains: [{record: plan, year: 2567}]}]\n",
            Documents,
            [("invalid-choice", 1, 53, "plan")],
        ),
    ],
)
def test_faults_of_a_record(content: str, model: type[Record], expected: list[Fault]) -> None:
    assert faults(content, model) == expected


@pytest.mark.parametrize(
    ("content", "model", "details"),
    [
        ("name: ก\ntype: ข\n", AgencyProfile, {"name": "province"}),
        (AGENCY + "units: [{}]\n", AgencyProfile, {"name": "name"}),
        (AGENCY + "units:\n  - {name: ก, fone: 191}\n", AgencyProfile, {"known": "name, phone", "guess": "phone"}),
        (AGENCY + "units:\n  - {name: ก, zz: 191}\n", AgencyProfile, {"known": "name, phone", "guess": ""}),
        (
            SITE + "ofical: true\n",
            Site,
            {"known": "format, layout, title, url, repository, official, digits, removed", "guess": "official"},
        ),
        (SITE.replace("network", "x"), Site, {"known": "agency, network", "guess": ""}),
        (SITE + "official: maybe\n", Site, {"known": "true, false", "guess": ""}),
        (SITE + "digits: tai\n", Site, {"known": "arabic, thai", "guess": "thai"}),
        (PLACE.replace("table\n", "x\n"), ScoreSet, {"known": "table, ranking, comparison, text", "guess": ""}),
        (
            PLACE.replace("table\n", "tabel\n"),
            ScoreSet,
            {"known": "table, ranking, comparison, text", "guess": "table"},
        ),
        ("overall: ๘๙.69\n", ScoreSet, {"reading": "89.69", "guess": "89.69", "limit": "20000"}),
        ("overall: 8e1\n", ScoreSet, {"reading": "80", "guess": "80", "limit": "20000"}),
        ("overall: 101\n", ScoreSet, {"reading": "", "guess": "", "limit": "20000"}),
        ("grade: " + "ก" * 20_001, ScoreSet, {"reading": "", "guess": "", "limit": "20000"}),
        ("year_inferred: " + "ก" * 20_001, ScoreSet, {"limit": "20000"}),
        (PLACE + "    previous_year: 2024\n", ScoreSet, {"reading": "2567", "guess": "2567", "limit": "20000"}),
        (AGENCY + "contact: x\n", AgencyProfile, {"kind": "mapping"}),
        ("document: x\n", ScoreSet, {"kind": "mapping"}),
        ("document: {title: ก, nams: []}\n", ScoreSet, {"known": "title, names, dates", "guess": "names"}),
        ("indicators: x\n", ScoreSet, {"kind": "mapping"}),
        (AGENCY + "units: x\n", AgencyProfile, {"kind": "sequence"}),
        (AGENCY + "units: [x]\n", AgencyProfile, {"kind": "mapping"}),
        (AGENCY + "aliases: [[x]]\n", AgencyProfile, {"kind": "scalar"}),
        ("name: [ก]\ntype: ข\nprovince: ค\n", AgencyProfile, {"kind": "scalar"}),
        ("overall: [90]\n", ScoreSet, {"kind": "scalar"}),
    ],
)
def test_details_say_what_was_expected(content: str, model: type[Record], details: dict[str, str]) -> None:
    (problem,) = problems(content, model)

    assert problem.details == details


def test_all_faults_of_a_record_at_once_and_sorted() -> None:
    content = """\
acknowledged:
  - code: overall
    fiscal_year: 2025
    values: []
    state: done
    reason: ก
    by: ข
    date: 31 เมษายน 2568
    indicator: 1.5
  - code: grade
    fiscal_year: 2568
    values: x
    state: waiting
    reason: ก
    date: 1 ม.ค. 2025
    colour: red
"""

    assert faults(content, Acknowledgements) == [
        ("year-common-era", 3, 18, "2025"),
        ("invalid-choice", 5, 12, "done"),
        ("date-invalid", 8, 11, "31 เมษายน 2568"),
        ("number-whole", 9, 16, "1.5"),
        ("missing-key", 10, 5, ""),
        ("wrong-kind", 12, 13, "scalar"),
        ("date-common-era", 15, 11, "1 ม.ค. 2025"),
        ("unknown-key", 16, 5, "colour"),
    ]


def test_positions_with_windows_line_ends() -> None:
    content = "overall: 101\r\nindicators:\r\n  1: 90\r\n  2: x\r\n"

    assert faults(content, ScoreSet) == [("score-range", 1, 10, "101"), ("number-invalid", 4, 6, "x")]


def test_a_record_knows_where_it_begins() -> None:
    scores = parse(tree(PLACE + "    scores:\n      - name: ก\n        score: 90.00\n"), ScoreSet)
    (place,) = scores.places
    (row,) = place.scores

    assert scores.source == Source(FILE, 1, 1)
    assert place.source == Source(FILE, 2, 5)
    assert row.source == Source(FILE, 6, 9)
    assert row.name is not None
    assert row.name.source == Source(FILE, 6, 15)
    assert row.score is not None
    assert row.score.source == Source(FILE, 7, 16)


def test_a_short_score_set_is_complete() -> None:
    scores = parse(tree("overall: ๙๐.๙๐\ngrade: ผ่านดี\nindicators:\n  1: 90.00\n  ๒: 100\n"), ScoreSet)

    assert str(scores.overall and scores.overall.value) == "90.90"
    assert {number: str(figure.value) for number, figure in scores.indicators.items()} == {"1": "90.00", "๒": "100"}


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ("grades: []\n", [("empty-value", 9, 1, "")]),
        ("grades:\n  - {label: ก, overall_min: x, confidence: confirmed}\n", [("number-invalid", 10, 29, "x")]),
        ("grades:\n  - x\n", [("wrong-kind", 10, 5, "scalar")]),
        ("grades:\n  - {}\n", [("missing-key", 10, 5, "")] * 3),
    ],
)
def test_a_list_is_too_short_only_where_nothing_else_is_wrong(grades: str, expected: list[Fault]) -> None:
    content = """\
fiscal_year: 2568
title: ก
standing: ข
instruments:
  - {code: IIT, name: ก, short_name: ก, name_en: a, weight: 1, confidence: confirmed}
indicators:
  - {number: 1, name: ก, name_en: a, instrument: IIT, confidence: confirmed}
scoring: {tolerance: 0.01, bar: 85, threshold: 85, confidence: confirmed}
"""

    assert faults(content + grades, Framework) == expected


def test_problems_of_a_framework_stand_deep_inside() -> None:
    content = """\
fiscal_year: 2568
title: ก
standing: ข
instruments:
  - {code: IIT, name: ก, short_name: ก, name_en: a, weight: 1, confidence: confirmed}
indicators:
  - number: 1
    name: ก
    name_en: a
    aliases: [ก, ข: ค]
    instrument: IIT
    confidence: sure
  - {number: 2, name: ข, name_en: b, instrument: IIT, confidence: confirmed}
scoring: {tolerance: 0.01, bar: 850, threshold: 85, confidence: confirmed}
grades: []
sources:
  a: [b]
"""

    assert faults(content, Framework) == [
        ("wrong-kind", 10, 18, "mapping"),
        ("invalid-choice", 12, 17, "sure"),
        ("score-range", 14, 33, "850"),
        ("empty-value", 15, 1, ""),
        ("wrong-kind", 17, 3, "sequence"),
    ]


@pytest.mark.parametrize(
    ("content", "line"), [("overall:\nindicators: {1: 90}\n", 1), ("overall: 90\ngrade:\n", 2), ("document:\n", 1)]
)
def test_a_key_wants_a_value_even_where_it_may_be_left_out(content: str, line: int) -> None:
    with pytest.raises(InvalidData) as invalid:
        parse(read(content.encode(), "f.yml"), ScoreSet)

    assert [(one.code, one.source.line) for one in invalid.value.problems] == [("empty-value", line)]


def test_a_list_of_faulty_items_is_not_empty_too() -> None:
    profile = "name: ก\ntype: ข\nprovince: ค\naliases: [[x]]\n"

    with pytest.raises(InvalidData) as invalid:
        parse(read(profile.encode(), "f.yml"), AgencyProfile)

    assert [one.code for one in invalid.value.problems] == ["wrong-kind"]


@pytest.mark.parametrize(
    ("line", "digits"), [("", Digits.ARABIC), ("digits: arabic\n", Digits.ARABIC), ("digits: thai\n", Digits.THAI)]
)
def test_a_site_has_arabic_digits_unless_it_sets_thai_ones(line: str, digits: Digits) -> None:
    text = f"format: 1\nlayout: agency\ntitle: ทดสอบ\n{line}"

    assert parse(read(text.encode(), "data/site.yml"), Site).digits is digits
