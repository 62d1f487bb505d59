"""What a page is about, to stand on its own page and in place on another one: the analysis of a year, the measures of
a year, how to reach the agency, and how to complain.

A body belongs to the page at `address`, from which its links lead. `prefix` keeps its ids apart from those of other
bodies on that page; `lower` puts its headings one level below a heading of the page.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from generator import figures, links
from generator.assess import Assessment
from generator.findings.passages import PARTS
from generator.markup import Column, Row, join, link, listed, table, text
from generator.model import AgencyProfile, AgencyYear, Analysis, IndicatorAnalysis, MeasureSet
from generator.pages.chain import counted, states_note
from generator.pages.context import (
    Context,
    findings_line,
    indicator_link,
    numbered,
    source_note,
    value,
    year_label,
)
from generator.pages.measures_table import measures_table
from generator.pages.passages import beside, notes, passage
from generator.pages.sections import SectionView, anchored, indicator_anchor, sections

Shown = TypeVar("Shown")
Lines = tuple[tuple[str, Markup], ...]


@dataclass(frozen=True)
class Part(Generic[Shown]):
    """What stands below a heading that is ours, not the document's: `lower` one level lower."""

    anchor: Markup
    lower: bool
    shown: Shown


# --- analysis


@dataclass(frozen=True)
class AnalysisBody:
    threshold: Markup
    waiting: Markup
    overview: Part[Markup]
    source: Markup
    title: Markup
    sections: tuple[SectionView, ...]
    analysis_source: Markup


def analysis_body(
    context: Context, assessment: Assessment, analysis: Analysis, address: str, prefix: str = "", *, lower: bool = False
) -> AnalysisBody:
    """The result of a year by its threshold, and all that the agency writes about it."""
    year = assessment.fiscal_year
    entry = next(one for one in context.agency.years if one.fiscal_year == year)
    return AnalysisBody(
        threshold=_by_threshold(assessment, address),
        waiting=findings_line(context, year, address),
        overview=Part(anchored(prefix, "overview"), lower, _overview(context, assessment, analysis, address, prefix)),
        source=source_note(context, [one.source for one in analysis.indicators()]),
        title=passage(analysis.title) if analysis.title else Markup(""),
        sections=sections(context, entry, analysis.sections, address, prefix=prefix, lower=lower),
        analysis_source=source_note(context, [one.source for one in analysis.sections]),
    )


def _by_threshold(assessment: Assessment, address: str) -> Markup:
    """Strengths and points to develop as the threshold of the year divides them, and the lowest indicator."""
    threshold = assessment.framework.scoring.threshold
    weak = [n for n, score in assessment.scores.items() if score < threshold]
    strong = [n for n in assessment.scores if n not in weak]
    sentences = [text(f"ตามเส้นแบ่ง {figures.printed(threshold)} คะแนน: จุดแข็ง {len(strong)} ตัวชี้วัด")]
    names = [indicator_link(assessment.framework.indicator(n), address) for n in weak]
    sentences.append(
        Markup("จุดที่ควรพัฒนา {} ตัวชี้วัด ได้แก่ {}").format(len(weak), listed(names)) if weak else text("ไม่มีตัวชี้วัดที่ต่ำกว่าเส้นแบ่ง")
    )
    if not assessment.complete:
        lacking = len(assessment.numbers) - len(assessment.scores)
        sentences.append(text(f"ไม่มีคะแนนที่ใช้ได้ {lacking} ตัวชี้วัด"))
    elif assessment.highest != assessment.lowest:
        lowest = [indicator_link(assessment.framework.indicator(n), address) for n in assessment.lowest]
        score = assessment.indicator(assessment.lowest[0]).text
        sentences.append(Markup("คะแนนต่ำสุดคือ {} {} คะแนน").format(listed(lowest), text(score)))
    return join(sentences, " ")


_TOLD = ("strengths", "points_to_develop", "defects", "suggestions", "own_analysis")


def _overview(context: Context, assessment: Assessment, analysis: Analysis, address: str, prefix: str) -> Markup:
    """Each indicator: its score, on which side of the threshold, what the agency writes about it."""
    framework, year = assessment.framework, assessment.fiscal_year
    written = analysis.by_indicator(framework)
    columns = [
        Column("ตัวชี้วัด"),
        Column("คะแนน", "number"),
        Column("ตามเส้นแบ่ง"),
        Column("ที่หน่วยงานเขียนไว้"),
        Column("มาตรการ", "number"),
    ]
    rows = []
    for indicator in framework.indicators:
        number = indicator.number
        score = assessment.scores.get(number)
        side = "–" if score is None else "จุดที่ควรพัฒนา" if score < framework.scoring.threshold else "จุดแข็ง"
        measures = sum(number in one.measure.indicators for one in context.following(year))
        rows.append(
            Row(
                (
                    numbered(indicator, address),
                    value(context, year, str(number), address),
                    side,
                    _told(written.get(number, ()), number, address, prefix),
                    str(measures) if measures else "–",
                )
            )
        )
    caption = f"จุดแข็งและจุดที่ควรพัฒนา {year_label(context, year)} ตามคะแนนและตามที่หน่วยงานเขียน"
    return table(caption, columns, rows, style="cards")


