"""Rules of an agency as a whole."""

from collections.abc import Iterator

from generator import thai
from generator.model import AcknowledgementState, Agency, RecordKind
from generator.problems import Problem
from generator.validate.codes import clashes


def corrected_names_its_document(agency: Agency) -> Iterator[Problem]:
    """An acknowledgement that says `corrected` names the document that corrects."""
    for entry in agency.acknowledgements:
        if entry.state is AcknowledgementState.CORRECTED and not entry.document:
            yield Problem("acknowledgement-document", entry.source, entry.code)


def contained_records_exist(agency: Agency) -> Iterator[Problem]:
    """A document contains only records that the agency has."""
    present = {
        (kind, year.fiscal_year)
        for year in agency.years
        for kind, there in (
            (RecordKind.SCORES, year.has_scores),
            (RecordKind.ANALYSIS, year.analysis),
            (RecordKind.MEASURES, year.measures),
        )
        if there or f"{kind}.yml" in year.unread
    }
    known = ", ".join(f"{kind} {year}" for kind, year in sorted(present)) or "–"
    for document in (document for year in agency.years for document in year.documents):
        for contained in document.contains:
            if (contained.record, contained.year) not in present:
                found = f"{contained.record} {contained.year}"
                yield Problem("record-missing", contained.source, found, {"known": known})


def redirects_differ(agency: Agency) -> Iterator[Problem]:
    """An old address leads to one page."""
    old = [(redirect.old, redirect.source) for redirect in agency.profile.redirects]
    for year in agency.years:
        old += [(address, one.source) for one in year.disclosed() for address in one.redirects]
    yield from clashes(old)


def invitation_closes_after_it_opens(agency: Agency) -> Iterator[Problem]:
    """The EIT questionnaire closes on the day that it opens or later."""
    eit = agency.profile.eit
    if eit and eit.closes < eit.opens:
        found = f"{thai.format_date(eit.opens)} – {thai.format_date(eit.closes)}"
        yield Problem("eit-order", eit.source, found)
