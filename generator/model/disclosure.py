"""การเปิดเผยข้อมูลสาธารณะ (OIT): how an agency answers the items of one ITA year, and the files it attaches."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from generator.model.prose import Passage
from generator.model.values import Address, Day, Https, ItemCode, Record, Text, Whole, Year
from generator.problems import Source


class Annex(Record):
    """A document under another one: a file of the folder files/, or a link."""

    file: Text | None = None
    link: Https | None = None
    title: Text
    published: Day | None = None
    note: Text | None = None


class Evidence(Record):
    """What answers components of an item: a page of this site (its address below the agency's root), a file of the
    folder files/, or a link; exactly one of them.

    `components` are the numbers, from 1, of those that it covers, `whole` says all; `pages` gives for a component the
    page of a PDF where it stands. `year` is the fiscal year it is about, `until` the last one of a term of years,
    `first_half` says that it is about the first six months. `draft` says that nobody has signed it yet; `summary` is
    what a scanned file says, for those who cannot read pictures; `format` what a link leads to.
    """

    page: Address | None = None
    file: Text | None = None
    link: Https | None = None
    title: Text
    format: Text | None = None
    published: Day | None = None
    year: Year | None = None
    until: Year | None = None
    first_half: bool = False
    components: tuple[Whole, ...] = ()
    pages: dict[Whole, Whole] = Field(default_factory=dict)
    whole: bool = False
    draft: bool = False
    summary: Passage | None = None
    note: Text | None = None
    annexes: tuple[Annex, ...] = ()

    def covered(self, count: int) -> frozenset[int]:
        """The components of an item with `count` of them that it covers; where there is one only, that one."""
        if self.whole or (count == 1 and not self.components and not self.pages):
            return frozenset(range(1, count + 1))
        return frozenset({*self.components, *self.pages})


class Nothing(Record):
    """Nothing of what the item asks for occurred; `date` is the day on which that was so."""

    date: Day
    note: Text | None = None


class Credit(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class OfficialResult(Record):
    """What the assessor decided about an item, why, and what the agency answered (คำชี้แจง)."""

    credit: Credit
    reason: Passage | None = None
    clarification: Passage | None = None
    date: Day | None = None


class Disclosure(Record):
    """The agency's answer to one item. `path` are the clicks from the main website to it, in words; `redirects` old
    addresses below the agency's root that lead to its page."""

    item: ItemCode
    unit: Text | None = None
    evidence: tuple[Evidence, ...] = ()
    nothing: Nothing | None = None
    exempt: Text | None = None
    path: tuple[Text, ...] = ()
    result: OfficialResult | None = None
    redirects: tuple[Address, ...] = ()


class Disclosures(Record):
    """disclosure.yml: the answers to the items of the folder's ITA year. `due` is the agency's own last day, `path` the
    clicks from the main website to the year's list."""

    due: Day | None = None
    path: tuple[Text, ...] = ()
    items: Annotated[tuple[Disclosure, ...], Field(min_length=1)]


class FileKind(StrEnum):
    """A kind of file that may be attached, by its content."""

    PDF = "pdf"
    XLSX = "xlsx"
    DOCX = "docx"
    CSV = "csv"
    PNG = "png"
    JPG = "jpg"


@dataclass(frozen=True)
class AttachedTable:
    """A sheet of an attached workbook, or an attached CSV: its cells as text, row by row; `cut` says that there are
    more than these."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    cut: bool = False


@dataclass(frozen=True)
class AttachedFile:
    """A file of the folder files/ of one year. `name` as in the folder, in one normal form of Thai; `digest` is its
    SHA-256, `pages` those of a PDF; `scanned` says that none of them holds text."""

    name: str
    path: Path
    source: Source
    kind: FileKind
    size: int
    digest: str
    pages: int | None = None
    scanned: bool = False
    tables: tuple[AttachedTable, ...] = ()
