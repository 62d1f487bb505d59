"""Slopes: a line for each indicator from one year to the next, its labels kept apart."""

from decimal import Decimal
from itertools import pairwise, product
from typing import Any

import pytest
from lxml import html

from generator.charts import engine, palette, slope
from generator.charts.slope import dodged
from generator.charts.vega import Drawing

LINE = 17.0  # the least distance between two labels


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


def chart(*pairs: tuple[str, str], label: str = "การใช้อำนาจ") -> slope.Slope:
    lines = tuple(
        slope.Line(f"{label} {n}", str(n), Decimal(before), Decimal(after))
        for n, (before, after) in enumerate(pairs, start=1)
    )
    return slope.Slope("slope", "สองปี", "คำอธิบาย", "ปี 2566", "ปี 2567", lines)


def sketched(picture: slope.Slope) -> list[Drawing]:
    book = Sketchbook()
    slope.draw(picture, book)
    return book.drawings


# --- labels


WANTED = [
    list(positions)
    for count in range(1, 5)
    for positions in product((0.0, 5.0, LINE, 33.9, 51.0), repeat=count)
]  # fmt: skip


def _in_order(positions: list[float]) -> list[int]:
    return sorted(range(len(positions)), key=lambda n: (positions[n], n))


@pytest.mark.parametrize("height", [51.0, 60.0, 340.0])  # 51 is just enough for four labels
def test_labels_keep_their_order_stand_apart_and_stay_inside(height: float) -> None:
    for wanted in WANTED:
        placed = dodged(wanted, height)
        ordered = [placed[n] for n in _in_order(wanted)]
        assert len(placed) == len(wanted)
        assert all(below - above >= LINE - 1e-9 for above, below in pairwise(ordered))
        assert ordered[0] >= -1e-9
        assert ordered[-1] <= height + 1e-9


@pytest.mark.parametrize(
    "wanted", [[0.0], [51.0], [0.0, 17.0], [17.0, 0.0], [0.0, 17.0, 34.0, 51.0], [51.0, 3.0, 20.0]]
)
def test_labels_that_stand_apart_are_not_moved(wanted: list[float]) -> None:
    assert dodged(wanted, 51.0) == wanted


@pytest.mark.parametrize(
    ("wanted", "placed"),
    [
        ([10.0, 10.0], [10.0, 27.0]),
        ([10.0, 26.9], [10.0, 27.0]),
        ([26.9, 10.0], [27.0, 10.0]),
        ([51.0, 51.0], [34.0, 51.0]),  # nothing leaves the picture
        ([51.0, 51.0, 0.0], [34.0, 51.0, 0.0]),
        ([], []),
    ],
)
def test_labels_that_meet_are_moved_apart(wanted: list[float], placed: list[float]) -> None:
    assert dodged(wanted, 51.0) == pytest.approx(placed)


def test_more_labels_than_fit_still_keep_order_and_distance() -> None:
    placed = dodged([0.0] * 10, 51.0)

    assert all(below - above >= LINE - 1e-9 for above, below in pairwise(placed))


# --- what is asked for


def test_a_slope_is_drawn_for_a_desk_with_names_and_for_a_phone_with_numbers() -> None:
    wide, narrow = sketched(chart(("90.00", "95.50"), ("100", "76.67")))

    assert (wide.name, narrow.name) == ("slope-wide", "slope-narrow")
    assert [value["right_label"] for value in wide.spec["data"]["values"]] == [
        "95.50  การใช้อำนาจ 1",
        "76.67  การใช้อำนาจ 2",
    ]
    assert [value["right_label"] for value in narrow.spec["data"]["values"]] == ["95.50  (1)", "76.67  (2)"]
    for drawing, width in ((wide, 720), (narrow, 360)):
        assert [value["left_label"] for value in drawing.spec["data"]["values"]] == ["90.00", "100"]
        padding = drawing.spec["padding"]
        assert drawing.spec["width"] + padding["left"] + padding["right"] == width
        years = [layer["data"]["values"][0]["label"] for layer in drawing.spec["layer"] if "data" in layer]
        assert years == ["ปี 2566", "ปี 2567"]


def test_lines_and_dots_end_at_both_edges_of_the_plot() -> None:
    wide, narrow = sketched(chart(("90.00", "95.50")))

    for drawing, width in ((wide, 380), (narrow, 170)):
        assert drawing.spec["width"] == width
        lines, dots = drawing.spec["layer"][0], drawing.spec["layer"][3:5]
        assert [lines["encoding"][side]["value"] for side in ("x", "x2")] == [0, width]
        assert [(dot["encoding"]["x"]["value"], dot["encoding"]["y"]["field"]) for dot in dots] == [
            (0, "before"),
            (width, "after"),
        ]


@pytest.mark.parametrize(("after", "colour"), [("90.01", palette.UP), ("89.99", palette.DOWN)])
def test_a_line_has_the_colour_of_its_direction(after: str, colour: str) -> None:
    for drawing in sketched(chart(("90.00", after))):
        assert [value["colour"] for value in drawing.spec["data"]["values"]] == [colour]


def test_dots_stand_at_their_scores_and_labels_do_not_meet() -> None:
    pairs = [("100.00", "100.00")] * 5 + [("92.51", "99.22"), ("93.31", "100.00"), ("91.36", "100.00")]
    pairs += [("100.00", "97.14"), ("100.00", "70.00")]

    for drawing in sketched(chart(*pairs)):
        height, values = drawing.spec["height"], drawing.spec["data"]["values"]
        # the axis begins at 70, the round number of the lowest score
        assert values[9]["after"] == pytest.approx(height)
        assert values[9]["before"] == pytest.approx(0)
        assert values[5]["before"] == pytest.approx(height * (100 - 92.51) / 30)
        for side in ("left", "right"):
            places = sorted(value[side] for value in values)
            assert all(below - above >= LINE - 1e-9 for above, below in pairwise(places))
            assert places[0] >= -1e-9
            assert places[-1] <= height + 1e-9


# --- the finished picture


@pytest.mark.parametrize("label", ["น้ำ", "อำเภอที่มีชื่อยาวมากเกินกว่าที่จะวางลงในภาพได้ทั้งหมด"])
def test_an_image_of_fixed_size_with_title_and_description(label: str) -> None:
    picture = chart(("90.00", "95.50"), ("100.00", "76.67"), label=label)
    drawn: Any = html.fromstring(str(slope.draw(picture, Engine())))

    sizes = {"wide": ("0 0 720 388", "720"), "narrow": ("0 0 360 368", "360")}
    for (size, expected), svg in zip(sizes.items(), drawn.xpath(".//svg"), strict=True):
        assert (svg.get("viewbox"), svg.get("width"), svg.get("role")) == (*expected, "img")
        assert svg.get("aria-labelledby") == f"slope-{size}-title slope-{size}-desc"
        assert svg.xpath("string(./title)") == "สองปี"
        assert svg.xpath("string(./desc)") == "คำอธิบาย"
        words = [text.text_content() for text in svg.xpath(".//text")]
        assert {"ปี 2566", "ปี 2567", "90.00", "100.00"} <= set(words)
        assert (f"95.50  {label} 1" if size == "wide" else "95.50  (1)") in words
