"""From Markdown to the published site: what changed is built, all of it is published at once.

An agency with a Problem, or with an open high Finding whose check ran when the same data were last published, keeps
its published pages; the others go on.
"""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator import frameworks, links, reuse
from generator.audit import audit, look_at
from generator.charts.vega import Press
from generator.finish import finish, write_addresses, write_network_index, write_robots
from generator.finish.portable import write_copy
from generator.keep import Keep, anew
from generator.load import LINKS, LOCK
from generator.model import Dataset, Layout, Site
from generator.pages.summaries import Summary
from generator.pipeline.examine import Examined, Result
from generator.pipeline.plan import PORTAL, Parts, Plan, agency_plan, portal_plan
from generator.pipeline.workspace import PROGRAM, Workspace
from generator.problems import SHOWN, Problem
from generator.publish import alone_in, publish
from generator.reuse import Published
from generator.site import Build, build_all
from generator.thai import collation
from generator.write import write


class AuditFailed(Exception):
    """The finished tree has something that no list allows: a fault of the program."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{p.source}: {p.code} {p.found}" for p in problems))


@dataclass(frozen=True)
class Outcome:
    """What a build did. `held` maps slugs to whether an older build of theirs is published; `gone` were published and
    are in the data no more."""

    built: tuple[str, ...] = ()
    reused: tuple[str, ...] = ()
    held: Mapping[str, bool] = field(default_factory=dict)
    pages: int = 0
    changed: bool = False
    gone: tuple[str, ...] = ()


# What a portal has beside its pages.
_OF_THE_PORTAL = {
    "404.html",
    "assets",
    "index.html",
    "manifest.json",
    "robots.txt",
    "search",
    "sitemap.xml",
    "sitemap.xml.gz",
    "urls.json",
}


@dataclass
class _Work:
    """What is to be built and what stays as it is published, by slug."""

    plans: list[Plan] = field(default_factory=list)
    kept: dict[str, Published] = field(default_factory=dict)
    held: dict[str, bool] = field(default_factory=dict)
    root: Published | None = None

    def addresses(self) -> list[str]:
        known = [plan.addresses for plan in self.plans] + [before.addresses for before in self.kept.values()]
        if self.root:
            known.append(self.root.addresses)
        return sorted(address for addresses in known for address in addresses)

    def own_addresses(self) -> tuple[str, ...]:
        """Of a network's own pages."""
        fresh = [plan.addresses for plan in self.plans if plan.slug == PORTAL]
        return fresh[0] if fresh else self.root.addresses if self.root else ()

    def summaries(self) -> tuple[Summary, ...]:
        """Every agency that will be published, in alphabetical order."""
        fresh = [plan.summary for plan in self.plans if plan.summary]
        known = [Summary.of_json(before.summary) for before in self.kept.values()]
        return tuple(sorted([*fresh, *known], key=lambda one: collation(one.name)))


@dataclass(frozen=True)
class Means:
    """How a build does what others may do in another way: `swap` publishes, `keep` may know what pages became in a
    build before, `told` are the builds of the site as it is published elsewhere."""

    swap: Callable[[Path, Path], None]
    keep: Keep = anew
    told: Mapping[str, Published] = field(default_factory=dict)


def build(
    examined: Examined,
    workspace: Workspace,
    only: str | None = None,
    *,
    zipped: bool = False,
    means: Means | None = None,
) -> Outcome:
    """Builds what changed, keeps what did not, and publishes all of it at once into `site` of the output folder; with
    `zipped` writes the copy of it too that opens without a server.

    Raises Busy, BuildFailed or AuditFailed; then nothing that is published has changed.
    """
    with alone_in(workspace.out):
        dataset = examined.dataset
        outcome = _build(examined, dataset, workspace, only, means or Means(publish)) if dataset else Outcome()
        if zipped and outcome.pages:
            write_copy(workspace.out / "site", workspace.copy)
        return outcome


