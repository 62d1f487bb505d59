"""tools/coverage.py: what a transcription holds of a paper, what it lacks, and what cannot pass for it."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tools import coverage

MakeData = Callable[[Mapping[str, str | bytes]], Path]

FIRST = "การประเมินนี้เป็นเครื่องมือที่ช่วยให้หน่วยงานเห็นสุขภาพขององค์กรในรอบปี"
SECOND = "ผู้บริหารจึงกำหนดให้ทุกกองรายงานความก้าวหน้าเป็นหนังสือภายในสิ้นเดือนมีนาคม"
PURPOSE = "เป็นตัวชี้วัดที่วัดการรับรู้ของบุคลากรต่อผู้บังคับบัญชาในการมอบหมายงานอย่างเป็นธรรม"
STRENGTHS = "จุดแข็งคือหัวหน้างานเปิดให้ลูกน้องซักถามได้โดยไม่ต้องเกรงใจ"
STEPS = "๑.ตั้งคณะทำงานติดตามการใช้รถยนต์ราชการ ๒.ติดสมุดบันทึกเลขไมล์ไว้ในรถทุกคัน"
OUTCOME = "ไม่พบการนำรถยนต์ราชการไปใช้ส่วนตัวตลอดปี และค่าน้ำมันลดลงจากปีก่อนหนึ่งในสี่"

REPORT = f"""\
**รายงานผลการวิเคราะห์การประเมิน
ประจำปีงบประมาณ พ.ศ. ๒๕๖๘**

{FIRST}  {SECOND}

อันดับ	ตัวชี้วัด	คะแนน
๑	การใช้อำนาจ	๙๙.๓๕
๒	การใช้ทรัพย์สินของราชการ	-๑.๕๐

## ๓.๑ จุดแข็งของหน่วยงาน

**(๑) ตัวชี้วัดที่ ๑ การใช้อำนาจ** โดยรวมได้คะแนนเท่ากับ ๙๙.๓๕ {PURPOSE}

{STRENGTHS}

๔. มาตรการที่จะดำเนินการ

มาตรการ	ขั้นตอน	ผู้รับผิดชอบ	ผลลัพธ์
๑. มาตรการดูแลรถยนต์ราชการ	<p>{STEPS}</p>	กองช่าง	<b>{OUTCOME}</b>

ประกาศ ณ วันที่ ๕ ตุลาคม ๒๕๖๗
"""
SCORES = """\
overall: 90.90
grade: ผ่านดี
places:
  - id: ranking
    kind: ranking
    where: ตารางอันดับ
    scores:
      - {name: การใช้อำนาจ, rank: 1, score: 99.35}
      - {name: การใช้ทรัพย์สินของราชการ, rank: 2, difference: -1.50}
"""
ANALYSIS = f"""\
title: |
  รายงานผลการวิเคราะห์การประเมิน
  ประจำปีงบประมาณ พ.ศ. 2568
sections:
  - text: |
      {FIRST}
      {SECOND}
  - number: ๓.๑
    title: จุดแข็งของหน่วยงาน
    indicators:
      - name: การใช้อำนาจ
        number: 1
        result: โดยรวมได้คะแนนเท่ากับ 99.35
        purpose: {PURPOSE}
        strengths: {STRENGTHS}
  - number: ๔.
    title: มาตรการที่จะดำเนินการ
"""
MEASURES = f"""\
columns:
  - {{holds: title, heading: มาตรการ}}
  - {{holds: steps, heading: ขั้นตอน}}
  - {{holds: responsible, heading: ผู้รับผิดชอบ}}
  - {{holds: outcome, heading: ผลลัพธ์}}
measures:
  - no: 1
    number: ๑.
    title: มาตรการดูแลรถยนต์ราชการ
    steps: |
      {STEPS}
    responsible: [{{unit: กองช่าง}}]
    outcome: |
      {OUTCOME}
conclusion:
  - text: ประกาศ ณ วันที่ 5 ตุลาคม 2567
