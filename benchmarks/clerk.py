"""How long the clerk waits: a new folder with its first site, and a filled form brought in by a fresh process.

    .venv/bin/python benchmarks/clerk.py

Machines differ and are shared: each figure is the median of its runs, with the fastest beside it, and its part of the
bound that a person still waits for.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
PRONGSAI = Path(sys.executable).parent / "prongsai"
FLAGS = ("--name", "เทศบาลตำบลตัวอย่าง", "--type", "เทศบาลตำบล", "--province", "จังหวัดทดสอบ", "--slug", "tua-yang")
FULL = ROOT / "tests" / "sites" / "full-year" / "data"  # an agency with a year of 43 items and over 100 files


def run(*command: str | Path, folder: Path) -> None:
    subprocess.run([PRONGSAI, *command], cwd=folder, stdout=subprocess.DEVNULL, check=True)


def measure(what: str, bound: float, work: Callable[[], object], times: int, before: Callable[[], object]) -> None:
    seconds = []
    for _ in range(times):
        before()
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    median = statistics.median(seconds)
    print(f"{what:44} {median:6.2f} s (fastest {min(seconds):5.2f})  {median / bound:5.0%} of {bound} s")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = folder / "made"

        def from_nothing() -> None:
            run("new", made, *FLAGS, "--year", "2569", "--sample", folder=folder)
            run("build", folder=made)

        measure("new and the first build", 10, from_nothing, 3, lambda: shutil.rmtree(made, ignore_errors=True))

        office = folder / "office"
        shutil.copytree(FULL, office / "data")
        run("form", "2566", "--out", ".", folder=office)

        def bring() -> None:
            run("import", "แบบกรอก-ITA-2566.xlsx", "--year", "2566", folder=office)

        measure("import of the form of a full OIT year", 1.5, bring, 5, lambda: None)


if __name__ == "__main__":
    main()
