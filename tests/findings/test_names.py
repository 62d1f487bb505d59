"""Checks of names, numbers and dates in score files, and of the names and numbers of indicators everywhere.

In each text the comment `# here` stands on the line that the finding names as its source.
"""

from collections.abc import Callable, Iterable, Mapping

import pytest

from generator.findings import Finding, Severity, message
from generator.pipeline.examine import Examined

Examine = Callable[[Mapping[str, str | bytes]], Examined]
Shown = tuple[str, str, str | None]
Expected = list[tuple[int | None, list[Shown]]]

HERE = "  # here"
AGENCY = {
    "name": "เทศบาลตำบลเมืองคง",
    "short_name": "ทต.เมืองคง",
    "aliases": "[เทศบาลเมืองคง]",
    "locality": "เมืองคง",
    "type": "เทศบาลตำบล",
    "district": "อำเภอราษีไศล",
    "province": "จังหวัดศรีสะเกษ",
}


def findings(examined: Examine, code: str, text: str, agency: Mapping[str, str] = AGENCY) -> list[Finding]:
    """The findings of one check in an agency with this file of 2568."""
    profile = "".join(f"{key}: {value}\n" for key, value in agency.items())
    found = examined({"tua-yang/agency.yml": profile, "tua-yang/2568/scores.yml": text})
    assert [problem.code for problem in found.problems] == []
    return [finding for finding in found.findings if finding.code == code]


def check(found: Iterable[Finding], severity: Severity, text: str, expected: Expected) -> None:
    """The findings have this severity, these values in this order, and the lines marked `# here` as their sources."""
    listed = list(found)
    here = [n for n, line in enumerate(text.splitlines(), start=1) for _ in range(line.count("# here"))]
    assert [(f.indicator, [(v.role, v.value, v.place) for v in f.values]) for f in listed] == expected
    assert [f.source.line for f in listed] == here
    assert {f.severity for f in listed} <= {severity}


def printed(value: str, where: str) -> Shown:
    return ("printed", value, where)


def computed(value: str) -> Shown:
    return ("computed", value, None)


def table(*rows: str, key: str = "table") -> str:
    lines = "".join(f"      - {{score: 90.00, {row.replace('!', '')}}}{HERE * row.endswith('!')}\n" for row in rows)
    return f"  - id: {key}\n    kind: table\n    where: {key}\n    scores:\n{lines}"


def places(*parts: str) -> str:
    return f"places:\n{''.join(parts)}"


def document(*lines: str) -> str:
    return "overall: 90.00\ndocument:\n  title: รายงาน\n" + "".join(f"  {line}\n" for line in lines)


# --- indicator-number


