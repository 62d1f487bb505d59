"""Whether something was saved: the files as they lie there decide, what the system tells only says when to look.

Network drives and folders that are kept in a cloud tell nothing. There a look every quarter of a second has to do.
"""

import os
import re
import stat
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.attachments import is_of_an_open_file

_PAUSE = 0.25  # seconds; longer waits let nobody interrupt them on Windows
_QUIET = 0.1  # a save is over when nothing changes for so long
_LONGEST = 20  # times that a save may go on changing things
_ROUNDS = 4  # pauses between two looks where the system tells of changes
# What reading does is no change; Linux tells of it too.
_READING = frozenset({"opened", "closed_no_write"})
# What editors write beside a file for the moment of a save.
_MOMENTARY = re.compile(r"[.]tmp$|^4913$|^[.]goutputstream", re.IGNORECASE)

# By path: when it was changed, its size and its number on the disk.
Seen = dict[str, tuple[int, int, int]]


class Watch:
    """Over folders with all below them, and over single files; what is not there may come later. Used in a `with`
    block, at whose end nothing runs any more."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = sorted({path.absolute() for path in paths})
        self._bell = threading.Event()
        self._observer = Observer()
        self._often = not self._listen()
        self._rounds = 0
        self._seen = _look(self._paths)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def saved(self) -> bool:
        """Waits for a moment. Returns whether something was saved since it was asked last, once the save is over."""
        rung = self._bell.wait(_PAUSE)
        self._bell.clear()
        self._rounds += 1
        if not rung and not self._often and self._rounds % _ROUNDS:
            return False
        seen = _look(self._paths)
        if seen == self._seen:
            return False
        self._often = self._often or not rung  # nobody told
        for _ in range(_LONGEST):
            time.sleep(_QUIET)
            before, seen = seen, _look(self._paths)
            if seen == before:
                break
        changed, self._seen = seen != self._seen, seen
        return changed

    def _listen(self) -> bool:
        """Whether the system tells of changes."""
        handler = _Bell(self._bell)
        folders = {path: True for path in self._paths if path.is_dir()}
        # of a single file, and of what is not there yet, the folder around it tells
        folders |= {path.parent: False for path in self._paths if path.parent.is_dir() and path.parent not in folders}
        try:
            for folder, below in folders.items():
                self._observer.schedule(handler, str(folder), recursive=below)
            self._observer.start()
        except (OSError, RuntimeError):  # the system watches only so many folders, or not such ones
            return False
        return True


class _Bell(FileSystemEventHandler):
    def __init__(self, bell: threading.Event) -> None:
        self._bell = bell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _READING:
            self._bell.set()


def _look(paths: Iterable[Path]) -> Seen:
    return {name: about for path in paths for name, about in _below(str(path))}


def _below(name: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """A file, or a folder with all below it, without what programs keep beside an open file; links are not followed."""
    with suppress(OSError):  # it may be gone by now
        about = os.lstat(name)
        if not stat.S_ISDIR(about.st_mode):
            yield name, (about.st_mtime_ns, about.st_size, about.st_ino)
            return
        yield name, (0, 0, 0)
        with os.scandir(name) as entries:
            inside = sorted(entry.path for entry in entries if not _passes(entry.name))
        for one in inside:
            yield from _below(one)


def _passes(name: str) -> bool:
    return is_of_an_open_file(name) or bool(_MOMENTARY.search(name))
