"""Rules of disclosures: what is named is there, and every address belongs to one thing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator import links
from generator.model import AgencyYear, Annex, Evidence, FileKind, Framework, OfficialDocument, OitItem
from generator.problems import Problem, Source, nearest
from generator.validate.codes import clashes, unknown_codes

Rule = Iterator[Problem]


def disclosed_items_are_known(year: AgencyYear, framework: Framework) -> Rule:
    """A disclosure answers an item of its ITA year."""
    for one in year.disclosed():
        yield from unknown_codes(framework, one.source, (), (one.item,))


def disclosed_items_stand_once(year: AgencyYear, framework: Framework) -> Rule:  # noqa: ARG001 -- a rule of the table
    """An item has one answer: one page."""
    seen = Counter(one.item for one in year.disclosed())
    for one in year.disclosed():
        if seen[one.item] > 1:
            yield Problem("duplicate-item", one.source, one.item)


def _answered(year: AgencyYear, framework: Framework) -> Iterator[tuple[OitItem, Evidence]]:
    """Every piece of evidence with its item; items that nobody knows are left out."""
    items = {item.code: item for item in framework.items}
    for one in year.disclosed():
        if one.item in items:
            yield from ((items[one.item], evidence) for evidence in one.evidence)


def components_are_known(year: AgencyYear, framework: Framework) -> Rule:
    """Evidence covers components that its item has."""
    for item, evidence in _answered(year, framework):
        yield from _unknown_components(item, (*evidence.components, *evidence.pages), evidence.source)


def _unknown_components(item: OitItem, numbers: Iterable[int], source: Source) -> Rule:
    known = ", ".join(f"{n} = {one.name}" for n, one in enumerate(item.asked, start=1))
    for number in sorted(set(numbers)):
        if not 1 <= number <= len(item.asked):
            yield Problem("unknown-component", source, str(number), {"item": item.code, "known": known})


def evidence_is_one_thing(year: AgencyYear, framework: Framework) -> Rule:  # noqa: ARG001
    """Evidence is a page, a file or a link; an annex a file or a link."""
    for one in _documents(year):
        given = [one.file, one.link, one.page if isinstance(one, Evidence) else None]
        if sum(part is not None for part in given) != 1:
            yield Problem("evidence-unclear", one.source)


def _documents(year: AgencyYear) -> Iterator[Evidence | Annex]:
    """Every piece of evidence with the annexes under it."""
    for evidence in (evidence for one in year.disclosed() for evidence in one.evidence):
        yield evidence
        yield from evidence.annexes


def attached_files_are_there(year: AgencyYear, framework: Framework) -> Rule:  # noqa: ARG001
    """A file that is named lies in the folder files/."""
    known = {file.name for file in year.files}
    for one in _documents(year):
        if one.file and one.file not in known and f"files/{one.file}" not in year.unread:
            details = {"known": ", ".join(sorted(known)) or "–", "guess": nearest(one.file, known)}
            yield Problem("evidence-missing", one.source, one.file, details)


def pages_are_those_of_a_pdf(year: AgencyYear, framework: Framework) -> Rule:
    """Page numbers are given for a PDF, and it has them."""
    files = {file.name: file for file in year.files}
    for _, evidence in _answered(year, framework):
        file = files.get(evidence.file or "")
        if not evidence.pages or (evidence.file and file is None):
            continue  # a file that is not there is told by another rule
        if file is None or file.kind is not FileKind.PDF or not file.pages:
            yield Problem("pages-of-no-pdf", evidence.source)
            continue
        for page in evidence.pages.values():
            if not 1 <= page <= file.pages:
                yield Problem("page-of-file", evidence.source, str(page), {"limit": str(file.pages)})


def exempt_items_stand_alone(year: AgencyYear, framework: Framework) -> Rule:  # noqa: ARG001
    """An item from which the agency is exempt has no evidence."""
    for one in year.disclosed():
        if one.exempt and (one.evidence or one.nothing):
            yield Problem("exempt-and-given", one.source, one.item)


def nothing_has_its_sentence(year: AgencyYear, framework: Framework) -> Rule:
    """That nothing occurred is said only where the framework has a sentence for it."""
    allowed = [item.code for item in framework.items if item.nothing]
    others = {item.code for item in framework.items} - {*allowed}
    for one in year.disclosed():
        if one.nothing and one.item in others:
            yield Problem("nothing-not-asked", one.nothing.source, one.item, {"known": ", ".join(allowed) or "–"})


def terms_run_forwards(year: AgencyYear, framework: Framework) -> Rule:  # noqa: ARG001
    """A term of years ends after the year in which it begins."""
    for evidence in (evidence for one in year.disclosed() for evidence in one.evidence):
        if evidence.until and (evidence.year is None or evidence.until < evidence.year):
            yield Problem("term-order", evidence.source, f"{evidence.year or '?'}–{evidence.until}")


def files_have_their_own_addresses(year: AgencyYear, framework: Framework) -> Rule:  # noqa: ARG001
    """No two attached files of a year are published under one address."""
    yield from clashes((links.attached(year.fiscal_year, file.name).lower(), file.source) for file in year.files)


def item_of_a_document_exists(document: OfficialDocument, framework: Framework) -> Rule:
    """A document answers an item of its ITA year, and components that the item has."""
    yield from unknown_codes(framework, document.source, (), (document.item,) if document.item else ())
    for item in framework.items:
        if item.code == document.item:
            yield from _unknown_components(item, document.components, document.source)
