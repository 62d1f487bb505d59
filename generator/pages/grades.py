"""A grade with a sign and a colour by its place in the ladder of its year: the words stay those of the document."""

from enum import StrEnum

from markupsafe import Markup

from generator.assess import GRADE, Assessment, grade_label
from generator.markup import text
from generator.model import Framework
from generator.pages.context import Context, mark, value


class Standing(StrEnum):
    """Where a grade stands: the first of the ladder, others whose bound reaches the bar, the next below it, and the
    rest; UNKNOWN is on no ladder."""

    BEST = "best"
    PASSED = "passed"
    NEAR = "near"
    LOW = "low"
    UNKNOWN = "unknown"


_SIGNS = {
    Standing.BEST: "M8 1l2.1 4.6 5 .6-3.7 3.4 1 4.9L8 12l-4.4 2.5 1-4.9L.9 6.2l5-.6z",
    Standing.PASSED: "M6.2 13.3L1.4 8.5l1.8-1.8 3 3 6.6-6.6 1.8 1.8z",
    Standing.NEAR: "M1.5 6.8h13v2.6h-13z",
    Standing.LOW: "M8 14.5L.8 2h14.4zM7 5.5v4h2v-4zM7 10.5v1.8h2v-1.8z",
}


def standing(framework: Framework, grade: str) -> Standing:
    """The place of a printed grade in the ladder of its year."""
    labels = [grade_label(one.label) for one in framework.grades]
    label = grade_label(grade)
    if label not in labels:
        return Standing.UNKNOWN
    place = labels.index(label)
    passed = [one.overall_min >= framework.scoring.bar for one in framework.grades]
    if place == 0:
        return Standing.BEST
    if passed[place]:
        return Standing.PASSED
    return Standing.NEAR if passed[place - 1] else Standing.LOW


def badge(context: Context, assessment: Assessment, address: str) -> Markup:
    """The grade of a year for the page at `address`, with its mark; where there is none to show, why."""
    year, settled = assessment.fiscal_year, assessment.settled(GRADE)
    if settled.value is None:
        return value(context, year, GRADE, address)
    found = standing(assessment.framework, str(settled.value))
    return Markup('<span class="grade-badge {}">{}<span class="figure">{}</span></span>{}').format(
        found.value, _sign(found), text(settled.text), mark(context, year, GRADE, address)
    )


def _sign(found: Standing) -> Markup:
    if found not in _SIGNS:
        return Markup("")
    return Markup(
        '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">'
        '<path d="{}"></path></svg>'
    ).format(Markup(_SIGNS[found]))  # noqa: S704 -- a literal of ours
