"""Addresses are permanent: what is locked or published stays, or says where it went; else its agency is held back."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from generator import frameworks, links
from generator.commands import build, check, generate, lock
from generator.commands.options import DATA, DONE, USAGE, Options, Say
from generator.model import Phrase
from generator.pipeline.addresses import Addresses, hold_vanished, misled, vanished
from generator.pipeline.examine import examine
from generator.problems import Source
from generator.reuse import Listed, read_addresses
from generator.thai import FiscalYear

Run = Callable[[Options, Say], int]


def _check(options: Options, say: Say) -> int:
    return check.run(options, say, today=date(2026, 1, 31))


ROOT = Path(__file__).parent.parent
SLUG = "tua-yang"
YEAR = FiscalYear(2568)
FILES = {
    "data/site.yml": "format: 1\nlayout: network\ntitle: เครือข่ายทดสอบ\nofficial: true\n",
    f"data/{SLUG}/agency.yml": "name: เทศบาลตำบลตัวอย่าง\ntype: เทศบาลตำบล\nprovince: จังหวัดทดสอบ\n",
    f"data/{SLUG}/2568/scores.yml": """\
overall: 90.90
grade: ผ่านดี
indicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 94, 6: 90, 7: 91, 8: 92, 9: 88, 10: 92}
""",
    f"data/{SLUG}/2568/disclosure.yml": """\
items:
  - item: O1
    evidence:
      - {file: plan.csv, title: แผน, year: 2568, whole: true, annexes: [{file: แผนผัง.csv, title: แผนผัง}]}
  - item: O3
    evidence: [{page: contact/, title: ช่องทางติดต่อ, whole: true}]
""",
    f"data/{SLUG}/2568/files/plan.csv": "รายการ,จำนวน\nก,1\n",
    f"data/{SLUG}/2568/files/แผนผัง.csv": "รายการ,จำนวน\nข,2\n",
    f"data/{SLUG}/2568/files/unused.csv": "รายการ,จำนวน\nค,3\n",
    f"data/{SLUG}/2569/measures.yml": """\
measures:
  - {no: 1, title: มาตรการที่หนึ่ง, steps: ประชุม, indicators: [1]}
  - {no: 2, title: มาตรการที่สอง, steps: อบรม, indicators: [2]}
""",
}


def _framework(*absent: str) -> str:
    """The packaged one as the site's own, no longer a draft, without some items."""
    read = yaml.load(frameworks.packaged_bytes(YEAR), Loader=yaml.BaseLoader)  # noqa: S506 -- our own, every value text
    read.pop("draft", None)
    read["items"] = [item for item in read["items"] if item["code"] not in absent]
    for group in read["sub_indicators"]:
        group["items"] = [code for code in group["items"] if code not in absent]
    text: str = yaml.safe_dump(read, allow_unicode=True, sort_keys=False)
    return text


@dataclass
class Project:
    """A project folder; commands run in it as a person runs them."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def run(self, command: Run = build.run, **options: Any) -> tuple[int, str]:
        said: list[str] = []
        here = Path.cwd()
        os.chdir(self.folder)
        try:
            code = command(Options(Path("data"), **options), said.append)
        finally:
            os.chdir(here)
        return code, "\n".join(said)

    def published(self) -> dict[str, bytes]:
        site = self.folder / "build" / "site"
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    def own(self) -> dict[str, bytes]:
        return {name: content for name, content in self.published().items() if name.startswith(f"{SLUG}/")}

    def urls(self, below: str = "") -> list[str]:
        read: list[str] = json.loads((self.folder / "build/site" / below / "urls.json").read_text(encoding="utf-8"))
        return read

    def locked(self) -> list[str]:
        lines = (self.folder / f"data/{SLUG}/urls.lock").read_text(encoding="utf-8").splitlines()
        return [line for line in lines if not line.startswith("#")]


@pytest.fixture(scope="module", autouse=True)
def _program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What counts as the program: a folder that nobody edits while the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.pipeline.build.PROGRAM", tmp_path_factory.mktemp("program"))
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Built by MkDocs and locked."""
    project = Project(tmp_path_factory.mktemp("project"))
    for name, text in FILES.items():
        project.write(name, text)
    project.write("data/frameworks/2568.yml", _framework())
    assert project.run()[0] == DONE
    assert project.run(lock.run)[0] == DONE
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    shutil.copytree(built.folder, tmp_path / "project")
    return Project(tmp_path / "project")


