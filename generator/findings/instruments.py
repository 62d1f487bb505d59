"""Names and codes of instruments in the words of a document, and where the two do not go together."""

import re
from collections.abc import Iterator

from generator import thai
from generator.findings.passages import Part, parts, texts
from generator.findings.records import Case, Contradiction, Value
from generator.model import Framework

# words that documents of any year use for one another
_VARIANTS = (("ส่วนได้ส่วนเสีย", "ส่วนได้เสีย"), ("แบบวัด", "แบบตรวจ"))
_LONGEST_BRACKET = 120
_BRACKET = re.compile(rf"\s*\(([^()]{{0,{_LONGEST_BRACKET}}})(?:\)|$)")
_BETWEEN = re.compile(r"[\s:：,–-]*")
_Name = tuple[str, re.Pattern[str]]


def named(framework: Framework, text: str) -> frozenset[str]:
    """The codes of the instruments that a text names, by code or by name."""
    codes = {code for _, code in _codes(framework, text)}
    return frozenset(codes | {code for code, name in _names(framework) if name.search(text)})


def under_another(case: Case) -> Iterator[Contradiction]:
    """Entries under the heading of one instrument whose indicator is another's."""
    for part in parts(case):
        codes = named(part.framework, part.section.heading) if part.section.indicators else frozenset()
        if len(codes) != 1:
            continue
        for number in dict.fromkeys(number for number, _ in part.entries()):
            right = _instrument_of(part, number)
            if right and right not in codes:
                values = (
                    Value("printed", part.section.heading, part.place, part.section.source),
                    Value("computed", right),
                )
                details = {"subject": case.subject(str(number)), "fault": "another-instrument"}
                yield Contradiction(part.section.source, values, number, details=details, ocr=part.ocr)


def _instrument_of(part: Part, number: int) -> str | None:
    return next((one.instrument for one in part.framework.indicators if one.number == number), None)


def name_and_code(case: Case) -> Iterator[Contradiction]:
    """An instrument's full name beside the code of another one."""
    names = _names(case.framework)
    for text in texts(case):
        for code, other, printed in _beside_another(case.framework, names, text.text):
            value = Value("printed", printed, text.place, text.source)
            both = (Value("computed", f"{one} {case.framework.instrument(one).name}") for one in (code, other))
            details = {"subject": f"ชื่อแบบวัด {code}", "fault": "another-code", "other": other}
            yield Contradiction(text.source, (value, *both), details=details, ocr=text.ocr)


def _beside_another(framework: Framework, names: list[_Name], text: str) -> Iterator[tuple[str, str, str]]:
    """The code of the name, the other code beside it, and both as printed; a code is told once."""
    if not _codes(framework, text):
        return
    found: dict[int, tuple[int, str, str]] = {}
    for code, name in names:
        for match in name.finditer(text):
            bracket = _BRACKET.match(text, match.end())
            inside = _codes(framework, bracket[1]) if bracket else []
            direct = _BETWEEN.match(text, match.end())
            beside = _codes(framework, text, direct.end()) if direct else []
            if bracket and inside and code not in {other for _, other in inside}:
                found.setdefault(bracket.start(1) + inside[0][0], (match.start(), code, inside[0][1]))
            elif direct and beside and beside[0][0] == direct.end() and beside[0][1] != code:
                found.setdefault(direct.end(), (match.start(), code, beside[0][1]))
    for at, (start, code, other) in sorted(found.items()):
        end = at + len(other)
        closing = re.match(r"\s*\)", text[end:])
        yield code, other, re.sub(r"\s+", " ", text[start : end + (closing.end() if closing else 0)])


def _codes(framework: Framework, text: str, start: int = 0) -> list[tuple[int, str]]:
    """Codes of instruments that stand as words, with their places."""
    codes = "|".join(re.escape(one.code) for one in framework.instruments)
    words = re.compile(rf"(?<![A-Za-z])(?:{codes})(?![A-Za-z])")
    return [(match.start(), match[0]) for match in words.finditer(text, start)]


def _names(framework: Framework) -> list[_Name]:
    """Every full name of an instrument with its code, Thai before English; spaces and case do not count."""
    found = []
    for kind in ("name", "name_en"):
        for one in framework.instruments:
            names = {thai.without_spaces(getattr(one, kind))}
            for pair in _VARIANTS:
                names |= {name.replace(word, other) for name in names for word in pair for other in pair}
            pattern = "|".join(r"\s*".join(map(re.escape, name)) for name in sorted(names))
            found.append((one.code, re.compile(pattern, re.IGNORECASE)))
    return found
