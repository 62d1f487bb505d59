"""Files to disk: what differs is written, what is stale is removed, and nothing else is touched."""

from collections.abc import Iterable
from pathlib import Path

from generator.page import File


class TwoFiles(Exception):
    """Two files share a path; one would hide the other."""


def write(files: Iterable[File], folder: Path) -> int:
    """Makes the folder hold exactly these files. Returns how many were written or removed."""
    wanted: dict[Path, bytes] = {}
    for file in files:
        path = folder / file.path
        if path in wanted:
            raise TwoFiles(file.path)
        wanted[path] = file.content
    changed = 0
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
            changed += 1
    for path, content in wanted.items():
        if path.is_symlink():
            path.unlink()
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed += 1
    return changed
