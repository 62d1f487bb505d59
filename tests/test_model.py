"""The types of fields at their bounds, records in general, and what frameworks and score sets answer."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator import model
from generator.model import (
    PARTS,
    AgencyProfile,
    AgencyYear,
    Analysis,
    Cell,
    Confidence,
    DatumKey,
    Day,
    Difference,
    Documents,
    Email,
    Figure,
    Framework,
    Grade,
    Https,
    Indicator,
    IndicatorAnalysis,
    IndicatorKey,
    Instrument,
    Key,
    Measure,
    MeasureSet,
    Offset,
    Passage,
    Phone,
    Phrase,
    Place,
    PlaceKind,
    Printed,
    PrintedInstrument,
    PrintedScore,
    PrintedSpan,
    Prose,
    Record,
    Score,
    ScoreSet,
    Scoring,
    Share,
    Span,
    Text,
    Whole,
    Year,
)
from generator.problems import Source
from generator.reader import Text as Scalar
from generator.thai import FiscalYear, Period

# --- values


def value_of(kind: Any, text: str | None) -> Any:
    return TypeAdapter(kind).validate_python(text)


def refusal(kind: Any, text: object) -> tuple[str, str]:
    """The code of the Problem and the reading that is proposed."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(text)
    (error,) = refused.value.errors(include_url=False)
    return error["type"], error.get("ctx", {}).get("reading", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", "0"), ("0.00", "0.00"), ("100", "100"), ("100.00", "100.00"), ("๘๘.๕๓", "88.53"), ("99.999", "99.999")],
)
def test_score(text: str, number: str) -> None:
    assert str(value_of(Score, text).value) == number


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("100.01", "score-range", ""),
        ("100.0000001", "score-range", ""),
        ("-0.01", "score-range", ""),
        ("๑๐๑", "score-range", ""),
        ("1000", "score-range", ""),
        ("๘๙.69", "number-mixed-digits", "89.69"),
        ("88,53", "number-comma", "88.53"),
        ("8e1", "number-invalid", "80"),
        ("ไม่มี", "number-invalid", ""),
        ("", "number-invalid", ""),
        ("1e99999999999999999", "number-invalid", ""),
        (None, "empty-value", ""),
    ],
)
def test_score_refused(text: str | None, code: str, reading: str) -> None:
    assert refusal(Score, text) == (code, reading)


@pytest.mark.parametrize(("text", "number"), [("-2.86", "-2.86"), ("- ๑.๓๖", "-1.36"), ("0", "0"), ("+3.10", "3.10")])
def test_difference_may_be_negative(text: str, number: str) -> None:
    assert str(value_of(Difference, text).value) == number


@pytest.mark.parametrize(
    ("text", "number"), [("0", "0"), ("0.30", "0.30"), ("๐.๔๐", "0.40"), ("85", "85"), ("100", "100")]
)
def test_share(text: str, number: str) -> None:
    assert str(value_of(Share, text)) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [("100.01", "score-range"), ("-0.01", "score-range"), ("30%", "number-invalid"), ("", "number-invalid")],
)
def test_share_refused(text: str, code: str) -> None:
    assert refusal(Share, text)[0] == code


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("1", 1), ("๑๐", 10), ("010", 10), ("10.0", 10)])
def test_whole(text: str, number: int) -> None:
    assert value_of(Whole, text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-1", "number-whole"),
        ("1.5", "number-whole"),
        ("0.001", "number-whole"),
        ("1๐", "number-mixed-digits"),
        ("หนึ่ง", "number-invalid"),
        ("", "number-invalid"),
        ("1" * 5000, "number-invalid"),
        (None, "empty-value"),
    ],
)
def test_whole_refused(text: str | None, code: str) -> None:
    assert refusal(Whole, text)[0] == code


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("-1", -1), ("- ๑", -1), ("-1.0", -1), ("1", 1)])
def test_offset(text: str, number: int) -> None:
    assert value_of(Offset, text) == number


@pytest.mark.parametrize(("text", "code"), [("-0.5", "number-whole"), ("x", "number-invalid"), ("", "number-invalid")])
def test_offset_refused(text: str, code: str) -> None:
    assert refusal(Offset, text) == (code, "")


