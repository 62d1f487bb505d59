"""ข้อมูลที่ควรตรวจสอบ: what does not agree in the document of one year, and who looked at it."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import findings, links, markup
from generator.findings import Finding
from generator.markup import Column, Row, link, table, text
from generator.model import AgencyYear
from generator.page import ABOUT, Page
from generator.pages.context import Context, about, short_year, source_note, state, year_label
from generator.pages.days import day
from generator.pages.made import made_of
from generator.pages.neighbours import neighbours
from generator.pages.overviews import findings_of_year
from generator.problems import NOWHERE

OCR_NOTE = "อาจเกิดจากการอ่านไฟล์สแกน ยังไม่ได้เทียบกับต้นฉบับ"


@dataclass(frozen=True)
class FindingView:
    anchor: Markup
    title: str
    message: str
    state: str
    severity: str
    table: Markup
    ocr: str
    reason: str
    by: Markup
    source: Markup


@dataclass(frozen=True)
class FindingsView:
    heading: str
    intro: str
    findings: tuple[FindingView, ...]
    neighbours: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """One page for each year, also where nothing was found: it says so."""
    return [_page(context, entry) for entry in reversed(context.agency.years)]


def _page(context: Context, entry: AgencyYear) -> Page:
    year = entry.fiscal_year
    address = links.findings(year)
    found = context.findings_of(year)
    if found:
        intro = (
            "ระบบเทียบคะแนน ข้อความ ชื่อ และวันที่ซึ่งพิมพ์ไว้ในเอกสารกับข้อมูลอื่นของเอกสารและเกณฑ์ของปี"
            f" พบจุดที่ข้อมูลไม่ตรงกันหรือขาด {len(found)} จุด"
            f" {findings_of_year([one for _, one in found])}"
            f" รอตรวจสอบ {context.waiting(year)} จุด รายการเหล่านี้กล่าวถึงเอกสารเท่านั้น ไม่ใช่การประเมินหน่วยงาน"
        )
    else:
        intro = f"ตรวจ {len(findings.CHECKS)} รายการแล้ว ไม่พบจุดที่ข้อมูลไม่ตรงกัน"
    view = FindingsView(
        heading=f"ข้อมูลที่ควรตรวจสอบ {year_label(context, year)}",
        intro=intro,
        findings=tuple(_finding(context, anchor, finding) for anchor, finding in found),
        neighbours=neighbours(
            [one.fiscal_year for one in context.agency.years],
            year,
            lambda one: link(
                links.relative(address, links.findings(one)), f"ข้อมูลที่ควรตรวจสอบ {short_year(context, one)}"
            ),
            "ข้อมูลที่ควรตรวจสอบของปี",
        ),
        back=_back(context, entry, address),
    )
    title = f"ข้อมูลที่ควรตรวจสอบ {short_year(context, year)}"
    description = f"จุดที่ข้อมูลไม่ตรงกันในเอกสารปี {year} ของ{context.agency.name}"
    return Page(
        address,
        title,
        description,
        "findings.md.jinja",
        view,
        (ABOUT, title),
        made_of=made_of(context, "scores", "analysis", "measures", "documents", "disclosure", years=[year])
        + made_of(context, "acknowledged"),
    )


def _back(context: Context, entry: AgencyYear, address: str) -> Markup:
    """To what the findings of the year are about: its result, else its measures, else its documents."""
    year = entry.fiscal_year
    if entry.has_scores:
        return link(links.relative(address, links.scores(year)), f"ผลการประเมิน{short_year(context, year)}")
    if entry.measures:
        return link(links.relative(address, links.measures(year)), f"มาตรการปี {year}")
    if entry.documents:
        return link(links.relative(address, links.DOCUMENTS), "เอกสารทั้งหมด")
    return link(links.relative(address, links.HOME), "หน้าแรก")


def _finding(context: Context, anchor: str, finding: Finding) -> FindingView:
    columns = [Column("ที่มาของค่า"), Column("ค่า", "number"), Column("ตำแหน่งในเอกสาร")]
    roles = {"printed": "พิมพ์ไว้", "computed": "ค่าที่ใช้เทียบ"}
    rows = [Row((roles[value.role], value.value, value.place or "–")) for value in finding.values]
    entry = finding.acknowledgement
    title = about(finding)
    sources = [value.source for value in finding.values if value.source] or [finding.source]
    by = Markup("")
    if entry:
        document = f" เอกสาร: {entry.document}" if entry.document else ""
        by = Markup("บันทึกโดย {} วันที่ {}{}").format(text(entry.by), day(entry.date), text(document))
    return FindingView(
        anchor=markup.anchor(anchor),
        title=title,
        message=findings.message(finding),
        state=state(finding),
        severity=findings.severity(finding.severity),
        table=table(text(f"ค่าที่นำมาเทียบ: {title}"), columns, rows, style="cards") if rows else Markup(""),
        ocr=OCR_NOTE if finding.contradiction.ocr else "",
        reason=entry.reason if entry else "",
        by=by,
        source=source_note(context, [source for source in sources if source is not NOWHERE]),
    )
