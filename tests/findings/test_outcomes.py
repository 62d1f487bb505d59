"""What outcomes of measures say about scores: differences, values, instruments, grades.

The measures of 2568 follow from the result of 2567.
"""

from collections.abc import Callable, Mapping

import pytest

from generator.findings import Finding, Severity, message

Found = Callable[[str, Mapping[str, str]], list[Finding]]
Shown = tuple[str, str, str | None]

CODES = ("value-conflict", "grade-mismatch", "instrument-mismatch", "difference-mismatch", "sign-missing")
# 2567: IIT 90, EIT 91.5033…, OIT 85; 2568: IIT 92, EIT 93, OIT 86
BEFORE = {1: "90", 2: "90", 3: "90", 4: "90", 5: "90", 6: "92.51", 7: "93.31", 8: "88.69", 9: "100", 10: "70"}
AFTER = {1: "92", 2: "92", 3: "92", 4: "92", 5: "92", 6: "99.22", 7: "90.00", 8: "89.78", 9: "97.14", 10: "74.86"}


def scores(indicators: Mapping[int, str], overall: str, more: str = "") -> str:
    listed = ", ".join(f"{number}: {score}" for number, score in indicators.items())
    return f"overall: {overall}\ngrade: ผ่านดี\n{more}indicators: {{{listed}}}\n"


def measure(claims: str, *, indicators: str = "[7]", text: str = "", more: str = "") -> str:
    """One measure whose outcome prints what its claims say."""
    lines = [more, "measures:", "  - no: 3", f"    indicators: {indicators}", "    steps: ทำ"]
    return "\n".join(lines).lstrip() + f"\n    outcomes:\n      - {{{claims}}}\n    outcome: {text or claims!r}\n"


def files(measures: str, *, before: str = "", after: str = "") -> dict[str, str]:
    return {
        "2567/scores.yml": before or scores(BEFORE, "88.45"),
        "2568/scores.yml": after or scores(AFTER, "89.90"),
        "2568/measures.yml": measures,
    }


def shown(finding: Finding) -> list[Shown]:
    return [(value.role, value.value, value.place) for value in finding.values]


def codes(found: Found, texts: Mapping[str, str]) -> set[str]:
    """The checks that find something in the file of measures."""
    return {code for code in CODES for one in found(code, texts) if one.source.file.endswith("measures.yml")}


HERE = "มาตรการที่ 3 ช่องผลลัพธ์"
PAIR = "previous_year: 2567, previous: {}, year: 2568, score: {}"


# --- differences


DIFFERENCES = [
    ("97.72", "94.69", "3.03", "sign-missing", "−3.03"),
    ("97.72", "94.69", "-3.03", None, ""),
    ("97.72", "94.69", "3.04", "sign-missing", "−3.03"),
    ("97.72", "94.69", "3.05", "difference-mismatch", "−3.03"),
    ("92.51", "99.22", "6.71", None, ""),
    ("92.51", "99.22", "6.72", None, ""),
    ("92.51", "99.22", "6.73", "difference-mismatch", "+6.71"),
    ("100", "76.67", "3.03", "difference-mismatch", "−23.33"),
    ("100", "97.14", "2.86", "sign-missing", "−2.86"),
]


@pytest.mark.parametrize(("previous", "score", "difference", "code", "right"), DIFFERENCES)
def test_a_difference_in_an_outcome(  # noqa: PLR0917 -- the columns of the table
    found: Found, previous: str, score: str, difference: str, code: str | None, right: str
) -> None:
    claim = f"datum: overall, {PAIR.format(previous, score)}, difference: {difference}"
    texts = files(measure(claim))

    for name in ("difference-mismatch", "sign-missing"):
        values = [shown(one) for one in found(name, texts)]
        printed = difference.removeprefix("-")
        assert values == ([[("printed", printed, HERE), ("computed", right, HERE)]] if name == code else [])


def test_a_difference_belongs_to_the_indicator_of_the_measure(found: Found) -> None:
    claim = f"datum: OIT, {PAIR.format('100', '97.14')}, difference: 2.86"

    (one,) = found("sign-missing", files(measure(claim, indicators="[9]")))
    (several,) = found("sign-missing", files(measure(claim, indicators="[9, 10]")))

    assert (one.indicator, several.indicator) == (9, None)
    assert one.fiscal_year.number == 2568
    assert one.source.file.endswith("measures.yml")


# --- values


