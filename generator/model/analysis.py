"""การวิเคราะห์ผลการประเมิน: what an agency wrote about one year's result, in the order of its document."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.framework import Framework
from generator.model.prose import Passage, Prose
from generator.model.scores import Reading
from generator.model.values import Key, Printed, Record, Share, Text, Whole, Year


class Remark(Record):
    """What a reader must know about a passage: `passage` stands in one of the texts beside it. `caution` says that a
    reading error may have turned its meaning round."""

    passage: Text
    note: Text
    caution: bool = False


class Issues(Record):
    """ประเด็น: the issues that a text counts and lists; `claimed` is the count that it prints."""

    claimed: Whole | None = None
    text: Passage


class IndicatorAnalysis(Record):
    """What is written about one indicator, part by part. `name` and `number` as printed, `indicator` the official
    number where the name is not known; `result` is the sentence with its score, `level` the word for how good it is."""

    name: Printed | None = None
    number: Whole | None = None
    indicator: Whole | None = None
    sub_indicator: Text | None = None
    items: tuple[Text, ...] = ()
    result: Passage | None = None
    purpose: Passage | None = None
    issues: Issues | None = None
    perception: Passage | None = None
    own_analysis: Passage | None = None
    strengths: Passage | None = None
    points_to_develop: Passage | None = None
    defects: Passage | None = None
    suggestions: Passage | None = None
    level: Printed | None = None
    remarks: tuple[Remark, ...] = ()

    def passages(self) -> dict[str, Prose]:
        """Its texts by the name of their field, in the order in which they are shown."""
        parts = {name: getattr(self, name) for name in PARTS}
        if self.issues:
            parts["issues"] = self.issues.text
        return {name: part for name, part in parts.items() if part is not None}


PARTS = (
    "result",
    "purpose",
    "issues",
    "perception",
    "own_analysis",
    "strengths",
    "points_to_develop",
    "defects",
    "suggestions",
)


class Origin(StrEnum):
    """Who recommends: the assessors, or the agency itself."""

    ASSESSOR = "assessor"
    AGENCY = "agency"


class Recommendation(Record):
    """ข้อเสนอแนะ; `number` as printed, `indicators` those it names."""

    number: Text | None = None
    text: Passage
    origin: Origin
    indicators: tuple[Whole, ...] = ()


class Target(Record):
    """A stated aim: a share of agencies (percent) that reach a bar (points) by a year."""

    text: Passage
    share: Share | None = None
    bar: Share | None = None
    year: Year | None = None


class Section(Record):
    """A part of a document under its heading. `places` are tables of the year's scores.yml that stand in it; `after` is
    the text below everything else."""

    id: Key | None = None
    number: Text | None = None
    title: Text | None = None
    text: Passage | None = None
    target: Target | None = None
    places: tuple[Key, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    indicators: tuple[IndicatorAnalysis, ...] = ()
    after: Passage | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def heading(self) -> str:
        """Its printed number and title, as far as it has them."""
        return " ".join(part for part in (self.number, self.title) if part)

    def passages(self) -> tuple[Prose, ...]:
        """Its own texts in order, without those under an indicator."""
        parts = (
            self.text,
            self.target.text if self.target else None,
            *(one.text for one in self.recommendations),
            self.after,
        )
        return tuple(part for part in parts if part is not None)


class Analysis(Record):
    """analysis.yml: what is written about the result of the folder's year."""

    reading: Reading = Reading.TYPED
    title: Passage | None = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    def indicators(self) -> tuple[IndicatorAnalysis, ...]:
        return tuple(one for section in self.sections for one in section.indicators)

    def by_indicator(self, framework: Framework) -> dict[int, tuple[IndicatorAnalysis, ...]]:
        """The entries by the official number of what they are about, in their order."""
        found: dict[int, tuple[IndicatorAnalysis, ...]] = {}
        for one in self.indicators():
            number = framework.number_of(one)
            if number is not None:
                found[number] = (*found.get(number, ()), one)
        return found
