"""Agencies of one type in one fiscal year, under one framework: who ranks where, who cannot be ranked and why, means.

Nothing here compares across years, frameworks or types.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator import figures
from generator.assess import OVERALL
from generator.model import Framework
from generator.pages.summaries import NO_TYPE, Result, Summary, in_order, rules_of

# Fewer are no ranking and no mean; a distribution needs more to have a shape.
COMPARED, DISTRIBUTED = 2, 5

NOT_PRINTED = "เอกสารไม่ได้พิมพ์คะแนนรวม"
DISPUTED = "คะแนนรวมยังตัดสินไม่ได้ เพราะเอกสารพิมพ์ไว้ไม่ตรงกัน"
OTHER_RULES = "คะแนนที่เผยแพร่ไว้คิดตามเกณฑ์คนละฉบับกับที่เว็บไซต์นี้ใช้ในปีนี้"
NO_RULES = "เว็บไซต์นี้ไม่มีเกณฑ์การประเมินของปีนี้"
EARLIER = "เผยแพร่ไว้ก่อนที่เว็บไซต์จะมีหน้านี้ จึงยังไม่มีคะแนนให้เทียบ"


@dataclass(frozen=True)
class Ranked:
    """`rank` is that of the overall, equal scores sharing one."""

    rank: int
    overall: Decimal
    agency: Summary
    result: Result


@dataclass(frozen=True)
class Apart:
    """An agency with a result that cannot be ranked."""

    agency: Summary
    result: Result | None
    reason: str


@dataclass(frozen=True)
class Standing:
    """`count` agencies of the type are in the site; those in `absent` have no result of the year."""

    type: str
    count: int
    numbers: tuple[int, ...]
    ranked: tuple[Ranked, ...]
    apart: tuple[Apart, ...]
    absent: tuple[Summary, ...]

    @cached_property
    def results(self) -> tuple[tuple[Summary, Result], ...]:
        """Every agency whose scores stand under the year's framework, in the order of the ranking, the others last."""
        rest = [(one.agency, one.result) for one in self.apart if one.result and one.reason in (NOT_PRINTED, DISPUTED)]
        return (*((one.agency, one.result) for one in self.ranked), *rest)

    @cached_property
    def complete(self) -> tuple[Result, ...]:
        """Those with a value for every indicator: a mean of others would compare different agencies."""
        return tuple(
            one for _, one in self.results if all(one.number(str(number)) is not None for number in self.numbers)
        )

    @cached_property
    def means(self) -> Mapping[int, Decimal]:
        """The exact mean of each indicator; none where there is nothing to compare."""
        if len(self.complete) < COMPARED or not self.numbers:
            return {}
        return {
            number: figures.mean([score for one in self.complete if (score := one.number(str(number))) is not None])
            for number in self.numbers
        }

    @cached_property
    def lowest(self) -> tuple[int, ...]:
        """The indicators with the lowest mean."""
        return tuple(number for number, mean in self.means.items() if mean == min(self.means.values()))

    @cached_property
    def mean(self) -> Decimal:
        """The exact mean of the overall of who is ranked."""
        return figures.mean([one.overall for one in self.ranked])

    @property
    def has_ranking(self) -> bool:
        return len(self.ranked) >= COMPARED

    @property
    def has_distribution(self) -> bool:
        return len(self.ranked) >= DISTRIBUTED


def standings(agencies: Iterable[Summary], year: int, framework: Framework | None) -> tuple[Standing, ...]:
    """One for each type that has a result of the year, types in alphabetical order."""
    types: dict[str, list[Summary]] = {}
    for one in agencies:
        types.setdefault(one.type or NO_TYPE, []).append(one)
    return tuple(
        _standing(kind, types[kind], year, framework)
        for kind in sorted(types, key=in_order)
        if any(year in one.years for one in types[kind])
    )


def _standing(kind: str, agencies: list[Summary], year: int, framework: Framework | None) -> Standing:
    apart: list[Apart] = []
    usable: list[tuple[Decimal, Summary, Result]] = []
    for one in agencies:
        result = one.result(year)
        if year not in one.years:
            continue
        overall = result.number(OVERALL) if result else None
        if reason := _reason(result, framework):
            apart.append(Apart(one, result, reason))
        elif result and overall is not None:
            usable.append((overall, one, result))
    ordered = sorted(usable, key=lambda one: -one[0])  # equal scores stay in alphabetical order
    ranks: dict[Decimal, int] = {}
    for place, (overall, _, _) in enumerate(ordered, start=1):
        ranks.setdefault(overall, place)
    return Standing(
        type=kind,
        count=len(agencies),
        numbers=tuple(one.number for one in framework.indicators) if framework else (),
        ranked=tuple(Ranked(ranks[overall], overall, one, result) for overall, one, result in ordered),
        apart=tuple(apart),
        absent=tuple(one for one in agencies if year not in one.years),
    )


def _reason(result: Result | None, framework: Framework | None) -> str:
    """Why an agency cannot be ranked; empty where it can."""
    if framework is None:
        return NO_RULES
    if result is None:
        return EARLIER
    if result.rules != rules_of(framework):
        return OTHER_RULES
    if result.number(OVERALL) is None:
        return DISPUTED if OVERALL in result.disputed else NOT_PRINTED
    return ""
