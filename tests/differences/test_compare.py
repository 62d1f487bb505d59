"""What a change of the data would change on the site, figure by figure and page by page."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import differences
from generator.differences import Comparison, compare
from generator.differences.records import Changed, Figure, Files, Held
from generator.pipeline.examine import Examined, examine
from generator.thai import FiscalYear
from tests.conftest import AGENCY, SCORES

ROOT = Path(__file__).parent.parent.parent
Make = Callable[[Mapping[str, str | bytes]], Path]
Compared = Callable[..., Comparison]

MEASURES = "measures:\n  - {no: 1, title: อบรม, steps: ก}\n  - {no: 2, title: ตรวจ, steps: ข}\n"
ITEMS = (
    "items:\n  - item: O1\n    evidence: [{link: 'https://tua-yang.go.th/o1', title: ก, whole: true}]\n  - item: O2\n"
)
Y2568, Y2569 = FiscalYear(2568), FiscalYear(2569)


@pytest.fixture
def compared(make_data: Make, tmp_path: Path) -> Compared:
    """The comparison of two data folders: the usual one with these files, and then with those too."""

    def command(before: Mapping[str, str], after: Mapping[str, str]) -> Comparison:
        base = tmp_path / "base"
        shutil.copytree(make_data(before), base, dirs_exist_ok=True)
        return compare(examine(base), examine(make_data(after)))

    return command


def test_the_same_data_change_nothing(compared: Compared) -> None:
    found = compared({"tua-yang/2569/measures.yml": MEASURES}, {"tua-yang/2569/measures.yml": MEASURES})

    assert found.same
    assert not found.changed
    assert not found.holds
    assert [*found.shown()] == []


def test_every_page_of_the_real_data_is_like_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(differences, "_same", lambda *_: False)  # do not trust that equal data make equal pages
    found = examine(ROOT / "data")

    assert compare(found, found).same


def test_a_score_with_all_that_follows_from_it(compared: Compared) -> None:
    found = compared({}, {"tua-yang/2568/scores.yml": SCORES.replace("5: 94.00", "5: 94.03").replace("90.90", "90.91")})
    (agency,) = found.changed

    assert agency.figures == (
        Figure(Y2568, "คะแนนรวม", "90.90", "90.91"),
        Figure(Y2568, "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต", "94.00", "94.03"),
        Figure(Y2568, "ค่าเฉลี่ยตัวชี้วัดของ IIT ที่คำนวณได้", "92.00", "92.01"),
    )
    assert {"tua-yang/", "tua-yang/scores/2568/", "tua-yang/indicators/5/"} <= {one.address for one in found.shown()}
    assert "tua-yang/contact/" not in {one.address for one in found.shown()}
    assert {one.address for one in found.portal.changed} >= {"", "years/2568/"}


def test_a_grade_that_the_ladder_gives_no_more(compared: Compared) -> None:
    found = compared({}, {"tua-yang/2568/scores.yml": SCORES.replace("grade: ผ่านดี", "grade: ผ่าน")})
    (agency,) = found.changed

    assert agency.figures == (Figure(Y2568, "ระดับผลการประเมิน", "ผ่านดี", "ผ่าน"),)
    assert [one.code for one in agency.findings.opened] == ["grade-mismatch"]
    assert agency.held == Held(problems=False, findings=("grade-mismatch",))
    assert found.holds
    # its pages stay as they are published, so there is nothing to look at
    assert [*found.shown()] == []
    assert not found.portal


def test_what_stands_on_every_page(compared: Compared) -> None:
    after = AGENCY.replace("ตัวอย่าง", "ใหม่") + "colour: '#123456'\ncontact: {phone: 02-123-4567}\n"
    (agency,) = compared({}, {"tua-yang/agency.yml": after}).changed

    assert agency.figures == (
        Figure(None, "ชื่อหน่วยงาน", "เทศบาลตำบลตัวอย่าง", "เทศบาลตำบลใหม่"),
        Figure(None, "โทรศัพท์", "–", "02-123-4567"),
        Figure(None, "สีประจำเว็บไซต์", "–", "#123456"),
    )


def test_measures_their_number_and_states(compared: Compared) -> None:
    after = MEASURES.replace("steps: ก", "steps: ก, result: ทำแล้ว").replace("  - {no: 2, title: ตรวจ, steps: ข}\n", "")
    found = compared({"tua-yang/2569/measures.yml": MEASURES}, {"tua-yang/2569/measures.yml": after})
    (agency,) = found.changed

    assert agency.figures == (
        Figure(Y2569, "จำนวนมาตรการ", "2", "1"),
        Figure(Y2569, "มาตรการที่ 1 อบรม", "ยังระบุสถานะไม่ได้", "ดำเนินการแล้วเสร็จ"),
        Figure(Y2569, "มาตรการที่ 2 ตรวจ", "ยังระบุสถานะไม่ได้", "–"),
    )
    assert agency.pages.gone == (Changed("tua-yang/measures/2569/2/", "ตรวจ (มาตรการปี 2569)"),)


def test_a_vanished_page_says_where_its_address_leads(compared: Compared) -> None:
    after = MEASURES.replace("  - {no: 2, title: ตรวจ, steps: ข}\n", "")
    leads = AGENCY + "redirects: [{old: measures/2569/2/, new: measures/2569/1/}]\n"
    found = compared(
        {"tua-yang/2569/measures.yml": MEASURES},
        {"tua-yang/2569/measures.yml": after, "tua-yang/agency.yml": leads},
    )

    assert [one.onward for one in found.changed[0].pages.gone] == ["tua-yang/measures/2569/1/"]


def test_a_line_that_only_moves_changes_no_page(compared: Compared) -> None:
    before = "# บรรทัดแรก\n" + MEASURES
    found = compared({"tua-yang/2569/measures.yml": before}, {"tua-yang/2569/measures.yml": "\n\n\n" + before})

    assert found.same


def test_items_and_their_states(compared: Compared) -> None:
    after = ITEMS.replace("  - item: O2\n", "  - item: O2\n    exempt: ตามคู่มือ\n")
    found = compared({"tua-yang/2568/disclosure.yml": ITEMS}, {"tua-yang/2568/disclosure.yml": after})

    (figure,) = found.changed[0].figures
    assert figure.subject.startswith("ข้อ O2 ")
    assert (figure.year, figure.before, figure.after) == (Y2568, "ยังไม่ได้เผยแพร่", "ได้รับยกเว้นตามคู่มือ")


def test_the_count_of_published_items(compared: Compared) -> None:
    after = ITEMS.replace(
        "  - item: O2\n", ITEMS.partition("\n")[2].partition("  - item: O2")[0].replace("O1", "O2", 1)
    )
    found = compared({"tua-yang/2568/disclosure.yml": ITEMS}, {"tua-yang/2568/disclosure.yml": after})
    subjects = {one.subject: (one.before, one.after) for one in found.changed[0].figures}
    before, now = subjects["จำนวนข้อ OIT ที่เผยแพร่แล้ว"]

    assert int(now) == int(before) + 1


def test_a_new_year(compared: Compared) -> None:
    found = compared({}, {"tua-yang/2567/scores.yml": SCORES})
    (agency,) = found.changed

    assert Figure(FiscalYear(2567), "คะแนนรวม", "ไม่มีในเอกสาร", "90.90") in agency.figures
    assert Figure(FiscalYear(2567), "คะแนนรวมที่คำนวณได้", "–", "90.90") in agency.figures
    assert "tua-yang/scores/2567/" in {one.address for one in agency.pages.new}
    assert "years/2567/" in {one.address for one in found.portal.new}


def test_agencies_come_and_go(compared: Compared) -> None:
    second = {"song/agency.yml": AGENCY.replace("ตัวอย่าง", "สอง"), "song/2568/scores.yml": SCORES}
    come = compared({}, second)

    assert [(one.slug, one.new, one.gone) for one in come.changed] == [("song", True, False)]


def test_an_agency_that_goes_takes_its_pages(make_data: Make, tmp_path: Path) -> None:
    second = {"song/agency.yml": AGENCY.replace("ตัวอย่าง", "สอง"), "song/2568/scores.yml": SCORES}
    base = tmp_path / "base"
    shutil.copytree(make_data(second), base)
    shutil.rmtree(tmp_path / "data" / "song")
    (agency,) = compare(examine(base), examine(tmp_path / "data")).changed

    assert agency.gone
    assert "song/" in {one.address for one in agency.pages.gone}


def test_a_file_with_a_problem_holds_its_agency_and_says_where(compared: Compared) -> None:
    found = compared({}, {"tua-yang/2568/scores.yml": SCORES.replace("90.90", "190.90")})
    (agency,) = found.changed

    assert agency.held == Held(problems=True)
    assert agency.unread
    assert [str(one.source) for one in found.problems] == ["data/tua-yang/2568/scores.yml:1:10"]
    assert found.holds


def test_what_could_not_be_read_before_is_new_now(compared: Compared) -> None:
    found = compared({"tua-yang/2568/scores.yml": "overall: 1x\n"}, {"tua-yang/2568/scores.yml": SCORES})
    (agency,) = found.changed

    assert agency.unread
    assert agency.held is None
    assert Figure(Y2568, "คะแนนรวม", "ไม่มีในเอกสาร", "90.90") in agency.figures


def test_a_broken_site_file_blocks_everything(compared: Compared) -> None:
    found = compared({}, {"site.yml": "format: 2\n"})

    assert found.blocked
    assert found.holds
    assert not found.same


def test_settings_of_the_site(compared: Compared) -> None:
    text = "format: 1\nlayout: network\ntitle: ชื่อใหม่\nofficial: true\nurl: https://a.go.th/\n"
    found = compared({}, {"site.yml": text})

    assert found.site == (
        Figure(None, "title", "เครือข่ายทดสอบ", "ชื่อใหม่"),
        Figure(None, "url", "–", "https://a.go.th/"),
    )


def test_findings_are_known_by_what_they_say_not_where(compared: Compared) -> None:
    wrong = "reading: typed\n" + SCORES.replace("90.90", "90.50")
    moved = compared({"tua-yang/2568/scores.yml": wrong}, {"tua-yang/2568/scores.yml": "\n\n" + wrong})
    other = compared({"tua-yang/2568/scores.yml": wrong}, {"tua-yang/2568/scores.yml": wrong.replace("90.50", "90.40")})

    assert not any(one.findings for one in moved.agencies)
    assert [one.code for one in other.agencies[0].findings.opened] == ["overall-mismatch"]
    assert [one.code for one in other.agencies[0].findings.closed] == ["overall-mismatch"]


def test_an_acknowledgement_is_told(compared: Compared) -> None:
    wrong = {"tua-yang/2568/scores.yml": SCORES.replace("90.90", "90.50")}
    seen = (
        "acknowledged:\n  - code: overall-mismatch\n    fiscal_year: 2568\n    values: ['90.50', '90.90']\n"
        "    state: confirmed\n    reason: ตามประกาศ\n    by: งานแผน\n    date: 1 มกราคม 2569\n"
    )
    given = compared(wrong, {**wrong, "tua-yang/acknowledged.yml": seen}).agencies[0]

    assert [one.code for one in given.findings.acknowledged] == ["overall-mismatch"]
    assert given.held is None


def test_an_acknowledgement_that_goes_is_told(make_data: Make, tmp_path: Path) -> None:
    wrong = {"tua-yang/2568/scores.yml": SCORES.replace("90.90", "90.50")}
    seen = (
        "acknowledged:\n  - code: overall-mismatch\n    fiscal_year: 2568\n    values: ['90.50', '90.90']\n"
        "    state: confirmed\n    reason: ตามประกาศ\n    by: งานแผน\n    date: 1 มกราคม 2569\n"
    )
    base = tmp_path / "base"
    shutil.copytree(make_data({**wrong, "tua-yang/acknowledged.yml": seen}), base)
    after = make_data({**wrong, "tua-yang/acknowledged.yml": ""})
    (agency,) = compare(examine(base), examine(after)).agencies

    assert [one.code for one in agency.findings.lapsed] == ["overall-mismatch"]
    assert agency.held == Held(problems=False, findings=("overall-mismatch",))


def _evidence(*names: str) -> str:
    listed = "".join(f"      - {{file: {name}, title: ก, whole: true}}\n" for name in names)
    return f"items:\n  - item: O1\n    evidence:\n{listed}"


def test_attached_files(make_data: Make, tmp_path: Path) -> None:
    base = tmp_path / "base"
    before = make_data(
        {
            "tua-yang/2568/disclosure.yml": _evidence("a.csv", "b.csv"),
            "tua-yang/2568/files/a.csv": "ก,ข\n1,2\n",
            "tua-yang/2568/files/b.csv": "ก,ข\n1,2\n",
        }
    )
    shutil.copytree(before, base)
    after = make_data(
        {
            "tua-yang/2568/disclosure.yml": _evidence("b.csv", "c.csv"),
            "tua-yang/2568/files/a.csv": "",
            "tua-yang/2568/files/b.csv": "ก,ข\n1,3\n",
            "tua-yang/2568/files/c.csv": "ก,ข\n1,2\n",
        }
    )
    found = compare(examine(base), examine(after))

    assert not found.problems
    assert found.agencies[0].files == Files(("files/2568/c.csv",), ("files/2568/a.csv",), ("files/2568/b.csv",))


def test_without_a_state_before_everything_is_new(make_data: Make) -> None:
    found: Examined = examine(make_data({}))
    nothing = compare(None, found)
    missing = compare(examine(Path("does-not-exist")), found)

    assert nothing == missing
    assert [one.new for one in nothing.agencies] == [True]
    assert nothing.site == ()
    assert all(re.fullmatch(r"tua-yang/.*", one.address) for one in nothing.agencies[0].pages.new)
    assert not nothing.agencies[0].pages.gone
