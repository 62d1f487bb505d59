"""Running text on pages: paragraphs and lists as printed, remarks where they belong, and no text is obeyed."""

import re
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
from lxml import html

from generator.model import Remark
from generator.model.prose import prose
from generator.pages.passages import CAUTION, UNREADABLE, notes, passage


def decoded(shown: object) -> str:
    """The HTML with its character references written out."""
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), str(shown))


def remark(passage: str, note: str = "น่าจะผิด", *, caution: bool = False) -> Remark:
    return Remark(passage=passage, note=note, caution=caution)


def said_of(passage: str, note: str = "น่าจะผิด") -> str:
    return f'<p class="remark">หมายเหตุผู้ถอดความ: “<span class="printed">{passage}</span>” – {note}</p>'


def warned_of(passage: str, note: str) -> str:
    return f'<p class="remark caution"><strong>{CAUTION}</strong> “<span class="printed">{passage}</span>” – {note}</p>'


def as_printed(shown: str) -> str:
    """What is expected, marked as a document's own words: blocks by their class, a text alone by a span."""
    if not shown.startswith("<p>") and not re.match("<[uo]l", shown):
        shown = f'<span class="printed">{shown}</span>'
    return re.sub("<(p|ul)>", r'<\1 class="printed">', shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("คำเดียว", "คำเดียว", id="one paragraph alone"),
        pytest.param("\n\n  คำเดียว\n\n", "คำเดียว", id="with blank lines around"),
        pytest.param("หนึ่ง\nสอง", "<p>หนึ่ง</p><p>สอง</p>", id="two paragraphs"),
        pytest.param("หนึ่ง\n\n\nสอง", "<p>หนึ่ง</p><p>สอง</p>", id="blank lines between"),
        pytest.param("- ก\n- ข", "<ul><li>ก</li><li>ข</li></ul>", id="dashes"),
        pytest.param("•ก\n– ข", "<ul><li>ก</li><li>ข</li></ul>", id="bullets"),
        pytest.param("- ก", "<ul><li>ก</li></ul>", id="one item alone"),
        pytest.param(
            "๑. ก\n๒. ข",
            '<ol class="printed"><li><span class="no">๑.</span> ก</li><li><span class="no">๒.</span> ข</li></ol>',
            id="numbers as printed",
        ),
        pytest.param(
            "1) ก\n(๓) ข\n๒.๑ ค",
            '<ol class="printed"><li><span class="no">1)</span> ก</li><li><span class="no">(๓)</span> ข</li></ol>'
            "<p>๒.๑ ค</p>",
            id="numbers of every form, out of order",
        ),
        pytest.param(
            "- ก\n๑. ข",
            '<ol class="printed"><li>ก</li><li><span class="no">๑.</span> ข</li></ol>',
            id="dash and number in one list",
        ),
        pytest.param(
            "นำ\n๑. ก\n  - ข\n  - ค\n  ต่อ\n๒. ง\nตาม",
            '<p>นำ</p><ol class="printed"><li><span class="no">๑.</span> ก<ul><li>ข</li><li>ค</li></ul><p>ต่อ</p></li>'
            '<li><span class="no">๒.</span> ง</li></ol><p>ตาม</p>',
            id="nested, with text after",
        ),
        pytest.param(
            "- ก\n  ๑. ข",
            '<ul><li>ก<ol class="printed"><li><span class="no">๑.</span> ข</li></ol></li></ul>',
            id="numbers below a bullet",
        ),
        pytest.param(
            "- ก\nคั่น\n- ข", "<ul><li>ก</li></ul><p>คั่น</p><ul><li>ข</li></ul>", id="two lists with text between"
        ),
        pytest.param("ลดลง\n-12.29 คะแนน", "<p>ลดลง</p><p>-12.29 คะแนน</p>", id="a minus is no bullet"),
    ],
)
def test_paragraphs_and_lists_are_those_of_the_document(text: str, shown: str) -> None:
    assert decoded(passage(prose(text))) == as_printed(shown)


# --- what nobody could read, and remarks

