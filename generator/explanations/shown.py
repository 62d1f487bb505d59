"""The files of an example as a reader sees them: short, what cannot be seen named, without a number of a person."""

import codecs
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import thai
from generator.explanations.entries import Content, Explanation
from generator.personal import masked
from generator.problems import SHOWN

_WHOLE = 14  # lines of a file that is shown from its first to its last
_AROUND = 2
_LONGEST_LINE = 100
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_EMPTY = "(แฟ้มขนาด 0 ไบต์)"
_UTF_16 = "# แฟ้มนี้บันทึกเป็น UTF-16"


@dataclass(frozen=True)
class ShownFile:
    """A file as messages name it, as it is wrong and as it is right; None where it is not there."""

    name: str
    wrong: str | None
    right: str | None


def shown_files(one: Explanation) -> tuple[ShownFile, ...]:
    return tuple(
        ShownFile(masked(f"{SHOWN}/{path}"), _shown(wrong, right), _shown(right, wrong))
        for path, (wrong, right) in one.files.items()
    )


def _shown(content: Content, other: Content) -> str | None:
    """A file, only around what differs where it is long."""
    if content is None:
        return None
    lines = _lines(content)
    if len(lines) > _WHOLE and other is not None:
        lines = [*_around(lines, _lines(other))]
    return "\n".join(lines)


def _lines(content: str | bytes) -> list[str]:
    if not content:
        return [_EMPTY]
    utf_16 = isinstance(content, bytes) and content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = content if isinstance(content, str) else content.decode("utf-16" if utf_16 else "utf-8", errors="replace")
    named = _UNSEEN.sub(lambda mark: f"⟦U+{ord(mark.group()):04X}⟧", masked(text))
    lines = [thai.cut(line, _LONGEST_LINE) for line in named.splitlines()]
    return [_UTF_16, *lines] if utf_16 else lines


def _around(lines: list[str], other: list[str]) -> Iterator[str]:
    """The lines that differ, with those beside them."""
    kept: set[int] = set()
    for kind, start, end, _, _ in difflib.SequenceMatcher(None, lines, other, autojunk=False).get_opcodes():
        if kind != "equal":
            kept |= {*range(start - _AROUND, end + _AROUND)}
    before = -1
    for number in sorted(number for number in kept if 0 <= number < len(lines)):
        if number > before + 1:
            yield "# …"
        yield lines[number]
        before = number
    if before < len(lines) - 1:
        yield "# …"
