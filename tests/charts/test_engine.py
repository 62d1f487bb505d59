"""The engine's SVG is fit for a page, the same from every process, and drawn once."""

import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.charts import engine
from generator.charts.vega import Drawing, base, picture
from generator.drawings import Drawings

THAI = "การใช้อำนาจ น้ำ และอำเภอ"
PADDING: Any = {"top": 10, "right": 10, "bottom": 30, "left": 40}


def specified(*labels: str) -> dict[str, Any]:
    """Points on two axes with a clipped line and a label each."""
    values: list[dict[str, object]] = [
        {"x": n, "y": n * 10.123456, "label": label, "name": label} for n, label in enumerate(labels)
    ]
    spec = base((200, 100), PADDING, values)
    x, y = {"field": "name", "type": "nominal"}, {"field": "y", "type": "quantitative"}
    spec["layer"] = [
        {"mark": {"type": "line", "clip": True}, "encoding": {"x": x, "y": y}},
        {"mark": {"type": "point"}, "encoding": {"x": x, "y": y}},
        {"mark": {"type": "text"}, "encoding": {"x": x, "y": y, "text": {"field": "label"}}},
    ]
    return spec


def tree_of(svg: str) -> Any:
    return etree.fromstring(svg)


def texts(tree: Any) -> list[str]:
    return ["".join(text.itertext()) for text in tree.iter("text")]


@pytest.fixture(scope="module")
def drawn() -> str:
    return engine.svg("chart-wide", f"ชื่อ {THAI}", f"คำอธิบาย {THAI}", specified(THAI, "การปฏิบัติหน้าที่"))


# --- fit for a page


def test_it_is_an_image_with_a_title_and_a_description(drawn: str) -> None:
    tree = tree_of(drawn)

    assert (tree.tag, tree.get("role")) == ("svg", "img")
    assert tree.get("aria-labelledby") == "chart-wide-title chart-wide-desc"
    first, second = tree[0], tree[1]
    assert (first.tag, first.get("id"), first.text) == ("title", "chart-wide-title", f"ชื่อ {THAI}")
    assert (second.tag, second.get("id"), second.text) == ("desc", "chart-wide-desc", f"คำอธิบาย {THAI}")


def test_ids_begin_with_its_name_and_what_refers_to_them_finds_them(drawn: str) -> None:
    tree = tree_of(drawn)

    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)) >= 3
    assert all(one.startswith("chart-wide-") for one in ids)
    clips = tree.xpath("//@clip-path")
    assert clips
    assert {clip.removeprefix("url(#").removesuffix(")") for clip in clips} <= set(ids)


def test_it_has_no_font_no_style_no_class_and_no_words_of_the_engine(drawn: str) -> None:
    attributes = {attribute for element in tree_of(drawn).iter() for attribute in element.attrib}

    assert attributes & {"font-family", "style", "class", "aria-label", "aria-roledescription", "aria-hidden"} == set()
    assert re.search(r"<style|<script|xmlns|http:|https:|font-family", drawn) is None
    assert re.search(r"\b(axis|mark|symbol|titled|scale)\b", drawn) is None


def test_sara_am_is_one_letter_again(drawn: str) -> None:
    assert "\u0e4d" not in drawn
    assert THAI in texts(tree_of(drawn))
    assert "การใช้อำนาจ น้ำ" in texts(tree_of(engine.svg("chart", "", "", specified("การใช้อำนาจ น้ำ"))))


def test_positions_have_three_decimals_at_most(drawn: str) -> None:
    assert re.search(r'="[^"]*\d\.\d{4}', drawn) is None
    assert re.search(r'="[^"]*\d\.\d{3}', drawn)


def test_its_size_is_that_of_the_specification_whatever_it_says() -> None:
    sizes = {
        (tree.get("viewBox"), tree.get("width"))
        for label in ("ก", "ชื่อที่ยาวมากเกินกว่าที่จะวางลงในภาพได้ทั้งหมดอย่างแน่นอน", "i", "W" * 50)
        for tree in [tree_of(engine.svg("chart", "ชื่อ", "คำอธิบาย", specified(label)))]
    }

    assert sizes == {("0 0 250 140", "250")}


# --- texts of others


HOSTILE = "<script>alert(1)</script> & \"a\" 'b' {{ config }} {: onclick=c } ]]> &lt;b&gt;"


def test_what_is_written_in_a_picture_stays_text() -> None:
    tree = tree_of(engine.svg("chart", "ชื่อ", "คำอธิบาย", specified(HOSTILE)))

    assert tree.xpath("//script | //b") == []
    assert HOSTILE in texts(tree)


class Engine:
    """An easel that draws at once."""

    def svg(self, drawing: Drawing) -> str:
        return engine.svg(drawing.name, drawing.title, drawing.description, drawing.spec)


