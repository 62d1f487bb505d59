"""Rules of a year that nobody has published yet: a draft that says so, from those of an earlier year."""

import re
from typing import Any

import pytest

from generator.frameworks import packaged, packaged_bytes, packaged_years
from generator.frameworks.derived import derived
from generator.model import Confidence, Framework
from generator.problems import InvalidData
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate.frameworks import (
    codes_are_unique,
    instruments_are_used,
    ladder_descends,
    offsets_lead_back,
    references_exist,
    sentences_have_known_places,
    weights_add_up,
    year_of_the_file,
)

KNOWN, YEAR = FiscalYear(2569), FiscalYear(2570)
RULES = (
    codes_are_unique,
    instruments_are_used,
    ladder_descends,
    offsets_lead_back,
    references_exist,
    sentences_have_known_places,
    weights_add_up,
    year_of_the_file,
)


def _derived(known: FiscalYear, year: FiscalYear) -> Framework:
    return parse(read(derived(packaged_bytes(known), known, year), f"{year}.yml"), Framework)


def _confidences(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {str(value) for key, value in node.items() if key.endswith("confidence")}
        return own.union(*map(_confidences, node.values()))
    return set().union(*map(_confidences, node)) if isinstance(node, list) else set()


@pytest.mark.parametrize("known", packaged_years(), ids=str)
@pytest.mark.parametrize("ahead", [1, 3])
def test_every_year_gives_rules_that_nothing_is_wrong_with(known: FiscalYear, ahead: int) -> None:
    year = FiscalYear(known.number + ahead)
    framework = _derived(known, year)

    assert framework.fiscal_year == year
    assert framework.draft
    assert [problem for rule in RULES for problem in rule(year, framework)] == []
    assert [item.code for item in framework.items] == [item.code for item in packaged(known).items]
    assert [item.components for item in framework.items if item.components] or known.number == 2562


@pytest.mark.parametrize("known", packaged_years(), ids=str)
def test_nothing_in_it_is_more_than_an_inference(known: FiscalYear) -> None:
    tree = read(derived(packaged_bytes(known), known, known.after()), "-")

    assert _confidences(tree) == {Confidence.INFERENCE.value}
    assert not {"sources", "calendar", "national_average"} & tree.keys()
    assert not any(item.keys() & {"sources", "standing"} for item in tree["items"])


def test_every_item_is_the_one_of_its_number_the_year_before() -> None:
    for item in _derived(KNOWN, YEAR).items:
        (previous,) = item.previous

        assert (previous.item, previous.comparable, previous.note) == (item.code, True, None)


def test_years_move_and_laws_stay() -> None:
    framework = _derived(KNOWN, YEAR)

    assert framework.title == packaged(KNOWN).title.replace("2569", "2570")
    assert [part.name for part in framework.item("O4").components] == ["ข่าวของปี 2570"]
    assert [part.name for part in framework.item("O12").components] == ["สรุปผลทั้งปี", "สขร. รายเดือนของปี 2569"]
    assert framework.item("O12").note == "ข้อมูลของปีงบประมาณ พ.ศ. 2569"
    assert framework.item("O1").law == packaged(KNOWN).item("O1").law
    assert framework.item("O25").assessed == -1
    assert framework.item("O25").components[0].name == "ผลการประเมิน ITA ปี 2569 ภาพรวมและรายเครื่องมือ"


def test_what_changed_then_and_where_it_was_seen_is_not_said_again() -> None:
    text = derived(packaged_bytes(KNOWN), KNOWN, YEAR).decode()

    assert "ของปีก่อน" not in text
    assert "สทร." not in text
    assert _derived(KNOWN, YEAR).item("O10").note is None


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("ปี 2569", "ปี 2572"),
        ("ปี ๒๕๖๙", "ปี ๒๕๗๒"),
        ("ปี 2570 และ 2568", "ปี 2573 และ 2571"),
        ("ปี 2565", "ปี 2568"),
        ("ปี 2564", "ปี 2564"),  # long ago: it is about that year
        ("ปี 2571", "ปี 2571"),
        ("พ.ศ. 2540", "พ.ศ. 2540"),
        ("เลขที่ 25690", "เลขที่ 25690"),
    ],
)
def test_a_year_near_its_own_moves(text: str, moved: str) -> None:
    content = packaged_bytes(KNOWN).replace("title: ข้อมูลผู้บริหาร".encode(), f"title: ข้อ {text}".encode())
    framework = parse(read(derived(content, KNOWN, FiscalYear(2572)), "-"), Framework)

    assert framework.item("O2").title == f"ข้อ {moved}"


def test_it_says_what_it_is_made_from() -> None:
    text = derived(packaged_bytes(KNOWN), KNOWN, YEAR).decode()
    framework = _derived(KNOWN, YEAR)

    assert re.match("# .*2570 ฉบับร่าง ที่ระบบยกมาจากเกณฑ์ปี 2569", text)
    assert framework.standing.startswith("ยังไม่ได้ยืนยันกับคู่มือปี 2570")
    assert "พ.ศ. 2569 ซึ่งเป็นฉบับร่างเช่นกัน" in framework.standing
    assert "2570 ยกมาจากปีงบประมาณ พ.ศ. 2569 โดยอนุมาน" in framework.scoring.notes[0]
    assert [note for note in framework.scoring.notes[1:] if "2569" in note] == []
    assert len(framework.scoring.notes) == len(packaged(KNOWN).scoring.notes)


def test_rules_that_were_confirmed_are_not_called_a_draft() -> None:
    confirmed = packaged_bytes(KNOWN).replace(b"draft: true\n", b"")
    framework = parse(read(derived(confirmed, KNOWN, YEAR), "-"), Framework)

    assert framework.draft
    assert "เช่นกัน" not in framework.standing


def test_a_draft_gives_the_next_one() -> None:
    first = derived(packaged_bytes(KNOWN), KNOWN, YEAR)
    framework = parse(read(derived(first, YEAR, YEAR.after()), "-"), Framework)

    assert framework.fiscal_year == YEAR.after()
    assert "2569" not in " ".join(framework.scoring.notes[:1])
    assert "พ.ศ. 2570 ซึ่งเป็นฉบับร่างเช่นกัน" in framework.standing
    assert [part.name for part in framework.item("O4").components] == ["ข่าวของปี 2571"]


def test_the_same_bytes_again() -> None:
    assert derived(packaged_bytes(KNOWN), KNOWN, YEAR) == derived(packaged_bytes(KNOWN), KNOWN, YEAR)
    assert b"\r" not in derived(packaged_bytes(KNOWN).replace(b"\n", b"\r\n"), KNOWN, YEAR)


def test_broken_rules_give_none() -> None:
    with pytest.raises(InvalidData):
        derived(b"fiscal_year: 2569\n", KNOWN, YEAR)
