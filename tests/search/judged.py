"""What a search should find, told without it: the texts that a browser shows, cut into words by a dictionary."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page
from pythainlp.tokenize import word_tokenize

QUERIES = Path(__file__).parent / "queries.yml"
FIRST = 10

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙–−", "0123456789--")
_THAI = "[\u0e01-\u0e5b]"


@dataclass(frozen=True)
class Query:
    """What somebody types into the search of a site. `meant` is what a misspelt or half-typed query should have been;
    any of the `wanted` addresses answers it."""

    site: str
    text: str
    wanted: frozenset[str]
    kind: str = "plain"
    meant: str = ""


def queries() -> list[Query]:
    """All of queries.yml in its order."""
    told: Mapping[str, list[dict[str, Any]]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [
        Query(site, one["query"], frozenset(one["wanted"]), one.get("kind", "plain"), one.get("meant", ""))
        for site, listed in told.items()
        for one in listed
    ]


def shown_texts(page: Page, site: str, addresses: Iterable[str]) -> dict[str, str]:
    """The text of each article as the browser lays it out, less what is marked as not to be searched."""
    page.goto(site)
    return {
        address: page.evaluate(
            """async (address) => {
                const html = await (await fetch(address || './')).text();
                const article = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
                for (const one of article.querySelectorAll('[data-search-exclude], svg')) one.remove();
                document.body.replaceChildren(article);
                return article.innerText;
            }""",
            site + address,
        )
        for address in addresses
    }


@dataclass
class Words:
    """A text without the spaces next to Thai letters, and where its words begin and end."""

    text: str
    edges: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> "Words":
        made = cls("")
        for line in text.splitlines():
            for token in word_tokenize(_plain(line), engine="newmm"):
                made.edges.add(len(made.text))
                made.text += token
                made.edges.add(len(made.text))
            made.text += "\n"
        return made

    def has(self, word: str) -> bool:
        """Whether a word stands here as a word, or as several whole ones."""
        return any(
            found.start() in self.edges and found.end() in self.edges
            for form in _forms(word)
            for found in re.finditer(
                f"(?<![0-9]){re.escape(form)}" if form[0].isdigit() else re.escape(form), self.text
            )
        )


def words_of(query: str) -> list[str]:
    """The words of a query: its parts between spaces, but a code or a year beside what makes it one."""
    text = re.sub(r"\b(o|โอ) (?=[0-9])", r"\1", query.lower().translate(_ARABIC))
    text = re.sub(r"(?:ปี(?:งบประมาณ)?|พ\.ศ\.) ?(?:25)?([0-9]{2})(?![0-9])", r" 25\1 ", text)
    text = re.sub(rf"(?<={_THAI})(?=(?:o|0)[0-9]{{1,2}}\b)", " ", text)
    return [part for part in text.split() if re.search(r"\w", part)]


def _forms(word: str) -> list[str]:
    if code := re.fullmatch("(?:o|โอ|0)([0-9]{1,2})", word):
        return [f"o{code[1]}", f"0{code[1]}", f"โอ{code[1]}"]
    if year := re.fullmatch("25([0-9]{2})", word):
        return [word, f"ปี{year[1]}"]
    return [_plain(word)]


def _plain(text: str) -> str:
    text = text.lower().translate(_ARABIC).replace("\u0e4d\u0e32", "\u0e33")
    text = re.sub(rf"(?<={_THAI})[ \t\u00a0]+|[ \t\u00a0]+(?={_THAI})", "", text)
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", text)


def relevant(query: str, texts: Mapping[str, Words]) -> frozenset[str]:
    """The pages on which every word of a query stands."""
    words = words_of(query)
    return frozenset(address for address, text in texts.items() if all(text.has(word) for word in words))


def rank_of(wanted: frozenset[str], found: list[str]) -> int:
    """The place of the first wanted page, from 1; 0 where none was found."""
    return next((place for place, address in enumerate(found, start=1) if address in wanted), 0)