# --- what is published


def test_files_that_answers_name_are_published_as_they_are(project: Project) -> None:
    published = project.published()
    files = {name: content for name, content in published.items() if name.startswith(f"{SLUG}/files/")}

    assert files == {
        f"{SLUG}/files/2568/plan.csv": FILES[f"data/{SLUG}/2568/files/plan.csv"].encode(),
        f"{SLUG}/files/2568/{_name_of_the_plan(project)}": FILES[f"data/{SLUG}/2568/files/แผนผัง.csv"].encode(),
    }
    page = html.fromstring(published[f"{SLUG}/oit/2568/o1/index.html"])
    assert page.xpath("//article//a[@href='../../../files/2568/plan.csv']")


def _name_of_the_plan(project: Project) -> str:
    [name] = [url for url in project.urls(SLUG) if url.startswith(f"{SLUG}/files/") and "plan" not in url]
    return name.rsplit("/", 1)[1]


def test_the_root_lists_all_addresses_and_an_agency_its_own(project: Project) -> None:
    every, own = project.urls(), project.urls(SLUG)
    portal = json.loads(project.published()["manifest.json"])["addresses"]

    assert own == [url for url in every if url.startswith(f"{SLUG}/")]
    assert every == sorted([*portal, *own])
    assert "" in portal
    assert f"{SLUG}/files/2568/plan.csv" in own
    assert json.loads(project.published()[f"{SLUG}/manifest.json"])["addresses"] == own
    pages = {f"{url}index.html" for url in every if not url or url.endswith("/")}
    assert pages == {name for name in project.published() if name.endswith("index.html")}


def test_what_did_not_change_is_not_published_again(project: Project) -> None:
    project.run()
    before = {path: path.stat().st_mtime_ns for path in (project.folder / "build/site").rglob("*")}

    code, said = project.run(language="en")

    assert code == DONE
    assert "nothing changed" in said
    assert {path: path.stat().st_mtime_ns for path in (project.folder / "build/site").rglob("*")} == before


def test_what_is_kept_keeps_its_files_and_addresses(project: Project) -> None:
    """The portal is built again, the agency held back."""
    before = project.published()
    project.replace("data/site.yml", "เครือข่ายทดสอบ", "เครือข่ายใหม่")
    project.replace(f"data/{SLUG}/agency.yml", "name:", "names:")

    assert project.run()[0] == DATA

    after = project.published()
    assert after["index.html"] != before["index.html"]
    assert project.own() == {name: text for name, text in before.items() if name.startswith(f"{SLUG}/")}
    assert project.urls() == json.loads(before["urls.json"])


def test_other_content_of_a_file_is_published(project: Project) -> None:
    project.write(f"data/{SLUG}/2568/files/plan.csv", "รายการ,จำนวน\nก,9\n")

    assert project.run()[0] == DONE
    assert project.published()[f"{SLUG}/files/2568/plan.csv"].decode() == "รายการ,จำนวน\nก,9\n"


# --- the lock


def test_the_lock_holds_every_address_but_the_home(project: Project) -> None:
    own = [url.removeprefix(f"{SLUG}/") for url in project.urls(SLUG)]

    assert project.locked() == sorted(filter(None, own))
    assert {"files/2568/plan.csv", "oit/2568/o1/", "measures/2569/2/", "about/"} <= {*project.locked()}
    assert not any("unused" in address for address in project.locked())
    assert (project.folder / f"data/{SLUG}/urls.lock").read_text(encoding="utf-8").startswith("# ที่อยู่ของหน้าและแฟ้ม")


def test_locking_again_changes_nothing(project: Project) -> None:
    before = (project.folder / f"data/{SLUG}/urls.lock").read_bytes()

    code, said = project.run(lock.run)

    assert code == DONE
    assert f"{SLUG}: ไม่มีที่อยู่ใหม่ คงเดิม {len(project.locked())} รายการ" in said
    assert (project.folder / f"data/{SLUG}/urls.lock").read_bytes() == before
    assert sorted(path.name for path in (project.folder / f"data/{SLUG}").iterdir()) == [
        "2568", "2569", "agency.yml", "urls.lock",
    ]  # fmt: skip


