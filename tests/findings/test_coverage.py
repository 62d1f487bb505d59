"""The check of measures against the result of the year that they follow from: 2567, where nothing else is said."""

from collections.abc import Callable, Mapping

import pytest

from generator.findings import Finding, Severity, message

Found = Callable[[str, Mapping[str, str]], list[Finding]]


def scores(changed: Mapping[int, str] | None = None, more: str = "") -> str:
    ten = dict.fromkeys(range(1, 11), "90.00") | dict(changed or {})
    listed = ", ".join(f"{number}: {score}" for number, score in ten.items() if score)
    return f"overall: 90.00\ngrade: ผ่านดี\nindicators: {{{listed}}}\n{more}"


def analysis(*entries: str) -> str:
    listed = "".join(f"      - {{{entry}}}\n" for entry in entries)
    return "sections:\n  - title: หัวข้อ\n" + (f"    indicators:\n{listed}" if entries else "")


def measures(*rows: str, top: str = "") -> str:
    return f"{top}measures:\n" + "".join(f"  - {{no: {no}, steps: ทำ, {row}}}\n" for no, row in enumerate(rows, 1))


def told(found: list[Finding]) -> list[tuple[int | None, list[str]]]:
    assert {finding.severity for finding in found} <= {Severity.INFO}
    return [(finding.indicator, [value.value for value in finding.values]) for finding in found]


LOW = {7: "69.99"}
# the result, its analysis, the measures, and the indicators without a measure
LACKING: dict[str, tuple[str, str, str, list[int]]] = {
    "below the threshold": (scores(LOW), "", measures("indicators: [6]"), [7]),
    "on the threshold": (scores({7: "70.00"}), "", measures("indicators: [6]"), []),
    "a measure of its own": (scores(LOW), "", measures("indicators: [6]", "indicators: [7]"), []),
    "a measure of several": (scores(LOW), "", measures("indicators: [6, 7]"), []),
    "a measure of its sub-indicator": (scores({9: "60.00"}), "", measures("sub_indicators: [9.3]"), []),
    "a measure for the whole": (scores(LOW), "", measures("whole: true"), [7]),
    "a measure for the whole that names it": (scores(LOW), "", measures("whole: true, indicators: [7]"), [7]),
    "several": (scores({9: "60.00", 7: "60.00"}), "", measures("indicators: [6]"), [7, 9]),
    "no score": (scores({7: ""}), "", measures("indicators: [6]"), []),
    "a disputed score": (
        scores(LOW, "places: [{id: other, kind: text, where: บทนำ, scores: [{indicator: 7, score: 60.00}]}]\n"),
        "",
        measures("indicators: [6]"),
        [],
    ),
    "no measures": (scores(LOW), "", "", []),
    "defects": (scores(), analysis("indicator: 7, defects: ขาดข้อมูล", "indicator: 6"), measures("indicators: [6]"), [7]),
    "no defects": (scores(), analysis("indicator: 7, strengths: ดี", "indicator: 6"), measures("indicators: [6]"), []),
    "defects by name": (
        scores(),
        analysis("name: ประสิทธิภาพการสื่อสาร, defects: ขาดข้อมูล", "indicator: 6"),
        measures("indicators: [6]"),
        [7],
    ),
    "defects without scores": (
        "",
        analysis("indicator: 7, defects: ขาด", "indicator: 6"),
        measures("indicators: [6]"),
        [7],
    ),
    "low and with defects": (
        scores(LOW),
        analysis("indicator: 7, defects: ขาดข้อมูล", "indicator: 6"),
        measures("indicators: [6]"),
        [7],
    ),
}


@pytest.mark.parametrize(("result", "text", "acted", "numbers"), LACKING.values(), ids=LACKING)
def test_an_indicator_without_a_measure(found: Found, result: str, text: str, acted: str, numbers: list[int]) -> None:
    files = {"2567/scores.yml": result, "2567/analysis.yml": text, "2568/measures.yml": acted}

    listed = found("coverage", {name: text for name, text in files.items() if text})

    assert [one.indicator for one in listed] == numbers
    assert {(one.fiscal_year.number, one.source.file.rpartition("/")[2]) for one in listed} <= {(2568, "measures.yml")}


