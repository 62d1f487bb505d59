"""What the form of an agency and year is made of."""

from collections.abc import Iterator
from pathlib import Path

from generator.assess.disclosure import disclosures
from generator.assess.items import DisclosedYear
from generator.forms import Material, form
from generator.forms.sheets import Tree
from generator.load import YEAR_FILES
from generator.load.rules import lacking, written_rules
from generator.model import Agency, Framework
from generator.pipeline.examine import Examined, examine
from generator.problems import SHOWN
from generator.reader import parse, read
from generator.reader.rewrite import plain
from generator.thai import FiscalYear


def material(examined: Examined, slug: str, year: FiscalYear) -> Material:
    """The agency's files, its rules and findings. The agency is one of the examined ones, without a Problem."""
    result = next(one for one in examined.results if one.agency.slug == slug)
    trees = trees_of(examined.folder, slug)
    content = framework_bytes(examined.folder, year)
    rules = _tree(content, f"{SHOWN}/frameworks/{year}.yml")
    trees[f"../frameworks/{year}.yml"] = rules
    framework, assessed = framework_of(examined.folder, year), framework_of(examined.folder, year.before())
    return Material(
        result.agency,
        year,
        framework,
        assessed,
        trees,
        rules,
        result.findings,
        _disclosed(examined, result.agency, year, framework),
        next((one for one in result.assessments if one.fiscal_year == year.before()), None),
    )


def form_of(data: Path, slug: str, year: FiscalYear) -> bytes:
    """The form of an agency whose files have no Problem."""
    return form(material(examine(data, only=slug), slug, year))


def _disclosed(examined: Examined, agency: Agency, year: FiscalYear, framework: Framework) -> DisclosedYear | None:
    assert examined.dataset is not None  # noqa: S101 -- an agency was found in it
    dataset = examined.dataset
    years = disclosures(agency, {**dataset.frameworks, year: framework}, dataset.earlier)
    return next((one for one in years if one.year == year), None)


def trees_of(folder: Path, slug: str) -> dict[str, Tree]:
    """The files of an agency as they are written, by their path below its folder."""
    files = _files(folder / slug)
    return {name: _tree(path.read_bytes(), f"{SHOWN}/{slug}/{name}") for name, path in files}


def _tree(content: bytes, name: str) -> Tree:
    return plain(read(content, name))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    names = ["acknowledged.yml", "agency.yml"]
    years = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ()
    names += [f"{year}/{name}" for year in years for name in YEAR_FILES]
    yield from ((name, folder / name) for name in names if (folder / name).is_file())


def framework_bytes(folder: Path, year: FiscalYear) -> bytes:
    """The rules of a year: the site's own, the packaged ones, or a draft from those of the newest year before it.
    Raises NoEarlierRules."""
    draft = lacking(folder, year)
    return written_rules(folder, year) if draft is None else draft


def framework_of(folder: Path, year: FiscalYear) -> Framework:
    return parse(read(framework_bytes(folder, year), f"{SHOWN}/frameworks/{year}.yml"), Framework)
