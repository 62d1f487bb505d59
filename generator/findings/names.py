"""Checks of the names and numbers of indicators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import thai
from generator.findings.passages import parts, place_of_measure
from generator.findings.records import Case, Contradiction, Value
from generator.findings.rows import rows
from generator.model import Framework, Reading
from generator.problems import Source

_NUMBERED = re.compile(r"\s*(?:ตัวชี้วัดที่\s*([0-9๐-๙]{1,2})|\(?([0-9๐-๙]{1,2})[.)])[\s.:]*(.*)", re.DOTALL)
_AFTER = re.compile(r"\s*(?:\(|คะแนน).*", re.DOTALL)


@dataclass(frozen=True)
class _Printed:
    """An indicator's name and number as they are printed in one place, and its official number."""

    official: int
    name: str
    named_at: Source
    number: int | None
    source: Source
    where: str
    ocr: bool
    framework: Framework


def _printed(case: Case) -> Iterator[_Printed]:
    for row, where, reading in rows(case):
        official, ocr = case.framework.number_of(row), reading is Reading.OCR
        if row.name and official is not None:
            name, at = row.name.value, row.name.source
            yield _Printed(official, name, at, row.number, row.source, where, ocr, case.framework)
    for part in parts(case):
        for official, entry in part.entries():
            if entry.name:
                name, at, where = entry.name.value, entry.name.source, part.place_of(official)
                yield _Printed(official, name, at, entry.number, entry.source, where, part.ocr, part.framework)
    yield from _subjects(case)


def _subjects(case: Case) -> Iterator[_Printed]:
    """What measures print for their one indicator, where it names the whole of it."""
    measures, framework = case.year.measures, case.framework_of(case.year.assessed)
    for measure in measures.measures if measures else ():
        whole = len(measure.indicators) == 1 and not measure.sub_indicators and not measure.inferred
        if measure.subject and whole and measures:
            numbered = _NUMBERED.fullmatch(measure.subject.value)
            number = int(thai.to_arabic(numbered[1] or numbered[2])) if numbered else None
            name = _AFTER.sub("", numbered[3] if numbered else measure.subject.value)
            if name:
                at, where = measure.subject.source, f"{place_of_measure(measure)} ช่องตัวชี้วัด"
                ocr = measures.reading is Reading.OCR
                yield _Printed(measure.indicators[0], name, at, number, at, where, ocr, framework)


def indicator_number(case: Case) -> Iterator[Contradiction]:
    """The number printed beside an indicator's name is not its official number."""
    found: dict[tuple[int, int], list[_Printed]] = {}
    for one in _printed(case):
        if one.number is not None and one.number != one.official:
            found.setdefault((one.official, one.number), []).append(one)
    for (official, number), printed in found.items():
        values = tuple(Value("printed", str(number), one.where, one.source) for one in printed)
        yield Contradiction(
            printed[0].source,
            (*values, Value("computed", str(official))),
            official,
            details={"name": printed[0].name},
            ocr=any(one.ocr for one in printed),
        )


def indicator_name(case: Case) -> Iterator[Contradiction]:
    """An indicator is printed under a name that the framework does not know."""
    found: dict[tuple[int, str], list[_Printed]] = {}
    for one in _printed(case):
        if one.framework.named(one.name) is None:
            found.setdefault((one.official, thai.without_spaces(one.name)), []).append(one)
    for (official, _), printed in found.items():
        values = tuple(Value("printed", one.name, one.where, one.named_at) for one in printed)
        right = Value("computed", printed[0].framework.indicator(official).name)
        details, ocr = {"number": str(official)}, any(one.ocr for one in printed)
        yield Contradiction(printed[0].named_at, (*values, right), official, details=details, ocr=ocr)
