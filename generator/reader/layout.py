"""Where everything of a YAML text stands: the spans of values, entries, and the comment lines that belong to them.

Positions count characters of the text, whose lines end in a line feed, the last one too. A comment belongs to the entry
that stands directly below it at the same indentation; one that is indented deeper than the entry above it belongs to
that one. What stands at the very top of the file belongs to no entry.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(slots=True)
class Spot:
    """A value: a block collection from its first entry's comments to the end of its last line, others as written.

    `style` is `""` for a plain scalar, a quote, `|` or `>`, `{` for a flow collection and `-` for one of blocks;
    `column` is that of the entries of a block collection, `within` says that the first of them stands on a line that
    something else began.
    """

    start: int
    end: int
    style: str
    plain: Plain
    column: int = 0
    within: bool = False
    entries: list["Entry"] = field(default_factory=list)

    @property
    def absent(self) -> bool:
        """Nothing stands behind the key or dash."""
        return self.style == "" and self.plain == ""


@dataclass(slots=True)
class Entry:
    """An item, or a key with its value.

    It runs from `lead` (its comment lines) or `start` (its key or dash) to `stop`; its value and the rest of that line
    end at `own`, what follows are comments. `after` is where the text behind the colon or dash begins, -1 where there
    is no plain one. Of an entry of a flow collection there is no more than `start` and its value.
    """

    key: str
    start: int
    value: Spot
    after: int = -1
    lead: int = 0
    own: int = 0
    stop: int = 0


def laid_out(text: str) -> Spot:
    """The root of a text that has one document without anchors and tags. Raises yaml.YAMLError."""
    events = iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    nodes = (event for event in events if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent))
    root = _spot(text, next(nodes), nodes)
    if root.style == "-" and root.entries[0].lead == 0:
        root.start = root.entries[0].lead = root.entries[0].start
    return root


def _spot(text: str, event: Any, events: Iterator[Any]) -> Spot:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.AliasEvent):
        raise yaml.YAMLError(event.anchor)
    if isinstance(event, yaml.ScalarEvent):
        style = event.style or ""
        end = _block_end(text, start, end, event.value) if style in {"|", ">"} else end
        return Spot(start, end, style, event.value)
    collection = Spot(start, end, "{" if event.flow_style else "-", {}, event.start_mark.column)
    for inner in events:
        if isinstance(inner, yaml.CollectionEndEvent):
            closing: Any = inner.end_mark
            collection.end = closing.index
            break
        if isinstance(event, yaml.SequenceStartEvent):
            value = _spot(text, inner, events)
            entry = Entry("", value.start, value)
        else:
            key = _spot(text, inner, events)
            entry = Entry(str(key.plain), key.start, _spot(text, next(events), events))
            colon = _COLON.match(text, key.end)
            entry.after = colon.end() if colon else -1
        collection.entries.append(entry)
    if isinstance(event, yaml.SequenceStartEvent):
        collection.plain = [entry.value.plain for entry in collection.entries]
    else:
        collection.plain = {entry.key: entry.value.plain for entry in collection.entries}
    if collection.style == "-":
        _lay_out(text, collection, list_=isinstance(event, yaml.SequenceStartEvent))
    return collection


_COLON = re.compile("[ \t]*:")
_BLOCK = re.compile("[|>][-+0-9]*")


def head_of_block(text: str, start: int) -> int:
    """Where the indicators of a block scalar end."""
    found = _BLOCK.match(text, start)
    return found.end() if found else start


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """The end of a block scalar's last line: blank lines behind it count where the value keeps them."""
    said = value.rstrip("\n")
    if text[start] == "|" and "+" not in text[start : head_of_block(text, start)] and said:
        end = line_end(text, start)
        for _ in range(said.count("\n") + 1):
            end = line_end(text, end)
        return end
    return line_start(text, end)


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """The start of the next line."""
    return text.find("\n", at) + 1 or len(text)


def _lay_out(text: str, collection: Spot, *, list_: bool) -> None:
    """Where the entries of a block collection begin and end."""
    column, before = collection.column, 0
    for number, entry in enumerate(collection.entries):
        line = line_start(text, entry.start)
        if list_ and number == 0:
            line = line_start(text, collection.start)
        elif list_:
            while line and (text[line : line + column].strip(" ") or text[line + column] != "-"):
                line = line_start(text, line - 1)
        entry.start = line + column
        entry.after = entry.start + 1 if list_ else entry.after
        if entry.value.absent:
            entry.value.start = entry.value.end = max(entry.after, entry.start)
        value = entry.value
        entry.own = value.end if value.style in {"|", ">", "-"} else line_end(text, value.end)
        entry.stop = before = _with_comments(text, entry.own, column)
        if number == 0 and text[line : entry.start].strip(" "):
            collection.within, entry.lead = True, entry.start
            continue
        entry.lead = line
        floor = collection.entries[number - 1].stop if number else 0
        while entry.lead > floor and _comment(text, above := line_start(text, entry.lead - 1), column):
            entry.lead = above
    collection.start, collection.end = collection.entries[0].lead, before


def _comment(text: str, line: int, column: int) -> bool:
    return text[line : line + column].strip(" ") == "" and text[line + column : line + column + 1] == "#"


def _with_comments(text: str, at: int, column: int) -> int:
    """Behind the comment lines that are indented deeper than the entry that ends here."""
    stop = at
    while at < len(text):
        end = line_end(text, at)
        line = text[at:end]
        said = line.lstrip()
        if said and (not said.startswith("#") or len(line) - len(said) <= column):
            break
        stop = end if said else stop
        at = end
    return stop


def comments_inside(text: str, flow: Spot) -> list[str]:
    """The comments between the entries of a flow collection of several lines."""
    found, at = [], flow.start
    for entry in flow.entries:
        gaps = text[at : entry.start], text[entry.after : entry.value.start] if entry.after >= 0 else ""
        found += [comment for gap in gaps for comment in _COMMENT.findall(gap)]
        found += comments_inside(text, entry.value) if entry.value.style == "{" else []
        at = entry.value.end
    return found + _COMMENT.findall(text[at : flow.end])


_COMMENT = re.compile("#[^\n]*")
