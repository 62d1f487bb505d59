"""เอกสารฉบับทางการ: papers as they were issued, with what they contain."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.analysis import Remark, Section
from generator.model.prose import Passage
from generator.model.scores import PrintedDate, PrintedName, Reading
from generator.model.values import Day, Key, Phone, Record, Text, Whole, Year


class Signer(Record):
    """Who signed, in which post; `note` is what stands above the name. A name that cannot be read for sure is left
    out, the post stays."""

    name: Text | None = None
    post: Text | None = None
    note: Text | None = None


class Memo(Record):
    """บันทึกข้อความ: header and body of an official memo."""

    office: Text | None = None
    phone: Phone | None = None
    subject: Text
    to: Text
    body: Passage
    closing: Text | None = None


class RecordKind(StrEnum):
    SCORES = "scores"
    ANALYSIS = "analysis"
    MEASURES = "measures"


class Contained(Record):
    """A record of this site that the paper contains."""

    record: RecordKind
    year: Year


class OfficialDocument(Record):
    """One paper. `kind` is its key in the year and its address. `title` has a line for each printed line. `item` is the
    OIT item it answers, with why where that is inferred, `components` those of its components that somebody found in
    it beside what the pages of its records answer by themselves; `events` what it reports as done, `names` those in it
    that no text of this site holds."""

    kind: Key
    title: Passage
    reading: Reading = Reading.TYPED
    number: Text | None = None
    date: Day | None = None
    revision: Text | None = None
    memo: Memo | None = None
    sections: tuple[Section, ...] = ()
    contains: tuple[Contained, ...] = ()
    item: Text | None = None
    components: tuple[Whole, ...] = ()
    ita_year: Year | None = None
    item_inferred: Text | None = None
    events: tuple[PrintedDate, ...] = ()
    names: tuple[PrintedName, ...] = ()
    signers: tuple[Signer, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def name(self) -> str:
        """Its printed title on one line; a memo's with its subject."""
        lines = " ".join(self.title.plain.split("\n"))
        return f"{lines}: {self.memo.subject}" if self.memo else lines


class Documents(Record):
    """documents.yml: the papers of the folder's year."""

    documents: Annotated[tuple[OfficialDocument, ...], Field(min_length=1)]
