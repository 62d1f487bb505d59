"""Tables that clerks have already, brought into the files: whose, of which year, and what stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import imports
from generator.commands.options import Options
from generator.model import MeasureSet
from generator.reader import parse, read
from generator.thai import FiscalYear, to_arabic
from tests.conftest import AGENCY, SCORES
from tests.forms.conftest import ROOT, Office

Make = Callable[..., Office]

WORD = ROOT / "tests" / "recognise" / "word"
NAMES = """\
การปฏิบัติหน้าที่ การใช้งบประมาณ การใช้อำนาจ การใช้ทรัพย์สินของราชการ การแก้ไขปัญหาการทุจริต คุณภาพการดำเนินงาน
ประสิทธิภาพการสื่อสาร การปรับปรุงระบบการทำงาน การเปิดเผยข้อมูล การป้องกันการทุจริต""".split()
FIGURES = "90.00 91.00 92.00 93.00 94.00 90.00 91.00 92.00 88.00 92.00".split()
RANKED = sorted(zip(NAMES, FIGURES, strict=True), key=lambda one: -float(one[1]))
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def _table(rows: list[tuple[str, str]], *, separator: str = ",", head: str = "ลำดับ,ตัวชี้วัด,คะแนน") -> str:
    lines = [head.replace(",", separator)]
    lines += [separator.join((str(number), *row)) for number, row in enumerate(rows, start=1)]
    return "\r\n".join(lines) + "\r\n"


IN_ORDER = list(zip(NAMES, FIGURES, strict=True))
TABLES: dict[str, bytes] = {
    "in order": _table(IN_ORDER).encode(),
    "by score, with the rank before the name": _table(RANKED).encode("utf-8-sig"),
    "for Excel in Thai Windows": _table(IN_ORDER, separator=";").encode("cp874"),
    "in Thai digits": _table([(name, figure.translate(THAI)) for name, figure in IN_ORDER]).encode(),
    "with title, blank rows and an overall": (
        "ผลการประเมิน ITA,,\n,,\n" + _table(IN_ORDER).replace("\r\n", "\n") + ",,\n,คะแนนรวม,90.90\n,ระดับ,ผ่านดี\n"
    ).encode(),
}


@pytest.fixture
def here(office: Make) -> Office:
    return office(slug="tua-yang", **{"agency.yml": AGENCY})


@pytest.mark.parametrize("name", TABLES)
def test_ten_scores_in_any_writing(here: Office, name: str) -> None:
    code, said = here.bring(TABLES[name], "คะแนน.csv", year=2568)
    lines = to_arabic(here.texts()["tua-yang/2568/scores.yml"].decode())

    assert code == 0, said
    assert said[:2] == ["อ่านตารางเป็น", f"  คะแนน.csv:1:1: ผลคะแนนปี 2568 ของ {_name()}"]
    written = lines.split("indicators:\n")[1]
    assert written == SCORES.split("indicators:\n")[1]
    assert ("overall: 90.90\n" in lines) is ("overall" in name)


def _name() -> str:
    return AGENCY.split("\n", maxsplit=1)[0].removeprefix("name: ")


def test_a_table_needs_a_year(here: Office) -> None:
    code, said = here.bring(TABLES["in order"], "คะแนน.csv")

    assert (code, set(here.texts())) == (1, {"site.yml", "tua-yang/agency.yml"})
    assert any("[table-year]" in one for one in said)


def test_a_wrong_total_is_told_and_a_score_that_is_none_stops(here: Office) -> None:
    wrong = _table(IN_ORDER).replace("93.00", "193.00").encode()

    code, said = here.bring(wrong, "คะแนน.csv", year=2568)

    assert code == 1
    assert any(one.startswith("  คะแนน.csv:5:3: ") and "[score-range]" in one for one in said)


def test_a_table_of_one_agency_in_a_network_needs_its_name(tmp_path: Path) -> None:
    data = _network(tmp_path, **{"tua-yang": "เทศบาลตำบลตัวอย่าง", "uen": "เทศบาลตำบลอื่น"})

    code, said = _bring(data, TABLES["in order"].decode())
    assert code == 1
    assert any("[table-agency]" in one and "จังหวัด.csv:1:1" in one for one in said)
    assert _bring(data, TABLES["in order"].decode(), agency="uen")[0] == 0
    assert (data / "uen" / "2568" / "scores.yml").is_file()


# --- measures


def _measures(content: bytes) -> list[dict[str, object]]:
    """What the measures of a file say, without what only a transcription has."""
    found = parse(read(content, "measures.yml"), MeasureSet)
    listed: list[dict[str, object]] = []
    for one in found.measures:
        texts = {name: passage.plain for name, passage in one.passages().items() if name != "progress-1"}
        listed.append({
            "title": one.title, "subject": one.subject.value if one.subject else None, "indicators": one.indicators,
            "responsible": [who.name for who in one.responsible], "period": one.period.text if one.period else None,
            "merged": one.merged, **texts,
        })  # fmt: skip
    return listed


@pytest.mark.parametrize("variant", ["mueang-khong", "mueang-khong.libreoffice", "mueang-khong-rows"])
def test_the_measures_of_a_word_document(office: Make, variant: str) -> None:
    here = office(slug="mueang-khong", **{"agency.yml": AGENCY})

    code, said = here.bring((WORD / f"{variant}.docx").read_bytes(), "แผน.docx", year=2569)

    assert code == 0, "\n".join(said)
    brought = here.texts()["mueang-khong/2569/measures.yml"]
    assert _measures(brought) == _measures((ROOT / "data/mueang-khong/2569/measures.yml").read_bytes())
    assert here.bring((WORD / f"{variant}.docx").read_bytes(), "แผน.docx", year=2569)[1][-1].endswith("ไม่มีสิ่งใดเปลี่ยน")


def test_the_scores_of_a_document_of_measures_are_those_of_the_year_before(office: Make) -> None:
    here = office(slug="mueang-khong", **{"agency.yml": AGENCY})

    code, said = here.bring((WORD / "mueang-khong.docx").read_bytes(), "แผน.docx", year=2569)

    assert code == 0, said
    assert {name for name in here.texts() if name.endswith("scores.yml")} == {"mueang-khong/2568/scores.yml"}
    assert any("ผลคะแนนปี 2568 ของ" in one for one in said)


def test_a_table_that_goes_on_is_one_table(office: Make) -> None:
    """The second page prints the period of its first row again, as the paper does."""
    here = office(slug="mueang-khong", **{"agency.yml": AGENCY})

    code, said = here.bring((WORD / "mueang-khong-pages.docx").read_bytes(), "แผน.docx", year=2569)

    brought = _measures(here.texts()["mueang-khong/2569/measures.yml"])
    assert (code, len(brought)) == (0, 10)
    assert any("ต่อจาก" in one for one in said)


def test_measures_come_after_those_that_are_there(office: Make) -> None:
    here = office(slug="tua-yang", **{
        "agency.yml": AGENCY, "2569/measures.yml": "measures:\n  - {no: 4, title: มีอยู่แล้ว, steps: ทำ}\n",
    })  # fmt: skip
    table = "ตัวชี้วัด,มาตรการ,ขั้นตอน,ผู้รับผิดชอบ,ระยะเวลา\n1. การปฏิบัติหน้าที่,มาตรการใหม่,ทำ,กองคลัง,ปี 2569\n"

    code, said = here.bring(table.encode(), "มาตรการ.csv", year=2569)

    assert code == 0, said
    text = here.texts()["tua-yang/2569/measures.yml"].decode()
    assert text.index("มีอยู่แล้ว") < text.index("มาตรการใหม่")
    assert "no: 4" in text


def test_a_ditto_mark_is_a_cell_that_is_merged(office: Make) -> None:
    here = office(slug="tua-yang", **{"agency.yml": AGENCY})
    table = "มาตรการ,ขั้นตอน,ผู้รับผิดชอบ,ระยะเวลา\nหนึ่ง,ทำ,กองคลัง,ปี 2569\nสอง,ทำ,〃,〃\n"

    code, said = here.bring(table.encode(), "มาตรการ.csv", year=2569)

    assert code == 0, said
    text = here.texts()["tua-yang/2569/measures.yml"].decode()
    assert "〃" not in text
    assert "merged: [responsible, period]" in text


# --- addresses


def test_last_years_addresses_become_evidence(here: Office) -> None:
    table = "ข้อ,URL\nO1,https://www.example.go.th/o1\nO8,https://www.example.go.th/o8\n"

    code, said = here.bring(table.encode(), "url.csv", year=2569)

    assert code == 0, said
    text = here.texts()["tua-yang/2569/disclosure.yml"].decode()
    assert text.index("item: O1") < text.index("https://www.example.go.th/o1") < text.index("item: O8")
    assert here.bring(table.encode(), "url.csv", year=2569)[1][-1].endswith("ไม่มีสิ่งใดเปลี่ยน")


# --- a province


PROVINCE = (
    "ที่,หน่วยงาน,"
    + ",".join(f"ตัวชี้วัดที่ {number}" for number in range(1, 11))
    + ",IIT (30),EIT (30),OIT (40),คะแนน,ระดับ\n"
    + "1,เทศบาลตำบลตัวอย่าง,"
    + ",".join(FIGURES)
    + ",27.60,27.30,36.00,90.90,ผ่านดี\n"
    + "2,เทศบาลตำบลอื่น,"
    + ",".join(FIGURES)
    + ",27.60,27.30,36.00,90.90,ผ่านดี\n"
)


def _network(tmp_path: Path, **agencies: str) -> Path:
    data = tmp_path / "data"
    for slug, name in agencies.items():
        (data / slug).mkdir(parents=True)
        (data / slug / "agency.yml").write_text(AGENCY.replace("เทศบาลตำบลตัวอย่าง", name), encoding="utf-8")
    (data / "site.yml").write_text("format: 1\nlayout: network\ntitle: จังหวัด\nofficial: true\n", encoding="utf-8")
    return data


def _bring(data: Path, table: str, agency: str | None = None) -> tuple[int, list[str]]:
    file = data.parent / "จังหวัด.csv"
    file.write_text(table, encoding="utf-8")
    said: list[str] = []
    options = Options(data, data.parent / "build", agency=agency)
    return imports.run(options, said.append, file=file, year=FiscalYear(2568), yes=True), said


def test_a_province_fills_every_agency_that_it_names(tmp_path: Path) -> None:
    data = _network(tmp_path, **{"tua-yang": "เทศบาลตำบลตัวอย่าง", "uen": "เทศบาลตำบลอื่น"})

    code, said = _bring(data, PROVINCE)

    assert code == 0, said
    for slug in ("tua-yang", "uen"):
        text = (data / slug / "2568" / "scores.yml").read_text(encoding="utf-8")
        assert text.split("\n", maxsplit=1)[1] == SCORES
    assert any("ผลคะแนนปี 2568 ของหลายหน่วยงาน ของ เทศบาลตำบลตัวอย่าง, เทศบาลตำบลอื่น" in one for one in said)


def test_points_and_totals_are_checked(tmp_path: Path) -> None:
    data = _network(tmp_path, **{"tua-yang": "เทศบาลตำบลตัวอย่าง", "uen": "เทศบาลตำบลอื่น"})

    _, said = _bring(data, PROVINCE.replace("27.60,27.30,36.00,90.90,ผ่านดี\n2", "27.60,28.30,36.00,90.90,ผ่านดี\n2"))

    assert any("จังหวัด.csv:2:14" in one and "28.30" in one and "27.30" in one for one in said)


def test_an_agency_with_a_folder_of_its_own_is_made(tmp_path: Path) -> None:
    data = _network(tmp_path, **{"tua-yang": "เทศบาลตำบลตัวอย่าง"})
    table = PROVINCE.replace("ที่,หน่วยงาน,", "รหัส,หน่วยงาน,").replace("ระดับ\n", "ระดับ,อำเภอ,จังหวัด\n")
    table = table.replace("ผ่านดี\n", "ผ่านดี,อำเภอเมือง,จังหวัดทดสอบ\n").replace("2,เทศบาลตำบลอื่น", "tt-uen,ทต.อื่น")

    code, said = _bring(data, table)

    assert code == 0, "\n".join(said)
    assert any("จะสร้างโฟลเดอร์ tt-uen ให้" in one for one in said)
    text = (data / "tt-uen" / "agency.yml").read_text(encoding="utf-8")
    assert text.splitlines()[1:] == [
        "name: ทต.อื่น", "type: เทศบาลตำบล", "district: อำเภอเมือง", "province: จังหวัดทดสอบ",
    ]  # fmt: skip
    assert (data / "tt-uen" / "2568" / "scores.yml").is_file()


def test_a_new_agency_without_its_province_stops_everything(tmp_path: Path) -> None:
    data = _network(tmp_path, **{"tua-yang": "เทศบาลตำบลตัวอย่าง"})

    code, said = _bring(data, PROVINCE.replace("ที่,หน่วยงาน,", "รหัส,หน่วยงาน,").replace("2,เทศบาล", "tt-uen,เทศบาล"))

    assert code == 1
    assert any("จังหวัด.csv:3:2: " in one and "[missing-key]" in one for one in said), "\n".join(said)
    assert not (data / "tt-uen").exists()
    assert not (data / "tua-yang" / "2568").exists()


def test_a_site_of_one_agency_takes_no_other(here: Office) -> None:
    table = PROVINCE.replace("ที่,หน่วยงาน,", "รหัส,หน่วยงาน,").replace("2,เทศบาล", "tt-uen,เทศบาล")

    code, said = here.bring(table.encode(), "จังหวัด.csv", year=2568)

    assert code == 1
    assert any("[layout-agencies]" in one for one in said)


@pytest.mark.parametrize("folder", ["../evil", "con/x", "Tua-Yang", "a"])
def test_a_folder_that_is_none_makes_no_agency(tmp_path: Path, folder: str) -> None:
    data = _network(tmp_path, **{"tua-yang": "เทศบาลตำบลตัวอย่าง"})

    _bring(data, PROVINCE.replace("ที่,หน่วยงาน,", "รหัส,หน่วยงาน,").replace("2,เทศบาล", f"{folder},เทศบาล"))

    assert sorted(path.name for path in data.iterdir()) == ["site.yml", "tua-yang"]
