"""The only place where text becomes HTML or Markdown.

Text from data reaches a page in two forms. `Markup` (of the markupsafe library) is text already made safe for its
place; everything else is escaped here. Inside Markdown every ASCII punctuation mark becomes a character reference,
so that no text can be emphasis, a link, a tag, an attribute list, a template or front matter.
"""

import json
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from markupsafe import Markup

_PUNCTUATION = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
# YAML and browsers take all of these for the end of a line.
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x85\u2028\u2029", " "))
# no blanks, which browsers drop, and nothing that they take for the start of another host
_RELATIVE = re.compile(r"(?![/\\])[!-~]*")
_HTTPS = re.compile(r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+([/?#][!-~]*)?")


def text(value: str | Markup) -> Markup:
    """Safe as Markdown text, HTML text and attribute value alike; the reader sees exactly `value`."""
    if isinstance(value, Markup):
        return value
    encoded = value.translate(_BREAKS).translate(_PUNCTUATION)
    if encoded.startswith(" "):  # four of them would open a code block
        encoded = f"&#32;{encoded[1:]}"
    return Markup(encoded)  # noqa: S704 -- every mark is encoded


def title(value: str) -> Markup:
    """Safe as HTML text where no Markdown is read: front matter, navigation, site name. MkDocs prints them raw."""
    escaped = str(Markup.escape(value.translate(_BREAKS)))
    return Markup(escaped.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 -- escaped one line above


def anchor(name: str) -> Markup:
    """The id of a heading: ASCII only, so that it can be typed, quoted and kept."""
    if not re.fullmatch("[a-z][a-z0-9-]*", name):
        message = f"not an anchor: {name!r}"
        raise ValueError(message)
    return Markup(name)  # noqa: S704 -- the pattern leaves nothing to escape


def join(parts: Sequence[str | Markup], separator: str = "") -> Markup:
    return Markup(separator.join(map(text, parts)))  # noqa: S704 -- separators are literals of ours


def listed(parts: Sequence[str | Markup]) -> Markup:
    """Like `ก ข และค`: spaces between, และ before the last."""
    if len(parts) < 2:  # noqa: PLR2004 -- a list has two at least
        return join(parts)
    return Markup("{} และ{}").format(join(parts[:-1], " "), text(parts[-1]))


def _safe(made: str) -> Markup:
    """HTML put together here from literals and escaped parts: `Markup.format` takes ten times as long, and tables have
    thousands of cells."""
    return Markup(made)  # noqa: S704 -- every part is escaped where this is called


def link(href: str, label: str | Markup) -> Markup:
    """A link to an address of this site, or to an https address, which names its host beside the label."""
    parts = urlsplit(href)
    if not parts.scheme and not parts.netloc and _RELATIVE.fullmatch(href):
        return _safe(f'<a href="{text(href)}">{text(label)}</a>')
    if _HTTPS.fullmatch(href):
        host = text(parts.netloc)
        return _safe(f'<a href="{text(href)}" rel="noopener noreferrer">{text(label)} <small>({host})</small></a>')
    if parts.scheme in {"tel", "mailto"}:
        return _safe(f'<a href="{text(href)}">{text(label)}</a>')
    message = f"not an address to link to: {href!r}"
    raise ValueError(message)


def quoted(value: str) -> str:
    """A YAML double-quoted scalar for front matter; `value` must be escaped already for where it is shown."""
    return json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True)
class Column:
    """A column's heading; `kind` decides how its cells are set."""

    heading: str | Markup
    kind: Literal["text", "number", "chart"] = "text"


@dataclass(frozen=True)
class Row:
    """Cells in the order of the columns; the first is the row's heading."""

    cells: tuple[str | Markup, ...]
    group: bool = False


def table(caption: str | Markup, columns: Sequence[Column], rows: Sequence[Row], *, style: str = "") -> Markup:
    """A table with caption, column and row scope; on a phone its cells carry their column's name.

    `style` are words for the look: `bars`, `cards` and `dumbbell` take the cells of a row apart on a phone, where a
    script keeps it a table for old assistive technology; a script lets readers sort `sortable`, a figure or a date by
    its `data-value`, whatever its digits. A group row has one cell, the heading of the rows below it, and opens a
    row group of its own. Returns one block of HTML without blank lines.
    """
    head = "".join(
        f'<th scope="col" class="{column.kind}"{_UNSEARCHED if column.kind == "chart" else ""}>'
        f"{text(column.heading)}</th>"
        for column in columns
    )
    labels = [_plain(column.heading) for column in columns]
    body = ""
    for row in rows:
        opening = "</tbody>\n<tbody>\n" if row.group and body else ""
        body += f"{opening}{_row(columns, labels, row)}\n"
    return _safe(
        f'<div class="table"><table class="data{f" {style}" if style else ""}">\n'
        f"<caption>{text(caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table></div>"
    )


_UNSEARCHED = " data-search-exclude"


def _row(columns: Sequence[Column], labels: Sequence[str], row: Row) -> str:
    if row.group:
        if len(row.cells) != 1:
            message = f"{len(row.cells)} cells in a group row"
            raise ValueError(message)
        heading = f'<th scope="rowgroup" colspan="{len(columns)}">{text(row.cells[0])}</th>'
        return f'<tr class="group">{heading}</tr>'
    if len(row.cells) != len(columns):
        message = f"{len(row.cells)} cells for {len(columns)} columns"
        raise ValueError(message)
    cells = [f'<th scope="row" class="{columns[0].kind}">{text(row.cells[0])}</th>']
    cells += [
        f'<td class="{column.kind}" data-label="{label}"{_value(column, cell)}>{text(cell)}</td>'
        for column, label, cell in zip(columns[1:], labels[1:], row.cells[1:], strict=True)
    ]
    return f"<tr>{''.join(cells)}</tr>"


_PLAIN = str.maketrans({"\u2212": "-", "+": None, ",": None, "%": None})
_FIGURE = re.compile(r"[+\u2212-]?[0-9]+(,[0-9]{3})*(\.[0-9]+)?%?")
_MARKED = re.compile(r'<span class="figure">([^<]*)</span>')  # a figure, and what must be known about it
_DAY = re.compile(r'<time datetime="([^"]*)">[^<]*</time>')


def _value(column: Column, cell: str | Markup) -> str:
    """What a cell is sorted by: the number or the ISO date that it shows; nothing where it shows something else."""
    if column.kind != "number":
        found = _DAY.fullmatch(cell) if isinstance(cell, Markup) else None
        return f' data-value="{text(Markup(found[1]).unescape())}"' if found else ""  # noqa: S704 -- out of Markup
    shown = str(cell)
    if isinstance(cell, Markup):
        marked = _MARKED.match(cell)
        shown = Markup(marked[1] if marked else cell).striptags()  # noqa: S704 -- out of Markup
    if not _FIGURE.fullmatch(shown):
        return ""
    return f' data-value="{shown.translate(_PLAIN)}"'


def _plain(heading: str | Markup) -> Markup:
    return text(heading.striptags()) if isinstance(heading, Markup) else text(heading)
