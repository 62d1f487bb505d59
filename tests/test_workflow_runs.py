"""The workflows at work: their steps in order, in a shell, in a repository made for it.

What the code host does is played: a checkout is a clone, artifacts are folders, `gh` writes down how it is called, the
program is this one. `prongsai import` is played too in most tests: a form is a text there, which says what to write or
that it is bad; two tests send forms as they are.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from generator.pipeline.material import form_of
from generator.thai import FiscalYear
from tests.conftest import AGENCY, SCORES
from tests.forms import filling

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "generator" / "templates" / "repository" / ".github"
SITE = "format: 1\nlayout: agency\ntitle: เทศบาลตำบลตัวอย่าง\nofficial: true\n"
LINKS = "date: 2569-11-29\nchecked: 3\nbroken: 1\n"

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "git", "curl", "iconv"))), reason="needs what the runner has"
)

# Writes down its arguments, a line each; answers as the files beside it say.
GH = """#!/bin/bash
printf '%s\\n' "$(printf '%q ' "$@")" >> "$PLAYED/gh.txt"
for argument in "$@"; do
  if [ "$previous" = --body-file ]; then cat "$argument" >> "$PLAYED/body-$1-$2.md"; fi
  previous=$argument
done
if [ "$1 $2" = "issue list" ] && [ -f "$PLAYED/open-issue" ]; then cat "$PLAYED/open-issue"; fi
if [ "$1 $2" = "pr create" ] && [ -f "$PLAYED/no-pull-requests" ]; then exit 1; fi
exit 0
"""
PRONGSAI = """#!/bin/bash
set -eu
case "$1" in
import)
  if [ -f "$PLAYED/real" ]; then exec "$PYTHON" -c 'from generator.cli import main; main()' "$@"; fi
  form=$2
  test "$3 $4" = "--yes --report"
  { echo "### $form"; echo; sed 's/^/    /' "$form"; } > "$5"
  if grep -q bad "$form"; then exit 1; fi
  if grep -q crash "$form"; then exit 4; fi
  score=$(sed -n 's/^score: //p' "$form")
  sed -i "s/  5: .*/  5: $score/" data/*/2568/scores.yml
  overall=$(sed -n 's/^overall: //p' "$form")
  sed -i "s/^overall: .*/overall: $overall/" data/*/2568/scores.yml
  file=$(sed -n 's/^file: //p' "$form")
  if [ -n "$file" ]; then mkdir -p data/tua-yang/2568/files; cp "inbox/$file" data/tua-yang/2568/files/; fi
  ;;
links)
  if [ -f "$PLAYED/links" ]; then cat "$PLAYED/links" > data/links.yml; fi
  echo '## ลิงก์ที่ต้องแก้ไข'
  exit "$(cat "$PLAYED/links-code")"
  ;;
*)
  exec "$PYTHON" -c 'from generator.cli import main; main()' "$@"
  ;;
