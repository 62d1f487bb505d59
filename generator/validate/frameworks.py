"""Rules of a framework in itself."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.model import Framework
from generator.problems import Problem
from generator.thai import FiscalYear


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


def sentences_have_known_places(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """In the sentence that nothing occurred stand no braces but those of {period} and {date}."""
    for item in framework.items:
        rest = (item.nothing or "").replace("{period}", "").replace("{date}", "")
        if "{" in rest or "}" in rest:
            yield Problem("framework-sentence", item.source, item.code)


_FURTHEST = 10  # years back


def offsets_lead_back(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """What an item is about lies in the ITA year or not long before it."""
    for item in framework.items:
        for offset in (item.assessed, item.acted, item.period.offset if item.period else None):
            if offset is not None and not -_FURTHEST <= offset <= 0:
                yield Problem("framework-offset", item.source, str(offset), {"limit": str(-_FURTHEST)})


def ladder_descends(year: FiscalYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """Grades stand from the highest to the lowest, and the last one begins at zero for everybody."""
    for above, below in pairwise(framework.grades):
        if (below.overall_min, below.instrument_min or 0) >= (above.overall_min, above.instrument_min or 0):
            yield Problem("framework-ladder", below.source, below.label)
    last = framework.grades[-1]
    if last.overall_min != 0 or last.instrument_min is not None:
        yield Problem("framework-ladder", last.source, last.label)
