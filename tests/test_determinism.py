"""Same input, same bytes: two builds that differ in everything but the data publish the same files."""

import html
import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

SITE = """\
format: 1
layout: network
title: เครือข่ายทดสอบ
url: https://ita.example.go.th/
repository: https://git.example.go.th/x/ita
official: false
"""
# Two years beside each other, so that lines and slopes are drawn; a value printed twice, so that a finding shows.
FILES = {
    "data/site.yml": SITE,
    "data/ban-suan/agency.yml": "name: เทศบาลตำบลบ้านสวน\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n",
    "data/ban-suan/2567/scores.yml": """\
overall: 90.90
grade: ผ่านดี
indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}
""",
    "data/ban-suan/2568/scores.yml": """\
overall: 91.70
grade: ผ่านดี
indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 92, 10: 92}
places:
  - {id: text, kind: text, where: ย่อหน้าที่ 1, scores: [{indicator: 9, score: 93}, {indicator: 3, score: 92.50}]}
""",
    "data/ban-suan/acknowledged.yml": """\
acknowledged:
  - {code: value-conflict, fiscal_year: 2568, indicator: 9, values: [92, 93], state: waiting, reason: ตามเอกสาร, \
by: ผู้ถอดความ, date: 20 พฤศจิกายน 2569}
  - {code: value-conflict, fiscal_year: 2568, indicator: 3, values: [92, 92.50], state: waiting, reason: ตามเอกสาร, \
by: ผู้ถอดความ, date: 20 พฤศจิกายน 2569}
""",
    "data/khao-din/agency.yml": "name: เทศบาลตำบลเขาดิน\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n",
    "data/khao-din/2566/scores.yml": """\
overall: 90.90
grade: ผ่านดี
indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}
""",
}

# Python imports this at its start, in MkDocs too: folders are listed backwards, the clock is a year on.
OTHER_MACHINE = """
import os, time
_list, _scan, _time = os.listdir, os.scandir, time.time

class _Backwards:
    def __init__(self, entries):
        with entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self._entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

os.listdir = lambda *a: sorted(_list(*a), reverse=True)
os.scandir = lambda *a: _Backwards(_scan(*a))
time.time = lambda: _time() + 365 * 86400
open(os.environ["SEEN"], "a").write("x")
"""


@dataclass(frozen=True)
class Machine:
    """Where and how a build runs."""

    name: str
    out: str
    zone: str
    locale: str
    seed: str
    umask: int
    order: int | None = None


ONE = Machine("one", "out", "Asia/Bangkok", "C", "0", 0o022)
OTHER = Machine("another/place ไทย", "../far/away", "America/New_York", "C.UTF-8", "1234", 0o077, order=2568)


def _environment(machine: Machine, folder: Path) -> dict[str, str]:
    names = ("PATH", "HOME", "SYSTEMROOT")
    environment = {name: os.environ[name] for name in names if name in os.environ}
    environment |= {"TZ": machine.zone, "LC_ALL": machine.locale, "PYTHONHASHSEED": machine.seed}
    if machine.order is not None:
        (folder / "start").mkdir()
        (folder / "start" / "sitecustomize.py").write_text(OTHER_MACHINE, encoding="utf-8")
        environment |= {"PYTHONPATH": str(folder / "start"), "SEEN": str(folder / "seen")}
    return environment


def _build(repository: Path, machine: Machine, folder: Path) -> dict[str, bytes]:
    """What a machine publishes from the repository: every file by its path."""
    project = folder / machine.name
    names = sorted(path.relative_to(repository).as_posix() for path in repository.rglob("*") if path.is_file())
    if machine.order is not None:
        random.Random(machine.order).shuffle(names)  # noqa: S311 -- an order, no secret
    for age, name in enumerate(names):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(repository / name, project / name)
        if machine.order is not None:
            os.utime(project / name, (age * 1e6, age * 1e6))
    done = subprocess.run(
        [str(Path(sys.executable).parent / "prongsai"), "build", "--out", machine.out],
        cwd=project,
        env=_environment(machine, folder),
        umask=machine.umask,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    if machine.order is not None:
        # the program, the drawing engine, and MkDocs for the portal and the agencies
        assert len((folder / "seen").read_text(encoding="utf-8")) >= 5
    site = project / machine.out / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one has, or that differ, with the first place where they do."""
    found = [f"only in one: {name}" for name in sorted(one.keys() ^ other.keys())]
    for name in sorted(one.keys() & other.keys()):
        left, right = one[name], other[name]
        if left != right:
            at = next(
                (n for n, (x, y) in enumerate(zip(left, right, strict=False)) if x != y), min(len(left), len(right))
            )
            found.append(
                f"{name} at byte {at}: {left[max(0, at - 40) : at + 40]!r} – {right[max(0, at - 40) : at + 40]!r}"
            )
    return found


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in git, so that pages have dates and link to commits."""
    folder = tmp_path_factory.mktemp("repository")
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    for name in ("overrides", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / ".gitignore").write_text("/out/\n", encoding="utf-8")
    who = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2026-01-30T20:00:00Z")  # the 31st in Thailand
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *command], cwd=folder, check=True, env={**os.environ, **who, **when, **nothing})
    return folder


@pytest.fixture(scope="module")
def first(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _build(repository, ONE, tmp_path_factory.mktemp("first"))


def test_the_data_give_pages_of_every_kind(first: dict[str, bytes]) -> None:
    """What the comparison rests on: drawn charts, dates, commits, an old and a compressed list."""
    scores = html.unescape(first["ban-suan/scores/2568/index.html"].decode()).replace("\u00a0", " ")
    assert "<svg" in scores
    assert "31 มกราคม 2569" in scores
    assert "https://git.example.go.th/x/ita/blob/" in scores
    assert "รอตรวจสอบ" in first["ban-suan/findings/2568/index.html"].decode()
    assert {"sitemap.xml.gz", "khao-din/search/index.json", "manifest.json", "urls.json"} <= first.keys()


@pytest.mark.skipif(os.name != "posix", reason="umask, TZ and the order of a folder are of POSIX")
def test_another_machine_publishes_the_same_bytes(repository: Path, first: dict[str, bytes], tmp_path: Path) -> None:
    assert _differences(first, _build(repository, OTHER, tmp_path)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({}, {}, []),
        ({"a": b"1"}, {"a": b"1"}, []),
        ({"a": b"1"}, {}, ["only in one: a"]),
        ({"a": b"1", "b": b"2"}, {"b": b"2", "c": b"3"}, ["only in one: a", "only in one: c"]),
        ({"a": b"12"}, {"a": b"13"}, ["a at byte 1: b'12' – b'13'"]),
    ],
)
def test_differences_are_seen(one: dict[str, bytes], other: dict[str, bytes], found: list[str]) -> None:
    assert _differences(one, other) == found