@pytest.mark.parametrize(
    ("text", "datum"), [("overall", "overall"), ("๑๐", "10"), (" 1 ", "1"), ("IIT", "IIT"), ("grade", "grade")]
)
def test_datum_key(text: str, datum: str) -> None:
    assert value_of(DatumKey, text) == datum


@pytest.mark.parametrize(("text", "year"), [("2400", 2400), ("๒๕๖๘", 2568), ("2699", 2699)])
def test_year(text: str, year: int) -> None:
    assert value_of(Year, text) == FiscalYear(year)


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("2399", "year-invalid", ""),
        ("2700", "year-invalid", ""),
        ("2025", "year-common-era", "2568"),
        ("68", "year-invalid", ""),
        (None, "empty-value", ""),
    ],
)
def test_year_refused(text: str | None, code: str, reading: str) -> None:
    assert refusal(Year, text) == (code, reading)


@pytest.mark.parametrize(
    ("text", "day"),
    [("29 ก.พ. 2567", datetime.date(2024, 2, 29)), ("๓๐ กันยายน ๒๕๖๘", datetime.date(2025, 9, 30))],
)
def test_day(text: str, day: datetime.date) -> None:
    assert value_of(Day, text) == day


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("29 ก.พ. 2568", "date-invalid", ""),
        ("2025-09-30", "date-common-era", "2568"),
        ("กันยายน 2568", "date-invalid", ""),
        (None, "empty-value", ""),
    ],
)
def test_day_refused(text: str | None, code: str, reading: str) -> None:
    assert refusal(Day, text) == (code, reading)


@pytest.mark.parametrize(
    ("kind", "code", "text", "value"),
    [
        (Key, "key-invalid", "a", "a"),
        (Key, "key-invalid", " a ", "a"),
        (Key, "key-invalid", "a" * 40, "a" * 40),
        (Https, "address-invalid", "https://example.go.th", "https://example.go.th"),
        (Https, "address-invalid", "https://example.go.th/", "https://example.go.th/"),
        (Https, "address-invalid", " https://a.go.th/x?y=1&z=%E0#top ", "https://a.go.th/x?y=1&z=%E0#top"),
        (Phone, "phone-invalid", "073-202200", "073-202200"),
        (Phone, "phone-invalid", "0737202200", "0737202200"),
        (Phone, "phone-invalid", "๐๗๓ ๒๐๒๒๐๐", "073 202200"),
        (Phone, "phone-invalid", "0 2215 9999 ต่อ 12-14", "0 2215 9999 ต่อ 12-14"),
        (Phone, "phone-invalid", "191", "191"),
        (Phone, "phone-invalid", "1" * 20, "1" * 20),
        (Email, "email-invalid", "saraban@example.go.th", "saraban@example.go.th"),
        (Email, "email-invalid", "a+b_c.d-e@f-g.h", "a+b_c.d-e@f-g.h"),
    ],
)
def test_matching(kind: Any, code: str, text: str, value: str) -> None:
    assert value_of(kind, text) == value
    assert refusal(kind, f"{text}\n!") == (code, "")


@pytest.mark.parametrize(
    ("kind", "code", "text"),
    [
        *((Key, "key-invalid", text) for text in ["", "a" * 41, "1a", "-a", "A", "a_b", "a b", "ก", "a/b", "a.b"]),
        *(
            (Https, "address-invalid", text)
            for text in [
                "",
                "http://example.go.th",
                "example.go.th",
                "//example.go.th",
                "javascript:alert(1)",
                "https://example",
                "https://example..th",
                "https://user@example.go.th/",
                "https://example.go.th:443/",
                "https://example.go.th/a b",
                "https://example.go.th/ข้อมูล",
                "https://เทศบาล.ไทย",
                "https://example.go.th\\@evil.example/",
                "HTTPS://example.go.th/",
            ]
        ),
        *(
            (Phone, "phone-invalid", text)
            for text in ["", "19", "1" * 21, "-073202", "073202-", "(073) 202200", "073.202", "ไม่มี", "073-202200 ต่อ"]
        ),
        *(
            (Email, "email-invalid", text)
            for text in ["", "a@b", "@b.c", "a@", "a b@c.d", "a@b..c", "a@b.c,d@e.f", "a@b.c?bcc=x", "ก@b.c", "a@@b.c"]
        ),
    ],
)
def test_not_matching(kind: Any, code: str, text: str) -> None:
    assert refusal(kind, text) == (code, "")


