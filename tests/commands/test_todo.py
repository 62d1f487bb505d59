"""prongsai todo: the sheets of each unit, as a document to print and as texts for a chat."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from generator import cli
from generator.commands import todo

Make = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., Result]

AGENCY = """\
name: เทศบาลตำบลตัวอย่าง
type: เทศบาลตำบล
province: จังหวัดทดสอบ
units: [{name: สำนักปลัด}, {name: กองคลัง}, {name: กองช่าง}]
"""
EARLIER = """\
items:
  - item: O8
    evidence: [{link: "https://tua-yang.go.th/o8", title: แผน, year: 2567, whole: true}]
    result: {credit: partial, reason: "ขาดผล 6 เดือน\\nปั๊มน้ำ", clarification: เพิ่มแล้ว}
  - item: O18
    evidence: [{link: "https://tua-yang.go.th/o18", title: แผน, year: 2567, whole: true}]
    result: {credit: full}
"""
THIS = """\
due: 30 เมษายน 2568
items:
  - item: O12
    unit: กองคลัง
  - item: O6
    unit: กองคลัง
    evidence:
      - {link: "https://tua-yang.go.th/o6", title: แผน, year: 2568, components: [1]}
      - {link: "https://tua-yang.go.th/half", title: ผล, year: 2567, first_half: true, components: [2]}
  - item: O1
    unit: สำนักปลัด
    evidence: [{link: "https://tua-yang.go.th/o1", title: โครงสร้าง, whole: true}]
  - item: O10
    unit: สำนักปลัด
    exempt: ตามคู่มือ หน้า 12
  - item: O14
