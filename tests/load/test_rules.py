"""Which years have rules, and a draft for one that has none."""

from pathlib import Path

import pytest

from generator.frameworks import packaged, packaged_bytes, packaged_years
from generator.frameworks.derived import derived
from generator.load.rules import NoEarlierRules, known_years, lacking, rules_of
from generator.problems import InvalidData
from generator.thai import FiscalYear

NEWEST = packaged_years()[-1]
NEXT = NEWEST.after()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "frameworks").mkdir()
    return tmp_path


def _own(folder: Path, year: FiscalYear) -> bytes:
    content = derived(packaged_bytes(NEWEST), NEWEST, year)
    (folder / "frameworks" / f"{year}.yml").write_bytes(content)
    return content


def test_a_year_with_rules_lacks_none(folder: Path) -> None:
    assert lacking(folder, NEWEST) is None
    _own(folder, NEXT)
    assert lacking(folder, NEXT) is None


def test_a_year_without_rules_is_drafted_from_the_newest(folder: Path) -> None:
    assert lacking(folder, NEXT) == derived(packaged_bytes(NEWEST), NEWEST, NEXT)
    far = FiscalYear(NEWEST.number + 3)
    assert lacking(folder, far) == derived(packaged_bytes(NEWEST), NEWEST, far)


def test_the_folders_own_rules_count(folder: Path) -> None:
    content = _own(folder, NEXT)

    assert known_years(folder) == (*packaged_years(), NEXT)
    assert lacking(folder, NEXT.after()) == derived(content, NEXT, NEXT.after())
    assert rules_of(folder, NEXT).fiscal_year == NEXT


def test_rules_of_a_later_year_are_not_those_of_an_earlier_one(folder: Path) -> None:
    _own(folder, FiscalYear(NEWEST.number + 5))

    assert lacking(folder, NEXT) == derived(packaged_bytes(NEWEST), NEWEST, NEXT)


def test_before_the_first_year_there_is_nothing_to_start_from(folder: Path) -> None:
    with pytest.raises(NoEarlierRules):
        lacking(folder, packaged_years()[0].before())


def test_own_rules_replace_the_packaged_ones(folder: Path) -> None:
    (folder / "frameworks" / f"{NEWEST}.yml").write_bytes(packaged_bytes(NEWEST).replace(b"draft: true\n", b""))

    assert packaged(NEWEST).draft
    assert not rules_of(folder, NEWEST).draft
    assert "เช่นกัน" not in (lacking(folder, NEXT) or b"").decode()


def test_broken_rules_are_told(folder: Path) -> None:
    (folder / "frameworks" / f"{NEXT}.yml").write_bytes(b"fiscal_year: x\n")

    with pytest.raises(InvalidData):
        lacking(folder, NEXT.after())
    with pytest.raises(InvalidData):
        rules_of(folder, NEXT)


def test_what_is_no_file_of_a_year_is_passed_over(folder: Path) -> None:
    (folder / "frameworks" / "2570").mkdir()
    (folder / "frameworks" / "2571.yml").mkdir()
    (folder / "frameworks" / "draft.yml").write_bytes(b"")
    (folder / "frameworks" / "README.md").write_bytes(b"")

    assert known_years(folder) == packaged_years()
    assert known_years(folder / "none") == packaged_years()
