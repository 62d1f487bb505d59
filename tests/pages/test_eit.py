"""generator.pages.eit: the banner on the home page while it matters, and the poster at its permanent address."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import html

from generator.charts import qr
from generator.pages import Context, present
from generator.pages.eit import CLOSED, banner
from generator.pages.home import HomeView

Tree = Any
Pages = Callable[..., dict[str, Tree]]
MakeContext = Callable[..., Context]

LINK = "https://itas.nacc.go.th/go/eit/abc?x=1&y=2"
AGENCY = "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"
INVITES = f"{AGENCY}eit:\n  year: 2569\n  link: {LINK}\n  opens: 5 มกราคม 2569\n  closes: 31 มีนาคม 2569\n"
POSTER = "eit/2569/"
BEFORE, FIRST, LAST, AFTER = date(2026, 1, 4), date(2026, 1, 5), date(2026, 3, 31), date(2026, 4, 1)


def _said(element: Tree) -> str:
    return " ".join(element.text_content().split())


def _hrefs(element: Tree) -> list[str]:
    return [one.get("href") for one in element.iter("a")]


def _banner(context: Context) -> Tree | None:
    made = banner(context)
    return html.fromstring(made) if made else None


@pytest.mark.parametrize(
    ("day", "when", "answers"),
    [
        (BEFORE, "จะเปิดรับความเห็นตั้งแต่วันที่ 5 มกราคม 2569 ถึงวันที่ 31 มีนาคม 2569", False),
        (FIRST, "เปิดรับความเห็นตั้งแต่วันที่ 5 มกราคม 2569 ถึงวันที่ 31 มีนาคม 2569", True),
        (LAST, "เปิดรับความเห็นตั้งแต่วันที่ 5 มกราคม 2569 ถึงวันที่ 31 มีนาคม 2569", True),
        (None, "ช่วงเวลารับความเห็น: วันที่ 5 มกราคม 2569 ถึงวันที่ 31 มีนาคม 2569", True),
    ],
    ids=["the-day-before", "the-first-day", "the-last-day", "nobody-knows"],
)
def test_the_banner_invites_from_the_first_day_to_the_last(
    day: date | None, when: str, answers: bool, context: MakeContext
) -> None:
    shown = _banner(context({"agency.yml": INVITES}, day))

    assert shown is not None
    assert "ร่วมประเมิน EIT ปี 2569" in _said(shown)
    assert [_said(one) for one in shown.iter("p")][1] == when
    assert _hrefs(shown) == [*([LINK] if answers else []), POSTER]
    assert len(shown.findall("svg")) == answers
    assert [one.get("datetime") for one in shown.iter("time")] == ["2026-01-05", "2026-03-31"]


@pytest.mark.parametrize(("text", "day"), [(INVITES, AFTER), (AGENCY, FIRST)], ids=["the-day-after", "no-invitation"])
def test_there_is_no_banner_afterwards_or_without_an_invitation(text: str, day: date, context: MakeContext) -> None:
    assert banner(context({"agency.yml": text}, day)) == ""


@pytest.mark.parametrize(
    ("as_of", "today", "there"),
    [(FIRST, AFTER, False), (AFTER, LAST, True), (AFTER, None, False), (None, AFTER, False), (None, LAST, True)],
)
def test_the_day_of_the_run_goes_before_the_date_of_the_data(
    as_of: date | None, today: date | None, there: bool, context: MakeContext
) -> None:
    made = replace(context({"agency.yml": INVITES}, as_of), day=today)

    assert bool(banner(made)) == there


def test_the_code_of_the_banner_is_that_of_the_link(context: MakeContext) -> None:
    shown = banner(context({"agency.yml": INVITES}, FIRST))

    assert qr.draw(LINK, "QR code ไปยังแบบวัด EIT ปี 2569", "eit-code") in shown


def test_the_home_page_has_the_banner_and_no_other_page(context: MakeContext, pages: Pages) -> None:
    files = {"agency.yml": INVITES}
    home = present(context(files, FIRST))[0].content()
    assert isinstance(home, HomeView)
    assert home.eit == banner(context(files, FIRST))

    shown = {address: tree.xpath(".//div[@class='invitation']") for address, tree in pages(files, FIRST).items()}

    assert [address for address, found in shown.items() if found] == [""]


def test_a_home_page_without_a_banner_is_as_if_there_were_no_invitation(pages: Pages) -> None:
    without, closed = pages({"agency.yml": AGENCY}, AFTER), pages({"agency.yml": INVITES}, AFTER)

    assert html.tostring(without[""]) == html.tostring(closed[""])
    assert closed.keys() - without.keys() == {POSTER}


@pytest.mark.parametrize("day", [None, BEFORE, FIRST, LAST])
def test_the_poster_has_all_that_a_sheet_of_paper_needs(day: date | None, pages: Pages) -> None:
    poster = pages({"agency.yml": INVITES}, day)[POSTER]
    said = _said(poster)

    assert _said(poster.find("h1")) == "ร่วมประเมิน EIT ปี 2569"
    assert "เทศบาลตำบลตัวอย่าง" in said
    assert "5 มกราคม 2569 ถึงวันที่ 31 มีนาคม 2569" in said
    assert "EIT คือแบบวัด" in said
    assert [_said(one) for one in poster.xpath(".//p[@class='address']")] == [LINK]
    assert len(poster.xpath(".//svg[@class='qr']")) == 1
    assert CLOSED not in said


def test_the_poster_of_a_closed_questionnaire_says_since_when_and_invites_nobody(pages: Pages) -> None:
    poster = pages({"agency.yml": INVITES}, AFTER)[POSTER]
    said = _said(poster)

    assert CLOSED in said
    assert "ปิดรับเมื่อสิ้นวันที่ 31 มีนาคม 2569" in said
    assert poster.xpath(".//svg") == []
    assert LINK not in said
    assert _hrefs(poster) == ["../../"]


def test_the_address_of_the_poster_is_that_of_its_year_whatever_the_day(context: MakeContext) -> None:
    for day in (None, BEFORE, LAST, AFTER):
        addresses = [page.address for page in present(context({"agency.yml": INVITES}, day))]
        assert addresses.count(POSTER) == 1
    assert POSTER not in [page.address for page in present(context({"agency.yml": AGENCY}, FIRST))]
