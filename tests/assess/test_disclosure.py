"""What answers which component of an item, and what is lacking."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

import pytest

from generator.assess.disclosure import disclosures
from generator.assess.items import Disclosed, DisclosedYear, ItemState, Lack, LackKind, click_path
from generator.frameworks import packaged, packaged_years
from generator.model import (
    Agency,
    AgencyProfile,
    AgencyYear,
    Analysis,
    Credit,
    Disclosures,
    Documents,
    Framework,
    Holding,
    MeasureSet,
    Record,
    ScoreSet,
)
from generator.reader import parse, read
from generator.thai import FiscalYear

R = TypeVar("R", bound=Record)
HEAD = """\
fiscal_year: {year}
title: เกณฑ์ทดสอบ
standing: ทดสอบ
instruments: [{{code: OIT, name: ก, short_name: ก, name_en: a, weight: 1, confidence: inference}}]
indicators: [{{number: 9, name: ข, name_en: b, instrument: OIT, confidence: inference}}]
scoring: {{tolerance: 0.01, bar: 85, threshold: 70, confidence: inference}}
grades: [{{label: ค, overall_min: 0, confidence: inference}}]
"""


def _framework(*items: str, year: int = 2568, more: str = "") -> Framework:
    """The rules of a year with these items, O1, O2 and so on."""
    lines = "".join(
        f"- {{code: O{number}, title: ข้อ {number}, sub_indicator: 9.1, confidence: inference, {item}}}\n"
        for number, item in enumerate(items, start=1)
    )
    return parse(read(f"{HEAD.format(year=year)}{more}items:\n{lines}".encode(), "framework.yml"), Framework)


def _agency(files: Mapping[str, str], profile: str = "") -> Agency:
    """An agency with these files, like `2568/disclosure`."""

    def record(name: str, model: type[R]) -> R | None:
        return parse(read(files[name].encode(), f"{name}.yml"), model) if name in files else None

    years = []
    for year in sorted({name.split("/")[0] for name in files}):
        papers = record(f"{year}/documents", Documents)
        years.append(
            AgencyYear(
                FiscalYear(int(year)),
                record(f"{year}/scores", ScoreSet) or ScoreSet(),
                record(f"{year}/analysis", Analysis),
                record(f"{year}/measures", MeasureSet),
                papers.documents if papers else (),
                record(f"{year}/disclosure", Disclosures),
            )
        )
    text = f"name: ก\ntype: ข\nprovince: ค\n{profile}"
    return Agency("tua-yang", parse(read(text.encode(), "agency.yml"), AgencyProfile), tuple(years))


def _years(agency: Agency, *frameworks: Framework, earlier: Sequence[Framework] = ()) -> tuple[DisclosedYear, ...]:
    return disclosures(agency, {one.fiscal_year: one for one in frameworks}, {one.fiscal_year: one for one in earlier})


OTHER = "{item: O9}"  # so that the list is never empty


def _item(answer: str, item: str, files: Mapping[str, str] | None = None, profile: str = "") -> Disclosed:
    """O1 of 2568, as `item` says, where this is what the agency says of it."""
    given = f"items: [{OTHER}{', {item: O1, ' + answer + '}' if answer else ''}]"
    agency = _agency({**(files or {}), "2568/disclosure": given}, profile)
    (year,) = _years(agency, _framework(item))
    return year.item("O1")


def _given(*evidence: str) -> str:
    """Links with these properties."""
    return f"evidence: [{', '.join(f'{{title: ก{n}, link: https://a.th, {one}}}' for n, one in enumerate(evidence))}]"


def _period(kind: str, offset: int = 0) -> str:
    return f"period: {{kind: {kind}, offset: {offset}, confidence: inference}}"


def _titles(one: Disclosed) -> tuple[list[list[str]], list[list[str]]]:
    """Per component the titles of what answers it, and of what is given for it and does not."""
    return [[e.title for e in x.evidence] for x in one.answers], [[e.title for e in x.unfit] for x in one.answers]


# --- states

TWO = "components: [ก, ข]"
SENTENCE = 'nothing: "ไม่มีเรื่อง ใน{period} (ข้อมูล ณ วันที่ {date})"'
NOTHING = "nothing: {date: 30 กันยายน 2568}"


@pytest.mark.parametrize(
    ("answer", "item", "state"),
    [
        ("", TWO, ItemState.NOT_IMPORTED),
        ("evidence: []", TWO, ItemState.UNPUBLISHED),
        ("unit: ก, path: [ข], redirects: [a.html], result: {credit: full}", TWO, ItemState.UNPUBLISHED),
        # evidence that does not say what it covers
        (_given("note: ก"), TWO, ItemState.INCOMPLETE),
        (_given("components: [1]"), TWO, ItemState.INCOMPLETE),
        (_given("components: [1], draft: true", "components: [2]"), TWO, ItemState.INCOMPLETE),
        (_given("whole: true, draft: true"), TWO, ItemState.INCOMPLETE),
        (_given("components: [1]", "components: [2]"), TWO, ItemState.COMPLETE),
        (_given("components: [1], pages: {2: 7}"), TWO, ItemState.COMPLETE),
        (_given("whole: true"), TWO, ItemState.COMPLETE),
        (NOTHING, f"{TWO}, {SENTENCE}", ItemState.COMPLETE),
        # a sentence that the framework does not know says nothing
        (NOTHING, TWO, ItemState.UNPUBLISHED),
        ("exempt: คู่มือ ข้อ 4", TWO, ItemState.EXEMPT),
        (f"exempt: คู่มือ ข้อ 4, {_given('whole: true')}", TWO, ItemState.EXEMPT),
        (f"exempt: คู่มือ ข้อ 4, {NOTHING}", f"{TWO}, {SENTENCE}", ItemState.EXEMPT),
    ],
)
def test_states(answer: str, item: str, state: ItemState) -> None:
    assert _item(answer, item).state is state


@pytest.mark.parametrize(
    ("answer", "published"),
    [
        ("", False),
        ("evidence: []", False),
        ("exempt: คู่มือ ข้อ 4", False),
        (_given("components: [1], draft: true"), False),
        (_given("whole: true, draft: true"), False),
        (_given("components: [1]"), True),
        (_given("components: [1], draft: true", "components: [2]"), True),
        (_given("note: ไม่บอกว่าตอบองค์ประกอบใด"), True),
        (_given("whole: true"), True),
    ],
)
def test_published_is_what_answers_something(answer: str, published: bool) -> None:
    assert _item(answer, TWO).published is published


def test_counts_of_a_year() -> None:
    framework = _framework(*[TWO] * 6)
    answers = [
        "exempt: ก",
        "evidence: []",
        _given("whole: true"),
        _given("components: [1]"),
        _given("whole: true, draft: true"),
    ]
    items = ", ".join(f"{{item: O{number}, {answer}}}" for number, answer in enumerate(answers, start=1))

    (year,) = _years(_agency({"2568/disclosure": f"items: [{items}]"}), framework)

    assert [one.state.value for one in year.items] == [
        "exempt", "unpublished", "complete", "incomplete", "incomplete", "not-imported",
    ]  # fmt: skip
    assert (year.published, year.exempt, year.asked) == (2, 1, 5)
    assert year.item("O4") is year.items[3]


# --- what covers a component


@pytest.mark.parametrize(
    ("item", "given", "covered"),
    [
        (TWO, "note: ก", []),
        (TWO, "whole: true", [1, 2]),
        (TWO, "components: [2]", [2]),
        (TWO, "pages: {1: 4}", [1]),
        (TWO, "components: [2], pages: {1: 4}", [1, 2]),
        (TWO, "components: [3]", []),
        # of one component, and of none that is known: its title
        ("components: [ก]", "note: ก", [1]),
        ("components: [ก]", "components: [1]", [1]),
        ("components: [ก]", "pages: {1: 4}", [1]),
        ("components: [ก]", "components: [2]", []),
        ("note: ก", "note: ก", [1]),
    ],
)
def test_what_evidence_covers(item: str, given: str, covered: Sequence[int]) -> None:
    one = _item(_given(given), item)

    assert [x.number for x in one.answers if x.evidence] == covered
    assert [e.title for e in one.unplaced] == ([] if covered else ["ก0"])
    assert all(x.lacks == (() if x.number in covered else (Lack(LackKind.NO_EVIDENCE),)) for x in one.answers)


def test_an_item_without_known_components_has_its_title() -> None:
    assert [x.component.name for x in _item("", "note: ก").answers] == ["ข้อ 1"]


# --- years


@pytest.mark.parametrize("offset", [0, -1])
@pytest.mark.parametrize(
    ("kind", "distance", "more", "lack"),
    [
        ("year", -1, "", LackKind.OTHER_YEAR),
        ("year", 0, "", None),
        ("year", 1, "", LackKind.OTHER_YEAR),
        ("year", 0, "first_half: true", None),
        ("year", -1, "first_half: true", LackKind.OTHER_YEAR),
        ("whole-year", -1, "", LackKind.OTHER_YEAR),
        ("whole-year", 0, "", None),
        ("whole-year", 1, "", LackKind.OTHER_YEAR),
        ("whole-year", 0, "first_half: true", LackKind.HALF_ONLY),
        # the year is told first
        ("whole-year", 1, "first_half: true", LackKind.OTHER_YEAR),
        ("first-half", -1, "first_half: true", LackKind.OTHER_YEAR),
        ("first-half", 0, "first_half: true", None),
        ("first-half", 1, "first_half: true", LackKind.OTHER_YEAR),
        ("first-half", 0, "", LackKind.NOT_HALF),
        ("first-half", 1, "", LackKind.OTHER_YEAR),
        # without a term, a plan is of one year
        ("covers", -1, "", LackKind.OTHER_YEAR),
        ("covers", 0, "", None),
        ("covers", 1, "", LackKind.OTHER_YEAR),
        ("covers", 0, "first_half: true", None),
        # a draft of the right year is a draft, and so is one of another
        ("year", 0, "draft: true", LackKind.DRAFT),
        ("year", 1, "draft: true", LackKind.DRAFT),
        ("covers", 0, "draft: true", LackKind.DRAFT),
        ("first-half", 0, "draft: true", LackKind.DRAFT),
    ],
)
def test_the_year_of_evidence(offset: int, kind: str, distance: int, more: str, lack: LackKind | None) -> None:
    year = FiscalYear(2568 + offset + distance)

    one = _item(_given(f"year: {year}, {more}"), _period(kind, offset))

    (answer,) = one.answers
    assert answer.lacks == ((Lack(lack, year),) if lack else ())
    assert _titles(one) == (([[]], [["ก0"]]) if lack else ([["ก0"]], [[]]))
    assert answer.wanted is not None
    assert (answer.wanted.kind.value, answer.wanted.year.number) == (kind, 2568 + offset)
    assert one.wanted == answer.wanted


@pytest.mark.parametrize(
    ("first", "last", "covers"),
    [
        (2563, 2567, False),  # one year short of the term's end
        (2564, 2568, True),  # the last year
        (2566, 2570, True),
        (2568, 2572, True),  # the first year
        (2569, 2573, False),  # one year before the term
        (2568, 2568, True),
        (2567, 2567, False),
    ],
)
def test_a_term_covers_its_years(first: int, last: int, covers: bool) -> None:
    (answer,) = _item(_given(f"year: {first}, until: {last}"), _period("covers")).answers

    assert answer.lacks == (() if covers else (Lack(LackKind.OTHER_YEAR, FiscalYear(first)),))


@pytest.mark.parametrize("kind", ["year", "whole-year"])
@pytest.mark.parametrize(("first", "lacks"), [(2568, False), (2567, True)])
def test_of_a_term_only_the_first_year_is_its_year_where_no_term_is_asked(kind: str, first: int, lacks: bool) -> None:
    (answer,) = _item(_given(f"year: {first}, until: 2570"), _period(kind)).answers

    assert bool(answer.lacks) is lacks


@pytest.mark.parametrize("kind", ["year", "whole-year", "first-half", "covers"])
def test_evidence_without_a_year(kind: str) -> None:
    (answer,) = _item(_given("first_half: true"), _period(kind)).answers
    (draft,) = _item(_given("draft: true"), _period(kind)).answers

    assert answer.lacks == (Lack(LackKind.NO_YEAR),)
    assert draft.lacks == (Lack(LackKind.DRAFT),)


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ("note: ก", ()),
        ("year: 2550", ()),
        ("year: 2550, first_half: true", ()),
        ("draft: true", (Lack(LackKind.DRAFT),)),
        ("draft: true, year: 2550", (Lack(LackKind.DRAFT, FiscalYear(2550)),)),
    ],
)
def test_an_item_that_is_about_no_year(given: str, lacks: tuple[Lack, ...]) -> None:
    (answer,) = _item(_given(given), "note: ก").answers

    assert (answer.lacks, answer.wanted) == (lacks, None)


def test_a_component_may_want_another_year_than_its_item() -> None:
    item = f"{_period('year')}, components: [ก, {{name: ข, {_period('whole-year', -1)}}}]"

    one = _item(_given("year: 2568, whole: true", "year: 2567, whole: true"), item)

    assert _titles(one) == ([["ก0"], ["ก1"]], [["ก1"], ["ก0"]])
    assert [x.wanted and x.wanted.year.number for x in one.answers] == [2568, 2567]
    assert one.state is ItemState.COMPLETE


# --- several pieces of evidence


def test_one_that_answers_is_enough() -> None:
    one = _item(_given("year: 2567", "year: 2568", "draft: true", "year: 2568"), _period("year"))

    assert one.state is ItemState.COMPLETE
    assert _titles(one) == ([["ก1", "ก3"]], [["ก0", "ก2"]])
    assert one.unplaced == ()


def test_every_reason_is_told_once() -> None:
    given = _given("year: 2567", "draft: true", "year: 2567", "year: 2566", "note: ก", "year: 2568, first_half: true")

    (answer,) = _item(given, _period("whole-year")).answers

    assert answer.lacks == (
        Lack(LackKind.OTHER_YEAR, FiscalYear(2567)),
        Lack(LackKind.DRAFT),
        Lack(LackKind.OTHER_YEAR, FiscalYear(2566)),
        Lack(LackKind.NO_YEAR),
        Lack(LackKind.HALF_ONLY, FiscalYear(2568)),
    )
    assert not answer.answered


def test_evidence_is_shown_whether_it_answers_or_not() -> None:
    one = _item(
        _given("year: 2567, whole: true", "note: ก", "year: 2568, components: [2]"), f"{TWO}, {_period('year')}"
    )

    assert [e.title for e in one.evidence] == ["ก0", "ก1", "ก2"]
    assert [e.title for e in one.unplaced] == ["ก1"]


# --- nothing occurred


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("", "ปีงบประมาณ พ.ศ. 2568"),
        (_period("year"), "ปีงบประมาณ พ.ศ. 2568"),
        (_period("whole-year", -1), "ปีงบประมาณ พ.ศ. 2567"),
        (_period("first-half"), "ช่วง 6 เดือนแรกของปีงบประมาณ พ.ศ. 2568"),
    ],
)
def test_that_nothing_occurred_answers_everything(period: str, words: str) -> None:
    one = _item(NOTHING, ", ".join(filter(None, (TWO, SENTENCE, period))))

    assert one.statement == f"ไม่มีเรื่อง ใน{words} (ข้อมูล ณ วันที่ 30 กันยายน 2568)"
    assert [(x.stated, x.answered, x.evidence) for x in one.answers] == [(True, True, ())] * 2
    assert one.published


@pytest.mark.parametrize(("answer", "item"), [(NOTHING, TWO), ("evidence: []", f"{TWO}, {SENTENCE}"), ("", SENTENCE)])
def test_nobody_says_that_nothing_occurred(answer: str, item: str) -> None:
    one = _item(answer, item)

    assert one.statement == ""
    assert not any(x.stated or x.answered for x in one.answers)


def test_evidence_beside_the_statement_keeps_its_place() -> None:
    one = _item(f"{NOTHING}, {_given('year: 2568', 'year: 2560')}", f"{SENTENCE}, {_period('year')}")

    assert _titles(one) == ([["ก0"]], [["ก1"]])
    assert one.answers[0].lacks == ()


# --- pages of this site

HOLDS = "components: [{name: ก, holds: [address, phone]}, ข]"


@pytest.mark.parametrize(
    ("profile", "state", "lacks"),
    [
        # nothing of it: then it is like any other component
        ("contact: {}", ItemState.UNPUBLISHED, [LackKind.NO_EVIDENCE, LackKind.NO_EVIDENCE]),
        ("contact: {email: a@a.th}", ItemState.UNPUBLISHED, [LackKind.NO_EVIDENCE, LackKind.NO_EVIDENCE]),
        ("contact: {phone: 0 2000 4500}", ItemState.INCOMPLETE, [LackKind.NOT_HELD, LackKind.NO_EVIDENCE]),
        ("contact: {phone: 0 2000 4500, address: ก}", ItemState.INCOMPLETE, [None, LackKind.NO_EVIDENCE]),
    ],
)
def test_what_pages_of_this_site_answer(profile: str, state: ItemState, lacks: Sequence[LackKind | None]) -> None:
    one = _item("evidence: []", HOLDS, profile=profile)

    assert one.state is state
    assert [x.lacks[0].kind if x.lacks else None for x in one.answers] == lacks
    assert [page.page for page in one.own] == ([] if state is ItemState.UNPUBLISHED else ["contact/"])
    assert one.answers[1].evidence == one.answers[1].unfit == ()


def test_what_a_page_of_this_site_does_not_hold() -> None:
    one = _item("evidence: []", "components: [{name: ก, holds: [address, phone, email, map]}]",
                profile="contact: {phone: 0 2000 4500, map: 'https://a.th'}")  # fmt: skip

    (answer,) = one.answers
    assert answer.lacks == (
        Lack(LackKind.NOT_HELD, missing=Holding.ADDRESS),
        Lack(LackKind.NOT_HELD, missing=Holding.EMAIL),
    )
    assert (answer.evidence, answer.unfit) == ((), one.own)
    assert one.unplaced == ()


@pytest.mark.parametrize(
    ("given", "lacks", "shown"),
    [
        ("components: [1]", (), (["ก0"], [])),
        (
            "components: [1], draft: true",
            (Lack(LackKind.DRAFT), Lack(LackKind.NOT_HELD, missing=Holding.ADDRESS)),
            ([], ["ช่องทางติดต่อ", "ก0"]),
        ),
        ("components: [2]", (Lack(LackKind.NOT_HELD, missing=Holding.ADDRESS),), ([], ["ช่องทางติดต่อ"])),
    ],
)
def test_evidence_beside_a_page_that_holds_half_of_it(
    given: str, lacks: tuple[Lack, ...], shown: tuple[list[str], list[str]]
) -> None:
    one = _item(_given(given), HOLDS, profile="contact: {phone: 0 2000 4500}")

    answer = one.answers[0]
    assert answer.lacks == lacks
    assert ([e.title for e in answer.evidence], [e.title for e in answer.unfit]) == shown


def test_a_page_that_holds_all_of_it_stands_before_evidence() -> None:
    one = _item(_given("components: [1]", "components: [2]"), HOLDS, profile="contact: {phone: 0 2000, address: ก}")

    assert [e.title for e in one.answers[0].evidence] == ["ช่องทางติดต่อ", "ก0"]
    assert [e.title for e in one.evidence] == ["ช่องทางติดต่อ", "ก0", "ก1"]
    assert one.state is ItemState.COMPLETE


@pytest.mark.parametrize(
    ("more", "answers", "unfit"),
    [
        ("components: [1]", [["หน้าติดต่อ"], []], [[], []]),
        ("components: [2]", [["หน้าติดต่อ"], ["หน้าติดต่อ"]], [[], []]),
        ("whole: true", [["หน้าติดต่อ"], ["หน้าติดต่อ"]], [[], []]),
        # what the page holds says more than what the agency does
        ("note: ก", [["หน้าติดต่อ"], []], [[], []]),
        ("whole: true, draft: true", [["หน้าติดต่อ"], []], [[], ["หน้าติดต่อ"]]),
    ],
)
def test_a_page_that_the_agency_names_too_is_shown_once(
    more: str, answers: list[list[str]], unfit: list[list[str]]
) -> None:
    given = f"evidence: [{{title: หน้าติดต่อ, page: contact/, {more}}}]"

    one = _item(given, HOLDS, profile="contact: {phone: 0 2000, address: ก}")

    assert _titles(one) == (answers, unfit)
    assert [e.title for e in one.evidence] == ["หน้าติดต่อ"]
    assert (one.own, one.unplaced) == (one.evidence, ())


def test_a_page_that_the_agency_names_and_that_holds_half_of_it() -> None:
    given = "evidence: [{title: หน้าติดต่อ, page: contact/, whole: true, draft: true}]"

    one = _item(given, HOLDS, profile="contact: {phone: 0 2000}")

    assert _titles(one) == ([[], []], [["หน้าติดต่อ"], ["หน้าติดต่อ"]])
    assert [x.kind for x in one.answers[0].lacks] == [LackKind.DRAFT, LackKind.NOT_HELD]
    assert (one.own, one.state) == (one.evidence, ItemState.INCOMPLETE)


def test_pages_answer_an_item_that_nobody_entered() -> None:
    one = _item("", "components: [{name: ก, holds: [phone]}]", profile="contact: {phone: 0 2000 4500}")

    assert (one.state, one.entry) == (ItemState.COMPLETE, None)
    assert one.published


def test_an_exempt_item_shows_no_pages() -> None:
    one = _item("exempt: ก", "components: [{name: ก, holds: [phone]}]", profile="contact: {phone: 0 2000 4500}")

    assert (one.state, one.own, one.published) == (ItemState.EXEMPT, (), False)


MEASURED = "components: [{name: ก, holds: [measures, steps, result]}], assessed: -1, acted: 0"


@pytest.mark.parametrize(
    ("rows", "lacks"),
    [
        (["steps: ก, result: ข", "steps: ก, result: ข"], []),
        (["steps: ก, result: ข", "steps: ก, not_done: ข"], []),
        (["steps: ก, result: ข", "steps: ก"], [("result", 1, 2)]),
        (["steps: ก, result: ข", "result: ข"], [("steps", 1, 2)]),
        (["steps: ก", "result: ก", "steps: ก"], [("steps", 1, 3), ("result", 2, 3)]),
        # none has a result: it is missing as a whole
        (["steps: ก", "steps: ก"], [("result", 0, 0)]),
    ],
)
def test_measures_that_lack_a_cell(rows: Sequence[str], lacks: Sequence[tuple[str, int, int]]) -> None:
    lines = "".join(f"- {{no: {number}, {row}}}\n" for number, row in enumerate(rows, start=1))

    one = _item("evidence: []", MEASURED, {"2568/measures": f"measures:\n{lines}"})

    (answer,) = one.answers
    assert answer.lacks == tuple(
        Lack(LackKind.NOT_HELD, missing=Holding(cell), without=without, total=total) for cell, without, total in lacks
    )
    assert [page.page for page in one.own] == ["measures/2568/"]


@pytest.mark.parametrize(
    ("offsets", "years", "pages"),
    [
        ("assessed: -1, acted: 0", (2567, 2568), ["scores/2567/", "measures/2568/"]),
        ("assessed: -1, acted: -1", (2567, 2567), ["scores/2567/"]),
        ("assessed: 0, acted: 0", (2568, 2568), ["measures/2568/"]),
        ("assessed: -2, acted: -1", (2566, 2567), []),
        ("assessed: -1", (2567, None), ["scores/2567/"]),
        ("acted: 0", (None, 2568), ["measures/2568/"]),
        ("note: ก", (None, None), []),
    ],
)
def test_the_years_that_an_item_is_about(
    offsets: str, years: tuple[int | None, int | None], pages: Sequence[str]
) -> None:
    files = {"2567/scores": "overall: 90", "2568/measures": "measures: [{no: 1, steps: ก}]"}

    one = _item("evidence: []", f"components: [{{name: ก, holds: [scores, measures]}}], {offsets}", files)

    assert (one.assessed and one.assessed.number, one.acted and one.acted.number) == years
    assert [page.page for page in one.own] == pages


# --- papers


PAPER = "documents: [{{kind: memo, title: บันทึก, {}}}]"


@pytest.mark.parametrize(
    ("paper", "state", "open_components"),
    [
        ("item: O1", ItemState.INCOMPLETE, [1, 2]),
        ("item: O1, components: [2]", ItemState.INCOMPLETE, [1]),
        ("item: O1, components: [1, 2]", ItemState.COMPLETE, []),
        ("item: O1, ita_year: 2568, components: [1, 2]", ItemState.COMPLETE, []),
    ],
)
def test_a_year_of_papers_only(paper: str, state: ItemState, open_components: Sequence[int]) -> None:
    agency = _agency({"2568/documents": PAPER.format(paper)}, "contact: {phone: 0 2000 4500}")

    (year,) = _years(agency, _framework(TWO, "components: [{name: ก, holds: [phone]}]"))

    one, other = year.items
    assert (one.state, one.published, one.entry) == (state, True, None)
    assert [x.number for x in one.answers if not x.answered] == open_components
    assert [(e.page, e.title) for e in one.papers] == [("documents/2568/memo/", "บันทึก")]
    # what nobody said to answer anything is not offered as an answer
    assert (other.state, other.own) == (ItemState.NOT_IMPORTED, ())


def test_pages_count_beside_a_paper_that_answers_the_same_item() -> None:
    agency = _agency({"2568/documents": PAPER.format("item: O1")}, "contact: {phone: 0 2000 4500}")

    (year,) = _years(agency, _framework("components: [{name: ก, holds: [phone]}]"))

    assert (year.items[0].state, [e.page for e in year.items[0].own]) == (ItemState.COMPLETE, ["contact/"])


def test_a_paper_of_another_folder_answers_the_year_that_it_names() -> None:
    files = {
        "2567/documents": PAPER.format("item: O1, ita_year: 2568, components: [1]"),
        "2568/documents": "documents: [{kind: report, title: รายงาน, item: O1}, {kind: memo, title: อื่น}]",
        "2569/documents": PAPER.format("item: O1"),
    }

    (year,) = _years(_agency(files), _framework("note: ก"))

    assert [e.page for e in year.items[0].papers] == ["documents/2567/memo/", "documents/2568/report/"]
    assert [[e.page for e in x.evidence] for x in year.items[0].answers] == [["documents/2567/memo/"]]


def test_papers_beside_a_list() -> None:
    one = _item(_given("components: [2]"), TWO, {"2568/documents": PAPER.format("item: O1, components: [1]")})

    assert one.state is ItemState.COMPLETE
    assert [e.title for e in one.evidence] == ["บันทึก", "ก0"]


# --- which years


def test_years_that_are_disclosed() -> None:
    files = {
        "2569/disclosure": "items: [{item: O1}]",
        "2567/disclosure": "items: [{item: O1}]",
        "2566/scores": "overall: 9",
        "2568/documents": "documents: [{kind: memo, title: ก, item: O1, ita_year: 2570}, {kind: report, title: ข}]",
    }
    frameworks = [_framework("note: ก", year=year) for year in (2566, 2567, 2568, 2569, 2570)]

    assert [one.year.number for one in _years(_agency(files), *frameworks)] == [2567, 2569, 2570]
    # rules that cannot be read, and rules that are only known for their history
    assert [one.year.number for one in _years(_agency(files), *frameworks[:2], earlier=frameworks[2:])] == [2567]
    assert _years(_agency({"2566/scores": "overall: 9"}), *frameworks) == ()


STAGES = """\
calendar:
- {kind: registration, end: 28 กุมภาพันธ์ 2568, confidence: inference}
- {kind: disclosure, start: 1 มีนาคม 2568, end: 30 เมษายน 2568, confidence: inference}
"""


@pytest.mark.parametrize(
    ("own", "calendar", "due"),
    [
        ("", "", None),
        ("", STAGES, date(2025, 4, 30)),
        ("due: 15 เมษายน 2568\n", STAGES, date(2025, 4, 15)),
        ("due: 15 พฤษภาคม 2568\n", "", date(2025, 5, 15)),
    ],
)
def test_the_last_day(own: str, calendar: str, due: date | None) -> None:
    (year,) = _years(_agency({"2568/disclosure": f"{own}items: [{{item: O1}}]"}), _framework("note: ก", more=calendar))

    assert year.due == due
    assert year.path == ()


def test_the_clicks_to_the_list() -> None:
    agency = _agency({"2568/disclosure": "path: [หน้าหลัก, ITA]\nitems: [{item: O1}]"})

    assert _years(agency, _framework("note: ก"))[0].path == ("หน้าหลัก", "ITA")


@pytest.mark.parametrize(
    ("website", "to_list", "to_item", "path"),
    [
        ("", "", "", ["หน้าแรก", "การเปิดเผยข้อมูลสาธารณะ (OIT)", "ปี 2568", "ข้อ O1 ข้อ 1"]),
        ("", "path: [หน้าหลัก, ITA]\n", "", ["หน้าหลัก", "ITA", "ข้อ O1 ข้อ 1"]),
        ("", "path: [หน้าหลัก, ITA]\n", "path: [หน้าหลัก, แผน]", ["หน้าหลัก", "แผน"]),
        ("", "", "path: [หน้าหลัก, แผน]", ["หน้าหลัก", "แผน"]),
        # from the main website, where the agency has one
        (
            "main_website: https://www.tfs.example.go.th/th\n",
            "",
            "",
            [
                "เว็บไซต์หลักของหน่วยงาน (www.tfs.example.go.th)",
                "การเปิดเผยข้อมูลสาธารณะ (OIT)",
                "ปี 2568",
                "ข้อ O1 ข้อ 1",
            ],
        ),
        (
            "main_website: https://www.tfs.example.go.th\n",
            "path: [หน้าหลัก]\n",
            "path: [แผน]",
            ["เว็บไซต์หลักของหน่วยงาน (www.tfs.example.go.th)", "แผน"],
        ),
        (
            "main_website: https://www.tfs.example.go.th\n",
            "path: [หน้าหลัก]\n",
            "",
            ["เว็บไซต์หลักของหน่วยงาน (www.tfs.example.go.th)", "หน้าหลัก", "ข้อ O1 ข้อ 1"],
        ),
    ],
)
@pytest.mark.parametrize("entered", [True, False])
def test_the_clicks_to_an_item(website: str, to_list: str, to_item: str, path: Sequence[str], entered: bool) -> None:
    """An item that nobody entered is reached as one that is, unless that says its own way."""
    if to_item and not entered:
        return
    answer = f"{{item: O1, {to_item}}}" if entered else OTHER
    agency = _agency({"2568/disclosure": f"{to_list}items: [{answer}]"}, website)

    (year,) = _years(agency, _framework("note: ก"))

    assert list(click_path(agency.profile, year, year.item("O1"))) == path


# --- the same duty in the years before


def _previous(*items: str) -> str:
    return f"previous: [{', '.join(f'{{item: {item}, confidence: inference}}' for item in items)}]"


def _chain(*earlier: Framework, item: str) -> list[tuple[int, str, bool, str | None]]:
    (year,) = _years(_agency({"2568/disclosure": f"items: [{OTHER}]"}), _framework(item), earlier=earlier)
    return [(x.year.number, x.item.code, x.comparable, x.note) for x in year.items[0].predecessors]


@pytest.mark.parametrize(
    ("steps", "comparable"),
    [
        (("true", "true", "true"), [True, True, True]),
        (("false", "true", "true"), [False, False, False]),
        (("true", "false", "true"), [True, False, False]),
        (("true", "true", "false"), [True, True, False]),
    ],
)
def test_once_not_comparable_never_comparable(steps: Sequence[str], comparable: Sequence[bool]) -> None:
    now, last, before = (f"previous: [{{item: O1, comparable: {step}, confidence: inference}}]" for step in steps)
    earlier = [_framework(last, year=2567), _framework(before, year=2566), _framework("note: ก", year=2565)]

    assert _chain(*earlier, item=now) == [
        (year, "O1", step, None) for year, step in zip((2567, 2566, 2565), comparable, strict=True)
    ]


@pytest.mark.parametrize(
    ("item", "years", "found"),
    [
        ("note: ก", {2567: ["note: ก"]}, []),
        (_previous("O2"), {2567: ["note: ก", "note: ข"]}, [(2567, "O2")]),
        (_previous("O2"), {2567: ["note: ก"]}, []),
        (_previous("O2", "O1"), {2567: ["note: ก", "note: ข"]}, [(2567, "O2"), (2567, "O1")]),
        # a duty that was two, one of which was another two
        (
            _previous("O1", "O2"),
            {2567: [_previous("O3"), _previous("O1", "O2")], 2566: ["note: ก"] * 3},
            [(2567, "O1"), (2567, "O2"), (2566, "O3"), (2566, "O1"), (2566, "O2")],
        ),
        # a list in between that nobody knows ends the chain
        (_previous("O1"), {2566: ["note: ก"]}, []),
        (_previous("O1"), {2567: [_previous("O1")], 2565: ["note: ก"]}, [(2567, "O1")]),
    ],
)
def test_predecessors(item: str, years: Mapping[int, Sequence[str]], found: Sequence[tuple[int, str]]) -> None:
    earlier = [_framework(*items, year=year) for year, items in years.items()]

    assert [(year, code) for year, code, _, _ in _chain(*earlier, item=item)] == found


@pytest.mark.parametrize(
    ("ways", "comparable"),
    [(("true", "true"), True), (("false", "true"), False), (("true", "false"), False), (("false", "false"), False)],
)
def test_two_ways_to_one_predecessor_are_one(ways: Sequence[str], comparable: bool) -> None:
    """It compares where all steps of both do."""
    split = [f"previous: [{{item: O1, comparable: {way}, confidence: inference}}]" for way in ways]
    earlier = [_framework(*split, year=2567), _framework(_previous("O1"), year=2566), _framework("note: ก", year=2565)]

    found = _chain(*earlier, item=_previous("O1", "O2"))

    assert found[2:] == [(2566, "O1", comparable, None), (2565, "O1", comparable, None)]


def test_the_note_of_a_step() -> None:
    item = "previous: [{item: O1, comparable: false, note: รวมสองข้อ, confidence: inference}]"

    assert _chain(_framework("note: ก", year=2567), item=item) == [(2567, "O1", False, "รวมสองข้อ")]


def test_the_year_before_may_have_a_list_of_its_own() -> None:
    """Rules that are used come before those that are only known for their history."""
    agency = _agency({"2568/disclosure": f"items: [{OTHER}]"})
    own, other = _framework("note: ของหน่วยงาน", year=2567), _framework("note: ทั่วไป", year=2567)

    (year,) = _years(agency, own, _framework(_previous("O1")), earlier=[other])

    assert [x.item.note for x in year.items[0].predecessors] == ["ของหน่วยงาน"]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, []),
        ({"2567": "{item: O1}"}, []),
        ({"2567": "{item: O1, result: {credit: none}}"}, [("O1", Credit.NONE)]),
        ({"2567": "{item: O1, result: {credit: partial}}"}, [("O1", Credit.PARTIAL)]),
        ({"2567": "{item: O1, result: {credit: full}}"}, [("O1", Credit.FULL)]),
        (
            {"2567": "{item: O2, result: {credit: none}}, {item: O1, result: {credit: full}}"},
            [("O1", Credit.FULL), ("O2", Credit.NONE)],
        ),
        # another duty, and the year before that
        ({"2567": "{item: O3, result: {credit: none}}"}, []),
        ({"2566": "{item: O1, result: {credit: none}}"}, []),
    ],
)
def test_what_the_assessor_said_a_year_before(answers: Mapping[str, str], found: Sequence[tuple[str, Credit]]) -> None:
    files = {f"{year}/disclosure": f"items: [{items}]" for year, items in answers.items()}
    earlier = [_framework(*[_previous("O1")] * 3, year=2567), _framework("note: ก", year=2566)]

    *_, year = _years(
        _agency({**files, "2568/disclosure": f"items: [{OTHER}]"}),
        _framework(_previous("O1", "O2")),
        earlier=earlier,
    )

    assert [(x.item.code, result.credit) for x, result in year.items[0].earlier_results] == found
    assert {x.year.number for x, _ in year.items[0].earlier_results} <= {2567}


def test_predecessors_of_the_lists_that_come_with_the_program_stand_once() -> None:
    known = [packaged(year) for year in packaged_years()]
    answers = {f"{one.fiscal_year}/disclosure": f"items: [{OTHER}]" for one in known if one.items}

    for year in _years(_agency(answers), *known):
        for one in year.items:
            codes = [(x.year, x.item.code) for x in one.predecessors]
            assert len({*codes}) == len(codes), (year.year, one.item.code)
            assert all(x.year < year.year for x in one.predecessors)
