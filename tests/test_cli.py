"""The command `prongsai` as a person or a workflow runs it: exit codes, what it prints and where, what it imports."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from jsonschema import Draft202012Validator

from generator.pipeline.examine import examine

ROOT = Path(__file__).parent.parent
PRONGSAI = Path(sys.executable).parent / "prongsai"
SCHEMA = json.loads((ROOT / "schemas" / "findings.json").read_text(encoding="utf-8"))
THAI = re.compile("[\u0e00-\u0e7f]")

Make = Callable[[Mapping[str, str | bytes]], Path]
Done = subprocess.CompletedProcess[str]

GRADE = "tua-yang/2568/scores.yml"
_SCORES = "indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}\n"
BROKEN = {GRADE: "overall: 90.90\ngrade: ผ่านดี\nindicators: {1: ๙0, 2: 910}\nunknown: 1\n"}
HIGH = {GRADE: f"overall: 90.90\ngrade: ต้องปรับปรุง\n{_SCORES}"}
INFO = {GRADE: "overall: 90.90\ngrade: ผ่านดี\n"}  # no score of any indicator
ACKNOWLEDGED = {
    GRADE: f"overall: 90.90\ngrade: ผ่านดี\n{_SCORES}year_inferred: เอกสารไม่ได้ระบุปี\n",
    "tua-yang/acknowledged.yml": """\
acknowledged:
  - {code: missing-year, fiscal_year: 2568, values: [2568], state: confirmed, reason: ตามเอกสาร, by: ผู้ถอดความ,
     date: 20 พฤศจิกายน 2569}
""",
}
SITE_BROKEN = {"site.yml": "format: 2\n"}


def _environment(**more: str) -> dict[str, str]:
    """Only what a program needs, so that no setting of this machine helps."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ} | more


def _prongsai(*arguments: str, folder: Path, **environment: str) -> Done:
    return subprocess.run(
        [str(PRONGSAI), *arguments],
        cwd=folder,
        env=_environment(**environment),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def _files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


# --- exit codes


@pytest.mark.parametrize(
    ("files", "command", "code"),
    [
        pytest.param({}, "check", 0, id="good-check"),
        pytest.param({}, "generate", 0, id="good-generate"),
        pytest.param({}, "build", 0, id="good-build"),
        pytest.param(BROKEN, "check", 1, id="broken-check"),
        pytest.param(BROKEN, "generate", 1, id="broken-generate"),
        pytest.param(SITE_BROKEN, "check", 1, id="broken-site-check"),
        pytest.param(SITE_BROKEN, "generate", 1, id="broken-site-generate"),
        pytest.param(SITE_BROKEN, "build", 1, id="broken-site-build"),
        pytest.param(HIGH, "check", 1, id="open-high-finding-check"),
        pytest.param(ACKNOWLEDGED, "check", 0, id="acknowledged-finding-check"),
        pytest.param(INFO, "check", 0, id="finding-that-does-not-hold-check"),
    ],
)
def test_the_exit_code_says_whether_the_data_are_good(
    files: Mapping[str, str], command: str, code: int, make_data: Make
) -> None:
    folder = make_data(files).parent

    done = _prongsai(command, folder=folder)

    assert done.returncode == code, done.stdout + done.stderr
    assert done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("files", [BROKEN, HIGH], ids=["problem", "high-finding"])
def test_somebody_held_back_ends_a_build_with_1(files: Mapping[str, str], make_data: Make) -> None:
    folder = make_data({f"khao-din/{name.partition('/')[2]}": text for name, text in files.items()}).parent
    make_data({"khao-din/agency.yml": "name: เทศบาลตำบลเขาดิน\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"})

    done = _prongsai("build", folder=folder)

    assert done.returncode == 1, done.stdout + done.stderr
    assert "khao-din: ยังไม่เผยแพร่ เพราะ" in done.stdout
    assert (folder / "build" / "site" / "tua-yang" / "index.html").is_file()
    assert not (folder / "build" / "site" / "khao-din").exists()


def test_a_copy_that_needs_no_server_is_written_on_demand(make_data: Make) -> None:
    """Of what is published, also where somebody is held back; the same bytes again where nothing changed."""
    folder = make_data({}).parent
    assert _prongsai("build", folder=folder).returncode == 0
    assert not (folder / "build" / "site.zip").exists()

    done = _prongsai("build", "--zip", folder=folder)
    first = (folder / "build" / "site.zip").read_bytes()
    make_data(BROKEN)
    held = _prongsai("build", "--zip", "--lang", "en", folder=folder)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "สำเนาที่เปิดได้โดยไม่ต้องมีเซิร์ฟเวอร์ ที่ build/site.zip" in done.stdout
    names = set(zipfile.ZipFile(folder / "build" / "site.zip").namelist())
    assert {"index.html", "tua-yang/search/index.js", "tua-yang/scores/2568/index.html"} <= names
    assert held.returncode == 1
    assert "a copy that opens without a server is in build/site.zip" in held.stdout
    assert (folder / "build" / "site.zip").read_bytes() == first


def test_nothing_published_leaves_no_copy(make_data: Make) -> None:
    folder = make_data(SITE_BROKEN).parent

    assert _prongsai("build", "--zip", folder=folder).returncode == 1
    assert not (folder / "build" / "site.zip").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["publish"],
        ["check", "--nothing"],
        ["check", "more"],
        ["check", "--data"],
        ["check", "--agency", "tua-yang"],
        ["check", "--format", "xml"],
        ["build", "--format", "json"],
        ["build", "--lang", "fr"],
        ["build", "--as-of", "2026-01-31"],  # a year of the common era
        ["build", "--as-of", "31 ก.พ. 2569"],
        ["build", "--as-of", "เมื่อวาน"],
        ["build", "--published", "absent.json"],
        ["check", "--published", "data/site.yml"],
        ["lock", "--filed", "2025"],
        ["lock", "--filed", "2567"],
        ["lock", "--agency", "nobody"],
        ["build", "--agency", "nobody"],
        ["generate", "--agency", "nobody"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: Sequence[str], make_data: Make) -> None:
    folder = make_data({}).parent

    done = _prongsai(*arguments, folder=folder)

    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "build").exists()


