"""The history of an agency's data: days, files in words, figures that changed; nobody's name and words."""

import os
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.history import LISTED, Change, Commit, Edit, History, read_history
from generator.links import Origins
from generator.pages import Context
from generator.pages.changes import present, summary
from generator.render import environment
from tests.conftest import SCORES

WORDS = "ข้อความของผู้แก้ไข"


def git(folder: Path, *arguments: str, day: int = 1) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_COMMITTER_DATE": f"2026-01-{day:02}T03:00:00Z",
        "GIT_AUTHOR_DATE": f"2026-01-{day:02}T03:00:00Z",
    }
    subprocess.run(
        ["git", "-c", f"user.name={WORDS}", "-c", "user.email=x@example.go.th", *arguments],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def told(context: Callable[..., Context], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The Markdown of the page after commits of these files, each on the next day; the last files are the data."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))

    def make(*commits: Mapping[str, str | None], repository: str | None = None) -> str:
        data = tmp_path / "old" / "data"
        data.mkdir(parents=True)
        git(data, "init", "--quiet")
        for day, files in enumerate(commits, start=1):
            for name, content in files.items():
                path = data / "tua-yang" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                if content is None:
                    path.unlink()
                else:
                    path.write_text(content, encoding="utf-8")
            git(data, "add", "--all")
            git(data, "commit", "--quiet", f"--message={WORDS}", day=day)
        known = context({})
        return markdown(Context(**{**vars(known), "origins": Origins(repository, read_history(data))}))

    return make


def markdown(known: Context) -> str:
    (page,) = present(known)
    return environment().get_template(page.template).render(view=page.content())


def lines(page: str) -> list[str]:
    """What stands in its lists, without tags, inner lists apart."""
    from_tags = page.replace("<ul>", "\n").replace("</li>", "\n").replace("&#46;", ".").replace("&#45;", "-")
    plain = []
    for line in from_tags.splitlines():
        text = line
        while "<" in text:
            head, _, tail = text.partition("<")
            text = head + tail.partition(">")[2]
        plain.append(text.strip())
    return [line for line in plain if line.startswith(("เพิ่ม", "แก้ไข", "ลบ")) or " จาก " in line]


def test_files_in_words_by_day_the_latest_first(told: Callable[..., str]) -> None:
    page = told(
        {"agency.yml": "1", "2568/scores.yml": SCORES},
        {"2569/measures.yml": "1", "2568/analysis.yml": "1", "acknowledged.yml": "1", "urls.lock": "1"},
        {"2569/measures.yml": "2", "2568/analysis.yml": None, "2569/documents.yml": "1", "2569/disclosure.yml": "1"},
    )

    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## 3 มกราคม 2569 {#on-2026-01-03}",
        "## 2 มกราคม 2569 {#on-2026-01-02}",
        "## 1 มกราคม 2569 {#on-2026-01-01}",
    ]
    assert lines(page) == [
        "ลบการวิเคราะห์ผลการประเมิน ปี 2568",
        "เพิ่มการเปิดเผยข้อมูลสาธารณะ (OIT) ปี 2569".replace("(", "&#40;").replace(")", "&#41;"),
        "เพิ่มเอกสารฉบับทางการ ปี 2569",
        "แก้ไขมาตรการ ปี 2569",
        "เพิ่มการวิเคราะห์ผลการประเมิน ปี 2568",
        "เพิ่มมาตรการ ปี 2569",
        "เพิ่มบันทึกผลการตรวจข้อมูลที่ไม่ตรงกัน",
        "เพิ่มทะเบียนที่อยู่ถาวรของหน้าเว็บ",
        "เพิ่มผลการประเมิน ปี 2568",
        "เพิ่มข้อมูลหน่วยงาน",
    ]
    assert "3 ครั้ง ระหว่างวันที่ 1 มกราคม 2569 ถึงวันที่ 3 มกราคม 2569" in page
    assert WORDS not in page
    assert "example" not in page


def test_figures_that_changed_are_told(told: Callable[..., str]) -> None:
    page = told(
        {"2568/scores.yml": SCORES},
        {"2568/scores.yml": SCORES.replace("90.90", "90.91").replace("  4: 93.00", "  4: 93.0")},
        {"2568/scores.yml": SCORES.replace("  10: 92.00\n", "").replace("grade: ผ่านดี", "grade: ผ่าน")},
        {"2568/scores.yml": SCORES.replace("  10: 92.00\n", "").replace("grade: ผ่านดี", "grade: ผ่าน") + "# ก\n"},
    )

    assert lines(page) == [
        "แก้ไขผลการประเมิน ปี 2568 (คะแนนและระดับไม่เปลี่ยน)".replace("(", "&#40;").replace(")", "&#41;"),
        "แก้ไขผลการประเมิน ปี 2568",
        "คะแนนรวม จาก 90.91 เป็น 90.90",
        "ระดับผลการประเมิน จาก ผ่านดี เป็น ผ่าน",
        "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ จาก 93.0 เป็น 93.00",
        "ตัวชี้วัดที่ 10 การป้องกันการทุจริต จาก 92.00 เป็น ไม่มีในเอกสาร",
        "แก้ไขผลการประเมิน ปี 2568",
        "คะแนนรวม จาก 90.90 เป็น 90.91",
        "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ จาก 93.00 เป็น 93.0",
        "เพิ่มผลการประเมิน ปี 2568",
    ]


@pytest.mark.parametrize(
    "broken", ["overall: [", "", "\x00", "- 1", "overall: 900", "indicators: {99: 1.00}", "places: [{id: a}]"]
)
def test_of_an_old_version_that_cannot_be_read_only_the_change_is_told(broken: str, told: Callable[..., str]) -> None:
    page = told({"2568/scores.yml": broken}, {"2568/scores.yml": SCORES})

    assert lines(page)[0] == "แก้ไขผลการประเมิน ปี 2568"
    assert lines(page)[-1] == "เพิ่มผลการประเมิน ปี 2568"


def test_a_year_without_rules_tells_only_the_change(told: Callable[..., str]) -> None:
    page = told({"2480/scores.yml": SCORES}, {"2480/scores.yml": SCORES.replace("90.90", "90.91")})

    assert lines(page) == ["แก้ไขผลการประเมิน ปี 2480", "เพิ่มผลการประเมิน ปี 2480"]


def test_an_old_grade_that_is_none_is_not_quoted(told: Callable[..., str]) -> None:
    page = told(
        {"2568/scores.yml": SCORES.replace("grade: ผ่านดี", "grade: โทร 081 234 5678")}, {"2568/scores.yml": SCORES}
    )

    assert "5678" not in page
    assert "ระดับผลการประเมิน จาก ค่าที่ไม่อยู่ในระดับของเกณฑ์ เป็น ผ่านดี" in lines(page)


def test_attached_files_that_no_page_shows_are_counted_not_named(told: Callable[..., str]) -> None:
    page = told({"2568/files/name-of-somebody.pdf": "1", "2568/files/b.pdf": "1", "2567/files/c.pdf": "1"})

    assert lines(page) == ["เพิ่มแฟ้มแนบ ปี 2567 1 แฟ้ม", "เพิ่มแฟ้มแนบ ปี 2568 2 แฟ้ม"]
    assert "somebody" not in page


def test_a_commit_can_be_seen_where_the_repository_is_known(told: Callable[..., str]) -> None:
    page = told({"agency.yml": "1"}, repository="https://git.example.go.th/x/ita/")

    assert page.count("https&#58;&#47;&#47;git&#46;example&#46;go&#46;th&#47;x&#47;ita&#47;commit&#47;") == 1


@pytest.mark.parametrize(
    ("note", "words"),
    [("no-git", "ไม่ได้เก็บไว้ใน"), ("shallow", "ไม่มีประวัติครบถ้วน"), ("no-commit", "ยังไม่มีการแก้ไข"), ("", "ยังไม่มีการแก้ไข")],
)
def test_without_a_history_the_page_says_so(note: Any, words: str, context: Callable[..., Context]) -> None:
    known = context({})
    page = markdown(Context(**{**vars(known), "origins": Origins(None, History(note=note))}))

    assert words in page
    assert "## " not in page


def commits(*days: int) -> tuple[Commit, ...]:
    return tuple(Commit(Change("x", date(2026, 1, day)), (Edit("a", None, "b"),)) for day in days)


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ((5,), "1 ครั้ง เมื่อวันที่ 5 มกราคม 2569"),
        ((5, 5), "2 ครั้ง เมื่อวันที่ 5 มกราคม 2569"),
        ((5, 2), "2 ครั้ง ระหว่างวันที่ 2 มกราคม 2569 ถึงวันที่ 5 มกราคม 2569"),
        ((5,) * (LISTED - 1), f"{LISTED - 1} ครั้ง เมื่อวันที่"),
        ((5,) * LISTED, f"{LISTED} ครั้งล่าสุด เมื่อวันที่"),
    ],
)
def test_how_often_and_when(days: tuple[int, ...], wanted: str) -> None:
    assert wanted in summary(commits(*days))
