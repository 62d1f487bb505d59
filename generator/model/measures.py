"""มาตรการ: what an agency undertakes in one year, and what came of it."""

import re
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from generator.model.analysis import Remark, Section
from generator.model.prose import Passage, Prose
from generator.model.scores import Reading
from generator.model.values import (
    DatumKey,
    Day,
    Difference,
    Printed,
    Record,
    Score,
    Span,
    Text,
    Whole,
    Year,
)

_POST: Final = re.compile(
    "ผู้อำนวยการ|ผอ[.]|หัวหน้า|นัก|ปลัด|รองปลัด|เจ้าพนักงาน|เจ้าหน้าที่|นายก|รองนายก|นิติกร|ครู|ผู้ช่วย|พนักงาน|เลขานุการ|ผู้บริหาร"
)


class Responsible(Record):
    """Who is responsible: a unit, or the holder of a post."""

    unit: Text | None = None
    post: Text | None = None

    @property
    def name(self) -> str:
        return self.unit or self.post or ""


def is_post(name: str) -> bool:
    """Whether a name that a table or a form gives is that of a post, not of a unit: `ปลัดเทศบาล`, not `สำนักปลัด`."""
    return bool(_POST.match(name))


class Round(StrEnum):
    SIX_MONTHS = "six-months"
    YEAR_END = "year-end"
    OTHER = "other"


class Progress(Record):
    """ความก้าวหน้า, reported for a round of the year."""

    round: Round
    date: Day | None = None
    text: Passage


class OutcomeClaim(Record):
    """A score that a measure's outcome names: `datum` is what its label calls it, `overall`, an instrument's code or
    an indicator's number. Every value stands in the text of the outcome."""

    label: Printed | None = None
    datum: DatumKey
    previous_year: Year | None = None
    previous: Score | None = None
    year: Year
    score: Score
    difference: Difference | None = None
    grade: Printed | None = None


class Cell(StrEnum):
    """A cell that a table may merge over several rows."""

    RESPONSIBLE = "responsible"
    PERIOD = "period"
    FOLLOW_UP = "follow_up"


class Measure(Record):
    """มาตรการ; `no` is its key in the file and its address, `number` what is printed. `subject` is what the document
    puts in the column or row for its indicator, `inferred` why its indicator is not printed but inferred. `merged` are
    the cells that one of the rows above holds for this row too."""

    no: Whole
    number: Text | None = None
    title: Text | None = None
    subject: Printed | None = None
    indicators: tuple[Whole, ...] = ()
    sub_indicators: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    whole: bool = False
    inferred: Text | None = None
    analysis: Passage | None = None
    steps: Passage | None = None
    responsible: tuple[Responsible, ...] = ()
    period: Span | None = None
    follow_up: Passage | None = None
    merged: tuple[Cell, ...] = ()
    progress: tuple[Progress, ...] = ()
    result: Passage | None = None
    outcomes: tuple[OutcomeClaim, ...] = ()
    outcome: Passage | None = None
    not_done: Passage | None = None
    continues: bool = False
    remarks: tuple[Remark, ...] = ()

    def passages(self) -> dict[str, Prose]:
        """Its texts by the name of their field."""
        names = ("analysis", "steps", "follow_up", "result", "outcome", "not_done")
        parts = {name: part for name in names if (part := getattr(self, name)) is not None}
        return parts | {f"progress-{n}": one.text for n, one in enumerate(self.progress, start=1)}


class Held(StrEnum):
    """What a column of a measures table holds. `perception` and `own_analysis` come from its indicator's analysis."""

    SUBJECT = "subject"
    TITLE = "title"
    PERCEPTION = "perception"
    OWN_ANALYSIS = "own_analysis"
    ANALYSIS = "analysis"
    STEPS = "steps"
    RESPONSIBLE = "responsible"
    PERIOD = "period"
    FOLLOW_UP = "follow_up"
    PROGRESS = "progress"
    RESULT = "result"
    OUTCOME = "outcome"


class MeasureColumn(Record):
    """A column of the document's table: what it holds, and its heading as printed."""

    holds: Held
    heading: Text


class MeasureSet(Record):
    """measures.yml: the measures acted in the folder's year. `assessed` is the year of the result that they follow
    from, the year before where it is not given; `columns` those of the document's table, in its order."""

    reading: Reading = Reading.TYPED
    title: Passage | None = None
    assessed: Year | None = None
    introduction: tuple[Section, ...] = ()
    columns: tuple[MeasureColumn, ...] = ()
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    conclusion: tuple[Section, ...] = ()
