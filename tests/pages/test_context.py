"""How figures, marks and sources look on every page."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.assess import GRADE, OVERALL, Derived
from generator.charts.vega import Drawing
from generator.findings import Finding, Severity, Value
from generator.findings.records import Contradiction
from generator.history import Change, History
from generator.links import Origins
from generator.pages import Context
from generator.pages.context import (
    derived,
    doubts,
    findings_line,
    mark,
    source_note,
    sources_of,
    spans,
    state,
    value,
    year_label,
)
from generator.pipeline.examine import Examined
from generator.problems import NOWHERE, Source
from generator.thai import FiscalYear

Examine = Callable[[Mapping[str, str | bytes]], Examined]
Make = Callable[..., Context]

YEAR, BEFORE = FiscalYear(2568), FiscalYear(2567)
FILE = "data/tua-yang/2568/scores.yml"
HOME, SCORES = "", "scores/2568/"


class Sketchbook:
    def svg(self, drawing: Drawing) -> str:
        return f"<svg>{drawing.name}</svg>"

    def png(self, svg: str, scale: int) -> bytes:
        return f"{scale} {svg}".encode()


@pytest.fixture
def make(examined: Examine) -> Make:
    """The context of one agency whose years have these files; other files may be given by name."""

    def make(
        years: Mapping[int, str], files: Mapping[str, str] | None = None, origins: Origins | None = None
    ) -> Context:
        named = {"tua-yang/2568/scores.yml": ""} | {f"tua-yang/{year}/scores.yml": text for year, text in years.items()}
        found = examined({**named, **(files or {})})
        assert [problem.code for problem in found.problems] == []
        assert found.dataset is not None
        (result,) = found.results
        return Context(
            agency=result.agency,
            official=True,
            frameworks=found.dataset.frameworks,
            assessments=result.assessments,
            findings=result.findings,
            as_of=None,
            origins=origins or Origins(None, History()),
            easel=Sketchbook(),
        )

    return make


def words(markup: object) -> str:
    """What a reader sees."""
    text = re.sub("<[^>]*>", "", str(markup))
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text).strip()


def short(**scores: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in scores.items())


DISPUTED = """\
overall: 91.03
grade: A
indicators: {3: 98.25, 4: 97.0}
places:
  - {id: other, kind: text, where: ข้อความ, overall: 91.30, scores: [{indicator: 3, score: 94.25}]}
