"""What the portal knows of an agency: published with its pages, so that a held-back agency stays as it was."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from generator import figures, links, thai
from generator.assess import GRADE, OVERALL, Assessment, Datum, State
from generator.markup import text
from generator.model import Framework
from generator.page import Page
from generator.pages.context import ABSENT, UNDECIDED, Context, doubt, in_words
from generator.pages.made import made_of
from generator.problems import SHOWN
from generator.thai import FiscalYear

NO_PROVINCE, NO_TYPE = "ไม่ได้ระบุจังหวัด", "ไม่ได้ระบุประเภท"


def in_order(name: str) -> tuple[int, str]:
    """Names of types and places as a dictionary has them, what is not named last."""
    return (name in (NO_PROVINCE, NO_TYPE), thai.collation(name)[0])


@dataclass(frozen=True)
class Result:
    """One year of an agency. `rules` says which rules gave its scores; `values` are the data that have a value, as
    printed; `doubts` the states of the findings that put data in doubt."""

    fiscal_year: int
    rules: str = ""
    inferred: bool = False
    values: Mapping[Datum, str] = field(default_factory=dict)
    disputed: tuple[Datum, ...] = ()
    doubts: Mapping[Datum, str] = field(default_factory=dict)

    def number(self, datum: Datum) -> Decimal | None:
        try:
            return thai.parse_decimal(self.values.get(datum, ""))
        except thai.NotReadable:
            return None

    def words(self, datum: Datum) -> str:
        """A datum as printed; where it has no value, why."""
        return self.values.get(datum) or (UNDECIDED if datum in self.disputed else ABSENT)


@dataclass(frozen=True)
class Summary:
    """An agency with its latest year in words, and all its years."""

    slug: str
    name: str
    fiscal_year: int | None = None  # None where no result is recorded yet
    type: str = ""
    place: str = ""
    district: str = ""
    province: str = ""
    inferred: bool = False
    overall: str = ""
    overall_doubt: str = ""
    grade: str = ""
    grade_doubt: str = ""
    waiting: int = 0
    changed: str = ""
    results: tuple[Result, ...] = ()

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def of_json(cls, published: Mapping[str, Any]) -> "Summary":
        """From a manifest, which another version of the program may have written: what it did not know is empty."""
        results = [_result(one) for one in published.get("results", ())]
        return cls(**{**_known(cls, published), "results": tuple(results)})

    def result(self, year: int) -> Result | None:
        return next((one for one in self.results if one.fiscal_year == year), None)

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a result, newest first; of who was published by an earlier program the latest alone."""
        latest = {self.fiscal_year} if self.fiscal_year else set()
        return tuple(sorted(latest | {one.fiscal_year for one in self.results}, reverse=True))


def _result(published: Mapping[str, Any]) -> Result:
    known = _known(Result, published)
    return Result(**{**known, "disputed": tuple(known.get("disputed", ()))})


def _known(record: type, published: Mapping[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(record)}
    return {name: value for name, value in published.items() if name in names}


def rules_of(framework: Framework) -> str:
    """What makes scores comparable, like `IIT 30 1,2,3,4,5`: instruments, their weights and their indicators."""
    return "; ".join(
        f"{one.code} {figures.percent(one.weight)} {','.join(str(i.number) for i in framework.indicators_of(one.code))}"
        for one in framework.instruments
    )


def summarise(context: Context) -> Summary:
    """The agency as the portal shows it."""
    profile = context.agency.profile
    changed = context.origins.history.changed_last(made_of(context, "agency", "scores"))
    summary = Summary(
        slug=context.agency.slug,
        name=profile.name,
        type=profile.type,
        place=profile.area,
        district=profile.district or "",
        province=profile.province,
        changed=changed.isoformat() if changed else "",
    )
    latest = context.latest
    if latest is None:
        return summary
    return replace(
        summary,
        fiscal_year=latest.fiscal_year.number,
        inferred=context.inferred(latest.fiscal_year) is not None,
        overall=in_words(latest.settled(OVERALL)),
        overall_doubt=doubt(context, latest.fiscal_year, OVERALL),
        grade=in_words(latest.settled(GRADE)),
        grade_doubt=doubt(context, latest.fiscal_year, GRADE),
        waiting=context.waiting(latest.fiscal_year),
        results=tuple(_of_year(context, one) for one in context.assessments),
    )


def _of_year(context: Context, assessment: Assessment) -> Result:
    year = assessment.fiscal_year
    shown = (OVERALL, GRADE, *map(str, assessment.numbers))
    settled = {datum: assessment.settled(datum) for datum in shown}
    doubts = {datum: state for datum in shown if (state := doubt(context, year, datum))}
    return Result(
        fiscal_year=year.number,
        rules=rules_of(assessment.framework),
        inferred=context.inferred(year) is not None,
        values={datum: one.text for datum, one in settled.items() if one.text},
        disputed=tuple(datum for datum, one in settled.items() if one.state is State.DISPUTED),
        doubts=doubts,
    )


def changed_last(agencies: Iterable[Summary]) -> Callable[[Page], date | None]:
    """When what a page of the portal shows changed last, by the folders of agencies that it is made of; None where that
    is not known of all of them."""
    days = {f"{SHOWN}/{one.slug}": date.fromisoformat(one.changed) for one in agencies if one.changed}

    def newest(page: Page) -> date | None:
        known = [days[name] for name in page.made_of if name in days]
        return max(known) if known and len(known) == len(page.made_of) else None

    return newest


def folders_of(agencies: Iterable[Summary]) -> tuple[str, ...]:
    """What a page of the portal is made of that shows these agencies."""
    return tuple(f"{SHOWN}/{one.slug}" for one in agencies)


def years_of(agencies: Iterable[Summary]) -> tuple[FiscalYear, ...]:
    """The years that any of them has a result of, newest first."""
    return tuple(FiscalYear(year) for year in sorted({year for one in agencies for year in one.years}, reverse=True))


def marked(shown: str, state: str, slug: str, year: int, address: str) -> Markup:
    """A value, with the mark that the agency's own pages give it."""
    kind = "absent" if shown in (ABSENT, UNDECIDED) else "figure"
    figure = Markup('<span class="{}">{}</span>').format(kind, text(shown))
    if not state:
        return figure
    return Markup('{} <a class="mark" href="{}">{}</a>').format(
        figure, text(findings_of(slug, year, address)), text(state)
    )


def findings_of(slug: str, year: int, address: str) -> str:
    """The way from a page of the portal to an agency's findings of a year."""
    return links.relative(address, links.agency(slug) + links.findings(FiscalYear(year)))


def scores_of(slug: str, year: int, address: str) -> str:
    """The way from a page of the portal to an agency's result of a year."""
    return links.relative(address, links.agency(slug) + links.scores(FiscalYear(year)))
