"""From the files that MkDocs wrote to those that are published: the only code that changes a built site."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

# Material ships word splitters for its own search in many languages; the search here does not load them.
_UNUSED = ("assets/javascripts/lunr",)


def finish(folder: Path, addresses: Sequence[str], manifest: Mapping[str, object], *, root: bool) -> None:
    """Drops what no page uses and adds `urls.json` and `manifest.json`. `root` says that the folder is the site's own
    root: only there can a server find 404.html."""
    for name in _UNUSED:
        shutil.rmtree(folder / name, ignore_errors=True)
    for source_map in folder.rglob("*.map"):
        source_map.unlink()
    if not root:
        (folder / "404.html").unlink()
    write_addresses(folder, addresses)
    _write_json(folder / "manifest.json", manifest)


def write_addresses(folder: Path, addresses: Sequence[str]) -> None:
    """Lists in `urls.json` the addresses of pages and attached files that a folder stands for."""
    _write_json(folder / "urls.json", sorted(addresses))


def _write_json(path: Path, value: object) -> None:
    path.unlink(missing_ok=True)  # it may be a published file under another name
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