OCTOBER_2566, SEPTEMBER_2567 = datetime.date(2023, 10, 1), datetime.date(2024, 9, 30)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # the periods that the five reports print
        ("ต.ค.๖๖- ก.ย.๖๗", OCTOBER_2566, SEPTEMBER_2567),
        ("( ตุลาคม ๒๕๖๘ - กันยายน ๒๕๖๙)", datetime.date(2025, 10, 1), datetime.date(2026, 9, 30)),
        ("เดือน ตุลาคม พ.ศ.๒๕๖๕ - กันยายน พ.ศ.๒๕๖๖", datetime.date(2022, 10, 1), datetime.date(2023, 9, 30)),
        ("เดือน ตุลาคม พ.ศ. ๒๕๖๕ - กันยายน พ.ศ.๒๕๖๖", datetime.date(2022, 10, 1), datetime.date(2023, 9, 30)),
        ("เดือน ตุลาคม พ.ศ.๒๕๖๕ - วันที่ ๓๐ กันยายน พ.ศ.๒๕๖๖", datetime.date(2022, 10, 1), datetime.date(2023, 9, 30)),
        ("เดือนตุลาคม พ.ศ.๒๕๖๕ - วันที่ ๓๐ กันยายน พ.ศ.๒๕๖๖", datetime.date(2022, 10, 1), datetime.date(2023, 9, 30)),
        ("เดือนตุลาคม พ.ศ.๒๕๖๕ - วันที่ ๓๐ กันยายน พ.ศ. ๒๕๖๖", datetime.date(2022, 10, 1), datetime.date(2023, 9, 30)),
        ("เดือนตุลาคม พ.ศ. ๒๕๖๕ - เดือนมีนาคม พ.ศ.๒๕๖๖", datetime.date(2022, 10, 1), datetime.date(2023, 3, 31)),
        # others
        ("ตุลาคม 2566 – กันยายน 2567", OCTOBER_2566, SEPTEMBER_2567),
        ("(ต.ค. 66 - ก.ย. 67)", OCTOBER_2566, SEPTEMBER_2567),
        ("(ตุลาคม 2566) - (กันยายน 2567)", None, None),
        ("1/10/2566 - 30/9/2567", OCTOBER_2566, SEPTEMBER_2567),
        ("ตุลาคม 2566", OCTOBER_2566, datetime.date(2023, 10, 31)),
        ("ก.พ. ๖๗", datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)),
        ("1 ตุลาคม 2566", OCTOBER_2566, OCTOBER_2566),
        ("1 ตุลาคม 2566 - 1 ตุลาคม 2566", OCTOBER_2566, OCTOBER_2566),
        ("ตุลาคม 2566 - ตุลาคม 2566", OCTOBER_2566, datetime.date(2023, 10, 31)),
        # words without days are kept
        ("ตลอดปี", None, None),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๗", None, None),
        ("ไตรมาสที่ 1 - 2", None, None),
        ("ตุลาคม - กันยายน", None, None),
        ("ปีงบประมาณ พ.ศ. 2567", None, None),
        ("31 เมษายน 2567", None, None),
        ("-", None, None),
        ("()", None, None),
    ],
)
def test_span(text: str, start: datetime.date | None, end: datetime.date | None) -> None:
    assert value_of(Span, text) == PrintedSpan(text, Period(start, end) if start and end else None)


@pytest.mark.parametrize(
    ("text", "code", "reading"),
    [
        ("กันยายน 2567 - ตุลาคม 2566", "period-order", ""),
        ("(ก.ย.๖๗- ต.ค.๖๖)", "period-order", ""),
        ("2 ตุลาคม 2566 - 1 ตุลาคม 2566", "period-order", ""),
        ("พฤศจิกายน 2566 - ตุลาคม 2566", "period-order", ""),
        ("ตุลาคม 2023 - กันยายน 2024", "date-common-era", "2566"),
        ("ตุลาคม 2566 - กันยายน 2024", "date-common-era", "2567"),
        ("1/10/2023", "date-common-era", "2566"),
        ("", "empty-value", ""),
        (" \u200b ", "empty-value", ""),
        (None, "empty-value", ""),
    ],
)
def test_span_refused(text: str | None, code: str, reading: str) -> None:
    assert refusal(Span, text) == (code, reading)


