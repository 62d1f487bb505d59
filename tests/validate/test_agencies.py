"""Rules of an agency as a whole."""

from collections.abc import Callable, Mapping

import pytest

from generator.frameworks import packaged
from generator.model import Agency, AgencyProfile, AgencyYear, Dataset, Documents, Layout, Site
from generator.problems import Problem
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import validate

Tell = Callable[[Mapping[str, str]], list[tuple[str, str, str]]]
Judge = Callable[[Mapping[str, str]], tuple[Problem, ...]]

SCORES = "overall: 9\n"
ANALYSIS = "sections: [{title: ก}]\n"
MEASURES = "measures: [{no: 1, steps: ก}]\n"


# --- corrected_names_its_document


@pytest.mark.parametrize(
    ("state", "document", "breach"),
    [
        ("waiting", "", False),
        ("confirmed", "", False),
        ("corrected", ", document: หนังสือที่ 1", False),
        ("corrected", "", True),
        ("waiting", ", document: หนังสือที่ 1", False),
    ],
)
def test_corrected_names_its_document(told: Tell, state: str, document: str, breach: bool) -> None:
    entry = (
        f"  - {{code: value-conflict, fiscal_year: 2568, values: [1], state: {state}, reason: r, by: b, "
        f"date: 1 ตุลาคม 2568{document}}}\n"
    )

    found = told({"2568/scores.yml": SCORES, "acknowledged.yml": f"acknowledged:\n{entry}"})

    assert found == ([("acknowledgement-document", "acknowledged.yml:2:5", "value-conflict")] if breach else [])


# --- contained_records_exist


def _document(*contains: str) -> str:
    """A paper that contains these records, the first of them at 5:9."""
    lines = "".join(f"      - {one}\n" for one in contains)
    return f"documents:\n  - kind: report\n    title: ก\n    contains:\n{lines}"


@pytest.mark.parametrize(
    ("contains", "breaches"),
    [
        ("{record: scores, year: 2567}", []),
        ("{record: analysis, year: 2567}", []),
        ("{record: measures, year: 2568}", []),
        # the folder of another year, and of no year
        ("{record: scores, year: 2568}", [("record-missing", "2568/documents.yml:5:9", "scores 2568")]),
        ("{record: analysis, year: 2568}", [("record-missing", "2568/documents.yml:5:9", "analysis 2568")]),
        ("{record: measures, year: 2567}", [("record-missing", "2568/documents.yml:5:9", "measures 2567")]),
        ("{record: scores, year: 2500}", [("record-missing", "2568/documents.yml:5:9", "scores 2500")]),
    ],
)
def test_contained_records_exist(told: Tell, contains: str, breaches: list[tuple[str, str, str]]) -> None:
    files = {
        "2567/scores.yml": SCORES,
        "2567/analysis.yml": ANALYSIS,
        "2568/measures.yml": MEASURES,
        "2568/documents.yml": _document(contains),
    }

    assert told(files) == breaches


def test_a_record_may_be_of_a_later_year_and_in_any_document(told: Tell) -> None:
    files = {
        "2566/documents.yml": _document("{record: scores, year: 2568}", "{record: scores, year: 2567}"),
        "2567/documents.yml": _document("{record: measures, year: 2566}"),
        "2568/scores.yml": SCORES,
    }

    assert told(files) == [
        ("record-missing", "2566/documents.yml:6:9", "scores 2567"),
        ("record-missing", "2567/documents.yml:5:9", "measures 2566"),
    ]


@pytest.mark.parametrize(
    ("files", "known"),
    [
        ({"2568/measures.yml": MEASURES, "2567/scores.yml": SCORES}, "measures 2568, scores 2567"),
        ({"2568/scores.yml": SCORES, "2567/scores.yml": SCORES}, "scores 2567, scores 2568"),
        ({}, "–"),
    ],
)
def test_which_records_a_document_could_contain(judged: Judge, files: Mapping[str, str], known: str) -> None:
    (problem,) = judged({**files, "2568/documents.yml": _document("{record: scores, year: 2566}")})

    assert problem.details == {"known": known}


@pytest.mark.parametrize(
    ("unread", "record", "missing"),
    [
        ("scores.yml", "scores", False),
        ("analysis.yml", "analysis", False),
        ("measures.yml", "measures", False),
        ("analysis.yml", "scores", True),
        ("documents.yml", "scores", True),
    ],
)
def test_of_a_file_that_cannot_be_read_nobody_says_that_it_is_missing(unread: str, record: str, missing: bool) -> None:
    text = _document(f"{{record: {record}, year: 2568}}")
    papers = parse(read(text.encode(), "data/tua-yang/2568/documents.yml"), Documents).documents
    year = AgencyYear(FiscalYear(2568), documents=papers, unread=frozenset({unread}))
    agency = Agency("tua-yang", AgencyProfile(name="ก", type="ข", province="ค"), (year,))
    site = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")

    problems = validate(Dataset(site, (agency,), {year.fiscal_year: packaged(year.fiscal_year)}))

    assert [one.code for one in problems] == (["record-missing"] if missing else [])