def test_help_is_thai(tmp_path: Path) -> None:
    done = _prongsai("--help", folder=tmp_path)

    assert done.returncode == 0
    assert "ตรวจแฟ้มข้อมูลทั้งหมด" in done.stdout


@pytest.mark.parametrize("command", ["build", "generate"])
def test_a_folder_that_cannot_be_written_ends_with_3(command: str, make_data: Make) -> None:
    folder = make_data({}).parent
    (folder / "file").write_text("x", encoding="utf-8")

    done = _prongsai(command, "--out", "file/below", folder=folder)

    assert done.returncode == 3
    assert done.stderr.startswith("ระบบขัดข้อง: ")
    assert "Traceback" not in done.stderr
    assert (folder / "file").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize("command", ["generate", "build"])
def test_another_build_at_work_ends_with_3(command: str, make_data: Make) -> None:
    folder = make_data({}).parent
    (folder / "build").mkdir()

    with FileLock(folder / "build" / ".lock", timeout=0):
        done = _prongsai(command, folder=folder)

    assert done.returncode == 3
    assert "มีการสร้างเว็บไซต์อื่นทำงานอยู่ใน build" in done.stdout
    assert not (folder / "build" / "site").exists()
    assert not (folder / "build" / "docs").exists()


def test_every_command_finishes_an_interrupted_swap(make_data: Make) -> None:
    build = make_data({}).parent / "build"
    (build / "staging" / "site").mkdir(parents=True)
    (build / "site.aside").mkdir()
    (build / "swap.json").write_text(
        '{"staged": "staging/site", "site": "site", "aside": "site.aside"}', encoding="utf-8"
    )

    _prongsai("generate", folder=build.parent)

    assert (build / "site").is_dir()
    assert not (build / "swap.json").exists()


_CRASH = """
import sys
import generator.pipeline.examine as module

def crash(*_, **__):
    raise RuntimeError("ข้างในเสีย")

module.examine = crash
from generator.cli import main
sys.argv = ["prongsai", *sys.argv[1:]]
main()
"""


