"""Where the axis of a comparison begins: one for all its rows, wider in fixed steps, and said in words."""

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal

from generator import figures

_STEP = Decimal(10)
_NARROWEST = Decimal(80)


def start(values: Iterable[Decimal | None]) -> Decimal:
    """80, or the next of 70, 60 … 0 that is no higher than the lowest value."""
    lowest = min((value for value in values if value is not None), default=Decimal(0))
    return max(Decimal(0), min((lowest / _STEP).to_integral_value(rounding=ROUND_FLOOR) * _STEP, _NARROWEST))


def described(begins: Decimal) -> str:
    """What a reader must know about it."""
    if begins == 0:
        return "แกน 0–100 คะแนน"
    return f"แกน {figures.printed(begins)}–100 คะแนน (ไม่ได้เริ่มที่ 0)"
