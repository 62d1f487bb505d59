"""What a published build was made from, so that it is built again exactly when that changes."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
    "pypdf",
    "python-calamine",
    "pyyaml",
    "segno",
    "vl-convert-python",
)


@dataclass(frozen=True)
class Published:
    """The manifest of a published build. `addresses` are those of its pages and attached files from the site's root."""

    parts: Mapping[str, str]
    checks: frozenset[str]
    addresses: tuple[str, ...]
    summary: Mapping[str, Any]


def published(folder: Path) -> Published | None:
    """What lies in a folder of the published site; None where there is no whole build."""
    try:
        listed = json.loads((folder / "urls.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return _manifest(folder, listed)


def _manifest(folder: Path, listed: list[str]) -> Published | None:
    """The build that a manifest is of. Older manifests have no addresses, but a list of the build's own beside them."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        parts, checks, summary = manifest["parts"], frozenset(manifest["checks"]), manifest["summary"]
        return Published(parts, checks, tuple(manifest.get("addresses", listed)), summary)
    except (OSError, ValueError, KeyError, TypeError):
        return None


class NoAddressList(ValueError):
    """A file is no list of addresses as `urls.json` of a site is one."""


@dataclass(frozen=True)
class Listed:
    """The addresses that a site publishes, from its root, each with its line in the list called `name`; and what is
    known of the builds that they are of, by the agency's folder on the site, empty for a site of one agency."""

    name: str
    lines: Mapping[str, int]
    builds: Mapping[str, Published] = field(default_factory=dict)


def read_addresses(path: Path) -> Listed:
    """The `urls.json` of a published site, and the manifests in the folder of the same name beside it, if there are
    any: the site's own and those of its agencies. Raises NoAddressList."""
    try:
        text = path.read_text(encoding="utf-8")
        addresses = json.loads(text)
    except (OSError, ValueError) as fault:
        raise NoAddressList(str(path)) from fault
    if not isinstance(addresses, list) or not all(isinstance(one, str) for one in addresses):
        raise NoAddressList(str(path))
    lines = {line.strip().removesuffix(","): number for number, line in enumerate(text.splitlines(), start=1)}
    known = {one: lines.get(json.dumps(one, ensure_ascii=False), 1) for one in addresses}
    return Listed(path.name, known, _builds(path.with_suffix("")))


def _builds(folder: Path) -> dict[str, Published]:
    places = {"": folder, **{path.name: path for path in sorted(folder.glob("*/"))}} if folder.is_dir() else {}
    return {name: build for name, path in places.items() if (build := _manifest(path, []))}


def digest_of(paths: Iterable[Path], root: Path, known: Mapping[Path, str] | None = None) -> str:
    """One hash of the files at or below these paths, by name and content; other kinds of files do not count. Files
    whose own hash is `known` are not read."""
    digest = hashlib.sha256()
    known = known or {}
    for path in sorted(_files(paths)):
        content = known[path].encode() if path in known else path.read_bytes()
        mark = "\0known" if path in known else ""
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}{mark}\0".encode())
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
