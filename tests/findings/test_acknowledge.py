"""Acknowledgements hold for exactly the values they name, and choices for values that are printed."""

from collections.abc import Callable, Mapping

import pytest

from generator.findings import Finding
from generator.model import AcknowledgementState
from generator.pipeline.examine import Examined

Examine = Callable[[Mapping[str, str | bytes]], Examined]

TEN = ("90.00", "91.00", "92.00", "93.00", "94.00", "90.00", "91.00", "92.00", "88.00", "92.00")
ENTRIES = "tua-yang/acknowledged.yml"


def entry(code: str, values: str, more: str = "", year: int = 2568) -> str:
    return (
        f"  - code: {code}\n    fiscal_year: {year}\n    values: [{values}]\n    state: waiting\n"
        f"    reason: คงค่าตามที่พิมพ์ไว้\n    by: ผู้ถอดความ\n    date: 20 พฤศจิกายน 2569\n{more}"
    )


def scores(*places: str, year: int = 2568) -> dict[str, str]:
    """The year's file with these places, each with a key of its own."""
    listed = "".join(
        f"  - id: place-{n}\n    kind: text\n    where: ที่ {n}\n    {lines}\n" for n, lines in enumerate(places, start=1)
    )
    return {"tua-yang/2568/scores.yml": "", f"tua-yang/{year}/scores.yml": f"places:\n{listed}"}


def after(examined: Examine, files: Mapping[str, str], *entries: str) -> tuple[list[Finding], list[str]]:
    """The findings but for missing scores, and the codes of the problems."""
    found = examined({**files, ENTRIES: f"acknowledged:\n{''.join(entries)}"} if entries else files)
    return [f for f in found.findings if f.code != "missing-score"], [problem.code for problem in found.problems]


CONFLICT = scores("scores: [{indicator: 4, score: 74.67}]", "scores: [{indicator: 4, score: 74.68}]")
FOURTH = "    indicator: 4\n"
DIFFERENCE = scores(
    "previous_year: 2567\n    scores: [{indicator: 9, previous: 100.00, score: 97.14, difference: 12.86}]"
)
NINTH = "    indicator: 9\n"
NAME = {
    "tua-yang/2568/scores.yml": "overall: 90.00\ndocument:\n  title: รายงาน\n"
    "  names: [{kind: agency, printed: เทศบาลตำบลอื่น, where: ปก}]\n"
}


def test_without_an_acknowledgement_a_finding_is_open(examined: Examine) -> None:
    (finding,), problems = after(examined, CONFLICT)

    assert (finding.code, finding.acknowledgement, finding.holds, problems) == ("value-conflict", None, True, [])


@pytest.mark.parametrize(
    ("files", "code", "more", "values"),
    [
        pytest.param(CONFLICT, "value-conflict", FOURTH, "74.67, 74.68", id="as printed"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "74.68, 74.67", id="in another order"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "๗๔.๖๗, ๗๔.๖๘", id="Thai digits"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "' 74.67 ', 74.68", id="with spaces"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "74.67, 74.67, 74.68", id="one of them twice"),
        pytest.param(DIFFERENCE, "difference-mismatch", NINTH, "12.86, \u22122.86", id="the minus as it is shown"),
        pytest.param(DIFFERENCE, "difference-mismatch", NINTH, "12.86, '-2.86'", id="the minus of a keyboard"),
        pytest.param(DIFFERENCE, "difference-mismatch", NINTH, "๑๒.๘๖, \u2212๒.๘๖", id="the minus and Thai digits"),
        pytest.param(NAME, "agency-name", "", "เทศบาลตำบลอื่น, เทศบาลตำบลตัวอย่าง", id="names"),
        pytest.param(NAME, "agency-name", "", "เทศบาล ตำบลอื่น, เทศบาลตำบลตัวอย่าง", id="names with spaces"),
    ],
)
def test_an_acknowledgement_of_the_same_values_fits(
    examined: Examine, files: Mapping[str, str], code: str, more: str, values: str
) -> None:
    (finding,), problems = after(examined, files, entry(code, values, more))

    assert problems == []
    assert finding.acknowledgement is not None
    assert finding.acknowledgement.state is AcknowledgementState.WAITING
    assert finding.acknowledgement.by == "ผู้ถอดความ"
    assert not finding.holds


