"""The packaged frameworks: complete, consistent, in one normal form, and the only place that knows items and years."""

import ast
import datetime
import re
import string
from collections.abc import Iterator
from decimal import Decimal
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import frameworks, thai
from generator.model import (
    Agency,
    AgencyProfile,
    AgencyYear,
    Dataset,
    Framework,
    ItemPeriod,
    Layout,
    OitItem,
    PeriodKind,
    ScoreSet,
    Site,
    StageKind,
)
from generator.thai import FiscalYear, fiscal_period
from generator.validate import validate

PROGRAM = Path(__file__).parent.parent / "generator"
ITEMS = {2562: 48, 2563: 43, 2564: 43, 2565: 43, 2566: 43, 2567: 35, 2568: 28, 2569: 26}
YEARS = [FiscalYear(number) for number in ITEMS]

INDICATORS = [
    (1, "การปฏิบัติหน้าที่", "IIT"),
    (2, "การใช้งบประมาณ", "IIT"),
    (3, "การใช้อำนาจ", "IIT"),
    (4, "การใช้ทรัพย์สินของราชการ", "IIT"),
    (5, "การแก้ไขปัญหาการทุจริต", "IIT"),
    (6, "คุณภาพการดำเนินงาน", "EIT"),
    (7, "ประสิทธิภาพการสื่อสาร", "EIT"),
    (8, "การปรับปรุงระบบการทำงาน", "EIT"),
    (9, "การเปิดเผยข้อมูล", "OIT"),
    (10, "การป้องกันการทุจริต", "OIT"),
]
LETTERS = [
    ("AA", "95.00", None),
    ("A", "85.00", None),
    ("B", "75.00", None),
    ("C", "65.00", None),
    ("D", "55.00", None),
    ("E", "50.00", None),
    ("F", "0.00", None),
]
WORDS = [
    ("ผ่านดีเยี่ยม", "95.00", "95.00"),
    ("ผ่านดี", "85.00", "85.00"),
    ("ผ่าน", "85.00", None),
    ("ต้องปรับปรุง", "70.00", None),
    ("ต้องปรับปรุงโดยด่วน", "0.00", None),
]
FIRST_YEAR_OF_WORDS = 2566
# What each year's measures document and its report are about: (item, assessed, acted).
MEASURES = {
    2562: [],
    2563: [("O42", -1, 0), ("O43", -1, 0)],
    2564: [("O42", -1, 0), ("O43", -1, 0)],
    2565: [("O42", -1, 0), ("O43", -1, 0)],
    2566: [("O42", -1, 0), ("O43", -1, 0)],
    2567: [("O34", -1, 0), ("O35", -2, -1)],
    2568: [("O27", -1, 0), ("O28", -2, -1)],
    2569: [("O25", -1, 0), ("O26", -2, -1)],
}
# The same duty through the years, newest first: where each year's answer stood the year before.
MEASURES_CHAIN = [(2569, "O25"), (2568, "O27"), (2567, "O34"), *((year, "O42") for year in range(2566, 2562, -1))]
RESULTS_CHAIN = [(2569, "O26"), (2568, "O28"), (2567, "O35"), *((year, "O43") for year in range(2566, 2562, -1))]
# What pages of this site can answer of them, component by component.
_PLAN = "measures steps responsible follow-up"
_REPORT = ["measures steps responsible period", "result", "outcome"]
HOLDINGS = {
    (2563, "O42"): ["analysis", "defects", "points-to-develop", _PLAN],
    (2564, "O42"): ["analysis", "defects", "points-to-develop", _PLAN],
    (2565, "O42"): ["analysis", "defects", "points-to-develop", _PLAN],
    (2566, "O42"): ["analysis", "defects points-to-develop", _PLAN],
    (2567, "O34"): ["analysis", "measures", "steps", "responsible", "period", "follow-up"],
    (2568, "O27"): ["analysis", "measures", "steps", "responsible", "period"],
    (2569, "O25"): ["scores", "analysis points-to-develop", "analysis measures steps responsible period"],
    **{(year, "O43"): ["result"] for year in range(2563, 2567)},
    (2567, "O35"): _REPORT,
    (2568, "O28"): _REPORT,
    (2569, "O26"): ["result", "outcome"],
    # neither a fax nor questions and answers
    **{(year, "O5"): ["address", "phone", "", "email", "map"] for year in range(2563, 2567)},
    (2567, "O4"): ["address", "phone", "email", "map"],
    (2568, "O3"): ["address", "phone", "email", "map", ""],
    (2569, "O3"): ["address phone email map", ""],
    # no page names the unit that deals with complaints, and none says that the channel is apart from the general one
    **{(year, "O29"): ["complaint-channel", "complaint-steps", "", "complaint-days"] for year in range(2563, 2566)},
    (2566, "O27"): ["complaint-channel", "complaint-steps", "", "complaint-days"],
    (2566, "O28"): ["complaint-channel", ""],
    (2567, "O22"): ["complaint-channel", "complaint-steps", "", "complaint-days"],
    (2568, "O17"): ["complaint-channel", "complaint-steps", "", "complaint-days"],
    (2569, "O17"): ["complaint-channel", ""],
}
# The sections of the Official Information Act, and the items of each year that they ask for as well.
LAW = {
    2562: {"7 (1)": "O1", "7 (2)": "O3", "7 (3)": "O5", "9 (3)": "O10 O18", "9 (4)": "O13 O14", "9 (8)": "O23"},
    2563: {"7 (1)": "O1", "7 (2)": "O3", "7 (3)": "O5", "9 (3)": "O10 O18", "9 (4)": "O13 O14", "9 (8)": "O23"},
    2564: {"7 (1)": "O1", "7 (2)": "O3", "7 (3)": "O5", "9 (3)": "O10 O18", "9 (4)": "O13 O14", "9 (8)": "O23"},
    2565: {"7 (1)": "O1", "7 (2)": "O3", "7 (3)": "O5", "9 (3)": "O10 O18", "9 (4)": "O13 O14", "9 (8)": "O23"},
    2566: {"7 (1)": "O1", "7 (2)": "O3", "7 (3)": "O5", "9 (3)": "O11", "9 (4)": "O14 O15", "9 (8)": "O21"},
    2567: {"7 (1)": "O1", "7 (2)": "O3", "7 (3)": "O4", "9 (3)": "O8", "9 (4)": "O10 O11"},
    2568: {"7 (1)": "O1", "7 (2)": "O1", "7 (3)": "O3", "9 (3)": "O6", "9 (4)": "O8 O9"},
    2569: {"7 (1)": "O1", "7 (2)": "O1", "7 (3)": "O3", "9 (3)": "O6", "9 (4)": "O8 O9", "9 (8)": "O11 O12"},
}
# What each item of the year must be about, the whole item (no number) or one component of it: (kind, fiscal year).
PERIODS = {
    (2562, "O10", 0): ("year", 2562),
    (2562, "O11", 0): ("first-half", 2562),
    (2562, "O12", 0): ("whole-year", 2561),
    (2562, "O25", 0): None,
    (2563, "O20", 0): ("whole-year", 2562),
    (2564, "O4", 0): ("covers", 2564),
    (2564, "O15", 0): ("year", 2564),
    (2564, "O34", 0): None,
    (2565, "O1", 0): None,
    (2565, "O19", 0): ("first-half", 2565),
    (2565, "O25", 0): ("covers", 2565),
    (2565, "O34", 0): ("year", 2565),
    (2565, "O42", 0): ("year", 2565),
    (2565, "O43", 0): ("year", 2565),
    (2566, "O17", 0): ("whole-year", 2565),
    (2566, "O21", 0): ("year", 2566),
    (2566, "O39", 0): None,
    (2566, "O43", 0): ("year", 2566),
    (2567, "O8", 1): ("year", 2567),
    (2567, "O8", 2): ("first-half", 2567),
    (2567, "O12", 0): ("first-half", 2567),
    (2567, "O35", 0): ("whole-year", 2566),
    (2568, "O5", 0): ("covers", 2568),
    (2568, "O6", 1): ("year", 2568),
    (2568, "O6", 2): ("first-half", 2568),
    (2568, "O7", 0): ("whole-year", 2567),
    (2568, "O16", 1): None,
    (2568, "O16", 4): ("year", 2568),
    (2568, "O27", 0): ("year", 2568),
    (2568, "O28", 0): ("whole-year", 2567),
    (2569, "O3", 0): None,
    (2569, "O12", 2): ("whole-year", 2568),
    (2569, "O18", 0): ("whole-year", 2568),
    (2569, "O20", 1): ("year", 2569),
    (2569, "O20", 2): ("whole-year", 2568),
    (2569, "O20", 3): None,
    (2569, "O26", 0): ("whole-year", 2568),
}
# Items about the first six months whose texts do not say so, and why.
_BY_TITLE = "only its title is known, which says รอบ 6 เดือน"
HALF_UNSAID = {(2562, "O11"): _BY_TITLE, (2562, "O19"): _BY_TITLE, (2562, "O40"): _BY_TITLE}