def test_the_lock_only_grows(project: Project) -> None:
    count = len(project.locked())
    project.replace(
        f"data/{SLUG}/2569/measures.yml", "measures:\n", "measures:\n  - {no: 3, title: ก, steps: ข, indicators: [3]}\n"
    )

    code, said = project.run(lock.run, language="en")

    assert code == DONE
    assert f"{SLUG}: 1 addresses added, {count + 1} in all" in said
    assert "measures/2569/3/" in project.locked()


def test_nothing_is_locked_while_there_is_a_problem(project: Project) -> None:
    before = (project.folder / f"data/{SLUG}/urls.lock").read_bytes()
    (project.folder / f"data/{SLUG}/2568/files/plan.csv").unlink()

    code, said = project.run(lock.run)

    assert code == DATA
    assert f"{SLUG}: ยังไม่ได้บันทึกที่อยู่ เพราะมีจุดที่ต้องแก้ไขในแฟ้ม" in said
    assert (project.folder / f"data/{SLUG}/urls.lock").read_bytes() == before


@pytest.mark.parametrize(
    ("filed", "code", "items"), [((), DONE, False), ((YEAR,), DONE, True), ((FiscalYear(2567),), USAGE, False)]
)
def test_items_of_a_draft_are_locked_when_they_are_filed(
    filed: tuple[FiscalYear, ...], code: int, items: bool, project: Project
) -> None:
    (project.folder / "data/frameworks/2568.yml").unlink()  # the packaged one is a draft
    (project.folder / f"data/{SLUG}/urls.lock").unlink()

    ended, said = project.run(lock.run, filed=filed)

    assert ended == code
    if code == DONE:
        assert ("oit/2568/o1/" in project.locked()) is items
        assert {"oit/2568/", "oit/2568/all/", "files/2568/plan.csv"} <= {*project.locked()}
        assert ("--filed 2568" in said) is not items
    else:
        assert "ไม่มีหน้ารายข้อ OIT ของปี 2567" in said
        assert not (project.folder / f"data/{SLUG}/urls.lock").exists()


def test_items_of_a_draft_that_are_locked_stay_so(project: Project) -> None:
    (project.folder / "data/frameworks/2568.yml").unlink()

    assert project.run(lock.run)[0] == DONE
    assert "oit/2568/o1/" in project.locked()


# --- what vanishes

Edit = Callable[[Project], object]


def _remove_file(project: Project) -> None:
    (project.folder / f"data/{SLUG}/2568/files/plan.csv").unlink()
    project.replace(f"data/{SLUG}/2568/disclosure.yml", "{file: plan.csv,", "{link: 'https://www.example.go.th/',")


def _rename_file(project: Project) -> None:
    folder = project.folder / f"data/{SLUG}/2568/files"
    (folder / "plan.csv").rename(folder / "plan-2568.csv")
    project.replace(f"data/{SLUG}/2568/disclosure.yml", "plan.csv", "plan-2568.csv")


def _remove_measure(project: Project) -> None:
    project.replace(
        f"data/{SLUG}/2569/measures.yml", "  - {no: 2, title: มาตรการที่สอง, steps: อบรม, indicators: [2]}\n", ""
    )


def _remove_last_item(project: Project) -> None:
    project.write("data/frameworks/2568.yml", _framework("O28"))


VANISHING = [
    pytest.param(_remove_file, "files/2568/plan.csv", "oit/2568/o1/", id="remove-file"),
    pytest.param(_rename_file, "files/2568/plan.csv", "files/2568/plan-2568.csv", id="rename-file"),
    pytest.param(_remove_measure, "measures/2569/2/", "measures/2569/", id="remove-measure"),
    pytest.param(_remove_last_item, "oit/2568/o28/", "oit/2568/", id="remove-item"),
]


