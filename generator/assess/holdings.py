"""What pages of this site hold of what components of OIT items ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.model import Agency, AgencyYear, Evidence, Holding, Measure
from generator.thai import FiscalYear


@dataclass(frozen=True)
class Held:
    """Something that a component asks for and pages of this site hold, those pages, and how many of `total` measures
    are `without` it."""

    holding: Holding
    page: Evidence
    without: int = 0
    total: int = 0


def holdings(agency: Agency, assessed: FiscalYear | None, acted: FiscalYear | None) -> Iterator[Held]:
    """All that the pages about the result of a year, the measures of a year, and the office hold."""
    years = {entry.fiscal_year: entry for entry in agency.years}
    if assessed in years:
        yield from _of_result(years[assessed])
    if acted in years:
        yield from _of_measures(years[acted])
    yield from _of_office(agency)


def _of_result(entry: AgencyYear) -> Iterator[Held]:
    year = entry.fiscal_year
    if not entry.has_scores:
        return
    yield Held(Holding.SCORES, _page(links.scores(year), f"ผลการประเมิน ปี {year}", year))
    if entry.analysis is None:
        return
    page = _page(links.analysis(year), f"การวิเคราะห์ผลการประเมิน ปี {year}", year)
    written = entry.analysis.indicators()
    yield Held(Holding.ANALYSIS, page)
    if any(one.defects for one in written):
        yield Held(Holding.DEFECTS, page)
    if any(one.points_to_develop for one in written):
        yield Held(Holding.POINTS_TO_DEVELOP, page)


def _of_measures(entry: AgencyYear) -> Iterator[Held]:
    if entry.measures is None:
        return
    year, measures = entry.fiscal_year, entry.measures.measures
    page = _page(links.measures(year), f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี {year}", year)
    yield Held(Holding.MEASURES, page)
    for holding, field in _CELLS.items():
        without = sum(not _has(measure, field) for measure in measures)
        if without < len(measures):
            yield Held(holding, page, without, len(measures))


_CELLS = {
    Holding.STEPS: "steps",
    Holding.RESPONSIBLE: "responsible",
    Holding.PERIOD: "period",
    Holding.FOLLOW_UP: "follow_up",
    Holding.RESULT: "result",
    Holding.OUTCOME: "outcome",
}


def _has(measure: Measure, field: str) -> bool:
    """Whether a measure fills a cell, shares that of a row above, or says why there is no result."""
    shared = any(cell.value == field for cell in measure.merged)
    excused = field in {"result", "outcome"} and measure.not_done
    return bool(getattr(measure, field) or shared or excused)


def _of_office(agency: Agency) -> Iterator[Held]:
    contact, complaints = agency.profile.contact, agency.profile.complaints
    page = _page(links.CONTACT, "ช่องทางติดต่อ")
    for holding, value in (
        (Holding.ADDRESS, contact.address),
        (Holding.PHONE, contact.phone),
        (Holding.EMAIL, contact.email),
        (Holding.MAP, contact.map),
    ):
        if value:
            yield Held(holding, page)
    page = _page(links.COMPLAINTS, "ช่องทางแจ้งเรื่องร้องเรียน")
    for holding, given in (
        (Holding.COMPLAINT_CHANNEL, complaints.form or complaints.email or complaints.phone),
        (Holding.COMPLAINT_STEPS, complaints.steps),
        (Holding.COMPLAINT_DAYS, complaints.days),
    ):
        if given:
            yield Held(holding, page)


def _page(address: str, title: str, year: FiscalYear | None = None) -> Evidence:
    return Evidence(page=address, title=title, year=year)