@pytest.fixture(params=YEARS, ids=str)
def framework(request: pytest.FixtureRequest) -> Framework:
    year = request.param
    assert isinstance(year, FiscalYear)
    return frameworks.packaged(year)


def test_the_years_that_ship_with_the_program() -> None:
    assert frameworks.packaged_years() == tuple(YEARS)


def test_it_is_the_framework_of_its_year(framework: Framework) -> None:
    assert framework.source.file == f"generator/frameworks/{framework.fiscal_year}.yml"
    assert framework.title.endswith(f"ประจำปีงบประมาณ พ.ศ. {framework.fiscal_year}")
    assert framework.standing


def test_it_breaks_no_rule(framework: Framework) -> None:
    year = framework.fiscal_year
    site = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")
    profile = AgencyProfile(name="ก", type="ก", province="ก")
    scores = ScoreSet.model_validate({"overall": "9", "indicators": {str(n): "9" for n in range(1, 11)}})
    agency = Agency("tua-yang", profile, (AgencyYear(year, scores),))

    assert validate(Dataset(site, (agency,), {year: framework})) == ()


def test_the_weights_of_the_instruments(framework: Framework) -> None:
    weights = {instrument.code: instrument.weight for instrument in framework.instruments}

    assert weights == {"IIT": Decimal("0.30"), "EIT": Decimal("0.30"), "OIT": Decimal("0.40")}
    assert sum(weights.values()) == 1


