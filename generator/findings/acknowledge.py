"""Who looked at which finding. An acknowledgement holds for the values it names and lapses when they change."""

from collections.abc import Iterator
from dataclasses import replace

from generator import thai
from generator.assess import is_chosen
from generator.findings.records import Case, Finding
from generator.model import Acknowledgement, Agency
from generator.problems import Problem


def acknowledge(found: list[Finding], agency: Agency) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """The findings with their acknowledgements, and a Problem for each acknowledgement that fits none."""
    used: set[int] = set()
    result = []
    for finding in found:
        matching = [n for n, entry in enumerate(agency.acknowledgements) if n not in used and fits(entry, finding)]
        used.update(matching[:1])
        result.append(replace(finding, acknowledgement=agency.acknowledgements[matching[0]]) if matching else finding)
    lapsed = [_lapsed(entry, found, agency.slug) for n, entry in enumerate(agency.acknowledgements) if n not in used]
    return tuple(result), tuple(lapsed)


def fits(entry: Acknowledgement, finding: Finding) -> bool:
    """Whether the entry is about exactly this finding: code, year, indicator, item and every value, in any order."""
    same = {_plain(value) for value in entry.values} == {_plain(value.value) for value in finding.values}
    return same and (entry.code, entry.fiscal_year, entry.indicator, entry.item) == (
        finding.code,
        finding.fiscal_year,
        finding.indicator,
        finding.contradiction.item,
    )


def _plain(value: str) -> str:
    """Without spaces, and without the difference of Thai from Arabic digits and of minus signs."""
    return thai.to_arabic(thai.without_spaces(value)).replace("\u2212", "-")


def _lapsed(entry: Acknowledgement, found: list[Finding], slug: str) -> Problem:
    near = [finding for finding in found if finding.code == entry.code and finding.fiscal_year == entry.fiscal_year]
    present = "; ".join(
        f"{f'indicator: {finding.indicator}, ' if finding.indicator else ''}values: ["
        + ", ".join(dict.fromkeys(value.value for value in finding.values))
        + "]"
        for finding in near
    )
    what = f"{entry.code} {entry.fiscal_year}: {', '.join(entry.values)}"
    if not near:
        return Problem("acknowledgement-settled", entry.source, what, agency=slug)
    return Problem("acknowledgement-lapsed", entry.source, what, {"known": present}, slug)


def choices_are_printed(case: Case) -> Iterator[Problem]:
    """A chosen value is one of those printed for its datum."""
    for choice in case.year.scores.chosen:
        printings = case.assessment.settled(choice.datum).printings
        if not any(is_chosen(choice, printing) for printing in printings):
            known = ", ".join(dict.fromkeys(printing.text for printing in printings)) or "-"
            found = f"{case.subject(choice.datum)}: {choice.value.value}"
            yield Problem("chosen-not-printed", choice.value.source, found, {"known": known}, case.agency.slug)
