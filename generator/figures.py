"""The only place where numbers are rounded and written for readers.

A printed figure is shown with the decimals it was printed with. A computed figure is rounded half up to two decimals,
once, when it is shown: comparisons use the exact value.
"""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
FULL_SCORE = Decimal(100)


def rounded(value: Decimal) -> Decimal:
    """Half up to two decimals, as the published scores are rounded; never a negative zero."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP) + 0


def mean(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def printed(value: Decimal) -> str:
    """As it stands in the document: `100.00` and `100` stay different."""
    return format(value, "f")


def computed(value: Decimal) -> str:
    return printed(rounded(value))


def signed(value: Decimal) -> str:
    """With its sign, the minus as long as the plus: +2.50, −2.86, 0.00."""
    shown = rounded(value)
    if shown == 0:
        return printed(abs(shown))
    return ("+" if shown > 0 else "\u2212") + printed(abs(shown))


def exact(value: Decimal) -> str:
    """For the reckoning beside a figure: up to four decimals, no trailing zeros beyond two."""
    four = value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP) + 0
    text = printed(four).rstrip("0")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"


def percent(weight: Decimal) -> str:
    """A weight as a percentage without needless zeros: 0.30 is 30."""
    return format((weight * 100 + 0).normalize(), "f")


def share(part: int, whole: int) -> Decimal:
    """A part of a whole, from 0 to 1; of nothing it is 0."""
    return Decimal(part) / whole if whole else Decimal(0)


def length(value: Decimal, low: Decimal = Decimal(0), high: Decimal = FULL_SCORE) -> str:
    """Where a value lies between low and high, as an SVG length in percent."""
    part = (value - low) / (high - low) * 100
    return f"{printed(rounded(part))}%"


def file_size(size: int) -> str:
    """Bytes for readers: 820 bytes is 1 KB, 1,234,567 is 1.2 MB; thousands, as hosts count them; never broken."""
    if size < 1_000_000:  # noqa: PLR2004 -- a megabyte
        return f"{max(1, -(-size // 1000))}\u00a0KB"
    return f"{(Decimal(size) / 1_000_000).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}\u00a0MB"
