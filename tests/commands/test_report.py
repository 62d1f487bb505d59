"""generator.commands.report: lines for people, in two languages, that nothing in the data can steer."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from generator.commands import report
from generator.findings import Finding, Severity, Value
from generator.findings.records import Contradiction
from generator.history import History, Note
from generator.model import Acknowledgement, AcknowledgementState
from generator.pipeline.addresses import hold_vanished
from generator.pipeline.examine import Examined
from generator.problems import Language, Problem, Source
from generator.thai import FiscalYear

Examine = Callable[[Mapping[str, str | bytes]], Examined]
SCORES = "tua-yang/2568/scores.yml"
HERE = Source("data/tua-yang/2568/scores.yml", 7, 13)

# What moves a cursor, colours, reverses, begins a line, or is not seen.
STEERING = [
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    *"\u200b\u2028\u2029\ufeff",
]
HOSTILE = "\x1b[2J\x1b]0;x\x07\r\n::set-output name=x::y\n\x9b31m\u202e\x00ข้อความ\x7f"


def _problem(**changes: str) -> Problem:
    return Problem("unknown-key", HERE, changes.get("found", "overal"), {"known": "overall, grade", "guess": "overall"})


def _finding(
    *values: Value, severity: Severity = Severity.HIGH, acknowledged: bool = False, subject: str = "คะแนนรวม"
) -> Finding:
    entry = Acknowledgement(
        code="value-conflict",
        fiscal_year=FiscalYear(2568),
        values=(),
        state=AcknowledgementState.WAITING,
        reason="ตามเอกสาร",
        by="ผู้ถอดความ",
        date=date(2026, 11, 20),
    )
    contradiction = Contradiction(HERE, values, 9, details={"subject": subject})
    return Finding(
        "value-conflict", severity, "tua-yang", FiscalYear(2568), contradiction, entry if acknowledged else None
    )


PRINTED = Value("printed", "88.53", "ตารางที่ 1", HERE)
COMPUTED = Value("computed", "88.5325")


def _with(examined: Examined, problems: Iterable[Problem] = (), findings: Iterable[Finding] = ()) -> Examined:
    """The result of an examination with other problems and findings."""
    [result] = examined.results
    return replace(examined, problems=tuple(problems), results=(replace(result, findings=tuple(findings)),))


# --- lines


MEANING = "อาจทำให้เข้าใจคะแนน ระดับ ปี หรือหน่วยงานคลาดเคลื่อน"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "th",
            [
                "data/tua-yang/2568/scores.yml:7:13: ไม่รู้จักชื่อ “overal” [unknown-key]",
                "    ควรเป็น: overall, grade",
                "    วิธีแก้: แก้ชื่อให้ตรง (อาจหมายถึง overall) หรือลบบรรทัดนี้",
            ],
        ),
        (
            "en",
            [
                "data/tua-yang/2568/scores.yml:7:13: unknown name “overal” [unknown-key]",
                "    expected: overall, grade",
                "    how to mend: Correct the name (perhaps overall) or delete the line.",
            ],
        ),
    ],
)
def test_a_problem_has_three_lines(language: Language, expected: list[str]) -> None:
    assert list(report.problem_lines(_problem(), language)) == expected


@pytest.mark.parametrize(
    ("language", "acknowledged", "expected"),
    [
        (
            "th",
            False,
            [
                f"{HERE}: คะแนนรวม พิมพ์ไว้ไม่ตรงกันในเอกสาร [value-conflict, {MEANING}, ยังไม่มีผู้รับทราบ]",
                "    พิมพ์ไว้: 88.53 – ตารางที่ 1",
                "    ค่าที่ใช้เทียบ: 88.5325",
            ],
        ),
        (
            "en",
            True,
            [
                f"{HERE}: คะแนนรวม is printed with different values [value-conflict, high, acknowledged]",
                "    printed: 88.53 – ตารางที่ 1",
                "    computed: 88.5325",
            ],
        ),
    ],
)
def test_a_finding_has_a_line_and_one_for_each_value(
    language: Language, acknowledged: bool, expected: list[str], examined: Examine
) -> None:
    found = _with(examined({}), findings=[_finding(PRINTED, COMPUTED, acknowledged=acknowledged)])

    assert list(report.lines(found, language))[:3] == expected


HELD = "cannot be published yet: tua-yang"


@pytest.mark.parametrize(
    ("problems", "findings", "expected"),
    [
        (
            0,
            [],
            ["checked 1 agencies, 1 years: no problem in any file", "0 findings, 0 acknowledged, 0 stop publication"],
        ),
        (2, [], ["2 problems in files", "0 findings, 0 acknowledged, 0 stop publication"]),
        (
            0,
            [(Severity.HIGH, False)],
            [
                "checked 1 agencies, 1 years: no problem in any file",
                "1 findings, 0 acknowledged, 1 stop publication",
                HELD,
            ],
        ),
        (
            1,
            [(Severity.HIGH, True), (Severity.HIGH, False), (Severity.MEDIUM, False), (Severity.INFO, True)],
            ["1 problems in files", "4 findings, 2 acknowledged, 1 stop publication", HELD],
        ),
    ],
)
def test_counts_come_last(
    problems: int, findings: list[tuple[Severity, bool]], expected: list[str], examined: Examine
) -> None:
    found = _with(
        examined({}),
        [_problem(found=f"x{number}") for number in range(problems)],
        [_finding(severity=severity, acknowledged=acknowledged) for severity, acknowledged in findings],
    )

    assert list(report.lines(found, "en"))[-len(expected) :] == expected


def test_counts_in_thai(examined: Examine) -> None:
    good = list(report.lines(_with(examined({})), "th"))
    bad = list(report.lines(_with(examined({}), [_problem()], [_finding()]), "th"))

    assert good[-2:] == [
        "ตรวจแล้ว 1 หน่วยงาน 1 ปี ไม่พบจุดที่ต้องแก้ไขในแฟ้ม",
        "จุดที่ข้อมูลไม่ตรงกัน 0 จุด รับทราบแล้ว 0 จุด หยุดการเผยแพร่ 0 จุด",
    ]
    assert bad[-3:] == [
        "พบจุดที่ต้องแก้ไขในแฟ้ม 1 จุด",
        "จุดที่ข้อมูลไม่ตรงกัน 1 จุด รับทราบแล้ว 0 จุด หยุดการเผยแพร่ 1 จุด",
        "ยังเผยแพร่ไม่ได้: tua-yang",
    ]


def test_agencies_and_years_are_counted(examined: Examine) -> None:
    profile = "name: เทศบาลตำบลเขาดิน\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"
    scores = "overall: 90.90\ngrade: ผ่านดี\n"
    files = {"khao-din/agency.yml": profile, "khao-din/2566/scores.yml": scores, "khao-din/2568/scores.yml": scores}
    files |= {"khao-din/2569/measures.yml": "measures: [{no: 1, steps: ก}]\n", "khao-din/2570/README.md": "ก"}

    assert "checked 2 agencies, 4 years: no problem in any file" in list(report.lines(examined(files), "en"))


def test_problems_come_before_findings(examined: Examine) -> None:
    found = _with(examined({}), [_problem()], [_finding(PRINTED)])

    codes = [code for line in report.lines(found, "en") for code in re.findall(r"\[([a-z-]+)", line)]

    assert codes == ["unknown-key", "value-conflict"]


def test_only_what_holds_where_asked(examined: Examine) -> None:
    findings = [
        _finding(Value("printed", "first")),
        _finding(Value("printed", "second"), acknowledged=True),
        _finding(Value("printed", "third"), severity=Severity.MEDIUM),
    ]
    found = _with(examined({}), [_problem()], findings)

    said = "\n".join(report.lines(found, "en", holding_only=True))

    assert "unknown-key" in said
    assert "first" in said
    assert "second" not in said
    assert "third" not in said
    assert "3 findings, 1 acknowledged, 1 stop publication" in said


@pytest.mark.parametrize(
    ("note", "thai", "english"),
    [
        ("no-git", "ไม่อยู่ใน git จึงไม่มีวันที่ของข้อมูล", "outside git: the data have no date"),
        (
            "shallow",
            "สำเนา git ไม่มีประวัติครบ จึงไม่มีวันที่ของข้อมูล",
            "the git clone has no full history: the data have no date",
        ),
        ("no-commit", "ยังไม่มี commit ของข้อมูล จึงไม่มีวันที่ของข้อมูล", "no commit of the data yet: they have no date"),
    ],
)
def test_no_date_is_said(note: Note, thai: str, english: str, examined: Examine) -> None:
    found = replace(examined({}), history=History(note=note))

    assert thai in list(report.lines(found, "th"))
    assert english in list(report.lines(found, "en"))


def test_a_date_is_not_said(examined: Examine) -> None:
    found = replace(examined({}), history=History())

    assert len(list(report.lines(found, "th"))) == 2


def test_both_languages_have_the_same_words() -> None:
    assert report._WORDS["th"].keys() == report._WORDS["en"].keys()
    for name, words in report._WORDS["th"].items():
        assert sorted(re.findall(r"\{\w+\}", words)) == sorted(re.findall(r"\{\w+\}", report._WORDS["en"][name]))


# --- nothing in the data steers


@pytest.mark.parametrize("character", STEERING, ids=lambda character: f"U+{ord(character):04X}")
def test_a_steering_character_is_shown_as_its_number(character: str) -> None:
    assert report.clean(f"a{character}b") == f"a\\u{ord(character):04x}b"


@pytest.mark.parametrize("text", ["", "ตัวชี้วัดที่ ๑ – 88.53 %", "“ข้อความ” ที่ น้ำ เก้า", "ê é ü 漢字 🙂", "a\u00a0b", "\\x1b"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert report.clean(text) == text


def _assert_plain(lines: list[str]) -> None:
    for line in lines:
        assert not set(line) & set(STEERING), repr(line)


Place = Literal["found", "details", "file", "value", "place", "subject"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("place", ["found", "details", "file", "value", "place", "subject"])
def test_hostile_text_is_harmless_wherever_it_stands(place: Place, language: Language, examined: Examine) -> None:
    problem, finding = _problem(), _finding(PRINTED)
    if place == "found":
        problem = _problem(found=HOSTILE)
    elif place == "details":
        problem = replace(problem, details={"known": HOSTILE, "guess": HOSTILE})
    elif place == "file":
        problem = replace(problem, source=Source(f"data/{HOSTILE}"))
    elif place == "subject":
        finding = _finding(PRINTED, subject=HOSTILE)
    elif place == "value":
        finding = _finding(replace(PRINTED, value=HOSTILE))
    else:
        finding = _finding(replace(PRINTED, place=HOSTILE))
    plain = list(report.lines(_with(examined({}), [_problem()], [_finding(PRINTED)]), language))

    lines = list(report.lines(_with(examined({}), [problem], [finding]), language))

    _assert_plain(lines)
    assert len(lines) == len(plain)
    assert "\\u001b[2J" in "\n".join(lines)
    assert "ข้อความ" in "\n".join(lines)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"tua-yang/\x1b[31mred\x1b[0m.txt": "x"}, id="file-name"),
        pytest.param({"\x1b]0;title\x07": "x"}, id="file-name-beside-the-agencies"),
        pytest.param({"tua-yang/2568\n::error::x/scores.yml": "x"}, id="folder-name"),
        pytest.param({"tua-yang/\u202egpj.exe": "x"}, id="reversed-file-name"),
        pytest.param({"frameworks/\x9b31m.yml": "x"}, id="name-of-a-framework"),
        pytest.param({SCORES: b"overall: \x1b[2J\n"}, id="value"),
        pytest.param({SCORES: 'overall: "\\e[2J\\n::error::x"\n'}, id="escaped-value"),
        pytest.param({SCORES: '"\\e[2J\\x9b\\u202e": 1\n'}, id="escaped-key"),
        pytest.param({SCORES: 'overall: !"\\e[2J" 1\n'}, id="tag"),
        pytest.param({SCORES: b"overall: \xa1\xa2\x1b[2J\n"}, id="windows-874"),
        pytest.param({SCORES: 'overall: 90.90\ngrade: "ผ่าน\\x9bดี\\u202e"\n'}, id="text"),
        pytest.param(
            {SCORES: 'overall: 90.90\ngrade: ผ่านดี\nplaces: [{id: a, kind: text, where: "\\e[2J", grade: ต้องปรับปรุง}]\n'},
            id="place",
        ),
    ],
)
@pytest.mark.parametrize("language", ["th", "en"])
def test_hostile_data_is_reported_harmlessly(
    files: Mapping[str, str | bytes], language: Language, examined: Examine
) -> None:
    found = examined(files)
    assert found.problems or found.findings

    lines = list(report.lines(found, language))

    _assert_plain(lines)
    assert len(lines) >= 4


def test_a_name_that_is_no_text_is_reported(tmp_path: Path, examined: Examine) -> None:
    """A file name in Windows-874, which is not UTF-8."""
    examined({})
    name = tmp_path / "data" / "tua-yang" / b"\xa1\xa2.txt".decode(errors="surrogateescape")
    name.write_text("x", encoding="utf-8")

    [said, *_] = report.lines(examined({}), "en")

    assert "stray-name" in said
    assert said.encode(errors="backslashreplace")


# --- JSON


def test_json_is_one_list_in_the_order_of_the_lines(examined: Examine) -> None:
    found = _with(examined({}), [_problem()], [_finding(PRINTED, COMPUTED), _finding(acknowledged=True)])

    problem, first, second = json.loads(report.as_json(found, "th"))

    assert problem == {
        "kind": "problem",
        "code": "unknown-key",
        "severity": "high",
        "agency": None,
        "fiscal_year": None,
        "indicator": None,
        "item": None,
        "source": {"file": HERE.file, "line": 7, "column": 13},
        "message": "ไม่รู้จักชื่อ “overal” – overall, grade – แก้ชื่อให้ตรง (อาจหมายถึง overall) หรือลบบรรทัดนี้",
        "values": [],
        "acknowledged": False,
    }
    assert first == {
        "kind": "finding",
        "code": "value-conflict",
        "severity": "high",
        "agency": "tua-yang",
        "fiscal_year": 2568,
        "indicator": 9,
        "item": None,
        "source": {"file": HERE.file, "line": 7, "column": 13},
        "message": "คะแนนรวม พิมพ์ไว้ไม่ตรงกันในเอกสาร",
        "values": [
            {
                "role": "printed",
                "value": "88.53",
                "place": "ตารางที่ 1",
                "source": {"file": HERE.file, "line": 7, "column": 13},
            },
            {"role": "computed", "value": "88.5325", "place": None, "source": None},
        ],
        "acknowledged": False,
    }
    assert (second["values"], second["acknowledged"]) == ([], True)


def test_json_of_nothing_is_an_empty_list(examined: Examine) -> None:
    assert json.loads(report.as_json(examined({}), "th")) == []


@pytest.mark.parametrize("character", [*STEERING[0x20:], "\U000e0041"], ids=ascii)
def test_json_does_not_steer_a_terminal(character: str, examined: Examine) -> None:
    hostile = _with(examined({}), problems=[_problem(found=f"{character}31m")])

    printed = report.as_json(hostile, "en")

    assert character not in printed
    assert f"{character}31m" in json.loads(printed)[0]["message"]


def test_json_keeps_hostile_text_in_its_place(examined: Examine) -> None:
    text = report.as_json(_with(examined({}), [_problem(found=HOSTILE)]), "en")

    assert not set(text) & set(map(chr, range(0x20))) - {"\n"}
    assert HOSTILE in json.loads(text)[0]["message"]


# --- notices


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "th",
            [
                f"{HERE}: คำเตือน: ไม่รู้จักชื่อ “overal” [unknown-key]",
                "    ควรเป็น: overall, grade",
                "    วิธีแก้: แก้ชื่อให้ตรง (อาจหมายถึง overall) หรือลบบรรทัดนี้",
                "ตรวจแล้ว 1 หน่วยงาน 1 ปี ไม่พบจุดที่ต้องแก้ไขในแฟ้ม",
                "คำเตือน 1 จุด (ไม่หยุดการเผยแพร่)",
                "จุดที่ข้อมูลไม่ตรงกัน 0 จุด รับทราบแล้ว 0 จุด หยุดการเผยแพร่ 0 จุด",
            ],
        ),
        (
            "en",
            [
                f"{HERE}: warning: unknown name “overal” [unknown-key]",
                "    expected: overall, grade",
                "    how to mend: Correct the name (perhaps overall) or delete the line.",
                "checked 1 agencies, 1 years: no problem in any file",
                "1 warnings, which stop nothing",
                "0 findings, 0 acknowledged, 0 stop publication",
            ],
        ),
    ],
)
def test_a_notice_warns_and_holds_nobody(language: Language, expected: list[str], examined: Examine) -> None:
    found = replace(_with(examined({})), notices=(_problem(),), history=History())

    assert list(report.lines(found, language)) == expected


def test_notices_come_after_problems_and_before_findings(examined: Examine) -> None:
    found = replace(_with(examined({}), [_problem()], [_finding()]), notices=(_problem(found="notice"),))

    lines = [line for line in report.lines(found, "en") if line.startswith("data/")]
    assert [("warning" in line, "[value-conflict" in line) for line in lines] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_in_json_a_notice_is_a_problem_of_low_severity(examined: Examine) -> None:
    found = replace(_with(examined({}), [_problem()]), notices=(_problem(found="notice"),))

    entries = json.loads(report.as_json(found, "en"))
    assert [(one["kind"], one["severity"]) for one in entries] == [("problem", "high"), ("problem", "low")]


@pytest.mark.parametrize(
    "files",
    [
        {"tua-yang/2568/disclosure.yml": "1103702071226: ก\n"},
        {"tua-yang/2568/disclosure.yml": "items: &1103702071226 ก\n"},
        {"tua-yang/2568/disclosure.yml": "due: ผู้ร้องชื่อ สมชาย เลข 1103702071226\n"},
        {"tua-yang/2568/disclosure.yml": "unit: เลข 1103702071226".encode("cp874")},
        {"tua-yang/2568/disclosure.yml": "unit: ชื่อของผู้ร้องเรียน 1103702071226".encode("cp874")},
        {"tua-yang/2568/1103702071226.txt": "x"},
        {"tua-yang/2568/files/1103702071226/a.pdf": "x"},
        {"tua-yang/urls.lock": "oit/2568/1103702071226/\n"},
        {"1103702071226.txt": "x"},
    ],
    ids=str,
)
def test_no_message_quotes_a_personal_number(files: Mapping[str, str | bytes], examined: Examine) -> None:
    found = hold_vanished(examined(files), ())

    assert found.problems
    for language in ("th", "en"):
        said = "\n".join(report.lines(found, language)), report.as_json(found, language)
        assert not any("11037020712" in one for one in said)
