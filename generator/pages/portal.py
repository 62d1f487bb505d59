"""The pages of a network: its home with every agency, its years, the comparison, and the methodology."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import links, markup
from generator.frameworks import newest
from generator.markup import join, link, text
from generator.model import Framework
from generator.page import Page
from generator.pages import browse, compare, handbook, methodology, years
from generator.pages.browse import Dimension, Entry, GroupsView, Keys
from generator.pages.handbook import Chapter
from generator.pages.summaries import (
    NO_PROVINCE,
    NO_TYPE,
    Summary,
    findings_of,
    folders_of,
    in_order,
    marked,
    scores_of,
    years_of,
)
from generator.pages.years import TYPE
from generator.thai import FiscalYear

_UNIT = "หน่วยงาน"


@dataclass(frozen=True)
class PortalView:
    heading: str
    count: str
    span: str
    years: tuple[Markup, ...]
    compare: Markup
    filters: Markup
    list: Markup
    dimensions: tuple[GroupsView, ...]


def _key(name: str) -> str:
    return name.replace("|", "/")  # the stroke divides the keys of an entry


def _by_province(one: Summary) -> Keys:
    shown = one.province or NO_PROVINCE
    return {_key(shown): shown}


def _by_district(one: Summary) -> Keys:
    """Provinces share names of districts."""
    return {_key(f"{one.district} {one.province}"): f"{one.district} {one.province}"} if one.district else {}


def _by_type(one: Summary) -> Keys:
    shown = one.type or NO_TYPE
    return {_key(shown): shown}


DIMENSIONS: tuple[tuple[Dimension, Callable[[Summary], Keys]], ...] = (
    (Dimension("province", "จังหวัด", in_order, hashed=True), _by_province),
    (Dimension("district", "อำเภอหรือเขต", in_order, hashed=True), _by_district),
    (TYPE, _by_type),
)


def present(
    title: str,
    agencies: Sequence[Summary],
    frameworks: Mapping[FiscalYear, Framework],
    chapters: Sequence[Chapter] = (),
) -> list[Page]:
    """The pages of the network itself; agencies come in alphabetical order. `chapters` are the pages of the handbook,
    which the product's own site has."""
    newest_first = [frameworks[year] for year in sorted(frameworks, reverse=True)] or [newest()]
    return [
        _home(title, agencies),
        *years.present(agencies, frameworks),
        *compare.present(agencies),
        *handbook.present(chapters),
        methodology.page(newest_first, "เกณฑ์การประเมินและวิธีคำนวณที่ใช้ในเว็บไซต์นี้"),
    ]


def _home(title: str, agencies: Sequence[Summary]) -> Page:
    address = links.HOME
    dimensions = [dimension for dimension, _ in DIMENSIONS]
    entries = [_entry(one) for one in agencies]
    grouped = [(one, groups) for one in dimensions if (groups := browse.groups(one, entries, _UNIT))]
    found = years_of(agencies)
    provinces = len({one.province for one in agencies if one.province})
    results = f"ผลปี {_span(found)}" if found else "ยังไม่มีหน่วยงานใดบันทึกผลการประเมิน"
    view = PortalView(
        heading=title,
        count=f"{len(agencies)} {_UNIT}",
        span=f"{provinces} จังหวัด · {results}" if agencies else "",
        years=tuple(_year(year, agencies) for year in found),
        compare=link(links.relative(address, links.COMPARE), "เปรียบเทียบหน่วยงาน"),
        filters=join([browse.filters(one, groups) for one, groups in grouped], "\n"),
        list=join([browse.item(dimensions, one) for one in entries], "\n"),
        dimensions=tuple(
            GroupsView(markup.anchor(f"by-{one.name}"), f"ตาม{one.label}", groups) for one, groups in grouped
        ),
    )
    description = f"ผลการประเมิน ITA ของ {len(agencies)} หน่วยงาน แยกตามจังหวัด อำเภอ และประเภท"
    return Page(
        address, title, description, "portal.md.jinja", view, ("หน้าแรก",), wide=True, made_of=folders_of(agencies)
    )


def _span(found: Sequence[FiscalYear]) -> str:
    return f"{found[-1]}–{found[0]}" if len(found) > 1 else str(found[0])


def _year(year: FiscalYear, agencies: Sequence[Summary]) -> Markup:
    count = sum(year.number in one.years for one in agencies)
    shown = link(links.relative(links.HOME, links.of_all(year)), f"ปี {year}")
    return Markup("{} <small>{}</small>").format(shown, text(f"{count} {_UNIT}"))


def _entry(one: Summary) -> Entry:
    """An agency as a card: who and where, and its latest result or that there is none."""
    address = links.HOME
    name = link(links.relative(address, links.agency(one.slug)), one.name)
    place = " · ".join(part for part in (one.type, one.place) if part)
    head = Markup('<p class="name">{}</p><p class="place">{}</p>').format(name, text(place))
    keys = {dimension.name: keys_of(one) for dimension, keys_of in DIMENSIONS}
    result = _result(one, one.fiscal_year) if one.fiscal_year else _NO_RESULT
    return Entry(keys, Markup("<li>{}</li>").format(name), head + result)


_NO_RESULT = Markup('<p class="none">ยังไม่มีผลการประเมิน</p>')


def _result(one: Summary, year: int) -> Markup:
    """The latest result of an agency with the marks of its own pages, and what waits."""
    address = links.HOME
    label = Markup("ปี {}{}").format(text(str(year)), text(" (ปีอนุมาน)" if one.inferred else ""))
    if one.result(year):
        label = Markup('<a href="{}">{}</a>').format(text(scores_of(one.slug, year, address)), label)
    waiting = link(findings_of(one.slug, year, address), f"รอตรวจสอบ {one.waiting} จุด") if one.waiting else ""
    return Markup(
        "<dl><div><dt>ปีล่าสุด</dt><dd>{}</dd></div>"
        '<div class="overall"><dt>คะแนนรวม</dt><dd>{}</dd></div>'
        "<div><dt>ระดับ</dt><dd>{}</dd></div></dl>{}"
    ).format(
        label,
        marked(one.overall, one.overall_doubt, one.slug, year, address),
        marked(one.grade, one.grade_doubt, one.slug, year, address),
        Markup('<p class="waiting">{}</p>').format(text(waiting)) if waiting else Markup(""),
    )
