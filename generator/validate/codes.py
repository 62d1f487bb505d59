"""What records name and a framework must have."""

from collections.abc import Iterable, Iterator

from generator.model import Framework
from generator.problems import Problem, Source


def unknown_codes(
    framework: Framework, source: Source, groups: Iterable[str], items: Iterable[str]
) -> Iterator[Problem]:
    """A Problem for each sub-indicator and each item that the year does not have."""
    known_groups = [group.code for group in framework.sub_indicators]
    known_items = [item.code for item in framework.items]
    for codes, known in ((groups, known_groups), (items, known_items)):
        for code in codes:
            if code not in known:
                yield Problem("unknown-code", source, code, {"known": ", ".join(known) or "–"})


def unknown_numbers(framework: Framework, source: Source, numbers: Iterable[int]) -> Iterator[Problem]:
    """A Problem for each number that is no indicator's."""
    known = [indicator.number for indicator in framework.indicators]
    for number in numbers:
        if number not in known:
            details = {"known": f"{min(known)}–{max(known)}", "guess": ""}
            yield Problem("unknown-indicator", source, str(number), details)


def clashes(addresses: Iterable[tuple[str, Source]]) -> Iterator[Problem]:
    """A Problem for each further thing at an address."""
    first: dict[str, Source] = {}
    for address, source in addresses:
        if address in first:
            yield Problem("two-addresses", source, address, {"first": str(first[address])})
        first.setdefault(address, source)
