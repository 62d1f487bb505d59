"""YAML as a tree of texts with positions.

Every scalar stays text. Anchors, aliases, tags and duplicate keys are refused, depth and size are limited.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml

from generator import thai
from generator.problems import InvalidData, Problem, Source

LARGEST_FILE = 1_000_000
DEEPEST = 12
PREVIEW = 30


class Text(str):
    """A scalar as it is written, and where; `first` is where its first line begins, if it is a block of lines that says
    something."""

    __slots__ = ("first", "source")
    source: Source
    first: Source | None


class Mapping(dict[str, Any]):
    """A mapping, where it begins, and where each of its keys stands."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.keys_at: dict[str, Source] = {}


class Sequence(list[Any]):
    """A list, where it begins, and where each of its items stands."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.items_at: list[Source] = []


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
    if not faults and root is None:
        faults = [Problem("file-empty", Source(file))]
    elif not faults and not isinstance(root, Mapping):
        faults = [Problem("wrong-kind", Source(file), kind_of(root), {"kind": "mapping"})]
    if faults or not isinstance(root, Mapping):
        raise InvalidData(faults)
    return root


def _decode(content: bytes, file: str) -> str:
    if len(content) > LARGEST_FILE:
        raise InvalidData([Problem("file-too-large", Source(file), str(len(content)), {"limit": str(LARGEST_FILE)})])
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidData([Problem("file-utf16", Source(file))])
    # Notepad puts a byte order mark in front of UTF-8; it says nothing and is dropped.
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = content[: fault.start]
        line_start = before.rfind(b"\n") + 1
        source = Source(file, before.count(b"\n") + 1, len(content[line_start : fault.start].decode("utf-8")) + 1)
        line = content[line_start:].split(b"\n", 1)[0]
        preview = line.decode("cp874", errors="replace")
        raise InvalidData([Problem("file-encoding", source, thai.shortened(preview, PREVIEW))]) from None


_SUSPECT = re.compile(
    "(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff])"
    "|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<invisible>[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200c\u200d\u2028\u2029\u2061-\u2065\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff\U0001fffe\U0001ffff\U000e0000-\U0010ffff])"
)
_MOST_SUSPECTS = 20


def _suspect_characters(text: str, file: str) -> Iterator[Problem]:
    """The first characters that nobody can see and that do not belong into a text."""
    for found in islice(_SUSPECT.finditer(text), _MOST_SUSPECTS):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        yield _suspect(found, Source(file, line, column))


def _suspect(found: re.Match[str], source: Source) -> Problem:
    return Problem(f"{found.lastgroup}-character", source, f"U+{ord(found.group()):04X}")


def _build(text: str, file: str) -> tuple[object, list[Problem]]:  # noqa: PLR0912 -- one case per kind of event
    """The tree of the text and what is wrong with it."""
    faults: list[Problem] = []
    stack: list[_Open] = []
    root: object = None
    documents = 0
    lines = text.splitlines()
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
                    # Escapes in quotes bring in what the text itself does not show.
                    faults += [_suspect(found, source) for found in islice(_SUSPECT.finditer(event.value), 1)]
                    node = _scalar(event, source, lines)
                case yaml.AliasEvent():
                    node = _text(f"*{event.anchor}", source)
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


def _scalar(event: yaml.ScalarEvent, source: Source, lines: list[str]) -> Text | None:
    """The text of a scalar; nothing after a key is no value, not an empty text."""
    if event.value == "" and event.implicit[0]:
        return None
    node = _text(event.value, source)
    if event.style == "|" and node.strip():
        # The block's own indentation is what a line of the file has before the same line of the value.
        number, shown = next((number, line) for number, line in enumerate(node.split("\n")) if line.strip())
        indent = len(lines[source.line + number]) - len(shown)
        node.first = Source(source.file, source.line + 1, indent + 1)
    return node


def _text(value: str, source: Source) -> Text:
    node = Text(value)
    node.source = source
    node.first = None
    return node


def _attach(parent: _Open, node: Any, source: Source, faults: list[Problem]) -> None:
    if isinstance(parent.node, Sequence):
        parent.node.append(node)
        parent.node.items_at.append(source)
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
        return Problem("yaml-tag", source, str(event.tag).replace("tag:yaml.org,2002:", "!!"))  # type: ignore[attr-defined]
    return None


def _syntax(fault: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    # What was opened and never closed is to be mended where it was opened.
    unclosed = fault.problem in {"found unexpected end of stream", "found unexpected document indicator"}
    mark: Any = (fault.context_mark if unclosed else None) or fault.problem_mark or fault.context_mark
    source = Source(file, mark.line + 1, mark.column + 1) if mark else Source(file)
    line = text.split("\n")[source.line - 1] if source.line <= text.count("\n") + 1 else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Problem("yaml-tab", Source(file, source.line, line.index("\t") + 1))
    return Problem("yaml-syntax", source, str(fault.problem or fault.context))


def kind_of(value: object) -> str:
    """What a node is, in the words that messages know."""
    return "mapping" if isinstance(value, dict) else "sequence" if isinstance(value, list) else "scalar"
