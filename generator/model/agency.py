"""The agency, who looked at its findings, the site, and what loading returns."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from generator import thai
from generator.model.analysis import Analysis, Section
from generator.model.disclosure import AttachedFile, Disclosure, Disclosures
from generator.model.documents import OfficialDocument
from generator.model.framework import Framework
from generator.model.measures import MeasureSet
from generator.model.scores import ScoreSet
from generator.model.values import (
    Address,
    Colour,
    Day,
    Email,
    Https,
    Key,
    Phone,
    Phrase,
    Printed,
    Record,
    Text,
    Whole,
    Year,
    matching,
    read_as,
)
from generator.problems import NOWHERE, SHOWN, Source
from generator.thai import FiscalYear


class Unit(Record):
    name: Text
    phone: Phone | None = None


class Contact(Record):
    """ช่องทางติดต่อ: only what the agency publishes for its office."""

    address: Text | None = None
    phone: Phone | None = None
    email: Email | None = None
    facebook: Https | None = None
    line: Text | None = None
    map: Https | None = None
    hours: Text | None = None


class Complaints(Record):
    """ช่องทางแจ้งเรื่องร้องเรียน."""

    phone: Phone | None = None
    form: Https | None = None
    email: Email | None = None
    address: Text | None = None
    steps: tuple[Text, ...] = ()
    days: Whole | None = None
    protection: Text | None = None


class Redirect(Record):
    """An address that was published once (`old`) and the one that takes its place, both below the agency's root."""

    old: Address
    new: Address


class EitState(StrEnum):
    BEFORE = "before"
    OPEN = "open"
    CLOSED = "closed"


# A longer address makes a QR code whose modules a telephone cannot tell apart on paper.
LONGEST_LINK = 300


class Eit(Record):
    """The invitation to answer the EIT questionnaire of one ITA year, from its first day to its last, both included."""

    year: Year
    link: Annotated[Https, StringConstraints(max_length=LONGEST_LINK)]
    opens: Day
    closes: Day

    def state(self, day: datetime.date | None) -> EitState | None:
        """How it stands on a day; nobody knows without one."""
        if day is None:
            return None
        if day < self.opens:
            return EitState.BEFORE
        return EitState.CLOSED if day > self.closes else EitState.OPEN