"""
YEAR = "tua-yang/2568"
FILES = {f"{YEAR}/scores.yml": SCORES, f"{YEAR}/analysis.yml": ANALYSIS, f"{YEAR}/measures.yml": MEASURES}
BARE = "sections:\n  - title: ไม่มีถ้อยคำ\n"


@pytest.fixture
def said(make_data: MakeData, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """The exit code and the words of the tool for a report and an agency made of these files."""

    def run(files: Mapping[str, str | bytes] = FILES, report: str = REPORT) -> tuple[int, str]:
        (tmp_path / "report.txt").write_text(report, encoding="utf-8")
        code = coverage.main([str(tmp_path / "report.txt"), "tua-yang", "--data", str(make_data(files))])
        return code, capsys.readouterr().out

    return run


Said = Callable[..., tuple[int, str]]


def _changed(name: str, old: str, new: str) -> dict[str, str]:
    changed = FILES[f"{YEAR}/{name}"].replace(old, new)
    assert changed != FILES[f"{YEAR}/{name}"]
    return {**FILES, f"{YEAR}/{name}": changed}


def _percent(said: str, kind: str) -> float:
    found = re.search(rf"{kind} ([0-9.]+) %", said)
    assert found
    return float(found[1])


def _block(text: str) -> str:
    """A text as a block of YAML below a section, every line a paragraph."""
    return "\n".join(f"      {line}" for line in text.replace("\t", " ").splitlines() if line.strip())


def test_a_whole_transcription_covers_everything(said: Said) -> None:
    code, words = said()
    assert words.splitlines()[1:] == []
    assert words.startswith("report.txt in tua-yang: 100.00 % of ")
    assert code == 0


def test_a_missing_sentence_is_printed_with_its_line(said: Said) -> None:
    code, words = said(_changed("analysis.yml", SECOND, ""))
    assert words.splitlines()[1:] == [f"line 4 (prose): …{SECOND}…"]
    assert code == 1


def test_a_missing_cell_is_printed_with_its_row_and_number(said: Said) -> None:
    _, words = said(_changed("measures.yml", "responsible: [{unit: กองช่าง}]", "continues: true"))
    assert words.splitlines()[1:] == ["line 19 (table row 2, cell 3): กองช่าง"]


def test_a_whole_report_in_one_prose_text_covers_no_table_and_no_indicator(said: Said) -> None:
    pasted = f"sections:\n  - text: |\n{_block(REPORT)}\n"
    _, words = said(
        {f"{YEAR}/analysis.yml": pasted, f"{YEAR}/scores.yml": "overall: 1\ngrade: ก\nindicators: {1: 1}\n"}
    )
    assert _percent(words, "prose") == 100
    assert _percent(words, "indicator") == 0
    assert _percent(words, "table") < 10  # the headings over scores, as a place of scores is there
    assert STRENGTHS in words
    assert OUTCOME in words


def test_a_whole_report_in_one_field_of_a_measure_is_one_cell(said: Said) -> None:
    pasted = f"measures:\n  - no: 1\n    steps: |\n{_block(REPORT)}\n"
    _, words = said({f"{YEAR}/measures.yml": pasted})
    assert "(table row 2, cell 1): ๑. มาตรการดูแลรถยนต์ราชการ" in words
    assert _percent(words, "indicator") == 0
    assert _percent(words, "table") < 60


def test_an_indicator_is_covered_by_its_own_analysis_only(said: Said) -> None:
    other = _changed("analysis.yml", "name: การใช้อำนาจ\n        number: 1", "name: การใช้งบประมาณ\n        number: 2")
    _, words = said(other)
    assert _percent(words, "indicator") == 0
    by_name = _changed("analysis.yml", "number: 1", "number: 3")
    assert said(by_name)[1].splitlines()[1:] == ["line 12 (indicator 1): …ตัวชี้วัดที่ ๑…"]
    official = _changed("analysis.yml", "name: การใช้อำนาจ\n        number: 1", "name: การใช้อำนาจ\n        indicator: 1")
    assert _percent(said(official)[1], "indicator") == 100


def test_a_heading_ends_an_indicator(said: Said) -> None:
    lost = _changed("analysis.yml", "  - number: ๔.\n    title: มาตรการที่จะดำเนินการ\n", "")
    _, words = said(lost)
    assert "line 12 (indicator 1)" not in words
    assert "(indicator 1): ๔. มาตรการที่จะดำเนินการ" in words
    assert "(indicator 1): ประกาศ ณ วันที่ ๕ ตุลาคม ๒๕๖๗" in words


def test_thai_and_arabic_digits_are_equal(said: Said) -> None:
    arabic = REPORT.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    assert said(report=arabic)[1].splitlines()[1:] == []


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("score: 99.35", "score: 99.53", "(table row 2, cell 3): ๙๙.๓๕"),
        ("difference: -1.50", "difference: 1.50", "(table row 3, cell 3): -๑.๕๐"),
        ("rank: 2", "rank: 3", "(table row 3, cell 1): ๒"),
        ("name: การใช้ทรัพย์สินของราชการ", "name: การใช้งบประมาณ", "cell 2): การใช้ทรัพย์สินของราชการ"),
        ("score: 99.35}", "previous: 100}", "(table row 2, cell 3): ๙๙.๓๕"),
    ],
)
def test_a_row_of_scores_needs_one_record_with_its_values(said: Said, old: str, new: str, cell: str) -> None:
    # the value stands elsewhere in the transcription, even in a row of another indicator
    other = "      - {name: การใช้งบประมาณ, rank: 9, score: 99.35, previous: 1.50, difference: -1.50}\n"
    files = _changed("scores.yml", old, new)
    _, words = said({**files, f"{YEAR}/scores.yml": files[f"{YEAR}/scores.yml"] + other})
    assert cell in words


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("scores.yml", "where: ตารางอันดับ", f"where: {SECOND}"),
        ("scores.yml", "overall: 90.90", f"year_inferred: {SECOND}\noverall: 90.90"),
        ("analysis.yml", "- number: ๔.", f"- number: ๔.\n    remarks: [{{passage: ก, note: {SECOND}}}]"),
        ("measures.yml", "    number: ๑.", f"    inferred: {SECOND}\n    number: ๑."),
    ],
)  # fmt: skip
def test_words_of_the_transcriber_cover_nothing(said: Said, name: str, old: str, new: str) -> None:
    lacking = _changed("analysis.yml", SECOND, "")
    before = lacking[f"{YEAR}/{name}"]
    assert old in before
    _, words = said({**lacking, f"{YEAR}/{name}": before.replace(old, new)})
    assert f"line 4 (prose): …{SECOND}…" in words


def test_a_notice_covers_nothing(said: Said) -> None:
    profile = "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"
    lacking = _changed("analysis.yml", SECOND, "")
    _, words = said({**lacking, "tua-yang/agency.yml": f"{profile}notice: {SECOND}\n"})
    assert SECOND in words


def test_stock_phrases_from_many_records_do_not_add_up(said: Said) -> None:
    """A cell that no record holds is not put together from words of seven."""
    words = "ตั้งคณะทำงานติดตาม การใช้รถยนต์ราชการ ติดสมุดบันทึกเลขไมล์ ไว้ในรถทุกคันโดย".split()
    measures = "".join(f"  - {{no: {n}, title: {word}}}\n" for n, word in enumerate(words, start=2))
    files = _changed("measures.yml", f"    steps: |\n      {STEPS}\n", "")
    text = files[f"{YEAR}/measures.yml"].replace("conclusion:", f"{measures}conclusion:")
    _, said_of_it = said({**files, f"{YEAR}/measures.yml": text})
    found = re.search(r"line 19 .*cell 2\): (.*)$", said_of_it, re.MULTILINE)
    assert found
    assert len(coverage.folded(found[1])) > len(coverage.folded(STEPS)) / 2


def test_another_row_does_not_stand_in_for_a_cell(said: Said) -> None:
    """Two rows print the same outcome; what one of the measures lacks is not taken from the other."""
    report = REPORT.replace("\n\nประกาศ", f"\n๒. มาตรการดูแลอาคาร\tจัดเวรดูแลอาคารสำนักงาน\tสำนักปลัด\t{OUTCOME}\n\nประกาศ")
    second = f"""\
  - no: 2
    number: ๒.
    title: มาตรการดูแลอาคาร
    steps: จัดเวรดูแลอาคารสำนักงาน
    responsible: [{{unit: สำนักปลัด}}]
    outcome: {OUTCOME}
