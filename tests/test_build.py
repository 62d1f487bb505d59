"""Building a network of three agencies again and again: what is rebuilt, who is held back, what stays as it is.

Most tests let a stand-in write the pages instead of MkDocs, which makes a build a matter of milliseconds: it writes one
page for each Markdown file, with the hash of the file in it. The last part builds with the real one.
"""

import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from lxml import html as parser

from generator import findings, frameworks
from generator.commands.build import run
from generator.commands.options import Options
from generator.findings import CHECKS, Finding, Severity
from generator.findings.records import Contradiction
from generator.pipeline.build import AuditFailed, Means, Outcome, build, held_back
from generator.pipeline.examine import Result, examine
from generator.pipeline.plan import PORTAL
from generator.pipeline.workspace import PROGRAM, Workspace
from generator.problems import NOWHERE
from generator.publish import Busy, publish
from generator.reuse import Published, digest_of
from generator.site import BuildFailed
from generator.thai import FiscalYear

ROOT = Path(__file__).parent.parent
SUAN, DIN, SAI = AGENCIES = ("ban-suan", "khao-din", "nam-sai")
NAMES = {SUAN: "ตำบลบ้านสวน", DIN: "ตำบลเขาดิน", SAI: "ตำบลน้ำใส"}
YEARS = {SUAN: "2568", DIN: "2568", SAI: "2567"}

SITE = "format: 1\nlayout: network\ntitle: เครือข่ายทดสอบ\nofficial: true\n"
# IIT 92, EIT 91, OIT 90: overall 90.90
SCORES = """\
overall: 90.90
grade: ผ่านดี
indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}
"""
# OIT 92: overall 91.70
BETTER = SCORES.replace("90.90", "91.70").replace("9: 88", "9: 92")
INFERRED = SCORES + "year_inferred: เอกสารไม่ได้ระบุปี\n"
WRONG_GRADE = SCORES.replace("ผ่านดี", "ต้องปรับปรุง")
ACKNOWLEDGED = """\
acknowledged:
  - code: missing-year
    fiscal_year: 2568
    values: [2568]
    state: waiting
    reason: ตามเอกสาร
    by: ผู้ถอดความ
    date: 20 พฤศจิกายน 2569
"""


def _profile(slug: str) -> str:
    return f"name: เทศบาล{NAMES[slug]}\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n"


@dataclass
class Network:
    """A project folder with its data and its output. `started` is what MkDocs was started for by the last build."""

    folder: Path
    started: list[str] = field(default_factory=list)

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def write(self, name: str, content: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")

    def append(self, name: str, content: str) -> None:
        self.write(name, (self.folder / name).read_text(encoding="utf-8") + content)

    def remove(self, name: str) -> None:
        path = self.folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def build(self, only: str | None = None, as_of: date | None = None) -> Outcome:
        self.started.clear()
        return build(examine(self.folder / "data", as_of), Workspace.of(self.folder, self.out), only)

    def command(self, agency: str | None = None) -> tuple[int, str]:
        """Exit code and messages of `prongsai build` in this folder."""
        self.started.clear()
        said: list[str] = []
        here = Path.cwd()
        os.chdir(self.folder)
        try:
            code = run(Options(data=Path("data"), out=Path("out"), agency=agency, language="en"), said.append)
        finally:
            os.chdir(here)
        return code, "\n".join(said)

    def published(self, below: str = "") -> dict[str, bytes]:
        """Every published file at or below a folder of the site, by its path from there."""
        folder = self.out / "site" / below
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def agencies(self) -> set[str]:
        """The agencies whose pages are published."""
        return {path.parent.name for path in (self.out / "site").glob("*/manifest.json")}

    def portal(self) -> str:
        """The Markdown of the portal's home, as text."""
        return html.unescape((self.out / "docs" / PORTAL / "pages" / "index.md").read_text(encoding="utf-8"))

    def manifest(self, slug: str = "") -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.out / "site" / slug / "manifest.json").read_text(encoding="utf-8"))
        return read

    def addresses(self) -> set[str]:
        """Every address that the published site says it has."""
        lists = [json.loads(path.read_text(encoding="utf-8")) for path in (self.out / "site").rglob("urls.json")]
        return {address for addresses in lists for address in addresses}


