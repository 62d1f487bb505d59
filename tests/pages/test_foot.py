"""The end of a page: its words, the day of its data, the citation, and ways to pass it on."""

from datetime import date
from typing import Any

import pytest
from lxml import html

from generator import frameworks
from generator.page import Page
from generator.pages.foot import Site, foot, terms_by_year, with_feet
from generator.pages.terms import terms_of
from generator.thai import FiscalYear

TERMS = terms_of(frameworks.packaged(FiscalYear(2568)))
DAY = date(2026, 2, 1)


def page(address: str = "scores/2568/", **more: Any) -> Page:
    return Page(address, "ผลการประเมิน ปี 2568", "", "", None, **more)


def site(day: date | None = DAY, **more: Any) -> Site:
    known = {"publisher": "เทศบาลตำบลตัวอย่าง", "official": True, "url": "https://a.go.th/x/", "changes": "changes/"}
    return Site(**{**known, "terms": lambda _: TERMS, "changed": lambda _: day, **more})


def made(one: Page, of: Site, body: str = "") -> Any:
    return html.fragment_fromstring(foot(one, of, body), create_parent="div")


def words(tree: Any, path: str) -> list[str]:
    return [str(one.text_content()) for one in tree.xpath(path)]


def test_the_day_of_the_data_leads_to_all_changes() -> None:
    tree = made(page(), site())

    assert words(tree, ".//p[@class='changed']") == ["แก้ไขล่าสุด 1 กุมภาพันธ์ 2569 · ประวัติการแก้ไขข้อมูล"]
    assert tree.xpath(".//time/@datetime") == ["2026-02-01"]
    assert tree.xpath(".//p[@class='changed']/a/@href") == ["../../changes/"]


@pytest.mark.parametrize(
    ("address", "day", "changes", "wanted"),
    [
        ("scores/", None, "changes/", ["ประวัติการแก้ไขข้อมูล"]),
        ("changes/", DAY, "changes/", ["แก้ไขล่าสุด 1 กุมภาพันธ์ 2569"]),
        ("scores/", DAY, None, ["แก้ไขล่าสุด 1 กุมภาพันธ์ 2569"]),
        ("changes/", None, "changes/", []),
        ("scores/", None, None, []),
    ],
)
def test_no_day_is_invented(address: str, day: date | None, changes: str | None, wanted: list[str]) -> None:
    assert words(made(page(address), site(day, changes=changes)), ".//p[@class='changed']") == wanted


@pytest.mark.parametrize(
    ("address", "day", "wanted"),
    [
        (
            "scores/2568/",
            DAY,
            "เทศบาลตำบลตัวอย่าง. (2569). ผลการประเมิน ปี 2568. สืบค้นจาก https://a.go.th/x/scores/2568/",
        ),
        (
            "scores/2568/",
            None,
            "เทศบาลตำบลตัวอย่าง. (ม.ป.ป.). ผลการประเมิน ปี 2568. สืบค้นจาก https://a.go.th/x/scores/2568/",
        ),
        ("", DAY, "เทศบาลตำบลตัวอย่าง. (2569). หน้าแรก. สืบค้นจาก https://a.go.th/x/"),
    ],
)
def test_a_citation_can_be_copied(address: str, day: date | None, wanted: str) -> None:
    tree = made(page(address), site(day))

    assert words(tree, ".//details[@class='cite']/summary") == ["อ้างอิงหน้านี้"]
    assert words(tree, ".//p[@class='citation']") == [wanted]
    assert words(tree, ".//span[@class='address']") == [f"https://a.go.th/x/{address}"]


def test_without_an_address_nothing_is_cited_or_passed_on() -> None:
    tree = made(page(), site(url=None))

    assert tree.xpath(".//details | .//p[@class='share']") == []
    assert words(tree, ".//p[@class='changed']") != []


def test_only_an_agencys_own_site_is_passed_on_by_plain_links() -> None:
    tree = made(page(), site())

    assert tree.xpath(".//p[@class='share']/a/@href") == [
        "https://social-plugins.line.me/lineit/share?url=https%3A%2F%2Fa.go.th%2Fx%2Fscores%2F2568%2F",
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.go.th%2Fx%2Fscores%2F2568%2F",
    ]
    assert set(tree.xpath(".//p[@class='share']/a/@rel")) == {"noopener noreferrer"}
    other = made(page(), site(official=False))
    assert other.xpath(".//p[@class='share']") == []
    assert other.xpath(".//details[@class='cite']") != []


def test_words_are_those_of_the_page_and_none_where_all_are_explained() -> None:
    assert words(made(page(), site(), "มาตรการ"), ".//details[@class='terms']//dt") == ["มาตรการ"]
    assert made(page(), site(), "ก").xpath(".//details[@class='terms']") == []
    assert made(page("methodology/"), site(), "มาตรการ").xpath(".//details[@class='terms']") == []


def test_nothing_of_it_is_searched() -> None:
    tree = made(page(), site(), "มาตรการ")

    assert [one.tag for one in tree] == ["details", "div"]
    assert all(one.get("data-search-exclude") is not None for one in tree)


def test_every_page_gets_its_foot_but_one_that_leads_on() -> None:
    stays, leads = with_feet([page(), page("old/", redirect="../scores/")], site())

    assert stays.foot is not None
    assert stays.foot("มาตรการ") == foot(page(), site(), "มาตรการ")
    assert leads.foot is None


def test_names_are_escaped() -> None:
    made_of = foot(page(), site(publisher="<b>ก</b>"), "")

    assert "<b>" not in made_of


@pytest.mark.parametrize(
    ("address", "year"),
    [
        ("scores/2564/", 2564),
        ("oit/2569/o1/", 2569),
        ("scores/2568/", 2568),
        # no rules of that year are used; pages of no year
        ("measures/2567/", 2568),
        ("", 2568),
        ("indicators/4/", 2568),
    ],
)
def test_words_mean_what_they_do_in_the_year_of_the_page(address: str, year: int) -> None:
    used = [frameworks.packaged(FiscalYear(number)) for number in (2569, 2568, 2564)]

    of_page = terms_by_year(used, FiscalYear(2568))

    assert of_page(address) == terms_of(frameworks.packaged(FiscalYear(year)))


def test_a_word_that_the_page_about_methods_does_not_list_is_left_out() -> None:
    newest = frameworks.packaged(FiscalYear(2568))
    fewer = newest.model_copy(update={"instruments": newest.instruments[:2]})
    used = [fewer, frameworks.packaged(FiscalYear(2567))]

    of_page = terms_by_year(used, FiscalYear(2568))

    assert "oit" not in {one.key for one in of_page("scores/2567/")}
    assert "eit" in {one.key for one in of_page("scores/2567/")}