esac
"""


@dataclass
class Host:
    """The code host: the repository, what `gh` was told, the artifacts of a run."""

    folder: Path
    api: str
    inputs: dict[str, str] = field(default_factory=dict)  # what somebody chose who started the run
    outputs: dict[str, str] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    summary: str = ""
    log: str = ""

    @property
    def origin(self) -> Path:
        return self.folder / "origin.git"

    @property
    def played(self) -> Path:
        return self.folder / "played"

    @property
    def artifacts(self) -> Path:
        return self.folder / "artifacts"

    @property
    def asked(self) -> list[str]:
        path = self.played / "gh.txt"
        return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []

    def body(self, kind: str) -> str:
        return (self.played / f"body-{kind}.md").read_text(encoding="utf-8")

    def git(self, *arguments: str, folder: Path | None = None) -> str:
        return git(folder or self.origin, *arguments)

    def push(self, files: Mapping[str, str | bytes], branch: str = "main") -> None:
        """A commit of somebody with these files; an empty text removes one."""
        work = self.folder / "work"
        if not work.exists():
            git(self.folder, "clone", "--quiet", str(self.origin), str(work))
        git(work, "switch", "--quiet", "-C", branch)
        for name, text in files.items():
            path = work / name
            if text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode() if isinstance(text, str) else text)
            else:
                path.unlink()
        git(work, "add", "--all")
        git(work, "commit", "--quiet", "--message", "x")
        git(work, "push", "--quiet", "--force", "origin", branch)

    def run(self, name: str, job: str, ref: str = "main") -> None:
        """One job of a workflow, its steps in order, as far as their conditions let it."""
        steps = yaml.safe_load((TEMPLATE / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))["jobs"][job][
            "steps"
        ]
        place = self.folder / f"{name}-{job}-{len(list(self.folder.iterdir()))}"
        place.mkdir()
        self.failed = []
        for step in steps:
            if self._wanted(step.get("if", "success()")) and not self._step(step, place, ref):
                self.failed.append(step["name"])

    def _wanted(self, condition: str) -> bool:
        """The conditions that our steps have."""
        condition = condition.removeprefix("${{ ").removesuffix(" }}")
        if condition == "failure()":
            return bool(self.failed)
        if condition == "!cancelled()":
            return True
        if condition == "success()":
            return not self.failed
        named = re.fullmatch(r"steps\.(\w+)\.outputs\.state == '(\w+)'", condition)
        assert named, condition
        return not self.failed and self.outputs.get("state") == named[2]

    def _step(self, step: dict[str, Any], place: Path, ref: str) -> bool:
        given = step.get("with", {})
        action = step.get("uses", "").partition("@")[0]
        if action == "actions/checkout":
            git(self.folder, "clone", "--quiet", "--branch", ref, str(self.origin), str(place / "work"))
        elif action == "actions/download-artifact":
            (place / "work").mkdir(exist_ok=True)
            shutil.copytree(self.artifacts / given["name"], place / "work" / given["path"])
        elif action in {"actions/upload-artifact", "actions/upload-pages-artifact"}:
            return self._upload(place / "work" / given["path"], given)
        elif step["name"] == "ติดตั้งโปรแกรม" or action in {"actions/setup-python", "actions/deploy-pages"}:
            pass
        else:
            return self._shell(step, place)
        return True

    def _upload(self, path: Path, given: Mapping[str, str]) -> bool:
        target = self.artifacts / given.get("name", "github-pages")
        shutil.rmtree(target, ignore_errors=True)
        if path.is_dir():
            shutil.copytree(path, target)
        elif path.is_file():
            target.mkdir(parents=True)
            shutil.copy(path, target)
        return path.exists() or given.get("if-no-files-found") == "warn"

    def _shell(self, step: Mapping[str, Any], place: Path) -> bool:
        script, output, summary = place / "script.sh", place / "output.txt", place / "summary.md"
        script.write_text(step["run"], encoding="utf-8")
        for path in (output, summary):
            path.write_bytes(b"")
        (place / "temp").mkdir(exist_ok=True)
        own = {name: self._value(value) for name, value in step.get("env", {}).items()}
        environment = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "PLAYED": str(self.played),
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(place / "temp"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": "own/ita",
            "GITHUB_API_URL": self.api,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_RUN_ID": "77",
            "GITHUB_RUN_ATTEMPT": "1",
            "GITHUB_REF": "refs/heads/main",
            **own,
        }
        # as the code host calls it
        call = ["--noprofile", "--norc", "-eo", "pipefail"] if step.get("shell") == "bash" else ["-e"]
        done = subprocess.run(
            [str(shutil.which("bash")), *call, str(script)],
            cwd=place / "work" if (place / "work").exists() else place,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
        )
        self.log += f"{step['name']}\n{done.stdout}{done.stderr}\n"
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.outputs[name] = value
        self.summary += summary.read_text(encoding="utf-8")
        return done.returncode == 0

    def _value(self, given: str) -> str:
        known = {
            "github.token": "t0ken",
            "github.event.repository.default_branch": "main",
            "github.event.pull_request.number": "7",
            "needs.check.outputs.state": self.outputs.get("state", ""),
            **{f"inputs.{name}": value for name, value in self.inputs.items()},
        }
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], given)


def git(folder: Path, *arguments: str) -> str:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.quotePath=false"]
    done = subprocess.run(["git", *names, "-C", str(folder), *arguments], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The host of an agency's repository that was made a moment ago, with nothing published."""

    class Nothing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Nothing)
    Thread(target=server.serve_forever, daemon=True).start()
    played = Host(tmp_path, f"http://127.0.0.1:{server.server_address[1]}")
    for folder in (played.played, tmp_path / "bin"):
        folder.mkdir()
    for name, text in (("gh", GH), ("prongsai", PRONGSAI)):
        (tmp_path / "bin" / name).write_text(text, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(played.origin))
    scripts = {f".github/{path.name}": path.read_text(encoding="utf-8") for path in sorted(TEMPLATE.glob("*.sh"))}
    data = {
        "data/site.yml": SITE,
        "data/tua-yang/agency.yml": AGENCY,
        "data/tua-yang/2568/scores.yml": SCORES,
    }
    played.push({**scripts, **data, ".gitignore": "/build/\n", "inbox/README.md": "วางแฟ้มที่นี่\n"})
    yield played
    server.shutdown()
    server.server_close()