NUMBERS: dict[str, tuple[str, Expected]] = {
    "another's": (
        places(table("name: การใช้อำนาจ, number: 1!")),
        [(3, [printed("1", "table"), computed("3")])],
    ),
    "its own": (places(table("name: การใช้อำนาจ, number: 3")), []),
    "Thai digits": (places(table("name: การใช้อำนาจ, number: ๓")), []),
    "another's in Thai digits": (
        places(table("name: การใช้อำนาจ, number: ๑๐!")),
        [(3, [printed("10", "table"), computed("3")])],
    ),
    "zero": (places(table("name: การใช้อำนาจ, number: 0!")), [(3, [printed("0", "table"), computed("3")])]),
    "an alias": (places(table("name: การปรับปรุงการทำงาน, number: 8")), []),
    "spaces in the name": (places(table("name: การใช้ อำนาจ, number: 3")), []),
    "a rank is no number": (places(table("name: การใช้อำนาจ, rank: 1")), []),
    "no name": (places(table("number: 3")), []),
    "an unknown name with its number": (places(table("name: การปรับปรุงกระบวนการ, number: 8, indicator: 8")), []),
    "an unknown name with another number": (
        places(table("name: การแก้ไขปัญหาทุจริต, number: 3, indicator: 5!")),
        [(5, [printed("3", "table"), computed("5")])],
    ),
    "each of them": (
        places(
            table("name: การใช้อำนาจ, number: 1!", "name: การใช้งบประมาณ, number: 2", "name: การเปิดเผยข้อมูล, number: 4!")
        ),
        [(3, [printed("1", "table"), computed("3")]), (9, [printed("4", "table"), computed("9")])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_indicator_number(examined: Examine, text: str, expected: Expected) -> None:
    found = findings(examined, "indicator-number", text)

    check(found, Severity.MEDIUM, text, expected)


# --- indicator-name


INDICATORS: dict[str, tuple[str, Expected]] = {
    "a letter short": (
        places(table("name: การป้องกันกาทุจริต, indicator: 10!")),
        [(10, [printed("การป้องกันกาทุจริต", "table"), computed("การป้องกันการทุจริต")])],
    ),
    "another word": (
        places(table("name: การปรับปรุงกระบวนการ, indicator: 8!")),
        [(8, [printed("การปรับปรุงกระบวนการ", "table"), computed("การปรับปรุงระบบการทำงาน")])],
    ),
    "twice the same, in two places and with other spaces": (
        places(
            table("name: การแก้ไขปัญหาทุจริต, indicator: 5!"),
            table("name: การแก้ไข ปัญหาทุจริต, indicator: 5", key="other"),
        ),
        [
            (
                5,
                [
                    printed("การแก้ไขปัญหาทุจริต", "table"),
                    printed("การแก้ไข ปัญหาทุจริต", "other"),
                    computed("การแก้ไขปัญหาการทุจริต"),
                ],
            )
        ],
    ),
    "two different ones": (
        places(
            table("name: การแก้ไขปัญหาทุจริต, indicator: 5!"),
            table("name: การแก้ปัญหาคาการทุจริต, indicator: 5!", key="other"),
        ),
        [
            (5, [printed("การแก้ไขปัญหาทุจริต", "table"), computed("การแก้ไขปัญหาการทุจริต")]),
            (5, [printed("การแก้ปัญหาคาการทุจริต", "other"), computed("การแก้ไขปัญหาการทุจริต")]),
        ],
    ),
    "the same wrong name for two indicators": (
        places(table("name: การทุจริต, indicator: 5!", "name: การทุจริต, indicator: 10!")),
        [
            (5, [printed("การทุจริต", "table"), computed("การแก้ไขปัญหาการทุจริต")]),
            (10, [printed("การทุจริต", "table"), computed("การป้องกันการทุจริต")]),
        ],
    ),
    "the name": (places(table("name: การปรับปรุงระบบการทำงาน")), []),
    "an alias": (places(table("name: การปรับปรุงการทำงาน")), []),
    "spaces": (places(table('name: " การ ใช้  อำนาจ "')), []),
    "ำ written in two marks": (places(table("name: การใช้อํานาจ")), []),
    "no name": (places(table("indicator: 8")), []),
    "a known name for another indicator": (places(table("name: การใช้อำนาจ, indicator: 3")), []),
}


@pytest.mark.parametrize(("text", "expected"), INDICATORS.values(), ids=INDICATORS)
def test_indicator_name(examined: Examine, text: str, expected: Expected) -> None:
    found = findings(examined, "indicator-name", text)

    check(found, Severity.MEDIUM, text, expected)


# --- agency-name


def _names(*names: tuple[str, str]) -> str:
    """Printed names of a kind; those that end in `!` carry the mark."""
    lines = ["names:"]
    for number, (kind, name) in enumerate(names, start=1):
        here = HERE if name.endswith("!") else ""
        lines.append(f"  - {{kind: {kind}, printed: {name.rstrip('!')}, where: ที่ {number}}}{here}")
    return document(*lines)


@pytest.mark.parametrize(
    ("kind", "name", "right"),
    [
        ("agency", "เทศบาลตำบลเมืองคง", None),
        ("agency", "เทศบาลตำบล เมืองคง", None),
        ("agency", "ทต.เมืองคง", None),
        ("agency", "เทศบาลเมืองคง", None),  # an alias
        ("agency", "เทศบาลตำบลเมืองคอง", "เทศบาลตำบลเมืองคง"),
        ("agency", "เมืองคง", "เทศบาลตำบลเมืองคง"),
        ("agency", "เทศบาลตำบลเมืองคง อำเภอราษีไศล", "เทศบาลตำบลเมืองคง"),
        ("district", "อำเภอราษีไศล", None),
        ("district", "อ.ราษีไศล", None),
        ("district", "ราษีไศล", None),
        ("district", "อำเภอ ราษี ไศล", None),
        ("district", "อำเภอราชไสล", "อำเภอราษีไศล"),
        ("province", "จังหวัดศรีสะเกษ", None),
        ("province", "จ.ศรีสะเกษ", None),
        ("province", "ศรีสะเกษ", None),
        ("province", "จังหวัดศรีษะเกษ", "จังหวัดศรีสะเกษ"),
        ("addressee", "นายกเทศมนตรีตำบลเมืองคง", None),
        ("addressee", "นายกเทศมนตรีตำบลเมือง คง", None),
        ("addressee", "นายกเทศมนตรีเมืองสระบุรี", "เมืองคง"),
    ],
)
def test_agency_name(examined: Examine, kind: str, name: str, right: str | None) -> None:
    text = _names((kind, f"{name}!" if right else name))

    found = findings(examined, "agency-name", text)

    check(found, Severity.HIGH, text, [(None, [printed(name, "ที่ 1"), computed(right)])] if right else [])


def test_the_same_wrong_name_is_one_finding_with_its_places(examined: Examine) -> None:
    wrong, other = "อบต.ม่วงหมู", "อบต.ม่วงหมุ่"
    text = _names(("agency", f"{wrong}!"), ("agency", f"{other}!"), ("agency", "อบต. ม่วงหมู"), ("district", f"{wrong}!"))
    right = computed(AGENCY["name"])

    found = findings(examined, "agency-name", text)

    check(
        found,
        Severity.HIGH,
        text,
        [
            (None, [printed(wrong, "ที่ 1"), printed("อบต. ม่วงหมู", "ที่ 3"), right]),
            (None, [printed(other, "ที่ 2"), right]),
            (None, [printed(wrong, "ที่ 4"), computed(AGENCY["district"])]),
        ],
    )


@pytest.mark.parametrize(
    ("kind", "word"),
    [("agency", "หน่วยงาน"), ("district", "อำเภอหรือเขต"), ("province", "จังหวัด"), ("addressee", "ผู้รับหนังสือ")],
)
def test_a_wrong_name_says_what_it_is_the_name_of(examined: Examine, kind: str, word: str) -> None:
    (found,) = findings(examined, "agency-name", _names((kind, "อื่น")))

    assert f"({word})" in message(found)
    assert f"({kind})" in message(found, "en")


@pytest.mark.parametrize(
    ("kind", "field"),
    [("district", "district"), ("addressee", "locality"), ("agency", "short_name"), ("agency", "aliases")],
)
def test_what_agency_yml_does_not_say_is_not_compared(examined: Examine, kind: str, field: str) -> None:
    profile = {key: value for key, value in AGENCY.items() if key != field}
    name = AGENCY["name"] if kind == "agency" else "อำเภออื่น"

    assert findings(examined, "agency-name", _names((kind, name)), profile) == []


def test_a_short_name_that_agency_yml_does_not_say_is_another_name(examined: Examine) -> None:
    profile = {key: value for key, value in AGENCY.items() if key != "short_name"}

    (found,) = findings(examined, "agency-name", _names(("agency", "ทต.เมืองคง")), profile)

    assert [value.value for value in found.values] == ["ทต.เมืองคง", "เทศบาลตำบลเมืองคง"]


@pytest.mark.parametrize("text", ["overall: 90.00\n", document(), document("names: []")])
def test_without_printed_names_there_is_nothing_to_compare(examined: Examine, text: str) -> None:
    for code in ("agency-name", "script-noise", "date-order"):
        assert findings(examined, code, text) == []


# --- date-order


def _dates(*dates: tuple[str, str]) -> str:
    lines = ["dates:"]
    for number, (kind, day) in enumerate(dates, start=1):
        here = HERE if day.endswith("!") else ""
        line = f"  - {{kind: {kind}, date: {day.rstrip('!')}, what: เรื่องที่ {number}, where: หน้า {number}}}"
        lines.append(line + here)
    return document(*lines)


def _dated(day: str, number: int) -> Shown:
    return ("printed", day, f"เรื่องที่ {number} – หน้า {number}")


DATES: dict[str, tuple[str, list[list[Shown]]]] = {
    "an event after the document": (
        _dates(("document", "5 ตุลาคม 2565"), ("event", "10 ตุลาคม 2565!")),
        [[_dated("5 ตุลาคม 2565", 1), _dated("10 ตุลาคม 2565", 2)]],
    ),
    "a day after": (
        _dates(("document", "30 กันยายน 2565"), ("event", "๑ ต.ค. ๖๕!")),
        [[_dated("30 กันยายน 2565", 1), _dated("1 ตุลาคม 2565", 2)]],
    ),
    "the same day": (_dates(("document", "5 ตุลาคม 2565"), ("event", "๕ ต.ค. ๖๕")), []),
    "the day before": (_dates(("document", "5 ตุลาคม 2565"), ("event", "4 ตุลาคม 2565")), []),
    "a later day of an earlier year": (_dates(("document", "5 ตุลาคม 2565"), ("event", "31 ธันวาคม 2564")), []),
    "in any order of rows": (
        _dates(("event", "10 ตุลาคม 2565!"), ("document", "5 ตุลาคม 2565")),
        [[_dated("5 ตุลาคม 2565", 2), _dated("10 ตุลาคม 2565", 1)]],
    ),
    "each event": (
        _dates(("document", "5/10/2565"), ("event", "6/10/2565!"), ("event", "5/10/2565"), ("event", "7/10/2565!")),
        [
            [_dated("5 ตุลาคม 2565", 1), _dated("6 ตุลาคม 2565", 2)],
            [_dated("5 ตุลาคม 2565", 1), _dated("7 ตุลาคม 2565", 4)],
        ],
    ),
    "events alone": (_dates(("event", "5 ตุลาคม 2565"), ("event", "6 ตุลาคม 2565")), []),
    "two dates of the document": (_dates(("document", "5 ตุลาคม 2565"), ("document", "6 ตุลาคม 2565")), []),
}


@pytest.mark.parametrize(("text", "values"), DATES.values(), ids=DATES)
def test_date_order(examined: Examine, text: str, values: list[list[Shown]]) -> None:
    found = findings(examined, "date-order", text)

    check(found, Severity.MEDIUM, text, [(None, pair) for pair in values])


def test_date_order_says_which_comes_before_which(examined: Examine) -> None:
    (found,) = findings(examined, "date-order", DATES["an event after the document"][0])

    for language in ("th", "en"):
        assert message(found, language).index("เรื่องที่ 1") < message(found, language).index("เรื่องที่ 2")


# --- script-noise


@pytest.mark.parametrize(
    ("name", "noise"),
    [
        ("เทศบาลเมืองสระตengนอก", True),
        ("engเทศบาล", True),
        ("เทศบาลA", True),
        ("เทศบาลเมือง ສະເຕງ", True),  # Lao
        ("เทศบาล Ϊ", True),  # Greek
        ("เทศบาล难怪", True),  # Chinese
        ("เทศบาล બેન", True),  # Gujarati
        ("เทศบาลတ", True),  # Burmese
        ("เทศบาลตำบลเมืองคง", False),
        ("เทศบาล (ITA)", False),
        ("สำนักงาน ITA กลาง", False),
        ("Din Daeng District Office", False),
        ("อบต.ม่วงหมู่", False),
        ("เขต 2 สาขา ๓", False),
        ("เทศบาล “เมือง” – กลาง ฯลฯ", False),
        ("เทศบาล2A", False),
    ],
)
@pytest.mark.parametrize("kind", ["document", "indicator"])
def test_script_noise(examined: Examine, kind: str, name: str, noise: bool) -> None:
    mark = "!" if noise else ""
    text = _names(("agency", name + mark)) if kind == "document" else places(table(f"name: {name}, indicator: 4{mark}"))

    found = findings(examined, "script-noise", text)

    where = "ที่ 1" if kind == "document" else "table"
    check(found, Severity.LOW, text, [(None, [printed(name, where)])] if noise else [])


# --- readings


OCR: dict[str, str] = {
    "indicator-number": places(table("name: การใช้อำนาจ, number: 1")),
    "indicator-name": places(table("name: การใช้อำนาด, indicator: 3")),
    "agency-name": _names(("agency", "อื่น")),
    "date-order": _dates(("document", "5/10/2565"), ("event", "6/10/2565")),
    "script-noise": _names(("agency", "เทศบาลA")),
}


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False), ("verified", False)])
@pytest.mark.parametrize("code", OCR)
def test_a_finding_says_that_it_rests_on_a_scan(examined: Examine, code: str, reading: str, ocr: bool) -> None:
    (found,) = findings(examined, code, f"reading: {reading}\n{OCR[code]}")

    assert found.contradiction.ocr is ocr


