"""What a content says, wherever its file lies and whatever it is called: so that it can be kept under its hash."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from pydantic import TypeAdapter

from generator.model import AttachedTable
from generator.personal import CODES, Hit

# Faults that only warn.
WARNINGS: Final = frozenset({"excel-number", "attachment-unread"})
# A list of a thousand persons is one mistake.
_MOST: Final = 20


@dataclass(frozen=True)
class Fault:
    """A Problem without its file."""

    code: str
    line: int = 1
    column: int = 1
    found: str = ""
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Examined:
    """What a file holds; see `AttachedFile`."""

    pages: int | None = None
    scanned: bool = False
    tables: tuple[AttachedTable, ...] = ()
    faults: tuple[Fault, ...] = ()


ADAPTER: Final = TypeAdapter(Examined)


def refused(code: str, **details: str) -> Examined:
    """A content of which nothing else is said."""
    return Examined(faults=(Fault(code, details=details),))


def personal_faults(hits: Iterable[tuple[Hit, str, int]]) -> tuple[Fault, ...]:
    """The faults of personal numbers, each with its place in words and its line; one for all of a kind in one place."""
    faults = {(hit.kind, where): Fault(CODES[hit.kind], line, details={"where": where}) for hit, where, line in hits}
    return tuple(faults.values())[:_MOST]
