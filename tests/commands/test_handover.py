"""prongsai handover: what the next person must know, as a document to print and as text."""

import datetime
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from generator import cli
from generator.commands import unfinished
from generator.commands.inventory import Table
from generator.commands.unfinished import LISTED

Make = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., Result]

SITE = "format: 1\nlayout: agency\ntitle: ผลการประเมิน\nofficial: true\n"
PLACED = SITE + "url: https://ita.tua-yang.go.th\nrepository: https://github.com/tua-yang/ita\n"
AGENCY = """\
name: เทศบาลตำบลตัวอย่าง
type: เทศบาลตำบล
province: จังหวัดทดสอบ
units: [{name: สำนักปลัด, phone: 043-000001}, {name: กองคลัง}]
"""
EIT = """\
eit:
  year: 2568
  link: https://itas.nacc.go.th/go/eit/abc123
  opens: 1 มีนาคม 2568
  closes: 30 เมษายน 2568
"""
MEASURES = """\
measures:
  - no: 1
    title: มาตรการที่รายงานแล้ว
    result: ดำเนินการแล้ว
  - no: 2
    title: มาตรการที่ยังไม่รายงาน
    steps: ทำ
    responsible: [{unit: กองคลัง}]
  - no: 3
    title: มาตรการที่ไม่ได้ทำ
    not_done: ไม่มีงบประมาณ
"""
DISCLOSURE = """\
due: 30 เมษายน 2568
items:
  - item: O1
    unit: สำนักปลัด
    evidence: [{link: "https://tua-yang.go.th/o1", title: โครงสร้าง, whole: true}]
  - item: O6
    unit: กองคลัง
    evidence: [{link: "https://tua-yang.go.th/o6", title: แผน, year: 2568, components: [1]}]
  - item: O10
    unit: กองคลัง
    exempt: คู่มือ หน้า 12
"""
BASE = {
    "site.yml": SITE,
    "tua-yang/agency.yml": AGENCY,
    "tua-yang/2566/scores.yml": "overall: 90.00\ngrade: ผ่านดี\n",
    "tua-yang/2568/measures.yml": MEASURES,
    "tua-yang/2568/disclosure.yml": DISCLOSURE,
}


@pytest.fixture
def run(make_data: Make, tmp_path: Path) -> Run:
    """The command over a data folder of these files; what it wrote is in `out`."""

    def command(files: Mapping[str, str], *more: str, as_of: str = "2568-04-18") -> Result:
        data = make_data({**BASE, **files})
        common = ["--data", str(data), "--out", str(tmp_path / "out"), "--as-of", as_of]
        return CliRunner().invoke(cli.app, ["handover", *common, *more])

    return command


def _page(tmp_path: Path) -> Any:
    return html.fromstring((tmp_path / "out" / "handover.html").read_bytes())


def _text(tmp_path: Path) -> str:
    return (tmp_path / "out" / "handover.txt").read_text(encoding="utf-8")


def _said(element: Any) -> str:
    return " ".join(element.text_content().split())


def _rows(tmp_path: Path, heading: str) -> list[list[str]]:
    """The rows below the heading of a table that begins like this; none where it has no table."""
    [found] = [one for one in _page(tmp_path).iter("h4") if _said(one).startswith(heading)]
    behind = next((one for one in found.itersiblings() if one.tag in {"table", "h4"}), None)
    if behind is None or behind.tag == "h4":
        return []
    return [[_said(cell) for cell in row] for row in behind.xpath("./tbody/tr")]


def _note(tmp_path: Path, heading: str) -> str:
    [found] = [one for one in _page(tmp_path).iter("h4") if _said(one).startswith(heading)]
    following = found.getnext()
    return _said(following) if following is not None and following.tag == "p" else ""


# --- what it holds


def test_addresses_are_whole_where_the_site_says_its_own(run: Run, tmp_path: Path) -> None:
    done = run({"site.yml": PLACED})

    assert done.exit_code == 0, done.output
    assert _rows(tmp_path, "ที่ตั้ง") == [
        ["เว็บไซต์นี้", "https://ita.tua-yang.go.th/"],
        ["คลังข้อมูล (repository)", "https://github.com/tua-yang/ita"],
        ["เว็บไซต์หลักของหน่วยงาน", "ยังไม่ได้ระบุ (บรรทัด main_website ของ agency.yml)"],
    ]
    assert ["มาตรการปี 2568", "https://ita.tua-yang.go.th/measures/2568/"] in _rows(tmp_path, "หน้าสำคัญ")
    assert _page(tmp_path).xpath("//a/@href")[0] == "https://ita.tua-yang.go.th/"


