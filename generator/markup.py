"""The only place where text becomes HTML or Markdown.

Text from data reaches a page in two forms. `Markup` (of the markupsafe library) is text already made safe for its
place; everything else is escaped here. Inside Markdown every ASCII punctuation mark becomes a character reference,
so that no text can be emphasis, a link, a tag, an attribute list, a template or front matter.
"""

import json
import re
import string
from collections.abc import Mapping, Sequence
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
    return Markup(separator).join(text(part) for part in parts)  # noqa: S704 -- separators are literals of ours


def listed(parts: Sequence[str | Markup]) -> Markup:
    """Like `ก ข และค`: spaces between, และ before the last."""
    if len(parts) < 2:  # noqa: PLR2004 -- a list has two at least
        return join(parts)
    return Markup("{} และ{}").format(join(parts[:-1], " "), text(parts[-1]))


def link(href: str, label: str | Markup) -> Markup:
    """A link to an address of this site, or to an https address, which names its host beside the label."""
    parts = urlsplit(href)
    if not parts.scheme and not parts.netloc and _RELATIVE.fullmatch(href):
        return Markup('<a href="{}">{}</a>').format(text(href), text(label))
    if _HTTPS.fullmatch(href):
        return Markup('<a href="{}" rel="noopener noreferrer">{} <small>({})</small></a>').format(
            text(href), text(label), text(parts.netloc)
        )
    if parts.scheme in {"tel", "mailto"}:
        return Markup('<a href="{}">{}</a>').format(text(href), text(label))
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

    `style` are words for the look: `bars` and `cards` take the cells of a row apart on a phone, and explicit roles keep
    it a table for assistive technology; a script lets readers sort `sortable`. A group row has one cell, the heading of
    the rows below it, and opens a row group of its own. Returns one block of HTML without blank lines.
    """
    roles = _ROLES if _RESTACKED.intersection(style.split()) else _NO_ROLES
    head = Markup("").join(
        Markup('<th scope="col" class="{}"{}>{}</th>').format(column.kind, roles["columnheader"], text(column.heading))
        for column in columns
    )
    body = Markup("")
    for row in rows:
        opening = Markup("</tbody>\n<tbody{}>\n").format(roles["rowgroup"]) if row.group and body else Markup("")
        body += opening + _row(columns, row, roles) + Markup("\n")
    return Markup(
        '<div class="table"><table class="data{style}"{table}>\n<caption>{caption}</caption>\n'
        "<thead{group}><tr{row}>{head}</tr></thead>\n<tbody{group}>\n{body}</tbody>\n</table></div>"
    ).format(
        style=f" {style}" if style else "",
        table=roles["table"],
        group=roles["rowgroup"],
        row=roles["row"],
        caption=text(caption),
        head=head,
        body=body,
    )


_RESTACKED = frozenset({"bars", "cards"})
_PARTS = ("table", "rowgroup", "row", "columnheader", "rowheader", "cell")
_ROLES = {part: Markup(' role="{}"').format(part) for part in _PARTS}
_NO_ROLES = dict.fromkeys(_PARTS, Markup(""))


def _row(columns: Sequence[Column], row: Row, roles: Mapping[str, Markup]) -> Markup:
    if row.group:
        if len(row.cells) != 1:
            message = f"{len(row.cells)} cells in a group row"
            raise ValueError(message)
        return Markup('<tr class="group"{}><th scope="rowgroup" colspan="{}"{}>{}</th></tr>').format(
            roles["row"], len(columns), roles["rowheader"], text(row.cells[0])
        )
    if len(row.cells) != len(columns):
        message = f"{len(row.cells)} cells for {len(columns)} columns"
        raise ValueError(message)
    cells = [
        Markup('<th scope="row" class="{}"{}>{}</th>').format(columns[0].kind, roles["rowheader"], text(row.cells[0]))
    ]
    cells += [
        Markup('<td class="{}"{} data-label="{}">{}</td>').format(
            column.kind, roles["cell"], _plain(column.heading), text(cell)
        )
        for column, cell in zip(columns[1:], row.cells[1:], strict=True)
    ]
    return Markup("<tr{}>{}</tr>").format(roles["row"], Markup("").join(cells))


def _plain(heading: str | Markup) -> Markup:
    return text(heading.striptags()) if isinstance(heading, Markup) else text(heading)
