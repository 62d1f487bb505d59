"""What the tests of rules share: an agency made of texts, judged by all rules at once."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import pytest

from generator.frameworks import packaged
from generator.model import (
    Acknowledgements,
    Agency,
    AgencyProfile,
    AgencyYear,
    Analysis,
    Dataset,
    Documents,
    Layout,
    MeasureSet,
    Record,
    ScoreSet,
    Site,
)
from generator.problems import Problem
from generator.reader import parse, read
from generator.thai import FiscalYear
from generator.validate import validate

Texts = Mapping[str, str]
R = TypeVar("R", bound=Record)
SITE = Site(format="1", layout=Layout.NETWORK, title="ทดสอบ")
PROFILE = AgencyProfile(name="เทศบาลตำบลตัวอย่าง", type="เทศบาลตำบล", province="จังหวัดทดสอบ")


def _agency(files: Texts) -> Agency:
    def record(name: str, model: type[R]) -> R | None:
        return parse(read(files[name].encode(), f"data/tua-yang/{name}"), model) if name in files else None

    years = []
    for year in sorted({name.split("/")[0] for name in files if "/" in name}):
        documents = record(f"{year}/documents.yml", Documents)
        years.append(
            AgencyYear(
                FiscalYear(int(year)),
                record(f"{year}/scores.yml", ScoreSet) or ScoreSet(),
                record(f"{year}/analysis.yml", Analysis),
                record(f"{year}/measures.yml", MeasureSet),
                documents.documents if documents else (),
            )
        )
    acknowledged = record("acknowledged.yml", Acknowledgements)
    return Agency("tua-yang", PROFILE, tuple(years), acknowledged.acknowledged if acknowledged else ())


@pytest.fixture
def judged() -> Callable[[Texts], tuple[Problem, ...]]:
    """Every Problem of one agency that has these files, by their paths below its folder."""

    def judge(files: Texts) -> tuple[Problem, ...]:
        agency = _agency(files)
        years = {entry.fiscal_year for entry in agency.years} | {one.assessed for one in agency.years if one.measures}
        problems = validate(Dataset(SITE, (agency,), {year: packaged(year) for year in years}))
        assert {one.agency for one in problems} <= {"tua-yang"}
        return problems

    return judge


@pytest.fixture
def told(judged: Callable[[Texts], tuple[Problem, ...]]) -> Callable[[Texts], list[tuple[str, str, str]]]:
    """The same as code, file:line:column and what was found."""

    def tell(files: Texts) -> list[tuple[str, str, str]]:
        return [(one.code, str(one.source).removeprefix("data/tua-yang/"), one.found) for one in judged(files)]

    return tell
