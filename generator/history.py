"""When data last changed, and in which commit: the only module that asks git.

No date is invented: outside a work tree, in a shallow clone, or without git there is none, and `note` says why.
"""

import datetime
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from generator.problems import SHOWN

Note = Literal["", "no-git", "shallow", "no-commit"]
_THAILAND = datetime.timezone(datetime.timedelta(hours=7))
_RECORD = "\x1e"
_NONE = frozenset("0")  # what the name of a content that is not there is made of
LISTED = 50  # commits that are told of each agency
# Says when the links were looked at: no date of the data.
_NO_DATA = str(PurePosixPath(SHOWN, "links.yml"))
_OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


@dataclass(frozen=True)
class Change:
    """The last commit that touched a file."""

    commit: str
    date: datetime.date


@dataclass(frozen=True)
class Edit:
    """What a commit did to a file: the names that git gives to its content before and after, None where there was no
    file."""

    file: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Commit:
    """What one commit did to the files of one agency."""

    change: Change
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class History:
    """Last changes by file as messages name it (`data/…`); a file with unsaved edits has none. `commits` are by the
    agency's folder, e.g. `data/mueang-khong`, the newest first, only so many of each."""

    changes: dict[str, Change] = field(default_factory=dict)
    folders: dict[str, datetime.date] = field(default_factory=dict)
    note: Note = ""
    prefix: str = ""
    commits: dict[str, tuple[Commit, ...]] = field(default_factory=dict)
    folder: Path | None = field(default=None, compare=False)
    _texts: dict[str, dict[str, bytes]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def path_in_repository(self, file: str) -> str:
        """Where a file that messages call `data/…` lies in its repository."""
        return self.prefix + file.removeprefix(f"{SHOWN}/")

    def changed(self, folder: str) -> datetime.date | None:
        """The Thai date of the last commit that touched anything below a folder, e.g. `data/mueang-khong`."""
        return self.folders.get(folder)

    def changed_last(self, files: Iterable[str]) -> datetime.date | None:
        """The newest date of these files and folders; None where one of them has none: that may be newer than all."""
        dates = [self.changes[file].date if file in self.changes else self.folders.get(file) for file in files]
        known = [date for date in dates if date]
        return max(known) if known and len(known) == len(dates) else None

    def versions(self, name: str) -> Mapping[str, bytes]:
        """What the files called `name` said before and after each edit in `commits`, of all agencies in one call of
        git, which is made when somebody asks first. The keys are those of `Edit`."""
        if name not in self._texts:
            edits = [edit for commits in self.commits.values() for commit in commits for edit in commit.edits]
            wanted = [
                one
                for edit in edits
                if edit.before and edit.after and edit.file.rpartition("/")[2] == name
                for one in (edit.before, edit.after)
            ]
            self._texts[name] = _contents(self.folder, dict.fromkeys(wanted)) if self.folder and wanted else {}
        return self._texts[name]


def read_history(folder: Path) -> History:
    """The history of the data folder, every file of it in two calls of git."""
    known = _git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if known is None:
        return History(note="no-git")
    shallow, prefix = known.split("\n")[:2]
    if shallow != "false":
        return History(note="shallow")
    raw = ("--raw", "--no-abbrev", "--relative", "-z", "--no-renames")
    log = _git(folder, "log", "--format=%x1e%H %ct", *raw, "--", ".")
    if not log:
        return History(note="no-commit")
    dirty = _git(folder, "status", "--porcelain", "-z", "--no-renames", "--", ".") or ""
    edited = {entry[3:].removeprefix(prefix) for entry in dirty.split("\0") if entry}
    changes: dict[str, Change] = {}
    folders: dict[str, datetime.date] = {}
    commits: dict[str, list[Commit]] = {}
    for entry in log.split(_RECORD)[1:]:
        head, _, listed = entry.partition("\0")
        commit, seconds = head.split()
        change = Change(commit, datetime.datetime.fromtimestamp(int(seconds), _THAILAND).date())
        touched: dict[str, list[Edit]] = {}
        for edit in _edits(listed):
            changes.setdefault(edit.file, change)
            if edit.file == _NO_DATA:
                continue
            parents = [str(parent) for parent in PurePosixPath(edit.file).parents[:-1]]
            for parent in parents:
                folders[parent] = max(folders.get(parent, change.date), change.date)
            for agency in parents[-2:-1]:
                touched.setdefault(agency, []).append(edit)
        for agency, edits in touched.items():
            if len(listed_before := commits.setdefault(agency, [])) < LISTED:
                listed_before.append(Commit(change, tuple(edits)))
    kept = {name: change for name, change in changes.items() if not _edited(name, edited)}
    told = {name: tuple(sorted(found, key=_age)) for name, found in commits.items()}
    return History(kept, folders, prefix=prefix, commits=told, folder=folder)


def _age(commit: Commit) -> int:
    """Smaller the newer it is."""
    return -commit.change.date.toordinal()


def _edits(listed: str) -> Iterator[Edit]:
    """From pairs like `:100644 100644 <before> <after> M` and a path."""
    parts = listed.strip("\n").split("\0")
    for about, name in zip(parts[::2], parts[1::2], strict=False):
        _, _, before, after, _ = about.strip("\n").split(" ")
        yield Edit(
            str(PurePosixPath(SHOWN, name)), *(None if _NONE.issuperset(one) else one for one in (before, after))
        )


def _edited(name: str, edited: set[str]) -> bool:
    """Whether a file has changes that no commit holds; git names a new folder with a slash at its end."""
    inside = str(PurePosixPath(name).relative_to(SHOWN))
    return any(inside == path or (path.endswith("/") and inside.startswith(path)) for path in edited)


def _contents(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Contents by the names that git gives them; one that is not there is left out."""
    answer = _ask(folder, ["cat-file", "--batch"], "".join(f"{name}\n" for name in names).encode()) or b""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name, kind, *size = answer[at:end].decode().split(" ")
        at = end + 1
        if size:
            length = int(size[0])
            if kind == "blob":
                found[name] = answer[at : at + length]
            at += length + 1
    return found


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints; names that are no UTF-8 keep their bytes."""
    answer = _ask(folder, arguments)
    return None if answer is None else answer.decode("utf-8", errors="surrogateescape")


def _ask(folder: Path, arguments: Iterable[str], told: bytes = b"") -> bytes | None:
    """What git answers, whatever the user's settings."""
    settings = ("core.quotePath=false", "log.showRoot=true", "log.showSignature=false")
    # a hook's own repository is not the one that is asked about; nothing is fetched that a clone left out
    own = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    environment = {**own, "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *(part for one in settings for part in ("-c", one)), *arguments],  # noqa: S607
            capture_output=True,
            check=True,
            input=told,
            env=environment,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