def _make(folder: Path) -> Network:
    """Three agencies, of which the last has another year, in a project with theme and content of its own."""
    network = Network(folder)
    network.write("data/site.yml", SITE)
    for slug in AGENCIES:
        network.write(f"data/{slug}/agency.yml", _profile(slug))
        network.write(f"data/{slug}/{YEARS[slug]}/scores.yml", SCORES)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("overrides", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return network


Run = Callable[..., subprocess.CompletedProcess[str]]


def _is_mkdocs(command: Sequence[str]) -> bool:
    return "mkdocs" in command


def _instead_of_mkdocs(monkeypatch: pytest.MonkeyPatch, stand_in: Callable[[Path, Path], None]) -> None:
    """Lets a stand-in do what MkDocs is asked for: it gets the folder of the mkdocs.yml and that of the site."""
    real: Run = subprocess.run

    def run_it(command: Sequence[str], **options: Any) -> subprocess.CompletedProcess[str]:
        if not _is_mkdocs(command):
            return real(command, **options)
        source, target = (Path(command[command.index(option) + 1]) for option in ("-f", "--site-dir"))
        stand_in(source.parent, target)
        return subprocess.CompletedProcess(list(command), 0, "", "")

    monkeypatch.setattr("generator.site.subprocess.run", run_it)


def _write_pages(source: Path, target: Path, body: str = "") -> None:
    pages = source / "pages"
    config = hashlib.sha256((source / "mkdocs.yml").read_bytes()).hexdigest()
    for path in [*pages.rglob("*.md"), pages / "404"]:
        name = "404.html" if path.name == "404" else path.relative_to(pages).with_suffix(".html").as_posix()
        content = path.read_bytes() if path.is_file() else b""
        page = target / name
        page.parent.mkdir(parents=True, exist_ok=True)
        text = f"<p>{hashlib.sha256(content).hexdigest()} {config}</p>{body}"
        page.write_text(
            f'<!doctype html><html><head><meta charset="utf-8"></head><body><article>{text}</article></body></html>',
            encoding="utf-8",
        )
    for path in pages.rglob("*.*"):
        if path.is_file() and path.suffix != ".md":
            shutil.copyfile(path, target / path.relative_to(pages))


@pytest.fixture(scope="module", autouse=True)
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What counts as the program: a folder that nobody edits while the tests run."""
    folder = tmp_path_factory.mktemp("program")
    (folder / "module.py").write_text("1", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.pipeline.build.PROGRAM", folder)
        yield folder


def _stand_in(network: Network) -> Callable[[Path, Path], None]:
    """Writes pages and remembers for whom."""

    def write(source: Path, target: Path) -> None:
        network.started.append(source.name)
        _write_pages(source, target)

    return write


@pytest.fixture(scope="module")
def built_by_stand_in(tmp_path_factory: pytest.TempPathFactory) -> Network:
    network = _make(tmp_path_factory.mktemp("network"))
    with pytest.MonkeyPatch.context() as patch:
        _instead_of_mkdocs(patch, _stand_in(network))
        network.build()
    assert sorted(network.started) == [PORTAL, *AGENCIES]
    assert network.agencies() == set(AGENCIES)
    return network


@pytest.fixture
def network(built_by_stand_in: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Network:
    """The network, built and published by the stand-in."""
    shutil.copytree(built_by_stand_in.folder, tmp_path / "project")
    network = Network(tmp_path / "project")
    _instead_of_mkdocs(monkeypatch, _stand_in(network))
    return network


EVERYTHING = {PORTAL, *AGENCIES}


# --- what is built again


def test_nothing_changed_nothing_built(network: Network) -> None:
    pages = network.build().pages
    before = {path: path.stat().st_mtime_ns for path in (network.out / "site").rglob("*")}

    outcome = network.build()

    assert network.started == []
    assert outcome == Outcome((), AGENCIES, {}, pages, changed=False)
    assert {path: path.stat().st_mtime_ns for path in (network.out / "site").rglob("*")} == before


Change = Callable[[Network], object]


@pytest.mark.parametrize(
    ("change", "rebuilt"),
    [
        pytest.param(lambda n: n.append(f"data/{SUAN}/2568/scores.yml", "#"), {SUAN}, id="a-byte-of-data"),
        pytest.param(lambda n: n.append(f"data/{SUAN}/agency.yml", "#"), {SUAN}, id="a-byte-of-the-profile"),
        pytest.param(lambda n: n.write(f"data/{SAI}/README.md", "x"), {SAI}, id="a-new-file"),
        pytest.param(lambda n: n.write(f"data/{SAI}/2567/README.md", "x"), {SAI}, id="a-new-file-of-a-year"),
        pytest.param(lambda n: n.write(f"data/{SAI}/urls.lock", "scores/\n"), set[str](), id="a-lock"),
        pytest.param(lambda n: n.write(f"data/{SAI}/2567/files/a.csv", "a,b\n"), {SAI}, id="a-file"),
        pytest.param(lambda n: n.write(f"data/{DIN}/2568/scores.yml", BETTER), {DIN, PORTAL}, id="a-score"),
        pytest.param(
            lambda n: n.append(f"data/{SUAN}/agency.yml", "district: อำเภอใหม่\n"), {SUAN, PORTAL}, id="a-district"
        ),
        pytest.param(lambda n: n.write(f"data/{DIN}/2567/scores.yml", BETTER), {DIN, PORTAL}, id="an-older-year"),
        pytest.param(lambda n: n.append("data/site.yml", "#"), EVERYTHING, id="site.yml"),
        pytest.param(lambda n: n.write("data/README.md", "x"), set[str](), id="a-readme-beside-the-agencies"),
        pytest.param(lambda n: n.append("mkdocs.yml", "#"), EVERYTHING, id="mkdocs.yml"),
        pytest.param(lambda n: n.append("overrides/main.html", "\n"), EVERYTHING, id="an-override"),
        pytest.param(lambda n: n.write("overrides/assets/new.css", ""), EVERYTHING, id="a-new-override"),
        pytest.param(lambda n: n.append("content/about.md", "x\n"), EVERYTHING, id="a-page-of-content"),
        pytest.param(lambda n: n.append("content/frames/hotlines.md", "x\n"), EVERYTHING, id="a-frame-of-content"),
        pytest.param(lambda n: n.write("content/more.md", "# หน้าใหม่\n"), EVERYTHING, id="a-new-page-of-content"),
        pytest.param(
            lambda n: n.write("content/handbook/new.md", "# เริ่ม\n"), {PORTAL}, id="a-new-page-of-the-handbook"
        ),
        pytest.param(lambda n: n.write("content/handbook/new.webp", "x"), {PORTAL}, id="a-new-picture-of-the-handbook"),
        pytest.param(lambda n: n.write("other/file.md", "x"), set[str](), id="something-else"),
        pytest.param(lambda n: n.remove("out/docs"), set[str](), id="the-markdown-is-gone"),
        pytest.param(lambda n: n.remove("out/site"), EVERYTHING, id="the-site-is-gone"),
        pytest.param(lambda n: n.write(f"out/site/{SUAN}/manifest.json", "{"), {SUAN}, id="a-manifest-is-broken"),
        pytest.param(lambda n: n.remove(f"out/site/{SUAN}/urls.json"), {SUAN}, id="a-list-of-addresses-is-gone"),
        pytest.param(lambda n: n.remove("out/site/manifest.json"), {PORTAL}, id="the-manifest-of-the-portal-is-gone"),
    ],
)
def test_what_changed_is_built_again_once(change: Change, rebuilt: set[str], network: Network) -> None:
    change(network)

    outcome = network.build()

    assert set(network.started) == rebuilt
    assert outcome.changed is bool(rebuilt)
    assert set(outcome.built) == rebuilt - {PORTAL}
    assert set(outcome.reused) == set(AGENCIES) - rebuilt
    assert outcome.held == {}
    assert network.agencies() == set(AGENCIES)
    network.build()
    assert network.started == []


def test_the_handbook_stands_in_the_portal_alone(network: Network) -> None:
    network.remove("content/handbook")
    network.write("content/handbook/messages.md", "# ข้อความ\n")
    network.write(
        "content/handbook/10-start.md",
        "# เริ่มต้น {#start}\n\n<!-- given: tables -->\n\n![หน้าแรก](home.webp)\n\nดู [ข้อความ](messages.md#file-empty)\n",
    )
    network.write("content/handbook/home.webp", "x")

    network.build()

    assert {name for name in network.addresses() if "handbook" in name} == {
        "handbook/",
        "handbook/messages/",
        "handbook/start/",
    }
    own = network.out / "docs" / PORTAL / "pages" / "handbook"
    start = (own / "start" / "index.md").read_text(encoding="utf-8")
    assert start.startswith("# เริ่มต้น {#start}\n\n![หน้าแรก](../home.webp){ loading=lazy }\n\n")
    assert "(../messages/index.md#file-empty)" in start
    assert (own / "home.webp").read_bytes() == b"x"
    listed = html.unescape((own / "index.md").read_text(encoding="utf-8"))
    assert listed.index('href="start/"') < listed.index('href="messages/"')
    for slug in AGENCIES:
        assert not (network.out / "docs" / slug / "pages" / "handbook").exists()


def test_without_its_folder_there_is_no_handbook(network: Network) -> None:
    network.remove("content/handbook")

    network.build()

    assert network.started == [PORTAL]
    assert not {name for name in network.addresses() if "handbook" in name}
    assert "คู่มือ" not in (network.out / "docs" / PORTAL / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_portal_that_stays_keeps_its_years_and_its_comparison(network: Network) -> None:
    own = {name for name in network.published() if name.startswith(("years/", "compare/"))}
    before = {name: network.published()[name] for name in own}
    network.append(f"data/{DIN}/2568/scores.yml", "#")
    network.append(f"data/{SUAN}/2568/scores.yml", "}")

    outcome = network.build()

    assert network.started == [DIN]
    assert outcome.held == {SUAN: True}
    assert own == {
        "years/2567/index.html",
        "years/2568/index.html",
        "compare/index.html",
        "compare/summaries.json",
    }
    assert {name: network.published()[name] for name in own} == before


def _framework(year: int) -> str:
    return frameworks.packaged_bytes(FiscalYear(year)).decode()


def test_an_own_framework_like_the_packaged_rebuilds_no_agency(network: Network) -> None:
    network.write("data/frameworks/2568.yml", _framework(2568))

    assert network.build().built == ()


@pytest.mark.parametrize(
    ("year", "edit", "rebuilt"),
    [
        pytest.param(2568, lambda text: text + "#", {SUAN, DIN}, id="a-remark"),
        pytest.param(2567, lambda text: text + "#", {SAI}, id="a-remark-in-another-year"),
        pytest.param(2566, lambda text: text + "#", set[str](), id="of-a-year-without-scores"),
        pytest.param(
            2568,
            lambda text: re.sub(r"(?m)^title: .*$", "title: เกณฑ์ใหม่", text),
            {SUAN, DIN, PORTAL},
            id="another-title",
        ),
    ],
)
def test_an_own_framework_rebuilds_those_that_use_it(
    year: int, edit: Callable[[str], str], rebuilt: set[str], network: Network
) -> None:
    network.write(f"data/frameworks/{year}.yml", _framework(year))
    network.build()

    network.write(f"data/frameworks/{year}.yml", edit(_framework(year)))

    outcome = network.build()
    assert set(network.started) == rebuilt
    assert outcome.held == {}
    network.build()
    assert network.started == []


def test_a_framework_of_an_earlier_year_rebuilds_those_that_answer_items(network: Network) -> None:
    """Their pages show the same duty under its earlier number."""
    network.write(f"data/{SUAN}/2568/disclosure.yml", "items: [{item: O1, exempt: ก}]\n")
    network.write("data/frameworks/2566.yml", _framework(2566))
    network.build()

    network.write("data/frameworks/2566.yml", _framework(2566) + "#")

    network.build()
    assert set(network.started) == {SUAN}


def test_a_date_is_a_part_of_everything(network: Network) -> None:
    network.build(as_of=date(2026, 1, 31))
    assert set(network.started) == EVERYTHING

    network.build(as_of=date(2026, 1, 31))
    assert network.started == []

    network.build(as_of=date(2026, 2, 1))
    assert set(network.started) == EVERYTHING
    assert network.manifest()["as_of"] == network.manifest(SUAN)["as_of"] == "2026-02-01"

    network.build()
    assert set(network.started) == EVERYTHING
    assert network.manifest(SUAN)["as_of"] is None


def test_another_version_of_a_dependency_rebuilds_everything(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    real = metadata.version
    monkeypatch.setattr("generator.reuse.metadata.version", lambda name: "9.9" if name == "mkdocs" else real(name))

    network.build()

    assert set(network.started) == EVERYTHING


def test_another_generator_rebuilds_everything(network: Network, program: Path) -> None:
    (program / "pages").mkdir()
    (program / "pages" / "home.md.jinja").write_text("x", encoding="utf-8")

    network.build()
    assert set(network.started) == EVERYTHING
    network.build()
    assert network.started == []

    shutil.rmtree(program / "pages")
    network.build()
    assert set(network.started) == EVERYTHING


def test_the_program_is_the_whole_package() -> None:
    assert PROGRAM == ROOT / "generator"


# --- dates and commits


def _git(folder: Path, *arguments: str, day: int = 1) -> None:
    who = {f"GIT_{role}_{what}": f"x@{what}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"2026-01-{day:02}T05:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, **who, **when, **nothing},
    )


def _commit(network: Network, message: str, day: int, *, amend: bool = False) -> None:
    _git(network.folder, "add", "data")
    _git(network.folder, "commit", "-q", "-m", message, *(["--amend"] if amend else []), day=day)


@pytest.fixture
def committed(network: Network) -> Network:
    """The network in git, built: one commit of everything, a later one of one agency."""
    _git(network.folder, "init", "-q")
    _commit(network, "all", 1)
    network.append(f"data/{SUAN}/2568/scores.yml", "# x\n")
    _commit(network, "one", 2)
    network.build()
    return network


def test_a_first_commit_dates_everything(committed: Network) -> None:
    assert set(committed.started) == EVERYTHING
    assert {slug: committed.manifest(slug)["as_of"] for slug in ("", *AGENCIES)} == {
        "": "2026-01-02",
        SUAN: "2026-01-02",
        DIN: "2026-01-01",
        SAI: "2026-01-01",
    }
    committed.build()
    assert committed.started == []


@pytest.mark.parametrize(
    ("repository", "rebuilt"), [("", set[str]()), ("repository: https://git.example.go.th/x/ita\n", {SUAN})]
)
def test_a_commit_counts_where_pages_link_to_it(repository: str, rebuilt: set[str], committed: Network) -> None:
    committed.append("data/site.yml", repository)
    _commit(committed, "one, and where it lies", 2, amend=True)
    committed.build()

    _commit(committed, "the same under another name", 2, amend=True)

    committed.build()
    assert set(committed.started) == rebuilt


def test_a_later_date_counts_without_a_link(committed: Network) -> None:
    _git(committed.folder, "commit", "-q", "--amend", "-m", "one", day=3)

    committed.build()

    assert set(committed.started) == {SUAN, PORTAL}


def test_a_commit_of_what_was_built_before_it_dates_its_files(committed: Network) -> None:
    """A file with unsaved edits has no day of its last change; the commit gives it one, be it of the same day. The
    portal, which shows its result, tells that day too."""
    committed.append(f"data/{SUAN}/2568/scores.yml", "# y\n")
    committed.build()

    _commit(committed, "one more", 2)

    committed.build()
    assert set(committed.started) == {SUAN, "_portal"}


def test_what_earlier_commits_did_counts(committed: Network) -> None:
    """The history is a page: it changes with commits that left the files as they are."""
    path = committed.folder / f"data/{SUAN}/2568/scores.yml"
    text = path.read_text(encoding="utf-8")
    committed.append(f"data/{SUAN}/2568/scores.yml", "# z\n")
    _git(committed.folder, "commit", "-q", "-a", "-m", "there", day=2)
    path.write_text(text, encoding="utf-8")
    _git(committed.folder, "commit", "-q", "-a", "-m", "and back", day=2)

    committed.build()

    assert set(committed.started) == {SUAN}


# --- who is held back


@pytest.mark.parametrize(
    ("break_it", "why"),
    [
        pytest.param(lambda n: n.append(f"data/{SUAN}/2568/scores.yml", "}"), "files have problems", id="syntax"),
        pytest.param(
            lambda n: n.write(f"data/{SUAN}/2568/scores.yml", SCORES.replace("9: 88", "9: 880")),
            "files have problems",
            id="out-of-range",
        ),
        pytest.param(lambda n: n.remove(f"data/{SUAN}/agency.yml"), "files have problems", id="no-profile"),
        pytest.param(lambda n: n.write(f"data/{SUAN}/draft.docx", ""), "files have problems", id="a-stray-file"),
        pytest.param(
            lambda n: n.write(f"data/{SUAN}/2590/scores.yml", SCORES), "files have problems", id="no-framework"
        ),
        pytest.param(
            lambda n: (n.folder / f"data/{SUAN}/link").symlink_to("/etc/passwd"), "files have problems", id="a-link"
        ),
        pytest.param(
            lambda n: n.write(f"data/{SUAN}/acknowledged.yml", ACKNOWLEDGED), "files have problems", id="lapsed"
        ),
        pytest.param(
            lambda n: n.write(f"data/{SUAN}/2568/scores.yml", WRONG_GRADE), "(grade-mismatch)", id="a-high-finding"
        ),
    ],
)
def test_one_is_held_back_and_the_others_are_published(break_it: Change, why: str, network: Network) -> None:
    before = network.published(SUAN)
    network.append(f"data/{SUAN}/agency.yml", "short_name: ใหม่\n")  # what must not be seen
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)
    break_it(network)

    code, said = network.command()

    assert code == 1
    assert f"{SUAN}: held back, the published pages stay, because " in said
    assert why in said
    assert network.published(SUAN) == before
    assert set(network.started) == {DIN, PORTAL}
    assert "91.70" in network.portal()
    assert all(name in network.portal() for name in NAMES.values())
    assert network.agencies() == set(AGENCIES)

    code, said = network.command()
    assert code == 1
    assert f"{SUAN}: held back" in said
    assert network.started == []


def test_an_agency_without_a_result_is_published_and_the_portal_says_so(network: Network) -> None:
    network.remove(f"data/{SUAN}/2568/scores.yml")

    outcome = network.build()

    assert outcome.held == {}
    rows = {slug: _row(network.portal(), slug) for slug in AGENCIES}
    assert "ยังไม่มีผลการประเมิน" in rows[SUAN]
    assert "ยังไม่มีผลการประเมิน" not in rows[DIN]
    files = network.published(SUAN)
    assert not [name for name in files if name.endswith("card.png") or "/2568/" in name]
    summary = network.manifest(SUAN)["summary"]
    assert (summary["fiscal_year"], summary["results"]) == (None, [])

    # and stays as it is until something changes
    assert network.build().built == ()


def test_the_portal_shows_who_is_held_back_as_last_published(network: Network) -> None:
    network.write(f"data/{SUAN}/2568/scores.yml", BETTER.replace("grade: ผ่านดี", "grade: ต้องปรับปรุง"))
    network.write(f"data/{SAI}/2567/scores.yml", BETTER)

    outcome = network.build()

    assert outcome.held == {SUAN: True}
    rows = {slug: _row(network.portal(), slug) for slug in AGENCIES}
    assert "90.90" in rows[SUAN]
    assert "ต้องปรับปรุง" not in rows[SUAN]
    assert "90.90" in rows[DIN]
    assert "91.70" in rows[SAI]


def _row(page: str, slug: str) -> str:
    """The entry of one agency in the portal's list."""
    entries = page.partition('id="agency-list"')[2].partition("</ul>")[0].split("<li data-")
    [row] = [row for row in entries if NAMES[slug] in row]
    return row


@pytest.mark.parametrize("change", [{"waiting": None}, {"added": 1}], ids=["older", "newer"])
def test_who_was_published_by_another_program_may_be_held_back(change: Mapping[str, object], network: Network) -> None:
    """Its manifest says less or more than this program would."""
    manifest = network.manifest(SUAN)
    manifest["summary"] = {
        name: value for name, value in {**manifest["summary"], **change}.items() if value is not None
    }
    network.write(f"out/site/{SUAN}/manifest.json", json.dumps(manifest))
    network.append(f"data/{SUAN}/2568/scores.yml", "}")
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)

    assert network.build().held == {SUAN: True}
    assert "90.90" in _row(network.portal(), SUAN)


