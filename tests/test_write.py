"""generator.write: a folder holds exactly the files it is given, and nothing outside it is touched."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.page import Copy, File
from generator.write import TwoFiles, write, write_whole

Contents = Mapping[str, str]


def _files(contents: Contents) -> list[File]:
    return [File(path, content.encode()) for path, content in contents.items()]


def _contents(folder: Path) -> dict[str, str]:
    """Every file below a folder, and every empty folder with a slash at its end."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_text(encoding="utf-8")
        elif not any(path.iterdir()):
            found[f"{name}/"] = ""
    return found


@pytest.mark.parametrize(
    ("before", "wanted", "changed"),
    [
        pytest.param({}, {}, 0, id="nothing"),
        pytest.param({}, {"a": "1", "b/c": "2"}, 2, id="all-new"),
        pytest.param({"a": "1", "b/c": "2"}, {"a": "1", "b/c": "2"}, 0, id="all-the-same"),
        pytest.param({"a": "1", "b/c": "2"}, {"a": "1", "b/c": "3"}, 1, id="one-differs"),
        pytest.param({"a": "1", "b/c": "2"}, {"a": "1"}, 1, id="stale-with-its-folder"),
        pytest.param({"b/c/d/e": "1", "b/f": "2"}, {"b/f": "2"}, 1, id="stale-with-its-folders-only"),
        pytest.param({"a": "1", "b": "2"}, {}, 2, id="all-stale"),
        pytest.param({"a": "1"}, {"a/b": "1"}, 2, id="a-file-becomes-a-folder"),
        pytest.param({"a/b/c": "1", "a/d": "1"}, {"a": "1"}, 3, id="a-folder-becomes-a-file"),
        pytest.param({"a": ""}, {"a": "1"}, 1, id="an-empty-file-is-filled"),
        pytest.param({"a": "1"}, {"a": ""}, 1, id="a-file-is-emptied"),
        pytest.param({}, {"หน้า/ก.md": "ข"}, 1, id="thai"),
    ],
)
def test_the_folder_holds_exactly_the_files(before: Contents, wanted: Contents, changed: int, tmp_path: Path) -> None:
    folder = tmp_path / "below" / "folder"
    write(_files(before), folder)

    assert write(_files(wanted), folder) == changed
    assert (_contents(folder) if folder.exists() else {}) == wanted


def test_empty_folders_go(tmp_path: Path) -> None:
    (tmp_path / "folder" / "a" / "b").mkdir(parents=True)

    write(_files({"c": "1"}), tmp_path / "folder")

    assert _contents(tmp_path / "folder") == {"c": "1"}


def test_a_file_that_does_not_differ_is_not_written(tmp_path: Path) -> None:
    write(_files({"same": "1", "other": "2"}), tmp_path)
    before = {name: (tmp_path / name).stat() for name in ("same", "other")}

    write(_files({"same": "1", "other": "longer"}), tmp_path)

    after = {name: (tmp_path / name).stat() for name in ("same", "other")}
    assert after["same"].st_mtime_ns == before["same"].st_mtime_ns
    assert after["other"].st_size != before["other"].st_size


@pytest.mark.parametrize("order", [("a", "b", "a"), ("a", "a", "b")], ids=["apart", "together"])
def test_two_files_of_one_path_are_refused_before_anything_is_written(order: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(TwoFiles, match=r"^a$"):
        write([File(name, b"1") for name in order], tmp_path / "folder")

    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("kind", ["file", "folder", "nothing"])
def test_stale_links_go_and_what_they_point_at_stays(kind: str, tmp_path: Path) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    folder.mkdir()
    if kind == "file":
        outside.write_text("kept", encoding="utf-8")
    elif kind == "folder":
        write(_files({"a": "kept", "b/c": "kept"}), outside)
    (folder / "link").symlink_to(outside)

    assert write(_files({"page": "1"}), folder) == 2

    assert [path.name for path in folder.iterdir()] == ["page"]
    if kind == "file":
        assert outside.read_text(encoding="utf-8") == "kept"
    elif kind == "folder":
        assert _contents(outside) == {"a": "kept", "b/c": "kept"}


def test_nothing_beside_the_folder_is_touched(tmp_path: Path) -> None:
    write(_files({"one/a": "1", "onetwo/b": "2", "c": "3"}), tmp_path)

    write(_files({"d": "4"}), tmp_path / "one")

    assert _contents(tmp_path) == {"one/d": "4", "onetwo/b": "2", "c": "3"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("kept", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "page").symlink_to(tmp_path / "outside")

    write([File("page", b"new")], tmp_path / "folder")

    assert (tmp_path / "outside").read_text(encoding="utf-8") == "kept"
    assert _contents(tmp_path / "folder") == {"page": "new"}


# --- files that are there already


def _source(folder: Path, content: str = "content") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "plan.pdf").write_text(content, encoding="utf-8")
    return folder / "plan.pdf"


def test_a_copy_is_the_same_and_a_file_of_its_own(tmp_path: Path) -> None:
    source = _source(tmp_path / "data")
    copy = Copy("files/2568/plan.pdf", source)

    assert write([File("page", b"1"), copy], tmp_path / "out") == 2

    assert _contents(tmp_path / "out") == {"page": "1", "files/2568/plan.pdf": "content"}
    # the data folder refuses files that have a second name
    assert source.stat().st_nlink == 1
    assert not source.samefile(tmp_path / "out/files/2568/plan.pdf")


@pytest.mark.parametrize(
    ("content", "changed"), [("content", 0), ("CONTENT", 1), ("longer content", 1)], ids=["same", "size", "other"]
)
def test_a_copy_is_made_again_when_its_content_differs(content: str, changed: int, tmp_path: Path) -> None:
    source = _source(tmp_path / "data")
    write([Copy("plan.pdf", source)], tmp_path / "out")
    before = (tmp_path / "out" / "plan.pdf").stat()

    _source(tmp_path / "data", content)
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert write([Copy("plan.pdf", source)], tmp_path / "out") == changed
    assert _contents(tmp_path / "out") == {"plan.pdf": content}
    if not changed:
        assert (tmp_path / "out" / "plan.pdf").stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("order", [True, False])
def test_a_copy_and_a_file_take_each_others_place(order: bool, tmp_path: Path) -> None:
    source = _source(tmp_path / "data")
    files: list[File | Copy] = [Copy("plan.pdf", source), File("plan.pdf", b"new")]

    for file in files if order else reversed(files):
        write([file], tmp_path / "out")

    assert _contents(tmp_path / "out") == {"plan.pdf": "new" if order else "content"}
    assert source.read_text(encoding="utf-8") == "content"


def test_a_copy_and_a_file_of_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TwoFiles):
        write([Copy("plan.pdf", _source(tmp_path / "data")), File("plan.pdf", b"")], tmp_path / "out")


def test_a_copy_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write([Copy("plan.pdf", tmp_path / "absent")], tmp_path / "out")


# --- a file in the place of another


def test_a_file_takes_anothers_place_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "urls.lock"
    write_whole(path, b"1")
    write_whole(path, b"2")
    assert _contents(tmp_path) == {"urls.lock": "2"}

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"3")
    assert _contents(tmp_path) == {"urls.lock": "2"}
