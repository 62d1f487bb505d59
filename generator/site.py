"""Runs MkDocs: each build in a process of its own, a few at once."""

import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

# Builds without a date carry this one in their file stamps; MkDocs cannot take the epoch itself.
_UNDATED = date(2000, 1, 1)


class BuildFailed(Exception):
    """MkDocs refused what we generated; carries what it said."""


@dataclass(frozen=True)
class Build:
    """One folder with a mkdocs.yml, and where its pages go."""

    source: Path
    target: Path
    as_of: date | None


def build_all(builds: Iterable[Build]) -> None:
    """Builds all, as many at once as there are processors. Raises BuildFailed with the first that failed."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for _ in pool.map(_build, builds):
            pass


def _build(build: Build) -> None:
    stamp = datetime.combine(build.as_of or _UNDATED, datetime.min.time(), UTC)
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(int(stamp.timestamp())),
        "TZ": "UTC",
    }
    paths = ["-f", str(build.source / "mkdocs.yml"), "--site-dir", str(build.target.absolute())]
    done = subprocess.run(
        # --quiet would hide warnings from --strict too
        [sys.executable, "-m", "mkdocs", "build", "--strict", *paths],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment,
    )
    if done.returncode:
        message = f"{build.source.name}: {done.stderr or done.stdout}"
        raise BuildFailed(message)
