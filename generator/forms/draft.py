"""A data file on its way to its new content: what cells change in it, and which cell every value of it came from."""

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from generator import thai
from generator.forms.fields import Field, NotOffered, Shape
from generator.forms.sheets import Tree
from generator.grids import Cell, Kind
from generator.problems import Problem, Source
from generator.reader.rewrite import Kept, Node
from generator.thai import NotReadable

Path = tuple[str | int, ...]
# What Excel leaves of a long number in a narrow or unformatted cell.
_LOST_DIGITS = re.compile(r"[0-9][.,][0-9]+E\+?[0-9]+", re.IGNORECASE)


@dataclass(frozen=True)
class Change:
    """A value that will change: where it was read, what it is about, its label there, and both texts; an empty one is
    none."""

    source: Source
    about: str
    label: str
    before: str
    after: str


@dataclass
class Draft:
    """`file` is the path below the data folder; `tree` is changed in place, `was` is whether the file is there.
    `cells` are the places of the form by record and path below it."""

    file: str
    tree: Tree
    was: bool = True
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    told: list[Problem] = field(default_factory=list)
    _cells: list[tuple[Tree, Path, Source]] = field(default_factory=list)

    @classmethod
    def of(cls, file: str, tree: Tree | None) -> "Draft":
        return cls(file, copy.deepcopy(tree) if tree else {}, was=tree is not None)

    def put(self, node: Tree, one: Field, cell: Cell | None, what: str = "") -> None:
        """Makes a record say what a cell says; a cell that still shows the old value changes nothing."""
        if cell is None:
            return
        old = at(node, one.path)
        self.remember(node, one.path, cell.source)
        if one.same(cell.text, old):
            return
        if amiss := misfit(cell, one):
            self.problems.append(amiss)
            return
        before = one.show(old)
        if not cell.text.strip():
            drop(node, one.path)
            self.changes.append(Change(cell.source, what, one.label, before, ""))
            return
        try:
            new = one.read(cell.text, old)
        except NotOffered:
            known = ", ".join(one.choices)
            self.problems.append(Problem("form-choice", cell.source, thai.shortened(cell.text), {"known": known}))
            return
        except NotReadable as fault:
            self.problems.append(Problem(fault.code, cell.source, thai.shortened(cell.text)))
            return
        put_at(node, one.path, new)
        self.changes.append(Change(cell.source, what, one.label, before, one.show(new)))

    def remember(self, node: Tree, path: Path, source: Source) -> None:
        """That a value was read from a cell."""
        self._cells.append((node, path, source))

    def taken(self, source: Source, about: str, label: str, before: str) -> None:
        """That something is taken out of the file."""
        self.changes.append(Change(source, about, label, before, ""))

    def places(self) -> dict[Path, Source]:
        """The cell that each value of the finished tree came from, by its path from the root."""
        found = {id(node): path for path, node in _records(self.tree, ())}
        return {(*found[id(node)], *path): source for node, path, source in self._cells if id(node) in found}


@dataclass
class Drafts:
    """The files that an import may change, by their path below the agency's folder; one is opened when asked for."""

    trees: Mapping[str, Tree]
    opened: dict[str, Draft] = field(default_factory=dict)

    def of(self, file: str) -> Draft:
        if file not in self.opened:
            self.opened[file] = Draft.of(file, self.trees.get(file))
        return self.opened[file]

    def says_something(self, file: str) -> bool:
        """Whether a file is there, or will be."""
        draft = self.opened.get(file)
        return bool(draft.tree if draft else self.trees.get(file))


def misfit(cell: Cell, one: Field) -> Problem | None:
    """What is wrong with a cell that cannot be read as it stands."""
    if cell.kind is Kind.FORMULA:
        return Problem("cell-formula", cell.source, thai.shortened(cell.text))
    if cell.kind is Kind.ERROR:
        return Problem("cell-error", cell.source, thai.shortened(cell.text))
    if cell.kind is Kind.DAY and one.shape is not Shape.DAY:
        return Problem("cell-invented-day", cell.source, thai.shortened(cell.text))
    if _LOST_DIGITS.fullmatch(cell.text.strip()):
        return Problem("cell-digits-lost", cell.source, thai.shortened(cell.text))
    return None


def kept(node: Tree, key: str) -> list[Kept]:
    """The list of records under a key, each with its place in the file, so that it can be told from new ones; the list
    is part of the record, and is there from now on."""
    items = node.setdefault(key, [])
    assert isinstance(items, list)  # noqa: S101 -- the record was parsed before
    items[:] = [one if isinstance(one, Kept) else Kept(number, one) for number, one in enumerate(items)]
    return cast("list[Kept]", items)


def record(one: Node | Kept) -> Tree:
    """The record that an item of a list is."""
    value = one.value if isinstance(one, Kept) else one
    assert isinstance(value, dict)  # noqa: S101 -- the record was parsed before
    return value


def entries(node: Tree, key: str) -> list[Tree]:
    """The records of the list under a key; none where there is no such list."""
    items = node.get(key)
    return [record(one) for one in items] if isinstance(items, list) else []


def insert(items: list[Kept], after: Kept | None, value: Tree) -> Kept:
    """A new item after another, or at the end. It has no place in the file: -1."""
    new = Kept(-1, value)
    places = [number for number, one in enumerate(items) if one is after]
    items.insert(places[0] + 1 if places else len(items), new)
    return new


def remove(items: list[Kept], one: Kept) -> None:
    """Takes out this very item: another may say the same."""
    items[:] = [item for item in items if item is not one]


def finished(node: Node) -> Node:
    """The tree as the writer of files wants it: new items plain, records and lists that hold nothing left out."""
    if isinstance(node, dict):
        inner = {key: finished(value) for key, value in node.items()}
        return {key: value for key, value in inner.items() if value not in ({}, [])}
    if isinstance(node, list):
        return [_item(one) for one in node]
    return node


def _item(one: Node | Kept) -> Node | Kept:
    if isinstance(one, Kept):
        value = finished(one.value)
        return value if one.index < 0 else Kept(one.index, value)
    return finished(one)


def at(node: Tree, path: tuple[str, ...]) -> Node | None:
    value: Node | None = node
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def put_at(node: Tree, path: tuple[str, ...], value: Node) -> None:
    for key in path[:-1]:
        inner = node.setdefault(key, {})
        assert isinstance(inner, dict)  # noqa: S101 -- the record was parsed before
        node = inner
    node[path[-1]] = value


def drop(node: Tree, path: tuple[str, ...]) -> None:
    inner = at(node, path[:-1])
    if isinstance(inner, dict):
        inner.pop(path[-1], None)


def _records(node: object, path: Path) -> Iterator[tuple[Path, Tree]]:
    if isinstance(node, Kept):
        yield from _records(node.value, path)
    elif isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from _records(value, (*path, key))
    elif isinstance(node, list):
        for number, item in enumerate(node):
            yield from _records(item, (*path, number))
