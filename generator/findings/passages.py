"""Every text of a year's files with its place in words: analysis, measures and documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator import thai
from generator.findings.records import Case
from generator.model import Framework, IndicatorAnalysis, Measure, OfficialDocument, Prose, Reading, Section
from generator.problems import Source
from generator.thai import FiscalYear

PARTS: Final[dict[str, str]] = {
    "result": "คะแนนตามที่พิมพ์ไว้",
    "purpose": "วัตถุประสงค์ของตัวชี้วัด",
    "issues": "ประเด็นที่ประเมิน",
    "perception": "ผลสะท้อน",
    "own_analysis": "ผลการวิเคราะห์ของหน่วยงาน",
    "strengths": "จุดแข็ง",
    "points_to_develop": "ประเด็นที่ควรพัฒนา",
    "defects": "ข้อบกพร่อง",
    "suggestions": "ข้อเสนอแนะ",
}
CELLS: Final[dict[str, str]] = {
    "analysis": "ช่องผลการวิเคราะห์",
    "steps": "ช่องขั้นตอน",
    "follow_up": "ช่องการกำกับติดตาม",
    "progress": "ช่องความก้าวหน้า",
    "result": "ช่องสรุปผลการดำเนินการ",
    "outcome": "ช่องผลลัพธ์",
    "not_done": "เหตุที่ไม่ได้ดำเนินการ",
}


@dataclass(frozen=True)
class Text:
    """One text where it stands; `formal` is a title, a subject or a post of an official document."""

    place: str
    text: str
    source: Source
    reading: Reading
    formal: bool = False

    @property
    def ocr(self) -> bool:
        return self.reading is Reading.OCR


@dataclass(frozen=True)
class Part:
    """A section of a file, and the year of the result that it is about, where the file says so."""

    name: str
    section: Section
    framework: Framework
    assessed: FiscalYear | None
    reading: Reading

    @property
    def ocr(self) -> bool:
        return self.reading is Reading.OCR

    @property
    def place(self) -> str:
        if self.section.number:
            return f"{self.name} หัวข้อ {self.section.number.rstrip('.')}"
        return f"{self.name} หัวข้อ “{thai.shortened(self.section.title)}”" if self.section.title else self.name

    def entries(self) -> Iterator[tuple[int, IndicatorAnalysis]]:
        """Its entries with their official numbers."""
        for entry in self.section.indicators:
            number = self.framework.number_of(entry)
            if number is not None:
                yield number, entry

    def place_of(self, number: int) -> str:
        return f"{self.name}ตัวชี้วัดที่ {number}"


def place_of_measure(measure: Measure, cell: str = "") -> str:
    """Like มาตรการที่ 3 ช่องผลลัพธ์."""
    name = CELLS.get(cell.partition("-")[0] if cell.startswith("progress") else cell, cell)
    return f"มาตรการที่ {measure.no} {name}".strip()


def name_of_document(document: OfficialDocument) -> str:
    if document.memo:
        return "บันทึกข้อความ"
    return f"เอกสาร “{thai.shortened(document.title.plain.partition(chr(10))[0])}”"


def parts(case: Case) -> Iterator[Part]:
    """Every section of the year: of the analysis, of the measures, of the documents."""
    year, framework = case.year, case.framework
    if year.analysis:
        for section in year.analysis.sections:
            yield Part("บทวิเคราะห์", section, framework, year.fiscal_year, year.analysis.reading)
    if measures := year.measures:
        for name, sections in (("ส่วนนำของมาตรการ", measures.introduction), ("ส่วนท้ายของมาตรการ", measures.conclusion)):
            for section in sections:
                yield Part(name, section, case.framework_of(year.assessed), year.assessed, measures.reading)
    for document in year.documents:
        for section in document.sections:
            yield Part(name_of_document(document), section, framework, None, document.reading)


def texts(case: Case) -> Iterator[Text]:
    """Every text of the year in the order of the files, a long one by its paragraphs."""
    analysis, measures = case.year.analysis, case.year.measures
    if analysis and analysis.title:
        yield _text("ชื่อบทวิเคราะห์", analysis.title, analysis.reading)
    if measures and measures.title:
        yield _text("ชื่อมาตรการทั้งชุด", measures.title, measures.reading)
    for part in parts(case):
        yield from _of_section(part)
    if measures:
        for measure in measures.measures:
            yield from _of_measure(measure, measures.reading)
    for document in case.year.documents:
        yield from _of_document(document)


def _of_section(part: Part) -> Iterator[Text]:
    section, reading = part.section, part.reading
    if part.section.heading:
        yield Text(part.place, part.section.heading, section.source, reading)
    if section.text:
        yield from _paragraphs(part.place, section.text, reading)
    if section.target:
        yield _text(f"{part.place} เป้าหมาย", section.target.text, reading)
    for one in section.recommendations:
        yield _text(f"{part.place} ข้อเสนอแนะ {one.number or ''}".rstrip(), one.text, reading)
    for number, entry in part.entries():
        for field, prose in entry.passages().items():
            yield _text(f"{part.place_of(number)} {PARTS[field]}", prose, reading)
    if section.after:
        yield from _paragraphs(f"{part.place} ส่วนท้าย", section.after, reading)


def _of_measure(measure: Measure, reading: Reading) -> Iterator[Text]:
    place = place_of_measure(measure)
    if measure.title:
        yield Text(f"{place} ชื่อมาตรการ", measure.title, measure.source, reading)
    if measure.subject:
        yield Text(f"{place} ช่องตัวชี้วัด", measure.subject.value, measure.subject.source, reading)
    for one in measure.responsible:
        yield Text(f"{place} ช่องผู้รับผิดชอบ", one.name, one.source, reading)
    for field, prose in measure.passages().items():
        yield _text(place_of_measure(measure, field), prose, reading)


def _of_document(document: OfficialDocument) -> Iterator[Text]:
    """What stands on the paper itself, but its addressee; its sections are among the parts."""
    name, reading, memo = name_of_document(document), document.reading, document.memo
    yield Text(f"{name} ชื่อเอกสาร", document.title.plain, document.title.source, reading, formal=True)
    if memo:
        if memo.office:
            yield Text(f"{name} ช่องส่วนราชการ", memo.office, memo.source, reading, formal=True)
        yield Text(f"{name} ช่องเรื่อง", memo.subject, memo.source, reading, formal=True)
        yield from _paragraphs(name, memo.body, reading)
    for number, signer in enumerate(document.signers, start=1):
        if signer.post:
            place = f"{name} ตำแหน่งของผู้ลงนามลำดับที่ {number}"
            yield Text(place, signer.post, signer.source, reading, formal=True)


def _text(place: str, prose: Prose, reading: Reading) -> Text:
    return Text(place, prose.plain, prose.source, reading)


def _paragraphs(place: str, prose: Prose, reading: Reading) -> Iterator[Text]:
    for number, line in enumerate(prose.plain.split("\n"), start=1):
        yield Text(f"{place} ย่อหน้าที่ {number}", line, prose.source, reading)
