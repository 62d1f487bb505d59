"""prongsai new: whole or nothing, and where."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator import cli
from generator.commands import new
from generator.commands.wheel import NoWheel, Wheel
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import SCORES

Run = Callable[..., Result]

TOLD = "--name เทศบาลตำบลตัวอย่าง --type เทศบาลตำบล --province จังหวัดทดสอบ --slug tua-yang --year 2569 --official".split()
FOLDER = "เว็บ ของเรา"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in an empty folder, with a small file for the program."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "own_wheel", lambda: Wheel("prongsai-1-py3-none-any.whl", b"wheel"))
    return lambda *arguments: CliRunner().invoke(cli.app, ["new", *arguments])


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    done = run(FOLDER, *TOLD)

    assert done.exit_code == 0
    assert "เทศบาลตำบลตัวอย่าง" in done.output
    assert [path.name for path in tmp_path.iterdir()] == [FOLDER]
    assert (tmp_path / FOLDER / "data" / "tua-yang" / "agency.yml").is_file()
    assert (tmp_path / FOLDER / "vendor" / "prongsai-1-py3-none-any.whl").read_bytes() == b"wheel"


@pytest.mark.parametrize("there", [[], [".git"]])
def test_an_empty_folder_and_the_one_that_it_runs_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: list[str]
) -> None:
    (tmp_path / FOLDER).mkdir()
    for name in there:
        (tmp_path / FOLDER / name).mkdir()
    monkeypatch.chdir(tmp_path / FOLDER)
    done = run(".", *TOLD)

    assert done.exit_code == 0
    assert Path("README.md").is_file()
    assert [path.name for path in tmp_path.iterdir()] == [FOLDER]


def test_a_folder_with_files_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    for number in range(6):
        (tmp_path / FOLDER / f"แฟ้ม{number}.txt").touch()
    done = run(FOLDER, *TOLD)

    assert done.exit_code == 2
    assert "แฟ้ม0.txt, แฟ้ม1.txt, แฟ้ม2.txt, แฟ้ม3.txt, แฟ้ม4.txt …" in done.output
    assert len(list((tmp_path / FOLDER).iterdir())) == 6


@pytest.mark.parametrize(("folder", "said"), [("แฟ้ม", "ไม่ใช่โฟลเดอร์"), ("ไม่มี/เว็บ", "ให้สร้างก่อน"), ("Aux", "Windows")])
def test_a_place_that_cannot_be(run: Run, tmp_path: Path, folder: str, said: str) -> None:
    (tmp_path / "แฟ้ม").touch()
    done = run(folder, *TOLD)

    assert done.exit_code == 2
    assert said in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["แฟ้ม"]


def test_options_that_are_missing_without_a_terminal(run: Run, tmp_path: Path) -> None:
    done = run(FOLDER, *TOLD[:2])

    assert done.exit_code == 2
    assert "--type, --province, --slug, --year, --official หรือ --sample" in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_program_without_its_files(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Wheel:
        raise NoWheel

    monkeypatch.setattr(new, "own_wheel", none)
    done = run(FOLDER, *TOLD)

    assert done.exit_code == 3
    assert "ยังไม่ได้เขียนแฟ้มใด" in done.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("broken", ["write_bytes", "rename"])
def test_a_failure_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, *, there: bool
) -> None:
    """The disk is full at the tenth file; the second thing to be moved is held by another program."""
    if there:
        (tmp_path / FOLDER).mkdir()
    works: Callable[..., object] = getattr(Path, broken)
    calls = 0
    last = 10 if broken == "write_bytes" else (2 if there else 1)

    def fails(path: Path, argument: object) -> object:
        nonlocal calls
        calls += 1
        if calls == last:
            raise OSError
        return works(path, argument)

    monkeypatch.setattr(Path, broken, fails)
    done = run(FOLDER, *TOLD)

    assert isinstance(done.exception, OSError)
    assert calls >= last
    assert [path.name for path in tmp_path.rglob("*")] == ([FOLDER] if there else [])


def test_what_a_killed_run_left_is_cleared(run: Run, tmp_path: Path) -> None:
    left = tmp_path / f".{FOLDER}.prongsai-draft"
    left.mkdir()
    (left / "old").touch()
    done = run(FOLDER, *TOLD)

    assert done.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == [FOLDER]
    assert not (tmp_path / FOLDER / "old").exists()


def test_it_builds_at_once(run: Run, tmp_path: Path) -> None:
    run(FOLDER, *TOLD[:-2], "2570", "--sample")
    project = tmp_path / FOLDER
    examined = examine(project / "data")
    outcome = build(examined, Workspace.of(project, project / "build"))

    assert examined.problems == ()
    assert outcome.built == ("tua-yang",)
    assert (project / "build/site/index.html").is_file()


def test_it_builds_with_the_first_result_of_a_year_without_published_rules(run: Run, tmp_path: Path) -> None:
    run(FOLDER, *TOLD[:-2], "2570", "--official")
    project = tmp_path / FOLDER
    (project / "data/tua-yang/2570/scores.yml").write_text(SCORES, encoding="utf-8", newline="\n")
    outcome = build(examine(project / "data"), Workspace.of(project, project / "build"))

    assert outcome.built == ("tua-yang",)
    assert "ยังไม่ได้ยืนยันกับคู่มือปี" in (project / "build/site/methodology/index.html").read_text(encoding="utf-8").replace(
        "\xa0", " "
    )


def test_english(run: Run) -> None:
    assert "files for เทศบาลตำบลตัวอย่าง" in run(FOLDER, *TOLD[:-2], "2570", "--official", "--lang", "en").output
    assert "holds files" in run(FOLDER, *TOLD, "--lang", "en").output


# --- in a terminal


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
@pytest.mark.parametrize("stopped", [False, True])
def test_a_person_is_asked_in_a_terminal(tmp_path: Path, *, stopped: bool) -> None:
    import pty  # noqa: PLC0415 -- Windows has none

    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", "import generator.cli as cli; cli.main()", "new", "tua-yang", "--today", "29/11/2569"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parent.parent), "LC_ALL": "C.UTF-8"},
    )
    os.close(theirs)
    answers = "เทศบาลตำบลตัวอย่าง\n\nจังหวัดทดสอบ\n" + ("\x04" if stopped else "\n\n\n\nไม่ใช่\n")
    os.write(ours, answers.encode())
    seen = b""
    try:
        while chunk := os.read(ours, 4096):
            seen += chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    code, text = program.wait(), seen.decode()
    os.close(ours)

    assert "ชื่อหน่วยงาน เช่น เทศบาลตำบลตัวอย่าง: " in text
    assert "[เทศบาลตำบล]" in text
    if stopped:
        assert (code, list(tmp_path.iterdir())) == (2, [])
        assert "ยังไม่ได้เขียนแฟ้มใด" in text
    else:
        assert code == 0
        assert "[2570]" in text
        site = (tmp_path / "tua-yang/data/site.yml").read_text(encoding="utf-8")
        assert "official: false" in site
        assert (tmp_path / "tua-yang/data/tua-yang/2570/README.md").is_file()
