"""What the outcomes of measures say about scores, against the data of the years that they name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator import figures
from generator.assess import OVERALL, Assessment, Datum, grade_label, possible_grades
from generator.findings.analyses import grade_of, is_grade
from generator.findings.instruments import named
from generator.findings.passages import place_of_measure
from generator.findings.records import Case, Contradiction, Value, as_value
from generator.model import Figure, Framework, Measure, OutcomeClaim, Reading
from generator.thai import FiscalYear


@dataclass(frozen=True)
class Outcome:
    """A claim with its measure."""

    measure: Measure
    claim: OutcomeClaim
    ocr: bool

    @property
    def indicator(self) -> int | None:
        """The one indicator that the measure serves."""
        return self.measure.indicators[0] if len(self.measure.indicators) == 1 else None

    @property
    def where(self) -> str:
        return place_of_measure(self.measure, "outcome")

    def scores(self) -> dict[FiscalYear, Figure]:
        """The scores that it prints, by their years."""
        claim = self.claim
        before = {claim.previous_year: claim.previous} if claim.previous_year and claim.previous else {}
        return before | {claim.year: claim.score}

    def printed(self, year: FiscalYear) -> Value:
        figure = self.scores()[year]
        return Value("printed", figures.printed(figure.value), f"{self.where} (ปี {year})", figure.source)


def outcomes(case: Case) -> Iterator[Outcome]:
    if measures := case.year.measures:
        for measure in measures.measures:
            for claim in measure.outcomes:
                yield Outcome(measure, claim, measures.reading is Reading.OCR)


# --- an instrument's name on the score of one indicator


def _instrument(case: Case, outcome: Outcome) -> str | None:
    """The instrument that the label names, or that the claim is about."""
    framework, claim = case.framework_of(outcome.claim.year), outcome.claim
    codes = named(framework, claim.label.value) if claim.label else frozenset()
    if len(codes) == 1:
        return next(iter(codes))
    return claim.datum if claim.datum in {one.code for one in framework.instruments} else None


def _instead(case: Case, outcome: Outcome) -> dict[FiscalYear, frozenset[int]]:
    """The years whose score stands under the instrument's name but is that of indicators of it: their numbers."""
    found = {}
    code = _instrument(case, outcome)
    for year, figure in outcome.scores().items() if code else ():
        assessment = case.assessments.get(year)
        if assessment and code and _contradicted(assessment, code, figure):
            numbers = (one.number for one in assessment.framework.indicators_of(code))
            same = frozenset(n for n in numbers if _is_printed(assessment, str(n), figure))
            if same:
                found[year] = same
    return found


def _is_printed(assessment: Assessment, datum: Datum, figure: Figure) -> bool:
    return any(printing.value == figure.value for printing in assessment.settled(datum).printings)


def _contradicted(assessment: Assessment, datum: Datum, figure: Figure) -> bool:
    """Whether the year prints other values of the datum, or has another mean of the instrument, and not this one."""
    if assessment.settled(datum).printings:
        return not _is_printed(assessment, datum, figure)
    mean = _mean(assessment, datum)
    return mean is not None and not assessment.framework.scoring.agree(mean, figure.value)


def _mean(assessment: Assessment, datum: Datum) -> Decimal | None:
    codes = {one.code for one in assessment.framework.instruments}
    return assessment.mean(datum).value if datum in codes else None


def _meant(outcome: Outcome, instead: dict[FiscalYear, frozenset[int]]) -> dict[FiscalYear, tuple[int, ...]]:
    """The indicators whose scores are printed: the measure's own where it can be, else those that fit every year."""
    common = frozenset.intersection(*instead.values()) if instead else frozenset()
    meant = {}
    for year, numbers in instead.items():
        own = outcome.indicator if outcome.indicator in numbers else None
        meant[year] = (own,) if own is not None else tuple(sorted(numbers & common or numbers))
    return meant


