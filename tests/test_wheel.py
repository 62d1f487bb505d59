"""The wheel carries everything that a site needs: installed alone, in an empty folder, it builds one."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


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
        "generator/packaged/mkdocs.yml",
        "generator/packaged/overrides/main.html",
        "generator/packaged/overrides/assets/fonts/OFL.txt",
        "generator/packaged/overrides/assets/fonts/sarabun-400.woff2",
        "generator/packaged/overrides/assets/javascripts/compare.js",
        "generator/packaged/overrides/assets/javascripts/prongsai.js",
        "generator/packaged/overrides/assets/javascripts/search.js",
        "generator/packaged/overrides/assets/javascripts/search/scanner.js",
        "generator/packaged/content/frames/hotlines.md",
        "generator/packaged/schemas/scores.json",
    } <= names
    content = {path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.md")}
    handbook = {name for name in content if name.startswith("content/handbook/")}
    assert handbook
    assert {name for name in names if "/content/" in name} == {f"generator/packaged/{n}" for n in content - handbook}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "data/"))]


def test_it_builds_a_site_in_an_empty_folder(
    wheel: Path, make_data: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    installed = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(installed), str(wheel)],
        capture_output=True,
        check=True,
    )
    project = make_data({}).parent
    code = "import sys, generator.cli as cli; print(cli.__file__); sys.argv = ['prongsai', 'build']; cli.main()"

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(str(installed))
    assert (project / "build/site/tua-yang/scores/2568/index.html").is_file()
    assert (project / "build/site/tua-yang/card.png").stat().st_size > 10_000
    assert (project / "build/site/tua-yang/assets/fonts/sarabun-400.woff2").is_file()
