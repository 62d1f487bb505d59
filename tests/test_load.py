"""Every kind of name in the data folder: what is a Problem, where, whom it holds, and whether anything can be built."""

import os
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pytest

from generator import frameworks
from generator.load import Loaded, load
from generator.problems import Problem, Source
from generator.thai import FiscalYear

Texts = Mapping[str, str | bytes]
Make = Callable[[Texts], Path]

AGENCY = "name: อบต.ใจดี\ntype: องค์การบริหารส่วนตำบล\nprovince: จังหวัดทดสอบ\n"
SCORES = "overall: 90.90\ngrade: ผ่านดี\n"
# beside the agency `tua-yang` of conftest, so that every row shows whether the others go on
OTHER = {"jai-dee/agency.yml": AGENCY, "jai-dee/2567/scores.yml": SCORES}
NOBODY: frozenset[str] = frozenset()
TUA_YANG = frozenset({"tua-yang"})


@pytest.fixture(autouse=True)
def _nothing_waits() -> Iterator[None]:
    """A named pipe that is opened waits for ever: then the test fails instead."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _plant(data: Path, name: str, kind: str) -> None:
    """Puts something called `name` into the data folder, in place of what is there."""
    path, outside = data / name, data.parent / "outside"
    outside.mkdir(exist_ok=True)
    # neither is a record of any kind: whoever follows the link reports something else than the link
    (outside / "file.yml").write_text("broken: [")
    (outside / "folder").mkdir(exist_ok=True)
    (outside / "folder" / "broken.yml").write_text("broken: [")
    if path.is_file():
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    match kind:
        case "file":
            path.write_text("x")
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as one:
                here = Path.cwd()
                os.chdir(path.parent)  # the address of a socket is short
                one.bind(path.name)
                os.chdir(here)
        case "link to file":
            path.symlink_to(outside / "file.yml")
        case "link to folder":
            path.symlink_to(outside / "folder")
        case "link inside":
            path.symlink_to(data / "site.yml")
        case "link to nothing":
            path.symlink_to(outside / "nothing")
        case _:
            raise AssertionError(kind)


def _seen(problems: tuple[Problem, ...]) -> list[tuple[str, str, str, str | None]]:
    return [(one.code, str(one.source), one.found, one.agency) for one in problems]


def _slugs(loaded: Loaded) -> list[str]:
    return [agency.slug for agency in loaded.dataset.agencies]


def test_a_good_folder_has_no_problem(make_data: Make) -> None:
    loaded = load(make_data(OTHER))

    assert loaded.problems == ()
    assert loaded.held == NOBODY
    assert not loaded.blocked
    assert loaded.dataset.site.title == "เครือข่ายทดสอบ"
    assert [(a.slug, a.name, [y.fiscal_year.number for y in a.years]) for a in loaded.dataset.agencies] == [
        ("jai-dee", "อบต.ใจดี", [2567]),
        ("tua-yang", "เทศบาลตำบลตัวอย่าง", [2568]),
    ]
    assert [year.number for year in loaded.dataset.frameworks] == [2567, 2568]


def test_years_stand_oldest_first(make_data: Make) -> None:
    scores = {f"tua-yang/{year}/scores.yml": SCORES for year in (2566, 2569, 2562)}

    loaded = load(make_data(scores))

    assert not loaded.blocked
    assert [y.fiscal_year.number for y in loaded.dataset.agencies[0].years] == [2562, 2566, 2568, 2569]


def test_the_folder_is_called_data_in_messages_wherever_it_lies(make_data: Make, tmp_path: Path) -> None:
    folder = make_data({"tua-yang/agency.yml": AGENCY + "unknown: x\n"}).rename(tmp_path / "ข้อมูลของเรา")

    assert [str(one.source) for one in load(folder).problems] == ["data/tua-yang/agency.yml:4:1"]


# --- what stands directly below data/: a fault there holds everything


@pytest.mark.parametrize(
    ("name", "kind", "code", "found"),
    [
        ("notes.txt", "file", "stray-name", "notes.txt"),
        ("site.yaml", "file", "stray-name", "site.yaml"),
        ("readme.md", "file", "stray-name", "readme.md"),
        (".gitkeep", "file", "stray-name", ".gitkeep"),
        ("tua-yang.yml", "file", "stray-name", "tua-yang.yml"),
        ("frameworks", "file", "stray-name", "frameworks"),
        (".git", "folder", "slug-invalid", ".git"),
        ("README.md", "folder", "slug-invalid", "README.md"),
        ("pipe", "fifo", "file-kind", "special"),
        ("socket", "socket", "file-kind", "special"),
        ("linked.yml", "link to file", "file-kind", "symlink"),
        ("linked", "link to folder", "file-kind", "symlink"),
        ("inside.yml", "link inside", "file-kind", "symlink"),
        ("nowhere", "link to nothing", "file-kind", "symlink"),
        ("README.md", "link to file", "file-kind", "symlink"),
        ("site.yml", "link to file", "file-kind", "symlink"),
        ("site.yml", "fifo", "file-kind", "special"),
        ("site.yml", "folder", "slug-invalid", "site.yml"),
    ],
)
def test_a_fault_below_data_holds_everything(make_data: Make, name: str, kind: str, code: str, found: str) -> None:
    folder = make_data(OTHER)
    _plant(folder, name, kind)

    loaded = load(folder)

    assert _seen(loaded.problems) == [(code, f"data/{name}:1:1", found, None)]
    assert loaded.held == NOBODY
    assert loaded.blocked


@pytest.mark.parametrize(
    ("name", "kind"), [("README.md", "file"), ("frameworks", "folder"), ("frameworks/README.md", "file")]
)
def test_names_that_may_stand_below_data(make_data: Make, name: str, kind: str) -> None:
    folder = make_data(OTHER)
    _plant(folder, name, kind)

    loaded = load(folder)

    assert loaded.problems == ()
    assert _slugs(loaded) == ["jai-dee", "tua-yang"]


@pytest.mark.parametrize(
    ("name", "guess"), [("site.yaml", "site.yml"), ("framework", "frameworks/"), ("qqqqqqqq.bin", "")]
)
def test_a_stray_file_below_data_is_told_what_it_may_be(make_data: Make, name: str, guess: str) -> None:
    folder = make_data({name: "x"})

    known = "site.yml, frameworks/, <หน่วยงาน>/"
    assert [one.details for one in load(folder).problems] == [{"known": known, "guess": guess}]


@pytest.mark.parametrize(
    "name",
    """about assets changes compare complaints contact data documents eit files findings handbook indicators measures
    methodology oit privacy scores search site years 404""".split(),
)
def test_an_address_of_the_site_is_no_slug(make_data: Make, name: str) -> None:
    folder = make_data({f"{name}/agency.yml": AGENCY, f"{name}/2567/scores.yml": SCORES})

    loaded = load(folder)

    assert _seen(loaded.problems) == [("slug-reserved", f"data/{name}:1:1", name, None)]
    assert loaded.blocked


@pytest.mark.parametrize("name", ["ab", "a" * 40, "a0", "a-", "a--b", "aboute", "sites", "mueang-khong-2"])
def test_a_slug(make_data: Make, name: str) -> None:
    loaded = load(make_data({f"{name}/agency.yml": AGENCY, f"{name}/2567/scores.yml": SCORES}))

    assert loaded.problems == ()
    assert _slugs(loaded) == sorted([name, "tua-yang"])


@pytest.mark.parametrize(
    "name", ["a", "a" * 41, "Ab", "aB", "0ab", "-ab", "ab.c", "ab_c", "ab c", "ab\n", "เทศบาล", "ab\u0e50", "é-ab"]
)
def test_no_slug(make_data: Make, name: str) -> None:
    folder = make_data({f"{name}/agency.yml": AGENCY, f"{name}/2567/scores.yml": SCORES})

    loaded = load(folder)

    assert _seen(loaded.problems) == [("slug-invalid", f"data/{name}:1:1", name, None)]
    assert loaded.held == NOBODY
    assert loaded.blocked


# --- what stands in an agency's folder: a fault there holds that agency


@pytest.mark.parametrize(
    ("name", "kind", "code", "found"),
    [
        ("notes.txt", "file", "stray-name", "notes.txt"),
        ("agency.yaml", "file", "stray-name", "agency.yaml"),
        ("scores.yml", "file", "stray-name", "scores.yml"),
        ("2567.yml", "file", "stray-name", "2567.yml"),
        ("pictures", "folder", "folder-year", "pictures"),
        ("pipe", "fifo", "file-kind", "special"),
        ("linked.yml", "link to file", "file-kind", "symlink"),
        ("2567", "link to folder", "file-kind", "symlink"),
        ("2567", "link to nothing", "file-kind", "symlink"),
        ("agency.yml", "link to file", "file-kind", "symlink"),
        ("agency.yml", "link to nothing", "file-kind", "symlink"),
        ("agency.yml", "fifo", "file-kind", "special"),
        ("acknowledged.yml", "link to file", "file-kind", "symlink"),
        ("acknowledged.yml", "link to nothing", "file-kind", "symlink"),
        ("acknowledged.yml", "fifo", "file-kind", "special"),
        ("2568/notes.txt", "file", "stray-name", "notes.txt"),
        ("2568/scores.yaml", "file", "stray-name", "scores.yaml"),
        ("2568/folder", "folder", "file-kind", "directory"),
        ("2568/files", "file", "stray-name", "files"),
        ("2568/files", "link to folder", "file-kind", "symlink"),
        ("2568/files/sub", "folder", "file-kind", "directory"),
        ("2568/files/plan.pdf", "link to file", "file-kind", "symlink"),
        ("2568/files/pipe.pdf", "fifo", "file-kind", "special"),
        ("2568/pipe", "fifo", "file-kind", "special"),
        ("2568/linked", "link to folder", "file-kind", "symlink"),
        ("2568/scores.yml", "link to file", "file-kind", "symlink"),
        ("2568/scores.yml", "link inside", "file-kind", "symlink"),
        ("2568/scores.yml", "link to nothing", "file-kind", "symlink"),
        ("2568/scores.yml", "fifo", "file-kind", "special"),
        ("2568/scores.yml", "folder", "file-kind", "directory"),
        ("2568/analysis.yml", "link to file", "file-kind", "symlink"),
        ("2568/measures.yml", "link to nothing", "file-kind", "symlink"),
        ("2568/documents.yml", "fifo", "file-kind", "special"),
        ("2568/documents.yml", "folder", "file-kind", "directory"),
        ("2568/analysis.yaml", "file", "stray-name", "analysis.yaml"),
        ("2568/Measures.yml", "file", "stray-name", "Measures.yml"),
        ("2568/disclosure.yaml", "file", "stray-name", "disclosure.yaml"),
        ("2568/disclosure.yml", "folder", "file-kind", "directory"),
        ("urls.lock", "link to file", "file-kind", "symlink"),
        ("disclosure.yml", "file", "stray-name", "disclosure.yml"),
        ("analysis.yml", "file", "stray-name", "analysis.yml"),
        ("measures.yml", "file", "stray-name", "measures.yml"),
        ("documents.yml", "file", "stray-name", "documents.yml"),
    ],
)
def test_a_fault_in_an_agency_holds_only_it(make_data: Make, name: str, kind: str, code: str, found: str) -> None:
    folder = make_data(OTHER)
    _plant(folder, f"tua-yang/{name}", kind)

    loaded = load(folder)

    assert _seen(loaded.problems) == [(code, f"data/tua-yang/{name}:1:1", found, "tua-yang")]
    assert loaded.held == TUA_YANG
    assert "jai-dee" in _slugs(loaded)


@pytest.mark.parametrize("name", ["README.md", "2568/README.md"])
def test_a_readme_may_stand_anywhere(make_data: Make, name: str) -> None:
    folder = make_data(OTHER)
    _plant(folder, f"tua-yang/{name}", "file")

    loaded = load(folder)

    assert loaded.problems == ()
    assert _slugs(loaded) == ["jai-dee", "tua-yang"]


@pytest.mark.parametrize("where", ["", "tua-yang/", "tua-yang/2568/", "tua-yang/2568/files/"])
@pytest.mark.parametrize(
    ("name", "ignored"),
    [
        ("~$แบบกรอก.xlsx", True),
        ("~$report.DOCX", True),
        ("~$report.txt", False),
        (".~lock.scores.csv#", True),
        (".scores.yml.swp", True),
        ("scores.yml.swp", False),
        (".urls.lock.draft", True),
        (".scores.yml", False),
    ],
)
def test_what_a_program_keeps_beside_an_open_file_is_ignored(
    make_data: Make, where: str, name: str, *, ignored: bool
) -> None:
    folder = make_data(OTHER)
    (folder / where).mkdir(exist_ok=True)
    _plant(folder, f"{where}{name}", "file")

    assert bool(load(folder).problems) is not ignored


KNOWN_OF_A_YEAR = "scores.yml, analysis.yml, measures.yml, documents.yml, disclosure.yml, files/"


@pytest.mark.parametrize(
    ("name", "known", "guess"),
    [
        ("agency.yaml", "agency.yml, acknowledged.yml, urls.lock, files/, <ปี พ.ศ.>/", "agency.yml"),
        ("acknowledge.yml", "agency.yml, acknowledged.yml, urls.lock, files/, <ปี พ.ศ.>/", "acknowledged.yml"),
        ("qqqqqqqq.bin", "agency.yml, acknowledged.yml, urls.lock, files/, <ปี พ.ศ.>/", ""),
        ("2568/score.yml", KNOWN_OF_A_YEAR, "scores.yml"),
        ("2568/measure.yml", KNOWN_OF_A_YEAR, "measures.yml"),
        ("2568/document.yml", KNOWN_OF_A_YEAR, "documents.yml"),
        ("2568/qqqqqqqq.bin", KNOWN_OF_A_YEAR, ""),
    ],
)
def test_a_stray_file_of_an_agency_is_told_what_it_may_be(make_data: Make, name: str, known: str, guess: str) -> None:
    folder = make_data({f"tua-yang/{name}": "x"})

    assert [one.details for one in load(folder).problems] == [{"known": known, "guess": guess}]


@pytest.mark.parametrize(
    ("name", "code", "reading"),
    [
        ("2025", "folder-year", "2568"),
        ("1857", "folder-year", "2400"),
        ("2156", "folder-year", "2699"),
        ("1856", "folder-year", ""),
        ("2157", "folder-year", ""),
        ("2399", "folder-year", ""),
        ("2700", "folder-year", ""),
        ("abc", "folder-year", ""),
        ("๒๕๖๗", "folder-year", "2567"),
        ("25680", "folder-year", ""),
        ("256", "folder-year", ""),
        (" 2567", "folder-year", "2567"),
        ("2567 ", "folder-year", "2567"),
        ("ปี 2567", "folder-year", ""),
    ],
)
def test_a_folder_that_is_no_year(make_data: Make, name: str, code: str, reading: str) -> None:
    loaded = load(make_data({**OTHER, f"tua-yang/{name}/scores.yml": SCORES}))

    assert _seen(loaded.problems) == [(code, f"data/tua-yang/{name}:1:1", name, "tua-yang")]
    assert loaded.problems[0].details["guess"] == reading
    assert loaded.held == TUA_YANG
    assert _slugs(loaded) == ["jai-dee", "tua-yang"]


# --- files that are not there


def test_a_data_folder_that_is_not_there(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nothing")

    assert loaded.problems == (Problem("no-data-folder", Source("data"), details={"name": str(tmp_path / "nothing")}),)
    assert loaded.held == NOBODY
    assert loaded.blocked


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")

    loaded = load(tmp_path / "data")

    assert [one.code for one in loaded.problems] == ["no-data-folder"]
    assert loaded.blocked


@pytest.mark.parametrize(
    ("gone", "source", "agency", "others"),
    [
        ("site.yml", "data:1:1", None, []),
        ("tua-yang/agency.yml", "data/tua-yang:1:1", "tua-yang", ["jai-dee"]),
    ],
)
def test_a_missing_file(make_data: Make, gone: str, source: str, agency: str | None, others: list[str]) -> None:
    folder = make_data(OTHER)
    (folder / gone).unlink()

    loaded = load(folder)

    assert _seen(loaded.problems) == [("missing-file", source, "", agency)]
    assert loaded.problems[0].details == {"name": Path(gone).name}
    assert loaded.held == ({agency} if agency else NOBODY)
    assert loaded.blocked == (agency is None)
    assert agency is None or _slugs(loaded) == others


NO_SCORES = [("no-scores", "data/tua-yang:1:1", "tua-yang", "tua-yang")]


def test_an_agency_without_years_is_told_so_and_held_by_nothing(make_data: Make) -> None:
    loaded = load(make_data({**OTHER, "tua-yang/2568/scores.yml": ""}))

    assert loaded.problems == ()
    assert _seen(loaded.notices) == NO_SCORES
    assert loaded.held == NOBODY
    assert _slugs(loaded) == ["jai-dee", "tua-yang"]
    assert loaded.dataset.agencies[1].years == ()


@pytest.mark.parametrize(("year", "code"), [("2025", "folder-year"), ("abc", "folder-year")])
def test_an_agency_whose_only_year_has_a_wrong_name_has_one_problem(make_data: Make, year: str, code: str) -> None:
    loaded = load(make_data({"tua-yang/2568/scores.yml": "", f"tua-yang/{year}/scores.yml": SCORES}))

    assert _seen(loaded.problems) == [(code, f"data/tua-yang/{year}:1:1", year, "tua-yang")]
    assert loaded.notices == ()


def test_a_folder_of_nobody_is_told_that_it_lacks_the_agency(make_data: Make) -> None:
    folder = make_data(OTHER)
    (folder / "tua-yang" / "2568" / "scores.yml").unlink()
    (folder / "tua-yang" / "2568").rmdir()
    (folder / "tua-yang" / "agency.yml").unlink()

    loaded = load(folder)

    assert [(one.code, one.details) for one in loaded.problems] == [("missing-file", {"name": "agency.yml"})]
    assert loaded.notices == ()
    assert _slugs(loaded) == ["jai-dee"]


def test_the_others_are_read_beside_a_broken_site(make_data: Make) -> None:
    loaded = load(make_data({**OTHER, "site.yml": "broken: ["}))

    assert loaded.blocked
    assert _slugs(loaded) == ["jai-dee", "tua-yang"]


def test_acknowledgements_may_be_missing(make_data: Make) -> None:
    loaded = load(make_data({}))

    assert not loaded.blocked
    assert loaded.dataset.agencies[0].acknowledgements == ()


# --- the files of a year

YEAR_FILES = {
    "scores.yml": SCORES,
    "analysis.yml": "sections: [{title: ก}]\n",
    "measures.yml": "measures: [{no: 1, steps: ก}]\n",
    "documents.yml": "documents: [{kind: report, title: ก}]\n",
    "disclosure.yml": "items: [{item: O1, exempt: ก}]\n",
}
SUBSETS = [subset for size in range(6) for subset in combinations(YEAR_FILES, size)]


@pytest.mark.parametrize("names", SUBSETS, ids=lambda names: "+".join(names) or "nothing")
def test_a_year_has_any_of_its_files(make_data: Make, names: tuple[str, ...]) -> None:
    """Beside a year that has scores."""
    files = {f"tua-yang/2569/{name}": YEAR_FILES[name] for name in names}

    loaded = load(make_data({**files, "tua-yang/2569/README.md": "x"}))

    assert loaded.problems == loaded.notices == ()
    (agency,) = loaded.dataset.agencies
    assert [entry.fiscal_year.number for entry in agency.years] == ([2568, 2569] if names else [2568])
    if names:
        entry = agency.years[-1]
        there = (entry.has_scores, entry.analysis, entry.measures, entry.documents, entry.disclosures)
        assert [name for name, one in zip(YEAR_FILES, there, strict=True) if one] == [*names]
        assert entry.unread == frozenset()


@pytest.mark.parametrize("year", ["2568", "2590"])
def test_a_folder_with_a_note_alone_is_no_year(make_data: Make, year: str) -> None:
    """Nor does it want the rules of its year."""
    notes = {f"tua-yang/{year}/README.md": "x", f"tua-yang/{year}/files/README.md": "x"}

    loaded = load(make_data({**OTHER, "tua-yang/2568/scores.yml": "", **notes}))

    assert loaded.problems == ()
    assert _seen(loaded.notices) == NO_SCORES
    assert loaded.dataset.agencies[1].years == ()


def test_attached_files_of_a_year_without_data_are_told_of(make_data: Make) -> None:
    loaded = load(make_data({"tua-yang/2569/files/plan.csv": "a,b\n1,2\n"}))

    assert loaded.problems == ()
    assert _seen(loaded.notices) == [("file-unused", "data/tua-yang/2569/files/plan.csv:1:1", "plan.csv", "tua-yang")]
    assert [entry.fiscal_year.number for entry in loaded.dataset.agencies[0].years] == [2568]


@pytest.mark.parametrize("names", [names for names in SUBSETS if names])
def test_an_agency_without_scores_is_told_so(make_data: Make, names: tuple[str, ...]) -> None:
    files = {"tua-yang/2568/scores.yml": ""} | {f"tua-yang/2568/{name}": YEAR_FILES[name] for name in names}

    loaded = load(make_data({**OTHER, **files}))

    without = "scores.yml" not in names
    assert loaded.problems == ()
    assert _seen(loaded.notices) == (NO_SCORES if without else [])
    assert loaded.held == NOBODY
    assert not loaded.blocked


def test_scores_that_cannot_be_read_are_scores(make_data: Make) -> None:
    loaded = load(make_data({**OTHER, "tua-yang/2568/scores.yml": "unknown: 1\n"}))

    assert _seen(loaded.problems) == [("unknown-key", "data/tua-yang/2568/scores.yml:1:1", "unknown", "tua-yang")]
    assert loaded.held == TUA_YANG


@pytest.mark.parametrize("broken", YEAR_FILES)
def test_the_other_files_of_a_year_are_read_beside_a_broken_one(make_data: Make, broken: str) -> None:
    files = {f"tua-yang/2568/{name}": text for name, text in YEAR_FILES.items()}

    loaded = load(make_data({**files, f"tua-yang/2568/{broken}": "unknown: 1\n"}))

    (entry,) = loaded.dataset.agencies[0].years
    there = (entry.has_scores, entry.analysis, entry.measures, entry.documents, entry.disclosures)
    assert {name for name, one in zip(YEAR_FILES, there, strict=True) if one} == {*YEAR_FILES} - {broken}
    assert entry.unread == {broken}


@pytest.mark.parametrize(
    ("assessed", "years"),
    [("", [2568, 2569]), ("assessed: 2569\n", [2568, 2569]), ("assessed: 2566\n", [2566, 2568, 2569])],
)
def test_measures_need_the_framework_of_the_year_assessed(make_data: Make, assessed: str, years: list[int]) -> None:
    loaded = load(make_data({"tua-yang/2569/measures.yml": assessed + YEAR_FILES["measures.yml"]}))

    assert loaded.problems == ()
    assert [year.number for year in loaded.dataset.frameworks] == years


def test_measures_of_a_year_before_all_frameworks(make_data: Make) -> None:
    """2562 has one, 2561 has none: the fault lies in the measures, not in a folder that nobody made."""
    files = {"tua-yang/2562/measures.yml": "# ก\n" + YEAR_FILES["measures.yml"]}

    loaded = load(make_data({**OTHER, **files}))

    place = "data/tua-yang/2562/measures.yml:2:1"
    assert _seen(loaded.problems) == [("framework-missing", place, "2561", "tua-yang")]
    assert loaded.held == TUA_YANG
    assert [entry.fiscal_year.number for entry in loaded.dataset.agencies[1].years] == [2568]


@pytest.mark.parametrize("year", [2561, 2570])
def test_a_year_without_framework_is_told_once(make_data: Make, year: int) -> None:
    """Its folder is to blame, also where measures follow from it."""
    files = {
        f"tua-yang/{year}/scores.yml": SCORES,
        f"tua-yang/{year}/measures.yml": f"assessed: {year}\n{YEAR_FILES['measures.yml']}",
        "tua-yang/2569/measures.yml": f"assessed: {year}\n{YEAR_FILES['measures.yml']}",
    }

    loaded = load(make_data(files))

    assert _seen(loaded.problems) == [("framework-missing", f"data/tua-yang/{year}:1:1", str(year), "tua-yang")]
    assert [entry.fiscal_year.number for entry in loaded.dataset.agencies[0].years] == [2568]


def test_of_measures_that_follow_from_one_year_the_first_is_told(make_data: Make) -> None:
    text = f"assessed: 2570\n{YEAR_FILES['measures.yml']}"

    loaded = load(make_data({"tua-yang/2568/measures.yml": text, "tua-yang/2569/measures.yml": text}))

    assert _seen(loaded.problems) == [("framework-missing", "data/tua-yang/2568/measures.yml:1:1", "2570", "tua-yang")]


@pytest.mark.parametrize(("assessed", "held"), [("", NOBODY), ("assessed: 2566\n", TUA_YANG)])
def test_a_broken_framework_holds_those_whose_measures_follow_from_its_year(
    make_data: Make, assessed: str, held: frozenset[str]
) -> None:
    files = {"tua-yang/2569/measures.yml": assessed + YEAR_FILES["measures.yml"], "frameworks/2566.yml": "title: ก\n"}

    loaded = load(make_data({**OTHER, **files}))

    assert {one.source.file for one in loaded.problems} == {"data/frameworks/2566.yml"}
    assert loaded.held == held
    assert not loaded.blocked


# --- files that cannot be read


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("site.yml", None),
        ("tua-yang/agency.yml", "tua-yang"),
        ("tua-yang/acknowledged.yml", "tua-yang"),
        ("tua-yang/2568/scores.yml", "tua-yang"),
        ("tua-yang/2568/analysis.yml", "tua-yang"),
        ("tua-yang/2568/measures.yml", "tua-yang"),
        ("tua-yang/2568/documents.yml", "tua-yang"),
        ("tua-yang/2569/measures.yml", "tua-yang"),
    ],
)
def test_a_broken_file(make_data: Make, name: str, agency: str | None) -> None:
    loaded = load(make_data({**OTHER, name: "unknown: 1\n"}))

    assert {(one.code, one.source.file, one.agency) for one in loaded.problems} >= {
        ("unknown-key", f"data/{name}", agency)
    }
    assert {one.source.file for one in loaded.problems} == {f"data/{name}"}
    assert loaded.held == ({agency} if agency else NOBODY)
    assert loaded.blocked == (agency is None)


def test_all_files_are_read_before_anything_is_said(make_data: Make) -> None:
    broken = "unknown: [\n"
    folder = make_data(
        {
            "site.yml": broken,
            "tua-yang/agency.yml": broken,
            "tua-yang/acknowledged.yml": broken,
            "tua-yang/2567/scores.yml": broken,
            "tua-yang/2568/scores.yml": broken,
            "jai-dee/agency.yml": broken,
            "jai-dee/abc/scores.yml": broken,
            "frameworks/2567.yml": broken,
            "stray.txt": broken,
        }
    )

    loaded = load(folder)

    assert [one.source.file for one in loaded.problems] == [
        "data/frameworks/2567.yml",
        "data/jai-dee/abc",
        "data/jai-dee/agency.yml",
        "data/site.yml",
        "data/stray.txt",
        "data/tua-yang/2567/scores.yml",
        "data/tua-yang/2568/scores.yml",
        "data/tua-yang/acknowledged.yml",
        "data/tua-yang/agency.yml",
    ]
    assert loaded.held == {"tua-yang", "jai-dee"}


# --- layout


@pytest.mark.parametrize(
    ("layout", "agencies", "problems"),
    [
        ("agency", 0, [("layout-agencies", "data/site.yml:1:1", "0", None)]),
        ("agency", 1, []),
        ("agency", 2, [("layout-agencies", "data/site.yml:1:1", "2", None)]),
        ("network", 0, []),
        ("network", 1, []),
        ("network", 2, []),
    ],
)
def test_how_many_agencies_a_layout_has(
    make_data: Make, layout: str, agencies: int, problems: list[tuple[str, str, str, str | None]]
) -> None:
    site = f"format: 1\nlayout: {layout}\ntitle: ทดสอบ\n"
    none: Texts = {"tua-yang/agency.yml": "", "tua-yang/2568/scores.yml": ""}
    folder = make_data({"site.yml": site, **(none if agencies == 0 else {}), **(OTHER if agencies == 2 else {})})

    loaded = load(folder)

    assert _seen(loaded.problems) == problems
    assert loaded.held == NOBODY
    assert loaded.blocked == bool(problems)


def test_a_held_agency_counts_for_the_layout(make_data: Make) -> None:
    site = "format: 1\nlayout: agency\ntitle: ทดสอบ\n"

    loaded = load(make_data({**OTHER, "site.yml": site, "jai-dee/agency.yml": "broken: ["}))

    assert [one.code for one in loaded.problems] == ["yaml-syntax", "layout-agencies"]
    assert loaded.blocked


# --- frameworks


def _framework(year: int, **changes: str) -> str:
    """The packaged framework of 2568 as the file of another year, with other values of top-level keys."""
    lines = frameworks.packaged_bytes(FiscalYear(2568)).decode().splitlines()
    changes = {"fiscal_year": str(year), **changes}
    changed = [f"{line.split(':')[0]}: {changes[line.split(':')[0]]}" if line.split(":")[0] in changes else line
               for line in lines]  # fmt: skip
    return "\n".join(changed) + "\n"


def test_a_packaged_framework_is_used(make_data: Make) -> None:
    loaded = load(make_data({}))

    assert not loaded.blocked
    assert loaded.dataset.frameworks == {FiscalYear(2568): frameworks.packaged(FiscalYear(2568))}


def test_the_sites_own_framework_comes_first(make_data: Make) -> None:
    loaded = load(make_data({**OTHER, "frameworks/2568.yml": _framework(2568, title="เกณฑ์ของเรา")}))

    assert loaded.problems == ()
    assert not loaded.blocked
    assert loaded.dataset.frameworks[FiscalYear(2568)].title == "เกณฑ์ของเรา"
    assert loaded.dataset.frameworks[FiscalYear(2568)].source.file == "data/frameworks/2568.yml"
    assert loaded.dataset.frameworks[FiscalYear(2567)] == frameworks.packaged(FiscalYear(2567))


def test_a_framework_of_a_new_year_makes_it_usable(make_data: Make) -> None:
    files = {"tua-yang/2570/scores.yml": SCORES}

    assert load(make_data(files)).held == TUA_YANG

    loaded = load(make_data({**files, "frameworks/2570.yml": _framework(2570)}))

    assert loaded.problems == ()
    assert not loaded.blocked
    assert [year.fiscal_year.number for year in loaded.dataset.agencies[0].years] == [2568, 2570]
    assert sorted(year.number for year in loaded.dataset.frameworks) == [2568, 2570]


def test_a_broken_framework_holds_the_agencies_that_use_it(make_data: Make) -> None:
    files = {**OTHER, "frameworks/2568.yml": "title: a\ntitle: b\n", "jai-dee/2566/scores.yml": SCORES}

    loaded = load(make_data(files))

    assert _seen(loaded.problems) == [("duplicate-key", "data/frameworks/2568.yml:2:1", "title", None)]
    assert loaded.held == TUA_YANG
    assert not loaded.blocked
    assert [(a.slug, len(a.years)) for a in loaded.dataset.agencies] == [("jai-dee", 2), ("tua-yang", 0)]
    assert sorted(year.number for year in loaded.dataset.frameworks) == [2566, 2567]


def test_one_year_with_a_broken_framework_is_enough_to_be_held(make_data: Make) -> None:
    loaded = load(make_data({"frameworks/2567.yml": "[", "tua-yang/2567/scores.yml": SCORES}))

    assert loaded.held == TUA_YANG
    assert not loaded.blocked


def test_a_broken_framework_that_nobody_uses_is_said_and_holds_nobody(make_data: Make) -> None:
    loaded = load(make_data({"frameworks/2571.yml": "fiscal_year: 2571\n"}))

    assert {one.code for one in loaded.problems} == {"missing-key"}
    assert loaded.held == NOBODY
    assert _slugs(loaded) == ["tua-yang"]


@pytest.mark.parametrize("year", ["2561", "2570", "2400", "2699"])
def test_a_year_without_any_framework(make_data: Make, year: str) -> None:
    loaded = load(make_data({**OTHER, f"tua-yang/{year}/scores.yml": SCORES}))

    assert _seen(loaded.problems) == [("framework-missing", f"data/tua-yang/{year}:1:1", year, "tua-yang")]
    assert loaded.problems[0].details == {"known": "2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569"}
    assert loaded.held == TUA_YANG
    assert _slugs(loaded) == ["jai-dee", "tua-yang"]


def test_the_years_that_could_be_meant_are_those_of_the_site_too(make_data: Make) -> None:
    folder = make_data({"tua-yang/2561/scores.yml": SCORES, "frameworks/2570.yml": _framework(2570)})

    assert [one.details["known"] for one in load(folder).problems] == [
        "2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569, 2570"
    ]


@pytest.mark.parametrize("name", ["notes.txt", "2568.yaml", "2025.yml", "๒๕๖๘.yml", "25680.yml", "2568", "agency.yml"])
def test_a_stray_name_among_the_frameworks_holds_everything(make_data: Make, name: str) -> None:
    loaded = load(make_data({f"frameworks/{name}": "nobody reads: ["}))

    assert _seen(loaded.problems) == [("stray-name", f"data/frameworks/{name}:1:1", name, None)]
    assert loaded.problems[0].details["known"] == "<ปี พ.ศ.>.yml"
    assert loaded.held == NOBODY
    assert loaded.blocked


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("link to file", "symlink"),
        ("link inside", "symlink"),
        ("link to nothing", "symlink"),
        ("fifo", "special"),
        ("folder", "directory"),
    ],
)
def test_a_framework_that_is_no_regular_file_is_not_opened(make_data: Make, kind: str, found: str) -> None:
    folder = make_data(OTHER)
    _plant(folder, "frameworks/2568.yml", kind)

    loaded = load(folder)

    assert _seen(loaded.problems) == [("file-kind", "data/frameworks/2568.yml:1:1", found, None)]
    assert loaded.held == TUA_YANG
    assert not loaded.blocked


def test_a_link_to_a_folder_of_frameworks_is_not_followed(make_data: Make, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "2568.yml").write_text("broken: [")
    folder = make_data({})
    (folder / "frameworks").symlink_to(outside)

    loaded = load(folder)

    assert _seen(loaded.problems) == [("file-kind", "data/frameworks:1:1", "symlink", None)]
    assert loaded.blocked


# --- one agency alone


def test_of_the_agencies_only_one_is_read(make_data: Make) -> None:
    files = {**OTHER, "frameworks/2567.yml": "broken: ["}

    alone = load(make_data(files), "tua-yang")

    assert _slugs(alone) == ["tua-yang"]
    assert {one.source.file for one in alone.problems} == {"data/frameworks/2567.yml"}
    assert alone.held == NOBODY
    assert load(make_data(files)).held == {"jai-dee"}


def test_an_agency_that_is_not_there_is_not_read(make_data: Make) -> None:
    loaded = load(make_data(OTHER), "nobody")

    assert _slugs(loaded) == []
    assert loaded.problems == ()


def test_a_layout_counts_the_agencies_that_are_not_read(make_data: Make) -> None:
    loaded = load(make_data({**OTHER, "site.yml": "format: 1\nlayout: agency\ntitle: ทดสอบ\n"}), "tua-yang")

    assert _seen(loaded.problems) == [("layout-agencies", "data/site.yml:1:1", "2", None)]


# --- disclosures, attached files, locked addresses, personal numbers


def test_attached_files_belong_to_their_year(make_data: Make) -> None:
    files = {"tua-yang/2568/files/สถิติ.csv": "ปี,จำนวน\n2568,3\n", "tua-yang/2568/files/README.md": "x"}

    loaded = load(make_data(files))

    assert loaded.problems == ()
    (entry,) = loaded.dataset.agencies[0].years
    (attached,) = entry.files
    assert (attached.name, attached.kind.value) == ("สถิติ.csv", "csv")
    assert attached.tables[0].rows == (("ปี", "จำนวน"), ("2568", "3"))


def test_a_broken_attached_file_holds_the_agency_and_is_not_said_to_be_missing(make_data: Make) -> None:
    files: dict[str, str | bytes] = {
        **OTHER,
        "tua-yang/2568/files/plan.pdf": b"no pdf",
        "tua-yang/2568/disclosure.yml": "items: [{item: O1, evidence: [{file: plan.pdf, title: ก}]}]\n",
    }

    loaded = load(make_data(files))

    assert [(one.code, one.source.file) for one in loaded.problems] == [
        ("attachment-content", "data/tua-yang/2568/files/plan.pdf")
    ]
    assert loaded.held == TUA_YANG
    (entry,) = next(one for one in loaded.dataset.agencies if one.slug == "tua-yang").years
    assert "files/plan.pdf" in entry.unread


def test_the_lock_is_a_list_of_addresses(make_data: Make) -> None:
    loaded = load(make_data({"tua-yang/urls.lock": "# note\n\noit/2568/o1/\nfiles/2568/plan.pdf\n"}))

    assert loaded.problems == ()
    assert [one.value for one in loaded.dataset.agencies[0].locked] == ["oit/2568/o1/", "files/2568/plan.pdf"]


@pytest.mark.parametrize("line", ["/oit/", "https://x.example/", "a b/", "../x/", "oit//o1/", "แผน/", "oit/../x/"])
def test_a_line_of_the_lock_that_is_no_address(make_data: Make, line: str) -> None:
    loaded = load(make_data({**OTHER, "tua-yang/urls.lock": f"oit/\n{line}\n"}))

    assert _seen(loaded.problems) == [("lock-line", "data/tua-yang/urls.lock:2:1", line, "tua-yang")]
    assert loaded.held == TUA_YANG


ID = "1101700230708"  # made up; its check digit is right
MOBILE = "081-234-5678"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"agency.yml": AGENCY + f"notice: โทร {MOBILE}\n"}, [("personal-mobile", "agency.yml:4:9")]),
        ({"agency.yml": AGENCY + f"contact: {{phone: {MOBILE}}}\n"}, []),
        ({"agency.yml": AGENCY + f"complaints: {{phone: {MOBILE}}}\n"}, []),
        ({"agency.yml": AGENCY + f"units: [{{name: กองคลัง, phone: {MOBILE}}}]\n"}, []),
        ({"agency.yml": AGENCY + f"contact: {{phone: '{ID}'}}\n"}, [("personal-id", "agency.yml:4:18")]),
        (
            {"2568/analysis.yml": f"sections:\n  - title: ก\n    text: |\n      หนึ่ง\n      เลข {ID} ของ\n"},
            [("personal-id", "2568/analysis.yml:5:7")],
        ),
        (
            {"2568/measures.yml": f"measures: [{{no: 1, steps: โทร {MOBILE}}}]\n"},
            [("personal-mobile", "2568/measures.yml:1:27")],
        ),
    ],
)  # fmt: skip
def test_a_personal_number_in_a_file_holds_the_agency_and_is_not_repeated(
    make_data: Make, files: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    loaded = load(make_data({f"tua-yang/{name}": text for name, text in files.items()}))

    found = [one for one in loaded.problems if one.code.startswith("personal")]
    assert [(one.code, str(one.source).removeprefix("data/tua-yang/")) for one in found] == expected
    assert loaded.held == (TUA_YANG if expected else NOBODY)
    for one in found:
        assert not {ID, MOBILE} & {one.found, *one.details.values()}
        assert "1101700230708" not in repr(one)


def test_the_rules_of_earlier_years_come_with_answers_to_items(make_data: Make) -> None:
    without = load(make_data({}))
    with_answers = load(make_data({"tua-yang/2568/disclosure.yml": "items: [{item: O1, exempt: ก}]\n"}))

    assert without.dataset.earlier == {}
    assert [year.number for year in with_answers.dataset.earlier] == [2562, 2563, 2564, 2565, 2566, 2567]
