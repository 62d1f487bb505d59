"""One OIT item of one year: the page that the agency files and an assessor opens."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator import links, markup
from generator.assess.items import Disclosed, DisclosedYear, click_path, period_words
from generator.markup import Column, Row, join, link, table, text
from generator.model import AgencyYear, AttachedTable, Credit, FileKind
from generator.page import Page
from generator.pages.chain import years_line
from generator.pages.contents import (
    AnalysisBody,
    ComplaintsBody,
    ContactBody,
    MeasuresBody,
    analysis_body,
    complaints_body,
    contact_body,
    measures_body,
)
from generator.pages.context import CONFIDENCE, Context, source_note
from generator.pages.days import day
from generator.pages.facts import of_item
from generator.pages.items import (
    ARRANGED,
    FORMATS,
    badge,
    components,
    documents,
    documents_table,
    evidence_link,
    item_link,
    item_name,
)
from generator.pages.made import made_of
from generator.pages.neighbours import neighbours
from generator.pages.passages import passage

DRAFT = " (รายการข้อของปีนี้ในระบบเป็นฉบับร่าง โปรดเทียบกับคู่มือ)"
CREDITS = {Credit.FULL: "ได้คะแนนเต็ม", Credit.PARTIAL: "ได้คะแนนบางส่วน", Credit.NONE: "ไม่ได้คะแนน"}


@dataclass(frozen=True)
class FileView:
    """An attached file shown in place: its tables, or its picture."""

    anchor: Markup
    heading: str
    body: Markup


@dataclass(frozen=True)
class OitItemView:
    key: Markup
    heading: str
    place: str
    badge: Markup
    arranged: str
    exempt: str
    components: Markup
    unplaced: tuple[Markup, ...]
    documents: Markup
    years: Markup
    analysis: AnalysisBody | None
    analysis_heading: str
    measures: MeasuresBody | None
    measures_heading: str
    contact: ContactBody | None
    complaints: ComplaintsBody | None
    files: tuple[FileView, ...]
    lines: tuple[tuple[str, Markup], ...]
    result: tuple[tuple[str, Markup], ...]
    predecessors: Markup
    source: Markup
    neighbours: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """A page for every item of every year that the agency answers items of."""
    return [_page(context, year, n) for year in reversed(context.disclosed) for n in range(len(year.items))]


def _page(context: Context, year: DisclosedYear, position: int) -> Page:
    one = year.items[position]
    title = f"{one.item.code} ปี {one.year} {one.item.title}"
    return Page(
        links.oit_item(one.year, one.item.code),
        title,
        f"{item_name(one)} ของ ITA ปี {one.year}: {context.agency.name}",
        "oit_item.md.jinja",
        partial(_view, context, year, position),
        wide=_in_place(context, one).acted is not None,  # the table of measures needs the width
        json_ld=of_item(context, one, title),
        made_of=_made_of(context, one),
    )


def _made_of(context: Context, one: Disclosed) -> tuple[str, ...]:
    """Its answers, the files that it attaches, and what of the agency's other files stands on the page."""
    here = _in_place(context, one)
    own = made_of(context, "disclosure", years=[one.year])
    own += tuple(file.source.file for each in documents(context, one) if (file := each.file))
    if here.assessed:
        own += made_of(context, "analysis", "scores", years=[here.assessed.fiscal_year])
    if here.acted:
        own += made_of(context, "measures", years=[here.acted.fiscal_year])
    if {links.CONTACT, links.COMPLAINTS} & here.places.keys():
        own += made_of(context, "agency")
    return own


@dataclass(frozen=True)
class _InPlace:
    """What of this site's own pages stands on the page of an item: the result assessed, with its analysis, and the
    measures acted; `places` says where on it each page stands."""

    assessed: AgencyYear | None
    acted: AgencyYear | None
    places: Mapping[str, str]


def _in_place(context: Context, one: Disclosed) -> _InPlace:
    pages = frozenset(each.page for each in one.own)
    assessed, acted = one.assessed, one.acted
    places = {links.CONTACT: "contact", links.COMPLAINTS: "complaints"}
    places |= {links.analysis(assessed): "analysis"} if assessed else {}
    places |= {links.measures(acted): "measures"} if acted else {}
    here = {page: anchor for page, anchor in places.items() if page in pages}
    return _InPlace(
        context.entry(assessed) if assessed and "analysis" in here.values() else None,
        context.entry(acted) if acted and "measures" in here.values() else None,
        here,
    )


def _view(context: Context, year: DisclosedYear, position: int) -> OitItemView:
    one = year.items[position]
    address = links.oit_item(one.year, one.item.code)
    groups = [each for each in year.framework.sub_indicators if each.code == one.item.sub_indicator]
    above = [label for each in groups for label in (year.framework.indicator(each.indicator).label, each.label)]
    here = _in_place(context, one)
    acted, profile = here.acted, context.agency.profile
    return OitItemView(
        key=text(f"{one.year}-{one.item.code.lower()}"),
        heading=f"{item_name(one)} (ITA ปี {one.year})",
        place=" · ".join([f"รายการข้อมูล OIT ของ ITA ปีงบประมาณ พ.ศ. {one.year}", *above]),
        badge=badge(one),
        arranged=ARRANGED,
        exempt=(one.entry and one.entry.exempt) or "",
        components=components(context, one, address, here.places),
        unplaced=tuple(evidence_link(context, one, each, address) for each in one.unplaced),
        documents=documents_table(context, one, address),
        years=years_line(context, acted.assessed, acted.fiscal_year, address) if acted else Markup(""),
        analysis=_analysis(context, here, address),
        analysis_heading=f"การวิเคราะห์ผลการประเมิน ปี {one.assessed}",
        measures=measures_body(context, acted, acted.measures, address, "measures", lower=True)
        if acted and acted.measures
        else None,
        measures_heading=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี {one.acted}",
        contact=contact_body(profile, "contact", lower=True) if links.CONTACT in here.places else None,
        complaints=complaints_body(profile, "complaints", lower=True) if links.COMPLAINTS in here.places else None,
        files=tuple(_shown_files(context, one, address)),
        lines=_lines(context, year, one),
        result=_result(one),
        predecessors=_predecessors(context, one, address),
        source=source_note(context, [one.entry.source] if one.entry else []),
        neighbours=neighbours(year.items, one, lambda each: item_link(each, address, item_name(each)), "รายการข้อมูล"),
        back=link(links.relative(address, links.oit(one.year)), f"รายการข้อมูล ITA ปี {one.year}"),
    )


