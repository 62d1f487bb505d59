"""Rules of what is written: one table per rule, the last row that is right beside the first that is wrong."""

import json
from collections.abc import Callable, Mapping

import pytest

from generator.frameworks import packaged
from generator.model import Agency, AgencyProfile, AgencyYear, Analysis, Dataset, Layout, Site
from generator.problems import Problem
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import validate

Breaches = list[tuple[str, str, str]]
Tell = Callable[[Mapping[str, str]], Breaches]
Judge = Callable[[Mapping[str, str]], tuple[Problem, ...]]

ANALYSIS = "2568/analysis.yml"
DOCUMENTS = "2568/documents.yml"
MEASURES = "2568/measures.yml"
NAMES = ", ".join(indicator.name for indicator in packaged(FiscalYear(2568)).indicators)


def entries(*rows: str) -> str:
    """An analysis whose entries begin in column 9 from line 3 on."""
    lines = "".join(f"      - {row}\n" for row in rows)
    return f"sections:\n  - indicators:\n{lines}"


# --- analysed_indicators_are_known


@pytest.mark.parametrize(
    ("row", "breach"),
    [
        ("{indicator: 1}", None),
        ("{indicator: 10}", None),
        ("{indicator: 11}", ("unknown-indicator", "3:9", "11")),
        ("{indicator: ๑๑}", ("unknown-indicator", "3:9", "11")),
        ("{indicator: 0}", ("unknown-indicator", "3:9", "0")),
        ("{number: 10}", None),
        ("{number: 11}", ("unknown-indicator", "3:9", "11")),
        ("{name: การใช้อำนาจ}", None),
        ("{name: การ ใช้ อำนาจ}", None),
        ("{name: การปรับปรุงการทำงาน}", None),  # an alias
        ("{name: การใช้อำนาด}", ("unknown-indicator", "3:16", "การใช้อำนาด")),
        # a printed number never says which indicator an unknown name is; the official one does
        ("{name: การใช้อำนาด, number: 3}", ("unknown-indicator", "3:16", "การใช้อำนาด")),
        ("{name: การใช้อำนาด, indicator: 3}", None),
        ("{name: การใช้อำนาจ, indicator: 11}", ("unknown-indicator", "3:9", "11")),
        ("{purpose: ก}", ("row-of-nothing", "3:9", "")),
        # the parts of indicators, of the folder's year
        ("{indicator: 10, sub_indicator: 10.2}", None),
        ("{indicator: 10, sub_indicator: 10.3}", ("unknown-code", "3:9", "10.3")),
        ("{indicator: 9, items: [O1, O28]}", None),
        ("{indicator: 9, items: [O28, O29]}", ("unknown-code", "3:9", "O29")),
        ("{indicator: 9, items: [o28]}", ("unknown-code", "3:9", "o28")),
        ("{indicator: 9, items: [9.1]}", ("unknown-code", "3:9", "9.1")),
    ],
)
def test_analysed_indicators_are_known(told: Tell, row: str, breach: tuple[str, str, str] | None) -> None:
    expected = [(breach[0], f"{ANALYSIS}:{breach[1]}", breach[2])] if breach else []

    assert told({ANALYSIS: entries(row)}) == expected


def test_every_unknown_thing_of_an_entry_is_told(told: Tell) -> None:
    row = "{name: ก, sub_indicator: x, items: [y, O1, z]}"

    assert told({ANALYSIS: entries("{indicator: 1}", row)}) == [
        ("unknown-code", f"{ANALYSIS}:4:9", "x"),
        ("unknown-code", f"{ANALYSIS}:4:9", "y"),
        ("unknown-code", f"{ANALYSIS}:4:9", "z"),
        ("unknown-indicator", f"{ANALYSIS}:4:16", "ก"),
    ]


def test_an_indicator_may_have_several_entries(told: Tell) -> None:
    """Documents come back to one: in another section, by sub-indicator, once for each item."""
    assert told({ANALYSIS: entries("{indicator: 9}", "{indicator: 9}", "{indicator: 9, sub_indicator: 9.1}")}) == []


@pytest.mark.parametrize(
    ("row", "known", "guess"),
    [
        ("{indicator: 11}", "1–10", ""),
        ("{name: การใช้อำนาด}", NAMES, "การใช้อำนาจ"),
        ("{name: zzz}", NAMES, ""),
    ],
)
def test_what_an_unknown_indicator_of_an_entry_may_be(judged: Judge, row: str, known: str, guess: str) -> None:
    (problem,) = judged({ANALYSIS: entries(row)})

    assert problem.details == {"known": known, "guess": guess}


