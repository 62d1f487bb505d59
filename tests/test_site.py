"""generator.site: MkDocs runs in processes of its own, always in the same surroundings, and its refusal is ours."""

import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from generator.site import Build, BuildFailed, build_all

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """Instead of MkDocs: every command with its environment, in the order of the start."""
    seen: list[tuple[list[str], dict[str, str]]] = []

    def run(command: Sequence[str], *, env: Mapping[str, str], **_: object) -> Done:
        seen.append((list(command), dict(env)))
        return subprocess.CompletedProcess(list(command), 0, "", "")

    monkeypatch.setattr("generator.site.subprocess.run", run)
    return seen


@pytest.mark.parametrize(
    ("as_of", "stamp"),
    [
        (None, "946684800"),  # 1 January 2000: MkDocs cannot take the epoch
        (date(2026, 1, 31), "1769817600"),
        (date(2024, 2, 29), "1709164800"),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Bangkok", "America/New_York"])
def test_the_surroundings_of_mkdocs_are_always_the_same(
    as_of: date | None,
    stamp: str,
    zone: str,
    runs: list[tuple[list[str], dict[str, str]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"TZ": zone, "LC_ALL": "th_TH.TIS-620", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", "/somewhere")

    build_all([Build(Path("docs/x"), Path("staging/x"), as_of)])

    [(_, environment)] = runs
    expected = {
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": stamp,
        "TZ": "UTC",
        "PATH": "/somewhere",
    }
    assert {name: environment.get(name) for name in expected} == expected


def test_mkdocs_is_strict_and_gets_the_folder_whole(
    runs: list[tuple[list[str], dict[str, str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    build_all([Build(Path("docs/x"), Path("staging/x"), None)])

    [(command, _)] = runs
    assert command[:4] == [sys.executable, "-m", "mkdocs", "build"]
    assert "--strict" in command
    assert command[command.index("-f") + 1] == str(Path("docs/x/mkdocs.yml"))
    # MkDocs would take a relative site folder as relative to its configuration
    assert command[command.index("--site-dir") + 1] == str(tmp_path / "staging" / "x")


def test_nothing_to_build_starts_nothing(runs: list[tuple[list[str], dict[str, str]]]) -> None:
    build_all([])

    assert runs == []


@pytest.mark.parametrize(("count", "started"), [(1, 1), (2, 2), (5, 5)])
def test_every_build_runs_once(count: int, started: int, runs: list[tuple[list[str], dict[str, str]]]) -> None:
    build_all(Build(Path(f"docs/{n}"), Path(f"out/{n}"), None) for n in range(count))

    assert len({tuple(command) for command, _ in runs}) == len(runs) == started


def test_builds_run_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = threading.Barrier(3, timeout=20)

    def run(command: Sequence[str], **_: object) -> Done:
        meeting.wait()  # breaks when the others do not come
        return subprocess.CompletedProcess(list(command), 0, "", "")

    monkeypatch.setattr("generator.site.subprocess.run", run)
    monkeypatch.setattr("generator.site.os.cpu_count", lambda: 3)

    build_all(Build(Path(f"docs/{n}"), Path(f"out/{n}"), None) for n in range(3))

    assert not meeting.broken


@pytest.mark.parametrize(
    ("output", "complaint", "said"),
    [
        ("", "WARNING - a link leads nowhere", "x: WARNING - a link leads nowhere"),
        ("printed", "", "x: printed"),
        ("printed", "complained", "x: complained"),
    ],
)
def test_what_mkdocs_said_is_in_the_fault(
    output: str, complaint: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.CompletedProcess(["mkdocs"], 1, output, complaint)
    monkeypatch.setattr("generator.site.subprocess.run", lambda *_, **__: done)

    with pytest.raises(BuildFailed) as caught:
        build_all([Build(Path("docs/x"), Path("out/x"), None)])

    assert str(caught.value) == said


def test_one_that_fails_fails_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: Sequence[str], **_: object) -> Done:
        failed = any("docs/b" in Path(part).as_posix() for part in command)
        return subprocess.CompletedProcess(list(command), int(failed), "", "no")

    monkeypatch.setattr("generator.site.subprocess.run", run)

    with pytest.raises(BuildFailed, match=r"^b: no$"):
        build_all(Build(Path(f"docs/{name}"), Path(f"out/{name}"), None) for name in "abc")


# --- with the real MkDocs


@pytest.fixture
def make_docs(tmp_path: Path) -> Callable[[str], Path]:
    """A folder that MkDocs can build with one page and this theme."""

    def make(theme: str) -> Path:
        docs = tmp_path / "docs"
        (docs / "pages").mkdir(parents=True)
        config = ["site_name: x", "site_url: https://x.example/", "docs_dir: pages", f"theme: {theme}", "plugins: []"]
        (docs / "mkdocs.yml").write_text("\n".join(config), encoding="utf-8")
        (docs / "pages" / "index.md").write_text("# หน้าแรก\n", encoding="utf-8")
        return docs

    return make


def test_mkdocs_writes_the_pages(make_docs: Callable[[str], Path], tmp_path: Path) -> None:
    build_all([Build(make_docs("{name: mkdocs, highlightjs: false}"), tmp_path / "site", date(2026, 1, 31))])

    assert "หน้าแรก" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<lastmod>2026-01-31</lastmod>" in sitemap


def test_what_mkdocs_refuses_is_a_fault(make_docs: Callable[[str], Path], tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"^docs: (?s:.*)no-such-theme"):
        build_all([Build(make_docs("no-such-theme"), tmp_path / "site", None)])

    assert not (tmp_path / "site").exists()


def test_a_warning_is_a_fault(make_docs: Callable[[str], Path], tmp_path: Path) -> None:
    docs = make_docs("{name: mkdocs, highlightjs: false}")
    (docs / "pages" / "index.md").write_text("[x](nowhere.md)\n", encoding="utf-8")

    with pytest.raises(BuildFailed, match=r"nowhere\.md"):
        build_all([Build(docs, tmp_path / "site", None)])