MARK = '<span class="suspect">{}</span>'
CAUTIOUS = '<span class="suspect caution">{}</span>'
UNREAD = f'<span class="unread">{UNREADABLE}</span>'


def test_what_nobody_could_read_is_marked_without_a_remark() -> None:
    assert decoded(passage(prose(f"ก {UNREADABLE} ข {UNREADABLE}"))) == (
        '<span class="printed">ก <span class="unread">[อ่านไม่ออก]</span> ข <span class="unread">[อ่านไม่ออก]</span></span>'
    )
    assert "unread" not in decoded(passage(prose("อ่านไม่ออก [อ่าน ไม่ออก]")))


@pytest.mark.parametrize(
    ("text", "remarks", "shown"),
    [
        pytest.param(
            "ข้อพร่อง หนึ่ง",
            [remark("ข้อพร่อง")],
            f"<p>{MARK.format('ข้อพร่อง')} หนึ่ง</p>{said_of('ข้อพร่อง')}",
            id="a paragraph alone",
        ),
        pytest.param("หนึ่ง", [remark("สอง")], "หนึ่ง", id="a remark on another text"),
        pytest.param(
            "กก ขข กก\nกก",
            [remark("กก")],
            f"<p>{MARK.format('กก')} ขข {MARK.format('กก')}</p><p>{MARK.format('กก')}</p>{said_of('กก')}",
            id="every place where it stands, one note",
        ),
        pytest.param(
            "- ก\n  - ขค",
            [remark("ข")],
            f"<ul><li>ก<ul><li>{MARK.format('ข')}ค</li></ul></li></ul>{said_of('ข')}",
            id="in a nested item",
        ),
        pytest.param(
            "หนึ่ง สอง",
            [remark("สอง", "ข"), remark("หนึ่ง", "ก")],
            f"<p>{MARK.format('หนึ่ง')} {MARK.format('สอง')}</p>{said_of('สอง', 'ข')}{said_of('หนึ่ง', 'ก')}",
            id="notes in the order of the file",
        ),
        pytest.param(
            "หนึ่ง",
            [remark("หนึ่ง", "ก"), remark("หนึ่ง", "ข")],
            f"<p>{MARK.format('หนึ่ง')}</p>{said_of('หนึ่ง', 'ก')}{said_of('หนึ่ง', 'ข')}",
            id="two notes on one passage",
        ),
        pytest.param(
            "ก (ข)+? ค.*",
            [remark("(ข)+?"), remark("ค.*")],
            f"<p>ก {MARK.format('(ข)+?')} {MARK.format('ค.*')}</p>{said_of('(ข)+?')}{said_of('ค.*')}",
            id="marks that mean something to a search",
        ),
        pytest.param(
            "กข คง จฉ",
            [remark("กข คง"), remark("คง จฉ")],
            f"<p>{MARK.format('กข คง')} จฉ</p>{said_of('กข คง')}{said_of('คง จฉ')}",
            id="overlapping: the first is marked, both are noted",
        ),
        pytest.param(
            "หนึ่ง สอง สาม",
            [remark("สอง", caution=True), remark("หนึ่ง สอง สาม")],
            f"<p>{MARK.format('หนึ่ง ' + CAUTIOUS.format('สอง') + ' สาม')}</p>"
            f"{warned_of('สอง', 'น่าจะผิด')}{said_of('หนึ่ง สอง สาม')}",
            id="one inside the other",
        ),
        pytest.param(
            "หนึ่งสอง หนึ่ง",
            [remark("หนึ่ง"), remark("หนึ่งสอง")],
            f"<p>{MARK.format(MARK.format('หนึ่ง') + 'สอง')} {MARK.format('หนึ่ง')}</p>{said_of('หนึ่ง')}{said_of('หนึ่งสอง')}",
            id="one begins like the other",
        ),
        pytest.param(
            f"ก {UNREADABLE} ข",
            [remark(f"ก {UNREADABLE}")],
            f"<p>{MARK.format('ก ' + UNREAD)} ข</p>{said_of('ก ' + UNREADABLE)}",
            id="around what nobody could read",
        ),
        pytest.param(
            "กลับ",
            [remark("กลับ", "ตรงข้าม", caution=True)],
            f"<p>{CAUTIOUS.format('กลับ')}</p>{warned_of('กลับ', 'ตรงข้าม')}",
            id="caution",
        ),
        pytest.param(
            "๑. ก",
            [remark("๑. ก")],
            f'<ol class="printed"><li><span class="no">๑.</span> ก</li></ol>{said_of("๑. ก")}',
            id="a passage with its number is noted",
        ),
    ],
)
def test_a_remark_marks_its_passage_and_stands_below(text: str, remarks: list[Remark], shown: str) -> None:
    assert decoded(passage(prose(text), remarks)) == as_printed(shown)


