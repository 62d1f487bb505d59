"""prongsai answers: what is copied into the assessment system, as Excel and CSV."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner, Result

from generator import cli
from generator.assess.items import Answer
from generator.commands import answers
from generator.commands.answers import Row
from generator.frameworks import packaged_bytes
from generator.model import Component, Evidence
from generator.thai import FiscalYear

Make = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., Result]
Table = dict[str, dict[str, str]]

SITE = "format: 1\nlayout: network\ntitle: เครือข่าย\nofficial: true\nurl: https://ita.tua-yang.go.th/web\n"
AGENCY = """\
name: เทศบาลตำบลตัวอย่าง
type: เทศบาลตำบล
province: จังหวัดทดสอบ
main_website: https://www.tua-yang.go.th
"""
THIS = """\
items:
  - item: O1
    evidence:
      - {link: "https://tua-yang.go.th/a", title: แผนผัง, components: [1, 2, 3]}
      - {link: "https://tua-yang.go.th/b", title: คำสั่ง, components: [2]}
      - {link: "https://tua-yang.go.th/c", title: เอกสารประกอบ}
  - item: O2
    evidence: [{link: "https://tua-yang.go.th/o2", title: ทำเนียบ, components: [1]}]
  - item: O8
    evidence: [{link: "https://tua-yang.go.th/o8", title: คู่มือ, whole: true, draft: true}]
  - item: O10
    exempt: คู่มือ หน้า 12
  - item: O12
  - item: O22
    nothing: {date: 31 มีนาคม 2568, note: ตามบันทึกที่ 5}
"""
FINAL = packaged_bytes(FiscalYear(2568)).decode().replace("draft: true\n", "")
BASE = {
    "site.yml": SITE,
    "tua-yang/agency.yml": AGENCY,
    "tua-yang/2568/disclosure.yml": THIS,
    "frameworks/2568.yml": FINAL,
}
DRAFT = {"frameworks/2568.yml": ""}  # the packaged list is one
PUBLISHED = (1, 2, 10, 22)


def _page(code: str) -> str:
    return f"<!doctype html><title>{code} ปี 2568 - หน่วยงาน</title><h1>ข้อ {code} ปี 2568</h1>"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output folder whose site has the pages of what is published."""
    for number in PUBLISHED:
        _publish(tmp_path / "out", number, _page(f"O{number}"))
    return tmp_path / "out"


def _publish(out: Path, number: int, text: str, slug: str = "tua-yang/") -> None:
    path = out / "site" / f"{slug}oit/2568/o{number}/index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def run(make_data: Make, out: Path) -> Run:
    def command(files: Mapping[str, str], *more: str, year: str = "2568") -> Result:
        data = make_data({**BASE, **files})
        return CliRunner().invoke(cli.app, ["answers", year, "--data", str(data), "--out", str(out), *more])

    return command


