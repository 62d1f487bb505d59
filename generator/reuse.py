"""What a published build was made from, so that it is built again exactly when that changes."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

_DEPENDENCIES = (
    "jinja2",
    "lxml",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pydantic",
    "pymdown-extensions",
    "pyyaml",
    "vl-convert-python",
)


@dataclass(frozen=True)
class Published:
    """The manifest of a published build."""

    parts: Mapping[str, str]
    checks: frozenset[str]
    addresses: tuple[str, ...]
    summary: Mapping[str, Any]


def published(folder: Path) -> Published | None:
    """What lies in a folder of the published site; None where there is no whole build."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        addresses = json.loads((folder / "urls.json").read_text(encoding="utf-8"))
        return Published(manifest["parts"], frozenset(manifest["checks"]), tuple(addresses), manifest["summary"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def digest_of(paths: Iterable[Path], root: Path) -> str:
    """One hash of the files at or below these paths, by name and content; other kinds of files do not count."""
    digest = hashlib.sha256()
    for path in sorted(_files(paths)):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_file() and not path.is_symlink():
            yield path
        elif path.is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if name != "__pycache__")
                found = (Path(folder, name) for name in names)
                yield from (one for one in found if one.is_file() and not one.is_symlink())


def digest_of_texts(texts: Iterable[str | bytes]) -> str:
    """One hash of texts in their order."""
    digest = hashlib.sha256()
    for text in texts:
        content = text.encode() if isinstance(text, str) else text
        digest.update(f"{len(content)}\0".encode() + content)
    return digest.hexdigest()


def dependencies() -> str:
    """The versions of everything that decides how a page looks."""
    return ", ".join(f"{name} {metadata.version(name)}" for name in _DEPENDENCIES)


def link_tree(source: Path, target: Path, only: frozenset[str] | None = None) -> None:
    """The same files (or `only` those of these names) under another folder: links where the file system has them.

    Published files are never edited in place, so that a shared file cannot change under the other name."""
    target.mkdir(parents=True)
    for entry in sorted(source.iterdir()):
        if only is None or entry.name in only:
            if entry.is_dir():
                shutil.copytree(entry, target / entry.name, copy_function=_link, symlinks=True)
            else:
                _link(str(entry), str(target / entry.name))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
