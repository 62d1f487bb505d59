"""Names of agencies: in one form, by their kind, and those that nobody knows."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator import thai
from generator.grids import Cell
from generator.recognise.names import key
from generator.recognise.outcome import Confirmation

_ALIKE: Final = 0.75
_ASKED: Final = 30
_NAMED: Final = 10  # of the agencies that are not ours
# Abbreviations of the kinds of local government, at the beginning of a name.
KINDS: Final = (
    ("อบต.", "องค์การบริหารส่วนตำบล"),
    ("อบจ.", "องค์การบริหารส่วนจังหวัด"),
    ("ทต.", "เทศบาลตำบล"),
    ("ทม.", "เทศบาลเมือง"),
    ("ทน.", "เทศบาลนคร"),
)


def strangers_told(cells: Sequence[Cell], agencies: Mapping[str, str]) -> Iterator[Confirmation]:
    """One by one those that are spelled almost like an agency of ours, of the same kind; the others all at once."""
    by_kind: dict[str, dict[str, str]] = {}
    for name in agencies:
        kind, rest = parted(name)
        by_kind.setdefault(kind, {}).setdefault(rest, name)
    others = []
    asked = 0
    for cell in cells:
        kind, rest = parted(cell.text)
        wanted = by_kind.get(kind, {}) if asked < _ASKED else {}
        near = difflib.get_close_matches(rest, wanted, n=1, cutoff=_ALIKE)
        if near:
            asked += 1
            yield Confirmation("agency-unknown", cell, {"guess": by_kind[kind][near[0]]})
        else:
            others.append(cell)
    if others:
        names = ", ".join(thai.shortened(cell.text) for cell in others[:_NAMED])
        names += " …" if len(others) > _NAMED else ""
        yield Confirmation("agencies-left-out", others[0], {"count": str(len(others)), "names": names})


def parted(text: str) -> tuple[str, str]:
    """A name as its kind and the rest."""
    name = plain_name(text)
    kind = next((whole for _, whole in KINDS if name.startswith(whole)), "")
    return kind, name.removeprefix(kind)


def plain_name(text: str) -> str:
    """A name of an agency without spaces, its kind in full."""
    compact = key(text)
    for short_kind, whole in KINDS:
        if compact.startswith(short_kind):
            return whole + compact.removeprefix(short_kind)
    return compact
