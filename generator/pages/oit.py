"""การเปิดเผยข้อมูลสาธารณะ (OIT): the years, and the items of each by indicator and sub-indicator."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator import links
from generator.assess.items import Disclosed, DisclosedYear
from generator.markup import Column, Row, link, table
from generator.page import Page
from generator.pages import disclosed, figure, nothing
from generator.pages.context import Context
from generator.pages.days import day, day_or_dash
from generator.pages.figure import Figure
from generator.pages.items import ARRANGED, badge, components, counted, item_link, item_name
from generator.pages.made import made_of
from generator.pages.neighbours import neighbours
from generator.pages.overviews import items_of_year

TITLE = "การเปิดเผยข้อมูลสาธารณะ (OIT)"
TAB = "OIT"


@dataclass(frozen=True)
class YearsView:
    arranged: str
    table: Markup


@dataclass(frozen=True)
class YearView:
    heading: str
    arranged: str
    counted: str
    summary: str
    picture: Markup
    due: Markup
    standing: str
    table: Markup
    links: tuple[Markup, ...]
    neighbours: Markup


@dataclass(frozen=True)
class ItemView:
    anchor: Markup
    heading: str
    badge: Markup
    page: Markup
    unit: str
    components: Markup


@dataclass(frozen=True)
class GroupView:
    anchor: Markup
    heading: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True)
class AllView:
    heading: str
    arranged: str
    counted: str
    groups: tuple[GroupView, ...]
    back: Markup


def present(context: Context) -> list[Page]:
    """The list of years, also where there is none: it says so; and two pages for each year: its items, and all of them
    to be printed."""
    if not context.disclosed:
        return [_without_items(context)]
    years = tuple(reversed(context.disclosed))
    return [_years(context, years), *(page for year in years for page in (_year(context, year), _all(context, year)))]


def _without_items(context: Context) -> Page:
    return nothing.page(
        context,
        links.OIT,
        TITLE,
        (TAB,),
        "ยังไม่ได้บันทึกรายการเปิดเผยข้อมูลสาธารณะ (OIT) ของหน่วยงานนี้",
        "ในแต่ละปี หน่วยงานที่รับการประเมิน ITA ต้องเปิดเผยข้อมูลตามรายการข้อมูล OIT ของปีนั้น"
        " หน่วยงานอาจเผยแพร่ข้อมูลไว้ที่อื่นแล้ว เช่น เว็บไซต์หลัก",
        "เมื่อบันทึกแล้ว หน้านี้จะแสดงรายการข้อมูลของแต่ละปี แต่ละข้อมีหน้าของตนเอง",
    )


def _years(context: Context, years: tuple[DisclosedYear, ...]) -> Page:
    address = links.OIT
    rows = [
        Row(
            (
                link(links.relative(address, links.oit(one.year)), f"ITA ปีงบประมาณ พ.ศ. {one.year}"),
                counted(one.items),
                day_or_dash(one.due),
            )
        )
        for one in years
    ]
    columns = [Column("ปี"), Column("ข้อที่เผยแพร่"), Column("กำหนดส่งข้อมูล")]
    view = YearsView(ARRANGED, table("ปีที่มีข้อมูล", columns, rows, style="cards"))
    description = f"การเปิดเผยข้อมูลสาธารณะ (OIT) ของ{context.agency.name} รายปี"
    made = made_of(context, "disclosure")
    return Page(address, TITLE, description, "oit.md.jinja", view, (TAB,), made_of=made)


def _year(context: Context, one: DisclosedYear) -> Page:
    title = f"การเปิดเผยข้อมูลสาธารณะ (OIT) ปี {one.year}"
    description = f"{counted(one.items)} ของ ITA ปี {one.year}: {context.agency.name}"
    drawn = disclosed.figure(one, groups(one))
    return Page(
        links.oit(one.year),
        title,
        description,
        "oit_year.md.jinja",
        partial(_year_view, context, one, drawn),
        (TAB, f"ปี {one.year}"),
        wide=True,
        downloads=figure.downloads(context, drawn),
        made_of=made_of(context, "disclosure", years=[one.year]),
    )


def _year_view(context: Context, one: DisclosedYear, drawn: Figure) -> YearView:
    address = links.oit(one.year)
    units = any(each.unit for each in one.items)
    columns = [Column("รายการข้อมูล"), Column("การเผยแพร่"), *([Column("ผู้รับผิดชอบ")] if units else [])]
    rows: list[Row] = []
    for heading, items in groups(one):
        rows.append(Row((f"{heading} · {counted(items)}",), group=True))
        for each in items:
            name = item_link(each, address, f"{each.item.code} {each.item.title}")
            rows.append(Row((name, badge(each), *([each.unit or "–"] if units else []))))
    return YearView(
        heading=f"การเปิดเผยข้อมูลสาธารณะ (OIT) ITA ปีงบประมาณ พ.ศ. {one.year}",
        arranged=ARRANGED,
        counted=counted(one.items),
        picture=figure.block(context, drawn, address),
        due=day(one.due) if one.due else Markup(""),
        summary=items_of_year((label, items) for _, label, items in _groups(one)),
        standing=one.framework.standing if one.framework.draft else "",
        table=table(f"รายการข้อมูล {len(one.items)} ข้อ ITA ปี {one.year}", columns, rows, style="cards"),
        links=(
            link(links.relative(address, links.oit_all(one.year)), "ทุกข้อในหน้าเดียวสำหรับพิมพ์"),
            link(links.relative(address, links.OIT), f"{TITLE} ทุกปี"),
        ),
        neighbours=neighbours(
            [each.year for each in context.disclosed],
            one.year,
            lambda year: link(links.relative(address, links.oit(year)), f"รายการข้อมูล ITA ปี {year}"),
            "รายการข้อมูลของปี",
        ),
    )


def groups(one: DisclosedYear) -> Iterator[tuple[str, tuple[Disclosed, ...]]]:
    """The items by sub-indicator, each group with the names of its indicator and sub-indicator."""
    for indicator, group, items in _groups(one):
        yield f"{indicator} · {group}", items


def _groups(one: DisclosedYear) -> Iterator[tuple[str, str, tuple[Disclosed, ...]]]:
    framework = one.framework
    for group in framework.sub_indicators:
        items = tuple(each for each in one.items if each.item.sub_indicator == group.code)
        if items:
            yield framework.indicator(group.indicator).label, group.label, items


def _all(context: Context, one: DisclosedYear) -> Page:
    title = f"รายการข้อมูล OIT ทุกข้อ ปี {one.year}"
    description = f"รายการข้อมูล OIT ทุกข้อของ ITA ปี {one.year} สำหรับพิมพ์: {context.agency.name}"
    view, made = partial(_all_view, context, one), made_of(context, "disclosure", years=[one.year])
    return Page(links.oit_all(one.year), title, description, "oit_all.md.jinja", view, made_of=made)


def _all_view(context: Context, one: DisclosedYear) -> AllView:
    address = links.oit_all(one.year)
    return AllView(
        heading=f"รายการข้อมูล OIT ทุกข้อ ITA ปีงบประมาณ พ.ศ. {one.year}",
        arranged=ARRANGED,
        counted=counted(one.items),
        groups=tuple(
            GroupView(Markup(f"group-{n}"), heading, tuple(_item(context, each, address) for each in items))  # noqa: S704 -- a number
            for n, (heading, items) in enumerate(groups(one), start=1)
        ),
        back=link(links.relative(address, links.oit(one.year)), f"รายการข้อมูล ITA ปี {one.year}"),
    )


def _item(context: Context, one: Disclosed, address: str) -> ItemView:
    return ItemView(
        Markup(f"o{one.item.number}"),  # noqa: S704 -- a number
        item_name(one),
        badge(one),
        item_link(one, address, f"หน้าของข้อ {one.item.code}"),
        one.unit,
        components(context, one, address),
    )