def _told(entries: tuple[IndicatorAnalysis, ...], number: int, address: str, prefix: str) -> Markup:
    """Which parts are written, leading to them in the same body."""
    if not entries:
        return text("–")
    parts = []
    for occurrence, one in enumerate(entries, start=1):
        names = [PARTS[part] for part in _TOLD if part in one.passages()] or ["บทวิเคราะห์"]
        level = f" (ระดับตามเอกสาร: {one.level.value})" if one.level else ""
        href = links.relative(address, f"{address}#{indicator_anchor(number, occurrence, prefix=prefix)}")
        parts.append(link(href, f"{' · '.join(names)}{level}"))
    return join(parts, Markup("<br>"))


# --- measures


@dataclass(frozen=True)
class MeasuresBody:
    states: str
    states_note: str
    waiting: Markup
    title: Markup
    introduction: tuple[SectionView, ...]
    table: Part[Markup]
    remarks: Markup
    source: Markup
    conclusion: tuple[SectionView, ...]


def measures_body(
    context: Context, entry: AgencyYear, measures: MeasureSet, address: str, prefix: str = "", *, lower: bool = False
) -> MeasuresBody:
    """The table of a year's measures, and what their document writes around it."""
    year, rows = entry.fiscal_year, measures.measures
    return MeasuresBody(
        states=counted(context.acted_in(year)),
        states_note=states_note(context),
        waiting=findings_line(context, year, address),
        title=passage(measures.title) if measures.title else Markup(""),
        introduction=sections(
            context, entry, measures.introduction, address, "introduction", prefix=prefix, lower=lower
        ),
        table=Part(anchored(prefix, "table"), lower, measures_table(context, entry, measures, address)),
        remarks=notes([remark for one in rows for remark in beside(one.remarks, one.passages().values())]),
        source=source_note(context, [one.source for one in rows]),
        conclusion=sections(context, entry, measures.conclusion, address, "conclusion", prefix=prefix, lower=lower),
    )


# --- contact and complaints


@dataclass(frozen=True)
class ContactBody:
    lines: Lines
    units: Part[Lines]


@dataclass(frozen=True)
class ComplaintsBody:
    name: str
    channels: Part[Lines]
    contact: Lines
    steps: Part[tuple[str, ...]]
    protection: Part[str]


def contact_body(profile: AgencyProfile, prefix: str = "", *, lower: bool = False) -> ContactBody:
    """How to reach the agency and its units."""
    units = tuple((unit.name, _phone(unit.phone) or text("–")) for unit in profile.units)
    return ContactBody(contact_lines(profile), Part(anchored(prefix, "units"), lower, units))


def contact_lines(profile: AgencyProfile) -> Lines:
    """What is known of the agency's office, each with its label."""
    contact = profile.contact
    return _given(
        ("ที่อยู่", text(contact.address) if contact.address else None),
        ("โทรศัพท์", _phone(contact.phone)),
        ("อีเมล", _mail(contact.email)),
        ("เว็บไซต์หลัก", _web(profile.main_website)),
        ("เฟซบุ๊ก", _web(contact.facebook)),
        ("ไลน์", text(contact.line) if contact.line else None),
        ("แผนที่", _web(contact.map, "เปิดแผนที่")),
        ("เวลาทำการ", text(contact.hours) if contact.hours else None),
    )


def complaints_body(profile: AgencyProfile, prefix: str = "", *, lower: bool = False) -> ComplaintsBody:
    """Where to complain, the steps that follow, and how who complains is protected."""
    return ComplaintsBody(
        name=profile.name,
        channels=Part(anchored(prefix, "channels"), lower, complaint_lines(profile)),
        contact=contact_lines(profile),
        steps=Part(anchored(prefix, "steps"), lower, profile.complaints.steps),
        protection=Part(anchored(prefix, "protection"), lower, profile.complaints.protection or ""),
    )


def complaint_lines(profile: AgencyProfile) -> Lines:
    """What is known of the channels for complaints, each with its label."""
    complaints = profile.complaints
    return _given(
        ("โทรศัพท์", _phone(complaints.phone)),
        ("แบบฟอร์มออนไลน์", _web(complaints.form, "เปิดแบบฟอร์ม")),
        ("อีเมล", _mail(complaints.email)),
        ("แจ้งด้วยตนเองหรือทางไปรษณีย์", text(complaints.address) if complaints.address else None),
        ("ระยะเวลาดำเนินการ", text(f"ภายใน {complaints.days} วัน") if complaints.days else None),
    )


def _given(*lines: tuple[str, Markup | None]) -> Lines:
    return tuple((label, shown) for label, shown in lines if shown)


def _phone(number: str | None) -> Markup | None:
    return link(links.telephone(number), number) if number else None


def _mail(address: str | None) -> Markup | None:
    return link(f"mailto:{address}", address) if address else None


def _web(address: str | None, label: str = "เปิดเว็บไซต์") -> Markup | None:
    return link(address, label) if address else None
