"""The table of checks: stable codes, severities, a rule, wording in two languages, and findings in a stable order."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter

import pytest

from generator.findings import CHECKS, Check, Finding, Severity, find, message, title
from generator.findings.messages import MESSAGES, SPOKEN, WORDS
from generator.pipeline.examine import Examined, examine
from generator.problems import Language

Examine = Callable[[Mapping[str, str | bytes]], Examined]

FILE = re.compile(r"data/[a-z-]+/\d{4}/(scores|analysis|measures|documents)\.yml:[1-9]\d*:[1-9]\d*")
DATA = Path(__file__).parent.parent.parent / "data"
LANGUAGES: tuple[Language, ...] = ("th", "en")

SEVERITIES = {
    "value-conflict": "high",
    "overall-mismatch": "high",
    "grade-mismatch": "high",
    "missing-year": "high",
    "agency-name": "high",
    "instrument-mismatch": "medium",
    "difference-mismatch": "medium",
    "sign-missing": "medium",
    "rank-order": "medium",
    "extreme-mismatch": "medium",
    "count-mismatch": "medium",
    "indicator-number": "medium",
    "indicator-name": "medium",
    "date-order": "medium",
    "script-noise": "low",
    "missing-score": "info",
    "copied-text": "info",
    "coverage": "info",
}

# Files in which every check finds something: the scores of 2568 and again of 2567, what is written about 2567, and the
# measures of 2568.
EVERYTHING = """\
reading: ocr
year_inferred: เอกสารไม่ได้พิมพ์ปี
overall: 50.00
grade: A
instruments: {EIT: 50.00}
indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}
document:
  title: รายงาน
  names:
    - {kind: agency, printed: เทศบาลอื่นA, where: ปก}
    - {kind: province, printed: จังหวัดอื่น, where: ปก}
  dates:
    - {kind: document, date: 5 ตุลาคม 2568, what: รายงาน, where: ปก}
    - {kind: event, date: 10 ตุลาคม 2568, what: การประชุม, where: ข้อ 1}
places:
  - id: compared
    kind: comparison
    where: ตารางเปรียบเทียบ
    previous_year: 2560
    scores:
      - {indicator: 1, rank: 1, previous: 90, score: 80, difference: 10, instrument: EIT}
      - {name: การใช้งบประมาน, indicator: 2, number: 3, rank: 2, previous: 80, score: 91, difference: 1}
    claims:
      - {claim: highest, names: [การใช้งบประมาณ], printed: สูงสุด}
      - {claim: above, bar: 70, count: 3, printed: มี 3 ตัวชี้วัด}
"""
PASSAGE = "หน่วยงานควรเผยแพร่ข้อมูลให้ครบถ้วนและเป็นปัจจุบันทุกช่องทางที่ประชาชนเข้าถึงได้ง่าย และติดตามผลอย่างสม่ำเสมอ"
ANALYSIS = f"""\
sections:
  - title: "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (EIT)"
  - title: ผลการวิเคราะห์ OIT
    indicators:
      - {{indicator: 1, strengths: "{PASSAGE} ระดับผ่าน", level: ผ่าน}}
      - {{indicator: 2, strengths: "{PASSAGE} ระดับสูงสุด", level: สูงสุด, defects: ขาด}}
      - {{indicator: 9, issues: {{claimed: 3, text: "(1) ก (2) ข"}}}}
"""
MEASURES = """\
measures:
  - no: 1
    subject: ตัวชี้วัดที่ 4 การใช้อำนาด
    indicators: [3]
    steps: ทำ
    outcomes:
      - {label: EIT, datum: EIT, previous_year: 2567, previous: 91, year: 2568, score: 92, difference: 5, grade: ผ่านดี}
      - {datum: 3, previous_year: 2567, previous: 91, year: 2568, score: 90, difference: 1, grade: ผ่าน}
    outcome: EIT 91 92 5 ผ่านดี, 91 90 1 ผ่าน
