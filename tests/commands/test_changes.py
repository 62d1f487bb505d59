"""prongsai changes: from two data folders to a report and one file of pages."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator import cli
from tests.conftest import SCORES

Make = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., Result]
OTHER = {"tua-yang/2568/scores.yml": SCORES.replace("5: 94.00", "5: 94.03").replace("90.90", "90.91")}


@pytest.fixture
def run(make_data: Make, tmp_path: Path) -> Run:
    """The command over the usual data, and then these files."""

    def command(files: Mapping[str, str], *more: str, base: str = "base") -> Result:
        shutil.copytree(make_data({}), tmp_path / "base", dirs_exist_ok=True)
        data = make_data(files)
        common = ["--data", str(data), "--out", str(tmp_path / "out"), "--base", str(tmp_path / base)]
        return CliRunner().invoke(cli.app, ["changes", *common, *more])

    return command


def test_text_and_markdown(run: Run) -> None:
    assert "2568 คะแนนรวม: 90.90 → 90.91" in run(OTHER).stdout
    assert "| 2568 | คะแนนรวม | 90&#46;90 | 90&#46;91 |" in run(OTHER, "--format", "markdown").stdout


@pytest.mark.parametrize(
    ("files", "code", "said"),
    [
        ({}, 0, "ไม่มีตัวเลข หน้า แฟ้มแนบ หรือข้อค้นพบใดเปลี่ยนแปลง"),
        (OTHER, 0, "ตัวเลขและสถานะที่เปลี่ยน 3 ค่า"),
        ({"tua-yang/2568/scores.yml": "overall: x\n"}, 1, "data/tua-yang/2568/scores.yml:1:10"),
        ({"tua-yang/2568/scores.yml": SCORES.replace("90.90", "90.50")}, 1, "overall-mismatch"),
        ({"site.yml": "format: 2\n"}, 1, "ยังสร้างเว็บไซต์ไม่ได้"),
    ],
)
def test_exit_codes(run: Run, files: Mapping[str, str], code: int, said: str) -> None:
    done = run(files)

    assert done.exit_code == code
    assert said in done.stdout


def test_without_a_base_everything_is_new(run: Run) -> None:
    done = run({}, base="nowhere")

    assert done.exit_code == 0
    assert "หน่วยงานใหม่" in done.stdout


def test_a_vanished_address_is_told(run: Run) -> None:
    done = run({"tua-yang/urls.lock": "scores/2560/\n"})

    assert done.exit_code == 1
    assert "urls.lock:1:1" in done.stdout


def test_pages_before_and_after_a_build(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "ผล ลัพธ์" / "หน้าที่ เปลี่ยน.html"
    empty = run(OTHER, "--pages", str(target))

    assert "ยังไม่มีหน้าใดให้รวม" in empty.stdout
    folders = ["--data", str(tmp_path / "data"), "--out", str(tmp_path / "out")]
    assert CliRunner().invoke(cli.app, ["build", *folders]).exit_code == 0
    full = run(OTHER, "--pages", str(target))
    assert "หน้า รวมไว้ที่" in full.stdout
    assert "90&#46;91" in target.read_text(encoding="utf-8") or "90.91" in target.read_text(encoding="utf-8")
    assert run(OTHER, "--pages", str(target), "--format", "markdown").stdout.startswith("## ")