CLAIMS: dict[str, tuple[str, set[str]]] = {
    "an overall as it is printed": (f"datum: overall, {PAIR.format('88.45', '89.90')}", set()),
    "another overall": (f"datum: overall, {PAIR.format('88.45', '89.91')}", {"value-conflict"}),
    "another overall of the year before": (f"datum: overall, {PAIR.format('88.44', '89.90')}", {"value-conflict"}),
    "an indicator as it is printed": (f"datum: 7, {PAIR.format('93.31', '90')}", set()),
    "another indicator's": (f"datum: 7, {PAIR.format('92.51', '90')}", {"value-conflict"}),
    "the mean of an instrument": (f"label: EIT, datum: EIT, {PAIR.format('91.50', '93')}", set()),
    "a hundredth beside the mean": (f"label: EIT, datum: EIT, {PAIR.format('91.51', '93.01')}", set()),
    "two hundredths beside the mean": (f"label: EIT, datum: EIT, {PAIR.format('91.50', '93.02')}", {"value-conflict"}),
    "the measure's own indicator under its instrument": (
        f"label: EIT, datum: EIT, {PAIR.format('93.31', '90.00')}",
        {"instrument-mismatch"},
    ),
    "another indicator under its instrument": (
        f"label: EIT, datum: EIT, {PAIR.format('92.51', '99.22')}",
        {"instrument-mismatch", "value-conflict"},
    ),
    "no label": (f"datum: EIT, {PAIR.format('92.51', '99.22')}", {"instrument-mismatch", "value-conflict"}),
    "an indicator that is labelled as its instrument": (
        f"label: EIT, datum: 7, {PAIR.format('93.31', '90.00')}",
        {"instrument-mismatch"},
    ),
    "an indicator of another instrument": (f"label: EIT, datum: EIT, {PAIR.format('100', '93')}", {"value-conflict"}),
    "a year without data": ("datum: overall, previous_year: 2560, previous: 1, year: 2568, score: 89.90", set()),
    "one score": ("datum: overall, year: 2568, score: 1", {"value-conflict"}),
}


@pytest.mark.parametrize(("claim", "expected"), CLAIMS.values(), ids=CLAIMS)
def test_a_score_in_an_outcome(found: Found, claim: str, expected: set[str]) -> None:
    assert codes(found, files(measure(claim))) == expected


def test_a_label_names_its_instrument_in_words(found: Found) -> None:
    name = "แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก"
    claim = f"label: {name}, datum: 7, {PAIR.format('93.31', '90')}"

    assert codes(found, files(measure(claim))) == {"instrument-mismatch"}


def test_a_label_of_two_instruments_names_none(found: Found) -> None:
    after = scores({**AFTER, 6: "97.14"}, "89.90")  # a score of both instruments
    claim = "label: {}, datum: 6, year: 2568, score: 97.14"

    for label, expected in (("EIT OIT", set()), ("EIT", {"instrument-mismatch"}), ("OIT", {"instrument-mismatch"})):
        texts = files(measure(claim.format(label), indicators="[6, 9]"), after=after)
        assert codes(found, texts) == expected


def test_a_printed_score_of_the_instrument_goes_before_the_mean(found: Found) -> None:
    after = scores(AFTER, "89.90", "instruments: {EIT: 93.00}\n")

    assert codes(found, files(measure("datum: EIT, year: 2568, score: 93.01"), after=after)) == {"value-conflict"}
    assert codes(found, files(measure("datum: EIT, year: 2568, score: 93"), after=after)) == set()


def test_without_all_indicators_there_is_no_mean_to_compare_with(found: Found) -> None:
    after = scores({6: "99.22"}, "89.90")

    assert codes(found, files(measure("datum: EIT, year: 2568, score: 99.22"), after=after)) == set()


def test_every_printing_of_the_year_is_looked_at(found: Found) -> None:
    after = scores(AFTER, "89.90", "places: [{id: other, kind: text, where: บทนำ, overall: 98.90}]\n")

    assert codes(found, files(measure("datum: overall, year: 2568, score: 98.90"), after=after)) == set()
    (one,) = (
        finding
        for finding in found("value-conflict", files(measure("datum: overall, year: 2568, score: 98.99"), after=after))
        if finding.source.file.endswith("measures.yml")
    )
    assert shown(one) == [
        ("printed", "98.99", f"{HERE} (ปี 2568)"),
        ("printed", "89.90", "ผลการประเมิน (ปี 2568)"),
        ("printed", "98.90", "บทนำ (ปี 2568)"),
    ]


def test_a_score_under_the_name_of_its_instrument_says_whose_it_is(found: Found) -> None:
    claim = f"label: คะแนนด้าน EIT, datum: EIT, {PAIR.format('92.51', '99.22')}"
    texts = files(measure(claim))

    (label,) = found("instrument-mismatch", texts)
    (value,) = found("value-conflict", texts)

    assert (label.severity, value.severity) == (Severity.MEDIUM, Severity.HIGH)
    assert (label.indicator, value.indicator) == (7, 7)
    assert "EIT ในมาตรการที่ 3 เป็นคะแนนของตัวชี้วัดที่ 6 " in message(label)
    assert "indicator 6," in message(label, "en")
    assert shown(label) == [
        ("printed", "92.51", f"{HERE} (ปี 2567)"),
        ("printed", "99.22", f"{HERE} (ปี 2568)"),
        ("computed", "91.5033", "ค่าเฉลี่ยของตัวชี้วัดของ EIT (ปี 2567)"),
        ("computed", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "92.51 (ปี 2567)"),
        ("computed", "93.00", "ค่าเฉลี่ยของตัวชี้วัดของ EIT (ปี 2568)"),
        ("computed", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "99.22 (ปี 2568)"),
    ]
    assert shown(value) == [
        ("printed", "92.51", f"{HERE} (ปี 2567)"),
        ("printed", "99.22", f"{HERE} (ปี 2568)"),
        ("printed", "93.31", "ผลการประเมิน (ปี 2567)"),
        ("printed", "90.00", "ผลการประเมิน (ปี 2568)"),
    ]


