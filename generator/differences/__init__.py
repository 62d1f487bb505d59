"""What a change of the data would change on the published site: two examined states in, words for a report out.

Only data are compared: the program, its templates and hand-written pages are the same on both sides. Modules from the
top: figures, booklet; records.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from generator import findings as all_findings
from generator import links
from generator.differences.figures import changed_figures
from generator.differences.records import (
    AgencyChanges,
    Changed,
    Comparison,
    Figure,
    Files,
    Findings,
    Held,
    Named,
    Pages,
)
from generator.findings import Finding
from generator.history import History
from generator.links import Origins
from generator.model import Dataset, Layout, Site
from generator.page import Page
from generator.pages import portal, present
from generator.pages.context import Context
from generator.pages.redirects import moved
from generator.pages.summaries import Summary, summarise
from generator.pipeline.addresses import BLANK, context_of
from generator.pipeline.attached import published_files
from generator.pipeline.examine import Examined, Result
from generator.thai import collation

__all__ = ["AgencyChanges", "Changed", "Comparison", "compare"]

_EMPTY = Dataset(Site(format="1", layout=Layout.NETWORK, title="-"), (), {})
_NO_ORIGINS = Origins(None, History())


def compare(before: Examined | None, after: Examined) -> Comparison:
    """What the published site would show otherwise; `before` is None, or has no dataset, where there was nothing."""
    if after.dataset is None:
        return Comparison(problems=after.problems, notices=after.notices, blocked=True)
    then = (before.dataset if before else None) or _EMPTY
    old, new = _State.of(before, then), _State.of(after, after.dataset)
    slugs = sorted({*old.slugs, *new.slugs})
    agencies = tuple(_agency(slug, old, new) for slug in slugs)
    return Comparison(
        agencies,
        tuple(_settings(then, after.dataset)) if then is not _EMPTY else (),
        _portal(old, new, agencies) if after.dataset.site.layout is Layout.NETWORK else Pages(),
        after.problems,
        after.notices,
    )


@dataclass(frozen=True)
class _State:
    """One state of the data: the agencies that can be read, and those that hold."""

    examined: Examined | None
    dataset: Dataset
    results: Mapping[str, Result]
    broken: frozenset[str]

    @classmethod
    def of(cls, examined: Examined | None, dataset: Dataset) -> "_State":
        results = examined.results if examined and examined.dataset else ()
        return cls(
            examined,
            dataset,
            {one.agency.slug: one for one in results},
            examined.held if examined and examined.dataset else frozenset(),
        )

    @property
    def slugs(self) -> set[str]:
        return {*self.results, *self.broken}

    @property
    def alone(self) -> bool:
        return self.dataset.site.layout is Layout.AGENCY

    def context(self, result: Result) -> Context | None:
        """What pages are made from, without dates and places of commits: those change with every commit."""
        if self.examined is None:
            return None
        return replace(context_of(self.examined, self.dataset, result, BLANK), origins=_NO_ORIGINS)

    def pages(self, slug: str) -> dict[str, Page]:
        """An agency's pages by address from the site's root; none where it cannot be read."""
        result = self.results.get(slug)
        context = self.context(result) if result else None
        below = "" if self.alone else links.agency(slug)
        return {below + page.address: page for page in present(context)} if context else {}

    def summary(self, slug: str) -> Summary | None:
        result = self.results.get(slug)
        context = self.context(result) if result else None
        return summarise(context) if context else None


def _agency(slug: str, old: _State, new: _State) -> AgencyChanges:
    was, will = old.results.get(slug), new.results.get(slug)
    known = will or was
    changes = AgencyChanges(
        slug,
        known.agency.profile.name if known else slug,
        new=slug not in old.slugs,
        gone=slug not in new.slugs,
        unread=(slug in old.broken and was is None) or (slug in new.broken and will is None),
        held=_held(slug, will, new),
    )
    if (slug in new.slugs and will is None) or (will and was and _same(was, will, old, new)):
        return changes
    return replace(
        changes,
        figures=tuple(changed_figures(was, will, old.dataset, new.dataset)),
        pages=_pages(old.pages(slug), new.pages(slug), will, "" if new.alone else links.agency(slug)),
        findings=_findings(was.findings if was else (), will.findings if will else ()),
        files=_files(was, will),
    )


def _same(was: Result, will: Result, old: _State, new: _State) -> bool:
    """Whether nothing that pages show can be another."""
    rules = (old.dataset.frameworks, old.dataset.earlier) == (new.dataset.frameworks, new.dataset.earlier)
    return rules and was == will and old.alone == new.alone and old.dataset.site.official == new.dataset.site.official


def _held(slug: str, will: Result | None, new: _State) -> Held | None:
    codes = dict.fromkeys(one.code for one in will.findings if one.holds) if will else {}
    return Held(slug in new.broken, tuple(codes)) if codes or slug in new.broken else None


# --- pages


def _pages(old: Mapping[str, Page], new: Mapping[str, Page], will: Result | None, below: str) -> Pages:
    onward = {below + one.address: below + one.new for one in moved(will.agency)} if will else {}
    was = {address: page for address, page in old.items() if not page.redirect}
    here = {address: page for address, page in new.items() if not page.redirect}
    return Pages(
        tuple(Changed(address, here[address].title) for address in here if address not in was),
        tuple(Changed(one, page.title, onward.get(one, "")) for one, page in was.items() if one not in here),
        tuple(
            Changed(address, page.title)
            for address, page in here.items()
            if address in was and not _alike(was[address], page)
        ),
    )


# Lines of a file move when another line comes: a page that only names others is the same to its readers.
_LINES = re.compile(r"(?<=[.]yml)(?::|&#58;)[0-9]+(?:–[0-9]+)?|(?<=&#46;yml)(?::|&#58;)[0-9]+(?:–[0-9]+)?")


def _alike(one: Page, other: Page) -> bool:
    was, will = (_LINES.sub("", repr(page.content())) for page in (one, other))
    return one.title == other.title and was == will


def _portal(old: _State, new: _State, agencies: Collection[AgencyChanges]) -> Pages:
    """The network's own pages. An agency that is held stays on them as it is."""
    held = {one.slug for one in agencies if one.held}
    if not any(one and not one.held for one in agencies) and old.dataset.site == new.dataset.site:
        return Pages()
    after = [(old if slug in held else new).summary(slug) for slug in sorted({*new.slugs})]
    before = [old.summary(slug) for slug in sorted(old.slugs)]
    was = _of_network(before, old.dataset) if not old.alone else {}
    return _pages(was, _of_network(after, new.dataset), None, "")


