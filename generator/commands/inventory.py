"""What one agency's site consists of, for somebody who takes it over: addresses, who answers for what, days.

Everything here is told by the data, the files and git; what only a person knows is left to be filled in by hand.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import links, thai
from generator.assess.disclosure import disclosures
from generator.assess.items import DisclosedYear, ItemState
from generator.commands import report, verdicts
from generator.model import Agency, AgencyYear, Eit, EitState, Layout
from generator.pipeline.examine import Examined, Result
from generator.problems import SHOWN, Problem
from generator.thai import FiscalYear

UNKNOWN, NOTHING = "…/", "–"  # the site whose address nobody said; a cell without anything
NOBODY = "ยังไม่ได้กำหนดผู้รับผิดชอบ"
_UNSAVED = "มีการแก้ไขที่ยังไม่ได้บันทึกในประวัติ (commit)"
_NO_DATES = {
    "no-git": "แฟ้มข้อมูลไม่ได้อยู่ใน git จึงไม่มีวันที่แก้ไข",
    "shallow": "สำเนา git ในเครื่องนี้มีประวัติไม่ครบ จึงไม่มีวันที่แก้ไข",
    "no-commit": "ข้อมูลยังไม่เคยบันทึกในประวัติ (commit) จึงไม่มีวันที่แก้ไข",
}


@dataclass(frozen=True)
class Table:
    """Rows of texts below a heading; `told` stands below the heading, before the rows."""

    heading: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    told: str = ""


@dataclass(frozen=True)
class Part:
    heading: str
    tables: tuple[Table, ...]
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Estate:
    """What is known of one agency. `agency` and `result` are None where its files cannot be read."""

    slug: str
    examined: Examined
    agency: Agency | None
    result: Result | None
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        return report.one_line(self.agency.name) if self.agency else self.slug

    @property
    def years(self) -> tuple[AgencyYear, ...]:
        return self.agency.years if self.agency else ()

    @property
    def disclosed(self) -> DisclosedYear | None:
        """The newest year whose items it answers; None where its files have problems."""
        dataset = self.examined.dataset
        if self.result is None or dataset is None:
            return None
        return next(reversed(disclosures(self.result.agency, dataset.frameworks, dataset.earlier)), None)

    @property
    def root(self) -> str:
        """Where its site stands; empty where nobody said it."""
        site = self.examined.dataset.site if self.examined.dataset else None
        if site is None or not site.url:
            return ""
        below = "" if site.layout is Layout.AGENCY else links.agency(self.slug)
        return f"{site.url.rstrip('/')}/{below}"


def estates(examined: Examined, only: str | None) -> tuple[Estate, ...]:
    """The agencies of the data, also those that are held back, by their folders."""
    known = {one.slug: one for one in examined.dataset.agencies} if examined.dataset else {}
    results = {one.agency.slug: one for one in examined.results}
    slugs = sorted({*known, *results, *examined.held} & ({only} if only else {*known, *results, *examined.held}))
    return tuple(
        Estate(
            slug,
            examined,
            results[slug].agency if slug in results else known.get(slug),
            None if slug in examined.held else results.get(slug),
            tuple(problem for problem in examined.problems if problem.agency in {slug, None}),
        )
        for slug in slugs
    )


# --- addresses


def addresses(one: Estate) -> Part:
    site = one.examined.dataset.site if one.examined.dataset else None
    profile = one.agency.profile if one.agency else None
    places = [
        ("เว็บไซต์นี้", one.root or "ยังไม่ได้ระบุ (บรรทัด url ของ data/site.yml)"),
        ("คลังข้อมูล (repository)", (site and site.repository) or "ยังไม่ได้ระบุ (บรรทัด repository ของ data/site.yml)"),
        ("เว็บไซต์หลักของหน่วยงาน", (profile and profile.main_website) or "ยังไม่ได้ระบุ (บรรทัด main_website ของ agency.yml)"),
    ]
    pages = tuple((name, f"{one.root or UNKNOWN}{address}") for name, address in _pages(one))
    return Part(
        "ที่อยู่",
        (
            Table("ที่ตั้ง", ("รายการ", "ที่อยู่"), tuple(places)),
            Table("หน้าสำคัญ", ("หน้า", "ที่อยู่"), pages, "ที่อยู่ทุกแห่งถาวร เมื่อย้ายหน้าต้องมีที่อยู่เดิมนำไปหน้าใหม่"),
        ),
    )


def _pages(one: Estate) -> Iterator[tuple[str, str]]:
    """Pages that others link to, of the newest year that has them."""
    yield "หน้าแรก", links.HOME
    newest: dict[str, FiscalYear] = {}
    for year in one.years:
        found = {"scores": year.has_scores, "analysis": year.analysis, "measures": year.measures}
        newest |= {name: year.fiscal_year for name, there in found.items() if there}
    if "scores" in newest:
        yield f"ผลการประเมินปี {newest['scores']}", links.scores(newest["scores"])
    if "analysis" in newest:
        yield f"การวิเคราะห์ผลปี {newest['analysis']}", links.analysis(newest["analysis"])
    if "measures" in newest:
        yield f"มาตรการปี {newest['measures']}", links.measures(newest["measures"])
    for number in one.agency.disclosed_years if one.agency else ():
        yield f"การเปิดเผยข้อมูลสาธารณะ (OIT) ปี {number}", links.oit(number)
    if one.agency and one.agency.profile.eit:
        year_of_eit = one.agency.profile.eit.year
        yield f"ใบประชาสัมพันธ์แบบวัด EIT ปี {year_of_eit}", links.eit(year_of_eit)
    yield "ติดต่อหน่วยงาน", links.CONTACT
    yield "แจ้งเรื่องร้องเรียน", links.COMPLAINTS
    yield "ประวัติการแก้ไขข้อมูล", links.CHANGES


# --- who answers for what


def owners(one: Estate) -> Part:
    units = one.agency.profile.units if one.agency else ()
    phones = tuple((report.one_line(unit.name), unit.phone or NOTHING) for unit in units)
    tables = [Table("หน่วยงานภายใน", ("หน่วยงาน", "โทรศัพท์"), phones, "" if phones else "ยังไม่ได้ระบุ units ใน agency.yml")]
    if year := one.disclosed:
        given: dict[str, list[str]] = {report.one_line(unit.name): [] for unit in units}
        for item in year.items:
            if item.state is not ItemState.EXEMPT:
                given.setdefault(report.one_line(item.unit) or NOBODY, []).append(item.item.code)
        nobody = given.pop(NOBODY, [])
        rows = [(unit, str(len(codes)), " ".join(codes)) for unit, codes in given.items() if codes]
        rows += [(NOBODY, str(len(nobody)), " ".join(nobody))] if nobody else []
        heading = f"ผู้รับผิดชอบข้อมูล OIT ปี {year.year}"
        tables.append(Table(heading, ("ผู้รับผิดชอบ", "จำนวนข้อ", "ข้อ"), tuple(rows)))
    return Part("ผู้รับผิดชอบ", tuple(tables))


# --- days


def days(one: Estate, folder: Path, today: datetime.date) -> Part:
    eit = one.agency.profile.eit if one.agency else None
    rows: list[tuple[str, ...]] = []
    if (year := one.disclosed) and year.due:
        left = verdicts.days_left(year.due, today)
        rows.append((f"วันสุดท้ายที่ส่งข้อมูล OIT ปี {year.year}", f"{thai.format_date(year.due)} ({left})"))
    if eit:
        rows += _eit(eit, today)
    told = "" if rows else "ยังไม่ได้ระบุกำหนดใด (due ใน disclosure.yml และ eit ใน agency.yml)"
    return Part(
        "กำหนดเวลาและวันที่",
        (Table("กำหนดเวลา", ("เรื่อง", "วันที่"), tuple(rows), told), _changed(one, folder)),
    )


def _eit(eit: Eit, today: datetime.date) -> Iterator[tuple[str, str]]:
    opened = f" ({verdicts.days_left(eit.opens, today)})" if eit.state(today) is EitState.BEFORE else ""
    closed = "ปิดรับแล้ว" if eit.state(today) is EitState.CLOSED else verdicts.days_left(eit.closes, today)
    yield f"แบบวัด EIT ปี {eit.year} เปิดรับ", f"{thai.format_date(eit.opens)}{opened}"
    yield f"แบบวัด EIT ปี {eit.year} ปิดรับ", f"{thai.format_date(eit.closes)} ({closed})"


def _changed(one: Estate, folder: Path) -> Table:
    """Every data file with the day of the last commit that touched it."""
    history = one.examined.history
    told = _NO_DATES.get(history.note, "")
    rows = []
    for path in sorted((folder / one.slug).rglob("*")):
        if path.is_file() and (path.suffix == ".yml" or path.name == "urls.lock"):
            name = f"{SHOWN}/{path.relative_to(folder).as_posix()}"
            change = history.changes.get(name)
            shown = thai.format_date(change.date) if change else NOTHING if told else _UNSAVED
            rows.append((report.clean(name), shown))
    return Table("แก้ไขครั้งล่าสุดของแฟ้มข้อมูล", ("แฟ้ม", "วันที่"), tuple(rows), told)
