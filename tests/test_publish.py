"""generator.publish: whatever happens at whatever moment, the published site is the old one or the new one, whole."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator import publish as module
from generator.publish import publish, recover

_NAMES = [f"{folder}{n}.html" for folder in ("", "scores/", "scores/2568/", "assets/x/y/") for n in range(4)]


def _tree(folder: Path, letter: str) -> Path:
    """A folder of sixteen files that all hold the same letter."""
    for name in _NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(letter, encoding="utf-8")
    return folder


def _letter(site: Path) -> str:
    """The letter of a whole tree; fails where a file is absent, added, or of another tree."""
    held = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.is_file()
    }
    assert sorted(held) == sorted(_NAMES)
    [letter] = set(held.values())
    return letter


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output folder with the site O published and the site N staged as a build stages it."""
    _tree(tmp_path / "site", "O")
    _tree(tmp_path / "staging" / "site", "N")
    return tmp_path


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: two directories cannot swap their names."""
    monkeypatch.setattr(module, "_exchange", lambda *_: False)


needs_exchange = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has renameat2")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@needs_exchange
def test_two_folders_swap_their_names(tmp_path: Path) -> None:
    one, other = _tree(tmp_path / "one", "1"), _tree(tmp_path / "ชื่อไทย", "2")

    assert module._exchange(one, other)

    assert (_letter(one), _letter(other)) == ("2", "1")


@pytest.mark.parametrize("absent", ["one", "other"])
def test_where_there_is_nothing_to_swap_nothing_happens(absent: str, tmp_path: Path) -> None:
    for name in {"one", "other"} - {absent}:
        _tree(tmp_path / name, "1")

    assert not module._exchange(tmp_path / "one", tmp_path / "other")

    assert _names(tmp_path) == sorted({"one", "other"} - {absent})


@pytest.mark.parametrize("fault", [AttributeError, OSError, TypeError])
def test_a_system_without_the_call_says_so(
    fault: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def library(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("generator.publish.ctypes.CDLL", library)

    assert not module._exchange(_tree(tmp_path / "one", "1"), _tree(tmp_path / "other", "2"))


@pytest.mark.parametrize("first", [True, False], ids=["first", "again"])
@pytest.mark.parametrize("exchange", [pytest.param(True, marks=needs_exchange), False], ids=["exchange", "journal"])
def test_the_staged_site_is_published(first: bool, exchange: bool, out: Path, request: pytest.FixtureRequest) -> None:
    if not exchange:
        request.getfixturevalue("no_exchange")
    if first:
        shutil.rmtree(out / "site")

    publish(out / "staging" / "site", out / "site")

    assert _letter(out / "site") == "N"
    assert _names(out) == ["site", "staging"]
    assert _names(out / "staging") == []
    assert not recover(out)


@needs_exchange
def test_with_an_exchange_the_site_is_never_away(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed: list[Path] = []
    monkeypatch.setattr(Path, "rename", lambda path, _: renamed.append(path))

    publish(out / "staging" / "site", out / "site")

    assert renamed == []
    assert _letter(out / "site") == "N"


@needs_exchange
def test_a_reader_inside_the_old_site_keeps_it_until_he_leaves(out: Path) -> None:
    with (out / "site" / "0.html").open(encoding="utf-8") as page:
        publish(out / "staging" / "site", out / "site")

        assert page.read() == "O"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can sync a folder")
@pytest.mark.parametrize("exchange", [pytest.param(True, marks=needs_exchange), False], ids=["exchange", "journal"])
def test_the_names_reach_the_disk_before_anybody_is_told(
    exchange: bool, out: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    if not exchange:
        request.getfixturevalue("no_exchange")
    synced: list[tuple[int, str]] = []
    monkeypatch.setattr(
        "generator.publish.os.fsync", lambda handle: synced.append((os.fstat(handle).st_ino, _letter(out / "site")))
    )

    publish(out / "staging" / "site", out / "site")

    assert synced[-1] == (out.stat().st_ino, "N")


@pytest.mark.usefixtures("no_exchange")
def test_the_journal_is_on_disk_before_the_first_rename(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    rename = Path.rename
    monkeypatch.setattr("generator.publish.os.fsync", lambda _: order.append("sync"))

    def renamed(path: Path, target: Path) -> Path:
        order.append("rename")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", renamed)

    publish(out / "staging" / "site", out / "site")

    assert order[0] == "sync"
    assert "rename" in order


@pytest.mark.usefixtures("no_exchange")
def test_a_leftover_of_an_old_swap_does_not_stop_a_new_one(out: Path) -> None:
    _tree(out / "site.aside", "A")

    publish(out / "staging" / "site", out / "site")

    assert _letter(out / "site") == "N"


@pytest.mark.parametrize("content", ["", '{"staged": "sta', "[]", "{}"])
def test_a_broken_journal_is_not_the_end(content: str, out: Path) -> None:
    (out / "swap.json").write_text(content, encoding="utf-8")

    recover(out)

    assert not (out / "swap.json").exists()
    assert _letter(out / "site") == "O"


# --- interrupted after every step


class Killed(BaseException):
    """What no `except Exception` catches, like the end of the process."""


@contextmanager
def _killed_at(last: int, *, half: bool) -> Iterator[list[str]]:
    """Lets `last` calls that change the disk happen; dies in the next one, before it or (`half`) in its midst."""
    done: list[str] = []
    real_tree = shutil.rmtree

    def step(name: str, call: Callable[..., Any], midst: Callable[..., Any]) -> Callable[..., Any]:
        def run(path: Path, *arguments: Any, **options: Any) -> Any:
            if len(done) == last:
                if half:
                    midst(path)
                raise Killed(name)
            done.append(name)
            return call(path, *arguments, **options)

        return run

    def half_a_tree(path: Path) -> None:
        for name in _NAMES[::2]:
            (path / name).unlink() if path.is_dir() else None

    def half_a_text(path: Path) -> None:
        path.write_bytes(b'{"staged": "sta')

    def nothing(_: Path) -> None:
        """Renaming is a whole step or none."""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.publish.shutil.rmtree", step("rmtree", real_tree, half_a_tree))
        for name, midst in (("rename", nothing), ("replace", nothing), ("write_text", half_a_text)):
            patch.setattr(Path, name, step(name, getattr(Path, name), midst))
        patch.setattr("generator.publish.Path.unlink", step("unlink", Path.unlink, nothing))
        yield done


_STEPS = ["write_text", "replace", "rename", "rename", "rmtree", "unlink"]


@pytest.mark.usefixtures("no_exchange")
def test_the_steps_of_a_swap_with_a_journal(out: Path) -> None:
    with _killed_at(99, half=False) as done:
        publish(out / "staging" / "site", out / "site")

    assert done == _STEPS  # if this changes, the table below must reach the new last step


@pytest.mark.usefixtures("no_exchange")
@pytest.mark.parametrize("half", [False, True], ids=["before", "amid"])
@pytest.mark.parametrize("step", range(len(_STEPS)), ids=lambda n: f"{n}-{_STEPS[n]}")
def test_an_interrupted_swap_is_finished(step: int, half: bool, out: Path) -> None:
    with _killed_at(step, half=half), pytest.raises(Killed):
        publish(out / "staging" / "site", out / "site")
    journalled = step > _STEPS.index("replace")

    assert recover(out) is journalled

    assert _letter(out / "site") == ("N" if journalled else "O")
    assert not (out / "swap.json").exists()
    assert not (out / "site.aside").exists()
    assert not recover(out)


@pytest.mark.usefixtures("no_exchange")
@pytest.mark.parametrize("half", [False, True], ids=["before", "amid"])
@pytest.mark.parametrize("again", range(4))
@pytest.mark.parametrize("step", range(2, len(_STEPS)), ids=lambda n: f"{n}-{_STEPS[n]}")
def test_finishing_may_be_interrupted_too(step: int, again: int, half: bool, out: Path) -> None:
    with _killed_at(step, half=half), pytest.raises(Killed):
        publish(out / "staging" / "site", out / "site")
    with _killed_at(again, half=half):
        try:
            recover(out)
        except Killed:
            assert (out / "swap.json").exists()

    recover(out)

    assert _letter(out / "site") == "N"
    assert not (out / "swap.json").exists()


@pytest.mark.usefixtures("no_exchange")
@pytest.mark.parametrize("step", range(len(_STEPS)), ids=lambda n: f"{n}-{_STEPS[n]}")
def test_after_an_interruption_publishing_goes_on(step: int, out: Path) -> None:
    with _killed_at(step, half=True), pytest.raises(Killed):
        publish(out / "staging" / "site", out / "site")
    recover(out)
    shutil.rmtree(out / "staging")  # as the next build does

    publish(_tree(out / "staging" / "site", "3"), out / "site")

    assert _letter(out / "site") == "3"
    assert not (out / "site.aside").exists()


def test_there_is_nothing_to_finish_where_nothing_is(tmp_path: Path) -> None:
    assert not recover(tmp_path)
    assert not recover(tmp_path / "absent")


# --- kill -9

_LOOP = """
import shutil, sys
from pathlib import Path
from generator import publish
out, names = Path(sys.argv[1]), sys.argv[3].split()
if sys.argv[2] == "journal":
    publish._exchange = lambda *_: False
