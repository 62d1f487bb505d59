"""Old addresses: each has a page that leads on, whatever kind of address it was."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.model import Agency, AgencyProfile, Redirect
from generator.pages.redirects import Moved, last_of, moved, present
from generator.problems import NOWHERE

MakeContext = Callable[..., Any]


@pytest.mark.parametrize(
    ("old", "address"),
    [
        ("ita/", "ita/"),
        ("ita", "ita/"),
        ("ita.html", "ita.html/"),
        ("files/2568/plan.pdf", "files/2568/plan.pdf/"),
        ("ita/index.html", "ita/"),
        ("index.html", ""),
        ("xindex.html", "xindex.html/"),
    ],
)
def test_where_the_page_at_an_old_address_stands(old: str, address: str) -> None:
    assert Moved(old, "scores/", NOWHERE).address == address


@pytest.mark.parametrize(
    ("onward", "start", "end"),
    [
        ({}, "scores/", "scores/"),
        ({"a/": "b/"}, "a/", "b/"),
        ({"a/": "b", "b/": "files/2568/c.pdf"}, "a", "files/2568/c.pdf"),
        ({"a/": "a"}, "a/", None),
        ({"a/": "b/", "b/": "c/", "c/": "b/"}, "a/", None),
    ],
)
def test_where_a_chain_ends(onward: dict[str, str], start: str, end: str | None) -> None:
    assert last_of(start, onward) == end


def _agency(*redirects: tuple[str, str]) -> Agency:
    entries = tuple(Redirect(old=old, new=new) for old, new in redirects)
    return Agency("x", AgencyProfile(name="ก", type="ข", province="ค", redirects=entries), ())


def test_the_redirects_of_a_profile() -> None:
    assert moved(_agency(("a/", "b/"), ("c", "d/"))) == (Moved("a/", "b/", NOWHERE), Moved("c", "d/", NOWHERE))


class _Context:
    def __init__(self, agency: Agency) -> None:
        self.agency = agency


def _pages(*redirects: tuple[str, str]) -> dict[str, str]:
    context: Any = _Context(_agency(*redirects))
    found = present(context)
    assert all(page.nav == () for page in found)
    return {page.address: page.redirect for page in found}


@pytest.mark.parametrize(
    ("redirects", "pages"),
    [
        ([], {}),
        ([("a/", "scores/2568/")], {"a/": "../scores/2568/"}),
        ([("files/2567/x.pdf", "files/2567/y.pdf")], {"files/2567/x.pdf/": "../y.pdf"}),
        ([("a/", "b/"), ("b/", "scores/")], {"a/": "../scores/", "b/": "../scores/"}),
        ([("a/", "b/"), ("b/", "a/"), ("c/", "scores/")], {"c/": "../scores/"}),  # told as problems elsewhere
    ],
)
def test_each_leads_to_the_end_of_its_chain(redirects: list[tuple[str, str]], pages: dict[str, str]) -> None:
    assert _pages(*redirects) == pages
