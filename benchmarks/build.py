"""How long and how much memory a build takes, each figure beside a reference measured in the same run.

    .venv/bin/python benchmarks/build.py [DATA]

Machines differ and are shared: the ratios travel, the seconds do not. Every figure is the median of its runs, with the
fastest beside it. Memory is the largest sum of the proportional set sizes of all processes of one build.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
PRONGSAI = Path(sys.executable).parent / "prongsai"
AGENCY = "muang-mu"  # two years, so that every chart is drawn
FULL = ROOT / "tests" / "sites" / "full-year" / "data"  # an agency with a year of 43 items and over 100 files
FIVE = 5

STAGES = """
import json, sys, time
started = time.perf_counter()
from pathlib import Path
from generator.pipeline import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
spent = {}
def timed(name):
    inner = getattr(build, name)
    def wrapper(*arguments, **named):
        begun = time.perf_counter()
        try:
            return inner(*arguments, **named)
        finally:
            spent[name] = spent.get(name, 0) + time.perf_counter() - begun
    setattr(build, name, wrapper)
for name in ("build_all", "finish", "audit", "publish"):
    timed(name)
build.build(examine(Path(sys.argv[1])), Workspace.of(Path(sys.argv[3]), Path(sys.argv[2])))
print(json.dumps({"whole": time.perf_counter() - started, **spent}))
"""


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def seconds(work: Callable[[], object], times: int, before: Callable[[], object] = lambda: None) -> list[float]:
    measured = []
    for _ in range(times):
        before()
        begun = time.perf_counter()
        work()
        measured.append(time.perf_counter() - begun)
    return measured


def descendants(process: int) -> Iterable[int]:
    """A process and all that it started, as far as they still live."""
    yield process
    try:
        children = Path(f"/proc/{process}/task").glob("*/children")
        numbers = [int(number) for path in children for number in path.read_text().split()]
    except OSError:
        return
    for number in numbers:
        yield from descendants(number)


def memory(process: int) -> int:
    """Proportional set size of a process tree in kB: shared pages count once."""
    total = 0
    for number in descendants(process):
        try:
            rollup = Path(f"/proc/{number}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total


def peak_memory(*command: str | Path) -> int:
    child = subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.DEVNULL)
    peak = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.01):
            peak = max(peak, memory(child.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    child.wait()
    done.set()
    watcher.join()
    return peak


def article(page: Path) -> int:
    """The bytes of a page's own content, uncompressed."""
    return len(page.read_bytes().partition(b"<article")[2].partition(b"</article>")[0])


def five_full_years(folder: Path) -> Path:
    """A network of five agencies, each with a full year of items and files of its own."""
    (source,) = (path.parent for path in FULL.glob("*/agency.yml"))
    for number in range(FIVE):
        slug = f"{source.name}-{number}"
        shutil.copytree(source, folder / slug)
        for path in (folder / slug).rglob("*.csv"):  # no two alike, so that nothing is read once for all
            path.write_bytes(path.read_bytes() + f"\n{number},0\n".encode())
    shutil.copy(FULL / "site.yml", folder)
    return folder


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data"
    scratch = Path(tempfile.mkdtemp(prefix="prongsai-bench-"))
    out = scratch / "out"
    everything = ("--data", data, "--out", out)

    def fresh() -> None:
        shutil.rmtree(out, ignore_errors=True)

    try:
        start = seconds(lambda: run(sys.executable, "-c", "pass"), 7)
        one = ("generate", *everything, "--agency", AGENCY)
        run(PRONGSAI, *one)
        cached = seconds(lambda: run(PRONGSAI, *one), 9)
        cold_charts = seconds(lambda: run(PRONGSAI, *one), 5, fresh)
        cold = seconds(lambda: run(PRONGSAI, "build", *everything), 5, fresh)
        unchanged = seconds(lambda: run(PRONGSAI, "build", *everything), 5)
        source = out / "docs" / AGENCY / "mkdocs.yml"
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        mkdocs = seconds(
            lambda: run(sys.executable, "-m", "mkdocs", "build", "-q", "-f", source, "-d", scratch / "site"), 5
        )
        fresh()
        peak = peak_memory(PRONGSAI, "build", *everything)
        fresh()
        stages = subprocess.run(
            [sys.executable, "-c", STAGES, str(data), str(out), str(ROOT)], capture_output=True, check=True, text=True
        )
        full = five_full_years(scratch / "full")
        of_full = ("--data", full, "--out", scratch / "full-out")
        first = next(full.glob("*/agency.yml")).parent.name

        def fresh_full() -> None:
            shutil.rmtree(scratch / "full-out", ignore_errors=True)

        full_cold = seconds(lambda: run(PRONGSAI, "build", *of_full), 3, fresh_full)
        run(PRONGSAI, "generate", *of_full, "--agency", first)
        full_cached = seconds(lambda: run(PRONGSAI, "generate", *of_full, "--agency", first), 9)
        table = max((article(path), path.parent) for path in (out / "site").glob("*/measures/*/index.html"))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)

    reference = statistics.median(mkdocs)
    print(f"{'':44}{'median s':>9}{'fastest':>9}{'× MkDocs of one agency':>24}{'bound s':>9}")
    for name, measured, bound in (
        ("start of Python alone", start, ""),
        ("MkDocs alone, one agency", mkdocs, ""),
        ("generate one agency, charts cached", cached, "1"),
        ("generate one agency, charts drawn", cold_charts, "3"),
        ("build of all, nothing there", cold, "12"),
        ("build of all, nothing changed", unchanged, "1.5"),
        ("generate a full OIT year, files known", full_cached, "0.7"),
        ("build of five full OIT years, nothing there", full_cold, "20"),
    ):
        median = statistics.median(measured)
        print(f"{name:44}{median:9.2f}{min(measured):9.2f}{median / reference:24.2f}{bound:>9}")
    print(f"{'memory of all processes, MB':44}{peak / 1024:9.0f}{'':33}{'300':>9}")
    name = table[1].relative_to(out / "site").as_posix()
    print(f"{f'longest measures table, kB ({name})':44}{table[0] / 1000:9.0f}{'':33}{'60':>9}")
    spent = json.loads(stages.stdout)
    whole = spent.pop("whole")
    print("share of the whole build:")
    print(f"  {'generator: from import to Markdown':42}{1 - sum(spent.values()) / whole:9.0%}")
    for name, value in spent.items():
        print(f"  {'MkDocs' if name == 'build_all' else name:42}{value / whole:9.0%}")


if __name__ == "__main__":
    main()
