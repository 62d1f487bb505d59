"""Reads YAML as a tree of texts with positions, and turns the tree into a record.

Every scalar stays text: `0737202200` is a phone number, `2567-02-29` a date of the Buddhist era. Anchors, aliases,
tags and duplicate keys are refused, depth and size are limited, and all faults are reported at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model import Record
from generator.problems import InvalidData, Problem, Source, nearest

LARGEST_FILE = 1_000_000
DEEPEST = 12
_PREVIEW = 30

R = TypeVar("R", bound=Record)


class Text(str):
    """A scalar as it is written, and where."""

    __slots__ = ("source",)
    source: Source


class Mapping(dict[str, Any]):
    """A mapping, where it begins, and where each of its keys stands."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.keys_at: dict[str, Source] = {}


class Sequence(list[Any]):
    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source


@dataclass
class _Open:
    """A collection that is being read; `key` waits for its value."""

    node: Mapping | Sequence
    key: Text | None = None


def read(content: bytes, file: str) -> Mapping:
    """The mapping that a file holds. Raises InvalidData with every Problem of the file's text."""
    text = _decode(content, file)
    if faults := [*_suspect_characters(text, file)]:
        raise InvalidData(faults)
    root, faults = _build(text, file)
    if not faults and not isinstance(root, Mapping):
        faults = (
            [_wrong_kind(root, Source(file), Record)] if root is not None else [Problem("file-empty", Source(file))]
        )
    if faults or not isinstance(root, Mapping):
        raise InvalidData(faults)
    return root


def _decode(content: bytes, file: str) -> str:
    if len(content) > LARGEST_FILE:
        raise InvalidData([Problem("file-too-large", Source(file), str(len(content)), {"limit": str(LARGEST_FILE)})])
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidData([Problem("file-utf16", Source(file))])
    try:
        # Notepad puts a byte order mark in front of UTF-8; it says nothing and is dropped.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = content[: fault.start]
        line_start = before.rfind(b"\n") + 1
        source = Source(file, before.count(b"\n") + 1, len(content[line_start : fault.start].decode("utf-8")) + 1)
        line = content[line_start:].split(b"\n", 1)[0]
        preview = line.decode("cp874", errors="replace").strip()[:_PREVIEW]
        raise InvalidData([Problem("file-encoding", source, preview)]) from None


_SUSPECT = re.compile(
    "(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff])"
    "|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<invisible>[\u200c\u200d\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000e0000-\U000e0fff])"
)


def _suspect_characters(text: str, file: str) -> Iterator[Problem]:
    for found in _SUSPECT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        yield Problem(f"{found.lastgroup}-character", Source(file, line, column), f"U+{ord(found.group()):04X}")


def _build(text: str, file: str) -> tuple[object, list[Problem]]:  # noqa: PLR0912 -- one case per kind of event
    """The tree of the text and what is wrong with it."""
    faults: list[Problem] = []
    stack: list[_Open] = []
    root: object = None
    documents = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            mark: Any = event.start_mark
            source = Source(file, mark.line + 1, mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    faults.append(Problem("yaml-documents", source))
                    break
                continue
            if isinstance(event, yaml.NodeEvent) and (fault := _forbidden(event, source)):
                faults.append(fault)
            node: Any
            match event:
                case yaml.MappingStartEvent():
                    node = Mapping(source)
                case yaml.SequenceStartEvent():
                    node = Sequence(source)
                case yaml.ScalarEvent():
                    node = _scalar(event, source)
                case yaml.AliasEvent():
                    node = None
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    stack.pop()
                    continue
                case _:
                    continue
            if stack:
                _attach(stack[-1], node, source, faults)
            else:
                root = node
            if isinstance(node, Mapping | Sequence):
                stack.append(_Open(node))
                if len(stack) > DEEPEST:
                    faults.append(Problem("too-deep", source, details={"limit": str(DEEPEST)}))
                    break
    except yaml.MarkedYAMLError as fault:
        faults.append(_syntax(fault, text, file))
    return root, faults


def _scalar(event: yaml.ScalarEvent, source: Source) -> Text | None:
    """The text of a scalar; nothing after a key is no value, not an empty text."""
    if event.value == "" and event.implicit[0]:
        return None
    node = Text(event.value)
    node.source = source
    return node


def _attach(parent: _Open, node: Any, source: Source, faults: list[Problem]) -> None:
    if isinstance(parent.node, Sequence):
        parent.node.append(node)
        return
    if parent.key is None:
        if isinstance(node, Text):
            parent.key = node
            if node in parent.node.keys_at:
                details = {"first": str(parent.node.keys_at[node].line)}
                faults.append(Problem("duplicate-key", source, str(node), details))
        else:
            faults.append(Problem("yaml-syntax", source, "key-not-text"))
            parent.key = Text()
        return
    parent.node.keys_at.setdefault(str(parent.key), getattr(parent.key, "source", source))
    parent.node.setdefault(str(parent.key), node)
    parent.key = None


def _forbidden(event: yaml.NodeEvent, source: Source) -> Problem | None:
    if isinstance(event, yaml.AliasEvent):
        return Problem("yaml-alias", source, f"*{event.anchor}")
    if event.anchor:
        return Problem("yaml-alias", source, f"&{event.anchor}")
    if getattr(event, "tag", None):
        return Problem("yaml-tag", source, str(event.tag))  # type: ignore[attr-defined]
    return None


def _syntax(fault: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    mark: Any = fault.problem_mark or fault.context_mark
    source = Source(file, mark.line + 1, mark.column + 1) if mark else Source(file)
    line = text.split("\n")[source.line - 1] if source.line <= text.count("\n") + 1 else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Problem("yaml-tab", Source(file, source.line, line.index("\t") + 1))
    return Problem("yaml-syntax", source, str(fault.problem or fault.context))


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
    return line if len(line) <= _PREVIEW else f"{line[:_PREVIEW]}…"


def _wrong_kind(value: object, source: Source, expected: object) -> Problem:
    found = "mapping" if isinstance(value, dict) else "sequence" if isinstance(value, list) else "scalar"
    origin = get_origin(expected)
    if origin is dict or (isinstance(expected, type) and issubclass(expected, Record)):
        wanted = "mapping"
    else:
        wanted = "sequence" if origin is tuple else "scalar"
    return Problem("wrong-kind", source, found, {"kind": wanted})


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
