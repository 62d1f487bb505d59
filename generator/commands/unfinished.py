"""What an agency's site still lacks, for somebody who takes it over: years, problems, findings, items, measures."""

import datetime
from collections.abc import Iterable, Iterator

from generator import figures, findings
from generator.assess.items import ItemState
from generator.assess.measures import Acted, MeasureState, acted
from generator.commands import report, verdicts
from generator.commands.inventory import NOBODY, NOTHING, Estate, Part, Table
from generator.findings import Finding, Severity
from generator.model import AcknowledgementState, AgencyYear
from generator.pages.chain import STATES
from generator.thai import FiscalYear

LISTED = 60  # rows of one table; the others are counted
THERE, LACKING, UNREAD = "มี", "ยังไม่มี", "อ่านไม่ได้"
_UNREPORTED = frozenset({MeasureState.NOT_STARTED, MeasureState.ONGOING, MeasureState.UNREPORTED})


def work(one: Estate, today: datetime.date) -> Part:
    tables = [_years(one)]
    if one.problems:
        rows = [(str(problem.source), problem.what("th"), problem.hint("th")) for problem in one.problems]
        told = "ต้องแก้ก่อน จึงจะเผยแพร่ข้อมูลใหม่ได้ รายการอื่นในหมวดนี้นับได้เมื่อแก้แล้ว"
        tables.append(cut(Table("จุดที่ต้องแก้ไขในแฟ้ม", ("แฟ้ม บรรทัด", "สิ่งที่พบ", "วิธีแก้"), _clean(rows), told)))
    if one.result is None:
        return Part("งานที่ค้าง", tuple(tables))
    return Part("งานที่ค้าง", (*tables, _findings(one.result.findings), *_items(one), *_measures(one, today)))


def _years(one: Estate) -> Table:
    """Which year has what, also the years between that have nothing."""
    heading, columns = "ข้อมูลรายปี", ("ปี", "คะแนน", "บทวิเคราะห์", "มาตรการ", "คำตอบ OIT", "เอกสาร", "แฟ้มแนบ")
    by_year = {year.fiscal_year: year for year in one.years}
    if not by_year:
        return Table(heading, told="ยังไม่มีข้อมูลของปีใด")
    first, last = min(by_year), max(by_year)
    numbers = [FiscalYear(number) for number in range(first.number, last.number + 1)]
    rows = tuple((str(number), *_held(by_year.get(number))) for number in numbers)
    told = f"คะแนนปี {last.before()} → มาตรการปี {last} → เปิดเผยใน ITA ปี {last}"
    return Table(heading, columns, rows, told)


def _held(year: AgencyYear | None) -> Iterator[str]:
    if year is None:
        yield from [LACKING] * 6
        return
    found = {
        "scores.yml": year.has_scores,
        "analysis.yml": year.analysis,
        "measures.yml": year.measures,
        "disclosure.yml": year.disclosures,
        "documents.yml": year.documents,
    }
    for name, there in found.items():
        yield UNREAD if name in year.unread else THERE if there else LACKING
    size = figures.file_size(sum(file.size for file in year.files))
    yield f"{len(year.files)} แฟ้ม ({size})" if year.files else LACKING


def _findings(found: Iterable[Finding]) -> Table:
    waiting = [one for one in found if _open(one)]
    told = [one for one in waiting if one.severity is not Severity.INFO]
    rows = [
        (
            str(one.fiscal_year),
            findings.message(one),
            findings.severity(one.severity) + (" หยุดการเผยแพร่" if one.holds else ""),
        )
        for one in told
    ]
    minor = len(waiting) - len(told)
    more = f"และข้อสังเกตอีก {minor} จุดในหน้าข้อมูลที่ควรตรวจสอบของแต่ละปี" if minor else ""
    note = more if rows else more or "ไม่มี"
    return cut(Table("จุดที่ข้อมูลไม่ตรงกันซึ่งยังไม่มีผู้ตรวจ", ("ปี", "สิ่งที่ไม่ตรงกัน", "ความสำคัญ"), _clean(rows), note))


def _open(one: Finding) -> bool:
    seen = one.acknowledgement
    return seen is None or seen.state is AcknowledgementState.WAITING


def _items(one: Estate) -> Iterator[Table]:
    year = one.disclosed
    if year is None:
        return
    rows = [
        (
            f"{item.item.code} {item.item.title}",
            verdicts.state_words(item.state),
            " · ".join(verdicts.open_components(item)) if item.state is ItemState.INCOMPLETE else "",
            item.unit or NOBODY,
        )
        for item in verdicts.to_do(year)
    ]
    heading = f"ข้อ OIT ปี {year.year} ที่ยังไม่ครบ"
    columns = ("ข้อ", "สถานะ", "สิ่งที่ยังขาด", "ผู้รับผิดชอบ")
    note = "" if rows else "ไม่มี"
    if year.framework.draft:
        note = " ".join(filter(None, (note, "รายการข้อของปีนี้ในระบบเป็นฉบับร่าง โปรดเทียบกับคู่มือการประเมินของสำนักงาน ป.ป.ช.")))
    yield cut(Table(heading, columns, _clean(rows), note))


def _measures(one: Estate, today: datetime.date) -> Iterator[Table]:
    listed = [each for year in one.years for each in acted(year, today)]
    if not listed:
        return
    rows = [
        (str(each.fiscal_year), str(each.no), each.measure.title or "", _who(each), STATES[each.state])
        for each in listed
        if each.state in _UNREPORTED
    ]
    columns = ("ปี", "เลขที่", "มาตรการ", "ผู้รับผิดชอบ", "สถานะ")
    yield cut(Table("มาตรการที่ยังไม่มีรายงานผล", columns, _clean(rows), "" if rows else "ไม่มี"))


def _who(one: Acted) -> str:
    return " ".join(each.name for each in one.responsible)


def _clean(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(report.one_line(cell) or NOTHING for cell in row) for row in rows)


def cut(table: Table) -> Table:
    more = len(table.rows) - LISTED
    if more <= 0:
        return table
    note = " · ".join(filter(None, (table.told, f"แสดง {LISTED} รายการแรก ยังมีอีก {more} รายการ")))
    return Table(table.heading, table.columns, table.rows[:LISTED], note)
