"""What an analysis says about one indicator: its level, and how many issues it lists."""

from collections.abc import Callable, Mapping

import pytest

from generator.findings import Finding, Severity, message

Found = Callable[[str, Mapping[str, str]], list[Finding]]
Shown = tuple[str, str, str | None]

ANALYSIS = "2568/analysis.yml"
NAMES = {1: "การปฏิบัติหน้าที่", 3: "การใช้อำนาจ", 5: "การแก้ไขปัญหาการทุจริต", 9: "การเปิดเผยข้อมูล"}


def scores(*, nine: str = "88.00", more: str = "") -> str:
    """Indicator 5 is the highest, 9 the lowest."""
    ten = {1: "90.00", 2: "91.00", 3: "92.00", 4: "93.00", 5: "96.00", 6: "90.00", 7: "91.00", 8: "92.00", 9: nine}
    listed = ", ".join(f"{number}: {score}" for number, score in (ten | {10: "92.00"}).items() if score)
    return f"overall: 90.90\ngrade: ผ่านดี\nindicators: {{{listed}}}\n{more}"


def entry(number: int, *lines: str) -> str:
    body = "".join(f"        {line}\n" for line in lines)
    return f"sections:\n  - title: หัวข้อ\n    indicators:\n      - indicator: {number}\n{body}"


def level(number: int, word: str) -> str:
    return entry(number, f"strengths: ผลการประเมินอยู่ใน {word} ของปี", f"level: {word}")


def shown(finding: Finding) -> list[Shown]:
    return [(value.role, value.value, value.place) for value in finding.values]


# --- the highest and the lowest level


EXTREMES = [
    (5, "สูงสุด", None),
    (5, "ระดับสูงสุด", None),
    (3, "สูงสุด", (5, "96.00", "92.00")),
    (3, "ระดับสูงสุด", (5, "96.00", "92.00")),
    (9, "ต่ำสุด", None),
    (3, "ระดับต่ำสุด", (9, "88.00", "92.00")),
    (5, "ต่ำสุด", (9, "88.00", "96.00")),
    (3, "สูง", None),
    (9, "ดีมาก", None),
    (9, "ปานกลาง", None),
    (3, "สูงสุดและต่ำสุด", None),
]


@pytest.mark.parametrize(("number", "word", "right"), EXTREMES)
def test_the_highest_or_lowest_level(found: Found, number: int, word: str, right: tuple[int, str, str] | None) -> None:
    listed = found("extreme-mismatch", {"2568/scores.yml": scores(), ANALYSIS: level(number, word)})

    assert [(one.indicator, one.severity) for one in listed] == ([(number, Severity.MEDIUM)] if right else [])
    for one in listed:
        assert right
        assert shown(one) == [
            ("printed", word, f"บทวิเคราะห์ตัวชี้วัดที่ {number}"),
            ("computed", NAMES[right[0]], right[1]),
            ("computed", NAMES[number], right[2]),
        ]
        assert one.source == one.values[0].source
        assert f"“{word}”" in message(one)


@pytest.mark.parametrize("number", [5, 9])
def test_equal_scores_share_the_highest_level(found: Found, number: int) -> None:
    files = {"2568/scores.yml": scores(nine="96.00"), ANALYSIS: level(number, "สูงสุด")}

    assert found("extreme-mismatch", files) == []


DISPUTED = "places: [{id: other, kind: text, where: บทนำ, scores: [{indicator: 5, score: 91.00}]}]\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no score file"),
        pytest.param(scores(nine=""), id="a score is missing"),
        pytest.param(scores(more=DISPUTED), id="a score is disputed"),
    ],
)
def test_without_all_scores_no_level_is_the_highest(found: Found, text: str) -> None:
    files = {"2567/scores.yml": scores(), "2568/scores.yml": text, ANALYSIS: level(3, "สูงสุด")}

    assert found("extreme-mismatch", files) == []


def test_a_chosen_score_counts(found: Found) -> None:
    chosen = "chosen: [{datum: 5, value: 91.00, reason: เลือกไว้}]\n"
    files = {"2568/scores.yml": scores(more=DISPUTED + chosen), ANALYSIS: level(5, "สูงสุด")}

    (one,) = found("extreme-mismatch", files)

    assert shown(one)[1:] == [
        ("computed", "การใช้ทรัพย์สินของราชการ", "93.00"),
        ("computed", "การแก้ไขปัญหาการทุจริต", "91.00"),
    ]


# --- a grade as a level


GRADES = [
    ("95.00", "ผ่านดีเยี่ยม", None),
    ("94.99", "ผ่านดีเยี่ยม", "ผ่านดี"),
    ("94.99", "ผ่านดี", None),
    ("95.00", "ผ่านดี", "ผ่านดีเยี่ยม"),
    ("95.00", "ระดับผ่านดี", "ผ่านดีเยี่ยม"),
    ("85.00", "ผ่านดี", None),
    ("84.99", "ผ่านดี", "ต้องปรับปรุง"),
    ("10.00", "ดี", None),
    ("10.00", "สูง", None),
    ("10.00", "A", None),  # of the ladder of another year
]


