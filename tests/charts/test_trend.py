"""Trends: a line through the years that have a value, and the bar it is compared with."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import etree, html

from generator.charts import engine, trend
from generator.charts.vega import NARROW, WIDE, Drawing
from generator.thai import FiscalYear


class Sketchbook:
    """An easel that keeps what it was asked for and draws nothing."""

    def __init__(self) -> None:
        self.drawings: list[Drawing] = []

    def svg(self, drawing: Drawing) -> str:
        self.drawings.append(drawing)
        return "<svg></svg>"


class Engine:
    """An easel that draws at once."""

    def svg(self, drawing: Drawing) -> str:
        return engine.svg(drawing.name, drawing.title, drawing.description, drawing.spec)


def chart(*values: str | None, bar: str = "85", title: str = "คะแนนรวม", label: str = "เกณฑ์ 85") -> trend.Trend:
    points = tuple(
        (FiscalYear(2560 + n), None if value is None else Decimal(value)) for n, value in enumerate(values, start=1)
    )
    return trend.Trend("trend", title, "คำอธิบาย", points, Decimal(bar), label)


def sketched(picture: trend.Trend) -> list[Drawing]:
    book = Sketchbook()
    trend.draw(picture, book)
    return book.drawings


def _layers(drawing: Drawing, field: str) -> list[dict[str, Any]]:
    return [layer["encoding"]["y"] for layer in drawing.spec["layer"] if layer["encoding"]["y"]["field"] == field]


def test_a_trend_is_drawn_for_a_desk_and_for_a_phone() -> None:
    wide, narrow = sketched(chart("90", "91"))

    assert (wide.name, narrow.name) == ("trend-wide", "trend-narrow")
    assert (WIDE, NARROW) == (720, 360)
    for drawing, width in ((wide, WIDE), (narrow, NARROW)):
        padding = drawing.spec["padding"]
        assert drawing.spec["width"] + padding["left"] + padding["right"] == width
        assert drawing.spec["autosize"] == "none"


def test_at_a_year_without_a_value_the_line_is_broken_and_the_others_keep_their_order_and_decimals() -> None:
    wide, _ = sketched(chart("97.50", None, "100", "0.00", "94.6840"))

    assert wide.spec["data"]["values"] == [
        {"year": "ปี 2561", "value": 97.5, "above": "97.50", "below": ""},
        {"year": "ปี 2562", "value": None, "above": "", "below": ""},
        {"year": "ปี 2563", "value": 100.0, "above": "100", "below": ""},
        {"year": "ปี 2564", "value": 0.0, "above": "0.00", "below": ""},
        {"year": "ปี 2565", "value": 94.684, "above": "94.6840", "below": ""},
    ]
    assert all(layer["encoding"]["x"]["sort"] is None for layer in wide.spec["layer"][3:])


@pytest.mark.parametrize(
    ("values", "below"),
    [
        (("90", "85", "90"), ["85"]),
        (("90", "82.51", "90"), ["82.51"]),
        (("90", "82.50", "90"), []),  # no room above the axis, which begins at 80
        (("85", "85", "90"), []),
        (("90", "85", "85"), []),
        (("90", "85", None), []),
        ((None, "85", "90"), []),
        (("85", "90", "85"), []),
    ],
)
def test_the_figure_of_a_hollow_stands_below_it(values: tuple[str | None, ...], below: list[str]) -> None:
    for drawing in sketched(chart(*values)):
        assert [value["below"] for value in drawing.spec["data"]["values"] if value["below"]] == below


@pytest.mark.parametrize(
    ("values", "bar", "low"),
    [
        (("90.00", "95.00"), "85", 80),  # the bar is the lowest
        (("85.00", "95.00"), "85", 80),
        (("80.00", "95.00"), "85", 80),
        (("79.99", "95.00"), "85", 70),
        (("90.00", "95.00"), "90", 80),
        (("90.00", "95.00"), "70", 70),
        (("20.00", "95.00"), "85", 20),
        (("19.99", "95.00"), "85", 10),
        (("9.99", "95.00"), "85", 0),
        (("0.00", "95.00"), "85", 0),
    ],
)
def test_the_axis_begins_where_those_of_all_comparisons_do(values: tuple[str, str], bar: str, low: int) -> None:
    for drawing in sketched(chart(*values, bar=bar)):
        scales = [y["scale"]["domain"] for field in ("value", "bar") for y in _layers(drawing, field)]
        assert len(scales) == 7
        assert scales == [[low, 100]] * 7


def test_the_bar_is_drawn_where_it_is_with_its_label_and_what_lies_above() -> None:
    for drawing in sketched(chart("90", "91", bar="85.5", label="เกณฑ์ 85.5")):
        band, rule, words = drawing.spec["layer"][:3]
        assert band["data"]["values"] == rule["data"]["values"] == [{"bar": 85.5}]
        assert band["encoding"]["y2"] == {"value": 0}
        assert words["data"]["values"] == [{"bar": 85.5, "label": "เกณฑ์ 85.5"}]


@pytest.mark.parametrize(
    ("count", "wide", "narrow"),
    [
        (2, "ปี 2562", "ปี 2562"), (4, "ปี 2564", "ปี 2564"), (5, "ปี 2565", "2565"), (6, "ปี 2566", "2566"),
        (7, "ปี 2567", "67"), (11, "ปี 2571", "71"), (12, "2572", "72"), (15, "2575", "75"), (17, "77", "77"),
    ],
)  # fmt: skip
def test_years_are_written_as_long_as_there_is_room(count: int, wide: str, narrow: str) -> None:
    drawings = sketched(chart(*["90"] * count))

    assert [drawing.spec["data"]["values"][-1]["year"] for drawing in drawings] == [wide, narrow]
    assert [trend.shortened(count, width) for width in (WIDE, NARROW)] == [len(one) == 2 for one in (wide, narrow)]


def test_of_very_many_years_every_second_is_named() -> None:
    _, narrow = sketched(chart(*["90"] * 15))
    axis = narrow.spec["layer"][4]["encoding"]["x"]["axis"]

    assert axis["values"] == ["75", "73", "71", "69", "67", "65", "63", "61"]


@pytest.mark.parametrize(
    ("values", "gap", "expected"),
    [
        ([90, 91, 92], 46, {0, 1, 2}),
        ([90, 91, 92], 45, {0, 2}),
        ([90, 99, 80, 92], 23, {1, 3}),  # the last; the lowest lies too near, the highest does not
        ([90, 80, 99, 92], 23, {1, 3}),
        ([90, None, None, 92], 46, {0, 3}),
        ([90, 91], 10, {1}),
        ([None, None], 90, set()),
        ([], 90, set()),
    ],
)
def test_figures_that_would_touch_are_left_to_the_table(
    values: list[int | None], gap: float, expected: set[int]
) -> None:
    known = [None if value is None else Decimal(value) for value in values]

    assert trend.labelled(known, gap) == expected


# --- the finished picture


@pytest.fixture(scope="module")
def picture() -> Any:
    return html.fromstring(str(trend.draw(chart("97.72", "94.69", title="น้ำ และอำเภอ"), Engine())))


def test_each_size_is_an_image_with_title_and_description_of_its_own(picture: Any) -> None:
    assert [div.get("class") for div in picture.xpath("./div")] == ["wide", "narrow"]
    for size, svg in zip(("wide", "narrow"), picture.xpath(".//svg"), strict=True):
        assert svg.get("role") == "img"
        assert svg.get("aria-labelledby") == f"trend-{size}-title trend-{size}-desc"
        assert svg.xpath("string(./title[@id=$id])", id=f"trend-{size}-title") == "น้ำ และอำเภอ"
        assert svg.xpath("string(./desc[@id=$id])", id=f"trend-{size}-desc") == "คำอธิบาย"
    ids = picture.xpath(".//@id")
    assert len(ids) == len(set(ids)) >= 4


def test_figures_years_and_bar_stand_in_the_picture(picture: Any) -> None:
    for svg in picture.xpath(".//svg"):
        words = [text.text_content() for text in svg.xpath(".//text")]
        assert {"ปี 2561", "ปี 2562", "97.72", "94.69", "เกณฑ์ 85"} <= set(words)


@pytest.mark.parametrize("label", ["ก", "เกณฑ์ 85 ของคะแนนรวมที่ยาวมากเกินกว่าที่จะวางลงในภาพของโทรศัพท์ได้"])
def test_the_size_does_not_depend_on_what_is_written(label: str) -> None:
    drawn: Any = html.fromstring(str(trend.draw(chart("97.72", "94.69", label=label), Engine())))

    assert [(svg.get("viewbox"), svg.get("width")) for svg in drawn.xpath(".//svg")] == [
        ("0 0 720 256", "720"),
        ("0 0 360 236", "360"),
    ]


def test_the_picture_is_well_formed() -> None:
    drawn = str(trend.draw(chart("97.72", "94.69", label="<b>&"), Engine()))

    tree: Any = etree.fromstring(drawn.replace(" data-search-exclude", ""))
    assert "<b>&" in [text.text for text in tree.iter("text")]
    assert "\n\n" not in drawn
