"""All measures of all years to browse: one list, and the same measures grouped by whatever a reader looks for.

How its filters work is told in `browse`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator import links, markup, thai
from generator.assess.measures import Acted
from generator.markup import join, link, text
from generator.page import Page
from generator.pages import browse, nothing
from generator.pages.browse import Dimension, GroupsView, Keys
from generator.pages.chain import (
    STATES,
    WHOLE,
    measure_link,
    served,
    state,
    state_badge,
    states_note,
)
from generator.pages.context import Context, source_note
from generator.pages.made import made_of
from generator.pages.overviews import all_measures

_TITLE, _NAV = "มาตรการทั้งหมด", ("มาตรการ",)


@dataclass(frozen=True)
class MeasuresView:
    summary: str
    states_note: str
    years: tuple[Markup, ...]
    filters: Markup
    list: Markup
    dimensions: tuple[GroupsView, ...]
    source: Markup


def _by_year(context: Context, one: Acted) -> Keys:  # noqa: ARG001 -- a way to group
    return {str(one.fiscal_year): f"ปี {one.fiscal_year}"}


def _by_indicator(context: Context, one: Acted) -> Keys:
    if one.measure.whole:
        return {"0": WHOLE}
    framework = context.frameworks[one.assessed]
    return {str(n): framework.indicator(n).label for n in one.measure.indicators}


def _by_instrument(context: Context, one: Acted) -> Keys:
    framework = context.frameworks[one.assessed]
    codes = {framework.indicator(n).instrument for n in one.measure.indicators}
    return {code: f"{code} {framework.instrument(code).short_name}" for code in sorted(codes)}


def _by_unit(context: Context, one: Acted) -> Keys:  # noqa: ARG001
    # The stroke divides the keys of an entry.
    return {thai.without_spaces(name.unit).replace("|", "/"): name.unit for name in one.responsible if name.unit}


def _by_state(context: Context, one: Acted) -> Keys:  # noqa: ARG001
    return {one.state.value if one.state else "unknown": state(one)}


_STATE_ORDER = [*(one.value for one in STATES), "unknown"]

DIMENSIONS: tuple[tuple[Dimension, Callable[[Context, Acted], Keys]], ...] = (
    (Dimension("year", "ปี", lambda key: (-int(key), "")), _by_year),
    (Dimension("indicator", "ตัวชี้วัด", lambda key: (int(key), "")), _by_indicator),
    (Dimension("instrument", "แบบวัด", lambda key: (0, key)), _by_instrument),
    (Dimension("unit", "ผู้รับผิดชอบ", lambda key: (0, thai.collation(key)[0]), hashed=True), _by_unit),
    (Dimension("state", "สถานะ", lambda key: (_STATE_ORDER.index(key), "")), _by_state),
)


def present(context: Context) -> list[Page]:
    """One page, also where no measure is recorded: it says so."""
    address = links.MEASURES
    if not context.acted:
        return [_without_measures(context, address)]
    years = sorted({one.fiscal_year for one in context.acted}, reverse=True)
    dimensions = [dimension for dimension, _ in DIMENSIONS]
    entries = [_entry(context, one, address) for one in context.acted]
    grouped = [(one, browse.groups(one, entries, "มาตรการ")) for one in dimensions]
    view = MeasuresView(
        summary=all_measures(context.acted),
        states_note=states_note(context),
        years=tuple(link(links.relative(address, links.measures(year)), f"ตารางมาตรการปี {year}") for year in years),
        filters=join([browse.filters(one, groups) for one, groups in grouped if groups], "\n"),
        list=join([browse.item(dimensions, one) for one in entries], "\n"),
        dimensions=tuple(
            GroupsView(markup.anchor(f"by-{one.name}"), f"ตาม{one.label}", groups) for one, groups in grouped if groups
        ),
        source=source_note(context, [one.measure.source for one in context.acted]),
    )
    description = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสทุกปีของ{context.agency.name}"
    made = made_of(context, "measures")
    return [Page(address, _TITLE, description, "measures.md.jinja", view, _NAV, wide=True, made_of=made)]


def _without_measures(context: Context, address: str) -> Page:
    return nothing.page(
        context,
        address,
        _TITLE,
        _NAV,
        "ยังไม่ได้บันทึกมาตรการของหน่วยงานนี้",
        "มาตรการคือสิ่งที่หน่วยงานกำหนดว่าจะทำเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน หลังวิเคราะห์ผลการประเมินของปีก่อน",
        "เมื่อบันทึกแล้ว หน้านี้จะแสดงมาตรการทุกปีพร้อมขั้นตอน ผู้รับผิดชอบ ระยะเวลา และสถานะ",
    )


def _line(context: Context, one: Acted, address: str) -> Markup:
    return Markup("<li>{} <small>ปี {}</small> {}</li>").format(
        measure_link(context, one, address), text(str(one.fiscal_year)), state_badge(one)
    )


def _entry(context: Context, one: Acted, address: str) -> browse.Entry:
    """A measure of the list: what it is, what it serves, who and when."""
    units = ", ".join(dict.fromkeys(name.name for name in one.responsible))
    when = one.period.text if one.period else ""
    details = [Markup("ปี {}").format(text(str(one.fiscal_year))), served(context, one, address)]
    details += [text(part) for part in (units, when) if part]
    shown = Markup('<span class="name">{}</span> {}<br><small>{}</small>').format(
        measure_link(context, one, address), state_badge(one), join(details, " · ")
    )
    keys = {dimension.name: keys_of(context, one) for dimension, keys_of in DIMENSIONS}
    return browse.Entry(keys, _line(context, one, address), shown)
