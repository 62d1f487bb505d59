"""Sections of a document on a page: headings, texts, tables of scores, recommendations, and entries by indicator."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator import figures, links, markup
from generator.findings.passages import PARTS
from generator.markup import Column, Row, join, link, table, text
from generator.model import (
    AgencyYear,
    Figure,
    Framework,
    IndicatorAnalysis,
    Origin,
    Place,
    PrintedScore,
    Section,
)
from generator.pages.context import Context, doubts, source_note, value
from generator.pages.passages import beside, notes, numbered_item, passage
from generator.thai import FiscalYear

ORIGINS = {Origin.ASSESSOR: "ข้อเสนอแนะจากผู้ประเมิน", Origin.AGENCY: "ข้อเสนอแนะของหน่วยงาน"}


@dataclass(frozen=True)
class SectionView:
    """`sub` is a section below another one of its document; `lower` puts either one level lower."""

    anchor: Markup
    lower: bool
    sub: bool
    heading: str
    body: Markup


def sections(
    context: Context,
    entry: AgencyYear,
    shown: Iterable[Section],
    address: str,
    group: str = "section",
    *,
    prefix: str = "",
    lower: bool = False,
) -> tuple[SectionView, ...]:
    """The sections in the order of their document, those without a heading too; a number like ๓.๑ makes a sub-heading.
    `entry` is the year of their file. Ids begin with `prefix`, those of sections also with their `group`; `lower` puts
    the headings one level lower."""
    framework = context.frameworks[entry.fiscal_year]
    seen: dict[int, int] = {}
    views = []
    for number, section in enumerate(shown, start=1):
        sub = section.number is not None and "." in section.number.strip(".")
        parts = [doubts(context, section.source, address), notes(beside(section.remarks, section.passages()))]
        parts += [passage(section.text, section.remarks)] if section.text else []
        if section.target:
            parts.append(_block("target", "เป้าหมาย", passage(section.target.text, section.remarks)))
        parts += [_place(context, entry, name) for name in section.places]
        parts += _recommendations(section, address)
        for one in section.indicators:
            official = framework.number_of(one) or 0
            seen[official] = seen.get(official, 0) + 1
            anchor = indicator_anchor(official, seen[official], group, prefix)
            parts.append(_entry(context, entry.fiscal_year, one, anchor, address, lower=lower))
        if section.after:
            parts.append(passage(section.after, section.remarks))
        body = join([part for part in parts if part], "\n")
        views.append(SectionView(section_anchor(section, number, group, prefix), lower, sub, section.heading, body))
    return tuple(views)


def section_anchor(section: Section, number: int, group: str = "section", prefix: str = "") -> Markup:
    """The anchor of the section that stands at `number`, counted from 1, in its group."""
    return anchored(prefix, f"{group}-{section.id or number}")


def indicator_anchor(number: int, occurrence: int = 1, group: str = "section", prefix: str = "") -> Markup:
    """indicator-4, indicator-4-2 for the second entry about it, and indicator-4-conclusion in another group."""
    again = f"-{occurrence}" if occurrence > 1 else ""
    own = "" if group == "section" else f"-{group}"  # a page may hold several groups of sections
    return anchored(prefix, f"indicator-{number}{again}{own}")


def anchored(prefix: str, name: str) -> Markup:
    """An id, behind the prefix that tells it from those of other bodies on its page."""
    return markup.anchor(f"{prefix}-{name}" if prefix else name)


def _block(kind: str, label: str, body: Markup) -> Markup:
    return Markup('<div class="{}"><p class="label">{}</p>{}</div>').format(text(kind), text(label), body)


def _recommendations(section: Section, address: str) -> list[Markup]:
    """Recommendations by who gives them, numbers as printed."""
    blocks = []
    for origin, label in ORIGINS.items():
        given = [one for one in section.recommendations if one.origin is origin]
        items = []
        for one in given:
            about = [link(links.relative(address, links.indicator(n)), f"ตัวชี้วัดที่ {n}") for n in one.indicators]
            names = Markup(" <small>({})</small>").format(join(about, ", ")) if about else Markup("")
            items.append(numbered_item(one.number, one.text, section.remarks, names))
        if items:
            blocks.append(_block("recommendations", label, Markup('<ol class="printed">{}</ol>').format(join(items))))
    return blocks


def _entry(
    context: Context, year: FiscalYear, one: IndicatorAnalysis, anchor: Markup, address: str, *, lower: bool
) -> Markup:
    """One indicator's texts under its official name, and what the document calls it where that differs."""
    framework = context.frameworks[year]
    number = framework.number_of(one) or 0
    indicator = framework.indicator(number)
    name = indicator.label
    if one.sub_indicator:
        name += f" · {framework.sub_indicator(one.sub_indicator).label}"
    if one.items:
        name += f" · ข้อ {', '.join(one.items)}"
    printed = printed_name(one)
    differs = printed not in (None, indicator.name, indicator.label)
    called = Markup('<p class="printed-name">ตามเอกสาร: {}</p>').format(text(printed or "")) if differs else Markup("")
    score = Markup('<p class="score">คะแนน {}</p>').format(value(context, year, str(number), address))
    parts = [
        Markup("<dt>{}</dt><dd>{}</dd>").format(text(PARTS[field]), passage(prose, one.remarks))
        for field, prose in one.passages().items()
    ]
    heading = Markup('<h{level} id="{}">{}</h{level}>').format(
        anchor, link(links.relative(address, links.indicator(number)), name), level=4 if lower else 3
    )
    return Markup('<div class="entry">{}{}{}{}<dl class="parts">{}</dl></div>').format(
        heading, called, score, doubts(context, one.source, address), join(parts)
    )


