"""The portal of a network: every agency in alphabetical order with its latest year and result, not ranked."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from markupsafe import Markup

from generator import links
from generator.assess import GRADE, OVERALL
from generator.markup import Column, Row, link, table, text
from generator.model import Framework
from generator.page import Page
from generator.pages import methodology
from generator.pages.context import Context, doubt, in_words, sources_of, spans
from generator.pages.made import made_of
from generator.problems import SHOWN
from generator.thai import FiscalYear


@dataclass(frozen=True)
class Summary:
    """What the portal shows of an agency; published with its pages, so that a held-back agency stays as it was."""

    slug: str
    name: str
    fiscal_year: int
    type: str = ""
    place: str = ""
    inferred: bool = False
    overall: str = ""
    overall_doubt: str = ""
    grade: str = ""
    grade_doubt: str = ""
    waiting: int = 0
    source: str = ""
    changed: str = ""

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def of_json(cls, published: Mapping[str, Any]) -> "Summary":
        """From a manifest, which another version of the program may have written: what it did not know is empty."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in published.items() if name in known})


@dataclass(frozen=True)
class PortalView:
    heading: str
    table: Markup
    count: int
    sources: tuple[Markup, ...]


def summarise(context: Context) -> Summary:
    """The agency's latest year as the portal shows it."""
    latest, profile = context.latest, context.agency.profile
    made = made_of(context, "agency") + made_of(context, "scores", years=[latest.fiscal_year])
    day = context.origins.history.changed_last(made)
    return Summary(
        slug=context.agency.slug,
        name=profile.name,
        type=profile.type,
        place=profile.area,
        fiscal_year=latest.fiscal_year.number,
        inferred=context.inferred(latest.fiscal_year) is not None,
        overall=in_words(latest.settled(OVERALL)),
        overall_doubt=doubt(context, latest.fiscal_year, OVERALL),
        grade=in_words(latest.settled(GRADE)),
        grade_doubt=doubt(context, latest.fiscal_year, GRADE),
        waiting=context.waiting(latest.fiscal_year),
        source=", ".join(label for _, label in spans(sources_of(latest, [OVERALL, GRADE]))),
        changed=day.isoformat() if day else "",
    )


def changed(agencies: tuple[Summary, ...]) -> Callable[[Page], date | None]:
    """When what a page of the portal shows changed last, by the folders of agencies that it is made of; None where that
    is not known of all of them."""
    days = {f"{SHOWN}/{one.slug}": date.fromisoformat(one.changed) for one in agencies if one.changed}

    def newest(page: Page) -> date | None:
        known = [days[name] for name in page.made_of if name in days]
        return max(known) if known and len(known) == len(page.made_of) else None

    return newest


def present(title: str, agencies: tuple[Summary, ...], frameworks: Mapping[FiscalYear, Framework]) -> list[Page]:
    """The portal's home and its methodology."""
    address = links.HOME
    columns = [
        Column("หน่วยงาน"),
        Column("ประเภท"),
        Column("พื้นที่"),
        Column("ปีล่าสุด", "number"),
        Column("คะแนนรวม", "number"),
        Column("ระดับ"),
        Column("รอตรวจสอบ", "number"),
    ]
    rows = [
        Row(
            (
                link(links.relative(address, links.agency(one.slug)), one.name),
                one.type,
                one.place,
                f"{one.fiscal_year}{' (ปีอนุมาน)' if one.inferred else ''}",
                _marked(one, one.overall, one.overall_doubt),
                _marked(one, one.grade, one.grade_doubt),
                _waiting(one),
            )
        )
        for one in agencies
    ]
    caption = "หน่วยงานเรียงตามตัวอักษร ผลของปีล่าสุดที่มี (ต่างปีกันเทียบกันไม่ได้)"
    sources = tuple(Markup("<code>{}</code>").format(text(one.source)) for one in agencies if one.source)
    view = PortalView(title, table(caption, columns, rows, style="cards"), len(agencies), sources)
    made = tuple(f"{SHOWN}/{one.slug}" for one in agencies)
    described = "ผลการประเมิน ITA ของหน่วยงานในเว็บไซต์นี้"
    home = Page(address, title, described, "portal.md.jinja", view, ("หน้าแรก",), wide=True, made_of=made)
    newest_first = [frameworks[year] for year in sorted(frameworks, reverse=True)]
    return [home, methodology.page(newest_first, "เกณฑ์การประเมินและวิธีคำนวณที่ใช้ในเว็บไซต์นี้")]


def _findings(one: Summary) -> str:
    return links.relative(links.HOME, links.agency(one.slug) + links.findings(FiscalYear(one.fiscal_year)))


def _marked(one: Summary, shown: str, doubt: str) -> Markup:
    """A value, with the mark that its own pages give it."""
    figure = Markup('<span class="figure">{}</span>').format(text(shown))
    if not doubt:
        return figure
    return Markup('{} <a class="mark" href="{}">{}</a>').format(figure, text(_findings(one)), text(doubt))


def _waiting(one: Summary) -> Markup | str:
    return link(_findings(one), f"{one.waiting} จุด") if one.waiting else "–"