def test_span_is_kept_as_it_is_printed() -> None:
    assert value_of(Span, "  ต.ค.๖๖-   ก.ย.๖๗ ").text == "ต.ค.๖๖- ก.ย.๖๗"


SCALARS = [
    *(Text, Printed, Key, Https, Phone, Email, Score, Difference, Whole, Offset, DatumKey, Share, Year, Day, Span),
    Passage,
]


@pytest.mark.parametrize("kind", SCALARS)
@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "empty-value"),
        ({}, "wrong-kind"),
        ({"value": "90"}, "wrong-kind"),
        ({"number": "2568"}, "wrong-kind"),
        ([], "wrong-kind"),
        (["90"], "wrong-kind"),
    ],
)
def test_what_is_no_scalar_is_refused(kind: Any, value: object, code: str) -> None:
    assert refusal(kind, value) == (code, "")


@pytest.mark.parametrize(
    ("text", "value"),
    [("ก", "ก"), ("  น\u0e4d\u0e49\u0e32  ใส ", "น\u0e49\u0e33 ใส"), ("ก" * 20_000, "ก" * 20_000)],
)
def test_text(text: str, value: str) -> None:
    assert value_of(Text, text) == value


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "ก" * 20_001])
def test_text_is_neither_empty_nor_endless(text: str) -> None:
    with pytest.raises(ValidationError):
        value_of(Text, text)


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty-value"), (" \u200b ", "empty-value"), ("ก" * 20_001, "text-too-long")]
)
def test_printed_is_neither_empty_nor_endless(text: str, code: str) -> None:
    assert refusal(Printed, text) == (code, "")
    assert value_of(Printed, "ก" * 20_000) == Phrase("ก" * 20_000)


@pytest.mark.parametrize("text", ["1", "๑", "01", "10", "1.0"])
def test_indicator_key_stays_as_it_is_written(text: str) -> None:
    assert value_of(IndicatorKey, text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [("abc", "number-invalid"), ("1.5", "number-whole"), ("-1", "number-whole"), ("1๐", "number-mixed-digits")],
)
def test_indicator_key_refused(text: str, code: str) -> None:
    assert refusal(IndicatorKey, text)[0] == code


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Score, "88.53", Figure(Decimal("88.53"))),
        (Difference, "-1.36", Figure(Decimal("-1.36"))),
        (Printed, " ผ่าน  ดี ", Phrase("ผ่าน ดี")),
        (Span, " ตลอด  ปี ", PrintedSpan("ตลอด ปี", None)),
        (Passage, " ผ่าน  ดี ", Prose(("ผ่าน ดี",))),
    ],
)
def test_what_is_printed_knows_its_place(kind: Any, text: str, expected: Figure | Phrase | PrintedSpan | Prose) -> None:
    scalar = Scalar(text)
    scalar.source = Source("data/a/2568/scores.yml", 7, 13)
    value = value_of(kind, scalar)

    assert value == expected
    assert value.source == Source("data/a/2568/scores.yml", 7, 13)


def test_figures_and_phrases_are_equal_wherever_they_stand() -> None:
    place = Source("data/a/2568/scores.yml", 7, 13)

    assert {Figure(Decimal("90.00")), Figure(Decimal(90), place)} == {Figure(Decimal(90))}
    assert {Phrase("ก"), Phrase("ก", place)} == {Phrase("ก")}
    assert {PrintedSpan("ก", None), PrintedSpan("ก", None, place)} == {PrintedSpan("ก", None)}


# --- records


def _records(parent: type[Record] = Record) -> Iterator[type[Record]]:
    for record in parent.__subclasses__():
        yield record
        yield from _records(record)


RECORDS = sorted({record for record in _records() if record.__module__.startswith(f"{model.__name__}.")}, key=str)


