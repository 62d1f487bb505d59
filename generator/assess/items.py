"""What is known of the items of one ITA year: their answers, states, and what is lacking."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from generator import thai
from generator.model import (
    AgencyProfile,
    Component,
    Disclosure,
    Evidence,
    Framework,
    Holding,
    ItemPeriod,
    OfficialResult,
    OitItem,
    PeriodKind,
)
from generator.thai import FiscalYear


class ItemState(StrEnum):
    """ครบตามองค์ประกอบด้านข้อมูล, ไม่ครบตามองค์ประกอบด้านข้อมูล, ยังไม่ได้เผยแพร่, ได้รับยกเว้นตามคู่มือ,
    ยังไม่ได้นำเข้าข้อมูล."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    UNPUBLISHED = "unpublished"
    EXEMPT = "exempt"
    NOT_IMPORTED = "not-imported"


class LackKind(StrEnum):
    """Why a component is open: nothing covers it; what does is about another year, does not say its year, is about
    the first six months only or not about them, is unsigned; our own pages do not hold all of it."""

    NO_EVIDENCE = "no-evidence"
    OTHER_YEAR = "other-year"
    NO_YEAR = "no-year"
    HALF_ONLY = "half-only"
    NOT_HALF = "not-half"
    DRAFT = "draft"
    NOT_HELD = "not-held"


@dataclass(frozen=True)
class Lack:
    """Why a component is open. `year` is that of the evidence; of `total` measures, `without` lack what is `missing`
    (both 0 where it is not about measures)."""

    kind: LackKind
    year: FiscalYear | None = None
    missing: Holding | None = None
    without: int = 0
    total: int = 0


@dataclass(frozen=True)
class Wanted:
    """The year that evidence must be about."""

    kind: PeriodKind
    year: FiscalYear


PERIODS = {
    PeriodKind.YEAR: "ปีงบประมาณ พ.ศ. {year}",
    PeriodKind.WHOLE_YEAR: "ทั้งปีงบประมาณ พ.ศ. {year}",
    PeriodKind.FIRST_HALF: "ช่วง 6 เดือนแรกของปีงบประมาณ พ.ศ. {year}",
    PeriodKind.COVERS: "ช่วงปีที่ครอบคลุมปีงบประมาณ พ.ศ. {year}",
}


# What pages of this site may hold, in words.
HELD = {
    Holding.SCORES: "ผลการประเมิน",
    Holding.ANALYSIS: "การวิเคราะห์ผลการประเมิน",
    Holding.DEFECTS: "ข้อบกพร่องหรือจุดอ่อน",
    Holding.POINTS_TO_DEVELOP: "ประเด็นที่ควรพัฒนา",
    Holding.MEASURES: "มาตรการ",
    Holding.STEPS: "ขั้นตอนหรือวิธีการ",
    Holding.RESPONSIBLE: "ผู้รับผิดชอบ",
    Holding.PERIOD: "ระยะเวลา",
    Holding.FOLLOW_UP: "การกำกับติดตาม",
    Holding.RESULT: "สรุปผลการดำเนินการ",
    Holding.OUTCOME: "ผลลัพธ์หรือความสำเร็จ",
    Holding.ADDRESS: "ที่อยู่",
    Holding.PHONE: "หมายเลขโทรศัพท์",
    Holding.EMAIL: "อีเมล",
    Holding.MAP: "แผนที่ตั้ง",
    Holding.COMPLAINT_CHANNEL: "ช่องทางแจ้งเรื่องร้องเรียน",
    Holding.COMPLAINT_STEPS: "ขั้นตอนการจัดการเรื่องร้องเรียน",
    Holding.COMPLAINT_DAYS: "ระยะเวลาดำเนินการ",
}


def period_words(wanted: Wanted) -> str:
    """Like ปีงบประมาณ พ.ศ. 2568, or its first six months."""
    return PERIODS[wanted.kind].format(year=wanted.year)


def wanted_of(period: ItemPeriod | None, year: FiscalYear) -> Wanted | None:
    """The year that a rule wants in an ITA year."""
    return Wanted(period.kind, FiscalYear(year.number + period.offset)) if period else None


