"""The check of passages that stand under two indicators."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.findings.passages import PARTS, parts, place_of_measure
from generator.findings.records import Case, Contradiction, Value
from generator.findings.squeezed import MARKS, Squeezed
from generator.model import Prose, Reading
from generator.problems import Source

SHORTEST_COPY = 80
_PURPOSE = frozenset({"purpose", "issues"})
_LEADING_VOWELS = "เแโใไ"


@dataclass(frozen=True)
class _Under:
    """A text under an indicator."""

    indicator: int
    field: str
    place: str
    source: Source
    reading: Reading
    text: Squeezed

    def may_be_told(self, other: "_Under") -> bool:
        """Of two indicators; what they are there for is worded alike in every report."""
        return self.indicator != other.indicator and not (self.field in _PURPOSE and other.field in _PURPOSE)


@dataclass(frozen=True)
class _Copy:
    one: _Under
    other: _Under
    at: int
    at_other: int
    length: int

    @property
    def passage(self) -> str:
        return self.one.text.letters[self.at : self.at + self.length]

    def values(self) -> tuple[Value, ...]:
        stand = ((self.one, self.at), (self.other, self.at_other))
        return tuple(
            Value("printed", under.text.original(start, start + self.length), under.place, under.source)
            for under, start in sorted(stand, key=lambda entry: entry[0].indicator)
        )


def copied_text(case: Case) -> Iterator[Contradiction]:
    """The same passage of 80 or more characters, spaces not counted, stands under two indicators of one analysis, or
    in the measures for two indicators."""
    for gather in (_analysed, _measured):
        for (one, other), copies in _copies(tuple(gather(case))).items():
            for copy in _longest(copies):
                yield Contradiction(
                    copy.values()[0].source or copy.one.source,
                    copy.values(),
                    one,
                    details={"one": str(one), "other": str(other)},
                    ocr=Reading.OCR in {copy.one.reading, copy.other.reading},
                )


def _analysed(case: Case) -> Iterator[_Under]:
    for part in parts(case):
        if part.assessed == case.year.fiscal_year:
            for number, entry in part.entries():
                for field, prose in entry.passages().items():
                    yield _under(number, field, f"{part.place_of(number)} {PARTS[field]}", prose, part.reading)


def _measured(case: Case) -> Iterator[_Under]:
    if measures := case.year.measures:
        for measure in measures.measures:
            if len(measure.indicators) == 1:
                for field, prose in measure.passages().items():
                    place = place_of_measure(measure, field)
                    yield _under(measure.indicators[0], field, place, prose, measures.reading)


def _under(number: int, field: str, place: str, prose: Prose, reading: Reading) -> _Under:
    return _Under(number, field, place, prose.source, reading, Squeezed(prose.plain))


def _copies(texts: tuple[_Under, ...]) -> dict[tuple[int, int], list[_Copy]]:
    """By pairs of indicators. Every run of the shortest length is looked up once, and a run that is known grows to
    both sides, so that the time is that of reading the texts."""
    first: dict[str, dict[int, int]] = {}
    found: dict[tuple[int, int], list[_Copy]] = {}
    for mine, under in enumerate(texts):
        runs = [under.text.letters[n : n + SHORTEST_COPY] for n in range(len(under.text.letters) - SHORTEST_COPY + 1)]
        reached: dict[int, int] = {}
        for at, run in enumerate(runs):
            for theirs, there in first.get(run, {}).items():
                if reached.get(theirs, 0) > at or not under.may_be_told(texts[theirs]):
                    continue
                copy, end = _grown(under, at, texts[theirs], there)
                reached[theirs] = end - SHORTEST_COPY + 1
                if copy.length >= SHORTEST_COPY:
                    pair = sorted((under.indicator, texts[theirs].indicator))
                    found.setdefault((pair[0], pair[1]), []).append(copy)
        for at, run in enumerate(runs):
            first.setdefault(run, {}).setdefault(mine, at)
    return dict(sorted(found.items()))


def _grown(one: _Under, at: int, other: _Under, there: int) -> tuple[_Copy, int]:
    """The whole passage around a common run, in whole clusters of letters and marks, and where in `one` it ends."""
    mine, theirs = one.text.letters, other.text.letters
    before = _common(lambda n: at > n and there > n and mine[at - n - 1] == theirs[there - n - 1])
    after = _common(
        lambda n: at + n < len(mine) and there + n < len(theirs) and mine[at + n] == theirs[there + n],
    )
    start, end, shift = at - before, at + after, there - at
    reached = end
    while start < end and mine[start] in MARKS:
        start += 1
    torn = any(text[stop : stop + 1] and text[stop] in MARKS for text, stop in ((mine, end), (theirs, end + shift)))
    while start < end and torn:
        end -= 1
        torn = mine[end] in MARKS
    while start < end and mine[end - 1] in _LEADING_VOWELS:
        end -= 1
    return _Copy(one, other, start, start + shift, end - start), reached


def _common(holds: Callable[[int], bool]) -> int:
    count = 0
    while holds(count):
        count += 1
    return count


def _longest(copies: list[_Copy]) -> list[_Copy]:
    """Each passage once, and none that is part of another."""
    passages = list(dict.fromkeys(copy.passage for copy in copies))
    whole = [one for one in passages if not any(one != other and one in other for other in passages)]
    return [next(copy for copy in copies if copy.passage == passage) for passage in whole]
