"""Pages with computed figures lead to how those are made."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.pages.method import method
from generator.thai import FiscalYear

MEASURES = "measures: [{no: 1, title: ก, steps: ข, indicators: [1]}]\n"


def test_without_a_year_there_is_no_line() -> None:
    assert method([], "scores/") == ""


def test_each_year_leads_to_its_rules() -> None:
    made = method([FiscalYear(2568), FiscalYear(2567)], "scores/2568/")

    assert made.count("<a ") == 2
    assert made.index("framework&#45;2568") < made.index("framework&#45;2567")


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("scores/", ["2568"]),
        ("scores/2568/", ["2568"]),
        ("indicators/3/", ["2568"]),
        ("scores/2568/analysis/", ["2568"]),
        # the score that came after a measure is compared with the one before
        ("measures/2568/1/", ["2568"]),
        # and is not there yet
        ("measures/2569/1/", []),
    ],
)
def test_pages_with_computed_figures(address: str, leads: list[str], pages: Callable[..., dict[str, Any]]) -> None:
    files = {f"{year}/measures.yml": MEASURES for year in (2568, 2569)}
    tree = pages({**files, "2568/analysis.yml": "sections: [{title: ก, text: ข}]\n"}, only=address)[address]

    found = [one.rpartition("-")[2] for one in tree.xpath(".//a/@href") if "methodology/#framework-" in one]
    assert found == leads
