"""The check of measures against the results that they follow from."""

from collections.abc import Iterator

from generator import thai
from generator.findings.passages import place_of_measure
from generator.findings.records import Case, Contradiction, Value, of_settled
from generator.model import Framework, IndicatorAnalysis, Measure, MeasureSet, Reading


def coverage(case: Case) -> Iterator[Contradiction]:
    """An indicator with a score below the threshold or with listed defects has no measure of its own, or a measure
    serves an indicator that the analysis of the result does not contain."""
    measures = case.year.measures
    if measures:
        yield from _without_measure(case, measures)
        yield from _without_analysis(case, measures)


def _served(framework: Framework, measure: Measure) -> frozenset[int]:
    """The indicators of a measure; one for the whole result serves none in particular."""
    groups = {group.indicator for group in framework.sub_indicators if group.code in measure.sub_indicators}
    return frozenset() if measure.whole else frozenset({*measure.indicators, *groups})


def _analysed(case: Case) -> dict[int, tuple[IndicatorAnalysis, ...]]:
    """The entries of the result's analysis by their official numbers."""
    framework = case.framework_of(case.year.assessed)
    found = (one.analysis for one in case.agency.years if one.fiscal_year == case.year.assessed)
    analysis = next(found, None)
    return analysis.by_indicator(framework) if analysis else {}


def _without_measure(case: Case, measures: MeasureSet) -> Iterator[Contradiction]:
    framework, analysed = case.framework_of(case.year.assessed), _analysed(case)
    served = {number for measure in measures.measures for number in _served(framework, measure)}
    for number in (indicator.number for indicator in framework.indicators if indicator.number not in served):
        below, defects = _below(case, framework, number), _defects(analysed.get(number, ()), number)
        if below or defects:
            yield _about(case, measures, number, (*below, *defects), "below" if below else "defects")


def _below(case: Case, framework: Framework, number: int) -> tuple[Value, ...]:
    assessment = case.assessments.get(case.year.assessed)
    score = assessment.indicator(number) if assessment else None
    if score is None or score.number is None or score.number >= framework.scoring.threshold:
        return ()
    return (of_settled(score),)


def _defects(entries: tuple[IndicatorAnalysis, ...], number: int) -> tuple[Value, ...]:
    return tuple(
        Value(
            "printed",
            entry.defects.plain.replace("\n", " "),
            f"บทวิเคราะห์ตัวชี้วัดที่ {number} ข้อบกพร่อง",
            entry.defects.source,
        )
        for entry in entries
        if entry.defects
    )


def _without_analysis(case: Case, measures: MeasureSet) -> Iterator[Contradiction]:
    framework, analysed = case.framework_of(case.year.assessed), _analysed(case)
    found: dict[int, list[Value]] = {}
    for measure in measures.measures if analysed else ():
        for number in sorted(_served(framework, measure) - analysed.keys()):
            found.setdefault(number, []).append(_named(measure))
    for number, values in sorted(found.items()):
        yield _about(case, measures, number, tuple(values), "not-analysed")


def _named(measure: Measure) -> Value:
    shown = measure.subject.value if measure.subject else measure.title or measure.number or str(measure.no)
    source = measure.subject.source if measure.subject else measure.source
    return Value("printed", thai.normalise(shown), place_of_measure(measure), source)


def _about(case: Case, measures: MeasureSet, number: int, values: tuple[Value, ...], fault: str) -> Contradiction:
    details = {
        "subject": case.subject(str(number)),
        "fault": fault,
        "assessed": str(case.year.assessed),
        "acted": str(case.year.fiscal_year),
    }
    source = values[0].source if fault == "not-analysed" else None
    return Contradiction(
        source or measures.source, values, number, details=details, ocr=measures.reading is Reading.OCR
    )
