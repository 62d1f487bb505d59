"""generator.serving.watch: a save is told once, when it is over; what programs keep beside an open file is none."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.serving.watch import Watch

_WAITS = 8  # for a pause each

# watchdog's own thread warns where a folder is made while it begins to watch it; as an error that would end the thread
pytestmark = pytest.mark.filterwarnings("ignore:Callback with id:RuntimeWarning")


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.serving.watch._PAUSE", 0.02)
    monkeypatch.setattr("generator.serving.watch._QUIET", 0.02)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "ข้อมูล ปี 2568"
    (folder / "a" / "2568").mkdir(parents=True)
    (folder / "a" / "2568" / "scores.yml").write_text("1\n")
    (folder / "site.yml").write_text("1\n")
    return folder


@pytest.fixture(params=["told", "not told", "nobody listens", "refused"])
def watch(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watch]:
    """Over the folder, a single file and what is not there yet; on systems that tell of changes, that seem to, as
    network drives do, and that cannot."""

    def fails(_: object) -> None:
        if request.param == "refused":
            raise RuntimeError
        raise OSError(28, "inotify watch limit reached")

    if request.param == "not told":
        monkeypatch.setattr("generator.serving.watch._Bell.on_any_event", lambda *_: None)
    elif request.param != "told":
        monkeypatch.setattr("generator.serving.watch.Observer.start", fails)
    (tmp_path / "mkdocs.yml").write_text("1\n")
    with Watch([folder, tmp_path / "mkdocs.yml", tmp_path / "content"]) as watch:
        yield watch


def _heard(watch: Watch) -> int:
    """How many saves are told of in a while that is long enough for one."""
    return sum(watch.saved() for _ in range(_WAITS))


def _write(folder: Path) -> None:
    (folder / "a" / "2568" / "scores.yml").write_text("22\n")


def _rename(folder: Path) -> None:
    """As most editors save: a draft beside the file, then in its place."""
    draft = folder / "a" / "2568" / "scores.yml.new"
    draft.write_text("22\n")
    (folder / "a" / "2568" / "scores.yml").rename(folder / "a" / "2568" / "scores.yml~")
    draft.rename(folder / "a" / "2568" / "scores.yml")
    (folder / "a" / "2568" / "scores.yml~").unlink()


def _same_size(folder: Path) -> None:
    (folder / "site.yml").write_text("2\n")


def _new_folder(folder: Path) -> None:
    (folder / "b" / "2569").mkdir(parents=True)
    (folder / "b" / "2569" / "ผล.yml").write_text("1\n")


def _remove(folder: Path) -> None:
    (folder / "site.yml").unlink()


def _single(folder: Path) -> None:
    (folder.parent / "mkdocs.yml").write_text("22\n")


def _comes_later(folder: Path) -> None:
    (folder.parent / "content").mkdir()
    (folder.parent / "content" / "about.md").write_text("# x\n")


@pytest.mark.parametrize("save", [_write, _rename, _same_size, _new_folder, _remove, _single, _comes_later])
def test_a_save_is_told_once(watch: Watch, folder: Path, save: Callable[[Path], None]) -> None:
    save(folder)

    assert _heard(watch) == 1


def test_nothing_is_told_where_nothing_was_saved(watch: Watch, folder: Path) -> None:
    (folder / "a" / "2568" / "scores.yml").read_text()
    (folder.parent / "beside.txt").write_text("1\n")

    assert _heard(watch) == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("~$แบบกรอก.xlsx", 0),
        ("~$port.docx", 0),
        ("~$port.pdf", 1),
        (".~lock.scores.csv#", 0),
        (".scores.yml.swp", 0),
        (".scores.yml.draft", 0),
        (".urls.lock.draft", 0),
        ("scores.draft", 1),
        ("A1B2C3D4.tmp", 0),
        ("4913", 0),
        ("4914", 1),
        (".hidden", 1),
        ("scores.yml", 1),
        ("แบบกรอก.xlsx", 1),
    ],
)
def test_what_programs_keep_beside_an_open_file_is_no_save(name: str, told: int, folder: Path) -> None:
    with Watch([folder]) as watch:
        (folder / "a" / name).write_text("1\n")

        assert sum(watch.saved() for _ in range(_WAITS)) == told


def test_a_burst_is_one_save(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it goes on nothing is told; what lies there at its end counts."""
    path = folder / "site.yml"
    steps = iter(["22\n", "333\n", "4444\n"])

    def sleep(_: float) -> None:
        if (text := next(steps, None)) is not None:
            path.write_text(text)

    monkeypatch.setattr("generator.serving.watch.time.sleep", sleep)
    with Watch([folder]) as watch:
        path.write_text("1\n1\n")

        assert watch.saved()
        assert next(steps, None) is None
        assert not watch.saved()


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "link").symlink_to(outside)
    with Watch([folder]) as watch:
        (outside / "x.yml").write_text("1\n")

        assert sum(watch.saved() for _ in range(_WAITS)) == 0
