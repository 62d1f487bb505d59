"""The handbook, which the product's own site has: its hand-written pages as they are built, and the list of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.markup import Column, Row, join, link, table, text
from generator.page import HANDBOOK, Page

_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Chapter:
    """A hand-written page of the handbook: Markdown that begins with its title."""

    address: str
    title: str
    markdown: str

    @property
    def lead(self) -> str:
        """Its first paragraph, as plain text."""
        blocks = (block.strip() for block in self.markdown.split("\n\n"))
        first = next((block for block in blocks if block and not block.startswith(("#", "<", "-", "|", "```"))), "")
        return re.sub("[*`]", "", _LINK.sub(r"\1", " ".join(first.split())))


@dataclass(frozen=True)
class ChapterView:
    link: Markup
    lead: str


@dataclass(frozen=True)
class HandbookView:
    chapters: tuple[ChapterView, ...]


def present(chapters: Sequence[Chapter]) -> list[Page]:
    """One page with a link to each of the others; none where there is no handbook."""
    if not chapters:
        return []
    address = links.HANDBOOK
    listed = tuple(ChapterView(link(links.relative(address, one.address), one.title), one.lead) for one in chapters)
    description = "วิธีกรอกข้อมูล ตรวจ และเผยแพร่เว็บไซต์ผลการประเมิน ITA และความหมายของทุกข้อความแจ้ง"
    return [Page(address, "คู่มือการใช้งาน", description, "handbook.md.jinja", HandbookView(listed), (HANDBOOK,))]


# --- a page as its file has it, for MkDocs

_FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
# What tests are told, in a line of its own.
_NOTE = re.compile(r"^<!-- [^\n]* -->\n+", re.MULTILINE)
# A link from one file of the handbook to another, or to a page of `content/`, as an editor follows it.
_TO_A_FILE = re.compile(r"\]\((\.\./)?(?:[0-9]+-)?([a-z0-9-]+)\.md(#[a-z0-9-]+)?\)")
# A picture that lies beside the pages.
_PICTURE = re.compile(r"(!\[[^]]*\])\(([a-z0-9-]+\.webp)\)")
# A table, below its caption in bold.
_TABLE = re.compile(r"^\*\*([^*\n]+)\*\*\n\n((?:\|.*\|\n)+)", re.MULTILINE)
_CELL = re.compile(r"(?<!\\)\|")
_INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|\[([^]]+)\]\(([^)]+)\)")
_MANY = 3  # columns that a telephone does not show side by side


def as_built(markdown: str) -> str:
    """The Markdown of a file of the handbook with its links and pictures as they lead from where MkDocs reads it, and
    its tables like those of other pages."""
    parts = _FENCED.split(_NOTE.sub("", markdown))
    return "".join(part if number % 2 else _prose(part) for number, part in enumerate(parts))


def _prose(markdown: str) -> str:
    made = _TABLE.sub(lambda found: f"{_table(found[1], found[2])}\n", markdown)
    made = _TO_A_FILE.sub(lambda to: f"](../{to[1] or ''}{to[2]}/index.md{to[3] or ''})", made)
    return _PICTURE.sub(r"\1(../\2){ loading=lazy }", made)


def _table(caption: str, lines: str) -> Markup:
    heads, _, *rows = [_CELL.split(line.strip()[1:-1]) for line in lines.splitlines()]
    columns = [Column(_inline(head)) for head in heads]
    style = "cards" if len(columns) >= _MANY else ""
    return table(_inline(caption), columns, [Row(tuple(map(_inline, row))) for row in rows], style=style)


def _inline(markdown: str) -> Markup:
    """A cell: text, code, bold and links, which lead from the page's own address."""
    found, at = [], 0
    plain = markdown.strip().replace("\\|", "|")
    for one in _INLINE.finditer(plain):
        found.append(text(plain[at : one.start()]))
        code, bold, label, to = one.groups()
        if code:
            found.append(Markup("<code>{}</code>").format(text(code)))
        elif bold:
            found.append(Markup("<strong>{}</strong>").format(text(bold)))
        else:
            found.append(link(re.sub(r"^(?:[0-9]+-)?([a-z0-9-]+)\.md", r"../\1/", to), _inline(label)))
        at = one.end()
    return join([*found, text(plain[at:])])
