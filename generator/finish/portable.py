"""A copy of a published site that needs no server of a certain kind: it opens from a folder, and on any hosting."""

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from generator import links
from generator.finish.index import INDEX
from generator.finish.policy import without_policy

# What scripts read, as scripts too: a page that is opened from a folder may load nothing else.
_READ = ((INDEX, b"searchIndex="), (links.SUMMARIES, b"summaries="))
# The theme asks for its own index as a script where there is no server.
_STUB = ("search/search_index.js", b'var __index={"config":{},"docs":[]};\n')
_NAMED = "index.html"
# A server finds it for any address; a folder does not.
_NOT_FOUND = "404.html"
_LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]*)(")')
# Asked for as if from another site, which a page in a folder is to everything.
_PRELOAD = re.compile(r'\s*<link rel="preload"[^>]*>')
_ONWARD = re.compile(r'(<meta http-equiv="refresh" content="0; url=)([^"]*)(")')
# Entries of the archive tell nothing about when or where they were made.
_STAMP = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


def write_copy(site: Path, target: Path) -> None:
    """Writes the copy as a ZIP file: the same pages, their internal links naming the file that a server would have
    found, and what scripts read as scripts too. Same site, same bytes."""
    draft = target.with_suffix(".draft")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _entries(site):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _MODE
            archive.writestr(entry, content)
    draft.replace(target)


def _entries(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        content = path.read_bytes()
        if name == _NOT_FOUND:
            continue
        yield name, _opened(content.decode()).encode() if path.suffix == ".html" else content
        for read, opening in _READ:
            if name.endswith(read):
                yield name.removesuffix("on"), opening + content + b";\n"
        if name.endswith(INDEX):
            yield name.removesuffix(INDEX) + _STUB[0], _STUB[1]


def _opened(page: str) -> str:
    """A page as it opens from a folder."""
    return with_names(without_policy(_PRELOAD.sub("", page)))


def with_names(page: str) -> str:
    """A page whose links to folders name the page in them."""
    return _ONWARD.sub(_named, _LINK.sub(_named, page))


def _named(found: re.Match[str]) -> str:
    address = html.unescape(found[2])
    parts = urlsplit(address)
    last = parts.path.rsplit("/", 1)[-1]
    if parts.scheme or parts.netloc or not parts.path or last not in {"", ".", ".."}:
        return found[0]
    path = f"{parts.path}{'/' if last else ''}{_NAMED}"
    return f"{found[1]}{html.escape(parts._replace(path=path).geturl())}{found[3]}"
