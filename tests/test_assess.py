"""Derived figures: exact means, the overall by weight, the grade by rule, and what has no value and why."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

import pytest

from generator.assess import GRADE, OVERALL, Assessment, State, possible_grades, weighted_overall
from generator.frameworks import packaged
from generator.model import Reading
from generator.pipeline.examine import Examined
from generator.thai import FiscalYear

Examine = Callable[[Mapping[str, str | bytes]], Examined]
Assess = Callable[[Mapping[int, str]], tuple[Assessment, ...]]

INSTRUMENTS = ("IIT", "EIT", "OIT")
# IIT 92, EIT 91, OIT 90: overall 90.90
TEN = ("90.00", "91.00", "92.00", "93.00", "94.00", "90.00", "91.00", "92.00", "88.00", "92.00")


@pytest.fixture
def assessed(examined: Examine) -> Assess:
    """The assessments of one agency whose years have these files, oldest first."""

    def assess(years: Mapping[int, str]) -> tuple[Assessment, ...]:
        files = {"tua-yang/2568/scores.yml": ""}
        files |= {f"tua-yang/{year}/scores.yml": text for year, text in years.items()}
        found = examined(files)
        assert [problem.code for problem in found.problems] == []
        return found.results[0].assessments

    return assess


def short(ten: Iterable[str | None] = TEN, *more: str) -> str:
    """A file with only these scores, None for one that is not printed, and other lines before them."""
    rows = [f"  {number}: {score}" for number, score in enumerate(ten, start=1) if score is not None]
    return "\n".join([*more, *(["indicators:", *rows] if rows else [])]) + "\n"


def place(key: str, *lines: str, kind: str = "table") -> str:
    head = f"  - id: {key}\n    kind: {kind}\n    where: {key}\n"
    return head + "".join(f"    {line}\n" for line in lines)


def row(number: int, score: str, more: str = "") -> str:
    return f"  - {{indicator: {number}, score: {score}{more}}}"


# --- means and the overall


# The printed documents of four agencies: ten scores, the exact means and the exact overall.
DOCUMENTS = {
    "mueang-khong": (
        2568,
        ("88.53", "91.20", "97.87", "74.67", "88.13", "93.75", "90.94", "91.00", "93.50", "85.00"),
        {"IIT": ("440.40", 5), "EIT": ("275.69", 3), "OIT": ("178.50", 2)},
        "89.6930",
    ),
    "nong-ya-plong": (
        2565,
        ("97.61", "98.46", "99.35", "98.86", "98.54", "96.03", "92.88", "87.23", "68.56", "43.75"),
        {"IIT": ("492.82", 5), "EIT": ("276.14", 3), "OIT": ("112.31", 2)},
        "79.6452",
    ),
    "muang-mu-2566": (
        2566,
        ("100.00", "100.00", "100.00", "99.45", "100.00", "92.51", "93.31", "91.36", "100.00", "100.00"),
        {"IIT": ("499.45", 5), "EIT": ("277.18", 3), "OIT": ("200.00", 2)},
        "97.685",
    ),
    "muang-mu-2567": (
        2567,
        ("100.00", "100.00", "100.00", "100.00", "100.00", "99.22", "100.00", "100.00", "97.14", "76.67"),
        {"IIT": ("500.00", 5), "EIT": ("299.22", 3), "OIT": ("173.81", 2)},
        "94.684",
    ),
    "sateng-nok": (
        2565,
        ("98.47", "96.91", "98.25", "97.04", "98.66", "93.17", "91.46", "91.34", "95.14", "100.00"),
        {"IIT": ("489.33", 5), "EIT": ("275.97", 3), "OIT": ("195.14", 2)},
        "95.9848",
    ),
}


@pytest.mark.parametrize(("year", "ten", "sums", "overall"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_means_and_overall_are_exact(
    assessed: Assess, year: int, ten: tuple[str, ...], sums: Mapping[str, tuple[str, int]], overall: str
) -> None:
    (result,) = assessed({year: short(ten)})

    assert {code: result.mean(code).value for code in INSTRUMENTS} == {
        code: Decimal(total) / count for code, (total, count) in sums.items()
    }
    assert result.overall.value == Decimal(overall)
    assert result.overall.missing == result.overall.disputed == ()
    assert result.complete


def test_each_instrument_counts_by_its_weight_and_not_by_its_indicators() -> None:
    framework = packaged(FiscalYear(2568))
    zero = dict.fromkeys(range(1, 11), Decimal(0))

    def only(*numbers: int) -> Decimal:
        return weighted_overall(framework, zero | dict.fromkeys(numbers, Decimal(100)))

    assert [only(*range(1, 6)), only(6, 7, 8), only(9, 10)] == [30, 30, 40]
    assert [only(1), only(10)] == [6, 20]


# --- what is missing


@pytest.mark.parametrize("number", range(1, 11))
def test_an_indicator_without_a_score_leaves_no_overall_and_is_named(assessed: Assess, number: int) -> None:
    ten: list[str | None] = list(TEN)
    ten[number - 1] = None

    (result,) = assessed({2568: short(ten, "overall: 90.90")})

    code = result.framework.indicator(number).instrument
    assert (result.overall.value, result.overall.missing, result.overall.disputed) == (None, (str(number),), ())
    assert result.mean(code).value is None
    assert result.mean(code).missing == (str(number),)
    assert all(result.mean(other).value is not None for other in INSTRUMENTS if other != code)
    assert result.indicator(number).state is State.MISSING
    assert number not in result.scores
    assert not result.complete
    assert not result.overall_agrees


def test_a_score_of_zero_is_a_score(assessed: Assess) -> None:
    (result,) = assessed({2568: short((*TEN[:9], "0.00"), "overall: 0.00")})

    assert result.complete
    assert result.indicator(10).state is State.AGREED
    assert result.scores[10] == 0
    assert result.mean("OIT").value == 44
    assert result.overall.value == Decimal("72.5")
    assert (result.lowest, result.ranks[10]) == ((10,), 10)
    assert result.settled(OVERALL).number == 0
    assert result.grade_by_rule == "ต้องปรับปรุงโดยด่วน"


def test_a_file_with_only_an_overall_has_no_scores_to_compute_from(assessed: Assess) -> None:
    (result,) = assessed({2565: "overall: 79.64\n"})

    assert result.overall.missing == tuple(str(number) for number in range(1, 11))
    assert (result.scores, result.ranks, result.highest, result.lowest) == ({}, {}, (), ())
    assert result.settled(GRADE).state is State.MISSING
    assert result.settled("no such datum").state is State.MISSING
    assert result.grade_by_rule == "B"


# --- printed more than once


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("100", "100.00", "100"),
        ("100.00", "100", "100.00"),
        ("๑๐๐.๐๐", "100", "100.00"),
        ("88.5", "88.50", "88.5"),
        ("0", "0.00", "0"),
    ],
)
def test_the_same_number_written_otherwise_agrees(assessed: Assess, one: str, other: str, text: str) -> None:
    places = place("one", "scores:", row(4, one)) + place("other", "scores:", row(4, other))

    (result,) = assessed({2568: f"places:\n{places}"})

    settled = result.indicator(4)
    assert (settled.state, settled.value, settled.text) == (State.AGREED, Decimal(text), text)
    assert [printing.place for printing in settled.printings] == ["one", "other"]


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("ผ่านดี", "ผ่าน ดี", State.AGREED),
        ("ผ่านดี", "ระดับผ่านดี", State.AGREED),
        ("ระดับ A", "A", State.AGREED),
        ("ผ่านดี", "ผ่าน", State.DISPUTED),
        ("A", "AA", State.DISPUTED),
    ],
)
def test_a_grade_agrees_whatever_its_spaces_and_the_word_for_it(
    assessed: Assess, one: str, other: str, state: State
) -> None:
    places = place("one", f"grade: {one}") + place("other", f"grade: {other}", "overall: 90")

    (result,) = assessed({2568: f"places:\n{places}"})

    assert result.settled(GRADE).state is state
    assert result.settled(GRADE).text == (one if state is State.AGREED else "")


def test_a_disputed_datum_has_no_value_and_stands_in_the_way(assessed: Assess) -> None:
    places = place("summary", "overall: 90.90", "reading: ocr", "scores:", row(4, "93.01"), row(7, "91.00"))

    (result,) = assessed({2568: f"reading: typed\n{short()}places:\n{places}"})

    settled = result.indicator(4)
    assert (settled.state, settled.value, settled.number, settled.text) == (State.DISPUTED, None, None, "")
    assert [(p.text, p.place, p.reading, p.source.line) for p in settled.printings] == [
        ("93.00", "ผลการประเมิน", Reading.TYPED, 6),
        ("93.01", "summary", Reading.OCR, 20),
    ]
    assert result.indicator(7).state is State.AGREED
    assert (result.overall.value, result.overall.missing, result.overall.disputed) == (None, (), ("4",))
    assert (result.mean("IIT").value, result.mean("IIT").disputed) == (None, ("4",))
    assert result.mean("EIT").value == 91
    assert not result.complete
    assert not result.overall_agrees
    assert result.rests_on_ocr


def test_what_is_missing_and_what_is_disputed_are_told_apart(assessed: Assess) -> None:
    ten: list[str | None] = list(TEN)
    ten[0] = ten[8] = None
    places = place("other", "scores:", row(2, "11.00"), row(9, "12.00")) + place("third", "scores:", row(9, "13.00"))

    (result,) = assessed({2568: f"{short(ten)}places:\n{places}"})

    assert (result.overall.missing, result.overall.disputed) == (("1",), ("2", "9"))


@pytest.mark.parametrize(
    ("datum", "chosen", "text"),
    [
        ("4", "93.00", "93.00"),
        ("4", "93.01", "93.01"),
        ("4", "93", "93.00"),
        ("4", "๙๓.๐๑", "93.01"),
        (OVERALL, "90.90", "90.90"),
        (OVERALL, "90.09", "90.09"),
        (GRADE, "ผ่าน ดี", "ผ่านดี"),
        (GRADE, "ผ่าน", "ผ่าน"),
        ("EIT", "91.00", "91.00"),
        ("EIT", "91.5", "91.50"),
    ],
)
def test_a_chosen_printing_is_the_value(assessed: Assess, datum: str, chosen: str, text: str) -> None:
    top = short(TEN, "overall: 90.90", "grade: ผ่านดี", "instruments: {EIT: 91.00}")
    lines = ("overall: 90.09", "grade: ผ่าน", "instruments: [{code: EIT, score: 91.50}]", "scores:", row(4, "93.01"))
    choice = f"chosen:\n  - {{datum: {datum}, value: {chosen}, reason: ตรงกับตาราง}}\n"

    (result,) = assessed({2568: f"{top}places:\n{place('other', *lines)}{choice}"})

    settled = result.settled(datum)
    assert (settled.state, settled.text) == (State.CHOSEN, text)
    assert settled.value == (text if datum == GRADE else Decimal(text))
    assert settled.chosen is not None
    assert settled.chosen.reason == "ตรงกับตาราง"
    assert settled.source in {printing.source for printing in settled.printings if printing.text == text}
    others = {OVERALL, GRADE, "EIT", "4"} - {datum}
    assert {result.settled(other).state for other in others} == {State.DISPUTED}


def test_a_choice_where_nothing_is_disputed_changes_nothing(assessed: Assess) -> None:
    choice = "chosen:\n  - {datum: 4, value: 93, reason: ตรงกับตาราง}\n"

    (result,) = assessed({2568: short() + choice})

    settled = result.indicator(4)
    assert (settled.state, settled.text, settled.chosen) == (State.AGREED, "93.00", None)


def test_a_choice_that_is_not_printed_leaves_the_datum_disputed(examined: Examine) -> None:
    places = place("other", "scores:", row(4, "93.01"))
    choice = "chosen:\n  - {datum: 4, value: 93.02, reason: ตรงกับตาราง}\n"

    found = examined({"tua-yang/2568/scores.yml": f"{short()}places:\n{places}{choice}"})

    assert found.results[0].assessments[0].indicator(4).state is State.DISPUTED
    assert [problem.code for problem in found.problems] == ["chosen-not-printed"]


# --- a later year's comparison


COMPARISON = place(
    "comparison",
    "previous_year: 2567",
    "overall: 90.90",
    "overall_change: {previous: 80.00, difference: 10.90}",
    "instruments:",
    "  - {code: EIT, score: 91.00, previous: 81.00, difference: 10.00}",
    "scores:",
    row(4, "93.00", ", previous: 83.00, difference: 10.00"),
    row(5, "94.00", ", previous: 84.00, difference: 10.00"),
    kind="comparison",
)


def test_a_later_comparison_prints_the_year_before_too(assessed: Assess) -> None:
    before, now = assessed({2567: "overall: 80.00\nindicators: {4: 83.01}\n", 2568: f"places:\n{COMPARISON}"})

    assert [str(before.fiscal_year), str(now.fiscal_year)] == ["2567", "2568"]
    assert (before.settled(OVERALL).state, before.settled(OVERALL).number) == (State.AGREED, Decimal(80))
    assert [(p.text, p.place, p.source.file, p.source.line) for p in before.indicator(4).printings] == [
        ("83.01", "ผลการประเมิน", "data/tua-yang/2567/scores.yml", 2),
        ("83.00", "comparison", "data/tua-yang/2568/scores.yml", 11),
    ]
    assert before.indicator(4).state is State.DISPUTED
    assert (before.indicator(5).state, before.indicator(5).number) == (State.AGREED, Decimal(84))
    assert before.settled("EIT").number == 81
    assert before.settled(GRADE).state is State.MISSING
    assert {n: str(value) for n, value in now.scores.items()} == {4: "93.00", 5: "94.00"}
    assert [p.text for p in now.settled("EIT").printings] == ["91.00"]


def test_a_comparison_with_a_year_that_has_no_file_is_read_for_its_own_year_only(assessed: Assess) -> None:
    (now,) = assessed({2568: f"places:\n{COMPARISON}"})

    assert {n: str(value) for n, value in now.scores.items()} == {4: "93.00", 5: "94.00"}
    assert [listing.where for listing in now.listings] == ["comparison"]


# --- the grade by rule


@pytest.mark.parametrize("year", [2562, 2563, 2564, 2565])
@pytest.mark.parametrize(
    ("overall", "grade"),
    [
        ("100.00", "AA"), ("95.00", "AA"), ("94.99", "A"), ("85.00", "A"), ("84.99", "B"), ("75.00", "B"),
        ("74.99", "C"), ("65.00", "C"), ("64.99", "D"), ("55.00", "D"), ("54.99", "E"), ("50.00", "E"),
        ("49.99", "F"), ("0.00", "F"),
    ],
)  # fmt: skip
def test_letters_follow_from_the_overall_alone(year: int, overall: str, grade: str) -> None:
    framework = packaged(FiscalYear(year))
    nothing_known = dict.fromkeys(INSTRUMENTS)
    all_low = dict.fromkeys(INSTRUMENTS, Decimal(0))

    assert possible_grades(framework, Decimal(overall), nothing_known) == (grade,)
    assert possible_grades(framework, Decimal(overall), all_low) == (grade,)


WORDS = [
    ("100.00", "100.00", "100.00", "100.00", "ผ่านดีเยี่ยม"),
    ("95.00", "95.00", "95.00", "95.00", "ผ่านดีเยี่ยม"),
    ("94.99", "95.00", "95.00", "95.00", "ผ่านดี"),
    ("95.00", "94.99", "95.00", "95.00", "ผ่านดี"),
    ("95.00", "95.00", "94.99", "95.00", "ผ่านดี"),
    ("95.00", "95.00", "95.00", "94.99", "ผ่านดี"),
    ("99.00", "100.00", "100.00", "85.00", "ผ่านดี"),
    ("99.00", "100.00", "100.00", "84.99", "ผ่าน"),
    ("85.00", "85.00", "85.00", "85.00", "ผ่านดี"),
    ("85.00", "84.99", "85.00", "85.00", "ผ่าน"),
    ("85.00", "85.00", "84.99", "85.00", "ผ่าน"),
    ("85.00", "85.00", "85.00", "84.99", "ผ่าน"),
    ("85.00", "0.00", "0.00", "0.00", "ผ่าน"),
    ("84.99", "85.00", "85.00", "85.00", "ต้องปรับปรุง"),
    ("84.99", "100.00", "100.00", "100.00", "ต้องปรับปรุง"),
    ("70.00", "0.00", "0.00", "0.00", "ต้องปรับปรุง"),
    ("69.99", "85.00", "85.00", "85.00", "ต้องปรับปรุงโดยด่วน"),
    ("0.00", "0.00", "0.00", "0.00", "ต้องปรับปรุงโดยด่วน"),
    # published: 97.72 with EIT 92.39 is ผ่านดี; 94.64 with EIT below 85 is ผ่าน
    ("97.72", "99.89", "92.39", "100.00", "ผ่านดี"),
    ("94.64", "99.00", "84.99", "98.00", "ผ่าน"),
]


@pytest.mark.parametrize("year", [2566, 2567, 2568, 2569])
@pytest.mark.parametrize("printed", WORDS, ids=" ".join)
def test_words_follow_from_the_overall_and_every_instrument(year: int, printed: tuple[str, ...]) -> None:
    overall, *scores, grade = printed
    instruments = {code: Decimal(score) for code, score in zip(INSTRUMENTS, scores, strict=True)}

    assert possible_grades(packaged(FiscalYear(year)), Decimal(overall), instruments) == (grade,)


@pytest.mark.parametrize(
    ("overall", "iit", "eit", "possible"),
    [
        ("96.00", "96.00", "96.00", ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน")),
        ("96.00", "96.00", "95.00", ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน")),
        ("96.00", "96.00", "94.99", ("ผ่านดี", "ผ่าน")),
        ("96.00", None, None, ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน")),
        ("94.99", "96.00", "96.00", ("ผ่านดี", "ผ่าน")),
        ("90.00", "85.00", "85.00", ("ผ่านดี", "ผ่าน")),
        ("90.00", "85.00", "84.99", ("ผ่าน",)),
        ("84.99", None, None, ("ต้องปรับปรุง",)),
        ("69.99", None, None, ("ต้องปรับปรุงโดยด่วน",)),
    ],
)
def test_an_unknown_instrument_leaves_every_grade_that_it_could_give(
    overall: str, iit: str | None, eit: str | None, possible: tuple[str, ...]
) -> None:
    known = {"IIT": iit, "EIT": eit, "OIT": None}
    instruments = {code: Decimal(score) if score else None for code, score in known.items()}

    assert possible_grades(packaged(FiscalYear(2568)), Decimal(overall), instruments) == possible


@pytest.mark.parametrize(
    ("oit", "score", "grade"),
    [
        (("84.99", "85.01"), "85.00", "ผ่านดี"),
        (("84.99", "85.00"), "85.00", "ผ่านดี"),  # the mean is 84.995: half goes up
        (("84.99", "84.9999"), "84.99", "ผ่าน"),  # 84.99495
        (("84.99", "84.99"), "84.99", "ผ่าน"),
        (("94.99", "95.00"), "95.00", "ผ่านดีเยี่ยม"),
        (("94.99", "94.99"), "94.99", "ผ่านดี"),
    ],
)
def test_a_mean_is_rounded_half_up_before_it_meets_the_bar(
    assessed: Assess, oit: tuple[str, str], score: str, grade: str
) -> None:
    ten = (*["100.00"] * 8, *oit)

    (result,) = assessed({2568: short(ten, "overall: 96.00")})

    assert str(result.instrument("OIT")) == score
    assert result.mean("OIT").value == (Decimal(oit[0]) + Decimal(oit[1])) / 2
    assert result.grade_by_rule == grade


@pytest.mark.parametrize(("printed", "grade"), [("85.00", "ผ่านดี"), ("84.99", "ผ่าน")])
@pytest.mark.parametrize("oit", ["80.00", "90.00"])
def test_a_printed_instrument_score_goes_before_the_mean(assessed: Assess, printed: str, grade: str, oit: str) -> None:
    top = short((*["90.00"] * 8, oit, oit), "overall: 88.00", f"instruments: {{OIT: {printed}}}")

    (result,) = assessed({2568: top})

    assert result.instrument("OIT") == Decimal(printed)
    assert result.instrument("IIT") == 90
    assert result.grade_by_rule == grade


def test_a_disputed_instrument_score_leaves_the_grade_open(assessed: Assess) -> None:
    other = place("other", "instruments:", "  - {code: OIT, score: 84.99}")

    (result,) = assessed({2568: f"{short(TEN, 'overall: 90.90', 'instruments: {OIT: 90.00}')}places:\n{other}"})

    assert result.instrument("OIT") is None
    assert result.grade_by_rule is None


def test_the_printed_overall_decides_and_not_the_recomputed_one(assessed: Assess) -> None:
    (above,) = assessed({2565: short(TEN, "overall: 95.00")})

    assert above.overall.value == Decimal("90.9")
    assert above.grade_by_rule == "AA"


DISPUTED = f"{short(TEN, 'overall: 90.90')}places:\n{place('other', 'overall: 90.91')}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(short(), id="no overall"),
        pytest.param(DISPUTED, id="disputed overall"),
        pytest.param("overall: 90.90\n", id="no instruments"),
        pytest.param(short((*TEN[:9], None), "overall: 90.90"), id="one instrument unknown"),
    ],
)
def test_no_grade_by_rule_where_a_figure_of_the_rule_is_missing(assessed: Assess, text: str) -> None:
    (result,) = assessed({2568: text})

    assert result.grade_by_rule is None


# --- ranks, extremes, changes, agreement


@pytest.mark.parametrize(
    ("ten", "ranks", "highest", "lowest"),
    [
        pytest.param(
            ("90", "91", "92", "93", "94", "95", "96", "97", "98", "99"),
            (10, 9, 8, 7, 6, 5, 4, 3, 2, 1), (10,), (1,), id="all differ",
        ),
        pytest.param(
            ("100", "100.00", "90", "90.00", "80", "70", "70", "70", "60", "60.0"),
            (1, 1, 3, 3, 5, 6, 6, 6, 9, 9), (1, 2), (9, 10), id="ties share a rank, and the next is skipped",
        ),
        pytest.param(("90",) * 10, (1,) * 10, tuple(range(1, 11)), tuple(range(1, 11)), id="all equal"),
        pytest.param(
            ("90", None, "92", None, "92.00", None, None, None, None, "0.00"),
            (3, None, 1, None, 1, None, None, None, None, 4), (3, 5), (10,), id="only what has a value",
        ),
    ],
)  # fmt: skip
def test_ranks_and_extremes(
    assessed: Assess,
    ten: tuple[str | None, ...],
    ranks: tuple[int | None, ...],
    highest: tuple[int, ...],
    lowest: tuple[int, ...],
) -> None:
    (result,) = assessed({2568: short(ten)})

    assert result.ranks == {number: rank for number, rank in enumerate(ranks, start=1) if rank is not None}
    assert (result.highest, result.lowest) == (highest, lowest)


def test_changes_are_exact_and_need_both_years(assessed: Assess) -> None:
    old = short((*TEN[:3], "95.86", None, *TEN[5:]), "overall: 97.72", "grade: ผ่านดี", "instruments: {EIT: 92.39}")
    new = short((*TEN[:9], None), "overall: 94.69", "grade: ผ่านดี", "instruments: {EIT: 91.00}")
    disputed = place("other", "scores:", row(2, "12.00"))

    before, now = assessed({2567: old, 2568: f"{new}places:\n{disputed}"})

    assert now.change(before, "4") == Decimal("-2.86")
    assert now.change(before, OVERALL) == Decimal("-3.03")
    assert now.change(before, "EIT") == Decimal("-1.39")
    assert now.change(before, "1") == 0
    assert now.change(before, "5") is None  # missing before
    assert now.change(before, "10") is None  # missing now
    assert now.change(before, "2") is None  # disputed now
    assert before.change(now, "2") is None  # disputed on the other side
    assert now.change(before, GRADE) is None


@pytest.mark.parametrize(
    ("overall", "agrees"),
    [("90.90", True), ("90.9", True), ("90.89", True), ("90.91", True), ("90.8899", False), ("90.9101", False)],
)
def test_a_printed_overall_is_borne_out_within_the_tolerance(assessed: Assess, overall: str, agrees: bool) -> None:
    (result,) = assessed({2568: short(TEN, f"overall: {overall}")})

    assert result.overall.value == Decimal("90.90")
    assert result.overall_agrees is agrees


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(short(), id="no overall printed"),
        pytest.param(short((*TEN[:9], None), "overall: 90.90"), id="nothing to recompute it from"),
        pytest.param(DISPUTED, id="disputed"),
    ],
)
def test_an_overall_that_cannot_be_compared_does_not_agree(assessed: Assess, text: str) -> None:
    (result,) = assessed({2568: text})

    assert not result.overall_agrees


@pytest.mark.parametrize(
    ("file", "place_reading", "rests"),
    [("typed", None, False), ("ocr", None, True), ("typed", "ocr", True), ("verified", "typed", False)],
)
def test_a_year_rests_on_ocr_where_any_place_does(
    assessed: Assess, file: str, place_reading: str | None, rests: bool
) -> None:
    lines = [f"reading: {place_reading}"] if place_reading else []

    (result,) = assessed({2568: f"reading: {file}\nplaces:\n{place('one', *lines, 'overall: 90.90')}"})

    assert result.rests_on_ocr is rests


def test_a_place_with_a_better_reading_than_its_file_is_not_ocr(assessed: Assess) -> None:
    (result,) = assessed({2568: f"reading: ocr\nplaces:\n{place('one', 'reading: verified', 'overall: 90.90')}"})

    assert not result.rests_on_ocr