@pytest.mark.parametrize(("edit", "old", "new"), VANISHING)
def test_what_would_vanish_is_kept_until_a_redirect_says_where_it_went(
    edit: Edit, old: str, new: str, project: Project
) -> None:
    before = project.own()
    line = project.locked().index(old) + 4  # after three lines of notes
    edit(project)

    for command in (_check, generate.run, build.run):
        code, said = project.run(command)
        assert code == DATA
        place = f"data/{SLUG}/urls.lock:{line}:1: "
        assert f"{place}ที่อยู่ “{old}” ที่เผยแพร่หรือยื่นไว้แล้วจะหายไป" in said
        assert f"redirects: ใน agency.yml เช่น - {{old: {old}, new: ที่อยู่ใหม่}}" in said
    assert f"{SLUG}: ยังไม่เผยแพร่ข้อมูลใหม่ หน้าเดิมคงอยู่ เพราะมีจุดที่ต้องแก้ไขในแฟ้ม" in said
    assert project.own() == before

    project.write(
        f"data/{SLUG}/agency.yml", FILES[f"data/{SLUG}/agency.yml"] + f"redirects:\n  - {{old: {old}, new: {new}}}\n"
    )
    code, said = project.run()

    assert code == DONE, said
    page = f"{old.removesuffix('/')}/index.html"
    tree = html.fromstring(project.published()[f"{SLUG}/{page}"])
    way = links.relative_to(page.removesuffix("index.html"), new)
    assert tree.xpath("//head/meta[@http-equiv='refresh']/@content") == [f"0; url={way}"]
    assert tree.xpath("//article//a[@href=$way]", way=way)
    assert f"{SLUG}/{page.removesuffix('index.html')}" in project.urls()
    searched = {address for address, *_ in json.loads(project.published()[f"{SLUG}/search/index.json"])["pages"]}
    assert page.removesuffix("index.html") not in searched
    assert "" in searched
    assert project.run(_check)[0] == DONE
    assert project.run(lock.run)[0] == DONE
    assert project.run()[0] == DONE


@pytest.mark.parametrize(("edit", "old", "new"), VANISHING)
def test_what_the_published_site_has_would_vanish_too(edit: Edit, old: str, new: str, project: Project) -> None:
    assert new
    (project.folder / f"data/{SLUG}/urls.lock").unlink()
    shutil.copy(project.folder / "build/site/urls.json", project.folder / "published.json")
    published = read_addresses(project.folder / "published.json")
    edit(project)

    code, said = project.run(_check, published=published)

    assert code == DATA
    assert f"published.json:{project.urls().index(f'{SLUG}/{old}') + 2}:1: ที่อยู่ “{old}” ที่เผยแพร่หรือยื่นไว้แล้วจะหายไป" in said
    assert said.count("[address-vanished]") == 1
    assert project.run(_check)[0] == DONE  # nobody said what is published


@pytest.mark.parametrize(("locked", "vanish"), [([], False), (["oit/2568/o28/"], True)])
def test_published_items_of_a_draft_bind_only_when_they_are_locked(
    locked: list[str], vanish: bool, project: Project
) -> None:
    project.write(f"data/{SLUG}/urls.lock", "".join(f"{one}\n" for one in locked))
    project.write("data/frameworks/2568.yml", _framework("O28").replace("fiscal_year:", "draft: true\nfiscal_year:"))
    published = Listed("published.json", {f"{SLUG}/oit/2568/o28/": 1, f"{SLUG}/oit/2568/all/": 2})

    code, said = project.run(_check, published=published)

    assert (code == DATA) is vanish
    assert ("“oit/2568/o28/”" in said) is vanish


def test_addresses_of_others_bind_nobody(project: Project) -> None:
    published = Listed("published.json", {"casino/": 1, "years/2500/": 2, "other/files/2568/a.pdf": 3})

    assert project.run(_check, published=published)[0] == DONE


def test_alone_an_agency_is_bound_by_every_address(project: Project) -> None:
    project.replace("data/site.yml", "network", "agency")

    code, said = project.run(_check, published=Listed("published.json", {"scores/": 1, "scores/2500/": 2}))

    assert code == DATA
    assert "published.json:2:1: ที่อยู่ “scores/2500/”" in said
    assert said.count("[address-vanished]") == 1


def test_a_year_that_is_taken_away_holds_with_every_address_of_it(project: Project) -> None:
    shutil.rmtree(project.folder / f"data/{SLUG}/2569")

    code, said = project.run(_check)

    assert code == DATA
    for address in ("measures/2569/", "measures/2569/1/", "measures/2569/2/", "findings/2569/"):
        assert f"“{address}”" in said


