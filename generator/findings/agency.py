"""Checks of the names of the agency and of its area, wherever the year's files print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import thai
from generator.findings.passages import Text, name_of_document, texts
from generator.findings.records import Case, Contradiction, Value
from generator.findings.rows import rows
from generator.findings.spelling import misspelt, right_names
from generator.model import NameKind, PrintedName, Reading
from generator.problems import Source

_TITLES = re.compile("^(อำเภอ|เขต|จังหวัด|อ\\.|จ\\.)")
_FOREIGN = "[\u0370-\u0dff\u0e80-\u1fff\u2e80-\ud7ff]"
# a letter of another script joined to a Thai one, or any letter that neither Thai nor English text has
_NOISE = re.compile(f"[\u0e01-\u0e4e][A-Za-z]|[A-Za-z][\u0e01-\u0e4e]|{_FOREIGN}")
# the same in a title, which may have English words beside Thai ones, and abbreviations
_NOISE_IN_TITLE = re.compile(f"[\u0e01-\u0e4e][A-Z]*[a-z][A-Za-z]*[\u0e01-\u0e4e]|{_FOREIGN}")


@dataclass(frozen=True)
class _Name:
    """A name as it is printed in one place."""

    kind: NameKind
    printed: str
    where: str
    source: Source
    ocr: bool

    @property
    def value(self) -> Value:
        return Value("printed", self.printed, self.where, self.source)


def _named(case: Case) -> Iterator[_Name]:
    """The names that files list by themselves, and the addressees of memos."""
    document = case.year.scores.document
    for name in document.names if document else ():
        yield _of(name, case.year.scores.reading)
    for paper in case.year.documents:
        for name in paper.names:
            yield _of(name, paper.reading)
        if paper.memo:
            where = f"{name_of_document(paper)} ช่องเรียน"
            yield _Name(NameKind.ADDRESSEE, paper.memo.to, where, paper.memo.source, paper.reading is Reading.OCR)


def _of(name: PrintedName, reading: Reading) -> _Name:
    return _Name(name.kind, name.printed.value, name.where, name.printed.source, reading is Reading.OCR)


def _found(case: Case) -> Iterator[_Name]:
    """The names in running text that are nearly right or another place's, each once in a text."""
    rights = right_names(case.agency.profile)
    for text in texts(case):
        for name in dict.fromkeys(misspelt(rights, text.text)):
            yield _Name(name.kind, name.printed, text.place, text.source, text.ocr)


def agency_name(case: Case) -> Iterator[Contradiction]:
    """A document names another agency, district, province or addressee than its own, or one that is nearly its own."""
    grouped: dict[tuple[NameKind, str], list[_Name]] = {}
    for name in (*(name for name in _named(case) if not _is_right(case, name)), *_found(case)):
        grouped.setdefault((name.kind, thai.without_spaces(name.printed)), []).append(name)
    for (kind, _), names in grouped.items():
        values = (*dict.fromkeys(name.value for name in names), Value("computed", _expected(case, kind)[0]))
        details = {"kind": kind.value, "subject": names[0].printed}
        yield Contradiction(names[0].source, values, details=details, ocr=any(name.ocr for name in names))


def _expected(case: Case, kind: NameKind) -> list[str]:
    """The right names of this kind; empty where agency.yml does not say, so that nothing can be compared."""
    profile = case.agency.profile
    if kind is NameKind.AGENCY:
        return [name for name in (profile.name, profile.short_name, *profile.aliases) if name]
    if kind is NameKind.ADDRESSEE:
        return [profile.locality] if profile.locality else []
    name = profile.district if kind is NameKind.DISTRICT else profile.province
    return [name] if name else []


def _is_right(case: Case, name: _Name) -> bool:
    printed = thai.without_spaces(name.printed)
    expected = [thai.without_spaces(right) for right in _expected(case, name.kind)]
    if not expected:
        return True
    if name.kind is NameKind.ADDRESSEE:
        return expected[0] in printed
    return _TITLES.sub("", printed) in {_TITLES.sub("", right) for right in expected}


def script_noise(case: Case) -> Iterator[Contradiction]:
    """Letters of another script stand inside a Thai name, or in a title, a subject or a post of a document."""
    grouped: dict[str, list[tuple[Value, bool]]] = {}
    for name in (*_named(case), *_found(case)):
        if _NOISE.search(name.printed):
            grouped.setdefault(thai.without_spaces(name.printed), []).append((name.value, name.ocr))
    for row, where, reading in rows(case):
        if row.name and _NOISE.search(row.name.value):
            value = Value("printed", row.name.value, where, row.name.source)
            grouped.setdefault(thai.without_spaces(row.name.value), []).append((value, reading is Reading.OCR))
    for text in texts(case):
        if text.formal and _is_noisy(text, tuple(grouped)):
            grouped.setdefault(thai.without_spaces(text.text), []).append((_formal(text), text.ocr))
    for printed in grouped.values():
        values = tuple(dict.fromkeys(value for value, _ in printed))
        if values[0].source:
            yield Contradiction(values[0].source, values, ocr=any(ocr for _, ocr in printed))


def _is_noisy(text: Text, names: tuple[str, ...]) -> bool:
    """Whether there is noise in a title beside that in the names which are told by themselves."""
    noise = (thai.without_spaces(match[0]) for match in _NOISE_IN_TITLE.finditer(text.text))
    return any(not any(one in name for name in names) for one in noise)


def _formal(text: Text) -> Value:
    return Value("printed", text.text.replace("\n", " "), text.place, text.source)
