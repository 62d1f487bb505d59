"""The hand-written pages of the handbook as steps: what is given, files to write, commands to run, what they print.

Notes to this are comments of a line of their own, which no reader sees:

    <!-- given: NAME -->      what the page takes as given from here on (`given.GIVEN`)
    <!-- file: PATH -->       the next yaml block is the content of this file
    <!-- ends with: CODE -->  the next console block ends with another exit code than 0
    <!-- not run: REASON -->  the next console block is not run
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HANDBOOK = Path(__file__).parent.parent.parent / "content" / "handbook"
GENERATED = frozenset({"messages.md", "90-commands.md"})
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$|^<!-- ([a-z ]+): ([^\n]*) -->$", re.MULTILINE | re.DOTALL)
LANGUAGES = frozenset({"console", "text", "yaml", "powershell"})


@dataclass(frozen=True)
class Step:
    """`kind` is given, file, run or not-run; `about` a name, a path, a reason. Of a run: the `lines` are its commands,
    `code` is what the last of them ends with, `shown` what the page shows of what they print."""

    kind: str
    about: str
    lines: tuple[str, ...] = ()
    code: int = 0
    shown: str = ""


def pages() -> list[Path]:
    return [path for path in sorted(HANDBOOK.glob("*.md")) if path.name not in GENERATED]


def steps(text: str) -> list[Step]:
    """Raises ValueError where a note or a block has no meaning."""
    found: list[Step] = []
    notes: dict[str, str] = {}
    for kind, body, note, about in _BLOCK.findall(text):
        if note == "given":
            found.append(Step("given", about))
        elif note in {"file", "ends with", "not run"}:
            notes[note] = about
        elif note or kind not in LANGUAGES:
            raise ValueError(note or kind)
        elif kind == "text":
            if not found or found[-1].kind not in {"run", "not-run"} or found[-1].shown:
                raise ValueError(body)
            found[-1] = Step(found[-1].kind, found[-1].about, found[-1].lines, found[-1].code, body)
        elif kind == "yaml":
            found.append(Step("file", notes.pop("file"), shown=body))
        elif kind == "console":
            reason = notes.pop("not run", "")
            lines = tuple(body.strip().split("\n"))
            found.append(Step("not-run" if reason else "run", reason, lines, int(notes.pop("ends with", "0"))))
    if notes:
        raise ValueError(str(notes))
    return found


def missing(shown: str, printed: str) -> Iterator[str]:
    """The lines of a block that are not in what was printed, in their order; … stands for any others."""
    rest = printed
    for line in shown.strip("\n").split("\n"):
        if line.strip() in {"", "…"}:
            continue
        before, _, after = rest.partition(line)
        if before == rest:
            yield line
        else:
            rest = after