def _csv(out: Path, name: str = "tua-yang-2568") -> Table:
    content = (out / "answers" / f"{name}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    return {row["ข้อ"]: row for row in rows}


def _xlsx(out: Path, name: str = "tua-yang-2568") -> list[list[object]]:
    book = CalamineWorkbook.from_path(out / "answers" / f"{name}.xlsx")
    return [list(row) for row in book.get_sheet_by_index(0).to_python()]


# --- rows


def test_a_row_for_each_item_in_the_official_order(run: Run, out: Path) -> None:
    done = run({})

    assert done.exit_code == 0, done.output
    assert list(_csv(out)) == [f"O{number}" for number in range(1, 29)]
    assert [row[0] for row in _xlsx(out)] == ["ข้อ", *(f"O{number}" for number in range(1, 29))]
    assert _xlsx(out)[0] == list(answers.HEADINGS)
    assert [[str(cell) for cell in row] for row in _xlsx(out)[1:]] == [list(row.values()) for row in _csv(out).values()]


@pytest.mark.parametrize(
    ("code", "given", "explanation", "warning"),
    [
        pytest.param(
            "O1",
            "มี",
            "1. แผนผังการแบ่งส่วนราชการ: แผนผัง\n"
            "2. ตำแหน่งสำคัญและส่วนงานภายใน: แผนผัง · คำสั่ง\n"
            "3. เฉพาะส่วนที่อธิบายหน้าที่และอำนาจ: แผนผัง\n"
            "ข้อมูลประกอบ: เอกสารประกอบ",
            "",
            id="complete",
        ),
        pytest.param(
            "O2",
            "มี",
            "1. ผู้บริหารสูงสุด: ทำเนียบ",
            "ไม่ครบ – รองผู้บริหารสูงสุด: ยังไม่มีหลักฐาน\nไม่ครบ – ของแต่ละคน: ชื่อ-นามสกุล ตำแหน่ง รูปถ่าย ช่องทางติดต่อ: ยังไม่มีหลักฐาน",
            id="incomplete",
        ),
        pytest.param(
            "O8",
            "ไม่มี",
            "",
            "หลักฐานมีเพียงฉบับร่างที่ยังไม่ได้ลงนาม\n"
            + "\n".join(
                f"ไม่ครบ – {name}: หลักฐานเป็นฉบับร่างที่ยังไม่ได้ลงนาม"
                for name in ("ชื่องาน", "ขั้นตอน", "ระยะเวลา", "กฎหมายที่เกี่ยวข้อง")
            ),
            id="unsigned",
        ),
        pytest.param("O10", "ยกเว้น", "ได้รับยกเว้นตามคู่มือ: คู่มือ หน้า 12", "", id="exempt"),
        pytest.param("O12", "ไม่มี", "", "ยังไม่ได้เผยแพร่", id="unpublished"),
        pytest.param("O13", "ไม่มี", "", "ยังไม่ได้นำเข้าข้อมูล", id="not-imported"),
        pytest.param(
            "O22",
            "มี",
            "ไม่มีการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยาในปีงบประมาณ พ.ศ. 2568 (ข้อมูล ณ วันที่ 31 มีนาคม 2568) ตามบันทึกที่ 5",
            "",
            id="nothing-occurred",
        ),
    ],
)
def test_what_a_row_says(code: str, given: str, explanation: str, warning: str, *, run: Run, out: Path) -> None:
    run({})

    row = _csv(out)[code]
    assert (row["มี/ไม่มี"], row["คำอธิบาย"], row["คำเตือน"]) == (given, explanation, warning)
    assert bool(row["URL"]) == bool(row["เส้นทางการเข้าถึง"]) == (given != "ไม่มี")


def test_a_draft_beside_a_statement_is_not_all_there_is(run: Run, out: Path) -> None:
    draft = '    evidence: [{link: "https://tua-yang.go.th/n", title: ประกาศ, draft: true, whole: true}]\n'

    run({"tua-yang/2568/disclosure.yml": THIS + draft})

    assert _csv(out)["O22"]["มี/ไม่มี"] == "มี"
    assert _csv(out)["O22"]["คำเตือน"] == ""


def test_an_official_document_is_named_once(run: Run, out: Path) -> None:
    papers = """\
documents:
  - {kind: report, title: รายงานผลการดำเนินการ, item: O13, ita_year: 2568, components: [1]}
  - {kind: memo, title: บันทึกข้อความ, item: O13, ita_year: 2568}
"""

    run({"tua-yang/2568/documents.yml": papers})

    first, second, *more = _csv(out)["O13"]["คำอธิบาย"].splitlines()
    assert first.startswith("1. ")
    assert first.endswith(": รายงานผลการดำเนินการ")
    assert (second, more) == ("ข้อมูลประกอบ: บันทึกข้อความ", [])


@pytest.mark.parametrize(("component", "title"), [(1, "แผน"), (2, "แผน (หน้า 12)")])
def test_the_page_of_a_file_is_told_where_it_is_known(component: int, title: str) -> None:
    evidence = Evidence(title="แผน", file="plan.pdf", components=(1,), pages={2: 12})

    assert answers._title(evidence, Answer(component, Component(name="ก"), None)) == title


@pytest.mark.parametrize("url", ["https://ita.tua-yang.go.th/web", "https://ita.tua-yang.go.th/web/"])
def test_addresses_in_a_network(url: str, run: Run, out: Path) -> None:
    run({"site.yml": SITE.replace("https://ita.tua-yang.go.th/web", url)})

    assert _csv(out)["O22"]["URL"] == "https://ita.tua-yang.go.th/web/tua-yang/oit/2568/o22/"


def test_addresses_of_an_agency_alone(run: Run, out: Path) -> None:
    for number in PUBLISHED:
        _publish(out, number, _page(f"O{number}"), slug="")

    done = run({"site.yml": SITE.replace("network", "agency")})

    assert done.exit_code == 0, done.output
    assert _csv(out)["O22"]["URL"] == "https://ita.tua-yang.go.th/web/oit/2568/o22/"


def test_the_way_ends_at_the_item(run: Run, out: Path) -> None:
    run({"tua-yang/2568/disclosure.yml": f"path: [ข้อมูลสาธารณะ]\n{THIS}"})

    way = _csv(out)["O1"]["เส้นทางการเข้าถึง"].split(" → ")
    assert "www.tua-yang.go.th" in way[0]
    assert way[1] == "ข้อมูลสาธารณะ"
    assert way[-1] == "ข้อ O1 โครงสร้างและอำนาจหน้าที่"


def test_the_way_that_the_agency_gives_for_an_item(run: Run, out: Path) -> None:
    run({"tua-yang/2568/disclosure.yml": THIS.replace("  - item: O1\n", "  - item: O1\n    path: [เมนูหลัก, O1]\n")})

    assert _csv(out)["O1"]["เส้นทางการเข้าถึง"].endswith("เมนูหลัก → O1")


# --- what is compared


@pytest.mark.parametrize(
    ("url", "main", "same"),
    [
        ("https://tua-yang.go.th/", "https://tua-yang.go.th", True),
        ("https://www.tua-yang.go.th/", "https://tua-yang.go.th/th/", True),
        ("https://tua-yang.go.th/", "https://WWW.Tua-Yang.go.th", True),
        ("https://ita.tua-yang.go.th/", "https://www.tua-yang.go.th", True),
        ("https://tua-yang.go.th/", "https://main.tua-yang.go.th", True),
        ("https://a.tua-yang.go.th/", "https://b.tua-yang.go.th", False),
        ("https://nottua-yang.go.th/", "https://tua-yang.go.th", False),
        ("https://tua-yang.go.th.example.com/", "https://tua-yang.go.th", False),
        ("https://tua-yang.github.io/ita/", "https://tua-yang.go.th", False),
        ("https://tua-yang.go.th/", "https://go.th", False),
        ("https://or.th/", "https://tua-yang.or.th", False),
        ("https://www.example.com/", "https://example.com", True),
        ("https://x.com/", "https://com", False),
    ],
)
def test_one_website_or_two(url: str, main: str, same: bool) -> None:
    assert answers.same_website(url, main) is same


def test_outside_the_main_website_every_row_and_the_command_say_so(run: Run, out: Path) -> None:
    done = run({"site.yml": SITE.replace("ita.tua-yang.go.th", "tua-yang.github.io")})

    assert done.exit_code == 0
    assert "tua-yang: URL tua-yang.github.io อยู่นอกเว็บไซต์หลักของหน่วยงาน (tua-yang.go.th)" in done.output
    warned = {
        code for code, row in _csv(out).items() if "URL อยู่นอกเว็บไซต์หลักของหน่วยงาน (tua-yang.go.th)" in row["คำเตือน"]
    }
    assert warned == {f"O{number}" for number in PUBLISHED}


def test_without_a_main_website_nothing_is_compared(run: Run, out: Path) -> None:
    done = run({"tua-yang/agency.yml": AGENCY.replace("main_website: https://www.tua-yang.go.th\n", "")})

    assert done.exit_code == 0
    assert "agency.yml ยังไม่ได้ระบุ main_website" in done.output
    assert "อยู่นอกเว็บไซต์หลัก" not in "".join(row["คำเตือน"] for row in _csv(out).values())


# --- the built pages


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("<title>O2 ปี 2568</title>", True),
        ("<title>หน้า</title><h1>ข้อ O2 ข้อมูลผู้บริหาร</h1>", True),
        ("<title>หน้า</title><h1>ข้อ <b>O๒</b></h1>", True),
        ("<title>ข้อ O 2</title>", True),
        ("<title>(O2)</title>", True),
        ("<title>O27 ปี 2568</title>", False),
        ("<title>O12 ปี 2568</title>", False),
        ("<title>FOO2</title>", False),
        ("<title>O2a</title>", False),
        ("<title>หน้า</title><h1>หน้า</h1><h1>O2</h1>", False),
        ("<title>หน้า</title><p>O2</p>", False),
        ("", False),
        ("<!-- -->", False),
    ],
)
def test_a_page_is_that_of_its_item(text: str, right: bool, run: Run, out: Path) -> None:
    _publish(out, 2, text)

    done = run({})

    assert done.exit_code == (0 if right else 1)
    assert ("tua-yang O2: หน้าในเว็บไซต์ที่สร้างไว้ไม่มีเลขข้อนี้" in done.output) is not right
    assert ("ไม่มีเลขข้อนี้ในชื่อหน้า" in _csv(out)["O2"]["คำเตือน"]) is not right


