"""How the items of the OIT list look on every page: facts and the evidence for them, no verdicts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from markupsafe import Markup

from generator import figures, links
from generator.assess.items import HELD, Answer, Disclosed, ItemState, Lack, LackKind
from generator.markup import Column, Row, join, link, table, text
from generator.model import Agency, Annex, AttachedFile, Evidence, FileKind
from generator.pages.context import Context
from generator.pages.days import day_or_dash
from generator.thai import FiscalYear

ARRANGED = "จัดเรียงโดยระบบ ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช."
UNPUBLISHED = "ยังไม่ได้เผยแพร่"


class Fact(StrEnum):
    """What a page says of an item: whether something answers it, not how well."""

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    EXEMPT = "exempt"
    NOT_IMPORTED = "not-imported"


FACTS = {
    Fact.PUBLISHED: "เผยแพร่แล้ว",
    Fact.UNPUBLISHED: UNPUBLISHED,
    Fact.EXEMPT: "ได้รับยกเว้นตามคู่มือ",
    Fact.NOT_IMPORTED: "ยังไม่ได้นำเข้าข้อมูล",
}
# What a word means, drawn too: a tick, an empty ring, a ring crossed out, three dots.
_DRAWN = {
    Fact.PUBLISHED: "M3 8.5l3.5 3.5L13 4.5",
    Fact.UNPUBLISHED: "M8 2a6 6 0 1 0 .01 0",
    Fact.EXEMPT: "M8 2a6 6 0 1 0 .01 0M4 12L12 4",
    Fact.NOT_IMPORTED: "M2 8h2M7 8h2M12 8h2",
}
FORMATS = {
    FileKind.PDF: "PDF",
    FileKind.XLSX: "Excel",
    FileKind.DOCX: "Word",
    FileKind.CSV: "CSV",
    FileKind.PNG: "รูปภาพ PNG",
    FileKind.JPG: "รูปภาพ JPG",
}
SCANNED = "ไฟล์สแกน (ค้นหาข้อความไม่ได้)"


def fact(one: Disclosed) -> Fact:
    if one.published:
        return Fact.PUBLISHED
    return {ItemState.EXEMPT: Fact.EXEMPT, ItemState.NOT_IMPORTED: Fact.NOT_IMPORTED}.get(one.state, Fact.UNPUBLISHED)


def badge(one: Disclosed) -> Markup:
    """Whether an item is published, as icon, word and colour."""
    shown = fact(one)
    return Markup(
        '<span class="fact {}"><svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">'
        '<path d="{}" fill="none" stroke="currentColor" stroke-width="2"></path></svg> {}</span>'
    ).format(text(shown.value), text(_DRAWN[shown]), text(FACTS[shown]))


def counted(items: Iterable[Disclosed]) -> str:
    """Like เผยแพร่แล้ว 20 จาก 42 ข้อ (ได้รับยกเว้นตามคู่มือ 1 ข้อ)."""
    facts = Counter(map(fact, items))
    others = [f"{FACTS[one]} {facts[one]} ข้อ" for one in (Fact.EXEMPT, Fact.NOT_IMPORTED) if facts[one]]
    besides = f" ({' · '.join(others)})" if others else ""
    return f"เผยแพร่แล้ว {facts[Fact.PUBLISHED]} จาก {facts.total() - facts[Fact.EXEMPT]} ข้อ{besides}"


_LACKS = {
    LackKind.NO_EVIDENCE: "",
    LackKind.OTHER_YEAR: "ข้อมูลที่มีเป็นของปีงบประมาณ พ.ศ. {year}",
    LackKind.NO_YEAR: "ข้อมูลที่มีไม่ได้ระบุปีงบประมาณ",
    LackKind.HALF_ONLY: "ข้อมูลที่มีเป็นของช่วง 6 เดือนแรกเท่านั้น",
    LackKind.NOT_HALF: "ข้อมูลที่มีไม่ได้ระบุว่าเป็นของช่วง 6 เดือนแรก",
    LackKind.DRAFT: "เอกสารที่มีเป็นฉบับร่าง ยังไม่ได้ลงนาม",
}


def lack(one: Lack) -> str:
    """Why a component is open, as a fact about what there is; empty where there is nothing."""
    if one.missing is None:
        return _LACKS[one.kind].format(year=one.year)
    if one.total:
        return f"{one.without} จาก {one.total} มาตรการไม่ได้ระบุ{HELD[one.missing]}"
    return f"ข้อมูลในเว็บไซต์นี้ไม่มี{HELD[one.missing]}"


def item_name(one: Disclosed) -> str:
    """Like ข้อ O27 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน."""
    return f"ข้อ {one.item.code} {one.item.title}"


def item_link(one: Disclosed, address: str, label: str) -> Markup:
    return link(links.relative(address, links.oit_item(one.year, one.item.code)), label)


_FEW = 2  # so many of the documents of a component; all of them stand in the table below
Here = Mapping[str, str]  # addresses of this site whose content a page holds too, and where on it


def components(context: Context, one: Disclosed, address: str, here: Here = MappingProxyType({})) -> Markup:
    """Each component in the handbook's order with what answers it, or that nothing does yet."""
    return Markup('<ol class="components">{}</ol>').format(
        join([_component(context, one, answer, address, here) for answer in one.answers])
    )