def test_every_record_is_listed() -> None:
    assert {AgencyProfile, Framework, ScoreSet, Place, Analysis, MeasureSet, Documents} < set(RECORDS)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_are_frozen(record: type[Record]) -> None:
    instance = record.model_construct()

    with pytest.raises(ValidationError, match="frozen"):
        setattr(instance, next(iter(record.model_fields)), "ก")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_refuse_unknown_keys(record: type[Record]) -> None:
    with pytest.raises(ValidationError) as refused:
        record.model_validate({"no-such-key": "ก"})

    assert (("no-such-key",), "extra_forbidden") in [(error["loc"], error["type"]) for error in refused.value.errors()]


# --- frameworks


def _indicator(number: int, name: str, instrument: str, *aliases: str) -> Indicator:
    return Indicator(
        number=number,
        name=name,
        name_en="x",
        aliases=aliases,
        instrument=instrument,
        confidence=Confidence.CONFIRMED,
    )


FRAMEWORK = Framework(
    fiscal_year=FiscalYear(2568),
    title="เกณฑ์",
    standing="ทดสอบ",
    instruments=(
        Instrument(
            code="IIT",
            name="แบบวัด IIT",
            short_name="ภายใน",
            name_en="x",
            weight=Decimal("0.30"),
            confidence=Confidence.CONFIRMED,
        ),
        Instrument(
            code="OIT",
            name="แบบวัด OIT",
            short_name="เว็บไซต์",
            name_en="x",
            weight=Decimal("0.70"),
            confidence=Confidence.CONFIRMED,
        ),
    ),
    indicators=(
        _indicator(1, "การปฏิบัติหน้าที่", "IIT"),
        _indicator(2, "การใช้งบประมาณ", "IIT", "การใช้จ่ายงบประมาณ", "งบ ประมาณ"),
        _indicator(10, "การป้องกันการทุจริต", "OIT"),
    ),
    scoring=Scoring(tolerance=Decimal("0.01"), bar=Decimal(85), threshold=Decimal(85), confidence=Confidence.CONFIRMED),
    grades=(Grade(label="ผ่าน", overall_min=Decimal(0), confidence=Confidence.CONFIRMED),),
)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("การปฏิบัติหน้าที่", 1),
        ("การ ปฏิบัติ\nหน้าที่", 1),
        ("การใช้งบประมาณ", 2),
        ("การใช้จ่ายงบประมาณ", 2),
        ("การใช้จ่าย งบประมาณ ", 2),
        ("งบประมาณ", 2),
        ("การป้องกันการทุจริต", 10),
    ],
)
def test_named(name: str, number: int) -> None:
    assert FRAMEWORK.named(name) == FRAMEWORK.indicator(number)


@pytest.mark.parametrize("name", ["", "การใช้", "การใช้งบประมาณ2", "การใช้งบประมาน", "1"])
def test_named_nothing(name: str) -> None:
    assert FRAMEWORK.named(name) is None


@pytest.mark.parametrize(
    ("indicator", "name", "number", "official"),
    [
        (10, "การปฏิบัติหน้าที่", 2, 10),
        (10, "ไม่มีชื่อนี้", 2, 10),
        (0, None, 2, 0),
        (None, "การใช้จ่ายงบประมาณ", 1, 2),
        (None, "ไม่มีชื่อนี้", 1, None),
        (None, None, 7, 7),
        (None, None, None, None),
    ],
)
def test_number_of(indicator: int | None, name: str | None, number: int | None, official: int | None) -> None:
    row = PrintedScore(indicator=indicator, name=Phrase(name) if name else None, number=number)

    assert FRAMEWORK.number_of(row) == official


def test_indicators_of_an_instrument() -> None:
    assert [indicator.number for indicator in FRAMEWORK.indicators_of("IIT")] == [1, 2]
    assert [indicator.number for indicator in FRAMEWORK.indicators_of("OIT")] == [10]
    assert FRAMEWORK.indicators_of("EIT") == ()
    assert FRAMEWORK.instrument("OIT").weight == Decimal("0.70")


# --- score sets

TABLE = Place(id="table-1", kind=PlaceKind.TABLE, where="หน้า 3", overall=Figure(Decimal("90.91")))
TOP = Source("data/a/2568/scores.yml", 1, 1)


