"""What the self-check finds."""

from dataclasses import dataclass
from enum import StrEnum

from generator.problems import Source
from generator.thai import FiscalYear


class Weight(StrEnum):
    """broken: nobody gets there; look: a person has to open it, a program may not; mend: it works, and should be
    written otherwise."""

    BROKEN = "broken"
    LOOK = "look"
    MEND = "mend"


@dataclass(frozen=True)
class Verdict:
    """What came of one address: a stable kind, and a detail for its words (a status, another address)."""

    kind: str
    detail: str = ""


# Every kind but `good`, which is never told.
WEIGHTS = {
    # of the built site
    "page-gone": Weight.BROKEN,
    "anchor-gone": Weight.BROKEN,
    "lock-gone": Weight.BROKEN,
    "file-kind": Weight.BROKEN,
    "file-html": Weight.BROKEN,
    # of the data
    "eit-over": Weight.MEND,
    "due-over": Weight.MEND,
    # of other sites
    "gone": Weight.BROKEN,
    "status": Weight.BROKEN,
    "server": Weight.BROKEN,
    "unreachable": Weight.BROKEN,
    "slow": Weight.BROKEN,
    "certificate": Weight.BROKEN,
    "private": Weight.BROKEN,
    "circle": Weight.BROKEN,
    "not-https": Weight.BROKEN,
    "login": Weight.BROKEN,
    "shared": Weight.BROKEN,
    "form-closed": Weight.BROKEN,
    "html-for-file": Weight.BROKEN,
    "not-pdf": Weight.BROKEN,
    "says-gone": Weight.BROKEN,
    "to-home": Weight.BROKEN,
    "empty": Weight.BROKEN,
    "refused": Weight.LOOK,
    "moved": Weight.MEND,
}


@dataclass(frozen=True)
class Fault:
    """One thing to do: what it is about (in words), where the address stands, the address, and what came of it."""

    agency: str
    about: str
    source: Source
    address: str
    verdict: Verdict
    year: FiscalYear | None = None
    item: str = ""

    @property
    def weight(self) -> Weight:
        return WEIGHTS[self.verdict.kind]


@dataclass(frozen=True)
class Checked:
    """How many addresses were looked at, how many were left out because one host has too many, and the faults."""

    count: int
    left: int
    faults: tuple[Fault, ...]

    @property
    def broken(self) -> int:
        """Addresses, not the places that name them."""
        return len({one.address for one in self.faults if one.weight is Weight.BROKEN})
