"""Checks of what a document says about its scores: differences, ranks, extremes, counts.

In each text the comment `# here` stands on the line that the finding names as its source.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest

from generator.findings import Finding, Severity, message
from generator.pipeline.examine import Examined

Examine = Callable[[Mapping[str, str | bytes]], Examined]
Shown = tuple[str, str, str | None]
Expected = list[tuple[int | None, list[Shown]]]

NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip
HERE = "  # here"


def findings(examined: Examine, code: str, years: Mapping[int, str]) -> list[Finding]:
    """The findings of one check in an agency whose years have these files."""
    files = {"tua-yang/2568/scores.yml": ""} | {f"tua-yang/{year}/scores.yml": text for year, text in years.items()}
    found = examined(files)
    assert [problem.code for problem in found.problems] == []
    return [finding for finding in found.findings if finding.code == code]


def check(found: Iterable[Finding], text: str, expected: Expected) -> None:
    """The findings are medium and have these values in this order, and the lines marked `# here` as their sources."""
    listed = list(found)
    here = [n for n, line in enumerate(text.splitlines(), start=1) for _ in range(line.count("# here"))]
    assert [(f.indicator, [(v.role, v.value, v.place) for v in f.values]) for f in listed] == expected
    assert sorted(f.source.line for f in listed) == here
    assert {f.severity for f in listed} <= {Severity.MEDIUM}


def place(key: str, *lines: str, kind: str = "table") -> str:
    head = f"  - id: {key}\n    kind: {kind}\n    where: {key}\n"
    return head + "".join(f"    {line}\n" for line in lines)


def places(*parts: str, top: str = "") -> str:
    return f"{top}places:\n{''.join(parts)}"


def rows(ten: Sequence[str | None]) -> list[str]:
    scores = [f"  - {{name: {name}, score: {score}}}" for name, score in zip(NAMES, ten, strict=True) if score]
    return ["scores:", *scores]


def printed(value: str, where: str) -> Shown:
    return ("printed", value, where)


def computed(value: str, where: str | None = None) -> Shown:
    return ("computed", value, where)


# --- difference-mismatch and sign-missing


DIFFERENCES = [
    # previous, score, difference as printed, code, and what the difference should be
    ("97.50", "100.00", "12.50", "difference-mismatch", "+2.50"),
    ("97.50", "100.00", "2.50", None, ""),
    ("97.50", "100.00", "+2.50", None, ""),
    ("97.50", "100.00", "๒.๕๐", None, ""),
    ("97.50", "100", "2.5", None, ""),
    ("97.50", "100.00", "2.51", None, ""),  # rounding of the scores explains it
    ("97.50", "100.00", "2.49", None, ""),
    ("97.50", "100.00", "2.5101", "difference-mismatch", "+2.50"),
    ("97.50", "100.00", "2.4899", "difference-mismatch", "+2.50"),
    ("97.50", "100.00", "-2.50", "difference-mismatch", "+2.50"),  # an increase with a minus
    ("97.50", "100.00", "0", "difference-mismatch", "+2.50"),
    ("100.00", "97.14", "-2.86", None, ""),
    ("100.00", "97.14", "\u22122.86", None, ""),
    ("100.00", "97.14", "- ๒.๘๖", None, ""),
    ("100.00", "97.14", "-2.87", None, ""),
    ("100.00", "97.14", "2.86", "sign-missing", "\u22122.86"),
    ("100.00", "97.14", "๒.๘๖", "sign-missing", "\u22122.86"),
    ("100.00", "97.14", "2.87", "sign-missing", "\u22122.86"),
    ("100.00", "97.14", "2.88", "difference-mismatch", "\u22122.86"),
    ("100.00", "97.14", "-2.88", "difference-mismatch", "\u22122.86"),
    ("100.00", "100.00", "0", None, ""),
    ("100.00", "100", "0.00", None, ""),
    ("100.00", "100.00", "0.01", None, ""),
    ("100.00", "100.00", "0.02", "difference-mismatch", "0.00"),
    ("90.00", "89.99", "0", None, ""),  # a rounded decrease is no missing sign
    ("90.00", "89.99", "0.01", "sign-missing", "\u22120.01"),
    ("50.00", "49.50", "0.50", "sign-missing", "\u22120.50"),
    ("50.00", "0.00", "-50.00", None, ""),
    ("50.00", "0.00", "50.00", "sign-missing", "\u221250.00"),
    ("0.00", "50.00", "49.00", "difference-mismatch", "+50.00"),
]


@pytest.mark.parametrize("printing", DIFFERENCES, ids=lambda printing: " ".join(map(str, printing[:3])))
@pytest.mark.parametrize("datum", ["indicator", "instrument", "overall"])
def test_differences(examined: Examine, datum: str, printing: tuple[str, str, str, str | None, str]) -> None:
    previous, score, difference, code, right = printing
    mark = HERE if code else ""
    line = {
        "indicator": f"scores: [{{indicator: 3, previous: {previous}, score: {score}, difference: '{difference}'}}]",
        "instrument": f"instruments: [{{code: OIT, previous: {previous}, score: {score}, difference: '{difference}'}}]",
        "overall": f"overall_change: {{previous: {previous}, difference: '{difference}'}}",
    }[datum]
    overall = score if datum == "overall" else "90.00"
    text = places(place("compared", "previous_year: 2567", f"overall: {overall}", line + mark, kind="comparison"))

    found = {name: findings(examined, name, {2568: text}) for name in ("difference-mismatch", "sign-missing")}

    shown = difference.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙\u2212", "0123456789-")).replace(" ", "").lstrip("+")
    values = [printed(shown, "compared"), computed(right, "compared")]
    for name, listed in found.items():
        wanted: Expected = [(3 if datum == "indicator" else None, values)] if name == code else []
        check(listed, text if name == code else "", wanted)


def test_a_difference_names_what_it_is_of(examined: Examine) -> None:
    text = places(
        place(
            "compared",
            "previous_year: 2567",
            "overall: 91.00",
            "overall_change: {previous: 90.00, difference: 5.00}",
            "instruments: [{code: EIT, previous: 90.00, score: 92, difference: 5.00}]",
            "scores: [{indicator: 3, previous: 90.00, score: 93.0, difference: 5.00}]",
        )
    )

    found = findings(examined, "difference-mismatch", {2568: text})

    assert [message(finding).split(" แต่")[0] for finding in found] == [
        "ตัวชี้วัดที่ 3 การใช้อำนาจ: จาก 90.00 เป็น 93.0",
        "คะแนนแบบวัด EIT: จาก 90.00 เป็น 92",
        "คะแนนรวม: จาก 90.00 เป็น 91.00",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("scores: [{indicator: 3, score: 93.00, difference: 5.00}]",), id="no score of the year before"),
        pytest.param(("scores: [{indicator: 3, previous: 90.00, difference: 5.00}]",), id="no score"),
        pytest.param(("scores: [{indicator: 3, previous: 90.00, score: 93.00}]",), id="no difference"),
        pytest.param(("overall_change: {difference: 5.00}",), id="no overall of the year before"),
    ],
)
def test_a_difference_needs_both_scores_beside_it(examined: Examine, lines: tuple[str, ...]) -> None:
    years = {
        2567: "overall: 10.00\nindicators: {3: 10.00}\n",
        2568: places(place("compared", "previous_year: 2567", "overall: 90.00", *lines)),
    }

    for code in ("difference-mismatch", "sign-missing"):
        assert findings(examined, code, years) == []


@pytest.mark.parametrize(("difference", "code"), [("5.00", "difference-mismatch"), ("2.86", "sign-missing")])
def test_a_difference_is_found_once_in_the_later_year(examined: Examine, difference: str, code: str) -> None:
    row = f"scores: [{{indicator: 9, previous: 100.00, score: 97.14, difference: {difference}}}]"
    years = {2567: "indicators: {9: 100}\n", 2568: places(place("compared", "previous_year: 2567", row))}

    found = findings(examined, code, years)

    assert [(f.fiscal_year.number, f.source.file) for f in found] == [(2568, "data/tua-yang/2568/scores.yml")]


# --- rank-order


def _ranking(*ranked: tuple[str | None, str | None, int]) -> str:
    """Rows of rank, score and indicator; those whose score ends in `!` carry the mark."""
    lines = ["scores:"]
    for rank, score, number in ranked:
        parts = [f"name: {NAMES[number - 1]}", f"rank: {rank}" if rank else "", f"score: {score}" if score else ""]
        line = f"  - {{{', '.join(part for part in parts if part)}}}"
        lines.append(line.replace("!", "") + (HERE if score and score.endswith("!") else ""))
    return places(place("ranking", *lines, "overall: 90.00", kind="ranking"))


def _ranked(rank: int, number: int, score: str) -> Shown:
    return ("printed", score, f"อันดับ {rank} {NAMES[number - 1]}")


RANKINGS: dict[str, tuple[str, list[Shown]]] = {
    "a lower score first": (
        _ranking(("1", "93.50!", 9), ("2", "99.16", 6), ("3", "97.50", 10)),
        [_ranked(1, 9, "93.50"), _ranked(2, 6, "99.16")],
    ),
    "by the least difference": (
        _ranking(("1", "99.15!", 9), ("2", "99.16", 6)),
        [_ranked(1, 9, "99.15"), _ranked(2, 6, "99.16")],
    ),
    "two inversions": (
        _ranking(("1", "94.25!", 3), ("2", "97.04", 4), ("3", "92.14", 9), ("4", "97.19", 6), ("5", "72.96", 7)),
        [_ranked(1, 3, "94.25"), _ranked(2, 4, "97.04"), _ranked(3, 9, "92.14"), _ranked(4, 6, "97.19")],
    ),
    "each stands once": (
        _ranking(("1", "10!", 3), ("2", "20", 4), ("3", "30", 9)),
        [_ranked(1, 3, "10"), _ranked(2, 4, "20"), _ranked(3, 9, "30")],
    ),
    "upside down in Thai digits": (
        _ranking(("๑", "๔๓.๗๕!", 10), ("๒", "๙๙.๓๕", 3)),
        [_ranked(1, 10, "43.75"), _ranked(2, 3, "99.35")],
    ),
    "zero before a score": (
        _ranking(("1", "0.00!", 10), ("2", "0.01", 3)),
        [_ranked(1, 10, "0.00"), _ranked(2, 3, "0.01")],
    ),
    "one rank for different scores": (
        _ranking(("1", "99.00", 1), ("2", "98.00!", 2), ("2", "97.00", 3)),
        [_ranked(2, 2, "98.00"), _ranked(2, 3, "97.00")],
    ),
    "in order": (_ranking(("1", "99.35", 3), ("2", "98.86", 4), ("3", "43.75", 10)), []),
    "in order though not in the order of rows": (
        _ranking(("3", "43.75", 10), ("1", "99.35", 3), ("2", "98.86", 4)),
        [],
    ),
    "rank 10 comes after rank 9": (_ranking(("10", "10", 10), ("9", "20", 3), ("2", "30", 4)), []),
    "a tie with two ranks": (_ranking(("1", "100.00", 5), ("2", "100.00", 1), ("3", "90.00", 2)), []),
    "a tie with two ranks, 100 and 100.00": (_ranking(("1", "100", 5), ("2", "100.00", 1)), []),
    "a tie with one rank": (_ranking(("1", "100.00", 5), ("1", "100.00", 1), ("3", "90.00", 2)), []),
    "rows without a rank": (_ranking((None, "10.00", 5), ("1", "20.00", 1), (None, "30.00", 2)), []),
    "rows without a score": (_ranking(("1", None, 5), ("2", "20.00", 1), ("3", "10.00", 2)), []),
}


@pytest.mark.parametrize(("text", "values"), RANKINGS.values(), ids=RANKINGS)
def test_rank_order(examined: Examine, text: str, values: list[Shown]) -> None:
    found = findings(examined, "rank-order", {2568: text})

    check(found, text, [(None, values)] if values else [])


def test_a_ranked_comparison_is_judged_by_the_year_of_its_file_only(examined: Examine) -> None:
    compared = place(
        "compared",
        "previous_year: 2567",
        "scores:",
        "  - {indicator: 1, rank: 1, previous: 10.00, score: 99.00}",
        "  - {indicator: 2, rank: 2, previous: 20.00, score: 98.00}",
    )

    assert findings(examined, "rank-order", {2567: "overall: 90.00\n", 2568: places(compared)}) == []


# --- extreme-mismatch


PLAIN = ("99.00", "98.00", "97.00", "96.00", "95.00", "94.00", "93.00", "92.00", "91.00", "90.00")
TIED_TOP = ("100", "100.00", "98", "97", *["90"] * 6)
TIED = ("100.00", "90", "100", "90", "90", "90", "90", "90", "80.00", "80")


def _claim(kind: str, names: Sequence[str], mark: str = "", more: str = "") -> str:
    return f"claims: [{{claim: {kind}, names: [{', '.join(names)}], {more}printed: ข้อความ}}]{mark}"


def _beside(ten: Sequence[str | None], kind: str, names: Sequence[str], mark: str = "") -> str:
    """A claim in the very place that prints the scores."""
    return places(place("table", *rows(ten), _claim(kind, names, mark)))


def _should_be(number: int, score: str, where: str = "table") -> Shown:
    return ("computed", NAMES[number - 1], f"{score} – {where}")


EXTREMES: dict[str, tuple[str, Expected]] = {
    "the highest": (_beside(PLAIN, "highest", [NAMES[0]]), []),
    "not the highest": (
        _beside(PLAIN, "highest", [NAMES[2]], HERE),
        [(3, [printed(NAMES[2], "table"), _should_be(1, "99.00")])],
    ),
    "the second": (_beside(PLAIN, "second", [NAMES[1]]), []),
    "the highest is not the second": (
        _beside(PLAIN, "second", [NAMES[0]], HERE),
        [(1, [printed(NAMES[0], "table"), _should_be(2, "98.00")])],
    ),
    "the third is not the second": (
        _beside(PLAIN, "second", [NAMES[2]], HERE),
        [(3, [printed(NAMES[2], "table"), _should_be(2, "98.00")])],
    ),
    "the lowest": (_beside(PLAIN, "lowest", [NAMES[9]]), []),
    "not the lowest": (
        _beside(PLAIN, "lowest", [NAMES[8]], HERE),
        [(9, [printed(NAMES[8], "table"), _should_be(10, "90.00")])],
    ),
    "the highest is not the lowest": (
        _beside(PLAIN, "lowest", [NAMES[0]], HERE),
        [(1, [printed(NAMES[0], "table"), _should_be(10, "90.00")])],
    ),
    "lowest by the least difference": (
        _beside((*PLAIN[:8], "90.01", "90.00"), "lowest", [NAMES[8]], HERE),
        [(9, [printed(NAMES[8], "table"), _should_be(10, "90.00")])],
    ),
    "zero is the lowest": (_beside((*PLAIN[:8], "0.00", "0.01"), "lowest", [NAMES[8]]), []),
    "a tie at the top, one named": (_beside(TIED, "highest", [NAMES[0]]), []),
    "a tie at the top, the other named": (_beside(TIED, "highest", [NAMES[2]]), []),
    "a tie at the top, both named": (_beside(TIED, "highest", [NAMES[2], NAMES[0]]), []),
    "a tie at the bottom, one named": (_beside(TIED, "lowest", [NAMES[9]]), []),
    "a tie at the bottom, both named": (_beside(TIED, "lowest", [NAMES[9], NAMES[8]]), []),
    "a tie, and one that is not of it": (
        _beside(TIED, "lowest", [NAMES[9], NAMES[7]], HERE),
        [(10, [printed(NAMES[9], "table"), printed(NAMES[7], "table"), _should_be(9, "80.00"), _should_be(10, "80")])],
    ),
    "the tied highest is second too": (_beside(TIED, "second", [NAMES[2]]), []),
    "after a shared first the next lower score is second": (_beside(TIED_TOP, "second", [NAMES[2]]), []),
    "the third lower score is not second": (
        _beside(TIED_TOP, "second", [NAMES[3]], HERE),
        [(4, [printed(NAMES[3], "table"), _should_be(2, "100.00")])],
    ),
    "two that share the second place": (
        _beside(("100", "98", "98.00", *["90"] * 7), "second", [NAMES[2], NAMES[1]]),
        [],
    ),
    "the three lowest in any order": (_beside(PLAIN, "lowest", [NAMES[8], NAMES[9], NAMES[7]]), []),
    "the two highest": (_beside(PLAIN, "highest", [NAMES[1], NAMES[0]]), []),
    "one of the two is not among the highest": (
        _beside(PLAIN, "highest", [NAMES[0], NAMES[2]], HERE),
        [(1, [printed(NAMES[0], "table"), printed(NAMES[2], "table"), _should_be(1, "99.00"), _should_be(2, "98.00")])],
    ),
    "an alias": (_beside((*["95"] * 7, "90", "95", "95"), "lowest", ["การปรับปรุงการทำงาน"]), []),
    "spaces in the name": (_beside(PLAIN, "highest", ["การ ปฏิบัติ หน้าที่"]), []),
    "without names there is nothing to compare": (_beside(PLAIN, "highest", []), []),
    "a list below a bar is no list of extremes": (
        places(place("table", *rows(PLAIN), _claim("below", [NAMES[8], NAMES[9]], more="bar: 92, count: 2, "))),
        [],
    ),
    "some of those above a bar": (
        places(place("table", *rows(PLAIN), _claim("above", [NAMES[4]], more="bar: 70, count: 10, "))),
        [],
    ),
    "no place prints every score": (_beside((*PLAIN[:9], None), "highest", [NAMES[4]]), []),
    "borne out by another place": (
        places(place("text", _claim("highest", [NAMES[0]])), place("table", *rows(PLAIN))),
        [],
    ),
    "not borne out by another place": (
        places(place("text", _claim("highest", [NAMES[1]], HERE)), place("table", *rows(PLAIN))),
        [(2, [printed(NAMES[1], "text"), _should_be(1, "99.00")])],
    ),
    "borne out by one of two that differ": (
        places(
            place("text", _claim("lowest", [NAMES[0]])),
            place("table", *rows(PLAIN)),
            place("other", *rows(("10.00", *PLAIN[1:]))),
        ),
        [],
    ),
    "its own place prints every score and goes before the others": (
        places(
            place("table", *rows(PLAIN)),
            place("text", *rows(("10.00", *PLAIN[1:])), _claim("highest", [NAMES[0]], HERE)),
        ),
        [(1, [printed(NAMES[0], "text"), _should_be(2, "98.00", "text")])],
    ),
    "its own place prints some scores and leaves it to the others": (
        places(
            place("table", *rows(PLAIN)),
            place("text", *rows((None, *PLAIN[1:9], None)), _claim("highest", [NAMES[0]])),
        ),
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXTREMES.values(), ids=EXTREMES)
def test_extreme_mismatch(examined: Examine, text: str, expected: Expected) -> None:
    found = findings(examined, "extreme-mismatch", {2568: text})

    check(found, text, expected)


def test_a_claim_about_the_year_before_is_borne_out_by_a_later_comparison(examined: Examine) -> None:
    compared = [f"  - {{name: {name}, previous: {score}, score: 50}}" for name, score in zip(NAMES, PLAIN, strict=True)]
    years = {
        2567: places(
            place("text", "overall: 94.00", _claim("lowest", [NAMES[9], NAMES[7], NAMES[8]], more="count: 3, "))
        ),
        2568: places(place("compared", "previous_year: 2567", "scores:", *compared)),
    }

    assert findings(examined, "extreme-mismatch", years) == []
    assert findings(examined, "count-mismatch", years) == []


# --- count-mismatch


# four above 70, two on it, four below
MIXED = ("99.00", "98.00", "97.00", "70.01", "70.00", "70", "69.99", "50.00", "43.75", "0.00")


def _count(kind: str, count: str, bar: str = "70", mark: str = "", ten: Sequence[str | None] = MIXED) -> str:
    claim = f"claims: [{{claim: {kind}, bar: {bar}, count: {count}, printed: ข้อความ}}]{mark}"
    return places(place("table", *rows(ten), "overall: 60.00"), place("text", claim, kind="text"))


COUNTS: dict[str, tuple[str, Expected]] = {
    "above, those on the bar not counted": (_count("above", "4"), []),
    "above, those on the bar counted": (_count("above", "6"), []),
    "above, some of those on the bar": (
        _count("above", "5", mark=HERE),
        [(None, [printed("5", "text"), computed("4", "table")])],
    ),
    "above, one too few": (_count("above", "3", mark=HERE), [(None, [printed("3", "text"), computed("4", "table")])]),
    "above, one too many": (_count("above", "7", mark=HERE), [(None, [printed("7", "text"), computed("4", "table")])]),
    "below, those on the bar not counted": (_count("below", "4"), []),
    "below, those on the bar counted": (_count("below", "6"), []),
    "below, one too few": (_count("below", "3", mark=HERE), [(None, [printed("3", "text"), computed("4", "table")])]),
    "below, one too many": (_count("below", "7", mark=HERE), [(None, [printed("7", "text"), computed("4", "table")])]),
    "nothing on the bar": (
        _count("below", "5", "85", HERE, PLAIN),
        [(None, [printed("5", "text"), computed("0", "table")])],
    ),
    "none counted": (_count("below", "0", "85", ten=PLAIN), []),
    "Thai digits": (_count("above", "๔", "๗๐.๐๐"), []),
    "the bar with decimals": (
        _count("below", "5", "70.00", HERE),
        [(None, [printed("5", "text"), computed("4", "table")])],
    ),
    "zero lies below": (_count("below", "1", "0.01"), []),
    "zero lies on a bar of zero": (_count("above", "10", "0"), []),
    "nothing lies below zero": (
        _count("below", "2", "0", HERE),
        [(None, [printed("2", "text"), computed("0", "table")])],
    ),
    "no place prints every score": (_count("above", "1", ten=(*MIXED[:9], None)), []),
    "one of two places bears it out": (
        places(
            place("table", *rows(MIXED)),
            place("other", *rows(PLAIN)),
            place("text", "claims: [{claim: above, bar: 70, count: 10, printed: ข้อความ}]"),
        ),
        [],
    ),
    "its own list": (
        places(place("text", "overall: 90", _claim("lowest", [NAMES[0], NAMES[1], NAMES[2]], more="count: 3, "))),
        [],
    ),
    "not its own list": (
        places(place("text", "overall: 90", _claim("lowest", [NAMES[0], NAMES[1]], HERE, more="count: 3, "))),
        [(None, [printed("3", "text"), computed("2")])],
    ),
    "neither bar nor list": (
        places(place("table", *rows(MIXED), "claims: [{claim: below, count: 3, printed: ข้อความ}]")),
        [],
    ),
    "no count": (places(place("text", "overall: 90", _claim("lowest", [NAMES[0], NAMES[1]]))), []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=COUNTS)
def test_count_mismatch(examined: Examine, text: str, expected: Expected) -> None:
    found = findings(examined, "count-mismatch", {2568: text})

    check(found, text, expected)


def test_claims_are_quoted(examined: Examine) -> None:
    text = _count("above", "3").replace("ข้อความ", "'มี ๓ ตัวชี้วัด {หนึ่ง}'")

    (found,) = findings(examined, "count-mismatch", {2568: text})

    assert "“มี ๓ ตัวชี้วัด {หนึ่ง}”" in message(found)


# --- readings


OCR: dict[str, str] = {
    "difference-mismatch": "previous_year: 2567\n    scores: [{indicator: 1, previous: 1, score: 2, difference: 5}]",
    "sign-missing": "previous_year: 2567\n    scores: [{indicator: 1, previous: 5, score: 2, difference: 3}]",
    "rank-order": "scores: [{indicator: 1, rank: 1, score: 1}, {indicator: 2, rank: 2, score: 2}]",
    "extreme-mismatch": "\n    ".join([*rows(PLAIN), _claim("highest", [NAMES[4]])]),
    "count-mismatch": "overall: 90\n    " + _claim("lowest", [NAMES[0]], more="count: 3, "),
}


@pytest.mark.parametrize(("reading", "ocr"), [("ocr", True), ("typed", False), ("verified", False)])
@pytest.mark.parametrize("code", OCR)
def test_a_finding_says_that_it_rests_on_a_scan(examined: Examine, code: str, reading: str, ocr: bool) -> None:
    (found,) = findings(examined, code, {2568: places(place("one", f"reading: {reading}", OCR[code]))})

    assert found.contradiction.ocr is ocr


@pytest.mark.parametrize(
    ("table", "text", "ocr"), [("ocr", "typed", True), ("typed", "ocr", True), ("typed", "typed", False)]
)
@pytest.mark.parametrize(
    ("code", "claim"),
    [
        ("extreme-mismatch", _claim("highest", [NAMES[4]])),
        ("count-mismatch", "claims: [{claim: above, bar: 95, count: 9, printed: ข้อความ}]"),
    ],
)
def test_a_claim_rests_on_the_scores_that_it_is_compared_with(  # noqa: PLR0917 -- the columns of the table
    examined: Examine, code: str, claim: str, table: str, text: str, ocr: bool
) -> None:
    scores = place("table", f"reading: {table}", *rows(PLAIN))

    (found,) = findings(examined, code, {2568: places(scores, place("text", f"reading: {text}", claim))})

    assert found.contradiction.ocr is ocr
