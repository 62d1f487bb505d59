"""Tables as CSV that Excel opens as it is: UTF-8 with a mark at its beginning, English names of columns, numbers as
numbers."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator import figures
from generator.thai import FiscalYear

Value = str | int | Decimal | FiscalYear | None
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The bytes of the file. Text that a spreadsheet would take for a formula begins with an apostrophe; a number
    never does, not even a negative one."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[_written(value) for value in row] for row in rows])
    return held.getvalue().encode("utf-8-sig")


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return figures.printed(value)
    if isinstance(value, str) and value.lstrip(" ").startswith(_STARTS_A_FORMULA):
        return f"'{value}"
    return str(value)
