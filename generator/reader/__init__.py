"""Reads YAML as a tree of texts with positions (`tree`), turns the tree into a record, and changes a file in place
(`rewrite`).

`0737202200` is a phone number and `2567-02-29` a date of the Buddhist era: only the field that a text stands in knows
what it means. All faults are reported at once, each at its own place.

Modules from the top: rewrite; wanted, written; layout; shapes, tree.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator import thai
from generator.model import KEY_SOURCE, LONGEST_TEXT, Record
from generator.problems import InvalidData, Problem, Source, nearest
from generator.reader.shapes import expected_type, fields
from generator.reader.tree import DEEPEST, LARGEST_FILE, PREVIEW, Mapping, Sequence, Text, kind_of, read

__all__ = ["DEEPEST", "LARGEST_FILE", "Mapping", "Sequence", "Text", "parse", "read"]

R = TypeVar("R", bound=Record)


def parse(tree: Mapping, model: type[R]) -> R:
    """The record that the tree says. Raises InvalidData with every Problem, each at its own place."""
    # An optional key that is there wants a value too: whoever left it blank meant to come back.
    empty = list(_empty(tree))
    try:
        record = model.model_validate(tree)
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False)
        faulty = {error["loc"][:end] for error in errors for end in range(len(error["loc"]))}
        # pydantic counts the good items: a list whose items are all faulty is not also too short
        errors = [error for error in errors if error["type"] != "too_short" or error["loc"] not in faulty]
        raise InvalidData([*empty, *(_problem(error, tree, model) for error in errors)]) from None
    if empty:
        raise InvalidData(empty)
    return record


def _empty(node: object) -> Iterator[Problem]:
    """The keys that nothing stands behind."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if value is None:
                yield Problem("empty-value", node.keys_at[key])
            yield from _empty(value)
    elif isinstance(node, Sequence):
        for item in node:
            yield from _empty(item)


def _problem(error: ErrorDetails, tree: Mapping, model: type[Record]) -> Problem:  # noqa: PLR0911 -- one per kind
    location, of_key = _location(tree, error["loc"])
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    source = _key(tree, location) if of_key else _where(tree, location)
    match kind:
        case "extra_forbidden":
            known = fields(expected_type(model, location[:-1]))
            details = {"known": ", ".join(known), "guess": nearest(str(location[-1]), known)}
            return Problem("unknown-key", _key(tree, location), str(location[-1]), details)
        case "missing":
            return Problem("missing-key", _where(tree, location[:-1]), details={"name": str(location[-1])})
        case _ if value is None or kind in {"too_short", "string_too_short"}:
            return Problem("empty-value", source)
        case _ if kind in {"too_long", "string_too_long"}:
            return Problem("text-too-long", source, _shown(value), {"limit": str(context["max_length"])})
        case "enum" | "bool_parsing" if isinstance(value, str):
            known = str(context.get("expected", "true, false")).replace(" or ", ", ").replace("'", "").split(", ")
            details = {"known": ", ".join(known), "guess": nearest(value, known)}
            return Problem("invalid-choice", source, _shown(value), details)
        case _ if isinstance(value, str) and "reading" in context:
            reading = str(context["reading"])
            if isinstance(value, Text) and value.first:
                source = _line(value, value.first, context["line"])
            details = {"reading": reading, "guess": reading, "limit": str(LONGEST_TEXT)}
            return Problem(kind, source, _shown(value), details)
    return _wrong_kind(value, source, expected_type(model, location))


def _line(value: Text, first: Source, number: int) -> Source:
    """Where a line of a block of lines begins to say something."""
    line = value.split("\n")[number]
    return replace(first, line=first.line + number, column=first.column + len(line) - len(line.lstrip()))


def _location(tree: Mapping, parts: tuple[int | str, ...]) -> tuple[tuple[int | str, ...], bool]:
    """The place that an error names, and whether it is about a key: pydantic then adds a part of its own.

    A key `source` reaches pydantic under another name (see `Record`).
    """
    location: list[int | str] = []
    node: Any = tree
    for part in parts:
        if isinstance(node, Mapping) and isinstance(part, str):
            if part == "[key]" and part not in node:
                return tuple(location), True
            name: int | str = "source" if part == KEY_SOURCE else part
        elif part == "[key]":
            return tuple(location), True
        else:
            name = part
        location.append(name)
        inside = isinstance(node, Mapping) and name in node
        node = node[name] if inside or (isinstance(node, Sequence) and isinstance(name, int)) else None
    return tuple(location), False


def _where(tree: Mapping, location: tuple[int | str, ...]) -> Source:
    """Where the value at `location` stands; where there is none, or it is a mapping or list under a key, its key."""
    node: Any = tree
    source = tree.source
    for part in location:
        if isinstance(node, Mapping) and part in node:
            source, node = node.keys_at[str(part)], node[str(part)]
            source = node.source if isinstance(node, Text) else source
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node):
            source, node = node.items_at[part], node[part]
        else:
            break
    return source


def _key(tree: Mapping, location: tuple[int | str, ...]) -> Source:
    """Where the key stands that ends `location`."""
    node: Any = tree
    for part in location[:-1]:
        node = node[part]
    place: Source = node.keys_at[str(location[-1])]
    return place


def _shown(value: object) -> str:
    """A scalar for a message, one line, cut short."""
    if not isinstance(value, str):
        return ""
    return thai.shortened(value, PREVIEW)


def _wrong_kind(value: object, source: Source, expected: object) -> Problem:
    origin = get_origin(expected)
    if origin is dict or (isinstance(expected, type) and issubclass(expected, Record)):
        wanted = "mapping"
    else:
        wanted = "sequence" if origin is tuple else "scalar"
    return Problem("wrong-kind", source, kind_of(value), {"kind": wanted})
