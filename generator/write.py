"""Files to disk: what differs is written, what is stale is removed, and nothing else is touched."""

import filecmp
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.page import Copy, File


class TwoFiles(Exception):
    """Two files share a path; one would hide the other."""


def write(files: Iterable[File | Copy], folder: Path) -> int:
    """Makes the folder hold exactly these files. Returns how many were written or removed."""
    wanted: dict[Path, File | Copy] = {}
    for file in files:
        path = folder / file.path
        if path in wanted:
            raise TwoFiles(file.path)
        wanted[path] = file
    changed = 0
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
            changed += 1
    for path, file in wanted.items():
        if path.is_file() and not path.is_symlink() and _is(path, file):
            continue
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(file, File):
            path.write_bytes(file.content)
        else:
            # no link: a file of the data folder has one name, and nothing written here may change it
            shutil.copyfile(file.source, path)
        changed += 1
    return changed


def _is(path: Path, file: File | Copy) -> bool:
    if isinstance(file, File):
        return path.read_bytes() == file.content
    return filecmp.cmp(path, file.source, shallow=False)


def write_whole(path: Path, content: bytes) -> None:
    """Puts a file in the place of another, whole or not at all."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