def _component(context: Context, one: Disclosed, answer: Answer, address: str, here: Here) -> Markup:
    if one.state in {ItemState.EXEMPT, ItemState.NOT_IMPORTED}:
        return Markup("<li>{}</li>").format(text(answer.component.name))
    given = answer.evidence if answer.answered else answer.unfit
    shown = given[:_FEW] if len(given) > _FEW + 1 else given
    said = one.statement if answer.number == 1 else "ตามข้อความในองค์ประกอบที่ 1"
    lines: list[str | Markup] = [said] if answer.stated else []
    if not answer.answered:
        facts = [words for each in answer.lacks if (words := lack(each))]
        why = Markup(" <small>({})</small>").format(text(" · ".join(facts))) if facts else Markup("")
        lines.append(Markup('<span class="absent">{}</span>{}').format(text(UNPUBLISHED), why))
    for each in shown:
        if each.page and each.page in here:
            lines.append(link(f"#{here[each.page]}", f"{each.title} (ในหน้านี้)"))
        else:
            lines.append(evidence_link(context, one, each, address, answer.number))
    if shown != given:
        page = links.relative(address, f"{links.oit_item(one.year, one.item.code)}#documents")
        lines.append(link(page, f"และอีก {len(given) - len(shown)} รายการ"))
    return Markup('<li class="{}"><strong>{}</strong><div>{}</div></li>').format(
        text("answered" if answer.answered else "open"), text(answer.component.name), join(lines, Markup("<br>"))
    )


def file_of(context: Context, year: FiscalYear, name: str | None) -> AttachedFile | None:
    """An attached file of the folder of a year, by its name."""
    entry = context.entry(year)
    return next((file for file in entry.files if file.name == name), None) if entry and name else None


def evidence_link(
    context: Context, one: Disclosed, evidence: Evidence | Annex, address: str, number: int | None = None
) -> Markup:
    """A document by its title, with format and size, and the page of a PDF where component `number` stands."""
    file = file_of(context, one.year, evidence.file)
    href = _href(one, evidence, file, address)
    marks = [f"{FORMATS[file.kind]}, {figures.file_size(file.size)}"] if file else []
    if isinstance(evidence, Evidence):
        page = evidence.pages.get(number) if number is not None else None
        href += f"#page={page}" if page else ""
        marks += [evidence.format] if evidence.format and not file else []
        marks += [f"หน้า {page}"] if page else []
        marks += ["ฉบับร่าง"] if evidence.draft else []
    suffix = Markup(" <small>({})</small>").format(text(", ".join(marks))) if marks else Markup("")
    return link(href, evidence.title) + suffix


@dataclass(frozen=True)
class Document:
    """A line of the list of an item's documents."""

    evidence: Evidence | Annex
    file: AttachedFile | None
    changed: date | None