"""
GAP = "overall: 90.00\n"  # no grade, no scores


@pytest.fixture
def everything(examined: Examine) -> Examined:
    years = {2566: GAP, 2567: EVERYTHING, 2568: EVERYTHING}
    files = {f"tua-yang/{year}/scores.yml": text for year, text in years.items()}
    return examined(files | {"tua-yang/2567/analysis.yml": ANALYSIS, "tua-yang/2568/measures.yml": MEASURES})


@pytest.fixture(scope="module")
def real() -> Examined:
    return examine(DATA)


def test_codes_and_severities_are_those_that_pages_and_acknowledgements_rely_on() -> None:
    assert [check.code for check in CHECKS] == list(dict.fromkeys(check.code for check in CHECKS))
    assert {check.code: check.severity.value for check in CHECKS} == SEVERITIES


def test_the_table_runs_from_the_gravest_to_the_least() -> None:
    order = list(Severity)

    assert [check.severity for check in CHECKS] == sorted((check.severity for check in CHECKS), key=order.index)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_the_docstring_of_a_check_is_its_rule(check: Check) -> None:
    assert re.fullmatch(r"[A-Z][^\n]+(\n +[^\n]+)*\.", check.rule)


def test_no_two_checks_are_one() -> None:
    assert len({check.run for check in CHECKS}) == len({check.rule for check in CHECKS}) == len(CHECKS)


# --- wording


def test_every_code_has_its_wording_and_every_wording_its_code() -> None:
    assert set(MESSAGES) == {check.code for check in CHECKS}


@pytest.mark.parametrize("code", SEVERITIES)
def test_a_wording_is_whole_in_both_languages(code: str) -> None:
    assert set(MESSAGES[code]) == set(LANGUAGES)
    for language in LANGUAGES:
        short, sentence = MESSAGES[code][language]
        assert title(code, language) == short
        assert short.strip() == short != ""
        assert sentence.strip() == sentence != ""
        assert not _fields(short)
    assert re.search("[ก-๛]", "".join(MESSAGES[code]["th"]))
    assert not re.search("[ก-๛]", "".join(MESSAGES[code]["en"]))


def test_titles_are_told_apart() -> None:
    for language in LANGUAGES:
        assert len({title(check.code, language) for check in CHECKS}) == len(CHECKS)


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_check_finds_something_in_the_document_made_for_it(everything: Examined) -> None:
    assert everything.problems == ()
    assert {finding.code for finding in everything.findings} == set(SEVERITIES)


@pytest.mark.parametrize("code", SEVERITIES)
def test_a_check_fills_every_field_of_its_wording(everything: Examined, real: Examined, code: str) -> None:
    found = [finding for finding in (*everything.findings, *real.findings) if finding.code == code]
    assert found
    for finding in found:
        details = finding.contradiction.details
        assert all(details.values())
        for language in LANGUAGES:
            # words of ours hold other details; a subject that the sentence does not name stands in the heading
            spoken = [WORDS[language][details[name]] for name in SPOKEN & set(details)]
            fields = set().union(*map(_fields, (MESSAGES[code][language][1], *spoken)))
            assert fields | {"subject"} == set(details) | {"subject"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(everything: Examined, real: Examined, language: Language) -> None:
    said = [message(finding, language) for finding in (*everything.findings, *real.findings)]

    assert len(real.findings) > 40
    assert "" not in said
    assert [text for text in said if re.search(r"[{}]|\bNone\b", text)] == []


def test_words_of_ours_are_said_in_the_language_of_the_message(everything: Examined) -> None:
    kinds = [finding for finding in everything.findings if finding.code == "agency-name"]

    for language in LANGUAGES:
        said = " ".join(message(finding, language) for finding in kinds)
        assert f"({WORDS[language]['agency']})" in said
        assert f"({WORDS[language]['province']})" in said
    assert set(WORDS["th"]) == set(WORDS["en"])


# --- order


def _place(finding: Finding) -> tuple[int, int]:
    return finding.fiscal_year.number, [check.code for check in CHECKS].index(finding.code)


def test_findings_stand_by_year_and_then_as_the_table_has_them(everything: Examined, real: Examined) -> None:
    for result in (*everything.results, *real.results):
        assert [_place(f) for f in result.findings] == sorted(_place(f) for f in result.findings)
    assert {finding.fiscal_year.number for finding in everything.findings} == {2566, 2567, 2568}


def test_finding_again_finds_the_same(real: Examined) -> None:
    assert real.dataset is not None
    for result in real.results:
        again, problems = find(result.agency, real.dataset.frameworks, result.assessments)
        assert again == result.findings
        assert problems == ()


def test_every_finding_says_where(everything: Examined, real: Examined) -> None:
    for finding in (*everything.findings, *real.findings):
        assert FILE.fullmatch(str(finding.source))
        for value in finding.values:
            assert (value.source is not None) == (value.role == "printed")
            assert value.role == "computed" or value.place
            assert value.source is None or FILE.fullmatch(str(value.source))


def test_every_check_of_texts_finds_something_beside_the_score_files(everything: Examined) -> None:
    """Of the codes that look at analyses and measures, so that a part of a check that is left out shows here."""
    others = {finding.code for finding in everything.findings if "scores.yml" not in finding.source.file}

    assert others == {
        "value-conflict", "grade-mismatch", "instrument-mismatch", "difference-mismatch", "sign-missing",
        "count-mismatch", "indicator-number", "indicator-name", "copied-text", "coverage",
    }  # fmt: skip


def test_details_of_the_data_are_not_taken_for_words_of_ours(examined: Examine) -> None:
    claim = "{claim: above, bar: 70, count: 3, printed: another-code}"
    text = EVERYTHING.replace("{claim: above, bar: 70, count: 3, printed: มี 3 ตัวชี้วัด}", claim)

    found = examined({"tua-yang/2568/scores.yml": text})

    assert any("“another-code”" in message(finding) for finding in found.findings if finding.code == "count-mismatch")