@pytest.mark.parametrize(
    ("files", "code", "more", "values", "year"),
    [
        pytest.param(CONFLICT, "value-conflict", FOURTH, "74.67, 74.69", 2568, id="another value"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "74.67", 2568, id="a value missing"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "74.67, 74.68, 74.69", 2568, id="a value too many"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "", 2568, id="no values are no wildcard"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "'*'", 2568, id="nor is a star"),
        pytest.param(CONFLICT, "value-conflict", "", "74.67, 74.68", 2568, id="no indicator"),
        pytest.param(CONFLICT, "value-conflict", "    indicator: 5\n", "74.67, 74.68", 2568, id="another indicator"),
        pytest.param(CONFLICT, "value-conflict", FOURTH + "    item: O4\n", "74.67, 74.68", 2568, id="an item"),
        pytest.param(CONFLICT, "overall-mismatch", FOURTH, "74.67, 74.68", 2568, id="another code"),
        pytest.param(CONFLICT, "value-conflict", FOURTH, "74.67, 74.68", 2567, id="another year"),
        pytest.param(DIFFERENCE, "difference-mismatch", NINTH, "12.86, 2.86", 2568, id="without its minus"),
        pytest.param(DIFFERENCE, "difference-mismatch", NINTH, "-12.86, -2.86", 2568, id="with a minus too many"),
        pytest.param(NAME, "agency-name", FOURTH, "เทศบาลตำบลอื่น, เทศบาลตำบลตัวอย่าง", 2568, id="an indicator for a name"),
        pytest.param(NAME, "agency-name", "", "เทศบาลตำบลอื่น, เทศบาลตำบลใหม่", 2568, id="another computed value"),
    ],
)  # fmt: skip
def test_an_acknowledgement_of_anything_else_lapses(  # noqa: PLR0917 -- the columns of the table
    examined: Examine, files: Mapping[str, str], code: str, more: str, values: str, year: int
) -> None:
    (finding,), problems = after(examined, files, entry(code, values, more, year))

    assert finding.acknowledgement is None
    near = (finding.code, finding.fiscal_year.number) == (code, year)
    assert problems == ["acknowledgement-lapsed" if near else "acknowledgement-settled"]


def test_a_lapsed_acknowledgement_says_where_it_stands_and_what_is_printed_now(examined: Examine) -> None:
    found = examined({**CONFLICT, ENTRIES: f"acknowledged:\n{entry('value-conflict', '74.67, 74.69', FOURTH)}"})

    (problem,) = found.problems
    assert (problem.source.file, problem.source.line) == ("data/tua-yang/acknowledged.yml", 2)
    assert problem.agency == "tua-yang"
    assert found.held == {"tua-yang"}
    for language in ("th", "en"):
        said = problem.what(language) + problem.expected(language) + problem.hint(language)
        assert all(part in said for part in ("value-conflict", "2568", "74.69", "74.68"))


def test_a_lapsed_acknowledgement_names_the_findings_of_its_kind_only(examined: Examine) -> None:
    files = scores(
        "overall: 91.03\n    grade: AA\n    scores: [{indicator: 4, score: 74.67}]",
        "overall: 91.30\n    scores: [{indicator: 4, score: 74.68}]",
    )
    wrong = entry("value-conflict", "11.11, 22.22", FOURTH)

    found = examined({**files, ENTRIES: f"acknowledged:\n{wrong}"})

    assert {finding.code for finding in found.findings} > {"value-conflict", "grade-mismatch"}
    (problem,) = found.problems
    assert all(value in problem.expected() for value in ("74.67", "74.68", "91.03", "91.30", "4"))
    assert "AA" not in problem.expected()


def test_an_acknowledgement_lapses_when_its_finding_is_gone(examined: Examine) -> None:
    agreed = scores("scores: [{indicator: 4, score: 74.67}]", "scores: [{indicator: 4, score: 74.670}]")

    findings, problems = after(examined, agreed, entry("value-conflict", "74.67, 74.68", FOURTH))

    assert (findings, problems) == ([], ["acknowledgement-settled"])


def _two_equal_findings() -> dict[str, str]:
    """Two tables with the same ten scores, which do not give the overall."""
    table = "scores:" + "".join(f"\n      - {{indicator: {n}, score: {score}}}" for n, score in enumerate(TEN, start=1))
    return scores("overall: 80.00", table, table)