@pytest.mark.parametrize(("file", "own", "ocr"), [("ocr", "verified", False), ("typed", "ocr", True)])
@pytest.mark.parametrize("code", ["indicator-number", "indicator-name", "script-noise"])
def test_the_reading_of_the_place_counts(examined: Examine, code: str, file: str, own: str, ocr: bool) -> None:
    rows = {**OCR, "script-noise": places(table("name: การใช้อำนาจA, indicator: 3"))}
    text = rows[code].replace("    kind:", f"    reading: {own}\n    kind:")

    (found,) = findings(examined, code, f"reading: {file}\n{text}")

    assert found.contradiction.ocr is ocr


# --- names and numbers in analyses and measures


ENTRIES: dict[str, tuple[str, dict[str, list[tuple[int | None, list[str]]]]]] = {
    "another's number": ("{name: การใช้อำนาจ, number: 1}", {"indicator-number": [(3, ["1", "3"])]}),
    "its own number": ("{name: การใช้อำนาจ, number: ๓}", {}),
    "a number alone": ("{number: 3}", {}),
    "an alias": ("{name: การปรับปรุงการทำงาน, number: 8}", {}),
    "a misspelt name": (
        "{name: การใช้อำนาด, indicator: 3}",
        {"indicator-name": [(3, ["การใช้อำนาด", "การใช้อำนาจ"])]},
    ),
    "a misspelt name with another's number": (
        "{name: การใช้อำนาด, indicator: 3, number: 4}",
        {"indicator-name": [(3, ["การใช้อำนาด", "การใช้อำนาจ"])], "indicator-number": [(3, ["4", "3"])]},
    ),
}