def _analysis(context: Context, here: _InPlace, address: str) -> AnalysisBody | None:
    entry = here.assessed
    assessment = context.assessment(entry.fiscal_year) if entry else None
    if entry is None or entry.analysis is None or assessment is None:
        return None
    return analysis_body(context, assessment, entry.analysis, address, "analysis", lower=True)


def _lines(context: Context, year: DisclosedYear, one: Disclosed) -> tuple[tuple[str, Markup], ...]:
    """What is to be known about the item beside its evidence."""
    item = one.item
    confidence = item.components_confidence or item.confidence
    clicks = Markup('<span class="clicks" data-search-exclude>{}</span>').format(
        join(click_path(context.agency.profile, year, one), " → "),
    )
    lines = [
        ("ผู้รับผิดชอบ", text(one.unit) if one.unit else None),
        ("เส้นทางการเข้าถึง", clicks),
        ("ปีของข้อมูล", text(period_words(one.wanted)) if one.wanted else None),
        ("กำหนดส่งข้อมูล", day(year.due) if year.due else None),
        ("กฎหมายที่เกี่ยวข้อง", join(item.law, ", ") if item.law else None),
        ("หมายเหตุ", text(item.note) if item.note else None),
        ("ที่มาขององค์ประกอบ", text(f"{CONFIDENCE[confidence]}{DRAFT if year.framework.draft else ''}")),
    ]
    return tuple((label, shown) for label, shown in lines if shown)


def _result(one: Disclosed) -> tuple[tuple[str, Markup], ...]:
    """What the assessor decided, and what the agency answered."""
    result = one.entry.result if one.entry else None
    if result is None:
        return ()
    lines = [
        ("ผลการตรวจ", text(CREDITS[result.credit])),
        ("เหตุผลของผู้ประเมิน", passage(result.reason) if result.reason else None),
        ("คำชี้แจงของหน่วยงาน", passage(result.clarification) if result.clarification else None),
        ("วันที่", day(result.date) if result.date else None),
    ]
    return tuple((label, shown) for label, shown in lines if shown)


def _predecessors(context: Context, one: Disclosed, address: str) -> Markup:
    """The same duty under its numbers of earlier years."""
    pages = {(year.year, item.item.code): item for year in context.disclosed for item in year.items}
    rows = []
    for each in one.predecessors:
        known = pages.get((each.year, each.item.code))
        number = item_link(known, address, each.item.code) if known else text(each.item.code)
        compares = "เทียบกันได้" if each.comparable else "เทียบกันโดยตรงไม่ได้"
        note = f"{compares} ({each.note})" if each.note else compares
        rows.append(Row((str(each.year), number, each.item.title, note)))
    columns = [Column("ปี"), Column("ข้อ"), Column("รายการข้อมูล"), Column("การเทียบกับปีนี้")]
    return table("เลขข้อของเรื่องนี้ในปีก่อน ๆ", columns, rows, style="cards") if rows else Markup("")


def _shown_files(context: Context, one: Disclosed, address: str) -> Iterator[FileView]:
    """Attached tables and pictures, each once, in the order of the documents."""
    seen: set[str] = set()
    for each in documents(context, one):
        file = each.file
        if file is None or file.name in seen:
            continue
        seen.add(file.name)
        if file.tables:
            tables = join([_attached_table(each.evidence.title, one) for one in file.tables], "\n")
            yield FileView(markup.anchor(f"file-{len(seen)}"), f"{each.evidence.title} ({FORMATS[file.kind]})", tables)
        elif file.kind in {FileKind.PNG, FileKind.JPG}:
            source = links.relative_to(address, links.attached(one.year, file.name))
            picture = Markup('<p><img src="{}" alt="{}" loading="lazy"></p>').format(
                text(source), text(each.evidence.title)
            )
            yield FileView(markup.anchor(f"file-{len(seen)}"), each.evidence.title, picture)


def _attached_table(title: str, attached: AttachedTable) -> Markup:
    """A sheet as a table. Lines above it that fill one cell only belong to its caption; the first other row names the
    columns."""
    rows = [*attached.rows]
    width = max(map(len, rows))
    captions = [title, *([attached.name] if attached.name else [])]
    while width > 1 and len(rows) > 1 and sum(map(bool, rows[0])) < 2:  # noqa: PLR2004 -- a table has two columns
        captions += filter(None, rows.pop(0))
    head, *body = (row + ("",) * (width - len(row)) for row in rows)
    captions += ["แสดงเฉพาะส่วนต้น ดูทั้งหมดในแฟ้ม"] if attached.cut else []
    columns = [Column(heading or f"คอลัมน์ {n}") for n, heading in enumerate(head, start=1)]
    return table(" – ".join(captions), columns, [Row(row) for row in body], style="cards")
