"""Official documents: a list of all, and one page for each paper: header, text, signers and what it contains."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.markup import Column, Row, join, link, table, text
from generator.model import AgencyYear, Contained, OfficialDocument, RecordKind, Signer
from generator.page import Page
from generator.pages import nothing
from generator.pages.chain import item_link, paper_link, years_line
from generator.pages.context import Context, doubts, short_year, source_note
from generator.pages.days import day, day_or_dash
from generator.pages.made import made_of
from generator.pages.neighbours import neighbours
from generator.pages.overviews import documents as summary
from generator.pages.passages import beside, notes, passage, printed
from generator.pages.sections import SectionView, sections

_TITLE, _NAV = "เอกสารฉบับทางการ", ("เอกสาร",)
RECORDS = {
    RecordKind.SCORES: "ผลการประเมิน",
    RecordKind.ANALYSIS: "การวิเคราะห์ผลการประเมิน",
    RecordKind.MEASURES: "มาตรการ",
}


@dataclass(frozen=True)
class DocumentsView:
    summary: str
    table: Markup
    source: Markup


@dataclass(frozen=True)
class DocumentView:
    heading: str
    title: Markup
    years: tuple[Markup, ...]
    doubts: Markup
    header: Markup
    body: Markup
    closing: str
    signers: tuple[Markup, ...]
    sections: tuple[SectionView, ...]
    contains: tuple[Markup, ...]
    reported: tuple[Markup, ...]
    remarks: Markup
    source: Markup
    neighbours: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """The list, also where there are no documents: it says so; and a page for each, the latest year first."""
    papers = [(entry, document) for entry in reversed(context.agency.years) for document in entry.documents]
    if not papers:
        return [_without_documents(context)]
    return [_list(context, papers), *(_page(context, entry, document, papers) for entry, document in papers)]


def _without_documents(context: Context) -> Page:
    return nothing.page(
        context,
        links.DOCUMENTS,
        _TITLE,
        _NAV,
        "ยังไม่ได้บันทึกเอกสารฉบับทางการของหน่วยงานนี้",
        "เอกสารฉบับทางการคือประกาศ บันทึกข้อความ และรายงานที่หน่วยงานจัดทำเกี่ยวกับการประเมิน ITA",
        "เมื่อบันทึกแล้ว หน้านี้จะแสดงข้อความของเอกสารแต่ละฉบับ พร้อมเลขที่ วันที่ และข้อมูลที่อยู่ในเอกสารนั้น",
    )


def _list(context: Context, papers: list[tuple[AgencyYear, OfficialDocument]]) -> Page:
    address = links.DOCUMENTS
    columns = [Column("เอกสาร"), Column("ปีงบประมาณ"), Column("เลขที่"), Column("วันที่"), Column("ข้อ OIT")]
    rows = [
        Row(
            (
                paper_link(entry, document, address),
                str(entry.fiscal_year),
                document.number or "–",
                day_or_dash(document.date),
                _item(context, entry, document, address) or "–",
            )
        )
        for entry, document in papers
    ]
    view = DocumentsView(
        summary([(entry.fiscal_year, document) for entry, document in papers]),
        table("เอกสารฉบับทางการ", columns, rows, style="cards"),
        source_note(context, [document.source for _, document in papers]),
    )
    description = f"เอกสารฉบับทางการของ{context.agency.name}"
    made = made_of(context, "documents")
    return Page(address, _TITLE, description, "documents.md.jinja", view, _NAV, made_of=made)


def _item(context: Context, entry: AgencyYear, document: OfficialDocument, address: str) -> Markup:
    """The OIT item that a document answers, leading to its page."""
    if not document.item:
        return Markup("")
    year = document.ita_year or entry.fiscal_year
    inferred = " (อนุมาน)" if document.item_inferred else ""
    return item_link(context, year, document.item, f"ข้อ {document.item} ของ ITA ปี {year}{inferred}", address)


def _page(
    context: Context, entry: AgencyYear, document: OfficialDocument, papers: list[tuple[AgencyYear, OfficialDocument]]
) -> Page:
    """One paper, in the row of all from the oldest year to the latest."""
    year = entry.fiscal_year
    address = links.document(year, document.kind)
    name = document.name
    shown = (document.title, *((document.memo.body,) if document.memo else ()))
    acted = [one for one in context.agency.years if (RecordKind.MEASURES, one.fiscal_year) in _contained(document)]
    view = DocumentView(
        heading=name,
        title=passage(document.title, document.remarks),
        years=tuple(years_line(context, one.assessed, one.fiscal_year, address) for one in acted),
        doubts=doubts(context, document.source, address),
        header=_header(context, entry, document, address),
        body=passage(document.memo.body, document.remarks) if document.memo else Markup(""),
        closing=(document.memo.closing or "") if document.memo else "",
        signers=tuple(_signer(one) for one in document.signers),
        sections=sections(context, entry, document.sections, address),
        contains=tuple(_record(context, one, address) for one in document.contains),
        reported=tuple(
            Markup("{} วันที่ {} ({})").format(text(event.what), day(event.date), text(event.where))
            for event in document.events
        ),
        remarks=notes(beside(document.remarks, shown)),
        source=source_note(context, [document.source]),
        neighbours=neighbours(
            [one for _, one in reversed(papers)], document, lambda one: _named(papers, one, address), "เอกสาร"
        ),
        back=link(links.relative(address, links.DOCUMENTS), "เอกสารทั้งหมด"),
    )
    description = f"เอกสารของ{context.agency.name}: {name}"
    made = made_of(context, "documents", years=[year])
    return Page(address, name, description, "document.md.jinja", view, made_of=made)


def _named(papers: list[tuple[AgencyYear, OfficialDocument]], document: OfficialDocument, address: str) -> Markup:
    """A paper with the year of its file."""
    entry = next(entry for entry, one in papers if one is document)
    return Markup("{} <small>ปี {}</small>").format(paper_link(entry, document, address), text(str(entry.fiscal_year)))


def _contained(document: OfficialDocument) -> set[tuple[RecordKind, object]]:
    return {(one.record, one.year) for one in document.contains}


def _header(context: Context, entry: AgencyYear, document: OfficialDocument, address: str) -> Markup:
    """What the head of the paper says, line by line."""
    memo = document.memo
    lines: list[tuple[str, str | Markup]] = []
    if memo and memo.office:
        lines.append(("ส่วนราชการ", printed(text(memo.office + (f" โทร {memo.phone}" if memo.phone else "")))))
    lines += [("ที่", printed(text(document.number or ""))), ("วันที่", day(document.date) if document.date else "")]
    if memo:
        lines += [("เรื่อง", printed(text(memo.subject))), ("เรียน", printed(text(memo.to)))]
    lines += [("ฉบับปรับปรุง", document.revision or ""), ("ข้อที่เผยแพร่", _item(context, entry, document, address))]
    lines.append(("เหตุที่อนุมานข้อ", document.item_inferred or ""))
    shown = [Markup("<dt>{}</dt><dd>{}</dd>").format(text(name), text(line)) for name, line in lines if line]
    return Markup('<dl class="lines">{}</dl>').format(join(shown)) if shown else Markup("")


def _signer(signer: Signer) -> Markup:
    parts = [signer.note or "", signer.name or "", signer.post or ""]
    return printed(join([part for part in parts if part], Markup("<br>")))


def _record(context: Context, one: Contained, address: str) -> Markup:
    target = {
        RecordKind.SCORES: links.scores(one.year),
        RecordKind.ANALYSIS: links.analysis(one.year),
        RecordKind.MEASURES: links.measures(one.year),
    }[one.record]
    name = f"{RECORDS[one.record]}{short_year(context, one.year)}"
    if one.record is RecordKind.ANALYSIS and not context.assessment(one.year):
        return text(name)  # an analysis is shown beside the result it is about
    return link(links.relative(address, target), name)
