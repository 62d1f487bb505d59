"""Addresses, the relative links between them, and the way from a line of data to the code host."""

import re
from datetime import date
from urllib.parse import urljoin

import pytest

from generator import links
from generator.history import Change, History
from generator.links import Origins
from generator.model import Layout, Site
from generator.problems import Source
from generator.thai import FiscalYear

YEAR = FiscalYear(2568)
ADDRESSES = (
    links.HOME,
    links.SCORES,
    links.METHODOLOGY,
    links.CONTACT,
    links.COMPLAINTS,
    links.CHANGES,
    links.scores(YEAR),
    links.scores(FiscalYear(2567)),
    links.indicator(1),
    links.indicator(10),
    links.findings(YEAR),
    links.agency("muang-mu"),
    "muang-mu/findings/2568/",
    links.analysis(YEAR),
    links.MEASURES,
    links.measures(YEAR),
    links.measure(YEAR, 1),
    links.measure(FiscalYear(2569), 12),
    links.DOCUMENTS,
    links.document(YEAR, "memo"),
    links.eit(YEAR),
)
ROOTS = ("https://example.go.th/", "https://example.go.th/ita/muang-mu/", "file:///home/a/site/")


def test_addresses_are_those_that_were_promised() -> None:
    assert links.HOME == ""
    assert ADDRESSES[1:5] == ("scores/", "methodology/", "contact/", "complaints/")
    assert links.scores(YEAR) == "scores/2568/"
    assert links.indicator(10) == "indicators/10/"
    assert links.findings(YEAR) == "findings/2568/"
    assert links.findings(YEAR, "value-conflict-2") == "findings/2568/#value-conflict-2"
    assert links.agency("muang-mu") == "muang-mu/"
    assert links.analysis(YEAR) == "scores/2568/analysis/"
    assert links.analysis(YEAR, "indicator-4-2") == "scores/2568/analysis/#indicator-4-2"
    assert (links.MEASURES, links.DOCUMENTS) == ("measures/", "documents/")
    assert links.measures(YEAR) == "measures/2568/"
    assert links.measure(YEAR, 12) == "measures/2568/12/"
    assert links.document(YEAR, "results") == "documents/2568/results/"
    assert links.eit(YEAR) == "eit/2568/"


def test_no_two_pages_have_one_address() -> None:
    assert len(set(ADDRESSES)) == len(ADDRESSES)


@pytest.mark.parametrize("start", ADDRESSES)
@pytest.mark.parametrize("target", ADDRESSES)
@pytest.mark.parametrize("anchor", ["", "value-conflict-1"])
def test_a_relative_link_leads_to_its_target_wherever_the_site_lies(start: str, target: str, anchor: str) -> None:
    wanted = f"{target}#{anchor}" if anchor else target

    way = links.relative(start, wanted)

    assert way != ""
    assert not way.startswith("/")
    assert "//" not in way
    for root in ROOTS:
        assert urljoin(root + start, way) == root + wanted


@pytest.mark.parametrize(
    ("start", "target", "way"),
    [
        ("", "", "./"),
        ("", "scores/2568/", "scores/2568/"),
        ("scores/2568/", "", "../../"),
        ("scores/2568/", "scores/", "../"),
        ("scores/2568/", "scores/2567/", "../2567/"),
        ("scores/2568/", "indicators/1/", "../../indicators/1/"),
        ("scores/2568/", "scores/2568/", "./"),
        ("measures/2569/5/", "measures/2569/", "../"),
        ("measures/2569/5/", "scores/2568/analysis/#indicator-1", "../../../scores/2568/analysis/#indicator-1"),
        ("scores/2568/", "scores/2568/analysis/", "analysis/"),
        ("scores/2568/analysis/", "scores/2568/analysis/#indicator-1", "#indicator-1"),
        ("findings/2568/", "findings/2568/#rank-order-1", "#rank-order-1"),
        ("", "findings/2568/#rank-order-1", "findings/2568/#rank-order-1"),
    ],
)
def test_a_relative_link_is_as_short_as_it_can_be(start: str, target: str, way: str) -> None:
    assert links.relative(start, target) == way


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_markdown_of_a_page_lies_where_mkdocs_finds_its_address(address: str) -> None:
    path = links.markdown_path(address)

    assert re.fullmatch(r"([a-z0-9-]+/)*index\.md", path)
    assert path.removesuffix("index.md") == address


