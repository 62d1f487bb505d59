"""Contradictions in what a document prints. Modules from the top: acknowledge, agency, copies, coverage, dates, names,
order, values; outcomes; analyses, instruments; passages, rows, spelling; messages, squeezed; records.

A check is a function from a case to contradictions and one line in CHECKS, which gives its stable code and severity.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.assess import Assessment
from generator.findings import agency as agencies
from generator.findings import copies, coverage, dates, names, order, values
from generator.findings.acknowledge import acknowledge, choices_are_printed
from generator.findings.messages import MESSAGES, SEVERITIES, SPOKEN, WORDS
from generator.findings.records import Case, Contradiction, Finding, Severity, Value
from generator.model import Agency, Framework
from generator.problems import Language, Problem
from generator.thai import FiscalYear

__all__ = ["CHECKS", "Finding", "Severity", "Value", "find", "message", "severity", "title"]


@dataclass(frozen=True)
class Check:
    code: str
    severity: Severity
    run: Callable[[Case], Iterator[Contradiction]]

    @property
    def rule(self) -> str:
        """The check's docstring: what it looks for."""
        return (self.run.__doc__ or "").strip()


CHECKS: tuple[Check, ...] = (
    Check("value-conflict", Severity.HIGH, values.value_conflict),
    Check("overall-mismatch", Severity.HIGH, values.overall_mismatch),
    Check("grade-mismatch", Severity.HIGH, values.grade_mismatch),
    Check("missing-year", Severity.HIGH, values.missing_year),
    Check("agency-name", Severity.HIGH, agencies.agency_name),
    Check("instrument-mismatch", Severity.MEDIUM, values.instrument_mismatch),
    Check("difference-mismatch", Severity.MEDIUM, order.difference_mismatch),
    Check("sign-missing", Severity.MEDIUM, order.sign_missing),
    Check("rank-order", Severity.MEDIUM, order.rank_order),
    Check("extreme-mismatch", Severity.MEDIUM, order.extreme_mismatch),
    Check("count-mismatch", Severity.MEDIUM, order.count_mismatch),
    Check("indicator-number", Severity.MEDIUM, names.indicator_number),
    Check("indicator-name", Severity.MEDIUM, names.indicator_name),
    Check("date-order", Severity.MEDIUM, dates.date_order),
    Check("script-noise", Severity.LOW, agencies.script_noise),
    Check("missing-score", Severity.INFO, values.missing_score),
    Check("copied-text", Severity.INFO, copies.copied_text),
    Check("coverage", Severity.INFO, coverage.coverage),
)


def find(
    agency: Agency, frameworks: Mapping[FiscalYear, Framework], assessments: tuple[Assessment, ...]
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """The agency's findings by year and severity, acknowledged where somebody did, and the acknowledgements and
    choices that do not fit (Problems)."""
    found: list[Finding] = []
    problems: list[Problem] = []
    by_year = {assessment.fiscal_year: assessment for assessment in assessments}
    for year in agency.years:
        framework = frameworks[year.fiscal_year]
        assessment = by_year.get(year.fiscal_year) or Assessment(agency.slug, year.fiscal_year, framework, (), {})
        case = Case(agency, year, framework, assessment, by_year, frameworks)
        found += [
            Finding(check.code, check.severity, agency.slug, year.fiscal_year, contradiction)
            for check in CHECKS
            for contradiction in check.run(case)
        ]
        problems += choices_are_printed(case)
    acknowledged, lapsed = acknowledge(found, agency)
    return acknowledged, (*problems, *lapsed)


def message(finding: Finding, language: Language = "th") -> str:
    words, given = WORDS[language], finding.contradiction.details
    details = {name: words[value].format_map(given) if name in SPOKEN else value for name, value in given.items()}
    return MESSAGES[finding.code][language][1].format_map(details)


def title(code: str, language: Language = "th") -> str:
    return MESSAGES[code][language][0]


def severity(one: Severity, language: Language = "th") -> str:
    """What a severity means, in words."""
    return SEVERITIES[language][one.value]
