"""generator.finish.index: articles become sections of plain text that a search can look through."""

import json
from pathlib import Path

import pytest

from generator import links
from generator.finish import write_network_index
from generator.finish.index import Entry, Section, index_of, of_network, read_articles


def _read(folder: Path, article: str, address: str = "scores/2568/", head: str = "") -> list[Entry]:
    page = folder / address / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"<html><head>{head}</head><body><nav>เมนู</nav><article>{article}</article></body></html>", "utf-8")
    return read_articles(folder, [address])


def _text(folder: Path, content: str) -> str:
    (entry,) = _read(folder, f"<h1>ก</h1>{content}")
    return "|".join(section.text for section in entry.sections)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<table><tr><th>การใช้</th><td>88.53</td></tr></table>", "การใช้\n88.53"),
        ("<table><tr><td>จัด</td><td>ซื้อ</td></tr></table>", "จัด\nซื้อ"),
        ("<p>ก</p><p>ข</p>", "ก\nข"),
        ("<ul><li>หนึ่ง<ul><li>สอง</li></ul></li></ul>", "หนึ่ง\nสอง"),
        ("<p>บรรทัด<br>ใหม่</p>", "บรรทัด\nใหม่"),
        ("<dl><dt>ปี</dt><dd>2568</dd></dl>", "ปี\n2568"),
        ("<p>ตัว<strong>ชี้</strong>วัด <a href='../'>ที่ 4</a> <span class='figure'>74.67</span></p>", "ตัวชี้วัด ที่ 4 74.67"),
        ("<p>สอง\n  บรรทัด\u00a0ใน แหล่ง</p>", "สอง บรรทัด ใน แหล่ง"),
        ("<p>ทํางาน นํ้า เเละ\u200bที่</p>", "ทำงาน น้ำ และที่"),
        ("<p>๒๕๖๘ &lt;b&gt; &amp;amp;</p>", "๒๕๖๘ <b> &amp;"),
        ("<p>ก<svg><title>แผนภูมิ</title><text>88</text></svg>ข</p>", "กข"),
        ("<div class='chart' data-search-exclude><p>แผนภูมิ</p></div><p>หลัง</p>", "หลัง"),
        ("<p data-search-exclude>ที่มา</p> ท้าย", "ท้าย"),
        ("<p>แฟ้ม <code>a.yml</code></p><pre><code>b: 1</code></pre><p>หลัง</p>", "แฟ้ม a.yml\nหลัง"),
        ("<p>ก <span data-search-exclude>ซ่อน</span> ข</p>", "ก ข"),
        ("<!-- หมายเหตุ --><p>จริง</p>", "จริง"),
    ],
)
def test_blocks_are_lines_and_inline_text_runs_on(content: str, text: str, tmp_path: Path) -> None:
    assert _text(tmp_path, content) == text


def test_sections_are_cut_at_headings_with_their_anchors(tmp_path: Path) -> None:
    (entry,) = _read(
        tmp_path,
        "<h1 id='top'>ผลการ<small>ประเมิน</small></h1><p>นำ</p><h2 id='a'>หนึ่ง</h2><p>ก</p><h3 id='b'>สอง</h3>"
        "<h2 id='c'>สาม</h2><div><h4 id='d'>สี่</h4><p>ลึก</p></div>",
    )

    assert entry == Entry(
        "scores/2568/",
        "ผลการประเมิน",
        0,
        2568,
        0,
        [
            Section("", "", "นำ"),
            Section("a", "หนึ่ง", "ก"),
            Section("b", "สอง", ""),
            Section("c", "สาม", ""),
            Section("d", "สี่", "ลึก"),
        ],
    )


def test_a_page_that_only_leads_on_or_has_no_title_is_not_searched(tmp_path: Path) -> None:
    onward = '<meta http-equiv="refresh" content="0; url=../new/">'

    assert _read(tmp_path, "<h1>ย้ายแล้ว</h1>", head=onward) == []
    assert _read(tmp_path, "<p>ไม่มีหัวเรื่อง</p>") == []
    assert read_articles(tmp_path, ["not/there/"]) == []


