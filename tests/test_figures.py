"""Rounding half up, and how figures are written: printed as they stand, computed with two decimals."""

from decimal import Decimal

import pytest

from generator.figures import computed, exact, length, mean, percent, printed, rounded, signed


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0.0049999", "0.00"),
        ("0.005", "0.01"),
        ("0.0149999", "0.01"),
        ("0.015", "0.02"),
        ("0.025", "0.03"),
        ("2.6749999", "2.67"),
        ("2.675", "2.68"),
        ("84.994999", "84.99"),
        ("84.995", "85.00"),
        ("99.995", "100.00"),
        ("100", "100.00"),
        ("88.5", "88.50"),
        ("-0.0150001", "-0.02"),
        ("-0.015", "-0.02"),
        ("-0.0149999", "-0.01"),
        ("-0.005", "-0.01"),
        ("-0.0049999", "0.00"),
        ("-0", "0.00"),
        ("-2.675", "-2.68"),
    ],
)
def test_rounded_half_up(value: str, shown: str) -> None:
    assert str(rounded(Decimal(value))) == shown
    assert computed(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("values", "average"),
    [
        (["90", "91", "92", "93", "94"], "92"),
        (["88.53"], "88.53"),
        (["0.1", "0.2", "0.3"], "0.2"),
        (["90.00", "91.01"], "90.505"),
        (["89.99", "90.00", "90.01", "90.01"], "90.0025"),
        (["0", "100"], "50"),
    ],
)
def test_mean_is_exact(values: list[str], average: str) -> None:
    assert mean([Decimal(value) for value in values]) == Decimal(average)


def test_mean_is_not_rounded_to_cents() -> None:
    third = mean([Decimal(1), Decimal(2), Decimal(2)])

    assert rounded(third) == Decimal("1.67")
    assert abs(third * 3 - 5) < Decimal("1e-25")


@pytest.mark.parametrize("text", ["100", "100.00", "88.5", "88.50", "0", "0.000", "-1.36"])
def test_printed_keeps_decimals(text: str) -> None:
    assert printed(Decimal(text)) == text


def test_printed_has_no_exponent() -> None:
    assert printed(Decimal("1E+2")) == "100"
    assert printed(Decimal("0.0000001")) == "0.0000001"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2.5", "+2.50"),
        ("0.005", "+0.01"),
        ("0.0049", "0.00"),
        ("0.001", "0.00"),
        ("0.00", "0.00"),
        ("-0.00", "0.00"),
        ("-0.001", "0.00"),
        ("-0.0049", "0.00"),
        ("-0.005", "\u22120.01"),
        ("-2.86", "\u22122.86"),
        ("-2.865", "\u22122.87"),
        ("100", "+100.00"),
    ],
)
def test_signed(value: str, shown: str) -> None:
    assert signed(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("90", "90.00"),
        ("90.9", "90.90"),
        ("90.90", "90.90"),
        ("90.905", "90.905"),
        ("90.9045", "90.9045"),
        ("90.9040", "90.904"),
        ("90.90449", "90.9045"),
        ("90.90445", "90.9045"),
        ("90.904449", "90.9044"),
        ("90.00005", "90.0001"),
        ("90.000049", "90.00"),
        ("-1.5", "-1.50"),
        ("-0.00005", "-0.0001"),
        ("-0.000049", "0.00"),
        ("100", "100.00"),
        ("0", "0.00"),
    ],
)
def test_exact(value: str, shown: str) -> None:
    assert exact(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("weight", "shown"),
    [
        ("0.30", "30"),
        ("0.3", "30"),
        ("0.40", "40"),
        ("0.125", "12.5"),
        ("0.005", "0.5"),
        ("1", "100"),
        ("1.00", "100"),
        ("0", "0"),
        ("0.333", "33.3"),
        ("-0", "0"),
    ],
)
def test_percent(weight: str, shown: str) -> None:
    assert percent(Decimal(weight)) == shown


@pytest.mark.parametrize(
    ("value", "low", "high", "shown"),
    [
        ("0", "0", "100", "0.00%"),
        ("88.53", "0", "100", "88.53%"),
        ("88.535", "0", "100", "88.54%"),
        ("100", "0", "100", "100.00%"),
        ("80", "80", "100", "0.00%"),
        ("85", "80", "100", "25.00%"),
        ("100", "80", "100", "100.00%"),
        ("70", "60", "90", "33.33%"),
    ],
)
def test_length_between_bounds(value: str, low: str, high: str, shown: str) -> None:
    assert length(Decimal(value), Decimal(low), Decimal(high)) == shown


@pytest.mark.parametrize(("value", "shown"), [("0", "0.00%"), ("85", "85.00%"), ("100", "100.00%")])
def test_length_of_a_score(value: str, shown: str) -> None:
    assert length(Decimal(value)) == shown
