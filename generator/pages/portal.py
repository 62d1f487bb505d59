"""The portal of a network: every agency in alphabetical order with its latest year and result, not ranked."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from markupsafe import Markup

from generator import links
from generator.assess import GRADE, OVERALL, State
from generator.markup import Column, Row, link, table, text
from generator.model import Framework
from generator.page import Page
from generator.pages import methodology
from generator.pages.context import ABSENT, UNDECIDED, Context
from generator.thai import FiscalYear


@dataclass(frozen=True, slots=True)
class Summary:
    """What the portal shows of an agency; published with its pages, so that a held-back agency stays as it was."""

    slug: str
    name: str
    type: str
    place: str
    fiscal_year: int
    inferred: bool
    overall: str
    grade: str
    waiting: int

    def as_json(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class PortalView:
    heading: str
    table: Markup
    count: int


def summarise(context: Context) -> Summary:
    """The agency's latest year as the portal shows it."""
    latest, profile = context.latest, context.agency.profile
    return Summary(
        slug=context.agency.slug,
        name=profile.name,
        type=profile.type,
        place=" ".join(part for part in (profile.district, profile.province) if part),
        fiscal_year=latest.fiscal_year.number,
        inferred=context.inferred(latest.fiscal_year) is not None,
        overall=_shown(context, OVERALL),
        grade=_shown(context, GRADE),
        waiting=context.waiting(latest.fiscal_year),
    )


def _shown(context: Context, datum: str) -> str:
    settled = context.latest.settled(datum)
    return {State.MISSING: ABSENT, State.DISPUTED: UNDECIDED}.get(settled.state, settled.text)


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
                _result(one),
                one.grade,
                _waiting(one),
            )
        )
        for one in agencies
    ]
    caption = "หน่วยงานเรียงตามตัวอักษร ผลของปีล่าสุดที่มี (ต่างปีกันเทียบกันไม่ได้)"
    view = PortalView(title, table(caption, columns, rows, style="cards"), len(agencies))
    home = Page(address, title, "ผลการประเมิน ITA ของหน่วยงานในเว็บไซต์นี้", "portal.md.jinja", view, ("หน้าแรก",), wide=True)
    newest_first = [frameworks[year] for year in sorted(frameworks, reverse=True)]
    return [home, methodology.page(newest_first, "เกณฑ์การประเมินและวิธีคำนวณที่ใช้ในเว็บไซต์นี้")]


def _result(one: Summary) -> Markup:
    return Markup('<span class="figure">{}</span>').format(text(one.overall))


def _waiting(one: Summary) -> Markup | str:
    if not one.waiting:
        return "–"
    page = f"{links.agency(one.slug)}{links.findings(FiscalYear(one.fiscal_year))}"
    return link(links.relative(links.HOME, page), f"{one.waiting} จุด")
