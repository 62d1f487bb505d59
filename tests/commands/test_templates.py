"""What a new repository and a new year begin with: examples that hold, and lines to uncomment that hold."""

import re

import pytest
import yaml

from generator.commands.repository import Answers
from generator.commands.templates import FOLDER, filled, repository, year_readme
from generator.frameworks import packaged
from generator.model import (
    AgencyProfile,
    Analysis,
    Disclosures,
    Documents,
    MeasureSet,
    Record,
    ScoreSet,
    Site,
)
from generator.reader import parse, read
from generator.thai import FiscalYear

YEAR = FiscalYear(2569)
EXAMPLES: dict[str, type[Record]] = {
    "scores.yml": ScoreSet,
    "analysis.yml": Analysis,
    "measures.yml": MeasureSet,
    "disclosure.yml": Disclosures,
    "documents.yml": Documents,
}
ANSWERS = Answers(
    name="เทศบาลตำบล: ตัวอย่าง #1",
    type="เทศบาลตำบล",
    province="จังหวัดทดสอบ",
    district=None,
    slug="tua-yang",
    year=YEAR,
    url=None,
    official=True,
)
TOLD = {**vars(ANSWERS), "before": YEAR.before(), "after": YEAR.after(), "wheel": "prongsai-1.whl"}


def _examples(text: str) -> dict[str, str]:
    return dict(re.findall(r"## `([a-z]+[.]yml)`.*?```yaml\n(.*?)```", text, re.DOTALL))


def _uncommented(content: bytes) -> bytes:
    """With every line that is commented out: # and no space before a key, or two before what stands below one."""
    return re.sub(r"(?m)^#(?=[a-z]|  )", "", content.decode()).encode()


def test_every_file_of_a_year_has_an_example_that_can_be_read() -> None:
    examples = _examples(year_readme(YEAR).decode())

    assert examples.keys() == EXAMPLES.keys()
    for name, model in EXAMPLES.items():
        parse(read(examples[name].encode(), name), model)


def test_the_examples_name_items_and_components_of_the_year() -> None:
    disclosures = parse(read(_examples(year_readme(YEAR).decode())["disclosure.yml"].encode(), "-"), Disclosures)

    for one in disclosures.items:
        components = len(packaged(YEAR).item(one.item).asked)
        assert all(number <= components for evidence in one.evidence for number in evidence.pages)


def test_a_year_names_all_three() -> None:
    text = year_readme(YEAR).decode()

    assert "**คะแนนปี 2568 → มาตรการปี 2569 → เปิดเผยใน ITA ปี 2569**" in text
    assert "prongsai new-year 2570" in text
    assert "ดำเนินการต่อเนื่อง" not in text
    assert "\n\n\n" not in text


def test_measures_that_go_on_are_listed() -> None:
    text = year_readme(YEAR, ["มาตรการที่ 1 ก", "มาตรการที่ 2 ข"]).decode()

    assert "\n\n- มาตรการที่ 1 ก\n- มาตรการที่ 2 ข\n\n## " in text


@pytest.mark.parametrize(("name", "model"), [("agency.yml.jinja", AgencyProfile), ("site.yml.jinja", Site)])
def test_a_file_is_a_record_as_it_is_and_with_every_key_in_use(name: str, model: type[Record]) -> None:
    content = filled(name, **TOLD)
    record = parse(read(content, name), model)
    whole = read(_uncommented(content), name)

    parse(whole, model)
    left = set(model.model_fields) - {"source", "removed"}  # agencies leave a network, not themselves
    assert left == whole.keys()
    assert {name for name in left if getattr(record, name)} < left


def test_answers_stand_in_their_files() -> None:
    given = {**TOLD, "district": "อำเภอ [ทดสอบ]", "url": "https://a.go.th/", "official": False}
    profile = parse(read(filled("agency.yml.jinja", **given), "-"), AgencyProfile)
    site = parse(read(filled("site.yml.jinja", **given), "-"), Site)

    assert (profile.name, profile.type) == (ANSWERS.name, ANSWERS.type)
    assert (profile.province, profile.district) == (ANSWERS.province, "อำเภอ [ทดสอบ]")
    assert (site.title, site.url, site.official, site.layout.value) == (
        ANSWERS.name,
        "https://a.go.th/",
        False,
        "agency",
    )


def test_every_key_below_another_is_in_the_file_too() -> None:
    whole = read(_uncommented(filled("agency.yml.jinja", **TOLD)), "-")
    profile = parse(whole, AgencyProfile)

    for part in ("contact", "complaints", "eit"):
        assert set(type(getattr(profile, part)).model_fields) - {"source"} == whole[part].keys()


def test_files_are_copied_as_they_are_and_few_are_filled() -> None:
    files = {file.path: file.content for file in repository(**TOLD)}
    filled_ones = [path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.jinja")]

    assert {"README.md", ".gitignore", ".gitattributes", "inbox/README.md"} <= files.keys()
    assert files[".gitignore"] == (FOLDER / "repository" / ".gitignore").read_bytes()
    assert sorted(name for name in filled_ones if name.startswith("repository/")) == ["repository/README.md.jinja"]
    assert not any(b"\r" in content for content in files.values())
    assert b"{{" not in files["README.md"]
    assert ANSWERS.name.encode() in files["README.md"]


def test_workflows_are_yaml_and_have_no_place_to_fill() -> None:
    for file in repository(**TOLD):
        if file.path.endswith((".yml", ".yaml")):
            assert yaml.safe_load(file.content), file.path
            assert not (FOLDER / "repository" / f"{file.path}.jinja").exists()


def test_no_folder_of_a_build_is_kept() -> None:
    lines = (FOLDER / "repository" / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert {"/build/", "/.venv/", "prongsai-error.txt"} <= {*lines}