def test_a_page_that_is_not_built_is_told_and_the_sheet_is_written(run: Run, out: Path) -> None:
    (out / "site" / "tua-yang" / "oit" / "2568" / "o22" / "index.html").unlink()

    done = run({})

    assert done.exit_code == 1
    assert [line for line in done.output.splitlines() if "prongsai build" in line] == [
        "tua-yang O22: ยังไม่มีหน้านี้ในเว็บไซต์ที่สร้างไว้ ให้สั่ง prongsai build ก่อน"
    ]
    assert _csv(out)["O22"]["คำเตือน"] == "ยังไม่มีหน้านี้ในเว็บไซต์ที่สร้างไว้ ให้สั่ง prongsai build ก่อน"
    assert _csv(out)["O1"]["คำเตือน"] == ""


# --- what has to be settled first


def test_a_draft_list_wants_a_confirmation(run: Run, out: Path) -> None:
    done = run(DRAFT)

    assert done.exit_code == 1
    assert "รายการข้อของปี 2568 ในระบบเป็นฉบับร่าง" in done.output
    assert "prongsai answers 2568 --confirm" in done.output
    assert not (out / "answers").exists()


def test_a_draft_list_that_is_confirmed(run: Run, out: Path) -> None:
    done = run(DRAFT, "--confirm")

    assert done.exit_code == 0
    assert "รายการข้อของปี 2568 ในระบบเป็นฉบับร่าง" in done.output
    assert "--confirm" not in done.output
    assert all(row["คำเตือน"].endswith("รายการข้อในระบบเป็นฉบับร่าง โปรดเทียบกับคู่มือ") for row in _csv(out).values())


