"""From results to Markdown: what one MkDocs build will be made of."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import links, thai
from generator.findings import CHECKS
from generator.model import Dataset, Layout
from generator.page import File
from generator.pages import Context, portal, present
from generator.pages.portal import Summary, summarise
from generator.pipeline.examine import Examined, Result
from generator.render import Frame, SiteFrame, render
from generator.write import FileStore, write

PORTAL = "_portal"
PROGRAM = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Materials:
    """Where a site's own common files lie: the project's where it has them, else those that ship with the program."""

    config: Path
    overrides: Path
    content: Path

    @classmethod
    def of(cls, project: Path) -> "Materials":
        packaged = PROGRAM / "packaged" if (PROGRAM / "packaged").is_dir() else PROGRAM.parent
        names = ("mkdocs.yml", "overrides", "content")
        return cls(*(project / name if (project / name).exists() else packaged / name for name in names))


@dataclass(frozen=True, slots=True)
class Plan:
    """One MkDocs build to come: its Markdown, the addresses of its pages, and what its manifest will say."""

    slug: str
    files: tuple[File, ...]
    addresses: tuple[str, ...]
    manifest: Mapping[str, object]
    as_of: date | None


def _context(examined: Examined, dataset: Dataset, result: Result, out: Path) -> Context:
    return Context(
        agency=result.agency,
        official=dataset.site.official,
        frameworks=dataset.frameworks,
        assessments=result.assessments,
        findings=result.findings,
        as_of=result.as_of,
        origins=links.origins(dataset.site, examined.history),
        store=FileStore(out / "cache" / "charts"),
    )


def _site_frame(dataset: Dataset, materials: Materials, name: str, slug: str, as_of: date | None, out: Path) -> SiteFrame:
    source = (out / "docs" / slug).absolute()
    alone = dataset.site.layout is Layout.AGENCY
    url = dataset.site.url
    below = "" if slug == PORTAL or alone else f"{slug}/"
    dated = f" · ข้อมูล ณ วันที่ {thai.format_date(as_of)}" if as_of else ""
    return SiteFrame(
        name=name,
        common=_relative(materials.config, source),
        overrides=_relative(materials.overrides, source),
        official=dataset.site.official,
        footer=f"{name}{dated}",
        url=f"{url.rstrip('/')}/{below}" if url else None,
        portal=None if slug == PORTAL or alone else "../",
    )


def _relative(path: Path, start: Path) -> str:
    """The way from one folder to another path; on another drive there is none but the whole one."""
    try:
        return Path(os.path.relpath(path, start)).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def _static(materials: Materials) -> tuple[list[Frame], dict[str, str]]:
    """Hand-written pages by address, and frames by the template that shows them."""
    pages = [Frame(f"{path.stem}/", path.read_text(encoding="utf-8")) for path in sorted(materials.content.glob("*.md"))]
    frames = {
        f"{path.stem}.md.jinja": path.read_text(encoding="utf-8").strip()
        for path in sorted((materials.content / "frames").glob("*.md"))
    }
    return pages, frames


def agency_plan(
    examined: Examined, dataset: Dataset, result: Result, materials: Materials, parts: Mapping[str, str], out: Path
) -> Plan:
    context = _context(examined, dataset, result, out)
    pages = present(context)
    static, frames = _static(materials)
    slug = result.agency.slug
    frame = _site_frame(dataset, materials, result.agency.name, slug, result.as_of, out)
    manifest = _manifest(parts, summarise(context).as_json(), result.as_of)
    addresses = tuple(sorted([page.address for page in pages] + [one.address for one in static]))
    return Plan(slug, render(pages, static, frames, frame), addresses, manifest, result.as_of)


def portal_plan(
    dataset: Dataset,
    summaries: tuple[Summary, ...],
    materials: Materials,
    parts: Mapping[str, str],
    as_of: date | None,
    out: Path,
) -> Plan:
    pages = portal.present(dataset.site.title, summaries, dataset.frameworks)
    static, frames = _static(materials)
    frame = _site_frame(dataset, materials, dataset.site.title, PORTAL, as_of, out)
    addresses = tuple(sorted([page.address for page in pages] + [one.address for one in static]))
    return Plan(PORTAL, render(pages, static, frames, frame), addresses, _manifest(parts, {}, as_of), as_of)


def _manifest(parts: Mapping[str, str], summary: Mapping[str, object], as_of: date | None) -> dict[str, object]:
    return {
        "format": 1,
        "as_of": as_of.isoformat() if as_of else None,
        "checks": sorted(check.code for check in CHECKS),
        "parts": dict(parts),
        "summary": dict(summary),
    }


def generate(examined: Examined, out: Path, project: Path, only: str | None = None) -> tuple[str, ...]:
    """Writes the Markdown of every agency that has no Problem (or of `only`). Returns their slugs."""
    if examined.dataset is None:
        return ()
    materials = Materials.of(project)
    done = []
    for result in examined.results:
        slug = result.agency.slug
        if slug not in examined.held and only in (None, slug):
            plan = agency_plan(examined, examined.dataset, result, materials, {}, out)
            write(plan.files, out / "docs" / slug)
            done.append(slug)
    return tuple(done)