def without(some: Iterable[Evidence], others: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Those that are not among the others, as objects: to compare hundreds by all they say takes minutes."""
    known = {id(one) for one in others}
    return tuple(one for one in some if id(one) not in known)


@dataclass(frozen=True)
class Answer:
    """One component by its number from 1: the evidence that answers it, the evidence that is given for it and does not
    (`unfit`), and why it is open; `lacks` is empty where it is answered. `stated` says that nothing occurred."""

    number: int
    component: Component
    wanted: Wanted | None
    evidence: tuple[Evidence, ...] = ()
    unfit: tuple[Evidence, ...] = ()
    lacks: tuple[Lack, ...] = ()
    stated: bool = False

    @property
    def answered(self) -> bool:
        return not self.lacks


@dataclass(frozen=True)
class Predecessor:
    """The same duty in the list of an earlier year; `comparable` says whether all steps from there to here are."""

    year: FiscalYear
    item: OitItem
    comparable: bool
    note: str | None


@dataclass(frozen=True)
class Disclosed:
    """One item with its answers. `entry` is what disclosure.yml says of it, `papers` are the pages of the official
    documents that answer it, `own` this site's other pages that do, as the agency names them where it does; it is about
    the years `assessed` and `acted`."""

    year: FiscalYear
    item: OitItem
    state: ItemState
    answers: tuple[Answer, ...]
    entry: Disclosure | None
    papers: tuple[Evidence, ...]
    own: tuple[Evidence, ...]
    assessed: FiscalYear | None
    acted: FiscalYear | None
    wanted: Wanted | None
    predecessors: tuple[Predecessor, ...]
    earlier_results: tuple[tuple[Predecessor, OfficialResult], ...] = ()

    @property
    def published(self) -> bool:
        """Whether something answers it: a component at least, or evidence that does not say which."""
        if self.state not in {ItemState.COMPLETE, ItemState.INCOMPLETE}:
            return False
        return any(one.answered for one in self.answers) or bool(self.unplaced or self.papers)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything that is shown for it, this site's own pages first."""
        given = self.entry.evidence if self.entry else ()
        return (*self.papers, *self.own, *without(given, self.own))

    @property
    def unplaced(self) -> tuple[Evidence, ...]:
        """Evidence that does not say which component it covers."""
        given = self.entry.evidence if self.entry else ()
        return without(given, (one for answer in self.answers for one in (*answer.evidence, *answer.unfit)))

    @property
    def unit(self) -> str:
        """The unit that is responsible for it; empty where the agency names none."""
        return (self.entry and self.entry.unit) or ""

    @property
    def statement(self) -> str:
        """That nothing occurred, in which period and as of which day, with a note; empty where nobody says it."""
        nothing = self.entry.nothing if self.entry else None
        if nothing is None or self.item.nothing is None:
            return ""
        wanted = self.wanted or Wanted(PeriodKind.YEAR, self.year)
        # in a year nothing occurred, be it asked for as a whole one
        kind = wanted.kind if wanted.kind is PeriodKind.FIRST_HALF else PeriodKind.YEAR
        sentence = self.item.nothing.replace("{period}", period_words(Wanted(kind, wanted.year)))
        said = sentence.replace("{date}", thai.format_date(nothing.date))
        return f"{said} {nothing.note}" if nothing.note else said


@dataclass(frozen=True)
class DisclosedYear:
    """Every item of one ITA year, in the handbook's order. `due` is the last day to file, where it is known; `path` the
    clicks from the main website to the year's list."""

    year: FiscalYear
    framework: Framework
    items: tuple[Disclosed, ...]
    due: datetime.date | None
    path: tuple[str, ...] = ()

    @property
    def published(self) -> int:
        return sum(one.published for one in self.items)

    @property
    def exempt(self) -> int:
        return sum(one.state is ItemState.EXEMPT for one in self.items)

    @property
    def asked(self) -> int:
        """The items that the agency has to publish."""
        return len(self.items) - self.exempt

    def item(self, code: str) -> Disclosed:
        return next(one for one in self.items if one.item.code == code)


def click_path(profile: AgencyProfile, year: DisclosedYear, one: Disclosed) -> tuple[str, ...]:
    """The clicks from the agency's main website to the page of an item, in words: as its disclosure says, else those
    to the year's list, which this site's own way stands for where nobody gives them."""
    start = (f"เว็บไซต์หลักของหน่วยงาน ({urlsplit(profile.main_website).netloc})",) if profile.main_website else ()
    if one.entry and one.entry.path:
        return (*start, *one.entry.path)
    to_list = year.path or ((() if start else ("หน้าแรก",)) + ("การเปิดเผยข้อมูลสาธารณะ (OIT)", f"ปี {one.year}"))
    return (*start, *to_list, f"ข้อ {one.item.code} {one.item.title}")
