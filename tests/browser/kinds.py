"""Every kind of page that browser tests and screenshots look at, in one place: a new kind is one more line here.

Of the repository's own five agencies and their portal, and of the fictional agency with a full OIT year.
"""

from collections.abc import Iterator
from typing import Final, Literal

WIDTHS = (360, 768, 1280)
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")

# By a name for files and messages; the address is below the site's root.
REAL = {
    "portal": "",
    "year-of-all": "years/2565/",
    "compare": "compare/?a=muang-mu&a=nong-ya-plong&year=2567",
    "portal-methodology": "methodology/",
    "about": "about/",
    "handbook": "handbook/",
    "messages": "handbook/messages/",
    "chapter": "handbook/start/",
    "privacy": "privacy/",
    "not-found": "404.html",
    "home": "mueang-khong/",
    "home-disputed": "sateng-nok/",
    "scores": "sateng-nok/scores/",
    "year-disputed": "sateng-nok/scores/2565/",
    "year": "muang-mu/scores/2567/",
    "year-alone": "din-daeng/scores/2564/",
    "infographic": "din-daeng/scores/2564/infographic/",
    "analysis": "sateng-nok/scores/2565/analysis/",
    "measures": "muang-mu/measures/",
    "measures-year": "din-daeng/measures/2565/",
    "measure": "muang-mu/measures/2567/6/",
    "documents": "sateng-nok/documents/",
    "document": "sateng-nok/documents/2566/memo/",
    "indicator": "nong-ya-plong/indicators/10/",
    "findings": "sateng-nok/findings/2565/",
    "methodology": "muang-mu/methodology/",
    "contact": "sateng-nok/contact/",
    "complaints": "din-daeng/complaints/",
}
# Below the agency's own root.
FULL_YEAR = {
    "full-home": "",
    "oit": "oit/",
    "oit-year": "oit/2566/",
    "oit-all": "oit/2566/all/",
    "item-tables": "oit/2566/o18/",
    "item-files": "oit/2566/o21/",
    "item-pictures": "oit/2566/o40/",
    "item-exempt": "oit/2566/o41/",
    "report": "documents/2566/report/",
}


def every_page(address: str, full_year: str) -> Iterator[tuple[str, str]]:
    """All of them by name, where the two sites are served."""
    yield from ((name, f"{address}{kind}") for name, kind in REAL.items())
    yield from ((name, f"{full_year}{kind}") for name, kind in FULL_YEAR.items())
