"""The form as an Excel workbook."""

import datetime
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter

from generator import thai
from generator.forms.fields import Field, Shape
from generator.forms.sheets import EXAMPLE, FIRST_WIDTH, Row, Sheet, columns_of_lines

HEAD, HINT = "แถว", "วิธีกรอก"
TITLE: Final = "แบบกรอก ITA ปี {year} – {sheet}"
# A sheet of our own that nobody needs to see: what the drop-downs offer.
LISTS: Final = "รายการเลือก"
_STAMP = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)  # the first day that a zip archive knows
_TITLE, _LINE, _TALLEST = 28, 17, 409  # points; a row is never higher
_A4 = 9
_READABLE = 260  # so many letters side by side can be read on a printed page
_EXACT = re.compile(r"[0-9]{1,3}\.[0-9]{2}")
_QUIET = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FONT = {"font_name": "Tahoma", "font_size": 10}
# What a person may do on a sheet whose headings are locked.
_ALLOWED = {"insert_rows": True, "delete_rows": True, "format_rows": True, "format_columns": True, "format_cells": True}


@dataclass(frozen=True)
class Heading:
    """What stands at the head of every sheet."""

    year: str
    agency: str
    years: str


def as_xlsx(heading: Heading, sheets: Sequence[Sheet]) -> bytes:
    """The workbook; the same sheets give the same bytes."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _QUIET) as book:
        book.set_properties({"title": f"แบบกรอก ITA ปี {heading.year}", "author": heading.agency, "created": _STAMP})
        looks = _looks(book)
        lists: dict[tuple[str, ...], str] = {}
        pages = [(one, book.add_worksheet(one.name)) for one in sheets]
        offered = book.add_worksheet(LISTS)
        offered.hide()
        for one, page in pages:
            _write(page, one, heading, looks, lambda field: _source(offered, field, lists))
    return content.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    """The formats of the form, by what they are for."""
    wrap = {**_FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#9AA5B1", "num_format": "@"}
    locked = {**wrap, "bg_color": "#E9EDF2"}
    return {
        "title": book.add_format({**_FONT, "bold": True, "font_size": 15, "font_color": "#12395B"}),
        "agency": book.add_format({**_FONT, "bold": True, "font_size": 12}),
        "told": book.add_format(_FONT),
        "label": book.add_format({**_FONT, "bold": True, "valign": "top"}),
        "note": book.add_format({**_FONT, "font_color": "#5B6673", "italic": True, "valign": "top"}),
        "head": book.add_format({**wrap, "bold": True, "bg_color": "#12395B", "font_color": "#FFFFFF"}),
        "hint": book.add_format({**locked, "italic": True, "font_color": "#5B6673"}),
        "locked": book.add_format(locked),
        "open": book.add_format({**wrap, "locked": False}),
        "score": book.add_format({**wrap, "num_format": "0.00", "locked": False}),
        "locked-score": book.add_format({**locked, "num_format": "0.00"}),
    }


def _source(page: Any, field: Field, lists: dict[tuple[str, ...], str]) -> str:
    """Where the choices of a drop-down stand; a validation itself holds 255 letters only."""
    if field.choices not in lists:
        column = len(lists)
        for row, text in enumerate(field.choices):
            page.write_string(row, column, text)
        name = xlsxwriter.utility.xl_col_to_name(column)
        lists[field.choices] = f"='{LISTS}'!${name}$1:${name}${len(field.choices)}"
    return lists[field.choices]


def _write(page: Any, sheet: Sheet, heading: Heading, looks: dict[str, Any], source: Any) -> None:
    page.hide_gridlines(2)
    page.set_column(0, 0, FIRST_WIDTH)
    for column, field in enumerate(sheet.columns, start=1):
        page.set_column(column, column, field.width)
    page.write_string(0, 0, TITLE.format(year=heading.year, sheet=sheet.name), looks["title"])
    page.write_string(1, 0, heading.agency, looks["agency"])
    page.write_string(2, 0, heading.years, looks["label"])
    for number, text in enumerate(sheet.told, start=3):
        page.write_string(number, 0, text, looks["told"])
    for number, height in enumerate((_TITLE, _LINE + 6, *[_LINE + 2] * (1 + len(sheet.told)))):
        page.set_row(number, height)
    at = 3 + len(sheet.told)
    first, last = columns_of_lines(sheet)
    for line in sheet.lines:
        at += 1
        page.write_string(at, 0, line.field.label, looks["label"])
        if last > first:
            page.merge_range(at, first, at, last, "", looks["locked" if line.locked else "open"])
        _cell(page, (at, first), line.field, line.shown, looks, locked=line.locked)
        _offer(page, (at, first, at, first), line.field, source)
        page.write_string(at, last + 1, line.field.note, looks["note"])
        room = sum(field.width for field in sheet.columns[first - 1 : last])
        page.set_row(at, _height([(line.shown, room)]))
    at += 2
    _write_table(page, at, sheet, looks, source)
    page.protect("", _ALLOWED)
    page.freeze_panes(0, 2)
    page.repeat_rows(at)
    page.set_landscape()
    page.set_paper(_A4)
    page.repeat_columns(0, 1)
    page.fit_to_pages(-(-sum(field.width for field in sheet.columns) // _READABLE), 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&A&Rหน้า &P จาก &N")


def _write_table(page: Any, at: int, sheet: Sheet, looks: dict[str, Any], source: Any) -> None:
    page.write_string(at, 0, HEAD, looks["head"])
    for column, field in enumerate(sheet.columns, start=1):
        page.write_string(at, column, field.label, looks["head"])
    page.set_row(at, _height((field.label, field.width) for field in sheet.columns))
    told: list[tuple[str, dict[str, str]]] = []
    if any(field.note for field in sheet.columns):
        told.append((HINT, {field.label: field.note for field in sheet.columns}))
    if sheet.example:
        told.append((EXAMPLE, dict(sheet.example)))
    for mark, shown in told:
        at += 1
        page.write_string(at, 0, mark, looks["hint"])
        for column, field in enumerate(sheet.columns, start=1):
            page.write_string(at, column, shown.get(field.label, ""), looks["hint"])
        page.set_row(at, _height((shown.get(field.label, ""), field.width) for field in sheet.columns))
    first = at + 1
    rows = (*sheet.rows, *(Row() for _ in range(sheet.spare)))
    for number, row in enumerate(rows, start=1):
        at += 1
        page.write_string(at, 0, str(number), looks["locked"])
        for column, field in enumerate(sheet.columns, start=1):
            text = row.shown.get(field.label, "")
            _cell(page, (at, column), field, text, looks, locked=field.label in row.locked)
        page.set_row(at, _height((row.shown.get(field.label, ""), field.width) for field in sheet.columns))
    for column, field in enumerate(sheet.columns, start=1):
        _offer(page, (first, column, max(first, at), column), field, source)
    page.ignore_errors({"number_stored_as_text": f"A1:{xlsxwriter.utility.xl_col_to_name(len(sheet.columns))}{at + 1}"})


def _cell(page: Any, at: tuple[int, int], field: Field, shown: str, looks: dict[str, Any], *, locked: bool) -> None:
    if field.shape is Shape.SCORE:
        look = looks["locked-score" if locked else "score"]
        if _EXACT.fullmatch(shown):
            page.write_number(*at, float(shown), look)
            return
    else:
        look = looks["locked" if locked else "open"]
    if shown:
        page.write_string(*at, shown, look)
    else:
        page.write_blank(*at, None, look)


def _offer(page: Any, cells: tuple[int, int, int, int], field: Field, source: Any) -> None:
    """For a range of cells: a drop-down, or a word of warning where a score is no score."""
    if field.choices:
        page.data_validation(*cells, {
            "validate": "list", "source": source(field), "error_type": "warning", "error_title": "ไม่มีในรายการ",
            "error_message": "โปรดเลือกจากรายการ",
        })  # fmt: skip
    elif field.shape is Shape.SCORE:
        page.data_validation(*cells, {
            "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100, "error_type": "warning",
            "error_title": "คะแนนอยู่ระหว่าง 0 ถึง 100", "error_message": "หากพิมพ์เป็นเลขไทยให้กด “ใช่” เพื่อใช้ต่อ",
        })  # fmt: skip


def _height(cells: Iterable[tuple[str, int]]) -> int:
    """Of a row; not every program makes rows as high as their text."""
    tallest = 1
    for text, width in cells:
        room = max(1, width * 9 // 10)
        tallest = max(tallest, sum(max(1, -(-thai.width(line) // room)) for line in text.split("\n")))
    return min(_TALLEST, _LINE * tallest + 3)