def documents(context: Context, one: Disclosed) -> Iterator[Document]:
    """Everything that is shown for an item, official documents among this site's own pages, annexes after theirs."""
    made = _files_of_pages(context.agency)
    for evidence in one.evidence:
        yield _document(context, one, evidence, made.get(evidence.page or "", ""))
        yield from (_document(context, one, annex) for annex in evidence.annexes)


def _document(context: Context, one: Disclosed, evidence: Evidence | Annex, made_from: str = "") -> Document:
    file = file_of(context, one.year, evidence.file)
    change = context.origins.history.changes.get(file.source.file if file else made_from)
    return Document(evidence, file, change.date if change else None)


def _files_of_pages(agency: Agency) -> dict[str, str]:
    """The file of the data that a page is made from, where it is one."""
    made = dict.fromkeys((links.CONTACT, links.COMPLAINTS), agency.profile.source.file)
    for entry in agency.years:
        year = entry.fiscal_year
        pages = {links.scores: entry.scores, links.analysis: entry.analysis, links.measures: entry.measures}
        made |= {page(year): record.source.file for page, record in pages.items() if record}
        made |= {links.document(year, paper.kind): paper.source.file for paper in entry.documents}
    return made


def documents_table(context: Context, one: Disclosed, address: str) -> Markup:
    """The documents of an item: format, size, the year they are about, when they were first published and changed."""
    columns = [
        Column("เอกสาร"),
        Column("รูปแบบ"),
        Column("ขนาด", "number"),
        Column("ปีงบประมาณ"),
        Column("เผยแพร่ครั้งแรก"),
        Column("แก้ไขล่าสุด"),
    ]
    rows = [
        Row(
            (
                _named(one, each, address),
                _format(each),
                figures.file_size(each.file.size) if each.file else "–",
                _about(each.evidence),
                day_or_dash(each.evidence.published),
                day_or_dash(each.changed),
            )
        )
        for each in documents(context, one)
    ]
    return table(f"เอกสารของข้อนี้ {len(rows)} รายการ", columns, rows, style="cards") if rows else Markup("")


def _named(one: Disclosed, each: Document, address: str) -> Markup:
    evidence = each.evidence
    notes = [evidence.note] if evidence.note else []
    notes += [SCANNED] if each.file and each.file.scanned else []
    if isinstance(evidence, Evidence) and evidence.draft:
        notes.append("ฉบับร่าง ยังไม่ได้ลงนาม")
    shown = link(_href(one, evidence, each.file, address), evidence.title)
    if isinstance(evidence, Annex):
        shown = Markup('<span class="annex">{}</span>').format(shown)
    shown += join([Markup("<br><small>{}</small>").format(text(note)) for note in notes])
    if isinstance(evidence, Evidence) and evidence.summary:
        body = join([Markup("<br>{}").format(text(line)) for line in evidence.summary.plain.split("\n")])
        shown += Markup("<br><small>สรุปเนื้อหา:{}</small>").format(body)
    return shown


def _href(one: Disclosed, evidence: Evidence | Annex, file: AttachedFile | None, address: str) -> str:
    if file:
        return links.relative_to(address, links.attached(one.year, file.name))
    if isinstance(evidence, Evidence) and evidence.page:
        return links.relative_to(address, evidence.page)
    return evidence.link or ""


def _format(each: Document) -> str:
    if each.file:
        pages = f" {each.file.pages} หน้า" if each.file.pages else ""
        return f"{FORMATS[each.file.kind]}{pages}"
    if isinstance(each.evidence, Evidence) and each.evidence.page:
        return "หน้าในเว็บไซต์นี้"
    shown = each.evidence.format if isinstance(each.evidence, Evidence) else None
    return shown or "ลิงก์ภายนอก"


def _about(evidence: Evidence | Annex) -> str:
    if not isinstance(evidence, Evidence) or evidence.year is None:
        return "–"
    until = f"–{evidence.until}" if evidence.until and evidence.until != evidence.year else ""
    return f"{evidence.year}{until}{' (6 เดือนแรก)' if evidence.first_half else ''}"
