"""The stages before the pages together: everything is said in one run, and a fault holds only whom it concerns."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator import frameworks
from generator.attachments import FolderStore
from generator.commands.check import run
from generator.commands.options import DATA, DONE, Options
from generator.pipeline.attached import notices
from generator.pipeline.examine import Examined, examine
from generator.reader import LARGEST_FILE
from generator.thai import FiscalYear

Texts = Mapping[str, str | bytes]
Make = Callable[[Texts], Path]
Examine = Callable[[Texts], Examined]

SITES = Path(__file__).parent / "sites"
NOBODY: frozenset[str] = frozenset()
# Ten scores of IIT 92, EIT 91, OIT 90, that give an overall of 90.90.
INDICATORS = "indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}\n"
GOOD = f"overall: 90.90\ngrade: ผ่านดี\n{INDICATORS}"
# Another overall than the ten scores give.
OPEN = f"overall: 91.90\ngrade: ผ่านดี\n{INDICATORS}"


def _profile(name: str) -> str:
    return f"name: {name}\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"


def _acknowledged(*values: str, state: str = "waiting", code: str = "overall-mismatch", year: int = 2568) -> str:
    return (
        f"acknowledged:\n  - code: {code}\n    fiscal_year: {year}\n    values: [{', '.join(values)}]\n"
        f"    state: {state}\n    reason: คงไว้ตามเอกสาร\n    by: นักวิเคราะห์\n    date: 1 ตุลาคม 2568\n"
    )


def _said(examined: Examined) -> list[tuple[str, str, str | None]]:
    return [(one.code, str(one.source), one.agency) for one in examined.problems]


def _assessed(examined: Examined) -> list[str]:
    return [result.agency.slug for result in examined.results]


def _exit(folder: Path) -> int:
    return run(Options(data=folder), lambda _: None, today=date(2026, 1, 31))


# --- good data


def test_good_data(make_data: Make) -> None:
    folder = make_data({})
    examined = examine(folder)

    assert examined.folder == folder
    assert examined.problems == ()
    assert examined.findings == ()
    assert examined.held == NOBODY
    assert _assessed(examined) == ["tua-yang"]
    assert [str(one.fiscal_year) for one in examined.results[0].assessments] == ["2568"]
    assert _exit(folder) == DONE


def test_agencies_come_by_slug_and_years_oldest_first(examined: Examine) -> None:
    found = examined(
        {
            "zz/agency.yml": _profile("ก"),
            "zz/2568/scores.yml": GOOD,
            "aa/agency.yml": _profile("ฮ"),
            "aa/2568/scores.yml": GOOD,
            "aa/2566/scores.yml": GOOD,
        }
    )

    assert [(one.agency.slug, [str(a.fiscal_year) for a in one.assessments]) for one in found.results] == [
        ("aa", ["2566", "2568"]),
        ("tua-yang", ["2568"]),
        ("zz", ["2568"]),
    ]


def test_the_date_is_what_it_was_told(make_data: Make) -> None:
    told = examine(make_data({}), date(2026, 1, 31))

    assert told.as_of == date(2026, 1, 31)
    assert told.results[0].as_of == date(2026, 1, 31)


def test_outside_git_there_is_no_date(make_data: Make) -> None:
    found = examine(make_data({}))

    assert found.history.note == "no-git"
    assert found.as_of is None
    assert found.results[0].as_of is None


def test_in_git_an_agency_has_the_date_of_its_last_commit(make_data: Make) -> None:
    folder = make_data({})

    def commit(day: str) -> None:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            **{
                f"GIT_{who}_{what}": "tester@example.org"
                for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")
            },
            "GIT_COMMITTER_DATE": f"{day}T12:00:00+0700",
        }
        for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", day]):
            subprocess.run(["git", *arguments], cwd=folder.parent, check=True, env=environment)

    commit("2026-01-10")
    make_data({"jai-dee/agency.yml": _profile("ใจดี"), "jai-dee/2568/scores.yml": GOOD})
    commit("2026-02-20")
    found = examine(folder)

    assert found.as_of == date(2026, 2, 20)
    assert [(one.agency.slug, one.as_of) for one in found.results] == [
        ("jai-dee", date(2026, 2, 20)),
        ("tua-yang", date(2026, 1, 10)),
    ]


# --- everything is held


def test_without_a_data_folder_nothing_can_be_built(tmp_path: Path) -> None:
    found = examine(tmp_path / "nothing")

    assert [code for code, *_ in _said(found)] == ["no-data-folder"]
    assert (found.dataset, found.results, found.history.note) == (None, (), "no-git")
    assert _exit(tmp_path / "nothing") == DATA


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"site.yml": "format: 2\nlayout: network\ntitle: ก\n"}, ("format-invalid", "data/site.yml:1:9", None)),
        ({"stray.txt": "x"}, ("stray-name", "data/stray.txt:1:1", None)),
    ],
)
def test_a_fault_of_the_site_holds_everything_and_all_is_checked(
    make_data: Make, files: Texts, said: tuple[str, str, str | None]
) -> None:
    folder = make_data({**files, "jai-dee/agency.yml": _profile("ใจดี"), "jai-dee/2568/scores.yml": "grade: ผ่าน\n"})
    found = examine(folder)

    assert _said(found) == [("nothing-printed", "data/jai-dee/2568/scores.yml:1:1", "jai-dee"), said]
    assert found.dataset is None
    assert found.held == {"jai-dee"}
    assert _exit(folder) == DATA


def test_only_one_agency_is_examined(make_data: Make) -> None:
    folder = make_data({"jai-dee/agency.yml": "broken: [", "jai-dee/2568/scores.yml": GOOD})

    found = examine(folder, only="tua-yang")

    assert found.problems == ()
    assert _assessed(found) == ["tua-yang"]
    assert examine(folder, only="jai-dee").held == {"jai-dee"}


# --- one agency is held


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        # found by load, by validate, by the comparison of the findings
        ("2568/scores.yml", "overall: 101\n", ("score-range", "2568/scores.yml:1:10")),
        ("2568/scores.yml", "grade: ผ่านดี\n", ("nothing-printed", "2568/scores.yml:1:1")),
        (
            "2568/scores.yml",
            GOOD + "chosen: [{datum: overall, value: 1, reason: r}]\n",
            ("chosen-not-printed", "2568/scores.yml:4:34"),
        ),
        ("acknowledged.yml", _acknowledged("91.90", "90.90"), ("acknowledgement-settled", "acknowledged.yml:2:5")),
    ],
)
def test_a_fault_of_an_agency_holds_it_alone(make_data: Make, name: str, text: str, said: tuple[str, str]) -> None:
    folder = make_data(
        {"jai-dee/agency.yml": _profile("ใจดี"), "jai-dee/2568/scores.yml": GOOD, f"jai-dee/{name}": text}
    )
    found = examine(folder)

    assert _said(found) == [(said[0], f"data/jai-dee/{said[1]}", "jai-dee")]
    assert found.held == {"jai-dee"}
    assert "tua-yang" in _assessed(found)
    assert _exit(folder) == DATA


def test_all_problems_of_all_agencies_and_stages_in_one_run(make_data: Make) -> None:
    folder = make_data(
        {
            # by load: two files and two values of one file
            "aa/agency.yml": _profile("ก") + "unknown: 1\n",
            "aa/2568/scores.yml": "overall: 101\ngrade: ผ่าน\nindicators: {1: x}\n",
            # by validate
            "bb/agency.yml": _profile("ข"),
            "bb/2568/scores.yml": "grade: ผ่าน\n",
            "bb/acknowledged.yml": _acknowledged("1", state="corrected"),
            # by the findings
            "cc/agency.yml": _profile("ค"),
            "cc/2568/scores.yml": OPEN,
            "cc/acknowledged.yml": _acknowledged("91.80", "90.90"),
            # by nobody
            "dd/agency.yml": _profile("ง"),
            "dd/2568/scores.yml": GOOD,
        }
    )

    found = examine(folder)

    assert _said(found) == [
        ("score-range", "data/aa/2568/scores.yml:1:10", "aa"),
        ("number-invalid", "data/aa/2568/scores.yml:3:17", "aa"),
        ("unknown-key", "data/aa/agency.yml:4:1", "aa"),
        ("nothing-printed", "data/bb/2568/scores.yml:1:1", "bb"),
        ("acknowledgement-document", "data/bb/acknowledged.yml:2:5", "bb"),
        ("acknowledgement-lapsed", "data/cc/acknowledged.yml:2:5", "cc"),
    ]
    assert found.held == {"aa", "bb", "cc"}
    assert {"dd", "tua-yang"} <= set(_assessed(found))
    assert not {"aa", "bb"} & set(_assessed(found))


# --- frameworks


def _framework(**changes: str) -> str:
    text = frameworks.packaged_bytes(FiscalYear(2568)).decode()
    for old, new in changes.items():
        text = text.replace(f"{old}: ", f"{old}: {new} # ", 1)
    return text


def _line_of(start: str) -> int:
    """The first line of the packaged framework that begins so."""
    lines = frameworks.packaged_bytes(FiscalYear(2568)).decode().splitlines()
    return next(number for number, line in enumerate(lines, start=1) if line.strip().startswith(start))


@pytest.mark.parametrize(
    ("framework", "said"),
    [
        ("title: x\ntitle: y\n", ("duplicate-key", "2:1")),  # found by load
        (_framework(weight="0.31"), ("framework-weights", f"{_line_of('- code: ')}:5")),  # found by validate
        (_framework(fiscal_year="2567"), ("framework-year", "3:1")),
    ],
)
def test_a_broken_framework_holds_those_that_use_it(make_data: Make, framework: str, said: tuple[str, str]) -> None:
    folder = make_data(
        {
            "frameworks/2568.yml": framework,
            "aa/agency.yml": _profile("ก"),
            "aa/2567/scores.yml": GOOD,
            "bb/agency.yml": _profile("ข"),
            "bb/2567/scores.yml": GOOD,
            "bb/2568/scores.yml": GOOD,
        }
    )
    found = examine(folder)

    assert _said(found) == [(said[0], f"data/frameworks/2568.yml:{said[1]}", None)]
    assert found.held == {"bb", "tua-yang"}
    assert _assessed(found) == ["aa"]
    assert _exit(folder) == DATA


# --- findings and acknowledgements


@pytest.mark.parametrize(
    ("scores", "acknowledged", "holds", "code"),
    [
        (GOOD, "", [], DONE),
        (OPEN, "", [True], DATA),
        (OPEN, _acknowledged("91.90", "90.90"), [False], DONE),
        # a finding that is no contradiction holds nobody
        ("overall: 90.90\ngrade: ผ่านดี\n", "", [False], DONE),
    ],
)
def test_an_open_high_finding_is_no_problem_but_counts_for_the_exit_code(
    make_data: Make, scores: str, acknowledged: str, holds: list[bool], code: int
) -> None:
    files = {"tua-yang/2568/scores.yml": scores}
    folder = make_data({**files, "tua-yang/acknowledged.yml": acknowledged} if acknowledged else files)
    found = examine(folder)

    assert found.problems == ()
    assert found.held == NOBODY
    assert [finding.holds for finding in found.findings] == holds
    assert _exit(folder) == code


@pytest.mark.parametrize(
    ("acknowledged", "lapsed"),
    [
        (_acknowledged("91.90", "90.90"), []),
        (_acknowledged("90.90", "๙๑.๙๐"), []),
        (_acknowledged("91.90", "90.91"), ["overall-mismatch 2568: 91.90, 90.91"]),
        (_acknowledged("91.90"), ["overall-mismatch 2568: 91.90"]),
        (_acknowledged("91.90", "90.90", year=2567), ["overall-mismatch 2567: 91.90, 90.90"]),
        (_acknowledged("91.90", "90.90", code="grade-mismatch"), ["grade-mismatch 2568: 91.90, 90.90"]),
    ],
)
def test_an_acknowledgement_lapses_when_its_values_change(
    examined: Examine, acknowledged: str, lapsed: list[str]
) -> None:
    found = examined({"tua-yang/2568/scores.yml": OPEN, "tua-yang/acknowledged.yml": acknowledged})

    assert [one.found for one in found.problems] == lapsed
    assert [finding.acknowledgement is None for finding in found.findings] == [bool(lapsed)]


def test_a_lapsed_acknowledgement_holds_only_its_agency(make_data: Make) -> None:
    folder = make_data(
        {
            "tua-yang/2568/scores.yml": OPEN,
            "tua-yang/acknowledged.yml": _acknowledged("91.90", "90.90"),
            "jai-dee/agency.yml": _profile("ใจดี"),
            "jai-dee/2568/scores.yml": GOOD,
            "jai-dee/acknowledged.yml": _acknowledged("91.90", "90.90"),
        }
    )
    found = examine(folder)

    assert _said(found) == [("acknowledgement-settled", "data/jai-dee/acknowledged.yml:2:5", "jai-dee")]
    assert found.held == {"jai-dee"}
    assert [(one.agency, one.holds) for one in found.findings] == [("tua-yang", False)]


# --- files that are too much


def _broken(tmp_path: Path, **files: bytes) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(SITES / "broken" / "data", folder)
    for slug, content in files.items():
        (folder / slug / "2568").mkdir(parents=True)
        (folder / slug / "agency.yml").write_text(_profile("ใหญ่"), encoding="utf-8")
        (folder / slug / "2568" / "scores.yml").write_bytes(content)
    return folder


def test_a_file_of_five_megabytes_holds_its_agency(tmp_path: Path) -> None:
    beside = examine(_broken(tmp_path / "beside"))
    folder = _broken(tmp_path, large=GOOD.encode() + b"# " + b"x" * 5_000_000 + b"\n")

    started = time.monotonic()
    found = examine(folder)
    seconds = time.monotonic() - started

    (large,) = [one for one in found.problems if one.agency == "large"]
    assert (large.code, str(large.source)) == ("file-too-large", "data/large/2568/scores.yml:1:1")
    assert large.details == {"limit": "1000000"}
    assert found.held == beside.held | {"large"}
    assert [one for one in found.problems if one is not large] == list(beside.problems)
    assert seconds < 5


@pytest.mark.parametrize(("size", "codes"), [(LARGEST_FILE, []), (LARGEST_FILE + 1, ["file-too-large"])])
def test_how_large_a_file_may_be(examined: Examine, size: int, codes: list[str]) -> None:
    text = GOOD.encode() + b"# "

    found = examined({"tua-yang/2568/scores.yml": text + b"x" * (size - len(text))})

    assert [one.code for one in found.problems] == codes


@pytest.mark.parametrize("opening", [b"[", b"- ", b"? ", b"{a: ", b"[{a: "], ids=["list", "dash", "key", "map", "both"])
def test_nesting_of_sixty_thousand_is_refused_at_once(examined: Examine, opening: bytes) -> None:
    started = time.monotonic()
    found = examined({"tua-yang/2568/scores.yml": b"places:\n  " + opening * 60_000 + b"\n"})
    seconds = time.monotonic() - started

    assert "too-deep" in {one.code for one in found.problems}
    assert found.held == {"tua-yang"}
    assert seconds < 5


def test_the_case_of_sixty_thousand_brackets_is_read_at_once() -> None:
    content = (SITES / "broken" / "data" / "bad-nesting" / "2568" / "scores.yml").read_bytes()
    assert content.count(b"[") == 60_000

    started = time.monotonic()
    found = examine(SITES / "broken" / "data", date(2026, 1, 31))
    seconds = time.monotonic() - started

    assert [(one.code, str(one.source)) for one in found.problems if one.agency == "bad-nesting"] == [
        ("too-deep", "data/bad-nesting/2568/scores.yml:1:20")
    ]
    assert seconds < 5


# --- the cases of broken data


def test_of_the_broken_agencies_only_two_are_not_held() -> None:
    """`good`, and `open-high-finding`, whose files are right though they contradict themselves."""
    folder = SITES / "broken" / "data"
    agencies = {path.name for path in folder.iterdir() if path.is_dir()}

    found = examine(folder, date(2026, 1, 31))

    assert len(agencies) > 40
    assert found.held == agencies - {"good", "open-high-finding"}
    assert {one.agency for one in found.problems} == found.held
    assert [one.agency for one in found.findings if one.holds and one.agency not in found.held] == ["open-high-finding"]


@pytest.mark.parametrize("case", ["broken-site", "stray"])
def test_of_a_broken_site_nothing_is_built(case: str) -> None:
    found = examine(SITES / case / "data", date(2026, 1, 31))

    assert found.dataset is None
    assert {one.agency for one in found.problems} == {None}


# --- what only warns

_CSV = "รายการ,จำนวน\nก,1\n"
_ANSWERS = """\
items:
  - item: O1
    evidence: [{file: plan.csv, title: ก, whole: true, annexes: [{file: annex.csv, title: ข}]}]
