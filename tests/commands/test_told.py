"""The report of a change, as text and as Markdown."""

import pytest

from generator.commands import told
from generator.commands.told import LISTED, lines, markdown
from generator.differences.records import (
    AgencyChanges,
    Changed,
    Comparison,
    Figure,
    Files,
    Findings,
    Held,
    Named,
    Pages,
)
from generator.problems import Problem, Source
from generator.thai import FiscalYear

Y = FiscalYear(2568)
WHOLE = Comparison(
    (
        AgencyChanges("same", "ไม่เปลี่ยน"),
        AgencyChanges(
            "a",
            "อบต. ก",
            figures=(Figure(Y, "คะแนนรวม", "90.90", "90.91"),),
            pages=Pages(
                (Changed("a/scores/2567/", "ปี 2567"),),
                (Changed("a/x/", "เก่า", "a/y/"), Changed("a/z/", "หาย")),
                (Changed("a/", "อบต. ก"),),
            ),
            findings=Findings((Named(Y, "rank-order", "กลาง", "ลำดับไม่ตรง", ("1 (ตาราง)", "2"), "data/a/1.yml:3:4"),)),
            files=Files(("a/files/2568/n.pdf",), ("a/files/2568/o.pdf",), ("a/files/2568/r.pdf",)),
        ),
        AgencyChanges("b", "อบต. ข", held=Held(problems=True, findings=("value-conflict",)), unread=True),
        AgencyChanges("c", "อบต. ค", new=True),
        AgencyChanges("d", "อบต. ง", gone=True),
    ),
    (Figure(None, "title", "เก่า", "ใหม่"),),
    Pages(changed=(Changed("", "หน้าแรก"),)),
    (Problem("agency-vanished", Source("urls.json", 3), "b", agency="b"),),
    (Problem("file-unused", Source("data/a/2568/files/x.pdf"), "x.pdf", agency="a"),),
)


def test_markdown_of_everything() -> None:
    text = markdown(WHOLE)

    assert text.startswith("## สิ่งที่จะเปลี่ยนบนเว็บไซต์\n\nตัวเลขและสถานะที่เปลี่ยน 1 ค่า · หน้าใหม่ 1 หน้า · หน้าที่หายไป 2 หน้า ·")
    assert "| 2568 | คะแนนรวม | 90&#46;90 | 90&#46;91 |" in text
    assert "- ปี 2567 <code>a&#47;scores&#47;2567&#47;</code>" in text
    assert "- เก่า <code>a&#47;x&#47;</code> ที่อยู่เดิมนำไปที่ <code>a&#47;y&#47;</code>" in text
    assert "- <code>b</code> อบต&#46; ข แฟ้มของหน่วยงานมีจุดที่ต้องแก้ไข มีจุดที่ข้อมูลไม่ตรงกัน" in text
    assert "- <code>urls&#46;json&#58;3&#58;1</code> " in text
    assert "  - วิธีแก้&#58; " in text
    assert "### แฟ้มแนบที่เพิ่ม\n\n- <code>a&#47;files&#47;2568&#47;n&#46;pdf</code>" in text
    assert "หน่วยงานใหม่" in text
    assert "ไม่มีโฟลเดอร์ข้อมูลของหน่วยงานนี้แล้ว" in text
    assert "ไม่เปลี่ยน &#40;same" not in text
    # the parts in their order: what is to be mended stands before what changes
    parts = ("ต้องแก้ไขก่อนเผยแพร่", "site&#46;yml", "อบต&#46; ก &#40;a", "### แฟ้มแนบที่เพิ่ม", "คำเตือน")
    order = [text.index(one) for one in parts]
    assert order == sorted(order)


def test_text_of_everything() -> None:
    shown = [*lines(WHOLE)]

    assert "    2568 คะแนนรวม: 90.90 → 90.91" in shown
    assert "    title: เก่า → ใหม่" in shown
    assert "    เก่า a/x/ ที่อยู่เดิมนำไปที่ a/y/" in shown
    assert "    2568 ลำดับไม่ตรง [rank-order, กลาง] data/a/1.yml:3:4" in shown
    assert "        1 (ตาราง)" in shown
    assert "    หน้าแรก (หน้าแรก)" in shown


def test_no_change_says_so_and_nothing_else() -> None:
    assert [*lines(Comparison())] == ["สิ่งที่จะเปลี่ยนบนเว็บไซต์", "  ไม่มีตัวเลข หน้า แฟ้มแนบ หรือข้อค้นพบใดเปลี่ยนแปลง"]
    assert markdown(Comparison()).count("\n") == 3


def test_a_blocked_site_says_that_nothing_is_published() -> None:
    assert "ยังสร้างเว็บไซต์ไม่ได้" in markdown(Comparison(blocked=True))


@pytest.mark.parametrize(("count", "more"), [(LISTED, ""), (LISTED + 37, "และอีก 37 รายการ")])
def test_long_lists_are_cut_with_a_count(count: int, more: str) -> None:
    pages = Pages(tuple(Changed(f"a/measures/2568/{n}/", "ก") for n in range(count)))
    whole = Comparison((AgencyChanges("a", "ก", pages=pages),))

    assert markdown(whole).count("- ก <code>") == LISTED
    assert ("และอีก" in markdown(whole)) is bool(more)
    assert more in markdown(whole)
    assert any("และอีก" in line for line in lines(whole)) is bool(more)


def test_data_steer_neither_the_terminal_nor_the_report() -> None:
    figure = Figure(Y, "\x1b[31m|", "<b>", "@octocat")
    whole = Comparison((AgencyChanges("a", "ก", figures=(figure,)),))

    assert "\x1b" not in "".join(lines(whole))
    (row,) = (line for line in markdown(whole).splitlines() if "octocat" in line)
    assert row.count("|") == 5
    assert "<b>" not in row
    assert "@octocat" not in row


def test_both_languages_have_the_same_words() -> None:
    assert told._WORDS["th"].keys() == told._WORDS["en"].keys()
    assert "What would change" in markdown(WHOLE, "en")