def _of_network(summaries: Collection[Summary | None], dataset: Dataset) -> dict[str, Page]:
    known = sorted(filter(None, summaries), key=lambda one: collation(one.name))
    return {one.address: one for one in portal.present(dataset.site.title, known, dataset.frameworks)} if known else {}


# --- findings, files, settings


def _findings(was: Collection[Finding], will: Collection[Finding]) -> Findings:
    """By what they say: a finding that only moved to another line is the same one."""
    before, after = ({_key(one): one for one in findings} for findings in (was, will))
    both = [(before[key], one) for key, one in after.items() if key in before]
    return Findings(
        tuple(_named(one) for key, one in after.items() if key not in before),
        tuple(_named(one) for key, one in before.items() if key not in after),
        tuple(_named(now) for then, now in both if now.acknowledgement and not then.acknowledgement),
        tuple(_named(now) for then, now in both if then.acknowledgement and not now.acknowledgement),
    )


def _key(one: Finding) -> tuple[object, ...]:
    values = tuple((value.role, value.value, value.place) for value in one.values)
    return one.code, one.fiscal_year, one.indicator, one.contradiction.item, all_findings.message(one), values


def _named(one: Finding) -> Named:
    values = tuple(f"{value.value} ({value.place})" if value.place else value.value for value in one.values)
    severity = all_findings.severity(one.severity)
    return Named(one.fiscal_year, one.code, severity, all_findings.message(one), values, str(one.source))


def _files(was: Result | None, will: Result | None) -> Files:
    before, after = (published_files(one.agency) if one else {} for one in (was, will))
    return Files(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(one for one in after.keys() & before.keys() if after[one].digest != before[one].digest)),
    )


def _settings(then: Dataset, now: Dataset) -> Iterator[Figure]:
    """Settings of site.yml by their key."""
    before, after = (one.site.model_dump(mode="json", exclude={"source"}) for one in (then, now))
    for key in after:
        if before[key] != after[key]:
            yield Figure(None, key, *("–" if one is None else str(one) for one in (before[key], after[key])))