@pytest.mark.parametrize("indicators", ["[]", "[6, 7]"])
def test_without_one_indicator_of_its_own_a_measure_contradicts_none(found: Found, indicators: str) -> None:
    claim = f"label: EIT, datum: EIT, {PAIR.format('92.51', '99.22')}"
    texts = files(measure(claim, indicators=indicators, more="title: มาตรการ"))

    assert codes(found, texts) == {"instrument-mismatch"}
    assert [one.indicator for one in found("instrument-mismatch", texts)] == [None]


def test_of_equal_scores_the_one_that_fits_both_years_is_meant(found: Found) -> None:
    after = scores({**AFTER, 6: "100", 7: "80", 8: "100"}, "89.90")
    claim = f"label: EIT, datum: EIT, {PAIR.format('88.69', '100')}"

    (one,) = found("instrument-mismatch", files(measure(claim, indicators="[7]"), after=after))
    (own,) = found("instrument-mismatch", files(measure(claim, indicators="[6]"), after=after))

    assert "ตัวชี้วัดที่ 8 " in message(one)
    assert "ตัวชี้วัดที่ 6, 8 " in message(own)  # the measure's own indicator has one of the two scores


# --- grades


GRADES: dict[str, tuple[str, str | None]] = {
    "an overall with its grade": ("datum: overall, year: 2568, score: 89.90, grade: ผ่านดี", None),
    "an overall with the word for level": ("datum: overall, year: 2568, score: 89.90, grade: ระดับผ่านดี", None),
    "an overall with another grade": ("datum: overall, year: 2568, score: 89.90, grade: ผ่าน", "ผ่านดี"),
    "an overall that an instrument pulls down": (
        "datum: overall, year: 2568, score: 97.00, grade: ผ่านดีเยี่ยม",
        "ผ่านดี",
    ),
    "an overall of a year without data": (
        "datum: overall, year: 2567, score: 97.00, grade: ผ่าน",
        None,
    ),
    "an indicator on the bar": ("datum: 7, year: 2568, score: 95.00, grade: ผ่านดี", "ผ่านดีเยี่ยม"),
    "an indicator below the bar": ("datum: 7, year: 2568, score: 94.99, grade: ผ่านดี", None),
    "an indicator on the lower bar": ("datum: 7, year: 2568, score: 85.00, grade: ผ่านดี", None),
    "an indicator below the lower bar": ("datum: 7, year: 2568, score: 84.99, grade: ผ่านดี", "ต้องปรับปรุง"),
    "an instrument": ("datum: OIT, year: 2568, score: 76.67, grade: ผ่านดี", "ต้องปรับปรุง"),
    "a word that is no grade": ("datum: 7, year: 2568, score: 10.00, grade: ดีมาก", None),
    "a grade of another year's ladder": ("datum: 7, year: 2568, score: 10.00, grade: A", None),
    "no grade": ("datum: 7, year: 2568, score: 10.00", None),
}


@pytest.mark.parametrize(("claim", "right"), GRADES.values(), ids=GRADES)
def test_a_grade_in_an_outcome(found: Found, claim: str, right: str | None) -> None:
    texts = {
        name: text for name, text in files(measure(claim)).items() if "year: 2567" not in claim or "2567" not in name
    }

    values = [(shown(one)[0], shown(one)[-1]) for one in found("grade-mismatch", texts)]

    printed = ("printed", claim.rpartition(" ")[2], HERE)
    assert values == ([(printed, ("computed", right, None))] if right else [])


def test_a_wrong_grade_names_its_score(found: Found) -> None:
    claim = "datum: 7, year: 2568, score: 99.00, grade: ผ่านดี"

    (one,) = found("grade-mismatch", files(measure(claim)))

    assert one.severity is Severity.HIGH
    assert one.indicator == 7
    assert "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร 99.00 ปี 2568 ในมาตรการที่ 3" in message(one)


# --- years and readings


def test_measures_of_a_year_without_scores(found: Found) -> None:
    texts = {
        "2567/scores.yml": scores(BEFORE, "88.45"),
        "2568/scores.yml": "",
        "2568/measures.yml": measure("datum: overall, year: 2567, score: 88.46, grade: ผ่าน"),
    }

    assert codes(found, texts) == {"value-conflict", "grade-mismatch"}
    assert [one.fiscal_year.number for one in found("value-conflict", texts)] == [2568]


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False)])
def test_a_finding_in_an_outcome_says_that_it_rests_on_a_scan(found: Found, reading: str, ocr: bool) -> None:
    claim = f"label: EIT, datum: EIT, {PAIR.format('92.51', '99.22')}, difference: 1, grade: ผ่านดี"
    texts = files(measure(claim, more=f"reading: {reading}"))

    here = [one for code in CODES for one in found(code, texts) if one.source.file.endswith("measures.yml")]

    assert len(here) == 4
    assert {one.contradiction.ocr for one in here} == {ocr}