class AgencyProfile(Record):
    """agency.yml. `locality` is the part of the name that an addressee must contain; `aliases` other right names;
    `emblem` a picture in the agency's own folder files/."""

    name: Text
    short_name: Text | None = None
    aliases: tuple[Text, ...] = ()
    locality: Text | None = None
    type: Text
    district: Text | None = None
    province: Text
    main_website: Https | None = None
    contact: Contact = Field(default_factory=Contact)
    complaints: Complaints = Field(default_factory=Complaints)
    units: tuple[Unit, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    eit: Eit | None = None
    notice: Text | None = None
    colour: Colour | None = None
    emblem: Printed | None = None

    @property
    def area(self) -> str:
        """District and province, as far as they are given."""
        return " ".join(part for part in (self.district, self.province) if part)


class AcknowledgementState(StrEnum):
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


class Acknowledgement(Record):
    """Somebody looked at a finding. It holds for exactly the values named; it lapses when they change."""

    code: Text
    fiscal_year: Year
    indicator: Whole | None = None
    item: Text | None = None
    values: tuple[Text, ...]
    state: AcknowledgementState
    reason: Text
    by: Text
    date: Day
    document: Text | None = None


class Acknowledgements(Record):
    acknowledged: tuple[Acknowledgement, ...]


class Layout(StrEnum):
    AGENCY = "agency"
    NETWORK = "network"


class Digits(StrEnum):
    ARABIC = "arabic"
    THAI = "thai"


class Site(Record):
    """site.yml. `official` says whether the site is the agencies' own; `digits` in which script its pages show them;
    `removed` are agencies that left the network for good, whose addresses may vanish."""

    format: Annotated[str, read_as(matching("format-invalid", "1", thai.to_arabic))]
    layout: Layout
    title: Text
    url: Https | None = None
    repository: Https | None = None
    official: bool = Field(default=False)
    digits: Digits = Digits.ARABIC
    removed: tuple[Key, ...] = ()


class LinkCheck(Record):
    """links.yml, which `prongsai links --write` writes: on which day how many addresses were looked at, and how many of
    them lead nowhere."""

    date: Day
    checked: Whole
    broken: Whole


@dataclass(frozen=True)
class AgencyYear:
    """What an agency's folder of one year says; at least one of its files is there. Without scores.yml the score set
    is empty. `unread` are its files that cannot be read: what they hold is not known to be missing."""

    fiscal_year: FiscalYear
    scores: ScoreSet = field(default_factory=ScoreSet)
    analysis: Analysis | None = None
    measures: MeasureSet | None = None
    documents: tuple[OfficialDocument, ...] = ()
    disclosures: Disclosures | None = None
    files: tuple[AttachedFile, ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def has_scores(self) -> bool:
        return self.scores.source is not NOWHERE

    def disclosed(self) -> tuple[Disclosure, ...]:
        """Its answers to items, in the order of its file."""
        return self.disclosures.items if self.disclosures else ()

    def sections(self) -> tuple[Section, ...]:
        """Every section of its files: of the analysis, of the measures, of the documents."""
        analysis = self.analysis.sections if self.analysis else ()
        measures = (*self.measures.introduction, *self.measures.conclusion) if self.measures else ()
        return (*analysis, *measures, *(section for document in self.documents for section in document.sections))

    def starts(self) -> Iterator[Source]:
        """Where each of its sections, entries, measures and documents begins."""
        for section in self.sections():
            yield section.source
            yield from (entry.source for entry in section.indicators)
        yield from (measure.source for measure in (self.measures.measures if self.measures else ()))
        yield from (document.source for document in self.documents)

    @property
    def assessed(self) -> FiscalYear:
        """The year of the result that the measures of this year follow from."""
        return (self.measures and self.measures.assessed) or self.fiscal_year.before()


@dataclass(frozen=True)
class Agency:
    """One agency with its years, oldest first."""

    slug: str
    profile: AgencyProfile
    years: tuple[AgencyYear, ...]
    acknowledgements: tuple[Acknowledgement, ...] = ()
    locked: tuple[Phrase, ...] = ()  # the addresses of urls.lock
    emblem: AttachedFile | None = None

    @property
    def name(self) -> str:
        return self.profile.name

    def framework_years(self) -> dict[FiscalYear, Source]:
        """The years whose rules its files need, in order, each with what needs it: a folder of that year, measures
        that follow from its result, or a document that answers one of its items."""
        needed = {entry.assessed: entry.measures.source for entry in reversed(self.years) if entry.measures}
        needed |= {year: document.source for year, document in self.answering()}
        needed |= {entry.fiscal_year: Source(f"{SHOWN}/{self.slug}/{entry.fiscal_year}") for entry in self.years}
        return dict(sorted(needed.items()))

    def answering(self) -> Iterator[tuple[FiscalYear, OfficialDocument]]:
        """Its documents that answer an item, each with the ITA year."""
        for entry in self.years:
            for document in entry.documents:
                if document.item:
                    yield document.ita_year or entry.fiscal_year, document

    @property
    def disclosed_years(self) -> tuple[FiscalYear, ...]:
        """The ITA years that it answers items of, oldest first."""
        own = {entry.fiscal_year for entry in self.years if entry.disclosures}
        return tuple(sorted(own | {year for year, _ in self.answering()}))

    @property
    def scored(self) -> tuple[AgencyYear, ...]:
        """The years that have a result, oldest first."""
        return tuple(year for year in self.years if year.has_scores)


@dataclass(frozen=True)
class Dataset:
    """Checked input: the site, its agencies by slug, the frameworks of their years, those of the years before, where
    an item of theirs may have had another number, and when the links were looked at last."""

    site: Site
    agencies: tuple[Agency, ...]
    frameworks: dict[FiscalYear, Framework]
    earlier: dict[FiscalYear, Framework] = field(default_factory=dict)
    links: LinkCheck | None = None