"""
CHOSEN = DISPUTED + "chosen:\n  - {datum: 3, value: 94.25, reason: ตรงกับตาราง}\n"


# --- values


def test_a_value_is_shown_as_it_is_printed(make: Make) -> None:
    context = make({2568: "overall: 90.90\ngrade: ผ่าน ดี\nindicators: {3: 100, 4: ๘๘.๕๐}\n"})

    shown = {datum: str(value(context, YEAR, datum, HOME)) for datum in (OVERALL, "3", "4")}

    assert shown == {
        OVERALL: '<span class="figure">90&#46;90</span>',
        "3": '<span class="figure">100</span>',
        "4": '<span class="figure">88&#46;50</span>',
    }
    assert words(value(context, YEAR, GRADE, HOME)) == "ผ่าน ดี"


def test_what_is_not_printed_is_said_and_not_shown_as_zero(make: Make) -> None:
    context = make({2568: "overall: 0.00\nindicators: {3: 0}\n"})

    absent = '<span class="absent">ไม่มีในเอกสาร</span>'
    assert [str(value(context, YEAR, datum, HOME)) for datum in (GRADE, "4", "EIT")] == [absent] * 3
    assert str(value(context, FiscalYear(2560), OVERALL, HOME)) == absent
    assert words(value(context, YEAR, OVERALL, HOME)) == "0.00"
    assert words(value(context, YEAR, "3", HOME)) == "0"


@pytest.mark.parametrize(("address", "way"), [(HOME, ""), (SCORES, "../../"), ("indicators/3/", "../../")])
def test_a_disputed_value_is_undecided_with_what_is_printed_and_its_mark(make: Make, address: str, way: str) -> None:
    context = make({2568: DISPUTED})

    for datum, printed, anchor in ((OVERALL, "91.03, 91.30", 1), ("3", "98.25, 94.25", 2)):
        shown = str(value(context, YEAR, datum, address))
        assert words(shown) == f"ยังตัดสินไม่ได้ (พิมพ์ไว้ {printed}) รอตรวจสอบ"
        assert 'class="absent"' in shown
        assert 'class="figure"' not in shown
        href = f"{way}findings/2568/#value-conflict-{anchor}"
        assert [words(found) for found in re.findall(r'class="mark" href="([^"]*)"', shown)] == [href]
    assert words(value(context, YEAR, "4", address)) == "97.0"


def test_a_value_printed_twice_alike_is_named_once(make: Make) -> None:
    again = DISPUTED + "  - {id: third, kind: text, where: ท้าย, overall: 91.03}\n"

    assert words(value(make({2568: again}), YEAR, OVERALL, HOME)) == "ยังตัดสินไม่ได้ (พิมพ์ไว้ 91.03, 91.30) รอตรวจสอบ"


def test_a_chosen_value_is_shown_with_its_mark(make: Make) -> None:
    shown = str(value(make({2568: CHOSEN}), YEAR, "3", SCORES))

    assert words(shown) == "94.25 รอตรวจสอบ"
    assert "value-conflict-2" in words(shown.replace("<", "").replace(">", ""))


# --- marks


TEN = "indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}\n"


@pytest.mark.parametrize(
    ("text", "datum", "anchor"),
    [
        pytest.param(f"overall: 90.90\ngrade: A\n{TEN}", OVERALL, None, id="an overall that is borne out"),
        pytest.param(f"overall: 91.90\ngrade: A\n{TEN}", OVERALL, "overall-mismatch-1", id="one that is not"),
        pytest.param(f"overall: 91.90\ngrade: A\n{TEN}", "3", None, id="its scores"),
        pytest.param(f"overall: 91.90\ngrade: A\n{TEN}", GRADE, None, id="its grade"),
        pytest.param("overall: 95.00\ngrade: A\n", GRADE, "grade-mismatch-1", id="a grade that is not the rule's"),
        pytest.param("overall: 94.99\ngrade: A\n", GRADE, None, id="a grade that is"),
        pytest.param("overall: 95.00\ngrade: A\n", OVERALL, None, id="the overall beside a wrong grade"),
        pytest.param("overall: 95.00\ngrade: A\n", "3", None, id="what is not printed"),
    ],
)
def test_a_mark_leads_to_the_finding_that_puts_the_value_in_doubt(
    make: Make, text: str, datum: str, anchor: str | None
) -> None:
    context = make({2565: text})

    shown = words(str(mark(context, FiscalYear(2565), datum, HOME)).replace("<", "").replace(">", ""))

    assert shown == (f'a class="mark" href="findings/2565/#{anchor}"รอตรวจสอบ/a' if anchor else "")


@pytest.mark.parametrize(
    ("entry", "shown"),
    [("waiting", "รอตรวจสอบ"), ("confirmed", "ยืนยันแล้วพร้อมเหตุผล"), ("corrected", "แก้ไขแล้ว"), (None, "รอตรวจสอบ")],
)
def test_a_mark_says_how_far_the_finding_is(make: Make, entry: str | None, shown: str) -> None:
    acknowledged = (
        "acknowledged:\n  - {code: value-conflict, fiscal_year: 2568, values: [91.03, 91.30], "
        f"state: {entry}, reason: เทียบแล้ว, by: ผู้ตรวจ, date: 1/10/2568, document: หนังสือ}}\n"
    )
    context = make({2568: DISPUTED}, {"tua-yang/acknowledged.yml": acknowledged} if entry else {})

    assert words(mark(context, YEAR, OVERALL, HOME)) == shown
    assert state(context.findings_of(YEAR)[0][1]) == shown
    # the other conflict, a missing score and so on wait in any case
    assert context.waiting(YEAR) == len(context.findings_of(YEAR)) - (shown != "รอตรวจสอบ")


def test_findings_are_numbered_within_their_code_and_year(make: Make) -> None:
    context = make({2567: DISPUTED, 2568: DISPUTED})

    for year in (BEFORE, YEAR):
        found = context.findings_of(year)
        assert {finding.fiscal_year for _, finding in found} == {year}
        anchors = [anchor for anchor, _ in found]
        assert anchors[:2] == ["value-conflict-1", "value-conflict-2"]
        assert len(set(anchors)) == len(anchors)
        assert all(anchor.rsplit("-", 1)[0] == finding.code for anchor, finding in found)
    assert context.findings_of(FiscalYear(2566)) == ()


# --- computed figures


@pytest.mark.parametrize(
    ("value", "shown"),
    [("89.693", "89.69"), ("79.645", "79.65"), ("79.6449", "79.64"), ("0", "0.00"), ("100", "100.00")],
)
def test_a_computed_figure_is_rounded_half_up_where_it_is_shown(value: str, shown: str) -> None:
    assert derived(Derived(Decimal(value))) == shown


@pytest.mark.parametrize(
    ("result", "undecided", "reasons"),
    [
        (Derived(None, ("9", "10")), False, ["เอกสารไม่ได้พิมพ์คะแนนตัวชี้วัดที่ 9, 10"]),
        (Derived(None, (), ("1", "3")), True, ["ตัวชี้วัดที่ 1, 3 พิมพ์ไว้ไม่ตรงกัน"]),
        (
            Derived(None, ("9",), ("1",)),
            True,
            ["เอกสารไม่ได้พิมพ์คะแนนตัวชี้วัดที่ 9", "ตัวชี้วัดที่ 1 พิมพ์ไว้ไม่ตรงกัน"],
        ),
    ],
)
def test_a_figure_that_cannot_be_computed_says_why(result: Derived, undecided: bool, reasons: list[str]) -> None:
    shown = derived(result)

    assert shown.startswith("ยังตัดสินไม่ได้ เพราะ") is undecided
    assert not re.search("[0-9]", shown.partition("เพราะ")[0])
    assert shown.partition("เพราะ")[2].split(" และ") == reasons


# --- years


def test_the_year_before_is_the_very_year_before(make: Make) -> None:
    context = make({2565: "overall: 80\n", 2567: "overall: 81\n", 2568: "overall: 82\n"})

    known = {one.fiscal_year.number: context.before(one) for one in context.assessments}
    assert {year: one.fiscal_year.number if one else None for year, one in known.items()} == {
        2565: None,
        2567: None,
        2568: 2567,
    }
    assert context.assessments[-1].fiscal_year == YEAR
    assert context.assessment(FiscalYear(2566)) is None


def test_an_inferred_year_is_labelled_wherever_it_is_named(make: Make) -> None:
    context = make({2567: "overall: 80\nyear_inferred: ไม่ได้พิมพ์ปี\n", 2568: "overall: 82\n"})

    assert year_label(context, BEFORE) == "ปีงบประมาณ พ.ศ. 2567 (ปีอนุมาน)"
    assert year_label(context, YEAR) == "ปีงบประมาณ พ.ศ. 2568"
    assert (context.inferred(BEFORE), context.inferred(YEAR)) == ("ไม่ได้พิมพ์ปี", None)


# --- sources


@pytest.mark.parametrize(
    ("sources", "labels"),
    [
        ([], []),
        ([NOWHERE], []),
        ([Source(FILE, 7)], [(7, f"{FILE}:7")]),
        ([Source(FILE, 7, 1), Source(FILE, 7, 9)], [(7, f"{FILE}:7")]),
        ([Source(FILE, 9), NOWHERE, Source(FILE, 7), Source(FILE, 12)], [(7, f"{FILE}:7–12")]),
        (
            [Source(FILE, 9), Source("data/a/2567/scores.yml", 3), Source(FILE, 10)],
            [(9, f"{FILE}:9–10"), (3, "data/a/2567/scores.yml:3")],
        ),
    ],
)
def test_sources_are_named_by_file_and_lines(sources: list[Source], labels: list[tuple[int, str]]) -> None:
    assert [(first.line, label) for first, label in spans(sources)] == labels


def test_a_source_is_linked_where_the_repository_and_the_commit_are_known(make: Make) -> None:
    commit = "0123456789abcdef0123456789abcdef01234567"
    known = History(changes={FILE: Change(commit, date(2026, 11, 20))}, prefix="sites/north/")
    context = make({2568: DISPUTED}, origins=Origins("https://github.com/a/b", known))

    shown = str(source_note(context, [Source(FILE, 3), Source(FILE, 1), Source("data/tua-yang/2567/scores.yml", 4)]))

    (href,) = [words(found) for found in re.findall(r'<a href="([^"]*)"', shown)]
    assert href == f"https://github.com/a/b/blob/{commit}/sites/north/tua-yang/2568/scores.yml#L1"
    assert words(shown) == f"ที่มา: {FILE}:1–3 (github.com), data/tua-yang/2567/scores.yml:4"
    assert [words(found) for found in re.findall("<code>.*?</code>", shown)] == ["data/tua-yang/2567/scores.yml:4"]


@pytest.mark.parametrize(("reading", "said"), [("ocr", True), ("typed", False), ("verified", False)])
def test_a_source_says_that_it_was_read_off_a_scan(make: Make, reading: str, said: bool) -> None:
    context = make({2567: "overall: 80\n", 2568: f"reading: {reading}\noverall: 80\n"})

    assert ("อ่านจากไฟล์สแกน" in str(source_note(context, [Source(FILE, 2)]))) is said
    assert "อ่านจากไฟล์สแกน" not in str(source_note(context, [Source("data/tua-yang/2567/scores.yml", 2)]))


def test_the_sources_of_data_are_the_lines_that_are_shown(make: Make) -> None:
    context = make({2568: CHOSEN})

    found = sources_of(context.assessments[-1], ["3", OVERALL, "4", "9"])

    # the chosen printing; both that are disputed; the only one; none
    assert [source.line for source in found] == [5, 1, 5, 3]


# --- records and what follows

ANALYSIS = """\
sections:
  - title: ก
    indicators:
      - indicator: 1
        strengths: ข
      - indicator: 2
        strengths: ค
  - title: ง