GOOD = "score: 94.03\noverall: 90.91\n"


def test_publishing(host: Host) -> None:
    host.run("pages", "build")

    assert host.failed == []
    assert host.summary == ""
    assert (host.artifacts / "github-pages" / "scores" / "2568" / "index.html").is_file()
    assert json.loads((host.artifacts / "github-pages" / "urls.json").read_text(encoding="utf-8"))


def test_what_cannot_be_published_is_told_in_thai_and_nothing_is_handed_on(host: Host) -> None:
    host.push({"data/tua-yang/2568/scores.yml": SCORES.replace("90.90", "190.90")})
    host.run("pages", "build")

    assert host.failed == ["สร้างเว็บไซต์"]
    assert host.summary.startswith("## ยังเผยแพร่ข้อมูลใหม่ไม่ได้\n")
    assert "    data/tua-yang/2568/scores.yml:1:10: " in host.summary
    assert "        วิธีแก้: " in host.summary
    # the messages are a block of code: nothing in them is Markdown
    assert all(line.startswith("    ") for line in host.summary.splitlines()[4:] if line)
    assert not host.artifacts.exists()


def test_a_step_that_fails_before_the_build_is_told_too(host: Host) -> None:
    host.api = "http://127.0.0.1:1"  # nobody answers there
    host.run("pages", "build")

    assert len(host.failed) == 1
    assert "Re-run jobs" in host.summary


def _pull_request(host: Host, files: Mapping[str, str | bytes]) -> None:
    """A branch with these files, and what the code host makes of it: the merge with what is on main meanwhile."""
    host.push(files, branch="change")
    work = host.folder / "work"
    git(work, "switch", "--quiet", "main")
    host.push({"README.md": "x\n"})
    git(work, "switch", "--quiet", "-C", "merge", "main")
    git(work, "merge", "--quiet", "--no-ff", "--no-edit", "change")
    git(work, "push", "--quiet", "origin", "merge")