@pytest.mark.parametrize(("score", "word", "right"), GRADES)
def test_a_grade_as_a_level(found: Found, score: str, word: str, right: str | None) -> None:
    files = {"2568/scores.yml": scores(nine=score), ANALYSIS: level(9, word)}

    values = [shown(one) for one in found("grade-mismatch", files) if one.source.file.endswith("analysis.yml")]

    place = "บทวิเคราะห์ตัวชี้วัดที่ 9"
    expected = [("printed", word, place), ("printed", score, "ผลการประเมิน"), ("computed", right or "", None)]
    assert values == ([expected] if right else [])


@pytest.mark.parametrize("text", ["", scores(nine="")])
def test_a_grade_needs_the_score(found: Found, text: str) -> None:
    files = {"2567/scores.yml": scores(), "2568/scores.yml": text, ANALYSIS: level(9, "ผ่านดีเยี่ยม")}

    assert [one for one in found("grade-mismatch", files) if one.indicator] == []


# --- issues


def issues(claimed: str, *lines: str) -> str:
    return entry(
        9, "issues:", *([f"  claimed: {claimed}"] if claimed else []), "  text: |", *(f"    {x}" for x in lines)
    )


THREE = ("๑. ข้อมูลพื้นฐาน", "๒. การบริหารงาน", "๓. การจัดซื้อ")
ISSUES: dict[str, tuple[str, int | None]] = {
    "a list as long as claimed": (issues("3", *THREE), None),
    "a longer list": (issues("2", *THREE), 3),
    "a shorter list": (issues("4", *THREE), 3),
    "in Thai digits": (issues("๔", *THREE), 3),
    "no claim": (issues("", *THREE), None),
    "no list": (issues("3", "ข้อมูลพื้นฐาน"), None),
    "dashes": (issues("3", "- ข้อมูล", "- การบริหาร"), 2),
    "in one line": (issues("3", "คือ (๑) ข้อมูล (๒) การบริหาร (๓) การจัดซื้อ"), None),
    "in one line, one less": (issues("3", "คือ (๑) ข้อมูล (๒) การบริหาร"), 2),
    "in one line that begins with a number": (issues("3", "(๑) ข้อมูล (๒) การบริหาร (๓) การจัดซื้อ"), None),
    "in one line with points": (issues("2", "(๑). ข้อมูล (๒).การบริหาร (๓). การจัดซื้อ"), 3),
    "in Arabic digits": (issues("2", "1) ข้อมูล 2) การบริหาร 3) การจัดซื้อ"), 3),
    "other numbers": (issues("2", "คือ (๑) ข้อมูล 12.50 (๒) ปี 2568 (9)"), None),
    "a list within a list": (issues("2", "๑. ข้อมูล", "  - พื้นฐาน", "  - ข่าว", "  - อื่น", "๒. การบริหาร"), None),
    "a second list": (issues("3", *THREE, "นอกจากนี้", "๑. อีก"), None),
}


@pytest.mark.parametrize(("text", "counted"), ISSUES.values(), ids=ISSUES)
@pytest.mark.parametrize("year", [2567, 2568])
def test_a_count_of_issues(found: Found, year: int, text: str, counted: int | None) -> None:
    listed = found("count-mismatch", {f"{year}/analysis.yml": text})

    assert [one.values[-1].value for one in listed] == ([str(counted)] if counted else [])
    for one in listed:
        assert (one.indicator, one.severity, one.fiscal_year.number) == (9, Severity.MEDIUM, year)
        assert one.values[0].place == "บทวิเคราะห์ตัวชี้วัดที่ 9 ประเด็นที่ประเมิน"
        assert "รายการที่พิมพ์ไว้" in message(one)
        assert f"“{one.values[0].value} ประเด็น”" in message(one)


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False)])
def test_a_finding_in_an_analysis_says_that_it_rests_on_a_scan(found: Found, reading: str, ocr: bool) -> None:
    files = {"2568/scores.yml": scores(nine="10.00"), ANALYSIS: f"reading: {reading}\n{level(9, 'ผ่านดี')}"}
    (grade,) = (one for one in found("grade-mismatch", files) if one.indicator == 9)
    (extreme,) = found("extreme-mismatch", files | {ANALYSIS: f"reading: {reading}\n{level(9, 'สูงสุด')}"})
    (count,) = found("count-mismatch", {ANALYSIS: f"reading: {reading}\n{issues('2', *THREE)}"})

    assert {one.contradiction.ocr for one in (grade, extreme, count)} == {ocr}
