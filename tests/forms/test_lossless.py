"""A form that was written and read back changes nothing, whatever the files hold and whichever program saved it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.attachments import FolderStore
from generator.forms.carried import DISCLOSURE, carried
from generator.load import YEAR_FILES, load
from generator.load.rules import rules_of
from generator.reader import read
from generator.reader.rewrite import plain
from generator.thai import FiscalYear
from tests.forms import filling
from tests.forms.conftest import ROOT, Office

SITES = ROOT / "tests" / "sites"
# Real agencies, and cases that fill every field; each with the ITA years of its folders and the ones after.
FOLDERS = [
    ROOT / "data",
    *(SITES / case / "data" for case in ("full-year", "hundred-measures", "short-form", "long-names")),
]


def _agencies() -> list[tuple[Path, str, int]]:
    found = []
    for folder in FOLDERS:
        for path in sorted(folder.glob("*/agency.yml")):
            years = {int(one.parent.name) for name in YEAR_FILES for one in path.parent.glob(f"*/{name}")}
            found += [(folder, path.parent.name, year) for year in sorted({*years, *(year + 1 for year in years)})]
    return [one for one in found if 2563 <= one[2] <= 2569]


def _begins(one: tuple[Path, str, int]) -> bool:
    """Whether the answers of its year begin with those of the year before."""
    folder, slug, year = one
    answered = [(folder / slug / str(number) / DISCLOSURE).is_file() for number in (year - 1, year)]
    return answered == [True, False]


AGENCIES = [one for one in _agencies() if not _begins(one)]
BEGINNING = [one for one in _agencies() if _begins(one)]


@pytest.mark.parametrize(("folder", "slug", "year"), AGENCIES, ids=[f"{slug}-{year}" for _, slug, year in AGENCIES])
def test_a_form_read_back_changes_nothing(office: Callable[..., Office], folder: Path, slug: str, year: int) -> None:
    here = office(folder, slug)
    before, written = here.texts(), here.form(year)

    code, said = here.bring(written, year=year)

    assert (code, said) == (0, ["ตรงกับข้อมูลที่มีอยู่ ไม่มีสิ่งใดเปลี่ยน"])
    assert here.texts() == before


@pytest.mark.parametrize(("folder", "slug", "year"), BEGINNING, ids=[f"{slug}-{year}" for _, slug, year in BEGINNING])
def test_the_form_of_a_year_without_an_answer_brings_what_a_new_year_begins_with(
    office: Callable[..., Office], folder: Path, slug: str, year: int
) -> None:
    here = office(folder, slug)
    before, written = here.texts(), here.form(year)
    (agency,) = load(here.data, slug, FolderStore(here.folder / "store")).dataset.agencies
    last = next(one for one in agency.years if one.fiscal_year.number == year - 1)
    wanted = carried(last, rules_of(here.data, FiscalYear(year))).content

    code, said = here.bring(written, year=year)
    after = here.texts()

    assert code == 0, said
    assert wanted is not None
    file = f"{slug}/{year}/{DISCLOSURE}"
    assert plain(read(after.pop(file), file)) == plain(read(wanted, file))
    assert after == before
    # also where `new-year` wrote them after the form was drawn
    (here.data / file).write_bytes(wanted)
    assert here.bring(written, year=year) == (0, ["ตรงกับข้อมูลที่มีอยู่ ไม่มีสิ่งใดเปลี่ยน"])
    assert (here.data / file).read_bytes() == wanted


def test_the_sheet_says_what_is_only_begun(office: Callable[..., Office]) -> None:
    here = office(SITES / "full-year" / "data", "thong-fah-sai")
    said = {
        year: "ยกมาจากปี" in str([*filling.sheet(filling.opened(here.form(year)), f"OIT ปี {year}").values])
        for year in (2566, 2567)
    }

    assert said == {2566: False, 2567: True}


@pytest.mark.parametrize(("slug", "year"), [("mueang-khong", 2569), ("sateng-nok", 2566)])
def test_another_program_may_save_it(office: Callable[..., Office], slug: str, year: int) -> None:
    here = office(ROOT / "data", slug)
    saved = filling.saved(filling.opened(here.form(year)))

    assert here.bring(saved, year=year) == (0, ["ตรงกับข้อมูลที่มีอยู่ ไม่มีสิ่งใดเปลี่ยน"])


def test_the_same_data_give_the_same_bytes(office: Callable[..., Office]) -> None:
    here = office(ROOT / "data", "sateng-nok")

    assert here.form(2566) == here.form(2566)


def test_what_was_filled_in_stands_in_the_next_form(office: Callable[..., Office]) -> None:
    """Form → import → form: the second form shows what was typed into the first."""
    here = office(ROOT / "data", "mueang-khong")
    book = filling.opened(here.form(2569))
    page = filling.sheet(book, "มาตรการปี 2569")
    at = filling.columns(page)
    first = next(row for row in filling.data_rows(page) if page.cell(row, at["เลขที่"]).value == "1")
    page.cell(first, at["การติดตามผล"]).value = "รายงานทุก 3 เดือน"
    code, _ = here.bring(filling.saved(book))
    again = filling.sheet(filling.opened(here.form(2569)), page.title)

    assert code == 0
    assert again.cell(first, at["การติดตามผล"]).value == "รายงานทุก 3 เดือน"
    assert here.bring(here.form(2569))[1] == ["ตรงกับข้อมูลที่มีอยู่ ไม่มีสิ่งใดเปลี่ยน"]