def test_a_pull_request_gets_its_figures_pages_and_site(host: Host) -> None:
    _pull_request(
        host, {"data/tua-yang/2568/scores.yml": SCORES.replace("5: 94.00", "5: 94.03").replace("90.90", "90.91")}
    )
    host.run("check", "check", ref="merge")

    assert host.failed == []
    assert "| 2568 | คะแนนรวม | 90&#46;90 | 90&#46;91 |" in host.summary
    pages = (host.artifacts / "changed-pages" / "changed-pages.html").read_text(encoding="utf-8")
    assert "<script" not in pages
    assert pages.count('<section class="booklet-page"') > 3
    assert (host.artifacts / "site" / "site.zip").is_file()

    host.run("check", "comment")
    assert host.failed == []
    (call,) = host.asked
    assert call.startswith("pr comment 7 --repo own/ita --body-file changes/changes.md ")
    assert host.body("pr-comment") == (host.artifacts / "changes" / "changes.md").read_text(encoding="utf-8")


def test_a_pull_request_with_a_mistake_is_told_where(host: Host) -> None:
    _pull_request(host, {"data/tua-yang/2568/scores.yml": SCORES.replace("90.90", "190.90")})
    host.run("check", "check", ref="merge")

    assert host.failed[0] == "ตรวจแฟ้มข้อมูล"
    assert "<code>data&#47;tua&#45;yang&#47;2568&#47;scores&#46;yml&#58;1&#58;10</code>" in host.summary
    assert (host.artifacts / "changes" / "changes.md").is_file()


def test_a_form_becomes_a_pull_request(host: Host) -> None:
    host.push(
        {
            "inbox/แบบกรอก ITA 2570.xlsx": GOOD + "file: แผน 1.csv\n",
            "inbox/แผน 1.csv": "ก,ข\n1,2\n",
            "inbox/ปล่อย.pdf": "x",
        }
    )
    host.run("inbox", "import")

    assert host.failed == []
    assert host.outputs["state"] == "written"
    assert "| 2568 | คะแนนรวม | 90&#46;90 | 90&#46;91 |" in host.summary
    assert host.asked == []
    assert host.git("branch", "--list", "inbox/*") == ""  # who reads the form may write nothing

    host.run("inbox", "propose")
    assert host.failed == []
    branch = "inbox/77-1"
    assert host.git("diff", "--name-status", "main", branch).splitlines() == [
        "R100\tinbox/แผน 1.csv\tdata/tua-yang/2568/files/แผน 1.csv",
        "M\tdata/tua-yang/2568/scores.yml",
        "D\tinbox/แบบกรอก ITA 2570.xlsx",
    ]
    assert host.git("log", "--format=%an %s", "-1", branch) == "github-actions[bot] นำเข้าข้อมูลจากแบบกรอก\n"
    calls = [one.split(" ")[:2] for one in host.asked]
    assert calls == [["auth", "setup-git"], ["pr", "create"], ["issue", "list"]]
    assert f"--base main --head {branch} " in host.asked[1]
    body = host.body("pr-create")
    assert "https://github.com/own/ita/actions/runs/77" in body
    assert "90&#46;91" in body
    assert "### inbox/แบบกรอก ITA 2570.xlsx" in body


def test_where_no_pull_request_may_be_opened_an_issue_says_how(host: Host) -> None:
    (host.played / "no-pull-requests").touch()
    (host.played / "open-issue").write_text("12\n")
    host.push({"inbox/form.xlsx": GOOD})
    host.run("inbox", "import")
    host.run("inbox", "propose")

    assert host.failed == []
    assert "https://github.com/own/ita/compare/main...inbox/77-1?expand=1" in host.body("issue-create")
    assert host.asked[-1].startswith("issue close 12 ")


def test_a_form_with_mistakes_opens_an_issue_and_changes_nothing(host: Host) -> None:
    host.push({"inbox/แบบกรอก.xlsx": "bad: ผลคะแนน › C7\n", "inbox/ข้อมูลแนบ.xlsx": GOOD})
    host.run("inbox", "import")

    assert host.failed == []
    assert host.outputs["state"] == "problems"
    host.run("inbox", "mend")
    assert host.failed == []
    assert [one.split(" ")[:2] for one in host.asked] == [["issue", "list"], ["issue", "create"]]
    assert "ผลคะแนน › C7" in host.body("issue-create")
    assert "วางแฟ้มชื่อเดิมในโฟลเดอร์ inbox อีกครั้ง" in host.body("issue-create")
    assert "ข้อมูลแนบ" not in host.body("issue-create")  # beside a form by its name, a workbook is what it names
    assert not (host.artifacts / "inbox" / "change.patch").exists()