@pytest.mark.parametrize(
    ("row", "known"),
    [
        ("{indicator: 9, sub_indicator: x}", "9.1, 9.2, 9.3, 9.4, 9.5, 10.1, 10.2"),
        ("{indicator: 9, items: [x]}", ", ".join(f"O{number}" for number in range(1, 29))),
    ],
)
def test_what_an_unknown_code_may_be(judged: Judge, row: str, known: str) -> None:
    (problem,) = judged({ANALYSIS: entries(row)})

    assert problem.details == {"known": known}


@pytest.mark.parametrize(
    ("indicators", "breaches"),
    [
        ("[]", []),
        ("[1, 10]", []),
        ("[10, 11]", [("unknown-indicator", f"{ANALYSIS}:3:23", "11")]),
        ("[0]", [("unknown-indicator", f"{ANALYSIS}:3:23", "0")]),
    ],
)
def test_recommendations_name_known_indicators(told: Tell, indicators: str, breaches: Breaches) -> None:
    text = f"sections:\n  - title: ก\n    recommendations: [{{text: ก, origin: agency, indicators: {indicators}}}]\n"

    assert told({ANALYSIS: text}) == breaches


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (ANALYSIS, entries("{indicator: 11}"), "3:9"),
        (MEASURES, "introduction:\n  - indicators: [{indicator: 11}]\nmeasures: [{no: 1, steps: ก}]\n", "2:18"),
        (MEASURES, "conclusion:\n  - indicators: [{indicator: 11}]\nmeasures: [{no: 1, steps: ก}]\n", "2:18"),
        (
            DOCUMENTS,
            "documents:\n  - {kind: a, title: ก}\n  - {kind: b, title: ก, sections: [{indicators: [{number: 11}]}]}\n",
            "3:50",
        ),
    ],
)
def test_sections_of_every_file_are_looked_at(told: Tell, name: str, text: str, place: str) -> None:
    assert told({name: text}) == [("unknown-indicator", f"{name}:{place}", "11")]


# --- sections_differ


@pytest.mark.parametrize(
    ("ids", "breaches"),
    [
        (["a", "b"], []),
        ([None, None], []),
        (["a", None], []),
        (["a", "a"], ["2:5", "3:5"]),
        (["a", "b", "a"], ["2:5", "4:5"]),
    ],
)
def test_sections_differ(told: Tell, ids: list[str | None], breaches: list[str]) -> None:
    lines = "".join(f"  - {{title: ก{f', id: {one}' if one else ''}}}\n" for one in ids)

    assert told({ANALYSIS: f"sections:\n{lines}"}) == [("duplicate-place", f"{ANALYSIS}:{at}", "a") for at in breaches]


@pytest.mark.parametrize(
    ("files", "breaches"),
    [
        # one id in two files
        ({ANALYSIS: "sections: [{id: a}]\n", MEASURES: "conclusion: [{id: a}]\nmeasures: [{no: 1, steps: ก}]\n"}, []),
        ({ANALYSIS: "sections: [{id: a}]\n", "2567/analysis.yml": "sections: [{id: a}]\n"}, []),
        # before and behind the measures
        (
            {MEASURES: "introduction: [{id: a}]\nconclusion: [{id: a}]\nmeasures: [{no: 1, steps: ก}]\n"},
            [f"{MEASURES}:1:16", f"{MEASURES}:2:14"],
        ),
        (
            {DOCUMENTS: "documents:\n  - kind: a\n    title: ก\n    sections: [{id: a}, {id: a}]\n"},
            [f"{DOCUMENTS}:4:16", f"{DOCUMENTS}:4:25"],
        ),
    ],
)
def test_sections_of_one_file_differ(told: Tell, files: dict[str, str], breaches: list[str]) -> None:
    assert told(files) == [("duplicate-place", at, "a") for at in breaches]


# --- places_of_sections_exist

SCORES = "overall: 9\nplaces:\n  - {id: table, kind: table, where: w}\n  - {id: text, kind: text, where: w}\n"


@pytest.mark.parametrize(
    ("places", "breaches"),
    [
        ("[]", []),
        ("[table]", []),
        ("[text, table, table]", []),
        ("[result]", []),  # the short form
        ("[tables]", ["tables"]),
        ("[table, tab, txt]", ["tab", "txt"]),
    ],
)
def test_places_of_sections_exist(told: Tell, places: str, breaches: list[str]) -> None:
    files = {"2568/scores.yml": SCORES, ANALYSIS: f"sections:\n  - title: ก\n  - places: {places}\n"}

    assert told(files) == [("unknown-place", f"{ANALYSIS}:3:5", one) for one in breaches]


