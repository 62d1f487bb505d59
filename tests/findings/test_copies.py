"""The check of passages that stand under two indicators.

Passages are made of letters that do not repeat, so that exactly so many of them are the same.
"""

from collections.abc import Callable, Mapping
from unittest.mock import Mock

import pytest

from generator.findings import Finding, Severity, copies, message

Found = Callable[[str, Mapping[str, str]], list[Finding]]

ANALYSIS, MEASURES = "2568/analysis.yml", "2568/measures.yml"
CONSONANTS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"


def letters(count: int, start: int = 0) -> str:
    """So many letters of one sequence, in which no part comes again."""
    many = len(CONSONANTS)
    return "".join(CONSONANTS[n // 2 % many if n % 2 else n // 2 // many] for n in range(start, start + count))


def analysis(*entries: Mapping[str, str]) -> str:
    lines = ["sections:", "  - title: หัวข้อ", "    indicators:"]
    for entry in entries:
        lines += [f"      {'-' if n == 0 else ' '} {key}: {value}" for n, (key, value) in enumerate(entry.items())]
    return "\n".join(lines) + "\n"


def measures(*rows: Mapping[str, str]) -> str:
    lines = ["measures:"]
    for no, row in enumerate(rows, start=1):
        lines += [f"  - no: {no}", *(f"    {key}: {value}" for key, value in {"steps": "ทำ", **row}.items())]
    return "\n".join(lines) + "\n"


def shown(found: list[Finding]) -> list[tuple[int | None, list[tuple[str, str | None]]]]:
    assert {finding.severity for finding in found} <= {Severity.INFO}
    assert {value.role for finding in found for value in finding.values} <= {"printed"}
    return [(finding.indicator, [(value.value, value.place) for value in finding.values]) for finding in found]


@pytest.mark.parametrize(("length", "copied"), [(79, False), (80, True), (81, True), (400, True)])
def test_eighty_letters_are_a_copy(found: Found, length: int, copied: bool) -> None:
    passage = letters(length)
    text = analysis({"indicator": "6", "strengths": f"xx{passage}yy"}, {"indicator": "9", "defects": f"zz{passage}ww"})

    places = ["บทวิเคราะห์ตัวชี้วัดที่ 6 จุดแข็ง", "บทวิเคราะห์ตัวชี้วัดที่ 9 ข้อบกพร่อง"]
    expected = [(6, [(passage, place) for place in places])] if copied else []
    assert shown(found("copied-text", {ANALYSIS: text})) == expected


def test_spaces_are_not_counted_and_shown_as_they_stand(found: Found) -> None:
    one = letters(40) + "  " + letters(40, 40)
    other = letters(79) + " " + letters(1, 79)
    text = analysis({"indicator": "9", "perception": other}, {"indicator": "6", "perception": one})

    (finding,) = found("copied-text", {ANALYSIS: text})

    assert finding.indicator == 6  # the smaller number, also where it comes later
    assert [value.value for value in finding.values] == [one.replace("  ", " "), other]
    assert finding.source == finding.values[0].source
    assert finding.source.file.endswith("analysis.yml")
    assert "6" in message(finding)
    assert "9" in message(finding)


def test_a_passage_over_lines_and_items_is_one(found: Found) -> None:
    text = analysis(
        {"indicator": "1", "strengths": f"|\n          {letters(40)}\n          {letters(40, 40)}"},
        {"indicator": "2", "strengths": letters(80)},
    )

    (finding,) = found("copied-text", {ANALYSIS: text})

    assert [value.value for value in finding.values] == [f"{letters(40)} {letters(40, 40)}", letters(80)]


PASSAGE = letters(90)
TOLD: dict[str, tuple[str, list[int | None]]] = {
    "the same indicator twice": (
        analysis({"indicator": "9", "defects": PASSAGE}, {"indicator": "9", "defects": PASSAGE}),
        [],
    ),
    "two parts of one indicator": (analysis({"indicator": "9", "defects": PASSAGE, "strengths": PASSAGE}), []),
    "by name and by number": (
        analysis({"name": "การเปิดเผยข้อมูล", "defects": PASSAGE}, {"indicator": "9", "strengths": PASSAGE}),
        [],
    ),
    "two purposes": (analysis({"indicator": "1", "purpose": PASSAGE}, {"indicator": "2", "purpose": PASSAGE}), []),
    "a purpose and its issues": (
        analysis({"indicator": "1", "purpose": PASSAGE}, {"indicator": "2", "issues": f"{{text: {PASSAGE}}}"}),
        [],
    ),
    "a purpose and another part": (
        analysis({"indicator": "1", "purpose": PASSAGE}, {"indicator": "2", "own_analysis": PASSAGE}),
        [1],
    ),
    "three indicators are three pairs": (
        analysis(*({"indicator": str(number), "strengths": PASSAGE} for number in (4, 2, 9))),
        [2, 2, 4],
    ),
}


@pytest.mark.parametrize(("text", "indicators"), TOLD.values(), ids=TOLD)
def test_what_is_compared(found: Found, text: str, indicators: list[int | None]) -> None:
    assert [finding.indicator for finding in found("copied-text", {ANALYSIS: text})] == indicators


def test_a_passage_that_stands_often_is_told_once_for_a_pair(found: Found) -> None:
    text = analysis(
        {"indicator": "1", "strengths": f"a{PASSAGE}b", "defects": f"c{PASSAGE}d"},
        {"indicator": "2", "strengths": f"e{PASSAGE}f", "suggestions": f"g{PASSAGE[:85]}h"},
    )

    assert [value for _, values in shown(found("copied-text", {ANALYSIS: text})) for value, _ in values] == [
        PASSAGE
    ] * 2


def test_the_longest_passage_wins_also_where_a_shorter_one_comes_first(found: Found) -> None:
    text = analysis(
        {"indicator": "1", "strengths": f"a{letters(85)}b{letters(120)}c"},
        {"indicator": "2", "strengths": f"d{letters(120)}e"},
    )

    assert [value for _, values in shown(found("copied-text", {ANALYSIS: text})) for value, _ in values] == [
        letters(120)
    ] * 2


def test_two_passages_of_one_pair(found: Found) -> None:
    one, other = letters(80), letters(80, 500)
    text = analysis(
        {"indicator": "1", "strengths": f"a{one}b{other}c"}, {"indicator": "2", "strengths": f"d{one}e{other}f"}
    )

    assert [values[0][0] for _, values in shown(found("copied-text", {ANALYSIS: text}))] == [one, other]


@pytest.mark.parametrize(
    ("one", "other", "passage"),
    [
        pytest.param("กี" + letters(80), "ขี" + letters(80), letters(80), id="a mark at the beginning"),
        pytest.param(letters(81) + "ี", letters(81) + "x", letters(80), id="a mark after the end"),
        pytest.param(letters(80) + "ีก่อ", letters(80) + "ีก้อ", letters(80) + "ี", id="a tone after the end"),
        pytest.param(letters(80) + "เก", letters(80) + "เข", letters(80), id="a vowel before its letter"),
        pytest.param(letters(80) + "ี", letters(80) + "x", None, id="too short in whole clusters"),
    ],
)
def test_a_passage_consists_of_whole_clusters(found: Found, one: str, other: str, passage: str | None) -> None:
    text = analysis({"indicator": "1", "strengths": one}, {"indicator": "2", "strengths": other})

    values = [values[0][0] for _, values in shown(found("copied-text", {ANALYSIS: text}))]

    assert values == ([passage] if passage else [])


MEASURED: dict[str, tuple[str, list[int | None]]] = {
    "two indicators": (
        measures({"indicators": "[7]", "result": PASSAGE}, {"indicators": "[6]", "steps": PASSAGE}),
        [6],
    ),
    "one indicator": (measures({"indicators": "[6]", "result": PASSAGE}, {"indicators": "[6]", "steps": PASSAGE}), []),
    "several indicators each": (
        measures({"indicators": "[6, 7]", "result": PASSAGE}, {"indicators": "[8, 9]", "result": PASSAGE}),
        [],
    ),
    "the whole result": (measures({"whole": "true", "result": PASSAGE}, {"indicators": "[8]", "result": PASSAGE}), []),
}


@pytest.mark.parametrize(("text", "indicators"), MEASURED.values(), ids=MEASURED)
def test_measures_are_compared_with_one_another(found: Found, text: str, indicators: list[int | None]) -> None:
    assert [finding.indicator for finding in found("copied-text", {MEASURES: text})] == indicators


def test_measures_name_their_cells(found: Found) -> None:
    text = measures({"indicators": "[7]", "result": PASSAGE}, {"indicators": "[6]", "outcome": PASSAGE})

    (finding,) = found("copied-text", {MEASURES: text})

    assert [value.place for value in finding.values] == ["มาตรการที่ 2 ช่องผลลัพธ์", "มาตรการที่ 1 ช่องสรุปผลการดำเนินการ"]


def test_an_analysis_is_not_compared_with_measures(found: Found) -> None:
    files = {
        ANALYSIS: analysis({"indicator": "1", "strengths": PASSAGE}),
        MEASURES: measures({"indicators": "[2]", "result": PASSAGE}),
    }

    assert found("copied-text", files) == []


def test_a_year_without_scores(found: Found) -> None:
    text = analysis({"indicator": "1", "strengths": PASSAGE}, {"indicator": "2", "strengths": PASSAGE})

    assert [f.fiscal_year.number for f in found("copied-text", {"2567/analysis.yml": text})] == [2567]


@pytest.mark.parametrize("letter", ["ก", "กข"])
def test_a_passage_is_grown_once_and_not_at_each_of_its_letters(
    found: Found, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow = Mock(wraps=copies._grown)
    monkeypatch.setattr(copies, "_grown", grow)
    text = analysis({"indicator": "1", "strengths": letter * 9000}, {"indicator": "2", "strengths": letter * 9000})

    listed = found("copied-text", {ANALYSIS: text})

    assert [value for _, values in shown(listed) for value, _ in values] == [letter * 9000] * 2
    assert grow.call_count == 1


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False)])
def test_a_copy_says_that_it_rests_on_a_scan(found: Found, reading: str, ocr: bool) -> None:
    text = analysis({"indicator": "1", "strengths": PASSAGE}, {"indicator": "2", "strengths": PASSAGE})

    (finding,) = found("copied-text", {ANALYSIS: f"reading: {reading}\n{text}"})

    assert finding.contradiction.ocr is ocr
