"""When data last changed, and in which commit: the only module that asks git.

No date is invented: outside a work tree, in a shallow clone, or without git there is none, and `note` says why.
"""

import datetime
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from generator.problems import SHOWN

Note = Literal["", "no-git", "shallow", "no-commit"]
_THAILAND = datetime.timezone(datetime.timedelta(hours=7))
_RECORD = "\x1e"
_OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


@dataclass(frozen=True)
class Change:
    """The last commit that touched a file."""

    commit: str
    date: datetime.date


@dataclass(frozen=True)
class History:
    """Last changes by file as messages name it (`data/…`); a file with unsaved edits has none."""

    changes: dict[str, Change] = field(default_factory=dict)
    folders: dict[str, datetime.date] = field(default_factory=dict)
    note: Note = ""
    prefix: str = ""

    def path_in_repository(self, file: str) -> str:
        """Where a file that messages call `data/…` lies in its repository."""
        return self.prefix + file.removeprefix(f"{SHOWN}/")

    def changed(self, folder: str) -> datetime.date | None:
        """The Thai date of the last commit that touched anything below a folder, e.g. `data/mueang-khong`."""
        return self.folders.get(folder)


def read_history(folder: Path) -> History:
    """The history of the data folder, every file of it in two calls of git."""
    known = _git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if known is None:
        return History(note="no-git")
    shallow, prefix = known.split("\n")[:2]
    if shallow != "false":
        return History(note="shallow")
    log = _git(folder, "log", "--format=%x1e%H %ct", "--name-only", "--relative", "-z", "--no-renames", "--", ".")
    if not log:
        return History(note="no-commit")
    dirty = _git(folder, "status", "--porcelain", "-z", "--no-renames", "--", ".") or ""
    edited = {entry[3:].removeprefix(prefix) for entry in dirty.split("\0") if entry}
    changes: dict[str, Change] = {}
    folders: dict[str, datetime.date] = {}
    for entry in log.split(_RECORD)[1:]:
        head, _, names = entry.partition("\0")
        commit, seconds = head.split()
        change = Change(commit, datetime.datetime.fromtimestamp(int(seconds), _THAILAND).date())
        for name in filter(None, names.strip("\n").split("\0")):
            path = PurePosixPath(SHOWN, name.strip("\n"))
            changes.setdefault(str(path), change)
            for parent in path.parents[:-1]:
                folders[str(parent)] = max(folders.get(str(parent), change.date), change.date)
    kept = {name: change for name, change in changes.items() if not _edited(name, edited)}
    return History(kept, folders, prefix=prefix)


def _edited(name: str, edited: set[str]) -> bool:
    """Whether a file has changes that no commit holds; git names a new folder with a slash at its end."""
    inside = str(PurePosixPath(name).relative_to(SHOWN))
    return any(inside == path or (path.endswith("/") and inside.startswith(path)) for path in edited)


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, whatever the user's settings; names that are no UTF-8 keep their bytes."""
    settings = ("core.quotePath=false", "log.showRoot=true", "log.showSignature=false")
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *(part for one in settings for part in ("-c", one)), *arguments],  # noqa: S607
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="surrogateescape",
            # a hook's own repository is not the one that is asked about
            env={name: value for name, value in os.environ.items() if name not in _OF_A_HOOK},
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
