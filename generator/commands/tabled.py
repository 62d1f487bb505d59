"""What a table that a clerk has already would change: whose it is, of which year, and in which files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.commands.options import Options
from generator.forms import Drafts
from generator.forms.tables import addresses_of, agency_of, measures_of, scores_of, scores_of_row
from generator.grids import Grid
from generator.model import Agency, Framework, Layout
from generator.pipeline.examine import Examined, examine
from generator.pipeline.imports import Prospect, Workshop, prospect, together
from generator.pipeline.material import framework_of, trees_of
from generator.problems import Problem, Source
from generator.recognise import (
    AddressList,
    Confirmation,
    MeasureTable,
    ProvinceTable,
    Recognised,
    ScoreTable,
    Shape,
    Taken,
    recognise,
)
from generator.thai import FiscalYear


@dataclass(frozen=True)
class TakenFor:
    """What a table was taken for: the place where it begins, its shape, the year that its data are of, and whose."""

    source: Source
    shape: Shape
    year: FiscalYear
    agencies: tuple[str, ...]


@dataclass(frozen=True)
class Tabled:
    """What the tables of a file would do, what was concluded from them, and what must be mended first."""

    plan: Prospect
    confirmations: tuple[Confirmation, ...] = ()
    problems: tuple[Problem, ...] = ()
    taken: tuple[TakenFor, ...] = ()


def tabled(grids: tuple[Grid, ...], year: FiscalYear | None, options: Options, shop: Workshop) -> Tabled:
    """The tables as the import of one agency (`options.agency`, or the only one), or of every agency that they name."""
    nothing = Prospect({}, {}, (), (), ())
    if year is None:
        return Tabled(nothing, problems=(Problem("table-year", Source(shop.origin)),))
    examined = examine(options.data, options.as_of, None, shop.store)
    agencies = {result.agency.slug: result.agency for result in examined.results}
    framework = framework_of(options.data, year)
    found = recognise(grids, framework, _names(agencies))
    problems = [*found.problems, *(problem for taken in found.taken for problem in taken.problems)]
    confirmations = (*found.confirmations, *(one for taken in found.taken for one in taken.confirmations))
    drafts: dict[str, Drafts] = {}
    told: list[TakenFor] = []
    for taken in found.taken:
        whose = _whose(taken, agencies, options.agency)
        if not whose and taken.table is not None:
            first = taken.grids[0].rows[0][0].source
            problems.append(Problem("table-agency", first, details={"known": ", ".join(agencies)}))
        problems += _too_many(taken, examined)
        own_year = _year_of(taken.shape, found, year)
        told.append(TakenFor(taken.grids[0].rows[0][0].source, taken.shape, own_year, _called(whose, agencies)))
        for slug in whose:
            own = drafts.setdefault(slug, Drafts(trees_of(options.data, slug)))
            _merge(taken, slug, own_year, framework, own)
    problems += [problem for own in drafts.values() for draft in own.opened.values() for problem in draft.problems]
    shop = replace(shop, years=tuple(sorted({one.year for one in told})))
    plans = {slug: prospect(examined, slug, own, {}, shop) for slug, own in drafts.items()}
    if len(plans) > 1:
        plans = {slug: _named(plan, _called((slug,), agencies)[0]) for slug, plan in plans.items()}
    plan = together(plans.values())
    return Tabled(plan, confirmations, (*problems, *plan.problems), tuple(told))


def _year_of(shape: Shape, found: Recognised, year: FiscalYear) -> FiscalYear:
    """A document of measures prints the result that they follow from: that of the year before."""
    measures = any(one.shape is Shape.MEASURES for one in found.taken)
    return year.before() if measures and shape in {Shape.SCORES, Shape.PROVINCE} else year


def _named(plan: Prospect, name: str) -> Prospect:
    """The changes of one agency among several."""
    changes = (replace(one, about=f"{name} – {one.about}" if one.about else name) for one in plan.changes)
    return replace(plan, changes=tuple(changes))


def _too_many(taken: Taken, examined: Examined) -> Iterator[Problem]:
    """A site of one agency takes no other."""
    new = [row for row in taken.table.rows if row.new] if isinstance(taken.table, ProvinceTable) else []
    if new and examined.dataset and examined.dataset.site.layout is Layout.AGENCY:
        yield Problem("layout-agencies", new[0].agency.source, str(len(new) + len(examined.results)))


def _called(slugs: tuple[str, ...], agencies: dict[str, Agency]) -> tuple[str, ...]:
    return tuple(agencies[slug].name if slug in agencies else slug for slug in slugs)


def _names(agencies: dict[str, Agency]) -> dict[str, str]:
    """The slug of every name of an agency."""
    return {
        name: slug
        for slug, agency in agencies.items()
        for name in (agency.name, agency.profile.short_name, *agency.profile.aliases, slug)
        if name
    }


def _whose(taken: Taken, agencies: dict[str, Agency], asked: str | None) -> tuple[str, ...]:
    if isinstance(taken.table, ProvinceTable):
        return tuple(row.slug for row in taken.table.rows if asked in {None, row.slug})
    if asked in agencies:
        return (str(asked),)
    return tuple(agencies) if len(agencies) == 1 and asked is None else ()


def _merge(taken: Taken, slug: str, year: FiscalYear, framework: Framework, drafts: Drafts) -> None:
    match taken.table:
        case ScoreTable():
            scores_of(taken.table, year, framework, drafts)
        case ProvinceTable():
            row = next(one for one in taken.table.rows if one.slug == slug)
            if row.new:
                agency_of(row, drafts)
            scores_of_row(row, year, framework, drafts)
        case MeasureTable():
            measures_of(taken.table, year, drafts)
        case AddressList():
            addresses_of(taken.table, year, framework, drafts)
