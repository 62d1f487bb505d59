"""Problems and findings as lines for people and as one JSON list for programs."""

import json
import re
from collections.abc import Iterable
from typing import Any

from generator import findings
from generator.commands.options import Options
from generator.findings import Finding
from generator.personal import masked
from generator.pipeline.examine import Examined
from generator.problems import Language, Problem, Source

_HIDDEN = "\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_CONTROL = re.compile(f"[\x00-\x1f{_HIDDEN}]")
_CONTROL_IN_JSON = re.compile(f"[{_HIDDEN}]")
_WORDS: dict[Language, dict[str, str]] = {
    "th": {
        "expected": "ควรเป็น",
        "hint": "วิธีแก้",
        "notice": "คำเตือน",
        "printed": "พิมพ์ไว้",
        "computed": "ค่าที่ใช้เทียบ",
        "acknowledged": "รับทราบแล้ว",
        "open": "ยังไม่มีผู้รับทราบ",
        "unknown-agency": "ไม่มีหน่วยงานชื่อ {slug}",
        "busy": "มีการสร้างเว็บไซต์อื่นทำงานอยู่ใน {path} โปรดรอให้เสร็จแล้วสั่งใหม่",
        "note-no-git": "ไม่อยู่ใน git จึงไม่มีวันที่ของข้อมูล",
        "note-shallow": "สำเนา git ไม่มีประวัติครบ จึงไม่มีวันที่ของข้อมูล",
        "note-no-commit": "ยังไม่มี commit ของข้อมูล จึงไม่มีวันที่ของข้อมูล",
        "good": "ตรวจแล้ว {agencies} หน่วยงาน {years} ปี ไม่พบจุดที่ต้องแก้ไขในแฟ้ม",
        "bad": "พบจุดที่ต้องแก้ไขในแฟ้ม {problems} จุด",
        "notices": "คำเตือน {notices} จุด (ไม่หยุดการเผยแพร่)",
        "held": "ยังเผยแพร่ไม่ได้: {slugs}",
        "findings": "จุดที่ข้อมูลไม่ตรงกัน {findings} จุด รับทราบแล้ว {acknowledged} จุด หยุดการเผยแพร่ {holding} จุด",
    },
    "en": {
        "expected": "expected",
        "hint": "how to mend",
        "notice": "warning",
        "printed": "printed",
        "computed": "computed",
        "acknowledged": "acknowledged",
        "open": "not acknowledged",
        "unknown-agency": "there is no agency called {slug}",
        "busy": "another build is at work in {path}; wait for it and try again",
        "note-no-git": "outside git: the data have no date",
        "note-shallow": "the git clone has no full history: the data have no date",
        "note-no-commit": "no commit of the data yet: they have no date",
        "good": "checked {agencies} agencies, {years} years: no problem in any file",
        "bad": "{problems} problems in files",
        "notices": "{notices} warnings, which stop nothing",
        "held": "cannot be published yet: {slugs}",
        "findings": "{findings} findings, {acknowledged} acknowledged, {holding} stop publication",
    },
}


def lines(examined: Examined, language: Language, *, holding_only: bool = False) -> Iterable[str]:
    """Every problem, notice and finding (or only those that stop a publication), and a summary with counts."""
    words = _WORDS[language]
    yield from problems_and_notices(examined, language)
    for finding in examined.findings:
        if finding.holds or not holding_only:
            yield from finding_lines(finding, language)
    if examined.history.note and examined.dataset:
        yield words[f"note-{examined.history.note}"]
    years = sum(len(result.assessments) for result in examined.results)
    counts = {
        "agencies": len(examined.results),
        "years": years,
        "problems": len(examined.problems),
        "notices": len(examined.notices),
        "findings": len(examined.findings),
        "acknowledged": sum(finding.acknowledgement is not None for finding in examined.findings),
        "holding": sum(finding.holds for finding in examined.findings),
    }
    yield words["bad" if examined.problems else "good"].format_map(counts)
    if examined.notices:
        yield words["notices"].format_map(counts)
    yield words["findings"].format_map(counts)
    held = examined.held | {finding.agency for finding in examined.findings if finding.holds}
    if held:
        yield words["held"].format(slugs=", ".join(sorted(held)))