@pytest.mark.parametrize("break_it", [lambda text: text + "}", lambda _: WRONG_GRADE], ids=["problem", "finding"])
def test_who_was_never_published_is_left_out(break_it: Callable[[str], str], network: Network) -> None:
    network.write("data/bueng-yai/agency.yml", _profile(SUAN).replace("บ้านสวน", "บึงใหญ่"))
    network.write("data/bueng-yai/2568/scores.yml", break_it(SCORES))
    before = network.published()

    code, said = network.command()

    assert code == 1
    assert "bueng-yai: not published, because " in said
    assert network.started == []
    assert network.published() == before
    assert "บึงใหญ่" not in network.portal()


def test_a_check_that_is_new_reports_in_a_fresh_checkout_too(network: Network) -> None:
    """Where no build lies, the manifests of the published site say which checks the same data went through."""
    network.write(f"data/{SUAN}/2568/scores.yml", WRONG_GRADE)
    network.remove("out")
    data = network.folder / "data"
    parts = {"data": digest_of(sorted((data / SUAN).iterdir()), data)}

    for known, held in ((parts, {}), ({"data": "other"}, {SUAN: False})):
        told = {SUAN: Published(known, frozenset(), (), {})}
        outcome = build(examine(data), Workspace.of(network.folder, network.out), means=Means(publish, told=told))

        assert outcome.held == held
        network.remove("out")