def test_a_second_mistake_goes_into_the_open_issue(host: Host) -> None:
    (host.played / "open-issue").write_text("12\n")
    host.push({"inbox/a.xlsx": "bad\n", "inbox/b.xlsx": GOOD})
    host.run("inbox", "import")
    host.run("inbox", "mend")

    assert host.outputs["state"] == "problems"
    assert host.asked[-1].startswith("issue comment 12 ")
    assert "### inbox/a.xlsx" in host.body("issue-comment")
    assert "### inbox/b.xlsx" in host.body("issue-comment")


def test_a_fault_of_the_program_ends_the_run(host: Host) -> None:
    host.push({"inbox/a.xlsx": "crash\n"})
    host.run("inbox", "import")

    assert host.failed[0] == "นำเข้าแบบกรอก"
    assert "state" not in host.outputs


@pytest.mark.parametrize(
    "name", ["$(touch pwned).xlsx", "`touch pwned`.xlsx", "-rf.xlsx", "a';touch pwned;'.xlsx", 'a"b.xlsx']
)
def test_a_name_of_a_file_is_only_a_name(name: str, host: Host) -> None:
    host.push({f"inbox/{name}": GOOD})
    host.run("inbox", "import")
    host.run("inbox", "propose")

    assert host.failed == []
    assert not [*host.folder.rglob("pwned")]
    assert "inbox/README.md" in host.git("ls-tree", "-r", "--name-only", "inbox/77-1")
    assert ".xlsx" not in host.git("ls-tree", "-r", "--name-only", "inbox/77-1")


def test_without_a_form_nothing_happens(host: Host) -> None:
    host.push({"inbox/a.pdf": "%PDF-1"})
    host.run("inbox", "import")

    assert host.failed == []
    assert host.outputs["state"] == "none"


def test_a_patch_reaches_no_workflow(host: Host) -> None:
    """What reads forms can hand on changes of the data only."""
    host.push({"inbox/a.xlsx": GOOD})
    host.run("inbox", "import")
    work = host.folder / "work"
    (work / ".github" / "workflows").mkdir()
    (work / ".github" / "workflows" / "evil.yml").write_text("x\n")
    git(work, "add", "--all")
    patch = git(work, "diff", "--cached", "--binary")
    with (host.artifacts / "inbox" / "change.patch").open("a") as whole:
        whole.write(patch)
    host.run("inbox", "propose")

    assert "evil" not in host.git("ls-tree", "-r", "--name-only", "inbox/77-1")


@pytest.mark.parametrize(("code", "said"), [(1, "issue create"), (0, "")])
def test_links_are_checked_recorded_and_told(code: int, said: str, host: Host) -> None:
    (host.played / "links").write_text(LINKS, encoding="utf-8")
    (host.played / "links-code").write_text(str(code))
    host.run("links", "check")

    assert host.failed == []
    assert host.outputs["state"] == ("broken" if code else "good")
    assert "ลิงก์ที่ต้องแก้ไข" in host.summary
    host.run("links", "record")
    assert host.failed == []
    assert host.git("show", "main:data/links.yml") == LINKS
    assert any(one.startswith(said) for one in host.asked)
    assert any("issue create" in one for one in host.asked) is bool(said)


def test_a_check_of_links_that_breaks_records_nothing(host: Host) -> None:
    (host.played / "links-code").write_text("3")
    host.run("links", "check")

    assert host.failed == ["ตรวจลิงก์"]
    assert "state" not in host.outputs


# --- forms as they are

FORM = "แบบกรอก-ITA-2569.xlsx"


