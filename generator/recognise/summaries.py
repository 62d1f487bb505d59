"""What stands around the rows of a table of scores: overall, grade, instruments, sums, and sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from generator import thai
from generator.grids import Cell, Grid, Kind
from generator.model import Framework
from generator.problems import Problem, nearest
from generator.recognise.names import (
    Amount,
    Row,
    figure,
    first_text,
    is_figure,
    key,
    means,
    overall_of,
    says_nothing,
    shown,
)
from generator.recognise.outcome import Confirmation

_OVERALL: Final = re.compile(
    "(?:ผล)?คะแนน(?:ita)?(?:รวม|ภาพรวม|เฉลี่ย(?:รวม|ภาพรวม))|ภาพรวม|ผลการประเมิน(?:ใน)?ภาพรวม|overall"
)
_TOTAL: Final = re.compile("(?:ผล|คะแนน)?รวม(?:ทั้งหมด|ทั้งสิ้น|คะแนน)?|(?:คะแนน|ค่า)?เฉลี่ย|ค่าเฉลี่ยรวม|total|average|sum")
_GRADE: Final = re.compile("(?:ผลการประเมิน)?(?:อยู่ใน)?ระดับ(?:ผลการประเมิน|คะแนน|คุณธรรม)?|เกรด|grade|rating")
_BEFORE_INSTRUMENT: Final = re.compile("^(?:คะแนน|ผล|ด้าน|แบบวัด|แบบตรวจ|เครื่องมือ|รวม|เฉลี่ย)*")
_LINE_OVERALL: Final = re.compile(r"คะแนน(?:รวม|ภาพรวม|เฉลี่ย)\D{0,40}?([0-9๐-๙]{1,3}[.][0-9๐-๙]{1,2})")
_LINE_GRADE: Final = re.compile(r"ระดับ\s*[:“\"]?\s*(\S+?)[”\"]?(?:\s|$)")
_LABEL: Final = 12  # letters that a label alone may have


@dataclass(frozen=True)
class Place:
    """Where a table of scores stands in its grid: the columns of names and of scores, the lines of its rows."""

    names: int
    scores: int
    lines: frozenset[int]


@dataclass
class Summary:
    """What was found, with what is to be said about it."""

    overall: Amount | None = None
    grade: Cell | None = None
    instruments: dict[str, Amount] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    told: list[Confirmation] = field(default_factory=list)


def summary_of(grid: Grid, framework: Framework, place: Place, scores: Mapping[int, Decimal]) -> Summary:
    """The printed summaries, compared with what follows from the scores."""
    found = Summary()
    for row in grid.rows:
        if row[place.names].source.line not in place.lines and first_text(row):
            _add(found, row, framework, place, scores)
            _add_line(found, row, framework)
    found.told += _differences(found, framework, scores)
    return found


def _add(found: Summary, row: Row, framework: Framework, place: Place, scores: Mapping[int, Decimal]) -> None:
    name = first_text(row) or row[0]
    value = _value(row, name, place)
    says = key(" ".join(cell.text for cell in row if cell is not value and not cell.inherited and not is_figure(cell)))
    instrument = _instrument(says, framework)
    if _GRADE.fullmatch(says) and not says_nothing(value):
        found.grade = value
    elif not is_figure(value):
        return
    elif instrument:
        if amount := figure(value).amount:
            found.instruments[instrument] = amount
    elif _OVERALL.fullmatch(says):
        read = figure(value)
        found.problems += [read.problem] if read.problem else []
        found.overall = read.amount or found.overall
    elif _TOTAL.fullmatch(says):
        found.told.append(_total(name, value, scores, framework))
    elif value is row[place.scores] and row[place.names].source.line > min(place.lines):
        called = row[place.names] if row[place.names].text else name
        guess = nearest(called.text, [indicator.name for indicator in framework.indicators])
        found.problems.append(Problem("score-name", called.source, thai.shortened(called.text), {"guess": guess}))


def _value(row: Row, name: Cell, place: Place) -> Cell:
    """What a row says: in the column of scores, else in the first cell beside its name."""
    value = row[place.scores]
    if value is not name and value.text and not value.inherited:
        return value
    beside = (cell for cell in row if cell is not name and cell.text and not cell.inherited)
    return next(beside, Cell("", Kind.EMPTY, value.source))


def _instrument(says: str, framework: Framework) -> str | None:
    bare = _BEFORE_INSTRUMENT.sub("", says)
    for one in framework.instruments:
        code = re.escape(key(one.code))
        if {says, bare} & {key(one.code), key(one.name), key(one.short_name)}:
            return one.code
        if re.fullmatch(rf"{code}[(].*[)]|.*[(]{code}[)]", bare):
            return one.code
    return None


def _total(name: Cell, value: Cell, scores: Mapping[int, Decimal], framework: Framework) -> Confirmation:
    """A row that sums up: the sum, the mean or the weighted overall, whichever it is nearest to."""
    whole = sum(scores.values(), Decimal())
    weighted = overall_of(scores, framework)
    ways = [whole, whole / (len(scores) or 1), *([weighted] if weighted is not None else [])]
    read = figure(value, most=Decimal(100) * len(framework.indicators))
    printed = read.amount.value if read.amount else Decimal(-1)
    meant = min(ways, key=lambda way: abs(way - printed))
    details = {"text": thai.shortened(name.text), "printed": value.text, "computed": shown(meant)}
    agrees = framework.scoring.agree(meant, printed)
    return Confirmation("total-left-out" if agrees else "total-differs", value, details)


def _add_line(found: Summary, row: Row, framework: Framework) -> None:
    """The overall and the grade where a sentence above or below the table says them."""
    for cell in row:
        if cell.inherited or len(cell.text) < _LABEL:
            continue
        if not found.overall and (said := _LINE_OVERALL.search(cell.text)):
            found.overall = figure(Cell(said[1], Kind.TEXT, cell.source)).amount
        graded = _LINE_GRADE.search(thai.normalise(cell.text))
        if graded and not found.grade and any(key(graded[1]) == key(one.label) for one in framework.grades):
            found.grade = Cell(graded[1], Kind.TEXT, cell.source)


def _differences(found: Summary, framework: Framework, scores: Mapping[int, Decimal]) -> Iterator[Confirmation]:
    computed = overall_of(scores, framework)
    if found.overall and computed is not None and not framework.scoring.agree(computed, found.overall.value):
        details = {"printed": found.overall.cell.text, "computed": shown(computed)}
        yield Confirmation("overall-differs", found.overall.cell, details)
    for code, mean in means(scores, framework).items():
        if code in found.instruments and not framework.scoring.agree(mean, found.instruments[code].value):
            details = {"instrument": code, "printed": found.instruments[code].cell.text, "computed": shown(mean)}
            yield Confirmation("instrument-differs", found.instruments[code].cell, details)
    known = [one.label for one in framework.grades]
    if found.grade and not any(key(label) in key(found.grade.text) for label in known):
        yield Confirmation("grade-unknown", found.grade, {"known": ", ".join(known)})