def mislabelled(case: Case) -> Iterator[Contradiction]:
    """Scores of an indicator under the name of its instrument."""
    for outcome in outcomes(case):
        code, meant = _instrument(case, outcome), _meant(outcome, _instead(case, outcome))
        if not code or not meant:
            continue
        values = [outcome.printed(year) for year in meant]
        for year, numbers in meant.items():
            values += _others(case.assessments[year], code)
            for number in numbers:
                score = figures.printed(outcome.scores()[year].value)
                values.append(Value("computed", case.subject(str(number)), f"{score} (ปี {year})"))
        details = {
            "subject": f"{case.subject(code)} ใน{place_of_measure(outcome.measure)}",
            "fault": "of-indicator",
            "indicators": ", ".join(map(str, sorted({number for numbers in meant.values() for number in numbers}))),
        }
        yield Contradiction(
            values[0].source or outcome.claim.source, tuple(values), outcome.indicator, details=details, ocr=outcome.ocr
        )


def _others(assessment: Assessment, datum: Datum) -> list[Value]:
    """What the year prints of the datum, or the mean where it prints nothing."""
    year = assessment.fiscal_year
    printings = (as_value(printing) for printing in assessment.settled(datum).printings)
    printed = [replace(value, place=f"{value.place} (ปี {year})") for value in printings]
    mean = _mean(assessment, datum)
    if printed or mean is None:
        return printed
    return [Value("computed", figures.exact(mean), f"ค่าเฉลี่ยของตัวชี้วัดของ {datum} (ปี {year})")]


# --- other values than those of the data


def conflicts(case: Case) -> Iterator[Contradiction]:
    """Scores of which the data print other values for the same year, of the datum that the claim names or of the
    measure's own indicator."""
    for outcome in outcomes(case):
        instead, own = _instead(case, outcome), outcome.indicator
        wrong: list[tuple[Datum, FiscalYear]] = []
        for year, figure in outcome.scores().items():
            assessment = case.assessments.get(year)
            datum = outcome.claim.datum if year not in instead else str(own or "")
            if assessment and datum and _contradicted(assessment, datum, figure):
                wrong.append((datum, year))
        if not wrong:
            continue
        values = [outcome.printed(year) for _, year in wrong]
        for datum, year in wrong:
            values += [value for value in _others(case.assessments[year], datum) if value not in values]
        details = {"subject": " / ".join(dict.fromkeys(case.subject(datum) for datum, _ in wrong))}
        yield Contradiction(
            values[0].source or outcome.claim.source, tuple(values), own, details=details, ocr=outcome.ocr
        )


# --- grades


def outcome_grades(case: Case) -> Iterator[Contradiction]:
    """Grades beside a score to which the ladder of its year gives another one."""
    for outcome in outcomes(case):
        claim, framework = outcome.claim, case.frameworks.get(outcome.claim.year)
        if not claim.grade or not framework or not is_grade(framework, claim.grade.value):
            continue
        by_rule = _by_rule(case, claim, framework)
        if by_rule and grade_label(claim.grade.value) not in {grade_label(grade) for grade in by_rule}:
            printed = Value("printed", claim.grade.value, outcome.where, claim.grade.source)
            right = Value("computed", " / ".join(sorted(by_rule)))
            details = {
                "fault": "outcome",
                "subject": case.subject(claim.datum),
                "score": figures.printed(claim.score.value),
                "year": str(claim.year),
                "where": outcome.where,
            }
            values = (printed, outcome.printed(claim.year), right)
            yield Contradiction(claim.grade.source, values, outcome.indicator, details=details, ocr=outcome.ocr)


def _by_rule(case: Case, claim: OutcomeClaim, framework: Framework) -> tuple[str, ...]:
    if claim.datum != OVERALL:
        return tuple(filter(None, [grade_of(framework, claim.score.value)]))
    known = case.assessments.get(claim.year)
    instruments = {one.code: known.instrument(one.code) if known else None for one in framework.instruments}
    return possible_grades(framework, claim.score.value, instruments)
