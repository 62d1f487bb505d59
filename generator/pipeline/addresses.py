"""Addresses are permanent: what was published or filed stays where it was, or says where it went.

Every address of `urls.lock`, and of the published site where a run is told those, must be a page, an attached file or a
redirect of the new site; redirects and evidence lead to what is there.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator import frameworks, links
from generator.charts.vega import Drawing, Press
from generator.load import SLUG
from generator.model import Agency, Dataset, Layout, Phrase
from generator.pages import Context, present
from generator.pages.redirects import Moved, last_of, moved
from generator.pipeline.attached import published_files
from generator.pipeline.examine import Examined, Result
from generator.problems import Problem, Source, in_order, nearest
from generator.reuse import Listed
from generator.thai import FiscalYear

_ITEM = re.compile(rf"{links.OIT}([0-9]{{4}})/o[0-9]+/")
# Where every build has files of its own, and a name that MkDocs takes for one of its.
_TAKEN = frozenset("404.html assets manifest.json search sitemap.xml sitemap.xml.gz templates urls.json".split())


@dataclass(frozen=True)
class Addresses:
    """What one agency's site has, below its root."""

    pages: frozenset[str]
    redirects: frozenset[str]
    files: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.pages | self.redirects | self.files


class _Blank:
    """An easel for those who want no picture."""

    def svg(self, drawing: Drawing) -> str:  # noqa: ARG002 -- as every easel
        return ""

    def png(self, svg: str, scale: int) -> bytes:  # noqa: ARG002 -- as every easel
        return b""


BLANK = _Blank()


def context_of(examined: Examined, dataset: Dataset, result: Result, easel: Press) -> Context:
    """What the pages of an agency are made from."""
    return Context(
        agency=result.agency,
        official=dataset.site.official,
        frameworks=dataset.frameworks,
        assessments=result.assessments,
        findings=result.findings,
        as_of=result.as_of,
        origins=links.origins(dataset.site, examined.history),
        easel=easel,
        earlier=dataset.earlier,
        day=examined.day,
    )


def addresses_of(examined: Examined, dataset: Dataset, result: Result, hand_written: Collection[str]) -> Addresses:
    """What the agency's site will have; `hand_written` are pages that every site has."""
    pages = present(context_of(examined, dataset, result, BLANK))
    return Addresses(
        frozenset({page.address for page in pages if not page.redirect} | {*hand_written}),
        frozenset(page.address for page in pages if page.redirect),
        frozenset({*published_files(result.agency), *(one.address for page in pages for one in page.downloads)}),
    )


def hold_vanished(examined: Examined, hand_written: Collection[str], published: Listed | None = None) -> Examined:
    """The same with the Problems that addresses have, and their agencies held. Pages are presented only where there is
    something to compare them with."""
    dataset = examined.dataset
    if dataset is None:
        return examined
    problems: list[Problem] = [*_agencies_gone(examined, dataset, published)]
    for result in examined.results:
        agency = result.agency
        promised = _promised(agency, dataset, published)
        if agency.slug not in examined.held and (promised or moved(agency) or any(_cited(agency))):
            there = addresses_of(examined, dataset, result, hand_written)
            found = [*misled(agency, there), *vanished(promised, there)]
            problems += [replace(problem, agency=agency.slug) for problem in found]
    held = {problem.agency for problem in problems if problem.agency}
    return replace(examined, problems=in_order([*examined.problems, *problems]), held=examined.held | held)


# --- what was published


def _agencies_gone(examined: Examined, dataset: Dataset, published: Listed | None) -> Iterator[Problem]:
    """A Problem for each agency of a published network whose folder is not there any more. It holds that agency."""
    if published is None or dataset.site.layout is Layout.AGENCY:
        return
    known = {result.agency.slug for result in examined.results} | examined.held | {*dataset.site.removed}
    for address, line in published.lines.items():
        slug = address.removesuffix("/")
        if SLUG.fullmatch(slug) and slug not in known and f"{slug}/{links.SCORES}" in published.lines:
            yield Problem("agency-vanished", Source(published.name, line), slug, agency=slug)