def test_what_lacks_a_measure_is_shown_with_its_reason(found: Found) -> None:
    files = {
        "2567/scores.yml": scores(LOW),
        "2567/analysis.yml": analysis("indicator: 7, defects: ขาดข้อมูล", "indicator: 5, defects: ขาด", "indicator: 6"),
        "2568/measures.yml": measures("indicators: [6]"),
    }

    five, seven = found("coverage", files)

    assert told([five, seven]) == [(5, ["ขาด"]), (7, ["69.99", "ขาดข้อมูล"])]
    assert [value.place for value in seven.values] == ["ผลการประเมิน", "บทวิเคราะห์ตัวชี้วัดที่ 7 ข้อบกพร่อง"]
    assert "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร มีคะแนนปี 2567 ต่ำกว่าเกณฑ์" in message(seven)
    assert "มีข้อบกพร่องในบทวิเคราะห์ปี 2567" in message(five)
    assert "2568" in message(five, "en")


def test_measures_may_follow_from_another_year(found: Found) -> None:
    files = {
        "2566/scores.yml": scores({5: "60.00"}),
        "2567/scores.yml": scores(LOW),
        "2568/measures.yml": measures("indicators: [6]", top="assessed: 2566\n"),
    }

    assert told(found("coverage", files)) == [(5, ["60.00"])]


# --- measures of what was not analysed


UNANALYSED: dict[str, tuple[str, str, list[tuple[int, list[str]]]]] = {
    "not in the analysis": (analysis("indicator: 2"), measures("indicators: [6], title: ก"), [(6, ["ก"])]),
    "in the analysis": (analysis("indicator: 6"), measures("indicators: [6]"), []),
    "in the analysis by its name": (analysis("name: คุณภาพการดำเนินงาน"), measures("indicators: [6]"), []),
    "by its sub-indicator": (analysis("indicator: 2"), measures("sub_indicators: [9.4], title: ก"), [(9, ["ก"])]),
    "two measures of one indicator": (
        analysis("indicator: 2"),
        measures("indicators: [6], title: ก", "indicators: [6, 2], subject: ๖. ข"),
        [(6, ["ก", "๖. ข"])],
    ),
    "two indicators": (
        analysis("indicator: 2"),
        measures("indicators: [7, 6], number: ๑."),
        [(6, ["๑."]), (7, ["๑."])],
    ),
    "a measure without any name": (analysis("indicator: 2"), measures("indicators: [6]"), [(6, ["1"])]),
    "the whole result": (analysis("indicator: 2"), measures("whole: true"), []),
    "no analysis": ("", measures("indicators: [6]"), []),
    "an analysis without indicators": (analysis(), measures("indicators: [6]"), []),
}


@pytest.mark.parametrize(("text", "acted", "expected"), UNANALYSED.values(), ids=UNANALYSED)
@pytest.mark.parametrize("with_scores", [True, False])
def test_a_measure_of_an_indicator_that_was_not_analysed(
    found: Found, *, with_scores: bool, text: str, acted: str, expected: list[tuple[int, list[str]]]
) -> None:
    files = {"2567/analysis.yml": text, "2568/measures.yml": acted, "2567/scores.yml": scores() if with_scores else ""}

    listed = found("coverage", files)

    assert told(listed) == expected
    for one in listed:
        assert "ไม่พบตัวชี้วัดนี้ในบทวิเคราะห์ผลการประเมินปี 2567" in message(one)
        assert one.source == one.values[0].source


def test_the_analysis_of_the_measures_own_year_does_not_count(found: Found) -> None:
    files = {"2568/analysis.yml": analysis("indicator: 2"), "2568/measures.yml": measures("indicators: [6]")}

    assert found("coverage", files) == []


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False)])
def test_coverage_says_that_it_rests_on_a_scan(found: Found, reading: str, ocr: bool) -> None:
    files = {
        "2567/analysis.yml": analysis("indicator: 2, defects: ขาด"),
        "2568/measures.yml": measures("indicators: [6]", top=f"reading: {reading}\n"),
    }

    assert [one.contradiction.ocr for one in found("coverage", files)] == [ocr, ocr]
