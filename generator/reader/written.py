"""New YAML text: scalars that read back as exactly the same text, and collections in the style of the data files.

A scalar is plain where that reads back, else in double quotes; several lines are a literal block. Lists of short texts
stand on one line, all else in blocks.
"""

import json
import re
from dataclasses import dataclass

import yaml

from generator.reader.layout import Plain, laid_out
from generator.reader.shapes import inside, with_new

WIDTH = 120
# Plain they would read back here, but other programs that open the file take them for something else than a text.
_OTHERWISE = re.compile(r"~|null|yes|no|on|off|<<|=|-|\?", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """How a file writes: how far lists stand behind their key, and whether literal blocks may end in blank lines."""

    lists: int = 2
    keep: bool = True


@dataclass(frozen=True)
class Value:
    """What stands on the line of the key or dash, and the whole lines below."""

    line: str
    block: str = ""


def scalar(text: str, *, flow: bool = False) -> str:
    """A text on one line."""
    return text if _reads_plain(text, flow=flow) else quoted(text)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _reads_plain(text: str, *, flow: bool) -> bool:
    if not text or "\n" in text or _OTHERWISE.fullmatch(text):
        return False
    try:
        root = laid_out(f"- [{text}, {{a: {text}}}]\n" if flow else f"- {text}\n- a: {text}\n")
    except (yaml.YAMLError, StopIteration):
        return False
    items = root.entries[0].value.plain if flow else root.plain
    return items == [text, {"a": text}] and (root.entries[0].value if flow else root).entries[0].value.style == ""


def key(name: str) -> str:
    """A key: plain where that reads back."""
    try:
        if laid_out(f"{name}: a\n").plain == laid_out(f"[{{{name}: a}}]").entries[0].value.plain == {name: "a"}:
            return name
    except (yaml.YAMLError, StopIteration):
        pass
    return quoted(name)


def literal(text: str, column: int, style: Style) -> Value | None:
    """A text of several lines as a literal block below a key or dash at `column`; None if no such block reads back."""
    ending = "" if re.search(r"[^\n]\n\Z", text) else "-" if not text.endswith("\n") else "+"
    if "\n" not in text or not text.strip() or (ending == "+" and not style.keep):
        return None
    lines = text.removesuffix("\n").split("\n")
    block = "".join(f"{' ' * (column + 2)}{line}\n" if line else "\n" for line in lines)
    for indicator in ("", "2"):
        try:
            written = f"{' ' * column}a: |{indicator}{ending}\n{block}{' ' * column}b: c\n"
            if laid_out(written).plain == {"a": text, "b": "c"}:
                return Value(f"|{indicator}{ending}", block)
        except yaml.YAMLError:
            continue
    return None


def flow(node: Plain, expected: object) -> str | None:
    """A value on one line, inside a flow collection; None where it has a text of several lines."""
    if isinstance(node, str):
        return None if "\n" in node else scalar(node, flow=True)
    if isinstance(node, list):
        items = [flow(item, inside(expected)) for item in node]
        return None if None in items else f"[{', '.join(map(str, items))}]"
    pairs = [(name, flow(node[name], inside(expected, name))) for name in with_new([], [*node], expected)]
    return None if any(value is None for _, value in pairs) else _braced(pairs)


def _braced(pairs: list[tuple[str, str | None]]) -> str:
    return "{" + ", ".join(f"{key(name)}: {value}" for name, value in pairs) + "}"


def value(
    node: Plain, expected: object, column: int, style: Style, *, list_: bool = False, comments: list[str] | None = None
) -> Value:
    """A value behind a key or dash that stands at `column`; `list_` says a dash, `comments` stand above its entries."""
    if isinstance(node, str):
        return literal(node, column, style) or Value(scalar(node))
    if node == {}:
        return Value("{}")
    if isinstance(node, list) and all(isinstance(item, str) for item in node) and not comments:
        line = flow(node, expected)
        if line is not None and column + len(line) <= WIDTH:
            return Value(line)
    column += style.lists if isinstance(node, list) and not list_ else 2
    above = "".join(f"{' ' * column}{comment}\n" for comment in comments or ())
    return Value("", above + lines(node, expected, column, style))


def lines(node: Plain, expected: object, column: int, style: Style) -> str:
    """The entries of a list or mapping, in blocks at `column`."""
    if isinstance(node, list):
        parts = [item(one, inside(expected), column, style) for one in node]
    elif isinstance(node, dict):
        parts = [pair(name, node[name], inside(expected, name), column, style)
                 for name in with_new([], [*node], expected)]  # fmt: skip
    return "".join(" " * column + part for part in parts)


def item(node: Plain, expected: object, column: int, style: Style, *, on_one_line: bool = False) -> str:
    """An item of a list without the indentation of its first line; on one line if it can be and is to be."""
    if on_one_line and (line := flow(node, expected)) is not None:
        return f"- {line}\n"
    return behind("-", value(node, expected, column, style, list_=True))


def pair(name: str, node: Plain, expected: object, column: int, style: Style) -> str:
    """A key and its value without the indentation of its first line."""
    return behind(f"{key(name)}:", value(node, expected, column, style))


def behind(head: str, new: Value, comment: str = "") -> str:
    """The value behind its key or dash, and a comment at the end of that line."""
    if new.line:
        return f"{head} {new.line}{comment}\n{new.block}"
    if head == "-" and not comment:
        return f"{head} {new.block.lstrip(' ')}"
    return f"{head}{comment}\n{new.block}"