"""


def _files(*names: str) -> dict[str, str | bytes]:
    return {f"tua-yang/2568/files/{name}": _CSV for name in names}


@pytest.mark.parametrize(
    ("files", "unused"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(
            {"tua-yang/2568/disclosure.yml": _ANSWERS, **_files("plan.csv", "annex.csv")}, [], id="all-are-named"
        ),
        pytest.param(
            {"tua-yang/2568/disclosure.yml": _ANSWERS, **_files("plan.csv", "annex.csv", "b.csv", "a.csv")},
            ["a.csv", "b.csv"],
            id="two-are-not",
        ),
        pytest.param(_files("plan.csv"), ["plan.csv"], id="no-answers"),
        pytest.param(
            {
                "tua-yang/2568/disclosure.yml": _ANSWERS,
                **_files("plan.csv", "annex.csv"),
                "tua-yang/2567/files/plan.csv": _CSV,
                "tua-yang/2567/scores.yml": GOOD,
            },
            ["plan.csv"],
            id="named-in-another-year",
        ),
        pytest.param(
            {"tua-yang/2568/disclosure.yml": "items: [}", **_files("plan.csv")}, [], id="answers-that-cannot-be-read"
        ),
    ],
)
def test_files_that_no_answer_names_are_told(examined: Examine, files: Texts, unused: list[str]) -> None:
    found = examined(files)

    told = [one for one in found.notices if one.code == "file-unused"]
    assert [one.found for one in told] == unused
    assert all(one.agency == "tua-yang" and one.source.file.endswith(f"/files/{one.found}") for one in told)
    assert (found.held == NOBODY) is ("items: [}" not in files.values())


def test_notices_hold_nobody(make_data: Make) -> None:
    folder = make_data(_files("plan.csv"))

    assert [one.code for one in examine(folder).notices] == ["file-unused"]
    assert _exit(folder) == DONE


@pytest.mark.parametrize(
    ("size", "told"), [(799_999_999, []), (800_000_000, [("800", "1000")]), (1_200_500_000, [("1200", "1000")])]
)
def test_a_site_that_nears_what_its_host_allows_is_told(
    examined: Examine, size: int, told: list[tuple[str, str]]
) -> None:
    dataset = examined(
        {"tua-yang/2568/disclosure.yml": _ANSWERS, **_files("plan.csv", "annex.csv", "unused.csv")}
    ).dataset
    assert dataset
    [agency] = dataset.agencies
    [entry] = agency.years
    sizes = {"plan.csv": size - 1, "annex.csv": 1, "unused.csv": 900_000_000}
    files = tuple(replace(file, size=sizes[file.name]) for file in entry.files)
    large = replace(dataset, agencies=(replace(agency, years=(replace(entry, files=files),)),))

    found = [one for one in notices(large) if one.code == "hosting-size"]
    assert [(one.found, one.details["limit"]) for one in found] == told
    assert all(one.agency is None and one.source.file == "data/site.yml" for one in found)


def test_what_files_say_is_kept_in_the_store(make_data: Make, tmp_path: Path) -> None:
    folder = make_data(_files("plan.csv"))

    examine(folder, store=FolderStore(tmp_path / "store"))

    assert len(list((tmp_path / "store").iterdir())) == 1
