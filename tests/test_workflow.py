"""The workflows: pinned, with the least permissions, without a finding of their linter, ours as those of agencies.

That they do what they say is in test_workflow_runs.py.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
OWN = ROOT / ".github"
TEMPLATE = ROOT / "generator" / "templates" / "repository" / ".github"
SHARED = ("pages", "check", "inbox", "links", "year")
WORKFLOWS = sorted([*OWN.glob("workflows/*.yml"), *TEMPLATE.glob("workflows/*.yml")])

INSTALL = "        run: python -m pip install --require-hashes -r requirements.lock\n"
OF_THIS_CHECKOUT = """\
        run: |
          make .venv/site PYTHON=python
          echo "$PWD/.venv/bin" >> "$GITHUB_PATH"
"""

PINNED = {
    "actions/checkout": "08c6903cd8c0fde910a37f88322edcfb5dd907a8",
    "actions/setup-python": "e797f83bcb11b83ae66e0230d6156d7c80228e7c",
    "actions/upload-artifact": "ea165f8d65b6e75b540449e92b4886f43607fa02",
    "actions/download-artifact": "634f93cb2916e3fdff6788551b99b062d0335ce0",
    "actions/upload-pages-artifact": "7b1f4a764d45c48632c6b24a0339c27f5614fb0b",
    "actions/deploy-pages": "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e",
}
# Who may do more than read, and what.
WRITING = {
    ("pages", "deploy"): {"pages": "write", "id-token": "write"},
    ("check", "comment"): {"pull-requests": "write"},
    ("inbox", "propose"): {"contents": "write", "pull-requests": "write", "issues": "write"},
    ("inbox", "mend"): {"contents": "read", "issues": "write"},
    ("links", "record"): {"contents": "write", "issues": "write"},
    ("year", "propose"): {"contents": "write", "pull-requests": "write", "issues": "write"},
}


def name_of(path: Path) -> str:
    return f"{'own' if path.is_relative_to(OWN) else 'template'}-{path.stem}"


def loaded(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


every = pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)


def test_all_of_them_are_there() -> None:
    assert [path.stem for path in sorted(TEMPLATE.glob("workflows/*"))] == sorted(SHARED)
    assert [path.stem for path in sorted(OWN.glob("workflows/*"))] == sorted([*SHARED, "windows"])


@pytest.mark.parametrize("name", SHARED)
def test_ours_are_those_of_agencies_but_for_the_program(name: str) -> None:
    theirs = (TEMPLATE / "workflows" / f"{name}.yml").read_text(encoding="utf-8")

    assert theirs.count(INSTALL) == 1
    own = (OWN / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    assert own == theirs.replace(INSTALL, OF_THIS_CHECKOUT)


@pytest.mark.parametrize("name", ["published.sh", "today.sh", "inbox.sh", "issue.sh", "propose.sh", "year.sh"])
def test_scripts_are_the_same(name: str) -> None:
    assert (OWN / name).read_bytes() == (TEMPLATE / name).read_bytes()


@every
def test_actions_are_pinned_by_commit(path: Path) -> None:
    used = re.findall(r"uses: ([\w/-]+)@(\S+) # v\d+\.\d+\.\d+$", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert len(used) == path.read_text(encoding="utf-8").count("uses:")
    assert dict(used).items() <= PINNED.items()


@every
def test_each_job_has_the_least_permissions(path: Path) -> None:
    workflow = loaded(path)

    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        if path.stem != "windows" and (path.stem, name) in WRITING:
            assert job["permissions"] == WRITING[path.stem, name], name
        else:
            assert set(job["permissions"].values()) == {"read"}, name


@every
def test_who_may_write_runs_nothing_of_the_data(path: Path) -> None:
    for name, job in loaded(path)["jobs"].items():
        if (path.stem, name) in WRITING:
            said = "".join(step.get("run", "") for step in job["steps"])
            assert "prongsai " not in said
            assert "pip install" not in said


@every
def test_no_expression_stands_in_a_script(path: Path) -> None:
    for job in loaded(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@every
def test_no_secret_but_the_run_s_own_token(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert "workflow_run" not in text


@every
def test_a_checkout_keeps_no_token_and_a_job_ends(path: Path) -> None:
    workflow = loaded(path)

    assert workflow["concurrency"]["group"]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_when_each_runs() -> None:
    pages, check, inbox, links, year = (loaded(TEMPLATE / "workflows" / f"{name}.yml")[True] for name in SHARED)
    (daily,) = pages["schedule"]
    minute, hour, *others = daily["cron"].split()

    assert pages["push"] == {"branches": ["main"]}
    assert (int(hour) + 7) % 24 == 0  # the hours of the code host are those of UTC; soon after midnight in Thailand
    assert 0 < int(minute) < 60
    assert others == ["*", "*", "*"]
    assert check == {"pull_request": None}
    assert inbox["push"]["branches-ignore"] == ["inbox/**"]  # what it pushes itself
    assert links["schedule"][0]["cron"].split()[2:] == ["*", "*", "0"]
    assert all("workflow_dispatch" in one for one in (pages, inbox, links))
    assert [*year] == ["workflow_dispatch"]


def test_a_stranger_s_pull_request_gets_no_comment() -> None:
    comment = loaded(TEMPLATE / "workflows" / "check.yml")["jobs"]["comment"]

    assert "github.event.pull_request.head.repo.full_name == github.repository" in comment["if"]
    assert [step.get("uses", "")[:17] for step in comment["steps"]] == ["actions/download-", ""]


@every
def test_the_linter_has_nothing_to_say(path: Path) -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor

    done = subprocess.run(
        [zizmor, "--offline", "--persona", "pedantic", "--no-progress", str(path)],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stdout
    assert "No findings" in done.stdout


@every
def test_scripts_are_written_for_their_shell(path: Path) -> None:
    """As bash reads them, and as shellcheck does where it is installed."""
    bash, shellcheck = shutil.which("bash"), shutil.which("shellcheck", path=str(Path(sys.executable).parent))
    workflow = loaded(path)
    for name, job in workflow["jobs"].items():
        if "defaults" in job:
            continue  # PowerShell, which only Windows can read
        for step in job["steps"]:
            if "run" in step and bash:
                read = subprocess.run([bash, "-n"], input=step["run"], capture_output=True, check=False, text=True)
                assert read.returncode == 0, (name, read.stderr)
            if "run" in step and shellcheck:
                told = [shellcheck, "--shell", "bash", "-"]
                done = subprocess.run(told, input=step["run"], capture_output=True, check=False, text=True)
                assert done.returncode == 0, (name, done.stdout)


@pytest.mark.parametrize("path", sorted(TEMPLATE.glob("*.sh")), ids=lambda path: path.stem)
def test_the_scripts_that_they_call_are_too(path: Path) -> None:
    shellcheck = shutil.which("shellcheck", path=str(Path(sys.executable).parent))
    if shellcheck is None:
        pytest.skip("needs shellcheck")
    done = subprocess.run([shellcheck, str(path)], capture_output=True, check=False, text=True)

    assert done.returncode == 0, done.stdout


@every
def test_it_is_written_as_the_code_host_s_schema_wants_it(path: Path) -> None:
    """Where the checker that brings the schema is installed."""
    checker = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent))
    if checker is None:
        pytest.skip("needs check-jsonschema")
    call = [checker, "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(call, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout


def test_windows_gets_thai_by_the_environment_only() -> None:
    """Windows PowerShell reads a script without a mark in the old code page."""
    (job,) = loaded(OWN / "workflows" / "windows.yml")["jobs"].values()
    said = "".join(step.get("run", "") for step in job["steps"])

    assert said.isascii()
    assert job["defaults"] == {"run": {"shell": "powershell"}}
    assert not any(value.isascii() for value in job["env"].values())
    for command in ("new", "check", "import", "build", "serve"):
        assert command in said
    assert said.count("chcp 874") == sum("run" in step for step in job["steps"])
