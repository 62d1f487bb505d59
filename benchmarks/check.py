"""How long `check` of one agency with eight years takes as a fresh process, beside the start of Python in the same run.

    .venv/bin/python benchmarks/check.py

Machines differ and are shared: the ratios travel, the seconds do not. The bound is 0.5 s on a machine that does nothing
else, on which Python alone starts in 0.02 s. `with a lock` has an address to keep, for which every page is presented.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PRONGSAI = "import sys; sys.argv[0] = 'prongsai'; from generator.cli import main; main()"
CASE = ROOT / "tests" / "sites" / "fifteen-years" / "data"
AGENCY = "pi-yao"
YEARS = range(2562, 2570)
BOUND = 0.5
TIMES = 15


def seconds(*arguments: str | Path) -> list[float]:
    """The seconds of so many runs of Python, each a process of its own."""
    measured = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        command = [sys.executable, "-c", *map(str, arguments)]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        measured.append(time.perf_counter() - begun)
    return measured


def eight_years(data: Path) -> Path:
    shutil.copytree(CASE / AGENCY, data / AGENCY)
    shutil.copy(CASE / "site.yml", data)
    for folder in (data / AGENCY).iterdir():
        if folder.is_dir() and int(folder.name) not in YEARS:
            shutil.rmtree(folder)
    return data


def main() -> None:
    scratch = Path(tempfile.mkdtemp(prefix="prongsai-bench-"))
    try:
        data = eight_years(scratch / "data")
        check = (PRONGSAI, "check", "--data", data, "--out", scratch / "out")
        start = seconds("pass")
        text, json = seconds(*check), seconds(*check, "--format", "json")
        (data / AGENCY / "urls.lock").write_text("scores/\n", encoding="utf-8")
        locked = seconds(*check)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)

    reference = statistics.median(start)
    print(f"{'':40}{'median s':>9}{'fastest':>9}{'× start':>9}{f'÷ {BOUND} s':>9}")
    for name, measured in (
        ("start of Python alone", start),
        ("check of 8 years, with its page", text),
        ("check of 8 years, --format json", json),
        ("check of 8 years, with a lock", locked),
    ):
        median = statistics.median(measured)
        print(f"{name:40}{median:9.3f}{min(measured):9.3f}{median / reference:9.1f}{median / BOUND:9.2f}")


if __name__ == "__main__":
    main()
