"""From results to Markdown: what one MkDocs build will be made of."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from markupsafe import Markup

from generator import links, markup
from generator.charts.vega import Press
from generator.findings import CHECKS
from generator.frameworks import newest
from generator.model import Agency, Dataset, Layout
from generator.page import HANDBOOK, Copy, File, Page
from generator.pages import compare, foot, methodology, portal, present
from generator.pages.days import day
from generator.pages.handbook import Chapter
from generator.pages.summaries import Summary, changed_last, summarise
from generator.pipeline.addresses import context_of
from generator.pipeline.attached import published_files
from generator.pipeline.examine import Examined, Result
from generator.pipeline.workspace import Workspace
from generator.publish import alone_in
from generator.render import PAGES, FootLine, Frame, SiteFrame, keep_compiled, render
from generator.write import write

PORTAL = "_portal"
Parts = Mapping[str, str]


@dataclass(frozen=True)
class Plan:
    """One MkDocs build to come: its files, the addresses of its pages and attached files from the site's root, and its
    manifest."""

    slug: str
    files: tuple[File | Copy, ...]
    addresses: tuple[str, ...]
    parts: Parts
    summary: Summary | None
    as_of: date | None
    excused: frozenset[str] = frozenset()  # checks that found something which this time only is reported

    def manifest(self) -> dict[str, object]:
        """What is published about this build; `parts` say what it was made from."""
        return {
            "format": 1,
            "addresses": sorted(self.addresses),
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "checks": sorted({check.code for check in CHECKS} - self.excused),
            "parts": dict(self.parts),
            "summary": self.summary.as_json() if self.summary else {},
        }


def agency_plan(
    examined: Examined, dataset: Dataset, result: Result, parts: Parts, workspace: Workspace, *, easel: Press
) -> Plan:
    """The build of one agency."""
    context = context_of(examined, dataset, result, easel)
    slug, alone = result.agency.slug, dataset.site.layout is Layout.AGENCY
    frame = _of_agency(_site_frame(dataset, workspace, slug, result.agency.name, result.as_of), result.agency)
    if context.latest is None:
        frame = replace(frame, card=None)  # it shows a result
    pages = present(context)
    feet = foot.Site(
        # a site of others is not published by the agency
        publisher=result.agency.name if dataset.site.official else dataset.site.title,
        official=dataset.site.official,
        url=frame.url,
        terms=foot.terms_by_year(methodology.used(context), methodology.rules(context).fiscal_year),
        changed=lambda page: examined.history.changed_last(page.made_of),
        changes=links.CHANGES,
    )
    files, addresses = _files(pages, frame, feet, workspace)
    attached = published_files(result.agency)
    copies = tuple(Copy(f"{PAGES}/{address}", file.path) for address, file in sorted(attached.items()))
    if result.agency.emblem and frame.emblem:
        copies += (Copy(f"{PAGES}/{frame.emblem}", result.agency.emblem.path),)
    downloads = [one for page in pages for one in page.downloads]
    made = tuple(File(f"{PAGES}/{one.address}", one.make()) for one in downloads)
    below = "" if alone else links.agency(slug)
    every = tuple(sorted(below + one for one in (*addresses, *attached, *(one.address for one in downloads))))
    return Plan(slug, (*files, *copies, *made), every, parts, summarise(context), result.as_of)


def portal_plan(
    dataset: Dataset, summaries: tuple[Summary, ...], as_of: date | None, parts: Parts, workspace: Workspace
) -> Plan:
    """The build of a network's own pages."""
    frame = _site_frame(dataset, workspace, PORTAL, dataset.site.title, as_of)
    # where nobody has data of a year yet the newest explains the words
    frameworks = [dataset.frameworks[year] for year in sorted(dataset.frameworks, reverse=True)] or [newest()]
    feet = foot.Site(
        publisher=dataset.site.title,
        official=dataset.site.official,
        url=frame.url,
        terms=foot.terms_by_year(frameworks[:1], frameworks[0].fiscal_year),
        changed=changed_last(summaries),
    )
    handbook = [_chapter(address, path) for address, path in workspace.chapters().items()]
    chapters = [Chapter(one.address, one.title, one.markdown) for one in handbook]
    pages = portal.present(dataset.site.title, summaries, dataset.frameworks, chapters)
    files, addresses = _files(pages, frame, feet, workspace, handbook)
    compared = File(f"{PAGES}/{links.SUMMARIES}", compare.data(summaries, dataset.frameworks))
    pictures = tuple(Copy(f"{PAGES}/{address}", path) for address, path in workspace.pictures().items())
    return Plan(PORTAL, (*files, compared, *pictures), addresses, parts, None, as_of)


