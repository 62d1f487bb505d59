"""Thai search that finds: every query of queries.yml through the search box, in a real Chromium, over the real site."""

from pathlib import Path

from playwright.sync_api import Page

from tests.search.driver import STOCK
from tests.search.judged import queries
from tests.search.quality import PORTAL, Quality, measure, texts_of

SITES = tuple(dict.fromkeys(query.site for query in queries()))
AGENCIES = tuple(site for site in SITES if site != PORTAL)


def _missed(quality: Quality) -> str:
    """The queries that cost most, for whoever reads the failure."""
    return "\n".join(
        f"{one.query.site} {one.query.kind} {one.query.text}: rank {one.rank}, wanted {sorted(one.query.wanted)}, "
        f"found {one.found[:4]}"
        for one in quality.answers
        if one.rank != 1
    )


def test_the_query_set_is_what_it_says(real_site: Path) -> None:
    asked = queries()

    for site in SITES:
        mine = [query for query in asked if query.site == site]
        assert sum(query.kind == "plain" for query in mine) >= 10, site
        assert len({query.text for query in mine}) == len(mine), site
        folder = real_site if site == PORTAL else real_site / site
        for query in mine:
            assert query.wanted, query.text
            for address in query.wanted:
                assert (folder / address / "index.html").is_file(), f"{query.text}: {address}"
    assert {query.site for query in asked} == {
        PORTAL,
        *(path.parent.name for path in real_site.glob("*/manifest.json")),
    }
    assert sum(query.kind == "plain" for query in asked) >= 60
    for kind in ("misspelt", "half-typed"):
        assert sum(query.kind == kind for query in asked) >= 10
        assert all(bool(query.meant) == (query.kind != "plain") for query in asked)
    assert all(query.meant.startswith(query.text) for query in asked if query.kind == "half-typed")


def test_search_finds_what_people_look_for(page: Page, address: str, real_site: Path, stock: str) -> None:
    """By an independent rule, and by the page that answers; beside it the theme's own search in the same run.
    benchmarks/search.py prints the figures."""
    texts = texts_of(page, address, real_site)
    ours = measure(page, address, texts, SITES)
    theirs = measure(page, stock, texts, AGENCIES, STOCK)

    assert ours.recall >= 0.98, _missed(ours)
    assert ours.zero == 0, _missed(ours)
    assert ours.reciprocal_rank >= 0.9, _missed(ours)
    assert ours.precision >= 0.9, _missed(ours)
    for kind in ("misspelt", "half-typed"):
        assert ours.hits(kind) >= 0.9, _missed(ours)
    for site in SITES:
        assert ours.of(site).reciprocal_rank >= 0.85, f"{site}\n{_missed(ours.of(site))}"
    assert theirs.recall < 0.75, "the theme's own search has learned Thai: is ours still needed?"
