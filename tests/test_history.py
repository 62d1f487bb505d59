"""Dates and commits from real repositories of git, and no date where there is none to know."""

import datetime
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.history import LISTED, Change, History, read_history

Commit = Callable[[Mapping[str, str | None], str], str]


def git(folder: Path, *arguments: str, date: str = "2026-01-01T00:00:00Z") -> str:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_COMMITTER_DATE": date,
        "GIT_AUTHOR_DATE": "2020-05-05T00:00:00Z",
    }
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.go.th", *arguments],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def write(folder: Path, files: Mapping[str, str | None]) -> None:
    """Writes the files; None removes one."""
    for name, content in files.items():
        path = folder / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


@pytest.fixture(autouse=True)
def _only_our_repositories(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the variables of a git hook nor a repository around the temporary folder reach the program."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


@pytest.fixture
def commit(repository: Path) -> Commit:
    """Commits these files at this time; returns the commit."""

    def make(files: Mapping[str, str | None], date: str) -> str:
        write(repository, files)
        git(repository, "add", "--all", ".")
        git(repository, "commit", "--quiet", "--allow-empty", "--message=x", date=date)
        return git(repository, "rev-parse", "HEAD")

    return make


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_last_commit_of_each_file(repository: Path, commit: Commit) -> None:
    first = commit({"data/a/agency.yml": "1", "data/a/2568/scores.yml": "1"}, "2026-01-10T00:00:00Z")
    second = commit({"data/a/2568/scores.yml": "2", "README.md": "x"}, "2026-02-20T00:00:00Z")
    history = read_history(repository / "data")

    assert history.changes == {
        "data/a/agency.yml": Change(first, day("2026-01-10")),
        "data/a/2568/scores.yml": Change(second, day("2026-02-20")),
    }
    assert history.note == ""


def test_folders_have_the_date_of_what_changed_last_below_them(repository: Path, commit: Commit) -> None:
    commit({"data/site.yml": "1", "data/a/agency.yml": "1", "data/b/2568/scores.yml": "1"}, "2026-01-10T00:00:00Z")
    commit({"data/a/2568/scores.yml": "1"}, "2026-02-20T00:00:00Z")
    commit({"other.txt": "1"}, "2026-03-30T00:00:00Z")
    history = read_history(repository / "data")

    assert history.folders == {
        "data": day("2026-02-20"),
        "data/a": day("2026-02-20"),
        "data/a/2568": day("2026-02-20"),
        "data/b": day("2026-01-10"),
        "data/b/2568": day("2026-01-10"),
    }
    assert history.changed("data/a") == day("2026-02-20")
    assert history.changed("data/c") is None


def test_when_links_were_looked_at_is_no_date_of_the_data(repository: Path, commit: Commit) -> None:
    commit({"data/site.yml": "1", "data/a/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    commit({"data/links.yml": "1"}, "2026-02-20T00:00:00Z")
    history = read_history(repository / "data")

    assert history.changed("data") == day("2026-01-10")
    commit({"data/site.yml": "2"}, "2026-03-30T00:00:00Z")
    assert read_history(repository / "data").changed("data") == day("2026-03-30")


@pytest.mark.parametrize(
    ("committed", "thai"),
    [
        ("2026-01-31T16:59:59Z", "2026-01-31"),
        ("2026-01-31T17:00:00Z", "2026-02-01"),
        ("2026-01-31T18:00:00Z", "2026-02-01"),
        ("2026-01-31T23:59:59+07:00", "2026-01-31"),
        ("2026-02-01T00:00:00+07:00", "2026-02-01"),
        ("2025-12-31T20:00:00-05:00", "2026-01-01"),
    ],
)
def test_dates_are_thai(repository: Path, commit: Commit, committed: str, thai: str) -> None:
    commit({"data/a/agency.yml": "1"}, committed)
    history = read_history(repository / "data")

    assert history.changes["data/a/agency.yml"].date == day(thai)
    assert history.folders["data/a"] == day(thai)


def test_a_folder_has_its_latest_date_not_that_of_its_last_commit(repository: Path, commit: Commit) -> None:
    commit({"data/a/agency.yml": "1"}, "2026-02-20T00:00:00Z")
    commit({"data/a/2568/scores.yml": "1"}, "2026-01-10T00:00:00Z")

    assert read_history(repository / "data").changed("data/a") == day("2026-02-20")


def test_a_renamed_file_changed_when_it_was_renamed(repository: Path, commit: Commit) -> None:
    content = "".join(f"{n}\n" for n in range(50))
    commit({"data/a/agency.yml": content}, "2026-01-10T00:00:00Z")
    renamed = commit({"data/a/agency.yml": None, "data/b/agency.yml": content}, "2026-02-20T00:00:00Z")
    history = read_history(repository / "data")

    assert history.changes["data/b/agency.yml"] == Change(renamed, day("2026-02-20"))
    assert history.changed("data/b") == day("2026-02-20")


def test_removing_a_file_changes_its_folder(repository: Path, commit: Commit) -> None:
    commit({"data/a/agency.yml": "1", "data/a/acknowledged.yml": "1"}, "2026-01-10T00:00:00Z")
    commit({"data/a/acknowledged.yml": None}, "2026-02-20T00:00:00Z")
    history = read_history(repository / "data")

    assert history.changed("data/a") == day("2026-02-20")
    assert history.changes["data/a/agency.yml"].date == day("2026-01-10")


@pytest.mark.parametrize(
    "name",
    ["เมืองของ/แผน ปี ๒๕๖๘.pdf", "a/ two  spaces .yml", 'a/"quoted".yml', "a/back\\slash.yml", "a/-dash.yml", "a/é.yml"],
)
def test_unusual_names(repository: Path, commit: Commit, name: str) -> None:
    made = commit({f"data/{name}": "1", "data/z.yml": "1"}, "2026-01-10T00:00:00Z")
    committed = read_history(repository / "data")
    write(repository, {f"data/{name}": "2"})
    edited = read_history(repository / "data")

    assert committed.changes[f"data/{name}"] == Change(made, day("2026-01-10"))
    assert list(edited.changes) == ["data/z.yml"]


@pytest.mark.parametrize("staged", [False, True])
def test_an_edited_file_has_no_change(repository: Path, commit: Commit, staged: bool) -> None:
    commit({"data/a/agency.yml": "1", "data/a/agency.yml.txt": "1", "data/b/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    write(repository, {"data/a/agency.yml": "2"})
    if staged:
        git(repository, "add", ".")
    history = read_history(repository / "data")

    assert sorted(history.changes) == ["data/a/agency.yml.txt", "data/b/agency.yml"]
    assert history.changed("data/a") == day("2026-01-10")


@pytest.mark.parametrize("staged", [False, True])
def test_a_new_file_in_a_new_folder_has_no_change(repository: Path, commit: Commit, staged: bool) -> None:
    commit({"data/a/agency.yml": "1", "data/ab/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    write(repository, {"data/a/2568/scores.yml": "1", "data/c/agency.yml": "1"})
    if staged:
        git(repository, "add", ".")
    history = read_history(repository / "data")

    assert sorted(history.changes) == ["data/a/agency.yml", "data/ab/agency.yml"]
    assert sorted(history.folders) == ["data", "data/a", "data/ab"]


def test_a_folder_taken_out_of_git_has_no_change(repository: Path, commit: Commit) -> None:
    commit({"data/a/agency.yml": "1", "data/ab/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    git(repository, "rm", "--quiet", "-r", "--cached", "data/a")

    assert sorted(read_history(repository / "data").changes) == ["data/ab/agency.yml"]


@pytest.mark.parametrize(
    ("folder", "prefix"),
    [
        ("data", "data/"),
        ("sites/network/data", "sites/network/data/"),
        ("เว็บ ไซต์/ข้อมูล", "เว็บ ไซต์/ข้อมูล/"),
        ("a/a", "a/a/"),
        (".", ""),
    ],
)
def test_data_anywhere_in_the_repository(repository: Path, commit: Commit, folder: str, prefix: str) -> None:
    made = commit({f"{folder}/a/agency.yml": "1", f"{folder}/a/site.yml": "1"}, "2026-01-10T00:00:00Z")
    write(repository, {f"{folder}/a/site.yml": "2"})
    history = read_history(repository / folder)

    assert history.changes == {"data/a/agency.yml": Change(made, day("2026-01-10"))}
    assert history.folders == {"data": day("2026-01-10"), "data/a": day("2026-01-10")}
    assert history.prefix == prefix
    assert history.path_in_repository("data/a/agency.yml") == f"{prefix}a/agency.yml"
    assert history.path_in_repository("data/data/x.yml") == f"{prefix}data/x.yml"


def test_a_merged_branch_counts(repository: Path, commit: Commit) -> None:
    commit({"data/a/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    git(repository, "switch", "--quiet", "--create=edit")
    edited = commit({"data/a/agency.yml": "2"}, "2026-02-20T00:00:00Z")
    git(repository, "switch", "--quiet", "main")
    commit({"other.txt": "1"}, "2026-03-01T00:00:00Z")
    git(repository, "merge", "--quiet", "--no-ff", "--message=x", "edit", date="2026-03-30T00:00:00Z")

    assert read_history(repository / "data").changes == {"data/a/agency.yml": Change(edited, day("2026-02-20"))}


def test_a_shallow_clone_has_no_dates(repository: Path, commit: Commit, tmp_path: Path) -> None:
    commit({"data/a/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    commit({"data/a/agency.yml": "2"}, "2026-02-20T00:00:00Z")
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "shallow")
    git(tmp_path, "clone", "--quiet", repository.as_uri(), "whole")

    assert read_history(tmp_path / "shallow" / "data") == History(note="shallow")
    assert read_history(tmp_path / "whole" / "data").note == ""


def test_no_repository(tmp_path: Path) -> None:
    write(tmp_path, {"folder/data/a/agency.yml": "1"})

    assert read_history(tmp_path / "folder" / "data") == History(note="no-git")


def test_no_git(repository: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    commit({"data/a/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    monkeypatch.setenv("PATH", str(repository))

    assert read_history(repository / "data") == History(note="no-git")


def test_no_folder(tmp_path: Path) -> None:
    assert read_history(tmp_path / "nothing") == History(note="no-git")


def test_no_commit(repository: Path) -> None:
    write(repository, {"data/a/agency.yml": "1"})

    assert read_history(repository / "data") == History(note="no-commit")


def test_no_commit_of_the_data(repository: Path, commit: Commit) -> None:
    commit({"README.md": "1"}, "2026-01-10T00:00:00Z")
    write(repository, {"data/a/agency.yml": "1"})

    assert read_history(repository / "data") == History(note="no-commit")


def test_names_that_are_no_utf8_keep_their_bytes(repository: Path, commit: Commit) -> None:
    name = os.fsdecode(b"\xa1\xd2\xc3.txt")
    made = commit({f"data/a/{name}": "1", "data/a/agency.yml": "1"}, "2026-01-10T00:00:00Z")

    assert read_history(repository / "data").changes == {
        f"data/a/{name}": Change(made, day("2026-01-10")),
        "data/a/agency.yml": Change(made, day("2026-01-10")),
    }


@pytest.mark.parametrize(
    "settings",
    [
        "[log]\nshowRoot = false\n",
        "[log]\nshowSignature = true\ndate = relative\nfollow = true\n",
        "[core]\nquotePath = true\n[color]\nui = always\n",
        "[diff]\nrenames = copies\nrelative = true\nnoprefix = true\n",
        "[status]\nrelativePaths = true\nshort = true\nbranch = true\n",
    ],
)
def test_settings_of_the_user_change_nothing(
    repository: Path, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    made = commit({"data/ก/agency.yml": "1", "data/ก/ข.yml": "1"}, "2026-01-10T00:00:00Z")
    write(repository, {"data/ก/ข.yml": "2"})
    (tmp_path / "settings").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))

    assert read_history(repository / "data").changes == {"data/ก/agency.yml": Change(made, day("2026-01-10"))}


def test_inside_a_hook_of_git(repository: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    commit({"data/a/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    for name, value in {
        "GIT_DIR": ".git",
        "GIT_WORK_TREE": ".",
        "GIT_INDEX_FILE": ".git/index",
        "GIT_PREFIX": "",
    }.items():
        monkeypatch.setenv(name, value)
    history = read_history(repository / "data")

    assert (list(history.changes), history.prefix) == (["data/a/agency.yml"], "data/")


def test_a_history_that_is_not_known_has_no_dates() -> None:
    assert History().changed("data/a") is None
    assert History().path_in_repository("data/a/agency.yml") == "a/agency.yml"


# --- what commits did


def edits(history: History, folder: str) -> list[list[tuple[str, bool, bool]]]:
    return [
        [(edit.file, edit.before is not None, edit.after is not None) for edit in commit.edits]
        for commit in history.commits[folder]
    ]


def test_each_agency_has_its_commits_the_newest_first(repository: Path, commit: Commit) -> None:
    first = commit({"data/site.yml": "1", "data/a/agency.yml": "1", "data/b/agency.yml": "1"}, "2026-01-10T00:00:00Z")
    second = commit({"data/a/agency.yml": "2", "data/a/2568/scores.yml": "1"}, "2026-02-20T00:00:00Z")
    commit({"README.md": "1"}, "2026-02-21T00:00:00Z")
    third = commit({"data/a/2568/scores.yml": None}, "2026-02-22T00:00:00Z")
    history = read_history(repository / "data")

    assert [one.change for one in history.commits["data/a"]] == [
        Change(third, day("2026-02-22")),
        Change(second, day("2026-02-20")),
        Change(first, day("2026-01-10")),
    ]
    assert edits(history, "data/a") == [
        [("data/a/2568/scores.yml", True, False)],
        [("data/a/2568/scores.yml", False, True), ("data/a/agency.yml", True, True)],
        [("data/a/agency.yml", False, True)],
    ]
    assert edits(history, "data/b") == [[("data/b/agency.yml", False, True)]]
    assert sorted(history.commits) == ["data/a", "data/b"]


def test_commits_are_sorted_by_day_and_only_so_many(repository: Path, commit: Commit) -> None:
    commit({"data/a/x": "0"}, "2026-03-01T00:00:00Z")
    for number in range(1, LISTED + 1):
        commit({"data/a/x": str(number)}, f"2026-02-{1 + number % 2:02}T00:00:00Z")
    told = read_history(repository / "data").commits["data/a"]

    assert len(told) == LISTED
    days = [one.change.date for one in told]
    assert days == sorted(days, reverse=True)


def test_versions_are_those_before_and_after_each_edit(repository: Path, commit: Commit) -> None:
    texts = ["ก\n", "ข\r\n\n", "", "ค"]
    for number, text in enumerate(texts, start=1):
        commit({"data/a/2568/scores.yml": text, "data/a/agency.yml": text}, f"2026-02-{number:02}T00:00:00Z")
    commit({"data/b/2568/scores.yml": "only added", "data/a/2568/scores.yml": None}, "2026-02-10T00:00:00Z")
    history = read_history(repository / "data")
    versions = history.versions("scores.yml")

    changed = [edit for one in history.commits["data/a"] for edit in one.edits if edit.file.endswith("scores.yml")]
    found = [[versions.get(one or "") for one in (edit.before, edit.after)] for edit in changed]
    wanted = [text.encode() for text in texts]
    assert found[1:-1] == [[wanted[2], wanted[3]], [wanted[1], wanted[2]], [wanted[0], wanted[1]]]
    assert found[0][1] is found[-1][0] is None
    assert b"only added" not in versions.values()


def test_versions_are_asked_for_once(repository: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2):
        commit({f"data/{slug}/2568/scores.yml": f"{slug}{number}" for slug in "abc"}, f"2026-02-{number:02}T00:00:00Z")
    history = read_history(repository / "data")
    calls = []
    run = subprocess.run

    def counted(*given: Any, **more: Any) -> Any:
        calls.append(given)
        return run(*given, **more)

    monkeypatch.setattr(subprocess, "run", counted)

    assert len(history.versions("scores.yml")) == 6
    assert history.versions("scores.yml") is history.versions("scores.yml")
    assert history.versions("other.yml") == {}
    assert len(calls) == 1


def test_without_git_there_are_no_versions() -> None:
    assert History().versions("scores.yml") == {}


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        (["data/a/x"], "2026-01-01"),
        (["data/a/x", "data/a/y"], "2026-01-05"),
        (["data/a/y", "data/a/x"], "2026-01-05"),
        (["data/a"], "2026-01-07"),
        (["data/a/x", "data/a/none"], None),
        (["data/a/none"], None),
        ([], None),
    ],
)
def test_the_newest_date_is_known_where_every_date_is(files: list[str], wanted: str | None) -> None:
    changes = {"data/a/x": Change("c", day("2026-01-01")), "data/a/y": Change("c", day("2026-01-05"))}
    history = History(changes, {"data/a": day("2026-01-07")})

    assert history.changed_last(files) == (day(wanted) if wanted else None)