def _promised(agency: Agency, dataset: Dataset, published: Listed | None) -> tuple[Phrase, ...]:
    """The addresses that bind an agency, each once, and where they stand. Items of a year whose list is still a draft
    bind where they are locked."""
    root = "" if dataset.site.layout is Layout.AGENCY else links.agency(agency.slug)
    locked = {one.value: one for one in agency.locked}
    for address, line in published.lines.items() if published else ():
        below = address.removeprefix(root)
        if address.startswith(root) and below not in locked and not is_draft(below, dataset):
            locked[below] = Phrase(below, Source(published.name if published else "", line))
    return tuple(locked.values())


def is_item_of(address: str, year: FiscalYear) -> bool:
    """Whether it is that of an item's page of an ITA year."""
    return bool(_ITEM.fullmatch(address)) and address.startswith(links.oit(year))


def is_draft(address: str, dataset: Dataset) -> bool:
    """Whether it is that of an item whose number may still change."""
    found = _ITEM.fullmatch(address)
    if not found:
        return False
    year = FiscalYear(int(found[1]))
    framework = {**dataset.earlier, **dataset.frameworks}.get(year)
    if framework is None and year in frameworks.packaged_years():
        framework = frameworks.packaged(year)
    return framework is not None and framework.draft


def vanished(promised: Iterable[Phrase], there: Addresses) -> Iterator[Problem]:
    """A Problem for each promised address that the site will not have."""
    known = {address.removesuffix("/") for address in there.all}
    for one in promised:
        if one.value.removesuffix("/") not in known:
            guess = nearest(one.value, sorted(there.pages | there.files))
            yield Problem("address-vanished", one.source, one.value, {"guess": guess})


# --- what leads somewhere


def _cited(agency: Agency) -> Iterator[tuple[str, str, Source]]:
    """The pages of its own site that answers name as evidence, each with the page of the answer."""
    for year in agency.years:
        for one in year.disclosed():
            for evidence in one.evidence:
                if evidence.page:
                    yield evidence.page, links.oit_item(year.fiscal_year, one.item), evidence.source


def misled(agency: Agency, there: Addresses) -> Iterator[Problem]:
    """Redirects from what is still there, or to what is not; evidence that is not there, or nothing but its answer."""
    redirects = moved(agency)
    onward = {one.address: one.new for one in redirects}
    first: dict[str, Moved] = {}
    for one in redirects:
        before = first.setdefault(one.address.lower(), one)
        # An old address may have had its capitals or not, as long as both lead to one page.
        if before is not one and (before.address == one.address or before.new != one.new):
            yield Problem("two-addresses", one.source, one.old, {"first": str(before.source)})
        if _taken(one.address, there):
            yield Problem("redirect-taken", one.source, one.old)
        elif _leads_nowhere(one.new, onward, there):
            yield _missing(one.new, one.source, there)
    for page, own, source in _cited(agency):
        if page not in there.all:
            yield _missing(page, source, there)
        elif last_of(page, onward) == own:
            yield Problem("evidence-itself", source, page)


def _taken(address: str, there: Addresses) -> bool:
    """Whether a page at an old address would stand in the way of something. Not all servers tell A from a."""
    small = address.lower()
    steps = small.removesuffix("/").split("/")
    above = {"/".join(steps[:count]) for count in range(1, len(steps) + 1)}
    return (
        small in {page.lower() for page in there.pages}
        or not above.isdisjoint({file.lower() for file in there.files})
        or steps[0] in _TAKEN
        or "index.html" in steps
    )


def _leads_nowhere(new: str, onward: Mapping[str, str], there: Addresses) -> bool:
    """Whether what a redirect names is no page, and no address that leads on to one; of a circle every part."""
    if new in there.pages | there.files:
        return False
    onward_too = new in onward or f"{new}/" in onward
    return not onward_too or last_of(new, onward) is None


def _missing(address: str, source: Source, there: Addresses) -> Problem:
    return Problem("page-missing", source, address, {"guess": nearest(address, sorted(there.pages | there.files))})
