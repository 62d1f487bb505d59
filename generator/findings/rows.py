"""The rows of a year's score file."""

from collections.abc import Iterator

from generator.findings.records import Case
from generator.model import PrintedScore, Reading


def rows(case: Case) -> Iterator[tuple[PrintedScore, str, Reading]]:
    """Each row of each place with the words for the place, and how it was read."""
    for place in case.year.scores.all_places():
        for row in place.scores:
            yield row, place.where, place.reading or case.year.scores.reading
