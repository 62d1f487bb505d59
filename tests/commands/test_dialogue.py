"""What a new repository is told: by options alone, or by somebody who answers one by one."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.commands.dialogue import Unfit, asked, fiscal_year, proposed_slug, told
from generator.commands.options import Given
from generator.commands.repository import Answers
from generator.thai import FiscalYear

TODAY = datetime.date(2026, 11, 29)
WHOLE = Given(
    name="เทศบาลตำบลตัวอย่าง",
    type="เทศบาลตำบล",
    province="จังหวัดทดสอบ",
    slug="tua-yang",
    year="2570",
    official=True,
)


def _given(**changed: str) -> Given:
    whole: dict[str, Any] = changed
    return replace(WHOLE, **whole)


def _refusal(given: Given) -> str:
    with pytest.raises(Unfit) as refused:
        told(given, "th")
    return "\n".join(refused.value.lines)


# --- by options


def test_options_are_enough() -> None:
    assert told(_given(district=" อำเภอ  ก ", url="https://a.go.th/ita"), "th") == Answers(
        "เทศบาลตำบลตัวอย่าง",
        "เทศบาลตำบล",
        "จังหวัดทดสอบ",
        "อำเภอ ก",
        "tua-yang",
        FiscalYear(2570),
        "https://a.go.th/ita",
        official=True,
    )


def test_district_and_address_may_be_left_out() -> None:
    answers = told(_given(), "th")

    assert (answers.district, answers.url) == (None, None)


@pytest.mark.parametrize("empty", [None, ""])
def test_all_that_is_missing_is_named(empty: str | None) -> None:
    refusal = _refusal(Given(name=empty, type="ก", year=empty))

    assert "--name, --province, --slug, --year, --official หรือ --sample" in refusal
    assert "--type" not in refusal
    assert "--url" not in refusal


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("slug", "Tua-Yang", "ใช้ไม่ได้"),
        ("slug", "x", "ใช้ไม่ได้"),
        ("slug", "a" * 41, "ใช้ไม่ได้"),
        ("slug", "../x", "ใช้ไม่ได้"),
        ("slug", "oit", "สงวนไว้"),
        ("slug", "con", "สงวนไว้"),
        ("slug", "com1", "สงวนไว้"),
        ("year", "2027", "ปี ค.ศ."),
        ("year", "70", "ไม่ใช่ปีงบประมาณ"),
        ("year", "2562", "ปี 2563 ขึ้นไป"),
        ("url", "http://a.go.th", "https://"),
        ("url", "https://user@a.go.th", "https://"),
        ("name", "ชื่อ\u202eยาว", "U+202E"),
        ("name", "ก" * 20_001, "20000"),
        ("province", "โทร 081-234-5678", "หมายเลขโทรศัพท์มือถือ"),
        ("name", "เทศบาล\ufffd", "อ่านตัวอักษร"),
    ],
)
def test_an_answer_that_no_record_takes_is_refused(field: str, text: str, said: str) -> None:
    refusal = _refusal(_given(**{field: text}))

    assert refusal.startswith(f"--{field}: ")
    assert said in refusal


@pytest.mark.parametrize(
    ("field", "text"),
    [("slug", "ab"), ("slug", "a" * 40), ("slug", "console"), ("year", "2563"), ("year", "๒๕๗๐"), ("name", "ก: ข #1")],
)
def test_an_answer_at_the_edge_is_taken(field: str, text: str) -> None:
    told(_given(**{field: text}), "th")


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert len(_refusal(_given(slug="X", year="1", url="x")).splitlines()) == 3


def test_a_personal_number_is_not_repeated() -> None:
    assert "5678" not in _refusal(_given(name="โทร 081-234-5678"))


# --- by a person


class _Person:
    """Answers in the order given, and remembers what was asked and said."""

    def __init__(self, *answers: str) -> None:
        self.answers: Iterator[str] = iter(answers)
        self.heard: list[str] = []

    def ask(self, question: str) -> str:
        self.heard.append(question)
        return next(self.answers)

    def answer(self, given: Given, folder: str = "Tua Yang") -> Answers:
        return asked(given, Path(folder), TODAY, ask=self.ask, say=self.heard.append, language="th")


def test_everything_is_asked_for() -> None:
    person = _Person("เทศบาลตำบลตัวอย่าง", "", "จังหวัดทดสอบ", "", "", "", "", "")
    answers = person.answer(Given())

    assert answers == told(_given(), "th")  # proposals were taken
    assert [question.partition("[")[2].rstrip(": ]") for question in person.heard] == [
        "",
        "เทศบาลตำบล",
        "",
        "",
        "tua-yang",
        "2570",
        "",
        "ใช่",
    ]


def test_what_the_options_say_is_not_asked_again() -> None:
    person = _Person("อำเภอ ก", "https://a.go.th/")
    answers = person.answer(_given())

    assert (answers.district, answers.url) == ("อำเภอ ก", "https://a.go.th/")
    assert len(person.heard) == 2


def test_a_wrong_answer_is_asked_again_with_the_reason() -> None:
    person = _Person(
        "",
        "เทศบาล\ufffd",
        "เทศบาลตำบลตัวอย่าง",
        "",
        "จังหวัดทดสอบ",
        "",
        "ไทย",
        "tua-yang",
        "2026",
        "2570",
        "",
        "อาจ",
        "ไม่ใช่",
    )
    answers = person.answer(Given())

    assert answers.official is False
    assert (answers.slug, answers.year) == ("tua-yang", FiscalYear(2570))
    said = [line for line in person.heard if line.startswith("  ")]
    assert [word in line for word, line in zip(("จำเป็น", "อ่านตัว", "ใช้ไม่ได้", "ค.ศ.", "อาจ"), said, strict=True)] == [
        True
    ] * 5


def test_a_wrong_option_is_told_and_asked_for() -> None:
    person = _Person("", "tua-yang", "")
    answers = person.answer(_given(slug="CON"))

    assert answers.slug == "tua-yang"
    assert any("สงวนไว้" in line for line in person.heard)


@pytest.mark.parametrize(
    ("text", "official"),
    [("ใช่", True), ("Y", True), ("yes", True), ("ไม่ใช่", False), ("ไม่", False), ("N", False)],
)
def test_yes_and_no(text: str, *, official: bool) -> None:
    given = replace(WHOLE, district="ก", url="https://a.go.th/", official=None)

    assert _Person(text).answer(given).official is official


@pytest.mark.parametrize(
    ("folder", "url", "slug"),
    [
        ("mueang-khong", "", "mueang-khong"),
        ("Mueang Khong_ITA", "", "mueang-khong-ita"),
        ("เมืองคง", "https://www.mueangkhong.go.th/", "mueangkhong"),
        ("เมืองคง", "", "agency"),
        ("data", "https://a.b.go.th", "agency"),  # reserved, and too short
        ("con", "https://ab.go.th", "ab"),
        ("123", "", "agency"),
    ],
)
def test_a_slug_is_proposed(folder: str, url: str, slug: str) -> None:
    assert proposed_slug(folder, url) == slug


@pytest.mark.parametrize(
    ("day", "year"),
    [((2026, 9, 30), 2569), ((2026, 10, 1), 2570), ((2026, 12, 31), 2570), ((2027, 1, 1), 2570), ((2027, 9, 30), 2570)],
)
def test_a_fiscal_year_begins_in_october(day: tuple[int, int, int], year: int) -> None:
    assert fiscal_year(datetime.date(*day)) == FiscalYear(year)