@pytest.mark.parametrize(
    ("scores", "known", "guess"),
    [
        ("2568/scores.yml", "result, table, text", "table"),
        # the scores of another year, and of no year
        ("2567/scores.yml", "–", ""),
        (None, "–", ""),
    ],
)
def test_which_place_could_be_meant(judged: Judge, scores: str | None, known: str, guess: str) -> None:
    files = {scores: SCORES} if scores else {}

    (problem,) = judged({**files, MEASURES: "conclusion: [{places: [tabel]}]\nmeasures: [{no: 1, steps: ก}]\n"})

    assert (problem.code, problem.found) == ("unknown-place", "tabel")
    assert problem.details == {"known": known, "guess": guess}


@pytest.mark.parametrize(("unread", "codes"), [("scores.yml", []), ("measures.yml", ["unknown-place"])])
def test_of_scores_that_cannot_be_read_no_place_is_missing(unread: str, codes: list[str]) -> None:
    analysis = parse(read(b"sections: [{places: [table]}]\n", "data/tua-yang/2568/analysis.yml"), Analysis)
    year = AgencyYear(FiscalYear(2568), analysis=analysis, unread=frozenset({unread}))
    agency = Agency("tua-yang", AgencyProfile(name="ก", type="ข", province="ค"), (year,))
    site = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")

    problems = validate(Dataset(site, (agency,), {year.fiscal_year: packaged(year.fiscal_year)}))

    assert [one.code for one in problems] == codes


# --- remarks_quote_their_text


def remark(passage: str) -> str:
    return f"remarks: [{{passage: {passage!r}, note: ข}}]"


@pytest.mark.parametrize(
    ("passage", "there"),
    [
        ("ปรับปรุง", True),
        ("ควรปรับปรุงระบบ", True),
        ("ก่อน", True),
        ("๑. จัดทำคู่มือ", True),
        ("คู่มือ", True),
        ("๙.๓", True),
        # never over the end of a paragraph or item: a page could not mark it
        ("ระบบก่อน", False),
        ("ระบบ ก่อน", False),
        ("ควรปรับปรุงระบบ\nก่อน", False),
        ("คู่มือ ประชาชน", False),
        ("ควร ปรับปรุง", False),
        ("9.3", False),
        ("ปรับปรุง.", False),
    ],
)
def test_remarks_quote_their_text(told: Tell, passage: str, there: bool) -> None:
    text = f"""\
sections:
  - text: |
      ควรปรับปรุงระบบ
      ก่อน ๙.๓
      ๑.จัดทำคู่มือ
        - ประชาชน
    remarks:
      - {{passage: {json.dumps(passage, ensure_ascii=False)}, note: ก}}
"""

    assert told({ANALYSIS: text}) == ([] if there else [("passage-missing", f"{ANALYSIS}:8:9", passage)])


QUOTES = [
    # of a section: its own texts and its heading
    (ANALYSIS, "sections: [{text: คำนี้, REMARK}]", True),
    (ANALYSIS, "sections: [{title: คำนี้, REMARK}]", True),
    (ANALYSIS, "sections: [{after: คำนี้, REMARK}]", True),
    (ANALYSIS, "sections: [{target: {text: คำนี้}, REMARK}]", True),
    (ANALYSIS, "sections: [{recommendations: [{text: คำนี้, origin: agency}], REMARK}]", True),
    (ANALYSIS, "sections: [{indicators: [{indicator: 1, purpose: คำนี้}], REMARK}]", False),
    (ANALYSIS, "sections: [{text: ก, REMARK}, {text: คำนี้}]", False),
    (ANALYSIS, "sections: [{REMARK}]\ntitle: คำนี้", False),
    # of an entry
    *(
        (ANALYSIS, f"sections: [{{indicators: [{{indicator: 1, {part}: คำนี้, REMARK}}]}}]", True)
        for part in "result purpose perception own_analysis strengths points_to_develop defects suggestions".split()
    ),
    (ANALYSIS, "sections: [{indicators: [{indicator: 1, issues: {text: คำนี้}, REMARK}]}]", True),
    (ANALYSIS, "sections: [{text: คำนี้, indicators: [{indicator: 1, REMARK}]}]", False),
    (ANALYSIS, "sections: [{indicators: [{indicator: 1, purpose: คำนี้}, {indicator: 1, REMARK}]}]", False),
    # of a measure
    *(
        (MEASURES, f"measures: [{{no: 1, steps: ก, {part}: คำนี้, REMARK}}]", True)
        for part in "title subject analysis follow_up result outcome not_done".split()
    ),
    (MEASURES, "measures: [{no: 1, steps: คำนี้, REMARK}]", True),
    (MEASURES, "measures: [{no: 1, steps: ก, responsible: [{unit: คำนี้}], REMARK}]", True),
    (MEASURES, "measures: [{no: 1, steps: ก, responsible: [{post: คำนี้}], REMARK}]", True),
    (MEASURES, "measures: [{no: 1, steps: ก, progress: [{round: other, text: คำนี้}], REMARK}]", True),
    (MEASURES, "measures: [{no: 1, steps: ก, REMARK}, {no: 2, steps: คำนี้}]", False),
    (MEASURES, "introduction: [{text: คำนี้}]\nmeasures: [{no: 1, steps: ก, REMARK}]", False),
    (MEASURES, "introduction: [{text: คำนี้, REMARK}]\nmeasures: [{no: 1, steps: ก}]", True),
    (MEASURES, "conclusion: [{text: คำนี้, REMARK}]\nmeasures: [{no: 1, steps: ก}]", True),
    # of a document
    (DOCUMENTS, "documents: [{kind: a, title: คำนี้, REMARK}]", True),
    (DOCUMENTS, "documents: [{kind: a, title: ก, memo: {subject: คำนี้, to: ก, body: ก}, REMARK}]", True),
    (DOCUMENTS, "documents: [{kind: a, title: ก, memo: {subject: ก, to: คำนี้, body: ก}, REMARK}]", True),
    (DOCUMENTS, "documents: [{kind: a, title: ก, memo: {subject: ก, to: ก, body: คำนี้}, REMARK}]", True),
    (DOCUMENTS, "documents: [{kind: a, title: ก, memo: {subject: ก, to: ก, body: ก, office: คำนี้}, REMARK}]", True),
    (DOCUMENTS, "documents: [{kind: a, title: ก, signers: [{}, {post: คำนี้}], REMARK}]", True),
    (DOCUMENTS, "documents: [{kind: a, title: ก, sections: [{text: คำนี้}], REMARK}]", False),
    (DOCUMENTS, "documents: [{kind: a, title: ก, sections: [{text: คำนี้, REMARK}]}]", True),
    (DOCUMENTS, "documents: [{kind: a, title: ก, REMARK}, {kind: b, title: คำนี้}]", False),
]