def test_an_agency_that_was_published_does_not_vanish(project: Project) -> None:
    shutil.copytree(project.folder / f"data/{SLUG}", project.folder / "data/other")
    published = Listed("published.json", {f"{SLUG}/": 7, f"{SLUG}/scores/": 8, "casino/": 9, "years/": 10})
    assert project.run(_check, published=published)[0] == DONE
    (project.folder / f"data/{SLUG}").rename(project.folder / "data/new-name")

    code, said = project.run(build.run, published=published)

    assert code == DATA
    assert f"published.json:7:1: หน่วยงาน “{SLUG}”" in said
    assert said.count("[agency-vanished]") == 1
    assert (project.folder / f"build/site/{SLUG}/scores/index.html").is_file()

    project.replace("data/site.yml", "official:", f"removed: [{SLUG}]\nofficial:")

    code, said = project.run(build.run, published=published)
    assert code == DONE
    assert f"นำออกจากเว็บไซต์ เพราะไม่มีโฟลเดอร์ข้อมูลแล้ว: {SLUG}\n" in said
    assert not (project.folder / f"build/site/{SLUG}").exists()


# --- redirects and evidence that lead somewhere


@pytest.mark.parametrize(
    ("redirects", "told"),
    [
        ("{old: ita.html, new: scores/2568/}", ""),
        ("{old: 'files/2567/x.pdf', new: files/2568/plan.csv}", ""),
        ("{old: a/, new: b/}, {old: b/, new: c}, {old: c/, new: scores/}", ""),
        ("{old: scores/, new: contact/}", "redirect-taken scores/"),
        ("{old: Scores, new: contact/}", "redirect-taken Scores"),
        ("{old: scores/index.html, new: contact/}", "redirect-taken scores/index.html"),
        ("{old: index.html, new: contact/}", "redirect-taken index.html"),
        ("{old: files/2568/plan.csv, new: contact/}", "redirect-taken files/2568/plan.csv"),
        ("{old: files/2568/plan.csv/more/, new: contact/}", "redirect-taken files/2568/plan.csv/more/"),
        ("{old: assets/x/, new: contact/}", "redirect-taken assets/x/"),
        ("{old: templates/x/, new: contact/}", "redirect-taken templates/x/"),
        ("{old: urls.json, new: contact/}", "redirect-taken urls.json"),
        ("{old: a/, new: contacts/}", "page-missing contacts/ (อาจหมายถึง contact/)"),
        ("{old: a/, new: contact}", "page-missing contact (อาจหมายถึง contact/)"),
        ("{old: a/, new: nowhere-at-all/}, {old: b/, new: a/}", "page-missing nowhere-at-all/"),
        ("{old: a/, new: a/}", "page-missing a/"),
        ("{old: a/, new: b/}, {old: b/, new: a/}", "page-missing a/, page-missing b/"),
        ("{old: a/, new: scores/}, {old: a, new: contact/}", "two-addresses a"),
        ("{old: ITA/, new: scores/}, {old: ita, new: contact/}", "two-addresses ita"),
        ("{old: ITA/, new: scores/}, {old: ita/, new: scores/}", ""),
    ],
)
def test_where_redirects_may_lead(redirects: str, told: str, project: Project) -> None:
    (project.folder / f"data/{SLUG}/urls.lock").unlink()
    project.write(f"data/{SLUG}/agency.yml", FILES[f"data/{SLUG}/agency.yml"] + f"redirects: [{redirects}]\n")

    examined = hold_vanished(examine(project.folder / "data"), ["about/", "privacy/"])

    said = sorted(f"{one.code} {one.found}{_guess(one.hint())}" for one in examined.problems)
    assert ", ".join(said) == told
    assert examined.held == ({SLUG} if told else frozenset())
    assert all(str(one.source) == f"data/{SLUG}/agency.yml:4:{one.source.column}" for one in examined.problems)


def _guess(hint: str) -> str:
    _, mark, rest = hint.partition(" (อาจหมายถึง ")
    return f"{mark}{rest.partition(')')[0]})" if mark else ""