def test_what_citizens_read_for_the_instruments(framework: Framework) -> None:
    assert {instrument.code: instrument.short_name for instrument in framework.instruments} == {
        "IIT": "ความเห็นของบุคลากรภายใน",
        "EIT": "ความเห็นของผู้รับบริการ",
        "OIT": "การเปิดเผยบนเว็บไซต์",
    }


def test_the_ten_indicators(framework: Framework) -> None:
    assert [(one.number, one.name, one.instrument) for one in framework.indicators] == INDICATORS


def test_no_two_indicators_share_a_name(framework: Framework) -> None:
    names = [thai.without_spaces(name) for one in framework.indicators for name in (one.name, *one.aliases)]

    assert len(set(names)) == len(names)
    assert framework.named("การปรับปรุงการทำงาน") == framework.indicator(8)


def test_the_items_are_numbered_through(framework: Framework) -> None:
    count = ITEMS[framework.fiscal_year.number]

    assert [item.code for item in framework.items] == [f"O{n}" for n in range(1, count + 1)]
    assert all(item.title for item in framework.items)


def test_sub_indicators_and_items_agree(framework: Framework) -> None:
    """Each item stands in the list of its sub-indicator, once, and the lists run through the items in order."""
    listed = {group.code: list(group.items) for group in framework.sub_indicators}
    by_item = {
        group.code: [item.code for item in framework.items if item.sub_indicator == group.code]
        for group in framework.sub_indicators
    }

    assert listed == by_item
    assert [code for codes in listed.values() for code in codes] == [item.code for item in framework.items]


def test_the_sub_indicators_belong_to_the_oit(framework: Framework) -> None:
    groups = [(group.code, group.indicator) for group in framework.sub_indicators]

    assert groups == [("9.1", 9), ("9.2", 9), ("9.3", 9), ("9.4", 9), ("9.5", 9), ("10.1", 10), ("10.2", 10)]
    assert {framework.indicator(number).instrument for _, number in groups} == {"OIT"}


