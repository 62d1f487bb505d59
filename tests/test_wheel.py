"""The wheel carries everything that a site needs: installed alone, in an empty folder, it builds one."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.commands.wheel import own_wheel

ROOT = Path(__file__).parent.parent
TOLD = "--name เทศบาลตำบลตัวอย่าง --type เทศบาลตำบล --province จังหวัดทดสอบ --slug tua-yang --year 2569 --official".split()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            str(folder),
            str(ROOT),
        ],
        capture_output=True,
        check=True,
    )
    return next(folder.glob("*.whl"))


def test_it_holds_frameworks_templates_and_common_files(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {
        "generator/frameworks/2562.yml",
        "generator/frameworks/2569.yml",
        "generator/pages/home.md.jinja",
        "generator/charts/fonts/prongsai-sarabun-400.ttf",
        "generator/charts/fonts/prongsai-sarabun-700.ttf",
        "generator/charts/fonts/OFL.txt",
        "generator/serving/injected/panel.js",
        "generator/serving/injected/panel.css",
        "generator/serving/injected/waiting.css",
        "generator/packaged/mkdocs.yml",
        "generator/packaged/overrides/main.html",
        "generator/packaged/overrides/assets/fonts/OFL.txt",
        "generator/packaged/overrides/assets/fonts/sarabun-400.woff2",
        "generator/packaged/overrides/assets/javascripts/compare.js",
        "generator/packaged/overrides/assets/javascripts/prongsai.js",
        "generator/packaged/overrides/assets/javascripts/search.js",
        "generator/packaged/overrides/assets/javascripts/search/scanner.js",
        "generator/packaged/content/frames/hotlines.md",
        "generator/packaged/requirements.lock",
        "generator/templates/agency.yml.jinja",
        "generator/templates/repository/README.md.jinja",
        "generator/packaged/schemas/scores.json",
    } <= names
    templates = ROOT / "generator" / "templates"
    there = {f"generator/templates/{path.relative_to(templates).as_posix()}" for path in _files(templates)}
    assert there <= names  # those whose names begin with a dot too
    content = {path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.md")}
    handbook = {name for name in content if name.startswith("content/handbook/")}
    assert handbook
    assert {name for name in names if "/content/" in name} == {f"generator/packaged/{n}" for n in content - handbook}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "data/"))]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    _pip("--no-deps", "--target", str(folder), str(wheel), folder=folder).check_returncode()
    return folder


def _pip(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def _prongsai(installed: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The installed program, which first says where it lies."""
    code = "import generator.cli as cli; print(cli.__file__); cli.main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_it_builds_a_site_in_an_empty_folder(installed: Path, make_data: Callable[[Mapping[str, str]], Path]) -> None:
    project = make_data({}).parent

    done = _prongsai(installed, "build", folder=project)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(str(installed))
    assert (project / "build/site/tua-yang/scores/2568/index.html").is_file()
    assert (project / "build/site/tua-yang/card.png").stat().st_size > 10_000
    assert (project / "build/site/tua-yang/assets/fonts/sarabun-400.woff2").is_file()


@pytest.fixture(scope="module")
def repository(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `prongsai new` of the installed program writes, at a path with Thai letters and spaces."""
    folder = tmp_path_factory.mktemp("ที่ ทดสอบ")
    done = _prongsai(installed, "new", "เว็บ ของเรา", *TOLD, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(str(installed))
    return folder / "เว็บ ของเรา"


def test_a_new_repository_keeps_the_wheel_that_was_installed(repository: Path, wheel: Path) -> None:
    (kept,) = (repository / "vendor").iterdir()
    one, other = zipfile.ZipFile(kept), zipfile.ZipFile(wheel)

    assert kept.name == wheel.name
    assert {name: one.read(name) for name in one.namelist() if not name.endswith("/RECORD")} == {
        name: other.read(name) for name in other.namelist() if not name.endswith("/RECORD")
    }
    assert kept.read_bytes() == own_wheel().content  # as the checkout makes it


def test_its_lock_installs_that_wheel_and_no_other(repository: Path, tmp_path: Path) -> None:
    lock = (repository / "requirements.lock").read_text(encoding="utf-8")
    head = re.split(r"(?m)^(?=[a-z0-9-]+==)", lock)[0]
    only = repository / "only.lock"
    only.write_text(head, encoding="utf-8")
    arguments = ("--no-deps", "--require-hashes", "-r", "only.lock", "--target", str(tmp_path / "again"))
    done = _pip(*arguments, folder=repository)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again" / "generator" / "cli.py").is_file()

    (kept,) = (repository / "vendor").iterdir()
    content = kept.read_bytes()
    kept.write_bytes(content + b"\0")
    refused = _pip(*arguments, folder=repository)
    kept.write_bytes(content)
    only.unlink()

    assert refused.returncode != 0
    assert "DO NOT MATCH THE HASHES" in refused.stderr


def test_a_repository_made_by_the_kept_wheel_is_the_same(repository: Path, tmp_path: Path) -> None:
    (kept,) = (repository / "vendor").iterdir()
    _pip("--no-deps", "--target", str(tmp_path / "again"), str(kept), folder=tmp_path).check_returncode()
    done = _prongsai(tmp_path / "again", "new", "copy", *TOLD, folder=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.relative_to(tmp_path / "copy"): path.read_bytes() for path in _files(tmp_path / "copy")} == {
        path.relative_to(repository): path.read_bytes() for path in _files(repository)
    }
