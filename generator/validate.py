"""Rules across records: one function, one rule, its docstring the rule. A breach is a Problem of a file."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.model import Acknowledgement, AcknowledgementState, AgencyYear, Dataset, Framework
from generator.problems import NOWHERE, Problem, in_order, nearest
from generator.thai import FiscalYear

Frameworks = Mapping[FiscalYear, Framework]


def validate(dataset: Dataset) -> tuple[Problem, ...]:
    """Every breach of a rule, sorted; those of an agency's own files carry its slug."""
    problems: list[Problem] = []
    sound: set[FiscalYear] = set()
    for year, framework in dataset.frameworks.items():
        breaches = [problem for rule in FRAMEWORK_RULES for problem in rule(year, framework)]
        problems += breaches
        if not breaches:
            sound.add(year)
    for agency in dataset.agencies:
        for entry in agency.years:
            # What is right cannot be told by rules that are wrong.
            for check in YEAR_RULES if entry.fiscal_year in sound else ():
                found = check(entry, dataset.frameworks[entry.fiscal_year])
                problems += [replace(problem, agency=agency.slug) for problem in found]
        for acknowledgement in agency.acknowledgements:
            found = corrected_names_its_document(acknowledgement)
            problems += [replace(problem, agency=agency.slug) for problem in found]
    return in_order(problems)


# --- frameworks


def year_of_the_file(year: FiscalYear, framework: Framework) -> Iterator[Problem]:
    """A framework stands in the file that is named for its year."""
    if framework.fiscal_year != year:
        yield Problem("framework-year", framework.source, str(framework.fiscal_year), {"name": str(year)})


