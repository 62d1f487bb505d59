"""Rules of the measures of one year. The framework is that of the result they follow from."""

import re
from collections import Counter
from collections.abc import Iterator

from generator import figures, thai
from generator.model import Cell, Framework, MeasureSet
from generator.problems import Problem
from generator.validate.codes import unknown_codes, unknown_numbers

# Whole numbers of a text, with their decimals: 7.72 does not stand in 97.72.
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def measures_differ(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001 -- a rule of a table
    """Each measure has a key `no` of its own: its address."""
    seen = Counter(measure.no for measure in measures.measures)
    for measure in measures.measures:
        if seen[measure.no] > 1:
            yield Problem("duplicate-measure", measure.source, str(measure.no))


def steps_or_a_result(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A measure says what is to be done or what was done, or why nothing was."""
    for measure in measures.measures:
        if not (measure.steps or measure.result or measure.not_done):
            yield Problem("measure-empty", measure.source, str(measure.no))


def served_indicators_are_known(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:
    """A measure serves indicators, sub-indicators and items of the year that was assessed."""
    for measure in measures.measures:
        yield from unknown_numbers(framework, measure.source, measure.indicators)
        yield from unknown_codes(framework, measure.source, measure.sub_indicators, measure.items)


def merged_cells_have_a_row_above(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A merged cell is filled or merged in the row above, and not filled in its own row."""
    filled: set[Cell] = set()
    for measure in measures.measures:
        own = {cell for cell in Cell if getattr(measure, cell.value)}
        for cell in measure.merged:
            if cell in own:
                yield Problem("merged-and-given", measure.source, cell.value)
            elif cell not in filled:
                yield Problem("nothing-to-inherit", measure.source, cell.value)
        filled = own | (filled & {*measure.merged})


def responsible_is_a_unit_or_a_post(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """Who is responsible is either a unit or a post."""
    for measure in measures.measures:
        for one in measure.responsible:
            if bool(one.unit) == bool(one.post):
                yield Problem("responsible-unclear", one.source)


def outcomes_are_printed(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:
    """Every value of an outcome claim stands in the outcome's text, and it is about a known score."""
    known = [
        "overall",
        *(one.code for one in framework.instruments),
        *(str(one.number) for one in framework.indicators),
    ]
    for measure in measures.measures:
        text = thai.to_arabic(measure.outcome.plain if measure.outcome else "")
        words, numbers = thai.without_spaces(text), _NUMBER.findall(text)
        for claim in measure.outcomes:
            if claim.datum not in known:
                yield Problem("unknown-datum", claim.source, claim.datum, {"known": ", ".join(known)})
            for figure in (claim.previous, claim.score, claim.difference):
                if figure and (number := figures.printed(abs(figure.value))) not in numbers:
                    yield Problem("outcome-not-printed", claim.source, number)
            for phrase in (claim.label, claim.grade):
                if phrase and thai.to_arabic(thai.without_spaces(phrase.value)) not in words:
                    yield Problem("outcome-not-printed", claim.source, phrase.value)


def outcomes_compare_with_a_year_before(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A previous score has its year, and that lies before the year of the score."""
    for measure in measures.measures:
        for claim in measure.outcomes:
            if claim.previous_year is None:
                if claim.previous or claim.difference:
                    yield Problem("previous-without-year", claim.source)
            elif claim.previous_year >= claim.year:
                yield Problem("previous-year", claim.source, str(claim.previous_year), {"year": str(claim.year)})


def columns_differ(measures: MeasureSet, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """No two columns of the table hold the same."""
    seen = Counter(column.holds for column in measures.columns)
    for column in measures.columns:
        if seen[column.holds] > 1:
            yield Problem("duplicate-column", column.source, column.holds)