"""
MEASURES = """\
title: ก
introduction:
  - title: ข
measures:
  - no: 1
    steps: ค
  - no: 2
    steps: ง
conclusion:
  - title: จ
"""
DOCUMENTS = "documents:\n  - kind: a\n    title: ก\n    sections:\n      - title: ข\n"
RECORDS = {
    "tua-yang/2568/analysis.yml": ANALYSIS,
    "tua-yang/2569/measures.yml": MEASURES,
    "tua-yang/2569/documents.yml": DOCUMENTS,
}
ROWS = "measures: [{no: 1, steps: ก}, {no: 2, steps: ข}]\n"


def test_measures_are_known_by_their_year_and_by_the_result_they_follow_from(make: Make) -> None:
    context = make(
        {2567: "overall: 90\n", 2568: "overall: 90\n"},
        {
            "tua-yang/2568/measures.yml": ROWS,
            "tua-yang/2569/measures.yml": "assessed: 2567\n" + ROWS.replace("2", "3"),
        },
    )

    assert [(one.fiscal_year.number, one.no) for one in context.acted] == [(2569, 1), (2569, 3), (2568, 1), (2568, 2)]
    assert [one.no for one in context.acted_in(YEAR)] == [1, 2]
    assert context.acted_in(BEFORE) == ()
    assert context.following(BEFORE) == context.acted
    assert context.following(YEAR) == ()


def test_a_year_is_what_its_folder_says(make: Make) -> None:
    context = make({2568: "overall: 90\n"}, {"tua-yang/2569/measures.yml": ROWS})

    later = context.entry(FiscalYear(2569))
    assert later is not None
    assert later.measures is not None
    assert context.entry(BEFORE) is None
    assert context.inferred(FiscalYear(2569)) is None


def planted(context: Context, *places: tuple[str, int], year: FiscalYear = YEAR) -> Context:
    """The context with one finding of this year instead of its own: the first place is where it stands, the others
    are those of its values."""
    first, *others = [Source(f"data/tua-yang/{file}", line, 1) for file, line in places]
    values = tuple(Value("printed", "ก", None, one) for one in others)
    finding = Finding("copied-text", Severity.INFO, "tua-yang", year, Contradiction(first, values))
    return replace(context, findings=(finding,))


def _starts(context: Context) -> dict[str, Source]:
    """Where each record begins, by a name for it."""
    scored, acted = context.agency.years
    assert scored.analysis is not None
    assert acted.measures is not None
    first, last = scored.analysis.sections
    entries = first.indicators
    (introduction,), (conclusion,) = acted.measures.introduction, acted.measures.conclusion
    (document,) = acted.documents
    records = {
        "first": first, "last": last, "entry 1": entries[0], "entry 2": entries[1], "introduction": introduction,
        "measure 1": acted.measures.measures[0], "measure 2": acted.measures.measures[1], "conclusion": conclusion,
        "document": document, "section": document.sections[0],
    }  # fmt: skip
    return {name: record.source for name, record in records.items()}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param([("2568/analysis.yml", 1)], [], id="before the first record"),
        pytest.param([("2568/analysis.yml", 3)], ["first"], id="in a section above its entries"),
        pytest.param([("2568/analysis.yml", 5)], ["entry 1"], id="the last line of an entry"),
        pytest.param([("2568/analysis.yml", 7)], ["entry 2"], id="in the next entry"),
        pytest.param([("2568/analysis.yml", 9)], ["last"], id="after the last record began"),
        pytest.param([("2568/scores.yml", 1)], [], id="in a file without records"),
        pytest.param([("2569/measures.yml", 1)], [], id="in the title of the measures"),
        pytest.param([("2569/measures.yml", 6)], ["measure 1"], id="in a measure"),
        pytest.param([("2569/measures.yml", 8)], ["measure 2"], id="in the next measure"),
        pytest.param([("2569/documents.yml", 3)], ["document"], id="in a document"),
        pytest.param([("2569/documents.yml", 6)], ["section"], id="in its section"),
        pytest.param(
            [("2568/scores.yml", 1), ("2569/measures.yml", 6), ("2568/analysis.yml", 5), ("2569/measures.yml", 6)],
            ["entry 1", "measure 1"],
            id="the places of its values",
        ),
    ],
)
def test_a_finding_belongs_to_the_records_in_which_it_stands(
    make: Make, places: list[tuple[str, int]], expected: list[str]
) -> None:
    context = planted(make({2568: "overall: 90\n"}, RECORDS), *places)

    told = {name: context.findings_at(start) for name, start in _starts(context).items()}
    assert sorted(name for name, found in told.items() if found) == expected
    for found in told.values():
        assert [anchor for anchor, _ in found] in ([], ["copied-text-1"])


def test_a_record_begins_at_its_first_character(make: Make) -> None:
    context = make({2568: "overall: 90\n"}, RECORDS)

    start = _starts(context)["measure 2"]
    exact = planted(context, ("2569/measures.yml", start.line))
    moved = replace(exact.findings[0], contradiction=Contradiction(replace(start, column=start.column)))
    assert replace(context, findings=(moved,)).findings_at(start) != ()
    earlier = replace(moved, contradiction=Contradiction(replace(start, column=start.column - 1)))
    assert replace(context, findings=(earlier,)).findings_at(start) == ()


def test_doubts_about_a_record_lead_to_the_page_of_their_year(make: Make) -> None:
    context = planted(make({2568: "overall: 90\n"}, RECORDS), ("2569/measures.yml", 6))

    starts = _starts(context)
    shown = str(doubts(context, starts["measure 1"], "measures/2569/1/"))
    assert 'class="doubts"' in shown
    assert [words(one) for one in re.findall('href="([^"]*)"', shown)] == ["../../../findings/2568/#copied-text-1"]
    assert words(shown).endswith("รอตรวจสอบ")
    assert doubts(context, starts["measure 2"], "measures/2569/2/") == ""


def test_how_much_waits_is_one_line_and_none_where_nothing_does(make: Make) -> None:
    context = planted(make({2568: "overall: 90\n"}, RECORDS), ("2569/measures.yml", 6))

    line = str(findings_line(context, YEAR, "scores/2568/analysis/"))
    assert words(line) == "มีข้อมูลในเอกสารที่รอตรวจสอบ 1 จุด"
    assert [words(one) for one in re.findall('href="([^"]*)"', line)] == ["../../../findings/2568/"]
    assert findings_line(context, FiscalYear(2569), HOME) == ""


@pytest.mark.parametrize("file", ["2568/analysis.yml", "2569/measures.yml", "2569/documents.yml"])
def test_a_line_of_a_record_was_read_as_its_file_says(make: Make, file: str) -> None:
    text = RECORDS[f"tua-yang/{file}"]
    read = (
        f"reading: ocr\n{text}" if "documents" not in file else text.replace("title: ก", "title: ก\n    reading: ocr")
    )
    context = make({2568: "overall: 90\n"}, {**RECORDS, f"tua-yang/{file}": read})

    for name in ("2568/scores.yml", "2568/analysis.yml", "2569/measures.yml", "2569/documents.yml"):
        assert context.is_ocr(Source(f"data/tua-yang/{name}", 3)) is (name == file)