def _build(examined: Examined, dataset: Dataset, workspace: Workspace, only: str | None, means: Means) -> Outcome:
    site, alone = workspace.out / "site", dataset.site.layout is Layout.AGENCY
    shared = _shared_parts(examined, workspace)
    with workspace.drawings() as easel:
        work = _sort_out(examined, dataset, workspace, shared, only, easel=easel, told=means.told)
    gone: set[str] = set()
    if not alone:
        summaries = work.summaries()
        gone = _published_slugs(site) - {one.slug for one in summaries}
        handbook = reuse.digest_of([workspace.handbook], workspace.content)
        parts = _portal_parts(dataset, summaries, shared) | {"date": str(examined.as_of), "handbook": handbook}
        before = reuse.published(site)
        if before and before.parts == parts:
            work.root = before
        else:
            work.plans.append(portal_plan(dataset, summaries, examined.as_of, parts, workspace))
    reused = tuple(slug for slug in work.kept if slug not in work.held)
    addresses = work.addresses()
    pages = sum(links.is_page(address) for address in addresses)
    if (not work.plans and not gone) or not (work.plans or work.kept):
        return Outcome((), reused, work.held, pages)
    staged = _stage(work, workspace, dataset.site, means.keep)
    write_addresses(staged, addresses)
    if faults := audit(staged, addresses, work.kept.keys(), means.keep(look_at)):
        raise AuditFailed(faults)
    means.swap(staged, site)
    shutil.rmtree(staged.parent)
    built = tuple(plan.slug for plan in work.plans if plan.slug != PORTAL)
    return Outcome(built, reused, work.held, pages, changed=True, gone=tuple(sorted(gone)))


def _sort_out(
    examined: Examined,
    dataset: Dataset,
    workspace: Workspace,
    shared: Parts,
    only: str | None,
    *,
    easel: Press,
    told: Mapping[str, Published],
) -> _Work:
    """Each agency is held, kept or to be built."""
    site = workspace.out / "site"
    work = _Work()
    results = {result.agency.slug: result for result in examined.results}
    for slug in sorted({*results, *examined.held}):
        before = reuse.published(site if dataset.site.layout is Layout.AGENCY else site / slug)
        known = before or told.get("" if dataset.site.layout is Layout.AGENCY else slug)
        result = results.get(slug)
        parts = _agency_parts(examined, dataset, result, shared) if result else {}
        if result is None or slug in examined.held or held_back(result, known, parts["data"]):
            work.held[slug] = before is not None
            if before:
                work.kept[slug] = before
        elif before and (before.parts == parts or only not in (None, slug)):
            work.kept[slug] = before
        elif only in (None, slug):
            plan = agency_plan(examined, dataset, result, parts, workspace, easel=easel)
            # a check that only reported this time goes on only reporting while the data stay the same
            excused = frozenset(finding.code for finding in result.findings if finding.holds)
            work.plans.append(replace(plan, excused=excused))
    return work


def held_back(result: Result, before: Published | None, data: str) -> bool:
    """Whether an open high finding keeps the agency from being published. A check that did not exist when the same
    data were published only reports."""
    unchanged = before is not None and before.parts.get("data") == data
    known = before.checks if before and unchanged else None
    return any(finding.holds and (known is None or finding.code in known) for finding in result.findings)


