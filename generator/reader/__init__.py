"""Reads YAML as a tree of texts with positions (`tree`), and turns the tree into a record.

`0737202200` is a phone number and `2567-02-29` a date of the Buddhist era: only the field that a text stands in knows
what it means. All faults are reported at once, each at its own place.
"""

from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model import Record
from generator.problems import InvalidData, Problem, Source, nearest
from generator.reader.tree import DEEPEST, LARGEST_FILE, PREVIEW, Mapping, Sequence, Text, kind_of, read

__all__ = ["DEEPEST", "LARGEST_FILE", "Mapping", "Sequence", "Text", "parse", "read"]

R = TypeVar("R", bound=Record)


def parse(tree: Mapping, model: type[R]) -> R:
    """The record that the tree says. Raises InvalidData with every Problem, each at its own place."""
    try:
        return model.model_validate(tree)
    except ValidationError as invalid:
        raise InvalidData(_problem(error, tree, model) for error in invalid.errors(include_url=False)) from None


def _problem(error: ErrorDetails, tree: Mapping, model: type[Record]) -> Problem:  # noqa: PLR0911 -- one return per kind
    location = tuple(part for part in error["loc"] if part != "[key]")
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    source = _where(tree, location)
    found = _shown(value)
    match kind:
        case "extra_forbidden":
            return _unknown_key(str(location[-1]), _key(tree, location), _fields(model, location[:-1]))
        case "unknown-key":
            return _unknown_key(context["key"], _key(tree, (*location, context["key"])), _fields(model, location))
        case "missing":
            return Problem("missing-key", _where(tree, location[:-1]), details={"name": str(location[-1])})
        case "enum":
            return Problem(
                "invalid-choice", source, found, {"known": context["expected"].replace(" or ", ", ").replace("'", "")}
            )
        case "string_too_long":
            return Problem("text-too-long", source, found, {"limit": str(context["max_length"])})
        case "bool_parsing":
            return Problem("invalid-choice", source, found, {"known": "true, false"})
        case _ if value is None or kind == "string_too_short":
            return Problem("empty-value", source)
        case _ if "reading" in context:
            return Problem(kind, source, found, {"reading": context["reading"]})
    return _wrong_kind(value, source, _expected_type(model, location))


def _where(tree: Mapping, location: tuple[int | str, ...]) -> Source:
    """Where the value at `location` stands; where there is none, or it is a collection, its key."""
    node: Any = tree
    source = tree.source
    for part in location:
        if isinstance(node, Mapping) and part in node:
            source = node.keys_at[str(part)]
        elif not isinstance(node, Sequence) or not isinstance(part, int):
            break
        node = node[part]
        if isinstance(node, Text) or isinstance(part, int):
            source = getattr(node, "source", source)
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
    line = " ".join(value.split())
    return line if len(line) <= PREVIEW else f"{line[:PREVIEW]}…"


def _wrong_kind(value: object, source: Source, expected: object) -> Problem:
    origin = get_origin(expected)
    if origin is dict or (isinstance(expected, type) and issubclass(expected, Record)):
        wanted = "mapping"
    else:
        wanted = "sequence" if origin is tuple else "scalar"
    return Problem("wrong-kind", source, kind_of(value), {"kind": wanted})


def _unknown_key(key: str, source: Source, known: list[str]) -> Problem:
    return Problem("unknown-key", source, key, {"known": ", ".join(known), "guess": nearest(key, known)})


def _fields(model: type[Record], location: tuple[int | str, ...]) -> list[str]:
    expected = _expected_type(model, location)
    if isinstance(expected, type) and issubclass(expected, Record):
        return [name for name in expected.model_fields if name != "source"]
    return []


def _expected_type(model: type[Record], location: tuple[int | str, ...]) -> object:
    """The type that the model wants at `location`."""
    expected: object = model
    for part in location:
        if isinstance(expected, type) and issubclass(expected, Record) and part in expected.model_fields:
            expected = _bare(expected.model_fields[str(part)].annotation)
        elif get_origin(expected) is tuple:
            expected = _bare(get_args(expected)[0])
        elif get_origin(expected) is dict:
            expected = _bare(get_args(expected)[1])
        else:
            return None
    return expected


def _bare(annotation: object) -> object:
    """The annotation without Annotated and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(option for option in get_args(annotation) if option is not NoneType))
    return annotation
