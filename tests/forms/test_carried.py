"""What of last year's answers begins this year's."""

import pytest

from generator.forms.carried import Carried, carried, continuing
from generator.frameworks import packaged
from generator.model import AgencyYear, Disclosures, MeasureSet
from generator.reader import parse, read
from generator.thai import FiscalYear

BEFORE, YEAR = FiscalYear(2568), FiscalYear(2569)
ENDED = "O15"  # of 2567


def _carried(text: str, year: FiscalYear = YEAR) -> Carried:
    disclosures = parse(read(text.encode(), "-"), Disclosures)
    return carried(AgencyYear(year.before(), disclosures=disclosures), packaged(year))


def _begun(begun: Carried) -> Disclosures:
    assert begun.content is not None
    return parse(read(begun.content, "-"), Disclosures)


def test_a_unit_goes_to_the_number_that_its_duty_has_now() -> None:
    begun = _carried("items: [{item: O13, unit: กองคลัง}, {item: O1, unit: สำนักปลัด}]")

    assert [(one.item, one.unit) for one in _begun(begun).items] == [("O1", "สำนักปลัด"), ("O12", "กองคลัง")]
    assert begun.items == (("O1", "O1"), ("O12", "O13"))
    assert (begun.changed, begun.ended, begun.dated) == ((), (), ())


def test_evidence_days_and_results_stay_behind() -> None:
    begun = _carried("""\
due: 30 เมษายน 2568
items:
  - item: O1
    unit: สำนักปลัด
    path: [หน้าแรก, "ข้อมูล: พื้นฐาน"]
    evidence: [{link: "https://a.go.th/x", title: โครงสร้าง, year: 2568, whole: true}]
    result: {credit: full, date: 1 มิถุนายน 2568}
    redirects: [oit/1]
  - item: O19
    nothing: {date: 31 มีนาคม 2568}
    unit: กองกฎหมาย
""")
    record = _begun(begun)

    assert record.due is None
    one, other = record.items
    assert (one.unit, one.path) == ("สำนักปลัด", ("หน้าแรก", "ข้อมูล: พื้นฐาน"))
    assert (one.evidence, one.result, one.redirects) == ((), None, ())
    assert (other.item, other.unit, other.nothing) == ("O18", "กองกฎหมาย", None)
    assert "2568" in (begun.content or b"").decode().splitlines()[0]


def test_an_exemption_comes_over_and_is_named() -> None:
    begun = _carried("items: [{item: O13, exempt: คู่มือ หน้า 25}, {item: O1, unit: ก}]")

    assert _begun(begun).items[1].exempt == "คู่มือ หน้า 25"
    assert begun.exempt == ("O12",)


def test_what_asks_for_something_else_now_is_told() -> None:
    begun = _carried("items: [{item: O12, unit: กองคลัง}, {item: O10, unit: สำนักปลัด}]")

    assert begun.content is None
    assert begun.changed == (("O12", "O11"), ("O10", "O10"))


def test_what_is_asked_for_no_more_is_told() -> None:
    begun = _carried(f"items: [{{item: {ENDED}, unit: กองคลัง}}]", FiscalYear(2568))

    assert begun.content is None
    assert begun.ended == (ENDED,)


def test_an_item_without_anything_to_carry_is_not_told() -> None:
    begun = _carried('items: [{item: O1, evidence: [{link: "https://a.go.th/x", title: ก}]}, {item: O12}]')

    assert begun == Carried()


@pytest.mark.parametrize(
    ("step", "dated"), [("ITA 2568", True), ("ITA ๒๕๖๘", True), ("ITA", False), ("ITA 2567", False)]
)
def test_a_way_that_names_the_year_stays_behind(step: str, *, dated: bool) -> None:
    begun = _carried(
        f"path: [หน้าแรก, {step}]\nitems: [{{item: O1, unit: ก, path: [{step}]}}, {{item: O2, path: [{step}]}}]"
    )
    record = _begun(begun)

    assert begun.dated == (("O1", "O2", "") if dated else ())
    assert record.path == (() if dated else ("หน้าแรก", step))
    assert (
        [(one.item, one.path) for one in record.items] == [("O1", ())] if dated else [("O1", (step,)), ("O2", (step,))]
    )


def test_two_items_that_became_one_give_the_first_and_tell_the_other() -> None:
    framework = packaged(YEAR)
    one = framework.item("O1")
    both = one.model_copy(update={"previous": (*one.previous, *framework.item("O2").previous)})
    items = tuple(both if item is one else item.model_copy(update={"previous": ()}) for item in framework.items)
    text = "items: [{item: O2, unit: สอง}, {item: O1, unit: หนึ่ง}]"
    before = AgencyYear(BEFORE, disclosures=parse(read(text.encode(), "-"), Disclosures))
    begun = carried(before, framework.model_copy(update={"items": items}))

    assert [(one.item, one.unit) for one in _begun(begun).items] == [("O1", "สอง")]
    assert begun.changed == (("O1", "O1"),)


def test_a_year_without_answers_gives_nothing() -> None:
    assert carried(AgencyYear(BEFORE), packaged(YEAR)) == Carried()


def test_measures_that_go_on() -> None:
    text = """\
measures:
  - {no: 1, title: มาตรการหนึ่ง, continues: true}
  - {no: 2, title: มาตรการสอง}
  - {no: 3, subject: เรื่องที่สาม, continues: true}
  - {no: 4, continues: true}
"""
    year = AgencyYear(BEFORE, measures=parse(read(text.encode(), "-"), MeasureSet))

    assert continuing(year) == ("มาตรการที่ 1 มาตรการหนึ่ง", "มาตรการที่ 3 เรื่องที่สาม", "มาตรการที่ 4 –")
    assert continuing(AgencyYear(BEFORE)) == ()
