"""generator.keep: what a function answered is known as long as it is asked for, and by nothing but all it was told."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.keep import Kept, anew
from generator.pipeline.build import Means, build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from generator.publish import swap
from tests.conftest import AGENCY, ROOT, SCORES


def _counted() -> tuple[Callable[..., str], list[tuple[object, ...]]]:
    calls: list[tuple[object, ...]] = []

    def joined(*arguments: object, **named: object) -> str:
        calls.append((*arguments, *named.values()))
        return f"{arguments} {named}"

    return joined, calls


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("a", "a", 1),
        ("a", "b", 2),
        ("a", b"a", 2),
        ("ก" * 100_000, "ก" * 100_000, 1),
        ("ก" * 100_000, "ก" * 99_999 + "ข", 2),
        (1, "1", 2),
        (("a",), ("a",), 1),
        (None, "", 2),
    ],
)
def test_the_same_is_asked_once(one: object, other: object, asked: int) -> None:
    function, calls = _counted()
    kept = Kept()(function)

    assert kept(one) == function(one)
    assert kept(other) == function(other)
    assert len(calls) - 2 == asked


def test_what_is_named_counts_too() -> None:
    function, calls = _counted()
    kept = Kept()(function)

    for passed in (True, False, True):
        kept("a", passed=passed)

    assert calls == [("a", True), ("a", False)]


def test_two_functions_do_not_answer_for_each_other() -> None:
    keep = Kept()

    assert [keep(function)("Ab") for function in (str.upper, str.lower)] == ["AB", "ab"]


def test_what_nobody_asks_for_in_a_round_is_forgotten() -> None:
    function, calls = _counted()
    keep = Kept()
    kept = keep(function)
    for rounds in (["a", "b"], ["a"], ["a", "b"]):
        for one in rounds:
            kept(one)
        keep.end_round()

    assert calls == [("a",), ("b",), ("b",)]


def test_what_cannot_be_a_key_is_refused() -> None:
    with pytest.raises(TypeError):
        Kept()(len)(["a"])


def test_without_it_every_time_is_the_first() -> None:
    function, _ = _counted()

    assert anew(function) is function


def _bytes(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_no_byte_of_a_site_depends_on_what_is_kept(
    make_data: Callable[[Mapping[str, str | bytes]], Path], tmp_path: Path
) -> None:
    """From change to change, with what the last build left, as when everything is made anew."""
    keep = Kept()
    workspace = Workspace.of(ROOT, tmp_path / "out")
    song = {"song/agency.yml": AGENCY.replace("ตัวอย่าง", "สอง"), "song/2568/scores.yml": SCORES}
    better = {"tua-yang/2568/scores.yml": SCORES.replace("90.90", "91.70").replace("9: 88", "9: 92")}
    for files in ({}, song, song | better, song | better):
        examined = examine(make_data(files))
        build(examined, workspace, means=Means(swap, keep))
        keep.end_round()

    clean = Workspace.of(ROOT, tmp_path / "clean")
    build(examined, clean)
    assert _bytes(workspace.out / "site") == _bytes(clean.out / "site")