def printed_name(one: IndicatorAnalysis) -> str | None:
    """An indicator as its document calls it, e.g. ตัวชี้วัดที่ 1 การใช้อำนาจ."""
    if one.name is None:
        return None
    return f"ตัวชี้วัดที่ {one.number} {one.name.value}" if one.number is not None else one.name.value


def _place(context: Context, entry: AgencyYear, name: str) -> Markup:
    """A table of scores as it is printed; beside printed differences the computed ones."""
    place = next(one for one in entry.scores.all_places() if one.id == name)
    framework = context.frameworks[entry.fiscal_year]
    lines = [_Line(_called(framework, one), one, one.score, one.previous, one.difference) for one in place.scores]
    lines += [_Line(one.code, None, one.score, one.previous, one.difference) for one in place.instruments]
    if place.overall:
        change = place.overall_change
        previous, difference = (change.previous, change.difference) if change else (None, None)
        lines.append(_Line("คะแนนรวม", None, place.overall, previous, difference))
    cells = [(Column(heading, kind), cell) for heading, kind, cell in _cells(place, entry) if any(map(cell, lines))]
    columns = [Column("ตัวชี้วัด"), *(column for column, _ in cells)]
    rows = [Row((line.name, *(cell(line) for _, cell in cells))) for line in lines]
    sources = [one.source for one in (*place.scores, *place.instruments)] or [place.source]
    return table(place.where, columns, rows, style="cards sortable") + source_note(context, sources)


@dataclass(frozen=True)
class _Line:
    """One line of a printed table: an indicator's, an instrument's or the overall's."""

    name: str
    row: PrintedScore | None
    score: Figure | None
    previous: Figure | None
    difference: Figure | None

    @property
    def change(self) -> str:
        if self.score is None or self.previous is None:
            return ""
        return figures.signed(self.score.value - self.previous.value)


def _called(framework: Framework, row: PrintedScore) -> str:
    if row.name:
        return row.name.value
    number = framework.number_of(row)
    return framework.indicator(number).name if number else ""


def _cells(place: Place, entry: AgencyYear) -> list[tuple[str, Literal["text", "number"], Callable[[_Line], str]]]:
    """What a printed table may hold beside the names, in the order in which it is shown."""

    def printed(figure: Figure | None) -> str:
        return figures.printed(figure.value) if figure else ""

    def counted(number: int | None) -> str:
        return "" if number is None else str(number)

    return [
        ("อันดับ", "number", lambda line: counted(line.row.rank if line.row else None)),
        ("เลขที่พิมพ์ไว้", "number", lambda line: counted(line.row.number if line.row else None)),
        ("แบบวัด", "text", lambda line: line.row.instrument.value if line.row and line.row.instrument else ""),
        (f"คะแนนปี {place.previous_year}", "number", lambda line: printed(line.previous)),
        (f"คะแนนปี {entry.fiscal_year}", "number", lambda line: printed(line.score)),
        ("ผลต่างที่พิมพ์ไว้", "number", lambda line: printed(line.difference)),
        ("ผลต่างที่คำนวณ", "number", lambda line: line.change),
    ]
