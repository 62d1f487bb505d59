"""The program as a wheel, from a checkout; tests/test_wheel.py has it from an installed one."""

import base64
import csv
import hashlib
import importlib
import io
import zipfile
from pathlib import Path

import pytest

from generator.commands import wheel
from generator.commands.wheel import NoWheel, own_wheel


@pytest.fixture(scope="module")
def content() -> bytes:
    return own_wheel().content


def test_it_is_a_wheel_of_this_program(content: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = archive.namelist()
    info = next(name for name in names if name.endswith(".dist-info/METADATA")).split("/")[0]

    assert own_wheel().name == f"{info.removesuffix('.dist-info')}-py3-none-any.whl"
    assert archive.testzip() is None
    assert len(names) == len(set(names))
    assert names[-1] == f"{info}/RECORD"
    assert archive.read(f"{info}/entry_points.txt").decode().split() == [
        "[console_scripts]",
        "prongsai",
        "=",
        "generator.cli:main",
    ]
    assert {one.date_time for one in archive.infolist()} == {(2020, 2, 2, 0, 0, 0)}


def test_its_record_is_right(content: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(content))
    *files, record = archive.namelist()
    rows = list(csv.reader(io.StringIO(archive.read(record).decode())))

    assert [row[0] for row in rows] == [*files, record]
    assert rows[-1][1:] == ["", ""]
    for name, digest, size in rows[:-1]:
        whole = hashlib.sha256(archive.read(name)).digest()
        assert digest == "sha256=" + base64.urlsafe_b64encode(whole).decode().rstrip("=")
        assert int(size) == archive.getinfo(name).file_size


def test_the_same_bytes_again(content: bytes) -> None:
    assert own_wheel().content == content
    assert own_wheel().digest == hashlib.sha256(content).hexdigest()


def test_without_what_builds_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(importlib, "import_module", missing)

    with pytest.raises(NoWheel):
        own_wheel()


@pytest.mark.parametrize("packaged", [True, False])
def test_a_copy_that_nobody_installed_has_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, packaged: bool
) -> None:
    program = tmp_path / "generator"
    program.mkdir()
    if packaged:
        (program / "packaged").mkdir()
    monkeypatch.setattr(wheel, "PROGRAM", program)

    with pytest.raises(NoWheel):
        own_wheel()