def test_a_final_list_needs_none(run: Run, out: Path) -> None:
    done = run({})

    assert done.exit_code == 0
    assert "ร่าง โปรด" not in "".join(row["คำเตือน"] for row in _csv(out).values())


def test_without_the_address_of_the_site_there_is_no_sheet(run: Run, out: Path) -> None:
    done = run({**DRAFT, "site.yml": re.sub("url: .*\n", "", SITE)})

    assert done.exit_code == 1
    assert "data/site.yml: ยังไม่ได้ระบุ url ของเว็บไซต์" in done.output
    assert "--confirm" in done.output  # both are told at once
    assert not (out / "answers").exists()


def test_a_year_that_nobody_answers(run: Run, out: Path) -> None:
    done = run({}, year="2567")

    assert done.exit_code == 1
    assert "ยังไม่มีหน่วยงานใดมีแฟ้ม disclosure.yml ของปี 2567" in done.output
    assert not (out / "answers").exists()


def test_an_unknown_agency_is_wrong_usage(run: Run) -> None:
    assert run({}, "--agency", "nobody").exit_code == 2


def test_an_agency_with_a_problem_is_left_out_and_the_others_are_not(run: Run, out: Path) -> None:
    second = {"khao-din/agency.yml": AGENCY, "khao-din/2568/scores.yml": "overall: 90.90\ngrade: ผ่านดี\n"}
    second["khao-din/2568/disclosure.yml"] = f"{THIS}  - item: O99\n"

    done = run(second)

    assert done.exit_code == 1
    assert "O99" in done.output
    assert sorted(path.name for path in (out / "answers").iterdir()) == ["tua-yang-2568.csv", "tua-yang-2568.xlsx"]


def test_what_the_command_says(run: Run, out: Path) -> None:
    assert run({}).output.splitlines() == [
        "tua-yang O8: หลักฐานมีเพียงฉบับร่างที่ยังไม่ได้ลงนาม",
        "tua-yang: ตอบว่ามี 3 ข้อ ไม่มี 24 ข้อ ยกเว้น 1 ข้อ",
        f"{out.as_posix()}/answers/tua-yang-2568.xlsx",
        f"{out.as_posix()}/answers/tua-yang-2568.csv",
    ]
    assert run({}, "--lang", "en").output.splitlines()[:2] == [
        "tua-yang O8: all its evidence is a draft that nobody has signed",
        "tua-yang: 3 given, 24 lacking, 1 exempt",
    ]


def test_both_languages_have_the_same_words() -> None:
    for words in (answers._WORDS, answers._WARNINGS):
        assert words["th"].keys() == words["en"].keys()
        for name, said in words["th"].items():
            assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", words["en"][name])), name


# --- the files


FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("https://x.y";"z")', "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str, run: Run, out: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    framework = FINAL.replace("title: โครงสร้างและอำนาจหน้าที่\n", f"title: {quoted}\n")
    assert framework != FINAL
    this = THIS.replace("  - item: O1\n", f"  - item: O1\n    path: [{quoted}]\n").replace("แผนผัง,", f"{quoted},")

    done = run({"frameworks/2568.yml": framework, "tua-yang/2568/disclosure.yml": this})

    assert done.exit_code == 0, done.output
    row = _csv(out)["O1"]
    assert row["รายการ"] == f"'{text}"
    assert not any(cell[0] in "=+-@" for row in _csv(out).values() for cell in row.values() if cell)
    cells = _xlsx(out)[1]
    assert cells[1] == text
    assert f": {text} · คำสั่ง" in str(cells[4])
    with zipfile.ZipFile(out / "answers" / "tua-yang-2568.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert b"<hyperlink" not in book.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    content = answers.as_csv([Row("O1", text, "", "", "", "", "")]).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(content, newline="")))[1][1] == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "1-2", "", " =1", "'=1", "ก"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    content = answers.as_csv([Row("O1", text, "", "", "", "", "")]).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(content, newline="")))[1][1] == text


def test_lines_and_markup_in_titles_stay_in_their_cell(run: Run, out: Path) -> None:
    title = '<b>ก</b> & "ข", ค;\\nO99,x'
    this = THIS.replace("title: คำสั่ง", f"title: '{title}'").replace("title: ทำเนียบ", 'title: "ก\\nข"')

    assert run({"tua-yang/2568/disclosure.yml": this}).exit_code == 0
    assert len(_csv(out)) == 28
    assert title in _csv(out)["O1"]["คำอธิบาย"]
    assert _csv(out)["O2"]["คำอธิบาย"] == "1. ผู้บริหารสูงสุด: ก ข"
    assert title in str(_xlsx(out)[1][4])


def test_every_cell_is_text(run: Run, out: Path) -> None:
    run({"tua-yang/2568/disclosure.yml": THIS.replace("title: ทำเนียบ", "title: 0123")})

    assert all(isinstance(cell, str) for row in _xlsx(out) for cell in row)


def test_a_cell_is_as_long_as_excel_takes(run: Run, out: Path) -> None:
    long = "ย" * 19_000
    this = THIS.replace("title: แผนผัง", f"title: {long}")

    assert run({"tua-yang/2568/disclosure.yml": this}).exit_code == 0
    assert len(_csv(out)["O1"]["คำอธิบาย"]) == answers.LONGEST_CELL == len(str(_xlsx(out)[1][4]))
    assert _csv(out)["O1"]["คำเตือน"] == "คำอธิบายยาวเกินหนึ่งช่องของ Excel จึงตัดให้สั้นลง"


def test_the_workbook_is_ready_to_read(run: Run, out: Path) -> None:
    run({})

    with zipfile.ZipFile(out / "answers" / "tua-yang-2568.xlsx") as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
        core = book.read("docProps/core.xml").decode()
        workbook = book.read("xl/workbook.xml").decode()
    assert '<pane xSplit="1" ySplit="1" topLeftCell="B2"' in page
    assert '<autoFilter ref="A1:G29"/>' in page
    assert page.count("<col ") == 7
    assert 'name="OIT 2568"' in workbook
    assert "1980-01-01T00:00:00Z" in core
    assert core.count("1980-01-01T00:00:00Z") == core.count("</dcterms:")


def test_the_same_bytes_again(run: Run, out: Path) -> None:
    run({})
    first = {path.name: path.read_bytes() for path in (out / "answers").iterdir()}
    run({})

    assert {path.name: path.read_bytes() for path in (out / "answers").iterdir()} == first
    assert len(first) == 2


def test_other_sheets_stay(run: Run, out: Path) -> None:
    (out / "answers").mkdir()
    (out / "answers" / "tua-yang-2567.csv").write_text("x", encoding="utf-8")

    run({})

    assert (out / "answers" / "tua-yang-2567.csv").read_text(encoding="utf-8") == "x"


def test_a_file_that_is_open_elsewhere(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def refuse(path: Path, content: bytes) -> int:
        if path.suffix == ".xlsx":
            raise PermissionError
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", refuse)

    done = run({})

    assert done.exit_code == 3
    assert "answers/tua-yang-2568.xlsx ไม่ได้ ถ้าเปิดแฟ้มนี้ไว้ใน Excel ให้ปิดแล้วสั่งใหม่" in done.output


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 5, 1), ("กขคงจ", 5, 1), ("กขคงจฉ", 5, 2), ("ก่้ขิ์คงจ", 5, 1), ("ก\nข", 5, 2), ("กขคงจฉ\nข", 5, 3)],
)
def test_how_many_lines_a_text_takes(text: str, width: int, lines: int) -> None:
    assert answers._lines(text, width) == lines
