"""Puts a finished site in the place of the published one, whole or not at all, and keeps two runs apart."""

import ctypes
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_JOURNAL = "swap.json"
_SITE, _ASIDE = "site", ".aside"


class Busy(Exception):
    """Another run is at work in the same output folder."""


@contextmanager
def alone_in(out: Path) -> Iterator[None]:
    """Keeps other runs out of the output folder, and finishes what an interrupted one left. Raises Busy."""
    out.mkdir(parents=True, exist_ok=True)
    lock = FileLock(out / ".lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(str(out)) from None
    try:
        recover(out)
        yield
    finally:
        lock.release()


def publish(staged: Path, site: Path) -> None:
    """Makes `site` what `staged` is; what was published before is gone afterwards. Both on one file system."""
    settle()  # the files are on the disk before their names are
    swap(staged, site)
    if staged.exists():
        shutil.rmtree(staged)
    _sync(site.parent)


def settle() -> None:
    """Waits until everything that was written is on the disk."""
    if os.name == "posix":
        os.sync()


def swap(staged: Path, site: Path) -> None:
    """Puts `staged` in the place of `site` without waiting for the disk; what was there before may be in `staged`.

    Where the system can exchange two directories, no moment is without a whole site. Elsewhere a journal says how far
    the swap got, and `recover` finishes it.
    """
    if not site.exists():
        staged.rename(site)
    elif not _exchange(staged, site):
        _swap_with_journal(staged, site)


def recover(out: Path) -> bool:
    """Finishes a swap that was interrupted. Returns whether there was one."""
    journal = out / _JOURNAL
    if not journal.is_file():
        return False
    try:
        names = json.loads(journal.read_text(encoding="utf-8"))
        staged, site, aside = out / names["staged"], out / names["site"], out / names["aside"]
    except (ValueError, KeyError, TypeError):
        # Nobody can say what was to be swapped: what was published last stays.
        site, aside = out / _SITE, out / f"{_SITE}{_ASIDE}"
        if not site.exists() and aside.exists():
            aside.rename(site)
        journal.unlink()
        return True
    _finish_swap(staged, site, aside, journal)
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Both directories swap their names in one step; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)


def _swap_with_journal(staged: Path, site: Path) -> None:
    aside = site.with_name(f"{site.name}{_ASIDE}")
    if aside.exists():  # left over from a swap whose end was cut off
        shutil.rmtree(aside)
    journal = site.with_name(_JOURNAL)
    draft = journal.with_suffix(".draft")
    draft.write_text(
        json.dumps({"staged": os.path.relpath(staged, site.parent), "site": site.name, "aside": aside.name}),
        encoding="utf-8",
    )
    _flush(draft)
    draft.replace(journal)
    _sync(site.parent)
    _finish_swap(staged, site, aside, journal)


def _finish_swap(staged: Path, site: Path, aside: Path, journal: Path) -> None:
    """Does what is left to do: the steps can be told from what lies there."""
    if staged.exists() and site.exists() and not aside.exists():
        site.rename(aside)
    if staged.exists() and not site.exists():
        staged.rename(site)
    shutil.rmtree(aside, ignore_errors=True)
    journal.unlink()


def _flush(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def _sync(folder: Path) -> None:
    """The renames reach the disk before anybody is told that the site is published."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
