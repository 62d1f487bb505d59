""".github/today.sh: the day that the workflow tells a build."""

import datetime
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator import thai

SCRIPT = Path(__file__).parent.parent.parent / ".github" / "today.sh"
THAILAND = datetime.timezone(datetime.timedelta(hours=7))

pytestmark = pytest.mark.skipif(not (shutil.which("sh") and shutil.which("date")), reason="needs sh and date")


def _said(**environment: str) -> str:
    done = subprocess.run(
        ["sh", str(SCRIPT)], capture_output=True, check=True, encoding="utf-8", env={**os.environ, **environment}
    )
    return done.stdout.removesuffix("\n")


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Honolulu", "Pacific/Kiritimati"])
def test_it_is_today_in_thailand_wherever_it_runs(zone: str) -> None:
    before = datetime.datetime.now(THAILAND).date()

    said = thai.parse_date(_said(TZ=zone))

    assert before <= said <= datetime.datetime.now(THAILAND).date()


@pytest.mark.parametrize(
    ("printed", "said"),
    [("2026 03-31", "2569-03-31"), ("2028 02-29", "2571-02-29"), ("2027 01-01", "2570-01-01")],
)
def test_the_year_is_that_of_the_buddhist_era(printed: str, said: str, tmp_path: Path) -> None:
    fake = tmp_path / "date"
    fake.write_text(f'#!/bin/sh\n[ "$TZ" = Asia/Bangkok ] && echo "{printed}"\n', encoding="utf-8")
    fake.chmod(0o755)

    shown = _said(PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}", TZ="UTC")

    assert shown == said
    assert thai.format_date(thai.parse_date(shown)).endswith(said[:4])