# --- where a line of data can be looked up


COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILE = "data/muang-mu/2567/scores.yml"


def _origins(repository: str | None, *, known: bool = True, prefix: str = "data/") -> Origins:
    changes = {FILE: Change(COMMIT, date(2026, 11, 20))} if known else {}
    return Origins(repository, History(changes=changes, prefix=prefix))


@pytest.mark.parametrize("repository", ["https://github.com/a/b", "https://github.com/a/b/"])
@pytest.mark.parametrize(
    ("prefix", "path"),
    [
        ("data/", "data/muang-mu/2567/scores.yml"),
        ("", "muang-mu/2567/scores.yml"),
        ("sites/north/", "sites/north/muang-mu/2567/scores.yml"),
    ],
)
def test_a_line_is_linked_at_the_commit_that_last_touched_its_file(repository: str, prefix: str, path: str) -> None:
    href = _origins(repository, prefix=prefix).href(Source(FILE, 29, 32))

    assert href == f"https://github.com/a/b/blob/{COMMIT}/{path}#L29"


@pytest.mark.parametrize(
    ("origins", "source"),
    [
        pytest.param(_origins(None), Source(FILE, 29), id="no repository"),
        pytest.param(_origins("https://github.com/a/b", known=False), Source(FILE, 29), id="no commit"),
        pytest.param(_origins("https://github.com/a/b"), Source("data/muang-mu/2566/scores.yml"), id="another file"),
    ],
)
def test_where_nobody_can_be_sent_there_is_no_link(origins: Origins, source: Source) -> None:
    assert origins.href(source) is None


def test_the_repository_is_the_one_of_the_site() -> None:
    history = History(changes={FILE: Change(COMMIT, date(2026, 11, 20))}, prefix="data/")
    site = Site(format="1", layout=Layout.NETWORK, title="เครือข่าย", repository="https://github.com/a/b")

    assert links.origins(site, history) == Origins("https://github.com/a/b", history)
    assert links.origins(site.model_copy(update={"repository": None}), history).href(Source(FILE)) is None


@pytest.mark.parametrize(
    ("address", "kind", "year", "weight", "of_network"),
    [
        ("", "", 0, 1, True),
        ("scores/", "คะแนน", 0, 0, False),
        ("scores/2568/", "คะแนน", 2568, 0, False),
        ("scores/2568/analysis/", "คะแนน", 2568, 0, False),
        ("indicators/10/", "คะแนน", 0, 0, False),
        ("measures/", "มาตรการ", 0, 0, False),
        ("measures/2567/", "มาตรการ", 2567, 0, False),
        ("measures/2567/12/", "มาตรการ", 2567, 0, True),
        ("oit/2566/", "OIT", 2566, 0, False),
        ("oit/2566/all/", "OIT", 2566, -3, False),
        ("oit/2566/o43/", "OIT", 2566, 0, True),
        ("documents/2566/memo/", "เอกสาร", 2566, 0, False),
        ("findings/2565/", "", 2565, -3, False),
        ("methodology/", "", 0, -3, False),
        ("privacy/", "", 0, -3, False),
        ("handbook/", "", 0, -3, False),
        ("handbook/messages/", "", 0, -3, False),
        ("contact/", "", 0, 0, False),
        ("eit/2568/", "", 2568, 0, False),
    ],
)
def test_a_search_knows_pages_by_their_addresses(
    address: str, kind: str, year: int, weight: int, of_network: bool
) -> None:
    place = links.kind(address)

    assert ("" if place < 0 else links.KINDS[place]) == kind
    assert links.year(address) == year
    assert links.weight(address) == weight
    assert links.is_of_network(address) is of_network


@pytest.mark.parametrize("repository", ["https://github.com/x/ita", "https://github.com/x/ita/"])
def test_a_commit_can_be_seen_whole(repository: str) -> None:
    change = Change("0123abc", date(2026, 1, 1))

    assert Origins(repository, History()).commit(change) == "https://github.com/x/ita/commit/0123abc"
    assert Origins(None, History()).commit(change) is None