def test_a_fault_of_ours_that_cannot_be_written_down_ends_with_4_too(make_data: Make) -> None:
    folder = make_data({}).parent
    (folder / "prongsai-error.txt").mkdir()

    done = subprocess.run(
        [sys.executable, "-c", _CRASH, "check"],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert done.returncode == 4
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["generate"], ["build"]])
def test_a_fault_of_ours_ends_with_4(arguments: Sequence[str], make_data: Make) -> None:
    folder = make_data({}).parent

    done = subprocess.run(
        [sys.executable, "-c", _CRASH, *arguments],
        cwd=folder,
        env=_environment(LC_ALL="C"),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    report = folder / "prongsai-error.txt"
    assert done.returncode == 4
    assert done.stdout == ""
    assert done.stderr.startswith("โปรแกรมขัดข้อง")
    assert done.stderr.endswith(f": {report}\n")
    assert done.stderr.count("\n") == 1
    assert "Traceback" in report.read_text(encoding="utf-8")
    assert "RuntimeError: ข้างในเสีย" in report.read_text(encoding="utf-8")


# --- what is printed


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, ["ตรวจแล้ว 1 หน่วยงาน 1 ปี ไม่พบจุดที่ต้องแก้ไขในแฟ้ม"], id="good"),
        pytest.param(
            BROKEN,
            [
                "data/tua-yang/2568/scores.yml:3:17: ",
                "data/tua-yang/2568/scores.yml:3:24: ",
                "data/tua-yang/2568/scores.yml:4:1: ",
                "    ควรเป็น: ",
                "    วิธีแก้: ",
                "พบจุดที่ต้องแก้ไขในแฟ้ม 3 จุด",
            ],
            id="broken",
        ),
        pytest.param(
            HIGH,
            [
                "data/tua-yang/2568/scores.yml:2:8: ",
                "[grade-mismatch, อาจทำให้เข้าใจคะแนน ระดับ ปี หรือหน่วยงานคลาดเคลื่อน, ยังไม่มีผู้รับทราบ]",
                "    พิมพ์ไว้: ต้องปรับปรุง",
                "    ค่าที่ใช้เทียบ: ผ่านดี",
                "จุดที่ข้อมูลไม่ตรงกัน 1 จุด รับทราบแล้ว 0 จุด หยุดการเผยแพร่ 1 จุด",
            ],
            id="finding",
        ),
    ],
)
def test_messages_are_thai_and_name_the_place(
    files: Mapping[str, str], expected: Sequence[str], make_data: Make
) -> None:
    done = _prongsai("check", folder=make_data(files).parent)

    for line in expected:
        assert line in done.stdout


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, ["checked 1 agencies, 1 years: no problem in any file"], id="good"),
        pytest.param(BROKEN, ["    expected: ", "    how to mend: ", "3 problems in files"], id="broken"),
        pytest.param(HIGH, ["[grade-mismatch, high, not acknowledged]", "1 stop publication"], id="finding"),
    ],
)
def test_messages_are_english_where_asked(files: Mapping[str, str], expected: Sequence[str], make_data: Make) -> None:
    folder = make_data(files).parent

    done = _prongsai("check", "--lang", "en", folder=folder)
    thai = _prongsai("check", "--lang", "th", folder=folder)

    for line in expected:
        assert line in done.stdout
        assert line not in thai.stdout
    assert thai.stdout == _prongsai("check", folder=folder).stdout
    assert not THAI.search(re.sub("ผ่านดี|ต้องปรับปรุง|ผลการประเมิน|[๐-๙]", "", done.stdout)), done.stdout


@pytest.mark.parametrize("command", ["check", "generate", "build"])
@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}], ids=["C"])
def test_messages_are_utf_8_in_every_locale(command: str, environment: Mapping[str, str], make_data: Make) -> None:
    folder = make_data(INFO).parent

    done = _prongsai(command, folder=folder, **environment)

    assert done.returncode == 0, done.stderr
    assert THAI.search(done.stdout)
    assert "\\u0e" not in done.stdout


def test_the_addresses_of_the_published_site_bind(make_data: Make) -> None:
    folder = make_data({}).parent
    (folder / "urls.json").write_text('["", "tua-yang/", "tua-yang/scores/2567/"]', encoding="utf-8")

    for command in ("check", "generate", "build"):
        done = _prongsai(command, "--published", "urls.json", folder=folder)

        assert done.returncode == 1, done.stdout + done.stderr
        assert "urls.json:1:1: ที่อยู่ “scores/2567/” ที่เผยแพร่หรือยื่นไว้แล้วจะหายไป" in done.stdout
    assert not (folder / "build" / "site" / "tua-yang").exists()


def test_lock_writes_the_lock_and_nothing_else(make_data: Make) -> None:
    data = make_data({})
    before = _files(data)

    done = _prongsai("lock", "--agency", "tua-yang", folder=data.parent)

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"tua-yang: บันทึกที่อยู่เพิ่ม (\d+) รายการ รวม \1 รายการ ใน data/tua-yang/urls[.]lock", done.stdout)
    after = _files(data)
    assert "scores/2568/\n" in after.pop("tua-yang/urls.lock")[0].decode()
    assert after == before
    assert not (data.parent / "build").exists()


