"""Every file of a new repository."""

import re

import pytest

from generator.commands.repository import Answers, files_of, locked
from generator.commands.wheel import Wheel, common
from generator.frameworks import packaged_years
from generator.frameworks.derived import derived
from generator.model import Framework
from generator.problems import InvalidData
from generator.reader import parse, read
from generator.thai import FiscalYear

WHEEL = Wheel("prongsai-1.2.3-py3-none-any.whl", b"wheel")
NEWEST = packaged_years()[-1]


def _files(year: FiscalYear, name: str = "เทศบาลตำบลตัวอย่าง") -> dict[str, bytes]:
    answers = Answers(name, "เทศบาลตำบล", "จังหวัดทดสอบ", None, "tua-yang", year, None, official=False)
    return {file.path: file.content for file in files_of(answers, WHEEL)}


def test_all_that_a_site_needs() -> None:
    names = _files(NEWEST).keys()

    assert {
        ".gitattributes",
        ".gitignore",
        "README.md",
        "data/site.yml",
        "data/tua-yang/agency.yml",
        f"data/tua-yang/{NEWEST.before()}/README.md",
        f"data/tua-yang/{NEWEST}/README.md",
        "inbox/README.md",
        "mkdocs.yml",
        "requirements.lock",
        "vendor/prongsai-1.2.3-py3-none-any.whl",
    } <= names
    assert not [name for name in names if name.startswith("data/frameworks/")]
    assert not [name for name in names if re.search(r"/(con|prn|aux|nul)[./]|[<>:\"|?*\\]|[. ](/|$)", name)]


def test_names_differ_in_more_than_the_size_of_letters() -> None:
    names = list(_files(NEWEST))

    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize(("ahead", "drafts"), [(0, 0), (1, 1), (2, 2), (3, 2)])
def test_rules_that_do_not_ship_with_the_program_are_drafted(ahead: int, drafts: int) -> None:
    year = FiscalYear(NEWEST.number + ahead)
    files = _files(year)
    years = [FiscalYear(year.number - back) for back in reversed(range(drafts))]

    assert [name for name in files if name.startswith("data/frameworks/")] == [
        f"data/frameworks/{one}.yml" for one in years
    ]
    for one in years:
        content = files[f"data/frameworks/{one}.yml"]
        assert parse(read(content, "-"), Framework).fiscal_year == one
    if drafts == 2:
        before, last = (files[f"data/frameworks/{one}.yml"] for one in years)
        assert last == derived(before, years[0], years[1])


def test_common_files_are_those_of_the_program() -> None:
    assert _files(NEWEST)["mkdocs.yml"] == common("mkdocs.yml").read_bytes()


def test_lines_end_the_same_everywhere() -> None:
    assert not [name for name, content in _files(NEWEST).items() if b"\r" in content]


def test_the_lock_names_the_wheel_with_its_digest_and_all_else_as_it_was() -> None:
    lock = common("requirements.lock").read_text(encoding="utf-8")
    text = locked(lock, WHEEL)
    pinned = re.findall(r"(?m)^([a-z0-9-]+)==", lock)

    assert f"./vendor/{WHEEL.name} \\\n    --hash=sha256:{WHEEL.digest}\n{pinned[0]}==" in text
    assert WHEEL.digest == "ba59926159d2aa256eb8739b8da7e2b574b960e1202c6d624cbe981cef996c91"
    assert re.findall(r"(?m)^([a-z0-9-]+)==", text) == pinned
    assert text.count("--hash=sha256:") == lock.count("--hash=sha256:") + 1
    assert {"mkdocs", "mkdocs-material", "pydantic", "typer"} <= {*pinned}
    assert "make lock" not in text


def test_answers_that_are_no_agency_write_nothing() -> None:
    with pytest.raises(InvalidData):
        _files(NEWEST, name="\u202e")
