"""Texts of the data in Markdown that the code host shows: summaries of runs, pull requests, issues.

Data never become Markdown, HTML, a mention, a reference or a link there: every punctuation mark is encoded, and what
the code host would find in the text afterwards (@name, #12, www.…) is broken by a mark that nobody sees.
"""

import re

from generator.commands import report
from generator.markup import text as encoded

LONGEST = 60_000  # characters: the code host takes 65,536 for a comment

_HIDDEN = "\u2060"  # a joiner of words, which nobody sees
# What the code host looks for in the text that is shown: mentions, references, formulas, pictures' names, hosts.
_LIVE = re.compile(r"[@#$]|:(?=[^\s0-9])|(?<=\b[gG][hH])-|(?<=\b[wW]{3})\.")
_NAMED_PICTURE = re.compile(":(?=[0-9])")


def safe(value: str) -> str:
    """A text of the data as Markdown of the code host, which shows exactly it."""
    return str(encoded(_NAMED_PICTURE.sub(_broken, _LIVE.sub(_broken, report.one_line(value)))))


def _broken(found: re.Match[str]) -> str:
    return f"{_HIDDEN}{found[0]}{_HIDDEN}"


def code(value: str) -> str:
    """The same for what is shown letter by letter: `:7:` is no name of a picture there."""
    return f"<code>{encoded(_LIVE.sub(_broken, report.one_line(value)))}</code>"


def shortened(whole: str, note: str) -> str:
    """A report that the code host takes: what is too long ends at the end of a line, and says so."""
    if len(whole) <= LONGEST:
        return whole
    kept = whole[:LONGEST].rpartition("\n")[0]
    return f"{kept}\n\n{safe(note)}\n"
