"""generator.reuse: what a published build was made from, hashes that change when it changes, trees that share files."""

import json
import os
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from generator import reuse
from generator.reuse import (
    Listed,
    NoAddressList,
    Published,
    digest_of,
    digest_of_texts,
    link_tree,
    published,
    read_addresses,
)

Contents = Mapping[str, str]
Make = Callable[[str, Contents], Path]

MANIFEST = {"format": 1, "parts": {"data": "abc"}, "checks": ["b", "a"], "summary": {"slug": "x"}, "as_of": None}


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A folder below tmp_path with these files; a name with a slash at its end is an empty folder."""

    def folder(name: str, contents: Contents) -> Path:
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        for file, content in contents.items():
            path = tmp_path / name / file
            if file.endswith("/"):
                path.mkdir(parents=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
        return tmp_path / name

    return folder


# --- the manifest


def test_a_published_build_says_what_it_was_made_from(make: Make) -> None:
    site = make("site", {"manifest.json": json.dumps(MANIFEST), "urls.json": '["", "about/"]'})

    assert published(site) == Published({"data": "abc"}, frozenset({"a", "b"}), ("", "about/"), {"slug": "x"})


def test_the_addresses_of_a_build_are_its_own_though_beside_it_lie_those_of_all(make: Make) -> None:
    manifest = json.dumps(MANIFEST | {"addresses": ["", "files/2568/plan.pdf"]})
    found = published(make("site", {"manifest.json": manifest, "urls.json": '["", "about/", "tua-yang/"]'}))

    assert found
    assert found.addresses == ("", "files/2568/plan.pdf")


def _without(key: str) -> str:
    return json.dumps({name: value for name, value in MANIFEST.items() if name != key})


@pytest.mark.parametrize(
    ("manifest", "urls"),
    [
        (None, None),
        (None, "[]"),
        (json.dumps(MANIFEST), None),
        ("", "[]"),
        ("{", "[]"),
        (json.dumps(MANIFEST)[:-9], "[]"),
        ("[]", "[]"),
        ("null", "[]"),
        (_without("parts"), "[]"),
        (_without("checks"), "[]"),
        (_without("summary"), "[]"),
        (json.dumps(MANIFEST | {"checks": 1}), "[]"),
        (json.dumps(MANIFEST), ""),
        (json.dumps(MANIFEST), "1"),
        (json.dumps(MANIFEST | {"addresses": 1}), "[]"),
        (json.dumps(MANIFEST | {"addresses": []}), None),
        (json.dumps(MANIFEST | {"addresses": []}), "{"),
    ],
)
def test_what_is_not_a_whole_build_counts_as_none(manifest: str | None, urls: str | None, make: Make) -> None:
    files = {"manifest.json": manifest, "urls.json": urls}

    assert published(make("site", {name: text for name, text in files.items() if text is not None})) is None


def test_no_folder_is_no_build(tmp_path: Path) -> None:
    assert published(tmp_path / "absent") is None


# --- the addresses of the published site


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[]", {}),
        ('[\n "",\n "about/",\n "files/2568/plan.pdf"\n]\n', {"": 2, "about/": 3, "files/2568/plan.pdf": 4}),
        ('["", "about/"]', {"": 1, "about/": 1}),
    ],
)
def test_a_list_of_addresses(text: str, lines: dict[str, int], make: Make) -> None:
    assert read_addresses(make("site", {"urls.json": text}) / "urls.json") == Listed("urls.json", lines)


@pytest.mark.parametrize("text", ["", "{", "{}", "1", '"about/"', "[1]", '["", null]', "<!doctype html>", None])
def test_what_is_no_list_of_addresses(text: str | None, make: Make) -> None:
    folder = make("site", {"urls.json": text} if text is not None else {})

    with pytest.raises(NoAddressList):
        read_addresses(folder / "urls.json")


# --- hashes of files


_ONE = {"a.yml": "1", "b/c.yml": "22"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"a.yml": "2", "b/c.yml": "22"}, id="one-byte"),
        pytest.param({"a.yml": "1 ", "b/c.yml": "22"}, id="a-space"),
        pytest.param({"a.yml": "12", "b/c.yml": "2"}, id="a-byte-moves-to-the-file-before"),
        pytest.param({"a.yml": "22", "b/c.yml": "1"}, id="contents-swapped"),
        pytest.param({"a.yml": "1", "b/d.yml": "22"}, id="renamed"),
        pytest.param({"a.yml": "1", "c.yml": "22"}, id="moved"),
        pytest.param({"a.yml": "1"}, id="one-file-less"),
        pytest.param({**_ONE, "README.md": ""}, id="an-empty-file-more"),
        pytest.param({**_ONE, "b/.hidden": "x"}, id="a-hidden-file-more"),
        pytest.param({}, id="nothing"),
    ],
)
def test_a_hash_changes_with_names_and_contents(other: Contents, make: Make) -> None:
    one, two = make("one", _ONE), make("two", other)

    assert digest_of([one], one) != digest_of([two], two)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": "bc"}, {"ab": "c"}),
        ({"a": "1b\x002"}, {"a": "1", "b": "2"}),
        ({"a": "1", "b": "2"}, {"a": "1b2"}),
    ],
)
def test_a_hash_keeps_names_and_contents_apart(one: Contents, other: Contents, make: Make) -> None:
    left, right = make("one", one), make("two", other)

    assert digest_of([left], left) != digest_of([right], right)


def test_a_hash_is_the_same_wherever_whenever_and_however_the_files_were_written(make: Make) -> None:
    one = make("one", _ONE)
    two = make("somewhere/else", {**dict(reversed(_ONE.items())), "b/empty/": "", "__pycache__/a.pyc": "x"})
    make("somewhere/else/b", {"__pycache__/b.pyc": "y"})
    os.utime(two / "a.yml", (0, 0))
    (two / "a.yml").chmod(0o600)

    assert digest_of([one], one) == digest_of([two], two)


def test_a_hash_does_not_depend_on_the_order_of_the_folder(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make("one", {f"{n}/{m}.yml": f"{n}{m}" for n in range(3) for m in range(3)})
    before = digest_of([folder], folder)
    real = os.walk

    def backwards(top: Path) -> Any:
        for place, folders, names in real(top):
            names.sort(reverse=True)
            yield place, folders, names
            folders.sort(reverse=True)

    monkeypatch.setattr("generator.reuse.os.walk", backwards)

    assert digest_of([folder], folder) == before


@pytest.mark.parametrize(
    ("paths", "same"),
    [
        (["a.yml", "b"], True),
        (["b", "a.yml"], True),
        (["b/c.yml", "a.yml"], True),
        (["a.yml", "b", "absent"], True),
        (["a.yml"], False),
        (["absent"], False),
        ([], False),
    ],
)
def test_a_hash_of_files_and_folders_named_one_by_one(paths: list[str], same: bool, make: Make) -> None:
    folder = make("one", _ONE)

    assert (digest_of([folder / path for path in paths], folder) == digest_of([folder], folder)) is same


def test_a_known_hash_stands_for_a_file(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make("one", _ONE)
    path = folder / "a.yml"
    plain, known = digest_of([folder], folder), digest_of([folder], folder, {path: "abc"})

    assert len({plain, known, digest_of([folder], folder, {path: "abd"})}) == 3
    path.write_text("abc", encoding="utf-8")
    assert digest_of([folder], folder) != known  # a file that says what is another's hash

    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda one: pytest.fail("it is read") if one == path else real(one))
    assert digest_of([folder], folder, {path: "abc"}) == known


def test_the_name_of_the_folder_counts_where_the_root_is_above_it(make: Make, tmp_path: Path) -> None:
    make("x/one", _ONE)
    make("y/two", _ONE)

    assert digest_of([tmp_path / "x" / "one"], tmp_path / "x") != digest_of([tmp_path / "y" / "two"], tmp_path / "y")


def test_a_link_in_a_folder_does_not_count(make: Make, tmp_path: Path) -> None:
    folder = make("one", {"one.yml": "1"})
    before = digest_of([folder], folder)
    (tmp_path / "outside").write_text("x", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path / "outside")

    assert digest_of([folder], folder) == before


def test_a_named_link_does_not_count(make: Make) -> None:
    folder = make("one", {"a.yml": "1"})
    (folder.parent / "link.yml").symlink_to(folder / "a.yml")

    assert digest_of([folder.parent / "link.yml"], folder.parent) == digest_of([], folder.parent)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", b"b"], [b"a", "b"], True),
        (["ก"], ["ก".encode()], True),
        (["a", "b"], ["b", "a"], False),
        (["a", "b"], ["ab"], False),
        (["ab", "c"], ["a", "bc"], False),
        (["a", ""], ["a"], False),
        ([], [""], False),
        (["1\0"], ["1", ""], False),
    ],
)
def test_a_hash_of_texts_keeps_them_apart(one: list[str | bytes], other: list[str | bytes], same: bool) -> None:
    assert (digest_of_texts(one) == digest_of_texts(other)) is same


@pytest.mark.parametrize("name", ["mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "vl-convert-python"])
def test_another_version_of_what_makes_pages_counts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = reuse.dependencies()
    real = metadata.version

    monkeypatch.setattr("generator.reuse.metadata.version", lambda one: "99" if one == name else real(one))

    assert reuse.dependencies() != before
    assert f"{name} 99" in reuse.dependencies()


# --- trees


_TREE = {"index.html": "1", "a/index.html": "2", "a/b/c.css": "3", "d/index.html": "4", "a/d/x": "5", "e/": ""}


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("only", "kept"),
    [
        (None, {"index.html", "a/index.html", "a/b/c.css", "d/index.html", "a/d/x"}),
        (frozenset({"a", "index.html"}), {"index.html", "a/index.html", "a/b/c.css", "a/d/x"}),  # all below the top
        (frozenset({"d"}), {"d/index.html"}),
        (frozenset({"absent"}), set[str]()),
    ],
)
@pytest.mark.parametrize("links", [True, False], ids=["links", "copies"])
def test_the_same_files_under_another_folder(
    *,
    only: frozenset[str] | None,
    kept: set[str],
    links: bool,
    make: Make,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, target = make("source", _TREE), tmp_path / "deep" / "target"
    if not links:

        def refuse(*_: object) -> None:
            raise OSError

        monkeypatch.setattr("generator.reuse.os.link", refuse)

    link_tree(source, target, only)

    assert _files(target) == {name: content for name, content in _TREE.items() if name in kept}
    for name in kept:
        assert (source / name).samefile(target / name) is links
    assert _files(source) == {name: content for name, content in _TREE.items() if not name.endswith("/")}


def test_removing_one_tree_leaves_the_other(make: Make, tmp_path: Path) -> None:
    source = make("source", _TREE)
    link_tree(source, tmp_path / "target")

    for path in sorted(source.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()

    assert _files(tmp_path / "target") == {name: text for name, text in _TREE.items() if not name.endswith("/")}


def test_a_tree_is_never_linked_over_another(make: Make) -> None:
    with pytest.raises(FileExistsError):
        link_tree(make("source", _TREE), make("target", {"index.html": "old"}))