def test_addresses_of_an_agency_of_a_network_stand_below_its_name(run: Run, tmp_path: Path) -> None:
    run({"site.yml": PLACED.replace("layout: agency", "layout: network")})

    assert ["หน้าแรก", "https://ita.tua-yang.go.th/tua-yang/"] in _rows(tmp_path, "หน้าสำคัญ")


def test_no_address_is_invented(run: Run, tmp_path: Path) -> None:
    run({})

    assert ["หน้าแรก", "…/"] in _rows(tmp_path, "หน้าสำคัญ")
    assert not _page(tmp_path).xpath("//a")


def test_each_unit_with_its_items_and_those_that_nobody_has(run: Run, tmp_path: Path) -> None:
    run({})

    assert _rows(tmp_path, "หน่วยงานภายใน") == [["สำนักปลัด", "043-000001"], ["กองคลัง", "–"]]
    office, treasury, nobody = _rows(tmp_path, "ผู้รับผิดชอบข้อมูล OIT ปี 2568")
    assert office == ["สำนักปลัด", "1", "O1"]
    assert treasury == ["กองคลัง", "1", "O6"]  # O10 is exempt
    assert nobody[:2] == ["ยังไม่ได้กำหนดผู้รับผิดชอบ", "25"]
    assert nobody[2].startswith("O2 O3 O4 O5 O7 ")


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [
        ("2568-02-28", ("30 เมษายน 2568 (เหลือ 61 วัน)", "1 มีนาคม 2568 (เหลือ 1 วัน)", "30 เมษายน 2568 (เหลือ 61 วัน)")),
        ("2568-03-01", ("30 เมษายน 2568 (เหลือ 60 วัน)", "1 มีนาคม 2568", "30 เมษายน 2568 (เหลือ 60 วัน)")),
        ("2568-04-30", ("30 เมษายน 2568 (ครบกำหนดวันนี้)", "1 มีนาคม 2568", "30 เมษายน 2568 (ครบกำหนดวันนี้)")),
        ("2568-05-01", ("30 เมษายน 2568 (เลยกำหนดมาแล้ว 1 วัน)", "1 มีนาคม 2568", "30 เมษายน 2568 (ปิดรับแล้ว)")),
    ],
)
def test_days_are_counted_from_today(as_of: str, shown: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    run({"tua-yang/agency.yml": AGENCY + EIT}, as_of=as_of)

    what = ("วันสุดท้ายที่ส่งข้อมูล OIT ปี 2568", "แบบวัด EIT ปี 2568 เปิดรับ", "แบบวัด EIT ปี 2568 ปิดรับ")
    assert _rows(tmp_path, "กำหนดเวลา") == [list(row) for row in zip(what, shown, strict=True)]


def test_every_data_file_without_a_date_where_git_knows_none(run: Run, tmp_path: Path) -> None:
    run({})

    assert _note(tmp_path, "แก้ไขครั้งล่าสุด") == "แฟ้มข้อมูลไม่ได้อยู่ใน git จึงไม่มีวันที่แก้ไข"
    assert _rows(tmp_path, "แก้ไขครั้งล่าสุด") == [
        [f"data/tua-yang/{name}", "–"]
        for name in ("2566/scores.yml", "2568/disclosure.yml", "2568/measures.yml", "2568/scores.yml", "agency.yml")
    ]


def test_the_last_change_of_each_file_comes_from_git(run: Run, make_data: Make, tmp_path: Path) -> None:
    make_data(BASE)
    who = ["-c", "user.name=ก", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (
        ["init", "-q"],
        ["add", "data"],
        [*who, "commit", "-q", "-m", "-", "--date", "2025-03-05T12:00+07:00"],
    ):
        subprocess.run(
            ["git", "-C", tmp_path, *arguments],
            check=True,
            env={"GIT_COMMITTER_DATE": "2025-03-05T12:00+07:00", "PATH": "/usr/bin:/bin"},
        )

    run({"tua-yang/2568/measures.yml": MEASURES + "  - {no: 4, title: เพิ่ม, steps: ทำ}\n"})

    rows = dict(_rows(tmp_path, "แก้ไขครั้งล่าสุด"))
    assert rows["data/tua-yang/agency.yml"] == "5 มีนาคม 2568"
    assert rows["data/tua-yang/2568/measures.yml"] == "มีการแก้ไขที่ยังไม่ได้บันทึกในประวัติ (commit)"
    assert not _note(tmp_path, "แก้ไขครั้งล่าสุด")


def test_the_years_that_have_something_and_those_between_that_have_nothing(run: Run, tmp_path: Path) -> None:
    run({})

    there, none = "มี", "ยังไม่มี"
    assert _rows(tmp_path, "ข้อมูลรายปี") == [
        ["2566", there, none, none, none, none, none],
        ["2567", none, none, none, none, none, none],
        ["2568", there, none, there, there, none, none],
    ]
    assert _note(tmp_path, "ข้อมูลรายปี") == "คะแนนปี 2567 → มาตรการปี 2568 → เปิดเผยใน ITA ปี 2568"


@pytest.mark.parametrize(
    ("as_of", "state"), [("2568-09-30", "อยู่ระหว่างดำเนินการ"), ("2568-10-01", "ครบกำหนดแล้ว ยังไม่มีรายงานผล")]
)
def test_measures_without_a_report(as_of: str, state: str, run: Run, tmp_path: Path) -> None:
    run({}, as_of=as_of)

    assert _rows(tmp_path, "มาตรการที่ยังไม่มี") == [["2568", "2", "มาตรการที่ยังไม่รายงาน", "กองคลัง", state]]


def test_items_that_are_open_with_what_they_lack(run: Run, tmp_path: Path) -> None:
    run({})

    rows = {row[0].split(" ")[0]: row[1:] for row in _rows(tmp_path, "ข้อ OIT ปี 2568 ที่ยังไม่ครบ")}
    assert {"O1", "O10"}.isdisjoint(rows)
    assert len(rows) == 26
    state, lacks, unit = rows["O6"]
    assert (state, unit) == ("ไม่ครบตามองค์ประกอบด้านข้อมูล", "กองคลัง")
    assert "ยังไม่มีหลักฐาน" in lacks
    assert rows["O12"] == ["ยังไม่ได้นำเข้าข้อมูล", "–", "ยังไม่ได้กำหนดผู้รับผิดชอบ"]
    assert "ฉบับร่าง" in _note(tmp_path, "ข้อ OIT ปี 2568 ที่ยังไม่ครบ")


def test_findings_that_nobody_answered(run: Run, tmp_path: Path) -> None:
    answered = """\
acknowledged:
  - code: grade-mismatch
    fiscal_year: 2568
    values: [ผ่าน, "90.00", ผ่านดี]
    state: {state}
    reason: ตามประกาศ
    by: นักวิเคราะห์
    date: 1 เมษายน 2568
"""
    wrong = {"tua-yang/2568/scores.yml": _scores("ผ่าน")}

    run(wrong)
    [row] = _rows(tmp_path, "จุดที่ข้อมูลไม่ตรงกัน")
    assert row[0] == "2568"
    assert row[2].endswith("หยุดการเผยแพร่")

    run({**wrong, "tua-yang/acknowledged.yml": answered.replace("{state}", "waiting")})
    [row] = _rows(tmp_path, "จุดที่ข้อมูลไม่ตรงกัน")
    assert not row[2].endswith("หยุดการเผยแพร่")

    run({**wrong, "tua-yang/acknowledged.yml": answered.replace("{state}", "confirmed")})
    assert _rows(tmp_path, "จุดที่ข้อมูลไม่ตรงกัน") == []


def _scores(grade: str) -> str:
    scores = "\n".join(f"  {number}: 90.00" for number in range(1, 11))
    return f"overall: 90.00\ngrade: {grade}\nindicators:\n{scores}\n"


def test_files_with_problems_are_handed_over_too(run: Run, tmp_path: Path) -> None:
    done = run({"tua-yang/2568/measures.yml": MEASURES.replace("no: 2", "no: สอง")})

    assert done.exit_code == 1
    [row] = _rows(tmp_path, "จุดที่ต้องแก้ไขในแฟ้ม")
    assert row[0].startswith("data/tua-yang/2568/measures.yml:")
    assert ["2568", "มี", "ยังไม่มี", "อ่านไม่ได้", "มี", "ยังไม่มี", "ยังไม่มี"] in _rows(tmp_path, "ข้อมูลรายปี")


def test_without_a_readable_site_nothing_is_written(run: Run, tmp_path: Path) -> None:
    done = run({"site.yml": "format: 9\n"})

    assert done.exit_code == 1
    assert "ยังเขียนใบส่งมอบงานไม่ได้" in done.output
    assert not (tmp_path / "out" / "handover.html").exists()


# --- whom it is about


SECOND = {
    "site.yml": SITE.replace("layout: agency", "layout: network"),
    "ban-mai/agency.yml": AGENCY.replace("ตัวอย่าง", "บ้านใหม่"),
}
SECOND["ban-mai/2568/scores.yml"] = _scores("ผ่านดี")


def test_a_network_has_a_part_for_each_agency_or_for_the_one_asked_for(run: Run, tmp_path: Path) -> None:
    done = run(SECOND)
    assert done.exit_code == 0, done.output
    assert [_said(one) for one in _page(tmp_path).iter("h2")] == ["เทศบาลตำบลบ้านใหม่", "เทศบาลตำบลตัวอย่าง"]

    run(SECOND, "--agency", "ban-mai")
    assert [_said(one) for one in _page(tmp_path).iter("h2")] == ["เทศบาลตำบลบ้านใหม่"]

    assert run(SECOND, "--agency", "nobody").exit_code == 2


# --- how it is published, and what only a person knows


def test_the_way_to_publish_is_that_of_the_folder(run: Run, tmp_path: Path) -> None:
    run({})
    assert "prongsai import" in _said(_page(tmp_path).xpath("//ol")[0])

    (tmp_path / "inbox").mkdir()
    run({})
    assert "Upload files" in _said(_page(tmp_path).xpath("//ol")[0])
    assert ["inbox", "กล่องรับแบบกรอกและเอกสารแนบ"] in _rows(tmp_path, "แฟ้มและโฟลเดอร์")


def test_accounts_and_signatures_are_left_blank(run: Run, tmp_path: Path) -> None:
    run({})

    rows = _rows(tmp_path, "บัญชีและสิทธิ์")
    assert len(rows) > 5
    assert all(row[1:] == ["", "", "", "☐"] for row in rows)
    signed = _page(tmp_path).xpath("//section[starts-with(h3, '8.')]//tbody/tr")
    assert [[_said(cell) for cell in row] for row in signed] == [
        [who, "", "", ""] for who in ("ผู้ส่งมอบ", "ผู้รับมอบ", "ผู้บังคับบัญชา")
    ]


# --- the documents


def test_the_text_says_what_the_page_says(run: Run, tmp_path: Path) -> None:
    run({})

    text = _text(tmp_path)
    for row in _page(tmp_path).xpath("//tbody/tr"):
        for cell in row:
            assert _said(cell) in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_the_document_asks_for_nothing_and_runs_nothing(run: Run, tmp_path: Path) -> None:
    run({})

    page = _page(tmp_path)
    assert page.get("lang") == "th"
    assert not page.xpath("//script | //link | //img | //iframe | //@src | //@style | //@onclick | //form")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]
    [style] = page.xpath("//style/text()")
    assert "url(" not in style
    assert "size: A4" in style
    assert "table-header-group" in style


HOSTILE = "<script>alert(1)</script> & {{ 7*7 }} \"'><img src=x>"


def test_hostile_text_stays_text(run: Run, tmp_path: Path) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    agency = AGENCY.replace("name: เทศบาลตำบลตัวอย่าง", f"name: {quoted}").replace("name: สำนักปลัด", f"name: {quoted}")

    done = run(
        {"tua-yang/agency.yml": agency, "tua-yang/2568/measures.yml": MEASURES.replace("มาตรการที่ยังไม่รายงาน", quoted)}
    )

    assert done.exit_code == 0, done.output
    page = _page(tmp_path)
    assert not page.xpath("//script | //img")
    assert [_said(one) for one in page.iter("h2")] == [HOSTILE]
    assert _rows(tmp_path, "มาตรการที่ยังไม่มี")[0][2] == HOSTILE


def test_a_row_head_is_a_heading_of_its_row_and_columns_have_theirs(run: Run, tmp_path: Path) -> None:
    run({})

    for table in _page(tmp_path).iter("table"):
        heads = table.xpath("./thead/tr/*")
        assert all(one.tag == "th" and one.get("scope") == "col" for one in heads if _said(one))
        for row in table.xpath("./tbody/tr"):
            assert len(row) == len(heads)
            assert row[0].tag == ("th" if _said(row[0]) else "td")


@pytest.mark.parametrize(("rows", "told"), [(LISTED, ""), (LISTED + 1, f"แสดง {LISTED} รายการแรก ยังมีอีก 1 รายการ")])
def test_long_lists_are_cut_and_say_so(rows: int, told: str) -> None:
    table = unfinished.cut(Table("ก", ("ข",), tuple((str(number),) for number in range(rows))))

    assert len(table.rows) == LISTED
    assert table.told == told


def test_the_same_day_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    run({})
    first = (tmp_path / "out" / "handover.html").read_bytes()
    run({})

    assert (tmp_path / "out" / "handover.html").read_bytes() == first
    assert f"จัดทำเมื่อ {18} เมษายน 2568" in first.decode()
    assert str(datetime.date(2025, 4, 18)) not in first.decode()