def _stage(work: _Work, workspace: Workspace, settings: Site, keep: Keep) -> Path:
    """The whole new tree: fresh builds beside those that stay as published."""
    staging, site = workspace.out / "staging", workspace.out / "site"
    alone = settings.layout is Layout.AGENCY
    shutil.rmtree(staging, ignore_errors=True)
    fresh = staging / "fresh"
    fresh.mkdir(parents=True)
    for plan in work.plans:
        write(plan.files, workspace.docs(plan.slug))
    build_all(Build(workspace.docs(plan.slug), fresh / plan.slug, plan.as_of) for plan in work.plans)
    for plan in work.plans:
        root = alone or plan.slug == PORTAL
        below = "" if root else links.agency(plan.slug)
        manifest = plan.manifest()
        finish(fresh / plan.slug, plan.addresses, manifest, below=below, root=root, digits=settings.digits, keep=keep)
    staged = staging / "site"
    if work.root:
        own = {address.split("/")[0] for address in work.root.addresses} | _OF_THE_PORTAL
        reuse.link_tree(site, staged, only=frozenset(own))
    for plan in sorted(work.plans, key=lambda plan: plan.slug != PORTAL):
        (fresh / plan.slug).rename(staged if alone or plan.slug == PORTAL else staged / plan.slug)
    for slug in work.kept:
        reuse.link_tree(site / slug, staged / slug)
    slugs = set() if alone else {plan.slug for plan in work.plans} - {PORTAL} | work.kept.keys()
    if not alone:
        write_network_index(staged, work.own_addresses(), slugs)
    write_robots(staged, settings.url, slugs, official=settings.official)
    return staged


def _published_slugs(site: Path) -> set[str]:
    """The agencies that the published network has."""
    return {path.parent.name for path in site.glob("*/manifest.json")} if site.is_dir() else set()


# --- what a build is made from


def _shared_parts(examined: Examined, workspace: Workspace) -> dict[str, str]:
    return {
        "site": reuse.digest_of([examined.folder / name for name in ("site.yml", LINKS)], examined.folder),
        "generator": reuse.digest_of([PROGRAM], PROGRAM),
        "config": reuse.digest_of([workspace.config], workspace.config.parent),
        "overrides": reuse.digest_of([workspace.overrides], workspace.overrides),
        "content": reuse.digest_of(
            [path for path in workspace.content.iterdir() if path != workspace.handbook], workspace.content
        ),
        "dependencies": reuse.dependencies(),
    }


def _agency_parts(examined: Examined, dataset: Dataset, result: Result, shared: Parts) -> dict[str, str]:
    slug = result.agency.slug
    own = examined.folder / "frameworks"
    attached = {file.path: file.digest for year in result.agency.years for file in year.files}
    # no page shows what is locked
    shown = [path for path in (examined.folder / slug).iterdir() if path.name != LOCK]
    agency = result.agency
    last = max(agency.disclosed_years, default=None)
    # pages of items show the same duty in the lists of earlier years
    earlier = {year for year in dataset.earlier if last and year < last}
    rules = []
    for year in sorted({*agency.framework_years(), *earlier}):
        path = own / f"{year}.yml"
        rules.append(path.read_bytes() if path.is_file() else frameworks.packaged_bytes(year))
    commits = [
        f"{name} {change.date} {change.commit if dataset.site.repository else ''}"
        for name, change in sorted(examined.history.changes.items())
        if name.startswith(f"{SHOWN}/{slug}/")
    ]
    # of the day of the run only what it changes: the same pages are not built again every day
    eit = agency.profile.eit
    state = {"eit": str(eit.state(examined.day or result.as_of))} if eit else {}
    # what was there before is told too
    for one in examined.history.commits.get(f"{SHOWN}/{slug}", ()):
        edits = ", ".join(f"{edit.file} {edit.before} {edit.after}" for edit in one.edits)
        commits.append(f"{one.change.date} {one.change.commit if dataset.site.repository else ''} {edits}")
    return {
        **shared,
        "data": reuse.digest_of(shown, examined.folder, attached),
        "frameworks": reuse.digest_of_texts(rules),
        "date": f"{result.as_of} {reuse.digest_of_texts(commits)}",
        **state,
    }


def _portal_parts(dataset: Dataset, summaries: tuple[Summary, ...], shared: Parts) -> dict[str, str]:
    return {
        **shared,
        "data": reuse.digest_of_texts(json.dumps(one.as_json(), sort_keys=True) for one in summaries),
        "frameworks": reuse.digest_of_texts(one.model_dump_json() for one in dataset.frameworks.values()),
    }
