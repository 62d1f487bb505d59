"""The list of the handbook's pages, which the product's own site has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.markup import link
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
