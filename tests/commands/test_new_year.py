"""prongsai new-year: what it adds, what it leaves as it is, and what it tells."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from generator import cli
from generator.frameworks import packaged_years
from generator.load import load
from generator.pipeline.build import build
from generator.pipeline.examine import examine
from generator.pipeline.workspace import Workspace
from tests.conftest import AGENCY, ROOT, SCORES

Make = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., Result]

NEWEST = packaged_years()[-1]
NEXT = NEWEST.after()
DISCLOSURE = "items: [{item: O1, unit: สำนักปลัด}, {item: O10, exempt: คู่มือ หน้า 3}]\n"
MEASURES = "measures: [{no: 1, title: มาตรการหนึ่ง, indicators: [4], steps: ทำ, continues: true}]\n"
LAST = {
    f"tua-yang/{NEWEST}/scores.yml": SCORES,
    f"tua-yang/{NEWEST}/measures.yml": MEASURES,
    f"tua-yang/{NEWEST}/disclosure.yml": DISCLOSURE,
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli.app, ["new-year", *map(str, arguments)])


def _files(data: Path) -> dict[str, bytes]:
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def _added(data: Path, before: dict[str, bytes]) -> list[str]:
    now = _files(data)
    assert {name: now[name] for name in before} == before
    return sorted(now.keys() - before.keys())


def test_a_year_that_nobody_has_published_rules_for(make_data: Make, run: Run) -> None:
    data = make_data(LAST)
    before = _files(data)
    done = run(NEXT)

    assert done.exit_code == 0
    assert _added(data, before) == [
        f"frameworks/{NEXT}.yml",
        f"tua-yang/{NEXT}/README.md",
        f"tua-yang/{NEXT}/disclosure.yml",
    ]
    assert f"เขียน data/frameworks/{NEXT}.yml เป็นฉบับร่าง ยกมาจากเกณฑ์ปี {NEWEST}" in done.output
    assert "2 ข้อ (ไม่รวมหลักฐาน) โปรดตรวจทุกข้อ: O1, O10" in done.output
    assert f"ต้องเทียบกับคู่มือปี {NEXT}: O10" in done.output
    assert "ไม่ได้คัดลอก" in done.output
    readme = (data / f"tua-yang/{NEXT}/README.md").read_text(encoding="utf-8")
    assert "- มาตรการที่ 1 มาตรการหนึ่ง\n" in readme
    assert f"คะแนนปี {NEWEST} → มาตรการปี {NEXT} → เปิดเผยใน ITA ปี {NEXT}" in readme


def test_again_it_writes_nothing_and_says_what_is_there(make_data: Make, run: Run) -> None:
    data = make_data(LAST)
    run(NEXT)
    before = _files(data)
    done = run(NEXT)

    assert done.exit_code == 0
    assert _added(data, before) == []
    for name in ("README.md", "disclosure.yml"):
        assert f"มีอยู่แล้ว ไม่ได้แก้ไข: data/tua-yang/{NEXT}/{name}" in done.output
    assert "เขียน" not in done.output


@pytest.mark.parametrize("name", ["disclosure.yml", "Disclosure.yml"])
def test_answers_that_are_there_stay(make_data: Make, run: Run, name: str) -> None:
    own = "items: [{item: O2, unit: กองคลัง}]\n"
    data = make_data({**LAST, f"tua-yang/{NEXT}/{name}": own})
    done = run(NEXT)

    assert (data / f"tua-yang/{NEXT}/{name}").read_text(encoding="utf-8") == own
    assert sorted(path.name for path in (data / f"tua-yang/{NEXT}").iterdir()) == sorted([name, "README.md"])
    assert f"มีอยู่แล้ว ไม่ได้แก้ไข: data/tua-yang/{NEXT}/disclosure.yml" in done.output


def test_a_year_with_rules_gets_its_folder_alone(make_data: Make, run: Run) -> None:
    data = make_data({})
    before = _files(data)
    done = run(NEWEST)

    assert done.exit_code == 0
    assert _added(data, before) == [f"tua-yang/{NEWEST}/README.md"]
    assert f"ไม่มีสิ่งที่ยกมาจาก disclosure.yml ของปี {NEWEST.before()}" in done.output


def test_own_rules_are_not_written_over(make_data: Make, run: Run) -> None:
    data = make_data(LAST)
    run(NEXT)
    rules = data / f"frameworks/{NEXT}.yml"
    changed = rules.read_bytes().replace("ข้อมูลผู้บริหาร".encode(), "ข้อมูลของผู้บริหาร".encode())
    rules.write_bytes(changed)
    run(NEXT)

    assert rules.read_bytes() == changed


def test_a_year_far_ahead(make_data: Make, run: Run) -> None:
    far = NEWEST.number + 3
    data = make_data(LAST)
    before = _files(data)
    done = run(far)

    assert done.exit_code == 0
    assert _added(data, before) == [f"frameworks/{far}.yml", f"tua-yang/{far}/README.md"]
    assert f"ยกมาจากเกณฑ์ปี {NEWEST}" in done.output


def test_the_year_before_gets_its_rules_too_where_it_has_a_folder(make_data: Make, run: Run) -> None:
    data = make_data({f"tua-yang/{NEXT}/disclosure.yml": DISCLOSURE})
    done = run(NEXT.after())

    assert done.exit_code == 0
    assert sorted(path.name for path in (data / "frameworks").iterdir()) == [f"{NEXT}.yml", f"{NEXT.after()}.yml"]
    assert "O1, O10" in done.output
    assert (data / f"tua-yang/{NEXT.after()}/disclosure.yml").is_file()


@pytest.mark.parametrize("slug", ["tua-yang", "jai-dee"])
def test_one_agency_of_several(make_data: Make, run: Run, slug: str) -> None:
    data = make_data({"jai-dee/agency.yml": AGENCY, "jai-dee/2568/scores.yml": SCORES})
    done = run(NEWEST, "--agency", slug)

    assert done.exit_code == 0
    assert [path.parent.parent.name for path in data.glob(f"*/{NEWEST}/README.md")] == [slug]


def test_all_agencies(make_data: Make, run: Run) -> None:
    data = make_data({"jai-dee/agency.yml": AGENCY, "jai-dee/2568/scores.yml": SCORES})
    run(NEWEST)

    assert len([*data.glob(f"*/{NEWEST}/README.md")]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2561"], "ระบบมีเกณฑ์ตั้งแต่ปี 2562"),
        (["2570", "--agency", "nobody"], "ไม่มีหน่วยงานชื่อ nobody"),
        (["2027"], "ปี พ.ศ."),
    ],
)
def test_wrong_usage(make_data: Make, run: Run, arguments: list[str], said: str) -> None:
    data = make_data(LAST)
    before = _files(data)
    done = run(*arguments)

    assert done.exit_code == 2
    assert said in done.output
    assert _added(data, before) == []


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"site.yml": "format: 2\n"}, "format-invalid"),
        ({f"frameworks/{NEWEST}.yml": "fiscal_year: x\n"}, "year-invalid"),
    ],
)
def test_files_that_everything_rests_on_come_first(make_data: Make, run: Run, files: Any, code: str) -> None:
    data = make_data({**LAST, **files})
    before = _files(data)
    done = run(NEXT)

    assert done.exit_code == 1
    assert code in done.output
    assert _added(data, before) == []


def test_answers_of_last_year_that_cannot_be_read_are_told(make_data: Make, run: Run) -> None:
    data = make_data({**LAST, f"tua-yang/{NEWEST}/disclosure.yml": "items: [{item: O1, unit: ก, wrong: 1}]\n"})
    done = run(NEXT)

    assert done.exit_code == 1
    assert f"data/tua-yang/{NEWEST}/disclosure.yml:1:29: " in done.output
    assert f"อ่าน data/tua-yang/{NEWEST}/disclosure.yml ไม่ได้" in done.output
    assert [path.name for path in (data / f"tua-yang/{NEXT}").iterdir()] == ["README.md"]


def test_an_agency_that_cannot_be_read_is_left_out_and_told(make_data: Make, run: Run) -> None:
    data = make_data({"jai-dee/agency.yml": "name: ก\n", "jai-dee/2568/scores.yml": SCORES})
    done = run(NEWEST)

    assert done.exit_code == 1
    assert f"jai-dee: อ่านข้อมูลไม่ได้ จึงยังไม่ได้เพิ่มปี {NEWEST}" in done.output
    assert [path.parent.parent.name for path in data.glob(f"*/{NEWEST}/README.md")] == ["tua-yang"]


def test_a_fault_elsewhere_in_an_agency_stops_nothing(make_data: Make, run: Run) -> None:
    data = make_data({**LAST, "tua-yang/2568/scores.yml": "overall: 910\n"})
    done = run(NEXT)

    assert done.exit_code == 0
    assert (data / f"tua-yang/{NEXT}/disclosure.yml").is_file()


def test_no_data_folder(run: Run) -> None:
    done = run(NEXT)

    assert done.exit_code == 1
    assert "no-data-folder" in done.output


def test_english(make_data: Make, run: Run) -> None:
    make_data(LAST)
    done = run(NEXT, "--lang", "en")

    assert "2 items carried over" in done.output
    assert "there already" in run(NEXT, "--lang", "en").output


def test_the_site_of_the_new_year_builds(make_data: Make, run: Run, tmp_path: Path) -> None:
    """The result of one year, the measures and the answers of the next, whose rules are a draft."""
    data = make_data({**LAST, f"tua-yang/{NEXT}/measures.yml": MEASURES})
    run(NEXT)
    assert load(data).problems == ()
    outcome = build(examine(data), Workspace.of(ROOT, tmp_path / "out"))
    site = tmp_path / "out" / "site" / "tua-yang"

    assert outcome.built == ("tua-yang",)
    methodology = (site / "methodology" / "index.html").read_text(encoding="utf-8").replace("\xa0", " ")
    assert f"framework-{NEXT}" in methodology
    assert f"ยังไม่ได้ยืนยันกับคู่มือปี {NEXT}" in methodology
    item = (site / "oit" / str(NEXT) / "o1" / "index.html").read_text(encoding="utf-8")
    assert "สำนักปลัด" in item
    todo = CliRunner().invoke(cli.app, ["todo", str(NEXT)])
    assert todo.exit_code == 0
    answers = CliRunner().invoke(cli.app, ["answers", str(NEXT)])
    assert (answers.exit_code, "ฉบับร่าง" in answers.output) == (1, True)
