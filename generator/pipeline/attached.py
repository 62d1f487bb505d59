"""Attached files: which of them are published, and what is to be said of the others."""

from collections.abc import Iterator

from generator import links
from generator.model import Agency, AgencyYear, AttachedFile, Dataset
from generator.problems import SHOWN, Problem, Source

_MEGABYTE = 1_000_000
_LIMIT = 1_000  # megabytes that GitHub Pages allows a site
_NEAR = 80  # per cent of it


def _named(entry: AgencyYear) -> frozenset[str]:
    """The files that the answers of a year name, as evidence or as an annex."""
    evidence = [one for answer in entry.disclosed() for one in answer.evidence]
    names = [one.file for one in evidence] + [annex.file for one in evidence for annex in one.annexes]
    return frozenset(filter(None, names))


def published_files(agency: Agency) -> dict[str, AttachedFile]:
    """The files that the agency's site has, by address below its root: those that an answer names."""
    found: dict[str, AttachedFile] = {}
    for entry in agency.years:
        named = _named(entry)
        found |= {links.attached(entry.fiscal_year, file.name): file for file in entry.files if file.name in named}
    return found


def notices(dataset: Dataset) -> Iterator[Problem]:
    """What is only to be told: files that no answer names, and a site that nears the size its host allows."""
    for agency in dataset.agencies:
        for entry in agency.years:
            # where the answers cannot be read, nobody can say what they name
            if "disclosure.yml" not in entry.unread:
                named = _named(entry)
                for file in entry.files:
                    if file.name not in named:
                        yield Problem("file-unused", file.source, file.name, agency=agency.slug)
    size = sum(file.size for agency in dataset.agencies for file in published_files(agency).values())
    if size * 100 >= _LIMIT * _MEGABYTE * _NEAR:
        yield Problem("hosting-size", Source(f"{SHOWN}/site.yml"), str(size // _MEGABYTE), {"limit": str(_LIMIT)})