def _form(host: Host, score: object) -> bytes:
    """The repository's form of 2569, with another score of the fifth indicator."""
    git(host.folder / "work", "pull", "--quiet", "origin", "main")
    data = host.folder / "work" / "data"
    book = filling.opened(form_of(data, "tua-yang", FiscalYear(2569)))
    page = filling.sheet(book, "ผลคะแนนปี 2568")
    row = next(row for row in filling.data_rows(page) if page.cell(row, 2).value == "5")
    page.cell(row, filling.columns(page)["คะแนน"]).value = score  # type: ignore[assignment]
    filling.type_line(page, "คะแนนรวม", 90.91)
    return filling.saved(book)


def test_an_uploaded_form_becomes_a_pull_request(host: Host) -> None:
    (host.played / "real").touch()
    host.push({FORM: "the form of before", f"inbox/{FORM}": _form(host, 94.03)})
    host.run("inbox", "import")

    assert host.failed == [], host.log
    assert host.outputs["state"] == "written"
    host.run("inbox", "propose")
    assert host.failed == [], host.log
    body = host.body("pr-create")
    assert "| 2568 | คะแนนรวม | 90&#46;90 | 90&#46;91 |" in body
    assert "ผลคะแนนปี 2568 › E20: ตัวชี้วัดที่ 5" in unescape(body).replace("\u2060", "")
    changed = host.git("diff", "--name-status", "main", "inbox/77-1").splitlines()
    assert changed == ["M\tdata/tua-yang/2568/scores.yml", f"D\tinbox/{FORM}", f"M\t{FORM}", "A\tแบบกรอก-ITA-2570.xlsx"]
    assert "  5: 94.03\n" in host.git("show", "inbox/77-1:data/tua-yang/2568/scores.yml")
    host.git("branch", "--force", "main", "inbox/77-1")  # merged
    host.run("pages", "build")
    assert host.failed == []
    assert "94.03" in (host.artifacts / "github-pages" / "scores" / "2568" / "index.html").read_text(encoding="utf-8")


def test_an_uploaded_form_with_a_mistake_is_told_by_sheet_and_cell(host: Host) -> None:
    (host.played / "real").touch()
    host.push({f"inbox/{FORM}": _form(host, "เก้าสิบสี่")})
    host.run("inbox", "import")
    host.run("inbox", "mend")

    assert host.outputs["state"] == "problems"
    told = unescape(host.body("issue-create")).replace("\u2060", "")
    assert f"{FORM} › ผลคะแนนปี 2568 › E20: " in told
    assert "วิธีแก้" in told


# --- tasks of a year

PAPERS = "เอกสาร (ใบติดตาม คำตอบรายข้อ ใบส่งมอบงาน)"
NEW_YEAR, LOCK = "เปิดปีใหม่", "ล็อกที่อยู่ที่ยื่นแล้ว"
ANSWERED = "items: [{item: O1, unit: สำนักปลัด, evidence: [{link: 'https://a.go.th/x', title: โครงสร้าง, whole: true}]}]\n"


def _task(host: Host, task: str, year: str, *, confirmed: bool = False) -> None:
    host.inputs = {"task": task, "year": year, "confirmed": str(confirmed).lower()}
    host.run("year", "work")


def test_the_tasks_that_can_be_chosen_are_those_that_are_done() -> None:
    workflow = yaml.safe_load((TEMPLATE / "workflows" / "year.yml").read_text(encoding="utf-8"))

    assert workflow[True]["workflow_dispatch"]["inputs"]["task"]["options"] == [PAPERS, NEW_YEAR, LOCK]


