"""The content that a file is to have, and which items of its lists are items that the file has already."""

import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from generator.reader.layout import Plain, Spot


@dataclass(frozen=True)
class Kept:
    """An item of a list that was item `index` of the file's list, with its wanted content.

    What is inside an item may say Kept too, if all around it that are items of lists do.
    """

    index: int
    value: "Node"


Node: TypeAlias = str | Kept | list["Node"] | dict[str, "Node"]


def matched(spot: Spot, items: list[Node]) -> list[int | None]:
    """Which item of the file's list each item is: those that say so, those that are equal, and then by their place."""
    before = [json.dumps(entry.value.plain, sort_keys=True) for entry in spot.entries]
    wanted = [json.dumps(resolved(item), sort_keys=True) for item in items]
    places: list[int | None] = [item.index if isinstance(item, Kept) else None for item in items]
    said = [place for place in places if place is not None]
    if len({*said}) < len(said) or not {*said} <= {*range(len(before))}:
        raise ValueError("a Kept names an item twice, or one that is not in the file")
    operations = [] if said else _operations(before, wanted)
    for kind, start, stop, first, last in operations:
        if kind == "equal":
            places[first:last] = range(start, stop)
    for number, text in enumerate(wanted):
        if places[number] is None:
            places[number] = next((at for at, one in enumerate(before) if one == text and at not in places), None)
    for kind, start, stop, first, last in operations:
        if kind == "replace":
            for at, number in zip(range(start, stop), range(first, last), strict=False):
                if places[number] is None and at not in places:
                    places[number] = at
    return places


def _operations(before: list[str], wanted: list[str]) -> list[tuple[str, int, int, int, int]]:
    """What is equal and what is not; equal ends come first, or a list that repeats itself is matched across."""
    shorter = min(len(before), len(wanted))
    front = next((at for at in range(shorter) if before[at] != wanted[at]), shorter)
    back = next((at for at in range(shorter - front) if before[~at] != wanted[~at]), shorter - front)
    stop, last = len(before) - back, len(wanted) - back
    middle = SequenceMatcher(None, before[front:stop], wanted[front:last], autojunk=False).get_opcodes()
    return [
        ("equal", 0, front, 0, front),
        *((kind, one + front, two + front, three + front, four + front) for kind, one, two, three, four in middle),
        ("equal", stop, len(before), last, len(wanted)),
    ]


def resolved(node: Node) -> Plain:
    """What is wanted, without what is said about where it was."""
    if isinstance(node, Kept):
        return resolved(node.value)
    if isinstance(node, dict):
        return {name: resolved(one) for name, one in node.items()}
    if isinstance(node, list):
        if not node:
            raise ValueError("an empty list cannot be written: leave its key out")
        return [resolved(one) for one in node]
    return node


def moves(node: Node) -> bool:
    """Whether an item is to stand somewhere else than it does."""
    if isinstance(node, dict):
        return any(map(moves, node.values()))
    if isinstance(node, list):
        return any((isinstance(one, Kept) and one.index != at) or moves(one) for at, one in enumerate(node))
    return isinstance(node, Kept) and moves(node.value)


def nothing_kept(node: Node) -> None:
    """Raises ValueError for a Kept in what is new."""
    if isinstance(node, Kept):
        raise ValueError("a Kept of an item that is not in the file")  # noqa: TRY004 -- its type is right
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        nothing_kept(one)
