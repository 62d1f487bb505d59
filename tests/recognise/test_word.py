"""The five real reports as Word documents, as python-docx and as LibreOffice write them, read back into what was
transcribed."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import thai
from generator.frameworks import packaged
from generator.grids import Read, read_grids
from generator.model import Held
from generator.recognise import MeasureTable, Recognised, ScoreTable, Shape, recognise
from generator.thai import FiscalYear

FOLDER = Path(__file__).parent / "word"
DATA = Path(__file__).parent.parent.parent / "data"
YEARS = {
    "din-daeng": (2564, 2565),
    "muang-mu": (2567, 2567),
    "mueang-khong": (2568, 2569),
    "nong-ya-plong": (2565, 2566),
    "sateng-nok": (2565, 2566),
}
WHOLE = [f"{slug}{end}" for slug in YEARS for end in ("", ".libreoffice")]
OTHERS = [
    f"{name}{end}"
    for name in ("muang-mu-rows", "mueang-khong-rows", "sateng-nok-rows", "mueang-khong-pages", "nong-ya-plong-pages")
    for end in ("", ".libreoffice")
]
# Where a person told the indicator from elsewhere in the paper, what the name alone tells.
TOLD = {("muang-mu", 2): (), ("nong-ya-plong", 2): (10,), ("nong-ya-plong", 3): ()}


def slug_of(name: str) -> str:
    return name.removesuffix(".libreoffice").removesuffix("-rows").removesuffix("-pages")


def document(name: str) -> Read:
    return read_grids((FOLDER / f"{name}.docx").read_bytes(), f"{name}.docx")


def recognised(name: str) -> Recognised:
    return recognise(document(name).grids, packaged(FiscalYear(YEARS[slug_of(name)][0])), {})


def transcribed(slug: str, year: int, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DATA / slug / str(year) / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def measures(name: str) -> MeasureTable:
    (table,) = [one.table for one in recognised(name).taken if isinstance(one.table, MeasureTable)]
    return table


def lines(text: object) -> str:
    """Lines without what indents them in YAML."""
    return "\n".join(thai.normalise(line) for line in str(text).strip().split("\n"))


@pytest.mark.parametrize("name", WHOLE + OTHERS)
def test_nothing_is_told_about_the_documents(name: str) -> None:
    read = document(name)

    assert (read.problems, read.notices) == ((), ())
    assert not any(grid.hidden for grid in read.grids)


@pytest.mark.parametrize("name", WHOLE)
def test_every_table_is_what_it_is(name: str) -> None:
    shapes = {"din-daeng": 1, "muang-mu": 1, "mueang-khong": 1, "nong-ya-plong": 1, "sateng-nok": 2}
    found = recognised(name)

    assert [one.shape for one in found.taken] == [Shape.SCORES] * shapes[slug_of(name)] + [Shape.MEASURES]
    assert (found.problems, found.confirmations) == ((), ())


@pytest.mark.parametrize("name", WHOLE + OTHERS)
def test_measures_are_as_transcribed(name: str) -> None:
    slug = slug_of(name)
    wanted = transcribed(slug, YEARS[slug][1], "measures")
    table = measures(name)

    assert [column.holds.value for column in table.columns] == [one["holds"] for one in wanted["columns"]]
    assert [column.heading.text for column in table.columns] == [one["heading"] for one in wanted["columns"]]
    assert len(table.measures) == len(wanted["measures"])
    last: dict[str, str] = {}
    for no, (read, measure) in enumerate(zip(table.measures, wanted["measures"], strict=True), start=1):
        for column in wanted["columns"]:
            holds = column["holds"]
            if holds in {"responsible", "perception", "own_analysis"}:
                continue
            text = last[holds] if holds in measure.get("merged", []) else lines(measure.get(holds, ""))
            last[holds] = text
            assert (read.texts[Held(holds)].text if Held(holds) in read.texts else "") == text, (no, holds)
        assert read.number is None or read.number.text == measure["number"]
        assert (read.number is None) == ("number" not in measure)
        assert read.indicators == TOLD.get((slug, no), tuple(measure.get("indicators", [])))
        assert list(read.sub_indicators) == measure.get("sub_indicators", [])
        who = [{"post" if one.post else "unit": one.cell.text} for one in read.responsible]
        assert who == measure.get("responsible", [])


@pytest.mark.parametrize("name", [name for name in WHOLE + OTHERS if "-pages" not in name])
def test_merged_cells_are_as_transcribed(name: str) -> None:
    slug = slug_of(name)
    wanted = [measure.get("merged", []) for measure in transcribed(slug, YEARS[slug][1], "measures")["measures"]]

    assert [[one.value for one in measure.merged] for measure in measures(name).measures] == wanted


def test_a_table_on_the_next_page_begins_its_merged_cells_anew() -> None:
    merged = [[one.value for one in measure.merged] for measure in measures("mueang-khong-pages").measures]

    assert merged == [[], *[["period"]] * 5, [], *[["period"]] * 3]


def test_perceptions_of_a_table_that_has_them() -> None:
    first = measures("din-daeng").measures[0].texts

    assert first[Held.PERCEPTION].text.startswith("สะท้อนให้เห็นว่าผู้มีส่วนได้ส่วนเสียภายใน")
    assert first[Held.OWN_ANALYSIS].text.startswith("สำนักงานเขตต้องสร้างความเชื่อมั่น")


@pytest.mark.parametrize("name", WHOLE)
def test_scores_are_as_transcribed(name: str) -> None:
    slug = slug_of(name)
    places = [
        place
        for place in transcribed(slug, YEARS[slug][0], "scores")["places"]
        if place["kind"] in {"table", "ranking", "comparison"} and len(place.get("scores", [])) > 2
    ]
    framework = packaged(FiscalYear(YEARS[slug][0]))
    found = [one for one in recognised(name).taken if isinstance(one.table, ScoreTable)]

    assert len(found) == len(places)
    for one, place in zip(found, places, strict=True):
        assert isinstance(one.table, ScoreTable)
        wanted = {}
        for row in place["scores"]:
            known = framework.named(row["name"])
            number = row.get("indicator") or (known.number if known else row["number"])
            wanted[number] = Decimal(f"{row['score']:.2f}")
        if slug == "din-daeng":
            assert [(problem.code, problem.found) for problem in one.problems] == [("score-name", "การปรับปรุงกระบวนการ")]
            del wanted[8]
        else:
            assert one.problems == ()
        assert one.table.scores == wanted
        assert one.table.ranked == ("rank" in place["scores"][0])
        printed = place.get("overall")
        assert (one.table.overall.value if one.table.overall else None) == (printed and Decimal(str(printed)))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("din-daeng", {"heading-read": 2, "indicator-by-number": 1}),
        ("muang-mu", {"indicator-guess": 2, "indicator-within": 2}),
        ("mueang-khong", {"indicator-guess": 1, "cell-inherited": 9}),
        ("mueang-khong-rows", {"row-joined": 21, "cell-inherited": 9, "indicator-guess": 1}),
        ("mueang-khong-pages", {"table-joined": 1, "cell-inherited": 8, "indicator-guess": 1}),
        ("nong-ya-plong-pages", {"table-joined": 1, "cell-inherited": 2, "indicator-within": 1}),
    ],
)
def test_what_is_asked(name: str, codes: dict[str, int]) -> None:
    (taken,) = [one for one in recognised(name).taken if one.shape is Shape.MEASURES]
    found = [one.code for one in taken.confirmations]

    assert Counter(found) == codes
    assert taken.problems == ()