"""
    whole = _changed("measures.yml", "conclusion:", f"{second}conclusion:")
    assert said(whole, report)[1].splitlines()[1:] == []
    text = whole[f"{YEAR}/measures.yml"]
    cut = text[::-1].replace("และค่าน้ำมันลดลงจากปีก่อนหนึ่งในสี่"[::-1], "", 1)[::-1]
    _, words = said({**whole, f"{YEAR}/measures.yml": cut}, report)
    assert words.splitlines()[1:] == ["line 20 (table row 3, cell 4): …และค่าน้ำมันลดลงจากปีก่อนหนึ่งในสี่…"]


def test_a_text_counts_once_for_a_passage(said: Said) -> None:
    """A lost sentence is not made up of the same words elsewhere in the same text."""
    again = f"{SECOND} โดยผู้บริหารจึงกำหนดให้ทุกกองรายงานความก้าวหน้าเป็นรายเดือน"
    _, words = said(report=REPORT.replace(SECOND, again))
    assert "…โดยผู้บริหารจึงกำหนดให้ทุกกองรายงานความก้าวหน้าเป็นรายเดือน…" in words


def test_the_forms_of_a_memo_and_of_dates(said: Said) -> None:
    memo = """\
documents:
  - kind: report
    title: รายงานผลการวิเคราะห์การประเมิน
    number: ยล ๕๖๙๐๑/๑๗๔
    date: 5 ตุลาคม 2565
    memo: {office: สำนักปลัดเทศบาล, phone: 073-202200, subject: รายงานผล, to: นายกเทศมนตรี, body: จึงเรียนมาเพื่อโปรดทราบ}