def test_the_first_build_leaves_out_who_has_problems(network: Network) -> None:
    network.remove("out")
    network.append(f"data/{SUAN}/2568/scores.yml", "}")

    outcome = network.build()

    assert outcome.held == {SUAN: False}
    assert network.agencies() == {DIN, SAI}
    assert NAMES[SUAN] not in network.portal()
    assert NAMES[DIN] in network.portal()
    assert not any(address.startswith(SUAN) for address in network.addresses())


def test_pages_of_another_theme_stay_and_stop_nobody(network: Network) -> None:
    for path in (network.out / "site" / SUAN).rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("</body>", "<script>other()</script></body>"), encoding="utf-8")
    before = network.published(SUAN)
    network.append(f"data/{SUAN}/2568/scores.yml", "}")
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)

    outcome = network.build()

    assert outcome.held == {SUAN: True}
    assert outcome.built == (DIN,)
    assert network.published(SUAN) == before


def test_pages_without_manifest_are_built_again(network: Network) -> None:
    before = network.published()
    (network.out / "site" / SUAN / "manifest.json").unlink()

    assert network.build().built == (SUAN,)
    assert network.published() == before


def test_a_folder_that_nobody_knows_goes(network: Network) -> None:
    before = network.published(SAI)
    page = network.out / "site" / "casino" / "index.html"
    page.parent.mkdir()
    page.write_text("<html><body><p>x</p></body></html>", encoding="utf-8")
    network.append(f"data/{SUAN}/agency.yml", "#")

    network.build()

    assert not page.parent.exists()
    assert network.published(SAI) == before


