"""Changes a data file to say something else, and leaves every byte that may stay as it is.

Text is replaced only at the places that differ, so that comments, order and ways of writing survive. The result is read
back: where it does not say what is wanted (YAML has ways of writing that the data never use, like keys behind a `?`),
the smallest collection around the place that does is written anew, in the last resort all but the top of the file.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import yaml

from generator.model import Record
from generator.problems import InvalidData, Source
from generator.reader import written
from generator.reader.layout import Entry, Plain, Spot, comments_inside, head_of_block, laid_out, line_end, line_start
from generator.reader.shapes import inside, with_new
from generator.reader.tree import Mapping, Sequence, Text, read
from generator.reader.wanted import Kept, Node, matched, moves, nothing_kept, resolved

__all__ = ["Kept", "Node", "places", "plain", "rewritten"]


@dataclass(frozen=True)
class _Page:
    """The file's text and how new text of it is written; `checked` reads every changed collection back by itself."""

    text: str
    style: written.Style
    checked: bool = False


@dataclass(frozen=True)
class _Part:
    """A wanted entry of a collection: its key, its content and type, and its number in the file if it was there."""

    key: str
    node: Node
    expected: object
    old: int | None


def rewritten(content: bytes, file: str, wanted: dict[str, Node], model: type[Record], header: str = "") -> bytes:
    """The file with the wanted content; a file that is not there yet (no content) begins with `header`.

    Items of a list without any Kept are found in the file's list by what they say, then by their place. Where the file
    has nothing behind a key, that is an empty text. Raises InvalidData where the reader refuses the content or a wanted
    text (which stands nowhere yet: the place is that in the text that would be written), and ValueError for an empty
    list or a Kept of an item that is not in the file.
    """
    goal = resolved(wanted)
    if not content:
        nothing_kept(wanted)
        head = header if header.endswith("\n") or not header else f"{header}\n"
        return _read_back((head + written.lines(goal, model, 0, written.Style())).encode(), file, goal)
    if plain(read(content, file)) == goal and not moves(wanted):
        return content
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content.removeprefix(mark).decode("utf-8")
    windows = text.count("\r\n") == text.count("\n") == text.count("\r") > 0
    text = text.replace("\r\n", "\n") if windows else text
    ended = text.endswith("\n")
    fault: Exception = _Differs(file)
    for attempt in _attempts(text if ended else f"{text}\n", wanted, goal, model):
        for result in (attempt,) if ended else (attempt.removesuffix("\n"), attempt):
            try:
                return _read_back(mark + (result.replace("\n", "\r\n") if windows else result).encode(), file, goal)
            except (InvalidData, _Differs) as one:
                fault = one
    raise fault


class _Differs(ValueError):
    """A text does not say what it should."""


def _read_back(content: bytes, file: str, goal: Plain) -> bytes:
    if plain(read(content, file)) != goal:
        raise _Differs(file)
    return content


def _attempts(text: str, wanted: dict[str, Node], goal: Plain, model: type[Record]) -> Iterator[str]:
    """The changed text; the later ones for what the first ways of writing it cannot say."""
    root = laid_out(text)
    lists = next(_list_indents(root), 2)
    for style, checked in ((written.Style(lists), False), (written.Style(lists, keep=False), False),
                           (written.Style(lists, keep=False), True)):  # fmt: skip
        page = _Page(text, style, checked)
        yield text[: root.start] + _root(page, root, wanted, goal, model) + text[root.end :]
    top = re.match("(?:[ \t]*(?:#.*)?\n)*", text)
    yield (top[0] if top else "") + written.lines(goal, model, 0, written.Style(lists, keep=False))


def _list_indents(spot: Spot) -> Iterator[int]:
    """How far the file's lists in blocks stand behind their keys."""
    for entry in spot.entries:
        if entry.value.style == "-" and isinstance(spot.plain, dict) and isinstance(entry.value.plain, list):
            yield entry.value.column - spot.column
        yield from _list_indents(entry.value)


