"""Lists of items and their addresses."""

from collections.abc import Callable, Sequence

import pytest

from generator.grids import Grid
from generator.model import Framework
from generator.recognise import AddressList, Confirmation, Outcome, address_list

MakeGrid = Callable[..., Grid]
Told = Callable[[Sequence[Confirmation]], list[tuple[str, str]]]

A, B = "https://example.go.th/o1", "https://example.go.th/o2/?id=5"
WANTED = [("O1", A), ("O2", B)]


def entries(outcome: Outcome[AddressList]) -> list[tuple[str, str]]:
    return [(one.item, one.address.text) for one in outcome.record.entries] if outcome.record else []


@pytest.mark.parametrize(
    "rows",
    [
        [["O1", A], ["O2", B]],
        [["ข้อ", "ที่อยู่"], ["O1", A], ["O2", B]],
        [["o1", A], ["โอ ๒", B]],
        [["ข้อ O1", A], ["ข้อ O 2", B]],
        [["O1 โครงสร้าง", A], ["O2 ผู้บริหาร", B]],
        [["O1. โครงสร้าง", A], ["O2: ผู้บริหาร", B]],
        [["O1", "โครงสร้าง", A], ["O2", "ผู้บริหาร", B]],
        [[A, "O1"], [B, "O2"]],
        [["1", "O1", A], ["2", "O2", B]],
        [["รายการ OIT", "<"], [""], ["O1", A], [""], ["O2", B]],
        [["O1", f"ดูที่ {A}"], ["O2", f"{B} ."]],
        [["O01", A], ["O02", B]],
    ],
)
def test_items_with_an_address_each(grid: MakeGrid, framework: Framework, rows: list[list[str]]) -> None:
    outcome = address_list(grid(*rows), framework)

    assert (entries(outcome), outcome.problems, outcome.confirmations) == (WANTED, (), ())


@pytest.mark.parametrize(
    ("row", "title"),
    [
        (["O1", A], None),
        (["O1 โครงสร้าง", A], "โครงสร้าง"),
        (["O1", "โครงสร้าง", A], "โครงสร้าง"),
        (["O1", A, "ล่าสุด"], "ล่าสุด"),
    ],
)
def test_the_title_beside_the_number(grid: MakeGrid, framework: Framework, row: list[str], title: str | None) -> None:
    record = address_list(grid(row, ["O2", B]), framework).record

    assert record is not None
    assert (record.entries[0].title and record.entries[0].title.text) == title
    assert str(record.entries[0].code.source) == "ก.xlsx › ชีต › A1"


@pytest.mark.parametrize(
    ("row", "more", "confirmed"),
    [
        (["O3", f"{A}/x\n{B}/y"], [("O3", f"{A}/x"), ("O3", f"{B}/y")], []),
        (["", f"{A}/x"], [("O2", f"{A}/x")], [("item-joined", "B3")]),
        (["^", f"{A}/x"], [("O2", f"{A}/x")], [("item-joined", "B3")]),
        (["O2", B], [], [("address-repeated", "B3")]),
        (["O3", "ไม่มี"], [], [("item-without-address", "A3")]),
        (["O3", ""], [], [("item-without-address", "A3")]),
        (["O43", A], [("O43", A)], [("item-unknown", "A3")]),
        (["หมายเหตุ", "ก"], [], []),
    ],
)
def test_rows_that_are_told(  # noqa: PLR0917 -- the columns of the table
    grid: MakeGrid,
    framework: Framework,
    told: Told,
    row: list[str],
    more: list[tuple[str, str]],
    confirmed: list[tuple[str, str]],
) -> None:
    outcome = address_list(grid(["O1", A], ["O2", B], row), framework)

    assert (entries(outcome), outcome.problems) == ([*WANTED, *more], ())
    assert told(outcome.confirmations) == confirmed


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://example.go.th/", "address-invalid"),
        ("www.example.go.th", "address-invalid"),
        ("example.go.th/o3", "address-invalid"),
        ("https://user@example.go.th/", "address-invalid"),
        ("https://example.go.th:8080/", "address-invalid"),
        ("https://เมืองคง.ไทย/", "address-invalid"),
        ("https://localhost/", "address-invalid"),
    ],
)
def test_addresses_that_cannot_be_used(grid: MakeGrid, framework: Framework, address: str, code: str) -> None:
    outcome = address_list(grid(["O1", A], ["O2", B], ["O3", address]), framework)

    assert entries(outcome) == WANTED
    assert [(one.code, str(one.source), one.found) for one in outcome.problems] == [(code, "ก.xlsx › ชีต › B3", address)]


def test_an_address_above_all_items(grid: MakeGrid, framework: Framework) -> None:
    outcome = address_list(grid(["เว็บไซต์", "https://example.go.th/"], ["O1", A], ["O2", B]), framework)

    assert entries(outcome) == WANTED
    assert [one.code for one in outcome.problems] == ["address-without-item"]


@pytest.mark.parametrize(
    ("heading", "read"), [("ข้อ", True), ("ข้อที่", True), ("OIT", True), ("ลำดับ", False), ("", False)]
)
def test_numbers_without_a_letter(grid: MakeGrid, framework: Framework, told: Told, heading: str, read: bool) -> None:
    outcome = address_list(grid([heading, "URL"], ["1", A], ["2", B]), framework)

    assert entries(outcome) == (WANTED if read else [])
    assert told(outcome.confirmations) == (
        [("item-without-letter", "A2"), ("item-without-letter", "A3")] if read else []
    )


@pytest.mark.parametrize(
    "rows", [[["O1", A]], [["O1", "ก"], ["O2", "ข"]], [["ก", A], ["ข", B]], [["O0", A], ["O100", B]], [["ก"]]]
)
def test_what_is_no_such_list(grid: MakeGrid, framework: Framework, rows: list[list[str]]) -> None:
    assert address_list(grid(*rows), framework) == Outcome(None)
