"""All measures of all years to browse: one list, and the same measures grouped by whatever a reader looks for.

The groups and their links work without scripts; a script turns them into filters of the list, which read what each
entry says about itself from its `data-` attributes.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator import links, markup, thai
from generator.assess.measures import Acted
from generator.markup import join, link, text
from generator.page import Page
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
from generator.pages.summaries import all_measures

Keys = dict[str, str]


@dataclass(frozen=True)
class Dimension:
    """What measures are grouped by: its anchor and name, and the keys of a measure, each with what is shown for it."""

    name: str
    label: str
    keys: Callable[[Context, Acted], Keys]
    order: Callable[[str], tuple[int, str]]


@dataclass(frozen=True)
class Group:
    key: str
    anchor: Markup
    label: str
    count: str
    items: tuple[Markup, ...]


@dataclass(frozen=True)
class GroupsView:
    anchor: Markup
    label: str
    groups: tuple[Group, ...]


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

DIMENSIONS = (
    Dimension("year", "ปี", _by_year, lambda key: (-int(key), "")),
    Dimension("indicator", "ตัวชี้วัด", _by_indicator, lambda key: (int(key), "")),
    Dimension("instrument", "แบบวัด", _by_instrument, lambda key: (0, key)),
    Dimension("unit", "ผู้รับผิดชอบ", _by_unit, lambda key: (0, thai.collation(key)[0])),
    Dimension("state", "สถานะ", _by_state, lambda key: (_STATE_ORDER.index(key), "")),
)


def present(context: Context) -> list[Page]:
    """One page; none where no measure is known."""
    if not context.acted:
        return []
    address = links.MEASURES
    years = sorted({one.fiscal_year for one in context.acted}, reverse=True)
    grouped = {one.name: _groups(context, one, address) for one in DIMENSIONS}
    view = MeasuresView(
        summary=all_measures(context.acted),
        states_note=states_note(context),
        years=tuple(link(links.relative(address, links.measures(year)), f"ตารางมาตรการปี {year}") for year in years),
        filters=join([_filter(one, grouped[one.name]) for one in DIMENSIONS if grouped[one.name]], "\n"),
        list=join([_entry(context, one, address) for one in context.acted], "\n"),
        dimensions=tuple(
            GroupsView(markup.anchor(f"by-{one.name}"), f"ตาม{one.label}", grouped[one.name])
            for one in DIMENSIONS
            if grouped[one.name]
        ),
        source=source_note(context, [one.measure.source for one in context.acted]),
    )
    description = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสทุกปีของ{context.agency.name}"
    made = made_of(context, "measures")
    return [
        Page(address, "มาตรการทั้งหมด", description, "measures.md.jinja", view, ("มาตรการ",), wide=True, made_of=made)
    ]


def _groups(context: Context, dimension: Dimension, address: str) -> tuple[Group, ...]:
    """The groups of one dimension with their measures, those of the latest year first."""
    members: dict[str, list[Acted]] = {}
    labels: dict[str, str] = {}
    for one in context.acted:
        for key, label in dimension.keys(context, one).items():
            members.setdefault(key, []).append(one)
            labels.setdefault(key, label)
    return tuple(
        Group(
            key,
            _anchor(dimension, key),
            labels[key],
            f"{len(members[key])} มาตรการ",
            tuple(_line(context, one, address) for one in members[key]),
        )
        for key in sorted(members, key=dimension.order)
    )


def _anchor(dimension: Dimension, key: str) -> Markup:
    """ASCII and lasting: a name by its hash, not by its place in the list."""
    plain = key.lower()
    if dimension.name == "unit" or not re.fullmatch("[a-z0-9-]+", plain):
        plain = hashlib.sha256(key.encode()).hexdigest()[:8]
    return markup.anchor(f"{dimension.name}-{plain}")


def _filter(dimension: Dimension, groups: Iterable[Group]) -> Markup:
    """The groups of a dimension as links to their lists, with counts."""
    shown = [
        Markup('<li><a href="#{}" data-key="{}">{}</a> <small>{}</small></li>').format(
            one.anchor, text(one.key), text(one.label), text(one.count)
        )
        for one in groups
    ]
    return Markup('<div class="filter"><p class="label">{}</p><ul>{}</ul></div>').format(
        text(dimension.label), join(shown)
    )


def _line(context: Context, one: Acted, address: str) -> Markup:
    return Markup("<li>{} <small>ปี {}</small> {}</li>").format(
        measure_link(context, one, address), text(str(one.fiscal_year)), state_badge(one)
    )


def _entry(context: Context, one: Acted, address: str) -> Markup:
    """A measure of the list: what it is, what it serves, who and when; and its keys for the script."""
    keys = join(
        [
            Markup(' data-{}="{}"').format(markup.anchor(dimension.name), text("|".join(dimension.keys(context, one))))
            for dimension in DIMENSIONS
        ]
    )
    units = ", ".join(dict.fromkeys(name.name for name in one.responsible))
    when = one.period.text if one.period else ""
    details = [Markup("ปี {}").format(text(str(one.fiscal_year))), served(context, one, address)]
    details += [text(part) for part in (units, when) if part]
    return Markup('<li{}><span class="name">{}</span> {}<br><small>{}</small></li>').format(
        keys, measure_link(context, one, address), state_badge(one), join(details, " · ")
    )