def test_hostile_titles_and_descriptions_stay_text() -> None:
    markup = str(picture("chart", HOSTILE, f"{HOSTILE}\n\n{HOSTILE}", lambda _: specified("ก"), Engine()))

    tree = tree_of(markup.replace(" data-search-exclude", ""))
    assert tree.xpath("//script | //b") == []
    start = HOSTILE.partition("{")[0]
    assert [title.text.startswith(start) for title in tree.iter("title")] == [True] * 2
    assert [desc.text.count(start) for desc in tree.iter("desc")] == [2] * 2
    assert "{" not in markup
    assert "\n\n" not in markup


# --- drawn once, in a process of its own


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, drawn: str) -> Path:
    """A folder in which a process of its own has drawn what `drawn` was drawn from here."""
    assert drawn
    folder = tmp_path_factory.mktemp("charts") / "cache"
    with Drawings(folder) as easel:
        easel.svg(_drawing())
    return folder


def _drawing(name: str = "chart-wide", **spec: Any) -> Drawing:
    told = f"ชื่อ {THAI}", f"คำอธิบาย {THAI}"
    return Drawing(name, *told, {**specified(THAI, "การปฏิบัติหน้าที่"), **spec})


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be drawn any more."""

    def refuse(*_arguments: object, **_options: object) -> None:
        pytest.fail("the engine was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)


def test_two_processes_draw_the_same_bytes(kept: Path, drawn: str) -> None:
    (file,) = kept.iterdir()

    assert file.read_bytes() == drawn.encode()


@pytest.mark.usefixtures("no_engine")
def test_what_was_drawn_is_not_drawn_again(kept: Path, drawn: str) -> None:
    with Drawings(kept) as easel:
        assert easel.svg(_drawing()) == drawn


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize(
    "other",
    [
        _drawing("chart-narrow"),
        Drawing("chart-wide", "ชื่ออื่น", _drawing().description, _drawing().spec),
        Drawing("chart-wide", _drawing().title, "คำอธิบายอื่น", _drawing().spec),
        _drawing(width=201),
        _drawing(data={"values": []}),
    ],
    ids=["name", "title", "description", "size", "values"],
)
def test_whatever_differs_is_drawn_anew(kept: Path, other: Drawing) -> None:
    with Drawings(kept) as easel, pytest.raises(pytest.fail.Exception, match="the engine was started"):
        easel.svg(other)


@pytest.mark.usefixtures("no_engine")
def test_without_a_drawing_no_engine_is_started(tmp_path: Path) -> None:
    with Drawings(tmp_path / "cache"):
        pass

    assert not (tmp_path / "cache").exists()


def test_presenting_does_not_import_the_engine() -> None:
    code = "import sys, generator.cli, generator.pipeline.build; print('vl_convert' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == "False"


# --- pixels


def written(words: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="Prongsai Sarabun, sans-serif">'
        f'<rect width="300" height="40" fill="#fff"/><text x="4" y="28" font-size="20">{words}</text></svg>'
    )


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the packed rows of a PNG, whose checksums are right."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, found = 8, dict[bytes, bytes]()
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert zlib.crc32(kind + data) == int.from_bytes(png[at + 8 + size : at + 12 + size])
        found[kind] = found.get(kind, b"") + data
        at += 12 + size
    assert list(found)[-1] == b"IEND"
    head = found[b"IHDR"]
    return int.from_bytes(head[:4]), int.from_bytes(head[4:8]), zlib.decompress(found[b"IDAT"])


@pytest.mark.parametrize(("scale", "size"), [(1, (300, 40)), (2, (600, 80))])
def test_a_picture_in_pixels_has_its_size(scale: int, size: tuple[int, int]) -> None:
    width, height, rows = pixels(engine.png(written("การใช้อำนาจ"), scale))

    assert (width, height) == size
    assert len(rows) == height * (1 + 4 * width)


def test_sara_am_is_drawn_as_its_parts() -> None:
    """The engine draws the one letter over the letter behind it."""
    assert engine.png(written("อำนาจ น้ำ"), 1) == engine.png(written("อํานาจ นํ้า"), 1)


def test_letters_come_from_our_fonts() -> None:
    other = written("การใช้อำนาจ").replace("Prongsai Sarabun, ", "")

    assert engine.png(written("การใช้อำนาจ"), 1) != engine.png(other, 1)


def test_two_processes_make_the_same_pixels_and_keep_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Drawings(tmp_path) as easel:
        made = easel.png(written("ก"), 2)

    assert made == engine.png(written("ก"), 2)

    def refuse(*_arguments: object, **_options: object) -> None:
        pytest.fail("the engine was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with Drawings(tmp_path) as easel:
        assert easel.png(written("ก"), 2) == made
        with pytest.raises(pytest.fail.Exception, match="the engine was started"):
            easel.png(written("ก"), 1)
