"""Checks of values: printed twice and differently, not borne out by the scores, or not there at all."""

from collections.abc import Iterator
from decimal import Decimal

from generator import figures
from generator.assess import GRADE, OVERALL, Listing, State, grade_label, possible_grades, weighted_overall
from generator.findings.analyses import level_grades
from generator.findings.instruments import name_and_code, under_another
from generator.findings.outcomes import conflicts, mislabelled, outcome_grades
from generator.findings.records import Case, Contradiction, Value, as_value, is_ocr, where_of
from generator.model import Reading


def value_conflict(case: Case) -> Iterator[Contradiction]:
    """One datum is printed with different values in different places, or a measure's outcome gives it a value that the
    data of the year do not have."""
    for datum, settled in case.assessment.data.items():
        if settled.state in (State.CHOSEN, State.DISPUTED):
            values = tuple(as_value(printing) for printing in settled.printings)
            yield Contradiction(
                where_of(values),
                values,
                int(datum) if datum.isdigit() else None,
                details={"subject": case.subject(datum)},
                ocr=any(printing.reading is Reading.OCR for printing in settled.printings),
            )
    yield from conflicts(case)


def overall_mismatch(case: Case) -> Iterator[Contradiction]:
    """The ten scores of one place do not give the overall that is printed beside them, or any that is printed."""
    for listing in case.complete():
        scores = {number: figure.value for number, figure in listing.scores.items()}
        recomputed = weighted_overall(case.framework, scores)
        printed = _printed_overalls(case, listing)
        if printed and not any(case.framework.scoring.agree(recomputed, Decimal(value.value)) for value in printed):
            computed = Value("computed", figures.exact(recomputed), listing.where, None)
            ocr = is_ocr(listing) or _rests_on_ocr(case, printed)
            yield Contradiction(where_of(printed), (*printed, computed), details={"place": listing.where}, ocr=ocr)


def _printed_overalls(case: Case, listing: Listing) -> tuple[Value, ...]:
    """The overall of the place itself; where it has none, every overall printed for the year."""
    printings = case.assessment.settled(OVERALL).printings
    if listing.overall:
        printings = tuple(p for p in printings if p.source == listing.overall.source)
    return tuple(as_value(printing) for printing in printings)


def _rests_on_ocr(case: Case, overalls: tuple[Value, ...]) -> bool:
    sources = {value.source for value in overalls}
    printings = case.assessment.settled(OVERALL).printings
    return any(printing.reading is Reading.OCR for printing in printings if printing.source in sources)


def grade_mismatch(case: Case) -> Iterator[Contradiction]:
    """The printed grade is not one that the year's rule gives the overall or the score that it is printed with."""
    for listing in case.assessment.listings:
        if not listing.grade:
            continue
        overalls = _printed_overalls(case, listing)
        instruments = {i.code: _instrument(case, listing, i.code) for i in case.framework.instruments}
        by_rule = {
            grade for value in overalls for grade in possible_grades(case.framework, Decimal(value.value), instruments)
        }
        if overalls and grade_label(listing.grade.value) not in {grade_label(grade) for grade in by_rule}:
            printed = Value("printed", listing.grade.value, listing.where, listing.grade.source)
            computed = Value("computed", " / ".join(sorted(by_rule)))
            score = ", ".join(dict.fromkeys(value.value for value in overalls))
            details = {"fault": "overall", "score": score}
            ocr = is_ocr(listing) or _rests_on_ocr(case, overalls)
            yield Contradiction(listing.grade.source, (printed, *overalls, computed), details=details, ocr=ocr)
    yield from outcome_grades(case)
    yield from level_grades(case)


def _instrument(case: Case, listing: Listing, code: str) -> Decimal | None:
    """The instrument's score as printed here, else elsewhere, else the mean of its indicators here or in the year."""
    if code in listing.instruments:
        return listing.instruments[code].value
    if case.assessment.settled(code).state is not State.MISSING:
        return case.assessment.settled(code).number
    own = _mean(case, listing, code)
    return case.assessment.instrument(code) if own is None else figures.rounded(own)


def _mean(case: Case, listing: Listing, code: str) -> Decimal | None:
    indicators = case.framework.indicators_of(code)
    if all(indicator.number in listing.scores for indicator in indicators):
        return figures.mean([listing.scores[indicator.number].value for indicator in indicators])
    return None


def instrument_mismatch(case: Case) -> Iterator[Contradiction]:
    """An instrument's printed score is not the mean of its indicators or is that of one of them, an indicator stands
    under another instrument, or an instrument's name stands beside the code of another."""
    for listing in case.assessment.listings:
        for code, figure in listing.instruments.items():
            mean = _mean(case, listing, code)
            mean = case.assessment.mean(code).value if mean is None else mean
            if mean is not None and not case.framework.scoring.agree(mean, figure.value):
                printed = Value("printed", figures.printed(figure.value), listing.where, figure.source)
                computed = Value("computed", figures.exact(mean), listing.where, None)
                details = {"subject": case.subject(code), "fault": "not-its-mean"}
                yield Contradiction(figure.source, (printed, computed), details=details, ocr=is_ocr(listing))
    for listing in case.own():
        yield from _rows_under_another(case, listing)
    yield from under_another(case)
    yield from name_and_code(case)
    yield from mislabelled(case)


def _rows_under_another(case: Case, listing: Listing) -> Iterator[Contradiction]:
    codes = [instrument.code for instrument in case.framework.instruments]
    for number, row in listing.rows:
        right = case.framework.indicator(number).instrument
        if row.instrument and any(code in row.instrument.value and code != right for code in codes):
            printed = Value("printed", row.instrument.value, listing.where, row.instrument.source)
            details = {"subject": case.subject(str(number)), "fault": "not-its-mean"}
            yield Contradiction(
                row.instrument.source,
                (printed, Value("computed", right)),
                number,
                details=details,
                ocr=is_ocr(listing),
            )


def missing_score(case: Case) -> Iterator[Contradiction]:
    """The document prints no score for an indicator, no overall, or no grade."""
    if not case.year.has_scores:
        return
    data = [OVERALL, GRADE, *map(str, case.assessment.numbers)]
    missing = [datum for datum in data if case.assessment.settled(datum).state is State.MISSING]
    if missing:
        subjects = [case.subject(datum) for datum in missing]
        yield Contradiction(
            case.year.scores.source,
            tuple(Value("computed", subject) for subject in subjects),
            details={"subjects": ", ".join(subjects)},
            ocr=case.assessment.rests_on_ocr,
        )


def missing_year(case: Case) -> Iterator[Contradiction]:
    """The document does not print the year of its scores; the year of the file is inferred."""
    if case.year.scores.year_inferred:
        inferred = Value("computed", str(case.year.fiscal_year))
        yield Contradiction(
            case.year.scores.source,
            (inferred,),
            details={"reason": case.year.scores.year_inferred},
            ocr=case.assessment.rests_on_ocr,
        )
