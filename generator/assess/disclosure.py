"""การเปิดเผยข้อมูลสาธารณะ: what answers which component of an item, computed from evidence, years and pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator import links
from generator.assess.holdings import Held, holdings
from generator.assess.items import (
    Answer,
    Disclosed,
    DisclosedYear,
    ItemState,
    Lack,
    LackKind,
    Predecessor,
    Wanted,
    wanted_of,
    without,
)
from generator.model import (
    Agency,
    Component,
    Disclosure,
    Evidence,
    Framework,
    Holding,
    OfficialDocument,
    OfficialResult,
    OitItem,
    PeriodKind,
    Previous,
)
from generator.thai import FiscalYear

Frameworks = Mapping[FiscalYear, Framework]


def disclosures(agency: Agency, frameworks: Frameworks, earlier: Frameworks) -> tuple[DisclosedYear, ...]:
    """The ITA years that an agency answers items of, oldest first. `earlier` are the rules of the years before."""
    known = {**earlier, **frameworks}
    return tuple(_year(agency, year, known) for year in agency.disclosed_years if year in frameworks)


def _year(agency: Agency, year: FiscalYear, known: Frameworks) -> DisclosedYear:
    framework = known[year]
    entry = next((one for one in agency.years if one.fiscal_year == year), None)
    given = entry.disclosures if entry else None
    # Where the agency lists its answers, pages of this site are among them; else only what a document says is one.
    wired = given is not None
    entries = {one.item: one for one in given.items} if given else {}
    papers: dict[str, list[Evidence]] = {}
    for folder in agency.years:
        for paper in folder.documents:
            if paper.item and (paper.ita_year or folder.fiscal_year) == year:
                papers.setdefault(paper.item, []).append(_paper(folder.fiscal_year, paper))
    items = tuple(
        _disclosed(agency, _Case(year, item, entries.get(item.code), tuple(papers.get(item.code, ())), wired), known)
        for item in framework.items
    )
    due = (given.due if given else None) or framework.deadline
    return DisclosedYear(year, framework, items, due, given.path if given else ())


def _paper(year: FiscalYear, paper: OfficialDocument) -> Evidence:
    """The page of an official document; that nothing in it names the item is said beside it."""
    note = f"เลขข้อเป็นการอนุมาน: {paper.item_inferred}" if paper.item_inferred else None
    page = links.document(year, paper.kind)
    return Evidence(page=page, title=paper.name, year=year, components=paper.components, note=note)


@dataclass(frozen=True)
class _Case:
    """One item of one year, and what is said to answer it."""

    year: FiscalYear
    item: OitItem
    entry: Disclosure | None
    papers: tuple[Evidence, ...]
    wired: bool

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return self.entry.evidence if self.entry else ()

    @property
    def stated(self) -> bool:
        return bool(self.entry and self.entry.nothing and self.item.nothing)

    def back(self, offset: int | None) -> FiscalYear | None:
        return None if offset is None else FiscalYear(self.year.number + offset)

    def wanted(self, component: Component | None = None) -> Wanted | None:
        return wanted_of((component and component.period) or self.item.period, self.year)


def _disclosed(agency: Agency, case: _Case, known: Frameworks) -> Disclosed:
    item, entry = case.item, case.entry
    assessed, acted = case.back(item.assessed), case.back(item.acted)
    held: dict[Holding, Held] = {}
    if (case.wired or case.papers) and not (entry and entry.exempt):
        wants = {one for component in item.components for one in component.holds}
        # A page that the agency names itself is shown as it names it.
        named: dict[str | None, Evidence] = {one.page: one for one in case.evidence if one.page}
        held = {
            one.holding: replace(one, page=named.get(one.page.page, one.page))
            for one in holdings(agency, assessed, acted)
            if one.holding in wants
        }
    answers = tuple(_answer(case, number, component, held) for number, component in enumerate(item.asked, start=1))
    own = _pages(held.values())
    predecessors = tuple(_predecessors(case.year, item, known))
    return Disclosed(
        case.year,
        item,
        _state(case, answers, own),
        answers,
        entry,
        case.papers,
        own,
        assessed,
        acted,
        case.wanted(),
        predecessors,
        tuple(_earlier_results(agency, case.year, predecessors)),
    )


def _pages(held: Iterable[Held]) -> tuple[Evidence, ...]:
    return tuple({one.page.page: one.page for one in held}.values())


def _state(case: _Case, answers: tuple[Answer, ...], own: tuple[Evidence, ...]) -> ItemState:
    if case.entry and case.entry.exempt:
        return ItemState.EXEMPT
    if case.evidence or own or case.papers or case.stated:
        return ItemState.COMPLETE if all(one.answered for one in answers) else ItemState.INCOMPLETE
    return ItemState.UNPUBLISHED if case.entry else ItemState.NOT_IMPORTED


def _answer(case: _Case, number: int, component: Component, held: Mapping[Holding, Held]) -> Answer:
    wanted = case.wanted(component)
    fit = [paper for paper in case.papers if number in paper.components]
    unfit: list[Evidence] = []
    lacks: list[Lack] = []
    for evidence in case.evidence:
        if number in evidence.covered(len(case.item.asked)):
            lack = _unfit(evidence, wanted)
            (unfit if lack else fit).append(evidence)
            lacks += [lack] if lack else []
    found = [held[one] for one in component.holds if one in held]
    pages = _pages(found)
    whole = bool(found) and len(found) == len(component.holds) and not any(one.without for one in found)
    if fit or case.stated or whole:
        shown = (*pages, *without(fit, pages)) if whole else tuple(fit)
        return Answer(number, component, wanted, shown, without(unfit, shown), stated=case.stated)
    if found:
        lacks += [
            Lack(LackKind.NOT_HELD, missing=one, without=held[one].without, total=held[one].total)
            if one in held
            else Lack(LackKind.NOT_HELD, missing=one)
            for one in component.holds
            if one not in held or held[one].without
        ]
    why = tuple(dict.fromkeys(lacks)) or (Lack(LackKind.NO_EVIDENCE),)
    return Answer(number, component, wanted, unfit=(*pages, *without(unfit, pages)), lacks=why)


def _unfit(evidence: Evidence, wanted: Wanted | None) -> Lack | None:  # noqa: PLR0911 -- one per reason
    """Why evidence does not answer a component that it covers; None where it does."""
    if evidence.draft:
        return Lack(LackKind.DRAFT, evidence.year)
    if wanted is None:
        return None
    if evidence.year is None:
        return Lack(LackKind.NO_YEAR)
    last = evidence.until or evidence.year
    about = evidence.year <= wanted.year <= last if wanted.kind is PeriodKind.COVERS else evidence.year == wanted.year
    if not about:
        return Lack(LackKind.OTHER_YEAR, evidence.year)
    if wanted.kind is PeriodKind.WHOLE_YEAR and evidence.first_half:
        return Lack(LackKind.HALF_ONLY, evidence.year)
    if wanted.kind is PeriodKind.FIRST_HALF and not evidence.first_half:
        return Lack(LackKind.NOT_HALF, evidence.year)
    return None


def _predecessors(year: FiscalYear, item: OitItem, known: Frameworks) -> Iterator[Predecessor]:
    """Back through the years, the latest first, as far as their lists are known; each once, where two ways lead to it
    too."""
    reached: list[tuple[Previous, bool]] = [(one, one.comparable) for one in item.previous]
    while reached and (framework := known.get(year := year.before())):
        ways: dict[str, tuple[Previous, bool]] = {}
        for previous, comparable in reached:
            first, all_comparable = ways.get(previous.item, (previous, True))
            ways[previous.item] = (first, all_comparable and comparable)
        reached = []
        for previous, comparable in ways.values():
            for found in (one for one in framework.items if one.code == previous.item):
                yield Predecessor(year, found, comparable, previous.note)
                reached += [(one, comparable and one.comparable) for one in found.previous]


def _earlier_results(
    agency: Agency, year: FiscalYear, predecessors: tuple[Predecessor, ...]
) -> Iterator[tuple[Predecessor, OfficialResult]]:
    """What the assessor of the year before said about the same duty."""
    entry = next((one for one in agency.years if one.fiscal_year == year.before()), None)
    answers = {one.item: one.result for one in entry.disclosed()} if entry else {}
    for predecessor in predecessors:
        result = answers.get(predecessor.item.code) if predecessor.year == year.before() else None
        if result:
            yield predecessor, result