@pytest.mark.parametrize(("name", "text", "there"), QUOTES)
def test_a_remark_stands_beside_the_text_it_quotes(told: Tell, name: str, text: str, there: bool) -> None:
    assert text.count("REMARK") == 1
    breaches = told({name: text.replace("REMARK", remark("คำนี้")) + "\n"})

    assert [(code, found) for code, _, found in breaches] == ([] if there else [("passage-missing", "คำนี้")])


@pytest.mark.parametrize(
    ("row", "there"),
    [
        ("{indicator: 1, result: อยู่ในระดับดีมาก, level: ดีมาก}", True),
        ("{indicator: 1, issues: {text: อยู่ในระดับดีมาก}, level: ดีมาก}", True),
        ("{indicator: 1, result: อยู่ในระดับดี, level: ดีมาก}", False),
        ("{indicator: 1, level: ดีมาก}", False),
    ],
)
def test_the_word_for_a_level_stands_in_the_entry(told: Tell, row: str, there: bool) -> None:
    at = 9 + row.index("level: ") + len("level: ")

    assert told({ANALYSIS: entries(row)}) == ([] if there else [("passage-missing", f"{ANALYSIS}:3:{at}", "ดีมาก")])


# --- documents_differ


@pytest.mark.parametrize(
    ("kinds", "breaches"),
    [
        (["report", "memo"], []),
        (["report", "report-2"], []),
        (["report", "report"], ["2:5", "3:5"]),
        (["report", "memo", "report"], ["2:5", "4:5"]),
    ],
)
def test_documents_differ(told: Tell, kinds: list[str], breaches: list[str]) -> None:
    lines = "".join(f"  - {{kind: {kind}, title: ก}}\n" for kind in kinds)
    files = {DOCUMENTS: f"documents:\n{lines}", "2567/documents.yml": "documents: [{kind: report, title: ก}]\n"}

    assert told(files) == [("duplicate-document", f"{DOCUMENTS}:{at}", "report") for at in breaches]


# --- items_of_documents_exist


@pytest.mark.parametrize(
    ("item", "ita_year", "breach"),
    [
        ("O28", None, False),
        ("O29", None, True),
        ("o28", None, True),
        ("28", None, True),
        ("O28", 2568, False),
        ("O29", 2568, True),
        # an item of another ITA year is looked up on its own page, not in the framework of the folder
        ("O29", 2567, False),
        ("O29", 2569, False),
    ],
)
def test_items_of_documents_exist(told: Tell, item: str, ita_year: int | None, breach: bool) -> None:
    year = f", ita_year: {ita_year}" if ita_year else ""
    text = f"documents:\n  - {{kind: a, title: ก, item: {item}{year}}}\n"

    assert told({DOCUMENTS: text}) == ([("unknown-code", f"{DOCUMENTS}:2:5", item)] if breach else [])
