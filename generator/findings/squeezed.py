"""Thai text without its spaces, which line ends and columns put into it, and the way back."""

import re
from dataclasses import dataclass
from functools import cached_property

# vowels and tones that stand on, under or behind the letter before them
MARKS = frozenset(
    "\u0e30\u0e31\u0e32\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e45\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_THAI = re.compile("[\u0e01-\u0e4e]")


@dataclass(frozen=True)
class Squeezed:
    """`letters` are those of `text` that are no spaces."""

    text: str

    @cached_property
    def letters(self) -> str:
        return "".join(self.text.split())

    @cached_property
    def _at(self) -> tuple[int, ...]:
        """Where in the text each letter stands."""
        return tuple(n for n, letter in enumerate(self.text) if not letter.isspace())

    def ends(self, end: int) -> bool:
        """Whether a word surely ends there: at the end of the text, at a space, or where no Thai letter follows."""
        if end >= len(self.letters) or self._at[end] > self._at[end - 1] + 1:
            return True
        return not _THAI.match(self.letters[end])

    def original(self, start: int, end: int) -> str:
        """The letters from start to end as they stand, on one line."""
        return re.sub(r"\s+", " ", self.text[self._at[start] : self._at[end - 1] + 1])