@pytest.mark.parametrize("confirmed", [True, False])
def test_the_papers_of_a_year_can_be_taken_away(host: Host, confirmed: bool) -> None:
    host.push(
        {"data/site.yml": f"{SITE}url: https://ita.example.go.th/\n", "data/tua-yang/2569/disclosure.yml": ANSWERED}
    )
    _task(host, PAPERS, "2569", confirmed=confirmed)

    assert host.failed == [], host.log
    assert host.outputs["state"] == "papers"
    found = {path.relative_to(host.artifacts / "papers").as_posix() for path in (host.artifacts / "papers").rglob("*")}
    assert {"handover.html", "menu.html", "todo/tua-yang/2569/index.html"} <= found
    # the list of items of that year is a draft: who has compared it with the handbook says so
    assert ("answers/tua-yang-2569.xlsx" in found) is confirmed
    assert ("สั่งงานนี้อีกครั้งโดยติ๊ก" in host.summary) is not confirmed
    assert host.summary.startswith(f"## {PAPERS} ปี 2569\n")
    assert host.asked == []


def test_a_new_year_becomes_a_pull_request(host: Host) -> None:
    host.push({"data/tua-yang/2570/disclosure.yml": ANSWERED, "แบบกรอก-ITA-2571.xlsx": "drawn before"})
    _task(host, NEW_YEAR, "2571")

    assert host.failed == [], host.log
    assert host.outputs["state"] == "changed"
    assert host.asked == []
    host.run("year", "propose")
    assert host.failed == [], host.log
    changed = host.git("diff", "--name-status", "main", "year/77-1").splitlines()
    assert {"A\tdata/tua-yang/2571/disclosure.yml", "M\tแบบกรอก-ITA-2571.xlsx"} <= {*changed}
    assert all(one.split("\t")[1].startswith(("data/", "แบบกรอก-")) for one in changed)
    assert host.git("log", "--format=%s", "-1", "year/77-1") == "เปิดปีใหม่ ปี 2571\n"
    assert [one.split(" ")[:2] for one in host.asked] == [["auth", "setup-git"], ["pr", "create"]]
    assert "ยกผู้รับผิดชอบ เส้นทาง และข้อยกเว้นมาจากปี 2570 1 ข้อ" in host.body("pr-create")

    host.git("branch", "--force", "main", "year/77-1")  # merged
    host.outputs.clear()
    _task(host, NEW_YEAR, "2571")
    assert host.outputs["state"] == "none"
    assert "มีอยู่แล้ว" in host.summary


def test_addresses_that_were_filed_are_locked_by_a_pull_request(host: Host) -> None:
    host.push({"data/tua-yang/2569/disclosure.yml": ANSWERED})
    _task(host, LOCK, "2569")
    host.run("year", "propose")

    assert host.failed == [], host.log
    assert host.git("diff", "--name-status", "main", "year/77-1") == "A\tdata/tua-yang/urls.lock\n"
    assert "oit/2569/o1/" in host.git("show", "year/77-1:data/tua-yang/urls.lock")


@pytest.mark.parametrize(
    ("task", "year", "said"),
    [
        (NEW_YEAR, "69", "ปีต้องเป็นปี พ.ศ. สี่หลัก"),
        (NEW_YEAR, "2571; touch pwned", "ปีต้องเป็นปี พ.ศ. สี่หลัก"),
        ("$(touch pwned)", "2571", "ไม่มีงานชื่อนี้"),
        (LOCK, "2571", "ไม่มีหน้ารายข้อ OIT ของปี 2571"),
    ],
)
def test_what_cannot_be_done_is_told(host: Host, task: str, year: str, said: str) -> None:
    _task(host, task, year)

    assert host.failed == ["ทำงานที่เลือก"]
    assert said in host.summary
    assert "state" not in host.outputs
    assert not [*host.folder.rglob("pwned")]


def test_data_that_must_be_mended_are_told_with_the_papers(host: Host) -> None:
    host.push({"data/tua-yang/2568/scores.yml": SCORES.replace("90.90", "190.90")})
    _task(host, PAPERS, "2569")

    assert host.failed == [], host.log
    assert "    data/tua-yang/2568/scores.yml:1:10: " in host.summary
    assert "วิธีแก้" in host.summary
