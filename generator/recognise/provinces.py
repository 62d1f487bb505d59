"""The wide table of a province: a row per agency with its scores, points of instruments, total and grade."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from generator import thai
from generator.grids import Cell, Grid
from generator.model import Framework, Instrument
from generator.problems import Problem
from generator.recognise.agencies import plain_name, strangers_told
from generator.recognise.names import (
    Amount,
    Row,
    figure,
    key,
    match,
    means,
    numbered,
    overall_of,
    says_nothing,
    shown,
)
from generator.recognise.outcome import Confirmation, Outcome

_LEAST: Final = 5  # columns of indicators
_SEARCHED: Final = 20  # rows from the top


class _Field(StrEnum):
    AGENCY = "agency"
    CODE = "code"
    TYPE = "type"
    DISTRICT = "district"
    PROVINCE = "province"
    OVERALL = "overall"
    GRADE = "grade"


_HEADINGS: Final = (
    (_Field.AGENCY, re.compile("(?:ชื่อ)?(?:หน่วยงาน(?:ภาครัฐ)?|อปท[.]?|องค์กรปกครองส่วนท้องถิ่น)|รายชื่อหน่วยงาน|agency")),
    (_Field.CODE, re.compile("รหัส(?:หน่วยงาน|โฟลเดอร์)?|slug|code")),
    (_Field.TYPE, re.compile("ประเภท(?:หน่วยงาน|อปท[.]?)?|type")),
    (_Field.DISTRICT, re.compile("อำเภอ|district|amphoe")),
    (_Field.PROVINCE, re.compile("จังหวัด|province")),
    (_Field.GRADE, re.compile("ระดับ(?:ผลการประเมิน|คะแนน)?|เกรด|ผลการประเมิน(?:ระดับ)?|grade|rating")),
    (_Field.OVERALL, re.compile("(?:ผล)?คะแนน(?:รวม|ภาพรวม|เฉลี่ย|ที่ได้)?(?:ita)?|รวม|ภาพรวม|total|overall|ita|score")),
)  # fmt: skip
_SLUG: Final = re.compile("[a-z][a-z0-9-]{1,39}")
_SUMMARY: Final = re.compile("(?:รวม|เฉลี่ย|ค่าเฉลี่ย|ผลรวม|สูงสุด|ต่ำสุด|ภาพรวม).*")


@dataclass(frozen=True)
class AgencyRow:
    """What the table says about one agency; `slug` is the folder of the data that it is about, or the one that it is
    to have if it is `new`. `points` are out of the weight of their instrument, `instruments` out of 100; a table has
    the one or the other."""

    slug: str
    agency: Cell
    scores: Mapping[int, Amount]
    points: Mapping[str, Amount] = field(default_factory=dict)
    instruments: Mapping[str, Amount] = field(default_factory=dict)
    overall: Amount | None = None
    grade: Cell | None = None
    type: Cell | None = None
    district: Cell | None = None
    province: Cell | None = None
    new: bool = False


@dataclass(frozen=True)
class ProvinceTable:
    rows: tuple[AgencyRow, ...]


@dataclass(frozen=True)
class _Columns:
    fields: Mapping[_Field, int]
    indicators: Mapping[int, int]
    instruments: Mapping[str, int]
    first: int  # the first row below the headings


def province_table(grid: Grid, framework: Framework, agencies: Mapping[str, str]) -> Outcome[ProvinceTable]:
    """The rows of the agencies that `agencies` knows by a name, and of those that the table gives the folder of; None
    where no heading names agencies and indicators."""
    columns = _columns(grid, framework)
    if columns is None:
        return Outcome(None)
    known = {plain_name(name): slug for name, slug in agencies.items()}
    problems: list[Problem] = []
    told: list[Confirmation] = []
    rows: dict[str, AgencyRow] = {}
    strangers: list[Cell] = []
    for row in grid.rows[columns.first :]:
        cell = row[columns.fields[_Field.AGENCY]]
        if not cell.text or cell.inherited or _is_heading(row, columns):
            continue
        if _SUMMARY.fullmatch(key(cell.text)):
            told.append(Confirmation("row-left-out", cell))
            continue
        slug = known.get(plain_name(cell.text)) or _folder(row, columns)
        if slug is None:
            strangers.append(cell)
            continue
        if slug in rows:
            first = str(rows[slug].agency.source)
            problems.append(Problem("agency-twice", cell.source, thai.shortened(cell.text), {"first": first}))
            continue
        read, wrong, doubts = _row(row, cell, slug, columns, framework)
        new = slug not in agencies.values()
        rows[slug] = replace(read, new=new)
        problems += wrong
        told += [*doubts, *([Confirmation("agency-new", cell, {"slug": slug})] if new else [])]
    told += strangers_told(strangers, agencies)
    return Outcome(ProvinceTable(tuple(rows.values())), tuple(problems), tuple(told))


def _folder(row: Row, columns: _Columns) -> str | None:
    """The folder that the table gives an agency, if it is a name that a folder can have."""
    cell = row[columns.fields[_Field.CODE]] if _Field.CODE in columns.fields else None
    return cell.text if cell and _SLUG.fullmatch(cell.text) else None


# --- headings, in one row or in two


def _columns(grid: Grid, framework: Framework) -> _Columns | None:
    for at, row in enumerate(grid.rows[:_SEARCHED]):
        if not any(_field(cell.text) is _Field.AGENCY for cell in row):
            continue
        one = _headed(grid, (at,), framework)
        two = _headed(grid, (at, at + 1), framework) if at + 1 < len(grid.rows) else None
        found = [columns for columns in (one, two) if columns and len(columns.indicators) >= _LEAST]
        if found:
            return max(found, key=lambda columns: (len(columns.indicators), len(columns.instruments), -columns.first))
    return None


def _headed(grid: Grid, lines: tuple[int, ...], framework: Framework) -> _Columns | None:
    fields: dict[_Field, int] = {}
    indicators: dict[int, int] = {}
    instruments: dict[str, int] = {}
    for column in range(len(grid.rows[lines[0]])):
        for line in reversed(lines):
            cell = grid.rows[line][column]
            # a heading over several columns is none of one
            if not cell.text or (cell.inherited and line == lines[0] and len(lines) > 1):
                continue
            named = numbered(cell.text, framework)
            found = match(cell.text, framework)
            indicator = named or (found.indicator if found and not found.guessed else None)
            instrument = _instrument(cell.text, framework)
            what = _field(cell.text)
            if indicator:
                indicators.setdefault(indicator.number, column)
            elif instrument:
                instruments.setdefault(instrument, column)
            elif what:
                fields.setdefault(what, column)
            if indicator or instrument or what:
                break
    if _Field.AGENCY not in fields:
        return None
    return _Columns(fields, indicators, instruments, lines[-1] + 1)


def _field(text: str) -> _Field | None:
    compact = re.sub(r"[(].*[)]$", "", key(text))
    return next((what for what, pattern in _HEADINGS if pattern.fullmatch(compact)), None)


def _instrument(text: str, framework: Framework) -> str | None:
    compact = re.sub("^คะแนน", "", key(text))
    for one in framework.instruments:
        weight = str(int(one.weight * 100))
        if re.fullmatch(rf"{key(one.code)}(?:[/(]?{weight}(?:%|คะแนน)?[)]?)?", compact):
            return one.code
    return None


def _is_heading(row: Row, columns: _Columns) -> bool:
    """Whether the headings are repeated here, as on every printed page."""
    return _field(row[columns.fields[_Field.AGENCY]].text) is _Field.AGENCY


# --- a row


def _row(
    row: Row, agency: Cell, slug: str, columns: _Columns, framework: Framework
) -> tuple[AgencyRow, list[Problem], list[Confirmation]]:
    problems: list[Problem] = []
    told: list[Confirmation] = []

    def amount(column: int | None) -> Amount | None:
        if column is None or says_nothing(row[column]):
            return None
        read = figure(row[column])
        problems.extend([read.problem] if read.problem else [])
        told.extend([read.confirmation] if read.confirmation else [])
        return read.amount

    def text(what: _Field) -> Cell | None:
        cell = row[columns.fields[what]] if what in columns.fields else None
        return cell if cell is not None and not says_nothing(cell) else None

    scores = {number: read for number, at in sorted(columns.indicators.items()) if (read := amount(at))}
    missing = [one for one in framework.indicators if one.number not in scores]
    if missing:
        listed = ", ".join(one.label for one in missing)
        told.append(Confirmation("scores-missing", agency, {"count": str(len(scores)), "missing": listed}))
    codes = [one.code for one in framework.instruments]
    given = {code: read for code in codes if (read := amount(columns.instruments.get(code)))}
    overall = amount(columns.fields.get(_Field.OVERALL))
    grade = text(_Field.GRADE)
    values = {number: read.value for number, read in scores.items()}
    by_mean = means(values, framework)
    points: dict[str, Amount] = {}
    instruments: dict[str, Amount] = {}
    out_of_hundred = any(read.value > framework.instrument(code).weight * 100 for code, read in given.items())
    for code, read in given.items():
        (instruments if out_of_hundred else points)[code] = read
        if code in by_mean:
            told += _compared(read, framework.instrument(code), by_mean[code], framework, weighted=not out_of_hundred)
    computed = overall_of(values, framework)
    if overall and computed is not None and not framework.scoring.agree(computed, overall.value):
        details = {"printed": overall.cell.text, "computed": shown(computed)}
        told.append(Confirmation("overall-differs", overall.cell, details))
    elif overall and computed is None and len(points) == len(codes):
        total = sum((read.value for read in points.values()), Decimal())
        # each of the points is rounded on its own
        if abs(total - overall.value) > framework.scoring.tolerance * 2:
            details = {"printed": overall.cell.text, "computed": shown(total)}
            told.append(Confirmation("overall-differs", overall.cell, details))
    labels = [one.label for one in framework.grades]
    if grade and key(grade.text) not in map(key, labels):
        told.append(Confirmation("grade-unknown", grade, {"known": ", ".join(labels)}))
    kind, district, province = (text(what) for what in (_Field.TYPE, _Field.DISTRICT, _Field.PROVINCE))
    found = AgencyRow(slug, agency, scores, points, instruments, overall, grade, kind, district, province)
    return found, problems, told


def _compared(
    read: Amount, instrument: Instrument, mean: Decimal, framework: Framework, *, weighted: bool
) -> list[Confirmation]:
    wanted = mean * instrument.weight if weighted else mean
    if framework.scoring.agree(wanted, read.value):
        return []
    if not weighted:
        details = {"instrument": instrument.code, "printed": read.cell.text, "computed": shown(mean)}
        return [Confirmation("instrument-differs", read.cell, details)]
    details = {
        "instrument": instrument.code,
        "printed": read.cell.text,
        "computed": shown(wanted),
        "mean": shown(mean),
        "weight": str(instrument.weight),
    }
    return [Confirmation("points-differ", read.cell, details)]