@pytest.mark.skipif(sys.platform == "win32", reason="editors of Windows set no such links")
@pytest.mark.parametrize("name", ["overrides/.#main.html", "content/.#about.md"])
def test_the_lock_of_an_editor_stops_no_build(name: str, network: Network) -> None:
    (network.folder / name).symlink_to("somebody@somewhere.1234:5678")

    assert network.build().held == {}


def test_who_is_repaired_is_published_again(network: Network) -> None:
    network.append(f"data/{SUAN}/2568/scores.yml", "}")
    network.build()

    network.write(f"data/{SUAN}/2568/scores.yml", BETTER)

    code, said = network.command()
    assert code == 0
    assert "held" not in said
    assert set(network.started) == {SUAN, PORTAL}
    assert "91.70" in _row(network.portal(), SUAN)


def test_who_is_repaired_to_what_is_published_is_not_built(network: Network) -> None:
    network.append(f"data/{SUAN}/2568/scores.yml", "}")
    network.build()

    network.write(f"data/{SUAN}/2568/scores.yml", SCORES)

    assert network.command()[0] == 0
    assert network.started == []


def test_who_is_removed_vanishes(network: Network) -> None:
    network.remove(f"data/{SUAN}")

    outcome = network.build()

    assert network.started == [PORTAL]
    assert (outcome.held, outcome.gone) == ({}, (SUAN,))
    assert network.agencies() == {DIN, SAI}
    assert not (network.out / "site" / SUAN).exists()
    assert NAMES[SUAN] not in network.portal()


