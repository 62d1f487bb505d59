"""Lists to browse: one list, the same entries grouped by whatever a reader looks for, and links to the groups.

The groups and their links work without scripts; a script turns them into filters of the list, which read what each
entry says about itself from its `data-` attributes.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import markup
from generator.markup import join, text

Keys = Mapping[str, str]


@dataclass(frozen=True)
class Dimension:
    """What entries are grouped by: its anchor and name, the order of its keys; `hashed` where no key can be read in an
    anchor."""

    name: str
    label: str
    order: Callable[[str], tuple[int, str]]
    hashed: bool = False


@dataclass(frozen=True)
class Entry:
    """One entry of a list: for each dimension its keys, each with what is shown for it; how it stands in a group (an
    item) and in the list (what is inside its item)."""

    keys: Mapping[str, Keys]
    line: Markup
    shown: Markup


@dataclass(frozen=True)
class Group:
    key: str
    anchor: Markup
    label: str
    count: str
    items: tuple[Markup, ...]


@dataclass(frozen=True)
class GroupsView:
    anchor: Markup
    label: str
    groups: tuple[Group, ...]


def groups(dimension: Dimension, entries: Iterable[Entry], unit: str) -> tuple[Group, ...]:
    """The groups of one dimension with their entries in the order of the list; `unit` is what is counted."""
    members: dict[str, list[Entry]] = {}
    labels: dict[str, str] = {}
    for entry in entries:
        for key, label in entry.keys[dimension.name].items():
            members.setdefault(key, []).append(entry)
            labels.setdefault(key, label)
    return tuple(
        Group(
            key,
            anchor(dimension, key),
            labels[key],
            f"{len(members[key])} {unit}",
            tuple(one.line for one in members[key]),
        )
        for key in sorted(members, key=dimension.order)
    )


def anchor(dimension: Dimension, key: str) -> Markup:
    """ASCII and lasting: a name by its hash, not by its place in the list."""
    plain = key.lower()
    if dimension.hashed or not re.fullmatch("[a-z0-9-]+", plain):
        plain = hashlib.sha256(key.encode()).hexdigest()[:8]
    return markup.anchor(f"{dimension.name}-{plain}")


def filters(dimension: Dimension, found: Iterable[Group]) -> Markup:
    """The groups of a dimension as links to their lists, with counts."""
    shown = [
        Markup('<li><a href="#{}" data-key="{}">{}</a> <small>{}</small></li>').format(
            one.anchor, text(one.key), text(one.label), text(one.count)
        )
        for one in found
    ]
    return Markup('<div class="filter"><p class="label">{}</p><ul>{}</ul></div>').format(
        text(dimension.label), join(shown)
    )


def item(dimensions: Sequence[Dimension], entry: Entry) -> Markup:
    """An entry of the list with its keys for the script; a stroke divides them."""
    keys = join(
        [
            Markup(' data-{}="{}"').format(markup.anchor(one.name), text("|".join(entry.keys[one.name])))
            for one in dimensions
        ]
    )
    return Markup("<li{}>{}</li>").format(keys, entry.shown)
