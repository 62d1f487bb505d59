"""What every command is told, and the exit codes that it answers with."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.problems import Language
from generator.reuse import Listed
from generator.thai import FiscalYear

Say = Callable[[str], None]

DONE, DATA, USAGE, ENVIRONMENT, BUG = 0, 1, 2, 3, 4


@dataclass(frozen=True)
class Options:
    """`published` are the addresses of the site as it is now; `filed` the years whose items were filed; `day` is the
    day of the run."""

    data: Path
    out: Path = Path("build")
    as_of: datetime.date | None = None
    agency: str | None = None
    language: Language = "th"
    form: Literal["text", "json"] = "text"
    published: Listed | None = None
    filed: tuple[FiscalYear, ...] = ()
    day: datetime.date | None = None


@dataclass(frozen=True)
class Given:
    """What the options of `new` say of an agency, as it was typed; None what they leave open."""

    name: str | None = None
    type: str | None = None
    province: str | None = None
    district: str | None = None
    slug: str | None = None
    year: str | None = None
    url: str | None = None
    official: bool | None = None
