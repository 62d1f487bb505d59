"""prongsai links: the report, the record of the day, exit codes."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator import cli
from generator.commands import links
from generator.commands.options import Options
from generator.linkcheck.fetching import Failed, Fetched
from generator.pipeline.examine import examine
from tests.conftest import AGENCY

Make = Callable[[Mapping[str, str | bytes]], Path]
FULL = AGENCY + "main_website: https://tua-yang.go.th/gone\ncomplaints: {form: 'https://forms.example.com/<b>@x'}\n"
TODAY = date(2026, 11, 29)


def _ask(address: str) -> Fetched | Failed:
    if "gone" in address:
        return Fetched(address, 404, "text/html", b"x")
    return Fetched(address, 403, "text/html", b"x")


def _run(folder: Path, out: Path, **more: object) -> tuple[int, str]:
    said: list[str] = []
    given: dict[str, object] = {"online": True, "writes": False, "form": "text", **more}
    code = links.run(Options(folder, out), said.append, today=TODAY, ask=_ask, **given)  # type: ignore[arg-type]
    return code, "\n".join(said)


def test_what_to_do_by_weight(make_data: Make, tmp_path: Path) -> None:
    code, said = _run(make_data({"tua-yang/agency.yml": FULL}), tmp_path / "out")

    assert code == 1
    assert said.startswith("ผลการตรวจลิงก์ วันที่ 29 พฤศจิกายน 2569\n  ตรวจแล้ว 2 ที่อยู่ · เปิดไม่ได้ 1 ที่อยู่\n")
    assert "ยังไม่มีเว็บไซต์ที่สร้างไว้" in said
    assert "เปิดไม่ได้หรือไม่ถึงสิ่งที่อ้าง (1)\n  tua-yang เว็บไซต์หลักของหน่วยงาน\n      https://tua-yang.go.th/gone\n" in said
    assert "      data/tua-yang/agency.yml:1:1: ไม่มีหน้านี้แล้ว (รหัส 404)\n      วิธีแก้: " in said
    assert said.index("เปิดไม่ได้หรือ") < said.index("ให้คนเปิดดู (1)")


def test_markdown_is_safe(make_data: Make, tmp_path: Path) -> None:
    _, said = _run(make_data({"tua-yang/agency.yml": FULL}), tmp_path / "out", form="markdown")

    assert said.startswith("## ผลการตรวจลิงก์")
    assert "<b>" not in said
    assert "@x" not in said
    assert "https://" not in said


def test_json(make_data: Make, tmp_path: Path) -> None:
    _, said = _run(make_data({"tua-yang/agency.yml": FULL}), tmp_path / "out", form="json")
    found = json.loads(said)

    assert {name: found[name] for name in ("date", "checked", "left", "broken")} == {
        "date": "2026-11-29",
        "checked": 2,
        "left": 0,
        "broken": 1,
    }
    assert [(one["kind"], one["weight"], one["address"]) for one in found["faults"]] == [
        ("gone", "broken", "https://tua-yang.go.th/gone"),
        ("refused", "look", "https://forms.example.com/<b>@x"),
    ]
    assert found["faults"][0]["source"] == {"file": "data/tua-yang/agency.yml", "line": 1, "column": 1}


def test_the_day_is_recorded_and_can_be_read(make_data: Make, tmp_path: Path) -> None:
    folder = make_data({"tua-yang/agency.yml": FULL})
    _run(folder, tmp_path / "out", writes=True)
    found = examine(folder)

    assert (folder / "links.yml").read_text(encoding="utf-8").endswith("\ndate: 2569-11-29\nchecked: 2\nbroken: 1\n")
    assert not found.problems
    assert found.dataset
    assert found.dataset.links
    assert (found.dataset.links.date, found.dataset.links.checked, found.dataset.links.broken) == (TODAY, 2, 1)


def test_nothing_to_mend(make_data: Make, tmp_path: Path) -> None:
    code, said = _run(make_data({}), tmp_path / "out")

    assert code == 0
    assert "ไม่พบสิ่งที่ต้องแก้" in said


@pytest.fixture
def run(make_data: Make, tmp_path: Path) -> Callable[..., Result]:
    def command(files: Mapping[str, str], *more: str, name: str = "links") -> Result:
        folders = ["--data", str(make_data(files)), "--out", str(tmp_path / "out")]
        return CliRunner().invoke(cli.app, [name, *folders, *more])

    return command


def test_without_online_nobody_is_asked(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> None:
        pytest.fail("somebody was asked")

    monkeypatch.setattr(links, "outside", asked)
    done = run({"tua-yang/agency.yml": FULL})

    assert done.exit_code == 0
    assert "--online" in done.stdout


def test_a_day_is_not_recorded_without_asking(run: Callable[..., Result], tmp_path: Path) -> None:
    done = run({}, "--write")

    assert done.exit_code == 2
    assert not (tmp_path / "data" / "links.yml").exists()


def test_data_that_cannot_be_read(run: Callable[..., Result]) -> None:
    assert run({"site.yml": "x"}).exit_code == 1


def test_a_built_site_is_looked_at_and_shows_the_day(run: Callable[..., Result], tmp_path: Path) -> None:
    without = run({}, name="build")
    page = tmp_path / "out" / "site" / "tua-yang" / "index.html"
    assert without.exit_code == 0
    assert "ตรวจลิงก์ล่าสุด" not in page.read_text(encoding="utf-8")

    record = {"links.yml": "date: 2569-11-29\nchecked: 3\nbroken: 0\n"}
    assert run(record, name="build").exit_code == 0
    shown = page.read_text(encoding="utf-8").replace("&#45;", "-").replace("\xa0", " ")
    assert '· ตรวจลิงก์ล่าสุดเมื่อ <time datetime="2026-11-29">29 พฤศจิกายน 2569</time>' in shown
    done = run(record)
    assert done.exit_code == 0, done.stdout
    assert "ตรวจแล้ว 0 ที่อยู่" not in done.stdout
    assert "ยังไม่มีเว็บไซต์ที่สร้างไว้" not in done.stdout


@pytest.mark.parametrize(
    ("text", "place"),
    [("date: x\nchecked: 1\nbroken: 0\n", "data/links.yml:1:7"), ("date: 2569-11-29\n", "data/links.yml:1:1")],
)
def test_a_record_that_cannot_be_read_is_a_problem(text: str, place: str, run: Callable[..., Result]) -> None:
    done = run({"links.yml": text}, name="check")

    assert done.exit_code == 1
    assert f"{place}: " in done.stdout