def _root(page: _Page, root: Spot, wanted: Node, goal: Plain, model: type[Record]) -> str:
    new = _inner(page, root, wanted, model)
    if new is not None:
        return new
    above = "".join(f"{comment}\n" for comment in comments_inside(page.text, root)) if root.style == "{" else ""
    new = above + written.lines(goal, model, 0, page.style)
    if not page.text[root.end : line_end(page.text, root.end)].strip():
        new = new.removesuffix("\n")
    return new if root.start == line_start(page.text, root.start) else f"\n{new}"


def _inner(page: _Page, spot: Spot, node: Node, expected: object, *, flow: bool = False) -> str | None:
    """The text that says `node` in the place of the spot's own; None where that place is not enough for it."""
    own = page.text[spot.start : spot.end]
    if isinstance(node, str):
        on_line = isinstance(spot.plain, str) and spot.style not in {"|", ">"} and not spot.absent and "\n" not in node
        return own if node == spot.plain else written.scalar(node, flow=flow) if on_line else None
    if type(node) is not type(spot.plain) or not spot.entries:
        nothing_kept(node)
        return own if node == spot.plain else None
    parts = _parts(spot, node, expected)
    if not parts:
        return None
    new = _blocks(page, spot, parts) if spot.style == "-" else _flow(page, spot, parts)
    return _checked(page, spot, new, resolved(node), expected) if page.checked and new is not None else new


def _checked(page: _Page, spot: Spot, new: str, goal: Plain, expected: object) -> str | None:
    """The new text of a collection if it says by itself what it should, else one that is written anew."""
    before = " " * spot.column if spot.within else ""
    if _says(before + new, goal):
        return new
    if spot.style == "-":
        return written.lines(goal, expected, spot.column, page.style)[len(before) :]
    return written.flow(goal, expected)


def _says(text: str, goal: Plain) -> bool:
    try:
        return laid_out(text).plain == goal
    except yaml.YAMLError:
        return False


def _parts(spot: Spot, node: Node, expected: object) -> list[_Part]:
    """The wanted entries in their order."""
    if isinstance(node, dict):
        numbers = {entry.key: number for number, entry in enumerate(spot.entries)}
        present = [name for name in numbers if name in node]
        new = [name for name in node if name not in numbers]
        nothing_kept([node[name] for name in new])
        keys = with_new(present, new, expected)
        return [_Part(name, node[name], inside(expected, name), numbers.get(name)) for name in keys]
    items = node if isinstance(node, list) else []
    places = matched(spot, items)
    nothing_kept([item for item, old in zip(items, places, strict=True) if old is None])
    values = [item.value if isinstance(item, Kept) else item for item in items]
    return [_Part("", value, inside(expected), old) for value, old in zip(values, places, strict=True)]


def _blocks(page: _Page, spot: Spot, parts: list[_Part]) -> str:
    """The entries of a block collection, each with the comments above it, and what stood between them."""
    text, entries, margin = page.text, spot.entries, " " * spot.column
    gaps = [text[one.stop : other.lead] for one, other in pairwise(entries)] + [""]
    usual = gaps[0] if len(gaps) > 1 and all(gap and not gap.strip() for gap in gaps[:-1]) else ""
    kept = {part.old for part in parts}
    on_one_line = all(entry.value.style == "{" for entry in entries)
    top, last = "", -1
    for number, gap in enumerate(gaps):
        if number in kept:
            last = number
        elif gap.strip() and last >= 0:
            gaps[last] += gap  # comments that stand apart stay where they are
        elif gap.strip():
            top += gap
    found, run = "", None
    for number, part in enumerate(parts):
        lead, run = "", run if part.old is None else part.old
        if part.old is not None:
            entry = entries[part.old]
            lead = text[entry.lead : max(entry.lead, entry.start - spot.column)]
            body = _entry(page, spot, entry, part)
        elif isinstance(spot.plain, list):
            node = resolved(part.node)
            body = written.item(node, part.expected, spot.column, page.style, on_one_line=on_one_line)
        else:
            body = written.pair(part.key, resolved(part.node), part.expected, spot.column, page.style)
        lead = (top if number == 0 else "") + lead
        if number == 0 and spot.within:
            found = f"\n{lead}{margin}{body}" if lead else body
        else:
            found += lead + margin + body
        own = "" if run is None else gaps[run]
        if number + 1 == len(parts):
            gap = f"{own.rstrip()}\n" if own.strip() else ""
        else:
            gap = usual if parts[number + 1].old is None else own or usual
        found += gap.lstrip("\n") if body.endswith("\n\n") else gap
    return found