def test_who_is_renamed_moves(network: Network) -> None:
    (network.folder / "data" / SUAN).rename(network.folder / "data" / "suan-mai")

    network.build()

    assert set(network.started) == {"suan-mai", PORTAL}
    assert network.agencies() == {"suan-mai", DIN, SAI}


@pytest.mark.parametrize(
    ("acknowledged", "held", "rebuilt"),
    [("", {SUAN: True}, set[str]()), (ACKNOWLEDGED, {}, {SUAN, PORTAL})],
    ids=["open", "acknowledged"],
)
def test_a_high_finding_holds_until_somebody_acknowledges_it(
    acknowledged: str, held: Mapping[str, bool], rebuilt: set[str], network: Network
) -> None:
    network.write(f"data/{SUAN}/2568/scores.yml", INFERRED)
    if acknowledged:
        network.write(f"data/{SUAN}/acknowledged.yml", acknowledged)

    assert network.build().held == held
    assert set(network.started) == rebuilt


def test_a_finding_that_is_not_high_only_reports(network: Network) -> None:
    network.write(f"data/{SUAN}/2568/scores.yml", SCORES.replace("9: 88, ", ""))  # missing-score, info

    code, said = network.command()

    assert code == 0
    assert "1 findings, 0 acknowledged, 0 stop publication" in said
    assert set(network.started) == {SUAN, PORTAL}


def test_a_broken_framework_holds_those_that_use_it(network: Network) -> None:
    network.write("data/frameworks/2567.yml", "fiscal_year: 2567\n")
    network.write(f"data/{SUAN}/2568/scores.yml", BETTER)

    code, said = network.command()

    assert code == 1
    assert f"{SAI}: held back" in said
    assert set(network.started) == {SUAN, PORTAL}