def weights_add_up(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001 -- a rule of the table
    """The weights of the instruments add up to one."""
    total = sum((instrument.weight for instrument in framework.instruments), Decimal(0))
    if total != 1:
        yield Problem("framework-weights", framework.instruments[0].source, str(total))


def references_exist(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """Indicators name instruments, sub-indicators indicators, items sub-indicators, each sub-indicator its items."""
    instruments = [instrument.code for instrument in framework.instruments]
    indicators = [str(indicator.number) for indicator in framework.indicators]
    groups = [group.code for group in framework.sub_indicators]
    items = [item.code for item in framework.items]
    named = [(record.source, record.instrument, instruments) for record in framework.indicators]
    named += [(record.source, str(record.indicator), indicators) for record in framework.sub_indicators]
    named += [(record.source, code, items) for record in framework.sub_indicators for code in record.items]
    named += [(record.source, record.sub_indicator, groups) for record in framework.items]
    for source, name, known in named:
        if name not in known:
            yield Problem("framework-reference", source, name, {"known": ", ".join(dict.fromkeys(known))})


def instruments_are_used(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """Every instrument has an indicator."""
    for instrument in framework.instruments:
        if not framework.indicators_of(instrument.code):
            yield Problem("framework-unused", instrument.source, instrument.code)


def codes_are_unique(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """No instrument, indicator, sub-indicator or item stands twice."""
    coded = [(record.code, record.source) for record in framework.instruments]
    coded += [(record.code, record.source) for record in framework.sub_indicators]
    coded += [(str(record.number), record.source) for record in framework.indicators]
    coded += [(record.code, record.source) for record in framework.items]
    seen = Counter(code for code, _ in coded)
    for code, source in coded:
        if seen[code] > 1:
            yield Problem("framework-duplicate", source, code)


def ladder_descends(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """Grades stand from the highest to the lowest, and the last one begins at zero for everybody."""
    for above, below in pairwise(framework.grades):
        if (below.overall_min, below.instrument_min or 0) >= (above.overall_min, above.instrument_min or 0):
            yield Problem("framework-ladder", below.source, below.label)
    last = framework.grades[-1]
    if last.overall_min != 0 or last.instrument_min is not None:
        yield Problem("framework-ladder", last.source, last.label)


# --- one year of one agency


def something_is_printed(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A scores file holds at least one score."""
    for place in year.scores.all_places():
        if place.overall or place.instruments or any(row.score for row in place.scores):
            return
    yield Problem("nothing-printed", year.scores.source)


def indicators_are_known(year: AgencyYear, framework: Framework) -> Iterator[Problem]:
    """Each row is about an indicator of the year, by its name, an alias, or the official number it gives."""
    names = [indicator.name for indicator in framework.indicators]
    numbers = [indicator.number for indicator in framework.indicators]
    for place in year.scores.all_places():
        for row in place.scores:
            if framework.number_of(row) in numbers:
                continue
            number = row.number if row.indicator is None else row.indicator
            if row.indicator is None and row.name:
                details = {"known": ", ".join(names), "guess": nearest(row.name.value, names)}
                yield Problem("unknown-indicator", row.name.source, row.name.value, details)
            elif number is None:
                yield Problem("row-of-nothing", row.source)
            else:
                details = {"known": f"{min(numbers)}–{max(numbers)}", "guess": ""}
                yield Problem("unknown-indicator", row.source, str(number), details)
        for claim in place.claims:
            for name in claim.names:
                if framework.named(name) is None:
                    details = {"known": ", ".join(names), "guess": nearest(name, names)}
                    yield Problem("unknown-indicator", claim.source, name, details)


def indicators_stand_once(year: AgencyYear, framework: Framework) -> Iterator[Problem]:
    """In one place an indicator has one row."""
    for place in year.scores.all_places():
        seen: set[int] = set()
        for row in place.scores:
            number = framework.number_of(row)
            if number in seen:
                yield Problem("duplicate-indicator", row.source, str(number))
            if number is not None:
                seen.add(number)


def places_differ(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """Each place has an id of its own."""
    seen = Counter(place.id for place in year.scores.all_places())
    for place in year.scores.places:
        if seen[place.id] > 1:
            yield Problem("duplicate-place", place.source, place.id)


def instruments_are_known(year: AgencyYear, framework: Framework) -> Iterator[Problem]:
    """Scores of instruments name an instrument of the year."""
    codes = [instrument.code for instrument in framework.instruments]
    for place in year.scores.all_places():
        for printed in place.instruments:
            if printed.code not in codes:
                source = printed.source if printed.source is not NOWHERE else place.source
                yield Problem("unknown-instrument", source, printed.code, {"known": ", ".join(codes)})


def comparisons_name_a_year_before(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A previous score or a difference needs `previous_year`, and that lies before the year of the file."""
    for place in year.scores.places:
        if place.previous_year is None:
            compared = [(row.previous, row.difference) for row in place.scores]
            compared += [(row.previous, row.difference) for row in place.instruments]
            if place.overall_change or any(previous or difference for previous, difference in compared):
                yield Problem("previous-without-year", place.source)
        elif place.previous_year >= year.fiscal_year:
            details = {"year": str(year.fiscal_year)}
            yield Problem("previous-year", place.source, str(place.previous_year), details)


def choices_stand_once(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """For one datum one value is chosen."""
    seen: set[str] = set()
    for choice in year.scores.chosen:
        if choice.datum in seen:
            yield Problem("duplicate-choice", choice.source, choice.datum)
        seen.add(choice.datum)


def corrected_names_its_document(entry: Acknowledgement) -> Iterator[Problem]:
    """An acknowledgement that says `corrected` names the document that corrects."""
    if entry.state is AcknowledgementState.CORRECTED and not entry.document:
        yield Problem("acknowledgement-document", entry.source, entry.code)


FRAMEWORK_RULES: tuple[Callable[[FiscalYear, Framework], Iterator[Problem]], ...] = (
    year_of_the_file,
    weights_add_up,
    references_exist,
    instruments_are_used,
    codes_are_unique,
    ladder_descends,
)

YEAR_RULES: tuple[Callable[[AgencyYear, Framework], Iterator[Problem]], ...] = (
    something_is_printed,
    indicators_are_known,
    indicators_stand_once,
    places_differ,
    instruments_are_known,
    comparisons_name_a_year_before,
    choices_stand_once,
)
