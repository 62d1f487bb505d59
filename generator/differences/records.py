"""What differs between two states of the data, as words ready for a report, none of it escaped."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Problem
from generator.thai import FiscalYear


@dataclass(frozen=True)
class Figure:
    """Something that a page shows: what it was and will be. `year` is None for what belongs to no year."""

    year: FiscalYear | None
    subject: str
    before: str
    after: str


@dataclass(frozen=True)
class Changed:
    """A page by its address from the site's root; `onward` is where a vanished one leads now."""

    address: str
    title: str
    onward: str = ""


@dataclass(frozen=True)
class Pages:
    """Pages that are new, that vanish, and whose content is another."""

    new: tuple[Changed, ...] = ()
    gone: tuple[Changed, ...] = ()
    changed: tuple[Changed, ...] = ()

    @property
    def shown(self) -> tuple[Changed, ...]:
        """Those that there will be to look at."""
        return (*self.new, *self.changed)

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed)


@dataclass(frozen=True)
class Named:
    """A finding in words: its code, year, severity, and the values that do not agree."""

    year: FiscalYear
    code: str
    severity: str
    message: str
    values: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class Findings:
    """`opened` are new ones, `closed` those that are there no more, `acknowledged` those that somebody looked at since,
    `lapsed` those whose acknowledgement went."""

    opened: tuple[Named, ...] = ()
    closed: tuple[Named, ...] = ()
    acknowledged: tuple[Named, ...] = ()
    lapsed: tuple[Named, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.opened or self.closed or self.acknowledged or self.lapsed)


@dataclass(frozen=True)
class Files:
    """Attached files that the site will have more, have no more, or have with another content, by address."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.replaced)


@dataclass(frozen=True)
class Held:
    """Why an agency's new data will not be published: problems of its files, open findings by code."""

    problems: bool
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class AgencyChanges:
    """One agency. `new` and `gone` say that its folder is; `unread` that nothing can be compared, because one of the
    two states cannot be read."""

    slug: str
    name: str
    new: bool = False
    gone: bool = False
    unread: bool = False
    held: Held | None = None
    figures: tuple[Figure, ...] = ()
    pages: Pages = Pages()
    findings: Findings = Findings()
    files: Files = Files()

    def __bool__(self) -> bool:
        told = self.new or self.gone or self.unread or self.held
        return bool(told or self.figures or self.pages or self.findings or self.files)


@dataclass(frozen=True)
class Comparison:
    """Everything that a change of the data would change on the published site. `site` are settings of site.yml,
    `portal` the pages of the network itself; `blocked` says that nothing at all can be built."""

    agencies: tuple[AgencyChanges, ...] = ()
    site: tuple[Figure, ...] = ()
    portal: Pages = Pages()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    blocked: bool = False

    @property
    def changed(self) -> tuple[AgencyChanges, ...]:
        return tuple(one for one in self.agencies if one)

    @property
    def same(self) -> bool:
        """Whether the published site stays as it is, and nothing is wrong."""
        return not (self.changed or self.site or self.portal or self.problems or self.blocked)

    @property
    def holds(self) -> bool:
        """Whether something keeps the new data from being published."""
        return self.blocked or bool(self.problems) or any(one.held for one in self.agencies)

    def shown(self) -> Iterator[Changed]:
        """Every page to look at, the portal's first."""
        yield from self.portal.shown
        for one in self.agencies:
            if not one.held:
                yield from one.pages.shown