def _named_sources(framework: Framework) -> set[str]:
    named = {name for instrument in framework.instruments for name in instrument.sources}
    named |= {name for item in framework.items for name in item.sources}
    named |= {name for stage in framework.calendar for name in stage.sources}
    return named | set(framework.national_average.sources if framework.national_average else ())


def test_every_source_that_is_named_is_listed(framework: Framework) -> None:
    assert _named_sources(framework) - set(framework.sources) == set()


def test_every_source_that_is_listed_is_named(framework: Framework) -> None:
    """A source that nothing rests on is a leftover."""
    assert set(framework.sources) - _named_sources(framework) == set()


def test_the_grades_of_the_year(framework: Framework) -> None:
    ladder = [
        (grade.label, str(grade.overall_min), None if grade.instrument_min is None else str(grade.instrument_min))
        for grade in framework.grades
    ]

    assert ladder == (WORDS if framework.fiscal_year.number >= FIRST_YEAR_OF_WORDS else LETTERS)


def test_how_scores_are_compared(framework: Framework) -> None:
    scoring = framework.scoring

    assert (str(scoring.tolerance), str(scoring.bar), str(scoring.threshold)) == ("0.01", "85", "70")


def test_which_years_the_measures_are_about(framework: Framework) -> None:
    about = [(item.code, item.assessed, item.acted) for item in framework.items if item.assessed is not None]

    assert about == MEASURES[framework.fiscal_year.number]
    assert all((item.assessed is None) == (item.acted is None) for item in framework.items)


def test_national_averages() -> None:
    averages = {
        year.number: str(average.value.value)
        for year in YEARS
        if (average := frameworks.packaged(year).national_average) is not None
    }

    assert averages == {2564: "81.25", 2565: "87.57", 2566: "90.19", 2567: "93.05", 2568: "93.82"}


def test_every_list_of_items_is_a_draft(framework: Framework) -> None:
    """As `standing` says: none was checked against the handbook."""
    assert framework.draft
    assert "ฉบับร่าง" in framework.standing


# --- the calendar


def test_stages_stand_in_order(framework: Framework) -> None:
    days = [(stage.start or stage.end, stage.end) for stage in framework.calendar]

    assert all(start <= end for start, end in days)
    assert days == sorted(days)
    year = fiscal_period(framework.fiscal_year)
    assert all(year.start <= day <= year.end for pair in days for day in pair)


def test_no_stage_stands_twice(framework: Framework) -> None:
    kinds = [stage.kind for stage in framework.calendar]

    assert len(set(kinds)) == len(kinds)


def test_the_days_that_are_known() -> None:
    known = {year.number: frameworks.packaged(year) for year in YEARS}
    deadlines = {year: one.deadline for year, one in known.items() if one.deadline}
    results = {
        year: stage.end for year, one in known.items() for stage in one.calendar if stage.kind is StageKind.RESULT
    }

    assert deadlines == {2564: datetime.date(2021, 4, 30), 2565: datetime.date(2022, 4, 30)}
    assert results == {
        2564: datetime.date(2021, 8, 26),
        2565: datetime.date(2022, 8, 1),
        2566: datetime.date(2023, 8, 10),
        2567: datetime.date(2024, 7, 30),
        2568: datetime.date(2025, 8, 15),
    }


# --- the year that evidence is about


def _about(framework: Framework, period: ItemPeriod | None) -> tuple[str, int] | None:
    return (period.kind.value, framework.fiscal_year.number + period.offset) if period else None


def _periods(item: OitItem) -> list[ItemPeriod]:
    own = [item.period, *(component.period for component in item.components)]
    return [period for period in own if period]


@pytest.mark.parametrize(("place", "wanted"), PERIODS.items(), ids=str)
def test_the_year_of_an_item(place: tuple[int, str, int], wanted: tuple[str, int] | None) -> None:
    year, code, number = place
    framework = frameworks.packaged(FiscalYear(year))
    item = framework.item(code)
    own = item.components[number - 1].period if number else None

    assert _about(framework, own or item.period) == wanted


