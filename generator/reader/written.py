"""Writes YAML that `read` reads back as it was: texts as they are, quoted only where they must be."""

from typing import Any

import yaml

_WIDEST = 10**9  # lines are never folded


class _Dumper(yaml.SafeDumper):
    """Lists stand two columns in, as in every file of ours, and lines end the same on every machine."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow=flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    """A number stays as plain as it was: `read` takes every scalar as a text, but nothing at all as none."""
    if not text.strip():
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
    tag: str = dumper.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(tag, text)


def _mapping(dumper: yaml.SafeDumper, node: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", node.items())


def _sequence(dumper: yaml.SafeDumper, node: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", node)


# Those of Python and those that the reader makes of them.
for _add in (_Dumper.add_representer, _Dumper.add_multi_representer):
    _add(str, _text)
    _add(dict, _mapping)
    _add(list, _sequence)


def written(node: dict[str, Any] | list[Any]) -> str:
    """The YAML of a tree of mappings, lists and texts, in the order that it has."""
    text: str = yaml.dump(
        node,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDEST,
        default_flow_style=False,
        line_break="\n",
    )
    return text


def scalar(text: str) -> str:
    """A text of one line as it may stand behind a key."""
    return written({"k": text}).removeprefix("k: ").rstrip("\n")