def _entry(page: _Page, collection: Spot, entry: Entry, part: _Part) -> str:
    """An entry of a block collection, from its key or dash, that is to say something else."""
    text, value = page.text, entry.value
    new = _inner(page, value, part.node, part.expected)
    if new is not None:
        before = text[entry.start : value.start]
        return (before.rstrip(" ") if new.startswith("\n") else before) + new + text[value.end : entry.stop]
    list_ = isinstance(collection.plain, list)
    head = text[entry.start : entry.after] if entry.after >= 0 else f"{written.key(entry.key)}:"
    inside_it = comments_inside(text, value) if value.style == "{" else []
    goal, column = resolved(part.node), collection.column
    better = written.value(goal, part.expected, column, page.style, list_=list_, comments=inside_it)
    # A literal block would take in comments that are indented deeper.
    comments = re.sub("(?m)^ +(?=#)", " " * column, text[entry.own : entry.stop])
    return written.behind(head, better, _comment_behind(text, entry)) + comments


def _comment_behind(text: str, entry: Entry) -> str:
    """The comment on the line of a key or dash, with the space before it."""
    value = entry.value
    at = value.end
    if value.within:
        return ""
    if value.style in {"|", ">"}:
        at = head_of_block(text, value.start)
    elif value.style == "-" or value.absent:
        at = max(entry.after, entry.start)
    line = text[at : line_end(text, at)].rstrip()
    return line if line.lstrip().startswith("#") else ""


def _flow(page: _Page, spot: Spot, parts: list[_Part]) -> str | None:
    """The entries of a flow collection; None where they are too much for it."""
    text, entries, nested = page.text, spot.entries, False
    pieces = []
    for part in parts:
        entry = None if part.old is None else entries[part.old]
        inner = _inner(page, entry.value, part.node, part.expected, flow=True) if entry else None
        if entry and inner is not None:
            pieces.append(text[entry.start : entry.value.start] + inner)
            continue
        new = written.flow(resolved(part.node), part.expected)
        if new is None or (entry and entry.value.style == "{" and comments_inside(text, entry.value)):
            return None
        nested = nested or new[0] in "{["
        pieces.append(f"{written.key(part.key)}: {new}" if isinstance(spot.plain, dict) else new)
    if [part.old for part in parts] != [*range(len(entries))] and comments_inside(text, spot):
        return None
    spaces = [text[one.value.end : other.start] for one, other in pairwise(entries)]
    usual = spaces[0] if spaces and all(space.strip() == "," for space in spaces) else ", "
    found = text[spot.start : entries[0].start]
    for part, piece in zip(parts, pieces, strict=True):
        space = spaces[part.old] if part.old is not None and part.old < len(spaces) else usual
        found += piece + ("" if part is parts[-1] else space)
    found += text[entries[-1].value.end : spot.end]
    return None if nested and spot.column + len(found) > written.WIDTH and "\n" not in found else found


def plain(tree: Mapping) -> dict[str, Node]:
    """The reader's tree as plain texts, lists and mappings; nothing behind a key is an empty text."""
    return {name: _plain(value) for name, value in tree.items()}


def _plain(node: object) -> Node:
    if isinstance(node, Sequence):
        return [_plain(value) for value in node]
    return plain(node) if isinstance(node, Mapping) else "" if node is None else str(node)


def places(tree: Mapping) -> dict[tuple[str | int, ...], Source]:
    """Where everything of the reader's tree stands, by its path, as Problems of the reader name it: a text and an item
    of a list by their own place, a list or mapping below a key by that of the key."""
    found: dict[tuple[str | int, ...], Source] = {(): tree.source}
    _find(tree, (), found)
    return found


def _find(node: object, path: tuple[str | int, ...], found: dict[tuple[str | int, ...], Source]) -> None:
    if isinstance(node, Mapping):
        for name, value in node.items():
            found[*path, name] = value.source if isinstance(value, Text) else node.keys_at[name]
            _find(value, (*path, name), found)
    elif isinstance(node, Sequence):
        for number, value in enumerate(node):
            found[*path, number] = node.items_at[number]
            _find(value, (*path, number), found)
