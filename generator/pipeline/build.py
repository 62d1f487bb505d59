"""From Markdown to the published site: what changed is built, all of it is published at once.

An agency with a Problem, or with an open high Finding whose check ran when the same data were last published, keeps
its published pages; the others go on.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from generator import frameworks, reuse
from generator.audit import audit
from generator.finish import finish
from generator.load import SHOWN
from generator.model import Dataset, Layout
from generator.pages.portal import Summary
from generator.pipeline.examine import Examined, Result
from generator.pipeline.plan import PORTAL, PROGRAM, Materials, Plan, agency_plan, portal_plan
from generator.problems import Problem
from generator.publish import publish, recover
from generator.reuse import Published
from generator.site import Build, build_all
from generator.write import write


class Busy(Exception):  # noqa: N818 -- says what happened
    """Another build is at work in the same folder."""


class AuditFailed(Exception):  # noqa: N818 -- says what happened
    """The finished tree has something that no list allows: a fault of the program."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{p.source}: {p.code} {p.found}" for p in problems))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did. `held` maps slugs to whether an older build of theirs is published."""

    built: tuple[str, ...]
    reused: tuple[str, ...]
    held: Mapping[str, bool]
    pages: int
    changed: bool


def held_back(result: Result, before: Published | None, data: str) -> bool:
    """Whether an open high finding keeps the agency from being published. A check that did not exist when the same
    data were published only reports."""
    unchanged = before is not None and before.parts.get("data") == data
    return any(
        finding.holds and not (unchanged and before is not None and finding.code not in before.checks)
        for finding in result.findings
    )


def build(examined: Examined, out: Path, project: Path, only: str | None = None) -> Outcome:
    """Builds what changed, keeps what did not, and publishes all of it at once into `out/site`.

    Raises Busy, BuildFailed or AuditFailed; then nothing that is published has changed.
    """
    out.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / ".lock", timeout=0):
            recover(out)
            return _build(examined, out, project, only)
    except Timeout:
        raise Busy(str(out)) from None


def _build(examined: Examined, out: Path, project: Path, only: str | None) -> Outcome:
    dataset = examined.dataset
    if dataset is None:
        return Outcome((), (), {}, 0, changed=False)
    materials, site = Materials.of(project), out / "site"
    alone = dataset.site.layout is Layout.AGENCY
    shared = _shared_parts(examined, materials)
    plans: list[Plan] = []
    kept: dict[str, Published] = {}
    held: dict[str, bool] = {slug: False for slug in examined.held}
    results = {result.agency.slug: result for result in examined.results}
    summaries: dict[str, Summary] = {}
    for slug in sorted({*results, *examined.held}):
        before = reuse.published(site if alone else site / slug)
        result = results.get(slug)
        parts = _agency_parts(examined, dataset, result, shared) if result else {}
        if slug in examined.held or result is None or held_back(result, before, parts["data"]):
            held[slug] = before is not None
            if before:
                kept[slug] = before
        elif before and (before.parts == parts or only not in (None, slug)):
            kept[slug] = before
        elif only in (None, slug):
            plan = agency_plan(examined, dataset, result, materials, parts, out)
            plans.append(plan)
            summaries[slug] = Summary(**json.loads(json.dumps(plan.manifest["summary"])))
    summaries |= {slug: Summary(**before.summary) for slug, before in kept.items()}
    root: Published | None = None
    if not alone:
        listed = tuple(summaries[slug] for slug in sorted(summaries, key=lambda slug: _collation(summaries[slug].name)))
        parts = _portal_parts(dataset, listed, shared, examined.as_of)
        root = reuse.published(site)
        if root is None or root.parts != parts:
            root = None
            plans.append(portal_plan(dataset, listed, materials, parts, examined.as_of, out))
    gone = _published_slugs(site) - set(summaries) if not alone else set()
    reused = tuple(slug for slug in kept if slug not in held)
    addresses = [f"{slug}/{address}" for slug, before in kept.items() for address in before.addresses if not alone]
    if alone:
        addresses = [address for before in kept.values() for address in before.addresses]
    addresses += list(root.addresses) if root else []
    for plan in plans:
        prefix = "" if alone or plan.slug == PORTAL else f"{plan.slug}/"
        addresses += [f"{prefix}{address}" for address in plan.addresses]
    if not plans and not gone:
        return Outcome((), reused, held, len(addresses), changed=False)
    if not addresses:
        return Outcome((), (), held, 0, changed=False)
    staged = _stage(plans, kept, out, alone=alone, keep_root=root is not None)
    if faults := audit(staged, addresses):
        raise AuditFailed(faults)
    publish(staged, site)
    built = tuple(plan.slug for plan in plans if plan.slug != PORTAL)
    return Outcome(built, reused, held, len(addresses), changed=True)


def _stage(plans: list[Plan], kept: Mapping[str, Published], out: Path, *, alone: bool, keep_root: bool) -> Path:
    """The whole new tree: fresh builds beside those that stay as published."""
    staging, site = out / "staging", out / "site"
    shutil.rmtree(staging, ignore_errors=True)
    parts = staging / "parts"
    parts.mkdir(parents=True)
    builds = []
    for plan in plans:
        source = out / "docs" / plan.slug
        write(plan.files, source)
        builds.append(Build(source, parts / plan.slug, plan.as_of))
    build_all(builds)
    for plan in plans:
        finish(parts / plan.slug, plan.addresses, plan.manifest, root=alone or plan.slug == PORTAL)
    staged = staging / "site"
    if alone:
        (parts / plans[0].slug).rename(staged)
        return staged
    if keep_root:
        reuse.link_tree(site, staged, leave_out=frozenset(_published_slugs(site)))
    else:
        (parts / PORTAL).rename(staged)
    for plan in plans:
        if plan.slug != PORTAL:
            (parts / plan.slug).rename(staged / plan.slug)
    for slug in kept:
        reuse.link_tree(site / slug, staged / slug)
    return staged


def _published_slugs(site: Path) -> set[str]:
    """The agencies that the published network has."""
    return {path.parent.name for path in site.glob("*/manifest.json")} if site.is_dir() else set()


def _collation(name: str) -> tuple[str, str]:
    """Thai alphabetical order: a leading vowel is sorted after its consonant."""
    swapped = "".join(
        name[n + 1] + name[n] if c in "เแโใไ" and n + 1 < len(name) else ("" if n and name[n - 1] in "เแโใไ" else c)
        for n, c in enumerate(name)
    )
    return swapped, name


# --- what a build is made from


def _shared_parts(examined: Examined, materials: Materials) -> dict[str, str]:
    return {
        "site": reuse.digest_of([examined.folder / "site.yml"], examined.folder),
        "generator": reuse.digest_of([PROGRAM], PROGRAM),
        "config": reuse.digest_of([materials.config], materials.config.parent),
        "overrides": reuse.digest_of([materials.overrides], materials.overrides),
        "content": reuse.digest_of([materials.content], materials.content),
        "dependencies": reuse.dependencies(),
    }


def _agency_parts(examined: Examined, dataset: Dataset, result: Result, shared: Mapping[str, str]) -> dict[str, str]:
    slug = result.agency.slug
    folder = examined.folder / slug
    own = examined.folder / "frameworks"
    years = [entry.fiscal_year for entry in result.agency.years]
    rules = [
        (own / f"{year}.yml").read_bytes() if (own / f"{year}.yml").is_file() else frameworks.packaged_bytes(year)
        for year in years
    ]
    commits = {
        name: change.commit
        for name, change in examined.history.changes.items()
        if dataset.site.repository and name.startswith(f"{SHOWN}/{slug}/")
    }
    return {
        **shared,
        "data": reuse.digest_of([folder], folder),
        "frameworks": reuse.digest_of_text("\0".join(rule.decode() for rule in rules)),
        "date": f"{result.as_of} {reuse.digest_of_text(json.dumps(commits, sort_keys=True))}",
    }


def _portal_parts(
    dataset: Dataset, summaries: tuple[Summary, ...], shared: Mapping[str, str], as_of: date | None
) -> dict[str, str]:
    shown = [summary.as_json() for summary in summaries]
    rules = [framework.model_dump_json() for framework in dataset.frameworks.values()]
    return {
        **shared,
        "data": reuse.digest_of_text(json.dumps(shown, ensure_ascii=False, sort_keys=True)),
        "frameworks": reuse.digest_of_text("\0".join(rules)),
        "date": str(as_of),
    }
