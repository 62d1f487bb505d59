"""The one before and the one after, wherever a page stands in its row."""

import pytest
from markupsafe import Markup

from generator.markup import link
from generator.pages.neighbours import neighbours


def shown(one: str) -> Markup:
    return link(f"../{one}/", one)


@pytest.mark.parametrize(
    ("row", "here", "wanted"),
    [
        (["a", "b", "c"], 0, [("after", "ถัดไป", "b")]),
        (["a", "b", "c"], 1, [("before", "ก่อนหน้า", "a"), ("after", "ถัดไป", "c")]),
        (["a", "b", "c"], 2, [("before", "ก่อนหน้า", "b")]),
        (["a"], 0, []),
    ],
)
def test_a_page_has_those_beside_it(row: list[str], here: int, wanted: list[tuple[str, str, str]]) -> None:
    inner = "".join(f'<p class="{kind}">{word}: {shown(one)}</p>' for kind, word, one in wanted)
    whole = f'<nav class="neighbours" aria-label="ตัวชี้วัดก่อนหน้าและถัดไป" data-search-exclude>{inner}</nav>'

    assert neighbours(row, row[here], shown, "ตัวชี้วัด") == (whole if wanted else "")


def test_the_place_is_that_of_the_object_not_of_an_equal_one() -> None:
    row = [["x"], ["x"], ["y"]]

    made = neighbours(row, row[1], lambda one: shown(one[0]), "ข้อ")

    assert made.count("<p") == 2


def test_a_name_is_escaped() -> None:
    assert '"><b>' not in neighbours(["a", "b"], "a", shown, '"><b>')
