"""Letters: widths of our fonts, and lines that end where Thai may end them."""

import struct
from pathlib import Path

import pytest

from generator.charts import advances, letters

FONTS = Path(letters.__file__).parent / "fonts"
LONG = "องค์การบริหารส่วนตำบลบ้านหนองหญ้าปล้องพัฒนาสามัคคีธรรมประชาร่วมใจเฉลิมพระเกียรติ"
MARKS = {chr(code) for code in (0x0E31, *range(0x0E33, 0x0E3B), *range(0x0E47, 0x0E4F))} | set("ะาๅๆฯ")


def _tables(font: bytes) -> dict[bytes, int]:
    count = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4sIII", font[12 + 16 * n : 28 + 16 * n]) for n in range(count))
    return {tag: offset for tag, _, offset, _ in entries}


def _advances(font: bytes) -> dict[int, int]:
    """Width by glyph, as the font's own table says."""
    tables = _tables(font)
    metrics = struct.unpack(">H", font[tables[b"hhea"] + 34 : tables[b"hhea"] + 36])[0]
    at = tables[b"hmtx"]
    return {n: struct.unpack(">H", font[at + 4 * n : at + 4 * n + 2])[0] for n in range(metrics)}


def _glyphs(font: bytes) -> dict[int, int]:
    """Glyph by code, of the first table of the kind that all fonts have."""
    start = _tables(font)[b"cmap"]
    count = struct.unpack(">H", font[start + 2 : start + 4])[0]
    offsets = [struct.unpack(">HHI", font[start + 4 + 8 * n : start + 12 + 8 * n])[2] for n in range(count)]
    at = next(start + one for one in offsets if font[start + one : start + one + 2] == b"\0\4")
    segments = struct.unpack(">H", font[at + 6 : at + 8])[0] // 2

    def words(offset: int) -> tuple[int, ...]:
        return struct.unpack(f">{segments}H", font[at + offset : at + offset + 2 * segments])

    ends, starts = words(14), words(16 + 2 * segments)
    deltas, ranges = words(16 + 4 * segments), words(16 + 6 * segments)
    found = {}
    for n in range(segments):
        for code in range(starts[n], min(ends[n], 0xFFFE) + 1):
            if ranges[n]:
                place = at + 16 + 6 * segments + 2 * n + ranges[n] + 2 * (code - starts[n])
                glyph = struct.unpack(">H", font[place : place + 2])[0]
                found[code] = (glyph + deltas[n]) % 0x10000 if glyph else 0
            else:
                found[code] = (code + deltas[n]) % 0x10000
    return found


@pytest.mark.parametrize(("weight", "table"), [("400", advances.REGULAR), ("700", advances.BOLD)])
def test_widths_are_those_of_the_fonts(weight: str, table: tuple[tuple[int, str], ...]) -> None:
    font = (FONTS / f"prongsai-sarabun-{weight}.ttf").read_bytes()
    widths, glyphs = _advances(font), _glyphs(font)
    last = widths[max(widths)]  # that of all glyphs behind it
    known = {letter: width for width, letters in table for letter in letters}

    assert len(known) > 300
    assert {letter: widths.get(glyphs[ord(letter)], last) for letter in known} == known


def test_no_machine_has_a_font_of_this_name() -> None:
    for path in FONTS.glob("*.ttf"):
        assert "Prongsai Sarabun".encode("utf-16-be") in path.read_bytes()


@pytest.mark.parametrize(
    ("text", "same"),
    [("กำ", "กํา"), ("น้ำ", "นํ้า"), ("ชี้", "ช"), ("ผู้", "ผ"), ("ก็", "ก")],
)
def test_marks_have_no_width_and_am_is_as_wide_as_its_parts(text: str, same: str) -> None:
    assert letters.width(text, 10) == letters.width(same, 10) > 0


def test_bold_is_wider_and_twice_the_size_is_twice_as_wide() -> None:
    assert letters.width("การใช้อำนาจ", 10) < letters.width("การใช้อำนาจ", 10, bold=True)
    assert letters.width("การใช้อำนาจ", 20) == pytest.approx(2 * letters.width("การใช้อำนาจ", 10))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("เทศบาล–เมือง “ก” −2.50", "เทศบาล–เมือง “ก” −2.50"),
        ("ก→ข", "ก?ข"),
        ("ក", "?"),
        ("😀", "?"),
        ("ก\u200bข\x00", "ก?ข?"),
    ],
)
def test_letters_that_our_fonts_do_not_have_are_question_marks(text: str, shown: str) -> None:
    assert letters.drawable(text) == shown


@pytest.mark.parametrize("room", [60, 100, 180, 400, 2000])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", [LONG, "น้ำใจ ดำเนินงาน " * 6, "ก" * 90, "เเเ", "Transparency " * 9, "91.03, 91.30"])
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text: str, bold: bool, room: int) -> None:
    lines = letters.wrapped(text, 16, room, bold=bold)

    assert all(letters.width(line, 16, bold=bold) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line and line == line.strip() for line in lines)
    assert not any(line[0] in MARKS for line in lines)
    assert not any(line[-1] in "เแโใไ" for line in lines if text != "เเเ")


def test_lines_end_at_words_that_names_are_made_of_before_they_end_anywhere() -> None:
    assert letters.wrapped("องค์การบริหารส่วนตำบลบ้านสวน", 20, 200) == ("องค์การบริหารส่วนตำบล", "บ้านสวน")
    assert letters.wrapped("", 20, 100) == letters.wrapped("  ", 20, 100) == ()


def test_text_gets_smaller_before_it_goes_on_in_another_line() -> None:
    room = letters.width("เทศบาลเมืองสะเตงนอก", 30) + 1

    assert letters.fitted("เทศบาลเมืองสะเตงนอก", (40, 30, 20), room, 1) == (30, ("เทศบาลเมืองสะเตงนอก",))
    assert letters.fitted("เทศบาลเมืองสะเตงนอก", (40, 30, 20), room, 2)[0] == 40


def test_what_does_not_fit_in_the_smallest_size_is_cut_and_says_so() -> None:
    size, lines = letters.fitted(LONG, (40, 30), 200, 2)

    assert size == 30
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(letters.width(line, 30) <= 200 for line in lines)
    assert LONG.startswith("".join(lines).removesuffix("…"))