def test_check_changes_no_data_and_writes_its_page_alone(make_data: Make) -> None:
    folder = make_data(BROKEN).parent
    before = _files(folder)

    _prongsai("check", "--format", "json", folder=folder)
    assert _files(folder) == before

    done = _prongsai("check", "--as-of", "2569-11-29", folder=folder)
    after = _files(folder)
    page, _ = after.pop("build/check.html")
    english = _prongsai("check", "--as-of", "2569-11-29", "--lang", "en", folder=folder)

    assert after == before
    assert done.stdout.endswith("รายงานสำหรับอ่านและพิมพ์: build/check.html\n")
    assert english.stdout.endswith("a report to read and print: build/check.html\n")
    assert page == (folder / "build" / "check.html").read_bytes()
    assert "29 พฤศจิกายน 2569" in page.decode()


@pytest.mark.parametrize("command", ["check", "generate", "build"])
def test_the_data_folder_is_never_written(command: str, make_data: Make) -> None:
    data = make_data({})
    before = _files(data)

    assert _prongsai(command, folder=data.parent).returncode == 0

    assert _files(data) == before


def test_data_and_output_may_lie_elsewhere(make_data: Make) -> None:
    folder = make_data({}).parent
    (folder / "data").rename(folder / "ข้อมูล")
    (folder / "here").mkdir()

    done = _prongsai("generate", "--data", "../ข้อมูล", "--out", "../ผล", folder=folder / "here")

    assert done.returncode == 0, done.stdout
    assert (folder / "ผล" / "docs" / "tua-yang" / "mkdocs.yml").is_file()
    assert list((folder / "here").iterdir()) == []


@pytest.mark.parametrize("date", ["2569-01-31", "31 มกราคม 2569", "๓๑ ม.ค. ๒๕๖๙"])
def test_a_date_may_be_given_as_thai_people_write_it(date: str, make_data: Make) -> None:
    folder = make_data({}).parent

    assert _prongsai("generate", "--as-of", date, folder=folder).returncode == 0

    config = (folder / "build" / "docs" / "tua-yang" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "31 มกราคม 2569" in config


def test_what_is_generated_can_be_built_by_hand(make_data: Make) -> None:
    folder = make_data({}).parent
    assert _prongsai("generate", folder=folder).returncode == 0

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "build/docs/tua-yang/mkdocs.yml"],
        cwd=folder,
        env=_environment(NO_MKDOCS_2_WARNING="1", LC_ALL="C.UTF-8"),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr
    assert (folder / "build" / "docs" / "tua-yang" / "site" / "scores" / "2568" / "index.html").is_file()


# --- JSON


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def _json(folder: Path, *more: str) -> list[dict[str, Any]]:
    """What `check --format json` prints, valid against its schema."""
    done = _prongsai("check", "--format", "json", *more, folder=folder, LC_ALL="C")
    assert done.stderr == ""
    entries: list[dict[str, Any]] = json.loads(done.stdout)
    Draft202012Validator(SCHEMA).validate(entries)
    return entries


@pytest.mark.parametrize(
    ("files", "listed"),
    [
        pytest.param({}, [], id="good"),
        pytest.param(
            BROKEN,
            [
                ("problem", "number-mixed-digits", "tua-yang", 3, 17),
                ("problem", "score-range", "tua-yang", 3, 24),
                ("problem", "unknown-key", "tua-yang", 4, 1),
            ],
            id="broken",
        ),
        pytest.param(SITE_BROKEN, [("problem", None, None, 1, None)], id="broken-site"),
        pytest.param(HIGH, [("finding", "grade-mismatch", "tua-yang", 2, 8)], id="finding"),
        pytest.param(INFO, [("finding", "missing-score", "tua-yang", 1, 1)], id="not-high"),
        pytest.param(ACKNOWLEDGED, [("finding", "missing-year", "tua-yang", 1, 1)], id="acknowledged"),
    ],
)
def test_json_lists_everything_by_the_schema(
    files: Mapping[str, str], listed: Sequence[tuple[object, ...]], make_data: Make
) -> None:
    entries = _json(make_data(files).parent)

    if files is SITE_BROKEN:
        assert entries
        assert all(entry["kind"] == "problem" and entry["agency"] is None for entry in entries)
        return
    found = [
        (entry["kind"], entry["code"], entry["agency"], entry["source"]["line"], entry["source"]["column"])
        for entry in entries
    ]
    assert found == listed
    assert all(entry["acknowledged"] is (files is ACKNOWLEDGED) for entry in entries)


