"""Checks of names, numbers and dates in the document."""

import re
from collections.abc import Iterator

from generator import thai
from generator.findings.records import Case, Contradiction, Value
from generator.model import DateKind, NameKind, PrintedName, PrintedScore, Reading
from generator.problems import Source

_TITLES = re.compile("^(อำเภอ|เขต|จังหวัด|อ\\.|จ\\.)")
# a letter of another script joined to a Thai one, or any letter that neither Thai nor English text has
_NOISE = re.compile("[\u0e01-\u0e4e][A-Za-z]|[A-Za-z][\u0e01-\u0e4e]|[\u0370-\u0dff\u0e80-\u1fff\u2e80-\ud7ff]")


def _rows(case: Case) -> Iterator[tuple[PrintedScore, str, Reading]]:
    for place in case.year.scores.all_places():
        for row in place.scores:
            yield row, place.where, place.reading or case.year.scores.reading


def indicator_number(case: Case) -> Iterator[Contradiction]:
    """The number printed beside an indicator's name is not its official number."""
    for row, where, reading in _rows(case):
        official = case.framework.number_of(row)
        if row.name and row.number is not None and official is not None and row.number != official:
            printed = Value("printed", str(row.number), where, row.source)
            yield Contradiction(
                row.source,
                (printed, Value("computed", str(official))),
                official,
                details={"name": row.name.value},
                ocr=reading is Reading.OCR,
            )


def indicator_name(case: Case) -> Iterator[Contradiction]:
    """An indicator is printed under a name that the framework does not know."""
    found: dict[tuple[int, str], list[tuple[Value, Reading]]] = {}
    for row, where, reading in _rows(case):
        official = case.framework.number_of(row)
        if row.name and official is not None and case.framework.named(row.name.value) is None:
            value = Value("printed", row.name.value, where, row.name.source)
            found.setdefault((official, thai.without_spaces(row.name.value)), []).append((value, reading))
    for (official, _), printed in found.items():
        right = Value("computed", case.framework.indicator(official).name)
        values = (*(value for value, _ in printed), right)
        source = printed[0][0].source
        if source:
            ocr = any(reading is Reading.OCR for _, reading in printed)
            yield Contradiction(source, values, official, details={"number": str(official)}, ocr=ocr)


def agency_name(case: Case) -> Iterator[Contradiction]:
    """The document names another agency, district, province or addressee than its own."""
    document = case.year.scores.document
    found: dict[tuple[NameKind, str], list[PrintedName]] = {}
    for name in document.names if document else ():
        if not _is_right(case, name):
            found.setdefault((name.kind, thai.without_spaces(name.printed.value)), []).append(name)
    for (kind, _), names in found.items():
        values = tuple(Value("printed", name.printed.value, name.where, name.printed.source) for name in names)
        expected = _expected(case, kind)
        computed = Value("computed", expected[0])
        source: Source = names[0].printed.source
        ocr = case.year.scores.reading is Reading.OCR
        yield Contradiction(
            source, (*values, computed), details={"kind": kind.value, "subject": names[0].printed.value}, ocr=ocr
        )


def _expected(case: Case, kind: NameKind) -> list[str]:
    """The right names of this kind; empty where agency.yml does not say, so that nothing can be compared."""
    profile = case.agency.profile
    if kind is NameKind.AGENCY:
        return [name for name in (profile.name, profile.short_name, *profile.aliases) if name]
    if kind is NameKind.ADDRESSEE:
        return [profile.locality] if profile.locality else []
    name = profile.district if kind is NameKind.DISTRICT else profile.province
    return [name] if name else []


def _is_right(case: Case, name: PrintedName) -> bool:
    printed = thai.without_spaces(name.printed.value)
    expected = [thai.without_spaces(right) for right in _expected(case, name.kind)]
    if not expected:
        return True
    if name.kind is NameKind.ADDRESSEE:
        return expected[0] in printed
    return _TITLES.sub("", printed) in {_TITLES.sub("", right) for right in expected}


def date_order(case: Case) -> Iterator[Contradiction]:
    """The document is dated before something that it reports as done."""
    document = case.year.scores.document
    dates = document.dates if document else ()
    for own in (date for date in dates if date.kind is DateKind.DOCUMENT):
        for event in (date for date in dates if date.kind is DateKind.EVENT):
            if event.date > own.date:
                values = tuple(
                    Value("printed", thai.format_date(date.date), f"{date.what} – {date.where}", date.source)
                    for date in (own, event)
                )
                details = {
                    "document": own.what,
                    "dated": thai.format_date(own.date),
                    "event": event.what,
                    "happened": thai.format_date(event.date),
                }
                ocr = case.year.scores.reading is Reading.OCR
                yield Contradiction(event.source, values, details=details, ocr=ocr)


def script_noise(case: Case) -> Iterator[Contradiction]:
    """Letters of another script stand inside a Thai name."""
    document = case.year.scores.document
    whole = case.year.scores.reading
    names = [(name.printed, name.where, whole) for name in document.names] if document else []
    names += [(row.name, where, reading) for row, where, reading in _rows(case) if row.name]
    for name, where, reading in names:
        if _NOISE.search(name.value):
            value = Value("printed", name.value, where, name.source)
            yield Contradiction(name.source, (value,), ocr=reading is Reading.OCR)
