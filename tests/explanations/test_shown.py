"""The files of an example as a reader sees them."""

import pytest

from generator.explanations import Content, Explanation, ShownFile, shown_files


def _shown(wrong: Content, right: Content, name: str = "a.yml") -> ShownFile:
    (one,) = shown_files(Explanation("ชื่อ", "เหตุ", "แก้", {name: (wrong, right)}))
    return one


def _lines(count: int, **others: str) -> str:
    """Numbered lines, some of them with another text."""
    return "".join(f"{others.get(f'line_{n}', f'line {n}')}\n" for n in range(1, count + 1))


def test_a_file_has_the_name_that_messages_give_it() -> None:
    assert _shown("a", "b", "tua-yang/2568/scores.yml").name == "data/tua-yang/2568/scores.yml"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (None, None),
        ("", "(แฟ้มขนาด 0 ไบต์)"),
        ("a: 1\n", "a: 1"),
        ("a: 1\n\nb: 2\n", "a: 1\n\nb: 2"),
        ("a: \x07\u202e\u200d", "a: ⟦U+0007⟧⟦U+202E⟧⟦U+200D⟧"),
        ("\ta: 1", "\ta: 1"),
        ("เลข 1-2345-67890-12-1", "เลข x-xxxx-xxxxx-xx-x"),
        ("x" * 100, "x" * 100),
        ("x" * 101, "x" * 100 + "…"),
        ("  " + "ก" * 97 + "กี่ง", "  " + "ก" * 97 + "…"),  # no letter without its vowel and tone mark
        ("a: ก\n".encode(), "a: ก"),
        ("a: ก\n".encode("utf-16"), "# แฟ้มนี้บันทึกเป็น UTF-16\na: ก"),
        ("a: ก\n".encode("cp874"), "a: \ufffd"),
    ],
)
def test_what_is_shown_of_a_file(content: Content, shown: str | None) -> None:
    assert _shown(content, "other").wrong == shown
    assert _shown("other", content).right == shown


@pytest.mark.parametrize(("count", "cut"), [(14, False), (15, True)])
def test_a_long_file_is_shown_around_what_differs(count: int, cut: bool) -> None:
    one = _shown(_lines(count, line_7="ผิด"), _lines(count))

    around = "# …\nline 5\nline 6\nผิด\nline 8\nline 9\n# …"
    assert one.wrong == (around if cut else _lines(count, line_7="ผิด").rstrip("\n"))
    assert one.right == (around.replace("ผิด", "line 7") if cut else _lines(count).rstrip("\n"))


def test_both_ends_and_every_change_of_a_long_file() -> None:
    one = _shown(_lines(20, line_1="ต้น", line_20="ท้าย"), _lines(20))

    assert one.wrong == "ต้น\nline 2\nline 3\n# …\nline 18\nline 19\nท้าย"


def test_a_long_file_that_is_not_there_on_the_other_side_is_shown_whole() -> None:
    one = _shown(_lines(30), None)

    assert one.wrong == _lines(30).rstrip("\n")
    assert one.right is None
