"""How result, measures and disclosure hang together: names, states, years, and links only to what there is."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator import links
from generator.assess.measures import MeasureState
from generator.pages import Context
from generator.pages.chain import (
    STATES,
    UNKNOWN_STATE,
    chain_links,
    counted,
    disclosed,
    label,
    papers,
    served,
    state,
    state_badge,
    states_note,
    years_line,
)
from generator.thai import FiscalYear

MakeContext = Callable[..., Context]

SCORED, ACTED = FiscalYear(2568), FiscalYear(2569)
ONE = "measures: [{no: 1, title: ก, indicators: [1], steps: ข}]\n"


def words(markup: object) -> str:
    text = re.sub("<[^>]*>", "", str(markup))
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text).strip()


def hrefs(markup: object) -> list[str]:
    return [words(one) for one in re.findall('href="([^"]*)"', str(markup))]


def measures(*rows: str) -> str:
    return "measures:\n" + "".join(f"  - {{no: {n}, {row}}}\n" for n, row in enumerate(rows, start=1))


# --- what a measure is called and serves


@pytest.mark.parametrize(
    ("row", "called"),
    [
        ("title: ชื่อ, subject: ช่อง, indicators: [1], steps: ข", "ชื่อ"),
        ("subject: ช่อง, indicators: [1], steps: ข", "ช่อง"),
        ("indicators: [8], steps: ข", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"),
        ("indicators: [2, 1], steps: ข", "ตัวชี้วัดที่ 2 การใช้งบประมาณ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"),
        ("whole: true, steps: ข", "ผลการประเมินทั้งหมด"),
        ("steps: ข", "ผลการประเมินทั้งหมด"),
    ],
)
def test_a_measure_is_called_by_the_first_thing_that_names_it(context: MakeContext, row: str, called: str) -> None:
    made = context({"2569/measures.yml": measures(row)})

    assert label(made.acted[0].measure, made.frameworks[SCORED]) == called


@pytest.mark.parametrize(
    ("row", "shown", "targets"),
    [
        ("indicators: [1]", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", [1]),
        ("indicators: [9, 2]", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล, ตัวชี้วัดที่ 2 การใช้งบประมาณ", [9, 2]),
        ("indicators: [9], items: [O1, O2]", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล, ข้อ O1, ข้อ O2", [9]),
        ("whole: true", "ผลการประเมินทั้งหมด", []),
        ("title: ก", "เอกสารไม่ได้ระบุตัวชี้วัด", []),
    ],
)
def test_what_a_measure_serves_is_named_and_linked(
    context: MakeContext, row: str, shown: str, targets: list[int]
) -> None:
    made = context({"2569/measures.yml": measures(f"{row}, steps: ข")})

    found = served(made, made.acted[0], links.measure(ACTED, 1))
    assert words(found) == shown
    assert hrefs(found) == [f"../../../indicators/{n}/" for n in targets]


def test_a_sub_indicator_is_named_as_its_framework_names_it(context: MakeContext) -> None:
    made = context({"2569/measures.yml": measures("sub_indicators: [9.1], steps: ข")})

    (group,) = [one for one in made.frameworks[SCORED].sub_indicators if one.code == "9.1"]
    assert words(served(made, made.acted[0], "")) == f"ตัวชี้วัดย่อยที่ 9.1 {group.name}"


# --- states


def test_every_state_has_its_word_and_no_two_the_same() -> None:
    assert set(STATES) == set(MeasureState)
    assert len({*STATES.values(), UNKNOWN_STATE}) == len(MeasureState) + 1


@pytest.mark.parametrize(
    ("row", "day", "kind", "shown"),
    [
        ("steps: ก", date(2025, 9, 30), "not-started", "ยังไม่เริ่ม"),
        ("steps: ก", date(2025, 10, 1), "ongoing", "อยู่ระหว่างดำเนินการ"),
        ("steps: ก", date(2026, 9, 30), "ongoing", "อยู่ระหว่างดำเนินการ"),
        ("steps: ก", date(2026, 10, 1), "unreported", "ครบกำหนดแล้ว ยังไม่มีรายงานผล"),
        ("result: ก", date(2025, 9, 30), "done", "ดำเนินการแล้วเสร็จ"),
        ("steps: ก, continues: true", date(2026, 10, 1), "continues", "ดำเนินการต่อเนื่อง"),
        ("not_done: ก", date(2026, 10, 1), "not-done", "ไม่ได้ดำเนินการ"),
        ("steps: ก", None, "unknown", "ยังระบุสถานะไม่ได้"),
        ("result: ก", None, "done", "ดำเนินการแล้วเสร็จ"),
    ],
)
def test_a_state_is_told_in_words_with_its_kind(
    context: MakeContext, row: str, day: date | None, kind: str, shown: str
) -> None:
    (one,) = context({"2569/measures.yml": measures(row)}, day).acted

    assert state(one) == shown
    assert words(state_badge(one)) == shown
    assert words(re.findall('class="([^"]*)"', str(state_badge(one)))[0]) == f"status {kind}"


def test_states_are_counted_in_one_order_and_only_those_that_occur(context: MakeContext) -> None:
    rows = measures("not_done: ก", "result: ก", "steps: ก", "outcome: ก, steps: ก", "steps: ก, continues: true")

    assert counted(context({"2569/measures.yml": rows}).acted) == (
        "ดำเนินการแล้วเสร็จ 2 มาตรการ ไม่ได้ดำเนินการ 1 มาตรการ ดำเนินการต่อเนื่อง 1 มาตรการ ยังระบุสถานะไม่ได้ 1 มาตรการ"
    )
    late = context({"2569/measures.yml": rows}, date(2026, 12, 1)).acted
    assert counted(late).endswith(" ครบกำหนดแล้ว ยังไม่มีรายงานผล 1 มาตรการ")
    assert counted(()) == ""


def test_it_is_told_by_what_the_states_were_told(context: MakeContext) -> None:
    made = context({"2569/measures.yml": ONE}, date(2026, 1, 1))
    assert "ยังไม่ทราบวันที่" not in states_note(made)
    assert "ยังไม่ทราบวันที่ของข้อมูล" in states_note(context({"2569/measures.yml": ONE}))


# --- papers and disclosure

PAPER = "documents: [{{kind: report, title: รายงาน, {0}}}]\n"
MEASURES = "contains: [{{record: measures, year: {0}}}]"


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param({}, (2569, "O25"), id="the framework of the year"),
        pytest.param(
            {"2569/documents.yml": PAPER.format(f"item: O26, {MEASURES.format(2569)}")},
            (2569, "O26"),
            id="the document",
        ),
        pytest.param(
            {"2569/documents.yml": PAPER.format(f"item: O9, ita_year: 2568, {MEASURES.format(2569)}")},
            (2568, "O9"),
            id="its own ITA year",
        ),
        pytest.param(
            {"2568/documents.yml": PAPER.format(f"item: O27, {MEASURES.format(2569)}")},
            (2568, "O27"),
            id="the year of the folder",
        ),
        pytest.param(
            {"2569/documents.yml": PAPER.format(MEASURES.format(2569))}, (2569, "O25"), id="a document without an item"
        ),
        pytest.param(
            {"2569/documents.yml": PAPER.format("item: O1, contains: [{record: scores, year: 2568}]")},
            (2569, "O25"),
            id="a document that holds something else",
        ),
    ],
)
def test_where_measures_are_disclosed_is_what_their_document_says(
    context: MakeContext, documents: dict[str, str], expected: tuple[int, str]
) -> None:
    year, item, inferred = disclosed(context({"2569/measures.yml": ONE, **documents}), ACTED)

    assert (year.number, f"{item}{' อนุมาน' if inferred else ''}") == expected


@pytest.mark.parametrize(
    ("year", "item"), [(2564, "O42"), (2565, "O42"), (2566, "O42"), (2567, "O34"), (2568, "O27"), (2569, "O25")]
)
def test_without_a_document_the_item_is_that_of_the_years_framework(context: MakeContext, year: int, item: str) -> None:
    made = context({f"{year}/measures.yml": ONE})

    assert disclosed(made, FiscalYear(year)) == (FiscalYear(year), item, False)


@pytest.mark.parametrize(
    ("assessed", "acted", "item"), [(-1, 0, "O25"), (-1, -1, ""), (-2, 0, ""), (0, 0, ""), (None, None, "")]
)
def test_the_item_is_the_one_about_measures_of_the_year_after_the_result(
    context: MakeContext, assessed: int | None, acted: int | None, item: str
) -> None:
    made = context({"2569/measures.yml": ONE})
    framework = made.frameworks[ACTED]
    (known,) = [one for one in framework.items if one.code == "O25"]
    items = (known.model_copy(update={"assessed": assessed, "acted": acted}),)
    changed = {**made.frameworks, ACTED: framework.model_copy(update={"items": items})}

    assert disclosed(replace(made, frameworks=changed), ACTED) == (ACTED, item, False)


def test_a_year_whose_framework_has_no_such_item_names_none(context: MakeContext) -> None:
    made = context({"2562/scores.yml": "overall: 90\n"})

    assert not any(item.assessed == -1 for item in made.frameworks[FiscalYear(2562)].items)
    assert disclosed(made, FiscalYear(2562)) == (FiscalYear(2562), "", False)
    line = years_line(made, FiscalYear(2561), FiscalYear(2562), "")
    assert words(line) == "คะแนนปี 2561 → มาตรการปี 2562 → เปิดเผยใน ITA ปี 2562"


def test_the_papers_of_measures_are_found_in_whatever_year_they_lie(context: MakeContext) -> None:
    made = context(
        {
            "2569/measures.yml": ONE,
            "2568/documents.yml": PAPER.format(MEASURES.format(2569)),
            "2569/documents.yml": PAPER.format("contains: [{record: scores, year: 2568}]"),
        }
    )

    assert [(entry.fiscal_year.number, paper.kind) for entry, paper in papers(made, ACTED)] == [(2568, "report")]
    assert papers(made, SCORED) == ()


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ('{kind: a, title: "หนึ่ง\\nสอง"}', "หนึ่ง สอง"),
        (
            "{kind: a, title: บันทึกข้อความ, memo: {subject: เรื่องนี้, to: นายกเทศมนตรี, body: ก}}",
            "บันทึกข้อความ: เรื่องนี้",
        ),
    ],
)
def test_a_paper_is_called_by_its_title_on_one_line(context: MakeContext, document: str, name: str) -> None:
    (entry,) = context({"2568/documents.yml": f"documents: [{document}]\n"}).agency.years

    assert entry.documents[0].name == name


# --- the three years


@pytest.mark.parametrize(
    ("files", "years", "shown", "targets"),
    [
        pytest.param(
            {"2569/measures.yml": ONE},
            (2568, 2569),
            "คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569 (ข้อ O25)",
            ["scores/2568/", "measures/2569/"],
            id="both are there",
        ),
        pytest.param(
            {"2568/measures.yml": ONE},
            (2567, 2568),
            "คะแนนปี 2567 → มาตรการปี 2568 → เปิดเผยใน ITA ปี 2568 (ข้อ O27)",
            ["measures/2568/"],
            id="no result",
        ),
        pytest.param(
            {"2569/documents.yml": "documents: [{kind: a, title: ก}]\n"},
            (2568, 2569),
            "คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569 (ข้อ O25)",
            ["scores/2568/"],
            id="no measures",
        ),
        pytest.param(
            {"2568/scores.yml": "year_inferred: เพราะ\noverall: 90\n", "2569/measures.yml": ONE},
            (2568, 2569),
            "คะแนนปี 2568 (อนุมาน) → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569 (ข้อ O25)",
            ["scores/2568/", "measures/2569/"],
            id="an inferred year",
        ),
    ],
)
def test_the_three_years_are_named_and_linked_where_the_site_has_them(
    context: MakeContext, files: dict[str, str], years: tuple[int, int], shown: str, targets: list[str]
) -> None:
    line = years_line(context(files), FiscalYear(years[0]), FiscalYear(years[1]), "")

    assert words(line) == shown
    assert hrefs(line) == targets


def test_the_chain_leads_from_a_result_to_all_that_follows(context: MakeContext) -> None:
    made = context(
        {
            "2567/scores.yml": "overall: 90\n",
            "2567/analysis.yml": "sections: [{title: ก, text: ข}]\n",
            "2568/measures.yml": measures("title: ก, steps: ข", "title: ค, steps: ง"),
            "2568/documents.yml": PAPER.format(MEASURES.format(2568)),
            # two years after the result, and of the year before
            "2569/measures.yml": "assessed: 2567\n" + ONE,
            "2567/measures.yml": ONE,
        }
    )

    found = chain_links(made, FiscalYear(2567), "scores/2567/")
    assert [(words(one), *hrefs(one)) for one in found] == [
        ("การวิเคราะห์ผลการประเมินปี 2567", "analysis/"),
        ("มาตรการปี 2568 (2 มาตรการ)", "../../measures/2568/"),
        ("รายงาน", "../../documents/2568/report/"),
        ("มาตรการปี 2569 (1 มาตรการ)", "../../measures/2569/"),
        ("ค้นดูมาตรการทุกปี", "../../measures/"),
    ]


def test_the_chain_of_a_result_that_nothing_follows_is_empty(context: MakeContext) -> None:
    assert chain_links(context({}), SCORED, "") == ()
    # an analysis without a result has no page
    made = context({"2567/analysis.yml": "sections: [{title: ก, text: ข}]\n"})
    assert chain_links(made, FiscalYear(2567), "") == ()
