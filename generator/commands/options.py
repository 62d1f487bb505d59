"""What every command is told."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.problems import Language

Say = Callable[[str], None]


@dataclass(frozen=True)
class Options:
    data: Path
    out: Path = Path("build")
    as_of: datetime.date | None = None
    agency: str | None = None
    language: Language = "th"
    form: Literal["text", "json"] = "text"
