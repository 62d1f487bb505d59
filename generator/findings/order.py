"""Checks of what a document says about its scores: differences, ranks, extremes, counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator import figures
from generator.assess import OVERALL, Datum, Listing
from generator.findings.analyses import level_extremes, listed_issues
from generator.findings.outcomes import outcomes
from generator.findings.records import Case, Contradiction, Value, is_ocr
from generator.model import Claim, ClaimKind, Figure
from generator.problems import Source


@dataclass(frozen=True)
class _Subtraction:
    """Two scores and their difference as one row of a comparison prints them, or one claim of a measure's outcome."""

    datum: Datum
    indicator: int | None
    where: str
    ocr: bool
    previous: Figure
    score: Figure
    difference: Figure

    @property
    def right(self) -> Decimal:
        return self.score.value - self.previous.value


def _subtractions(case: Case) -> Iterator[_Subtraction]:
    for listing in case.own():
        place, change = listing.place, listing.place.overall_change
        rows = [(str(number), row.previous, row.score, row.difference) for number, row in listing.rows]
        rows += [(printed.code, printed.previous, printed.score, printed.difference) for printed in place.instruments]
        if change:
            rows.append((OVERALL, change.previous, place.overall, change.difference))
        for datum, previous, score, difference in rows:
            if previous and score and difference:
                indicator = int(datum) if datum.isdigit() else None
                yield _Subtraction(datum, indicator, listing.where, is_ocr(listing), previous, score, difference)
    for outcome in outcomes(case):
        claim = outcome.claim
        if claim.previous and claim.difference:
            stated = (claim.previous, claim.score, claim.difference)
            yield _Subtraction(claim.datum, outcome.indicator, outcome.where, outcome.ocr, *stated)


def _sign_is_missing(case: Case, row: _Subtraction) -> bool:
    return row.right < 0 < row.difference.value and case.framework.scoring.agree(-row.right, row.difference.value)


def difference_mismatch(case: Case) -> Iterator[Contradiction]:
    """A printed difference is not the difference of the two scores printed beside it, in a table or in a measure's
    outcome."""
    for row in _subtractions(case):
        if not case.framework.scoring.agree(row.right, row.difference.value) and not _sign_is_missing(case, row):
            yield _wrong_difference(case, row)


def sign_missing(case: Case) -> Iterator[Contradiction]:
    """A decrease is printed without its minus sign."""
    for row in _subtractions(case):
        if _sign_is_missing(case, row):
            yield _wrong_difference(case, row)


def _wrong_difference(case: Case, row: _Subtraction) -> Contradiction:
    printed = Value("printed", figures.printed(row.difference.value), row.where, row.difference.source)
    details = {
        "subject": case.subject(row.datum),
        "previous": figures.printed(row.previous.value),
        "score": figures.printed(row.score.value),
    }
    return Contradiction(
        row.difference.source,
        (printed, Value("computed", figures.signed(row.right), row.where)),
        row.indicator,
        details=details,
        ocr=row.ocr,
    )


def rank_order(case: Case) -> Iterator[Contradiction]:
    """In a ranking a lower score stands before a higher one."""
    for listing in case.own():
        ranked = sorted(
            ((row.rank, row.score, number) for number, row in listing.rows if row.rank and row.score),
            key=lambda entry: entry[0],
        )
        wrong: list[tuple[int, Figure, int]] = []
        for above, below in pairwise(ranked):
            inverted = above[1].value < below[1].value
            shared = above[0] == below[0] and above[1].value != below[1].value
            if inverted or shared:
                wrong += [entry for entry in (above, below) if entry not in wrong]
        if wrong:
            values = tuple(
                Value("printed", figures.printed(score.value), _ranked(case, rank, number), score.source)
                for rank, score, number in wrong
            )
            source: Source = wrong[0][1].source
            yield Contradiction(source, values, details={"place": listing.where}, ocr=is_ocr(listing))


def _ranked(case: Case, rank: int, number: int) -> str:
    return f"อันดับ {rank} {case.framework.indicator(number).name}"


