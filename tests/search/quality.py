"""How well a search answers the queries of queries.yml: figures that an independent rule and named pages decide."""

import json
import math
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.search.driver import OURS, ask, first_ten, open_box
from tests.search.judged import Query, Words, queries, rank_of, relevant, shown_texts

PORTAL = "portal"
FIRST = 10


@dataclass(frozen=True)
class Answer:
    """What was listed first for a query. `relevant` are the pages with all its words by the independent rule: none for
    the portal, whose results are of other sites, and for what is misspelt or half typed."""

    query: Query
    found: tuple[str, ...]
    relevant: frozenset[str]
    spent: float  # milliseconds

    @property
    def rank(self) -> int:
        return rank_of(self.query.wanted, [*self.found])

    @property
    def recall(self) -> float:
        return len(self.relevant & {*self.found}) / min(FIRST, len(self.relevant))

    @property
    def precision(self) -> float:
        return len(self.relevant & {*self.found}) / len(self.found) if self.found else 0.0


@dataclass(frozen=True)
class Quality:
    """Means over answers; `hits` is the share of misspelt or half-typed queries with a wanted page among the first."""

    answers: tuple[Answer, ...]

    def _of(self, *kinds: str) -> list[Answer]:
        return [one for one in self.answers if one.query.kind in kinds]

    @property
    def judged(self) -> list[Answer]:
        return [one for one in self._of("plain") if one.relevant]

    @property
    def recall(self) -> float:
        return _mean(one.recall for one in self.judged)

    @property
    def precision(self) -> float:
        return _mean(one.precision for one in self.judged)

    @property
    def zero(self) -> float:
        return _mean(not one.found for one in self.judged)

    @property
    def reciprocal_rank(self) -> float:
        return _mean(1 / one.rank if one.rank else 0 for one in self._of("plain"))

    def hits(self, kind: str) -> float:
        return _mean(one.rank > 0 for one in self._of(kind))

    def of(self, *sites: str) -> "Quality":
        return Quality(tuple(one for one in self.answers if one.query.site in sites))

    def line(self, name: str) -> str:
        spent = sorted(one.spent for one in self.answers)
        return (
            f"{name:24}{len(self.judged):5}{self.recall:8.3f}{self.precision:8.3f}{self.reciprocal_rank:8.3f}{self.zero:8.3f}"
            f"{self.hits('misspelt'):8.3f}{self.hits('half-typed'):8.3f}"
            f"{statistics.median(spent):8.1f}{spent[int(len(spent) * 0.95)]:8.1f}"
        )


def _mean(values: Iterable[float]) -> float:
    listed = [*values]
    return statistics.mean(listed) if listed else math.nan


HEAD = f"{'':24}{'n':>5}{'R@10':>8}{'P@10':>8}{'MRR':>8}{'zero':>8}{'misspelt':>9}{'half':>7}{'ms':>8}{'p95':>8}"


def texts_of(page: Page, address: str, site: Path) -> dict[str, dict[str, Words]]:
    """The words of every page of every agency, by its slug and the page's address below it."""
    return {
        slug: {
            place: Words.of(text)
            for place, text in shown_texts(page, f"{address}{slug}/", _pages(site / slug, f"{slug}/")).items()
        }
        for slug in sorted({query.site for query in queries()} - {PORTAL})
    }


def _pages(folder: Path, below: str) -> Iterator[str]:
    for address in json.loads((folder / "urls.json").read_text(encoding="utf-8")):
        if address.endswith("/"):
            yield address.removeprefix(below)


def measure(
    page: Page, address: str, texts: Mapping[str, Mapping[str, Words]], sites: Sequence[str], status: str = OURS
) -> Quality:
    """Types every query of these sites into their search boxes."""
    answers = []
    for site in sites:
        root = address if site == PORTAL else f"{address}{site}/"
        open_box(page, root, status)
        for query in queries():
            if query.site != site:
                continue
            spent, found = ask(page, root, query.text, status)
            right = relevant(query.text, texts[site]) if query.kind == "plain" and site in texts else frozenset[str]()
            answers.append(Answer(query, tuple(first_ten(found)), right, spent))
    return Quality(tuple(answers))