def _short(**fields: Any) -> Place:
    return Place(id="result", kind=PlaceKind.TABLE, where="ผลการประเมิน", **fields)


NINETY = Figure(Decimal("90.00"), Source("data/a/2568/scores.yml", 4, 6))


@pytest.mark.parametrize(
    ("scores", "places"),
    [
        (ScoreSet(), ()),
        (ScoreSet(places=(TABLE,)), (TABLE,)),
        (ScoreSet(overall=NINETY), (_short(overall=NINETY),)),
        (ScoreSet(grade=Phrase("ผ่าน")), (_short(grade=Phrase("ผ่าน")),)),
        (
            ScoreSet(indicators={"๑๐": NINETY, "02": NINETY}),
            (_short(scores=(PrintedScore(indicator=10, score=NINETY), PrintedScore(indicator=2, score=NINETY))),),
        ),
        (
            ScoreSet(instruments={"IIT": NINETY}),
            (_short(instruments=(PrintedInstrument(code="IIT", score=NINETY),)),),
        ),
        (ScoreSet(overall=NINETY, places=(TABLE,)), (_short(overall=NINETY), TABLE)),
    ],
)
def test_all_places(scores: ScoreSet, places: tuple[Place, ...]) -> None:
    assert [place.model_dump() for place in scores.all_places()] == [place.model_dump() for place in places]


def test_short_form_keeps_its_places_in_the_file() -> None:
    scores = ScoreSet(overall=NINETY, instruments={"IIT": NINETY}, indicators={"1": NINETY}, source=TOP)
    (place,) = scores.all_places()

    assert place.source == TOP
    assert [row.source for row in (*place.instruments, *place.scores)] == [NINETY.source] * 2


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (model.Confidence, ["confirmed", "one-source", "inference"]),
        (model.Reading, ["ocr", "typed", "verified"]),
        (model.PlaceKind, ["table", "ranking", "comparison", "text"]),
        (model.ClaimKind, ["highest", "second", "lowest", "above", "below"]),
        (model.NameKind, ["agency", "district", "province", "addressee"]),
        (model.DateKind, ["document", "event"]),
        (model.AcknowledgementState, ["waiting", "confirmed", "corrected"]),
        (model.Layout, ["agency", "network"]),
        (model.Origin, ["assessor", "agency"]),
        (model.Round, ["six-months", "year-end", "other"]),
        (model.Cell, ["responsible", "period", "follow_up"]),
        (
            model.Held,
            """subject title perception own_analysis analysis steps responsible period follow_up progress result
            outcome""".split(),
        ),
        (model.RecordKind, ["scores", "analysis", "measures"]),
    ],
)
def test_words_of_the_files(kind: type[StrEnum], words: list[str]) -> None:
    assert [choice.value for choice in kind] == words


def test_reading_of_a_score_set_is_typed_by_default() -> None:
    assert ScoreSet().reading is model.Reading.TYPED


# --- what is written


def _text(words: str) -> Prose:
    return Prose((words,))


def test_the_texts_of_an_entry_stand_in_the_order_of_the_page() -> None:
    texts = {name: _text(name) for name in reversed(PARTS) if name != "issues"}
    entry = IndicatorAnalysis(**texts, issues=model.Issues(text=_text("issues")))

    assert entry.passages() == {name: _text(name) for name in PARTS}
    assert list(entry.passages()) == list(PARTS)
    assert IndicatorAnalysis().passages() == {}


def test_every_text_of_an_entry_is_one_of_its_parts() -> None:
    prose_fields = {name for name, field in IndicatorAnalysis.model_fields.items() if "Prose" in str(field.annotation)}

    assert prose_fields | {"issues"} == set(PARTS)


def test_the_texts_of_a_section_stand_in_order() -> None:
    section = model.Section(
        text=_text("ก"),
        target=model.Target(text=_text("ข")),
        recommendations=(
            model.Recommendation(text=_text("ค"), origin=model.Origin.AGENCY),
            model.Recommendation(text=_text("ง"), origin=model.Origin.ASSESSOR),
        ),
        indicators=(IndicatorAnalysis(purpose=_text("ไม่ใช่ของหัวข้อ")),),
        after=_text("จ"),
    )

    assert [text.plain for text in section.passages()] == ["ก", "ข", "ค", "ง", "จ"]
    assert model.Section().passages() == ()


