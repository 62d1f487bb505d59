"""Rules of what a scores file prints."""

from collections import Counter
from collections.abc import Iterator

from generator.model import AgencyYear, Framework
from generator.problems import NOWHERE, Problem, nearest


def something_is_printed(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A scores file holds at least one score."""
    if not year.has_scores:
        return
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
