"""Every page says which data files it is made of."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.history import Change, History
from generator.links import Origins
from generator.page import Page
from generator.pages import PAGE_TYPES, Context, portal, present
from generator.pages.made import made_of
from generator.pages.summaries import Summary, changed_last, summarise
from generator.pipeline.addresses import _Blank, context_of
from generator.pipeline.examine import examine
from generator.thai import FiscalYear

ROOT = Path(__file__).parent.parent.parent
AGENCY = "data/tua-yang"
FILES = {
    "2569/measures.yml": "measures: [{no: 1, title: ก, steps: ข}]\n",
    "2569/disclosure.yml": "items: [{item: O1, exempt: ก}]\n",
    "2568/analysis.yml": "sections: [{title: ก, text: ข}]\n",
    "2569/documents.yml": "documents: [{kind: memo, title: ก}]\n",
    "agency.yml": "name: ก\ntype: เทศบาลตำบล\nprovince: ข\nredirects: [{old: old/, new: scores/}]\n"
    "eit: {year: 2569, link: 'https://a.go.th/eit', opens: 1 มกราคม 2569, closes: 2 มกราคม 2569}\n",
}


def test_kinds_and_years(context: Callable[..., Context]) -> None:
    known = context(FILES)
    years = [FiscalYear(2569)]

    assert made_of(known, "agency") == (f"{AGENCY}/agency.yml",)
    assert made_of(known, "scores", "measures") == (f"{AGENCY}/2568/scores.yml", f"{AGENCY}/2569/measures.yml")
    assert made_of(known, "scores", "measures", years=years) == (f"{AGENCY}/2569/measures.yml",)
    assert made_of(known, "documents", "disclosure", "analysis", years=years) == (
        f"{AGENCY}/2569/documents.yml",
        f"{AGENCY}/2569/disclosure.yml",
    )
    assert made_of(known, "scores", years=[]) == ()
    assert made_of(known, "acknowledged") == ()


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda one: one.__module__.rpartition(".")[2])
def test_every_page_type_says_what_its_pages_are_made_of(
    page_type: Callable[[Context], list[Page]], context: Callable[..., Context]
) -> None:
    pages = page_type(context(FILES))

    assert pages
    for page in pages:
        assert page.made_of, page.address
        for name in page.made_of:
            assert name.startswith((AGENCY, "generator/frameworks/")), page.address


def test_a_file_that_is_named_is_there() -> None:
    found = examine(ROOT / "data")
    assert found.dataset is not None
    for result in found.results:
        for page in present(context_of(found, found.dataset, result, _Blank())):
            for name in page.made_of:
                assert (ROOT / name).exists(), (page.address, name)


def test_a_page_is_as_new_as_the_newest_of_its_files(context: Callable[..., Context]) -> None:
    days = {"2568/scores.yml": 1, "2569/measures.yml": 9, "agency.yml": 5}
    history = History({f"{AGENCY}/{name}": Change("x", date(2026, 1, day)) for name, day in days.items()})
    pages = {page.address: history.changed_last(page.made_of) for page in present(context(FILES))}

    assert pages["scores/"] == date(2026, 1, 1)
    assert pages["measures/2569/"] == date(2026, 1, 9)
    assert pages["measures/2569/1/"] == date(2026, 1, 9)
    assert pages["contact/"] == date(2026, 1, 5)
    # one of its files has no day
    assert pages["scores/2568/analysis/"] is None
    # the rules that the program brings have none
    assert pages["methodology/"] is None


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (["2026-01-01", "2026-01-05"], date(2026, 1, 5)),
        (["2026-01-05", "2026-01-01"], date(2026, 1, 5)),
        (["2026-01-05", ""], None),
        ([""], None),
        ([], None),
    ],
)
def test_the_portal_is_as_new_as_its_newest_agency(days: list[str], wanted: date | None) -> None:
    agencies = tuple(Summary(f"a{n}", "ก", 2568, changed=day) for n, day in enumerate(days))
    home, *_, rules = portal.present("ก", agencies, {})

    assert changed_last(agencies)(home) == wanted
    assert changed_last(agencies)(rules) is None


def test_a_summary_tells_when_its_result_changed(context: Callable[..., Context]) -> None:
    known = context({})
    days = {"agency.yml": date(2026, 1, 1), "2568/scores.yml": date(2026, 1, 3)}
    history = History({f"{AGENCY}/{name}": Change("x", day) for name, day in days.items()})
    dated = Context(**{**vars(known), "origins": Origins(None, history)})

    assert summarise(known).changed == ""
    assert summarise(dated).changed == "2026-01-03"