def _files(
    pages: Sequence[Page], frame: SiteFrame, feet: foot.Site, workspace: Workspace, handbook: Sequence[Frame] = ()
) -> tuple[tuple[File, ...], tuple[str, ...]]:
    """The rendered files with the hand-written pages among them, each with its foot, and the addresses of all."""
    keep_compiled(workspace.out / "cache" / "templates")
    written = [Frame(address, _text(path)) for address, path in workspace.hand_written().items()]
    static = [_with_foot(one, feet) for one in (*written, *handbook)]
    frames = {path.stem: _text(path).strip() for path in (workspace.content / "frames").glob("*.md")}
    addresses = sorted([page.address for page in pages] + [one.address for one in static])
    return render(foot.with_feet(pages, feet), static, frames, frame), tuple(addresses)


def _with_foot(frame: Frame, feet: foot.Site) -> Frame:
    """A hand-written page is made of no data: only its words and its address are told."""
    page = Page(frame.address, frame.title, "", "", None)
    body = frame.markdown.rstrip("\n")
    return replace(frame, markdown=f"{body}\n\n{foot.foot(page, feet, body)}\n")


# A link from one file of the handbook to another, or to a page of `content/`, as an editor follows it.
_TO_A_FILE = re.compile(r"\]\((\.\./)?(?:[0-9]+-)?([a-z0-9-]+)\.md(#[a-z0-9-]+)?\)")

# A picture that lies beside the pages of the handbook.
_PICTURE = re.compile(r"(!\[[^]]*\])\(([a-z0-9-]+\.webp)\)")
# What tests are told, in a line of its own.
_NOTE = re.compile(r"^<!-- [^\n]* -->\n+", re.MULTILINE)


def _chapter(address: str, path: Path) -> Frame:
    """A page of the handbook, its links and pictures as they lead from where MkDocs reads it."""
    markdown = _NOTE.sub("", _text(path))
    markdown = _TO_A_FILE.sub(lambda to: f"](../{to[1] or ''}{to[2]}/index.md{to[3] or ''})", markdown)
    return Frame(address, _PICTURE.sub(r"\1(../\2){ loading=lazy }", markdown), HANDBOOK)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _site_frame(dataset: Dataset, workspace: Workspace, slug: str, name: str, as_of: date | None) -> SiteFrame:
    source = workspace.docs(slug).absolute()
    root = slug == PORTAL or dataset.site.layout is Layout.AGENCY
    url = f"{dataset.site.url.rstrip('/')}/{'' if root else links.agency(slug)}" if dataset.site.url else None
    dated = Markup(" · ข้อมูล ณ วันที่ {}").format(day(as_of)) if as_of else Markup("")
    if dataset.links:
        dated += Markup(" · ตรวจลิงก์ล่าสุดเมื่อ {}").format(day(dataset.links.date))
    return SiteFrame(
        name=name,
        common=_relative(workspace.config, source),
        overrides=_relative(workspace.overrides, source),
        official=dataset.site.official,
        footer=markup.title(name) + dated,
        url=url,
        portal=None if root else "../",
        ways=((links.METHODOLOGY, "เกณฑ์และวิธีคำนวณ"), ("about/", "เกี่ยวกับเว็บไซต์นี้"), ("privacy/", "ความเป็นส่วนตัว")),
        card=f"{url}{links.CARD}" if url and slug != PORTAL else None,
    )


def _of_agency(frame: SiteFrame, agency: Agency) -> SiteFrame:
    """With who the agency is and how to reach it, and its own colour and emblem."""
    profile = agency.profile
    contact, complaints = profile.contact, profile.complaints
    lines = [FootLine("", f"{profile.type} {profile.area}")]
    lines += [FootLine("", contact.address)] if contact.address else []
    lines += [FootLine("โทรศัพท์", contact.phone, links.telephone(contact.phone))] if contact.phone else []
    lines += [FootLine("อีเมล", contact.email, f"mailto:{contact.email}")] if contact.email else []
    if complaints.phone:
        lines.append(FootLine("แจ้งเรื่องร้องเรียน", complaints.phone, links.telephone(complaints.phone)))
    ways = ((links.COMPLAINTS, "แจ้งเรื่องร้องเรียน"), (links.CONTACT, "ติดต่อหน่วยงาน"), *frame.ways)
    emblem = f"assets/images/emblem.{agency.emblem.kind}" if agency.emblem else None
    return replace(frame, foot=tuple(lines), ways=ways, colour=profile.colour, emblem=emblem)


def _relative(path: Path, start: Path) -> str:
    """The way from one folder to another path; on another drive there is none but the whole one."""
    try:
        return Path(os.path.relpath(path, start)).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def generate(examined: Examined, workspace: Workspace) -> tuple[str, ...]:
    """Writes the Markdown of every examined agency that has no Problem. Returns their slugs. Raises Busy."""
    dataset = examined.dataset
    if dataset is None:
        return ()
    wanted = [result for result in examined.results if result.agency.slug not in examined.held]
    with alone_in(workspace.out):
        with workspace.drawings() as easel:
            plans = [agency_plan(examined, dataset, result, {}, workspace, easel=easel) for result in wanted]
        for plan in plans:
            write(plan.files, workspace.docs(plan.slug))
    return tuple(plan.slug for plan in plans)
