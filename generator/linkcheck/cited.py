"""Addresses of other sites that the data name, where they stand, and days in the data that have passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.assess.disclosure import disclosures
from generator.assess.items import ItemState
from generator.linkcheck.records import Fault, Verdict
from generator.model import Agency, Dataset, EitState
from generator.problems import SHOWN, Source
from generator.thai import FiscalYear, format_date


@dataclass(frozen=True)
class Cited:
    """An address and what it is for, in words."""

    agency: str
    about: str
    source: Source
    address: str
    year: FiscalYear | None = None
    item: str = ""

    def fault(self, verdict: Verdict) -> Fault:
        return Fault(self.agency, self.about, self.source, self.address, verdict, self.year, self.item)


def cited(dataset: Dataset) -> tuple[Cited, ...]:
    """Every address that leads away, agency by agency; the site's own first."""
    found = [one for agency in dataset.agencies for one in _of_agency(agency)]
    if dataset.site.url:
        own = Cited("", "เว็บไซต์ที่เผยแพร่", Source(f"{SHOWN}/site.yml"), dataset.site.url)
        return (own, *found)
    return tuple(found)


def _of_agency(agency: Agency) -> Iterator[Cited]:
    profile, slug = agency.profile, agency.slug
    own = [
        ("เว็บไซต์หลักของหน่วยงาน", profile.main_website, profile.source),
        ("เฟซบุ๊กของหน่วยงาน", profile.contact.facebook, profile.contact.source),
        ("แผนที่ตั้ง", profile.contact.map, profile.contact.source),
        ("แบบฟอร์มแจ้งเรื่องร้องเรียน", profile.complaints.form, profile.complaints.source),
    ]
    for about, address, source in own:
        if address:
            yield Cited(slug, about, source, address)
    if eit := profile.eit:
        yield Cited(slug, "แบบวัด EIT", eit.source, eit.link, eit.year)
    for entry in agency.years:
        for answer in entry.disclosed():
            for evidence in answer.evidence:
                given = [(evidence.link, evidence.title, evidence.source)]
                given += [(annex.link, annex.title, annex.source) for annex in evidence.annexes]
                for address, title, source in given:
                    if address:
                        about = f"ข้อ {answer.item} หลักฐาน “{title}”"
                        yield Cited(slug, about, source, address, entry.fiscal_year, answer.item)


def passed(dataset: Dataset, today: date) -> Iterator[Fault]:
    """An invitation that is over, and a last day to file that went by with items open; of each agency its last year."""
    for agency in dataset.agencies:
        eit = agency.profile.eit
        if eit and eit.state(today) is EitState.CLOSED:
            verdict = Verdict("eit-over", format_date(eit.closes))
            yield Fault(agency.slug, "แบบวัด EIT", eit.source, eit.link, verdict, eit.year)
        told = {one.fiscal_year: one.disclosures.source for one in agency.years if one.disclosures}
        for year in disclosures(agency, dataset.frameworks, dataset.earlier)[-1:]:
            states = (ItemState.UNPUBLISHED, ItemState.INCOMPLETE, ItemState.NOT_IMPORTED)
            waiting = [one.item.code for one in year.items if one.state in states]
            if year.year in told and year.due and year.due < today and waiting:
                about = f"กำหนดส่งข้อมูล OIT ยังเหลือ {len(waiting)} ข้อ"
                yield Fault(
                    agency.slug, about, told[year.year], "", Verdict("due-over", format_date(year.due)), year.year
                )