def unknown_agency(examined: Examined, slug: str | None, language: Language) -> str:
    """What to say of an agency that is asked for and not there; empty where it is, or none is asked for."""
    known = {result.agency.slug for result in examined.results} | examined.held
    if slug is None or slug in known or examined.dataset is None:
        return ""
    return _WORDS[language]["unknown-agency"].format(slug=slug)


def busy(options: Options) -> str:
    """What to say where another run is at work in the output folder."""
    return _WORDS[options.language]["busy"].format(path=options.out.as_posix())


def problems_and_notices(examined: Examined, language: Language) -> Iterable[str]:
    """What is wrong in files, and after it what only warns."""
    yield from problems(examined, language)
    for notice in examined.notices:
        yield from problem_lines(notice, language, f"{_WORDS[language]['notice']}: ")


def problems(examined: Examined, language: Language) -> Iterable[str]:
    """What is wrong in files."""
    for problem in examined.problems:
        yield from problem_lines(problem, language)


def problem_lines(problem: Problem, language: Language, mark: str = "") -> Iterable[str]:
    words = _WORDS[language]
    yield clean(f"{problem.source}: {mark}{problem.what(language)} [{problem.code}]")
    yield clean(f"    {words['expected']}: {problem.expected(language)}")
    yield clean(f"    {words['hint']}: {problem.hint(language)}")


def finding_lines(finding: Finding, language: Language) -> Iterable[str]:
    words = _WORDS[language]
    seen = words["acknowledged" if finding.acknowledgement else "open"]
    meaning = findings.severity(finding.severity, language)
    yield clean(f"{finding.source}: {findings.message(finding, language)} [{finding.code}, {meaning}, {seen}]")
    for value in finding.values:
        place = f" – {value.place}" if value.place else ""
        yield clean(f"    {words[value.role]}: {value.value}{place}")


def clean(line: str) -> str:
    """Nothing from data may steer a terminal or a log, and no number of a person may stand in one."""
    return _CONTROL.sub(_escape, masked(line))


def one_line(text: str) -> str:
    """A text of the data as one line."""
    return clean(" ".join(text.split()))


def _escape(found: re.Match[str]) -> str:
    """As JSON writes what cannot be seen."""
    number = ord(found.group())
    return f"\\u{number:04x}" if number <= 0xFFFF else json.dumps(found.group())[1:-1]  # noqa: PLR2004 -- one unit


def as_json(examined: Examined, language: Language) -> str:
    """One list of all problems, notices and findings, acknowledged ones too; `schemas/findings.json` describes it."""
    entries = [_problem_entry(problem, language, "high") for problem in examined.problems]
    entries += [_problem_entry(notice, language, "low") for notice in examined.notices]
    entries += [_finding_entry(finding, language) for finding in examined.findings]
    text = json.dumps(entries, ensure_ascii=False, indent=1)
    return _CONTROL_IN_JSON.sub(_escape, text)


def _problem_entry(problem: Problem, language: Language, severity: str) -> dict[str, Any]:
    return {
        "kind": "problem",
        "code": problem.code,
        "severity": severity,
        "agency": problem.agency,
        "fiscal_year": None,
        "indicator": None,
        "item": None,
        "source": _place(problem.source),
        "message": masked(f"{problem.what(language)} – {problem.expected(language)} – {problem.hint(language)}"),
        "values": [],
        "acknowledged": False,
    }


def _finding_entry(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "kind": "finding",
        "code": finding.code,
        "severity": finding.severity.value,
        "agency": finding.agency,
        "fiscal_year": finding.fiscal_year.number,
        "indicator": finding.indicator,
        "item": finding.contradiction.item,
        "source": _place(finding.source),
        "message": masked(findings.message(finding, language)),
        "values": [
            {
                "role": value.role,
                "value": masked(value.value),
                "place": masked(value.place) if value.place else None,
                "source": _place(value.source) if value.source and value.source.file else None,
            }
            for value in finding.values
        ],
        "acknowledged": finding.acknowledgement is not None,
    }


def _place(source: Source) -> dict[str, Any]:
    return {"file": masked(source.file), "line": source.line, "column": source.column}