"""
BASE = {
    "tua-yang/agency.yml": AGENCY,
    "tua-yang/2567/disclosure.yml": EARLIER,
    "tua-yang/2568/disclosure.yml": THIS,
}

HALF = "ความก้าวหน้าและการใช้จ่าย 6 เดือนแรก (ของช่วง 6 เดือนแรกของปีงบประมาณ พ.ศ. 2568)"
HALF += " – หลักฐานเป็นของปี 2567 แต่ต้องเป็นของช่วง 6 เดือนแรกของปีงบประมาณ พ.ศ. 2568"


@pytest.fixture
def run(make_data: Make, tmp_path: Path) -> Run:
    """The command over a data folder of these files; what it wrote is in `out`."""

    def command(files: Mapping[str, str], *more: str, year: str = "2568", as_of: str = "2568-04-18") -> Result:
        data = make_data({**BASE, **files})
        common = ["--data", str(data), "--out", str(tmp_path / "out"), "--as-of", as_of]
        return CliRunner().invoke(cli.app, ["todo", year, *common, *more])

    return command


def _sheet(tmp_path: Path, slug: str = "tua-yang") -> Any:
    return html.fromstring((tmp_path / "out" / "todo" / slug / "2568" / "index.html").read_bytes())


def _texts(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "out" / "todo" / "tua-yang" / "2568"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def _said(element: Any) -> str:
    return " ".join(element.text_content().split())


# --- the document


def test_a_sheet_for_each_unit_in_the_order_of_the_agency(run: Run, tmp_path: Path) -> None:
    done = run({})

    assert done.exit_code == 0, done.output
    headings = [_said(one) for one in _sheet(tmp_path).iter("h2")]
    assert headings == [
        "ผู้รับผิดชอบ: สำนักปลัด",
        "ผู้รับผิดชอบ: กองคลัง",
        "ผู้รับผิดชอบ: ยังไม่ได้กำหนดผู้รับผิดชอบ",
    ]


def test_the_order_of_units_is_that_of_the_agency_not_of_the_items(run: Run, tmp_path: Path) -> None:
    run({"tua-yang/agency.yml": AGENCY.replace("{name: สำนักปลัด}, {name: กองคลัง}", "{name: กองคลัง}, {name: สำนักปลัด}")})

    assert [name[3:-4] for name in _texts(tmp_path)] == ["กองคลัง", "สำนักปลัด", "ยังไม่ได้กำหนดผู้รับผิดชอบ"]


def test_the_items_of_a_unit_with_components_years_and_what_the_assessor_said(run: Run, tmp_path: Path) -> None:
    run({})

    office, treasury, nobody = _sheet(tmp_path).iter("section")
    first, second = treasury.xpath(".//tbody/tr")
    heading, components, fault = first
    assert _said(heading) == (
        "O6 แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี"
        " ไม่ครบตามองค์ประกอบด้านข้อมูล ข้อมูลที่ต้องใช้: ปีงบประมาณ พ.ศ. 2568"
    )
    assert [_said(one) for one in components.iter("li")] == [
        "✓โครงการ งบประมาณ ช่วงเวลา",
        f"☐{HALF}",
    ]
    assert [_said(one) for one in fault.iter("p")] == [
        "ปี 2567 ข้อ O8 ได้คะแนนบางส่วน",
        "ขาดผล 6 เดือน",
        "ปั๊มน้ำ",
        "คำชี้แจงของหน่วยงาน:",
        "เพิ่มแล้ว",
    ]
    assert _said(second).startswith("O12 ")
    assert "ยังไม่ได้เผยแพร่" in _said(second)
    assert [_said(one) for one in office.xpath(".//p[@class='closing']")] == [
        "ครบตามองค์ประกอบด้านข้อมูล 1 ข้อ: O1",
        "ได้รับยกเว้นตามคู่มือ 1 ข้อ: O10",
    ]
    assert "ไม่มีข้อที่ต้องดำเนินการเพิ่ม" in _said(office)
    assert not office.xpath(".//table")
    # O14 has full credit of the year before and no unit; what is not imported has none either
    assert len(nobody.xpath(".//tbody/tr")) == 28 - 4
    assert _said(nobody.xpath(".//tbody/tr")[0]).startswith("O14 ")
    assert "O18" not in _said(nobody.xpath(".//tbody/tr")[0])


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2568-04-18", "กำหนดส่งข้อมูล 30 เมษายน 2568: เหลือ 12 วัน"),
        ("2568-04-30", "กำหนดส่งข้อมูล 30 เมษายน 2568: ครบกำหนดวันนี้"),
        ("2568-05-03", "กำหนดส่งข้อมูล 30 เมษายน 2568: เลยกำหนดมาแล้ว 3 วัน"),
    ],
)
def test_the_days_that_are_left_are_on_every_sheet(as_of: str, said: str, run: Run, tmp_path: Path) -> None:
    done = run({}, as_of=as_of)

    assert [_said(one) for one in _sheet(tmp_path).xpath("//p[@class='due']")] == [said] * 3
    assert all(said in text for text in _texts(tmp_path).values())
    assert said in done.output


def test_without_a_known_deadline_none_is_said(run: Run, tmp_path: Path) -> None:
    done = run({"tua-yang/2568/disclosure.yml": THIS.removeprefix("due: 30 เมษายน 2568\n")})

    assert not _sheet(tmp_path).xpath("//p[@class='due']")
    assert "กำหนดส่งข้อมูล " not in done.output
    assert not any("กำหนดส่งข้อมูล " in text for text in _texts(tmp_path).values())


def test_the_document_asks_for_nothing_and_runs_nothing(run: Run, tmp_path: Path) -> None:
    run({})

    page = _sheet(tmp_path)
    assert page.get("lang") == "th"
    assert not page.xpath("//script | //link | //img | //iframe | //@src | //@href | //@onclick | //form")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]
    [style] = page.xpath("//style/text()")
    assert "url(" not in style
    assert "@import" not in style
    assert "size: A4" in style
    assert re.search(r"section \+ section \{ break-before: page", style)
    assert "table-header-group" in style


HOSTILE = "<script>alert(1)</script> & {{ 7*7 }} \"'><img src=x>"


def test_hostile_text_stays_text(run: Run, tmp_path: Path) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    earlier = EARLIER.replace("เพิ่มแล้ว", quoted).replace('"ขาดผล 6 เดือน\\nปั๊มน้ำ"', quoted)
    this = THIS.replace("unit: กองคลัง", f"unit: {quoted}") + '  - {item: O20, unit: "a:/../b"}\n'

    done = run(
        {
            "tua-yang/agency.yml": AGENCY.replace("name: เทศบาลตำบลตัวอย่าง", f"name: {quoted}"),
            "tua-yang/2567/disclosure.yml": earlier,
            "tua-yang/2568/disclosure.yml": this,
        }
    )

    assert done.exit_code == 0, done.output
    page = _sheet(tmp_path)
    assert not page.xpath("//script | //img")
    assert _said(page).count(HOSTILE) >= 8
    texts = _texts(tmp_path)
    assert list(texts) == [
        "01-สำนักปลัด.txt",
        "02-script-alert-1-script-7-7-img-src-x.txt",
        "03-a-b.txt",
        "04-ยังไม่ได้กำหนดผู้รับผิดชอบ.txt",
    ]


# --- texts for a chat


def test_the_text_of_a_unit(run: Run, tmp_path: Path) -> None:
    run({})

    texts = _texts(tmp_path)
    assert list(texts) == ["01-สำนักปลัด.txt", "02-กองคลัง.txt", "03-ยังไม่ได้กำหนดผู้รับผิดชอบ.txt"]
    assert texts["01-สำนักปลัด.txt"] == (
        "ใบติดตามข้อมูล OIT ปีงบประมาณ พ.ศ. 2568\n"
        "เทศบาลตำบลตัวอย่าง\n"
        "ผู้รับผิดชอบ: สำนักปลัด\n"
        "กำหนดส่งข้อมูล 30 เมษายน 2568: เหลือ 12 วัน\n"
        "ไม่มีข้อที่ต้องดำเนินการเพิ่ม\n"
        "\n"
        "ครบตามองค์ประกอบด้านข้อมูล 1 ข้อ: O1\n"
        "ได้รับยกเว้นตามคู่มือ 1 ข้อ: O10\n"
        "\n"
        "ข้อมูล ณ วันที่ 18 เมษายน 2568\n"
    )
    assert texts["02-กองคลัง.txt"].splitlines()[4:15] == [
        "",
        "O6 แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี",
        "สถานะ: ไม่ครบตามองค์ประกอบด้านข้อมูล",
        "ข้อมูลที่ต้องใช้: ปีงบประมาณ พ.ศ. 2568",
        "✅ โครงการ งบประมาณ ช่วงเวลา",
        f"⬜ {HALF}",
        "ผลการตรวจของผู้ประเมิน: ปี 2567 ข้อ O8 ได้คะแนนบางส่วน",
        "ขาดผล 6 เดือน",
        "ปั๊มน้ำ",
        "คำชี้แจงของหน่วยงาน:",
        "เพิ่มแล้ว",
    ]


def test_years_of_an_item_about_a_result_and_measures(run: Run, tmp_path: Path) -> None:
    run({})

    [line] = re.findall("^O27 .*\n.*\n(.*)\n", _texts(tmp_path)["03-ยังไม่ได้กำหนดผู้รับผิดชอบ.txt"], re.MULTILINE)
    assert line == "ข้อมูลที่ต้องใช้: ปีงบประมาณ พ.ศ. 2568 · ผลการประเมินปี 2567 · มาตรการปี 2568"


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("กองคลัง", "กองคลัง"),
        ("งาน ก/ข", "งาน-ก-ข"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON"),  # a number stands before it
        ("***", "unit"),
        ("", "unit"),
        ("ก" * 41, "ก" * 40),
        ("ก" * 39 + " ข", "ก" * 39),
    ],
)
def test_a_unit_as_part_of_a_file_name(unit: str, name: str) -> None:
    assert todo._file_name(unit) == name


# --- the command


def test_what_the_command_says(run: Run, tmp_path: Path) -> None:
    out = (tmp_path / "out").as_posix()

    lines = run({}).output.splitlines()

    assert lines[0] == "เทศบาลตำบลตัวอย่าง (tua-yang)"
    assert lines[1].startswith("การเปิดเผยข้อมูลสาธารณะ (OIT) ปี 2568 จำนวน 28 ข้อ: ")
    assert lines[-4:] == [
        f"ใบติดตามข้อมูลสำหรับพิมพ์ 3 ชุด: {out}/todo/tua-yang/2568/index.html",
        f"ข้อความสำหรับส่งทางแชต: {out}/todo/tua-yang/2568/01-สำนักปลัด.txt",
        f"ข้อความสำหรับส่งทางแชต: {out}/todo/tua-yang/2568/02-กองคลัง.txt",
        f"ข้อความสำหรับส่งทางแชต: {out}/todo/tua-yang/2568/03-ยังไม่ได้กำหนดผู้รับผิดชอบ.txt",
    ]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_bytes_again_and_nothing_stale(run: Run, tmp_path: Path) -> None:
    run({})
    first = _files(tmp_path / "out" / "todo")
    run({})
    again = _files(tmp_path / "out" / "todo")
    run({"tua-yang/2568/disclosure.yml": THIS.replace("unit: กองคลัง", "unit: กองช่าง")})

    assert again == first
    assert "02-กองช่าง.txt" in _texts(tmp_path)
    assert "02-กองคลัง.txt" not in _texts(tmp_path)


def test_the_year_may_be_written_in_thai_digits(run: Run, tmp_path: Path) -> None:
    assert run({}, year="๒๕๖๘").exit_code == 0
    assert _texts(tmp_path)


@pytest.mark.parametrize("year", ["2025", "68", "x"])
def test_a_year_of_another_kind_is_wrong_usage(year: str, run: Run) -> None:
    assert run({}, year=year).exit_code == 2


def test_without_a_date_today_counts(make_data: Make, tmp_path: Path) -> None:
    data = make_data(BASE)

    done = CliRunner().invoke(cli.app, ["todo", "2568", "--data", str(data), "--out", str(tmp_path / "out")])

    assert done.exit_code == 0
    assert re.search("เลยกำหนดมาแล้ว [0-9]{3,} วัน", done.output)  # 2568 is over


def test_a_year_that_nobody_answers(run: Run, tmp_path: Path) -> None:
    done = run({}, year="2566")

    assert done.exit_code == 1
    assert done.output == "ยังไม่มีหน่วยงานใดมีแฟ้ม disclosure.yml ของปี 2566 (data/<หน่วยงาน>/2566/disclosure.yml)\n"
    assert not (tmp_path / "out").exists()


def test_an_unknown_agency_is_wrong_usage(run: Run) -> None:
    done = run({}, "--agency", "nobody")

    assert (done.exit_code, done.output) == (2, "ไม่มีหน่วยงานชื่อ nobody\n")


def test_one_agency_of_several(run: Run, tmp_path: Path) -> None:
    second = {"khao-din/agency.yml": AGENCY, "khao-din/2568/scores.yml": "overall: 90.90\ngrade: ผ่านดี\n"}
    second["khao-din/2568/disclosure.yml"] = THIS

    assert run(second, "--agency", "khao-din").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out" / "todo").iterdir()) == ["khao-din"]
    assert run(second).exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out" / "todo").iterdir()) == ["khao-din", "tua-yang"]


def test_an_agency_with_a_problem_gets_no_sheet(run: Run, tmp_path: Path) -> None:
    done = run({"tua-yang/2568/disclosure.yml": f"{THIS}  - item: O99\n"})

    assert done.exit_code == 1
    assert "O99" in done.output
    assert "disclosure.yml:17:5:" in done.output
    assert "ยังไม่มีหน่วยงานใด" not in done.output
    assert not (tmp_path / "out" / "todo").exists()


def test_in_english_only_the_messages_are(run: Run, tmp_path: Path) -> None:
    done = run({}, "--lang", "en")

    assert "due 2025-04-30: 12 days left" in done.output
    assert "3 sheets to print: " in done.output
    assert "ไม่ครบตามองค์ประกอบด้านข้อมูล" in _said(_sheet(tmp_path))
    assert todo._WORDS["th"].keys() == todo._WORDS["en"].keys()