def _claims(case: Case) -> Iterator[tuple[Listing, Claim, tuple[Listing, ...]]]:
    """Each claim with the places that can bear it out: its own where that prints every indicator, else all that do."""
    complete = case.complete()
    for listing in case.own():
        own = tuple(other for other in complete if other is listing)
        for claim in listing.place.claims:
            yield listing, claim, own or complete


def extreme_mismatch(case: Case) -> Iterator[Contradiction]:
    """What a sentence calls the highest, the second or the lowest is not so in any place that prints all scores, or an
    analysis puts an indicator on the highest or lowest level whose score is neither."""
    for listing, claim, references in _claims(case):
        numbers = [known.number for name in claim.names if (known := case.framework.named(name))]
        if (
            claim.claim not in _EXTREMES
            or not numbers
            or not references
            or any(_holds(claim, numbers, reference) for reference in references)
        ):
            continue
        reference = references[0]
        right = _extremes(claim, len(numbers), reference)
        values = [Value("printed", name, listing.where, claim.source) for name in claim.names]
        values += [
            Value(
                "computed",
                case.framework.indicator(number).name,
                f"{figures.printed(reference.scores[number].value)} – {reference.where}",
            )
            for number in right
        ]
        details = {"printed": claim.printed}
        ocr = is_ocr(listing) or is_ocr(reference)
        yield Contradiction(claim.source, tuple(values), numbers[0], details=details, ocr=ocr)
    yield from level_extremes(case)


_EXTREMES = frozenset({ClaimKind.HIGHEST, ClaimKind.SECOND, ClaimKind.LOWEST})


def _extremes(claim: Claim, count: int, reference: Listing) -> list[int]:
    """The indicators that the claim should name, the extreme one first."""
    down = claim.claim is not ClaimKind.LOWEST
    ordered = sorted(reference.scores, key=lambda n: (reference.scores[n].value, -n if down else n), reverse=down)
    return ordered[1 : 1 + count] if claim.claim is ClaimKind.SECOND else ordered[:count]


def _holds(claim: Claim, numbers: list[int], reference: Listing) -> bool:
    """Equal scores share their place, so that each of them may be called the extreme; the second is the next in the
    list or the next lower score."""
    claimed = sorted(reference.scores[n].value for n in numbers)
    if claim.claim is ClaimKind.SECOND:
        ordered = sorted((figure.value for figure in reference.scores.values()), reverse=True)
        following = sorted(ordered[1 : 1 + len(claimed)])
        lower = max((value for value in ordered if value < ordered[0]), default=ordered[0])
        return claimed == following or set(claimed) == {lower}
    return claimed == sorted(reference.scores[n].value for n in _extremes(claim, len(numbers), reference))


def count_mismatch(case: Case) -> Iterator[Contradiction]:
    """A sentence counts indicators above or below a bar, or what it lists itself, and the count is another."""
    for listing, claim, references in _claims(case):
        if claim.count is None or (claim.bar is None and not claim.names):
            continue
        counts = [{len(claim.names)}] if claim.bar is None else [_counted(claim, other) for other in references]
        if not counts or any(claim.count in count for count in counts):
            continue
        printed = Value("printed", str(claim.count), listing.where, claim.source)
        computed = Value("computed", str(min(counts[0])), references[0].where if claim.bar is not None else None)
        details = {"printed": claim.printed, "counted": "scores"}
        ocr = is_ocr(listing) or (claim.bar is not None and is_ocr(references[0]))
        yield Contradiction(claim.source, (printed, computed), details=details, ocr=ocr)
    yield from listed_issues(case)


def _counted(claim: Claim, reference: Listing) -> set[int]:
    """How many lie beyond the bar, without and with those exactly on it: words do not tell which is meant."""
    scores = [figure.value for figure in reference.scores.values()]
    bar = claim.bar or Decimal(0)
    on_the_bar = sum(score == bar for score in scores)
    above = claim.claim is ClaimKind.ABOVE
    beyond = sum(score > bar for score in scores) if above else sum(score < bar for score in scores)
    return {beyond, beyond + on_the_bar}
