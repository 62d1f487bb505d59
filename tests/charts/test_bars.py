"""Bars: a table that is its own picture, with lengths as attributes and a class for what lies below the bar."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import html
from markupsafe import Markup

from generator.charts import bars


def chart(value: Decimal | None, bar: str = "85", label: str | Markup = "การใช้อำนาจ", code: str = "IIT") -> bars.Bars:
    shown = "–" if value is None else str(value)
    return bars.Bars(
        "คะแนน", Decimal(bar), (bars.Group("ภายใน", code, "เฉลี่ย 90.00", (bars.Bar(label, value, shown),)),)
    )


def drawn(picture: bars.Bars) -> Any:
    return html.fromstring(str(bars.draw(picture)))


@pytest.mark.parametrize(
    ("value", "width", "below"),
    [
        ("100.00", "100.00%", False),
        ("88.53", "88.53%", False),
        ("85.01", "85.01%", False),
        ("85.00", "85.00%", False),
        ("85", "85.00%", False),
        ("84.99", "84.99%", True),
        ("43.755", "43.76%", True),
        ("0.01", "0.01%", True),
        ("0.00", "0.00%", True),
    ],
)
def test_a_bar_is_as_long_as_its_score_and_says_when_it_lies_below(value: str, width: str, below: bool) -> None:
    tree = drawn(chart(Decimal(value)))

    (svg,) = tree.xpath(".//svg")
    (rect,) = svg.xpath(".//rect[@class='value']")
    assert rect.get("width") == width
    assert ("below" in svg.get("class").split()) is below
    assert tree.xpath(".//td[@class='number']")[0].text_content() == value


def test_no_score_draws_no_bar() -> None:
    tree = drawn(chart(None))

    assert [rect.get("width") for rect in tree.xpath(".//rect[@class='value']")] in ([], ["0%"])
    assert "below" not in tree.xpath(".//svg")[0].get("class").split()
    assert tree.xpath(".//td[@class='number']")[0].text_content() == "–"


@pytest.mark.parametrize(("bar", "at"), [("85", "85.00%"), ("85.5", "85.50%"), ("0", "0.00%"), ("100", "100.00%")])
def test_the_bar_stands_where_it_is(bar: str, at: str) -> None:
    (line,) = drawn(chart(Decimal(90), bar)).xpath(".//line[@class='line']")

    assert (line.get("x1"), line.get("x2")) == (at, at)


@pytest.mark.parametrize(
    ("code", "colour"), [("IIT", "iit"), ("EIT", "eit"), ("OIT", "oit"), ("XYZ", "other"), ('"><b>', "other")]
)
def test_rows_have_the_colour_of_their_instrument(code: str, colour: str) -> None:
    tree = drawn(chart(Decimal(90), code=code))

    assert set(tree.xpath(".//svg")[0].get("class").split()) == {"bar", colour}
    assert tree.xpath(".//span[contains(@class, 'instrument ')]")[0].get("class").split() == ["instrument", colour]
    assert tree.xpath(".//span[contains(@class, 'instrument ')]")[0].text_content() == code
    assert tree.xpath(".//b") == []


def test_a_chart_is_a_table_with_a_caption_and_groups() -> None:
    groups = tuple(
        bars.Group(
            f"กลุ่ม {code}", code, "เฉลี่ย 90.00", (bars.Bar("ก", Decimal(90), "90"), bars.Bar("ข", Decimal(80), "80.00"))
        )
        for code in ("IIT", "EIT")
    )
    tree = drawn(bars.Bars("คะแนน 10 ตัวชี้วัด", Decimal(85), groups))

    assert [caption.text_content() for caption in tree.xpath(".//table/caption")] == ["คะแนน 10 ตัวชี้วัด"]
    assert [cell.text_content() for cell in tree.xpath(".//thead//th[@scope='col']")] == ["ตัวชี้วัด", "กราฟ", "คะแนน"]
    assert [cell.text_content().split() for cell in tree.xpath(".//th[@scope='rowgroup']")] == [
        ["IIT", "กลุ่ม", "IIT", "เฉลี่ย", "90.00"],
        ["EIT", "กลุ่ม", "EIT", "เฉลี่ย", "90.00"],
    ]
    assert [len(body.xpath(".//th[@scope='row']")) for body in tree.xpath(".//tbody")] == [2, 2]
    assert [cell.text_content() for cell in tree.xpath(".//td[@class='number']")] == ["90", "80.00"] * 2


def test_pictures_are_hidden_from_assistive_technology_for_the_figures_stand_beside_them() -> None:
    (svg,) = drawn(chart(Decimal(90))).xpath(".//svg")

    assert (svg.get("aria-hidden"), svg.get("focusable")) == ("true", "false")


def test_nothing_is_styled_in_place() -> None:
    tree = drawn(chart(Decimal(90)))

    assert tree.xpath(".//@style | .//style") == []


def test_texts_are_escaped_and_markup_is_kept() -> None:
    hostile = '<script>alert(1)</script>*a*{: onclick="b"}'

    escaped = drawn(chart(Decimal(90), label=hostile))
    kept = drawn(chart(Decimal(90), label=Markup('<a href="../">ก</a>')))

    assert escaped.xpath(".//script") == []
    assert escaped.xpath(".//th[@scope='row']")[0].text_content() == hostile
    assert "*" not in str(bars.draw(chart(Decimal(90), label=hostile)))
    assert kept.xpath(".//th[@scope='row']//a")[0].get("href") == "../"