def _only_without(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an older program that does not know a check."""
    older = tuple(check for check in CHECKS if check.code != code)
    assert len(older) == len(CHECKS) - 1
    monkeypatch.setattr(findings, "CHECKS", older)
    monkeypatch.setattr("generator.pipeline.plan.CHECKS", older)


@pytest.fixture
def published_before_the_check(network: Network) -> Network:
    """One agency has a wrong grade, published when no check looked at grades."""
    network.write(f"data/{SUAN}/2568/scores.yml", WRONG_GRADE)
    with pytest.MonkeyPatch.context() as older:
        _only_without("grade-mismatch", older)
        assert network.build().held == {}
    assert "grade-mismatch" not in network.manifest(SUAN)["checks"]
    return network


def test_a_new_check_only_reports(published_before_the_check: Network) -> None:
    network = published_before_the_check
    network.append("overrides/main.html", "\n")

    code, said = network.command()

    assert code == 0
    assert "[grade-mismatch, high, not acknowledged]" in said
    assert set(network.started) == EVERYTHING
    # it goes on only reporting while the data stay the same
    assert "grade-mismatch" not in network.manifest(SUAN)["checks"]
    assert network.build().held == {}


def test_a_new_check_holds_new_data(published_before_the_check: Network) -> None:
    network = published_before_the_check
    network.append(f"data/{SUAN}/agency.yml", "#")

    assert network.build().held == {SUAN: True}


def test_a_new_check_is_what_the_manifest_does_not_list(network: Network) -> None:
    network.write(f"data/{SUAN}/2568/scores.yml", WRONG_GRADE)
    with pytest.MonkeyPatch.context() as older:
        older.setattr(Finding, "holds", property(lambda _: False))
        network.build()
    assert network.build().held == {SUAN: True}

    manifest = network.manifest(SUAN)
    manifest["checks"].remove("grade-mismatch")
    network.write(f"out/site/{SUAN}/manifest.json", json.dumps(manifest))

    assert network.build().held == {}


def _finding(severity: Severity, code: str) -> Finding:
    return Finding(code, severity, SUAN, FiscalYear(2568), Contradiction(NOWHERE))


@pytest.mark.parametrize(
    ("found", "checks", "data", "held"),
    [
        ([], None, "", False),
        ([], ["a"], "same", False),
        (["high a"], None, "", True),
        (["medium a", "low b", "info c"], None, "", False),
        (["high a"], ["a"], "same", True),
        (["high a"], ["b"], "same", False),
        (["high a"], [], "same", False),
        (["high a"], ["b"], "other", True),
        (["high a", "high b"], ["b"], "same", True),
        (["medium b", "high a"], ["b"], "same", False),
    ],
)
def test_what_holds(
    found: Sequence[str], checks: Iterable[str] | None, data: str, held: bool, network: Network
) -> None:
    agency = examine(network.folder / "data").results[0].agency
    listed = tuple(_finding(Severity(severity), code) for severity, code in (one.split() for one in found))
    before = None if checks is None else Published({"data": data}, frozenset(checks), (), {})

    assert held_back(Result(agency, (), listed, None), before, "same") is held


# --- nothing changes at all


@pytest.mark.parametrize(
    "break_it",
    [
        pytest.param(lambda n: n.write("data/site.yml", SITE + "unknown: 1\n"), id="unknown-key-in-site.yml"),
        pytest.param(lambda n: n.write("data/site.yml", SITE + "}"), id="syntax-of-site.yml"),
        pytest.param(lambda n: n.remove("data/site.yml"), id="no-site.yml"),
        pytest.param(lambda n: n.write("data/site.yml", SITE.replace("network", "agency")), id="layout"),
        pytest.param(lambda n: n.write("data/notes.txt", "x"), id="a-stray-file"),
        pytest.param(lambda n: n.write("data/Ban_Suan/agency.yml", "x"), id="not-a-slug"),
        pytest.param(lambda n: n.write("data/about/agency.yml", "x"), id="a-reserved-slug"),
        pytest.param(lambda n: n.write("data/frameworks/rules.yml", "x"), id="a-stray-framework"),
        pytest.param(lambda n: (n.folder / "data/link").symlink_to("/etc"), id="a-link"),
        pytest.param(lambda n: n.remove("data"), id="no-data"),
    ],
)
def test_a_problem_of_everybody_changes_nothing(break_it: Change, network: Network) -> None:
    before = network.published()
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)
    break_it(network)

    code, said = network.command()

    assert code == 1
    assert "nothing was built; the published site is as it was" in said
    assert network.started == []
    assert network.published() == before


def _no_mkdocs(_: Path, __: Path) -> None:
    raise OSError("no process left")


def _with_a_script(source: Path, target: Path) -> None:
    _write_pages(source, target, "<script>alert(1)</script>" if source.name == DIN else "")


def _without_a_page(source: Path, target: Path) -> None:
    _write_pages(source, target)
    if source.name == DIN:
        (target / "about" / "index.html").unlink()


@pytest.mark.parametrize(
    ("stand_in", "fault", "said"),
    [
        (_no_mkdocs, OSError, "no process left"),
        (_with_a_script, AuditFailed, f"{DIN}/index.html:3:1: audit-element script"),
        (_without_a_page, AuditFailed, f"{DIN}/about/index.html:1:1: audit-missing"),
    ],
)
def test_a_build_that_fails_changes_nothing(
    *,
    stand_in: Callable[[Path, Path], None],
    fault: type[Exception],
    said: str,
    network: Network,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = network.published()
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)
    with monkeypatch.context() as broken:
        _instead_of_mkdocs(broken, stand_in)

        with pytest.raises(fault, match=re.escape(said)):
            network.build()

    assert network.published() == before

    network.build()
    assert set(network.started) == {DIN, PORTAL}
    assert "91.70" in _row(network.portal(), DIN)


def test_mkdocs_that_refuses_changes_nothing(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    before = network.published()
    network.append("data/site.yml", "#")
    real: Run = subprocess.run

    def refuse(command: Sequence[str], **options: Any) -> subprocess.CompletedProcess[str]:
        if not _is_mkdocs(command):
            return real(command, **options)
        return subprocess.CompletedProcess(list(command), 1, "", "Aborted with 1 warnings in strict mode!")

    monkeypatch.setattr("generator.site.subprocess.run", refuse)

    with pytest.raises(BuildFailed, match="strict mode"):
        network.build()

    assert network.published() == before


@pytest.mark.parametrize("step", ["write", "build_all", "finish", "audit", "publish"])
def test_a_build_that_is_interrupted_changes_nothing(
    step: str, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = network.published()
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"generator.pipeline.build.{step}", interrupted)
        with pytest.raises(KeyboardInterrupt):
            network.build()

    assert network.published() == before
    network.build()  # whatever the other left behind
    assert set(network.started) == {DIN, PORTAL}
    assert "91.70" in _row(network.portal(), DIN)


def test_the_next_build_finishes_an_interrupted_swap(network: Network) -> None:
    new = network.published()
    out = network.out
    (out / "staging").mkdir(exist_ok=True)
    (out / "site").rename(out / "staging" / "site")
    network.write("out/site.aside/index.html", "old")
    network.write("out/swap.json", '{"staged": "staging/site", "site": "site", "aside": "site.aside"}')

    outcome = network.build()

    assert not outcome.changed
    assert network.published() == new
    assert not (out / "site.aside").exists()
    assert not (out / "swap.json").exists()


# --- one agency, and one at a time


def test_one_agency_is_built_and_the_portal(network: Network) -> None:
    before = network.published(DIN)
    for slug in (SUAN, DIN):
        network.write(f"data/{slug}/2568/scores.yml", BETTER)

    code, said = network.command(SUAN)

    assert code == 0
    assert f"built: {SUAN}" in said
    assert set(network.started) == {SUAN, PORTAL}
    assert "91.70" in _row(network.portal(), SUAN)
    assert "90.90" in _row(network.portal(), DIN)
    assert network.published(DIN) == before

    network.build()
    assert set(network.started) == {DIN, PORTAL}


def test_one_agency_of_a_network_that_was_never_built(network: Network) -> None:
    network.remove("out")

    outcome = network.build(only=SUAN)

    assert set(network.started) == {SUAN, PORTAL}
    assert outcome.built == (SUAN,)
    assert network.agencies() == {SUAN}
    assert NAMES[DIN] not in network.portal()


def test_one_agency_that_is_held_back(network: Network) -> None:
    before = network.published()
    network.append(f"data/{SUAN}/2568/scores.yml", "}")

    code, said = network.command(SUAN)

    assert code == 1
    assert f"{SUAN}: held back" in said
    assert network.published() == before


def test_an_agency_that_is_not_there(network: Network) -> None:
    before = network.published()
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)

    code, said = network.command("nobody")

    assert code == 2
    assert "there is no agency called nobody" in said
    assert network.published() == before
    assert network.started == []


def test_two_builds_do_not_meet(network: Network) -> None:
    before = network.published()
    network.write(f"data/{DIN}/2568/scores.yml", BETTER)

    with FileLock(network.out / ".lock", timeout=0):
        code, said = network.command()
        with pytest.raises(Busy):
            network.build()

    assert code == 3
    assert "another build is at work in out; wait for it and try again" in said
    assert network.started == []
    assert network.published() == before
    assert network.command()[0] == 0


def test_the_common_files_are_the_projects_own_or_the_packaged(tmp_path: Path) -> None:
    packaged = Workspace.of(tmp_path, tmp_path / "out")
    assert (packaged.config, packaged.overrides, packaged.content) == (
        ROOT / "mkdocs.yml",
        ROOT / "overrides",
        ROOT / "content",
    )

    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")

    own = Workspace.of(tmp_path, tmp_path / "out")
    assert (own.config, own.overrides, own.content) == (
        tmp_path / "mkdocs.yml",
        ROOT / "overrides",
        tmp_path / "content",
    )


# --- what is published for machines


def test_the_lists_for_machines(network: Network) -> None:
    site = network.out / "site"
    pages = {path.parent.relative_to(site).as_posix().removeprefix(".") + "/" for path in site.rglob("index.html")} - {
        "/"
    } | {""}
    known = {path.relative_to(site).as_posix() for path in site.rglob("*.*") if path.suffix in {".svg", ".png", ".csv"}}
    files = {name for name in known if "assets" not in name.split("/")}

    assert f"{SUAN}/scores/2568/indicators.png" in files
    assert network.addresses() == pages | files
    every = json.loads((site / "urls.json").read_text(encoding="utf-8"))
    assert every == sorted(pages | files)
    own = json.loads((site / SUAN / "urls.json").read_text(encoding="utf-8"))
    assert own == sorted(own)
    assert {f"{SUAN}/", f"{SUAN}/scores/2568/", f"{SUAN}/indicators/10/", f"{SUAN}/methodology/"} <= set(own)
    assert all(address.startswith(f"{SUAN}/") for address in own)
    manifest = network.manifest(SUAN)
    assert set(manifest) == {"format", "addresses", "as_of", "checks", "parts", "summary"}
    assert manifest["format"] == 1
    assert manifest["addresses"] == own
    assert manifest["checks"] == sorted(check.code for check in CHECKS)
    assert set(manifest["parts"]) == {
        *("site", "generator", "config", "overrides", "content", "dependencies"),
        *("data", "frameworks", "date"),
    }
    told = {"slug": SUAN, "name": "เทศบาลตำบลบ้านสวน", "fiscal_year": 2568, "overall": "90.90", "grade": "ผ่านดี"}
    assert told.items() <= manifest["summary"].items()
    assert network.manifest()["summary"] == {}
    assert str(network.folder) not in json.dumps(manifest)


# --- with the real MkDocs


@pytest.fixture(scope="module")
def built_for_real(tmp_path_factory: pytest.TempPathFactory) -> Network:
    network = _make(tmp_path_factory.mktemp("real"))
    network.build()
    return network


@pytest.fixture
def real(built_for_real: Network, tmp_path: Path) -> Network:
    """The network, built and published by MkDocs."""
    shutil.copytree(built_for_real.folder, tmp_path / "project")
    return Network(tmp_path / "project")


def _article(page: bytes) -> str:
    return " ".join(str(parser.fromstring(page).xpath("string(//article)")).split())


def test_really_nothing_changed_nothing_built(real: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    before = real.published()

    def started(source: Path, _: Path) -> None:
        pytest.fail(f"MkDocs was started for {source.name}")

    _instead_of_mkdocs(monkeypatch, started)

    assert not real.build().changed
    assert real.published() == before


def test_really_one_is_held_back_and_the_others_are_published(real: Network) -> None:
    before = real.published()
    real.append(f"data/{SUAN}/2568/scores.yml", "}")
    real.write(f"data/{DIN}/2568/scores.yml", BETTER)

    outcome = real.build()

    after = real.published()
    assert outcome.held == {SUAN: True}
    assert outcome.built == (DIN,)
    for slug, same in ((SUAN, True), (SAI, True), (DIN, False)):
        pages = {name for name in before if name.startswith(f"{slug}/")}
        assert pages == {name for name in after if name.startswith(f"{slug}/")}
        assert (all(before[name] == after[name] for name in pages)) is same
    assert "91.70" in _article(after[f"{DIN}/index.html"])
    portal = _article(after["index.html"])
    assert portal.count("90.90") == 2
    assert portal.count("91.70") == 1
    assert all(name in portal for name in NAMES.values())


def test_a_whole_build_and_one_in_steps_are_the_same(real: Network, built_for_real: Network) -> None:
    real.write(f"data/{DIN}/2568/scores.yml", BETTER)
    real.append(f"data/{SUAN}/2568/scores.yml", "}")
    real.build()
    real.write(f"data/{DIN}/2568/scores.yml", SCORES)
    real.write(f"data/{SUAN}/2568/scores.yml", SCORES)

    real.build()

    assert real.published() == built_for_real.published()


def test_alone_an_agency_has_the_same_pages(built_for_real: Network, tmp_path: Path) -> None:
    alone = _make(tmp_path)
    for slug in (DIN, SAI):
        alone.remove(f"data/{slug}")
    alone.write("data/site.yml", SITE.replace("network", "agency"))

    outcome = alone.build()

    inside = {f"{SUAN}/{address}": address for address in alone.addresses()}
    assert set(inside) == {address for address in built_for_real.addresses() if address.startswith(f"{SUAN}/")}
    assert sum(not address or address.endswith("/") for address in inside.values()) == outcome.pages > 15
    here, there = alone.published(), built_for_real.published()
    for longer, address in inside.items():
        if not address or address.endswith("/"):
            assert _article(here[f"{address}index.html"]) == _article(there[f"{longer}index.html"]), address
        else:
            assert here[address] == there[longer], address
    assert "404.html" in here
    assert f"{SUAN}/404.html" not in there
    assert alone.manifest()["summary"] == built_for_real.manifest(SUAN)["summary"]


def test_an_agency_alone_is_kept_and_held_back_too(network: Network) -> None:
    for slug in (DIN, SAI):
        network.remove(f"data/{slug}")
    network.write("data/site.yml", SITE.replace("network", "agency"))
    network.build()
    assert network.started == [SUAN]
    assert network.agencies() == set()  # it stands at the root now
    before = network.published()

    network.build()
    assert network.started == []

    network.append(f"data/{SUAN}/2568/scores.yml", "}")
    code, said = network.command()
    assert code == 1
    assert f"{SUAN}: held back, the published pages stay" in said
    assert network.published() == before
