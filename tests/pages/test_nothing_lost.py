"""Whoever has a document in hand finds all of it: every text of an agency's records stands on one of its pages."""

import datetime
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator import thai
from generator.drawings import Drawings
from generator.history import History
from generator.links import Origins
from generator.model import Agency, Cell, Figure, Phrase, PrintedSpan, Prose, Section
from generator.pages import Context, present
from generator.pipeline.examine import Examined, examine
from generator.render import environment

DATA = Path(__file__).parent.parent.parent / "data"
FULL = Path(__file__).parent.parent / "sites" / "full-year" / "data"
AGENCIES = [(folder, path.parent.name) for folder in (DATA, FULL) for path in sorted(folder.glob("*/agency.yml"))]
# Keys of our own, and what says in other words what a text beside it says.
OURS = frozenset({"id", "kind", "reading", "indicator", "origin", "datum", "contains", "merged", "holds", "where"})
OURS |= {"file", "page", "link", "redirects"}  # addresses: links lead there
OURS |= {"credit", "round"}  # said in words of ours
ALSO = frozenset({"claims", "outcomes", "share", "bar", "previous_year", "ita_year", "instrument"})


@pytest.fixture(scope="module")
def real() -> dict[Path, Examined]:
    return {folder: examine(folder) for folder in (DATA, FULL)}


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text below a record with the way to it, a line for each paragraph and item."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            keys_of_places = isinstance(value, Section) and name == "places"
            if name != "source" and name not in OURS | ALSO and not keys_of_places:
                yield from _texts(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, f"{path}[{number}]")
    elif isinstance(value, Prose):
        for line in value.plain.split("\n"):
            yield path, line
    elif isinstance(value, Phrase | PrintedSpan):
        yield path, value.value if isinstance(value, Phrase) else value.text
    elif isinstance(value, Figure):
        yield path, str(value.value)
    elif isinstance(value, datetime.date):
        yield path, thai.format_date(value)
    elif isinstance(value, str) and not isinstance(value, Cell):
        yield path, value


def _pages(context: Context) -> str:
    """The words of all pages, without tags and white space."""
    rendered = []
    for page in present(context):
        template = environment().get_template(page.template)
        rendered.append(
            f"{page.title}\n{template.render(view=page.content(), frames={'hotlines': '', 'methodology': ''})}"
        )
    return _squeezed(html.unescape(re.sub(r"<[^>]+>", "", "\n".join(rendered))))


def _squeezed(text: str) -> str:
    return thai.without_spaces(text).replace("\u2212", "-")


@pytest.mark.parametrize(("folder", "slug"), AGENCIES, ids=lambda part: part if isinstance(part, str) else "")
def test_every_text_of_the_records_stands_on_a_page(
    folder: Path, slug: str, real: dict[Path, Examined], tmp_path: Path
) -> None:
    dataset = real[folder].dataset
    (result,) = [one for one in real[folder].results if one.agency.slug == slug]
    assert dataset
    with Drawings(tmp_path) as easel:
        context = Context(
            result.agency, False, dataset.frameworks, result.assessments, result.findings, None,
            Origins(None, History()), easel, dataset.earlier,
        )  # fmt: skip
        shown = _pages(context)

    lost = [(path, text) for path, text in _records(result.agency) if _squeezed(text) not in shown]

    assert lost == []


def _records(agency: Agency) -> Iterator[tuple[str, str]]:
    for year in agency.years:
        for name in ("scores", "analysis", "measures"):
            yield from _texts(getattr(year, name), f"{year.fiscal_year}/{name}")
        yield from _texts(year.documents, f"{year.fiscal_year}/documents")
        yield from _texts(year.disclosures, f"{year.fiscal_year}/disclosures")