def test_json_says_what_a_finding_is_about(make_data: Make) -> None:
    [entry] = _json(make_data(HIGH).parent)

    assert entry["severity"] == "high"
    assert entry["fiscal_year"] == 2568
    assert entry["indicator"] is None
    assert entry["item"] is None
    assert entry["source"]["file"] == "data/tua-yang/2568/scores.yml"
    first, *_, last = entry["values"]
    assert first == {"role": "printed", "value": "ต้องปรับปรุง", "place": "ผลการประเมิน", "source": entry["source"]}
    assert last == {"role": "computed", "value": "ผ่านดี", "place": None, "source": None}


def test_json_of_the_repositorys_own_data(tmp_path: Path) -> None:
    entries = _json(tmp_path, "--data", str(ROOT / "data"))

    examined = examine(ROOT / "data")
    assert [entry["code"] for entry in entries] == [
        *(problem.code for problem in examined.problems),
        *(finding.code for finding in examined.findings),
    ]
    assert sum(entry["acknowledged"] for entry in entries) > 5


def test_json_messages_in_english(make_data: Make) -> None:
    folder = make_data(BROKEN).parent

    thai, english = _json(folder), _json(folder, "--lang", "en")

    assert all(THAI.search(entry["message"]) for entry in thai)
    assert not any(THAI.search(re.sub("[๐-๙]", "", entry["message"])) for entry in english)
    assert [entry | {"message": ""} for entry in thai] == [entry | {"message": ""} for entry in english]


_PROBLEM: dict[str, Any] = {
    "kind": "problem",
    "code": "unknown-key",
    "severity": "high",
    "agency": "tua-yang",
    "fiscal_year": None,
    "indicator": None,
    "item": None,
    "source": {"file": "data/x.yml", "line": 1, "column": 1},
    "message": "x",
    "values": [],
    "acknowledged": False,
}
_FINDING: dict[str, Any] = _PROBLEM | {
    "kind": "finding",
    "code": "value-conflict",
    "fiscal_year": 2568,
    "indicator": 9,
    "item": "O27",
    "values": [{"role": "printed", "value": "88.53", "place": "ตาราง", "source": None}],
}


def _changed() -> Iterator[tuple[str, dict[str, Any]]]:
    """Entries that the schema must refuse."""
    for name in _PROBLEM:
        yield f"without {name}", {key: value for key, value in _PROBLEM.items() if key != name}
    for name, value in {
        "other": 1,
        "kind": "warning",
        "code": "Unknown Key",
        "severity": "fatal",
        "agency": "Tua Yang",
        "fiscal_year": 2025,
        "indicator": 0,
        "item": "27",
        "source": {"file": "data/x.yml", "line": 0, "column": 1},
        "message": "",
        "values": [{"role": "guessed", "value": "1", "place": None, "source": None}],
        "acknowledged": "yes",
    }.items():
        yield f"finding with {name} {value}", _FINDING | {name: value}
    yield "problem acknowledged", _PROBLEM | {"acknowledged": True}
    yield "problem of medium severity", _PROBLEM | {"severity": "medium"}
    yield "finding without year", _FINDING | {"fiscal_year": None}
    yield "finding without agency", _FINDING | {"agency": None}
    yield "source with more", _FINDING | {"source": {"file": "x", "line": 1, "column": 1, "end": 2}}
    yield "value with more", _FINDING | {"values": [{**_FINDING["values"][0], "unit": "%"}]}


@pytest.mark.parametrize("entry", [_PROBLEM, _FINDING, _PROBLEM | {"agency": None}, _PROBLEM | {"severity": "low"}])
def test_the_schema_accepts(entry: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate([entry])


@pytest.mark.parametrize("entry", [pytest.param(entry, id=name) for name, entry in _changed()])
def test_the_schema_refuses(entry: dict[str, Any]) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid([entry])


# --- which libraries are loaded

_IMPORTS = """
import sys
from generator.cli import main
sys.argv = ["prongsai", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    code = end.code
print(code, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("command", ["check", "generate"])
def test_heavy_libraries_are_not_imported(command: str, make_data: Make) -> None:
    """Two years, so that there are charts to draw."""
    data = make_data({"tua-yang/2567/scores.yml": f"overall: 90.90\ngrade: ผ่านดี\n{_SCORES}"})
    for _ in range(2):  # the second time with every chart drawn already
        done = subprocess.run(
            [sys.executable, "-c", _IMPORTS, command],
            cwd=data.parent,
            env=_environment(),
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        code, *imported = done.stderr.splitlines()[-1].split()

    assert code == "0", done.stdout
    assert {"generator", "pydantic", "yaml"} <= set(imported)
    assert set(imported) & {"mkdocs", "material", "vl_convert", "pandas", "lxml", "numpy"} == set()
    if command == "generate":
        assert any((data.parent / "build" / "cache").rglob("*"))