def test_notes_stand_by_themselves_where_the_text_is_elsewhere() -> None:
    assert decoded(notes([remark("ก"), remark("ข")])) == said_of("ก") + said_of("ข")
    assert notes([]) == ""


# --- texts of others

HOSTILE = [
    "<b>หนา</b>",
    "<script>alert(1)</script>",
    "</div></p><div>",
    "<!-- a -->",
    "{{ x }} {% if y %} {#z} {: .c onclick=d }",
    "*a* **b** _c_ __d__ `e` ~~f~~",
    "[a](https://b.example) ![c](d.png) <https://e.example>",
    "[a]: https://b.example",
    "a & b &amp; &#60;b&#62; &lt;",
    "# a",
    "a # b",
    "> a",
    "a | b | c",
    "``` a",
    "--- a",
    "=== a",
    "\\*a\\*",
    "a\x85b\u2028c",
    "'\" onmouseover='a'",
]
PLACES = {
    "alone": "{}",
    "paragraph": "ก\n{}\nข",
    "bullet": "- {}\n- ข",
    "number": "๑. {}\n๒. ข",
    "nested": "๑. ก\n  - ข {}\n  ต่อ {}",
}
FRAMES = {
    "block": '<div class="prose">{}</div>',
    "item": "- {}\n",
    "cell": "<table><tbody><tr><td>{}</td></tr></table>",
}
OURS = {"div", "p", "ul", "ol", "li", "span", "strong", "table", "tbody", "tr", "td"}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_text_comes_out_of_markdown_as_it_stands_in_the_file(hostile: str, place: str, frame: str) -> None:
    text = PLACES[place].replace("{}", f"ฮ {hostile} ฮ")
    about = [remark(f"ฮ {hostile}", f"อ {hostile}", caution=True), remark(hostile, hostile)]

    for remarks in ([], about):
        shown = passage(prose(text), remarks)
        made = markdown.markdown(f"# ก\n\n{FRAMES[frame].replace('{}', str(shown))}\n\nท้าย\n", extensions=["attr_list"])
        tree: Any = html.fromstring(f"<main>{made}</main>")
        words = " ".join(tree.text_content().split())
        expected = " ".join(f"ฮ {hostile} ฮ".split())
        assert words.count(expected) == text.count(hostile)
        assert {element.tag for element in tree.iter()} <= OURS | {"main", "h1"}
        assert {name for element in tree.iter() for name in element.attrib} <= {"class"}
        # the block did not end inside
        assert [child.tag for child in tree][0::2][:1] == ["h1"]
        assert tree[-1].tag == "p"
        assert tree[-1].text == "ท้าย"
        assert len(tree) == 3
        for one in remarks:
            assert " ".join(f"“{one.passage}” – {one.note}".split()) in words


@pytest.mark.parametrize("text", ["ก", "ก\n\nข", "- ก\n\n\n- ข\n\nค", "๑. ก\n\n  - ข\n\n  ค\n\nง"])
def test_a_text_is_one_line_and_so_never_has_a_blank_one(text: str) -> None:
    remarks = [remark("ก", "หนึ่ง\n\nสอง"), remark("ก", "สาม\r\n\r\nสี่", caution=True)]

    assert not re.search(r"[\n\r\x85\u2028\u2029]", str(passage(prose(text), remarks)))
    assert not re.search(r"[\n\r]", str(notes(remarks)))
