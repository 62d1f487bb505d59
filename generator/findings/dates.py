"""The check of dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import thai
from generator.findings.passages import name_of_document
from generator.findings.records import Case, Contradiction, Value
from generator.model import DateKind, PrintedDate, Reading
from generator.problems import Source


@dataclass(frozen=True)
class _Dated:
    """The date of a document, or of something that one reports as done."""

    kind: DateKind
    date: date
    what: str
    where: str
    source: Source
    ocr: bool

    @property
    def value(self) -> Value:
        return Value("printed", thai.format_date(self.date), f"{self.what} – {self.where}", self.source)


def date_order(case: Case) -> Iterator[Contradiction]:
    """A document is dated before something that it, or a document that came with it, reports as done."""
    told: set[tuple[date, date]] = set()
    for dated in (_of_scores(case), _of_documents(case)):
        events = [one for one in dated if one.kind is DateKind.EVENT]
        owns = [one for one in dated if one.kind is DateKind.DOCUMENT]
        early = [(own, event) for own in owns for event in events if event.date > own.date]
        for own, event in early:
            if (own.date, event.date) not in told:
                yield _before(own, event)
        told |= {(own.date, event.date) for own, event in early}


def _before(own: _Dated, event: _Dated) -> Contradiction:
    details = {
        "document": own.what,
        "dated": thai.format_date(own.date),
        "event": event.what,
        "happened": thai.format_date(event.date),
    }
    return Contradiction(event.source, (own.value, event.value), details=details, ocr=own.ocr or event.ocr)


def _of_scores(case: Case) -> list[_Dated]:
    document, reading = case.year.scores.document, case.year.scores.reading
    return [_dated(one, reading) for one in document.dates] if document else []


def _of_documents(case: Case) -> list[_Dated]:
    found = []
    for document in case.year.documents:
        ocr, name = document.reading is Reading.OCR, name_of_document(document)
        if document.date:
            found.append(_Dated(DateKind.DOCUMENT, document.date, name, "วันที่ของเอกสาร", document.source, ocr))
        found += [_dated(one, document.reading) for one in document.events]
    return found


def _dated(one: PrintedDate, reading: Reading) -> _Dated:
    return _Dated(one.kind, one.date, one.what, one.where, one.source, reading is Reading.OCR)