@pytest.mark.parametrize(("entries", "open_ones", "problems"), [(0, 2, 0), (1, 1, 0), (2, 0, 0), (3, 0, 1)])
def test_an_acknowledgement_covers_one_finding(examined: Examine, entries: int, open_ones: int, problems: int) -> None:
    files = _two_equal_findings()

    findings, codes = after(examined, files, *[entry("overall-mismatch", "80.00, 90.90")] * entries)

    assert [finding.code for finding in findings] == ["overall-mismatch"] * 2
    assert [finding.acknowledgement is None for finding in findings] == [False] * (2 - open_ones) + [True] * open_ones
    assert sum(finding.holds for finding in findings) == open_ones
    assert codes == ["acknowledgement-lapsed"] * problems


def test_an_acknowledgement_is_the_agencys_own(examined: Examine) -> None:
    other = {
        "muang-aun/agency.yml": "name: เทศบาลอื่น\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n",
        "muang-aun/2568/scores.yml": CONFLICT["tua-yang/2568/scores.yml"],
    }

    findings, problems = after(examined, {**CONFLICT, **other}, entry("value-conflict", "74.67, 74.68", FOURTH))

    assert problems == []
    assert {finding.agency: finding.holds for finding in findings} == {"muang-aun": True, "tua-yang": False}


def test_every_finding_finds_its_own_acknowledgement(examined: Examine) -> None:
    files = scores(
        "overall: 91.03\n    scores: [{indicator: 4, score: 74.67}, {indicator: 5, score: 74.67}]",
        "overall: 91.30\n    scores: [{indicator: 4, score: 74.68}, {indicator: 5, score: 74.68}]",
    )
    overall = entry("value-conflict", "91.03, 91.30")
    fourth, fifth = (entry("value-conflict", "74.67, 74.68", f"    indicator: {n}\n") for n in (4, 5))

    findings, problems = after(examined, files, fifth, fourth, overall)

    assert problems == []
    taken = [finding.acknowledgement for finding in findings]
    assert [(finding.indicator, one.indicator) for finding, one in zip(findings, taken, strict=True) if one] == [
        (None, None),
        (4, 4),
        (5, 5),
    ]


@pytest.mark.parametrize("state", ["waiting", "confirmed", "corrected"])
def test_whatever_its_state_an_acknowledged_finding_does_not_hold(examined: Examine, state: str) -> None:
    text = entry("value-conflict", "74.67, 74.68", FOURTH + "    document: หนังสือที่ 1\n")

    (finding,), problems = after(examined, CONFLICT, text.replace("waiting", state))

    assert problems == []
    assert finding.acknowledgement is not None
    assert (finding.acknowledgement.state.value, finding.holds) == (state, False)


# --- choices


@pytest.mark.parametrize(
    ("datum", "value", "printed"),
    [
        ("4", "74.67", True),
        ("4", "74.68", True),
        ("4", "๗๔.๖๗", True),
        ("4", "74.670", True),
        ("4", "74.66", False),
        ("4", "ผ่านดี", False),
        ("5", "74.67", False),
        ("overall", "91.03", True),
        ("overall", "74.67", False),
        ("grade", "ผ่าน ดี", True),
        ("grade", "ผ่าน", False),
        ("EIT", "91", True),
        ("IIT", "91", False),
        ("no-such-datum", "91", False),
    ],
)
def test_a_choice_is_one_of_the_printed_values(examined: Examine, datum: str, value: str, printed: bool) -> None:
    files = scores(
        "overall: 91.03\n    grade: ผ่านดี\n    scores: [{indicator: 4, score: 74.67}]",
        "instruments: [{code: EIT, score: 91.00}]\n    scores: [{indicator: 4, score: 74.68}]",
    )
    name = "tua-yang/2568/scores.yml"
    chosen = f"chosen:\n  - datum: {datum}\n    value: {value}\n    reason: ตรงกับตาราง\n"

    found = examined({**files, name: files[name] + chosen})

    assert [problem.code for problem in found.problems] == ([] if printed else ["chosen-not-printed"])
    assert [problem.source.line for problem in found.problems] == ([] if printed else [15])
    assert found.held == (frozenset() if printed else {"tua-yang"})
    for problem in found.problems:
        assert value in problem.what()
        assert problem.expected().strip() != ""
        if datum == "4":
            assert "74.67, 74.68" in problem.expected()
