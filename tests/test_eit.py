"""The EIT invitation from its file to the published site: what is refused, and which day it goes by."""

import html
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.model import Eit, EitState
from generator.pipeline.build import Outcome, build
from generator.pipeline.examine import Examined, examine
from generator.pipeline.workspace import Workspace
from generator.thai import FiscalYear
from tests.conftest import AGENCY, ROOT, SCORES, Texts

Examine = Callable[[Texts], Examined]
Make = Callable[[Texts], Path]
Build = Callable[[date | None, date | None], Outcome]

LINK = "https://itas.nacc.go.th/go/eit/abc"
LINES = {"year": "2569", "link": LINK, "opens": "5 มกราคม 2569", "closes": "31 มีนาคม 2569"}
INVITES = f"{AGENCY}eit: {{year: 2569, link: {LINK}, opens: 5 มกราคม 2569, closes: 31 มีนาคม 2569}}\n"
BEFORE, FIRST, LAST, AFTER = date(2026, 1, 4), date(2026, 1, 5), date(2026, 3, 31), date(2026, 4, 1)


# --- the record


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (None, None),
        (BEFORE, EitState.BEFORE),
        (FIRST, EitState.OPEN),
        (LAST, EitState.OPEN),
        (AFTER, EitState.CLOSED),
    ],
)
def test_it_is_open_from_its_first_day_to_its_last(day: date | None, state: EitState | None) -> None:
    eit = Eit(year=FiscalYear(2569), link=LINK, opens=FIRST, closes=LAST)

    assert eit.state(day) is state


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({}, []),
        ({"closes": "5 มกราคม 2569"}, []),  # open for one day
        ({"link": f"https://a.go.th/{'a' * 284}"}, []),  # the longest
        ({"closes": "4 มกราคม 2569"}, [("eit-order", "5:3")]),
        ({"link": f"https://a.go.th/{'a' * 285}"}, [("text-too-long", "6:9")]),
        ({"link": "http://a.go.th/"}, [("address-invalid", "6:9")]),
        ({"link": "javascript:alert(1)"}, [("address-invalid", "6:9")]),
        ({"year": "2026"}, [("year-common-era", "5:9")]),
        ({"opens": "2026-01-05"}, [("date-common-era", "7:10")]),
        ({"closes": None}, [("missing-key", "4:1")]),
        # a link to the internal questionnaire is nobody's but the staff's: there is no key for it
        ({"iit": LINK}, [("unknown-key", "9:3")]),
    ],
)
def test_what_a_file_may_say(
    changed: Mapping[str, str | None], problems: list[tuple[str, str]], examined: Examine
) -> None:
    lines = "".join(f"  {key}: {value}\n" for key, value in {**LINES, **changed}.items() if value is not None)

    found = examined({"tua-yang/agency.yml": f"{AGENCY}eit:\n{lines}"}).problems

    assert [(one.code, f"{one.source.line}:{one.source.column}") for one in found] == problems
    assert {one.agency for one in found} <= {"tua-yang"}


def test_a_link_to_the_internal_questionnaire_has_no_key_of_its_own_either(examined: Examine) -> None:
    found = examined({"tua-yang/agency.yml": f"{AGENCY}iit: {{year: 2569, link: {LINK}}}\n"}).problems

    assert [(one.code, one.found) for one in found] == [("unknown-key", "iit")]


# --- the day


@pytest.fixture
def built_on(make_data: Make, tmp_path: Path) -> Build:
    """Builds the agency that invites and one that does not, as of a date, on a day."""
    data = make_data({"tua-yang/agency.yml": INVITES, "ban-na/agency.yml": AGENCY, "ban-na/2568/scores.yml": SCORES})
    workspace = Workspace.of(ROOT, tmp_path / "out")
    return lambda as_of, day: build(examine(data, as_of, day=day), workspace)


def _home(tmp_path: Path) -> str:
    return (tmp_path / "out/site/tua-yang/index.html").read_text(encoding="utf-8")


def _poster(tmp_path: Path) -> str:
    return html.unescape((tmp_path / "out/site/tua-yang/eit/2569/index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("as_of", "day", "open_"),
    [(LAST, None, True), (AFTER, None, False), (None, LAST, True), (None, AFTER, False), (FIRST, AFTER, False)],
)
def test_a_build_past_the_last_day_drops_the_banner_and_marks_the_poster(
    as_of: date | None, day: date | None, open_: bool, built_on: Build, tmp_path: Path
) -> None:
    built_on(as_of, day)

    assert ('<div class="invitation">' in _home(tmp_path)) == open_
    assert ("ปิดรับแล้ว" in _poster(tmp_path)) != open_
    assert (LINK in _poster(tmp_path)) == open_


def test_another_day_builds_an_agency_again_only_where_its_invitation_stands_otherwise(
    built_on: Build, tmp_path: Path
) -> None:
    outcomes = [
        built_on(date(2026, 1, 1), day) for day in (BEFORE, FIRST, date(2026, 2, 1), LAST, AFTER, date(2027, 1, 1))
    ]

    assert [one.built for one in outcomes] == [("ban-na", "tua-yang"), ("tua-yang",), (), (), ("tua-yang",), ()]
    # the date of the data is not that of the run
    assert "ข้อมูล ณ <" in _home(tmp_path)
    assert "1 มกราคม 2569" in _home(tmp_path).replace("\u00a0", " ")
    assert "2570" not in _home(tmp_path)
    manifest = json.loads((tmp_path / "out/site/tua-yang/manifest.json").read_text(encoding="utf-8"))
    assert manifest["as_of"] == "2026-01-01"
    assert "tua-yang/eit/2569/" in manifest["addresses"]


def test_the_command_takes_the_day(make_data: Make, tmp_path: Path) -> None:
    make_data({"tua-yang/agency.yml": INVITES})
    prongsai = Path(sys.executable).parent / "prongsai"

    def run(command: str, *options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(prongsai), command, "--out", "out", *options],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
        )

    assert run("build", "--today", "2569-03-31").returncode == 0
    assert '<div class="invitation">' in _home(tmp_path)
    assert run("build", "--today", "2569-04-01").returncode == 0
    assert '<div class="invitation">' not in _home(tmp_path)
    assert run("generate", "--today", "2569-03-31").returncode == 0
    markdown = (tmp_path / "out/docs/tua-yang/pages/index.md").read_text(encoding="utf-8")
    assert '<div class="invitation">' in markdown
    refused = run("build", "--today", "2026-04-01")
    assert refused.returncode == 2
    assert "--today" in refused.stderr
