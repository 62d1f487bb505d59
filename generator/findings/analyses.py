"""What an analysis says about one indicator, against its score and its own list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator import thai
from generator.assess import Assessment, grade_label, possible_grades
from generator.findings.passages import PARTS, Part, parts
from generator.findings.records import Case, Contradiction, Value, of_settled
from generator.model import Framework, IndicatorAnalysis, Phrase, Prose

HIGHEST, LOWEST = "สูงสุด", "ต่ำสุด"
_INLINE = re.compile(r"(?<![0-9๐-๙.])\(?([0-9๐-๙]{1,2})(?:\)\.?|\.)(?![0-9๐-๙])")


@dataclass(frozen=True)
class _Level:
    """A word for how good an indicator's score is, and the result that it is about."""

    part: Part
    number: int
    word: Phrase
    assessment: Assessment

    @property
    def printed(self) -> Value:
        return Value("printed", self.word.value, self.part.place_of(self.number), self.word.source)


def _entries(case: Case) -> Iterator[tuple[Part, int, IndicatorAnalysis]]:
    for part in parts(case):
        for number, entry in part.entries():
            yield part, number, entry


def _levels(case: Case) -> Iterator[_Level]:
    for part, number, entry in _entries(case):
        assessment = case.assessments.get(part.assessed) if part.assessed else None
        if entry.level and assessment:
            yield _Level(part, number, entry.level, assessment)


def level_extremes(case: Case) -> Iterator[Contradiction]:
    """Words for the highest or lowest level at an indicator that another one surpasses."""
    for level in _levels(case):
        assessment, word = level.assessment, level.word.value
        if not assessment.complete or (HIGHEST in word) == (LOWEST in word):
            continue
        right = assessment.highest if HIGHEST in word else assessment.lowest
        if level.number not in right:
            compared = (
                Value("computed", assessment.framework.indicator(number).name, assessment.indicator(number).text)
                for number in (*right, level.number)
            )
            details = {"printed": word}
            yield Contradiction(
                level.word.source, (level.printed, *compared), level.number, details=details, ocr=level.part.ocr
            )


def level_grades(case: Case) -> Iterator[Contradiction]:
    """A grade of the year's ladder at an indicator whose score would have another one."""
    for level in _levels(case):
        framework, score = level.assessment.framework, level.assessment.indicator(level.number)
        if score.number is None or not is_grade(framework, level.word.value):
            continue
        right = grade_of(framework, score.number)
        if right and grade_label(level.word.value) != grade_label(right):
            values = (level.printed, of_settled(score), Value("computed", right))
            details = {"fault": "score", "score": score.text}
            yield Contradiction(level.word.source, values, level.number, details=details, ocr=level.part.ocr)


def is_grade(framework: Framework, text: str) -> bool:
    return grade_label(text) in {grade_label(grade.label) for grade in framework.grades}


def grade_of(framework: Framework, score: Decimal) -> str:
    """What the ladder gives a score that stands for the overall and for every instrument; empty below the ladder."""
    return next(iter(possible_grades(framework, score, {one.code: score for one in framework.instruments})), "")


def listed_issues(case: Case) -> Iterator[Contradiction]:
    """A count of issues beside a list of another length."""
    for part, number, entry in _entries(case):
        issues = entry.issues
        counted = listed(issues.text) if issues else 0
        if issues and issues.claimed is not None and counted and counted != issues.claimed:
            place = f"{part.place_of(number)} {PARTS['issues']}"
            printed = Value("printed", str(issues.claimed), place, issues.source)
            details = {"printed": f"{issues.claimed} ประเด็น", "counted": "list"}
            values = (printed, Value("computed", str(counted), place))
            yield Contradiction(issues.source, values, number, details=details, ocr=part.ocr)


def listed(text: Prose) -> int:
    """The items of a text's first list, or the numbers from 1 on that stand in its lines; 0 where there is no list."""
    first = len(text.lists[0].items) if text.lists else 0
    if first > 1:
        return first
    count = 0
    for marker in _INLINE.finditer(text.plain):
        if int(thai.to_arabic(marker[1])) == count + 1:
            count += 1
    return max(first, count)
