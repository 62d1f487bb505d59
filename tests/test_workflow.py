"""The workflow that publishes: pinned, with the least permissions, and without a finding of its linter."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOW = Path(__file__).parent.parent / ".github" / "workflows" / "pages.yml"

PINNED = {
    "actions/checkout": "08c6903cd8c0fde910a37f88322edcfb5dd907a8",
    "actions/upload-pages-artifact": "7b1f4a764d45c48632c6b24a0339c27f5614fb0b",
    "actions/deploy-pages": "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e",
}


@pytest.fixture
def workflow() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    return loaded


def test_actions_are_pinned_by_commit() -> None:
    used = dict(re.findall(r"uses: ([\w/-]+)@(\S+)", WORKFLOW.read_text(encoding="utf-8")))

    assert used == PINNED


def test_only_the_deployment_may_write(workflow: dict[str, Any]) -> None:
    jobs = workflow["jobs"]

    assert workflow["permissions"] == {}
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["deploy"]["needs"] == "build"


def test_it_builds_with_the_readme_s_command_on_full_history(workflow: dict[str, Any]) -> None:
    steps = workflow["jobs"]["build"]["steps"]

    assert steps[0]["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert steps[1]["run"] == "sh tools/published.sh build/published.json"
    assert steps[1]["env"] == {"GH_TOKEN": "${{ github.token }}"}
    assert steps[2]["run"] == 'make site ARGS="--published build/published.json --today $(sh tools/today.sh)"'
    assert steps[3]["with"] == {"path": "build/site"}


def test_it_runs_on_every_push_and_soon_after_midnight_in_thailand(workflow: dict[Any, Any]) -> None:
    when = workflow[True]  # what YAML 1.1 reads `on` as
    (daily,) = when["schedule"]
    minute, hour, *others = daily["cron"].split()

    assert when["push"] == {"branches": ["main"]}
    assert (int(hour) + 7) % 24 == 0  # the hours of GitHub are those of UTC
    assert 0 < int(minute) < 60
    assert others == ["*", "*", "*"]


def test_the_linter_has_nothing_to_say() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor

    done = subprocess.run(
        [zizmor, "--offline", "--persona", "pedantic", "--no-progress", str(WORKFLOW)],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stdout
    assert "No findings" in done.stdout
