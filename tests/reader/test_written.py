"""What is written as YAML is read back as it was."""

from typing import Any

import pytest

from generator.reader import read
from generator.reader.written import scalar, written

PLAIN = [
    "2568",
    "0.30",
    "9.10",
    "0737202200",
    "2567-02-29",
    "true",
    "null",
    "~",
    "เทศบาลตำบลตัวอย่าง",
    "Do's & Don'ts",
    "😀",
]
QUOTED = ["", " ", "ก: ข", "ก:", "# ก", "ก # ข", "- ก", "[ก", "{ก}", "*ก", "&ก", "!ก", "%ก", "@ก", "'ก'", '"ก"', "? ก"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_stands_as_it_is_where_it_may(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", QUOTED)
def test_a_text_that_would_be_something_else_is_quoted(text: str) -> None:
    assert scalar(text) != text


@pytest.mark.parametrize("text", [*PLAIN, *QUOTED, "ก\\ข", "x" * 300, " ก ", "ก  ข"])
def test_a_text_comes_back(text: str) -> None:
    assert read(f"k: {scalar(text)}\n".encode(), "-")["k"] == text
    assert "\n" not in scalar(text)


def test_a_tree_comes_back_in_its_order() -> None:
    tree: dict[str, Any] = {
        "z": "1",
        "a": [{"item": "O1", "path": ["ก", "ข"]}, {"item": "O2", "text": "หนึ่ง\nสอง\n"}],
        "m": {"9": "x"},
    }
    content = written(tree)
    again = read(content.encode(), "-")

    assert again == tree
    assert list(again) == ["z", "a", "m"]
    assert written(again) == content  # what was read can be written as well
    assert "\r" not in content
    assert "\na:\n  - item: O1\n    path:\n      - ก\n" in content
