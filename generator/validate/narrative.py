"""Rules of what is written around the scores: analyses, documents, and the sections of both."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model import (
    AgencyYear,
    Framework,
    Measure,
    OfficialDocument,
    Prose,
    Remark,
    Section,
)
from generator.problems import Problem, nearest
from generator.validate.codes import unknown_codes, unknown_numbers


def analysed_indicators_are_known(year: AgencyYear, framework: Framework) -> Iterator[Problem]:
    """An entry is about an indicator of the year, and its sub-indicator and items are those of the year."""
    names = [indicator.name for indicator in framework.indicators]
    for entry in (entry for section in year.sections() for entry in section.indicators):
        number = framework.number_of(entry)
        if number is None and entry.name:
            details = {"known": ", ".join(names), "guess": nearest(entry.name.value, names)}
            yield Problem("unknown-indicator", entry.name.source, entry.name.value, details)
        elif number is None:
            yield Problem("row-of-nothing", entry.source)
        else:
            yield from unknown_numbers(framework, entry.source, (number,))
        groups = (entry.sub_indicator,) if entry.sub_indicator else ()
        yield from unknown_codes(framework, entry.source, groups, entry.items)
    for section in year.sections():
        for recommendation in section.recommendations:
            yield from unknown_numbers(framework, recommendation.source, recommendation.indicators)


def sections_differ(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001 -- a rule of the table
    """In one file a section has an id of its own."""
    files: dict[str, list[Section]] = {}
    for section in year.sections():
        if section.id:
            files.setdefault(section.source.file, []).append(section)
    for sections in files.values():
        seen = Counter(section.id for section in sections)
        for section in sections:
            if seen[section.id] > 1:
                yield Problem("duplicate-place", section.source, str(section.id))


def places_of_sections_exist(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A section names places of the scores file of its year."""
    if "scores.yml" in year.unread:
        return
    known = [place.id for place in year.scores.all_places()]
    for section in year.sections():
        for place in section.places:
            if place not in known:
                details = {"known": ", ".join(known) or "–", "guess": nearest(place, known)}
                yield Problem("unknown-place", section.source, place, details)


def remarks_quote_their_text(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """A remark quotes a passage of the record it stands in, and so does the word for a level."""
    quoted: list[tuple[Iterable[Remark], list[str]]] = []
    for section in year.sections():
        quoted.append((section.remarks, [*_lines(section.passages()), section.title or ""]))
        for entry in section.indicators:
            lines = _lines(entry.passages().values())
            quoted.append((entry.remarks, lines))
            if entry.level and not any(entry.level.value in line for line in lines):
                yield Problem("passage-missing", entry.level.source, entry.level.value)
    if year.measures:
        quoted += [(measure.remarks, _of_measure(measure)) for measure in year.measures.measures]
    quoted += [(document.remarks, _of_document(document)) for document in year.documents]
    for remarks, lines in quoted:
        for remark in remarks:
            # Within one line: only so can a page mark it.
            if not any(remark.passage in line for line in lines):
                yield Problem("passage-missing", remark.source, remark.passage)


def _lines(texts: Iterable[Prose]) -> list[str]:
    return [line for text in texts for line in text.plain.split("\n")]


def _of_measure(measure: Measure) -> list[str]:
    subject = measure.subject.value if measure.subject else ""
    names = [one.name for one in measure.responsible]
    return [*_lines(measure.passages().values()), measure.title or "", subject, *names]


def _of_document(document: OfficialDocument) -> list[str]:
    memo = document.memo
    header = [memo.office or "", memo.subject, memo.to, *_lines((memo.body,))] if memo else []
    return [*_lines((document.title,)), *header, *(one.post or "" for one in document.signers)]


def documents_differ(year: AgencyYear, framework: Framework) -> Iterator[Problem]:  # noqa: ARG001
    """In one year a document has a kind of its own: its address."""
    seen = Counter(document.kind for document in year.documents)
    for document in year.documents:
        if seen[document.kind] > 1:
            yield Problem("duplicate-document", document.source, document.kind)