"""
    report = """\
บันทึกข้อความ
ส่วนราชการ สำนักปลัดเทศบาล โทร ๐๗๓-๒๐๒๒๐๐
ที่ ยล ๕๖๙๐๑/๑๗๔   วันที่ ๕ ตุลาคม ๒๕๖๕
เรื่อง รายงานผล
เรียน นายกเทศมนตรี
จึงเรียนมาเพื่อโปรดทราบ
๕ ต.ค. ๒๕๖๕
๕ ตุลาคม พ.ศ. ๒๕๖๕
"""
    code, words = said({f"{YEAR}/documents.yml": memo}, report)
    assert words.splitlines()[1:] == []
    assert code == 0


def test_a_row_that_goes_on_is_covered_by_the_same_record(said: Said) -> None:
    head, tail = OUTCOME.split(" และ")
    report = REPORT.replace(f"<b>{OUTCOME}</b>", f"<b>{head}</b>\n\n\t\t\t<p>และ{tail}</p>")
    assert said(report=report)[1].splitlines()[1:] == []


def test_files_with_problems_are_said_and_not_compared(said: Said) -> None:
    code, words = said({f"{YEAR}/analysis.yml": "sektions: []\n"})
    assert code == 2
    assert f"data/{YEAR}/analysis.yml:1" in words
    assert "cannot be compared" in words


def test_an_agency_or_a_report_that_is_not_there(make_data: MakeData, tmp_path: Path) -> None:
    data = str(make_data({}))
    (tmp_path / "report.txt").write_text("", encoding="utf-8")
    assert coverage.main([str(tmp_path / "report.txt"), "mai-mi", "--data", data]) == 2
    with pytest.raises(SystemExit) as stopped:
        coverage.main([str(tmp_path / "no.txt"), "tua-yang", "--data", data])
    assert stopped.value.code == 2


def test_an_unknown_kind_of_value_does_not_go_unnoticed() -> None:
    with pytest.raises(TypeError, match="complex"):
        list(coverage._shown(1j))