_SAID_YEAR = re.compile(
    r"(?:ข้อมูล(?:รายเดือน)?ของ|ดำเนินการใน|ประกาศของ|ใช้บังคับใน|ครอบคลุม|ครอบคลุม 6 เดือนแรกของ|ข้อมูล 6 เดือนแรกของ)"
    r"ปีงบประมาณ พ\.ศ\. (25[0-9]{2})"
)


def test_what_a_note_says_of_the_year(framework: Framework) -> None:
    said = {item.code: int(found[1]) for item in framework.items if (found := _SAID_YEAR.search(item.note or ""))}
    about = {code: _about(framework, framework.item(code).period) for code in said}

    assert {code: period[1] if period else None for code, period in about.items()} == said
    assert len(said) >= (0 if framework.fiscal_year.number == YEARS[0].number else 9)


def test_what_a_note_says_of_the_kind(framework: Framework) -> None:
    """A document in force or a plan that covers the year is of the kind `covers`, and no other."""
    said = re.compile("ใช้บังคับ(?:ใน|ครอบคลุม)ปี|บังคับใช้ครอบคลุมปี|ครอบคลุมปี")
    texts = {item.code: [item.note or "", *(one.name for one in item.components)] for item in framework.items}
    covering = [item.code for item in framework.items if any(one.kind is PeriodKind.COVERS for one in _periods(item))]

    assert covering == [code for code, lines in texts.items() if any(said.search(line) for line in lines)]


def test_six_months_are_the_first_half_of_the_year(framework: Framework) -> None:
    """Where the note or a component speaks of the first six months and not of at least that much."""
    year = framework.fiscal_year.number
    texts = {item.code: [item.note or "", *(one.name for one in item.components)] for item in framework.items}
    said = {
        code
        for code, lines in texts.items()
        if any("6 เดือนแรก" in line.replace("อย่างน้อย 6 เดือนแรก", "") for line in lines)
    }
    halves = {item.code for item in framework.items if any(one.kind is PeriodKind.FIRST_HALF for one in _periods(item))}

    assert halves - said == {code for of, code in HALF_UNSAID if of == year}
    assert said - halves == set()


def test_only_finished_years_are_asked_whole(framework: Framework) -> None:
    periods = [period for item in framework.items for period in _periods(item)]

    assert periods
    assert all((period.offset < 0) == (period.kind is PeriodKind.WHOLE_YEAR) for period in periods)


def test_a_component_has_a_year_of_its_own_only_where_it_differs(framework: Framework) -> None:
    for item in framework.items:
        for component in item.components:
            assert component.period is None or _about(framework, component.period) != _about(framework, item.period)


def test_the_measures_are_of_the_year_in_which_they_are_acted(framework: Framework) -> None:
    about = {item.code: item.acted for item in framework.items if item.acted is not None}

    assert {code: period.offset if (period := framework.item(code).period) else None for code in about} == about


# --- the same duty the year before


def test_items_of_the_year_before_are_there(framework: Framework) -> None:
    named = [one.item for item in framework.items for one in item.previous]
    if framework.fiscal_year == YEARS[0]:
        assert named == []
        return
    before = frameworks.packaged(framework.fiscal_year.before())

    assert set(named) <= {item.code for item in before.items}
    assert all(len({one.item for one in item.previous}) == len(item.previous) for item in framework.items)


def test_what_does_not_compare_says_why(framework: Framework) -> None:
    assert all(one.comparable == (one.note is None) for item in framework.items for one in item.previous)


def test_merged_and_divided_items_do_not_compare(framework: Framework) -> None:
    follow = [(one.item, one.comparable, len(item.previous)) for item in framework.items for one in item.previous]
    codes = [code for code, _, _ in follow]

    assert all(not comparable for code, comparable, count in follow if count > 1 or codes.count(code) > 1)


@pytest.mark.parametrize("chain", [MEASURES_CHAIN, RESULTS_CHAIN], ids=["measures", "results"])
def test_a_duty_is_followed_back_through_the_years(chain: list[tuple[int, str]]) -> None:
    items = [frameworks.packaged(FiscalYear(year)).item(code) for year, code in chain]

    assert [[one.item for one in item.previous] for item in items] == [*([code] for _, code in chain[1:]), []]


