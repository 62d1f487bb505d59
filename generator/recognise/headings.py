"""The headings of tables of measures, and which column holds what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator import thai
from generator.grids import Grid
from generator.model import Framework, Held
from generator.problems import Problem
from generator.recognise.names import Row, first_text, is_band, key, match
from generator.recognise.outcome import Confirmation

_SEARCHED: Final = 15  # rows from the top
_LEAST: Final = 2  # columns whose headings are known

# In this order, so that ผลการดำเนินงานตามมาตรการ is a result and no measure.
_HEADINGS: Final = (
    (Held.OUTCOME, re.compile("ผลลัพธ์|ความสำเร็จ|ผลสัมฤทธิ์")),
    (Held.FOLLOW_UP, re.compile("การติดตาม|กำกับติดตาม|ติดตาม|การรายงานผล|การประเมินผล")),
    (Held.RESULT, re.compile("ผลการดำเนิน|ผลการปฏิบัติ|สรุปผล|ผลที่ได้|รายละเอียดการดำเนิน")),
    (Held.PROGRESS, re.compile("ความก้าวหน้า|รอบ6เดือน")),
    (Held.PERIOD, re.compile("ระยะเวลา|กำหนดเวลา|ช่วงเวลา|กำหนดการ|ห้วงเวลา|กำหนดแล้วเสร็จ")),
    (Held.RESPONSIBLE, re.compile("รับผิดชอบ|ผู้ดำเนินการ|เจ้าภาพ")),
    (Held.OWN_ANALYSIS, re.compile("ผลการวิเคราะห์ของหน่วยงาน|การวิเคราะห์ของหน่วยงาน")),
    (Held.ANALYSIS, re.compile("ผลการวิเคราะห์|ประเด็นที่(?:ต้อง|ควร)|ข้อบกพร่อง|ปัญหา|จุดอ่อน")),
    (Held.PERCEPTION, re.compile("การวิเคราะห์|ผลสะท้อน|ความเห็น")),
    (Held.STEPS, re.compile("ขั้นตอน|วิธี|แนวทางการดำเนิน|แนวทางปฏิบัติ|แนวทางการปฏิบัติ|การดำเนินการ$")),
    (Held.TITLE, re.compile("มาตรการ|โครงการ|กิจกรรม|แนวทาง")),
    (Held.SUBJECT, re.compile("ตัวชี้วัด|ประเด็น|หัวข้อ|ด้าน")),
)
# The words that leave no doubt.
_PLAIN: Final = {
    Held.SUBJECT: "ตัวชี้วัด",
    Held.TITLE: "มาตรการ",
    Held.OWN_ANALYSIS: "ของหน่วยงาน",
    Held.ANALYSIS: "ผลการวิเคราะห์",
    Held.STEPS: "ขั้นตอน|วิธี",
    Held.RESPONSIBLE: "รับผิดชอบ",
    Held.PERIOD: "ระยะเวลา",
    Held.FOLLOW_UP: "ติดตาม",
    Held.PROGRESS: "ความก้าวหน้า",
    Held.RESULT: "^สรุปผล|^ผลการดำเนิน",
    Held.OUTCOME: "ผลลัพธ์|ความสำเร็จ",
}
_NUMBER: Final = re.compile("(?:ลำดับ)?(?:ที่)?|ลำดับ|ข้อ(?:ที่)?|no[.]?|#")
_LONGEST_HEADING: Final = 90
OF_A_MEASURE: Final = frozenset({Held.TITLE, Held.SUBJECT})
# What only a table of measures has; indicators with an analysis beside them are none.
_OF_WORK: Final = frozenset(
    {Held.STEPS, Held.RESPONSIBLE, Held.PERIOD, Held.FOLLOW_UP, Held.PROGRESS, Held.RESULT, Held.OUTCOME}
)
_STEP: Final = re.compile(r"\s*[(]?[0-9๐-๙]{1,2}[.)]")
WORDS: Final[dict[Held, str]] = {
    Held.SUBJECT: "ตัวชี้วัด",
    Held.TITLE: "ชื่อมาตรการ",
    Held.PERCEPTION: "การวิเคราะห์ (ผลสะท้อน)",
    Held.OWN_ANALYSIS: "ผลการวิเคราะห์ของหน่วยงาน",
    Held.ANALYSIS: "ผลการวิเคราะห์",
    Held.STEPS: "ขั้นตอนหรือวิธีดำเนินการ",
    Held.RESPONSIBLE: "ผู้รับผิดชอบ",
    Held.PERIOD: "ระยะเวลาดำเนินการ",
    Held.FOLLOW_UP: "การติดตามผล",
    Held.PROGRESS: "ความก้าวหน้า",
    Held.RESULT: "ผลการดำเนินการ",
    Held.OUTCOME: "ผลลัพธ์หรือความสำเร็จ",
}


@dataclass(frozen=True)
class Columns:
    """Where everything stands; `number` is the column of running numbers."""

    holds: dict[int, Held]
    number: int | None
    line: int
    row: Row


def _held(text: str) -> Held | None:
    compact = key(text)
    if not compact or len(compact) > _LONGEST_HEADING:
        return None
    return next((held for held, pattern in _HEADINGS if pattern.search(compact)), None)


def columns_of(grid: Grid) -> Columns | None:
    for line, first in enumerate(grid.rows[:_SEARCHED]):
        if is_band(first):
            continue
        row, last = _down(grid, line)
        holds: dict[int, Held] = {}
        for at, cell in enumerate(row):
            held = _held(cell.text) if not cell.inherited else None
            # a cell that names an indicator is of the table, not above it
            if held and held not in holds.values() and not _STEP.match(cell.text) and not names_by_number(cell.text):
                holds[at] = held
        if len(holds) >= _LEAST and OF_A_MEASURE & {*holds.values()} and _OF_WORK & {*holds.values()}:
            number = next((at for at, cell in enumerate(row) if cell.text and _NUMBER.fullmatch(key(cell.text))), None)
            return Columns(holds, number, last, row)
    return None


def _down(grid: Grid, line: int) -> tuple[Row, int]:
    """The headings from a row down, as long as its first cell goes down too, and the last of their rows."""
    row = grid.rows[line]
    while line + 1 < len(grid.rows):
        below = grid.rows[line + 1]
        if not (row[0].text and below[0].inherited and below[0].text == row[0].text):
            break
        row = tuple(
            lower if lower.text and not lower.inherited else upper for upper, lower in zip(row, below, strict=True)
        )
        line += 1
    return row, line


def names_by_number(text: str) -> bool:
    return bool(re.match("ตัวชี้วัด(?:ที่)?[0-9]", key(text)))


def of_headings(grid: Grid, columns: Columns) -> Iterator[Confirmation]:
    first = {held: at for at, held in columns.holds.items()}
    for at, cell in enumerate(columns.row):
        if at in columns.holds:
            # what is called so is not asked about
            if not re.search(_PLAIN.get(columns.holds[at], "$^"), key(cell.text)):
                yield Confirmation("heading-read", cell, {"meant": WORDS[columns.holds[at]]})
        elif at != columns.number and not cell.inherited and any(row[at].text for row in grid.rows[columns.line + 1 :]):
            held = _held(cell.text)
            if held and held in first:
                heading = columns.row[first[held]]
                yield Confirmation("column-repeated", cell, {"first": thai.shortened(heading.text)})
            else:
                yield Confirmation("column-left-out", cell)


def with_subject(grid: Grid, columns: Columns) -> Columns:
    """A column called มาตรการ that only names indicators holds what the measures are about, and no titles."""
    at = next((at for at, held in columns.holds.items() if held is Held.TITLE), None)
    if at is None or Held.SUBJECT in columns.holds.values():
        return columns
    cells = [row[at] for row in grid.rows[columns.line + 1 :] if row[at].text and not row[at].inherited]
    if not cells or not all(names_by_number(cell.text) for cell in cells):
        return columns
    return replace(columns, holds=columns.holds | {at: Held.SUBJECT})


def without_headings(grid: Grid, framework: Framework) -> Iterator[Problem]:
    """A table that reads like measures but has no headings cannot be read; nothing is guessed from its order."""
    rows = [row for row in grid.rows if first_text(row)][:_SEARCHED]
    texts = [cell.text for row in rows for cell in row if not cell.inherited]
    like = any(_STEP.match(text) and len(text) > 40 for text in texts)  # noqa: PLR2004 -- longer than a name
    about = any(text.startswith("มาตรการ") or match(text, framework) for text in texts)
    if rows and len(rows[0]) >= _LEAST and like and about:
        cell = first_text(rows[0])
        if cell:
            wanted = " | ".join(
                WORDS[held] for held in (Held.SUBJECT, Held.TITLE, Held.STEPS, Held.RESPONSIBLE, Held.PERIOD)
            )
            yield Problem("measures-headings", cell.source, thai.shortened(cell.text), {"wanted": wanted})
