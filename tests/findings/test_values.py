"""Checks of values: printed twice and differently, not borne out by the scores, or not there.

In each text the comment `# here` stands on the line that the finding names as its source.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from generator.findings import Finding, Severity, message
from generator.pipeline.examine import Examined

Examine = Callable[[Mapping[str, str | bytes]], Examined]
Shown = tuple[str, str, str | None]
Expected = list[tuple[int | None, list[Shown]]]

# IIT 92, EIT 91, OIT 90: overall 90.90
TEN = ("90.00", "91.00", "92.00", "93.00", "94.00", "90.00", "91.00", "92.00", "88.00", "92.00")


def findings(examined: Examine, code: str, years: Mapping[int, str]) -> list[Finding]:
    """The findings of one check in an agency whose years have these files."""
    files = {"tua-yang/2568/scores.yml": ""} | {f"tua-yang/{year}/scores.yml": text for year, text in years.items()}
    found = examined(files)
    assert [problem.code for problem in found.problems] == []
    return [finding for finding in found.findings if finding.code == code]


def check(found: Iterable[Finding], severity: Severity, texts: Mapping[int, str], expected: Expected) -> None:
    """The findings have this severity, these values in this order, and the lines marked `# here` as their sources."""
    listed = list(found)
    here = [
        (f"data/tua-yang/{year}/scores.yml", number)
        for year, text in sorted(texts.items())
        for number, line in enumerate(text.splitlines(), start=1)
        for _ in range(line.count("# here"))
    ]
    assert [(f.indicator, [(v.role, v.value, v.place) for v in f.values]) for f in listed] == expected
    assert sorted((f.source.file, f.source.line) for f in listed) == here
    assert {f.severity for f in listed} <= {severity}


def place(key: str, *lines: str, kind: str = "table") -> str:
    head = f"  - id: {key}\n    kind: {kind}\n    where: {key}\n"
    return head + "".join(f"    {line}\n" for line in lines)


def places(*parts: str, top: str = "") -> str:
    return f"{top}places:\n{''.join(parts)}"


def row(number: int, score: str, more: str = "") -> str:
    return f"  - {{indicator: {number}, score: {score}}}{more}"


def rows(ten: Iterable[str | None] = TEN) -> list[str]:
    return ["scores:", *(row(number, score) for number, score in enumerate(ten, start=1) if score is not None)]


def printed(value: str, where: str) -> Shown:
    return ("printed", value, where)


def computed(value: str, where: str | None = None) -> Shown:
    return ("computed", value, where)


# --- value-conflict


CONFLICTS: dict[str, tuple[str, Expected]] = {
    "an indicator": (
        places(place("table", "scores:", row(4, "74.67", "  # here")), place("text", "scores:", row(4, "74.68"))),
        [(4, [printed("74.67", "table"), printed("74.68", "text")])],
    ),
    "three printings of which two agree": (
        places(
            place("memo", "overall: 91.03  # here"),
            place("cover", "overall: 91.30"),
            place("summary", "overall: 91.03"),
        ),
        [(None, [printed("91.03", "memo"), printed("91.30", "cover"), printed("91.03", "summary")])],
    ),
    "a grade": (
        places(place("one", "grade: ผ่านดี  # here"), place("other", "grade: ผ่าน", "overall: 90")),
        [(None, [printed("ผ่านดี", "one"), printed("ผ่าน", "other")])],
    ),
    "the score of an instrument": (
        places(
            place("one", "instruments:", "  - {code: EIT, score: 91.00}  # here"),
            place("other", "instruments:", "  - {code: EIT, score: 91.01}"),
        ),
        [(None, [printed("91.00", "one"), printed("91.01", "other")])],
    ),
    "zero against a score": (
        places(place("one", "scores:", row(9, "0.00", "  # here")), place("other", "scores:", row(9, "0.01"))),
        [(9, [printed("0.00", "one"), printed("0.01", "other")])],
    ),
    "two data": (
        places(
            place("one", "scores:", row(10, "85.00", "  # here"), row(1, "88.53", "  # here")),
            place("other", "scores:", row(10, "58.00"), row(1, "100.00")),
        ),
        [
            (1, [printed("88.53", "one"), printed("100.00", "other")]),
            (10, [printed("85.00", "one"), printed("58.00", "other")]),
        ],
    ),
    "a conflict with a chosen value is still one": (
        places(place("one", "scores:", row(4, "74.67", "  # here")), place("other", "scores:", row(4, "74.68")))
        + "chosen: [{datum: 4, value: 74.68, reason: เลือกไว้}]\n",
        [(4, [printed("74.67", "one"), printed("74.68", "other")])],
    ),
    "100 is 100.00": (places(place("one", "scores:", row(4, "100")), place("other", "scores:", row(4, "100.00"))), []),
    "Thai digits": (places(place("one", "scores:", row(4, "๘๘.๕๓")), place("other", "scores:", row(4, "88.53"))), []),
    "a grade with the word for it": (
        places(place("one", "grade: ระดับผ่านดี"), place("other", "grade: ผ่านดี", "overall: 90")),
        [],
    ),
    "spaces in a grade": (places(place("one", "grade: ผ่าน ดี"), place("other", "grade: ผ่านดี", "overall: 90")), []),
    "the same indicator under an alias": (
        places(
            place("one", "scores:", "  - {name: การปรับปรุงระบบการทำงาน, score: 91.00}"),
            place("other", "scores:", "  - {name: การ ปรับปรุงการทำงาน, score: 91.0}"),
        ),
        [],
    ),
    "printed once": (places(place("one", *rows())), []),
    "two indicators with one score each": (
        places(place("one", "scores:", row(4, "74.67")), place("other", "scores:", row(5, "74.68"))),
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CONFLICTS.values(), ids=CONFLICTS)
def test_value_conflict(examined: Examine, text: str, expected: Expected) -> None:
    found = findings(examined, "value-conflict", {2568: text})

    check(found, Severity.HIGH, {2568: text}, expected)


@pytest.mark.parametrize(("previous", "conflict"), [("83.00", False), ("83", False), ("83.01", True)])
def test_value_conflict_with_the_comparison_of_a_later_year(examined: Examine, previous: str, conflict: bool) -> None:
    mark = "  # here" if conflict else ""
    texts = {
        2567: f"indicators:\n  4: 83.00{mark}\n",
        2568: places(
            place(
                "compared", "previous_year: 2567", "scores:", f"  - {{indicator: 4, score: 90, previous: {previous}}}"
            )
        ),
    }

    found = findings(examined, "value-conflict", texts)

    values = [printed("83.00", "ผลการประเมิน"), printed(previous, "compared")]
    check(found, Severity.HIGH, texts, [(4, values)] if conflict else [])
    assert [finding.fiscal_year.number for finding in found] == [2567] * conflict


@pytest.mark.parametrize(
    ("datum", "subject"),
    [
        ("overall: {}", "คะแนนรวม"),
        ("grade: {}", "ระดับผลการประเมิน"),
        ("instruments: [{{code: EIT, score: {}}}]", "คะแนนแบบวัด EIT"),
        ("scores: [{{indicator: 4, score: {}}}]", "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ"),
    ],
)
def test_value_conflict_names_its_datum(examined: Examine, datum: str, subject: str) -> None:
    text = places(
        place("one", datum.format(90), "overall: 90" if "grade" in datum else ""), place("two", datum.format(91))
    )

    (found,) = findings(examined, "value-conflict", {2568: text})

    assert message(found).startswith(f"{subject} ")


# --- overall-mismatch


def _overall(value: str, mark: str = "") -> str:
    return places(place("table", f"overall: {value}{mark}", *rows()))


OVERALLS: dict[str, tuple[str, Expected]] = {
    "above the tolerance": (
        _overall("90.92", "  # here"),
        [(None, [printed("90.92", "table"), computed("90.90", "table")])],
    ),
    "below the tolerance": (
        _overall("90.88", "  # here"),
        [(None, [printed("90.88", "table"), computed("90.90", "table")])],
    ),
    "just beyond": (
        _overall("90.9101", "  # here"),
        [(None, [printed("90.9101", "table"), computed("90.90", "table")])],
    ),
    "equal": (_overall("90.90"), []),
    "Thai digits": (_overall("๙๐.๙"), []),
    "rounding up explains it": (_overall("90.91"), []),
    "rounding down explains it": (_overall("90.89"), []),
    # 79.6452 as computed, 79.64 as published: the document of an agency
    "rounded inputs of a published result": (
        places(
            place(
                "table",
                "overall: 79.64",
                *rows(("97.61", "98.46", "99.35", "98.86", "98.54", "96.03", "92.88", "87.23", "68.56", "43.75")),
            )
        ),
        [],
    ),
    # 97.685 as computed, 97.72 as published: the document of another
    "a published result that does not follow": (
        places(
            place(
                "table",
                "overall: 97.72  # here",
                *rows(("100", "100", "100", "99.45", "100", "92.51", "93.31", "91.36", "100", "100")),
            )
        ),
        [(None, [printed("97.72", "table"), computed("97.685", "table")])],
    ),
    "one score short": (places(place("table", "overall: 50.00", *rows((*TEN[:9], None)))), []),
    "ten rows, one without a score": (
        places(place("table", "overall: 50.00", *rows((*TEN[:9], None)), "  - {indicator: 10, rank: 10}")),
        [],
    ),
    "ten scores over two places": (
        places(place("one", "overall: 50.00", *rows(TEN[:9])), place("other", "scores:", row(10, "92.00"))),
        [],
    ),
    "no overall anywhere": (places(place("table", *rows())), []),
    "no scores anywhere": (places(place("text", "overall: 50.00")), []),
    "the overall stands in another place": (
        places(place("text", "overall: 95.90  # here"), place("table", *rows())),
        [(None, [printed("95.90", "text"), computed("90.90", "table")])],
    ),
    "the overall stands in another place and agrees": (
        places(place("text", "overall: 90.90"), place("table", *rows())),
        [],
    ),
    "one of several overalls agrees": (
        places(place("one", "overall: 91.03"), place("other", "overall: 90.90"), place("table", *rows())),
        [],
    ),
    "none of several overalls agrees": (
        places(place("one", "overall: 91.03  # here"), place("other", "overall: 91.30"), place("table", *rows())),
        [(None, [printed("91.03", "one"), printed("91.30", "other"), computed("90.90", "table")])],
    ),
    "a place answers for its own overall, not for another's": (
        places(place("text", "overall: 50.00"), place("table", "overall: 90.90", *rows())),
        [],
    ),
    "another's overall does not answer for it": (
        places(place("text", "overall: 90.90"), place("table", "overall: 50.00  # here", *rows())),
        [(None, [printed("50.00", "table"), computed("90.90", "table")])],
    ),
    "two tables of which one does not follow": (
        places(
            place("text", "overall: 90.90  # here"),
            place("table", *rows()),
            place("other", *rows(("100.00", *TEN[1:]))),
        ),
        [(None, [printed("90.90", "text"), computed("91.50", "other")])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OVERALLS.values(), ids=OVERALLS)
def test_overall_mismatch(examined: Examine, text: str, expected: Expected) -> None:
    found = findings(examined, "overall-mismatch", {2568: text})

    check(found, Severity.HIGH, {2568: text}, expected)


@pytest.mark.parametrize(("previous", "wrong"), [("90.90", False), ("95.90", True)])
def test_overall_mismatch_in_the_column_of_the_year_before(examined: Examine, previous: str, wrong: bool) -> None:
    scores = [f"  - {{indicator: {n}, score: 50.00, previous: {score}}}" for n, score in enumerate(TEN, start=1)]
    mark = "  # here" if wrong else ""
    lines = ("previous_year: 2567", "overall: 50.00", f"overall_change: {{previous: {previous}}}{mark}", "scores:")
    texts = {2567: "grade: ผ่านดี\noverall: 90.9\n", 2568: places(place("compared", *lines, *scores, kind="comparison"))}

    found = findings(examined, "overall-mismatch", texts)

    values = [printed(previous, "compared"), computed("90.90", "compared")]
    check(found, Severity.HIGH, texts, [(None, values)] if wrong else [])
    assert [finding.fiscal_year.number for finding in found] == [2567] * wrong


def test_a_comparison_that_leaves_scores_of_the_year_before_out(examined: Examine) -> None:
    scores = [f"  - {{indicator: {n}, score: {score}, previous: 50.00}}" for n, score in enumerate(TEN[:9], start=1)]
    lines = ("previous_year: 2567", "overall: 90.90", "instruments: [{code: EIT, score: 91.00}]", "scores:")
    compared = place("compared", *lines, *scores, "  - {indicator: 10, score: 92.00}", kind="comparison")
    texts = {2567: "overall: 80.00\n", 2568: places(compared)}

    for code in ("overall-mismatch", "instrument-mismatch", "value-conflict"):
        assert findings(examined, code, texts) == []


# --- grade-mismatch


def _grade(overall: str, grade: str, more: Iterable[str] = (), mark: str = "") -> str:
    return places(place("table", f"overall: {overall}", f"grade: {grade}{mark}", *more))


def _ten(iit: str = "90.00", eit: str = "90.00", oit: str = "90.00") -> list[str]:
    return rows((*[iit] * 5, *[eit] * 3, *[oit] * 2))


HERE = "  # here"
GRADES: dict[str, tuple[int, str, Expected]] = {
    "letters: the overall is another's": (
        2564,
        _grade("95.56", "A", mark=HERE),
        [(None, [printed("A", "table"), computed("AA")])],
    ),
    "letters: at a bound": (2565, _grade("85.00", "A"), []),
    "letters: just below a bound": (
        2565,
        _grade("84.99", "A", mark=HERE),
        [(None, [printed("A", "table"), computed("B")])],
    ),
    "letters: a document's own": (2565, _grade("79.64", "B"), []),
    "letters: instruments play no part": (2565, _grade("85.00", "A", _ten(eit="10.00")), []),
    "written with ระดับ": (2565, _grade("79.64", "ระดับ B"), []),
    "written with ระดับ and wrong": (
        2565,
        _grade("79.64", "ระดับ A", mark=HERE),
        [(None, [printed("ระดับ A", "table"), computed("B")])],
    ),
    "written with spaces": (2568, _grade("90.00", "ระดับ ผ่าน ดี", _ten()), []),
    "words: an instrument below the bar": (
        2568,
        _grade("90.00", "ผ่านดี", _ten(eit="84.99"), HERE),
        [(None, [printed("ผ่านดี", "table"), computed("ผ่าน")])],
    ),
    "words: an instrument on the bar": (2568, _grade("90.00", "ผ่านดี", _ten(eit="85.00")), []),
    "words: an indicator below the bar is no instrument": (
        2568,
        _grade("89.69", "ผ่านดี", rows(("88.53", "91.20", "97.87", "74.67", "88.13", *["90.00"] * 5))),
        [],
    ),
    "words: high overall, lower instrument": (2566, _grade("97.72", "ผ่านดี", _ten("99.89", "92.39", "100")), []),
    "words: better than printed": (
        2568,
        _grade("90.00", "ผ่าน", _ten(), HERE),
        [(None, [printed("ผ่าน", "table"), computed("ผ่านดี")])],
    ),
    "words: an instrument explains the lower grade": (2568, _grade("94.64", "ผ่าน", _ten(eit="84.99")), []),
    "words: a mean that rounds up to the bar": (
        2568,
        _grade("90.00", "ผ่านดี", rows((*["90.00"] * 8, "84.99", "85.00"))),
        [],
    ),
    "words: printed instruments go before the mean": (
        2568,
        _grade("90.00", "ผ่านดี", [*_ten(eit="84.99"), "instruments: [{code: EIT, score: 85.00}]"]),
        [],
    ),
    "words: instruments printed in another place go before the mean": (
        2568,
        places(
            place("table", "overall: 90.00", "grade: ผ่านดี", *_ten(eit="84.99")),
            place("other", "instruments: [{code: EIT, score: 85.00}]"),
        ),
        [],
    ),
    "words: an instrument that is disputed explains either grade": (
        2568,
        places(
            place("table", "overall: 90.00", "grade: ผ่านดี", *_ten(eit="84.99")),
            place("one", "instruments: [{code: EIT, score: 85.00}]"),
            place("other", "instruments: [{code: EIT, score: 84.99}]"),
        ),
        [],
    ),
    "words: printed instruments below the bar": (
        2568,
        _grade("90.00", "ผ่านดี", [*_ten(), "instruments: [{code: OIT, score: 84.99}]"], HERE),
        [(None, [printed("ผ่านดี", "table"), computed("ผ่าน")])],
    ),
    "words: instruments unknown, the upper grade": (2568, _grade("89.69", "ผ่านดี"), []),
    "words: instruments unknown, the lower grade": (2568, _grade("89.69", "ผ่าน"), []),
    "words: instruments unknown, no grade of the overall": (
        2568,
        _grade("89.69", "ผ่านดีเยี่ยม", mark=HERE),
        [(None, [printed("ผ่านดีเยี่ยม", "table"), computed("ผ่าน / ผ่านดี")])],
    ),
    "words: one instrument known is enough": (
        2568,
        _grade("89.69", "ผ่านดี", ["instruments: [{code: OIT, score: 84.99}]"], HERE),
        [(None, [printed("ผ่านดี", "table"), computed("ผ่าน")])],
    ),
    "a grade of the other ladder": (
        2568,
        _grade("90.00", "A", _ten(), HERE),
        [(None, [printed("A", "table"), computed("ผ่านดี")])],
    ),
    "no overall to judge by": (2565, places(place("table", "grade: AA", *rows())), []),
    "the overall stands in another place": (
        2565,
        places(place("one", "grade: AA  # here"), place("other", "overall: 90.00")),
        [(None, [printed("AA", "one"), computed("A")])],
    ),
    "one of several overalls explains it": (
        2565,
        places(place("one", "grade: AA"), place("two", "overall: 94.99"), place("three", "overall: 95.00")),
        [],
    ),
    "its own overall goes before another's": (
        2565,
        places(place("one", "overall: 94.99", "grade: AA  # here"), place("two", "overall: 95.00")),
        [(None, [printed("AA", "one"), computed("A")])],
    ),
    "two places, each judged": (
        2565,
        places(place("one", "overall: 91.03", "grade: A"), place("two", "overall: 91.03", "grade: B  # here")),
        [(None, [printed("B", "two"), computed("A")])],
    ),
}


@pytest.mark.parametrize(("year", "text", "expected"), GRADES.values(), ids=GRADES)
def test_grade_mismatch(examined: Examine, year: int, text: str, expected: Expected) -> None:
    found = findings(examined, "grade-mismatch", {year: text})

    check([_without_overalls(finding) for finding in found], Severity.HIGH, {year: text}, expected)


def _without_overalls(finding: Finding) -> Finding:
    """The grades of a finding; the overalls that they were judged by stand between them."""
    grades = tuple(value for value in finding.values if not re.fullmatch("[0-9.]+", value.value))
    return replace(finding, contradiction=replace(finding.contradiction, values=grades))


def test_grade_mismatch_carries_the_overall_among_its_values(examined: Examine) -> None:
    (finding,) = findings(examined, "grade-mismatch", {2565: "overall: 95.56\ngrade: A\n"})

    assert [(value.role, value.value) for value in finding.values] == [
        ("printed", "A"),
        ("printed", "95.56"),
        ("computed", "AA"),
    ]


def test_grade_mismatch_tells_the_overall(examined: Examine) -> None:
    (found,) = findings(examined, "grade-mismatch", {2564: _grade("95.56", "A")})

    assert "95.56" in message(found)


# --- instrument-mismatch


def _eit(score: str, *more: str, mark: str = "") -> str:
    return place("table", "instruments:", f"  - {{code: EIT, score: {score}}}{mark}", *more)


INSTRUMENTS: dict[str, tuple[str, Expected]] = {
    "above the tolerance": (
        places(_eit("91.02", *rows(), mark=HERE)),
        [(None, [printed("91.02", "table"), computed("91.00", "table")])],
    ),
    "below the tolerance": (
        places(_eit("90.98", *rows(), mark=HERE)),
        [(None, [printed("90.98", "table"), computed("91.00", "table")])],
    ),
    "equal": (places(_eit("91", *rows())), []),
    "Thai digits": (places(_eit("๙๑.๐๐", *rows())), []),
    "rounding up explains it": (places(_eit("91.01", *rows())), []),
    "rounding down explains it": (places(_eit("90.99", *rows())), []),
    # 91.8966… printed as 91.90
    "a mean of thirds": (places(_eit("91.90", "scores:", row(6, "93.75"), row(7, "90.94"), row(8, "91.00"))), []),
    "a mean of thirds, further off": (
        places(_eit("91.91", "scores:", row(6, "93.75"), row(7, "90.94"), row(8, "91.00"), mark=HERE)),
        [(None, [printed("91.91", "table"), computed("91.8967", "table")])],
    ),
    "the scores stand in another place": (
        places(_eit("92.00", mark=HERE), place("ten", *rows())),
        [(None, [printed("92.00", "table"), computed("91.00", "table")])],
    ),
    "a place answers for its own scores": (
        places(_eit("91.00", *rows()), place("ten", *rows((*TEN[:5], "50", "50", "50", *TEN[8:])))),
        [],
    ),
    "one of its indicators is missing": (places(_eit("50.00", "scores:", row(6, "90"), row(7, "91"))), []),
    "one of its indicators is disputed": (
        places(_eit("50.00", "scores:", row(6, "90"), row(7, "91")), place("ten", *rows((*TEN[:5], "11", *TEN[6:])))),
        [],
    ),
    "an indicator under another instrument": (
        places(
            place("table", "scores:", "  - {name: การเปิดเผยข้อมูล, instrument: EIT, score: 92.14}  # here"),
        ),
        [(9, [printed("EIT", "table"), computed("OIT")])],
    ),
    "an indicator under another instrument's long name": (
        places(
            place("table", "scores:", "  - {name: การเปิดเผยข้อมูล, instrument: แบบวัด EIT, score: 92.14}  # here"),
        ),
        [(9, [printed("แบบวัด EIT", "table"), computed("OIT")])],
    ),
    "an indicator under its own": (
        places(place("table", "scores:", "  - {name: การเปิดเผยข้อมูล, instrument: แบบวัด OIT, score: 92.14}")),
        [],
    ),
    "a name without a code": (
        places(place("table", "scores:", "  - {name: การเปิดเผยข้อมูล, instrument: การเปิดเผยบนเว็บไซต์, score: 92.14}")),
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), INSTRUMENTS.values(), ids=INSTRUMENTS)
def test_instrument_mismatch(examined: Examine, text: str, expected: Expected) -> None:
    found = findings(examined, "instrument-mismatch", {2568: text})

    check(found, Severity.MEDIUM, {2568: text}, expected)


def test_an_indicator_under_another_instrument_is_found_in_the_year_of_its_own_file_only(examined: Examine) -> None:
    scores = "  - {indicator: 9, instrument: EIT, score: 92.14, previous: 93.50}  # here"
    texts = {2567: "overall: 90\n", 2568: places(place("compared", "previous_year: 2567", "scores:", scores))}

    found = findings(examined, "instrument-mismatch", texts)

    check(found, Severity.MEDIUM, texts, [(9, [printed("EIT", "compared"), computed("OIT")])])
    assert [finding.fiscal_year.number for finding in found] == [2568]


def test_an_instrument_of_the_year_before_is_judged_by_that_year(examined: Examine) -> None:
    instrument = "  - {code: EIT, score: 91.00, previous: 81.02}  # here"
    scores = [f"  - {{indicator: {n}, score: 91, previous: 81}}" for n in (6, 7, 8)]
    lines = ("previous_year: 2567", "instruments:", instrument, "scores:", *scores)
    texts = {2567: "overall: 90\n", 2568: places(place("compared", *lines))}

    found = findings(examined, "instrument-mismatch", texts)

    assert [(f.fiscal_year.number, [v.value for v in f.values]) for f in found] == [(2567, ["81.02", "81.00"])]


# --- missing-score


MISSING: dict[str, tuple[str, str]] = {
    "nothing": (places(place("table", "overall: 90.90", "grade: ผ่านดี", *rows())), ""),
    "a score of zero is printed": (places(place("table", "overall: 0.00", "grade: F", *rows(["0.00"] * 10))), ""),
    "a disputed score is printed": (
        places(place("table", "overall: 90.90", "grade: ผ่านดี", *rows()), place("text", "scores:", row(4, "11.00"))),
        "",
    ),
    "a grade": (places(place("table", "overall: 90.90", *rows())), "ระดับผลการประเมิน"),
    "an overall": (places(place("table", "grade: ผ่านดี", *rows())), "คะแนนรวม"),
    "two indicators": (
        places(place("table", "overall: 75.28", "grade: B", *rows(TEN[:8]))),
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล, ตัวชี้วัดที่ 10 การป้องกันการทุจริต",
    ),
    "several kinds": (
        places(place("table", *rows((None, *TEN[1:])))),
        "คะแนนรวม, ระดับผลการประเมิน, ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
    ),
}


@pytest.mark.parametrize(("text", "subjects"), MISSING.values(), ids=MISSING)
def test_missing_score(examined: Examine, text: str, subjects: str) -> None:
    found = findings(examined, "missing-score", {2568: text})

    assert [message(finding).partition(": ")[2] for finding in found] == ([subjects] if subjects else [])
    assert [(f.indicator, f.severity) for f in found] == [(None, Severity.INFO)] * len(found)
    assert [", ".join(value.value for value in f.values) for f in found] == ([subjects] if subjects else [])
    assert [(f.source.file, f.source.line) for f in found] == [("data/tua-yang/2568/scores.yml", 1)] * len(found)


def test_a_later_comparison_prints_what_the_year_misses(examined: Examine) -> None:
    scores = [f"  - {{indicator: {n}, score: 90, previous: {score}}}" for n, score in enumerate(TEN, start=1)]
    texts = {
        2567: "overall: 90.90\ngrade: ผ่านดี\n",
        2568: places(place("compared", "previous_year: 2567", "overall: 90", "grade: ผ่านดี", "scores:", *scores)),
    }

    assert findings(examined, "missing-score", texts) == []


# --- missing-year


def test_missing_year(examined: Examine) -> None:
    text = "overall: 75.28  # here\nyear_inferred: เอกสารไม่ได้พิมพ์ปี\n"

    found = findings(examined, "missing-year", {2564: text})

    check(found, Severity.HIGH, {2564: text}, [(None, [computed("2564")])])
    assert "เอกสารไม่ได้พิมพ์ปี" in message(found[0])


def test_a_printed_year_is_not_missing(examined: Examine) -> None:
    assert findings(examined, "missing-year", {2564: "overall: 75.28\n"}) == []


# --- readings


OCR: dict[str, str] = {
    "value-conflict": places(
        place("one", "reading: {}", "scores:", row(4, "74.67")),
        place("two", "reading: typed", "scores:", row(4, "74.68")),
    ),
    "overall-mismatch": places(place("one", "reading: {}", "overall: 1.00", *rows())),
    "grade-mismatch": places(place("one", "reading: {}", "overall: 1.00", "grade: AA")),
    "instrument-mismatch": places(place("one", "reading: {}", "instruments: [{code: EIT, score: 1.00}]", *rows())),
    "missing-score": places(place("one", "reading: {}", "overall: 1.00")),
    "missing-year": places(place("one", "reading: {}", "overall: 1.00"), top="year_inferred: ไม่ได้พิมพ์ปี\n"),
}


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False), ("verified", False)])
@pytest.mark.parametrize("code", OCR)
def test_a_finding_says_that_it_rests_on_a_scan(examined: Examine, code: str, reading: str, ocr: bool) -> None:
    (found,) = findings(examined, code, {2565: OCR[code].replace("{}", reading, 1)})

    assert found.contradiction.ocr is ocr


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False)])
@pytest.mark.parametrize(("code", "lines"), [("overall-mismatch", rows()), ("grade-mismatch", ["grade: A"])])
def test_a_finding_rests_on_the_overall_of_another_place(
    examined: Examine, code: str, lines: list[str], reading: str, ocr: bool
) -> None:
    text = places(place("one", "reading: verified", *lines), place("two", f"reading: {reading}", "overall: 95.00"))

    (found,) = findings(examined, code, {2565: text})

    assert found.contradiction.ocr is ocr
