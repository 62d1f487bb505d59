"""Grades: the words of the document, with sign and colour by the place in the ladder of the year."""

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

from generator import frameworks
from generator.pages import Context, grades
from generator.thai import FiscalYear

MakeContext = Callable[..., Context]


@pytest.mark.parametrize(
    ("year", "grade", "standing"),
    [
        (2568, "ผ่านดีเยี่ยม", "best"), (2568, "ผ่านดี", "passed"), (2568, "ผ่าน", "passed"), (2568, "ต้องปรับปรุง", "near"),
        (2568, "ต้องปรับปรุงโดยด่วน", "low"), (2568, "ระดับ ผ่านดี", "passed"), (2568, "A", "unknown"), (2568, "", "unknown"),
        (2564, "AA", "best"), (2564, "A", "passed"), (2564, "B", "near"), (2564, "C", "low"), (2564, "F", "low"),
        (2564, "ผ่านดี", "unknown"), (2564, "AAA", "unknown"),
    ],
)  # fmt: skip
def test_the_place_in_the_ladder(year: int, grade: str, standing: str) -> None:
    assert grades.standing(frameworks.packaged(FiscalYear(year)), grade) == standing


def test_every_packaged_ladder_has_one_best_and_at_least_one_that_is_not_enough() -> None:
    for year in frameworks.packaged_years():
        framework = frameworks.packaged(year)
        found = [grades.standing(framework, one.label) for one in framework.grades]

        assert found.count(grades.Standing.BEST) == found.count(grades.Standing.NEAR) == 1, year
        assert found == sorted(found, key=list(grades.Standing).index), year


@pytest.mark.parametrize(
    ("grade", "classes", "signs"),
    [("ผ่านดี", "grade-badge passed", 1), ("ต้องปรับปรุง", "grade-badge near", 1), ("ระดับ A", "grade-badge unknown", 0)],
)
def test_the_words_of_the_document_stand_beside_a_sign(
    grade: str, classes: str, signs: int, context: MakeContext
) -> None:
    made = context({"2568/scores.yml": f"overall: 90\ngrade: {grade}\n"})
    tree: Any = html.fromstring(f"<div>{grades.badge(made, made.assessments[-1], 'scores/')}</div>")

    (badge,) = tree.xpath(".//span[contains(@class, 'grade-badge')]")
    assert badge.get("class") == classes
    assert badge.text_content() == grade
    assert len(badge.xpath(".//svg[@aria-hidden='true']")) == signs


def test_what_is_not_there_or_undecided_has_no_badge(context: MakeContext) -> None:
    places = "places: [{id: a, kind: text, where: ก, grade: ผ่าน}]\n"
    absent = context({"2568/scores.yml": "overall: 90\n"})
    disputed = context({"2568/scores.yml": f"overall: 90\ngrade: ผ่านดี\n{places}"})

    for made, words in ((absent, "ไม่มีในเอกสาร"), (disputed, "ยังตัดสินไม่ได้")):
        shown = grades.badge(made, made.assessments[-1], "scores/")
        assert "grade-badge" not in shown
        assert shown.striptags().startswith(words)