@pytest.mark.parametrize(("entry", "expected"), ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize("year", [2567, 2568])
def test_names_and_numbers_of_an_analysis(
    examined: Examine, year: int, entry: str, expected: dict[str, list[tuple[int | None, list[str]]]]
) -> None:
    text = f"sections: [{{title: ก, indicators: [{entry}]}}]\n"
    found = examined({f"tua-yang/{year}/analysis.yml": text})
    assert [problem.code for problem in found.problems] == []

    for code in ("indicator-name", "indicator-number"):
        listed = [one for one in found.findings if one.code == code]
        assert [(one.indicator, [value.value for value in one.values]) for one in listed] == expected.get(code, [])
        assert {one.values[0].place for one in listed} <= {"บทวิเคราะห์ตัวชี้วัดที่ 3"}


# subject, more of the measure, and what is found
SUBJECTS: list[tuple[str, str, dict[str, list[str]]]] = [
    ("ตัวชี้วัดที่ 3 การใช้อำนาจ", "", {}),
    ("ตัวชี้วัดที่ ๓ การใช้ อำนาจ", "", {}),
    ("ตัวชี้วัดที่๓การใช้อำนาจ", "", {}),
    ("๓. การใช้อำนาจ", "", {}),
    ("3.การใช้อำนาจ", "", {}),
    ("(๓) การใช้อำนาจ", "", {}),
    ("การใช้อำนาจ", "", {}),
    ("ตัวชี้วัดที่ 3", "", {}),
    ("ตัวชี้วัดที่ 3 การใช้อำนาจ คะแนนเฉลี่ย 80.09", "", {}),
    ("ตัวชี้วัดที่ 3 การใช้อำนาจ (IIT)", "", {}),
    ("ตัวชี้วัดที่ 4 การใช้อำนาจ", "", {"indicator-number": ["4", "3"]}),
    ("๔. การใช้อำนาจ", "", {"indicator-number": ["4", "3"]}),
    ("ตัวชี้วัดที่ 3 การใช้อำนาด", "", {"indicator-name": ["การใช้อำนาด", "การใช้อำนาจ"]}),
    ("๓.การใช้อำนาด", "", {"indicator-name": ["การใช้อำนาด", "การใช้อำนาจ"]}),
    ("๔.การใช้อำนาด", "inferred: ใช่", {}),
    ("๔.การใช้อำนาด", "sub_indicators: [9.3]", {}),
    ("๔.การใช้อำนาด", "indicators: [3, 4]", {}),
    ("๔.การใช้อำนาด", "indicators: []", {}),
]


@pytest.mark.parametrize(("subject", "more", "expected"), SUBJECTS)
def test_names_and_numbers_of_measures(
    examined: Examine, subject: str, more: str, expected: dict[str, list[str]]
) -> None:
    served = "" if more.startswith("indicators") else "indicators: [3], "
    text = f"measures: [{{no: 5, steps: ทำ, {served}subject: {subject!r}{', ' if more else ''}{more}}}]\n"
    found = examined({"tua-yang/2568/measures.yml": text})
    assert [problem.code for problem in found.problems] == []

    for code in ("indicator-name", "indicator-number"):
        listed = [one for one in found.findings if one.code == code]
        assert [[value.value for value in one.values] for one in listed] == (
            [expected[code]] if code in expected else []
        )
        assert {(one.indicator, one.values[0].place) for one in listed} <= {(3, "มาตรการที่ 5 ช่องตัวชี้วัด")}


def test_one_name_or_number_in_several_files_is_one_finding(examined: Examine) -> None:
    wrong = "name: การใช้อำนาด, indicator: 3, number: 4"
    found = examined(
        {
            "tua-yang/2568/scores.yml": places(table(wrong)),
            "tua-yang/2568/analysis.yml": f"sections: [{{title: ก, indicators: [{{{wrong}}}]}}]\n",
            "tua-yang/2568/measures.yml": "measures: [{no: 1, steps: ทำ, indicators: [3], subject: ๔.การใช้อำนาด}]\n",
        }
    )

    where = ["table", "บทวิเคราะห์ตัวชี้วัดที่ 3", "มาตรการที่ 1 ช่องตัวชี้วัด", None]
    for code in ("indicator-name", "indicator-number"):
        assert [[value.place for value in one.values] for one in found.findings if one.code == code] == [where]