@pytest.mark.parametrize(
    ("place", "comparable"),
    [
        ((2569, "O25", "O27"), False),
        ((2569, "O26", "O28"), True),
        ((2568, "O27", "O34"), True),
        ((2568, "O28", "O35"), True),
        ((2567, "O34", "O42"), True),
        # the report of 2566 again: what was done in the year assessed, then a report of the year before it
        ((2567, "O35", "O43"), False),
        ((2566, "O43", "O43"), True),
        ((2566, "O11", "O18"), False),
        ((2564, "O43", "O43"), True),
    ],
    ids=str,
)
def test_whether_answers_compare(place: tuple[int, str, str], comparable: bool) -> None:
    year, code, before = place
    item = frameworks.packaged(FiscalYear(year)).item(code)

    assert [one.comparable for one in item.previous if one.item == before] == [comparable]


NEW = {
    2562: {f"O{n}" for n in range(1, 49)},
    # the measures of 2562 were other ones
    2563: {"O42", "O43"},
    2564: set(),
    # a no-gift policy is not the pledge of the head
    2565: {"O34"},
    2566: {"O10", "O32", "O33", "O39", "O40", "O41"},
    2567: set(),
    2568: set(),
    2569: set(),
}


def test_which_items_are_new(framework: Framework) -> None:
    new = {item.code for item in framework.items if not item.previous}

    assert new == NEW[framework.fiscal_year.number]


def test_an_answer_compares_only_with_one_about_the_same_kind_of_year() -> None:
    for year in YEARS[1:]:
        framework, before = frameworks.packaged(year), frameworks.packaged(year.before())
        for item in framework.items:
            for one in (one for one in item.previous if one.comparable):
                mine, other = item.period, before.item(one.item).period
                if mine and other:
                    assert mine.offset == other.offset, f"{year} {item.code}"


# --- nothing to report, pages of this site, the law


def test_sentences_where_nothing_occurred(framework: Framework) -> None:
    sentences = [item.nothing for item in framework.items if item.nothing]

    for sentence in sentences:
        assert sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name) == ["date", "period"]
        assert "{" not in sentence.format(period="ปีงบประมาณ พ.ศ. 2568", date="30 เมษายน 2568")
    assert any("เรื่องร้องเรียน" in sentence for sentence in sentences)


def test_where_nothing_may_occur(framework: Framework) -> None:
    """Statistics of complaints, monthly procurement, what was received; each of them is about a known year."""
    items = [item for item in framework.items if item.nothing]
    about = re.compile("สถิติเรื่องร้องเรียน|รายเดือน|รายงานการรับทรัพย์สิน|รายงานผลตามนโยบาย No Gift Policy")

    assert all(about.search(item.title) and item.period for item in items)
    wanted = [item.code for item in framework.items if re.search("สถิติเรื่องร้องเรียน|รายเดือน", item.title)]
    assert set(wanted) <= {item.code for item in items}


def test_what_pages_of_this_site_can_answer(framework: Framework) -> None:
    year = framework.fiscal_year.number
    holds = {
        (year, item.code): [" ".join(one.holds) for one in item.components]
        for item in framework.items
        if any(one.holds for one in item.components)
    }

    assert holds == {place: wanted for place, wanted in HOLDINGS.items() if place[0] == year}


def test_sections_of_the_law(framework: Framework) -> None:
    act = "แห่งพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540"
    asked = [(text, item.code) for item in framework.items for text in item.law]
    wanted = LAW[framework.fiscal_year.number]

    assert sorted(asked) == sorted(
        (f"มาตรา {section} {act}", code) for section, codes in wanted.items() for code in codes.split()
    )


# --- how the files are written