def test_entries_of_all_sections_stand_in_the_order_of_the_file() -> None:
    one, two, three = (IndicatorAnalysis(indicator=number) for number in (9, 1, 1))
    analysis = Analysis(
        sections=(model.Section(indicators=(one, two)), model.Section(), model.Section(indicators=(three,)))
    )

    assert [entry.indicator for entry in analysis.indicators()] == [9, 1, 1]


def test_the_texts_of_a_measure_have_their_names() -> None:
    names = ("analysis", "steps", "follow_up", "result", "outcome", "not_done")
    progress = tuple(model.Progress(round=model.Round.OTHER, text=_text(words)) for words in ("หนึ่ง", "สอง"))
    measure = Measure(no=1, **{name: _text(name) for name in names}, progress=progress)

    assert {name: text.plain for name, text in measure.passages().items()} == {
        **{name: name for name in names},
        "progress-1": "หนึ่ง",
        "progress-2": "สอง",
    }
    assert Measure(no=1).passages() == {}


def test_every_text_of_a_measure_has_a_name() -> None:
    prose_fields = {name for name, field in Measure.model_fields.items() if "Prose" in str(field.annotation)}

    assert prose_fields == set(Measure(no=1, **dict.fromkeys(prose_fields, _text("ก"))).passages())


def test_every_cell_that_may_be_merged_is_a_field_of_a_measure() -> None:
    assert {cell.value for cell in Cell} < set(Measure.model_fields)
    assert {cell.value for cell in Cell} < {held.value for held in model.Held}


@pytest.mark.parametrize(
    ("unit", "post", "name"), [("กองคลัง", None, "กองคลัง"), (None, "ปลัดเทศบาล", "ปลัดเทศบาล"), (None, None, "")]
)
def test_who_is_responsible_has_a_name(unit: str | None, post: str | None, name: str) -> None:
    assert model.Responsible(unit=unit, post=post).name == name


# --- the years of an agency

YEAR_2568 = FiscalYear(2568)
RESULT = ScoreSet(overall=NINETY, source=TOP)
MEASURES = MeasureSet(measures=(Measure(no=1),))


@pytest.mark.parametrize(
    ("year", "has_scores", "assessed"),
    [
        (AgencyYear(YEAR_2568), False, 2567),
        (AgencyYear(YEAR_2568, RESULT), True, 2567),
        (AgencyYear(YEAR_2568, measures=MEASURES), False, 2567),
        (AgencyYear(YEAR_2568, measures=MEASURES.model_copy(update={"assessed": FiscalYear(2566)})), False, 2566),
        (AgencyYear(YEAR_2568, measures=MEASURES.model_copy(update={"assessed": YEAR_2568})), False, 2568),
    ],
)
def test_a_year_of_an_agency(year: AgencyYear, has_scores: bool, assessed: int) -> None:
    assert year.has_scores == has_scores
    assert year.assessed == FiscalYear(assessed)


def test_years_with_a_result() -> None:
    years = (AgencyYear(FiscalYear(2566), RESULT), AgencyYear(FiscalYear(2567)), AgencyYear(YEAR_2568, RESULT))
    profile = AgencyProfile(name="ก", type="ข", province="ค")

    assert [year.fiscal_year.number for year in model.Agency("a", profile, years).scored] == [2566, 2568]


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("ปลัดเทศบาล", True),
        ("สำนักปลัดเทศบาล", False),
        ("หัวหน้าสำนักปลัด", True),
        ("ผอ.กองคลัง", True),
        ("ผู้อำนวยการกองช่าง", True),
        ("กองช่าง", False),
        ("นักทรัพยากรบุคคล", True),
        ("นายกเทศมนตรี", True),
        ("หน่วยตรวจสอบภายใน", False),
        ("ฝ่ายบริหารงานทั่วไป", False),
        ("", False),
    ],
)
def test_a_post_is_told_from_a_unit(name: str, post: bool) -> None:
    assert model.is_post(name) is post