publish._sync = lambda _: None  # the end of a process loses nothing that the system has
publish.recover(out)
letter = (out / "site" / names[0]).read_text()
print("ready", flush=True)
while True:
    letter = "B" if letter == "A" else "A"
    shutil.rmtree(out / "staging", ignore_errors=True)
    for name in names:
        path = out / "staging" / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(letter, encoding="utf-8")
    publish.publish(out / "staging" / "site", out / "site")
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("mode", [pytest.param("exchange", marks=needs_exchange), "journal"])
def test_a_killed_publication_leaves_a_whole_site(mode: str, tmp_path: Path) -> None:
    """At least forty times, and until each kind of moment was met; a slow machine gets more time before each kill."""
    moments = random.Random(2568)  # noqa: S311 -- the same moments every time
    seen: list[str] = []
    finished = 0
    _tree(tmp_path / "site", "A")
    started = time.monotonic()

    def all_met() -> bool:
        return len(seen) >= 40 and set(seen) == {"A", "B"} and (mode == "exchange" or finished > 0)

    while not all_met() and time.monotonic() - started < 20:
        with subprocess.Popen(
            [sys.executable, "-c", _LOOP, str(tmp_path), mode, " ".join(_NAMES)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline() == "ready\n", process.stderr.read()
            time.sleep(moments.uniform(0, 0.01 + 0.001 * len(seen)))
            assert process.poll() is None, process.stderr.read()
            process.kill()
        if mode == "journal":
            finished += recover(tmp_path)
        seen.append(_letter(tmp_path / "site"))

    assert all_met(), f"{len(seen)} kills, {set(seen)} published, {finished} swaps finished"