@pytest.mark.parametrize(
    ("page", "guess"),
    [
        ("scores/2568/", None),
        ("files/2568/plan.csv", None),
        ("old/", None),
        ("scores/2567/", "scores/2568/"),
        ("scores", "scores/"),
        ("files/2568/plans.csv", "files/2568/plan.csv"),
        ("files/2568/unused.csv", None),
    ],
)
def test_pages_that_are_evidence_are_there(page: str, guess: str | None, project: Project) -> None:
    project.write(
        f"data/{SLUG}/agency.yml", FILES[f"data/{SLUG}/agency.yml"] + "redirects: [{old: old/, new: scores/}]\n"
    )
    project.replace(f"data/{SLUG}/2568/disclosure.yml", "page: contact/", f"page: {page}")

    code, said = project.run(_check)

    wrong = guess is not None or "unused" in page
    assert (code == DATA) is wrong
    assert (f"data/{SLUG}/2568/disclosure.yml:6:16: เว็บไซต์นี้ไม่มีหน้า “{page}” [page-missing]" in said) is wrong
    if guess:
        assert f"(อาจหมายถึง {guess})" in said


def test_an_old_address_of_an_item_leads_to_its_page(project: Project) -> None:
    project.replace(
        f"data/{SLUG}/2568/disclosure.yml", "  - item: O3\n", "  - item: O3\n    redirects: [ita/o3.html]\n"
    )

    assert project.run()[0] == DONE

    tree = html.fromstring(project.published()[f"{SLUG}/ita/o3.html/index.html"])
    assert tree.xpath("//head/meta[@http-equiv='refresh']/@content") == ["0; url=../../oit/2568/o3/"]


# --- the two rules alone

HERE = Source("data/tua-yang/urls.lock", 4)
THERE = Addresses(frozenset({"", "scores/", "scores/2568/"}), frozenset({"old.pdf/"}), frozenset({"files/2568/a.pdf"}))


@pytest.mark.parametrize(
    ("promised", "guess"),
    [
        ("scores/", None),
        ("scores", None),
        ("old.pdf", None),
        ("old.pdf/", None),
        ("files/2568/a.pdf", None),
        ("files/2568/a.pdf/", None),
        ("files/2568/b.pdf", "files/2568/a.pdf"),
        ("scores/2569/", "scores/2568/"),
        ("x/", ""),
    ],
)
def test_what_is_promised(promised: str, guess: str | None) -> None:
    found = [(one.code, one.source, one.found, one.details) for one in vanished([Phrase(promised, HERE)], THERE)]

    assert found == ([] if guess is None else [("address-vanished", HERE, promised, {"guess": guess})])


def test_without_lock_redirects_and_evidence_no_page_is_made(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.folder / f"data/{SLUG}/urls.lock").unlink()
    project.replace(f"data/{SLUG}/2568/disclosure.yml", "page: contact/", "link: 'https://www.example.go.th/'")
    monkeypatch.setattr("generator.pipeline.addresses.present", lambda _: pytest.fail("pages are made"))
    examined = examine(project.folder / "data")

    assert hold_vanished(examined, []) is not None
    assert list(misled(examined.results[0].agency, THERE)) == []


@pytest.mark.parametrize("page", ["oit/2568/o3/", "old/"])
def test_a_page_is_no_evidence_of_itself(page: str, project: Project) -> None:
    project.write(
        f"data/{SLUG}/agency.yml", FILES[f"data/{SLUG}/agency.yml"] + "redirects: [{old: old/, new: oit/2568/o3/}]\n"
    )
    project.replace(f"data/{SLUG}/2568/disclosure.yml", "page: contact/", f"page: {page}")

    code, said = project.run(_check)

    assert code == DATA
    assert f"data/{SLUG}/2568/disclosure.yml:6:16: หลักฐานของข้อนี้คือหน้าของข้อนี้เอง (“{page}”) [evidence-itself]" in said


@pytest.mark.parametrize(
    ("old", "code"), [("x" * 200, DONE), ("x" * 201, DATA), ("x/" * 150, DONE), ("x/" * 151, DATA)]
)
def test_addresses_are_no_longer_than_file_systems_take(old: str, code: int, project: Project) -> None:
    project.write(
        f"data/{SLUG}/agency.yml", FILES[f"data/{SLUG}/agency.yml"] + f"redirects: [{{old: {old}, new: contact/}}]\n"
    )

    assert project.run(_check)[0] == code
