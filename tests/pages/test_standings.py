"""Who ranks where among agencies of one type in one year: ties, counts, who stands apart and why, means."""

from decimal import Decimal
from typing import Any

import pytest

from generator import frameworks
from generator.pages import standings
from generator.pages.standings import Standing
from generator.pages.summaries import Result, Summary, rules_of
from generator.thai import FiscalYear

YEAR = 2568
RULES = frameworks.packaged(FiscalYear(YEAR))
TEN = {str(n): "90.00" for n in range(1, 11)}


def result(overall: str | None = "90.00", year: int = YEAR, **more: Any) -> Result:
    values = dict(more.pop("values", TEN)) | ({"overall": overall} if overall else {})
    return Result(**{"fiscal_year": year, "rules": rules_of(RULES), "values": values, **more})


def agency(slug: str, *results: Result, kind: str = "เทศบาลตำบล", latest: int = YEAR) -> Summary:
    return Summary(slug, slug, latest, type=kind, results=results)


def standing(*agencies: Summary) -> Standing:
    (found,) = standings.standings(agencies, YEAR, RULES)
    return found


def ranked(found: Standing) -> list[tuple[int, str]]:
    return [(one.rank, one.agency.slug) for one in found.ranked]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (["90.00", "91.00"], [(1, "b"), (2, "a")]),
        (["91.00", "91.00", "90.00"], [(1, "a"), (1, "b"), (3, "c")]),
        (["90.00", "91.00", "90.00", "89.99"], [(1, "b"), (2, "a"), (2, "c"), (4, "d")]),
        # the same number, whatever decimals or digits it is printed with
        (["90.9", "90.90", "๙๐.๙๐", "90.91"], [(1, "d"), (2, "a"), (2, "b"), (2, "c")]),
        (["100", "99.99", "100.00"], [(1, "a"), (1, "c"), (3, "b")]),
        # by number, not by text
        (["9.00", "100.00", "89.00"], [(1, "b"), (2, "c"), (3, "a")]),
    ],
)
def test_equal_scores_share_a_rank(scores: list[str], expected: list[tuple[int, str]]) -> None:
    assert (
        ranked(standing(*(agency(slug, result(score)) for slug, score in zip("abcd", scores, strict=False))))
        == expected
    )


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (result(None), standings.NOT_PRINTED),
        (result(None, disputed=("overall",)), standings.DISPUTED),
        (result(None, disputed=("1",)), standings.NOT_PRINTED),
        (result("ไม่ใช่ตัวเลข"), standings.NOT_PRINTED),
        (result("95.00", rules="IIT 50 1; OIT 50 2"), standings.OTHER_RULES),
        (None, standings.EARLIER),
    ],
)
def test_who_cannot_be_ranked_stands_apart_with_the_reason(odd: Result | None, reason: str) -> None:
    found = standing(agency("a", result("80.00")), agency("b", *([odd] if odd else [])), agency("c", result("81.00")))

    assert ranked(found) == [(1, "c"), (2, "a")]
    assert [(one.agency.slug, one.reason) for one in found.apart] == [("b", reason)]
    assert found.count == 3


def test_only_scores_under_the_years_rules_stand_together() -> None:
    other = agency("b", result("95.00", rules="IIT 50 1; OIT 50 2"))
    disputed = agency("c", result(None, disputed=("overall",)))

    found = standing(agency("a", result("80.00")), other, disputed)

    assert [one.slug for one, _ in found.results] == ["a", "c"]


def test_who_has_another_year_only_counts_but_is_absent() -> None:
    found = standing(agency("a", result()), agency("b", result("99.00", 2567), latest=2567))

    assert (found.count, ranked(found)) == (2, [(1, "a")])
    assert [one.slug for one in found.absent] == ["b"]
    assert found.apart == ()


def test_types_are_apart_and_a_type_without_a_result_is_left_out() -> None:
    agencies = [
        agency("a", result("90.00")),
        agency("b", result("95.00"), kind="องค์การบริหารส่วนตำบล"),
        agency("c", result("99.00", 2567), kind="เทศบาลเมือง", latest=2567),
    ]

    found = standings.standings(agencies, YEAR, RULES)

    assert [(one.type, one.count, ranked(one)) for one in found] == [
        ("เทศบาลตำบล", 1, [(1, "a")]),
        ("องค์การบริหารส่วนตำบล", 1, [(1, "b")]),
    ]


def test_without_the_years_rules_nothing_is_compared() -> None:
    (found,) = standings.standings([agency("a", result()), agency("b", result())], YEAR, None)

    assert (found.ranked, found.results, found.means) == ((), (), {})
    assert {one.reason for one in found.apart} == {standings.NO_RULES}


@pytest.mark.parametrize(
    ("count", "ranking", "distribution"), [(1, False, False), (2, True, False), (4, True, False), (5, True, True)]
)
def test_how_many_make_a_ranking_and_a_distribution(count: int, ranking: bool, distribution: bool) -> None:
    found = standing(*(agency(slug, result()) for slug in "abcde"[:count]))

    assert (found.has_ranking, found.has_distribution) == (ranking, distribution)
    assert bool(found.means) is ranking


def test_means_are_of_those_with_every_indicator() -> None:
    first = TEN | {"1": "80.00", "10": "70.00"}
    second = TEN | {"1": "81.01", "10": "71.00"}
    third = {n: "0.00" for n in TEN if n != "10"}  # its scores would pull the other means down
    found = standing(
        *(agency(slug, result(values=one)) for slug, one in zip("abc", (first, second, third), strict=True))
    )

    assert len(found.complete) == 2
    assert found.means[1] == Decimal("80.505")
    assert found.means[10] == Decimal("70.50")
    assert found.lowest == (10,)


def test_the_lowest_means_may_be_several() -> None:
    one, other = TEN | {"3": "80.00", "4": "90.00"}, TEN | {"3": "90.00", "4": "80.00"}

    assert standing(agency("a", result(values=one)), agency("b", result(values=other))).lowest == (3, 4)


def test_the_mean_of_the_overall_is_exact() -> None:
    found = standing(
        *(agency(slug, result(score)) for slug, score in zip("abc", ("90", "90.01", "90.01"), strict=True))
    )

    assert found.mean == Decimal("270.02") / 3
