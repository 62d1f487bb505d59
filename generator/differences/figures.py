"""Figures and states that pages show, of one agency before and after."""

from collections.abc import Callable, Iterator, Mapping

from generator import figures
from generator.assess import Assessment
from generator.assess.disclosure import disclosures
from generator.assess.items import DisclosedYear
from generator.assess.measures import Acted, acted
from generator.differences.records import Figure
from generator.model import Agency, Dataset, Framework
from generator.pages.chain import state
from generator.pages.changes import differences
from generator.pages.items import FACTS, fact
from generator.pipeline.examine import Result
from generator.thai import FiscalYear

NOTHING = "–"


def changed_figures(before: Result | None, after: Result | None, then: Dataset, now: Dataset) -> Iterator[Figure]:
    """Everything that is not the same: what stands on every page, then year by year, the latest first, scores,
    measures, answers to OIT items."""
    if before and after:
        yield from _everywhere(before.agency, after.agency)
    old, new = _Side.of(before, then), _Side.of(after, now)
    for year in sorted(old.years | new.years, reverse=True):
        yield from _scores(year, old, new)
        yield from _measures(year, old.measures.get(year, ()), new.measures.get(year, ()))
        yield from _items(year, old.items.get(year), new.items.get(year))


# What the head and foot of every page say: their articles do not change with it.
_EVERYWHERE: tuple[tuple[str, Callable[[Agency], str | None]], ...] = (
    ("ชื่อหน่วยงาน", lambda one: one.profile.name),
    ("ประเภทและที่ตั้ง", lambda one: f"{one.profile.type} {one.profile.area}"),
    ("ที่อยู่", lambda one: one.profile.contact.address),
    ("โทรศัพท์", lambda one: one.profile.contact.phone),
    ("อีเมล", lambda one: one.profile.contact.email),
    ("โทรศัพท์แจ้งเรื่องร้องเรียน", lambda one: one.profile.complaints.phone),
    ("สีประจำเว็บไซต์", lambda one: one.profile.colour),
    ("ตราสัญลักษณ์", lambda one: f"{one.emblem.name} ({one.emblem.digest[:8]})" if one.emblem else None),
)


def _everywhere(before: Agency, after: Agency) -> Iterator[Figure]:
    for subject, said in _EVERYWHERE:
        was, will = (said(one) or NOTHING for one in (before, after))
        if was != will:
            yield Figure(None, subject, was, will)


class _Side:
    """One agency in one state of the data, by year."""

    def __init__(self, slug: str, frameworks: Mapping[FiscalYear, Framework]) -> None:
        self.slug = slug
        self.frameworks = frameworks
        self.assessments: dict[FiscalYear, Assessment] = {}
        self.measures: dict[FiscalYear, tuple[Acted, ...]] = {}
        self.items: dict[FiscalYear, DisclosedYear] = {}

    @classmethod
    def of(cls, result: Result | None, dataset: Dataset) -> "_Side":
        side = cls(result.agency.slug if result else "", dataset.frameworks)
        if result:
            side.assessments = {one.fiscal_year: one for one in result.assessments}
            side.measures = {one.fiscal_year: rows for one in result.agency.years if (rows := acted(one, result.as_of))}
            disclosed = disclosures(result.agency, dataset.frameworks, dataset.earlier)
            side.items = {one.year: one for one in disclosed}
        return side

    @property
    def years(self) -> set[FiscalYear]:
        return {*self.assessments, *self.measures, *self.items}

    def assessment(self, year: FiscalYear, framework: Framework) -> Assessment:
        """That of a year; one that says nothing where there is none."""
        return self.assessments.get(year) or Assessment(self.slug, year, framework, (), {})


def _scores(year: FiscalYear, old: _Side, new: _Side) -> Iterator[Figure]:
    """What is printed, then what is computed from it."""
    known = new.assessments.get(year) or old.assessments.get(year)
    if known is None:
        return
    was, will = old.assessment(year, known.framework), new.assessment(year, known.framework)
    for subject, before, after in differences(was, will):
        yield Figure(year, subject, before, after)
    pairs = [("คะแนนรวมที่คำนวณได้", _overall(was), _overall(will))]
    pairs += [
        (f"ค่าเฉลี่ยตัวชี้วัดของ {one.code} ที่คำนวณได้", _mean(was, one.code), _mean(will, one.code))
        for one in known.framework.instruments
    ]
    pairs.append(("ระดับตามเกณฑ์ที่คำนวณได้", was.grade_by_rule or NOTHING, will.grade_by_rule or NOTHING))
    for subject, before, after in pairs:
        if before != after:
            yield Figure(year, subject, before, after)


def _overall(one: Assessment) -> str:
    value = one.overall.value
    return NOTHING if value is None else figures.computed(value)


def _mean(one: Assessment, code: str) -> str:
    value = one.mean(code).value if one.framework.indicators_of(code) else None
    return NOTHING if value is None else figures.computed(value)


def _measures(year: FiscalYear, old: tuple[Acted, ...], new: tuple[Acted, ...]) -> Iterator[Figure]:
    """How many there are, and each whose state is another."""
    if len(old) != len(new):
        yield Figure(year, "จำนวนมาตรการ", str(len(old)), str(len(new)))
    before, after = ({one.no: one for one in rows} for rows in (old, new))
    for no in sorted({*before, *after}):
        was, will = (_state(rows.get(no)) for rows in (before, after))
        if was != will:
            title = (after.get(no) or before[no]).measure.title or ""
            yield Figure(year, f"มาตรการที่ {no} {title}".rstrip(), was, will)


def _state(one: Acted | None) -> str:
    return state(one) if one else NOTHING


def _items(year: FiscalYear, old: DisclosedYear | None, new: DisclosedYear | None) -> Iterator[Figure]:
    """How many items have something published, and each whose state is another."""
    was, will = (str(one.published) if one else NOTHING for one in (old, new))
    if was != will:
        yield Figure(year, "จำนวนข้อ OIT ที่เผยแพร่แล้ว", was, will)
    before, after = ({one.item.code: one for one in side.items} if side else {} for side in (old, new))
    for code in {**after, **before}:
        one = after.get(code) or before[code]
        was, will = (FACTS[fact(side[code])] if code in side else NOTHING for side in (before, after))
        if was != will:
            yield Figure(year, f"ข้อ {code} {one.item.title}", was, will)
