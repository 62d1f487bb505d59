"""A page's paragraph in plain words, made by rules from its figures: nothing is said that they do not say."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator import findings, thai
from generator.assess.items import Disclosed
from generator.assess.measures import Acted
from generator.findings import Finding
from generator.model import Analysis, Framework, OfficialDocument
from generator.pages.chain import counted
from generator.pages.items import FACTS, Fact, fact
from generator.thai import FiscalYear

_NAMED = 4  # units that are named; of more only how many, and who has most
_GROUPS = 3  # so many groups are gone through in a paragraph; more of them stand in the table below it


def measures_of_year(year: FiscalYear, assessed: FiscalYear, measures: Sequence[Acted]) -> str:
    """How many measures, from which result, and who is responsible; their states stand beside it on every page."""
    if not measures:
        return f"แฟ้มข้อมูลมาตรการปี {year} ยังไม่มีมาตรการ"
    said = f"ปี {year} หน่วยงานมี {len(measures)} มาตรการ ซึ่งจัดทำจากผลการประเมินปี {assessed}"
    return f"{said} {_responsible(measures)}"


def _responsible(measures: Sequence[Acted]) -> str:
    """By which units or posts, and for how many measures nobody is named."""
    names = [list(dict.fromkeys(one.name for one in each.responsible if one.name)) for each in measures]
    counts = Counter(name for found in names for name in found)
    without = sum(not found for found in names)
    if not counts:
        return "เอกสารไม่ได้ระบุผู้รับผิดชอบ"
    parts = [f"ผู้รับผิดชอบตามเอกสารมี {len(counts)} ราย"]
    if len(counts) <= _NAMED:
        parts.append(f"คือ {thai.listed([f'{name} ({count} มาตรการ)' for name, count in counts.items()])}")
    else:
        most = max(counts.values())
        first = [name for name, count in counts.items() if count == most]
        if len(first) <= _NAMED:
            parts.append(f"ที่มีมาตรการมากที่สุดคือ {thai.listed(first)} ({most} มาตรการ)")
    if without:
        parts.append(f"ไม่ได้ระบุผู้รับผิดชอบ {without} มาตรการ")
    return " ".join(parts)


def all_measures(measures: Sequence[Acted]) -> str:
    """How many measures of which years, and their states."""
    counts = Counter(one.fiscal_year for one in measures)
    years = [f"ปี {year} {counts[year]} มาตรการ" for year in sorted(counts, reverse=True)]
    each = f" ได้แก่ {thai.listed(years)}" if len(years) > 1 else f" ทั้งหมดเป็นของปี {measures[0].fiscal_year}"
    return f"เว็บไซต์นี้มีมาตรการของหน่วยงาน {len(measures)} มาตรการ{each} สถานะ: {counted(measures)}"


def items_of_year(groups: Iterable[tuple[str, Sequence[Disclosed]]]) -> str:
    """In which groups something is not published: of a few item by item, by name of group."""
    open_groups = []
    closed = 0
    for name, items in groups:
        parts = []
        for kind in (Fact.UNPUBLISHED, Fact.NOT_IMPORTED):
            codes = [one.item.code for one in items if fact(one) is kind]
            if codes:
                parts.append(f"{FACTS[kind]} {len(codes)} ข้อ คือ {thai.listed(codes)}")
        if parts:
            open_groups.append(f"{name}: {' · '.join(parts)}")
        else:
            closed += 1
    if not open_groups:
        return f"เผยแพร่แล้วทุกข้อที่ต้องเปิดเผย ทั้ง {closed} กลุ่ม" if closed else ""
    done = f"เผยแพร่ครบทุกข้อที่ต้องเปิดเผย {closed} กลุ่ม " if closed else ""
    if len(open_groups) > _GROUPS:
        return f"{done}กลุ่มที่ข้อมูลยังไม่ครบทุกข้อมี {len(open_groups)} กลุ่ม ดูได้ทีละข้อในตารางด้านล่าง"
    each = " ".join(f"({number}) {said}" for number, said in enumerate(open_groups, start=1))
    return f"{done}กลุ่มที่ข้อมูลยังไม่ครบทุกข้อมี {len(open_groups)} กลุ่ม ได้แก่ {each}"


def findings_of_year(found: Sequence[Finding]) -> str:
    """How many of which kind, the most first; empty where there are none."""
    counts = Counter(findings.title(one.code) for one in found)
    kinds = sorted(counts.items(), key=lambda kind: (-kind[1], thai.collation(kind[0])))
    if not kinds:
        return ""
    if len(kinds) == 1:
        return f"ทั้งหมดเป็นเรื่อง{kinds[0][0]}" if kinds[0][1] > 1 else f"เป็นเรื่อง{kinds[0][0]}"
    return f"จำแนกเป็น {thai.listed([f'{name} {count} จุด' for name, count in kinds])}"


def documents(papers: Sequence[tuple[FiscalYear, OfficialDocument]]) -> str:
    """How many papers of which years, and the latest date printed on one."""
    counts = Counter(year for year, _ in papers)
    years = thai.listed([f"ปี {year} {counts[year]} ฉบับ" for year in sorted(counts, reverse=True)])
    dates = [paper.date for _, paper in papers if paper.date]
    undated = len(papers) - len(dates)
    parts = [f"มีเอกสารฉบับทางการ {len(papers)} ฉบับ จากแฟ้มของ {years}"]
    if dates:
        parts.append(f"ฉบับที่ลงวันที่ล่าสุดคือวันที่ {thai.format_date(max(dates))}")
    if undated:
        parts.append(f"ไม่มีวันที่ในข้อมูล {undated} ฉบับ")
    return " ".join(parts)


def analysis(written: Analysis, framework: Framework, following: int) -> str:
    """Of how many indicators the agency writes, how many recommendations it gives, how many measures follow."""
    about = len(written.by_indicator(framework))
    given = sum(len(section.recommendations) for section in written.sections)
    parts = [
        f"หน่วยงานเขียนบทวิเคราะห์ {about} จาก {len(framework.indicators)} ตัวชี้วัด"
        if about
        else "หน่วยงานไม่ได้เขียนบทวิเคราะห์แยกตามตัวชี้วัด",
        f"เอกสารมีข้อเสนอแนะ {given} ข้อ" if given else "เอกสารไม่มีข้อเสนอแนะที่แยกเป็นข้อ",
        f"และมีมาตรการที่ตามมา {following} มาตรการ" if following else "และยังไม่มีมาตรการที่ตามมาในเว็บไซต์นี้",
    ]
    return " ".join(parts)
