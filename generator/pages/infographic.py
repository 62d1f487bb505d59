"""The result of a year on one sheet, as a page and as pictures to print and to send; and the card beside links."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import links, thai
from generator.assess import GRADE, OVERALL, Assessment, State
from generator.charts import infographic
from generator.markup import link, text
from generator.page import NOTICE, Download, Page
from generator.pages import headlines
from generator.pages.context import (
    Context,
    findings_line,
    in_words,
    short_year,
    source_note,
    sources_of,
    year_label,
)
from generator.pages.figure import ABOUT_ITA
from generator.pages.made import made_of


@dataclass(frozen=True)
class InfographicView:
    heading: str
    picture: Markup
    files: tuple[Markup, ...]
    waiting: Markup
    source: Markup
    back: Markup


def present(context: Context) -> list[Page]:
    """A page for each year, reached from that year's; the card comes with the latest."""
    return [_page(context, one) for one in reversed(context.assessments)]


def _page(context: Context, assessment: Assessment) -> Page:
    year = assessment.fiscal_year
    address = links.infographic(year)
    png, svg = f"{address}infographic.png", f"{address}infographic.svg"
    told = result(context, assessment)
    width, height = infographic.SIZE
    view = InfographicView(
        heading=f"อินโฟกราฟิกผลการประเมิน ITA {year_label(context, year)}",
        picture=Markup('<p class="sheet"><img src="{}" alt="{}" width="{}" height="{}"></p>').format(
            text(links.relative_to(address, png)), text(_alternative(told)), text(str(width)), text(str(height))
        ),
        files=(
            link(links.relative_to(address, png), f"ภาพ PNG {width} × {height} จุด สำหรับส่งในไลน์หรือเฟซบุ๊ก"),
            link(links.relative_to(address, svg), "ภาพ SVG สำหรับพิมพ์ติดประกาศ"),
        ),
        waiting=findings_line(context, year, address),
        source=source_note(context, sources_of(assessment, [OVERALL, GRADE, *(str(n) for n in assessment.numbers)])),
        back=link(links.relative(address, links.scores(year)), f"ผลการประเมิน{short_year(context, year)} โดยละเอียด"),
    )
    files = [
        Download(svg, lambda: infographic.draw(told).encode()),
        Download(png, lambda: context.easel.png(infographic.draw(told), 1)),
    ]
    if assessment == context.latest:
        files.append(Download(links.CARD, lambda: context.easel.png(infographic.card(told), 1)))
    description = f"ผลการประเมิน ITA {year_label(context, year)} ของ{context.agency.name} ในหนึ่งหน้า"
    return Page(
        address,
        f"อินโฟกราฟิก{short_year(context, year)}",
        description,
        "infographic.md.jinja",
        view,
        downloads=tuple(files),
        made_of=made_of(context, "scores", years=[year]),
    )


def _alternative(told: infographic.Result) -> str:
    return f"{told.owner} {told.year} {infographic.in_words(told)} {told.about}"


def result(context: Context, assessment: Assessment) -> infographic.Result:
    """What the pictures tell of a year."""
    overall, grade = assessment.settled(OVERALL), assessment.settled(GRADE)
    scores = tuple(
        infographic.Score(
            f"{one.number} {one.name}",
            one.instrument,
            assessment.indicator(one.number).number,
            _shown(context, assessment, str(one.number)),
        )
        for one in assessment.framework.indicators
    )
    return infographic.Result(
        owner=context.agency.name,
        year=year_label(context, assessment.fiscal_year),
        overall=in_words(overall),
        has_overall=overall.number is not None,
        grade=in_words(grade),
        has_grade=grade.state in {State.AGREED, State.CHOSEN},
        change=headlines.of_overall(context.before(assessment), assessment),
        bar=assessment.framework.scoring.bar,
        scores=scores,
        about=ABOUT_ITA,
        notes=tuple(_notes(context, assessment)),
    )


def _shown(context: Context, assessment: Assessment, datum: str) -> str:
    words = in_words(assessment.settled(datum))
    return f"{words}{_STAR}" if headlines.is_waiting(context, assessment, datum) else words


_STAR = " *"


def _notes(context: Context, assessment: Assessment) -> list[str]:
    """What stands at the foot: what waits, where the figures come from, and whose picture it is."""
    year = assessment.fiscal_year
    data = [OVERALL, GRADE, *(str(n) for n in assessment.numbers)]
    marked = [datum for datum in data if headlines.is_waiting(context, assessment, datum)]
    found = []
    if any(datum.isdigit() for datum in marked):
        found.append(f"* {headlines.WAITING}: ค่าที่พิมพ์ไว้ในเอกสารไม่ตรงกัน")
    for datum, name in ((OVERALL, "คะแนนรวม"), (GRADE, "ระดับผลการประเมิน")):
        if datum in marked:
            found.append(f"{name}: {headlines.WAITING}")
    if not marked and (count := context.waiting(year)):
        found.append(f"มีข้อมูลในเอกสารที่รอตรวจสอบ {count} จุด")
    dated = f" ข้อมูล ณ วันที่ {thai.format_date(context.as_of)}" if context.as_of else ""
    ocr = any(context.is_ocr(one) for one in sources_of(assessment, data))
    read = " (อ่านจากไฟล์สแกน ยังไม่ได้เทียบกับต้นฉบับ)" if ocr else ""
    found.append(f"ที่มา: ผลการประเมิน ITA ตามเอกสารของหน่วยงาน{read}{dated}")
    if not context.official:
        found.append(NOTICE)
    return found
