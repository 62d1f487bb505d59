"""The data of the five agencies against what their printed documents say, written out by hand from those documents."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.assess import GRADE, OVERALL, Assessment, State
from generator.findings import Finding, Severity
from generator.model import AcknowledgementState, Reading
from generator.pipeline.examine import Examined, Result, examine

DATA = Path(__file__).parent.parent / "data"
MINUS = "\u2212"
Line = tuple[str, int, int | None, tuple[str, ...]]


@pytest.fixture(scope="module")
def real() -> Examined:
    """The five agencies; others that the data folder may have are left out."""
    examined = examine(DATA)
    return replace(examined, results=tuple(one for one in examined.results if one.agency.slug in FINDINGS))


def _result(real: Examined, slug: str) -> Result:
    (result,) = [one for one in real.results if one.agency.slug == slug]
    return result


def _assessment(real: Examined, slug: str, year: int) -> Assessment:
    (found,) = [one for one in _result(real, slug).assessments if one.fiscal_year.number == year]
    return found


# code, fiscal year, indicator, values: those that are printed, and then the computed ones, each cut to 40 characters
FINDINGS: dict[str, list[Line]] = {
    # Cover and heading spell two names differently; table and narrative print three scores differently; the narrative
    # has no heading for OIT, and two passages of it stand under two indicators each.
    "mueang-khong": [
        ("value-conflict", 2568, 1, ("88.53", "100.00")),
        ("value-conflict", 2568, 4, ("74.67", "74.68")),
        ("value-conflict", 2568, 6, ("93.75", "93.74")),
        ("overall-mismatch", 2568, None, ("89.69", "90.3808")),
        ("agency-name", 2568, None, ("อำเภอราชไสล", "อำเภอราษีไศล")),
        ("instrument-mismatch", 2568, 9, ("๓.๒ แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเส", "OIT")),
        ("instrument-mismatch", 2568, 10, ("๓.๒ แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเส", "OIT")),
        ("extreme-mismatch", 2568, 3, ("การใช้อำนาจ", "การปฏิบัติหน้าที่")),
        ("indicator-name", 2568, 5, ("การแก้ปัญหาคาการทุจริต", "การแก้ไขปัญหาการทุจริต")),
        ("copied-text", 2568, 2, ("สำหรับประเด็นที่ควรพัฒนา แม้ว่าผลการประเ", "สำหรับประเด็นที่ควรพัฒนา แม้ว่าผลการประเ")),
        ("copied-text", 2568, 6, ("อย่างไรก็ตาม แม้ผลการประเมินจะอยู่ในระดั", "อย่างไรก็ตาม แม้ผลการประเมินจะอยู่ในระดั")),
        ("agency-name", 2569, None, ("เทศบาลตำบลเมืองคอง", "เทศบาลตำบลเมืองคง")),
        ("indicator-name", 2569, 5, ("การแก้ไขปัญหาการทูจจริต", "การแก้ไขปัญหาการทุจริต")),
    ],
    # Strengths are numbered by score: five indicators carry another's number. Two lie below 85, five are claimed. What
    # is to be developed in indicator 10 repeats the purpose of indicator 5.
    "nong-ya-plong": [
        ("count-mismatch", 2565, None, ("5", "2")),
        ("indicator-number", 2565, 3, ("1", "1", "3")),
        ("indicator-number", 2565, 4, ("2", "2", "4")),
        ("indicator-number", 2565, 5, ("3", "3", "5")),
        ("indicator-number", 2565, 2, ("4", "4", "2")),
        ("indicator-number", 2565, 1, ("5", "5", "1")),
        ("indicator-name", 2565, 5, ("การแก้ไขปัญหาทุจริต", "การแก้ไขปัญหาทุจริต", "การแก้ไขปัญหาการทุจริต")),
        ("copied-text", 2565, 5, ("การให้ความสำคัญของผู้บริหารสูงสุดในการต่", "การให้ความสำคัญของผู้บริหารสูงสุดในการต่")),
        ("copied-text", 2565, 5, ("จัดทำแผนงานด้านการป้องกันและปราบปรามการท", "จัดทำแผนงานด้านการป้องกันและปราบปรามการท")),
        ("copied-text", 2565, 5, ("สร้างความเชื่อมั่นให้บุคลากรภายใน ในการร", "สร้างความเชื่อมั่นให้บุคลากรภายใน ในการร")),
    ],
    # Three tables of ten scores, none of which gives a printed overall; 2564 stands under A with 95.56; the memo is
    # older than the meeting and addressed to another town; EIT stands beside the name of IIT.
    "sateng-nok": [
        ("value-conflict", 2564, 3, ("92.56", "92.69")),
        ("overall-mismatch", 2564, None, ("95.56", "91.7736")),
        ("overall-mismatch", 2564, None, ("95.56", "91.7814")),
        ("grade-mismatch", 2564, None, ("A", "95.56", "AA")),
        ("rank-order", 2564, None, ("93.50", "99.16")),
        ("value-conflict", 2565, None, ("91.03", "91.30", "91.03")),
        ("value-conflict", 2565, 1, ("98.47", "94.47")),
        ("value-conflict", 2565, 3, ("98.25", "94.25")),
        ("value-conflict", 2565, 5, ("98.66", "99.16", "88.66")),
        ("value-conflict", 2565, 6, ("93.17", "97.19")),
        ("value-conflict", 2565, 7, ("91.46", "72.96")),
        ("value-conflict", 2565, 8, ("91.34", "72.34", "72.34")),
        ("value-conflict", 2565, 9, ("95.14", "92.14")),
        ("overall-mismatch", 2565, None, ("91.03", "91.30", "91.03", "95.9848")),
        ("overall-mismatch", 2565, None, ("91.03", "91.30", "91.03", "91.5868")),
        (
            "instrument-mismatch",
            2565,
            None,
            ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภา", "IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเส", "EIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเส"),
        ),
        ("difference-mismatch", 2565, 10, ("12.50", "+2.50")),
        ("difference-mismatch", 2565, 5, ("22.53", "+22.83")),
        ("difference-mismatch", 2565, 1, ("11.16", f"{MINUS}2.84")),
        ("difference-mismatch", 2565, 3, ("15.69", "+1.56")),
        ("difference-mismatch", 2565, 7, ("-12.29", f"{MINUS}22.19")),
        ("difference-mismatch", 2565, 8, ("-10.35", f"{MINUS}20.35")),
        ("rank-order", 2565, None, ("94.25", "97.04", "92.14", "97.19")),
        ("agency-name", 2566, None, ("นายกเทศมนตรีเมืองสระบุรี", "สะเตงนอก")),
        ("agency-name", 2566, None, ("เทศบาลเมืองสะเตงนัก", "เทศบาลเมืองสะเตงนอก")),
        ("agency-name", 2566, None, ("เทศบาลเมืองสระตengนอก", "เทศบาลเมืองสะเตงนอก")),
        ("date-order", 2566, None, ("5 ตุลาคม 2565", "10 ตุลาคม 2565")),
        ("script-noise", 2566, None, ("เทศบาลเมืองสระตengนอก",)),
        ("coverage", 2566, 6, ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน",)),
        ("coverage", 2566, 7, ("ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร",)),
    ],
    # The year of the scores and two of them are not printed; indicator 4 has a passage about the use of power.
    "din-daeng": [
        ("missing-year", 2564, None, ("2564",)),
        ("indicator-name", 2564, 8, ("การปรับปรุงกระบวนการ", "การปรับปรุงกระบวนการ", "การปรับปรุงระบบการทำงาน")),
        ("missing-score", 2564, None, ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต")),
        ("copied-text", 2564, 3, ("ผู้มีส่วนได้ส่วนเสียภายในของสำนักงานเขต ", "ผู้มีส่วนได้ส่วนเสียภายในของสำนักงานเขต ")),
        ("indicator-name", 2565, 8, ("การปรับปรุงกระบวนการ", "การปรับปรุงระบบการทำงาน")),
    ],
    # 2566 does not give its overall; the name is spelled in four ways. Outcomes of measures: indicators' scores under
    # an instrument's name, those of indicator 6 in the measure for 7, 3.03 for −23.33, two differences without a minus,
    # and the overall's grade beside each.
    "muang-mu": [
        ("overall-mismatch", 2566, None, ("97.72", "97.685")),
        ("value-conflict", 2567, 7, ("92.51", "99.22", "93.31", "93.31", "100.00")),
        ("grade-mismatch", 2567, 6, ("ผ่านดี", "99.22", "ผ่านดีเยี่ยม")),
        ("grade-mismatch", 2567, 7, ("ผ่านดี", "99.22", "ผ่านดีเยี่ยม")),
        ("grade-mismatch", 2567, 8, ("ผ่านดี", "100", "ผ่านดีเยี่ยม")),
        ("grade-mismatch", 2567, 9, ("ผ่านดี", "97.14", "ผ่านดีเยี่ยม")),
        ("grade-mismatch", 2567, 10, ("ผ่านดี", "76.67", "ต้องปรับปรุง")),
        ("agency-name", 2567, None, ("องค์การบริหารส่วนตำบลม่วงหมู", "องค์การบริหารส่วนตำบลม่วงหมู", "องค์การบริหารส่วนตำบลม่วงหมู่")),
        ("agency-name", 2567, None, ("อบต.ม่วงหมู", "อบต.ม่วงหมู", "อบต.ม่วงหมู", "องค์การบริหารส่วนตำบลม่วงหมู่")),
        ("agency-name", 2567, None, ("อบต.ม่วงหมุ่", "อบต.ม่วงหมุ่", "อบต.ม่วงหมุ่", "องค์การบริหารส่วนตำบลม่วงหมู่")),
        (
            "instrument-mismatch",
            2567,
            6,
            ("92.51", "99.22", "92.3933", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "99.74", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน"),
        ),
        (
            "instrument-mismatch",
            2567,
            7,
            ("92.51", "99.22", "92.3933", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "99.74", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน"),
        ),
        (
            "instrument-mismatch",
            2567,
            8,
            ("91.36", "100", "92.3933", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน", "99.74", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"),
        ),
        ("instrument-mismatch", 2567, 9, ("97.14", "86.905", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล")),
        ("instrument-mismatch", 2567, 10, ("76.67", "86.905", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต")),
        ("difference-mismatch", 2567, 10, ("3.03", f"{MINUS}23.33")),
        ("sign-missing", 2567, None, ("3.03", f"{MINUS}3.03")),
        ("sign-missing", 2567, 9, ("2.86", f"{MINUS}2.86")),
        ("indicator-name", 2567, 10, ("การป้องกันกาทุจริต", "การป้องกันการทุจริต")),
        ("copied-text", 2567, 6, ("คะแนนด้าน EIT ปี ๒๕๖๖ = ๙๒.๕๑ คะแนน ปี ๒", "คะแนนด้าน EIT ปี ๒๕๖๖ = ๙๒.๕๑ คะแนน ปี ๒")),
        ("copied-text", 2567, 7, ("จัดให้มีการตรวจสอบข้อมูลจากหน่วยงานรับผิ", "จัดให้มีการตรวจสอบข้อมูลจากหน่วยงานรับผิ")),
    ],
}


def test_no_file_has_a_problem(real: Examined) -> None:
    assert real.problems == ()
    assert real.held == frozenset()
    assert {result.agency.slug for result in real.results} == set(FINDINGS)


@pytest.mark.parametrize("slug", FINDINGS)
def test_findings_are_those_of_the_printed_document(real: Examined, slug: str) -> None:
    found = [
        (f.code, f.fiscal_year.number, f.indicator, tuple(value.value[:40] for value in f.values))
        for f in _result(real, slug).findings
    ]

    assert found == FINDINGS[slug]


def test_every_finding_rests_on_a_scan(real: Examined) -> None:
    assert all(finding.contradiction.ocr for finding in real.findings)
    years = [entry for result in real.results for entry in result.agency.years]
    files = [(entry.scores if entry.has_scores else None, entry.analysis, entry.measures) for entry in years]
    papers = [paper for entry in years for paper in entry.documents]
    assert {one.reading for one in (*(file for three in files for file in three if file), *papers)} == {Reading.OCR}


def _high(real: Examined) -> list[Finding]:
    return [finding for finding in real.findings if finding.severity is Severity.HIGH]


def test_every_high_finding_waits_with_a_reason_of_the_transcriber(real: Examined) -> None:
    assert len(_high(real)) == 34
    for finding in _high(real):
        entry = finding.acknowledgement
        assert entry is not None
        assert (entry.by, entry.state) == ("ผู้ถอดความ", AcknowledgementState.WAITING)
        assert len(entry.reason) > 30
        assert not finding.holds


def test_nothing_else_is_acknowledged(real: Examined) -> None:
    others = [finding for finding in real.findings if finding.severity is not Severity.HIGH]

    assert [finding.code for finding in others if finding.acknowledgement] == []
    assert sum(len(result.agency.acknowledgements) for result in real.results) == len(_high(real))


# --- what the figures rest on

# slug, year: overall, grade, ten scores; None where nothing can be used
USED: dict[tuple[str, int], tuple[str | None, str, tuple[str | None, ...]]] = {
    ("din-daeng", 2564): (
        "75.28", "B",
        ("86.39", "67.63", "80.09", "68.22", "73.81", "64.15", "72.03", "67.85", None, None),
    ),
    ("muang-mu", 2566): (
        "97.72", "ผ่านดี",
        ("100.00", "100.00", "100.00", "99.45", "100.00", "92.51", "93.31", "91.36", "100.00", "100.00"),
    ),
    ("muang-mu", 2567): (
        "94.69", "ผ่านดี",
        ("100.00", "100.00", "100.00", "100.00", "100.00", "99.22", "100.00", "100.00", "97.14", "76.67"),
    ),
    ("mueang-khong", 2568): (
        "89.69", "ผ่านดี",
        ("88.53", "91.20", "97.87", "74.67", "88.13", "93.75", "90.94", "91.00", "93.50", "85.00"),
    ),
    ("nong-ya-plong", 2565): (
        "79.64", "B",
        ("97.61", "98.46", "99.35", "98.86", "98.54", "96.03", "92.88", "87.23", "68.56", "43.75"),
    ),
    ("sateng-nok", 2564): (
        "95.56", "A",
        ("97.31", "74.27", None, "74.09", "76.33", "99.16", "95.15", "92.69", "93.50", "97.50"),
    ),
    ("sateng-nok", 2565): (
        None, "A",
        (None, "96.91", None, "97.04", None, None, None, None, None, "100.00"),
    ),
}  # fmt: skip


def test_each_agency_has_the_years_of_its_document(real: Examined) -> None:
    years = [(result.agency.slug, one.fiscal_year.number) for result in real.results for one in result.assessments]

    assert years == list(USED)


@pytest.mark.parametrize(("slug", "year"), USED)
def test_the_figures_rest_on_what_is_printed(real: Examined, slug: str, year: int) -> None:
    overall, grade, ten = USED[slug, year]

    one = _assessment(real, slug, year)

    assert one.settled(OVERALL).text == (overall or "")
    assert one.settled(GRADE).text == grade
    assert tuple(one.indicator(n).text or None for n in range(1, 11)) == ten


# the state of every datum that is not simply agreed
STATES: dict[tuple[str, int], dict[str, State]] = {
    ("din-daeng", 2564): {"9": State.MISSING, "10": State.MISSING},
    ("mueang-khong", 2568): {"1": State.CHOSEN, "4": State.CHOSEN, "6": State.CHOSEN},
    ("sateng-nok", 2564): {"3": State.DISPUTED},
    ("sateng-nok", 2565): dict.fromkeys([OVERALL, "1", "3", "5", "6", "7", "8", "9"], State.DISPUTED),
}


@pytest.mark.parametrize(("slug", "year"), USED)
def test_what_is_disputed_chosen_and_missing(real: Examined, slug: str, year: int) -> None:
    one = _assessment(real, slug, year)

    data = [OVERALL, GRADE, *(str(n) for n in range(1, 11))]
    states = {datum: one.settled(datum).state for datum in data}
    assert {datum: state for datum, state in states.items() if state is not State.AGREED} == STATES.get(
        (slug, year), {}
    )


def test_where_mueang_khong_disagrees_the_table_is_taken_because_it_gives_the_overall(real: Examined) -> None:
    one = _assessment(real, "mueang-khong", 2568)

    for number, (taken, other) in {1: ("88.53", "100.00"), 4: ("74.67", "74.68"), 6: ("93.75", "93.74")}.items():
        settled = one.indicator(number)
        assert (settled.text, [printing.text for printing in settled.printings]) == (taken, [taken, other])
        assert settled.chosen is not None
        assert "89.69" in settled.chosen.reason
    assert one.overall_agrees


@pytest.mark.parametrize(
    ("slug", "year", "overall", "grade"),
    [
        ("din-daeng", 2564, None, "B"),
        ("muang-mu", 2566, "97.685", "ผ่านดี"),
        ("muang-mu", 2567, "94.684", "ผ่านดี"),
        ("mueang-khong", 2568, "89.693", "ผ่านดี"),
        ("nong-ya-plong", 2565, "79.6452", "B"),
        ("sateng-nok", 2564, None, "AA"),
        ("sateng-nok", 2565, None, None),
    ],
)
def test_what_can_be_computed(real: Examined, slug: str, year: int, overall: str | None, grade: str | None) -> None:
    one = _assessment(real, slug, year)

    computed = one.overall.value
    assert (None if computed is None else str(computed.normalize())) == overall
    assert one.grade_by_rule == grade


def test_sateng_nok_2565_is_undecided_and_says_why(real: Examined) -> None:
    one = _assessment(real, "sateng-nok", 2565)

    assert [printing.text for printing in one.settled(OVERALL).printings] == ["91.03", "91.30", "91.03"]
    assert one.settled(OVERALL).number is None
    assert (one.overall.missing, one.overall.disputed) == ((), ("1", "3", "5", "6", "7", "8", "9"))
    assert not one.overall_agrees


def test_only_din_daeng_has_an_inferred_year(real: Examined) -> None:
    inferred = [
        (result.agency.slug, entry.fiscal_year.number)
        for result in real.results
        for entry in result.agency.years
        if entry.scores.year_inferred
    ]

    assert inferred == [("din-daeng", 2564)]


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yml")), ids=lambda path: path.relative_to(DATA).as_posix())
def test_no_person_is_named(path: Path) -> None:
    """Offices may be named, such as นายกเทศมนตรี; the documents' signers are not part of the scores."""
    text = path.read_text(encoding="utf-8")

    assert re.findall("นาย(?!กเทศมนตรี|กองค์การ|ก อบต)|นางสาว|นาง ", text) == []