def test_the_index_is_utf8_and_the_same_bytes_each_time() -> None:
    entry = Entry("scores/", "คะแนน</script>", 0, 0, 0, [Section("a", "ข", "ค\nง")])

    content = index_of([entry])

    assert json.loads(content) == {
        "format": 1,
        "kinds": ["คะแนน", "มาตรการ", "OIT", "เอกสาร"],
        "pages": [["scores/", "คะแนน</script>", 0, 0, 0, [["a", "ข", "ค\nง"]]]],
    }
    assert "คะแนน".encode() in content
    assert content == index_of([entry])


def _agency(name: str, pages: int = 1) -> bytes:
    text = "\n".join(["บรรทัดแรก", *(f"ถ้อยคำที่ {number}" for number in range(400))])
    return index_of(
        [
            Entry("", name, -1, 0, 1, [Section("", "", "จังหวัดทดสอบ"), Section("x", "หัวข้อ", "89.69")]),
            Entry("scores/2568/", "คะแนน", 0, 2568, 0, [Section("", "", "ไม่ไปที่เครือข่าย")]),
            *(
                Entry(f"measures/2568/{no}/", f"มาตรการ {no}", 1, 2568, 0, [Section("steps", "ขั้นตอน", text)])
                for no in range(1, pages + 1)
            ),
            Entry("oit/2568/o4/", "ข้อ O4", 2, 2568, 0, []),
            Entry("oit/2568/all/", "ทั้งปี", 2, 2568, -3, []),
        ]
    )


def test_a_network_finds_agencies_measures_and_items() -> None:
    entries = of_network({"song": _agency("เทศบาลสอง"), "nueng": _agency("เทศบาลหนึ่ง")})

    assert [(one.address, one.title, one.kind, one.year) for one in entries] == [
        ("nueng/", "เทศบาลหนึ่ง", -1, 0),
        ("nueng/measures/2568/1/", "มาตรการ 1", 1, 2568),
        ("nueng/oit/2568/o4/", "ข้อ O4", 2, 2568),
        ("song/", "เทศบาลสอง", -1, 0),
        ("song/measures/2568/1/", "มาตรการ 1", 1, 2568),
        ("song/oit/2568/o4/", "ข้อ O4", 2, 2568),
    ]
    assert [section.text.split("\n")[0] for one in entries for section in one.sections] == ["เทศบาลหนึ่ง"] * 3 + [
        "เทศบาลสอง"
    ] * 3
    assert "89.69" in entries[0].sections[0].text
    assert "ถ้อยคำที่ 399" in entries[1].sections[0].text


@pytest.mark.parametrize(("agencies", "whole"), [(5, True), (60, False)])
def test_the_more_pages_a_network_has_the_less_of_each(agencies: int, whole: bool) -> None:
    entries = of_network({f"a-{number}": _agency("ก", pages=20) for number in range(agencies)})
    texts = [one.sections[0].text for one in entries if "/measures/" in one.address]

    assert all(text.startswith("ก\nขั้นตอน\nบรรทัดแรก") for text in texts)
    assert all(text.endswith("ถ้อยคำที่ 399") is whole for text in texts)
    assert sum(map(len, texts)) <= 1_000_000
    assert max(map(len, texts)) >= 200


def test_an_agency_published_without_an_index_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "ban/search").mkdir(parents=True)
    (tmp_path / "ban/search/index.json").write_bytes(_agency("บ้าน"))
    (tmp_path / "old").mkdir()
    (tmp_path / "index.html").write_text("<article><h1>เครือข่าย</h1></article>", "utf-8")

    write_network_index(tmp_path, [links.HOME], ["old", "ban"])

    pages = json.loads((tmp_path / "search/index.json").read_bytes())["pages"]
    assert [page[0] for page in pages] == ["", "ban/", "ban/measures/2568/1/", "ban/oit/2568/o4/"]
    assert [page[4] for page in pages] == [-1, 1, 0, 0]