def _scalars(year: FiscalYear) -> Iterator[tuple[int, str]]:
    for event in yaml.parse(frameworks.packaged_bytes(year).decode(), Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            mark: Any = event.start_mark
            yield mark.line + 1, event.value


@pytest.mark.parametrize("year", YEARS, ids=str)
def test_every_text_is_in_normal_form(year: FiscalYear) -> None:
    texts = list(_scalars(year))

    assert len(texts) > 300
    assert [(line, text) for line, text in texts if thai.normalise(text) != text] == []


@pytest.mark.parametrize("year", YEARS, ids=str)
def test_a_file_is_written_as_the_reader_wants_it(year: FiscalYear) -> None:
    content = frameworks.packaged_bytes(year)

    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert b"\t" not in content
    assert content.endswith(b"\n")
    # Arabic digits, so that what is printed can be searched for
    assert not re.search("[๐-๙]", content.decode())


def test_nothing_but_frameworks_lies_beside_the_code() -> None:
    names = {entry.name for entry in resources.files("generator.frameworks").iterdir()} - {"__pycache__"}

    assert names == {"__init__.py", "derived.py", *(f"{year}.yml" for year in YEARS)}


def test_the_years_stand_in_order() -> None:
    assert all(one < other for one, other in pairwise(frameworks.packaged_years()))


# --- the engine knows no item number and no year

_YEAR_OR_ITEM = re.compile(r"(?<![0-9])2[45][0-9]{2}(?![0-9])|[๒][๔๕][๐-๙]{2}|\bO ?[1-9][0-9]?\b")
_FIRST, _LAST = 2400, 2700

# Where a year or an item may stand in code, and why.
_ALLOWED = {
    ("thai.py", "2400"): "the earliest Buddhist year that a document can have",
    ("thai.py", "2699"): "the latest; tells them from years of the common era",
    ("thai.py", "2500"): "the century of a year of two digits: 68 is 2568",
    ("cli.py", "2569"): "an example of a date in the help of --as-of",
    ("problems/messages.py", "2566"): "an example of a date in a message",
    ("problems/messages.py", "2568"): "an example of a year in a message",
    ("problems/messages.py", "O27"): "an example of an item in a message",
    ("cli.py", "2568"): "an example of a year in the help of a command",
    ("pages/terms.py", "2567"): "an example of a fiscal year's first day",
    ("pages/terms.py", "2568"): "an example of a fiscal year",
    ("pages/terms.py", "O1"): "an example of how items are called",
    ("forms/fields.py", "2569"): "an example of a date in a note of the form",
    ("forms/items.py", "O1"): "an example of an item in a note of the form",
    ("personal.py", "2555"): "the years of which dates in numbers are told from mobile numbers",
    ("personal.py", "2581"): "the last of them",
}


def _docstrings(tree: ast.Module) -> set[int]:
    """Bare strings at the beginning of modules, classes and functions: they speak to developers."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def _years_and_items(code: str) -> Iterator[str]:
    tree = ast.parse(code)
    docstrings = _docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str | bytes):
            text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
            yield from _YEAR_OR_ITEM.findall(text)
        elif isinstance(node.value, int | float) and _FIRST <= node.value < _LAST:
            yield str(node.value)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("x = 2568", ["2568"]),
        ("x = 2399, 2700, 12568, 85, 1.5, True", []),
        ("if year >= FiscalYear(2566): pass", ["2566"]),
        ("x = 'ปี 2568'", ["2568"]),
        ("x = f'{a} ๒๕๖๘ {b}'", ["๒๕๖๘"]),
        ("x = 'O42', 'ข้อ O 7', b'O1'", ["O42", "O 7", "O1"]),
        ("x = 'O100', 'CO2', 'OIT', '125680'", []),
        ("def f():\n    '''Since 2566, O42.'''\n    return 1", []),
        ("def f():\n    x = '''Since 2566, O42.'''", ["2566", "O42"]),
        ("x = 1  # O42 of 2566", []),
    ],
)
def test_what_counts_as_a_year_or_an_item(code: str, found: list[str]) -> None:
    assert list(_years_and_items(code)) == found


def test_the_engine_knows_no_item_and_no_year() -> None:
    """What explains messages is made of examples of files, which have years and items."""
    found = {
        (path.relative_to(PROGRAM).as_posix(), text)
        for path in PROGRAM.rglob("*.py")
        if path.parent.name != "explanations"
        for text in _years_and_items(path.read_text(encoding="utf-8"))
    }

    assert found == set(_ALLOWED)
